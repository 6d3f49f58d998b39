//! What the evidence weighs: every number of the aligner that was fitted, in one place.
//!
//! A model gives the logit that blocks belong together, which is the logarithm of the odds, as a sum of
//! [features](super::features) times weights (logistic regression; Cox, "The regression analysis of binary sequences",
//! 1958). Of two paragraphs that have a third in common, from their words alone:
//!
//! ```text
//!     bias                               −1.638
//!     dice               0.30 × 13.767   +4.130
//!     containment        0.40 ×  4.299   +1.720
//!     bigram_overlap     0.15 ×  9.743   +1.461
//!     log_unique_weight  1.00 ×  0.502   +0.502
//!     lead               0.50 ×  1.940   +0.970
//!     log_length_ratio   0.30 × −0.756   −0.227
//!     log_words          3.40 × −1.790   −6.086
//!     logit                              +0.832     odds 2.3 : 1
//! ```
//!
//! Few features and straight sums on purpose: what is fitted to five sets of texts must hold for others.
//!
//! What tells two paragraphs of one text in two versions from others tells little of two reports by two hands. So there are two
//! models of everything, and how much each counts is known from how much is linked at first sight.

use super::features::{
    ContextFeatures, CrossingFeatures, Features, GapFeatures, MergeFeatures, PairFeatures, ReportFeatures,
};

/// A logistic model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear<F> {
    /// The logit when all features are zero.
    pub bias: f64,
    /// What a unit of each feature adds.
    pub weights: F,
}

impl<F: Features> Linear<F> {
    /// The logit: above zero it is more likely than not. Cost: a multiplication a feature.
    #[must_use]
    pub fn logit(&self, features: &F) -> f64 {
        self.bias + self.weights.zip(*features, |weight, feature| weight * feature).sum()
    }

    /// The most that the logit can be where each feature lies between two numbers. Cost: as [`Linear::logit`], twice.
    #[must_use]
    pub fn most(&self, least: &F, most: &F) -> f64 {
        let [least, most] = [least, most].map(|bound| self.weights.zip(*bound, |weight, feature| weight * feature));
        self.bias + least.zip(most, f64::max).sum()
    }
}

/// The probability that a logit stands for, 0 to 1.
#[must_use]
pub fn sigmoid(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

/// The models of all passes, and the logits at which they link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Models {
    /// Whether two blocks belong together when it is known what else is linked.
    pub placed: Linear<ContextFeatures>,
    /// Whether two blocks that cross the order belong together.
    pub crossing: Linear<CrossingFeatures>,
    /// Whether a block joins a link.
    pub joined: Linear<MergeFeatures>,
    /// Whether two blocks left over between the same neighbours belong together.
    pub between: Linear<GapFeatures>,
    /// Where a link of the backbone is taken.
    pub placed_at: f64,
    /// Where a crossing is taken: lower finds more moves, and makes moves of what was cut on one side and is like
    /// another.
    pub crossing_at: f64,
    /// Where a join is taken: lower finds more merges, and joins more of what was cut.
    pub joined_at: f64,
    /// Where blocks left over between neighbours are taken: well above even, since two paragraphs that were each left
    /// out by the other side look just like that. Lower finds more of free translations, higher leaves more of what was
    /// cut alone.
    pub between_at: f64,
}

/// Down to so many blocks below its headline what was fitted holds as it is, of the longer of two reports: as many as the shortest
/// have that it was fitted on.
const FEWEST_BLOCKS: f64 = 12.0;

/// What it counts for two blocks of independent reports, as a logit, that the longer report has only so many blocks below its headline.
///
/// Before a word is read, a block belongs to a given one of `n` on the other side with odds of about 1 : n, and what was fitted on
/// longer reports expects as many as they have: of four blocks the second is the partner more often than of thirty. So it is the
/// logarithm of how many times fewer there are (the correction of a prior; King and Zeng, "Logistic regression in rare events
/// data", 2001). Cost: constant.
#[must_use]
pub fn fewer_to_choose_from(blocks: usize) -> f64 {
    (FEWEST_BLOCKS / blocks.max(1) as f64).ln().max(0.0)
}

