//! The screen, drawn: a function of the reader and of what is open, and nothing else.
//!
//! ```text
//!      ferry                                    1 A Coast Wire   2 B Harbour Ledger   …   chrome: tabs
//!      A  Coast Wire  16 Jun · 352 words      │       │ B  Harbour Ledger                 heads
//!     ────────────────────────────────────────┼───────┼──────────────────────────────
//!      Plans for new ferries were first …     │13 ~  3│ Plans for new ferries …         body: panes
//!                                             │       │                                 and gutter
//!     ────────────────────────────────────────┴───────┴──────────────────────────────
//!      ¶ 2 of 14 · difference 3 of 22               ] next  . other outlet  ? help        status
//! ```

mod body;
mod highlights;
mod order;
mod ruler;
mod selection;
mod status;

pub use status::footer;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::component::{Component, Placement};
use super::geometry::reading::reading_place;
use super::paint::put::put;
use super::paint::{chrome, signs};
use super::screen::SMALLEST;
use super::state::Reader;

/// Draws the reader, and what is open over the text, on the whole of a buffer.
///
/// Cost: linear in what is visible, whatever the length of the articles.
pub fn view(reader: &Reader, layers: &[Box<dyn Component>], buffer: &mut Buffer) {
    draw(reader, layers, buffer);
    signs::exchange(reader.settings.setup, buffer);
}

/// Where the terminal's own cursor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TerminalCursor {
    /// The cell.
    pub at: Position,
    /// Whether it is shown: where text is typed.
    pub is_shown: bool,
}

/// Returns where the terminal's own cursor is: in the line where text is typed, so that an input method opens there, else at
/// the reading row, hidden, so that what reads the screen aloud follows the reader.
#[must_use]
pub fn cursor(reader: &Reader, layers: &[Box<dyn Component>]) -> TerminalCursor {
    let typed = layers.last().filter(|_| !reader.rows.screen.is_too_small()).and_then(|top| top.typed_at(reader));
    let at = typed.unwrap_or_else(|| reading_place(reader));
    let (width, height) = reader.rows.screen.full();
    let at = Position::new(at.x.min(width.saturating_sub(1)), at.y.min(height.saturating_sub(1)));
    TerminalCursor { at, is_shown: typed.is_some() }
}

fn draw(reader: &Reader, layers: &[Box<dyn Component>], buffer: &mut Buffer) {
    let area = buffer.area;
    buffer.set_style(area, reader.theme.text);
    if reader.rows.screen.is_too_small() {
        let (width, height) = SMALLEST;
        put(buffer, area.x, area.y, &format!("too small: {width}×{height} needed"), reader.theme.text);
        return;
    }
    chrome::tabs(reader, buffer);
    // What has the whole screen hides what is below it.
    let mut placed = Vec::new();
    let whole = layers.iter().rposition(|layer| layer.placement(reader) == Placement::Screen);
    if whole.is_none() {
        chrome::heads(reader, buffer);
        chrome::rules(reader, !layers.is_empty(), buffer);
        body::draw(reader, buffer);
        selection::draw(reader, buffer);
        ruler::draw(reader, buffer);
        placed = order::lines(reader, !layers.is_empty(), buffer);
    }
    for layer in &layers[whole.unwrap_or(0)..] {
        layer.draw(reader, buffer);
    }
    // What is on top has the last line, whatever is typed in below it.
    status::draw(reader, layers, buffer);
    let area = |layer: &dyn Component| match layer.placement(reader) {
        Placement::Box(area) => Some(area),
        Placement::Line | Placement::Panel | Placement::Screen => None,
    };
    let over = if placed.is_empty() { &[] } else { layers };
    let boxes: Vec<_> = over.iter().filter_map(|layer| area(layer.as_ref())).collect();
    order::rest(reader, &placed, &boxes, buffer);
}
