//! What was said that matters, to be read again: of the configuration, of the files, of what went wrong.
//!
//! ```text
//!     ┌─ Messages ─────────────────────────────────────────────────────┐
//!     │   1   ~/.config/diptych/config.toml:3: no option is called     │   whole, the first one first
//!     │       them; did you mean theme                                 │
//!     │   2   b.txt: read as windows-1252                              │
//!     └────────────────────────────────────────────────────────────────┘
//! ```

use super::pager::{Contents, Pager};
use crate::tui::component::HelpLine;
use crate::tui::state::Reader;

/// Returns the messages of this sitting; if there are none, says so.
pub fn open(reader: &mut Reader) -> Option<Pager> {
    let messages = reader.status.messages();
    if messages.is_empty() {
        reader.status.notice = Some("no messages so far".to_owned());
        return None;
    }
    let line = |(index, text): (usize, &String)| HelpLine::new((index + 1).to_string(), text.clone());
    Some(Pager::new(Contents::Messages, messages.iter().enumerate().map(line).collect()))
}
