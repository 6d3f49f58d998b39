//! What comes in from a real terminal in pieces, in masses, or not at all.
#![cfg(all(feature = "tui", unix))]

mod session;

use std::time::Duration;

use session::{LARGEST, Session, program};

#[test]
fn an_arrow_in_two_pieces_is_an_arrow() {
    let mut session = Session::start(100, 30);
    session.shows("? help").press("]").shows("· difference 1 of").press("/");
    for letters in ["council", "ferry"] {
        session.press(letters).press("\r").press("/");
    }
    session.press("\x1b").press("[A").shows("/ferry").press("\x1b").press("O").press("A").shows("/council");
    assert_eq!(session.press("\x03").end(), 0);
    session.is_restored();
}

#[test]
fn an_escape_alone_is_one() {
    let mut session = Session::start(100, 30);
    session.shows("? help").press("?").shows("Help: any").press("\x1b").hides("Help: any").press("/").shows("/");
    assert_eq!(session.press("\x1b").press("\x03").end(), 0);
}

/// Beginnings of which no end comes.
const HALVES: [&str; 12] = [
    "\x1b[",
    "\x1b[<",
    "\x1b[<0;9;",
    "\x1b[?",
    "\x1b[M",
    "\x1b[M !",
    "\x1b[1;",
    "\x1bO",
    "\x1b]11;rgb:",
    "\x1bP1$r",
    "\x1b[200~",
    "\x1b[200~three boats",
];

#[test]
fn half_a_sequence_holds_no_key_for_long() {
    let mut session = Session::start(100, 30);
    session.shows("? help");
    for half in HALVES {
        // Once it is quiet, its time is up.
        session.press(half).is_quiet().press("?").shows("Help: any").press("?").hides("Help: any");
    }
    session.press("\x1b[?25l\x1b[?1;2c").press("?").shows("Help: any");
    assert_eq!(session.press("q").press("q").end(), 0);
    session.is_restored();
}

#[test]
fn half_a_sequence_never_holds_control_c() {
    for half in HALVES {
        let mut session = Session::start(100, 30);
        session.shows("? help").press(half);
        if half.starts_with("\x1b[200~") {
            // In a paste that goes on it is text.
            session.is_quiet();
        }
        assert_eq!(session.press("\x03").end(), 0, "{half:?}");
        session.is_restored();
    }
}

#[test]
fn a_large_paste_is_one_text() {
    let mut session = Session::start(100, 30);
    session.shows("? help").press("/").press("\x1b[200~").press(&"Kelsmouth\x1b[31m\x03 votes ".repeat(40_000));
    session.press("\x1b[20").press("1~").shows("Kelsmouth").press("\r").press("?").shows("Help: any");
    assert_eq!(session.press("\x03").end(), 0);
    session.is_restored();
}

#[test]
fn characters_in_pieces_and_bytes_that_are_none() {
    let mut session = Session::start(100, 30);
    session.shows("? help").press("/");
    for bytes in [&b"f\xC3"[..], b"\xA9\xFF\xC0\xE7", b"r\xE7\x81", b"\xAF"] {
        session.keys.write_all(bytes).expect("the program listens");
    }
    session.shows("/f\u{E9}r\u{706F}");
    session.press("\x1b").is_quiet();
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn a_terminal_that_does_not_let_it_wait_is_waited_for() {
    let python = "import os, sys; os.set_blocking(0, False); os.execv(sys.argv[1], sys.argv[1:])";
    let mut command = program("python3");
    command.args(["-c", python, env!("CARGO_BIN_EXE_diptych")]);
    if std::process::Command::new("python3").arg("--version").output().is_err() {
        println!("skipped: there is no python3 to set the mode");
        return;
    }
    let mut session = Session::of(command, 100, 30);
    session.shows("? help").press("?").shows("Help: any");
    assert_eq!(session.press("\x03").end(), 0);
}

#[test]
fn no_terminal_is_too_large() {
    for (width, height) in [(u16::MAX, 24), (80, u16::MAX)] {
        let mut session = Session::start(width, height);
        session
            .shows("? help")
            .resize(100, 30)
            .wait_until(|screen| screen.rows(0, 100).nth(29).is_some_and(|status| status.contains("? help")));
        assert_eq!(session.press("q").end(), 0);
        session.is_restored();
    }
}

#[test]
fn text_for_a_terminal_is_not_wider_than_any() {
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.args(["--format", "svg", "--keys", "j"]);
    let mut session = Session::of(command, u16::MAX, 30);
    assert_eq!(session.end(), 0);
    let written = String::from_utf8_lossy(&session.log).into_owned();
    let of = |columns: u16| {
        let mut command = program(env!("CARGO_BIN_EXE_diptych"));
        command.args(["--format", "svg", "--keys", "j", "--width", &columns.to_string(), "--height", "30"]);
        let mut session = Session::of(command, 100, 30);
        assert_eq!(session.end(), 0);
        String::from_utf8_lossy(&session.log).into_owned()
    };
    assert_eq!(written.lines().next(), of(LARGEST).lines().next());
}

#[test]
fn typing_on_ends_what_holds_the_keys() {
    for half in ["\x1b[200~", "\x1b[200~three boats", "\x1b]11;", "\x1bP1", "\x1b_G"] {
        let mut session = Session::start(100, 30);
        session.shows("? help").press(half);
        assert!((0..60).any(|_| session.press("q").ends_within(Duration::from_millis(100))), "{half:?}");
    }
}

#[test]
fn control_c_ends_half_a_paste() {
    let mut session = Session::start(100, 30);
    assert_eq!(session.shows("? help").press("\x1b[200~three boats\x03").end(), 0);
    session.is_restored();
}
