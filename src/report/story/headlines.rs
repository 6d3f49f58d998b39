//! Headlines and leads, one under another.

use super::{Line, Page, Role, span};
use crate::article::{Article, Kind};
use crate::layout::MEASURE;
use crate::story::{Story, letter};
use crate::wrap;

const INDENT: usize = 4;

/// The headline and the first paragraph of every article.
#[must_use]
pub fn headlines(story: &Story, width: usize) -> Page<'_> {
    let head = vec![vec![span("Headlines and leads", Role::Head)], Line::new()];
    let item = move |place: usize| {
        let article = &story.articles()[place];
        let date = article.date.as_ref().map_or_else(String::new, |date| format!(" · {date}"));
        let mut lines = vec![vec![span(format!("{}   {}{date}", letter(place), article.label()), Role::Faint)]];
        indented(&mut lines, article.headline.as_deref().unwrap_or("no headline"), Role::Strong, width);
        indented(&mut lines, lead(article), Role::Plain, width);
        lines.push(Line::new());
        lines
    };
    Page::of(head, story.articles().len(), item)
}

/// The first paragraph, without its dateline.
fn lead(article: &Article) -> &str {
    article.blocks.iter().find(|block| block.kind == Kind::Paragraph).map_or("", |block| block.body())
}

fn indented(lines: &mut Vec<Line>, text: &str, role: Role, width: usize) {
    for line in wrap::wrap(text, width.saturating_sub(INDENT).clamp(1, MEASURE)) {
        lines.push(vec![span(format!("{}{}", " ".repeat(INDENT), &text[line.range]), role)]);
    }
}
