//! What was said that matters, to be read again: of the configuration, of the files, of what went wrong.
//!
//! ```text
//!     ┌─ Messages ─────────────────────────────────────────────────────┐
//!     │   1   ~/.config/diptych/config.toml:3: no option is called     │   whole, the first one first
//!     │       them; did you mean theme                                 │
//!     │   2   b.txt: read as windows-1252                              │
//!     └────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;

use super::pager::Pager;
use crate::keys::{Hint, Key};
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::footer::Footer;
use crate::tui::state::Reader;

/// The messages of this sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    pager: Pager,
}

impl Messages {
    /// Opens the messages; if there are none, says so.
    pub fn open(reader: &mut Reader) -> Option<Self> {
        let messages = reader.status.messages();
        if messages.is_empty() {
            reader.status.notice = Some("no messages so far".to_owned());
            return None;
        }
        let line = |(index, text): (usize, &String)| HelpLine::new((index + 1).to_string(), text.clone());
        let lines = messages.iter().enumerate().map(line).collect();
        Some(Self { pager: Pager::new("Messages", lines) })
    }
}

impl Component for Messages {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        self.pager.press(reader, key)
    }

    fn paste(&mut self, reader: &mut Reader, text: &str) {
        self.pager.paste(reader, text);
    }

    fn lines_a_notch(&self) -> usize {
        3
    }

    fn placement(&self, reader: &Reader) -> Placement {
        self.pager.placement(reader)
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        self.pager.draw(reader, self.footer(reader).as_ref(), buffer);
    }

    fn caption(&self, _: &Reader) -> Option<String> {
        self.pager.caption()
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        self.pager.hints(reader)
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        [HelpLine::heading("Messages")].into_iter().chain(Pager::help(reader)).collect()
    }

    fn is_typed_in(&self) -> bool {
        self.pager.is_typed_in()
    }

    fn footer(&self, reader: &Reader) -> Option<Footer> {
        self.pager.footer(reader, self.all_hints(reader))
    }
}
