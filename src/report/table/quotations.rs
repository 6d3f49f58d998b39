//! A row for each place of each quotation of the story.

use std::borrow::Cow;
use std::io;
use std::ops::Range;

use super::sheet::Sheet;
use super::value::Value;
use crate::evidence::Evidence;
use crate::evidence::ledger::Said;
use crate::letters::letter;
use crate::story::Story;

/// The columns, in their order; scripts rely on them.
pub(super) const COLUMNS: [&str; 17] = [
    // which quotation it is, from 1: its places follow each other
    "quotation",
    // altered, re-attributed, trimmed, verbatim or one outlet: the first of these that any of its places has
    "kind",
    // the letter of the article
    "article",
    // the number of the block, from 1
    "block",
    // how it stands at this place
    "here",
    // direct, partial, scare or title
    "manner",
    // what is quoted, without its marks
    "text",
    // the words that say who says it; nothing where it is not stated, or not sure
    "speaker",
    // the name at its fullest, or of a pronoun what it stands for
    "name",
    // named, official, unnamed or pronoun
    "speaker_kind",
    // the reporting verb, or what stands for it
    "cue",
    // the rule that found who says it
    "rule",
    // the words that stand here and not where it is held against
    "differs",
    // the words that stand there and not here
    "left_out",
    // where that is: a letter and the number of a block
    "against",
    // what the article is called: its outlet, or its file where that is not known
    "outlet",
    // who is said to say it where it is held against, if that is somebody else
    "other_speaker",
];

/// Writes the quotations, in the order in which they stand first. Cost: linear in them.
pub(super) fn write(sheet: &mut dyn Sheet, story: &Story, evidence: &Evidence) -> io::Result<()> {
    sheet.head(&COLUMNS.map(Cow::Borrowed))?;
    for (index, entry) in evidence.ledger.iter().enumerate() {
        for said in &entry.said {
            sheet.row(&row(story, evidence, (index, entry.kind.name()), said))?;
        }
    }
    Ok(())
}

fn row<'s>(
    story: &'s Story,
    evidence: &'s Evidence,
    (index, kind): (usize, &'static str),
    said: &'s Said,
) -> Vec<Value<'s>> {
    let own = &evidence.quotations[said.quotation];
    let article = &story.articles()[own.article];
    let text = article.blocks[own.quotation.block].text.as_str();
    let name = |name: &'static str| Value::Name(name.into());
    let words = |words: Option<&'s str>| words.map_or(Value::Missing, |words| Value::Text(words.into()));
    let speaker = own.speaker.as_ref();
    let attribution = own.attribution.as_ref();
    let cue = attribution.and_then(|found| Some(&article.blocks[found.block].text[found.cue.clone()?]));
    let there = said.against.as_ref().map_or("", |at| story.articles()[at.article].blocks[at.block].text.as_str());
    let listed = |text: &str, ranges: &[Range<usize>]| {
        let words: Vec<&str> = ranges.iter().map(|range| &text[range.clone()]).collect();
        Value::Text(words.join(" … ").into())
    };
    let against = said.against.as_ref().map(|at| format!("{}{}", letter(at.article), at.block + 1));
    vec![
        Value::Count(index + 1),
        name(kind),
        Value::Name(letter(own.article).into()),
        Value::Count(own.quotation.block + 1),
        name(said.kind.name()),
        name(own.quotation.manner.name()),
        Value::Text((&text[own.quotation.inner.clone()]).into()),
        words(speaker.map(|speaker| speaker.text.as_str())),
        words(speaker.and_then(|speaker| speaker.name.as_deref())),
        speaker.map_or(Value::Missing, |speaker| name(speaker.kind.name())),
        words(cue),
        attribution.map_or(Value::Missing, |found| name(found.rule.name())),
        listed(text, &said.differs),
        listed(there, &said.left_out),
        against.map_or(Value::Missing, |against| Value::Name(against.into())),
        Value::Text(article.label().into()),
        words(said.other_speaker.as_ref().map(|speaker| speaker.text.as_str())),
    ]
}
