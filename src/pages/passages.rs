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
mod filters;
mod items;
mod record;
mod sheet;
mod table;
mod targets;

pub(super) use filters::filter_name;
use filters::{counted_blocks, narrowed, next_filter};
use items::{Item, counted, item_at, items};
pub(crate) use record::{PassageRecord, records};
use table::Table;
use targets::target_of;

use super::story_page::{CLOSE, NEXT_PAGE, READ};
use super::{ColumnWindow, Facts, KeyText, Needs, PageChoice, PageOutcome, PresentedPage, Sheet, StoryPage, Target};
use crate::keys::Action;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::present::{Shade, Sign, labels};
use crate::story::presence::{Filter, PresenceRelation};

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

    fn sheets<'a>(&self, facts: &Facts<'a>, choice: &PageChoice, setup: PageSetup) -> Vec<Sheet<'a>> {
        let known = facts.analysis.zip(facts.perspective);
        known.map_or_else(Vec::new, |(analysis, perspective)| {
            sheet::sheets(Table { facts: *facts, analysis, perspective, setup }, choice.filter)
        })
    }

    fn caption(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<String> {
        let perspective = facts.perspective?;
        let presence = &perspective.presence;
        let item = chosen(facts, choice)?;
        let column = facts.article_at(choice.column);
        let name = facts.name(column);
        let blocks = item.blocks(facts.story, presence, column);
        let cell = match item {
            Item::Alone(index) => {
                let alone = perspective.parted.alone.get(index)?;
                return Some(format!("{} {}", facts.name(alone.article), counted(alone)));
            }
            Item::Passage(passage) if presence.is_partly_in(passage, column) => {
                return Some(format!("part of it stands elsewhere in {name}"));
            }
            _ if blocks.is_empty() => return Some(format!("not found in {name}")),
            Item::Headlines => return Some(format!("{name}: headline {}", labels::each_block(&blocks))),
            Item::Leads => return Some(format!("{name}: lead {}", labels::each_block(&blocks))),
            Item::Passage(passage) => presence.cell(passage, column)?,
        };
        let relation = match cell.relation {
            PresenceRelation::Here | PresenceRelation::ByWay(_) => String::new(),
            relation => format!("{} ", relation.name()),
        };
        let by = match cell.relation {
            PresenceRelation::ByWay(other) => {
                let base = letter(presence.base);
                let is_alone = matches!(item, Item::Passage(passage) if presence.is_by_way_alone(passage, column));
                let counts = if is_alone { format!(", without {base}'s wording: not counted") } else { String::new() };
                format!(", by way of {}{counts}", letter(other))
            }
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
        target_of(facts, chosen(facts, choice)?, facts.article_at(choice.column))
    }

    fn hints(&self, facts: &Facts<'_>, choice: &PageChoice) -> Vec<KeyText> {
        let follow = match folded(facts, choice) {
            Some((_, true)) => FOLD,
            Some((_, false)) => UNFOLD,
            None => READ,
        };
        let column = facts.article_at(choice.column);
        let narrower: Option<KeyText> = match choice.filter {
            Filter::MovedBy(_) => Some((&[Action::Narrower, Action::Wider], "how far")),
            Filter::NotIn(article) if article != column => Some(NOR_IN),
            Filter::NotInAny(articles) if articles.iter().all(|article| article != column) => Some(NOR_IN),
            _ => None,
        };
        let keys: [KeyText; 5] =
            [CLOSE, (&[Action::Outlet(0)], "seen from"), (&[Action::Fold], "filter"), NEXT_PAGE, follow];
        narrower.into_iter().chain(keys).collect()
    }

    fn signs(&self) -> Vec<(String, &'static str)> {
        let signs =
            [Sign::Verbatim, Sign::Edited, Sign::Reworded, Sign::ByWay, Sign::Partly, Sign::Absent].map(Sign::text);
        let mut lines: Vec<(String, &str)> = signs.map(|text| (text.sign.to_owned(), text.short)).to_vec();
        lines.push(("in all".to_owned(), IN_ALL));
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
                "of those not found in an outlet: nor in the column's, or in that again; else of those that moved: over fewer, more \
                 blocks of the base, as far as both have them",
            ),
            (
                &[Action::Follow],
                "read the base beside the column's outlet, at the passage; open, fold what an outlet has alone",
            ),
        ]
    }

    fn is_seen_from_here(&self) -> bool {
        true
    }

    /// Returns the passage that the reader is in, or the line that it is folded to; the column is that of the article opposite.
    fn first_choice(&self, facts: &Facts<'_>, choice: &PageChoice) -> (usize, usize) {
        let (article, opposite, block) = facts.here();
        let item = facts.perspective.and_then(|seen| item_at(facts, seen, (article, block), choice.filter));
        let column = if let Filter::OnlyIn(article) = choice.filter { article } else { opposite };
        (item.unwrap_or(0), facts.column_of(column))
    }

    fn act(&self, action: Action, facts: &Facts<'_>, choice: &mut PageChoice) -> PageOutcome {
        let filter = match action {
            Action::Follow => {
                return folded(facts, choice).map_or(PageOutcome::Ignored, |(article, _)| PageOutcome::Folded(article));
            }
            Action::Fold => next_filter(choice, facts.article_at(choice.column)),
            Action::Wider => narrowed(choice, facts.article_at(choice.column), 1),
            Action::Narrower => narrowed(choice, facts.article_at(choice.column), -1),
            _ => return PageOutcome::Ignored,
        };
        (choice.filter, choice.item) = (filter, 0);
        PageOutcome::Changed(filter_name(filter))
    }
}

/// What it takes to be counted as in all outlets.
const IN_ALL: &str = "each outlet is linked with the base; one that comes by way of a third outlet (⇢) counts where five words in a \
    row of the passage stand there";

/// What leaving out the outlet of the column too is called.
const NOR_IN: KeyText = (&[Action::Wider], "nor in this column");

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
