//! How the screen looks, at three sizes: what one side alone has, the band of the cursor, filler, heads, names, and what the
//! tabs say of the block in focus.

mod made;

use diptych::keys;
use diptych::layout::Arrangement;
use diptych::pair::Side;
use diptych::tui::theme::Theme;
use diptych::tui::view::{self, TerminalCursor};
use diptych::tui::{Model, draw, dump, play};
use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Modifier;

use made::{LEDGER, SIZES, WIRE, opening};

const POST: &str = "---\noutlet: Post\n---\nThe ministry said on Tuesday that three ferries would be renewed.\n
Tickets will not rise before spring, the treasurer said, whatever the price of oil.\n";

const NOTES: &str = "---\noutlet: Notes\n---\nThe gulls came back to the chimney of the old dairy.\n
It was heard again that, whatever the price of oil, tickets will not rise before spring, and so on and on in the long \
letters of the readers.\n";

const TEXTS: [(&str, &str); 4] = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("post.txt", POST), ("notes.txt", NOTES)];

fn played(size: (u16, u16), typed: &str) -> (Model, Buffer) {
    play(opening(&TEXTS, size), &keys::parse(typed).expect("the keys are known"))
}

/// The screens after keys, at three sizes.
fn screens(typed: &str) -> String {
    SIZES.map(|size| dump::text(&played(size, typed).1)).join("\n")
}

#[test]
fn a_block_alone_has_a_bar_and_is_no_pair() {
    assert_snapshot!(screens("]]]]<Esc>}"), @"
     harbour                                                                  [1 A Coast Wire] (2=B Ledger 66%)  3–C Post 100%   4–D Notes 28%
    ▸A Coast Wire                    2026-06-16 · 51 w · 65 % in B             B Ledger                                        50 w · 66 % in A
    ───────────────────────────────────────────────────────────────┬─────────┬──────────────────────────────────────────────────────────────────
     New boats for the island                                      │  1    1 │ A town that waits
                                                                   │         │
     ┊ Three boats were withdrawn in March after cracks were found │↓ 4 =  2 ┃ Three boats were withdrawn in March after cracks were found
     ┊ in their hulls.                                             │         │ in their hulls.
                                                                   │         │
     The ministry said on Tuesday that three ferries would be      │  2 ~  3 │ The ministry promised on Tuesday that three ferries would be
     renewed before the next winter.                               │         │ renewed before the next summer.
                                                                   │         │
     Tickets will not rise before spring, the treasurer said,      ▌  3<│> 4 ▐ Nobody at the quay believes a word of it, says the harbour
     whatever the price of oil.                                    ▌    │    ▐ master.
                                                                   │         │
     Three boats were withdrawn in March after cracks were found   ◀  4 =  2↑┃ ┊ Three boats were withdrawn in March after cracks were found
     in their hulls.                                               ┘         └ ┊ in their hulls.
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
     A¶4 of 5 · 6 differences · verbatim, moved: B¶2                                  . outlet for A   ] next difference   Enter there   ? help

     harbour      [1 A Coast Wire] (2=B Ledger 66%)  3–C Post 100%   4–D Notes 28%
    ▸A Coast Wire    51 w · 65 % in B             B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    New boats for the island          │  1    1 │ A town that waits                █
                                      │         │                                  ↕
    ┊ Three boats were withdrawn in   │↓ 4 =  2 ┃ Three boats were withdrawn in    ↕
    ┊ March after cracks were found   │         │ March after cracks were found in █
    ┊ in their hulls.                 │         │ their hulls.                     ~
                                      │         │                                  ~
    The ministry said on Tuesday that │  2 ~  3 │ The ministry promised on Tuesday █
    three ferries would be renewed    │         │ that three ferries would be      ◇
    before the next winter.           │         │ renewed before the next summer.  ◇
                                      │         │                                  ↕
    Tickets will not rise before      ▌  3<│> 4 ▐ Nobody at the quay believes a    ↕
    spring, the treasurer said,       ▌    │    ▐ word of it, says the harbour     ↕
    whatever the price of oil.        ▌    │    ▐ master.                          █
                                      │         │                                  │
    Three boats were withdrawn in     ◀  4 =  2↑┃ ┊ Three boats were withdrawn in  │
    March after cracks were found in  │         │ ┊ March after cracks were found  │
    their hulls.                      ┘         └ ┊ in their hulls.                │
                                      │         │                                  │
    Two members of the council voted  │  5 =  5 │ Two members of the council voted │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     A¶4 of 5 · 6 differences · verbatim, moved: B¶2           Enter there   ? help

     harbour             [1 A] (2=B)  3–C   4–D
    ▸A Coast Wire        │ B Ledger    66 % in A
    ─────────────────────────────────────────────
     B   4  ▐ word of it, says the harbour      ↕
     B      ▐ master.                           ↕
                                                ↕
    ▶A   4 =  Three boats were withdrawn in     ~
    │A        March after cracks were found in  <
    │A        their hulls.                      >
    │                                           ↕
    ┃B ↑ 2 =  ┊ Three boats were withdrawn in   ↕
    │B        ┊ March after cracks were found   │
    └B        ┊ in their hulls.                 │
    ─────────────────────────────────────────────
     A¶4 of 5 · verbatim, moved: B¶2      ? help
    ");
}

