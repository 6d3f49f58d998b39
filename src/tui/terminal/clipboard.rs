//! Hands a text to the clipboard: to the terminal, and to a program where that takes none or where nobody knows.
//!
//! The terminal is asked with OSC 52, and gives no answer. What can be known of it is what its environment says:
//!
//! ```text
//!     the terminal             is asked    a program gets it
//!     takes a clipboard        yes         no, unless it is too large for terminals
//!     takes none               no          yes; if there is none, the terminal is asked after all
//!     nobody knows             yes         yes, if there is one
//! ```
//!
//! A program is the one that fits the surroundings: `wl-copy` under Wayland, `xclip` under X, `pbcopy` on a Macintosh,
//! `clip.exe` on Windows and in its Linux. It runs in a thread of its own, is waited for and then reaped; one that does not end
//! in time, or before another text is copied, is ended with all that it started.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use super::happening::{EventSender, Happening};
use crate::tui::state::message::SENT;
use crate::tui::state::{CopiedText, Message};

/// How long a program may take, and how often it is looked at meanwhile.
const PATIENCE: Duration = Duration::from_secs(2);
const GLANCE: Duration = Duration::from_millis(10);

/// What is said of a terminal that takes no clipboard as far as is known, where there is no program either.
const DOUBTFUL: &str = "sent to the terminal, which may not take it";

/// A program that takes a text for the clipboard from its standard input.
#[derive(Clone, Copy, Debug)]
struct Program {
    name: &'static str,
    arguments: &'static [&'static str],
    encode: fn(&str) -> Vec<u8>,
}

const WL_COPY: Program = Program { name: "wl-copy", arguments: &[], encode: utf8 };
const XCLIP: Program = Program { name: "xclip", arguments: &["-selection", "clipboard"], encode: utf8 };
const PBCOPY: Program = Program { name: "pbcopy", arguments: &[], encode: utf8 };
/// It takes bytes for those of the system's old code page, unless they look like UTF-16.
const CLIP: Program = Program { name: "clip.exe", arguments: &[], encode: utf16 };

/// Whether a terminal takes a text for the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    Yes,
    No,
    Unknown,
}

/// What is on its way to the clipboard.
#[derive(Debug, Default)]
pub(super) struct Clipboard {
    running: Option<JoinHandle<()>>,
    /// How many texts were handed to programs: only the last one is wanted.
    last: Arc<AtomicUsize>,
}

impl Clipboard {
    /// Copies a text, and returns what there is to say now, if it is something else than the reader said already. What a
    /// program makes of it is told later.
    pub(super) fn copy(&mut self, copied: CopiedText, sender: EventSender) -> io::Result<Option<String>> {
        let environment = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let takes = takes(environment);
        let programs: Vec<Program> = programs(environment).into_iter().filter(is_there).collect();
        let is_asked = !copied.is_too_large() && (takes != Takes::No || programs.is_empty());
        if is_asked {
            execute!(io::stdout(), CopyToClipboard::to_clipboard_from(&copied.text))?;
        }
        if programs.is_empty() || (takes == Takes::Yes && is_asked) {
            return Ok((takes == Takes::No && is_asked).then(|| copied.message(DOUBTFUL)));
        }
        let now = (!is_asked).then(|| copied.message(&format!("goes to {}", programs[0].name)));
        let lost = copied.message(&format!("gets no thread for {}", programs[0].name));
        Ok(self.start(programs, copied, is_asked, sender).map_or(Some(lost), |()| now))
    }

    /// Hands a text to a program in a thread of its own, after what is on its way.
    ///
    /// # Errors
    ///
    /// What the system says when there is no thread to be had.
    fn start(
        &mut self,
        programs: Vec<Program>,
        copied: CopiedText,
        is_asked: bool,
        sender: EventSender,
    ) -> io::Result<()> {
        let (before, last) = (self.running.take(), Arc::clone(&self.last));
        let own = last.fetch_add(1, Ordering::Relaxed) + 1;
        let run = move || {
            if let Some(before) = before {
                let _ = before.join();
            }
            let is_wanted = || last.load(Ordering::Relaxed) == own;
            let handed = if is_wanted() { hand_over(&programs, &copied.text, &is_wanted) } else { return };
            if is_wanted() {
                let became = became(&handed, is_asked, &names(&programs));
                // Nobody listens any more once the reader has left.
                sender.send(Happening::Told(Message::Trouble(copied.message(&became))));
            }
        };
        self.running = Some(thread::Builder::new().name("clipboard".to_owned()).spawn(run)?);
        Ok(())
    }

