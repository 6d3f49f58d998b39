//! Who says what is quoted, by named rules.
//!
//! ```text
//!     “We waited,” said Ada Quill, who leads the council.     verb and subject after it
//!     “We waited,” Ada Quill, a skipper, told the Post.       subject and verb after it
//!     Ada Quill said that they had “waited too long”.         subject and verb before it
//!     “It is late. “So it is.”                                the paragraph goes on: who spoke before
//! ```
//!
//! Each rule says how often it was right on articles that were marked by hand ([`Rule::certainty`]); one that is right too seldom
//! names nobody. A pronoun is shown as it stands.

use std::ops::Range;

use super::abroad::SmallWords;
use super::attribution::Attribution;
use super::cues::verb_at;
use super::outer::{OuterText, is_quotation, last_inside};
use super::phrases::Phrases;
use super::quotations::{Manner, Quotation};
use super::rules::Rule;
use super::statements::statements;
use super::tokens::Token;
use super::word_lists::WordLists;
use crate::article::Article;

/// Finds the speaker of each of an article's quotations, and who else is said to say something, or is whom a sentence begins with: those have
/// no cue. Whom a pronoun stands for is told by the names of the story. Cost: near linear in the text.
#[must_use]
pub fn attributions(
    article: &Article,
    quotations: &[Quotation],
    lists: &WordLists,
) -> (Vec<Option<Attribution>>, Vec<Attribution>) {
    let mut found: Vec<Option<Attribution>> = Vec::with_capacity(quotations.len());
    let mut memory = Memory::default();
    for own in quotations.chunk_by(|one, next| one.block == next.block) {
        let block = own[0].block;
        let text = (article.blocks[block].text.as_str(), article.blocks[block].dateline);
        let goes_on = |after: &[Token<'_>]| {
            (0..after.len().min(6))
                .take_while(|k| !is_quotation(&after[*k]))
                .any(|k| verb_at(lists, after, k).is_some())
        };
        let outer = OuterText::new(text, own, goes_on);
        let reader = Reader { block, outer: &outer, lists, own };
        reader.read(&mut memory, &mut found);
    }
    for attribution in found.iter_mut().filter(|found| found.as_ref().is_some_and(|found| !found.rule.is_sure())) {
        *attribution = None;
    }
    (found, statements(article, quotations, lists))
}

/// Finds who a sentence of a block is said by, as far as the words are concerned that one of some quotations of it covers: it may stand in
/// no quotation marks. Cost: linear in the sentence.
pub(super) fn of_stretch(
    text: &str,
    sentence: &Range<usize>,
    (own, at): (&[Quotation], usize),
    lists: &WordLists,
) -> Option<Attribution> {
    let outer = OuterText::new((&text[..sentence.end], sentence.start), own, |_| false);
    let reader = Reader { block: own.get(at)?.block, outer: &outer, lists, own };
    let found = reader.in_sentence(at).filter(|found| reader.subjects().has_noun(&found.speaker))?;
    let found = reader.as_abroad(found).filter(|found| found.rule.is_sure() && reader.is_in_clause(found, at))?;
    Some(reader.attribution(found))
}

/// Auxiliaries of German, French and Spanish that a verb follows.
const PERFECT: [&str; 6] = ["a", "ont", "hat", "haben", "ha", "han"];

/// What is kept from block to block.
#[derive(Default)]
struct Memory {
    /// The last block with quotations, and who spoke last there.
    last: Option<(usize, Attribution)>,
}

/// A block being read.
struct Reader<'a, 't> {
    block: usize,
    outer: &'a OuterText<'t>,
    lists: &'a WordLists,
    own: &'a [Quotation],
}

/// Who speaks, in tokens.
struct Found {
    speaker: Range<usize>,
    cue: Option<Range<usize>>,
    rule: Rule,
}

