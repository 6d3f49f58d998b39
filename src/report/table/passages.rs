//! A row for each passage of the story.

use std::borrow::Cow;
use std::io;

use super::TableChoice;
use super::sheet::{Sheet, texts};
use super::value::Value;
use crate::letters::letter;
use crate::pages::records::numbers;
use crate::story::presence::Filter;
use crate::story::{Passages, Perspective, Story, StoryAnalysis};

/// The columns before those of the articles, each of which is called by its letter and holds the numbers of its blocks; and the
/// columns after these, of which the last one holds what the articles are called that have the passage, in the order of their columns.
pub(super) const BEFORE: [&str; 2] = ["passage", "articles"];
pub(super) const AFTER: [&str; 5] = ["partly", "by", "by_alone", "text", "outlets"];

/// Writes passages, in their order, as far as a filter shows them. Blocks are those that answer the article that is named, else the
/// first one.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, choice: TableChoice) -> io::Result<()> {
    let TableChoice { scope, passages: filter, is_excerpt, .. } = choice;
    let articles = scope.articles(story.articles().len());
    let columns = articles.iter().map(|&article| Cow::Owned(letter(article)));
    let named = |names: &'static [&str]| names.iter().map(|name| Cow::Borrowed(*name));
    sheet.head(&named(&BEFORE).chain(columns).chain(named(&AFTER)).collect::<Vec<_>>())?;
    let Some(base) = scope.base().or_else(|| articles.first().copied()) else { return Ok(()) };
    let analysis = StoryAnalysis::new(story);
    // All are known without seeing them from one article, which takes time.
    let seen = (filter != Filter::Everything).then(|| Perspective::new(story, &analysis, base).presence);
    let is_shown = |passage: usize| seen.as_ref().is_none_or(|presence| presence.is_shown(passage, filter));
    let passages = analysis.passages.passages.iter().enumerate();
    let passages = passages.filter(|(index, passage)| passage.is_telling_from(base) && is_shown(*index));
    let is_here = |article: &usize| articles.contains(article);
    let mut number = 0;
    for (_, passage) in passages {
        let having: Vec<usize> = passage.blocks.iter().map(|(article, _)| *article).filter(is_here).collect();
        let Some(&first) = having.iter().find(|article| **article == base).or_else(|| having.first()) else { continue };
        number += 1;
        let blocks = |&article: &usize| Value::Blocks(numbers(passage.answering(base, article)));
        let by = passage.by_way_of(base).into_iter().filter(|(article, _)| is_here(article));
        let by = by.map(|(article, other)| format!("{}:{}", letter(article), letter(other))).collect();
        let alone: Vec<usize> = Passages::by_way_alone(story, passage, base).into_iter().filter(is_here).collect();
        let is_partly = |article: &&usize| analysis.passages.is_partly_in(passage, base, **article);
        let partly = articles.iter().filter(is_partly).map(|&article| letter(article)).collect();
        let text = texts(story, first, passage.answering(base, first), is_excerpt);
        // What came by way of others alone is not counted, as on the page of passages.
        let before = [Value::Count(number), Value::Count(having.len() - alone.len())];
        let alone = alone.into_iter().map(letter).collect();
        let names = having.iter().map(|&article| story.articles()[article].label().to_owned()).collect();
        let after = [
            Value::Names(partly),
            Value::Names(by),
            Value::Names(alone),
            Value::Text(text.into()),
            Value::Outlets(names),
        ];
        sheet.row(&before.into_iter().chain(articles.iter().map(blocks)).chain(after).collect::<Vec<_>>())?;
    }
    Ok(())
}
