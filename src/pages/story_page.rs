//! What a page of the story is to whoever shows it: its items, its lines, its target, its keys.
//!
//! ```text
//!     Facts ──────┐            ┌─► present     lines by role
//!                 ├─► page ────┼─► caption     what is chosen, in full
//!     PageChoice ─┘            ├─► target      what Enter opens, or why not
//!         ▲                    └─► hints       keys that matter now
//!         └────────── act ◄── a key
//! ```
//!
//! A page owns nothing: the facts are the story's, the choice is the reader's.

use std::collections::BTreeSet;
use std::fmt;

use super::{ColumnWindow, PresentedPage, Sheet};
use crate::article::Article;
use crate::evidence::Evidence;
use crate::keys::{Action, Keymap};
use crate::layout::{Folding, PageSetup};
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::labels;
use crate::story::presence::Filter;
use crate::story::{Perspective, SharedWording, Story, StoryAnalysis};

/// The blocks by which a passage must stand elsewhere to count as moved far, unless the reader says otherwise.
const FAR: usize = 3;

/// Holds what is known of a story, as far as it is known yet.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The story.
    pub story: &'a Story,
    /// All pairs.
    pub analysis: Option<&'a StoryAnalysis>,
    /// The story seen from one article.
    pub perspective: Option<&'a Perspective>,
    /// What can be pointed at in the outlets' own words.
    pub evidence: Option<&'a Evidence>,
    /// The two articles that are read, by index.
    pub shown: Pair<usize>,
    /// What a page on a screen shows besides; `None` where nothing is chosen, as in text.
    pub screen: Option<ScreenFacts<'a>>,
}

/// Holds what only a page on a screen shows.
#[derive(Clone, Copy, Debug)]
pub struct ScreenFacts<'a> {
    /// The wording that the articles have in common, if it is known yet.
    pub wording: Option<&'a SharedWording>,
    /// The articles whose own passages are unfolded, by index.
    pub unfolded: &'a BTreeSet<usize>,
    /// Which keys do what.
    pub keymap: &'a Keymap,
    /// Where in the two articles that are read the reader is: a side, and a block of it, by index.
    pub here: (Side, usize),
}

impl Facts<'_> {
    /// Names an article in full: `A Meridian Wire`; nothing beyond the last one.
    #[must_use]
    pub fn name(&self, article: usize) -> String {
        let name = |found: &Article| format!("{} {}", letter(article), labels::set_off(found, found.label()));
        self.story.articles().get(article).map_or_else(String::new, name)
    }

    /// Returns the article of a column, both by index: on every page that has columns they stand in the order that brings
    /// relatives together, as far as that is known.
    #[must_use]
    pub fn article_at(&self, column: usize) -> usize {
        self.analysis.and_then(|analysis| analysis.order.get(column)).copied().unwrap_or(column)
    }

    /// Returns the column of an article, both by index. Cost: linear in the articles.
    #[must_use]
    pub fn column_of(&self, article: usize) -> usize {
        let order = self.analysis.map_or(&[][..], |analysis| &analysis.order);
        order.iter().position(|&of| of == article).unwrap_or(article)
    }

    /// Returns the article that the reader is in, the one opposite, and the block of the former, by index; without a screen the
    /// beginning of the left one.
    #[must_use]
    pub fn here(&self) -> (usize, usize, usize) {
        let (side, block) = self.screen.map_or((Side::Left, 0), |screen| screen.here);
        (self.shown[side], self.shown[side.other()], block)
    }
}

/// Holds what is chosen on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageChoice {
    /// The item, by index.
    pub item: usize,
    /// The column, by index.
    pub column: usize,
    /// The run of the chosen pair, by index, if one is chosen.
    pub run: Option<usize>,
    /// Which passages are shown.
    pub filter: Filter,
    /// The blocks by which a passage must stand elsewhere to count as moved far.
    pub distance: usize,
    /// Whether texts of articles are kept to their first words.
    pub is_excerpt: bool,
}

impl Default for PageChoice {
    fn default() -> Self {
        Self { item: 0, column: 0, run: None, filter: Filter::default(), distance: FAR, is_excerpt: false }
    }
}

/// Says what has to be known before a page can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needs {
    /// The articles alone.
    Nothing,
    /// All pairs.
    Analysis,
    /// All pairs, and the story seen from one article.
    Perspective,
    /// All pairs, and the evidence.
    Evidence,
}

/// Says what is opened from a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The two articles, by index.
    pub pair: Pair<usize>,
    /// Where in them.
    pub at: TargetPlace,
    /// What is folded; as before if nothing is said.
    pub folding: Option<Folding>,
}

/// Names a place in two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetPlace {
    /// The beginning of the left one.
    Start,
    /// A block of a side, by index.
    Block(Side, usize),
    /// A place in a block of a side, by index and byte.
    Words(Side, usize, usize),
    /// A place in a block of either side, by index and byte; the reader is on this side.
    Both(Side, Pair<(usize, usize)>),
    /// The first run of wording that both share, on this side; the beginning if there is none.
    FirstSharedRun(Side),
}