#[test]
fn the_band_of_the_cursor_is_set_off_on_both_sides() {
    assert_snapshot!(screens("}"), @"
     harbour                                                                  [1 A Coast Wire] (2~B Ledger 66%)  3~C Post 100%   4–D Notes 28%
    ▸A Coast Wire                    2026-06-16 · 51 w · 65 % in B             B Ledger                                        50 w · 66 % in A
    ───────────────────────────────────────────────────────────────┬─────────┬──────────────────────────────────────────────────────────────────
     New boats for the island                                      │  1    1 │ A town that waits
                                                                   │         │
     ┊ Three boats were withdrawn in March after cracks were found │↓ 4 =  2 │ Three boats were withdrawn in March after cracks were found
     ┊ in their hulls.                                             │         │ in their hulls.
                                                                   │         │
     The ministry said on Tuesday that three ferries would be      ◀  2 ~  3 ┃ The ministry promised on Tuesday that three ferries would be
     renewed before the next winter.                               ┘         └ renewed before the next summer.
                                                                   │         │
     Tickets will not rise before spring, the treasurer said,      ▌  3<│> 4 ▐ Nobody at the quay believes a word of it, says the harbour
     whatever the price of oil.                                    ▌    │    ▐ master.
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
     A¶2 of 5 · 6 differences · edited, B¶3                                                         . outlet for A   ] next difference   ? help

     harbour      [1 A Coast Wire] (2~B Ledger 66%)  3~C Post 100%   4–D Notes 28%
    ▸A Coast Wire    51 w · 65 % in B             B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    New boats for the island          │  1    1 │ A town that waits                █
                                      │         │                                  ↕
    ┊ Three boats were withdrawn in   │↓ 4 =  2 │ Three boats were withdrawn in    ↕
    ┊ March after cracks were found   │         │ March after cracks were found in █
    ┊ in their hulls.                 │         │ their hulls.                     ~
                                      │         │                                  ~
    The ministry said on Tuesday that ◀  2 ~  3 ┃ The ministry promised on Tuesday █
    three ferries would be renewed    │         ┃ that three ferries would be      ◇
    before the next winter.           ┘         └ renewed before the next summer.  ◇
                                      │         │                                  ↕
    Tickets will not rise before      ▌  3<│> 4 ▐ Nobody at the quay believes a    ↕
    spring, the treasurer said,       ▌    │    ▐ word of it, says the harbour     ↕
    whatever the price of oil.        ▌    │    ▐ master.                          █
                                      │         │                                  │
    Three boats were withdrawn in     │  4 =  2↑│ ┊ Three boats were withdrawn in  │
    March after cracks were found in  │         │ ┊ March after cracks were found  │
    their hulls.                      │         │ ┊ in their hulls.                │
                                      │         │                                  │
    Two members of the council voted  │  5 =  5 │ Two members of the council voted │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     A¶2 of 5 · 6 differences · edited, B¶3              ] next difference   ? help

     harbour             [1 A] (2~B)  3~C   4–D
    ▸A Coast Wire        │ B Ledger    66 % in A
    ─────────────────────────────────────────────
     B   2    March after cracks were found in  ↕
     B        their hulls.                      ↕
                                                ↕
    ▶A   2 ~  The ministry said on Tuesday that ~
    │A        three ferries would be renewed    <
    │A        before the next winter.           >
    │                                           ↕
    ┃B   3 ~  The ministry promised on Tuesday  ↕
    ┃B        that three ferries would be       │
    └B        renewed before the next summer.   │
    ─────────────────────────────────────────────
     A¶2 of 5 · edited, B¶3               ? help
    ");
}

/// The ground of every cell on a row, from left to right, as runs: those of the text, of the band, of the reading row.
fn grounds(buffer: &Buffer, row: u16, theme: &Theme) -> String {
    let kind = |x: u16| match Some(buffer[(x, row)].bg) {
        ground if ground == theme.text.bg => '.',
        ground if ground == theme.band.bg => 'b',
        ground if ground == theme.answer.bg => 'a',
        ground if ground == theme.reading.bg => 'r',
        _ => '?',
    };
    let mut kinds: Vec<char> = (0..buffer.area.width).map(kind).collect();
    kinds.dedup();
    kinds.into_iter().collect()
}

