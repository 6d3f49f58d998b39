//! Figures that stand in another outlet too, in a block that answers none of theirs: of these nobody may say that one outlet alone has
//! them.
//!
//! ```text
//!     A  three boats were withdrawn     C  three boats lay at the quay     the same figure, perhaps of other boats
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::figures::{Exactness, Figure};
use super::{FigureEntry, FigureKind};

/// What two figures have in common that are one: what is counted, how much, and within which bounds.
type Same<'f> = (&'f str, u64, Option<u64>, Option<Exactness>);

/// A number of which nothing says what it counts is looked for from here on; a smaller one may be of anything.
const TELLING: f64 = 1000.0;

fn same(figure: &Figure) -> Same<'_> {
    (&figure.key, figure.value.to_bits(), figure.upper.map(f64::to_bits), bound(figure))
}

fn bound(figure: &Figure) -> Option<Exactness> {
    Some(figure.exactness).filter(|bound| matches!(bound, Exactness::AtLeast | Exactness::AtMost))
}

/// Puts entries of one outlet together with the same figure of other outlets, whatever entry has it there. Cost: linear in the figures,
/// and in those of one value for each that is told of anew.
pub(super) fn gathered(all: &[Figure], entries: Vec<FigureEntry>) -> Vec<FigureEntry> {
    // For each figure those of every outlet; a bare number is asked for by what it is worth alone.
    let mut of_same: FxHashMap<Same<'_>, Vec<usize>> = FxHashMap::default();
    let mut of_value: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for entry in &entries {
        let mut seen: FxHashSet<(usize, Same<'_>)> = FxHashSet::default();
        let own = |figure: usize| (all[figure].place.article, same(&all[figure]));
        for &figure in entry.said.iter().filter(|figure| seen.insert(own(**figure))) {
            of_same.entry(same(&all[figure])).or_default().push(figure);
            of_value.entry(all[figure].value.to_bits()).or_default().push(figure);
        }
    }
    let mut found: Vec<FigureEntry> = Vec::with_capacity(entries.len());
    let mut told: FxHashSet<usize> = FxHashSet::default();
    for entry in entries {
        let alone = entry.said[0];
        if entry.kind != FigureKind::OneOutlet || entry.said.len() > 1 {
            found.push(entry);
            continue;
        }
        if told.contains(&alone) {
            continue;
        }
        let figure = &all[alone];
        let others: Vec<usize> = if figure.value >= TELLING {
            let of_value = of_value.get(&figure.value.to_bits()).map_or(&[][..], Vec::as_slice);
            let may_be = |other: &&usize| {
                let other = &all[**other];
                same(other) == same(figure)
                    || other.key.is_empty() != figure.key.is_empty() && bound(other) == bound(figure)
            };
            of_value.iter().filter(may_be).copied().collect()
        } else if figure.key.is_empty() {
            Vec::new()
        } else {
            of_same.get(&same(figure)).cloned().unwrap_or_default()
        };
        let is_elsewhere = others.iter().any(|&other| all[other].place.article != figure.place.article);
        if !is_elsewhere {
            found.push(entry);
            continue;
        }
        told.extend(&others);
        found.push(FigureEntry { kind: FigureKind::SameFigure, said: others, also: Vec::new() });
    }
    name_also(all, &mut found);
    found
}

/// Names in every entry of several the outlets that have one of its figures beyond it. Cost: linear in the figures that are the same.
fn name_also(all: &[Figure], entries: &mut [FigureEntry]) {
    let is_same = |entry: &FigureEntry| entry.kind == FigureKind::SameFigure;
    let mut home: FxHashMap<usize, usize> = FxHashMap::default();
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| !is_same(entry)) {
        home.extend(entry.said.iter().map(|figure| (*figure, index)));
    }
    let same: Vec<Vec<usize>> = entries.iter().filter(|entry| is_same(entry)).map(|entry| entry.said.clone()).collect();
    let home = &home;
    let joined = same.iter().flat_map(|own| own.iter().filter_map(move |figure| Some((own, *home.get(figure)?))));
    for (figures, index) in joined {
        let FigureEntry { said, also, .. } = &mut entries[index];
        for &figure in figures {
            let article = all[figure].place.article;
            if !said.iter().chain(&*also).any(|other| all[*other].place.article == article) {
                also.push(figure);
            }
        }
    }
}
