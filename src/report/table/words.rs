//! A row for each place of swapped wording, and then for each word of a list.

use std::borrow::Cow;
use std::io;

use super::sheet::Sheet;
use super::value::Value;
use crate::evidence::{Evidence, Place};
use crate::letters::letter;
use crate::pair::Side;
use crate::story::Story;

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [&str; 10] = [
    // which swap, or which word of a list, it is, from 1
    "entry",   // other words, other spelling or in a list
    "kind",    // the letter of the article
    "article", // the number of the block, from 1
    "block",   // the words as they stand
    "text",    // of a swap: where the other words stand, a letter and the number of a block
    "against", // the other words as they stand there
    "other",   // the list that has the word
    "list",    // its class in the list
    "class",   // what the article is called: its outlet, or its file where that is not known
    "outlet",
];

/// Writes what is swapped, and then the words of lists, each in the order of the texts. Cost: linear in them.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, evidence: &Evidence) -> io::Result<()> {
    sheet.head(&COLUMNS.map(Cow::Borrowed))?;
    for (index, swap) in evidence.swaps.iter().enumerate() {
        let kind = if swap.is_spelling { "other spelling" } else { "other words" };
        for at in &swap.at {
            for side in Side::BOTH {
                let there = &at[side.other()];
                let against = format!("{}{}", letter(there.article), there.block + 1);
                let (against, other) = (Value::Name(against.into()), Value::Text(there.words(story).into()));
                let listed = [Value::Missing, Value::Missing];
                row(sheet, story, (index, kind), &at[side], [against, other], listed)?;
            }
        }
    }
    for (index, mark) in evidence.marks.iter().enumerate() {
        let listed = [Value::Name(mark.list.name().into()), Value::Name(mark.class.as_str().into())];
        let at = (evidence.swaps.len() + index, "in a list");
        row(sheet, story, at, &mark.place, [Value::Missing, Value::Missing], listed)?;
    }
    Ok(())
}

fn row(
    sheet: &mut dyn Sheet,
    story: &Story,
    (index, kind): (usize, &'static str),
    place: &Place,
    [against, other]: [Value<'_>; 2],
    [list, class]: [Value<'_>; 2],
) -> io::Result<()> {
    sheet.row(&[
        Value::Count(index + 1),
        Value::Name(kind.into()),
        Value::Name(letter(place.article).into()),
        Value::Count(place.block + 1),
        Value::Text(place.words(story).into()),
        against,
        other,
        list,
        class,
        Value::Text(story.articles()[place.article].label().into()),
    ])
}
