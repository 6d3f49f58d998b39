//! What was pressed and has come to nothing yet, and what was said of keys that do nothing.
//!
//! ```text
//!     z            pending: z             the second key is awaited
//!     z t          pending: none          the row goes to the top
//!     1 2 G        digits: 12             no count, and the reader is told once the `G` comes
//! ```

use crate::keys::Key;

/// How many digits in a row are remembered.
const MOST_DIGITS: usize = 6;

/// Of how many keys it is remembered that they were answered.
const MOST_ANSWERED: usize = 100;

/// Holds what was pressed and has come to nothing yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pressed {
    /// The first key of two, while the second one is awaited.
    pub pending: Option<Key>,
    /// The digits that were pressed just now, as those of a count would be.
    pub digits: String,
    /// What was said when the last of them brought another outlet.
    pub exchange: Option<String>,
    /// How often it was said that there are no counts.
    pub told_of_counts: u8,
    /// What was said of keys that do nothing, the last one at the end.
    answered: Vec<String>,
}

impl Pressed {
    /// Notes a digit, and what was said if it brought another outlet.
    pub fn note_digit(&mut self, digit: char, exchange: Option<String>) {
        if self.digits.len() < MOST_DIGITS {
            self.digits.push(digit);
        }
        self.exchange = exchange;
    }

    /// Forgets the digits: another key came.
    pub fn forget_digits(&mut self) {
        self.digits.clear();
        self.exchange = None;
    }

    /// Notes that something is said of a key that does nothing. Returns whether it was not said before.
    pub fn is_news(&mut self, message: &str) -> bool {
        if self.answered.iter().any(|answered| answered == message) {
            return false;
        }
        if self.answered.len() == MOST_ANSWERED {
            self.answered.remove(0);
        }
        self.answered.push(message.to_owned());
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_bounded() {
        let mut pressed = Pressed::default();
        for key in 0..1000 {
            assert!(pressed.is_news(&format!("{key} is not bound")));
            pressed.note_digit('7', None);
        }
        assert_eq!((pressed.answered.len(), pressed.digits.as_str()), (MOST_ANSWERED, "777777"));
        assert!(pressed.is_news("0 is not bound") && !pressed.is_news("0 is not bound"));
    }
}
