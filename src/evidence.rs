//! Evidence: what can be pointed at, in the outlets' own words.
//!
//! ```text
//!     quotations   who is quoted, with which verb; the same one in several outlets
//!     figures      41 million crowns in A, 47 million in B
//!     dates        Monday in A is 31 July in B
//!     names        how each outlet introduces whom it names
//!     verbs        said, admitted, was reported to have: by lists that are plain files
//!     wording      what stands in one outlet where another has something else; swaps puts that together
//! ```
//!
//! All of it are rules that can be shown, never a judgement: every item says where it stands and by which rule or list it was found,
//! and what is not known is said to be not known. What somebody says without quotation marks is not claimed, but of running text that a
//! quotation is held against.

mod abroad;
pub mod attribution;
mod bodies;
pub mod compared;
mod cues;
pub mod dates;
mod ends;
pub mod figures;
mod frames;
mod gathered;
mod grammar;
pub mod ledger;
pub mod links;
pub mod marks;
pub mod names;
mod negation;
mod one_name;
mod outer;
mod person_nouns;
mod persons;
mod phrases;
mod pronouns;
pub mod quotations;
mod reattributed;
pub mod rules;
mod running_speakers;
pub mod said_by;
mod senses;
mod sets;
mod several;
pub mod speakers;
mod statements;
mod subjects;
mod swappable;
pub mod swaps;
mod tokens;
mod told;
mod tongue;
mod verb_phrases;
pub mod word_lists;
mod word_set;
pub mod wording;

use std::ops::Range;

use attribution::Attribution;
use compared::{DateEntry, FigureEntry};
use dates::DateMention;
use figures::Figure;
use ledger::QuotationEntry;
use marks::Mark;
use names::{Name, Names};
use quotations::Quotation;
use said_by::Speaker;
use swaps::Swap;

use crate::story::Story;

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The index of the article.
    pub article: usize,
    /// The index of the block.
    pub block: usize,
    /// In the block's text, in bytes.
    pub range: Range<usize>,
}

impl Place {
    /// Returns the words that stand there.
    ///
    /// # Panics
    ///
    /// If the story has no such place.
    #[must_use]
    pub fn words<'s>(&self, story: &'s Story) -> &'s str {
        &story.articles()[self.article].blocks[self.block].text[self.range.clone()]
    }
}

/// Holds a quotation of an article with who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributedQuotation {
    /// The index of the article.
    pub article: usize,
    /// Where it stands, and how.
    pub quotation: Quotation,
    /// The rule that found who says it, and where; `None` if it is not stated, or not surely.
    pub attribution: Option<Attribution>,
    /// Who says it.
    pub speaker: Option<Speaker>,
}

impl AttributedQuotation {
    /// Returns where it stands, without its marks.
    #[must_use]
    pub fn place(&self) -> Place {
        Place { article: self.article, block: self.quotation.block, range: self.quotation.inner.clone() }
    }
}

/// Holds who is said to say something, with quotation marks or without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The index of the article.
    pub article: usize,
    /// Where the speaker and the verb stand.
    pub attribution: Attribution,
    /// Who says it.
    pub speaker: Speaker,
}

impl Evidence {
    /// Returns where an article first quotes what no other one quotes, in its order: what the page of quotations has as only in it, so that
    /// both have one count. Cost: linear in the quotations.
    #[must_use]
    pub fn quoted_only_in(&self, article: usize) -> Vec<Place> {
        let of_entry = |entry: &QuotationEntry| {
            let mut said = entry.said.iter().map(|said| &self.quotations[said.quotation]);
            let first = said.next()?;
            (first.article == article && said.all(|own| own.article == article)).then(|| first.place())
        };
        in_order(self.ledger.iter().filter_map(of_entry))
    }

    /// Returns where an article first names whom no other one names, in its order. Cost: linear in the names.
    #[must_use]
    pub fn named_only_in(&self, article: usize) -> Vec<Place> {
        let is_alone = |name: &&Name| name.is_in_one_alone() && name.mentions[0].article == article;
        let first = |name: &Name| {
            let mention = &name.mentions[0];
            Place { article, block: mention.block, range: mention.range.clone() }
        };
        in_order(self.names.names.iter().filter(is_alone).map(first))
    }
}

fn in_order(places: impl Iterator<Item = Place>) -> Vec<Place> {
    let mut places: Vec<Place> = places.collect();
    places.sort_by_key(|place| (place.block, place.range.start));
    places
}

/// Holds the evidence of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The quotations of all articles, in their order.
    pub quotations: Vec<AttributedQuotation>,
    /// The same, those that are one put together.
    pub ledger: Vec<QuotationEntry>,
    /// Who is said to say something, in the order of the articles.
    pub statements: Vec<Statement>,
    /// The figures of all articles, in their order.
    pub figures: Vec<Figure>,
    /// The same, those that count one thing put together.
    pub figure_entries: Vec<FigureEntry>,
    /// The dates of all articles, in their order.
    pub dates: Vec<DateMention>,
    /// The same, those of one day put together.
    pub date_entries: Vec<DateEntry>,
    /// The names.
    pub names: Names,
    /// Words of the outlets' own that stand in a list, in the order of the articles.
    pub marks: Vec<Mark>,
    /// What stands in one outlet where another has something else.
    pub swaps: Vec<Swap>,
}
