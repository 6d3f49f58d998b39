//! Where who spoke before in a paragraph goes on, and where somebody else comes in.
//!
//! ```text
//!     “We waited,” Quill said. It was late. “So it is.”                    she goes on
//!     “We waited,” Quill said. Tom Hart shook his head. “So it is.”        not stated: it may be his
//!     “We waited,” Quill said. For the union it was “much too late”.       not stated: a source of its own
//! ```

use std::ops::Range;

use super::Reader;
use crate::evidence::attribution::Attribution;
use crate::evidence::bodies::is_of_body;
use crate::evidence::cues::is_participle;
use crate::evidence::grammar::{PREPOSITIONS, is_of_name};
use crate::evidence::names::is_opener;
use crate::evidence::outer::is_quotation;
use crate::evidence::person_nouns::{Sex, of_noun, sex_of_first_name};
use crate::evidence::tokens::Token;

/// Words that name whose words or whose view a sentence gives, wherever they stand in it. German, French, Spanish, and a few of other
/// languages: a sentence in which one stands by chance only says less.
const SOURCES: &str = "laut zufolge selon d'après según secondo segundo volgens enligt ifølge według";

/// What follows `nach`, `aus`, `a`, `en`, `de`, `aux`, `in` where that gives somebody's view.
const VIEWS: &str = "ansicht meinung angaben auffassung worten darstellung einschätzung überzeugung aussage aussagen sicht \
    juicio opinión palabras avis l'avis yeux view views opinion eyes words judgement judgment estimation reading account telling mind";
const BEFORE_VIEWS: &str = "nach aus in der den die the a en de aux au les sus por by to";

/// Words that a sentence begins with which gives the view of whoever they lead to: for the union it was late.
const FOR: &str = "for to per für pour para";

impl Reader<'_, '_> {
    /// Tells whether one quotation of a sentence goes on with another one: between them stands who says it, behind the first, and the last
    /// mark before the second leads on to it: “…,” said Quill, “…”; “…,” said Quill on Monday, adding: “…”. Cost: linear in what stands
    /// between.
    pub(super) fn is_split(&self, (said, asked): (usize, usize)) -> bool {
        let tokens = &self.outer.tokens;
        let [first, second] = [said, asked].map(|k| self.outer.quotations[k]);
        let between = &tokens[first + 1..second];
        let is_verb = |k: &usize| self.subjects().is_reporting(*k);
        let mut verbs: Vec<usize> = (first + 1..second).filter(is_verb).collect();
        let adds = verbs.last().is_some_and(|last| is_participle(&tokens[*last]) && tokens[last - 1].text == ",");
        let leads_on = if adds {
            verbs.pop().is_some_and(|last| (last + 1..second).all(|k| !tokens[k].is_word || tokens[k].is("that")))
        } else {
            tokens[second - 1].text == ","
        };
        // A clause between may be about somebody else.
        let is_plain =
            !between.iter().any(|token| token.is_among("who which and but while when because") || is_quotation(token));
        leads_on && is_plain && verbs.len() == 1 && !self.gives_source(&(first + 1..second))
    }

    /// Tells whether somebody else comes in between two tokens, the first one a quotation that a speaker said and the other one that of
    /// which it is asked. Cost: linear in the sentences between.
    pub(super) fn is_interrupted(&self, (said, asked): (usize, usize), speaker: &Attribution) -> bool {
        let sentences = &self.outer.sentences;
        let first = sentences.partition_point(|sentence| sentence.end <= said) + 1;
        let own = self.outer.sentence_of(asked);
        let between = sentences.iter().skip(first).take_while(|sentence| sentence.start < own.start).cloned();
        between
            .chain((own.start > said).then_some(own.start..asked))
            .any(|sentence| self.is_of_another(&sentence, speaker))
            || own.start > said && (self.gives_source(&own) || self.is_words_of_another(asked, own.end, speaker))
    }

    /// “…” was the verdict of the union: tells whether a sentence goes on behind a quotation with whose words it is.
    fn is_words_of_another(&self, asked: usize, to: usize, speaker: &Attribution) -> bool {
        let behind = &self.outer.tokens[asked + 1..to];
        let is_told = behind.first().is_some_and(|first| first.is_among("is was are were") || first.is_dash());
        let of = behind.iter().position(|token| token.is_among("of by from how what"));
        let words = of.map_or(&[][..], |of| &behind[of + 1..]);
        is_told
            && is_somebody(words)
            && !known_by(words).is_some_and(|known| self.has_word((speaker.block, &speaker.speaker), known))
    }

