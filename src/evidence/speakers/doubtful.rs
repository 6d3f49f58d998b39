//! Where a verb of saying before a quotation does not say for sure that its subject says it.
//!
//! ```text
//!     Quill did not say “…”, denied saying “…”, refused to say “…”     nobody is said to say it
//!     if Quill says “…”; did Quill say “…”?                            not yet
//!     Quill said that Osk wrote “…”; accused Osk of saying “…”         whoever stands nearer, or not stated
//!     after Osk spoke, “…” was heard                                   another clause
//! ```

use std::ops::Range;

use super::Reader;
use crate::evidence::cues::verb_at;
use crate::evidence::grammar::{AUXILIARIES, is_adverb};
use crate::evidence::tokens::Token;

/// What a sentence begins with that only supposes or asks.
const SUPPOSED: &str = "if unless whether did does do suppose";
/// What a clause begins with that another one follows.
const CLAUSES: &str = "after before when while once until since because although though";
/// Before “to say”: he goes on to say.
const GOES_ON: &str = "on continue continues continued continuing";
/// Verbs of nothing but saying, which have their own speaker where they stand within what another one says.
const SAYING: [&str; 5] = ["say", "write", "tell", "state", "declare"];

impl Reader<'_, '_> {
    /// Tells whether it is not sure that the subject of a verb says the quotation behind it. Cost: linear in the sentence.
    pub(super) fn is_doubtful(
        &self,
        verb: usize,
        speaker: &Range<usize>,
        (sentence, at): (&Range<usize>, usize),
    ) -> bool {
        let tokens = &self.outer.tokens;
        let is_comma = |token: &Token<'_>| token.text == ",";
        let first = &tokens[sentence.start];
        let is_first_clause = !tokens[sentence.start..verb].iter().any(is_comma);
        let goes_on = tokens.get(at + 1..sentence.end).is_some_and(|rest| rest.iter().any(|token| token.is_word));
        let is_of_clause =
            first.is_among(CLAUSES) && is_first_clause && goes_on && tokens[verb..at].iter().any(is_comma);
        self.is_denied(verb, (speaker.end, at))
            || first.is_among(SUPPOSED) && is_first_clause
            || is_of_clause
            || self.is_governed(verb, sentence.start)
    }

    /// Did not say, denied saying, accused him of saying: tells whether a verb, behind its subject, is negated, or what it governs is said to
    /// be said.
    pub(super) fn is_denied(&self, verb: usize, (subject_end, to): (usize, usize)) -> bool {
        let tokens = &self.outer.tokens;
        let negates = |token: &Token<'_>| token.is_among("not never") || token.folded.ends_with("n't");
        // Who did not come may say so: only what stands right before the verb is of it.
        let is_of_verb = |token: &&Token<'_>| negates(token) || token.is_among(&AUXILIARIES) || is_adverb(token);
        let own = tokens[subject_end.min(verb)..verb].iter().rev().take_while(is_of_verb);
        let behind = &tokens[verb + 1..to.max(verb + 1)];
        let is_saying = |token: &Token<'_>| token.is_among("saying writing telling stating having");
        own.into_iter().any(negates)
            || behind.first().is_some_and(is_saying)
            || behind.windows(2).any(|two| two[0].is_among("of for from") && is_saying(&two[1]))
    }

    /// Denied saying, refused to say, was accused of saying: what governs the verb tells whether it is said.
    pub(super) fn is_governed(&self, verb: usize, from: usize) -> bool {
        let tokens = &self.outer.tokens;
        let before = |by: usize| verb.checked_sub(by).filter(|k| *k >= from).map(|k| &tokens[k]);
        let Some(last) = before(1) else { return false };
        let is_having = last.is("having");
        let governing = if is_having { before(2) } else { Some(last) };
        let is_participle = is_having || tokens[verb].folded.ends_with("ing");
        let is_of = is_participle && governing.is_some_and(|token| token.is_among("of for from"));
        let is_denied = is_participle && verb_at(self.lists, tokens, verb - 1).is_some();
        let is_to = last.is("to") && before(2).is_some_and(|token| !token.is_among(GOES_ON));
        is_of || is_denied || is_to
    }

    /// Tells whether a verb is of nothing but saying.
    pub(super) fn is_plain_saying(&self, verb: usize) -> bool {
        verb_at(self.lists, &self.outer.tokens, verb).is_some_and(|entry| SAYING.contains(&entry.lemma.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::evidence::quotations::quotations;
    use crate::evidence::speakers::attributions;
    use crate::evidence::word_lists::WordLists;

    /// Who is found to say the only quotation of a sentence.
    fn speaker(sentence: &str) -> Option<String> {
        let text = format!("The board met on the quay on that day, and it took all evening.\n\n{sentence}");
        let article = Article::read("a.txt", &text);
        let (found, _) = attributions(&article, &quotations(&article), WordLists::known("en"));
        let own = found.first()?.as_ref()?;
        Some(article.blocks[own.block].text[own.speaker.clone()].to_owned())
    }

    #[test]
    fn what_is_denied_supposed_or_governed_is_said_by_nobody() {
        let said = "“we waited far too long for the new boats”";
        for before in [
            "Ada Quill did not say",
            "Ada Quill denied saying",
            "Ada Quill refused to say",
            "Ada Quill wants the board to say",
            "Bo Osk accused Ada Quill of saying",
            "Ada Quill sued Bo Osk for having written",
            "If Ada Quill says",
            "Did Ada Quill say",
            "Ada Quill said that Bo Osk wrote",
            "Bo Osk claims Ada Quill said",
        ] {
            assert_eq!(speaker(&format!("{before} {said}, and it was late.")), None, "{before}");
        }
        for behind in ["Ada Quill did not say.", "Ada Quill denied saying.", "Ada Quill refused to say."] {
            assert_eq!(speaker(&format!("“We waited far too long for the new boats,” {behind}")), None, "{behind}");
        }
        assert_eq!(speaker(&format!("After Bo Osk spoke, {said} was heard on the quay.")), None);
        for before in [
            "Ada Quill did not come to the quay but said",
            "Ada Quill, who did not vote, said",
            "Ada Quill said",
            "Ada Quill went on to say",
            "After the vote, Ada Quill said,",
            "When asked, Ada Quill said",
        ] {
            let found = speaker(&format!("{before} {said}."));
            assert_eq!(found.as_deref(), Some("Ada Quill"), "{before}");
        }
    }
}
