//! A page of the story: what stays on top, and items that pass under it.
//!
//! ```text
//!     Shared wording                              head
//!     1–3 of 5              in A   in E   in B    its last line names the columns
//!     A Meridian Wire          ·  █ 63%  █ 61%    an item; others have several lines
//!     E Plain Talk         ▓ 55%      ·  ▓ 50%
//!                           └──┬──┘               a column, for those who point at it
//! ```

use std::collections::VecDeque;
use std::fmt;
use std::ops::Range;

use super::PageChoice;
use crate::present::Line;

/// The rows of a screen below which a page does not say on itself what `?` explains.
pub(super) const SHORT: usize = 18;

/// The rows of a screen around a page.
pub(super) const AROUND: usize = 4;

/// Holds a page as lines. Its items are made when they are asked for, so that a screen costs what it shows.
pub struct PresentedPage<'s> {
    /// What stays on top.
    pub head: Vec<Line<'static>>,
    /// How many items there are.
    pub count: usize,
    /// Which columns are in sight, by index.
    pub columns: Range<usize>,
    /// How many columns of the screen stand before the first of them, and how many each has.
    pub indent: usize,
    /// The columns of the screen that each of them has.
    pub cell: usize,
    item: Box<dyn Fn(usize) -> Vec<Line<'static>> + 's>,
    /// What stands beside the items or below them, see [`Self::aside_at`].
    aside: Option<Aside>,
}

/// What stands beside the first items, or below the last of them, in lines of an item.
#[derive(Clone, Debug, Default)]
pub(super) struct Aside {
    /// The column of the screen that it begins at, the page's first one being 0.
    pub left: usize,
    /// For each of its lines the item, the line of the item, and which entry the line is of.
    pub lines: Vec<(usize, usize, Option<usize>)>,
}

impl<'s> PresentedPage<'s> {
    /// Makes a page of items without columns.
    pub(super) fn new(head: Vec<Line<'static>>, count: usize, item: impl Fn(usize) -> Vec<Line<'static>> + 's) -> Self {
        Self { head, count, columns: 0..0, indent: 0, cell: 0, item: Box::new(item), aside: None }
    }

    /// Does the same with columns in sight, after so many columns of the screen, each of so many.
    pub(super) fn with_columns(self, columns: Range<usize>, indent: usize, cell: usize) -> Self {
        Self { columns, indent, cell, ..self }
    }

    /// Does the same with something beside the items.
    pub(super) fn with_aside(self, aside: Aside) -> Self {
        Self { aside: Some(aside), ..self }
    }

    /// Leaves the items before one out of sight, with another head in place of the page's own: where the page is longer than
    /// its screen, the last items stand under a heading of theirs.
    pub(super) fn beginning_at(self, first: usize, head: Vec<Line<'static>>) -> Self {
        let item = self.item;
        let rest = move |index: usize| if index < first { Vec::new() } else { item(index) };
        Self { head, item: Box::new(rest), ..self }
    }

    /// Tells whether the page has more lines than so many rows. Cost: that of the items that fill the rows.
    pub(super) fn is_longer_than(&self, rows: usize) -> bool {
        let mut lines = self.head.len();
        (0..self.count).any(|index| {
            lines += self.item(index).len();
            lines > rows
        })
    }

    /// Returns which entry stands beside the items or below them, at a line of an item and a column of the screen.
    #[must_use]
    pub fn aside_at(&self, item: usize, line: usize, x: usize) -> Option<usize> {
        let aside = self.aside.as_ref().filter(|aside| aside.left <= x)?;
        aside.lines.iter().find(|(of, at, _)| (*of, *at) == (item, line))?.2
    }

