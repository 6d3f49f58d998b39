//! Whether an article says where its shared wording comes from.
//!
//! For every run of twenty words and more that an article has in common with the source, two things can be pointed at:
//! a *credit*, that is the source's name anywhere in the article (byline, dateline, "the Wire reported"), and whether
//! the run stands inside quotation marks. What is not found is not proof that there is none: "no credit found in this
//! text".

use std::ops::Range;

use super::BaseComparisons;
use crate::article::{Article, Kind};
use crate::comparison::Relation;
use crate::pair::{Pair, Side};
use crate::sharing::SharedRun;
use crate::unicode::quotes;
use crate::words::{self, Class};

/// Gives the words of a run that are looked at.
pub const LONG: usize = 20;

/// Holds what can be pointed at about a run of shared wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The run, in the article.
    pub run: SharedRun,
    /// The blocks of the article, from 0, in which the source is named.
    pub named: Vec<usize>,
    /// Whether the run stands inside quotation marks.
    pub is_quoted: bool,
    /// Which of three.
    pub class: Finding,
}

/// What is found about a credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Finding {
    /// The source is named.
    Credited,
    /// The source is named, and the block that the run stands in was edited.
    #[cfg_attr(feature = "schema", schemars(rename = "credited and reworded"))]
    CreditedAndReworded,
    /// The source's name was not found in this text.
    #[cfg_attr(feature = "schema", schemars(rename = "no credit found in this text"))]
    NotFound,
}

impl Finding {
    /// Returns its name on screen and for scripts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Credited => "credited",
            Self::CreditedAndReworded => "credited and reworded",
            Self::NotFound => "no credit found in this text",
        }
    }
}

/// Looks for credits to the base in another article, for each long run that the two share; none if it is the base.
///
/// Cost: linear in the article for each of the base's names.
#[must_use]
pub fn credits(seen: &BaseComparisons<'_>, article: usize) -> Vec<Credit> {
    let Some(comparison) = seen.with(article) else { return Vec::new() };
    let articles = seen.story.pair(Pair::new(seen.base, article));
    let named = named(articles.right, &names(articles.left));
    let long = comparison.sharing.runs.right.iter().filter(|run| run.words >= LONG);
    let credit = |run: &SharedRun| {
        let link = comparison.link_of(Side::Right, run.block).map(|link| &comparison.links[link]);
        let is_edited = link.is_none_or(|link| link.relation != Relation::Verbatim);
        let class = match (named.is_empty(), is_edited) {
            (true, _) => Finding::NotFound,
            (false, true) => Finding::CreditedAndReworded,
            (false, false) => Finding::Credited,
        };
        let is_quoted = is_quoted(&articles.right.blocks[run.block].text, &run.range);
        Credit { run: run.clone(), named: named.clone(), is_quoted, class }
    };
    long.map(credit).collect()
}

/// Returns the names that the source goes by: its outlet, and the credit in its dateline: `(Reuters)`.
fn names(source: &Article) -> Vec<String> {
    let dateline = source.blocks.iter().find(|block| block.dateline > 0).map(|block| &block.text[..block.dateline]);
    let inside = dateline.and_then(|text| text.split_once('(')?.1.split_once(')').map(|(inside, _)| inside));
    let outlet = source.outlet.as_deref();
    [outlet, inside]
        .into_iter()
        .flatten()
        .map(|name| name.trim().to_lowercase())
        .filter(|name| name.chars().count() > 2)
        .collect()
}

/// Returns the blocks in which one of the names stands as whole words.
fn named(article: &Article, names: &[String]) -> Vec<usize> {
    let words = |text: &str| {
        let words = words::tokens(text).filter(|piece| piece.class == Class::Word);
        words.map(|piece| piece.text.trim_end_matches("’s").trim_end_matches("'s").to_lowercase()).collect::<Vec<_>>()
    };
    let names: Vec<Vec<String>> = names.iter().map(|name| words(name)).filter(|name| !name.is_empty()).collect();
    let is_named = |text: &str| {
        let words = words(text);
        names.iter().any(|name| words.windows(name.len()).any(|run| run == name.as_slice()))
    };
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
