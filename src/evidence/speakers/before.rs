//! Who speaks before a quotation, and when somebody is only told of there.
//!
//! ```text
//!     Ada Quill said, “…”                          subject and verb before it
//!     Ada Quill told the board late that “…”       earlier in the sentence
//!     Ada Quill said the yard regretted “…”        Ada Quill, who says so of the yard
//! ```

use std::ops::Range;

use super::{Found, Reader};
use crate::evidence::cues::{is_participle, verb_at};
use crate::evidence::outer::is_quotation;
use crate::evidence::rules::Rule;

impl Reader<'_, '_> {
    /// Before a quotation: "X said", "X said that …", "X:".
    pub(super) fn before(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let tokens = &self.outer.tokens;
        let subjects = self.subjects();
        let verbs = (sentence.start..at).rev().filter(|k| verb_at(self.lists, tokens, *k).is_some());
        for (nth, verb) in verbs.enumerate() {
            let cue = self.cue(verb);
            if subjects.is_passive(verb, sentence.start) || self.is_wished(verb, sentence.start) {
                continue;
            }
            let Some((speaker, is_of_sentence)) = subjects.before(verb, sentence.start) else {
                if nth == 0 && self.is_governed(verb, sentence.start) {
                    return None;
                }
                continue;
            };
            if self.is_doubtful(verb, &speaker, (sentence, at)) {
                return None;
            }
            let between =
                tokens[cue.end.min(at)..at].iter().filter(|token| token.is_word || is_quotation(token)).count();
            let rule = match between {
                _ if is_of_sentence => Rule::OfSentence,
                0..=2 => Rule::Before,
                _ if tokens[at - 1].is(":") || tokens[at - 1].is(",") || tokens[at - 1].is("that") => Rule::Before,
                _ => Rule::BeforeApart,
            };
            let is_quoted = tokens[speaker.clone()].iter().all(is_quotation);
            // What he called “…”: who says so stands before.
            let is_inner = speaker.start > sentence.start && tokens[speaker.start - 1].is("what")
                || tokens[speaker.start].is("what")
                || self.is_thought(verb)
                    && (sentence.start..speaker.start).any(|k| verb_at(self.lists, tokens, k).is_some());
            let is_told_of = self.is_told_of(speaker.start, sentence.start);
            // Quill said that Osk wrote “…”: the nearer one, if it is of nothing but saying, leaves it open.
            if is_told_of && nth == 0 && rule == Rule::Before && self.is_plain_saying(verb) {
                return None;
            }
            if is_quoted || is_inner || is_told_of {
                continue;
            }
            return Some(Found { speaker, cue: Some(cue), rule });
        }
        let colon = at.checked_sub(1).filter(|k| *k >= sentence.start && tokens[*k].text == ":")?;
        let speaker = subjects.of_sentence(sentence.start, colon)?;
        Some(Found { speaker, cue: Some(colon..colon + 1), rule: Rule::Colon })
    }

    /// Ada Quill said [that] the yard regretted “…”: who is told of is not who is quoted. Tells whether a subject that begins at a token
    /// is that of a clause that somebody else says.
    fn is_told_of(&self, subject: usize, from: usize) -> bool {
        let tokens = &self.outer.tokens;
        let is_that = subject > from && tokens[subject - 1].is("that");
        let end = subject - usize::from(is_that);
        // She said on Monday that …: a day or two words may stand between.
        let near = if is_that { 4 } else { 1 };
        let least = from.max(end.saturating_sub(near));
        let verb = (least..end)
            .rev()
            .take_while(|k| tokens[*k].is_word)
            .find(|k| verb_at(self.lists, tokens, *k).is_some() && !is_participle(&tokens[*k]));
        let is_told = |verb: usize| {
            let own = self.subjects().before(verb, from);
            own.is_some_and(|(own, _)| !tokens[own].iter().all(is_quotation)) && !self.subjects().is_passive(verb, from)
        };
        verb.is_some_and(is_told)
    }

    /// Tells whether a verb says what may or should be said.
    fn is_wished(&self, verb: usize, from: usize) -> bool {
        let modal = ["can", "could", "may", "might", "must", "should", "would", "can't", "cannot", "couldn't", "you"];
        verb > from && self.outer.tokens[verb - 1].is_one_of(&modal)
    }

    /// Tells whether a verb is one of thinking rather than of saying.
    fn is_thought(&self, verb: usize) -> bool {
        let thought = ["think", "believe", "hope", "feel", "fear", "suspect", "remember", "guess"];
        verb_at(self.lists, &self.outer.tokens, verb).is_some_and(|entry| thought.contains(&entry.lemma.as_str()))
    }
}
