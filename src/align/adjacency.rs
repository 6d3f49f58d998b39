//! Lists of numbers, one for each block, in one piece.
//!
//! ```text
//!     0 ─ 7      1 ─ 3      0 ─ 9              7 9 │ 3 │  │ 4
//!     3 ─ 4                            ─►        2   3   3  4      where each row ends
//! ```

/// A row of numbers for each block.
#[derive(Clone, Debug, Default)]
pub struct Adjacency {
    /// Where each row ends.
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Adjacency {
    /// Sorts items by their rows, which are fewer than `count`; those of a row stay in the order in which they come.
    ///
    /// Cost: linear in rows and items, which are gone through twice.
    ///
    /// # Panics
    ///
    /// If an item is 2³² or more.
    #[must_use]
    pub fn of(count: usize, items: impl Iterator<Item = (usize, usize)> + Clone) -> Self {
        // First where each row begins, which moves on to where it ends as the row is filled.
        let mut ends = vec![0; count + 1];
        for (row, _) in items.clone() {
            ends[row + 1] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut sorted = vec![0; sum as usize];
        for (row, item) in items {
            sorted[ends[row] as usize] = u32::try_from(item).expect("an article has fewer than 2^32 words");
            ends[row] += 1;
        }
        ends.truncate(count);
        Self { ends, items: sorted }
    }

    /// Sorts the places of a list by the row that stands at each. Cost: as [`Adjacency::of`].
    #[must_use]
    pub fn by_row(count: usize, rows: impl Iterator<Item = usize> + Clone) -> Self {
        Self::of(count, rows.enumerate().map(|(place, row)| (row, place)))
    }

    /// Returns how many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Tells whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the items of a row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[u32] {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[row] as usize]
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.len()).map(|row| self.row(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_by_row_and_keep_their_order() {
        let rows = Adjacency::of(4, [(0, 7), (1, 3), (0, 9), (3, 4)].into_iter());
        assert_eq!(rows.rows().collect::<Vec<_>>(), [&[7, 9][..], &[3], &[], &[4]]);
        assert!(Adjacency::of(0, std::iter::empty()).is_empty());
    }
}
