//! Evidence of five real reports, where they are at hand beside the project: what a careful reader found in them is found, and none of the
//! traps in them is fallen into.
//!
//! These tests are ignored unless they are asked for, as `.ci/run` does where the reports are; the last ones read the stories that come
//! with the program.
#![cfg(feature = "tui")]

use std::path::PathBuf;
use std::sync::LazyLock;

use assert_cmd::Command;
use serde_json::Value;

fn evidence_of(folder: &str) -> Value {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    let output = command.arg(folder).args(["--format", "json"]).output().expect("the binary starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    document["evidence"].clone()
}

static REPORTS: LazyLock<Value> = LazyLock::new(|| evidence_of("../shared/articles"));
static FERRY: LazyLock<Value> = LazyLock::new(|| evidence_of("articles/ferry"));

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).expect("a list")
}

/// Where something stands, as `A5`.
fn place(said: &Value) -> String {
    format!("{}{}", said["article"].as_str().expect("a letter"), said["block"])
}

fn places(entry: &Value) -> Vec<String> {
    list(entry, "said").iter().map(place).collect()
}

/// The quotation of a block that has some words.
fn quotation<'v>(evidence: &'v Value, at: &str, words: &str) -> (&'v Value, &'v Value) {
    let mut all =
        list(evidence, "quotations").iter().flat_map(|entry| list(entry, "said").iter().map(move |said| (entry, said)));
    let found =
        all.find(|(_, said)| place(said) == at && said["text"].as_str().is_some_and(|text| text.contains(words)));
    found.unwrap_or_else(|| panic!("{at} {words}"))
}

