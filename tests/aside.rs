//! The lists beside the text: what of the outlet in focus is in all, only here, not found in another one.
#![cfg(feature = "tui")]

use std::sync::Arc;

use diptych::article::Article;
use diptych::intake::bundled;
use diptych::keys;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::story::passage_lists::ListKind;
use diptych::tui::Model;
use diptych::tui::components::SideList;
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Message, Opening};
use diptych::tui::{draw, dump, play};
use insta::assert_snapshot;

fn story() -> Story {
    Story::new("counter-espionage", bundled::read("counter-espionage").expect("it is bundled"))
}

fn opening(story: Story, width: u16, height: u16) -> Opening {
    Opening::new(Arc::new(story), Pair::new(0, 1)).sized(width, height)
}

fn played(width: u16, height: u16, typed: &str) -> (Model, String) {
    let (model, buffer) = play(opening(story(), width, height), &keys::parse(typed).expect("the keys are known"));
    (model, dump::text(&buffer))
}

fn screen(width: u16, height: u16, typed: &str) -> String {
    played(width, height, typed).1
}

/// The outlet in focus and the block that the text is at.
fn at(typed: &str) -> String {
    let (model, _) = played(120, 30, typed);
    format!(
        "{}¶{}",
        model.reader.pair.letters()[model.reader.position.focus],
        model.reader.block(model.reader.position.focus) + 1
    )
}

