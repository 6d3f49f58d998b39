//! Speakers whom somebody else cites.
//!
//! ```text
//!     “…,” the Wire reports citing │ Ada Quill
//!     …, the Wire cited │ the Board of Ports │ as having written
//! ```

use std::ops::Range;

use super::{Found, Reader};
use crate::evidence::cues::verb_at;
use crate::evidence::rules::Rule;

impl Reader<'_, '_> {
    /// "Reports citing X": X is who is quoted.
    pub(super) fn cited(&self, found: Found, verb: usize, to: usize) -> Found {
        let tokens = &self.outer.tokens;
        let subjects = self.subjects();
        let citing = Some(verb + 1).filter(|k| *k < to && tokens[*k].is_one_of(&["citing", "quoting"]));
        let cited = citing.and_then(|k| {
            let first = subjects.starting(k + 1, to)?;
            // An article by somebody: who wrote it.
            let by = tokens.get(first.end).is_some_and(|next| next.is("by")) && first.end + 1 < to;
            let author = if by { subjects.starting(first.end + 1, to) } else { None };
            Some((k, author.unwrap_or(first)))
        });
        // The wire cited the ministry as having written.
        let is_cited = self.is_of_citing(verb);
        let cited = cited.or_else(|| {
            let first = subjects.starting(verb + 1, to).filter(|_| is_cited)?;
            let goes_on = tokens[first.end..to].iter().take(3).any(|token| token.is("as"));
            goes_on.then_some((verb, first))
        });
        match cited {
            // Who cites, and with which words: that is no verb of the speaker.
            Some((_, speaker)) => Found { cue: Some(found.speaker.start..speaker.start), speaker, rule: Rule::Citing },
            None => found,
        }
    }

    /// The wire cited the ministry │ as having written.
    pub(super) fn goes_on_behind(&self, found: &Found) -> Option<Range<usize>> {
        let tokens = &self.outer.tokens;
        let at = |k: usize| tokens.get(k).is_some_and(|token| token.text == ",");
        let start = found.speaker.end + usize::from(at(found.speaker.end));
        let is_cited = found.rule == Rule::Citing && tokens.get(start).is_some_and(|token| token.is("as"));
        let verb = (start + 1..tokens.len().min(start + 4)).find(|k| self.subjects().is_reporting(*k))?;
        is_cited.then_some(start..verb + 1)
    }

    /// Returns the verb with which somebody is cited as having done what another verb says; else that verb.
    pub(super) fn citing_verb(&self, verb: usize, from: usize) -> usize {
        let is_having = self.outer.tokens[verb - 1].is_one_of(&["having", "as"]);
        let cites = |k: &usize| self.is_of_citing(*k) && !self.subjects().is_passive(*k, from);
        (from..verb).rev().find(cites).filter(|_| is_having).unwrap_or(verb)
    }

    fn is_of_citing(&self, verb: usize) -> bool {
        let entry = verb_at(self.lists, &self.outer.tokens, verb);
        entry.is_some_and(|entry| matches!(entry.lemma.as_str(), "cite" | "quote"))
    }
}
