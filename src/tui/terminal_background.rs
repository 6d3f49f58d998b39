//! Whether the terminal is light or dark.
//!
//! It is asked once, before the first frame, and only where there is one that can answer:
//!
//! ```text
//!     a theme is set ──────────────────────────────────► that theme, nothing is asked
//!     auto ─► a terminal that can answer? ─► its answer ─► paper or night
//!                      │ no                  │ none
//!                      └──► COLORFGBG ◄──────┘  ─────► else night
//! ```
//!
//! Three questions are sent: the colour of the letters, that of the background, and what the terminal is. The last one each
//! terminal answers, and after the others; so one that knows nothing of colours is not waited for. One that is silent is
//! waited for a second, so that on a slow line the first frame has its colours: another theme a moment later would flash.
//! What is typed meanwhile is kept. An answer that comes later still is distinguished from keys and passed over.
//!
//! The order of the questions, their ends and the terminals that are not asked are those of `terminal-colorsaurus`, whose own
//! asking throws away what is typed. It still asks on Windows.

use std::ffi::OsStr;

use xterm_color::Color;

/// What asks the terminal for the colours of letters and background, and what it is (OSC 10, OSC 11, DA1). BEL ends a question,
/// since rxvt-unicode ends its answer as the question ends, and not rightly with ST.
pub const QUESTION: &str = "\x1b]10;?\x07\x1b]11;?\x07\x1b[c";

/// What the text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerminalBackground {
    /// Light letters on dark.
    Dark,
    /// Dark letters on light.
    Light,
}

impl TerminalBackground {
    /// Returns the theme that fits.
    #[must_use]
    pub const fn theme(self) -> &'static str {
        match self {
            Self::Dark => "night",
            Self::Light => "paper",
        }
    }

    /// Reads what some terminals say in `COLORFGBG`: `15;0`, ink and background by their numbers of the sixteen colours.
    #[must_use]
    pub fn from_colorfgbg(colorfgbg: &str) -> Option<Self> {
        let (_, background) = colorfgbg.rsplit_once(';')?;
        match background.parse().ok()? {
            7 | 9..=15 => Some(Self::Light),
            0..=6 | 8 => Some(Self::Dark),
            16_u8.. => None,
        }
    }

    /// Compares the colour of letters, if it is known, with that of the background by their lightness.
    #[must_use]
    pub fn from_colors(ink: Option<&Color>, background: &Color) -> Self {
        let background = background.perceived_lightness();
        let ink = ink.map_or(0.5, Color::perceived_lightness);
        if background > ink || (background >= ink && background > 0.5) { Self::Light } else { Self::Dark }
    }
}

/// Whether a terminal of this name in `TERM` can be asked. Without a name nothing is known of it; `dumb` ones write out what
/// asks them; GNU Screen hands questions on, and answers the last one first; Eterm doesn't answer at all.
#[must_use]
pub fn can_answer(term: Option<&OsStr>) -> bool {
    let term = term.and_then(OsStr::to_str);
    term.is_some_and(|term| !matches!(term, "" | "dumb" | "screen" | "Eterm") && !term.starts_with("screen."))
}

/// Asks the terminal; `None` if it says nothing. Waits a second at most, and nearly always much less.
#[cfg(not(unix))]
#[must_use]
pub fn ask() -> Option<TerminalBackground> {
    use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

    match theme_mode(QueryOptions::default()).ok()? {
        ThemeMode::Dark => Some(TerminalBackground::Dark),
        ThemeMode::Light => Some(TerminalBackground::Light),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_environment_says() {
        for (value, background) in [
            ("15;0", Some(TerminalBackground::Dark)),
            ("0;15", Some(TerminalBackground::Light)),
            ("0;default;7", Some(TerminalBackground::Light)),
            ("7;8", Some(TerminalBackground::Dark)),
            ("0;default", None),
            ("15", None),
            ("0;300", None),
            ("", None),
        ] {
            assert_eq!(TerminalBackground::from_colorfgbg(value), background, "{value}");
        }
    }

    #[test]
    fn what_two_colours_say() {
        let grey = |level: u16| Color::rgb(level, level, level);
        let background =
            |ink: Option<u16>, background| TerminalBackground::from_colors(ink.map(grey).as_ref(), &grey(background));
        assert_eq!(background(Some(0xFFFF), 0), TerminalBackground::Dark);
        assert_eq!(background(Some(0), 0xFFFF), TerminalBackground::Light);
        assert_eq!(background(Some(0x2000), 0x4000), TerminalBackground::Light, "dark letters on what is less dark");
        assert_eq!(
            (background(None, 0), background(None, 0xFFFF)),
            (TerminalBackground::Dark, TerminalBackground::Light)
        );
        assert_eq!(
            (background(Some(0), 0), background(Some(0xFFFF), 0xFFFF)),
            (TerminalBackground::Dark, TerminalBackground::Light)
        );
    }

    #[test]
    fn who_is_asked() {
        for (term, can) in [
            ("xterm-256color", true),
            ("tmux-256color", true),
            ("screen-256color", true),
            ("screen", false),
            ("screen.xterm-256color", false),
            ("Eterm", false),
            ("dumb", false),
            ("", false),
        ] {
            assert_eq!(can_answer(Some(term.as_ref())), can, "{term}");
        }
        assert!(!can_answer(None));
    }
}
