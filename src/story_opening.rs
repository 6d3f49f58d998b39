//! Which story the arguments name, which two of its articles, and which of its passages.
//!
//! ```text
//!     FOLDER --right Ledger  ─►  every article in it, at most so many; the first one, and the Ledger's
//! ```

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use unicode_normalization::UnicodeNormalization;

use crate::output::say;
use diptych::article::{Article, Patterns};
use diptych::intake::{self, LeftOutWay, ReadOptions, ShelfStory, Source, bundled, clean, clusters, shelf};
use diptych::letters::{index_of_letter, letter};
use diptych::options::Options;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::story::presence::Filter;

/// How many lines are said of files, at most.
const MOST_LINES: usize = 50;

/// How many stories are named at most, where there is none of the name that is asked for.
const MOST_NAMES: usize = 20;

/// The longest answer that is read, in bytes.
const ANSWER: u64 = 100;

/// Holds a story that was opened.
pub struct OpenedStory {
    /// Its articles.
    pub story: Story,
    /// Where it was read.
    pub source: Source,
    /// How many of its articles are still to be pasted.
    pub awaited: usize,
    /// The articles to show.
    pub shown: Pair<usize>,
    /// What to say of articles that were left out, and of what is in none.
    pub messages: Vec<String>,
    /// What it was read from: the paths that were named, or the folder of the story that was chosen in one of them.
    pub paths: Vec<PathBuf>,
    /// The stories that lie in the folder that was named.
    pub shelf: Vec<ShelfStory>,
}

/// Opens the story that the arguments name, or the first one that comes with the program. Who opens the reader may be
/// asked whether addresses are to be fetched.
pub fn open(args: &Options, is_reader: bool) -> Result<OpenedStory> {
    if args.paths.is_empty() && !args.paste && args.clusters.is_none() {
        let name = args.story.as_deref().unwrap_or(bundled::FIRST);
        let articles = bundled::read(name)
            .with_context(|| format!("{name}: no such story; there are {}", bundled::names().join(", ")))?;
        let shown = shown(args, &articles)?;
        let story = Story::new(name, articles).with_lists(args.lists.clone());
        let source = Source::default();
        return Ok(OpenedStory {
            story,
            source,
            awaited: 0,
            shown,
            messages: Vec::new(),
            paths: Vec::new(),
            shelf: Vec::new(),
        });
    }
    let (shelf, remarks) = shelf(args)?;
    let chosen = chosen(args, &shelf)?;
    let paths = chosen.map_or_else(|| args.paths.clone(), |story| story.paths.clone());
    let patterns = (!args.patterns.is_empty()).then(|| Arc::new(Patterns::with(&args.patterns)));
    let fetches = args.fetch || (is_reader && asks_to_fetch(&paths)?);
    let options =
        ReadOptions { patterns, shows_left_out: args.show_left_out, fetches, pastes: args.paste, progress: &say };
    let mut intake = intake::read_by(&paths, &options)?;
    intake.passed_over.splice(0..0, remarks);
    if chosen.is_some() && args.clusters.is_none() {
        // The story lies beside them; its own folder is the one that was read.
        intake.passed_over.extend(args.paths.iter().flat_map(|folder| shelf::passed_over(folder)));
    }
    if let Some(own) = output_line(args, &paths) {
        intake.passed_over.retain(|line| !line.starts_with(&own));
    }
    let Pair { left, mut right } = shown(args, &intake.articles)?;
    if args.paste && args.right.is_none() && left + 1 < intake.articles.len() {
        right = intake.articles.len() - 1;
    }
    let mut indices = [left, right];
    let left_out = intake.limit(&mut indices);
    let mut lines = intake.messages(left_out.as_ref(), &LeftOutWay::Option);
    lines.by_ref().take(MOST_LINES).for_each(|line| say(&line));
    match lines.count() {
        0 => {}
        more => say(&format!("… and {more} more lines of this kind")),
    }
    let way = LeftOutWay::from(&args.keymap);
    let messages = intake.messages(left_out.as_ref(), &way).take(MOST_LINES).collect();
    let (source, awaited) = (Source::new(&paths, &intake), intake.awaited());
    let shown = Pair::new(indices[0], indices[1]);
    let name = match (chosen, &paths[..]) {
        (Some(story), _) => story.name.clone(),
        (None, [_]) => intake.name.unwrap_or_else(|| name_of(&paths)),
        (None, _) => name_of(&paths),
    };
    Ok(OpenedStory {
        story: Story::new(name, intake.articles).with_lists(args.lists.clone()),
        source,
        awaited,
        shown,
        messages,
        paths,
        shelf,
    })
}

/// Returns the stories to choose from, and what there is to say of others: those that lie in the folder that is named,
/// or those that passim found in it.
fn shelf(args: &Options) -> Result<(Vec<ShelfStory>, Vec<String>)> {
    match (&args.paths[..], &args.clusters) {
        ([folder], Some(file)) if folder.is_dir() => {
            let found = clusters::stories(file, folder)?;
            Ok((found.stories, found.remarks))
        }
        (_, Some(_)) => bail!("--clusters: name the one folder in which the articles lie"),
        ([folder], None) if folder.is_dir() => Ok((shelf::stories(folder), Vec::new())),
        _ => Ok((Vec::new(), Vec::new())),
    }
}

