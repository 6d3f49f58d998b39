//! Where a block's sentences end.
//!
//! ```text
//!     “Is it true?” asked Mr. Penn on Oct. 8. │ J. Doe said no. │ Es war der 8. August.
//! ```
//!
//! The bounds are those of UAX #29, without those after abbreviations, initials and ordinals and before small letters,
//! where its rules see an end; and a quotation mark goes with what it encloses. A bound too few makes a sentence longer
//! and does no other harm.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::stream::{Class, Stream, Unit};
use crate::article::Article;

/// Abbreviations that a sentence seldom ends with, in lower case: titles, months, and what leads on to a name or
/// a number. Single letters need not be listed.
const ABBREVIATIONS: [&str; 62] = [
    "abb", "apr", "art", "aug", "bzw", "ca", "capt", "cmdr", "co", "col", "corp", "dec", "dr", "dres", "etc", "feb",
    "fig", "fr", "ft", "gen", "gov", "hon", "hr", "inc", "insp", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar",
    "mlle", "mm", "mme", "mr", "mrs", "ms", "mt", "nos", "nov", "nr", "oct", "okt", "pp", "pres", "prof", "rep", "rev",
    "sen", "sep", "sept", "sgt", "sr", "st", "str", "supt", "tel", "usw", "vol", "vs",
];

/// Digits of a number with a full stop that is an ordinal rather than the end of a sentence ("8. August"); a year
/// has more.
const ORDINAL: usize = 2;

/// Returns the units of each sentence, block by block. Cost: linear in the text.
pub(super) fn sentences(stream: &Stream<'_>, article: &Article) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut next = 0;
    while let Some(first) = stream.units.get(next) {
        let last = next + stream.units[next..].iter().take_while(|unit| unit.block == first.block).count();
        for end in ends(&article.blocks[first.block].text) {
            let within = |unit: &&Unit<'_>| unit.token.range().start < end;
            let bound = next + stream.units[next..last].iter().take_while(within).count();
            let bound = with_quotes(stream, bound, next..last);
            if next < bound {
                sentences.push(next..bound);
            }
            next = bound;
        }
        if next < last {
            sentences.push(next..last);
        }
        next = last;
    }
    sentences
}

/// Returns where sentences end in a text, in bytes.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    let (parted, whole) = if is_one(text) { ("", Some(text)) } else { (text, None) };
    let mut parts = whole.into_iter().chain(parted.split_sentence_bounds()).peekable();
    let mut end = 0;
    std::iter::from_fn(move || {
        loop {
            let part = parts.next()?;
            end += part.len();
            let goes_on = parts.peek().is_some_and(|next| leads_on(part) || next.starts_with(char::is_lowercase));
            if !goes_on {
                return Some(end);
            }
        }
    })
}

/// Tells whether no sentence ends before the end of a text, and marks that may end one stand there alone: as in most verses and many
/// paragraphs, and much cheaper than looking for bounds. Of many texts with one sentence it is not told.
fn is_one(text: &str) -> bool {
    let body = text.trim_end_matches(['.', '!', '?', ')', ']', '"', '\'', '’', '”', '»']);
    let ends_nothing = |c: char| {
        matches!(c, ' '..='~' if !matches!(c, '.' | '!' | '?'))
            || matches!(c, '\u{A0}' | '«' | '»' | 'À'..='\u{24F}' | '‐'..='•')
    };
    body.chars().all(ends_nothing)
}

/// Returns a bound moved to where no closing mark begins a sentence and no opening one ends it.
fn with_quotes(stream: &Stream<'_>, mut bound: usize, within: Range<usize>) -> usize {
    while bound < within.end && matches!(stream.units[bound].class, Class::Close(_)) {
        bound += 1;
    }
    while bound > within.start && matches!(stream.units[bound - 1].class, Class::Open(_)) {
        bound -= 1;
    }
    bound
}

/// What ends at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ends {
    Nothing,
    /// What may be a sentence in other hands: before a semicolon, a colon, a dash.
    Clause,
    Sentence,
}

/// Returns what ends before each unit and behind the last, as far as the words around say: cheaper than [`sentences`].
/// All marks between two words belong to what ends there; at the ends of a stream a sentence does. Cost: linear in the
/// units.
pub(super) fn ends_at(stream: &Stream<'_>) -> Vec<Ends> {
    let mut ends = vec![Ends::Sentence; stream.len() + 1];
    let mut words = (0..stream.len()).filter(|&place| stream.units[place].is_word());
    let Some(mut last) = words.next() else { return ends };
    for next in words {
        ends[last + 1..=next].fill(ends_between(&stream.units[last..=next]));
        last = next;
    }
    ends
}

