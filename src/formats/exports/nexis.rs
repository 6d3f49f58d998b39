//! An export of Nexis: outlet, day and headline without labels, the rest with them.

use super::documents;
use super::labels::{LABEL, NEXIS, Role, labelled};
use super::lines::{has_day, is_copyright, is_length, is_name, says, set_apart, take};
use crate::draft::{Draft, DraftBlock, Kind};

/// Tells whether two lines have labels, and one of them says how many words the report is long.
pub(super) fn is_export(blocks: &[DraftBlock]) -> bool {
    let mut labels = blocks.iter().filter_map(|block| labelled(&block.text, NEXIS));
    let count = labels.clone().count();
    count >= 2 && labels.any(|(role, value)| role == Role::Length && is_length(value))
}

/// Takes an export of Nexis: what has no label stands above the first line that has one.
pub(super) fn settle(draft: &mut Draft) {
    let is_line = |block: &DraftBlock| labelled(&block.text, NEXIS).is_some() || is_copyright(&block.text);
    let head = draft.blocks.iter().position(is_line).unwrap_or(0);
    graphics(&mut draft.blocks);
    set_apart(&mut draft.blocks, |text| {
        says(text, &["body", "graphic", "all rights reserved"])
            || says(text, &CLASSIFICATION)
            || documents::count(text).is_some()
    });
    if let Some(day) = (1..head).find(|&k| has_day(&draft.blocks[k].text)) {
        let is_edition = |text: &str| text.ends_with("Edition") || text.ends_with("Ausgabe");
        let outlet = &draft.blocks[day - 1];
        // Without another line that is the headline, the name above the day may be it.
        let is_other = |k: usize| k != day && k + 1 != day && draft.blocks[k].kind.is_none();
        let has_headline = draft.title.is_some()
            || (0..head).any(|k| is_other(k) && !is_edition(&draft.blocks[k].text))
            || draft.blocks.iter().any(|block| matches!(labelled(&block.text, NEXIS), Some((Role::Headline, _))));
        if has_headline && outlet.kind.is_none() && is_name(&outlet.text) {
            let name = outlet.text.clone();
            draft.outlet.get_or_insert(name);
            draft.blocks[day - 1].kind = Some(Kind::Furniture);
        }
        set_apart(&mut draft.blocks[day..head], |text| text.len() <= 2 * LABEL && is_edition(text));
    }
    take(draft, NEXIS);
}

/// What stands above the terms of an index, in lower case.
const CLASSIFICATION: [&str; 5] =
    ["classification", "klassifizierung", "clasificación", "classificazione", "classificatie"];

/// Makes captions of what stands between `Graphic` and the next line of the archive.
fn graphics(blocks: &mut [DraftBlock]) {
    let Some(at) = blocks.iter().rposition(|block| says(&block.text, &["graphic"])) else { return };
    let is_line = |block: &DraftBlock| labelled(&block.text, NEXIS).is_some() || says(&block.text, &CLASSIFICATION);
    if let Some(count) = blocks[at + 1..].iter().position(is_line) {
        blocks[at + 1..=at + count].iter_mut().for_each(|block| block.kind = Some(Kind::Caption));
    }
}
