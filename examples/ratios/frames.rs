//! A reader without a terminal, whose frames are timed.

use std::sync::Arc;
use std::time::Duration;

use diptych::keys;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::state::{Message, Opening};
use diptych::tui::view::view;
use nix::time::{ClockId, clock_gettime};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Result;

/// A reader without a terminal.
pub struct Reader {
    pub model: Model,
    buffer: Buffer,
}

impl Reader {
    /// Opens a story of two articles on a screen, presses some keys, and draws what a reader sees then.
    pub fn open(story: &Arc<Story>, size: (u16, u16), keys: &str) -> Result<Self> {
        let opening = Opening::new(Arc::clone(story), Pair::new(0, 1)).sized(size.0, size.1);
        let buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let mut reader = Self { model: Model::new(opening), buffer };
        reader.press(keys)?;
        view(&reader.model.reader, reader.model.layers(), &mut reader.buffer);
        Ok(reader)
    }

    /// Presses keys, lets be found out what they ask for, and draws nothing.
    pub fn press(&mut self, written: &str) -> Result<()> {
        for key in keys::parse(written)? {
            self.model.update(Message::Key(key));
        }
        self.model.run_jobs();
        Ok(())
    }

    /// Presses one key and draws the frame, and returns the processor time of both.
    pub fn key(&mut self, written: &str) -> Result<Duration> {
        let key = *keys::parse(written)?.first().ok_or("a key is wanted")?;
        self.frame(Message::Key(key))
    }

    /// Lets something happen and draws the frame, and returns the processor time of both. What a thread would find out then is
    /// found out after it.
    pub fn frame(&mut self, message: Message) -> Result<Duration> {
        let before = clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)?;
        self.model.update(message);
        let screen = self.model.reader.rows.screen;
        self.buffer.resize(Rect::new(0, 0, screen.width, screen.height));
        self.buffer.reset();
        view(&self.model.reader, self.model.layers(), &mut self.buffer);
        let after = clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)?;
        self.model.run_jobs();
        Ok((Duration::from(after)).saturating_sub(Duration::from(before)))
    }
}
