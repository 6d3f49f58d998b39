//! Which theme fits the terminal.

use std::env;
use std::io::{self, IsTerminal};

use diptych::options::{Color, Options, THEME_AUTO};
use diptych::tui::ground::{self, Ground};
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
            Depth::of(variable("COLORTERM").as_deref(), variable("TERM").as_deref())
        }
        Color::Auto | Color::Always => Depth::True,
    };
    let named = Some(options.theme).filter(|name| *name != THEME_AUTO);
    let is_fitting = named.is_none() && is_reader && matches!(depth, Depth::True | Depth::Indexed);
    let can_answer = || io::stdin().is_terminal() && io::stdout().is_terminal();
    let (ground, asks) = if is_fitting { ground(can_answer()) } else { (Ground::Dark, false) };
    (Theme::named(named.unwrap_or(ground.theme())).unwrap_or_default().at(depth), asks)
}

/// Returns what the environment says that the terminal stands on, else dark; and whether the terminal can be asked
/// itself.
#[cfg(unix)]
fn ground(has_terminal: bool) -> (Ground, bool) {
    (of_environment(), has_terminal && ground::can_answer(env::var_os("TERM").as_deref()))
}

/// Returns what the terminal stands on. It is asked here: the library asks in its own way.
#[cfg(not(unix))]
fn ground(has_terminal: bool) -> (Ground, bool) {
    (has_terminal.then(ground::ask).flatten().unwrap_or_else(of_environment), false)
}

fn of_environment() -> Ground {
    env::var("COLORFGBG").ok().and_then(|value| Ground::said(&value)).unwrap_or(Ground::Dark)
}
