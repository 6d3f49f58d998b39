//! Which blocks could answer each other, and what their words say to it.
//!
//! Comparing everything with everything takes seconds for two thousand paragraphs a side. So only those are compared that say
//! the very same, and of each block the nearest ones:
//!
//! ```text
//!     left 7, right 3      nearest of each other          dice .8   bigram_overlap .9   log_unique_weight 3.1   …
//!     left 7, right 9      nearest of right 9             dice .2   bigram_overlap 0    log_unique_weight 0     …
//!     left 7, right 5      –
//! ```

use super::adjacency::Adjacency;
use super::features::{PairFeatures, ReportFeatures};
use super::overlap::{self, Common};
use super::profile::{Profile, Profiles, UNIT};
use super::{nearest, repeats};
use crate::pair::{Pair, Side};

/// Two blocks that could answer each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The block on each side, from 0.
    pub blocks: Pair<usize>,
    /// The weight of the stems that both have.
    pub weight: u64,
    /// How many different bigrams both have.
    pub bigrams: usize,
    /// What is known of them as blocks of versions of one text.
    pub features: PairFeatures,
    /// And as blocks of independent reports.
    pub report: ReportFeatures,
    /// Whether one has no more than a heading's words and the other is a whole paragraph: what few words say may stand in any
    /// paragraph of the matter, and only a link that is there without them can take them up.
    pub is_slight: bool,
    /// How many uncommon words both have; a name or a figure counts as [`NAMING`](overlap::NAMING).
    pub telling: usize,
    /// How many words these are.
    pub uncommon: usize,
    /// Whether both have a name or a figure.
    pub has_name: bool,
    /// Whether both name people who have but a part of the name in common.
    pub are_others: bool,
}

/// So many uncommon words tell of one matter, where none of them is a name or a figure: two rarer words of a kind stand in any two
/// reports of it ("barn", "firefighters").
const OF_ONE: usize = 3;

impl Candidate {
    /// Whether what both have tells of one and the same matter: a name, a figure or three uncommon words. In some languages and
    /// scripts no capital tells a name.
    #[must_use]
    pub fn tells_of_one(&self) -> bool {
        self.has_name || self.telling >= OF_ONE
    }
}

/// Candidates in the order of the left blocks, then of the right ones, and where those of each block are.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// All of them.
    pub all: Vec<Candidate>,
    /// For each block of each side its candidates, as places in `all`, ascending.
    pub of: Pair<Adjacency>,
    /// Whether not all repeats were set against each other.
    pub coarse: bool,
}

impl Candidates {
    /// Returns the candidates of a block, as places in `all`, ascending.
    pub fn of(&self, side: Side, block: usize) -> impl Iterator<Item = usize> {
        self.of[side].row(block).iter().map(|&k| k as usize)
    }
}

/// The weight of stems at which containment is believed by half.
const SLIGHT: f64 = 20.0 * UNIT;

/// The weight of stems, that of a rare word or two, beside which a slight block's own is believed by half.
const FEW: f64 = 5.0 * UNIT;

/// The weight of a heading's stems at the most.
const HEADING: f64 = 11.0 * UNIT;

/// The share that a headline and a paragraph must have in common to be linked where both articles have a headline.
const SAME: f64 = 0.7;

/// So much must two headlines have in common that tells, or they only face each other: two uncommon words, a name or a figure.
const TELLING: usize = 2;

/// The logarithm of how many times as long as a heading a block is that is more than a heading: three times.
const UNLIKE: f64 = 1.1;

/// Finds the pairs of blocks that share some of their rarer stems, and compares them.
///
/// Cost: near linear in the words; each block looks up a bounded number of others.
#[must_use]
pub fn find(profiles: Pair<&Profiles>) -> Candidates {
    let (mut pairs, coarse) = repeats::repeats(profiles);
    pairs.extend(nearest::nearest(profiles));
    pairs.sort_unstable();
    pairs.dedup();
    let mut all: Vec<Candidate> = Vec::with_capacity(pairs.len());
    let common = overlap::common(profiles, &pairs);
    let has_headline = profiles.map(|side| side.blocks.iter().any(|profile| profile.is_headline));
    let both_have = has_headline.left && has_headline.right;
    let compared = |(blocks, common): (Pair<usize>, Common)| {
        let own = blocks.zip(profiles).map(|(k, side)| &side.blocks[k]);
        let mut candidate = compared(blocks, common, own);
        // Two headlines have each other to face; the name of whom it is about stands in any paragraph.
        let is_of_headline = both_have && own.left.is_headline != own.right.is_headline;
        // And what a word alone stands in is no answer to it either.
        let both_are = own.left.is_headline && own.right.is_headline;
        candidate.is_slight |=
            (is_of_headline || both_are && candidate.telling < TELLING) && candidate.features.dice < SAME;
        candidate
    };
    all.extend(pairs.into_iter().zip(common).map(compared).filter(|candidate| candidate.features.dice > 0.0));
    let of = Pair::from_fn(|side| {
        let blocks = all.iter().map(|candidate| candidate.blocks[side]);
        Adjacency::by_row(profiles[side].blocks.len(), blocks)
    });
    add_leads(&mut all, &of);
    if !profiles.left.others.is_empty() {
        let others = profiles.map(Profiles::others_in);
        for candidate in &mut all {
            let [left, right] = Side::BOTH.map(|side| &others[side][candidate.blocks[side]]);
            candidate.are_others = left.iter().any(|name| right.binary_search(name).is_ok());
        }
    }
    Candidates { all, of, coarse }
}

