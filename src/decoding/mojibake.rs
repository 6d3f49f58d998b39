//! UTF-8 that was decoded with the table of another encoding, put right where nothing else makes sense.
//!
//! ```text
//!     “We waited,” said Zoë        UTF-8:  E2 80 9C …  C3 AB
//!     â€œWe waited,â€\u{9D} said ZoÃ«       … decoded as windows-1252
//!     “We waited,” said Zoë                                     mended: 3 places
//!     AMANHÃ… «été »  МІЛІЦІЯ      these could be decoded so too, and are what somebody wrote: they stay
//! ```
//!
//! A sequence of characters is mended if the table gives them bytes that are one character of UTF-8, and no text has such
//! a sequence (`Sequence::certain`). If a line has one of these, and everything else in it that is
//! not ASCII can be decoded so too, all of that is. A line of another script than Latin is mended whole or stays whole,
//! since half of its letters would be no help. What was decoded wrongly twice is mended twice.
//!
//! Beside UTF-8, text of other scripts than Latin in an encoding of one byte is put right (`legacy`).
//!
//! The idea is that of ftfy (Robyn Speer): bytes decide what a text can have been, and a list of implausible sequences
//! whether it was. The rules here are fewer and stricter.

mod legacy;
mod rules;
mod sequence;
mod table;

use std::borrow::Cow;

use sequence::{Sequence, sequences};
use table::{TABLES, Table, candidates};

/// How often a text can have been decoded wrongly.
const ROUNDS: usize = 4;

/// What is mended of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// All of it, if nothing in it contradicts that.
    WholeLines,
    /// What is certain.
    CertainSequences,
}

/// Mends a text, and counts the places that were mended: adjacent sequences are one. What needs no mending is not copied.
///
/// Cost: linear in the text.
#[must_use]
pub fn mend(text: Cow<'_, str>) -> (Cow<'_, str>, usize) {
    if text.is_ascii() {
        return (text, 0);
    }
    let (mut text, mut places) = (text, 0);
    let mut tables = candidates(&text);
    // A table by which a line can be decoded as a whole goes before one by which it can be in part.
    for extent in [Extent::WholeLines, Extent::CertainSequences] {
        let before = places;
        for (_, table) in TABLES.iter().enumerate().filter(|(index, _)| tables & (1 << index) != 0) {
            for round in 0..ROUNDS {
                let Some((mended, count)) = mend_with(table, &text, extent) else { break };
                text = Cow::Owned(mended);
                // Later rounds mend the same places once more.
                places += if round == 0 { count } else { 0 };
            }
        }
        // What was mended may have been decoded by another table as well.
        if places > before {
            tables = candidates(&text);
        }
    }
    // A control character of a line in another script is a sign of that one's encoding: it goes with the line.
    for mend in [legacy::mend, legacy::mend_koi8, mend_controls] {
        if let Some((mended, count)) = mend(&text) {
            text = Cow::Owned(mended);
            places += count;
        }
    }
    (text, places)
}

/// Mends what was decoded with one table; `None` if nothing was.
fn mend_with(table: &Table, text: &str, extent: Extent) -> Option<(String, usize)> {
    let mut mended = String::new();
    let (mut copied, mut places, mut start) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        let mut last = None;
        for sequence in to_mend(table, line, extent) {
            let (from, to) = (start + sequence.start, start + sequence.end());
            mended.push_str(&text[copied..from]);
            mended.push(sequence.decoded);
            places += usize::from(last != Some(from));
            copied = to;
            last = Some(to);
        }
        start += line.len();
    }
    if places == 0 {
        return None;
    }
    mended.push_str(&text[copied..]);
    Some((mended, places))
}

/// Returns the sequences of a line that are to be mended.
fn to_mend(table: &Table, line: &str, extent: Extent) -> Vec<Sequence> {
    let (mut found, is_whole) = sequences(table, line);
    if found.is_empty() || (extent == Extent::WholeLines && !is_whole) {
        return Vec::new();
    }
    rules::judge(table, line, &mut found);
    if extent == Extent::CertainSequences && is_damaged(line, &found) {
        return Vec::new();
    }
    if extent == Extent::CertainSequences || found.iter().all(|sequence| !sequence.certain) {
        found.retain(|sequence| sequence.certain);
    }
    found
}

/// Tells whether a line of another script than Latin could be mended in part only: some of its letters are certain, and
/// others are not, or stand beside what is no sequence, as a character between them was lost. Half a word helps nobody.
fn is_damaged(line: &str, found: &[Sequence]) -> bool {
    let is_letter = |sequence: &Sequence| sequence.decoded.is_alphabetic() && sequence.decoded > '\u{36F}';
    if !found.iter().any(|sequence| sequence.certain && is_letter(sequence)) {
        return false;
    }
    let is_beyond = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
    let is_lone = |index: usize| {
        let (from, to) = (found[index].start, found[index].end());
        let is_first = index == 0 || found[index - 1].end() != from;
        let is_last = found.get(index + 1).is_none_or(|next| next.start != to);
        (is_first && is_beyond(line[..from].chars().next_back())) || (is_last && is_beyond(line[to..].chars().next()))
    };
    (0..found.len()).any(|index| is_letter(&found[index]) && (!found[index].certain || is_lone(index)))
}

/// Mends quotation marks, dashes and the like of windows-1252 that were decoded as Latin-1; there they are control
/// characters, which no text has. `None` if there are none, or others that show another encoding.
fn mend_controls(text: &str) -> Option<(String, usize)> {
    let meant = |c: char| match c {
        '\u{80}' => Some('€'),
        '\u{85}' => Some('…'),
        '\u{91}' => Some('‘'),
        '\u{92}' => Some('’'),
        '\u{93}' => Some('“'),
        '\u{94}' => Some('”'),
        '\u{95}' => Some('•'),
        '\u{96}' => Some('–'),
        '\u{97}' => Some('—'),
        '\u{99}' => Some('™'),
        _ => None,
    };
    // In UTF-8 they begin with the byte C2.
    let places = || memchr::memchr_iter(0xC2, text.as_bytes()).filter_map(|at| text[at..].chars().next());
    let controls = || places().filter(|c| matches!(c, '\u{80}'..='\u{9F}'));
    let count = controls().count();
    // U+0085 alone may end lines, where nothing else does.
    let is_clear = controls().all(|c| meant(c).is_some()) && (text.contains('\n') || controls().any(|c| c != '\u{85}'));
    (count > 0 && is_clear).then(|| (text.chars().map(|c| meant(c).unwrap_or(c)).collect(), count))
}

#[cfg(test)]
mod tests;
