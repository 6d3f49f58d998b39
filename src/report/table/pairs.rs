//! What the tables of every two articles have in common.

use std::io;

use crate::pair::Pair;
use crate::story::{Story, parallel_pairs};

/// The pairs that are compared before the first of them is written.
const AT_ONCE: usize = 256;

/// Does something for every two of some articles, and hands what came of it on, pair by pair.
pub(super) fn for_every_pair<T: Send>(
    articles: &[usize],
    find: impl Fn(Pair<usize>) -> T + Sync,
    mut write: impl FnMut(Pair<usize>, T) -> io::Result<()>,
) -> io::Result<()> {
    let pairs = parallel_pairs::every_pair(articles.len());
    let pairs: Vec<Pair<usize>> = pairs.into_iter().map(|pair| pair.map(|article| articles[article])).collect();
    for pairs in pairs.chunks(AT_ONCE) {
        let found = parallel_pairs::each(pairs, &parallel_pairs::unwatched, &find).unwrap_or_default();
        for (pair, found) in found {
            write(pair, found)?;
        }
    }
    Ok(())
}

/// Joins the texts of some blocks of an article, a line for each.
pub(super) fn texts(story: &Story, article: usize, blocks: &[usize]) -> String {
    let blocks: Vec<&str> = blocks.iter().map(|&block| &*story.articles()[article].blocks[block].text).collect();
    blocks.join("\n")
}
