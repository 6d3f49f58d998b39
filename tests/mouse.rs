//! The mouse: what stands where on a drawn screen, clicks, the wheel, and what is selected and copied.

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::layout::RowCell;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::components::{MapComponent, Pager, Picker};
use diptych::tui::geometry::tabs;
use diptych::tui::geometry::text::{self, HitTarget};
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Effect, Message, Opening, SideBlock};
use diptych::tui::theme::Theme;
use diptych::tui::{draw, dump};
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use made::LEDGER;

const WIRE: &str = "---\noutlet: Coast Wire\ntitle: New boats for the island\ndate: 2026-06-16\n---\n
The ministry said on Tuesday that three ferries would be renewed before the next winter.

Tickets will not rise before spring, the treasurer said, whatever the price of oil.

Three boats were withdrawn in March after cracks were found in their hulls.

灯台は三月に閉じた。The lighthouse at the counter-espionage museum was closed, e\u{301}te\u{301} or not, and 灯台は閉じた。

Two members of the council voted against the order.
";

const NOTES: &str =
    "The gulls came back to the chimney of the old dairy.\n\nTwo members of the council voted against it.\n";

fn model(width: u16, height: u16, typed: &str) -> Model {
    let articles = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("folder/notes.txt", NOTES)];
    let articles = articles.map(|(name, text)| Article::read(name, text)).to_vec();
    let mut model = Model::new(Opening {
        theme: Theme::named("night").expect("it is a theme"),
        ..Opening::new(Arc::new(Story::new("harbour", articles)), Pair::new(0, 1)).sized(width, height)
    });
    press(&mut model, typed);
    model
}

fn press(model: &mut Model, typed: &str) {
    for key in keys::parse(typed).expect("the keys are known") {
        model.update(Message::Key(key));
    }
}

fn screen(model: &Model) -> Buffer {
    draw(model, model.reader.rows.screen.width, model.reader.rows.screen.height)
}

fn point(model: &mut Model, kind: MouseKind, (column, row): (u16, u16)) {
    model.update(Message::Mouse(Mouse { kind, column, row }));
}

fn click(model: &mut Model, at: (u16, u16)) {
    point(model, MouseKind::Press, at);
    point(model, MouseKind::Release, at);
}

fn drag(model: &mut Model, from: (u16, u16), to: (u16, u16)) {
    point(model, MouseKind::Press, from);
    point(model, MouseKind::Drag, to);
    point(model, MouseKind::Release, to);
}

/// Where a text stands on the screen: its first column and its row.
#[track_caller]
fn find(model: &Model, text: &str) -> (u16, u16) {
    let buffer = screen(model);
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            let row: String = (x..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
            if row.starts_with(text) {
                return (x, y);
            }
        }
    }
    panic!("{text} is not on the screen:\n{}", dump::text(&buffer));
}

fn copied(model: &Model) -> Vec<&str> {
    let copied = model.reader.outbox.effects.iter().filter_map(|effect| match effect {
        Effect::Copy(copied) => Some(copied.text.as_str()),
        _ => None,
    });
    copied.collect()
}

fn notice(model: &Model) -> &str {
    model.reader.status.notice.as_deref().unwrap_or_default()
}

/// What is reversed in the text's part of the screen, row by row.
fn reversed(model: &Model) -> Vec<String> {
    let buffer = screen(model);
    let mut rows = Vec::new();
    for y in model.reader.rows.screen.body_top()
        ..model.reader.rows.screen.body_top() + model.reader.rows.screen.body_height()
    {
        let mut row = String::new();
        let mut x = 0;
        // The last columns are the ruler and the scrollbar.
        while x + 2 < buffer.area.width {
            let cell = &buffer[(x, y)];
            if cell.modifier.contains(Modifier::REVERSED) {
                row.push_str(cell.symbol());
            }
            x += u16::try_from(diptych::wrap::width(cell.symbol())).expect("it is small").max(1);
        }
        if !row.is_empty() {
            rows.push(row);
        }
    }
    rows
}

