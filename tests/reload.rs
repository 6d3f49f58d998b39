//! Articles that change on disk while they are read: the place in them, the outlets and the settings stay.

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::pair::{Pair, Side};
use diptych::present::Marks;
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::state::{Message, Opening};
use diptych::tui::theme::Theme;
use diptych::tui::{draw, dump};

const WIRE: &str = "New boats for the island

The ministry said on Tuesday that three ferries would be renewed before the next winter.

Tickets will not rise before spring, the treasurer said, whatever the price of oil.

Three boats were withdrawn in March after cracks were found in their hulls.

Two members of the council voted against the order.
";

const LEDGER: &str = "A town that waits

Three boats were withdrawn in March after cracks were found in their hulls.

The ministry promised on Tuesday that three ferries would be renewed before the next summer.

Nobody at the quay believes a word of it, says the harbour master.

Two members of the council voted against the order.
";

fn story(articles: &[(&str, &str)]) -> Arc<Story> {
    let articles = articles.iter().map(|(name, text)| Article::read(name, text)).collect();
    Arc::new(Story::new("harbour", articles))
}

fn model(typed: &str) -> Model {
    let mut model = Model::new(Opening {
        theme: Theme::named("mono").expect("it is a theme"),
        ..Opening::new(story(&[("wire.txt", WIRE), ("ledger.txt", LEDGER)]), Pair::new(0, 1)).sized(100, 14)
    });
    press(&mut model, typed);
    model
}

fn press(model: &mut Model, typed: &str) {
    for key in keys::parse(typed).expect("the keys are known") {
        model.update(Message::Key(key));
    }
}

fn screen(model: &Model) -> String {
    dump::text(&draw(model, model.reader.rows.screen.width, model.reader.rows.screen.height))
}

/// The line of the screen that a text stands on.
#[track_caller]
fn line_of(model: &Model, text: &str) -> usize {
    screen(model).lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}:\n{}", screen(model)))
}

fn sources(model: &Model) -> String {
    let articles = model.reader.pair.articles();
    format!("{} {}", articles.left.source, articles.right.source)
}

fn notice(model: &Model) -> &str {
    model.reader.status.notice.as_deref().unwrap_or_default()
}

#[test]
fn what_stands_before_the_place_may_grow_and_shrink() {
    let longer = WIRE.replacen("\n\n", "\n\nA paragraph that is new here.\n\nAnd another one of the kind.\n\n", 1);
    for typed in ["}}", "<Tab>}}}", "}}}}", "s}}}}", "S}}J", "|}}"] {
        let mut model = model(typed);
        let block = model.reader.block(model.reader.position.focus);
        let before = model.reader.pair.articles()[model.reader.position.focus].blocks[block].text.clone();
        let depth = model.reader.viewport().cursor - model.reader.viewport().top;
        model.update(Message::Reloaded(story(&[("wire.txt", &longer), ("ledger.txt", LEDGER)])));
        let now = model.reader.block(model.reader.position.focus);
        assert_eq!(model.reader.pair.articles()[model.reader.position.focus].blocks[now].text, before, "{typed}");
        assert_eq!(model.reader.viewport().cursor - model.reader.viewport().top, depth, "{typed}");
        assert_eq!(notice(&model), "read again: 2 articles");
        model.update(Message::Reloaded(story(&[("wire.txt", WIRE), ("ledger.txt", LEDGER)])));
        assert_eq!(model.reader.block(model.reader.position.focus), block, "{typed}");
    }
}

#[test]
fn a_block_that_is_edited_keeps_its_place() {
    let mut model = model("}}");
    let edited = WIRE.replace("whatever the price of oil", "come what may");
    let before = line_of(&model, "Tickets will not rise");
    model.update(Message::Reloaded(story(&[("wire.txt", &edited), ("ledger.txt", LEDGER)])));
    assert_eq!(line_of(&model, "Tickets will not rise"), before);
    assert!(screen(&model).contains("come what may"));
}

#[test]
fn a_block_that_is_gone_leaves_its_place() {
    let mut model = model("}}}}");
    let shorter = WIRE.split_once("Three boats").expect("it is there").0;
    model.update(Message::Reloaded(story(&[("wire.txt", shorter), ("ledger.txt", "One block only.")])));
    assert_eq!(model.reader.block(Side::Left), 2);
    let _ = screen(&model);
}

