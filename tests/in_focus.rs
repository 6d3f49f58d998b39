//! Who is in focus and what the next key acts on, at three sizes: where a difference is halted at, what a hop leads to, what
//! `Esc` ends, where a search goes whose matches are above, and what is said of one column.

mod made;

use std::sync::Arc;

use diptych::intake::bundled;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Message, Opening};
use diptych::tui::{Model, draw, dump};
use insta::assert_snapshot;

use made::{LEDGER, NOTES, SIZES, WIRE, press, shown};

/// One that has the last paragraph of the first one, and nothing else of it.
const POST: &str = "---\noutlet: Post\ntitle: The order stands\n---\n\nNobody was surprised in the end.\n\n\
                    Two members of the council voted against the order.\n";

fn opening(size: (u16, u16)) -> Opening {
    let texts = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES), ("post.txt", POST)];
    Opening { greets: true, ..made::opening(&texts, size) }
}

fn model(size: (u16, u16), typed: &str) -> Model {
    let mut model = Model::new(opening(size));
    model.run_jobs();
    press(&mut model, typed);
    model
}

fn screen(size: (u16, u16), typed: &str) -> String {
    shown(&model(size, typed))
}

/// A line of the screen after keys, at each size; counted from the end if it is below 0.
fn lines(typed: &str, line: isize) -> String {
    let of = |size: (u16, u16)| {
        let screen = screen(size, typed);
        let lines: Vec<&str> = screen.lines().collect();
        let index = if line < 0 { lines.len().checked_add_signed(line) } else { Some(line.unsigned_abs()) };
        index.and_then(|index| lines.get(index)).map_or_else(String::new, |line| line.trim_end().to_owned())
    };
    SIZES.map(of).join("\n")
}

/// The letters that are shown, the pane in focus, and the block there, from 1.
fn at(model: &Model) -> (String, Side, usize) {
    let (letters, focus) = (model.reader.pair.letters(), model.reader.position.focus);
    (letters.left + &letters.right, focus, model.reader.block(focus) + 1)
}