/// Returns the share that a weight is of a whole, believed the less, the slighter the whole is.
fn tempered(weight: f64, whole: f64) -> f64 {
    let belief = whole.powi(2) / (whole.powi(2) + SLIGHT.powi(2));
    weight / whole.max(1.0) * belief
}

/// Returns what the words of two blocks say; the leads are still missing.
fn compared(blocks: Pair<usize>, common: Common, profiles: Pair<&Profile>) -> Candidate {
    let Pair { left, right } = profiles;
    let weight = common.weight as f64;
    let lesser = left.total.min(right.total) as f64;
    let (bigrams, lesser_bigrams) = (common.bigrams as f64, left.bigrams.min(right.bigrams) as f64);
    let log_weight = |weight: u64| (1.0 + weight as f64 / UNIT).ln();
    let length = |profile: &Profile| (profile.length as f64 + 1.0).ln();
    let features = PairFeatures {
        dice: 2.0 * weight / (left.total + right.total).max(1) as f64,
        containment: tempered(weight, lesser),
        bigram_overlap: tempered(UNIT * bigrams, UNIT * lesser_bigrams),
        log_unique_weight: log_weight(common.alone),
        lead: 0.0,
        log_length_ratio: (length(left) - length(right)).abs(),
        log_words: (left.words.min(right.words) as f64 + 1.0).ln(),
    };
    let report = ReportFeatures {
        rare_dice: 2.0 * common.rare as f64 / (left.rare + right.rare).max(1) as f64,
        rare_containment: common.rare as f64 / (left.rare.min(right.rare) as f64 + FEW),
        log_rare_weight: log_weight(common.rare),
        log_unique_weight: log_weight(common.alone),
        log_bigrams: (1.0 + common.bigrams as f64).ln(),
        are_first: f64::from(u8::from(left.is_first && right.is_first)),
    };
    let is_slight = lesser < HEADING && features.log_length_ratio > UNLIKE;
    let Common { weight, bigrams, telling, uncommon, has_name, .. } = common;
    Candidate { blocks, weight, bigrams, features, report, is_slight, telling, uncommon, has_name, are_others: false }
}

fn add_leads(all: &mut [Candidate], of: &Pair<Adjacency>) {
    let dice: Vec<f64> = all.iter().map(|candidate| candidate.features.dice).collect();
    for (lead, candidate) in leads(&dice, of, 0.0).into_iter().zip(all) {
        let features = &mut candidate.features;
        let ratio = |lead: f64| lead / (2.0 * features.dice - lead + 0.05);
        features.lead = ratio(lead.left) + ratio(lead.right);
    }
}

/// By how much each candidate's score is ahead of the best other one of its left block, and of its right block, where one
/// of no worth, `floor`, always runs.
///
/// Cost: linear in the candidates.
#[must_use]
pub fn leads(scores: &[f64], of: &Pair<Adjacency>, floor: f64) -> Vec<Pair<f64>> {
    let mut leads = vec![Pair::new(0.0, 0.0); scores.len()];
    for (side, blocks) in of.sides() {
        for candidates in blocks.rows() {
            let score = |k: u32| scores[k as usize];
            let best = candidates.iter().copied().max_by(|&a, &b| score(a).total_cmp(&score(b)));
            let others = candidates.iter().filter(|&&k| Some(k) != best).map(|&k| score(k));
            let second = others.fold(floor, f64::max);
            for &k in candidates {
                let rival = if Some(k) == best { second } else { best.map_or(0.0, score) };
                leads[k as usize][side] = score(k) - rival;
            }
        }
    }
    leads
}
