//! A screen as a picture: the same bytes each time, with nothing but text and rectangles.

use std::fmt::Write;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::wrap::{self, is_right_to_left};

/// The size of a cell and of the type in it, in user units. The type's advance is that of `DejaVu` Sans Mono.
const CELL: (f64, f64) = (8.43, 18.0);
const TYPE: f64 = 14.0;
const BASELINE: f64 = 13.5;
const MARGIN: f64 = 10.0;

/// What stands for the terminal's own colours.
const GROUND: &str = "#ffffff";
const TEXT: &str = "#1c1c1c";

/// Draws a buffer as SVG.
#[must_use]
pub fn svg(buffer: &Buffer) -> String {
    let area = buffer.area;
    let width = f64::from(area.width).mul_add(CELL.0, 2.0 * MARGIN);
    let height = f64::from(area.height).mul_add(CELL.1, 2.0 * MARGIN);
    let page = page(buffer);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{page}\"/>\n\
         <g font-family=\"'DejaVu Sans Mono','WenQuanYi Micro Hei Mono',Unifont,monospace\" font-size=\"{TYPE}\" xml:space=\"preserve\">\n"
    );
    for y in 0..area.height {
        let top = f64::from(y).mul_add(CELL.1, MARGIN);
        let runs = runs(buffer, y);
        for same in runs.chunk_by(|a, b| colours(a.look).1 == colours(b.look).1) {
            ground(&mut out, same, top, &page);
        }
        for run in &runs {
            draw(&mut out, run, top);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Returns the ground that most cells have: that of the page.
fn page(buffer: &Buffer) -> String {
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for cell in &buffer.content {
        *counts.entry(colours(cell).1).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(GROUND.to_owned(), |(ground, _)| ground)
}

/// Fills the ground of runs side by side where it is not the page's.
fn ground(out: &mut String, runs: &[CellRun<'_>], top: f64, page: &str) {
    let ground = colours(runs[0].look).1;
    if ground == page {
        return;
    }
    let columns: u16 = runs.iter().map(|run| run.columns).sum();
    let (left, width, height) = (column(runs[0].start), f64::from(columns) * CELL.0, CELL.1);
    let _ = writeln!(
        out,
        "<rect x=\"{left:.2}\" y=\"{top:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" fill=\"{ground}\" shape-rendering=\"crispEdges\"/>"
    );
}

/// Cells of one look, side by side.
struct CellRun<'b> {
    start: u16,
    columns: u16,
    cells: Vec<(u16, &'b str)>,
    look: &'b Cell,
    /// The columns that a line stands under: it may leave letters out, which look the same else.
    underlined: Vec<Range<u16>>,
}

impl CellRun<'_> {
    fn underline(&mut self, cell: &Cell, x: u16, columns: u16) {
        if !cell.modifier.contains(Modifier::UNDERLINED) {
            return;
        }
        match self.underlined.last_mut().filter(|last| last.end == x) {
            Some(last) => last.end += columns,
            None => self.underlined.push(x..x + columns),
        }
    }
}

fn runs(buffer: &Buffer, y: u16) -> Vec<CellRun<'_>> {
    let mut runs: Vec<CellRun<'_>> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let Some(cell) = buffer.cell((buffer.area.x + x, buffer.area.y + y)) else { break };
        let columns = u16::try_from(wrap::width(cell.symbol())).unwrap_or(1).max(1);
        let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier.difference(Modifier::UNDERLINED));
        if runs.last().is_none_or(|run| look(run.look) != look(cell)) {
            runs.push(CellRun { start: x, columns: 0, cells: Vec::new(), look: cell, underlined: Vec::new() });
        }
        if let Some(run) = runs.last_mut() {
            run.columns += columns;
            run.cells.push((x, cell.symbol()));
            run.underline(cell, x, columns);
        }
        x += columns;
    }
    runs
}

