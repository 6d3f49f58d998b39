//! Searching the whole story: `Tab` in the prompt, counts in the tabs, and from outlet to outlet. Keys in, screens out.

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::state::{Message, Opening};
use diptych::tui::{Model, dump, play};
use insta::assert_snapshot;

use made::{LEDGER, NOTES, SIZES, WIRE, press, shown};

/// It has the boats of the others twice, once in capitals.
const POST: &str = "---\noutlet: Post\ntitle: The quay\n---\n
Nobody at the quay has seen the BOATS since March.\n
Three boats were withdrawn in March after cracks were found in their hulls.
";

fn opening(width: u16, height: u16) -> Opening {
    let texts = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES), ("post.txt", POST)];
    made::opening(&texts, (width, height))
}

fn played(width: u16, height: u16, typed: &str) -> Model {
    play(opening(width, height), &keys::parse(typed).expect("the keys are known")).0
}

fn screen(width: u16, height: u16, typed: &str) -> String {
    shown(&played(width, height, typed))
}

/// The first line of the screen and the last one after keys.
fn tabs_and_status(width: u16, height: u16, typed: &str) -> String {
    let screen = screen(width, height, typed);
    let lines: Vec<&str> = screen.lines().collect();
    [lines[0], lines[lines.len() - 1]].map(str::trim).join("\n")
}

/// The outlets on the screen, the side in focus, and what is said.
fn state((width, height): (u16, u16), typed: &str) -> (String, Side, String) {
    let model = played(width, height, typed);
    let letters = model.reader.pair.letters();
    (letters.left + &letters.right, model.reader.position.focus, model.reader.status.notice.unwrap_or_default())
}

#[track_caller]
fn check(typed: &str, pair: &str, focus: Side, said: &str) {
    for size in [(100, 14)].into_iter().chain(SIZES) {
        assert_eq!(state(size, typed), (pair.to_owned(), focus, said.to_owned()), "{size:?} {typed}");
    }
}

