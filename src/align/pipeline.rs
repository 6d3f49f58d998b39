//! The passes, one after the other.
//!
//! ```text
//!     candidates ─► alike ─► backbone, crossing ─► placed ─► backbone, crossing ─► joined ─► between
//!                   words    first links           words     links                links    links
//!                   alone                          and place                      grow     in the gaps
//! ```

use super::candidates::{self, Candidate, Candidates};
use super::context::{Context, FLOOR};
use super::features::ContextFeatures;
use super::gaps::Gaps;
use super::merges::Merges;
use super::model::{Models, Weights, fewer_to_choose_from};
use super::moved_links;
use super::profile::Profiles;
use super::{Pass, moves, sparse_chain};
use crate::pair::{Pair, Side};

/// The shares of the lesser article's blocks that are linked at first sight, by their probabilities, up to which two texts are
/// independent reports, and from which on versions of one text.
const REPORTS: f64 = 0.28;
const VERSIONS: f64 = 0.46;

/// The kinship from which on what is left over between links is linked.
const KIN: f64 = 0.5;

/// The share of a short block's weight that a long one must have to be its whole, and the share of the long one that its parts
/// must have together.
const WITHIN: f64 = 0.8;
const TOGETHER: f64 = 0.5;

/// What it counts against two blocks that they name people who have but a part of the name in common, as a logit.
const OTHERS: f64 = 4.0;

/// What it counts against two blocks, as a logit, that they have no more in common than one uncommon word, or than two, where none
/// is a name or a figure: in reports of few words a stock phrase with a rarer word in it ("a new … is planned for"), or what stands
/// in any two reports of a kind. The more words there are, the more tells a word that the rest of them has not; in so many words of
/// both texts together it tells by itself.
const STOCK: f64 = 3.0;
const TWO_WORDS: f64 = 1.0;
const ENOUGH: f64 = 400.0;

/// The most that the words of two blocks say, as a logit, where so much counts against the two texts: all reports of a kind have some
/// sentences word for word. The models know none but texts that belong together. Set by hand beside the same reports.
const SURE: f64 = 4.0;
const STRANGE: f64 = 2.0;

/// How often the second pass looks again at what is linked.
const ROUNDS: usize = 2;

/// Two articles on their way through the passes.
pub struct Pipeline<'p> {
    /// The blocks' words.
    pub profiles: Pair<&'p Profiles>,
    /// What could be linked.
    pub candidates: Candidates,
    /// The logit of each candidate from its words alone.
    pub alike: Vec<f64>,
    /// How far the two are versions of one text, 0 to 1, rather than independent reports.
    pub kinship: f64,
    /// What it counts for two blocks that tell of one matter that there are few to choose from, as a logit.
    fewer: f64,
    /// The models for texts of such a kinship.
    pub models: Models,
    /// The logit of each candidate when it is known what else is linked.
    pub placed: Vec<f64>,
    /// Links of one block each, as places in the candidates, with the pass that made them and its logit.
    pub links: Vec<Single>,
}

/// A link of one block each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Single {
    /// Its place in the candidates.
    pub candidate: usize,
    /// The pass that made it.
    pub pass: Pass,
    /// The logit by which it did.
    pub score: f64,
}

/// A link of any number of blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundLink {
    /// The blocks of each side, ascending.
    pub blocks: Pair<Vec<usize>>,
    /// The pass that made it, or made it larger.
    pub pass: Pass,
    /// The logit by which it did.
    pub score: f64,
}

