//! Who is said to say the running text that a quotation is held against.
//!
//! ```text
//!     E  The yard must “build a [new] quay that lasts,” the wire reports citing Ada Quill.
//!     A  A quay that lasts must be built, wrote the Board of Ports in a paper.             another speaker: the board
//! ```
//!
//! The words are looked at as though they stood in quotation marks, by the rules for those, but only where the sentence itself says it,
//! and nothing between the verb and the words begins another clause. A ministry and its minister are two, a ministry and the ministry of
//! something may be one, and of a pronoun nothing is said.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::attribution::Attribution;
use super::ledger::{QuotationEntry, QuotationKind};
use super::outer::OuterText;
use super::quotations::{Manner, Quotation};
use super::said_by::{self, Speaker};
use super::speakers;
use super::word_lists::WordLists;
use super::{AttributedQuotation, Place};
use crate::article::Article;

/// Names, for every quotation that is held against running text and has a speaker, who is said to say that text, if it is somebody else.
/// `lists` are the word lists of an article, and `speaker` names who an attribution of an article gives.
///
/// Cost: linear in the blocks that are held against, and in a sentence of bounded length for each quotation.
pub(super) fn mark<'l>(
    articles: &[Article],
    ledger: &mut [QuotationEntry],
    quotations: &[AttributedQuotation],
    lists: impl Fn(usize) -> &'l WordLists,
    speaker: impl Fn(usize, &Attribution) -> Speaker,
) {
    let mut of_blocks: FxHashMap<(usize, usize), Vec<&Quotation>> = FxHashMap::default();
    for own in quotations {
        of_blocks.entry((own.article, own.quotation.block)).or_default().push(&own.quotation);
    }
    let mut sentences: FxHashMap<(usize, usize), Vec<Range<usize>>> = FxHashMap::default();
    for said in ledger.iter_mut().flat_map(|entry| &mut entry.said).filter(|said| said.is_against_text) {
        let Some(own) = quotations[said.quotation].speaker.as_ref().filter(|_| said.other_speaker.is_none()) else {
            continue;
        };
        let Some(Place { article, block, range }) = said.against.clone() else { continue };
        let found = of_blocks.get(&(article, block)).map_or(&[][..], Vec::as_slice);
        let text = &articles[article].blocks[block];
        let parted = sentences.entry((article, block)).or_insert_with(|| parted(text, found));
        let first = parted.partition_point(|sentence| sentence.end <= range.start);
        let last = parted.partition_point(|sentence| sentence.start < range.end);
        let Some(of_text) = parted.get(first..last).filter(|all| !all.is_empty()) else { continue };
        let sentence = of_text[0].start..of_text[of_text.len() - 1].end;
        let (words, at) = as_quoted(block, &sentence, &range, found);
        let attribution = speakers::of_stretch(&text.text, &sentence, (&words, at), lists(article));
        let there = attribution.map(|found| speaker(article, &found));
        said.is_not_stated_there = there.is_none();
        said.other_speaker = there.filter(|there| said_by::differ(own, there));
        if said.other_speaker.is_some() && said.kind == QuotationKind::OneOutlet {
            said.kind = QuotationKind::Reattributed;
        }
    }
    for entry in ledger {
        entry.kind = entry.said.iter().map(|own| own.kind).min().unwrap_or(entry.kind);
    }
}

/// The sentences of a block, in bytes.
fn parted(block: &crate::article::Block, found: &[&Quotation]) -> Vec<Range<usize>> {
    let found: Vec<Quotation> = found.iter().map(|own| (*own).clone()).collect();
    let outer = OuterText::new((&block.text, block.dateline), &found, |_| false);
    let bytes = |sentence: &Range<usize>| outer.tokens[sentence.start].start..outer.tokens[sentence.end - 1].end();
    outer.sentences.iter().map(bytes).collect()
}

