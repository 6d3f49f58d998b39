//! The way back: a key that exchanges an outlet says so, and going back restores the pair, the pane and the place.

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys::{self, Action, Keymap, Wanted};
use diptych::layout::Arrangement;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::components::MapComponent;
use diptych::tui::draw;
use diptych::tui::geometry::tabs;
use diptych::tui::geometry::text::{self, HitTarget};
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Message, Opening};
use proptest::prelude::*;

use made::LEDGER;

const WIRE: &str = "---\noutlet: Coast Wire\ntitle: New boats for the island\n---\n
The ministry said on Tuesday that three ferries would be renewed before the next winter.

Tickets will not rise before spring, the treasurer said, whatever the price of oil.

Three boats were withdrawn in March after cracks were found in their hulls.

* * *

Two members of the council voted against the order.
";

const NOTES: &str = "---\noutlet: Notes\n---\nThe gulls came back to the chimney of the old dairy.\n
Two members of the council voted against it.\n";

const POST: &str = "---\noutlet: Post\n---\nNobody at the quay believes a word of it.\n
Three boats were withdrawn in March after cracks were found in their hulls.\n";

fn articles() -> Vec<Article> {
    let texts = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES), ("post.txt", POST)];
    texts.map(|(name, text)| Article::read(name, text)).to_vec()
}

fn story(articles: Vec<Article>) -> Arc<Story> {
    Arc::new(Story::new("harbour", articles))
}

fn model(typed: &str) -> Model {
    let mut model = Model::new(Opening::new(story(articles()), Pair::new(0, 1)).sized(100, 14));
    press(&mut model, typed);
    model
}

fn press(model: &mut Model, typed: &str) {
    for key in keys::parse(typed).expect("the keys are known") {
        model.update(Message::Key(key));
    }
}

fn notice(model: &Model) -> &str {
    model.reader.status.notice.as_deref().unwrap_or_default()
}

fn letters(model: &Model) -> String {
    let letters = model.reader.pair.letters();
    letters.left + &letters.right
}

/// What going back is to restore: the pair, the pane, the rows and the block in focus.
fn at(model: &Model) -> (String, Side, Pair<usize>, usize) {
    (
        letters(model),
        model.reader.position.focus,
        model.reader.position.viewports.map(|eye| eye.top),
        model.reader.block(model.reader.position.focus),
    )
}

/// Presses the button on the tab of an outlet.
fn point_at_tab(model: &mut Model, kind: MouseKind, place: usize) {
    let column = tabs::tabs(&model.reader).iter().find(|tab| tab.article == place).expect("it has a tab").column + 1;
    assert_eq!(text::hit(&model.reader, column, 0), HitTarget::Tab(place));
    model.update(Message::Mouse(Mouse { kind, column, row: 0 }));
}

/// A notice of a hop without what the outlet lacks: `· A¶4 not found there`.
fn without_what_is_lacking(notice: &str) -> String {
    let parts: Vec<&str> = notice.split(" · ").filter(|part| !part.ends_with(" not found there")).collect();
    parts.join(" · ")
}

/// Does something that exchanges an outlet, and goes back; says what it brought and what it said.
#[track_caller]
fn check(start: &str, exchange: impl FnOnce(&mut Model), pair: &str, said: &str) {
    let mut model = model(start);
    let before = at(&model);
    exchange(&mut model);
    // What the paragraph's other outlet has of it is said as well, if it has nothing.
    assert_eq!((letters(&model).as_str(), without_what_is_lacking(notice(&model)).as_str()), (pair, said), "{start}");
    press(&mut model, "jj'");
    assert_eq!(at(&model), before, "{start}");
    assert_eq!(notice(&model), "back to A and B", "{start}");
    press(&mut model, "'");
    assert_eq!(notice(&model), "nothing to go back to", "{start}");
}

