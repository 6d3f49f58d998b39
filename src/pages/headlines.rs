//! Headlines and leads, one under another.

use super::Page;
use crate::article::{Article, Kind};
use crate::layout::PageSetup;
use crate::present::{Line, Role, Span};
use crate::story::{Story, letter};

const INDENT: usize = 4;

/// The headline and the first paragraph of every article.
#[must_use]
pub fn headlines(story: &Story, setup: PageSetup) -> Page<'_> {
    let head = vec![vec![Span::new("Headlines and leads", Role::Heading)], Line::new()];
    let item = move |place: usize| {
        let article = &story.articles()[place];
        let date = article.date.as_ref().map_or_else(String::new, |date| setup.signs(" · ") + date);
        let mut lines: Vec<Line<'static>> =
            setup.faint(&format!("{}   {}{date}", letter(place), article.label())).collect();
        indented(&mut lines, article.headline.as_deref().unwrap_or("no headline"), Role::Strong, setup);
        indented(&mut lines, lead(article), Role::Text, setup);
        lines.push(Line::new());
        lines
    };
    Page::of(head, story.articles().len(), item)
}

/// The first paragraph, without its dateline.
fn lead(article: &Article) -> &str {
    article.blocks.iter().find(|block| block.kind == Kind::Paragraph).map_or("", |block| block.body())
}

fn indented(lines: &mut Vec<Line<'static>>, text: &str, role: Role, setup: PageSetup) {
    let columns = setup.width.saturating_sub(INDENT).clamp(1, setup.measure.max(1));
    lines.extend(setup.wrap(text, columns).map(|line| vec![Span::new(" ".repeat(INDENT) + line, role)]));
}
