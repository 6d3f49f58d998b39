//! Words of an article among words of ours, set off so that each run their own way (isolates, UAX #9).
//!
//! ```text
//!     logical    A¶2 [THE FERRY IS LATE.] 6 words     capitals run from right to left, [ ] stand for the marks
//!     drawn      A¶2 .ETAL SI YRREF EHT 6 words       and not: A¶2 ETAL SI YRREF EHT. 6 words
//! ```
//!
//! The marks have no columns. Text of articles has none of them when it is read, so that all of them are ours. What is cut or
//! wrapped keeps both ends of each: the ellipsis stands where the text that is cut would go on.

use std::borrow::Cow;
use std::ops::Range;

use super::direction::{Direction, Levels};

/// Begins what runs from left to right.
const LEFT: char = '\u{2066}';

/// Begins what runs from right to left.
const RIGHT: char = '\u{2067}';

/// Ends either.
pub(crate) const END: char = '\u{2069}';

impl Direction {
    /// Returns the mark that begins what runs so.
    pub(crate) const fn mark(self) -> char {
        match self {
            Self::LeftToRight => LEFT,
            Self::RightToLeft => RIGHT,
        }
    }

    /// Returns the direction that a mark begins.
    pub(crate) const fn of_mark(c: char) -> Option<Self> {
        match c {
            LEFT => Some(Self::LeftToRight),
            RIGHT => Some(Self::RightToLeft),
            _ => None,
        }
    }
}

/// Sets a text off so that it runs one way whatever stands around it; as it is, if it runs as that does.
#[must_use]
pub fn isolated(text: &str, direction: Option<Direction>) -> Cow<'_, str> {
    match direction {
        Some(direction) if !text.is_empty() => Cow::Owned(format!("{}{text}{END}", direction.mark())),
        _ => Cow::Borrowed(text),
    }
}

/// Sets off a line of a text that is wrapped, so that what stands at its edges runs as it does in the whole text: where it would not by
/// itself, the parts that run one way are set off one by one, in the order in which they are seen.
///
/// ```text
///     whole     LOUISE amira, 41 tons, SAILED         capitals run from right to left; wrapped before the number
///     line      ,amira ESIUOL                         by itself the comma runs with the capitals
///     here      amira, ESIUOL                         with the words between which it stands
/// ```
///
/// Cost: linear in the line, and logarithmic in the runs of the text for each character.
#[must_use]
pub fn isolated_line(text: &str, line: Range<usize>, levels: Option<&Levels>) -> String {
    let own = &text[line.clone()];
    let Some(levels) = levels else { return own.to_owned() };
    let base = levels.base();
    let least = u8::from(base == Direction::RightToLeft);
    let deep: Vec<bool> = own.char_indices().map(|(at, _)| levels.at(line.start + at) > least).collect();
    let alone = Levels::within(own, base);
    let is_deep_alone = |at: usize| alone.as_ref().is_some_and(|alone| alone.at(at) > least);
    if own.char_indices().zip(&deep).all(|((at, _), deep)| is_deep_alone(at) == *deep) {
        return isolated(own, Some(base)).into_owned();
    }
    let other = if base == Direction::LeftToRight { Direction::RightToLeft } else { Direction::LeftToRight };
    let chars: Vec<(char, bool)> = own.chars().zip(deep).collect();
    let mut parts: Vec<String> = chars
        .chunk_by(|one, next| one.1 == next.1)
        .map(|part| {
            let text: String = part.iter().map(|(c, _)| *c).collect();
            isolated(&text, Some(if part[0].1 { other } else { base })).into_owned()
        })
        .collect();
    if base == Direction::RightToLeft {
        parts.reverse();
    }
    parts.concat()
}

/// Returns a text without the marks, for what is no screen.
///
/// Cost: linear in the text.
#[must_use]
pub fn without_isolates(text: &str) -> Cow<'_, str> {
    if text.contains(is_mark) { parts(text).map(|(_, part)| part).collect() } else { Cow::Borrowed(text) }
}

/// Returns the parts of a text, each with the direction in which it is set off.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = (Option<Direction>, &str)> {
    let mut direction = None;
    text.split_inclusive(is_mark).filter_map(move |part| {
        let own = part.trim_end_matches(is_mark);
        let of_part = direction;
        direction = part.chars().next_back().filter(|&c| is_mark(c)).map_or(of_part, Direction::of_mark);
        (!own.is_empty()).then_some((of_part, own))
    })
}

