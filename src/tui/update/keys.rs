//! Two keys for one action, and what is said of keys that do nothing.
//!
//! ```text
//!     z       the second key is awaited             Q      Q is not bound; ? help
//!     z t     the row to the top                    y      y does nothing here; ? help       on the map
//!     z q     zq is not bound; ? help               1 2 G  no counts · :12 goes to block 12 · digits choose outlets
//! ```
//!
//! What is said of a key that does nothing is said once, so that nobody is told twice what they know by now.

use crate::keys::{Action, Code, Key, KeyMatch, KeySequence};
use crate::tui::state::{Pressed, Reader};

/// How often it is said after digits that brought an outlet that there are no counts.
const TOLD: u8 = 3;

impl Reader {
    /// Takes up a key, with the one before it if that awaits a second one.
    pub(in crate::tui) fn sequence(&self, key: Key) -> KeySequence {
        match self.pressed.pending {
            Some(first) => KeySequence { first, second: Some(key) },
            None => key.into(),
        }
    }

    /// Returns what a key asks for that was pressed just now, with the one before it if that awaits a second one.
    #[must_use]
    pub fn asked(&self, key: Key) -> Option<Action> {
        match self.keymap.find(self.sequence(key)) {
            KeyMatch::Action(action) => Some(action),
            KeyMatch::Prefix | KeyMatch::Nothing => None,
        }
    }

    /// Forgets the first key of two and digits: something else came than the key that they were pressed for.
    pub(in crate::tui) fn forget_keys(&mut self) {
        if self.pressed.pending.take().is_some() {
            self.status.notice = None;
        }
        self.pressed.forget_digits();
    }

    /// Awaits the second key of two, and shows the first one.
    pub(in crate::tui) fn await_second(&mut self, first: Key) {
        self.pressed.pending = Some(first);
        self.status.notice = Some(format!("{}…", first.shown()));
    }

    /// Says of keys that they do nothing, if it was not said before; what was said of the same keys just now stays.
    pub(in crate::tui) fn say_idle(&mut self, keys: KeySequence, said: Option<&str>) {
        let does = if self.keymap.find(keys) == KeyMatch::Nothing { "is not bound" } else { "does nothing here" };
        let message = format!("{} {does}", keys.shown());
        let message =
            [message].into_iter().chain(self.keymap.hint(Action::Help, "help")).collect::<Vec<_>>().join("; ");
        if self.pressed.is_news(&message) || said == Some(message.as_str()) {
            self.status.notice = Some(message);
        }
    }

    /// Follows the digits that are pressed in the text, after a key did what it does: before another key they may be meant
    /// as a count.
    pub(in crate::tui) fn note_count(&mut self, keys: KeySequence, action: Option<Action>, exchanged: bool) {
        match (digit(keys), action) {
            (Some(digit), Some(Action::Outlet(_))) => {
                let exchange = self.status.notice.clone().filter(|_| exchanged);
                self.pressed.note_digit(digit, exchange);
            }
            (Some(digit), None) if !self.pressed.digits.is_empty() => {
                self.pressed.note_digit(digit, None);
                self.answer_count();
            }
            (_, action) => {
                if !self.pressed.digits.is_empty() && action.is_some_and(|action| self.may_be_counted(action)) {
                    self.answer_count();
                }
                self.pressed.forget_digits();
            }
        }
    }

    /// Tells whether the digits before an action may be meant as a count: always where they did nothing, else a few times, since
    /// who goes from outlet to outlet moves on in each; and not where the last line tells what the action halted at.
    fn may_be_counted(&self, action: Action) -> bool {
        let Pressed { exchange, told_of_counts, .. } = &self.pressed;
        // What the key says itself matters more.
        let is_silent = self.status.notice.is_none() || self.status.notice == *exchange;
        is_silent && (moves(action) && *told_of_counts < TOLD || exchange.is_none() && (moves(action) || halts(action)))
    }

    /// Says that there are no counts, after what the digits did; first what to press instead, since a small screen has no room for all.
    fn answer_count(&mut self) {
        self.pressed.told_of_counts = self.pressed.told_of_counts.saturating_add(1);
        let digits = &self.pressed.digits;
        let block = self.keymap.first(Action::Palette).map(|key| format!("{key}{digits} goes to block {digits}"));
        let answer = ["no counts".to_owned()].into_iter().chain(block).chain(["digits choose outlets".to_owned()]);
        let exchange = self.pressed.exchange.clone();
        self.status.say(exchange.into_iter().chain(answer));
    }
}

/// Returns the digit that keys are, if they are one.
fn digit(keys: KeySequence) -> Option<char> {
    match keys {
        KeySequence { first: Key { code: Code::Char(c @ '0'..='9'), ctrl: false }, second: None } => Some(c),
        _ => None,
    }
}

/// Tells whether an action moves through the rows.
const fn moves(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::RowDown
            | A::RowUp
            | A::HalfDown
            | A::HalfUp
            | A::PageDown
            | A::PageUp
            | A::Start
            | A::End
            | A::NextBlock
            | A::PreviousBlock
    )
}

/// Tells whether an action moves to where something stands, which the last line then tells of.
const fn halts(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::NextDifference
            | A::PreviousDifference
            | A::NextMatch
            | A::PreviousMatch
            | A::NextRun
            | A::PreviousRun
            | A::SearchWord
            | A::SearchWordBack
    )
}
