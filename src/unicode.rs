//! What is known of characters, in one table each.
//!
//! ```text
//!     quotes      “ opens as a rule, „…“ closes with it · 《 opens · ’ closes, or is an apostrophe
//!     dashes      – parts clauses · - joins words
//!     notes       [12] [note 4]
//!     scripts     灯 is of a script without spaces
//! ```
//!
//! Rooms that fold, compare or read characters ask here, each for what it needs: what they make of it may differ, what
//! a character is may not. How lines break is another property, with classes of its own ([`crate::wrap`]).

pub(crate) mod ascii_scan;
pub(crate) mod dashes;
pub(crate) mod notes;
pub(crate) mod quotes;
pub(crate) mod scripts;
