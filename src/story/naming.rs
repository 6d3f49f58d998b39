//! Where an article names the source.
//!
//! Many outlets are called by a word of everyday: a time, a post, the sun. What stands there counts where its letters make it a
//! name, and nowhere else:
//!
//! ```text
//!     name Time       as the magazine Time wrote       a capital within a sentence
//!                     (Time)   “Time”   TIME           set off, or in capitals among other words
//!                     Time reported that …             at a sentence's beginning, before a verb of reporting
//!                     for the first time               a small letter: no name
//!                     Time is short. No Time to Lose   every sentence begins so, every word of this line does: nothing is known
//! ```

use std::ops::Range;

use crate::article::{Article, Block, Kind};
use crate::unicode::{quotes, scripts};
use crate::words::{self, Class};

/// Holds where an article names the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// The names that the source states: its outlet, and the credit in its dateline: `(Reuters)`.
    pub names: Vec<String>,
    /// Those of them that stand in the article.
    pub found: Vec<String>,
    /// The blocks of the article, from 0, in which one of them stands.
    pub blocks: Vec<usize>,
}

impl Naming {
    /// Returns what was found, for scripts.
    #[must_use]
    pub const fn finding(&self) -> Finding {
        match (self.names.is_empty(), self.blocks.is_empty()) {
            (true, _) => Finding::NoName,
            (false, false) => Finding::Named,
            (false, true) => Finding::NotNamed,
        }
    }
}

/// Says whether the source is named in an article. None of these is a verdict: that a name stands there says not why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Finding {
    /// A name of the source stands in the article.
    #[cfg_attr(feature = "schema", schemars(rename = "named"))]
    Named,
    /// None was found there.
    #[cfg_attr(feature = "schema", schemars(rename = "name not found"))]
    NotNamed,
    /// The source states no name to look for.
    #[cfg_attr(feature = "schema", schemars(rename = "no name stated"))]
    NoName,
}

impl Finding {
    /// Returns its name for scripts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::NotNamed => "name not found",
            Self::NoName => "no name stated",
        }
    }
}

/// Where more of the words within sentences have a capital than one in so many, it is no mark of a name: German writes every
/// noun with one, and many headlines every word.
const CAPITALS: usize = 4;

/// The letters of a word that is more than an article: two such words with capitals are a name wherever they stand.
const LONG_WORD: usize = 4;

/// Verbs of reporting as the news writes them behind a name: neutral ones, in the third person.
const REPORTED: [&str; 22] = [
    "berichtet",
    "berichtete",
    "écrit",
    "escribió",
    "informó",
    "informou",
    "meldde",
    "meldet",
    "meldete",
    "noticiou",
    "publicó",
    "rapporte",
    "rapporterade",
    "reported",
    "riferisce",
    "said",
    "schreef",
    "schreibt",
    "schrieb",
    "scrive",
    "skrev",
    "wrote",
];

/// Finds where an article names the source. Cost: linear in the article for each of the source's names.
#[must_use]
pub fn naming(source: &Article, article: &Article) -> Naming {
    let names = names(source);
    let (mut found, mut blocks) = (Vec::new(), Vec::new());
    for name in &names {
        let own = blocks_with(article, name);
        // A name that is part of one that was found tells nothing more.
        let is_part = found.iter().any(|other: &String| other.to_lowercase().contains(&name.to_lowercase()));
        found.extend((!own.is_empty() && !is_part).then(|| name.clone()));
        blocks.extend(own);
    }
    blocks.sort_unstable();
    blocks.dedup();
    Naming { names, found, blocks }
}

/// Returns the names that the source goes by, as they are written.
fn names(source: &Article) -> Vec<String> {
    let dateline = source.blocks.iter().find(|block| block.dateline > 0).map(|block| &block.text[..block.dateline]);
    // The agency, and not the day behind it: "(Coast Wire, Aug 2)".
    let inside = dateline.and_then(|text| text.split_once('(')?.1.split([')', ',']).next());
    let stated = [source.outlet.as_deref(), inside].into_iter().flatten().map(str::trim);
    let mut names: Vec<String> = Vec::new();
    let is_name = |name: &&str| name.chars().count() > 2 || *name == "AP" || *name == "PA";
    for name in stated.filter(is_name) {
        if !names.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
            names.push(name.to_owned());
        }
    }
    names
}