#[test]
fn an_exchange_is_said_and_taken_back_however_it_came() {
    for start in ["", "}}}", "}}}jj", "SJJ", "}}s", "}ss", "}}|", "}}<Tab><Tab>"] {
        check(start, |model| press(model, "3"), "CB", "C into the left pane · ' back");
        check(start, |model| press(model, "."), "CB", "C into the left pane · ' back");
        check(start, |model| press(model, ","), "DB", "D into the left pane · ' back");
        check(start, |model| press(model, "oPost<Enter>"), "DB", "D into the left pane · ' back");
        check(start, |model| press(model, ":Notes into<Enter>"), "CB", "C into the left pane · ' back");
        check(start, |model| point_at_tab(model, MouseKind::Press, 3), "DB", "D into the left pane · ' back");
        check(start, |model| point_at_tab(model, MouseKind::PressOther, 3), "AD", "D into the right pane · ' back");
    }
    for start in ["<Tab>", "<Tab>}}}", "<Tab>SKKJJ", "<Tab>|}}"] {
        check(start, |model| press(model, "3"), "AC", "C into the right pane · ' back");
        check(start, |model| point_at_tab(model, MouseKind::PressOther, 3), "DB", "D into the left pane · ' back");
    }
}

#[test]
fn the_outlet_opposite_exchanges_the_sides_and_back() {
    for start in ["", "}}}", "<Tab>}}", "}}s", "|}"] {
        let key = if start.starts_with("<Tab>") { "1" } else { "2" };
        check(start, |model| press(model, key), "BA", "sides exchanged · ' back");
    }
    let mut model = model("}}");
    let before = at(&model);
    press(&mut model, "x'");
    assert_eq!(at(&model), before);
}

#[test]
fn the_way_back_is_as_long_as_the_way_was() {
    let mut model = model("}}}");
    let mut way = Vec::new();
    for step in ["<Enter>", "3", "}", "<Tab>", ":2<Enter>", "4", "x", "/boats<Enter>", ".", "mj<Enter>", "<Tab>", "1"] {
        way.push((step, at(&model)));
        press(&mut model, step);
    }
    assert_eq!(letters(&model), "AC");
    way.retain(|(step, _)| !matches!(*step, "}" | "<Tab>"));
    while let Some((step, before)) = way.pop() {
        press(&mut model, "'");
        assert_eq!(at(&model), before, "back from {step}");
    }
    press(&mut model, "'");
    assert_eq!(notice(&model), "nothing to go back to");
}

#[test]
fn a_jump_to_the_pane_that_is_not_shown_shows_it() {
    let mut model = model("|}}}");
    let before = at(&model);
    press(&mut model, "<Enter>");
    assert_eq!((model.reader.position.focus, model.reader.block(Side::Right)), (Side::Right, 1));
    assert_eq!(model.reader.rows.screen.columns.arrangement, Arrangement::Single(Side::Right));
    press(&mut model, "'");
    assert_eq!((at(&model), model.reader.rows.screen.columns.arrangement), (before, Arrangement::Single(Side::Left)));
}

#[test]
fn on_the_map_the_exchange_is_taken_back_too() {
    let mut model = model("}}m3");
    assert!(model.open::<MapComponent>().is_some());
    assert_eq!(
        (letters(&model).as_str(), notice(&model)),
        ("CB", "C into the left pane · A¶3 not found there · ' back")
    );
    press(&mut model, "'");
    assert!(model.open::<MapComponent>().is_some());
    assert_eq!((letters(&model).as_str(), model.reader.block(Side::Left)), ("AB", 2));
}

#[test]
fn from_the_whole_story_the_way_leads_back_as_well() {
    let mut model = model("}}");
    let before = at(&model);
    press(&mut model, "Hjj<Enter>");
    assert_eq!(letters(&model), "CA");
    press(&mut model, "'");
    assert_eq!(at(&model), before);
}

#[test]
fn a_key_that_is_another_one_is_named_and_one_that_is_none_is_not() {
    let with = |key: &[keys::Key]| {
        let (keymap, _) =
            Keymap::with(&[Wanted { action: Action::Back, keys: key.iter().map(|&key| key.into()).collect() }]);
        let opening = Opening { keymap, ..Opening::new(story(articles()), Pair::new(0, 1)).sized(100, 14) };
        let mut model = Model::new(opening);
        press(&mut model, "3");
        notice(&model).to_owned()
    };
    assert_eq!(with(&keys::parse("Q").expect("known")), "C into the left pane · Q back");
    assert_eq!(with(&[]), "C into the left pane");
}

