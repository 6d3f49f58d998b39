//! Who listens: a thread for the terminal, and one for signals.
//!
//! ```text
//!     terminal ─► Events, as many as are there ─┐
//!     SIGTERM, SIGHUP, SIGINT, SIGQUIT ─► Ended ├─► wait: all that has happened
//!     SIGCONT ─► Resumed ───────────────────────┤
//!     errands ─► Told ──────────────────────────┘
//! ```
//!
//! The library's waiting for events cannot be woken by a signal; so both wait in threads of their own, and the loop sleeps
//! until one of them has something to say.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};

use super::replies::Replies;
use crate::tui::model::Message;

/// How many events are taken before a frame is due.
const MOST: usize = 512;

/// Something that happened outside.
#[derive(Debug)]
pub(super) enum Happening {
    /// The terminal reported this.
    Events(Vec<Event>),
    /// An errand has something to say.
    Told(Message),
    /// The shell goes on with the program.
    Resumed,
    /// A signal asks the program to end with this status.
    Ended(u8),
    /// The terminal can't be listened to any more.
    Deaf(io::Error),
}

/// Where all that happens arrives.
#[derive(Debug)]
pub(super) struct Listener {
    happenings: Receiver<Happening>,
    sender: Sender<Happening>,
    #[cfg(unix)]
    signals: signal_hook::iterator::Handle,
}

impl Listener {
    /// Begins to listen; what happens from now on arrives.
    pub(super) fn start() -> io::Result<Self> {
        // The library begins to watch the size when it is asked for the first time.
        event::poll(Duration::ZERO)?;
        let (sender, happenings) = mpsc::channel();
        #[cfg(unix)]
        let signals = listen_for_signals(sender.clone())?;
        let ear = Ear(sender.clone());
        thread::Builder::new().name("events".to_owned()).spawn(move || listen(&ear))?;
        Ok(Self {
            happenings,
            sender,
            #[cfg(unix)]
            signals,
        })
    }

    /// Where others can say that something happened.
    pub(super) fn ear(&self) -> Sender<Happening> {
        self.sender.clone()
    }

    /// Sleeps until something happens, and returns all that has.
    pub(super) fn wait(&self) -> io::Result<impl Iterator<Item = Happening>> {
        let first = self.happenings.recv().map_err(|_| deaf())?;
        Ok(std::iter::once(first).chain(self.happenings.try_iter()))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        #[cfg(unix)]
        self.signals.close();
    }
}

/// Says that nobody listens any more, also if listening fails without a word.
struct Ear(Sender<Happening>);

impl Drop for Ear {
    fn drop(&mut self) {
        let _ = self.0.send(Happening::Deaf(deaf()));
    }
}

fn deaf() -> io::Error {
    io::Error::other("it can't be listened to any more")
}

fn listen(ear: &Ear) {
    let mut replies = Replies::default();
    loop {
        let happening = match events() {
            Ok(mut events) => {
                events.retain(|event| !replies.takes(event));
                if events.is_empty() {
                    continue;
                }
                Happening::Events(events)
            }
            Err(error) => Happening::Deaf(error),
        };
        let is_last = matches!(happening, Happening::Deaf(_));
        if ear.0.send(happening).is_err() || is_last {
            return;
        }
    }
}

/// Waits for an event, and takes those that have come with it.
fn events() -> io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while events.len() < MOST && event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}

#[cfg(unix)]
fn listen_for_signals(sender: Sender<Happening>) -> io::Result<signal_hook::iterator::Handle> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    let handle = signals.handle();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let happening = match signal {
                SIGCONT => Happening::Resumed,
                signal => Happening::Ended(u8::try_from(128 + signal).unwrap_or(u8::MAX)),
            };
            if sender.send(happening).is_err() {
                return;
            }
        }
    })?;
    Ok(handle)
}