/// A way in which a text may write a name.
struct Spelling<'n> {
    words: Vec<Word<'n>>,
    /// Whether it is a word of everyday, of which a longer name is the name of somebody else: "the Harbour Gazette".
    is_alone: bool,
}

/// Returns how texts write a name: as it stands, without its article, and where brackets close it, without them and with what
/// stands in them before it.
///
/// ```text
///     The Guardian              the Guardian, a Guardian reporter
///     Gazette (Brackwater)      the Gazette, the Brackwater Gazette
/// ```
fn spellings(name: &str) -> Vec<Spelling<'_>> {
    let mut own = words(name);
    let has_article = own.len() > 1 && own[0].folded == "the";
    if has_article {
        own.remove(0);
    }
    let mut spellings = Vec::new();
    if let Some((before, _)) = name.strip_suffix([')', '）']).and_then(|name| name.split_once(['(', '（'])) {
        let behind = own.partition_point(|word| word.range.end <= before.len());
        let (bare, inside) = own.split_at(behind);
        if !bare.is_empty() && !inside.is_empty() {
            spellings.push(Spelling { words: [inside, bare].concat(), is_alone: false });
            spellings.push(Spelling { words: bare.to_vec(), is_alone: bare.len() == 1 });
        }
    }
    spellings.push(Spelling { is_alone: has_article && own.len() == 1, words: own });
    spellings.retain(|spelling| !spelling.words.is_empty());
    spellings
}

/// Returns the blocks in which a name stands as a name.
fn blocks_with(article: &Article, name: &str) -> Vec<usize> {
    let spellings = spellings(name);
    if spellings.is_empty() {
        return Vec::new();
    }
    let blocks = || article.blocks.iter().enumerate().filter(|(_, block)| block.kind != Kind::Furniture);
    let read: Vec<(usize, &Block, Vec<Word<'_>>)> =
        blocks().map(|(index, block)| (index, block, words(&block.text))).collect();
    let running = read.iter().filter(|(_, block, _)| block.kind == Kind::Paragraph);
    let in_running = running.map(|(_, _, words)| Within::of(words)).fold(Within::default(), Within::plus);
    let is_named = |block: &Block, words: &[Word<'_>]| {
        let context = Context { block, words, in_running };
        spellings.iter().any(|spelling| context.has_name(spelling))
    };
    read.iter().filter(|(_, block, words)| is_named(block, words)).map(|(index, ..)| *index).collect()
}

/// A word of a text, without the ending of a genitive.
#[derive(Clone, Debug)]
struct Word<'t> {
    text: &'t str,
    folded: String,
    /// Where it stands.
    range: Range<usize>,
    /// Whether a word stands before it and the sentence goes on.
    is_within: bool,
}

impl Word<'_> {
    fn is_capital(&self) -> bool {
        self.text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase())
    }

    /// Whether it has a capital that no sentence begins with. What is all capitals is told by what stands beside it.
    fn has_capital_within(&self) -> bool {
        self.is_within && self.is_capital() && !self.is_of_capitals()
    }

    /// Whether it has a capital behind its first letter.
    fn has_inner_capital(&self) -> bool {
        self.text.chars().filter(|c| c.is_alphabetic()).skip(1).any(char::is_uppercase)
    }

    /// Whether all of its letters are capitals, two at least.
    fn is_of_capitals(&self) -> bool {
        self.has_inner_capital() && !self.text.contains(char::is_lowercase)
    }

    fn has_case(&self) -> bool {
        self.text.contains(|c: char| c.is_lowercase() || c.is_uppercase())
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let (mut at, mut before) = (0, None);
    let mut words = Vec::new();
    for piece in words::tokens(text) {
        let start = at;
        at += piece.text.len();
        if piece.class == Class::Word {
            let bare = piece.text.trim_end_matches("’s").trim_end_matches("'s");
            let is_within = before.is_some_and(|end: usize| goes_on(&text[end..start]));
            let range = start..start + bare.len();
            words.push(Word { text: bare, folded: bare.to_lowercase(), range, is_within });
            before = Some(at);
        }
    }
    words
}

