//! Which blocks answer each other.
//!
//! Alike blocks are linked, wherever they stand; the rest stand alone:
//!
//! ```text
//!     A ──── A'
//!     B            only on the left
//!          ┌ D'    moved up, and edited
//!     C ───┼ C'
//!     D ───┘
//! ```
//!
//! The passes, each in a room of its own: [`profile`] weighs the words of each block by how rare they are in
//! the story; [`candidates`] finds through an index which blocks could answer each other, and how alike they
//! are; [`chain`] takes the best of them that keep the order, and then what crosses it. Two headlines that
//! nothing else claims face each other. Last, [`order`] names the links that moved.
//!
//! What decides between equals here is which block comes first on the left. So that swapping the sides mirrors the
//! result all the same, [`crate::comparison`] hands in the two texts in one canonical order, and mirrors the links.

pub mod candidates;
pub mod chain;
pub mod order;
pub mod profile;

use crate::article::{Article, Kind};
use crate::pair::{Pair, Side};
use profile::Profiles;

/// Blocks of the left that answer blocks of the right.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The blocks of each side by their place in the article, from 0, ascending.
    pub blocks: Pair<Vec<usize>>,
    /// How alike they are: 0 to 1, the same either way round.
    pub similarity: f64,
    /// Whether the link stands outside the order that most words keep.
    pub moved: bool,
    /// Which pass made it.
    pub pass: Pass,
}

/// The passes that make links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// Of all sets of candidates that keep the order, the most alike one.
    InOrder,
    /// What is left and crosses the order, the most alike first.
    Crossing,
    /// Two headlines that nothing else claimed.
    Headline,
}

/// Links the blocks of two articles. The links come in the left article's order, and every block is in at most one.
///
/// `profiles` are those of the two articles, from one [`Profiles`]. Cost: near linear in the blocks, since each
/// block has a bounded number of candidates.
#[must_use]
pub fn align(articles: Pair<&Article>, profiles: Pair<&Profiles>) -> Vec<Link> {
    let found = candidates::find(profiles);
    let mut links: Vec<Link> = chain::choose(&found, articles.map(|article| article.blocks.len()))
        .into_iter()
        .map(|(candidate, pass)| Link {
            blocks: candidate.blocks.map(|block| vec![block]),
            similarity: candidate.similarity,
            moved: false,
            pass,
        })
        .collect();
    links.extend(headlines(articles, &links));
    links.sort_by_key(|link| link.blocks.left[0]);
    name_moved(profiles, &mut links);
    links
}

/// Two headlines, neither linked otherwise, face each other whatever they say.
fn headlines(articles: Pair<&Article>, links: &[Link]) -> Option<Link> {
    let heads = articles.map(|article| article.blocks.iter().position(|block| block.kind == Kind::Headline));
    let (left, right) = (heads.left?, heads.right?);
    let taken = |side: Side, head| links.iter().any(|link| link.blocks[side].contains(&head));
    (!taken(Side::Left, left) && !taken(Side::Right, right)).then(|| Link {
        blocks: Pair::new(vec![left], vec![right]),
        similarity: 0.0,
        moved: false,
        pass: Pass::Headline,
    })
}

/// Marks the links outside the order-keeping set with the most words. Headlines have no weight in it.
fn name_moved(profiles: Pair<&Profiles>, links: &mut [Link]) {
    let words = |link: &Link| -> usize {
        let counted =
            |side: Side| link.blocks[side].iter().map(|&block| profiles[side].blocks[block].words).sum::<usize>();
        if link.pass == Pass::Headline { 0 } else { counted(Side::Left) + counted(Side::Right) }
    };
    let places: Vec<order::Place> = links
        .iter()
        .map(|link| order::Place { at: link.blocks.as_ref().map(|blocks| blocks[0]), weight: words(link) })
        .collect();
    for (link, moved) in links.iter_mut().zip(order::moved(&places)) {
        link.moved = moved;
    }
}