fn entry_with<'v>(evidence: &'v Value, key: &str, at: &str, text: &str) -> &'v Value {
    let has = |said: &Value| place(said) == at && said["text"] == text;
    let found = list(evidence, key).iter().find(|entry| list(entry, "said").iter().any(has));
    found.unwrap_or_else(|| panic!("{key} {at} {text}"))
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn altered_quotations_are_held_against_what_they_quote() {
    for at in ["E4", "E6"] {
        let (entry, said) = quotation(&REPORTS, at, "create");
        assert_eq!((entry["kind"].as_str(), said["kind"].as_str()), (Some("altered"), Some("altered")), "{at}");
        // A person is quoted, and the sentence that is quoted gives its words to the ministry.
        let there = &said["against"]["speaker"];
        assert_eq!(there["name"].as_str(), Some("Ministry of State Security"), "{at}");
        assert_eq!(
            (place(&said["against"]), &said["against"]["quoted"]),
            ("A5".to_owned(), &Value::Bool(false)),
            "{at}"
        );
        assert!(
            list(said, "differs").iter().any(|words| words.as_str().is_some_and(|words| words.contains("create"))),
            "{at}"
        );
        assert_eq!(said["speaker"]["name"], "Chen Yixin", "{at}");
    }
    assert_eq!(quotation(&REPORTS, "E10", "normal").1["speaker"]["name"], "Ministry of State Security");
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn the_same_quotation_in_several_outlets() {
    let (same, _) = quotation(&REPORTS, "A10", "The most fundamental");
    assert_eq!(
        (same["kind"].as_str(), places(same)),
        (Some("verbatim"), ["A10", "B5", "E15"].map(str::to_owned).to_vec())
    );
    let (trimmed, said) = quotation(&REPORTS, "C16", "documents, data");
    assert_eq!(
        (trimmed["kind"].as_str(), places(trimmed)),
        (Some("trimmed"), ["C16", "D7"].map(str::to_owned).to_vec())
    );
    assert_eq!(said["left_out"][0], "all");
    let (moved, said) = quotation(&REPORTS, "D20", "News, broadcasting");
    assert_eq!((moved["kind"].as_str(), place(&said["against"])), (Some("re-attributed"), "C14".to_owned()));
    assert_eq!((&said["speaker"]["text"], &said["speaker"]["name"]), (&"it".into(), &"Public Security Bureau".into()));
    for (at, words) in [("D23", "The CCP wants"), ("D24", "The purpose is")] {
        assert_eq!(quotation(&REPORTS, at, words).1["speaker"], Value::Null, "{at}");
    }
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn two_bearers_of_a_surname_stay_two() {
    let speakers = [
        ("A10", "fundamental", "Chen Yixin"),
        ("D12", "pay great", "Chen Wenqing"),
        ("D13", "overall", "Chen Wenqing"),
    ];
    for (at, words, name) in speakers.into_iter().chain([("D16", "made progress", "William Burns")]) {
        assert_eq!(quotation(&REPORTS, at, words).1["speaker"]["name"], name, "{at}");
    }
    let name = |name: &str| list(&REPORTS, "names").iter().find(|own| own["name"] == name).expect("it is found");
    assert_eq!(places(name("Chen Yixin")), ["A9", "B4", "E4"]);
    assert_eq!(places(name("Chen Wenqing")), ["D11"]);
    assert_eq!(list(name("Chen Yixin"), "said")[0]["text"], "Minister of State Security Chen Yixin");
    assert_eq!(list(name("Chen Yixin"), "said")[2]["text"], "state-security czar Chen Yixin");
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn dates_agree_in_different_forms_and_captions_date_nothing() {
    let day = entry_with(&REPORTS, "dates", "A5", "Monday");
    assert_eq!((day["kind"].as_str(), day["value"].as_str()), (Some("agrees"), Some("2023-07-31")));
    let said = list(day, "said");
    for (at, text) in [("B2", "Jul 31"), ("C5", "Monday"), ("D2", "July 31"), ("E10", "Monday")] {
        assert!(said.iter().any(|own| place(own) == at && own["text"] == text), "{at}");
    }
    assert_eq!(said[0]["anchor"], "B2");
    assert!(said.iter().all(|own| !own["anchor"].is_null()));
    let all = list(&REPORTS, "dates").iter().flat_map(|entry| list(entry, "said"));
    assert!(all.clone().all(|own| !["A3", "C26"].contains(&place(own).as_str())));
    assert!(list(&REPORTS, "dates").iter().all(|entry| entry["kind"] != "differs"));
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn no_figure_is_in_conflict_with_another() {
    for (at, text) in [("E6", "1.4 million citizens"), ("C5", "more than 1 billion users")] {
        let entry = entry_with(&REPORTS, "figures", at, text);
        assert_eq!((entry["kind"].as_str(), places(entry)), (Some("one outlet"), vec![at.to_owned()]));
    }
    assert!(list(&REPORTS, "figures").iter().all(|entry| entry["kind"] == "one outlet"));
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn words_of_lists_and_swapped_wording() {
    let marked = |at: &str, text: &str| {
        let found = list(&REPORTS, "verbs").iter().find(|own| place(own) == at && own["text"] == text);
        found.map(|own| format!("{} {}", own["list"].as_str().unwrap_or(""), own["class"].as_str().unwrap_or("")))
    };
    for (at, text, list) in [
        ("A1", "Wants to", "intent desire"),
        ("A4", "should", "intent request"),
        ("C1", "calls for", "intent request"),
        ("D1", "calling on", "intent request"),
        ("E1", "Seeks to", "intent desire"),
        ("E1", "Admits", "reporting factive"),
        ("E5", "plans to", "intent commitment"),
        ("B3", "was reported to have", "second-hand hearsay"),
        ("B4", "was reported to have", "second-hand hearsay"),
        ("B6", "was cited as saying", "second-hand hearsay"),
        ("A4", "said", "reporting neutral"),
        ("A15", "wrote", "reporting neutral"),
    ] {
        assert_eq!(marked(at, text).as_deref(), Some(list), "{at} {text}");
    }
    let traps = ["states", "state", "burns"];
    let is_trap = |own: &&Value| {
        let text = own["text"].as_str().unwrap_or("").to_lowercase();
        // "A report that states that …" is one.
        traps.contains(&text.as_str()) && place(own) != "D8"
    };
    assert_eq!(list(&REPORTS, "verbs").iter().find(is_trap), None);
    let swapped = |left: &str, right: &str| {
        list(&REPORTS, "wording").iter().find(|own| own["left"] == left && own["right"] == right)
    };
    for (left, right) in [("popularize", "popularise"), ("defense", "defence")] {
        assert_eq!(swapped(left, right).map(|own| &own["spelling"]), Some(&Value::Bool(true)), "{left}");
    }
}

#[test]
fn figures_and_dates_of_a_bundled_story() {
    let crowns = entry_with(&FERRY, "figures", "A4", "41 million crowns");
    assert_eq!(
        (crowns["kind"].as_str(), places(crowns)),
        (Some("differs"), ["A4", "B5", "D8"].map(str::to_owned).to_vec())
    );
    // The same sum in C counts with and without the charging posts: it is held against nothing.
    assert_eq!(entry_with(&FERRY, "figures", "C11", "41 million crowns")["kind"], "same figure");
    // Every outlet that has it is named, whatever else its figure is held against.
    let other = entry_with(&FERRY, "figures", "C11", "47 million");
    assert_eq!(
        (other["kind"].as_str(), places(other)),
        (Some("same figure"), ["B5", "C11", "D8"].map(str::to_owned).to_vec())
    );
    let not_agreeing: Vec<&str> = list(&FERRY, "figures")
        .iter()
        .filter_map(|entry| entry["kind"].as_str())
        .filter(|kind| *kind == "differs")
        .collect();
    assert_eq!(not_agreeing.len(), 1);
    let day = entry_with(&FERRY, "dates", "D9", "March 4");
    assert_eq!(
        (day["kind"].as_str(), day["value"].as_str(), list(day, "said").len()),
        (Some("agrees"), Some("2026-03-04"), 3)
    );
    assert_eq!(entry_with(&FERRY, "dates", "C14", "Sunday")["kind"], "no date");
}

#[test]
fn quotations_of_a_bundled_story() {
    let (entry, said) = quotation(&FERRY, "B14", "We waited too long");
    assert_eq!(entry["kind"], "trimmed");
    assert_eq!(places(entry), ["A9", "B14", "D3"]);
    assert_eq!(said["speaker"]["name"], "Ruth Halloran");
    let cues: Vec<&str> = list(entry, "said").iter().filter_map(|said| said["cue"].as_str()).collect();
    assert_eq!(cues, ["said", "admitted", "admitted"]);
    // Another bearer of the surname.
    assert_eq!(quotation(&FERRY, "C3", "I plan by the tide").1["speaker"]["name"], "Brid Halloran");
}

/// The entries of a kind, each as `kind: A4 words; B5 words`.
fn drawn(evidence: &Value, key: &str, kinds: &[&str]) -> Vec<String> {
    let is_of = |entry: &&Value| kinds.iter().any(|kind| entry["kind"] == *kind);
    let words = |said: &Value| format!("{} {}", place(said), said["text"].as_str().unwrap_or(""));
    let line = |entry: &Value| {
        let said: Vec<String> = list(entry, "said").iter().map(words).collect();
        format!("{}: {}", entry["kind"].as_str().unwrap_or(""), said.join("; "))
    };
    list(evidence, key).iter().filter(is_of).map(line).collect()
}

#[test]
fn all_that_is_said_to_agree_or_to_differ_does() {
    assert_eq!(
        drawn(&FERRY, "figures", &["agrees", "differs", "scale"]),
        [
            "agrees: A3 three new ferries; B4 three new ferries",
            "differs: A4 41 million crowns; B5 47 million crowns; D8 47 million crowns",
            "agrees: A4 five bidders; B5 five bidders; D8 five bidders",
            "agrees: A5 some 400,000 passengers; B6 some 400,000 passengers",
            "agrees: A5 up to 30 centimetres; B7 up to 30 centimetres; D9 up to 30 centimeters",
            "agrees: A5 three boats; B7 three boats; D9 three boats",
            "agrees: A7 six crossings; B11 six crossings; D6 six crossings",
            "agrees: A7 fourteen; B11 fourteen; D6 fourteen",
            "agrees: A12 Two; B9 Two",
            "agrees: A12 thirteen members; B9 thirteen members",
            "agrees: A14 160 people; B13 160 people",
            "agrees: A14 three boats; B13 three boats",
        ]
    );
    assert_eq!(
        drawn(&FERRY, "dates", &["agrees", "differs"]),
        ["agrees: A3 Tuesday; B4 Tuesday; D3 June 16", "agrees: A5 4 March; B7 4 March; D9 March 4",]
    );
    let other = evidence_of("articles/counter-espionage");
    assert_eq!(drawn(&other, "figures", &["agrees", "differs", "scale"]), [""; 0]);
    assert_eq!(
        drawn(&other, "dates", &["agrees", "differs"]),
        [
            "agrees: A4 Tuesday; B3 Aug 1; E6 Tuesday; E9 Tuesday",
            "agrees: A5 Monday; B3 Jul 31; C5 Monday; D4 July 31; E10 Monday",
        ]
    );
}
