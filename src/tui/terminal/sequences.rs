//! What a whole sequence means, as xterm, the VT220, rxvt and the Linux console send it.
//!
//! ```text
//!     CSI B   SS3 B            Down            CSI 1;5 B        Ctrl-Down
//!     CSI 1~ 7~ H  SS3 H       Home            CSI 99;5 u       Ctrl-C
//!     CSI < 65;9;4 M           the wheel       CSI ? 62;22 c    an answer
//! ```
//!
//! What is not known here means nothing.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyEventState, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use xterm_color::Color;

use super::input::{Input, Reply};

/// Returns the key of a byte below 128.
pub(super) fn single(byte: u8) -> (KeyCode, KeyModifiers) {
    let control = |c: u8| (KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
        0x1B => (KeyCode::Esc, KeyModifiers::NONE),
        0x7F => (KeyCode::Backspace, KeyModifiers::NONE),
        0 => control(b' '),
        0x01..=0x1A => control(byte - 1 + b'a'),
        0x1C..=0x1F => control(byte - 0x1C + b'4'),
        _ => (KeyCode::Char(char::from(byte)), with_shift(char::from(byte))),
    }
}

/// Returns a character that was typed.
pub(super) fn typed(c: char, modifiers: KeyModifiers) -> Input {
    pressed(KeyCode::Char(c), modifiers | with_shift(c))
}

fn with_shift(c: char) -> KeyModifiers {
    if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE }
}

fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

/// Returns what a control sequence means: CSI, these parameters, and the byte that ends it.
pub(super) fn control(parameters: &[u8], end: u8) -> Option<Input> {
    match (parameters, end) {
        ([b'<', rest @ ..], b'M' | b'm') => sgr(rest, end == b'm'),
        ([b'?', ..], b'c') => Some(Input::Reply(Reply::Attributes)),
        ([], b'I') => Some(Input::Event(Event::FocusGained)),
        ([], b'O') => Some(Input::Event(Event::FocusLost)),
        (_, b'M') => {
            let [buttons, column, row] = numbers(parameters)?[..] else { return None };
            mouse(buttons.checked_sub(32)?, column, row)
        }
        _ => keyboard(parameters, end),
    }
}

/// Returns what SS3 and these mean: keys of the cursor pad and the number pad in application mode.
pub(super) fn shift(parameters: &[u8], end: u8) -> Option<Input> {
    let code = letter(end).filter(|_| matches!(end, b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S'))?;
    Some(pressed(code, modifiers(numbers(parameters)?.last().copied())))
}

/// Returns a function key of the Linux console.
pub(super) fn console(end: u8) -> Option<Input> {
    let number = end.checked_sub(b'A').filter(|&number| number < 5)?;
    Some(pressed(KeyCode::F(number + 1), KeyModifiers::NONE))
}

/// Returns what the mouse did in the encoding of X10: buttons, column and row, 32 added to each.
pub(super) fn x10(bytes: &[u8]) -> Option<Input> {
    let &[buttons, column, row] = bytes else { return None };
    let number = |byte: u8| u32::from(byte).checked_sub(32);
    mouse(number(buttons)?, number(column)?, number(row)?)
}

/// Returns an answer in a string: OSC 10 and OSC 11.
pub(super) fn answer(text: &[u8]) -> Option<Input> {
    // The library cuts colours by bytes.
    let color = |text: &[u8]| text.is_ascii().then(|| Color::parse(text).ok()).flatten();
    let reply = match text {
        [b'1', b'0', b';', rest @ ..] => Reply::Foreground(color(rest)?),
        [b'1', b'1', b';', rest @ ..] => Reply::Background(color(rest)?),
        _ => return None,
    };
    Some(Input::Reply(reply))
}

/// Numbers between semicolons; one that is left out is 0. What stands behind a colon is not looked at.
fn numbers(parameters: &[u8]) -> Option<Vec<u32>> {
    let text = std::str::from_utf8(parameters).ok()?;
    let number = |text: &str| match text.split(':').next() {
        None | Some("") => Some(0),
        Some(digits) => digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit())),
    };
    text.split(';').map(number).collect()
}

/// Returns what is held, as xterm counts it: 1 and a bit for each.
fn modifiers(number: Option<u32>) -> KeyModifiers {
    let bits = number.unwrap_or(0).saturating_sub(1);
    let all = [KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL, KeyModifiers::SUPER];
    let held = all.into_iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    held.fold(KeyModifiers::NONE, |held, (_, modifier)| held | modifier)
}

