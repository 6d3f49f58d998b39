//! Sides that say the same, word by word: there is nothing to look for.

use super::{Count, Mark, Segment, Spot, Wording};
use crate::article::Article;
use crate::pair::{Pair, Side};
use crate::words::{Lexicon, Reading, Token};

/// Returns the wording of two sides that differ in nothing but quotation marks, dashes and spaces; `None` of others.
///
/// Cost: linear in the words up to the first that differs.
pub(super) fn wording(
    articles: Pair<&Article>,
    readings: Pair<&Reading>,
    lexicon: &Lexicon,
    blocks: Pair<&[usize]>,
) -> Option<Wording> {
    let tokens = |side: Side| {
        let of = move |&block: &usize| readings[side].blocks[block].iter().map(move |token| (block, token));
        blocks[side].iter().flat_map(of)
    };
    let alike = |left: &Token, right: &Token| lexicon.is_verbatim(left.form, right.form);
    let count =
        blocks.zip(readings).map(|(blocks, reading)| blocks.iter().map(|&k| reading.blocks[k].len()).sum::<usize>());
    let same = count.left == count.right
        && tokens(Side::Left).zip(tokens(Side::Right)).all(|((_, left), (_, right))| alike(left, right));
    same.then(|| {
        let words = tokens(Side::Left).filter(|(_, token)| token.is_word).count();
        let whole = Pair::from_fn(|side| whole(tokens(side)));
        let shared = whole.left.zip(whole.right).map(|(left, right)| Pair::new(left, right));
        Wording {
            segments: Pair::from_fn(|side| shared_blocks(articles[side], blocks[side])),
            differences: Vec::new(),
            words: Pair::from_fn(|_| Count { all: words, shared: words }),
            shared: shared.into_iter().collect(),
            coarse: false,
        }
    })
}

/// From the first to the last of some tokens, each with its block.
fn whole<'t>(tokens: impl Iterator<Item = (usize, &'t Token)>) -> Option<Spot> {
    let mut tokens = tokens.map(|(block, token)| (block, token.range()));
    let first = tokens.next()?;
    let (start, end) = ((first.0, first.1.start), tokens.last().unwrap_or(first));
    Some(Spot { start, end: (end.0, end.1.end) })
}

fn shared_blocks(article: &Article, blocks: &[usize]) -> Vec<Segment> {
    let shared = |&block: &usize| Segment { block, range: 0..article.blocks[block].text.len(), mark: Mark::Shared };
    blocks.iter().map(shared).collect()
}
