//! Which article is proposed as the source, if one stands out.
//!
//! ```text
//!     B ── A ── E      188 words of B and 189 of E stand in A, 171 of B in E: of the words of B that tell A from E,
//!                      17 stand in A alone and 1 in E alone
//! ```
//!
//! Sharing has no direction, so that of two articles neither stands out. What tells one from another is what a third one has of
//! either: words that stand in both tell nothing. A quotation tells nothing either, on whichever side it stands, and what is
//! said again is said once. Dates propose nothing, since a text may come from one that is not in the folder; but what was
//! published later is no source. Nor is a collection of the others: a file that holds them one after the other.

use jiff::civil::Date;

use super::{Matrix, Story};
use crate::sharing;

/// The share of another article's body words, outside quotation marks, that must stand in a source, and how many words
/// these must be. What two independent reports of an event share is mostly what somebody said to both.
const LEAST_SHARE: f64 = 0.1;
const LEAST_WORDS: usize = 40;

/// Of how many other articles enough must stand in a source: of two that share wording neither stands out.
const LEAST_ARTICLES: usize = 2;

/// How many words of third articles must stand in a source and not in another candidate: two runs of five, since one may be
/// chance, as in the lists, where ten words must remain of what stands partly elsewhere.
const LEAD: usize = 10;

/// How many times as many these must be as the words that stand in the other candidate and not in it: where they are less, third
/// articles have words from both.
const LEAD_RATIO: usize = 2;

/// With how many candidates the one with the most words is compared, those with the next most words first: in a story of copies
/// all are candidates.
const RIVALS: usize = 16;

/// The share of each part's words that stand in a collection, and of a collection's words in its parts, at least: but for their heads
/// it is what they are, one after the other.
const WHOLE: f64 = 0.9;

/// What there is to say where no article is proposed.
pub const NONE_STANDS_OUT: &str = "no source stands out";

/// Holds the article that is proposed as the source, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its index.
    pub article: usize,
    /// Of the other articles' body words outside quotation marks, how many stand in it; what is said again counts once.
    pub words: usize,
    /// How many of the other articles have enough of these.
    pub articles: usize,
}

impl Proposal {
    /// Returns why it is proposed, in a sentence.
    #[must_use]
    pub fn because(&self) -> String {
        let Self { words, articles, .. } = self;
        format!(
            "{words} words of {articles} other articles stand in it outside quotation marks, in runs of five and more; more \
             than in any other"
        )
    }
}

/// Proposes as the source the article in which most words of the others stand outside quotation marks.
///
/// `None` if fewer than two other articles have enough of them, a tenth of their words and at least forty; if third articles do
/// not tell it from another candidate; if it is dated after an article that has them; or if it is a collection of the others: then no
/// source stands out. Cost: quadratic in the articles, and linear in the words of those that have enough.
#[must_use]
pub fn propose(story: &Story, matrix: &Matrix) -> Option<Proposal> {
    let candidates = Candidates { story, matrix };
    let mut found: Vec<Proposal> =
        (0..matrix.len()).map(|article| candidates.proposal(article)).filter(|found| found.words > 0).collect();
    found.sort_by_key(|found| std::cmp::Reverse((found.words, found.articles)));
    let (best, rivals) = found.split_first()?;
    let leads = |rival: &Proposal| best.words > rival.words && candidates.leads(best.article, rival.article);
    let stands_out = best.articles >= LEAST_ARTICLES
        && !candidates.is_dated_after_its_copies(best.article)
        && !candidates.is_collection(best.article)
        && rivals.iter().take(RIVALS).all(leads);
    stands_out.then(|| best.clone())
}

struct Candidates<'s> {
    story: &'s Story,
    matrix: &'s Matrix,
}

