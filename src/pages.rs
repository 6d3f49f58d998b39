//! The pages of the whole story: the same lines in the reader and without a screen.
//!
//! ```text
//!     Shared wording     who shares how much with whom, both ways
//!     Passages           which passage stands where in each article
//!     Source             where each article's words stand besides
//!     Headlines          headlines and leads, one under another
//!     Quotations         which quotation stands how in each article, and who says it
//!     People             who names whom, and as what
//!     Figures            which figures and dates agree and differ
//!     Words              what is swapped, and what stands in a list
//! ```
//!
//! A page is also a [`Sheet`] of cells, for printers that have tables. On a screen and as text it is lines of [`Span`](crate::present::Span)s with a [`Role`](crate::present::Role) each; the reader gives the
//! roles their looks, text leaves them out.
//! [`PAGES`] lists them; each file holds all there is to its page, see [`StoryPage`].

mod evidence;
pub(crate) mod figures;
mod headlines;
pub(crate) mod listed_words;
mod names;
mod page;
pub(crate) mod passages;
pub(crate) mod people;
pub(crate) mod quotations;
pub(crate) mod records;
pub(crate) mod sharing;
mod sheet;
pub(crate) mod source;
mod story_page;

pub use evidence::{
    Column as EvidenceColumn, Detail as EvidenceDetail, Entry as EvidenceEntry, EntryPlace, EvidenceList, EvidencePage,
    of_block as evidence_of_block,
};
pub use figures::{Figures, FiguresPage};
pub use headlines::HeadlinesPage;
pub use listed_words::{Words, WordsPage};
pub use page::{ColumnWindow, PresentedPage, beyond};
pub use passages::PassagesPage;
pub use people::{People, PeoplePage};
pub use quotations::{Quotations, QuotationsPage};
pub use sharing::SharingPage;
pub use sheet::{MOST_COLUMNS, Sheet, SheetCell, pairs_of_one};
pub use source::SourcePage;
pub use story_page::{Facts, KeyText, Needs, PageChoice, PageOutcome, ScreenFacts, StoryPage, Target, TargetPlace};

