//! Lines as spans: stretches of text that each say what they are. How they look is up to whoever prints them.
//!
//! ```text
//!     ┊ Three boats were withdrawn in March.
//!     ├─┘├─────────────────────────┘├──┘├┘
//!     Frame Echo              Only(Left) Echo
//! ```

use std::borrow::Cow;
use std::ops::Range;

use crate::pair::Side;

/// Says what a stretch of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Text,
    /// A headline, a heading, a name.
    Heading,
    /// Furniture, a byline, a caption.
    Aside,
    /// The text of an echo.
    Echo,
    /// Wording that a side has alone.
    Only(Side),
    /// What a side spells, capitalises or punctuates otherwise.
    Small(Side),
    /// Wording that moved within its link.
    MovedWithin,
    /// Wording of a side that stands elsewhere in the other article.
    Elsewhere(Side),
    /// Wording that both sides have, where that is marked.
    Shared,
    /// A sign of a relation, or an arrow.
    Sign,
    /// The number of a block.
    Number,
    /// A line or a sign around the text.
    Frame,
    /// What stands where the other side is longer.
    Filler,
    /// What stands for blocks that are folded.
    Fold,
    /// What names a block that stands elsewhere.
    Reference,
    /// The end of an article.
    End,
    /// A number or a sign that tells the most.
    Strong,
    /// What matters less.
    Faint,
    /// What is chosen.
    Chosen,
    /// Words that are evidence of a kind, where that is marked.
    Evidence(EvidenceKind),
    /// A cell that says how much of a wording stands somewhere. Its text begins with the space that parts it from its
    /// neighbour.
    Carried(Shade),
}

/// Says what evidence words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    /// A quotation, with its marks.
    Quotation,
    /// A name of a person, a body or a place.
    Name,
    /// A figure or a date.
    Figure,
    /// A word of a list: a reporting verb, a hedge.
    Word,
}

impl EvidenceKind {
    /// Lists all of them.
    pub const ALL: [Self; 4] = [Self::Quotation, Self::Name, Self::Figure, Self::Word];

    /// Returns what it is called where it is explained.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quotation => "quotation",
            Self::Name => "name",
            Self::Figure => "figure, date",
            Self::Word => "listed word",
        }
    }
}

/// Says how much of a wording stands somewhere, to be seen from afar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shade {
    /// The same wording.
    Full,
    /// Most of it.
    Dark,
    /// Less.
    Medium,
    /// Part of it, or by way of another.
    Light,
    /// It is there, and there is nothing to compare it with.
    Plain,
}

impl Shade {
    /// Lists all of them, the darkest first.
    pub const ALL: [Self; 5] = [Self::Full, Self::Dark, Self::Medium, Self::Light, Self::Plain];

    /// Returns the sign that fills a cell where no colour does.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Full => "█",
            Self::Dark => "▓",
            Self::Medium => "▒",
            Self::Light => "░",
            Self::Plain => "╌",
        }
    }
}

/// Holds a stretch of a line with one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// What it is.
    pub role: Role,
    /// Where it stands, if it is an article's own text: such text is never exchanged for ASCII.
    pub at: Option<TextRange>,
}

/// Holds a stretch of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRange {
    /// The side that the block is on.
    pub side: Side,
    /// The block's index in its article.
    pub block: usize,
    /// The bytes of its text.
    pub bytes: Range<usize>,
}

/// Holds a line's spans, from left to right.
pub type Line<'a> = Vec<Span<'a>>;

impl<'a> Span<'a> {
    /// Makes a span that stands in no article.
    pub fn new(text: impl Into<Cow<'a, str>>, role: Role) -> Self {
        Self { text: text.into(), role, at: None }
    }
}
