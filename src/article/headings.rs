//! Which short lines between paragraphs are headings.
//!
//! ```text
//!     The boats are to come back in spring.
//!     What happens next                          heading
//!     The ministry issues a tender …
//!     Ada Holm, harbour master                   paragraphs: lines in a row are a list
//!     Bo Lind, captain
//!     Cy Marsh, pilot
//!     It was put to the council by the           paragraph: the sentence goes on below
//!     President of the harbour board.
//! ```

use std::ops::Range;

use rustc_hash::FxHashMap;
use unicode_width::UnicodeWidthStr;

use super::lines::{begins_large, ends_open, ends_sentence, goes_on, is_item, is_of_at_most, last_word};
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;
use crate::draft::Kind;
use crate::function_words::seems_cut;

/// How many lines in a row are a list, in the body and above it.
const LIST: usize = 3;
const LIST_ABOVE: usize = 5;

/// The most words of a heading, and its widest, in columns.
const MOST_WORDS: usize = 14;
const WIDEST: usize = 90;

/// Short lines between paragraphs that are no sentences are headings; so are short questions between long paragraphs.
/// Of several in a row none is: they are a list. Nor are the `halves` of paragraphs that a page ended in, by block, ascending.
///
/// Cost: linear in the blocks.
pub(super) fn name_headings(
    texts: &[String],
    kinds: &mut [Kind],
    (head, halves): (usize, &[usize]),
    patterns: &Patterns,
) {
    let headings: Vec<bool> = {
        let mut labels: FxHashMap<&str, usize> = FxHashMap::default();
        for label in texts.iter().filter_map(|text| label(text)) {
            *labels.entry(label).or_default() += 1;
        }
        let is_spoken = |text: &str| label(text).is_some_and(|label| labels[label] > 1) || begins_with_time(text);
        let inner = 1..texts.len().saturating_sub(1);
        let is_one = |k| {
            inner.contains(&k)
                && is_heading(k, texts, kinds, patterns)
                && !is_spoken(&texts[k])
                && halves.binary_search(&k).is_err()
        };
        (0..texts.len()).map(is_one).collect()
    };
    let lists = lists(texts, kinds, head, &headings);
    let mut lists = lists.iter().peekable();
    for k in (0..texts.len()).filter(|&k| headings[k]) {
        while lists.next_if(|list| list.end <= k).is_some() {}
        if !lists.peek().is_some_and(|list| list.contains(&k)) {
            kinds[k] = Kind::Heading;
        }
    }
}

/// Tells whether a block that is neither the first nor the last looks like a heading.
fn is_heading(k: usize, texts: &[String], kinds: &[Kind], patterns: &Patterns) -> bool {
    let (before, text, next) = (&texts[k - 1], &texts[k], &texts[k + 1]);
    let answered = || kinds[k + 1] != Kind::Paragraph || ends_sentence(next) || next.width() > text.width();
    let between = || before.width() > 80 && next.width() > 80;
    let is_line = || !ends_sentence(text) && text.width() <= WIDEST;
    let is_question = || text.ends_with(['?', '？']) && is_of_at_most(text, 8) && between();
    let is_short = kinds[k] == Kind::Paragraph && is_of_at_most(text, MOST_WORDS);
    let stands_alone = is_short && (is_line() || is_question());
    // A sentence that a line end broke goes on in the next.
    let is_broken = || {
        seems_cut(text) || goes_on(next) && (patterns.is(PatternKind::Function, last_word(text)) || ends_sentence(next))
    };
    // "—We asked …": a dash begins speech in many languages.
    let is_speech = || text.starts_with(['—', '–', '―']);
    // "[CROSSTALK]": what is heard between the lines of a transcript.
    let is_heard = || text.starts_with('[') && text.ends_with(']');
    stands_alone
        && !is_speech()
        && !is_heard()
        && !ends_open(text)
        && begins_large(text)
        && !is_item(text)
        && answered()
        && !is_broken()
}

/// The most words, and the most bytes, of what a line of a transcript has before its colon.
const LABEL: (usize, usize) = (4, 40);

/// `Bo: Thanks for having me`: returns who speaks, if a line begins so.
fn label(text: &str) -> Option<&str> {
    let colon = text.bytes().take(LABEL.1).position(|byte| byte == b':')?;
    let (label, rest) = text.split_at(colon);
    (rest.starts_with(": ") && is_of_at_most(label, LABEL.0)).then_some(label)
}

/// `00:00:05 Bo: Thanks for having me`, `[10:02] Yes`: tells whether a line begins with a time of day and goes on.
fn begins_with_time(text: &str) -> bool {
    let (time, rest) = text.split_once(' ').unwrap_or((text, ""));
    let mut parts = time.trim_matches(['[', ']', '(', ')']).split(':');
    let is_part = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    !rest.is_empty() && time.contains(':') && parts.all(is_part)
}

/// Finds runs of short lines that are no sentences. Above the body three are a list too, if text follows at once and not all
/// of them look like headings, or they are alike.
fn lists(texts: &[String], kinds: &[Kind], head: usize, headings: &[bool]) -> Vec<Range<usize>> {
    let is_line = |k: usize| {
        let text = &texts[k];
        kinds[k] == Kind::Paragraph && is_of_at_most(text, MOST_WORDS) && !ends_sentence(text) && text.width() <= WIDEST
    };
    let is_above_text =
        |end: usize| texts.get(end).is_some_and(|text| kinds[end] == Kind::Paragraph && ends_sentence(text));
    let mut lists = Vec::new();
    let mut start = 0;
    while start < texts.len() {
        let end = (start..texts.len()).find(|&k| !is_line(k)).unwrap_or(texts.len());
        let run = start..end;
        let is_mixed = || !run.clone().all(|k| headings[k]) || are_alike(&texts[run.clone()]);
        let least = if start >= head || is_above_text(end) && is_mixed() { LIST } else { LIST_ABOVE };
        if run.len() >= least {
            lists.push(run);
        }
        start = end + 1;
    }
    lists
}

/// Tells whether each line has a figure, or each a comma: results, names with what they are.
fn are_alike(texts: &[String]) -> bool {
    let have = |is_one: fn(char) -> bool| texts.iter().all(|text| text.contains(is_one));
    have(|c| c.is_ascii_digit()) || have(|c| c == ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_transcripts() {
        for text in ["00:00:05 Bo: Thanks for having me", "[10:02] Yes", "10:02 – Yes", "(1:05) Yes"] {
            assert!(begins_with_time(text), "{text}");
        }
        for text in ["10:02", "12 boats", "Kiel: 12", "a:b c", ""] {
            assert!(!begins_with_time(text), "{text}");
        }
        assert_eq!(label("Bo: Thanks"), Some("Bo"));
        assert_eq!(label("Mayor Ada Holm: Thanks"), Some("Mayor Ada Holm"));
        for text in ["Bo:", "At 10:02 it sank", "One two three four five: six", "Thanks"] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn lines_that_are_alike() {
        let alike = |texts: &[&str]| are_alike(&texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        assert!(alike(&["Kiel 12", "Orle 7"]) && alike(&["Ada Holm, mayor", "Bo Lind, captain"]));
        assert!(!alike(&["Kiel 12", "Orle"]) && !alike(&["Ada Holm, mayor", "Orle 7"]));
    }
}
