//! The text of a page to a draft.

use dom_query::Document;

use super::facts::{self, Facts};
use super::walk::{self, Blocks};
use super::{extract, lean, names};
use crate::draft::{Draft, DraftBlock, Kind};

/// The fewest words of an article that is not free to read and no stub.
const FEW: usize = 200;

/// Reads a page, and where it was found if somebody else says so.
pub(super) fn read(html: &str, found_at: Option<&str>) -> Result<Draft, String> {
    let lean = lean::lean(html)?;
    let page = Document::from(lean.html.as_str());
    if extract::depth(&page) > lean::DEEPEST {
        return Err(lean::too_deep());
    }
    extract::prepare(&page);
    let mut facts = facts::facts(&page);
    let elsewhere = [found_at, lean.saved_from.as_deref()];
    facts.address = facts.address.or_else(|| elsewhere.into_iter().flatten().find_map(names::address));
    let kept = extract::extract(&page);
    let mut blocks = walk::blocks(&page, &kept, facts.title.as_deref());
    if blocks.article.is_empty() {
        blocks.article = stated_text(&facts);
    }
    if blocks.article.is_empty() { Err("no article in this page".to_owned()) } else { Ok(draft(facts, blocks)) }
}

/// Returns the paragraphs that the facts state, of a page that sets its text only by a script.
fn stated_text(facts: &Facts) -> Vec<DraftBlock> {
    let lines = facts.text.iter().flat_map(|text| text.lines());
    lines.filter_map(names::plain).map(|text| DraftBlock { text, kind: None }).collect()
}

fn draft(facts: Facts, blocks: Blocks) -> Draft {
    let is_text = |block: &&DraftBlock| matches!(block.kind, None | Some(Kind::Paragraph));
    let words: usize = blocks.article.iter().filter(is_text).map(|block| block.text.split_whitespace().count()).sum();
    let stub = (facts.is_paid && words < FEW).then(|| format!("looks like a stub: not free to read, {words} words"));
    Draft {
        outlet: facts.outlet,
        title: facts.title,
        byline: facts.authors.into_iter().next(),
        date: facts.date,
        language: facts.language,
        address: facts.address,
        remarks: stub.into_iter().collect(),
        blocks: blocks.article,
        left_out: blocks.left_out,
        ..Draft::default()
    }
}
