//! Whether a page is a list of articles, and none itself: a front page, a section, what a search found.
//!
//! ```text
//!     <h2><a>Boats by spring</a></h2>     a title: a line that is a link
//!     <p>Three boats, says the mayor.</p> little text before the next one
//!     <h2><a>Pier sold</a></h2>
//!     …
//! ```

use dom_query::{NodeId, NodeRef};

use super::around::Pieces;
use super::dom::{name, texts};
use crate::formats::html_lines::LINES;
use crate::unicode::scripts::count_words;

/// The fewest titles of a list, and the fewest words of one.
const TITLES: usize = 3;
const TITLE_WORDS: usize = 3;

/// The elements that titles of a list stand in.
const TITLES_IN: [&str; 9] = ["h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "td"];

/// The most words of what stands above a list, and of what stands below a title.
const ABOVE: usize = 25;
const BELOW: usize = 40;

/// Tells whether what is read of a page is a list of articles.
///
/// Cost: linear in the page.
pub(super) fn is_list(root: &NodeRef<'_>, pieces: &Pieces) -> bool {
    let lines = lines(root, pieces);
    let titles = lines.iter().filter(|line| line.is_title()).count();
    let above: usize = lines.iter().take_while(|line| !line.is_title()).map(|line| line.words).sum();
    let below = |part: &[Line]| part.iter().map(|line| line.words - line.linked).sum::<usize>();
    titles >= TITLES && above < ABOVE && lines.split(Line::is_title).all(|part| below(part) <= BELOW)
}

/// A line of what is read.
struct Line {
    element: NodeId,
    /// Whether its element is one that titles of a list stand in: a link in a paragraph may be any other one.
    may_be_title: bool,
    words: usize,
    /// How many of its words stand in links.
    linked: usize,
}

impl Line {
    fn is_title(&self) -> bool {
        self.may_be_title && self.words >= TITLE_WORDS && self.linked * 4 >= self.words * 3
    }
}

fn lines(root: &NodeRef<'_>, pieces: &Pieces) -> Vec<Line> {
    let enter = |(line, may_be_title, is_link): (NodeId, bool, bool), node: &NodeRef<'_>| {
        let name = name(node);
        let is_line = LINES.contains(&name.as_str());
        let may_be_title = if is_line { TITLES_IN.contains(&name.as_str()) } else { may_be_title };
        Some((if is_line { node.id } else { line }, may_be_title, is_link || name == "a"))
    };
    let mut found = Vec::new();
    texts(root, (root.id, false, false), &enter, &mut found);
    let mut lines: Vec<Line> = Vec::new();
    for (text, (element, may_be_title, is_link)) in
        found.into_iter().filter(|(text, _)| pieces.texts.contains(&text.id))
    {
        let words = count_words(&text.text());
        if lines.last().is_none_or(|line| line.element != element) {
            lines.push(Line { element, may_be_title, words: 0, linked: 0 });
        }
        if let Some(line) = lines.last_mut() {
            line.words += words;
            line.linked += if is_link { words } else { 0 };
        }
    }
    lines
}
