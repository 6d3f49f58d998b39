//! How many colours a terminal has, and what becomes of a colour that it has not.

use super::oklab::{self, Rgb};

/// How many colours there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// Red, green and blue of eight bits each.
    #[default]
    True,
    /// The 256 of xterm, of which all but the first sixteen are the same everywhere.
    Indexed,
    /// Sixteen, which everyone has set to their own liking.
    Sixteen,
    /// Attributes alone.
    Nothing,
}

impl Depth {
    /// Judges a terminal by what its environment says in `COLORTERM` and `TERM`.
    ///
    /// Terminals that say neither that they have true colour nor that they are old have 256.
    #[must_use]
    pub fn from_environment(colorterm: Option<&str>, term: Option<&str>) -> Self {
        let term = term.unwrap_or("dumb");
        let begins = |names: &[&str]| names.iter().any(|name| term.starts_with(name));
        if term == "dumb" {
            Self::Nothing
        } else if colorterm.is_some_and(|name| ["truecolor", "24bit"].contains(&name)) || term.ends_with("-direct") {
            Self::True
        } else if term.ends_with("256color") {
            Self::Indexed
        } else if term.ends_with("-mono") || term.ends_with("-m") {
            Self::Nothing
        } else if term.ends_with("16color") || begins(&["linux", "ansi", "vt", "cons", "screen", "rxvt"]) {
            Self::Sixteen
        } else {
            Self::Indexed
        }
    }
}

/// The steps of the colour cube of 256 colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// Returns what one of the 240 fixed colours looks like.
///
/// Source: the default palette of xterm: a cube of six steps, then greys.
pub(super) fn fixed(number: u8) -> Rgb {
    let step = |index: u8| STEPS[usize::from(index % 6)];
    if number >= 232 {
        return [8 + 10 * (number - 232); 3];
    }
    let index = number.saturating_sub(16);
    [step(index / 36), step(index / 6), step(index)]
}

/// Finds the one of the 240 fixed colours that looks most like a colour.
pub(super) fn nearest(colour: Rgb) -> (u8, Rgb) {
    let all = (16..=255).map(|number| (number, fixed(number)));
    let wanted = oklab::lab(colour);
    let distance = |(_, other): &(u8, Rgb)| oklab::distance(wanted, oklab::lab(*other));
    all.min_by(|a, b| distance(a).total_cmp(&distance(b))).expect("there are 240")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_by_what_they_say() {
        for (colorterm, term, depth) in [
            ("truecolor", "xterm-256color", Depth::True),
            ("24bit", "linux", Depth::True),
            ("", "xterm-direct", Depth::True),
            ("", "xterm-256color", Depth::Indexed),
            ("1", "screen-256color", Depth::Indexed),
            ("", "alacritty", Depth::Indexed),
            ("", "linux", Depth::Sixteen),
            ("", "vt220", Depth::Sixteen),
            ("", "xterm-mono", Depth::Nothing),
            ("truecolor", "dumb", Depth::Nothing),
        ] {
            assert_eq!(Depth::from_environment(Some(colorterm), Some(term)), depth, "{colorterm} {term}");
        }
        assert_eq!(Depth::from_environment(None, None), Depth::Nothing);
    }

    #[test]
    fn the_fixed_colours_are_nearest_to_themselves() {
        for number in 16..=255 {
            assert_eq!(nearest(fixed(number)).1, fixed(number));
        }
        assert_eq!((fixed(16), fixed(231), fixed(232), fixed(208)), ([0; 3], [255; 3], [8; 3], [255, 135, 0]));
    }
}
