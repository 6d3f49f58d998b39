//! The names of one article, each where it stands, with its title and with what introduces it.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::super::outer::OuterText;
use super::super::phrases::Phrases;
use super::super::tokens::{Token, has_word, tokens};
use super::super::word_lists::WordLists;
use super::introduced::{self, Language, Reading, introduction};
use super::nouns::BODIES;
use super::runs::{without_origin, without_titles};
use super::words::words_of;
use super::{Mention, countries, german, japanese, own, plurals, works};
use crate::article::{Article, Kind};

/// Words of a story by which runs of capitals are told to be names.
pub(super) struct StoryWords<'t> {
    /// Those with capitals that stand within sentences.
    pub within: FxHashSet<&'t str>,
    /// In German the ends of runs that are names for sure.
    pub ends: FxHashSet<&'t str>,
    /// Whole runs.
    pub alone: FxHashSet<String>,
}

/// A name where it stands.
pub(super) struct Found {
    /// Its words, in small letters.
    pub words: Vec<String>,
    pub mention: Mention,
    /// The words of the titles before it, and where they begin, in bytes.
    pub title: Vec<String>,
    pub title_start: usize,
    /// Where its sentence begins, in bytes.
    pub sentence: usize,
}

/// Finds the names of an article.
pub(super) struct NameFinder<'a, 't> {
    pub article: &'a Article,
    pub index: usize,
    pub lists: &'a WordLists,
    /// The code of its language.
    pub code: &'a str,
    pub words: &'a StoryWords<'t>,
}

impl NameFinder<'_, '_> {
    /// Returns the names of a block, of its runs of capitals. Cost: near linear in the block.
    pub fn of_block(&self, block: usize, text: &OuterText<'_>, runs: &[Range<usize>]) -> Vec<Found> {
        let headline = self.article.blocks[block].kind != Kind::Paragraph;
        // A headline may have capitals throughout: it names nobody first.
        if headline && is_title_case(&text.tokens) {
            return Vec::new();
        }
        let mut found = Vec::new();
        if self.code == "ja" {
            found.extend(self.people_of_japanese(block));
        }
        let phrases = Phrases { tokens: &text.tokens, lists: self.lists };
        let titles = works::titles(text);
        let is_of_title = |run: &Range<usize>| titles.iter().any(|title| title.contains(&run.start));
        let names = runs.iter().filter(|run| !is_of_title(run) && self.is_name(text, &phrases, run));
        let names = names.map(|run| plurals::without_plural(&text.tokens, run.clone(), text.is_first(run.start)));
        found.extend(names.map(|run| self.found(block, text, &phrases, &run)));
        found
    }

    /// Tells whether a run of capitals names anybody.
    fn is_name(&self, text: &OuterText<'_>, phrases: &Phrases<'_, '_>, run: &Range<usize>) -> bool {
        let tokens = &text.tokens;
        if own::is_own(self.article.outlet.as_deref(), tokens, run) {
            return false;
        }
        let is_german = self.code == "de";
        if is_german && !german::is_name(tokens, run, &self.words.ends) {
            return false;
        }
        let is_first = text.is_first(run.start);
        if run.len() > 1 || !is_first {
            return true;
        }
        let only = &tokens[run.start];
        // Party organs were told: a noun of bodies opens sentences as any other one.
        if has_word(&BODIES, &only.folded) {
            return false;
        }
        // Ferries call at the slip.
        if !self.words.within.contains(only.bare()) && self.code == "en" && plurals::is_noun(tokens, run.start) {
            return false;
        }
        // A word that opens a sentence and stands nowhere else is a name if a verb follows.
        is_german
            || self.words.within.contains(only.bare())
            || only.is_genitive()
            || phrases.is_followed_by_verb(run.end)
            || countries::is_place(only.bare())
            || is_set_off(tokens, run.end)
    }

    /// Returns what of a run is the name, without titles and nouns before it, and without where somebody is from.
    fn name_of(&self, text: &OuterText<'_>, run: &Range<usize>) -> Range<usize> {
        let tokens = &text.tokens[..];
        let is_first = text.is_first(run.start);
        let stands_alone = |words: &str| self.words.alone.contains(words);
        let name =
            if self.code == "de" { german::without_titles(tokens, run.clone(), stands_alone) } else { run.clone() };
        let name = without_titles(tokens, name);
        let name = introduced::without_nouns(tokens, name, is_first);
        let name = countries::without_adjective(tokens, name, stands_alone);
        without_origin(tokens, name, run.start, stands_alone)
    }

    fn found(&self, block: usize, text: &OuterText<'_>, phrases: &Phrases<'_, '_>, run: &Range<usize>) -> Found {
        let tokens = &text.tokens;
        let headline = self.article.blocks[block].kind != Kind::Paragraph;
        let name = self.name_of(text, run);
        let sentence = text.sentence_of(run.start);
        let starts = tokens[sentence.start].start;
        let own = match Language::of(self.code) {
            Some(language) => introduction(&Reading { phrases, language, sentence }, run, &name, headline),
            None => introduced::none(&name),
        };
        let bytes = |range: Range<usize>| tokens[range.start].start..tokens[range.end - 1].end();
        let mention = Mention {
            article: self.index,
            block,
            range: bytes(name.clone()),
            described: bytes(own.range),
            says_who: own.says_who,
            is_cut: own.is_cut,
        };
        Found {
            title: words_of(&tokens[run.start..name.start]),
            title_start: tokens[run.start].start,
            words: words_of(&tokens[name]),
            mention,
            sentence: starts,
        }
    }

    /// Returns the people of a block in Japanese, each by the words of its name.
    fn people_of_japanese(&self, block: usize) -> impl Iterator<Item = Found> {
        let (article, text) = (self.index, &self.article.blocks[block].text);
        japanese::people(text).into_iter().map(move |(range, described)| {
            let words = words_of(&tokens(&text[range.clone()]));
            let title_start = range.start;
            let mention = Mention { article, block, range, described, says_who: true, is_cut: false };
            Found { words, mention, title: Vec::new(), title_start, sentence: 0 }
        })
    }
}

/// Tells whether words stand behind one that opens a sentence by which that is somebody, or a body: for its part, who.
fn is_set_off(tokens: &[Token<'_>], at: usize) -> bool {
    let [comma, first, second, third, ..] = tokens.get(at..).unwrap_or_default() else { return false };
    let is_owner = second.is_one_of(&["its", "his", "her", "their"]);
    comma.text == "," && (first.is("who") || first.is("for") && is_owner && third.is("part"))
}

fn is_title_case(tokens: &[Token<'_>]) -> bool {
    let long = || tokens.iter().filter(|token| token.is_word && token.text.chars().count() > 3);
    long().filter(|token| token.is_small()).count() * 3 <= long().count()
}
