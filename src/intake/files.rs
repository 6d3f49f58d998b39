//! Files, folders and standard input to articles.

use std::collections::HashSet;
use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::clean::{self, Removed};
#[cfg(feature = "fetch")]
use super::fetch;
use super::folder::{self, PASSED_OVER, articles_of};
use super::stamp::WatchedFile;
use super::story_file::{self, ListedArticle, Place, Stated, StoryFile};
use super::system::plain;
use super::{Cause, Intake, NotedArticle, Trouble, foreign, notes, repeats};
use crate::article::{Article, Patterns};
use crate::decoding;
use crate::draft::Draft;
use crate::formats::{self, InputFormat, ReadFn};

/// Gives the largest file that is read, in bytes; every offset into a text stays well below 32 bits.
pub(super) const LARGEST: u64 = 256 << 20;

/// The largest `story.toml`, in bytes.
const LARGEST_STORY_FILE: u64 = 1 << 20;

/// What is said of an address in a `story.toml` that is passed over.
const NOT_FETCHED: &str = "an address in it is not fetched without --fetch";

/// Names where standard input can be looked up as a file.
pub(super) const INPUT: &str = "/dev/stdin";

/// Reads the articles that the arguments name: files, folders, addresses, and `-` for standard input.
///
/// # Errors
///
/// A file that is named and can't be read, a folder without articles, and fewer than two articles in all.
pub fn read(names: &[PathBuf]) -> Result<Intake, Trouble> {
    read_by(names, &ReadOptions::default())
}

/// How articles are read.
#[derive(Clone)]
pub struct ReadOptions<'r> {
    /// By which patterns kinds, dates and datelines are told; `None` for those that come with the program.
    pub patterns: Option<Arc<Patterns>>,
    /// Whether what a format leaves out of a page stands at the end of its article, as furniture.
    pub shows_left_out: bool,
    /// Whether the addresses that a folder's `story.toml` names are fetched; else each of them is said and passed over.
    pub fetches: bool,
    /// Whether an article is to be pasted afterwards, or two if there is no other.
    pub pastes: bool,
    /// Is told what takes a while before it is begun.
    pub progress: &'r dyn Fn(&str),
}

impl Default for ReadOptions<'_> {
    fn default() -> Self {
        Self { patterns: None, shows_left_out: false, fetches: false, pastes: false, progress: &|_| () }
    }
}

/// Reads as [`read`] does, in a way of one's own.
///
/// # Errors
///
/// As [`read`] does.
pub fn read_by(names: &[PathBuf], options: &ReadOptions<'_>) -> Result<Intake, Trouble> {
    let mut intake = read_again(names, &[], options)?;
    if options.pastes {
        intake.await_paste();
    }
    if intake.articles.len() < 2 { Err(too_few(names, &intake)) } else { Ok(intake) }
}

/// Returns what to say of names that come to a single article.
pub(super) fn too_few(names: &[PathBuf], intake: &Intake) -> Trouble {
    let cause = if intake.unfetched > 0 { Cause::Unfetched(intake.unfetched) } else { Cause::Single };
    cause.of(names.first().map_or_else(String::new, |path| path.to_string_lossy().into_owned()))
}

/// Reads as [`read`] does, but takes from `kept` what was read before and cannot be read twice; a single article is no
/// trouble here.
pub(super) fn read_again(names: &[PathBuf], kept: &[Article], options: &ReadOptions<'_>) -> Result<Intake, Trouble> {
    let mut intake =
        Intake { patterns: options.patterns.clone(), shows_left_out: options.shows_left_out, ..Intake::default() };
    let mut bytes = Vec::new();
    for path in names {
        let name = path.to_string_lossy();
        let before = || kept_article(kept, &name);
        if name == "-" {
            let article = before().map_or_else(|| read_input(intake.patterns()), Ok)?;
            intake.take(article, WatchedFile::once(INPUT));
        } else if is_address(&name) {
            let shown = without_secrets(&name);
            let fetched = || fetch(&name, &shown, Stated::default(), options, intake.patterns());
            let article = kept_article(kept, &shown).map_or_else(fetched, Ok)?;
            intake.take(article, WatchedFile::once(path));
        } else if path.is_dir() {
            read_folder(path, &mut bytes, kept, options, &mut intake)?;
        } else if let Some(article) = before().filter(|_| path.exists() && !path.is_file()) {
            intake.take(article, WatchedFile::once(path));
        } else {
            let file = WatchedFile::new(path);
            let article = read_file(path, &mut bytes, Stated::default(), intake.patterns())?;
            intake.take(article, file);
        }
    }
    // Who names two files may well want to know whether they are the same.
    if intake.articles.len() > 2 || names.iter().any(|name| name.is_dir()) {
        intake.remarks.extend(repeats::lines(&intake.articles));
    }
    Ok(intake)
}

