//! The quotations of all outlets, each once, with how it stands in each.
//!
//! ```text
//!     A  “We waited too long, and knew it, and the island paid,” said Ada Quill      verbatim
//!     B  “We waited too long … and the island paid,” she said                        trimmed: "and knew it" left out
//!     C  “We waited much too long,” said Ada Quill                                   altered: "much"
//!     D  “We waited too long, and knew it, and the island paid,” the council said    re-attributed
//! ```
//!
//! Quotations are one if they have the same words, if the words of one stand in the other in their order, or if most do. One that
//! is nowhere else quoted is held against the running text of all articles: what it changes there is altered too. All candidates
//! come from an index of runs of three words, so that the cost is near linear.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::links::Answers;
use super::said_by::{self, Speaker};
use super::sets::Sets;
use super::{AttributedQuotation, Place};
use crate::story::Story;
use crate::words::Form;

/// Says how a quotation stands in an outlet, and what is to be said first of it in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum QuotationKind {
    /// Words are others than there.
    Altered,
    /// The words are said by somebody else.
    #[cfg_attr(feature = "schema", schemars(rename = "re-attributed"))]
    Reattributed,
    /// Words are left out, none is another.
    Trimmed,
    /// The same words.
    Verbatim,
    /// It is quoted by one outlet alone.
    #[cfg_attr(feature = "schema", schemars(rename = "one outlet"))]
    OneOutlet,
}

impl QuotationKind {
    /// Returns the kind's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Altered => "altered",
            Self::Reattributed => "re-attributed",
            Self::Trimmed => "trimmed",
            Self::Verbatim => "verbatim",
            Self::OneOutlet => "one outlet",
        }
    }
}

/// Holds a quotation with all places where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationEntry {
    /// The first kind that any place has.
    pub kind: QuotationKind,
    /// Where it is quoted, in the order of the articles.
    pub said: Vec<Said>,
}

/// Holds one place of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The index among the story's quotations.
    pub quotation: usize,
    /// How it stands here.
    pub kind: QuotationKind,
    /// The place that it is held against, if that is another one: a quotation, or running text.
    pub against: Option<Place>,
    /// Whether that is running text, which nobody quotes.
    pub is_against_text: bool,
    /// The words that stand here and not there, in this block, in bytes.
    pub differs: Vec<Range<usize>>,
    /// The words that stand there and not here, in that block, in bytes.
    pub left_out: Vec<Range<usize>>,
}

/// A word of a text: what it is but for its form, and where it stands.
#[derive(Clone, Debug)]
struct Unit {
    form: Form,
    range: Range<usize>,
}

/// How many words in a row find a candidate.
const RUN: usize = 3;
/// A run of words that stands in more places than this finds none.
const COMMON: usize = 64;
/// Two quotations of so many words are one if this part of their words is common to both.
const LIKE_WORDS: usize = 5;
const LIKE: f64 = 0.6;
/// A quotation is held against running text if this part of its words stands there in a stretch of the same length.
const IN_TEXT: f64 = 0.75;
/// How many candidates are looked at, and how many words of a quotation.
const CANDIDATES: usize = 24;
const LONGEST: usize = 600;

/// Puts the quotations of some articles of a story together. `answers` tells whether blocks of two articles answer each other: a word or two in
/// marks are one quotation only there. Cost: near linear in the text.
pub(super) fn ledger(
    story: &Story,
    articles: &[usize],
    quotations: &[AttributedQuotation],
    answers: &Answers,
) -> Vec<QuotationEntry> {
    let units: Vec<Vec<Unit>> = quotations
        .iter()
        .map(|own| {
            let mut units = words_of(story, own.article, own.quotation.block, &own.quotation.inner);
            units.truncate(LONGEST);
            units
        })
        .collect();
    let groups = groups(quotations, &units, answers);
    let texts = RunningText::new((story, articles), quotations, &units);
    let mut entries: Vec<QuotationEntry> =
        groups.iter().map(|group| entry(group, quotations, &units, &texts)).collect();
    entries.sort_by_key(|entry| entry.said[0].quotation);
    entries
}

/// Returns the words of some bytes of a block.
fn words_of(story: &Story, article: usize, block: usize, range: &Range<usize>) -> Vec<Unit> {
    let lexicon = story.lexicon();
    let tokens = story.tokens(article, block);
    let first = tokens.partition_point(|token| token.range().start < range.start);
    let inside =
        tokens[first..].iter().take_while(|token| token.range().end <= range.end).filter(|token| token.is_word);
    inside.map(|token| Unit { form: lexicon.folds(token.form).spelling, range: token.range() }).collect()
}

fn forms(units: &[Unit]) -> Vec<Form> {
    units.iter().map(|unit| unit.form).collect()
}

