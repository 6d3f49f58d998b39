//! The table of passages.
//!
//! ```text
//!     9 of 74 passages                      A       B       C       D       E
//!     Ordinary people in China should …    ¶4     ~¶7       –       –     ~¶9
//!     Watching for foreign agents …        ¶5     ~¶3       –   ~¶3,4    =¶10
//!
//!     … where more articles do not fit:     A    B    C    D    E    F    G    H
//!     Ordinary people in China should …     4   ~7    –  ~3+    –    –    –    –
//! ```

mod cells;
mod items;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use cells::CellSetup;
use items::{Item, count as count_of, counted, items};
use serde::Serialize;

use super::page::SHORT;
use super::records::numbers;
use super::story_page::{CLOSE, NEXT_PAGE, READ};
use super::{
    ColumnWindow, Facts, KeyText, Needs, PageChoice, PageOutcome, PresentedPage, StoryPage, Target, TargetPlace,
};
use crate::keys::Action;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::{Line, Role, Shade, Sign, Span, labels};
use crate::story::presence::{Filter, Presence, PresenceRelation};
use crate::story::{Alone, Passage, Perspective, Story, StoryAnalysis};

/// The columns of a cell, and of one where many articles are to fit.
const WIDE: usize = 8;
const NARROW: usize = 5;

/// The least columns of the words, and those that they have of the width.
const WORDS: usize = 12;
const THIRD: usize = 3;

/// Shows which passage stands where: an item for each that is shown, with a cell for each article. Where all are shown,
/// the headlines and then the leads of all articles stand at the head, a row each, whether or not they share wording.
#[derive(Clone, Copy, Debug)]
pub struct PassagesPage;

