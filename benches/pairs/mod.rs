//! Made-up pairs of long reports: the same text from the same seed, everywhere.
//!
//! The left report is prose of invented words that fall off in frequency as those of English do. The right one is made
//! from it, paragraph by paragraph, by what editors do to an agency's copy:
//!
//! ```text
//!     left    1   2   3   4   5   6       7   8
//!             =       ~   ╱ ╲   ╲ ╱    ╲      =
//!     right   1   ·   3  4a 4b  5+6   new 9   8   …   7 moved
//! ```

use std::sync::Arc;

use diptych::article::Article;
use diptych::intake::clean;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::model::Opening;

/// The seed of all pairs.
const SEED: u64 = 2026;

/// The vocabulary has two to this many words; each doubling of the rank is as likely as the next, which is Zipf's law.
const DOUBLINGS: usize = 14;

/// The most frequent words, by rank.
const COMMON: &str = "the of and to in a that said was for on it with is be as at by from has have had will are its an who \
    not were they would been which their this or but more after one about also new up two there other when could he she \
    than first people into last all out over year years no can if some government state minister before time so three \
    while where between only under during because against most many such through her his public city harbour council \
    ferry report plan spring island company ministry spokesman million month week Monday Tuesday former since however \
    another work crowns boats may any each local both among including should now being ships repairs yard police winter \
    officials according told made what day part next called until own still them did those much long small";

const STARTS: [&str; 40] = [
    "bar", "cor", "del", "fen", "gra", "hol", "kin", "lar", "mor", "nor", "pel", "ran", "stam", "tre", "vol", "win",
    "ab", "ben", "cla", "dor", "em", "fi", "gil", "har", "il", "jas", "kel", "lo", "mar", "ob", "pra", "qui", "ros",
    "sel", "tam", "un", "ver", "wes", "yar", "zel",
];
const MIDDLES: [&str; 16] = ["", "", "", "a", "e", "ti", "der", "lo", "mi", "na", "per", "ra", "si", "tu", "ven", "co"];
const ENDS: [&str; 16] =
    ["", "s", "ed", "ing", "er", "tion", "ment", "al", "ly", "ous", "ford", "ise", "our", "ness", "ton", "ders"];

/// Makes a pair of reports; the left one has so many bytes, or a paragraph more.
#[must_use]
pub fn pair(bytes: usize) -> Pair<String> {
    let mut writer = Writer { random: Random(SEED), words: vocabulary() };
    let headline = writer.headline();
    let mut left = Vec::new();
    let mut length = 0;
    while length < bytes {
        let paragraph = writer.paragraph();
        length += text(&paragraph).len() + 2;
        left.push(paragraph);
    }
    let right = writer.edition(&left);
    let headlines = Pair::new(headline.clone(), format!("{headline}, says council"));
    headlines.zip(Pair::new(left, right)).map(|(headline, paragraphs)| {
        let texts: Vec<String> = paragraphs.iter().map(|paragraph| text(paragraph)).collect();
        format!("{headline}\n\n{}\n", texts.join("\n\n"))
    })
}

/// A story of such a pair.
#[must_use]
pub fn story(bytes: usize) -> Story {
    let read = |text: &String| Article::read("made", &clean::text(text));
    Story::new("made", pair(bytes).iter().map(read).collect())
}

/// What a reader of such a pair begins with.
#[must_use]
pub fn opening(bytes: usize, size: (u16, u16)) -> Opening {
    Opening { size, ..Opening::new(Arc::new(story(bytes)), Pair::new(0, 1)) }
}

type Sentence = Vec<String>;
type Paragraph = Vec<Sentence>;

fn text(paragraph: &[Sentence]) -> String {
    paragraph.iter().map(|sentence| sentence.join(" ")).collect::<Vec<_>>().join(" ")
}