    /// Tells whether a word is one of those at a place, if that is in this block.
    fn has_word(&self, (block, range): (usize, &Range<usize>), known: &Token<'_>) -> bool {
        let from = self.outer.tokens.partition_point(|token| token.start < range.start);
        let mut words = self.outer.tokens[from..].iter().take_while(|token| token.end() <= range.end);
        block == self.block && words.any(|word| word.is_word && word.bare() == known.bare())
    }

    /// Tells whether the subject of a sentence is somebody, and may be another one than a speaker.
    fn is_of_another(&self, sentence: &Range<usize>, speaker: &Attribution) -> bool {
        let Some(subject) = self.subjects().of_sentence(sentence.start, sentence.end) else { return false };
        let subject = &self.outer.tokens[subject];
        if let [pronoun] = subject
            && let Some(sex) = sex_of_pronoun(pronoun)
        {
            return self.sex(speaker).is_some_and(|own| own != sex);
        }
        let Some(known) = known_by(subject).filter(|_| is_somebody(subject)) else { return false };
        let stands_for = speaker.stands_for.as_ref().is_some_and(|place| self.has_word((place.0, &place.1), known));
        !stands_for && !self.has_word((speaker.block, &speaker.speaker), known)
    }

    /// Returns whether a speaker of this block is a woman or a man, where the words tell.
    fn sex(&self, speaker: &Attribution) -> Option<Sex> {
        if speaker.block != self.block {
            return None;
        }
        let from = self.outer.tokens.partition_point(|token| token.start < speaker.speaker.start);
        let words = self.outer.tokens[from..].iter().take_while(|token| token.end() <= speaker.speaker.end);
        let sex = |token: &Token<'_>| {
            let of_name = || if token.is_capital() { sex_of_first_name(&token.folded) } else { None };
            sex_of_pronoun(token).or_else(|| of_noun(token).sex).or_else(of_name)
        };
        words.take_while(|token| token.text != ",").find_map(sex)
    }

    /// Tells whether a sentence says by itself whose view it gives.
    fn gives_source(&self, sentence: &Range<usize>) -> bool {
        let own = &self.outer.tokens[sentence.clone()];
        let gives = |k: usize| {
            let is_view = || own[k].is_among(VIEWS) && own[k - 1].is_among(BEFORE_VIEWS);
            let is_of_one = || own[k].is_among(VIEWS) && own[k - 1].is_genitive();
            let d_apres = || own[k].is_among("après") && own[k - 1].is_among("d");
            own[k].is_among(SOURCES) || k > 0 && (is_view() || is_of_one() || d_apres())
        };
        let opens = || {
            let first = own.iter().position(|token| token.is_word)?;
            let led = self.subjects().starting(sentence.start + first + 1, sentence.end)?;
            Some(own[first].is_among(FOR) && is_somebody(&self.outer.tokens[led]))
        };
        (0..own.len()).any(gives) || opens().unwrap_or_default()
    }
}

fn sex_of_pronoun(token: &Token<'_>) -> Option<Sex> {
    match &*token.folded {
        "she" => Some(Sex::Woman),
        "he" => Some(Sex::Man),
        _ => None,
    }
}

