//! Blocks of two articles that have names in common, linked or not. Looked for when somebody asks.
//!
//! ```text
//!     left ¶7     … said Edda Brandt, the mayor of Holm …
//!     right ¶2    … whom Brandt met in Holm …               Brandt, Holm
//! ```
//!
//! A name that stands in many blocks of an article joins none of them: it says what the whole report is about.

use rustc_hash::FxHashMap;

use super::index::Feature;
use super::profile::UNIT;
use super::{Text, idf};
use crate::pair::Pair;
use crate::words::Form;

/// The most blocks of an article that a name may stand in.
const BLOCKS: usize = 3;

/// Returns the blocks that have names in common, with what these weigh: the logarithm of how rare they are, times ten.
///
/// Cost: linear in the stems of both, and n log n in their names.
#[must_use]
pub fn common_names(texts: Pair<Text<'_>>) -> FxHashMap<Pair<usize>, u64> {
    let weight = idf::weights_of(texts.map(|text| text.terms), texts.left.background);
    let places = texts.map(places);
    let mut found = FxHashMap::default();
    for (&name, left) in &places.left {
        let Some(right) = places.right.get(&name) else { continue };
        let shapes = texts.map(|text| text.terms.shape(name.index() as Feature));
        if left.len() > BLOCKS || right.len() > BLOCKS || !shapes.left.is_name(shapes.right) {
            continue;
        }
        let weight = (weight(name) as f64 / UNIT * 10.0) as u64 / (left.len() * right.len()) as u64;
        for blocks in left.iter().flat_map(|&left| right.iter().map(move |&right| Pair::new(left, right))) {
            *found.entry(blocks).or_insert(0) += weight;
        }
    }
    found.retain(|_, weight| *weight > 0);
    found
}

/// Returns in which blocks each stem stands, one more at the most than a name may stand in; not in what stands
/// beside the text.
fn places(text: Text<'_>) -> FxHashMap<Form, Vec<usize>> {
    let mut places: FxHashMap<Form, Vec<usize>> = FxHashMap::default();
    for (block, _) in text.terms.blocks.iter().enumerate().filter(|(_, profile)| !profile.is_beside) {
        for stem in text.terms.different(block) {
            let blocks = places.entry(stem.form()).or_default();
            if blocks.len() <= BLOCKS {
                blocks.push(block);
            }
        }
    }
    places
}
