//! Files of pages, through the binary.
#![cfg(all(feature = "tui", feature = "html"))]

use std::fs;

use assert_cmd::Command;

const PAGE: &str = "<title>New boats | The Wire</title><meta property=og:site_name content='The Wire'><nav><a href=/>Home</a></nav><article>\
    <h1>New boats</h1><p>The council of Kelsmouth has ordered three boats, it said on Tuesday, after the old ones had been withdrawn.</p>\
    <h2>What they cost</h2><ul><li>Forty-one million crowns<li>A year of waiting</ul><p>&#8220;At last,&#8221; said the \
    mayor&nbsp;&ndash; and nobody in the hall, which was full, said anything else for a while.</p></article>";

const TEXT: &str = "New boats\n\nThe council of Kelsmouth has ordered three boats, it said on Tuesday, after the old ones had been \
    withdrawn.\n\nWhat they cost\n\nForty-one million crowns\n\nA year of waiting\n\n“At last,” said the mayor – and nobody in the hall, \
    which was full, said anything else for a while.\n";

fn diptych(folder: &tempfile::TempDir) -> Command {
    let mut command = Command::cargo_bin("diptych").expect("it is built");
    command.current_dir(folder.path()).env("XDG_CONFIG_HOME", folder.path().join("none"));
    command
}

#[test]
fn a_page_is_the_same_as_its_text() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.html"), PAGE).expect("written");
    fs::write(folder.path().join("b.txt"), TEXT).expect("written");
    let run = diptych(&folder).args(["--format", "text", "a.html", "b.txt"]).assert().code(0);
    let text = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(text.contains("The Wire"), "{text}");
}

#[test]
fn a_page_that_is_refused_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.html"), "<div>".repeat(600)).expect("written");
    fs::write(folder.path().join("b.txt"), TEXT).expect("written");
    let run = diptych(&folder).args(["--format", "text", "a.html", "b.txt"]).assert().code(2);
    let message = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(message.contains("a.html: nested too deeply for a page (more than 500 elements)"), "{message}");
    assert_eq!(message.lines().count(), 1);
}

#[test]
fn what_is_left_out_is_said_and_can_be_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.html"), PAGE).expect("written");
    fs::write(folder.path().join("b.txt"), TEXT).expect("written");
    let run = |args: &[&str]| {
        let run = diptych(&folder).args(["--format", "text"]).args(args).args(["a.html", "b.txt"]).assert();
        let output = run.get_output();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&output.stdout), text(&output.stderr))
    };
    let (out, said) = run(&[]);
    assert!(said.contains("a.html: 1 line of the page is left out; --show-left-out shows it"), "{said}");
    assert!(!out.contains("Home"), "{out}");
    let (out, said) = run(&["--show-left-out"]);
    assert!(out.contains("Home") && !said.contains("left out"), "{out}{said}");
}
