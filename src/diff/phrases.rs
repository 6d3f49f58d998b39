//! From a minimal difference to phrases.
//!
//! A minimal difference keeps every coincidence, and two unlike sentences always have a "the" in common:
//!
//! ```text
//!     minimal    [were taken] {lay idle at} the [yard] {quay} on Monday
//!     phrases    [were taken to the yard] {lay idle at the quay} on Monday
//! ```

use super::Run;
use crate::pair::{Pair, Side};
use crate::words::{Form, Lexicon};

/// A run of this many shared words is never given up: it counts as shared wording.
const KEPT: usize = 5;

/// Letters of a word that says little by itself: "the", "and", "for".
const SMALL: usize = 3;

/// A word that tells something is given up if the changes on both sides of it have this many words each: there it is
/// a coincidence rather than a hinge.
const WIDE: usize = 6;

/// Of the shorter side's words at least this share must be common, in per cent, or the whole is shown as different.
/// Below it, what is left are names and coincidences.
const FLOOR: usize = 15;

/// How long each token is: 0 for marks.
pub(super) struct Sizes {
    letters: Pair<Vec<usize>>,
}

impl Sizes {
    pub(super) fn of(keys: Pair<&[Form]>, lexicon: &Lexicon) -> Self {
        Self { letters: keys.map(|keys| keys.iter().map(|&key| lexicon.letters(key)).collect()) }
    }

    fn words(&self, side: Side, run: &Run) -> usize {
        self.letters[side][run.range[side].clone()].iter().filter(|&&letters| letters > 0).count()
    }

    /// The words of the side that has more of them.
    fn wide(&self, run: &Run) -> usize {
        self.words(Side::Left, run).max(self.words(Side::Right, run))
    }

    /// Words of a shared run that tell something.
    fn telling(&self, run: &Run) -> usize {
        self.letters.left[run.range.left.clone()].iter().filter(|&&letters| letters > SMALL).count()
    }
}

/// Cleans runs into phrases. Shared and changed runs alternate, before and after. Cost: linear in the runs.
pub(super) fn clean(runs: Vec<Run>, sizes: &Sizes) -> Vec<Run> {
    let mut cleaned: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        cleaned.push(run);
        // A changed run may swallow the shared one before it, and then stand next to the changed one before that.
        while let [.., before, shared, after] = &cleaned[..]
            && before.change.is_some()
            && shared.change.is_none()
            && after.change.is_some()
            && is_coincidence(before, shared, after, sizes)
        {
            let range = Pair::from_fn(|side| before.range[side].start..after.range[side].end);
            cleaned.truncate(cleaned.len() - 3);
            cleaned.push(Run::changed(range));
        }
    }
    above_floor(cleaned, sizes)
}

/// Whether what two changes have between them is common by chance.
fn is_coincidence(before: &Run, shared: &Run, after: &Run, sizes: &Sizes) -> bool {
    let words = sizes.words(Side::Left, shared);
    let around = sizes.wide(before).min(sizes.wide(after));
    if words >= KEPT || around == 0 {
        return false;
    }
    match sizes.telling(shared) {
        0 => words < 4,
        1 => around >= WIDE && words <= 2,
        _ => false,
    }
}

/// Gives up all that is shared if too little of it is. A run long enough to be kept saves the rest.
fn above_floor(runs: Vec<Run>, sizes: &Sizes) -> Vec<Run> {
    let all = |side: Side| runs.iter().map(|run| sizes.words(side, run)).sum::<usize>();
    let shared = runs.iter().filter(|run| run.change.is_none());
    let longest = shared.clone().map(|run| sizes.words(Side::Left, run)).max().unwrap_or(0);
    let common: usize = shared.map(|run| sizes.words(Side::Left, run)).sum();
    let shorter = all(Side::Left).min(all(Side::Right));
    match (runs.first(), runs.last()) {
        (Some(first), Some(last)) if longest < KEPT && common * 100 < shorter * FLOOR => {
            let range = Pair::from_fn(|side| first.range[side].start..last.range[side].end);
            vec![Run::changed(range)]
        }
        _ => runs,
    }
}
