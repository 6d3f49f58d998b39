//! The text of a page to a draft.

use dom_query::Document;

use super::facts::{self, Facts};
use super::own::Own;
use super::walk::{self, Blocks};
use super::{around, boxes, extract, lean, names, repeats, teasers, walls};
use crate::draft::{Draft, DraftBlock};
use crate::unicode::scripts::count_words;

const NO_ARTICLE: &str = "no article in this page";

/// Reads a page, and where it was found if somebody else says so.
pub(super) fn read(html: &str, found_at: Option<&str>) -> Result<Draft, String> {
    read_called(html, found_at, None)
}

/// Reads the page of a mail with that subject, which says more of it than what its window would be called.
pub(super) fn read_of_mail(html: &str, subject: Option<&str>) -> Result<Draft, String> {
    read_called(html, None, subject)
}

fn read_called(html: &str, found_at: Option<&str>, subject: Option<&str>) -> Result<Draft, String> {
    let lean = lean::lean(html)?;
    let page = Document::from(lean.html.as_str());
    if extract::depth(&page) > lean::DEEPEST {
        return Err(lean::too_deep());
    }
    extract::prepare(&page);
    let stated = facts::stated(&page);
    let kept = boxes::without_boxes(&page, extract::extract(&page));
    let titles: Vec<&str> = stated.titles(&page).into_iter().chain(subject).collect();
    let own = Own::of(&page, &kept, &titles);
    let pieces = around::complete(&own, kept, &stated.authors());
    if !stated.is_article() && teasers::is_list(&page.html_root(), &pieces) {
        return Err(NO_ARTICLE.to_owned());
    }
    let window = stated.window().map(str::to_owned);
    let mut facts = facts::complete(&page, stated, &own, pieces.headline.as_deref());
    if subject.is_some() && pieces.headline.is_none() && facts.title == window {
        facts.title = None;
    }
    let elsewhere = [found_at, lean.saved_from.as_deref()];
    facts.address = facts.address.or_else(|| elsewhere.into_iter().flatten().find_map(names::address));
    let mut blocks = walk::blocks(&page, &pieces, facts.title.as_deref(), facts.outlet.as_deref());
    let pulled = repeats::take_out_pulled(&mut blocks.article, &blocks.pulled);
    let repeated = repeats::take_out(&mut blocks.article);
    blocks.left_out.extend(pulled.into_iter().chain(repeated));
    if blocks.article.is_empty() {
        blocks.article = stated_text(&facts);
    }
    let all = blocks.article.iter().map(|block| count_words(&block.text)).sum();
    match walls::no_article(&page, window.as_deref(), all) {
        Some(refused) => Err(refused),
        None if blocks.article.is_empty() => Err(NO_ARTICLE.to_owned()),
        None => Ok(draft(facts, blocks, lean.is_cut)),
    }
}

/// Returns the paragraphs that the facts state, of a page that sets its text only by a script.
fn stated_text(facts: &Facts) -> Vec<DraftBlock> {
    let lines = facts.text.iter().flat_map(|text| text.lines());
    lines.filter_map(names::plain).map(|text| DraftBlock { text, kind: None }).collect()
}

fn draft(facts: Facts, blocks: Blocks, is_cut: bool) -> Draft {
    let cut = is_cut.then(|| "looks cut short: the page has no end".to_owned());
    Draft {
        outlet: facts.outlet,
        title: facts.title,
        byline: facts.authors.into_iter().next(),
        date: facts.date,
        language: facts.language,
        address: facts.address,
        is_paid: facts.is_paid,
        remarks: cut.into_iter().collect(),
        blocks: blocks.article,
        left_out: blocks.left_out,
        ..Draft::default()
    }
}
