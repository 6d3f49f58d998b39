//! Names in German, where every noun has a capital: a run of capitals is a name only if more than that speaks for it.
//!
//! ```text
//!     Bürgermeister Karl Brandt · Karl Brandt     two names in a row, no word of measure or small word among them
//!     Kämmerer Karl Brandt                        Karl Brandt, by the ending of what stands before it
//!     Brandt, later                               the end of one of these
//!     Stadt Ostrey                                Ostrey, by its kind of place
//!     EU · THW                                    capitals throughout
//!     die Opposition · Nach Angaben der Polizei   nouns
//! ```

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::super::person_nouns::sex_of_first_name;
use super::super::tokens::{Token, has_word};
use super::super::word_set::WordSet;

/// Small words that open sentences, in German: none is of a name.
pub(super) static SMALL: WordSet = WordSet::new(
    "nach bei mit aus in an auf für über unter vor seit bis gegen ohne um durch der die das dem den des ein eine \
    einer einem einen eines wenn als ob weil dass und oder aber auch doch noch nur so wie was wer wo im am zum zur beim vom er sie es wir \
    ihr ich zwischen wegen während trotz zudem dabei danach damit dort hier heute gestern morgen jetzt nun alle viele einige kein keine \
    nicht mehr rund etwa seine ihre sein zu laut",
);

/// Nouns before another one by which neither is a name.
static MEASURES: WordSet = WordSet::new(
    "millionen milliarden tausend prozent tonnen liter meter kilometer euro uhr mitte anfang ende hälfte hunderte tausende \
    dutzende million milliarde jahre tage stunden minuten kilo gramm",
);

/// Endings of nouns that stand before the name of a person, or before that of a place.
const TITLES: [&str; 36] = [
    "meister",
    "meisterin",
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "kanzler",
    "kanzlerin",
    "chef",
    "chefin",
    "sprecher",
    "sprecherin",
    "direktor",
    "direktorin",
    "leiter",
    "leiterin",
    "richter",
    "richterin",
    "anwalt",
    "anwältin",
    "senatorin",
    "senator",
    "herr",
    "frau",
    "kandidat",
    "kandidatin",
    "vorsitzende",
    "vorsitzender",
    "beauftragte",
    "beauftragter",
    "abgeordnete",
    "abgeordneter",
    "gewerkschafter",
    "gewerkschafterin",
    "trainer",
    "trainerin",
];

/// What stands before the name of a place or a firm and says which kind of one it is.
static PLACES: WordSet = WordSet::new(
    "stadt hauptstadt landeshauptstadt hansestadt hafenstadt kreisstadt gemeinde samtgemeinde dorf insel halbinsel kreis \
    landkreis bezirk provinz region bundesland firma unternehmen konzern reederei",
);

fn is_title(token: &Token<'_>) -> bool {
    has_word(&PLACES, &token.folded) || TITLES.iter().any(|ending| token.folded.ends_with(ending))
}

/// Endings of nouns for somebody, which first names may have too.
const NOUNS: [&str; 18] = [
    "er", "erin", "ztin", "gin", "ist", "istin", "ende", "ender", "ent", "entin", "ant", "antin", "eur", "eurin",
    "arzt", "wart", "loge", "wirt",
];

/// Leaves out titles that a run begins with, and a noun for somebody before a first name, behind an article, or before what stands alone as
/// a name in the story, by `alone`: Kämmerer Bo Osk. Cost: linear in the run.
pub(super) fn without_titles(tokens: &[Token<'_>], run: Range<usize>, alone: impl Fn(&str) -> bool) -> Range<usize> {
    let titles = tokens[run.start..run.end - 1].iter().take_while(|token| is_title(token)).count();
    let name = run.start + titles..run.end;
    let words = &tokens[name.clone()];
    let [first, rest @ ..] = words else { return name };
    let is_noun =
        sex_of_first_name(&first.folded).is_none() && NOUNS.iter().any(|ending| first.folded.ends_with(ending));
    if rest.len() < 2 || !is_noun || !words.iter().all(|word| word.is_word) {
        return name;
    }
    let has_article =
        || name.start > 0 && tokens[name.start - 1].is_among("der die dem den ein eine einem einen einer");
    let stands_alone = || alone(&rest.iter().map(Token::bare).collect::<Vec<_>>().join(" "));
    let is_told = sex_of_first_name(&rest[0].folded).is_some() || has_article() || stands_alone();
    if is_told { name.start + 1..name.end } else { name }
}

fn is_of_capitals(token: &Token<'_>) -> bool {
    token.text.chars().count() > 1 && token.text.chars().all(|c| c.is_uppercase() || c == '.' || c.is_ascii_digit())
}

/// Tells whether a run is one from which names are known: two words and more, or one behind a title.
fn is_full(tokens: &[Token<'_>], run: &Range<usize>) -> bool {
    let words = &tokens[run.clone()];
    let before = run.start.checked_sub(1).map(|k| &tokens[k]);
    let is_measured =
        before.is_some_and(Token::is_figure) || words.iter().any(|token| has_word(&MEASURES, &token.folded));
    let is_hyphened = words.iter().any(|token| token.text == "-");
    run.len() > 1 && !is_measured && !is_hyphened && words.iter().all(|token| token.is_word || token.text == ".")
}

/// Returns the ends of runs that are names for sure, as they stand elsewhere alone.
pub(super) fn ends<'t>(tokens: &'t [Token<'_>], runs: &[Range<usize>]) -> impl Iterator<Item = &'t str> {
    let full: Vec<usize> = runs.iter().filter(|run| is_full(tokens, run)).map(|run| run.end - 1).collect();
    full.into_iter().map(|k| tokens[k].bare())
}

/// Tells whether a run is a name for sure, by the ends of those that are.
pub(super) fn is_name(tokens: &[Token<'_>], run: &Range<usize>, ends: &FxHashSet<&str>) -> bool {
    let last = &tokens[run.end - 1];
    is_full(tokens, run) || run.len() == 1 && (is_of_capitals(last) || ends.contains(last.bare()))
}
