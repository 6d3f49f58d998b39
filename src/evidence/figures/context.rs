//! The words of the block around a figure, by which two figures are told to be of one thing or of two.
//!
//! ```text
//!     Prices of bread in Holm rose 12%       Prices of fuel in Holm rose 14%      bread, and fuel: two things
//!     300 visitors in July                   900 visitors in August               July, and August
//! ```

use std::ops::Range;
use std::sync::Arc;

use super::super::ends::is_end;
use super::super::tokens::{Token, is_stop};
use super::super::tongue::Tongue;
use super::super::word_set::WordSet;
use super::numbers::begins_number;
use super::opposites::{Opposite, are_opposed};
use super::scales::scale;
use crate::unicode::scripts::is_spaceless;

/// The words of a block, by token, and which figure of it this is.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::evidence) struct Context {
    words: Arc<[Word]>,
    own: Range<usize>,
}

/// A token as a word of its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// It without its form; empty if it tells of nothing.
    stem: String,
    /// Whether it says what something is of: a name, or the noun behind a preposition.
    is_topic: bool,
    /// Whether it says that something is not so, or against it.
    is_negation: bool,
    /// What stands opposite to it.
    opposite: Option<Opposite>,
    /// It as it stands, if it may stand right before a number: to, by.
    lead: Option<&'static str>,
    /// Whether it says that what is counted goes over a longer time, or is all of it.
    is_of_all: bool,
    /// What ends with it.
    ends: Ends,
}

/// What ends with a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    Nothing,
    /// A part of a clause, or another one begins.
    Part,
    /// A sentence, or a clause of writing without spaces.
    Sentence,
}

/// The words of a block. Cost: linear in it.
pub(super) struct Words(Arc<[Word]>);

/// Words behind which stands what something is of.
static BEFORE_TOPIC: WordSet = WordSet::new(
    "of in for at on to against without with by von in für bei auf gegen ohne mit zu vom zum zur de en dans pour du des sur sans avec contre \
    para del con sin contra",
);

/// Words between these and that.
const ARTICLES: &str = "the a an its der die das den dem ein eine einen le la les l un une el los las una";

/// Words of which another one of them says that something else is meant.
static CONTRASTS: WordSet = WordSet::new(
    "old new first second third fourth last next this former current older younger big small large little upper lower left right north south \
    east west northern southern eastern western morning evening spring summer autumn winter \
    alte alten alter altes neue neuen neuer neues erste ersten zweite zweiten dritte dritten dieses diesem letzten vorigen nächsten große kleine \
    ancien ancienne nouveau nouvelle premier première second seconde deuxième troisième dernier dernière cette grand grande petit petite \
    viejo vieja nuevo nueva primer primero primera segundo segunda tercer tercera este esta pasado pasada próximo próxima",
);

/// Words by which the contrary is told: "ballots for the plan", "ballots against the plan".
static NEGATIONS: WordSet = WordSet::new(
    "against not never no without lack lacks lacked lacking gegen nicht ohne kein keine keinen contre pas sans jamais contra sin nunca",
);

/// Words of reports that tell of nothing that is counted.
static OF_REPORTS: WordSet = WordSet::new(
    "said says told reported according added announced admitted claimed stated insisted argued alleged denied confirmed conceded acknowledged \
    warned declared maintained explained noted sagte teilte mit erklärte laut déclaré annoncé selon dijo anunció según",
);

/// Measures: behind a number they say how much of something there is, and not of what: 1.2 tonnes, 1,200 kilos.
const MEASURES: &str = "tonnes tons tonne ton kilos kilo kilograms kilogrammes kg grams grammes litres liters gallons metres meters kilometres     kilometers km miles feet tonnen kilogramm liter meter kilometer litros kilos metros toneladas kilómetros mètres kilomètres";

/// Words of a longer time, or of all that there is: "25 since May", "25 in total" beside "20".
const OF_ALL: &str = "since total altogether overall seit insgesamt depuis desde";

/// Words before a year that begins a time.
const SINCE: &str = "since seit depuis desde";

fn is_superlative(token: &Token<'_>) -> bool {
    token.is_small() && (token.folded.ends_with("est") || token.is_among("worst first most least"))
}

/// Words that may stand right before a number, and say to what something comes or by how much.
const LEADS: [&str; 8] = ["to", "by", "auf", "um", "à", "de", "a", "en"];

