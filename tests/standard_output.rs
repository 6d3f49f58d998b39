//! Standard output that takes nothing: closed, full, or open for reading alone.
#![cfg(all(feature = "tui", unix))]

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Two articles that differ, in a folder of their own.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    for (name, boats) in [("a.txt", "three"), ("b.txt", "four")] {
        let text = format!("Harbour orders new boats\n\nThe council ordered {boats} ferries on Tuesday.\n");
        fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    folder
}

/// The exit status and what is said on standard error if a shell starts the program so.
fn run(arguments: &str) -> (i32, String) {
    let folder = folder();
    let mut command = Command::new("sh");
    command.args(["-c", &format!("\"$0\" {arguments}"), env!("CARGO_BIN_EXE_diptych")]).current_dir(&folder);
    command.env("XDG_CONFIG_HOME", folder.path()).env_remove("TERM").stdin(Stdio::null());
    let output = command.output().expect("a shell starts");
    assert_eq!(output.stdout, b"", "{arguments}");
    (output.status.code().expect("it ends by itself"), String::from_utf8(output.stderr).expect("it is UTF-8"))
}

/// Everything that is written to standard output.
const WRITTEN: [&str; 8] = [
    "a.txt b.txt",
    "--format text a.txt b.txt",
    "--format json a.txt b.txt",
    "--format svg a.txt b.txt",
    "--view story --format text a.txt b.txt",
    "--keys j a.txt b.txt",
    "--dump-config",
    "--help",
];

#[test]
fn closed_at_the_start_it_is_trouble() {
    for arguments in WRITTEN {
        let closed = (2, "diptych: standard output: it is closed\n".to_owned());
        assert_eq!(run(&format!("{arguments} >&-")), closed, "{arguments}");
        assert_eq!(run(&format!("{arguments} <&- >&-")), closed, "{arguments}");
        // Nobody hears the line; the status tells.
        assert_eq!(run(&format!("{arguments} >&- 2>&-")), (2, String::new()), "{arguments}");
    }
    assert_eq!(run("--version >&-").0, 2);
    let no_reader = (2, "diptych: standard output: no terminal to read in\n".to_owned());
    assert_eq!(run("--format tui a.txt b.txt >&-"), no_reader);
}

#[test]
fn open_for_reading_alone_it_is_trouble() {
    for arguments in WRITTEN {
        let cause = (2, "diptych: standard output: bad file descriptor\n".to_owned());
        assert_eq!(run(&format!("{arguments} 1</dev/null")), cause, "{arguments}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn full_it_is_trouble() {
    for arguments in WRITTEN {
        let cause = (2, "diptych: standard output: no space left on device\n".to_owned());
        assert_eq!(run(&format!("{arguments} >/dev/full")), cause, "{arguments}");
    }
}

#[test]
fn thrown_away_it_is_none() {
    for null in [">/dev/null", "1<>/dev/null"] {
        assert_eq!(run(&format!("a.txt b.txt {null}")), (1, String::new()));
        assert_eq!(run(&format!("a.txt a.txt {null}")), (0, String::new()));
        assert_eq!(run(&format!("--help {null}")), (0, String::new()));
    }
}

#[test]
fn closed_it_is_not_missed_where_a_file_is_written() {
    assert_eq!(run("--format text -o c.txt a.txt b.txt >&-"), (1, String::new()));
    assert_eq!(run("a.txt b.txt >/dev/null 2>&-"), (1, String::new()), "standard error is not missed either");
}
