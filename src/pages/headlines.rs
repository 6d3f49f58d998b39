//! Headlines and leads, one under another.
//!
//! ```text
//!     A   Coast Wire · 2026-06-16
//!         New ferries ordered
//!         Plans for new ferries were first drawn up nine years ago …
//! ```

use super::{ColumnWindow, Facts, KeyText, Needs, PageChoice, PresentedPage, StoryPage, Target, TargetPlace};
use crate::article::Article;
use crate::keys::Action;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pair::Pair;
use crate::present::{Line, Role, Span};

const INDENT: usize = 4;

/// Shows the headline and the first paragraph of every article: an item each.
#[derive(Clone, Copy, Debug)]
pub struct HeadlinesPage;

impl StoryPage for HeadlinesPage {
    fn name(&self) -> &'static str {
        "headlines"
    }

    fn needs(&self) -> Needs {
        Needs::Nothing
    }

    fn size(&self, facts: &Facts<'_>, _: &PageChoice) -> (usize, usize) {
        (facts.story.articles().len(), 1)
    }

    fn present<'a>(
        &self,
        facts: &Facts<'a>,
        _: &PageChoice,
        _: ColumnWindow,
        setup: PageSetup,
    ) -> Option<PresentedPage<'a>> {
        let head = vec![vec![Span::new("Headlines and leads", Role::Heading)], Line::new()];
        let articles = facts.story.articles();
        Some(PresentedPage::new(head, articles.len(), move |article| lines(&articles[article], article, setup)))
    }

    fn article_of(&self, _: &Facts<'_>, item: usize) -> Option<usize> {
        Some(item)
    }

    fn caption(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<String> {
        Some(facts.name(choice.item))
    }

    /// Returns the article, where it begins, beside what is read already.
    fn target(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<Result<Target, &'static str>> {
        let Pair { left, right } = facts.shown;
        let other = if left == choice.item { right } else { left };
        Some(Ok(Target { pair: Pair::new(choice.item, other), at: TargetPlace::Start, folding: None }))
    }

    fn signs(&self) -> Vec<(String, &'static str)> {
        vec![("A …".to_owned(), "an outlet and its date; below its headline, and the paragraph that it begins with")]
    }

    fn own_keys(&self) -> &'static [KeyText] {
        &[(&[Action::Follow], "read that outlet, from its beginning")]
    }
}

fn lines(article: &Article, index: usize, setup: PageSetup) -> Vec<Line<'static>> {
    let date = article.date.as_ref().map_or_else(String::new, |date| setup.signs(" · ") + date);
    let name = format!("{}   {}{date}", letter(index), article.label());
    let mut lines: Vec<Line<'static>> = setup.faint(&name).collect();
    indented(&mut lines, article.headline.as_deref().unwrap_or("no headline"), Role::Strong, setup);
    indented(&mut lines, lead(article), Role::Text, setup);
    lines.push(Line::new());
    lines
}

/// Returns the first paragraph, without its dateline.
fn lead(article: &Article) -> &str {
    article.lead_index().map_or("", |index| article.blocks[index].body())
}

fn indented(lines: &mut Vec<Line<'static>>, text: &str, role: Role, setup: PageSetup) {
    let columns = setup.width.saturating_sub(INDENT).clamp(1, setup.measure.max(1));
    lines.extend(setup.wrap(text, columns).map(|line| vec![Span::new(" ".repeat(INDENT) + line, role)]));
}