/// The rows of the body on which a text begins, in any pane.
fn rows_with(buffer: &Buffer, text: &str) -> Vec<u16> {
    let screen = dump::text(buffer);
    let found = screen.lines().enumerate().filter(|(_, line)| line.contains(text));
    found.filter_map(|(row, _)| u16::try_from(row).ok()).filter(|&row| row > 2).collect()
}

#[test]
fn its_ground_lies_under_the_rows_of_a_link_and_under_the_one_side_of_a_block_alone() {
    let rows = |typed: &str| {
        let (model, buffer) = played((100, 24), typed);
        (3..16).map(|row| grounds(&buffer, row, &model.reader.theme)).collect::<Vec<_>>()
    };
    // The gutter of the reading row, and what answers its line.
    let linked = rows("}");
    assert_eq!(linked[4..9], [".", "brbab.", "bab.", "b.", "."]);
    let alone = rows("}}");
    assert_eq!(alone[8..13], [".", "br.", "b.", "b.", "."]);
    for size in SIZES {
        let under = |typed: &str, text: &str| {
            let (model, buffer) = played(size, typed);
            let row = rows_with(&buffer, text).first().copied();
            row.is_some_and(|row| grounds(&buffer, row, &model.reader.theme).contains('b'))
        };
        // A link has it under both sides, a block alone under its own, and no other block.
        for text in ["The ministry said", "The ministry promised"] {
            assert!(under("}", text) && !under("", text), "{size:?} {text}");
        }
        // Where nothing is marked it is there all the same.
        assert!(under("ww}", "The ministry said"), "{size:?}");
        assert!(under("}}", "Tickets will not rise") && !under("}", "Tickets will not rise"), "{size:?}");
    }
}

#[test]
fn the_bar_of_a_block_alone_and_its_sign_have_the_hue_of_its_side() {
    for (size, arrangement) in SIZES.into_iter().flat_map(|size| ["", "s", "ss"].map(|typed| (size, typed))) {
        let (model, buffer) = played(size, &format!("{arrangement}:3<Enter>}}"));
        let theme = &model.reader.theme;
        let hues = |sign: &str| {
            let text = (3..size.1 - 2).flat_map(|y| (0..size.0 - 1).map(move |x| (x, y)));
            text.filter(|&at| buffer[at].symbol() == sign).map(|at| Some(buffer[at].fg)).collect::<Vec<_>>()
        };
        for (signs, look) in [(["▌", "<"], theme.only.left), (["▐", ">"], theme.only.right)] {
            let found = signs.map(hues);
            // The smallest screen shows one of the two.
            let is_seen = found.iter().any(|hues| !hues.is_empty());
            assert!(is_seen || size == SIZES[2] && signs[0] == "▌", "{size:?} {arrangement} {signs:?}");
            assert!(found.iter().flatten().all(|hue| *hue == look.fg), "{size:?} {arrangement} {signs:?}: {found:?}");
        }
        // `1< > 1` would be read as a pair.
        let screen = dump::text(&buffer);
        assert!(!screen.contains("< >") || screen.contains("<│>"), "{screen}");
    }
}

#[test]
fn the_cursor_of_the_terminal_rests_at_the_row_that_is_read_or_where_is_typed() {
    let at = |typed: &str| {
        SIZES.map(|size| {
            let (model, _) = played(size, typed);
            let TerminalCursor { at: Position { x, y }, is_shown } = view::cursor(&model.reader, model.layers());
            format!("{x},{y}{}", if is_shown { " shown" } else { "" })
        })
    };
    let typed = ["", "<Tab>", "jj", "}}", "/boa", "/boa<Left><Left>", ":fo", "o", ":paste<Enter>"];
    assert_snapshot!(typed.map(|typed| format!("{typed}  {}", at(typed).join("  "))).join("\n"), @"
      1,3  0,3  10,3
    <Tab>  75,3  46,3  10,3
    jj  3,5  2,3  10,3
    }}  1,11  0,13  10,6
    /boa  15,39 shown  15,23 shown  10,14 shown
    /boa<Left><Left>  13,39 shown  13,23 shown  8,14 shown
    :fo  42,1 shown  12,1 shown  5,1 shown
    o  36,15 shown  6,7 shown  3,2 shown
    :paste<Enter>  37,21 shown  7,13 shown  2,8 shown
    ");
}

