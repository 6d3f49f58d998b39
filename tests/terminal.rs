//! The reader in a real terminal: it starts, moves, is resized, and leaves everything as it was.
#![cfg(all(feature = "tui", unix))]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::rc::Rc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use diptych::intake::{Source, bundled};
use diptych::layout::Arrangement;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::model::Opening;
use diptych::tui::theme::Theme;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Color, MouseProtocolMode, Parser, Screen};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program in a terminal, and what the terminal shows.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    terminal: Parser,
    /// All that was written to the terminal.
    log: Vec<u8>,
}

impl Session {
    fn start(width: u16, height: u16) -> Self {
        Self::of(program(env!("CARGO_BIN_EXE_diptych")), width, height)
    }

    /// Starts a program in a terminal that claims this size; one without size is 80 by 24 to look at.
    fn of(command: CommandBuilder, width: u16, height: u16) -> Self {
        let pair = native_pty_system().openpty(size(width, height)).expect("a terminal can be opened");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let mut reader = pair.master.try_clone_reader().expect("a terminal can be read");
        let (sender, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().expect("a terminal can be written");
        let (rows, columns) = cells(if width == 0 { (80, 24) } else { (width, height) });
        Self { child, master: pair.master, keys, output, terminal: Parser::new(rows, columns, 0), log: Vec::new() }
    }

    fn screen(&self) -> &Screen {
        self.terminal.screen()
    }

    /// Takes the next output; `false` once there is no more.
    fn take(&mut self, deadline: Instant) -> bool {
        match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(bytes) => {
                self.terminal.process(&bytes);
                self.log.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Disconnected) => false,
            Err(RecvTimeoutError::Timeout) => {
                let _ = self.child.kill();
                panic!("nothing came of it:\n{}", self.screen().contents());
            }
        }
    }

    #[track_caller]
    fn wait_until(&mut self, is_so: impl Fn(&Screen) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self.screen()) {
            assert!(self.take(deadline), "it ended before:\n{}", self.screen().contents());
        }
        self
    }

    #[track_caller]
    fn shows(&mut self, text: &str) -> &mut Self {
        self.wait_until(|screen| screen.contents().contains(text))
    }

    #[track_caller]
    fn hides(&mut self, text: &str) -> &mut Self {
        self.wait_until(|screen| !screen.contents().contains(text))
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).expect("the program listens");
        self
    }

    fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        let (rows, columns) = cells((width, height));
        self.terminal.screen_mut().set_size(rows, columns);
        self.master.resize(size(width, height)).expect("a terminal can be resized");
        self
    }

    /// Waits for the end, and returns the exit status.
    fn end(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        while self.take(deadline) {}
        self.child.wait().expect("it was started").exit_code()
    }

    /// Checks that the terminal is as it was before.
    #[track_caller]
    fn is_restored(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(!screen.bracketed_paste() && !screen.application_cursor() && !screen.application_keypad());
        assert_eq!((screen.fgcolor(), screen.bgcolor()), (Color::Default, Color::Default));
        assert!(!screen.bold() && !screen.underline() && !screen.inverse());
        assert_eq!(modes_left_on(&self.log), BTreeSet::new());
        let fresh = native_pty_system().openpty(size(80, 24)).expect("a terminal can be opened");
        assert_eq!(self.master.get_termios(), fresh.master.get_termios(), "line by line, with an echo");
    }
}

