//! The program at a terminal with a home of its own: what it asks the terminal, and what it keeps.
#![cfg(all(feature = "tui", unix))]

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// What terminals answer: their ink, their ground, and what they are, which ends the questions.
const BLACK: &str = "\x1b]10;rgb:0000/0000/0000\x1b\\";
const WHITE: &str = "\x1b]10;rgb:ffff/ffff/ffff\x1b\\";
const LIGHT: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
const DARK: &str = "\x1b]11;rgb:0000/0000/0000\x1b\\";
const DEVICE: &str = "\x1b[?62;4c";

/// A terminal that the program runs in.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    raw: Vec<u8>,
    screen: vt100::Parser,
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Terminal {
    fn start(home: &TempDir, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("there is a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_diptych"));
        command.env_clear();
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        command.args(arguments);
        command.cwd(home.path());
        let child = pair.slave.spawn_command(command).expect("it starts");
        let keys = pair.master.take_writer().expect("keys can be sent");
        let mut reader = pair.master.try_clone_reader().expect("its output can be read");
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let of = |count| NonZeroU16::new(count).expect("it is more than none");
        let screen = vt100::Parser::new(of(24), of(100), 0);
        Self { child, keys, output, raw: Vec::new(), screen, _master: pair.master }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("keys can be sent");
    }

    /// Waits until something holds of the output so far and the screen.
    #[track_caller]
    fn wait(&mut self, what: &str, holds: impl Fn(&[u8], &str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(&self.raw, &self.screen.screen().contents()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => {
                    self.raw.extend(&bytes);
                    self.screen.process(&bytes);
                }
                Err(error) => panic!("waited for {what} in vain ({error}):\n{}", self.screen.screen().contents()),
            }
        }
    }

    #[track_caller]
    fn wait_for(&mut self, text: &str) {
        self.wait(text, |_, screen| screen.contains(text));
    }

    /// Waits for the question after the ground, and answers.
    #[track_caller]
    fn answer(&mut self, answer: &str) {
        self.wait("the question", |raw, _| raw.windows(6).any(|bytes| bytes == b"\x1b]11;?"));
        self.press(&format!("{answer}{DEVICE}"));
    }

    fn asked(&self) -> bool {
        self.raw.windows(5).any(|bytes| bytes == b"\x1b]11;")
    }

    /// The ground under the first letter of the text.
    fn ground(&self) -> vt100::Color {
        self.screen.screen().cell(3, 1).expect("it is on the screen").bgcolor()
    }

    fn quit(mut self) -> String {
        self.press("q");
        let end = Instant::now() + PATIENCE;
        while let Ok(bytes) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.raw.extend(bytes);
        }
        assert!(self.child.wait().expect("it ends").success());
        String::from_utf8_lossy(&self.raw).into_owned()
    }
}

fn home() -> TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

fn places(home: &TempDir) -> PathBuf {
    home.path().join(".local/state/diptych/places.json")
}

/// What the tests that are about something else set, so that nothing is asked.
const THEME: &[&str] = &["--theme", "night"];

#[test]
fn the_ground_is_asked_for_once_and_the_theme_follows() {
    for (ink, answer, ground) in [(BLACK, LIGHT, vt100::Color::Idx(231)), (WHITE, DARK, vt100::Color::Idx(234))] {
        let home = home();
        let mut terminal = Terminal::start(&home, &[], &[]);
        terminal.answer(&format!("{ink}{answer}"));
        terminal.wait_for("next difference");
        assert_eq!(terminal.ground(), ground);
        assert_eq!(terminal.quit().matches("\x1b]11;?").count(), 1);
    }
}

#[test]
fn nothing_is_asked_where_a_theme_is_set_or_there_are_no_colours() {
    let set = home();
    fs::create_dir_all(set.path().join(".config/diptych")).expect("a folder can be made");
    fs::write(set.path().join(".config/diptych/config.toml"), "theme = \"paper\"\n").expect("a file can be written");
    for (home, arguments, environment) in [
        (home(), THEME, &[][..]),
        (set, &[], &[]),
        (home(), &[], &[("NO_COLOR", "1")]),
        (home(), &[], &[("TERM", "screen")]),
        (home(), &["--color", "never"], &[]),
    ] {
        let mut terminal = Terminal::start(&home, arguments, environment);
        terminal.wait_for("next difference");
        assert!(!terminal.asked(), "{arguments:?} {environment:?}");
        terminal.quit();
    }
}

