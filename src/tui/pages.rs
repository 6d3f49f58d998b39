//! Where on the screen the parts of a page of the whole story stand.
//!
//! ```text
//!     [sharing]  passages   source   headlines      the names of the pages
//!
//!     Shared wording                                TOP: the page's head …
//!                        in A      in E
//!    ▸A Meridian Wire       ·   █ 63%·45            … and its items, the chosen one marked
//! ```
//!
//! The view draws them and the mouse hits them, so both ask here.

use super::model::{Model, Overview, Page as Name};
use super::screen::columns;
use crate::layout::PageSetup;
use crate::pages::{self as story, Page, Sight};
use crate::present::Line;
use crate::wrap;

/// The row of the names of the pages.
pub const NAMES: u16 = 1;

/// The first row of a page.
pub const TOP: u16 = 3;
/// The column that the lines of a page begin at; the mark of the chosen item stands before it.
pub const LEFT: u16 = 1;

/// How pages are set on the screen.
fn setup(model: &Model) -> PageSetup {
    PageSetup { width: usize::from(model.screen.width.saturating_sub(2 * LEFT)), ..model.settings.setup }
}

/// Returns the page that is open, if what it shows is known.
#[must_use]
pub fn page<'m>(model: &'m Model, view: &Overview) -> Option<Page<'m>> {
    let (story, setup) = (&model.story, setup(model));
    let sight = Sight::Chosen(view.row, view.column);
    let whole = model.known.analysis.as_deref();
    let from = model.known.perspective.as_deref();
    match view.page {
        Name::Sharing => Some(story::sharing(story, whole?, sight, setup)),
        Name::Passages => Some(story::passages(story, whole?, &from?.presence, view.filter, sight, setup)),
        Name::Source => Some(story::source(story, whole?, from?, setup)),
        Name::Headlines => Some(story::headlines(story, setup)),
    }
}

/// The items in sight, each line with its item and which of the item's lines it is; and the row of the first of them.
#[must_use]
pub fn in_sight(model: &Model, view: &Overview, page: &Page<'_>) -> (u16, Vec<(usize, usize, Line<'static>)>) {
    let top = TOP.saturating_add(columns(page.head.len()));
    let room = model.screen.height.saturating_sub(top + 1);
    (top, page.in_sight(view.row, usize::from(room)))
}

/// Returns the item that stands at a column and a row of the screen, and which of the page's columns.
#[must_use]
pub fn hit(model: &Model, view: &Overview, x: u16, y: u16) -> Option<(usize, Option<usize>)> {
    let page = page(model, view)?;
    let (top, items) = in_sight(model, view, &page);
    let (item, ..) = items.get(usize::from(y.checked_sub(top)?))?;
    Some((*item, page.column_at(usize::from(x.saturating_sub(LEFT)))))
}

/// Where the name of each page stands in its row: `[sharing]`, and its columns.
#[must_use]
pub fn names(open: Name) -> Vec<(Name, u16, String)> {
    let mut x = LEFT;
    let place = |page: Name| {
        let text = if page == open { format!("[{}]", page.name()) } else { format!(" {} ", page.name()) };
        let at = x;
        x = x.saturating_add(columns(wrap::width(&text) + 1));
        (page, at, text)
    };
    Name::ALL.into_iter().map(place).collect()
}
