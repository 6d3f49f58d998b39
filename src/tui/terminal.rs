//! The loop in a real terminal.
//!
//! ```text
//!     listen ─► events, signals ─► messages ─► model ─► effects ─► files, clipboard, mouse, shell
//!                                                └────► frames ─► what differs, if anything does
//! ```
//!
//! It sleeps until something happens, takes all of that, and draws once. While nothing happens nothing wakes up, and what
//! changes nothing on the screen writes nothing.

mod errands;
mod files;
mod frames;
mod listen;
mod replies;
mod setup;
mod translate;

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::{execute, style, terminal};

use super::model::{Effect, Message, Model, Opening};
use super::places::Places;
use crate::intake::Source;
use files::Files;
use frames::Frames;
use listen::{Happening, Listener};
use setup::Setup;

/// How the reader was left.
#[derive(Debug)]
pub struct Left {
    /// The exit status: 0, or 128 and the number of the signal that ended it.
    pub status: u8,
    /// Where the stories of this sitting were left.
    pub places: Places,
}

/// Reads until the reader quits or a signal ends it. The terminal is left as it was, also after an error, a signal or a
/// panic.
///
/// A thread listens to the terminal, and goes on to listen until the program ends.
///
/// # Errors
///
/// What the terminal says when it can't be read, written or set up.
pub fn run(opening: Opening, source: Source) -> io::Result<Left> {
    run_watched(opening, source, |_| ())
}

/// Reads as [`run`] does, and shows the model to `watch` whenever something has happened to it.
///
/// # Errors
///
/// What the terminal says when it can't be read, written or set up.
pub fn run_watched(opening: Opening, source: Source, watch: impl FnMut(&Model)) -> io::Result<Left> {
    // Colours are decided by the theme. Left to itself, the library would write an empty sequence for every colour under
    // NO_COLOR, and that takes bold and underline away as well.
    style::force_color_output(true);
    // From here on no change of the size is missed.
    let listener = Listener::start()?;
    let (width, height) = translate::known(terminal::size()?);
    let model = Model::new(opening.sized(width, height));
    let setup = Setup::enter(&model.story.name, model.pointer.is_ours)?;
    let files = Files::of(source, &model.story);
    let mut reader = Reader { model, setup, frames: Frames::default(), files, watch, is_due: false };
    let done = reader.read(&listener);
    let left = setup::leave();
    let status = match done {
        Ok(0) => left.map(|()| 0),
        // After a signal the terminal may be gone, and after an error that is the one to tell.
        ended => ended,
    }?;
    reader.model.remember();
    let places = reader.model.memory.take().map(|memory| memory.kept).unwrap_or_default();
    Ok(Left { status, places })
}

/// The model, and what of the outside it is to be joined with.
struct Reader<W> {
    model: Model,
    setup: Setup,
    frames: Frames,
    files: Files,
    watch: W,
    /// Whether anything has come that a frame may show.
    is_due: bool,
}

impl<W: FnMut(&Model)> Reader<W> {
    fn read(&mut self, listener: &Listener) -> io::Result<u8> {
        self.perform_all(listener)?;
        self.frames.show(&self.model)?;
        loop {
            for happening in listener.wait()? {
                if let Some(status) = self.meet(happening, listener)? {
                    return Ok(status);
                }
            }
            self.is_due |= self.files.look(&mut self.model);
            if std::mem::take(&mut self.is_due) {
                self.setup.entitle(&self.model.story.name)?;
                self.frames.show(&self.model)?;
            }
        }
    }

    /// Lets something happen, and returns the exit status if that was the end.
    fn meet(&mut self, happening: Happening, listener: &Listener) -> io::Result<Option<u8>> {
        match happening {
            Happening::Events(events) => {
                for message in events.iter().filter_map(translate::message) {
                    self.take(message, listener)?;
                    if self.model.has_quit {
                        return Ok(Some(0));
                    }
                }
                Ok(None)
            }
            Happening::Told(message) => {
                self.take(message, listener)?;
                Ok(None)
            }
            Happening::Resumed => {
                self.set_up_again()?;
                Ok(None)
            }
            Happening::Ended(status) => Ok(Some(status)),
            Happening::Deaf(error) => Err(error),
        }
    }

    fn take(&mut self, message: Message, listener: &Listener) -> io::Result<()> {
        self.is_due = true;
        self.model.update(message);
        (self.watch)(&self.model);
        self.perform_all(listener)
    }

    /// Does what the model asks for, and what it asks for when that is done.
    fn perform_all(&mut self, listener: &Listener) -> io::Result<()> {
        while !self.model.effects.is_empty() {
            for effect in std::mem::take(&mut self.model.effects) {
                self.perform(effect, listener)?;
            }
        }
        Ok(())
    }

    /// Does outside what the model asks for.
    fn perform(&mut self, effect: Effect, listener: &Listener) -> io::Result<()> {
        match effect {
            Effect::Redraw => self.frames.forget(),
            Effect::Copy(text) => execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?,
            Effect::Mouse(is_ours) => self.setup.take_mouse(is_ours)?,
            Effect::Suspend => self.suspend()?,
            Effect::Reload => self.files.read_again(&mut self.model),
            Effect::Find(errand) => {
                if let Err(error) = errands::set_out(errand, listener.ear()) {
                    self.model.update(Message::Trouble(format!("no thread to read all pairs: {error}")));
                }
            }
        }
        Ok(())
    }

    /// Leaves the terminal to the shell until that goes on with the program.
    fn suspend(&mut self) -> io::Result<()> {
        setup::leave()?;
        io::stdout().flush()?;
        if let Err(error) = stop() {
            self.model.update(Message::Trouble(format!("not stopped: {error}")));
        }
        self.set_up_again()
    }

    fn set_up_again(&mut self) -> io::Result<()> {
        self.setup.enter_again()?;
        self.frames.forget();
        self.is_due = true;
        // It may have another size by now.
        let (width, height) = translate::known(terminal::size()?);
        if (width, height) != self.model.screen.full() {
            self.model.update(Message::Resize(width, height));
        }
        Ok(())
    }
}

/// Stops the program and what the shell started with it, as Ctrl-Z does where no program reads it. Where no shell would
/// go on with it the system does nothing.
#[cfg(unix)]
fn stop() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?)
}

/// Nothing stops a program here.
#[cfg(not(unix))]
fn stop() -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "no shell here goes on with a program"))
}
