//! Which names are those of people, and for whom "he" or "she" can stand.
//!
//! ```text
//!     Ms. Quill · Hanna Wrede · Bo Osk, a spokeswoman     a woman: by title, first name, description
//!     Bo Osk, who leads the yard                          somebody, not told whether a woman or a man
//!     Voltan Motors · the Harbour Road                    nothing says that it is anybody
//! ```

use super::bodies::is_of_body;
use super::names::{Name, Names};
use super::person_nouns::{MEN, Person, WOMEN, head, of_noun, sex_of_first_name};
use super::tokens::{folded, has_word, tokens};
use crate::article::Article;

/// Tells of every name of a story whether it is that of a person. Cost: linear in the mentions.
pub(super) fn persons(articles: &[Article], names: &Names) -> Vec<Person> {
    names.names.iter().map(|name| of_name(articles, name)).collect()
}

fn of_name(articles: &[Article], name: &Name) -> Person {
    let own = folded(&name.name).into_owned();
    let words: Vec<&str> = own.split_whitespace().collect();
    if words.iter().any(|word| is_of_body(word)) {
        return Person::default();
    }
    let mut told = None;
    let mut is_sure = false;
    let mut may_be = words.len() > 1;
    for mention in &name.mentions {
        let text = &articles[mention.article].blocks[mention.block].text;
        let before = tokens(&text[mention.described.start.min(mention.range.start)..mention.range.start]);
        // The Marigold; a hired boat, the Marigold.
        if before.last().is_some_and(|last| last.is("the")) {
            may_be = false;
        }
        let behind = text[mention.range.end..].trim_start_matches([',', ' ']);
        let described = tokens(&text[mention.range.end..mention.described.end.max(mention.range.end)]);
        let heads = before.iter().rfind(|token| token.is_word).into_iter().chain(head(&described));
        for person in heads.map(of_noun) {
            told = told.or(person.sex);
            is_sure |= person.is_sure;
        }
        is_sure |= behind.strip_prefix("who").is_some_and(|rest| rest.starts_with(' '));
    }
    // A first name may stand behind what somebody is: Harbour Commissioner Dora Osk.
    let first = words[..words.len().saturating_sub(1)].iter().rev().find_map(|word| sex_of_first_name(word));
    let sex = told.or(first);
    is_sure |= sex.is_some();
    Person { is_sure, may_be: may_be || is_sure, sex }
}

/// Tells whether words that have no name, in small letters, are of one person: the caretaker, a spokeswoman for the yard.
pub(super) fn of_description(words: &str) -> Person {
    let all = tokens(words);
    let Some(first) = all.iter().find(|token| token.is_word) else { return Person::default() };
    let is_one = first.is_among("a an the his her their its our my one another this that");
    let has_two = all.iter().any(|token| token.is("and"));
    let is_title = has_word(&WOMEN, &first.folded) || has_word(&MEN, &first.folded);
    if !is_one && !is_title || has_two {
        return Person::default();
    }
    if is_title { of_noun(first) } else { head(&all).map(of_noun).unwrap_or_default() }
}
