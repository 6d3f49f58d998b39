//! Who of a story has a surname or a first name, and whose it is where it stands alone.
//!
//! ```text
//!     Bo Quill, a baker … Mr. Quill … Quill                          one bearer: his
//!     Bo Quill … Ada Quill … Quill                                   two: nobody's
//!     Lord Ashby, the judge, freed Dan Ashby … Ashby said            two in one sentence, one of them by a title: nobody's
//!     Dan Ashby … Mrs. Ashby                                         she is not he
//! ```

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::person_nouns::{Sex, of_noun, sex_of_first_name};
use super::super::tokens::{Token, has_word, tokens};
use super::Name;
use super::found::Found;
use super::introduced;
use super::nouns::BODIES;
use super::words::{is_of_person, words_of};
use crate::article::Article;

/// What names of firms end with, in small letters.
const FIRMS: &str = "engineering mills foods holdings group industries motors airlines bank partners brothers sons works steel energy media \
    press news ferries shipping lines yard stores systems technologies pharma capital logistics textiles construction foundation trust";

/// A part of names, in an article or in the whole story.
type Part = (Option<usize>, String);

/// The people of a story by the parts of their names.
pub(super) struct Bearers {
    of_part: FxHashMap<Part, FxHashSet<Vec<String>>>,
    /// Titles with surnames that are somebody by themselves.
    titled: FxHashSet<Vec<String>>,
}

/// Whose a name is.
pub(super) struct Whose {
    /// The words by which they are known.
    pub words: Vec<String>,
    /// Whether a title is among these.
    pub has_title: bool,
    /// Whether several have it, and nothing says which one it is.
    pub is_of_several: bool,
}

impl Bearers {
    /// Gathers them from names where they stand; `full` are their words, shortened where a part stands alone. Cost: near linear in them.
    pub fn new(articles: &[Article], found: &[Found], full: &[Vec<String>]) -> Self {
        let mut own = Self { of_part: FxHashMap::default(), titled: FxHashSet::default() };
        for (words, found) in full.iter().zip(found).filter(|(words, _)| is_of_person(words)) {
            for part in [&words[0], &words[words.len() - 1]] {
                own.add(found.mention.article, part, words);
            }
        }
        own.add_titled(articles, found, full);
        own
    }

    fn add(&mut self, article: usize, part: &str, words: &[String]) {
        for scope in [Some(article), None] {
            self.of_part.entry((scope, part.to_owned())).or_default().insert(words.to_vec());
        }
    }

    /// Adds those of whom a title and a surname is told beside another bearer of it.
    fn add_titled(&mut self, articles: &[Article], found: &[Found], full: &[Vec<String>]) {
        let mut titles: FxHashMap<&[String], FxHashSet<String>> = FxHashMap::default();
        let mut in_sentence: FxHashMap<(usize, usize, usize, &str), Vec<usize>> = FxHashMap::default();
        let place = |own: &Found| (own.mention.article, own.mention.block, own.sentence);
        for (k, (words, own)) in full.iter().zip(found).enumerate().filter(|(_, (words, _))| is_of_person(words)) {
            // Minister Bo Osk, the minister, Bo Osk, and Bo Osk, a minister: all of that may stand before his surname.
            let text = &articles[own.mention.article].blocks[own.mention.block].text;
            let described = text.get(own.mention.described.clone()).unwrap_or_default();
            let known = titles.entry(words).or_default();
            known.extend(own.title.iter().cloned().chain(words_of(&tokens(described))));
            let (article, block, sentence) = place(own);
            in_sentence.entry((article, block, sentence, &words[words.len() - 1])).or_default().push(k);
        }
        let mut added = Vec::new();
        for (own, words) in found.iter().zip(full) {
            let [surname] = words.as_slice() else { continue };
            if own.title.is_empty() {
                continue;
            }
            let (article, block, sentence) = place(own);
            let beside = in_sentence.get(&(article, block, sentence, surname.as_str())).into_iter().flatten();
            let is_plain = introduced::says_nothing(&own.title);
            let text = &articles[article].blocks[block].text;
            // “… of Judge Osk,” he said of the chair, Bo Osk: who is quoted calls him so.
            let is_parted = |other: &Range<usize>| {
                let (first, last) = (own.mention.range.end.min(other.end), own.mention.range.start.max(other.start));
                text.get(first..last).is_some_and(|between| between.contains(['“', '”', '"', '«', '»', '„']))
            };
            let is_other = |k: &&usize| {
                if is_parted(&found[**k].mention.range) {
                    return false;
                }
                let known = &titles[full[**k].as_slice()];
                // Bo Osk left, as Mr. Osk always does: he himself.
                let is_before = own.mention.range.start < found[**k].mention.range.start;
                !own.title.iter().any(|word| known.contains(word)) && (is_before || !is_plain)
            };
            let others: Vec<usize> = beside.filter(is_other).copied().collect();
            let all = self.of_part.get(&(Some(article), surname.clone()));
            let is_else = |words: &Vec<String>| words.last() == Some(surname) && differ_in_sex(&own.title, words);
            let is_of_other_sex = all.is_some_and(|all| !all.is_empty() && all.iter().all(is_else));
            let is_told =
                own.mention.described.end > own.mention.range.end || others.iter().any(|k| found[*k].mention.says_who);
            if is_of_other_sex || !others.is_empty() && is_told && !is_plain {
                added.push((article, surname.clone(), titled(&own.title, surname), true));
            } else if !others.is_empty() {
                added.push((article, surname.clone(), vec![surname.clone()], false));
            }
        }
        for (article, surname, words, is_titled) in added {
            self.add(article, &surname, &words);
            if is_titled {
                self.titled.insert(words);
            }
        }
    }

