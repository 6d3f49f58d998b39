//! Stories in folders.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// How many stories of a folder are taken at the most: then each so-manieth, so that all parts of it have some.
const MOST: usize = 24;

/// How many texts a story has at the most: all pairs of more take minutes.
const TEXTS: usize = 12;

/// Finds the folders with two texts or more, and not too many, a folder itself and those below it, by name.
pub fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    gather(folder, &mut found)?;
    let count = found.len();
    let taken = (0..MOST.min(count)).map(|k| found[k * count / MOST.min(count)].clone());
    Ok(taken.collect())
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    let is_text = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == "txt");
    if (2..=TEXTS).contains(&paths.iter().filter(is_text).count()) {
        found.push(folder.to_path_buf());
    }
    paths.iter().filter(|path| path.is_dir()).try_for_each(|path| gather(path, found))
}
