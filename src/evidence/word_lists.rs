//! Lists of words that marks come from: one plain file a list.
//!
//! ```text
//!     # Reporting verbs of English …           what the list is, and the class of linguistics that it follows
//!     [factive]                                a class
//!     admit, admits, admitted, admitting       what stands for one another: words, or runs of words
//! ```
//!
//! A list can be switched off, and words can be added to it. Every mark names its list and its class.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::tokens::Token;
use crate::list_choice::{ListChoice, ListName};

/// A run of words of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The list that has it.
    pub list: ListName,
    /// Its class in the list.
    pub class: String,
    /// The first of the forms that stand for one another: `admit`.
    pub lemma: String,
    /// Its words, in small letters.
    words: Vec<String>,
}

impl Entry {
    /// Returns how many words it has.
    #[must_use]
    pub fn length(&self) -> usize {
        self.words.len()
    }

    /// Returns the last of its words.
    #[must_use]
    pub fn last_word(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Tells whether it is one word, and the first of those that stand for one another.
    #[must_use]
    pub fn is_base(&self) -> bool {
        matches!(self.words.as_slice(), [word] if *word == self.lemma)
    }
}

/// Holds the lists of one language.
#[derive(Clone, Debug, Default)]
pub struct WordLists {
    /// The language (ISO 639-1); nothing where there are no lists.
    language: &'static str,
    /// Entries by their first words, the longest first.
    entries: FxHashMap<String, Vec<Entry>>,
    /// For each word of a pair of labels those that it makes one with.
    partners: FxHashMap<String, Vec<String>>,
    /// Words of other kinds that look like reporting verbs.
    also_nouns: FxHashSet<String>,
    /// Reporting verbs, by their first forms, that mostly tell of something else.
    other_senses: FxHashSet<String>,
}

/// The files of each language.
const FILES: [(&str, &[(ListName, &str)]); 4] = [
    (
        "en",
        &[
            (ListName::Reporting, include_str!("lists/reporting.en.txt")),
            (ListName::SecondHand, include_str!("lists/second-hand.en.txt")),
            (ListName::Intent, include_str!("lists/intent.en.txt")),
            (ListName::Hedges, include_str!("lists/hedges.en.txt")),
            (ListName::Boosters, include_str!("lists/boosters.en.txt")),
            (ListName::VagueSources, include_str!("lists/vague-sources.en.txt")),
            (ListName::Labels, include_str!("lists/labels.en.txt")),
        ],
    ),
    ("de", &[(ListName::Reporting, include_str!("lists/reporting.de.txt"))]),
    ("fr", &[(ListName::Reporting, include_str!("lists/reporting.fr.txt"))]),
    ("es", &[(ListName::Reporting, include_str!("lists/reporting.es.txt"))]),
];

const ALSO_NOUNS: &str = include_str!("lists/also-nouns.en.txt");

impl WordLists {
    /// Returns the lists of a language (ISO 639-1) that come with the program; none for one that has none. They are read once.
    #[must_use]
    pub fn known(language: &str) -> &'static Self {
        static LISTS: OnceLock<Vec<(&str, WordLists)>> = OnceLock::new();
        static NONE: OnceLock<WordLists> = OnceLock::new();
        let lists = LISTS.get_or_init(|| FILES.iter().map(|(code, files)| (*code, Self::read(code, files))).collect());
        let own = lists.iter().find(|(code, _)| *code == language).map(|(_, lists)| lists);
        own.unwrap_or_else(|| NONE.get_or_init(Self::default))
    }