fn draw(out: &mut String, run: &CellRun<'_>, top: f64) {
    let ink = colours(run.look).0;
    let faint = faint(run.look.modifier);
    for (x, symbol) in &run.cells {
        if let Some(path) = solid(symbol) {
            // Blocks side by side leave no seam; dots stay round enough.
            let is_bar = matches!(*symbol, "█" | "▇" | "▌" | "▐" | "▏" | "▕");
            let crisp = if is_bar { " shape-rendering=\"crispEdges\"" } else { "" };
            let _ = writeln!(
                out,
                "<path transform=\"translate({:.2} {top:.2})\" d=\"{path}\" fill=\"{ink}\"{faint}{crisp}/>",
                column(*x)
            );
        } else if let Some(path) = stroke(symbol) {
            let _ = writeln!(
                out,
                "<path transform=\"translate({:.2} {top:.2})\" d=\"{path}\" fill=\"none\" stroke=\"{ink}\"{faint}/>",
                column(*x)
            );
        }
    }
    for words in run.cells.chunk_by(|(_, a), (_, b)| is_type(a) == is_type(b)).filter(|words| is_type(words[0].1)) {
        write_type(out, words, run.look.modifier, top, &ink);
    }
    if !run.underlined.is_empty() {
        let y = top + BASELINE + 2.5;
        let line = |line: &Range<u16>| format!("M{:.2} {y:.2}H{:.2}", column(line.start), column(line.end));
        let lines: String = run.underlined.iter().map(line).collect();
        let _ = writeln!(out, "<path d=\"{lines}\" stroke=\"{ink}\"{faint}/>");
    }
}

/// Writes type: narrow signs in one go, since the type's advance is the cell's; each wide one, and each word that runs from
/// right to left, at a place of its own, since fonts do not agree on how wide it is.
fn write_type(out: &mut String, cells: &[(u16, &str)], look: Modifier, top: f64, ink: &str) {
    let is_narrow =
        |symbol: &str| symbol.chars().count() == 1 && wrap::width(symbol) == 1 && !symbol.chars().any(is_right_to_left);
    for piece in cells.chunk_by(|(_, a), (_, b)| is_narrow(a) && is_narrow(b)) {
        let text: String = piece.iter().map(|(_, symbol)| *symbol).collect();
        if !text.trim().is_empty() {
            element(out, piece[0].0, &text, look, top, ink);
        }
    }
}

/// Writes a text whose first column is given. One that runs from right to left is set about its middle: which of its ends the
/// beginning is, programs do not agree on; and it is stretched to its columns, since fonts have it at another width, and a lam and
/// an alif in one.
fn element(out: &mut String, x: u16, text: &str, look: Modifier, top: f64, ink: &str) {
    let bold = if look.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let italic = if look.contains(Modifier::ITALIC) { " font-style=\"italic\"" } else { "" };
    let faint = faint(look);
    let y = top + BASELINE;
    let is_right_to_left = text.chars().next().is_some_and(is_right_to_left);
    let (x, direction) = if is_right_to_left {
        let width = wrap::width(text) as f64 * CELL.0;
        let set = format!(
            " direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"middle\" textLength=\"{width:.2}\" \
             lengthAdjust=\"spacingAndGlyphs\""
        );
        (column(x) + width / 2.0, set)
    } else {
        (column(x), String::new())
    };
    let _ = writeln!(
        out,
        "<text x=\"{x:.2}\" y=\"{y:.2}\" fill=\"{ink}\"{direction}{bold}{italic}{faint}>{}</text>",
        escaped(text)
    );
}

const fn faint(look: Modifier) -> &'static str {
    if look.contains(Modifier::DIM) { " opacity=\"0.65\"" } else { "" }
}

fn column(x: u16) -> f64 {
    f64::from(x).mul_add(CELL.0, MARGIN)
}

