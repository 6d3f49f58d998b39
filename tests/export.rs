//! What the reader writes for others: which formats it offers, under which name, and what stands in the files.
#![cfg(feature = "tui")]

mod desk;
#[cfg(unix)]
mod session;

use std::sync::Arc;

use desk::{Desk, Run};
use diptych::article::Article;
use diptych::keys::parse;
use diptych::options::Format;
use diptych::pair::Pair;
use diptych::present::tables::TableKind;
use diptych::story::Story;
use diptych::tui::export::written;
use diptych::tui::state::{AfterExport, Effect, ExportChoice, Exported, Message, Opening};
use diptych::tui::{Model, dump};
#[cfg(unix)]
use session::Session;

const WIRE: &str =
    "Ferries for Holm\n\nThe council of Holm ordered three new ferries on Tuesday.\n\nNobody was hurt.\n";
const LEDGER: &str =
    "Holm waits\n\nOn Tuesday the council of Holm ordered four new ferries.\n\nThe quay was empty at night.\n";

/// A reader with so many articles under a name, after some keys.
fn model(name: &str, articles: usize, keys: &str) -> Model {
    let texts = [WIRE, LEDGER, WIRE].iter().zip(["wire.txt", "ledger.txt", "post.txt"]).take(articles);
    opened(name, texts.map(|(text, source)| Article::read(source, text)).collect(), keys)
}

/// A reader with articles, after some keys.
fn opened(name: &str, articles: Vec<Article>, keys: &str) -> Model {
    let mut model = Model::new(Opening::new(Arc::new(Story::new(name, articles)), Pair::new(0, 1)).sized(100, 24));
    for key in parse(keys).expect("they are keys") {
        model.update(Message::Key(key));
    }
    model
}

fn of_pair(format: Format) -> ExportChoice {
    ExportChoice { what: Exported::Pair, format, table: TableKind::default(), is_plain: false, is_excerpt: false }
}

/// What is asked for outside after some keys: what, under which name, and what becomes of it.
fn asked(model: &Model) -> Option<(ExportChoice, String, AfterExport)> {
    model.reader.outbox.effects.iter().find_map(|effect| match effect {
        Effect::Export { choice, path, then } => Some((*choice, path.clone(), *then)),
        _ => None,
    })
}

