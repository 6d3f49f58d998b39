//! Which keys the actions have for this reader: those of the table, and what the configuration says instead.
//!
//! ```text
//!     wanted                          table                    keymap
//!     quit = "Q"                      quit      q Ctrl-C       quit      Q
//!     theme = ["j", "T"]              row-down  j ↓            row-down  j ↓       j is taken: a conflict
//!                                     theme     t              theme     T
//! ```
//!
//! `Esc` closes and Ctrl-C quits whatever is wanted, so that nobody is locked in.

use super::action::Action;
use super::bindings::{BINDINGS, Binding};
use super::notation::{Code, Key};
use super::sequence::KeySequence;
use crate::intake::LeftOutWay;

/// Holds the keys of all actions: none has two of them, and none begins those of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// In the order of the table.
    keys: Vec<Vec<KeySequence>>,
}

/// Holds the keys that are wanted for an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The action.
    pub action: Action,
    /// All keys that it is to have, none if it is to have none.
    pub keys: Vec<KeySequence>,
}

/// Holds a key that an action could not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which one of the wanted it is about, by index.
    pub wanted: usize,
    /// The key, or the two.
    pub keys: KeySequence,
    /// What is in its way: the same, what begins it, what it begins, or a key of it that always works.
    pub blocked_by: KeySequence,
    /// The action that has that; the same one if it was named for it too.
    pub taken_by: Action,
}

/// Says what keys that were pressed one after the other come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyMatch {
    /// They ask for this.
    Action(Action),
    /// They begin a sequence: one more key is awaited.
    Prefix,
    /// Nothing is bound to them.
    Nothing,
}

/// The keys that always work, with what they do.
const FIXED: [(Key, Action); 2] = [(Key::plain(Code::Esc), Action::Close), (Key::ctrl('c'), Action::Quit)];

impl Default for Keymap {
    fn default() -> Self {
        Self { keys: BINDINGS.iter().map(|binding| binding.keys.to_vec()).collect() }
    }
}

impl Keymap {
    /// Gives actions other keys than those of the table; an action without a mention keeps its own.
    ///
    /// A key that two actions would have stays where the table has it, else with the first one wanted, and an action
    /// that gets none of the keys that were wanted for it keeps those of the table. So it is with a key that begins a
    /// sequence of another action: one of the two would never be reached.
    #[must_use]
    pub fn with(wanted: &[Wanted]) -> (Self, Vec<Conflict>) {
        let mut conflicts = Vec::new();
        let mut granted: Vec<Option<Vec<KeySequence>>> =
            wanted.iter().enumerate().map(|(index, wanted)| Some(named_once(index, wanted, &mut conflicts))).collect();
        // Each round takes back at least one key, so this ends; at the latest with the table, which has no conflicts.
        loop {
            let keymap = Self::from_granted(wanted, &granted);
            let Some(conflict) = keymap.conflict(wanted, &granted) else {
                // Keys that an action got back with the others of the table are not lost.
                let is_lost = |conflict: &Conflict| {
                    let action = wanted[conflict.wanted].action;
                    conflict.taken_by == action || !keymap.keys(action).contains(&conflict.keys)
                };
                conflicts.retain(is_lost);
                return (keymap, conflicts);
            };
            take_back(&mut granted[conflict.wanted], conflict.keys);
            conflicts.push(conflict);
        }
    }

    fn from_granted(wanted: &[Wanted], granted: &[Option<Vec<KeySequence>>]) -> Self {
        let mut keymap = Self::default();
        for (wanted, granted) in wanted.iter().zip(granted) {
            if let (Some(row), Some(keys)) = (row(wanted.action), granted) {
                keymap.keys[row].clone_from(keys);
            }
        }
        keymap
    }

    /// Finds a granted key that is in the way of another action: of one that keeps the keys of the table, or one granted
    /// before.
    fn conflict(&self, wanted: &[Wanted], granted: &[Option<Vec<KeySequence>>]) -> Option<Conflict> {
        let of = |index: usize| granted[index].iter().flatten().map(move |keys| (index, *keys));
        let mut all = (0..wanted.len()).rev().flat_map(of);
        all.find_map(|(index, keys)| {
            let action = wanted[index].action;
            let (blocked_by, taken_by) = fixed_in(keys, action).or_else(|| self.clash(keys, action))?;
            Some(Conflict { wanted: index, keys, blocked_by, taken_by })
        })
    }

    /// Finds keys of another action that keys clash with.
    fn clash(&self, keys: KeySequence, action: Action) -> Option<(KeySequence, Action)> {
        let others = BINDINGS.iter().zip(&self.keys).filter(|(binding, _)| binding.action != action);
        let mut bound = others.flat_map(|(binding, bound)| bound.iter().map(|bound| (*bound, binding.action)));
        bound.find(|(bound, _)| bound.clashes_with(keys))
    }

    /// Returns what keys come to that were pressed one after the other.
    #[must_use]
    pub fn find(&self, pressed: KeySequence) -> KeyMatch {
        if let Some((_, action)) = FIXED.iter().find(|(fixed, _)| *fixed == pressed.last()) {
            return KeyMatch::Action(*action);
        }
        if let Some(row) = self.keys.iter().position(|bound| bound.contains(&pressed)) {
            return KeyMatch::Action(BINDINGS[row].action);
        }
        let is_begun = self.keys.iter().flatten().any(|bound| pressed.begins(*bound));
        if is_begun { KeyMatch::Prefix } else { KeyMatch::Nothing }
    }

