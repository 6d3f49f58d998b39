//! Which blocks were set opposite by hand, from one day to the next.
//!
//! ```text
//!     { "schema": "diptych-pins/1",
//!       "pins": [ { "texts": [ "6f1c…", "b07a…" ], "blocks": [ [ 4, 6 ], [ 9, 2 ] ] } ] }      the ones set last first
//! ```
//!
//! Texts are known by what they say and not by their files, so pins hold when a folder is moved, under another name, and in a story of
//! more outlets. Once a text is another one its pins are not shown any more; the file keeps them. What the articles say is not kept. No
//! file is opened here.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use siphasher::sip128::SipHasher13;

use super::kept::{Kept, Unread, read_json};
use crate::article::{Article, Kind};
use crate::pair::Pair;
use crate::search::sign;
use crate::story::{Story, StoryPins};

/// How many pairs of texts are kept; the one whose pins were set longest ago goes first.
const MOST: usize = 1000;

/// How many pins of a pair are read, and how many of all pairs of a story are shown: a text may be there many times.
const MOST_OF_PAIR: usize = 10_000;
const MOST_OF_STORY: usize = 100_000;

const SCHEMA: &str = "diptych-pins/1";

/// What a text is known by: a hash of its blocks, whatever the shapes of its quotation marks, dashes and spaces; furniture
/// aside, since it can be shown or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextId(u128);

impl TextId {
    /// Returns what an article is known by. Cost: linear in its text.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut bytes = Vec::with_capacity(article.blocks.iter().map(|block| block.text.len() + 12).sum());
        for (index, block) in article.blocks.iter().enumerate().filter(|(_, block)| block.kind != Kind::Furniture) {
            // Where one block ends and the next begins counts, since pins are known by numbers of blocks.
            bytes.extend(format!("\n{index} ").bytes());
            push_folded(&block.text, &mut bytes);
        }
        let hash = SipHasher13::new().hash(&bytes);
        Self(hash.as_u128())
    }

    fn parse(text: &str) -> Option<Self> {
        let is_hex = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_hex.then(|| u128::from_str_radix(text, 16).ok().map(Self))?
    }
}

impl fmt::Display for TextId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// Adds a text without what does not count where articles are compared: the shapes of marks, and spaces at its ends and in runs.
fn push_folded(text: &str, bytes: &mut Vec<u8>) {
    let mut before = ' ';
    for c in text.trim().chars().map(sign) {
        if c != ' ' || before != ' ' {
            bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
        }
        before = c;
    }
}

/// Two texts, the one with the smaller hash first.
type Texts = (TextId, TextId);

/// Pins by texts, the ones set last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedPins {
    pairs: Vec<PairPins>,
}

/// The pins of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PairPins {
    texts: Texts,
    blocks: Vec<Pair<usize>>,
    /// Those before the first change of a sitting; none as they are read. What became of these is what the file takes in, so that
    /// two readers that are open at once do not undo each other's.
    before: Vec<Pair<usize>>,
}

impl PairPins {
    /// Returns what others are once this one's changes are made to them. Cost: that of the pins, with their logarithm.
    fn applied_to(&self, others: &[Pair<usize>]) -> Vec<Pair<usize>> {
        const BOTH: Pair<usize> = Pair::new(0, 1);
        let mut pins = StoryPins::default();
        for &pin in others {
            pins.set(BOTH, pin);
        }
        for &pin in self.before.iter().filter(|pin| !is_among(&self.blocks, pin)) {
            pins.remove(BOTH, pin);
        }
        for &pin in self.blocks.iter().filter(|pin| !is_among(&self.before, pin)) {
            pins.set(BOTH, pin);
        }
        pins.of(BOTH)
    }
}

/// Tells whether a pin is among others, which stand in the order of the left's blocks.
fn is_among(pins: &[Pair<usize>], pin: &Pair<usize>) -> bool {
    pins.binary_search_by_key(&pin.left, |other| other.left).is_ok_and(|at| pins[at] == *pin)
}

