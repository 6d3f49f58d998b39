//! A walk through every page at four sizes: every key in the last line does something, the help is one key away, nothing is
//! empty without a word, and no text touches a border.

mod made;

use diptych::keys::Hint;
use diptych::tui::components::Pager;
use diptych::tui::state::Opening;
use diptych::tui::{Model, draw, dump, view};

use made::{LEDGER, NOTES, WIRE, press, shown};

const SIZES: [(u16, u16); 4] = [(45, 15), (60, 20), (80, 24), (140, 40)];

const POST: &str = "---\noutlet: Post\n---\n\nThe ministry said on Tuesday that three ferries would be renewed before the next winter.\n
The cook of the oldest boat has kept a tame seal for eleven years, and feeds it on herring.\n
Two members of the council voted against the order.\n";

/// The keys that lead to every page, and to what opens over it.
const PAGES: [&str; 81] = [
    "",
    "s",
    "ss",
    "|",
    "w",
    "ww",
    "=",
    "==",
    "===",
    "====",
    "=====",
    "]]]",
    ")",
    "}}}",
    "G",
    "J",
    "4",
    "x",
    "c",
    "&",
    "z",
    "H",
    "HG",
    "v",
    "v]",
    "vG",
    "v<Tab>",
    "v<Tab>G",
    "v<Tab>=",
    "v<Tab>==",
    "v<Tab>===",
    "v<Tab>====",
    "v<Tab>=====",
    "v<Tab>3",
    "v<Tab><Tab>",
    "v<Tab><Tab>G",
    "v<Tab><Tab><Tab><Tab>",
    "v<Tab><Tab><Tab><Tab>=",
    "v<Tab><Tab><Tab><Tab>====",
    "v<Tab><Tab><Tab><Tab>G",
    "v<Tab><Tab><Tab><Tab>?",
    "v<Tab><Tab><Tab><Tab><Tab>",
    "v<Tab><Tab><Tab><Tab><Tab><Tab>",
    "v<Tab><Tab><Tab><Tab><Tab><Tab><Tab>",
    "vL",
    "v?",
    "v<Tab>?",
    "o",
    "ob",
    "ozzz",
    "o<F1>",
    "L",
    "Lx",
    "L3x",
    "L?",
    "i",
    "]i",
    "?",
    "??",
    "m",
    "mjj",
    "m?",
    "y",
    "Y",
    "e",
    "ee",
    "ee]",
    "eee",
    "}e",
    "e?",
    "v<Tab><Tab><Tab><Tab><Tab>G",
    "v<Tab><Tab><Tab><Tab><Tab>?",
    "v<Tab><Tab><Tab><Tab><Tab><Tab>G",
    "v<Tab><Tab><Tab><Tab><Tab><Tab>=",
    "v<Tab><Tab><Tab><Tab><Tab><Tab><Tab>G",
    ":messages<Enter>",
    "/",
    "/ferr",
    "/ferr<Enter>",
    "/ferr<Tab>",
    ":",
];

fn model((width, height): (u16, u16), typed: &str) -> Model {
    let articles = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES), ("post.txt", POST)];
    let opening = made::opening(&articles, (width, height));
    let mut model = Model::new(Opening { messages: vec!["post.txt has no title".to_owned()], ..opening });
    press(&mut model, typed);
    model
}

/// What can change when a key is pressed.
fn state(model: &Model) -> String {
    let reader = &model.reader;
    format!("{}\n{} {:?}", shown(model), model.layers().len(), reader.outbox)
}

fn hints(model: &Model) -> Vec<Hint> {
    view::footer(&model.reader, model.layers()).hints.into_iter().map(|placed| placed.hint).collect()
}

#[test]
fn every_key_in_the_last_line_does_something() {
    let mut idle = Vec::new();
    for size in SIZES {
        for typed in PAGES {
            let before = model(size, typed);
            for hint in hints(&before).into_iter().filter(|hint| !hint.keys().is_empty()) {
                // Of two that lead either way one may be at its end.
                let does_something = hint.keys().iter().any(|keys| {
                    let mut after = model(size, typed);
                    press(&mut after, &keys.to_string());
                    state(&before) != state(&after)
                });
                if !does_something {
                    idle.push(format!("{size:?} {typed}: {hint}\n{}", shown(&before)));
                }
            }
        }
    }
    assert!(idle.is_empty(), "{}", idle.join("\n"));
}

/// Where nothing else is said there is room for three hints in any case.
#[test]
fn a_way_on_a_way_out_and_the_help_are_named_on_the_smallest_screen() {
    for typed in PAGES {
        let model = model(SIZES[0], typed);
        let footer = view::footer(&model.reader, model.layers());
        // A line that is typed in has its own last line.
        let Some(top) = model.layers().last().filter(|top| top.footer(&model.reader).is_none()) else { continue };
        if footer.said.is_empty() {
            let all = top.all_hints(&model.reader).len();
            assert!(footer.hints.len() >= all.min(3), "{typed}: {}", shown(&model));
        }
    }
}

#[test]
fn the_help_is_one_key_away() {
    for size in SIZES {
        for typed in PAGES {
            // A second key is awaited there; what it can be is said.
            if typed == "z" {
                continue;
            }
            let mut model = model(size, typed);
            let is_read = |model: &Model| model.open::<Pager>().is_some();
            if !is_read(&model) {
                press(&mut model, "<F1>");
                assert!(is_read(&model), "{size:?} {typed}\n{}", shown(&model));
            }
        }
    }
}

#[test]
fn nothing_is_empty_without_a_word_and_no_text_touches_a_border() {
    for (width, height) in SIZES {
        for typed in PAGES {
            let screen = dump::text(&draw(&model((width, height), typed), width, height));
            let lines: Vec<&str> = screen.lines().collect();
            let has_words = |line: &&str| line.chars().filter(|c| c.is_alphabetic()).count() > 3;
            let body = lines.iter().skip(2).take(usize::from(height) - 3);
            assert!(body.filter(|line| has_words(line)).count() > 0, "{width}×{height} {typed}: empty\n{screen}");
            assert!(lines.last().is_some_and(has_words), "{width}×{height} {typed}: no last line\n{screen}");
            for line in &lines {
                let chars: Vec<char> = line.chars().collect();
                assert!(chars.len() <= usize::from(width), "{width}×{height} {typed}: {line}");
                // The border of a box, or the ruler.
                let is_edge = chars.len() == usize::from(width) && chars.last().is_some_and(|c| "│█↕<>~".contains(*c));
                let is_touched = chars.len() > 1 && chars[chars.len() - 2].is_alphanumeric();
                assert!(!(is_edge && is_touched), "{width}×{height} {typed}: {line}\n{screen}");
            }
        }
    }
}
