//! The whole story as text: all its pages, one under another, each as often as it takes to show all columns.

use crate::layout::PageSetup;
use crate::pages::{Page, Sight, headlines, passages, sharing, source};
use crate::present::Line;
use crate::story::presence::Filter;
use crate::story::{Perspective, Story, StoryAnalysis};

/// Writes the whole story as text: seen from an article, or from the one that is proposed.
///
/// # Panics
///
/// If the place is beyond the last article.
#[must_use]
pub fn write(story: &Story, base: Option<usize>, filter: Filter, setup: PageSetup) -> String {
    let analysis = StoryAnalysis::new(story);
    let perspective = Perspective::new(story, &analysis, base.unwrap_or_else(|| analysis.first_base()));
    let mut pages = in_parts(|first| sharing(story, &analysis, Sight::From(first), setup), story.articles().len());
    let table = |first| passages(story, &analysis, &perspective.presence, filter, Sight::From(first), setup);
    pages.extend(in_parts(table, story.articles().len()));
    pages.extend([source(story, &analysis, &perspective, setup), headlines(story, setup)]);
    let line = |line: &Line<'_>| line.iter().map(|span| &*span.text).collect::<String>().trim_end().to_owned();
    let page = |page: &Page<'_>| {
        let items = (0..page.count).flat_map(|place| page.item(place));
        let lines = page.head.iter().map(line).chain(items.map(|item| line(&item)));
        lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    };
    pages.iter().map(page).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// A page as often as it takes to show all columns.
fn in_parts<'s>(page: impl Fn(usize) -> Page<'s>, columns: usize) -> Vec<Page<'s>> {
    let mut parts = vec![page(0)];
    while let Some(next) = parts.last().map(|part| part.columns.end).filter(|&end| end < columns) {
        parts.push(page(next));
    }
    parts
}
