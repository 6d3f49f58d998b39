//! The table of passages, set for a width: its head, and a line for each item with a cell for each article in sight.

use std::borrow::Cow;
use std::ops::Range;

use super::cells::{self, CellSetup};
use super::filters::{filter_name, next_filter};
use super::items::{Item, count as count_of, counted, items};
use crate::keys::Action;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::page::{SHORT, TableColumns};
use crate::pages::{ColumnWindow, Facts, PageChoice, PresentedPage};
use crate::present::{Line, Role, Shade, Span, labels};
use crate::story::presence::{Filter, Presence};
use crate::story::{Alone, Passages, Perspective, Story, StoryAnalysis};

/// What the page is made of.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    pub facts: Facts<'a>,
    pub analysis: &'a StoryAnalysis,
    pub perspective: &'a Perspective,
    pub setup: PageSetup,
}

impl<'a> Table<'a> {
    /// Returns the page. Cost: linear in the passages for the filter, and in the cells that are asked for.
    pub(super) fn present(self, choice: PageChoice, window: ColumnWindow) -> PresentedPage<'a> {
        let (setup, presence) = (self.setup, &self.perspective.presence);
        let count = self.facts.story.articles().len();
        let TableColumns { columns, cell: cell_width, words, is_wide } =
            TableColumns::new(window, &choice, count, setup.width);
        let shown = items(&self.facts, self.perspective, choice.filter);
        let mut head = self.heading(choice.filter, is_wide);
        head.push(Line::new());
        let passages = (count_of(self.perspective, choice.filter), count_of(self.perspective, Filter::Everything));
        let counted = setup.fitted(&setup.signs(counted_of(passages, presence, &columns)), words);
        let mut names = vec![Span::new(counted, Role::Faint)];
        names.extend(columns.clone().map(|column| {
            let letter = letter(self.facts.article_at(column));
            Span::new(format!("{letter:>cell_width$}"), Role::Heading)
        }));
        head.push(names);
        if shown.is_empty() {
            head.extend(setup.faint(&self.nothing(&choice)));
        }
        let (items, in_sight) = (shown.len(), columns.clone());
        let item = move |line: usize| {
            let item = shown[line];
            if let Item::Alone(index) = item {
                return vec![self.fold(&self.perspective.parted.alone[index], window.sets_off_item(&choice, line))];
            }
            let text = text(self.facts.story, self.analysis, presence.base, (item, choice.filter));
            let role = if matches!(item, Item::Passage(_)) { Role::Text } else { Role::Heading };
            let mut spans = vec![Span::new(setup.fitted(&text, words - 1) + " ", role)];
            spans.extend(in_sight.clone().map(|column| {
                let is_chosen = window.sets_off(&choice, line, column);
                self.cell((item, self.facts.article_at(column)), CellSetup { columns: cell_width, is_wide, is_chosen })
            }));
            vec![spans]
        };
        PresentedPage::new(head, items, item).with_columns(columns, words, cell_width)
    }

    /// Returns the cell of an item in an article, at the right end of its columns.
    fn cell(&self, of: (Item, usize), set: CellSetup) -> Span<'static> {
        let cell = cells::cell(&self.facts, &self.perspective.presence, of, set);
        let text = self.setup.clipped(&self.setup.signs(cell.text), set.columns - 1);
        let spaces = set.columns.saturating_sub(self.setup.columns(&text));
        Span::new(" ".repeat(spaces) + &text, cell.role)
    }

    /// Returns the line that stands for what an article alone has: `C Harbour Gazette alone: 7 passages, 312 words · Enter`.
    fn fold(&self, alone: &Alone, is_chosen: bool) -> Line<'static> {
        let (setup, keymap) = (self.setup, self.facts.screen.map(|screen| screen.keymap));
        let key =
            keymap.and_then(|keymap| keymap.first(Action::Follow)).map_or_else(String::new, |key| format!(" · {key}"));
        let counted = setup.signs(format!(" {}{key}", counted(alone)));
        let room = setup.width.saturating_sub(setup.columns(&counted));
        let name = setup.clipped(&self.facts.name(alone.article), room);
        let text = setup.fitted(&(name + &counted), setup.width);
        vec![Span::new(text, if is_chosen { Role::Chosen } else { Role::Heading })]
    }

    /// Says what is shown: a title, and which passages.
    pub(super) fn titles(&self, filter: Filter) -> (String, String) {
        let setup = self.setup;
        let base = letter(self.perspective.presence.base);
        let is_any = count_of(self.perspective, filter) > 0;
        let filter = match (filter, self.perspective.presence.in_all_by_way()) {
            (Filter::InAll, 1..) if is_any => {
                format!("{}; {}", filter_name(filter), by_way_alone(&self.perspective.presence))
            }
            _ => self
                .in_part(filter)
                .map_or_else(|| filter_name(filter), |part| format!("{}; {part}", filter_name(filter))),
        };
        (format!("Passages, seen from {base}"), setup.signs(filter))
    }

    fn heading(&self, filter: Filter, is_wide: bool) -> Vec<Line<'static>> {
        let setup = self.setup;
        let base = letter(self.perspective.presence.base);
        let (title, filter) = self.titles(filter);
        let named = Span::new(title.clone(), Role::Heading);
        let dotted = setup.span(format!(" · {filter}"), Role::Text);
        let mut head = if setup.columns(&named.text) + setup.columns(&dotted.text) <= setup.width {
            vec![vec![named, dotted]]
        } else {
            setup.lines(&title, Role::Heading).chain(setup.lines(&filter, Role::Text)).collect()
        };
        let where_it_stands = if is_wide { "¶ where it stands" } else { "number: which paragraph" };
        let explained = cells::explained(&base);
        if self.facts.screen.is_some() && setup.height < SHORT {
            return head;
        } else if self.facts.screen.is_some() {
            let shades = explained.into_iter().chain([cells::unsigned(&base)]);
            head.extend(self.legend(shades, where_it_stands));
        } else {
            let texts = explained.into_iter().map(|(text, _)| text);
            head.extend(setup.legend(texts.chain([where_it_stands.to_owned()])));
        }
        head
    }

    /// Says that a filter shows nothing, what is not counted and why, and which key shows what comes next.
    fn nothing(&self, choice: &PageChoice) -> String {
        let presence = &self.perspective.presence;
        let base = letter(presence.base);
        let why = match (choice.filter, presence.in_all_by_way()) {
            (Filter::InAll, 1) => Some(format!(
                "1 passage is not counted: an outlet has it only by way of a third one (⇢), without {base}'s words"
            )),
            (Filter::InAll, count @ 2..) => Some(format!(
                "{count} passages are not counted: an outlet has each of them only by way of a third one (⇢), without \
                 {base}'s words"
            )),
            _ => None,
        };
        let keymap = self.facts.screen.map(|screen| screen.keymap);
        let next = filter_name(next_filter(choice, self.facts.article_at(choice.column)));
        // What is not counted in all is in some, which are shown next.
        let shows = match presence.in_all_by_way() {
            _ if why.is_none() => format!("shows: {next}"),
            1 => format!("shows those {next}, this one too"),
            _ => format!("shows those {next}, these too"),
        };
        let key = keymap.and_then(|keymap| keymap.hint(Action::Fold, &shows));
        let parts: Vec<String> = ["none".to_owned()].into_iter().chain(why).chain(key).collect();
        self.setup.signs(parts.join("; "))
    }

    /// Says how many of those that are not found somewhere stand there in part: `of 3 a part stands there (⊏)`.
    fn in_part(&self, filter: Filter) -> Option<String> {
        let presence = &self.perspective.presence;
        let is_there = |passage: usize| match filter {
            Filter::NotIn(article) => presence.is_partly_in(passage, article),
            Filter::NotInAny(articles) => articles.iter().any(|article| presence.is_partly_in(passage, article)),
            _ => false,
        };
        let count = presence.shown(filter).into_iter().filter(|&passage| is_there(passage)).count();
        let sign = self.setup.signs("⊏".to_owned());
        (count > 0).then(|| format!("of {count} a part stands there ({sign})"))
    }

    /// Explains the signs in the shades of what they stand for.
    fn legend(
        &self,
        explained: impl Iterator<Item = (String, Option<Shade>)>,
        where_it_stands: &str,
    ) -> Vec<Line<'static>> {
        let setup = self.setup;
        // Two spaces: one that parts it, and one for the shade.
        let stretch = |(text, shade): (String, Option<Shade>)| {
            setup.span(format!("  {text} "), shade.map_or(Role::Faint, Role::Carried))
        };
        setup.run_on(explained.chain([(where_it_stands.to_owned(), None)]).map(stretch))
    }
}