/// Every cell of a screen: what is hit there is what is drawn there.
fn hits_are_what_is_drawn(model: &Model) -> usize {
    let buffer = screen(model);
    let mut characters = 0;
    for (x, y) in (0..buffer.area.height).flat_map(|y| (0..buffer.area.width).map(move |x| (x, y))) {
        let HitTarget::Pane(side, spot) = text::hit(&model.reader, x, y) else { continue };
        let Some((text, line)) = text::text(&model.reader, side, spot.row) else { continue };
        assert!(line.start <= spot.bytes.start && spot.bytes.end <= line.end);
        let left = text::text_left(&model.reader, side, spot.row);
        if x < left || spot.bytes.is_empty() {
            continue;
        }
        // The second column of a wide character shows nothing itself.
        let before = line.start..spot.bytes.start;
        let first = left + u16::try_from(diptych::wrap::width(&text[before])).expect("it is small");
        assert_eq!(buffer[(first, y)].symbol(), &text[spot.bytes.clone()], "{x},{y}\n{}", dump::text(&buffer));
        assert!(first == x || first + 1 == x);
        characters += 1;
    }
    characters
}

/// The block that is chosen on the map, if that is open.
fn chosen(model: &Model) -> Option<SideBlock> {
    model.open::<MapComponent>().map(|map| map.chosen)
}

#[test]
fn what_is_hit_is_what_is_drawn() {
    for (width, height) in [(24, 7), (60, 20), (80, 24), (100, 30), (200, 60)] {
        for typed in ["", "G", "s", "|", "=", "==", "3", "dJJJ", "SdJJ", "<lt><lt>", ">>", "x", "|l"] {
            let model = model(width, height, typed);
            let characters = hits_are_what_is_drawn(&model);
            assert!(characters > 20 || height < 20, "{width}×{height} {typed}: {characters}");
        }
    }
}

#[test]
fn nothing_is_hit_outside() {
    let mut model = model(100, 24, "");
    let before = screen(&model);
    for at in [(100, 5), (5, 24), (u16::MAX, 5), (5, u16::MAX), (u16::MAX, u16::MAX)] {
        assert_eq!(text::hit(&model.reader, at.0, at.1), HitTarget::Nothing);
        for kind in [
            MouseKind::Press,
            MouseKind::PressOther,
            MouseKind::Drag,
            MouseKind::Release,
            MouseKind::WheelDown,
            MouseKind::WheelUp,
        ] {
            point(&mut model, kind, at);
        }
    }
    assert_eq!(screen(&model), before);
}

#[test]
fn tabs_put_an_outlet_into_a_pane() {
    let letters = |model: &Model| format!("{}{}", model.reader.pair.letters().left, model.reader.pair.letters().right);
    let mut model = model(100, 24, "");
    let tab = find(&model, "3 C notes");
    click(&mut model, tab);
    assert_eq!((letters(&model).as_str(), model.reader.position.focus), ("CB", Side::Left));
    let tab = find(&model, "A Coast Wire");
    point(&mut model, MouseKind::PressOther, tab);
    assert_eq!((letters(&model).as_str(), model.reader.position.focus), ("CA", Side::Left));
    let tab = find(&model, "A Coast Wire");
    click(&mut model, tab);
    assert_eq!(letters(&model), "AC");
}

#[test]
fn every_tab_answers_on_all_its_columns() {
    for (width, typed) in [(100, ""), (60, ""), (40, "3"), (24, "")] {
        let model = model(width, 20, typed);
        let tabs = tabs::tabs(&model.reader);
        assert!(!tabs.is_empty());
        for (tab, x) in
            tabs.iter().flat_map(|tab| (tab.column..tab.end()).map(move |x| (tab, x))).filter(|at| at.1 < width)
        {
            assert_eq!(text::hit(&model.reader, x, 0), HitTarget::Tab(tab.article), "{}", tab.text);
        }
    }
}

