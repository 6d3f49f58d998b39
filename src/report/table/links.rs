//! A row for each link.

use std::io;

use super::columns::{self, Column};
use super::pairs::{for_every_pair, texts};
use super::sheet::Sheet;
use super::value::Value;
use crate::letters::letter;
use crate::pages::records::{numbers, rounded};
use crate::story::Story;

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [Column; 10] = [
    ("left", "the letter of the left article"),
    ("right", "the letter of the right one"),
    ("left_blocks", "the numbers of the linked blocks on the left, from 1"),
    ("right_blocks", "those on the right"),
    ("relation", "verbatim, edited, reworded or headline"),
    ("moved", "whether it stands outside the order that most words keep"),
    ("similarity", "how alike the wording is, 0 to 1"),
    ("shared_words", "how many words of the left blocks the right ones have too"),
    ("left_text", "the texts of the left blocks"),
    ("right_text", "those of the right ones"),
];

/// Writes the links of every two articles, in the order of the left one.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, articles: &[usize]) -> io::Result<()> {
    sheet.head(&columns::names(&COLUMNS))?;
    let find = |pair| story.compare(pair);
    for_every_pair(articles, find, |pair, comparison| {
        for link in &comparison.links {
            let texts = pair.zip(link.blocks.as_ref()).map(|(article, blocks)| texts(story, article, blocks));
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