    /// Returns what a single key asks for, if anything.
    #[must_use]
    pub fn action(&self, key: Key) -> Option<Action> {
        match self.find(key.into()) {
            KeyMatch::Action(action) => Some(action),
            KeyMatch::Prefix | KeyMatch::Nothing => None,
        }
    }

    /// Returns the keys that can follow a first one, each with what both ask for, in the order of the table.
    pub fn continuations(&self, first: Key) -> impl Iterator<Item = (Key, &'static Binding)> {
        let all = BINDINGS.iter().zip(&self.keys);
        all.flat_map(move |(binding, bound)| {
            let bound = bound.iter().filter(move |bound| bound.first == first);
            bound.filter_map(move |bound| Some((bound.second?, binding)))
        })
    }

    /// Returns the keys of an action, the one to name first.
    #[must_use]
    pub fn keys(&self, action: Action) -> &[KeySequence] {
        row(action).map_or(&[], |row| &self.keys[row])
    }

    /// Returns the key to name for an action as a person reads it; `None` if it has none.
    #[must_use]
    pub fn first(&self, action: Action) -> Option<String> {
        self.keys(action).first().map(|keys| keys.shown())
    }

    /// Returns a hint for the footer: the key of an action and what to say of it; `None` if it has no key.
    #[must_use]
    pub fn hint(&self, action: Action, meaning: &str) -> Option<String> {
        match action {
            // One hint speaks for all outlets.
            Action::Outlet(0) => self.outlets().map(|keys| format!("{keys} {meaning}")),
            _ => self.hints(&[action], meaning),
        }
    }

    /// Does the same for actions that belong together: `j k scroll`.
    #[must_use]
    pub fn hints(&self, actions: &[Action], meaning: &str) -> Option<String> {
        let keys: Vec<String> = actions.iter().filter_map(|&action| self.first(action)).collect();
        (!keys.is_empty()).then(|| format!("{} {meaning}", keys.join(" ")))
    }

    /// Returns the keys of an action as a person reads them: `f Space PgDn`. What Ctrl or Shift does not change is said
    /// once.
    #[must_use]
    pub fn shown(&self, action: Action) -> String {
        let keys = self.keys(action);
        let is_said = |bound: &KeySequence| match *bound {
            KeySequence { first: Key { code, ctrl: true }, second: None } => keys.contains(&KeySequence::plain(code)),
            KeySequence { first: Key { code: Code::BackTab, .. }, second: None } => {
                keys.contains(&KeySequence::plain(Code::Tab))
            }
            _ => false,
        };
        keys.iter().filter(|bound| !is_said(bound)).map(|bound| bound.shown()).collect::<Vec<_>>().join(" ")
    }

    /// Returns the keys of a row of the help: `1–9` for the row that speaks for all outlets.
    #[must_use]
    pub fn shown_in_help(&self, binding: &Binding) -> String {
        if binding.action == Action::Outlet(0) {
            return self.outlets().unwrap_or_default();
        }
        self.shown(binding.action)
    }

    /// Returns the keys of all outlets: `1–9`; `None` if there are none.
    pub(super) fn outlets(&self) -> Option<String> {
        let digits: Vec<String> = (0..9).map(|index| self.shown(Action::Outlet(index))).collect();
        let is_in_order = digits.iter().zip("123456789".chars()).all(|(shown, digit)| shown.chars().eq([digit]));
        let shown = if is_in_order { "1–9".to_owned() } else { digits.join(" ").trim().to_owned() };
        (!shown.is_empty()).then_some(shown)
    }
}

fn row(action: Action) -> Option<usize> {
    BINDINGS.iter().position(|binding| binding.action == action)
}

/// Returns the key that always works and that keys for another action have in them, and what it does.
fn fixed_in(keys: KeySequence, action: Action) -> Option<(KeySequence, Action)> {
    let is_in_the_way = |(fixed, by): &&(Key, Action)| keys.has(*fixed) && (keys.second.is_some() || *by != action);
    FIXED.iter().find(is_in_the_way).map(|(fixed, by)| ((*fixed).into(), *by))
}

/// Returns the wanted keys, each once, and none that begins another one.
fn named_once(index: usize, wanted: &Wanted, conflicts: &mut Vec<Conflict>) -> Vec<KeySequence> {
    let mut once: Vec<KeySequence> = Vec::new();
    for &keys in &wanted.keys {
        match once.iter().find(|named| named.clashes_with(keys)) {
            Some(&blocked_by) => {
                conflicts.push(Conflict { wanted: index, keys, blocked_by, taken_by: wanted.action });
            }
            None => once.push(keys),
        }
    }
    once
}

/// Takes keys back; an action that had no other keeps those of the table.
fn take_back(granted: &mut Option<Vec<KeySequence>>, keys: KeySequence) {
    if let Some(granted_keys) = granted {
        granted_keys.retain(|other| *other != keys);
        if granted_keys.is_empty() {
            *granted = None;
        }
    }
}

/// The key that shows what is left out of pages; the option where no key does.
impl From<&Keymap> for LeftOutWay {
    fn from(keymap: &Keymap) -> Self {
        keymap.first(Action::LeftOut).map_or(Self::Option, Self::Key)
    }
}

#[cfg(test)]
mod tests;
