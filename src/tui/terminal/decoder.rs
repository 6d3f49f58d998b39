//! Bytes of a terminal to what they mean: keys, the mouse, pastes and answers.
//!
//! ```text
//!     j                      the key j
//!     ESC [ B                Down                        ESC … 50 ms nothing …        Esc
//!     ESC [ < 0;9;4 M        a press of the mouse        ESC [ < 0; … 100 ms …        nothing: it is dropped
//!     ESC [ < 0; ^C          Ctrl-C at once              ESC [ … 100 ms …             Alt-[
//!     ESC [ 200~ a b ESC [ 201~                          a paste of "ab"
//!     ESC ] 11;rgb:0/0/0 ESC \                           an answer: no key
//! ```
//!
//! Terminals end what they begin, but a slow line may split a sequence anywhere, and a line that breaks off, or somebody who
//! types Alt-[, may leave half of one. Libraries that decode input wait for the rest for ever and swallow each key that is
//! typed meanwhile; those that decode output (`vte`, `vtparse`) do not know Alt, a lone ESC, pastes and the mouse of X10. So
//! the bytes are split here, after the grammar of ECMA-48 (section 5.4) and of xterm's control sequences: a state machine
//! without a clock. Whoever feeds it asks for its [`patience`](Decoder::patience) and says when the time
//! [is up](Decoder::time_is_up).
//!
//! Unlike in output, a control character within a sequence ends it: no terminal sends one there, so it was typed.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::input::Input;
use super::sequences;

/// How long an ESC may wait for the rest of a sequence before it is the key: more than the gap between two packets of a slow
/// line, less than anybody notices.
const ESCAPE: Duration = Duration::from_millis(50);

/// How long any other sequence may wait for its next byte.
const SEQUENCE: Duration = Duration::from_millis(100);

/// The same for the colour that was asked for: nobody types what begins so, and the rest of it would be keys.
const ANSWER: Duration = Duration::from_millis(300);

/// How long a paste may be silent before what has come of it is handed over. It goes on after that.
const PASTE: Duration = Duration::from_millis(300);

/// How much longer it may be silent before its end is taken for lost, and what comes next for keys.
const LOST: Duration = Duration::from_millis(700);

/// The longest control sequence and the longest answer that mean anything, in bytes. Of longer ones the rest is passed over.
const LONGEST: usize = 256;

/// The bytes of a paste that are handed over at once.
const PIECE: usize = 16 << 20;

/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// What begins a sequence after ESC: CSI, SS3, OSC, DCS and APC.
const INTRODUCERS: &[u8] = b"[O]P_";

const ESC: u8 = 0x1B;
const BEL: u8 = 0x07;
const CONTROL_C: u8 = 0x03;

/// A state machine from bytes to what they mean. It takes any bytes, and holds none back for longer than its patience.
#[derive(Clone, Debug, Default)]
pub(super) struct Decoder {
    state: State,
    /// What came of the sequence or paste that is coming in, without its beginning.
    held: Vec<u8>,
}

/// What is coming in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing.
    #[default]
    Ground,
    /// ESC.
    Escape,
    /// The ESC that ended a string; a `\` belongs to it.
    Terminator,
    /// ESC `[`, parameters and intermediates.
    Control,
    /// ESC `[[`: a function key of the Linux console.
    Console,
    /// ESC `[M` and up to three bytes: the mouse of X10.
    Mouse,
    /// ESC `O` and parameters.
    Shift,
    /// ESC, this character, and a string.
    Text(u8),
    /// A character of so many bytes, after ESC or not.
    Character { length: usize, alt: bool },
    /// A paste. So many bytes of its end have come; it has been silent or not.
    Paste { matched: usize, is_silent: bool },
}

impl Decoder {
    /// Takes bytes that have come, and adds what they mean.
    pub(super) fn feed(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) {
        if let State::Paste { is_silent: is_silent @ true, .. } = &mut self.state {
            *is_silent = false;
            if is_typed(bytes) {
                self.begin(State::Ground);
            }
        }
        // A terminal sends Alt and a key at once; a key that comes after an ESC was typed after it.
        if self.state == State::Escape && bytes.first().is_some_and(|byte| !INTRODUCERS.contains(byte)) {
            self.time_is_up(inputs);
        }
        for &byte in bytes {
            self.step(byte, inputs);
        }
    }

