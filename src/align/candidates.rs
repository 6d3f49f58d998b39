//! Which blocks could answer each other, and what their words say to it.
//!
//! Comparing everything with everything takes seconds for two thousand paragraphs a side. So only those are compared that say
//! the very same, and of each block the nearest ones:
//!
//! ```text
//!     left 7, right 3      nearest of each other          likeness .8   order .9   rare 3.1   …
//!     left 7, right 9      nearest of right 9             likeness .2   order 0    rare 0     …
//!     left 7, right 5      –
//! ```

use super::marks::{self, Common};
use super::profile::{Profile, Profiles, UNIT};
use super::rows::Rows;
use super::{nearest, repeats};
use crate::pair::{Pair, Side};

/// What is known of two blocks from their words alone, in the order of the features.
pub const FEATURES: [&str; 7] = [
    // How much of both is common: the weighed coefficient of Dice ("Measures of the amount of ecologic association", 1945).
    "likeness",
    // How much of the lesser stands in the other (Broder, "On the resemblance and containment of documents", 1997), believed
    // by half in a line of some six words: a heading's few words stand in many a paragraph that is no answer to it.
    "containment",
    // The same of two words in a row, each of which counts as much: who has the words in the same order took them from the
    // other or from a third, where names alone may be met in any report of the matter.
    "order",
    // Logarithm of the common weight that stands nowhere else in either article: names, figures, turns of phrase.
    "rare",
    // By how much the likeness is ahead of the runner-up of the row or of the column, whichever is more.
    "lead",
    // Logarithm of the ratio of the lengths: links of unlike length are rarer (Gale and Church, "A program for aligning
    // sentences in bilingual corpora", 1993).
    "unlike lengths",
    // Logarithm of the words of the shorter: the longer two blocks are, the more they have in common by chance.
    "length",
];

/// Two blocks that could answer each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The block on each side, from 0.
    pub blocks: Pair<usize>,
    /// The weight of the stems that both have.
    pub weight: u64,
    /// What is known of them, as [`FEATURES`] names it.
    pub features: [f64; 7],
    /// Whether one has no more than a heading's words and the other is a whole paragraph: what few words say may stand in any
    /// paragraph of the matter, and only a link that is there without them can take them up.
    pub is_slight: bool,
}

/// Candidates in the order of the left blocks, then of the right ones, and where those of each block are.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// All of them.
    pub all: Vec<Candidate>,
    /// For each block of each side its candidates, as places in `all`, ascending.
    pub of: Pair<Rows>,
    /// Whether not all repeats were set against each other.
    pub coarse: bool,
}

impl Candidates {
    /// The candidates of a block, as places in `all`, ascending.
    pub fn of(&self, side: Side, block: usize) -> impl Iterator<Item = usize> {
        self.of[side].row(block).iter().map(|&k| k as usize)
    }
}

/// The weight of stems at which containment is believed by half.
const SLIGHT: f64 = 20.0 * UNIT;

/// The weight of a heading's stems at the most.
const HEADING: f64 = 11.0 * UNIT;

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
    let common = marks::common(profiles, &pairs);
    let compared = |(blocks, common): (Pair<usize>, Common)| {
        compared(blocks, common, blocks.zip(profiles).map(|(k, side)| &side.blocks[k]))
    };
    all.extend(pairs.into_iter().zip(common).map(compared).filter(|candidate| candidate.features[0] > 0.0));
    let of = Pair::from_fn(|side| {
        let blocks = all.iter().map(|candidate| candidate.blocks[side]);
        Rows::by_row(profiles[side].blocks.len(), blocks)
    });
    add_leads(&mut all, &of);
    Candidates { all, of, coarse }
}

/// The share that a weight is of a whole, believed the less, the slighter the whole is.
fn tempered(weight: f64, whole: f64) -> f64 {
    let belief = whole.powi(2) / (whole.powi(2) + SLIGHT.powi(2));
    weight / whole.max(1.0) * belief
}

/// What the words of two blocks say; the leads are still missing.
fn compared(blocks: Pair<usize>, common: Common, profiles: Pair<&Profile>) -> Candidate {
    let Pair { left, right } = profiles;
    let weight = common.weight as f64;
    let lesser = left.total.min(right.total) as f64;
    let (doubles, lesser_doubles) = (common.doubles as f64, left.doubles.min(right.doubles) as f64);
    let length = |profile: &Profile| (profile.length as f64 + 1.0).ln();
    let features = [
        2.0 * weight / (left.total + right.total).max(1) as f64,
        tempered(weight, lesser),
        tempered(UNIT * doubles, UNIT * lesser_doubles),
        (1.0 + common.alone as f64 / UNIT).ln(),
        0.0,
        (length(left) - length(right)).abs(),
        (left.words.min(right.words) as f64 + 1.0).ln(),
    ];
    Candidate { blocks, weight: common.weight, features, is_slight: lesser < HEADING && features[5] > UNLIKE }
}

fn add_leads(all: &mut [Candidate], of: &Pair<Rows>) {
    let likeness: Vec<f64> = all.iter().map(|candidate| candidate.features[0]).collect();
    for (k, lead) in leads(&likeness, of, 0.0).into_iter().enumerate() {
        let own = all[k].features[0];
        let ratio = |lead: f64| lead / (2.0 * own - lead + 0.05);
        all[k].features[4] = ratio(lead.left) + ratio(lead.right);
    }
}

/// By how much each candidate's score is ahead of the best other one of its left block, and of its right block, where one
/// of no worth, `floor`, always runs.
///
/// Cost: linear in the candidates.
#[must_use]
pub fn leads(scores: &[f64], of: &Pair<Rows>, floor: f64) -> Vec<Pair<f64>> {
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
