//! What is marked in the text.

/// What is marked in the text.
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
    /// What a stop is called.
    #[must_use]
    pub const fn stop(self) -> &'static str {
        match self {
            Self::Shared => "shared run",
            Self::Differences | Self::Nothing => "difference",
        }
    }
}
