//! Wording that stands elsewhere in the other article: not where it is looked for, so that nobody may call it missing.
//!
//! ```text
//!     left ¶2     The order [was signed on Monday by the mayor of the town] and is final.
//!     right ¶7    Nothing was signed on Monday by the mayor of the town, it is said.      ¶2 and ¶7 are not linked
//! ```
//!
//! A run of five and more words that one side seems to have alone, and that stands in one block of the other article, is
//! *elsewhere*: in another block, or once more in a block of the same link. Words are those of shared wording (case and
//! punctuation do not count), and furniture is no place to stand. Of runs that overlap the longest one wins.
//!
//! A block is *said again* if an earlier block of its own article says it already, or if nearly all of it is elsewhere.

mod own;
mod search;

use std::ops::Range;

pub(crate) use own::repeated;
use search::Search;

use crate::article::Article;
use crate::diff::{self, Change, Difference, Mark, Segment, Spot, Wording};
use crate::pair::{Pair, Side};
use crate::run_index::{RUN, RunIndex};

/// Holds a run of words that stands elsewhere in the other article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElsewhereRun {
    /// The block that it stands in, by index.
    pub block: usize,
    /// Where it stands in the block's text, in bytes, with the marks that open and close it.
    pub range: Range<usize>,
    /// Its words.
    pub words: usize,
    /// The blocks of the other article that have it too, by index, ascending; the first few if there are many.
    pub at: Vec<usize>,
}

/// Holds what of two articles stands elsewhere in the other one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// For each side the runs, in reading order.
    pub runs: Pair<Vec<ElsewhereRun>>,
    /// For each side and block whether it is said again.
    pub again: Pair<Vec<bool>>,
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

    /// Returns the same with the sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self { runs: self.runs.swap(), again: self.again.swap() }
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
/// Cost: near linear in the words of both; extending runs is bounded by a budget of words, beyond which shorter runs may
/// be found than there are, but none is passed over.
pub(crate) fn find(articles: Pair<&Article>, texts: Pair<&RunIndex>, links: &mut [Linked<'_>]) -> Elsewhere {
    let mut link_of = articles.map(|article| vec![None; article.blocks.len()]);
    for (index, link) in links.iter().enumerate() {
        for side in Side::BOTH {
            link.blocks[side].iter().for_each(|&block| link_of[side][block] = Some(index));
        }
    }
    let mut runs = Pair::<Vec<ElsewhereRun>>::default();
    for side in Side::BOTH {
        let mut search = Search::new(texts[side], texts[side.other()]);
        for (block, link) in link_of[side].iter().enumerate() {
            let text = &articles[side].blocks[block].text;
            let mut add = |range: Range<usize>| {
                let found = search.runs(block, range.clone());
                runs[side].extend(with_marks(text, range, found));
            };
            match link {
                None => add(0..text.len()),
                Some(link) => {
                    let segments = &links[*link].wording.segments[side];
                    let only = segments.iter().filter(|segment| segment.block == block && is_only(segment));
                    only.for_each(|segment| add(segment.range.clone()));
                }
            }
        }
    }
    let elsewhere = Elsewhere { again: again(texts, &link_of, links, &runs), runs };
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

/// Tells for each block whether it is said again.
fn again(
    texts: Pair<&RunIndex>,
    link_of: &Pair<Vec<Option<usize>>>,
    links: &[Linked<'_>],
    runs: &Pair<Vec<ElsewhereRun>>,
) -> Pair<Vec<bool>> {
    Pair::from_fn(|side| {
        let is_verbatim = |block: usize| link_of[side][block].is_some_and(|link| !links[link].moved);
        let mut again = repeated(texts[side], |block| (link_of[side][block].is_some(), is_verbatim(block)));
        let mut counted = vec![0; again.len()];
        for run in &runs[side] {
            counted[run.block] += run.words;
        }
        for (block, &elsewhere) in counted.iter().enumerate() {
            let all = texts[side].words_of(block).len();
            again[block] |= elsewhere >= RUN && own::is_nearly_all(elsewhere, all);
        }
        again
    })
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
        left_of(&difference, segments)
    };
    wording.differences = std::mem::take(&mut wording.differences).into_iter().flat_map(cut).collect();
}

/// Returns what is left of a difference without what stands elsewhere: of one side alone a difference for each stretch.
fn left_of(difference: &Difference, segments: &Pair<Vec<Segment>>) -> Vec<Difference> {
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
                Mark::Shared | Mark::Moved => {}
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

/// Cuts a stretch of a block's text into what `rest` makes of it, and the runs that stand elsewhere. Marks and spaces
/// between two runs, or between one and an end of the stretch, go with the run: alone they tell nothing. So do spaces beside a run,
/// that no mark of what one side has alone begins or ends with one.
fn segments<'r>(
    text: &str,
    range: Range<usize>,
    runs: impl Iterator<Item = &'r ElsewhereRun>,
    rest: impl Fn(Range<usize>) -> Segment,
) -> Vec<Segment> {
    let has_words = |range: &Range<usize>| text[range.clone()].contains(char::is_alphanumeric);
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