#[test]
fn beside_the_text() {
    assert_snapshot!(screen(120, 16, "Ljj"), @"
     counter-espionage                        [1 A] (2–B 69%)  3–C 1%   4–D 5%   5–E 55%  │ A Meridian Wire
    ▸A Meridian Wire  348 w · 61 % in B             B Highland Digest   306 w · 69 % in A │   in all                      0
    ────────────────────────────────────┬─────────┬───────────────────────────────────────│ ▾ only here                   4
     accuses of passing secrets abroad, ▌ 12 │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  >││   ¶11  Dozens of foreign and C…
     has been in custody since 2020.    ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕││   ¶12  Cheng Lei, an Australia…
                                        │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕││ ▸ ¶13  Beijing presents itself…
     Beijing presents itself as a       ◀⋯13<│    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕││   ¶14  It is the United States…
     target of foreign agents at a time ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕││   not found in B Highland Di… 4
     when Western governments,          ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ~││   not found in C Harbour Ne… 12
     Washington foremost, charge it     ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕││   not found in D Gate Stree… 11
     with spying and computer           ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕││   not found in E Plain Talk   5
     intrusions of its own, which it    ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  <█│   quoted here alone           0
     denies.                            ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  <││   named here alone            2
                                        │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕││
    ────────────────────────────────────┴─────────┴───────────────────────────────────────│
                   Tab next list   x in B, not in A   Esc back   Enter read here   ? help │
    ");
}

#[test]
fn over_the_other_pane() {
    assert_snapshot!(screen(80, 16, "lLj"), @"
    counter-espionage                  (1–A 61%) [2 B]  3–C 1%   4≈D 5%   5–E 50%
    A Meridian Wire        61 % in B            ▸B Highland Digest       69 % in A
    B Highland Digest     1–12 of 17 ┬─────────┬───────────────────────────────────
      in all                       0 │  1    1 │ All of China Is Told to Stand    >
      only here                    0 │         │ Guard Over the Political Order   ↕
      not found in A Meridian Wire 1 │         │                                  ↕
    ▾ not found in C Harbour Netw… 9 │  2 │> 2⋯▶ date 2023-08-02                  ↕
    ▸ ¶2   The leadership in Beijin… │    │    ▐ (HighlandDigest.example,         ↕
      ¶3   Watching for foreign age… │  3 │    ▐ Aug02’23) – The leadership in    ~
      ¶4   A country that means to … │    │    ▐ Beijing, which watches its own   ↕
      ¶5   Political safety ranks a… │    │    ▐ people at least as closely as    ↕
      ¶6   And “nothing in that ord… │    │    ▐ any rival, has asked all of them <
      ¶7   The plan by which ordina… │    │    ▐ to shield the political order    <
      ¶8   The drive to popularise … │    │    ▐ from spies.                      ↕
      ¶9   That law forbids passing… ┴─────────┴───────────────────────────────────
            Tab next list   x in A, not in B   Esc back   Enter read here   ? help
    ");
}

#[test]
fn below_the_text_where_there_is_one_column() {
    assert_snapshot!(screen(60, 18, "L<Tab>"), @"
     counter-espi…  [1 A] (2–B 69%)  3–C 1%   4–D 5%   5–E 55%
    ▸A Meridian Wire   61 % in B │ B Highland Digest  69 % in A
    ────────────────────────────────────────────────────────────
     B   6    ┊ had told the wire.                             >
                                                               ↕
    ▶A  11 <▌ Dozens of foreign and Chinese citizens have      ↕
    │A      ▌ been held as suspected spies over the past few   ↕
    │A      ▌ years, among them a manager of Astellas Pharma,  ↕
    ┘A      ▌ a drug company from Japan, in March.             ↕
                                                               <
     A Meridian Wire                                  2–6 of 12
       only here                                              4
     ▾ not found in B Highland Digest                         4
     ▸ ¶11  Dozens of foreign and Chinese citizens have been h…
       ¶12  Cheng Lei, an Australian television presenter whom…
       ¶13  Beijing presents itself as a target of foreign age…
    ────────────────────────────────────────────────────────────
         x in B, not in A   Esc back   Enter read here   ? help
    ");
}

#[test]
fn moving_in_it_moves_the_text() {
    // As soon as it opens the text is at what its cursor is on.
    assert_eq!(at("L"), "A¶11");
    assert_eq!(at("Lj"), "A¶12");
    assert_eq!(at("Ljjj"), "A¶14");
    // Past the end of a list the next one opens.
    assert_eq!(at("Ljjjjj"), "A¶12");
    assert_eq!(at("lL<Tab>j"), "B¶3");
}

#[test]
fn in_one_column_the_list_is_below_the_text_which_shows_what_is_chosen() {
    for size in [(60, 20), (45, 15), (90, 40)] {
        for steps in [0, 3, 9, 14, 23] {
            let (model, shown) = played(size.0, size.1, &format!("ssL{}", "j".repeat(steps)));
            let Some(list) = model.open::<SideList>() else { panic!("it is open") };
            let (reader, block) = (&model.reader, list.block().expect("a passage is chosen"));
            assert_eq!((reader.here().block, reader.away()), (block, None), "{size:?} {steps}\n{shown}");
            let lines: Vec<&str> = shown.lines().collect();
            let line = |of: &str| lines.iter().position(|line| line.contains(of));
            assert!(line(&format!("▸ ¶{}", block + 1)) > line("▶"), "{size:?} {steps}\n{shown}");
        }
    }
    // Of few rows none can be spared.
    assert!(!screen(60, 10, "ssL").contains('▶'));
}

#[test]
fn shift_tab_leads_back_where_tab_leads_on() {
    let open = |typed: &str| {
        let (model, shown) = played(120, 30, typed);
        let list = model.open::<SideList>().map(|list| (list.open, list.line));
        (list, shown.lines().skip(1).collect::<Vec<_>>().join("\n"))
    };
    for (before, on) in
        [("L", "<Tab>"), ("L<Tab>", "<Tab>"), ("v", "<Tab>"), ("v<Tab><Tab>", "<Tab>"), ("?", "<Tab><Tab>")]
    {
        let back = on.replace("Tab", "S-Tab");
        assert_ne!(open(&format!("{before}{on}")), open(before), "{before}");
        assert_eq!(open(&format!("{before}{on}{back}")), open(before), "{before}");
    }
    assert_eq!(open("v<S-Tab>"), open(&format!("v{}", "<Tab>".repeat(7))), "the pages go round");
}

#[test]
fn it_opens_where_the_text_is() {
    let (model, _) = played(120, 30, "}}}}}}}}}}}L");
    let Some(aside) = model.open::<SideList>() else { panic!("it is open") };
    assert_eq!(aside.block(), Some(11));
}

#[test]
fn enter_stays_and_escape_returns() {
    assert_eq!(at("Ljj<Enter>"), "A¶13");
    // The first passage after the cursor is chosen, and gone to also by one who did not move.
    assert_eq!(at("}}L<Enter>"), "A¶11");
    assert_eq!(at("]]]Ljj<Enter>'"), at("]]]"));
    for (width, height) in [(120, 30), (80, 24), (60, 20)] {
        for before in ["", "]]]", "G", "}}}}"] {
            // The explanation of the signs goes with the first key.
            let expected = screen(width, height, &format!("t{before}<C-l>")).replace("theme:", "");
            for keys in ["Ljj<Esc>", "L<Tab>GL", "Ljjjq"] {
                let found = screen(width, height, &format!("t{before}{keys}<C-l>"));
                assert_eq!(found, expected, "{before} {keys} at {width}");
            }
        }
    }
}

#[test]
fn the_text_is_where_the_list_is_as_soon_as_all_pairs_are_read() {
    let mut model = Model::new(opening(story(), 120, 30));
    model.update(Message::Key(keys::parse("L").expect("it is known")[0]));
    assert_eq!(model.reader.block(model.reader.position.focus), 0, "nothing is known yet");
    model.run_jobs();
    let Some(list) = model.open::<SideList>() else { panic!("it is open") };
    assert_eq!((list.block(), model.reader.block(model.reader.position.focus)), (Some(10), 10));
}

/// The outlet that is listed, the list that is open, and the block that list and text are at.
fn listed(typed: &str) -> String {
    let (model, shown) = played(120, 30, typed);
    let Some(list) = model.open::<SideList>() else { panic!("it is open: {shown}") };
    let letters = ["A", "B", "C", "D", "E"];
    assert_eq!(list.block(), Some(model.reader.block(model.reader.position.focus)), "{shown}");
    assert_eq!(list.article, model.reader.pair.shown[model.reader.position.focus], "{shown}");
    let which = match list.lists[list.open].which {
        ListKind::NotIn(other) => format!("not in {}", letters[other]),
        ListKind::OnlyHere => "only here".to_owned(),
        ListKind::InAll => "in all".to_owned(),
        ListKind::QuotedHere => "quoted".to_owned(),
        ListKind::NamedHere => "named".to_owned(),
    };
    format!("{} {which} ¶{}", letters[list.article], list.block().unwrap_or(0) + 1)
}

#[test]
fn a_key_asks_what_the_other_one_has_and_this_one_lacks() {
    assert_eq!(listed("L"), "A only here ¶11");
    assert_eq!(listed("Lx"), "B not in A ¶2");
    assert_eq!(listed("Lxx"), "A not in B ¶11");
    // What another outlet of the story has and this one lacks.
    assert_eq!(listed("L3"), "A not in C ¶11");
    assert_eq!(listed("L3x"), "C not in A ¶10");
    assert_eq!([listed("L."), listed("L,")], [listed("L3"), listed("L5")]);
    let shown = screen(120, 30, "L3x");
    assert!(shown.contains("x in A, not in C") && shown.contains("[3 C"), "{shown}");
    assert!(screen(120, 30, "L1").contains("A is here"));
    assert!(screen(120, 30, "L9").contains("there are 5 outlets"));
    assert!(screen(120, 30, "L?").contains("what that one has and this one"));
}

#[test]
fn from_the_other_side_one_reads_on_and_comes_back() {
    for size in [(120, 30), (80, 24), (60, 20), (45, 15)] {
        for before in ["", "]]]", "}}}}"] {
            let expected = screen(size.0, size.1, &format!("t{before}<C-l>")).replace("theme:", "");
            for keys in ["Lx<Esc>", "L3<Esc>", "L3xjj<Esc>", "Lxx5x<Esc>"] {
                assert_eq!(
                    screen(size.0, size.1, &format!("t{before}{keys}<C-l>")),
                    expected,
                    "{before} {keys} {size:?}"
                );
            }
        }
    }
    assert_eq!(at("Lx<Enter>"), "B¶2");
    assert_eq!(at("L3x<Enter>"), "C¶10");
    assert_eq!(at("}}L3x<Enter>'"), at("}}"));
    let (model, _) = played(120, 30, "L3x<Enter>'");
    assert_eq!(model.reader.pair.shown, Pair::new(0, 1));
}

#[test]
fn of_a_list_that_is_longer_than_the_screen_the_lines_in_sight_are_counted() {
    let shown = screen(45, 15, "L3");
    assert!(shown.contains("14–17 of 20"), "{shown}");
    assert!(!screen(120, 40, "L").contains(" of 12"), "all of it is in sight");
}

#[test]
fn where_nothing_is_not_found_it_says_so() {
    let same = "The ferries were withdrawn on Monday after cracks were found in their hulls.";
    let more = format!("{same}\n\nTickets will not rise before spring.");
    let articles = vec![Article::read("a", &more), Article::read("b", same)];
    let keys = keys::parse("Lx").expect("known");
    let (_, buffer) = play(opening(Story::new("ferries", articles), 120, 16), &keys);
    let shown = dump::text(&buffer);
    assert!(shown.contains("no passage of B is listed as not found in A"), "{shown}");
}

#[test]
fn a_click_chooses_and_a_second_one_reads() {
    let mut model = Model::new(opening(story(), 120, 30));
    for key in keys::parse("L").expect("it is known") {
        model.update(Message::Key(key));
    }
    model.run_jobs();
    let shown = dump::text(&draw(&model, 120, 30));
    let row = shown.lines().position(|line| line.contains("¶13")).expect("it is listed");
    let click =
        Message::Mouse(Mouse { kind: MouseKind::Press, column: 100, row: u16::try_from(row).expect("it is small") });
    model.update(click.clone());
    assert_eq!(model.reader.block(model.reader.position.focus), 12);
    assert!(!model.layers().is_empty());
    model.update(click);
    assert_eq!(model.reader.block(model.reader.position.focus), 12);
    assert!(model.layers().is_empty());
}

#[test]
fn what_is_in_all_and_what_is_nowhere_else() {
    let both = "The ferries were withdrawn on Monday after cracks were found in their hulls.";
    let article = |name: &str, own: &str| Article::read(name, &format!("{both}\n{own}"));
    let articles = vec![
        article("a", "Tickets will not rise before spring."),
        article("b", "Nobody had asked the fishermen about any of it."),
        article("c", "Two crossings a day remain, and none on Sunday night."),
    ];
    let (model, buffer) = play(opening(Story::new("ferries", articles), 120, 16), &keys::parse("L").expect("known"));
    let Some(aside) = model.open::<SideList>() else { panic!("it is open") };
    let lists: Vec<&[usize]> = aside.lists.iter().map(|list| list.blocks.as_slice()).collect();
    assert_eq!(lists[..4], [&[0][..], &[1], &[1], &[1]], "{}", dump::text(&buffer));
    assert!(lists[4].is_empty(), "nothing is quoted");
}

#[test]
fn no_size_panics() {
    for (width, height) in [(1, 1), (24, 7), (40, 9), (79, 12), (114, 24), (300, 100)] {
        for typed in ["L", "LG", "Lkkk", "L<PgDn><PgUp>g", "lL<Tab><Tab><Tab><Tab><Tab><Tab>", "sLj", "|Lj", "=Ljj"] {
            let _ = played(width, height, typed);
        }
    }
}

#[test]
fn a_list_that_no_other_one_is_before_or_after_says_so() {
    for (width, height) in [(140, 40), (80, 24), (45, 15)] {
        let said = |typed: &str| played(width, height, typed).0.reader.status.notice.unwrap_or_default();
        assert_eq!(said("Lh"), "no list before this one has anything", "{width}");
        // Tab goes round, as it does on the pages of the story.
        let open = |typed: &str| {
            let of_list = |line: &&str| line.contains('▾') || line.contains('▸');
            played(width, height, typed).1.lines().skip(2).filter(of_list).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_ne!(open("L<S-Tab>"), open("L"), "{width}");
        assert_eq!(open("L<S-Tab><Tab>"), open("L"), "{width}");
        assert_eq!(said("Ll"), "", "{width}");
        assert_eq!(said(&("L".to_owned() + &"l".repeat(20))), "no list after this one has anything", "{width}");
    }
}
