//! The loop in a real terminal.
//!
//! ```text
//!     listen ─► events, signals ─► messages ─► model ─► effects ─► files, clipboard, mouse, shell
//!                                                └────► frames ─► what differs, if anything does
//!
//!     its turn ─► signals ─► raw mode ─► listen ─► ask for light or dark ─► other screen ─► the loop
//!        job       signals     setup      listen     ask                      setup
//! ```
//!
//! On the way there each step can be undone before the next one is taken, so that a signal, an error or a panic leaves the
//! terminal as it was wherever it comes.
//!
//! It sleeps until something happens, takes all of that, and draws once. While nothing happens nothing wakes up, and what
//! changes nothing on the screen writes nothing.

mod ask;
mod clipboard;
mod decoder;
mod exporting;
pub(in crate::tui) mod files;
mod frames;
mod happening;
mod input;
mod job;
mod jobs;
mod listen;
mod sequences;
mod setup;
#[cfg(unix)]
mod signals;
mod source;
mod translate;
#[cfg(unix)]
mod tty;

use std::path::Path;
use std::{fmt, io};

use crossterm::{style, terminal};

use super::Model;
use super::pins::SavedPins;
use super::places::Places;
use super::state::{Effect, Message, Opening, Reordering};
use super::theme::Theme;
use ask::Question;
use clipboard::Clipboard;
use files::Files;
use frames::Frames;
use happening::Happening;
use listen::Listener;
use setup::Setup;

/// Writes a text to a file by its path as it is typed, and says where that is, or why it failed. A file that is there is touched only
/// if it is to be replaced.
pub type Save<'s> = &'s dyn Fn(&Path, &str, Replaces) -> Result<String, NotSaved>;

/// Says what becomes of a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaces {
    /// It stays as it is, and nothing is written.
    Nothing,
    /// What is written stands in its place.
    File,
}

/// Says why a text was not written, in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// A file of that name is there, which could be replaced.
    Taken(String),
    /// Something else.
    Trouble(String),
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(cause) | Self::Trouble(cause) => f.write_str(cause),
        }
    }
}

/// How the reader was left.
#[derive(Debug)]
pub struct Left {
    /// The exit status: 0, or 128 and the number of the signal that ended it.
    pub status: u8,
    /// Where the stories of this sitting were left.
    pub places: Places,
    /// What was set opposite by hand in this sitting, or is no longer.
    pub pins: SavedPins,
    /// Whether the line that explains the signs was dismissed.
    pub is_dismissed: bool,
}

/// Reads until the reader quits or a signal ends it. The terminal is left as it was, also after an error, a signal or a
/// panic.
///
/// A thread listens to the terminal, and goes on to listen until the program ends.
///
/// # Errors
///
/// What the terminal says when it can't be read, written or set up.
pub fn run(opening: Opening, save: Save<'_>) -> io::Result<Left> {
    run_watched(opening, save, |_| ())
}

/// Reads as [`run`] does, and shows the model to `watch` whenever something has happened to it.
///
/// # Errors
///
/// What the terminal says when it can't be read, written or set up.
pub fn run_watched(opening: Opening, save: Save<'_>, watch: impl FnMut(&Model)) -> io::Result<Left> {
    // Colours are decided by the theme. Left to itself, the library would write an empty sequence for every colour under
    // NO_COLOR, and that takes bold and underline away as well.
    style::force_color_output(true);
    job::await_turn()?;
    // From here on no signal and no change of the size is missed, and whatever happens the terminal is left as it was.
    let mut listener = Listener::start()?;
    let setup = Setup::take()?;
    let done = read(opening, save, watch, setup, &mut listener);
    let left = setup::leave();
    let ended = done?;
    // After a signal the terminal may be gone.
    if ended.status == 0 {
        left?;
    }
    Ok(ended)
}

/// Reads in a terminal that is taken.
fn read(
    mut opening: Opening,
    save: Save<'_>,
    watch: impl FnMut(&Model),
    mut setup: Setup,
    listener: &mut Listener,
) -> io::Result<Left> {
    listener.read_terminal()?;
    let question = opening.asks_ground.then(Question::ask).transpose()?;
    let (width, height) = translate::known(terminal::size()?);
    let source = std::mem::take(&mut opening.source);
    let mut model = Model::new(opening.sized(width, height));
    if let Some(ground) = question.map(|question| question.answer(listener)).transpose()?.flatten() {
        model.reader.theme = Theme::named(ground.theme()).unwrap_or_default().at(model.reader.theme.depth);
    }
    if let Some(status) = listener.ended() {
        return Ok(Left { status, places: Places::default(), pins: SavedPins::default(), is_dismissed: false });
    }
    let keeps_order = model.reader.settings.reordering == Reordering::Program;
    setup.enter(&model.reader.pair.story.name, model.reader.pointer.is_ours, keeps_order)?;
    let files = Files::new(source, &model.reader.pair.story);
    let (frames, clipboard) = (Frames::default(), Clipboard::default());
    let mut reader = ReaderLoop { model, setup, frames, files, clipboard, save, watch, is_due: false };
    let status = reader.read(listener)?;
    if status == 0 {
        reader.clipboard.finish();
    }
    reader.model.reader.remember();
    let places = reader.model.reader.memory.take().map(|memory| memory.kept).unwrap_or_default();
    let pins = std::mem::take(&mut reader.model.reader.pins.kept);
    Ok(Left { status, places, pins, is_dismissed: reader.model.reader.status.is_dismissed })
}

