//! What is known of blocks that may belong together, as numbers with names.
//!
//! Each pass has a struct of features. [`super::model`] weighs them with a struct of the same type, field by field, so
//! that a weight cannot slide to another feature:
//!
//! ```text
//!     features    dice f1   containment f2   …
//!     weights     dice w1   containment w2   …       logit = bias + f1 × w1 + f2 × w2 + …
//! ```
//!
//! A new feature is a field here and the line of its pass that computes it; `examples/fit` finds its weight.

/// Numbers with names, in the order of the fields.
pub trait Features: Copy {
    /// The names of the fields.
    const NAMES: &'static [&'static str];

    /// Takes the numbers from an iterator. What it does not hold is 0.
    fn from_values(values: impl IntoIterator<Item = f64>) -> Self;

    /// Returns the numbers.
    fn values(&self) -> impl Iterator<Item = f64>;

    /// Combines each number with that of the same name.
    #[must_use]
    fn zip(self, other: Self, combine: impl Fn(f64, f64) -> f64) -> Self;

    /// Returns the sum of the numbers, the first ones first.
    fn sum(self) -> f64;
}

/// Declares a struct of features.
macro_rules! features {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: f64,)*
        }

        impl Features for $name {
            const NAMES: &'static [&'static str] = &[$(stringify!($field)),*];

            fn from_values(values: impl IntoIterator<Item = f64>) -> Self {
                let mut values = values.into_iter();
                Self { $($field: values.next().unwrap_or(0.0)),* }
            }

            fn values(&self) -> impl Iterator<Item = f64> {
                [$(self.$field),*].into_iter()
            }

            fn zip(self, other: Self, combine: impl Fn(f64, f64) -> f64) -> Self {
                Self { $($field: combine(self.$field, other.$field)),* }
            }

            fn sum(self) -> f64 {
                0.0 $(+ self.$field)*
            }
        }
    };
}

features! {
    /// What is known of two blocks of versions of one text from their words alone.
    PairFeatures {
        /// How much of both is common: the weighed coefficient of Dice ("Measures of the amount of ecologic
        /// association", 1945).
        dice,
        /// How much of the lesser stands in the other (Broder, "On the resemblance and containment of documents",
        /// 1997), believed by half in a line of some six words: a heading's few words stand in many a paragraph that is
        /// no answer to it.
        containment,
        /// The same of bigrams, each of which counts as much: who has the words in the same order took them from the
        /// other or from a third, where names alone may be met in any report of the matter.
        bigram_overlap,
        /// Logarithm of the common weight that stands nowhere else in either article: names, figures, turns of phrase.
        log_unique_weight,
        /// By how much `dice` is ahead of the runner-up of the row, and of the column, as a ratio.
        lead,
        /// Logarithm of the ratio of the lengths: links of unlike length are rarer (Gale and Church, "A program for
        /// aligning sentences in bilingual corpora", 1993).
        log_length_ratio,
        /// Logarithm of the words of the shorter: the longer two blocks are, the more they have in common by chance.
        log_words,
    }
}

features! {
    /// What is known of two blocks of independent reports from their words alone, each weighed by how rare it is in the language
    /// at large as well.
    ReportFeatures {
        /// How much of both is common: the weighed coefficient of Dice.
        rare_dice,
        /// How much of the lesser stands in the other.
        rare_containment,
        /// Logarithm of the common weight.
        log_rare_weight,
        /// Logarithm of the common weight that stands nowhere else in either article.
        log_unique_weight,
        /// Logarithm of the number of bigrams that both have: words of a quotation, names of several words.
        log_bigrams,
        /// 1 if each is its article's headline or first paragraph: they tell the event itself.
        are_first,
    }
}

features! {
    /// What is known of two blocks when other links are.
    ContextFeatures {
        /// The logit from their words alone.
        pair_logit,
        /// The best support from before or from after, whichever is greater.
        greater_support,
        /// The one that is less.
        lesser_support,
        /// The share of the other blocks that are linked, by their probabilities, of the article that has fewer blocks.
        linked_share,
        /// How far apart they stand, each by its place in its article from 0 to 1; nothing in versions of one text, of which the
        /// backbone keeps the order.
        distance,
        /// By how much the logit is ahead of the runner-up of the row or of the column, whichever is less.
        lesser_lead,
        /// And whichever is more.
        greater_lead,
    }
}

features! {
    /// What is known of two blocks that cross the order. Their neighbours say nothing: they were left behind.
    CrossingFeatures {
        /// The logit from their words alone.
        pair_logit,
        /// The share of the other blocks that are linked.
        linked_share,
        /// How far apart they stand in independent reports.
        distance,
        /// By how much the logit is ahead of the runner-up, of the row or of the column, whichever is more.
        lead,
    }
}

features! {
    /// What is known of a block that may join a link.
    MergeFeatures {
        /// The logit of the block with a block of the link's other side, the best of them.
        best_logit,
        /// The mean of its logits with all of them.
        mean_logit,
        /// How much of the block stands in what the link leaves unexplained.
        containment,
        /// Logarithm of the weight of that.
        log_weight,
        /// By how much the lengths of the two sides become more equal (after Gale and Church, 1993).
        evened_lengths,
        /// By how much the block's logit with the link is ahead of that with any other block.
        lead,
        /// The share of what the block has in common with the other side that nothing explained yet. A paragraph that
        /// says again what the partner says has a small one.
        unexplained_share,
        /// 1 if it stands next to a block of the link, else 0.
        adjacency,
    }
}

features! {
    /// What is known of two blocks left between neighbours.
    GapFeatures {
        /// The logit from their words alone.
        pair_logit,
        /// By how much it is ahead of the best other pair there that has one of the two blocks.
        lead,
        /// How alike, on average and as a logit, the blocks are that are linked.
        usual_logit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_the_order_of_the_names() {
        let features = GapFeatures { pair_logit: 1.0, lead: 2.0, usual_logit: 4.0 };
        assert_eq!(GapFeatures::NAMES, ["pair_logit", "lead", "usual_logit"]);
        assert_eq!(features.values().collect::<Vec<_>>(), [1.0, 2.0, 4.0]);
        assert_eq!(GapFeatures::from_values(features.values()), features);
        assert_eq!(features.zip(features, |a, b| a * b), GapFeatures { pair_logit: 1.0, lead: 4.0, usual_logit: 16.0 });
        assert_eq!(features.sum(), 7.0);
    }
}
