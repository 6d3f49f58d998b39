//! Keys as they are pressed, written and shown.
//!
//! ```text
//!     pressed                     written        shown
//!     Key { Char('d'), ctrl }     <C-d>          Ctrl-D
//!     Key { Char(' ') }           <Space>        Space
//!     Key { Down }                <Down>         ↓
//! ```

use std::fmt;

use crate::intake::clean;

/// Holds a key as it was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

impl Key {
    /// Returns a key without Ctrl.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false }
    }

    /// Tells whether it is Shift-Tab: where Tab leads on through what is listed or paged, it leads back, although both change the pane.
    #[must_use]
    pub fn is_back_tab(self) -> bool {
        self.code == Code::BackTab
    }

    pub(super) const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// Returns a character with Ctrl.
    #[must_use]
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true }
    }

    /// Returns the key as a person reads it: `j`, `PgDn`, `Ctrl-C`, `↓`.
    #[must_use]
    pub fn shown(self) -> String {
        let name = match self.code {
            Code::Char(c) if self.ctrl => return clean::line(&format!("Ctrl-{}", c.to_uppercase())),
            Code::Char(' ') => "Space",
            Code::Char(c) => return clean::line(c.encode_utf8(&mut [0; 4])),
            Code::F(number) => return format!("F{number}"),
            Code::Up => "↑",
            Code::Down => "↓",
            Code::Left => "←",
            Code::Right => "→",
            Code::BackTab => "Shift-Tab",
            code => name(code).unwrap_or_default(),
        };
        name.to_owned()
    }
}

/// The key as [`parse`] reads it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, name(self.code)) {
            (Code::Char(c), _) if self.ctrl => write!(f, "<C-{c}>"),
            (_, Some(name)) => write!(f, "<{name}>"),
            (Code::Char(c), None) => write!(f, "{c}"),
            (Code::F(number), None) => write!(f, "<F{number}>"),
            (_, None) => Ok(()),
        }
    }
}

/// Says which key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// F1 to F12.
    F(u8),
}

/// Holds keys that could not be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown key <{0}>; a plain < is written <lt>")]
pub struct UnknownKey(String);

/// Reads keys as written: characters stand for themselves, others in angle brackets: `<Tab>`, `<S-Tab>`, `<Enter>`,
/// `<Esc>`, `<Space>`, `<BS>`, `<Up>`, `<Down>`, `<Left>`, `<Right>`, `<PgUp>`, `<PgDn>`, `<Home>`, `<End>`, `<F1>`,
/// `<C-d>`, `<lt>`.
///
/// # Errors
///
/// A name in brackets that no key has.
pub fn parse(text: &str) -> Result<Vec<Key>, UnknownKey> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '<' {
            let (name, after) = rest.split_once('>').ok_or_else(|| UnknownKey(rest.to_owned()))?;
            keys.push(named(name).ok_or_else(|| UnknownKey(name.to_owned()))?);
            rest = after;
        } else {
            keys.push(Key::char(c));
        }
    }
    Ok(keys)
}

/// The keys with a name in brackets.
const NAMED: [(&str, Code); 15] = [
    ("Tab", Code::Tab),
    ("S-Tab", Code::BackTab),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Space", Code::Char(' ')),
    ("BS", Code::Backspace),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Home", Code::Home),
    ("End", Code::End),
    ("lt", Code::Char('<')),
];

fn name(code: Code) -> Option<&'static str> {
    NAMED.iter().find(|(_, named)| *named == code).map(|(name, _)| *name)
}

fn named(name: &str) -> Option<Key> {
    if let Some((_, code)) = NAMED.iter().find(|(named, _)| *named == name) {
        return Some(Key::plain(*code));
    }
    if let Some(number) = name.strip_prefix('F') {
        return number
            .parse()
            .ok()
            .filter(|number| (1..=12).contains(number))
            .map(|number| Key::plain(Code::F(number)));
    }
    let mut held = name.strip_prefix("C-")?.chars();
    match (held.next(), held.next()) {
        (Some(c), None) => Some(held_with_ctrl(c)),
        _ => None,
    }
}

/// Returns what a terminal sends for a character with Ctrl: three of them are keys of their own, and case is lost.
fn held_with_ctrl(c: char) -> Key {
    match c.to_ascii_lowercase() {
        'i' => Key::plain(Code::Tab),
        'm' => Key::plain(Code::Enter),
        '[' => Key::plain(Code::Esc),
        c => Key::ctrl(c),
    }
}

#[cfg(test)]
mod tests {
    use super::super::bindings::BINDINGS;
    use super::super::sequence::KeySequence;
    use super::*;

    fn parse_one(text: &str) -> Option<Key> {
        KeySequence::parse(text).filter(|keys| keys.second.is_none()).map(|keys| keys.first)
    }

    #[test]
    fn keys_as_written() {
        let keys = parse("j<Tab><C-d><lt>é<F1>").expect("all are known");
        let expected = [
            Key::char('j'),
            Key::plain(Code::Tab),
            Key::ctrl('d'),
            Key::char('<'),
            Key::char('é'),
            Key::plain(Code::F(1)),
        ];
        assert_eq!(keys, expected);
        for unknown in ["<Foo>", "<", "<C->", "<F13>", "<C-dd>"] {
            assert!(parse(unknown).is_err(), "{unknown}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for keys in BINDINGS.iter().flat_map(|binding| binding.keys) {
            assert_eq!(KeySequence::parse(&keys.to_string()), Some(*keys), "{keys}");
        }
    }

    #[test]
    fn one_key_only() {
        assert_eq!(parse_one("]"), Some(Key::char(']')));
        for text in ["", "jj", "<Foo>"] {
            assert_eq!(parse_one(text), None, "{text}");
        }
    }

    #[test]
    fn a_terminal_knows_two_names_of_some_keys() {
        for (one, other) in [("<C-i>", "<Tab>"), ("<C-m>", "<Enter>"), ("<C-[>", "<Esc>"), ("<C-D>", "<C-d>")] {
            assert_eq!(parse_one(one), parse_one(other), "{one}");
        }
    }

    #[test]
    fn keys_as_shown() {
        let shown = |text| parse_one(text).map(Key::shown);
        for (text, expected) in [("j", "j"), ("<Space>", "Space"), ("<C-c>", "Ctrl-C"), ("<Down>", "↓"), ("<F1>", "F1")]
        {
            assert_eq!(shown(text).as_deref(), Some(expected));
        }
        for (text, expected) in [("\u{2028}", " "), ("\u{FFFF}", "\u{FFFD}"), ("<C-\u{1B}>", "Ctrl-\u{FFFD}")] {
            assert_eq!(shown(text).as_deref(), Some(expected));
        }
    }
}
