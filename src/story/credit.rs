//! Which long runs of shared wording stand inside quotation marks.
//!
//! For every run of twenty words and more that an article has in common with the source, two things can be pointed at:
//! [where the source's name stands](super::naming) in the article (byline, dateline, "the Wire reported"), and whether the run
//! stands inside quotation marks. What is not found is not proof that there is none.

use std::ops::Range;

use super::BaseComparisons;
use crate::run_index::RUN;
use crate::sharing::SharedRun;
use crate::unicode::quotes;
use crate::words;

/// The least words of a run that is looked at.
pub const LONG: usize = 20;

/// Holds a long run of shared wording, and what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The run, in the article.
    pub run: SharedRun,
    /// How much of it stands inside quotation marks.
    pub quoted: Quoted,
}

/// Says how much of a run stands inside quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quoted {
    /// The run, but for the speaker between two parts of a quotation.
    Whole,
    /// A part of it.
    Partly,
    /// Nothing of it.
    Nothing,
}

/// Finds the long runs that the base and another article share, and whether each stands inside quotation marks; none if
/// it is the base.
///
/// Cost: linear in the blocks that they stand in.
#[must_use]
pub fn credits(seen: &BaseComparisons<'_>, article: usize) -> Vec<Credit> {
    let Some(comparison) = seen.with(article) else { return Vec::new() };
    let blocks = &seen.story.articles()[article].blocks;
    let long: Vec<&SharedRun> = comparison.sharing.runs.right.iter().filter(|run| run.words >= LONG).collect();
    let of_block = |runs: &[&SharedRun]| {
        let text = blocks[runs[0].block].text.as_str();
        let quotations = quotations(text);
        let credit = |run: &&SharedRun| Credit { run: (*run).clone(), quoted: quoted(text, &quotations, &run.range) };
        runs.iter().map(credit).collect::<Vec<_>>()
    };
    // Runs stand in reading order.
    long.chunk_by(|one, next| one.block == next.block).flat_map(of_block).collect()
}

/// Returns what of a text stands in quotation marks, in order; some within others.
fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut quotations = quotes::quotations(text);
    quotations.sort_unstable_by_key(|quotation| quotation.start);
    quotations
}

/// Of a run that is quoted, one word in so many may stand outside the marks at most: who speaks is named between two parts.
const SPEAKER: usize = 4;

/// Tells how much of a run stands inside quotation marks.
///
/// It begins within a quotation of its block and ends within one, and between two of them stand fewer words than a run has that
/// counts as shared wording, and few in all: "So it was," she said, "and so it is" is quoted.
fn quoted(text: &str, quotations: &[Range<usize>], run: &Range<usize>) -> Quoted {
    let words = |bytes: Range<usize>| words::count(&text[bytes]);
    let (mut at, mut inside, mut outside, mut is_whole) = (run.start, 0, 0, true);
    for quotation in quotations.iter().filter(|quotation| quotation.end > run.start && quotation.start < run.end) {
        let (start, end) = (quotation.start.max(at), quotation.end.min(run.end));
        if start < end {
            let between = words(at..start);
            is_whole &= if at == run.start { between == 0 } else { between < RUN };
            outside += between;
            inside += words(start..end);
            at = end;
        }
    }
    let rest = words(at..run.end);
    outside += rest;
    match (inside, is_whole && rest == 0 && outside * SPEAKER <= inside + outside) {
        (0, _) => Quoted::Nothing,
        (_, true) => Quoted::Whole,
        (_, false) => Quoted::Partly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks a text in which `[` and `]` stand around the run.
    #[track_caller]
    fn check(drawn: &str, expected: Quoted) {
        let text = drawn.replace(['[', ']'], "");
        let start = drawn.find('[').expect("the run begins");
        let end = drawn.find(']').expect("the run ends") - 1;
        assert_eq!(quoted(&text, &quotations(&text), &(start..end)), expected, "{drawn}");
    }

    #[test]
    fn a_run_is_quoted_in_any_marks() {
        for (open, close) in
            ["“”", "\"\"", "‘’", "''", "„“", "‚‘", "«»", "»«", "‹›", "「」", "『』", "《》", "〈〉", "〝〟", "””"]
                .map(|two| two.split_at(two.chars().next().map_or(0, char::len_utf8)))
        {
            check(&format!("{open}The ferry [lies at] its berth{close} and waits."), Quoted::Whole);
            check(&format!("He said {open}so{close} that [it lies at] its {open}berth{close}."), Quoted::Nothing);
            check(
                &format!("The boats’ crew isn’t {open}there{close}, and the ferry’s [berth is] empty."),
                Quoted::Nothing,
            );
        }
    }

    #[test]
    fn a_run_from_one_quotation_into_another_is_quoted() {
        check("“The ferry [lies at its berth,” she said, “and it] waits.”", Quoted::Whole);
        check("‘The ferry [lies at its berth,’ she said, ‘and it] waits.’", Quoted::Whole);
        check("“The ferry” [lies at its berth, she said, “and it] waits.”", Quoted::Partly);
        check("“The ferry [lies at its berth,” she said. The rest] is “old”.", Quoted::Partly);
    }

    #[test]
    fn a_run_that_goes_on_behind_its_quotation_is_quoted_in_part() {
        check("[“We waited too long,” she said, and the council voted eleven to four for it].", Quoted::Partly);
        check("[“We waited too long,” she said on the quay] in May.", Quoted::Partly);
        check("[“We waited,” said Ada Quill of the council on Monday in May, “too long”].", Quoted::Partly);
        check("[The “boat” was no “ship” that he would “sail” in “spring”].", Quoted::Partly);
        check("“Boats [and “ships” of] ours,” she said.", Quoted::Whole);
    }

    #[test]
    fn a_quotation_may_go_on_in_the_next_paragraph() {
        check("“The ferry [lies at its] berth.", Quoted::Whole);
        check("‘The ferry [lies at its] berth.", Quoted::Whole);
        check("She said “no”. “The ferry [lies at its] berth.", Quoted::Whole);
        check("It was ‘time, and the ferry [lies at its] berth.", Quoted::Nothing);
    }
}