/// Asks, at a terminal, whether the addresses that a folder's `story.toml` names are to be fetched; no answer is none.
fn asks_to_fetch(paths: &[PathBuf]) -> Result<bool> {
    let [folder] = paths else { return Ok(false) };
    let addresses = if folder.is_dir() { intake::addresses(folder)? } else { Vec::new() };
    if !cfg!(feature = "fetch") || addresses.is_empty() || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Ok(false);
    }
    addresses.iter().take(MOST_LINES).for_each(|address| say(address));
    let what = if addresses.len() == 1 { "this address" } else { "these addresses" };
    let _ = write!(io::stderr(), "diptych: the story names {what}; fetch now? [y/N] ");
    let mut answer = String::new();
    let _ = io::stdin().lock().take(ANSWER).read_line(&mut answer);
    Ok(matches!(answer.trim(), "y" | "Y" | "yes" | "Yes"))
}

/// Returns how a line begins that says of the file to be written that it is no article.
fn output_line(args: &Options, paths: &[PathBuf]) -> Option<String> {
    let ([folder], Some(output)) = (paths, &args.output) else { return None };
    let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let is_there = parent.canonicalize().ok()? == folder.canonicalize().ok()?;
    let path = folder.join(output.file_name()?);
    is_there.then(|| format!("{}: ", clean::line(&path.to_string_lossy())))
}

/// Returns which story of a folder to open: the one that is asked for, else the first, if no articles lie in the folder
/// itself. `None` if it is the folder's own.
fn chosen<'s>(args: &Options, shelf: &'s [ShelfStory]) -> Result<Option<&'s ShelfStory>> {
    let [folder] = &args.paths[..] else {
        return args.story.as_ref().map_or(Ok(None), |_| {
            bail!("--story: chooses a story of one folder; {} paths are named", args.paths.len())
        });
    };
    match &args.story {
        Some(name) => shelf::find(shelf, name).map(Some).ok_or_else(|| {
            let names: Vec<&str> = shelf.iter().take(MOST_NAMES).map(|story| story.own.as_str()).collect();
            let more = if shelf.len() > MOST_NAMES { " …" } else { "" };
            let there = if names.is_empty() {
                "there is none".to_owned()
            } else {
                format!("there are {}{more}", names.join(", "))
            };
            anyhow!("{name}: no such story in {}; {there}", folder.display())
        }),
        None if args.clusters.is_none() && (shelf.is_empty() || shelf::has_articles(folder)) => Ok(None),
        None => Ok(shelf.first()),
    }
}

/// Returns the passages that are asked for.
pub fn filter(name: &str, story: &Story) -> Result<Filter> {
    let is_known = |filter: &Filter| match filter {
        Filter::OnlyIn(article) | Filter::NotIn(article) => *article < story.articles().len(),
        Filter::NotInAny(articles) => articles.iter().all(|article| article < story.articles().len()),
        _ => true,
    };
    let filter = Filter::named(name).filter(is_known);
    filter.ok_or_else(|| {
        anyhow!("{name}: no such passages; there are {}, X a letter, N blocks", Filter::NAMES.join(", "))
    })
}

/// Returns what to call a story of one's own: its folder.
fn name_of(paths: &[PathBuf]) -> String {
    let folder = match paths {
        [folder] if folder.is_dir() => folder.canonicalize().ok(),
        [first, ..] => first.canonicalize().ok().and_then(|path| path.parent().map(Path::to_path_buf)),
        [] => None,
    };
    let name =
        folder.as_deref().and_then(Path::file_name).map_or_else(|| "articles".into(), |name| name.to_string_lossy());
    clean::line(&name)
}

/// Returns which two articles to show: those asked for, else the first two.
fn shown(args: &Options, articles: &[Article]) -> Result<Pair<usize>> {
    if let [only] = articles {
        bail!("{}: one article only; two are needed to compare", only.source);
    }
    let asked = Pair::new(&args.left, &args.right);
    let find = |name: &Option<String>| name.as_deref().map(|name| find(articles, &clean::line(name))).transpose();
    let (left, right) = (find(asked.left)?, find(asked.right)?);
    let first_but = |other: Option<usize>| usize::from(other == Some(0));
    let left = left.unwrap_or_else(|| first_but(right));
    let right = right.unwrap_or_else(|| {
        if left == 0 {
            1
        } else if left == 1 && args.left.is_some() {
            0
        } else {
            usize::from(left == 0)
        }
    });
    if left == right {
        bail!("{}: on both sides; name two articles", letter(left));
    }
    Ok(Pair::new(left, right))
}

/// Finds an article by letter, else by its exact file name, else by the name that the screen shows, else by a unique
/// part of that; case aside.
fn find(articles: &[Article], name: &str) -> Result<usize> {
    if let Some(index) = index_of_letter(name).filter(|&index| index < articles.len()) {
        return Ok(index);
    }
    let is_file = |index: usize| {
        let source = &articles[index].source;
        source == name || source.rsplit(['/', '\\']).next() == Some(name)
    };
    let part = folded(name);
    let label = |index: usize| folded(articles[index].label());
    let is_label = |index: usize| label(index) == part || folded(&named(index, &articles[index])) == part;
    let has_part = |index: usize| !part.is_empty() && label(index).contains(&part);
    for matches in [&is_file as &dyn Fn(usize) -> bool, &is_label, &has_part] {
        let mut found = (0..articles.len()).filter(|&index| matches(index));
        match (found.next(), found.next()) {
            (Some(index), None) => return Ok(index),
            (Some(first), Some(second)) => {
                bail!("{name}: not one article only; {} and {} match", letter(first), letter(second))
            }
            _ => {}
        }
    }
    bail!("{name}: no article of that letter, file name or name shown; there are {}", listed(articles))
}

/// Returns a name for comparison: without regard to case, and to whether an accent is a character of its own.
fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// Returns what the screen calls an article.
fn named(index: usize, article: &Article) -> String {
    format!("{} {}", letter(index), article.label())
}

fn listed(articles: &[Article]) -> String {
    articles.iter().enumerate().map(|(index, article)| named(index, article)).collect::<Vec<_>>().join(", ")
}
