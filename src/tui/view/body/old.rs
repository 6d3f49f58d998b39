//! The drawing of the text as it was, which the present one is held against.

mod styles;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::signs::{put_text, put_text_within};
use super::super::{fill, put, put_within};
use crate::layout::{Arrangement, ECHO_INDENT, Half, Home, Row};
use crate::pair::{Pair, Side};
use crate::present::Sign;
use crate::present::labels::{self, Label};
use crate::tui::model::{Answer, Model};
use crate::tui::screen::columns;
use styles::Styles;

/// Draws the rows that are in sight.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let screen = model.screen;
    let answer = model.answer();
    for line in 0..screen.body_height() {
        let y = screen.body_top() + line;
        let rows = model.eyes.map(|eye| eye.top + usize::from(line));
        match screen.columns.arrangement {
            Arrangement::Facing => facing(model, answer.as_ref(), rows, y, buffer),
            Arrangement::Inline | Arrangement::Stacked | Arrangement::Single(_) => {
                below(model, answer.as_ref(), rows[model.focus], y, buffer);
            }
        }
    }
}

/// A line of the screen with both panes; they show the same row unless they are free.
fn facing(model: &Model, answer: Option<&Answer>, rows: Pair<usize>, y: u16, buffer: &mut Buffer) {
    let screen = model.screen;
    let margins = screen.columns.margins().map(columns);
    let lines = Pair::from_fn(|side| Line::of(model, answer, side, rows[side], y));
    for (line, x) in [(&lines.left, margins.left), (&lines.right, screen.right_pane() + margins.right)] {
        if let Some(line) = line {
            line.half(x, buffer);
        }
    }
    let x = screen.gutter_left();
    let digits = columns(screen.columns.digits);
    for (line, x, here) in [(&lines.left, x, "◀"), (&lines.right, x + 2 * digits + 6, "▶")] {
        let is_cursor = line.as_ref().is_some_and(Line::is_cursor);
        let (sign, style) = match line {
            _ if is_cursor => (here, model.theme.cursor),
            Some(line) if line.is_answer() => (Sign::Answer.sign(), model.theme.cursor),
            _ => ("│", model.theme.frame),
        };
        put(buffer, x, y, sign, style);
    }
    numbers(model, &lines, x, y, buffer);
}

/// `↓15 ~  3 `: the numbers at a block's first line, and the sign of the relation between them.
fn numbers(model: &Model, lines: &Pair<Option<Line<'_>>>, x: u16, y: u16, buffer: &mut Buffer) {
    let theme = &model.theme;
    let digits = columns(model.screen.columns.digits);
    let number = |label: Label| format!("{:>width$}", label.number, width = usize::from(digits));
    if let Some(label) = lines.left.as_ref().and_then(Line::label) {
        put(buffer, x + 1, y, label.arrow, theme.sign);
        put(buffer, x + 2, y, &number(label), theme.frame);
        put(buffer, x + 2 + digits, y, label.sign, theme.sign);
    }
    if let Some(label) = lines.right.as_ref().and_then(Line::label) {
        put(buffer, x + 4 + digits, y, label.sign, theme.sign);
        put(buffer, x + 5 + digits, y, &number(label), theme.frame);
        put(buffer, x + 5 + 2 * digits, y, label.arrow, theme.sign);
    }
    if let (Some(left), Some(right)) = (&lines.left, &lines.right)
        && left.place == right.place
        && left.is_first_of_band()
    {
        put(buffer, x + 3 + digits, y, left.relation(), theme.sign);
    }
}

