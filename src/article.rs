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

mod bylines;
mod captions;
mod chronology;
mod contributions;
mod credits;
mod date_reader;
mod date_tokens;
mod date_words;
mod datelines;
mod dates;
mod folding;
mod foot;
mod head_lines;
mod headings;
mod headlines;
mod kinds;
mod known;
mod lines;
mod names;
mod page_furniture;
mod page_lines;
mod pattern_index;
mod pattern_kind;
#[cfg(test)]
mod pattern_sources;
mod pattern_table;
mod patterns;
mod paywall;
mod running_heads;
mod stated;

pub use crate::draft::{Kind, Unused};
pub use pattern_kind::PatternKind;
pub use patterns::Patterns;

use crate::draft::{Draft, DraftBlock};
use crate::formats;
use known::Known;

/// Holds a report of one outlet, cleaned and parted into blocks.
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
    /// Its language as a BCP 47 tag, where its source states it.
    pub language: Option<String>,
    /// Where it was found, as its source states it.
    pub address: Option<String>,
    /// Whether it came as a mail, and is to be called one.
    pub is_mail: bool,
    /// How many other reports its source holds, which are left out.
    pub others: usize,
    /// What its source states and is not used.
    pub unused: Unused,
    /// Everything that can be read in it, in its own order.
    pub blocks: Vec<Block>,
    /// What its source has beside the report, line by line, in its own order: it is no block and counts for nothing.
    pub left_out: Vec<String>,
    /// Whether that stands at its end nonetheless, as furniture.
    pub shows_left_out: bool,
}

/// Holds a paragraph, or what else stands on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its text: one line, without control characters, never empty.
    pub text: String,
    /// How many bytes at the start of the text are a dateline or a scraper's prefix, and so no body words.
    pub dateline: usize,
}

