//! Names that two articles seem to have in common.
//!
//! Two people with a part of the name in common are two. What a name goes on with tells them apart:
//!
//! ```text
//!     left     … said Brill Ada … Brill said …      Brill: Ada
//!     right    … the painter Brill Otto …           Brill: Otto      another one: no name in common
//! ```
//!
//! That a name stands alone tells nothing, nor does what stands before it: it may be a title, with a capital or without.

use super::index::Feature;
use crate::pair::Pair;

/// The most words with a capital in a row that are taken for names; more are a heading.
const RUN: usize = 8;

/// Words with a capital that stand together in running text.
#[derive(Clone, Debug, Default)]
pub(super) struct Companions(Vec<Companion>);

/// A word, another one that stands together with it, and whether the name goes on with that one.
type Companion = (Feature, Feature, bool);

impl Companions {
    /// Adds words that stand in a row. Cost: linear in them.
    pub fn add(&mut self, run: &[Feature]) {
        if run.len() > RUN {
            return;
        }
        for two in run.windows(2).filter(|two| two[0] != two[1]) {
            self.0.extend([(two[0], two[1], true), (two[1], two[0], false)]);
        }
        // With one between, as a middle name is.
        for three in run.windows(3).filter(|three| three[0] != three[2]) {
            self.0.extend([(three[0], three[2], false), (three[2], three[0], false)]);
        }
    }

    /// Puts them in order, all added. Cost: n log n.
    pub fn close(mut self) -> Self {
        self.0.sort_unstable();
        self.0.dedup();
        self
    }
}

/// Returns the names that both articles have, ascending, that go on with names in both and are never written together with the
/// same one.
///
/// `is_name` says which words are names in the two. Cost: n log n in the words that stand together.
pub(super) fn of_others(pair: Pair<&Companions>, is_name: impl Fn(Feature) -> bool) -> Vec<Feature> {
    let groups = pair.map(|article| article.0.chunk_by(|a, b| a.0 == b.0));
    let mut others = groups.right.peekable();
    let mut found = Vec::new();
    for own in groups.left {
        let name = own[0].0;
        while others.next_if(|other| other[0].0 < name).is_some() {}
        let Some(other) = others.next_if(|other| other[0].0 == name).filter(|_| is_name(name)) else { continue };
        let goes_on = |with: &[Companion]| with.iter().any(|&(_, next, goes_on)| goes_on && is_name(next));
        let is_known = |with: &Companion| other.binary_search_by_key(&with.1, |other| other.1).is_ok();
        if goes_on(own) && goes_on(other) && !own.iter().any(is_known) {
            found.push(name);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names that stand beside each other, as words with the letters of their numbers.
    fn companions(runs: &str) -> Companions {
        let mut companions = Companions::default();
        for run in runs.split(", ") {
            let run: Vec<Feature> = run.bytes().map(Feature::from).collect();
            companions.add(&run);
        }
        companions.close()
    }

    #[track_caller]
    fn check(left: &str, right: &str, expected: &str) {
        let (left, right) = (companions(left), companions(right));
        let found = |pair: Pair<&Companions>| {
            // A title in lower case is no name.
            let found = of_others(pair, |feature| (feature as u8).is_ascii_uppercase());
            found.into_iter().map(|feature| char::from(feature as u8)).collect::<String>()
        };
        let pair = Pair::new(&left, &right);
        assert_eq!([found(pair), found(pair.swap())], [expected, expected]);
    }

    #[test]
    fn a_name_that_goes_on_otherwise_is_of_another() {
        check("BA", "BC", "B");
        check("BA, DE", "BC, DE", "B");
        check("BA, BC", "BC", "");
        // Of one place, or of one newspaper and one club in it.
        check("XBA", "XBC", "");
    }

    #[test]
    fn what_stands_before_and_a_middle_name_tell_nothing() {
        check("AB", "CB", "");
        check("tB", "AB", "");
        check("AMB", "AB", "");
        check("AB", "BC", "");
    }
}
