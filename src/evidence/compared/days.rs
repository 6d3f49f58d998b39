//! Dates of several outlets side by side.
//!
//! ```text
//!     A  Monday   B  Jul 31   D  July 31                              agree: one day
//!     A  was signed on 3 May 2024   C  was signed on 4 May 2024       differ: linked blocks, and the same words
//! ```

use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::dates::DateMention;
use super::super::links::{Answers, BlockAt};
use super::super::sets::Sets;
use super::blocks::{MOST, by_block};
use super::{DateEntry, DateKind};
use crate::article::Article;

/// How many words before a date tell what it is of, and how many of them must be the same where two differ.
const AROUND: usize = 40;
const ALIKE: usize = 2;

/// Puts dates of one day together, those of one year, month or season, and those of which nothing says either by their words. Cost: near linear in the dates.
pub(in crate::evidence) fn dates(articles: &[Article], all: &[DateMention], answers: &Answers) -> Vec<DateEntry> {
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
