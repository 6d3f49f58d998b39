//! Where the tabs of the outlets stand on the first row.
//!
//! ```text
//!      ferry                     [1 A Coast Wire] (2 B Harbour Ledger)  3 C Morrey Post
//!                                └─ a tab, with the signs around it
//! ```
//!
//! The view draws them and the mouse hits them, so both ask here.

use super::model::Model;
use super::screen::columns;
use crate::story::letter;
use crate::wrap;

/// The columns that the story's name and the space around it are left at least.
const NAME: usize = 14;

/// The first column that a tab may have.
const FIRST: u16 = 10;

/// The columns from which on a tab says what its outlet shares with the focused one.
const SHARED: usize = 16;

/// A tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// The outlet's place in the story.
    pub place: usize,
    /// The column of the sign before its text.
    pub column: u16,
    /// What it says.
    pub text: String,
}

impl Tab {
    /// The column after the sign behind its text.
    #[must_use]
    pub fn end(&self) -> u16 {
        self.column.saturating_add(columns(wrap::width(&self.text) + 2))
    }
}

/// Returns the tabs from left to right. Of more outlets than fit, those around the focused one.
#[must_use]
pub fn tabs(model: &Model) -> Vec<Tab> {
    let width = usize::from(model.screen.width);
    let articles = model.story.articles();
    let share = |place: usize| model.share(place).map_or_else(String::new, |share| format!(" {:.0}%", share * 100.0));
    let name = |place: usize| format!("{} {} {}", place + 1, letter(place), articles[place].label());
    let full = |place: usize| name(place) + &share(place);
    let short = |place: usize| format!("{} {}", place + 1, letter(place));
    let room = width.saturating_sub(NAME);
    let fits =
        |tab: &dyn Fn(usize) -> String| (0..articles.len()).map(|k| wrap::width(&tab(k)) + 3).sum::<usize>() <= room;
    let cut = room / articles.len().max(1);
    // What an outlet shares matters more than the end of its name.
    let clipped = |place: usize| {
        let share = if cut >= SHARED { share(place) } else { String::new() };
        wrap::clipped(&name(place), cut.saturating_sub(3 + share.len())) + &share
    };
    let tab: &dyn Fn(usize) -> String = if fits(&full) {
        &full
    } else if cut < SHARED && fits(&name) {
        &name
    } else if cut >= 10 {
        &clipped
    } else {
        &short
    };
    let each = room / (wrap::width(&tab(0)) + 4).max(1);
    let first = if fits(tab) { 0 } else { model.shown[model.focus].saturating_sub(each / 2) };
    let last = if fits(tab) { articles.len() } else { (first + each.max(1)).min(articles.len()) };
    let texts: Vec<(usize, String)> = (first..last).map(|place| (place, tab(place))).collect();
    set(model.screen.width, texts)
}

/// Sets texts side by side, against the right edge if they leave room.
fn set(width: u16, texts: Vec<(usize, String)>) -> Vec<Tab> {
    let total: usize = texts.iter().map(|(_, text)| wrap::width(text) + 3).sum();
    let mut next = width.saturating_sub(columns(total)).max(FIRST);
    let tab = |(place, text)| {
        let tab = Tab { place, column: next, text };
        next = tab.end().saturating_add(1);
        tab
    };
    texts.into_iter().map(tab).collect()
}
