//! Figures and dates of several outlets side by side.
//!
//! ```text
//!     A  worth 41 million crowns   B  worth 47 million crowns     differ: linked blocks count the same, and say it alike
//!     E  1.4 million citizens      C  1 billion users             each in one outlet alone: other things are counted
//!     A  Monday   B  Jul 31   D  July 31                          agree: one day
//! ```
//!
//! That two figures agree or differ is said only of blocks that answer each other, and that they differ only where the words around
//! them are the same as well.

mod alike;
mod elsewhere;
mod one_thing;
mod same;

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::dates::DateMention;
use super::figures::Figure;
use super::links::{Answers, BlockAt};
use super::sets::Sets;
use crate::article::Article;

use one_thing::{may_agree, may_differ, without_crossings};
use same::{is_bounded, is_same};

pub use alike::{alike_dates, alike_figures, value_letter};

/// Says how figures of several outlets stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum FigureKind {
    /// They differ.
    Differs,
    /// They differ by a power of a thousand.
    Scale,
    /// They are the same.
    Agrees,
    /// The same figure of the same thing stands in several, and nothing says for sure that it is of one thing.
    #[cfg_attr(feature = "schema", schemars(rename = "same figure"))]
    SameFigure,
    /// One outlet alone has it.
    #[cfg_attr(feature = "schema", schemars(rename = "one outlet"))]
    OneOutlet,
}

impl FigureKind {
    /// Returns the kind's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::Scale => "scale",
            Self::Agrees => "agrees",
            Self::SameFigure => "same figure",
            Self::OneOutlet => "one outlet",
        }
    }
}

/// Says how dates of several outlets stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum DateKind {
    /// They are of one day.
    Agrees,
    /// They are of different days, in linked blocks and the same words.
    Differs,
    /// One outlet alone has it.
    #[cfg_attr(feature = "schema", schemars(rename = "one outlet"))]
    OneOutlet,
    /// No rule is sure of the day.
    #[cfg_attr(feature = "schema", schemars(rename = "no date"))]
    NoDate,
}

impl DateKind {
    /// Returns the kind's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::OneOutlet => "one outlet",
            Self::NoDate => "no date",
        }
    }
}

/// Holds figures that count one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureEntry {
    /// How they stand to each other.
    pub kind: FigureKind,
    /// Which figures of the story they are, in order.
    pub said: Vec<usize>,
    /// The same figures of outlets that are not among these, in blocks that do not answer theirs, as indices too.
    pub also: Vec<usize>,
}

/// Holds dates of one day, or dates that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateEntry {
    /// How they stand to each other.
    pub kind: DateKind,
    /// The day.
    pub value: Option<Date>,
    /// Which dates of the story they are, in order.
    pub said: Vec<usize>,
}

/// Puts figures together that count one thing. Cost: near linear in the figures and in what answers their blocks.
pub(super) fn figures(all: &[Figure], answers: &Answers) -> Vec<FigureEntry> {
    let of_block = by_block(all.iter().map(|figure| (figure.place.article, figure.place.block)));
    let linked = answers.linked();
    let mut sets = Sets::of(all.len());
    let mut kinds: Vec<(usize, FigureKind)> = Vec::new();
    for (one, other) in answers.sorted() {
        let (Some(left), Some(right)) = (of_block.get(&one), of_block.get(&other)) else { continue };
        let is_linked = linked.get(&one).is_some_and(|blocks| blocks.contains(&other));
        for (a, b, kind) in pairs(all, left, right, is_linked) {
            sets.join(a, b);
            kinds.push((a, kind));
        }
    }
    let mut of_set: FxHashMap<usize, FigureKind> = FxHashMap::default();
    for (figure, kind) in kinds {
        let own = of_set.entry(sets.root(figure)).or_insert(kind);
        *own = kind.min(*own);
    }
    let groups = sets.groups();
    let entries = groups
        .into_iter()
        .map(|said| {
            let kind = of_set.get(&said[0]).copied().unwrap_or(FigureKind::OneOutlet);
            FigureEntry { kind, said, also: Vec::new() }
        })
        .collect();
    elsewhere::gathered(all, entries)
}

fn by_block(places: impl Iterator<Item = BlockAt>) -> FxHashMap<BlockAt, Vec<usize>> {
    let mut of_block: FxHashMap<BlockAt, Vec<usize>> = FxHashMap::default();
    for (k, place) in places.enumerate() {
        of_block.entry(place).or_default().push(k);
    }
    of_block
}

/// How many figures of a block are held against those of another one: a table of more has no two that are of one thing for sure.
const MOST: usize = 64;