    /// Waits until what is on its way has arrived, no longer than a program may take.
    pub(super) fn finish(&mut self) {
        let late = Instant::now() + PATIENCE + GLANCE;
        while self.running.as_ref().is_some_and(|running| !running.is_finished()) && Instant::now() < late {
            thread::sleep(GLANCE);
        }
    }
}

/// Says what became of a text.
fn became(handed: &Result<Option<&str>, String>, is_asked: bool, names: &str) -> String {
    match (handed, is_asked) {
        (Ok(Some(name)), true) => format!("{SENT} and given to {name}"),
        (Ok(Some(name)), false) => format!("given to {name}"),
        (Ok(None), true) => SENT.to_owned(),
        (Ok(None), false) => format!("not copied, there is no {names}"),
        (Err(cause), true) => format!("{SENT}; {cause}"),
        (Err(cause), false) => format!("not copied, {cause}"),
    }
}

/// Names programs: `wl-copy or xclip`.
fn names(programs: &[Program]) -> String {
    programs.iter().map(|program| program.name).collect::<Vec<_>>().join(" or ")
}

/// Says whether the terminal takes a text for the clipboard, as far as its environment tells.
fn takes(environment: impl Fn(&str) -> Option<String>) -> Takes {
    let term = environment("TERM").unwrap_or_default();
    let program = environment("TERM_PROGRAM").unwrap_or_default();
    let has = |names: &[&str]| names.iter().any(|name| environment(name).is_some());
    // What runs in between decides, whatever the terminal around it can: tmux hands on only what its options allow.
    if has(&["STY"]) {
        return Takes::No;
    }
    if has(&["TMUX", "ZELLIJ"]) {
        return Takes::Unknown;
    }
    let of_term = ["alacritty", "contour", "foot", "rio", "xterm-ghostty", "xterm-kitty"];
    if of_term.iter().any(|name| term.starts_with(name))
        || has(&["ALACRITTY_WINDOW_ID", "KITTY_WINDOW_ID", "WEZTERM_PANE", "WT_SESSION"])
    {
        return Takes::Yes;
    }
    if term == "linux" || program == "Apple_Terminal" || has(&["VTE_VERSION"]) { Takes::No } else { Takes::Unknown }
}

/// Returns the programs that fit the surroundings, the best one first, whether they are there or not.
fn programs(environment: impl Fn(&str) -> Option<String>) -> Vec<Program> {
    let has = |names: &[&str]| names.iter().any(|name| environment(name).is_some());
    // From afar these would fill the clipboard of a machine that nobody sits at; the first two know their display.
    let is_far = has(&["SSH_CONNECTION", "SSH_TTY"]);
    let is_windows = cfg!(windows) || has(&["WSL_DISTRO_NAME", "WSL_INTEROP"]);
    let fitting = [
        (WL_COPY, has(&["WAYLAND_DISPLAY"])),
        (XCLIP, has(&["DISPLAY"])),
        (PBCOPY, cfg!(target_os = "macos") && !is_far),
        (CLIP, is_windows && !is_far),
    ];
    fitting.into_iter().filter(|(_, fits)| *fits).map(|(program, _)| program).collect()
}

/// Tells whether a program is in one of the folders where programs are.
fn is_there(program: &Program) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program.name).is_file())
}

/// Hands a text to the first program that is there, as long as it is wanted, and returns its name; `None` if none is there.
///
/// # Errors
///
/// Says in a few words why the program did not take it.
fn hand_over<'p>(programs: &[Program], text: &str, is_wanted: &dyn Fn() -> bool) -> Result<Option<&'p str>, String> {
    for Program { name, arguments, encode } in programs {
        let mut command = Command::new(name);
        match run(command.args(*arguments), encode(text), is_wanted) {
            Ok(()) => return Ok(Some(name)),
            Err(Failure::Missing) => {}
            Err(Failure::Other(cause)) => return Err(format!("{name} {cause}")),
        }
    }
    Ok(None)
}

/// Why a program did not take a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Failure {
    Missing,
    Other(String),
}

/// Runs a program with bytes on its standard input, and waits for its end.
fn run(command: &mut Command, bytes: Vec<u8>, is_wanted: &dyn Fn() -> bool) -> Result<(), Failure> {
    // It has no business with the terminal, and the terminal's signals are not for it.
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let mut child = command.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Missing,
        _ => Failure::Other(format!("does not start: {}", crate::intake::plain(&error))),
    })?;
    if let Some(mut input) = child.stdin.take() {
        // One that does not read keeps this thread waiting until it is ended, and nobody else.
        let write = move || drop(input.write_all(&bytes));
        thread::Builder::new().spawn(write).map_err(|error| {
            end(&mut child);
            Failure::Other(format!("gets no thread: {error}"))
        })?;
    }
    await_end(&mut child, is_wanted)
}

