//! One line to type in.
//!
//! ```text
//!     ferry tend▏er      the cursor stands between characters as they are seen, never within one
//! ```
//!
//! What is typed or pasted into it is one line, cleaned as what is read ([`clean`]), and not endless. It runs as its first letter does:
//! of Hebrew the cursor is at the left of what is typed, and the arrows go the way in which they point.
//!
//! ```text
//!     this pair /▏TAOB     capitals stand for letters that run from right to left
//! ```

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::intake::clean;
use crate::keys::{Code, Key};
use crate::tui::geometry::footer::Footer;
use crate::tui::paint::order::{reorder_stretch, set_off};
use crate::tui::paint::put::{fill, put};
use crate::tui::screen::columns;
use crate::tui::state::{Reader, Reordering};
use crate::wrap::{self, Direction};

/// The longest text, in bytes; what is typed beyond it is passed over.
const LONGEST: usize = 1000;

/// A text with a cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    cursor: usize,
}

impl Field {
    /// Creates a field with a text, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut field = Self::default();
        field.insert(text);
        field
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts text in at the cursor: line breaks and tabs become spaces, and what does not belong into a line is left out.
    pub fn insert(&mut self, text: &str) {
        let mut room = LONGEST.saturating_sub(self.text.len());
        let line = text.chars().map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c }).filter(|c| !c.is_control());
        let fits = |c: &char| {
            let left = room.checked_sub(c.len_utf8());
            room = left.unwrap_or(0);
            left.is_some()
        };
        let before: String = self.text[..self.cursor].chars().chain(line.take_while(fits)).collect();
        let before = clean::typed(&before);
        self.text = clean::typed(&(before.clone() + &self.text[self.cursor..]));
        // What was put in may have joined with what follows.
        self.cursor = before.len();
        self.cursor = self.snapped();
    }

    /// Puts pasted text in at the cursor, as one line.
    pub fn paste(&mut self, text: &str) {
        self.insert(&clean::line(text));
    }

    /// Lets a key edit the text, and returns whether the text has changed.
    pub fn press(&mut self, key: Key) -> bool {
        let (length, before) = (self.text.len(), self.text.clone());
        match (key.code, key.ctrl) {
            (Code::Char(c), false) => self.insert(c.encode_utf8(&mut [0; 4])),
            (Code::Backspace, _) | (Code::Char('h'), true) => self.delete(self.before()..self.cursor),
            (Code::Char('d'), true) => self.delete(self.cursor..self.after()),
            (Code::Char('w'), true) => self.delete(self.word_before()..self.cursor),
            (Code::Char('u'), true) => self.delete(0..self.cursor),
            (Code::Char('k'), true) => self.delete(self.cursor..length),
            (Code::Left | Code::Right, _) => {
                let is_back = (key.code == Code::Left) != (self.direction() == Some(Direction::RightToLeft));
                self.cursor = if is_back { self.before() } else { self.after() };
            }
            (Code::Char('b'), true) => self.cursor = self.before(),
            (Code::Char('f'), true) => self.cursor = self.after(),
            (Code::Home, _) | (Code::Char('a'), true) => self.cursor = 0,
            (Code::End, _) | (Code::Char('e'), true) => self.cursor = length,
            _ => {}
        }
        self.text != before
    }

    fn delete(&mut self, range: std::ops::Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
        self.cursor = self.snapped();
    }

    /// Returns the byte offsets where grapheme clusters begin, and that of the end.
    fn boundaries(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.text.grapheme_indices(true).map(|(at, _)| at).chain([self.text.len()])
    }

    /// Returns the cursor, moved to the next boundary of a grapheme cluster.
    fn snapped(&self) -> usize {
        self.boundaries().find(|&at| at >= self.cursor).unwrap_or(self.text.len())
    }

    fn before(&self) -> usize {
        self.boundaries().rfind(|&at| at < self.cursor).unwrap_or(0)
    }

    fn after(&self) -> usize {
        self.boundaries().find(|&at| at > self.cursor).unwrap_or(self.text.len())
    }

    /// Returns the byte offset where the word before the cursor begins.
    fn word_before(&self) -> usize {
        let text = self.text[..self.cursor].trim_end();
        text.char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8())
    }

    /// Returns which way the text runs, if anything in it runs from right to left.
    fn direction(&self) -> Option<Direction> {
        Direction::of_text(&self.text, Direction::LeftToRight)
    }

    /// Returns the part of the text that fits so many columns: before the cursor, at it, and after it. At the end of the
    /// text a space stands for what is at the cursor.
    #[must_use]
    pub fn seen(&self, columns: usize) -> [&str; 3] {
        let at = if self.cursor < self.text.len() { &self.text[self.cursor..self.after()] } else { " " };
        let at = beginning(at, columns);
        let mut room = columns.saturating_sub(wrap::width(at));
        let mut start = self.cursor;
        for (from, cluster) in self.text[..self.cursor].grapheme_indices(true).rev() {
            let Some(left) = room.checked_sub(wrap::cluster_width(cluster)) else { break };
            (room, start) = (left, from);
        }
        let rest = &self.text[self.after()..];
        let mut end = 0;
        for (from, cluster) in rest.grapheme_indices(true) {
            let Some(left) = room.checked_sub(wrap::cluster_width(cluster)) else { break };
            (room, end) = (left, from + cluster.len());
        }
        [&self.text[start..self.cursor], at, &rest[..end]]
    }
}

