//! What readability keeps and is no text of the article: what readers said of it, and appeals to subscribe.
//!
//! ```text
//!     <article class="newsletter-post">            most of what is kept: no box, whatever its name
//!       <p>The boats are old.</p>
//!       <div class="newsletter">Each day …</div>   an appeal
//!       <div class="comments">At last! …</div>     what readers said
//!     </article>
//! ```

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

use super::extract::Kept;
use super::roles::{is_appeal, is_comments};
use crate::unicode::scripts::count_words;

/// The most words of an appeal. A name can stand on each paragraph, so appeals are a part of what is kept, one in so many words
/// at most.
const APPEAL_WORDS: usize = 60;
const APPEALS: usize = 4;

/// The fewest words of an article below which comments may be longer than it is.
const ARTICLE_WORDS: usize = 25;

/// Takes out of what is kept what is no text of the article, as far as names say so beyond doubt.
///
/// Cost: linear in the page.
pub(super) fn without_boxes(page: &Document, kept: Kept) -> Kept {
    let root = page.html_root();
    let mut boxes = Boxes { kept, held: HashMap::new(), all: 0, seen: 0, appeals: 0, has_appeals: true };
    boxes.all = boxes.count(&root);
    boxes.has_appeals = boxes.appeals * APPEALS <= boxes.all;
    boxes.take_out(&root, false);
    boxes.kept
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Comments,
    Appeal,
}

struct Boxes {
    kept: Kept,
    /// What elements are named for, and how many words are kept in them.
    held: HashMap<NodeId, (Named, usize)>,
    /// How many words are kept, and how many of them stand before this.
    all: usize,
    seen: usize,
    /// How many words stand in appeals.
    appeals: usize,
    has_appeals: bool,
}

impl Boxes {
    /// Counts the kept words of a node.
    fn count(&mut self, node: &NodeRef<'_>) -> usize {
        if node.is_text() {
            return if self.kept.contains(&node.id) { count_words(&node.text()) } else { 0 };
        }
        let held = node.children_it(false).map(|child| self.count(&child)).sum();
        if held == 0 || !node.is_element() {
            return held;
        }
        let named = if is_comments(node) {
            Some(Named::Comments)
        } else {
            Some(Named::Appeal).filter(|_| held <= APPEAL_WORDS && is_appeal(node))
        };
        if let Some(named) = named {
            self.held.insert(node.id, (named, held));
            self.appeals += if named == Named::Appeal { held } else { 0 };
        }
        held
    }

    fn take_out(&mut self, node: &NodeRef<'_>, is_out: bool) {
        if node.is_text() {
            if is_out {
                self.kept.remove(&node.id);
            } else if self.kept.contains(&node.id) {
                self.seen += count_words(&node.text());
            }
            return;
        }
        let is_out = is_out || self.held.get(&node.id).is_some_and(|(named, held)| self.is_box(*named, *held));
        node.children_it(false).for_each(|child| self.take_out(&child, is_out));
    }

    /// Tells whether an element that is reached is a box: it stands below text of the article, of which there is more.
    fn is_box(&self, named: Named, held: usize) -> bool {
        match named {
            Named::Comments => self.seen >= ARTICLE_WORDS || self.seen > 0 && held * 2 <= self.all,
            Named::Appeal => self.has_appeals && held * APPEALS <= self.all,
        }
    }
}
