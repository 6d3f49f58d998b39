//! Names in what is not read for names: headlines with capitals throughout, datelines, bylines, captions, longer names.
//!
//! ```text
//!     HONG KONG (AP) - The board met …     names Hong Kong, if another outlet does
//!     Quill Warns of Boats                 names Quill, if the story has one
//!     l’université d’Ostrey                names Ostrey
//! ```
//!
//! Nobody is introduced there, and no name is found there first; but of who is named there it may not be said that an outlet does not name
//! them.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::tokens::{Token, folded, has_word, tokens};
use super::nouns::BODIES;
use super::words::is_of_person;
use super::{Mention, Names, aliases};
use crate::article::{Article, Kind};

/// A way in which a name may stand: its words, and its index.
struct Form {
    words: Vec<String>,
    name: usize,
}

/// Adds for each of some articles the names that stand in it nowhere else; `small` are words that stand in small letters in the story. Cost:
/// linear in the text, and in the names that begin with each word of it.
pub(super) fn add(
    names: &mut Names,
    articles: &[Article],
    chosen: impl Iterator<Item = usize>,
    small: &FxHashSet<&str>,
) {
    let mut forms: FxHashMap<String, Vec<Form>> = FxHashMap::default();
    let mut surnames: FxHashMap<String, FxHashSet<usize>> = FxHashMap::default();
    let mut add_form = |words: Vec<String>, name: usize| {
        if let Some(first) = words.first().cloned() {
            forms.entry(first).or_default().push(Form { words, name });
        }
    };
    for (index, name) in names.names.iter().enumerate() {
        let words = words_of(&name.name);
        for form in aliases::forms(&words) {
            add_form(words_of(form), index);
        }
        if is_of_person(&words) {
            surnames.entry(words[words.len() - 1].clone()).or_default().insert(index);
        }
        add_form(words, index);
    }
    // The surname of one person alone names them.
    for (surname, bearers) in &surnames {
        if let (1, Some(&bearer)) = (bearers.len(), bearers.iter().next()) {
            add_form(vec![surname.clone()], bearer);
        }
    }
    let mut has: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut people: FxHashMap<(usize, usize), Vec<Range<usize>>> = FxHashMap::default();
    for (index, name) in names.names.iter().enumerate() {
        let is_person = is_of_person(&words_of(&name.name));
        for mention in &name.mentions {
            has.insert((mention.article, index));
            if is_person {
                people.entry((mention.article, mention.block)).or_default().push(mention.range.clone());
            }
        }
    }
    let mut changed: FxHashSet<usize> = FxHashSet::default();
    for article in chosen {
        for (block, own) in articles[article].blocks.iter().enumerate() {
            let words = tokens(&own.text).into_iter().filter(|token| token.is_word);
            let tokens: Vec<Token<'_>> = words.map(without_drawn).collect();
            let taken = people.get(&(article, block)).map_or(&[][..], Vec::as_slice);
            for (k, first) in tokens.iter().enumerate() {
                let beginning = first.is_capital() && is_set_off(first);
                for form in forms.get(first.bare()).filter(|_| beginning).into_iter().flatten() {
                    let count = form.words.len();
                    let Some(found) = tokens.get(k..k + count) else { continue };
                    let last = &found[count - 1];
                    // The full stop of an abbreviation is part of it: the U.S., China and others.
                    let has_stop = last.text.contains('.') && own.text[last.end()..].starts_with('.');
                    let range = first.start..last.end() + usize::from(has_stop);
                    // A word alone may be another one where all have capitals, and that of a person stands in their name.
                    // The Party stands in many names.
                    let is_noun = count == 1 && has_word(&BODIES, first.bare());
                    let is_sure = !is_noun
                        && (count > 1
                            || is_short_form(first)
                            || !small.contains(first.bare())
                                && !taken.iter().any(|own| own.start < range.end && range.start < own.end));
                    if is_sure
                        && !has.contains(&(article, form.name))
                        && form.words.iter().zip(found).all(|(word, token)| token.bare() == word)
                        && (count > 1 || own.kind != Kind::Furniture)
                    {
                        has.insert((article, form.name));
                        changed.insert(form.name);
                        let described = range.clone();
                        let mention = Mention { article, block, range, described, says_who: false, is_cut: false };
                        names.names[form.name].mentions.push(mention);
                    }
                }
            }
        }
    }
    for name in changed {
        names.names[name].mentions.sort_by_key(|mention| (mention.article, mention.block, mention.range.start));
    }
}

/// Returns a name without the small word that is drawn to it in French: `Ostrey` of `d’Ostrey`.
fn without_drawn(token: Token<'_>) -> Token<'_> {
    let drawn = token
        .text
        .split_once(['\'', '’'])
        .filter(|(small, name)| matches!(*small, "d" | "l" | "qu") && name.starts_with(char::is_uppercase));
    let Some((_, name)) = drawn else { return token };
    let start = token.end() - name.len();
    Token { text: name, start, folded: folded(name), is_word: true }
}

fn words_of(name: &str) -> Vec<String> {
    tokens(name).iter().filter(|token| token.is_word).map(|token| token.bare().to_owned()).collect()
}

/// Tells whether a short form has the capitals that make it one: `us` and `Us` are none.
fn is_set_off(token: &Token<'_>) -> bool {
    token.bare() != "us" && token.bare() != "un" && token.bare() != "eu" || is_short_form(token)
}

fn is_short_form(token: &Token<'_>) -> bool {
    let own = token.text.strip_suffix("’s").or_else(|| token.text.strip_suffix("'s")).unwrap_or(token.text);
    own.chars().count() > 1 && own.chars().all(|c| c.is_uppercase() || c == '.')
}
