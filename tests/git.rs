//! The program as a tool of git: for `git difftool`, and as a driver of `git diff`. Skipped, and said so, where there is no
//! git.

mod desk;

use std::process::{Command, Output};

use desk::{BOATS, Desk};

/// Runs git in a desk; `None` if there is none.
fn git(desk: &Desk, args: &[&str]) -> Option<Output> {
    let mut command = Command::new("git");
    command.current_dir(&desk.folder).args(["-c", "user.name=Ann Example", "-c", "user.email=ann@example.org"]);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "NO_COLOR", "COLUMNS"] {
        command.env_remove(name);
    }
    // Nobody's own settings.
    command.env("GIT_CONFIG_GLOBAL", desk.path("no settings")).env("GIT_CONFIG_NOSYSTEM", "1");
    command.env("XDG_CONFIG_HOME", desk.path("no configuration"));
    let output = command.args(args).output().ok()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "git {args:?}: {said}");
    Some(output)
}

/// Returns a desk whose article was changed since it was committed; `None` if there is no git.
fn changed() -> Option<Desk> {
    let desk = Desk::new();
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: there is no git here");
        return None;
    }
    git(&desk, &["init", "--quiet"])?;
    git(&desk, &["add", "a.txt"])?;
    git(&desk, &["commit", "--quiet", "-m", "boats"])?;
    Some(desk.put("a.txt", BOATS.replace("three", "four")))
}

/// Returns what the README says of the driver, with the program under test for `diptych`.
fn driver() -> String {
    let readme = include_str!("../README.md");
    let line = readme.lines().find_map(|line| line.split_once("git config diff.diptych.command ")).expect("it is told");
    line.1.trim_matches('\'').replace("diptych --format", &format!("{} --format", env!("CARGO_BIN_EXE_diptych")))
}

#[test]
fn difftool_shows_what_changed() {
    let Some(desk) = changed() else { return };
    let tool = format!("--extcmd='{}' --format text", env!("CARGO_BIN_EXE_diptych"));
    let Some(output) = git(&desk, &["difftool", "--no-prompt", &tool, "a.txt"]) else { return };
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.contains("[three]") && out.contains("{four}"), "{out}");
}

#[test]
fn a_driver_of_diff_shows_what_changed_and_does_not_end_it() {
    let Some(desk) = changed() else { return };
    let desk = desk.put(".gitattributes", "*.txt diff=diptych\n");
    git(&desk, &["config", "diff.diptych.command", &driver()]);
    let Some(output) = git(&desk, &["diff", "a.txt"]) else { return };
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.contains("[three]") && out.contains("{four}"), "{out}");
}

/// Returns the desk of [`changed`], with the driver for texts; `None` if there is no git.
fn driven() -> Option<Desk> {
    let desk = changed()?.put(".gitattributes", "*.txt diff=diptych\n");
    git(&desk, &["config", "diff.diptych.command", &driver()])?;
    Some(desk)
}

#[test]
fn files_that_were_added_and_deleted_stand_alone_and_end_no_diff() {
    let Some(desk) = driven() else { return };
    let desk = desk.put("empty.txt", "").put("n.txt", "Tickets\n\nNobody pays on Sunday.\n");
    std::fs::remove_file(desk.path("a.txt")).expect("it is there");
    git(&desk, &["add", "a.txt", "empty.txt", "n.txt"]);
    let Some(output) = git(&desk, &["diff", "--cached"]) else { return };
    let out = String::from_utf8_lossy(&output.stdout);
    for line in ["Harbour orders new boats", "Nobody pays on Sunday."] {
        assert!(out.contains(line), "{out}");
    }
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!((said.lines().count(), said.contains("no text in it")), (1, true), "{said}");
}

#[test]
fn difftool_starts_its_own_tool_where_there_is_a_driver() {
    let Some(desk) = driven() else { return };
    let tool = format!("--extcmd={} --format json", env!("CARGO_BIN_EXE_diptych"));
    let Some(output) = git(&desk, &["difftool", "--no-prompt", &tool, "a.txt"]) else { return };
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("the tool was asked for it");
    assert_eq!(json["articles"].as_array().map(Vec::len), Some(2));
}
