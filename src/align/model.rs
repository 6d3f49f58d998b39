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
}

/// The probability of log odds, 0 to 1.
#[must_use]
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The models of all passes, and the log odds at which the later ones link.
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
    /// Where a crossing is taken. 0 would weigh a wrong link and a missed one alike for a block chosen at random.
    pub crossing_at: f64,
    /// Where a join is taken.
    pub joined_at: f64,
    /// Where blocks left over between neighbours are taken.
    pub between_at: f64,
}

/// The weights that `cargo run --release --example fit -- PATH_TO_GOLD` finds on the four sets of alignment gold, each
/// pair of texts counted once as it is and once for each of three unrelated partners of its set.
pub const FITTED: Weights = Weights {
    alike: Linear { bias: -3.333, weights: [14.528, 5.917, 6.280, 0.451, 1.714, -0.745, -1.398] },
    placed: Linear { bias: -5.122, weights: [0.885, 3.252, 0.773, 9.944] },
    crossing: Linear { bias: -6.475, weights: [0.718, 8.018, 0.157] },
    joined: Linear { bias: -4.673, weights: [13.680, 0.142, 0.679, 0.359, 1.807, -1.410] },
    between: Linear { bias: 3.822, weights: [0.787, 0.255, -0.158] },
    alike_at: -1.0,
    crossing_at: -1.4,
    joined_at: -0.6,
    between_at: 0.7,
};