#[test]
fn a_difference_stays_in_the_pane_in_focus_or_says_that_it_is_in_the_other() {
    assert_snapshot!(lines("]", -1), @"
    A¶1 of 5 · difference 1 of 6 · differs · headline, B¶1                                         . outlet for A   ] next difference   ? help
    A¶1 of 5 · difference 1 of 6 · differs · headline, B¶1                  ? help
    A¶1 of 5 · differs · difference 1 …  ? help
    ");
    assert_snapshot!(lines("<Tab>]]]]", -1), @"
    now in A¶3 of 5 · difference 4 of 6 · not found in B                                           . outlet for A   ] next difference   ? help
    now in A¶3 of 5 · difference 4 of 6 · not found in B                    ? help
    now in B¶4 of 6 · not found in A ·…  ? help
    ");
    assert_snapshot!(lines("]]]]]", -1), @"
    now in B¶4 of 6 · difference 5 of 6 · not found in A                                           . outlet for B   ] next difference   ? help
    now in B¶4 of 6 · difference 5 of 6 · not found in A                    ? help
    now in B¶4 of 6 · not found in A ·…  ? help
    ");
    assert_snapshot!(lines("]]]]]", 0), @"
    harbour                                                                    (1–A Coast Wire 65%) [2 B Ledger]  3–C Notes 0%   4–D Post 60%
    harbour        (1–A Coast Wire 65%) [2 B Ledger]  3–C Notes 0%   4–D Post 60%
    harbour             (1–A) [2 B]  3–C   4–D
    ");
}

#[test]
fn which_pane_digits_fill_is_known_beforehand() {
    assert_snapshot!(lines("", -2), @"
    = same   ~ edited   ≈ reworded   < > only on that side   ↑ ↓ moved   underlined / bold: only here   1–9 fill [ ]   Esc hide
    = same  ~ edited  ≈ reworded  < > only here  ↑ ↓ moved  1–9 fill [ ]  Esc hide
    = same  ~ edited  < > only here  … ?
    ");
    assert_snapshot!(lines("<Tab>", -1), @"
    B¶1 of 6 · 6 differences · headline, A¶1                                                       . outlet for B   ] next difference   ? help
    B¶1 of 6 · 6 differences · headline, A¶1            ] next difference   ? help
    B¶1 of 6 · headline, A¶1             ? help
    ");
    assert_snapshot!(lines("<Tab>", 0), @"
    harbour                                                                    (1 A Coast Wire 65%) [2 B Ledger]  3 C Notes 0%   4 D Post 60%
    harbour        (1 A Coast Wire 65%) [2 B Ledger]  3 C Notes 0%   4 D Post 60%
    harbour             (1 A) [2 B]  3 C   4 D
    ");
}

#[test]
fn a_hop_goes_to_what_answers_the_block_in_focus() {
    for size in SIZES {
        // C has nothing of A, so that its place tells nothing.
        let hop = |typed: &str| at(&model(size, &format!("<Tab>3<Tab>{typed}")));
        assert_eq!(hop(":4<Enter>"), ("AC".to_owned(), Side::Left, 4));
        assert_eq!(hop(":4<Enter>2"), ("BC".to_owned(), Side::Left, 2), "{size:?}");
        assert_eq!(hop(":5<Enter>4"), ("DC".to_owned(), Side::Left, 3), "{size:?}");
        assert_eq!(hop(":5<Enter>2'"), ("AC".to_owned(), Side::Left, 5), "{size:?}");
        // What stays keeps its place where it has an answer itself.
        assert_eq!(at(&model(size, ":5<Enter><Tab>4")), ("AD".to_owned(), Side::Right, 3), "{size:?}");
    }
    assert_snapshot!(screen((60, 20), "<Tab>3<Tab>:4<Enter>2"), @"
     harbour                  1=A 65%  [2 B] (3–C 0%)  4–D 60%
    ▸B Ledger    50 w · 0 % in C │ C Notes      11 w · 0 % in B
    ────────────────────────────────────────────────────────────
     [B]   1    A town that waits                                █
                                                               █
     {C}   1    Gulls                                            <
                                                               █
    ▶[B]   2 <▌ Three boats were withdrawn in March after        <
    ┘[B]      ▌ cracks were found in their hulls.                <
                                                               <
     [B]   3 <▌ The ministry promised on Tuesday that three      █
     [B]      ▌ ferries would be renewed before the next         <
     [B]      ▌ summer.                                          │
                                                               │
     [B]   4 <▌ Nobody at the quay believes a word of it, says   │
     [B]      ▌ the harbour master.                              >
                                                               │
     [B]   5 <▌ Two members of the council voted against the     │
     = same  ~ edited  < > only here  ↑ ↓ moved  … ?
     B into the left pane · ' back   ] next difference   ? help
    ");
}

#[test]
fn a_paragraph_goes_along_from_outlet_to_outlet() {
    for size in [(140, 40), (80, 24), (60, 20), (45, 15)] {
        // Each way leads round to A, through outlets that have nothing of the paragraph too.
        for (way, block) in ["31", "41", "341", "342341", "...", ",,,", "21", "2321"]
            .into_iter()
            .flat_map(|way| (1..6).map(move |block| (way, block)))
        {
            let typed = format!(":{block}<Enter>{way}");
            let model = model(size, &typed);
            let reader = &model.reader;
            let here = reader.here();
            assert_eq!((reader.pair.shown[here.side], here.block + 1), (0, block), "{size:?} {typed}");
            assert_eq!(reader.position.focus, here.side, "{size:?} {typed}");
        }
        // What is moved to is what goes along then.
        assert_eq!(at(&model(size, ":5<Enter>3:2<Enter>1")).0, "AB");
    }
}

#[test]
fn the_outlet_opposite_is_reached_in_one_column_too() {
    for size in [(140, 40), (80, 24), (60, 20), (45, 15)] {
        let model = model(size, ":4<Enter>2");
        let (reader, here) = (&model.reader, model.reader.here());
        assert_eq!((reader.pair.shown[here.side], here.block + 1), (1, 2), "{size:?}");
        let model = self::model(size, ":4<Enter>22");
        assert!(screen_line(&model).contains("B is here"), "{size:?}: {}", screen_line(&model));
    }
}

#[test]
fn what_is_set_into_the_other_pane_takes_nothing_along() {
    for size in [(140, 40), (110, 30), (80, 24)] {
        let articles = bundled::read("ferry").expect("it is bundled");
        let opening = Opening::new(Arc::new(Story::new("ferry", articles)), Pair::new(0, 1)).sized(size.0, size.1);
        let mut model = Model::new(opening);
        model.run_jobs();
        // C has nothing of B¶11, which was taken along; the pane with it keeps its place when the other one is filled.
        press(&mut model, "l:11<Enter>3");
        let (shown_before, block) = (model.reader.pair.shown, model.reader.block(Side::Right));
        let tabs = shown(&model).lines().next().unwrap_or_default().to_owned();
        let column = tabs.find(" 4").map_or(0, |at| tabs[..at].chars().count() + 1);
        let column = u16::try_from(column).expect("it is on the screen");
        model.update(Message::Mouse(Mouse { kind: MouseKind::PressOther, column, row: 0 }));
        let reader = &model.reader;
        assert_eq!((reader.pair.shown.left, reader.pair.shown.right), (3, shown_before.right), "{size:?}");
        assert_eq!(reader.block(Side::Right), block, "{size:?}");
    }
}

/// The last line of a screen.
fn screen_line(model: &Model) -> String {
    shown(model).lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_hop_to_an_outlet_that_lacks_the_paragraph_says_so() {
    for size in SIZES {
        let said = |typed: &str| screen_line(&model(size, typed));
        assert!(
            said(":4<Enter>3").starts_with(" C into the left pane · A¶4 not fo"),
            "{size:?}: {}",
            said(":4<Enter>3")
        );
        assert!(!said("3").contains("not found"), "a headline is seldom linked");
        assert!(!said(":5<Enter>4").contains("not found"));
    }
}

#[test]
fn in_one_column_a_hop_keeps_both_sides_in_sight() {
    let model = model((60, 20), "<Tab>GG4");
    let reader = &model.reader;
    let row = &reader.rows.layout.rows[reader.viewport().cursor];
    let (band, top) = (reader.rows.layout.rows_of(row.band), reader.viewport().top);
    assert!(top <= band.start && band.end <= top + usize::from(reader.rows.screen.body_height()), "{band:?} {top}");
}

#[test]
fn at_the_start_and_the_end_the_cursor_is_on_the_side_in_focus() {
    for (typed, side) in [("G", Side::Left), ("<Tab>Gg", Side::Right), ("<Tab>g", Side::Right)] {
        let model = model((60, 20), typed);
        let row = &model.reader.rows.layout.rows[model.reader.viewport().cursor];
        assert!(row.cells[side].is_text(), "{typed}");
    }
}

#[test]
fn a_search_whose_matches_are_all_above_goes_to_the_first_one() {
    assert_snapshot!(lines("G/boats", -1), @"
    this pair /boats                                     match 1 of 3 · A¶1 · from the top again   Enter keep   Tab story   Esc back   F1 help
    this pair /boats             match 1 of 3 · A¶1 · from the top again   F1 help
    pair /boats          match 1 of 3   F1 help
    ");
    assert_snapshot!(lines("G/boats<Enter>", -1), @"
    match 1 of 3 · A¶1 · from the top again                                            . outlet for A   Esc end search   n next match   ? help
    match 1 of 3 · A¶1 · from the top again                  n next match   ? help
    match 1 of 3 · now in A¶1 · from the top a…
    ");
    for size in SIZES {
        let reader = |typed: &str| model(size, typed).reader;
        let (before, searched) = (reader("G"), reader("G/boats<Esc>"));
        assert_eq!(searched.position.viewports, before.position.viewports, "{size:?}");
        assert_eq!(at(&model(size, "G/boats")).2, 1);
        assert_eq!(reader("G/boats<Enter>'").viewport(), before.viewport(), "{size:?}");
    }
}

#[test]
fn esc_ends_what_was_begun_before_it_hides_the_signs() {
    for size in SIZES {
        let reader = |typed: &str| model(size, typed).reader;
        for typed in ["/boats<Enter><Esc>", "&<Esc>", "z<Esc>", "/boats<Esc>", "&/boats<Enter><Esc><Esc>"] {
            let reader = reader(typed);
            assert!(reader.status.is_greeting, "{size:?} {typed}");
            assert!(reader.search.typed().is_none() && reader.pins.marked.is_none(), "{size:?} {typed}");
        }
        assert!(!reader("/boats<Enter><Esc><Esc>").status.is_greeting);
        let shown = reader("<Esc>:signs<Enter>");
        assert!(shown.status.is_greeting && !shown.status.is_dismissed, "they can be had back");
        assert!(!reader(":signs<Enter>").status.is_greeting);
    }
    assert_snapshot!(lines("/boats<Enter>", -2), @"
    = same   ~ edited   ≈ reworded   < > only on that side   ↑ ↓ moved   underlined / bold: only here   1–9 fill [ ]
    = same  ~ edited  ≈ reworded  < > only here  ↑ ↓ moved  1–9 fill [ ]
    = same  ~ edited  < > only here  … ?
    ");
    let low = model((80, 9), ":signs<Enter>");
    assert_eq!(low.reader.status.notice.as_deref(), Some("no row is free for the signs"));
}

#[test]
fn why_there_is_one_column_is_said_once() {
    let last = |size, typed: &str| screen(size, typed).lines().last().map(|line| line.trim().to_owned());
    let told = |size, typed: &str| last(size, typed).is_some_and(|line| line.contains("one column: two need 80"));
    for size in [(60, 20), (45, 15)] {
        assert!(told(size, ""), "{size:?}");
        for typed in ["j", "]", "}", "s", "?<Esc>", "<Tab>"] {
            assert!(!told(size, typed), "{size:?} {typed}");
        }
        assert!(screen(size, "i").contains("one column: two need 80"), "{size:?}");
        let mut model = model((100, 30), "jj");
        model.update(Message::Resize(size.0, size.1));
        assert_eq!(model.reader.narrowness().as_deref(), Some("one column: two need 80"));
        assert!(!model.reader.status.knows_columns, "{size:?}");
    }
    assert!(!told((80, 24), ""));
    assert_snapshot!(lines("}}}", -1), @"
    A¶4 of 5 · 6 differences · verbatim, moved: B¶2                                  . outlet for A   ] next difference   Enter there   ? help
    A¶4 of 5 · 6 differences · verbatim, moved: B¶2           Enter there   ? help
    A¶4 of 5 · verbatim, moved: B¶2      ? help
    ");
}

#[test]
fn the_marked_block_has_its_sign() {
    assert_snapshot!(screen((60, 20), "}}&"), @"
     harbour                 [1 A] (2–B 66%)  3–C 0%   4–D 60%
    ▸A Coast Wire      65 % in B │ B Ledger    50 w · 66 % in A
    ────────────────────────────────────────────────────────────
                                                               │
     {B}   3 ~  The ministry {promised} on Tuesday that three      ↕
     {B}        ferries would be renewed before the next         ↕
     {B}        {summer}.                                          ~
                                                               ~
    ▶[A] & 3 <▌ Tickets will not rise before spring, the         ~
    ┘[A]      ▌ treasurer said, whatever the price of oil.       <
                                                               >
     {B}   4 >▐ Nobody at the quay believes a word of it, says   ↕
     {B}      ▐ the harbour master.                              ↕
                                                               │
     [A]   4 =  Three boats were withdrawn in March after        │
     [A]        cracks were found in their hulls.                │
                                                               │
     {B} ↑ 2 =  ┊ Three boats were withdrawn in March after      │
     = same  ~ edited  < > only here  ↑ ↓ moved   … ?
     & on the other side: opposite · Esc forgets · A¶3 marked
    ");
    assert_snapshot!(screen((80, 24), "}}&jj").lines().take(14).collect::<Vec<_>>().join("\n"), @"
     harbour        [1 A Coast Wire] (2–B Ledger 66%)  3–C Notes 0%   4–D Post 60%
    ▸A Coast Wire    51 w · 65 % in B             B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    ┊ Three boats were withdrawn in   │↓ 4 =  2 │ Three boats were withdrawn in    │
    ┊ March after cracks were found   │         │ March after cracks were found in ↕
    ┊ in their hulls.                 │         │ their hulls.                     ↕
                                      │         │                                  █
    The ministry [said] on Tuesday that │  2 ~  3 │ The ministry {promised} on Tuesday ~
    three ferries would be renewed    │         │ that three ferries would be      ~
    before the next [winter].           │         │ renewed before the next {summer}.  █
                                      │         │                                  ◇
    Tickets will not rise before      ▌& 3<│> 4 ▐ Nobody at the quay believes a    ◇
    spring, the treasurer said,       ▌    │    ▐ word of it, says the harbour     ↕
    whatever the price of oil.        ◀    │    ▐ master.                          ↕
    ");
}

#[test]
fn the_list_of_outlets_has_the_signs_of_the_tabs_and_goes_by_names() {
    assert_snapshot!(screen((60, 20), "o"), @"
     harbour                 [1 A] (2 B 66%)  3 C 0%   4 D 60%
    ▸A Coast Wire      65 % in B │ B Ledger    50 w · 66 % in A
    ────────────────────────────────────────────────────────────
    ▶[A]   1    New boats for the island                         █
    ┌─ Into the left pane ─────────────────────────────────────┐
    │ ›                                                        │
    │      outlet      in B   words    headline                │
    │▸ [A] Coast Wire   65 %     51 w  New boats for the isla… │
    │  (B) Ledger                50 w  A town that waits       │
    │   C  Notes         0 %     11 w  Gulls                   │
    │   D  Post         60 %     15 w  The order stands        │
    │  [story: harbour]                                        │
    │   story: ferry                                           │
    │   story: counter-espionage                               │
    │   story: lighthouse                                      │
    └──────────────────────────────────────────────────────────┘
     {B}   3 ~  The ministry {promised} on Tuesday that three      │
     {B}        ferries would be renewed before the next         │
     = same  ~ edited  < > only here  ↑ ↓ moved   … ?
                  ↑ ↓ choose   Enter take   Esc close   F1 help
    ");
    // "order" stands in the headline of D; what is called so comes first.
    let taken = |typed: &str| at(&model((60, 20), typed)).0;
    assert_eq!([taken("oorder<Enter>"), taken("oledger<Enter>"), taken("opost<Enter>")], ["DB", "BA", "DB"]);
}

#[test]
fn what_moved_is_found_by_that_word() {
    assert_eq!(at(&model((80, 24), "}}}:mov<Enter>")), at(&model((80, 24), "}}}<Enter>")));
    assert_ne!(at(&model((80, 24), "}}}")), at(&model((80, 24), "}}}<Enter>")));
}

#[test]
fn a_number_stays_on_the_line_of_its_sign() {
    for width in 30..100 {
        let screen = dump::text(&draw(&model((width, 30), "}}i"), width, 30));
        let is_parted = screen.lines().any(|line| line.trim_start_matches(['│', ' ']).starts_with('%'));
        assert!(!is_parted, "{width}:\n{screen}");
    }
}
