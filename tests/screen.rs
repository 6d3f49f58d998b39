//! Keys in, screens out, the marks visible: `[only left]`, `{only right}`, `*[` where the reader halted.

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::keys::{Action, KeySequence, Keymap, Wanted};
use diptych::layout::PageSetup;
use diptych::layout::stops::What;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::state::{Message, Opening, Settings};
use diptych::tui::{draw, dump, play};
use diptych::wrap::Ambiguous;
use insta::assert_snapshot;
use ratatui::buffer::CellWidth;

use made::{LEDGER, NOTES, WIRE};

fn opening(width: u16, height: u16) -> Opening {
    let articles = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES)];
    let articles = articles.map(|(name, text)| Article::read(name, text)).to_vec();
    let story = Arc::new(Story::new("harbour", articles));
    Opening::new(story, Pair::new(0, 1)).sized(width, height)
}

/// The screen after keys, at a size.
fn screen(width: u16, height: u16, typed: &str) -> String {
    let keys = keys::parse(typed).expect("the keys are known");
    let (model, buffer) = play(opening(width, height), &keys);
    dump::marked(&buffer, &model.reader.theme)
}

/// The last line of the screen after keys.
fn status(typed: &str) -> String {
    screen(100, 24, typed).lines().last().expect("a screen has lines").trim().to_owned()
}

#[test]
fn facing() {
    assert_snapshot!(screen(100, 26, ""), @"
     harbour                                           [1 A Coast Wire] (2 B Ledger 66%)  3 C Notes 0%
    ▸A Coast Wire             51 w · 65 % in B             B Ledger                    50 w · 66 % in A
    ───────────────────────────────────────────┬─────────┬──────────────────────────────────────────────
     New boats for the island                  ◀  1    1 ├ A town that waits                           █
                                               │         │                                            ↕█
     ┊ Three boats were withdrawn in March     │↓ 4 =  2 │ Three boats were withdrawn in March after  ↕█
     ┊ after cracks were found in their hulls. │         │ cracks were found in their hulls.           █
                                               │         │                                            ~█
     The ministry [said] on Tuesday that three   │  2 ~  3 │ The ministry {promised} on Tuesday that      ~█
     ferries would be renewed before the next  │         │ three ferries would be renewed before the   █
     [winter].                                   │         │ next {summer}.                               ◇█
                                               │         │                                            ◇█
     Tickets will not rise before spring, the  ▌  3<│> 4 ▐ Nobody at the quay believes a word of it,  <█
     treasurer said, whatever the price of     ▌    │    ▐ says the harbour master.                   ↕█
     oil.                                      ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕█
                                               │         │                                             █
     Three boats were withdrawn in March after │  4 =  2↑│ ┊ Three boats were withdrawn in March       █
     cracks were found in their hulls.         │         │ ┊ after cracks were found in their hulls.   █
                                               │         │                                             █
     Two members of the council voted against  │  5 =  5 │ Two members of the council voted against    █
     the order.                                │         │ the order.                                  │
                                               │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   │
     ■ end of A                                │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   │
                                               │         │                                             │
    ───────────────────────────────────────────┴─────────┴──────────────────────────────────────────────
     A¶1 of 5 · 6 differences · headline, B¶1               . outlet for A   ] next difference   ? help
    ");
}

#[test]
fn facing_at_eighty() {
    assert_snapshot!(screen(80, 24, ""), @"
     harbour                       [1 A Coast Wire] (2 B Ledger 66%)  3 C Notes 0%
    ▸A Coast Wire    51 w · 65 % in B             B Ledger         50 w · 66 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
    New boats for the island          ◀  1    1 ├ A town that waits                █
                                      │         │                                  ↕
    ┊ Three boats were withdrawn in   │↓ 4 =  2 │ Three boats were withdrawn in    ↕
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
    Three boats were withdrawn in     │  4 =  2↑│ ┊ Three boats were withdrawn in  │
    March after cracks were found in  │         │ ┊ March after cracks were found  │
    their hulls.                      │         │ ┊ in their hulls.                │
                                      │         │                                  │
    Two members of the council voted  │  5 =  5 │ Two members of the council voted │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     A¶1 of 5 · 6 differences · headline, B¶1            ] next difference   ? help
    ");
}