/// Words that join parts of a clause.
const JOINING: [&str; 8] = ["and", "but", "und", "aber", "et", "mais", "y", "pero"];

impl Words {
    pub(super) fn of(tokens: &[Token<'_>], tongue: Tongue<'_>) -> Self {
        let is_japanese = tokens.iter().any(|token| token.text.starts_with(is_hiragana));
        let word = |(k, token): (usize, &Token<'_>)| {
            let before = k.checked_sub(1).map(|k| &tokens[k]);
            let begins = before.is_none_or(|before| !before.is_word);
            let is_spaceless = token.text.starts_with(is_spaceless);
            let letters = if is_spaceless { 0 } else { 2 };
            // "The highest since 1976" says how high it was, and not when.
            let is_of_record = || k > 1 && tokens[k - 1].is_among(SINCE) && is_superlative(&tokens[k - 2]);
            let is_contrast = token.is_among(&CONTRASTS) || is_year(token) && !is_of_record();
            let tells = token.is_word
                && (!token.is_figure() || is_contrast)
                && token.text.chars().count() > letters
                && !token.text.starts_with(is_hiragana)
                && (!is_end(token) || is_contrast)
                && !(token.is_among(MEASURES) && before.is_some_and(Token::is_figure))
                && !token.is_among(&OF_REPORTS);
            // Every noun has a capital in German.
            let is_name = token.is_capital() && !begins && tongue.code != "de";
            let k_before = if before.is_some_and(|before| before.is_among(ARTICLES)) { 2 } else { 1 };
            let is_behind = k.checked_sub(k_before).is_some_and(|k| tokens[k].is_among(&BEFORE_TOPIC));
            // 渡船の, 渡船は: Japanese marks it; Chinese does not.
            let is_marked = || {
                let next = tokens.get(k + 1);
                !is_japanese || next.is_some_and(|next| next.text.starts_with(['の', 'は', 'が']))
            };
            let is_topic = is_name || is_behind || is_spaceless && is_marked();
            let is_number = || scale(token, tongue).is_some() || begins_number(&tokens[k..]);
            Word {
                stem: if tells { crate::words::stem(token.bare()) } else { String::new() },
                is_topic: tells && (is_contrast || is_topic && !is_number()),
                is_negation: token.is_among(&NEGATIONS),
                opposite: Opposite::of(token),
                lead: LEADS.into_iter().find(|lead| token.is(lead)),
                is_of_all: token.is_among(OF_ALL) && !before.is_some_and(is_superlative),
                ends: match token {
                    _ if is_stop(token.text) || matches!(token.text, ";" | "、" | "，") => Ends::Sentence,
                    _ if !token.is_word || token.is_one_of(&JOINING) => Ends::Part,
                    _ => Ends::Nothing,
                },
            }
        };
        Self(tokens.iter().enumerate().map(word).collect())
    }

    /// Returns the words around a figure, by its tokens. Cost: constant.
    pub(super) fn around(&self, own: Range<usize>) -> Context {
        Context { words: Arc::clone(&self.0), own }
    }
}

/// How many tokens on either side of a figure, in its sentence, tell what it is of; and in how many of the block another report may say the
/// same.
const NEAR: usize = 8;
const WIDE: usize = 40;

impl Context {
    /// Tells whether either of two figures has words near it that do not stand around the other one: of one thing somebody says more, and two
    /// things have each their own. Cost: constant.
    pub(in crate::evidence) fn is_of_another(&self, other: &Self, topics_alone: bool) -> bool {
        self.has_own(other, topics_alone) && other.has_own(self, topics_alone)
    }

    /// Tells whether a word, without its form, stands around the figure. Cost: constant.
    pub(in crate::evidence) fn has(&self, stem: &str) -> bool {
        self.wide().iter().any(|word| word.stem == stem)
    }

    fn wide(&self) -> &[Word] {
        &self.words[self.own.start.saturating_sub(WIDE)..(self.own.end + WIDE).min(self.words.len())]
    }

    fn has_own(&self, other: &Self, topics_alone: bool) -> bool {
        self.own(other).any(|word| !topics_alone || word.is_topic)
    }

    /// The words near the figure that do not stand around another one.
    fn own(&self, other: &Self) -> impl Iterator<Item = &Word> {
        let there = other.wide();
        let is_own = |word: &&Word| !word.stem.is_empty() && there.iter().all(|other| other.stem != word.stem);
        self.near().filter(is_own)
    }

