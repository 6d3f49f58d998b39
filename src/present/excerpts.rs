//! What of a text is given to others where the whole of it is not: its first words, and what is marked.
//!
//! ```text
//!     The contract, worth [41] million crowns, went to the Dunnock yard in Ostrey, the … [undertook] …
//! ```
//!
//! A text is cut behind a word, and at last behind some characters where a script has no spaces or somebody wrote none.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::{Line, Role, Span, TextRange, brackets};
use crate::layout::PageSetup;

/// The words that are kept of a block.
const FIRST: usize = 12;

/// The words that are kept of a marked run.
const OF_RUN: usize = 25;

/// The characters that a word may have on the average.
const OF_WORD: usize = 12;

/// Stands for what is left out.
const LEFT_OUT: &str = "…";

/// Returns the first words of a block's text.
#[must_use]
pub fn first_words(text: &str, setup: PageSetup) -> Cow<'_, str> {
    cut(text, FIRST, setup)
}

/// Returns a run of marked wording, the first words of one that is long.
#[must_use]
pub fn marked_run(text: &str, setup: PageSetup) -> Cow<'_, str> {
    cut(text, OF_RUN, setup)
}

/// Returns the same words without a sign of ours, for programs.
#[must_use]
pub fn run_within(text: &str) -> &str {
    text[..end_of(text, OF_RUN).0].trim_end()
}

fn cut(text: &str, words: usize, setup: PageSetup) -> Cow<'_, str> {
    let end = end_of(text, words).0;
    if end == text.len() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("{} {}", text[..end].trim_end(), setup.signs(LEFT_OUT)))
    }
}

/// Returns where so many words of a text end, in bytes, and how many of them it has; all of a text that has no more.
///
/// Cost: linear in what is kept, and in the last word.
fn end_of(text: &str, words: usize) -> (usize, usize) {
    let most = text.char_indices().nth(words * OF_WORD).map_or(text.len(), |(at, _)| at);
    let (mut count, mut end) = (0, 0);
    for (at, word) in text.unicode_word_indices() {
        if count == words || at >= most {
            return (end, count);
        }
        (count, end) = (count + 1, (at + word.len()).min(most));
    }
    // What stands behind the last word belongs to it, if it is no text of its own.
    if most == text.len() { (text.len(), count) } else { (end.max(most), count) }
}

/// Keeps the first words and the marked runs of a block, and puts a sign of ours where something is left out.
///
/// Cost: linear in the spans and in what is kept.
pub(super) fn excerpt(line: Line<'_>) -> Line<'_> {
    let mut kept = Line::new();
    let (mut words, mut is_cut) = (FIRST, false);
    for span in line {
        let is_marked = brackets::of_role(span.role).is_some();
        let (end, count) = end_of(&span.text, if is_marked { OF_RUN } else { words });
        words = words.saturating_sub(count);
        let is_whole = end == span.text.len();
        // Marks alone, behind what is left out, tell nothing.
        if is_cut && !span.text[..end].contains(char::is_alphanumeric) {
            continue;
        }
        if end > 0 && span.text[..end].contains(|c: char| !c.is_whitespace()) {
            if std::mem::take(&mut is_cut) {
                kept.push(Span::new(format!(" {LEFT_OUT} "), Role::Faint));
            }
            kept.push(if is_whole { span } else { shortened(span, end) });
        }
        is_cut |= !is_whole;
    }
    if is_cut {
        kept.push(Span::new(format!(" {LEFT_OUT}"), Role::Faint));
    }
    kept
}

/// Returns a span up to a byte of it, without white space at its end.
fn shortened(span: Span<'_>, end: usize) -> Span<'_> {
    let end = span.text[..end].trim_end().len();
    let at = span.at.map(|at| TextRange { bytes: at.bytes.start..at.bytes.start + end, ..at });
    let text = match span.text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[..end]),
        Cow::Owned(text) => Cow::Owned(text[..end].to_owned()),
    };
    Span { text, at, ..span }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pair::Side;

    const LONG: &str =
        "The harbour council of Kelsmouth ordered three new ferries to replace the old boats that were withdrawn.";

    #[test]
    fn a_text_is_cut_behind_a_word() {
        assert_eq!(first_words("The council voted.", PageSetup::default()), "The council voted.");
        assert_eq!(
            first_words(LONG, PageSetup::default()),
            "The harbour council of Kelsmouth ordered three new ferries to replace the …"
        );
        assert_eq!(marked_run(LONG, PageSetup::default()), LONG);
        assert_eq!(first_words("", PageSetup::default()), "");
    }

    #[test]
    fn a_text_without_spaces_is_cut_too() {
        for text in [
            "港湾評議会は火曜日に新しい渡船を三隻注文した。".repeat(9),
            "x".repeat(4000),
            "สภาท่าเรือสั่งเรือเฟอร์รี่".repeat(30),
            "\u{301}".repeat(4000),
        ] {
            let kept = first_words(&text, PageSetup::default()).chars().count();
            assert!(kept <= FIRST * OF_WORD + 2, "{kept} of {}", text.chars().count());
        }
    }

    /// The text of what is kept of some spans, marked ones in brackets.
    fn drawn(spans: &[(&str, Role)]) -> String {
        let mut from = 0;
        let span = |&(text, role): &(&str, Role)| {
            let bytes = from..from + text.len();
            from = bytes.end;
            Span { text: text.to_owned().into(), role, at: Some(TextRange { side: Side::Left, block: 0, bytes }) }
        };
        let kept = excerpt(spans.iter().map(span).collect());
        for span in kept.iter().filter(|span| span.at.is_some()) {
            assert_eq!(span.at.as_ref().map(|at| at.bytes.len()), Some(span.text.len()));
        }
        let draw = |span: &Span<'_>| {
            if span.role == Role::Only(Side::Left) { format!("[{}]", span.text) } else { span.text.to_string() }
        };
        kept.iter().map(draw).collect()
    }

    #[test]
    fn first_words_and_marks_are_kept() {
        let only = Role::Only(Side::Left);
        assert_eq!(
            drawn(&[(LONG, Role::Text)]),
            "The harbour council of Kelsmouth ordered three new ferries to replace the …"
        );
        let (before, after) = LONG.split_at(LONG.find("boats").expect("it is there"));
        assert_eq!(
            drawn(&[(before, Role::Text), ("41 red ", only), (after, Role::Text)]),
            "The harbour council of Kelsmouth ordered three new ferries to replace the … [41 red ] …"
        );
        let comma = [(LONG, Role::Text), (", ", only), ("and ", Role::Text), ("41", only)];
        assert_eq!(drawn(&comma), "The harbour council of Kelsmouth ordered three new ferries to replace the … [41]");
        assert_eq!(drawn(&[("Boats ", Role::Text), ("sank", only), (".", Role::Text)]), "Boats [sank].");
        let run = "very ".repeat(60);
        assert_eq!(drawn(&[("It is ", Role::Text), (&run, only)]), format!("It is [{}] …", run[..25 * 5].trim_end()));
    }
}
