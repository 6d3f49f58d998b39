//! Jobs of the model, each in a thread of its own.
//!
//! ```text
//!     0 ms                 150             400 …                  done
//!     │ said nothing so far │ 312 of 4,950   │ 845 of 4,950          │ found
//! ```
//!
//! Nothing is said that comes at once, and little while it takes longer: each word wakes the loop for a frame.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Instant;

use super::happening::{EventSender, Happening};
use crate::tui::state::{Job, Message, SearchJob, StandingJob};

/// After how many milliseconds something is said of how far it is, and then how often.
const MOMENT: u64 = 150;
const OFTEN: u64 = 250;

/// Starts a job; what comes of it arrives where all that happens does.
pub(super) fn start(job: Job, sender: EventSender) -> io::Result<()> {
    let run = move || {
        let begun = Instant::now();
        let due = AtomicU64::new(MOMENT);
        let send = |message| {
            // Nobody listens any more once the reader has left.
            sender.send(Happening::Told(message));
        };
        let found = job.run(&|progress| {
            let now = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            let at = due.load(Ordering::Relaxed);
            let is_mine = || due.compare_exchange(at, now + OFTEN, Ordering::Relaxed, Ordering::Relaxed).is_ok();
            if now >= at && is_mine() {
                send(Message::Progress(job.id, progress));
            }
        });
        if let Some(findings) = found {
            send(Message::Finished(job.id, findings));
        }
    };
    thread::Builder::new().name("story".to_owned()).spawn(run).map(drop)
}

/// Compares an article with others; what comes of it arrives all at once.
pub(super) fn compare(job: StandingJob, sender: EventSender) -> io::Result<()> {
    let run = move || {
        if let Some(findings) = job.run() {
            sender.send(Happening::Told(Message::Compared(findings)));
        }
    };
    thread::Builder::new().name("standings".to_owned()).spawn(run).map(drop)
}

/// Counts what is searched in all articles; what comes of it arrives all at once.
pub(super) fn search(job: SearchJob, sender: EventSender) -> io::Result<()> {
    let run = move || {
        if let Some(findings) = job.run() {
            sender.send(Happening::Told(Message::Searched(findings)));
        }
    };
    thread::Builder::new().name("search".to_owned()).spawn(run).map(drop)
}
