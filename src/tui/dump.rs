//! A screen as text, for printing and for tests.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::theme::Theme;
use crate::pair::Side;
use crate::wrap;

/// Returns the characters of a screen, a line each, without white space at the ends.
#[must_use]
pub fn text(buffer: &Buffer) -> String {
    lines(buffer, |_, _| String::new())
}

/// The same with the marks made visible: `[only left]`, `{only right}`, `<moved within its link>`,
/// `(=elsewhere there=)`, and `*` before and
/// after what the reader halted at; over these `«what was searched»`, and `*«` where the reader halted at it; in lists `‹what matches›`. The marks are added, so columns shift.
#[must_use]
pub fn marked(buffer: &Buffer, theme: &Theme) -> String {
    let mut open: Option<&'static str> = None;
    // How a letter looks that the underline of the mark before it leaves out.
    let mut left_out: Option<(Color, Modifier)> = None;
    lines(buffer, |cell, is_end| {
        let bare = cell.filter(|_| !is_end);
        let look = |cell: &Cell| (cell.fg, cell.modifier);
        let now = match bare.and_then(|cell| mark(cell, theme)) {
            Some(mark) => {
                let bare = bare.filter(|cell| is_broken(cell, theme));
                left_out = bare.map(|cell| (cell.fg, cell.modifier.difference(Modifier::UNDERLINED)));
                Some(mark)
            }
            None => open.filter(|_| left_out.is_some() && bare.map(look) == left_out),
        };
        let closing = |open: &str| match open {
            "[" => "]",
            "{" => "}",
            "<" => ">",
            "(=" => "=)",
            "*[" => "]*",
            "«" => "»",
            "‹" => "›",
            "*«" => "»*",
            _ => "}*",
        };
        let mut text = String::new();
        if open != now {
            text.extend(open.map(closing));
            text.extend(now);
            open = now;
        }
        text
    })
}

/// Tells whether a letter is underlined by a line that leaves letters out.
fn is_broken(cell: &Cell, theme: &Theme) -> bool {
    let faint = if cell.modifier.contains(Modifier::REVERSED) { Modifier::DIM } else { Modifier::empty() };
    let attributes = cell.modifier.difference(Modifier::REVERSED);
    let styles = theme.small.iter().chain([&theme.elsewhere]);
    styles
        .into_iter()
        .any(|style| (style.fg.unwrap_or_default(), style.add_modifier.difference(faint)) == (cell.fg, attributes))
}

fn mark(cell: &Cell, theme: &Theme) -> Option<&'static str> {
    let halted = cell.modifier.contains(Modifier::REVERSED);
    let bare = cell.modifier.difference(Modifier::REVERSED);
    // What is halted at is not faint.
    let faint = if halted { Modifier::DIM } else { Modifier::empty() };
    let own = |style: ratatui::style::Style| style.add_modifier.difference(faint);
    let is = |style: ratatui::style::Style| style.fg.unwrap_or_default() == cell.fg && own(style) == bare;
    let has = |style: ratatui::style::Style| {
        (style.fg.unwrap_or_default(), style.bg.unwrap_or_default()) == (cell.fg, cell.bg)
            && cell.modifier.contains(style.add_modifier)
    };
    // On the reading row of the gutter.
    let row = |side: Side| theme.only[side].patch(theme.reading_sides[side]);
    // Marks of punctuation that the right alone has are underlined as well.
    let point = theme.only[Side::Right].add_modifier(Modifier::UNDERLINED);
    if has(theme.here) {
        Some("*«")
    } else if has(theme.found) {
        Some("«")
    } else if is(theme.only[Side::Left]) || is(theme.small[Side::Left]) || is(row(Side::Left)) {
        Some(if halted { "*[" } else { "[" })
    } else if is(theme.only[Side::Right]) || is(theme.small[Side::Right]) || is(point) || is(row(Side::Right)) {
        Some(if halted { "*{" } else { "{" })
    } else if is(theme.moved) {
        Some("<")
    } else if is(theme.elsewhere) {
        Some("(=")
    } else if cell.modifier.contains(theme.matched.add_modifier) {
        Some("‹")
    } else {
        None
    }
}

/// Joins the cells of each row, with something put before each of them and at the end of the row.
fn lines(buffer: &Buffer, mut before: impl FnMut(Option<&Cell>, bool) -> String) -> String {
    let area = buffer.area;
    let mut out = String::new();
    for y in area.top()..area.bottom() {
        let mut line = String::new();
        let mut x = area.left();
        while x < area.right() {
            let Some(cell) = buffer.cell((x, y)) else { break };
            line.push_str(&before(Some(cell), false));
            line.push_str(cell.symbol());
            x += u16::try_from(wrap::width(cell.symbol())).unwrap_or(1).max(1);
        }
        line.push_str(&before(None, true));
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
