//! Who is said to say something, with quotation marks or without: by whom a pronoun may stand for, and whom a linked paragraph of another
//! outlet names.

use super::attribution::Attribution;
use super::cues::{is_participle, verb_at};
use super::grammar::is_of_name;
use super::names::is_opener;
use super::outer::OuterText;
use super::phrases::Phrases;
use super::quotations::Quotation;
use super::rules::Rule;
use super::word_lists::{Entry, WordLists};
use crate::article::{Article, Kind};

/// Finds the first reporting verb with a subject of each sentence of an article's paragraphs; of one without, the name that it begins
/// with, as an attribution without a cue. Cost: near linear in the text.
pub(super) fn statements(article: &Article, quotations: &[Quotation], lists: &WordLists) -> Vec<Attribution> {
    let mut found = Vec::new();
    for (index, block) in article.blocks.iter().enumerate().filter(|(_, block)| block.kind == Kind::Paragraph) {
        let start = quotations.partition_point(|quotation| quotation.block < index);
        let end = quotations.partition_point(|quotation| quotation.block <= index);
        let outer = OuterText::new((&block.text, block.dateline), &quotations[start..end], |_| false);
        let subjects = Phrases { tokens: &outer.tokens, lists };
        for sentence in &outer.sentences {
            let is_main = |k: &usize| verb_at(lists, &outer.tokens, *k).is_some() && !is_participle(&outer.tokens[*k]);
            let speaker = sentence.clone().filter(is_main).find_map(|verb| {
                let is_passive = subjects.is_passive(verb, sentence.start);
                let (speaker, is_of_sentence) = subjects.before(verb, sentence.start).filter(|_| !is_passive)?;
                (!is_of_sentence).then_some((speaker, verb))
            });
            let bytes = |first: usize, last: usize| outer.tokens[first].start..outer.tokens[last].end();
            let speaker = speaker.filter(|(speaker, _)| subjects.is_noun_phrase(speaker));
            let Some((speaker, verb)) = speaker else {
                // Who a sentence begins with is whom a pronoun behind it stands for.
                let first = sentence
                    .clone()
                    .find(|k| outer.tokens[*k].is_word)
                    .filter(|k| is_of_name(&outer.tokens[*k]) && !is_opener(&outer.tokens[*k]));
                if let Some(named) = first.and_then(|first| subjects.starting(first, sentence.end)) {
                    let speaker = bytes(named.start, named.end - 1);
                    found.push(Attribution {
                        block: index,
                        speaker,
                        stands_for: None,
                        cue: None,
                        cue_goes_on: None,
                        rule: Rule::Before,
                    });
                }
                continue;
            };
            let length = verb_at(lists, &outer.tokens, verb).map_or(1, Entry::length);
            found.push(Attribution {
                block: index,
                speaker: bytes(speaker.start, speaker.end - 1),
                stands_for: None,
                cue: Some(bytes(verb, verb + length - 1)),
                cue_goes_on: None,
                rule: Rule::Before,
            });
        }
    }
    found
}
