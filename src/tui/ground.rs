//! Whether the terminal is light or dark.
//!
//! It is asked once, before the reader takes the terminal over, and only where there is one to ask:
//!
//! ```text
//!     a theme is set ──────────────────────────────────► that theme, nothing is asked
//!     auto ─► a terminal, and not dumb? ─► its answer ─► paper or night
//!                      │ no                  │ none
//!                      └──► COLORFGBG ◄──────┘  ─────► else night
//! ```
//!
//! The limit is the library's own: a shorter one would let a late answer arrive as keys, and a longer one would hold up
//! the start on a terminal that is silent. What comes later still is taken out of the keys.

use terminal_colorsaurus::{QueryOptions, ThemeMode};

/// What the text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Light letters on dark.
    Dark,
    /// Dark letters on light.
    Light,
}

impl Ground {
    /// The theme that fits.
    #[must_use]
    pub const fn theme(self) -> &'static str {
        match self {
            Self::Dark => "night",
            Self::Light => "paper",
        }
    }

    /// Reads what some terminals say in `COLORFGBG`: `15;0`, ink and ground by their numbers of the sixteen colours.
    #[must_use]
    pub fn said(colorfgbg: &str) -> Option<Self> {
        let (_, ground) = colorfgbg.rsplit_once(';')?;
        match ground.parse().ok()? {
            7 | 9..=15 => Some(Self::Light),
            0..=6 | 8 => Some(Self::Dark),
            16_u8.. => None,
        }
    }
}

/// Asks the terminal; `None` if it says nothing. Waits a second at most, and nearly always much less.
#[must_use]
pub fn ask() -> Option<Ground> {
    match terminal_colorsaurus::theme_mode(QueryOptions::default()).ok()? {
        ThemeMode::Dark => Some(Ground::Dark),
        ThemeMode::Light => Some(Ground::Light),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_environment_says() {
        for (said, ground) in [
            ("15;0", Some(Ground::Dark)),
            ("0;15", Some(Ground::Light)),
            ("0;default;7", Some(Ground::Light)),
            ("7;8", Some(Ground::Dark)),
            ("0;default", None),
            ("15", None),
            ("0;300", None),
            ("", None),
        ] {
            assert_eq!(Ground::said(said), ground, "{said}");
        }
    }
}
