//! The rows of a comparison, band by band.

use std::fmt::Write as _;
use std::io;

use unicode_segmentation::UnicodeSegmentation;

use super::TextPrinter;
use super::lines::{end_line, exchange, push_spaces};
use crate::layout::{
    Arrangement, Band, BlockNotation, Bracketed, Home, Marked, Row, RowCell, RowSetup, Texts, Work, Wrapped,
};
use crate::pair::{Pair, Side};
use crate::present::brackets::Bracketing;
use crate::present::labels::Label;
use crate::present::{Marks, PresentedCell, Presenter, Role, Sign};

/// The bytes that are handed on at once.
const AT_ONCE: usize = 1 << 16;

/// Prints the rows of one band.
struct BandPrinter<'p> {
    printer: &'p TextPrinter<'p>,
    presenter: Presenter<'p>,
    cells: Pair<PresentedCell<'p>>,
}

impl TextPrinter<'_> {
    /// Sets and writes one band after another, so that no more than one of them has to be held.
    pub(super) fn write_bands(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self { bands, comparison, columns, .. } = *self;
        let setup = RowSetup {
            arrangement: columns.arrangement,
            measures: columns.measures,
            folds: self.folds,
            small: self.markings.small,
            brackets: (self.markings.marks != Marks::Nothing).then_some(self.notation()),
            ambiguous: self.setup.ambiguous,
        };
        let mut wrapped = Wrapped::new(bands, comparison);
        let (mut rows, mut lines) = (Vec::new(), String::new());
        let folded = self.folds.folded(bands, comparison);
        let mut next = 0;
        while next < bands.bands.len() {
            let together = self.folds.together(&folded, next);
            let is_folded = folded[next];
            next = together.end;
            // Of a fold no more is set than its first words.
            let marked =
                Pair::from_fn(
                    |side| {
                        if is_folded { Vec::new() } else { self.bracketed(&bands.bands[together.start], side) }
                    },
                );
            let marked = marked.as_ref().map(Vec::as_slice);
            let texts = Texts { articles: self.articles, marked };
            let work = Work { bands, comparison, texts, setup };
            if !is_folded {
                wrapped.add(work, together.start);
            }
            work.set(&wrapped, together, is_folded, &mut rows);
            self.band_printer(texts, &wrapped, &rows).print(&mut lines, out)?;
            wrapped.clear();
            rows.clear();
        }
        out.write_all(lines.as_bytes())
    }

    fn band_printer<'p>(&'p self, texts: Texts<'p>, lines: &'p Wrapped, rows: &'p [Row]) -> BandPrinter<'p> {
        let Self { articles, comparison, bands, letters, .. } = self;
        let (articles, measures, markings) = (*articles, self.columns.measures, None);
        let shows_related = self.markings.related;
        let presenter =
            Presenter { articles, comparison, bands, lines, texts, rows, measures, markings, shows_related, letters };
        BandPrinter { printer: self, presenter, cells: Pair::default() }
    }

    /// Returns the texts of a band's side with their marks as brackets.
    fn bracketed(&self, band: &Band, side: Side) -> Vec<Marked> {
        if self.markings.excerpts {
            return self.excerpts(band, side);
        }
        if self.markings.marks != Marks::Differences {
            return Vec::new();
        }
        let (article, link) = (self.articles[side], band.link.map(|link| &self.comparison.links[link]));
        let is_woven = self.columns.arrangement == Arrangement::Inline;
        let link = link.filter(|_| !is_woven);
        let (comparison, small, notation) = (self.comparison, self.markings.small, self.notation());
        let bracketing = Bracketing { article, comparison, side, small, notation };
        let placed = &band.placed[side];
        let is_home = |block: usize| placed.iter().any(|placed| placed.block == block && placed.home == Home::Here);
        let mut marked = bracketing.alone(placed.iter().map(|placed| placed.block));
        marked.extend(link.into_iter().flat_map(|link| bracketing.linked(link, is_home)));
        marked.sort_by_key(|marked| marked.block);
        marked
    }

    pub(super) fn notation(&self) -> BlockNotation<'_> {
        BlockNotation { letters: &self.letters, sign: &self.block_sign }
    }

    fn push_number(&self, out: &mut String, label: Option<Label>) {
        let digits = self.columns.digits;
        match label {
            Some(label) => {
                write!(out, "{:>digits$}", label.number).expect("writing to a string does not fail");
            }
            None => push_spaces(out, digits),
        }
    }

    /// Writes what stands on one side of a row, and returns its columns.
    fn push_cell(&self, out: &mut String, side: Side, cell: &PresentedCell<'_>) -> usize {
        let mut columns = cell.indent + cell.columns;
        if cell.indent > 0 {
            let from = out.len();
            out.push_str(Sign::Echo.sign());
            exchange(self.setup, out, from);
            push_spaces(out, cell.indent - 1);
        }
        for span in &cell.spans {
            match span.role {
                Role::Filler => {}
                Role::Text => out.push_str(&span.text),
                Role::Fold if span.at.is_some() => columns += self.push_folded(out, side, columns, &span.text),
                _ => columns += self.push_measured(out, &span.text),
            }
        }
        if cell.is_cut {
            columns = self.push_cut(out, (columns, self.columns.measures[side]), cell.cut);
        }
        columns
    }

    /// Says behind a line that more of its text is folded away, and closes what the line leaves open, in place of its last letters where
    /// there is no room behind it; returns the columns of all. The line ends at a byte of its text, and of that is told what stands in
    /// brackets.
    fn push_cut(&self, out: &mut String, (used, room): (usize, usize), cut: (usize, &[Bracketed])) -> usize {
        let (mut end, brackets) = cut;
        let mut columns = used;
        let first = end;
        loop {
            let open = brackets.iter().find(|run| run.outer.start < end && end < run.outer.end);
            // A bracket that would hold nothing, or half of one, goes with the letters.
            let is_broken = open.is_some_and(|run| end <= run.inner.start || end > run.inner.end);
            let closing = open.map_or("", |run| run.closing);
            let more = self.setup.ambiguous.width(&self.setup.signs("…")) + self.setup.ambiguous.width(closing);
            let last = out.grapheme_indices(true).next_back().filter(|_| end > 0 && columns > 0);
            match last {
                Some((at, last)) if is_broken || columns + more > room => {
                    columns = columns.saturating_sub(self.setup.ambiguous.cluster_width(last));
                    end = end.saturating_sub(last.len());
                    out.truncate(at);
                }
                _ => {
                    let was_cut = end < first;
                    self.push_measured(out, "…");
                    out.push_str(closing);
                    columns += more;
                    // What was wider than what stands in its place leaves a blank.
                    let blank = if was_cut { used.min(room).saturating_sub(columns) } else { 0 };
                    push_spaces(out, blank);
                    return columns + blank;
                }
            }
        }
    }

    /// Writes as much of a folded text as there is room for behind so many columns, and returns its columns.
    fn push_folded(&self, out: &mut String, side: Side, used: usize, text: &str) -> usize {
        let (room, ambiguous) = (self.columns.measures[side].saturating_sub(used), self.setup.ambiguous);
        let shown = ambiguous.clipped(text, room, &self.setup.signs("…"));
        out.push_str(&shown);
        ambiguous.width(&shown)
    }

    /// Writes signs, and returns their columns.
    fn push_measured(&self, out: &mut String, signs: &str) -> usize {
        let from = out.len();
        out.push_str(signs);
        exchange(self.setup, out, from);
        self.setup.ambiguous.width(&out[from..])
    }
}

