//! Reading a file of the reader's own, and what to call it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use diptych::intake::{self, clean};

/// Says what is wrong with a device, a pipe or a socket where a file should be.
pub(super) const NO_FILE: &str = "not a regular file";

/// Returns the bytes of a file, or in a few words why there are none.
pub(super) fn bytes(path: &Path, largest: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path).and_then(|file| file.take(largest + 1).read_to_end(&mut bytes));
    match file {
        Err(error) => Err(intake::plain(&error)),
        Ok(_) if bytes.len() as u64 > largest => Err(format!("larger than {} kB", largest >> 10)),
        Ok(_) => Ok(bytes),
    }
}

/// Returns a path for a person: what stands in the home folder begins with `~`.
pub(super) fn shown(path: &Path) -> String {
    let home = etcetera::home_dir().ok();
    let within =
        home.as_deref().filter(|home| home.components().count() > 1).and_then(|home| path.strip_prefix(home).ok());
    let path = within.map_or_else(|| path.to_path_buf(), |within| PathBuf::from("~").join(within));
    clean::line(&path.to_string_lossy())
}
