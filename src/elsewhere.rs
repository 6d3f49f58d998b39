//! Wording that stands elsewhere in the other article: not where it is looked for, so that nobody may call it missing.
//!
//! ```text
//!     left ¶2     The order [was signed on Monday by the mayor of the town] and is final.
//!     right ¶7    Nothing was signed on Monday by the mayor of the town, it is said.      ¶2 and ¶7 are not linked
//! ```
//!
//! A run of five and more words of a block that stands in one block of the other article is *elsewhere* as far as one side
//! seems to have it alone: in another block, or once more in a block of the same link. Words of the run that are matched in the
//! link stay shared; where they are matched with the very place, the run does not stand elsewhere. Words are those of shared wording (case and punctuation do not count), and furniture is no place to stand.
//! Of runs that overlap the longest one wins what both have, and the other ones keep the rest.
//!
//! A block is *said again* if an earlier block of its own article says it already, or if nearly all of it is elsewhere.

mod own;
mod search;

use std::iter;
use std::ops::Range;

pub(crate) use own::repeated;
use search::{LinkMatches, Search};

use crate::article::Article;
use crate::diff::{self, Change, Difference, Mark, Segment, Spot, Wording};
use crate::pair::{Pair, Side};
use crate::run_index::{RUN, RunIndex};

/// Holds words that stand elsewhere in the other article: a run of five and more, or what of one is neither matched in a link nor
/// part of a longer run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElsewhereRun {
    /// The block that they stand in, by index.
    pub block: usize,
    /// Where they stand in the block's text, in bytes, with the marks that open and close them.
    pub range: Range<usize>,
    /// How many they are.
    pub words: usize,
    /// The run of five and more words that they are part of, in bytes of the block's text; runs may overlap.
    pub whole: Range<usize>,
    /// The words of the run.
    pub whole_words: usize,
    /// The blocks of the other article that have the run too, by index, ascending; the first few if there are many.
    pub at: Vec<usize>,
    /// For each of these blocks the byte of its text at which the run begins.
    pub starts: Vec<usize>,
}

impl ElsewhereRun {
    /// Returns the parts of runs that follow each other, those of one run together.
    pub fn by_run(parts: &[Self]) -> impl Iterator<Item = &[Self]> {
        parts.chunk_by(|one, next| one.block == next.block && one.whole == next.whole)
    }
}

/// Holds what of two articles stands elsewhere in the other one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// For each side the runs, in reading order.
    pub runs: Pair<Vec<ElsewhereRun>>,
    /// For each side and block whether it is said again.
    pub again: Pair<Vec<bool>>,
    /// For each side and block the blocks of its own article that say it, by index, ascending; the first few if there are many.
    own: Pair<Vec<Vec<usize>>>,
    /// For each side and block whether all but a tenth of its words are elsewhere.
    there: Pair<Vec<bool>>,
}

impl Elsewhere {
    /// Returns the runs of a block. Cost: logarithmic in the runs.
    #[must_use]
    pub fn in_block(&self, side: Side, block: usize) -> &[ElsewhereRun] {
        let runs = &self.runs[side];
        let start = runs.partition_point(|run| run.block < block);
        let end = start + runs[start..].partition_point(|run| run.block == block);
        &runs[start..end]
    }

    /// Returns the run of a block that stands in a range of its text. Cost: logarithmic in the runs.
    #[must_use]
    pub fn run_in(&self, side: Side, block: usize, range: &Range<usize>) -> Option<&ElsewhereRun> {
        let runs = self.in_block(side, block);
        runs.get(runs.partition_point(|run| run.range.start < range.start)).filter(|run| run.range.end <= range.end)
    }

    /// Returns the first run of a block that reaches into a range of its text. Cost: logarithmic in the runs.
    #[must_use]
    pub fn first_within(&self, side: Side, block: usize, range: &Range<usize>) -> Option<&ElsewhereRun> {
        let runs = self.in_block(side, block);
        let first = runs.partition_point(|run| run.range.end <= range.start);
        runs.get(first).filter(|run| run.range.start < range.end)
    }