/// Tells whether some words name somebody, or a body.
fn is_somebody(words: &[Token<'_>]) -> bool {
    let is_name = |k: usize| is_of_name(&words[k]) && !is_opener(&words[k]);
    // A capital that opens a sentence may be that of any noun.
    (1..words.len()).any(is_name) || noun(words).is_some() || words.len() == 1 && is_name(0)
}

/// Returns the noun for somebody, or for a body, that a subject begins with.
fn noun<'a, 't>(words: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    let near = words.iter().take(NEAR).take_while(|token| !token.is_among(&PREPOSITIONS));
    near.into_iter().find(|token| of_noun(token).is_sure || is_of_body(token.bare()))
}

/// A subject that is no name has its noun among so many words.
const NEAR: usize = 5;

/// Returns the word that somebody is known by: the last one of a name, else the noun.
fn known_by<'a, 't>(words: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    let end = words.iter().position(|token| token.text == ",").unwrap_or(words.len());
    let name = (1..end).rev().find(|k| is_of_name(&words[*k]));
    name.map(|k| &words[k]).or_else(|| noun(words)).or(words.first())
}

#[cfg(test)]
mod tests {
    use super::super::attributions;
    use crate::article::Article;
    use crate::evidence::quotations::quotations;
    use crate::evidence::word_lists::WordLists;

    /// Returns for each quotation of a paragraph the rule that gives its speaker.
    fn rules(language: &str, text: &str) -> Vec<Option<&'static str>> {
        let article = Article::read("a.txt", &format!("The board met on the quay on that day.\n\n{text}"));
        let found = quotations(&article);
        let (attributions, _) = attributions(&article, &found, WordLists::known(language));
        attributions.iter().map(|own| own.as_ref().map(|own| own.rule.name())).collect()
    }

    #[test]
    fn who_spoke_before_goes_on_until_somebody_else_comes_in() {
        let goes_on = |between: &str| {
            let text = format!("“We waited too long,” said Captain Anna Quill. {between}“Now it is late,” and so on.");
            rules("en", &text)[1]
        };
        let same = Some("same paragraph");
        for between in [
            "",
            "It was a cold evening. ",
            "She shook her head. ",
            "Quill shook her head. ",
            "The captain shook her head. ",
            "The boats were dear in those years. ",
            "For years nothing was done, and ",
            "In her view it was ",
            "The plan is ",
        ] {
            assert_eq!(goes_on(between), same, "{between}");
        }
        for between in [
            "Tom Hart shook his head. ",
            "He shook his head. ",
            "Hart disagreed. ",
            "Her rival Tom Hart looked away. It was late. ",
            "Captain Tom Hart was not so sure. ",
            "The treasurer shook his head. ",
            "The union disagreed. ",
            "Hart found it ",
            "For the union it was ",
            "To Tom Hart the plan is ",
            "In the view of the union, the plan is ",
            "In the union’s opinion it was ",
        ] {
            assert_eq!(goes_on(between), None, "{between}");
        }
    }

    #[test]
    fn a_sentence_that_goes_on_with_whose_words_it_is() {
        let second = |rest: &str| {
            rules("en", &format!("“We waited too long,” said Ada Quill. “It is far too late,” {rest}")).pop().flatten()
        };
        for rest in ["was the verdict of the union.", "is how Tom Hart put it.", "– the words of a treasurer."] {
            assert_eq!(second(rest), None, "{rest}");
        }
        for rest in ["was the verdict of Quill.", "was the end of it.", "and so on."] {
            assert_eq!(second(rest), Some("same paragraph"), "{rest}");
        }
    }

    #[test]
    fn a_quotation_that_is_parted_by_who_says_it() {
        let second = |text: &str| rules("en", text).pop().flatten();
        for text in [
            "“We waited too long,” said Ada Quill of Ostrey on Monday, “and now it is far too late.”",
            "“We waited too long,” Ada Quill said, “and now it is far too late.”",
            "“We waited too long,” said Ada Quill on Monday, adding: “Now it is far too late.”",
        ] {
            assert!(second(text).is_some(), "{text}");
        }
        for text in [
            "“We waited too long,” said Ada Quill, but to the union it was “now far too late for that”.",
            "“We waited too long” stands on the sign, “and now it is far too late.”",
        ] {
            assert_eq!(second(text), None, "{text}");
        }
    }

    #[test]
    fn a_source_that_a_sentence_names_in_another_language() {
        let check = |language: &str, text: &str| {
            let told: Vec<bool> = rules(language, text).iter().map(Option::is_some).collect();
            assert_eq!(told, [true, false], "{text}");
        };
        for rest in [
            "Selon le port, « tout est bien trop tard ».",
            "« Tout est bien trop tard », selon le port.",
            "D’après le port, « tout est bien trop tard ».",
            "Pour le syndicat du port, « tout est bien trop tard ».",
            "De l’avis du port, « tout est bien trop tard ».",
        ] {
            check("fr", &format!("« Nous avons trop attendu », a dit Ada Quill. {rest}"));
        }
        for rest in ["Según el puerto, «todo llega ya muy tarde».", "A juicio del puerto, «todo llega ya muy tarde»."]
        {
            check("es", &format!("«Hemos esperado demasiado», dijo Ada Quill. {rest}"));
        }
        for rest in [
            "Laut dem Hafenmeister ist es „nun viel zu spät dafür“.",
            "Nach Ansicht der Werft ist es „nun viel zu spät dafür“.",
            "Der Werft zufolge ist es „nun viel zu spät dafür“.",
            "Aus Sicht der Werft ist es „nun viel zu spät dafür“.",
        ] {
            check("de", &format!("„Wir haben zu lange gewartet“, sagte Ada Quill. {rest}"));
        }
    }

    #[test]
    fn who_is_not_sure_is_no_surer_in_the_next_sentence() {
        let text = "Tom Hart shook his head. “It was never late before.” “It is late now.”";
        assert_eq!(rules("en", text), [None, None]);
    }
}
