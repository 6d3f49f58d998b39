//! The quotations of all outlets, each once, with how it stands in each.
//!
//! ```text
//!     A  “We waited too long, and knew it, and the island paid,” said Ada Quill      verbatim
//!     B  “We waited too long … and the island paid,” she said                        trimmed: "and knew it" left out
//!     C  “We waited much too long,” said Ada Quill                                   altered: "much"
//!     C  “We knew it,” where A has “We never knew it”                                altered: "never" left out
//!     D  “We waited too long, and knew it, and the island paid,” the council said    re-attributed
//! ```
//!
//! Quotations are one if they have the same words, if the words of one stand in the other in their order, or if most do. What one outlet
//! prints in one go and another in parts, with who says it between, is the same; so is what only has its marks at other places. One that
//! is nowhere else quoted is held against the running text of all articles: what it changes there is altered too, and where it stands
//! without marks word for word is told. All candidates
//! come from an index of runs of three words, so that the cost is near linear.

mod alike;
mod contractions;
mod held;
mod running_text;
mod speakers;
mod units;

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::links::Answers;
use super::said_by::{self, Speaker};
use super::sets::Sets;
use super::{AttributedQuotation, Place};
use crate::article::Kind;
use crate::story::{Story, parallel_pairs};
use crate::words::Form;
use alike::{CANDIDATES, COMMON, LIKE_WORDS, LONGEST, LONGEST_OVERLAP, RUN, are_one};
use running_text::RunningText;
use units::{Unit, common, forms, stand_beside, words_of};

/// Says how a quotation stands in an outlet, and what is to be said first of it in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum QuotationKind {
    /// Words are others than there, or a negation is left out.
    Altered,
    /// The words are said by somebody else.
    #[cfg_attr(feature = "schema", schemars(rename = "re-attributed"))]
    Reattributed,
    /// Words are left out, none is another and no negation.
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
    /// Who is said to say it there, if that is somebody else.
    pub other_speaker: Option<Speaker>,
    /// Whether it is held against running text of which nothing surely says who says it, while it has a speaker itself.
    pub is_not_stated_there: bool,
    /// How its words are the same as there although it is no quotation of the same words, if they are.
    pub same: Option<SameWords>,
}

/// Says how words are the same that are not quoted alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameWords {
    /// What differs are the same words in another order.
    Reordered,
    /// They stand in running text, word for word.
    InRunningText,
}

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
    let table = Table { story, quotations, units: &units };
    let groups = groups(table, answers);
    let texts = RunningText::new((story, articles), quotations, &units);
    let groups: Vec<&[usize]> = groups.iter().map(Vec::as_slice).collect();
    let mut entries: Vec<QuotationEntry> =
        parallel_pairs::in_each(&groups, |group| entry(group, table, &texts)).collect();
    entries.sort_by_key(|entry| entry.said[0].quotation);
    entries
}

/// Groups quotations that are one.
fn groups(table: Table<'_>, answers: &Answers) -> Vec<Vec<usize>> {
    let Table { quotations, units, .. } = table;
    let forms: Vec<Vec<Form>> = units.iter().map(|units| forms(units)).collect();
    let mut sets = Sets::of(quotations.len());
    let mut whole: FxHashMap<&[Form], Vec<usize>> = FxHashMap::default();
    let mut runs: FxHashMap<&[Form], Vec<usize>> = FxHashMap::default();
    for (k, own) in forms.iter().enumerate() {
        let place = |k: usize| (quotations[k].article, quotations[k].quotation.block);
        let same = whole.entry(own).or_default();
        for &other in same.iter().rev().take(CANDIDATES) {
            let answers = || answers.answer(place(k), place(other));
            if answers() || own.len() >= RUN && !table.is_chance(k, other) {
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
            if sets.root(k) != sets.root(other)
                && (!table.is_chance(k, other) || answers.answer(place(k), place(other)))
                && (table.are_one(k, other, (own, &forms[other])) || table.overlap(k, other) || table.overlap(other, k))
            {
                sets.join(k, other);
            }
        }
    }
    // What is too short to be found by itself: “No,” said she, “we waited.” Another outlet prints both in one go.
    for (k, pair) in forms.windows(2).enumerate() {
        if pair[0].len().min(pair[1].len()) >= RUN || !table.goes_on(k) {
            continue;
        }
        let end = pair[0].len().saturating_sub(RUN - 1);
        let joined: Vec<Form> = pair[0][end..].iter().chain(pair[1].iter().take(RUN - 1)).copied().collect();
        let places = joined.windows(RUN).filter_map(|run| runs.get(run)).flatten();
        let whole: Vec<Form> = pair.concat();
        let is_whole = |other: &&usize| {
            quotations[**other].article != quotations[k].article && common(&whole, &forms[**other]) == whole.len()
        };
        if let Some(&other) = places.take(COMMON).find(is_whole) {
            sets.join(k, other);
            sets.join(k + 1, other);
        }
    }
    sets.groups()
}

fn entry(group: &[usize], table: Table<'_>, texts: &RunningText) -> QuotationEntry {
    let is_of_one = |k: &usize| table.quotations[*k].article == table.quotations[group[0]].article;
    let is_one = group.iter().all(is_of_one);
    let mut said = held::against_each_other(group, table);
    // What another outlet quotes is held against that quotation, not against text.
    if is_one {
        for own in &mut said {
            let article = table.quotations[own.quotation].article;
            match texts.held((own.quotation, article), &table.units[own.quotation]) {
                Some(held) => *own = held,
                None => own.kind = QuotationKind::OneOutlet,
            }
        }
    }
    if !is_one {
        speakers::tell(&mut said, table);
    }
    let kind = said.iter().map(|own| own.kind).min().unwrap_or(QuotationKind::OneOutlet);
    QuotationEntry { kind, said }
}

/// The quotations of a story, with their words.
#[derive(Clone, Copy)]
struct Table<'a> {
    story: &'a Story,
    quotations: &'a [AttributedQuotation],
    units: &'a [Vec<Unit>],
}