impl SavedPins {
    /// Returns the pins that two of a story's articles have, by the texts of all.
    ///
    /// Cost: near linear in the pins that are kept, and in the articles of a text.
    #[must_use]
    pub fn of(&self, ids: &[TextId]) -> StoryPins {
        let mut articles: BTreeMap<TextId, Vec<usize>> = BTreeMap::new();
        for (article, &id) in ids.iter().enumerate() {
            articles.entry(id).or_default().push(article);
        }
        let of = |id: TextId| articles.get(&id).map_or(&[][..], Vec::as_slice);
        let (mut pins, mut room) = (StoryPins::default(), MOST_OF_STORY);
        for PairPins { texts: (first, second), blocks, .. } in &self.pairs {
            for (&left, &right) in of(*first).iter().flat_map(|left| of(*second).iter().map(move |right| (left, right)))
            {
                // Of the same text twice, the earlier article comes first.
                if left != right && (first != second || left < right) {
                    for &blocks in blocks.iter().take(room) {
                        pins.set(Pair::new(left, right), blocks);
                    }
                    room = room.saturating_sub(blocks.len());
                }
            }
        }
        pins
    }

    /// Keeps the pins of two of a story's articles as they are after a change; none are kept too, so that those known before go.
    pub fn keep(&mut self, articles: Pair<usize>, ids: &[TextId], change: (&StoryPins, &StoryPins)) {
        let Pair { left, right } = articles.map(|article| ids[article]);
        let swapped = right < left || (right == left && articles.right < articles.left);
        let articles = articles.swap_if(swapped);
        let texts = if swapped { (right, left) } else { (left, right) };
        let known = self.pairs.iter().find(|pair| pair.texts == texts);
        let before = known.map_or_else(|| change.0.of(articles), |pair| pair.before.clone());
        self.set(PairPins { texts, blocks: change.1.of(articles), before });
    }

    fn set(&mut self, pins: PairPins) {
        self.pairs.retain(|pair| pair.texts != pins.texts);
        self.pairs.insert(0, pins);
        self.pairs.truncate(MOST);
    }
}

impl Kept for SavedPins {
    const FILE: &'static str = "pins.json";
    const ONE: &'static str = "pin";
    const MANY: &'static str = "pins";
    const LOST: &'static str = "the pins are not kept";

    fn read(text: &str) -> Result<Self, Unread> {
        let value = read_json(text, SCHEMA, Self::MANY)?;
        let file: File =
            serde_json::from_value(value).map_err(|error| Unread::Broken(Self::MANY, error.to_string()))?;
        let entries = file.pins.into_iter().take(MOST);
        let entries = entries.filter_map(|entry| serde_json::from_value::<PinsEntry>(entry).ok()?.read());
        let mut pins = Self::default();
        for entry in entries {
            if pins.pairs.iter().all(|other| other.texts != entry.texts) {
                pins.pairs.push(entry);
            }
        }
        Ok(pins)
    }

    fn write(&self) -> String {
        let pins = self.pairs.iter().filter(|pair| !pair.blocks.is_empty());
        let pins = pins.map(|pair| serde_json::json!(PinsEntry::new(pair))).collect();
        let file = File { schema: SCHEMA.to_owned(), pins };
        serde_json::to_string_pretty(&file).map_or_else(|_| String::new(), |text| text + "\n")
    }

    fn keep_all(&mut self, others: &Self) -> bool {
        let before = self.write();
        for other in others.pairs.iter().rev() {
            let known = self.pairs.iter().find(|pair| pair.texts == other.texts);
            let blocks = other.applied_to(known.map_or(&[], |pair| &pair.blocks));
            self.set(PairPins { texts: other.texts, blocks, before: Vec::new() });
        }
        self.pairs.retain(|pair| !pair.blocks.is_empty());
        self.write() != before
    }

    fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

/// Returns what all articles of a story are known by. Cost: linear in their text.
#[must_use]
pub fn ids(story: &Story) -> Vec<TextId> {
    story.articles().iter().map(TextId::of).collect()
}

#[derive(Serialize, Deserialize)]
struct File {
    schema: String,
    pins: Vec<serde_json::Value>,
}

#[derive(Serialize, Deserialize)]
struct PinsEntry {
    texts: [String; 2],
    /// From 1, as on the screen.
    blocks: Vec<[usize; 2]>,
}

impl PinsEntry {
    fn new(pins: &PairPins) -> Self {
        let blocks = pins.blocks.iter().map(|pin| [pin.left + 1, pin.right + 1]).collect();
        Self { texts: [pins.texts.0.to_string(), pins.texts.1.to_string()], blocks }
    }