/// As many characters of a cluster as fit so many columns, and at least one: a pile of jamo may have thirty columns.
fn beginning(cluster: &str, columns: usize) -> &str {
    let ends = cluster.char_indices().map(|(at, c)| at + c.len_utf8());
    let fitting = ends.clone().take_while(|&end| wrap::width(&cluster[..end]) <= columns).last();
    fitting.or(ends.min()).map_or(cluster, |end| &cluster[..end])
}

/// Draws what is typed on a row, the cursor in sight and set off by a style.
pub fn draw(field: &Field, cursor: Style, area: Rect, buffer: &mut Buffer) {
    let end = put_parts(field, cursor, area, buffer);
    if let Some(direction) = field.direction() {
        set_off::mark(buffer, (area.x..end, area.y), direction, true);
    }
}

/// Puts what is typed on a row, in logical order, and returns the column behind it.
fn put_parts(field: &Field, cursor: Style, area: Rect, buffer: &mut Buffer) -> u16 {
    let style = buffer.cell((area.x, area.y)).map(Cell::style).unwrap_or_default();
    let [before, at, after] = field.seen(usize::from(area.width));
    let x = put(buffer, area.x, area.y, before, style);
    let x = put(buffer, x, area.y, at, style.patch(cursor));
    put(buffer, x, area.y, after, style)
}

/// Returns where the cursor of a field is seen that is drawn on an area, whoever puts text from right to left in its order.
#[must_use]
pub fn cursor(field: &Field, area: Rect, by: Reordering) -> Position {
    let last = area.right().saturating_sub(1);
    let at = match field.direction() {
        None => area.x.saturating_add(columns(wrap::width(field.seen(usize::from(area.width))[0]))),
        Some(direction) => {
            // Looks go where the letters go.
            let mut row = Buffer::empty(Rect { height: 1, ..area });
            let end = put_parts(field, Style::new().add_modifier(Modifier::REVERSED), area, &mut row);
            reorder_stretch(&mut row, area.y, (area.x..end, direction), by);
            let is_it = |x: &u16| row.cell((*x, area.y)).is_some_and(|cell| cell.modifier.contains(Modifier::REVERSED));
            (area.x..end).find(is_it).unwrap_or(area.x)
        }
    };
    Position::new(at.min(last), area.y)
}

/// Returns the part of the last line in which is typed, between a label and what stands beside it.
#[must_use]
pub fn prompt_area(reader: &Reader, label: &str, footer: &Footer) -> Rect {
    let start = columns(1 + wrap::width(label));
    Rect::new(start, reader.rows.screen.height.saturating_sub(1), footer.left().saturating_sub(start + 1), 1)
}

