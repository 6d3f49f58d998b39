//! What answers the line at the cursor.
#![cfg(feature = "tui")]

use std::sync::Arc;

use diptych::article::Article;
use diptych::intake::bundled;
use diptych::keys;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::state::{Message, Opening};
use diptych::tui::{draw, dump, play};

const LEFT: &str =
    "The council has voted “eleven to four” for the order, said the treasurer on Tuesday, and nobody stayed away.\n";
const RIGHT: &str = "The ferries cost more than was said. The council voted \"eleven to four\" for the order, \
    said the treasurer on Monday.\n\nNobody at the quay believes it.\n";

fn model(width: u16, left: &str, right: &str, typed: &str) -> Model {
    let story = Story::new("", vec![Article::read("a", left), Article::read("b", right)]);
    let opening = Opening::new(Arc::new(story), Pair::new(0, 1)).sized(width, 20);
    play(opening, &keys::parse(typed).expect("the keys are known")).0
}

/// The words that answer the line at the cursor.
fn answer(model: &Model) -> Option<String> {
    let answer = model.reader.position.answer.clone()?;
    let (start, end) = (answer.spot.start, answer.spot.end);
    assert_eq!(start.0, end.0, "one block");
    Some(model.reader.pair.articles()[answer.side].blocks[start.0].text[start.1..end.1].to_owned())
}

#[test]
fn line_by_line() {
    let at = |typed: &str| answer(&model(90, LEFT, RIGHT, typed));
    // “The council has voted “eleven to” / “four” for the order, said the” / “treasurer on Tuesday, and nobody” /
    // “stayed away.”
    assert_eq!(at("").as_deref(), Some("The council voted \"eleven to"));
    assert_eq!(at("j").as_deref(), Some("four\" for the order, said the"));
    assert_eq!(at("jj").as_deref(), Some("treasurer on Monday"));
    assert_eq!(at("jjj").as_deref(), Some("Monday"), "what lies between the same shared words");
    assert_eq!(at("l"), None, "nor does anything here");
    assert_eq!(at("lj").as_deref(), Some("The council has voted “eleven to four"));
}

#[test]
fn what_halts_and_what_is_not_marked() {
    assert_eq!(answer(&model(90, LEFT, RIGHT, "]")), None);
    assert_eq!(answer(&model(90, LEFT, RIGHT, "ww")), None);
    assert_eq!(answer(&model(90, LEFT, RIGHT, "s")), None);
    assert!(answer(&model(90, LEFT, RIGHT, "ss")).is_some());
}

#[test]
fn a_thick_line_stands_beside_it() {
    let model = model(90, LEFT, RIGHT, "j");
    let drawn = dump::text(&draw(&model, 90, 20));
    let marked: Vec<&str> = drawn.lines().filter(|line| line.contains('┃')).collect();
    assert!(!marked.is_empty() && marked.iter().any(|line| line.contains("for the order")), "{drawn}");
}

#[test]
fn any_line_of_the_bundled_stories() {
    for name in bundled::names() {
        let story = Arc::new(Story::new(name, bundled::read(name).expect("it is named")));
        for arrangement in ["", "ss", "x"] {
            let opening = Opening::new(Arc::clone(&story), Pair::new(0, 1)).sized(100, 30);
            let mut model = play(opening, &keys::parse(arrangement).expect("known")).0;
            for key in keys::parse(&"j<Tab>".repeat(120)).expect("known") {
                model.update(Message::Key(key));
                if let Some(answer) = model.reader.position.answer.clone() {
                    let blocks = &model.reader.pair.articles()[answer.side].blocks;
                    let (start, end) = (answer.spot.start, answer.spot.end);
                    assert!(start < end && blocks[start.0].text.is_char_boundary(start.1));
                    assert!(blocks[end.0].text.is_char_boundary(end.1));
                }
                let _ = draw(&model, 100, 30);
            }
        }
    }
}
