//! From a minimal difference to phrases.
//!
//! A minimal difference keeps every coincidence, and two unlike sentences always have a "the" in common:
//!
//! ```text
//!     minimal    [were taken] {lay idle at} the [yard] {quay} on Monday
//!     phrases    [were taken to the yard] {lay idle at the quay} on Monday
//! ```
//!
//! What is shared between two changes is weighed against them, as in the semantic clean-up of Fraser's
//! `diff-match-patch` (2006), but in words by what they tell and not in letters.

use std::ops::Range;

use super::inflection::inflected;
use super::quotes;
use super::runs::Run;
use super::stream::{KEPT, Stream};
use crate::pair::{Pair, Side};
use crate::words::{TELLING, WORD};

/// What one side has more, twice with something shared between, hides less of it than two phrases that take each
/// other's place: the insertions must be this many times as wide before what parts them is a coincidence.
const ONE_SIDED: usize = 4;

/// At the beginning and the end of a link a word has a change on one side only, and must weigh this many times less
/// than the change to be given up.
const EDGE: usize = 4;

/// Of the shorter side's wording at least this share must be common, in per cent and weighed, or the whole is shown
/// as different. Below it, what is left are names and coincidences.
const FLOOR: usize = 15;

/// A run of inflected words is looked at up to this many; beyond, the phrases differ.
const INFLECTED: usize = 4;

/// Cleans runs into phrases. Shared and changed runs take turns, before and after. Cost: linear in the units.
pub(super) fn clean(runs: Vec<Run>, streams: Pair<&Stream<'_>>) -> Vec<Run> {
    if runs.len() < 2 {
        return runs;
    }
    let measure = Measure { streams };
    let held = quotes::held(&runs, streams);
    let mut cleaned: Vec<Stretch> = Vec::with_capacity(runs.len());
    for (run, held) in runs.into_iter().zip(held) {
        cleaned.push(measure.stretch(run, held));
        // A changed run may swallow the shared one before it, and then stand next to the changed one before that.
        while let [.., before, shared, after] = &cleaned[..]
            && !before.run.is_shared()
            && shared.run.is_shared()
            && !after.run.is_shared()
            && measure.is_coincidence(before, shared, after)
        {
            let joined = measure.joined(before, after);
            cleaned.truncate(cleaned.len() - 3);
            cleaned.push(joined);
        }
    }
    let trimmed = trimmed(cleaned.into_iter().map(|stretch| stretch.run), streams);
    let cleaned = measure.without_edges(trimmed.into_iter().map(|run| measure.stretch(run, false)).collect());
    measure.above_floor(cleaned.into_iter().map(|stretch| stretch.run).collect())
}

/// Gives back to what is shared what the sides of a joined change begin or end with both.
fn trimmed(runs: impl Iterator<Item = Run>, streams: Pair<&Stream<'_>>) -> Vec<Run> {
    let mut trimmed: Vec<Run> = Vec::new();
    let mut push = |run: Run| match trimmed.last_mut() {
        _ if run.range.iter().all(Range::is_empty) => {}
        Some(last) if last.is_shared() == run.is_shared() => {
            last.range = Pair::from_fn(|side| last.range[side].start..run.range[side].end);
        }
        _ => trimmed.push(run),
    };
    for run in runs {
        if run.is_shared() {
            push(run);
            continue;
        }
        let keys = Pair::from_fn(|side| &streams[side].keys[run.range[side].clone()]);
        let first = keys.left.iter().zip(keys.right).take_while(|(left, right)| left == right).count();
        let rest = keys.map(|keys| keys[first..].iter().rev());
        let last = rest.left.zip(rest.right).take_while(|(left, right)| left == right).count();
        let inner = Pair::from_fn(|side| run.range[side].start + first..run.range[side].end - last);
        push(Run::shared(Pair::from_fn(|side| run.range[side].start..inner[side].start)));
        push(Run::changed(inner.clone()));
        push(Run::shared(Pair::from_fn(|side| inner[side].end..run.range[side].end)));
    }
    trimmed
}

/// A run with what the clean-up goes by.
struct Stretch {
    run: Run,
    /// The words of the side that has more of them.
    wide: usize,
    /// Whether the words of both sides only differ in their endings.
    inflected: bool,
    /// Whether it holds a pair of quotation marks together.
    held: bool,
}

struct Measure<'s> {
    streams: Pair<&'s Stream<'s>>,
}

