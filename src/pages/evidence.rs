//! Pages of evidence: entries of a kind, and where each stands in every outlet.
//!
//! ```text
//!     12 of 12 quotations                   A       B       C
//!     “We waited too long, and knew …”     =¶4     ≠¶6       –
//!       A¶4 same words · Ada Quill: said · rule: subject and verb after it
//!       B¶6 other words · speaker not stated
//!         “We waited much too long”
//!         “much” stands here, and not at A¶4
//! ```
//!
//! What a page lists is an [`EvidenceList`]; how it is filtered, set, opened and told is the same for all of them. The chosen entry
//! stands there in full, in text all do.

mod block;
mod choice;
mod entries;
mod places;
mod sheets;
mod table;

pub use block::of_block;
pub use entries::{Column, Detail, Entry, EntryPlace, EvidenceList};

use choice::{filter, filter_after, shown};
use places::{in_article, target};
use table::Table;

use super::passages::filter_name;
use super::story_page::{CLOSE, NEXT_PAGE, READ};
use super::{ColumnWindow, Facts, KeyText, Needs, PageChoice, PageOutcome, PresentedPage, Sheet, StoryPage, Target};
use crate::keys::Action;
use crate::layout::PageSetup;
use crate::present::{Sign, labels};

/// Shows evidence of a kind: an item for each entry, with a cell for each article.
#[derive(Clone, Copy, Debug)]
pub struct EvidencePage<L>(pub L);

impl<L: EvidenceList> StoryPage for EvidencePage<L> {
    fn name(&self) -> &'static str {
        L::NAME
    }

    fn needs(&self) -> Needs {
        Needs::Evidence
    }

    fn size(&self, facts: &Facts<'_>, choice: &PageChoice) -> (usize, usize) {
        let count = facts.evidence.map_or(0, |evidence| shown(&self.0, facts, evidence, choice).len());
        (count, facts.story.articles().len())
    }

    /// Cost: linear in the entries for the filter, and in the cells that are asked for.
    fn present<'a>(
        &self,
        facts: &Facts<'a>,
        choice: &PageChoice,
        window: ColumnWindow,
        setup: PageSetup,
    ) -> Option<PresentedPage<'a>> {
        let table = Table { list: self.0, facts: *facts, evidence: facts.evidence?, setup };
        Some(table.present(*choice, window))
    }

    fn sheets<'a>(&self, facts: &Facts<'a>, choice: &PageChoice, setup: PageSetup) -> Vec<Sheet<'a>> {
        let table = |evidence| Table { list: self.0, facts: *facts, evidence, setup };
        facts.evidence.map_or_else(Vec::new, |evidence| sheets::sheets(table(evidence), choice))
    }

    fn caption(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<String> {
        let evidence = facts.evidence?;
        let entry = shown(&self.0, facts, evidence, choice).into_iter().nth(choice.item)?;
        let article = facts.article_at(choice.column);
        let name = facts.name(article);
        let is_own = |own: &EntryPlace| own.place.article == article;
        let Some(index) = entry.places.iter().position(is_own) else { return Some(format!("{} {name}", L::ABSENT)) };
        let mut blocks: Vec<usize> = in_article(&entry.places, article).map(|own| own.place.block).collect();
        blocks.dedup();
        let brief = self.0.brief(facts, evidence, (&entry, index));
        let word = self.0.stands(evidence, (&entry, index));
        let word = if word.is_empty() { String::new() } else { format!(" {word}") };
        let brief = if brief.is_empty() { brief } else { format!(" · {brief}") };
        Some(format!("{name}: {}{word}{brief}", labels::each_block(&blocks)))
    }

    /// Returns the chosen article at the entry's place, beside the one that it is held against, or that has it too.
    fn target(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<Result<Target, &'static str>> {
        let evidence = facts.evidence?;
        let entry = shown(&self.0, facts, evidence, choice).into_iter().nth(choice.item)?;
        Some(target(facts, &entry.places, facts.article_at(choice.column)).ok_or(NOT_THERE))
    }

    fn hints(&self, facts: &Facts<'_>, choice: &PageChoice) -> Vec<KeyText> {
        let keys = [CLOSE, (&[Action::Outlet(0)], "column"), (&[Action::Fold], "filter"), NEXT_PAGE];
        let read = (self.size(facts, choice).0 > 0).then_some(READ);
        keys.into_iter().chain(read).collect()
    }

    fn signs(&self) -> Vec<(String, &'static str)> {
        let own = L::SIGNS.iter().map(|(sign, _, meaning)| ((*sign).to_owned(), *meaning));
        let others = [
            (Sign::Absent.sign(), L::ABSENT_MEANS),
            ("¶4 ¶3,4", "the block where it stands in the column's outlet; two of them"),
            ("3+", "more blocks than there is room for"),
        ];
        own.chain(others.map(|(sign, meaning)| (sign.to_owned(), meaning)))
            .chain(L::TERMS.iter().map(|(term, meaning)| ((*term).to_owned(), *meaning)))
            .collect()
    }

    fn own_keys(&self) -> &'static [KeyText] {
        &[
            (&[Action::LeftPane, Action::RightPane], "previous, next column"),
            (&[Action::Fold], "filter: in all, in some, only in the column, not found in it"),
            (&[Action::WordLists], "lists of words that mark, on and off"),
            (
                &[Action::Follow],
                "read the column's outlet at the place, beside the outlet that it is held against, or another one that has it; \
                 where the two do not stand level each pane goes to its own place",
            ),
        ]
    }

    fn chooses_columns(&self) -> bool {
        true
    }

    /// Returns the first entry that stands in the block that the reader is in, or after it.
    fn first_choice(&self, facts: &Facts<'_>, choice: &PageChoice) -> (usize, usize) {
        let (article, _, block) = facts.here();
        let column = facts.column_of(article);
        let Some(evidence) = facts.evidence else { return (0, column) };
        let is_here = |entry: &Entry| in_article(&entry.places, article).any(|own| own.place.block == block);
        let item = shown(&self.0, facts, evidence, choice).iter().position(is_here);
        (item.unwrap_or(0), column)
    }

    fn act(&self, action: Action, facts: &Facts<'_>, choice: &mut PageChoice) -> PageOutcome {
        if action != Action::Fold {
            return PageOutcome::Ignored;
        }
        let next = filter_after(filter(facts, choice), facts.article_at(choice.column));
        (choice.filter, choice.item) = (next, 0);
        PageOutcome::Changed(filter_name(next))
    }
}

/// What is said where there is nothing to read.
const NOT_THERE: &str = "one article: there is nothing beside it";
