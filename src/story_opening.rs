//! Which story the arguments name, which two of its articles, and which of its passages.
//!
//! ```text
//!     FOLDER --right Ledger  ─►  every article in it, at most so many; the first one, and the Ledger's
//! ```

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use unicode_normalization::UnicodeNormalization;

use crate::output::say;
use diptych::article::Article;
use diptych::intake::{self, Source, bundled, clean};
use diptych::letters::{index_of_letter, letter};
use diptych::options::Options;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::story::presence::Filter;

/// Holds a story that was opened.
pub struct OpenedStory {
    /// Its articles.
    pub story: Story,
    /// Where it was read.
    pub source: Source,
    /// The articles to show.
    pub shown: Pair<usize>,
    /// What to say of articles that were left out, and of what is in none.
    pub notice: Option<String>,
}

/// Opens the story that the arguments name, or the first one that comes with the program.
pub fn open(args: &Options) -> Result<OpenedStory> {
    if args.paths.is_empty() {
        let name = args.story.as_deref().unwrap_or(bundled::FIRST);
        let articles = bundled::read(name)
            .with_context(|| format!("{name}: no such story; there are {}", bundled::names().join(", ")))?;
        let shown = shown(args, &articles)?;
        return Ok(OpenedStory { story: Story::new(name, articles), source: Source::default(), shown, notice: None });
    }
    let mut intake = intake::read_watched(&args.paths, &say)?;
    let Pair { left, right } = shown(args, &intake.articles)?;
    let mut indices = [left, right];
    let left_out = intake.limit(&mut indices);
    for line in intake.passed_over.iter().chain(&left_out).map(String::as_str).chain(intake.notes()) {
        say(line);
    }
    let notices: Vec<String> = left_out.into_iter().chain(intake.notice()).collect();
    let notice = (!notices.is_empty()).then(|| notices.join("; "));
    let source = Source::new(&args.paths, &intake);
    let shown = Pair::new(indices[0], indices[1]);
    Ok(OpenedStory { story: Story::new(name_of(&args.paths), intake.articles), source, shown, notice })
}

/// Returns the passages that are asked for.
pub fn filter(name: &str, story: &Story) -> Result<Filter> {
    let is_known = |filter: &Filter| match filter {
        Filter::OnlyIn(article) | Filter::NotIn(article) => *article < story.articles().len(),
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
        [folder] => folder.canonicalize().ok(),
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
