//! Who listens: threads for the terminal and for signals, and where all that they hear arrives.
//!
//! ```text
//!     terminal ─► bytes ─► decoder ─► Events, as many as are there ─┐
//!     signals ─► Ended, Stopped, Resumed, Events (a size) ──────────┼─► wait: all that has happened
//!     jobs ─► Told ──────────────────────────────────────────────┘
//! ```
//!
//! The loop sleeps until one of them has something to say, or until the time is up for a sequence of which the rest does not
//! come. On Windows there are no bytes: the library reports events there.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
#[cfg(unix)]
use std::time::Duration;
use std::time::Instant;

use super::decoder::{Decoder, is_one_character};
use super::happening::{EventSender, Happening, Last, Report, deaf};
use super::input::{Input, Reply};
#[cfg(unix)]
use super::signals;
use super::source;

/// How many reports are taken before a frame is due.
const MOST: usize = 64;

/// How long a signal takes from the system to the loop, at most.
#[cfg(unix)]
const MOMENT: Duration = Duration::from_millis(100);

/// Where all that happens arrives.
#[derive(Debug)]
pub(super) struct Listener {
    reports: Receiver<Report>,
    sender: EventSender,
    #[cfg(unix)]
    signals: signals::Listening,
    decoder: Decoder,
    /// When the decoder's time is up.
    due: Option<Instant>,
    happened: VecDeque<Happening>,
    replies: Vec<Reply>,
}

impl Listener {
    /// Begins to listen to signals; those that come from now on arrive.
    pub(super) fn start() -> io::Result<Self> {
        let (sender, reports) = mpsc::channel();
        let sender = EventSender(sender);
        Ok(Self {
            reports,
            #[cfg(unix)]
            signals: signals::Listening::start(&sender)?,
            sender,
            decoder: Decoder::default(),
            due: None,
            happened: VecDeque::new(),
            replies: Vec::new(),
        })
    }

    /// Begins to listen to the terminal, until the program ends.
    pub(super) fn read_terminal(&self) -> io::Result<()> {
        source::listen(Last(self.sender()))
    }

    /// Returns where others can say that something happened.
    pub(super) fn sender(&self) -> EventSender {
        self.sender.clone()
    }

    /// Sleeps until something happens, and returns all that has.
    pub(super) fn wait(&mut self) -> io::Result<Vec<Happening>> {
        while self.happened.is_empty() {
            self.take_reports(None)?;
        }
        Ok(self.take_kept())
    }

    /// Takes what has happened and was kept.
    pub(super) fn take_kept(&mut self) -> Vec<Happening> {
        self.happened.drain(..).collect()
    }

    /// Sleeps until something happens or it is late; what happens is kept for [`wait`](Self::wait).
    pub(super) fn keep_until(&mut self, late: Instant) -> io::Result<()> {
        self.take_reports(Some(late))
    }

    /// Returns the status with which a signal that has come asks the program to end.
    pub(super) fn ended(&self) -> Option<u8> {
        let status =
            |happening: &Happening| if let Happening::Ended(status) = happening { Some(*status) } else { None };
        self.happened.iter().find_map(status)
    }

    /// Stops the program until the shell goes on with it, and returns whether it was stopped.
    #[cfg(unix)]
    pub(super) fn stop(&mut self) -> io::Result<bool> {
        let is_resumed = |happening: &Happening| matches!(happening, Happening::Resumed);
        let was_stopped = self.signals.stop()?;
        if was_stopped {
            self.keep_until_any(is_resumed)?;
            self.happened.retain(|happening| !is_resumed(happening));
        }
        Ok(was_stopped)
    }

    /// Waits a moment for a signal that ends the program: one that came with another may arrive after it.
    #[cfg(unix)]
    pub(super) fn is_ended_soon(&mut self) -> io::Result<bool> {
        self.keep_until_any(|happening| matches!(happening, Happening::Ended(_)))?;
        Ok(self.ended().is_some())
    }

    /// Sleeps until something is kept that is so, at most for a moment.
    #[cfg(unix)]
    fn keep_until_any(&mut self, is_so: impl Fn(&Happening) -> bool) -> io::Result<()> {
        let late = Instant::now() + MOMENT;
        while !self.happened.iter().any(&is_so) && Instant::now() < late {
            self.keep_until(late)?;
        }
        Ok(())
    }

    /// Nothing stops a program here.
    #[cfg(not(unix))]
    pub(super) fn stop(&mut self) -> io::Result<bool> {
        Ok(false)
    }

    /// No signal comes with another here.
    #[cfg(not(unix))]
    pub(super) fn is_ended_soon(&mut self) -> io::Result<bool> {
        Ok(self.ended().is_some())
    }

    /// Takes what the terminal has answered.
    pub(super) fn take_replies(&mut self) -> Vec<Reply> {
        std::mem::take(&mut self.replies)
    }

    /// Sleeps until there is a report, the decoder's time is up, or it is late; and takes all reports that are there.
    fn take_reports(&mut self, late: Option<Instant>) -> io::Result<()> {
        let until = self.due.into_iter().chain(late).min();
        let report = match until {
            None => self.reports.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(until) => self.reports.recv_timeout(until.saturating_duration_since(Instant::now())),
        };
        match report {
            Ok(report) => self.hear(report),
            Err(RecvTimeoutError::Timeout) => self.give_up(Instant::now()),
            Err(RecvTimeoutError::Disconnected) => return Err(deaf()),
        }
        for _ in 1..MOST {
            let Ok(report) = self.reports.try_recv() else { break };
            self.hear(report);
        }
        Ok(())
    }

    fn hear(&mut self, report: Report) {
        match report {
            Report::Bytes(bytes, came) => {
                // They may have waited here longer than they may wait for one another.
                self.give_up(came);
                let mut inputs = Vec::new();
                let is_key = self.decoder.is_within_text() && is_one_character(&bytes);
                self.decoder.feed(&bytes, &mut inputs);
                let due = self.decoder.patience().map(|patience| came + patience);
                // Whoever types into half a paste or half an answer does not put off its end.
                let before = self.due.filter(|_| is_key && self.decoder.is_within_text());
                self.due = due.map(|due| before.map_or(due, |before| due.min(before)));
                self.sort(inputs);
            }
            Report::Of(happening) => self.happened.push_back(happening),
        }
    }

    /// Tells the decoder for how long nothing has come.
    fn give_up(&mut self, now: Instant) {
        while let Some(due) = self.due.filter(|&due| due <= now) {
            let mut inputs = Vec::new();
            self.decoder.time_is_up(&mut inputs);
            self.due = self.decoder.patience().map(|patience| due + patience);
            self.sort(inputs);
        }
    }

    /// Tells events from answers.
    fn sort(&mut self, inputs: Vec<Input>) {
        let mut events = Vec::new();
        for input in inputs {
            match input {
                Input::Event(event) => events.push(event),
                Input::Reply(reply) => self.replies.push(reply),
            }
        }
        if !events.is_empty() {
            self.happened.push_back(Happening::Events(events));
        }
    }
}
