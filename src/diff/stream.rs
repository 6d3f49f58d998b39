//! A side of a link as one stream of words and marks, over all its blocks.
//!
//! ```text
//!     “We waited too long,” she said.
//!      open  word word word word  clause  close  word word  stop
//!      └──────────────── partners ────────┘
//! ```
//!
//! A unit knows what a reader would go by when a change is to be shown as a phrase: how much the word tells by itself,
//! whether a mark ends a clause or a sentence, and which quotation mark belongs to which.

use std::ops::Range;

use crate::article::Article;
use crate::unicode::dashes;
use crate::unicode::quotes::{self, Use};
use crate::words::{Form, Lexicon, Reading, Token, WORD};

/// A run of this extent, five words, is never given up: it counts as shared wording.
pub(super) const KEPT: usize = 5 * WORD;

/// What a moved run must weigh: two words that tell something, or several that tell a little.
pub(super) const MOVED: usize = 10;

/// A word or a mark of a link's side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit<'t> {
    pub block: usize,
    pub token: Token,
    pub text: &'t str,
    /// Its form with quotation marks, apostrophes and dashes folded.
    pub typography: Form,
    /// Its form with case folded as well.
    pub case: Form,
    pub class: Class,
    /// How much it tells by itself, as the lexicon has it.
    pub weight: u8,
    /// 0 for a mark, [`WORD`] for a word.
    pub extent: u8,
}

impl Unit<'_> {
    pub(super) fn is_word(&self) -> bool {
        self.class == Class::Word
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.class, Class::Open(Pairing::Quote) | Class::Close(Pairing::Quote))
    }

    /// Returns where it begins: its block, and the byte in the block's text.
    pub(super) fn start(&self) -> (usize, usize) {
        (self.block, self.token.range().start)
    }

    /// Returns where it ends.
    pub(super) fn end(&self) -> (usize, usize) {
        (self.block, self.token.range().end)
    }
}

/// What a unit is to the sentence it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Word,
    /// Ends a sentence, as a rule.
    Stop,
    /// Parts clauses: a comma, a dash.
    Clause,
    Open(Pairing),
    Close(Pairing),
    /// Any other mark.
    Sign,
}

/// What opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pairing {
    Quote,
    Bracket,
}

/// One side of a link.
#[derive(Clone, Debug, Default)]
pub(super) struct Stream<'t> {
    pub units: Vec<Unit<'t>>,
    /// What is compared: the units' forms with spelling folded.
    pub keys: Vec<Form>,
    /// For each quotation mark and bracket the one that belongs to it.
    pub partners: Vec<Option<usize>>,
    /// The extent and the weight of the units before each place, and before the end.
    sums: Vec<(u32, u32)>,
}

impl<'t> Stream<'t> {
    /// Cost: linear in the blocks' words.
    pub(super) fn of(article: &'t Article, blocks: &[usize], reading: &Reading, lexicon: &Lexicon) -> Self {
        let count = blocks.iter().map(|&block| reading.blocks[block].len()).sum();
        let mut units = Vec::with_capacity(count);
        let mut keys = Vec::with_capacity(count);
        for &block in blocks {
            let text = article.blocks[block].text.as_str();
            for &token in &reading.blocks[block] {
                let folds = lexicon.folds(token.form);
                let class = if token.is_word { Class::Word } else { mark(text, &token.range()) };
                let text = &text[token.range()];
                let (typography, case) = (folds.typography, folds.case);
                let (weight, extent) = (folds.weight, folds.extent);
                units.push(Unit { block, token, text, typography, case, class, weight, extent });
                keys.push(folds.spelling);
            }
        }
        Self::new(units, keys)
    }

    fn new(units: Vec<Unit<'t>>, keys: Vec<Form>) -> Self {
        Self { partners: partners(&units), sums: sums(&units), units, keys }
    }

    /// Returns a stream of some of the units.
    pub(super) fn pick(&self, places: impl Iterator<Item = usize>) -> Self {
        let (units, keys) = places.map(|place| (self.units[place], self.keys[place])).unzip();
        Self::new(units, keys)
    }

    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// Returns the words in a range, doubled.
    pub(super) fn extent(&self, range: &Range<usize>) -> usize {
        (self.sums[range.end].0 - self.sums[range.start].0) as usize
    }

    pub(super) fn weight(&self, range: &Range<usize>) -> usize {
        (self.sums[range.end].1 - self.sums[range.start].1) as usize
    }
}

