//! Rows as spans: what every printer of the comparison prints.
//!
//! ```text
//!     row 7     left                                     right
//!     label     ↓13                                      3 ~
//!     indent    2                                        0
//!     spans     Echo "Plans for " Only(Left) "new"       Text "Plans for ferries …"
//! ```
//!
//! Printers differ in where a part stands, which roles they leave out and how a role looks; never in what is said.

use super::labels::{self, Label};
use super::spans::BlockRoles;
use super::{Line, Markings, Role, Sign, Span, TextRange};
use crate::article::Article;
use crate::comparison::Comparison;
use crate::layout::{Band, Bands, Cell, ECHO_INDENT, Half, Home, Row, Texts, Wrapped};
use crate::pair::{Pair, Side};

/// Presents rows of a comparison.
#[derive(Clone, Copy)]
pub(crate) struct Presenter<'a> {
    pub articles: Pair<&'a Article>,
    pub comparison: &'a Comparison,
    pub bands: &'a Bands,
    /// The lines of the bands that are presented.
    pub lines: &'a Wrapped,
    /// What was wrapped to them.
    pub texts: Texts<'a>,
    /// The rows.
    pub rows: &'a [Row],
    /// What is marked by roles; `None` where marks are brackets in the texts already, or not wanted: the text of a line is
    /// one span then.
    pub markings: Option<Markings>,
    /// The letters of the two articles.
    pub letters: &'a Pair<String>,
}

/// One side of a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct PresentedCell<'a> {
    /// What the gutter says of the block whose first line stands here.
    pub label: Option<Label>,
    /// The columns by which the text is set back, the sign of an echo in the first of them; 0 of what is at home.
    pub indent: usize,
    /// What stands there.
    pub spans: Line<'a>,
    /// The columns of the article's own text among the spans.
    pub columns: usize,
    /// Whether the block goes on, but its echo is set on this one line.
    pub is_cut: bool,
}

impl<'a> Presenter<'a> {
    /// Presents a side of a row; what the cell held before is gone. Nothing is presented beyond the last row.
    ///
    /// Cost: linear in the spans, logarithmic in the block's segments for each.
    pub fn cell(&self, row: usize, side: Side, into: &mut PresentedCell<'a>) {
        let mut spans = std::mem::take(&mut into.spans);
        spans.clear();
        *into = PresentedCell { spans, ..PresentedCell::default() };
        let Some(&Row { band, halves }) = self.rows.get(row) else { return };
        into.label = self.label(&self.bands.bands[band], side, halves[side]);
        match halves[side] {
            Half::Text { cell, line } => self.text(row, side, (cell, line), into),
            Half::Woven { paragraph, line } => self.woven(band, (paragraph, line), into),
            Half::Named { block } => {
                let letters = self.letters.as_ref().map(String::as_str);
                let text = labels::woven_at(self.comparison, self.bands, letters, side, block);
                into.spans.push(Span::new(text, Role::Reference));
            }
            Half::Fold { first, last } => {
                into.spans.push(Span::new(labels::fold(first, last), Role::Fold));
                let text = &self.articles[side].blocks[first].text;
                let at = TextRange { side, block: first, bytes: 0..text.len() };
                into.spans.push(Span { text: text.into(), role: Role::Fold, at: Some(at) });
            }
            Half::End => into.spans.push(Span::new(labels::end_of(&self.letters[side]), Role::End)),
            Half::Filler => into.spans.push(Span::new(Sign::Filler.sign(), Role::Filler)),
            Half::Gap | Half::Other => {}
        }
    }

    /// Returns the sign of the relation between the sides of a row's band.
    pub fn relation(&self, row: usize) -> &'static str {
        self.rows.get(row).map_or(" ", |row| labels::sign(self.comparison, &self.bands.bands[row.band]))
    }

    fn label(&self, band: &Band, side: Side, half: Half) -> Option<Label> {
        let cell = labels::cell_of(half, &band.cells[side], self.comparison, band.link)?;
        Some(labels::label(self.articles, self.comparison, side, cell))
    }

    /// A line of a block.
    fn text(&self, row: usize, side: Side, (cell, line): (usize, usize), into: &mut PresentedCell<'a>) {
        let cell = self.bands.bands[self.rows[row].band].cells[side][cell];
        let Some(line) = self.lines.lines(side, cell).get(line) else { return };
        let text = self.texts.text(side, cell.block);
        let is_echo = cell.home != Home::Here;
        (into.indent, into.columns) = (if is_echo { ECHO_INDENT } else { 0 }, line.width());
        let Some(markings) = self.markings else {
            into.spans.push(Span::new(&text[line.range()], Role::Text));
            return;
        };
        let Cell { block, .. } = cell;
        let roles = BlockRoles::new(self.articles, self.comparison, markings, (side, block), is_echo);
        let (mut from, end) = (line.range().start, line.range().end);
        while from < end {
            let (to, role) = roles.next(from, end);
            let at = Some(TextRange { side, block, bytes: from..to });
            into.spans.push(Span { text: (&text[from..to]).into(), role, at });
            from = to;
        }
        into.is_cut = is_echo && end < text.len() && self.is_last_line(row, side);
    }

    /// Whether no further line of a block stands on the next row.
    fn is_last_line(&self, row: usize, side: Side) -> bool {
        let next = self.rows.get(row + 1).map(|row| row.halves[side]);
        !matches!(next, Some(Half::Text { line: 1.., .. }))
    }

    /// A line of both sides woven.
    fn woven(&self, band: usize, (paragraph, line): (usize, usize), into: &mut PresentedCell<'a>) {
        let link = self.bands.bands[band].link;
        let Some(shown) = link.and_then(|link| self.lines.paragraphs(link).get(paragraph)) else { return };
        let Some(line) = shown.lines.get(line) else { return };
        into.columns = line.width();
        let Some(markings) = self.markings else {
            into.spans.push(Span::new(&shown.text[line.range()], Role::Text));
            return;
        };
        let (mut from, end) = (line.range().start, line.range().end);
        while from < end {
            let Some(piece) = shown.woven.piece_at(from) else { break };
            let (side, block) = (piece.side, piece.from.0);
            let (byte, limit) = (piece.from.1 + (from - piece.range.start), piece.range.end.min(end));
            // Spaces and signs between the pieces stand in no article; they are text all the same.
            let (to, role, bytes) = if piece.mark.is_some() {
                let roles = BlockRoles::woven(self.articles, self.comparison, markings, (side, block));
                let (to, role) = roles.next(byte, byte + (limit - from));
                (from + (to - byte), role, byte..to)
            } else {
                (limit, Role::Frame, byte..byte)
            };
            let at = Some(TextRange { side, block, bytes });
            into.spans.push(Span { text: (&shown.text[from..to]).into(), role, at });
            from = to;
        }
    }
}
