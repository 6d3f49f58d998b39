//! The cells of a stretch of a row as they were drawn, cluster by cluster.
//!
//! ```text
//!     cells       a  灯    b         a wide character has two cells, the second one empty
//!     clusters    0  1     2
//! ```

use std::ops::Range;

use ratatui::buffer::Cell;

/// Cells that are drawn as one, in logical order.
#[derive(Clone, Copy, Debug)]
pub(in crate::tui) struct Cluster {
    /// Its columns.
    pub columns: u16,
    /// Its level.
    pub level: u8,
}

/// The cells of a stretch as they were drawn, and which of them each cluster has.
pub(super) struct Drawn {
    /// From left to right.
    pub cells: Vec<Cell>,
    clusters: Vec<Range<usize>>,
}

impl Drawn {
    /// Takes them; `None` if there are fewer cells than clusters have columns.
    pub fn new(cells: Vec<Cell>, clusters: &[Cluster]) -> Option<Self> {
        let mut end = 0;
        let range = |cluster: &Cluster| {
            let start = end;
            end += usize::from(cluster.columns);
            start..end
        };
        let clusters: Vec<Range<usize>> = clusters.iter().map(range).collect();
        (cells.len() == end).then_some(Self { cells, clusters })
    }

    /// Returns the cells of a cluster.
    pub fn cells(&self, cluster: usize) -> &[Cell] {
        &self.cells[self.clusters[cluster].clone()]
    }

    /// Returns the first character of a cluster.
    pub fn first(&self, cluster: usize) -> Option<char> {
        first(self.cells(cluster).first()?)
    }
}

/// Returns the first character of a cell.
pub(super) fn first(cell: &Cell) -> Option<char> {
    cell.symbol().chars().next()
}
