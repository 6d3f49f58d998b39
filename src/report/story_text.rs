//! The whole story as text: all its pages, one under another, each as often as it takes to show all columns.

use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::{ColumnWindow, PAGES, PageChoice, PresentedPage, StoryPage};
use crate::pair::Side;
use crate::present::{Line, summary};
use crate::report::told::ToldStory;
use crate::story::presence::Filter;
use crate::story::{Story, StoryScope};
use crate::wrap::without_isolates;

/// Writes the whole story as text: seen from an article, or from the one that is proposed.
///
/// # Panics
///
/// If the index is beyond the last article.
#[must_use]
pub fn write(story: &Story, base: Option<usize>, filter: Filter, setup: PageSetup) -> String {
    pages(story, base, PageChoice { filter, ..PageChoice::default() }, setup)
}

/// Does the same with the texts of articles kept to their first words, and with where each was published.
///
/// # Panics
///
/// If the index is beyond the last article.
#[must_use]
pub fn write_excerpts(story: &Story, base: Option<usize>, filter: Filter, setup: PageSetup) -> String {
    let pages = pages(story, base, PageChoice { filter, is_excerpt: true, ..PageChoice::default() }, setup);
    let sources = story.articles().iter().enumerate().map(|(index, article)| {
        let stated = setup.signs(summary::source(&letter(index), article));
        let parts = [Some(stated.as_str()), article.web_address()].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" ") + "\n"
    });
    pages + "\n" + &sources.collect::<String>()
}

fn pages(story: &Story, base: Option<usize>, choice: PageChoice, setup: PageSetup) -> String {
    let told = ToldStory::new(story, base.map_or(StoryScope::All, |base| StoryScope::With(Side::Left, base)));
    let facts = told.facts();
    let parts = |page: &&dyn StoryPage| {
        let columns = page.size(&facts, &choice).1;
        in_parts(|first| page.present(&facts, &choice, ColumnWindow::From(first), setup), columns)
    };
    let pages: Vec<PresentedPage<'_>> = PAGES.iter().flat_map(parts).collect();
    // A terminal puts what is printed in its order by itself.
    let text = |line: &Line<'_>| line.iter().map(|span| &*span.text).collect::<String>();
    let line = |line: &Line<'_>| without_isolates(&text(line)).trim_end().to_owned();
    let page = |page: &PresentedPage<'_>| {
        let items = (0..page.count).flat_map(|index| page.item(index));
        let lines = page.head.iter().map(line).chain(items.map(|item| line(&item)));
        lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    };
    pages.iter().map(page).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Presents a page as often as it takes to show all columns.
fn in_parts<'s>(page: impl Fn(usize) -> Option<PresentedPage<'s>>, columns: usize) -> Vec<PresentedPage<'s>> {
    let mut parts: Vec<PresentedPage<'s>> = page(0).into_iter().collect();
    let next =
        |parts: &[PresentedPage<'s>]| parts.last().map(|part| part.columns.end).filter(|&end| 0 < end && end < columns);
    while let Some(part) = next(&parts).and_then(&page) {
        parts.push(part);
    }
    parts
}
