//! A row for each run of words that two articles share.

use std::borrow::Cow;
use std::io;

use super::sheet::Sheet;
use super::value::Value;
use crate::article::Article;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pair::Pair;
use crate::present::excerpts;
use crate::sharing::{RunPlace, longest_runs};
use crate::story::{Story, parallel_pairs};

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [&str; 9] = [
    // the letter of the left article
    "left",
    // the letter of the right one
    "right",
    // the number of the block on the left that has the run, from 1
    "left_block",
    // that on the right
    "right_block",
    // how many words it has, five at least
    "words",
    // the run as the left article has it
    "left_text",
    // as the right one has it
    "right_text",
    // what the left article is called: its outlet, or its file where that is not known
    "left_outlet",
    // what the right one is called
    "right_outlet",
];

/// Writes the runs of pairs of articles, the longest of each two first.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, pairs: &[Pair<usize>], is_excerpt: bool) -> io::Result<()> {
    sheet.head(&COLUMNS.map(Cow::Borrowed))?;
    let find = |pair| longest_runs(story.run_indices(pair), usize::MAX);
    parallel_pairs::for_each_in_order(pairs, find, |pair, runs| {
        let names = story.pair(pair).map(Article::label);
        for run in &runs {
            let text = |article: usize, place: &RunPlace| {
                let text = &story.articles()[article].blocks[place.block].text[place.range.clone()];
                if is_excerpt { excerpts::marked_run(text, PageSetup::default()) } else { text.into() }
            };
            sheet.row(&[
                Value::Name(letter(pair.left).into()),
                Value::Name(letter(pair.right).into()),
                Value::Count(run.at.left.block + 1),
                Value::Count(run.at.right.block + 1),
                Value::Count(run.words),
                Value::Text(text(pair.left, &run.at.left)),
                Value::Text(text(pair.right, &run.at.right)),
                Value::Text(names.left.into()),
                Value::Text(names.right.into()),
            ])?;
        }
        Ok(())
    })
}