impl Measure<'_> {
    fn stretch(&self, run: Run, held: bool) -> Stretch {
        let inflected = !run.is_shared() && self.is_inflection(&run.range);
        Stretch { wide: self.wide(&run.range), inflected, run, held }
    }

    fn joined(&self, before: &Stretch, after: &Stretch) -> Stretch {
        let range = Pair::from_fn(|side| before.run.range[side].start..after.run.range[side].end);
        Stretch { wide: self.wide(&range), inflected: false, run: Run::changed(range), held: false }
    }

    fn wide(&self, range: &Pair<Range<usize>>) -> usize {
        let extent = |side: Side| self.streams[side].extent(&range[side]).div_ceil(WORD);
        extent(Side::Left).max(extent(Side::Right))
    }

    fn is_inflection(&self, range: &Pair<Range<usize>>) -> bool {
        let units = Pair::from_fn(|side| &self.streams[side].units[range[side].clone()]);
        let count = units.left.len();
        let alike = |(left, right): (&super::Unit<'_>, &super::Unit<'_>)| {
            left.is_word() && right.is_word() && inflected(left.text, right.text)
        };
        (1..=INFLECTED).contains(&count) && count == units.right.len() && units.left.iter().zip(units.right).all(alike)
    }

    /// Tells whether what two changes have between them is common by chance.
    fn is_coincidence(&self, before: &Stretch, shared: &Stretch, after: &Stretch) -> bool {
        let around = before.wide.min(after.wide);
        let left = &shared.run.range.left;
        let extent = self.streams.left.extent(left);
        if around == 0 || shared.held || extent >= KEPT || (before.inflected && after.inflected) {
            return false;
        }
        // Words in a row are less often a coincidence than as many words here and there.
        let weight = self.streams.left.weight(left) * extent.div_ceil(WORD);
        if extent <= WORD && self.is_swap(before, after) {
            return true;
        }
        if Side::BOTH.into_iter().any(|side| is_empty(before, side) && is_empty(after, side)) {
            return weight > 0 && weight * ONE_SIDED <= around;
        }
        weight <= around
    }

    /// Tells whether a word stands before what is shared on one side and after it on the other: "4 March", "March 4".
    fn is_swap(&self, before: &Stretch, after: &Stretch) -> bool {
        Side::BOTH.into_iter().any(|side| {
            let last = before.run.range[side].clone().next_back().map(|place| self.streams[side].keys[place]);
            let first =
                after.run.range[side.other()].clone().next().map(|place| self.streams[side.other()].keys[place]);
            last.is_some() && last == first
        })
    }

    /// Gives up what is shared at the very beginning and the very end beside a change that is much wider.
    fn without_edges(&self, mut stretches: Vec<Stretch>) -> Vec<Stretch> {
        if let [first, second, ..] = &stretches[..]
            && self.is_edge(first, second)
        {
            let joined = self.joined(first, second);
            stretches.splice(..2, [joined]);
        }
        if let [.., second, last] = &stretches[..]
            && self.is_edge(last, second)
        {
            let joined = self.joined(second, last);
            stretches.truncate(stretches.len() - 2);
            stretches.push(joined);
        }
        stretches
    }

    fn is_edge(&self, edge: &Stretch, beside: &Stretch) -> bool {
        let range = &edge.run.range.left;
        let weight = self.streams.left.weight(range);
        let both = Side::BOTH.into_iter().all(|side| !is_empty(beside, side));
        edge.run.is_shared() && both && (1..TELLING).contains(&weight) && weight * EDGE <= beside.wide
    }

    /// Gives up all that is shared if too little of it is. A run long enough to be kept saves the rest.
    fn above_floor(&self, runs: Vec<Run>) -> Vec<Run> {
        let left = self.streams.left;
        let shared = || runs.iter().filter(|run| run.is_shared()).map(|run| &run.range.left);
        let longest = shared().map(|range| left.extent(range)).max().unwrap_or(0);
        let common: usize = shared().map(|range| left.weight(range)).sum();
        let all = self.streams.map(|stream| stream.weight(&(0..stream.len())));
        if longest < KEPT && common * 100 < all.left.min(all.right) * FLOOR {
            return vec![Run::changed(self.streams.map(|stream| 0..stream.len()))];
        }
        runs
    }
}

fn is_empty(stretch: &Stretch, side: Side) -> bool {
    stretch.run.range[side].is_empty()
}
