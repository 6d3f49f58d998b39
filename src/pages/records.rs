//! What the records of all pages have in common.

use crate::comparison::{Link, Relation};

/// Rounds to four digits after the point.
pub(crate) fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// Returns how alike the sides of a link are, to four digits after the point: 1 for the same words alone. What differs in spelling or
/// in one word of thousands is counted as alike, or would be rounded to it.
pub(crate) fn similarity(link: &Link) -> f64 {
    let rounded = rounded(link.similarity);
    if link.relation == Relation::Verbatim { rounded } else { rounded.min(MOST_UNLIKE) }
}

/// The number next to 1 that has four digits.
const MOST_UNLIKE: f64 = 0.9999;

/// Returns the numbers of blocks, from 1.
pub(crate) fn numbers(blocks: &[usize]) -> Vec<usize> {
    blocks.iter().map(|block| block + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::pair::Pair;
    use crate::story::Story;

    #[test]
    fn only_the_same_words_are_wholly_alike() {
        let alike = |texts: [&str; 2]| {
            let story = Story::new("-", texts.map(|text| Article::read("-", text)).to_vec());
            let link = story.compare(Pair::new(0, 1)).links.remove(0);
            (link.relation, link.similarity, similarity(&link))
        };
        let said = "The council voted for the colour of the three boats on Monday evening.";
        assert_eq!(alike([said, said]), (Relation::Verbatim, 1.0, 1.0));
        // The stems are the same.
        let spelt = alike([said, "The council voted for the color of the three boats on Monday evening."]);
        assert_eq!(spelt, (Relation::Edited, 1.0, 0.9999));
        let story = Story::new(
            "-",
            [said, "The council voted for the colour of the three boats."]
                .map(|text| Article::read("-", text))
                .to_vec(),
        );
        let link = Link { similarity: 0.999_99, ..story.compare(Pair::new(0, 1)).links.remove(0) };
        assert_eq!(similarity(&link), 0.9999, "one word of thousands");
    }

    #[test]
    fn numbers_have_four_digits_and_blocks_begin_at_1() {
        assert_eq!([0.0, 1.0, 2.0 / 3.0, 0.12344, 0.00004].map(rounded), [0.0, 1.0, 0.6667, 0.1234, 0.0]);
        assert_eq!(numbers(&[0, 4]), [1, 5]);
    }
}