#[test]
fn a_silent_terminal_holds_nothing_up_for_long_and_its_late_answer_is_no_key() {
    let home = home();
    let start = Instant::now();
    let mut terminal = Terminal::start(&home, &[], &[("COLORFGBG", "0;15")]);
    terminal.wait_for("next difference");
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
    assert_eq!(terminal.ground(), vt100::Color::Idx(231));
    terminal.press(&format!("{BLACK}{LIGHT}{DEVICE}]"));
    terminal.wait_for("difference 1 of");
    terminal.quit();
}

#[test]
fn the_place_is_kept_from_one_time_to_the_next() {
    let home = home();
    let mut terminal = Terminal::start(&home, THEME, &[]);
    terminal.wait_for("A¶1 of");
    terminal.press("}}}}}");
    terminal.wait_for("A¶6 of");
    terminal.quit();
    let kept = fs::read_to_string(places(&home)).expect("it was kept");
    assert!(kept.contains("\"story\": \"bundled:ferry\"") && kept.contains("\"block\": 6"), "{kept}");

    let mut again = Terminal::start(&home, THEME, &[]);
    again.wait_for("as you left it");
    again.press("?\x1b");
    again.wait_for("A¶6 of");
    again.quit();
    assert_eq!(fs::read_to_string(places(&home)).expect("it is still there"), kept);

    let mut elsewhere = Terminal::start(&home, &["--theme", "night", "--left", "A", "--right", "B"], &[]);
    elsewhere.wait_for("A¶1 of");
    elsewhere.quit();
}

#[test]
fn the_place_is_kept_when_a_signal_ends_it() {
    let home = home();
    let mut terminal = Terminal::start(&home, THEME, &[]);
    terminal.wait_for("A¶1 of");
    terminal.press("}}}}}");
    terminal.wait_for("A¶6 of");
    let process = terminal.child.process_id().expect("it runs").to_string();
    let sent = std::process::Command::new("kill").args(["-s", "TERM", &process]).status();
    assert!(sent.is_ok_and(|status| status.success()));
    let status = terminal.child.wait().expect("it ends");
    assert_eq!(status.exit_code(), 143);
    let kept = fs::read_to_string(places(&home)).expect("it was kept");
    assert!(kept.contains("\"block\": 6"), "{kept}");
}

#[test]
fn nothing_is_kept_where_nobody_moved_or_it_is_not_wanted() {
    let home = home();
    let mut terminal = Terminal::start(&home, THEME, &[]);
    terminal.wait_for("A¶1 of");
    terminal.quit();
    let mut terminal = Terminal::start(&home, &["--theme", "night", "--no-remember"], &[]);
    terminal.wait_for("A¶1 of");
    terminal.press("}}}");
    terminal.wait_for("A¶4 of");
    terminal.quit();
    assert!(!places(&home).exists());
}

#[test]
fn a_broken_file_of_places_is_said_and_put_aside() {
    let home = home();
    fs::create_dir_all(places(&home).parent().expect("it has a folder")).expect("a folder can be made");
    fs::write(places(&home), "nonsense").expect("a file can be written");
    let mut terminal = Terminal::start(&home, THEME, &[]);
    terminal.wait_for("A¶1 of");
    assert!(
        String::from_utf8_lossy(&terminal.raw).contains("~/.local/state/diptych/places.json: no places can be read")
    );
    assert_eq!(fs::read_to_string(places(&home)).expect("it is untouched"), "nonsense");
    terminal.press("}}}");
    terminal.wait_for("A¶4 of");
    terminal.quit();
    let aside = places(&home).with_extension("json.bak");
    assert_eq!(fs::read_to_string(aside).expect("it was put aside"), "nonsense");
    assert!(fs::read_to_string(places(&home)).expect("it was kept").contains("\"block\": 4"));
}

#[test]
fn what_is_not_understood_stands_on_the_first_screen_too() {
    let home = home();
    fs::write(home.path().join("c.toml"), "theme = \"nigth\"\nascii = 3\n").expect("a file can be written");
    let mut terminal = Terminal::start(&home, &["--config", "c.toml", "--theme", "night"], &[]);
    terminal.wait_for("c.toml:1: theme: there is no \"nigth\"; the nearest is \"night\" (and 1 more)");
    terminal.press("j");
    terminal.wait_for("A¶1 of");
    terminal.quit();
}
