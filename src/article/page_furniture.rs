//! Lines of the page around a report, told each by itself: what one presses, follows, shares or subscribes to.
//!
//! ```text
//!     Read more: …     Share Tweet Email     Home › News     Follow Ann Example on Twitter @annexample
//!     Copyright Coast Wire 2026. Terms of use.     Unsubscribe | Manage preferences
//! ```

use super::lines::{begins_large, ends_sentence, is_of_at_most};
use super::names::are_names;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;
use crate::unicode::quotes;

/// The most words of a line that is furniture from end to end, and of one that begins as furniture.
pub(super) const SHORT: usize = 12;
const LONG: usize = 40;

/// From how many words on a beginning tells a line of the page whatever follows, and the most words of a line that a shorter one
/// tells if it is a sentence.
const TELLING: usize = 4;
const BRIEF: usize = 7;

/// `Read more`, `Also read: …`, `Share Tweet Email`
pub(super) fn is_furniture(text: &str, patterns: &Patterns) -> bool {
    if !is_of_at_most(text, LONG) {
        return false;
    }
    // Somebody says it.
    if text.starts_with(quotes::is_quotation_mark) {
        return false;
    }
    // A sentence of the report may begin as what belongs to the page does: "Sign up for the army, he was told."
    let begins = patterns
        .after(PatternKind::Furniture, text)
        .is_some_and(|rest| is_telling(text, rest) || is_of_at_most(text, BRIEF) || !ends_sentence(text));
    if begins || !is_of_at_most(text, SHORT) {
        return begins;
    }
    let is_button = |word: &str| patterns.is(PatternKind::Share, word) || word.chars().all(|c| !c.is_alphanumeric());
    let are_buttons = || text.split_whitespace().nth(1).is_some() && text.split_whitespace().all(is_button);
    let has_words = || text.contains(char::is_alphabetic);
    let is_known =
        || patterns.before(PatternKind::Furniture, text).is_some() || patterns.is(PatternKind::Furniture, text);
    is_known()
        || are_buttons() && has_words()
        || are_links(text, patterns)
        || is_path(text, patterns)
        || is_copyright(text, patterns)
        || is_contact(text, patterns)
}

/// `You receive this because you are subscribed …`: tells whether a line begins with words enough that tell one of the page, whatever follows.
pub(super) fn begins_as_telling(text: &str, patterns: &Patterns) -> bool {
    is_of_at_most(text, LONG) && patterns.after(PatternKind::Furniture, text).is_some_and(|rest| is_telling(text, rest))
}

/// Tells whether what stands before the rest of a text is of words enough.
fn is_telling(text: &str, rest: &str) -> bool {
    !is_of_at_most(&text[..text.len() - rest.len()], TELLING - 1)
}

/// `Home › News`: the way to the page, from what each site calls its first one.
fn is_path(text: &str, patterns: &Patterns) -> bool {
    let mut parts = text.split(['›', '>', '»']).map(str::trim);
    let Some(first) = parts.next().filter(|first| first.len() < text.len()) else { return false };
    let begins = || patterns.is(PatternKind::Furniture, first);
    parts.clone().next().is_some() && begins() && parts.all(|part| is_of_at_most(part, 4) && begins_large(part))
}

/// `Copyright Coast Wire 2026. Terms of use.`: who has the rights, by names alone, and since which year.
fn is_copyright(text: &str, patterns: &Patterns) -> bool {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let is_year = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        bare.len() == 4 && bare.starts_with(['1', '2']) && bare.bytes().all(|b| b.is_ascii_digit())
    };
    let Some(year) = rest.split(' ').find(is_year).filter(|_| first.eq_ignore_ascii_case("copyright")) else {
        return false;
    };
    let owner = rest[..year.as_ptr().addr() - rest.as_ptr().addr()].trim();
    owner.is_empty() || are_names(owner, SHORT, patterns)
}

/// `Follow Ann Example on Twitter @annexample`, `ann@wire.example`, `@annexample`
fn is_contact(text: &str, patterns: &Patterns) -> bool {
    let (first, last) = (text.split(' ').next().unwrap_or(""), text.rsplit(' ').next().unwrap_or(""));
    let is_address = || {
        let parts = last.split_once('@');
        parts.is_some_and(|(name, site)| is_user_name(name) && is_user_name(site) && site.contains('.'))
    };
    let is_alone = first.len() == text.len();
    is_alone && (is_address() || is_handle(last)) || is_handle(last) && patterns.is(PatternKind::Furniture, first)
}

/// `@annexample`: the name that somebody has in a network.
pub(super) fn is_handle(word: &str) -> bool {
    word.strip_prefix('@').is_some_and(is_user_name)
}

fn is_user_name(name: &str) -> bool {
    name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'))
}

/// `Order Reprints | Today's Paper | Subscribe`: each part belongs to the page.
fn are_links(text: &str, patterns: &Patterns) -> bool {
    let is_link = |part: &str| {
        let part = without_web_address(part.trim());
        patterns.is(PatternKind::Furniture, part) || patterns.is(PatternKind::Share, part)
    };
    let has_address = || without_web_address(text).len() < text.len();
    (text.contains(['|', '·', '•']) || has_address()) && text.split(['|', '·', '•']).all(is_link)
}

/// Returns the words of a link without the address behind it, as plain text of a mail has it: `Unsubscribe <https://wire.example/u>`.
fn without_web_address(part: &str) -> &str {
    let (words, address) = part.rsplit_once(' ').unwrap_or((part, ""));
    let is_address = ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| address.trim_start_matches(['<', '(', '[']).starts_with(scheme));
    if is_address { words } else { part }
}
