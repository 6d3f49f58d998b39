//! How everything looks, by role. The one module that names a colour.
//!
//! What one side has alone is told three ways at once: by hue (blue on the left, orange on the right, which all kinds
//! of colour vision tell apart), by attribute (underlined on the left, bold on the right) and by the sign in the gutter.
//! Neither hue is that of good or bad.

use ratatui::style::{Color, Modifier, Style};

use crate::pair::Pair;

/// The styles of all parts of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What to call it.
    pub name: &'static str,
    /// Running text, and the ground of everything.
    pub text: Style,
    /// A headline or heading.
    pub heading: Style,
    /// Furniture, bylines and captions.
    pub aside: Style,
    /// An echo's text.
    pub echo: Style,
    /// What a side has alone.
    pub only: Pair<Style>,
    /// What moved within its link.
    pub moved: Style,
    /// The changed run that the reader halted at, over its own style.
    pub stop: Style,
    /// Block numbers, signs and lines around the text.
    pub frame: Style,
    /// The signs of relations and the arrows.
    pub sign: Style,
    /// The row that the reader is at, in the gutter.
    pub cursor: Style,
    /// Names and heads.
    pub head: Style,
    /// The head of the pane in focus.
    pub focus: Style,
    /// Names and keys on the lines around the text that matter less now.
    pub quiet: Style,
    /// What explains.
    pub hint: Style,
    /// The line that is chosen in a list.
    pub chosen: Style,
}

impl Default for Theme {
    fn default() -> Self {
        Self::coloured("night", &NIGHT)
    }
}

impl Theme {
    /// Names all themes.
    pub const NAMES: [&'static str; 4] = ["night", "paper", "terminal", "mono"];

    /// Returns the theme of a name, `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "night" => Some(Self::coloured("night", &NIGHT)),
            "paper" => Some(Self::coloured("paper", &PAPER)),
            "terminal" => Some(Self::coloured("terminal", &TERMINAL)),
            "mono" => Some(Self::mono()),
            _ => None,
        }
    }

    /// The theme after this one.
    #[must_use]
    pub fn next(&self) -> Self {
        let place = Self::NAMES.iter().position(|name| *name == self.name).unwrap_or(0);
        Self::named(Self::NAMES[(place + 1) % Self::NAMES.len()]).unwrap_or_else(Self::mono)
    }

    fn coloured(name: &'static str, colours: &Colours) -> Self {
        let text = Style::new().fg(colours.text).bg(colours.ground);
        let mono = Self::mono();
        let hue = |style: Style, hue: Color| text.fg(hue).patch(style);
        Self {
            name,
            text,
            heading: hue(mono.heading, colours.text),
            aside: text.fg(colours.faint),
            echo: text.fg(colours.faint),
            only: Pair::new(hue(mono.only.left, colours.left), hue(mono.only.right, colours.right)),
            moved: hue(mono.moved, colours.moved),
            stop: mono.stop,
            frame: text.fg(colours.frame),
            sign: text.fg(colours.sign).add_modifier(Modifier::BOLD),
            cursor: text.fg(colours.sign).add_modifier(Modifier::BOLD),
            head: text.bg(colours.chrome),
            focus: text.bg(colours.chrome).add_modifier(Modifier::BOLD),
            quiet: text.fg(colours.faint).bg(colours.chrome),
            hint: text.fg(colours.faint),
            chosen: mono.chosen,
        }
    }

    /// Attributes alone, for `NO_COLOR` and for paper.
    fn mono() -> Self {
        let text = Style::new();
        Self {
            name: "mono",
            text,
            heading: text.add_modifier(Modifier::BOLD),
            aside: text.add_modifier(Modifier::DIM),
            echo: text.add_modifier(Modifier::DIM),
            only: Pair::new(text.add_modifier(Modifier::UNDERLINED), text.add_modifier(Modifier::BOLD)),
            moved: text.add_modifier(Modifier::ITALIC),
            stop: text.add_modifier(Modifier::REVERSED),
            frame: text.add_modifier(Modifier::DIM),
            sign: text.add_modifier(Modifier::BOLD),
            cursor: text.add_modifier(Modifier::BOLD),
            head: text,
            focus: text.add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            quiet: text,
            hint: text,
            chosen: text.add_modifier(Modifier::REVERSED),
        }
    }
}

/// The colours of a theme. They are of the 256 that nearly every terminal has.
struct Colours {
    ground: Color,
    text: Color,
    faint: Color,
    frame: Color,
    chrome: Color,
    left: Color,
    right: Color,
    moved: Color,
    sign: Color,
}

const NIGHT: Colours = Colours {
    ground: Color::Indexed(234),
    text: Color::Indexed(253),
    faint: Color::Indexed(246),
    frame: Color::Indexed(244),
    chrome: Color::Indexed(237),
    left: Color::Indexed(117),
    right: Color::Indexed(215),
    moved: Color::Indexed(151),
    sign: Color::Indexed(229),
};

const PAPER: Colours = Colours {
    ground: Color::Indexed(231),
    text: Color::Indexed(234),
    faint: Color::Indexed(240),
    frame: Color::Indexed(242),
    chrome: Color::Indexed(254),
    left: Color::Indexed(25),
    right: Color::Indexed(130),
    moved: Color::Indexed(22),
    sign: Color::Indexed(54),
};

/// The terminal's own sixteen, whatever its ground is.
const TERMINAL: Colours = Colours {
    ground: Color::Reset,
    text: Color::Reset,
    faint: Color::DarkGray,
    frame: Color::DarkGray,
    chrome: Color::Reset,
    left: Color::Cyan,
    right: Color::Magenta,
    moved: Color::Green,
    sign: Color::Reset,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_theme_and_next_goes_round() {
        let mut theme = Theme::named(Theme::NAMES[0]).expect("it is named");
        for name in Theme::NAMES {
            assert_eq!(theme.name, name);
            theme = theme.next();
        }
        assert_eq!(theme.name, Theme::NAMES[0]);
    }

    #[test]
    fn the_sides_are_told_apart_without_colour() {
        for name in Theme::NAMES {
            let theme = Theme::named(name).expect("it is named");
            let attributes = theme.only.map(|style| style.add_modifier);
            assert_ne!(attributes.left, attributes.right);
            assert!(attributes.iter().all(|attributes| !attributes.is_empty()));
        }
    }

    #[test]
    fn mono_has_no_colour() {
        let theme = Theme::named("mono").expect("it is named");
        for style in [theme.text, theme.only.left, theme.only.right, theme.moved, theme.focus, theme.sign] {
            assert_eq!((style.fg, style.bg, style.underline_color), (None, None, None));
        }
    }
}
