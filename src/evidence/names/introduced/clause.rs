//! Clauses behind a name that tell who somebody is, told from those that tell what they did.
//!
//! ```text
//!     who keeps the shop · who is its chair · who has led it since 2015 · who taught law     who they are
//!     who then left · who said so · who was held in spring · who hopes for rain             what they did, or say
//! ```
//!
//! Of a clause in the middle of its sentence, behind the name that this begins with, or with a year, neither the verb nor its voice matters:
//! "who seized power" introduces as "who was elected" does. On which day, and what is said, is what is told.

use super::super::super::grammar::{among, is_adverb, is_day};
use super::super::super::tokens::Token;
use super::super::super::word_set::WordSet;
use super::reading::Reading;

/// How many tokens such a clause may have.
const CLAUSE: usize = 40;

/// Past forms by which a clause tells who somebody is.
static HELD: WordSet = WordSet::new(
    "had headed led ran chaired owned served worked represented founded taught studied lived managed coached edited directed commanded \
    oversaw covered co-founded played won wrote played presided sat specialised specialized",
);

/// Adverbs that may stand before the verb.
static ADVERBS: WordSet = WordSet::new("also still now once long currently formerly previously usually often has had");

/// Forms of the present that tell what somebody says, wants or does at the moment.
static OF_THE_MOMENT: WordSet = WordSet::new(
    "knows wants thinks hopes plans needs expects believes fears seems appears arrives leaves returns speaks feels doubts wishes \
    intends likes loves hates asks goes comes gets gives does says sees hears finds takes tries prefers agrees disagrees understands remembers",
);

/// Participles behind "was" and "is" that tell who somebody is.
static MADE: WordSet = WordSet::new(
    "born elected appointed named known called educated chosen sworn hired based trained married retired regarded seen nicknamed",
);

/// Where a name stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The sentence begins with it.
    Subject,
    /// Right behind a verb of saying: said Bo Osk, who built the mill.
    Speaker,
    Other,
}

/// Returns where a clause ends that tells behind a comma who or what something is, by the token behind that; and whether it goes on. Cost: constant.
pub(super) fn end(r: &Reading<'_, '_>, comma: usize, place: Place) -> Option<(usize, bool)> {
    let who = r.token(comma + 1).filter(|_| r.is_mark(comma, ","))?;
    if !who.is_among(r.language.who) && !who.is_among(r.language.which) {
        return None;
    }
    let at = comma + 2;
    let tells = if r.language.is_english() {
        tells_who(r, at) || tells_of_before(r, at, place)
    } else {
        tells_who_abroad(r, at)
    };
    tells.then(|| reach(r, comma + 2))
}

/// Returns where a clause ends, from one of its words: its list and what is set off in it are read over; and whether it was cut. Cost: constant.
pub(super) fn reach(r: &Reading<'_, '_>, from: usize) -> (usize, bool) {
    let Some(close) = (from..from + CLAUSE).find(|k| r.is_close(*k)) else { return (from + CLAUSE, true) };
    if r.token(close)
        .is_some_and(|token| !token.is_word && (token.folded.is_empty() || matches!(token.text, "(" | "[")))
    {
        return (close, true);
    }
    if r.is_mark(close, ",") { (super::listed::end(r, close).unwrap_or(close), false) } else { (close, false) }
}

/// Words by which a clause goes on with what is told.
static GOES_ON: WordSet = WordSet::new("then later afterwards today yesterday tonight tomorrow so this");

/// Tells whether a clause of any verb tells of before: in the middle of the sentence, or with a year.
fn tells_of_before(r: &Reading<'_, '_>, at: usize, place: Place) -> bool {
    let Some(close) = (at..at + CLAUSE).find(|k| r.is_close(*k)).filter(|close| *close > at + 1) else { return false };
    let tokens = &r.phrases.tokens[at..close];
    let is_weekday = |token: &Token<'_>| token.folded.len() > 3 && token.folded.ends_with("day") && is_day(token);
    let is_told = |token: &Token<'_>| is_weekday(token) || among(token, &GOES_ON);
    let verb = at + tokens.iter().take_while(|token| is_adverb(token) || among(token, "has had have")).count();
    let is_of_moment = r.token(verb).is_none_or(|verb| {
        among(verb, &OF_THE_MOMENT)
            || among(
                verb,
                "will would can could may might must shall should did does do declined refused described detailed",
            )
    });
    // Who denied it; who were said to know.
    let says = (verb..close).take(3).any(|k| r.phrases.is_reporting(k));
    if is_of_moment || says || tokens.iter().any(is_told) {
        return false;
    }
    let has_year = tokens.windows(2).any(|two| among(&two[0], "in since until") && is_year(&two[1]));
    let goes_on = r.is_mark(close, ",")
        && r.token(close + 1).is_some_and(|next| next.is_word && !among(next, "and or who which"));
    has_year || place == Place::Speaker || place == Place::Subject && goes_on
}

