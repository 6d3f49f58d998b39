//! Searching the word at the cursor.
//!
//! The cursor is a row, so the word is that of it which tells most, is none of the language's commonest, and stands somewhere
//! else too; where the reader halted at a run, the word of that; at a match, the whole word that it stands in, so that the same
//! key goes on from match to match:
//!
//! ```text
//!     The ministry promised [on Tuesday] that     ministry, or Tuesday where the reader halted at the run
//! ```

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::common_words::{is_common, stems_of};
use crate::layout::stops::What;
use crate::pair::Side;
use crate::tui::geometry::text;
use crate::tui::state::{Reader, SearchScope};
use crate::words::{Lexicon, Token};

/// A side, a block of it and a byte in that.
type Spot = (Side, usize, usize);

/// A word at the cursor, and where it stands; `None` where both sides are woven into one text.
type WordHere = (String, Option<Spot>);

/// How many words of a row are searched until one of them stands somewhere else too, and the most words of both articles
/// for which that is done.
const TRIED: usize = 4;
const WORDS: usize = 100_000;

/// How many bytes of a block are looked at around a place, and of a run from its start: a block may be a whole book.
const AROUND: usize = 2000;

impl Reader {
    /// Searches the word at the cursor, and goes to where it stands next, or before.
    ///
    /// Cost: that of a search, or of a few where the articles are not large.
    pub(in crate::tui) fn search_word(&mut self, forward: bool) {
        let was_halted = self.search.at.is_some();
        let words = self.words_here();
        let Some((word, spot)) = self.first_repeated(&words).or_else(|| words.first()) else {
            self.status.notice = Some("no word on this row".to_owned());
            return;
        };
        self.search_for_word(word);
        self.search.remember();
        let at = spot.and_then(|spot| self.match_at(spot)).or_else(|| self.match_on_row());
        if self.match_count() < 2 {
            self.status.notice = Some(format!("{word} stands only here"));
            return;
        }
        if !was_halted {
            self.note_jump();
        }
        (self.search.at, self.status.notice) = (at, None);
        self.next_match(forward);
        let position = self.status.notice.take().or_else(|| self.match_position());
        self.status.notice = position.map(|position| format!("{word}: {position}"));
    }

    /// Returns the first of some words that stands more than once in the two articles.
    fn first_repeated<'w>(&mut self, words: &'w [WordHere]) -> Option<&'w WordHere> {
        let length: usize = self.pair.shown.iter().map(|&article| self.pair.story.words(article)).sum();
        let tried = if length > WORDS { 1 } else { TRIED };
        words.iter().take(tried).find(|(word, _)| {
            self.search_for_word(word);
            self.match_count() > 1
        })
    }

    /// Searches for a word in any case.
    fn search_for_word(&mut self, word: &str) {
        let typed = word.to_lowercase();
        if self.search.typed() != Some(typed.as_str()) || self.search.scope != SearchScope::Pair {
            self.search_for(&typed, SearchScope::Pair);
        }
    }

    /// Returns the words at the cursor, the one that is meant first: that of the match that the reader halted at, those of the
    /// run, else those of the row.
    fn words_here(&self) -> Vec<WordHere> {
        if let Some(spot) = self.match_spot() {
            return self.word_at(spot).into_iter().collect();
        }
        let of_run = self.words_of_run().filter(|words| !words.is_empty());
        of_run.unwrap_or_else(|| {
            let sides = [self.position.focus, self.position.focus.other()];
            let mut of_rows = sides.into_iter().filter_map(|side| self.words_of_row(side));
            of_rows.find(|words| !words.is_empty()).unwrap_or_default()
        })
    }

    /// Returns side, block and byte of the match that the reader halted at.
    fn match_spot(&self) -> Option<Spot> {
        let (side, index) = self.search.at?;
        let found = self.search.found[side].get(index)?;
        Some((side, found.block(), found.range().start))
    }

    /// Returns the word that a byte of a block stands in, or the next one.
    fn word_at(&self, (side, block, byte): Spot) -> Option<WordHere> {
        let text = &self.pair.articles()[side].blocks[block].text;
        let near = around(text, &(byte..byte));
        let (found, _) = words(&text[near.clone()]).into_iter().find(|(found, _)| byte < near.start + found.end)?;
        let (start, end) = (near.start + found.start, near.start + found.end);
        Some((text[start..end].to_owned(), Some((side, block, start))))
    }

    /// Returns the match that stands at a byte of a block, if there is one.
    fn match_at(&self, (side, block, byte): Spot) -> Option<(Side, usize)> {
        let found = &self.search.found[side];
        let index = found.partition_point(|found| (found.block(), found.range().end) <= (block, byte));
        let is_there = found.get(index).is_some_and(|found| found.block() == block && found.range().contains(&byte));
        is_there.then_some((side, index))
    }

    /// Returns the words of the run that the reader halted at.
    fn words_of_run(&self) -> Option<Vec<WordHere>> {
        let stop = self.halted()?;
        let spot = match &stop.what {
            What::Changed(at) => &at[stop.side],
            What::Shared(spot, _) | What::Elsewhere(spot, _) => spot,
            What::Moved | What::Alone(..) => return None,
        };
        let (block, start) = spot.start;
        let text = &self.pair.articles()[stop.side].blocks.get(block)?.text;
        let end = if spot.end.0 == block { spot.end.1 } else { text.len() };
        let at = |range: Range<usize>| (stop.side, block, start + range.start);
        let end = end.min(around(text, &(start..start)).end);
        let run = text.get(start..end)?;
        let told = by_telling(run, &text[around(text, &(start..end))]);
        Some(told.into_iter().map(|range| (run[range.clone()].to_owned(), Some(at(range)))).collect())
    }

    /// Returns the words of the cursor's row on a side.
    fn words_of_row(&self, side: Side) -> Option<Vec<WordHere>> {
        let row = self.viewport().cursor;
        let (text, shown) = text::text(self, side, row)?;
        let block = text::cell(self, side, row).map(|(cell, _)| cell.block);
        let at = |range: Range<usize>| Some((side, block?, shown.start + range.start));
        let line = &text[shown.clone()];
        let told = by_telling(line, &text[around(text, &shown)]);
        Some(told.into_iter().map(|range| (line[range.clone()].to_owned(), at(range))).collect())
    }
}