/// Finds which figures of two blocks agree, and which one of a thing differs from the one of the other block.
fn pairs(all: &[Figure], left: &[usize], right: &[usize], is_linked: bool) -> Vec<(usize, usize, FigureKind)> {
    let mut found = Vec::new();
    let (mut left, mut right) = (left.to_vec(), right.to_vec());
    left.truncate(MOST);
    right.truncate(MOST);
    let (whole_left, whole_right) = (left.clone(), right.clone());
    left.retain(|&a| {
        let same = right
            .iter()
            .position(|&b| all[a].key == all[b].key && is_same(&all[a], &all[b]) && may_agree(&all[a], &all[b]));
        let Some(at) = same else { return true };
        found.push((a, right.remove(at), FigureKind::Agrees));
        false
    });
    without_crossings(all, &mut found);
    for &a in left.iter().filter(|_| is_linked) {
        // What a bare number counts is told by what is said of it: "25 are missing", "another 20 were hurt".
        let is_told = |figure: &Figure| !figure.key.is_empty() || figure.next.is_subject && figure.upper.is_none();
        let of_key = |others: &[usize]| {
            let of_one = |&b: &usize| all[b].key == all[a].key && is_told(&all[a]) && is_told(&all[b]);
            others.iter().copied().filter(of_one).collect::<Vec<_>>()
        };
        // What is told of on the other side too, with its number, is another thing: two children and three firemen, three children and two firemen.
        let stands = |whole: &[usize], key: &str| whole.iter().any(|other| all[*other].key == key);
        let has = |(whole, there): (&[usize], &[usize]), figure: &Figure| {
            whole.iter().any(|&other| {
                let Figure { key, value, .. } = &all[other];
                *value == figure.value && (key.is_empty() || *key == figure.key || !stands(there, key))
            })
        };
        if let ([_], [b]) = (of_key(&left).as_slice(), of_key(&right).as_slice())
            // "1,200 of 5,000 jobs" and "1,200 jobs": one has both, and which of them is counted is not sure.
            && !has((&whole_left, &whole_right), &all[*b])
            && !has((&whole_right, &whole_left), &all[a])
            && may_differ(&all[a], &all[*b])
        {
            found.push((
                a,
                *b,
                if is_scaled(all[a].value, all[*b].value) { FigureKind::Scale } else { FigureKind::Differs },
            ));
        }
    }
    found
}

/// Tells whether one number is the other one times a thousand, a million and so on.
fn is_scaled(a: f64, b: f64) -> bool {
    let ratio = a.abs().max(b.abs()) / a.abs().min(b.abs());
    a.signum() == b.signum() && [1e3, 1e6, 1e9].iter().any(|scale| (ratio / scale - 1.0).abs() < 1e-6)
}

/// Tells whether a figure of an entry that differs is the first one times a thousand, a million and so on, or of whichever stands before it. Cost:
/// linear in the figures of the entry.
#[must_use]
pub fn is_scaled_in(all: &[Figure], entry: &FigureEntry, nth: usize) -> bool {
    let Some((own, before)) = entry.said[..=nth.min(entry.said.len() - 1)].split_last() else { return false };
    entry.kind == FigureKind::Differs
        && !is_bounded(&all[*own])
        && before.iter().any(|other| is_scaled(all[*other].value, all[*own].value))
}

/// How many words before a date tell what it is of, and how many of them must be the same where two differ.
const AROUND: usize = 40;
const ALIKE: usize = 2;

/// Puts dates of one day together, those of one year, month or season, and those of which nothing says either by their words. Cost: near linear in the dates.
pub(super) fn dates(articles: &[Article], all: &[DateMention], answers: &Answers) -> Vec<DateEntry> {
    let mut groups: FxHashMap<(Option<Date>, String), Vec<usize>> = FxHashMap::default();
    for (k, mention) in all.iter().enumerate() {
        let words = match (mention.value, mention.period) {
            (Some(_), _) => String::new(),
            (None, Some(period)) => period.to_string(),
            (None, None) => text(articles, mention).to_lowercase(),
        };
        groups.entry((mention.value, words)).or_default().push(k);
    }
    let entry = |((value, _), said): ((Option<Date>, String), Vec<usize>)| {
        let is_shared = said.iter().any(|&k| all[k].place.article != all[said[0]].place.article);
        let kind = match (value, is_shared) {
            (None, _) => DateKind::NoDate,
            (Some(_), true) => DateKind::Agrees,
            (Some(_), false) => DateKind::OneOutlet,
        };
        DateEntry { kind, value, said }
    };
    let mut entries: Vec<DateEntry> = groups.into_iter().map(entry).collect();
    let differing = differing(articles, all, answers);
    // Dates that differ are one entry, and none of one outlet again.
    let mut is_told = vec![false; all.len()];
    for &k in differing.iter().flat_map(|entry| &entry.said) {
        is_told[k] = true;
    }
    entries.retain(|entry| entry.kind != DateKind::OneOutlet || !entry.said.iter().all(|&k| is_told[k]));
    entries.extend(differing);
    entries.sort_by(|a, b| a.said.cmp(&b.said));
    entries
}

fn text<'a>(articles: &'a [Article], mention: &DateMention) -> &'a str {
    &articles[mention.place.article].blocks[mention.place.block].text[mention.place.range.clone()]
}