    /// Returns whether two blocks have wording in common that stands elsewhere, or one of them is said again: all that a hint
    /// could say of them is said.
    #[must_use]
    pub fn tells(&self, blocks: Pair<usize>) -> bool {
        Side::BOTH.into_iter().any(|side| {
            let (own, there) = (blocks[side], blocks[side.other()]);
            self.is_again(side, own) || self.in_block(side, own).iter().any(|run| run.at.contains(&there))
        })
    }

    /// Returns whether a block is said again.
    #[must_use]
    pub fn is_again(&self, side: Side, block: usize) -> bool {
        self.again[side].get(block).copied().unwrap_or(false)
    }

    /// Returns the blocks of its own article that say what a block says again, by index, ascending; the first few if there are many.
    #[must_use]
    pub fn said_in(&self, side: Side, block: usize) -> &[usize] {
        self.own[side].get(block).map_or(&[], Vec::as_slice)
    }

    /// Returns whether nearly all of a block stands elsewhere in the other article: so it is said again for what that says.
    #[must_use]
    pub fn stands_there(&self, side: Side, block: usize) -> bool {
        self.there[side].get(block).copied().unwrap_or(false)
    }

    /// Returns the blocks of the other article where runs of a block stand, by index, ascending. Cost: n log n in them.
    #[must_use]
    pub fn places_of(&self, side: Side, block: usize) -> Vec<usize> {
        let mut places: Vec<usize> = self.in_block(side, block).iter().flat_map(|run| run.at.iter().copied()).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Returns the same with the sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        let Self { runs, again, own, there } = self;
        Self { runs: runs.swap(), again: again.swap(), own: own.swap(), there: there.swap() }
    }
}

/// A link as far as it matters here.
pub(crate) struct Linked<'l> {
    pub blocks: Pair<&'l [usize]>,
    pub moved: bool,
    pub wording: &'l mut Wording,
}

