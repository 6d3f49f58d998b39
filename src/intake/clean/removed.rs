//! What was taken out of a text.

use std::fmt;

/// How many characters and sequences were taken out of a text, or shown as U+FFFD.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Control characters of ASCII.
    pub controls: usize,
    /// U+0080 to U+009F, which come of a wrong decoding.
    pub damaged: usize,
    /// Sequences that steer a terminal.
    pub sequences: usize,
    /// Noncharacters.
    pub noncharacters: usize,
    /// Tags that make no flag.
    pub tags: usize,
    /// Code points of grapheme clusters that are too long.
    pub piled: usize,
}

impl Removed {
    /// Whether nothing was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// `2 control characters and 1 terminal sequence taken out`.
impl fmt::Display for Removed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.controls + self.damaged, "control character"),
            (self.sequences, "terminal sequence"),
            (self.noncharacters, "noncharacter"),
            (self.tags, "stray tag"),
            (self.piled, "character piled on another"),
        ];
        let plural = |count: usize, name: &str| match name {
            _ if count == 1 => format!("1 {name}"),
            "character piled on another" => format!("{count} characters piled on others"),
            _ => format!("{count} {name}s"),
        };
        let counted: Vec<String> =
            counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, name)| plural(count, name)).collect();
        let (last, others) = counted.split_last().map_or(("nothing", &[][..]), |(last, others)| (last, others));
        let others = if others.is_empty() { String::new() } else { format!("{} and ", others.join(", ")) };
        let decoded = if self.damaged > 0 { "; the file may have been decoded wrongly" } else { "" };
        write!(f, "{others}{last} taken out{decoded}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_sentence() {
        let said = |removed: Removed| removed.to_string();
        let none = Removed::default();
        assert_eq!(said(Removed { controls: 1, ..none }), "1 control character taken out");
        let removed = Removed { controls: 2, sequences: 1, noncharacters: 3, piled: 4, ..none };
        let expected =
            "2 control characters, 1 terminal sequence, 3 noncharacters and 4 characters piled on others taken out";
        assert_eq!(said(removed), expected);
        let damaged = "4 control characters and 1 stray tag taken out; the file may have been decoded wrongly";
        assert_eq!(said(Removed { damaged: 4, tags: 1, ..none }), damaged);
    }
}
