//! The whole of a comparison on one page as tall as it is, for a picture.
//!
//! ```text
//!      ferry                                      (1 A Coast Wire) (2 B Harbour Ledger)   tabs
//!      A  Coast Wire  16 Jun · 352 words      │       │ B  Harbour Ledger                 heads
//!      Plans for new ferries were first …     │13 ~  3│ Plans for new ferries …           all rows, without a cursor
//!      …                                      │       │ …
//!      = same   ~ edited   ≈ reworded   < > only on that side   ↑ ↓ moved                 signs; no last line
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Model;
use super::state::{Message, Opening, Settings};
use super::view::view;

/// The most rows of a page, in cells: some thirty thousand words in two columns. A picture of more would be no use to anybody, and
/// what opens it would not.
pub const TALLEST: u16 = 8_000;

/// The rows that stand around the text: tabs, heads, rules and the last line; and the fewest of a page, which has rules.
const AROUND: u16 = 5;
const SHORTEST: u16 = 12;

/// A page, and how much of the comparison is on it.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its cells.
    pub cells: Buffer,
    /// How many rows stand on it, of how many.
    pub rows: (usize, usize),
}

/// Draws the two articles that a reader would open with on a page of its width.
///
/// Cost: linear in the text, up to [`TALLEST`].
#[must_use]
pub fn page(opening: Opening) -> Page {
    let settings = Settings { is_page: true, ..opening.settings.clone() };
    let mut model = Model::new(Opening { settings, greets: true, messages: Vec::new(), ..opening });
    model.run_jobs();
    let (width, _) = model.reader.rows.screen.full();
    let all = model.reader.rows.layout.rows.len();
    let shown = all.min(usize::from(TALLEST - AROUND));
    let height = u16::try_from(shown).unwrap_or(TALLEST).max(SHORTEST - AROUND) + AROUND;
    model.update(Message::Resize(width, height));
    let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
    view(&model.reader, model.layers(), &mut cells);
    // The last line is for who moves about.
    cells.resize(Rect::new(0, 0, width, height - 1));
    Page { cells, rows: (shown, all) }
}
