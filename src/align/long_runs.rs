//! Blocks in no link that have a long run of words from a block of the other side, or stand whole in it: they quote it, or are cut
//! from it.
//!
//! ```text
//!     left 3     Who answers for it? The owner, says the port. There is a camera on the mast.    linked with right 4
//!     right 3    Who answers for it? The owner, says the port. Much else is uncertain.           joins that link
//!     right 4    There is a camera on the mast, and it sees far.
//! ```
//!
//! Such a run is no accident, whatever stands around it; nor is half of it inside quotation marks, which two reports have from
//! the same mouth. A short sentence that is a block is no accident either if all of it stands in the other block, where marks part
//! it from what is around:
//!
//! ```text
//!     left 5     A second weir was never built.
//!     right 2    The gates are of oak. A second weir was never built. Two of them leak.       linked with left 5
//!     right 3    The left said that a second weir was never built in time.                    goes on: may be anything
//! ```
//!
//! A run that the link has already, since a block of it has the same, is said again and joins nothing.

use std::cell::LazyCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidates::Candidate;
use super::pipeline::{FoundLink, Pipeline};
use super::profile::UNIT;
use super::{Pass, Text};
use crate::article::Kind;
use crate::pair::{Pair, Side};
use crate::run_index::RUN;
use crate::unicode::quotes;
use crate::words::Form;

/// The words of such a run, at least: two short sentences, or a long one.
const LONG: usize = 16;

/// The words of such a run at least if it stands in quotation marks, on one side or both.
const QUOTED: usize = 8;

/// What two blocks with such a run have in common at the least, as a weight: that of some five words that tell.
const LEAST: u64 = 5 * UNIT as u64;

/// How many different bigrams they have in common at the least: such a run that has fewer says the same few words again.
const BIGRAMS: usize = 4;

/// How many uncommon words are in a block that stands whole in another at the least; a name or a figure counts as two. "That is not
/// so any more" may stand anywhere.
const UNCOMMON: usize = 2;

/// The logit of a link that begins with such a run.
const CERTAIN: f64 = 2.0;

/// Joins such blocks to the links that are there, or links two of them.
///
/// Cost: linear in the words of blocks in no link and of their candidates, which are few.
pub fn join(texts: Pair<Text<'_>>, pipeline: &Pipeline<'_>, links: &mut Vec<FoundLink>) {
    let candidates = &pipeline.candidates;
    let mut marks = Marks(vec![0; texts.left.lexicon.len()], 0);
    let mut link_of = candidates.of.as_ref().map(|of| vec![None; of.len()]);
    for (index, link) in links.iter().enumerate() {
        for (side, blocks) in link.blocks.sides() {
            for &block in blocks {
                link_of[side][block] = Some(index);
            }
        }
    }
    for side in Side::BOTH {
        let other = side.other();
        for block in 0..link_of[side].len() {
            if link_of[side][block].is_some() {
                continue;
            }
            let Some(there) = answering(texts, pipeline, links, &link_of, (side, block), &mut marks) else {
                continue;
            };
            let link = *link_of[other][there].get_or_insert_with(|| {
                let blocks = Pair::seen_from(side, Vec::new(), vec![there]);
                links.push(FoundLink { blocks, pass: Pass::Between, score: CERTAIN });
                links.len() - 1
            });
            link_of[side][block] = Some(link);
            let FoundLink { blocks, pass, .. } = &mut links[link];
            if !blocks[side].is_empty() {
                *pass = Pass::Joined;
            }
            blocks[side].push(block);
            blocks[side].sort_unstable();
        }
    }
}

/// Returns the block of the other side that has the longest run of a block in no link; of equal ones the first.
fn answering(
    texts: Pair<Text<'_>>,
    pipeline: &Pipeline<'_>,
    links: &[FoundLink],
    link_of: &Pair<Vec<Option<usize>>>,
    (side, block): (Side, usize),
    marks: &mut Marks,
) -> Option<usize> {
    let other = side.other();
    let total = pipeline.profiles[side].blocks[block].total;
    let near = pipeline.candidates.of(side, block).map(|k| &pipeline.candidates.all[k]);
    let mut near = near.filter(|near| may_hold_all(near, total) || may_have_run(near)).peekable();
    near.peek()?;
    let own: Vec<Form> = words(texts[side], block).collect();
    if own.len() < RUN {
        return None;
    }
    let starts = LazyCell::new(|| starts(&own));
    let mut best: Option<(usize, usize)> = None;
    marks.set(&own);
    for near in near {
        let there = near.blocks[other];
        let all = may_hold_all(near, total) && are_sentences(texts, near.blocks);
        if !marks.may_have_run(texts[other], there, if all { own.len().min(QUOTED) } else { QUOTED }) {
            continue;
        }
        let words_there: Vec<Form> = words(texts[other], there).collect();
        let whole = || all.then(|| whole(&own, &words_there, texts[other], there)).flatten();
        let longest = || {
            let quoted =
                LazyCell::new(|| Pair::seen_from(side, quoted(texts[side], block), quoted(texts[other], there)));
            let is_telling = |run: &CommonRun| {
                let is_quoted = |side: Side, run: &Range<usize>| quoted[side].iter().any(|words| holds(words, run));
                run.own.len() >= LONG || is_quoted(side, &run.own) || is_quoted(other, &run.there)
            };
            // Of equal ones the first.
            let runs = common(&own, &starts, &words_there).filter(is_telling);
            let longer = |best: Option<Range<usize>>, run: CommonRun| match best {
                Some(best) if best.len() >= run.there.len() => Some(best),
                _ => Some(run.there),
            };
            runs.fold(None, longer)
        };
        let Some(run) = whole().or_else(|| may_have_run(near).then(longest).flatten()) else { continue };
        let known = link_of[other][there].map_or(&[][..], |link| &links[link].blocks[side]);
        let has_it = |block: &usize| {
            let words: Vec<Form> = words(texts[side], *block).collect();
            words.windows(run.len()).any(|window| *window == words_there[run.clone()])
        };
        if best.is_none_or(|(length, _)| run.len() > length) && !known.iter().any(has_it) {
            best = Some((run.len(), there));
        }
    }
    best.map(|(_, there)| there)
}