/// Waits for the end of a program, and ends it if it takes too long or is not wanted any more. It is reaped either way.
fn await_end(child: &mut Child, is_wanted: &dyn Fn() -> bool) -> Result<(), Failure> {
    let late = Instant::now() + PATIENCE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(Failure::Other(format!("failed: {status}"))),
            Ok(None) if Instant::now() < late && is_wanted() => thread::sleep(GLANCE),
            Ok(None) => {
                end(child);
                return Err(Failure::Other(format!("did not end in {} s", PATIENCE.as_secs())));
            }
            Err(error) => return Err(Failure::Other(format!("is lost: {error}"))),
        }
    }
}

/// Ends a program and what it started, and reaps it.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn utf8(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns an environment from `TERM=xterm DISPLAY=:0`.
    fn environment(text: &'static str) -> impl Fn(&str) -> Option<String> + Copy {
        move |name| {
            let mut set = text.split_whitespace().filter_map(|one| one.split_once('='));
            set.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
        }
    }

    #[test]
    fn what_is_known_of_terminals() {
        for (text, expected) in [
            ("TERM=xterm-256color", Takes::Unknown),
            ("TERM=xterm-kitty", Takes::Yes),
            ("TERM=foot-direct", Takes::Yes),
            ("TERM=xterm-256color WT_SESSION=1", Takes::Yes),
            ("TERM=tmux-256color TMUX=/tmp/tmux KITTY_WINDOW_ID=1", Takes::Unknown),
            ("TERM=screen STY=1.x KITTY_WINDOW_ID=1", Takes::No),
            ("TERM=xterm-256color VTE_VERSION=7600", Takes::No),
            ("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", Takes::No),
            ("TERM=linux", Takes::No),
            ("", Takes::Unknown),
        ] {
            assert_eq!(takes(environment(text)), expected, "{text}");
        }
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn programs_fit_the_surroundings() {
        for (text, expected) in [
            ("TERM=xterm", ""),
            ("DISPLAY=:0", "xclip"),
            ("DISPLAY=:0 WAYLAND_DISPLAY=wayland-0", "wl-copy or xclip"),
            ("WSL_DISTRO_NAME=Debian", "clip.exe"),
            ("WSL_DISTRO_NAME=Debian SSH_TTY=/dev/pts/1", ""),
            ("DISPLAY=localhost:10 SSH_CONNECTION=x", "xclip"),
        ] {
            assert_eq!(names(&programs(environment(text))), expected, "{text}");
        }
    }

    #[test]
    fn windows_gets_two_bytes_a_letter() {
        assert_eq!(utf16("aé"), [0x61, 0, 0xE9, 0]);
    }

    #[test]
    fn what_became_of_it() {
        let lost = || Err("xclip failed: exit status: 1".to_owned());
        for (handed, is_asked, expected) in [
            (Ok(Some("xclip")), true, "sent to the terminal and given to xclip"),
            (Ok(Some("xclip")), false, "given to xclip"),
            (Ok(None), true, "sent to the terminal"),
            (Ok(None), false, "not copied, there is no xclip"),
            (lost(), true, "sent to the terminal; xclip failed: exit status: 1"),
            (lost(), false, "not copied, xclip failed: exit status: 1"),
        ] {
            assert_eq!(became(&handed, is_asked, "xclip"), expected);
        }
    }

    #[cfg(unix)]
    #[test]
    fn programs_are_run_and_reaped() {
        let shell = |script: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            command
        };
        assert_eq!(run(&mut shell("test \"$(cat)\" = boats"), b"boats".to_vec(), &|| true), Ok(()));
        let failed = Failure::Other("failed: exit status: 3".to_owned());
        assert_eq!(run(&mut shell("exit 3"), vec![b'x'; 1 << 20], &|| true), Err(failed));
        assert_eq!(run(&mut Command::new("no-such-program-here"), Vec::new(), &|| true), Err(Failure::Missing));
        // It reads nothing, and more is written than a pipe holds.
        let late = Failure::Other("did not end in 2 s".to_owned());
        assert_eq!(run(&mut shell("exec sleep 60"), vec![b'x'; 1 << 20], &|| true), Err(late.clone()));
        assert_eq!(run(&mut shell("sleep 60; exit"), Vec::new(), &|| false), Err(late), "another text is copied");
    }
}