    /// Returns the lines of an item, by its index.
    #[must_use]
    pub fn item(&self, index: usize) -> Vec<Line<'static>> {
        (self.item)(index)
    }

    /// Returns the column that stands at a column of the screen, the page's first one being 0.
    #[must_use]
    pub fn column_at(&self, x: usize) -> Option<usize> {
        let column = self.columns.start + x.checked_sub(self.indent)?.checked_div(self.cell)?;
        self.columns.contains(&column).then_some(column)
    }

    /// Returns the lines in sight under the head, where there is room for so many: of each its item, and which of the
    /// item's lines it is. The chosen item stands in the middle, but at the ends of the page.
    #[must_use]
    pub fn in_sight(&self, chosen: usize, room: usize) -> Vec<(usize, usize, Line<'static>)> {
        if self.count == 0 {
            return Vec::new();
        }
        let mut first = chosen.min(self.count - 1);
        // An item costs more to make than all else here, so that each is made once.
        let (mut items, mut after) = (VecDeque::new(), 0);
        for item in (first..self.count).map(|index| self.item(index)).take(room) {
            after += item.len();
            items.push_back(item);
            if after >= room {
                break;
            }
        }
        let own = items.front().map_or(0, Vec::len).min(room);
        // As many above as below, and more where there are too few below.
        let mut above = (room.saturating_sub(own) / 2).max(room.saturating_sub(after));
        while first > 0 {
            let item = self.item(first - 1);
            let Some(rest) = above.checked_sub(item.len()) else { break };
            (above, first) = (rest, first - 1);
            items.push_front(item);
        }
        let of = |(index, item): (usize, Vec<Line<'static>>)| {
            item.into_iter().enumerate().map(move |(line, text)| (index, line, text))
        };
        (first..).zip(items).flat_map(of).take(room).collect()
    }
}

/// Says where a page goes on beyond the lines in sight: `more below`; `None` where it does not. Cost: that of an item.
#[must_use]
pub fn beyond(page: &PresentedPage<'_>, in_sight: &[(usize, usize, Line<'static>)]) -> Option<&'static str> {
    let (first, last) = (in_sight.first()?, in_sight.last()?);
    let is_above = (first.0, first.1) != (0, 0);
    let is_below = last.0 + 1 < page.count || last.1 + 1 < page.item(last.0).len();
    match (is_above, is_below) {
        (true, true) => Some("more above and below"),
        (true, false) => Some("more above"),
        (false, true) => Some("more below"),
        (false, false) => None,
    }
}

/// The columns of a cell, and of one where many articles are to fit.
const WIDE: usize = 8;
const NARROW: usize = 5;

/// The least columns of the words, and those that they have of the width.
const WORDS: usize = 12;
const THIRD: usize = 3;

/// How a table of words and of a cell for each article is set.
#[derive(Clone, Debug)]
pub(super) struct TableColumns {
    /// Which articles' columns are in sight, by index.
    pub columns: Range<usize>,
    /// The columns of the screen that each has.
    pub cell: usize,
    /// Those of the words before them.
    pub words: usize,
    /// Whether all have room for signs and several numbers.
    pub is_wide: bool,
}

impl TableColumns {
    /// Sets so many articles into a width.
    pub(super) fn new(window: ColumnWindow, choice: &PageChoice, count: usize, width: usize) -> Self {
        let most = width.saturating_sub((width / THIRD).max(WORDS));
        let is_wide = count * WIDE <= most;
        let cell = if is_wide { WIDE } else { NARROW };
        let columns = window.columns(choice, count, (most / cell).max(1));
        let words = width.saturating_sub(columns.len() * cell).max(WORDS);
        Self { columns, cell, words, is_wide }
    }
}

impl fmt::Debug for PresentedPage<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("PresentedPage")
            .field("count", &self.count)
            .field("columns", &self.columns)
            .finish_non_exhaustive()
    }
}

/// Says which of more columns than fit are in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnWindow {
    /// Those around the chosen cell, which is set off.
    Chosen,
    /// Those from this one on; nothing is set off.
    From(usize),
}

impl ColumnWindow {
    /// Returns the columns in sight, of so many, where so many fit.
    pub(super) fn columns(self, choice: &PageChoice, count: usize, fit: usize) -> Range<usize> {
        let first = match self {
            Self::Chosen => choice.column.saturating_sub(fit / 2).min(count.saturating_sub(fit)),
            Self::From(column) => column.min(count),
        };
        first..(first + fit).min(count)
    }

    /// Tells whether an item is set off as a whole: the chosen one.
    pub(super) fn sets_off_item(self, choice: &PageChoice, item: usize) -> bool {
        self == Self::Chosen && choice.item == item
    }