#[test]
fn a_click_puts_cursor_and_focus_on_a_block() {
    let mut model = model(100, 30, "");
    let at = find(&model, "Nobody at the quay");
    click(&mut model, at);
    assert_eq!((model.reader.position.focus, model.reader.block(Side::Right)), (Side::Right, 3));
    assert_eq!(find(&model, "Nobody at the quay"), at, "nothing scrolls");
    let row = at.1 - model.reader.rows.screen.body_top();
    assert_eq!(model.reader.viewport().cursor, model.reader.viewport().top + usize::from(row));
    click(&mut model, (5, 1));
    assert_eq!(model.reader.position.focus, Side::Left);
}

#[test]
fn a_click_in_one_column_knows_the_side() {
    let mut model = model(60, 40, "");
    let at = find(&model, "Nobody at the quay");
    click(&mut model, at);
    assert_eq!((model.reader.position.focus, model.reader.block(Side::Right)), (Side::Right, 3));
    assert_eq!(find(&model, "Nobody at the quay"), at, "nothing scrolls");
}

#[test]
fn a_click_on_an_echo_goes_to_its_home_and_back_leads_back() {
    let mut model = model(100, 14, "");
    let (column, row) = find(&model, "┊ Three boats");
    click(&mut model, (column + 3, row));
    assert_eq!((model.reader.position.focus, model.reader.block(Side::Left)), (Side::Left, 3));
    let said = model.reader.status.said().map(|(said, _)| said.to_owned());
    assert_eq!(said.as_deref(), Some("A¶4 in its own place · ' back"), "as Enter says it");
    let band = model.reader.rows.layout.rows[model.reader.viewport().cursor].band;
    assert_eq!(band, model.reader.pair.bands.home[Side::Left][3]);
    press(&mut model, "'");
    assert_eq!(find(&model, "┊ Three boats"), (column, row));
}

#[test]
fn a_click_on_a_fold_opens_it() {
    let mut model = model(100, 24, "===");
    let folds = |model: &Model| {
        let is_fold = |half: &RowCell| matches!(half, RowCell::Fold { .. });
        model.reader.rows.layout.rows.iter().filter(|row| row.cells.iter().any(is_fold)).count()
    };
    let before = folds(&model);
    let at = find(&model, "▸ 1 block: Tickets");
    click(&mut model, at);
    assert!(folds(&model) < before);
    find(&model, "Tickets will not rise");
}

#[test]
fn the_wheel_scrolls_both_or_the_pane_under_it() {
    let mut locked = model(100, 12, "");
    point(&mut locked, MouseKind::WheelDown, (80, 6));
    assert_eq!(
        (
            locked.reader.position.viewports.left.top,
            locked.reader.position.viewports.right.top,
            locked.reader.position.focus
        ),
        (3, 3, Side::Left)
    );
    point(&mut locked, MouseKind::WheelUp, (80, 6));
    assert_eq!((locked.reader.position.viewports.left.top, locked.reader.position.viewports.right.top), (0, 0));
    let mut free = model(100, 12, "S");
    point(&mut free, MouseKind::WheelDown, (80, 6));
    assert_eq!(
        (free.reader.position.viewports.left.top, free.reader.position.viewports.right.top, free.reader.position.focus),
        (0, 3, Side::Left)
    );
    point(&mut free, MouseKind::WheelDown, (5, 6));
    point(&mut free, MouseKind::WheelDown, (5, 6));
    assert_eq!((free.reader.position.viewports.left.top, free.reader.position.viewports.right.top), (6, 3));
}

#[test]
fn the_wheel_moves_in_the_help() {
    let mut model = model(100, 24, "?");
    point(&mut model, MouseKind::WheelDown, (50, 12));
    assert!(screen(&model) != screen(&self::model(100, 24, "?")) && !model.layers().is_empty());
    point(&mut model, MouseKind::WheelUp, (50, 12));
    click(&mut model, (50, 12));
    assert_eq!(screen(&model), screen(&self::model(100, 24, "?")));
}

#[test]
fn the_ruler_leads_where_the_scrollbar_does() {
    let eye = |column: u16| {
        let mut model = model(100, 12, "");
        assert!(model.reader.rows.screen.has_ruler);
        point(&mut model, MouseKind::Press, (column, 8));
        point(&mut model, MouseKind::Release, (column, 8));
        model.reader.viewport()
    };
    assert_eq!(eye(98), eye(99));
    assert!(eye(98).top > 0);
}

