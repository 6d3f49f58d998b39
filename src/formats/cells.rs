//! How the cells of a row of a table stand in one line, in every format that has tables.
//!
//! ```text
//!     | Boat | Built |      <tr><td>Boat<td>Built      <w:tc>…</w:tc>       Boat · Built
//! ```

/// Stands between two cells.
pub(super) const BETWEEN: &str = " · ";

/// Returns a row in one line; cells without text are left out.
pub(super) fn row<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let cells: Vec<&str> = cells.into_iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
    cells.join(BETWEEN)
}
