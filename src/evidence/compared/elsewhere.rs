//! Figures that stand in another outlet too, in a block that answers none of theirs: of these nobody may say that one outlet alone has
//! them.
//!
//! ```text
//!     A  three boats were withdrawn     C  three boats lay at the quay     the same figure, perhaps of other boats
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::figures::Figure;
use super::same::is_same;
use super::{FigureEntry, FigureKind};

/// What two figures have in common that are one: what is counted, and how much. How exact either is said to be is no matter here: "at least 14"
/// stands in no outlet alone where another one has 14.
type Same<'f> = (&'f str, Worth);

/// How much: a number, or both ends of a range.
type Worth = (u64, Option<u64>);

/// A bare number stands beside no more things than these: who counts so many of one number has a table.
const MOST: usize = 16;

fn same(figure: &Figure) -> Same<'_> {
    (thing(&figure.key), (figure.value.to_bits(), figure.upper.map(f64::to_bits)))
}

/// Returns what is counted, be it all of them or a part: three of the judges are three judges.
fn thing(key: &str) -> &str {
    key.strip_prefix("of ").unwrap_or(key)
}

/// Tells whether a bare number may be of a thing: a share is one by its sign, and of it nobody leaves that out.
fn may_be_bare(thing: &str) -> bool {
    !thing.starts_with('%') && !thing.starts_with("percentage")
}

/// Puts entries of one outlet together with the same figure of other outlets, whatever entry has it there. Cost: linear in the figures,
/// and in those of one value for each that is told of anew.
pub(super) fn gathered(all: &[Figure], entries: Vec<FigureEntry>) -> Vec<FigureEntry> {
    // For each figure those of every outlet; and for each worth what is counted so much, of which a bare number may be any.
    let mut of_same: FxHashMap<Same<'_>, Vec<usize>> = FxHashMap::default();
    let mut counted: FxHashMap<Worth, Vec<Same<'_>>> = FxHashMap::default();
    for entry in &entries {
        let mut seen: FxHashSet<(usize, Same<'_>)> = FxHashSet::default();
        let own = |figure: usize| (all[figure].place.article, same(&all[figure]));
        for &figure in entry.said.iter().filter(|figure| seen.insert(own(**figure))) {
            let own = same(&all[figure]);
            let those = of_same.entry(own).or_default();
            if those.is_empty() && !own.0.is_empty() && may_be_bare(own.0) {
                counted.entry(own.1).or_default().push(own);
            }
            those.push(figure);
        }
    }
    let mut found: Vec<FigureEntry> = Vec::with_capacity(entries.len());
    let mut told: FxHashSet<usize> = FxHashSet::default();
    let mut of_one: FxHashSet<Same<'_>> = FxHashSet::default();
    for entry in entries {
        let alone = entry.said[0];
        if entry.kind != FigureKind::OneOutlet || entry.said.len() > 1 {
            found.push(entry);
            continue;
        }
        if told.contains(&alone) {
            continue;
        }
        let own = same(&all[alone]);
        // What one outlet alone has, however often, is looked for once.
        if of_one.contains(&own) {
            found.push(entry);
            continue;
        }
        let counted = counted.get(&own.1).map_or(&[][..], Vec::as_slice);
        let alone = [own];
        let groups = if counted.len() > MOST || !may_be_bare(own.0) {
            vec![of_same.get(&own).cloned().unwrap_or_default()]
        } else {
            beside_bare((if own.0.is_empty() { counted } else { &alone }, ("", own.1)), &of_same)
        };
        let of_several =
            |group: &Vec<usize>| group.iter().any(|&k| all[k].place.article != all[group[0]].place.article);
        let groups: Vec<Vec<usize>> = groups.into_iter().filter(of_several).collect();
        if groups.is_empty() {
            of_one.insert(own);
            found.push(entry);
            continue;
        }
        for said in groups {
            told.extend(&said);
            found.push(FigureEntry { kind: FigureKind::SameFigure, said, also: Vec::new() });
        }
    }
    name_also(all, &mut found);
    found
}

/// Returns the figures of each of some things with the bare numbers that are worth as much; or these alone where nothing is counted. A bare
/// number may be of any of the things, and joins none of them: it stands beside each. Cost: linear in what is returned.
fn beside_bare((things, bare): (&[Same<'_>], Same<'_>), of_same: &FxHashMap<Same<'_>, Vec<usize>>) -> Vec<Vec<usize>> {
    let bare = of_same.get(&bare).cloned().unwrap_or_default();
    if things.is_empty() {
        return vec![bare];
    }
    let with_bare = |thing: &Same<'_>| {
        let mut group = of_same.get(thing).cloned().unwrap_or_default();
        group.extend(&bare);
        group.sort_unstable();
        group
    };
    things.iter().map(with_bare).collect()
}

/// Names in every entry of several the outlets that have one of its figures beyond it, each of them once for each value. Cost: linear in the figures that are the same.
fn name_also(all: &[Figure], entries: &mut [FigureEntry]) {
    let is_of_same = |entry: &FigureEntry| entry.kind == FigureKind::SameFigure;
    let mut home: FxHashMap<usize, usize> = FxHashMap::default();
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| !is_of_same(entry)) {
        home.extend(entry.said.iter().map(|figure| (*figure, index)));
    }
    let same: Vec<Vec<usize>> =
        entries.iter().filter(|entry| is_of_same(entry)).map(|entry| entry.said.clone()).collect();
    let home = &home;
    let joined =
        same.iter().flat_map(|own| own.iter().filter_map(move |figure| Some((own, *figure, *home.get(figure)?))));
    for (figures, own, index) in joined {
        let FigureEntry { said, also, .. } = &mut entries[index];
        for &figure in figures.iter().filter(|figure| is_same(&all[**figure], &all[own])) {
            // Who gives both numbers of a row that differs has both of them there.
            let is_told = |other: &&usize| {
                all[**other].place.article == all[figure].place.article && is_same(&all[**other], &all[figure])
            };
            if !said.iter().chain(&*also).any(|other| is_told(&other)) {
                also.push(figure);
            }
        }
    }
}