impl Table<'_> {
    /// Tells whether the next quotation may go on with one: it is of the same article, in the same block or the next one.
    fn goes_on(&self, k: usize) -> bool {
        let [own, next] = [&self.quotations[k], &self.quotations[k + 1]];
        let (block, next_block) = (own.quotation.block, next.quotation.block);
        own.article == next.article && (block == next_block || block + 1 == next_block)
    }

    /// Tells whether two quotations are too short to be one by their words alone, and said by two who differ: “I do not know.”
    fn is_chance(&self, k: usize, other: usize) -> bool {
        self.units[k].len().min(self.units[other].len()) < LIKE_WORDS && self.have_other_speakers(k, other)
    }

    /// Tells whether two quotations are one by their words: of two who surely differ more of them have to be the same.
    fn are_one(&self, k: usize, other: usize, (own, there): (&[Form], &[Form])) -> bool {
        are_one(own, there) && (!self.have_other_speakers(k, other) || alike::are_one_of_two(own, there))
    }

    /// Tells whether the words of two quotations are the same, of the shorter one at least.
    fn share_words(&self, k: usize, other: usize) -> bool {
        are_one(&forms(&self.units[k]), &forms(&self.units[other]))
    }

    /// Tells whether two who surely differ say two quotations.
    fn have_other_speakers(&self, k: usize, other: usize) -> bool {
        let speaker = |k: usize| self.quotations[k].speaker.as_ref();
        speaker(k).zip(speaker(other)).is_some_and(|(own, there)| said_by::differ(own, there))
    }

    /// Tells whether some words of one side of a quotation stand outside of its marks, right beside them.
    fn stand_outside(&self, k: usize, is_before: bool, words: &[Unit]) -> bool {
        let AttributedQuotation { article, quotation, .. } = &self.quotations[k];
        // What a headline goes on with is its outlet's own.
        if self.story.articles()[*article].blocks[quotation.block].kind == Kind::Headline {
            return false;
        }
        let at = if is_before { quotation.inner.start } else { quotation.inner.end };
        stand_beside(self.story, (*article, quotation.block), at, is_before, words)
    }

    /// Tells whether the quotation that goes on with one has some words.
    fn next_has(&self, k: usize, words: &[Unit], has: impl Fn(&[Form], &[Form]) -> bool) -> bool {
        k + 1 < self.units.len() && self.goes_on(k) && has(&forms(&self.units[k + 1]), &forms(words))
    }

    /// Tells whether the marks of two quotations only stand at other places: one ends with what the other one begins with, and what that
    /// has more stands behind the marks of the first, or in the quotation that goes on with it; or the other way round.
    fn overlap(&self, k: usize, other: usize) -> bool {
        let (own, there) = (forms(&self.units[k]), forms(&self.units[other]));
        let most = own.len().min(there.len());
        let fits = |length: &usize| own[own.len() - length..] == there[..*length];
        let Some(length) = (LIKE_WORDS..=most).rev().take(LONGEST_OVERLAP).find(fits) else { return false };
        let (behind, before) = (&self.units[other][length..], &self.units[k][..own.len() - length]);
        self.stand_outside(k, false, behind)
            || self.stand_outside(other, true, before)
            || self.next_has(k, behind, <[Form]>::starts_with)
            || other > 0 && self.next_has(other - 1, before, |_, words| forms(&self.units[other - 1]).ends_with(words))
    }
}

#[cfg(test)]
mod tests;
