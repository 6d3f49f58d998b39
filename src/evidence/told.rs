//! The blocks in which an article tells something: all but captions, bylines and what belongs to the page.

use super::tokens::{Token, tokens};
use crate::article::{Article, Block};

/// Returns the blocks in which an article tells something, each with its index.
pub(super) fn told_blocks(article: &Article) -> impl Iterator<Item = (usize, &Block)> + Clone {
    article.blocks.iter().enumerate().filter(|(_, block)| !block.kind.is_aside())
}

/// Returns the words and marks of these blocks, each block by its index, without datelines. Cost: linear in the text.
pub(super) fn told_tokens(article: &Article) -> impl Iterator<Item = (usize, Vec<Token<'_>>)> {
    told_blocks(article).map(|(index, block)| {
        (index, tokens(&block.text).into_iter().filter(|token| token.start >= block.dateline).collect())
    })
}
