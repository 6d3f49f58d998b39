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

/// Holds the keys of all actions, no key with two of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// In the order of the table.
    keys: Vec<Vec<Key>>,
}

/// Holds the keys that are wanted for an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The action.
    pub action: Action,
    /// All keys that it is to have, none if it is to have none.
    pub keys: Vec<Key>,
}

/// Holds a key that an action could not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which one of the wanted it is about, by index.
    pub wanted: usize,
    /// The key.
    pub key: Key,
    /// The action that has it; the same one if the key was named twice.
    pub taken_by: Action,
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
    /// that gets none of the keys that were wanted for it keeps those of the table.
    #[must_use]
    pub fn with(wanted: &[Wanted]) -> (Self, Vec<Conflict>) {
        let mut conflicts = Vec::new();
        let mut granted: Vec<Option<Vec<Key>>> =
            wanted.iter().enumerate().map(|(index, wanted)| Some(named_once(index, wanted, &mut conflicts))).collect();
        // Each round takes back at least one key, so this ends; at the latest with the table, which has no conflicts.
        loop {
            let keymap = Self::from_granted(wanted, &granted);
            let Some(conflict) = keymap.conflict(wanted, &granted) else {
                return (keymap, conflicts);
            };
            take_back(&mut granted[conflict.wanted], conflict.key);
            conflicts.push(conflict);
        }
    }

    fn from_granted(wanted: &[Wanted], granted: &[Option<Vec<Key>>]) -> Self {
        let mut keymap = Self::default();
        for (wanted, granted) in wanted.iter().zip(granted) {
            if let (Some(row), Some(keys)) = (row(wanted.action), granted) {
                keymap.keys[row].clone_from(keys);
            }
        }
        keymap
    }

    /// Finds a granted key that another action has: one that keeps the keys of the table, or one granted before.
    fn conflict(&self, wanted: &[Wanted], granted: &[Option<Vec<Key>>]) -> Option<Conflict> {
        let of = |index: usize| granted[index].iter().flatten().map(move |key| (index, *key));
        let mut all = (0..wanted.len()).rev().flat_map(of);
        all.find_map(|(index, key)| {
            let action = wanted[index].action;
            let fixed = FIXED.iter().find(|(fixed, by)| *fixed == key && *by != action).map(|(_, by)| *by);
            let taken_by = fixed.or_else(|| {
                let mut others = BINDINGS.iter().zip(&self.keys).filter(|(binding, _)| binding.action != action);
                others.find(|(_, keys)| keys.contains(&key)).map(|(binding, _)| binding.action)
            })?;
            Some(Conflict { wanted: index, key, taken_by })
        })
    }

    /// Returns what a key asks for, if anything.
    #[must_use]
    pub fn action(&self, key: Key) -> Option<Action> {
        let fixed = FIXED.iter().find(|(fixed, _)| *fixed == key).map(|(_, action)| *action);
        fixed.or_else(|| self.keys.iter().position(|keys| keys.contains(&key)).map(|row| BINDINGS[row].action))
    }

    /// Returns the keys of an action, the one to name first.
    #[must_use]
    pub fn keys(&self, action: Action) -> &[Key] {
        row(action).map_or(&[], |row| &self.keys[row])
    }

    /// Returns the key to name for an action as a person reads it; `None` if it has none.
    #[must_use]
    pub fn first(&self, action: Action) -> Option<String> {
        self.keys(action).first().map(|key| key.shown())
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
        let is_said = |key: &Key| match *key {
            Key { code, ctrl: true } => keys.contains(&Key::plain(code)),
            Key { code: Code::BackTab, .. } => keys.contains(&Key::plain(Code::Tab)),
            Key { .. } => false,
        };
        keys.iter().filter(|key| !is_said(key)).map(|key| key.shown()).collect::<Vec<_>>().join(" ")
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

/// Returns the wanted keys, each once.
fn named_once(index: usize, wanted: &Wanted, conflicts: &mut Vec<Conflict>) -> Vec<Key> {
    let mut once = Vec::new();
    for &key in &wanted.keys {
        if once.contains(&key) {
            conflicts.push(Conflict { wanted: index, key, taken_by: wanted.action });
        } else {
            once.push(key);
        }
    }
    once
}

/// Takes a key back; an action that had no other keeps those of the table.
fn take_back(granted: &mut Option<Vec<Key>>, key: Key) {
    if let Some(keys) = granted {
        keys.retain(|other| *other != key);
        if keys.is_empty() {
            *granted = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::notation::parse;
    use super::*;

    /// Returns a keymap from lines as `quit Q`, and its conflicts as `quit j row-down`.
    fn keymap(lines: &[&str]) -> (Keymap, Vec<String>) {
        let action = |name: &str| BINDINGS.iter().find(|binding| binding.name == name).expect("it is named").action;
        let name = |action: Action| BINDINGS[row(action).expect("it is in the table")].name;
        let wanted: Vec<Wanted> = lines
            .iter()
            .map(|line| {
                let (name, keys) = line.split_once(' ').expect("a name and keys");
                Wanted { action: action(name), keys: parse(keys).expect("they are known") }
            })
            .collect();
        let (keymap, conflicts) = Keymap::with(&wanted);
        let meaning = |conflict: &Conflict| {
            format!("{} {} {}", name(wanted[conflict.wanted].action), conflict.key, name(conflict.taken_by))
        };
        (keymap, conflicts.iter().map(meaning).collect())
    }

    #[track_caller]
    fn check(lines: &[&str], shown: &[(Action, &str)], conflicts: &[&str]) {
        let (keymap, found) = keymap(lines);
        for (action, shown) in shown {
            assert_eq!(keymap.shown(*action), *shown, "{action:?}");
        }
        assert_eq!(found, conflicts);
    }

    #[test]
    fn the_table_is_the_default() {
        let keymap = Keymap::default();
        for binding in BINDINGS {
            assert_eq!(keymap.keys(binding.action), binding.keys);
            assert!(binding.keys.iter().all(|&key| keymap.action(key) == Some(binding.action)));
        }
        assert_eq!(keymap.shown(Action::PageDown), "f Space PgDn");
        assert_eq!(keymap.shown(Action::OtherPane), "Tab");
        assert_eq!(keymap.shown(Action::Quit), "q Ctrl-C");
    }

    #[test]
    fn keys_are_exchanged() {
        check(&["theme Q", "quit t"], &[(Action::Theme, "Q"), (Action::Quit, "t")], &[]);
    }

    #[test]
    fn an_action_can_be_without_a_key() {
        check(&["map "], &[(Action::Map, "")], &[]);
    }

    #[test]
    fn a_key_of_the_table_stays_where_it_is() {
        check(&["theme jT"], &[(Action::Theme, "T"), (Action::RowDown, "j ↓")], &["theme j row-down"]);
        check(&["theme j"], &[(Action::Theme, "t"), (Action::RowDown, "j ↓")], &["theme j row-down"]);
    }

    #[test]
    fn of_two_that_want_a_key_the_first_has_it() {
        check(&["theme T", "map T"], &[(Action::Theme, "T"), (Action::Map, "m")], &["map T theme"]);
    }

    #[test]
    fn falling_back_on_the_table_takes_its_keys_back_from_others() {
        check(
            &["quit j", "swap q"],
            &[(Action::Quit, "q Ctrl-C"), (Action::Swap, "x")],
            &["quit j row-down", "swap q quit"],
        );
    }

    #[test]
    fn two_names_of_one_key() {
        check(&["other-pane <Tab><C-i>"], &[(Action::OtherPane, "Tab")], &["other-pane <Tab> other-pane"]);
    }

    #[test]
    fn escape_and_ctrl_c_always_work() {
        let (keymap, conflicts) = keymap(&["theme <Esc>", "map <C-c>", "quit Q", "close "]);
        assert_eq!(conflicts, ["map <C-c> quit", "theme <Esc> close"]);
        assert_eq!(keymap.action(Key::plain(Code::Esc)), Some(Action::Close));
        assert_eq!(keymap.action(Key::ctrl('c')), Some(Action::Quit));
        assert_eq!(keymap.action(Key::char('q')), None);
    }

    #[test]
    fn outlets_are_one_row_of_the_help() {
        let outlet = BINDINGS.iter().find(|binding| binding.action == Action::Outlet(0)).expect("it is in the table");
        assert_eq!(Keymap::default().shown_in_help(outlet), "1–9");
        assert_eq!(keymap(&["outlet-1 A"]).0.shown_in_help(outlet), "A 2 3 4 5 6 7 8 9");
    }

    proptest! {
        #[test]
        fn no_key_ever_has_two_actions(wanted in prop::collection::vec((0..BINDINGS.len(), "[a-e1-3]{0,3}"), 0..12)) {
            let wanted: Vec<Wanted> = wanted
                .iter()
                .map(|(row, keys)| Wanted { action: BINDINGS[*row].action, keys: parse(keys).expect("plain keys") })
                .collect();
            let (keymap, _) = Keymap::with(&wanted);
            let mut seen = std::collections::HashSet::new();
            prop_assert!(keymap.keys.iter().flatten().all(|key| seen.insert(*key)));
        }
    }
}
