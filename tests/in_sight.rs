//! What the last line speaks of and what keys act on is on the screen: every key that moves, in every arrangement, at small sizes.

mod made;

use diptych::layout::{Arrangement, RowCell};
use diptych::pair::{Pair, Side};
use diptych::tui::components::SideList;
use diptych::tui::state::{Reader, SideBlock};
use diptych::tui::{Model, draw, dump};
use proptest::prelude::*;

use made::{LEDGER, NOTES, WIRE, notice, press};

/// One with long stretches of its own on both sides of what it shares, so that a screen shows one side alone.
const LONG: &str = "---\noutlet: Long Shore News\ntitle: What the winter took\n---\n
The first storm took the rail of the old pier, which nobody had painted since the herring left the bay for good.

A woman from the upper town keeps a list of all that was swept away, and she reads it aloud to whoever comes by.

Three boats were withdrawn in March after cracks were found in their hulls.

The second storm took the shed of the rowing club and left the boats in a field two miles up the valley.

Nobody has counted the trees, and the forester says that he would rather not be asked about them before May.

In the school the children draw the waves from memory, each of them a little higher than the roof of the church.
";

const SIZES: [(u16, u16); 4] = [(100, 20), (80, 24), (60, 20), (45, 15)];

fn model(size: (u16, u16), typed: &str) -> Model {
    let texts = [("wire.txt", WIRE), ("long.txt", LONG), ("ledger.txt", LEDGER), ("notes.txt", NOTES)];
    let mut model = Model::new(made::opening(&texts, size));
    model.run_jobs();
    press(&mut model, typed);
    model
}

fn last_line(model: &Model) -> String {
    let (width, height) = model.reader.rows.screen.full();
    let screen = dump::text(&draw(model, width, height));
    screen.lines().last().unwrap_or_default().trim().to_owned()
}

/// Fails unless the block that is spoken of stands on one of the rows that are drawn, and copying takes that one.
#[track_caller]
fn check(size: (u16, u16), typed: &str) -> Result<(), TestCaseError> {
    let mut model = model(size, typed);
    let reader = &model.reader;
    let here = reader.here();
    let top = reader.viewport().top;
    let rows = top..top + usize::from(reader.rows.screen.body_height());
    let shown: Vec<(Side, usize)> = rows.flat_map(|row| made::blocks_on(reader, row)).collect();
    // A pane may show nothing but filler: then it is said so, and no key takes what is not seen.
    let is_facing = reader.rows.screen.columns.arrangement == Arrangement::Facing;
    if is_facing && shown.iter().all(|(side, _)| *side != reader.position.focus) {
        press(&mut model, "y");
        prop_assert!(notice(&model).starts_with("nothing of "), "{size:?} {typed}: {}", notice(&model));
        return Ok(());
    }
    prop_assert!(shown.contains(&(here.side, here.block)), "{size:?} {typed}: {here:?} of {shown:?}");
    let name = format!("{}¶{}", reader.pair.letters()[here.side], here.block + 1);
    press(&mut model, "y");
    let copied = notice(&model);
    prop_assert!(copied.contains(&name), "{size:?} {typed}: {copied} for {name}");
    Ok(())
}

/// Fails unless the head, the tabs, the last line, copying, the list and the digit of another outlet name one side: that of the cursor.
#[track_caller]
fn check_side(size: (u16, u16), typed: &str) -> Result<(), TestCaseError> {
    let open = |more: &str| model(size, &format!("{typed}{more}"));
    let before = open("");
    let (side, letters) = (before.reader.here().side, before.reader.pair.letters());
    let letter = letters[side].clone();
    let screen = dump::text(&draw(&before, size.0, size.1));
    let mut lines = screen.lines();
    let (tabs, head) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    prop_assert!(head.contains(&format!("▸{letter} ")), "{size:?} {typed}: {letter} for {head}");
    // `[1 A`, `[2~B`: the digit, the sign of the block there, the letter.
    let tab = tabs.split_once('[').and_then(|(_, tab)| tab.chars().nth(2));
    prop_assert_eq!(tab.map(String::from), Some(letter.clone()), "{:?} {}: {}", size, typed, tabs);
    let line = last_line(&before);
    let place = line.trim_start_matches("now in ").split('¶').next().filter(|place| place.len() == 1);
    prop_assert!(place.is_none_or(|place| place == letter), "{size:?} {typed}: {letter} for {line}");
    let copied = open("y");
    // `A¶3 sent to …`, `A¶3–4 …`, or that nothing of A is seen.
    prop_assert!(notice(&copied).contains(&format!("{letter}¶")), "{size:?} {typed}: {letter} for {}", notice(&copied));
    let hidden = (0..4).find(|&article| before.reader.pair.shown.iter().all(|&shown| shown != article));
    let other = hidden.unwrap_or_default();
    let filled = open(&format!("{}", other + 1)).reader.pair.shown;
    prop_assert_eq!(filled[side], other, "{:?} {} {}", size, typed, letter);
    prop_assert_eq!(filled[side.other()], before.reader.pair.shown[side.other()], "{:?} {}", size, typed);
    check_exchange(size, typed)?;
    let list = open("L");
    let listed = list.open::<SideList>().map(|list| list.article);
    prop_assert_eq!(listed, Some(before.reader.pair.shown[side]), "{:?} {}", size, typed);
    Ok(())
}

