//! Which blocks answer each other.
//!
//! Alike blocks are linked, wherever they stand; the rest stand alone:
//!
//! ```text
//!     A ──── A'
//!     B            only on the left
//!          ┌ D'    moved up, and edited
//!     C ───┼ C'
//!     D ───┘
//! ```
//!
//! [`idf`] makes a [`profile`] of each block, its words weighed by how rare they are in the story, `names` of others
//! set apart (`capitals` says which words are names, `likeness` how many words the two have in common), and an [`index`] of each article; [`candidates`] are the blocks
//! that could answer each other, the [`nearest`] ones and those that recur ([`repeats`]), with what their words say to
//! it ([`overlap`]); [`pipeline`] links them, room by room: [`sparse_chain`] is the backbone, [`context`] what
//! neighbours say, [`moves`] what crosses, [`merges`] what is parted or merged, [`gaps`] what is left over,
//! [`long_runs`] what is quoted or stands whole in another, [`pins`] what a reader has set opposite by hand. What is
//! known of blocks are [`features`], and what these weigh stands in [`model`]. Two headlines that nothing else claims
//! face each other. Then [`moved_links`] names the links that moved, and [`wordless`] pairs the blocks that have no
//! words; and [`shared_terms`], when asked, the words that one rests on, and [`common_names`] the blocks that have
//! names in common.
//!
//! What decides between equals here is which block comes first on the left. So that swapping the sides mirrors the
//! result all the same, [`crate::comparison`] hands in the two texts in one canonical order, and mirrors the links.

pub mod adjacency;
pub mod candidates;
mod capitals;
pub mod common_names;
pub mod context;
pub mod features;
pub mod gaps;
pub mod idf;
pub mod index;
mod likeness;
pub mod long_runs;
pub mod merges;
pub mod model;
pub mod moved_links;
pub mod moves;
mod names;
pub mod nearest;
pub mod overlap;
pub mod pins;
pub mod pipeline;
pub mod profile;
pub mod related;
pub mod repeats;
pub mod shared_terms;
pub mod sparse_chain;
pub mod term_counts;
pub mod terms;
pub mod wordless;

use crate::article::Article;
use crate::background::Background;
use crate::pair::{Pair, Side};
use crate::words::{Lexicon, Reading};
use model::Weights;
use pipeline::{FoundLink, Pipeline};
use profile::Profiles;
use term_counts::TermCounts;
use terms::ArticleTerms;

/// An article with what was prepared for aligning it.
#[derive(Clone, Copy, Debug)]
pub struct Text<'s> {
    /// The article.
    pub article: &'s Article,
    /// Its words.
    pub reading: &'s Reading,
    /// What its blocks say; those of both texts come from one call of [`terms::read`].
    pub terms: &'s ArticleTerms,
    /// What the words of both texts fold to.
    pub lexicon: &'s Lexicon,
    /// How common they are at large.
    pub background: &'s Background,
}

/// The links of two articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The links in the left article's order; every block is in at most one.
    pub links: Vec<Link>,
    /// Blocks that are related beside the links, the likeliest first.
    pub related: Vec<Pair<usize>>,
    /// Whether a budget ended before everything was tried.
    pub coarse: bool,
}

/// Blocks of the left that answer blocks of the right.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The blocks of each side by their place in the article, from 0, ascending.
    pub blocks: Pair<Vec<usize>>,
    /// How alike they are: the share of the weight of both sides that is common, 0 to 1, the same either way round.
    pub similarity: f64,
    /// Whether the link stands outside the order that most words keep.
    pub moved: bool,
    /// How probable the pass that made it took it to be, 0.5 to 1; 0 for headlines that face each other whatever they say, 1 for what
    /// is linked by hand.
    pub score: f64,
    /// The pass that made it.
    pub pass: Pass,
}

impl Link {
    /// Returns the link of two blocks without words that are the same.
    fn of_wordless(blocks: Pair<usize>) -> Self {
        Self { blocks: blocks.map(|block| vec![block]), similarity: 1.0, moved: false, score: 1.0, pass: Pass::Between }
    }
}

/// The passes that make links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "lowercase"))]
pub enum Pass {
    /// The best set of candidates that keeps the order.
    #[cfg_attr(feature = "schema", schemars(rename = "in order"))]
    InOrder,
    /// What is left and crosses the order, the most likely first.
    Crossing,
    /// A link that grew by blocks which explain what its others leave.
    Joined,
    /// What is left over between neighbours that are linked.
    Between,
    /// Two headlines that nothing else claimed.
    Headline,
    /// A reader linked the blocks.
    #[cfg_attr(feature = "schema", schemars(rename = "by hand"))]
    ByHand,
}