/// Lists all pages, in the order of the key that goes through them.
pub static PAGES: [&dyn StoryPage; 8] = [
    &SharingPage,
    &PassagesPage,
    &SourcePage,
    &HeadlinesPage,
    &EvidencePage(Quotations),
    &EvidencePage(People),
    &EvidencePage(Figures),
    &EvidencePage(Words),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::evidence::Evidence;
    use crate::keys::{Action, Keymap};
    use crate::layout::PageSetup;
    use crate::pair::{Pair, Side};
    use crate::story::presence::Filter;
    use crate::story::{Perspective, SharedWording, Story, StoryAnalysis};

    const WIRE: &str = "The ferries were withdrawn in March after cracks were found in their hulls.\n\n\
        The council voted eleven to four for the order, and two members stayed away.";

    const LEDGER: &str = "The ferries were withdrawn in March after cracks were found in their hulls.\n\n\
        A retired captain keeps bees behind the lighthouse, and sells their honey.";

    /// Asks a page of a story of two about what is known of it, as text shows it.
    fn asked<T>(ask: impl FnOnce(&Facts<'_>) -> T) -> T {
        asked_on_screen(&[], |facts| ask(&Facts { screen: None, ..*facts }))
    }

    /// Does the same as a screen shows it, where what some articles have alone is unfolded.
    fn asked_on_screen<T>(unfolded: &[usize], ask: impl FnOnce(&Facts<'_>) -> T) -> T {
        use crate::article::Article;
        let story = Story::new("", vec![Article::read("wire", WIRE), Article::read("ledger", LEDGER)]);
        let analysis = StoryAnalysis::new(&story);
        let wording = SharedWording::new_watched(&story, &analysis.matrix, &|_| true);
        let perspective = Perspective::new(&story, &analysis, 0);
        let (unfolded, keymap) = (unfolded.iter().copied().collect(), Keymap::default());
        let screen =
            ScreenFacts { wording: wording.as_ref(), unfolded: &unfolded, keymap: &keymap, here: (Side::Left, 0) };
        let evidence = Evidence::of_story(&story, story.pins(), &|_| true);
        let (analysis, perspective, evidence) = (Some(&analysis), Some(&perspective), evidence.as_ref());
        ask(&Facts { story: &story, analysis, perspective, evidence, shown: Pair::new(0, 1), screen: Some(screen) })
    }

    fn at(item: usize, column: usize) -> PageChoice {
        PageChoice { item, column, ..PageChoice::default() }
    }

    #[test]
    fn pages_have_names_of_their_own() {
        let names: HashSet<&str> = PAGES.iter().map(|page| page.name()).collect();
        assert_eq!(names.len(), PAGES.len());
    }

    #[test]
    fn the_help_of_a_page_explains_every_key_that_it_hints_at() {
        let far = PageChoice { filter: Filter::MovedBy(3), ..PageChoice::default() };
        for page in PAGES {
            let explained: HashSet<Action> =
                page.help().iter().flat_map(|(actions, _)| actions.iter().copied()).collect();
            for (actions, meaning) in asked(|facts| page.hints(facts, &far)) {
                assert!(actions.iter().all(|action| explained.contains(action)), "{}: {meaning}", page.name());
            }
        }
    }

    #[test]
    fn a_page_is_there_when_what_it_needs_is_known() {
        asked(|facts| {
            let none = Facts { analysis: None, perspective: None, evidence: None, ..*facts };
            let pairs = Facts { perspective: None, evidence: None, ..*facts };
            for page in PAGES {
                let is_there = |facts: &Facts<'_>| {
                    page.present(facts, &at(0, 0), ColumnWindow::Chosen, PageSetup::default()).is_some()
                };
                let expected = [page.needs() == Needs::Nothing, page.needs() <= Needs::Analysis, true];
                assert_eq!([&none, &pairs, facts].map(is_there), expected, "{}", page.name());
            }
        });
    }

    #[test]
    fn every_item_of_a_page_has_lines_and_opens_something() {
        asked(|facts| {
            for page in PAGES {
                let (items, columns) = page.size(facts, &at(0, 0));
                let shown =
                    page.present(facts, &at(0, 0), ColumnWindow::Chosen, PageSetup::default()).expect("all is known");
                assert_eq!(shown.count, items, "{}", page.name());
                for item in 0..items {
                    assert!(!shown.item(item).is_empty(), "{} {item}", page.name());
                    let opens = |column| page.target(facts, &at(item, column)).is_some_and(|target| target.is_ok());
                    assert!((0..columns).any(opens), "{} {item}", page.name());
                }
                assert_eq!(
                    page.target(facts, &at(items, columns)).map(|target| target.is_ok()),
                    (page.name() == "headlines").then_some(true)
                );
            }
        });
    }

    #[test]
    fn sheets_say_what_the_lines_of_a_page_say() {
        asked(|facts| {
            for page in PAGES {
                let sheets = page.sheets(facts, &at(0, 0), PageSetup::default());
                // Each place of an entry of evidence has a row of its own below.
                let of_items = sheets.iter().filter(|sheet| !sheet.title.ends_with("place by place"));
                let rows: usize = of_items.map(|sheet| sheet.count).sum();
                let (items, _) = page.size(facts, &at(0, 0));
                // Where others have nothing alike a row says so.
                assert_eq!(rows, items + usize::from(page.name() == "source"), "{}", page.name());
                for sheet in &sheets {
                    let widths: Vec<usize> = (0..sheet.count).map(|row| sheet.row(row).len()).collect();
                    assert!(
                        sheet.head.is_empty() || widths.iter().all(|&width| width == sheet.head.len()),
                        "{sheet:?}"
                    );
                }
                let cells = sheets.iter().flat_map(|sheet| (0..sheet.count).flat_map(|row| sheet.row(row)));
                assert!(cells.filter_map(|cell| cell.target).all(|target| target.pair.left != target.pair.right));
            }
            let none = Facts { analysis: None, perspective: None, evidence: None, ..*facts };
            let known = PAGES.map(|page| page.sheets(&none, &at(0, 0), PageSetup::default()).len());
            assert_eq!(known, [0, 0, 0, 1, 0, 0, 0, 0], "headlines need nothing else");
        });
    }

    #[test]
    fn enter_opens_what_is_chosen() {
        let opened = |page: &dyn StoryPage, choice| asked(|facts| page.target(facts, &choice));
        let start =
            |left, right| Some(Ok(Target { pair: Pair::new(left, right), at: TargetPlace::Start, folding: None }));
        assert_eq!(opened(&HeadlinesPage, at(1, 0)), start(1, 0));
        assert_eq!(opened(&SharingPage, at(0, 0)), Some(Err("an article beside itself: choose another column")));
        let block = |side, block| {
            Some(Ok(Target { pair: Pair::new(0, 1), at: TargetPlace::Block(side, block), folding: None }))
        };
        // Headlines and leads stand at the head, the base's and the others'.
        assert_eq!(opened(&PassagesPage, at(0, 1)), start(0, 1), "neither has a headline");
        assert_eq!(opened(&PassagesPage, at(1, 0)), block(Side::Left, 0));
        assert_eq!(opened(&PassagesPage, at(1, 1)), block(Side::Right, 0));
        assert_eq!(opened(&PassagesPage, at(2, 1)), block(Side::Left, 0));
        // What only the other has is read where it stands.
        assert_eq!(opened(&PassagesPage, at(3, 1)), block(Side::Right, 1));
        let run = Target { pair: Pair::new(0, 1), at: TargetPlace::FirstSharedRun(Side::Right), folding: None };
        assert_eq!(opened(&SourcePage, at(0, 0)), Some(Ok(run)));
    }

    /// The text of the items of a page on a screen.
    fn shown(page: &dyn StoryPage, facts: &Facts<'_>) -> Vec<String> {
        let shown = page.present(facts, &at(0, 0), ColumnWindow::Chosen, PageSetup::default()).expect("all is known");
        let text = |line: crate::present::Line<'_>| line.iter().map(|span| &*span.text).collect::<String>();
        let items = (0..shown.count).flat_map(|item| shown.item(item)).map(text);
        items.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn what_an_outlet_has_alone_is_folded_on_a_screen() {
        let folded = asked_on_screen(&[], |facts| shown(&PassagesPage, facts));
        let words = "The ferries were withdrawn in March after cracks were found in…";
        let ferries = format!("{words} ¶1 =¶1");
        let alone = ["A wire alone: 1 passage, 14 words · Enter", "B ledger alone: 1 passage, 12 words · Enter"];
        assert_eq!(folded, ["Headlines – –", "Leads ¶1 ¶1", &ferries, alone[0], alone[1]]);
        let opened = asked_on_screen(&[0], |facts| shown(&PassagesPage, facts));
        assert_eq!(
            opened[3..],
            [alone[0], "The council voted eleven to four for the order, and two member… ¶2 –", alone[1]]
        );
        let outcome = |action, item| asked_on_screen(&[], |facts| PassagesPage.act(action, facts, &mut at(item, 0)));
        assert_eq!(outcome(Action::Follow, 4), PageOutcome::Folded(1));
        assert_eq!(outcome(Action::Follow, 2), PageOutcome::Ignored);
    }

    #[test]
    fn runs_and_bars_stand_with_the_matrix_on_a_screen() {
        let lines = asked_on_screen(&[], |facts| {
            let choice = at(0, 1);
            let page = SharingPage.present(facts, &choice, ColumnWindow::Chosen, PageSetup::default());
            let page = page.expect("all is known");
            let text = |line: crate::present::Line<'_>| line.iter().map(|span| &*span.text).collect::<String>();
            (0..page.count).flat_map(|item| page.item(item)).map(text).collect::<Vec<_>>()
        });
        let run = "The ferries were withdrawn in March after cracks were found in their hulls";
        for expected in ["Longest runs in A and B", "13 w  A¶1  B¶1", "Who carries what", "48% of 27 w", "52% of 25 w"]
        {
            assert!(lines.iter().any(|line| line.contains(expected)), "{expected} in {lines:#?}");
        }
        assert!(lines.concat().split_whitespace().collect::<String>().contains(&run.replace(' ', "")), "{lines:#?}");
        let target = |run| {
            let choice = PageChoice { run, ..at(0, 1) };
            asked_on_screen(&[], |facts| SharingPage.target(facts, &choice))
        };
        let pair = Pair::new(0, 1);
        let expected = |at| Some(Ok(Target { pair, at, folding: None }));
        assert_eq!(target(None), target(Some(0)), "the longest one");
        assert_eq!(target(Some(0)), expected(TargetPlace::Words(Side::Left, 0, 0)));
    }

    #[test]
    fn folding_asks_for_other_passages_and_for_what_an_outlet_has_alone() {
        let mut choice = PageChoice { item: 2, column: 1, ..PageChoice::default() };
        let mut outcome = |action| asked(|facts| PassagesPage.act(action, facts, &mut choice));
        assert_eq!(outcome(Action::Fold), PageOutcome::Changed("in all outlets".to_owned()));
        assert_eq!(outcome(Action::Wider), PageOutcome::Changed("over 3 blocks up or down".to_owned()));
        assert_eq!(outcome(Action::Wider), PageOutcome::Changed("over 4 blocks up or down".to_owned()));
        assert_eq!(outcome(Action::Follow), PageOutcome::Ignored);
        assert_eq!(
            choice,
            PageChoice { item: 0, column: 1, run: None, filter: Filter::MovedBy(4), distance: 4, is_excerpt: false }
        );
        let outcome = asked(|facts| SourcePage.act(Action::Fold, facts, &mut at(0, 0)));
        let folding = Some(crate::layout::Folding::Linked);
        assert_eq!(outcome, PageOutcome::Read(Target { pair: Pair::new(0, 1), at: TargetPlace::Start, folding }));
    }
}