impl<'p> Pipeline<'p> {
    /// Finds candidates and links them by their words alone. Cost: near linear in the words.
    #[must_use]
    pub fn first(profiles: Pair<&'p Profiles>, weights: &Weights) -> Self {
        let candidates = candidates::find(profiles);
        let (models, none) = (weights.versions, Vec::new());
        let mut passes = Self {
            profiles,
            candidates,
            alike: none.clone(),
            placed: none,
            kinship: 0.0,
            fewer: 0.0,
            models,
            links: Vec::new(),
        };
        // What makes two texts kin is no phrase that stands anywhere.
        let stock = passes.stock();
        let alike = |candidate: &Candidate| stock(candidate, weights.pair.logit(&candidate.features));
        passes.alike = passes.candidates.all.iter().map(alike).collect();
        passes.placed.clone_from(&passes.alike);
        passes.links = passes.linked(weights.first_at, &passes.placed, 0.0);
        passes.kinship = ((passes.context().share() - REPORTS) / (VERSIONS - REPORTS)).clamp(0.0, 1.0);
        passes.models = weights.blended(passes.kinship);
        let below = profiles.map(Profiles::below_headline);
        passes.fewer = fewer_to_choose_from(below.left.max(below.right)) * (1.0 - passes.kinship);
        passes.weigh(weights);
        passes
    }

    /// Weighs the candidates by their words alone as texts of this kinship are weighed. Cost: linear in the candidates.
    fn weigh(&mut self, weights: &Weights) {
        let stock = self.stock();
        let logit = |candidate: &Candidate| {
            let (version, report) = (weights.pair.logit(&candidate.features), weights.report.logit(&candidate.report));
            let others = if candidate.are_others { OTHERS } else { 0.0 };
            stock(candidate, report + (version - report) * self.kinship) - others
        };
        self.alike = self.candidates.all.iter().map(logit).collect();
        self.placed = self.alike.clone();
    }

    /// Returns what is left of a candidate's logit where it has hardly more than a stock phrase in common, or the two texts tell of two
    /// events. What the two blocks have in common themselves says half as much of that as what stands around them. Cost: linear in
    /// the blocks.
    fn stock(&self) -> impl Fn(&Candidate, f64) -> f64 + use<> {
        let words = self.profiles.map(|side| side.blocks.iter().map(|block| block.words).sum::<usize>());
        let shortness = 1.0 - ((words.left + words.right) as f64 / ENOUGH).min(1.0);
        let likeness = self.profiles.left.likeness;
        move |candidate, logit| {
            let stock = match candidate.telling {
                _ if candidate.tells_of_one() => 0.0,
                2 => TWO_WORDS * shortness,
                _ => STOCK * shortness,
            };
            let strangers = likeness.odds_against(candidate.uncommon / 2);
            let unsure = (logit - SURE).max(0.0) * (strangers / STRANGE).min(1.0);
            logit - unsure - stock.max(strangers)
        }
    }

    /// The backbone by `placed`, and what crosses it by other scores above a number. Cost: n log n in the candidates.
    fn linked(&self, at: f64, crossing: &[f64], above: f64) -> Vec<Single> {
        let gains: Vec<f64> = self.of_few(&self.placed).map(|placed| placed - at).collect();
        let gains = self.of_weight(&gains);
        let chain = sparse_chain::best(&self.candidates.all, &gains);
        let mut taken = self.candidates.of.as_ref().map(|of| vec![false; of.len()]);
        for &k in &chain {
            let Pair { left, right } = self.candidates.all[k].blocks;
            taken.left[left] = true;
            taken.right[right] = true;
        }
        let crossing: Vec<f64> = self.of_few(crossing).collect();
        let mut crossing = self.of_weight(&crossing);
        moves::keep_crossing(&self.candidates, &chain, &mut crossing);
        let rest = moves::best_first(&self.candidates, &crossing, above, &mut taken);
        let single = |pass, score: f64, candidate| Single { candidate, pass, score };
        let chain = chain.into_iter().map(|k| single(Pass::InOrder, gains[k], k));
        let rest = rest.into_iter().map(|k| single(Pass::Crossing, crossing[k] - above, k));
        chain.chain(rest).collect()
    }

    /// Scores of candidates where there are few blocks to choose from. Those of two events are as few as those of one, so two blocks
    /// must have something in common that tells of one.
    fn of_few(&self, scores: &[f64]) -> impl Iterator<Item = f64> {
        let few =
            |(candidate, score): (&Candidate, &f64)| score + if candidate.tells_of_one() { self.fewer } else { 0.0 };
        self.candidates.all.iter().zip(scores).map(few)
    }

