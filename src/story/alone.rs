//! What one outlet alone has, set apart from what stands in several.
//!
//! ```text
//!     in several    ¶1 ¶4 ¶5 …
//!     A alone       ¶11 ¶12 ¶13         3 passages, 96 words
//!     C alone       ¶2 ¶3 …             9 passages, 311 words
//! ```

use super::{Passages, Presence, Story};
use crate::story::presence::Filter;

/// Holds the passages of a perspective, those of several articles first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// Those that stand in several articles, or of which another one has part, by index, in their order.
    pub in_several: Vec<usize>,
    /// Those that one article alone has, for each article that has any, in the order of the articles.
    pub alone: Vec<Alone>,
}

/// Holds what one article alone has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alone {
    /// The article, by index.
    pub article: usize,
    /// The passages, by index, in their order.
    pub passages: Vec<usize>,
    /// Their words, without those that stand in another article.
    pub words: usize,
}

impl Parted {
    /// Sets apart what one article alone has. Cost: linear in passages and blocks.
    #[must_use]
    pub fn new(story: &Story, presence: &Presence, passages: &Passages) -> Self {
        let mut alone: Vec<Alone> =
            (0..presence.articles).map(|article| Alone { article, ..Alone::default() }).collect();
        let lengths: Vec<Vec<usize>> = (0..presence.articles).map(|article| story.lengths(article).collect()).collect();
        let mut in_several = Vec::new();
        for passage in presence.shown(Filter::Everything) {
            match presence.rows[passage].as_slice() {
                [cell] if presence.is_shown(passage, Filter::OnlyIn(cell.article)) => {
                    let article = cell.article;
                    let words =
                        |&block: &usize| passages.words_left(article, block).unwrap_or_else(|| lengths[article][block]);
                    alone[article].words += cell.blocks.iter().map(words).sum::<usize>();
                    alone[article].passages.push(passage);
                }
                _ => in_several.push(passage),
            }
        }
        alone.retain(|alone| !alone.passages.is_empty());
        Self { in_several, alone }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::story::{Perspective, StoryAnalysis};

    #[test]
    fn what_one_has_alone_is_counted_without_what_stands_elsewhere() {
        let (shared, run) =
            ("The ferries were withdrawn in March after cracks were found in their hulls", "as far as it is known");
        let own =
            format!("A retired captain keeps bees behind the lighthouse, sells their honey and, {run}, drinks none.");
        let other = "Nobody came to the inn where the clerk used to sit and wait for the mail to be read.";
        let texts = [format!("{shared}.\n\n{own}"), format!("{shared}, {run}.\n\n{other}")];
        let articles = texts.iter().map(|text| Article::read("-", text)).collect();
        let story = Story::new("-", articles);
        let analysis = StoryAnalysis::new(&story);
        let parted = Perspective::new(&story, &analysis, 0).parted;
        let alone: Vec<_> =
            parted.alone.iter().map(|alone| (alone.article, alone.passages.len(), alone.words)).collect();
        assert_eq!((parted.in_several.len(), alone), (1, vec![(0, 1, 14), (1, 1, 19)]));
    }
}
