//! One pair: its links, their wording, and what the two share.
//!
//! The front door to everything that is known of two articles side by side. All of it is computed in the canonical
//! order of the two texts (the one that sorts first on the left) and mirrored if they were handed in the other way
//! round, so that swapping the sides swaps the result and changes nothing else.

mod in_common;
mod related;

use crate::align::related::NearBlock;
use crate::align::terms::ArticleTerms;
use crate::align::{self, Pass, Text, shared_terms};
use crate::article::Article;
use crate::background::{Background, Identified};
use crate::diff::{self, Mark, Wording};
use crate::elsewhere::{self, Elsewhere, Linked};
use crate::pair::{Pair, Side};
use crate::run_index::RunIndex;
use crate::sharing::{self, Sharing};
use crate::words::{Lexicon, Reading};

pub use in_common::InCommon;
pub(crate) use in_common::in_common;
pub use related::Related;

/// One article with all that was prepared for comparing it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prepared<'s> {
    pub article: &'s Article,
    pub reading: &'s Reading,
    pub terms: &'s ArticleTerms,
    pub runs: &'s RunIndex,
    pub lexicon: &'s Lexicon,
    pub background: &'s Background,
}

impl<'s> Prepared<'s> {
    /// Returns what aligning needs of it.
    pub fn text(self) -> Text<'s> {
        let Self { article, reading, terms, lexicon, background, .. } = self;
        Text { article, reading, terms, lexicon, background }
    }
}

/// The words of an article from which on its language is told of.
const TELLING: usize = 20;

/// Two articles compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The links, in the left article's order; every block is in at most one.
    pub links: Vec<Link>,
    /// The wording that the articles share.
    pub sharing: Sharing,
    /// Blocks that report the same beyond or below a link: hints, which count for nothing.
    pub related: Related,
    /// What is sure of the languages of the two, if they are not the same.
    pub languages: Option<Pair<Identified>>,
    /// What stands elsewhere in the other article than where it is looked for.
    pub elsewhere: Elsewhere,
    /// Whether the texts were too large or too repetitive to try everything.
    pub coarse: bool,
    /// For each block of each side its link.
    link_of: Pair<Vec<Option<usize>>>,
}

/// Blocks of the left that answer blocks of the right, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The blocks of each side by their place in the article, from 0, ascending.
    pub blocks: Pair<Vec<usize>>,
    /// What they are to each other.
    pub relation: Relation,
    /// Whether the link stands outside the order that most words keep.
    pub moved: bool,
    /// How alike they are: 0 to 1, the same either way round.
    pub similarity: f64,
    /// How probable the pass that made it took it to be, 0.5 to 1; 0 for headlines that face each other whatever they say, 1 for what
    /// is linked by hand.
    pub score: f64,
    /// The pass that made it.
    pub pass: Pass,
    /// Their wording.
    pub wording: Wording,
}

/// What linked blocks are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Relation {
    /// Equal but for quotation marks, dashes and spaces.
    Verbatim,
    /// At least half of the shorter side's words are shared.
    Edited,
    /// Fewer than half of the shorter side's words are shared.
    Reworded,
    /// Two headlines, which face each other whatever they say.
    Headline,
}

impl Relation {
    /// Returns the relation's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Edited => "edited",
            Self::Reworded => "reworded",
            Self::Headline => "headline",
        }
    }
}

impl Comparison {
    /// Compares two articles of a story, of which some blocks are pinned to each other.
    ///
    /// Cost: near linear in the words of the two.
    #[must_use]
    pub(crate) fn of(pair: Pair<Prepared<'_>>, pins: &[Pair<usize>]) -> Self {
        let (found, swapped) = found(pair, pins);
        let ordered = pair.swap_if(swapped);
        let articles = ordered.map(|prepared| prepared.article);
        let mut links: Vec<Link> = found.links.into_iter().map(|link| worded(link, ordered)).collect();
        let elsewhere = elsewhere::find(
            articles,
            ordered.map(|prepared| prepared.runs),
            &mut links.iter_mut().map(Link::linked).collect::<Vec<_>>(),
        );
        let sharing = sharing::sharing(ordered.map(|prepared| prepared.runs));
        let blocks = articles.map(|article| article.blocks.len());
        // What a few words are in is not to be told of.
        let languages = ordered.map(|prepared| prepared.terms.identified.filter(|_| prepared.terms.words() >= TELLING));
        let languages = languages.left.zip(languages.right).filter(|(left, right)| left.differs_from(*right));
        let languages = languages.map(|(left, right)| Pair::new(left, right));
        let comparison = Self::new(links, sharing, found.coarse, blocks);
        let mut related = found.related;
        related.retain(|&blocks| !elsewhere.tells(blocks));
        Self { elsewhere, related: Related::new(related), languages, ..comparison }.swap_if(swapped)
    }

    /// Links the blocks of two articles and goes no further. Cost: near linear in the words.
    pub(crate) fn aligned(pair: Pair<Prepared<'_>>, pins: &[Pair<usize>]) -> Vec<align::Link> {
        let (found, swapped) = found(pair, pins);
        let links = found.links;
        let mut links: Vec<align::Link> =
            links.into_iter().map(|link| align::Link { blocks: link.blocks.swap_if(swapped), ..link }).collect();
        links.sort_by_key(|link| link.blocks.left[0]);
        links
    }

