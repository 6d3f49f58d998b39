//! Headlines and leads, one under another.
//!
//! ```text
//!     A   Coast Wire · 2026-06-16
//!         New ferries ordered
//!         Plans for new ferries were first drawn up nine years ago …
//! ```

use std::borrow::Cow;

use super::{
    ColumnWindow, Facts, KeyText, Needs, PageChoice, PresentedPage, Sheet, SheetCell, StoryPage, Target, TargetPlace,
};
use crate::article::Article;
use crate::keys::Action;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pair::Pair;
use crate::present::{Line, Role, Span, excerpts, labels};
use crate::wrap::{Direction, Levels, isolated_line};

const INDENT: usize = 4;

const TITLE: &str = "Headlines and leads";
const NO_HEADLINE: &str = "no headline";

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
        choice: &PageChoice,
        _: ColumnWindow,
        setup: PageSetup,
    ) -> Option<PresentedPage<'a>> {
        let head = vec![vec![Span::new(TITLE, Role::Heading)], Line::new()];
        let (articles, is_screen, is_excerpt) = (facts.story.articles(), facts.screen.is_some(), choice.is_excerpt);
        Some(PresentedPage::new(head, articles.len(), move |article| {
            lines(&articles[article], article, (is_screen, is_excerpt), setup)
        }))
    }

    fn sheets<'a>(&self, facts: &Facts<'a>, choice: &PageChoice, setup: PageSetup) -> Vec<Sheet<'a>> {
        let (story, shown, is_excerpt) = (facts.story, facts.shown, choice.is_excerpt);
        let row = move |index: usize| {
            let article = &story.articles()[index];
            let headline = match &article.headline {
                Some(headline) => SheetCell::words(index, headline, Role::Strong),
                None => SheetCell::ours(NO_HEADLINE, Role::Faint, setup),
            };
            vec![
                SheetCell::name(story, index),
                SheetCell::words(index, article.date.as_deref().unwrap_or_default(), Role::Faint),
                headline.opening(Some(target(index, shown))),
                SheetCell::words(index, lead(article, is_excerpt, setup), Role::Text),
            ]
        };
        vec![Sheet::new(TITLE, Vec::new(), story.articles().len(), row)]
    }

    fn article_of(&self, _: &Facts<'_>, item: usize) -> Option<usize> {
        Some(item)
    }

    fn caption(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<String> {
        Some(facts.name(choice.item))
    }

    /// Returns the article, where it begins, beside what is read already.
    fn target(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<Result<Target, &'static str>> {
        Some(Ok(target(choice.item, facts.shown)))
    }

    /// Returns the line of the article that the reader is in.
    fn first_choice(&self, facts: &Facts<'_>, _: &PageChoice) -> (usize, usize) {
        (facts.here().0, 0)
    }

    fn signs(&self) -> Vec<(String, &'static str)> {
        vec![("A …".to_owned(), "an outlet and its date; below its headline, and the paragraph that it begins with")]
    }

    fn own_keys(&self) -> &'static [KeyText] {
        &[(&[Action::Follow], "read that outlet, from its beginning")]
    }
}

/// Returns an article, where it begins, beside what is read already.
fn target(article: usize, shown: Pair<usize>) -> Target {
    let other = if shown.left == article { shown.right } else { shown.left };
    Target { pair: Pair::new(article, other), at: TargetPlace::Start, folding: None }
}

fn lines(
    article: &Article,
    index: usize,
    (is_screen, is_excerpt): (bool, bool),
    setup: PageSetup,
) -> Vec<Line<'static>> {
    let date = article.date.as_ref().map_or_else(String::new, |date| setup.signs(" · ") + date);
    let name = format!("{}   {}{date}", letter(index), labels::set_off(article, article.label()));
    let mut lines: Vec<Line<'static>> = setup.faint(&name).collect();
    let headline = article.headline.as_deref().unwrap_or(NO_HEADLINE);
    for (text, role) in [(headline, Role::Strong), (&*lead(article, is_excerpt, setup), Role::Text)] {
        let direction = Direction::of_text(text, Direction::of_article(article));
        lines.extend(indented(text, direction.filter(|_| is_screen), setup).map(|line| vec![Span::new(line, role)]));
    }
    lines.push(Line::new());
    lines
}

/// Returns the first paragraph, without its dateline; of an excerpt its first words.
fn lead(article: &Article, is_excerpt: bool, setup: PageSetup) -> Cow<'_, str> {
    let lead = article.lead_index().map_or("", |index| article.blocks[index].body());
    if is_excerpt { excerpts::first_words(lead, setup) } else { Cow::Borrowed(lead) }
}

/// Returns the lines of a text; those of one that runs from right to left are set flush right.
fn indented(text: &str, direction: Option<Direction>, setup: PageSetup) -> impl Iterator<Item = String> {
    let columns = setup.width.saturating_sub(INDENT).clamp(1, setup.measure.max(1));
    let levels = direction.and_then(|direction| Levels::within(text, direction));
    setup.wrap(text, columns).map(move |line| {
        let start = line.as_ptr().addr() - text.as_ptr().addr();
        let is_flush_right = direction == Some(Direction::RightToLeft);
        let room = if is_flush_right { columns.saturating_sub(setup.columns(line)) } else { 0 };
        " ".repeat(INDENT + room) + &isolated_line(text, start..start + line.len(), levels.as_ref())
    })
}