impl StoryPage for PassagesPage {
    fn name(&self) -> &'static str {
        "passages"
    }

    fn needs(&self) -> Needs {
        Needs::Perspective
    }

    fn size(&self, facts: &Facts<'_>, choice: &PageChoice) -> (usize, usize) {
        let shown = |perspective| items(facts, perspective, choice.filter).len();
        (facts.perspective.map_or(0, shown), facts.story.articles().len())
    }

    /// Cost: linear in the passages for the filter, and in the cells that are asked for.
    fn present<'a>(
        &self,
        facts: &Facts<'a>,
        choice: &PageChoice,
        window: ColumnWindow,
        setup: PageSetup,
    ) -> Option<PresentedPage<'a>> {
        let table = Table { facts: *facts, analysis: facts.analysis?, perspective: facts.perspective?, setup };
        Some(table.present(*choice, window))
    }

    fn caption(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<String> {
        let perspective = facts.perspective?;
        let presence = &perspective.presence;
        let item = chosen(facts, choice)?;
        let name = facts.name(choice.column);
        let blocks = item.blocks(facts.story, presence, choice.column);
        let cell = match item {
            Item::Alone(index) => {
                let alone = perspective.parted.alone.get(index)?;
                return Some(format!("{} {}", facts.name(alone.article), counted(alone)));
            }
            Item::Passage(passage) if presence.is_partly_in(passage, choice.column) => {
                return Some(format!("part of it stands elsewhere in {name}"));
            }
            _ if blocks.is_empty() => return Some(format!("not found in {name}")),
            Item::Headlines => return Some(format!("{name}: headline {}", labels::each_block(&blocks))),
            Item::Leads => return Some(format!("{name}: lead {}", labels::each_block(&blocks))),
            Item::Passage(passage) => presence.cell(passage, choice.column)?,
        };
        let relation = match cell.relation {
            PresenceRelation::Here | PresenceRelation::ByWay(_) => String::new(),
            relation => format!("{} ", relation.name()),
        };
        let by = match cell.relation {
            PresenceRelation::ByWay(other) => format!(", by way of {}", letter(other)),
            _ => String::new(),
        };
        let shift = match cell.shift {
            0 => String::new(),
            up @ ..0 => format!(", moved up over {}", counted_blocks(up.unsigned_abs())),
            down => format!(", moved down over {}", counted_blocks(down.unsigned_abs())),
        };
        Some(format!("{name}: {relation}{}{shift}{by}", labels::each_block(&blocks)))
    }

    /// Returns the base beside the chosen article, at the block that the passage begins with; an article that answers the
    /// base by way of a third one stands beside that one.
    fn target(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<Result<Target, &'static str>> {
        let presence = &facts.perspective?.presence;
        let passage = match chosen(facts, choice)? {
            Item::Passage(passage) => passage,
            Item::Alone(_) => return Some(Err("folded: opens and closes here")),
            item => return Some(Ok(head_target(item, facts, choice.column))),
        };
        let by = presence.cell(passage, choice.column).map(|cell| cell.relation);
        let passage = facts.analysis?.passages.passages.get(passage)?;
        let base = if let Some(PresenceRelation::ByWay(other)) = by { other } else { presence.base };
        Some(Ok(target(passage, base, choice.column, facts.shown.right)))
    }

    fn hints(&self, facts: &Facts<'_>, choice: &PageChoice) -> Vec<KeyText> {
        let follow = match folded(facts, choice) {
            Some((_, true)) => FOLD,
            Some((_, false)) => UNFOLD,
            None => READ,
        };
        let is_far = matches!(choice.filter, Filter::MovedBy(_));
        let farther: Option<KeyText> = is_far.then_some((&[Action::Narrower, Action::Wider], "how far"));
        let keys: [KeyText; 5] =
            [CLOSE, (&[Action::Outlet(0)], "seen from"), (&[Action::Fold], "filter"), NEXT_PAGE, follow];
        farther.into_iter().chain(keys).collect()
    }

    fn signs(&self) -> Vec<(String, &'static str)> {
        let signs =
            [Sign::Verbatim, Sign::Edited, Sign::Reworded, Sign::ByWay, Sign::Partly, Sign::Absent].map(Sign::text);
        let mut lines: Vec<(String, &str)> = signs.map(|text| (text.sign.to_owned(), text.short)).to_vec();
        let shades = Shade::ALL.map(Shade::sign).join(" ");
        lines.push((
            shades,
            "the same as a shade: same, edited, reworded, by way of a third or in part, not in the base",
        ));
        lines.push(("alone:".to_owned(), "what one outlet alone has, folded to a line"));
        lines.push(("¶4 ¶3,4".to_owned(), "the block where it stands in the column's outlet; two that share it"));
        lines.push(("3+".to_owned(), "more blocks than there is room for"));
        lines
    }

    fn own_keys(&self) -> &'static [KeyText] {
        &[
            (&[Action::LeftPane, Action::RightPane], "previous, next column"),
            (&[Action::Fold], "filter: in all, in some, only in the column, not found in it, moved"),
            (
                &[Action::Narrower, Action::Wider],
                "over fewer, more blocks: those of the base, as far as both have them, that a passage moved past",
            ),
            (
                &[Action::Follow],
                "read the base beside the column's outlet, at the passage; open, fold what an outlet has alone",
            ),
        ]
    }

    fn first_column(&self, _: &Facts<'_>, _: usize) -> usize {
        0
    }

    fn act(&self, action: Action, facts: &Facts<'_>, choice: &mut PageChoice) -> PageOutcome {
        let filter = match action {
            Action::Follow => {
                return folded(facts, choice).map_or(PageOutcome::Ignored, |(article, _)| PageOutcome::Folded(article));
            }
            Action::Fold => next_filter(choice),
            Action::Wider => moved(choice, 1),
            Action::Narrower => moved(choice, -1),
            _ => return PageOutcome::Ignored,
        };
        (choice.filter, choice.item) = (filter, 0);
        PageOutcome::Changed(filter_name(filter))
    }
}

/// What opening what an article alone has is called, and folding it.
const UNFOLD: KeyText = (&[Action::Follow], "open");
const FOLD: KeyText = (&[Action::Follow], "fold");

/// Returns the chosen item.
fn chosen(facts: &Facts<'_>, choice: &PageChoice) -> Option<Item> {
    items(facts, facts.perspective?, choice.filter).get(choice.item).copied()
}

/// Returns the article whose own passages are folded to the chosen line, or would be, and whether they are open.
fn folded(facts: &Facts<'_>, choice: &PageChoice) -> Option<(usize, bool)> {
    let Some(Item::Alone(index)) = chosen(facts, choice) else { return None };
    let article = facts.perspective?.parted.alone.get(index)?.article;
    Some((article, facts.screen?.unfolded.contains(&article)))
}

/// Returns the filter after this one: those in all, in some, only in or not in the chosen article, those that moved
/// far.
const fn next_filter(choice: &PageChoice) -> Filter {
    match choice.filter {
        Filter::Everything => Filter::InAll,
        Filter::InAll => Filter::InSome,
        Filter::InSome => Filter::OnlyIn(choice.column),
        Filter::OnlyIn(_) => Filter::NotIn(choice.column),
        Filter::NotIn(_) => Filter::MovedBy(choice.distance),
        Filter::MovedBy(_) => Filter::Everything,
    }
}

