//! Where an export that holds several documents goes on with the next one.
//!
//! ```text
//!     1 of 3 DOCUMENTS       Document 1 of 3       Boats for Larnholm         Boats for Larnholm
//!     …                      …                     …                          …
//!     2 of 3 DOCUMENTS       Document 2 of 3       End of Document            Document LARHER0020260616em6g0001
//!     …                      …                     Ferries cost more          Ferries cost more
//! ```
//!
//! One article is one report of one outlet: the text of another one would be taken for its own. So the first is kept, and the others
//! are left out, which is said. What follows an end is another document only if it is an export itself.

use super::labels::LABEL;
use super::lines::is_end;
use crate::draft::{Draft, DraftBlock};

/// Keeps the first document in a draft, and leaves out the others; one of a single document stays as it is.
///
/// Cost: linear in the blocks, if that of `is_export` is.
pub(super) fn keep_first(draft: &mut Draft, is_export: impl Fn(&[DraftBlock]) -> bool) {
    let starts = starts(&draft.blocks, is_export);
    if let [_, second, ..] = starts[..] {
        draft.others += starts.len() - 1;
        let others = draft.blocks.split_off(second);
        draft.left_out.extend(others);
    }
}

/// Returns where documents begin; the first one begins with what stands above it.
fn starts(blocks: &[DraftBlock], is_export: impl Fn(&[DraftBlock]) -> bool) -> Vec<usize> {
    let begins = |at: usize| count(&blocks[at].text).is_some() || at > 0 && is_end(&blocks[at - 1].text);
    let cuts: Vec<usize> = (1..blocks.len()).filter(|&at| begins(at)).collect();
    if cuts.is_empty() {
        return Vec::new();
    }
    let ends = cuts.iter().copied().chain([blocks.len()]);
    let pieces = std::iter::once(0).chain(cuts.iter().copied()).zip(ends);
    // A document that is counted may be cut short, but one of them shows what the text is.
    let is_any = is_export(blocks);
    let is_document = |&(from, to): &(usize, usize)| {
        is_export(&blocks[from..to])
            || from > 0 && is_any && count(&blocks[from].text).is_some_and(|(number, _)| number > 1)
    };
    pieces.filter(is_document).map(|(from, _)| from).collect()
}

/// `2 of 3 DOCUMENTS`, `Document 2 of 3`: the number of a document, and how many there are.
pub(super) fn count(text: &str) -> Option<(usize, usize)> {
    let text = (text.len() <= LABEL).then(|| text.to_lowercase())?;
    let counted = text.strip_suffix(" documents").or_else(|| text.strip_prefix("document "))?;
    let (number, of) = counted.split_once(" of ")?;
    let figure = |text: &str| text.parse().ok().filter(|&number: &usize| number > 0);
    figure(number).zip(figure(of)).filter(|(number, of)| number <= of)
}
