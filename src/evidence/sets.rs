//! Sets of things that are joined two by two.

use rustc_hash::FxHashMap;

/// For each thing another one of its set, or itself: the least.
pub(super) struct Sets(Vec<usize>);

impl Sets {
    /// Begins with so many sets of one.
    pub fn of(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// Returns the least of a thing's set. Cost: near constant.
    pub fn root(&mut self, mut k: usize) -> usize {
        while self.0[k] != k {
            self.0[k] = self.0[self.0[k]];
            k = self.0[k];
        }
        k
    }

    /// Makes the sets of two things one. Cost: near constant.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// Returns the sets, each in order, by their least. Cost: n log n.
    pub fn groups(mut self) -> Vec<Vec<usize>> {
        let mut groups: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for k in 0..self.0.len() {
            groups.entry(self.root(k)).or_default().push(k);
        }
        let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
        groups.sort_unstable();
        groups
    }
}
