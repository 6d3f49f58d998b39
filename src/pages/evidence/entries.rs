//! What a page of evidence lists.

use std::fmt;

use crate::evidence::{Evidence, Place};
use crate::pages::Facts;
use crate::present::Role;

/// Lists evidence of a kind.
pub trait EvidenceList: Copy + Sync + fmt::Debug + 'static {
    /// What the page is called on its tab.
    const NAME: &'static str;
    /// Its title.
    const TITLE: &'static str;
    /// What its entries are called when they are counted: one, and several.
    const COUNTED: [&'static str; 2];
    /// What is said of an article that has none of an entry, before its name.
    const ABSENT: &'static str;
    /// What that means.
    const ABSENT_MEANS: &'static str;
    /// The signs of its cells: each with a word or a few, and with its meaning.
    const SIGNS: &'static [(&'static str, &'static str, &'static str)];
    /// Words that stand on the page, and what they mean.
    const TERMS: &'static [(&'static str, &'static str)];
    /// The columns of the table that has a row for each place, but for the first, which says where that is: each with its name, and with
    /// how it is said to those who hear it, its text in place of `{}`.
    const COLUMNS: &'static [(&'static str, &'static str)];

    /// Returns the entries, what is to be seen first first. Cost: near linear in the places of all.
    fn entries(&self, facts: &Facts<'_>, evidence: &Evidence) -> Vec<Entry>;

    /// Says above the entries what is not known of the story, and what follows from that.
    fn remark(&self, _facts: &Facts<'_>) -> Option<String> {
        None
    }

    /// Returns the words that name an entry, and whose they are; ours are of nobody.
    fn named(&self, facts: &Facts<'_>, evidence: &Evidence, entry: &Entry) -> (Option<usize>, String);

    /// Says in a few words what is told of a place of an entry: names and words of articles are set off.
    fn brief(&self, facts: &Facts<'_>, evidence: &Evidence, at: (&Entry, usize)) -> String;

    /// Tells whether an entry is told of where a block of an article, by index, is.
    fn stands_in(&self, _evidence: &Evidence, entry: &Entry, at: (usize, usize)) -> bool {
        entry.places.iter().any(|own| (own.place.article, own.place.block) == at)
    }

    /// Returns for each place of an entry the letter of what stands there, where those of some are the same and those of others are not.
    /// Cost: linear in the places, times their values.
    fn letters(&self, _evidence: &Evidence, _entry: &Entry) -> Option<Vec<char>> {
        None
    }

    /// Returns the letters of an article that has one of the places of an entry, of all that it has of it: who gives two numbers has both.
    fn letters_of(&self, evidence: &Evidence, entry: &Entry, article: usize) -> Vec<char> {
        let letters = self.letters(evidence, entry).unwrap_or_default().into_iter().zip(&entry.places);
        let mut own: Vec<char> =
            letters.filter(|(_, own)| own.place.article == article).map(|(letter, _)| letter).collect();
        own.sort_unstable();
        own.dedup();
        own
    }

    /// Says how what stands at a place stands to the others: `differs, value b`; nothing where there is nothing to say.
    fn stands(&self, evidence: &Evidence, (entry, index): (&Entry, usize)) -> String {
        let word = entry.places[index].word;
        match self.letters(evidence, entry) {
            Some(letters) if !word.is_empty() => format!("{word}, value {}", letters[index]),
            _ => word.to_owned(),
        }
    }

    /// Returns the sign of how it stands there, with its letter.
    fn sign(&self, evidence: &Evidence, (entry, index): (&Entry, usize)) -> String {
        let letter = self.letters(evidence, entry).map(|letters| letters[index]);
        entry.places[index].sign.chars().chain(letter).collect()
    }

    /// Tells whether one place of an entry says something of another one.
    fn answers(&self, _facts: &Facts<'_>, _own: &EntryPlace, _other: &EntryPlace) -> bool {
        true
    }

    /// Returns the lines below that: what stands there, and how it differs.
    fn details(&self, facts: &Facts<'_>, evidence: &Evidence, at: (&Entry, usize)) -> Vec<Detail>;

    /// Says how what stands at a place differs from what it is held against, and where that is: words of articles are set off.
    fn compared(&self, _facts: &Facts<'_>, _evidence: &Evidence, _at: (&Entry, usize)) -> Option<String> {
        None
    }

    /// Returns the cells of a place, one for each of the [columns](Self::COLUMNS).
    fn cells(&self, facts: &Facts<'_>, evidence: &Evidence, at: (&Entry, usize)) -> Vec<Column>;
}

/// An entry, with where it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which one it is, by index: its list knows of what.
    pub key: usize,
    /// Where it stands, in the order of the articles; one place at least.
    pub places: Vec<EntryPlace>,
}

/// A place of an entry.
#[derive(Clone, Debug)]
pub struct EntryPlace {
    /// Where it stands.
    pub place: Place,
    /// The sign of how it stands there.
    pub sign: &'static str,
    /// What that is called; empty where there is nothing to say.
    pub word: &'static str,
    /// How much it tells: of several places in an article the least number gives the cell its sign.
    pub rank: usize,
    /// What it is held against.
    pub against: Option<Place>,
}

/// A line of an entry.
#[derive(Clone, Debug)]
pub struct Detail {
    /// Its text; words of articles are set off.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// A cell of the table that has a row for each place.
#[derive(Clone, Debug)]
pub enum Column {
    /// Words of the article.
    Words(String),
    /// Ours.
    Ours(String),
    /// Ours, which says by itself what it is of.
    Whole(String),
    /// Ours, and the same in words where it names blocks.
    Said(String, String),
}

/// What an article has of an entry.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The sign and the blocks, or that it is absent.
    pub text: String,
    /// The same in words.
    pub said: String,
    pub role: Role,
    pub is_there: bool,
}