/// Groups quotations that are one.
fn groups(quotations: &[AttributedQuotation], units: &[Vec<Unit>], answers: &Answers) -> Vec<Vec<usize>> {
    let forms: Vec<Vec<Form>> = units.iter().map(|units| forms(units)).collect();
    let mut sets = Sets::of(quotations.len());
    let mut whole: FxHashMap<&[Form], Vec<usize>> = FxHashMap::default();
    let mut runs: FxHashMap<&[Form], Vec<usize>> = FxHashMap::default();
    for (k, own) in forms.iter().enumerate() {
        let place = |k: usize| (quotations[k].article, quotations[k].quotation.block);
        let same = whole.entry(own).or_default();
        for &other in same.iter().rev().take(CANDIDATES) {
            if own.len() >= RUN || answers.answer(place(k), place(other)) {
                sets.join(k, other);
            }
        }
        same.push(k);
        let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
        for run in own.windows(RUN) {
            let places = runs.entry(run).or_default();
            if places.len() <= COMMON {
                for other in places.iter() {
                    *counts.entry(*other).or_default() += 1;
                }
            }
            if places.last() != Some(&k) {
                places.push(k);
            }
        }
        let mut candidates: Vec<(usize, usize)> = counts.into_iter().collect();
        candidates.sort_by_key(|&(other, count)| (std::cmp::Reverse(count), other));
        for (other, _) in candidates.into_iter().take(CANDIDATES) {
            if sets.root(k) != sets.root(other) && are_one(own, &forms[other]) {
                sets.join(k, other);
            }
        }
    }
    sets.groups()
}

/// Tells whether two quotations are one: the words of one stand in the other in their order, or most of both.
fn are_one(a: &[Form], b: &[Form]) -> bool {
    let common = common(a, b);
    let (least, sum) = (a.len().min(b.len()), a.len() + b.len());
    common == least || least >= LIKE_WORDS && 2.0 * common as f64 >= LIKE * sum as f64
}

/// Counts the words that two texts have in common in the same order.
fn common(a: &[Form], b: &[Form]) -> usize {
    let ops = capture_diff_slices(Algorithm::Myers, a, b);
    ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum()
}

fn entry(
    group: &[usize],
    quotations: &[AttributedQuotation],
    units: &[Vec<Unit>],
    texts: &RunningText,
) -> QuotationEntry {
    let base = base(group, units);
    let is_one = group.iter().all(|&k| quotations[k].article == quotations[group[0]].article);
    let mut said: Vec<Said> = group.iter().map(|&k| said(k, base, quotations, units)).collect();
    // What is quoted exactly by another outlet needs no text to be held against.
    let is_kept = |said: &Said| {
        said.kind == QuotationKind::Verbatim && quotations[said.quotation].article != quotations[base].article
    };
    if !said.iter().any(is_kept) {
        for own in &mut said {
            if let Some(altered) = texts.altered(own.quotation, &units[own.quotation]) {
                *own = altered;
            }
        }
    }
    if is_one {
        for own in said.iter_mut().filter(|own| !own.is_against_text) {
            own.kind = QuotationKind::OneOutlet;
        }
    }
    let kind = said.iter().map(|own| own.kind).min().unwrap_or(QuotationKind::OneOutlet);
    QuotationEntry { kind, said }
}

/// Chooses the quotation that the others are held against: the longest that has all the words that most of them have, the first of
/// these.
fn base(group: &[usize], units: &[Vec<Unit>]) -> usize {
    let mut counts: FxHashMap<Vec<Form>, usize> = FxHashMap::default();
    for &k in group {
        *counts.entry(forms(&units[k])).or_default() += 1;
    }
    let rank = |k: &usize| (counts[&forms(&units[*k])], units[*k].len(), std::cmp::Reverse(*k));
    let most = group.iter().copied().max_by_key(rank).unwrap_or_default();
    let core = forms(&units[most]);
    let has_core = |k: &usize| common(&core, &forms(&units[*k])) == core.len();
    group.iter().copied().filter(has_core).max_by_key(|k| (units[*k].len(), rank(k))).unwrap_or(most)
}

fn said(k: usize, base: usize, quotations: &[AttributedQuotation], units: &[Vec<Unit>]) -> Said {
    let (differs, left_out) = differences(&units[k], &units[base]);
    let other_speaker = || {
        let speakers: Option<(&Speaker, &Speaker)> =
            quotations[k].speaker.as_ref().zip(quotations[base].speaker.as_ref());
        speakers.is_some_and(|(one, other)| said_by::differ(one, other))
    };
    // What has more words than the base and all of the base's is no change of it.
    let kind = match (differs.is_empty(), left_out.is_empty()) {
        (false, false) => QuotationKind::Altered,
        _ if other_speaker() => QuotationKind::Reattributed,
        (true, false) => QuotationKind::Trimmed,
        (_, true) => QuotationKind::Verbatim,
    };
    let against = (k != base).then(|| quotations[base].place());
    Said { quotation: k, kind, against, is_against_text: false, differs, left_out }
}

