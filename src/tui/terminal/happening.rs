//! What happens outside, and how threads say so.

use std::io;
use std::sync::mpsc::Sender;
use std::time::Instant;

use crossterm::event::Event;

use crate::tui::state::Message;

/// Something that happened outside.
#[derive(Debug)]
pub(super) enum Happening {
    /// The terminal reported this.
    Events(Vec<Event>),
    /// An job has something to say.
    Told(Message),
    /// The program is asked to stop.
    Stopped,
    /// The shell goes on with the program.
    Resumed,
    /// A signal asks the program to end with this status.
    Ended(u8),
    /// The terminal can't be listened to any more.
    Deaf(io::Error),
}

/// What a thread has to say.
#[derive(Debug)]
pub(super) enum Report {
    /// These bytes have come from the terminal at this time.
    #[cfg_attr(not(unix), expect(dead_code, reason = "the library reads the terminal there"))]
    Bytes(Vec<u8>, Instant),
    Of(Happening),
}

/// Where others can say that something happened.
#[derive(Clone, Debug)]
pub(super) struct EventSender(pub(super) Sender<Report>);

impl EventSender {
    /// Says that something happened; `false` if nobody listens any more.
    pub(super) fn send(&self, happening: Happening) -> bool {
        self.0.send(Report::Of(happening)).is_ok()
    }

    /// Says that bytes have come from the terminal just now; `false` if nobody listens any more.
    #[cfg(unix)]
    pub(super) fn send_bytes(&self, bytes: &[u8]) -> bool {
        self.0.send(Report::Bytes(bytes.to_vec(), Instant::now())).is_ok()
    }
}

/// Says that nobody listens any more, also if listening fails without a word.
#[derive(Debug)]
pub(super) struct Last(pub(super) EventSender);

impl Drop for Last {
    fn drop(&mut self) {
        self.0.send(Happening::Deaf(deaf()));
    }
}

/// Says that there is nothing to listen to any more.
pub(super) fn deaf() -> io::Error {
    io::Error::other("it can't be listened to any more")
}
