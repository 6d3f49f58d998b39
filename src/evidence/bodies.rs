//! Words that name a body rather than a person.
//!
//! ```text
//!     the Ministry of Ports, a council of elders      by the last word before a preposition or a comma
//! ```

use super::tokens::has_word;
use super::word_set::WordSet;

/// Words that name a body rather than a person.
static BODIES: WordSet = WordSet::new(
    "ministry bureau agency council board commission committee department government police army company office \
    organization organisation group union party court bank institute university association foundation campaign report study \
    assembly statement newspaper paper wire post times administration authority service team firm airline operator regulator federation league \
    coalition alliance parliament senate congress embassy school college hospital museum club inc ltd corp gmbh",
);

/// Returns the last word before a preposition or a comma, if it names a body.
pub(super) fn body_of(speaker: &str) -> Option<&str> {
    let head = speaker.split([',', '(']).next().unwrap_or_default();
    let words: Vec<&str> = head.split_whitespace().collect();
    let end = words.iter().position(|word| matches!(*word, "of" | "for" | "in" | "at" | "on")).unwrap_or(words.len());
    words[..end].last().copied().filter(|word| has_word(&BODIES, word))
}

/// Tells whether a speaker is a body, by the last word before a preposition or a comma.
pub(super) fn is_of_body(speaker: &str) -> bool {
    body_of(speaker).is_some()
}