#[test]
fn heads_stand_apart_and_text_touches_no_edge_in_every_arrangement() {
    assert_snapshot!(screens("s"), @"
     harbour                                                                  [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 100%   4–D Notes 28%
    ▸A Coast Wire                          2026-06-16 · 51 w · 65 % in B │ B Ledger                                            50 w · 66 % in A
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    ▶    1    New boats for the island A town that waits

     B   2 =  B¶2 is woven at A¶4, below

         2 ~  The ministry said promised on Tuesday that three ferries would be renewed before
              the next winter summer.

     A   3 <▌ Tickets will not rise before spring, the treasurer said, whatever the price of
     A      ▌ oil.

     B   4 >▐ Nobody at the quay believes a word of it, says the harbour master.

         4 =  Three boats were withdrawn in March after cracks were found in their hulls.

         5 =  Two members of the council voted against the order.

              ■ end of A

     B   6    Read more

              ■ end of B














    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     arrangement: inline                                                                            . outlet for A   ] next difference   ? help

     harbour      [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 100%   4–D Notes 28%
    ▸A Coast Wire         51 w · 65 % in B │ B Ledger              50 w · 66 % in A
    ────────────────────────────────────────────────────────────────────────────────
    ▶    1    New boats for the island A town that waits                           █
                                                                                   ↕
     B   2 =  B¶2 is woven at A¶4, below                                           █
                                                                                   ~
         2 ~  The ministry said promised on Tuesday that three ferries would be    ~
              renewed before the next winter summer.                               <
                                                                                   <
     A   3 <▌ Tickets will not rise before spring, the treasurer said, whatever    █
     A      ▌ the price of oil.                                                    >
                                                                                   ↕
     B   4 >▐ Nobody at the quay believes a word of it, says the harbour master.   ↕
                                                                                   █
         4 =  Three boats were withdrawn in March after cracks were found in       █
              their hulls.                                                         █
                                                                                   █
         5 =  Two members of the council voted against the order.                  │
                                                                                   │
              ■ end of A                                                           │
                                                                                   │
    ────────────────────────────────────────────────────────────────────────────────
     arrangement: inline                . outlet for A   ] next difference   ? help

     harbour             [1 A] (2 B)  3–C   4–D
    ▸A Coast Wire        │ B Ledger    66 % in A
    ─────────────────────────────────────────────
    ▶    1    New boats for the island A town   ↕
    └         that waits                        ~
                                                ~
     B   2 =  B¶2 is woven at A¶4, below        <
                                                >
         2 ~  The ministry said promised on     >
              Tuesday that three ferries would  ↕
              be renewed before the next winter │
              summer.                           │
                                                │
    ─────────────────────────────────────────────
     arrangement: inline                  ? help
    ");
    for (size, typed) in SIZES.into_iter().flat_map(|size| ["", "s", "ss", "|"].map(|typed| (size, typed))) {
        let (model, buffer) = played(size, typed);
        let screen = model.reader.rows.screen;
        for row in screen.body_top()..screen.body_top() + screen.body_height() {
            let beside = buffer[(screen.text_right() - 1, row)].symbol();
            assert_eq!(beside, " ", "{size:?} {typed}\n{}", dump::text(&buffer));
        }
    }
}

const FILES: [&str; 5] = [
    "2026-03-17_harbour-tender_coast-wire_en.txt",
    "2026-03-17_harbour-tender_harbour-ledger_en.txt",
    "2026-03-17_harbour-tender_morrey-post_en.txt",
    "2026-03-17_harbour-tender_outlook_en.txt",
    "2026-03-17_harbour-tender_slack-water_en.txt",
];

#[test]
fn files_that_begin_alike_are_told_apart_by_where_they_differ() {
    let texts = FILES.map(|name| (name, "Three boats were withdrawn in March after cracks were found in their hulls."));
    let screen = |size, typed: &str| {
        let (_, buffer) = play(opening(&texts, size), &keys::parse(typed).expect("the keys are known"));
        dump::text(&buffer).lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
    };
    let pages = SIZES.map(|(width, _)| screen((width, 13), "v"));
    let heads = SIZES.map(|(width, _)| screen((width, 7), ""));
    assert_snapshot!([pages, heads].concat().join("\n\n"), @"
     harbour       [1 A …coast-wire_en] (2=B …harbour-ledg… 100%)  3=C …morrey-post_… 100%   4=D …er_outlook_en 100%   5=E …slack-water_… 100%
     [sharing]  passages   source   headlines   quotations   people   figures   words
                                                                                                                                     more below
     Shared wording
                                                         in A      in B      in C      in D      in E
    ▸A 2026-03-17_harbour-tender_coast-wire_en              · 100%█·13  100%█·13  100%█·13  100%█·13    Longest runs in A and B
     B 2026-03-17_harbour-tender_harbour-ledger_en  100%█·13          · 100%█·13  100%█·13  100%█·13      13 w  A¶1  B¶1
     C 2026-03-17_harbour-tender_morrey-post_en     100%█·13  100%█·13          · 100%█·13  100%█·13      Three boats were withdrawn in March…
     D 2026-03-17_harbour-tender_outlook_en         100%█·13  100%█·13  100%█·13          · 100%█·13
     E 2026-03-17_harbour-tender_slack-water_en     100%█·13  100%█·13  100%█·13  100%█·13          ·
     Who carries what  · no other outlet   ░ ▒ ▓ █ more of them, up to all   % that any other has
     13 w of A 2026-03-17_harbour-tender_coast-wire_en in B 2026-03-17_harbour-tender_harbour-ledger_en · longest run 13    Enter read   ? help

     harbour                      [1 A] (2=B 100%)  3=C 100%   4=D 100%   5=E 100%
     [sharing] passages source headlines quotations people figures words
                                                                         more below
     Shared wording
                                       in A      in B      in C      in D      in E
    ▸A …our-tender_coast-wire_en          · 100%█·13  100%█·13  100%█·13  100%█·13
     B …tender_harbour-ledger_en  100%█·13          · 100%█·13  100%█·13  100%█·13
     C …ur-tender_morrey-post_en  100%█·13  100%█·13          · 100%█·13  100%█·13
     D …arbour-tender_outlook_en  100%█·13  100%█·13  100%█·13          · 100%█·13
     E …ur-tender_slack-water_en  100%█·13  100%█·13  100%█·13  100%█·13          ·
     Longest runs in A and B
     13 w of A 2026-03-17_harbour-tender_coast-wire_en in B 2026-03-17_har…  ? help

     harbour       [1 A] (2=B)  3=C   4=D   5=E
     [sharing] passages source headlines quotati…
                                      more below
     Shared wording
                          A    B    C    D    E
    ▸A …_coast-wire_en    ·  100█ 100█ 100█ 100█
     B …harbour-ledge…  100█   ·  100█ 100█ 100█
     C …morrey-post_en  100█ 100█   ·  100█ 100█
     D …der_outlook_en  100█ 100█ 100█   ·  100█
     E …slack-water_en  100█ 100█ 100█ 100█   ·
     Longest runs in A and B
     13 w of A 2026-03-17_harbour-tende…  ? help

     harbour       [1 A …coast-wire_en] (2=B …harbour-ledg… 100%)  3=C …morrey-post_… 100%   4=D …er_outlook_en 100%   5=E …slack-water_… 100%
    ▸A 2026-03-17_harbour-tender_coast-wire_en   13 w · 100 % in B             B 2026-03-17_harbour-tender_harbour-ledger_en  13 w · 100 % in A
     Three boats were withdrawn in March after cracks were found   ◀  1 =  1 ┃ Three boats were withdrawn in March after cracks were found     █
     in their hulls.                                               ┘         └ in their hulls.                                                 █
                                                                   │         │                                                                 █
     ■ end of A                                                    │         │ ■ end of B                                                      │
     A¶1 of 1 · 0 differences · verbatim, B¶1                                                       . outlet for A   ] next difference   ? help

     harbour                      [1 A] (2=B 100%)  3=C 100%   4=D 100%   5=E 100%
    ▸A …der_coast-wire_en  100 % in B             B …_harbour-ledger_en  100 % in A
    Three boats were withdrawn in     ◀  1 =  1 ┃ Three boats were withdrawn in    █
    March after cracks were found in  │         │ March after cracks were found in █
    their hulls.                      ┘         └ their hulls.                     │
                                      │         │                                  │
     A¶1 of 1 · 0 differences · verbatim, B¶1            ] next difference   ? help

     harbour       [1 A] (2=B)  3=C   4=D   5=E
    ▸A …_coast-wire_en   │ B …harbour-ledger_…
    ▶A   1 =  Three boats were withdrawn in     █
    │A        March after cracks were found in  │
    │A        their hulls.                      │
    │                                           │
     A¶1 of 1 · one column: two need 80   ? help
    ");
}

