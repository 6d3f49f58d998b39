//! Frames of saying: what stands around a reporting verb that says something.
//!
//! ```text
//!     the skipper added that the boats were old     a clause that is said
//!     he began: “The boats are old.”                a colon, a quotation
//!     the road continues along the quay             none
//!     one could say, I ask only, it tells a tale    nobody who is reported says anything
//! ```

use std::ops::Range;

use super::cues::{is_participle, verb_at};
use super::grammar::{AUXILIARIES, PREPOSITIONS, is_adverb};
use super::outer::is_quotation;
use super::senses::is_adjective;
use super::tokens::Token;
use super::word_lists::{Entry, WordLists};
use super::word_set::WordSet;

/// Words behind which a clause is said.
static LEADS: WordSet = WordSet::new("that how why whether");

/// What says when, between a verb and the clause that is said.
const WHEN: &str =
    "on in at last this late early yesterday today tonight again morning afternoon evening night week month year";

/// How many words behind a verb, or before it, are looked at.
const REACH: usize = 10;
/// How many words the subject of a clause that is said has.
const SUBJECT: usize = 4;
/// What a clause begins with.
static SUBJECTS: WordSet = WordSet::new(
    "i we you he she it they this these those the a an his her its their our my no nobody there most many some all",
);
/// What says that a clause has a verb.
static FINITE: WordSet =
    WordSet::new("is are was were be will would has have had can could may might must should shall does do did never");

/// Verbs of what somebody feels or thinks, and not always says.
const FELT: &str = "feel think believe hope fear suspect guess wonder remember realize recognize";
/// Verbs that are said of acts as well, which in the passive nobody is reported to say.
const ACTS: &str = "reject deny confirm promise pledge vow thank dismiss instruct praise call dub label term show echo";
/// Verbs that answer what is said, and what is said.
const ANSWERS: &str = "note echo repeat dismiss slam blast answer protest";
const WORDS: &str = "comment comments remark remarks statement statements words warning warnings criticism";
/// Verbs that judge, and say so, where a critic does what they say; of others they may be acts.
const JUDGES: &str = "slam blast hail";
const CRITICS: &str = "critics opponents campaigners activists experts analysts observers lawmakers politicians unions";
/// What is slammed, and hailed, without a word.
const SLAMMED: &str =
    "door doors brake brakes gate gates lid phone window windows ball car cab cabs taxi taxis boat boats";
/// Whom and what an accident claims, in German.
const VICTIMS: &str = "tote toten todesopfer opfer menschenleben leben verletzte verletzten";
/// What some verbs have as their object where nothing is said: a tale that is told, patients who are admitted.
const OBJECTS: [(&str, &str); 6] = [
    ("tell", "tale tales story stories truth lie lies joke jokes fortune fortunes difference time"),
    (
        "admit",
        "hospital clinic ward patient patients visitor visitors member members student students pupil pupils guest guests",
    ),
    ("concede", "goal goals point points penalty penalties corner corners try tries match game games"),
    ("confirm", "judge judges nominee nominees nomination nominations"),
    ("deny", "food water entry access bail visa visas permission asylum"),
    ("reveal", "by"),
];

