//! The thread that waits for the terminal, until the program ends.
//!
//! ```text
//!     bytes  ─► Bytes, with their time       where the terminal sends bytes
//!     events ─► Events, as the library says  where it reports events (Windows)
//! ```

use std::io;
use std::thread;

#[cfg(unix)]
use super::happening::deaf;
use super::happening::{Happening, Last};
#[cfg(unix)]
use super::tty::Tty;

/// Begins to listen. Whatever ends that is said last.
#[cfg(unix)]
pub(super) fn listen(last: Last) -> io::Result<()> {
    let tty = Tty::open()?;
    let listen = move || {
        let sender = &last.0;
        let mut bytes = [0; 4096];
        loop {
            let is_heard = match tty.read(&mut bytes) {
                Ok(0) => return sender.send(Happening::Deaf(deaf())),
                Ok(count) => sender.send_bytes(&bytes[..count]),
                Err(error) => return sender.send(Happening::Deaf(error)),
            };
            if !is_heard {
                return false;
            }
        }
    };
    thread::Builder::new().name("events".to_owned()).spawn(listen).map(drop)
}

/// Begins to listen. Whatever ends that is said last.
#[cfg(not(unix))]
pub(super) fn listen(last: Last) -> io::Result<()> {
    let listen = move || {
        loop {
            let happening = match events() {
                Ok(events) => Happening::Events(events),
                Err(error) => Happening::Deaf(error),
            };
            let is_last = matches!(happening, Happening::Deaf(_));
            if !last.0.send(happening) || is_last {
                return;
            }
        }
    };
    thread::Builder::new().name("events".to_owned()).spawn(listen).map(drop)
}

/// Waits for an event, and takes those that have come with it, up to a number for which a frame is due.
#[cfg(not(unix))]
fn events() -> io::Result<Vec<crossterm::event::Event>> {
    use crossterm::event::{poll, read};

    let mut events = vec![read()?];
    while events.len() < 512 && poll(std::time::Duration::ZERO)? {
        events.push(read()?);
    }
    Ok(events)
}
