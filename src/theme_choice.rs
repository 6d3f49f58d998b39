//! Which theme fits the terminal.

use std::env;
use std::io::{self, IsTerminal};

use diptych::options::{Color, Options, THEME_AUTO};
use diptych::tui::terminal_background::{self, TerminalBackground};
use diptych::tui::theme::{Depth, Theme};

/// Tells whether the terminal says that it can but write line by line.
pub fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Returns the theme asked for, in as many colours as there are and are wanted, and whether the terminal is still to be
/// asked: only for the reader, and only if no theme is set. What its environment says holds until it has answered.
pub fn theme(options: &Options, is_reader: bool) -> (Theme, bool) {
    let variable = |name: &str| env::var(name).ok();
    let depth = match options.color {
        Color::Auto if anstyle_query::no_color() => Depth::Nothing,
        Color::Never => Depth::Nothing,
        Color::Auto | Color::Always if is_reader => {
            Depth::from_environment(variable("COLORTERM").as_deref(), variable("TERM").as_deref())
        }
        Color::Auto | Color::Always => Depth::True,
    };
    let named = Some(options.theme).filter(|name| *name != THEME_AUTO);
    let is_fitting = named.is_none() && is_reader && matches!(depth, Depth::True | Depth::Indexed);
    let can_answer = || io::stdin().is_terminal() && io::stdout().is_terminal();
    let (background, asks) = if is_fitting { background(can_answer()) } else { (TerminalBackground::Dark, false) };
    (Theme::named(named.unwrap_or(background.theme())).unwrap_or_default().at(depth), asks)
}

/// Returns what the environment says that the terminal stands on, else dark; and whether the terminal can be asked
/// itself.
#[cfg(unix)]
fn background(has_terminal: bool) -> (TerminalBackground, bool) {
    (from_environment(), has_terminal && terminal_background::can_answer(env::var_os("TERM").as_deref()))
}

/// Returns what the terminal stands on. It is asked here: the library asks in its own way.
#[cfg(not(unix))]
fn background(has_terminal: bool) -> (TerminalBackground, bool) {
    (has_terminal.then(terminal_background::ask).flatten().unwrap_or_else(from_environment), false)
}

fn from_environment() -> TerminalBackground {
    env::var("COLORFGBG")
        .ok()
        .and_then(|value| TerminalBackground::from_colorfgbg(&value))
        .unwrap_or(TerminalBackground::Dark)
}