/// Tells whether a reporting verb says that something is reported to be said, by what stands around it in its sentence. One that mostly
/// tells of something else needs a quotation beside it, a clause that is said, a colon, or commas or the end of the sentence on
/// both sides: “…, the text went on.” Cost: linear in the sentence, up to a bound.
pub(super) fn is_said(
    lists: &WordLists,
    tokens: &[Token<'_>],
    sentence: &Range<usize>,
    verb: &Range<usize>,
    entry: &Entry,
) -> bool {
    let frame = Frame { lists, tokens, sentence, verb };
    if frame.is_of_writer() || frame.is_possible() || frame.is_noun() || frame.is_of_object(entry) {
        return false;
    }
    if is_among(entry, ACTS) && frame.is_passive() {
        return false;
    }
    if is_among(entry, FELT) {
        return frame.leads_on() || frame.has_clause() || frame.is_aside();
    }
    // Drei Tote hat der Unfall gefordert: nobody says so.
    let of_victims = || tokens[sentence.clone()].iter().any(|token| token.is_among(VICTIMS));
    if entry.lemma == "fordern" && of_victims() {
        return false;
    }
    if is_among(entry, JUDGES) && frame.is_of_critics() {
        return true;
    }
    // A site describing its work: nobody says so.
    let is_attached =
        is_participle(&tokens[verb.start]) && frame.is_behind_noun() && !is_among(entry, "say argue claim cite quote");
    let is_of_words = || is_among(entry, ANSWERS) && frame.has_object(WORDS);
    !lists.has_other_senses(entry) && !is_attached || frame.says() || is_of_words()
}

fn is_among(entry: &Entry, lemmas: &str) -> bool {
    super::tokens::has_word(lemmas, &entry.lemma)
}

/// A verb in its sentence.
struct Frame<'a, 't> {
    lists: &'a WordLists,
    tokens: &'a [Token<'t>],
    sentence: &'a Range<usize>,
    verb: &'a Range<usize>,
}

impl Frame<'_, '_> {
    /// The words before the verb, the last first, without what a verb has before it.
    fn before(&self) -> Option<(usize, &Token<'_>)> {
        let is_of_verb = |token: &Token<'_>| token.is_among(&AUXILIARIES) || token.is("to") || is_adverb(token);
        (self.sentence.start..self.verb.start).rev().map(|k| (k, &self.tokens[k])).find(|(_, token)| !is_of_verb(token))
    }

