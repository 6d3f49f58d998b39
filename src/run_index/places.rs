//! At which words the same run begins.
//!
//! ```text
//!     last        "the ferries would be renewed" ─► 40       repeated     40 ─► 12     12 ─► 0
//! ```

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxHashMap;

use super::fingerprint::RUN;
use crate::words::Form;

/// What a fingerprint is multiplied with, so that its high bits count.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Where each run stands.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// The last place of each run.
    last: HashTable<Last>,
    /// Each place of a run that stands before; ascending.
    repeated: Vec<Repeated>,
    /// For such places that are not in the body, the last one before them that is.
    body_before: FxHashMap<u32, u32>,
}

#[derive(Clone, Copy, Debug)]
struct Last {
    place: u32,
    first: u32,
    is_body: bool,
    /// Whether it stands in the body outside quotation marks, at one place at least.
    is_plain: bool,
}

/// What is known of the words of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct RunKind {
    /// Whether they are body words.
    pub is_body: bool,
    /// Whether they are body words outside quotation marks.
    pub is_plain: bool,
}

/// A place of a run that stands before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Repeated {
    pub place: u32,
    /// Where it stands right before.
    pub before: u32,
    /// Where it stands first.
    pub first: u32,
}

impl Places {
    pub(super) fn with_room(words: usize) -> Self {
        Self { last: HashTable::with_capacity(words), repeated: Vec::new(), body_before: FxHashMap::default() }
    }

    /// Adds the run that begins at a word; words come in order.
    pub(super) fn add(&mut self, word: usize, kind: RunKind, prints: &[u64], forms: &[Form]) {
        let RunKind { is_body, is_plain } = kind;
        let place = u32::try_from(word).expect("texts over 4 GiB are refused when they are read");
        let is_same = |last: &Last| is_run(last.place, &forms[word..word + RUN], forms);
        let hasher = |last: &Last| hash(prints[last.place as usize]);
        match self.last.entry(hash(prints[word]), is_same, hasher) {
            Entry::Vacant(free) => {
                free.insert(Last { place, first: place, is_body, is_plain });
            }
            Entry::Occupied(mut last) => {
                let before = *last.get();
                *last.get_mut() = Last { place, is_body, is_plain: is_plain || before.is_plain, ..before };
                self.repeated.push(Repeated { place, before: before.place, first: before.first });
                if !is_body {
                    let in_body = before.is_body.then_some(before.place);
                    let in_body = in_body.or_else(|| self.body_before.get(&before.place).copied());
                    self.body_before.extend(in_body.map(|body| (place, body)));
                }
            }
        }
    }

    /// Returns the last place of a run with this fingerprint.
    pub(super) fn last(&self, print: u64, run: &[Form], forms: &[Form]) -> Option<usize> {
        self.last.find(hash(print), |last| is_run(last.place, run, forms)).map(|last| last.place as usize)
    }

    /// Returns the first place of a run with this fingerprint, if it stands in the body outside quotation marks anywhere.
    pub(super) fn first_of_plain(&self, print: u64, run: &[Form], forms: &[Form]) -> Option<usize> {
        let last = self.last.find(hash(print), |last| is_run(last.place, run, forms))?;
        last.is_plain.then_some(last.first as usize)
    }

    /// Returns the place of a run before one of its places.
    pub(super) fn before(&self, place: usize) -> Option<usize> {
        let at = self.repeated.binary_search_by_key(&place, |repeated| repeated.place as usize).ok()?;
        Some(self.repeated[at].before as usize)
    }

    /// Returns the last place in the body before one that is not.
    pub(super) fn body_before(&self, place: usize) -> Option<usize> {
        self.body_before.get(&u32::try_from(place).ok()?).map(|&body| body as usize)
    }

    /// Returns each place of a run that stands before; ascending.
    pub(super) fn repeated(&self) -> &[Repeated] {
        &self.repeated
    }
}

fn is_run(place: u32, run: &[Form], forms: &[Form]) -> bool {
    forms[place as usize..place as usize + RUN] == *run
}

const fn hash(print: u64) -> u64 {
    let spread = print.wrapping_mul(SPREAD);
    spread ^ spread >> 32
}
