//! Which names are those of people, and for whom "he" or "she" can stand.
//!
//! ```text
//!     Ms. Quill · Hanna Wrede · Bo Osk, a spokeswoman     a woman: by title, first name, description
//!     Bo Osk, who leads the yard                          somebody, not told whether a woman or a man
//!     Voltan Motors · the Harbour Road                    nothing says that it is anybody
//! ```

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::bodies::is_of_body;
use super::names::{Name, Names};
use super::tokens::{Token, folded, has_word, tokens};
use super::word_set::WordSet;
use crate::article::Article;

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

static WOMEN: WordSet = WordSet::new(
    "ms mrs miss mme mlle madame frau señora sra srta doña signora lady dame queen princess duchess baroness spokeswoman chairwoman councilwoman \
    councillorwoman congresswoman policewoman businesswoman saleswoman firewoman actress waitress mother grandmother sister daughter wife widow aunt niece girl \
    woman heroine nun abbess sprecherin ministerin präsidentin porte-parole-femme directrice présidente portavoza presidenta ministra",
);

static MEN: WordSet = WordSet::new(
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
fn sex_of_first_name(name: &str) -> Option<Sex> {
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

/// Tells of every name of a story whether it is that of a person. Cost: linear in the mentions.
pub(super) fn persons(articles: &[Article], names: &Names) -> Vec<Person> {
    names.names.iter().map(|name| of_name(articles, name)).collect()
}

fn of_name(articles: &[Article], name: &Name) -> Person {
    let own = folded(&name.name).into_owned();
    let words: Vec<&str> = own.split_whitespace().collect();
    if words.iter().any(|word| is_of_body(word)) {
        return Person::default();
    }
    let mut told = None;
    let mut is_sure = false;
    let mut may_be = words.len() > 1;
    for mention in &name.mentions {
        let text = &articles[mention.article].blocks[mention.block].text;
        let before = tokens(&text[mention.described.start.min(mention.range.start)..mention.range.start]);
        if before.first().is_some_and(|first| first.is("the") && before.len() == 1) {
            may_be = false;
        }
        let behind = text[mention.range.end..].trim_start_matches([',', ' ']);
        let described = tokens(&text[mention.range.end..mention.described.end.max(mention.range.end)]);
        let heads = before.iter().rfind(|token| token.is_word).into_iter().chain(head(&described));
        for person in heads.map(of_noun) {
            told = told.or(person.sex);
            is_sure |= person.is_sure;
        }
        is_sure |= behind.strip_prefix("who").is_some_and(|rest| rest.starts_with(' '));
    }
    // A first name may stand behind what somebody is: Harbour Commissioner Dora Osk.
    let first = words[..words.len().saturating_sub(1)].iter().rev().find_map(|word| sex_of_first_name(word));
    let sex = told.or(first);
    is_sure |= sex.is_some();
    Person { is_sure, may_be: may_be || is_sure, sex }
}

/// Returns the noun of a description: `skipper` of ", a skipper on the old boats".
fn head<'a, 't>(described: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    let ends = |token: &Token<'_>| token.is_among("of for at in on from with to who whose and");
    let first = described.iter().position(|token| token.is_word)?;
    let inner = &described[first..];
    let end = inner.iter().position(|token| ends(token) || !token.is_word).unwrap_or(inner.len());
    inner[..end].last()
}

/// Tells what a noun, or a title, says of whom it names.
fn of_noun(token: &Token<'_>) -> Person {
    let word = &*token.folded;
    let sex = if has_word(&WOMEN, word) {
        Some(Sex::Woman)
    } else if has_word(&MEN, word) {
        Some(Sex::Man)
    } else {
        None
    };
    let is_agent = word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending));
    let is_agent = is_agent && !is_of_body(word) && !has_word(&THINGS, word);
    let is_sure = sex.is_some() || has_word(&PEOPLE, word) || is_agent;
    Person { is_sure, may_be: is_sure, sex }
}

/// Tells whether words that have no name, in small letters, are of one person: the caretaker, a spokeswoman for the yard.
pub(super) fn of_description(words: &str) -> Person {
    let all = tokens(words);
    let Some(first) = all.iter().find(|token| token.is_word) else { return Person::default() };
    let is_one = first.is_among("a an the his her their its our my one another this that");
    let has_two = all.iter().any(|token| token.is("and"));
    let is_title = has_word(&WOMEN, &first.folded) || has_word(&MEN, &first.folded);
    if !is_one && !is_title || has_two {
        return Person::default();
    }
    if is_title { of_noun(first) } else { head(&all).map(of_noun).unwrap_or_default() }
}