/// Draws a prompt on the last line: a label, what is typed, and what stands beside it.
pub fn draw_prompt(reader: &Reader, label: &str, field: &Field, footer: &Footer, buffer: &mut Buffer) {
    let screen = reader.rows.screen;
    let row = Rect::new(0, screen.height - 1, screen.width, 1);
    fill(buffer, row, " ", reader.theme.head);
    put(buffer, footer.room.0, row.y, &footer.said, reader.theme.quiet);
    for placed in &footer.hints {
        put(buffer, placed.column, row.y, &placed.hint.to_string(), reader.theme.quiet);
    }
    put(buffer, 1, row.y, label, reader.theme.focus);
    draw(field, reader.theme.chosen, prompt_area(reader, label, footer), buffer);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keys::parse;

    /// Returns the text after keys, the cursor as `|`.
    fn typed(keys: &str) -> String {
        let mut field = Field::default();
        for key in parse(keys).expect("the keys are known") {
            field.press(key);
        }
        format!("{}|{}", &field.text[..field.cursor], &field.text[field.cursor..])
    }

    #[test]
    fn editing() {
        assert_eq!(typed("one two"), "one two|");
        assert_eq!(typed("one<Left><Left>x"), "ox|ne");
        assert_eq!(typed("one<Home>x<End>y"), "xoney|");
        assert_eq!(typed("one two  <C-w>"), "one |");
        assert_eq!(typed("one two<C-w><C-w><C-w>"), "|");
        assert_eq!(typed("one two<Left><C-u>"), "|o");
        assert_eq!(typed("one two<Left><Left><C-k>"), "one t|");
        assert_eq!(typed("one<BS><BS>"), "o|");
        assert_eq!(typed("one<Home><BS><C-d>"), "|ne");
    }

    #[test]
    fn the_cursor_passes_what_is_seen_as_one() {
        assert_eq!(typed("e\u{301}x<Left><Left>"), "|e\u{301}x");
        assert_eq!(typed("ae\u{301}<BS>"), "a|");
        assert_eq!(typed("👩‍👧灯<Left><BS>"), "|灯");
        assert_eq!(typed("👩👧<Left>\u{200D}"), "👩\u{200D}👧|");
    }

    #[test]
    fn pasted_lines_are_one_line() {
        assert_eq!(Field::new("one\ntwo\t\x1b[31mthree").text(), "one two [31mthree");
        assert_eq!(Field::new(&"é".repeat(9999)).text().len(), LONGEST);
    }

    #[test]
    fn what_is_typed_is_cleaned_as_what_is_read() {
        assert_eq!(typed("x\u{2028}y\u{2029}z"), "x y z|");
        assert_eq!(typed("x\u{FFFF}y\u{FDD0}z"), "x\u{FFFD}y\u{FFFD}z|");
        assert_eq!(typed("x\u{E0041}y\u{202E}\u{200B}z\u{9B}\u{FEFF}"), "xyz|");
        assert_eq!(typed(&format!("e{}x", "\u{301}".repeat(100))), format!("e{}x|", "\u{301}".repeat(8)));
        let joined = typed(&"\u{1F468}\u{200D}".repeat(20));
        let longest = joined.graphemes(true).map(|cluster| cluster.chars().count()).max();
        assert!(longest.is_some_and(|longest| longest <= clean::LONGEST));
        assert_eq!(joined.matches('\u{1F468}').count(), 20);
    }

    #[test]
    fn a_flag_is_typed_tag_by_tag() {
        let (scotland, tag) = ("\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "\u{E0067}");
        assert_eq!(typed(&format!("a {scotland}b")), format!("a {scotland}b|"));
        assert_eq!(Field::new(scotland).text(), scotland);
        assert_eq!(typed(&format!("\u{1F3F4}{tag}b")), "\u{1F3F4}b|");
        assert_eq!(typed(&format!("a{tag}b")), "ab|");
    }

    #[test]
    fn a_long_text_shows_the_cursor() {
        assert_eq!(Field::new("three boats").seen(6), ["boats", " ", ""]);
        let mut field = Field::new("three boats");
        field.press(Key { code: Code::Home, ctrl: false });
        assert_eq!(field.seen(6), ["", "t", "hree "]);
        assert_eq!(Field::new("灯台は").seen(6), ["台は", " ", ""]);
        assert_eq!(Field::new("one").seen(0), ["", " ", ""]);
        let mut field = Field::new(&"\u{1100}".repeat(8));
        field.press(Key { code: Code::Home, ctrl: false });
        assert_eq!(field.seen(7), ["", &"\u{1100}".repeat(3), ""]);
    }

    proptest! {
        #[test]
        fn any_keys_leave_the_cursor_between_clusters(keys in prop::collection::vec(0_usize..16, 0..60), columns in 0_usize..9) {
            let names = parse("ae\u{301}\u{1100}灯🇩 <Left><Right><BS><C-w><Home>\u{200D}\u{1F3F4}\u{E0067}\u{600}").expect("the keys are known");
            let mut field = Field::default();
            for key in keys {
                field.press(names[key]);
                prop_assert!(field.boundaries().any(|at| at == field.cursor));
                let seen = field.seen(columns.max(2)).concat();
                prop_assert!(wrap::width(&seen) <= columns.max(2) + 1);
            }
        }
    }
}