    fn new(links: Vec<Link>, sharing: Sharing, coarse: bool, blocks: Pair<usize>) -> Self {
        let link_of = Pair::from_fn(|side| {
            let mut of = vec![None; blocks[side]];
            for (k, link) in links.iter().enumerate() {
                for &block in &link.blocks[side] {
                    of[block] = Some(k);
                }
            }
            of
        });
        Self {
            links,
            sharing,
            elsewhere: Elsewhere::default(),
            related: Related::default(),
            languages: None,
            coarse,
            link_of,
        }
    }

    fn swap_if(self, swapped: bool) -> Self {
        if !swapped {
            return self;
        }
        let blocks = self.link_of.map(|of| of.len()).swap();
        let mut links: Vec<Link> = self.links.into_iter().map(Link::swap).collect();
        links.sort_by_key(|link| link.blocks.left[0]);
        let related = self.related.swap();
        let languages = self.languages.map(Pair::swap);
        let elsewhere = self.elsewhere.swap();
        Self { related, languages, elsewhere, ..Self::new(links, self.sharing.swap(), self.coarse, blocks) }
    }

    /// The same with the sides exchanged. Cost: linear in links and blocks.
    #[must_use]
    pub fn swap(self) -> Self {
        self.swap_if(true)
    }

    /// Returns the place in `links` of the link that a block is in.
    #[must_use]
    pub fn link_of(&self, side: Side, block: usize) -> Option<usize> {
        self.link_of[side].get(block).copied().flatten()
    }

    /// Returns the first block of the other side that a block is linked with.
    #[must_use]
    pub fn partner_of(&self, side: Side, block: usize) -> Option<usize> {
        self.links.get(self.link_of(side, block)?)?.blocks[side.other()].first().copied()
    }
}

impl Link {
    fn linked(&mut self) -> Linked<'_> {
        let Self { blocks, moved, wording, .. } = self;
        Linked { blocks: blocks.as_ref().map(Vec::as_slice), moved: *moved, wording }
    }

    fn swap(self) -> Self {
        Self { blocks: self.blocks.swap(), wording: self.wording.swap(), ..self }
    }
}

/// Aligns two articles in their canonical order, and tells whether that is the other way round.
fn found(pair: Pair<Prepared<'_>>, pins: &[Pair<usize>]) -> (align::Alignment, bool) {
    let swapped = is_swapped(pair.map(|prepared| prepared.article));
    (align::align(pair.map(Prepared::text).swap_if(swapped), &swapped_if(pins, swapped)), swapped)
}

/// Returns pins in the canonical order of the articles.
fn swapped_if(pins: &[Pair<usize>], swapped: bool) -> Vec<Pair<usize>> {
    pins.iter().map(|pin| pin.swap_if(swapped)).collect()
}

/// Weighs the names of two articles once, and names the words that blocks of the two rest on, as the canonically first text
/// spells them. Cost: n log n in the names, then near linear in the words of the blocks.
pub(crate) fn rests_on(pair: Pair<Prepared<'_>>) -> impl Fn(&Pair<Vec<usize>>) -> Vec<String> + '_ {
    let swapped = is_swapped(pair.map(|prepared| prepared.article));
    let texts = pair.map(Prepared::text).swap_if(swapped);
    let weight = shared_terms::weights_of(texts);
    move |blocks| shared_terms::words(texts, &weight, &blocks.clone().swap_if(swapped))
}

/// The blocks of the other side that a block of one side comes nearest to, beside some pins. Cost: that of aligning the two.
pub(crate) fn nearest_to(pair: Pair<Prepared<'_>>, pins: &[Pair<usize>], side: Side, block: usize) -> Vec<NearBlock> {
    let swapped = is_swapped(pair.map(|prepared| prepared.article));
    let side = if swapped { side.other() } else { side };
    align::nearest_to(pair.map(Prepared::text).swap_if(swapped), &swapped_if(pins, swapped), side, block)
}

fn worded(link: align::Link, pair: Pair<Prepared<'_>>) -> Link {
    let blocks = link.blocks.as_ref().map(Vec::as_slice);
    let wording = diff::diff(
        pair.map(|prepared| prepared.article),
        pair.map(|prepared| prepared.reading),
        pair.left.lexicon,
        blocks,
    );
    let relation = if link.pass == Pass::Headline { Relation::Headline } else { relation(&wording) };
    let align::Link { blocks, similarity, moved, score, pass } = link;
    Link { blocks, relation, moved, similarity, score, pass, wording }
}

fn relation(wording: &Wording) -> Relation {
    let shorter = wording.words.iter().map(|count| count.all).min().unwrap_or(0);
    let shared = wording.words.iter().map(|count| count.shared).min().unwrap_or(0);
    if wording.segments.iter().flatten().all(|segment| segment.mark == Mark::Shared) {
        Relation::Verbatim
    } else if shared * 2 >= shorter {
        Relation::Edited
    } else {
        Relation::Reworded
    }
}

/// Tells whether the canonical order of the two articles is the other way round: the text that sorts first comes first.
fn is_swapped(articles: Pair<&Article>) -> bool {
    let texts = articles.map(|article| article.blocks.iter().map(|block| block.text.as_str()));
    texts.right.lt(texts.left)
}
