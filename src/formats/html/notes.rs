//! The marks of notes: links of one number to a place in the page.
//!
//! ```text
//!     until June<a href="#footnote-1">1</a>, …           a mark: raised, so that it is no part of a word
//!     <a href="#footnote-anchor-1">1</a><div>Since …     the number of a note: a line of its own, and no heading
//! ```

use dom_query::NodeRef;

use super::dom::{attribute, has_class, name};
use crate::formats::html_lines::LINES;

/// The most digits of a number of a note.
const DIGITS: usize = 3;

/// Tells whether an element is the mark of a note, as far as its names say so.
pub(super) fn is_mark(node: &NodeRef<'_>) -> bool {
    is_link_of_number(node) && is_named(node, &["footnote", "endnote", "noteref", "fnref"]) && !is_number(node)
}

/// Tells whether an element is the number before a note.
pub(super) fn is_number(node: &NodeRef<'_>) -> bool {
    is_link_of_number(node)
        && node.next_element_sibling().is_some_and(|next| LINES.contains(&name(&next).as_str()))
        && node.prev_element_sibling().is_none()
}

fn is_named(node: &NodeRef<'_>, parts: &[&str]) -> bool {
    let is = |text: &str| parts.iter().any(|part| text.contains(part));
    has_class(node, is) || ["role", "href"].iter().any(|key| attribute(node, key).is_some_and(|value| is(&value)))
}

fn is_link_of_number(node: &NodeRef<'_>) -> bool {
    let is_inner = || attribute(node, "href").is_some_and(|href| href.starts_with('#'));
    let is_figures = |text: &str| (1..=DIGITS).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    node.has_name("a") && is_inner() && is_figures(node.text().trim())
}
