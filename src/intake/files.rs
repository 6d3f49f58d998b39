//! Files, folders and standard input to articles.

use std::collections::HashSet;
use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::clean;
use super::folder::{self, PASSED_OVER, articles_of};
use super::reading::{LARGEST, article};
use super::special::{self, INPUT, NOTHING};
use super::stamp::WatchedFile;
use super::story_file::{self, ListedArticle, Place, Stated, StoryFile};
use super::system::plain;
use super::{Cause, Intake, NotedArticle, Trouble, notes, repeats};
#[cfg(feature = "fetch")]
use super::{fetch, foreign, reading::article_of};
use crate::article::{Article, Patterns};
use crate::decoding;
#[cfg(feature = "fetch")]
use crate::formats;

/// The largest `story.toml`, in bytes.
const LARGEST_STORY_FILE: u64 = 1 << 20;

/// What is said of an address in a `story.toml` that is passed over.
const NOT_FETCHED: &str = "an address in it is not fetched without --fetch";

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
    let several = || intake.articles.iter().find(|article| article.others > 0).map(notes::others);
    let cause = match intake.unfetched {
        0 => several().map_or(Cause::Single, Cause::Several),
        count => Cause::Unfetched(count),
    };
    cause.of(names.first().map_or_else(String::new, |path| path.to_string_lossy().into_owned()))
}

/// Reads as [`read`] does, but takes from `kept` what was read before and cannot be read twice; a single article is no
/// trouble here.
pub(super) fn read_again(names: &[PathBuf], kept: &[Article], options: &ReadOptions<'_>) -> Result<Intake, Trouble> {
    let mut intake =
        Intake { patterns: options.patterns.clone(), shows_left_out: options.shows_left_out, ..Intake::default() };
    if names.iter().filter(|name| name.as_os_str() == "-").count() > 1 {
        return Err(Cause::InputTwice.of("-"));
    }
    let mut bytes = Vec::new();
    for (index, path) in names.iter().enumerate() {
        let name = path.to_string_lossy();
        let before = || kept_article(kept, &name);
        if name == "-" {
            let article = before().map_or_else(|| read_input(intake.patterns()), Ok)?;
            intake.take(article, WatchedFile::once(INPUT));
        } else if name == NOTHING {
            intake.take((Article::read(NOTHING, ""), None), WatchedFile::once(path));
        } else if is_address(&name) {
            let shown = without_secrets(&name);
            let fetched = || fetch(&name, &shown, Stated::default(), options, intake.patterns());
            let known = if names[..index].contains(path) { &intake.articles } else { kept };
            let article = kept_article(known, &shown).map_or_else(fetched, Ok)?;
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
    let called = match &media_type {
        Some(media_type) => formats::of_media_type(media_type).or_else(|| formats::of_bytes(&bytes)),
        None => Some(formats::of_name(name)),
    };
    // The name of a type is short, whatever a server sends.
    let shown: String = media_type.as_deref().unwrap_or("bytes").chars().take(60).collect();
    let unread = || {
        let of_type = || Cause::Format(format!("{shown}, no page that can be read"));
        foreign::whole(&bytes).map_or_else(of_type, Cause::Foreign)
    };
    let called = called.ok_or_else(|| unread().of(name))?;
    // What the server says of the encoding counts for more than what the page says.
    if let Some(Ok(decoded)) = charset.map(|charset| decoding::text(&bytes, Some(&charset)))
        && decoded.encoding.is_some()
    {
        bytes = format!("\u{FEFF}{}", decoded.text).into_bytes();
    }
    article_of(name, called, &bytes, stated, patterns)
}

/// Says that this program does not fetch addresses.
#[cfg(not(feature = "fetch"))]
fn read_address(_: &str, name: &str, _: Stated, _: &Patterns) -> Result<NotedArticle, Trouble> {
    Err(Cause::Address.of(name))
}

/// Reads a file. The memory that its bytes take is handed on from file to file.
pub(super) fn read_file(
    path: &Path,
    bytes: &mut Vec<u8>,
    stated: Stated,
    patterns: &Patterns,
) -> Result<NotedArticle, Trouble> {
    let name = path.to_string_lossy();
    if let Some(why) = special::refusal(path) {
        return Err(Cause::Foreign(why.to_owned()).of(name));
    }
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
    lines.splice(
        0..0,
        story
            .remarks
            .iter()
            .map(|remark| format!("{}: {}", clean::line(&own.to_string_lossy()), notes::remark(remark))),
    );
    intake.remarks.append(&mut lines);
    intake.passed_over.extend(listing.passed_over.into_iter().chain(listing.unreadable));
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
pub(super) enum Found {
    /// In a file that may be read.
    File(PathBuf),
    /// At an address.
    Address(String),
}

/// Where an article is, and what is stated of it elsewhere.
pub(super) type StatedArticle = (Found, Stated);

/// Returns the articles of a folder in the order that is wanted, and a line for each that is named and cannot be read.
pub(super) fn in_order(folder: &Path, story: &StoryFile, others: Vec<PathBuf>) -> (Vec<StatedArticle>, Vec<String>) {
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
                let line = format!("{}: {}: {cause}{PASSED_OVER}", own.to_string_lossy(), notes::remark(&name));
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
pub(super) fn inside(folder: &Path, name: &str) -> Result<(PathBuf, PathBuf), String> {
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
