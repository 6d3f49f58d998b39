//! Lines of an archive, told by what they say, and what is done with them.

use super::labels::{LABEL, Role, labelled};
use crate::draft::{Draft, DraftBlock, Kind};

/// Tells whether a text is one of some, whatever its case.
pub(super) fn says(text: &str, some: &[&str]) -> bool {
    text.len() <= LABEL && some.contains(&text.to_lowercase().as_str())
}

/// `812 words`, `1,204 words`
pub(super) fn is_length(value: &str) -> bool {
    const WORDS: [&str; 8] = ["words", "word", "wörter", "mots", "palabras", "parole", "palavras", "woorden"];
    value.split_once(' ').is_some_and(|(count, words)| {
        let is_figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        count.starts_with(|c: char| c.is_ascii_digit()) && count.chars().all(is_figure) && says(words, &WORDS)
    })
}

pub(super) fn is_copyright(text: &str) -> bool {
    ["Copyright ", "(c) ", "© "].iter().any(|begin| text.starts_with(begin))
}

/// `Document LARHER0020260616em6g0001`
pub(super) fn document(text: &str) -> Option<&str> {
    let code = text.strip_prefix("Document ")?;
    let is_code = |code: &str| code.len() >= 12 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_code(code) && code.contains(|c: char| c.is_ascii_digit())).then_some(code)
}

/// Tells whether a line ends a document.
pub(super) fn is_end(text: &str) -> bool {
    says(text, &["end of document", "document end"]) || document(text).is_some()
}

/// Tells whether a line of a few words has the numbers of a year and of a day, as one that says when has.
pub(in crate::formats) fn has_day(text: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let days = |word: &str| word.len() <= 2 && figures(word);
    words().count() <= 7 && words().any(|word| is_year(word) && figures(word)) && words().any(days)
}

/// Tells whether a line may be the name of an outlet.
pub(super) fn is_name(text: &str) -> bool {
    text.split(' ').count() <= 8 && !text.ends_with(['.', '?', '!', ':']) && !is_copyright(text)
}

/// Tells whether a line is the name of somebody: two words to four, each with a capital.
pub(super) fn is_person(text: &str) -> bool {
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.ends_with([',', ':', '!', '?', ';']);
    (2..=4).contains(&text.split(' ').count())
        && text.split(' ').all(is_name)
        && !text.contains(|c: char| c.is_numeric())
}

/// Takes the labelled lines: what they say is stated, and they go or are set apart.
pub(super) fn take(draft: &mut Draft, labels: &[(&str, Role)]) {
    let Draft { blocks, title, byline, outlet, date, .. } = draft;
    blocks.retain_mut(|block| {
        if block.kind == Some(Kind::Furniture) {
            return true;
        }
        let Some((role, value)) = labelled(&block.text, labels) else { return true };
        let stated = match role {
            Role::Headline => Some(&mut *title),
            Role::Byline => Some(&mut *byline),
            Role::Outlet => Some(&mut *outlet),
            Role::Date => Some(&mut *date),
            _ => None,
        };
        if let Some(stated) = stated.filter(|stated| stated.is_none() && !value.is_empty()) {
            *stated = Some(value.to_owned());
            return false;
        }
        match role {
            Role::Text | Role::Caption if !value.is_empty() => {
                block.kind = (role == Role::Caption).then_some(Kind::Caption);
                block.text = value.to_owned();
            }
            _ => block.kind = Some(Kind::Furniture),
        }
        true
    });
}

/// Makes lines furniture.
pub(super) fn set_apart(blocks: &mut [DraftBlock], is_of_archive: impl Fn(&str) -> bool) {
    for block in blocks.iter_mut().filter(|block| is_of_archive(&block.text)) {
        block.kind = Some(Kind::Furniture);
    }
}