/// Returns the passages that moved, those by more blocks or fewer than before if they are shown already.
fn moved(choice: &mut PageChoice, by: isize) -> Filter {
    if matches!(choice.filter, Filter::MovedBy(_)) {
        choice.distance = choice.distance.saturating_add_signed(by);
    }
    Filter::MovedBy(choice.distance)
}

/// Returns where a headline or a lead is read: the base beside the chosen article, or beside what is read.
fn head_target(item: Item, facts: &Facts<'_>, column: usize) -> Target {
    let (presence, read) = (facts.perspective.map(|perspective| &perspective.presence), facts.shown.right);
    let base = presence.map_or(0, |presence| presence.base);
    let others = [column, read, usize::from(base == 0)];
    let other = others.into_iter().find(|&article| article != base).unwrap_or(column);
    let pair = Pair::new(base, other);
    let side = if column == base { Side::Left } else { Side::Right };
    let block = match item {
        Item::Headlines => facts.story.articles()[pair[side]].headline_index(),
        _ => facts.story.articles()[pair[side]].lead_index(),
    };
    let at = block.map_or(TargetPlace::Start, |block| TargetPlace::Block(side, block));
    Target { pair, at, folding: None }
}

/// Returns where a passage is read: in the base and in another article, which may be the base itself; `right` is what
/// was read.
fn target(passage: &Passage, base: usize, column: usize, right: usize) -> Target {
    let mut having = passage.blocks.iter().map(|(article, _)| *article);
    // Beside the base itself stands whoever else has the passage.
    let other = if column == base { having.find(|&article| article != base) } else { Some(column) };
    let other = other.or_else(|| Some(right).filter(|&article| article != base));
    let pair = Pair::new(base, other.unwrap_or(usize::from(base == 0)));
    let at = |side: Side| passage.in_article(pair[side]).first().map(|&block| TargetPlace::Block(side, block));
    let (pair, at) = match (at(Side::Left).or_else(|| at(Side::Right)), passage.blocks.first()) {
        // Neither the base nor the chosen article has it: it is read where it stands.
        (None, Some((article, blocks))) => (Pair::new(base, *article), TargetPlace::Block(Side::Right, blocks[0])),
        (at, _) => (pair, at.unwrap_or(TargetPlace::Start)),
    };
    Target { pair, at, folding: None }
}

/// What the page is made of.
#[derive(Clone, Copy)]
struct Table<'a> {
    facts: Facts<'a>,
    analysis: &'a StoryAnalysis,
    perspective: &'a Perspective,
    setup: PageSetup,
}