#[test]
fn the_projector_tells_bold_from_underline_and_nothing_by_slant_alone() {
    for (size, typed) in
        SIZES.into_iter().flat_map(|size| ["", "}", "w", "/boats<Enter>", "]"].map(|typed| (size, typed)))
    {
        let mut opening = opening(&TEXTS, size);
        opening.theme = Theme::named("projector").expect("it is a theme");
        let theme = opening.theme.clone();
        let (_, buffer) = play(opening, &keys::parse(typed).expect("the keys are known"));
        for cell in &buffer.content {
            let slant = cell.modifier.contains(Modifier::ITALIC);
            assert!(!slant || cell.modifier.contains(Modifier::UNDERLINED), "{size:?} {typed}: {cell:?}");
            assert!(!cell.modifier.contains(Modifier::DIM), "{size:?} {typed}: {cell:?}");
        }
        let has = |look: ratatui::style::Style| {
            buffer.content.iter().any(|cell| Some(cell.fg) == look.fg && cell.modifier == look.add_modifier)
        };
        if typed.is_empty() && size.0 > 45 {
            assert!(has(theme.only.left) && has(theme.only.right), "{size:?}");
        }
    }
}

#[test]
fn the_tabs_say_who_has_the_block_in_focus() {
    let tabs = |typed: &str| {
        SIZES.map(|size| dump::text(&played(size, typed).1).lines().next().unwrap_or_default().trim().to_owned())
    };
    // Another outlet opposite changes nothing of the others; another one in focus is seen anew.
    let typed = ["", "}", "}}", "}}}", "}}<Tab>3<Tab>", "}}<Tab>"];
    assert_snapshot!(typed.map(|typed| format!("{typed}\n{}", tabs(typed).join("\n"))).join("\n"), @"
    harbour                                                                  [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 100%   4–D Notes 28%
    harbour      [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 100%   4–D Notes 28%
    harbour             [1 A] (2 B)  3–C   4–D
    }
    harbour                                                                  [1 A Coast Wire] (2~B Ledger 66%)  3~C Post 100%   4–D Notes 28%
    harbour      [1 A Coast Wire] (2~B Ledger 66%)  3~C Post 100%   4–D Notes 28%
    harbour             [1 A] (2~B)  3~C   4–D
    }}
    harbour                                                                  [1 A Coast Wire] (2–B Ledger 66%)  3=C Post 100%   4~D Notes 28%
    harbour      [1 A Coast Wire] (2–B Ledger 66%)  3=C Post 100%   4~D Notes 28%
    harbour             [1 A] (2–B)  3=C   4~D
    }}}
    harbour                                                                  [1 A Coast Wire] (2=B Ledger 66%)  3–C Post 100%   4–D Notes 28%
    harbour      [1 A Coast Wire] (2=B Ledger 66%)  3–C Post 100%   4–D Notes 28%
    harbour             [1 A] (2=B)  3–C   4–D
    }}<Tab>3<Tab>
    harbour                                                                  [1 A Coast Wire]  2–B Ledger 66%  (3=C Post 100%)  4~D Notes 28%
    harbour      [1 A Coast Wire]  2–B Ledger 66%  (3=C Post 100%)  4~D Notes 28%
    harbour             [1 A]  2–B  (3=C)  4~D
    }}<Tab>
    harbour                                                                    (1–A Coast Wire 65%) [2 B Ledger]  3–C Post 32%   4–D Notes 0%
    harbour        (1–A Coast Wire 65%) [2 B Ledger]  3–C Post 32%   4–D Notes 0%
    harbour             (1–A) [2 B]  3–C   4–D
    ");
}