#[test]
fn what_exchanges_nothing_leaves_no_trace() {
    let mut model = model("1");
    assert_eq!(notice(&model), "A is here");
    press(&mut model, "9");
    assert_eq!(notice(&model), "there are 4 outlets");
    press(&mut model, "'");
    assert_eq!(notice(&model), "nothing to go back to");
}

/// The story, its two articles, and where in the one in focus the reader is.
fn place(model: &Model) -> String {
    let focus = model.reader.position.focus;
    format!("{} {} {focus:?} ¶{}", model.reader.pair.story.name, letters(model), model.reader.block(focus) + 1)
}

#[test]
fn the_way_leads_back_and_forth_over_a_change_of_story() {
    let mut model = model("}}3");
    let before = place(&model);
    assert!(before.starts_with("harbour CB Left"), "{before}");
    press(&mut model, "oferry<Enter>");
    assert_eq!((place(&model).as_str(), notice(&model)), ("ferry AB Left ¶1", "story: ferry · ' back"));
    press(&mut model, "}}<Tab>3");
    let there = place(&model);
    press(&mut model, "''");
    assert_eq!((place(&model), notice(&model)), (before.clone(), "back to C and B of harbour"));
    // Jumps in the story that was left are on the way back too.
    press(&mut model, "'");
    assert_eq!(letters(&model), "AB");
    press(&mut model, "\"\"\"");
    assert_eq!((place(&model), notice(&model)), (there, "forth to A and C"));
    press(&mut model, "'''");
    assert_eq!(letters(&model), "AB");
    press(&mut model, "'");
    assert_eq!(notice(&model), "nothing to go back to");
}

#[test]
fn the_way_back_to_another_story_outlasts_a_reload_here() {
    let mut model = model("}}3oferry<Enter>");
    let again = Arc::new(Story::new("ferry", model.reader.pair.story.articles().to_vec()));
    model.update(Message::Reloaded(again));
    assert_eq!(notice(&model), "read again: nothing has changed");
    press(&mut model, "4'");
    assert_eq!((place(&model).as_str(), notice(&model)), ("ferry AB Left ¶1", "back to A and B"));
    press(&mut model, "'");
    assert_eq!(notice(&model), "back to C and B of harbour");
}

#[test]
fn the_way_back_outlasts_a_reload() {
    // B goes, so that C and D are B and C; A grows at its head; D is cut to a line.
    let grown = WIRE.replacen("\n\n", "\n\nA paragraph that is new here.\n\n", 1);
    let texts = [("wire.txt", grown.as_str()), ("notes.txt", NOTES), ("post.txt", "Nobody believes a word of it.")];
    let again = story(texts.map(|(name, text)| Article::read(name, text)).to_vec());
    // A B ¶3, then A D ¶3, then A C ¶4.
    let mut model = model("}}<Tab>4}<Tab>}<Tab>3");
    assert_eq!(letters(&model), "AC");
    model.update(Message::Reloaded(again));
    assert_eq!((letters(&model).as_str(), notice(&model)), ("AB", "read again: 3 articles"));
    press(&mut model, "'");
    assert_eq!(letters(&model), "AC", "what was D is C now");
    assert_eq!(
        (model.reader.position.focus, model.reader.block(Side::Right)),
        (Side::Right, 0),
        "its second block is gone"
    );
    press(&mut model, "'");
    assert_eq!(notice(&model), "nothing to go back to", "what was B is gone");
}

#[test]
fn a_place_in_what_grew_is_found_again() {
    let grown = WIRE.replacen("\n\n", "\n\nA paragraph that is new here.\n\nAnd another one.\n\n", 1);
    let mut model = model("}}}");
    let text = model.reader.pair.articles().left.blocks[model.reader.block(Side::Left)].text.clone();
    press(&mut model, "3");
    let mut texts = articles();
    texts[0] = Article::read("wire.txt", &grown);
    model.update(Message::Reloaded(story(texts)));
    press(&mut model, "'");
    assert_eq!(letters(&model), "AB");
    assert_eq!(model.reader.pair.articles().left.blocks[model.reader.block(Side::Left)].text, text);
}