    /// Scores of candidates that can make a link: not of a heading and a paragraph that has its words.
    fn of_weight(&self, scores: &[f64]) -> Vec<f64> {
        let score =
            |(candidate, score): (&Candidate, &f64)| if candidate.is_slight { f64::NEG_INFINITY } else { *score };
        self.candidates.all.iter().zip(scores).map(score).collect()
    }

    /// Returns what the links so far say of every other one. Cost: linear in the blocks.
    #[must_use]
    pub fn context(&self) -> Context {
        let links: Vec<usize> = self.links.iter().map(|link| link.candidate).collect();
        let readable = self.profiles.map(|side| side.blocks.iter().filter(|profile| !profile.is_empty()).count());
        Context::of(&self.candidates, &links, &self.placed, readable, self.kinship)
    }

    /// Returns what is known of each candidate when other links are. Cost: linear in the candidates.
    #[must_use]
    pub fn context_features(&self) -> Vec<ContextFeatures> {
        let context = self.context();
        let floored: Vec<f64> = self.alike.iter().map(|logit| logit.max(FLOOR)).collect();
        let leads = candidates::leads(&floored, &self.candidates.of, FLOOR);
        let all = self.candidates.all.iter().zip(floored).zip(leads);
        all.map(|((candidate, alike), lead)| context.features(candidate, alike, lead)).collect()
    }

    /// Weighs the candidates again, knowing what is linked. Cost: linear in the candidates.
    pub fn second(&mut self) {
        // Neighbours that are linked vouch for what tells the same, not for a phrase that stands anywhere.
        let stock = self.stock();
        for _ in 0..ROUNDS {
            let placed = self.context_features().into_iter().zip(&self.candidates.all);
            self.placed =
                placed.map(|(features, candidate)| stock(candidate, self.models.placed.logit(&features))).collect();
            self.links = self.linked(self.models.placed_at, &self.placed, self.models.placed_at);
        }
    }

    /// Takes what crosses the backbone by a model of its own. Cost: n log n in the candidates.
    pub fn crossing(&mut self) {
        let scores = moves::scores(&self.models.crossing, &self.candidates, &self.alike, &self.context());
        self.links = self.linked(self.models.placed_at, &scores, self.models.crossing_at);
        self.links.extend(self.gathered());
    }

    /// Links that several short blocks start together with a long one, which each of them alone is too slight to be linked with: a
    /// list and a paragraph. Each begins with the block that has most; the others join it.
    ///
    /// Cost: linear in the candidates.
    fn gathered(&self) -> Vec<Single> {
        let mut taken = self.candidates.of.as_ref().map(|of| vec![false; of.len()]);
        for link in &self.links {
            for (side, &block) in self.candidates.all[link.candidate].blocks.sides() {
                taken[side][block] = true;
            }
        }
        let mut found = Vec::new();
        for side in Side::BOTH {
            let other = side.other();
            let total = |side: Side, block: usize| self.profiles[side].blocks[block].total;
            for block in (0..taken[side].len()).filter(|&block| !taken[side][block]).collect::<Vec<_>>() {
                let parts = self.candidates.of(side, block).filter(|&k| {
                    let candidate = &self.candidates.all[k];
                    let part = candidate.blocks[other];
                    !taken[other][part]
                        && !self.profiles[other].blocks[part].is_headline
                        && candidate.weight as f64 >= WITHIN * total(other, part) as f64
                });
                let parts: Vec<usize> = parts.collect();
                let sum: u64 = parts.iter().map(|&k| self.candidates.all[k].weight).sum();
                let first =
                    parts.iter().copied().max_by_key(|&k| (self.candidates.all[k].weight, std::cmp::Reverse(k)));
                if let Some(candidate) = first.filter(|_| sum as f64 >= TOGETHER * total(side, block) as f64) {
                    let Pair { left, right } = self.candidates.all[candidate].blocks;
                    (taken.left[left], taken.right[right]) = (true, true);
                    found.push(Single { candidate, pass: Pass::Joined, score: 1.0 });
                }
            }
        }
        found
    }