/// Returns an article that was read before, and is not to be read again, by its name.
fn kept_article(kept: &[Article], name: &str) -> Option<NotedArticle> {
    Some((kept.iter().find(|article| article.source == clean::line(name))?.clone(), None))
}

fn read_input(patterns: &Patterns) -> Result<NotedArticle, Trouble> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| Cause::from(error).of("-"))?;
    article("-", &bytes, Stated::default(), patterns)
}

/// Tells whether an argument is an address.
fn is_address(name: &str) -> bool {
    let has = |scheme: &str| name.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    has("http://") || has("https://")
}

/// Returns an address as it may be shown and kept: without the name and the password of who reads it.
fn without_secrets(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest[..end].rsplit('@').next().unwrap_or_default();
    format!("{scheme}://{host}{}", &rest[end..])
}

/// Fetches an article, which takes a while, and says so before.
fn fetch(
    address: &str,
    name: &str,
    stated: Stated,
    options: &ReadOptions<'_>,
    patterns: &Patterns,
) -> Result<NotedArticle, Trouble> {
    (options.progress)(&format!("fetching {}", clean::line(name)));
    read_address(address, name, stated, patterns)
}

/// Fetches an article, and reads it as what the server says it is.
#[cfg(feature = "fetch")]
fn read_address(address: &str, name: &str, stated: Stated, patterns: &Patterns) -> Result<NotedArticle, Trouble> {
    let fetch::Page { mut bytes, media_type, charset, .. } =
        fetch::page(address).map_err(|cause| Cause::Format(cause).of(name))?;
    let format = match &media_type {
        Some(media_type) => formats::of_media_type(media_type),
        None => Some(formats::of_name(name)),
    };
    // The name of a type is short, whatever a server sends.
    let shown: String = media_type.as_deref().unwrap_or("bytes").chars().take(60).collect();
    let unread = || Cause::Format(format!("{shown}, no page that can be read"));
    let format = format.ok_or_else(|| unread().of(name))?;
    // What the server says of the encoding counts for more than what the page says.
    if let Some(Ok(decoded)) = charset.map(|charset| decoding::text(&bytes, Some(&charset)))
        && decoded.encoding.is_some()
    {
        bytes = format!("\u{FEFF}{}", decoded.text).into_bytes();
    }
    article_of(name, format, &bytes, stated, patterns)
}

/// Says that this program does not fetch addresses.
#[cfg(not(feature = "fetch"))]
fn read_address(_: &str, name: &str, _: Stated, _: &Patterns) -> Result<NotedArticle, Trouble> {
    Err(Cause::Address.of(name))
}

/// Reads a file. The memory that its bytes take is handed on from file to file.
fn read_file(path: &Path, bytes: &mut Vec<u8>, stated: Stated, patterns: &Patterns) -> Result<NotedArticle, Trouble> {
    let name = path.to_string_lossy();
    fill(bytes, path).map_err(|error| Cause::from(error).of(name.as_ref()))?;
    article(&name, bytes, stated, patterns)
}

fn fill(bytes: &mut Vec<u8>, path: &Path) -> std::io::Result<()> {
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len().min(LARGEST);
    bytes.clear();
    bytes.reserve_exact(usize::try_from(length).unwrap_or(0) + 1);
    file.by_ref().take(LARGEST + 1).read_to_end(bytes)?;
    Ok(())
}

/// Makes an article of a file's bytes, and of what is stated of it elsewhere.
fn article(name: &str, bytes: &[u8], stated: Stated, patterns: &Patterns) -> Result<NotedArticle, Trouble> {
    article_of(name, formats::of_name(name), bytes, stated, patterns)
}

/// Makes an article of plain text.
pub(super) fn text_article(name: &str, bytes: &[u8], patterns: &Patterns) -> Result<NotedArticle, Trouble> {
    article_of(name, &formats::INPUT_FORMATS[0], bytes, Stated::default(), patterns)
}

/// Makes an article of bytes in a format.
fn article_of(
    name: &str,
    format: &InputFormat,
    bytes: &[u8],
    stated: Stated,
    patterns: &Patterns,
) -> Result<NotedArticle, Trouble> {
    let (mut draft, removed) = draft(format.read, bytes).map_err(|cause| cause.of(name))?;
    draft.outlet = stated.outlet.or(draft.outlet);
    draft.date = stated.date.or(draft.date);
    let remarks = std::mem::take(&mut draft.remarks);
    let article = Article::from_draft_by(&clean::line(name), draft, patterns);
    if article.blocks.is_empty() {
        return Err(Cause::Empty.of(name));
    }
    let note = notes::note(&article, &removed, &remarks);
    Ok((article, note))
}