/// Fails unless exchanging the sides in one column stays at the text: at the same block of the same outlet where the line is of one side
/// alone; where the words of both are woven into it, at the link, the same side in focus, as in two panes.
#[track_caller]
fn check_exchange(size: (u16, u16), typed: &str) -> Result<(), TestCaseError> {
    let [before, after] = ["", "x"].map(|more| model(size, &format!("{typed}{more}")));
    let arrangement = before.reader.rows.screen.columns.arrangement;
    if !matches!(arrangement, Arrangement::Inline | Arrangement::Stacked) {
        return Ok(());
    }
    let at = |reader: &Reader| (reader.pair.shown[reader.here().side], reader.here().block);
    let (was, is) = (at(&before.reader), at(&after.reader));
    let context = format!("{size:?} {typed}: {was:?} then {is:?}, {}", last_line(&after));
    if !is_woven(&before.reader) {
        prop_assert_eq!(is, was, "{}", context);
        return Ok(());
    }
    prop_assert!(is_woven(&after.reader), "{context}");
    prop_assert_eq!(after.reader.here().side, before.reader.here().side, "{}", context);
    let comparison = &before.reader.pair.comparison;
    let SideBlock { side, block } = before.reader.here();
    let link = comparison.link_of(side, block).map(|link| &comparison.links[link].blocks[side.other()]);
    prop_assert!(link.is_some_and(|answers| answers.contains(&is.1)), "{context}");
    let cursor = before.reader.viewport().cursor;
    if is_woven_row(&before.reader, cursor) {
        let again = model(size, &format!("{typed}xx"));
        prop_assert_eq!(again.reader.viewport().cursor, cursor, "{}", context);
    }
    Ok(())
}

/// Whether what is spoken of at the cursor is woven with what answers it.
fn is_woven(reader: &Reader) -> bool {
    let here = reader.here();
    let rows = (0..reader.rows.layout.rows.len()).filter(|&row| is_woven_row(reader, row));
    rows.into_iter().any(|row| made::blocks_on(reader, row).contains(&(here.side, here.block)))
}

fn is_woven_row(reader: &Reader, row: usize) -> bool {
    let row = reader.rows.layout.rows.get(row);
    row.is_some_and(|row| row.cells.iter().any(|cell| matches!(cell, RowCell::Woven { .. })))
}

#[test]
fn at_the_ends_what_is_seen_there_is_spoken_of_and_copied() {
    let long = model((45, 15), "G");
    assert!(last_line(&long).starts_with("B¶7 of 7"), "{}", last_line(&long));
    assert_eq!(copied(&mut model((45, 15), "Gy")), "B¶7");
    // In one column it is the row's; the other pane's key goes to what stands level.
    assert_eq!(copied(&mut model((60, 20), "jjy")), "B¶1");
    assert_eq!(copied(&mut model((60, 20), "<Tab>y")), "B¶1");
    assert_eq!(copied(&mut model((60, 20), "<Tab><Tab>y")), "A¶1");
    // Where there is none of the other side, to its last block above.
    assert_eq!(copied(&mut model((45, 15), "Gy")), "B¶7");
    assert_eq!(copied(&mut model((45, 15), "G<Tab>y")), "A¶5");
    // Of two panes it is the one in focus, as long as its block is seen.
    assert_eq!(copied(&mut model((100, 20), "Gy")), "A¶5");
}

