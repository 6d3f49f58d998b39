//! The comparison as a page for a browser: one file, without scripts, that loads nothing.
//!
//! ```text
//!     head       Coast Wire and Harbour Ledger          who they are, words, shares, stated addresses
//!     map        A ▂▂▅▅▂▂▂▂   B ▂▂▂▅▅▂▂                  inline SVG, each block a link to its place
//!     legend     what marks and signs mean
//!     grid       4 The contract …  ~ edited  The contract … 5        a row for each band
//!                  ┊ The yard is …  = same    The yard is … 9        an echo links to its block's own place
//! ```
//!
//! Each room knows one thing: `page` the document around it all, `pair` two articles, `band` and `block` what stands level,
//! `marks` how a role is set, `map` the picture, `heads` and `legend` what stands above; `anchors` how places are named,
//! `tongue` which language and direction a text has. Of a story `whole` puts
//! its pages first, of which `sheets` prints the tables and `sections` knows which pair is where. All text goes through a template that escapes it; a link leads to a
//! place of the page or to an address of the web. The words are those of [`present`](crate::present).

mod anchors;
mod band;
mod block;
mod heads;
mod legend;
mod map;
mod marks;
mod page;
mod pair;
mod sections;
mod sheets;
mod tongue;
mod whole;

use std::io;

use super::pair_setup::PairSetup;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pair::Pair;
use crate::present::{Markings, labels};
use crate::story::presence::Filter;
use crate::story::{Story, StoryScope};
use anchors::Anchors;
use pair::PairPrinter;
use whole::StoryPrinter;

/// Writes two articles of a story, and what came of comparing them, as a page of its own. What is folded stands there by its first words,
/// and opens.
///
/// Cost: that of comparing them, and linear in their texts; a band is written before the next one is made.
///
/// # Errors
///
/// If what it is written to takes no more.
///
/// # Panics
///
/// If an index is beyond the last article.
pub fn write(out: &mut dyn io::Write, story: &Story, shown: Pair<usize>, setup: PairSetup<'_>) -> io::Result<()> {
    // A title has no elements: marks set off names that run the other way.
    let names = story.pair(shown).map(|article| labels::set_off(article, article.label()));
    page::begin(out, &format!("{} and {}", names.left, names.right))?;
    let (comparison, anchors) = (&story.compare(shown), Anchors::alone(shown.map(letter)));
    PairPrinter { story, shown, comparison, setup, anchors, is_alone: true }.write(out)?;
    page::end(out)
}

/// Writes a story as a page: the pages of all articles as tables, each cell a link into its pair; then every two articles, or
/// those with the one that is named, from which the story is seen then. Of more than a dozen articles the one that it is
/// seen from is set beside each of the others, so that the page grows with their text.
///
/// Cost: that of aligning every two articles and of comparing those that are written, shared out among the processors, and linear in
/// the text that is written.
///
/// # Errors
///
/// If what it is written to takes no more.
///
/// # Panics
///
/// If an index is beyond the last article, or there are fewer than two.
pub fn write_story(
    out: &mut dyn io::Write,
    story: &Story,
    scope: StoryScope,
    filter: Filter,
    setup: PageSetup,
    markings: Markings,
) -> io::Result<()> {
    page::begin(out, &story.name)?;
    StoryPrinter { story, scope, filter, setup, markings }.write(out)?;
    page::end(out)
}