/// The words by rank; those beyond the common ones are put together from parts.
fn vocabulary() -> Vec<String> {
    let common = COMMON.split_whitespace().map(str::to_owned);
    let made = (0..).map(|rank| {
        let mut random = Random(rank);
        let word = [random.one_of(&STARTS), random.one_of(&MIDDLES), random.one_of(&ENDS)].concat();
        if random.chance(12) { capital(&word) } else { word }
    });
    common.chain(made).take(1 << DOUBLINGS).collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

struct Writer {
    random: Random,
    words: Vec<String>,
}

impl Writer {
    fn word(&mut self) -> String {
        let doubling = 1 << self.random.below(DOUBLINGS);
        let word = self.words[doubling + self.random.below(doubling) - 1].clone();
        match self.random.below(120) {
            0 | 1 => format!("{word}’s"),
            2 => format!("{word}-{}", self.words[128 + self.random.below(1000)]),
            3 | 4 => (2 + self.random.below(900)).to_string(),
            5 => format!("{},{:03}", 1 + self.random.below(90), self.random.below(1000)),
            6..14 => format!("{word},"),
            14 | 15 => format!("{word} –"),
            _ => word,
        }
    }

    fn headline(&mut self) -> String {
        (0..8).map(|_| capital(&self.word())).collect::<Vec<_>>().join(" ")
    }

    /// A sentence of so many words, now and then in quotation marks.
    fn sentence(&mut self, length: usize) -> Sentence {
        let mut words: Vec<String> = (0..length).map(|_| self.word()).collect();
        let [open, close] = if self.random.chance(10) { ["“", "”"] } else { ["", ""] };
        words[0] = format!("{open}{}", capital(&words[0]));
        let last = words[length - 1].trim_end_matches([',', ' ', '–']).to_owned();
        words[length - 1] = format!("{last}.{close}");
        words
    }

    /// A paragraph of 30 to 90 words, in sentences of 8 to 33.
    fn paragraph(&mut self) -> Paragraph {
        let mut words = 30 + self.random.below(61);
        let mut sentences = Vec::new();
        while words > 0 {
            let length = Some(8 + self.random.below(19)).filter(|length| length + 8 <= words).unwrap_or(words);
            sentences.push(self.sentence(length));
            words -= length;
        }
        sentences
    }

    /// What another outlet makes of a report.
    fn edition(&mut self, report: &[Paragraph]) -> Vec<Paragraph> {
        let mut edition = Vec::new();
        let mut moved = Vec::new();
        let mut paragraphs = report.iter().cloned();
        while let Some(mut paragraph) = paragraphs.next() {
            match self.random.below(100) {
                0..10 => continue,
                10..15 => {
                    moved.push(self.edited(&paragraph, 3));
                    continue;
                }
                15..22 => edition.push(paragraph.split_off(paragraph.len() / 2)),
                22..29 => paragraph.extend(paragraphs.next().unwrap_or_default()),
                29..35 => edition.push(self.paragraph()),
                35..65 => {
                    let changes = 2 + self.random.below(24);
                    paragraph = self.edited(&paragraph, changes);
                }
                _ => {}
            }
            edition.push(paragraph);
        }
        for paragraph in moved {
            edition.insert(self.random.below(edition.len() + 1), paragraph);
        }
        edition.retain(|paragraph| !paragraph.is_empty());
        edition
    }

    /// The paragraph with so many in a hundred of its words left out, exchanged or followed by another.
    fn edited(&mut self, paragraph: &[Sentence], changes: usize) -> Paragraph {
        let mut edited = Vec::new();
        for sentence in paragraph {
            let mut words = Vec::new();
            for word in sentence {
                match self.random.below(300) {
                    k if k < changes => {}
                    k if k < 2 * changes => words.push(self.word()),
                    k if k < 3 * changes => words.extend([word.clone(), self.word()]),
                    _ => words.push(word.clone()),
                }
            }
            edited.push(words);
        }
        edited
    }
}

/// Random numbers by `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below an end that is not zero.
    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end
    }

    fn chance(&mut self, in_hundred: usize) -> bool {
        self.below(100) < in_hundred
    }

    fn one_of<'a>(&mut self, parts: &[&'a str]) -> &'a str {
        parts[self.below(parts.len())]
    }
}
