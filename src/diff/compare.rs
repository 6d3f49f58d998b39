//! Two streams of units word by word: what they have in common, cleaned into phrases, its bounds set.

use super::runs::{self, Run};
use super::stream::Stream;
use super::{bounds, phrases};
use crate::pair::Pair;

/// Compares two streams word by word, and makes phrases of what differs.
pub(super) fn compare(streams: Pair<&Stream<'_>>) -> Vec<Run> {
    let found = runs::runs(streams.map(|stream| stream.keys.as_slice()));
    bounds::slide(phrases::clean(found, streams), streams)
}