    /// Tells whether a cell is set off: the chosen one.
    pub(super) fn sets_off(self, choice: &PageChoice, item: usize, column: usize) -> bool {
        self == Self::Chosen && (choice.item, choice.column) == (item, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::{Role, Span};

    /// Returns the lines in sight of items of so many lines each, as `item.line`.
    fn sight(items: &[usize], chosen: usize, room: usize) -> Vec<String> {
        let item = |index: usize| (0..items[index]).map(|line| vec![Span::new(line.to_string(), Role::Text)]).collect();
        let page = PresentedPage::new(Vec::new(), items.len(), item);
        page.in_sight(chosen, room).into_iter().map(|(index, line, _)| format!("{index}.{line}")).collect()
    }

    #[test]
    fn the_chosen_item_is_in_the_middle() {
        assert_eq!(sight(&[1; 9], 4, 3), ["3.0", "4.0", "5.0"]);
        assert_eq!(sight(&[1; 9], 0, 3), ["0.0", "1.0", "2.0"]);
        assert_eq!(sight(&[1; 9], 8, 3), ["6.0", "7.0", "8.0"]);
        assert_eq!(sight(&[1; 2], 1, 5), ["0.0", "1.0"]);
    }

    #[test]
    fn where_a_page_goes_on_is_said() {
        let said = |items: &[usize], chosen, room| {
            let of = items.to_vec();
            let item = move |index: usize| (0..of[index]).map(|_| vec![Span::new("line", Role::Text)]).collect();
            let page = PresentedPage::new(Vec::new(), items.len(), item);
            beyond(&page, &page.in_sight(chosen, room)).unwrap_or_default()
        };
        assert_eq!([said(&[1; 3], 0, 3), said(&[1; 9], 0, 3)], ["", "more below"]);
        assert_eq!([said(&[1; 9], 4, 3), said(&[1; 9], 8, 3)], ["more above and below", "more above"]);
        assert_eq!(
            [said(&[5], 0, 3), said(&[5], 0, 5), said(&[], 0, 3)],
            ["more below", "", ""],
            "an item that is cut"
        );
    }

    #[test]
    fn items_of_several_lines() {
        assert_eq!(sight(&[2, 2, 2, 2], 1, 4), ["1.0", "1.1", "2.0", "2.1"]);
        assert_eq!(sight(&[2, 2, 2, 2], 3, 5), ["2.0", "2.1", "3.0", "3.1"]);
        assert_eq!(sight(&[9, 9], 1, 3), ["1.0", "1.1", "1.2"]);
        assert_eq!(sight(&[], 0, 3), Vec::<String>::new());
    }

    #[test]
    fn the_last_items_stand_under_a_head_of_their_own() {
        let line = |text: &str| vec![Span::new(text.to_owned(), Role::Text)];
        let page = || PresentedPage::new(vec![line("head")], 4, |index| vec![line(&index.to_string()); 2]);
        assert!(page().is_longer_than(8) && !page().is_longer_than(9));
        let rest = page().beginning_at(2, vec![line("other")]);
        let sight = rest.in_sight(2, 9).into_iter().map(|(index, line, _)| format!("{index}.{line}"));
        assert_eq!(
            (rest.head, sight.collect::<Vec<_>>()),
            (vec![line("other")], ["2.0", "2.1", "3.0", "3.1"].map(String::from).to_vec())
        );
    }

    #[test]
    fn columns_around_the_chosen_one() {
        let at = |column| PageChoice { column, ..PageChoice::default() };
        assert_eq!(ColumnWindow::Chosen.columns(&at(0), 50, 5), 0..5);
        assert_eq!(ColumnWindow::Chosen.columns(&at(20), 50, 5), 18..23);
        assert_eq!(ColumnWindow::Chosen.columns(&at(49), 50, 5), 45..50);
        assert_eq!(ColumnWindow::From(48).columns(&at(0), 50, 5), 48..50);
        assert_eq!(ColumnWindow::Chosen.columns(&at(2), 3, 5), 0..3);
    }
}