#[test]
fn stacked_by_itself_where_two_columns_do_not_fit() {
    assert_snapshot!(screen(60, 24, ""), @"
     harbour      [1 A Coast …] (2 B Ledger 66%)  3 C Notes 0%
    ▸A Coast Wire      65 % in B │ B Ledger    50 w · 66 % in A
    ────────────────────────────────────────────────────────────
    ▶[A]   1    New boats for the island                         █
    │                                                          ↕
    └{B}   1    A town that waits                                ↕
                                                               ↕
     [A] ↓ 4 =  ┊ Three boats were withdrawn in March after      ~
     [A]        ┊ cracks were found in their hulls.              ~
                                                               ~
     {B}   2 =  Three boats were withdrawn in March after        <
     {B}        cracks were found in their hulls.                <
                                                               >
     [A]   2 ~  The ministry [said] on Tuesday that three ferries  ↕
     [A]        would be renewed before the next [winter].         ↕
                                                               ↕
     {B}   3 ~  The ministry {promised} on Tuesday that three      │
     {B}        ferries would be renewed before the next         │
     {B}        {summer}.                                          │
                                                               │
     [A]   3 <▌ Tickets will not rise before spring, the         │
     [A]      ▌ treasurer said, whatever the price of oil.       │
    ────────────────────────────────────────────────────────────
     A¶1 of 5 · headline, B¶1 · one column: two need 80  ? help
    ");
}

#[test]
fn halted_at_a_difference() {
    assert_snapshot!(screen(100, 26, "]]]]"), @"
     harbour                                           [1 A Coast Wire] (2–B Ledger 66%)  3–C Notes 0%
    ▸A Coast Wire             51 w · 65 % in B             B Ledger                    50 w · 66 % in A
    ───────────────────────────────────────────┬─────────┬──────────────────────────────────────────────
     New boats for the island                  │  1    1 │ A town that waits                           █
                                               │         │                                            ↕█
     ┊ Three boats were withdrawn in March     │↓ 4 =  2 │ Three boats were withdrawn in March after  ↕█
     ┊ after cracks were found in their hulls. │         │ cracks were found in their hulls.           █
                                               │         │                                            ~█
     The ministry [said] on Tuesday that three   │  2 ~  3 │ The ministry {promised} on Tuesday that      ~█
     ferries would be renewed before the next  │         │ three ferries would be renewed before the   █
     [winter].                                   │         │ next {summer}.                               ◇█
                                               │         │                                            ◇█
     Tickets will not rise before spring, the  ◀  3<│> 4 ▐ Nobody at the quay believes a word of it,  <█
     treasurer said, whatever the price of     ▌    │    ▐ says the harbour master.                   ↕█
     oil.                                      ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱  ↕█
                                               │         │                                             █
     Three boats were withdrawn in March after │  4 =  2↑│ ┊ Three boats were withdrawn in March       █
     cracks were found in their hulls.         │         │ ┊ after cracks were found in their hulls.   █
                                               │         │                                             █
     Two members of the council voted against  │  5 =  5 │ Two members of the council voted against    █
     the order.                                │         │ the order.                                  │
                                               │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   │
     ■ end of A                                │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   │
                                               │         │                                             │
    ───────────────────────────────────────────┴─────────┴──────────────────────────────────────────────
     A¶3 of 5 · difference 4 of 6 · not found in B          . outlet for A   ] next difference   ? help
    ");
}

#[test]
fn stacked_by_key() {
    assert_snapshot!(screen(100, 20, "ss"), @"
     harbour                                           [1 A Coast Wire] (2 B Ledger 66%)  3 C Notes 0%
    ▸A Coast Wire      2026-06-16 · 51 w · 65 % in B │ B Ledger                        50 w · 66 % in A
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    ▶[A]   1    New boats for the island                                                                 █
    │                                                                                                 ↕█
    └{B}   1    A town that waits                                                                       ↕█
                                                                                                      ~█
     [A] ↓ 4 =  ┊ Three boats were withdrawn in March after cracks were found in their hulls.           ~█
                                                                                                      ~█
     {B}   2 =  Three boats were withdrawn in March after cracks were found in their hulls.             <│
                                                                                                      >│
     [A]   2 ~  The ministry [said] on Tuesday that three ferries would be renewed before the next        ↕│
     [A]        [winter].                                                                                 ↕│
                                                                                                       │
     {B}   3 ~  The ministry {promised} on Tuesday that three ferries would be renewed before the          │
     {B}        next {summer}.                                                                             │
                                                                                                       │
     [A]   3 <▌ Tickets will not rise before spring, the treasurer said, whatever the price of           │
    ────────────────────────────────────────────────────────────────────────────────────────────────────
     arrangement: stacked                                   . outlet for A   ] next difference   ? help
    ");
}

#[test]
fn inline() {
    assert_snapshot!(screen(100, 26, "s"), @"
     harbour                                           [1 A Coast Wire] (2 B Ledger 66%)  3 C Notes 0%
    ▸A Coast Wire      2026-06-16 · 51 w · 65 % in B │ B Ledger                        50 w · 66 % in A
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    ▶    1    [New boats for the island] {A town that waits}                                               █
                                                                                                      ↕█
     {B}   2 =  B¶2 is woven at A¶4, below                                                               █
                                                                                                      ~█
         2 ~  The ministry [said] {promised} on Tuesday that three ferries would be renewed before        ~█
              the next [winter] {summer}.                                                                  █
                                                                                                      <█
     [A]   3 <▌ Tickets will not rise before spring, the treasurer said, whatever the price of          <█
     [A]      ▌ oil.                                                                                     █
                                                                                                      >█
     {B}   4 >▐ Nobody at the quay believes a word of it, says the harbour master.                       █
                                                                                                      ↕█
         4 =  Three boats were withdrawn in March after cracks were found in their hulls.              █
                                                                                                       █
         5 =  Two members of the council voted against the order.                                      █
                                                                                                       █
              ■ end of A                                                                               █
                                                                                                       █
     {B}   6    Read more                                                                                █
                                                                                                       █
              ■ end of B                                                                               │
    ────────────────────────────────────────────────────────────────────────────────────────────────────
     arrangement: inline                                    . outlet for A   ] next difference   ? help
    ");
}

#[test]
fn what_is_alike_is_folded() {
    assert_snapshot!(screen(100, 20, "=="), @"
     harbour                                           [1 A Coast Wire] (2 B Ledger 66%)  3 C Notes 0%
    ▸A Coast Wire             51 w · 65 % in B             B Ledger                    50 w · 66 % in A
    ───────────────────────────────────────────┬─────────┬──────────────────────────────────────────────
     New boats for the island                  ◀  1    1 ├ A town that waits                           █
                                               │         │                                            ↕█
     ▸ ┊ Three boats were withdrawn i… · Enter │↓ 4 =  2 │ ▸ 1 block: Three boats were with… · Enter   █
                                               │         │                                            ~█
     The ministry [said] on Tuesday that three   │  2 ~  3 │ The ministry {promised} on Tuesday that      ~█
     ferries would be renewed before the next  │         │ three ferries would be renewed before the   █
     [winter].                                   │         │ next {summer}.                               ◇█
                                               │         │                                            <█
     Tickets will not rise before spring, the  ▌  3<│> 4 ▐ Nobody at the quay believes a word of it,   █
     treasurer said, whatever the price of     ▌    │    ▐ says the harbour master.                   ↕█
     oil.                                      ▌    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   █
                                               │         │                                             │
     ▸ 2 blocks, ¶4–5: Three boats we… · Enter │  4    5 │ ▸ 1 block: Two members of the co… · Enter   │
                                               │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   │
     ■ end of A                                │         │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   │
    ───────────────────────────────────────────┴─────────┴──────────────────────────────────────────────
     folded: what is alike                                  . outlet for A   ] next difference   ? help
    ");
}

#[test]
fn what_is_shared_is_marked() {
    assert_snapshot!(screen(100, 20, "w]"), @"
     harbour                                           [1 A Coast Wire] (2~B Ledger 66%)  3–C Notes 0%
    ▸A Coast Wire             51 w · 65 % in B             B Ledger                    50 w · 66 % in A
    ───────────────────────────────────────────┬─────────┬──────────────────────────────────────────────
     New boats for the island                  │  1    1 │ A town that waits                           █
                                               │         │                                            ↕█
     ┊ ‹Three boats were withdrawn in March›     │↓ 4 =  2 │ ‹Three boats were withdrawn in March after›   █
     ┊ ‹after cracks were found in their hulls›. │         │ ‹cracks were found in their hulls›.          ~█
                                               │         │                                            ~█
     The ministry said ‹on Tuesday that three›   ◀  2 ~  3 ┌ The ministry promised ‹on Tuesday that›      ◇█
     ‹ferries would be renewed before the next›  │         │ ‹three ferries would be renewed before the›  ◇█
     winter.                                   ┘         └ ‹next› summer.                               ↕█
                                               │         │                                            ↕█
     Tickets will not rise before spring, the  │  3<│> 4 │ Nobody at the quay believes a word of it,   │
     treasurer said, whatever the price of     │    │    │ says the harbour master.                    │
     oil.                                      │    │    │ ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   │
                                               │         │                                             │
     ‹Three boats were withdrawn in March after› │  4 =  2↑│ ┊ ‹Three boats were withdrawn in March›       │
     ‹cracks were found in their hulls›.         │         │ ┊ ‹after cracks were found in their hulls›.   │
    ───────────────────────────────────────────┴─────────┴──────────────────────────────────────────────
     A¶2 of 5 · shared run 1 of 3 · 11 words in both · edited, B¶3           ] next difference   ? help
    ");
}

#[test]
fn help() {
    assert_snapshot!(screen(100, 50, "?"), @"
    ┌─ Help: any other key closes ────────────────────────────────────────────────────────────────────┐
    │ Signs                                                                                           │
    │   =             same words; only quotation marks, dashes, spaces may differ                     │─
    │   ~             edited: at least half of the shorter side's words stand in phrases that both    │
    │                 have                                                                            │
    │   ≈             reworded: fewer do; single words in common are not counted                      │
    │   &             linked by hand: you set the two opposite                                        │
    │   < >           only on that side: its wording was not found on the other                       │
    │   ▌ ▐           along the lines of what that side alone has                                     │
    │   ⊏             in no link, and part of its wording stands elsewhere there                      │
    │   ″             said again: it stands elsewhere there, or was said before here                  │
    │   ⋯             related, a hint and no link: names, figures, rare words in common               │
    │   ↑ ↓           moved: its own place is further up or down                                      │
    │   ┊             an echo: set again beside its partner                                           │
    │   ┃             beside what answers the line at the cursor                                      │
    │   ↕ ◇           on the ruler at the edge: moved; either side has something alone                │
    │   underlined    wording that only the left has                                                  │
    │   bold          wording that only the right has                                                 │
    │   italics       wording that both have, moved within the link                                   │
    │   broken line   under it, in faint italics: wording that stands elsewhere on the other side     │
    │   dotted line   under it, faint; of the right faint bold: the same in another spelling, case or │
    │                 punctuation                                                                     │
    │   bold underlined                                                                               │
    │                 wording that both have, where that is marked                                    │
    │                                                                                                 │
    │ Around the text                                                                                 │
    │   ╱             filler: the other side is longer here                                           │
    │   ■             the end of an article                                                           │
    │   3 │ 4         in the gutter: these stand beside each other and are not linked                 │
    │   3   4         without a sign: headlines, the next block of a link, or a byline, caption or    │
    │                 line of the page                                                                │
    │   A 3 ~         before a line, in one column: its article (none: it is of both), its block and  │
    │                 the sign                                                                        │
    │   ▸ 3 blocks, ¶5–7                                                                              │
    │                 a fold: what is alike, or alone, in a line                                      │
    │   & 3           before a number: marked, to be set opposite another block                       │
    │   …             cut: there is more than there is room for                                       │
    │   ┐ ┘ └ ┌ ┤ ├   around what stands level with the cursor                                        │
    │   ▏ ▕           along it, where no ground sets it off                                           │
    │   ◀ ▶           the row that you are at, in the pane in focus                                   │
    │   ~ < >         on the ruler at the edge: words differ; one side has something alone; nothing:  │
    │                 all is the same                                                                 │
    │   █             the scrollbar: what is in sight                                                 │
    │                                                                                                 │
    │ Tabs and heads                                                                                  │
    │   at the left   of the tabs: the name of the story                                              │
    │   1 A           a tab: the key that brings the outlet into the pane in focus, and its letter    │
    │   70%           in a tab: so many of that outlet's words stand in the outlet in focus too, in   │
    └────────────────────────────────────────────────────────────────────────── 1–47 of 176 · j more ─┘─
     A¶1 of 5 · 6 differences · headline, B¶1                         j k scroll   / search   Esc close
    ");
}

#[test]
fn what_is_folded_is_counted_and_its_keys_are_named() {
    let last = |typed: &str| screen(120, 20, typed).lines().last().unwrap_or_default().to_owned();
    assert!(last("=t<C-l>").contains("echoes folded, = next"), "{}", last("=t<C-l>"));
    let alike = last("==j");
    assert!(alike.contains("4 blocks folded, = next"), "{alike}");
    assert!(!last("=====j").contains(" 0 blocks") && !last("j").contains("folded"));
    // One that is opened is not counted any more.
    let opened = last("==jj<Enter>");
    assert!(opened.contains("3 blocks folded, = next"), "{opened}");
    // The key stands on the line of the fold where there is hardly room for its words.
    for (width, height) in [(45, 15), (60, 20), (80, 24), (140, 40)] {
        let shown = screen(width, height, "==");
        let folds: Vec<&str> =
            shown.lines().filter(|line| line.contains("▸ 1 block") || line.contains("▸ 2 blocks")).collect();
        assert!(!folds.is_empty() && folds.iter().all(|line| line.contains(" · Enter")), "{width}: {shown}");
    }
}

#[test]
fn list_of_outlets_and_stories() {
    assert_snapshot!(screen(80, 16, "o<Down>"), @"
     harbour                       [1 A Coast Wire] (2 B Ledger 66%)  3 C Notes 0%
    ▸A Coast Wire    51 w · 65 % in B             B Ledger         50 w · 66 % in A
    ───┌─ Into the left pane ──────────────────────────────────────────────────┐────
    New│ ›                                                                     │   ↕
       │      outlet      in B   words    date        headline                 │   ↕
    ┊ T│  [A] Coast Wire   65 %     51 w  2026-06-16  New boats for the island │   ~
    ┊ M│▸ (B) Ledger                50 w              A town that waits        │in ~
    ┊ i│   C  Notes         0 %     11 w              Gulls                    │   ◇
       │  [story: harbour]                                                     │   ↕
    The│   story: ferry                                                        │ay ↕
    thr│   story: counter-espionage                                            │   │
    bef│   story: lighthouse                                                   │.  │
       └───────────────────────────────────────────────────────────────────────┘   │
    Tickets will not rise before      ▌  3<│> 4 ▐ Nobody at the quay believes a    │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     A¶1 of 5        type to filter   ↑ ↓ choose   Enter take   Esc close   F1 help
    ");
}

#[test]
fn differences_are_counted_and_end() {
    assert!(status("]").contains("difference 1 of"), "{}", status("]"));
    assert!(status("[").contains("no further difference above"));
    assert!(status(&"]".repeat(50)).contains("no further difference below"));
    assert_eq!(status("]]["), status("]"));
    assert_eq!(status("nnN"), status("]"));
}

#[test]
fn a_difference_takes_the_focus_to_the_other_side_only_where_that_alone_has_it() {
    for (first, count) in ["", "<Tab>"].into_iter().flat_map(|first| (1..12).map(move |count| (first, count))) {
        let at = |count: usize| {
            let typed = format!("{first}{}", "]".repeat(count));
            play(opening(100, 30), &keys::parse(&typed).expect("known")).0.reader
        };
        let (before, now) = (at(count - 1), at(count));
        let Some(stop) = now.position.stop.map(|stop| &now.pair.stops[stop]) else { continue };
        let has_part = |side| stop.place(side, &now.pair.comparison, &now.pair.bands).is_some();
        assert!(has_part(now.position.focus), "{first} {count}");
        assert_eq!(now.position.has_crossed, !has_part(before.position.focus), "{first} {count}");
    }
}

#[test]
fn marked_runs_are_met_in_the_order_of_the_focused_pane() {
    let run = |keys: &str| {
        let (model, _) = play(opening(100, 30), &keys::parse(keys).expect("known"));
        let run = model.reader.position.run.as_ref().expect("a run is met");
        let text = &model.reader.pair.articles()[run.side].blocks[run.at.0].text;
        let What::Changed(at) = &run.what else { panic!("a run is a change") };
        let words = |side: Side| {
            let (start, end) = (at[side].start, at[side].end);
            model.reader.pair.articles()[side].blocks[start.0].text[start.1..end.1].trim().to_owned()
        };
        assert!(text.contains(&words(run.side)));
        (words(Side::Left), words(Side::Right))
    };
    let pair = |left: &str, right: &str| (left.to_owned(), right.to_owned());
    assert_eq!(run("})"), pair("said", "promised"));
    assert_eq!(run("}))"), pair("winter", "summer"));
    assert_eq!(run("}))("), pair("said", "promised"));
    assert_eq!(run("<Tab>}}))"), pair("winter", "summer"));
    assert!(status("}))))").contains("no further marked run below"));
}

#[test]
fn a_move_is_followed_and_back() {
    let start = status("}");
    let there = status("}}}<Enter>");
    assert!(there.contains("B¶2") || there.contains("A¶4"), "{there}");
    assert_eq!(status("}}}<Enter>'"), status("}}}"));
    assert!(status("}}}<Enter><Enter>").contains("A¶4 in its own place · ' back"));
    assert!(status("'").contains("nothing to go back to"));
    assert!(!start.is_empty());
}

#[test]
fn a_block_alone_says_so() {
    assert!(
        status("}}<Enter>").contains("A¶3 stands alone: its wording was not found in B"),
        "{}",
        status("}}<Enter>")
    );
}

#[test]
fn outlets_by_digit_and_in_turn() {
    let names = |keys: &str| {
        let (model, _) = play(opening(100, 30), &keys::parse(keys).expect("known"));
        let letters = model.reader.pair.letters();
        format!("{}{}", letters.left, letters.right)
    };
    assert_eq!(names("3"), "CB");
    assert_eq!(names("<Tab>3"), "AC");
    assert_eq!(names("2"), "BA"); // the one opposite: the sides are exchanged
    assert_eq!(names("x"), "BA");
    assert_eq!(names("xx"), "AB");
    assert_eq!(names("."), "CB"); // B stands opposite and is passed over
    assert_eq!(names(".."), "AB");
    assert_eq!(names(","), "CB");
    assert_eq!(names("9"), "AB");
    assert!(status("9").contains("there are 3 outlets"));
    assert!(status("1").contains("A is here"));
}

#[test]
fn the_place_is_kept_when_an_outlet_is_exchanged() {
    // The text on the other side stays where it was on the screen.
    let row_of = |screen: &str| screen.lines().position(|line| line.contains("Nobody at the quay"));
    let (before, after) = (screen(100, 14, "<Tab>}}}"), screen(100, 14, "<Tab>}}}<Tab>3"));
    assert_eq!(row_of(&before), row_of(&after));
    assert!(row_of(&before).is_some());
}

#[test]
fn the_place_is_kept_through_sizes_and_does_not_creep() {
    let mut model = Model::new(opening(100, 14));
    for key in keys::parse("<Tab>}}}").expect("known") {
        model.update(Message::Key(key));
    }
    let place = |model: &Model| (model.reader.block(model.reader.position.focus), model.reader.position.focus);
    let before = place(&model);
    for _ in 0..20 {
        for (width, height) in [(60, 12), (140, 40), (1, 1), (80, 24), (100, 14)] {
            model.update(Message::Resize(width, height));
            assert_eq!(place(&model), before, "{width}×{height}");
        }
    }
}

#[test]
fn no_size_panics() {
    for (width, height) in
        [(0, 0), (1, 1), (2, 1), (1, 9), (20, 5), (24, 7), (25, 12), (79, 24), (80, 24), (300, 2), (400, 120)]
    {
        for typed in ["", "]", "G", "?", "o", "s]", "?jjjj", "xs", "3x"] {
            let keys = keys::parse(typed).expect("known");
            let mut model = Model::new(opening(width, height));
            for key in keys {
                model.update(Message::Key(key));
                let _ = draw(&model, width, height);
            }
            model.update(Message::Resize(height, width));
            let _ = draw(&model, height, width);
        }
    }
}

#[test]
fn too_small_says_so() {
    assert_eq!(screen(23, 6, "").lines().next(), Some("too small: 24×7 needed"));
    assert!(screen(24, 7, "").contains("New boats"));
}

#[test]
fn every_row_can_be_reached() {
    let (model, _) = play(opening(80, 12), &keys::parse("G").expect("known"));
    let rows = model.reader.rows.layout.rows.len();
    let height = usize::from(model.reader.rows.screen.body_height());
    assert_eq!((model.reader.viewport().cursor, model.reader.viewport().top), (rows - 1, rows - height));
    let (model, _) = play(opening(80, 12), &keys::parse("Ggj").expect("known"));
    assert_eq!((model.reader.viewport().cursor, model.reader.viewport().top), (1, 1));
}

#[test]
fn rebound_keys_are_obeyed_and_shown() {
    let wanted = [
        (Action::NextDifference, "<Tab>"),
        (Action::OtherPane, "p"),
        (Action::Help, ""),
        (Action::Follow, "F"),
        (Action::Mouse, "<F2>"),
        (Action::Story, "V"),
    ];
    let wanted = wanted.map(|(action, text)| Wanted { action, keys: KeySequence::parse(text).into_iter().collect() });
    let (keymap, conflicts) = Keymap::with(&wanted);
    assert_eq!(conflicts, []);
    let screen = |typed: &str| {
        let opening = Opening { keymap: keymap.clone(), ..opening(100, 60) };
        let (_, buffer) = play(opening, &keys::parse(typed).expect("known"));
        dump::text(&buffer)
    };
    assert!(screen("<Tab>").contains("difference 1 of 6"));
    assert!(screen("]").contains("] is not bound") && screen("]j").contains("6 differences"));
    assert!(screen("").contains("Tab next difference"));
    assert!(!screen("").contains("? help"));
    assert!(screen("?").contains("? is not bound") && !screen("?").contains("help"));
    assert!(screen("m").contains("Tab moved or alone   F go there") && !screen("mF").contains("go there"));
    assert!(screen("V").contains("V close   p page   Tab [ run   F read") && !screen("VF").contains("V close"));
    assert!(screen(":mouse").lines().any(|line| line.contains("mouse to the terminal") && line.contains("F2")));
    assert!(screen("<F2>").contains("F2 takes it back"));
}

/// Keys that open everything there is to open.
fn everything() -> impl Iterator<Item = String> {
    let keys = keys::BINDINGS.iter().filter_map(|binding| Some(binding.keys.first()?.to_string()));
    keys.chain([
        "====".to_owned(),
        "s]".to_owned(),
        "==oj".to_owned(),
        "/the".to_owned(),
        ":".to_owned(),
        String::new(),
    ])
}

#[test]
fn with_ascii_signs_all_but_the_articles_is_ascii() {
    for typed in everything() {
        for (width, height) in [(100, 26), (60, 16), (20, 5)] {
            let mut opening = opening(width, height);
            opening.settings.setup.ascii = true;
            let (_, buffer) = play(opening, &keys::parse(&typed).expect("known"));
            let text = dump::text(&buffer);
            assert!(text.is_ascii(), "{typed}: {:?}\n{text}", text.chars().find(|c| !c.is_ascii()));
        }
    }
}

#[test]
fn ascii() {
    let mut opening = opening(80, 16);
    opening.settings.setup.ascii = true;
    let (model, buffer) = play(opening, &[]);
    assert_snapshot!(dump::marked(&buffer, &model.reader.theme), @"
     harbour                       [1 A Coast Wire] (2 B Ledger 66%)  3 C Notes 0%
    >A Coast Wire    51 w . 65 % in B             B Ledger         50 w . 66 % in A
    ----------------------------------+---------+-----------------------------------
    New boats for the island          *  1    1 + A town that waits                !
                                      |         |                                  !
    : Three boats were withdrawn in   |v 4 =  2 | Three boats were withdrawn in    ~
    : March after cracks were found   |         | March after cracks were found in ~
    : in their hulls.                 |         | their hulls.                     &
                                      |         |                                  !
    The ministry [said] on Tuesday that |  2 ~  3 | The ministry {promised} on Tuesday !
    three ferries would be renewed    |         | that three ferries would be      |
    before the next [winter].           |         | renewed before the next {summer}.  |
                                      |         |                                  |
    Tickets will not rise before      <  3<|> 4 > Nobody at the quay believes a    |
    ----------------------------------+---------+-----------------------------------
     A#1 of 5 . 6 differences . headline, B#1            ] next difference   ? help
    ");
}

const CURLY: &str = "---\noutlet: Écho\ntitle: “Boats”\n---\n\nThe minister’s “no” — said │ twice — was a ‘yes’, the naïve café owner said … again.\n";

#[test]
fn the_articles_own_signs_stay() {
    let articles = ["a.txt", "b.txt"].map(|name| Article::read(name, CURLY)).to_vec();
    for (ascii, ambiguous) in [(true, Ambiguous::Narrow), (false, Ambiguous::Wide)] {
        let story = Arc::new(Story::new("curly", articles.clone()));
        let setup = PageSetup { ascii, ambiguous, ..PageSetup::default() };
        let settings = Settings { setup, ..Settings::default() };
        let opening = Opening { settings, ..Opening::new(story, Pair::new(0, 1)) }.sized(100, 16);
        let (_, buffer) = play(opening, &[]);
        let text = dump::text(&buffer);
        for sign in ["’", "“", "”", "—", "│", "‘", "ï", "é", "…"] {
            assert!(text.contains(sign), "{sign}\n{text}");
        }
    }
}

#[test]
fn where_ambiguous_signs_are_wide_nothing_runs_over() {
    let articles = ["a.txt", "b.txt"].map(|name| Article::read(name, CURLY)).to_vec();
    let story = Arc::new(Story::new("curly", articles));
    let setup = PageSetup { ambiguous: Ambiguous::Wide, ..PageSetup::default() };
    let settings = Settings { setup, ..Settings::default() };
    let of_any_width = (24..120).map(|width| (width, "=".to_owned()));
    let open = everything().flat_map(|typed| [24, 61, 100].map(|width| (width, typed.clone())));
    for (width, typed) in of_any_width.chain(open) {
        let opening = Opening { settings: settings.clone(), ..Opening::new(Arc::clone(&story), Pair::new(0, 1)) };
        let opening = opening.sized(width, 16);
        let (_, buffer) = play(opening, &keys::parse(&typed).expect("known"));
        for y in 0..16 {
            let mut x = 0;
            while x < width {
                let cell = &buffer[(x, y)];
                let needs = u16::try_from(Ambiguous::Wide.width(cell.symbol())).expect("it is narrow").max(1);
                assert_eq!(needs, cell.cell_width().max(1), "{typed}: {:?} at {x}, {y} of {width}", cell.symbol());
                x += needs;
            }
            assert_eq!(x, width, "{typed}: row {y} of {width}");
        }
    }
}
