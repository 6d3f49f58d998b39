//! What a page sets below a report, told by where it stands: topics, titles of other reports, who wrote it, what the rest costs.
//!
//! ```text
//!     … the council said.                                        the report's last paragraph
//!     -30-                                                       ends it, for who sets it in type
//!     Ann Example is a reporter of the Coast Wire.               who wrote it
//!     Related topics     Ferries     Council                     what it is filed under
//!     Most read          A crack in the hull     Gulls return    titles of other reports
//! ```

use super::folding::fold;
use super::known::Known;
use super::lines::{begins_large, ends_sentence, is_of_at_most, without_closing};
use super::page_furniture::SHORT;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;
use super::paywall;
use crate::draft::Kind;
use crate::unicode::dashes;

/// The most words of what a page files a report under.
const TOPIC: usize = 5;

/// Below the last paragraph, sets aside the words that a page files the report under: `Related topics`, and short lines;
/// `Tagged ferries, council`.
pub(super) fn set_topics_aside(texts: &[String], kinds: &mut [Kind], patterns: &Patterns) {
    let is_body = |&k: &usize| kinds[k] == Kind::Paragraph && ends_sentence(&texts[k]);
    let foot = (0..texts.len()).rfind(is_body).map_or(texts.len(), |k| k + 1);
    let mut is_below_topics = false;
    for k in foot..texts.len() {
        let is_line = matches!(kinds[k], Kind::Paragraph | Kind::Heading) && !ends_sentence(&texts[k]);
        let is_topic = is_below_topics && is_of_at_most(&texts[k], TOPIC);
        let names_topics =
            || is_of_at_most(&texts[k], SHORT) && patterns.after(PatternKind::Topics, &texts[k]).is_some();
        if is_line && (is_topic || names_topics()) {
            kinds[k] = Kind::Furniture;
        } else {
            is_below_topics = kinds[k] == Kind::Furniture && patterns.is(PatternKind::Topics, &texts[k]);
        }
    }
}

/// The most titles below what says that other reports are named there, and the most words of one.
const LINKS: usize = 12;
const LINK_WORDS: usize = 20;

/// Sets aside the titles of other reports, and what stands above them: `Most read`, and short lines. Of lines between paragraphs the last one may
/// be a heading of the report, unless its draft says that it is none.
pub(super) fn set_links_aside(texts: &[String], stated: &[Option<Kind>], kinds: &mut [Kind], patterns: &Patterns) {
    let is_title = |k: usize| {
        is_of_at_most(&texts[k], LINK_WORDS)
            && stated[k] != Some(Kind::Heading)
            && (!ends_sentence(&texts[k]) || without_closing(&texts[k]).ends_with(['?', '!', '…']))
    };
    let body = kinds.iter().position(|kind| *kind == Kind::Paragraph).unwrap_or(texts.len());
    let mut k = body;
    while k < texts.len() {
        let may_head =
            is_of_at_most(&texts[k], SHORT) && !ends_sentence(&texts[k]) && patterns.is(PatternKind::Links, &texts[k]);
        let end = if may_head { (k + 1..texts.len()).take(LINKS).take_while(|&k| is_title(k)).last() } else { None };
        let Some(last) = end else {
            k += 1;
            continue;
        };
        let goes_on = kinds.get(last + 1).is_some_and(|kind| *kind == Kind::Paragraph);
        let end = if goes_on && stated[last].is_none() { last } else { last + 1 };
        if end > k + 1 {
            kinds[k..end].fill(Kind::Furniture);
        }
        k = last + 1;
    }
}

/// The most words of what is said of who wrote a report, and the fewest paragraphs that it stands below.
const ABOUT: usize = 60;
const PARAGRAPHS: usize = 2;

/// Sets aside what is said below a report of who wrote it: `Ann Example is a reporter of the Coast Wire.`
pub(super) fn set_author_aside(texts: &[String], kinds: &mut [Kind], known: Known<'_>) {
    let own = || kinds.iter().position(|kind| *kind == Kind::Byline).map(|k| texts[k].as_str());
    let Some(byline) = known.byline.or_else(own).map(fold) else { return };
    let mut paragraphs: Vec<usize> = (0..texts.len()).filter(|&k| kinds[k] == Kind::Paragraph).collect();
    while let Some(last) = paragraphs.pop().filter(|_| paragraphs.len() >= PARAGRAPHS) {
        if !is_about(&texts[last], &byline) {
            return;
        }
        kinds[last] = Kind::Furniture;
    }
}

/// Tells whether a paragraph begins with the full name of who wrote the report, which is folded, and goes on with what they do.
fn is_about(text: &str, byline: &str) -> bool {
    if !is_of_at_most(text, ABOUT) || !ends_sentence(text) {
        return false;
    }
    let words: Vec<&str> = text.split(' ').collect();
    let count = words.iter().take_while(|word| begins_large(word)).count();
    if count < 2 || count == words.len() || words[..count].iter().any(|word| word.ends_with([',', '.', ':'])) {
        return false;
    }
    let name = fold(&words[..count].join(" "));
    let is_whole = |(at, _): (usize, &str)| {
        let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        is_end(byline[..at].chars().next_back()) && is_end(byline[at + name.len()..].chars().next())
    };
    byline.match_indices(name.as_str()).any(is_whole)
}

/// Sets aside what says at the end that the rest of the report is for those who pay.
pub(super) fn set_paywall_aside(texts: &[String], kinds: &mut [Kind], patterns: &Patterns) {
    let last = texts.len().saturating_sub(paywall::LAST).max(1);
    for k in last..texts.len() {
        if kinds[k] == Kind::Paragraph && paywall::is_notice(&texts[k], patterns) {
            kinds[k] = Kind::Furniture;
        }
    }
}

/// Sets aside the mark that ends a report for who sets it in type; notes for editors may stand below it.
pub(super) fn set_end_mark_aside(texts: &[String], kinds: &mut [Kind]) {
    let is_body = |&k: &usize| kinds[k] == Kind::Paragraph && ends_sentence(&texts[k]);
    let Some(body) = (0..texts.len()).find(is_body) else { return };
    for k in (body + 1..texts.len()).filter(|&k| is_end_mark(&texts[k])) {
        kinds[k] = Kind::Furniture;
    }
}

/// Words that end a report, between marks.
const ENDS: [&str; 9] = ["30", "end", "ends", "ende", "fin", "fine", "einde", "koniec", "конец"];

/// `###`, `# # #`, `-30-`, `– Ends –`, `[ENDS]`
fn is_end_mark(text: &str) -> bool {
    let is_mark = |c: char| c == ' ' || dashes::is_dash(c) || matches!(c, '*' | '/' | '[' | ']' | '(' | ')');
    let bare = text.trim_matches(is_mark);
    let is_set_off = text.starts_with(is_mark) && text.ends_with(is_mark);
    text.matches('#').count() > 1 && text.chars().all(|c| matches!(c, '#' | ' '))
        || is_set_off && bare.len() <= LONGEST_END && ENDS.contains(&bare.to_lowercase().as_str())
}

/// The longest of them, in bytes.
const LONGEST_END: usize = 10;
