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
use crate::layout::{
    Band, Bands, BlockStatus, Bracketed, ECHO_INDENT, Home, PlacedBlock, Row, RowCell, Texts, Wrapped,
};
use crate::pair::{Pair, Side};
use crate::wrap::{Direction, Levels};

/// Presents rows of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Presenter<'a> {
    /// The two articles.
    pub articles: Pair<&'a Article>,
    /// What came of comparing them.
    pub comparison: &'a Comparison,
    /// What stands level.
    pub bands: &'a Bands,
    /// The lines of the bands that are presented.
    pub lines: &'a Wrapped,
    /// What was wrapped to them.
    pub texts: Texts<'a>,
    /// The rows.
    pub rows: &'a [Row],
    /// The columns of a line of each side.
    pub measures: Pair<usize>,
    /// What is marked by roles; `None` where marks are brackets in the texts already, or not wanted: the text of a line
    /// is one span then.
    pub markings: Option<Markings>,
    /// Whether what is related has its sign.
    pub shows_related: bool,
    /// The letters of the two articles.
    pub letters: &'a Pair<String>,
}

/// One side of a row.
#[derive(Clone, Debug, Default)]
pub struct PresentedCell<'a> {
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
    /// Of a line that is cut where it ends in the text of its block, in bytes, and what of that text stands in brackets.
    pub cut: (usize, &'a [Bracketed]),
    /// The levels of the paragraph, if letters in it run from right to left.
    pub levels: Option<&'a Levels>,
}

impl PresentedCell<'_> {
    /// Tells whether its paragraph runs from right to left, and is set flush right.
    #[must_use]
    pub fn is_flush_right(&self) -> bool {
        self.levels.is_some_and(|levels| levels.base() == Direction::RightToLeft)
    }
}

impl<'a> Presenter<'a> {
    /// Presents a side of a row; what the cell held before is gone. Nothing is presented beyond the last row.
    ///
    /// Cost: linear in the spans, logarithmic in the block's segments for each.
    pub fn cell(&self, row: usize, side: Side, into: &mut PresentedCell<'a>) {
        let mut spans = std::mem::take(&mut into.spans);
        spans.clear();
        *into = PresentedCell { spans, ..PresentedCell::default() };
        let Some(&Row { band, cells }) = self.rows.get(row) else { return };
        into.label = self.label(&self.bands.bands[band], side, cells[side]);
        match cells[side] {
            RowCell::Text { index, line } => self.text(row, side, (index, line), into),
            RowCell::Woven { paragraph, line } => self.woven(band, (paragraph, line), into),
            RowCell::Named { block } => {
                let letters = self.letters.as_ref().map(String::as_str);
                let (at, columns) = ((side, block), self.measures[side]);
                let text = labels::woven_at(self.comparison, self.bands, letters, at, columns);
                into.spans.push(Span::new(text, Role::Reference));
            }
            RowCell::Fold { first, last } => {
                let own = &self.bands.bands[band];
                let begun = labels::begun_by(cells[side], &own.placed[side], self.comparison, own.link);
                let is_echo = begun.is_some_and(|placed| placed.home != Home::Here);
                let label = labels::fold((first, last), is_echo, self.measures[side]);
                into.spans.push(Span::new(label, Role::Fold));
                let text = &self.articles[side].blocks[first].text;
                let at = TextRange { side, block: first, bytes: 0..text.len() };
                into.spans.push(Span { text: text.into(), role: Role::Fold, at: Some(at) });
            }
            RowCell::End => {
                let text = labels::end_of(&self.letters[side], self.measures[side]);
                into.spans.push(Span::new(text, Role::End));
            }
            RowCell::Filler => into.spans.push(Span::new(Sign::Filler.sign(), Role::Filler)),
            RowCell::Gap | RowCell::Other => {}
        }
    }