/// A program to start, without what the one who runs the tests has set.
fn program(path: impl AsRef<OsStr>) -> CommandBuilder {
    let mut command = CommandBuilder::new(path);
    for name in ["NO_COLOR", "COLUMNS", "LINES"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    command
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells((width, height): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let some = |cells| NonZeroU16::new(cells).expect("a screen to look at has cells");
    (some(height), some(width))
}

/// Every private mode that was set and not reset, whether or not the emulator knows it; the cursor (25) is on by nature.
fn modes_left_on(log: &[u8]) -> BTreeSet<String> {
    let mut on = BTreeSet::new();
    let log = String::from_utf8_lossy(log);
    for sequence in log.split("\x1b[?").skip(1) {
        let end = sequence.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(0);
        for mode in sequence[..end].split(';').filter(|mode| *mode != "25").map(str::to_owned) {
            match sequence[end..].chars().next() {
                Some('h') => on.insert(mode),
                Some('l') => on.remove(&mode),
                _ => false,
            };
        }
    }
    on
}

#[test]
fn the_bundled_story_opens_and_q_quits() {
    let mut session = Session::start(100, 30);
    session.shows("Kelsmouth votes for a new ferry fleet").shows("? help");
    assert!(session.screen().alternate_screen() && session.screen().hide_cursor());
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn control_c_quits() {
    let mut session = Session::start(100, 30);
    session.shows("? help");
    assert_eq!(session.press("\x03").end(), 0);
    session.is_restored();
}

#[test]
fn keys_move() {
    let mut session = Session::start(140, 40);
    session.shows("underlined / bold").press("j").hides("underlined / bold");
    session.press("]").shows("· difference ");
    session.shows("▸A Coast Wire").press("\t").shows("▸B Harbour Ledger");
    session.press("3").shows("▸C Morrey Post");
    session.press("\x1b[D").shows("▸A Coast Wire");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn help_opens_and_closes() {
    let mut session = Session::start(80, 24);
    session.shows("? help").press("?").shows("Moving").press("\x1b").hides("Moving");
    session.press("\x1bOP").shows("Moving");
    assert_eq!(session.press("qq").end(), 0);
}

#[test]
fn it_follows_every_size() {
    let mut session = Session::start(80, 24);
    session.shows("? help").shows("│");
    session.resize(60, 20).shows("one column").shows("Kelsmouth");
    session.resize(1, 1).wait_until(|screen| screen.contents() == "t");
    session.resize(140, 40).shows("underlined / bold").hides("one column");
    session.wait_until(|screen| screen.rows(0, 140).nth(39).is_some_and(|status| status.contains("? help")));
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn a_terminal_that_knows_no_size_gets_the_usual_one() {
    let mut session = Session::start(0, 0);
    session.shows("? help").shows("Kelsmouth");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn a_silent_terminal_is_drawn_anew() {
    let mut session = Session::start(80, 24);
    session.shows("? help").press("\x0c").press("?").shows("Moving");
    assert_eq!(session.press("\x03").end(), 0);
}

#[test]
fn an_article_comes_in_while_keys_come_from_the_terminal() {
    let article = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/ferry/2-harbour-ledger.txt");
    let mut command = program("sh");
    command.args(["-c", "exec \"$0\" - \"$1\" < \"$1\"", env!("CARGO_BIN_EXE_diptych")]);
    command.arg(article);
    let mut session = Session::of(command, 100, 30);
    session.shows("Harbour Ledger").shows("100 % in B").press("?").shows("Moving");
    assert_eq!(session.press("\x03").end(), 0);
    session.is_restored();
}

/// Whether any cell of the screen is so.
fn any(screen: &Screen, is_so: impl Fn(&vt100::Cell) -> bool) -> bool {
    let (rows, columns) = screen.size();
    let places = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    places.filter_map(|(row, column)| screen.cell(row, column)).any(is_so)
}

fn is_coloured(cell: &vt100::Cell) -> bool {
    (cell.fgcolor(), cell.bgcolor()) != (Color::Default, Color::Default)
}

#[test]
fn no_color_keeps_the_attributes() {
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.env("NO_COLOR", "1");
    let mut session = Session::of(command, 140, 40);
    session.shows("? help").press("]").shows("· difference ");
    let screen = session.screen();
    assert!(!any(screen, is_coloured));
    assert!(any(screen, vt100::Cell::underline) && any(screen, vt100::Cell::bold) && any(screen, vt100::Cell::inverse));
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn without_it_there_are_colours() {
    let mut session = Session::start(140, 40);
    assert!(any(session.shows("? help").screen(), is_coloured));
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn a_panic_restores_the_terminal_and_can_be_read() {
    let mut command = program(std::env::current_exe().expect("a test has a file"));
    command.args(["--exact", "a_reader_that_panics", "--nocapture"]);
    command.env(PANICS, "1");
    let mut session = Session::of(command, 100, 30);
    session.shows("? help");
    assert!(session.screen().alternate_screen());
    assert_ne!(session.press("j").end(), 0);
    session.is_restored();
    assert!(session.screen().contents().contains(LAST_WORDS), "{}", session.screen().contents());
}

/// Set for the program that the test above starts: this one again.
const PANICS: &str = "DIPTYCH_TEST_PANICS";

const LAST_WORDS: &str = "the first key is one too many";

/// Nothing by itself: the reader, which panics at the first key.
#[test]
fn a_reader_that_panics() {
    if std::env::var_os(PANICS).is_none() {
        return;
    }
    let story = Story::new(bundled::FIRST, bundled::read(bundled::FIRST).expect("it is bundled"));
    let opening = Opening {
        story: Rc::new(story),
        shown: Pair::new(0, 1),
        arrangement: Arrangement::Facing,
        theme: Theme::named("night").expect("it is a theme"),
        size: (100, 30),
    };
    let done = diptych::tui::run_watched(opening, Source::default(), |_| panic!("{LAST_WORDS}"));
    assert!(done.is_ok());
}
