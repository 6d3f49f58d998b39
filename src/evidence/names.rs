//! Names of people, bodies and places: runs of words with capitals, told from words that only open a sentence.
//!
//! ```text
//!     A  Minister of State Security Ada Quill … Quill said      Ada Quill, twice
//!     B  the council’s leader, Ada Quill                        Ada Quill
//!     D  Bo Quill, a baker … Mr. Quill                          Bo Quill, twice: in D nobody else has the surname
//!     C  Quill                                                  not told: two people of the story have it
//! ```
//!
//! A word that opens a sentence is of a name only if it stands nowhere in the story in small letters. Runs are one name if they have
//! the same words, or if the shorter one is the surname of one person alone: of the article, else of the story.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::grammar::is_of_name;
use super::outer::OuterText;
use super::phrases::Phrases;
use super::quotations::{Manner, quotations};
use super::tokens::{Token, has_word, is_abbreviation};
use super::told::told_blocks;
use super::word_lists::WordLists;
use crate::article::{Article, Kind};

/// Where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The index of the article.
    pub article: usize,
    /// The index of the block.
    pub block: usize,
    /// Where the name itself stands, without titles, in bytes.
    pub range: Range<usize>,
    /// The same with what describes whose it is, as it stands there.
    pub described: Range<usize>,
}

/// Holds a name with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name at its fullest, as it stands first.
    pub name: String,
    /// Where it stands, in the order of the articles and of their blocks.
    pub mentions: Vec<Mention>,
}

impl Name {
    /// Returns the first mention of each article that has it: how each introduces whom it names.
    pub fn first_mentions(&self) -> impl Iterator<Item = &Mention> {
        let first = |k: &usize| *k == 0 || self.mentions[*k].article != self.mentions[*k - 1].article;
        (0..self.mentions.len()).filter(first).map(|k| &self.mentions[k])
    }
}

/// Holds the names of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The names, in the order in which they stand first.
    pub names: Vec<Name>,
    /// For each block with names these, where each stands.
    of_block: FxHashMap<(usize, usize), Vec<NameAt>>,
}

/// Where a name stands in a block, and its index.
type NameAt = (Range<usize>, usize);

/// Small words inside names of bodies and people.
const INSIDE: [&str; 10] = ["of", "de", "la", "van", "von", "der", "den", "du", "del", "&"];

/// Words that a body's name begins with or has, so that "for" and "and" may go on with it.
const BODIES: &str = "institute center centre committee council ministry department bureau office commission association society \
    foundation university college academy agency board league union party group organization organisation secretary minister";

/// Titles that stand before a name and are no part of it.
const TITLES: &str = "mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor gen general col \
    colonel lt capt captain sgt judge justice president vice prime minister chancellor king queen prince princess pope secretary \
    director chairman chairwoman chair mayor ambassador minister leader detective officer sheriff chief deputy reverend rev st \
    herr frau monsieur madame señor señora speaker attorney";

/// Words that open sentences and stand in small letters in any longer text.
const OPENERS: &str = "neither either both none i the a an in on at by for from with to of and but or nor so yet as if when while after before since until because \
    although though however meanwhile also then there here this that these those it its he she they we you his her their our my your \
    who what which where why how not no yes now today yesterday tomorrow earlier later last next once all both some many most few \
    several each every any another other others one two three four five six seven eight nine ten asked according despite during \
    under over about against among between without within like unlike still even just only perhaps maybe instead rather indeed \
    notably currently officials authorities analysts critics experts police people news media never always more less much such \
    back related read leave previous titled would could should will can may might must do does did is are was were be been have has \
    had let lets dozens hundreds thousands millions nobody nothing everything everybody anyone words";

fn among(token: &Token<'_>, words: &str) -> bool {
    has_word(words, token.bare())
}

/// Tells whether a word opens sentences, also with a verb drawn to it: "We’ve".
pub(super) fn is_opener(token: &Token<'_>) -> bool {
    let first = token.folded.split('\'').next().unwrap_or_default();
    has_word(OPENERS, first)
}

