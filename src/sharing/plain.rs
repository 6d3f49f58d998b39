//! What two articles share outside quotation marks.
//!
//! What one of them quotes tells nothing of who has it from whom: it is what somebody said to both, or what the other wrote
//! and this one quotes. So a run counts that stands outside quotation marks in both; and it counts once, however often an
//! article says it:
//!
//! ```text
//!     A   [The boats were unsafe from the start] and “nobody told us of it before”.        7 words of A
//!     B   [The boats were unsafe from the start], “and nobody told us of it before”.       7 words of B
//!         The boats were unsafe from the start.                                            said again
//! ```

use super::stretches::Stretch;
use crate::pair::Pair;
use crate::run_index::{RUN, RunIndex};

/// Counts the words of each of two articles, within their stretches, in runs that stand outside quotation marks in both; of a run
/// that is said again those of its first place.
///
/// Cost: linear in the words of the stretches.
pub(super) fn of_each(texts: Pair<&RunIndex>, stretches: &Pair<Vec<Stretch>>) -> Pair<usize> {
    Pair::from_fn(|side| {
        let within = |stretch: &Stretch| stretch.start..(stretch.end + 1).saturating_sub(RUN);
        let mut count = 0;
        each_run(texts[side], texts[side.other()], stretches[side].iter().flat_map(within), |words, is_first| {
            count += if is_first { words.len() } else { 0 };
        });
        count
    })
}

/// Counts the words of an article that stand, outside quotation marks in both, in one other article and not in a second one;
/// what is said again counts once.
///
/// Cost: linear in the words of the article.
pub fn only_in(own: &RunIndex, other: &RunIndex, second: &RunIndex) -> usize {
    let starts = || (0..own.blocks()).flat_map(|block| own.body_starts(block));
    let mut is_in_second = vec![false; own.len()];
    each_run(own, second, starts(), |words, _| is_in_second[words].fill(true));
    let mut count = 0;
    each_run(own, other, starts(), |words, is_first| {
        count += is_in_second[words].iter().filter(|&&is_there| is_first && !is_there).count();
    });
    count
}

/// Visits the runs, by where they begin, that stand outside quotation marks in both articles: the words that the one before has
/// not, and whether the run was not met before.
fn each_run(
    own: &RunIndex,
    other: &RunIndex,
    starts: impl Iterator<Item = usize>,
    mut visit: impl FnMut(Stretch, bool),
) {
    let mut met = vec![false; other.len()];
    let mut end = 0;
    for start in starts.filter(|&start| own.is_plain(start)) {
        if let Some(run) = other.plain_run(own, start) {
            visit(end.max(start)..start + RUN, !std::mem::replace(&mut met[run], true));
            end = start + RUN;
        }
    }
}
