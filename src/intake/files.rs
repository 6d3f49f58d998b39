//! Files, folders and standard input to articles.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::clean::{self, Removed};
#[cfg(feature = "fetch")]
use super::fetch;
use super::folder::articles_of;
use super::stamp::WatchedFile;
use super::{Cause, Intake, NotedArticle, Trouble, notes};
use crate::article::Article;
use crate::draft::Draft;
use crate::formats::{self, InputFormat, ReadFn};

/// Gives the largest file that is read, in bytes; every offset into a text stays well below 32 bits.
pub(super) const LARGEST: u64 = 256 << 20;

/// Ends a line that says what was wrong with a file of a folder.
pub(super) const PASSED_OVER: &str = "; passed over";

/// Names where standard input can be looked up as a file.
pub(super) const INPUT: &str = "/dev/stdin";

/// Reads the articles that the arguments name: files, folders, addresses, and `-` for standard input.
///
/// # Errors
///
/// A file that is named and can't be read, a folder without articles, and fewer than two articles in all.
pub fn read(names: &[PathBuf]) -> Result<Intake, Trouble> {
    read_watched(names, &|_| ())
}

/// Does the same, and says what takes a while before it is begun.
///
/// # Errors
///
/// As [`read`].
pub fn read_watched(names: &[PathBuf], progress: &dyn Fn(&str)) -> Result<Intake, Trouble> {
    let intake = read_again(names, &[], progress)?;
    if intake.articles.len() < 2 { Err(too_few(names)) } else { Ok(intake) }
}

/// Returns what to say of names that come to a single article.
pub(super) fn too_few(names: &[PathBuf]) -> Trouble {
    Cause::Single.of(names.first().map_or_else(String::new, |path| path.to_string_lossy().into_owned()))
}

/// Reads as [`read`] does, but takes from `kept` what was read before and cannot be read twice; a single article is no
/// trouble here.
pub(super) fn read_again(names: &[PathBuf], kept: &[Article], progress: &dyn Fn(&str)) -> Result<Intake, Trouble> {
    let mut intake = Intake::default();
    let mut bytes = Vec::new();
    for path in names {
        let name = path.to_string_lossy();
        let before = || Some((kept.iter().find(|article| article.source == clean::line(&name))?.clone(), None));
        if name == "-" {
            intake.take(before().map_or_else(read_input, Ok)?, WatchedFile::once(INPUT));
        } else if is_address(&name) {
            let fetched = || {
                progress(&format!("fetching {}", clean::line(&name)));
                read_address(&name)
            };
            intake.take(before().map_or_else(fetched, Ok)?, WatchedFile::once(path));
        } else if path.is_dir() {
            read_folder(path, &mut bytes, &mut intake)?;
        } else if let Some(article) = before().filter(|_| path.exists() && !path.is_file()) {
            intake.take(article, WatchedFile::once(path));
        } else {
            let file = WatchedFile::new(path);
            intake.take(read_file(path, &mut bytes)?, file);
        }
    }
    Ok(intake)
}

fn read_input() -> Result<NotedArticle, Trouble> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| Cause::from(error).of("-"))?;
    article("-", &bytes)
}

/// Tells whether an argument is an address.
fn is_address(name: &str) -> bool {
    let has = |scheme: &str| name.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    has("http://") || has("https://")
}

/// Fetches an article, and reads it as what the server says it is.
#[cfg(feature = "fetch")]
fn read_address(name: &str) -> Result<NotedArticle, Trouble> {
    let page = fetch::page(name).map_err(|cause| Cause::Format(cause).of(name))?;
    let format = match &page.media_type {
        Some(media_type) => formats::of_media_type(media_type),
        None => Some(formats::of_name(name)),
    };
    let unread =
        || Cause::Format(format!("{}, no page that can be read", page.media_type.as_deref().unwrap_or("bytes")));
    article_of(name, format.ok_or_else(|| unread().of(name))?, &page.bytes)
}

/// Says that this program does not fetch addresses.
#[cfg(not(feature = "fetch"))]
fn read_address(name: &str) -> Result<NotedArticle, Trouble> {
    Err(Cause::Address.of(name))
}

/// Reads a file. The memory that its bytes take is handed on from file to file.
fn read_file(path: &Path, bytes: &mut Vec<u8>) -> Result<NotedArticle, Trouble> {
    let name = path.to_string_lossy();
    fill(bytes, path).map_err(|error| Cause::from(error).of(name.as_ref()))?;
    article(&name, bytes)
}

fn fill(bytes: &mut Vec<u8>, path: &Path) -> std::io::Result<()> {
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len().min(LARGEST);
    bytes.clear();
    bytes.reserve_exact(usize::try_from(length).unwrap_or(0) + 1);
    file.by_ref().take(LARGEST + 1).read_to_end(bytes)?;
    Ok(())
}

/// Makes an article of a file's bytes.
fn article(name: &str, bytes: &[u8]) -> Result<NotedArticle, Trouble> {
    article_of(name, formats::of_name(name), bytes)
}