impl Reader<'_, '_> {
    fn read(&self, memory: &mut Memory, into: &mut Vec<Option<Attribution>>) {
        // Who speaks in this paragraph so far.
        let mut here: Option<(usize, Attribution)> = None;
        let first = into.len();
        for k in 0..self.own.len() {
            let again = |attribution: &Attribution, rule| Attribution {
                rule,
                cue: None,
                cue_goes_on: None,
                ..attribution.clone()
            };
            let before = memory.last.as_ref().filter(|(block, _)| block + 1 == self.block).map(|(_, last)| last);
            let is_statement = self.own[k].manner == Manner::Direct || self.own[k].words > 3;
            // Nobody says a title that is only named.
            if self.own[k].is_named {
                into.push(None);
                continue;
            }
            // Whoever spoke before does not go on behind somebody else, here or later: so each sentence is looked at once.
            let places = |said: usize| (self.outer.quotations[said], self.outer.quotations[k]);
            here = here.filter(|(said, last)| !is_statement || !self.is_interrupted(places(*said), last));
            let found = self
                .in_sentence(k)
                .filter(|found| self.subjects().has_noun(&found.speaker))
                .and_then(|found| self.as_abroad(found))
                .map(|found| self.attribution(found))
                .or_else(|| {
                    let sentence = self.outer.sentence_of(self.outer.quotations[k]);
                    let same = (0..k).rev().find(|j| sentence.contains(&self.outer.quotations[*j]))?;
                    let rule = if self.is_split((same, k)) { Rule::SameParagraph } else { Rule::SentenceGoesOn };
                    let said = into[first + same]
                        .as_ref()
                        .filter(|found| found.rule.is_sure() || rule == Rule::SentenceGoesOn)?;
                    Some(again(said, rule))
                })
                .or_else(|| {
                    before
                        .filter(|_| self.own[k].continues && k == 0)
                        .map(|last| again(last, if last.rule.is_sure() { Rule::ParagraphGoesOn } else { last.rule }))
                })
                .or_else(|| {
                    let (_, last) = here.as_ref().filter(|_| is_statement)?;
                    Some(again(last, if last.rule.is_sure() { Rule::SameParagraph } else { last.rule }))
                })
                .or_else(|| if is_statement { self.sentence_before(k) } else { None })
                .or_else(|| before.filter(|_| is_statement && k == 0).map(|last| again(last, Rule::ParagraphBefore)));
            if let Some(found) = &found
                && is_statement
            {
                here = Some((k, found.clone()));
            }
            into.push(found);
        }
        if let Some((_, last)) = here {
            memory.last = Some((self.block, last));
        }
    }

    fn attribution(&self, found: Found) -> Attribution {
        let bytes =
            |tokens: Range<usize>| self.outer.tokens[tokens.start].start..self.outer.tokens[tokens.end - 1].end();
        let is_who = self.outer.tokens[found.speaker.start].is("who");
        let who = if is_who { self.subjects().antecedent(found.speaker.start, 0) } else { None };
        let goes_on = self.goes_on_behind(&found);
        let whole = |cue: Range<usize>| if found.rule == Rule::Citing { cue } else { self.subjects().whole_verb(cue) };
        Attribution {
            block: self.block,
            stands_for: who.map(|who| (self.block, bytes(who))),
            speaker: bytes(found.speaker),
            cue: found.cue.map(whole).map(bytes),
            cue_goes_on: goes_on.map(bytes),
            rule: found.rule,
        }
    }

    const fn subjects(&self) -> Phrases<'_, '_> {
        Phrases { tokens: self.outer.tokens.as_slice(), lists: self.lists }
    }

    /// Looks for the speaker in the sentence that a quotation stands in.
    fn in_sentence(&self, k: usize) -> Option<Found> {
        let at = self.outer.quotations[k];
        let sentence = self.outer.sentence_of(at);
        // A title that is only named says nothing of who speaks.
        let other = (k + 1..self.own.len()).find(|j| !self.own[*j].is_named).map(|j| self.outer.quotations[j]);
        let next = other.unwrap_or(sentence.end).min(sentence.end);
        let behind =
            || self.after(at, next).or_else(|| if next == sentence.end { self.at_end(at, next) } else { None });
        let behind = if self.leads_elsewhere(at, next) { None } else { behind() };
        behind.or_else(|| self.before(at, &sentence)).or_else(|| self.according(&sentence))
    }