    /// Returns the links of one block each, ready to grow. Cost: linear in the blocks.
    #[must_use]
    pub fn joins(&self) -> Merges<'_> {
        let blocks = |link: &Single| self.candidates.all[link.candidate].blocks.map(|block| vec![block]);
        Merges::of(self.profiles, &self.candidates, &self.placed, self.links.iter().map(blocks).collect())
    }

    /// Lets the links grow. Returns them, and whether that had to stop early. Cost: that of [`Merges::grow`].
    #[must_use]
    pub fn joined(&self) -> (Vec<FoundLink>, bool) {
        let mut joins = self.joins();
        let grown = joins.grow(&self.models.joined, self.models.joined_at);
        let coarse = joins.coarse;
        let found = |((blocks, grown), single): ((Pair<Vec<usize>>, Option<f64>), &Single)| match grown {
            Some(score) => FoundLink { blocks, pass: Pass::Joined, score: score - self.models.joined_at },
            None => FoundLink { blocks, pass: single.pass, score: single.score },
        };
        (joins.links.into_iter().zip(grown).zip(&self.links).map(found).collect(), coarse)
    }

    /// Returns the gaps that links leave. Cost: n log n in the links.
    #[must_use]
    pub fn gaps(&self, links: &[FoundLink]) -> Gaps {
        let mut firsts = in_order(self.profiles, links);
        firsts.sort_unstable();
        let alike: Vec<f64> = links.iter().map(|link| self.best_alike(&link.blocks)).collect();
        let blocks = links.iter().map(|link| &link.blocks);
        Gaps::of(self.profiles.map(|side| side.blocks.len()), blocks, &firsts, &alike)
    }

    fn best_alike(&self, blocks: &Pair<Vec<usize>>) -> f64 {
        let own = blocks.left.iter().flat_map(|&block| self.candidates.of(Side::Left, block));
        let within = own.filter(|&k| blocks.right.contains(&self.candidates.all[k].blocks.right));
        within.map(|k| self.alike[k]).fold(FLOOR, f64::max)
    }

    /// Links what is left between neighbours. Cost: n log n in the candidates of the blocks that are left.
    #[must_use]
    pub fn between(&self, links: &[FoundLink]) -> Vec<FoundLink> {
        // Reports tell different things between the same two, so what is left over there says nothing.
        if self.kinship < KIN {
            return Vec::new();
        }
        let left_over = self.gaps(links).features(&self.candidates, &self.alike);
        let gains: Vec<f64> = left_over
            .iter()
            .map(|(_, features)| self.models.between.logit(features) - self.models.between_at)
            .collect();
        let candidates: Vec<_> = left_over.iter().map(|&(k, _)| self.candidates.all[k]).collect();
        let found = |k: usize| FoundLink {
            blocks: candidates[k].blocks.map(|block| vec![block]),
            pass: Pass::Between,
            score: gains[k],
        };
        sparse_chain::best(&candidates, &gains).into_iter().map(found).collect()
    }
}

/// Returns the places of the links that keep order, by the rule that names moves.
fn in_order(profiles: Pair<&Profiles>, links: &[FoundLink]) -> Vec<Pair<usize>> {
    let places: Vec<moved_links::LinkRank> = links.iter().map(|link| place(profiles, &link.blocks)).collect();
    let moved = moved_links::moved(&places);
    places.iter().zip(moved).filter(|(_, moved)| !moved).map(|(place, _)| place.at).collect()
}

/// Returns a link's place, and its words.
#[must_use]
pub fn place(profiles: Pair<&Profiles>, blocks: &Pair<Vec<usize>>) -> moved_links::LinkRank {
    let words = |side: Side| blocks[side].iter().map(|&block| profiles[side].blocks[block].words).sum::<usize>();
    moved_links::LinkRank {
        at: blocks.as_ref().map(|blocks| blocks[0]),
        weight: words(Side::Left) + words(Side::Right),
    }
}
