//! One outlet's report: what stands above it, and its blocks.
//!
//! ```text
//!     ---                                     front matter, no block
//!     outlet: Harbour Ledger
//!     title: New boats by spring
//!     ---
//!     By Ann Example                     2    byline
//!                                             (block 1 is the title)
//!     The council said on Tuesday …      3    paragraph
//!     What happens next                  4    heading
//! ```
//!
//! Reading is total: any text makes an article. What does not stand in the text (its outlet, headline, byline
//! or date) stays unknown, and is never guessed.

mod blocks;
mod front_matter;
mod kinds;
mod stated;

pub use front_matter::Unused;

/// A report of one outlet, cleaned and parted into blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Where it came from, as the reader named it: a path, `-`, or `STORY/FILE` for a bundled one.
    pub source: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub headline: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published: ISO 8601 where it can be read as such, else as it stands.
    pub date: Option<String>,
    /// Its language as a BCP 47 tag, where the front matter says so.
    pub language: Option<String>,
    /// What stands in its front matter and is not used.
    pub unused: Unused,
    /// Everything that can be read in it, in its own order.
    pub blocks: Vec<Block>,
}

/// A paragraph, or what else stands on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its text: one line, without control characters, never empty.
    pub text: String,
    /// How many bytes at the start of the text are a dateline or a scraper's prefix, and so no body words.
    pub dateline: usize,
}

/// What a block is. Only paragraphs make body words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// The kind's name as scripts know it.
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

    /// Whether it stands beside the report rather than in it, and so counts for nothing: furniture, bylines
    /// and captions.
    #[must_use]
    pub const fn is_aside(self) -> bool {
        matches!(self, Self::Furniture | Self::Byline | Self::Caption)
    }
}

impl Article {
    /// Reads an article from cleaned text (see [`crate::intake::clean`]); lines end with `\n`.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn read(source: &str, text: &str) -> Self {
        let (front, body) = front_matter::part(text);
        let mut texts = blocks::split(body);
        if let Some(title) = &front.title
            && texts.first().is_none_or(|first| !same_words(first, title))
        {
            texts.insert(0, title.clone());
        }
        let mut blocks = kinds::classify(texts, front.title.is_some());
        let prefix = stated::mark_dateline(&mut blocks);
        Self {
            source: source.to_owned(),
            outlet: front.outlet,
            headline: text_of(&blocks, Kind::Headline),
            byline: front.byline.or_else(|| text_of(&blocks, Kind::Byline)),
            date: front.date.or_else(|| stated::date(&blocks, prefix.as_deref())),
            language: front.language,
            unused: front.unused,
            blocks,
        }
    }

    /// What to call it where there is little room: its outlet, else the last part of its source.
    #[must_use]
    pub fn label(&self) -> &str {
        self.outlet.as_deref().unwrap_or_else(|| {
            let name = self.source.rsplit(['/', '\\']).next().unwrap_or(&self.source);
            name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
        })
    }
}

impl Block {
    /// Returns the block's body text: empty unless it is a paragraph, and without its dateline.
    #[must_use]
    pub fn body(&self) -> &str {
        if self.kind == Kind::Paragraph { &self.text[self.dateline..] } else { "" }
    }
}

fn text_of(blocks: &[Block], kind: Kind) -> Option<String> {
    blocks.iter().find(|block| block.kind == kind).map(|block| block.text.clone())
}

/// Whether two lines say the same, white space and case aside.
fn same_words(a: &str, b: &str) -> bool {
    let fold = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    fold(a) == fold(b)
}
