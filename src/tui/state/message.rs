//! What happens to the reader, and what it asks for outside of itself.

use std::sync::Arc;

use super::{AfterExport, ExportChoice, Findings, Job, JobId, SearchFindings, StandingFindings};
use crate::keys::Key;
use crate::pair::Side;
use crate::story::{Progress, Story};
use crate::tui::mouse::Mouse;

/// What happens to the reader.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// The story was read again.
    Reloaded(Arc<Story>),
    /// The article in this pane is another one on disk.
    Changed(Side),
    /// The job has come so far.
    Progress(JobId, Progress),
    /// It has found this.
    Finished(JobId, Findings),
    /// How the blocks of an article stand in other outlets was found.
    Compared(StandingFindings),
    /// How often each article has what is searched was counted.
    Searched(SearchFindings),
    /// The articles could not be read again, and why; what is said of one begins with its source.
    Unread(String),
    /// What was asked for outside came to nothing, and why, or came to something else than was said.
    Trouble(String),
    /// What was asked for stands in a file, and where.
    Exported(String),
    /// Text was pasted, as the terminal handed it on.
    Paste(String),
    /// An article was pasted: its index, and what there is to say of it.
    Pasted(usize, String),
}

/// The largest text that terminals are asked to take, in bytes.
const LARGEST: usize = 100_000;

/// What is said of a text that the terminal was asked to take; it gives no answer.
pub const SENT: &str = "sent to the terminal";

/// What is said of a text that is larger than terminals take.
pub const TOO_LARGE: &str = "not copied, terminals take 100 kB";

/// A text for the clipboard, and what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedText {
    /// The text.
    pub text: String,
    /// What it is: `A¶3`.
    pub name: String,
    /// How much it is: `12 words, 71 bytes`.
    pub size: String,
}

impl CopiedText {
    /// Tells whether it is larger than what terminals are asked to take.
    #[must_use]
    pub const fn is_too_large(&self) -> bool {
        self.text.len() > LARGEST
    }

    /// Says what became of it: `A¶3 sent to the terminal: 12 words, 71 bytes`.
    #[must_use]
    pub fn message(&self, became: &str) -> String {
        let Self { name, size, .. } = self;
        format!("{name} {became}: {size}")
    }
}

impl Message {
    /// Tells whether it comes from files or the terminal, so that what is said of it answers no key.
    #[must_use]
    pub const fn is_from_outside(&self) -> bool {
        !matches!(self, Self::Key(_) | Self::Mouse(_) | Self::Resize(..) | Self::Paste(_) | Self::Searched(_))
    }
}

/// What the reader asks for outside of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw everything anew.
    Redraw,
    /// Hand a text to the clipboard.
    Copy(CopiedText),
    /// Take the mouse (`true`) or give it to the terminal.
    Mouse(bool),
    /// Stop until the shell goes on with the program.
    Suspend,
    /// Read the articles again from disk.
    Reload,
    /// Make an article of a text that was pasted.
    Paste(String),
    /// Save a pasted article, by its name in the story, in a file.
    Save {
        /// What it is called.
        source: String,
        /// The path of the file, as it is typed.
        path: String,
    },
    /// Write what is on the screen, or the whole story, into a file.
    Export {
        /// What, and as what.
        choice: ExportChoice,
        /// The path of the file, as it is typed.
        path: String,
        /// What becomes of it, and of a file that is there.
        then: AfterExport,
    },
    /// Show what is left out of pages, or leave it out again.
    LeftOut,
    /// Run a job in the background.
    Start(Job),
}
