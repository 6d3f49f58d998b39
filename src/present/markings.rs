//! What is marked in the text.

/// Says which wording is marked, and how finely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Markings {
    /// What is marked.
    pub marks: Marks,
    /// Whether differences of spelling, case and punctuation are.
    pub small: bool,
    /// Whether blocks that are related to others have a sign.
    pub related: bool,
    /// Whether only the first words of a block and its marked runs are given, where whole blocks are.
    pub excerpts: bool,
}

impl Default for Markings {
    fn default() -> Self {
        Self { marks: Marks::default(), small: true, related: true, excerpts: false }
    }
}

/// Says what is marked in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Marks {
    /// What differs.
    #[default]
    Differences,
    /// What is shared.
    Shared,
    /// Nothing.
    Nothing,
}

impl Marks {
    /// Returns what a stop is called.
    #[must_use]
    pub const fn stop(self) -> &'static str {
        match self {
            Self::Shared => "shared run",
            Self::Differences | Self::Nothing => "difference",
        }
    }
}
