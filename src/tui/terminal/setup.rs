//! What is asked of the terminal, and undone on every way out.
//!
//! ```text
//!     take    raw mode, before the terminal is asked anything
//!     enter   title kept and set · other screen · cursor hidden · focus and pasting told · mouse · order of cells
//!     leave   the same backwards: at the end, before the shell has its turn, on an error, in a panic
//! ```

use std::io::{self, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::style::{Attribute, Print, ResetColor, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
    is_raw_mode_enabled,
};
use crossterm::{execute, queue};

use super::job;

/// Whether the terminal is taken or set up: whoever leaves it first does so alone.
static IS_TAKEN: AtomicBool = AtomicBool::new(false);
static IS_ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the terminal was asked to show cells in the order in which they come.
static IS_ORDERED: AtomicBool = AtomicBool::new(false);

/// Keeps the title of the window, and gives it back (xterm's window operations 22 and 23).
const KEEP_TITLE: &str = "\x1b[22;2t";
const RETURN_TITLE: &str = "\x1b[23;2t";

/// Asks the terminal to show cells in the order in which they come, and to reorder them again, as it does by default (mode
/// BDSM of ECMA-48); who reorders nothing passes over both.
const KEEP_ORDER: &str = "\x1b[8l";
const RETURN_ORDER: &str = "\x1b[8h";

/// A terminal that is taken or set up; dropping it leaves the terminal as it was.
#[derive(Debug)]
pub(super) struct Setup {
    title: String,
    has_mouse: bool,
    keeps_order: bool,
}

impl Setup {
    /// Takes the terminal: from here on each key arrives by itself, and nobody shows it.
    pub(super) fn take() -> io::Result<Self> {
        leave_in_panic();
        let setup = Self { title: String::new(), has_mouse: false, keeps_order: false };
        take()?;
        Ok(setup)
    }

    /// Sets it up; whether the terminal is to leave the order of cells alone is said as well.
    pub(super) fn enter(&mut self, story: &str, has_mouse: bool, keeps_order: bool) -> io::Result<()> {
        story.clone_into(&mut self.title);
        (self.has_mouse, self.keeps_order) = (has_mouse, keeps_order);
        self.enter_again()
    }

    /// Sets it up once more, whatever the shell has made of it.
    pub(super) fn enter_again(&self) -> io::Result<()> {
        take()?;
        let mut out = io::stdout();
        if !IS_ENTERED.swap(true, Ordering::SeqCst) {
            queue!(out, Print(KEEP_TITLE))?;
        }
        queue!(out, EnterAlternateScreen, Hide, EnableFocusChange, EnableBracketedPaste)?;
        entitle(&mut out, &self.title)?;
        mouse::set(&mut out, self.has_mouse)?;
        if self.keeps_order {
            IS_ORDERED.store(true, Ordering::SeqCst);
            queue!(out, Print(KEEP_ORDER))?;
        }
        out.flush()
    }

    /// Names the story in the title, if it is another one.
    pub(super) fn entitle(&mut self, story: &str) -> io::Result<()> {
        if self.title == story {
            return Ok(());
        }
        story.clone_into(&mut self.title);
        entitle(&mut io::stdout(), &self.title)?;
        io::stdout().flush()
    }

    /// Takes the mouse, or gives it to the terminal.
    pub(super) fn take_mouse(&mut self, is_ours: bool) -> io::Result<()> {
        self.has_mouse = is_ours;
        mouse::set(&mut io::stdout(), is_ours)?;
        io::stdout().flush()
    }
}

impl Drop for Setup {
    fn drop(&mut self) {
        let _ = leave();
    }
}

fn entitle(out: &mut impl Write, story: &str) -> io::Result<()> {
    queue!(out, Print(format_args!("\x1b]2;diptych: {story}\x07")))
}

/// Goes to raw mode.
fn take() -> io::Result<()> {
    IS_TAKEN.store(true, Ordering::SeqCst);
    if is_raw_mode_enabled()? { raw::again() } else { enable_raw_mode() }
}

/// Leaves the terminal as it was, if it is taken or set up. What another job has by now is not touched.
pub(super) fn leave() -> io::Result<()> {
    let is_entered = IS_ENTERED.swap(false, Ordering::SeqCst);
    if !IS_TAKEN.swap(false, Ordering::SeqCst) || !job::has_turn() {
        return Ok(());
    }
    let left = if is_entered { leave_screen() } else { Ok(()) };
    let cooked = disable_raw_mode();
    left.and(cooked)
}

fn leave_screen() -> io::Result<()> {
    let mut out = io::stdout();
    let silenced = mouse::set(&mut out, false);
    if IS_ORDERED.swap(false, Ordering::SeqCst) {
        queue!(out, Print(RETURN_ORDER))?;
    }
    // A frame may be half written.
    let left = execute!(
        out,
        DisableBracketedPaste,
        DisableFocusChange,
        SetAttribute(Attribute::Reset),
        ResetColor,
        EndSynchronizedUpdate,
        LeaveAlternateScreen,
        Show,
        Print(RETURN_TITLE)
    );
    silenced.and(left)
}

/// Sees to it that a panic is told on a terminal that is left.
fn leave_in_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let _ = leave();
            before(info);
        }));
    });
}

/// Raw mode where the library believes that it is in it, and would do nothing, but the shell may have left it.
#[cfg(unix)]
mod raw {
    use std::io;

    use crate::tui::terminal::tty::Tty;

    pub(super) fn again() -> io::Result<()> {
        Tty::open()?.make_raw()
    }
}

/// The same where there are no such modes.
#[cfg(not(unix))]
mod raw {
    use std::io;

    use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

    pub(super) fn again() -> io::Result<()> {
        disable_raw_mode()?;
        enable_raw_mode()
    }
}

/// The mouse as far as it is of use: buttons, wheel, and motion while a button is down. The library would ask for every
/// motion, and each would wake the program.
#[cfg(not(windows))]
mod mouse {
    use std::io::{self, Write};

    pub(super) fn set(out: &mut impl Write, is_on: bool) -> io::Result<()> {
        let modes: &[u8] =
            if is_on { b"\x1b[?1000h\x1b[?1002h\x1b[?1006h" } else { b"\x1b[?1006l\x1b[?1002l\x1b[?1000l" };
        out.write_all(modes)
    }
}

/// The mouse as the library asks for it: here it is no matter of sequences.
#[cfg(windows)]
mod mouse {
    use std::io::{self, Write};

    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    use crossterm::queue;

    pub(super) fn set(out: &mut impl Write, is_on: bool) -> io::Result<()> {
        if is_on { queue!(out, EnableMouseCapture) } else { queue!(out, DisableMouseCapture) }
    }
}
