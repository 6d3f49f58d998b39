//! What a terminal answers too late, taken out of the keys.
//!
//! A terminal that was asked for its colours and answers when nobody waits any more sends what looks like typing: its
//! colour would open lists and quit the reader. An answer begins as Alt-] and ends as Alt-\ or Ctrl-G:
//!
//! ```text
//!     ESC ] 11;rgb:1c1c/1c1c/1c1c ESC \         no key
//!     j                                         a key
//! ```

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// The keys that an answer has at most; what is longer is none.
const LONGEST: usize = 64;

/// The answer that is coming in, if one is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Replies {
    /// How many more keys may belong to it.
    left: usize,
}

impl Replies {
    /// Whether an event is part of an answer.
    pub(super) fn takes(&mut self, event: &Event) -> bool {
        matches!(event, Event::Key(key) if key.kind != KeyEventKind::Release && self.takes_key(key))
    }

    fn takes_key(&mut self, event: &KeyEvent) -> bool {
        let is = |c: char, with: KeyModifiers| event.code == KeyCode::Char(c) && event.modifiers.contains(with);
        if is(']', KeyModifiers::ALT) {
            self.left = LONGEST;
            return true;
        }
        let is_end = is('\\', KeyModifiers::ALT) || is('g', KeyModifiers::CONTROL);
        // Nothing else that is no plain character is part of an answer.
        let goes_on =
            is_end || matches!(event.code, KeyCode::Char(_)) && !event.modifiers.contains(KeyModifiers::CONTROL);
        if self.left == 0 || !goes_on {
            self.left = 0;
            return false;
        }
        self.left = if is_end { 0 } else { self.left - 1 };
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys that are left of those pressed; `\x1b` holds Alt, `\x07` is Ctrl-G, `\n` is Enter.
    fn left(pressed: &str) -> String {
        let mut replies = Replies::default();
        let mut alt = KeyModifiers::NONE;
        let mut left = String::new();
        for c in pressed.chars() {
            let event = match c {
                '\x1b' => {
                    alt = KeyModifiers::ALT;
                    continue;
                }
                '\x07' => KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL),
                '\n' => KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE),
                c => KeyEvent::new(KeyCode::Char(c), std::mem::replace(&mut alt, KeyModifiers::NONE)),
            };
            if !replies.takes(&Event::Key(event)) {
                left.push(c);
            }
        }
        left
    }

    #[test]
    fn answers_are_taken_out() {
        assert_eq!(left("j\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\k"), "jk");
        assert_eq!(left("\x1b]10;rgb:ffff/ffff/ffff\x07\x1b]11;rgb:0/0/0\x07q"), "q");
    }

    #[test]
    fn keys_stay() {
        assert_eq!(left("]n?1;:q\x07"), "]n?1;:q\x07");
    }

    #[test]
    fn what_is_no_answer_holds_nothing_up_for_long() {
        assert_eq!(left("\x1b]1\nq"), "\nq");
        assert_eq!(left(&format!("\x1b]{}q", "j".repeat(LONGEST))), "q");
    }
}