    /// Tells whether a verb before some words surely goes with them: nothing between begins another clause.
    fn is_in_clause(&self, found: &Found, at: usize) -> bool {
        let tokens = &self.outer.tokens;
        let quotation = self.outer.quotations[at];
        let is_before = |cue: &Range<usize>| cue.end <= quotation;
        match (found.rule, &found.cue) {
            (Rule::OfSentence, _) | (_, None) => false,
            (Rule::Before | Rule::BeforeApart, Some(cue)) if is_before(cue) => {
                let begins = |token: &Token<'_>| {
                    !token.is_word
                        || token.is_among("and but or while as because after before which who where when so if")
                };
                !tokens[cue.end..quotation].iter().any(begins)
            }
            _ => true,
        }
    }

    /// What is found by rules for English in a text of another language, as far as it is sure there.
    fn as_abroad(&self, found: Found) -> Option<Found> {
        let Some(small) = SmallWords::of(self.lists.language()) else { return Some(found) };
        let tokens = &self.outer.tokens;
        let cue = found.cue.clone()?;
        let is_quoting = verb_at(self.lists, tokens, cue.start).is_some_and(|entry| small.is_quoting(&entry.lemma));
        let is_subject = || found.speaker.end > cue.start || small.leads_to_verb(&tokens[found.speaker.end..cue.start]);
        if found.rule == Rule::OfSentence || is_quoting || !is_subject() {
            return None;
        }
        let speaker = small.speaker(tokens, found.speaker.clone())?;
        Some(Found { speaker, ..found })
    }

    /// The words of a verb, with those that go with it.
    fn cue(&self, verb: usize) -> Range<usize> {
        verb..verb + verb_at(self.lists, &self.outer.tokens, verb).map_or(1, super::word_lists::Entry::length)
    }

    /// Called it “a gift”, while Tom Hart praised it; “late”; Tom Hart said no: another clause begins behind a quotation, with its own subject.
    fn leads_elsewhere(&self, at: usize, to: usize) -> bool {
        let behind = self.outer.tokens.get(at + 1..to).unwrap_or_default();
        let words = behind.iter().position(|token| token.is_word).unwrap_or(behind.len());
        let is_parted = behind[..words].iter().any(|token| token.text == ";");
        is_parted || behind.get(words).is_some_and(|token| token.is_among("but while whereas although though yet"))
    }

    /// Behind a quotation: "said X", "X said", "according to X".
    fn after(&self, at: usize, to: usize) -> Option<Found> {
        let tokens = &self.outer.tokens;
        let ends =
            last_inside(tokens[at].text).is_some_and(|c| matches!(c, ',' | '?' | '!' | '…' | '.' | '-' | '—' | '–'));
        let mut start = at + 1;
        let mut parted = ends;
        while start < to && !tokens[start].is_word && tokens[start].text != "@" {
            parted = true;
            start += 1;
        }
        let first = tokens.get(start).filter(|_| start < to)?;
        if let Some(found) = self.according_at(start, to) {
            return Some(found);
        }
        while start < to && tokens[start].is_one_of(&["also", "then", "later", "as", "so"]) && !first.is_capital()
            || start + 1 < to && tokens[start].is_one_of(&PERFECT) && verb_at(self.lists, tokens, start + 1).is_some()
        {
            start += 1;
        }
        if verb_at(self.lists, tokens, start).is_some() && start < to {
            let cue = self.cue(start);
            let speaker = self.subjects().starting(cue.end, to)?;
            let is_said = parted && !super::cues::is_participle(&tokens[start]);
            return is_said.then_some(Found { speaker, cue: Some(cue), rule: Rule::VerbThenSubject });
        }
        let is_pronoun = super::grammar::is_pronoun(&tokens[start.min(to - 1)]);
        if !parted && !is_pronoun {
            return None;
        }
        // Was cited as saying: the second verb is what is done.
        let is_saying = |k: &usize| verb_at(self.lists, tokens, *k).is_some() && self.is_main(start, *k);
        let verb = (start + 1..to).find(|k| is_saying(k) && !self.subjects().is_passive(*k, start))?;
        let (speaker, _) = self.subjects().before(verb, start)?;
        let names = ["call", "dub", "label", "term", "describe", "refer"];
        let is_naming = verb_at(self.lists, tokens, verb).is_some_and(|entry| names.contains(&entry.lemma.as_str()));
        let first = &tokens[speaker.start];
        if is_naming && !is_pronoun && !first.is_capital() {
            return None;
        }
        if self.is_denied(verb, (speaker.end, to)) || self.is_governed(verb, start) {
            return None;
        }
        let only_adverbs = speaker.start <= start + 1;
        (only_adverbs)
            .then(|| self.cited(Found { speaker, cue: Some(self.cue(verb)), rule: Rule::SubjectThenVerb }, verb, to))
    }

    /// Tells whether a verb belongs to the subject that begins at a token, and to no clause within it.
    fn is_main(&self, start: usize, verb: usize) -> bool {
        let tokens = &self.outer.tokens;
        let opens = |token: &Token<'_>| token.is_one_of(&["who", "which", "that", "whose", "when", "where"]);
        let Some(open) = (start..verb).rev().find(|k| opens(&tokens[*k])) else { return true };
        // A clause ends with its comma.
        (open..verb).any(|k| tokens[k].text == ",")
    }

    fn according(&self, sentence: &Range<usize>) -> Option<Found> {
        sentence.clone().find_map(|k| self.according_at(k, sentence.end))
    }

    fn according_at(&self, at: usize, to: usize) -> Option<Found> {
        let tokens = &self.outer.tokens;
        let stands = |words: &[&str]| {
            let mut there = tokens[at..to].iter();
            words.iter().all(|word| there.next().is_some_and(|token| token.is(word)))
        };
        let words =
            [&["according", "to"][..], &["in", "the", "words", "of"]].into_iter().find(|words| stands(words))?;
        let cue = at..at + words.len();
        Some(Found { speaker: self.subjects().starting(cue.end, to)?, cue: Some(cue), rule: Rule::AccordingTo })
    }

    /// At the end of the sentence, behind a comma: ", X said."
    fn at_end(&self, at: usize, to: usize) -> Option<Found> {
        let tokens = &self.outer.tokens;
        let verb = (at + 1..to).rev().find(|k| verb_at(self.lists, tokens, *k).is_some())?;
        if tokens[verb - 1].text == "," && verb > at + 2 && !super::cues::is_participle(&tokens[verb]) {
            let cue = self.cue(verb);
            let speaker = self.subjects().starting(cue.end, to)?;
            let is_sum = tokens[speaker.clone()].iter().any(|token| token.is_figure() || token.text == "$");
            return (!is_sum).then_some(Found { speaker, cue: Some(cue), rule: Rule::EndOfSentence });
        }
        let last = verb;
        let verb = self.citing_verb(last, at + 1);
        let (speaker, is_of_sentence) = self.subjects().before(verb, at + 1)?;
        // What is said has no other object.
        let next = tokens.get(verb + 1).filter(|next| next.is_word);
        let is_whole = verb < last
            || next
                .is_none_or(|next| next.is_capital() || next.is_one_of(&["in", "on", "at", "during", "this", "last"]));
        let is_parted = is_whole && speaker.start > at + 1 && tokens[speaker.start - 1].text == ",";
        let found = Found { speaker, cue: Some(self.cue(verb)), rule: Rule::EndOfSentence };
        (is_parted && !is_of_sentence).then(|| self.cited(found, verb, to))
    }

    /// Who is the subject of the sentence before, in the same paragraph.
    fn sentence_before(&self, k: usize) -> Option<Attribution> {
        let sentence = self.outer.sentence_of(self.outer.quotations[k]);
        let index = self.outer.sentences.partition_point(|own| own.start < sentence.start);
        let before = self.outer.sentences.get(index.checked_sub(1)?)?.clone();
        let speaker = self.subjects().of_sentence(before.start, before.end)?;
        Some(self.attribution(Found { speaker, cue: None, rule: Rule::SentenceBefore }))
    }
}

mod before;
mod cited;
mod doubtful;
mod same_paragraph;
#[cfg(test)]
mod tests;
