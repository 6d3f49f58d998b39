//! The start of the reader in a real terminal: it asks for light or dark while keys and signals come, and waits its
//! turn.
#![cfg(all(feature = "tui", unix))]

mod session;

use portable_pty::CommandBuilder;
use session::{Session, has, program};
use vt100::Color;

/// The last of what a terminal is asked.
const ASKED: &str = "\x1b]11;?\x07\x1b[c";

/// What a light terminal answers.
const LIGHT: [&str; 3] = ["\x1b]10;rgb:0000/0000/0000\x07", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b[?62;22c"];

/// A reader that asks.
fn asking() -> CommandBuilder {
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.args(["--theme", "auto"]);
    command
}

/// A shell with jobs that runs a script, in which `$0` is a reader that asks.
fn shell(script: &str) -> Session {
    let mut command = program("sh");
    let script = format!("set -m; read() {{ IFS= command read -r \"$@\"; }}; {script}");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_diptych")]);
    Session::of(command, 100, 30)
}

/// What the text stands on.
fn ground(session: &Session) -> Color {
    session.screen().cell(20, 1).expect("the screen has that row").bgcolor()
}

#[test]
fn a_signal_while_the_terminal_is_asked_leaves_it_as_it_was() {
    for (name, status) in [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)] {
        let mut session = Session::of(asking(), 100, 30);
        session.writes(ASKED).signal(name);
        assert_eq!(session.end(), status, "{name}");
        session.is_restored();
        assert!(!has(&session.log, "\x1b[?1049h"), "{name}: nothing was opened");
    }
}

#[test]
fn control_c_while_the_terminal_is_asked_quits() {
    let mut session = Session::of(asking(), 100, 30);
    session.writes(ASKED).press("\x03");
    assert_eq!(session.end(), 0);
    session.is_restored();
}

#[test]
fn what_is_typed_while_the_terminal_is_asked_is_kept_in_order() {
    let mut session = Session::of(asking(), 140, 40);
    session.writes(ASKED).press("3\t4").press("\x1b").press("[B").press("?").shows("Help: any");
    session.press("?").shows("▸D Slack Water").shows("C Morrey Post");
    assert_eq!(session.press("q").end(), 0);
    let mut session = Session::of(asking(), 100, 30);
    assert_eq!(session.writes(ASKED).press("jq").end(), 0);
    session.is_restored();
}

#[test]
fn the_answer_sets_the_theme_and_keys_stand_beside_it() {
    let mut light = Session::start_with(&["--theme", "paper"]);
    light.shows("? help");
    let mut session = Session::of(asking(), 100, 30);
    session.writes(ASKED).press(LIGHT[0]).press("?").press(LIGHT[1]).press(LIGHT[2]).shows("Help: any");
    assert_eq!(session.press("?").hides("Help: any").press("q").end(), 0);
    assert_eq!(ground(&session), Color::Default, "it is left");
    assert!(session.frames() > 0, "a frame is drawn");
    let mut session = Session::of(asking(), 100, 30);
    session.writes(ASKED).press(&LIGHT.concat()).shows("? help");
    assert_eq!(ground(&session), ground(&light));
    assert_ne!(ground(&session), Color::Default);
    for mut session in [session, light] {
        assert_eq!(session.press("q").end(), 0);
        session.is_restored();
    }
}

#[test]
fn a_terminal_that_knows_nothing_of_colours_is_not_waited_for() {
    let mut session = Session::of(asking(), 100, 30);
    session.writes(ASKED).press(LIGHT[2]).shows("? help");
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn an_answer_that_comes_late_is_no_key() {
    let mut session = Session::of(asking(), 100, 30);
    session.writes(ASKED).shows("? help").is_quiet();
    let (frames, ground_before) = (session.frames(), ground(&session));
    for part in LIGHT {
        session.press(part);
    }
    session.is_quiet();
    assert_eq!((session.frames(), ground(&session)), (frames, ground_before));
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn who_cannot_answer_is_not_asked() {
    for term in ["screen", "screen.xterm-256color", "Eterm"] {
        let mut command = asking();
        command.env("TERM", term);
        command.env("COLORTERM", "truecolor");
        let mut session = Session::of(command, 100, 30);
        session.shows("? help");
        assert!(!has(&session.log, "\x1b]11;?"), "{term}");
        assert_eq!(session.press("q").end(), 0);
    }
}

#[test]
fn a_dumb_terminal_gets_text_and_a_word_why() {
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.env("TERM", "dumb");
    let mut session = Session::of(command, 100, 300);
    assert_eq!(session.end(), 0);
    let written = session.screen().contents();
    assert!(written.starts_with("diptych: TERM is dumb, and the reader needs more of a terminal: written as text"));
    assert!(written.contains("Kelsmouth votes for a new ferry fleet"), "{written}");
    assert!(!session.log.contains(&0x1B), "nothing but text is written");
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.args(["--format", "tui"]);
    command.env("TERM", "dumb");
    let mut session = Session::of(command, 100, 30);
    assert_eq!(session.end(), 2);
    let said = "diptych: terminal: TERM is dumb, and the reader needs more; name another --format";
    assert_eq!(session.screen().contents().trim_end(), said);
}

#[cfg(target_os = "linux")]
#[test]
fn in_the_background_it_asks_nothing_before_its_turn() {
    let script = "\"$0\" --theme auto & echo \"job $!.\"; read line; fg >/dev/null; echo \"ended $?\"; read line; \
        echo \"then [$line]\"";
    let mut session = shell(script);
    wait_until_stopped(job(&mut session));
    session.is_quiet().is_restored();
    assert!(!has(&session.log, "\x1b]11;?") && !has(&session.log, "\x1b[?1049h"));
    session.press("\n").writes(ASKED).press(&LIGHT.concat()).shows("? help");
    session.press("q").shows("ended 0").press("\n").shows("then []");
    assert_eq!(session.end(), 0);
    session.is_restored();
}

#[cfg(target_os = "linux")]
#[test]
fn in_the_background_a_signal_ends_it() {
    let mut session = shell("\"$0\" & echo \"job $!.\"; read line; fg >/dev/null; echo \"ended $?\"");
    let process = job(&mut session);
    wait_until_stopped(process);
    session.signal_to("TERM", process).press("\n").shows("ended 143");
    assert_eq!(session.end(), 0);
    session.is_restored();
}

#[test]
fn stopped_while_the_terminal_is_asked_it_takes_the_answer_with_it() {
    let script = "\"$0\" --theme auto; echo \"stopped $?\"; read line; echo \"then [$line]\"; fg >/dev/null; \
        echo \"ended $?\"";
    let mut session = shell(script);
    session.writes(ASKED).signal_job("TSTP").press("?").press(&LIGHT.concat()).shows("stopped ").is_restored();
    session.press("\n").writes("then []").shows("Help: any").press("?").hides("Help: any");
    session.press("q").shows("ended 0");
    assert_eq!(session.end(), 0);
    assert_eq!(session.times("\x1b]11;?"), 1);
    session.is_restored();
}

#[test]
fn stopped_from_outside_it_leaves_the_terminal_first() {
    let mut session = shell("\"$0\"; echo \"stopped $?\"; read line; fg >/dev/null; echo \"ended $?\"");
    session.shows("? help").signal_job("TSTP").shows("stopped 148").is_restored();
    session.press("\n").shows("? help");
    assert!(session.screen().alternate_screen() && session.screen().hide_cursor());
    session.press("?").shows("Help: any").press("\x03").shows("ended 0");
    assert_eq!(session.end(), 0);
    session.is_restored();
}

#[cfg(target_os = "linux")]
#[test]
fn sent_to_the_background_it_waits_for_its_turn_again() {
    let script = "\"$0\"; echo stopped; read line; bg; read line; fg >/dev/null; echo \"ended $?\"";
    let mut session = shell(script);
    let process = session.shows("? help").master.process_group_leader().expect("it has the terminal");
    session.press("\x1a").shows("stopped");
    for _ in 0..2 {
        wait_until_stopped(process);
        session.is_quiet().is_restored();
        session.press("\n");
    }
    session.shows("? help").press("?").shows("Help: any").press("\x03").shows("ended 0");
    assert_eq!(session.end(), 0);
    session.is_restored();
}

#[cfg(target_os = "linux")]
#[test]
fn stopped_it_can_be_ended() {
    let mut session = shell("\"$0\"; echo stopped; read line; fg; echo \"ended $?\"");
    let process = session.shows("? help").master.process_group_leader().expect("it has the terminal");
    session.press("\x1a").shows("stopped").is_restored();
    wait_until_stopped(process);
    // As the `kill` of a shell does with a stopped job, which is still in the background.
    session.signal_to("TERM", process).signal_to("CONT", process);
    wait_until(process, "Z");
    session.press("\n").shows("ended ");
    assert_eq!(session.end(), 0);
    session.is_restored();
}

/// The process that a shell has started as `job NUMBER.`
#[cfg(target_os = "linux")]
fn job(session: &mut Session) -> i32 {
    session.wait_until(|screen| screen.contents().contains("job ") && screen.contents().contains('.'));
    let contents = session.screen().contents();
    let (_, number) = contents.split_once("job ").expect("it is shown");
    number.split('.').next().and_then(|number| number.parse().ok()).expect("it is a number")
}

/// Waits until the system has stopped a process.
#[cfg(target_os = "linux")]
fn wait_until_stopped(process: i32) {
    wait_until(process, "T");
}

/// Waits until a process is in this state, as the system writes it.
#[cfg(target_os = "linux")]
fn wait_until(process: i32, state: &str) {
    let deadline = std::time::Instant::now() + session::PATIENCE;
    let status = || std::fs::read_to_string(format!("/proc/{process}/status")).expect("somebody asks for its end");
    while !status().lines().any(|line| line.starts_with(&format!("State:\t{state}"))) {
        assert!(std::time::Instant::now() < deadline, "it goes on: {}", status());
        std::thread::yield_now();
    }
}
