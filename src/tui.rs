//! The reader: keys in, screens out.
//!
//! [`keys`](crate::keys) says what a key asks for, [`model`] does it, [`view`](mod@view) draws what came of it; [`theme`]
//! alone names colours. [`run`] does so in a terminal, [`play`] without one, for tests, scripts and pictures. [`places`]
//! reads where a story was left; what a reader wants otherwise is [`options`](crate::options).

pub mod component;
pub mod components;
pub mod dump;
pub mod export;
pub mod geometry;
pub mod kept;
pub mod model;
pub mod mouse;
pub mod page;
mod paint;
pub mod pins;
pub mod places;
pub mod screen;
pub mod state;
pub mod svg;
mod terminal;
pub mod terminal_background;
pub mod theme;
mod update;
pub mod view;

pub use model::Model;
pub use terminal::{Left, NotSaved, Replaces, Save, run, run_watched};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::keys::Key;
use state::{Effect, Message, Opening};
use terminal::files::Files;

/// Plays keys into the reader and returns the last screen before it quit, with the model that it shows. Nothing is read
/// or written: what is asked of files is passed over.
#[must_use]
pub fn play(mut opening: Opening, keys: &[Key]) -> (Model, Buffer) {
    let source = std::mem::take(&mut opening.source);
    let mut model = Model::new(opening);
    let mut files = Files::new(source, &model.reader.pair.story);
    model.run_jobs();
    for &key in keys {
        model.update(Message::Key(key));
        for effect in std::mem::take(&mut model.reader.outbox.effects) {
            match effect {
                Effect::Paste(text) => files.paste(&mut model, &text),
                Effect::LeftOut => files.toggle_left_out(&mut model),
                effect => model.reader.outbox.effects.push(effect),
            }
        }
        model.run_jobs();
        if model.reader.outbox.has_quit {
            break;
        }
    }
    let (width, height) = model.reader.rows.screen.full();
    let screen = draw(&model, width, height);
    (model, screen)
}

/// Draws a model on a buffer of its own.
#[must_use]
pub fn draw(model: &Model, width: u16, height: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    view::view(&model.reader, model.layers(), &mut buffer);
    buffer
}
