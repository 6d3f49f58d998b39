//! Asks the terminal what it stands on, while keys come in.
//!
//! ```text
//!     OSC 10 ? OSC 11 ? DA1 ─►      j  OSC 11;rgb:ffff/ffff/ffff  q  CSI ? 62 c
//!                                   │        └─ Light             │       └─ that was all
//!                                   └────────── kept, in order ───┘
//! ```

use std::io::{self, Write};
use std::time::{Duration, Instant};

use xterm_color::Color;

use super::input::Reply;
use super::listen::Listener;
use crate::tui::terminal_background::{QUESTION, TerminalBackground};

/// How long an answer is waited for. Not even a signal shortens this: the answer would be typed into the shell.
const PATIENCE: Duration = Duration::from_secs(1);

/// Something that the terminal was asked and that it has not answered yet.
#[derive(Debug)]
pub(super) struct Question {
    late: Instant,
    ink: Option<Color>,
    background: Option<Color>,
    is_answered: bool,
}

impl Question {
    /// Asks. The terminal must be in raw mode, or it would show the answer.
    pub(super) fn ask() -> io::Result<Self> {
        let mut out = io::stdout();
        out.write_all(QUESTION.as_bytes())?;
        out.flush()?;
        Ok(Self { late: Instant::now() + PATIENCE, ink: None, background: None, is_answered: false })
    }

    /// Waits for the answer, and returns what it says; whatever else happens is kept.
    pub(super) fn answer(mut self, listener: &mut Listener) -> io::Result<Option<TerminalBackground>> {
        loop {
            for reply in listener.take_replies() {
                match reply {
                    Reply::Foreground(color) => self.ink = Some(color),
                    Reply::Background(color) => self.background = Some(color),
                    Reply::Attributes => self.is_answered = true,
                }
            }
            if self.is_answered || Instant::now() >= self.late {
                return Ok(self
                    .background
                    .as_ref()
                    .map(|background| TerminalBackground::from_colors(self.ink.as_ref(), background)));
            }
            listener.keep_until(self.late)?;
        }
    }
}
