//! Tables of data, and tables that set out a page.
//!
//! ```text
//!     Kelsmouth │ 12          a row of data: cells with one paragraph each at most
//!     Home News │ The …       a page: a menu beside a column of text
//! ```

use dom_query::NodeRef;

use super::dom::{name, texts};
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

/// Tells whether a cell of a table that sets out a page has several links and no other words, and no list.
pub(super) fn is_menu(cell: &NodeRef<'_>) -> bool {
    if cell.descendants_it().any(|node| node.has_name("li")) {
        return false;
    }
    let mut found = Vec::new();
    let links = cell.descendants_it().filter(|node| node.has_name("a")).count();
    texts(cell, (), &|(), node| (!node.has_name("a")).then_some(()), &mut found);
    links > 1 && found.iter().all(|(node, ())| !node.text().contains(char::is_alphanumeric))
}
