//! Putting things on the cells of a screen: what the view and all components draw with.
//!
//! ```text
//!     put       text, signs, areas           frame     the box around what is open
//!     signs     the articles' text, and what stands for signs where only ASCII is drawn
//!     chrome    tabs, heads, rules and the last line
//!     order     what runs from right to left, put in the order in which it is seen
//! ```

pub(super) mod chrome;
pub(super) mod frame;
pub(super) mod order;
pub(super) mod put;
pub(super) mod signs;
