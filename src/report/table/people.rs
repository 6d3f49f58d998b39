//! A row for each article that has a name of the story, with how it introduces whom it names.

use std::borrow::Cow;
use std::io;

use super::sheet::Sheet;
use super::value::Value;
use crate::evidence::Evidence;
use crate::letters::letter;
use crate::story::Story;

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [&str; 8] = [
    // which name it is, from 1: its articles follow each other
    "entry",   // the name at its fullest
    "name",    // the letter of the article
    "article", // the number of the block, from 1
    "block",   // the name with the words that introduce whom it names; else the name where it stands first
    "text",    // whether these words go on in the text behind the last one of them here
    "cut",     // how many times the article has the name
    "times",   // what the article is called: its outlet, or its file where that is not known
    "outlet",
];

/// Writes the names, in the order in which they stand first. Cost: linear in them.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, evidence: &Evidence) -> io::Result<()> {
    sheet.head(&COLUMNS.map(Cow::Borrowed))?;
    for (index, name) in evidence.names.names.iter().enumerate() {
        for mention in name.introductions() {
            let article = &story.articles()[mention.article];
            let times = name.mentions.iter().filter(|other| other.article == mention.article).count();
            sheet.row(&[
                Value::Count(index + 1),
                Value::Text(name.name.as_str().into()),
                Value::Name(letter(mention.article).into()),
                Value::Count(mention.block + 1),
                Value::Text((&article.blocks[mention.block].text[mention.described.clone()]).into()),
                Value::Truth(mention.is_cut),
                Value::Count(times),
                Value::Text(article.label().into()),
            ])?;
        }
    }
    Ok(())
}
