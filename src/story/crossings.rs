//! Over how many blocks what moved has moved.
//!
//! ```text
//!     base     1 2 3 4 5            2 moved down over 3 and 4: two blocks of the base;
//!     other    x y 1 3 4 2 5        1 moved nowhere, although two blocks more stand before it
//! ```

use crate::comparison::{Comparison, Link, Relation};
use crate::pair::Pair;

/// A link by its first block on either side.
struct Place {
    link: usize,
    left: usize,
    right: usize,
    /// How many blocks of the left it has.
    blocks: usize,
}

/// Returns for each link of a comparison over how many linked blocks of the left article it moved on its way further down in
/// the right one, or up, if negative; those on the side where there are more, if it moved over some on both. A link that keeps
/// its order moved over none.
///
/// Cost: O(n log n) in the links.
pub(super) fn crossed(comparison: &Comparison) -> Vec<isize> {
    let mut crossed = vec![0; comparison.links.len()];
    let mut places = places(comparison);
    places.sort_unstable_by_key(|place| place.right);
    // Ranks on the right, and how many blocks stand above each there.
    let mut above = 0;
    let mut ranked: Vec<(Place, usize, usize)> = Vec::with_capacity(places.len());
    for (rank, place) in places.into_iter().enumerate() {
        let blocks = place.blocks;
        ranked.push((place, rank, above));
        above += blocks;
    }
    ranked.sort_unstable_by_key(|(place, ..)| place.left);
    let (mut sums, mut before) = (PrefixSums::new(ranked.len()), 0);
    for (place, rank, above) in ranked {
        // What stands above it on both sides it has not crossed.
        let kept = sums.below(rank);
        if comparison.links[place.link].moved {
            let (down, up) = ((above - kept).cast_signed(), (before - kept).cast_signed());
            crossed[place.link] = if down >= up { down } else { -up };
        }
        sums.add(rank, place.blocks);
        before += place.blocks;
    }
    crossed
}

/// Returns the links that say something of their wording: two headlines face each other whatever they say.
fn places(comparison: &Comparison) -> Vec<Place> {
    let links = comparison.links.iter().enumerate().filter(|(_, link)| link.relation != Relation::Headline);
    let place = |(link, of): (usize, &Link)| {
        let Pair { left, right } = &of.blocks;
        Some(Place { link, left: *left.first()?, right: *right.first()?, blocks: left.len() })
    };
    links.filter_map(place).collect()
}

/// Sums of numbers below an index (Fenwick, "A new data structure for cumulative frequency tables", 1994).
struct PrefixSums {
    /// At `n` the sum of those below it, as many as the lowest bit of `n` says.
    nodes: Vec<usize>,
}

impl PrefixSums {
    fn new(size: usize) -> Self {
        Self { nodes: vec![0; size + 1] }
    }

    fn below(&self, index: usize) -> usize {
        let nodes = std::iter::successors(Some(index), |node| Some(node & node.checked_sub(1)?));
        nodes.take_while(|node| *node > 0).map(|node| self.nodes[node]).sum()
    }

    fn add(&mut self, index: usize, number: usize) {
        let mut node = index + 1;
        while let Some(sum) = self.nodes.get_mut(node) {
            *sum += number;
            node += node & node.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::story::Story;

    /// Paragraphs by letters: the same letter is the same paragraph, a capital one a longer one.
    fn article(letters: &str) -> Article {
        let paragraph = |letter: char| {
            let words =
                format!("ferry{letter} quay{letter} council{letter} vote{letter} spring{letter} winter{letter}");
            if letter.is_uppercase() { format!("{words} {words}x{letter}.\n\n") } else { format!("{words}.\n\n") }
        };
        Article::read("-", &letters.chars().map(paragraph).collect::<String>())
    }

    /// The paragraphs of the right article that moved, each with how far.
    fn moved(left: &str, right: &str) -> String {
        let story = Story::new("-", [left, right].map(article).to_vec());
        let comparison = story.compare(Pair::new(0, 1));
        let moved = comparison.links.iter().zip(crossed(&comparison)).filter(|(_, by)| *by != 0);
        let moved = moved.filter_map(|(link, by)| Some((left.chars().nth(*link.blocks.left.first()?)?, by)));
        moved.map(|(letter, by)| format!("{letter}{by:+}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_stands_further_down_in_its_order_moved_nowhere() {
        assert_eq!(moved("abcde", "abcde"), "");
        assert_eq!(moved("abcde", "uvwxyzabcde"), "");
        assert_eq!(moved("abcde", "auvwxybcde"), "");
        assert_eq!(moved("auvwxybcde", "abcde"), "");
    }

    #[test]
    fn what_moved_is_told_by_the_blocks_that_it_crossed() {
        assert_eq!(moved("abcde", "acdbe"), "b+2");
        assert_eq!(moved("abcde", "uvacxdby"), "b+2");
        assert_eq!(moved("abcdef", "fabcde"), "f-5");
        assert_eq!(moved("abcdef", "efabcd"), "e-4 f-4");
        // The last one crossed the fourth, which moved down itself.
        assert_eq!(moved("abcdEFGh", "ahEFGbcd"), "b+4 c+4 d+4 h-6");
    }
}
