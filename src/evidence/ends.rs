//! Words behind which nothing more is counted.

use super::tokens::Token;
use super::word_set::WordSet;

/// Words that end what is counted.
static ENDS: WordSet = WordSet::new(
    "in on at by for from with about of to into and or but that which who is are was were be been has have had will would can \
    could may might must shall should do does did not a an the this these those its his her their as than when while after before since until per each every \
    them us you whom told said says went came wide long old ago more less fewer years's \
    im am an auf bei für mit und oder der die das den dem des ein eine einen sind ist war waren wurde wurden werden haben hat zu \
    à au aux dans par pour sur et ou le la les un une qui que sont est ont a été \
    plus moins après depuis sans vers sous puis mais lors alors dans très jamais toujours leurs ailleurs mieux ceux \
    más menos después antes tras entonces además jamás apenas mientras atrás always besides towards afterwards perhaps sometimes says \
    en y o el los las una con por para del al que son es fue fueron han ha",
);

/// Tells whether a word ends what is counted. Cost: constant.
pub(super) fn is_end(token: &Token<'_>) -> bool {
    token.is_among(&ENDS)
}

/// Tells whether something is counted at a token for sure, so that a number before it is no year. Cost: constant.
pub(super) fn counts_behind(tokens: &[Token<'_>], end: usize) -> bool {
    let next = tokens.get(end).filter(|next| next.is_word && !is_end(next));
    next.is_some_and(|next| next.folded.ends_with('s') && !next.is_genitive() || next.is("people"))
        || tokens.get(end).is_some_and(|next| matches!(next.text, "%" | "€" | "$"))
}
