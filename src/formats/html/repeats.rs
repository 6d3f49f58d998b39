//! What a page has twice: captions, once for wide windows and once for narrow ones, and words of the text that are set large beside it.
//!
//! ```text
//!     <figure class="wide">…<p>A boat.</p><cite>Photo: Bo Example</cite></figure>      kept
//!     <figure class="narrow">…<p>A boat.</p><cite>Photo: Bo Example</cite></figure>    left out: it says the same again
//! ```
//!
//! A caption alone may be that of two pictures.
//!
//! ```text
//!     <p>“The boats are old,” said Ann Example.</p>
//!     <aside class="pullquote">The boats are old <cite>Ann Example</cite></aside>      left out with whose words they are
//! ```

use std::ops::{Range, RangeInclusive};

use crate::draft::{DraftBlock, Kind};

/// The fewest and the most blocks under a picture that tell it: a caption, its credit, and what is for sale of it.
const UNDER: RangeInclusive<usize> = 2..=3;

/// Takes the captions out that say in the same blocks what those right above them say, and returns them.
///
/// Cost: linear in the blocks.
pub(super) fn take_out(blocks: &mut Vec<DraftBlock>) -> Vec<DraftBlock> {
    let (mut kept, mut repeated): (Vec<DraftBlock>, Vec<DraftBlock>) = (Vec::new(), Vec::new());
    for block in blocks.drain(..) {
        kept.push(block);
        let count = UNDER.into_iter().find(|count| ends_twice(&kept, *count)).unwrap_or(0);
        repeated.extend(kept.drain(kept.len() - count..));
    }
    *blocks = kept;
    repeated
}

/// The most quotations that are looked for in the text, and the fewest words of one.
const PULLED: usize = 40;
const PULLED_WORDS: usize = 3;

/// Takes out the quotations, by their blocks, whose words stand in the text, with what stands below them, and returns them.
///
/// Cost: linear in the blocks.
pub(super) fn take_out_pulled(blocks: &mut Vec<DraftBlock>, pulled: &[Range<usize>]) -> Vec<DraftBlock> {
    if pulled.is_empty() {
        return Vec::new();
    }
    let is_pulled = |k: usize| pulled.iter().take(PULLED).any(|range| range.contains(&k));
    let texts = blocks.iter().enumerate().filter(|(k, block)| !is_pulled(*k) && block.kind != Some(Kind::Caption));
    let texts: Vec<String> = texts.map(|(_, block)| bare(&block.text)).collect();
    let stands = |quotation: &DraftBlock| {
        let quotation = bare(&quotation.text);
        quotation.split_whitespace().nth(PULLED_WORDS - 1).is_some()
            && texts.iter().any(|text| text.contains(&quotation))
    };
    let repeated: Vec<&Range<usize>> =
        pulled.iter().take(PULLED).filter(|range| stands(&blocks[range.start])).collect();
    let is_repeated = |k: usize| repeated.iter().any(|range| range.contains(&k));
    let (out, kept): (Vec<_>, Vec<_>) = blocks.drain(..).enumerate().partition(|(k, _)| is_repeated(*k));
    blocks.extend(kept.into_iter().map(|(_, block)| block));
    out.into_iter().map(|(_, block)| block).collect()
}

/// Returns the words of a text in small letters, each between blanks, without marks.
fn bare(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(String::from(" "), |bare, word| bare + &word.to_lowercase() + " ")
}

/// Tells whether the last blocks, so many, are captions and say what as many above them say.
fn ends_twice(blocks: &[DraftBlock], count: usize) -> bool {
    let Some(start) = blocks.len().checked_sub(2 * count) else { return false };
    let (first, second) = blocks[start..].split_at(count);
    let is_same = |(one, other): (&DraftBlock, &DraftBlock)| {
        [one, other].iter().all(|block| block.kind == Some(Kind::Caption)) && one.text == other.text
    };
    let is_one_text = first.iter().all(|block| block.text == first[0].text);
    !is_one_text && first.iter().zip(second).all(is_same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn captions(texts: &[&str]) -> (Vec<String>, usize) {
        let caption = |text: &&str| DraftBlock { text: (*text).to_owned(), kind: Some(Kind::Caption) };
        let mut blocks: Vec<DraftBlock> = texts.iter().map(caption).collect();
        let repeated = take_out(&mut blocks);
        (blocks.into_iter().map(|block| block.text).collect(), repeated.len())
    }

    #[test]
    fn a_caption_and_its_credit_are_kept_once() {
        for (all, expected) in [
            (&["A boat.", "Bo", "A boat.", "Bo"][..], &["A boat.", "Bo"][..]),
            (&["A boat.", "Bo", "Print", "A boat.", "Bo", "Print"], &["A boat.", "Bo", "Print"]),
            (&["A boat.", "Bo", "A quay.", "Bo"], &["A boat.", "Bo", "A quay.", "Bo"]),
            (&["Bo", "Bo", "Bo", "Bo"], &["Bo", "Bo", "Bo", "Bo"]),
            (&["A boat."], &["A boat."]),
        ] {
            let (kept, repeated) = captions(all);
            assert_eq!(
                (kept.as_slice(), repeated),
                (&expected.iter().map(ToString::to_string).collect::<Vec<_>>()[..], all.len() - expected.len())
            );
        }
        let mut blocks = vec![DraftBlock { text: "A boat.".to_owned(), kind: None }; 4];
        assert!(take_out(&mut blocks).is_empty());
    }
}