fn sums(units: &[Unit<'_>]) -> Vec<(u32, u32)> {
    let mut sums = Vec::with_capacity(units.len() + 1);
    let (mut extent, mut weight) = (0, 0);
    sums.push((extent, weight));
    for unit in units {
        extent += u32::from(unit.extent);
        weight += u32::from(unit.weight);
        sums.push((extent, weight));
    }
    sums
}

/// What a mark is, by its shape and by the spaces around it: shapes of quotation marks open in one language and close
/// in another.
fn mark(text: &str, range: &Range<usize>) -> Class {
    match &text[range.clone()] {
        "." | "!" | "?" | "…" | "。" | "！" | "？" | "．" | "؟" | "।" => Class::Stop,
        "," | ";" | ":" | "--" | "、" | "，" | "；" | "：" | "،" | "؛" => Class::Clause,
        dash if dash.chars().all(dashes::parts_clauses) => Class::Clause,
        "(" | "[" | "{" | "（" | "［" | "【" | "〔" => Class::Open(Pairing::Bracket),
        ")" | "]" | "}" | "）" | "］" | "】" | "〕" => Class::Close(Pairing::Bracket),
        dots if dots.len() > 1 && dots.bytes().all(|b| b == b'.') => Class::Stop,
        _ => quotation_mark(text, range).unwrap_or(Class::Sign),
    }
}

/// Returns where the marks end that close what ends at a place of a text: stops, commas and closing quotation marks and brackets, and
/// signs that hang on it ("40%"). No dash closes anything, and a space comes between only where French writes one (`mots !`, `mots »`).
///
/// Cost: linear in the marks.
pub(crate) fn closed_at(text: &str, end: usize) -> usize {
    let mut closed = end;
    let mut rest = text[end..].char_indices().map(|(at, c)| (end + at, c)).peekable();
    let mut is_apart = false;
    while let Some((at, c)) = rest.next() {
        if c.is_whitespace() && !is_apart {
            is_apart = true;
            continue;
        }
        let range = at..at + c.len_utf8();
        let hangs = !is_apart && !rest.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
        let closes = match mark(text, &range) {
            _ if c.is_alphanumeric() || c.is_whitespace() || dashes::is_dash(c) => false,
            Class::Close(_) => true,
            Class::Stop | Class::Clause => !is_apart || matches!(c, '!' | '?' | ';' | ':'),
            Class::Sign => hangs,
            Class::Open(_) | Class::Word => false,
        };
        if !closes {
            break;
        }
        (closed, is_apart) = (range.end, false);
    }
    closed
}

/// Returns where the marks begin that open what begins at a place of a text: opening quotation marks and brackets, and signs that hang
/// on it ("¿", "$"). A space comes between only where French writes one (`« mots`).
///
/// Cost: linear in the marks.
pub(crate) fn opened_at(text: &str, start: usize) -> usize {
    let mut opened = start;
    let mut before = text[..start].char_indices().rev().peekable();
    let mut is_apart = false;
    while let Some((at, c)) = before.next() {
        if c.is_whitespace() && !is_apart {
            is_apart = true;
            continue;
        }
        let hangs = !is_apart && !before.peek().is_some_and(|&(_, before)| before.is_alphanumeric());
        let opens = match mark(text, &(at..at + c.len_utf8())) {
            _ if c.is_alphanumeric() || c.is_whitespace() || dashes::is_dash(c) => false,
            Class::Open(Pairing::Quote) => true,
            Class::Open(Pairing::Bracket) => !is_apart,
            Class::Sign => hangs,
            Class::Close(_) | Class::Stop | Class::Clause | Class::Word => false,
        };
        if !opens {
            break;
        }
        (opened, is_apart) = (at, false);
    }
    opened
}

/// Returns what a quotation mark is; `None` for any other mark.
fn quotation_mark(text: &str, range: &Range<usize>) -> Option<Class> {
    let mut chars = text[range.clone()].chars();
    let mark = quotes::mark(chars.next()?)?;
    let opens = match mark.at {
        _ if !chars.all(quotes::is_quotation_mark) => return None,
        Use::Opens => true,
        Use::Closes => false,
        Use::UsuallyOpens => quotes::opens_by_spaces(text, range).unwrap_or(true),
        Use::UsuallyCloses | Use::Either => quotes::opens_by_spaces(text, range).unwrap_or(false),
    };
    Some(if opens { Class::Open(Pairing::Quote) } else { Class::Close(Pairing::Quote) })
}

/// Finds what belongs together, block by block, the nearest first; a mark without a partner is left alone.
fn partners(units: &[Unit<'_>]) -> Vec<Option<usize>> {
    let mut partners = vec![None; units.len()];
    let mut open: Vec<usize> = Vec::new();
    for (k, unit) in units.iter().enumerate() {
        if open.last().is_some_and(|&first| units[first].block != unit.block) {
            open.clear();
        }
        match unit.class {
            Class::Open(_) => open.push(k),
            Class::Close(pairing) => {
                if let Some(&first) = open.last().filter(|&&first| units[first].class == Class::Open(pairing)) {
                    open.pop();
                    partners[first] = Some(k);
                    partners[k] = Some(first);
                }
            }
            _ => {}
        }
    }
    partners
}