    fn next(&self) -> Option<&Token<'_>> {
        self.tokens.get(self.verb.end).filter(|_| self.verb.end < self.sentence.end)
    }

    /// Critics slammed the move.
    fn is_of_critics(&self) -> bool {
        let is_critic = self.before().is_some_and(|(_, subject)| subject.is_among(CRITICS));
        is_critic
            && self.next().is_some_and(|next| next.is_word && !next.is_among(&PREPOSITIONS))
            && !self.has_object(SLAMMED)
    }

    /// I ask, we believe: the writer says it.
    fn is_of_writer(&self) -> bool {
        self.before().is_some_and(|(_, subject)| subject.is_among("i we i've i'd i'll we've we'd we'll"))
    }

    /// What can, could or should be said is not said.
    fn is_possible(&self) -> bool {
        let near = self.tokens[self.sentence.start..self.verb.start].iter().rev().take_while(|token| {
            token.is_among(&AUXILIARIES) || token.is_among("may also only to even just ought") || is_adverb(token)
        });
        near.into_iter()
            .any(|token| token.is_among("can could may might must should cannot can't couldn't shouldn't ought"))
    }

    /// Her opening remarks, Islamophobic remarks, a recount: no verb.
    fn is_noun(&self) -> bool {
        let token = &self.tokens[self.verb.start];
        let Some(before) = self.verb.start.checked_sub(1).map(|k| &self.tokens[k]) else { return false };
        let can_be = self.lists.is_also_noun(&token.folded) && self.verb.len() == 1;
        let is_described =
            is_adjective(before) || before.is_small() && is_participle(before) || before.folded.ends_with("phobic");
        let is_of_noun =
            |token: &Token<'_>| token.is_genitive() && !token.is_among("it's he's she's who's that's there's");
        let follows = || {
            self.next()
                .is_some_and(|next| next.is_small() && !next.is_among(&PREPOSITIONS) && !next.is_among(&SUBJECTS))
        };
        // The convention's pledged delegates.
        let is_attribute = token.folded.ends_with("ed") && (is_of_noun(before) || before.is_figure()) && follows();
        can_be && before.is_word && is_described || is_attribute
    }

    /// A tale is told, patients are admitted: nobody says anything.
    fn is_of_object(&self, entry: &Entry) -> bool {
        let own = OBJECTS.iter().find(|(lemma, _)| *lemma == entry.lemma);
        own.is_some_and(|(_, objects)| self.has_object(objects)) && !self.has_quotation() && !self.leads_on()
    }

    /// Tells whether one of some words stands behind the verb, with four words at most between.
    fn has_object(&self, words: &str) -> bool {
        let abbreviation = |token: &Token<'_>| token.text == ".";
        let near = self.tokens[self.verb.end..self.sentence.end].iter().take(5);
        near.take_while(|token| token.is_word || abbreviation(token)).any(|token| token.is_among(words))
    }

    fn is_passive(&self) -> bool {
        let before =
            (self.sentence.start..self.verb.start).rev().map(|k| &self.tokens[k]).find(|token| !is_adverb(token));
        !is_participle(&self.tokens[self.verb.start])
            && before.is_some_and(|before| before.is_among("is are was were be been being get got so"))
            && self.next().is_none_or(|next| !next.is("by"))
    }

    /// Tells whether a participle stands right behind a noun.
    fn is_behind_noun(&self) -> bool {
        let before = self.verb.start.checked_sub(1).map(|k| &self.tokens[k]);
        let is_verb = self.verb.start > 0 && verb_at(self.lists, self.tokens, self.verb.start - 1).is_some();
        before.is_some_and(|before| {
            before.is_small()
                && !is_verb
                && !before.is_among(&AUXILIARIES)
                && !before.is_among(&PREPOSITIONS)
                && !before.is_among("and or but then")
                && !is_adverb(before)
        })
    }

    /// Said that, claimed on 4 March 2026 that, warned late on Monday: “…”.
    fn leads_on(&self) -> bool {
        let says_when = |token: &&Token<'_>| token.is_among(WHEN) || token.is_capital() || token.is_figure();
        let behind = self.tokens[self.verb.end..self.sentence.end].iter().take(REACH).find(|token| !says_when(token));
        behind.is_some_and(|next| next.is_among(&LEADS) || next.text == ":" || is_quotation(next))
    }

    /// Told the board that …; thinks the yard is late; but “add the posts for both piers and it is more”.
    fn has_clause(&self) -> bool {
        let behind = &self.tokens[self.verb.end..self.sentence.end];
        let is_stop = |token: &Token<'_>| !token.is_word && !is_quotation(token);
        let begins = behind.first().is_some_and(|first| first.is_capital() || first.is_among(&SUBJECTS));
        let is_verb = |token: &Token<'_>| token.is_among(&FINITE) || token.folded.ends_with("n't");
        let is_inside =
            |token: &Token<'_>| !token.is_among(&PREPOSITIONS) && !token.is_among("more less than who which");
        let near = behind.iter().take(REACH).take_while(|token| !is_stop(token) && is_inside(token)).skip(1);
        let is_told = near.clone().any(|token| token.is("that"));
        // He, she and they are no objects.
        let is_sure = behind.first().is_some_and(|first| first.is_among("i we he she they there"));
        begins && (is_sure || is_told || near.take(SUBJECT).any(is_verb))
    }

    /// “…, the text went on.”
    fn is_aside(&self) -> bool {
        let ends = self.next().is_none_or(|next| matches!(next.text, "," | "." | "!" | "?"));
        let reach = (self.sentence.start..self.verb.start).rev().take(REACH);
        ends && reach.into_iter().any(|k| self.tokens[k].text == "," || is_quotation(&self.tokens[k]))
    }

    /// Tells whether a quotation stands beside the verb, and belongs to no other one.
    fn has_quotation(&self) -> bool {
        let tokens = self.tokens;
        let is_other = |k: usize| verb_at(self.lists, tokens, k).is_some();
        let found = |reach: &mut dyn Iterator<Item = usize>| {
            reach
                .take(REACH)
                .find(|k| is_quotation(&tokens[*k]) || is_other(*k))
                .is_some_and(|k| is_quotation(&tokens[k]))
        };
        found(&mut (self.verb.end..self.sentence.end)) || found(&mut (self.sentence.start..self.verb.start).rev())
    }

    fn says(&self) -> bool {
        let is_to = self.next().is_some_and(|next| next.is("to"))
            && self.tokens.get(self.verb.end + 1).is_some_and(|next| next.is_among("be have"));
        self.has_quotation() || self.leads_on() || is_to || self.has_clause() || self.is_aside()
    }
}
