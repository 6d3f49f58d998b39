//! A hint: keys that matter now, and what they do here. What draws it, what leaves it out where there is no room, and what
//! a click on it does all speak of the same value.
//!
//! ```text
//!     ] next difference        one key: a click anywhere on it presses it
//!     h l across               several: a click on one of them presses that one
//!     1–9 seen from            a name for many keys: a click does nothing
//! ```

use std::borrow::Cow;
use std::fmt;

use super::action::Action;
use super::keymap::Keymap;
use super::notation::{Code, Key};
use super::sequence::KeySequence;

/// Holds keys that matter now, and what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The keys, in the order in which they are named; none if a name stands for many.
    keys: Vec<KeySequence>,
    /// What stands for the keys.
    named: String,
    /// What they do.
    meaning: Cow<'static, str>,
    /// What they ask for; `None` where they are always the same, as where letters are typed.
    action: Option<Action>,
}

impl Hint {
    /// Returns a hint at the first key of each of some actions; `None` if none has any. One hint speaks for all outlets.
    #[must_use]
    pub fn new(keymap: &Keymap, actions: &[Action], meaning: impl Into<Cow<'static, str>>) -> Option<Self> {
        let action = actions.first().copied();
        let (keys, named) = match actions {
            [Action::Outlet(0)] => (Vec::new(), keymap.outlets()?),
            actions => {
                let keys: Vec<KeySequence> =
                    actions.iter().filter_map(|&action| keymap.keys(action).first().copied()).collect();
                let named = named(&keys);
                (keys, named)
            }
        };
        (!named.is_empty()).then(|| Self { keys, named, meaning: meaning.into(), action })
    }

    /// Returns a hint at keys that are always the same, as where letters are typed.
    #[must_use]
    pub fn fixed(keys: &[Key], meaning: &'static str) -> Self {
        let keys: Vec<KeySequence> = keys.iter().copied().map(KeySequence::one).collect();
        Self { named: named(&keys), keys, meaning: meaning.into(), action: None }
    }

    /// Returns a hint at typing.
    #[must_use]
    pub fn typing(meaning: &'static str) -> Self {
        Self { keys: Vec::new(), named: "type".to_owned(), meaning: meaning.into(), action: None }
    }

    /// Returns a hint at the help: at any of its keys, or where letters are typed at one that is no letter.
    #[must_use]
    pub fn help(keymap: &Keymap, is_typed_in: bool) -> Option<Self> {
        let key = *keymap
            .keys(Action::Help)
            .iter()
            .find(|key| !is_typed_in || key.second.is_none() && is_no_text(key.first))?;
        Some(Self { keys: vec![key], named: key.shown(), meaning: "help".into(), action: Some(Action::Help) })
    }

    /// Returns what its keys ask for.
    #[must_use]
    pub const fn action(&self) -> Option<Action> {
        self.action
    }

    /// Returns the keys, in the order in which they are named; none if a name stands for many.
    #[must_use]
    pub fn keys(&self) -> &[KeySequence] {
        &self.keys
    }
}

/// `] next difference`
impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gap = if self.meaning.is_empty() { "" } else { " " };
        write!(f, "{}{gap}{}", self.named, self.meaning)
    }
}

fn named(keys: &[KeySequence]) -> String {
    keys.iter().map(|key| key.shown()).collect::<Vec<_>>().join(" ")
}

/// Tells whether a key writes and edits nothing where letters are typed.
#[must_use]
pub const fn is_no_text(key: Key) -> bool {
    matches!(key.code, Code::F(_))
}

#[cfg(test)]
mod tests {
    use super::super::{Wanted, parse};
    use super::*;

    #[test]
    fn a_hint_names_the_first_key_of_each_action() {
        let keymap = Keymap::default();
        let shown = |actions: &[Action]| Hint::new(&keymap, actions, "x").map(|hint| hint.to_string());
        assert_eq!(shown(&[Action::RowDown, Action::RowUp]).as_deref(), Some("j k x"));
        assert_eq!(shown(&[Action::Outlet(0)]).as_deref(), Some("1–9 x"));
        assert_eq!(Hint::fixed(&parse("<Up><Down>").expect("known"), "choose").to_string(), "↑ ↓ choose");
        assert_eq!(Hint::typing("to filter").to_string(), "type to filter");
    }

    #[test]
    fn where_letters_are_typed_the_help_has_another_key() {
        let shown = |is_typed_in| Hint::help(&Keymap::default(), is_typed_in).map(|hint| hint.to_string());
        assert_eq!([false, true].map(shown), [Some("? help".to_owned()), Some("F1 help".to_owned())]);
    }

    #[test]
    fn an_action_without_a_key_has_no_hint() {
        let (keymap, _) = Keymap::with(&[Wanted { action: Action::Map, keys: Vec::new() }]);
        assert_eq!(Hint::new(&keymap, &[Action::Map], "map"), None);
    }
}