/// Tells whether a symbol is set as type rather than drawn.
fn is_type(symbol: &str) -> bool {
    stroke(symbol).is_none() && solid(symbol).is_none()
}

/// Blocks fill their cell, and the dots of a braille cell stand at even distances across cells.
fn solid(symbol: &str) -> Option<String> {
    const PLACES: [(f64, f64); 8] =
        [(0.0, 0.0), (0.0, 1.0), (0.0, 2.0), (1.0, 0.0), (1.0, 1.0), (1.0, 2.0), (0.0, 3.0), (1.0, 3.0)];
    let mut chars = symbol.chars();
    match (chars.next()?, chars.next()) {
        ('█', None) => Some("M0 0H8.43V18H0Z".to_owned()),
        ('▌', None) => Some("M0 0H4.2V18H0Z".to_owned()),
        ('▐', None) => Some("M4.2 0H8.43V18H4.2Z".to_owned()),
        ('▏', None) => Some("M0 0H1.05V18H0Z".to_owned()),
        ('▕', None) => Some("M7.38 0H8.43V18H7.38Z".to_owned()),
        ('░', None) => Some(hatch(|x, y| y % 2 == 0 && (x + y / 2) % 2 == 0)),
        ('▒', None) => Some(hatch(|x, y| (x + y) % 2 == 0)),
        ('▓', None) => Some(hatch(|x, y| y % 2 == 1 || (x + y / 2) % 2 == 1)),
        ('▇', None) => Some("M0 2.25H8.43V18H0Z".to_owned()),
        (braille @ '\u{2801}'..='\u{28FF}', None) => {
            let pattern = u32::from(braille) - 0x2800;
            let mut path = String::new();
            for (_, (x, y)) in PLACES.iter().enumerate().filter(|(bit, _)| pattern >> bit & 1 == 1) {
                let (x, y) = (x.mul_add(CELL.0 / 2.0, 1.0), y.mul_add(CELL.1 / 4.0, 1.25));
                let _ = write!(path, "M{x:.2} {y:.2}h2.1v2.1h-2.1Z");
            }
            Some(path)
        }
        _ => None,
    }
}

/// Draws those of four by eight parts of a cell that are asked for, which go on in the next cell without a seam.
fn hatch(is_drawn: impl Fn(u32, u32) -> bool) -> String {
    const PART: (f64, f64) = (CELL.0 / 4.0, CELL.1 / 8.0);
    let all = (0..8).flat_map(|y| (0..4).map(move |x| (x, y))).filter(|&(x, y)| is_drawn(x, y));
    let part = |(x, y)| {
        let (left, top) = (f64::from(x) * PART.0, f64::from(y) * PART.1);
        format!("M{left:.2} {top:.2}h{:.2}v{:.2}h-{:.2}Z", PART.0, PART.1, PART.0)
    };
    all.map(part).collect()
}

/// Lines are drawn from edge to edge of their cell, which type does not reach.
fn stroke(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "│" => "M4.2 0V18",
        "┊" => "M4.2 1.5V4.5M4.2 7.5V10.5M4.2 13.5V16.5",
        "╱" => "M0 18L8.43 0",
        "─" => "M0 9H8.43",
        "┬" => "M0 9H8.43M4.2 9V18",
        "┴" => "M0 9H8.43M4.2 0V9",
        "┌" => "M8.43 9H4.2V18",
        "┐" => "M0 9H4.2V18",
        "└" => "M4.2 0V9H8.43",
        "┘" => "M4.2 0V9H0",
        _ => return None,
    })
}

/// Returns the ink and the ground of a cell.
fn colours(cell: &Cell) -> (String, String) {
    let (ink, ground) = (hex(cell.fg, TEXT), hex(cell.bg, GROUND));
    if cell.modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) }
}

