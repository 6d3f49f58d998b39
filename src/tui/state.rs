//! What is known, and where the reader is: data, and what can be told from it.
//!
//! ```text
//!     pair        the two articles that are read, whatever the width      rows       the same at this width
//!     position    where in the rows the reader is                         facts      what is known of all articles
//!     search      what is searched, and where it was found                pointer    what the mouse is at
//! ```
//!
//! [`Reader`] holds them all. What changes them stands in `update`.

pub mod export;
pub mod facts;
pub mod library;
pub mod memory;
pub mod message;
pub mod opening;
pub mod pair;
pub mod pins;
pub mod pointer;
pub mod position;
pub mod pressed;
pub mod reader;
pub mod rows;
pub mod search;
pub mod settings;
pub mod standings;
pub mod status;
pub mod story_search;

pub use export::{AfterExport, ExportChoice, Exported};
pub use facts::{Findings, Job, JobId, StoryFacts};
pub use library::{Library, TakenStory};
pub use memory::PlaceMemory;
pub use message::{CopiedText, Effect, Message};
pub use opening::Opening;
pub use pair::{OpenPair, SideBlock};
pub use pins::{Pins, StoryBlock};
pub use pointer::{CellSpot, Pointer, Press, Selection};
pub use position::{Anchor, Answer, Bookmark, Carried, Jump, Position, RelatedHere, Trail, Viewport};
pub use pressed::Pressed;
pub use reader::{Outbox, Pasted, Reader};
pub use rows::PairRows;
pub use search::Search;
pub use settings::{Reordering, Settings};
pub use standings::{BlockStanding, StandingFindings, StandingJob, Standings};
pub use status::Status;
pub use story_search::{MatchCount, SearchFindings, SearchJob, SearchScope, StorySearch};
