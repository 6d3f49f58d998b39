//! What each block is: told by its looks, never by its place alone.
//!
//! The rules err towards `paragraph`, which hides nothing. A kind never bars a link (but for furniture), so a
//! mistake costs a dimmed line and some body words, not an alignment.

use std::collections::HashSet;

use unicode_width::UnicodeWidthStr;

use super::{Block, stated};
use crate::draft::{DraftBlock, Kind};
use crate::unicode::{dashes, quotes};

/// Lines that belong to pages, as they stand there alone; compared in lower case without punctuation.
const FURNITURE: [&str; 34] = [
    "ad",
    "advertisement",
    "advertising",
    "all rights reserved",
    "back to top",
    "back to top button",
    "click here",
    "comments",
    "copy link",
    "email",
    "follow us",
    "leave a comment",
    "leave a reply",
    "load comments",
    "more from this section",
    "more on this",
    "more on this story",
    "most read",
    "most viewed",
    "next article",
    "print",
    "read more",
    "recommended",
    "related",
    "related articles",
    "related content",
    "related stories",
    "related topics",
    "share",
    "share this",
    "share this article",
    "sign up",
    "skip to content",
    "subscribe",
];

/// Beginnings of lines that point to other pages.
const POINTERS: [&str; 7] = ["read more:", "also read:", "related:", "see also:", "©", "copyright ©", "(c) "];

/// Words by which a picture is credited.
const CREDITS: [&str; 12] = [
    "ap photo",
    "photo:",
    "photo by",
    "photos:",
    "photo credit",
    "photograph:",
    "picture:",
    "image:",
    "image credit",
    "file photo",
    "getty images",
    "写真",
];

/// Tells what each block is, where its draft does not say so.
pub(super) fn classify(blocks: Vec<DraftBlock>) -> Vec<Block> {
    let (texts, stated): (Vec<String>, Vec<Option<Kind>>) =
        blocks.into_iter().map(|block| (block.text, block.kind)).unzip();
    let mut kinds: Vec<Kind> = texts.iter().map(|text| by_looks(text)).collect();
    keep_head_matter_in_the_head(&texts, &mut kinds);
    keep_stated(&stated, &mut kinds);
    if !stated.contains(&Some(Kind::Headline)) {
        name_headline(&texts, &mut kinds);
    }
    name_headings(&texts, &mut kinds);
    set_teasers_aside(&texts, &mut kinds);
    keep_stated(&stated, &mut kinds);
    texts.into_iter().zip(kinds).map(|(text, kind)| Block { kind, text, dateline: 0 }).collect()
}

/// Finds the kinds of blocks. What a draft states holds, whatever a block looks like.
fn keep_stated(stated: &[Option<Kind>], kinds: &mut [Kind]) {
    for (kind, stated) in kinds.iter_mut().zip(stated) {
        *kind = stated.unwrap_or(*kind);
    }
}

/// The most words of a line that is furniture or a credit.
const SHORT: usize = 12;

/// Returns what a line is wherever it stands. Running text is told by its length; only what is short is looked at
/// closely.
fn by_looks(text: &str) -> Kind {
    let short = is_of_at_most(text, SHORT).then(|| text.to_lowercase());
    // A line that is a date is read for the article's date, and is no text of it.
    if short.as_deref().is_some_and(is_furniture) || stated::date_line(text).is_some() {
        Kind::Furniture
    } else if short.is_some_and(|lower| !ends_sentence(text) && is_credit(&lower)) || is_dated_scene(text) {
        Kind::Caption
    } else if is_byline(text) {
        Kind::Byline
    } else {
        Kind::Paragraph
    }
}

/// `Read more`, `Also read: …`, in lower case.
fn is_furniture(lower: &str) -> bool {
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    FURNITURE.contains(&bare) || POINTERS.iter().any(|start| lower.starts_with(start)) || is_page_number(bare)
}

/// Words before the number of a page.
const PAGES: [&str; 13] =
    ["page", "p", "pg", "seite", "s", "página", "pagina", "sida", "side", "σελίδα", "صفحة", "עמוד", "पृष्ठ"];

/// `page 12 of 20`, `seite 3/8`, `página 2`: the number of a page, with how many there are or without.
fn is_page_number(bare: &str) -> bool {
    let mut words = bare.split(|c: char| c.is_whitespace() || matches!(c, '.' | '/')).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.len() <= 4 && word.chars().all(char::is_numeric);
    if !words.next().is_some_and(|word| PAGES.contains(&word)) || !words.next().is_some_and(is_number) {
        return false;
    }
    match words.next() {
        None => true,
        Some(of) if is_number(of) => words.next().is_none(),
        Some(of) => of.chars().count() <= 3 && words.next().is_some_and(is_number) && words.next().is_none(),
    }
}

/// `Meridian Photo, File`, `Picture: Ann Example`: a picture's credit, in lower case.
fn is_credit(lower: &str) -> bool {
    let named =
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "photo" | "photos" | "photograph"));
    CREDITS.iter().any(|credit| lower.contains(credit)) || (is_of_at_most(lower, 6) && named)
}

