//! What the evidence weighs: every number of the aligner that was fitted, in one place.
//!
//! A model gives the logarithm of the odds that blocks belong together, as a sum of features times weights (logistic
//! regression; Cox, "The regression analysis of binary sequences", 1958):
//!
//! ```text
//!     bias −9.5   + 9.1 × likeness 0.5   + 4.2 × containment 0.8   + …   =  +2.3      odds 10 : 1, a link
//! ```
//!
//! Few features and straight sums on purpose: what is fitted to four sets of texts must hold for others.

/// A logistic model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear<const N: usize> {
    /// The log odds when all features are zero.
    pub bias: f64,
    /// What a unit of each feature adds.
    pub weights: [f64; N],
}

impl<const N: usize> Linear<N> {
    /// The log odds: above zero it is more likely than not. Cost: N multiplications.
    #[must_use]
    pub fn log_odds(&self, features: &[f64; N]) -> f64 {
        self.bias + self.weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum::<f64>()
    }

    /// The most that the log odds can be where each feature lies between two numbers. Cost: as [`Linear::log_odds`].
    #[must_use]
    pub fn most(&self, least: &[f64; N], most: &[f64; N]) -> f64 {
        let features = std::array::from_fn(|k| if self.weights[k] < 0.0 { least[k] } else { most[k] });
        self.log_odds(&features)
    }
}

/// The probability of log odds, 0 to 1.
#[must_use]
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The models of all passes, and the log odds at which they link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Whether two blocks belong together, from their words alone: see [`super::candidates::FEATURES`].
    pub alike: Linear<7>,
    /// The same when it is known what else is linked: see [`super::context::FEATURES`].
    pub placed: Linear<4>,
    /// Whether two blocks that cross the order belong together: see [`super::moves::FEATURES`].
    pub crossing: Linear<3>,
    /// Whether a block joins a link: see [`super::joins::FEATURES`].
    pub joined: Linear<6>,
    /// Whether two blocks left over between the same neighbours belong together: see [`super::between::FEATURES`].
    pub between: Linear<3>,
    /// Where a link of the first backbone is taken: low, for it only tells the second pass what may be linked, by its odds.
    pub alike_at: f64,
    /// Where a link of the backbone is taken: above even, so that independent reports of one event, which meet in names and
    /// figures, are left alone; what this leaves out in texts that do hang together, `between` finds.
    pub placed_at: f64,
    /// Where a crossing is taken: lower finds more moves, and makes moves of what was cut on one side and is like another.
    pub crossing_at: f64,
    /// Where a join is taken: lower finds more merges, and joins more of what was cut.
    pub joined_at: f64,
    /// Where blocks left over between neighbours are taken: well above even, since two paragraphs that were each left out by
    /// the other side look just like that. Lower finds more of free translations, higher leaves more of what was cut alone.
    pub between_at: f64,
}

/// The weights that `cargo run --release --example fit -- PATH_TO_GOLD` finds on the four sets of alignment gold: each pair
/// of texts as it is, in halves that have the matter in common and little or nothing else, and beside others of its set.
/// The thresholds were set by hand on the same; what other ones would do, `--steps` prints.
pub const FITTED: Weights = Weights {
    alike: Linear { bias: -1.713, weights: [13.850, 4.430, 9.547, 0.435, 1.977, -0.748, -1.768] },
    placed: Linear { bias: -2.298, weights: [0.899, 2.381, 1.403, 4.751] },
    crossing: Linear { bias: -2.168, weights: [0.965, 3.686, 0.031] },
    joined: Linear { bias: -7.626, weights: [9.074, 0.502, 0.884, 0.365, 1.782, 2.528] },
    between: Linear { bias: 3.515, weights: [0.737, 0.203, -0.153] },
    alike_at: -1.0,
    placed_at: 0.7,
    crossing_at: -0.6,
    joined_at: -0.5,
    between_at: 1.5,
};