/// Returns what of a text another one lacks, and what of the other one the first lacks, in bytes of each.
fn differences(own: &[Unit], other: &[Unit]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let bytes = |units: &[Unit]| units[0].range.start..units[units.len() - 1].range.end;
    let (mut differs, mut left_out) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &forms(own), &forms(other)) {
        let (old, new) = (op.old_range(), op.new_range());
        if !matches!(op, DiffOp::Equal { .. }) {
            differs.extend((!old.is_empty()).then(|| bytes(&own[old])));
            left_out.extend((!new.is_empty()).then(|| bytes(&other[new])));
        }
    }
    (differs, left_out)
}

/// The running text of a story, by the runs of three words that quotations have.
struct RunningText {
    /// The words of each block of each article, and for each whether it is quoted.
    blocks: Vec<((usize, usize), Vec<Unit>)>,
    /// Where each run of a quotation stands: block by its index here, and word.
    runs: FxHashMap<[Form; RUN], Vec<(usize, usize)>>,
}

impl RunningText {
    fn new((story, articles): (&Story, &[usize]), quotations: &[AttributedQuotation], units: &[Vec<Unit>]) -> Self {
        let long = units.iter().filter(|units| units.len() >= LIKE_WORDS);
        let wanted: FxHashSet<[Form; RUN]> = long.flat_map(|units| runs(units).collect::<Vec<_>>()).collect();
        let mut quoted: FxHashMap<(usize, usize), Vec<Range<usize>>> = FxHashMap::default();
        for own in quotations.iter().filter(|own| own.quotation.words >= LIKE_WORDS) {
            quoted.entry((own.article, own.quotation.block)).or_default().push(own.quotation.range.clone());
        }
        let mut text = Self { blocks: Vec::new(), runs: FxHashMap::default() };
        for (article, own) in articles.iter().map(|&article| (article, &story.articles()[article])) {
            for (block, content) in own.blocks.iter().enumerate() {
                let mut units = words_of(story, article, block, &(0..content.text.len()));
                let ranges = quoted.get(&(article, block)).map_or(&[][..], Vec::as_slice);
                // Both are in order.
                let mut ranges = ranges.iter().peekable();
                units.retain(|unit| {
                    while ranges.next_if(|range| range.end <= unit.range.start).is_some() {}
                    ranges.peek().is_none_or(|range| unit.range.end <= range.start)
                });
                let index = text.blocks.len();
                for (at, run) in runs(&units).enumerate().filter(|(_, run)| wanted.contains(run)) {
                    text.runs.entry(run).or_default().push((index, at));
                }
                text.blocks.push(((article, block), units));
            }
        }
        text
    }

    /// Holds a quotation against running text: what it changes of the stretch that has most of its words. `None` if it is short, if it
    /// stands somewhere word for word, or if nothing has enough of it.
    fn altered(&self, k: usize, units: &[Unit]) -> Option<Said> {
        if units.len() < LIKE_WORDS {
            return None;
        }
        let mut votes: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for (at, run) in runs(units).enumerate() {
            let places = self.runs.get(&run).map_or(&[][..], Vec::as_slice);
            for &(block, there) in places.iter().take(COMMON) {
                // Stretches begin within a few words of each other.
                *votes.entry((block, (there + units.len() - at) / 4)).or_default() += 1;
            }
        }
        let mut candidates: Vec<((usize, usize), usize)> = votes.into_iter().collect();
        candidates.sort_by_key(|&(place, votes)| (std::cmp::Reverse(votes), place));
        let own = forms(units);
        let mut best: Option<(usize, Said)> = None;
        for ((index, start), _) in candidates.into_iter().take(CANDIDATES) {
            let (place, words) = &self.blocks[index];
            let start = (start * 4).saturating_sub(units.len());
            let stretch = &words[start.min(words.len())..(start + units.len() + 4).min(words.len())];
            let common = common(&own, &forms(stretch));
            if common == own.len() {
                return None;
            }
            if (common as f64) < IN_TEXT * own.len() as f64 || best.as_ref().is_some_and(|(most, _)| *most >= common) {
                continue;
            }
            let (differs, mut left_out) = differences(units, stretch);
            // What stands around the stretch is not left out.
            let (first, last) = bounds(&own, stretch)?;
            left_out.retain(|range| first <= range.start && range.end <= last);
            let against = Some(Place { article: place.0, block: place.1, range: first..last });
            best = Some((
                common,
                Said { quotation: k, kind: QuotationKind::Altered, against, is_against_text: true, differs, left_out },
            ));
        }
        best.map(|(_, said)| said)
    }
}

/// Returns where the words of a stretch begin and end that a quotation has too, in bytes.
fn bounds(own: &[Form], stretch: &[Unit]) -> Option<(usize, usize)> {
    let ops = capture_diff_slices(Algorithm::Myers, own, &forms(stretch));
    let mut equal = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. })).map(DiffOp::new_range);
    let first = equal.next()?;
    let last = equal.next_back().unwrap_or_else(|| first.clone());
    Some((stretch[first.start].range.start, stretch[last.end - 1].range.end))
}

fn runs(units: &[Unit]) -> impl Iterator<Item = [Form; RUN]> + '_ {
    units.windows(RUN).map(|run| [run[0].form, run[1].form, run[2].form])
}

#[cfg(test)]
mod tests;