    /// Returns the pins; `None` if they are of no texts in their order. A block has the pin that comes first.
    fn read(&self) -> Option<PairPins> {
        let texts = (TextId::parse(&self.texts[0])?, TextId::parse(&self.texts[1])?);
        let mut pins = StoryPins::default();
        for &[left, right] in self.blocks.iter().take(MOST_OF_PAIR).rev() {
            if let (Some(left), Some(right)) = (left.checked_sub(1), right.checked_sub(1)) {
                pins.set(Pair::new(0, 1), Pair::new(left, right));
            }
        }
        let blocks = pins.of(Pair::new(0, 1));
        (texts.0 <= texts.1).then_some(PairPins { texts, blocks, before: Vec::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> TextId {
        TextId::of(&Article::read("a.txt", text))
    }

    fn texts() -> Vec<TextId> {
        ["One says so.", "Two says so.", "Three says so."].map(id).to_vec()
    }

    fn pins(articles: (usize, usize), blocks: &[(usize, usize)]) -> (Pair<usize>, StoryPins) {
        let articles = Pair::new(articles.0, articles.1);
        let mut pins = StoryPins::default();
        for &(left, right) in blocks {
            pins.set(articles, Pair::new(left, right));
        }
        (articles, pins)
    }

    fn kept(articles: (usize, usize), blocks: &[(usize, usize)]) -> SavedPins {
        let mut saved = SavedPins::default();
        let (articles, pins) = pins(articles, blocks);
        saved.keep(articles, &texts(), (&StoryPins::default(), &pins));
        saved
    }

    #[test]
    fn a_text_is_known_by_its_words_and_blocks() {
        let text = "It’s “so” – he said.\n\nAnd then nobody came.";
        assert_eq!(id(text), id("It's \"so\" - he  said.\n\nAnd then\u{A0}nobody came."));
        for other in ["It’s “so” – she said.\n\nAnd then nobody came.", "It’s “so” – he said. And then nobody came."]
        {
            assert_ne!(id(text), id(other), "{other}");
        }
        // Fixed, since files are read that other versions wrote.
        assert_eq!(id("One says so.").to_string(), "59008bcac9f88e1f1f25f6adb6f9cffb");
    }

    #[test]
    fn what_is_left_out_of_a_page_changes_nothing_whether_it_is_shown_or_not() {
        let mut article = Article::read("a.txt", "One says so.");
        article.left_out = vec!["Read more".to_owned()];
        let before = TextId::of(&article);
        article.show_left_out(true);
        assert_eq!((article.blocks.len(), TextId::of(&article)), (2, before));
    }

    #[test]
    fn what_is_written_is_read_again_from_either_side() {
        for articles in [(0, 1), (1, 0), (2, 1)] {
            let blocks = [(3, 5), (7, 0)];
            let saved = kept(articles, &blocks);
            assert_eq!(SavedPins::read(&saved.write()), Ok(saved.clone()));
            let (pair, expected) = pins(articles, &blocks);
            assert_eq!(saved.of(&texts()).of(pair), expected.of(pair));
            // In another order, and with one more article.
            let mut others = texts();
            others.reverse();
            others.insert(0, id("Another says so."));
            assert_eq!(saved.of(&others).of(pair.map(|article| 3 - article)), expected.of(pair));
        }
    }

    #[test]
    fn pins_of_a_text_that_is_there_twice_hold_in_both() {
        let ids = [texts()[0], texts()[0], texts()[1]];
        let of = |articles, blocks: &[(usize, usize)]| {
            let mut saved = SavedPins::default();
            let (articles, pins) = pins(articles, blocks);
            saved.keep(articles, &ids, (&StoryPins::default(), &pins));
            saved.of(&ids)
        };
        let both = of((0, 2), &[(3, 5)]);
        assert_eq!(both.of(Pair::new(0, 2)), both.of(Pair::new(1, 2)));
        assert_eq!(of((1, 0), &[(3, 5)]).of(Pair::new(0, 1)), [Pair::new(5, 3)]);
    }

    #[test]
    fn what_others_kept_stays_beside_what_is_new() {
        let mut known = kept((0, 1), &[(3, 5)]);
        assert!(known.keep_all(&kept((1, 2), &[(1, 1)])));
        assert!(!known.clone().keep_all(&known));
        assert_eq!(known.of(&texts()).of(Pair::new(0, 1)), [Pair::new(3, 5)]);
        // Those that were taken away go.
        let (articles, before) = pins((0, 1), &[(3, 5)]);
        let mut away = SavedPins::default();
        away.keep(articles, &texts(), (&before, &StoryPins::default()));
        assert!(known.keep_all(&away));
        assert_eq!(known.of(&texts()).of(Pair::new(0, 1)), []);
        assert_eq!(known.of(&texts()).of(Pair::new(1, 2)), [Pair::new(1, 1)]);
        assert!(!known.keep_all(&away));
    }

    #[test]
    fn two_readers_of_the_same_texts_lose_nothing() {
        let sitting = |before: &[(usize, usize)], steps: &[&[(usize, usize)]]| {
            let (articles, mut before) = pins((0, 1), before);
            let mut saved = SavedPins::default();
            for step in steps {
                let now = pins((0, 1), step).1;
                saved.keep(articles, &texts(), (&before, &now));
                before = now;
            }
            saved
        };
        let blocks = |known: &SavedPins| -> Vec<(usize, usize)> {
            let pins = known.of(&texts()).of(Pair::new(0, 1));
            pins.into_iter().map(|pin| (pin.left, pin.right)).collect()
        };
        let mut known = kept((0, 1), &[(1, 1), (2, 2), (9, 9)]);
        // Each knows what was there at first, and takes one away or sets one.
        assert!(known.keep_all(&sitting(&[(1, 1), (2, 2), (9, 9)], &[&[(2, 2), (9, 9)], &[(2, 2), (9, 9), (3, 4)]])));
        assert!(known.keep_all(&sitting(&[(1, 1), (2, 2), (9, 9)], &[&[(1, 1), (2, 2), (5, 6), (9, 9)]])));
        assert_eq!(blocks(&known), [(2, 2), (3, 4), (5, 6), (9, 9)]);
        // Of the same block, the one that was kept last holds.
        assert!(known.keep_all(&sitting(&[(1, 1), (2, 2), (9, 9)], &[&[(1, 1), (2, 4), (9, 9)]])));
        assert_eq!(blocks(&known), [(2, 4), (5, 6), (9, 9)]);
    }

    #[test]
    fn the_pair_set_longest_ago_goes_first() {
        let mut pins = SavedPins::default();
        for number in 0..=MOST as u128 {
            let texts = (TextId(number), TextId(u128::MAX));
            pins.set(PairPins { texts, blocks: vec![Pair::new(0, 0)], before: Vec::new() });
        }
        assert_eq!(pins.pairs.len(), MOST);
        assert!(pins.pairs.iter().all(|pair| pair.texts.0 != TextId(0)));
        assert_eq!(SavedPins::read(&pins.write()), Ok(pins));
    }

    #[test]
    fn what_is_no_pin_is_left_out() {
        let [one, two] = [format!("{:032x}", 1), format!("{:032x}", 2)];
        let entry = |texts: [&str; 2], blocks: &str| {
            format!("{{ \"texts\": [\"{}\", \"{}\"], \"blocks\": {blocks}, \"new\": 1 }}", texts[0], texts[1])
        };
        let entries = [
            "3".to_owned(),
            entry(["x", &two], "[[1, 1]]"),
            entry([&one.to_uppercase(), "+1"], "[[1, 1]]"),
            entry([&two, &one], "[[1, 1]]"),
            entry([&one, &two], "[[-1, 1]]"),
            entry([&one, &two], "[[0, 1], [4, 6], [4, 7], [5, 6], [1, 1]]"),
            entry([&one, &two], "[[8, 8]]"),
        ];
        let text = format!("{{ \"schema\": \"{SCHEMA}\", \"more\": 1, \"pins\": [ {} ] }}", entries.join(", "));
        let pins = SavedPins::read(&text).expect("it is a file of pins");
        let blocks = vec![Pair::new(0, 0), Pair::new(3, 5)];
        let expected = PairPins { texts: (TextId(1), TextId(2)), blocks, before: Vec::new() };
        assert_eq!(pins.pairs, [expected]);
    }

    #[test]
    fn another_file_is_refused() {
        for text in ["", "[]", "{", "{\"pins\":[]}", "{\"schema\":\"diptych-pins/1\"}"] {
            assert!(matches!(SavedPins::read(text), Err(Unread::Broken(..))), "{text}");
        }
        for text in ["{\"schema\":\"diptych-pins/2\",\"pins\":[]}", "{\"schema\":\"diptych-places/1\"}"] {
            assert_eq!(SavedPins::read(text), Err(Unread::OtherSchema(SCHEMA)), "{text}");
        }
    }
}