fn last_line(model: &Model) -> String {
    let text = dump::text(&diptych::tui::draw(model, 100, 24));
    text.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_list_that_is_off_on_the_screen_marks_nothing_in_a_file() {
    let articles = || {
        let texts = [("wire.txt", WIRE), ("ledger.txt", LEDGER)].map(|(source, text)| (source, text.to_owned()));
        texts.map(|(source, text)| Article::read(source, &(text + "\nThe mayor perhaps knew.\n"))).to_vec()
    };
    let choice = ExportChoice { what: Exported::Story, ..of_pair(Format::Html) };
    let page = |keys: &str| written(&opened("ferries", articles(), keys).reader, choice).expect("it is written");
    // The reporting verbs come first, and hedges four lists below.
    assert!(page("").contains("perhaps (hedges: ") && !page("Wjjjj<Enter><Esc>").contains("(hedges: "));
}

#[test]
fn what_is_offered_follows_from_the_story() {
    let offered = |articles| {
        let model = model("Holm", articles, "");
        ExportChoice::all(&model.reader).map(|(choice, _)| (choice.what, choice.format)).collect::<Vec<_>>()
    };
    for format in [Format::Html, Format::Markdown, Format::Text, Format::Svg, Format::Csv, Format::Json] {
        assert!(offered(2).contains(&(Exported::Pair, format)), "{format:?}");
    }
    // Of two articles every pair is the pair, and the story has pages of its own.
    assert!(
        !offered(2).contains(&(Exported::Story, Format::Json)) && offered(2).contains(&(Exported::Story, Format::Html))
    );
    assert!(offered(3).contains(&(Exported::Story, Format::Html)));
}

#[test]
fn a_name_is_proposed_that_a_file_may_have() {
    let proposed = |name: &str, keys: &str| asked(&model(name, 3, keys)).map(|(_, path, _)| path);
    assert_eq!(proposed("Holm", "E<Enter><Enter>").as_deref(), Some("Holm-A-B.html"));
    assert_eq!(proposed("Holm", "E<Down><Enter><Enter>").as_deref(), Some("Holm.html"));
    assert_eq!(proposed("a/../b: c?", "E<Enter><Enter>").as_deref(), Some("a-..-b--c-A-B.html"));
    assert_eq!(proposed("..", "E<Enter><Enter>").as_deref(), Some("story-A-B.html"));
    assert_eq!(proposed("Holm", "Esvg<Enter><C-u>map<Enter>").as_deref(), Some("map"));
    assert_eq!(proposed("Holm", "E<Enter><C-u><Enter>"), None, "a file needs a name");
    assert_eq!(proposed("Holm", "E<Enter><C-u>new.csv<Enter>"), None, "a page is no table");
    assert_eq!(proposed("Holm", "E<Enter><C-u>new.HTM<Enter>").as_deref(), Some("new.HTM"));
}

#[test]
fn tables_of_evidence_are_offered_also_over_its_pages() {
    for (typed, name, head) in [
        ("quotations", "Holm-quotations.csv", "quotation,kind,article"),
        ("figures", "Holm-figures.csv", "entry,what,kind,article"),
        ("names", "Holm-people.csv", "entry,name,article"),
        ("words", "Holm-words.csv", "entry,kind,article"),
    ] {
        for keys in ["E", "v<Tab><Tab><Tab><Tab>E"] {
            let model = model("Holm", 2, &format!("{keys}{typed}<Enter><Enter>"));
            let (choice, path, _) = asked(&model).unwrap_or_else(|| panic!("{keys} {typed}: {}", last_line(&model)));
            assert_eq!(path, name, "{keys}");
            let table = written(&model.reader, choice).expect("it is written");
            assert!(table.trim_start_matches('\u{feff}').starts_with(head), "{table}");
        }
    }
}

#[test]
fn only_what_a_browser_shows_is_handed_to_one() {
    let opens = |keys: &str| asked(&model("Holm", 2, keys)).map(|(choice, _, then)| (choice.format, then));
    assert_eq!(opens("E<Enter><C-o>"), Some((Format::Html, AfterExport::Opened)));
    assert_eq!(opens("E<Enter><Enter>"), Some((Format::Html, AfterExport::Kept)));
    assert_eq!(opens("Ecsv<Enter><C-o>"), None);
    assert!(last_line(&model("Holm", 2, "E<Enter>")).contains("Ctrl-O write and open"));
    assert!(!last_line(&model("Holm", 2, "Ecsv<Enter>")).contains("Ctrl-O"));
}

#[test]
fn excerpts_are_asked_for_by_a_key() {
    let excerpts = |keys: &str| asked(&model("Holm", 2, keys)).map(|(choice, ..)| choice.is_excerpt);
    assert_eq!(excerpts("E<Enter><Enter>"), Some(false));
    assert_eq!(excerpts("E<C-x><Enter><Enter>"), Some(true));
    assert_eq!(excerpts("E<Enter><C-x><Enter>"), Some(true));
    assert_eq!(excerpts("E<C-x><C-x><Enter><Enter>"), Some(false));
    assert_eq!(excerpts("Esvg<C-x><Enter><Enter>"), Some(false), "a picture shows the screen as it is");
    let long = format!("Holm waits\n\n{}\n", "The council of Holm ordered three new ferries on Tuesday. ".repeat(5));
    let articles = ["a.txt", "b.txt"].map(|name| Article::read(name, &long)).into();
    let model = Model::new(Opening::new(Arc::new(Story::new("Holm", articles)), Pair::new(0, 1)).sized(100, 24));
    let text =
        |is_excerpt| written(&model.reader, ExportChoice { is_excerpt, ..of_pair(Format::Html) }).expect("into memory");
    assert!(text(true).len() < text(false).len());
    let heard = ExportChoice { is_plain: true, ..of_pair(Format::Text) };
    assert!(!written(&model.reader, heard).expect("into memory").contains(['│', '┊']));
}

#[test]
fn what_is_folded_on_the_screen_is_folded_in_what_is_written() {
    let both = "The council of Holm ordered three new ferries on Tuesday that were to cross the sound for another thirty years.";
    let alone =
        "Nobody asked the fishermen who own the quay, though some of them have lived beside it for almost fifty years.";
    let texts = [format!("Holm waits\n\n{both}\n\n{alone}\n"), format!("Holm pays\n\n{both}\n")];
    let written = |keys: &str, choice| {
        let model = opened("Holm", texts.iter().map(|text| Article::read("a.txt", text)).collect(), keys);
        written(&model.reader, choice).expect("into memory")
    };
    let heard = ExportChoice { is_plain: true, ..of_pair(Format::Text) };
    // Echoes, what is alike, alone, in both, all.
    for (keys, both_is_folded, alone_is_folded) in [
        ("", false, false),
        ("=", false, false),
        ("==", true, false),
        ("===", false, true),
        ("====", true, false),
        ("=====", true, true),
    ] {
        for choice in [of_pair(Format::Text), of_pair(Format::Markdown), heard] {
            let text = written(keys, choice);
            let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let has = |beginning: &str| text.contains(beginning);
            let is_there = has("The council") || has("▸ 2 blocks, ¶1–2: Holm waits");
            assert!(is_there && has("Nobody"), "a fold has its first words: {choice:?} {keys}: {text}");
            // Columns break the text; its last words stand there once, or not at all.
            let ends = one_line.matches("years.").count();
            let sides = if both_is_folded { 0 } else { 2 };
            assert_eq!(ends, sides + usize::from(!alone_is_folded), "{choice:?} {keys}: {text}");
        }
        let page = written(keys, of_pair(Format::Html));
        let folded = page.matches("<details class=\"block folded\"").count();
        assert_eq!(folded > 0, both_is_folded || alone_is_folded, "{keys}");
    }
}

#[test]
fn nothing_is_written_before_it_is_asked_for() {
    for keys in ["E", "E<Esc>", "E<Enter>", "E<Enter><Esc>", "E<Enter><Esc><Esc>", "Ezzz<Enter>"] {
        assert_eq!(asked(&model("Holm", 2, keys)), None, "{keys}");
    }
    assert!(last_line(&model("Holm", 2, "E<Enter><Esc>")).contains("Enter choose its name"), "back in the list");
}

#[test]
fn what_is_written_has_the_marks_of_the_screen() {
    let text = |keys: &str, format| {
        let model = model("Holm", 2, keys);
        written(&model.reader, of_pair(format)).expect("into memory")
    };
    let plain = text("", Format::Text);
    assert!(plain.contains("[three]") && plain.contains("{four}"), "{plain}");
    assert_ne!(text("", Format::Html), text("w", Format::Html), "what is shared is marked instead");
    assert_ne!(text("", Format::Svg), text("s", Format::Svg), "the arrangement is that of the screen");
    let turned = text("x", Format::Text);
    assert!(turned.contains("[four]") && turned.contains("{three}"), "the pair is that of the screen: {turned}");
    let json = text("", Format::Json);
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    assert!(text("", Format::Csv).contains("left_blocks"));
}

#[test]
fn what_was_set_opposite_by_hand_is_in_it() {
    // The wire's last paragraph beside the ledger's, which no word joins.
    let keys = ":A3<Enter>&:B3<Enter>&";
    for format in [Format::Html, Format::Markdown, Format::Text, Format::Csv, Format::Json, Format::Svg] {
        let text = |keys| {
            let model = model("Holm", 2, keys);
            written(&model.reader, of_pair(format)).expect("into memory")
        };
        assert_ne!(text(keys), text(":A3<Enter>"), "{format:?}");
    }
    let model = model("Holm", 3, keys);
    let json =
        written(&model.reader, ExportChoice { what: Exported::Story, ..of_pair(Format::Json) }).expect("into memory");
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let links = json["comparisons"][0]["links"].as_array().expect("they are links");
    assert!(links.iter().any(|link| link["left"][0] == 3 && link["right"][0] == 3), "{links:?}");
}

#[test]
fn a_screen_that_is_printed_writes_nothing() {
    let desk = Desk::new();
    let run = Run::of(&mut desk.command(&["--keys=E<Enter><C-u>new.html<Enter>", "a.txt", "b.txt"]));
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(!desk.path("new.html").exists());
}

#[cfg(unix)]
#[test]
fn a_terminal_writes_a_page_and_says_where() {
    let desk = Desk::new();
    let mut command = session::program(env!("CARGO_BIN_EXE_diptych"));
    command.cwd(desk.folder.path());
    command.args(["a.txt", "b.txt"]);
    let mut session = Session::of(command, 100, 30);
    session.shows("? help");
    session.press("E").shows("page for a browser").press("\r").shows("write to").press("\x15new.html\r");
    session.shows("written: ").shows("new.html");
    let page = std::fs::read_to_string(desk.path("new.html")).expect("it is written");
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"), "{page}");
    session
        .press("E\r")
        .shows("write to")
        .press("\x15new.html\r")
        .shows("a file of that name is there already · Ctrl-R replaces it");
    // The line stays, to replace it or for another name.
    session.shows("Ctrl-R replaces it").press("\x12").shows("written: ").hides("write to");
    session.press("E\r").shows("write to").press("\x15a.html\r").shows("written: ").hides("write to");
    session
        .press("Etwo columns\r")
        .shows("write to")
        .press("\x15a.txt\x12")
        .shows("a file that the story is read from");
    session.press("\x1b").shows("Write into a file").press("\x1b").hides("Write into a file");
    session.press("E\r").shows("write to");
    session.press("\x15other.html\r").shows("written: ").hides("write to");
    assert!(desk.path("other.html").exists());
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn what_was_wrong_is_said_beside_a_name_of_any_length() {
    for width in [45, 80, 140] {
        for name in ["a.html", "an-outlet-and-another-one-on-the-quay.html"] {
            let articles = vec![Article::read("a.txt", WIRE), Article::read("b.txt", LEDGER)];
            let opening = Opening::new(Arc::new(Story::new("Holm", articles)), Pair::new(0, 1));
            let mut model = Model::new(opening.sized(width, 24));
            for key in parse(&format!("E<Enter><C-u>{name}<Enter>")).expect("they are keys") {
                model.update(Message::Key(key));
            }
            let cause = format!("not written: {name}: a file of that name is there already · Ctrl-R replaces it");
            model.update(Message::Trouble(cause));
            let text = dump::text(&diptych::tui::draw(&model, width, 24));
            let line = text.lines().last().unwrap_or_default();
            assert!(line.contains("Ctrl-R re") && line.contains(".html"), "{width}: {line}");
        }
    }
}
