//! Articles that were pasted: kept in memory, and nowhere else.
//!
//! ```text
//!     wait    pasted 1   Nothing is pasted yet.     stands where the article will stand
//!     take    pasted 1   the article                in its stead; the next one after it
//! ```

use super::story_file::Stated;
use super::{Trouble, clean, limit, reading};
use crate::article::{Article, Block, Kind, Patterns};

/// What stands in an article that is to be pasted.
const NOTHING_YET: &str = "Nothing is pasted yet.";

/// Holds the articles of a story that were pasted, or are to be, in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct PastedArticles(Vec<Place>);

/// Where an article stands that was pasted or is to be.
#[derive(Clone, Debug)]
struct Place {
    article: Article,
    /// What was pasted, cleaned; `None` if nothing is yet.
    text: Option<String>,
}

/// Holds what came of a paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedArticle {
    /// The article.
    pub article: Article,
    /// What of the paste is not in it, in a line.
    pub note: Option<String>,
}

impl PastedArticles {
    /// Returns the articles, and what stands for those that are to be pasted.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.0.iter().map(|place| &place.article)
    }

    /// Makes a place for an article that is to be pasted, and returns what stands for it until then.
    pub fn wait(&mut self) -> Article {
        let mut article = Article::read(&self.next_name(), "");
        article.blocks.push(Block { kind: Kind::Furniture, text: NOTHING_YET.to_owned(), dateline: 0 });
        self.0.push(Place { article: article.clone(), text: None });
        article
    }

    /// Makes an article of what was pasted, plain text with or without a front matter, in a story of so many articles.
    pub fn take(&mut self, text: &str, count: usize, patterns: &Patterns) -> Result<PastedArticle, String> {
        let awaited = self.0.iter().position(|place| place.text.is_none());
        if awaited.is_none() && count >= limit::MOST {
            return Err(format!("not pasted: a story has at most {} articles", limit::MOST));
        }
        let name = awaited.map_or_else(|| self.next_name(), |index| self.0[index].article.source.clone());
        let trouble = |trouble: Trouble| format!("not pasted: {}", trouble.cause);
        let (article, note) = reading::article(&name, text.as_bytes(), Stated::default(), patterns).map_err(trouble)?;
        let place = Place { article: article.clone(), text: Some(clean::text(text).into_owned()) };
        match awaited {
            Some(index) => self.0[index] = place,
            None => self.0.push(place),
        }
        Ok(PastedArticle { article, note })
    }

    /// Returns what was pasted, cleaned, by the name of its article.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|place| place.article.source == name)?.text.as_deref()
    }

    fn next_name(&self) -> String {
        format!("pasted {}", self.0.len() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(pasted: &mut PastedArticles, text: &str) -> Result<PastedArticle, String> {
        pasted.take(text, 2, Patterns::known())
    }

    #[test]
    fn what_is_pasted_takes_the_place_that_was_kept() {
        let mut pasted = PastedArticles::default();
        assert_eq!(pasted.wait().source, "pasted 1");
        assert_eq!(pasted.text("pasted 1"), None);
        let first = take(&mut pasted, "---\noutlet: Coast Wire\n---\nThe boats left.\r\n").expect("it is text");
        assert_eq!((first.article.source.as_str(), first.note), ("pasted 1", None));
        assert_eq!(first.article.outlet.as_deref(), Some("Coast Wire"));
        let second = take(&mut pasted, "Tickets will\x01 not rise.").expect("it is text");
        assert_eq!(second.article.source, "pasted 2");
        assert_eq!(second.note.as_deref(), Some("pasted 2: 1 control character taken out"));
        assert_eq!(pasted.text("pasted 2"), Some("Tickets will not rise."));
        assert!(pasted.articles().eq([&first.article, &second.article]));
    }

    #[test]
    fn what_is_no_article_changes_nothing() {
        let mut pasted = PastedArticles::default();
        pasted.wait();
        assert_eq!(take(&mut pasted, " \n\n"), Err("not pasted: no text in it".to_owned()));
        assert_eq!(pasted.text("pasted 1"), None);
        let full = pasted.take("The boats left.", limit::MOST, Patterns::known());
        assert!(full.is_ok(), "its place is kept");
        let more = pasted.take("The boats left.", limit::MOST, Patterns::known());
        assert_eq!(more, Err("not pasted: a story has at most 500 articles".to_owned()));
    }
}