/// The models of versions of one text and those of independent reports of one event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Whether two blocks of versions of one text belong together, from their words alone.
    pub pair: Linear<PairFeatures>,
    /// Whether two blocks of independent reports do.
    pub report: Linear<ReportFeatures>,
    /// Where a link of the first backbone is taken: low, for it only tells how far the two are versions of one text, and the
    /// second pass what may be linked, by its odds.
    pub first_at: f64,
    /// The models of versions of one text.
    pub versions: Models,
    /// The models of independent reports.
    pub reports: Models,
}

impl<F: Features> Linear<F> {
    /// The model whose logit lies between those of two, at a place from 0 to 1.
    fn blended(&self, other: &Self, at: f64) -> Self {
        let blend = |one: f64, other: f64| one + (other - one) * at;
        Self { bias: blend(self.bias, other.bias), weights: self.weights.zip(other.weights, blend) }
    }
}

impl Weights {
    /// The models for texts that are versions of one text so far, from 0 to 1.
    #[must_use]
    pub fn blended(&self, kinship: f64) -> Models {
        let Self { versions, reports, .. } = self;
        let blend = |of: fn(&Models) -> f64| of(reports) + (of(versions) - of(reports)) * kinship;
        Models {
            placed: reports.placed.blended(&versions.placed, kinship),
            crossing: reports.crossing.blended(&versions.crossing, kinship),
            joined: reports.joined.blended(&versions.joined, kinship),
            between: reports.between.blended(&versions.between, kinship),
            placed_at: blend(|models| models.placed_at),
            crossing_at: blend(|models| models.crossing_at),
            joined_at: blend(|models| models.joined_at),
            between_at: blend(|models| models.between_at),
        }
    }
}

/// The weights that `cargo run --release --example fit -- PATH_TO_GOLD` finds on five sets of alignment gold, as it prints them: each
/// pair of texts as it is, in halves that have the matter in common and little or nothing else, and beside others of its set. The
/// thresholds were set by hand on the same; what other ones would do, `--steps` prints.
pub const FITTED: Weights = Weights {
    pair: Linear {
        bias: -1.638,
        weights: PairFeatures {
            dice: 13.767,
            containment: 4.299,
            bigram_overlap: 9.743,
            log_unique_weight: 0.502,
            lead: 1.940,
            log_length_ratio: -0.756,
            log_words: -1.790,
        },
    },
    report: Linear {
        bias: -7.530,
        weights: ReportFeatures {
            rare_dice: 20.047,
            rare_containment: 8.849,
            log_rare_weight: 0.386,
            log_unique_weight: 0.171,
            log_bigrams: 0.300,
            are_first: 2.733,
        },
    },
    first_at: -1.000,
    versions: Models {
        placed: Linear {
            bias: 3.378,
            weights: ContextFeatures {
                pair_logit: 0.558,
                greater_support: 2.715,
                lesser_support: 0.537,
                linked_share: -8.588,
                distance: -1.990,
                lesser_lead: 0.058,
                greater_lead: 0.176,
            },
        },
        crossing: Linear {
            bias: 1.233,
            weights: CrossingFeatures { pair_logit: 0.459, linked_share: -3.668, distance: -4.317, lead: 0.241 },
        },
        joined: Linear {
            bias: -6.327,
            weights: MergeFeatures {
                best_logit: 0.095,
                mean_logit: 0.095,
                containment: 9.660,
                log_weight: 0.515,
                evened_lengths: 0.687,
                lead: 0.223,
                unexplained_share: 1.070,
                adjacency: 2.505,
            },
        },
        between: Linear { bias: 2.870, weights: GapFeatures { pair_logit: 0.671, lead: 0.245, usual_logit: -0.155 } },
        placed_at: 0.800,
        crossing_at: -0.800,
        joined_at: -0.500,
        between_at: 0.700,
    },
    reports: Models {
        placed: Linear {
            bias: -0.972,
            weights: ContextFeatures {
                pair_logit: 1.048,
                greater_support: 0.933,
                lesser_support: -2.309,
                linked_share: 4.120,
                distance: -1.336,
                lesser_lead: -0.037,
                greater_lead: -0.191,
            },
        },
        crossing: Linear {
            bias: -2.122,
            weights: CrossingFeatures { pair_logit: 1.009, linked_share: 6.124, distance: -0.320, lead: -0.066 },
        },
        joined: Linear {
            bias: -2.359,
            weights: MergeFeatures {
                best_logit: 0.284,
                mean_logit: 0.284,
                containment: 7.871,
                log_weight: 0.411,
                evened_lengths: 0.179,
                lead: -0.034,
                unexplained_share: -1.213,
                adjacency: 1.121,
            },
        },
        between: Linear { bias: 1.449, weights: GapFeatures { pair_logit: 1.337, lead: 0.099, usual_logit: -0.031 } },
        placed_at: 0.100,
        crossing_at: -1.000,
        joined_at: 0.100,
        between_at: 1.500,
    },
};