/// Finds the dates of linked blocks that have one each, of different days in the same words; those that differ from one another are one
/// entry, so that there are no more of them than dates.
fn differing(articles: &[Article], all: &[DateMention], answers: &Answers) -> Vec<DateEntry> {
    let of_block = by_block(all.iter().map(|mention| (mention.place.article, mention.place.block)));
    let mut sets = Sets::of(all.len());
    for (articles_of, blocks) in &answers.links {
        for (left, right) in blocks.left.iter().flat_map(|left| blocks.right.iter().map(move |right| (*left, *right))) {
            let own = |at: BlockAt| of_block.get(&at).map_or(&[][..], Vec::as_slice);
            let (left, right) = (own((articles_of.left, left)), own((articles_of.right, right)));
            for (a, b) in of_one(articles, all, (left, right)) {
                if let (Some(one), Some(other)) = (all[a].value, all[b].value)
                    && one != other
                    && alike(&around(articles, &all[a]), &around(articles, &all[b])) >= ALIKE
                    && !(has_own(articles, &all[a], &all[b]) && has_own(articles, &all[b], &all[a]))
                {
                    sets.join(a, b);
                }
            }
        }
    }
    let several = sets.groups().into_iter().filter(|said| said.len() > 1);
    several.map(|said| DateEntry { kind: DateKind::Differs, value: None, said }).collect()
}

/// How many words just before a date are the same where one of several dates of a block is held against one of several of another block.
const BEFORE: usize = 2;

/// Returns which dates of two blocks may be of one thing: the only ones of both; else, of days that are said whole and do not stand in the other block,
/// those behind the same words, "was signed on", which stand before one such day alone. Cost: the product of their numbers, of which few are
/// looked at.
fn of_one(articles: &[Article], all: &[DateMention], (left, right): (&[usize], &[usize])) -> Vec<(usize, usize)> {
    if let ([a], [b]) = (left, right) {
        return vec![(*a, *b)];
    }
    let telling = |own: &[usize], there: &[usize]| -> Vec<(usize, Vec<String>)> {
        let is_own = |k: &usize| {
            let value = all[*k].value;
            all[*k].says_day() && value.is_some() && there.iter().all(|other| all[*other].value != value)
        };
        own.iter().take(MOST).filter(|k| is_own(k)).map(|&k| (k, just_before(articles, &all[k]))).collect()
    };
    let (left, right) = (telling(left, right), telling(right, left));
    let only = |those: &[(usize, Vec<String>)], words: &[String]| {
        let mut same = those.iter().filter(|(_, own)| own.len() == BEFORE && own == words);
        same.next().filter(|_| same.next().is_none()).map(|(k, _)| *k)
    };
    let pair = |(_, words): &(usize, Vec<String>)| only(&left, words).zip(only(&right, words));
    left.iter().filter_map(pair).collect()
}

/// Returns the words just before a date, in its sentence, the nearest first.
fn just_before(articles: &[Article], mention: &DateMention) -> Vec<String> {
    let text = &articles[mention.place.article].blocks[mention.place.block].text[..mention.place.range.start];
    let sentence = text.rsplit(['.', ';', '!', '?']).next().unwrap_or(text);
    let words = sentence.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(BEFORE).map(str::to_lowercase).collect()
}

/// Returns the longer words and the names of a block just before and behind a date.
fn around<'a>(articles: &'a [Article], mention: &DateMention) -> Vec<&'a str> {
    let text = &articles[mention.place.article].blocks[mention.place.block].text;
    let Range { start, end } = mention.place.range;
    let first = text[..start].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let last = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
    // Of a word that is cut the rest says nothing.
    let is_cut = |at: usize| {
        let [before, behind] = [text[..at].chars().next_back(), text[at..].chars().next()];
        [before, behind].iter().all(|c| c.is_some_and(char::is_alphanumeric))
    };
    let rest = |part: &str| part.find(|c: char| !c.is_alphanumeric()).unwrap_or(part.len());
    let begun = |part: &str| part.rfind(|c: char| !c.is_alphanumeric()).unwrap_or(0);
    let first = if is_cut(first) { first + rest(&text[first..start]) } else { first };
    let last = if is_cut(last) { end + begun(&text[end..last]) } else { last };
    // Names are short too.
    let tells = |word: &&str| word.chars().count() > 3 || word.starts_with(char::is_uppercase) && word.len() > 1;
    let words = |part: &'a str| part.split(|c: char| !c.is_alphanumeric()).filter(tells);
    words(&text[first..start]).chain(words(&text[end..last])).collect()
}

/// Tells whether words around a date stand nowhere in the block of another one: "opened on 4 March", "closed on 5 May".
fn has_own(articles: &[Article], own: &DateMention, other: &DateMention) -> bool {
    let there = &articles[other.place.article].blocks[other.place.block].text;
    let there: FxHashSet<&str> = there.split(|c: char| !c.is_alphanumeric()).collect();
    around(articles, own).iter().any(|word| !there.contains(word))
}

fn alike(one: &[&str], other: &[&str]) -> usize {
    one.iter().filter(|word| other.contains(word)).count()
}

#[cfg(test)]
mod tests;