/// Returns a range of a text with what stands around it, cut between characters. Cost: constant.
fn around(text: &str, range: &Range<usize>) -> Range<usize> {
    let cut = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    cut(range.start.saturating_sub(AROUND))..cut(range.end + AROUND)
}

/// Returns the words of a text, and how much each tells by itself: of equal ones the longer one tells more. Cost: linear.
fn words(text: &str) -> Vec<(Range<usize>, (u8, u16))> {
    let mut lexicon = Lexicon::default();
    let tokens = lexicon.read_text(text);
    let words = tokens.iter().filter(|token| token.is_word);
    let tells = |token: &Token| {
        let folds = lexicon.folds(token.form);
        (folds.weight, folds.letters)
    };
    words.map(|token| (token.range(), tells(token))).collect()
}

/// Returns where the words of a part of a text stand, the one that tells most first, of equal ones the first; the commonest words
/// of the text's language only if there are no others. Cost: linear.
fn by_telling(part: &str, whole: &str) -> Vec<Range<usize>> {
    let of_whole: FxHashSet<String> = words(whole).into_iter().map(|(range, _)| whole[range].to_lowercase()).collect();
    let common = stems_of(|stem| of_whole.contains(stem));
    let mut words = words(part);
    words.sort_by_key(|(_, tells)| Reverse(*tells));
    let all = words.into_iter().map(|(range, _)| range);
    let (common, rare): (Vec<_>, Vec<_>) =
        all.partition(|range| is_common(&part[range.clone()].to_lowercase(), &common));
    if rare.is_empty() { common } else { rare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_block_little_is_looked_at() {
        let text = "é".repeat(5000);
        assert_eq!(around(&text, &(5001..5001)), 3000..7000);
        assert_eq!(around(&text, &(0..2)), 0..2002);
        assert_eq!(around(&text, &(9999..10_000)), 7998..10_000);
    }

    #[test]
    fn the_word_that_tells_most() {
        for (text, word) in [
            ("The ministry said on Tuesday that three", "ministry"),
            ("of the UN", "UN"),
            ("they said it before, in the quay", "quay"),
            ("before the", "before"),
            ("a · b", "a"),
            ("— …", ""),
            ("", ""),
            ("灯台は港にある", "灯台"),
        ] {
            let first = by_telling(text, text).first().cloned();
            assert_eq!(first.map_or("", |range| &text[range]), word, "{text}");
        }
    }
}