impl BandPrinter<'_> {
    /// Prints all rows, and hands on what comes together.
    fn print(mut self, lines: &mut String, out: &mut dyn io::Write) -> io::Result<()> {
        for row in 0..self.presenter.rows.len() {
            match self.printer.columns.arrangement {
                Arrangement::Facing => self.push_facing(lines, row),
                Arrangement::Inline | Arrangement::Stacked | Arrangement::Single(_) => self.push_stacked(lines, row),
            }
            end_line(lines);
            if lines.len() >= AT_ONCE {
                out.write_all(lines.as_bytes())?;
                lines.clear();
            }
        }
        Ok(())
    }

    fn push_facing(&mut self, out: &mut String, row: usize) {
        let TextPrinter { columns, .. } = self.printer;
        for side in Side::BOTH {
            self.presenter.cell(row, side, &mut self.cells[side]);
        }
        let margins = columns.margins();
        push_spaces(out, margins.left);
        let used = margins.left + self.printer.push_cell(out, Side::Left, &self.cells.left);
        push_spaces(out, columns.panes.left.saturating_sub(used));
        self.push_gutter(out, row);
        push_spaces(out, margins.right);
        self.printer.push_cell(out, Side::Right, &self.cells.right);
    }

    /// Writes the gutter: `│↓15 ~  3 │`.
    fn push_gutter(&self, out: &mut String, row: usize) {
        let printer = self.printer;
        let labels = self.cells.as_ref().map(|cell| cell.label);
        if row > 0 && labels == Pair::default() {
            return out.push_str(&printer.blank);
        }
        let from = out.len();
        let relation = if row == 0 { self.presenter.relation(row) } else { " " };
        let part = |label: Option<Label>, part: fn(Label) -> &'static str| label.map_or(" ", part);
        out.extend(["│", part(labels.left, |label| label.place)]);
        printer.push_number(out, labels.left);
        let signs = labels.map(|label| part(label, |label| label.sign));
        out.extend([signs.left, relation, signs.right]);
        printer.push_number(out, labels.right);
        out.extend([part(labels.right, |label| label.place), "│"]);
        exchange(printer.setup, out, from);
    }

    fn push_stacked(&mut self, out: &mut String, row: usize) {
        let cells = &self.presenter.rows[row].cells;
        let Some(side) = Side::BOTH.into_iter().find(|&side| cells[side] != RowCell::Other) else { return };
        let printer = self.printer;
        self.presenter.cell(row, side, &mut self.cells[side]);
        match self.cells[side].label {
            Some(label) => {
                let from = out.len();
                let sign = if label.sign == " " { self.presenter.relation(row) } else { label.sign };
                out.extend([" ", printer.letters[side].as_str(), " ", label.place]);
                printer.push_number(out, Some(label));
                out.extend([" ", sign]);
                exchange(printer.setup, out, from);
                // Two spaces, of which the second letter of an article beyond the 26th takes one.
                let used = printer.setup.ambiguous.width(&out[from..]);
                push_spaces(out, printer.columns.gutter.saturating_sub(used));
            }
            None => push_spaces(out, printer.columns.gutter),
        }
        printer.push_cell(out, side, &self.cells[side]);
    }
}
