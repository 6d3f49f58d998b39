//! Keys that are wanted, granted and found.

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
    let (keymap, conflicts) = keymap(&["map <C-w>m", "row-to-middle <C-w>z", "row-to-top ", "row-to-end ", "theme z"]);
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
