//! What the noun of a description says of whom or what it is said of, and what a name says of that by itself.
//!
//! ```text
//!     a skipper on the old boats       somebody
//!     a drug company from Japan        something
//!     the following day · a move       neither
//! ```

use std::ops::Range;

use super::super::super::bodies::is_of_body;
use super::super::super::person_nouns::{head, of_noun, sex_of_first_name};
use super::super::super::tokens::{Token, has_word};
use super::super::super::word_set::WordSet;

/// What something may be of which a description or a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    Person,
    Thing,
    /// Nobody, and nothing that has a name: a day, a deed.
    Neither,
    Unknown,
}

/// Nouns for what has a name and is no person, beside those of bodies.
static THINGS: WordSet = WordSet::new(
    "company maker drugmaker carmaker shipbuilder consultancy consultant network app platform messenger charity tank institute port town city \
    village island isle islands river lake bay mountain capital suburb district county province region state country kingdom republic nation ship boat vessel trawler \
    ferry tanker freighter cutter yacht paper newspaper magazine journal weekly daily website site blog outlet broadcaster channel programme program \
    book novel film play song album series festival prize park bridge road street square building tower church cathedral \
    mosque temple airport station mine plant factory mill yard shipyard brand product drug disease virus storm hurricane project provider supplier \
    subsidiary chain retailer lender insurer carrier consortium startup start-up nonprofit tribe language dialect outfit militia gang cartel think-tank publisher \
    manufacturer developer home seat birthplace hub suburb resort enclave settlement stronghold movement initiative centre center business",
);

/// Kinds of places that their own name stands behind, with "of": the city of Holm; but a suburb of it is another place.
static PLACES: WordSet = WordSet::new(
    "city town village hamlet stronghold bastion enclave island settlement kingdom republic state county municipality resort outpost township borough \
    fortress port harbour harbor",
);

/// Tells whether a word is a kind of place whose own name "of" leads to. Cost: constant.
pub(super) fn is_place(token: &Token<'_>) -> bool {
    token.is_small() && has_word(&PLACES, token.bare())
}

/// Nouns of times, deeds and thoughts: what is said of a sentence and not of a name.
static NEITHER: WordSet = WordSet::new(
    "day days night morning evening afternoon week weeks month months year years hour hours minute minutes moment time times decade century summer winter spring \
    autumn fall weekend today tomorrow yesterday date season more less rest same latter former other others lot few \
    move step sign signal fact decision result claim claims charge accusation change blow development feat policy practice process position view idea plan problem \
    reason way thing trend effort attempt event matter issue question answer term phrase word number figure rise drop increase decrease \
    loss gain kind sort bit point rate share amount price cost sum majority minority half third quarter percentage proportion chance possibility case example instance \
    reference admission concession pledge promise warning contrast exception doubt course ouster encounter disorder chorus terror error horror",
);

/// Nouns for somebody beside those that pronouns are read by.
static PERSONS: WordSet = WordSet::new(
    "star entrepreneur icon mogul tycoon czar tsar chef architect native graduate nominee frontrunner front-runner hopeful incumbent diplomat \
    bureaucrat technocrat aristocrat democrat republican surgeon midwife shepherd priest cleric imam rabbi saint hero villain victim suspect \
    convict refugee migrant immigrant employee trustee appointee cousin spouse fiancé fiancée heir heiress economist co-chair guru maverick \
    strategist aide recruit soloist prodigy poet singer vet medic rival counterpart opponent ally foe patron teen teenager \
    pupil classmate schoolboy schoolgirl toddler schoolmate nanny rebel militant insurgent defendant plaintiff cyclist pensioner tenant landlord bride groom fan \
    patient survivor peer fugitive inmate expert guide scout juror accountant consul merchant student resident pundit influencer vlogger blogger whiz",
);

/// Small words that end as nouns of people do.
static NO_NOUNS: WordSet = WordSet::new(
    "however moreover together altogether never ever forever neither either whether nor or for longer sooner over under \
    after later earlier rather further farther another other hereafter thereafter whenever wherever whatever whoever",
);

/// Returns what a description tells of, by its noun. Cost: linear in its words.
pub(super) fn of_description(words: &[Token<'_>]) -> Nature {
    // The main agency overlooking the ports: what goes on behind a noun with a participle is not looked at.
    let is_participle = |token: &Token<'_>| token.folded.ends_with("ing") || token.folded.ends_with("ed");
    let is_known = |token: &Token<'_>| matches!(of_word(token), Nature::Person | Nature::Thing);
    let end = (1..words.len()).find(|k| is_participle(&words[*k]) && is_known(&words[*k - 1]));
    let words = &words[..end.unwrap_or(words.len())];
    let told = head(words).map_or(Nature::Unknown, of_word);
    if told != Nature::Unknown {
        return told;
    }
    // The boldest and most stubborn leader: "and" joins what stands before the noun.
    let rest = words.iter().position(|token| token.is("and")).map(|and| &words[and + 1..]);
    rest.and_then(head).map_or(Nature::Unknown, of_word)
}

/// Tells whether a word is a noun for somebody by more than its ending, which names have too. Cost: constant.
pub(super) fn is_listed(token: &Token<'_>) -> bool {
    has_word(&PERSONS, token.bare())
}

/// Returns what one noun tells of. Cost: constant.
pub(super) fn of_word(token: &Token<'_>) -> Nature {
    let word = token.bare();
    if has_word(&NEITHER, word) || has_word(&NO_NOUNS, word) {
        Nature::Neither
    } else if is_of_body(word) || has_word(&THINGS, word) {
        Nature::Thing
    } else if of_noun(token).is_sure || has_word(&PERSONS, word) || token.folded.contains('-') && of_last_part(token) {
        Nature::Person
    } else {
        Nature::Unknown
    }
}

/// Tells whether the last part of a compound is a noun of people: co-founder, vice-chair.
fn of_last_part(token: &Token<'_>) -> bool {
    if token.folded.ends_with("-year-old") || token.folded.ends_with("-in-law") {
        return true;
    }
    let last = token.folded.rsplit('-').next().unwrap_or_default();
    let part = Token { text: last, start: 0, folded: last.into(), is_word: true };
    of_noun(&part).is_sure || has_word(&PERSONS, last)
}

/// Returns what a name tells of itself: by a first name, by what stands before it, by words of bodies. Cost: linear in its words.
pub(super) fn of_name(tokens: &[Token<'_>], name: &Range<usize>, is_titled: bool) -> Nature {
    let words = &tokens[name.clone()];
    let has_article = name.start.checked_sub(1).is_some_and(|k| tokens[k].is("the"));
    if is_titled {
        Nature::Person
    } else if has_article || words.iter().any(|word| is_of_body(word.bare())) {
        Nature::Thing
    } else if words.len() > 1 && sex_of_first_name(words[0].bare()).is_some() {
        Nature::Person
    } else {
        Nature::Unknown
    }
}
