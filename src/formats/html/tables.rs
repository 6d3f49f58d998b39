//! Tables of data, and tables that set out a page.
//!
//! ```text
//!     Kelsmouth │ 12          a row of data: cells with one paragraph each at most
//!     Home News │ The …       a page: a menu beside a column of text
//! ```

use dom_query::NodeRef;

use super::dom::{name, texts};
use super::roles::words_up_to;
use crate::formats::html_lines::LINES;

/// Tells whether a row is one of a table of data: two cells or more, none of which holds more than one paragraph.
pub(super) fn is_row(row: &NodeRef<'_>) -> bool {
    let is_cell = |node: &NodeRef<'_>| matches!(name(node).as_str(), "td" | "th");
    let is_plain = |cell: &NodeRef<'_>| {
        let inner: Vec<String> = cell.descendants_it().map(|node| name(&node)).collect();
        let blocks = inner.iter().filter(|name| LINES.contains(&name.as_str())).count();
        blocks <= 1
            && inner.iter().filter(|name| *name == "br").count() <= 1
            && !inner.iter().any(|name| name == "table")
    };
    let cells: Vec<NodeRef<'_>> = row.children_it(false).filter(is_cell).collect();
    cells.len() > 1 && cells.iter().all(is_plain)
}

/// The most words of a label above the links of a menu.
const LABEL_WORDS: usize = 3;

/// The fewest words of a column of text.
const COLUMN_WORDS: usize = 80;

/// Tells whether a cell of a table that sets out a page has several links and no list, and no other words; beside a column
/// of text, but those of a label.
pub(super) fn is_menu(cell: &NodeRef<'_>) -> bool {
    if cell.descendants_it().any(|node| node.has_name("li")) {
        return false;
    }
    let mut found = Vec::new();
    let links = cell.descendants_it().filter(|node| node.has_name("a")).count();
    texts(cell, (), &|(), node| (!node.has_name("a")).then_some(()), &mut found);
    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
    let others: usize = found.iter().map(|(node, ())| node.text().split_whitespace().filter(is_word).count()).sum();
    let is_beside_column =
        || [cell.prev_element_sibling(), cell.next_element_sibling()].iter().flatten().any(is_column);
    links > 1 && (others == 0 || others <= LABEL_WORDS && is_beside_column())
}

/// Tells whether a cell of a table that sets out a page is a column of text, in which each line is what it looks like: it is long, or alone
/// in its row and of several lines, as the parts of a letter are.
pub(super) fn is_column(cell: &NodeRef<'_>) -> bool {
    let is_alone = || cell.prev_element_sibling().is_none() && cell.next_element_sibling().is_none();
    let is_line = |node: &NodeRef<'_>| LINES.contains(&name(node).as_str());
    words_up_to(cell, COLUMN_WORDS) > COLUMN_WORDS
        || is_alone() && cell.descendants_it().filter(is_line).nth(1).is_some()
}
