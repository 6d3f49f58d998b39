//! Where the tabs of the outlets stand on the first row.
//!
//! ```text
//!      ferry                     [1 A Coast Wire] (2~B Harbour Ledger)  3–C Morrey Post
//!                                └─ a tab          └─ how the block in focus stands there
//!      ferry                     [1 A Coast Wire 2×] (2~B Harbour Ledger 7×)  3–C Morrey Post     the whole story is searched
//! ```
//!
//! The view draws them and the mouse hits them, so both ask here.

use std::ops::Range;

use crate::article::Article;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::present::{labels, names};
use crate::tui::screen::columns;
use crate::tui::state::{MatchCount, Reader};
use crate::wrap;

/// The columns that the story's name and the space around it are left at least.
const NAME: usize = 14;

/// The same where the tabs say how often what is searched for stands in each: that all are seen matters more than the name.
const NAME_IN_SEARCH: usize = 6;

/// The first column that a tab may have.
const FIRST: u16 = 10;

/// The first one there.
const FIRST_IN_SEARCH: u16 = 5;

/// The columns that a part of a name needs to tell anything, with the space before it.
const NAMED: usize = 6;

/// The outlets on either side of the focused one whose tabs say how wide a tab is where not all fit.
const BESIDE: usize = 3;

/// The columns around a tab's text: the signs at its ends, and the space after it.
const AROUND: usize = 3;

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
    /// Returns the column of the sign that says how the block in focus stands in the outlet: before its letter.
    #[must_use]
    pub fn standing_at(&self) -> u16 {
        self.column.saturating_add(columns((self.article + 1).to_string().len() + 1))
    }

    /// Returns the column after the sign behind its text.
    #[must_use]
    pub fn end(&self) -> u16 {
        self.column.saturating_add(columns(wrap::width(&self.text) + 2))
    }
}

/// Returns the tabs from left to right. Of more outlets than fit, those around the focused one.
///
/// Cost: near linear in the outlets.
#[must_use]
pub fn tabs(reader: &Reader) -> Vec<Tab> {
    let count = reader.pair.story.articles().len();
    let (name, least) = match reader.search.story.counts() {
        Some(_) => (NAME_IN_SEARCH, FIRST_IN_SEARCH),
        None => (NAME, FIRST),
    };
    let room = usize::from(reader.rows.screen.width).saturating_sub(name);
    let all = texts(reader, room);
    let width = |article: usize| wrap::width(&all[article]) + AROUND;
    let texts = |places: Range<usize>| places.map(|article| (article, all[article].clone())).collect();
    if (0..count).map(width).sum::<usize>() <= room {
        return set(reader.rows.screen.width, least, texts(0..count));
    }
    let here = reader.pair.shown[reader.position.focus];
    let around = here.saturating_sub(BESIDE)..(here + BESIDE + 1).min(count);
    let fit = room / (around.map(width).max().unwrap_or(0) + 1).max(1);
    let first = here.saturating_sub(fit / 2);
    set(reader.rows.screen.width, least, texts(first..(first + fit.max(1)).min(count)))
}

/// Returns how many outlets have no tab for want of room, and the column where that is said: `+2`, left of the first tab; in a search
/// of the whole story how often it is met in them, if it is: `+2 7×`.
///
/// Cost: near linear in the outlets.
#[must_use]
pub fn hidden(reader: &Reader, tabs: &[Tab]) -> Option<(String, u16)> {
    let hidden = reader.pair.story.articles().len().saturating_sub(tabs.len());
    let shown = |article: &usize| tabs.iter().any(|tab| tab.article == *article);
    let met = reader.search.story.counts().map_or_else(String::new, |counts| {
        let hidden = || counts.iter().enumerate().filter(|(article, _)| !shown(article)).map(|(_, count)| count);
        let counted = hidden().map(|count| count.counted).sum();
        matches(MatchCount { counted, is_all: hidden().all(|count| count.is_all) })
    });
    let said = format!("+{hidden}{met}");
    let column = tabs.first()?.column.checked_sub(columns(wrap::width(&said) + 1))?;
    (hidden > 0).then_some((said, column))
}

/// Returns what all tabs say where there is so much room for them: the number, the letter, as much of the name as fits, and
/// what it shares.
fn texts(reader: &Reader, room: usize) -> Vec<String> {
    let articles = reader.pair.story.articles();
    let share = |article: usize| match reader.search.story.counts() {
        Some(counts) => matches(counts[article]),
        None => reader.share(article).map_or_else(String::new, |share| format!(" {:.0}%", share * 100.0)),
    };
    let names: Vec<&str> = articles.iter().map(Article::label).collect();
    let ends: Vec<(String, String)> =
        (0..articles.len()).map(|article| (format!("{} {}", article + 1, letter(article)), share(article))).collect();
    // What an outlet shares matters more than the end of its name, and where there is no room for both more than the name:
    // the heads have the names of the two that are read.
    let taken: usize = ends.iter().map(|(short, share)| wrap::width(short) + wrap::width(share) + AROUND).sum();
    let widths: Vec<usize> = names.iter().map(|name| wrap::width(name) + 1).collect();
    let columns = names::shared_out(&widths, room.saturating_sub(taken));
    if columns.iter().zip(&widths).any(|(&columns, &width)| columns < width.min(NAMED)) {
        let shortest: usize = ends.iter().map(|(short, _)| wrap::width(short) + AROUND).sum();
        // Where that alone lets all of them be seen, how the block in focus stands in each matters more than the share.
        let has_shares = taken <= room || shortest > room || reader.search.story.counts().is_some();
        return ends.into_iter().map(|(short, share)| if has_shares { short + &share } else { short }).collect();
    }
    let columns: Vec<usize> = columns.into_iter().map(|columns| columns.saturating_sub(1)).collect();
    // Letters and signs of the rows around the text are exchanged after they are drawn, each for one of its width.
    let names = names::shortened(&names, &columns, PageSetup::default()).into_iter();
    let names = articles.iter().zip(names).map(|(article, name)| labels::set_off(article, &name).into_owned());
    names.zip(ends).map(|(name, (short, share))| format!("{short} {name}{share}")).collect()
}

/// Returns what a tab says of a search of the whole story: ` 7×`, nothing where there is no match.
fn matches(count: MatchCount) -> String {
    match count {
        MatchCount { counted: 0, .. } => String::new(),
        MatchCount { counted, is_all: true } => format!(" {counted}×"),
        MatchCount { counted, is_all: false } => format!(" >{counted}×"),
    }
}

/// Sets texts side by side, against the right edge if they leave room, and never before a column.
fn set(width: u16, least: u16, texts: Vec<(usize, String)>) -> Vec<Tab> {
    let total: usize = texts.iter().map(|(_, text)| wrap::width(text) + AROUND).sum();
    let mut next = width.saturating_sub(columns(total)).max(least);
    let tab = |(article, text)| {
        let tab = Tab { article, column: next, text };
        next = tab.end().saturating_add(1);
        tab
    };
    texts.into_iter().map(tab).collect()
}
