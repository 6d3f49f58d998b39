//! Habits from other readers: keys that do nothing and counts are answered, everything that jumps is on the way back and forth,
//! two keys for one action, and what copying says. Keys in, screens out, at three sizes.

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys::{self, Action, KeySequence, Keymap, Wanted};
use diptych::options;
use diptych::pair::Side;
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::state::{Effect, Message, Opening};
use diptych::tui::{draw, dump, play};
use insta::assert_snapshot;

use made::{LEDGER, SIZES, notice, press};

const WIRE: &str = "---\noutlet: Coast Wire\ntitle: New boats for the island\n---\n
The ministry said on Tuesday that three ferries would be renewed before the next winter.

Tickets will not rise before spring, the treasurer said, whatever the price of oil.

Three boats were withdrawn in March after cracks were found in their hulls.

Two members of the council voted against the order.

What the order costs was not said, and the treasurer would not tell what is left for the quay.

The yard that builds the boats has built none so large.
";

const NOTES: &str = "---\noutlet: Notes\n---\nThe gulls came back to the chimney of the old dairy.\n
Two members of the council voted against it.\n";

fn opening(size: (u16, u16)) -> Opening {
    made::opening(&[("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES)], size)
}

/// The screen after keys, at a size.
fn screen(size: (u16, u16), typed: &str) -> String {
    dump::text(&play(opening(size), &keys::parse(typed).expect("the keys are known")).1)
}

/// The last line of a screen after keys.
fn last_line(opening: Opening, typed: &str) -> String {
    let (_, buffer) = play(opening, &keys::parse(typed).expect("the keys are known"));
    dump::text(&buffer).lines().last().expect("a screen has lines").trim().to_owned()
}

/// The last lines after keys, at each size.
fn last_lines(typed: &str) -> String {
    SIZES.map(|size| last_line(opening(size), typed)).join("\n")
}

fn model(size: (u16, u16), typed: &str) -> Model {
    let mut model = Model::new(opening(size));
    press(&mut model, typed);
    model
}

fn letters(model: &Model) -> String {
    let letters = model.reader.pair.letters();
    letters.left + &letters.right
}

/// The pair, the pane, and its first row and cursor.
fn at(model: &Model) -> (String, Side, usize, usize) {
    let viewport = model.reader.viewport();
    (letters(model), model.reader.position.focus, viewport.top, viewport.cursor)
}

/// What is said after keys, which is the same at each size.
#[track_caller]
fn said(typed: &str) -> String {
    let [large, usual, small] = SIZES.map(|size| notice(&model(size, typed)).to_owned());
    assert_eq!((&large, &small), (&usual, &usual), "{typed}");
    usual
}

// Keys that do nothing, and counts.

#[test]
fn a_key_that_does_nothing_says_so_on_a_large_screen() {
    assert_snapshot!(screen(SIZES[0], "Q"), @"
     harbour                                                                                  [1 A Coast Wire] (2 B Ledger 66%)  3–C Notes 37%
    ▸A Coast Wire                                 81 w · 41 % in B             B Ledger                                        50 w · 66 % in A
    ───────────────────────────────────────────────────────────────┬─────────┬──────────────────────────────────────────────────────────────────
     New boats for the island                                      ◀  1    1 ├ A town that waits
                                                                   │         │
     ┊ Three boats were withdrawn in March after cracks were found │↓ 4 =  2 │ Three boats were withdrawn in March after cracks were found
     ┊ in their hulls.                                             │         │ in their hulls.
                                                                   │         │
     The ministry said on Tuesday that three ferries would be      │  2 ~  3 │ The ministry promised on Tuesday that three ferries would be
     renewed before the next winter.                               │         │ renewed before the next summer.
                                                                   │         │
     Tickets will not rise before spring, the treasurer said,      ▌  3<│> 4 ▐ Nobody at the quay believes a word of it, says the harbour
     whatever the price of oil.                                    ▌    │    ▐ master.
                                                                   │         │
     Three boats were withdrawn in March after cracks were found   │  4 =  2↑│ ┊ Three boats were withdrawn in March after cracks were found
     in their hulls.                                               │         │ ┊ in their hulls.
                                                                   │         │
     Two members of the council voted against the order.           │  5 =  5 │ Two members of the council voted against the order.
                                                                   │         │
     What the order costs was not said, and the treasurer would    ▌  6<│  6 │ Read more
     not tell what is left for the quay.                           ▌    │    │
                                                                   │         │ ■ end of B
     The yard that builds the boats has built none so large.       ▌  7<│    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
                                                                   │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
     ■ end of A                                                    │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
    ───────────────────────────────────────────────────────────────┴─────────┴──────────────────────────────────────────────────────────────────
     Q is not bound; ? help                                                                         . outlet for A   ] next difference   ? help
    ");
}

#[test]
fn a_key_that_does_nothing_says_so_on_the_usual_screen() {
    assert_snapshot!(screen(SIZES[1], "zq"), @"
     harbour                      [1 A Coast Wire] (2 B Ledger 66%)  3–C Notes 37%
    ▸A Coast Wire    81 w · 41 % in B             B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    New boats for the island          ◀  1    1 ├ A town that waits                █
                                      │         │                                  ↕
    ┊ Three boats were withdrawn in   │↓ 4 =  2 │ Three boats were withdrawn in    ↕
    ┊ March after cracks were found   │         │ March after cracks were found in ~
    ┊ in their hulls.                 │         │ their hulls.                     ~
                                      │         │                                  ~
    The ministry said on Tuesday that │  2 ~  3 │ The ministry promised on Tuesday ◇
    three ferries would be renewed    │         │ that three ferries would be      ◇
    before the next winter.           │         │ renewed before the next summer.  ↕
                                      │         │                                  ↕
    Tickets will not rise before      ▌  3<│> 4 ▐ Nobody at the quay believes a    ↕
    spring, the treasurer said,       ▌    │    ▐ word of it, says the harbour     █
    whatever the price of oil.        ▌    │    ▐ master.                          │
                                      │         │                                  <
    Three boats were withdrawn in     │  4 =  2↑│ ┊ Three boats were withdrawn in  <
    March after cracks were found in  │         │ ┊ March after cracks were found  <
    their hulls.                      │         │ ┊ in their hulls.                <
                                      │         │                                  │
    Two members of the council voted  │  5 =  5 │ Two members of the council voted │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     zq is not bound; ? help            . outlet for A   ] next difference   ? help
    ");
}

#[test]
fn a_key_that_does_nothing_says_so_on_a_small_screen() {
    assert_snapshot!(screen(SIZES[2], "mQ"), @"
     harbour           [1 A] (2 B 66%)  3–C 37%
    ▸A Coast Wire        │ B Ledger    66 % in A
    ─────────────────────────────────────────────
     New boa…  1   [ ▇⠶⠶⠶⠶⠶⠶⠶⠶⠶▇ ┐    1 A town …
     The min…  2 ~   ▇⠄⠄⡀⡀   ⡠⠤▒ ┘↓=  2 Three b…
     Tickets…  3 <  ▇▇    ⢀⠔⠊⠄⠄▇   ~  3 The min…
                    ██  ⢀⡠⠊    ▇▇  >  4 Nobody …
     Three b…  4 =↑  ▒⠤⠔⠁  ⡀⡀⠄⠄▇   =  5 Two mem…
     Two mem…  5 =   ▇⠄⠄⠂⠂⠁    ╎      6 Read mo…
     What th…  6 <  ▇▇
                    ██
     The yar…  7 <  ▇▇
                    ██
     ▒⠤⠤ moved ↑ ↓   ▇▇ only here < >   … ?
     Q is not bound; ? help   Esc close   ? help
    ");
}

#[test]
fn it_is_said_once() {
    assert_eq!(said("Q"), "Q is not bound; ? help");
    assert_eq!(said("QQ"), "Q is not bound; ? help", "it stays while the same key is pressed");
    assert_eq!(said("Qj"), "");
    assert_eq!(said("QjQ"), "", "it is known by now");
    assert_eq!(said("QjX"), "X is not bound; ? help");
    assert_eq!(said("0"), "0 is not bound; ? help");
    assert_eq!(said("zQ"), "zQ is not bound; ? help");
    assert_eq!(said("z<F5>"), "z,F5 is not bound; ? help");
}

#[test]
fn so_it_is_in_what_is_open_over_the_text() {
    for (typed, expected) in [
        ("my", "y does nothing here; ? help"),
        ("mQ", "Q is not bound; ? help"),
        ("mzz", "zz does nothing here; ? help"),
        ("vy", "y does nothing here; ? help"),
        ("vQ", "Q is not bound; ? help"),
        ("v9", "there are 3 outlets"),
        ("Ly", "y does nothing here; ? help"),
        ("LQ", "Q is not bound; ? help"),
        // Where letters are typed each of them is one, and where any key closes, each does something.
        ("/Qz", ""),
        (":Qz", ""),
        ("?Q", ""),
        ("iQ", ""),
    ] {
        assert_eq!(said(typed), expected, "{typed}");
    }
}

#[test]
fn digits_say_what_they_exchanged_and_counts_are_answered() {
    assert_snapshot!(last_lines("3"), @"
    C into the left pane · ' back · C¶1 of 2 · 3 differences                                       . outlet for C   ] next difference   ? help
    C into the left pane · ' back · C¶1 of 2            ] next difference   ? help
    C into the left pane · ' back        ? help
    ");
    assert_snapshot!(last_lines("3j"), @"
    C into the left pane · ' back · no counts · :3 goes to block 3 · digits choose outlets         . outlet for C   ] next difference   ? help
    C into the left pane · ' back · no counts · :3 goes to block 3 · digits choos…
    C into the left pane · ' back · no counts
    ");
    assert_snapshot!(last_lines("12G"), @"
    sides exchanged · ' back · no counts · :12 goes to block 12 · digits choose outlets            . outlet for B   ] next difference   ? help
    sides exchanged · ' back · no counts · :12 goes to block 12 · digits choose o…
    sides exchanged · ' back · no counts
    ");
    assert_snapshot!(last_lines("7}"), @"
    no counts · :7 goes to block 7 · digits choose outlets                                         . outlet for A   ] next difference   ? help
    no counts · :7 goes to block 7 · digits choose outlets                  ? help
    no counts · :7 goes to block 7       ? help
    ");
}

#[test]
fn an_outlet_comes_where_it_would_stand_level() {
    let blocks = |size| {
        let model = model(size, "}3");
        (at(&model).0, model.reader.block(Side::Left) + 1)
    };
    assert_eq!([SIZES[0], SIZES[1], SIZES[2], (60, 20)].map(blocks), [(); 4].map(|()| ("CB".to_owned(), 1)));
}

#[test]
fn at_the_ends_of_the_text_a_key_says_so_once() {
    assert_eq!([said("k"), said("kk")], ["this is the start", ""]);
    for size in SIZES {
        // Below the last block is the line that ends the article.
        let mut model = model(size, "Gj");
        let down = (0..9).find(|_| {
            let is_end = notice(&model) == "this is the end";
            press(&mut model, "j");
            is_end
        });
        assert!(down.is_some() && notice(&model).is_empty(), "{size:?}: {}", notice(&model));
    }
}

#[test]
fn a_count_is_answered_a_few_times_where_the_digits_did_something() {
    let count = |digits| format!("no counts · :{digits} goes to block {digits} · digits choose outlets");
    assert_eq!(said("3j"), format!("C into the left pane · ' back · {}", count("3")));
    assert_eq!(said("3j1j"), format!("A into the left pane · C¶1 not found there · ' back · {}", count("1")));
    assert_eq!(said("3j1j3j1j"), "", "they know by then");
    assert_eq!(said("3]"), "", "the last line tells of the difference");
    assert_eq!(said("3y"), "C¶1 sent to the terminal: 11 words, 52 bytes");
    assert_eq!(said("7j"), count("7"));
    assert_eq!(said("3j7j"), count("7"), "these did nothing");
    assert_eq!(said("7n"), count("7"));
    assert_eq!(said("10"), count("10"));
    assert_eq!(said("10j"), count("10"));
    assert_eq!(said("7<Tab>j"), "", "another key came between");
}

#[test]
fn without_the_keys_for_it_nothing_is_said_of_them() {
    let text = "[keys]\nhelp = []\npalette = \"P\"\n";
    let (options, reports) = options::read(text);
    assert_eq!(reports, []);
    let with = |typed| last_line(Opening { keymap: options.keymap.clone(), ..opening((80, 24)) }, typed);
    assert_eq!(with("Q").split("   ").next(), Some("Q is not bound"));
    assert_eq!(with("7j").split("   ").next(), Some("no counts · P7 goes to block 7 · digits choose outlets"));
}

// Back and forth.

/// Goes a way, back all of it and forth all of it, and finds each place again.
#[track_caller]
fn check_way(size: (u16, u16), steps: &[&str]) {
    let mut model = model(size, "");
    let mut places = vec![at(&model)];
    for step in steps {
        press(&mut model, step);
        places.push(at(&model));
    }
    for place in places.iter().rev().skip(1) {
        press(&mut model, "'");
        assert_eq!(at(&model), *place, "back at {size:?}");
    }
    press(&mut model, "'");
    assert_eq!(notice(&model), "nothing to go back to");
    for place in &places[1..] {
        press(&mut model, "\"");
        assert_eq!(at(&model), *place, "forth at {size:?}");
    }
    press(&mut model, "\"");
    assert_eq!(notice(&model), "nothing to go forth to");
}

#[test]
fn everything_that_jumps_is_on_the_way() {
    for size in SIZES {
        check_way(size, &["3", "x", ".", ":3<Enter>"]);
        check_way(size, &["G", "g", "<End>", "<Home>"]);
        check_way(size, &["/council<Enter>", ":1<Enter>"]);
        check_way(size, &[":4<Enter>", "<Enter>", "<Enter>"]);
        check_way(size, &["mjjj<Enter>", "Hj<Enter>", "Lj<Enter>"]);
        check_way(size, &["oNotes<Enter>", "G", "x", "3"]);
        check_way(size, &["v<Tab>jj<Enter>", "vll<Enter>", "L2<Enter>"]);
        check_way(size, &["/council<Tab><Enter>", ":1<Enter>", "*"]);
    }
}

#[test]
fn what_scrolls_is_no_jump() {
    for typed in ["jj'", "d'", "<Space>'", "J'", "K'", "}'", "]'", "zz'", "zt'", "g'"] {
        assert_eq!(said(typed), "nothing to go back to", "{typed}");
    }
}

#[test]
fn from_match_to_match_is_one_jump() {
    for size in SIZES {
        let mut model = model(size, "j");
        let start = at(&model);
        press(&mut model, "/boats<Enter>nn");
        let last = at(&model);
        assert_ne!(last, start);
        press(&mut model, "'");
        assert_eq!(at(&model), start, "{size:?}");
        press(&mut model, "\"");
        assert_eq!(at(&model), last, "{size:?}");
        // Whoever has moved on jumps anew.
        press(&mut model, "kn'");
        assert_eq!(at(&model).3, last.3 - 1, "{size:?}");
    }
}

#[test]
fn a_new_jump_ends_the_way_forth() {
    let mut model = model((80, 24), "3G''");
    press(&mut model, ":4<Enter>\"");
    assert_eq!(notice(&model), "nothing to go forth to");
    press(&mut model, "'");
    assert_eq!(letters(&model), "AB");
}

#[test]
fn three_keys_lead_back() {
    for key in ["'", "`", "<C-o>"] {
        assert_eq!(said(&format!("3{key}")), "back to A and B");
    }
    assert_eq!(said("3'\""), "forth to C and B");
}

#[test]
fn the_way_forth_outlasts_a_reload() {
    let mut model = model((80, 24), "3'");
    let grown = WIRE.replacen("\n\n", "\n\nA paragraph that is new here.\n\n", 1);
    let texts = [("wire.txt", grown.as_str()), ("ledger.txt", LEDGER), ("notes.txt", NOTES)];
    let again = Story::new("harbour", texts.map(|(name, text)| Article::read(name, text)).to_vec());
    model.update(Message::Reloaded(Arc::new(again)));
    press(&mut model, "\"");
    assert_eq!((letters(&model).as_str(), notice(&model)), ("CB", "forth to C and B"));
}

#[test]
fn back_and_forth_on_a_large_screen() {
    assert_snapshot!(screen(SIZES[0], "}3G''\""), @"
     harbour                                                                                    1–A Coast Wire 9%  (2–B Ledger 14%) [3 C Notes]
    ▸C Notes                                      19 w · 37 % in B             B Ledger                                        50 w · 14 % in C
    ───────────────────────────────────────────────────────────────┬─────────┬──────────────────────────────────────────────────────────────────
     The gulls came back to the chimney of the old dairy.          ▌  1<│> 1 ▐ A town that waits
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │> 2 ▐ Three boats were withdrawn in March after cracks were found
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ in their hulls.
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ ◀    │> 3 ▐ The ministry promised on Tuesday that three ferries would be
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ renewed before the next summer.
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │> 4 ▐ Nobody at the quay believes a word of it, says the harbour
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ master.
                                                                   │         │
     Two members of the council voted against it.                  │  2 ~  5 │ Two members of the council voted against the order.
                                                                   │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
     ■ end of C                                                    │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
                                                                   │         │
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │  6 │ Read more
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │ ■ end of B
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
    ───────────────────────────────────────────────────────────────┴─────────┴──────────────────────────────────────────────────────────────────
     forth to C and B · C¶1 of 2 · 3 differences                                                    . outlet for C   ] next difference   ? help
    ");
}

#[test]
fn back_and_forth_on_the_usual_screen() {
    assert_snapshot!(screen(SIZES[1], "}3G''\""), @"
     harbour                        1–A Coast Wire 9%  (2–B Ledger 14%) [3 C Notes]
    ▸C Notes         19 w · 37 % in B             B Ledger         50 w · 14 % in C
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    The gulls came back to the        ▌  1<│> 1 ▐ A town that waits                ◇
    chimney of the old dairy.         ▌    │    │                                  >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │> 2 ▐ Three boats were withdrawn in    >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ March after cracks were found in >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ their hulls.                     >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │                                  >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ ◀    │> 3 ▐ The ministry promised on Tuesday >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ that three ferries would be      █
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ renewed before the next summer.  >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │                                  >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │> 4 ▐ Nobody at the quay believes a    █
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ word of it, says the harbour     ~
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ master.                          ~
                                      │         │                                  █
    Two members of the council voted  │  2 ~  5 │ Two members of the council voted █
    against it.                       │         │ against the order.               │
                                      │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │
    ■ end of C                        │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │
                                      │         │                                  │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     forth to C and B · C¶1 of 2 · 3 differences         ] next difference   ? help
    ");
}

#[test]
fn back_and_forth_on_a_small_screen() {
    assert_snapshot!(screen(SIZES[2], "}3G''\""), @"
     harbour             1–A 9%  (2–B 14%) [3 C]
    ▸C Notes   37 % in B │ B Ledger    14 % in C
    ─────────────────────────────────────────────
    ┐C   1 <▌ The gulls came back to the        <
    ▶C      ▌ chimney of the old dairy.         >
                                                >
     B   1 >▐ A town that waits                 >
                                                >
     B   2 >▐ Three boats were withdrawn in     >
     B      ▐ March after cracks were found in  ~
     B      ▐ their hulls.                      ~
                                                │
     B   3 >▐ The ministry promised on Tuesday  │
    ─────────────────────────────────────────────
     forth to C and B                     ? help
    ");
}

// Two keys, and keys of others.

#[test]
fn a_second_key_is_awaited_on_a_large_screen() {
    assert_snapshot!(screen(SIZES[0], "}}z"), @"
     harbour                                                                                  [1 A Coast Wire] (2–B Ledger 66%)  3–C Notes 37%
    ▸A Coast Wire                                 81 w · 41 % in B             B Ledger                                        50 w · 66 % in A
    ───────────────────────────────────────────────────────────────┬─────────┬──────────────────────────────────────────────────────────────────
     New boats for the island                                      │  1    1 │ A town that waits
                                                                   │         │
     ┊ Three boats were withdrawn in March after cracks were found │↓ 4 =  2 │ Three boats were withdrawn in March after cracks were found
     ┊ in their hulls.                                             │         │ in their hulls.
                                                                   │         │
     The ministry said on Tuesday that three ferries would be      │  2 ~  3 │ The ministry promised on Tuesday that three ferries would be
     renewed before the next winter.                               │         │ renewed before the next summer.
                                                                   │         │
     Tickets will not rise before spring, the treasurer said,      ◀  3<│> 4 ▐ Nobody at the quay believes a word of it, says the harbour
     whatever the price of oil.                                    ▌    │    ▐ master.
                                                                   │         │
     Three boats were withdrawn in March after cracks were found   │  4 =  2↑│ ┊ Three boats were withdrawn in March after cracks were found
     in their hulls.                                               │         │ ┊ in their hulls.
                                                                   │         │
     Two members of the council voted against the order.           │  5 =  5 │ Two members of the council voted against the order.
                                                                   │         │
     What the order costs was not said, and the treasurer would    ▌  6<│  6 │ Read more
     not tell what is left for the quay.                           ▌    │    │
                                                                   │         │ ■ end of B
     The yard that builds the boats has built none so large.       ▌  7<│    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
                                                                   │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
     ■ end of A                                                    │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
                                                                   │         │
    ───────────────────────────────────────────────────────────────┴─────────┴──────────────────────────────────────────────────────────────────
     z…                                                                  z row to the middle   t row to the top   b row to the end   Esc cancel
    ");
}

#[test]
fn a_second_key_is_awaited_on_the_usual_screen() {
    assert_snapshot!(screen(SIZES[1], "}}z"), @"
     harbour                      [1 A Coast Wire] (2–B Ledger 66%)  3–C Notes 37%
    ▸A Coast Wire    81 w · 41 % in B             B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    New boats for the island          │  1    1 │ A town that waits                █
                                      │         │                                  ↕
    ┊ Three boats were withdrawn in   │↓ 4 =  2 │ Three boats were withdrawn in    ↕
    ┊ March after cracks were found   │         │ March after cracks were found in ~
    ┊ in their hulls.                 │         │ their hulls.                     ~
                                      │         │                                  ~
    The ministry said on Tuesday that │  2 ~  3 │ The ministry promised on Tuesday ◇
    three ferries would be renewed    │         │ that three ferries would be      ◇
    before the next winter.           │         │ renewed before the next summer.  ↕
                                      │         │                                  ↕
    Tickets will not rise before      ◀  3<│> 4 ▐ Nobody at the quay believes a    ↕
    spring, the treasurer said,       ▌    │    ▐ word of it, says the harbour     █
    whatever the price of oil.        ▌    │    ▐ master.                          │
                                      │         │                                  <
    Three boats were withdrawn in     │  4 =  2↑│ ┊ Three boats were withdrawn in  <
    March after cracks were found in  │         │ ┊ March after cracks were found  <
    their hulls.                      │         │ ┊ in their hulls.                <
                                      │         │                                  │
    Two members of the council voted  │  5 =  5 │ Two members of the council voted │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     z…      z row to the middle   t row to the top   b row to the end   Esc cancel
    ");
}

#[test]
fn a_second_key_is_awaited_on_a_small_screen() {
    assert_snapshot!(screen(SIZES[2], "}}z"), @"
     harbour           [1 A] (2–B 66%)  3–C 37%
    ▸A Coast Wire        │ B Ledger    66 % in A
    ─────────────────────────────────────────────
     B   3    that three ferries would be       ↕
     B        renewed before the next summer.   ↕
                                                ~
    ▶A   3 <▌ Tickets will not rise before      <
    │A      ▌ spring, the treasurer said,       ◇
    ┘A      ▌ whatever the price of oil.        ↕
                                                ↕
     B   4 >▐ Nobody at the quay believes a     <
     B      ▐ word of it, says the harbour      <
     B      ▐ master.                           │
    ─────────────────────────────────────────────
     z…                       z t b   Esc cancel
    ");
}

#[test]
fn rows_go_to_the_middle_the_top_and_the_end() {
    for size in SIZES {
        let model_at = |typed: &str| {
            let model = model(size, typed);
            let height = usize::from(model.reader.rows.screen.body_height());
            (model.reader.viewport(), height, model.reader.rows.layout.rows.len())
        };
        let (before, height, rows) = model_at("}}}");
        let last = rows.saturating_sub(height);
        for (keys, depth) in [("zz", height / 2), ("zt", 0), ("zb", height - 1)] {
            let (viewport, ..) = model_at(&format!("}}}}}}{keys}"));
            assert_eq!(viewport.cursor, before.cursor, "{keys}");
            assert_eq!(viewport.top, before.cursor.saturating_sub(depth).min(last), "{keys} {size:?}");
        }
    }
}

#[test]
fn escape_cancels_the_first_key_and_nothing_else() {
    assert_eq!(said("z<Esc>zq"), "zq is not bound; ? help");
    for size in SIZES {
        let searched = model(size, "/boats<Enter>z<Esc>");
        assert!(searched.reader.search.typed().is_some() && notice(&searched).is_empty());
        assert_eq!(model(size, "mz<Esc>").layers().len(), 1, "the map stays");
        assert!(has_quit(size, "z<C-c>"));
    }
}

fn has_quit(size: (u16, u16), typed: &str) -> bool {
    play(opening(size), &keys::parse(typed).expect("the keys are known")).0.reader.outbox.has_quit
}

#[test]
fn rows_words_and_leaving_as_elsewhere() {
    for size in SIZES {
        assert_eq!(at(&model(size, "<C-e><C-e><C-y>")), at(&model(size, "j")));
        for typed in ["ZZ", ":q<Enter>", "q", ":quit<Enter>"] {
            assert!(has_quit(size, typed), "{size:?} {typed}");
        }
        for typed in ["Z", "ZQ", "Zq", "Z<Esc>", "zb", ":q<Esc>"] {
            assert!(!has_quit(size, typed) && model(size, typed).reader.viewport().top == 0, "{size:?} {typed}");
        }
    }
}

#[test]
fn the_word_at_the_cursor_is_searched() {
    for (typed, expected) in [
        ("}*", "ministry: match 2 of 2 · now in B¶3"),
        ("}#", "ministry: match 2 of 2 · now in B¶3 · from the end again"),
        ("}**", "ministry: match 1 of 2 · now in A¶2 · from the top again"),
    ] {
        assert_eq!(said(typed), expected, "{typed}");
    }
    // Which row and which word it is follows from where the lines end.
    assert_eq!(notice(&model(SIZES[1], "G*")), "no word on this row");
    assert_eq!(notice(&model(SIZES[1], "}}}}}*")), "order: match 1 of 3 · A¶5 · from the top again");
    assert_snapshot!(last_lines("}}*"), @"
    treasurer: match 2 of 2 · A¶6                                                      . outlet for A   Esc end search   n next match   ? help
    rise stands only here     . outlet for A  Esc end search  n next match  ? help
    rise stands only here                ? help
    ");
    for size in SIZES {
        let mut model = model(size, "}*");
        press(&mut model, "'");
        assert_eq!(at(&model), at(&self::model(size, "}")), "{size:?}");
        press(&mut model, "/<Up>");
        assert!(dump::text(&draw(&model, size.0, size.1)).contains("/ministry"), "it is among the searches");
    }
}

#[test]
fn two_keys_can_be_bound_everywhere() {
    let keys = |text: &str| KeySequence::parse(text).expect("one key or two");
    let wanted = [
        Wanted { action: Action::RowDown, keys: vec![keys("gj")] },
        Wanted { action: Action::Start, keys: vec![keys("gg")] },
        Wanted { action: Action::Map, keys: vec![keys("<C-w>m")] },
        Wanted { action: Action::Follow, keys: vec![keys("gf")] },
    ];
    let (keymap, conflicts) = Keymap::with(&wanted);
    assert_eq!(conflicts, []);
    for size in SIZES {
        let with = |typed| last_line(Opening { keymap: keymap.clone(), ..opening(size) }, typed);
        assert!(with("<C-w>").starts_with("Ctrl-W…  ") && with("<C-w>").ends_with("m map of the pair   Esc cancel"));
        assert!(with("<C-w>m").contains("gf go there") || size.0 < 80, "{}", with("<C-w>m"));
        assert!(with("<C-w>mgjgjgf").starts_with("A¶3 of 7"), "{}", with("<C-w>mgjgjgf"));
        assert!(with("vgjgj").contains("Notes"), "{}", with("vgjgj"));
        assert!(with("g").starts_with("g…"));
    }
}

// Copying.

#[test]
fn copying_says_what_it_did() {
    assert_snapshot!(last_lines("y"), @"
    A¶1 sent to the terminal: 5 words, 24 bytes                                                    . outlet for A   ] next difference   ? help
    A¶1 sent to the terminal: 5 words, 24 bytes         ] next difference   ? help
    A¶1 sent to the terminal: 5 words, 24 bytes
    ");
    assert_snapshot!(last_lines("}lY"), @"
    B¶3 with its place sent to the terminal: 15 words, 113 bytes                                   . outlet for B   ] next difference   ? help
    B¶3 with its place sent to the terminal: 15 words, 113 bytes            ? help
    B¶3 with its place sent to the terminal: 1…
    ");
    let model = model((80, 24), "y");
    let [Effect::Copy(copied)] = &model.reader.outbox.effects[..] else { panic!("one text is copied") };
    assert_eq!((copied.text.as_str(), copied.size.as_str()), ("New boats for the island", "5 words, 24 bytes"));
}

#[test]
fn copying_on_a_small_screen() {
    assert_snapshot!(screen(SIZES[2], "y"), @"
     harbour           [1 A] (2 B 66%)  3–C 37%
    ▸A Coast Wire        │ B Ledger    66 % in A
    ─────────────────────────────────────────────
    ▶A   1    New boats for the island          ↕
    │                                           ↕
    └B   1    A town that waits                 ~
                                                <
     A ↓ 4 =  ┊ Three boats were withdrawn in   ◇
     A        ┊ March after cracks were found   ↕
     A        ┊ in their hulls.                 ↕
                                                <
     B   2 =  Three boats were withdrawn in     <
     B        March after cracks were found in  │
    ─────────────────────────────────────────────
     A¶1 sent to the terminal: 5 words, 24 bytes
    ");
}
