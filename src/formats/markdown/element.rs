//! A block of a document, with what is known of it while its neighbours are still to come.

use crate::draft::Kind;

/// The most words of a line that is no running text.
const SHORT: usize = 14;

#[derive(Debug)]
pub(super) struct Element {
    /// Its text in one line.
    pub text: String,
    pub kind: Option<Kind>,
    /// The level of a heading; 0 for what is none.
    pub level: usize,
    /// Where it leads to, if it is a link and nothing else.
    pub address: Option<String>,
    /// Whether it is there for its address alone: `Source: https://…`.
    pub is_link: bool,
    pub is_quoted: bool,
}

impl Element {
    pub(super) fn new(text: String, kind: Option<Kind>) -> Self {
        Self { text, kind, level: 0, address: None, is_link: false, is_quoted: false }
    }

    /// Tells whether it may stand above an article: it is no running text.
    pub(super) fn is_head(&self) -> bool {
        match self.kind {
            Some(Kind::Headline | Kind::Caption | Kind::Furniture | Kind::Byline) => true,
            Some(Kind::Heading) => self.level > 0,
            Some(Kind::Paragraph) => false,
            None => {
                let is_short = self.text.split_whitespace().nth(SHORT).is_none();
                is_short && !self.text.ends_with(['.', '!', '?', '…', '。', '！', '？', '”', '"', '»', '」'])
            }
        }
    }
}

/// Tells whether two texts have the same words, case aside.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    one == other || words(one) == words(other)
}