/// Tells whether a sentence goes on over what stands between two words: spaces, or a comma with quotation marks that close.
fn goes_on(between: &str) -> bool {
    let is_comma = |c: char| matches!(c, ',' | ';' | '،');
    let has_no_stop = between.chars().all(|c| c.is_whitespace() || is_comma(c) || quotes::is_quotation_mark(c));
    let is_spaces = between.chars().all(char::is_whitespace);
    is_spaces || has_no_stop && between.contains(is_comma) && between.ends_with(char::is_whitespace)
}

/// Tells whether words are those of a name, with capitals where it has some.
fn fits(place: &[Word<'_>], name: &[Word<'_>]) -> bool {
    let is_same =
        |(word, own): (&Word<'_>, &Word<'_>)| word.folded == own.folded && (word.is_capital() || !own.is_capital());
    place.iter().zip(name).all(is_same)
}

/// How many words stand within sentences, and how many of these have a capital.
#[derive(Clone, Copy, Debug, Default)]
struct Within {
    words: usize,
    capitals: usize,
}

impl Within {
    fn of(words: &[Word<'_>]) -> Self {
        let within = words.iter().filter(|word| word.is_within && word.has_case());
        within.fold(Self::default(), |Self { words, capitals }, word| Self {
            words: words + 1,
            capitals: capitals + usize::from(word.is_capital()),
        })
    }

    fn plus(self, other: Self) -> Self {
        Self { words: self.words + other.words, capitals: self.capitals + other.capitals }
    }

    /// Tells whether a capital marks a name among other words.
    fn tells(self) -> bool {
        self.capitals * CAPITALS <= self.words
    }
}

/// What stands around a name.
struct Context<'t> {
    block: &'t Block,
    words: &'t [Word<'t>],
    /// What is known of the article's paragraphs.
    in_running: Within,
}

