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
    fn outlets(&self) -> Option<String> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns a keymap from lines as `quit Q`, and its conflicts as `quit j row-down`.
    fn keymap(lines: &[&str]) -> (Keymap, Vec<String>) {
        let action = |name: &str| BINDINGS.iter().find(|binding| binding.name == name).expect("it is named").action;
        let name = |action: Action| BINDINGS[row(action).expect("it is in the table")].name;
        let wanted: Vec<Wanted> = lines
            .iter()
            .map(|line| {
                let (name, keys) = line.split_once(' ').expect("a name and keys");
                let keys = keys.split_whitespace().map(|keys| KeySequence::parse(keys).expect("one key or two"));
                Wanted { action: action(name), keys: keys.collect() }
            })
            .collect();
        let (keymap, conflicts) = Keymap::with(&wanted);
        let meaning = |conflict: &Conflict| {
            let by = format!("{}:{}", name(conflict.taken_by), conflict.blocked_by);
            format!("{} {} {by}", name(wanted[conflict.wanted].action), conflict.keys)
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
            assert!(binding.keys.iter().all(|&keys| keymap.find(keys) == KeyMatch::Action(binding.action)));
        }
        assert_eq!(keymap.shown(Action::PageDown), "f Space PgDn");
        assert_eq!(keymap.shown(Action::OtherPane), "Tab");
        assert_eq!(keymap.shown(Action::Quit), "q Ctrl-C ZZ");
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
        check(&["theme j T"], &[(Action::Theme, "T"), (Action::RowDown, "j ↓ Ctrl-E")], &["theme j row-down:j"]);
        check(&["theme j"], &[(Action::Theme, "t"), (Action::RowDown, "j ↓ Ctrl-E")], &["theme j row-down:j"]);
    }

    #[test]
    fn of_two_that_want_a_key_the_first_has_it() {
        check(&["theme T", "map T"], &[(Action::Theme, "T"), (Action::Map, "m")], &["map T theme:T"]);
    }

    #[test]
    fn falling_back_on_the_table_takes_its_keys_back_from_others() {
        check(
            &["quit j", "swap q"],
            &[(Action::Quit, "q Ctrl-C ZZ"), (Action::Swap, "x")],
            &["quit j row-down:j", "swap q quit:q"],
        );
    }

    #[test]
    fn two_names_of_one_key() {
        check(&["other-pane <Tab> <C-i>"], &[(Action::OtherPane, "Tab")], &["other-pane <Tab> other-pane:<Tab>"]);
    }

    #[test]
    fn escape_and_ctrl_c_always_work() {
        let (keymap, conflicts) = keymap(&["theme <Esc>", "map <C-c>", "quit Q", "close "]);
        assert_eq!(conflicts, ["map <C-c> quit:<C-c>", "theme <Esc> close:<Esc>"]);
        assert_eq!(keymap.action(Key::plain(Code::Esc)), Some(Action::Close));
        assert_eq!(keymap.action(Key::ctrl('c')), Some(Action::Quit));
        assert_eq!(keymap.action(Key::char('q')), None);
    }

    fn pressed(keymap: &Keymap, keys: &str) -> KeyMatch {
        keymap.find(KeySequence::parse(keys).expect("one key or two"))
    }

    #[test]
    fn two_keys_are_found_and_the_first_is_waited_after() {
        let keymap = Keymap::default();
        for (keys, found) in [
            ("z", KeyMatch::Prefix),
            ("zz", KeyMatch::Action(Action::RowToMiddle)),
            ("zq", KeyMatch::Nothing),
            ("Q", KeyMatch::Nothing),
            ("qq", KeyMatch::Nothing),
            ("z<Esc>", KeyMatch::Action(Action::Close)),
            ("z<C-c>", KeyMatch::Action(Action::Quit)),
        ] {
            assert_eq!(pressed(&keymap, keys), found, "{keys}");
        }
        let after: Vec<String> =
            keymap.continuations(Key::char('z')).map(|(key, to)| format!("{key} {}", to.name)).collect();
        assert_eq!(after, ["z row-to-middle", "t row-to-top", "b row-to-end"]);
    }

    #[test]
    fn two_keys_can_be_bound_and_their_first_freed() {
        let (keymap, conflicts) =
            keymap(&["map <C-w>m", "row-to-middle <C-w>z", "row-to-top ", "row-to-end ", "theme z"]);
        assert_eq!(conflicts, Vec::<String>::new());
        assert_eq!(keymap.shown(Action::Map), "Ctrl-W,m");
        assert_eq!(pressed(&keymap, "z"), KeyMatch::Action(Action::Theme));
        assert_eq!(pressed(&keymap, "<C-w>"), KeyMatch::Prefix);
        assert_eq!(pressed(&keymap, "<C-w>z"), KeyMatch::Action(Action::RowToMiddle));
    }

    #[test]
    fn a_key_that_begins_another_binding_is_a_conflict() {
        check(&["theme z"], &[(Action::Theme, "t")], &["theme z row-to-middle:zz"]);
        check(&["theme jj"], &[(Action::Theme, "t"), (Action::RowDown, "j ↓ Ctrl-E")], &["theme jj row-down:j"]);
        check(&["theme T TT"], &[(Action::Theme, "T")], &["theme TT theme:T"]);
        check(&["theme Ta", "map T Q"], &[(Action::Theme, "Ta"), (Action::Map, "Q")], &["map T theme:Ta"]);
    }

    #[test]
    fn what_always_works_is_no_part_of_two_keys() {
        check(&["theme T<Esc>"], &[(Action::Theme, "t")], &["theme T<Esc> close:<Esc>"]);
        check(&["close <Esc>x"], &[(Action::Close, "Esc")], &["close <Esc>x close:<Esc>"]);
        check(&["theme T<C-c> U"], &[(Action::Theme, "U")], &["theme T<C-c> quit:<C-c>"]);
    }

    #[test]
    fn outlets_are_one_row_of_the_help() {
        let outlet = BINDINGS.iter().find(|binding| binding.action == Action::Outlet(0)).expect("it is in the table");
        assert_eq!(Keymap::default().shown_in_help(outlet), "1–9");
        assert_eq!(keymap(&["outlet-1 A"]).0.shown_in_help(outlet), "A 2 3 4 5 6 7 8 9");
    }

    proptest! {
        #[test]
        fn no_key_ever_has_two_actions(
            wanted in prop::collection::vec((0..BINDINGS.len(), prop::collection::vec("[a-eqzZ1-3]{1,2}", 0..3)), 0..12),
        ) {
            let wanted: Vec<Wanted> = wanted
                .iter()
                .map(|(row, keys)| {
                    let keys = keys.iter().map(|keys| KeySequence::parse(keys).expect("plain keys")).collect();
                    Wanted { action: BINDINGS[*row].action, keys }
                })
                .collect();
            let (keymap, _) = Keymap::with(&wanted);
            let all: Vec<KeySequence> = keymap.keys.iter().flatten().copied().collect();
            for (index, one) in all.iter().enumerate() {
                prop_assert!(all[index + 1..].iter().all(|other| !one.clashes_with(*other)), "{one}");
            }
        }
    }
}
