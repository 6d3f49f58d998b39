//! How the lines of a pager are set: wrapped, and in two columns where one does not hold them and there is room.
//!
//! ```text
//!     ├─ column ───────────┤   ├─ column ───────────┤
//!      Signs                     k ↑    row up            rows 0 to 3, then 4 to 7: both columns
//!        =    same words         d      half a page       scroll together, as a page of a book
//!             and marks          u      half a page up
//!        ~    edited           Panes
//! ```

use std::ops::Range;

use crate::search::SearchMatch;
use crate::tui::component::HelpLine;
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::state::Reader;
use crate::wrap;

/// The most columns before what is said of keys, the space after them included: in a wide column, and in a narrow one.
const KEYS: [usize; 2] = [16, 11];

/// The columns of a wide one.
const WIDE: usize = 50;

/// The columns before keys.
pub(super) const INDENT: usize = 2;

/// The columns between two columns of lines.
pub(super) const GAP: usize = 3;

/// The columns and rows of the border.
const BORDER: usize = 4;
const EDGES: usize = 2;

/// Lines, set.
#[derive(Clone, Debug)]
pub(super) struct Sheet<'a> {
    /// The rows of the screen that all columns have.
    pub height: usize,
    /// How many columns there are.
    pub count: usize,
    /// The width of each.
    pub width: usize,
    /// The columns before what is said of keys.
    pub keys: usize,
    /// All rows.
    pub rows: Vec<SheetRow<'a>>,
}

/// A row: the keys of a line, a part of what is said of them, or both.
#[derive(Clone, Debug)]
pub(super) struct SheetRow<'a> {
    /// The line, by index.
    pub index: usize,
    /// The line.
    pub line: &'a HelpLine,
    /// Whether its keys stand here.
    pub has_keys: bool,
    /// The bytes of what is said of them that stand here.
    pub meaning: Range<usize>,
}

impl<'a> Sheet<'a> {
    /// Sets lines in a box on the screen. Cost: linear in them.
    pub fn new(lines: &'a [HelpLine], reader: &Reader, title: &str) -> Self {
        let screen = reader.rows.screen;
        let room = usize::from(screen.width).saturating_sub(BORDER).max(1);
        let height = usize::from(screen.height).saturating_sub(EDGES + 1).max(1);
        let one = Self::set(lines, room, height, 1);
        let two = room.saturating_sub(GAP) / 2;
        if one.rows.len() <= height || two < WIDE {
            let width = one.natural().max(wrap::width(title)).min(room);
            return Self { height: one.rows.len().min(height), width, ..one };
        }
        let two = Self::set(lines, two, height, 2);
        let width = two.natural();
        Self { height: two.level().min(height), width, ..two }
    }

    fn set(lines: &'a [HelpLine], width: usize, height: usize, count: usize) -> Self {
        let most = if width < WIDE { KEYS[1] } else { KEYS[0] };
        let said = lines.iter().filter(|line| !line.meaning.is_empty());
        let keys = said.map(|line| INDENT + wrap::width(&line.keys) + GAP).max().unwrap_or(most).min(most);
        let rows = lines.iter().enumerate().flat_map(|(index, line)| rows(index, line, width, keys)).collect();
        Self { height, count, width, keys, rows }
    }

    /// Returns the columns that its widest row needs.
    fn natural(&self) -> usize {
        let width = |row: &SheetRow<'_>| {
            let keys = if row.has_keys { INDENT + wrap::width(&row.line.keys) } else { 0 };
            let meaning = wrap::width(&row.line.meaning[row.meaning.clone()]);
            keys.max(if meaning > 0 { self.keys + meaning } else { 0 })
        };
        self.rows.iter().map(width).max().unwrap_or(1).clamp(1, self.width)
    }

    /// Returns how high two columns are that are about level: the second one begins with a heading if one is near.
    fn level(&self) -> usize {
        let half = self.rows.len().div_ceil(2);
        self.headings().find(|&row| row >= half).filter(|row| row - half <= half / 4).unwrap_or(half)
    }

    /// Returns how large the box is.
    pub fn size(&self, title: &str) -> BoxSize {
        let columns = self.width * self.count + GAP * (self.count - 1);
        BoxSize { columns, lines: self.height, title: title.to_owned() }
    }

    /// Returns how many rows are in sight at once.
    pub fn in_sight(&self) -> usize {
        self.height * self.count
    }

    /// Returns the last row that can be shown first.
    pub fn last_first(&self) -> usize {
        self.rows.len().saturating_sub(self.in_sight())
    }

    /// Returns the rows of headings.
    pub fn headings(&self) -> impl DoubleEndedIterator<Item = usize> {
        let is_heading = |row: &SheetRow<'_>| row.line.meaning.is_empty() && !row.line.keys.is_empty();
        self.rows.iter().enumerate().filter(move |(_, row)| is_heading(row)).map(|(index, _)| index)
    }

    /// Returns the row of the last heading above a row, or the first row.
    pub fn heading_before(&self, row: usize) -> usize {
        self.headings().rfind(|&heading| heading < row).unwrap_or(0)
    }

    /// Returns the row in which a match begins.
    pub fn row_of(&self, found: &SearchMatch) -> usize {
        let is_here = |row: &SheetRow<'_>| {
            let is_keys = found.block().is_multiple_of(2);
            row.index == found.block() / 2 && if is_keys { row.has_keys } else { row.meaning.end > found.range().start }
        };
        self.rows.iter().position(is_here).unwrap_or(0)
    }
}

/// Returns the rows of a line: what is said of keys is wrapped beside them, or below them where they are long.
fn rows(index: usize, line: &HelpLine, width: usize, keys: usize) -> Vec<SheetRow<'_>> {
    let row = |has_keys, meaning| SheetRow { index, line, has_keys, meaning };
    if line.meaning.is_empty() {
        return vec![row(true, 0..0)];
    }
    let wrapped = wrap::wrap(&line.meaning, width.saturating_sub(keys).max(1));
    let is_long = INDENT + wrap::width(&line.keys) >= keys;
    let alone = is_long.then(|| row(true, 0..0));
    let beside = wrapped.into_iter().enumerate().map(|(at, part)| row(at == 0 && !is_long, part.range()));
    alone.into_iter().chain(beside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: usize, keys: &str, meaning: &'static str, expected: &[&str]) {
        let line = HelpLine::new(keys, meaning);
        let drawn = rows(0, &line, width, 8).into_iter().map(|row| {
            let keys = if row.has_keys { row.line.keys.as_str() } else { "" };
            format!("{keys}|{}", &row.line.meaning[row.meaning])
        });
        assert_eq!(drawn.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_said_is_wrapped_beside_its_keys_or_below_them() {
        check(20, "j ↓", "row down", &["j ↓|row down"]);
        check(20, "j ↓", "one row further down", &["j ↓|one row", "|further down"]);
        check(20, "f Space", "page down", &["f Space|", "|page down"]);
        check(20, "Moving", "", &["Moving|"]);
    }
}
