//! The program as a job of a shell: whose turn it is at the terminal.
//!
//! ```text
//!     diptych &         ─► it has no turn: stopped, before anything is written or asked
//!     fg                ─► its turn
//!     Ctrl-Z, kill -TSTP ─► the terminal is left, then stopped ─► bg: stopped again ─► fg: set up again
//! ```

#[cfg(unix)]
pub(super) use jobs::{await_turn, has_turn, stop_all};
#[cfg(not(unix))]
pub(super) use no_jobs::{await_turn, has_turn, stop_all};

#[cfg(unix)]
mod jobs {
    use std::io;

    pub(in crate::tui::terminal) use crate::tui::terminal::signals::stop_job as stop_all;
    use crate::tui::terminal::tty::Tty;

    /// Sleeps until the shell gives the terminal to the program, if it has not done so.
    ///
    /// # Errors
    ///
    /// If there is no terminal, or no shell that could do that.
    pub(in crate::tui::terminal) fn await_turn() -> io::Result<()> {
        Tty::open()?.await_turn()
    }

    /// Tells whether the shell has given the terminal to the program; so it is where there is no shell.
    pub(in crate::tui::terminal) fn has_turn() -> bool {
        Tty::open().map_or(true, |tty| tty.is_ours())
    }
}

/// Nothing stops a program here.
#[cfg(not(unix))]
mod no_jobs {
    use std::io;

    pub(in crate::tui::terminal) fn await_turn() -> io::Result<()> {
        Ok(())
    }

    pub(in crate::tui::terminal) fn has_turn() -> bool {
        true
    }

    pub(in crate::tui::terminal) fn stop_all() -> io::Result<()> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "no shell here goes on with a program"))
    }
}