/// A line of the screen in one column: `▶B ↑12 ~ ` and the text.
fn below(model: &Model, answer: Option<&Answer>, row: usize, y: u16, buffer: &mut Buffer) {
    let theme = &model.theme;
    let digits = columns(model.screen.columns.digits);
    if row == model.eye().cursor {
        put(buffer, 0, y, "▶", theme.cursor);
    }
    for line in Side::BOTH.into_iter().filter_map(|side| Line::of(model, answer, side, row, y)) {
        if line.is_answer() {
            put(buffer, 0, y, Sign::Answer.sign(), theme.cursor);
        }
        line.half(columns(model.screen.columns.gutter), buffer);
        if line.is_text() {
            put(buffer, 1, y, &model.letters()[line.side], theme.only[line.side]);
        }
        if let Some(label) = line.label() {
            put(buffer, 3, y, label.arrow, theme.sign);
            put(buffer, 4, y, &format!("{:>width$}", label.number, width = usize::from(digits)), theme.frame);
            let sign = if label.sign == " " { line.relation() } else { label.sign };
            put(buffer, 5 + digits, y, sign, theme.sign);
        }
    }
}

/// A side's half of a row, on its line of the screen.
struct Line<'m> {
    model: &'m Model,
    answer: Option<&'m Answer>,
    side: Side,
    row: &'m Row,
    place: usize,
    y: u16,
}

impl<'m> Line<'m> {
    /// `None` below the last row, and where the row belongs to the other side.
    fn of(model: &'m Model, answer: Option<&'m Answer>, side: Side, place: usize, y: u16) -> Option<Self> {
        let row = model.layout.rows.get(place).filter(|row| row.halves[side] != Half::Other)?;
        Some(Self { model, answer, side, row, place, y })
    }

    fn is_cursor(&self) -> bool {
        self.model.focus == self.side && self.model.eye().cursor == self.place
    }

    /// Whether something on the line answers that at the cursor.
    fn is_answer(&self) -> bool {
        let Half::Text { cell, line } = self.row.halves[self.side] else { return false };
        let Some(answer) = self.answer else { return false };
        let cell = self.model.bands.bands[self.row.band].cells[self.side][cell];
        let line = self.model.layout.lines(self.side, cell).get(line);
        line.is_some_and(|line| answer.meets(self.side, cell.block, &line.range()))
    }

    fn is_text(&self) -> bool {
        matches!(self.row.halves[self.side], Half::Text { .. } | Half::Fold { .. } | Half::Named { .. })
    }

    /// Draws the half, its text beginning at a column.
    fn half(&self, x: u16, buffer: &mut Buffer) {
        let model = self.model;
        let measure = columns(model.screen.columns.measures[self.side]);
        match self.row.halves[self.side] {
            Half::Text { cell, line } => self.text(cell, line, x, measure, buffer),
            Half::Woven { paragraph, line } => self.woven(paragraph, line, x, measure, buffer),
            Half::Named { block } => {
                let letters = model.letters();
                let letters = letters.as_ref().map(String::as_str);
                let text = labels::woven_at(&model.comparison, &model.bands, letters, self.side, block);
                put_within(buffer, x, self.y, measure, &text, model.theme.aside);
            }
            Half::Fold { first, last } => {
                let at = put(buffer, x, self.y, &labels::fold(first, last), model.theme.aside);
                let text = &model.articles()[self.side].blocks[first].text;
                let room = (x + measure).saturating_sub(at);
                put_text_within(model.settings.setup, buffer, (at, self.y), room, text, model.theme.aside);
            }
            Half::End => {
                let name = labels::end_of(&model.letters()[self.side]);
                put_within(buffer, x, self.y, measure, &name, model.theme.frame);
            }
            Half::Filler => {
                put(buffer, x, self.y, Sign::Filler.sign(), model.theme.frame);
            }
            Half::Gap | Half::Other => {}
        }
    }

