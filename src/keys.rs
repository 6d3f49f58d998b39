//! The one table of keys: it feeds dispatch, help, footer, palette and configuration.
//!
//! A [`Key`] is what was pressed, a [`KeySequence`] one key or two, an [`Action`] what they ask for. [`BINDINGS`] says which
//! keys an action has by default, a [`Keymap`] which it has for this reader:
//!
//! ```text
//!     BINDINGS    next-difference   ] n      "next difference"
//!     Keymap      next-difference   <Tab>                        after next-difference = "<Tab>" in the configuration
//! ```

mod action;
mod bindings;
mod hint;
mod keymap;
mod notation;
mod sequence;

pub use action::Action;
pub use bindings::{BINDINGS, Binding, Group};
pub use hint::{Hint, is_no_text};
pub use keymap::{Conflict, KeyMatch, Keymap, Wanted};
pub use notation::{Code, Key, UnknownKey, parse};
pub use sequence::KeySequence;
