//! From what the terminal reports to what it means to the model.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::keys::{Code, Key};
use crate::options::LARGEST_PAGE;
use crate::tui::mouse::{Mouse, MouseKind};
use crate::tui::state::Message;

/// The size of a terminal that does not know its own.
const USUAL: (u16, u16) = (80, 24);

/// Returns a size to draw on: a terminal may say that it has no columns or rows, or more than anybody has.
pub(super) fn known((width, height): (u16, u16)) -> (u16, u16) {
    let known = |cells: u16, usual| if cells == 0 { usual } else { cells.min(LARGEST_PAGE) };
    (known(width, USUAL.0), known(height, USUAL.1))
}

/// Returns what an event means, if anything.
pub(super) fn message(event: &Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => pressed(key).map(Message::Key),
        Event::Mouse(mouse) => pointed(*mouse).map(Message::Mouse),
        Event::Paste(text) => Some(Message::Paste(text.clone())),
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

fn pointed(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) if event.modifiers.contains(KeyModifiers::SHIFT) => {
            MouseKind::PressOther
        }
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Press,
        MouseEventKind::Down(MouseButton::Right) => MouseKind::PressOther,
        MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        _ => return None,
    };
    Some(Mouse { kind, column: event.column, row: event.row })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_that_are_drawn() {
        assert_eq!(known((100, 30)), (100, 30));
        assert_eq!(known((0, 0)), (80, 24));
        assert_eq!(known((u16::MAX, u16::MAX)), (2000, 2000));
        let resized = message(&Event::Resize(u16::MAX, 0));
        assert!(matches!(resized, Some(Message::Resize(2000, 24))), "{resized:?}");
    }
}
