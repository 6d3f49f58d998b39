//! Whether two figures that count the same are of one thing: what the words around them tell.
//!
//! ```text
//!     killed 3 people              injured 3 people             of two: the words at the figures differ
//!     a profit of 2, sales of 12   a profit of 12, sales of 2   neither: each stands where the other one does
//!     was 52, down from 60         was 60, down from 65         60 was, and 60 is
//! ```

use super::super::figures::Figure;
use super::FigureKind;
use super::same::{is_bounded, is_same};

/// Tells whether two figures that are the same are of one thing, as far as words tell. Cost: constant.
pub(super) fn may_agree(a: &Figure, b: &Figure) -> bool {
    // "Nearly 10,000" and 9,500 may both hold: that is no agreement.
    a.value == b.value
        && is_told(a, b)
        && !is_crossed(a, b)
        && a.next.is_from == b.next.is_from
        && !is_contrary(a, b)
        && !a.context.is_of_another(&b.context, true)
        && !a.context.is_beside_another(&b.context)
        && !a.context.is_contrary_to(&b.context)
        && !a.context.is_opposed_to(&b.context)
}

/// Tells whether two figures that differ are of one thing: the words at them are the same, and neither has others around it that are its own.
/// Cost: constant.
pub(super) fn may_differ(a: &Figure, b: &Figure) -> bool {
    // A number may lie within a range, and be told as exactly; "at least 30" and 35 may both hold.
    a.upper.is_some() == b.upper.is_some()
        && !is_same(a, b)
        && !is_bounded(a)
        && !is_bounded(b)
        && a.around.iter().any(|word| b.around.contains(word))
        && is_told_alike(a, b)
        && a.next.is_from == b.next.is_from
        && !a.context.is_of_another(&b.context, false)
        && !a.context.is_beside_another(&b.context)
        && !a.context.is_of_all_beside(&b.context)
        && !a.context.is_contrary_to(&b.context)
        && !a.context.is_opposed_to(&b.context)
}

/// A smaller number of people or days stands in many reports for other things too.
const SMALL: f64 = 100.0;

/// Tells whether the words at two small figures say other things of them: `killed 3 people`, `injured 3 people`; `3 people died`, `3 people were
/// hurt`.
fn is_contrary(a: &Figure, b: &Figure) -> bool {
    let said = |word: &Option<String>| word.as_ref().is_some_and(|word| !word.is_empty());
    let differ = |one: &Option<String>, other: &Option<String>| said(one) && said(other) && one != other;
    let is_behind = a.next.before.is_none() && b.next.before.is_none() || a.next.is_subject && b.next.is_subject;
    // Behind what has no spaces stand particles too: only of people it is told what became of them.
    let is_told = !a.next.is_spaceless || a.key == "人";
    let behind = || is_behind && is_told && differ(&a.next.behind, &b.next.behind);
    // "Will hire 200 workers", "will fire 200 workers": in a text that is the same otherwise.
    let swapped = || {
        let words = a.next.before.as_deref().zip(b.next.before.as_deref());
        words.is_some_and(|words| words.0 != words.1 && a.context.differs_by(&b.context, words))
    };
    a.value < SMALL && (differ(&a.next.before, &b.next.before) || behind()) || swapped()
}

/// Leaves out those pairs of what is counted alike in which the one that comes first here comes last there: each may be of what the other one
/// is. Cost: quadratic in the pairs, of which there are no more than the figures that are held against each other.
pub(super) fn without_crossings(all: &[Figure], found: &mut Vec<(usize, usize, FigureKind)>) {
    let pairs = found.clone();
    let crosses = |(a, b): (usize, usize)| {
        pairs
            .iter()
            .any(|&(c, d, _)| all[a].key == all[c].key && all[a].value != all[c].value && (a < c) != (b < d) && a != c)
    };
    let is_said_alike = |a: &Figure, b: &Figure| a.next == b.next && a.next.before.is_some() && a.next.behind.is_some();
    found.retain(|&(a, b, _)| !crosses((a, b)) || is_said_alike(&all[a], &all[b]));
}

/// How many words around two numbers of which nothing says what they count have to be the same: these may be of anything.
const TOLD: usize = 2;

/// Tells whether what is counted, or else the words around, tells that two figures are of one thing.
fn is_told(a: &Figure, b: &Figure) -> bool {
    !a.key.is_empty() || a.around.iter().filter(|word| b.around.contains(word)).count() >= TOLD
}

/// Tells whether the words next to two figures that differ say the same of them: the one before, and behind a verb such as "were" that
/// stands at the figure the one behind. "Killed 3 people on Monday" and "injured 40 people on Monday" are of two things.
fn is_told_alike(a: &Figure, b: &Figure) -> bool {
    let behind = || a.next.behind == b.next.behind;
    let before = || match (&a.next.before, &b.next.before) {
        (Some(one), Some(other)) => one == other,
        // Where words have no spaces what stands behind it tells.
        (None, None) => behind() && a.next.behind.is_some(),
        _ => false,
    };
    // "3 people were killed", "killed 4 people".
    let turns = |own: &Figure, other: &Figure| {
        own.next.is_subject
            && !other.next.is_subject
            && own.next.behind.is_some()
            && own.next.behind == other.next.before
    };
    before() && (!(a.next.is_subject || b.next.is_subject) || behind()) || turns(a, b) || turns(b, a)
}

/// Tells whether two figures stand behind two words that both texts have, the other way round: "killed 3 and injured 5" against
/// "injured 3 and killed 5".
fn is_crossed(a: &Figure, b: &Figure) -> bool {
    let (Some(one), Some(other)) = (&a.next.before, &b.next.before) else { return false };
    one != other && a.context.has(other) && b.context.has(one)
}
