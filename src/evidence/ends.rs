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

/// Tells whether a German noun stands at a token that is counted, of which only the plural has this form. Cost: constant.
pub(super) fn counts_german(tokens: &[Token<'_>], end: usize) -> bool {
    let from = if tokens.get(end).is_some_and(|next| next.is_among(GERMAN_BEFORE)) { end + 1 } else { end };
    tokens.get(from).is_some_and(|noun| noun.is_capital() && noun.is_among(&GERMAN))
}

/// German nouns that are counted, none of which ends with "s": those whose plural is no singular, and measures.
static GERMAN: WordSet = WordSet::new(
    "menschen personen leute leuten frauen männer männern kinder kindern mädchen soldaten polizisten beamte beamten kräfte kräften häuser häusern \
    wohnungen haushalte haushalten stellen arbeitsplätze arbeitsplätzen boote booten schiffe schiffen fahrzeuge fahrzeugen tonnen meter metern \
    kilometer kilometern hektar liter litern quadratmeter quadratmetern kubikmeter kubikmetern euro kronen dollar franken pfund stunden minuten \
    stimmen seiten bäume bäumen tiere tieren schafe schafen kühe kühen rinder rindern bücher büchern betten plätze plätzen unterschriften \
    tote toten verletzte verletzten vermisste vermissten demonstranten gäste gästen fans besucher besuchern zuschauer zuschauern einwohner \
    einwohnern teilnehmer teilnehmern flüchtlinge flüchtlingen studenten familien betriebe betrieben unternehmen pakete paketen karten",
);

/// Adjectives before them.
const GERMAN_BEFORE: &str = "neue neuen weitere weiteren zusätzliche zusätzlichen junge jungen verletzte verletzten";

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
