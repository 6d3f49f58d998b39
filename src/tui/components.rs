//! What can open over the text: a file each, with its state, its keys, its hints, its help and its drawing.
//!
//! ```text
//!     pager          help, messages: lines to be read  map         the pair as a picture
//!     picker         outlets and stories               story       the whole story, page by page
//!     palette        all actions by name               side_list   what of an outlet stands where else
//!     search_prompt  what to search                    why         why a link stands
//!     paste          an article from the clipboard     save_prompt under which name to save it
//!     export         what is written, and where to    evidence    what of a block is evidence
//!     word_lists     which lists of words mark
//! ```

mod boxed;
pub mod evidence;
pub mod export;
pub mod field;
pub mod help;
pub mod list;
pub mod map;
pub mod messages;
pub mod pager;
pub mod palette;
pub mod paste;
pub mod picker;
pub mod save_prompt;
pub mod search_prompt;
pub mod side_list;
pub mod story;
pub mod why;
pub mod word_lists;

pub use evidence::BlockEvidence;
pub use export::Export;
pub use map::MapComponent;
pub use pager::Pager;
pub use palette::ActionPalette;
pub use paste::Paste;
pub use picker::Picker;
pub use save_prompt::SavePrompt;
pub use search_prompt::SearchPrompt;
pub use side_list::SideList;
pub use story::StoryComponent;
pub use why::Why;
pub use word_lists::WordListSwitches;

use super::component::Component;
use super::state::{Reader, SearchScope};
use crate::keys::Action;
use crate::pages::{HeadlinesPage, SharingPage};

/// Opens a component; `None` if there is nothing to open, which the reader is told.
pub type Open = fn(&mut Reader) -> Option<Box<dyn Component>>;

/// The actions that open something.
pub static OPENERS: &[(Action, Open)] = &[
    (Action::Evidence, |reader| BlockEvidence::open(reader).map(|view| Box::new(view) as Box<dyn Component>)),
    (Action::Export, |reader| Some(Box::new(Export::open(reader)))),
    (Action::Help, |reader| Some(Box::new(help::of_text(reader)))),
    (Action::List, |reader| Some(Box::new(SideList::open(reader)))),
    (Action::Map, |reader| Some(Box::new(MapComponent::at(reader)))),
    (Action::Messages, |reader| messages::open(reader).map(|pager| Box::new(pager) as Box<dyn Component>)),
    (Action::Headlines, |reader| Some(Box::new(StoryComponent::open(reader, &HeadlinesPage)))),
    (Action::Palette, |reader| Some(Box::new(ActionPalette::new(reader)))),
    (Action::Paste, |_| Some(Box::new(Paste::default()))),
    (Action::Picker, |reader| Some(Box::new(Picker::new(reader)))),
    (Action::Save, |reader| SavePrompt::open(reader).map(|prompt| Box::new(prompt) as Box<dyn Component>)),
    (Action::Search, |reader| Some(Box::new(SearchPrompt::open(reader, SearchScope::Pair)))),
    (Action::SearchStory, |reader| Some(Box::new(SearchPrompt::open(reader, SearchScope::Story)))),
    (Action::Story, |reader| Some(Box::new(StoryComponent::open(reader, &SharingPage)))),
    (Action::Why, |reader| Some(Box::new(Why::open(reader)))),
    (Action::WordLists, |reader| Some(Box::new(WordListSwitches::open(reader)))),
];
