//! Prints who shares how much wording with whom, of the articles in a folder.
//!
//! ```text
//! cargo run --example matrix -- articles/ferry
//!
//!           words  in A  in B  in C  in D
//!     of A    334     ·  73 %   8 %  34 %   Coast Wire
//!     of B    349  70 %     ·   6 %  40 %   Harbour Ledger
//!     …
//! ```
//!
//! A row tells what share of an article's body words, in a hundred, stands in runs of five words and more that the
//! article of the column has too.

use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;

use diptych::intake::{self, LeftOutWay};
use diptych::letters::letter;
use diptych::story::{Matrix, Story};

fn main() -> Result<(), Box<dyn Error>> {
    let names: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if names.is_empty() {
        return Err("name a folder of articles".into());
    }
    let intake = intake::read(&names)?;
    // What of the folder is in no article is said once, in lines.
    for line in intake.messages(None, &LeftOutWay::Option) {
        eprintln!("{line}");
    }
    let story = Story::new("folder", intake.articles);
    Ok(matrix(&story, &mut io::stdout().lock())?)
}

/// Writes the matrix of a story. Every two articles are compared, shared out among the processors.
///
/// # Errors
///
/// What `out` says.
pub fn matrix(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    let matrix = Matrix::new(story);
    let columns: String = (0..matrix.len()).map(|within| format!("{:>6}", format!("in {}", letter(within)))).collect();
    writeln!(out, "      words{columns}")?;
    for (of, article) in story.articles().iter().enumerate() {
        let shares: String = (0..matrix.len())
            .map(|within| match within {
                _ if within == of => format!("{:>6}", "·"),
                _ => format!("{:>6}", format!("{:.0} %", 100.0 * matrix.share(of, within))),
            })
            .collect();
        writeln!(out, "of {} {:>6}{shares}   {}", letter(of), matrix.words(of), article.label())?;
    }
    Ok(())
}
