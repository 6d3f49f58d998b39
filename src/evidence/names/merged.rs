//! Mentions of one name put together: by whole name, by the surname of one person alone, by the short form of a body.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::tokens::tokens;
use super::bearers::Bearers;
use super::bodies::Bodies;
use super::found::Found;
use super::nouns::INSIDE;
use super::runs::LONGEST_PERSON;
use super::words::is_of_person;
use super::{Name, Names, aliases, introduced};
use crate::article::Article;

/// Puts mentions of one name together. Cost: near linear in them.
pub(super) fn merged(articles: &[Article], found: Vec<Found>) -> Names {
    let mut known: FxHashSet<Vec<String>> = found.iter().map(|own| own.words.clone()).collect();
    known.retain(|words| words.len() > 1);
    let full: Vec<Vec<String>> = found.iter().map(|own| suffix_known(&own.words, &known)).collect();
    let bearers = Bearers::new(articles, &found, &full);
    let bodies = Bodies::new(articles, &full, found.iter().map(|own| own.mention.clone()));
    let mut names: Names = Names::default();
    let mut at: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    for (words, own) in full.into_iter().zip(found) {
        let whose = bearers.whose(&words, &own);
        let mut mention = own.mention;
        if whose.has_title {
            mention.range.start = own.title_start;
        }
        let key = whose.words;
        let text = &articles[mention.article].blocks[mention.block].text;
        let body = aliases::body(&key, &text[mention.range.clone()]).or_else(|| bodies.key(&key, &mention, text));
        let is_alias = body.is_some();
        let key = body.unwrap_or(key);
        // A body under another name is as long as it stands.
        if !is_alias {
            let whole = mention.range.clone();
            mention.range = last_words(text, &whole, key.len());
            // Minister of Ports Ada Quill: what stands before the name that is known says who that is.
            mention.says_who |= introduced::has_office(text, &(whole.start..mention.range.start));
        }
        let shown = shown(&text[mention.range.clone()]);
        let index = *at.entry(key).or_insert_with(|| {
            let is_of_several = whose.is_of_several && !is_alias;
            names.names.push(Name { name: shown.clone(), mentions: Vec::new(), is_of_several, perhaps: Vec::new() });
            names.names.len() - 1
        });
        let name = &mut names.names[index];
        if shown.split_whitespace().count() > name.name.split_whitespace().count() {
            name.name = shown;
        }
        names.of_block.entry((mention.article, mention.block)).or_default().push((mention.range.clone(), index));
        name.mentions.push(mention);
    }
    names
}

/// Returns the end of a name that stands alone elsewhere: `Ada Quill` of `Minister of Ports Ada Quill`. Cost: linear in the words.
fn suffix_known(words: &[String], known: &FxHashSet<Vec<String>>) -> Vec<String> {
    if words.len() < 4 && !words.iter().any(|word| INSIDE.contains(&word.as_str())) {
        return words.to_vec();
    }
    // No person has more words than so many: a headline in capitals may be a run of any length.
    let first = words.len().saturating_sub(LONGEST_PERSON).max(1);
    let ends = (first..words.len().saturating_sub(1)).map(|start| &words[start..]);
    // University of New Holm: what "of" leads to is a part of another name.
    let is_led_to = |end: &[String]| INSIDE.contains(&words[words.len() - end.len() - 1].as_str());
    ends.filter(|end| !INSIDE.contains(&end[0].as_str()) && is_of_person(end) && !is_led_to(end))
        .find(|end| known.contains(*end))
        .unwrap_or(words)
        .to_vec()
}

/// Returns the last of some words of a text, in bytes.
fn last_words(text: &str, range: &Range<usize>, count: usize) -> Range<usize> {
    let own = &text[range.clone()];
    let starts: Vec<usize> = tokens(own).iter().filter(|token| token.is_word).map(|token| token.start).collect();
    let start = starts.len().checked_sub(count).and_then(|k| starts.get(k)).copied().unwrap_or(0);
    range.start + start..range.end
}

/// Returns a name as it is shown: without the ending of a genitive.
fn shown(name: &str) -> String {
    let bare = ["’s", "'s"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    bare.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_known_name_ends_a_run_of_any_length() {
        let known: FxHashSet<Vec<String>> =
            ["ada quill", "bo rune maria osk", "tide and fog and ada quill"].map(words).into_iter().collect();
        let long = "harbour ".repeat(2_000);
        for (run, end) in [
            (format!("{long} ada quill"), "ada quill"),
            (format!("{long} bo rune maria osk"), "bo rune maria osk"),
            ("minister of ports ada quill".to_owned(), "ada quill"),
            // No name of a person has so many words.
            ("new tide and fog and ada quill".to_owned(), "ada quill"),
            ("ada quill".to_owned(), "ada quill"),
            ("university of ada quill".to_owned(), "university of ada quill"),
        ] {
            assert_eq!(suffix_known(&words(&run), &known), words(end));
        }
        assert_eq!(suffix_known(&words(&long), &known), words(&long));
    }
}
