//! A screen as a picture: the same bytes each time, with nothing but text and rectangles.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::wrap;

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
    let (width, height) =
        (f64::from(area.width) * CELL.0 + 2.0 * MARGIN, f64::from(area.height) * CELL.1 + 2.0 * MARGIN);
    let ground = buffer.content.first().map_or(GROUND.to_owned(), |cell| colours(cell).1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>\n\
         <g font-family=\"'DejaVu Sans Mono','WenQuanYi Micro Hei Mono',Unifont,monospace\" font-size=\"{TYPE}\" xml:space=\"preserve\">\n"
    );
    for y in 0..area.height {
        for run in runs(buffer, y) {
            draw(&mut out, &run, f64::from(y).mul_add(CELL.1, MARGIN), &ground);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Cells of one look, side by side.
struct Run<'b> {
    start: u16,
    columns: u16,
    cells: Vec<(u16, &'b str)>,
    look: &'b Cell,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let Some(cell) = buffer.cell((buffer.area.x + x, buffer.area.y + y)) else { break };
        let columns = u16::try_from(wrap::width(cell.symbol())).unwrap_or(1).max(1);
        let same =
            |run: &&mut Run<'_>| (run.look.fg, run.look.bg, run.look.modifier) == (cell.fg, cell.bg, cell.modifier);
        match runs.last_mut().filter(same) {
            Some(run) => {
                run.columns += columns;
                run.cells.push((x, cell.symbol()));
            }
            None => runs.push(Run { start: x, columns, cells: vec![(x, cell.symbol())], look: cell }),
        }
        x += columns;
    }
    runs
}

fn draw(out: &mut String, run: &Run<'_>, top: f64, page: &str) {
    let (ink, ground) = colours(run.look);
    let left = |x: u16| f64::from(x).mul_add(CELL.0, MARGIN);
    let width = f64::from(run.columns) * CELL.0;
    if ground != page {
        let _ = writeln!(
            out,
            "<rect x=\"{:.2}\" y=\"{top:.2}\" width=\"{width:.2}\" height=\"{:.2}\" fill=\"{ground}\"/>",
            left(run.start),
            CELL.1
        );
    }
    let look = run.look.modifier;
    if run.cells.iter().any(|(_, symbol)| *symbol != " ") {
        let text: String = run.cells.iter().map(|(_, symbol)| *symbol).collect();
        // Every cell gets its own place, so that no font can shift the columns.
        let places: Vec<String> = run
            .cells
            .iter()
            .flat_map(|(x, symbol)| {
                let more = symbol.chars().count().saturating_sub(1);
                std::iter::once(format!("{:.2}", left(*x))).chain(std::iter::repeat_n(String::new(), more))
            })
            .filter(|place| !place.is_empty())
            .collect();
        let plain = text.is_ascii();
        let x = if plain { format!("{:.2}", left(run.start)) } else { places.join(" ") };
        let bold = if look.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
        let italic = if look.contains(Modifier::ITALIC) { " font-style=\"italic\"" } else { "" };
        let faint = if look.contains(Modifier::DIM) { " opacity=\"0.65\"" } else { "" };
        let _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"{:.2}\" fill=\"{ink}\"{bold}{italic}{faint}>{}</text>",
            top + BASELINE,
            escaped(&text)
        );
    }
    if look.contains(Modifier::UNDERLINED) {
        let y = top + BASELINE + 2.5;
        let _ = writeln!(
            out,
            "<line x1=\"{:.2}\" y1=\"{y:.2}\" x2=\"{:.2}\" y2=\"{y:.2}\" stroke=\"{ink}\"/>",
            left(run.start),
            left(run.start) + width
        );
    }
}

/// The ink and the ground of a cell.
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
        _ => reset,
    };
    named.to_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
