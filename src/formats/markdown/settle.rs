//! What a block is, once its neighbours are known.

use super::element::{Element, is_same};
use super::inline::Line;
use crate::draft::{Draft, Kind};

/// Says how many of something were left out; `None` if none was.
pub(super) fn left_out(count: usize, one: &str, more: &str) -> Option<String> {
    (count > 0).then(|| format!("{count} {} left out", if count == 1 { one } else { more }))
}

/// Takes the mark off a note program's box: `[!quote] Title`. What stands beside it is the title of what follows.
pub(super) fn callout(lines: &mut Vec<Line>) {
    let Some(first) = lines.first_mut() else { return };
    let Some((name, title)) = first.text.strip_prefix("[!").and_then(|rest| rest.split_once(']')) else { return };
    if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '|' | ' ')) {
        return;
    }
    first.text = title.trim_start_matches(['+', '-']).trim().to_owned();
    first.is_title = true;
    if first.text.is_empty() {
        lines.remove(0);
    }
}

/// Sets aside a clipper's excerpt, which the article says again: a quotation with that heading.
pub(super) fn excerpt(quotation: &mut [Element]) {
    if quotation.first().is_some_and(|first| first.level > 0 && first.text.eq_ignore_ascii_case("excerpt")) {
        for element in quotation {
            (element.kind, element.level) = (Some(Kind::Furniture), 0);
        }
    }
}

/// Leaves out what is shown where a picture is not, where the same stands under the picture.
pub(super) fn captions(elements: &mut Vec<Element>) {
    for k in 1..elements.len() {
        if elements[k - 1].kind == Some(Kind::Caption) && is_same(&elements[k - 1].text, &elements[k].text) {
            elements[k - 1].text.clear();
            elements[k].kind = elements[k].kind.or(Some(Kind::Caption));
        }
    }
    elements.retain(|element| !element.text.is_empty());
}

/// Calls what is quoted running text, unless all of the document is quoted, as a mail.
pub(super) fn quotations(elements: &mut [Element]) {
    if elements.iter().any(|element| !element.is_quoted && !element.is_head()) {
        for element in elements.iter_mut().filter(|element| element.is_quoted && element.kind.is_none()) {
            element.kind = Some(Kind::Paragraph);
        }
    }
}

/// Finds the article's address: of its headline, or of a line above or below the text that is there for it.
pub(super) fn address(elements: &[Element], draft: &mut Draft) {
    let is_own = |element: &&Element| element.is_link || element.level == 1;
    let head = elements.iter().take_while(|element| element.is_head());
    let own = head.filter(is_own).find_map(|element| element.address.clone());
    let last = || elements.last().filter(|last| last.is_link)?.address.clone();
    draft.address = draft.address.take().or(own).or_else(last);
}

/// Finds the headline: what has the title's words above the text, else the first heading of the first level there, else a
/// heading that all begins with.
pub(super) fn headline(elements: &mut [Element], draft: &mut Draft) {
    let head = elements.iter().take_while(|element| element.is_head()).count();
    let found = match &draft.title {
        Some(title) => elements[..head].iter().position(|element| is_title(title, &element.text)),
        None => elements[..head].iter().position(|element| element.level == 1).or_else(|| {
            let is_other = elements.iter().all(|element| element.level != 1);
            let first = elements.first().filter(|first| first.level > 0 && !first.is_quoted)?;
            (is_other && elements.len() > 1 && !first.text.is_empty()).then_some(0)
        }),
    };
    if let Some(k) = found {
        elements[k].kind = Some(Kind::Headline);
        draft.title = None;
    }
}

/// Tells whether a text is a title, but for the name of an outlet after it: `Boats by spring | Coast Wire`.
fn is_title(title: &str, text: &str) -> bool {
    let rest = || title.strip_prefix(text).filter(|_| text.contains(' ')).map(str::trim_start);
    let is_named =
        || rest().is_some_and(|rest| ["- ", "| ", "– ", "— ", "· "].iter().any(|mark| rest.starts_with(mark)));
    is_same(title, text) || is_named()
}
