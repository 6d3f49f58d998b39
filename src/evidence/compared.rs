//! Figures and dates of several outlets side by side.
//!
//! ```text
//!     A  worth 41 million crowns   B  worth 47 million crowns     differ: linked blocks count the same, and say it alike
//!     E  1.4 million citizens      C  1 billion users             each in one outlet alone: other things are counted
//!     A  Monday   B  Jul 31   D  July 31                          agree: one day
//! ```
//!
//! That two figures agree or differ is said only of blocks that answer each other, and that they differ only where the words around
//! them are the same as well.

mod alike;
mod blocks;
mod days;
mod elsewhere;
mod one_thing;
mod same;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::figures::Figure;
use super::links::Answers;
use super::sets::Sets;

pub(super) use days::dates;

use blocks::{MOST, by_block};
use one_thing::{may_agree, may_differ, without_crossings};
use same::{is_bounded, is_same};

pub use alike::{alike_dates, alike_figures, value_letter};

/// Says how figures of several outlets stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum FigureKind {
    /// They differ.
    Differs,
    /// They differ by a power of a thousand.
    Scale,
    /// They are the same.
    Agrees,
    /// The same figure of the same thing stands in several, and nothing says for sure that it is of one thing.
    #[cfg_attr(feature = "schema", schemars(rename = "same figure"))]
    SameFigure,
    /// One outlet alone has it.
    #[cfg_attr(feature = "schema", schemars(rename = "one outlet"))]
    OneOutlet,
}

impl FigureKind {
    /// Returns the kind's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::Scale => "scale",
            Self::Agrees => "agrees",
            Self::SameFigure => "same figure",
            Self::OneOutlet => "one outlet",
        }
    }
}

/// Says how dates of several outlets stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum DateKind {
    /// They are of one day.
    Agrees,
    /// They are of different days, in linked blocks and the same words.
    Differs,
    /// One outlet alone has it.
    #[cfg_attr(feature = "schema", schemars(rename = "one outlet"))]
    OneOutlet,
    /// No rule is sure of the day.
    #[cfg_attr(feature = "schema", schemars(rename = "no date"))]
    NoDate,
}

impl DateKind {
    /// Returns the kind's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::OneOutlet => "one outlet",
            Self::NoDate => "no date",
        }
    }
}

/// Holds figures that count one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureEntry {
    /// How they stand to each other.
    pub kind: FigureKind,
    /// Which figures of the story they are, in order.
    pub said: Vec<usize>,
    /// The same figures of outlets that are not among these, in blocks that do not answer theirs, as indices too.
    pub also: Vec<usize>,
}

/// Holds dates of one day, or dates that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateEntry {
    /// How they stand to each other.
    pub kind: DateKind,
    /// The day.
    pub value: Option<Date>,
    /// Which dates of the story they are, in order.
    pub said: Vec<usize>,
}

/// Puts figures together that count one thing. Cost: near linear in the figures and in what answers their blocks.
pub(super) fn figures(all: &[Figure], answers: &Answers) -> Vec<FigureEntry> {
    let of_block = by_block(all.iter().map(|figure| (figure.place.article, figure.place.block)));
    let linked = answers.linked();
    let mut sets = Sets::of(all.len());
    let mut kinds: Vec<(usize, FigureKind)> = Vec::new();
    for (one, other) in answers.sorted() {
        let (Some(left), Some(right)) = (of_block.get(&one), of_block.get(&other)) else { continue };
        let is_linked = linked.get(&one).is_some_and(|blocks| blocks.contains(&other));
        for (a, b, kind) in pairs(all, left, right, is_linked) {
            sets.join(a, b);
            kinds.push((a, kind));
        }
    }
    let mut of_set: FxHashMap<usize, FigureKind> = FxHashMap::default();
    for (figure, kind) in kinds {
        let own = of_set.entry(sets.root(figure)).or_insert(kind);
        *own = kind.min(*own);
    }
    let groups = sets.groups();
    let entries = groups
        .into_iter()
        .map(|said| {
            let kind = of_set.get(&said[0]).copied().unwrap_or(FigureKind::OneOutlet);
            FigureEntry { kind, said, also: Vec::new() }
        })
        .collect();
    elsewhere::gathered(all, entries)
}

/// Finds which figures of two blocks agree, and which one of a thing differs from the one of the other block.
fn pairs(all: &[Figure], left: &[usize], right: &[usize], is_linked: bool) -> Vec<(usize, usize, FigureKind)> {
    let mut found = Vec::new();
    let (mut left, mut right) = (left.to_vec(), right.to_vec());
    left.truncate(MOST);
    right.truncate(MOST);
    let (whole_left, whole_right) = (left.clone(), right.clone());
    left.retain(|&a| {
        let same = right
            .iter()
            .position(|&b| all[a].key == all[b].key && is_same(&all[a], &all[b]) && may_agree(&all[a], &all[b]));
        let Some(at) = same else { return true };
        found.push((a, right.remove(at), FigureKind::Agrees));
        false
    });
    without_crossings(all, &mut found);
    for &a in left.iter().filter(|_| is_linked) {
        // What a bare number counts is told by what is said of it: "25 are missing", "another 20 were hurt".
        let is_told = |figure: &Figure| !figure.key.is_empty() || figure.next.is_subject && figure.upper.is_none();
        let of_key = |others: &[usize]| {
            let of_one = |&b: &usize| all[b].key == all[a].key && is_told(&all[a]) && is_told(&all[b]);
            others.iter().copied().filter(of_one).collect::<Vec<_>>()
        };
        // What is told of on the other side too, with its number, is another thing: two children and three firemen, three children and two firemen.
        let stands = |whole: &[usize], key: &str| whole.iter().any(|other| all[*other].key == key);
        let has = |(whole, there): (&[usize], &[usize]), figure: &Figure| {
            whole.iter().any(|&other| {
                let Figure { key, value, .. } = &all[other];
                *value == figure.value && (key.is_empty() || *key == figure.key || !stands(there, key))
            })
        };
        if let ([_], [b]) = (of_key(&left).as_slice(), of_key(&right).as_slice())
            // "1,200 of 5,000 jobs" and "1,200 jobs": one has both, and which of them is counted is not sure.
            && !has((&whole_left, &whole_right), &all[*b])
            && !has((&whole_right, &whole_left), &all[a])
            && may_differ(&all[a], &all[*b])
        {
            found.push((
                a,
                *b,
                if is_scaled(all[a].value, all[*b].value) { FigureKind::Scale } else { FigureKind::Differs },
            ));
        }
    }
    found
}

/// Tells whether one number is the other one times a thousand, a million and so on.
fn is_scaled(a: f64, b: f64) -> bool {
    let ratio = a.abs().max(b.abs()) / a.abs().min(b.abs());
    a.signum() == b.signum() && [1e3, 1e6, 1e9].iter().any(|scale| (ratio / scale - 1.0).abs() < 1e-6)
}

/// Tells whether a figure of an entry that differs is the first one times a thousand, a million and so on, or of whichever stands before it. Cost:
/// linear in the figures of the entry.
#[must_use]
pub fn is_scaled_in(all: &[Figure], entry: &FigureEntry, nth: usize) -> bool {
    let Some((own, before)) = entry.said[..=nth.min(entry.said.len() - 1)].split_last() else { return false };
    entry.kind == FigureKind::Differs
        && !is_bounded(&all[*own])
        && before.iter().any(|other| is_scaled(all[*other].value, all[*own].value))
}

#[cfg(test)]
mod tests;