impl<'a> Table<'a> {
    fn present(self, choice: PageChoice, window: ColumnWindow) -> PresentedPage<'a> {
        let (width, setup, presence) = (self.setup.width, self.setup, &self.perspective.presence);
        let count = self.facts.story.articles().len();
        let most = width.saturating_sub((width / THIRD).max(WORDS));
        let is_wide = count * WIDE <= most;
        let cell_width = if is_wide { WIDE } else { NARROW };
        let columns = window.columns(&choice, count, (most / cell_width).max(1));
        let words = width.saturating_sub(columns.len() * cell_width).max(WORDS);
        let shown = items(&self.facts, self.perspective, choice.filter);
        let mut head = self.heading(choice.filter, is_wide);
        head.push(Line::new());
        let passages = (count_of(self.perspective, choice.filter), count_of(self.perspective, Filter::Everything));
        let counted = setup.fitted(&setup.signs(counted_of(passages, presence, &columns)), words);
        let mut names = vec![Span::new(counted, Role::Faint)];
        names.extend(
            columns.clone().map(|article| Span::new(format!("{:>cell_width$}", letter(article)), Role::Heading)),
        );
        head.push(names);
        head.extend(shown.is_empty().then(|| vec![Span::new("none", Role::Faint)]));
        let (items, in_sight) = (shown.len(), columns.clone());
        let item = move |line: usize| {
            let item = shown[line];
            if let Item::Alone(index) = item {
                return vec![self.fold(&self.perspective.parted.alone[index], window.sets_off_item(&choice, line))];
            }
            let text = text(self.facts.story, self.analysis, presence.base, (item, choice.filter));
            let role = if matches!(item, Item::Passage(_)) { Role::Text } else { Role::Heading };
            let mut spans = vec![Span::new(setup.fitted(&text, words - 1) + " ", role)];
            spans.extend(in_sight.clone().map(|article| {
                let is_chosen = window.sets_off(&choice, line, article);
                self.cell((item, article), CellSetup { columns: cell_width, is_wide, is_chosen })
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

    fn heading(&self, filter: Filter, is_wide: bool) -> Vec<Line<'static>> {
        let setup = self.setup;
        let base = letter(self.perspective.presence.base);
        let (title, filter) = (format!("Passages, seen from {base}"), filter_name(filter));
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
            head.extend(self.legend(explained, where_it_stands));
        } else {
            let texts = explained.into_iter().map(|(text, _)| text);
            head.extend(setup.legend(texts.chain([where_it_stands.to_owned()])));
        }
        head
    }

    /// Explains the signs in the shades of what they stand for.
    fn legend(&self, explained: Vec<(String, Option<Shade>)>, where_it_stands: &str) -> Vec<Line<'static>> {
        let setup = self.setup;
        // Two spaces: one that parts it, and one for the shade.
        let stretch = |(text, shade): (String, Option<Shade>)| {
            setup.span(format!("  {text} "), shade.map_or(Role::Faint, Role::Carried))
        };
        setup.run_on(explained.into_iter().chain([(where_it_stands.to_owned(), None)]).map(stretch))
    }
}

/// Counts the passages: `9 of 74 passages`, and which articles are in sight if not all are.
fn counted_of((shown, all): (usize, usize), presence: &Presence, columns: &Range<usize>) -> String {
    let count = format!("{shown} of {all}");
    if columns.len() == presence.articles {
        return format!("{count} passages");
    }
    format!("{count} · {}–{} of {}", letter(columns.start), letter(columns.end - 1), presence.articles)
}

/// Returns the words of an item: for a passage those by which it is [named](crate::story::Passages::naming), seen from the base.
/// Of what is called not found somewhere, what remains without the wording that stands there.
fn text<'s>(story: &'s Story, analysis: &StoryAnalysis, base: usize, (item, filter): (Item, Filter)) -> Cow<'s, str> {
    let passages = &analysis.passages;
    let passage = match item {
        Item::Headlines => return Cow::Borrowed("Headlines"),
        Item::Leads => return Cow::Borrowed("Leads"),
        Item::Passage(passage) => &passages.passages[passage],
        Item::Alone(_) => return Cow::Borrowed(""),
    };
    let Some((article, blocks)) = passages.naming(passage, base) else { return Cow::Borrowed("") };
    let first = blocks.first().copied().unwrap_or(0);
    let missing = match filter {
        Filter::OnlyIn(_) => None,
        Filter::NotIn(other) => Some(other),
        _ => return Cow::Borrowed(labels::words(&story.articles()[article].blocks[first])),
    };
    let left = blocks.iter().copied().find(|&block| passages.is_left(article, block, missing)).unwrap_or(first);
    let remains = passages.remains(article, left, missing);
    labels::remaining_words(&story.articles()[article].blocks[left], remains)
}

/// Returns what a filter shows.
fn filter_name(filter: Filter) -> String {
    match filter {
        Filter::Everything => "all".to_owned(),
        Filter::InAll => "in all outlets".to_owned(),
        Filter::InSome => "in some outlets".to_owned(),
        Filter::OnlyIn(article) => format!("only in {}", letter(article)),
        Filter::NotIn(article) => format!("not found in {}", letter(article)),
        Filter::MovedBy(0) => "moved up or down".to_owned(),
        Filter::MovedBy(blocks) => format!("over {} up or down", counted_blocks(blocks)),
    }
}

fn counted_blocks(blocks: usize) -> String {
    if blocks == 1 { "1 block".to_owned() } else { format!("{blocks} blocks") }
}

/// Where a passage stands, for scripts.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Passage"))]
pub(crate) struct PassageRecord {
    /// The numbers of its blocks by the letters of the articles, as they answer the base. A block that several of another
    /// article make up together stands in the passage of each of them.
    blocks: BTreeMap<String, Vec<usize>>,
    /// The letters of articles that no link joins to the base, each with that of the article by way of which it came.
    /// The base is the proposed source, else the first article.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    by: BTreeMap<String, String>,
}

/// Records all passages.
pub(crate) fn records(analysis: &StoryAnalysis) -> Vec<PassageRecord> {
    let base = analysis.first_base();
    let record = |passage: &Passage| {
        let at = |article: usize| (letter(article), numbers(passage.answering(base, article)));
        let blocks = passage.blocks.iter().map(|(article, _)| at(*article)).collect();
        let by = passage.by_way_of(base).into_iter().map(|(article, other)| (letter(article), letter(other)));
        PassageRecord { blocks, by: by.collect() }
    };
    let passages = analysis.passages.passages.iter();
    passages.filter(|passage| passage.is_telling_from(base)).map(record).collect()
}
