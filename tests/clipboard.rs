//! Copying in a real terminal: what is sent to it, what a program gets, and what is said of that.
#![cfg(all(feature = "tui", unix, not(target_os = "macos")))]

mod session;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use session::{PATIENCE, Session, has, program};
use tempfile::TempDir;

/// The text of the first block, and what begins handing anything to the clipboard of a terminal (OSC 52).
const HEADLINE: &str = "Kelsmouth votes for a new ferry fleet";
const OSC_52: &str = "\x1b]52;c;";

/// A folder of programs that stand in for those that take a clipboard.
struct Programs(TempDir);

impl Programs {
    /// Has programs of these names, each of which is a script; `$OUT` is the file of [`Self::out`].
    fn new(scripts: &[(&str, &str)]) -> Self {
        let programs = Self(TempDir::new().expect("a folder can be made"));
        for (name, script) in scripts {
            let path = programs.0.path().join(name);
            fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a file can be written");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
        }
        programs
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("out")
    }

    /// Starts the reader with these programs before all others, in an environment.
    fn session(&self, environment: &[(&str, &str)]) -> Session {
        self.session_of((100, 30), environment)
    }

    fn session_of(&self, (width, height): (u16, u16), environment: &[(&str, &str)]) -> Session {
        let mut command = program(env!("CARGO_BIN_EXE_diptych"));
        let path = std::env::var("PATH").unwrap_or_default();
        command.env("PATH", format!("{}:{path}", self.0.path().display()));
        command.env("OUT", self.out());
        for (name, value) in environment {
            command.env(name, value);
        }
        Session::of(command, width, height)
    }
}

/// The processes that a process has started and not reaped, where the system says so.
fn children(process: u32) -> usize {
    let Ok(entries) = fs::read_dir("/proc") else { return 0 };
    let parent = |path: &Path| {
        let status = fs::read_to_string(path.join("stat")).ok()?;
        status.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse::<u32>().ok()
    };
    entries.flatten().filter(|entry| parent(&entry.path()) == Some(process)).count()
}

#[test]
fn where_nobody_knows_the_terminal_and_a_program_get_it() {
    for size in [(140, 40), (80, 24), (45, 15)] {
        let programs = Programs::new(&[("wl-copy", "cat > $OUT")]);
        let mut session = programs.session_of(size, &[("WAYLAND_DISPLAY", "none")]);
        session.shows("? help").press("y");
        if size.0 < 80 {
            // There is no room for all of it in the last line.
            session.shows(":messages shows all of it · A¶1 sent to").press(":messages\r").shows("words, 37 bytes");
            session.press("\u{1b}").hides("37 bytes");
        } else {
            session.shows("A¶1 sent to the terminal and given to wl-copy: 7 words, 37 bytes");
        }
        session.writes(OSC_52);
        assert_eq!(fs::read_to_string(programs.out()).expect("it was given"), HEADLINE);
        assert_eq!(session.press("q").end(), 0);
        session.is_restored();
    }
}

#[test]
fn a_terminal_that_takes_it_is_enough() {
    let programs = Programs::new(&[("wl-copy", "cat > $OUT")]);
    let mut session = programs.session(&[("WAYLAND_DISPLAY", "none"), ("KITTY_WINDOW_ID", "1")]);
    session.shows("? help").press("y").shows("A¶1 sent to the terminal: 7 words, 37 bytes").writes(OSC_52);
    assert_eq!(session.press("q").end(), 0);
    assert!(!programs.out().exists());
}

#[test]
fn a_terminal_that_takes_none_is_not_asked_if_a_program_is_there() {
    let programs = Programs::new(&[("xclip", "echo \"$@\" > $OUT; cat >> $OUT")]);
    let mut session = programs.session(&[("DISPLAY", ":none"), ("VTE_VERSION", "7600")]);
    session.shows("? help").press("y").shows("A¶1 given to xclip: 7 words, 37 bytes");
    assert!(!has(&session.log, OSC_52));
    assert_eq!(fs::read_to_string(programs.out()).expect("it was given"), format!("-selection clipboard\n{HEADLINE}"));
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn a_terminal_that_takes_none_is_asked_all_the_same_if_no_program_is_there() {
    let mut session = Programs::new(&[]).session(&[("VTE_VERSION", "7600")]);
    session.shows("? help").press("y");
    session.shows("A¶1 sent to the terminal, which may not take it: 7 words, 37 bytes").writes(OSC_52);
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn what_a_program_does_not_take_is_said() {
    let programs = Programs::new(&[("wl-copy", "exit 1")]);
    let mut session = programs.session(&[("WAYLAND_DISPLAY", "none"), ("VTE_VERSION", "7600")]);
    session.shows("? help").press("y");
    session.shows("A¶1 not copied, wl-copy failed: exit status: 1: 7 words, 37 bytes");
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn one_that_does_not_end_is_ended_and_keeps_nobody_waiting() {
    let programs = Programs::new(&[("wl-copy", "exec sleep 600")]);
    let mut session = programs.session(&[("WAYLAND_DISPLAY", "none")]);
    session.shows("? help").press("y}").shows("A¶2 of ");
    session.shows("A¶1 sent to the terminal; wl-copy did not end in 2 s");
    assert_eq!(children(session.child.process_id().expect("it runs")), 0, "nothing is left of it");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[cfg(target_os = "linux")]
#[test]
fn what_it_started_is_ended_with_it() {
    let programs = Programs::new(&[("wl-copy", "sleep 600 & echo $! > $OUT; wait")]);
    let mut session = programs.session(&[("WAYLAND_DISPLAY", "none")]);
    session.shows("? help").press("y").shows("A¶1 sent to the terminal; wl-copy did not end in 2 s");
    let started = fs::read_to_string(programs.out()).expect("it started another");
    // What is ended stays in the table until it is reaped.
    let is_running = || {
        let state = fs::read_to_string(format!("/proc/{}/stat", started.trim())).unwrap_or_default();
        state.rsplit(')').next().is_some_and(|rest| !rest.trim().is_empty() && !rest.trim_start().starts_with('Z'))
    };
    assert!(!is_running(), "nothing is left of it");
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn whoever_leaves_at_once_has_copied_all_the_same() {
    let programs = Programs::new(&[("wl-copy", "sleep 0.3; cat > $OUT.part; mv $OUT.part $OUT")]);
    let mut session = programs.session(&[("WAYLAND_DISPLAY", "none")]);
    session.shows("? help");
    let begun = Instant::now();
    assert_eq!(session.press("yq").end(), 0);
    assert!(begun.elapsed() < PATIENCE);
    assert_eq!(fs::read_to_string(programs.out()).expect("it was given"), HEADLINE);
}

#[test]
fn of_many_the_last_one_stays() {
    let programs = Programs::new(&[("wl-copy", "sleep 0.1; cat > $OUT")]);
    let mut session = programs.session(&[("WAYLAND_DISPLAY", "none")]);
    session.shows("? help").press(&"y}".repeat(3)).press("y").shows("A¶4 sent to the terminal and given to wl-copy");
    assert_eq!(session.press("q").end(), 0);
    let last = fs::read_to_string(programs.out()).expect("it was given");
    assert!(!last.contains(HEADLINE) && !last.is_empty(), "{last}");
}
