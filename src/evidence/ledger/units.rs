//! The words of quotations, as they are compared.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::contractions;
use crate::story::Story;
use crate::words::{Form, Token};

/// A word of a text: what it is but for its form, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub form: Form,
    pub range: Range<usize>,
}

/// Returns the words of some bytes of a block; of a contraction both words, at the same place.
pub(super) fn words_of(story: &Story, article: usize, block: usize, range: &Range<usize>) -> Vec<Unit> {
    let tokens = story.tokens(article, block);
    let first = tokens.partition_point(|token| token.range().start < range.start);
    let inside = tokens[first..].iter().take_while(|token| token.range().end <= range.end);
    units(story, (article, block), inside.filter(|token| token.is_word))
}

/// Returns what some words of a block are, each seen with the next one.
fn units<'t>(story: &Story, (article, block): (usize, usize), words: impl Iterator<Item = &'t Token>) -> Vec<Unit> {
    let lexicon = story.lexicon();
    let text = &story.articles()[article].blocks[block].text;
    let mut units = Vec::new();
    let mut words = words.peekable();
    while let Some(token) = words.next() {
        let next = words.peek().map(|next| &text[next.range()]);
        let parts = contractions::parts(&text[token.range()], next);
        // A word that nobody in the story has stands in no other quotation either.
        let parts = parts.and_then(|(first, second)| Some([lexicon.number(&first)?, lexicon.number(second)?]));
        let unit = |form: Form| Unit { form, range: token.range() };
        match parts {
            Some(parts) => units.extend(parts.map(unit)),
            None => units.push(unit(lexicon.folds(token.form).spelling)),
        }
    }
    units
}

/// Tells whether some words stand right before a byte of a block, or right behind it. Cost: linear in them.
pub(super) fn stand_beside(
    story: &Story,
    at_block: (usize, usize),
    at: usize,
    is_before: bool,
    words: &[Unit],
) -> bool {
    let tokens = story.tokens(at_block.0, at_block.1);
    let first = tokens.partition_point(|token| token.range().start < at);
    let own = forms(words);
    if is_before {
        let mut near: Vec<&Token> =
            tokens[..first].iter().rev().filter(|token| token.is_word).take(own.len()).collect();
        near.reverse();
        forms(&units(story, at_block, near.into_iter())).ends_with(&own)
    } else {
        // One more, by which the last one is told.
        let near = tokens[first..].iter().filter(|token| token.is_word).take(own.len() + 1);
        forms(&units(story, at_block, near)).starts_with(&own)
    }
}

pub(super) fn forms(units: &[Unit]) -> Vec<Form> {
    units.iter().map(|unit| unit.form).collect()
}

/// Counts the words that two texts have in common in the same order.
pub(super) fn common(a: &[Form], b: &[Form]) -> usize {
    let ops = capture_diff_slices(Algorithm::Myers, a, b);
    ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum()
}

/// Returns what of a text another one lacks, and what of the other one the first lacks, in bytes of each.
pub(super) fn differences(own: &[Unit], other: &[Unit]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut differs, mut left_out) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &forms(own), &forms(other)) {
        let (old, new) = (op.old_range(), op.new_range());
        if !matches!(op, DiffOp::Equal { .. }) {
            differs.extend(bytes(&own[old]));
            left_out.extend(bytes(&other[new]));
        }
    }
    (differs, left_out)
}

/// Returns where some words stand, from the first to the last; `None` of none.
pub(super) fn bytes(units: &[Unit]) -> Option<Range<usize>> {
    Some(units.first()?.range.start..units.last()?.range.end)
}
