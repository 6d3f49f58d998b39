//! Where an article is pasted, or typed.
//!
//! ```text
//!     ┌─ Paste an article ─────────────────────────────────────────┐
//!     │ Paste it here with the terminal's own keys, or type it.    │
//!     │ It may come in pieces.                                     │
//!     │                                                            │
//!     │ 312 words in 9 lines                                       │
//!     │ Three boats were withdrawn                                 │   how it begins
//!     │ …                                                          │
//!     │ Tickets will not rise before spring.▏                      │   and ends
//!     └────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use unicode_segmentation::UnicodeSegmentation;

use crate::intake::clean;
use crate::keys::{Code, Hint, Key};
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::mouse::Mouse;
use crate::tui::paint::frame;
use crate::tui::paint::put::put_within;
use crate::tui::screen::columns;
use crate::tui::state::{Effect, Reader};
use crate::unicode::dashes::SOFT_HYPHEN;
use crate::wrap::Direction;
use crate::{words, wrap};

/// The columns of the box, inside.
const COLUMNS: usize = 66;

/// The lines of the text that are shown, at most: half of them its first ones.
const SHOWN: usize = 8;

/// The longest text, in bytes.
const LONGEST: usize = 16 << 20;

const INVITATION: &str = "Paste it here with the terminal's own keys, or type it. It may come in pieces.";

/// An article in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paste {
    /// What has come, as it came, but for line ends.
    text: String,
    /// Whether the next key that closes drops it.
    is_leaving: bool,
}

impl Paste {
    /// Adds what has come. A terminal ends the lines of a paste as its key does.
    fn add(&mut self, reader: &mut Reader, piece: &str) {
        // What was parted between two pieces is one line end.
        let piece = if self.text.ends_with('\r') { piece.strip_prefix('\n').unwrap_or(piece) } else { piece };
        if self.text.len() + piece.len() > LONGEST {
            reader.status.notice = Some(format!("longer than {} MB: the rest is not taken", LONGEST >> 20));
        }
        let room = LONGEST.saturating_sub(self.text.len());
        let end = (0..=room.min(piece.len())).rfind(|&end| piece.is_char_boundary(end)).unwrap_or(0);
        self.text.push_str(&piece[..end]);
    }

    fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Deletes the last character as it is seen.
    fn delete(&mut self) {
        let last = self.text.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        self.text.truncate(last);
    }

    /// Closes, but not at once if something would be lost.
    fn leave(&mut self, reader: &mut Reader) -> Outcome {
        if self.is_leaving || self.is_empty() {
            return Outcome::Close;
        }
        self.is_leaving = true;
        reader.status.notice = Some("nothing is taken yet: Ctrl-D takes it, Esc once more drops it".to_owned());
        Outcome::Stay
    }

    /// Hands it over, if there is anything.
    fn take(&mut self, reader: &mut Reader) -> Outcome {
        if self.is_empty() {
            reader.status.notice = Some("nothing is pasted yet".to_owned());
            return Outcome::Stay;
        }
        reader.outbox.effects.push(Effect::Paste(std::mem::take(&mut self.text)));
        Outcome::Close
    }

    /// Returns the lines of the box.
    fn lines(&self, reader: &Reader) -> Vec<String> {
        let measure = COLUMNS.min(usize::from(reader.rows.screen.width).saturating_sub(4)).max(1);
        let invitation = wrap::wrap(INVITATION, measure).into_iter().map(|line| INVITATION[line.range()].to_owned());
        let mut lines: Vec<String> = invitation.chain([String::new()]).collect();
        let text = clean::text(&self.text).replace(SOFT_HYPHEN, "");
        let written: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        let words = words::count(&text);
        lines.push(format!("{} in {}", counted(words, "word"), counted(written.len(), "line")));
        let shown = |line: &&str| {
            let cut: String = line.chars().take(measure + 1).collect();
            wrap::isolated(&cut, Direction::of_text(line, Direction::default())).into_owned()
        };
        if written.len() <= SHOWN {
            lines.extend(written.iter().map(shown));
        } else {
            lines.extend(written[..SHOWN / 2].iter().map(shown));
            lines.push("…".to_owned());
            lines.extend(written[written.len() - SHOWN / 2..].iter().map(shown));
        }
        lines
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn size(lines: &[String]) -> BoxSize {
    BoxSize { columns: COLUMNS, lines: lines.len(), title: " Paste an article ".to_owned() }
}

impl Component for Paste {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        let is_leaving = std::mem::take(&mut self.is_leaving);
        match (key.code, key.ctrl) {
            _ if reader.leaves(key) => return Outcome::Quit,
            (Code::Esc, _) => {
                self.is_leaving = is_leaving;
                return self.leave(reader);
            }
            (Code::Char('d'), true) => return self.take(reader),
            (Code::Char('u'), true) => self.text.clear(),
            (Code::Backspace, _) | (Code::Char('h'), true) => self.delete(),
            (Code::Enter, _) | (Code::Char('j' | 'm'), true) => self.add(reader, "\n"),
            (Code::Tab, _) => self.add(reader, "\t"),
            (Code::Char(c), false) => self.add(reader, c.encode_utf8(&mut [0; 4])),
            _ => {}
        }
        Outcome::Stay
    }

    fn paste(&mut self, reader: &mut Reader, text: &str) {
        self.is_leaving = false;
        self.add(reader, text);
    }

    /// Does nothing: a click beside the box is no reason to lose what was pasted.
    fn mouse(&mut self, _: &mut Reader, _: Mouse) -> Outcome {
        Outcome::Stay
    }

    fn placement(&self, reader: &Reader) -> Placement {
        Placement::Box(size(&self.lines(reader)).outer(&reader.rows.screen))
    }

    fn typed_at(&self, reader: &Reader) -> Option<Position> {
        let lines = self.lines(reader);
        let inner = size(&lines).inner(&reader.rows.screen);
        // An empty text begins below its count.
        let (line, text) =
            if self.text.is_empty() { (lines.len(), "") } else { (lines.len() - 1, &*lines[lines.len() - 1]) };
        let (x, y) = (inner.x.saturating_add(columns(wrap::width(text))), inner.y.saturating_add(columns(line)));
        Some(Position::new(x.min(inner.right().saturating_sub(1)), y.min(inner.bottom().saturating_sub(1))))
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        let lines = self.lines(reader);
        let area = frame::draw(&size(&lines), reader, buffer);
        for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
            put_within(buffer, area.x, y, area.width, line, reader.theme.text);
        }
    }

    // Where letters are typed these keys are always the same.
    fn hints(&self, _: &Reader) -> Vec<Hint> {
        let keys = [(Key::ctrl('u'), "empty it"), (Key::plain(Code::Esc), "close"), (Key::ctrl('d'), "take it")];
        keys.map(|(key, meaning)| Hint::fixed(&[key], meaning)).to_vec()
    }

    fn help(&self, _: &Reader) -> Vec<HelpLine> {
        vec![
            HelpLine::heading("Paste an article"),
            HelpLine::new("paste", "with the terminal's own keys, in pieces too; or type it"),
            HelpLine::new("Ctrl-D", "take it as an article"),
            HelpLine::new("Backspace", "delete the last character"),
            HelpLine::new("Ctrl-U", "empty it"),
            HelpLine::new("Esc", "close; what has come is dropped only if it is pressed twice"),
            HelpLine::new(":save", "afterwards: writes what was pasted to a file; till then it is in memory only"),
        ]
    }

    fn is_typed_in(&self) -> bool {
        true
    }
}