fn is_year(token: &Token<'_>) -> bool {
    token.text.len() == 4 && token.text.parse().is_ok_and(|year: u16| (1500..2100).contains(&year))
}

fn tells_who(r: &Reading<'_, '_>, at: usize) -> bool {
    let has = r.token(at).is_some_and(|token| among(token, "has have had"));
    let skipped = (at..at + 3).take_while(|k| r.token(*k).is_some_and(|token| among(token, &ADVERBS))).count();
    let at = at + skipped;
    let Some(verb) = r.token(at) else { return false };
    if has {
        return tells_since(r, at);
    }
    if among(verb, "is was are were") {
        return tells_being(r, at + 1);
    }
    let is_present = verb.is_small() && verb.folded.ends_with('s') && !verb.folded.ends_with("ss");
    among(verb, &HELD)
        || is_present && verb.folded.chars().count() > 3 && !among(verb, &OF_THE_MOMENT) && !r.phrases.is_reporting(at)
}

/// Tells whether "has" goes on with what is somebody's: an office for so many years, a shop; and not with what is done.
fn tells_since(r: &Reading<'_, '_>, at: usize) -> bool {
    let Some(next) = r.token(at) else { return false };
    if r.language.is_determiner(next) {
        return true;
    }
    let mut inner = (at..at + CLAUSE).take_while(|k| !r.is_close(*k));
    let lasts = |k: usize| {
        let token = &r.phrases.tokens[k];
        among(token, "since here") || among(token, "for over") && r.token(k + 1).is_some_and(|next| !next.is_capital())
    };
    let is_doing = || {
        let behind = r.token(at + 1);
        behind.is_some_and(|token| token.folded.ends_with("ing") || token.folded.ends_with("ed"))
    };
    let is_held = among(next, &HELD) || next.is("been") && !is_doing();
    !r.phrases.is_reporting(at) && (is_held || inner.any(lasts))
}

/// Tells whether "is" goes on with who somebody is: with a noun or an adjective, not with what is done to them.
fn tells_being(r: &Reading<'_, '_>, at: usize) -> bool {
    let negated = usize::from(r.token(at).is_some_and(|token| among(token, "not no also now widely best well")));
    // Who is often associated with it.
    let adverbs = (at + negated..at + negated + 2).take_while(|k| r.token(*k).is_some_and(is_adverb)).count();
    let negated = negated + adverbs;
    let Some(next) = r.token(at + negated) else { return false };
    if among(next, &MADE) || r.language.is_determiner(next) {
        return true;
    }
    let is_done =
        next.folded.ends_with("ed") || next.folded.ends_with("ing") || among(next, "to going held taken shot");
    let is_running = next.is("running") && r.token(at + negated + 1).is_some_and(|next| next.is("for"));
    is_running || !is_done && !r.phrases.is_reporting(at + negated) && next.is_word && !next.is("said")
}

/// Tells the same in French and Spanish, by forms that no past has.
fn tells_who_abroad(r: &Reading<'_, '_>, at: usize) -> bool {
    let Some(verb) = r.token(at).filter(|token| token.is_small()) else { return false };
    if verb.is_among("est es") {
        return r.token(at + 1).is_some_and(|next| r.language.is_determiner(next) || next.is_among(r.language.of));
    }
    !r.is_verb(at)
        && !r.language.is_of(verb)
        && !r.language.is_determiner(verb)
        && !["ó", "aron", "ieron", "é", "it"].iter().any(|past| verb.folded.ends_with(past))
        && !verb.is_among("s' se me le les lui leur nous vous te lo no ne n' vino hizo puso quiso pudo tuvo estuvo")
        && !verb.folded.contains('\'')
}
