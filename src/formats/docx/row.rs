//! A row of a table: of data, or of one that sets out a page.
//!
//! ```text
//!     Gull │ 41 million            cells of one paragraph, or of short ones: a line, Gull · 41 million
//!     New boats      │ Second      cells of several paragraphs that are running text: each stands for itself, a cell after
//!     The council …  │ column …    the other, and what its style says of it counts
//!     The first …    │
//! ```

use crate::draft::Kind;
use crate::formats::cells;
use crate::formats::line_breaks::{self, BREAK};

/// Holds a paragraph in a cell, with its line breaks.
#[derive(Debug)]
pub(super) struct CellParagraph {
    /// What it says.
    pub(super) text: String,
    /// What its style says that it is.
    pub(super) kind: Option<Kind>,
}

impl CellParagraph {
    /// Splits it where two of its line breaks stand together, as in a paragraph outside of tables.
    fn split(self) -> impl Iterator<Item = Self> {
        let texts: Vec<String> =
            self.text.split([BREAK, BREAK].iter().collect::<String>().as_str()).map(str::to_owned).collect();
        texts.into_iter().map(move |text| Self { text, kind: self.kind })
    }
}

/// Holds what the cells of a row hold, one after the other.
#[derive(Debug, Default)]
pub(super) struct Row {
    cells: Vec<Vec<CellParagraph>>,
}

impl Row {
    /// Begins the next cell.
    pub(super) fn begin_cell(&mut self) {
        self.cells.push(Vec::new());
    }

    /// Adds paragraphs to the last cell; those without text are none.
    pub(super) fn add(&mut self, paragraphs: Vec<CellParagraph>) {
        if self.cells.is_empty() {
            self.begin_cell();
        }
        let has_text = |paragraph: &CellParagraph| !paragraph.text.trim().is_empty();
        if let Some(cell) = self.cells.last_mut() {
            cell.extend(paragraphs.into_iter().filter(has_text));
        }
    }

    /// Returns its paragraphs, if it sets out a page, else all of it in one.
    pub(super) fn paragraphs(self) -> Vec<CellParagraph> {
        if self.cells.iter().any(|cell| is_text(cell)) {
            return self.cells.into_iter().flatten().flat_map(CellParagraph::split).collect();
        }
        let line = |cell: &Vec<CellParagraph>| {
            let texts = cell.iter().map(|paragraph| paragraph.text.replace(BREAK, " "));
            texts.collect::<Vec<_>>().join(" ")
        };
        let lines: Vec<String> = self.cells.iter().map(line).collect();
        // A row is no heading, however few words it has.
        vec![CellParagraph { text: cells::row(lines.iter().map(String::as_str)), kind: Some(Kind::Paragraph) }]
    }
}

/// Tells whether a cell holds several paragraphs, and a sentence in one of them is longer than any line of a table.
fn is_text(cell: &[CellParagraph]) -> bool {
    let is_sentence = |text: &str| !line_breaks::is_short(text) && line_breaks::ends_sentence(text.trim_end());
    cell.len() > 1 && cell.iter().any(|paragraph| is_sentence(&paragraph.text))
}
