//! Where an entry stands, and where it is read.

use super::EntryPlace;
use crate::evidence::Place;
use crate::pages::{Facts, Target, TargetPlace};
use crate::pair::{Pair, Side};

/// Returns the places in an article.
pub(super) fn in_article(places: &[EntryPlace], article: usize) -> impl Iterator<Item = &EntryPlace> {
    places.iter().filter(move |own| own.place.article == article)
}

/// Returns the articles that have a place, ascending.
pub(super) fn having(places: &[EntryPlace]) -> Vec<usize> {
    let mut having: Vec<usize> = places.iter().map(|own| own.place.article).collect();
    having.sort_unstable();
    having.dedup();
    having
}

/// Returns the articles that have a place, or words that one is held against, ascending.
pub(super) fn having_words(places: &[EntryPlace]) -> Vec<usize> {
    let mut having: Vec<usize> =
        places.iter().flat_map(|own| [Some(&own.place), own.against.as_ref()]).flatten().map(|at| at.article).collect();
    having.sort_unstable();
    having.dedup();
    having
}

/// Returns where an entry is read, seen from the column of an article: its place there, else the first one, beside what it is held
/// against in another article, else beside another place of it, else beside what is read already; `None` for a story of one article.
pub(super) fn target(facts: &Facts<'_>, places: &[EntryPlace], article: usize) -> Option<Target> {
    let own = in_article(places, article).min_by_key(|own| own.rank).or(places.first())?;
    let here = &own.place;
    let is_other = |place: &&Place| place.article != here.article;
    let has = |article: usize| in_article(places, article).next().is_some();
    // Where it is not, the column's own article stands beside it; but what is held against words of an article that has it nowhere else is
    // read beside these.
    let held = own.against.as_ref().filter(is_other);
    let asked = (here.article != article).then_some(article);
    let there = match asked {
        Some(asked) => held.filter(|held| held.article == asked || !has(held.article)),
        None => held.or_else(|| places.iter().map(|own| &own.place).find(is_other)),
    };
    let read = facts.shown.iter().copied().chain(0..facts.story.articles().len()).find(|&read| read != here.article);
    let other = there.map(|there| there.article).or(asked).or(read)?;
    let pair = Pair::new(here.article, other);
    // Who is read already stays on its side.
    let is_kept = pair.left == facts.shown.left || pair.right == facts.shown.right;
    let is_swapped = pair.left == facts.shown.right || pair.right == facts.shown.left;
    let is_turned = if is_kept == is_swapped { pair.left > pair.right } else { is_swapped };
    let (pair, side) = if is_turned { (Pair::new(pair.right, pair.left), Side::Right) } else { (pair, Side::Left) };
    let at = (here.block, here.range.start);
    let at = match there.map(|there| (there.block, there.range.start)) {
        Some(there) => TargetPlace::Both(side, Pair::seen_from(side, at, there)),
        None => TargetPlace::Words(side, at.0, at.1),
    };
    Some(Target { pair, at, folding: None })
}
