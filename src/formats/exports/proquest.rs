//! An export of `ProQuest`: labels above the text and below it, and a head of the whole file.
//!
//! ```text
//!     ____________________________                                     furniture
//!     Report Information from ProQuest                                 furniture
//!     Document 1 of 1                                                  furniture
//!     Boats for Larnholm                                               headline
//!     Author: Example, Ann                                             byline
//!     Publication info: The Herald; Larnholm [Larnholm] 16 Jun 2026: 3.    outlet and date, and furniture
//!     Full text: The council said so.                                  text
//!     Publication title: The Herald; Larnholm                          outlet, and furniture
//!     Publication date: Jun 16, 2026                                   date
//! ```

use super::documents;
use super::labels::{LABEL, PROQUEST, Role, labelled};
use super::lines::{has_day, is_name, says, set_apart, take};
use crate::draft::{Draft, DraftBlock, Kind};

/// Tells whether the text is labelled, and a document is named, or an outlet with two labels more.
pub(super) fn is_export(blocks: &[DraftBlock]) -> bool {
    /// The fewest labels that show one.
    const LABELS: usize = 4;
    let roles = || blocks.iter().filter_map(|block| Some(labelled(&block.text, PROQUEST)?.0));
    let has_text = blocks.iter().any(|block| begins_text(&block.text));
    let is_document = || blocks.iter().any(|block| is_document(&block.text));
    let has_outlet = || roles().any(|role| matches!(role, Role::Outlet | Role::Publication));
    has_text && (is_document() || has_outlet() && roles().nth(LABELS - 1).is_some())
}

/// Tells whether a line names the document.
fn is_document(text: &str) -> bool {
    says(text, &["proquest document link"])
        || text.len() <= 2 * LABEL && text.to_lowercase().starts_with("proquest document id: ")
}

/// Tells whether the text begins with a line, or below it.
fn begins_text(text: &str) -> bool {
    says(text, &["full text"]) || matches!(labelled(text, PROQUEST), Some((Role::Text, _)))
}

/// States what an export says of its article, and sets its other lines apart.
pub(super) fn settle(draft: &mut Draft) {
    let text = draft.blocks.iter().position(|block| begins_text(&block.text)).unwrap_or(0);
    head(draft, text);
    publication(draft);
    take(draft, PROQUEST);
    set_apart(&mut draft.blocks, |text| {
        let is_address = || text.starts_with("http") && text.contains("proquest") && !text.contains(' ');
        says(text, &["full text", "details", "links", "proquest document link"]) || is_rule(text) || is_address()
    });
}

fn label(block: &DraftBlock) -> Option<(Role, &str)> {
    labelled(&block.text, PROQUEST)
}

/// Sets apart what stands above the document, and an abstract below its own heading; says which block is the headline.
fn head(draft: &mut Draft, text: usize) {
    let Draft { blocks, title, .. } = draft;
    let is_heading = |block: &DraftBlock| says(&block.text, &["report information from proquest"]);
    let counted = blocks[..text].iter().rposition(|block| documents::count(&block.text).is_some());
    // Below its heading a report has the day of the export.
    let report = blocks[..text]
        .iter()
        .position(is_heading)
        .map(|at| at + usize::from(blocks.get(at + 1).is_some_and(|next| has_day(&next.text))));
    let above = counted.max(report).map_or(0, |last| last + 1);
    let above = above + blocks[above..text].iter().take_while(|block| is_rule(&block.text)).count();
    blocks[..above].iter_mut().for_each(|block| block.kind = Some(Kind::Furniture));
    let summary = blocks[..text].iter().position(|block| says(&block.text, &["abstract"])).unwrap_or(text);
    let of_summary = blocks[summary..text].iter_mut().filter(|block| label(block).is_none());
    of_summary.for_each(|block| block.kind = Some(Kind::Furniture));
    let named =
        blocks.iter().filter_map(label).find(|(role, _)| *role == Role::Headline).map(|(_, value)| value.to_owned());
    let same = |block: &DraftBlock| named.as_ref().is_none_or(|name| *name == block.text);
    let first = blocks[above..text].iter_mut().next().filter(|block| label(block).is_none() && same(block));
    // The headline stands above the text already, or a label says it.
    if let (None, Some(first)) = (&title, first) {
        first.kind = Some(Kind::Headline);
        let is_said_again = |block: &&mut DraftBlock| matches!(label(block), Some((Role::Headline, _)));
        blocks.iter_mut().filter(is_said_again).for_each(|block| block.kind = Some(Kind::Furniture));
    }
}

/// States outlet and day where they stand with the place in one line, which stays.
fn publication(draft: &mut Draft) {
    let Draft { blocks, outlet, date, .. } = draft;
    let value = |wanted| {
        let labels = blocks.iter().filter_map(|block| labelled(&block.text, PROQUEST));
        labels.filter(|(role, value)| *role == wanted && !value.is_empty()).map(|(_, value)| value).next()
    };
    let information = value(Role::Publication);
    if let Some(publication) = value(Role::Outlet).or(information) {
        let name = publication.split([';', '[']).next().unwrap_or_default().trim_end();
        let is_part = value(Role::Outlet) != Some(name);
        if outlet.is_none() && is_part && is_name(name) {
            *outlet = Some(name.to_owned());
        }
    }
    // Day and page stand behind the place in brackets.
    let behind =
        information.and_then(|text| text.rsplit_once(']')).map(|(_, text)| text.split(':').next().unwrap_or(text));
    let day = behind.map(|text| text.trim_matches([' ', '.', ','])).filter(|day| has_day(day));
    if let (None, None, Some(day)) = (&date, value(Role::Date), day) {
        *date = Some(day.to_owned());
    }
}

/// `____`
fn is_rule(text: &str) -> bool {
    text.len() >= 3 && text.bytes().all(|byte| matches!(byte, b'_' | b'-' | b'='))
}