    /// Returns the only bearer of a part of names, whom the title before it does not exclude.
    fn only(&self, scope: Option<usize>, part: &String, title: &[String]) -> Option<Vec<String>> {
        let bearers = self.of_part.get(&(scope, part.clone()))?;
        // Behind “Mr” stands a surname, which may come first (Mr. Chen, Chen Osk); but Ms. Osk is not Osk Engineering.
        let has_plain_title = !title.is_empty() && introduced::says_nothing(title);
        let is_firm = |last: &String| has_word(FIRMS, last) || has_word(&BODIES, last);
        let mut may_be = bearers.iter().filter(|words| {
            if words.last() == Some(part) {
                !differ_in_sex(title, words)
            } else {
                !has_plain_title || !words.last().is_some_and(is_firm)
            }
        });
        may_be.next().filter(|_| may_be.next().is_none()).cloned()
    }

    /// Returns whose a name is where it stands: of one word the only bearer of it in the article, else in the story. Cost: constant.
    pub fn whose(&self, words: &[String], own: &Found) -> Whose {
        let as_it_is = |is_of_several| Whose { words: words.to_vec(), has_title: false, is_of_several };
        let [word] = words else { return as_it_is(false) };
        let with_title = titled(&own.title, word);
        if !own.title.is_empty() && self.titled.contains(&with_title) {
            return Whose { words: with_title, has_title: true, is_of_several: false };
        }
        let article = own.mention.article;
        let has_own = self.of_part.contains_key(&(Some(article), word.clone()));
        let only = self
            .only(Some(article), word, &own.title)
            .or_else(|| if has_own { None } else { self.only(None, word, &own.title) });
        match only {
            Some(words) => {
                Whose { has_title: self.titled.contains(&words) && !own.title.is_empty(), words, is_of_several: false }
            }
            None => as_it_is(self.of_part.get(&(None, word.clone())).is_some_and(|all| all.len() > 1)),
        }
    }
}

/// Adds to each name where a surname of it stands that several have, in articles that do not have the name. Cost: near linear in the names.
pub(super) fn add_perhaps(names: &mut [Name]) {
    let words = |name: &Name| -> Vec<String> { words_of(&tokens(&name.name)) };
    let mut of_several: FxHashMap<String, usize> = FxHashMap::default();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.is_of_several) {
        of_several.insert(words(name).join(" "), index);
    }
    for index in 0..names.len() {
        let own = words(&names[index]);
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        let Some(&other) = of_several.get(last).or_else(|| of_several.get(first)).filter(|_| is_of_person(&own)) else {
            continue;
        };
        let has: FxHashSet<usize> = names[index].mentions.iter().map(|mention| mention.article).collect();
        let missing = names[other].mentions.iter().filter(|mention| !has.contains(&mention.article));
        names[index].perhaps = missing.cloned().collect();
    }
}

fn titled(title: &[String], surname: &str) -> Vec<String> {
    title.iter().cloned().chain([surname.to_owned()]).collect()
}

/// Tells whether a title is of a woman and a name of a man, by its first name or its title, or the other way round.
fn differ_in_sex(title: &[String], name: &[String]) -> bool {
    let of_title = title.iter().find_map(|word| sex_of_noun(word));
    let of_name = name.first().and_then(|first| sex_of_first_name(first).or_else(|| sex_of_noun(first)));
    matches!((of_title, of_name), (Some(one), Some(other)) if one != other)
}

fn sex_of_noun(word: &str) -> Option<Sex> {
    tokens(word).first().and_then(|token: &Token<'_>| of_noun(token).sex)
}
