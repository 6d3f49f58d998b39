//! Lists with commas, in which no comma ends what is said of somebody.
//!
//! ```text
//!     who heads the commission of courts│, police and security services.     goes on to the full stop
//!     Bo Osk, a baker│, singer and poet, said                                 goes on to the next comma
//!     a baker│, stayed at home                                                no list
//! ```

use super::super::super::cues::is_participle;
use super::super::super::grammar::{CLAUSES, PREPOSITIONS, among, is_pronoun};
use super::reading::Reading;

/// How many words one of a list has at the most, the last one with what belongs to it, and how many there may be.
const ITEM: usize = 5;
const LAST: usize = 12;
const ITEMS: usize = 5;

/// Returns where a list ends that goes on behind a comma, by the token behind that. Cost: constant.
pub(super) fn end(r: &Reading<'_, '_>, comma: usize) -> Option<usize> {
    let mut at = comma;
    for _ in 0..ITEMS {
        let first = at + 1;
        let joins = |k: &usize| r.token(*k).is_some_and(|token| token.is_among(r.language.and));
        let stop = (first..=first + ITEM).find(|k| joins(k) || r.is_close(*k))?;
        if joins(&stop) {
            // Police, and spies: the comma may stand before it.
            if stop > first && !is_item(r, first, stop) {
                return None;
            }
            let close = (stop + 1..stop + 1 + LAST).find(|k| r.is_close(*k))?;
            return is_item(r, stop + 1, close).then_some(close);
        }
        if !r.is_mark(stop, ",") || !is_item(r, first, stop) {
            return None;
        }
        at = stop;
    }
    None
}

/// Tells whether words are one of a list: a noun in small letters with what belongs to it, and no verb.
fn is_item(r: &Reading<'_, '_>, start: usize, end: usize) -> bool {
    let tokens = r.phrases.tokens;
    let Some(first) = tokens.get(start).filter(|_| start < end) else { return false };
    // Detained, and stayed: verbs as well.
    let is_ed = |k: usize| (k == start || k == end - 1) && tokens[k].folded.ends_with("ed");
    first.is_small()
        && !r.language.is_determiner(first)
        && !r.is_no_noun(start)
        && !is_participle(first)
        && !(start..end).any(|k| {
            r.is_verb(k) || is_ed(k) || is_pronoun(&tokens[k]) || among(&tokens[k], &CLAUSES) && !tokens[k].is("and")
        })
        && !among(&tokens[end - 1], &PREPOSITIONS)
}
