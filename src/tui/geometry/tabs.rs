//! Where the tabs of the outlets stand on the first row.
//!
//! ```text
//!      ferry                     [1 A Coast Wire] (2 B Harbour Ledger)  3 C Morrey Post
//!                                └─ a tab, with the signs around it
//! ```
//!
//! The view draws them and the mouse hits them, so both ask here.

use std::ops::Range;

use crate::letters::letter;
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap;

/// The columns that the story's name and the space around it are left at least.
const NAME: usize = 14;

/// The first column that a tab may have.
const FIRST: u16 = 10;

/// The columns that a part of a name needs to tell anything, with the space before it.
const NAMED: usize = 6;

/// The outlets on either side of the focused one whose tabs say how wide a tab is where not all fit.
const BESIDE: usize = 3;

/// A tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// The outlet's place in the story.
    pub article: usize,
    /// The column of the sign before its text.
    pub column: u16,
    /// What it says.
    pub text: String,
}

impl Tab {
    /// Returns the column after the sign behind its text.
    #[must_use]
    pub fn end(&self) -> u16 {
        self.column.saturating_add(columns(wrap::width(&self.text) + 2))
    }
}

/// Returns the tabs from left to right. Of more outlets than fit, those around the focused one.
#[must_use]
pub fn tabs(reader: &Reader) -> Vec<Tab> {
    let count = reader.pair.story.articles().len();
    let room = usize::from(reader.rows.screen.width).saturating_sub(NAME);
    let text = text(reader, room);
    let width = |article: usize| wrap::width(&text(article)) + 3;
    let texts = |places: Range<usize>| places.map(|article| (article, text(article))).collect();
    if (0..count).map(width).sum::<usize>() <= room {
        return set(reader.rows.screen.width, texts(0..count));
    }
    let here = reader.pair.shown[reader.position.focus];
    let around = here.saturating_sub(BESIDE)..(here + BESIDE + 1).min(count);
    let fit = room / (around.map(width).max().unwrap_or(0) + 1).max(1);
    let first = here.saturating_sub(fit / 2);
    set(reader.rows.screen.width, texts(first..(first + fit.max(1)).min(count)))
}

/// Returns how a tab's text is made of its outlet's place, where there is so much room for all.
fn text<'m>(reader: &'m Reader, room: usize) -> Box<dyn Fn(usize) -> String + 'm> {
    let articles = reader.pair.story.articles();
    let share =
        |article: usize| reader.share(article).map_or_else(String::new, |share| format!(" {:.0}%", share * 100.0));
    let short = |article: usize| format!("{} {}", article + 1, letter(article));
    let name = move |article: usize| format!("{} {}", short(article), articles[article].label());
    let fits =
        |tab: &dyn Fn(usize) -> String| (0..articles.len()).map(|k| wrap::width(&tab(k)) + 3).sum::<usize>() <= room;
    let full = move |article: usize| name(article) + &share(article);
    // What an outlet shares matters more than the end of its name, and where there is no room for both more than the name:
    // the heads have the names of the two that are read.
    let shared = move |article: usize| short(article) + &share(article);
    let taken: usize = (0..articles.len()).map(|article| wrap::width(&shared(article)) + 3).sum();
    let free = room.saturating_sub(taken) / articles.len().max(1);
    let clipped = move |article: usize| {
        let width = wrap::width(&short(article)) + free;
        wrap::clipped(&name(article), width) + &share(article)
    };
    match () {
        () if fits(&full) => Box::new(full),
        () if free >= NAMED => Box::new(clipped),
        () => Box::new(shared),
    }
}

/// Sets texts side by side, against the right edge if they leave room.
fn set(width: u16, texts: Vec<(usize, String)>) -> Vec<Tab> {
    let total: usize = texts.iter().map(|(_, text)| wrap::width(text) + 3).sum();
    let mut next = width.saturating_sub(columns(total)).max(FIRST);
    let tab = |(article, text)| {
        let tab = Tab { article, column: next, text };
        next = tab.end().saturating_add(1);
        tab
    };
    texts.into_iter().map(tab).collect()
}
