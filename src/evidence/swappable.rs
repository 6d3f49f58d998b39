//! Whether what stands in the one text and what stands in the other are of one kind, so that the one is there instead of the other.
//!
//! ```text
//!     were found │ came to light      both tell what happens
//!     the Marigold │ she              both name somebody or something
//!     after │ when                    small words of one kind
//!     were │ all                      none: words of two kinds
//!     drugmaker │ employee of         none: the one needs what follows, the other does not
//! ```
//!
//! In other languages than English small words are told by how common they are, and in Japanese by how they are written.

use super::grammar::{
    AUXILIARIES, CLAUSES, DETERMINERS, PAST, PREPOSITIONS, PRONOUNS, among, is_adverb, is_day, is_pronoun,
};
use super::tokens::{Token, tokens};
use crate::common_words;
use crate::pair::Pair;

/// How many of the commonest words of a language are small words.
const COMMONEST: usize = 60;
/// So many letters at the beginning make two words alike.
const ALIKE: usize = 4;

/// Tells whether some words of two texts of a language (ISO 639-1) can stand for each other. Cost: linear in them.
pub(super) fn are_of_one_kind(language: &str, words: &Pair<&str>) -> bool {
    let both = words.map(tokens);
    if both.iter().any(|own| own.iter().any(is_day)) {
        return false;
    }
    match language {
        "en" | "" => are_in_english(&both),
        "ja" | "zh" => are_alike_in(words, 2) || words.iter().all(|own| own.chars().any(is_written_out)),
        _ => {
            let stems = common_words::commonest(language, COMMONEST);
            let is_small = |own: &&str| own.to_lowercase().split_whitespace().all(|word| stems.contains(&word));
            // A name and words in small letters; in German every noun has a capital.
            let is_name = |own: &&str| own.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
            let are_names = language == "de" || is_name(&words.left) == is_name(&words.right);
            are_names && is_small(&words.left) == is_small(&words.right)
        }
    }
}

/// Tells whether a character is one of a word rather than of an ending: no hiragana, no mark.
fn is_written_out(c: char) -> bool {
    c.is_alphanumeric() && !('\u{3040}'..='\u{309f}').contains(&c)
}

fn are_alike_in(words: &Pair<&str>, letters: usize) -> bool {
    let (mut left, mut right) = (words.left.chars(), words.right.chars());
    (0..letters).all(|_| left.next().is_some_and(|c| Some(c) == right.next()))
}

/// What a word is, as far as lists of small words tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Clause,
    Preposition,
    Determiner,
    Pronoun,
    Auxiliary,
    Adverb,
    Full,
}

fn class(token: &Token<'_>) -> Class {
    if among(token, &PRONOUNS) {
        Class::Pronoun
    } else if among(token, &AUXILIARIES) || token.is("having") {
        Class::Auxiliary
    } else if among(token, &DETERMINERS) || among(token, "any every own") {
        Class::Determiner
    } else if among(token, &CLAUSES) {
        Class::Clause
    } else if among(token, &PREPOSITIONS) && !token.folded.ends_with("ed") {
        Class::Preposition
    } else if is_adverb(token) || among(token, "more most less least once twice never always ever here there then now")
    {
        Class::Adverb
    } else {
        Class::Full
    }
}

/// The words of one side, by what they are.
struct Phrase<'p, 't> {
    words: Vec<(&'p Token<'t>, Class)>,
}

