//! An export of Factiva without codes: words, day, outlet and code in a row above the text, and the document with that code below.

use super::labels::LABEL;
use super::lines::{document, has_day, is_copyright, is_length, is_name, is_person};
use crate::draft::{Draft, DraftBlock, Kind};

/// Returns where words, day, outlet and code stand in a row, if the document with that code stands below.
pub(super) fn row(blocks: &[DraftBlock]) -> Option<usize> {
    let is_row = |four: &[DraftBlock]| {
        let [length, day, outlet, code] = four else { return false };
        let is_code = (2..=10).contains(&code.text.len())
            && code.text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        is_length(&length.text) && has_day(&day.text) && is_name(&outlet.text) && is_code
    };
    let at = blocks.windows(4).take(16).position(is_row)?;
    let code = blocks[at + 3].text.as_str();
    let is_document = |block: &DraftBlock| document(&block.text).is_some_and(|own| own.starts_with(code));
    blocks[at + 4..].iter().any(is_document).then_some(at)
}

/// Takes an export of Factiva whose row of words, day, outlet and code begins at a block.
pub(super) fn settle(draft: &mut Draft, at: usize) {
    let Draft { blocks, byline, outlet, .. } = draft;
    outlet.get_or_insert_with(|| blocks[at + 2].text.clone());
    let copyright = (at + 3..blocks.len().min(at + 8)).find(|&k| is_copyright(&blocks[k].text)).unwrap_or(at + 3);
    blocks[at..=copyright].iter_mut().for_each(|block| block.kind = Some(Kind::Furniture));
    if at >= 2 && is_person(&blocks[at - 1].text) && blocks[at - 2].text.split(' ').nth(3).is_some() {
        // A headline of four words and more stands above a name.
        byline.get_or_insert_with(|| blocks[at - 1].text.clone());
        blocks[at - 1].kind = Some(Kind::Byline);
    }
    let Some(end) = blocks.iter().position(|block| document(&block.text).is_some()).filter(|&end| end > copyright + 1)
    else {
        return;
    };
    let publisher = blocks[end - 1].text.trim_end_matches('.');
    if publisher.len() <= 2 * LABEL && blocks[copyright].text.contains(publisher) {
        blocks[end - 1].kind = Some(Kind::Furniture);
    }
}
