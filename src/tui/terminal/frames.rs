//! Frames: what differs from the one before, all at once, or nothing.
//!
//! ```text
//!     shown    The ministry said on Tuesday         begin
//!     next     The ministry promised on Tuesday  ─► 18,7 "promised on Tuesday"    one write
//!                           ^^^^^^^^                end
//! ```
//!
//! With each of them the terminal's own cursor goes where text is typed, else to the reading row.
//!
//! The library's own terminal would write a little for every frame, also for one that is the same.

use std::io::{self, BufWriter, Stdout, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::tui::Model;
use crate::tui::view::{self, TerminalCursor};

/// Room for a frame of most sizes, so that it leaves in one write.
const ROOM: usize = 1 << 16;

/// The frame that is shown, and room for the next one.
#[derive(Debug)]
pub(super) struct Frames {
    out: CrosstermBackend<BufWriter<Stdout>>,
    shown: Buffer,
    next: Buffer,
    is_known: bool,
    /// Where the terminal's own cursor was left.
    cursor: Option<TerminalCursor>,
}

impl Default for Frames {
    fn default() -> Self {
        let out = CrosstermBackend::new(BufWriter::with_capacity(ROOM, io::stdout()));
        Self { out, shown: Buffer::default(), next: Buffer::default(), is_known: false, cursor: None }
    }
}

impl Frames {
    /// Forgets what is shown: somebody else has written on the screen.
    pub(super) fn forget(&mut self) {
        self.is_known = false;
    }

    /// Draws the model, and writes what differs. The size is the model's: the terminal isn't asked, so that the frame is
    /// always that of the messages that have come.
    pub(super) fn show(&mut self, model: &Model) -> io::Result<()> {
        let (width, height) = model.reader.rows.screen.full();
        let area = Rect::new(0, 0, width, height);
        self.next.resize(area);
        self.next.reset();
        view::view(&model.reader, model.layers(), &mut self.next);
        let cursor = view::cursor(&model.reader, model.layers());
        if let Some(cell) = self.next.cell_mut(cursor.at).filter(|_| cursor.is_shown) {
            // The terminal's cursor stands there, and mostly turns the cell as well.
            cell.modifier.remove(Modifier::REVERSED);
        }
        let is_new = !self.is_known || self.shown.area != area;
        if is_new {
            self.shown.resize(area);
            self.shown.reset();
        }
        let changes = self.shown.diff(&self.next);
        if is_new || !changes.is_empty() || self.cursor != Some(cursor) {
            queue!(self.out, BeginSynchronizedUpdate)?;
            if is_new {
                queue!(self.out, ResetColor, Clear(ClearType::All))?;
            }
            self.out.draw(changes.into_iter())?;
            queue!(self.out, MoveTo(cursor.at.x, cursor.at.y))?;
            if is_new || self.cursor.is_none_or(|before| before.is_shown != cursor.is_shown) {
                if cursor.is_shown { queue!(self.out, Show)? } else { queue!(self.out, Hide)? }
            }
            queue!(self.out, EndSynchronizedUpdate)?;
            Write::flush(&mut self.out)?;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        (self.is_known, self.cursor) = (true, Some(cursor));
        Ok(())
    }
}
