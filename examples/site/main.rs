//! Builds the site: the pages under `docs/`, with the parts of the README that they name, and the pictures.
//!
//! ```text
//! just site [FOLDER]
//! cargo run --example site -- FOLDER
//!
//!     docs/start.md   # First five minutes              FOLDER/start.html
//!                     <!-- README: A tour -->     ─►    FOLDER/screenshots/…
//!     README.md       ## A tour …                       FOLDER/schema.json
//! ```
//!
//! No text stands twice: what the README says, a page takes from there. A link that leads nowhere is an error.

mod render;
mod sections;
mod site;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name the folder to write to")?;
    let site = site::read(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    site.write(Path::new(&folder))?;
    for page in &site.pages {
        println!("{:<16} {} ({} sections of the README)", page.file, page.title, page.takes.len());
    }
    Ok(())
}
