//! Finding: search, the list of outlets and the palette. Keys in, screens out; `«found»`, `*«found»*` where the reader
//! halted.

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::components::{Pager, SearchPrompt};
use diptych::tui::state::{Message, Opening};
use diptych::tui::{draw, dump, play};
use insta::assert_snapshot;

const WIRE: &str = "---\noutlet: Coast Wire\ntitle: New boats for the island\ndate: 2026-06-16\n---\n
The ministry said on Tuesday that three ferries would be renewed before the next winter.

Tickets will not rise before spring, the treasurer said, whatever the price of oil.

Three boats were withdrawn in March after cracks were found in their hulls.

Two members of the council voted against the Łódź order.
";

const LEDGER: &str = "---\noutlet: Ledger\ntitle: A town that waits\n---\n
Three boats were withdrawn in March after cracks were found in their hulls.

The ministry promised on Tuesday that three ferries would be renewed before the next summer.

Nobody at the quay believes a word of it, says the harbour’s master: the boats — “all three” — are old.

Two members of the council voted against the Lodz order.
";

const NOTES: &str = "---\noutlet: Notes\ntitle: Gulls\n---\n\nThe gulls came back to the chimney of the old dairy.\n";

fn opening(width: u16, height: u16) -> Opening {
    let articles = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES)];
    of(articles.map(|(name, text)| Article::read(name, text)).to_vec(), width, height)
}

fn of(articles: Vec<Article>, width: u16, height: u16) -> Opening {
    Opening::new(Arc::new(Story::new("harbour", articles)), Pair::new(0, 1)).sized(width, height)
}

fn model(typed: &str) -> Model {
    play(opening(100, 14), &keys::parse(typed).expect("the keys are known")).0
}

/// The screen after keys, at a size.
fn screen(width: u16, height: u16, typed: &str) -> String {
    let keys = keys::parse(typed).expect("the keys are known");
    let (model, buffer) = play(opening(width, height), &keys);
    dump::marked(&buffer, &model.reader.theme)
}

/// The last line of the screen after keys.
fn status(typed: &str) -> String {
    screen(100, 14, typed).lines().last().expect("a screen has lines").trim().to_owned()
}

/// Where the reader is after keys: the first row and the cursor's, and the side.
fn place(typed: &str) -> String {
    let model = model(typed);
    format!("{} {} {:?}", model.reader.viewport().top, model.reader.viewport().cursor, model.reader.position.focus)
}

#[track_caller]
fn check(typed: &str, expected: &str) {
    assert!(status(typed).contains(expected), "{typed}: {}", status(typed));
}