/// Says what came of an action on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageOutcome {
    /// The page has no use for it.
    Ignored,
    /// The choice is another one now, and this is to be said of it.
    Changed(String),
    /// What an article alone has, by index, is to be unfolded, or folded again.
    Folded(usize),
    /// Two articles are to be read.
    Read(Target),
}

/// Says what keys do on a page: the keys of these actions, and what to say of them.
pub type KeyText = (&'static [Action], &'static str);

/// Presents one view of the whole story: a page.
pub trait StoryPage: Sync + fmt::Debug {
    /// Returns its name: on its tab, and in the palette.
    fn name(&self) -> &'static str;

    /// Returns what has to be known.
    fn needs(&self) -> Needs;

    /// Returns how many items and columns can be chosen.
    fn size(&self, facts: &Facts<'_>, choice: &PageChoice) -> (usize, usize);

    /// Returns its lines; `None` while what it needs is not known yet.
    ///
    /// Cost: that of its head; items are made when they are asked for.
    fn present<'a>(
        &self,
        facts: &Facts<'a>,
        choice: &PageChoice,
        window: ColumnWindow,
        setup: PageSetup,
    ) -> Option<PresentedPage<'a>>;

    /// Returns it as sheets, one below another; none while what it needs is not known yet. Of the choice only the filter
    /// counts, and whether texts are kept to their first words.
    ///
    /// Cost: linear in the items; rows are made when they are asked for.
    fn sheets<'a>(&self, facts: &Facts<'a>, choice: &PageChoice, setup: PageSetup) -> Vec<Sheet<'a>>;

    /// Says what is chosen, with the names in full; `None` if that is not known.
    fn caption(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<String>;

    /// Returns what is opened from what is chosen, or why nothing is; `None` if that is not known yet.
    fn target(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<Result<Target, &'static str>>;

    /// Returns the keys that matter now, the most telling ones last.
    fn hints(&self, _facts: &Facts<'_>, _choice: &PageChoice) -> Vec<KeyText> {
        vec![CLOSE, NEXT_PAGE, READ]
    }

    /// Returns what its signs, numbers and words mean, for its help.
    fn signs(&self) -> Vec<(String, &'static str)>;

    /// Returns the keys of the page that do something else on others, for its help.
    fn own_keys(&self) -> &'static [KeyText];

    /// Returns all keys of the page, for its help.
    fn help(&self) -> Vec<KeyText> {
        let outlets = match (self.is_seen_from_one(), self.chooses_columns()) {
            (true, _) => SEEN_FROM,
            (false, true) => TO_COLUMN,
            (false, false) => TO_OUTLET,
        };
        [&LINES[..], &[outlets], &ELSEWHERE, self.own_keys()].concat()
    }

    /// Tells whether what the page shows is seen from one article: on others there is nothing to see from another one.
    fn is_seen_from_one(&self) -> bool {
        self.needs() == Needs::Perspective
    }

    /// Tells whether the keys of outlets choose columns, on a page that is seen from none and whose items are of several.
    fn chooses_columns(&self) -> bool {
        false
    }

    /// Returns the article, by index, that an item is of, on a page that is seen from none.
    fn article_of(&self, _facts: &Facts<'_>, _item: usize) -> Option<usize> {
        None
    }

    /// Tells whether the page is seen from the article that the reader is in, as long as no other one was asked for; else it is
    /// seen from the one that is proposed.
    fn is_seen_from_here(&self) -> bool {
        false
    }

    /// Returns the item and the column that the page opens at, by index: where the reader is. Asked for only where what the page
    /// needs is known.
    fn first_choice(&self, _facts: &Facts<'_>, _choice: &PageChoice) -> (usize, usize) {
        (0, 0)
    }

    /// Lets an action change what is chosen, if it is one of the page's own.
    fn act(&self, _action: Action, _facts: &Facts<'_>, _choice: &mut PageChoice) -> PageOutcome {
        PageOutcome::Ignored
    }
}

/// Closing, the next page, reading: what keys do on every page.
pub(super) const CLOSE: KeyText = (&[Action::Story], "close");
pub(super) const NEXT_PAGE: KeyText = (&[Action::OtherPane], "page");
pub(super) const READ: KeyText = (&[Action::Follow], "read");

/// Gives the help of what keys do on every page: in its lines, and to somewhere else.
const LINES: [KeyText; 2] =
    [(&[Action::RowDown, Action::RowUp], "next, previous line"), (&[Action::OtherPane], "next page")];
const ELSEWHERE: [KeyText; 2] = [
    (&[Action::Headlines, Action::List], "headlines; what is only in this outlet"),
    (&[Action::Story, Action::Close], "back to the text"),
];

/// The keys of outlets, and what they do on a page that is seen from one of them, and on one that is not.
const OUTLETS: &[Action] = &[Action::Outlet(0), Action::NextOutlet, Action::PreviousOutlet];
const SEEN_FROM: KeyText = (OUTLETS, "seen from another outlet; digits too");
const TO_COLUMN: KeyText = (OUTLETS, "to the column of another outlet; digits too");
const TO_OUTLET: KeyText = (OUTLETS, "to the line of another outlet; digits too");