/// The block that a notice of copying names.
fn copied(model: &mut Model) -> String {
    notice(model).split([' ', ':']).find(|word| word.contains('¶')).unwrap_or_default().trim_end_matches(',').to_owned()
}

#[test]
fn in_one_column_exchanging_the_sides_stays_at_the_text() {
    let reader = model((60, 20), ":4<Enter>x").reader;
    assert_eq!((reader.pair.shown, reader.here()), (Pair::new(1, 0), SideBlock { side: Side::Right, block: 3 }));
    assert_eq!(reader.position.focus, Side::Right);
    // The digit fills the side that the cursor is on, and what is read beside it stays.
    assert_eq!(model((60, 20), "jj3").reader.pair.shown, Pair::new(0, 2));
    assert_eq!(
        model((60, 20), "jjJ").reader.status.notice.as_deref(),
        Some("there is one pane: the other one cannot be moved")
    );
}

#[test]
fn in_one_woven_text_exchanging_the_sides_stays_at_the_text() {
    for size in [(140, 40), (80, 24), (45, 15)] {
        let at = |typed: &str| {
            let reader = model(size, typed).reader;
            (reader.pair.shown[reader.here().side], reader.here().block)
        };
        // A block alone stays; where both are woven into one text the side in focus stays.
        assert_eq!((at("s:2<Enter>"), at("s:2<Enter>x")), ((0, 1), (0, 1)), "{size:?}");
        assert_eq!((at("s:4<Enter>"), at("s:4<Enter>x")), ((0, 3), (1, 3)), "{size:?}");
        // Below a headline that is out of sight the next block is spoken of, and kept.
        let down = (0..40).map(|rows| format!("s{}", "j".repeat(rows)));
        for typed in down.filter(|typed| !is_woven(&model(size, typed).reader)) {
            assert_eq!(at(&typed), at(&format!("{typed}x")), "{size:?} {typed}");
        }
    }
}

#[test]
fn the_list_is_of_the_side_that_is_spoken_of_wherever_the_lines_break_beside_it() {
    // A screen that begins below a block which is out of sight, and whose lines are broken anew.
    for size in [(140, 40), (80, 24), (45, 15)] {
        for rows in 0..24 {
            let typed = format!("ss{}", "j".repeat(rows));
            let before = model(size, &typed).reader;
            let listed = model(size, &format!("{typed}L")).open::<SideList>().map(|list| list.article);
            assert_eq!(listed, Some(before.pair.shown[before.here().side]), "{size:?} {typed}");
        }
    }
    let listed = model((80, 24), "ss<Tab><Tab>3fuL").open::<SideList>().map(|list| list.article);
    assert_eq!(listed, Some(2));
}

#[test]
fn of_a_pane_with_nothing_on_the_screen_no_key_takes_what_is_not_seen() {
    // Of a short report beside a long one nothing is left below its end.
    let down = "4".to_owned() + &"j".repeat(12);
    let reader = model((100, 9), &down).reader;
    assert!(reader.position.focus == Side::Left && !reader.sees_here());
    assert!(
        last_line(&model((100, 9), &down)).starts_with("above: D¶2 of 2 ·"),
        "{}",
        last_line(&model((100, 9), &down))
    );
    for key in ["y", "Y", "&"] {
        let model = model((100, 9), &(down.clone() + key));
        assert_eq!(notice(&model), "nothing of D is on the screen here: D¶2 is above");
        assert!(model.reader.pins.marked.is_none());
    }
    assert_eq!(copied(&mut model((100, 9), &(down + "ly"))), "B¶5");
}

#[test]
fn what_is_said_of_a_link_is_said_of_the_block_that_is_named() {
    // The headlines are above the screen.
    let line = last_line(&model((100, 20), "j"));
    assert!(line.starts_with("A¶2 of 5 · 5 differences ") && !line.contains("headline"), "{line}");
}

#[test]
fn a_block_is_marked_where_the_cursor_is() {
    let marked = model((60, 20), "jj&").reader.pins.marked.expect("a block is marked");
    assert_eq!((marked.article, marked.block), (1, 0));
}