/// Returns what ends between two words with marks between them.
fn ends_between(units: &[Unit<'_>]) -> Ends {
    let [last, marks @ .., next] = units else { return Ends::Sentence };
    if last.block != next.block {
        return Ends::Sentence;
    }
    let stops = || marks.iter().filter(|mark| mark.class == Class::Stop);
    let is_plain = || stops().all(|stop| stop.text == ".");
    // “Is it true?” she asked: the sentence goes on.
    let goes_on = || {
        next.text.starts_with(char::is_lowercase) && (is_plain() || marks.iter().any(Unit::is_quote))
            || is_plain() && is_abbreviation(last.text)
    };
    let is_clause = |mark: &Unit<'_>| mark.class == Class::Clause && !matches!(mark.text, "," | "，" | "،");
    if stops().next().is_some() && !goes_on() {
        Ends::Sentence
    } else if marks.iter().any(is_clause) {
        Ends::Clause
    } else {
        Ends::Nothing
    }
}

/// Tells whether what looks like a sentence ends in an abbreviation, an initial or an ordinal, and so goes on.
fn leads_on(part: &str) -> bool {
    part.trim_end().strip_suffix('.').is_some_and(is_abbreviation)
}

/// Tells whether the last word before a full stop is an abbreviation, an initial or an ordinal.
fn is_abbreviation(bare: &str) -> bool {
    let last = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let letters = last.chars().count();
    let is_number = last.chars().all(char::is_numeric);
    match letters {
        0 => false,
        1 if !is_number => true,
        _ if is_number => letters <= ORDINAL,
        _ => ABBREVIATIONS.binary_search(&last.to_lowercase().as_str()).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lexicon;

    #[track_caller]
    fn check(drawn: &str) {
        let article = Article::read("-", &drawn.replace("│ ", "").replace('│', ""));
        let mut lexicon = Lexicon::default();
        let reading = lexicon.read(&article);
        let blocks: Vec<usize> = (0..article.blocks.len()).collect();
        let stream = Stream::of(&article, &blocks, &reading, &lexicon);
        let bound = |range: &Range<usize>| stream.units[range.start].token.range().start;
        let mut text = article.blocks[0].text.clone();
        let gap = if drawn.contains("│ ") { "│ " } else { "│" };
        for range in sentences(&stream, &article).iter().skip(1).rev() {
            text.insert_str(bound(range), gap);
        }
        assert_eq!(text, drawn);
    }

    #[test]
    fn abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }

    #[test]
    fn what_is_told_as_one_sentence_has_no_bound() {
        let one = |text: &str| (is_one(text), text.split_sentence_bounds().count() == 1);
        for text in ["He left: so did “she”, at 9 – or later.”", "Voilà «\u{A0}ça\u{A0}»!", "No mark", "Was it?!", ""]
        {
            assert!(is_one(text) && text.split_sentence_bounds().count() <= 1, "{text}");
        }
        for text in ["Was it? It was.", "One.\nTwo", "Two. )", "終わった。次", "U.S. Navy", "a … b", "Was it ‼ It was"]
        {
            assert!(!one(text).0, "{text}");
        }
        // Marks of all kinds, one after the other, behind a word.
        let marks = ['.', '!', '?', ')', ']', '"', '\'', '’', '”', '»', '«', ',', '–', ' '];
        for (first, second) in marks.iter().flat_map(|first| marks.iter().map(move |second| (first, second))) {
            let text = format!("One{first}{second}Two{first}{second}");
            assert!(!one(&text).0 || one(&text).1, "{text}");
        }
    }

    #[test]
    fn english() {
        check("The boats lay idle. │ No one was hurt. │ “Is it true?” asked Ms. Halloran.");
        check("On Oct. 8 J. Doe of the U.S. Navy spoke. │ Dr. Penn did not.");
    }

    #[test]
    fn german_and_french() {
        check("Am 8. August lagen z.B. drei Schiffe still. │ „Es war Zeit“, sagte Dr. Penn.");
        check("Les bateaux sont à quai. │ Mme. Halloran l’a dit : « C’est fini. » │ Tout est dit.");
    }

    #[test]
    fn japanese_and_chinese() {
        check("灯台は閉じられた。│「残念です」と話した。│再開は四年後。");
        check("三艘渡船停航。│谁也没有受伤！│为什么？");
    }
}
