//! Bodies that one story names in several ways: with their country, without it, in short.
//!
//! ```text
//!     the Chinese Communist Party (CCP)     Communist Party of China     Communist Party     the CCP     the Party      one
//!     the Fog Party of Norway, the Swedish Fog Party, the Fog Party                                                     three
//! ```
//!
//! A shorter form is put to a longer one only if the article, or else the story, has one such body.

use std::hash::Hash;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::bodies::is_of_body;
use super::super::tokens::{Token, has_word, tokens};
use super::Mention;
use super::countries::{beginning, is_place};
use super::nouns::BODIES;
use crate::article::Article;

/// A body: what it is, without the country, and that.
type Body = (Vec<String>, Option<String>);

/// For some forms of one kind the bodies that they may stand for, in an article and in the story.
struct Bearers<K>(FxHashMap<(Option<usize>, K), FxHashSet<Body>>);

impl<K: Hash + Eq + Clone> Bearers<K> {
    fn add(&mut self, article: usize, form: &K, body: &Body) {
        for scope in [Some(article), None] {
            self.0.entry((scope, form.clone())).or_default().insert(body.clone());
        }
    }

    /// Returns the one body that a form stands for in an article, else in the story.
    fn only(&self, article: usize, form: &K) -> Option<&Body> {
        let own = self.0.get(&(Some(article), form.clone()));
        let all = own.or_else(|| self.0.get(&(None, form.clone())))?;
        all.iter().next().filter(|_| all.len() == 1)
    }
}

/// The bodies of a story, by all their forms.
pub(super) struct Bodies {
    /// By what they are, those with a country.
    cores: Bearers<Vec<String>>,
    /// By the noun that they have at the end, or before "of".
    nouns: Bearers<String>,
    /// By a short form that stands in brackets beside one.
    short_forms: Bearers<String>,
}

impl Bodies {
    /// Gathers the bodies among names, each with where it stands. Cost: linear in the names.
    pub fn new(articles: &[Article], names: &[Vec<String>], mentions: impl Iterator<Item = Mention>) -> Self {
        let mut bodies = Self {
            cores: Bearers(FxHashMap::default()),
            nouns: Bearers(FxHashMap::default()),
            short_forms: Bearers(FxHashMap::default()),
        };
        let mentions: Vec<Mention> = mentions.collect();
        for (words, mention) in names.iter().zip(&mentions) {
            let Some(body) = body(words).filter(|(_, country)| country.is_some()) else { continue };
            bodies.cores.add(mention.article, &body.0, &body);
        }
        for (words, mention) in names.iter().zip(&mentions) {
            let Some(mut body) = body(words) else { continue };
            if let (None, Some(whole)) = (&body.1, bodies.cores.only(mention.article, &body.0)) {
                body = whole.clone();
            }
            if let Some(noun) = noun(&body.0) {
                bodies.nouns.add(mention.article, &noun.to_owned(), &body);
            }
            let text = &articles[mention.article].blocks[mention.block].text;
            if let Some(letters) = letters(&text[mention.range.clone()], &text[mention.range.end..]) {
                bodies.short_forms.add(mention.article, &letters, &body);
            }
        }
        bodies
    }

    /// Returns the words by which a body is known that stands under another name; `None` where it stands under no other one. Cost: constant.
    pub fn key(&self, words: &[String], mention: &Mention, text: &str) -> Option<Vec<String>> {
        let own = match (words, body(words)) {
            (_, Some((core, country))) => {
                let is_short = country.is_none();
                let whole = self.cores.only(mention.article, &core).filter(|_| is_short).cloned();
                whole.or(country.map(|country| (core, Some(country))))?
            }
            ([word], None) if is_noun(word) => {
                let is_named = text[..mention.range.start].trim_end().to_lowercase().ends_with("the");
                self.nouns.only(mention.article, word).filter(|_| is_named)?.clone()
            }
            ([word], None) => self.short_forms.only(mention.article, word)?.clone(),
            _ => return None,
        };
        let (mut core, country) = own;
        core.extend(country.into_iter().flat_map(|country| ["of".to_owned(), country]));
        Some(core)
    }
}

/// Tells whether a word is a noun of bodies.
fn is_noun(word: &str) -> bool {
    has_word(&BODIES, word) || is_of_body(word)
}

/// Reads a body from its words: its country stands before it as an adjective, or behind "of". `None` for what is no body, or one word.
fn body(words: &[String]) -> Option<Body> {
    if words.len() < 2 || !words.iter().any(|word| is_noun(word)) {
        return None;
    }
    let own = |core: &[String], country: Option<&str>| {
        let is_whole = core.len() > 1 || country.is_none();
        is_whole.then(|| (core.to_vec(), country.map(str::to_owned)))
    };
    let all: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some((country, count)) = beginning(&all).filter(|(_, count)| *count < words.len()) {
        return own(&words[count..], Some(country));
    }
    let of = words.iter().rposition(|word| word == "of").filter(|of| is_place(&words[of + 1..].join(" ")));
    match of {
        Some(of) => own(&words[..of], Some(&words[of + 1..].join(" "))),
        None => own(words, None),
    }
}

/// Returns the noun of a body: the last word, or the one before "of" and "for".
fn noun(core: &[String]) -> Option<&str> {
    let end = core.iter().position(|word| matches!(word.as_str(), "of" | "for")).unwrap_or(core.len());
    core[..end].last().map(String::as_str).filter(|word| is_noun(word))
}

/// Returns the short form of a name that stands in brackets behind it, in small letters, if it has the name's first letters.
fn letters(name: &str, behind: &str) -> Option<String> {
    let inner = behind.trim_start().strip_prefix('(')?;
    let short = inner.split(')').next().filter(|short| short.len() < inner.len() && short.len() > 1)?;
    let first: String =
        tokens(name).iter().filter(|token| Token::is_capital(token)).filter_map(|t| t.text.chars().next()).collect();
    (short == first).then(|| short.to_lowercase())
}