/// Takes some words of a sentence as a quotation, with the quotations of the sentence that do not meet them.
fn as_quoted(
    block: usize,
    sentence: &Range<usize>,
    stretch: &Range<usize>,
    found: &[&Quotation],
) -> (Vec<Quotation>, usize) {
    let first = found.partition_point(|own| own.range.start < sentence.start);
    let inside = found[first..].iter().take_while(|own| own.range.end <= sentence.end);
    let meets = |own: &Quotation| own.range.start < stretch.end && stretch.start < own.range.end;
    let (met, mut kept): (Vec<Quotation>, Vec<Quotation>) = inside.map(|own| (*own).clone()).partition(meets);
    let start = met.iter().map(|own| own.range.start).chain([stretch.start]).min().unwrap_or(stretch.start);
    let end = met.iter().map(|own| own.range.end).chain([stretch.end]).max().unwrap_or(stretch.end);
    let range = start..end;
    let at = kept.partition_point(|own| own.range.start < start);
    let words = usize::MAX;
    let (manner, is_named, is_open, continues) = (Manner::Partial, false, false, false);
    kept.insert(
        at,
        Quotation { block, range: range.clone(), inner: range, manner, is_named, words, is_open, continues },
    );
    (kept, at)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::evidence::Evidence;
    use crate::story::Story;

    /// Checks who else is said to say the running text that a quotation is held against: `-` if nobody else, `?` if nothing says it.
    #[track_caller]
    fn check(quoting: &str, running: &str, expected: &str) {
        let filler = "The board met on the quay on that day, and it took all evening. Ada Quill, the mayor of Ostrey, was there.";
        let read = |name: &str, text: &str| Article::read(name, &format!("{filler}\n\n{text}"));
        let story = Story::new("", vec![read("a.txt", running), read("b.txt", quoting)]);
        let evidence = Evidence::of_story(&story, story.pins(), &|_| true).expect("nobody stops it");
        let said = evidence.ledger.iter().flat_map(|entry| &entry.said).find(|said| said.is_against_text);
        let said = said.expect("it is held against running text");
        let other = said.other_speaker.as_ref().map(|speaker| speaker.text.clone());
        let none = if said.is_not_stated_there { "?" } else { "-" };
        assert_eq!(other.as_deref().unwrap_or(none), expected, "{running}");
    }

    const QUOTED: &str = "The yard must “build a quay that lasts far beyond the winter of the next year,” the Wire reports citing Ada Quill.";
    const TEXT: &str = "quay that lasts far beyond the winter of the next year";

    #[test]
    fn who_says_the_running_text() {
        for (running, expected) in [
            (
                format!("A {TEXT} must be built, wrote the Board of Ports, which owns the yard, in a letter."),
                "the Board of Ports",
            ),
            (format!("A {TEXT} must be built, the board of the yard said on Monday."), "the board of the yard"),
            (
                format!("A {TEXT} must be built, the Wire cited the Board of Ports as having written."),
                "the Board of Ports",
            ),
            (format!("The council said that a {TEXT} must be built."), "The council"),
            (format!("A {TEXT} must be built, according to the council."), "the council"),
        ] {
            check(QUOTED, &running, expected);
        }
    }

    #[test]
    fn who_may_be_the_same_is_nobody_else() {
        for running in [
            format!("A {TEXT} must be built, the mayor Ada Quill wrote."),
            format!("A {TEXT} must be built, she said on Monday."),
            format!("A {TEXT} must be built, a spokeswoman for the council said on Monday."),
            format!("A {TEXT} must be built, the mayor said on Monday."),
        ] {
            check(QUOTED, &running, "-");
        }
        let spokeswoman = QUOTED.replace("Ada Quill", "Dora Osk, a spokeswoman for the council");
        check(&spokeswoman, &format!("A {TEXT} must be built, the council said on Monday."), "-");
        let quoted = QUOTED.replace("Ada Quill", "the Ministry of Ports");
        check(&quoted, &format!("A {TEXT} must be built, the ministry wrote on Monday."), "-");
    }

    #[test]
    fn what_no_sentence_says_is_not_stated() {
        for running in [
            format!("A {TEXT} must be built. The council said so on Monday."),
            format!("The council said it was late, and a {TEXT} must be built."),
            format!("The council, which said nothing of it for a year, has a {TEXT} in mind."),
        ] {
            check(QUOTED, &running, "?");
        }
    }
}
