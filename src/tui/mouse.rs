//! What the mouse does, without a terminal: the counterpart of a [`Key`](crate::keys::Key).
//!
//! ```text
//!     press ─► (drag …) ─► release      a click, or a selection if it was dragged
//!     wheel                             three rows a notch
//! ```

/// Something that the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The column of the screen where it did so, from 0; it may lie outside.
    pub column: u16,
    /// The row, from 0; it may lie outside.
    pub row: u16,
}

/// What a mouse can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MouseKind {
    /// The first button goes down.
    Press,
    /// The second button goes down, or the first one with Shift: it means the other pane.
    PressOther,
    /// The mouse moves while the first button is down.
    Drag,
    /// The first button comes up.
    Release,
    /// The wheel is turned towards the end of the text.
    WheelDown,
    /// The wheel is turned towards its start.
    WheelUp,
}
