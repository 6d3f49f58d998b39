//! Small words of English, and a few of German, French and Spanish, by which the words of a subject are told without a parser.

use super::tokens::{Token, has_word};
use super::word_set::{WordList, WordSet};

pub(super) static AUXILIARIES: WordSet = WordSet::new(
    "has had have having is was are were be been being will would can could might must shall should do does \
    did not never ain't isn't wasn't didn't doesn't don't hasn't hadn't won't wouldn't can't couldn't",
);

pub(super) static ADVERBS: WordSet = WordSet::new(
    "also then later once still often again even just now soon too both all yet so meanwhile instead earlier \
    thus further first next himself herself themselves itself afterward afterwards rather quoted cited reported heard",
);

pub(super) static CLAUSES: WordSet = WordSet::new(
    "that because although though while when where whether if as since after before until unless but so than who \
    which whom whose what how why and or nor plus",
);

pub(super) static PREPOSITIONS: WordSet = WordSet::new(
    "in on at by during for from with about of to into over under against through throughout despite amid \
    among between toward towards via without within upon like near following regarding per behind above below outside inside \
    across along around beyond alongside asked speaking am im vom zum zur beim gegenüber en ante durante à lors devant",
);

/// Prepositions that stand inside a subject.
pub(super) static INSIDE: WordSet = WordSet::new("of for from at with to");

pub(super) static PRONOUNS: WordSet = WordSet::new("i we you he she it they who");

/// Past forms that end a subject and have no ending that shows it.
pub(super) static PAST: WordSet = WordSet::new(
    "held sent got made took gave came went began won lost left kept struck met ran saw sat stood drew threw found brought \
    broke spent paid led grew knew heard put set hit cut let does makes takes gives goes gets comes keeps wants seeks uses used",
);

pub(super) static DETERMINERS: WordSet = WordSet::new(
    "a an the this that these those his her their its our my your one another some many several most two three \
    four five six both no each other all",
);

pub(super) static DAYS: WordSet = WordSet::new(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september \
    october november december jan feb mar apr jun jul aug sept oct nov dec may tonight today yesterday earlier last",
);

/// How far a subject may reach, in tokens.
pub(super) const LONGEST: usize = 40;

pub(super) fn among(token: &Token<'_>, words: impl WordList) -> bool {
    token.is_among(words)
}

pub(super) fn is_adverb(token: &Token<'_>) -> bool {
    among(token, &ADVERBS)
        || token.is_small() && token.folded.len() > 4 && token.folded.ends_with("ly") && !among(token, &IN_LY)
}

/// Nouns and adjectives that end as adverbs do.
pub(super) static IN_LY: WordSet = WordSet::new(
    "assembly family supply ally rally reply bully monopoly anomaly butterfly belly jelly lily only early likely friendly \
    elderly weekly daily monthly yearly deadly costly lonely lovely",
);

/// Tells whether a token is a pronoun that can be a subject.
pub(super) fn is_pronoun(token: &Token<'_>) -> bool {
    among(token, &PRONOUNS)
}

pub(super) fn is_day(token: &Token<'_>) -> bool {
    let days = |word: &str| word.ends_with("day") && has_word(&DAYS, word);
    among(token, &DAYS) || token.folded.strip_suffix('s').is_some_and(days)
}

/// Tells whether a capital belongs to a name rather than to the beginning of a sentence or to a date.
pub(super) fn is_of_name(token: &Token<'_>) -> bool {
    token.is_capital()
        && !is_day(token)
        && !among(token, &DETERMINERS)
        && !among(token, &PREPOSITIONS)
        && !among(token, &CLAUSES)
        && !is_pronoun(token)
        && !among(token, &ADVERBS)
}
