//! What stands around the quotations of a block: its words and marks, each quotation one token among them.
//!
//! ```text
//!     “We waited,” said Mr. Quill, “too long.” He left.
//!     ["…"]  said  Mr  .  Quill  ,  ["…"] │ He  left  .
//! ```
//!
//! So a sentence that holds a quotation is found whatever the quotation has inside, and who speaks stands beside one token.

use std::ops::Range;

use super::quotations::Quotation;
use super::tokens::{Token, ends_sentence, is_stop, tokens};
use crate::unicode::quotes;

/// A sentence has so many tokens at most, and so many marks close it: more are no prose, and are cut, so that looking around in a
/// sentence has a bound.
const LONGEST: usize = 256;
const CLOSERS: usize = 8;

/// Holds the tokens of a block outside its quotations.
#[derive(Clone, Debug, Default)]
pub(super) struct OuterText<'t> {
    /// The tokens; a quotation is one that is no word and of which nothing is folded.
    pub tokens: Vec<Token<'t>>,
    /// For each quotation of the block its token.
    pub quotations: Vec<usize>,
    /// The tokens of each sentence.
    pub sentences: Vec<Range<usize>>,
}

impl<'t> OuterText<'t> {
    /// Reads a block with its quotations, which are in order and do not overlap; what stands before a byte is left out. `goes_on` tells whether what follows a question or a
    /// call names who asked or called. Cost: linear.
    pub fn new((text, start): (&'t str, usize), found: &[Quotation], goes_on: impl Fn(&[Token<'t>]) -> bool) -> Self {
        let mut outer = Self::default();
        let mut at = start;
        for quotation in found {
            outer.read(text, at.min(quotation.range.start)..quotation.range.start);
            outer.quotations.push(outer.tokens.len());
            let range = quotation.range.clone();
            outer.tokens.push(Token {
                text: &text[range.clone()],
                start: range.start,
                folded: "".into(),
                is_word: false,
            });
            at = range.end;
        }
        outer.read(text, at..text.len());
        outer.part(&goes_on);
        outer
    }

    fn read(&mut self, text: &'t str, range: Range<usize>) {
        let start = range.start;
        self.tokens.extend(tokens(&text[range]).into_iter().map(|token| Token { start: token.start + start, ..token }));
    }

    /// Parts the tokens into sentences.
    fn part(&mut self, goes_on: &impl Fn(&[Token<'t>]) -> bool) {
        let mut start = 0;
        for k in 0..self.tokens.len() {
            let mut next = k + 1;
            while next <= k + CLOSERS && self.tokens.get(next).is_some_and(closes) {
                next += 1;
            }
            let before = k.checked_sub(1).map(|k| &self.tokens[k]);
            let ends = if is_quotation(&self.tokens[k]) {
                ends_in_quotation(self.tokens[k].text, &self.tokens[next..], goes_on)
            } else {
                ends_sentence(self.tokens[k].text, before, self.tokens.get(next))
            };
            if (ends || next - start >= LONGEST) && next > start {
                self.sentences.push(start..next);
                start = next;
            }
        }
        if start < self.tokens.len() {
            self.sentences.push(start..self.tokens.len());
        }
    }

    /// Tells whether no word of its sentence stands before a token.
    pub fn is_first(&self, at: usize) -> bool {
        self.tokens[self.sentence_of(at).start..at].iter().all(|token| !token.is_word)
    }

    /// Returns the sentence that a token stands in. Cost: logarithmic.
    pub fn sentence_of(&self, token: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= token);
        self.sentences.get(at).cloned().unwrap_or(0..self.tokens.len())
    }
}

/// Tells whether a token stands for a quotation.
pub(super) fn is_quotation(token: &Token<'_>) -> bool {
    token.folded.is_empty()
}

/// Tells whether a mark closes what stands before it.
fn closes(token: &Token<'_>) -> bool {
    !token.is_word && (matches!(token.text, ")" | "]") || matches!(token.text, "”" | "’" | "»"))
}

/// Returns the last character of what a quotation says, its closing marks aside.
pub(super) fn last_inside(quotation: &str) -> Option<char> {
    let is_closing = |c: char| quotes::is_quotation_mark(c) || c.is_whitespace() || matches!(c, ')' | ']');
    quotation.trim_end_matches(is_closing).chars().next_back()
}

/// Tells whether a sentence ends with a quotation, by what stands behind it.
fn ends_in_quotation<'t>(quotation: &str, after: &[Token<'t>], goes_on: &impl Fn(&[Token<'t>]) -> bool) -> bool {
    let last = last_inside(quotation);
    let Some(next) = after.first() else { return true };
    let ends = last.is_some_and(|c| is_stop(c.encode_utf8(&mut [0; 4])));
    if !ends || next.is_small() || !next.is_word && !is_quotation(next) {
        return false;
    }
    let is_full_stop = matches!(last, Some('.' | '。'));
    is_quotation(next) || is_full_stop || !goes_on(after)
}
