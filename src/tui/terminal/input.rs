//! What comes from a terminal: what somebody did, and what it answers.

use crossterm::event::Event;
use xterm_color::Color;

/// What bytes can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// Somebody did something.
    Event(Event),
    /// The terminal answered.
    Reply(Reply),
}

/// What a terminal answers when it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// The colour of its letters (OSC 10).
    Foreground(Color),
    /// The colour that they stand on (OSC 11).
    Background(Color),
    /// What it can do (DA1), which each terminal answers.
    Attributes,
}
