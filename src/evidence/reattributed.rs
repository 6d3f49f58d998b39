//! Quotations that another outlet tells in its own words, and gives to somebody else.
//!
//! ```text
//!     C  It said that ferries, trains and buses should carry the notice.        it: the ministry
//!     D  “Ferries, trains and buses should carry the notice,” the bureau said.
//! ```
//!
//! Only where a link joins the two paragraphs, the quotation is most of its own, and the other one quotes nothing, and nobody is said to say
//! anything there who may be the same.

use rustc_hash::FxHashMap;

use super::ledger::{QuotationEntry, QuotationKind};
use super::links::Answers;
use super::{AttributedQuotation, Place, Statement, said_by};
use crate::story::Story;
use crate::words;

/// A quotation has so many words at least, and this part of those of its block, in parts of ten.
const LONG: usize = 8;
const MOST: usize = 6;

/// Marks the quotations of one outlet that a linked paragraph of another one gives to somebody else. Cost: linear in the links, and in the text
/// of what is quoted at length.
pub(super) fn mark(
    story: &Story,
    ledger: &mut [QuotationEntry],
    quotations: &[AttributedQuotation],
    statements: &[Statement],
    answers: &Answers,
) {
    let linked = answers.linked();
    let quoted: FxHashMap<(usize, usize), usize> =
        quotations.iter().map(|own| ((own.article, own.quotation.block), own.quotation.words)).collect();
    let mut said: FxHashMap<(usize, usize), Vec<&Statement>> = FxHashMap::default();
    for statement in statements {
        said.entry((statement.article, statement.attribution.block)).or_default().push(statement);
    }
    let mut of_blocks: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for entry in ledger.iter_mut().filter(|entry| entry.kind == QuotationKind::OneOutlet) {
        // What stands word for word in running text is held against that.
        for own in entry.said.iter_mut().filter(|own| own.against.is_none()) {
            let quotation = &quotations[own.quotation];
            let at = (quotation.article, quotation.quotation.block);
            let Some(speaker) = quotation.speaker.as_ref().filter(|_| quotation.quotation.words >= LONG) else {
                continue;
            };
            let count = || words::count(&story.articles()[at.0].blocks[at.1].text);
            let of_block = *of_blocks.entry(at).or_insert_with(count);
            if quotation.quotation.words * 10 < of_block * MOST {
                continue;
            }
            let others = linked.get(&at).into_iter().flatten().filter(|other| !quoted.contains_key(other));
            let other = others.filter_map(|other| Some((other, said.get(other)?)));
            // Whoever says anything there is somebody else: what is quoted may be told of any of them.
            let are_others = |there: &[&Statement]| there.iter().all(|other| said_by::differ(speaker, &other.speaker));
            let Some((place, statement)) = other.into_iter().find_map(|(place, there)| {
                let first = there.first().filter(|_| are_others(there))?;
                Some((place, *first))
            }) else {
                continue;
            };
            let length = story.articles()[place.0].blocks[place.1].text.len();
            own.kind = QuotationKind::Reattributed;
            own.against =
                Some(Place { article: place.0, block: place.1, range: statement.attribution.speaker.start..length });
            own.is_against_text = true;
            own.other_speaker = Some(statement.speaker.clone());
        }
        entry.kind = entry.said.iter().map(|own| own.kind).min().unwrap_or(entry.kind);
    }
}