/// Makes an article of bytes in a format.
fn article_of(name: &str, format: &InputFormat, bytes: &[u8]) -> Result<NotedArticle, Trouble> {
    let (mut draft, removed) = draft(format.read, bytes).map_err(|cause| cause.of(name))?;
    let remarks = std::mem::take(&mut draft.remarks);
    let article = Article::from_draft(&clean::line(name), draft);
    if article.blocks.is_empty() {
        return Err(Cause::Empty.of(name));
    }
    let note = notes::note(&article, &removed, &remarks);
    Ok((article, note))
}

/// Reads a draft from a file's bytes, and counts what was taken out of them because it is hostile.
///
/// A text is cleaned before it is read; of other bytes it is what came of them.
fn draft(read: ReadFn, bytes: &[u8]) -> Result<(Draft, Removed), Cause> {
    if bytes.len() as u64 > LARGEST {
        return Err(Cause::Large);
    }
    match read {
        ReadFn::Text(read) => {
            let (text, removed) = clean::counted(text_of(bytes)?);
            Ok((read(&text), removed))
        }
        ReadFn::Bytes(read) => {
            let mut draft = read(bytes).map_err(Cause::Format)?;
            let removed = clean_draft(&mut draft);
            Ok((draft, removed))
        }
    }
}

/// Cleans all that a draft states, and counts what was taken out. What is clean stays as it is.
fn clean_draft(draft: &mut Draft) -> Removed {
    let Draft { outlet, title, byline, date, language, address, unused, remarks, blocks, left_out } = draft;
    let fields = [outlet, title, byline, date, language, address].into_iter().flatten();
    let mut removed = Removed::default();
    let lines = unused.keys.iter_mut().chain(remarks);
    let texts = blocks.iter_mut().chain(left_out.iter_mut()).map(|block| &mut block.text);
    for text in fields.chain(lines).chain(texts) {
        let (clean, own) = clean::counted(text);
        removed += own;
        *text = clean.into_owned();
    }
    for blocks in [blocks, left_out] {
        blocks.retain(|block| !block.text.trim().is_empty());
    }
    removed
}

fn text_of(bytes: &[u8]) -> Result<&str, Cause> {
    if memchr::memchr(0, bytes).is_some() {
        return Err(Cause::Binary);
    }
    std::str::from_utf8(bytes).map_err(|error| Cause::Encoding(error.valid_up_to() + 1))
}

/// Reads the articles of a folder, sorted by file name; what is no text is passed over with a line.
fn read_folder(folder: &Path, bytes: &mut Vec<u8>, intake: &mut Intake) -> Result<(), Trouble> {
    let paths = articles_of(folder).map_err(|error| Cause::from(error).of(folder.to_string_lossy()))?;
    let before = intake.articles.len();
    for path in paths {
        let file = WatchedFile::new(&path);
        match read_file(&path, bytes) {
            Ok(article) => intake.take(article, file),
            Err(trouble) => intake.passed_over.push(format!("{trouble}{PASSED_OVER}")),
        }
    }
    if intake.articles.len() == before {
        return Err(Cause::NoArticles.of(folder.to_string_lossy()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::DraftBlock;

    /// Reads a format of one byte, which says how many blocks there are.
    fn counted(bytes: &[u8]) -> Result<Draft, String> {
        let [count] = bytes else { return Err("not of one byte".to_owned()) };
        let block = |number: u8| DraftBlock { text: format!("block\u{1B}[31m {number}\u{202E}"), kind: None };
        Ok(Draft {
            outlet: Some("the\u{7} Wire".to_owned()),
            blocks: (1..=*count).map(block).collect(),
            ..Draft::default()
        })
    }

    #[test]
    fn what_comes_of_bytes_is_cleaned() {
        let (draft, removed) = draft(ReadFn::Bytes(counted), &[2]).expect("it is one byte");
        assert_eq!(draft.outlet.as_deref(), Some("the Wire"));
        assert_eq!(draft.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), ["block 1", "block 2"]);
        assert_eq!(removed, Removed { controls: 1, sequences: 2, ..Removed::default() });
    }

    #[test]
    fn bytes_that_are_not_of_the_format_are_refused_in_its_words() {
        let cause = draft(ReadFn::Bytes(counted), b"\0\0").expect_err("they are two bytes");
        assert_eq!(cause.of("a.x").to_string(), "a.x: not of one byte");
        // Only a text must be UTF-8 without NUL.
        let text = |bytes| draft(formats::of_name("a.txt").read, bytes).map_err(|cause| cause.of("a.txt").to_string());
        assert_eq!(text(b"\0").expect_err("no text has it"), "a.txt: a binary file, not text");
        assert_eq!(
            text(b"a\xFF").expect_err("it fits no character"),
            "a.txt: not UTF-8 text (byte 2 fits no character)"
        );
    }
}
