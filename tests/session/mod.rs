//! A program in a terminal that tests look at.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Color, MouseProtocolMode, Parser, Screen};

/// How long anything may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How long nothing may come before it is taken for quiet.
pub const QUIET: Duration = Duration::from_millis(400);

/// The most columns and rows that are drawn.
pub const LARGEST: u16 = 2000;

pub const KEEP_TITLE: &str = "\x1b[22;2t";
pub const RETURN_TITLE: &str = "\x1b[23;2t";

/// What leaves the order of cells alone, and what ends that.
pub const KEEP_ORDER: &str = "\x1b[8l";
pub const RETURN_ORDER: &str = "\x1b[8h";

/// A program in a terminal, and what the terminal shows.
pub struct Session {
    pub child: Box<dyn Child + Send + Sync>,
    pub master: Box<dyn MasterPty + Send>,
    pub keys: Box<dyn Write + Send>,
    pub output: Receiver<Vec<u8>>,
    terminal: Parser,
    /// All that was written to the terminal.
    pub log: Vec<u8>,
}

impl Session {
    pub fn start(width: u16, height: u16) -> Self {
        Self::of(program(env!("CARGO_BIN_EXE_diptych")), width, height)
    }

    /// Starts the reader with these options.
    pub fn start_with(options: &[&str]) -> Self {
        let mut command = program(env!("CARGO_BIN_EXE_diptych"));
        command.args(options);
        Self::of(command, 100, 30)
    }

    /// Starts a program in a terminal that claims this size; one without size is 80 by 24 to look at, and none is
    /// larger than what the program draws.
    pub fn of(command: CommandBuilder, width: u16, height: u16) -> Self {
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
        let (rows, columns) = cells(if width == 0 { (80, 24) } else { (width.min(LARGEST), height.min(LARGEST)) });
        Self { child, master: pair.master, keys, output, terminal: Parser::new(rows, columns, 0), log: Vec::new() }
    }

    pub fn screen(&self) -> &Screen {
        self.terminal.screen()
    }

    /// Takes the next output; `false` once there is no more.
    pub fn take(&mut self, deadline: Instant) -> bool {
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
    pub fn wait_until(&mut self, is_so: impl Fn(&Screen) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self.screen()) {
            assert!(self.take(deadline), "it ended before:\n{}", self.screen().contents());
        }
        self
    }

    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.wait_until(|screen| screen.contents().contains(text))
    }

    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        self.wait_until(|screen| !screen.contents().contains(text))
    }

    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).expect("the program listens");
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        let (rows, columns) = cells((width, height));
        self.terminal.screen_mut().set_size(rows, columns);
        self.master.resize(size(width, height)).expect("a terminal can be resized");
        self
    }

    #[track_caller]
    pub fn writes(&mut self, bytes: &str) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !has(&self.log, bytes) {
            assert!(self.take(deadline), "it ended before:\n{}", self.screen().contents());
        }
        self
    }

    /// Waits until nothing has come for a while.
    pub fn is_quiet(&mut self) -> &mut Self {
        while let Ok(bytes) = self.output.recv_timeout(QUIET) {
            self.terminal.process(&bytes);
            self.log.extend(bytes);
        }
        self
    }

    /// How many frames were drawn.
    pub fn frames(&self) -> usize {
        self.times("\x1b[?2026h")
    }

    pub fn signal(&mut self, name: &str) -> &mut Self {
        let process = self.child.process_id().expect("it runs");
        kill(name, &process.to_string());
        self
    }

    pub fn signal_to(&mut self, name: &str, process: i32) -> &mut Self {
        kill(name, &process.to_string());
        self
    }

    /// Sends a signal to the program whose turn it is at the terminal: the job of a shell.
    #[cfg(unix)]
    pub fn signal_job(&mut self, name: &str) -> &mut Self {
        kill(name, &self.master.process_group_leader().expect("somebody has the terminal").to_string());
        self
    }

    /// How often bytes were written.
    pub fn times(&self, bytes: &str) -> usize {
        String::from_utf8_lossy(&self.log).matches(bytes).count()
    }

    /// Waits for a while, and tells whether the program has ended.
    pub fn ends_within(&mut self, wait: Duration) -> bool {
        let deadline = Instant::now() + wait;
        loop {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.log.extend(bytes),
                Err(RecvTimeoutError::Timeout) => return false,
                Err(RecvTimeoutError::Disconnected) => return true,
            }
        }
    }

    /// Waits for the end, and returns the exit status.
    pub fn end(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        while self.take(deadline) {}
        self.child.wait().expect("it was started").exit_code()
    }

    /// Checks that the terminal is as it was before.
    #[track_caller]
    pub fn is_restored(&self) {
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(!screen.bracketed_paste() && !screen.application_cursor() && !screen.application_keypad());
        assert_eq!((screen.fgcolor(), screen.bgcolor()), (Color::Default, Color::Default));
        assert!(!screen.bold() && !screen.underline() && !screen.inverse());
        assert_eq!(modes_left_on(&self.log), BTreeSet::new());
        assert_eq!(self.times(KEEP_TITLE), self.times(RETURN_TITLE), "the title is what it was");
        let last = |text: &str| self.log.windows(text.len()).rposition(|bytes| bytes == text.as_bytes());
        assert!(last(KEEP_ORDER) <= last(RETURN_ORDER), "the terminal reorders as it did");
        let fresh = native_pty_system().openpty(size(80, 24)).expect("a terminal can be opened");
        assert_eq!(self.master.get_termios(), fresh.master.get_termios(), "line by line, with an echo");
    }
}