    /// Tells whether these words alone stand near two figures in place of each other: all other words near either stand around the other one
    /// too. Cost: constant.
    pub(in crate::evidence) fn differs_by(&self, other: &Self, (one, there): (&str, &str)) -> bool {
        let is_alone = |own: &Self, other: &Self, word: &str| {
            let mut words = own.own(other).peekable();
            words.peek().is_some() && words.all(|own| own.stem == word)
        };
        is_alone(self, other, one) && is_alone(other, self, there)
    }

    /// Tells whether two figures stand beside two topics that are told of in both texts: "bread by 3 and fuel by 5" against "fuel by 3 and bread
    /// by 5". Cost: constant.
    pub(in crate::evidence) fn is_beside_another(&self, other: &Self) -> bool {
        let apart = |one: Option<&Word>, there: Option<&Word>| {
            one.zip(there)
                .is_some_and(|(one, there)| one.stem != there.stem && self.has(&there.stem) && other.has(&one.stem))
        };
        let first_apart = self.said_before().zip(other.said_before()).find(|(one, there)| one.stem != there.stem);
        // "The repair cost so much", "the repair of the bridge cost so much": one says more of the same.
        let says_too = |own: &Self, word: &Word| own.said_before().any(|said| said.stem == word.stem);
        let is_apart = |(one, there): (&Word, &Word)| {
            !says_too(self, there) && !says_too(other, one) && apart(Some(one), Some(there))
        };
        first_apart.is_some_and(is_apart)
            || apart(topic(self.before()), topic(other.before()))
            || apart(topic(self.behind()), topic(other.behind()))
    }

    /// Tells whether the contrary is told near one of two figures alone. Cost: constant.
    pub(in crate::evidence) fn is_contrary_to(&self, other: &Self) -> bool {
        let is_negated = |own: &Self| own.near().any(|word| word.is_negation);
        is_negated(self) != is_negated(other)
    }

    /// Tells whether a word near one of two figures stands opposite to one near the other, and neither has both: before and after, long and
    /// wide, to and by. Cost: constant.
    pub(in crate::evidence) fn is_opposed_to(&self, other: &Self) -> bool {
        let all = |own: &Self| {
            own.near().chain(&own.words[own.own.clone()]).filter_map(|word| word.opposite).collect::<Vec<_>>()
        };
        let (own, there) = (all(self), all(other));
        let faces = |one: &Opposite, others: &[Opposite]| others.iter().any(|other| one.is_opposite(*other));
        let is_clear = |one: &Opposite, all: &[Opposite]| !faces(one, all);
        let opposed = own.iter().any(|one| faces(one, &there) && is_clear(one, &own))
            && there.iter().any(|one| faces(one, &own) && is_clear(one, &there));
        let lead = |own: &Self| own.before().next().and_then(|word| word.lead).unwrap_or_default();
        opposed || are_opposed(lead(self), lead(other))
    }

    /// Tells whether one of two figures alone is of a longer time, or of all that there is. Cost: constant.
    pub(in crate::evidence) fn is_of_all_beside(&self, other: &Self) -> bool {
        let is_of_all = |own: &Self| own.near().any(|word| word.is_of_all);
        is_of_all(self) != is_of_all(other)
    }

    /// The words that tell before the figure in its part of the clause, the nearest first.
    fn said_before(&self) -> impl Iterator<Item = &Word> {
        self.before().take_while(|word| word.ends == Ends::Nothing).filter(|word| !word.stem.is_empty())
    }

    /// The words near the figure, up to the ends of its sentence.
    fn near(&self) -> impl Iterator<Item = &Word> {
        self.before().chain(self.behind())
    }

    /// Those before it, the nearest first.
    fn before(&self) -> impl Iterator<Item = &Word> {
        self.words[..self.own.start].iter().rev().take(NEAR).take_while(|word| word.ends != Ends::Sentence)
    }

    /// Those behind it.
    fn behind(&self) -> impl Iterator<Item = &Word> {
        self.words[self.own.end.min(self.words.len())..]
            .iter()
            .take(NEAR)
            .take_while(|word| word.ends != Ends::Sentence)
    }
}

fn is_year(token: &Token<'_>) -> bool {
    token.text.len() == 4 && token.text.parse().is_ok_and(|year: u16| (1500..2200).contains(&year))
}

fn topic<'w>(mut words: impl Iterator<Item = &'w Word>) -> Option<&'w Word> {
    words.find(|word| word.is_topic)
}

const fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}