#[test]
fn the_scrollbar_leads_to_every_part() {
    let mut model = model(80, 14, "");
    let (top, height) = (model.reader.rows.screen.body_top(), model.reader.rows.screen.body_height());
    let last = model.reader.rows.layout.rows.len() - usize::from(height);
    let mut seen = Vec::new();
    point(&mut model, MouseKind::Press, (79, top));
    for line in 0..height {
        point(&mut model, MouseKind::Drag, (79, top + line));
        seen.push(model.reader.viewport().top);
    }
    assert!(seen.is_sorted());
    assert_eq!((seen.first(), seen.last()), (Some(&0), Some(&last)));
    // Beside the bar and beyond its end it goes on to follow.
    point(&mut model, MouseKind::Drag, (3, 0));
    assert_eq!(model.reader.viewport().top, 0);
    point(&mut model, MouseKind::Release, (3, 0));
    assert!(copied(&model).is_empty());
}

#[test]
fn dragging_selects_a_run_of_words() {
    let mut model = model(100, 30, "");
    let (column, row) = find(&model, "promised");
    drag(&mut model, (column, row), (column + 7, row));
    assert_eq!(copied(&model), ["promised"]);
    assert_eq!(notice(&model), "selection sent to the terminal: 1 word, 8 bytes");
    assert!(reversed(&model).contains(&"promised".to_owned()));
    press(&mut model, "j");
    assert!(model.reader.pointer.selection.is_none());
}

#[test]
fn wrapped_lines_are_joined_and_the_other_pane_is_left_out() {
    let mut model = model(100, 30, "");
    let from = find(&model, "Tickets will not");
    let (_, row) = find(&model, "Three boats were withdrawn in March after  ");
    let to = find(&model, "Two members");
    // The mouse ends over the other pane: it is still the first one's text, to the end of that line.
    drag(&mut model, from, (95, to.1));
    assert!(row < to.1);
    let [copied] = copied(&model)[..] else { panic!("{:?}", model.reader.outbox.effects) };
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[0], "Tickets will not rise before spring, the treasurer said, whatever the price of oil.");
    assert!(lines.contains(&"Three boats were withdrawn in March after cracks were found in their hulls."));
    assert!(lines.iter().any(|line| line.contains("counter-espionage museum")), "{lines:?}");
    assert!(!copied.contains(['│', '┊', '·', '\u{25c0}']) && !copied.contains("Nobody"));
    assert!(lines.last().is_some_and(|line| line.starts_with("Two members")));
}

#[test]
fn an_echo_is_selected_without_its_sign() {
    let mut model = model(100, 30, "");
    let (_, row) = find(&model, "┊ Three boats");
    drag(&mut model, (0, row), (43, row + 1));
    assert_eq!(copied(&model), ["Three boats were withdrawn in March after cracks were found in their hulls."]);
    assert_eq!(notice(&model), "selection sent to the terminal: 13 words, 75 bytes");
    assert!(!reversed(&model).concat().contains('┊'));
}

#[test]
fn a_selection_can_be_drawn_upwards_and_over_wide_characters() {
    let mut model = model(100, 40, "");
    let (column, row) = find(&model, "灯");
    drag(&mut model, (column + 3, row), (column + 1, row));
    assert_eq!(copied(&model), ["灯台"]);
    assert!(reversed(&model).contains(&"灯台".to_owned()));
    let mut upwards = self::model(100, 40, "");
    let (from, to) = (find(&upwards, "Two members"), find(&upwards, "Tickets"));
    drag(&mut upwards, from, to);
    assert!(copied(&upwards)[0].starts_with("Tickets will") && copied(&upwards)[0].ends_with("\nT"));
}