/// Says what is not counted among what is in all: `not counted: 1 by way of a third outlet alone`.
fn by_way_alone(presence: &Presence) -> String {
    format!("not counted: {} by way of a third outlet alone", presence.in_all_by_way())
}

/// Counts the passages: `9 of 74 passages`, and which articles are in sight if not all are.
fn counted_of((shown, all): (usize, usize), presence: &Presence, columns: &Range<usize>) -> String {
    let count = format!("{shown} of {all}");
    if columns.len() == presence.articles {
        return format!("{count} passages");
    }
    format!("{count} · columns {}–{} of {}", columns.start + 1, columns.end, presence.articles)
}

/// Returns the words of an item in a line of ours: those of an article are set off, and said to be its where it is not the base: `D: The
/// quay …`.
fn text(story: &Story, analysis: &StoryAnalysis, base: usize, of: (Item, Filter)) -> String {
    match named(story, analysis, base, of) {
        (Some(article), words) => {
            let whose = if article == base { String::new() } else { format!("{}: ", letter(article)) };
            whose + &labels::set_off(&story.articles()[article], &words)
        }
        (None, words) => words.into_owned(),
    }
}

/// Returns the words of an item, and whose they are: for a passage those by which it is
/// [named](crate::story::Passages::naming), seen from the base. Of what is called not found somewhere, what remains without the
/// wording that stands there.
pub(super) fn named<'a>(
    story: &'a Story,
    analysis: &StoryAnalysis,
    base: usize,
    (item, filter): (Item, Filter),
) -> (Option<usize>, Cow<'a, str>) {
    let passages = &analysis.passages;
    let passage = match item {
        Item::Headlines => return (None, "Headlines".into()),
        Item::Leads => return (None, "Leads".into()),
        Item::Passage(passage) => &passages.passages[passage],
        Item::Alone(_) => return (None, "".into()),
    };
    let Some((article, blocks)) = passages.naming(passage, base) else { return (None, "".into()) };
    let of = &story.articles()[article];
    let first = blocks.first().copied().unwrap_or(0);
    let missing: Vec<Option<usize>> = match filter {
        Filter::OnlyIn(_) => vec![None],
        Filter::NotIn(other) => vec![Some(other)],
        Filter::NotInAny(others) => others.iter().map(Some).collect(),
        _ => return (Some(article), labels::words(&of.blocks[first]).into()),
    };
    let is_left = |&block: &usize| missing.iter().all(|&other| passages.is_left(article, block, other));
    let left = blocks.iter().copied().find(is_left).unwrap_or(first);
    let remains = remains(passages, (article, left), &missing);
    (Some(article), labels::remaining_words(&of.blocks[left], remains))
}

/// Returns where the part of a block is of which nothing stands in some articles, as far as one is known; `None` if that is the
/// whole block.
fn remains(passages: &Passages, (article, block): (usize, usize), missing: &[Option<usize>]) -> Option<Range<usize>> {
    let parts = missing.iter().filter_map(|&other| passages.remains(article, block, other));
    let common = parts.reduce(|one, other| one.start.max(other.start)..one.end.min(other.end))?;
    if common.is_empty() { passages.remains(article, block, None) } else { Some(common) }
}
