//! What was taken out of a text.

use std::fmt;
use std::ops::AddAssign;

/// Counts the characters and sequences that were taken out of a text, or shown as U+FFFD.
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
    /// Tells whether nothing was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl AddAssign for Removed {
    fn add_assign(&mut self, other: Self) {
        self.controls += other.controls;
        self.damaged += other.damaged;
        self.sequences += other.sequences;
        self.noncharacters += other.noncharacters;
        self.tags += other.tags;
        self.piled += other.piled;
    }
}

/// `2 control characters and 1 terminal sequence taken out; 1 noncharacter shown as �`.
impl fmt::Display for Removed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let out = listed(&[
            (self.controls, "control character", "control characters"),
            (self.sequences, "terminal sequence", "terminal sequences"),
            (self.tags, "stray tag", "stray tags"),
            (self.piled, "character piled on another", "characters piled on others"),
        ]);
        let replaced = listed(&[
            (self.damaged, "control character", "control characters"),
            (self.noncharacters, "noncharacter", "noncharacters"),
        ]);
        let parts = [
            out.map(|out| format!("{out} taken out")),
            replaced.map(|replaced| format!("{replaced} shown as \u{FFFD}")),
            (self.damaged > 0).then(|| "the file may have been decoded wrongly".to_owned()),
        ];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join("; "))
    }
}

/// `2 a, 1 b and 3 c`, by the names of one and of more; `None` if there is nothing.
fn listed(counts: &[(usize, &str, &str)]) -> Option<String> {
    let counts = counts.iter().filter(|(count, ..)| *count > 0);
    let counted: Vec<String> =
        counts.map(|(count, one, more)| format!("{count} {}", if *count == 1 { one } else { more })).collect();
    let (last, others) = counted.split_last()?;
    Some(if others.is_empty() { last.clone() } else { format!("{} and {last}", others.join(", ")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_a_sentence() {
        let message = |removed: Removed| removed.to_string();
        let none = Removed::default();
        assert_eq!(message(Removed { controls: 1, ..none }), "1 control character taken out");
        let removed = Removed { controls: 2, sequences: 1, noncharacters: 3, piled: 4, ..none };
        let expected = "2 control characters, 1 terminal sequence and 4 characters piled on others taken out; 3 noncharacters \
                        shown as \u{FFFD}";
        assert_eq!(message(removed), expected);
        let damaged =
            "1 stray tag taken out; 4 control characters shown as \u{FFFD}; the file may have been decoded wrongly";
        assert_eq!(message(Removed { damaged: 4, tags: 1, ..none }), damaged);
    }
}