fn kill(name: &str, process: &str) {
    let sent = std::process::Command::new("kill").args(["-s", name, process]).status();
    assert!(sent.is_ok_and(|status| status.success()), "{name} can be sent");
}

/// A program to start, without what the one who runs the tests has set.
pub fn program(path: impl AsRef<OsStr>) -> CommandBuilder {
    let mut command = CommandBuilder::new(path);
    for name in ["NO_COLOR", "COLUMNS", "LINES"].iter().chain(&CLIPBOARDS).chain(&REORDERING) {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    command.env("XDG_CONFIG_HOME", &*CONFIGURATION);
    command
}

/// What names a clipboard, or a terminal that takes one: nobody's own is to be filled.
const CLIPBOARDS: [&str; 12] = [
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WSL_DISTRO_NAME",
    "WSL_INTEROP",
    "STY",
    "TMUX",
    "ZELLIJ",
    "ALACRITTY_WINDOW_ID",
    "KITTY_WINDOW_ID",
    "WEZTERM_PANE",
    "WT_SESSION",
    "VTE_VERSION",
];

/// What names a terminal that reorders what runs from right to left.
const REORDERING: [&str; 4] = ["KONSOLE_VERSION", "LC_TERMINAL", "MLTERM", "TERM_PROGRAM"];

/// A folder with a configuration that asks the terminal nothing and keeps no places, instead of anybody's own.
pub static CONFIGURATION: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("configuration");
    fs::create_dir_all(folder.join("diptych")).expect("a folder can be made");
    let text = "theme = \"night\"\nremember = false\n";
    fs::write(folder.join("diptych/config.toml"), text).expect("a file can be written");
    folder
});

pub fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

pub fn cells((width, height): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let some = |cells| NonZeroU16::new(cells).expect("a screen to look at has cells");
    (some(height), some(width))
}

/// Whether bytes were written.
pub fn has(log: &[u8], bytes: &str) -> bool {
    log.windows(bytes.len()).any(|window| window == bytes.as_bytes())
}

/// Every private mode that was set and not reset, whether or not the emulator knows it; the cursor (25) is on by
/// nature.
pub fn modes_left_on(log: &[u8]) -> BTreeSet<String> {
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
