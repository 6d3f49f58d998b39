//! Where on the screen the parts of a page of the whole story stand.
//!
//! ```text
//!     [sharing]  passages   source   headlines      the names of the pages
//!                                       more below    whether it goes on beyond the screen
//!     Shared wording                                TOP: the page's head …
//!                        in A      in E
//!    ▸A Meridian Wire       ·   █ 63%·45            … and its items, the chosen one marked
//! ```
//!
//! The view draws them and the mouse hits them, so both ask here.

use super::StoryComponent;
use crate::layout::PageSetup;
use crate::pages::{ColumnWindow, PAGES, PresentedPage, StoryPage};
use crate::present::Line;
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap;

/// The row of the names of the pages.
pub const NAMES: u16 = 1;

/// The first row of a page.
pub const TOP: u16 = 3;
/// The column that the lines of a page begin at; the mark of the chosen item stands before it.
pub const LEFT: u16 = 1;

/// Returns how pages are set on the screen.
fn setup(reader: &Reader) -> PageSetup {
    PageSetup { width: usize::from(reader.rows.screen.width.saturating_sub(2 * LEFT)), ..reader.settings.setup }
}

/// Returns the page that is open, if what it shows is known.
#[must_use]
pub fn page<'m>(reader: &'m Reader, view: &StoryComponent) -> Option<PresentedPage<'m>> {
    view.page.present(&reader.page_facts(), &view.choice, ColumnWindow::Chosen, setup(reader))
}

/// The items in sight, each line with its item and which of the item's lines it is; and the row of the first of them.
#[must_use]
pub fn in_sight(
    reader: &Reader,
    view: &StoryComponent,
    page: &PresentedPage<'_>,
) -> (u16, Vec<(usize, usize, Line<'static>)>) {
    let (top, room) = room(reader, page);
    if view.within > 0 {
        // It fills the screen.
        let lines = page.item(view.choice.item).into_iter().enumerate().skip(view.within).take(room);
        return (top, lines.map(|(line, text)| (view.choice.item, line, text)).collect());
    }
    (top, page.in_sight(view.choice.item, room))
}

/// Returns the first row of the items, and for how many lines of them there is room.
fn room(reader: &Reader, page: &PresentedPage<'_>) -> (u16, usize) {
    let top = TOP.saturating_add(columns(page.head.len()));
    (top, usize::from(reader.rows.screen.height.saturating_sub(top + 1)))
}

/// Returns how many lines the chosen item has, and for how many there is room; nothing is known of a page that is not there yet.
#[must_use]
pub fn chosen_lines(reader: &Reader, view: &StoryComponent) -> (usize, usize) {
    let lines = |page: PresentedPage<'_>| {
        let is_there = view.choice.item < view.page.size(&reader.page_facts(), &view.choice).0;
        (if is_there { page.item(view.choice.item).len() } else { 0 }, room(reader, &page).1)
    };
    page(reader, view).map_or((0, 0), lines)
}

/// Returns how many items on, or back, from the chosen one as many lines as are given are passed over: at least one, and none beyond the
/// first one that would not be seen.
#[must_use]
pub fn items_over(reader: &Reader, view: &StoryComponent, lines: usize, is_down: bool) -> usize {
    let Some(page) = page(reader, view) else { return 1 };
    let (chosen, count) = (view.choice.item, view.page.size(&reader.page_facts(), &view.choice).0);
    let passed = |item: usize| page.item(item).len();
    let fit = |lines_left: &mut usize, item: usize| {
        *lines_left = lines_left.checked_sub(passed(item))?;
        Some(())
    };
    let mut left = lines;
    let fitting = if is_down {
        (chosen..count).map_while(|item| fit(&mut left, item)).count()
    } else {
        (0..chosen).rev().map_while(|item| fit(&mut left, item)).count()
    };
    fitting.max(1)
}

/// What stands at a place of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageHit {
    /// An item, and which of the page's columns, if it is one.
    Item(usize, Option<usize>),
    /// What stands beside the items or below them, by index.
    Aside(usize),
}

/// Returns what stands at a column and a row of the screen.
#[must_use]
pub fn hit(reader: &Reader, view: &StoryComponent, x: u16, y: u16) -> Option<PageHit> {
    let page = page(reader, view)?;
    let (top, items) = in_sight(reader, view, &page);
    let (item, line, _) = items.get(usize::from(y.checked_sub(top)?))?;
    let x = usize::from(x.saturating_sub(LEFT));
    let aside = page.aside_at(*item, *line, x);
    Some(aside.map_or_else(|| PageHit::Item(*item, page.column_at(x)), PageHit::Aside))
}

/// Returns where the name of each page stands in its row, in so many columns: `[sharing]`, and its columns. Where there is not room for
/// all, the first ones make room for the one that is open.
#[must_use]
pub fn names(open: &dyn StoryPage, width: u16) -> Vec<(&'static dyn StoryPage, u16, String)> {
    let of = |texts: &[String]| texts.iter().map(|text| wrap::width(text) + 1).sum::<usize>();
    let room = usize::from(width.saturating_sub(LEFT));
    let text = |page: &dyn StoryPage, blank: &str| {
        let is_open = page.name() == open.name();
        if is_open { format!("[{}]", page.name()) } else { format!("{blank}{}{blank}", page.name()) }
    };
    let texts = |blank: &str| PAGES.iter().map(|page| text(*page, blank)).collect::<Vec<String>>();
    let wide = texts(" ");
    let texts = if of(&wide) <= room { wide } else { texts("") };
    let last = PAGES.iter().position(|page| page.name() == open.name()).unwrap_or(0);
    // The one behind it is in sight too, so that it is seen that there are more.
    let wanted = if of(&texts) <= room { texts.len() } else { (last + 2).min(texts.len()) };
    let first = (0..=last).find(|&first| of(&texts[first..wanted]) <= room).unwrap_or(last);
    let mut x = LEFT;
    let place = |(page, text): (&'static dyn StoryPage, String)| {
        let at = x;
        x = x.saturating_add(columns(wrap::width(&text) + 1));
        (page, at, text)
    };
    PAGES.into_iter().zip(texts).skip(first).map(place).collect()
}
