//! The whole story on the screen: keys in, screens out.

use std::sync::Arc;

use diptych::article::Article;
use diptych::intake::bundled;
use diptych::keys;
use diptych::layout::PageSetup;
use diptych::options::StartView;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::components::StoryComponent;
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Message, Opening, Settings};
use diptych::tui::{draw, dump, play};
use insta::assert_snapshot;

fn espionage() -> Story {
    Story::new("counter-espionage", bundled::read("counter-espionage").expect("it is bundled"))
}

fn played(story: Story, width: u16, height: u16, typed: &str) -> (Model, String) {
    let opening = Opening::new(Arc::new(story), Pair::new(0, 1)).sized(width, height);
    let (model, buffer) = play(opening, &keys::parse(typed).expect("the keys are known"));
    (model, dump::text(&buffer))
}

fn screen(width: u16, height: u16, typed: &str) -> String {
    played(espionage(), width, height, typed).1
}

/// The two articles in the reader, the one in focus first marked, and the block that it is at.
fn reader(typed: &str) -> String {
    let (model, _) = played(espionage(), 100, 30, typed);
    assert!(model.layers().is_empty(), "the reader is back");
    let letters = model.reader.pair.letters();
    format!(
        "{}{} {}¶{}",
        letters.left,
        letters.right,
        letters[model.reader.position.focus],
        model.reader.block(model.reader.position.focus) + 1
    )
}