impl Context<'_> {
    /// Tells whether a name stands among the words, spelled so.
    fn has_name(&self, Spelling { words: name, is_alone }: &Spelling<'_>) -> bool {
        let places = self.words.windows(name.len()).enumerate().filter(|(_, place)| fits(place, name));
        let mut places = places.map(|(at, _)| at..at + name.len());
        places.any(|at| self.is_name(name, at.clone()) && !(*is_alone && self.is_of_longer_name(&at)))
    }

    /// Tells whether words that fit are a name by how they are written, or by what stands around them.
    fn is_name(&self, name: &[Word<'_>], at: Range<usize>) -> bool {
        let place = &self.words[at.clone()];
        if self.is_set_off(place) || self.is_credit(place) {
            return true;
        }
        if !name.iter().any(Word::has_case) {
            return name.len() > 1 || name.iter().any(|word| word.text.contains(scripts::is_spaceless));
        }
        let is_long = |word: &&Word<'_>| word.is_capital() && word.text.chars().count() >= LONG_WORD;
        let is_address = |word: &Word<'_>| !word.is_capital() && !word.text.chars().all(char::is_alphabetic);
        place.iter().filter(is_long).count() > 1
            || place.iter().all(is_address)
            || self.has_capitals_of_its_own(name, &at)
            || place.iter().any(Word::has_capital_within) && self.capitals_tell(&at)
            || place.iter().all(Word::is_capital) && self.is_reporting(&at)
    }

    /// Tells whether a word with a capital stands right before or behind the place, in one sentence with it: "New York Times".
    fn is_of_longer_name(&self, at: &Range<usize>) -> bool {
        let touches = |one: &Word<'_>, next: &Word<'_>| self.block.text[one.range.end..next.range.start].trim() == "";
        let has_capital = |word: &Word<'_>| word.has_capital_within() && word.folded != "the";
        let before = at.start.checked_sub(1).map(|before| (&self.words[before], &self.words[at.start]));
        let behind = self.words.get(at.end).map(|behind| (&self.words[at.end - 1], behind));
        before.is_some_and(|(word, own)| has_capital(word) && touches(word, own))
            || behind.is_some_and(|(own, word)| has_capital(word) && touches(own, word))
    }

    /// Tells whether a capital at the place tells something.
    fn capitals_tell(&self, at: &Range<usize>) -> bool {
        if self.block.kind == Kind::Paragraph {
            return self.in_running.tells();
        }
        let [before, after] = [&self.words[..at.start], &self.words[at.end..]].map(Within::of);
        before.plus(after).tells()
    }

    /// Tells whether a word of the name has capitals behind its first letter, and those beside it have not.
    fn has_capitals_of_its_own(&self, name: &[Word<'_>], at: &Range<usize>) -> bool {
        let place = &self.words[at.clone()];
        let beside = [at.start.checked_sub(1), Some(at.end)].into_iter().flatten();
        let mut beside = beside.filter_map(|at| self.words.get(at));
        let is_own = |(word, own): (&Word<'_>, &Word<'_>)| {
            word.is_of_capitals() || word.has_inner_capital() && word.text == own.text
        };
        place.iter().zip(name).any(is_own) && !beside.any(Word::is_of_capitals)
    }

    fn is_reporting(&self, at: &Range<usize>) -> bool {
        self.words.get(at.end).is_some_and(|next| next.is_within && REPORTED.contains(&next.folded.as_str()))
    }

    /// Tells whether quotation marks or brackets stand around the name, and nothing else within them.
    fn is_set_off(&self, place: &[Word<'_>]) -> bool {
        let is_mark = |c: char| quotes::is_quotation_mark(c) || matches!(c, '(' | ')' | '[' | ']' | '（' | '）');
        let (before, after) = self.around(place);
        before.ends_with(is_mark) && after.trim_start_matches(',').starts_with(is_mark)
    }

    /// Tells whether the block is the name, is a byline, or ends with the name behind a mark: “Photo: Reuters”.
    fn is_credit(&self, place: &[Word<'_>]) -> bool {
        let (before, after) = self.around(place);
        let is_last = after.trim_end().is_empty() && place.iter().all(Word::is_capital);
        match self.block.kind {
            Kind::Byline => place.iter().all(Word::is_capital),
            Kind::Caption => is_last && before.trim_end().chars().next_back().is_none_or(|c| !c.is_alphanumeric()),
            Kind::Paragraph => is_last && before.trim_start().is_empty(),
            Kind::Headline | Kind::Heading | Kind::Furniture => false,
        }
    }

    /// Returns the block's text before and after a place.
    fn around(&self, place: &[Word<'_>]) -> (&str, &str) {
        let (start, end) = (place[0].range.start, place[place.len() - 1].range.end);
        (&self.block.text[..start], &self.block.text[end..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tells whether an outlet is found in a text.
    fn is_found(outlet: &str, text: &str) -> bool {
        let filler =
            "Nobody had thought of asking any of the fishermen what they make of it, and so it is as it was before.";
        let article = Article::read("-", &format!("A headline that says little of it\n\n{text}\n\n{filler}"));
        assert_eq!(article.blocks.len(), 3, "{text}");
        !blocks_with(&article, outlet).is_empty()
    }

    #[track_caller]
    fn check(outlet: &str, found: &[&str], not_found: &[&str]) {
        for text in found {
            assert!(is_found(outlet, text), "{outlet} in {text:?}");
        }
        for text in not_found {
            assert!(!is_found(outlet, text), "{outlet} not in {text:?}");
        }
    }

    #[test]
    fn a_word_of_everyday_is_a_name_where_its_letters_make_it_one() {
        check(
            "Time",
            &[
                "The islanders told the magazine Time that they would wait no longer for a boat.",
                "The islanders had “Time” to thank for it, as they say in the harbour.",
                "“Nobody asked us,” they said to “Time,” which asked them about it.",
                "So it says in the paper (Time), and so it says on the board at the quay.",
                "It was TIME that broke the news of it to the islanders last week.",
                "Time reported on Monday that the boats would not sail before the spring.",
                "Nobody had asked the islanders, Time said, and “they will not wait,” Time quotes one.",
                "“They will not wait,” Time quotes one of them, whom nobody had asked before.",
                "That is what Time’s reporter wrote about the boats and about the islanders.",
            ],
            &[
                "For the first time in nine years the islanders are angry about the boats.",
                "Time is short. The boats have to sail before the winter comes to the island.",
                "It was late. Time was short, and the boats had to sail before the winter.",
                "She said, “Time will show whether the boats sail before the winter of this year.”",
                "“Time will show whether the boats sail before the winter,” the mayor said.",
                "THERE IS NO TIME TO LOSE, the board at the quay has said for nine years.",
                "They Have No Time to Lose",
            ],
        );
    }

    #[test]
    fn a_name_of_several_words_is_one_wherever_it_stands() {
        check(
            "Coast Wire",
            &[
                "Coast Wire was there first.",
                "It was the COAST WIRE that had it first.",
                "So the Coast Wire’s man said.",
            ],
            &["Along the coast wire is scarce.", "The Coast wire is cut."],
        );
        check(
            "The Sun",
            &["They had told The Sun of it in May, and nobody else had asked them about it since."],
            &[
                "The sun was setting over the harbour when they came.",
                "They sat in the sun and waited for a boat to come.",
            ],
        );
    }

    #[test]
    fn an_article_is_no_part_of_a_name() {
        check(
            "The Ledger",
            &[
                "It was first reported by the Ledger on Monday, as they say on the island.",
                "That is what Ledger reporters were told on the quay by the islanders.",
            ],
            &[
                "It was first reported by the Harbour Ledger on Monday, as they say on the island.",
                "They all stood in the rain at Ledger Square and waited for somebody to come.",
            ],
        );
    }

    #[test]
    fn what_brackets_close_a_name_with_may_stand_before_it_or_nowhere() {
        for name in ["Gazette (Brackwater)", "The Gazette (Brackwater)", "Gazette （Brackwater）"] {
            check(
                name,
                &[
                    "It was first reported by the Gazette on Monday, as they say on the island.",
                    "It was first reported by the Brackwater Gazette on Monday, as they say on the island.",
                    "At last somebody wrote to them (Gazette (Brackwater)), and nobody was glad of it.",
                ],
                &[
                    "It was first reported by the Harbour Gazette on Monday, as they say on the island.",
                    "It was first reported on the quay at Brackwater on Monday, as they say on the island.",
                    "They keep a gazette of the boats that come in, and nobody on the island reads it.",
                ],
            );
        }
    }

    #[test]
    fn the_agency_of_a_dateline_is_a_name_and_the_day_is_none() {
        let of = |dateline: &str| {
            let text =
                format!("Boats for the island\n\n{dateline} The council ordered three boats for the island on Monday.");
            names(&Article::read("-", &text))
        };
        assert_eq!(of("HOLM (AP) —"), ["AP"]);
        assert_eq!(of("HOLM (Reuters) -"), ["Reuters"]);
        assert_eq!(of("(TageblattReview.net, Aug02’26) –"), ["TageblattReview.net"]);
    }

    #[test]
    fn where_nouns_have_capitals_these_tell_nothing() {
        let text = "Die Zeit wird knapp für die Fischer der Insel, und in der Zeit bis zum Winter fährt nur noch das alte Boot.";
        let german = |more: &str| Article::read("-", &format!("Die Insel wartet auf ein Schiff\n\n{text}\n\n{more}"));
        let plain = german("Niemand hat die Fischer auf der Insel nach ihrer Meinung zu den Booten gefragt.");
        assert_eq!(blocks_with(&plain, "Zeit"), [0; 0]);
        assert_eq!(blocks_with(&plain, "Die Zeit"), [0; 0]);
        let named = german("Das sagte der Bürgermeister der Insel der Wochenzeitung „Die Zeit“ in einem Gespräch.");
        assert_eq!(blocks_with(&named, "Die Zeit"), [2]);
    }

    #[test]
    fn names_in_capitals_and_in_small_letters() {
        check(
            "BBC",
            &["The BBC was there first, as it was in March.", "BBC men were there first, as they were in March."],
            &["A bbc is nothing that anybody on the island knows of."],
        );
        check("taz.de", &["It stood in taz.de first, and then on the board at the quay."], &[]);
        check(
            "stern",
            &["At last the boat came (stern), and nobody on the quay was glad of it."],
            &["They stood at the stern of the boat and looked back at the quay for an hour."],
        );
    }

    #[test]
    fn a_script_without_case() {
        check("渚浜新報", &["渚浜新報によると、灯台の改修は三月に終わった。"], &["灯台の改修は三月に終わった。"]);
        check(
            "الحياة",
            &["قالت صحيفة «الحياة» إن السفن عادت إلى الميناء يوم الاثنين."],
            &["عادت الحياة إلى الميناء يوم الاثنين بعد عودة السفن."],
        );
    }

    #[test]
    fn credits_name_an_outlet() {
        let article = Article::read(
            "-",
            "Boats are late\n\nBy Ada Quill, Time\n\nNobody knows when the boats will come back to the harbour of the island.\n\n\
             Time",
        );
        let found = blocks_with(&article, "Time");
        assert!(found.contains(&1), "{:?} {found:?}", article.blocks);
    }
}
