//! A row for each link.

use std::borrow::Cow;
use std::io;

use super::sheet::{self, Sheet};
use super::value::Value;
use crate::letters::letter;
use crate::pages::records::{numbers, rounded};
use crate::story::{Story, parallel_pairs};

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [&str; 10] = [
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
    // how alike the wording is, 0 to 1
    "similarity",
    // how many words of the left blocks the right ones have too
    "shared_words",
    // the texts of the left blocks
    "left_text",
    // those of the right ones
    "right_text",
];

/// Writes the links of every two articles, in the order of the left one.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, articles: &[usize]) -> io::Result<()> {
    sheet.head(&COLUMNS.map(Cow::Borrowed))?;
    let find = |pair| story.compare(pair);
    parallel_pairs::for_each_in_order(articles, find, |pair, comparison| {
        for link in &comparison.links {
            let texts = pair.zip(link.blocks.as_ref()).map(|(article, blocks)| sheet::texts(story, article, blocks));
            sheet.row(&[
                Value::Name(letter(pair.left).into()),
                Value::Name(letter(pair.right).into()),
                Value::Blocks(numbers(&link.blocks.left)),
                Value::Blocks(numbers(&link.blocks.right)),
                Value::Name(link.relation.name().into()),
                Value::Truth(link.moved),
                Value::Share(rounded(link.similarity)),
                Value::Count(link.wording.words.left.shared),
                Value::Text(texts.left.into()),
                Value::Text(texts.right.into()),
            ])?;
        }
        Ok(())
    })
}