    /// Returns how long after the last byte it waits for the next one; `None` if there is nothing to wait for.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Escape | State::Terminator => Some(ESCAPE),
            State::Paste { is_silent: false, .. } if self.ends_with_control_c() => Some(ESCAPE),
            State::Paste { is_silent: false, .. } => Some(PASTE),
            State::Paste { is_silent: true, .. } => Some(LOST),
            State::Text(b']') if matches!(self.held[..], [b'1', b'0' | b'1', b';', ..]) => Some(ANSWER),
            _ => Some(SEQUENCE),
        }
    }

    /// Gives up what has not come to its end, and adds what can be a key for itself.
    pub(super) fn time_is_up(&mut self, inputs: &mut Vec<Input>) {
        let first = |introducer: u8| key(KeyCode::Char(char::from(introducer)), KeyModifiers::ALT);
        match self.state {
            State::Paste { is_silent: false, .. } if self.ends_with_control_c() => {
                self.held.pop();
                self.emit_paste(inputs);
                return self.break_off(CONTROL_C, inputs);
            }
            State::Paste { matched, is_silent: false } => {
                self.emit_paste(inputs);
                self.state = State::Paste { matched, is_silent: true };
                return;
            }
            State::Escape => inputs.push(key(KeyCode::Esc, KeyModifiers::NONE)),
            State::Control if self.held.is_empty() => inputs.push(first(b'[')),
            State::Shift if self.held.is_empty() => inputs.push(first(b'O')),
            State::Text(introducer) if self.held.is_empty() => inputs.push(first(introducer)),
            _ => {}
        }
        self.begin(State::Ground);
    }

    /// Tells whether it is within what may be long: a paste, or a string. What is typed then must not keep it there.
    pub(super) fn is_within_text(&self) -> bool {
        matches!(self.state, State::Text(_) | State::Paste { .. })
    }

    /// Tells whether the last byte of a paste was Ctrl-C: text if more comes at once, else a key.
    fn ends_with_control_c(&self) -> bool {
        self.held.last() == Some(&CONTROL_C)
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.held.clear();
    }

    /// Keeps a byte, and returns how many there are.
    fn hold(&mut self, byte: u8) -> usize {
        if self.held.len() <= LONGEST {
            self.held.push(byte);
        }
        self.held.len()
    }

    fn step(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        match (self.state, byte) {
            (State::Ground, _) => self.ground(byte, false, inputs),
            (State::Terminator, b'\\') => self.begin(State::Ground),
            (State::Escape | State::Terminator, _) => self.escape(byte, inputs),
            (State::Control | State::Shift, b' '..=b'?') => drop(self.hold(byte)),
            (State::Control, b'[') if self.held.is_empty() => self.begin(State::Console),
            (State::Control, b'M') if self.held.is_empty() => self.begin(State::Mouse),
            (State::Control, b'@'..=b'~') => self.control(byte, inputs),
            (State::Shift, b'@'..=b'~') => self.end(sequences::shift(&self.held, byte), inputs),
            (State::Console, b'@'..=b'~') => self.end(sequences::console(byte), inputs),
            (State::Mouse, b' '..) => {
                if self.hold(byte) == 3 {
                    self.end(sequences::x10(&self.held), inputs);
                }
            }
            (State::Text(introducer), _) => self.text(introducer, byte, inputs),
            (State::Character { length, alt }, 0x80..=0xBF) => self.character(byte, length, alt, inputs),
            (State::Paste { matched, .. }, _) => self.paste(byte, matched, inputs),
            _ => self.break_off(byte, inputs),
        }
    }

    /// Drops a sequence that a byte cannot belong to.
    fn break_off(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        self.begin(State::Ground);
        self.ground(byte, false, inputs);
    }

    fn end(&mut self, input: Option<Input>, inputs: &mut Vec<Input>) {
        inputs.extend(input);
        self.begin(State::Ground);
    }

    fn ground(&mut self, byte: u8, alt: bool, inputs: &mut Vec<Input>) {
        let length = match byte {
            ESC => return self.begin(State::Escape),
            ..0x80 => {
                let (code, modifiers) = sequences::single(byte);
                inputs.push(key(code, modifiers | if alt { KeyModifiers::ALT } else { KeyModifiers::NONE }));
                return self.begin(State::Ground);
            }
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return self.begin(State::Ground),
        };
        self.begin(State::Character { length, alt });
        self.hold(byte);
    }

    fn escape(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        match byte {
            // Two keys: nobody waits for Alt with these.
            ESC | CONTROL_C => {
                inputs.push(key(KeyCode::Esc, KeyModifiers::NONE));
                self.break_off(byte, inputs);
            }
            b'[' => self.begin(State::Control),
            b'O' => self.begin(State::Shift),
            _ if INTRODUCERS.contains(&byte) => self.begin(State::Text(byte)),
            _ => self.ground(byte, true, inputs),
        }
    }

    fn control(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        if byte == b'~' && self.held == b"200" {
            return self.begin(State::Paste { matched: 0, is_silent: false });
        }
        let is_whole = self.held.len() <= LONGEST;
        self.end(is_whole.then(|| sequences::control(&self.held, byte)).flatten(), inputs);
    }

    /// Goes on with a string: an answer of the terminal, if it begins like one.
    fn text(&mut self, introducer: u8, byte: u8, inputs: &mut Vec<Input>) {
        let is_first = self.held.is_empty();
        let begins = match introducer {
            b']' => byte.is_ascii_digit(),
            b'P' => matches!(byte, b'!'..=b'?'),
            _ => byte == b'G',
        };
        match byte {
            _ if is_first && !begins => {
                inputs.push(key(KeyCode::Char(char::from(introducer)), KeyModifiers::ALT));
                self.break_off(byte, inputs);
            }
            // Some terminals end an answer with ESC alone.
            BEL | ESC => {
                let is_whole = introducer == b']' && self.held.len() <= LONGEST;
                self.end(is_whole.then(|| sequences::answer(&self.held)).flatten(), inputs);
                self.begin(if byte == ESC { State::Terminator } else { State::Ground });
            }
            ..b' ' | 0x7F => self.break_off(byte, inputs),
            _ => drop(self.hold(byte)),
        }
    }

    fn character(&mut self, byte: u8, length: usize, alt: bool, inputs: &mut Vec<Input>) {
        if self.hold(byte) < length {
            return;
        }
        let modifiers = if alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
        let found = std::str::from_utf8(&self.held).ok().and_then(|text| text.chars().next());
        self.end(found.map(|found| sequences::typed(found, modifiers)), inputs);
    }

    /// Goes on with a paste. All but its end is text; so are control characters, unless nothing follows a Ctrl-C.
    fn paste(&mut self, byte: u8, matched: usize, inputs: &mut Vec<Input>) {
        let matched = if byte == PASTE_END[matched] {
            matched + 1
        } else {
            self.held.extend_from_slice(&PASTE_END[..matched]);
            if byte != ESC {
                self.held.push(byte);
            }
            usize::from(byte == ESC)
        };
        if matched == PASTE_END.len() {
            let rest = std::mem::take(&mut self.held);
            return self.end((!rest.is_empty()).then(|| pasted(&rest)), inputs);
        }
        if self.held.len() >= PIECE {
            self.emit_paste(inputs);
        }
        self.state = State::Paste { matched, is_silent: false };
    }

    /// Hands over what has come of a paste, but for half a character at its end.
    fn emit_paste(&mut self, inputs: &mut Vec<Input>) {
        let half = (1..=self.held.len().min(3)).find(|&count| {
            let end = &self.held[self.held.len() - count..];
            std::str::from_utf8(end).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
        });
        let rest = self.held.split_off(self.held.len() - half.unwrap_or(0));
        let whole = std::mem::replace(&mut self.held, rest);
        inputs.extend((!whole.is_empty()).then(|| pasted(&whole)));
    }
}

/// Tells whether bytes that come after a silence were typed.
fn is_typed(bytes: &[u8]) -> bool {
    matches!(bytes, [ESC | CONTROL_C, ..]) || is_one_character(bytes)
}

/// Tells whether bytes are what one key sends: a paste or a string that goes on brings more than one character at once.
pub(super) fn is_one_character(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().nth(1).is_none())
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

fn pasted(bytes: &[u8]) -> Input {
    Input::Event(Event::Paste(String::from_utf8_lossy(bytes).into_owned()))
}

#[cfg(test)]
mod tests;