impl Candidates<'_> {
    fn proposal(&self, article: usize) -> Proposal {
        let enough = self.with_enough(article);
        let (articles, words) = enough.fold((0, 0), |(articles, sum), (_, words)| (articles + 1, sum + words));
        Proposal { article, words, articles }
    }

    /// Returns the articles of which enough words stand in one, and how many.
    fn with_enough(&self, article: usize) -> impl Iterator<Item = (usize, usize)> {
        let others = (0..self.matrix.len()).filter(move |&of| of != article);
        let words = others.map(move |of| (of, self.matrix.cell(of, article).plain));
        words.filter(|&(of, words)| words >= LEAST_WORDS && words as f64 >= LEAST_SHARE * self.matrix.words(of) as f64)
    }

    /// Tells whether an article is the others that have enough of it, each whole and below its own headline, while these have nothing
    /// in common. Without the headlines it may be a source of which each took a part.
    fn is_collection(&self, article: usize) -> bool {
        let parts: Vec<usize> = self.with_enough(article).map(|(of, _)| of).collect();
        let shared = |of: usize, with: usize| self.matrix.cell(of, with).shared;
        let is_whole = |words: usize, of: usize| words as f64 >= WHOLE * self.matrix.words(of) as f64;
        let is_within = |&part: &usize| is_whole(shared(part, article), part) && self.has_headline_of(article, part);
        let is_apart = |&part: &usize| parts.iter().all(|&other| part == other || shared(part, other) == 0);
        let sum = parts.iter().map(|&part| shared(article, part)).sum();
        is_whole(sum, article) && parts.iter().all(is_within) && parts.iter().all(is_apart)
    }

    /// Tells whether the headline of another article is a block of an article.
    fn has_headline_of(&self, article: usize, other: usize) -> bool {
        let [own, other] = [article, other].map(|index| &self.story.articles()[index]);
        let headline = other.headline_index().map(|index| other.blocks[index].text.trim());
        headline.is_some_and(|headline| own.blocks.iter().any(|block| block.text.trim() == headline))
    }

    /// Tells whether third articles have enough that stands in one and not in another.
    fn leads(&self, article: usize, rival: usize) -> bool {
        let ahead = self.only_in(article, rival);
        ahead >= LEAD && ahead >= LEAD_RATIO * self.only_in(rival, article)
    }

    /// Counts the words of third articles that stand in one and not in another.
    fn only_in(&self, article: usize, other: usize) -> usize {
        let runs = &self.story.runs;
        let third = self.with_enough(article).filter(|&(of, _)| of != other);
        third.map(|(of, _)| sharing::only_in(&runs[of], &runs[article], &runs[other])).sum()
    }

    /// Tells whether an article states a later day than one of which enough words stand in it.
    fn is_dated_after_its_copies(&self, article: usize) -> bool {
        let day = |article: usize| self.story.articles()[article].date.as_deref()?.parse::<Date>().ok();
        day(article).is_some_and(|own| self.with_enough(article).any(|(of, _)| day(of).is_some_and(|day| day < own)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_says_why() {
        assert_eq!(
            Proposal { article: 0, words: 120, articles: 3 }.because(),
            "120 words of 3 other articles stand in it outside quotation marks, in runs of five and more; more than in any other"
        );
    }

    #[test]
    fn a_collection_is_no_source_and_what_two_took_parts_of_is_one() {
        let quay = "Rotten planks close the quay\n\n\
                    The quay at Holm was closed on Sunday because its oak planks were rotten and two of them had broken. Divers had \
                    found worms in nineteen of the forty piles below the waterline of the eastern pier, and the county sends its \
                    surveyor in autumn.";
        let school = "A pilot reads to the school\n\n\
                      The island school begins its year with four classrooms, one nurse and a library that opens whenever somebody \
                      rings. A retired pilot reads to the youngest on three mornings of the week, and brings honey from his own bees \
                      for all of them at noon.";
        let proposed = |texts: [String; 3]| {
            let story = Story::new("-", texts.iter().map(|text| crate::article::Article::read("-", text)).collect());
            propose(&story, &Matrix::new(&story)).map(|proposal| proposal.article)
        };
        let both = format!("{quay}\n\n{school}");
        assert_eq!(proposed([both.clone(), quay.to_owned(), school.to_owned()]), None);
        let more = "Nobody at the town hall could say on Monday who would pay for any of it, and when.";
        let taken = |part: &str| format!("{part}\n\n{more}");
        assert_eq!(proposed([both.clone(), taken(quay), taken(school)]), Some(0), "they have a sentence in common");
        assert_eq!(proposed([format!("{both}\n\n{more}"), quay.to_owned(), school.to_owned()]), Some(0), "it has more");
        let body = |part: &str| part.split_once("\n\n").map_or("", |(_, body)| body).to_owned();
        let whole = format!("{quay}\n\n{}", body(school));
        assert_eq!(proposed([whole, body(quay), body(school)]), Some(0), "each may have taken a part");
    }
}