    /// Returns the lists of a language with what is added. Cost: linear in the lists, if anything is.
    pub(super) fn chosen(language: &str, choice: &ListChoice) -> Cow<'static, Self> {
        let mut lists = Cow::Borrowed(Self::known(language));
        for (list, file) in choice.added.iter().filter(|_| FILES.iter().any(|(code, _)| *code == language)) {
            lists.to_mut().add_file(*list, file);
        }
        lists
    }

    fn read(code: &'static str, files: &[(ListName, &str)]) -> Self {
        let mut lists = Self { language: code, ..Self::default() };
        for (name, file) in files {
            lists.add_file(*name, file);
        }
        if code == "en" {
            for (class, line) in lines(ALSO_NOUNS) {
                let of_class = if class == "word" { &mut lists.also_nouns } else { &mut lists.other_senses };
                of_class.extend(line.split(", ").map(str::to_owned));
            }
        }
        lists
    }

    /// Adds what a file of a list has, written as those that come with the program. Cost: linear in the file.
    pub fn add_file(&mut self, list: ListName, file: &str) {
        for (class, line) in lines(file) {
            // The words of a pair stand for one kind of thing, and each for itself.
            if list == ListName::Labels {
                let pair: Vec<String> = line.split(", ").map(str::to_lowercase).collect();
                for word in &pair {
                    self.add_label(class, word, pair.iter().filter(|other| *other != word));
                }
                continue;
            }
            let lemma = line.split(", ").next().unwrap_or(line).to_owned();
            for form in line.split(", ").filter(|form| !form.trim().is_empty()) {
                let words: Vec<String> = form.split_whitespace().map(str::to_lowercase).collect();
                let entry = Entry { list, class: class.to_owned(), lemma: lemma.clone(), words };
                let same_first = self.entries.entry(entry.words[0].clone()).or_default();
                let at = same_first.partition_point(|other| other.length() >= entry.length());
                same_first.insert(at, entry);
            }
        }
    }

    fn add_label<'w>(&mut self, class: &str, word: &str, others: impl Iterator<Item = &'w String>) {
        self.partners.entry(word.to_owned()).or_default().extend(others.cloned());
        let entries = self.entries.entry(word.to_owned()).or_default();
        if !entries.iter().any(|entry| entry.list == ListName::Labels) {
            let words = vec![word.to_owned()];
            entries.push(Entry { list: ListName::Labels, class: class.to_owned(), lemma: word.to_owned(), words });
        }
    }

    /// Returns the language of the lists (ISO 639-1); nothing where there are none.
    pub(super) const fn language(&self) -> &'static str {
        self.language
    }

    /// Returns the words that make a pair of labels with a word. Cost: constant.
    pub(super) fn partners(&self, word: &str) -> impl Iterator<Item = &str> {
        self.partners.get(word).into_iter().flatten().map(String::as_str)
    }

    /// Returns the longest run of words of a list that begins at the first of some tokens. Cost: constant.
    pub(super) fn at(&self, tokens: &[Token<'_>], list: ListName) -> Option<&Entry> {
        let entries = self.entries.get(&*tokens.first()?.folded)?;
        let stands = |entry: &&Entry| {
            entry.list == list
                && entry.length() <= tokens.len()
                && entry.words.iter().zip(tokens).all(|(word, token)| token.is(word))
        };
        entries.iter().find(stands)
    }

    /// Tells whether a reporting verb mostly tells of something else than what is said.
    pub(super) fn has_other_senses(&self, entry: &Entry) -> bool {
        self.other_senses.contains(&entry.lemma)
    }

    /// Tells whether a word that looks like a reporting verb is a noun or an adjective as well.
    pub(super) fn is_also_noun(&self, folded: &str) -> bool {
        self.also_nouns.contains(folded)
    }
}

/// Returns the lines of a file that are neither blank nor comments, each with the class that it stands under.
fn lines(file: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut class = "";
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(move |line| {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => {
                class = name;
                None
            }
            None => Some((class, line)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::tokens::tokens;

    fn found(lists: &WordLists, text: &str, list: ListName) -> Option<(String, String, usize)> {
        let entry = lists.at(&tokens(text), list)?;
        Some((entry.class.clone(), entry.lemma.clone(), entry.length()))
    }

    #[test]
    fn every_list_names_its_class_and_says_nothing_twice() {
        for (code, files) in FILES {
            for (name, file) in files {
                assert!(file.starts_with("# "), "{code} {name:?}");
                let mut seen = std::collections::HashSet::new();
                for (class, line) in lines(file) {
                    assert!(!class.is_empty(), "{line}");
                    for form in line.split(", ").filter(|_| *name != ListName::Labels) {
                        assert!(seen.insert(form), "{code} {name:?} {form}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_longest_run_is_found_and_a_list_can_be_added_to() {
        let lists = WordLists::known("en");
        let admits = Some(("factive".to_owned(), "admit".to_owned(), 1));
        assert_eq!(found(lists, "admits it", ListName::Reporting), admits);
        assert_eq!(found(lists, "was reported to have said", ListName::SecondHand).map(|(.., n)| n), Some(4));
        let added = vec![(ListName::Reporting, "[neutral]\nburble, burbles".to_owned())];
        let choice = ListChoice { off: Vec::new(), added };
        let more = WordLists::chosen("en", &choice);
        assert_eq!(
            found(&more, "burbles on", ListName::Reporting).map(|(class, ..)| class),
            Some("neutral".to_owned())
        );
        assert_eq!(found(lists, "burbles on", ListName::Reporting), None);
        assert_eq!(WordLists::known("xx").entries.len(), 0);
    }
}
