//! What explains itself, at three sizes: the help everywhere, the line of signs, messages, what the keys in the last line
//! do from where one is, what is said of a jump; and the mouse on hints and signs.

mod made;

use std::any::Any;
use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::keys::{Action, KeySequence, Keymap, Wanted};
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::components::Pager;
use diptych::tui::components::pager::Contents;
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Message, Opening};
use diptych::tui::{Model, draw, dump};
use insta::assert_snapshot;

use made::{LEDGER, NOTES, SIZES, WIRE, press, shown};

fn opening(width: u16, height: u16) -> Opening {
    made::opening(&[("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES)], (width, height))
}

fn model((width, height): (u16, u16), typed: &str) -> Model {
    let mut model = Model::new(opening(width, height));
    press(&mut model, typed);
    model
}

fn screen(size: (u16, u16), typed: &str) -> String {
    shown(&model(size, typed))
}

/// What is read in the box on top, if there is one.
fn read(model: &Model) -> Option<Contents> {
    let top: &dyn Any = model.layers().last()?.as_ref();
    top.downcast_ref::<Pager>().map(|pager| pager.contents)
}

fn last(model: &Model) -> String {
    shown(model).lines().last().unwrap_or_default().to_owned()
}

/// The last line after keys, at each size.
fn last_lines(typed: &str) -> String {
    SIZES.map(|size| last(&model(size, typed))).join("\n")
}

/// Where a text stands on the screen.
#[track_caller]
fn find(model: &Model, text: &str) -> (u16, u16) {
    let (width, height) = model.reader.rows.screen.full();
    let screen = dump::text(&draw(model, width, height));
    let places = screen.lines().enumerate();
    let found = places.filter_map(|(row, line)| Some((line[..line.find(text)?].chars().count(), row)));
    let (column, row) = found.last().unwrap_or_else(|| panic!("{text} is not on:\n{screen}"));
    (u16::try_from(column).expect("it is a column"), u16::try_from(row).expect("it is a row"))
}

fn click(model: &mut Model, (column, row): (u16, u16)) {
    for kind in [MouseKind::Press, MouseKind::Release] {
        model.update(Message::Mouse(Mouse { kind, column, row }));
        model.run_jobs();
    }
}

#[track_caller]
fn click_on(model: &mut Model, text: &str) {
    let at = find(model, text);
    click(model, at);
}

/// Everything that opens, by keys, and the key that asks for its help.
const OPEN: [(&str, &str, &str); 20] = [
    ("", "?", "Signs"),
    ("m", "?", "Signs of the map"),
    ("v", "?", "The whole story: sharing"),
    ("v<Tab>", "?", "The whole story: passages"),
    ("v<Tab><Tab>", "?", "The whole story: source"),
    ("H", "?", "The whole story: headlines"),
    ("L", "?", "Lists of an outlet"),
    ("i", "?", "Why these blocks are linked"),
    ("o", "<F1>", "Outlets and stories"),
    (":", "<F1>", "Actions"),
    ("/", "<F1>", "Search in both panes"),
    (":paste an<Enter>", "<F1>", "Paste an article"),
    (":messages<Enter>", "?", "Messages"),
    ("v<Tab><Tab><Tab><Tab>", "?", "The whole story: quotations"),
    ("v<Tab><Tab><Tab><Tab><Tab>", "?", "The whole story: people"),
    ("v<Tab><Tab><Tab><Tab><Tab><Tab>", "?", "The whole story: figures"),
    ("v<Tab><Tab><Tab><Tab><Tab><Tab><Tab>", "?", "The whole story: words"),
    ("e", "?", "What of a block is evidence"),
    ("E", "<F1>", "Write into a file"),
    ("E<Enter>", "<F1>", "The name of the file"),
];

#[test]
fn the_help_works_everywhere_and_each_brings_its_own_page() {
    for size in SIZES {
        for (open, ask, heading) in OPEN {
            let mut model = Model::new(Opening { messages: vec!["one".to_owned()], ..opening(size.0, size.1) });
            press(&mut model, "<Esc>");
            press(&mut model, open);
            let before = (model.layers().len(), shown(&model));
            press(&mut model, ask);
            assert_eq!(read(&model), Some(if open.is_empty() { Contents::Help } else { Contents::HelpPage }), "{open}");
            let screen = shown(&model);
            assert!(
                screen.lines().nth(1).is_some_and(|line| line.contains(heading)) || screen.contains(heading),
                "{open}:\n{screen}"
            );
            press(&mut model, "<Esc>");
            assert_eq!((model.layers().len(), shown(&model)), before, "{open}");
        }
    }
}

#[test]
fn from_the_page_of_a_component_the_same_key_leads_to_the_help_of_the_text() {
    let mut model = model((80, 24), "m?");
    assert!(last(&model).ends_with("? all of it"), "{}", last(&model));
    press(&mut model, "?");
    assert_eq!(shown(&model).lines().nth(1).map(str::trim), screen((80, 24), "?").lines().nth(1).map(str::trim));
    press(&mut model, "?");
    assert_eq!(model.layers().len(), 1, "the map is open still");
}

#[test]
fn where_letters_are_typed_a_letter_is_typed() {
    for open in ["o", ":", "/", ":paste an<Enter>"] {
        let model = model((80, 24), &format!("{open}?"));
        assert_eq!(model.layers().len(), 1, "{open}");
        assert_eq!(read(&model), None, "{open}");
    }
}

#[test]
fn the_hint_at_the_help_is_the_last_to_go() {
    for (open, ask, _) in OPEN.into_iter().skip(1).chain([("]", "?", ""), ("}}", "?", "")]) {
        let help = if ask == "?" { "? help" } else { "F1 help" };
        for width in [140, 80, 60, 45] {
            let mut model = Model::new(Opening { messages: vec!["one".to_owned()], ..opening(width, 15) });
            press(&mut model, open);
            let line = last(&model);
            assert!(line.contains(help), "{open} at {width}: {line}");
        }
    }
}

#[test]
fn the_help_is_in_two_columns_where_there_is_room() {
    assert_snapshot!(screen(SIZES[0], "?"), @"
    ┌─ Help: any other key closes ────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
    │ Signs                                                                  3   4         without a sign: headlines, the next block of a     │
    │   =             same words; only quotation marks, dashes, spaces                     link, or a byline, caption or line of the page     │─
    │                 may differ                                             A 3 ~         before a line, in one column: its article (none:   │
    │   ~             edited: at least half of the shorter side's words                    it is of both), its block and the sign             │
    │                 stand in phrases that both have                        ▸ 3 blocks, ¶5–7                                                 │
    │   ≈             reworded: fewer do; single words in common are not                   a fold: what is alike, or alone, in a line         │
    │                 counted                                                & 3           before a number: marked, to be set opposite        │
    │   &             linked by hand: you set the two opposite                             another block                                      │
    │   < >           only on that side: its wording was not found on        …             cut: there is more than there is room for          │
    │                 the other                                              ┐ ┘ └ ┌ ┤ ├   around what stands level with the cursor           │
    │   ▌ ▐           along the lines of what that side alone has            ▏ ▕           along it, where no ground sets it off              │
    │   ⊏             in no link, and part of its wording stands             ◀ ▶           the row that you are at, in the pane in focus      │
    │                 elsewhere there                                        ~ < >         on the ruler at the edge: words differ; one side   │
    │   ″             said again: it stands elsewhere there, or was said                   has something alone; nothing: all is the same      │
    │                 before here                                            █             the scrollbar: what is in sight                    │
    │   ⋯             related, a hint and no link: names, figures, rare                                                                       │
    │                 words in common                                      Tabs and heads                                                     │
    │   ↑ ↓           moved: its own place is further up or down             at the left   of the tabs: the name of the story                 │
    │   ┊             an echo: set again beside its partner                  1 A           a tab: the key that brings the outlet into the     │
    │   ┃             beside what answers the line at the cursor                           pane in focus, and its letter                      │
    │   ↕ ◇           on the ruler at the edge: moved; either side has       70%           in a tab: so many of that outlet's words stand in  │
    │                 something alone                                                      the outlet in focus too, in runs of five and more  │
    │   underlined    wording that only the left has                         2~B 4⊏D 5–E   in a tab: what that outlet has of the block in     │
    │   bold          wording that only the right has                                      focus, by its sign; – is not found there           │
    │   italics       wording that both have, moved within the link          +2            left of the tabs: so many outlets more, for whose  │
    │   broken line   under it, in faint italics: wording that stands                      tabs there is no room                              │
    │                 elsewhere on the other side                            7×            in a tab: so many matches there, if the whole      │
    │   dotted line   under it, faint; of the right faint bold: the same                   story is searched                                  │
    │                 in another spelling, case or punctuation               [ ] ( )       around a tab: in the pane in focus, which digits   │
    │   bold underlined                                                                    fill; in the other one                             │
    │                 wording that both have, where that is marked           ▸             in a head: the pane in focus, which keys act on    │
    │                                                                        2026-06-16    the date, as the report states it                  │
    │ Around the text                                                        342 w         words of its paragraphs, without datelines         │
    │   ╱             filler: the other side is longer here                  63 % in B     so many of them stand in B too, in runs of five    │
    │   ■             the end of an article                                                and more                                           │
    │   3 │ 4         in the gutter: these stand beside each other and       5 % quoted    so many stand in such runs that are inside         │
    │                 are not linked                                                       quotation marks here                               │
    └────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 1–74 of 204 · j more ─┘─
     A¶1 of 5 · 6 differences · headline, B¶1                                                                 j k scroll   / search   Esc close
    ");
    assert_snapshot!(screen(SIZES[1], "?"), @"
    ┌─ Help: any other key closes ─────────────────────────────────────────────────┐
    │ Signs                                                                        │
    │   =             same words; only quotation marks, dashes, spaces may differ  │
    │   ~             edited: at least half of the shorter side's words stand in   │
    │                 phrases that both have                                       │
    │   ≈             reworded: fewer do; single words in common are not counted   │
    │   &             linked by hand: you set the two opposite                     │
    │   < >           only on that side: its wording was not found on the other    │
    │   ▌ ▐           along the lines of what that side alone has                  │
    │   ⊏             in no link, and part of its wording stands elsewhere there   │
    │   ″             said again: it stands elsewhere there, or was said before    │
    │                 here                                                         │
    │   ⋯             related, a hint and no link: names, figures, rare words in   │
    │                 common                                                       │
    │   ↑ ↓           moved: its own place is further up or down                   │
    │   ┊             an echo: set again beside its partner                        │
    │   ┃             beside what answers the line at the cursor                   │
    │   ↕ ◇           on the ruler at the edge: moved; either side has something   │
    │                 alone                                                        │
    │   underlined    wording that only the left has                               │
    │   bold          wording that only the right has                              │
    │   italics       wording that both have, moved within the link                │
    └─────────────────────────────────────────────────────── 1–21 of 193 · j more ─┘
     A¶1 of 5 · 6 differences · headline, B¶1     j k scroll   / search   Esc close
    ");
    assert_snapshot!(screen(SIZES[2], "?"), @"
    ┌─ Help: any other key closes ──────────────┐
    │ Signs                                     │
    │   =        same words; only quotation     │
    │            marks, dashes, spaces may      │
    │            differ                         │
    │   ~        edited: at least half of the   │
    │            shorter side's words stand in  │
    │            phrases that both have         │
    │   ≈        reworded: fewer do; single     │
    │            words in common are not        │
    │            counted                        │
    │   &        linked by hand: you set the    │
    │            two opposite                   │
    └──────────────────── 1–12 of 314 · j more ─┘
     A¶1 of 5    j k scroll  / search  Esc close
    ");
}

#[test]
fn a_search_in_the_help_goes_on() {
    assert_snapshot!(screen(SIZES[1], "?/fold<Enter>"), @"
    ┌─ Help: any other key closes ─────────────────────────────────────────────────┐
    │   ▸ 3 blocks, ¶5–7                                                           │
    │                 a *«fold»*: what is alike, or alone, in a line                   │
    │   & 3           before a number: marked, to be set opposite another block    │
    │   …             cut: there is more than there is room for                    │
    │   ┐ ┘ └ ┌ ┤ ├   around what stands level with the cursor                     │
    │   ▏ ▕           along it, where no ground sets it off                        │
    │   ◀ ▶           the row that you are at, in the pane in focus                │
    │   ~ < >         on the ruler at the edge: words differ; one side has         │
    │                 something alone; nothing: all is the same                    │
    │   █             the scrollbar: what is in sight                              │
    │                                                                              │
    │ Tabs and heads                                                               │
    │   at the left   of the tabs: the name of the story                           │
    │   1 A           a tab: the key that brings the outlet into the pane in       │
    │                 focus, and its letter                                        │
    │   70%           in a tab: so many of that outlet's words stand in the outlet │
    │                 in focus too, in runs of five and more                       │
    │   2~B 4⊏D 5–E   in a tab: what that outlet has of the block in focus, by its │
    │                 sign; – is not found there                                   │
    │   +2            left of the tabs: so many outlets more, for whose tabs there │
    │                 is no room                                                   │
    └────────────────────────────────────────────────────── 38–58 of 193 · j more ─┘
     match 1 of 3                 j k scroll   n N next, previous match   Esc close
    ");
    assert_snapshot!(screen(SIZES[2], "?/fold<Enter>n"), @"
    ┌─ Help: any other key closes ──────────────┐
    │   K        row up in the other pane       │
    │   =        *«fold»*: echoes, what is alike,   │
    │            alone, in both, all            │
    │   w        mark what differs, what is     │
    │            shared, nothing                │
    │   c        spelling, case, punctuation    │
    │            shown or not                   │
    │   +        hints at related blocks shown  │
    │            or not                         │
    │   -        what is left out of pages      │
    │            shown or not                   │
    │                                           │
    └───────────────── 254–265 of 314 · j more ─┘
     match 2 of 3                      Esc close
    ");
    assert_snapshot!(last_lines("?/fold"), @r#"
    /fold                                                                                                 match 1 of 3   Enter keep   Esc back
    /fold                                     match 1 of 3   Enter keep   Esc back
    /fold                          match 1 of 3
    "#);
    assert_snapshot!(last_lines("?/fold<Enter>nnN"), @r#"
    match 2 of 3                                                                             j k scroll   n N next, previous match   Esc close
    match 2 of 3                 j k scroll   n N next, previous match   Esc close
    match 2 of 3                      Esc close
    "#);
    assert_snapshot!(last_lines("?/xyz<Enter>"), @r#"
    A¶1 of 5 · 6 differences · headline, B¶1                                                                 j k scroll   / search   Esc close
    A¶1 of 5 · 6 differences · headline, B¶1     j k scroll   / search   Esc close
    A¶1 of 5    j k scroll  / search  Esc close
    "#);
    assert_snapshot!(last_lines("?n"), @r#"
    nothing is searched here                                                                                 j k scroll   / search   Esc close
    nothing is searched here                     j k scroll   / search   Esc close
    nothing is searched here          Esc close
    "#);
    let back = screen(SIZES[1], "?jjj/fold<Esc>");
    assert_eq!(back, screen(SIZES[1], "?jjj"));
}

/// What stands around the text is found in the help, as it stands there but for names and numbers.
#[test]
fn what_stands_around_the_text_is_explained() {
    let terms = [
        "70%",
        " w",
        " % in B",
        "% quoted",
        "[ ]",
        "( )",
        "▸",
        "╱",
        "┐",
        "4⊏D",
        "◇",
        "↕",
        "~ < >",
        "█",
        "■",
        "◀",
        "¶",
        " of 14",
        "difference 3 of",
        "also at",
        "related to",
        "moved:",
        "not found in",
        "only in",
        "one column",
        "⊏",
        "″",
        "⋯",
        "name of the story",
        "in one column",
        "above: A",
        "by hand",
        "scrollbar",
    ];
    for (size, term) in SIZES.into_iter().flat_map(|size| terms.map(|term| (size, term))) {
        let line = last(&model(size, &format!("?/{}<Enter>", term.replace('<', "<lt>"))));
        assert!(line.contains("match 1 of"), "{size:?} {term}: {line}");
    }
}

#[test]
fn a_legend_that_is_cut_says_that_there_is_more_and_where() {
    let greeted = |size: (u16, u16), typed: &str| {
        let mut model = Model::new(Opening { greets: true, ..opening(size.0, size.1) });
        press(&mut model, typed);
        shown(&model).lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()
    };
    let signs = |size, typed: &str| greeted(size, typed).into_iter().rev().nth(1).unwrap_or_default();
    for width in [34, 40, 45, 50, 59] {
        for (typed, whole) in [("", "reworded"), ("m", "in sight")] {
            let line = signs((width, 20), typed);
            assert!(!line.contains(whole) && line.ends_with("… ?"), "{width} {typed}: {line}");
            assert!(line.chars().count() < usize::from(width), "it is no wider than the screen: {line}");
        }
    }
    // Where all of it is there, it ends as it does.
    for (typed, size) in [("", (80, 24)), ("m", (140, 40))] {
        assert!(!signs(size, typed).contains("… ?"), "{typed}");
    }
}

#[test]
fn the_line_of_signs_stays_until_it_is_dismissed() {
    for (width, height) in SIZES {
        let start = || Model::new(Opening { greets: true, ..opening(width, height) });
        let line = |model: &Model| shown(model).lines().rev().nth(1).unwrap_or_default().to_owned();
        let mut model = start();
        assert!(line(&model).starts_with(" = same"), "{}", line(&model));
        press(&mut model, "jj]]o<Esc>m<Esc>x");
        assert!(line(&model).starts_with(" = same"), "{}", line(&model));
        assert!(model.reader.status.is_greeting && !model.reader.status.is_dismissed);
        press(&mut model, "]<Esc>");
        assert!(line(&model).starts_with("───"), "{}", line(&model));
        assert!(model.reader.status.is_dismissed);
        assert!(last(&model).starts_with(" ? explains the signs"), "{}", last(&model));
        assert!(model.reader.position.stop.is_some(), "it takes away that line alone");
        press(&mut model, "<Esc>");
        assert!(model.reader.position.stop.is_none());
        let mut model = start();
        click(&mut model, (5, height - 2));
        assert!(model.reader.status.is_dismissed, "a click on it is as good");
    }
    let lines = SIZES.map(|(width, height)| {
        let model = Model::new(Opening { greets: true, ..opening(width, height) });
        shown(&model).lines().rev().nth(1).unwrap_or_default().to_owned()
    });
    assert_snapshot!(lines.join("\n"), @r#"
    = same   ~ edited   ≈ reworded   < > only on that side   ↑ ↓ moved   underlined / bold: only here   1–9 fill [ ]   Esc hide
    = same  ~ edited  ≈ reworded  < > only here  ↑ ↓ moved  1–9 fill [ ]  Esc hide
    = same  ~ edited  < > only here  … ?
    "#);
}

const TOLD: [&str; 3] = [
    "~/.config/diptych/config.toml:3: no option is called colour; there is color",
    "~/.config/diptych/config.toml:4: theme is one of auto, night, paper, projector, terminal, mono",
    "~/.config/diptych/config.toml:9: no action is called go-there",
];

#[test]
fn what_a_block_is_and_its_key_tell_more_than_a_count() {
    let wide = last(&model((140, 40), ":2<Enter>"));
    assert!(wide.contains("differences"), "{wide}");
    for size in [(60, 20), (45, 15)] {
        let said = last(&model(size, ":2<Enter>"));
        let says_all = said.contains("differences") && !said.contains('…');
        assert!(!said.contains("differences") || says_all && said.contains("Enter"), "{said}");
    }
}

#[test]
fn of_a_message_that_has_no_room_the_way_to_all_of_it_is_said() {
    let long = format!("a.eml: {} and the end of it", "it was read so; ".repeat(6));
    for size @ (width, _) in SIZES {
        let mut model = Model::new(Opening { messages: vec![long.clone()], ..opening(width, size.1) });
        let said = last(&model);
        assert_eq!(said.contains(":messages shows all of it"), !said.contains("the end of it"), "{said}");
        press(&mut model, ":messages<Enter>");
        assert!(shown(&model).contains("the end of it"), "{size:?}");
    }
}

#[test]
fn what_matters_can_be_read_again() {
    let start = |(width, height): (u16, u16)| {
        let messages = TOLD.map(str::to_owned).to_vec();
        Model::new(Opening { messages, ..opening(width, height) })
    };
    let screens = SIZES.map(|size| {
        let mut model = start(size);
        let first = last(&model);
        press(&mut model, "jj:messages<Enter>");
        assert_eq!(read(&model), Some(Contents::Messages));
        format!("{first}\n{}", shown(&model))
    });
    assert_snapshot!(screens[1], @"
     3 messages, :messages shows all · ~/.config/diptych/config.toml:3: no option …
     harbour                       [1 A Coast Wire] (2=B Ledger 66%)  3–C Notes 0%
    ▸A Coast Wire    51 w · 65 % in B             B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    ┊ Three boats were withdrawn in   ◀↓ 4 =  2 ┃ Three boats were withdrawn in    │
    ┊ March after cracks were found   │         │ March after cracks were found in ↕
    ┊ in their hulls.                 ┘         └ their hulls.                     ↕
                                      │         │                                  █
    The ministry [said] on Tuesday that │  2 ~  3 │ The ministry {promised} on Tuesday ~
    ┌─ Messages ──────────────────────────────────────────────────────────────────┐~
    │   1   ~/.config/diptych/config.toml:3: no option is called colour; there is │█
    │       color                                                                 │◇
    │   2   ~/.config/diptych/config.toml:4: theme is one of auto, night, paper,  │◇
    │       projector, terminal, mono                                             │↕
    │   3   ~/.config/diptych/config.toml:9: no action is called go-there         │↕
    └─────────────────────────────────────────────────────────────────────────────┘↕
    Three boats were withdrawn in     │  4 =  2↑┃ ┊ Three boats were withdrawn in  █
    March after cracks were found in  │         │ ┊ March after cracks were found  █
    their hulls.                      │         │ ┊ in their hulls.                │
                                      │         │                                  │
    Two members of the council voted  │  5 =  5 │ Two members of the council voted │
    against the order.                │         │ against the order.               │
                                      │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     A¶4 of 5 · 6 differences · verbatim, moved: B¶2    / search  Esc close  ? help
    ");
    assert_snapshot!(screens[2], @r#"
     3 messages, :messages shows all      ? help
     harbour            (1 A 65%) [2 B]  3 C 0%
     A Coast Wire        │▸B Ledger    66 % in A
    ┌─ Messages ────────────────────────────────┐
    │   1   ~/.config/diptych/config.toml:3: no │
    │       option is called colour; there is   │
    │       color                               │
    │   2   ~/.config/diptych/config.toml:4:    │
    │       theme is one of auto, night, paper, │
    │       projector, terminal, mono           │
    │   3   ~/.config/diptych/config.toml:9: no │
    │       action is called go-there           │
    └───────────────────────────────────────────┘
                                                │
    ─────────────────────────────────────────────
     B¶1 of 6      / search   Esc close   ? help
    "#);
    for text in TOLD {
        assert!(screens[0].contains(text), "{}", screens[0]);
    }
    let mut model = start(SIZES[1]);
    model.update(Message::Trouble("no thread to read all pairs: none is left".to_owned()));
    press(&mut model, "j3:messages<Enter>");
    assert!(shown(&model).contains("4   no thread to read all pairs: none is left"), "{}", shown(&model));
    assert!(!shown(&model).contains("into the left pane   "), "what answers a key is no message");
    assert!(last(&self::model(SIZES[1], ":messages<Enter>")).contains("no messages so far"));
}

#[test]
fn a_key_does_what_the_last_line_says_from_where_one_is() {
    let hint = |typed: &str| {
        let line = last(&model((140, 40), typed));
        line.rsplit("   ").find(|part| part.contains("Enter ")).map(str::trim).map(str::to_owned)
    };
    // A¶4 moved, and stands opposite B¶2; at its own place the echo of B¶2 stands opposite.
    assert_eq!(hint("}}}").as_deref(), Some("Enter there"));
    assert_eq!(hint("}}}<Tab>").as_deref(), Some("Enter home"));
    assert_eq!(hint("}"), None, "both stand there");
    assert_eq!(hint("=====").as_deref(), Some("Enter open"));
    assert_snapshot!(last_lines("}}}"), @r#"
    A¶4 of 5 · 6 differences · verbatim, moved: B¶2                                  . outlet for A   ] next difference   Enter there   ? help
    A¶4 of 5 · 6 differences · verbatim, moved: B¶2           Enter there   ? help
    A¶4 of 5 · verbatim, moved: B¶2      ? help
    "#);
    assert_snapshot!(last_lines("}}}<Tab>"), @r#"
    B¶2 of 6 · 6 differences · verbatim, moved: A¶4                                   . outlet for B   ] next difference   Enter home   ? help
    B¶2 of 6 · 6 differences · verbatim, moved: A¶4            Enter home   ? help
    B¶2 of 6 · verbatim, moved: A¶4      ? help
    "#);
    assert_snapshot!(last_lines("]]]"), @r#"
    A¶2 of 5 · difference 3 of 6 · differs · edited, B¶3                                           . outlet for A   ] next difference   ? help
    A¶2 of 5 · difference 3 of 6 · differs · edited, B¶3                    ? help
    A¶2 of 5 · differs · difference 3 …  ? help
    "#);
}

#[test]
fn at_a_block_in_no_link_the_key_leads_to_what_of_it_stands_elsewhere() {
    let run = "the old harbour master went home before supper and never spoke of it again";
    let left = format!(
        "Gulls came back to the chimney of a dairy in spring, says everyone who has slept beside it for years; {run}.\n"
    );
    let right = format!(
        "Three ferries were ordered on Tuesday evening.\n\nNobody paid, {run}, while seven farmers brought petitions against another wall.\n"
    );
    for (width, height) in SIZES {
        let articles = [("a.txt", &left), ("b.txt", &right)].map(|(name, text)| Article::read(name, text)).to_vec();
        let mut model =
            Model::new(Opening::new(Arc::new(Story::new("harbour", articles)), Pair::new(0, 1)).sized(width, height));
        press(&mut model, ":A1<Enter>");
        assert!(model.reader.elsewhere_here().is_none(), "its first line has none of it");
        assert!(last(&model).contains("also there") || width < 60, "{}", last(&model));
        press(&mut model, "<Enter>");
        assert!(last(&model).starts_with(" part of it stands at B¶2 · ' back"), "{width}: {}", last(&model));
        let here = model.reader.here();
        assert_eq!((here.side, here.block), (Side::Right, 1));
    }
}

#[test]
fn a_key_that_goes_through_what_is_marked_says_how_it_leads_back() {
    for size in SIZES {
        let said =
            |typed: &str| last(&model(size, typed)).trim().split("  ").next().unwrap_or_default().trim().to_owned();
        assert_eq!(
            [said("w"), said("ww"), said("www")],
            ["marked: shared · w twice leads back", "nothing marked · w leads back", "marked: what differs"],
            "{size:?}"
        );
        for typed in ["w", "ww", "www"] {
            assert!(last(&model(size, typed)).ends_with("? help"), "{size:?} {typed}");
        }
    }
}

#[test]
fn at_what_stands_elsewhere_the_key_leads_there_as_well() {
    let left = "Three ferries were ordered on Tuesday evening for the crossing to the island.\n
Nobody spoke about prices, timetables, crews, fuel or parking, while the old harbour master went home; seven farmers \
                brought petitions against another quay wall, and were heard in silence.\n";
    let right = "Three ferries were ordered on Tuesday evening for the crossing to the island, the old harbour master went home \
                 before supper.\n\nGulls came back to the chimney of a dairy.\n";
    let lines = SIZES.map(|(width, height)| {
        let articles = [("a.txt", left), ("b.txt", right)].map(|(name, text)| Article::read(name, text)).to_vec();
        let story = Arc::new(Story::new("harbour", articles));
        let mut model = Model::new(Opening::new(story, Pair::new(0, 1)).sized(width, height));
        press(&mut model, "}/old harbour<Enter><Esc>");
        let before = last(&model);
        press(&mut model, "<Enter>");
        format!("{before}\n{}", last(&model))
    });
    assert_snapshot!(lines.join("\n"), @r#"
    search ended                                                                                 ] next difference   Enter also there   ? help
    the wording stands at B¶1 · ' back · B¶1 of 2 · 6 differences · also at A¶2 · edited, A¶1    ] next difference   Enter also there   ? help
    search ended                     ] next difference   Enter also there   ? help
    the wording stands at B¶1 · ' back · B¶1 of 2        Enter also there   ? help
    search ended      Enter also there   ? help
    the wording stands at B¶1 · ' back   ? help
    "#);
}

#[test]
fn what_is_said_of_a_jump_stays_while_one_moves_on() {
    assert_snapshot!(last_lines("}}}<Enter>"), @r#"
    B¶2 in its own place · ' back · B¶2 of 6 · 6 differences · verbatim, moved: A¶4     . outlet for B  ] next difference  Enter there  ? help
    B¶2 in its own place · ' back · B¶2 of 6 · 6 differences   Enter there  ? help
    B¶2 in its own place · ' back        ? help
    "#);
    assert_snapshot!(last_lines("}}}<Enter>jjk"), @r#"
    B¶2 in its own place · ' back · B¶2 of 6 · 6 differences · verbatim, moved: A¶4     . outlet for B  ] next difference  Enter there  ? help
    B¶2 in its own place · ' back · B¶2 of 6 · 6 differences   Enter there  ? help
    B¶2 in its own place · ' back        ? help
    "#);
    for size in SIZES {
        let mut model = model(size, "}}}<Enter>jjd");
        assert!(last(&model).contains("' back"), "{size:?}: {}", last(&model));
        press(&mut model, "t");
        assert!(last(&model).starts_with(" theme: "), "a key that says something itself: {}", last(&model));
        press(&mut model, "j");
        assert!(!last(&model).contains("' back"), "{size:?}: {}", last(&model));
        press(&mut model, "3j");
        assert!(last(&model).contains("C into the right pane"), "{size:?}: {}", last(&model));
        press(&mut model, "]");
        assert!(!last(&model).contains("' back"), "{size:?}: {}", last(&model));
    }
}

/// What stands in the box with a title, without spaces, so that words are found wherever a line was broken.
fn boxed(model: &Model, title: &str) -> String {
    let screen = shown(model);
    let rows: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let (top, left) = screen
        .lines()
        .enumerate()
        .find_map(|(y, line)| Some((y, line[..line.find(&format!("┌─ {title}"))?].chars().count())))
        .unwrap_or_else(|| panic!("{title} in\n{screen}"));
    let width = rows[top][left..].iter().position(|&c| c == '┐').expect("it ends");
    let inner = rows.iter().skip(top + 1).take_while(|row| row.get(left) == Some(&'│'));
    inner.flat_map(|row| &row[left + 1..left + width]).filter(|c| !c.is_whitespace() && !"*«»".contains(**c)).collect()
}

#[test]
fn what_is_open_says_all_of_what_the_last_line_has_no_room_for() {
    for size in SIZES.into_iter().chain([(60, 20), (45, 15)]) {
        for open in ["v", "vl", "v<Tab>", "v<Tab>jj", "v<Tab><Tab>", "H", "m", "mj"] {
            let mut model = model(size, open);
            let (before, caption) =
                (shown(&model), model.layers()[0].caption(&model.reader).expect("it says something"));
            press(&mut model, "i");
            assert_eq!(model.layers().len(), 2, "{open} at {size:?}: {}", shown(&model));
            let whole: String = caption.chars().filter(|c| !c.is_whitespace()).collect();
            assert_eq!(boxed(&model, "What is chosen"), whole, "{open} at {size:?}");
            press(&mut model, "<Esc>");
            assert_eq!(shown(&model), before, "{open} at {size:?}");
            press(&mut model, "?/all of what<Enter>");
            assert!(boxed(&model, "Help").contains("iallofwhat"), "{open} at {size:?}: {}", shown(&model));
        }
    }
}

#[test]
fn beside_a_list_the_reason_of_its_passage_is_told() {
    for size in SIZES.into_iter().chain([(60, 20), (45, 15)]) {
        let mut model = model(size, "L");
        let (before, at) = (shown(&model), model.reader.here());
        press(&mut model, "i");
        let title = format!("A¶{}", at.block + 1);
        assert!(shown(&model).contains(&title) && model.layers().len() == 2, "{size:?}: {}", shown(&model));
        press(&mut model, "<Enter>");
        assert_eq!((shown(&model), model.reader.here()), (before, at), "{size:?}");
    }
}

#[test]
fn the_mouse_presses_the_hints() {
    for size in SIZES {
        let mut model = model(size, "");
        click_on(&mut model, "? help");
        assert_eq!(read(&model), Some(Contents::Help));
        click_on(&mut model, "Esc close");
        assert!(model.layers().is_empty());
        press(&mut model, "o");
        click_on(&mut model, "F1 help");
        assert_eq!(read(&model), Some(Contents::HelpPage));
    }
    let mut model = model((140, 40), "");
    click_on(&mut model, "] next difference");
    assert_eq!(model.reader.position.stop, Some(0));
    click_on(&mut model, "next difference");
    assert_eq!(model.reader.position.stop, Some(1));
    press(&mut model, "/boat");
    click_on(&mut model, "Enter keep");
    assert!(model.layers().is_empty() && last(&model).contains("match 3 of"), "{}", last(&model));
    press(&mut model, "m");
    let before = shown(&model);
    click_on(&mut model, "across");
    assert_eq!(shown(&model), before, "what names two keys presses the one that is clicked");
    let (column, row) = find(&model, "h l across");
    click(&mut model, (column + 2, row));
    assert_ne!(shown(&model), before);
}

#[test]
fn rebound_keys_are_pressed_as_they_are_shown() {
    let wanted = [(Action::Help, "<F5>"), (Action::NextDifference, "Q")];
    let wanted = wanted.map(|(action, key)| Wanted {
        action,
        keys: keys::parse(key).expect("known").into_iter().map(KeySequence::one).collect(),
    });
    let (keymap, _) = Keymap::with(&wanted);
    let mut model = Model::new(Opening { keymap, ..opening(100, 24) });
    click_on(&mut model, "Q next difference");
    assert_eq!(model.reader.position.stop, Some(0));
    press(&mut model, "o");
    click_on(&mut model, "F5 help");
    assert_eq!(read(&model), Some(Contents::HelpPage));
}

#[test]
fn a_click_on_the_sign_of_a_link_does_what_enter_does_there() {
    for size in SIZES {
        let mut by_key = model(size, "}}}<Enter>");
        let mut by_mouse = model(size, "}}}");
        let row = by_mouse.reader.viewport().cursor - by_mouse.reader.viewport().top;
        let y = by_mouse.reader.rows.screen.body_top() + u16::try_from(row).expect("it is a row");
        let bare = dump::text(&draw(&by_mouse, size.0, size.1));
        let line = bare.lines().nth(usize::from(y)).unwrap_or_default();
        let column = line.chars().position(|c| c == '=').unwrap_or_else(|| panic!("{line}"));
        press(&mut by_mouse, "<Tab>");
        click(&mut by_mouse, (u16::try_from(column).expect("it is a column"), y));
        press(&mut by_key, "k");
        press(&mut by_mouse, "k");
        assert_eq!(last(&by_mouse), last(&by_key), "{size:?}");
        press(&mut by_mouse, "'");
        assert_eq!(by_mouse.reader.block(Side::Left), 3);
    }
}

#[test]
fn a_click_on_what_can_follow_a_first_key_presses_it() {
    let mut model = model((100, 12), "jjj");
    press(&mut model, "z");
    assert!(last(&model).starts_with(" z…"), "{}", last(&model));
    click_on(&mut model, "t row to the top");
    assert_eq!(model.reader.viewport().top, model.reader.viewport().cursor);
    press(&mut model, "z");
    click_on(&mut model, "Esc cancel");
    assert!(!last(&model).starts_with(" z…") && model.reader.position.stop.is_none(), "{}", last(&model));
    press(&mut model, "z");
    model.update(Message::Paste("boats".to_owned()));
    assert!(!last(&model).starts_with(" z…"), "{}", last(&model));
}

#[test]
fn the_first_of_two_keys_closes_what_is_read_as_any_other() {
    for key in ["z", "Z", "Q"] {
        assert_eq!(model((80, 24), &format!("?{key}")).layers().len(), 0, "{key}");
    }
}

#[test]
fn over_a_line_that_is_typed_in_the_help_has_the_last_line() {
    let model = model((100, 24), "/boat<F1>");
    assert_eq!(read(&model), Some(Contents::HelpPage));
    assert!(last(&model).contains("/ search") && !last(&model).contains("Enter keep"), "{}", last(&model));
    // Nothing of the line below it is left between its words.
    for (typed, help) in [("/", "/<F1>"), (":", ":<F1>"), (":paste an<Enter>", ":paste an<Enter><F1>")] {
        let [below, above] = [typed, help].map(|keys| last(&self::model((100, 24), keys)));
        let words = ["history", "keep", "run", "closes"].into_iter().filter(|word| below.contains(word));
        assert!(words.clone().all(|word| !above.contains(&word[..3])), "{help}: {above}");
    }
}

#[test]
fn at_a_difference_the_reason_begins_with_the_words_of_both() {
    let texts = [
        ("a.txt", "The council of Holm undertook to order three new ferries for the crossing before winter came.\n"),
        ("b.txt", "The council of Holm promised to order three new red ferries for the crossing before winter came.\n"),
    ];
    for (width, height) in [SIZES[0], SIZES[1], SIZES[2], (45, 15)] {
        let said = |typed: &str| {
            let articles = texts.map(|(name, text)| Article::read(name, text)).to_vec();
            let story = Arc::new(Story::new("harbour", articles));
            let mut model = Model::new(Opening::new(story, Pair::new(0, 1)).sized(width, height));
            press(&mut model, typed);
            boxed(&model, "Why A¶1 and B¶1 are linked")
        };
        assert!(said("]i").contains("here:A“undertook”,B“promised”"), "{width}: {}", said("]i"));
        assert!(said("]]i").contains("here:Anothing,B“red”"), "{width}: {}", said("]]i"));
        assert!(!said("i").contains("here:"), "{width}: {}", said("i"));
    }
}
