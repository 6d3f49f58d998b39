//! A folder with articles, and the program run in it.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

pub const BOATS: &str = "Harbour orders new boats\n\n\
                     The council voted on Tuesday to order three ferries for the crossing.\n\n\
                     The first of them is due in spring.\n";

/// What is said of more than two articles here, `a.txt` and `b.txt` being the same; no run has it.
const TWICE: [&str; 2] = ["diptych: ./b.txt says the same as a.txt\n", "diptych: b.txt says the same as a.txt\n"];

/// A folder to work in, with articles in it.
pub struct Desk {
    pub folder: TempDir,
}

/// How a run ended.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// `a.txt` and `b.txt` say the same, `c.txt` says something else.
    pub fn new() -> Self {
        let desk = Self { folder: TempDir::new().expect("a folder can be made") };
        desk.put("a.txt", BOATS).put("b.txt", BOATS).put("c.txt", BOATS.replace("three", "four"))
    }

    pub fn put(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("it was written")
    }

    pub fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.current_dir(&self.folder).args(args);
        for name in ["NO_COLOR", "COLUMNS", "CLICOLOR_FORCE", "TERM"] {
            command.env_remove(name);
        }
        // Nobody's own configuration.
        command.env("XDG_CONFIG_HOME", self.path("no configuration"));
        command
    }

    /// Runs the binary with words parted by spaces.
    pub fn run(&self, words: &str) -> Run {
        Run::of(&mut self.command(&words.split_whitespace().collect::<Vec<_>>()))
    }

    pub fn json(&self, words: &str) -> Value {
        let run = self.run(&format!("--format json {words}"));
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {} {}", run.out, run.err))
    }
}

impl Run {
    pub fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the binary starts");
        let text = |bytes| String::from_utf8(bytes).expect("all that is written is UTF-8");
        Self {
            status: output.status.code().expect("no signal ended it"),
            out: text(output.stdout),
            err: TWICE.iter().fold(text(output.stderr), |said, line| said.replace(line, "")),
        }
    }
}

/// Trouble is status 2, nothing on standard output, and one line on standard error.
#[track_caller]
pub fn trouble(run: &Run, line: &str) {
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (2, "", format!("diptych: {line}\n").as_str()));
}
