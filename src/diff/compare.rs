//! Two streams of units word by word: what they have in common, cleaned into phrases, its bounds set.

use super::runs::{self, Run};
use super::stream::Stream;
use super::{bounds, bridges, phrases, telling};
use crate::pair::Pair;

/// Compares two streams word by word, and makes phrases of what differs.
pub(super) fn compare(streams: Pair<&Stream<'_>>) -> Vec<Run> {
    let found = telling::first(runs::runs(streams.map(|stream| stream.keys.as_slice())), streams);
    let cleaned = phrases::clean(found.clone(), streams);
    let aligned = bridges::without(&found, &cleaned, streams).map(|aligned| phrases::clean(aligned, streams));
    // Where no sentence answers another one, words here and there are all there is.
    let cleaned = aligned.filter(|aligned| aligned.iter().any(Run::is_shared)).unwrap_or(cleaned);
    bounds::slide(cleaned, streams)
}
