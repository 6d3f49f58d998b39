//! What the reader can set.

use crate::layout::{Folds, PageSetup};
use crate::list_choice::ListChoice;
use crate::options::{Bidi, Options};
use crate::present::{Markings, Marks};

/// Says who puts text that runs from right to left in the order in which it is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reordering {
    /// Nobody: the cells stay in logical order, as in a screen that is printed as text.
    #[default]
    Nobody,
    /// The terminal, over a whole row at a time.
    Terminal,
    /// The program; the terminal shows cells as they come.
    Program,
    /// The program, and what draws the picture joins the letters of each word.
    Picture,
}

impl From<Bidi> for Reordering {
    fn from(bidi: Bidi) -> Self {
        match bidi {
            Bidi::Auto => Self::Nobody,
            Bidi::Terminal => Self::Terminal,
            Bidi::Program => Self::Program,
        }
    }
}

/// Holds what the reader can set by key, and how the terminal draws.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is set by a key of its own")]
pub struct Settings {
    /// How the screen is set; its arrangement is the one of both panes.
    pub setup: PageSetup,
    /// Who reorders what runs from right to left.
    pub reordering: Reordering,
    /// What is marked.
    pub markings: Markings,
    /// Whether evidence is marked, in place of that.
    pub marks_evidence: bool,
    /// The lists of words by which evidence is marked.
    pub lists: ListChoice,
    /// What is folded.
    pub folds: Folds,
    /// Whether the focused pane stands alone.
    pub is_single: bool,
    /// Whether the panes scroll together.
    pub is_locked: bool,
    /// Whether all of it stands on one tall page, in which nobody moves: without a cursor, and without keys.
    pub is_page: bool,
}

impl From<&Options> for Settings {
    fn from(options: &Options) -> Self {
        Self {
            setup: PageSetup {
                measure: options.measure,
                arrangement: options.arrangement,
                shift: options.shift,
                ascii: options.ascii,
                ambiguous: options.ambiguous,
                ..PageSetup::default()
            },
            reordering: options.bidi.into(),
            markings: Markings {
                marks: options.marks,
                small: options.small,
                related: options.related,
                excerpts: options.excerpts,
            },
            marks_evidence: false,
            lists: options.lists.clone(),
            folds: Folds::new(options.fold),
            is_single: false,
            is_locked: true,
            is_page: false,
        }
    }
}

impl Settings {
    /// Returns what of the wording is marked: nothing where evidence is.
    #[must_use]
    pub fn shown_markings(&self) -> Markings {
        let marks = if self.marks_evidence { Marks::Nothing } else { self.markings.marks };
        Markings { marks, ..self.markings }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::from(&Options::default())
    }
}