fn keyboard(parameters: &[u8], end: u8) -> Option<Input> {
    let numbers = numbers(parameters)?;
    let first = numbers.first().copied().unwrap_or(0);
    let mut held = modifiers(numbers.get(1).copied());
    let code = match end {
        b'~' => function(first)?,
        b'u' => coded(first, held)?,
        b'Z' => {
            held |= KeyModifiers::SHIFT;
            KeyCode::BackTab
        }
        // R is the position of the cursor.
        b'R' => return None,
        _ => {
            // Older terminals leave the 1 out.
            held = modifiers(numbers.last().copied());
            letter(end)?
        }
    };
    let kind = if is_released(parameters) { KeyEventKind::Release } else { KeyEventKind::Press };
    Some(Input::Event(Event::Key(KeyEvent { code, modifiers: held, kind, state: KeyEventState::NONE })))
}

/// Tells whether a key came up (`1;5:3`), where a terminal was told to report that.
fn is_released(parameters: &[u8]) -> bool {
    parameters.split(|&byte| byte == b';').nth(1).is_some_and(|text| text.ends_with(b":3"))
}

fn letter(end: u8) -> Option<KeyCode> {
    Some(match end {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(end - b'P' + 1),
        _ => return None,
    })
}

/// Returns the keys that have numbers on the VT220 and rxvt; the numbers of function keys have gaps.
fn function(number: u32) -> Option<KeyCode> {
    let function = |gaps: u32| u8::try_from(number - gaps).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28..=29 => function(15),
        31..=34 => function(17),
        _ => None,
    }
}

/// Returns the key of a code point, where a terminal reports keys so.
fn coded(number: u32, held: KeyModifiers) -> Option<KeyCode> {
    Some(match char::from_u32(number)? {
        '\u{1B}' => KeyCode::Esc,
        '\r' => KeyCode::Enter,
        '\t' if held.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        '\t' => KeyCode::Tab,
        '\u{7F}' => KeyCode::Backspace,
        // The private use area has keys without a character.
        c if c.is_control() || ('\u{E000}'..='\u{F8FF}').contains(&c) => return None,
        c => KeyCode::Char(c),
    })
}

/// Returns what the mouse did in the encoding of SGR (1006), which tells which button came up.
fn sgr(parameters: &[u8], is_up: bool) -> Option<Input> {
    let [buttons, column, row, ..] = numbers(parameters)?[..] else { return None };
    let input = mouse(buttons, column, row)?;
    match input {
        Input::Event(Event::Mouse(MouseEvent { kind: MouseEventKind::Down(button), column, row, modifiers }))
            if is_up =>
        {
            let kind = MouseEventKind::Up(button);
            Some(Input::Event(Event::Mouse(MouseEvent { kind, column, row, modifiers })))
        }
        input => Some(input),
    }
}

/// Returns what the mouse did. In the number of the buttons bits 0, 1, 6 and 7 say which, bits 2 to 4 what is held, bit 5
/// whether the mouse moved. Columns and rows are counted from 1.
fn mouse(buttons: u32, column: u32, row: u32) -> Option<Input> {
    let which = buttons & 0b11 | buttons >> 4 & 0b1100;
    let button = [MouseButton::Left, MouseButton::Middle, MouseButton::Right];
    let kind = match (which, buttons >> 5 & 1 == 1) {
        (0..=2, false) => MouseEventKind::Down(button[which as usize]),
        (0..=2, true) => MouseEventKind::Drag(button[which as usize]),
        (3, false) => MouseEventKind::Up(MouseButton::Left),
        (3..=5, true) => MouseEventKind::Moved,
        (4, false) => MouseEventKind::ScrollUp,
        (5, false) => MouseEventKind::ScrollDown,
        (6, false) => MouseEventKind::ScrollLeft,
        (7, false) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let all = [(0b100, KeyModifiers::SHIFT), (0b1000, KeyModifiers::ALT), (0b1_0000, KeyModifiers::CONTROL)];
    let held = all.into_iter().filter(|(bit, _)| buttons & bit != 0);
    let modifiers = held.fold(KeyModifiers::NONE, |held, (_, modifier)| held | modifier);
    let cell = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    Some(Input::Event(Event::Mouse(MouseEvent { kind, column: cell(column)?, row: cell(row)?, modifiers })))
}