fn hex(colour: Color, reset: &str) -> String {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let named = match colour {
        Color::Rgb(r, g, b) => return format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Indexed(n @ 16..=231) => {
            let n = usize::from(n - 16);
            return format!("#{:02x}{:02x}{:02x}", STEPS[n / 36], STEPS[n / 6 % 6], STEPS[n % 6]);
        }
        Color::Indexed(n @ 232..=255) => return format!("#{0:02x}{0:02x}{0:02x}", 8 + 10 * (n - 232)),
        Color::Cyan => "#007a7a",
        Color::Magenta => "#a02090",
        Color::Green => "#007a00",
        Color::DarkGray => "#6c6c6c",
        Color::Black => "#000000",
        Color::Yellow => "#c4a000",
        Color::LightCyan => "#34e2e2",
        _ => reset,
    };
    named.to_owned()
}

/// Returns a text as XML has it, whatever is in it: what XML has no place for, escaped or not, is shown as U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(if is_in_xml(c) { c } else { char::REPLACEMENT_CHARACTER }),
        }
    }
    out
}

/// Tells whether a character may stand in a document (XML 1.0, production 2).
const fn is_in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// Returns the picture of a text on one line, put into the cells as it is.
    fn drawn(text: &str) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        buffer.cell_mut((0, 0)).expect("there are three cells").set_symbol(text);
        svg(&buffer)
    }

    #[test]
    fn what_xml_has_no_place_for_is_shown_as_such() {
        for odd in ["\u{FFFF}", "\u{FFFE}", "\0", "\u{1B}", "\u{0B}"] {
            let picture = drawn(&format!("a{odd}b"));
            assert!(picture.contains(">a\u{FFFD}b</text>"), "{picture}");
        }
        assert!(drawn("<&>").contains(">&lt;&amp;&gt;</text>"));
    }

    /// Returns the picture of a text in a style, of whose letters some have a line under them.
    fn underlined(text: &str, style: Style, line: impl Fn(u16) -> bool) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        let end = buffer.set_stringn(0, 0, text, 12, style).0;
        for x in (0..end).filter(|&x| line(x)) {
            buffer.set_style(Rect::new(x, 0, 1, 1), Style::new().add_modifier(Modifier::UNDERLINED));
        }
        svg(&buffer)
    }

    #[test]
    fn a_line_is_as_faint_as_its_letters() {
        let picture = underlined("quay", Style::new().add_modifier(Modifier::DIM), |_| true);
        let line = picture.lines().find(|line| line.contains("stroke=")).unwrap_or_default();
        assert!(line.contains(" opacity="), "{picture}");
    }

    #[test]
    fn a_line_that_leaves_letters_out_does_not_tear_the_word() {
        let picture = underlined("colour", Style::new(), |x| x.is_multiple_of(2));
        assert!(picture.contains(">colour"), "{picture}");
        let line = picture.lines().find(|line| line.contains("stroke=")).unwrap_or_default();
        assert_eq!(line.matches('M').count(), 3, "{picture}");
    }

    #[test]
    fn bars_of_every_width_are_drawn_from_edge_to_edge() {
        for bar in ["█", "▌", "▐", "▏", "▕"] {
            let picture = drawn(bar);
            assert!(picture.contains("V18H") && picture.contains("crispEdges"), "{picture}");
        }
    }

    /// A lam and an alif are one glyph, and two columns.
    #[test]
    fn a_word_from_right_to_left_fills_its_columns() {
        let picture = drawn("لا");
        let columns = f64::from(u16::try_from(wrap::width("لا")).unwrap_or(0)) * CELL.0;
        assert!(
            picture.contains(&format!("textLength=\"{columns:.2}\" lengthAdjust=\"spacingAndGlyphs\"")),
            "{picture}"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_in_xml(text in any::<String>()) {
            let picture = drawn(&text);
            prop_assert!(picture.chars().all(is_in_xml));
            let tags = |picture: &str| picture.matches('<').count();
            prop_assert!(tags(&picture) <= tags(&drawn("a")) + 1, "{}", picture);
        }
    }
}
