//! Which tables there are, and how they are written.

/// Says what the rows of a table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableKind {
    /// Blocks that answer each other, of every two articles.
    #[default]
    Links,
    /// Runs of five words and more that two articles share.
    Runs,
    /// Passages of the story: the blocks of all articles that answer each other.
    Passages,
    /// Quotations of the story: each place of each, with who says it there.
    Quotations,
    /// Figures and dates of the story: each place of each.
    Figures,
    /// Names of the story: how each article introduces whom it names.
    People,
    /// Wording that is swapped, and words of lists: each place.
    Words,
}

impl TableKind {
    /// Returns its name as the command line knows it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Links => "links",
            Self::Runs => "runs",
            Self::Passages => "passages",
            Self::Quotations => "quotations",
            Self::Figures => "figures",
            Self::People => "people",
            Self::Words => "words",
        }
    }
}

/// Says how a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Comma-separated values, as RFC 4180 has them but for line ends, which are line feeds; the first row names the columns. It
    /// begins with the mark of UTF-8 (U+FEFF), without which spreadsheets read it as something else.
    Csv,
    /// Values between tabs, of which no text has one; a line end in a text is a space. The first row names the columns.
    Tsv,
    /// A JSON object a line, by the names of the columns.
    JsonLines,
}