#[test]
fn a_file_beside_itself_stays_so_when_it_is_read_again() {
    let twice = |text: &str| story(vec![Article::read("wire.txt", text), Article::read("wire.txt", text)]);
    let mut model = Model::new(Opening::new(twice(WIRE), Pair::new(0, 1)));
    model.update(Message::Reloaded(twice(&WIRE.replace("three", "four"))));
    assert_eq!(letters(&model), "AB");
}

/// What can come while somebody reads.
#[derive(Clone, Debug)]
enum Event {
    Keys(&'static str),
    Reload(Vec<usize>, bool),
    Size(u16, u16),
}

fn event() -> impl Strategy<Value = Event> {
    let keys = prop::sample::select(vec![
        "1",
        "2",
        "3",
        "4",
        ".",
        ",",
        "x",
        "'",
        "''",
        "<Enter>",
        "}",
        "{",
        "]",
        "<Tab>",
        "s",
        "|",
        "S",
        "J",
        "=",
        "w",
        "m3<Enter>",
        "mjj<Enter>",
        "mx'<Enter>",
        ":3<Enter>",
        ":b2<Enter>",
        "/boats<Enter>",
        "oferry<Enter>",
        "oharbour<Enter>",
        "Hj<Enter>",
        "G",
        "g",
    ]);
    let kept = prop::sample::subsequence(vec![0_usize, 1, 2, 3], 2..=4);
    prop_oneof![
        8 => keys.prop_map(Event::Keys),
        1 => (kept, any::<bool>()).prop_map(|(kept, is_cut)| Event::Reload(kept, is_cut)),
        1 => (20_u16..140, 5_u16..40).prop_map(|(width, height)| Event::Size(width, height)),
    ]
}

#[test]
fn what_hops_take_along_is_none_of_articles_that_are_read_again() {
    let mut model = model("4");
    let some = |kept: &[usize]| {
        articles().into_iter().enumerate().filter(|(k, _)| kept.contains(k)).map(|(_, own)| own).collect::<Vec<_>>()
    };
    let mut three = some(&[1, 2, 3]);
    three[0].blocks.truncate(1);
    model.update(Message::Reloaded(story(three)));
    press(&mut model, ".");
    model.update(Message::Reloaded(story(some(&[1, 2]))));
    press(&mut model, "1");
    assert!(model.reader.pair.shown.iter().all(|&place| place < 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_way_leads_astray(events in prop::collection::vec(event(), 1..40)) {
        let mut model = model("");
        for event in events {
            match event {
                Event::Keys(keys) => press(&mut model, keys),
                Event::Size(width, height) => model.update(Message::Resize(width, height)),
                Event::Reload(kept, is_cut) if model.reader.pair.story.name == "harbour" => {
                    let mut texts: Vec<Article> = articles().into_iter().enumerate().filter(|(place, _)| kept.contains(place)).map(|(_, article)| article).collect();
                    if is_cut {
                        texts[0].blocks.truncate(1);
                    }
                    model.update(Message::Reloaded(story(texts)));
                }
                Event::Reload(..) => {}
            }
            prop_assert!(model.reader.pair.shown.left != model.reader.pair.shown.right);
            prop_assert!(model.reader.pair.shown.iter().all(|&place| place < model.reader.pair.story.articles().len()));
            prop_assert!(model.reader.position.viewports.iter().all(|eye| eye.cursor < model.reader.rows.layout.rows.len()));
            let _ = draw(&model, model.reader.rows.screen.width, model.reader.rows.screen.height);
        }
        press(&mut model, "<Esc>");
        for _ in 0..200 {
            press(&mut model, "'");
        }
        prop_assert_eq!(notice(&model), "nothing to go back to");
    }
}
