//! What there is to say: of the last key, of a jump, of all that matters.
//!
//! ```text
//!     notice      of the last key; the next one takes it away
//!     jump        of a jump: stays while the reader moves, until something else is said or done
//!     messages    what matters, as long as the reader is open: of files, of the configuration, of trouble
//! ```

use crate::wrap;

/// What stands between the parts of what is said; the first ones matter most.
pub const BETWEEN: &str = " · ";

/// The most messages that are kept; of more the first ones go.
const MOST: usize = 200;

/// Holds what there is to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// What there is to say about the last key.
    pub notice: Option<String>,
    /// What was said when the present key was pressed.
    pub before: Option<String>,
    /// What was said of a jump.
    pub jump: Option<String>,
    /// Whether a line explains the signs, until it is dismissed.
    pub is_greeting: bool,
    /// Whether that line was dismissed.
    pub is_dismissed: bool,
    /// Whether it was said why there is one column: until the first key.
    pub knows_columns: bool,
    messages: Vec<String>,
}

/// Returns the parts of what is said as one.
#[must_use]
pub fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().collect::<Vec<_>>().join(BETWEEN)
}

/// Returns what is said without the last parts of which so many columns have room for less than half; the first one stays in any case.
#[must_use]
pub fn telling_parts(said: &str, room: usize) -> &str {
    let mut said = said;
    while let Some((first, last)) = said.rsplit_once(BETWEEN)
        && wrap::width(said) > room + wrap::width(last) / 2
    {
        said = first;
    }
    said
}

/// Returns what is said of a jump in so many columns: it is cut before the way back, which stays whole.
#[must_use]
pub fn said_of_jump(said: &str, room: usize) -> String {
    let cut = said.rsplit_once(BETWEEN).filter(|_| wrap::width(said) > room).map(|(jump, back)| {
        let columns = room.saturating_sub(wrap::width(BETWEEN) + wrap::width(back));
        joined([wrap::clipped(jump, columns), back.to_owned()])
    });
    cut.unwrap_or_else(|| said.to_owned())
}

impl Status {
    /// Begins with messages, the first of which is shown, and perhaps with a line that explains the signs.
    #[must_use]
    pub fn new(messages: Vec<String>, is_greeting: bool) -> Self {
        let mut status = Self { is_greeting, ..Self::default() };
        status.tell(messages);
        status
    }

    /// Says something of the last key, what matters most first.
    pub fn say(&mut self, parts: impl IntoIterator<Item = String>) {
        self.notice = Some(joined(parts));
    }

    /// Says the first of some messages, with the way to the others, and keeps them all.
    pub fn tell(&mut self, messages: Vec<String>) {
        self.notice = match &messages[..] {
            [] => None,
            [message] => Some(message.clone()),
            [first, ..] => Some(format!("{} messages, :messages shows all{BETWEEN}{first}", messages.len())),
        };
        messages.into_iter().take(MOST).for_each(|message| self.keep(message));
    }

    /// Returns what was said that matters, the first one first.
    #[must_use]
    pub fn messages(&self) -> &[String] {
        &self.messages
    }

    /// Tells whether something that is said is kept.
    #[must_use]
    pub fn keeps(&self, said: &str) -> bool {
        self.messages.iter().any(|message| message == said)
    }

    /// Keeps what is said, so that it can be read again.
    pub fn keep(&mut self, message: String) {
        if self.messages.len() == MOST {
            self.messages.remove(0);
        }
        self.messages.push(message);
    }

    /// Says something of a jump, which stays while the reader moves on.
    pub fn say_of_jump(&mut self, notice: String) {
        self.jump = Some(notice.clone());
        self.notice = Some(notice);
    }

    /// Returns what to say now, and whether it is said of a jump, so that the place belongs beside it.
    #[must_use]
    pub fn said(&self) -> Option<(&str, bool)> {
        let said = self.notice.as_deref().or(self.jump.as_deref())?;
        Some((said, self.jump.as_deref() == Some(said)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_messages_the_first_one_is_shown_with_the_way_to_the_others() {
        let said = |messages: &[&str]| {
            Status::new(messages.iter().map(|&message| message.to_owned()).collect(), true).notice.unwrap_or_default()
        };
        assert_eq!([said(&[]), said(&["one"])], ["", "one"]);
        assert_eq!(said(&["one", "two", "three"]), "3 messages, :messages shows all · one");
    }

    #[test]
    fn no_more_than_so_many_messages_are_kept() {
        let mut status = Status::new((0..=MOST).map(|index| index.to_string()).collect(), false);
        assert_eq!((status.messages().len(), status.messages()[0].as_str()), (MOST, "0"));
        status.keep("last".to_owned());
        assert_eq!((status.messages().len(), status.messages()[0].as_str()), (MOST, "1"));
    }

    #[test]
    fn the_way_back_is_not_cut() {
        let said = "related to B¶3: Ada Quill, Ostrey · ' back";
        let shown = |room: usize| said_of_jump(said, room);
        assert_eq!(shown(42), said);
        assert_eq!(shown(30), "related to B¶3: Ada … · ' back");
        assert_eq!(said_of_jump("there", 3), "there", "it is cut where it is drawn");
    }

    #[test]
    fn a_part_that_is_mostly_cut_is_not_said() {
        let said = "A¶3 marked · Esc forgets it · & elsewhere";
        let shown = [41, 40, 36, 35, 28, 20, 19, 3].map(|room| telling_parts(said, room).len());
        let [all, two, one] = [said, "A¶3 marked · Esc forgets it", "A¶3 marked"].map(str::len);
        assert_eq!(shown, [all, all, all, two, two, two, one, one]);
    }
}
