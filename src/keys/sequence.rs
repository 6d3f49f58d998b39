//! One key, or two that are pressed one after the other.
//!
//! ```text
//!     pressed          written      shown        in the way of
//!     j                j            j            j, jj, j<Tab>
//!     z, then z        zz           zz           z, zz
//!     Ctrl-W, then h   <C-w>h       Ctrl-W,h     Ctrl-W, Ctrl-W,h
//! ```

use std::fmt;

use super::notation::{Code, Key, parse};

/// Holds the keys that ask for an action: one, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeySequence {
    /// The key, or the first one of the two.
    pub first: Key,
    /// The second one, if there are two.
    pub second: Option<Key>,
}

impl KeySequence {
    /// Returns a single key.
    #[must_use]
    pub const fn one(key: Key) -> Self {
        Self { first: key, second: None }
    }

    pub(super) const fn plain(code: Code) -> Self {
        Self::one(Key::plain(code))
    }

    pub(super) const fn char(c: char) -> Self {
        Self::one(Key::char(c))
    }

    pub(super) const fn ctrl(c: char) -> Self {
        Self::one(Key::ctrl(c))
    }

    /// Returns two characters, one after the other.
    pub(super) const fn chars(first: char, second: char) -> Self {
        Self { first: Key::char(first), second: Some(Key::char(second)) }
    }

    /// Reads one key or two as written; `None` for none, for more and for an unknown one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match parse(text).ok()?[..] {
            [first] => Some(Self::one(first)),
            [first, second] => Some(Self { first, second: Some(second) }),
            _ => None,
        }
    }

    /// Returns the keys in the order in which they are pressed.
    pub fn keys(self) -> impl Iterator<Item = Key> {
        [Some(self.first), self.second].into_iter().flatten()
    }

    /// Returns the key that ends it.
    #[must_use]
    pub fn last(self) -> Key {
        self.second.unwrap_or(self.first)
    }

    /// Tells whether it is a single key that another sequence begins with, or the same as that.
    #[must_use]
    pub fn begins(self, other: Self) -> bool {
        self == other || (self.second.is_none() && self.first == other.first)
    }

    /// Tells whether only one of two can be bound: they are the same, or one begins the other.
    #[must_use]
    pub fn clashes_with(self, other: Self) -> bool {
        self.begins(other) || other.begins(self)
    }

    /// Tells whether a key is part of it.
    #[must_use]
    pub fn has(self, key: Key) -> bool {
        self.first == key || self.second == Some(key)
    }

    /// Returns it as a person reads it: `j`, `zz`, `Ctrl-W,h`.
    #[must_use]
    pub fn shown(self) -> String {
        let first = self.first.shown();
        let Some(second) = self.second.map(Key::shown) else { return first };
        let is_short = [&first, &second].iter().all(|key| key.chars().count() == 1);
        format!("{first}{}{second}", if is_short { "" } else { "," })
    }
}

impl From<Key> for KeySequence {
    fn from(key: Key) -> Self {
        Self::one(key)
    }
}

/// The keys as [`KeySequence::parse`] reads them.
impl fmt::Display for KeySequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        self.second.map_or(Ok(()), |second| write!(f, "{second}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> KeySequence {
        KeySequence::parse(text).expect("it is one key or two")
    }

    #[test]
    fn one_key_or_two() {
        assert_eq!(read("]"), KeySequence::char(']'));
        assert_eq!(read("zz"), KeySequence::chars('z', 'z'));
        assert_eq!(read("<C-w><Tab>").last(), Key::plain(Code::Tab));
        for text in ["", "zzz", "<Foo>", "z<Foo>"] {
            assert_eq!(KeySequence::parse(text), None, "{text}");
        }
    }

    #[test]
    fn as_written_and_as_shown() {
        for (text, shown) in [("j", "j"), ("zz", "zz"), ("<C-w>h", "Ctrl-W,h"), ("<Space>z", "Space,z"), ("<lt>", "<")]
        {
            assert_eq!((read(text).to_string().as_str(), read(text).shown().as_str()), (text, shown));
        }
    }

    #[test]
    fn what_begins_what() {
        for (one, other, begins, clashes) in [
            ("z", "zz", true, true),
            ("zz", "z", false, true),
            ("zz", "zz", true, true),
            ("zz", "zt", false, false),
            ("z", "tz", false, false),
        ] {
            assert_eq!(read(one).begins(read(other)), begins, "{one} {other}");
            assert_eq!(read(one).clashes_with(read(other)), clashes, "{one} {other}");
        }
    }
}
