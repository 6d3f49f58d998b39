//! The loop in a real terminal.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::style;
use ratatui::DefaultTerminal;

use super::keys::{Code, Key};
use super::model::{Effect, Message, Model, Opening};
use super::replies::Replies;
use super::view;

/// Reads until the reader quits, and returns the model as it was then. The terminal is left as it was, also after an error or a panic.
///
/// # Errors
///
/// What the terminal says when it can't be read, written or set up.
pub fn run(opening: Opening) -> io::Result<Model> {
    // Colours are decided by the theme. Left to itself, the library would write an empty sequence for every colour under
    // NO_COLOR, and that takes bold and underline away as well.
    style::force_color_output(true);
    let mut terminal = ratatui::try_init()?;
    let size = terminal.size()?;
    let model = Model::new(Opening { size: (size.width, size.height), ..opening });
    let done = read(&mut terminal, model);
    ratatui::try_restore()?;
    done
}

fn read(terminal: &mut DefaultTerminal, mut model: Model) -> io::Result<Model> {
    let mut replies = Replies::default();
    loop {
        for effect in std::mem::take(&mut model.effects) {
            perform(terminal, effect)?;
        }
        terminal.draw(|frame| view::view(&model, frame.buffer_mut()))?;
        // Sleeps until something happens, and takes all of it before the next frame.
        loop {
            if let Some(message) = message(&event::read()?, &mut replies) {
                model.update(message);
            }
            if model.has_quit {
                return Ok(model);
            }
            if !event::poll(std::time::Duration::ZERO)? {
                break;
            }
        }
    }
}

/// Does outside what the model asks for.
fn perform(terminal: &mut DefaultTerminal, effect: Effect) -> io::Result<()> {
    match effect {
        Effect::Redraw => terminal.clear(),
        Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend | Effect::Reload => Ok(()),
    }
}

fn message(event: &Event, replies: &mut Replies) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release || replies.takes(key) => None,
        Event::Key(key) => pressed(key).map(Message::Key),
        Event::Resize(width, height) => Some(Message::Resize(*width, *height)),
        _ => None,
    }
}

fn pressed(event: &KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    (!event.modifiers.contains(KeyModifiers::ALT)).then_some(Key { code, ctrl })
}
