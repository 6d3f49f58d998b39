//! Setting two blocks opposite by hand: as an input of the comparison, with keys, and from one day to the next.

mod made;

use std::sync::Arc;

use diptych::align::Pass;
use diptych::article::Article;
use diptych::comparison::{Comparison, Relation};
use diptych::intake::bundled;
use diptych::keys;
use diptych::pair::{Pair, Side};
use diptych::story::{Story, StoryAnalysis, StoryPins};
use diptych::tui::pins::SavedPins;
use diptych::tui::state::{Message, Opening};
use diptych::tui::{Model, play};
use insta::assert_snapshot;
use proptest::prelude::*;

use made::{LEDGER, NOTES, SIZES, WIRE, notice, press, shown};

fn articles(texts: &[(&str, &str)]) -> Vec<Article> {
    texts.iter().map(|(name, text)| Article::read(name, text)).collect()
}

fn harbour() -> Vec<Article> {
    articles(&[("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES)])
}

fn opening(articles: Vec<Article>, pins: SavedPins, (width, height): (u16, u16)) -> Opening {
    Opening { pins, ..Opening::new(Arc::new(Story::new("harbour", articles)), Pair::new(0, 1)) }.sized(width, height)
}

fn played(size: (u16, u16), typed: &str) -> Model {
    let keys = keys::parse(typed).expect("the keys are known");
    play(opening(harbour(), SavedPins::default(), size), &keys).0
}

fn screen(size: (u16, u16), typed: &str) -> String {
    shown(&played(size, typed))
}

fn last_line(size: (u16, u16), typed: &str) -> String {
    screen(size, typed).lines().last().expect("a screen has lines").trim().to_owned()
}

/// Sets A¶3 and B¶4 opposite, the right in focus.
const PINNED: &str = ":A3<Enter>&:B4<Enter>&";

/// The links of a comparison, those made by hand with a sign: `¶2–¶3 &¶3–¶4`.
fn links(comparison: &Comparison) -> String {
    let side = |blocks: &[usize]| blocks.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(",");
    let link = |link: &diptych::comparison::Link| {
        let sign = if link.pass == Pass::ByHand { "&" } else { "" };
        format!("{sign}{}–{}", side(&link.blocks.left), side(&link.blocks.right))
    };
    comparison.links.iter().map(link).collect::<Vec<_>>().join(" ")
}

fn pinned(blocks: &[(usize, usize)]) -> StoryPins {
    let mut pins = StoryPins::default();
    for &(left, right) in blocks {
        pins.set(Pair::new(0, 1), Pair::new(left - 1, right - 1));
    }
    pins
}

/// What the links of the two reports are with pins.
#[track_caller]
fn check(pins: &[(usize, usize)], expected: &str) {
    let story = Story::new("harbour", harbour());
    assert_eq!(links(&story.compare_pinned(Pair::new(0, 1), &pinned(pins))), expected);
}

#[test]
fn a_pin_takes_its_blocks_out_of_their_links() {
    check(&[], "1–1 2–3 4–2 5–5");
    check(&[(3, 4)], "1–1 2–3 &3–4 4–2 5–5");
    check(&[(2, 2)], "1–1 &2–2 5–5");
    check(&[(1, 5)], "&1–5 2–3 4–2");
    // What is linked already can be linked by hand too.
    check(&[(2, 3)], "1–1 &2–3 4–2 5–5");
    // Furniture, a block that there is not, and a block that has a pin already.
    check(&[(3, 6)], "1–1 2–3 4–2 5–5");
    check(&[(3, 40)], "1–1 2–3 4–2 5–5");
    check(&[(3, 4), (2, 4)], "1–1 &2–4 4–2 5–5");
}

#[test]
fn what_is_left_of_a_link_of_several_blocks_stays_linked() {
    let long = "The council voted eleven to four on Monday evening to order three ferries for the crossing to the island. The \
                treasurer warned that tickets would not become cheaper before the next spring, whatever the price of oil.";
    let (one, two) = long.split_at(long.find("The treasurer").expect("it is there"));
    let gulls = "The gulls came back to the chimney of the old dairy.";
    let texts = [format!("{long}\n"), format!("{one}\n\n{two}\n\n{gulls}\n")];
    let story = Story::new(
        "-",
        articles(&[("a.txt", &texts[0]), ("b.txt", &format!("{}\n{gulls} So it is said.\n", texts[1]))]),
    );
    let with = |pins: &[(usize, usize)]| links(&story.compare_pinned(Pair::new(0, 1), &pinned(pins)));
    assert_eq!(with(&[]), "1–1,2");
    assert_eq!(with(&[(1, 4)]), "&1–4");
    let swapped = Story::new(
        "-",
        articles(&[("b.txt", &texts[1]), ("a.txt", &format!("{}\n{gulls} So it is said.\n", texts[0]))]),
    );
    let with = |pins: &[(usize, usize)]| links(&swapped.compare_pinned(Pair::new(0, 1), &pinned(pins)));
    assert_eq!(with(&[]), "1,2–1 3–2");
    assert_eq!(with(&[(2, 2)]), "1–1 &2–2");
}

#[test]
fn a_pin_has_its_wording_and_moves_as_any_link() {
    let story = Story::new("harbour", harbour());
    let comparison = story.compare_pinned(Pair::new(0, 1), &pinned(&[(5, 2)]));
    let pin = comparison.links.iter().find(|link| link.pass == Pass::ByHand).expect("it is there");
    assert_eq!((pin.relation, pin.moved, pin.score), (Relation::Reworded, true, 1.0));
    // What the two displace is not said to be only there.
    assert!(comparison.elsewhere.is_again(Side::Left, 3) && comparison.elsewhere.is_again(Side::Right, 4));
    let comparison = story.compare_pinned(Pair::new(0, 1), &pinned(&[(4, 2)]));
    let pin = comparison.links.iter().find(|link| link.pass == Pass::ByHand).expect("it is there");
    assert_eq!((pin.relation, pin.moved), (Relation::Verbatim, true));
}

#[test]
fn the_whole_story_counts_pins_if_they_are_handed_in_and_else_not() {
    let story = Story::new("harbour", harbour());
    let of = |pins: &StoryPins| StoryAnalysis::new_watched(&story, pins, &|_| true).expect("nobody stops it").passages;
    let plain = StoryAnalysis::new(&story).passages;
    assert_eq!(of(&StoryPins::default()), plain);
    assert_ne!(of(&pinned(&[(3, 4)])), plain);
}

/// Two articles of the story that opens first, and pins of them.
fn any_pins() -> impl Strategy<Value = (Pair<usize>, Vec<Pair<usize>>)> {
    let pin = (0_usize..16, 0_usize..16).prop_map(|(left, right)| Pair::new(left, right));
    (0_usize..4, 0_usize..3, prop::collection::vec(pin, 0..5))
        .prop_map(|(left, step, pins)| (Pair::new(left, (left + 1 + step) % 4), pins))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn pins_are_symmetric_and_taken_away_leave_nothing((pair, blocks) in any_pins()) {
        let story = Story::new("ferry", bundled::read(bundled::FIRST).expect("it comes with the program"));
        let plain = story.compare(pair);
        let mut pins = StoryPins::default();
        for &blocks in &blocks {
            pins.set(pair, blocks);
        }
        let comparison = story.compare_pinned(pair, &pins);
        prop_assert_eq!(story.compare_pinned(pair.swap(), &pins), comparison.clone().swap());
        let by_hand: Vec<Pair<usize>> = comparison
            .links
            .iter()
            .filter(|link| link.pass == Pass::ByHand)
            .map(|link| link.blocks.as_ref().map(|blocks| blocks[0]))
            .collect();
        prop_assert!(by_hand.iter().all(|pin| pins.of(pair).contains(pin)));
        for side in Side::BOTH {
            let mut seen = std::collections::HashSet::new();
            prop_assert!(comparison.links.iter().flat_map(|link| &link.blocks[side]).all(|block| seen.insert(*block)));
            for link in &comparison.links {
                for &block in &link.blocks[side] {
                    let of_block = link.wording.segments[side].iter().filter(|segment| segment.block == block);
                    let text = &story.pair(pair)[side].blocks[block].text;
                    prop_assert_eq!(&of_block.map(|segment| &text[segment.range.clone()]).collect::<String>(), text);
                }
            }
        }
        // All other links are such as were found, perhaps without blocks that have a pin now.
        for link in comparison.links.iter().filter(|link| link.pass != Pass::ByHand) {
            let holds = |found: &diptych::comparison::Link| {
                Side::BOTH.into_iter().all(|side| link.blocks[side].iter().all(|block| found.blocks[side].contains(block)))
            };
            prop_assert!(plain.links.iter().any(holds) || link.wording.words.left.all == 0);
        }
        for pin in pins.of(pair) {
            pins.remove(pair.swap(), pin.swap());
        }
        prop_assert_eq!(story.compare_pinned(pair, &pins), plain);
    }
}

#[test]
fn a_marked_block_and_another_one_are_set_opposite() {
    assert_snapshot!(screen(SIZES[0], PINNED), @"
     harbour                                                                                   (1&A Coast Wire 65%) [2 B Ledger]  3–C Notes 0%
     A Coast Wire                    2026-06-16 · 51 w · 65 % in B            ▸B Ledger                                        50 w · 66 % in A
    ───────────────────────────────────────────────────────────────┬─────────┬──────────────────────────────────────────────────────────────────
     New boats for the island                                      │  1    1 │ A town that waits
                                                                   │         │
     ┊ Three boats were withdrawn in March after cracks were found │↓ 4 =  2 │ Three boats were withdrawn in March after cracks were found
     ┊ in their hulls.                                             │         │ in their hulls.
                                                                   │         │
     The ministry [said] on Tuesday that three ferries would be      │  2 ~  3 │ The ministry {promised} on Tuesday that three ferries would be
     renewed before the next [winter].                               │         │ renewed before the next {summer}.
                                                                   │         │
     Tickets will not rise before spring, the treasurer said,      ┐  3 &  4 ▶ Nobody at the quay believes a word of it, says the harbour
     whatever the price of oil.                                    ┘         └ master.
                                                                   │         │
     Three boats were withdrawn in March after cracks were found   │  4 =  2↑│ ┊ Three boats were withdrawn in March after cracks were found
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
     A¶3 and B¶4 set opposite by hand · & takes that away                                           . outlet for B   ] next difference   ? help
    ");
    assert_snapshot!(screen(SIZES[1], PINNED), @"
     harbour                       (1&A Coast Wire 65%) [2 B Ledger]  3–C Notes 0%
     A Coast Wire    51 w · 65 % in B            ▸B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    New boats for the island          │  1    1 │ A town that waits                █
                                      │         │                                  ↕
    ┊ Three boats were withdrawn in   │↓ 4 =  2 │ Three boats were withdrawn in    ↕
    ┊ March after cracks were found   │         │ March after cracks were found in █
    ┊ in their hulls.                 │         │ their hulls.                     ~
                                      │         │                                  ~
    The ministry [said] on Tuesday that │  2 ~  3 │ The ministry {promised} on Tuesday █
    three ferries would be renewed    │         │ that three ferries would be      ~
    before the next [winter].           │         │ renewed before the next {summer}.  ~
                                      │         │                                  ↕
    Tickets will not rise before      ┐  3 &  4 ▶ Nobody at the quay believes a    ↕
    spring, the treasurer said,       │         │ word of it, says the harbour     ↕
    whatever the price of oil.        ┘         └ master.                          █
                                      │         │                                  │
    Three boats were withdrawn in     │  4 =  2↑│ ┊ Three boats were withdrawn in  │
    March after cracks were found in  │         │ ┊ March after cracks were found  │
    their hulls.                      │         │ ┊ in their hulls.                │
                                      │         │                                  │
    Two members of the council voted  │  5 =  5 │ Two members of the council voted │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     A¶3 and B¶4 set opposite by hand · & takes that away                    ? help
    ");
    assert_snapshot!(screen(SIZES[2], PINNED), @"
     harbour            (1&A 65%) [2 B]  3–C 0%
     A Coast Wire        │▸B Ledger    66 % in A
    ─────────────────────────────────────────────
    │[A]   3    spring, the treasurer said,       ↕
    │[A]        whatever the price of oil.        ↕
    │                                           ↕
    ▶{B}   4 &  Nobody at the quay believes a     ~
    │{B}        word of it, says the harbour      ~
    └{B}        master.                           ↕
                                                ↕
     [A]   4 =  Three boats were withdrawn in     ↕
     [A]        March after cracks were found in  │
     [A]        their hulls.                      │
    ─────────────────────────────────────────────
     A¶3 and B¶4 set opposite by hand     ? help
    ");
}

#[test]
fn what_is_marked_is_said_until_it_is_forgotten() {
    for size in SIZES {
        let said = "A¶3 marked";
        // On a narrow screen what to do next comes first; its sign is there.
        assert!(size == SIZES[2] || last_line(size, "}}&").contains(said), "{size:?}: {}", last_line(size, "}}&"));
        for typed in ["}}&j", "}}&jjj", "}}&G", "}}&x", "}}&<Tab>", "}}&?<Esc>", "}}&sj"] {
            assert!(last_line(size, typed).contains(said), "{size:?} {typed}: {}", last_line(size, typed));
        }
        // It has left the screen, and comes back.
        let away = "A¶3 marked, not shown";
        assert!(last_line(size, "}}&3<Tab>").contains(away), "{size:?}: {}", last_line(size, "}}&3<Tab>"));
        assert!(!last_line(size, "}}&31").contains("not shown"));
        for typed in ["}}&<Esc>", "}}&&", "}}&jj<Esc>", "}}&3<Esc>", "}}&3<Tab><Esc>"] {
            assert!(last_line(size, typed).starts_with("A¶3 is no longer marked"), "{size:?} {typed}");
        }
        assert!(!last_line(size, "}}&<Esc>j").contains(said));
    }
    let line = |typed: &str| last_line(SIZES[0], typed);
    assert!(line("}}&").starts_with("& on the other side: opposite · Esc forgets · A¶3 marked"));
    assert!(line("}}&}&").contains("opposite · Esc forgets · A¶4 marked, A¶3 no longer"));
    assert!(line("}}&3}&").contains("opposite · Esc forgets · C¶2 marked, A¶3 no longer"));
    assert!(line("<Tab>}}}}}&").starts_with("B¶6: a line of the page is not linked"));
    // Whoever hides the line of signs keeps the mark.
    let mut model = played(SIZES[0], "}}&");
    model.reader.status.is_greeting = true;
    press(&mut model, "<Esc>");
    assert_eq!((notice(&model), model.reader.status.is_greeting), ("A¶3 is no longer marked", true));
}

#[test]
fn a_pin_is_named_and_taken_away_from_either_side() {
    for size in SIZES {
        let mut model = played(size, ":A3<Enter>&:B4<Enter>");
        assert_eq!(links(&model.reader.pair.comparison), "1–1 2–3 4–2 5–5", "{size:?}");
        let (block, place) = (model.reader.block(Side::Right), model.reader.viewport());
        assert_eq!(block, 3, "{size:?}");
        press(&mut model, "&");
        assert_eq!(notice(&model), "A¶3 and B¶4 set opposite by hand · & takes that away");
        assert_eq!(links(&model.reader.pair.comparison), "1–1 2–3 &3–4 4–2 5–5");
        assert_eq!((model.reader.block(Side::Right), model.reader.position.focus), (block, Side::Right));
        press(&mut model, "j");
        assert!(
            shown(&model).lines().last().is_some_and(|line| line.contains("reworded, by hand, A¶3")) || size.0 < 60
        );
        press(&mut model, "ki");
        assert!(shown(&model).contains("linked by hand"), "{}", shown(&model));
        press(&mut model, "<Esc>&");
        assert_eq!(notice(&model), "B¶4 and A¶3 no longer set opposite by hand");
        assert_eq!(links(&model.reader.pair.comparison), "1–1 2–3 4–2 5–5");
        assert_eq!(model.reader.viewport(), place);
        // The same from the left.
        press(&mut model, "&:A3<Enter>&");
        assert_eq!(links(&model.reader.pair.comparison), "1–1 2–3 &3–4 4–2 5–5");
        press(&mut model, "&");
        assert_eq!(notice(&model), "A¶3 and B¶4 no longer set opposite by hand");
    }
}

#[test]
fn on_a_narrow_screen_whole_parts_are_said() {
    let narrow = (45, 15);
    assert_eq!(last_line(narrow, ":A3<Enter>&"), "& on the other side: opposite · Esc forgets");
    assert_eq!(last_line(narrow, PINNED), "A¶3 and B¶4 set opposite by hand     ? help");
}

#[test]
fn what_is_displaced_is_named() {
    let model = played(SIZES[0], ":A2<Enter>&:B2<Enter>&");
    assert_eq!(notice(&model), "A¶2 and B¶2 set opposite by hand · alone now: A¶4, B¶3 · & takes that away");
    assert_eq!(links(&model.reader.pair.comparison), "1–1 &2–2 5–5");
}

#[test]
fn a_pin_holds_while_outlets_come_and_go_and_sides_are_exchanged() {
    let mut model = played(SIZES[1], PINNED);
    assert_eq!(links(&model.reader.pair.comparison), "1–1 2–3 &3–4 4–2 5–5");
    for typed in ["3", "2", "x", "x", "s", "s", "s", "|", "|", "v<Esc>", "'", "\""] {
        press(&mut model, typed);
        let (shown, expected) = (model.reader.pair.shown, "&3–4");
        if shown == Pair::new(0, 1) {
            assert!(links(&model.reader.pair.comparison).contains(expected), "{typed}");
        } else if shown == Pair::new(1, 0) {
            assert!(links(&model.reader.pair.comparison).contains("&4–3"), "{typed}");
        }
    }
    // The tabs know it too: with C in focus there is none, with A opposite of C the one of B.
    let model = played(SIZES[1], &format!("{PINNED}3<Tab>"));
    assert_eq!(
        model
            .reader
            .sign_in(1, diptych::tui::state::SideBlock { side: Side::Left, block: 2 })
            .map(diptych::present::Sign::sign),
        Some("&")
    );
}

/// Opens the same articles, or others, with what was kept, and returns the links of the first two.
fn again(kept: &SavedPins, articles: Vec<Article>) -> String {
    let model = Model::new(opening(articles, kept.clone(), SIZES[1]));
    links(&model.reader.pair.comparison)
}

#[test]
fn pins_are_known_by_the_texts() {
    let model = played(SIZES[1], PINNED);
    let kept = &model.reader.pins.kept;
    let with = "1–1 2–3 &3–4 4–2 5–5";
    assert_eq!(again(kept, harbour()), with);
    // In another folder, under other names, with one more outlet, in another order.
    assert_eq!(again(kept, articles(&[("x/1.txt", WIRE), ("x/2.txt", LEDGER)])), with);
    let others = articles(&[("b.txt", LEDGER), ("a.txt", WIRE), ("c.txt", NOTES), ("d.txt", "Nothing but this.\n")]);
    assert_eq!(again(kept, others), "1–1 2–4 3–2 &4–3 5–5");
    // A text that is another one has none, until it is the same again.
    let edited = LEDGER.replace("harbour master", "harbourmaster");
    assert_eq!(again(kept, articles(&[("wire.txt", WIRE), ("ledger.txt", &edited)])), "1–1 2–3 4–2 5–5");
    let mut model = Model::new(opening(harbour(), kept.clone(), SIZES[1]));
    let read = |ledger: &str| {
        let texts = [("wire.txt", WIRE), ("ledger.txt", ledger), ("notes.txt", NOTES)];
        Message::Reloaded(Arc::new(Story::new("harbour", articles(&texts))))
    };
    model.update(read(&edited));
    assert_eq!(links(&model.reader.pair.comparison), "1–1 2–3 4–2 5–5");
    model.update(read(LEDGER));
    assert_eq!(links(&model.reader.pair.comparison), with);
}

#[test]
fn a_mark_is_found_again_in_a_story_that_is_read_anew() {
    let mut model = played(SIZES[1], "}}&");
    let longer = WIRE.replace("The ministry said", "Word came at noon.\n\nThe ministry said");
    let texts = [("wire.txt", longer.as_str()), ("ledger.txt", LEDGER), ("notes.txt", NOTES)];
    model.update(Message::Reloaded(Arc::new(Story::new("harbour", articles(&texts)))));
    press(&mut model, ":B4<Enter>&");
    assert_eq!(notice(&model), "A¶4 and B¶4 set opposite by hand · & takes that away");
    // Another story has no mark.
    let mut model = played(SIZES[1], "}}&");
    press(&mut model, "oferry<Enter>j");
    assert!(model.reader.pins.marked.is_none());
}

#[test]
fn nothing_is_kept_where_nothing_is_pinned() {
    use diptych::tui::kept::Kept;
    assert!(played(SIZES[1], "}}&<Esc>jj3<Tab>").reader.pins.kept.is_empty());
    // What was taken away is to be taken away in the file too; what was made and taken away is no change.
    let mut known = played(SIZES[1], PINNED).reader.pins.kept;
    let keys = keys::parse(":B4<Enter>h&").expect("the keys are known");
    let kept = play(opening(harbour(), known.clone(), SIZES[1]), &keys).0.reader.pins.kept;
    assert!(!known.keep_all(&played(SIZES[1], &format!("{PINNED}&")).reader.pins.kept));
    assert!(known.keep_all(&kept) && known.is_empty());
}

#[test]
fn readers_of_the_same_articles_lose_nothing_of_each_other() {
    use diptych::tui::kept::Kept;
    let mut known = played(SIZES[1], PINNED).reader.pins.kept;
    // It was open before the file had that.
    assert!(known.keep_all(&played(SIZES[1], ":A5<Enter>&:B5<Enter>&").reader.pins.kept));
    assert_eq!(again(&known, harbour()), "1–1 2–3 &3–4 4–2 &5–5");
}