/// `By Ann Example, Coast Wire`, `by Ann Example at`: a name in capitals, no sentence.
fn is_byline(text: &str) -> bool {
    let Some(name) = text.strip_prefix("By ").or_else(|| text.strip_prefix("by ")) else {
        return text.ends_with("記者") && text.width() <= 30;
    };
    let small = ["and", "at", "for", "in", "of", "de", "der", "van", "von", "with"];
    let named = |word: &str| {
        small.contains(&word) || word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphabetic())
    };
    is_of_at_most(text, 14) && !ends_sentence(text) && name.split_whitespace().all(named)
}

/// Tells whether a line is a caption. A caption tells in one sentence and in the present what is to be seen, and ends
/// with the day it was seen on: "A ferry lies at its berth in Westhaven on March 3, 2026."
fn is_dated_scene(text: &str) -> bool {
    const PAST: [&str; 8] = ["was", "were", "had", "said", "told", "announced", "began", "will"];
    let body = text.trim_end_matches(['.', ')', ' ']);
    let last_words = memchr::memrchr_iter(b' ', body.as_bytes()).nth(2).unwrap_or(0);
    if !body.as_bytes()[last_words..].iter().any(u8::is_ascii_digit) || !is_of_at_most(body, 45) {
        return false; // no date at its end, as in nearly all that is read
    }
    let words: Vec<&str> = body.split_whitespace().collect();
    let one_sentence = !body.contains(". ") || body.matches(". ").count() == usize::from(has_short_month(&words));
    let end = words.len().saturating_sub(3);
    words.len() >= 6
        && one_sentence
        && stated::iso(&words[end..].join(" ")).is_some()
        && !words.iter().any(|word| PAST.contains(word))
}

/// Tells whether the date at the end has its month cut short with a full stop: "Oct. 8, 2019".
fn has_short_month(words: &[&str]) -> bool {
    words.len() >= 3 && words[words.len() - 3..].iter().any(|word| word.ends_with('.'))
}

/// Tells whether a byline may stand at a block. It stands above the text: "By Monday" further down is none, unless it
/// is short and unpunctuated there too.
fn keep_head_matter_in_the_head(texts: &[String], kinds: &mut [Kind]) {
    let mut in_the_body = false;
    for (text, kind) in texts.iter().zip(kinds) {
        in_the_body = in_the_body || (*kind == Kind::Paragraph && ends_sentence(text));
        if *kind == Kind::Byline && in_the_body {
            *kind = Kind::Paragraph;
        }
    }
}

/// Finds the headline: the first line that has words, if it is no sentence.
fn name_headline(texts: &[String], kinds: &mut [Kind]) {
    let has_words = |k: &usize| kinds[*k] != Kind::Furniture && texts[*k].contains(char::is_alphanumeric);
    let first = (0..texts.len()).find(has_words);
    if let Some(k) = first
        && kinds[k] == Kind::Paragraph
        && texts.len() > 1
        && !ends_sentence(&texts[k])
        && !ends_open(&texts[k])
        && texts[k].width() <= 200
    {
        kinds[k] = Kind::Headline;
    }
}

/// Short lines between paragraphs that are no sentences are headings; so are short questions between long paragraphs.
fn name_headings(texts: &[String], kinds: &mut [Kind]) {
    for k in 1..texts.len().saturating_sub(1) {
        let (before, text, next) = (&texts[k - 1], &texts[k], &texts[k + 1]);
        let capital = || text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        let answered = || kinds[k + 1] != Kind::Paragraph || ends_sentence(next) || next.width() > text.width();
        let between = || before.width() > 80 && next.width() > 80;
        let is_line = || !ends_sentence(text) && text.width() <= 90;
        let is_question = || text.ends_with(['?', '？']) && is_of_at_most(text, 8) && between();
        let is_short = kinds[k] == Kind::Paragraph && is_of_at_most(text, 14);
        let stands_alone = is_short && (is_line() || is_question());
        if stands_alone && !ends_open(text) && capital() && answered() {
            kinds[k] = Kind::Heading;
        }
    }
}

/// Finds teasers: a line among the head matter whose words the article never takes up again.
fn set_teasers_aside(texts: &[String], kinds: &mut [Kind]) {
    let Some(byline) = kinds.iter().position(|kind| *kind == Kind::Byline) else { return };
    for k in (0..byline).filter(|&k| kinds[k] == Kind::Heading).collect::<Vec<_>>() {
        let own: HashSet<String> = telling(&texts[k]).collect();
        let mut unmet = own.clone();
        let is_taken_up = |text: &String| {
            telling(text).for_each(|word| {
                unmet.remove(&word);
            });
            (own.len() - unmet.len()) * 4 > own.len()
        };
        if own.len() >= 4 && !texts[k + 1..].iter().any(is_taken_up) {
            kinds[k] = Kind::Furniture;
        }
    }
}

/// Returns the words that are long enough to tell something, in lower case.
fn telling(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= 5).map(str::to_lowercase)
}

