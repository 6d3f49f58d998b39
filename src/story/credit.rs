//! Where the source is named, and which long runs of shared wording stand inside quotation marks.
//!
//! For every run of twenty words and more that an article has in common with the source, two things can be pointed at:
//! where the source's name stands in the article (byline, dateline, "the Wire reported"), and whether the run stands
//! inside quotation marks. What is not found is not proof that there is none.

use std::ops::Range;

use super::BaseComparisons;
use crate::article::{Article, Kind};
use crate::sharing::SharedRun;
use crate::unicode::quotes;
use crate::words::{self, Class};

/// The least words of a run that is looked at.
pub const LONG: usize = 20;

/// Holds a long run of shared wording, and what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The run, in the article.
    pub run: SharedRun,
    /// Whether the run stands inside quotation marks.
    pub is_quoted: bool,
}

/// Holds where an article names the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// The names that the source states: its outlet, and the credit in its dateline: `(Reuters)`.
    pub names: Vec<String>,
    /// Those of them that stand in the article.
    pub found: Vec<String>,
    /// The blocks of the article, from 0, in which one of them stands.
    pub blocks: Vec<usize>,
}

impl Naming {
    /// Returns what was found, for scripts.
    #[must_use]
    pub const fn finding(&self) -> Finding {
        match (self.names.is_empty(), self.blocks.is_empty()) {
            (true, _) => Finding::NoName,
            (false, false) => Finding::Named,
            (false, true) => Finding::NotNamed,
        }
    }
}

/// Says whether the source is named in an article. None of these is a verdict: that a name stands there says not why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Finding {
    /// A name of the source stands in the article.
    #[cfg_attr(feature = "schema", schemars(rename = "named"))]
    Named,
    /// None was found there.
    #[cfg_attr(feature = "schema", schemars(rename = "name not found"))]
    NotNamed,
    /// The source states no name to look for.
    #[cfg_attr(feature = "schema", schemars(rename = "no name stated"))]
    NoName,
}

impl Finding {
    /// Returns its name for scripts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::NotNamed => "name not found",
            Self::NoName => "no name stated",
        }
    }
}

/// Finds the long runs that the base and another article share, and whether each stands inside quotation marks; none if
/// it is the base.
///
/// Cost: linear in the blocks that they stand in.
#[must_use]
pub fn credits(seen: &BaseComparisons<'_>, article: usize) -> Vec<Credit> {
    let Some(comparison) = seen.with(article) else { return Vec::new() };
    let blocks = &seen.story.articles()[article].blocks;
    let long = comparison.sharing.runs.right.iter().filter(|run| run.words >= LONG);
    let credit =
        |run: &SharedRun| Credit { run: run.clone(), is_quoted: is_quoted(&blocks[run.block].text, &run.range) };
    long.map(credit).collect()
}

/// Finds where an article names the source. Cost: linear in the article for each of the source's names.
#[must_use]
pub fn naming(source: &Article, article: &Article) -> Naming {
    let names = names(source);
    let (mut found, mut blocks) = (Vec::new(), Vec::new());
    for name in &names {
        let own = blocks_with(article, name);
        // A name that is part of one that was found tells nothing more.
        let is_part = found.iter().any(|other: &String| other.to_lowercase().contains(&name.to_lowercase()));
        found.extend((!own.is_empty() && !is_part).then(|| name.clone()));
        blocks.extend(own);
    }
    blocks.sort_unstable();
    blocks.dedup();
    Naming { names, found, blocks }
}

/// Returns the names that the source goes by, as they are written.
fn names(source: &Article) -> Vec<String> {
    let dateline = source.blocks.iter().find(|block| block.dateline > 0).map(|block| &block.text[..block.dateline]);
    let inside = dateline.and_then(|text| text.split_once('(')?.1.split_once(')').map(|(inside, _)| inside));
    let stated = [source.outlet.as_deref(), inside].into_iter().flatten().map(str::trim);
    let mut names: Vec<String> = Vec::new();
    for name in stated.filter(|name| name.chars().count() > 2) {
        if !names.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Returns the blocks in which a name stands as whole words.
fn blocks_with(article: &Article, name: &str) -> Vec<usize> {
    let words = |text: &str| {
        let words = words::tokens(text).filter(|piece| piece.class == Class::Word);
        words.map(|piece| piece.text.trim_end_matches("’s").trim_end_matches("'s").to_lowercase()).collect::<Vec<_>>()
    };
    let name = words(name);
    let is_named = |text: &str| !name.is_empty() && words(text).windows(name.len()).any(|run| run == name.as_slice());
    let counts = |kind: Kind| kind != Kind::Furniture;
    let blocks = article.blocks.iter().enumerate().filter(|(_, block)| counts(block.kind) && is_named(&block.text));
    blocks.map(|(index, _)| index).collect()
}

/// Tells whether a run begins within a quotation of its block and ends within one, or has no quotation mark after it:
/// "So it was," she said, "and so it is" counts.
fn is_quoted(text: &str, run: &Range<usize>) -> bool {
    let &Range { start, end } = run;
    let quotations = quotes::quotations(text);
    let begins = quotations.iter().any(|quotation| quotation.contains(&start));
    let ends = || quotations.iter().any(|quotation| quotation.start < end && end <= quotation.end);
    let is_last = || quotations.iter().all(|quotation| quotation.end <= end);
    begins && (ends() || is_last())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a text in which `[` and `]` stand around the run.
    #[track_caller]
    fn check(drawn: &str, quoted: bool) {
        let text = drawn.replace(['[', ']'], "");
        let start = drawn.find('[').expect("the run begins");
        let end = drawn.find(']').expect("the run ends") - 1;
        assert_eq!(is_quoted(&text, &(start..end)), quoted, "{drawn}");
    }

    #[test]
    fn a_run_is_quoted_in_any_marks() {
        for (open, close) in
            ["“”", "\"\"", "‘’", "''", "„“", "‚‘", "«»", "»«", "‹›", "「」", "『』", "《》", "〈〉", "〝〟", "””"]
                .map(|two| two.split_at(two.chars().next().map_or(0, char::len_utf8)))
        {
            check(&format!("{open}The ferry [lies at] its berth{close} and waits."), true);
            check(&format!("He said {open}so{close} that [it lies at] its {open}berth{close}."), false);
            check(&format!("The boats’ crew isn’t {open}there{close}, and the ferry’s [berth is] empty."), false);
        }
    }

    #[test]
    fn a_run_from_one_quotation_into_another_is_quoted() {
        check("“The ferry [lies at its berth,” she said, “and it] waits.”", true);
        check("‘The ferry [lies at its berth,’ she said, ‘and it] waits.’", true);
        check("“The ferry” [lies at its berth, she said, “and it] waits.”", false);
        check("“The ferry [lies at its berth,” she said. The rest] is “old”.", false);
    }

    #[test]
    fn a_quotation_may_go_on_in_the_next_paragraph() {
        check("“The ferry [lies at its] berth.", true);
        check("‘The ferry [lies at its] berth.", true);
        check("She said “no”. “The ferry [lies at its] berth.", true);
        check("It was ‘time, and the ferry [lies at its] berth.", false);
    }
}