#[test]
fn where_there_is_little_room_what_tells_comes_first() {
    // What a difference is, before its number.
    assert!(
        last_line(&model((45, 15), "]]]]")).contains("· not found in B ·"),
        "{}",
        last_line(&model((45, 15), "]]]]"))
    );
    assert!(last_line(&model((100, 20), "]]]]")).contains("difference 4 of 5 · not found in B"));
    // A marked block with what may be done with it, until that is done.
    for size in SIZES {
        let line = last_line(&model(size, "&jj"));
        assert!(line.contains(" marked") && line.contains("opposite"), "{size:?}: {line}");
    }
}

/// The words in the box on a screen.
fn words_of(screen: &str) -> String {
    let inside = |line: &str| line.split('│').nth(1).map(str::to_owned);
    let boxed = screen.lines().skip_while(|line| !line.starts_with('┌')).take_while(|line| !line.starts_with('└'));
    let lines: Vec<String> = boxed.filter_map(inside).collect();
    lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_the_last_line_had_no_room_for_can_be_read() {
    let shown = |size: (u16, u16), typed: &str| dump::text(&draw(&model(size, typed), size.0, size.1));
    for typed in ["j", "]]]", "}}", "=j", "w", "}}&", "}}}<Enter>"] {
        let whole = last_line(&model((200, 15), &format!("ss{typed}")));
        let whole = whole.split("   ").next().unwrap_or_default();
        let opened = words_of(&shown((45, 30), &format!("{typed}i")));
        let is_whole = last_line(&model((45, 30), typed)).contains(whole);
        assert!(is_whole || opened.contains(whole), "{typed}: {whole}\n{}", shown((45, 30), &format!("{typed}i")));
    }
    let opened = shown((200, 30), "ssji");
    assert_eq!(opened.matches("of 5 ·").count(), 0, "it is seen whole\n{opened}");
}

#[test]
fn a_run_of_blocks_alone_is_said_to_be_one_stop() {
    let line = last_line(&model((100, 20), "]]"));
    assert!(line.contains("not found in B: A¶2–3, 2 blocks"), "{line}");
    let mut model = model((100, 20), "");
    for _ in 0..40 {
        press(&mut model, "]");
    }
    assert!(notice(&model).contains("no further difference below: this one is B¶"), "{}", notice(&model));
}

#[test]
fn what_a_box_has_no_room_for_is_gone_through() {
    let shown = |typed: &str| dump::text(&draw(&model((45, 7), typed), 45, 7));
    let opened = shown("Gi");
    assert!(opened.contains("↓ ") && opened.contains(" more"), "{opened}");
    assert!(shown("Gij").contains("↑ 1"), "{}", shown("Gij"));
    let end = shown("GiG");
    assert!(!end.contains(" more │") && end.contains("↑ "), "{end}");
    assert_eq!(shown("GiGg"), opened, "and back");
    assert!(!shown("Gi<Esc>").contains("↓ "), "{}", shown("Gi<Esc>"));
}

#[test]
fn outlets_without_a_tab_are_counted() {
    let first = |size: (u16, u16)| {
        dump::text(&draw(&model(size, ""), size.0, size.1)).lines().next().unwrap_or_default().to_owned()
    };
    assert!(!first((100, 20)).contains('+'), "{}", first((100, 20)));
    assert!(first((36, 15)).contains("+2 [1 A]"), "{}", first((36, 15)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_pressed(
        size in prop::sample::select(SIZES.to_vec()),
        arrangement in prop::sample::select(vec!["", "s", "ss", "|", "<Tab>|", "=", "-", "--"]),
        keys in prop::collection::vec(
            prop::sample::select(vec![
                "g", "G", "j", "k", "jjj", "kkk", "d", "u", "f", "b", "}", "{", "]", "[", ")", "(", "<Tab>", "h", "l",
                "<Enter>", "'", "\"", "3", "4", ".", "x", "zt", "zb", "zz", "n", "*", "/boats<Enter>", "<Esc>", ":5<Enter>", "m<Esc>",
                "L<Esc>", "-", "w", "J", "K", "S", "s", "<Tab>3",
            ]),
            0..8,
        ),
    ) {
        check(size, &[arrangement, &keys.concat()].concat())?;
        check_side(size, &[arrangement, &keys.concat()].concat())?;
    }
}
