//! Numbers of pages and running heads between the halves of a sentence.
//!
//! ```text
//!     Two of the members were against it, since
//!     – 12 –                                          furniture: the sentence goes on below
//!     The Harbour Ledger
//!     the old boats could have been repaired.
//! ```
//!
//! Where lines were wrapped, their reader knows pages already; here each half is a paragraph of its own.

use std::ops::Range;

use super::lines::{ends_sentence, goes_on, is_of_at_most};
use crate::draft::Kind;
use crate::unicode::scripts::is_spaceless;

/// The most lines between the halves, and the most words of each.
const BETWEEN: usize = 3;
const SHORT: usize = 8;

/// The fewest words of the half above, and how many letters a word has where no spaces part them.
const HALF: usize = 5;
const LETTERS: usize = 2;

/// One word of so many has a capital where nouns are written with one.
const NOUNS: usize = 5;

/// Makes furniture of such lines, if one of them is the number of a page at least. Returns the halves above them, ascending.
/// Cost: linear in the blocks.
pub(super) fn set_pages_aside(texts: &[String], kinds: &mut [Kind]) -> Vec<usize> {
    let mut halves = Vec::new();
    let mut above = 0;
    while let Some(between) = cut(texts, kinds, above) {
        if texts[between.clone()].iter().any(|text| is_number(text)) {
            kinds[between.clone()].fill(Kind::Furniture);
            halves.push(between.start - 1);
        }
        above = between.end;
    }
    halves
}

/// Returns the first lines from a block on that stand between the halves of a sentence.
fn cut(texts: &[String], kinds: &[Kind], from: usize) -> Option<Range<usize>> {
    let is_short = |k: usize| is_of_at_most(&texts[k], SHORT) && !ends_sentence(&texts[k]) && !goes_on(&texts[k]);
    let has_words = |text: &str| {
        !is_of_at_most(text, HALF - 1) || text.chars().filter(|&c| is_spaceless(c)).count() >= HALF * LETTERS
    };
    let is_half = |k: usize| kinds[k] == Kind::Paragraph && has_words(&texts[k]);
    (from..texts.len()).filter(|&above| is_half(above) && !ends_sentence(&texts[above])).find_map(|above| {
        let count = (above + 1..texts.len()).take(BETWEEN).take_while(|&k| is_short(k)).count();
        let below = above + 1 + count;
        let is_cut = || {
            let between = &texts[above + 1..below];
            goes_on(&texts[below])
                || between.len() == 1 && is_bare(&between[0]) && may_go_on(&texts[above], &texts[below])
        };
        (count > 0 && below < texts.len() && is_cut()).then_some(above + 1..below)
    })
}

/// Whether what stands below can go on with a sentence although it begins with no small letter: its script has none, or the half
/// above has as many words with a capital as languages have that write nouns with one, and ends with a word without.
fn may_go_on(above: &str, below: &str) -> bool {
    let is_large = |word: &&str| word.starts_with(char::is_uppercase);
    if below.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_uppercase() && !c.is_lowercase()) {
        return true;
    }
    let words = || above.split_whitespace().skip(1);
    let (all, large) = (words().count(), words().filter(is_large).count());
    all >= SHORT && large * NOUNS >= all && words().last().is_some_and(|last| last.starts_with(char::is_lowercase))
}

/// `12`, `– 7 –`: a number and nothing else but marks.
pub(super) fn is_bare(text: &str) -> bool {
    !text.contains(char::is_alphabetic) && is_number(text)
}

/// `- 12 -`, `[12]`, `12/20`, `12 | The Harbour Ledger`, `The Harbour Ledger · 12`: a number at one end, and marks alone or
/// one that parts it from a name.
fn is_number(text: &str) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric();
    let has_name = text.contains(char::is_alphabetic);
    let bare = text.trim_matches(is_mark);
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    if !has_name {
        return (1..=8).contains(&figures(bare)) && bare.split(is_mark).filter(|part| !part.is_empty()).count() <= 2;
    }
    let is_page = |part: &str| (1..=4).contains(&part.len()) && figures(part) == part.len();
    let is_parted = |part: &str| {
        part.trim_matches(' ').len() == 1 || part.chars().any(|c| matches!(c, '|' | '·' | '•' | '–' | '—' | '/'))
    };
    let first =
        bare.split_once(is_mark).map(|(number, rest)| (number, rest.split(char::is_alphanumeric).next().unwrap_or("")));
    let last = bare
        .rsplit_once(is_mark)
        .map(|(rest, number)| (number, rest.rsplit(char::is_alphanumeric).next().unwrap_or("")));
    [first, last].into_iter().flatten().any(|(number, mark)| is_page(number) && is_parted(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages() {
        for line in
            ["12", "- 12 -", "— 3 —", "[12]", "12/20", "12 | The Ledger", "The Ledger · 12", "3 / 8", "Ledger – 7"]
        {
            assert!(is_number(line), "{line}");
        }
        for line in ["12 boats", "The Ledger", "Boats of 2019", "12 March 2026", "10.5.2026 12:30", "–", ""] {
            assert!(!is_number(line), "{line}");
        }
    }

    #[test]
    fn they_are_set_aside_within_a_sentence_alone() {
        let kinds = |lines: &[&str]| {
            let texts: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            let mut kinds = vec![Kind::Paragraph; texts.len()];
            set_pages_aside(&texts, &mut kinds);
            kinds.into_iter().map(|kind| kind == Kind::Furniture).collect::<Vec<_>>()
        };
        let (above, below) = ("Two of the members were against it, since", "the boats could have been repaired.");
        assert_eq!(kinds(&[above, "- 12 -", below]), [false, true, false]);
        assert_eq!(kinds(&[above, "The Ledger", "12", below]), [false, true, true, false]);
        assert_eq!(kinds(&[above, "The Ledger", below]), [false; 3]);
        assert_eq!(kinds(&["Two of the members were against it.", "12", below]), [false; 3]);
        assert_eq!(kinds(&[above, "12", "The boats could have been repaired."]), [false; 3]);
        assert_eq!(kinds(&[above, "12"]), [false; 2]);
        // Where a capital tells a noun, or there are none.
        let above = "Der Ausschuss hat am Montag mit vierzehn Stimmen beschlossen, die alte";
        assert_eq!(kinds(&[above, "– 12 –", "Fähre zu verkaufen."]), [false, true, false]);
        assert_eq!(
            kinds(&["Warum die Fähre von Kelm am Montag nicht mehr", "12", "fuhr, weiß niemand."]),
            [false, true, false]
        );
        assert_eq!(
            kinds(&["قرر مجلس البلدة يوم الاثنين بيع العبارة القديمة قبل", "7", "عامين من موعدها."]),
            [false, true, false]
        );
        assert_eq!(
            kinds(&["市议会周一决定重建两年前被烧毁的", "7", "渡口。表决结果为十四比十三。"]),
            [false, true, false]
        );
        assert_eq!(kinds(&["Five things we know of the ferry that was", "1", "The ferry is old."]), [false; 3]);
    }
}
