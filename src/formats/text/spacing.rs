//! Text that is double-spaced, as manuscripts are: a blank line stands behind each line, and more behind a paragraph.
//!
//! ```text
//!     Three old ferries were          Three old ferries were
//!                                     taken out of service.
//!     taken out of service.     →
//!                                     The island has no other
//!
//!     The island has no other
//! ```

use super::line::{Begin, End, Line};

/// The fewest sentences that go on behind a blank line, and how many of the blank lines they are at the least.
const FEWEST: usize = 3;
const SHARE: usize = 4;

/// The fewest wider gaps, and sentences that go on behind narrow ones, that show paragraphs.
const PARAGRAPHS: usize = 2;

/// How much of the widest line one has with the next one's first word that ends for want of room, and how many of those that
/// go on do: verses and paragraphs end where they please.
const ROOM: (usize, usize) = (4, 5);
const FULL: (usize, usize) = (3, 4);

/// How wide a text is at least whose lines go on for their width alone, in columns: verses of Chinese are narrower.
const NARROWEST: usize = 40;

/// Of the lines that are no blank ones this share may touch: a heading of two lines.
const TOUCHING: usize = 10;

/// Returns the lines of a double-spaced text without the blank ones between them; `None` of another text.
///
/// Cost: linear in the lines.
pub(super) fn single_spaced<'t>(lines: &[Line<'t>]) -> Option<Vec<Line<'t>>> {
    let filled: Vec<usize> = (0..lines.len()).filter(|&at| !lines[at].is_blank()).collect();
    let is_single = |two: &[usize]| two[1] - two[0] == 2;
    let touching = filled.windows(2).filter(|two| two[1] - two[0] == 1).count();
    let single = filled.windows(2).filter(|two| is_single(two)).count();
    let widest = filled.iter().map(|&at| lines[at].width).max().unwrap_or(0);
    let goes_on = |two: &&[usize]| {
        let (line, next) = (&lines[two[0]], &lines[two[1]]);
        // In a script without small letters and spaces a line goes on if it ends in no sentence and is as wide as any.
        let is_filled = || line.end == End::Open && line.is_joined_to(next) && line.with_first_of(next) > widest;
        let is_small = || next.begin == Begin::Small && line.runs_on_into(next);
        is_single(two) && line.may_be_wrapped() && (is_small() || widest >= NARROWEST && is_filled())
    };
    if touching * TOUCHING > filled.len() || single < FEWEST {
        return None;
    }
    let is_full = |two: &&[usize]| lines[two[0]].with_first_of(&lines[two[1]]) * ROOM.1 > widest * ROOM.0;
    let going_on = filled.windows(2).filter(goes_on).count();
    let full = filled.windows(2).filter(goes_on).filter(is_full).count();
    let is_told = going_on >= FEWEST && going_on * SHARE >= single && full * FULL.1 >= going_on * FULL.0;
    if !is_told && !has_spaced_paragraphs(lines, &filled, widest) {
        return None;
    }
    let mut spaced: Vec<Line<'t>> = Vec::with_capacity(lines.len());
    for two in filled.windows(2) {
        spaced.push(lines[two[0]]);
        spaced.extend((two[1] - two[0] > 2).then(|| lines[two[0] + 1]));
    }
    spaced.extend(filled.last().map(|&last| lines[last]));
    Some(spaced)
}

/// Tells whether wider gaps stand behind ends of sentences alone, and before each narrow one within a sentence a line that the next
/// word would not fit on: paragraphs of two lines, in a script of any kind.
fn has_spaced_paragraphs(lines: &[Line<'_>], filled: &[usize], widest: usize) -> bool {
    let (mut wide, mut within) = (0, 0);
    for two in filled.windows(2) {
        let (line, next) = (&lines[two[0]], &lines[two[1]]);
        if two[1] - two[0] > 2 {
            wide += 1;
            if line.end != End::Sentence {
                return false;
            }
        } else if line.runs_on_into(next) {
            within += 1;
            if !line.may_be_wrapped() || line.with_first_of(next) <= widest {
                return false;
            }
        }
    }
    wide >= PARAGRAPHS && within >= PARAGRAPHS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spaced(text: &str) -> Option<String> {
        let lines: Vec<Line<'_>> = text.lines().map(|line| Line::new(line, 0)).collect();
        let lines = single_spaced(&lines)?;
        Some(lines.iter().map(|line| line.text).collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn blank_lines_between_lines_go() {
        let text = "Three old ferries were\n\ntaken out of service on\n\nTuesday, and the island\n\nhas no other way to the\n\n\
                    mainland for now.\n\n\n\nNobody was hurt, said the\n\nmayor.";
        let expected = "Three old ferries were\ntaken out of service on\nTuesday, and the island\nhas no other way to the\n\
                        mainland for now.\n\nNobody was hurt, said the\nmayor.";
        assert_eq!(spaced(text).as_deref(), Some(expected));
    }

    #[test]
    fn paragraphs_of_two_lines_are_told_by_the_gaps_between_them() {
        let text = "Three old ferries were\n\ntaken out of service.\n\n\nThe island has no other\n\nway to the mainland now.\n\n\n\
                    Nobody was hurt, said\n\nAnn Example of the port.";
        let expected = "Three old ferries were\ntaken out of service.\n\nThe island has no other\nway to the mainland now.\n\n\
                        Nobody was hurt, said\nAnn Example of the port.";
        assert_eq!(spaced(text).as_deref(), Some(expected));
        let verses = "The boats went out, and all\n\nwere calm.\n\n\nThe boats came home, for they\n\nhad seen the sea and all.\n\n\nThey slept.";
        assert_eq!(spaced(verses), None);
    }

    #[test]
    fn paragraphs_are_no_lines_of_one() {
        assert_eq!(spaced("One is here.\n\nAnother one.\n\nA third.\n\nA fourth.\n\nand so on"), None);
        let verses = "And the boats went out, for the sea was calm,\n\nand came home,\n\nfull of fish, and of men who had seen no \
                      land for a week,\n\nnor light,\n\nand who sang of it.";
        assert_eq!(spaced(verses), None);
        assert_eq!(spaced("Three old\nferries, and\n\nno other\nway to\n\nthe island\nthat is\n\nso far\naway"), None);
    }
}
