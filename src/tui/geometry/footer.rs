//! Where the parts of the last line stand: what is said, and the hints at keys.
//!
//! ```text
//!      A¶2 of 14 · difference 3 of 22                ] next difference   ? help      the line of the text
//!      /ferry tend▏            match 3 of 12   Enter keep   Esc back   F1 help      a line that is typed in
//! ```
//!
//! Where there is little room the first hints go first, and the last one, the help, at last. The view draws them and the mouse
//! presses them, so both ask here.

use crate::keys::{Hint, KeySequence};
use crate::tui::screen::columns;
use crate::wrap;

/// The columns between two hints.
const GAP: usize = 3;

/// The same where what is said leaves no more before the first one.
const TIGHT: usize = 2;

/// The columns at both edges of the screen.
const EDGES: usize = 2;

/// The columns that what is said keeps beside the last hint, if it has to be cut.
const SAID: usize = 24;

/// The last line of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footer {
    /// What is said.
    pub said: String,
    /// The column where that begins, and the one that it ends before.
    pub room: (u16, u16),
    /// The hints that have room, from left to right.
    pub hints: Vec<PlacedHint>,
}

/// A hint in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedHint {
    /// Its first column.
    pub column: u16,
    /// What it says and does.
    pub hint: Hint,
}

impl Footer {
    /// Sets what is said at the left, and as many of the last hints as there is room for at the right. If there is room for
    /// none and what is said `can_be_cut`, it is cut for the last one.
    #[must_use]
    pub fn below_text(width: u16, said: String, can_be_cut: bool, hints: Vec<Hint>) -> Self {
        let wide = usize::from(width);
        let room = wide.saturating_sub(wrap::width(&said) + TIGHT + EDGES);
        let mut shown = fitting(hints.clone(), room);
        if shown.is_empty() && can_be_cut {
            shown =
                fitting(hints.into_iter().next_back().into_iter().collect(), wide.saturating_sub(SAID + TIGHT + EDGES));
        }
        let is_tight = wrap::width(&said) + taken(&shown, GAP) + EDGES + GAP > wide;
        let hints = placed(width, shown, if is_tight { TIGHT } else { GAP });
        let end = hints.first().map_or(width.saturating_sub(1), |hint| hint.column.saturating_sub(columns(TIGHT)));
        Self { said, room: (1, end), hints }
    }

    /// Sets hints, and before them what came of what is typed, in the first form that has room, beside so many columns that
    /// are typed in.
    #[must_use]
    pub fn beside_typed(width: u16, typed: usize, forms: &[String], hints: Vec<Hint>) -> Self {
        let free = usize::from(width).saturating_sub(typed + GAP + EDGES);
        let said = forms.iter().find(|said| wrap::width(said) <= free).cloned().unwrap_or_default();
        let taken = if said.is_empty() { 0 } else { wrap::width(&said) + GAP };
        let hints = placed(width, fitting(hints, free.saturating_sub(taken)), GAP);
        let gap = if hints.is_empty() { 1 } else { columns(GAP) };
        let end = hints.first().map_or(width, |hint| hint.column).saturating_sub(gap);
        let start = end.saturating_sub(columns(wrap::width(&said)));
        Self { said, room: (start, end), hints }
    }

    /// Returns the first column of what stands at the right of what is typed.
    #[must_use]
    pub fn left(&self) -> u16 {
        let first = self.hints.first().map_or(self.room.1, |hint| hint.column);
        if self.said.is_empty() { first } else { self.room.0 }
    }

    /// Returns the keys that a click on a column presses: of several that are named the one that is clicked.
    #[must_use]
    pub fn keys_at(&self, column: u16) -> Option<KeySequence> {
        let placed = self.hints.iter().rfind(|placed| placed.column <= column)?;
        keys_at(&placed.hint, usize::from(column - placed.column))
    }
}

fn width(hint: &Hint) -> usize {
    wrap::width(&hint.to_string())
}

/// Returns as many of the last hints as fit in so many columns.
fn fitting(mut hints: Vec<Hint>, room: usize) -> Vec<Hint> {
    let mut taken = 0;
    let fits = |hint: &&Hint| {
        taken += width(hint) + GAP;
        taken - GAP <= room
    };
    let count = hints.iter().rev().take_while(fits).count();
    hints.split_off(hints.len() - count)
}

/// Returns the columns of hints with gaps between them.
fn taken(hints: &[Hint], gap: usize) -> usize {
    hints.iter().map(|hint| width(hint) + gap).sum::<usize>().saturating_sub(gap)
}