/// The model, and what of the outside it is to be joined with.
struct ReaderLoop<'s, W> {
    model: Model,
    setup: Setup,
    frames: Frames,
    files: Files,
    clipboard: Clipboard,
    save: Save<'s>,
    watch: W,
    /// Whether anything has come that a frame may show.
    is_due: bool,
}

impl<W: FnMut(&Model)> ReaderLoop<'_, W> {
    fn read(&mut self, listener: &mut Listener) -> io::Result<u8> {
        self.perform_all(listener)?;
        // What was typed while the terminal was asked comes before the first frame.
        self.is_due = true;
        let mut ended = self.meet_all(listener.take_kept(), listener)?;
        loop {
            if let Some(status) = ended {
                return Ok(status);
            }
            if std::mem::take(&mut self.is_due) {
                self.setup.entitle(&self.model.reader.pair.story.name)?;
                self.frames.show(&self.model)?;
            }
            ended = self.meet_all(listener.wait()?, listener)?;
            self.is_due |= self.files.look(&mut self.model);
        }
    }

    /// Lets all that has happened happen, and returns the exit status if that was the end.
    fn meet_all(&mut self, happened: Vec<Happening>, listener: &mut Listener) -> io::Result<Option<u8>> {
        for happening in happened {
            if let Some(status) = self.meet(happening, listener)? {
                return Ok(Some(status));
            }
        }
        Ok(None)
    }

    /// Lets something happen, and returns the exit status if that was the end.
    fn meet(&mut self, happening: Happening, listener: &mut Listener) -> io::Result<Option<u8>> {
        match happening {
            Happening::Events(events) => {
                for message in events.iter().filter_map(translate::message) {
                    self.take(message, listener)?;
                    if self.model.reader.outbox.has_quit {
                        return Ok(Some(0));
                    }
                }
                Ok(None)
            }
            Happening::Told(message) => {
                self.take(message, listener)?;
                Ok(None)
            }
            Happening::Stopped => {
                self.suspend(listener)?;
                Ok(None)
            }
            Happening::Resumed => {
                self.resume(listener)?;
                Ok(None)
            }
            Happening::Ended(status) => Ok(Some(status)),
            Happening::Deaf(error) => Err(error),
        }
    }

    fn take(&mut self, message: Message, listener: &mut Listener) -> io::Result<()> {
        self.is_due = true;
        self.model.update(message);
        (self.watch)(&self.model);
        self.perform_all(listener)
    }

    /// Does what the model asks for, and what it asks for when that is done.
    fn perform_all(&mut self, listener: &mut Listener) -> io::Result<()> {
        if let Some(job) = self.model.reader.outbox.comparison.take() {
            // Without a thread the tabs say less, and nothing else is lost.
            let _ = jobs::compare(job, listener.sender());
        }
        if let Some(job) = self.model.reader.outbox.search.take()
            && let Err(error) = jobs::search(job, listener.sender())
        {
            self.model.update(Message::Trouble(format!("no thread to search the whole story: {error}")));
        }
        while !self.model.reader.outbox.effects.is_empty() {
            for effect in std::mem::take(&mut self.model.reader.outbox.effects) {
                self.perform(effect, listener)?;
            }
        }
        Ok(())
    }

    /// Does outside what the model asks for.
    fn perform(&mut self, effect: Effect, listener: &mut Listener) -> io::Result<()> {
        match effect {
            Effect::Redraw => self.frames.forget(),
            Effect::Copy(copied) => {
                if let Some(said) = self.clipboard.copy(copied, listener.sender())? {
                    self.model.update(Message::Trouble(said));
                }
            }
            Effect::Mouse(is_ours) => self.setup.take_mouse(is_ours)?,
            Effect::Suspend => {
                if let Err(error) = job::stop_all() {
                    self.model.update(Message::Trouble(format!("not stopped: {error}")));
                }
            }
            Effect::Reload => self.files.read_again(&mut self.model),
            Effect::Paste(text) => self.files.paste(&mut self.model, &text),
            Effect::LeftOut => self.files.toggle_left_out(&mut self.model),
            Effect::Save { source, path } => self.files.save(&mut self.model, &source, &path, self.save),
            Effect::Export { choice, path, then } => {
                let written = exporting::write(&self.model.reader, choice, &path, then, self.save);
                self.model.update(written.map_or_else(Message::Trouble, Message::Exported));
            }
            Effect::Start(job) => {
                if let Err(error) = jobs::start(job, listener.sender()) {
                    self.model.update(Message::Trouble(format!("no thread to read all pairs: {error}")));
                }
            }
        }
        Ok(())
    }

    /// Leaves the terminal to the shell until that goes on with the program.
    fn suspend(&mut self, listener: &mut Listener) -> io::Result<()> {
        setup::leave()?;
        listener.stop()?;
        self.resume(listener)
    }

    /// Sets the terminal up again as soon as it is the program's turn.
    fn resume(&mut self, listener: &mut Listener) -> io::Result<()> {
        while !job::has_turn() && !listener.is_ended_soon()? && listener.stop()? {}
        // A signal that was sent meanwhile is not kept waiting by the terminal.
        if listener.ended().is_none() { self.set_up_again() } else { Ok(()) }
    }

    fn set_up_again(&mut self) -> io::Result<()> {
        self.setup.enter_again()?;
        self.frames.forget();
        self.is_due = true;
        // It may have another size by now.
        let (width, height) = translate::known(terminal::size()?);
        if (width, height) != self.model.reader.rows.screen.full() {
            self.model.update(Message::Resize(width, height));
        }
        Ok(())
    }
}