#[test]
fn free_panes_keep_their_places_each() {
    let mut model = model("SJJJJJ");
    let longer = LEDGER.replacen("\n\n", "\n\nA paragraph that is new here.\n\n", 1);
    let before = model.reader.position.viewports.left;
    model.update(Message::Reloaded(story(&[("wire.txt", WIRE), ("ledger.txt", &longer)])));
    // The new block comes after the line that stood first, or before it.
    assert!(model.reader.position.viewports.left.top.abs_diff(before.top) <= 2);
    assert!(model.reader.position.viewports.right.top > model.reader.position.viewports.left.top);
    assert!(!model.reader.settings.is_locked);
}

#[test]
fn the_outlets_stay_whatever_their_letters_are() {
    let mut model = model("w");
    let files = [("a.txt", "Nothing of that."), ("ledger.txt", LEDGER), ("wire.txt", &WIRE.replace("three", "four"))];
    model.update(Message::Reloaded(story(&files)));
    assert_eq!(sources(&model), "wire.txt ledger.txt");
    assert_eq!((model.reader.pair.shown, model.reader.settings.markings.marks), (Pair::new(2, 1), Marks::Shared));
    press(&mut model, "1");
    assert_eq!(sources(&model), "a.txt ledger.txt");
}

#[test]
fn what_is_gone_changes_nothing() {
    let mut model = model("}");
    let before = screen(&model);
    model.update(Message::Reloaded(story(&[("wire.txt", WIRE), ("a.txt", LEDGER)])));
    assert_eq!(notice(&model), "an article on the screen is gone; the ones read before stay");
    model.reader.status.notice = None;
    assert_eq!(screen(&model), before);
    model.update(Message::Trouble("ledger.txt: no longer there".to_owned()));
    assert_eq!(
        screen(&model).lines().last().map(str::trim).map(|line| &line[..27]),
        Some("ledger.txt: no longer there")
    );
}

#[test]
fn why_it_cannot_be_read_is_said_of_the_letter_and_the_text_stays() {
    let mut model = model("}");
    let before = screen(&model);
    for cause in ["no text in it", "a binary file, not text", "permission denied", "no longer there"] {
        model.update(Message::Changed(Side::Right));
        model.update(Message::Unread(format!("ledger.txt: {cause}")));
        assert_eq!(notice(&model), format!("B: {cause}; what was read before stays"));
        press(&mut model, "<Esc>");
        let text = |screen: &str| screen.lines().take(13).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(text(&screen(&model)), text(&before));
    }
    assert!(screen(&model).contains("B changed on disk: r reads it again"), "until it can be read");
    press(&mut model, "x");
    model.update(Message::Unread("ledger.txt: no text in it".to_owned()));
    assert!(notice(&model).starts_with("B: no text in it"), "the letter is that of the outlet, whatever its side");
    model.update(Message::Unread("post.txt: no text in it".to_owned()));
    assert_eq!(notice(&model), "post.txt: no text in it");
}

#[test]
fn what_is_the_same_is_said() {
    let mut model = model("}]");
    let (stop, trail) = (model.reader.position.stop, model.reader.viewport());
    model.update(Message::Reloaded(story(&[("wire.txt", WIRE), ("ledger.txt", LEDGER)])));
    assert_eq!(notice(&model), "read again: nothing has changed");
    assert_eq!((model.reader.position.stop, model.reader.viewport()), (stop, trail));
}

#[test]
fn a_change_is_said_until_it_is_read() {
    let mut model = model("j");
    model.update(Message::Changed(Side::Right));
    assert_eq!(notice(&model), "B changed on disk: r reads it again");
    press(&mut model, "j");
    assert_eq!(notice(&model), "");
    let status = |model: &Model| screen(model).lines().last().expect("a screen has lines").to_owned();
    assert!(status(&model).contains("B changed on disk: r reads it again"), "{}", status(&model));
    press(&mut model, "x");
    assert!(status(&model).contains("B changed on disk"), "the letter goes with the article: {}", status(&model));
    model.update(Message::Changed(Side::Right));
    assert_eq!(notice(&model), "B and A changed on disk: r reads them again");
    model.update(Message::Reloaded(story(&[("wire.txt", WIRE), ("ledger.txt", LEDGER)])));
    press(&mut model, "j");
    assert!(!status(&model).contains("changed on disk"));
}