    fn text(&self, cell: usize, line: usize, x: u16, measure: u16, buffer: &mut Buffer) {
        let (model, side) = (self.model, self.side);
        let cell = model.bands.bands[self.row.band].cells[side][cell];
        let lines = model.layout.lines(side, cell);
        let Some(line) = lines.get(line) else { return };
        let block = &model.articles()[side].blocks[cell.block];
        let mut at = x;
        if cell.home != Home::Here {
            at = put(buffer, at, self.y, Sign::Echo.sign(), model.theme.frame).max(at + 1);
            at += columns(ECHO_INDENT) - 1;
        }
        let end = x + measure;
        let styles = Styles::of(model, side, cell, block.kind, self.answer);
        let mut from = line.range().start;
        while from < line.range().end && at < end {
            let (to, style) = styles.next(from, line.range().end);
            at = put_text(model.settings.setup, buffer, (at, self.y), end - at, &block.text[from..to], style);
            from = to;
        }
        if self.is_folded_echo(cell.home) && line.range().end < block.text.len() {
            fill(buffer, Rect::new(at.min(end - 1), self.y, 1, 1), "…", model.theme.echo);
        }
    }

    /// A line of both sides woven.
    fn woven(&self, paragraph: usize, line: usize, x: u16, measure: u16, buffer: &mut Buffer) {
        let model = self.model;
        let woven = model.bands.bands[self.row.band].link;
        let Some(shown) = woven.and_then(|link| model.layout.paragraph(link, paragraph)) else { return };
        let Some(line) = shown.lines.get(line) else { return };
        let (mut at, mut from, end) = (x, line.range().start, x + measure);
        while from < line.range().end && at < end {
            let Some(piece) = shown.woven.piece_at(from) else { break };
            let kind = model.articles()[piece.side].blocks[piece.from.0].kind;
            let styles = Styles::woven(model, piece.side, piece.from.0, kind);
            let byte = piece.from.1 + (from - piece.range.start);
            let limit = piece.range.end.min(line.range().end);
            let (to, style) = match piece.mark {
                Some(_) => {
                    let (to, style) = styles.next(byte, byte + (limit - from));
                    (from + (to - byte), style)
                }
                None => (limit, model.theme.frame),
            };
            at = put_text(model.settings.setup, buffer, (at, self.y), end - at, &shown.text[from..to], style);
            from = to;
        }
    }

    /// Whether an echo is set on one line here.
    fn is_folded_echo(&self, home: Home) -> bool {
        let next = self.model.layout.rows.get(self.place + 1).map(|row| row.halves[self.side]);
        home != Home::Here && !matches!(next, Some(Half::Text { line: 1.., .. }))
    }

    /// The label of a block whose first line stands on this row.
    fn label(&self) -> Option<Label> {
        let model = self.model;
        let band = &model.bands.bands[self.row.band];
        let cells = &band.cells[self.side];
        let cell = labels::cell_of(self.row.halves[self.side], cells, &model.comparison, band.link)?;
        Some(labels::label(model.articles(), &model.comparison, self.side, cell))
    }

    fn is_first_of_band(&self) -> bool {
        self.model.layout.rows_of(self.row.band).start == self.place
    }

    /// The sign of the band's relation.
    fn relation(&self) -> &'static str {
        labels::sign(&self.model.comparison, &self.model.bands.bands[self.row.band])
    }
}

mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::article::Article;
    use crate::layout::PageSetup;
    use crate::present::{Markings, Marks};
    use crate::story::Story;
    use crate::tui::keys;
    use crate::tui::model::{Message, Opening, Settings};
    use crate::tui::theme::Theme;
    use crate::wrap::Ambiguous;

    const SENTENCES: [&str; 9] = [
        "The ferries were withdrawn in March after cracks were found in their hulls.",
        "The council voted eleven to four for the order, and two members stayed away.",
        "\u{201C}We popularise what people know,\u{201D} said the head of the harbour \u{2013} and left.",
        "Le capitaine a d\u{E9}j\u{E0} vendu ses trois bateaux a\u{300} la ville voisine.",
        "\u{706F}\u{53F0}\u{306F}\u{4E09}\u{6708}\u{306B}\u{9589}\u{3058}\u{3089}\u{308C}\u{305F}\u{3002}",
        "A retired captain keeps bees behind the lighthouse \u{1F3F4}\u{200D}\u{2620}\u{FE0F} at the quay.",
        "Tickets will not rise before spring; the first new boat is promised before the winter.",
        "By Jane Harbour",
        "The lighthouse stays shut",
    ];

    /// An article: its sentences, several to a block, some of their words exchanged.
    fn text(blocks: &[(Vec<usize>, usize)]) -> String {
        let block = |(sentences, change): &(Vec<usize>, usize)| {
            let text = sentences.iter().map(|&at| SENTENCES[at]).collect::<Vec<_>>().join(" ");
            match change {
                0 => text.replace("popularise", "popularize").replace("The council", "the Council"),
                1 => text.replace("eleven", "twelve").replace("March", "April of last year"),
                2 => text.replace("captain", "keeper").replace("new boat", "old ship that was sold"),
                _ => text,
            }
        };
        blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
    }

    fn blocks() -> impl Strategy<Value = Vec<(Vec<usize>, usize)>> {
        prop::collection::vec((prop::collection::vec(0..SENTENCES.len(), 1..5), 0..7_usize), 1..9)
    }

    fn settings() -> impl Strategy<Value = Settings> {
        let arrangement = prop::sample::select(Arrangement::ALL.to_vec());
        let marks = prop::sample::select(vec![Marks::Differences, Marks::Shared, Marks::Nothing]);
        let ambiguous = prop::sample::select(vec![Ambiguous::Narrow, Ambiguous::Narrow, Ambiguous::Wide]);
        let page = (24..160_usize, 8..40_usize, 20..90_usize, any::<bool>());
        (arrangement, marks, ambiguous, page, any::<bool>()).prop_map(|(arrangement, marks, ambiguous, page, small)| {
            let (width, height, measure, ascii) = page;
            let setup = PageSetup { width, height, measure, arrangement, ascii, ambiguous, ..PageSetup::default() };
            Settings { setup, markings: Markings { marks, small }, ..Settings::default() }
        })
    }

    const KEYS: [&str; 24] = [
        "j",
        "jjjj",
        "]",
        "]]]",
        ")",
        ")))",
        "<Tab>",
        "=",
        "==",
        "w",
        "c",
        "s",
        "|",
        "S",
        "SJJ",
        "x",
        "}",
        "G",
        "/a<Enter>",
        "/the<Enter>n",
        "/boat<Enter>nn",
        "/e",
        "<Enter>",
        "<Space>",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn the_text_is_drawn_as_it_was(
            (left, right, order) in (blocks(), blocks(), any::<bool>()),
            settings in settings(),
            typed in prop::collection::vec(prop::sample::select(KEYS.to_vec()), 0..7),
            theme in prop::sample::select(Theme::NAMES.to_vec()),
        ) {
            // As a rule the right has much of the left, in another order.
            let mut right = right;
            if order {
                right.extend(left.iter().rev().map(|(sentences, change)| (sentences.clone(), (change + 1) % 7)));
            }
            let articles = vec![Article::read("a.txt", &text(&left)), Article::read("b.txt", &text(&right))];
            let story = Arc::new(Story::new("made", articles));
            let theme = Theme::named(theme).expect("it is named");
            let mut model = Model::new(Opening { settings, theme, ..Opening::new(story, Pair::new(0, 1)) });
            for key in typed.iter().flat_map(|typed| keys::parse(typed).expect("they are known")) {
                model.update(Message::Key(key));
                model.settle();
                let (width, height) = model.screen.full();
                let drawn = |draw: fn(&Model, &mut Buffer)| {
                    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                    buffer.set_style(buffer.area, model.theme.text);
                    draw(&model, &mut buffer);
                    buffer
                };
                let (before, now) = (drawn(draw), drawn(super::super::draw));
                prop_assert_eq!(&before, &now, "after {:?}", &typed);
            }
        }
    }
}