/// Finds what stands elsewhere, and marks it in the links' wording.
///
/// Cost: near linear in the words of both, in the words beside what is matched for links; extending runs is bounded by a budget of
/// words, beyond which shorter runs may be found than there are, but none is passed over.
pub(crate) fn find(articles: Pair<&Article>, texts: Pair<&RunIndex>, links: &mut [Linked<'_>]) -> Elsewhere {
    let mut link_of = articles.map(|article| vec![None; article.blocks.len()]);
    for (index, link) in links.iter().enumerate() {
        for side in Side::BOTH {
            link.blocks[side].iter().for_each(|&block| link_of[side][block] = Some(index));
        }
    }
    let mut runs = Pair::<Vec<ElsewhereRun>>::default();
    let matched =
        Pair::from_fn(|side| links.iter().map(|link| LinkMatches::new(link.wording, texts, side)).collect::<Vec<_>>());
    for side in Side::BOTH {
        let mut search = Search::new(texts[side], texts[side.other()]);
        for (block, link) in link_of[side].iter().enumerate() {
            let text = &articles[side].blocks[block].text;
            let stretches: Vec<Range<usize>> = match link {
                None => iter::once(0..text.len()).collect(),
                Some(link) => {
                    let segments = &links[*link].wording.segments[side];
                    let only = segments.iter().filter(|segment| segment.block == block && is_only(segment));
                    only.map(|segment| segment.range.clone()).collect()
                }
            };
            search.set_matched(link.map(|link| &matched[side][link]));
            let found = search.parts(block, &stretches);
            runs[side]
                .extend(stretches.into_iter().zip(found).flat_map(|(stretch, runs)| with_marks(text, stretch, runs)));
        }
    }
    let own = Pair::from_fn(|side| {
        let is_in_order = |block: usize| link_of[side][block].is_some_and(|link| !links[link].moved);
        repeated(texts[side], |block| (link_of[side][block].is_some(), is_in_order(block)))
    });
    let there = Pair::from_fn(|side| stand_there(texts[side], &runs[side]));
    let again = Pair::from_fn(|side| {
        own[side].iter().zip(&there[side]).map(|(own, is_there)| !own.is_empty() || *is_there).collect()
    });
    let elsewhere = Elsewhere { runs, again, own, there };
    for link in links {
        mark(link, &elsewhere, articles);
    }
    elsewhere
}

/// Gives the runs of a stretch of a text, in order, the marks that open and close them.
fn with_marks(text: &str, stretch: Range<usize>, runs: Vec<ElsewhereRun>) -> impl Iterator<Item = ElsewhereRun> {
    let mut end = stretch.start;
    let mut next = runs.iter().skip(1).map(|run| run.range.start).collect::<Vec<_>>().into_iter();
    runs.into_iter().map(move |mut run| {
        let Range { start, end: last } = run.range;
        let until = next.next().unwrap_or(stretch.end);
        run.range = diff::opened_at(text, start).max(end)..diff::closed_at(text, last).min(until);
        end = run.range.end;
        run
    })
}

const fn is_only(segment: &Segment) -> bool {
    matches!(segment.mark, Mark::Only(Change::Wording))
}

/// Tells for each block of a side whether all but a tenth of its words are elsewhere.
fn stand_there(text: &RunIndex, runs: &[ElsewhereRun]) -> Vec<bool> {
    let mut counted = vec![0; text.blocks()];
    for run in runs {
        counted[run.block] += run.words;
    }
    let is_there = |(block, &elsewhere): (usize, &usize)| {
        elsewhere >= RUN && own::is_nearly_all(elsewhere, text.words_of(block).len())
    };
    counted.iter().enumerate().map(is_there).collect()
}

/// Marks what stands elsewhere in a link's segments, and forgets differences of which nothing else is left.
fn mark(link: &mut Linked<'_>, elsewhere: &Elsewhere, articles: Pair<&Article>) {
    for side in Side::BOTH {
        if link.blocks[side].iter().all(|&block| elsewhere.in_block(side, block).is_empty()) {
            continue;
        }
        let segments = std::mem::take(&mut link.wording.segments[side]);
        let split = |segment: Segment| split(segment, side, elsewhere, articles);
        link.wording.segments[side] = segments.into_iter().flat_map(split).collect();
    }
    let wording = &mut *link.wording;
    let segments = &wording.segments;
    let cut = |difference: Difference| {
        if difference.moved || difference.change != Change::Wording {
            return vec![difference];
        }
        left_of(&difference, segments, articles)
    };
    wording.differences = std::mem::take(&mut wording.differences).into_iter().flat_map(cut).collect();
}

/// Returns what is left of a difference without what stands elsewhere: of one side alone a difference for each stretch, and
/// words that both sides have are part of none.
fn left_of(difference: &Difference, segments: &Pair<Vec<Segment>>, articles: Pair<&Article>) -> Vec<Difference> {
    let Difference { at, .. } = difference;
    let (mut has_elsewhere, mut left) = (false, Pair::<Vec<Spot>>::default());
    for side in Side::BOTH {
        let Spot { start, end } = at[side];
        let mut is_open = false;
        for Segment { block, range, mark } in &segments[side] {
            let (first, last) = ((*block, range.start), (*block, range.end));
            if last <= start || first >= end {
                continue;
            }
            match mark {
                Mark::Elsewhere => (has_elsewhere, is_open) = (true, false),
                Mark::Only(_) => {
                    let spot = Spot { start: first.max(start), end: last.min(end) };
                    match left[side].last_mut().filter(|_| is_open) {
                        Some(open) => open.end = spot.end,
                        None => left[side].push(spot),
                    }
                    is_open = true;
                }
                Mark::Shared | Mark::Moved => {
                    is_open &= !has_words(&articles[side].blocks[*block].text[range.clone()]);
                }
            }
        }
    }
    if !has_elsewhere {
        return vec![difference.clone()];
    }
    let whole = |side: Side| match (left[side].first(), left[side].last()) {
        (Some(first), Some(last)) => Spot { start: first.start, end: last.end },
        _ => Spot { start: at[side].start, end: at[side].start },
    };
    let alone = |side: Side, spot: &Spot| {
        let mut at = Pair::from_fn(whole);
        at[side] = spot.clone();
        Difference { at, ..difference.clone() }
    };
    match (left.left.is_empty(), left.right.is_empty()) {
        (true, true) => Vec::new(),
        (false, true) => left.left.iter().map(|spot| alone(Side::Left, spot)).collect(),
        (true, false) => left.right.iter().map(|spot| alone(Side::Right, spot)).collect(),
        (false, false) => vec![Difference { at: Pair::from_fn(whole), ..difference.clone() }],
    }
}

/// Cuts a segment that one side has alone where runs of it stand elsewhere.
fn split(segment: Segment, side: Side, elsewhere: &Elsewhere, articles: Pair<&Article>) -> Vec<Segment> {
    if !is_only(&segment) {
        return vec![segment];
    }
    let Segment { block, range, mark } = segment;
    let within = elsewhere.in_block(side, block).iter();
    let within = within.filter(|run| range.start <= run.range.start && run.range.end <= range.end);
    segments(&articles[side].blocks[block].text, range.clone(), within, |at| Segment { block, range: at, mark })
}

/// Returns whether anything of a text is more than marks and spaces.
fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Cuts a stretch of a block's text into what `rest` makes of it, and the runs that stand elsewhere. Marks and spaces
/// between two runs, or between one and an end of the stretch, go with the run: alone they tell nothing. So do spaces beside a run,
/// that no mark of what one side has alone begins or ends with one.
fn segments<'r>(
    text: &str,
    range: Range<usize>,
    runs: impl Iterator<Item = &'r ElsewhereRun>,
    rest: impl Fn(Range<usize>) -> Segment,
) -> Vec<Segment> {
    let has_words = |range: &Range<usize>| has_words(&text[range.clone()]);
    let mut cut: Vec<Segment> = Vec::new();
    let mut end = range.start;
    for run in runs {
        let between = end..run.range.start;
        let start = match cut.last_mut() {
            last if has_words(&between) => {
                let trimmed = text[between.clone()].trim_end();
                let mut own = between.start..between.start + trimmed.len();
                if let Some(run) = last {
                    own.start = own.end - trimmed.trim_start().len();
                    run.range.end = own.start;
                }
                let end = own.end;
                cut.push(rest(own));
                end
            }
            Some(last) => {
                last.range.end = between.end;
                between.end
            }
            None => between.start,
        };
        cut.push(Segment { block: run.block, range: start..run.range.end, mark: Mark::Elsewhere });
        end = run.range.end;
    }
    let after = end..range.end;
    match cut.last_mut() {
        Some(last) if !has_words(&after) => last.range.end = after.end,
        Some(last) => {
            last.range.end = after.end - text[after.clone()].trim_start().len();
            let after = last.range.end..after.end;
            cut.push(rest(after));
        }
        _ if !after.is_empty() => cut.push(rest(after)),
        _ => {}
    }
    cut
}

impl Elsewhere {
    /// Returns the segments of a block that stands alone; they join to its text. One whole `only` segment if nothing of
    /// it stands elsewhere.
    #[must_use]
    pub fn segments_alone(&self, article: &Article, side: Side, block: usize) -> Vec<Segment> {
        let text = &article.blocks[block].text;
        let rest = |range| Segment { block, range, mark: Mark::Only(Change::Wording) };
        segments(text, 0..text.len(), self.in_block(side, block).iter(), rest)
    }
}

#[cfg(test)]
mod tests;
