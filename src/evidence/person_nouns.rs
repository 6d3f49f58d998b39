//! Nouns and first names by which somebody is told from something, and a woman from a man.
//!
//! ```text
//!     a skipper on the old boats      skipper: somebody
//!     a firm that builds boats        firm: nobody
//!     Hanna                           a woman
//! ```

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::bodies::is_of_body;
use super::tokens::{Token, has_word};
use super::word_set::WordSet;

/// Says for which pronoun somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Woman,
    Man,
}

/// What is known of a name, or of words that name nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    /// Whether anything says that it is a person.
    pub is_sure: bool,
    /// Whether it may be one.
    pub may_be: bool,
    /// A woman or a man, where it is told.
    pub sex: Option<Sex>,
}

impl Person {
    /// Tells whether a pronoun can stand for it.
    pub fn can_be(self, pronoun: Sex) -> bool {
        self.may_be && self.sex.is_none_or(|sex| sex == pronoun)
    }
}

pub(super) static WOMEN: WordSet = WordSet::new(
    "ms mrs miss mme mlle madame frau señora sra srta doña signora lady dame queen princess duchess baroness spokeswoman chairwoman councilwoman \
    councillorwoman congresswoman policewoman businesswoman saleswoman firewoman actress waitress mother grandmother sister daughter wife widow aunt niece girl \
    woman heroine nun abbess sprecherin ministerin präsidentin porte-parole-femme directrice présidente portavoza presidenta ministra",
);

pub(super) static MEN: WordSet = WordSet::new(
    "mr sir herr monsieur señor sr don signor lord king prince duke baron spokesman chairman councilman congressman policeman businessman salesman \
    fireman fisherman waiter father grandfather brother son husband widower uncle nephew boy man monk bishop pope sprecher präsident",
);

/// Titles and descriptions of people, whoever bears them.
static PEOPLE: WordSet = WordSet::new(
    "dr prof professor president minister chancellor senator governor mayor captain general colonel major sergeant judge justice detective officer \
    secretary director chief head boss analyst fellow expert scholar student resident leader founder owner colleague witness nurse guard clerk cook chair spokesperson \
    partner friend neighbour neighbor relative coach athlete pilot critic candidate deputy delegate member lawyer attorney host guest master keeper representative",
);

/// Endings of words for people, and words of things that have them.
const ENDINGS: [&str; 8] = ["er", "or", "ist", "ian", "man", "woman", "eer", "ess"];
static THINGS: WordSet = WordSet::new(
    "river tower paper newspaper quarter corner order harbor motor sector floor door water letter number power center theater chapter charter \
    border barrier computer cover dinner disaster winter summer weather trawler tanker freighter steamer cutter cruiser liner helicopter reactor tractor trailer \
    corridor error minor matter poster register shelter supplier transfer answer counter former other another latter business \
    fortress process success press progress access address illness wilderness carrier broadcaster publisher maker manufacturer developer",
);

const NAMES: &str = include_str!("lists/first-names.txt");

/// The first names that tell a woman from a man. Read once.
pub(super) fn sex_of_first_name(name: &str) -> Option<Sex> {
    static KNOWN: OnceLock<FxHashMap<&str, Sex>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let mut sex = Sex::Woman;
        let mut known = FxHashMap::default();
        for line in NAMES.lines().filter(|line| !line.starts_with('#')) {
            match line {
                "[woman]" => sex = Sex::Woman,
                "[man]" => sex = Sex::Man,
                _ => known.extend(line.split_whitespace().map(|name| (name, sex))),
            }
        }
        known
    });
    let first = name.split('-').next().unwrap_or(name);
    known.get(first).copied()
}

/// Returns the noun of a description: `skipper` of ", a skipper on the old boats".
pub(super) fn head<'a, 't>(described: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    let ends =
        |token: &Token<'_>| token.is_among("of for at in on from with to by under who whose whom which that and");
    // An age may stand before it: 41, a baker.
    let first = described.iter().position(|token| token.is_word && !token.is_figure())?;
    let inner = &described[first..];
    let end = inner.iter().position(|token| ends(token) || !token.is_word && token.text != "-").unwrap_or(inner.len());
    inner[..end].last()
}

/// Tells what a noun, or a title, says of whom it names.
pub(super) fn of_noun(token: &Token<'_>) -> Person {
    let word = &*token.folded;
    let sex = if has_word(&WOMEN, word) {
        Some(Sex::Woman)
    } else if has_word(&MEN, word) {
        Some(Sex::Man)
    } else {
        None
    };
    let is_agent = word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending));
    let is_agent = is_agent && !word.ends_with("ness") && !is_of_body(word) && !has_word(&THINGS, word);
    let is_sure = sex.is_some() || has_word(&PEOPLE, word) || is_agent;
    Person { is_sure, may_be: is_sure, sex }
}
