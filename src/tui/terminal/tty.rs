//! The terminal as a file: who reads it, and in which mode.
//!
//! ```text
//!     standard input, if it is a terminal; else that of standard output by its name; else /dev/tty
//! ```

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::ffi::OsStrExt;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::getpgrp;
use rustix::termios::{OptionalActions, tcgetattr, tcgetpgrp, tcsetattr, ttyname};

/// How often it is looked whose turn it is while another job's bytes are there. The program is about to be stopped then.
const TURN: Duration = Duration::from_millis(50);

/// The terminal that is read.
#[derive(Debug)]
pub(super) enum Tty {
    /// It is standard input.
    Standard(io::Stdin),
    /// Standard input is something else.
    File(File),
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Standard(stdin) => stdin.as_fd(),
            Self::File(file) => file.as_fd(),
        }
    }
}

impl Tty {
    /// Opens the terminal.
    pub(super) fn open() -> io::Result<Self> {
        if io::stdin().is_terminal() {
            return Ok(Self::Standard(io::stdin()));
        }
        // Where its name is known, it is better than `/dev/tty`, which macOS cannot wait for.
        let named = ttyname(io::stdout(), Vec::new()).ok();
        let file = named.and_then(|name| File::open(OsStr::from_bytes(name.as_bytes())).ok());
        Ok(Self::File(file.map_or_else(|| File::open("/dev/tty"), Ok)?))
    }

    /// Waits for bytes and reads them; no bytes mean that the terminal is gone.
    ///
    /// Who reads out of turn is stopped on the spot, and with the program whatever it is about to do. So bytes are waited for
    /// without reading, and those that are another job's are left to it.
    pub(super) fn read(&self, bytes: &mut [u8]) -> io::Result<usize> {
        loop {
            match poll(&mut [PollFd::new(self, PollFlags::IN)], None) {
                Ok(_) if self.is_ours() => {}
                Ok(_) => {
                    thread::sleep(TURN);
                    continue;
                }
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            }
            match rustix::io::read(self, &mut *bytes) {
                // Another program may have set that nobody waits at this terminal, and taken the bytes.
                Err(Errno::INTR | Errno::AGAIN) => {}
                read => return Ok(read?),
            }
        }
    }

    /// Tells whether the shell has given the terminal to the program. Where there are no jobs, it has.
    pub(super) fn is_ours(&self) -> bool {
        tcgetpgrp(self).map_or(true, |group| group == getpgrp())
    }

    /// Sleeps, as a stopped job, until the shell gives the terminal to the program.
    ///
    /// # Errors
    ///
    /// If no shell could do that.
    pub(super) fn await_turn(&self) -> io::Result<()> {
        // The system stops a job in the background that sets modes, even if it changes none of them.
        let foreign = || io::Error::other("it belongs to another job, and no shell would give it to this one");
        let modes = tcgetattr(self)?;
        tcsetattr(self, OptionalActions::Now, &modes).map_err(|error| match error {
            Errno::IO => foreign(),
            error => error.into(),
        })?;
        // Where the signal that stops a job is ignored, the terminal is set all the same.
        if self.is_ours() { Ok(()) } else { Err(foreign()) }
    }

    /// Goes from whatever mode there is straight to raw mode. A detour by line mode would be met by the next key: Ctrl-C
    /// there is no key but a signal.
    pub(super) fn make_raw(&self) -> io::Result<()> {
        let mut modes = tcgetattr(self)?;
        modes.make_raw();
        Ok(tcsetattr(self, OptionalActions::Now, &modes)?)
    }
}
