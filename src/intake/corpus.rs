//! The articles of folders, one after the other, however many there are: what a story takes no more is read here,
//! written and forgotten.
//!
//! ```text
//!     papers/ 1.txt  2.txt  strike/1.txt     ─►     1.txt   2.txt   strike/1.txt     what each is called from the folder
//! ```

use std::path::{Path, PathBuf};

use super::files::{Found, in_order, read_file, read_story_file};
use super::folder;
use super::notes::{self, LeftOutWay};
use super::story_file::Stated;
use super::{Cause, ReadOptions, Trouble};
use crate::article::{Article, Patterns};

/// Holds a file that is to be read.
#[derive(Debug)]
pub struct CorpusFile {
    /// What the article is called: the path from the folder that was named, with `/` between its parts; as it was
    /// named, if that are several.
    pub id: String,
    /// Whether the file itself was named, and not a folder that it lies in.
    pub is_named: bool,
    path: PathBuf,
    stated: Stated,
}

/// Lists the articles that are named: files, folders, and the folders in these. Addresses of a `story.toml` are none
/// of them.
///
/// Cost: a look at each name; no article is read.
///
/// # Errors
///
/// A folder that cannot be looked into, a `story.toml` that cannot be read, no article at all.
pub fn files(names: &[PathBuf]) -> Result<Vec<CorpusFile>, Trouble> {
    let mut files = Vec::new();
    for name in names {
        // What one folder holds is called from there, whatever it is called itself.
        let root = if names.len() == 1 { name.as_path() } else { Path::new("") };
        if name.is_dir() {
            let listing = folder::list(name).map_err(|error| Cause::from(error).of(name.to_string_lossy()))?;
            take(name, listing.articles, root, &mut files)?;
            for below in &listing.folders {
                take(below, folder::articles_of(below).unwrap_or_default(), root, &mut files)?;
            }
        } else {
            files.push(CorpusFile {
                id: id(name, Path::new("")),
                is_named: true,
                path: name.clone(),
                stated: Stated::default(),
            });
        }
    }
    if files.is_empty() {
        return Err(
            Cause::NoArticles.of(names.first().map_or_else(String::new, |name| name.to_string_lossy().into_owned()))
        );
    }
    Ok(files)
}

/// Takes the articles of a folder, as its `story.toml` orders them and what that states of each.
fn take(folder: &Path, articles: Vec<PathBuf>, root: &Path, files: &mut Vec<CorpusFile>) -> Result<(), Trouble> {
    let story = read_story_file(folder)?.unwrap_or_default();
    for (found, stated) in in_order(folder, &story, articles).0 {
        if let Found::File(path) = found {
            files.push(CorpusFile { id: id(&path, root), is_named: false, path, stated });
        }
    }
    Ok(())
}

/// Returns what a file is called from a folder.
fn id(path: &Path, root: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    let parts = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.collect::<Vec<_>>().join("/").replace("//", "/")
}

impl CorpusFile {
    /// Reads it, and says in a line what of it is in no article. The memory of its bytes is handed on.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, or is no article.
    pub fn read(&self, bytes: &mut Vec<u8>, options: &ReadOptions<'_>) -> Result<(Article, Option<String>), Trouble> {
        let patterns = options.patterns.as_deref().unwrap_or_else(|| Patterns::known());
        let (article, note) = read_file(&self.path, bytes, self.stated.clone(), patterns)?;
        let note = notes::with_left_out(&article, note.as_deref(), &LeftOutWay::Option);
        Ok((article, note))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_lies_in_a_folder_and_in_those_below_it_is_called_from_there() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for name in ["10.txt", "2.txt", "README.md", "strike/b.txt", "strike/a.txt", "strike/more/x.txt", "alone/c.md"]
        {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
            fs::write(path, "The boats left.").expect("it can be written");
        }
        fs::write(folder.path().join("strike/story.toml"), "[[article]]\nfile = \"b.txt\"\noutlet = \"Orla Wire\"\n")
            .expect("it can be written");
        let ids = |files: &[CorpusFile]| files.iter().map(|file| file.id.clone()).collect::<Vec<_>>();
        let listed = files(&[folder.path().to_path_buf()]).expect("there are articles");
        assert_eq!(ids(&listed), ["2.txt", "10.txt", "alone/c.md", "strike/b.txt", "strike/a.txt"]);
        let (article, _) = listed[3].read(&mut Vec::new(), &ReadOptions::default()).expect("it can be read");
        assert_eq!(article.label(), "Orla Wire");
        let two = files(&[folder.path().join("alone"), folder.path().join("2.txt")]).expect("there are two");
        assert!(ids(&two)[0].ends_with("/alone/c.md") && ids(&two)[1].ends_with("/2.txt"), "{two:?}");
        let empty = folder.path().join("empty");
        fs::create_dir(&empty).expect("it can be made");
        assert!(files(&[empty]).is_err());
    }
}
