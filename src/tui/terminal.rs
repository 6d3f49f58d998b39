//! The loop in a real terminal.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal::{self, EnterAlternateScreen};
use crossterm::{execute, style};
use ratatui::layout::Rect;
use ratatui::{DefaultTerminal, TerminalOptions, Viewport};

use super::keys::{Code, Key};
use super::model::{Effect, Message, Model, Opening};
use super::view;

/// The size of a terminal that does not know its own.
const USUAL: (u16, u16) = (80, 24);

/// Reads until the reader quits. The terminal is left as it was, also after an error or a panic.
///
/// # Errors
///
/// What the terminal says when it can't be read, written or set up.
pub fn run(opening: Opening) -> io::Result<()> {
    run_watched(opening, |_| ())
}

/// Reads as [`run`] does, and shows the model to `watch` whenever something has happened to it.
///
/// # Errors
///
/// What the terminal says when it can't be read, written or set up.
pub fn run_watched(opening: Opening, watch: impl FnMut(&Model)) -> io::Result<()> {
    // Colours are decided by the theme. Left to itself, the library would write an empty sequence for every colour under
    // NO_COLOR, and that takes bold and underline away as well.
    style::force_color_output(true);
    let size = known(terminal::size()?);
    let model = Model::new(Opening { size, ..opening });
    let mut terminal = ratatui::try_init_with_options(TerminalOptions { viewport: Viewport::Fixed(area(&model)) })?;
    let done = execute!(io::stdout(), EnterAlternateScreen).and_then(|()| read(&mut terminal, model, watch));
    // In a panic a hook of the library's does so; the cursor comes back when the terminal is dropped.
    let restored = ratatui::try_restore();
    done.and(restored)
}

fn read(terminal: &mut DefaultTerminal, mut model: Model, mut watch: impl FnMut(&Model)) -> io::Result<()> {
    loop {
        // The size comes with the events and the terminal isn't asked again, so that the frame is always that of the model.
        if terminal.get_frame().area() != area(&model) {
            terminal.resize(area(&model))?;
        }
        for effect in std::mem::take(&mut model.effects) {
            perform(terminal, &effect, &model)?;
        }
        terminal.draw(|frame| view::view(&model, frame.buffer_mut()))?;
        // Sleeps until something happens, and takes all of it before the next frame.
        loop {
            if let Some(message) = message(&event::read()?) {
                model.update(message);
                watch(&model);
            }
            if model.has_quit {
                return Ok(());
            }
            if !event::poll(Duration::ZERO)? {
                break;
            }
        }
    }
}

/// Does outside what the model asks for.
fn perform(terminal: &mut DefaultTerminal, effect: &Effect, model: &Model) -> io::Result<()> {
    match effect {
        Effect::Redraw => terminal.resize(area(model)),
        Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend | Effect::Reload => Ok(()),
    }
}

/// The whole screen.
fn area(model: &Model) -> Rect {
    Rect::new(0, 0, model.screen.width, model.screen.height)
}

/// A size to draw on: a terminal may say that it has no columns or rows.
const fn known((width, height): (u16, u16)) -> (u16, u16) {
    (if width == 0 { USUAL.0 } else { width }, if height == 0 { USUAL.1 } else { height })
}

fn message(event: &Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => pressed(key).map(Message::Key),
        Event::Resize(width, height) => {
            let (width, height) = known((*width, *height));
            Some(Message::Resize(width, height))
        }
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