#[test]
fn an_outlet_that_comes_into_focus_is_seen_from_its_own_block() {
    assert_snapshot!(screens("}}4"), @"
     harbour                                                                     1~A Coast Wire 22%  (2–B Ledger 0%)  3~C Post 44%  [4 D Notes]
    ▸D Notes                                       39 w · 0 % in B             B Ledger                                         50 w · 0 % in D
    ───────────────────────────────────────────────────────────────┬─────────┬──────────────────────────────────────────────────────────────────
     The gulls came back to the chimney of the old dairy.          ▌  1<│> 1 ▐ A town that waits
                                                                   │         │
     It was heard again that, whatever the price of oil, tickets   ◀  2<│> 2 ▐ Three boats were withdrawn in March after cracks were found
     will not rise before spring, and so on and on in the long     ▌    │    ▐ in their hulls.
     letters of the readers.                                       ▌    │    │
                                                                   │    │> 3 ▐ The ministry promised on Tuesday that three ferries would be
     ■ end of D                                                    │    │    ▐ renewed before the next summer.
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │> 4 ▐ Nobody at the quay believes a word of it, says the harbour
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ master.
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │> 5 ▐ Two members of the council voted against the order.
     ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │
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
                                                                   │         │
                                                                   │         │
    ───────────────────────────────────────────────────────────────┴─────────┴──────────────────────────────────────────────────────────────────
     D into the left pane · ' back · D¶2 of 2 · 2 differences                                       . outlet for D   ] next difference   ? help

     harbour         1~A Coast Wire 22%  (2–B Ledger 0%)  3~C Post 44%  [4 D Notes]
    ▸D Notes          39 w · 0 % in B             B Ledger          50 w · 0 % in D
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    The gulls came back to the        ▌  1<│> 1 ▐ A town that waits                ◇
    chimney of the old dairy.         ▌    │    │                                  >
                                      │    │> 2 ▐ Three boats were withdrawn in    ◇
    It was heard again that, whatever ◀  2<│    ▐ March after cracks were found in ◇
    the price of oil, tickets will    ▌    │    ▐ their hulls.                     <
    not rise before spring, and so on ▌    │    │                                  ◇
    and on in the long letters of the ▌    │> 3 ▐ The ministry promised on Tuesday ◇
    readers.                          ▌    │    ▐ that three ferries would be      >
                                      │    │    ▐ renewed before the next summer.  █
    ■ end of D                        │         │                                  >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │> 4 ▐ Nobody at the quay believes a    >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ word of it, says the harbour     █
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ master.                          >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │                                  >
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │> 5 ▐ Two members of the council voted █
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ against the order.               █
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │                                  █
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │  6 │ Read more                        │
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │         │                                  │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     D into the left pane · ' back · D¶2 of 2            ] next difference   ? help

     harbour              1~A  (2–B)  3~C  [4 D]
    ▸D Notes    0 % in B │ B Ledger     0 % in D
    ─────────────────────────────────────────────
     D   1 <▌ The gulls came back to the        <
     D      ▌ chimney of the old dairy.         <
                                                <
    ▶D   2 <▌ It was heard again that, whatever >
    │D      ▌ the price of oil, tickets will    >
    │D      ▌ not rise before spring, and so on >
    │D      ▌ and on in the long letters of the >
    ┘D      ▌ readers.                          >
                                                >
              ■ end of D                        │
    ─────────────────────────────────────────────
     D into the left pane · ' back        ? help
    ");
}

#[test]
fn a_letter_keeps_its_marks_whatever_is_set_off() {
    let words = ["cafe\u{301}", "ใหม่", "जगत्", "אב\u{591}"];
    for word in words {
        let texts =
            [("a.txt", format!("The boats of {word}\n\n{word}")), ("b.txt", format!("Boats of {word}\n\n{word}"))];
        let texts = [(texts[0].0, texts[0].1.as_str()), (texts[1].0, texts[1].1.as_str())];
        let last = word.chars().nth_back(1).expect("it has two letters").to_string();
        for typed in ["", "l", "j", "]", "w]", &format!("/{last}<Enter>"), "s", "S"] {
            let (_, buffer) = play(opening(&texts, (90, 12)), &keys::parse(typed).expect("the keys are known"));
            let screen = dump::text(&buffer);
            let found = screen.matches(word).count();
            let letters = screen.matches(word.trim_end_matches(|c| word.ends_with(c))).count();
            assert_eq!(found, letters, "{word} after {typed:?}:\n{screen}");
            assert!(found > 0, "{screen}");
        }
    }
}

#[test]
fn a_blank_stands_between_the_text_and_the_gutter_at_every_width() {
    // A word that ends at every column, so that some line is as long as there is room for.
    let long = (1..90).map(|length| "n".repeat(1 + length % 7)).collect::<Vec<_>>().join(" ");
    for width in 60..180 {
        let texts = [("a.txt", long.as_str()), ("b.txt", long.as_str())];
        let model = Model::new(opening(&texts, (width, 16)));
        let screen = model.reader.rows.screen;
        if screen.columns.arrangement == Arrangement::Facing {
            let buffer = draw(&model, width, 16);
            let rows = screen.body_top()..screen.body_top() + screen.body_height();
            for column in [screen.gutter_left() - 1, screen.right_pane(), screen.text_right() - 1] {
                let touching = rows.clone().filter(|&y| buffer[(column, y)].symbol() != " ").count();
                assert_eq!(touching, 0, "{width}, column {column}\n{}", dump::text(&buffer));
            }
        }
    }
}

/// The screen of a theme after keys, as a first-time reader sees it.
fn in_theme(name: &str, size: (u16, u16), typed: &str) -> (Theme, Buffer) {
    let mut opening = opening(&TEXTS, size);
    opening.greets = true;
    opening.theme = Theme::named(name).expect("it is a theme");
    let theme = opening.theme.clone();
    (theme, play(opening, &keys::parse(typed).expect("the keys are known")).1)
}

/// On the reading row what is of one side keeps its side's hue, in inks that can be read there.
#[test]
fn the_sign_on_the_reading_row_has_the_hue_of_its_side() {
    for name in ["night", "paper", "projector"] {
        for size in SIZES {
            for (typed, side, sign) in [(":A3<Enter>", Side::Left, "<"), (":B4<Enter>", Side::Right, ">")] {
                let (theme, buffer) = in_theme(name, size, typed);
                let ink = theme.reading_sides[side].fg;
                let on_row = buffer.content().iter().filter(|cell| cell.style().bg == theme.reading.bg);
                let inked: Vec<&str> =
                    on_row.filter(|cell| cell.style().fg == ink).map(ratatui::buffer::Cell::symbol).collect();
                assert!(inked.contains(&sign), "{name} {size:?}: {inked:?}\n{}", dump::text(&buffer));
            }
        }
    }
}

#[test]
fn where_no_ground_sets_off_the_band_lines_stand_along_it() {
    let rows = |name: &str| {
        let text = dump::text(&in_theme(name, (100, 24), "}").1);
        text.lines().skip(7).take(5).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(rows("mono"), rows("terminal"));
    assert_snapshot!(rows("mono"), @"
                                               │         │                                            ~█
    ▏The ministry said on Tuesday that three   ◀  2 ~  3 ┃ The ministry promised on Tuesday that    ▕ ~█
    ▏ferries would be renewed before the next  │         ┃ three ferries would be renewed before the▕ ◇█
    ▏winter.                                   ┘         └ next summer.                             ▕ ◇█
                                               │         │                                            <█
    ");
    let with_ground = dump::text(&in_theme("night", (100, 24), "}").1);
    assert!(!with_ground.contains("┌The ministry"), "{with_ground}");
}

#[test]
fn the_number_of_a_block_that_begins_above_the_screen_stands_at_its_first_line_in_sight() {
    let first = |typed: &str| {
        let text = dump::text(&played((80, 12), typed).1);
        text.lines().nth(3).unwrap_or_default().to_owned()
    };
    assert_snapshot!([first("jjjj"), first("jjjjjjj")].join("\n"), @"
    ┊ in their hulls.                 ◀  4    2 ┃ their hulls.                     ↕
    three ferries would be renewed    ◀  2    3 ┃ that three ferries would be      ↕
    ");
}

/// A comma that the right alone has: bold alone would hardly be seen.
#[test]
fn marks_of_punctuation_are_underlined_on_both_sides() {
    let texts = [
        (
            "a.txt",
            "The council and the yard wrote in 1989 and the boats were sold abroad in the spring of that year.\n",
        ),
        ("b.txt", "The council and the yard wrote in 1989, the boats were sold abroad in the spring of that year.\n"),
    ];
    let mut opening = opening(&texts, (100, 24));
    opening.theme = Theme::named("mono").expect("it is a theme");
    let (_, buffer) = play(opening, &keys::parse("").expect("none"));
    let comma = buffer.content.iter().find(|cell| cell.symbol() == ",").expect("it is in sight");
    assert!(comma.modifier.contains(Modifier::UNDERLINED), "{comma:?}");
}

/// Each look of wording that is drawn is named: in the line below the text where there is room for it, and in the help.
#[test]
fn every_look_is_named_in_the_legend_and_in_the_help() {
    for name in ["night", "paper", "projector", "terminal", "mono"] {
        let (theme, buffer) = in_theme(name, (240, 40), "");
        let legend = dump::text(&buffer).lines().nth(38).unwrap_or_default().to_owned();
        let shared = dump::text(&in_theme(name, (240, 40), "w").1).lines().nth(38).unwrap_or_default().to_owned();
        let help = dump::text(&in_theme(name, (240, 80), "?").1);
        let looks = theme.looks();
        let (both, marks) = looks.split_last().expect("there are some");
        assert!(shared.contains(&format!("{}: both have it", both.0)), "{name}: {shared}");
        assert!(!shared.contains("only here   "), "{name}: {shared}");
        for (look, meaning) in marks {
            assert!(legend.contains(look.as_str()), "{name}: {look} in {legend}");
            assert!(help.contains(look.as_str()), "{name}: {look} means {meaning}\n{help}");
        }
        assert!(help.contains(&both.1), "{name}");
        assert!(name != "projector" || !help.contains("faint"), "nothing is faint there");
    }
}

#[test]
fn what_the_attributes_mean_goes_after_how_the_signs_are_hidden() {
    for width in [106, 110, 120, 130] {
        let text = dump::text(&in_theme("night", (width, 30), "").1);
        let legend = text.lines().nth(28).unwrap_or_default();
        assert!(legend.contains("underlined / bold: only here"), "{width}: {legend}");
        assert!(legend.contains("fill [ ]"), "{width}: {legend}");
    }
}
