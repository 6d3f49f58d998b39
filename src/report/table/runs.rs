//! A row for each run of words that two articles share.

use std::io;

use super::columns::{self, Column};
use super::pairs::for_every_pair;
use super::sheet::Sheet;
use super::value::Value;
use crate::letters::letter;
use crate::sharing::{RunPlace, longest_runs};
use crate::story::Story;

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [Column; 7] = [
    ("left", "the letter of the left article"),
    ("right", "the letter of the right one"),
    ("left_block", "the number of the block on the left that has the run, from 1"),
    ("right_block", "that on the right"),
    ("words", "how many words it has, five at least"),
    ("left_text", "the run as the left article has it"),
    ("right_text", "as the right one has it"),
];

/// Writes the runs of every two articles, the longest of each two first.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, articles: &[usize]) -> io::Result<()> {
    sheet.head(&columns::names(&COLUMNS))?;
    let find = |pair| longest_runs(story.run_indices(pair), usize::MAX);
    for_every_pair(articles, find, |pair, runs| {
        for run in &runs {
            let text = |article: usize, place: &RunPlace| {
                story.articles()[article].blocks[place.block].text[place.range.clone()].to_owned()
            };
            sheet.row(&[
                Value::Name(letter(pair.left).into()),
                Value::Name(letter(pair.right).into()),
                Value::Count(run.at.left.block + 1),
                Value::Count(run.at.right.block + 1),
                Value::Count(run.words),
                Value::Text(text(pair.left, &run.at.left).into()),
                Value::Text(text(pair.right, &run.at.right).into()),
            ])?;
        }
        Ok(())
    })
}