/// Reads a draft from a file's bytes, and counts what was taken out of them because it is hostile.
///
/// A text is cleaned before it is read, and so is what came of it, of other bytes what came of them.
fn draft(read: ReadFn, bytes: &[u8]) -> Result<(Draft, Removed), Cause> {
    if bytes.len() as u64 > LARGEST {
        return Err(Cause::Large);
    }
    match read {
        ReadFn::Text(read) => {
            if let Some(foreign) = foreign::written(bytes) {
                return Err(Cause::Foreign(foreign.to_owned()));
            }
            let named = |binary| foreign::name(bytes).map_or(Cause::Binary(binary), Cause::Foreign);
            let decoded = decoding::text(bytes, None).map_err(named)?;
            let (text, mut removed) = clean::counted(&decoded.text);
            let mut draft = read(&text);
            // What is written with an escape comes to light only now: `&#27;`, `"\e"`.
            removed += clean_draft(&mut draft);
            draft.remarks.splice(0..0, decoded.remarks());
            Ok((draft, removed))
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

/// Reads the articles of a folder: those that its `story.toml` names, in its order, then the others, sorted by file name.
/// What cannot be read is passed over with a line. What was fetched before is not fetched again.
fn read_folder(
    folder: &Path,
    bytes: &mut Vec<u8>,
    kept: &[Article],
    options: &ReadOptions<'_>,
    intake: &mut Intake,
) -> Result<(), Trouble> {
    let listing = folder::list(folder).map_err(|error| Cause::from(error).of(folder.to_string_lossy()))?;
    let story = read_story_file(folder)?.unwrap_or_default();
    let (articles, mut lines) = in_order(folder, &story, listing.articles);
    intake.name = story.name;
    let own = folder.join(story_file::NAME);
    lines.splice(0..0, story.remarks.iter().map(|remark| format!("{}: {remark}", clean::line(&own.to_string_lossy()))));
    intake.remarks.append(&mut lines);
    intake.passed_over.extend(listing.passed_over);
    let before = intake.articles.len();
    for (found, stated) in articles {
        let (file, read) = match found {
            Found::File(path) => {
                let file = WatchedFile::new(&path);
                (file, read_file(&path, bytes, stated, intake.patterns()))
            }
            Found::Address(address) => {
                let shown = without_secrets(&address);
                let article = kept_article(kept, &shown).map(Ok);
                let fetched = || options.fetches.then(|| fetch(&address, &shown, stated, options, intake.patterns()));
                let Some(read) = article.or_else(fetched) else {
                    let line = format!("{}: {shown}: {NOT_FETCHED}{PASSED_OVER}", own.to_string_lossy());
                    intake.remarks.push(clean::line(&line));
                    intake.unfetched += 1;
                    continue;
                };
                (WatchedFile::once(address), read)
            }
        };
        match read {
            Ok(article) => intake.take(article, file),
            Err(trouble) => intake.passed_over.push(format!("{trouble}{PASSED_OVER}")),
        }
    }
    if intake.articles.len() == before {
        let cause = if intake.unfetched > 0 { Cause::Unfetched(intake.unfetched) } else { Cause::NoArticles };
        return Err(cause.of(folder.to_string_lossy()));
    }
    Ok(())
}

/// Returns the addresses that the `story.toml` of a folder names, as they may be shown; none where there is no such file.
///
/// # Errors
///
/// A `story.toml` that cannot be read.
pub fn addresses(folder: &Path) -> Result<Vec<String>, Trouble> {
    let story = read_story_file(folder)?.unwrap_or_default();
    let address = |listed: &ListedArticle| match &listed.place {
        Place::Address(address) => Some(clean::line(&without_secrets(address))),
        Place::File(_) => None,
    };
    Ok(story.articles.iter().filter_map(address).collect())
}

/// Reads what a folder says of its story, if it says anything.
pub(super) fn read_story_file(folder: &Path) -> Result<Option<StoryFile>, Trouble> {
    let path = folder.join(story_file::NAME);
    let trouble = |cause: Cause| cause.of(path.to_string_lossy());
    if !path.is_file() {
        return Ok(None);
    }
    if fs::metadata(&path).is_ok_and(|data| data.len() > LARGEST_STORY_FILE) {
        return Err(trouble(Cause::Format(format!("larger than {} MB", LARGEST_STORY_FILE >> 20))));
    }
    let mut bytes = Vec::new();
    fill(&mut bytes, &path).map_err(|error| trouble(error.into()))?;
    let decoded = decoding::text(&bytes, None).map_err(|binary| trouble(binary.into()))?;
    story_file::parse(&decoded.text).map(Some).map_err(|what| trouble(Cause::Format(what)))
}

/// Returns the files that a folder's story is read from.
pub(super) fn story_files(folder: &Path) -> Vec<PathBuf> {
    let articles = articles_of(folder).unwrap_or_default();
    let story = read_story_file(folder).ok().flatten().unwrap_or_default();
    let file = |(found, _)| match found {
        Found::File(path) => Some(path),
        Found::Address(_) => None,
    };
    in_order(folder, &story, articles).0.into_iter().filter_map(file).collect()
}

/// Where an article of a folder is.
enum Found {
    /// In a file that may be read.
    File(PathBuf),
    /// At an address.
    Address(String),
}

/// Where an article is, and what is stated of it elsewhere.
type StatedArticle = (Found, Stated);

/// Returns the articles of a folder in the order that is wanted, and a line for each that is named and cannot be read.
fn in_order(folder: &Path, story: &StoryFile, others: Vec<PathBuf>) -> (Vec<StatedArticle>, Vec<String>) {
    let (mut articles, mut lines): (Vec<StatedArticle>, _) = (Vec::new(), Vec::new());
    let (mut known, mut refused) = (HashSet::new(), HashSet::new());
    let own = folder.join(story_file::NAME);
    for listed in &story.articles {
        let (name, found) = match &listed.place {
            Place::File(name) => (name, inside(folder, name).map(|(path, full)| (Found::File(path), full))),
            Place::Address(address) => (address, Ok((Found::Address(address.clone()), PathBuf::from(address)))),
        };
        match found.and_then(|(found, full)| if known.insert(full) { Ok(found) } else { Err("named twice".to_owned()) })
        {
            Ok(found) => articles.push((found, listed.stated.clone())),
            Err(cause) => {
                refused.insert(folder.join(name));
                let name = without_secrets(name);
                let line = format!("{}: {name}: {cause}{PASSED_OVER}", own.to_string_lossy());
                lines.push(clean::line(&line));
            }
        }
    }
    // What is refused by its name is not read by another way.
    let is_new = |path: &PathBuf| {
        let is_known = || path.canonicalize().is_ok_and(|full| known.contains(&full));
        !refused.contains(path) && (known.is_empty() || !is_known())
    };
    let others = others.into_iter().filter(is_new);
    articles.extend(others.map(|path| (Found::File(path), Stated::default())));
    (articles, lines)
}

/// Returns the path of a file in a folder, or below it, and where it is in the end; no link may lead out.
fn inside(folder: &Path, name: &str) -> Result<(PathBuf, PathBuf), String> {
    let is_below = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    let outside = || "outside of the folder".to_owned();
    if !Path::new(name).components().all(is_below) {
        return Err(outside());
    }
    let path = folder.join(name);
    let full = path.canonicalize().map_err(|error| plain(&error))?;
    let root = folder.canonicalize().map_err(|error| plain(&error))?;
    if !full.starts_with(root) {
        return Err(outside());
    }
    if full.is_file() { Ok((path, full)) } else { Err("no regular file".to_owned()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
        // Only a text must be one.
        let text = |bytes| draft(formats::of_name("a.txt").read, bytes).map_err(|cause| cause.of("a.txt").to_string());
        assert_eq!(text(b"\0").expect_err("no text has it"), "a.txt: a binary file, not text");
        assert_eq!(text(b"GIF89a\0\0").expect_err("it is a picture"), "a.txt: an image (GIF), not text");
        assert!(text(b"{\\rtf1 The boats}").expect_err("it is none").starts_with("a.txt: an RTF file; try: pandoc"));
        let (draft, _) = text(b"Un caf\xE9 \xE0 la mairie").expect("it is text");
        assert_eq!(
            (draft.blocks[0].text.as_str(), &draft.remarks[..]),
            ("Un café à la mairie", &["read as windows-1252".to_owned()][..])
        );
    }

    /// Any bytes, and more often such as mistakes and hostile files have.
    fn hostile() -> impl Strategy<Value = Vec<u8>> {
        let text =
            "(\\PC|[\\x00-\\x1f]|[\u{80}-\u{FF}]|[€œ™”РС\u{FFFF}\u{301}]|\\x1b\\][a-z]{0,5}\\x07|â€|Ã|[a-z ]){0,60}";
        prop_oneof![prop::collection::vec(any::<u8>(), 0..200), text.prop_map(String::into_bytes)]
    }

    proptest! {
        #[test]
        fn no_word_is_lost_without_a_line(bytes in hostile()) {
            let Ok(decoded) = decoding::text(&bytes, None) else { return Ok(()) };
            let (clean, removed) = clean::counted(&decoded.text);
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert!(letters(&clean) == letters(&decoded.text) || !removed.is_empty());
            let is_plain = decoded.encoding.is_none() && decoded.undecoded == 0 && decoded.mended == 0;
            if is_plain {
                prop_assert_eq!(decoded.text.as_bytes(), bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes));
            } else {
                prop_assert!(!decoded.remarks().is_empty());
            }
        }
    }
}
