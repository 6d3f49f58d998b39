//! The tour of the README, played: what its steps say is on the screen.

use std::sync::Arc;

use diptych::intake::bundled;
use diptych::keys;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::state::Opening;
use diptych::tui::{draw, play};

/// The screen after some keys, a row a line.
fn screen(typed: &str) -> String {
    let read = bundled::read("ferry").expect("the story comes with the program");
    let story = Arc::new(Story::new("ferry", read));
    let keys = keys::parse(typed).expect("the keys are known");
    let (model, _) = play(Opening::new(story, Pair::new(0, 1)).sized(100, 30), &keys);
    let buffer = draw(&model, 100, 30);
    let row = |y| (0..100).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..30).map(row).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(typed: &str, expected: &[&str]) {
    let screen = screen(typed);
    for words in expected {
        assert!(screen.contains(words), "{typed}: {words} in\n{screen}");
    }
}

#[test]
fn each_step_shows_what_it_says() {
    check("v", &["A Coast Wire              ·  73%█", "Longest runs in A and B"]);
    check("v]<Enter>'", &["A¶1 of 14"]);
    check("]]", &["differs · edited, B¶4"]);
    check(":13<Enter>", &["Enter there", "moved: B¶3", "13 ~  3↑"]);
    check(":13<Enter><Enter>", &["B¶3 in its own place", "' back"]);
    check(":13<Enter><Enter>'", &["A¶13 of 14"]);
    check("H", &["Harbour Ledger", "Morrey Post", "Slack Water"]);
    check("L", &["in all", "only here", "not found in B Harbour Ledger", "not found in D Slack Water"]);
    check("Lx", &["not found in A Coast Wire", "x in A, not in B"]);
    check("L3x", &["not found in A Coast Wire", "x in A, not in C"]);
    check("v<Tab>=", &["in all outlets"]);
    check("3", &["C into the left pane", "' back"]);
    check("/crowns<Tab>", &["whole story /crowns", "A Coast Wire 1×", "B Harbour Ledger 2×"]);
    check("/crowns<Tab><Enter>nnn", &["in C", "Esc end search"]);
    check(":5<Enter>&l&", &["set opposite by hand", "& takes that away"]);
    check(":5<Enter>&l&&", &["no longer set opposite by hand"]);
}
