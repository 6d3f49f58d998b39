//! The model, drawn: a function of the model and nothing else.
//!
//! ```text
//!      ferry                                    1 A Coast Wire   2 B Harbour Ledger   …   chrome: tabs
//!      A  Coast Wire  16 Jun · 352 words      │       │ B  Harbour Ledger                 heads
//!     ────────────────────────────────────────┼───────┼──────────────────────────────
//!      Plans for new ferries were first …     │13 ~  3│ Plans for new ferries …         body: panes
//!                                             │       │                                 and gutter
//!     ────────────────────────────────────────┴───────┴──────────────────────────────
//!      ¶ 2 of 14 · difference 3 of 22               ] next  . other outlet  ? help        chrome: status
//! ```

mod aside;
mod body;
mod chrome;
mod dots;
mod help;
mod highlights;
mod list;
mod map;
mod overlay;
mod ruler;
mod search;
mod selection;
mod signs;
mod whole;
mod why;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::model::{Help, Model, Overlay};
use super::paint::put;
use super::screen::SMALLEST;

/// Draws the model on the whole of a buffer.
///
/// Cost: linear in what is visible, whatever the length of the articles.
pub fn view(model: &Model, buffer: &mut Buffer) {
    draw(model, buffer);
    signs::exchange(model.settings.setup, buffer);
}

fn draw(model: &Model, buffer: &mut Buffer) {
    let area = buffer.area;
    buffer.set_style(area, model.theme.text);
    if model.screen.is_too_small() {
        let (width, height) = SMALLEST;
        put(buffer, area.x, area.y, &format!("too small: {width}×{height} needed"), model.theme.text);
        return;
    }
    chrome::tabs(model, buffer);
    if let Some(Overlay::Map(chosen) | Overlay::Help(Help { map: Some(chosen), .. })) = model.overlay {
        map::draw(model, chosen, buffer);
        if let Some(Overlay::Help(help)) = model.overlay {
            help::draw(model, help, buffer);
        }
        return;
    }
    chrome::heads(model, buffer);
    chrome::rules(model, buffer);
    body::draw(model, buffer);
    selection::draw(model, buffer);
    ruler::draw(model, buffer);
    chrome::status(model, buffer);
    match &model.overlay {
        Some(Overlay::Help(help)) => help::draw(model, *help, buffer),
        Some(Overlay::Picker(picker)) => list::picker(model, picker, buffer),
        Some(Overlay::Palette(palette)) => list::palette(model, palette, buffer),
        Some(Overlay::Story) => whole::draw(model, buffer),
        Some(Overlay::Aside(list)) => aside::draw(model, list, buffer),
        Some(Overlay::Why) => why::draw(model, buffer),
        Some(Overlay::Search(_) | Overlay::Map(_)) | None => {}
    }
}

/// Where on the screen a box stands that is open over the text, its border included; `None` if there is none.
#[must_use]
pub fn overlay_area(model: &Model) -> Option<Rect> {
    let room = match model.overlay.as_ref()? {
        Overlay::Help(help) => help::room(model, *help),
        Overlay::Picker(picker) => list::picker_room(model, picker),
        Overlay::Palette(palette) => list::palette_room(model, palette),
        Overlay::Why => why::room(model)?,
        Overlay::Search(_) | Overlay::Map(_) | Overlay::Story | Overlay::Aside(_) => return None,
    };
    Some(room.outer(model))
}
