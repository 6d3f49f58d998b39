//! Lines between two edges, drawn with the eight dots of a braille cell.
//!
//! ```text
//!     ⠤⠤⠤⠤⣀⡀  ⢀⣀⠤⠤⠤⠤     a line leaves its edge level, bends in the middle,
//!           ⠑⢄⠔⠁         and arrives level: crossing lines cross steeply
//!     ⠤⠤⠤⠔⠊⠁ ⠈⠑⠢⠤⠤⠤⠤
//! ```
//!
//! A column of dots is a set of bits, so that a steep piece of a line costs no more than a level one.

/// Dots in a row of cells.
pub(super) const TALL: usize = 4;
const WIDE: usize = 2;
const WORD: usize = u64::BITS as usize;

/// Dots on an area of cells.
pub(super) struct Dots {
    cells: (usize, usize),
    words: usize,
    bits: Vec<u64>,
    /// How far a line has come at each column of dots, in parts of 1 << 16.
    bend: Vec<i64>,
}

impl Dots {
    /// No dots yet, on so many columns and rows of cells.
    pub fn new(columns: usize, rows: usize) -> Self {
        let words = (rows * TALL).div_ceil(WORD);
        let wide = columns * WIDE;
        Self {
            cells: (columns, rows),
            words,
            bits: vec![0; wide * words],
            bend: (0..wide).map(|x| bend(x, wide)).collect(),
        }
    }

    /// Draws a line from a dot of the left edge to one of the right edge.
    ///
    /// Cost: linear in the columns, however steep it is.
    pub fn line(&mut self, from: usize, to: usize) {
        let mut before = from;
        for x in 0..self.bend.len() {
            let y = self.height_at(x, from, to);
            let (low, high) = if y > before { (before + 1, y) } else { (y, before.saturating_sub(1).max(y)) };
            self.set(x, low, high);
            before = y;
        }
    }

    /// Draws the first dots of each so many of such a line.
    pub fn dotted(&mut self, from: usize, to: usize, (drawn, each): (usize, usize)) {
        let (mut before, mut count) = (from, 0);
        for x in 0..self.bend.len() {
            let y = self.height_at(x, from, to);
            for step in 0..y.abs_diff(before).max(1) {
                let y =
                    if y > before { before + step + 1 } else { before.max(step + 1) - step - usize::from(y < before) };
                if count % each < drawn {
                    self.set(x, y, y);
                }
                count += 1;
            }
            before = y;
        }
    }

    fn height_at(&self, x: usize, from: usize, to: usize) -> usize {
        let (from, to) = (i64::try_from(from).unwrap_or(0), i64::try_from(to).unwrap_or(0));
        usize::try_from(from + (((to - from) * self.bend[x] + (1 << 15)) >> 16)).unwrap_or(0)
    }

    /// Sets the dots of a column from one row of dots to another, as far as they are on the area.
    fn set(&mut self, x: usize, low: usize, high: usize) {
        let high = high.min((self.cells.1 * TALL).saturating_sub(1));
        let mut y = low;
        while y <= high {
            let (word, bit) = (y / WORD, y % WORD);
            let count = (WORD - bit).min(high - y + 1);
            let Some(bits) = self.bits.get_mut(x * self.words + word) else { return };
            *bits |= (u64::MAX >> (WORD - count)) << bit;
            y += count;
        }
    }

    /// Returns the character of a cell; `None` where there are no dots.
    pub fn cell(&self, column: usize, row: usize) -> Option<char> {
        let four = |x: usize| {
            let bits = self.bits.get(x * self.words + row * TALL / WORD).copied().unwrap_or(0);
            (bits >> (row * TALL % WORD)) & 0b1111
        };
        let (left, right) = (four(column * WIDE), four(column * WIDE + 1));
        let pattern = (left & 0b111) | (right & 0b111) << 3 | (left >> 3) << 6 | (right >> 3) << 7;
        let pattern = u32::try_from(pattern).ok().filter(|&pattern| pattern != 0)?;
        char::from_u32(0x2800 + pattern)
    }
}

/// Returns how far a line has come at a column of so many, in parts of 1 << 16: 3t² − 2t³.
fn bend(x: usize, wide: usize) -> i64 {
    let (x, all) = (x as u128, (wide.max(2) - 1) as u128);
    i64::try_from((3 * all * x * x - 2 * x * x * x) * (1 << 16) / (all * all * all)).unwrap_or(1 << 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(columns: usize, rows: usize, draw: impl Fn(&mut Dots)) -> Vec<String> {
        let mut dots = Dots::new(columns, rows);
        draw(&mut dots);
        (0..rows).map(|row| (0..columns).map(|column| dots.cell(column, row).unwrap_or(' ')).collect()).collect()
    }

    #[test]
    fn level_lines() {
        assert_eq!(drawn(4, 1, |dots| dots.line(2, 2)), ["⠤⠤⠤⠤"]);
        assert_eq!(drawn(4, 1, |dots| dots.dotted(2, 2, (1, 2))), ["⠄⠄⠄⠄"]);
        assert_eq!(drawn(4, 1, |dots| dots.dotted(2, 2, (3, 6))), ["⠤⠄ ⠤"]);
    }

    #[test]
    fn lines_that_cross() {
        let cross = |dots: &mut Dots| {
            dots.line(2, 10);
            dots.line(10, 2);
        };
        assert_eq!(drawn(8, 3, cross), ["⠤⢄⡀  ⢀⡠⠤", "  ⠈⡢⢔⠁  ", "⠤⠔⠊  ⠑⠢⠤"]);
    }

    #[test]
    fn steep_lines_have_no_gaps() {
        let rows = drawn(2, 6, |dots| dots.line(0, 23));
        assert!(rows.iter().all(|row| !row.trim().is_empty()), "{rows:?}");
        let rows = drawn(2, 40, |dots| dots.line(159, 0));
        assert!(rows.iter().all(|row| !row.trim().is_empty()), "{rows:?}");
    }

    #[test]
    fn any_area() {
        for (columns, rows) in [(0, 0), (1, 0), (0, 3), (1, 1), (300, 200)] {
            let drawn = drawn(columns, rows, |dots| {
                dots.line(0, 1000);
                dots.line(1000, 0);
                dots.dotted(3, 900, (1, 2));
                dots.dotted(900, 3, (3, 6));
            });
            assert!(drawn.iter().all(|row| row.chars().count() == columns));
        }
    }
}