#[test]
fn searching() {
    assert_snapshot!(screen(100, 18, "/boat"), @"
     harbour                                           [1 A Coast Wire] (2 B Ledger 56%)  3 C Notes 0%
    ▸A Coast Wire             52 w · 62 % in B             B Ledger                    57 w · 56 % in A
    ───────────────────────────────────────────┬─────────┬──────────────────────────────────────────────
     New *«boat»*s for the island                  ◀  1    1 ├ A town that waits                           █
                                               │         │                                            ↕█
     ┊ Three «boat»s were withdrawn in March     │↓ 4 =  2 │ Three «boat»s were withdrawn in March after   █
     ┊ after cracks were found in their hulls. │         │ cracks were found in their hulls.          ~█
                                               │         │                                            ~█
     The ministry [said] on Tuesday that three   │  2 ~  3 │ The ministry {promised} on Tuesday that      ◇█
     ferries would be renewed before the next  │         │ three ferries would be renewed before the  ◇█
     [winter].                                   │         │ next {summer}.                                █
                                               │         │                                            ↕│
     Tickets will not rise before spring, the  ▌  3<│> 4 ▐ Nobody at the quay believes a word of it,  ~│
     treasurer said, whatever the price of     ▌    │    ▐ says the harbour’s master: the «boat»s —     ~│
     oil.                                      ▌    │    ▐ “all three” — are old.                      │
                                               │         │                                             │
    ───────────────────────────────────────────┴─────────┴──────────────────────────────────────────────
     this pair /boat                   match 1 of 4 · A¶1   Enter keep   Tab story   Esc back   F1 help
    ");
}

#[test]
fn searching_at_eighty() {
    assert_snapshot!(screen(80, 14, "/before the"), @"
     harbour                       [1 A Coast Wire] (2~B Ledger 56%)  3–C Notes 0%
    ▸A Coast Wire    52 w · 62 % in B             B Ledger         57 w · 56 % in A
    ──────────────────────────────────┬─────────┬───────────────────────────────────
                                      │         │                                  ↕
    The ministry [said] on Tuesday that ┐  2 ~  3 ┌ The ministry {promised} on Tuesday ↕
    three ferries would be renewed    │         │ that three ferries would be      ~
    *«before the»* next [winter].           ◀         └ renewed «before the» next {summer}.  ◇
                                      │         │                                  ◇
    Tickets will not rise before      ▌  3<│> 4 ▐ Nobody at the quay believes a    ↕
    spring, the treasurer said,       ▌    │    ▐ word of it, says the harbour’s   ↕
    whatever the price of oil.        ▌    │    ▐ master: the boats — “all three”  ~
    ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱ │    │    ▐ — are old.                       │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     this pair /before the      match 1 of 2 · A¶2   Tab story   Esc back   F1 help
    ");
}

#[test]
fn searching_at_forty() {
    assert_snapshot!(screen(40, 12, "/lodz"), @"
     harbour       [1 A] (2~B 56%)  3–C 0%
    ▸A Coast Wire      │ B Ledger
    ────────────────────────────────────────
                                           ↕
    ┌[A]   5 ~  Two members of the council   ↕
    ▶[A]        voted against the *«Łódź»*       ~
    │[A]        order.                       ◇
    │                                      ↕
    │         ■ end of A                   ↕
    │                                      ~
    ────────────────────────────────────────
     pair /lodz          match 1 of 2 · A¶5
    ");
}

#[test]
fn kept() {
    assert_snapshot!(screen(100, 14, "/boat<Enter>n"), @"
     harbour                                           (1=A Coast Wire 62%) [2 B Ledger]  3–C Notes 0%
     A Coast Wire             52 w · 62 % in B            ▸B Ledger                    57 w · 56 % in A
    ───────────────────────────────────────────┬─────────┬──────────────────────────────────────────────
     New «boat»s for the island                  │  1    1 │ A town that waits                          ↕█
                                               │         │                                            ↕█
     ┊ Three «boat»s were withdrawn in March     ┐↓ 4 =  2 ▶ Three *«boat»*s were withdrawn in March after  ~█
     ┊ after cracks were found in their hulls. ┘         └ cracks were found in their hulls.          ◇│
                                               │         │                                            ◇│
     The ministry [said] on Tuesday that three   │  2 ~  3 │ The ministry {promised} on Tuesday that      ↕│
     ferries would be renewed before the next  │         │ three ferries would be renewed before the  ↕│
     [winter].                                   │         │ next {summer}.                               ~│
                                               │         │                                             │
    ───────────────────────────────────────────┴─────────┴──────────────────────────────────────────────
     match 2 of 4 · now in B¶2 · verbatim, moved: A¶4            Esc end search   n next match   ? help
    ");
}

#[test]
fn matches_are_met_once_in_the_order_of_the_rows() {
    let walk = |count: usize| status(&format!("/boats<Enter>{}", "n".repeat(count)));
    let met: Vec<String> = (0..6).map(|count| walk(count).chars().take(42).collect()).collect();
    assert_snapshot!(met.join("\n"), @"
    match 1 of 4 · A¶1 · headline, B¶1        
    match 2 of 4 · now in B¶2 · verbatim, move
    match 3 of 4 · B¶4                        
    match 4 of 4 · now in A¶4 · verbatim, move
    match 1 of 4 · A¶1 · from the top again   
    match 2 of 4 · now in B¶2 · verbatim, move
    ");
}

#[test]
fn back_goes_the_same_way() {
    for count in 1..6 {
        let there = format!("/the<Enter>{}", "n".repeat(count));
        let cursor = |typed: &str| (model(typed).reader.viewport().cursor, model(typed).reader.position.focus);
        assert_eq!(cursor(&there), cursor(&format!("{there}nN")));
    }
    check("/boats<Enter>N", "from the end again");
}

#[test]
fn typing_goes_to_the_first_below_and_escape_back() {
    for start in ["", "jjj", "G", "]]", "<Tab>}}", "Jjj"] {
        assert_eq!(place(&format!("{start}/three<Esc>")), place(start));
        assert_eq!(place(&format!("{start}/zzz")), place(start));
        assert_eq!(place(&format!("{start}/boat<C-u><Enter>")), place(start));
    }
    assert_ne!(place("/tickets"), place(""));
    assert_eq!(place("/tickets<Enter>'"), place(""));
}

#[test]
fn a_search_is_kept_until_it_is_ended() {
    check("/boats<Enter>jjjj", "4 matches");
    check("/boats<Enter>jjjj", "n next match");
    check("/boats<Enter>/oil<Esc>n", "match 2 of 4");
    check("/boats<Enter>/<Enter>", "search ended");
    check("/boats<Enter><Esc>", "search ended");
    assert_eq!(status("/boats<Enter>/<Enter>gn"), status("]"));
    assert_eq!(status("n"), status("]"));
    assert_eq!(status("nnN"), status("]"));
    check("/boats<Enter>]", "difference");
}

#[test]
fn case_accents_and_typography() {
    check("/lodz", "match 1 of 2 · A¶5");
    check("/Łódź", "match 1 of 2 · A¶5");
    check("/lodz<Enter>n", "match 2 of 2 · now in B¶5");
    check("/harbour's", "match 1 of 1 · now in B¶4");
    check("/- \"all", "match 1 of 1 · now in B¶4");
    check("/TICKETS", "nothing found, capitals count");
    check("/TICKETS<Enter>", "nothing found, capitals count: TICKETS");
    check("/Tickets", "match 1 of 1");
}

#[test]
fn nothing_found_is_said() {
    check("/zzz", "nothing found");
    check("/zzz<Enter>", "nothing found: zzz");
    check("/zzz<Enter>n", "nothing found: zzz");
    check("/gulls<Enter>", "nothing found: gulls");
    check("/gulls<Enter>3n", "match 1 of 2 · C¶1"); // the same is searched in what is set in
}

#[test]
fn earlier_searches_come_back() {
    check("/oil<Enter>/boats<Enter>/<Up><Up>", "/oil");
    check("/oil<Enter>/boats<Enter>/<Up><Up><Up>", "/oil");
    check("/oil<Enter>/boats<Enter>/<Up><Up><Down>", "/boats");
    check("/oil<Enter>/bo<Up><Down>", "/bo");
    check("/oil<Enter>/boats<Enter>/oil<Enter>/<Up><Up>", "/boats");
    check("/<Up><Down>", "/");
}

#[test]
fn one_pane_alone_is_searched_alone() {
    check("|/lodz<Enter>", "match 1 of 1 · A¶5");
    check("|/quay<Enter>", "found in B only, which is not shown: quay");
    check("/quay<Enter>h|n", "found in B only");
}

#[test]
fn a_fold_is_opened_for_a_match() {
    assert!(!screen(100, 24, "====").contains("Tickets will not rise before spring, the\n"));
    let kept = screen(100, 24, "====/oil<Enter>");
    assert!(kept.contains("*«oil»*"), "{kept}");
}

#[test]
fn matches_reach_over_wrapped_lines_and_are_marked_in_echoes() {
    let screen = screen(80, 30, "/march after cracks were found in their hulls");
    assert_eq!(screen.matches("their hulls»").count(), 4, "{screen}");
    assert!(screen.contains("┊ «March after cracks"), "{screen}");
}

#[test]
fn a_match_is_kept_through_sizes() {
    let mut model = model("/quay<Enter>");
    let before = model.reader.match_position();
    for (width, height) in [(60, 12), (140, 40), (1, 1), (80, 24), (100, 14)] {
        model.update(Message::Resize(width, height));
        assert_eq!(model.reader.match_position(), before);
    }
}

#[test]
fn the_list_of_outlets() {
    assert_snapshot!(screen(100, 16, "o"), @"
     harbour                                           [1 A Coast Wire] (2 B Ledger 56%)  3 C Notes 0%
    ▸A Coast Wire             52 w · 62 % in B             B Ledger                    57 w · 56 % in A
    ─────────────┌─ Into the left pane ──────────────────────────────────────────────────┐──────────────
     New boats fo│ ›                                                                     │             █
                 │      outlet      in B   words    date        headline                 │            ↕█
     ┊ Three boat│▸ [A] Coast Wire   62 %     52 w  2026-06-16  New boats for the island │arch after  ~█
     ┊ after crac│  (B) Ledger                57 w              A town that waits        │s.          ~█
                 │   C  Notes         0 %     11 w              Gulls                    │            ◇█
     The ministry│  [story: harbour]                                                     │y that      ◇│
     ferries woul│   story: ferry                                                        │before the  ↕│
     [winter].     │   story: counter-espionage                                            │            ↕│
                 │   story: lighthouse                                                   │            ~│
     Tickets will└───────────────────────────────────────────────────────────────────────┘ord of it,   │
     treasurer said, whatever the price of     ▌    │    ▐ says the harbour’s master: the boats —      │
    ───────────────────────────────────────────┴─────────┴──────────────────────────────────────────────
     A¶1 of 5 · 7 differences            type to filter   ↑ ↓ choose   Enter take   Esc close   F1 help
    ");
}

#[test]
fn the_list_filtered() {
    assert_snapshot!(screen(80, 14, "oled"), @"
     harbour                       [1 A Coast Wire] (2 B Ledger 56%)  3 C Notes 0%
    ▸A ┌─ Into the left pane ──────────────────────────────────────────────────┐n A
    ───│ ›led                                                           1 of 7 │────
    New│      outlet      in B   words    date        headline                 │   ↕
       │▸ (B) ‹Led›ger                57 w              A town that waits        │   ↕
    ┊ T│                                                                       │   ~
    ┊ M│                                                                       │in ◇
    ┊ i│                                                                       │   ◇
       │                                                                       │   ↕
    The│                                                                       │ay ↕
    thr│                                                                       │   ~
    bef└───────────────────────────────────────────────────────────────────────┘.  │
    ──────────────────────────────────┴─────────┴───────────────────────────────────
     A¶1 of 5 · 7 differences     type to filter   Enter take   Esc close   F1 help
    ");
}

#[test]
fn the_list_at_forty() {
    assert_snapshot!(screen(40, 10, "o<Down><Down>"), @"
    ┌─ Into the left pane ─────────────────┐
    │ ›                                    │
    │      outlet      in B                │
    │  [A] Coast Wire   62 %               │
    │  (B) Ledger                          │
    │▸  C  Notes         0 %               │
    │  [story: harbour]                    │
    │   story: ferry                       │
    └──────────────────────────────────────┘
           Enter take   Esc close   F1 help
    ");
}

#[test]
fn outlets_are_filtered_and_taken() {
    let shown = |typed: &str| {
        let model = model(typed);
        let letters = model.reader.pair.letters();
        format!("{} {}{}", model.reader.pair.story.name, letters.left, letters.right)
    };
    assert_eq!(shown("ogull<Enter>"), "harbour CB");
    assert_eq!(shown("oc<Enter>"), "harbour CB"); // its letter
    assert_eq!(shown("onotes.txt<Enter>"), "harbour CB");
    assert_eq!(shown("o<Down><Down><Enter>"), "harbour CB");
    assert_eq!(shown("o<C-n><C-n><C-p><Enter>"), "harbour BA");
    assert_eq!(shown("ojk<Esc>"), "harbour AB"); // letters are letters
    assert_eq!(shown("oferry<Enter>"), "ferry AB");
    check("ozzzz", "type to filter   Esc close"); // no line to choose or to take
    check("ozzzz<Enter>", "nothing to take");
    assert!(model("ojjjq<C-c>").reader.outbox.has_quit);
    assert!(!model("oq").reader.outbox.has_quit);
}

#[test]
fn the_palette() {
    assert_snapshot!(screen(100, 14, ":"), @"
     harbour         ┌─ Actions ──────────────────────────────────────────────────────┐)  3 C Notes 0%
    ▸A Coast Wire    │ ›                                                              │57 w · 56 % in A
    ─────────────────│  a number goes to that block: 12, B12                          │─────────────────
     New boats for th│▸row down                                          j ↓ Ctrl-E   │               ↕█
                     │ row up                                            k ↑ Ctrl-Y   │               ↕█
     ┊ Three boats we│ half a page down                                  d            │n March after  ~█
     ┊ after cracks w│ half a page up                                    u            │ulls.          ◇│
                     │ page down                                         f Space PgDn │               ◇│
     The ministry [sai]│ page up                                           b PgUp       │sday that      ↕│
     ferries would be│ to the start                                      g Home       │ed before the  ↕│
     [winter].         │ to the end                                        G End        │               ~│
                     │ row to the middle                                 zz           │                │
    ─────────────────└────────────────────────────────────────────────────────────────┘─────────────────
     A¶1 of 5 · 7 differences              type to filter   ↑ ↓ choose   Enter do   Esc close   F1 help
    ");
}

#[test]
fn the_palette_filtered() {
    assert_snapshot!(screen(80, 14, ":diff"), @"
     harbou┌─ Actions ──────────────────────────────────────────────────────┐es 0%
    ▸A Coas│ ›diff                                                  6 of 70 │% in A
    ───────│  a number goes to that block: 12, B12                          │───────
    New boa│▸next ‹diff›erence                                   ]            │      ↕
           │ previous ‹diff›erence                               [            │      ↕
    ┊ Three│ mark what ‹diff›ers, what is shared, nothing        w            │in    ~
    ┊ March│ next match; without a search, next ‹diff›erence     n            │nd in ◇
    ┊ in th│ previous match, or ‹diff›erence                     N            │      ◇
           │ spelling, case, punctuation shown or not          c            │      ↕
    The min│                                                                │esday ↕
    three f│                                                                │      ~
    before │                                                                │{mer}.  │
    ───────└────────────────────────────────────────────────────────────────┘───────
     A¶1 of 5          type to filter   ↑ ↓ choose   Enter do   Esc close   F1 help
    ");
}

#[test]
fn the_palette_at_forty() {
    assert_snapshot!(screen(40, 10, ":b4"), @"
    ┌─ Actions ────────────────────────────┐
    │ ›b4                                  │
    │  a number goes to that block: 12, B… │
    │ B¶4  Nobody at the quay believes a … │
    │                                      │
    │                                      │
    │                                      │
    │                                      │
    └──────────────────────────────────────┘
         Enter go there  Esc close  F1 help
    ");
}

#[test]
fn actions_by_name() {
    assert_eq!(status(":exchange<Enter>"), status("x"));
    assert_eq!(status(":next difference<Enter>"), status("]"));
    assert_eq!(status(":Notes<Enter>"), status("3"));
    assert!(model(":quit<Enter>").reader.outbox.has_quit);
    assert!(model(":this help<Enter>").open::<Pager>().is_some());
    assert!(model(":search in<Enter>").open::<SearchPrompt>().is_some());
    check(":zzzz<Enter>", "no action has what is typed");
    assert_eq!(status(":fold<Esc>"), status("<Esc>"));
}

#[test]
fn blocks_by_number() {
    check(":3<Enter>", "A¶3 of 5");
    check("<Tab>:3<Enter>", "B¶3 of 5");
    check(":B4<Enter>", "B¶4 of 5");
    check(":b¶4<Enter>", "B¶4 of 5");
    check(":a4<Enter>", "A¶4 of 5");
    check("|:b4<Enter>", "B¶4 of 5");
    assert_eq!(place(":4<Enter>'"), place(""));
}

#[test]
fn a_number_beyond_the_text_says_so_and_does_nothing_else() {
    let said = |typed: &str| {
        let model = model(&format!("}}{typed}"));
        assert!(model.layers().is_empty(), "{typed} leads back to the text");
        assert_eq!(
            (model.reader.pair.shown, model.reader.block(Side::Left)),
            (Pair::new(0, 1), 1),
            "{typed} changes nothing"
        );
        model.reader.status.notice.unwrap_or_default()
    };
    assert_eq!(said(":12<Enter>"), "A has 5 blocks");
    assert_eq!(said("<Tab>:12<Enter>"), "B has 5 blocks");
    assert_eq!(said(":0<Enter>"), "A has 5 blocks");
    assert_eq!(said(":b0<Enter>"), "B has 5 blocks");
    assert_eq!(said(":B¶99999999999999999999999<Enter>"), "B has 5 blocks");
    assert_eq!(said(":c1<Enter>"), "C is in neither pane");
    assert_eq!(said(":z7<Enter>"), "Z is in neither pane");
    check("<Tab>|3:9<Enter>", "C has 2 blocks");
    let one = [("a.txt", "One line."), ("b.txt", "One line.")].map(|(name, text)| Article::read(name, text)).to_vec();
    let one = of(one, 100, 14);
    let (model, _) = play(one, &keys::parse(":2<Enter>").expect("known"));
    assert_eq!(model.reader.status.notice.as_deref(), Some("A has 1 block"));
}

#[test]
fn a_number_is_no_name_of_an_outlet_and_a_name_with_one_is() {
    let named = |outlet: &str| format!("---\noutlet: {outlet}\n---\nThe boats are late, said the quay at Holm.");
    let articles = ["Wire", "Ledger", "Channel 12", "BBD 4"].map(|outlet| Article::read("-", &named(outlet)));
    let after = |typed: &str| play(of(articles.to_vec(), 100, 14), &keys::parse(typed).expect("known")).0;
    for typed in [":12<Enter>", ":12<Down><Enter>", ":4<Enter>"] {
        let model = after(typed);
        assert_eq!(
            (model.reader.pair.shown, model.reader.status.notice.as_deref()),
            (Pair::new(0, 1), Some("A has 1 block")),
            "{typed}"
        );
    }
    assert_eq!(after(":channel 12<Enter>").reader.pair.shown, Pair::new(2, 1));
    assert_eq!(after(":bbd 4<Enter>").reader.pair.shown, Pair::new(3, 1));
    let (model, buffer) = play(of(articles.to_vec(), 100, 14), &keys::parse(":12").expect("known"));
    let shown = dump::marked(&buffer, &model.reader.theme);
    assert!(shown.contains("│ A has 1 block ") && !shown.contains("Channel"), "what Enter will do is said:\n{shown}");
}

#[test]
fn pasted_text_is_no_command() {
    let mut model = model("");
    model.update(Message::Paste("qqq\nq".to_owned()));
    assert!(!model.reader.outbox.has_quit && model.layers().is_empty());
    for (open, shown) in [("/", "/oil qx"), ("o", "›oil qx"), (":", "›oil qx")] {
        for key in keys::parse(open).expect("known") {
            model.update(Message::Key(key));
        }
        model.update(Message::Paste("oil\nqx".to_owned()));
        assert!(dump::text(&draw(&model, 100, 14)).contains(shown));
        model.update(Message::Key(keys::parse("<Esc>").expect("known")[0]));
    }
    assert!(!model.reader.outbox.has_quit);
}

#[test]
fn no_size_and_no_text_panics() {
    let long = "x".repeat(3000);
    let marks = "\u{301}\u{302}".repeat(600);
    let wide = "灯台👩‍👧🇩🇪".repeat(60);
    for (width, height) in [(0, 0), (1, 1), (24, 7), (25, 8), (30, 300), (79, 24), (400, 9)] {
        for open in ["/", "o", ":", "|/", "s/", "==/"] {
            for typed in ["", "e", "\u{301}", "👩‍", "^!'$\\ ", &long, &marks, &wide] {
                let mut model = Model::new(opening(width, height));
                for key in keys::parse(open).expect("known") {
                    model.update(Message::Key(key));
                }
                model.update(Message::Paste(typed.to_owned()));
                let _ = draw(&model, width, height);
                for key in keys::parse("<Left><Home>a<Up><Down><PgDn><Enter>nNn<Esc>").expect("known") {
                    model.update(Message::Key(key));
                    let _ = draw(&model, width, height);
                }
                model.update(Message::Resize(height, width));
                let _ = draw(&model, height, width);
            }
        }
    }
}

#[test]
fn a_story_of_five_hundred_is_listed() {
    let article =
        |place: usize| Article::read(&format!("{place}.txt"), &WIRE.replace("Coast", &format!("Coast {place}")));
    let mut model = Model::new(of((0..500).map(article).collect(), 100, 30));
    for key in keys::parse("o<PgDn><PgDn>497").expect("known") {
        model.update(Message::Key(key));
        let _ = draw(&model, 100, 30);
    }
    let screen = dump::text(&draw(&model, 100, 30));
    assert!(screen.contains("Coast 497 Wire") && screen.contains("100 %"), "{screen}");
}

#[test]
fn of_very_many_matches_those_about_the_reader_are_met() {
    let paragraphs: Vec<String> = (0..300).map(|k| format!("{k} eee eee eee eee eee eee eee eee.")).collect();
    let articles = vec![Article::read("a", &paragraphs.join("\n\n")), Article::read("b", "A gull.")];
    let status = |typed: &str| {
        let keys = keys::parse(typed).expect("the keys are known");
        let screen = dump::text(&play(of(articles.clone(), 100, 14), &keys).1);
        screen.lines().last().expect("a screen has lines").split("   ").next().map(|said| said.trim().to_owned())
    };
    let many = |place: &str| Some(format!("more than 4000 matches · {place}"));
    assert_eq!(status("/e<Enter>"), many("A¶1"));
    assert_eq!(status(":290<Enter>/e<Enter>n"), many("A¶290"));
    assert_eq!(status(":290<Enter>/e<Enter>N"), many("A¶289"));
    assert_eq!(status("G/e<Enter>"), many("A¶1 · from the top again"));
    assert_eq!(status("/e<Enter>N"), many("A¶300 · from the end again"));
}
