//! What a reader of a format hands on: what the source states, before anything is found out.
//!
//! ```text
//!     file ─► formats ─► Draft                          ─► Article::from_draft ─► Article
//!                        title, byline, date …             kinds, dateline, ISO date
//!                        blocks, with their kinds
//!                        where the format knows them
//! ```

/// Holds a report as its source states it. Each field may be unknown; nothing is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published, as it stands.
    pub date: Option<String>,
    /// Its language as a BCP 47 tag.
    pub language: Option<String>,
    /// Where it was found.
    pub address: Option<String>,
    /// Whether it came as a mail, and is to be called one.
    pub is_mail: bool,
    /// Whether it states that it is not free to read.
    pub is_paid: bool,
    /// How many other reports its source holds, which are left out.
    pub others: usize,
    /// What is stated and not used.
    pub unused: Unused,
    /// What there is to say of how it was read, each a few words in lower case: `read as windows-1252`.
    pub remarks: Vec<String>,
    /// Its text, in its own order.
    pub blocks: Vec<DraftBlock>,
    /// What the format has beside the report and a reader may want to look at, in its own order: navigation of a page,
    /// comments.
    pub left_out: Vec<DraftBlock>,
}

impl Draft {
    /// Returns all its texts: what it states, what there is to say of it, and its blocks.
    pub(crate) fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let Self { outlet, title, byline, date, language, address, unused, remarks, blocks, left_out, .. } = self;
        let fields = [outlet, title, byline, date, language, address].into_iter().flatten();
        let lines = unused.keys.iter_mut().chain(remarks);
        fields.chain(lines).chain(blocks.iter_mut().chain(left_out).map(|block| &mut block.text))
    }
}

/// Holds a block of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftBlock {
    /// Its text: one line, white space folded, never empty.
    pub text: String,
    /// What it is, where the format knows; else it is told by its looks.
    pub kind: Option<Kind>,
}

/// What a block is. Only paragraphs make body words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "BlockKind", rename_all = "lowercase"))]
pub enum Kind {
    /// The article's own headline.
    Headline,
    /// A heading between paragraphs.
    Heading,
    /// Who wrote it.
    Byline,
    /// What stands under a picture, or credits it.
    Caption,
    /// Running text.
    Paragraph,
    /// What belongs to the page and not to the report: "Read more", "Leave a reply".
    Furniture,
}

impl Kind {
    /// Returns the kind's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Heading => "heading",
            Self::Byline => "byline",
            Self::Caption => "caption",
            Self::Paragraph => "paragraph",
            Self::Furniture => "furniture",
        }
    }

    /// Tells whether it stands beside the report rather than in it, and so counts for nothing: furniture, bylines
    /// and captions.
    #[must_use]
    pub const fn is_aside(self) -> bool {
        matches!(self, Self::Furniture | Self::Byline | Self::Caption)
    }
}

/// Holds the lines of a front matter that are not used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unused {
    /// How many they are.
    pub lines: usize,
    /// The keys that they belong to, each once.
    pub keys: Vec<String>,
}

impl Unused {
    /// Notes a line that belongs to a key.
    pub(crate) fn add(&mut self, key: &str) {
        self.lines += 1;
        if !self.keys.iter().any(|known| known == key) {
            self.keys.push(key.to_owned());
        }
    }
}
