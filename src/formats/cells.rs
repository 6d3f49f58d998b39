//! How the cells of a row of a table stand in one line, in every format that has tables.
//!
//! ```text
//!     | Boat | Built |      <tr><td>Boat<td>Built      <w:tc>…</w:tc>       Boat · Built
//! ```

/// Stands between two cells.
pub(super) const BETWEEN: &str = " · ";

/// Parts the next cell from what stands in a row, whose text begins at a byte; once only, if a cell is empty.
pub(super) fn part(row: &mut String, start: usize) {
    // What was there stays where it is: offsets into it may be kept.
    let own = row.get(start..).unwrap_or_default().trim_end();
    if !own.is_empty() && !own.ends_with(BETWEEN.trim()) {
        row.push_str(BETWEEN);
    }
}

/// Returns a row in one line; cells without text are left out.
pub(super) fn row<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let cells: Vec<&str> = cells.into_iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
    cells.join(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_cells_are_left_out() {
        assert_eq!(row(["Boat", " ", "Built "]), "Boat · Built");
        let mut text = "Above.".to_owned();
        for cell in ["", "Boat", "", "Built"] {
            part(&mut text, 6);
            text.push_str(cell);
        }
        assert_eq!(text, "Above.Boat · Built");
    }
}
