//! In which order the passages of a story are shown.
//!
//! ```text
//!     A   ¶1 ¶2 ¶3        1 2 3       the article whose blocks most others answer keeps its order
//!     B   ¶1 (A¶2) ¶2     1 2 b 3     what is new in B comes after the passage that it follows there
//! ```

use super::Passage;

/// Orders passages: those of one article in its own order; then article by article what is new, each after the passage
/// that stands before it there, at the end where nothing of the article is placed yet. The article whose blocks most
/// others answer is the first, so that as many as can be keep their order.
pub(super) fn ordered(passages: &[Passage], counts: &[usize]) -> Vec<usize> {
    let mut of: Vec<Vec<(usize, usize)>> = vec![Vec::new(); counts.len()];
    let mut answered = vec![0; counts.len()];
    for (index, passage) in passages.iter().enumerate() {
        for (article, blocks) in &passage.blocks {
            of[*article].push((blocks[0], index));
            answered[*article] += passage.blocks.len() - 1;
        }
    }
    let mut articles: Vec<usize> = (0..counts.len()).collect();
    articles.sort_by_key(|&article| (std::cmp::Reverse(answered[article]), article));
    let mut order: Vec<usize> = Vec::new();
    let mut is_placed = vec![false; passages.len()];
    for article in articles {
        of[article].sort_unstable();
        let own: Vec<usize> = of[article].iter().map(|&(_, index)| index).collect();
        order = placed(&order, &own, &is_placed);
        for index in own {
            is_placed[index] = true;
        }
    }
    order
}

/// Puts an article's passages that are not placed yet among those that are.
fn placed(order: &[usize], own: &[usize], is_placed: &[bool]) -> Vec<usize> {
    let Some(first) = own.iter().position(|&index| is_placed[index]) else { return [order, own].concat() };
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); is_placed.len()];
    let mut anchor = own[first];
    for &index in &own[first + 1..] {
        if is_placed[index] {
            anchor = index;
        } else {
            after[anchor].push(index);
        }
    }
    let mut merged = Vec::with_capacity(order.len() + own.len());
    for &index in order {
        if index == own[first] {
            merged.extend(&own[..first]);
        }
        merged.push(index);
        merged.append(&mut after[index]);
    }
    merged
}