#[test]
fn what_is_reversed_is_what_is_copied() {
    for (width, typed) in [(100, ""), (60, ""), (100, "|"), (100, "=="), (90, "3"), (100, "SJJ")] {
        for (from, to) in [((2, 4), (30, 9)), ((50, 5), (20, 17)), ((70, 14), (58, 4)), ((3, 6), (4, 6))] {
            let mut model = model(width, 24, typed);
            drag(&mut model, from, to);
            // Within one character it is a click, which lights up a word.
            if model.reader.pointer.selection.is_none() {
                continue;
            }
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            let shown: String = reversed(&model).iter().map(|row| bare(row)).collect();
            let copied: String = copied(&model).iter().map(|text| bare(text)).collect();
            assert_eq!(shown, copied, "{width} {typed} {from:?} {to:?}\n{}", dump::text(&screen(&model)));
        }
    }
}

#[test]
fn dragging_over_the_edge_goes_on() {
    let mut model = model(100, 12, "");
    let from = find(&model, "New boats for");
    point(&mut model, MouseKind::Press, from);
    for _ in 0..100 {
        point(&mut model, MouseKind::Drag, (40, 11));
    }
    point(&mut model, MouseKind::Release, (40, 11));
    let [copied] = copied(&model)[..] else { panic!("{:?}", model.reader.outbox.effects) };
    assert!(copied.starts_with("New boats for") && copied.contains("Two members of the council"));
    assert_eq!(copied.matches("Three boats were").count(), 2, "once as an echo, once at home");
}

#[test]
fn a_resize_lets_go() {
    let mut model = model(100, 30, "");
    let at = find(&model, "Tickets");
    point(&mut model, MouseKind::Press, at);
    point(&mut model, MouseKind::Drag, (at.0 + 4, at.1));
    model.update(Message::Resize(60, 20));
    point(&mut model, MouseKind::Drag, (5, 19));
    point(&mut model, MouseKind::Release, (5, 19));
    assert!(copied(&model).is_empty() && reversed(&model).is_empty());
}

#[test]
fn the_mouse_is_given_away_and_taken_back() {
    let mut model = model(100, 24, "M");
    assert_eq!(model.reader.outbox.effects, [Effect::Mouse(false)]);
    assert_eq!(notice(&model), "the mouse is the terminal's: M takes it back");
    press(&mut model, "M");
    assert_eq!(model.reader.outbox.effects, [Effect::Mouse(false), Effect::Mouse(true)]);
}

#[test]
fn the_block_at_the_cursor_is_copied() {
    let copy = |typed: &str| {
        let model = model(100, 24, typed);
        (copied(&model).join("|"), notice(&model).to_owned())
    };
    assert_eq!(
        copy("}}y"),
        (
            "Tickets will not rise before spring, the treasurer said, whatever the price of oil.".to_owned(),
            "A¶3 sent to the terminal: 14 words, 83 bytes".to_owned(),
        )
    );
    assert_eq!(copy("Y").0, "“New boats for the island” (A¶1, Coast Wire, 2026-06-16)");
    assert_eq!(copy("lY").0, "“A town that waits” (B¶1, Ledger)");
    assert_eq!(copy("l3Y").0, "“The gulls came back to the chimney of the old dairy.” (C¶1, notes.txt)");
    assert_eq!(copy("lY").1, "B¶1 with its place sent to the terminal: 4 words, 38 bytes");
}

#[test]
fn the_blocks_of_a_fold_are_copied_line_by_line() {
    let articles = ["One boat.\n\nTwo boats.\n\nThree boats left.", "Nothing of that."];
    let articles = articles.iter().enumerate().map(|(k, text)| Article::read(&format!("{k}.txt"), text)).collect();
    let mut model = Model::new(Opening {
        theme: Theme::named("night").expect("it is a theme"),
        ..Opening::new(Arc::new(Story::new("boats", articles)), Pair::new(0, 1)).sized(100, 24)
    });
    press(&mut model, "===y");
    assert_eq!(copied(&model), ["One boat.\nTwo boats.\nThree boats left."]);
    assert_eq!(notice(&model), "A¶1–3 sent to the terminal: 7 words, 38 bytes");
}

