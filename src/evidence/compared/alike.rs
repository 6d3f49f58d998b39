//! Which figures or dates of a row that differs are the same all the same.
//!
//! ```text
//!     A  41 million crowns   B  47 million crowns   D  47 million crowns     0 1 1
//! ```

use super::super::dates::DateMention;
use super::super::figures::Figure;
use super::same::is_same;
use super::{DateEntry, DateKind, FigureEntry, FigureKind};

/// Returns for each figure of an entry that differs, and then for those that others have beside it, which of its values it is, counted from
/// 0 in order; `None` for an entry of another kind, and where no two of the figures are the same. Cost: quadratic in the figures.
#[must_use]
pub fn alike_figures(all: &[Figure], entry: &FigureEntry) -> Option<Vec<usize>> {
    let differs = matches!(entry.kind, FigureKind::Differs | FigureKind::Scale);
    let figures = || entry.said.iter().chain(&entry.also).map(|&figure| &all[figure]);
    differs.then(|| of_values(figures(), is_same)).flatten()
}

/// Returns the same for the dates of an entry. Cost: quadratic in the dates.
#[must_use]
pub fn alike_dates(all: &[DateMention], entry: &DateEntry) -> Option<Vec<usize>> {
    let dates = || entry.said.iter().map(|&date| &all[date]);
    let differs = entry.kind == DateKind::Differs;
    differs.then(|| of_values(dates(), |one, other| one.value == other.value)).flatten()
}

/// Names a value by its index: `a`, `b`. Cost: constant.
#[must_use]
pub fn value_letter(value: usize) -> char {
    ('a'..='z').nth(value).unwrap_or('z')
}

/// How many values of one row are told apart.
const MOST: usize = 26;

fn of_values<'a, T: 'a>(all: impl Iterator<Item = &'a T>, same: impl Fn(&T, &T) -> bool) -> Option<Vec<usize>> {
    // Of "about 47", 46 and 48 the last two are not the same: who joins a value is the same as all that have it.
    let mut values: Vec<Vec<&'a T>> = Vec::new();
    let mut indices = Vec::new();
    for own in all {
        let index = values.iter().position(|value| value.iter().all(|other| same(other, own)));
        let index = index.unwrap_or(values.len());
        if index >= MOST {
            return None;
        }
        if index == values.len() {
            values.push(Vec::new());
        }
        values[index].push(own);
        indices.push(index);
    }
    (values.len() > 1 && values.len() < indices.len()).then_some(indices)
}
