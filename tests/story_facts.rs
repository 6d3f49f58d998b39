//! Five real reports of one event as a whole story, where they are at hand beside the project: what a careful reader
//! found in them, from JSON and from the screen.
//!
//! These tests are ignored unless they are asked for, as `.ci/run` does where the reports are.
#![cfg(feature = "tui")]

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

/// Runs the program on the five reports and returns what it writes.
fn written(arguments: &[&str]) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    let output = command.arg(folder).args(arguments).output().expect("the binary starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

fn story() -> Value {
    let document: Value = serde_json::from_str(&written(&["--format", "json"])).expect("it is JSON");
    document["story"].clone()
}

fn screen(typed: &str) -> String {
    written(&["--width", "120", "--height", "100", "--keys", typed])
}

/// Where the passage of a block stands in another report.
fn there(story: &Value, (article, block): (&str, u64), other: &str) -> Vec<u64> {
    let numbers = |value: &Value| value.as_array().into_iter().flatten().filter_map(Value::as_u64).collect::<Vec<_>>();
    let passages = story["passages"].as_array().expect("a list");
    let passage = passages.iter().find(|passage| numbers(&passage["blocks"][article]).contains(&block));
    numbers(&passage.expect("every paragraph is in a passage")["blocks"][other])
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn shares_in_json_and_on_the_screen() {
    let (story, screen) = (story(), screen("v"));
    let head = screen.lines().find(|line| line.contains("in A")).expect("the matrix has a head");
    let column = head.find("in A").expect("it was found") + "in A".len();
    for (of, percent) in [("B", 70.0), ("E", 54.0), ("D", 4.5), ("C", 1.6)] {
        let is = |cell: &&Value| cell["of"] == of && cell["in"] == "A";
        let cell = story["sharing"].as_array().expect("a list").iter().find(is).expect("every two are there");
        let share = 100.0 * cell["share"].as_f64().expect("a number");
        assert!((share - percent).abs() <= 2.0, "{of}: {share}");
        let row = screen.lines().find(|line| line.trim_start_matches(['▸', ' ']).starts_with(&format!("{of} 0")));
        let before: String = row.expect("every report has a row").chars().take(column).collect();
        let shown = before.rsplit('%').nth(1).and_then(|text| text.split_whitespace().last());
        let shown: f64 = shown.and_then(|text| text.parse().ok()).expect("the cell has a number");
        assert!((shown - percent).abs() <= 2.5, "{of}: {shown} in {screen}");
    }
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn what_nobody_kept_and_what_moved() {
    let story = story();
    for block in 11..=14 {
        assert_eq!(there(&story, ("A", block), "B"), [0; 0], "A{block}");
        assert_eq!(there(&story, ("A", block), "E"), [0; 0], "A{block}");
    }
    assert_eq!(there(&story, ("A", 15), "B"), [3]);
    assert_eq!(there(&story, ("A", 15), "E"), [0; 0]);
    for (block, b, e) in [(4, 6, 9), (5, 2, 10), (8, 9, 13), (9, 4, 14), (10, 5, 15)] {
        assert_eq!(
            (there(&story, ("A", block), "B"), there(&story, ("A", block), "E")),
            (vec![b], vec![e]),
            "A{block}"
        );
    }
    // A5 is met again in two paragraphs of D.
    assert_eq!(there(&story, ("A", 5), "D"), [2, 3]);
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn the_wires_lead_and_its_last_paragraph_on_the_screen() {
    // What A has alone is folded; the lines of the four outlets that have anything alone come last.
    assert!(!screen("v<Tab>").contains("Australian journalist Cheng Lei"));
    let screen = screen("v<Tab>G<Up><Up><Up><Enter>");
    let row = |words: &str| {
        let row = screen.lines().find(|line| line.contains(words)).expect("the passage has a row");
        let cells: Vec<&str> = row.split_whitespace().collect();
        cells[cells.len() - 5..].join(" ")
    };
    // Columns stand as on the page of sharing, relatives together: A, E, B, D, C.
    assert_eq!(row("China should encourage its citizens"), "¶4 ~¶9 ~¶6 – ≈¶7");
    assert_eq!(row("In protecting itself from espionage"), "¶15 – ~¶3 – –");
    assert_eq!(row("Australian journalist Cheng Lei"), "¶12 – – – –");
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn what_only_the_wire_has_in_the_list_beside_the_text() {
    let screen = screen("L<Tab><Tab><Tab><Tab>");
    let row = |words: &str| screen.lines().find(|line| line.contains(words)).map_or("", |line| line);
    // C tells ¶11 in words of its own.
    assert!(row("only here").trim_end().ends_with(" 3"), "{screen}");
    for block in ["¶11 ", "¶12 ", "¶13 ", "¶14 ", "¶15 "] {
        assert!(screen.contains(&format!("{block} ")), "{block}: {screen}");
    }
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn a_spelling_is_a_trace() {
    let (story, screen) = (story(), screen("v<Tab><Tab>"));
    assert_eq!(story["source"]["proposed"], "A");
    let traces = story["source"]["traces"].as_array().expect("a list");
    let trace = traces.iter().find(|trace| trace["others"] == "popularise").expect("two have it so");
    assert_eq!((&trace["source"], &trace["articles"]), (&"popularize".into(), &serde_json::json!(["B", "E"])));
    assert!(screen.contains("A¶6: B and E share “popularise” where A has “popularize”"), "{screen}");
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn relatives_stand_together() {
    let story = story();
    let order: Vec<&str> = story["order"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    let mut first = order[..3].to_vec();
    first.sort_unstable();
    assert_eq!(first, ["A", "B", "E"], "{order:?}");
}
