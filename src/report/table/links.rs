//! A row for each link.

use std::borrow::Cow;
use std::io;

use super::sheet::{self, Sheet};
use super::value::Value;
use crate::article::Article;
use crate::letters::letter;
use crate::pages::records::{numbers, similarity};
use crate::pair::Pair;
use crate::story::{Story, parallel_pairs};

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [&str; 12] = [
    // the letter of the left article
    "left",
    // the letter of the right one
    "right",
    // the numbers of the linked blocks on the left, from 1
    "left_blocks",
    // those on the right
    "right_blocks",
    // verbatim, edited, reworded or headline
    "relation",
    // whether it stands outside the order that most words keep
    "moved",
    // how alike the wording is, 0 to 1; 1 for the same words alone
    "similarity",
    // how many words of the left blocks the right ones have too
    "shared_words",
    // the texts of the left blocks
    "left_text",
    // those of the right ones
    "right_text",
    // what the left article is called: its outlet, or its file where that is not known
    "left_outlet",
    // what the right one is called
    "right_outlet",
];

/// Writes the links of pairs of articles, in the order of the left one.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, pairs: &[Pair<usize>], is_excerpt: bool) -> io::Result<()> {
    sheet.head(&COLUMNS.map(Cow::Borrowed))?;
    let find = |pair| story.compare(pair);
    parallel_pairs::for_each_in_order(pairs, find, |pair, comparison| {
        let names = story.pair(pair).map(Article::label);
        for link in &comparison.links {
            let texts = pair
                .zip(link.blocks.as_ref())
                .map(|(article, blocks)| sheet::texts(story, article, blocks, is_excerpt));
            sheet.row(&[
                Value::Name(letter(pair.left).into()),
                Value::Name(letter(pair.right).into()),
                Value::Blocks(numbers(&link.blocks.left)),
                Value::Blocks(numbers(&link.blocks.right)),
                Value::Name(link.relation.name().into()),
                Value::Truth(link.moved),
                Value::Share(similarity(link)),
                Value::Count(link.wording.words.left.shared),
                Value::Text(texts.left.into()),
                Value::Text(texts.right.into()),
                Value::Text(names.left.into()),
                Value::Text(names.right.into()),
            ])?;
        }
        Ok(())
    })
}
