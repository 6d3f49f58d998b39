//! What can open over the text, or beside it: a component with its own state, keys, hints, help and drawing.
//!
//! ```text
//!     key, mouse, paste ─► Component ─► Outcome ─► the model: stays, closes it, does an action
//!                              │
//!                              └ changes the reader through `update`
//! ```
//!
//! The model holds what is open, the last one on top; that one has the keys. A new one is a file in
//! [`components`](super::components), and a line in the table there.

use std::any::Any;
use std::borrow::Cow;
use std::fmt;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::geometry::footer::Footer;
use super::mouse::{Mouse, MouseKind};
use super::state::Reader;
use crate::keys::{Action, Code, Hint, Key, is_no_text};

/// What is open over the text.
pub trait Component: Any + fmt::Debug {
    /// Lets a key do what it does here. Where keys are actions, [`Reader::asked`] says which one it is.
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome;

    /// Lets the mouse do what it does here: as a rule the wheel is as good as the arrows, and a click beside a box closes
    /// it.
    fn mouse(&mut self, reader: &mut Reader, mouse: Mouse) -> Outcome {
        let code = match mouse.kind {
            MouseKind::Press => {
                reader.status.notice = None;
                let at = Position::new(mouse.column, mouse.row);
                return match self.placement(reader) {
                    Placement::Box(area) if !area.contains(at) => Outcome::Close,
                    _ => self.click(reader, at),
                };
            }
            MouseKind::WheelDown => Code::Down,
            MouseKind::WheelUp => Code::Up,
            MouseKind::PressOther | MouseKind::Drag | MouseKind::Release => return Outcome::Stay,
        };
        for _ in 0..self.lines_a_notch() {
            reader.begin();
            match self.key(reader, Key { code, ctrl: false }) {
                Outcome::Stay => {}
                outcome => return outcome,
            }
        }
        Outcome::Stay
    }

    /// Lets a click do what it does here.
    fn click(&mut self, _reader: &mut Reader, _at: Position) -> Outcome {
        Outcome::Stay
    }

    /// Returns how many lines the wheel turns at once.
    fn lines_a_notch(&self) -> usize {
        1
    }

    /// Takes pasted text; where nothing is typed, it is no command.
    fn paste(&mut self, _reader: &mut Reader, _text: &str) {}

    /// Takes up what is known now of the whole story: findings came, or the story is another one.
    fn refresh(&mut self, _reader: &mut Reader) {}

    /// Returns which part of the screen it has.
    fn placement(&self, reader: &Reader) -> Placement;

    /// Draws it on its part of the screen.
    fn draw(&self, reader: &Reader, buffer: &mut Buffer);

    /// Returns where text is typed into it; `None` where none is.
    fn typed_at(&self, _reader: &Reader) -> Option<Position> {
        None
    }

    /// Says what it is at, for the last line of the screen; `None` if that goes on saying where the reader is.
    fn caption(&self, _reader: &Reader) -> Option<String> {
        None
    }

    /// Returns the keys that matter now, the most telling ones last, since the first ones go when there is little room.
    /// That of the help follows by itself.
    fn hints(&self, reader: &Reader) -> Vec<Hint>;

    /// Returns its page of the help: its signs and numbers first, then all its keys.
    fn help(&self, reader: &Reader) -> Vec<HelpLine>;

    /// Tells whether letters are typed in it now: then a letter does not ask for help.
    fn is_typed_in(&self) -> bool {
        false
    }

    /// Tells whether a second key is awaited after the first one of two: not where letters are typed.
    fn takes_sequences(&self) -> bool {
        !self.is_typed_in()
    }

    /// Tells whether the key for help opens that page over it.
    fn has_help_page(&self) -> bool {
        true
    }

    /// Returns the hint at its page of the help, which goes last where there is little room.
    fn help_hint(&self, reader: &Reader) -> Option<Hint> {
        Hint::help(&reader.keymap, self.is_typed_in())
    }

    /// Returns all hints.
    fn all_hints(&self, reader: &Reader) -> Vec<Hint> {
        let mut hints = self.hints(reader);
        hints.extend(self.help_hint(reader));
        hints
    }

    /// Returns the last line of the screen, if it draws that itself.
    fn footer(&self, _reader: &Reader) -> Option<Footer> {
        None
    }
}

/// Tells whether a key asks for the page of the help that a component has.
#[must_use]
pub fn asks_for_help(component: &dyn Component, reader: &Reader, key: Key) -> bool {
    let is_asked = reader.asked(key) == Some(Action::Help) && (!component.is_typed_in() || is_no_text(key));
    is_asked && component.has_help_page()
}

/// What a key or the mouse came to in a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It stays open.
    Stay,
    /// It stays open, and the key does nothing here.
    Ignored,
    /// It is to be closed.
    Close,
    /// It stays open, and something opens over it.
    OpenOver(Action),
    /// It is to be closed, and then an action done.
    CloseAndAct(Action),
    /// The program is to be left.
    Quit,
}

/// Which part of the screen a component has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// A box over what is there.
    Box(Rect),
    /// The last line.
    Line,
    /// A part beside or over a pane.
    Panel,
    /// All but the tabs and the last line.
    Screen,
}

/// A line of help: keys or a sign, and what is said of them. A heading has no second part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// The keys, or a sign.
    pub keys: String,
    /// What they do, or what it means.
    pub meaning: Cow<'static, str>,
}

impl HelpLine {
    /// Returns a line of keys, or of a sign, and what is said of them.
    #[must_use]
    pub fn new(keys: impl Into<String>, meaning: impl Into<Cow<'static, str>>) -> Self {
        Self { keys: keys.into(), meaning: meaning.into() }
    }

    /// Returns a heading; an empty one sets two parts off.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        Self::new(text, "")
    }
}

/// Returns what keys do in a component, each line by its actions; without those that no key is bound to.
#[must_use]
pub fn key_lines(reader: &Reader, keys: &[(&[Action], &'static str)]) -> Vec<HelpLine> {
    let line = |&(actions, meaning): &(&[Action], &'static str)| {
        let keys = reader.keymap.hints(actions, "").unwrap_or_default();
        (!keys.is_empty()).then(|| HelpLine::new(keys, meaning))
    };
    keys.iter().filter_map(line).collect()
}
