//! Which language an article is in, also a short one, so that evidence reads it by the right words.
//!
//! ```text
//!     language: fr                                         what is stated
//!     a report of some paragraphs in German                what the table of its words shows for sure
//!     Das Boot ist am Montag gesunken, und es hat …        small words of one language, and none of another one
//!     Am Montag stellte Anna Brandt das neue Boot vor.     those that its story is in, as far as its words fit
//!     Het schip ligt niet meer in de haven …               not known: nothing is read by the words of another language
//! ```

use std::borrow::Cow;

use crate::align::terms::ArticleTerms;
use crate::article::{Article, Kind};
use crate::background::Identified;

/// The language that an article is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Its code (ISO 639-1); empty for one that nothing is known of.
    pub code: Cow<'static, str>,
    /// Whether more than the lack of anything else speaks for it.
    pub is_known: bool,
}

/// Small words of languages that stand in few others, by their codes; those without a code are told apart only.
const SMALL: [(&str, &str); 10] = [
    (
        "en",
        "the of and with that his has have from which were their this they she been would who its by said says it he not about our monday \
        tuesday wednesday thursday friday saturday sunday",
    ),
    (
        "de",
        "der die das und nicht ein eine einen einer eines dem mit sich auf auch wird wurde wurden sind ist haben hat von zu im zum zur bei nach \
         sagte für über aber sie wir am vom aus wie sei hatte montag dienstag mittwoch donnerstag freitag samstag sonntag",
    ),
    (
        "fr",
        "le les une est dans pour qui sur pas au et avec ont aux cette sont nous été selon après elle ses lui lundi mardi mercredi jeudi vendredi samedi dimanche",
    ),
    (
        "es",
        "el los las y una su fue pero más está muy hay unos sus ayer lo dijo para con como según lunes martes miércoles jueves viernes",
    ),
    ("", "il della che gli è sono nel alla delle degli dalla anche più"),
    ("", "os um uma não em são ao foi pela seu com"),
    ("", "het een niet wordt deze ook naar zijn voor dat bij"),
    ("", "og det ikke til som af på med sig blev"),
    ("", "och det att som är inte på av"),
    ("", "w nie jest się że z oraz"),
];

/// How many words a text has at the least that shows its language by itself, and how many different small words of it.
const WORDS: usize = 18;
const DIFFERENT: u32 = 3;

/// How many words are looked at.
const LOOKED_AT: usize = 2000;

/// Which small words of each language a text has, a bit each, and how many words.
#[derive(Default)]
struct Counts {
    has: [u64; SMALL.len()],
    words: usize,
}

impl Counts {
    fn of(&self, language: usize) -> u32 {
        self.has[language].count_ones()
    }

    /// Returns the one language of which the text has small words enough, and none of another one.
    fn sure(&self) -> Option<usize> {
        let others = |k: usize| (0..SMALL.len()).any(|other| other != k && self.of(other) > 0);
        (0..SMALL.len()).find(|k| self.words >= WORDS && self.of(*k) >= DIFFERENT && !others(*k))
    }

    fn add(&mut self, other: &Self) {
        self.words += other.words;
        for (own, other) in self.has.iter_mut().zip(other.has) {
            *own |= other;
        }
    }
}

/// Returns the language of each article of a story. Cost: linear in those that state and show none.
pub(super) fn told(articles: &[Article], terms: &[ArticleTerms]) -> Vec<Told> {
    let sure: Vec<Result<Told, Counts>> =
        articles.iter().zip(terms).map(|(article, terms)| of_article(article, terms)).collect();
    let mut codes = sure.iter().filter_map(|own| own.as_ref().ok()).map(|told| told.code.clone());
    let first = codes.next();
    let shared = if let Some(first) = first {
        codes.all(|code| code == first).then_some(first)
    } else {
        // Several short ones of one story show together what none does alone.
        let mut all = Counts::default();
        sure.iter().filter_map(|own| own.as_ref().err()).for_each(|counts| all.add(counts));
        all.sure().map(|k| Cow::Borrowed(SMALL[k].0))
    };
    sure.into_iter().map(|own| own.unwrap_or_else(|counts| of_counts(&counts, shared.as_deref()))).collect()
}

/// Returns the language that an article states or shows by itself.
fn of_article(article: &Article, terms: &ArticleTerms) -> Result<Told, Counts> {
    let known = |code: Cow<'static, str>| Ok(Told { code, is_known: true });
    if let Some(stated) = article.language.as_deref() {
        let code = stated.split(['-', '_']).next().unwrap_or(stated);
        return known(Cow::Owned(code.to_owned()));
    }
    if let Some(name) = terms.identified.and_then(Identified::language) {
        return known(Cow::Borrowed(code_of(name)));
    }
    if terms.identified.is_some_and(|identified| identified.script() != "Latin") {
        return Ok(Told { code: Cow::Borrowed(""), is_known: false });
    }
    let counts = counts(article);
    match counts.sure() {
        Some(k) => Ok(Told { code: Cow::Borrowed(SMALL[k].0), is_known: !SMALL[k].0.is_empty() }),
        None => Err(counts),
    }
}

