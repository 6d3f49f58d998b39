//! From keys, the mouse and messages to another state of the reader.
//!
//! ```text
//!     act       what an action does                      mouse      what the mouse does in the text
//!     layout    from two articles to rows                jobs       what is found out in the background
//!     motion    moving through the rows                  reload     articles that are others on disk
//!     hop       another outlet into a pane               outlets    which stand in the panes
//!     keys      two keys for one, and keys that do nothing
//! ```

pub mod act;
mod answer;
mod carry;
mod copy;
mod evidence;
mod focus;
mod hop;
mod jobs;
pub mod jumps;
mod keys;
mod layout;
mod matches;
mod motion;
mod mouse;
mod open;
mod outlets;
mod panes;
mod pin;
mod place;
mod related;
mod reload;
mod resume;
mod search;
mod selection;
mod story_search;
mod trail;
mod word;
