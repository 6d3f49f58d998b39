//! Words of names and before them: nouns of bodies, titles, small words inside.

use super::super::word_set::WordSet;

/// Small words inside names of bodies and people.
pub(super) const INSIDE: [&str; 15] =
    ["of", "de", "la", "van", "von", "der", "den", "du", "del", "al", "bin", "ibn", "da", "dos", "&"];

/// Words that a body's name begins with or has, so that "for" and "and" may go on with it.
pub(super) static BODIES: WordSet = WordSet::new(
    "institute center centre committee council ministry department bureau office commission association society \
    foundation university college academy agency board league union party group organization organisation secretary minister",
);

/// Titles that stand before a name and are no part of it.
pub(super) static TITLES: WordSet = WordSet::new(
    "mr mrs ms miss dr prof professor sir dame lord lady sen senator senators sens rep reps representative gov governor gen general col \
    colonel lt capt captain sgt judge justice president vice prime minister chancellor king queen prince princess pope secretary \
    director chairman chairwoman chair mayor ambassador minister leader detective officer sheriff chief deputy reverend rev st \
    herr frau monsieur madame mme mlle mademoiselle señor señora sr sra srta speaker attorney mp mps mep meps msp ceo cfo",
);