/// Returns the code of a language by its name in English; nothing for one that evidence has no lists of.
fn code_of(name: &str) -> &'static str {
    match name {
        "German" => "de",
        "French" => "fr",
        "Spanish" => "es",
        "English" => "en",
        _ => "",
    }
}

/// Returns what the words of a short article are taken for: the language that the others of its story share, if they fit; else English,
/// unless they fit another language better.
fn of_counts(counts: &Counts, shared: Option<&str>) -> Told {
    let most = (0..SMALL.len()).map(|k| counts.of(k)).max().unwrap_or(0);
    let has_most = |k: usize| counts.of(k) == most;
    let of_story = (0..SMALL.len()).find(|k| Some(SMALL[*k].0) == shared && has_most(*k));
    if let Some(k) = of_story.filter(|_| most > 0) {
        return Told { code: Cow::Borrowed(SMALL[k].0), is_known: true };
    }
    match (most, (0..SMALL.len()).find(|k| has_most(*k))) {
        // Nothing shows another one.
        (0, _) => Told { code: Cow::Borrowed("en"), is_known: false },
        (_, Some(0)) => Told { code: Cow::Borrowed("en"), is_known: true },
        _ => Told { code: Cow::Borrowed(""), is_known: false },
    }
}

/// Counts the small words of an article. A capital inside a name makes none of another language: Le Monde, Los Angeles.
fn counts(article: &Article) -> Counts {
    let body = article.blocks.iter().filter(|block| block.kind != Kind::Furniture);
    let words = body.flat_map(|block| block.text.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.take(LOOKED_AT).collect();
    let has = |small: &str| words.contains(&small) || opens(&words, small);
    let bits = |small: &str| {
        let each = small.split(' ').enumerate();
        each.filter(|(_, small)| has(small)).fold(0, |bits, (bit, _)| bits | 1_u64 << (bit % 64))
    };
    Counts { has: SMALL.map(|(_, small)| bits(small)), words: words.len() }
}

/// Tells whether a word stands with a capital where the next word has none: Das ist, and not Le Monde.
fn opens(words: &[&str], small: &str) -> bool {
    let is_own = |word: &str| word.starts_with(char::is_uppercase) && word.to_lowercase() == small;
    words.windows(2).any(|two| is_own(two[0]) && two[1].starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::story::Story;

    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let articles: Vec<Article> = texts.iter().map(|text| Article::read("a.txt", text)).collect();
        let story = Story::new("Holm", articles);
        let told = (0..texts.len()).map(|index| {
            let known = if story.is_language_known(index) { "" } else { "?" };
            format!("{}{known}", story.language(index))
        });
        assert_eq!(told.collect::<Vec<_>>(), expected, "{texts:?}");
    }

    const GERMAN: &str = "Die Hafenmeisterin Edda Munro hat am Dienstag in Ostrey das neue Boot gezeigt. „Das Boot ist schnell, aber es \
        kommt zu spät“, sagte Munro dem Rat.";

    #[test]
    fn each_list_has_room_in_its_bits() {
        assert!(super::SMALL.iter().all(|(_, small)| small.split(' ').count() <= 64));
    }

    #[test]
    fn a_short_text_shows_its_language_by_small_words() {
        check(&[GERMAN], &["de"]);
        check(
            &[
                "Le bac de Port-Holm a coulé mardi dans la rade, selon la mairie. « Nous sommes tristes », a dit Ada Quill, et les \
            marins sont rentrés.",
            ],
            &["fr"],
        );
        check(
            &[
                "The board of Los Osk and the mayor of La Holm saw the boats of the port on Monday, with Ursula von der Osk and all of \
            them.",
            ],
            &["en"],
        );
    }

    #[test]
    fn a_shorter_one_is_in_the_language_of_its_story_if_its_words_fit() {
        let short = "Am Dienstag zeigte Edda Munro in Ostrey das Boot.";
        check(&[GERMAN, short], &["de", "de"]);
        check(&[GERMAN, "The boats of Ostrey came late."], &["de", "en"]);
        // By itself it is not known.
        check(&[short], &["?"]);
        let (one, other) =
            ("Am Montag lag das Boot nicht in Ostrey.", "Das Boot lag am Montag vor Ostrey und sank dort.");
        check(&[one, other], &["de", "de"]);
        check(&[one], &["?"]);
        check(&["Boats sank off Ostrey again."], &["en?"]);
        check(&["Het schip ligt niet meer in de haven van Holm, en een boot wordt gezocht."], &["?"]);
    }
}