/// Tells whether two blocks have enough in common for a long run that both have.
const fn may_have_run(near: &Candidate) -> bool {
    near.weight >= LEAST && near.bigrams >= BIGRAMS
}

/// Tells whether one of two blocks, whose stems weigh so much together, may stand whole in the other.
const fn may_hold_all(near: &Candidate, total: u64) -> bool {
    near.weight == total && near.bigrams >= BIGRAMS && near.telling >= UNCOMMON
}

/// Tells whether two blocks are made of sentences: the words of a heading may stand in any of them.
fn are_sentences(texts: Pair<Text<'_>>, blocks: Pair<usize>) -> bool {
    let is_made_so = |side: Side| {
        let kind = texts[side].article.blocks[blocks[side]].kind;
        matches!(kind, Kind::Paragraph | Kind::Caption)
    };
    Side::BOTH.into_iter().all(is_made_so)
}

/// Returns where all words of a block stand in a row in another, with a mark or an end of the block before and behind them.
fn whole(own: &[Form], words_there: &[Form], text: Text<'_>, there: usize) -> Option<Range<usize>> {
    let mut places = words_there.windows(own.len()).enumerate().filter(|(_, window)| *window == own).peekable();
    places.peek()?;
    // Of each word whether a mark stands before it, and of the end.
    let mut is_parted: Vec<bool> = vec![true];
    for token in &text.reading.blocks[there] {
        if token.is_word {
            is_parted.push(false);
        } else if let Some(last) = is_parted.last_mut() {
            *last = true;
        }
    }
    if let Some(last) = is_parted.last_mut() {
        *last = true;
    }
    let places = places.map(|(start, _)| start..start + own.len());
    let mut parted = places.filter(|run| is_parted[run.start] && is_parted[run.end]);
    parted.next()
}

/// The words of a block, case folded.
fn words(text: Text<'_>, block: usize) -> impl Iterator<Item = Form> {
    let tokens = text.reading.blocks[block].iter().filter(|token| token.is_word);
    tokens.map(move |token| text.lexicon.folds(token.form).case)
}

/// Which words a block has: by their numbers, the number of the block that had them last.
struct Marks(Vec<u32>, u32);

impl Marks {
    /// Marks the words of the next block.
    fn set(&mut self, words: &[Form]) {
        self.1 += 1;
        for word in words {
            self.0[word.index()] = self.1;
        }
    }

    /// Tells whether so many words of a block in a row are marked: hardly any block has [`QUOTED`] of them.
    fn may_have_run(&self, text: Text<'_>, block: usize, length: usize) -> bool {
        let mut row = 0;
        words(text, block).any(|word| {
            row = if self.0[word.index()] == self.1 { row + 1 } else { 0 };
            row == length
        })
    }
}

/// Where in a block runs of [`QUOTED`] words begin, the first of equal ones.
fn starts(words: &[Form]) -> FxHashMap<&[Form], usize> {
    let mut starts = FxHashMap::default();
    for (start, window) in words.windows(QUOTED).enumerate() {
        starts.entry(window).or_insert(start);
    }
    starts
}

/// Returns the runs of at least [`QUOTED`] words that the other block has too: where they begin, and there.
fn common<'w>(
    own: &'w [Form],
    starts: &'w FxHashMap<&[Form], usize>,
    there: &'w [Form],
) -> impl Iterator<Item = CommonRun> + 'w {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(window) = there.get(at..at + QUOTED) {
            let Some(&start) = starts.get(window) else {
                at += 1;
                continue;
            };
            let more = own[start + QUOTED..].iter().zip(&there[at + QUOTED..]);
            let length = QUOTED + more.take_while(|(own, there)| own == there).count();
            let run = CommonRun { own: start..start + length, there: at..at + length };
            at = run.there.end + 1 - QUOTED;
            return Some(run);
        }
        None
    })
}

/// A run of words that two blocks have.
struct CommonRun {
    own: Range<usize>,
    there: Range<usize>,
}

/// Returns which words of a block stand in quotation marks.
fn quoted(text: Text<'_>, block: usize) -> Vec<Range<usize>> {
    let starts: Vec<usize> = {
        let words = text.reading.blocks[block].iter().filter(|token| token.is_word);
        words.map(|token| token.range().start).collect()
    };
    let at = |byte: usize| starts.partition_point(|&start| start < byte);
    let quotations = quotes::quotations(&text.article.blocks[block].text);
    quotations.into_iter().map(|quotation| at(quotation.start)..at(quotation.end)).collect()
}

/// Tells whether a run of words is all within some.
fn holds(words: &Range<usize>, run: &Range<usize>) -> bool {
    words.start <= run.start && run.end <= words.end
}
