//! Why a link stands: what it rests on, in a box.
//!
//! ```text
//!     ┌─ Why A¶4 and B¶7 are linked ─────────────────────────────────────┐
//!     │ edited: 29 of 35 words here and 29 of 34 there are shared        │
//!     │ moved: outside the order that most words keep                    │
//!     │ found where it crosses the order, by its words; odds 98 in 100   │
//!     │ rests on: spies, with easy ways to report, praise and prizes     │
//!     └──────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;

use super::overlay::Room;
use crate::present::reasons;
use crate::tui::model::Model;
use crate::tui::paint::put_within;
use crate::wrap;

/// The widest line in the box.
const MEASURE: usize = 70;

/// Draws the reason of the link at the cursor.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some((lines, room)) = opened(model) else { return };
    let area = room.draw(model, buffer);
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        put_within(buffer, area.x, y, area.width, line, model.theme.text);
    }
}

/// The room that it takes.
pub(super) fn room(model: &Model) -> Option<Room> {
    opened(model).map(|(_, room)| room)
}

/// The lines, and the room that they take.
fn opened(model: &Model) -> Option<(Vec<String>, Room)> {
    let link = &model.pair.comparison.links[model.band()?.link?];
    let measure = MEASURE.min(usize::from(model.screen.width).saturating_sub(4)).max(1);
    let wrapped =
        |text: &String| wrap::wrap(text, measure).into_iter().map(|line| text[line.range()].to_owned()).collect();
    let lines: Vec<String> = reasons::reasons(link, &model.pair.story.rests_on(model.pair.shown, &link.blocks))
        .iter()
        .flat_map(|text| -> Vec<String> { wrapped(text) })
        .collect();
    let columns = lines.iter().map(|line| wrap::width(line)).max().unwrap_or(0);
    let room =
        Room { columns, lines: lines.len(), title: format!(" {} ", reasons::title(&model.pair.letters(), link)) };
    Some((lines, room))
}
