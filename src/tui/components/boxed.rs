//! Sentences in a box over the text, gone through where there is not room for all.
//!
//! ```text
//!     ┌─ Why A¶4 and B¶7 are linked ──────────────┐
//!     │ edited: 29 of 35 words here and …         │
//!     │ ↑ 3   ↓ 12 more                           │
//!     └───────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::keys::{Action, Key};
use crate::tui::component::Placement;
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::geometry::reading;
use crate::tui::paint::frame;
use crate::tui::paint::put::put_within;
use crate::tui::state::Reader;
use crate::wrap;
use crate::wrap::isolates::in_lines;

/// The widest line in the box.
const MEASURE: usize = 70;

/// Sentences under a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoxedText {
    /// The title in the frame.
    pub title: String,
    /// The sentences; spaces at the beginning set all lines of one back.
    pub sentences: Vec<String>,
    /// The first line shown, where there is not room for all.
    first: usize,
}

impl BoxedText {
    /// Makes a box.
    pub fn new(title: String, sentences: Vec<String>) -> Self {
        Self { title, sentences, first: 0 }
    }

    /// Puts sentences before all others.
    pub fn begin_with(&mut self, sentences: impl IntoIterator<Item = String>) {
        self.sentences.splice(0..0, sentences);
    }

    /// Wraps the sentences for the screen, each number on the line of its sign, and each dot on that of the word before it.
    fn lines(&self, reader: &Reader) -> Vec<String> {
        let measure = MEASURE.min(usize::from(reader.rows.screen.width).saturating_sub(4)).max(1);
        let wrapped = |text: &String| {
            let unbroken = unbroken(text.trim_start());
            let indent = (text.len() - text.trim_start().len()).min(measure / 2);
            let lines = wrap::wrap(&unbroken, measure - indent);
            let lines = in_lines(lines.iter().map(|line| &unbroken[line.range()]));
            lines.map(|line| " ".repeat(indent) + &line.replace('\u{a0}', " ")).collect::<Vec<_>>()
        };
        self.sentences.iter().flat_map(wrapped).collect()
    }

    fn size(&self, lines: &[String]) -> BoxSize {
        let columns = lines.iter().map(|line| wrap::width(line)).max().unwrap_or(0);
        BoxSize { columns, lines: lines.len(), title: self.title.clone() }
    }

    /// Returns how many lines there are, and for how many there is room.
    fn counted(&self, reader: &Reader) -> (usize, usize) {
        let lines = self.lines(reader);
        (lines.len(), usize::from(self.size(&lines).inner(&reader.rows.screen).height))
    }

    /// Tells whether there is more than there is room for.
    pub fn has_more(&self, reader: &Reader) -> bool {
        let (count, rows) = self.counted(reader);
        count > rows
    }

    /// Goes through what has more than there is room for. Returns whether a key did so.
    pub fn goes_on(&mut self, reader: &Reader, key: Key) -> bool {
        let (count, rows) = self.counted(reader);
        let page = rows.saturating_sub(2).max(1).cast_signed();
        let step = match reader.asked(key) {
            _ if count <= rows => None,
            Some(Action::RowDown) => Some(1),
            Some(Action::RowUp) => Some(-1),
            Some(Action::HalfDown | Action::PageDown) => Some(page),
            Some(Action::HalfUp | Action::PageUp) => Some(-page),
            Some(Action::Start) => Some(isize::MIN / 2),
            Some(Action::End) => Some(isize::MAX / 2),
            _ => None,
        };
        if let Some(step) = step {
            self.first = self.first.saturating_add_signed(step).min(count + 1 - rows);
        }
        step.is_some()
    }

    /// Returns where it stands.
    pub fn placement(&self, reader: &Reader) -> Placement {
        Placement::Box(self.area(reader, &self.lines(reader)))
    }

    /// Returns where it stands: clear of the block at the cursor and of what it is linked with, as far as there is room.
    fn area(&self, reader: &Reader, lines: &[String]) -> Rect {
        self.size(lines).clear_of(&reader.rows.screen, &reading::rows_on_screen(reader))
    }

    /// Draws it.
    pub fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        let lines = self.lines(reader);
        let area = frame::draw_at(self.area(reader, &lines), &self.title, reader, buffer);
        let rows = usize::from(area.height);
        let is_cut = lines.len() > rows;
        // The last row says how much there is above and below.
        let shown = if is_cut { rows.saturating_sub(1) } else { rows };
        let first = if is_cut { self.first.min(lines.len() - shown) } else { 0 };
        for (line, y) in lines.iter().skip(first).take(shown).zip(area.top()..area.bottom()) {
            put_within(buffer, area.x, y, area.width, line, reader.theme.text);
        }
        let above = (first > 0).then(|| format!("↑ {first}"));
        let below =
            lines.len().checked_sub(first + shown).filter(|&below| below > 0).map(|below| format!("↓ {below} more"));
        if is_cut {
            let more = above.into_iter().chain(below).collect::<Vec<_>>().join("   ");
            put_within(buffer, area.x, area.bottom().saturating_sub(1), area.width, &more, reader.theme.quiet);
        }
    }
}

/// Binds a sign of per cent to its number, and a dot between two parts to the word before it: no line begins with either.
fn unbroken(text: &str) -> String {
    text.replace(" %", "\u{a0}%").replace(" · ", "\u{a0}· ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_begins_with_a_dot_or_a_sign_of_per_cent() {
        let text = unbroken("in common: Quay at Holm · rotten planks · 40 piles · 12 % of them · Edda Brandt");
        for measure in 12..60 {
            let lines = wrap::wrap(&text, measure);
            let begins = |sign: char| lines.iter().any(|line| text[line.range()].starts_with(sign));
            assert!(!begins('·') && !begins('%'), "{measure}");
        }
    }
}
