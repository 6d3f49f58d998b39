//! Which cell of the screen is what: the view draws there, and the mouse hits it.
//!
//! ```text
//!     text     heads, panes, gutter and scrollbar      tabs     where each outlet's tab stands
//!     reading  what stands level with the cursor       boxes    where a box over the text stands
//!     footer   what is said below it, and hints
//! ```

pub mod boxes;
pub mod footer;
pub mod reading;
pub mod tabs;
pub mod text;