/// Sets hints against the right edge, with gaps between them.
fn placed(screen: u16, hints: Vec<Hint>, gap: usize) -> Vec<PlacedHint> {
    let mut next = screen.saturating_sub(columns(taken(&hints, gap)) + 1);
    let place = |hint| {
        let placed = PlacedHint { column: next, hint };
        next += columns(width(&placed.hint) + gap);
        placed
    };
    hints.into_iter().map(place).collect()
}

/// Returns the keys that a click presses so many columns after the beginning of a hint.
fn keys_at(hint: &Hint, column: usize) -> Option<KeySequence> {
    if let [key] = hint.keys() {
        return (column < width(hint)).then_some(*key);
    }
    let mut start = 0;
    hint.keys().iter().copied().find(|key| {
        let end = start + wrap::width(&key.shown());
        let is_here = (start..end).contains(&column);
        start = end + 1;
        is_here
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Action, Keymap, parse};

    fn hints() -> Vec<Hint> {
        let hint = |actions: &[Action], meaning| Hint::new(&Keymap::default(), actions, meaning).expect("it has keys");
        let next = hint(&[Action::NextDifference], "next");
        vec![hint(&[Action::LeftPane, Action::RightPane], "across"), next, hint(&[Action::Help], "help")]
    }

    /// Returns the line as it is drawn.
    fn drawn(footer: &Footer, width: usize) -> String {
        let mut line = vec![' '; width];
        let (start, end) = (usize::from(footer.room.0), usize::from(footer.room.1));
        let said = footer.said.chars().take(end - start).zip(start..);
        let hints = footer
            .hints
            .iter()
            .flat_map(|placed| placed.hint.to_string().chars().zip(usize::from(placed.column)..).collect::<Vec<_>>());
        said.chain(hints).for_each(|(c, column)| line[column] = c);
        line.into_iter().collect::<String>().trim_end().to_owned()
    }

    #[track_caller]
    fn check(width: u16, can_be_cut: bool, expected: &str) {
        let footer = Footer::below_text(width, "A¶2 of 14 · difference 3 of 22".to_owned(), can_be_cut, hints());
        assert_eq!(drawn(&footer, usize::from(width)), expected, "{width}");
    }

    #[test]
    fn the_help_goes_at_last() {
        check(63, true, " A¶2 of 14 · difference 3 of 22   h l across   ] next   ? help");
        // Gaps are as wide as that before the first of them.
        check(62, true, " A¶2 of 14 · difference 3 of 22    h l across  ] next  ? help");
        check(60, true, " A¶2 of 14 · difference 3 of 22             ] next   ? help");
        check(46, true, " A¶2 of 14 · difference 3 of 22        ? help");
        check(36, true, " A¶2 of 14 · difference 3 o  ? help");
        check(36, false, " A¶2 of 14 · difference 3 of 22");
        check(33, true, " A¶2 of 14 · difference 3 of 22");
    }

    #[test]
    fn beside_what_is_typed() {
        let check = |width: u16, expected: &str| {
            let footer = Footer::beside_typed(width, 8, &["match 1 of 2".to_owned()], hints());
            assert_eq!(drawn(&footer, usize::from(width)), expected, "{width}");
        };
        check(58, "              match 1 of 2   h l across   ] next   ? help");
        check(50, "                   match 1 of 2   ] next   ? help");
        check(34, "            match 1 of 2   ? help");
        check(27, "              match 1 of 2");
        check(24, "                 ? help");
    }

    #[test]
    fn a_click_presses_the_key_that_it_is_on() {
        let [across, next, _] = <[Hint; 3]>::try_from(hints()).expect("they are three");
        let pressed = |hint: &Hint| -> String {
            let key = |column| keys_at(hint, column).map_or_else(|| ".".to_owned(), |key| key.to_string());
            (0..=width(hint)).map(key).collect()
        };
        assert_eq!([pressed(&next), next.to_string()], ["]]]]]].", "] next"]);
        assert_eq!([pressed(&across), across.to_string()], ["h.l........", "h l across"]);
        assert_eq!(pressed(&Hint::typing("to filter")), "...............");
        assert_eq!(pressed(&Hint::fixed(&parse("<Up><Down>").expect("known"), "up")), "<Up>.<Down>....");
    }

    #[test]
    fn between_hints_nothing_is_pressed() {
        let footer = Footer::below_text(40, String::new(), true, hints());
        let key = |column| footer.keys_at(column).map_or_else(|| ".".to_owned(), |key| key.to_string());
        assert_eq!(drawn(&footer, 40), "           h l across   ] next   ? help");
        assert_eq!((0..40).map(key).collect::<String>(), "...........h.l..........]]]]]]...??????.");
    }
}
