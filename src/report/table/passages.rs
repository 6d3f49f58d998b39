//! A row for each passage of the story.

use std::borrow::Cow;
use std::io;

use super::sheet::{Sheet, texts};
use super::value::Value;
use crate::letters::letter;
use crate::pages::records::numbers;
use crate::story::{Passages, Story, StoryAnalysis};

/// The columns before those of the articles, each of which is called by its letter and holds the numbers of its blocks; and the
/// columns after these.
pub(super) const BEFORE: [&str; 2] = ["passage", "articles"];
pub(super) const AFTER: [&str; 4] = ["partly", "by", "by_alone", "text"];

/// Writes all passages, in their order, seen from the first of some articles: blocks are those that answer it.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, articles: &[usize]) -> io::Result<()> {
    let columns = articles.iter().map(|&article| Cow::Owned(letter(article)));
    let named = |names: &'static [&str]| names.iter().map(|name| Cow::Borrowed(*name));
    sheet.head(&named(&BEFORE).chain(columns).chain(named(&AFTER)).collect::<Vec<_>>())?;
    let Some(&base) = articles.first() else { return Ok(()) };
    let analysis = StoryAnalysis::new(story);
    let passages = analysis.passages.passages.iter().filter(|passage| passage.is_telling_from(base));
    let is_here = |article: &usize| articles.contains(article);
    let mut number = 0;
    for passage in passages {
        let having: Vec<usize> = passage.blocks.iter().map(|(article, _)| *article).filter(is_here).collect();
        let Some(&first) = having.iter().find(|article| **article == base).or_else(|| having.first()) else { continue };
        number += 1;
        let blocks = |&article: &usize| Value::Blocks(numbers(passage.answering(base, article)));
        let by = passage.by_way_of(base).into_iter().filter(|(article, _)| is_here(article));
        let by = by.map(|(article, other)| format!("{}:{}", letter(article), letter(other))).collect();
        let alone: Vec<usize> = Passages::by_way_alone(story, passage, base).into_iter().filter(is_here).collect();
        let is_partly = |article: &&usize| analysis.passages.is_partly_in(passage, base, **article);
        let partly = articles.iter().filter(is_partly).map(|&article| letter(article)).collect();
        let text = texts(story, first, passage.answering(base, first));
        // What came by way of others alone is not counted, as on the page of passages.
        let before = [Value::Count(number), Value::Count(having.len() - alone.len())];
        let alone = alone.into_iter().map(letter).collect();
        let after = [Value::Names(partly), Value::Names(by), Value::Names(alone), Value::Text(text.into())];
        sheet.row(&before.into_iter().chain(articles.iter().map(blocks)).chain(after).collect::<Vec<_>>())?;
    }
    Ok(())
}
