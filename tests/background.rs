//! All pairs of a large story, read while the reader goes on.
#![cfg(all(feature = "tui", unix))]

#[path = "../benches/many/mod.rs"]
mod many;
mod session;

use std::fs;

use diptych::article::Article;
use diptych::keys;
use diptych::pair::Pair;
use diptych::story::{Perspective, Story, StoryAnalysis};
use diptych::tui::Model;
use diptych::tui::components::StoryComponent;
use diptych::tui::state::{Effect, Job, Message, Opening};
use diptych::tui::{draw, dump};
use session::{Session, program};
use tempfile::TempDir;

/// A reader of a folder of so many reports, wide enough for all that is looked for.
fn folder(count: usize) -> (Session, TempDir) {
    let folder = TempDir::new().expect("a folder can be made");
    for (place, text) in many::reports(count, 1000).iter().enumerate() {
        fs::write(folder.path().join(format!("{place:03}.txt")), text).expect("a file can be written");
    }
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.arg(folder.path());
    let mut session = Session::of(command, 120, 30);
    session.shows("? help");
    (session, folder)
}

#[test]
fn it_says_how_far_it_is_and_the_reader_goes_on() {
    let (mut session, _folder) = folder(40);
    session.press("v").shows("reading all pairs: ").shows(" of 780").shows("v read on meanwhile");
    session.press("v").shows("? help").shows("reading all pairs: ");
    session.press("]").shows("· difference 1 of ");
    session.press("v").shows("[sharing]").press("\x1b").shows("stopped reading all pairs");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn it_can_be_left_in_the_middle() {
    for quit in ["\x03", "vq"] {
        let (mut session, _folder) = folder(60);
        session.press("v").shows("reading all pairs: ");
        assert_eq!(session.press(quit).end(), 0);
        session.is_restored();
    }
}

#[test]
fn what_is_found_comes_by_itself() {
    let (mut session, _folder) = folder(14);
    session.press("v").shows("Shared wording");
    session.press("\t").shows("Passages, seen from").press("3").shows("Passages, seen from C");
    // Once all is known nothing wakes up.
    let frames = session.is_quiet().frames();
    assert_eq!(session.is_quiet().frames(), frames);
    assert_eq!(session.press("vq").end(), 0);
}

#[test]
fn it_can_be_the_first_thing_that_is_asked_for() {
    let folder = TempDir::new().expect("a folder can be made");
    for (place, text) in many::reports(30, 1000).iter().enumerate() {
        fs::write(folder.path().join(format!("{place:03}.txt")), text).expect("a file can be written");
    }
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.args(["--view", "story"]);
    command.arg(folder.path());
    let mut session = Session::of(command, 120, 30);
    session.shows("reading all pairs: ").shows("Shared wording");
    assert_eq!(session.press("qq").end(), 0);
    session.is_restored();
}

#[test]
fn reading_again_sets_out_anew() {
    let (mut session, folder) = folder(40);
    session.press("v").shows("reading all pairs: ");
    fs::write(folder.path().join("000.txt"), "Another headline\n\nThe ferries were sold on Monday.\n").expect("it can");
    fs::remove_file(folder.path().join("039.txt")).expect("it is there");
    session.press("r").shows("read again: 39 articles · ").shows("039.txt: no longer there").shows(" of 741");
    assert_eq!(session.press("\x03").end(), 0);
}

fn model(count: usize) -> Model {
    let read = |(place, text): (usize, &String)| Article::read(&format!("{place:03}.txt"), text);
    let articles = many::reports(count, 200).iter().enumerate().map(read).collect();
    Model::new(Opening::new(Story::new("many", articles).into(), Pair::new(0, 1)))
}

fn press(model: &mut Model, typed: &str) {
    for key in keys::parse(typed).expect("the keys are known") {
        model.update(Message::Key(key));
    }
}

/// The errands that are asked for, taken away.
fn jobs(model: &mut Model) -> Vec<Job> {
    let job = |effect| if let Effect::Start(job) = effect { Some(job) } else { None };
    std::mem::take(&mut model.reader.outbox.effects).into_iter().filter_map(job).collect()
}

fn screen(model: &Model) -> String {
    dump::text(&draw(model, 80, 24))
}

#[test]
fn nothing_is_found_out_before_it_is_asked_for() {
    let mut model = model(5);
    press(&mut model, "]j<Tab>H");
    assert!(jobs(&mut model).is_empty(), "headlines need none");
    press(&mut model, "<Tab>");
    assert_eq!(jobs(&mut model).len(), 1);
    press(&mut model, "<Tab><Tab>v");
    assert!(jobs(&mut model).is_empty(), "one is on its way");
}

#[test]
fn what_was_stopped_is_dropped() {
    let mut model = model(5);
    press(&mut model, "v");
    let first = jobs(&mut model).remove(0);
    press(&mut model, "<Esc>v");
    let second = jobs(&mut model).remove(0);
    assert!(first.run(&|_| ()).is_none(), "it was stopped");
    let findings = second.run(&|_| ()).expect("it was not");
    model.update(Message::Finished(first.id, findings.clone()));
    assert!(model.reader.facts.analysis.is_none() && model.reader.facts.is_waiting());
    model.update(Message::Finished(second.id, findings));
    assert!(model.reader.facts.analysis.is_some() && !model.reader.facts.is_waiting());
    assert!(screen(&model).contains("Shared wording"));
}

#[test]
fn what_comes_while_reading_is_kept_and_shown_later() {
    let mut model = model(5);
    press(&mut model, "v");
    let job = jobs(&mut model).remove(0);
    press(&mut model, "v]");
    let findings = job.run(&|progress| assert_eq!(progress.all, 10)).expect("nobody stopped it");
    model.update(Message::Finished(job.id, findings));
    assert!(model.layers().is_empty());
    press(&mut model, "v");
    assert!(jobs(&mut model).is_empty(), "it is known");
    assert!(screen(&model).contains("Shared wording"));
}

#[test]
fn another_base_is_wanted_while_all_pairs_are_read() {
    let mut model = model(5);
    press(&mut model, "v<Tab>2");
    let job = jobs(&mut model).remove(0);
    model.update(Message::Finished(job.id, job.run(&|_| ()).expect("nobody stopped it")));
    let next = jobs(&mut model).remove(0);
    model.update(Message::Finished(next.id, next.run(&|_| ()).expect("nobody stopped it")));
    assert_eq!(model.reader.facts.base(), Some(1));
    assert!(model.open::<StoryComponent>().is_some());
}

#[test]
fn the_same_comes_out_in_the_background() {
    let read = |(place, text): (usize, &String)| Article::read(&format!("{place:03}.txt"), text);
    let story = Story::new("many", many::reports(12, 300).iter().enumerate().map(read).collect());
    let whole = StoryAnalysis::new(&story);
    for _ in 0..3 {
        let again = StoryAnalysis::new(&story);
        assert_eq!((&whole.matrix, &whole.passages), (&again.matrix, &again.passages));
        assert_eq!(Perspective::new(&story, &whole, 2).presence, Perspective::new(&story, &again, 2).presence);
    }
}
