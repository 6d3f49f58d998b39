//! Signals: those that end the program, tell of a size, stop it and go on with it.
//!
//! ```text
//!     SIGTERM SIGHUP SIGINT SIGQUIT ─► Ended(128 + n)     SIGWINCH ─► Resize
//!     SIGTSTP ─► Stopped ─► the terminal is left ─► stop() ─► SIGCONT ─► Resumed
//! ```
//!
//! SIGTSTP has no handler: a handled signal could not stop the program any more. All threads block it, one waits for it, and
//! to stop, the thread that has left the terminal lets it through for a moment. So the shell sees what it has sent.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::event::Event;
use crossterm::terminal;
use nix::sys::signal::{SigSet, Signal, raise};
use signal_hook::SigId;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};

use super::happening::{EventSender, Happening};

/// Signals that are listened to, until it is dropped.
#[derive(Debug)]
pub(super) struct Listening {
    handle: Handle,
    /// Whether the shell has gone on with the program since it was stopped.
    is_resumed: Arc<AtomicBool>,
    resumption: SigId,
}

impl Listening {
    /// Begins to listen. This thread and those that it starts from now on don't stop by themselves.
    pub(super) fn start(sender: &EventSender) -> io::Result<Self> {
        stops().thread_block()?;
        let waiting = sender.clone();
        let wait = move || while stops().wait().is_ok() && waiting.send(Happening::Stopped) {};
        thread::Builder::new().name("stops".to_owned()).spawn(wait)?;
        let is_resumed = Arc::default();
        let resumption = signal_hook::flag::register(SIGCONT, Arc::clone(&is_resumed))?;
        let signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGCONT, SIGWINCH])?;
        let handle = signals.handle();
        let sender = sender.clone();
        thread::Builder::new().name("signals".to_owned()).spawn(move || listen(signals, &sender))?;
        Ok(Self { handle, is_resumed, resumption })
    }

    /// Stops the program until the shell goes on with it, and returns whether it was stopped: where no shell would go on with
    /// it the system does nothing.
    pub(super) fn stop(&self) -> io::Result<bool> {
        self.is_resumed.store(false, Ordering::SeqCst);
        raise(Signal::SIGTSTP)?;
        stops().thread_unblock()?;
        stops().thread_block()?;
        Ok(self.is_resumed.load(Ordering::SeqCst))
    }
}

fn listen(mut signals: Signals, sender: &EventSender) {
    for signal in signals.forever() {
        let happening = match signal {
            SIGCONT => Happening::Resumed,
            SIGWINCH => match terminal::size() {
                Ok((width, height)) => Happening::Events(vec![Event::Resize(width, height)]),
                Err(_) => continue,
            },
            signal => Happening::Ended(u8::try_from(128 + signal).unwrap_or(u8::MAX)),
        };
        if !sender.send(happening) {
            return;
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.handle.close();
        signal_hook::low_level::unregister(self.resumption);
        let _ = stops().thread_unblock();
    }
}

fn stops() -> SigSet {
    SigSet::from(Signal::SIGTSTP)
}

/// Asks the program, and what the shell started with it, to stop, as Ctrl-Z does where no program reads it.
pub(super) fn stop_job() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?)
}
