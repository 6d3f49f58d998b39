//! Articles of a story that say the same, word by word.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::article::Article;

/// Returns a line for each article that has the same words as one before it, asides such as bylines apart.
///
/// Cost: linear in the text.
pub(super) fn lines(articles: &[Article]) -> Vec<String> {
    let mut known: HashMap<u64, Vec<&Article>> = HashMap::new();
    let mut lines = Vec::new();
    for article in articles {
        let alike = known.entry(fingerprint(article)).or_default();
        match alike.iter().find(|before| letters(before).eq(letters(article))) {
            Some(before) => lines.push(format!("{} says the same as {}", article.source, name(before))),
            None => alike.push(article),
        }
    }
    lines
}

/// Returns the letters and figures of an article, case aside.
fn letters(article: &Article) -> impl Iterator<Item = char> {
    let texts = article.blocks.iter().filter(|block| !block.kind.is_aside()).map(|block| block.text.as_str());
    texts.flat_map(str::chars).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

fn fingerprint(article: &Article) -> u64 {
    let mut hasher = FxHasher::default();
    letters(article).for_each(|letter| letter.hash(&mut hasher));
    hasher.finish()
}

fn name(article: &Article) -> &str {
    article.source.rsplit(['/', '\\']).next().unwrap_or(&article.source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_said_once_each() {
        let read = |(name, text)| Article::read(name, text);
        let articles = [
            ("f/a.txt", "The boats left."),
            ("f/b.txt", "the boats\n\nleft"),
            ("f/c.txt", "The boats left on Tuesday."),
            ("f/d.txt", "The boats left!"),
        ];
        let expected = ["f/b.txt says the same as a.txt", "f/d.txt says the same as a.txt"];
        assert_eq!(lines(&articles.map(read)), expected);
    }
}
