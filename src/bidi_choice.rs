//! Who reorders text that runs from right to left: what the environment says of the terminal.

use std::env;

use diptych::tui::state::Reordering;

/// Returns who does it: the terminal, if it is one that is known to; else the program, since most others show cells as they
/// come.
pub fn from_environment() -> Reordering {
    by(|name| env::var(name).ok())
}

/// Terminals that reorder, by a variable that they set, and its value if others set that as well.
const REORDERING: [(&str, &str); 8] = [
    ("VTE_VERSION", ""),
    ("KONSOLE_VERSION", ""),
    ("MLTERM", ""),
    ("TERM_PROGRAM", "Apple_Terminal"),
    ("TERM_PROGRAM", "iTerm.app"),
    ("LC_TERMINAL", "iTerm2"),
    ("TERM_PROGRAM", "mintty"),
    ("TERM", "mlterm"),
];

fn by(variable: impl Fn(&str) -> Option<String>) -> Reordering {
    let is_set = |&(name, value): &(&str, &str)| {
        variable(name).is_some_and(|set| !set.is_empty() && (value.is_empty() || set == value))
    };
    if REORDERING.iter().any(is_set) { Reordering::Terminal } else { Reordering::Program }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_by_what_they_set() {
        let by_one =
            |name: &'static str, value: &'static str| by(move |asked| (asked == name).then(|| value.to_owned()));
        assert_eq!(by_one("VTE_VERSION", "7600"), Reordering::Terminal);
        assert_eq!(by_one("TERM_PROGRAM", "Apple_Terminal"), Reordering::Terminal);
        assert_eq!(by_one("TERM_PROGRAM", "WezTerm"), Reordering::Program);
        assert_eq!(by_one("VTE_VERSION", ""), Reordering::Program);
        assert_eq!(by_one("TERM", "xterm-kitty"), Reordering::Program);
    }
}