impl Pass {
    /// Returns the pass's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InOrder => "in order",
            Self::Crossing => "crossing",
            Self::Joined => "joined",
            Self::Between => "between",
            Self::Headline => "headline",
            Self::ByHand => "by hand",
        }
    }
}

/// Links the blocks of two articles: those that are pinned to each other, and of the others those that answer each other.
///
/// Cost: near linear in the words, since each block has a bounded number of candidates.
#[must_use]
pub fn align(texts: Pair<Text<'_>>, pins: &[Pair<usize>]) -> Alignment {
    let profiles = idf::profiles(texts.map(|text| text.terms), texts.left.background);
    let profiles = profiles.as_ref();
    let (pipeline, mut found, coarse) = run(profiles, &model::FITTED);
    long_runs::join(texts, &pipeline, &mut found);
    pins::set(texts, &mut found, pins);
    let mut related = related::related(&pipeline, &found);
    // A hint that names nothing tells nobody why.
    related.retain(|&blocks| shared_terms::has_words(texts, blocks));
    found.sort_by_key(|link| link.blocks.left[0]);
    let moved = moved(profiles, &found);
    let mut tally = TermCounts::new(profiles);
    let link = |(found, moved): (FoundLink, bool)| Link {
        similarity: tally.similarity(&found.blocks),
        score: match found.pass {
            Pass::Headline => 0.0,
            Pass::ByHand => 1.0,
            _ => model::sigmoid(found.score),
        },
        pass: found.pass,
        blocks: found.blocks,
        moved,
    };
    let wordless = wordless::pairs(texts, &found, &moved);
    let mut links: Vec<Link> = found.into_iter().zip(moved).map(link).collect();
    if !wordless.is_empty() {
        links.extend(wordless.into_iter().map(Link::of_wordless));
        links.sort_by_key(|link| link.blocks.left[0]);
    }
    Alignment { links, related, coarse }
}

/// Runs all passes with weights. Returns the links and whether a budget ended. Cost: see [`align`].
#[must_use]
pub fn found(profiles: Pair<&Profiles>, weights: &Weights) -> (Vec<FoundLink>, bool) {
    let (_, found, coarse) = run(profiles, weights);
    (found, coarse)
}

/// Names the blocks of the other side that a block comes nearest to, beside some pins. Cost: that of [`align`].
#[must_use]
pub fn nearest_to(texts: Pair<Text<'_>>, pins: &[Pair<usize>], side: Side, block: usize) -> Vec<related::NearBlock> {
    let profiles = idf::profiles(texts.map(|text| text.terms), texts.left.background);
    let (pipeline, mut found, _) = run(profiles.as_ref(), &model::FITTED);
    pins::set(texts, &mut found, pins);
    related::nearest(&pipeline, &found, side, block)
}

/// Runs all passes. Returns what they know at the end, the links and whether a budget ended.
#[must_use]
pub fn run<'p>(profiles: Pair<&'p Profiles>, weights: &Weights) -> (Pipeline<'p>, Vec<FoundLink>, bool) {
    let mut passes = Pipeline::first(profiles, weights);
    passes.second();
    passes.crossing();
    let (mut found, coarse) = passes.joined();
    let between = passes.between(&found);
    found.extend(between);
    found.extend(headlines(profiles, &found));
    let coarse = coarse || passes.candidates.coarse;
    (passes, found, coarse)
}

/// Two headlines, neither linked otherwise, face each other whatever they say.
fn headlines(profiles: Pair<&Profiles>, links: &[FoundLink]) -> Option<FoundLink> {
    let heads = profiles.map(|side| side.blocks.iter().position(|profile| profile.is_headline));
    let (left, right) = (heads.left?, heads.right?);
    let taken = |side: Side, head| links.iter().any(|link| link.blocks[side].contains(&head));
    (!taken(Side::Left, left) && !taken(Side::Right, right)).then(|| FoundLink {
        blocks: Pair::new(vec![left], vec![right]),
        pass: Pass::Headline,
        score: 0.0,
    })
}

/// Returns which links are outside the order-keeping set with the most words. Headlines have no weight in it.
fn moved(profiles: Pair<&Profiles>, links: &[FoundLink]) -> Vec<bool> {
    let place = |link: &FoundLink| {
        let place = pipeline::place(profiles, &link.blocks);
        if link.pass == Pass::Headline { moved_links::LinkRank { weight: 0, ..place } } else { place }
    };
    moved_links::moved(&links.iter().map(place).collect::<Vec<_>>())
}
