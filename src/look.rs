//! Which theme fits the terminal.

use std::env;
use std::io::{self, IsTerminal};

use diptych::options::{Color, Options, THEME_AUTO};
use diptych::tui::ground::{self, Ground};
use diptych::tui::theme::{Depth, Theme};

/// The theme asked for, in as many colours as there are and are wanted. The terminal is asked only for the reader, and
/// only if no theme is set.
pub fn theme(options: &Options, is_reader: bool) -> Theme {
    let variable = |name: &str| env::var(name).ok();
    let depth = match options.color {
        Color::Auto if anstyle_query::no_color() => Depth::Nothing,
        Color::Never => Depth::Nothing,
        Color::Auto | Color::Always if is_reader => {
            Depth::of(variable("COLORTERM").as_deref(), variable("TERM").as_deref())
        }
        Color::Auto | Color::Always => Depth::True,
    };
    let asks = is_reader && matches!(depth, Depth::True | Depth::Indexed);
    let fitting = || if asks { ground() } else { Ground::Dark };
    let name = if options.theme == THEME_AUTO { fitting().theme() } else { options.theme };
    Theme::named(name).unwrap_or_default().at(depth)
}

/// What the terminal stands on: as it answers, else as its environment says, else dark.
fn ground() -> Ground {
    let can_answer = io::stdin().is_terminal() && io::stdout().is_terminal();
    let said = || Ground::said(&env::var("COLORFGBG").ok()?);
    can_answer.then(ground::ask).flatten().or_else(said).unwrap_or(Ground::Dark)
}
