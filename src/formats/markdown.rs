//! Markdown: its marks are no words.
//!
//! ```text
//!     # Council orders ferries                      headline
//!     *By Ann Example*                              told by its looks, as in plain text
//!     ![The ferry at the quay](ferry.jpg)           caption
//!     The **council** [ordered](https://…) boats.   The council ordered boats.
//!     ## What happens next                          heading
//!     > “We waited,” she said.                      a paragraph
//!     - Fares stay.                                 a paragraph
//!     | Boat | Built |                              Boat · Built
//!     Hulls are inspected.[^1]                      Hulls are inspected.
//!     [^1]: The report.                             a paragraph, at the end
//! ```
//!
//! It is read as `CommonMark` with tables, notes and what note programs add (`[[page|text]]`, `![[page]]`, `==marked==`,
//! `%% comment %%`, `[!quote]`).
//! Addresses go, but for one that stands where a clipper puts that of the article. Lines of a paragraph are joined, but
//! for short ones that nothing made end where they do (see `lines`). A text of one paragraph without marks is plain text.

mod comments;
mod element;
mod html;
mod inline;
mod lines;
mod links;
mod reader;
mod settle;

use pulldown_cmark::{Options, Parser};

use super::{front_matter, text};
use crate::draft::Draft;
use reader::Reader;

/// What there is beside `CommonMark`.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_WIKILINKS);

/// Reads cleaned text; lines end with `\n`.
///
/// Cost: linear in the text.
#[must_use]
pub fn read(text: &str) -> Draft {
    let (mut draft, body) = front_matter::split(text);
    let (body, comments) = comments::leave_out(body);
    let source = links::keep_sentences(&body);
    let mut reader = Reader::new(&source);
    for (event, range) in Parser::new_ext(&source, OPTIONS).into_offset_iter() {
        reader.take(event, range);
    }
    if comments == 0 && reader.is_plain() {
        return text::read(text);
    }
    reader.finish(&mut draft, comments);
    text::drop_soft_hyphens(&mut draft);
    draft
}