/// Gives each line of a wrapped text both ends of what is set off and goes on in it.
pub(crate) fn in_lines<'t>(lines: impl Iterator<Item = &'t str>) -> impl Iterator<Item = Cow<'t, str>> {
    let mut open: Option<Direction> = None;
    lines.map(move |line| {
        let before = open;
        open = line.chars().rfind(|&c| is_mark(c)).map_or(before, Direction::of_mark);
        if before.is_none() && open.is_none() {
            return Cow::Borrowed(line);
        }
        let begun = before.map(Direction::mark).into_iter().collect::<String>();
        Cow::Owned(begun + line + if open.is_some() { "\u{2069}" } else { "" })
    })
}

/// Tells whether a text ends within what is set off.
pub(crate) fn is_open(text: &str) -> bool {
    text.chars().rfind(|&c| is_mark(c)).is_some_and(|c| c != END)
}

const fn is_mark(c: char) -> bool {
    matches!(c, LEFT | RIGHT | END)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrap::{clipped, width, wrap};

    /// Returns a text with signs for the marks.
    fn drawn(text: &str) -> String {
        text.replace(LEFT, "<").replace(RIGHT, "[").replace(END, "]")
    }

    fn set_off(text: &str, language: Direction) -> String {
        drawn(&isolated(text, Direction::of_text(text, language)))
    }

    #[test]
    fn only_what_has_letters_of_its_own_way_is_set_off() {
        let (left, right) = (Direction::LeftToRight, Direction::RightToLeft);
        assert_eq!(set_off("Harbour, 12.", left), "Harbour, 12.");
        assert_eq!(set_off("Harbour, 12.", right), "Harbour, 12.");
        assert_eq!(set_off("12 – 14.", left), "12 – 14.");
        assert_eq!(set_off("12 – 14.", right), "[12 – 14.]");
        assert_eq!(set_off("קול הנמל", left), "[קול הנמל]");
        assert_eq!(set_off("Amira וגם נועם", left), "<Amira וגם נועם]");
        assert_eq!(set_off("Amira וגם נועם", right), "[Amira וגם נועם]");
        assert_eq!(set_off("", right), "");
    }

    #[test]
    fn a_line_runs_as_it_does_in_the_whole_text() {
        let line = |text: &str, part: &str, base| {
            let start = text.find(part).expect("it is a part of it");
            drawn(&isolated_line(text, start..start + part.len(), Levels::within(text, base).as_ref()))
        };
        let (left, right) = (Direction::LeftToRight, Direction::RightToLeft);
        // The comma stands between words that run from left to right.
        let text = "הסירה Amira, Noam הפליגה מן הנמל";
        assert_eq!(line(text, "הסירה Amira,", right), "<Amira,][הסירה ]");
        assert_eq!(line(text, "Noam הפליגה", right), "[Noam הפליגה]", "nothing else comes of it");
        let text = "Harbour קול, הנמל today";
        assert_eq!(line(text, "Harbour קול,", left), "<Harbour ][קול,]");
        assert_eq!(line(text, "הנמל today", left), "<הנמל today]");
        assert_eq!(isolated_line("plain text", 0..5, None), "plain");
    }

    #[test]
    fn marks_have_no_columns_and_go_again() {
        let text = isolated("קול (12)", Some(Direction::RightToLeft));
        assert_eq!((width(&text), &*without_isolates(&text)), (8, "קול (12)"));
    }

    #[test]
    fn what_is_cut_ends_within_it() {
        let text = format!("¶3 {} 12", isolated("קול הנמל", Some(Direction::RightToLeft)));
        assert_eq!(drawn(&clipped(&text, 8)), "¶3 [קול …]");
        assert_eq!(drawn(&clipped(&text, 13)), "¶3 [קול הנמל] …");
        assert_eq!(drawn(&clipped(&text, 14)), drawn(&text));
    }

    #[test]
    fn lines_have_both_ends() {
        let text = format!("at {} too", isolated("קול הנמל של העיר", Some(Direction::RightToLeft)));
        let lines = wrap(&text, 9);
        let lines = in_lines(lines.iter().map(|line| &text[line.range()])).map(|line| drawn(&line)).collect::<Vec<_>>();
        assert_eq!(lines, ["at [קול]", "[הנמל של]", "[העיר] too"]);
    }

    #[test]
    fn parts_are_told() {
        let text = format!(
            "a{}{}b",
            isolated("קול", Some(Direction::RightToLeft)),
            isolated("c", Some(Direction::LeftToRight))
        );
        let found: Vec<_> = parts(&text).collect();
        let (left, right) = (Some(Direction::LeftToRight), Some(Direction::RightToLeft));
        assert_eq!(found, [(None, "a"), (right, "קול"), (left, "c"), (None, "b")]);
        assert_eq!(parts("plain").collect::<Vec<_>>(), [(None, "plain")]);
    }
}
