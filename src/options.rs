//! What a user can ask for, on the command line and in the configuration: one table of it.
//!
//! An [`OptionSpec`] is an entry of the table [`OPTIONS`]: name, kind, default and help of an option, and which field
//! of [`Options`] it sets. Whatever reads, lists or describes options goes through the table:
//!
//! ```text
//!                 ┌─► file::read        config.toml to Options, with a line for whatever is not understood
//!     OPTIONS ────┼─► dump::dump        the configuration that everything has by default
//!                 ├─► dump::readme      the list in the README, held by a test
//!                 └─► the binary        command line, --help, manual page, completions of shells
//! ```
//!
//! The file is applied to [`Options`] first, then the command line: what is asked for later counts.

mod dump;
mod file;
mod mend;
mod nearest;
mod spec;
mod table;
mod values;

use std::path::PathBuf;

pub use dump::{dump, readme};
pub use file::read;
pub use nearest::{nearest, nearest_name};
pub use spec::{Choice, OptionKind, OptionSpec, Scope, Topic, Value};
pub use table::OPTIONS;
pub use values::{Bidi, Color, Format, Generated, LARGEST_PAGE, StartView, THEME_AUTO, THEME_NAMES};

use crate::article::PatternKind;
use crate::keys::Keymap;
use crate::layout::{Arrangement, Folding, MEASURE};
use crate::list_choice::ListChoice;
use crate::present::markings::Marks;
use crate::present::tables::TableKind;
use crate::wrap::Ambiguous;

/// Holds what is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Options {
    /// A folder of articles, or articles; without any, a bundled story opens.
    pub paths: Vec<PathBuf>,
    /// The article on the left by letter, file name or outlet.
    pub left: Option<String>,
    /// The article on the right by letter, file name or outlet.
    pub right: Option<String>,
    /// The bundled story that opens without paths.
    pub story: Option<String>,
    /// What is on the screen first.
    pub view: StartView,
    /// Which passages the whole story lists as text.
    pub passages: Option<String>,
    /// What is written; depends on the terminal if nothing is asked for.
    pub format: Option<Format>,
    /// Whether text is one thing after the other, in sentences.
    pub plain: bool,
    /// Whether what is written has only the first words of each block, and its marked runs.
    pub excerpts: bool,
    /// What the rows of a table are, if it is said.
    pub table: Option<TableKind>,
    /// The file that is written instead of standard output.
    pub output: Option<PathBuf>,
    /// Whether that file is written also if it is there already.
    pub force: bool,
    /// What passim found, whose clusters are the stories to open.
    pub clusters: Option<PathBuf>,
    /// Whether the addresses that a `story.toml` names are fetched.
    pub fetch: bool,
    /// Whether the reader opens with a place to paste an article.
    pub paste: bool,
    /// Whether what is left out of pages stands at the end of their articles.
    pub show_left_out: bool,
    /// The columns of the page; else those of the terminal.
    pub width: Option<u16>,
    /// The rows of the page; else those of the terminal.
    pub height: Option<u16>,
    /// The keys to play, as they are written.
    pub keys: Option<String>,
    /// How the two articles are set.
    pub arrangement: Arrangement,
    /// The theme by name, or [`THEME_AUTO`].
    pub theme: &'static str,
    /// Whether colours are used.
    pub color: Color,
    /// What is marked.
    pub marks: Marks,
    /// What is folded.
    pub fold: Folding,
    /// Whether differences of spelling, case and punctuation are shown.
    pub small: bool,
    /// Whether it is hinted at what is related.
    pub related: bool,
    /// The columns of the widest line.
    pub measure: usize,
    /// How far the gutter is shifted to the right, in columns.
    pub shift: isize,
    /// Whether signs and lines are of ASCII.
    pub ascii: bool,
    /// How wide the terminal draws what can be narrow or wide.
    pub ambiguous: Ambiguous,
    /// Who reorders text that runs from right to left.
    pub bidi: Bidi,
    /// Whether the place in a story, and pins by hand, are kept from one day to the next.
    pub remember: bool,
    /// The file that is read instead of the usual configuration.
    pub config: Option<PathBuf>,
    /// Whether all options and keys are printed as a configuration.
    pub dump_config: bool,
    /// What is generated from the table of options instead of anything else.
    pub generate: Option<Generated>,
    /// Which keys do what; no option, but the table `keys` of the file.
    pub keymap: Keymap,
    /// What heads, feet and furniture of reports are told by beside what the program knows; no option, but the table
    /// `patterns` of the file.
    pub patterns: Vec<(PatternKind, String)>,
    /// `lists` of the file.
    pub lists: ListChoice,
}

impl Default for Options {
    /// Returns what counts if nothing is asked for. The table says the same as text, which a test holds.
    fn default() -> Self {
        Self {
            paths: Vec::new(),
            left: None,
            right: None,
            story: None,
            view: StartView::default(),
            passages: None,
            format: None,
            plain: false,
            excerpts: false,
            table: None,
            output: None,
            force: false,
            clusters: None,
            fetch: false,
            paste: false,
            show_left_out: false,
            width: None,
            height: None,
            keys: None,
            arrangement: Arrangement::Facing,
            theme: THEME_AUTO,
            color: Color::default(),
            marks: Marks::default(),
            fold: Folding::default(),
            small: true,
            related: true,
            measure: MEASURE,
            shift: 0,
            ascii: false,
            ambiguous: Ambiguous::default(),
            bidi: Bidi::default(),
            remember: true,
            config: None,
            dump_config: false,
            generate: None,
            keymap: Keymap::default(),
            patterns: Vec::new(),
            lists: ListChoice::default(),
        }
    }
}

/// Holds something in a configuration that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigReport {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

#[cfg(test)]
mod tests;