/// Finds the names in some articles of a story, each with the lists of its language. Cost: near linear in the text.
pub(super) fn names(articles: &[Article], chosen: &[(usize, &WordLists)]) -> Names {
    let texts: Vec<Vec<(usize, OuterText<'_>)>> = chosen.iter().map(|(index, _)| read(&articles[*index])).collect();
    let tokens = || texts.iter().flatten().flat_map(|(_, text)| &text.tokens);
    let small: FxHashSet<&str> = tokens().filter(|token| token.is_small()).map(Token::bare).collect();
    let within: FxHashSet<&str> = texts.iter().flatten().flat_map(|(_, text)| within_sentences(text)).collect();
    let mut found = Vec::new();
    for (&(article, lists), blocks) in chosen.iter().zip(&texts) {
        for (block, text) in blocks {
            let headline = articles[article].blocks[*block].kind != Kind::Paragraph;
            // A headline may have capitals throughout: it names nobody first.
            if headline && is_title_case(&text.tokens) {
                continue;
            }
            let subjects = Phrases { tokens: &text.tokens, lists };
            for run in runs(text, &small) {
                let is_first =
                    text.tokens[text.sentence_of(run.start).start..run.start].iter().all(|token| !token.is_word);
                let only = &text.tokens[run.start];
                // A word that opens a sentence and stands nowhere else is a name if a verb follows.
                let is_sure =
                    || within.contains(only.bare()) || only.is_genitive() || subjects.is_followed_by_verb(run.end);
                if run.len() == 1 && is_first && !is_sure() {
                    continue;
                }
                let sentence = text.sentence_of(run.start);
                let name = without_titles(&text.tokens, run.clone());
                let before = subjects.ending(name.end, sentence.start).filter(|found| found.start <= run.start);
                let is_whole = |found: &Range<usize>| {
                    let before = found.start..run.start;
                    !text.tokens[before.clone()].iter().any(|token| token.is("and"))
                        && !subjects.has_preposition(before)
                };
                let is_adjective = !subjects.ends_phrase(run.end) && !text.tokens[run.end - 1].is_genitive();
                let before = before.filter(|_| !is_adjective);
                let start = before.filter(is_whole).map_or(run.start, |found| found.start);
                // In Ostrey, the port of the north: the comma may as well end what the sentence opens with.
                let is_place = headline || subjects.is_behind_preposition(start);
                let end = if is_place { name.end } else { subjects.description_end(name.end, sentence.end) };
                let bytes = |range: Range<usize>| text.tokens[range.start].start..text.tokens[range.end - 1].end();
                let mention =
                    Mention { article, block: *block, range: bytes(name.clone()), described: bytes(start..end) };
                found.push((words_of(&text.tokens[name]), mention));
            }
        }
    }
    merged(articles, found)
}

fn read(article: &Article) -> Vec<(usize, OuterText<'_>)> {
    let mut titles = quotations(article);
    titles.retain(|quotation| quotation.manner == Manner::Title);
    let of = |index: usize| {
        let start = titles.partition_point(|title| title.block < index);
        &titles[start..titles.partition_point(|title| title.block <= index)]
    };
    // The words of a title have capitals whatever they name.
    told_blocks(article)
        .map(|(index, block)| (index, OuterText::new((&block.text, block.dateline), of(index), |_| false)))
        .collect()
}

fn is_title_case(tokens: &[Token<'_>]) -> bool {
    let long = || tokens.iter().filter(|token| token.is_word && token.text.chars().count() > 3);
    long().filter(|token| token.is_small()).count() * 3 <= long().count()
}

/// Returns the words with capitals that open no sentence.
fn within_sentences<'a>(text: &'a OuterText<'_>) -> impl Iterator<Item = &'a str> {
    let inner = |sentence: &Range<usize>| {
        let first = sentence.clone().find(|k| text.tokens[*k].is_word).unwrap_or(sentence.end);
        text.tokens.get(first + 1..sentence.end).unwrap_or_default()
    };
    text.sentences.iter().flat_map(inner).filter(|token| token.is_capital()).map(Token::bare)
}

/// Finds runs of words with capitals, by tokens.
fn runs(text: &OuterText<'_>, small: &FxHashSet<&str>) -> Vec<Range<usize>> {
    let tokens = &text.tokens;
    let opens = |k: usize| {
        let is_first = tokens[text.sentence_of(k).start..k].iter().all(|token| !token.is_word);
        is_first
            || tokens[k.saturating_sub(1)].text == ":"
            || k > 0 && !tokens[k - 1].is_word && tokens[k - 1].text.starts_with(['“', '"', '‘', '«', '„'])
    };
    let is_name = |k: usize| {
        let token = &tokens[k];
        let is_plain =
            is_of_name(token) && token.text.chars().count() > 1 || token.is_capital() && k > 0 && is_initial(tokens, k);
        let is_title = || {
            let next = tokens.get(k + 1).is_some_and(|next| next.is_capital() || next.is("of"));
            next && (among(token, TITLES) || among(token, BODIES))
        };
        let is_compound = ["-based", "-run", "-born", "-led", "-backed", "-owned", "-funded", "-style"];
        is_plain
            && !is_compound.iter().any(|end| token.bare().ends_with(end))
            && !(opens(k) && !is_title() && (small.contains(token.bare()) || is_opener(token)))
    };
    let mut found = Vec::new();
    let mut k = 0;
    while k < tokens.len() {
        if !is_name(k) {
            k += 1;
            continue;
        }
        let mut end = k + 1;
        while !tokens[end - 1].is_genitive() && end < tokens.len() {
            let next = &tokens[end];
            let goes_on = is_name(end)
                || next.text == "."
                    && is_abbreviation(tokens[end - 1].text)
                    && end + 1 < tokens.len()
                    && is_name(end + 1)
                || next.is_one_of(&INSIDE) && end + 1 < tokens.len() && is_name(end + 1)
                || next.is_one_of(&["for", "and"]) && end + 1 < tokens.len() && is_name(end + 1) && {
                    let is_body = |range: Range<usize>| tokens[range].iter().any(|token| among(token, BODIES));
                    let mut rest = end + 1;
                    while rest < tokens.len() && is_name(rest) && rest < end + 5 {
                        rest += 1;
                    }
                    // The Board for Tides and Fog; the Fog and Tides Commission.
                    let is_introduced = k > 0 && (tokens[k - 1].is("the") || tokens[k - 1].is_genitive());
                    is_body(k..end) || next.is("and") && is_introduced && is_body(end + 1..rest)
                };
            if !goes_on {
                break;
            }
            end += 1;
        }
        // The full stop of an abbreviation is part of it: U.S.
        if tokens[end - 1].text.contains('.') && tokens.get(end).is_some_and(|next| next.text == ".") {
            end += 1;
        }
        if !is_adjective(tokens, k..end) {
            found.push(k..end);
        }
        k = end;
    }
    found
}

fn is_initial(tokens: &[Token<'_>], k: usize) -> bool {
    tokens.get(k + 1).is_some_and(|next| next.text == ".") && is_of_name(&tokens[k - 1])
}

/// Tells whether a run is only what somebody or something is from: "Chinese officials".
fn is_adjective(tokens: &[Token<'_>], run: Range<usize>) -> bool {
    let [only] = &tokens[run.clone()] else { return false };
    let is_from = ["ese", "ish", "ian", "ean", "can", "ern", "rench", "reek", "erman", "utch"];
    only.is_figure()
        || is_from.iter().any(|end| only.bare().ends_with(end))
            && tokens.get(run.end).is_some_and(|next| next.is_small() || !next.is_word)
        || among(only, TITLES)
}

/// Leaves out titles that a name begins with.
fn without_titles(tokens: &[Token<'_>], run: Range<usize>) -> Range<usize> {
    let last = (run.start..run.end - 1)
        .rev()
        .find(|k| among(&tokens[*k], TITLES) && !tokens[*k + 1].is_one_of(&INSIDE) && !tokens[*k].is_genitive());
    let start = last.map_or(run.start, |last| if tokens[last + 1].text == "." { last + 2 } else { last + 1 });
    if start < run.end { start..run.end } else { run }
}

/// The words of a name, in small letters.
fn words_of(tokens: &[Token<'_>]) -> Vec<String> {
    tokens.iter().filter(|token| token.is_word).map(|token| token.bare().to_owned()).collect()
}

/// Tells whether words look like those of a person: two or three, and none of a body.
fn is_of_person(words: &[String]) -> bool {
    (2..=4).contains(&words.len())
        && !words.iter().any(|word| INSIDE.contains(&word.as_str()) || has_word(BODIES, word))
}

/// Puts mentions of one name together.
fn merged(articles: &[Article], found: Vec<(Vec<String>, Mention)>) -> Names {
    let mut known: FxHashSet<Vec<String>> = found.iter().map(|(words, _)| words.clone()).collect();
    known.retain(|words| words.len() > 1);
    // Who has a surname, in each article and in the story.
    let mut bearers: FxHashMap<(Option<usize>, String), FxHashSet<Vec<String>>> = FxHashMap::default();
    let shorter = |words: &Vec<String>| suffix_known(words, &known);
    let full: Vec<Vec<String>> = found.iter().map(|(words, _)| shorter(words)).collect();
    for (words, (_, mention)) in full.iter().zip(&found).filter(|(words, _)| is_of_person(words)) {
        for part in [&words[0], &words[words.len() - 1]] {
            for scope in [Some(mention.article), None] {
                bearers.entry((scope, part.clone())).or_default().insert(words.clone());
            }
        }
    }
    let only = |scope: Option<usize>, word: &String| {
        let bearers = bearers.get(&(scope, word.clone()))?;
        bearers.iter().next().filter(|_| bearers.len() == 1).cloned()
    };
    let mut names: Names = Names::default();
    let mut at: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    for (words, (_, mut mention)) in full.into_iter().zip(found) {
        let key = match words.as_slice() {
            [word] => {
                let has_own = bearers.contains_key(&(Some(mention.article), word.clone()));
                only(Some(mention.article), word)
                    .or_else(|| if has_own { None } else { only(None, word) })
                    .unwrap_or(words)
            }
            _ => words,
        };
        let text = &articles[mention.article].blocks[mention.block].text;
        let range = last_words(text, &mention.range, key.len());
        mention.range = range;
        let shown = shown(&text[mention.range.clone()]);
        let index = *at.entry(key).or_insert_with(|| {
            names.names.push(Name { name: shown.clone(), mentions: Vec::new() });
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

/// Returns the end of a name that stands alone elsewhere: `Ada Quill` of `Minister of Ports Ada Quill`.
fn suffix_known(words: &[String], known: &FxHashSet<Vec<String>>) -> Vec<String> {
    if words.len() < 4 && !words.iter().any(|word| INSIDE.contains(&word.as_str())) {
        return words.to_vec();
    }
    let ends = (1..words.len().saturating_sub(1)).map(|start| words[start..].to_vec());
    ends.filter(|end| !INSIDE.contains(&end[0].as_str()) && is_of_person(end))
        .find(|end| known.contains(end))
        .unwrap_or_else(|| words.to_vec())
}

/// Returns the last of some words of a text, in bytes.
fn last_words(text: &str, range: &Range<usize>, count: usize) -> Range<usize> {
    let own = &text[range.clone()];
    let starts: Vec<usize> =
        super::tokens::tokens(own).iter().filter(|token| token.is_word).map(|token| token.start).collect();
    let start = starts.len().checked_sub(count).and_then(|k| starts.get(k)).copied().unwrap_or(0);
    range.start + start..range.end
}

/// Returns a name as it is shown: without the ending of a genitive.
fn shown(name: &str) -> String {
    let bare = ["’s", "'s"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    bare.to_owned()
}

impl Names {
    /// Returns where names stand in some bytes of a block, each with its index, in order. Cost: logarithmic in the names of the
    /// block, and linear in those that are found.
    pub(super) fn within(&self, article: usize, block: usize, range: &Range<usize>) -> Vec<(Range<usize>, usize)> {
        let of_block = self.of_block.get(&(article, block)).map_or(&[][..], Vec::as_slice);
        let first = of_block.partition_point(|(own, _)| own.start < range.start);
        of_block[first..].iter().take_while(|(own, _)| own.end <= range.end).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the names of some articles, each as `Name: A1 first description; B2 …`, by those with a space or a description.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let lead = "The board of the port met on the quay for all of the evening, and it was late.\n\n";
        let articles: Vec<Article> =
            texts.iter().map(|text| Article::read("a.txt", &format!("{lead}{text}"))).collect();
        let lists: Vec<_> = (0..articles.len()).map(|index| (index, WordLists::known("en"))).collect();
        let names = names(&articles, &lists);
        let drawn = |name: &Name| {
            let first = name.first_mentions().map(|mention| {
                let text = &articles[mention.article].blocks[mention.block].text[mention.described.clone()];
                format!("{}{} {text}", crate::letters::letter(mention.article), mention.block)
            });
            format!("{} {}: {}", name.name, name.mentions.len(), first.collect::<Vec<_>>().join("; "))
        };
        assert_eq!(names.names.iter().map(drawn).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn runs_of_capitals_and_sentence_openers() {
        check(
            &[
                "Boats were late. The Ministry of Ports in Ostrey said so. Chinese boats, and the Morrey Institute for Tides and Fog, were not.",
            ],
            &[
                "Ministry of Ports 1: A1 The Ministry of Ports",
                "Ostrey 1: A1 Ostrey",
                "Morrey Institute for Tides and Fog 1: A1 the Morrey Institute for Tides and Fog",
            ],
        );
    }

    #[test]
    fn one_bearer_of_a_surname_and_two() {
        check(
            &[
                "Minister of Ports Ada Quill wrote it. It was late, Quill said, and Mr. Bo Osk agreed with her.",
                "Bo Quill, a baker in town, stayed at home, as Mr. Quill always does. She met Osk, it was said.",
                "It was Quill who said so, and nobody else. They knew port minister Ada Quill well.",
                "Nobody saw Quill again on that evening of rain.",
            ],
            &[
                "Ada Quill 4: A1 Minister of Ports Ada Quill; C1 Quill",
                "Bo Osk 2: A1 Mr. Bo Osk; B1 Osk",
                "Bo Quill 2: B1 Bo Quill, a baker in town",
                "Quill 1: D1 Quill",
            ],
        );
    }
}