#[test]
fn what_is_too_large_for_terminals_is_said() {
    let long = "boats ".repeat(20_000);
    let articles = vec![Article::read("a.txt", &long), Article::read("b.txt", "One boat.")];
    let mut model = Model::new(Opening {
        theme: Theme::named("night").expect("it is a theme"),
        ..Opening::new(Arc::new(Story::new("boats", articles)), Pair::new(0, 1)).sized(100, 24)
    });
    press(&mut model, "y");
    assert_eq!(notice(&model), "A¶1 not copied, terminals take 100 kB: 20000 words, 119999 bytes");
    // A program may take it all the same.
    assert_eq!(copied(&model).concat().len(), 119_999);
}

#[test]
fn a_click_chooses_a_line_and_another_takes_it() {
    let mut model = model(100, 30, "o");
    let at = find(&model, "C  ");
    click(&mut model, at);
    let Some(picker) = model.open::<Picker>() else { panic!("the list is open") };
    assert_eq!(picker.list.chosen(), 2);
    let at = find(&model, "C  ");
    click(&mut model, at);
    assert!(model.layers().is_empty());
    assert_eq!(model.reader.pair.shown, Pair::new(2, 1));
}

#[test]
fn a_click_in_the_palette_does_what_stands_there() {
    let mut model = model(100, 30, ":theme");
    let at = find(&model, "next theme");
    click(&mut model, at);
    assert!(model.layers().is_empty() && notice(&model).starts_with("theme: "), "{}", notice(&model));
}

#[test]
fn a_click_on_nothing_in_a_list_does_nothing_and_one_beside_it_closes_it() {
    for typed in ["o", ":", "?", "i"] {
        let mut model = model(100, 30, typed);
        let title = find(&model, "┌─ ");
        click(&mut model, title);
        assert!(!model.layers().is_empty(), "{typed}");
        let end = find(&model, "─┐");
        click(&mut model, (end.0 + 2, end.1));
        assert!(model.layers().is_empty(), "{typed}");
        assert_eq!(model.reader.position.viewports.left.cursor, 0, "the text under it stays where it was");
    }
}

#[test]
fn a_click_on_the_map_chooses_and_another_goes_there() {
    let mut model = model(100, 30, "m");
    let at = find(&model, "The ministry sa");
    click(&mut model, at);
    let second = SideBlock { side: Side::Left, block: 1 };
    assert_eq!(chosen(&model), Some(second));
    click(&mut model, (99, at.1));
    assert!(chosen(&model).is_some_and(|chosen| chosen.side == Side::Right));
    click(&mut model, at);
    click(&mut model, at);
    assert!(model.layers().is_empty());
    assert_eq!((model.reader.position.focus, model.reader.block(Side::Left)), (Side::Left, 1));
}

#[test]
fn a_tab_on_the_map_brings_another_pair() {
    let mut model = model(100, 30, "m");
    let at = find(&model, "3 C");
    click(&mut model, at);
    assert!(model.open::<MapComponent>().is_some());
    assert_eq!(model.reader.pair.shown, Pair::new(2, 1));
}

#[test]
fn the_wheel_moves_in_what_is_open() {
    let mut model = model(100, 20, "m");
    point(&mut model, MouseKind::WheelDown, (50, 10));
    assert_eq!(chosen(&model).map(|chosen| chosen.block), Some(1));
    press(&mut model, "?");
    point(&mut model, MouseKind::WheelDown, (50, 10));
    assert_eq!(model.open::<Pager>().map(|help| help.first), Some(3));
    press(&mut model, "<Esc>");
    assert_eq!(chosen(&model).map(|chosen| chosen.block), Some(1));
}

#[test]
fn a_click_on_a_word_lights_it_up_with_what_answers_it() {
    let mut model = model(100, 40, "");
    let (column, row) = find(&model, "three ferries would");
    click(&mut model, (column + 7, row));
    assert_eq!(reversed(&model).concat(), "ferriesferries");
    let (column, row) = find(&model, "said on");
    click(&mut model, (column, row));
    assert_eq!(reversed(&model).concat(), "said promised ");
    press(&mut model, "j");
    assert_eq!(reversed(&model).concat(), "");
}