#[cfg(test)]
mod tests {
    use std::iter;

    use super::*;

    /// Draws what each feature adds, as it stands at the head of this file.
    fn drawn(model: &Linear<PairFeatures>, features: &PairFeatures) -> String {
        let line = |name: &str, product: &str, sum: f64, end: &str| {
            format!("//!     {name:17}  {product:>13}  {sum:>+7.3}{end}\n").replace('-', "\u{2212}")
        };
        let weights = PairFeatures::NAMES.iter().zip(features.values()).zip(model.weights.values());
        let products = weights.map(|((name, feature), weight)| {
            line(name, &format!("{feature:.2} × {weight:>6.3}"), feature * weight, "")
        });
        let logit = model.logit(features);
        let end = format!("     odds {:.1} : 1", logit.exp());
        iter::once(line("bias", "", model.bias, "")).chain(products).chain([line("logit", "", logit, &end)]).collect()
    }

    #[test]
    fn the_drawing_shows_the_fitted_weights() {
        let features = PairFeatures {
            dice: 0.3,
            containment: 0.4,
            bigram_overlap: 0.15,
            log_unique_weight: 1.0,
            lead: 0.5,
            log_length_ratio: 0.3,
            log_words: 3.4,
        };
        let drawn = drawn(&FITTED.pair, &features);
        assert!(include_str!("model.rs").contains(&drawn), "the drawing is this now:\n{drawn}");
    }

    #[test]
    fn the_most_is_found_between_bounds() {
        let model = Linear { bias: 1.0, weights: GapFeatures { pair_logit: 2.0, lead: -1.0, usual_logit: 0.0 } };
        let [least, most] = [-3.0, 4.0].map(|bound| GapFeatures { pair_logit: bound, lead: bound, usual_logit: bound });
        assert_eq!(model.most(&least, &most), 1.0 + 8.0 + 3.0);
        assert_eq!(model.logit(&least), 1.0 - 6.0 + 3.0);
    }

    #[test]
    fn fewer_blocks_to_choose_from_are_better_odds() {
        assert_eq!([12, 13, 4000].map(fewer_to_choose_from), [0.0; 3], "as it was fitted");
        assert!((fewer_to_choose_from(6) - 2.0_f64.ln()).abs() < 1e-12);
        assert!(fewer_to_choose_from(0).is_finite());
    }

    #[test]
    fn a_logit_of_nothing_is_even() {
        assert_eq!(sigmoid(0.0), 0.5);
        assert!(sigmoid(9.0_f64.ln()) > 0.899_999 && sigmoid(9.0_f64.ln()) < 0.900_001);
    }
}
