//! A screen as text, for printing and for tests.

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

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
    lines(buffer, |cell, is_end| {
        let bare = cell.filter(|_| !is_end);
        let now = bare.and_then(|cell| mark(cell, theme));
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

fn mark(cell: &ratatui::buffer::Cell, theme: &Theme) -> Option<&'static str> {
    let halted = cell.modifier.contains(Modifier::REVERSED);
    let bare = cell.modifier.difference(Modifier::REVERSED);
    let is = |style: ratatui::style::Style| style.fg.unwrap_or_default() == cell.fg && style.add_modifier == bare;
    let has = |style: ratatui::style::Style| {
        (style.fg.unwrap_or_default(), style.bg.unwrap_or_default()) == (cell.fg, cell.bg)
            && cell.modifier.contains(style.add_modifier)
    };
    if has(theme.here) {
        Some("*«")
    } else if has(theme.found) {
        Some("«")
    } else if is(theme.only[Side::Left]) || is(theme.small[Side::Left]) {
        Some(if halted { "*[" } else { "[" })
    } else if is(theme.only[Side::Right]) || is(theme.small[Side::Right]) {
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
fn lines(buffer: &Buffer, mut before: impl FnMut(Option<&ratatui::buffer::Cell>, bool) -> String) -> String {
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