impl Article {
    /// Reads an article from the plain text of a file, cleaned (see [`crate::intake::clean`]); lines end with `\n`.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn read(source: &str, text: &str) -> Self {
        Self::from_draft(source, formats::text::read(text))
    }

    /// Finds out what a draft does not state, by the patterns that come with the program; see
    /// [`from_draft_by`](Self::from_draft_by).
    #[must_use]
    pub fn from_draft(source: &str, draft: Draft) -> Self {
        Self::from_draft_by(source, draft, Patterns::known())
    }

    /// Finds out what a draft does not state: the kinds of its blocks, and headline, byline and date where they stand
    /// in the text. A title that the text does not begin with becomes its first block.
    ///
    /// Cost: linear in the text.
    #[must_use]
    pub fn from_draft_by(source: &str, draft: Draft, patterns: &Patterns) -> Self {
        let Draft { mut blocks, title, .. } = draft;
        if let Some(title) = title {
            match blocks.first_mut() {
                Some(first) if same_words(&first.text, &title) => first.kind = Some(Kind::Headline),
                _ => blocks.insert(0, DraftBlock { text: title, kind: Some(Kind::Headline) }),
            }
        }
        let known = Known {
            patterns,
            outlet: draft.outlet.as_deref(),
            byline: draft.byline.as_deref().filter(|_| !draft.is_mail),
            language: draft.language.as_deref(),
        };
        let mut blocks = kinds::classify(blocks, known);
        let prefix = datelines::mark_dateline(&mut blocks, patterns);
        let mut unused = draft.unused;
        let date = draft.date.as_deref().and_then(|date| {
            let date = stated::given_date(date, known);
            if date.is_none() {
                unused.add("date");
            }
            date
        });
        let date = date.or_else(|| stated::date(&blocks, prefix.as_deref(), known));
        let own_byline = stated::byline(&blocks, known);
        // Who sent a mail has not always written what stands in it.
        let byline = if draft.is_mail { own_byline.or(draft.byline) } else { draft.byline.or(own_byline) };
        Self {
            source: source.to_owned(),
            outlet: draft.outlet,
            headline: text_of(&blocks, Kind::Headline),
            byline,
            date,
            language: draft.language,
            address: draft.address,
            is_mail: draft.is_mail,
            others: draft.others,
            unused,
            blocks,
            left_out: draft.left_out.into_iter().map(|block| block.text).collect(),
            shows_left_out: false,
        }
    }

    /// Tells whether a date that is stated of a report says a day or a year, for an article of this draft.
    #[must_use]
    pub fn is_date(date: &str, draft: &Draft, patterns: &Patterns) -> bool {
        let known =
            Known { patterns, outlet: draft.outlet.as_deref(), byline: None, language: draft.language.as_deref() };
        stated::given_date(date, known).is_some()
    }

    /// Sets what its source has beside the report at its end, as furniture, or takes it away from there.
    pub fn show_left_out(&mut self, is_shown: bool) {
        if self.shows_left_out == is_shown {
            return;
        }
        self.shows_left_out = is_shown;
        if is_shown {
            let furniture = |text: &String| Block { kind: Kind::Furniture, text: text.clone(), dateline: 0 };
            self.blocks.extend(self.left_out.iter().map(furniture));
        } else {
            self.blocks.truncate(self.blocks.len().saturating_sub(self.left_out.len()));
        }
    }

    /// Returns the index of the block that is its headline.
    #[must_use]
    pub fn headline_index(&self) -> Option<usize> {
        self.blocks.iter().position(|block| block.kind == Kind::Headline)
    }

    /// Returns the index of its lead: of the first paragraph.
    #[must_use]
    pub fn lead_index(&self) -> Option<usize> {
        self.blocks.iter().position(|block| block.kind == Kind::Paragraph)
    }

    /// Returns the address on the web where it can be read: the one that its source states, else the one that it was read
    /// from. Only what begins with `http://` or `https://` and has no white space is one: it may become a link.
    #[must_use]
    pub fn web_address(&self) -> Option<&str> {
        let is_of_web = |address: &&str| {
            let scheme = address.split_once("://").map(|(scheme, _)| scheme);
            let is_known =
                ["http", "https"].iter().any(|known| scheme.is_some_and(|own| own.eq_ignore_ascii_case(known)));
            is_known && !address.contains(|c: char| c.is_whitespace() || c.is_control())
        };
        [self.address.as_deref(), Some(self.source.as_str())].into_iter().flatten().find(is_of_web)
    }

    /// Returns what to call it where there is little room: its outlet, else the host of its address, else the last part of
    /// its source.
    #[must_use]
    pub fn label(&self) -> &str {
        self.outlet.as_deref().unwrap_or_else(|| {
            if let Some((_, rest)) = self.source.split_once("://") {
                let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
                return host.strip_prefix("www.").unwrap_or(host);
            }
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

/// Tells whether two lines say the same, white space and case aside.
fn same_words(a: &str, b: &str) -> bool {
    let fold = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sender_of_a_mail_wrote_it_where_its_text_names_nobody() {
        let head = "From: Coast Wire <news@wire.example>\nDate: 16 Jun 2026\nSubject: New boats by spring\n\n";
        let body = "The harbour office said on Tuesday that it wanted three new boats by spring.\n";
        let byline = |text: String| Article::read("a.txt", &text).byline;
        assert_eq!(byline(format!("{head}By Ann Example\n\n{body}")).as_deref(), Some("By Ann Example"));
        assert_eq!(byline(format!("{head}{body}")).as_deref(), Some("Coast Wire"));
    }

    #[test]
    fn a_byline_is_the_names_without_what_stands_beside_them() {
        let body = "The harbour office said on Tuesday that it wanted three new boats by spring.\n";
        for line in [
            "By Ann Example | 16 June 2026",
            "By Ann Example 16 June 2026",
            "By Ann Example, ann@wire.example",
            "By Ann Example @annexample",
            "By Ann Example · 16 June 2026 · 4 min read",
        ] {
            let article = Article::read("a.txt", &format!("New boats by spring\n\n{line}\n\n{body}"));
            assert_eq!(article.byline.as_deref(), Some("By Ann Example"), "{line}");
        }
    }

    #[test]
    fn what_a_mail_says_of_itself_is_no_text_whatever_its_format_states() {
        let block = |text: &str| DraftBlock { text: text.to_owned(), kind: Some(Kind::Paragraph) };
        let texts = [
            "The harbour office said on Tuesday that it wanted three new boats by spring.",
            "You are receiving this email because you signed up for news of the harbour. Unsubscribe <https://wire.example/u>",
        ];
        let draft = Draft { blocks: texts.map(block).into(), ..Draft::default() };
        let kinds: Vec<Kind> = Article::from_draft("a.eml", draft).blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Kind::Paragraph, Kind::Furniture]);
    }

    #[test]
    fn only_an_address_of_the_web_may_become_a_link() {
        let address = |source: &str, stated: &str| {
            let article = Article::from_draft(source, Draft { address: Some(stated.to_owned()), ..Draft::default() });
            article.web_address().map(str::to_owned)
        };
        assert_eq!(address("a.txt", "https://wire.example/1").as_deref(), Some("https://wire.example/1"));
        assert_eq!(address("a.txt", "HTTP://wire.example/1").as_deref(), Some("HTTP://wire.example/1"));
        assert_eq!(address("http://wire.example/2", "wire.example/1").as_deref(), Some("http://wire.example/2"));
        for other in [
            "javascript:alert(1)//https://wire.example",
            "data:text/html,x",
            "https://wire.example/a b",
            "ftp://x.example",
            "",
        ] {
            assert_eq!(address("a.txt", other), None, "{other}");
        }
    }

    #[test]
    fn a_draft_becomes_an_article() {
        let block = |text: &str| DraftBlock { text: text.to_owned(), kind: None };
        let draft = Draft {
            title: Some("New boats".to_owned()),
            date: Some("1 August 2023".to_owned()),
            language: Some("en".to_owned()),
            blocks: vec![block("By Ann Example"), block("The council ordered boats on Tuesday.")],
            ..Draft::default()
        };
        let article = Article::from_draft("a.txt", draft.clone());
        let kinds: Vec<Kind> = article.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Kind::Headline, Kind::Byline, Kind::Paragraph]);
        let stated = [&article.headline, &article.byline, &article.date, &article.language].map(Option::as_deref);
        assert_eq!(stated, [Some("New boats"), Some("By Ann Example"), Some("2023-08-01"), Some("en")]);
        // A title that the text begins with is not said twice.
        let blocks = vec![block("new  Boats"), block("The council ordered boats on Tuesday.")];
        assert_eq!(Article::from_draft("a.txt", Draft { blocks, ..draft }).blocks.len(), 2);
    }
}
