//! The pages of the story at three sizes: what one outlet alone has is folded, cells have shades, and the sharing page fills its
//! screen.

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::layout::PageSetup;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::story::presence::Filter;
use diptych::tui::components::StoryComponent;
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Message, Opening};
use diptych::tui::theme::Theme;
use diptych::tui::{Model, draw, dump, play};
use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use made::{BEES, LEDGER, MAYOR, NOTES, QUAY, SCHOOL, SIZES, WIRE, WORMS};

const POST: &str = "---\noutlet: Post\n---\n\nThe ministry said on Tuesday that three ferries would be renewed before the next winter.\n
The cook of the oldest boat has kept a tame seal for eleven years, and feeds it on herring.\n
Two members of the council voted against the order.\n";

fn story(texts: &[&str]) -> Story {
    let article = |(place, text): (usize, &&str)| Article::read(&format!("{place:02}.txt"), text);
    Story::new("harbour", texts.iter().enumerate().map(article).collect())
}

/// So many outlets, each with a paragraph of its own and some of a report that all can draw upon.
fn many(count: usize) -> Story {
    const REPORT: [&str; 3] = [
        "The ferries were withdrawn on Monday after cracks were found in the hulls of two of them.",
        "The ministry wants bids for three new boats before the end of the coming winter.",
        "Tickets will not rise before spring, the treasurer said, whatever the price of oil.",
    ];
    let article = |place: usize| {
        let parts = REPORT.iter().enumerate().filter(|(part, _)| place == 0 || !(place + part).is_multiple_of(3));
        let shared: Vec<&str> = parts.map(|(_, text)| *text).collect();
        let own =
            format!("Keeper {place} of lighthouse {place} counted {place} seals beside rock {place} at dawn today.");
        format!("---\noutlet: Outlet {place}\n---\n\n{}\n\n{own}\n", shared.join("\n\n"))
    };
    let texts: Vec<String> = (0..count).map(article).collect();
    story(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn opened(story: Story, (width, height): (u16, u16)) -> Opening {
    Opening::new(Arc::new(story), Pair::new(0, 1)).sized(width, height)
}

fn played(story: Story, size: (u16, u16), typed: &str) -> (Model, Buffer) {
    play(opened(story, size), &keys::parse(typed).expect("the keys are known"))
}

fn screen(story: Story, size: (u16, u16), typed: &str) -> String {
    dump::text(&played(story, size, typed).1)
}

fn harbour() -> Story {
    story(&[WIRE, LEDGER, POST, NOTES])
}

/// The screens after keys, at three sizes.
fn screens(typed: &str) -> String {
    SIZES.map(|size| screen(harbour(), size, typed)).join("\n")
}

#[test]
fn what_one_outlet_alone_has_is_a_line() {
    assert_snapshot!(screens("v<Tab>"), @"
     harbour                                                                    [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 56%   4 D Notes 0%
      sharing  [passages]  source   headlines   quotations   people   figures   words

     Passages, seen from A · all
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet   ⊏ part of it elsewhere there   – its wording was not found
       there, but not in A   ¶ where it stands

     7 of 7 passages                                                                                                  A       B       C       D
    ▸Headlines                                                                                                       ¶1      ¶1       –      ¶1
     Leads                                                                                                           ¶2      ¶2      ¶1      ¶2
     The ministry said on Tuesday that three ferries would be renewed before the next winter.                        ¶2     ~¶3     =¶1       –
     Three boats were withdrawn in March after cracks were found in their hulls.                                     ¶4     =¶2       –       –
     Two members of the council voted against the order.                                                             ¶5     =¶5     =¶3       –
     A Coast Wire alone: 1 passage, 14 words · Enter
     B Ledger alone: 1 passage, 13 words · Enter
     C Post alone: 1 passage, 19 words · Enter
     D Notes alone: 1 passage, 11 words · Enter






















     B Ledger: headline ¶1                                                  v close   1–9 seen from   = filter   Tab page   Enter read   ? help

     harbour        [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 56%   4 D Notes 0%
     sharing [passages] source headlines quotations people figures words

     Passages, seen from A · all
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet
       ⊏ part of it elsewhere there   – its wording was not found
       there, but not in A   ¶ where it stands

     7 of 7 passages                                      A       B       C       D
    ▸Headlines                                           ¶1      ¶1       –      ¶1
     Leads                                               ¶2      ¶2      ¶1      ¶2
     The ministry said on Tuesday that three ferr…       ¶2     ~¶3     =¶1       –
     Three boats were withdrawn in March after cr…       ¶4     =¶2       –       –
     Two members of the council voted against the…       ¶5     =¶5     =¶3       –
     A Coast Wire alone: 1 passage, 14 words · Enter
     B Ledger alone: 1 passage, 13 words · Enter
     C Post alone: 1 passage, 19 words · Enter
     D Notes alone: 1 passage, 11 words · Enter





     B Ledger: headline ¶1                = filter   Tab page   Enter read   ? help

     harbour             [1 A] (2 B)  3–C   4 D
     sharing [passages] source headlines quotati…
                                      more below
     Passages, seen from A · all

     7 of 7 passages            A    B    C    D
    ▸Headlines                  1    1    –    1
     Leads                      2    2    1    2
     The ministry said on …     2   ~3   =1    –
     Three boats were with…     4   =2    –    –
     Two members of the co…     5   =5   =3    –
     A Coast… alone: 1 passage, 14 words · Enter
     B Ledger alone: 1 passage, 13 words · Enter
     C Post alone: 1 passage, 19 words · Enter
     B Ledger: headline ¶1   Enter read   ? help
    ");
}

#[test]
fn enter_opens_and_folds_it() {
    assert_snapshot!(screens("v<Tab>Gkk<Enter>"), @"
     harbour                                                                    [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 56%   4 D Notes 0%
      sharing  [passages]  source   headlines   quotations   people   figures   words

     Passages, seen from A · all
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet   ⊏ part of it elsewhere there   – its wording was not found
       there, but not in A   ¶ where it stands

     7 of 7 passages                                                                                                  A       B       C       D
     Headlines                                                                                                       ¶1      ¶1       –      ¶1
     Leads                                                                                                           ¶2      ¶2      ¶1      ¶2
     The ministry said on Tuesday that three ferries would be renewed before the next winter.                        ¶2     ~¶3     =¶1       –
     Three boats were withdrawn in March after cracks were found in their hulls.                                     ¶4     =¶2       –       –
     Two members of the council voted against the order.                                                             ¶5     =¶5     =¶3       –
     A Coast Wire alone: 1 passage, 14 words · Enter
    ▸B Ledger alone: 1 passage, 13 words · Enter
     B: Nobody at the quay believes a word of it, says the harbour master.                                            –      ¶4       –       –
     C Post alone: 1 passage, 19 words · Enter
     D Notes alone: 1 passage, 11 words · Enter





















     B Ledger alone: 1 passage, 13 words                                    v close   1–9 seen from   = filter   Tab page   Enter fold   ? help

     harbour        [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 56%   4 D Notes 0%
     sharing [passages] source headlines quotations people figures words

     Passages, seen from A · all
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet
       ⊏ part of it elsewhere there   – its wording was not found
       there, but not in A   ¶ where it stands

     7 of 7 passages                                      A       B       C       D
     Headlines                                           ¶1      ¶1       –      ¶1
     Leads                                               ¶2      ¶2      ¶1      ¶2
     The ministry said on Tuesday that three ferr…       ¶2     ~¶3     =¶1       –
     Three boats were withdrawn in March after cr…       ¶4     =¶2       –       –
     Two members of the council voted against the…       ¶5     =¶5     =¶3       –
     A Coast Wire alone: 1 passage, 14 words · Enter
    ▸B Ledger alone: 1 passage, 13 words · Enter
     B: Nobody at the quay believes a word of it,…        –      ¶4       –       –
     C Post alone: 1 passage, 19 words · Enter
     D Notes alone: 1 passage, 11 words · Enter




     B Ledger alone: 1 passage, 13 words     = filter  Tab page  Enter fold  ? help

     harbour             [1 A] (2 B)  3–C   4 D
     sharing [passages] source headlines quotati…
                                      more above
     Passages, seen from A · all

     7 of 7 passages            A    B    C    D
     The ministry said on …     2   ~3   =1    –
     Three boats were with…     4   =2    –    –
     Two members of the co…     5   =5   =3    –
     A Coast… alone: 1 passage, 14 words · Enter
    ▸B Ledger alone: 1 passage, 13 words · Enter
     B: Nobody at the quay…     –    4    –    –
     C Post alone: 1 passage, 19 words · Enter
     D Notes alone: 1 passage, 11 words · Enter
     B Ledger alone: 1 passage, 13 words  ? help
    ");
    let size = SIZES[0];
    assert_eq!(screen(harbour(), size, "v<Tab>Gkk<Enter><Enter>"), screen(harbour(), size, "v<Tab>Gkk"));
}

#[test]
fn what_is_open_stays_open() {
    for size in SIZES {
        let own = if size.0 < 60 { "The cook of the" } else { "The cook of the oldest boat" };
        for typed in [
            "v<Tab>Gk<Enter>j",
            "v<Tab>Gk<Enter>vv<Tab>Gk",
            "v<Tab>Gk<Enter><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>Gk",
            "v<Tab>Gk<Enter>2Gk",
        ] {
            assert!(screen(harbour(), size, typed).contains(own), "{typed}\n{}", screen(harbour(), size, typed));
        }
        for typed in ["v<Tab>", "v<Tab>G"] {
            assert!(!screen(harbour(), size, typed).contains(own), "{typed}");
        }
    }
}

#[test]
fn a_passage_of_one_outlet_is_read_where_it_stands() {
    for size in SIZES {
        let (model, _) = played(harbour(), size, "v<Tab>Gk<Enter>j<Enter>");
        assert!(model.layers().is_empty());
        assert_eq!(model.reader.pair.letters(), Pair::new("A".to_owned(), "C".to_owned()), "{size:?}");
        assert_eq!(model.reader.block(model.reader.position.focus), 1, "{size:?}");
    }
}

/// The grounds of the cells of a row, as they are told apart: the same letter is the same ground.
fn grounds(buffer: &Buffer, words: &str) -> String {
    let rows = dump::text(buffer);
    let y = rows.lines().position(|line| line.contains(words)).expect("the row is there");
    let y = u16::try_from(y).expect("the screen is small");
    let mut seen = Vec::new();
    let ground = |x: u16| {
        let bg = buffer[(x, y)].bg;
        let at = seen.iter().position(|other| *other == bg).unwrap_or_else(|| {
            seen.push(bg);
            seen.len() - 1
        });
        char::from(b'a' + u8::try_from(at).unwrap_or(0))
    };
    (0..buffer.area.width).map(ground).collect()
}

#[test]
fn cells_have_a_ground_or_signs_by_how_much_they_carry() {
    let (model, buffer) = played(harbour(), (80, 24), "v<Tab>j");
    // In A's own words; edited in B; the same in C; not in D.
    let row = grounds(&buffer, "The ministry said on Tuesday");
    assert_eq!(&row[47..], "abbbbbbbacccccccabbbbbbbaaaaaaaaa", "{row}");
    let mut mono = model;
    mono.reader.theme = Theme::named("mono").expect("it is named");
    let shown = dump::text(&draw(&mono, 80, 24));
    let row = shown.lines().find(|line| line.contains("The ministry said on Tuesday")).expect("it is there");
    assert!(row.ends_with(" █████¶2 ▓▓▓▓~¶3 ████=¶1       –"), "{row}");
    for size in SIZES {
        let (model, buffer) = played(harbour(), size, "v<Tab>j");
        let row = grounds(&buffer, "The ministry s");
        assert!(row.contains('b') && row.contains('c'), "{size:?}: {row}");
        let mut mono = model;
        mono.reader.theme = Theme::named("mono").expect("it is named");
        let shown = dump::text(&draw(&mono, size.0, size.1));
        let row = shown.lines().find(|line| line.contains("The ministry s")).expect("it is there");
        assert!(row.contains('█') && row.contains("▓~") && row.trim_end().ends_with(" –"), "{size:?}: {row}");
    }
}

#[test]
fn the_sharing_page_fills_its_screen() {
    assert_snapshot!(screens("v]"), @"
     harbour                                                                    [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 56%   4 D Notes 0%
     [sharing]  passages   source   headlines   quotations   people   figures   words

     Shared wording
     Of the row's body words, how many stand in runs of five and more that the column has too; after the dot, the words of the longest run.

                        in A      in B      in C      in D
    ▸A Coast Wire          ·  65%█·13   47%▓·15    0%        Longest runs in A and B
     B Ledger       66%█·13          ·  40%▓·11    0%        ▸ 13 w  A¶4  B¶2
     C Post         56%▓·15   47%▓·11          ·   0%          Three boats were withdrawn in March after cracks were found in their hulls
     D Notes         0%        0%        0%              ·     11 w  A¶2  B¶3
                                                               on Tuesday that three ferries would be renewed before the next
                                                                9 w  A¶5  B¶5
                                                               Two members of the council voted against the order

     Who carries what  · no other outlet   ░ ▒ ▓ █ more of them, up to all   % that any other has
     A Coast Wire ▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒·····························▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  73% of 51 w

     B Ledger     ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒······▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·····························▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓     66% of 50 w

     C Post       ▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒········································▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓                    56% of 43 w

     D Notes      ·······················                                                                                         0% of 11 w
















     run 1 of 3                                                                      v close   Tab page   ] [ run   Enter read the run   ? help

     harbour        [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 56%   4 D Notes 0%
     [sharing] passages source headlines quotations people figures words

     Shared wording
     Of the row's body words, how many stand in runs of five and more that the
     column has too; after the dot, the words of the longest run.

                        in A      in B      in C      in D
    ▸A Coast Wire          ·  65%█·13   47%▓·15    0%
     B Ledger       66%█·13          ·  40%▓·11    0%
     C Post         56%▓·15   47%▓·11          ·   0%
     D Notes         0%        0%        0%              ·

     Longest runs in A and B · 1 of 3
     ▸ 13 w  A¶4  B¶2
       Three boats were withdrawn in March after cracks were found in their hulls

     Who carries what  · no other outlet   ░ ▒ ▓ █ more of them, up to all
     A Coast Wire ▒▒▒▓▓▓▓▓▓▓▓▓▓▓▒·············▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓  73% of 51 w
     B Ledger     ▒▒▒▒▒▒▒▒▒▒▒▒▒···▓▓▓▓▓▓▓▓▓▓··············▓▓▓▓▓▓▓▓   66% of 50 w
     C Post       ▒▒▒▓▓▓▓▓▓▓▓▓▓▓▒··················▓▓▓▓▓▓▓▓          56% of 43 w
     D Notes      ··········                                          0% of 11 w

     run 1 of 3          v close   Tab page   ] [ run   Enter read the run   ? help

     harbour             [1 A] (2 B)  3–C   4 D
     [sharing] passages source headlines quotati…
                                      more below
     Shared wording
                     A    B    C    D
    ▸A Coast Wire    ·   65█  47▓   0
     B Ledger       66█   ·   40▓   0
     C Post         56▓  47▓   ·    0
     D Notes         0    0    0    ·

     Longest runs in A and B · 1 of 3
     ▸ 13 w  A¶4  B¶2
       Three boats were withdrawn in March afte…

     run 1 of 3      Enter read the run   ? help
    ");
}

#[test]
fn two_outlets() {
    let two = |size| screen(story(&[WIRE, LEDGER]), size, "v");
    assert_snapshot!(SIZES.map(two).join("\n"), @"
     harbour                                                                                                  [1 A Coast Wire] (2 B Ledger 66%)
     [sharing]  passages   source   headlines   quotations   people   figures   words

     Shared wording
     Of the row's body words, how many stand in runs of five and more that the column has too; after the dot, the words of the longest run.

                        in A      in B
    ▸A Coast Wire          ·  65%█·13    Longest runs in A and B
     B Ledger       66%█·13          ·     13 w  A¶4  B¶2
                                           Three boats were withdrawn in March after cracks were found in their hulls
                                           11 w  A¶2  B¶3
                                           on Tuesday that three ferries would be renewed before the next
                                            9 w  A¶5  B¶5
                                           Two members of the council voted against the order

     Who carries what  · no other outlet   ░ ▒ ▓ █ more of them, up to all   % that any other has
     A Coast Wire ·······███████████████████████································███████████████████████████████████████████████  65% of 51 w

     B Ledger     ████████████████████████████······████████████████████████·····························███████████████████     66% of 50 w




















     33 w of A Coast Wire in B Ledger · longest run 13                                       v close   Tab page   ] [ run   Enter read   ? help

     harbour                                      [1 A Coast Wire] (2 B Ledger 66%)
     [sharing] passages source headlines quotations people figures words

     Shared wording
     Of the row's body words, how many stand in runs of five and more that the
     column has too; after the dot, the words of the longest run.

                        in A      in B
    ▸A Coast Wire          ·  65%█·13    Longest runs in A and B
     B Ledger       66%█·13          ·     13 w  A¶4  B¶2
                                           Three boats were withdrawn in March
                                           after cracks were found in their hulls
                                           11 w  A¶2  B¶3
                                           on Tuesday that three ferries would be
                                           renewed before the next
                                            9 w  A¶5  B¶5
                                           Two members of the council voted against
                                           the order

     Who carries what  · no other outlet   ░ ▒ ▓ █ more of them, up to all
     A Coast Wire ···███████████··············█████████████████████  65% of 51 w

     B Ledger     █████████████···██████████··············████████   66% of 50 w
     33 w of A Coast Wire in B Ledger · longest run 13          Enter read   ? help

     harbour      [1 A Coast …] (2 B Ledger 66%)
     [sharing] passages source headlines quotati…
                                      more below
     Shared wording
                        in A      in B
    ▸A Coast Wire          ·  65%█·13
     B Ledger       66%█·13          ·

     Longest runs in A and B · 1 of 3
       13 w  A¶4  B¶2
       Three boats were withdrawn in March afte…

     Who carries what
     · none   ░ ▒ ▓ █ more others, up to all
     33 w of A Coast Wire in B Ledger ·…  ? help
    ");
}

#[test]
fn twelve_outlets() {
    let shown = [(140, 40), (100, 30), (80, 24), (60, 20), (45, 15)].map(|size| {
        let shown = screen(many(12), size, "vl");
        assert!(shown.lines().all(|line| line.chars().count() <= usize::from(size.0)), "{shown}");
        format!("── {}×{}\n{shown}", size.0, size.1)
    });
    assert_snapshot!(shown.join("\n"));
}

#[test]
fn where_the_page_is_longer_than_the_screen_what_is_chosen_is_in_sight() {
    let page = |typed| {
        let shown = screen(many(12), (60, 15), typed);
        shown.lines().skip(3).take(11).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!([page("vjj]"), page("vGk"), page("vGk]")].join("\n\n"), @"
     Shared wording
     1–9/12         A    B    E    H    K    C    F    I    L
     A Outlet 0     ·   53▓  53▓  53▓  53▓  52▓  52▓  52▓  52▓
     B Outlet 1    70█   ·   70█  70█  70█  37▓  37▓  37▓  37▓
    ▸E Outlet 4    70█  70█   ·   70█  70█  37▓  37▓  37▓  37▓
     Longest runs in E and B · 1 of 2
     ▸ 17 w  E¶1  B¶1
       The ferries were withdrawn on Monday after cracks were…
     H Outlet 7    70█  70█  70█   ·   70█  37▓  37▓  37▓  37▓
     K Outlet 10   70█  70█  70█  70█   ·   37▓  37▓  37▓  37▓
     C Outlet 2    69█  38▓  38▓  38▓  38▓   ·   69█  69█  69█

     Who carries what
     · no other outlet   ░ ▒ ▓ █ more of them, up to all
     H Outlet 7  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······         70% of 46 w
     K Outlet 10 ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓·······         70% of 46 w
     C Outlet 2  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······          69% of 45 w
     F Outlet 5  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······          69% of 45 w
     I Outlet 8  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······          69% of 45 w
     L Outlet 11 ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······          69% of 45 w
     D Outlet 3  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······           67% of 43 w
    ▸G Outlet 6  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······           67% of 43 w
     J Outlet 9  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······           67% of 43 w

     Who carries what
     · no other outlet   ░ ▒ ▓ █ more of them, up to all
     F Outlet 5  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······          69% of 45 w
     I Outlet 8  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······          69% of 45 w
     L Outlet 11 ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······          69% of 45 w
     D Outlet 3  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······           67% of 43 w
    ▸G Outlet 6  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······           67% of 43 w
     Longest runs in G and B
     ▸ 15 w  G¶1  B¶2
       The ministry wants bids for three new boats before the…
     J Outlet 9  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒······           67% of 43 w
    ");
}

/// Three reports: the second begins with two paragraphs more, the third tells what comes last in the first after its first.
fn moved() -> Story {
    const REPORT: [&str; 4] = [
        "The ferries were withdrawn on Monday after cracks were found in the hulls of two of them.",
        "The ministry wants bids for three new boats before the end of the coming winter.",
        "Tickets will not rise before spring, the treasurer said, whatever the price of oil.",
        "Two members of the council voted against the order, and one of them left the room.",
    ];
    let more = "A retired captain keeps bees behind the lighthouse and sells their honey.\n\n\
        The cook of the oldest boat has kept a tame seal for eleven years.\n\n";
    let told = |order: [usize; 4]| order.map(|part| REPORT[part]).join("\n\n");
    let order = [0, 1, 2, 3];
    story(&[&told(order), &(more.to_owned() + &told(order)), &told([0, 3, 1, 2])])
}

#[test]
fn what_stands_further_down_in_its_order_has_not_moved() {
    let shown = SIZES.map(|size| screen(moved(), size, "v<Tab>><lt><lt>ll")).join("\n");
    assert_snapshot!(shown, @"
     harbour                                                                                                [1 A 00] (2=B 01 70%)  3=C 02 100%
      sharing  [passages]  source   headlines   quotations   people   figures   words

     Passages, seen from A · over 1 block up or down
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet   ⊏ part of it elsewhere there   – its wording was not found
       there, but not in A   ¶ where it stands

     1 of 6 passages                                                                                                          A       B       C
    ▸Two members of the council voted against the order, and one of them left the room.                                      ¶4     =¶6     =¶2






























     C 02: verbatim ¶2, moved up over 2 blocks                < > how far   v close   1–9 seen from   = filter   Tab page   Enter read   ? help

     harbour                                    [1 A 00] (2=B 01 70%)  3=C 02 100%
     sharing [passages] source headlines quotations people figures words

     Passages, seen from A · over 1 block up or down
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet
       ⊏ part of it elsewhere there   – its wording was not found
       there, but not in A   ¶ where it stands

     1 of 6 passages                                              A       B       C
    ▸Two members of the council voted against the order, …       ¶4     =¶6     =¶2













     C 02: verbatim ¶2, moved up over 2 blocks       Tab page   Enter read   ? help

     harbour          [1 A] (2=B 70%)  3=C 100%
     sharing [passages] source headlines quotati…

     Passages, seen from A
     over 1 block up or down

     1 of 6 passages           A       B       C
    ▸Two members of th…       ¶4     =¶6     =¶2






     C 02: verbatim ¶2, moved up over 2…  ? help
    ");
    let count = |typed: &str| {
        let shown = screen(moved(), SIZES[1], typed);
        shown.lines().find_map(|line| line.trim().split_once(" of 6 passages").map(|(count, _)| count.to_owned()))
    };
    let counts = ["v<Tab>><lt><lt><lt>", "v<Tab>><lt>", "v<Tab>>"].map(count);
    assert_eq!(counts, ["1", "0", "0"].map(|count| Some(count.to_owned())), "it moved over two blocks");
}

#[test]
fn what_an_outlet_alone_has_opens_in_its_column() {
    let column = |typed| {
        let (model, _) = played(harbour(), SIZES[2], typed);
        model.open::<StoryComponent>().map(|view| view.choice.column)
    };
    assert_eq!([column("v<Tab>Gk"), column("v<Tab>Gk<Enter>"), column("v<Tab>G<Enter>")], [Some(1), Some(2), Some(3)]);
    // Folding leaves the column where it is.
    assert_eq!(column("v<Tab>Gk<Enter>h<Enter>"), Some(1));
    let shown = screen(harbour(), SIZES[2], "v<Tab>Gk<Enter>j");
    assert!(shown.lines().last().is_some_and(|line| line.starts_with(" C Post: ¶2")), "{shown}");
}

#[test]
fn lines_between_the_bars_hide_none() {
    let count = 4;
    for height in 16..40 {
        let shown = screen(many(count), (80, height), "v");
        let bars = shown.lines().filter(|line| line.ends_with(" w") && line.contains("% of ")).count();
        let is_parted = shown.lines().any(|line| line.starts_with(" A Outlet 0") && line.ends_with(" w"))
            && shown.contains(" w\n\n B Outlet");
        assert!(!is_parted || bars == count, "{height}: {shown}");
    }
}

#[test]
fn runs_stand_there_whole_and_what_is_left_out_is_counted() {
    for (width, height) in (14..42).step_by(3).flat_map(|height| [45, 60, 80, 100, 140].map(|width| (width, height))) {
        for typed in ["v", "v]", "v[", "v]]"] {
            let shown = screen(harbour(), (width, height), typed);
            let lines: Vec<&str> = shown.lines().collect();
            let is_run = |line: &str| line.contains(" w  A¶") || line.contains(" w  B¶");
            let runs = lines.iter().filter(|line| is_run(line)).count();
            for pair in lines.windows(2).filter(|pair| is_run(pair[0])) {
                let at = pair[0].find(" w  ").map_or(0, |byte| pair[0][..byte].chars().count() - 4);
                let words: String = pair[1].chars().skip(at).collect();
                assert!(words.starts_with("  ") && !words.trim().is_empty(), "{width}×{height} {typed}: {shown}");
            }
            let is_range = |first: usize| shown.contains(&format!(" · {first}–{} of 3", first + runs - 1));
            let is_counted = match runs {
                1 => (1..4).any(|run| shown.contains(&format!(" · {run} of 3"))),
                _ => (1..4).any(is_range),
            };
            assert!(runs > 0 && (is_counted || runs == 3), "{width}×{height} {typed}: {shown}");
        }
    }
}

#[test]
fn what_several_outlets_lack_is_listed() {
    // Those not found in C, then of these those not found in D either.
    let shown = SIZES.map(|size| screen(harbour(), size, "v<Tab>l====l>")).join("\n");
    assert_snapshot!(shown, @"
     harbour                                                                    [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 56%   4 D Notes 0%
      sharing  [passages]  source   headlines   quotations   people   figures   words

     Passages, seen from A · not found in C and D
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet   ⊏ part of it elsewhere there   – its wording was not found
       there, but not in A   ¶ where it stands

     3 of 7 passages                                                                                                  A       B       C       D
    ▸B: Nobody at the quay believes a word of it, says the harbour master.                                            –      ¶4       –       –
     Tickets will not rise before spring, the treasurer said, whatever the price of oil.                             ¶3       –       –       –
     Three boats were withdrawn in March after cracks were found in their hulls.                                     ¶4     =¶2       –       –




























     not found in C and D                                                   v close   1–9 seen from   = filter   Tab page   Enter read   ? help

     harbour        [1 A Coast Wire] (2 B Ledger 66%)  3–C Post 56%   4 D Notes 0%
     sharing [passages] source headlines quotations people figures words

     Passages, seen from A · not found in C and D
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet
       ⊏ part of it elsewhere there   – its wording was not found
       there, but not in A   ¶ where it stands

     3 of 7 passages                                      A       B       C       D
    ▸B: Nobody at the quay believes a word of it,…        –      ¶4       –       –
     Tickets will not rise before spring, the tre…       ¶3       –       –       –
     Three boats were withdrawn in March after cr…       ¶4     =¶2       –       –











     not found in C and D                 = filter   Tab page   Enter read   ? help

     harbour             [1 A] (2 B)  3–C   4 D
     sharing [passages] source headlines quotati…

     Passages, seen from A
     not found in C and D

     3 of 7 passages            A    B    C    D
    ▸B: Nobody at the quay…     –    4    –    –
     Tickets will not rise…     3    –    –    –
     Three boats were with…     4   =2    –    –




     not found in C and D    Enter read   ? help
    ");
    let filter = |typed: &str| {
        let (model, _) = played(harbour(), SIZES[0], typed);
        model.open::<StoryComponent>().map(|view| view.choice.filter)
    };
    let several = |articles: &[usize]| Some(Filter::NotInAny(articles.iter().copied().collect()));
    assert_eq!(filter("v<Tab>l====l>"), several(&[2, 3]));
    assert_eq!(filter("v<Tab>l====l>hh>"), several(&[1, 2, 3]));
    assert_eq!(filter("v<Tab>l====l>h<lt>"), Some(Filter::NotIn(3)));
    assert_eq!(filter("v<Tab>l====<lt>"), Some(Filter::NotIn(2)), "one is left");
    assert_eq!(filter("v<Tab>l====l>="), Some(Filter::MovedBy(3)));
    let text = |filter| diptych::report::story_text::write(&harbour(), Some(0), filter, PageSetup::default());
    let lacking = text(Filter::NotInAny([2, 3].into_iter().collect()));
    assert!(lacking.contains("Passages, seen from A · not found in C and D"), "{lacking}");
}

#[test]
fn where_nothing_is_shown_it_is_said_what_is_not_counted_and_which_key_shows_it() {
    // B makes one paragraph of two sentences: A has the first one, C the second one.
    let halves = || {
        story(&[&format!("{QUAY}\n\n{BEES}"), &format!("{QUAY} {WORMS}\n\n{SCHOOL}"), &format!("{WORMS}\n\n{MAYOR}")])
    };
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let why = "none; 1 passage is not counted: an outlet has it only by way of a third one (⇢), without A's words";
    for size in SIZES {
        let shown = words(screen(halves(), size, "v<Tab>="));
        assert!(shown.contains(&format!("{why}; = shows those in some outlets, this one too")), "{size:?}: {shown}");
        assert!(!words(screen(halves(), size, "v<Tab>==")).contains(" none"), "the key shows it");
        let shown = words(screen(halves(), size, "v<Tab>====="));
        assert!(shown.contains("none; = shows: all"), "{shown}");
    }
    let text = diptych::report::story_text::write(&halves(), Some(0), Filter::InAll, PageSetup::default());
    assert!(words(text).contains(why), "without a screen no key is named");
}

#[test]
fn a_run_is_chosen_and_read() {
    let choice = |typed| {
        let (model, _) = played(harbour(), SIZES[1], typed);
        model.open::<StoryComponent>().map(|view| view.choice.run)
    };
    assert_eq!(choice("v"), Some(None));
    assert_eq!(choice("v]"), Some(Some(0)));
    assert_eq!(choice("v]]["), Some(Some(0)));
    assert_eq!(choice("v[["), choice("v]]"));
    assert_eq!(choice("v]j"), Some(None), "another pair has its own");
    let at = |typed| {
        let (model, _) = played(harbour(), SIZES[1], typed);
        assert!(model.layers().is_empty(), "the reader is back");
        let letters = model.reader.pair.letters();
        format!("{}{} ¶{}", letters.left, letters.right, model.reader.block(model.reader.position.focus) + 1)
    };
    assert_eq!(at("v<Enter>"), "AB ¶4", "the longest one");
    assert_eq!([at("v]<Enter>"), at("v]]<Enter>")], ["AB ¶4", "AB ¶2"]);
    assert!(screen(harbour(), SIZES[1], "vh]").contains("an article beside itself: choose another column"));
}

#[test]
fn digits_lead_to_an_outlet_where_nothing_is_seen_from_one() {
    for size in SIZES {
        let chosen = |typed: &str| {
            let shown = screen(harbour(), size, typed);
            assert!(!shown.contains("seen from"), "{typed}\n{shown}");
            shown.lines().find(|line| line.starts_with('▸')).and_then(|line| line.chars().nth(1))
        };
        let headlines = ["H", "H3", "H4.", "H3,", "H9"].map(chosen);
        assert_eq!(headlines, ['A', 'C', 'A', 'B', 'A'].map(Some), "{size:?}");
        assert_eq!(["v", "v4", "v2.", "vG,"].map(chosen), ['A', 'D', 'C', 'C'].map(Some), "{size:?}");
    }
    let help = |typed: &str| screen(harbour(), SIZES[0], typed);
    assert!(
        help("H?").contains("to the line of another outlet") && help("v?").contains("to the line of another outlet")
    );
    assert!(help("v<Tab>?").contains("seen from another outlet") && help("v<Tab><Tab>?").contains("seen from another"));
}

#[test]
fn a_run_is_chosen_with_the_mouse() {
    for (width, height) in SIZES {
        let (mut model, buffer) = played(harbour(), (width, height), "v");
        let shown = dump::text(&buffer);
        let row = shown.lines().position(|line| line.contains(" w  A¶4")).expect("the longest run is shown");
        let line = shown.lines().nth(row).expect("it is there");
        let column = line.find(" w  A¶4").map_or(0, |byte| line[..byte].chars().count());
        let at = |place: usize| u16::try_from(place).expect("the screen is small");
        let click = Message::Mouse(Mouse { kind: MouseKind::Press, column: at(column), row: at(row) });
        model.update(click.clone());
        assert_eq!(model.open::<StoryComponent>().map(|view| view.choice.run), Some(Some(0)), "{width}");
        model.update(click);
        assert!(model.layers().is_empty());
    }
}

#[test]
fn the_help_says_what_is_new() {
    let help = screen(harbour(), (140, 60), "v?") + &screen(harbour(), (140, 60), "v<Tab>?");
    for line in [
        "next, previous of the longest runs",
        "what one outlet alone has, folded to a line",
        "of a bar, each",
        "behind a bar:",
    ] {
        assert!(help.contains(line), "{line}\n{help}");
    }
}

#[test]
fn by_pages_every_headline_is_seen() {
    for size in [(140, 40), (80, 24), (60, 20), (45, 15)] {
        for (start, key) in [("H", "f"), ("H", "d"), ("H", " "), ("HG", "b"), ("HG", "u")] {
            let seen: String =
                (0..8).map(|pages| screen(harbour(), size, &(start.to_owned() + &key.repeat(pages)))).collect();
            for outlet in ["Coast Wire", "Ledger", "Post", "Notes"] {
                let is_seen = seen.lines().any(|line| line.chars().skip(5).collect::<String>().starts_with(outlet));
                assert!(is_seen, "{size:?} {start}{key}: {outlet}\n{seen}");
            }
        }
    }
}

/// The shade of the chosen cell says how much is shared there, as that of any other cell: it is not turned with the rest.
#[test]
fn the_shade_of_the_chosen_cell_is_as_it_is() {
    let (_, buffer) = played(harbour(), SIZES[0], "v");
    let chosen = |x: u16, y: u16| buffer[(x, y)].modifier.contains(Modifier::REVERSED);
    let in_cell = |x: u16, y: u16| x > 0 && chosen(x - 1, y) && chosen(x + 1, y);
    let area = buffer.area;
    let cells = (0..area.height).flat_map(|y| (0..area.width - 1).map(move |x| (x, y)));
    let shades = cells.filter(|&(x, y)| in_cell(x, y) && ["█", "▓", "▒", "░"].contains(&buffer[(x, y)].symbol()));
    let turned: Vec<bool> = shades.map(|(x, y)| chosen(x, y)).collect();
    assert_eq!(turned, [false]);
}

/// All that cells look like is named above the table.
#[test]
fn the_legend_of_passages_names_every_shade() {
    for name in ["night", "mono"] {
        let mut opening = opened(harbour(), SIZES[0]);
        opening.theme = Theme::named(name).expect("it is a theme");
        let text = dump::text(&play(opening, &keys::parse("v<Tab>").expect("the keys are known")).1);
        let legend = text.lines().skip(2).take(4).collect::<Vec<_>>().join(" ");
        for said in ["in A's words", "edited", "reworded", "by way", "part of it", "there, but not in A", "not found"] {
            assert!(legend.contains(said), "{name}: {said} in {legend}");
        }
    }
}