impl<'p, 't> Phrase<'p, 't> {
    fn new(tokens: &'p [Token<'t>]) -> Self {
        Self { words: tokens.iter().filter(|token| token.is_word).map(|token| (token, class(token))).collect() }
    }

    /// The class of all of its words, if they are small words of one class.
    fn small(&self) -> Option<Class> {
        let (_, first) = *self.words.first()?;
        (first != Class::Full && self.words.iter().all(|(_, class)| *class == first)).then_some(first)
    }

    fn has_full(&self) -> bool {
        self.words.iter().any(|(_, class)| *class == Class::Full)
    }

    fn first(&self, class: Class) -> bool {
        self.words.first().is_some_and(|(_, own)| *own == class)
    }

    fn ends_open(&self) -> bool {
        self.words
            .last()
            .is_some_and(|(_, class)| matches!(class, Class::Preposition | Class::Auxiliary | Class::Clause))
    }

    fn full(&self) -> impl Iterator<Item = &&'p Token<'t>> {
        self.words.iter().filter(|(_, class)| *class == Class::Full).map(|(token, _)| token)
    }

    /// Tells whether it names somebody or something: a pronoun, a name, a noun with its article.
    fn names(&self) -> bool {
        let is_name = self.words.iter().all(|(token, _)| token.is_capital());
        self.words.len() == 1 && self.words.iter().any(|(token, _)| is_pronoun(token) && !token.is("who"))
            || self.has_full() && (self.first(Class::Determiner) || is_name)
    }

    /// Tells whether it tells what happens, or was said.
    fn is_verbal(&self) -> bool {
        let is_past = |token: &Token<'_>| {
            among(token, &PAST) || token.is_small() && token.folded.len() > 4 && token.folded.ends_with("ed")
        };
        self.has_full()
            && (self.first(Class::Auxiliary)
                || self.full().next().is_some_and(|token| is_past(token)) && !self.first(Class::Determiner))
    }

    fn joins(&self) -> bool {
        self.words.iter().any(|(token, _)| among(token, "and or but"))
    }
}

fn are_in_english(both: &Pair<Vec<Token<'_>>>) -> bool {
    let phrases = both.as_ref().map(|own| Phrase::new(own));
    let Pair { left, right } = &phrases;
    if left.small().is_some() && right.small().is_some() {
        return left.small() == right.small();
    }
    if left.names() && right.names() {
        return true;
    }
    if !left.has_full() || !right.has_full() {
        return false;
    }
    if left.ends_open() != right.ends_open() || left.joins() != right.joins() {
        return false;
    }
    let is_alike = |own: &Token<'_>| {
        let start: String = own.folded.chars().take(ALIKE).collect();
        start.chars().count() == ALIKE && right.full().any(|other| other.folded.starts_with(&start))
    };
    if left.is_verbal() && right.is_verbal() || left.full().any(|own| is_alike(own)) {
        return true;
    }
    let (a, b) = (left.full().count(), right.full().count());
    left.first(Class::Preposition) == right.first(Class::Preposition)
        && a.abs_diff(b) <= 1
        && !(left.names() && right.is_verbal() || right.names() && left.is_verbal())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, expected: bool, pairs: &[(&str, &str)]) {
        for (left, right) in pairs {
            assert_eq!(are_of_one_kind(language, &Pair::new(left, right)), expected, "{left} / {right}");
            assert_eq!(are_of_one_kind(language, &Pair::new(right, left)), expected, "{right} / {left}");
        }
    }

    #[test]
    fn what_stands_for_each_other() {
        check(
            "en",
            true,
            &[
                ("said", "claimed"),
                ("boats", "vessels"),
                ("were seen", "came to light"),
                ("sails", "has sailed"),
                ("ordered", "had to order"),
                ("the Heron", "she"),
                ("after", "when"),
                ("any", "all"),
                ("saying", "which says"),
                ("wrote", "as having written"),
                ("makers", "building firms"),
                ("Holm’s board", "Ostrey’s council"),
                ("again", "once more"),
                ("in the evening", "at night"),
            ],
        );
    }

    #[test]
    fn what_does_not() {
        check(
            "en",
            false,
            &[
                ("were", "all"),
                ("on Tuesday", "at last"),
                ("then", "March"),
                ("and", "within the hour"),
                ("maker", "worker of"),
                ("in Holm should", "are to"),
                ("and", "also holds out"),
            ],
        );
    }

    #[test]
    fn other_languages() {
        check("de", true, &[("Schiffe", "Boote"), ("und", "der")]);
        check("de", false, &[("und", "Boote")]);
        check("es", true, &[("barcos", "buques"), ("Ada Quill", "Osric Penn")]);
        check("es", false, &[("Ada Quill", "de la ciudad")]);
        check("ja", true, &[("すると発表した", "する"), ("灯台", "塔")]);
        check("ja", false, &[("で", "あり"), ("で、時間は", "の")]);
    }
}