    /// Returns the sign of the relation between the sides of a row's band; a space for a fold of several, which have one each.
    #[must_use]
    pub fn relation(&self, row: usize) -> &'static str {
        let Some(&Row { band, cells }) = self.rows.get(row) else { return " " };
        let band = &self.bands.bands[band];
        let is_of_band = |(side, cell): (Side, &RowCell)| match *cell {
            RowCell::Fold { first, last } => {
                [first, last].iter().all(|block| band.placed[side].iter().any(|placed| placed.block == *block))
            }
            _ => true,
        };
        if cells.sides().all(is_of_band) { labels::sign(self.comparison, band) } else { " " }
    }

    /// Tells whether a line of a block that this side alone has stands on a side of a row.
    ///
    /// Cost: logarithmic in the links.
    #[must_use]
    pub fn is_alone(&self, row: usize, side: Side) -> bool {
        let Some(&Row { band, cells }) = self.rows.get(row) else { return false };
        let block = match cells[side] {
            RowCell::Text { index, .. } => self.bands.bands[band].placed[side].get(index).map(|placed| placed.block),
            RowCell::Fold { first, .. } => Some(first),
            _ => None,
        };
        let status = |block| BlockStatus::new(self.articles, self.comparison, side, block);
        block.is_some_and(|block| status(block) == BlockStatus::Alone)
    }

    /// Tells whether a row is part of a stretch, where nothing of one side answers anything of the other, and something
    /// stands on it.
    #[must_use]
    pub fn is_parted(&self, row: usize) -> bool {
        let Some(&Row { band, cells }) = self.rows.get(row) else { return false };
        let is_text = |cell: &RowCell| matches!(cell, RowCell::Text { .. } | RowCell::Fold { .. });
        self.bands.bands[band].link.is_none() && cells.iter().any(is_text)
    }

    fn label(&self, band: &Band, side: Side, cell: RowCell) -> Option<Label> {
        let placed = labels::begun_by(cell, &band.placed[side], self.comparison, band.link)?;
        Some(labels::label(self.articles, self.comparison, (side, placed), self.shows_related))
    }

    /// Presents a line of a block.
    fn text(&self, row: usize, side: Side, (index, line): (usize, usize), into: &mut PresentedCell<'a>) {
        let placed = self.bands.bands[self.rows[row].band].placed[side][index];
        let Some(line) = self.lines.lines(side, placed).get(line) else { return };
        let text = self.texts.text(side, placed.block);
        let is_echo = placed.home != Home::Here;
        (into.indent, into.columns) = (if is_echo { ECHO_INDENT } else { 0 }, line.width());
        into.is_cut = is_echo && line.range().end < text.len() && self.is_last_line(row, side);
        if into.is_cut {
            into.cut = (line.range().end, self.texts.brackets(side, placed.block));
        }
        let Some(markings) = self.markings else {
            // What is printed is put in its order by the terminal.
            into.spans.push(Span::new(&text[line.range()], Role::Text));
            return;
        };
        let PlacedBlock { block, .. } = placed;
        into.levels = self.lines.levels((side, block), self.articles[side], text);
        let roles = BlockRoles::new(self.articles, self.comparison, markings, (side, block), is_echo);
        roles.push(text, line.range(), &mut into.spans);
    }

    /// Tells whether no further line of a block stands on the next row.
    fn is_last_line(&self, row: usize, side: Side) -> bool {
        let next = self.rows.get(row + 1).map(|row| row.cells[side]);
        !matches!(next, Some(RowCell::Text { line: 1.., .. }))
    }

    /// Presents a line of both sides woven.
    fn woven(&self, band: usize, (paragraph, line): (usize, usize), into: &mut PresentedCell<'a>) {
        let link = self.bands.bands[band].link;
        let Some(shown) = link.and_then(|link| self.lines.paragraphs(link).get(paragraph)) else { return };
        let Some(line) = shown.lines.get(line) else { return };
        (into.columns, into.levels) = (line.width(), shown.levels.as_deref());
        let Some(markings) = self.markings else {
            into.spans.push(Span::new(&shown.text[line.range()], Role::Text));
            return;
        };
        let (mut from, end) = (line.range().start, line.range().end);
        while from < end {
            let Some(part) = shown.woven.part_at(from) else { break };
            let (side, block) = (part.side, part.from.0);
            let (byte, limit) = (part.from.1 + (from - part.range.start), part.range.end.min(end));
            // Spaces and signs between the parts stand in no article; they are text all the same.
            let (to, role, bytes) = if part.mark.is_some() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Arrangement, Folding, Folds, Layout, RowSetup};
    use crate::present::Marks;
    use crate::story::Story;
    use crate::wrap::Ambiguous;

    const LEFT: &str = "The contract was worth 41 million crowns.\n\n\
        The council voted eleven to four for the order, and two stayed away.\n\nA retired captain keeps bees.";

    const RIGHT: &str = "The council voted eleven to four for the order, and two stayed away.\n\n\
        The Contract was worth 47 million crowns.";

    /// Returns the rows of the two as they are presented: `number sign indent|role text|role text …` for each side that
    /// has some.
    fn drawn(arrangement: Arrangement, folding: Folding, markings: Option<Markings>) -> Vec<String> {
        let story = Story::new("", vec![Article::read("a", LEFT), Article::read("b", RIGHT)]);
        let shown = Pair::new(0, 1);
        let (articles, comparison) = (story.pair(shown), story.compare(shown));
        let bands = Bands::new(&comparison, articles.map(|article| article.blocks.len()));
        let folds = Folds::new(folding);
        let measures = Pair::new(120, 120);
        let (small, brackets, ambiguous) = (true, None, Ambiguous::Narrow);
        let setup = RowSetup { arrangement, measures, folds: &folds, small, brackets, ambiguous };
        let texts = Texts::new(articles);
        let layout = Layout::new(&bands, &comparison, texts, setup);
        let letters = Pair::new("A".to_owned(), "B".to_owned());
        let (rows, lines, comparison, bands, letters) =
            (&layout.rows[..], layout.wrapped(), &comparison, &bands, &letters);
        let shows_related = false;
        let presenter =
            Presenter { articles, comparison, bands, lines, texts, rows, measures, markings, shows_related, letters };
        let mut cell = PresentedCell::default();
        let mut side = |row: usize, side: Side| {
            presenter.cell(row, side, &mut cell);
            let spans = cell.spans.iter().map(|span| format!("{:?} {}", span.role, span.text));
            let label =
                cell.label.map_or(String::new(), |label| format!("{}{}{}", label.place, label.number, label.sign));
            let cut = if cell.is_cut { "…" } else { "" };
            format!("{label}{}|{}{cut}", " ".repeat(cell.indent), spans.collect::<Vec<_>>().join("|"))
        };
        let mut row =
            |at: usize| Side::BOTH.map(|of| side(at, of)).into_iter().filter(|drawn| drawn != "|").collect::<Vec<_>>();
        (0..rows.len()).map(|at| row(at).join(" ‖ ")).filter(|drawn| !drawn.is_empty()).collect()
    }

    fn facing(markings: Option<Markings>) -> Vec<String> {
        drawn(Arrangement::Facing, Folding::Nothing, markings)
    }

    #[test]
    fn marks_are_roles_and_echoes_are_set_back() {
        assert_eq!(
            facing(Some(Markings::default())),
            [
                " 1 |Text The |Small(Left) contract|Text  was worth |Only(Left) 41|Text  million crowns. ‖ \
                 ↓2   |Echo The |Small(Right) Contract|Echo  was worth |Only(Right) 47|Echo  million crowns.",
                " 2 |Text The council voted eleven to four for the order, and two stayed away. ‖ \
                 \u{20}1 |Text The council voted eleven to four for the order, and two stayed away.",
                " 3<|Text A retired captain keeps bees. ‖ |Filler ╱",
                "|Filler ╱",
                "|End ■ end of A ‖ |Filler ╱",
                "↑1   |Echo The |Small(Left) contract|Echo  was worth |Only(Left) 41|Echo  million crowns. ‖ \
                 \u{20}2 |Text The |Small(Right) Contract|Text  was worth |Only(Right) 47|Text  million crowns.",
                "|Filler ╱",
                "|Filler ╱ ‖ |End ■ end of B",
            ]
        );
    }

    #[test]
    fn what_is_marked_is_asked_for() {
        let first = |marks, small| facing(Some(Markings { marks, small, ..Markings::default() })).swap_remove(0);
        let large = first(Marks::Differences, false);
        assert!(large.starts_with(" 1 |Text The |Text contract|Text  was worth |Only(Left) 41|Text "), "{large}");
        let shared = first(Marks::Shared, true);
        assert!(shared.starts_with(" 1 |Text The contract was worth 41 million crowns. ‖"), "{shared}");
        let nothing = first(Marks::Nothing, true);
        assert!(
            nothing.starts_with(" 1 |Text The contract was worth 41 million crowns. ‖ ↓2   |Echo The Con"),
            "{nothing}"
        );
        // Where marks are brackets in the text, a line is one span.
        assert!(facing(None)[0].ends_with("‖ ↓2   |Text The Contract was worth 47 million crowns."));
    }

    #[test]
    fn folds_and_woven_lines_are_presented_too() {
        let marked = Some(Markings::default());
        let folded = drawn(Arrangement::Facing, Folding::Alone, marked);
        assert!(
            folded.contains(&" 3<|Fold ▸ 1 block: |Fold A retired captain keeps bees. ‖ |Filler ╱".to_owned()),
            "{folded:?}"
        );
        let inline = drawn(Arrangement::Inline, Folding::Nothing, marked);
        assert_eq!(
            inline[0],
            " 1 |Text The|Frame  |Small(Left) contract|Frame  |Small(Right) Contract|Frame  |Text was worth|Frame  \
             |Only(Left) 41|Frame  |Only(Right) 47|Frame  |Text million crowns."
        );
        assert_eq!(inline[4..], [" 2 |Reference B¶2 is woven at A¶1, above", "|End ■ end of B"]);
    }
}