#[test]
fn the_prompt_says_what_is_searched_and_the_tabs_how_often_each_outlet_has_it() {
    assert_snapshot!(screen(140, 40, "/boats<Tab>"), @"
     harbour                                                                      [1 A Coast Wire 2×] (2 B Ledger 1×)  3 C Notes   4 D Post 2×
    ▸A Coast Wire                    2026-06-16 · 51 w · 65 % in B             B Ledger                                        50 w · 66 % in A
    ───────────────────────────────────────────────────────────────┬─────────┬──────────────────────────────────────────────────────────────────
     New *«boats»* for the island                                      ◀  1    1 ├ A town that waits
                                                                   │         │
     ┊ Three «boats» were withdrawn in March after cracks were found │↓ 4 =  2 │ Three «boats» were withdrawn in March after cracks were found
     ┊ in their hulls.                                             │         │ in their hulls.
                                                                   │         │
     The ministry [said] on Tuesday that three ferries would be      │  2 ~  3 │ The ministry {promised} on Tuesday that three ferries would be
     renewed before the next [winter].                               │         │ renewed before the next {summer}.
                                                                   │         │
     Tickets will not rise before spring, the treasurer said,      ▌  3<│> 4 ▐ Nobody at the quay believes a word of it, says the harbour
     whatever the price of oil.                                    ▌    │    ▐ master.
                                                                   │         │
     Three «boats» were withdrawn in March after cracks were found   │  4 =  2↑│ ┊ Three «boats» were withdrawn in March after cracks were found
     in their hulls.                                               │         │ ┊ in their hulls.
                                                                   │         │
     Two members of the council voted against the order.           │  5 =  5 │ Two members of the council voted against the order.
                                                                   │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
     ■ end of A                                                    │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱
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
    ───────────────────────────────────────────────────────────────┴─────────┴──────────────────────────────────────────────────────────────────
     whole story /boats                                                         match 1 of 5 · A¶1   Enter keep   Tab pair   Esc back   F1 help
    ");
    assert_snapshot!(screen(80, 24, "/boats<Tab>"), @"
     harbour          [1 A Coast Wire 2×] (2 B Ledger 1×)  3 C Notes   4 D Post 2×
    ▸A Coast Wire    51 w · 65 % in B             B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    New *«boats»* for the island          ◀  1    1 ├ A town that waits                █
                                      │         │                                  ↕
    ┊ Three «boats» were withdrawn in   │↓ 4 =  2 │ Three «boats» were withdrawn in    ↕
    ┊ March after cracks were found   │         │ March after cracks were found in █
    ┊ in their hulls.                 │         │ their hulls.                     ~
                                      │         │                                  ~
    The ministry [said] on Tuesday that │  2 ~  3 │ The ministry {promised} on Tuesday █
    three ferries would be renewed    │         │ that three ferries would be      ◇
    before the next [winter].           │         │ renewed before the next {summer}.  ◇
                                      │         │                                  ↕
    Tickets will not rise before      ▌  3<│> 4 ▐ Nobody at the quay believes a    ↕
    spring, the treasurer said,       ▌    │    ▐ word of it, says the harbour     ↕
    whatever the price of oil.        ▌    │    ▐ master.                          █
                                      │         │                                  │
    Three «boats» were withdrawn in     │  4 =  2↑│ ┊ Three «boats» were withdrawn in  │
    March after cracks were found in  │         │ ┊ March after cracks were found  │
    their hulls.                      │         │ ┊ in their hulls.                │
                                      │         │                                  │
    Two members of the council voted  │  5 =  5 │ Two members of the council voted │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     whole story /boats          match 1 of 5 · A¶1   Tab pair   Esc back   F1 help
    ");
    assert_snapshot!(screen(45, 15, "/boats<Tab>"), @"
     harbour    [1 A 2×] (2 B 1×)  3 C   4 D 2×
    ▸A Coast Wire        │ B Ledger    66 % in A
    ─────────────────────────────────────────────
    ▶[A]   1    New *«boats»* for the island          ↕
    │                                           ↕
    └{B}   1    A town that waits                 ↕
                                                ~
     [A] ↓ 4 =  ┊ Three «boats» were withdrawn in   <
     [A]        ┊ March after cracks were found   >
     [A]        ┊ in their hulls.                 ↕
                                                ↕
     {B}   2 =  Three «boats» were withdrawn in     │
     {B}        March after cracks were found in  │
    ─────────────────────────────────────────────
     story /boats             match 1 of 5 · A¶1
    ");
}

#[test]
fn tab_goes_to_and_fro_and_each_prompt_begins_with_the_pair() {
    for (width, height) in SIZES {
        let (pair, story) = if width < 60 { ("pair /", "story /") } else { ("this pair /", "whole story /") };
        for (typed, label) in [
            ("/", pair),
            ("/<Tab>", story),
            ("/<Tab><Tab>", pair),
            ("/boats<Tab><Enter>/", pair),
            (":search-story<Enter>", story),
        ] {
            let shown = tabs_and_status(width, height, typed);
            assert!(shown.lines().last().is_some_and(|line| line.starts_with(label)), "{width} {typed}: {shown}");
        }
        let both = tabs_and_status(width, height, "/boats<Tab><Tab>");
        assert_eq!(both, tabs_and_status(width, height, "/boats"));
        assert!(!both.contains('×'), "{both}");
    }
}

#[test]
fn of_two_outlets_there_is_no_whole_story() {
    let articles = [("wire.txt", WIRE), ("ledger.txt", LEDGER)].map(|(name, text)| Article::read(name, text)).to_vec();
    let opening = || Opening::new(Arc::new(Story::new("harbour", articles.clone())), Pair::new(0, 1)).sized(80, 24);
    let shown = |typed: &str| {
        let (model, buffer) = play(opening(), &keys::parse(typed).expect("the keys are known"));
        dump::marked(&buffer, &model.reader.theme).lines().last().unwrap_or_default().trim().to_owned()
    };
    assert_eq!(shown("/boats"), "/boats                    match 1 of 3 · A¶1   Enter keep   Esc back   F1 help");
    // It says so, until the next letter.
    assert_eq!(shown("/boats<Tab>"), "/boats                      two outlets only   Enter keep   Esc back   F1 help");
    assert_eq!(
        shown(":search-story<Enter>"),
        "/                           two outlets only   Enter keep   Esc back   F1 help"
    );
    assert_eq!(shown("/boat<Tab>s"), shown("/boats"));
    assert_eq!(shown(":search-story<Enter>boats"), shown("/boats"));
}

#[test]
fn next_goes_past_the_end_of_the_article_into_the_next_outlet_that_has_a_match() {
    let start = "/boats<Tab><Enter>";
    check(start, "AB", Side::Left, "");
    check(&format!("{start}n"), "AB", Side::Left, "");
    // B stands opposite already; C has none.
    check(&format!("{start}nn"), "AB", Side::Right, "in B, 3 of 5 · ' back");
    check(&format!("{start}nnn"), "AD", Side::Right, "in D, 4 of 5 · ' back");
    check(&format!("{start}nnnn"), "AD", Side::Right, "");
    check(&format!("{start}nnnnn"), "AD", Side::Left, "in A, 1 of 5, from the first again · ' back");
    check(&format!("{start}N"), "DB", Side::Left, "in D, 5 of 5, from the last again · ' back");
    check(&format!("{start}NN"), "DB", Side::Left, "");
    check(&format!("{start}NNN"), "DB", Side::Right, "in B, 3 of 5 · ' back");
    check(&format!("{start}NNNN"), "DA", Side::Right, "in A, 2 of 5 · ' back");
}

#[test]
fn the_number_of_a_match_is_said_once() {
    let status = |typed: &str| screen(140, 24, typed).lines().last().unwrap_or_default().to_owned();
    for typed in ["/boats<Tab><Enter>N", "/boats<Tab><Enter>nnn", "/gulls<Tab><Enter>", "|/gulls<Tab><Enter>"] {
        let shown = status(typed);
        let number =
            shown.split_once(", ").and_then(|(_, rest)| rest.split([',', '·']).next()).unwrap_or_default().trim();
        assert!(number.contains(" of ") && shown.matches(number).count() == 1, "{shown}");
        assert!(!shown.contains("· match "), "{shown}");
    }
    assert_eq!(status("/gulls<Tab><Enter>").split("   ").next(), Some(" in C, 1 of 2 · ' back · C¶1 · headline, B¶1"));
}

#[test]
fn the_way_back_leads_through_the_outlets() {
    for (width, height) in SIZES {
        let place = |typed: &str| {
            let model = played(width, height, typed);
            let reader = &model.reader;
            (reader.pair.shown, reader.position.focus, reader.viewport(), reader.block(reader.position.focus))
        };
        let start = "/boats<Tab><Enter>n";
        for (after, back) in [("n", "'"), ("nn", "''"), ("N N N", "''")] {
            assert_eq!(place(&format!("{start}{}{back}", after.replace(' ', ""))).0, place(start).0, "{width} {after}");
        }
        assert_eq!(place(&format!("{start}n'")), place(start), "{width}");
        assert_eq!(place(&format!("{start}nn''\"\"")), place(&format!("{start}nn")), "{width}");
    }
}

#[test]
fn what_the_pair_has_not_is_gone_to_at_once() {
    check("/gulls<Tab><Enter>", "CB", Side::Left, "in C, 1 of 2 · ' back");
    check("<Tab>/gulls<Tab><Enter>", "AC", Side::Right, "in C, 1 of 2 · ' back");
    check("|/gulls<Tab><Enter>", "CB", Side::Left, "in C, 1 of 2 · ' back");
    check("/gulls<Tab><Enter>n", "CB", Side::Left, "");
    check("/gulls<Tab><Enter>nn", "CB", Side::Left, "match 1 of 2 · C¶1 · from the top again");
    check("/gulls<Enter>", "AB", Side::Left, "nothing found: gulls");
    check("/herons<Tab><Enter>", "AB", Side::Left, "nothing found: herons");
    for (width, height) in SIZES {
        let shown = tabs_and_status(width, height, "/gulls<Tab>");
        assert!(shown.contains(" 2×") && shown.contains("2 matches in 1 outlet"), "{shown}");
    }
}

#[test]
fn escape_ends_the_search_and_the_counts_go() {
    for (width, height) in SIZES {
        let before = tabs_and_status(width, height, "j").lines().next().map(str::to_owned);
        for typed in ["j/boats<Tab><Esc>", "j/boats<Tab><Enter><Esc>", "j/boats<Tab><Enter>*<Esc>"] {
            let shown = tabs_and_status(width, height, typed);
            assert!(!shown.contains('×'), "{width} {typed}: {shown}");
        }
        assert_eq!(tabs_and_status(width, height, "j/boats<Tab><Esc>").lines().next().map(str::to_owned), before);
        // Who leaves a prompt is where they were, the search of the whole story with it.
        let kept = tabs_and_status(width, height, "/boats<Tab><Enter>/quay<Esc>");
        assert_eq!(kept, tabs_and_status(width, height, "/boats<Tab><Enter>"));
    }
    let model = played(100, 14, "/boats<Tab><Enter><Esc>");
    assert!(model.reader.search.story.counts().is_none());
}

#[test]
fn words_are_folded_as_in_the_pair() {
    for (typed, counts) in
        [("boats", [2, 1, 0, 2]), ("BOATS", [0, 0, 0, 1]), ("‘bo", [0; 4]), ("BOA\u{AD}TS", [0, 0, 0, 1])]
    {
        let model = played(100, 14, &format!("/{typed}<Tab>"));
        let counted = model.reader.search.story.counts().expect("it was searched");
        assert_eq!(counted.iter().map(|count| count.counted).collect::<Vec<_>>(), counts, "{typed}");
    }
}

#[test]
fn no_key_waits_for_the_whole_story() {
    let mut model = Model::new(opening(100, 14));
    let type_in = |model: &mut Model, typed: &str| {
        for key in keys::parse(typed).expect("the keys are known") {
            model.update(Message::Key(key));
        }
    };
    // Nobody runs what is to be done in the background.
    type_in(&mut model, "/gulls<Tab><Enter>");
    assert_eq!(model.reader.status.notice.as_deref(), Some("searching the whole story"));
    assert_eq!(model.reader.pair.letters(), Pair::new("A".to_owned(), "B".to_owned()));
    model.run_jobs();
    assert_eq!(model.reader.status.notice.as_deref(), Some("in C, 1 of 2 · ' back"));
    assert!(model.reader.status.messages().is_empty());
    // Who went on meanwhile stays there.
    let mut model = Model::new(opening(100, 14));
    type_in(&mut model, "/gulls<Tab><Enter>j");
    model.run_jobs();
    assert_eq!(model.reader.pair.letters(), Pair::new("A".to_owned(), "B".to_owned()));
    press(&mut model, "n");
    assert_eq!(model.reader.pair.letters(), Pair::new("C".to_owned(), "B".to_owned()));
}

#[test]
fn a_story_that_is_read_again_is_searched_again() {
    let mut model = played(100, 14, "/boats<Tab><Enter>");
    let texts =
        [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", "Boats, boats, boats.\n"), ("post.txt", POST)];
    let articles = texts.map(|(name, text)| Article::read(name, text)).to_vec();
    model.update(Message::Reloaded(Arc::new(Story::new("harbour", articles))));
    model.run_jobs();
    let counts = model.reader.search.story.counts().expect("it was searched");
    assert_eq!(counts.iter().map(|count| count.counted).collect::<Vec<_>>(), [2, 1, 3, 2]);
}

#[test]
fn of_very_many_matches_it_is_said_that_there_are_more() {
    let many = format!("---\noutlet: Many\n---\n{}\n", "a boat ".repeat(5000));
    let texts = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("many.txt", many.as_str())];
    let articles = texts.map(|(name, text)| Article::read(name, text)).to_vec();
    let opening = Opening::new(Arc::new(Story::new("harbour", articles)), Pair::new(0, 1)).sized(100, 14);
    let (model, buffer) = play(opening, &keys::parse("/boat<Tab><Enter>N").expect("the keys are known"));
    assert_eq!(
        model.reader.status.notice.as_deref(),
        Some("in C, more than 4000 matches in 3 outlets, from the last again · ' back")
    );
    assert!(dump::marked(&buffer, &model.reader.theme).contains("C Many >4000×]"));
    assert_eq!(
        model.reader.search.next_in(Side::Left, 0, 34_995).map(|(range, is_here)| (range.len(), is_here)),
        Some((4, true))
    );
}

#[test]
fn outlets_that_have_no_tab_are_counted_together() {
    let first = |width| screen(width, 15, "/boats<Tab><Enter>").lines().next().unwrap_or_default().trim().to_owned();
    assert!(first(45).ends_with("(2 B 1×)  3 C   4 D 2×"), "{}", first(45));
    // Of the two that are left out there only the last one has any.
    assert!(first(26).contains("+2 2× [1 A 2×]"), "{}", first(26));
}
