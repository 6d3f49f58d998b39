//! Pages of the web, as browsers save them.
//!
//! ```text
//!     bytes ─► decode ─► lean ─► tree ─┬─► extract   which pieces of text readability keeps
//!              encoding  bounds        ├─► boxes     … but for comments and appeals to subscribe
//!                                      ├─► own       the elements that are the article's own
//!                                      ├─► around    its head, and what else in them belongs to it: passages
//!                                      ├─► facts     headline, outlet, byline, date …
//!                                      └─► walk      blocks with their kinds, and what is left out
//! ```
//!
//! Which part of a page is its article is told by Mozilla's readability, in the library `dom_smoothie`. Its result has
//! lost much of what the page says of its parts, so it is asked only for that, and the page itself is walked.

mod around;
mod boxes;
mod decode;
mod dom;
mod extract;
mod facts;
mod lean;
mod lenient_json;
mod line;
pub mod mail;
pub mod mhtml;
mod names;
mod notes;
mod open_elements;
mod own;
mod page;
mod passages;
mod repeats;
mod roles;
mod shown;
mod tables;
mod teasers;
mod walk;
mod walls;

use crate::draft::Draft;

/// Reads a page.
///
/// Cost: linear in the page, within its bounds.
///
/// # Errors
///
/// A few words where there is no article, or where the page is larger, deeper or holds more than pages do.
pub fn read(bytes: &[u8]) -> Result<Draft, String> {
    // Some name an archive as they name a page.
    if mhtml::is_archive(bytes) { mhtml::read(bytes) } else { decode::read(bytes, None, |text| page::read(text, None)) }
}
