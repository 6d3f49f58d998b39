//! More articles than a story may have, and wide stories without a screen.
#![cfg(feature = "tui")]

use std::fs;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A folder of so many small reports.
fn folder(count: usize) -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    for place in 0..count {
        let text = format!("Boat {place} leaves\n\nThe ferries were withdrawn on Monday.\n\nBoat {place} stays.\n");
        fs::write(folder.path().join(format!("{place:03}.txt")), text).expect("a file can be written");
    }
    folder
}

/// What is written to standard output and to standard error.
fn written(folder: &TempDir, arguments: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    let output = command.arg(folder.path()).args(arguments).output().expect("the binary starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is UTF-8");
    (text(output.stdout), text(output.stderr))
}

const LEFT_OUT: &str = "diptych: 503 articles: the first 500 are read, 3 are left out; name the files, or a folder with \
    fewer, to choose\n";

#[test]
fn what_is_left_out_is_said_whatever_is_written() {
    let folder = folder(503);
    assert_eq!(written(&folder, &["--format", "text"]).1, LEFT_OUT);
    let (screen, said) = written(&folder, &["--keys", "", "--width", "140"]);
    assert_eq!(said, LEFT_OUT);
    assert!(screen.contains("503 articles: the first 500 are read, 3 are left out"), "{screen}");
    let (json, said) = written(&folder, &["--format", "json", "--left", "000.txt", "--right", "502.txt"]);
    assert_eq!(said, LEFT_OUT);
    let json: Value = serde_json::from_str(&json).expect("it is JSON");
    // What is asked for by name is read, however late it comes.
    let sources = json["articles"].as_array().expect("a list").iter().map(|article| article["source"].to_string());
    assert!(sources.zip(["000.txt", "502.txt"]).all(|(source, name)| source.contains(name)), "{json}");
}

#[test]
fn as_many_as_may_be_are_no_news() {
    let folder = folder(500);
    assert_eq!(written(&folder, &["--format", "text"]).1, "");
}

#[test]
fn text_shows_every_column() {
    let folder = folder(30);
    let (text, _) = written(&folder, &["--view", "story", "--format", "text", "--width", "80"]);
    for letter in ["A", "M", "Z", "AD"] {
        let heads = text.lines().filter(|line| line.split_whitespace().any(|word| word == letter));
        assert!(heads.count() >= 2, "{letter}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn text_lists_the_passages_that_are_asked_for() {
    let folder = folder(4);
    let table = |which: &str| written(&folder, &["--view", "story", "--format", "text", "--passages", which]);
    assert!(table("in-all").0.contains("Passages, seen from A · in all outlets"));
    assert!(table("moved-2").0.contains("over 2 blocks up or down"));
    assert!(table("only-D").0.contains("only in D"));
    for wrong in ["only-E", "most", "moved-"] {
        assert!(table(wrong).1.contains("no such passages; there are all, in-all"), "{wrong}");
    }
    let (text, _) = written(&folder, &["--view", "story", "--format", "text", "--left", "C"]);
    assert!(text.contains("Passages, seen from C"), "{text}");
    assert!(text.contains("No source stands out; seen from C."), "four equal copies: {text}");
}