/// Tells whether the text ends as sentences do, closing quotes and brackets passed over.
fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c| quotes::is_quotation_mark(c) || matches!(c, ')' | ']' | '）' | ' '));
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// Tells whether the text ends with a mark that something follows, so that it is no line of its own.
fn ends_open(text: &str) -> bool {
    text.ends_with(|c| dashes::is_dash(c) || matches!(c, ',' | ';' | ':' | '，' | '；' | '：' | '、'))
}

/// Tells whether a block's text, in which spaces stand alone, has no more words than this.
fn is_of_at_most(text: &str, words: usize) -> bool {
    // Most blocks are paragraphs, and have more spaces at their very beginning.
    let beginning: &[u8] = text.as_bytes().first_chunk::<LOOKED_AT>().map_or(&[], |beginning| beginning);
    let spaces = beginning.iter().fold(0, |spaces: u8, &b| spaces + u8::from(b == b' '));
    usize::from(spaces) <= words && text.split_whitespace().nth(words).is_none()
}

/// How much of a text is looked at in one go, in bytes: more than a line of fourteen words has.
const LOOKED_AT: usize = 128;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(blocks: &[(&str, Kind)]) {
        let texts = blocks.iter().map(|(text, _)| DraftBlock { text: (*text).to_owned(), kind: None }).collect();
        let kinds: Vec<Kind> = classify(texts).iter().map(|block| block.kind).collect();
        let expected: Vec<Kind> = blocks.iter().map(|(_, kind)| *kind).collect();
        assert_eq!(kinds, expected);
    }

    #[test]
    fn a_page_as_saved() {
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("Coast Photo, File", Kind::Caption),
            ("A ferry lies at its berth in Westhaven on Oct. 8, 2019.", Kind::Caption),
            ("By Ann Example, Coast Wire", Kind::Byline),
            ("The ministry said on Tuesday that it wanted ferries.", Kind::Paragraph),
            ("‘Side Effects’", Kind::Heading),
            ("By Monday the council had said nothing.", Kind::Paragraph),
            ("The boats were built in Westhaven on March 3, 1990.", Kind::Paragraph),
            ("Read more", Kind::Furniture),
            ("Leave a Reply", Kind::Furniture),
        ]);
    }

    #[test]
    fn numbers_of_pages() {
        for line in ["page 12 of 20", "page 3", "p. 4", "seite 3/8", "seite 2 von 9", "página 2 de 5", "sida 1 av 3"] {
            assert!(is_furniture(line), "{line}");
        }
        for line in ["page 12 of the report", "12 of 20", "page one", "the page 3", "side by side", "page 3 was lost"] {
            assert!(!is_furniture(line), "{line}");
        }
    }

    #[test]
    fn a_teaser_between_headline_and_byline() {
        check(&[
            ("Ministry wants new ferries for islands", Kind::Headline),
            ("Museum closes famous gallery after storm damage", Kind::Furniture),
            ("by Ann Example at", Kind::Byline),
            ("The ministry wants ferries for the islands, it said.", Kind::Paragraph),
        ]);
    }

    #[test]
    fn a_first_line_that_is_a_sentence_is_no_headline() {
        check(&[
            ("The regime is calling on its citizens.", Kind::Paragraph),
            ("In a rare move, the ministry spoke.", Kind::Paragraph),
        ]);
        check(&[("Only a line", Kind::Paragraph)]);
    }

    #[test]
    fn a_line_without_words_is_no_headline() {
        check(&[("* * *", Kind::Paragraph), ("The regime is calling on its citizens.", Kind::Paragraph)]);
        check(&[
            ("* * *", Kind::Paragraph),
            ("Ministry wants new ferries", Kind::Headline),
            ("The ministry wants ferries for the islands, it said.", Kind::Paragraph),
        ]);
    }

    #[test]
    fn japanese() {
        check(&[
            ("灯台、夏までに修復へ", Kind::Headline),
            ("港町は三日、灯台を夏までに直すと発表した。", Kind::Paragraph),
            ("今後の予定", Kind::Heading),
            ("工事は四月に始まる。", Kind::Paragraph),
        ]);
    }

    #[test]
    fn a_sentence_ends_before_the_marks_of_any_language() {
        for close in ["“", "”", "\"", "’", "'", "‘", "»", "«", "›", "」", "』", "》", ")", "”)"] {
            assert!(ends_sentence(&format!("Es war Zeit.{close}")), "{close}");
            assert!(!ends_sentence(&format!("Es war Zeit{close}")), "{close}");
        }
        assert!(ends_open("Es war \u{2015}") && ends_open("Es war –") && !ends_open("Es war"));
    }

    #[test]
    fn what_a_draft_states_holds() {
        let block = |text: &str, kind| DraftBlock { text: text.to_owned(), kind };
        let blocks = vec![
            block("Photo, File", Some(Kind::Headline)),
            block("Boats were built in Westhaven", Some(Kind::Paragraph)),
            block("Read more", None),
            block("The ministry said on Tuesday that it wanted ferries.", Some(Kind::Caption)),
        ];
        let kinds: Vec<Kind> = classify(blocks).iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Kind::Headline, Kind::Paragraph, Kind::Furniture, Kind::Caption]);
    }
}