#[test]
fn sharing() {
    assert_snapshot!(screen(90, 16, "v"), @"
     counter-espi…  [1 A Meri…] (2 B High… 69%)  3≈C Harb… 1%   4 D Gate… 5%   5 E Plai… 55%
     [sharing]  passages   source   headlines   quotations   people   figures   words
                                                                                   more below
     Shared wording
                                in A      in E      in B      in D      in C
    ▸A Meridian Wire               ·  63%█·45   61%█·28   10%▒·15    1%░·5
     E Plain Talk           55%▓·45          ·  50%▓·28   10%▒·15    1%░·5
     B Highland Digest      69%█·28   65%█·28          ·  11%▒·14    2%░·5
     D Gate Street Review    5%░·15    5%░·15    5%░·14          ·   2%░·11
     C Harbour Network       1%░·5     1%░·5     1%░·5     2%░·11          ·

     Longest runs in A and B · 1 of 12
       28 w  A¶9  B¶5
       Political safety ranks above every other kind of national security, and its first…

     211 w of A Meridian Wire in B Highland Digest · longest run 28 · 19 w quoted      ? help
    ");
}

#[test]
fn sharing_at_sixty() {
    assert_snapshot!(screen(60, 16, "v"), @"
     counter-espi…  [1 A] (2 B 69%)  3≈C 1%   4 D 5%   5 E 55%
     [sharing] passages source headlines quotations people figu…
                                                     more below
     Shared wording
                             A    E    B    D    C
    ▸A Meridian Wire         ·   63█  61█  10▒   1░
     E Plain Talk           55▓   ·   50▓  10▒   1░
     B Highland Digest      69█  65█   ·   11▒   2░
     D Gate Street Review    5░   5░   5░   ·    2░
     C Harbour Network       1░   1░   1░   2░   ·

     Longest runs in A and B · 1 of 12
       28 w  A¶9  B¶5
       Political safety ranks above every other kind of…

     211 w of A Meridian Wire in B Highland Digest · l…  ? help
    ");
}

#[test]
fn passages_in_some_outlets() {
    assert_snapshot!(screen(100, 20, "v<Tab>=="), @"
     counter-espi…  [1 A Meridi…] (2 B Highla… 69%)  3≈C Harbou… 1%   4 D Gate S… 5%   5 E Plain … 55%
      sharing  [passages]  source   headlines   quotations   people   figures   words
                                                                                             more below
     Passages, seen from A · in some outlets
       = in A's words   ~ edited   ≈ reworded   ⇢ linked by way of a third outlet
       ⊏ part of it elsewhere there   – its wording was not found   there, but not in A
       ¶ where it stands

     12 of 69 passages                                                A       E       B       D       C
    ▸China Wants Every Citizen to Help Catch Spies                   ¶1       –       –       –     ≈¶1
     Ordinary people in China should be drawn into the hunt f…       ¶4     ~¶9     ~¶7       –       –
     B: The leadership in Beijing, which watches its own peop…        –       –      ¶2      ¶2       –
     Watching for foreign agents should become a habit of eve…       ¶5    =¶10     ~¶3   ~¶3,4       ⊏
     C: Where it used to speak of state secrets and intellige…        –       –       –      ¶9     ¶16
     E: The leaders in Beijing must “create machinery so that…       ¶5     ⇢¶4     ~¶3     ~¶3       –
     The drive to popularize vigilance among the general publ…       ¶6    ~¶11     ~¶8       –       –
     That law forbids passing on material that touches on nat…       ¶7    =¶12     ~¶9       –       –
     Under its new wording, investigators in espionage cases …       ¶8    =¶13    =¶10       –       –
     Political safety ranks above every other kind of nationa…       ¶9    =¶14     ~¶5       –       –
     in some outlets                v close   1–9 seen from   = filter   Tab page   Enter read   ? help
    ");
}

#[test]
fn source() {
    assert_snapshot!(screen(100, 28, "v<Tab><Tab>"), @"
     counter-espi…  [1 A Meridi…] (2 B Highla… 69%)  3≈C Harbou… 1%   4 D Gate S… 5%   5 E Plain … 55%
      sharing   passages  [source]  headlines   quotations   people   figures   words

     Words that stand in A too
     A is taken as the source: 394 words of 2 other articles stand in it outside quotation marks, in
     runs of five and more; more than in any other. Sharing has no direction.
     █ verbatim   ▓ edited   ▒ moved   ░ elsewhere in A   ╌ in other outlets   · only here
     ▁▄█ of each tenth, from the lead to the end

    ▸B Highland Digest    ████▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒··············  69 % of 306 w  ▁▆▇▆▆▆▆▆▅▇
                          verbatim 23, edited 88, moved 101, elsewhere 0, in others 4, only here 90; 19
                          of the 212 inside quotation marks
                          A's name ‘Meridian’ stands at ¶3; of 3 runs of 20 words and more, 1 stands
                          partly in quotation marks
     C Harbour Network    ╌··············································   1 % of 677 w  ▁
                          verbatim 0, edited 0, moved 0, elsewhere 5, in others 11, only here 661
     D Gate Street Review ▓▓╌············································   5 % of 747 w  ▁▃
                          verbatim 0, edited 35, moved 0, elsewhere 0, in others 11, only here 701
     E Plain Talk         ███████████████████▓▓▓▓▓▓░·····················  55 % of 411 w    ▁▃█▇███
                          verbatim 168, edited 52, moved 0, elsewhere 5, in others 4, only here 182; 24
                          of the 225 inside quotation marks
                          A's name ‘Meridian’ stands at ¶4; of 6 runs of 20 words and more, 1 stands
                          partly in quotation marks

     Alike in other outlets, unlike A
     A¶6: B and E share “popularise” where A has “popularize”

     source: A Meridian Wire         1–9 source   = read its own alone   Tab page   Enter read   ? help
    ");
}

#[test]
fn headlines() {
    assert_snapshot!(screen(80, 24, "H"), @"
     counter-espionage                  [1 A] (2 B 69%)  3≈C 1%   4 D 5%   5 E 55%
     sharing passages source [headlines] quotations people figures words
                                                                         more below
     Headlines and leads

    ▸A   Meridian Wire · 2023-08-01
         China Wants Every Citizen to Help Catch Spies
         Ordinary people in China should be drawn into the hunt for spies, with
         easy ways to report what they notice and praise and prizes for those who
         do, the security ministry said on Tuesday.

     B   Highland Digest · 2023-08-02
         All of China Is Told to Stand Guard Over the Political Order
         The leadership in Beijing, which watches its own people at least as
         closely as any rival, has asked all of them to shield the political order
         from spies.

     C   Harbour Network · 2023-08-02
         China’s spy service steps into the open and calls for the help of every
         household
         Hong Kong (Harbour) — For decades it did not so much as keep a website.
         Now the agency that hunts spies on behalf of Beijing has a page on the
         country’s busiest messaging app, and its opening move is to ask everybody
     A Meridian Wire                       v close   Tab page   Enter read   ? help
    ");
}

#[test]
fn a_cell_of_the_matrix_opens_its_two() {
    // At the longest run.
    assert_eq!(reader("vh<Enter>"), "AE A¶5");
    assert_eq!(reader("vjhh<Enter>"), "EA E¶10");
    assert!(screen(90, 16, "vhh<Enter>").contains("an article beside itself: choose another column"));
}

#[test]
fn a_passage_opens_at_its_block() {
    assert_eq!(reader("v<Tab>==ll<Enter>"), "AC A¶1");
    assert_eq!(reader("v<Tab>==j<Enter>"), "AB A¶4");
    assert_eq!(reader("v<Tab>==jj<Enter>"), "AB B¶2");
}

#[test]
fn a_page_opens_where_the_reader_is() {
    // C is on the left, D on the right and in focus.
    let pair = "3<Tab>4";
    assert_eq!(reader(&format!("{pair}v<Enter>")), "DC D¶9", "the longest run of these two");
    // The paragraph that is read, in the article that is read, beside the one that is opposite.
    let typed = format!("{pair}jjjjjjj");
    assert_eq!(reader(&typed), "CD D¶2");
    assert_eq!(reader(&format!("{typed}v<Tab><Enter>")), "DC D¶2");
    let shown = screen(100, 24, &format!("{typed}v<Tab>"));
    assert!(shown.contains("Passages, seen from D") && shown.contains("not found in C Harbour Network"), "{shown}");
    // What it says of a source does not follow from where one is; its line does.
    let shown = screen(100, 30, &format!("{typed}v<Tab><Tab>"));
    assert!(shown.contains("A is taken as the source") && shown.contains("▸D Gate Street Review"), "{shown}");
    assert!(screen(100, 30, &format!("{typed}H")).contains("▸D   Gate Street Review"));
    // What was asked for by a digit stays.
    assert!(
        screen(100, 24, &format!("{typed}v<Tab>2<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>"))
            .contains("Passages, seen from B")
    );
}

#[test]
fn a_page_is_where_the_reader_is_when_all_is_known_at_last() {
    let mut model = Model::new(Opening::new(Arc::new(espionage()), Pair::new(0, 1)).sized(100, 30));
    let keys = keys::parse("3<Tab>4v<Tab>").expect("the keys are known");
    for key in keys {
        model.update(Message::Key(key));
    }
    model.run_jobs();
    let view = model.open::<StoryComponent>().expect("the story is open");
    // D's headline, and the column of C, which comes last of relatives.
    assert_eq!((view.choice.item, view.choice.column), (0, 4));
    model.update(Message::Key(keys::parse("<Enter>").expect("it is known")[0]));
    assert_eq!(model.reader.pair.shown, Pair::new(3, 2));
}

#[test]
fn outlets_stand_in_one_order_on_all_pages() {
    let columns = |typed: &str, cell: &str| {
        let shown = screen(100, 24, typed);
        let head = shown.lines().find(|line| line.contains(cell)).expect("the columns have names").to_owned();
        head.split_whitespace()
            .filter(|word| word.len() == 1 && word.chars().all(char::is_uppercase))
            .collect::<String>()
    };
    assert_eq!([columns("v", "in A  "), columns("v<Tab>", "69 of 69")], ["AEBDC", "AEBDC"]);
}

#[test]
fn an_item_that_is_longer_than_the_screen_is_gone_through() {
    // The first outlet's lines do not fit.
    let shown = |typed: &str| screen(45, 13, &format!("v<Tab><Tab>{typed}"));
    assert!(shown("").contains("more below") && !shown("").contains("partly"), "{}", shown(""));
    let rest = shown("j");
    assert!(rest.contains("partly") && rest.contains("more above and below"), "{rest}");
    assert_eq!(shown("jk"), shown(""));
    assert!(shown("jj").contains("▸C Harbour"), "{}", shown("jj"));
}

#[test]
fn seen_from_another() {
    let screen = screen(100, 20, "v<Tab>2");
    assert!(screen.contains("Passages, seen from B"));
}

#[test]
fn what_stands_in_one_alone() {
    let screen = screen(100, 30, "vL");
    assert!(screen.contains("only in A"), "{screen}");
    assert!(!screen.contains("¶4 "), "the lead stands in others too");
}

#[test]
fn how_far_can_be_chosen() {
    let counted = |typed: &str| {
        let screen = screen(100, 40, &format!("v<Tab>{typed}"));
        let head = screen.lines().find(|line| line.contains(" of 69 passages")).expect("it is the table");
        head.split_whitespace().next().and_then(|count| count.parse().ok()).unwrap_or(usize::MAX)
    };
    assert!(screen(100, 30, "v<Tab>>").contains("over 3 blocks up or down"));
    assert!(screen(100, 30, "v<Tab>>>").contains("over 4 blocks up or down"));
    assert!(screen(100, 30, "v<Tab>><lt><lt>").contains("over 1 block up or down "));
    let moved: Vec<usize> = [">>>>>>>>>>", ">>>", ">", "><lt><lt>", "><lt><lt><lt><lt>"].map(counted).to_vec();
    assert!(moved.is_sorted() && moved[0] < moved[4], "{moved:?}");
    // It is kept for the next time that the filter comes round.
    assert!(screen(100, 30, "v<Tab>>>======").contains("over 4 blocks up or down"));
}

#[test]
fn the_page_of_the_source_leads_into_the_text() {
    assert_eq!(reader("v<Tab><Tab><Enter>"), "AB B¶3");
    assert_eq!(reader("v<Tab><Tab>jjj<Enter>"), "AE E¶6");
    // After the four articles comes what two of them have alike.
    assert_eq!(reader("v<Tab><Tab>jjjj<Enter>"), "AB A¶6");
    let own = screen(100, 30, "v<Tab><Tab>=");
    assert!(own.contains("folded: what both have") && own.contains("▸ 1 block: China Wants Every"), "{own}");
}

#[test]
fn what_others_have_alike_stands_under_its_heading() {
    let shown = [(140, 40), (80, 24), (60, 20), (45, 15)].map(|(width, height)| screen(width, height, "v<Tab><Tab>G"));
    insta::assert_snapshot!("alike", shown.join("\n"));
    for (width, height) in (12..50).step_by(4).flat_map(|height| [45, 60, 140].map(|width| (width, height))) {
        let shown = screen(width, height, "v<Tab><Tab>G");
        let heading = |text: &str| shown.lines().position(|line| line.contains(text));
        let (alike, words) = (heading("Alike in other outlets"), heading("Words that stand in"));
        let first = shown.lines().position(|line| line.contains("A¶"));
        assert!(alike.is_some() && alike < first && words < alike, "{width}×{height}\n{shown}");
    }
}

#[test]
fn a_headline_leads_to_its_article() {
    assert_eq!(reader("Hjj<Enter>"), "CA C¶1");
    assert_eq!(reader("H<Enter>"), "AB A¶1");
}

#[test]
fn filters_go_round() {
    let shown = |count: usize| {
        let (model, _) = played(espionage(), 100, 30, &format!("v<Tab>l{}", "=".repeat(count)));
        let view = model.open::<StoryComponent>().expect("it is open");
        model.reader.facts.perspective.as_ref().map_or(0, |from| from.presence.shown(view.choice.filter).len())
    };
    let (all, in_all, in_some, only, not_in) = (shown(0), shown(1), shown(2), shown(3), shown(4));
    assert!(in_all + in_some < all && only < all && not_in < all);
    assert!(shown(5) < all);
    assert_eq!(shown(6), all);
}

#[test]
fn it_closes_where_it_opened() {
    let before = screen(100, 30, "]]");
    for typed in ["]]vv", "]]v<Esc>", "]]vq", "]]v<Tab>jjvv<Esc>"] {
        assert_eq!(screen(100, 30, typed), before, "{typed}");
    }
    assert!(played(espionage(), 100, 30, "v<C-c>").0.reader.outbox.has_quit);
}

#[test]
fn it_can_be_the_first_thing_on_the_screen() {
    let opening = Opening { first: StartView::Story, ..Opening::new(Arc::new(espionage()), Pair::new(0, 1)) };
    let (model, _) = play(opening, &[]);
    assert!(model.open::<StoryComponent>().is_some());
}

#[test]
fn no_size_and_no_story_panics() {
    let two = || Story::new("two", vec![Article::read("a", "One."), Article::read("b", "Two.")]);
    for (width, height) in [(1, 1), (24, 7), (40, 9), (80, 24), (300, 100)] {
        for typed in [
            "v",
            "vG",
            "v<Tab>G",
            "v<Tab>=====",
            "v<Tab><Tab>G",
            "v<Tab><Tab><Tab>G",
            "vllllll",
            "vL",
            "vG<Enter>",
            "v<Tab>G<Enter>",
        ] {
            let _ = played(espionage(), width, height, typed);
            let _ = played(two(), width, height, typed);
        }
    }
}

/// All pages at three sizes: what changes on any of them is seen.
#[test]
fn every_page_at_three_sizes() {
    let mut shown = String::new();
    for (width, height) in [(60, 20), (80, 24), (140, 40)] {
        for typed in ["v", "v<Tab>=", "v<Tab>>", "v<Tab><Tab>", "H"] {
            let screen = screen(width, height, typed);
            assert!(screen.lines().all(|line| line.chars().count() <= usize::from(width)), "{screen}");
            shown += &["── ", typed, "\n", &screen, "\n"].concat();
        }
    }
    insta::assert_snapshot!("every_page", shown);
}

/// Fifty outlets with names that are long and alike.
fn fifty() -> Story {
    let article = |place: usize| {
        let text = format!(
            "---\noutlet: The Independent Morning Chronicle of Harbour Number {place}\n---\nBoat {place} leaves\n\n\
            The ferries were withdrawn on Monday after cracks were found in number {place}.\n\nBoat {} stays.\n",
            place / 3
        );
        Article::read(&format!("{place:02}.txt"), &text)
    };
    Story::new("fifty", (0..50).map(article).collect())
}

#[test]
fn fifty_outlets() {
    let screens =
        [(80, 24, "vjjlll"), (60, 20, "vGl"), (100, 30, "v<Tab>llllllllllllllll"), (140, 40, "vlllllllllllllllll")];
    let shown = screens.map(|(width, height, typed)| {
        format!("── {width}×{height} {typed}\n{}", played(fifty(), width, height, typed).1)
    });
    assert!(
        shown[0].contains("The Independent Morning Chronicle of Harbour Number"),
        "names in full where one is chosen"
    );
    insta::assert_snapshot!("fifty_outlets", shown.join("\n"));
}

fn clicked(model: &mut Model, kind: MouseKind, words: &str) {
    let shown = dump::text(&draw(model, 100, 30));
    let at = shown.lines().enumerate().find_map(|(row, line)| {
        let byte = line.find(words)?;
        Some((line[..byte].chars().count(), row))
    });
    let (column, row) = at.expect("it is on the screen");
    let at = |place: usize| u16::try_from(place).expect("the screen is small");
    model.update(Message::Mouse(Mouse { kind, column: at(column), row: at(row) }));
    model.run_jobs();
}

#[test]
fn the_mouse_in_the_pages() {
    let (mut model, _) = played(espionage(), 100, 30, "v");
    // A cell is chosen by one click and read by the next.
    clicked(&mut model, MouseKind::Press, "69%█·28");
    assert_eq!(model.open::<StoryComponent>().map(|view| (view.choice.item, view.choice.column)), Some((2, 0)));
    clicked(&mut model, MouseKind::Press, "69%█·28");
    assert!(model.layers().is_empty());
    assert_eq!(model.reader.pair.letters(), Pair::new("B".to_owned(), "A".to_owned()));
    // The names of the pages lead there, and tabs choose the base.
    let (mut model, _) = played(espionage(), 100, 30, "v");
    clicked(&mut model, MouseKind::Press, "passages");
    clicked(&mut model, MouseKind::Press, "C Harb");
    assert_eq!(model.reader.facts.base(), Some(2));
    clicked(&mut model, MouseKind::WheelDown, "Passages");
    assert_eq!(model.open::<StoryComponent>().map(|view| view.choice.item), Some(1));
    clicked(&mut model, MouseKind::Press, "source");
    clicked(&mut model, MouseKind::Press, "E Plain Talk  ");
    clicked(&mut model, MouseKind::Press, "E Plain Talk  ");
    assert!(model.layers().is_empty());
    assert_eq!(model.reader.pair.letters(), Pair::new("C".to_owned(), "E".to_owned()));
}

#[test]
fn ascii_tells_the_parts_of_a_bar_and_the_heights_of_a_profile() {
    let setup = PageSetup { ascii: true, ..PageSetup::default() };
    let settings = Settings { setup, ..Settings::default() };
    let opening = Opening { settings, ..Opening::new(Arc::new(espionage()), Pair::new(0, 1)) }.sized(100, 30);
    let (_, buffer) = play(opening, &keys::parse("v<Tab><Tab>").expect("the keys are known"));
    let screen = dump::text(&buffer);
    let legend = "# verbatim   % edited   + moved   : elsewhere in A   - in other outlets   . only here";
    assert!(screen.contains(legend), "{screen}");
    let bar = screen.lines().find(|line| line.contains("55 %")).expect("E has a bar");
    assert!(bar.contains("##%%") && bar.contains('_'), "{bar}");
}

#[test]
fn each_page_has_a_help_of_its_own() {
    for (typed, title, line) in [
        ("v?", "The whole story: sharing", "the row's outlet beside the column's"),
        ("v<Tab>?", "The whole story: passages", "next page"),
        ("H?", "The whole story: headlines", "back to the text"),
        ("L?", "Lists of an outlet", "next, previous list"),
    ] {
        let (mut model, screen) = played(espionage(), 100, 30, typed);
        assert!(screen.contains(title) && screen.contains(line), "{typed}: {screen}");
        assert_eq!(model.layers().len(), 2, "{typed}");
        model.update(Message::Key(keys::parse("<Esc>").expect("the key is known")[0]));
        assert_eq!(model.layers().len(), 1, "{typed}: what it is the help of stays open");
    }
}
