//! One who writes reports of invented words, and makes others of them: the same from the same seed, everywhere.

#[path = "random.rs"]
mod random;

use random::Random;

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

pub(super) type Sentence = Vec<String>;
pub(super) type Paragraph = Vec<Sentence>;

/// A report as a file: a headline, and paragraphs with blank lines between them.
pub(super) fn page(headline: &str, paragraphs: &[Paragraph]) -> String {
    let texts: Vec<String> = paragraphs.iter().map(|paragraph| text(paragraph)).collect();
    format!("{headline}\n\n{}\n", texts.join("\n\n"))
}

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

pub(super) struct Writer {
    pub(super) random: Random,
    words: Vec<String>,
}

impl Writer {
    /// One who writes the same whenever it begins with the same seed.
    pub(super) fn new(seed: u64) -> Self {
        Self { random: Random(seed), words: vocabulary() }
    }

    /// Paragraphs of so many bytes together, or one more.
    pub(super) fn report(&mut self, bytes: usize) -> Vec<Paragraph> {
        let mut report = Vec::new();
        let mut length = 0;
        while length < bytes {
            let paragraph = self.paragraph();
            length += text(&paragraph).len() + 2;
            report.push(paragraph);
        }
        report
    }

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

    pub(super) fn headline(&mut self) -> String {
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
    pub(super) fn edition(&mut self, report: &[Paragraph]) -> Vec<Paragraph> {
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
