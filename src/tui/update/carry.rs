//! Where a place stands in an article that was read anew.
//!
//! ```text
//!     before          after                        the place: a block and a character of it
//!     1 headline      1 headline
//!     2 a             2 new
//!     3 b  ◄──        3 a
//!     4 c             4 b  ◄──                     what stands before and after says how far it moved
//!                     5 c
//! ```

use crate::article::Article;
use crate::story::Story;

/// Where an article of a story stands in the story that was read anew, by what it is called; in its place, if it can be.
pub(in crate::tui) fn found_again(before: &Story, article: usize, now: &Story) -> Option<usize> {
    let source = &before.articles()[article].source;
    let is_it = |other: &Article| other.source == *source;
    let stays = now.articles().get(article).is_some_and(is_it);
    if stays { Some(article) } else { now.articles().iter().position(is_it) }
}

/// Returns where a block and a byte of it stand in an article that was read anew. Cost: linear in its text.
pub(in crate::tui) fn carried_place(old: &Article, new: &Article, (block, byte): (usize, usize)) -> (usize, usize) {
    let [old, new] =
        [old, new].map(|article| article.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>());
    let there = carried(&old, &new, block);
    (there, carried(old[block].as_bytes(), new[there].as_bytes(), byte))
}

/// Where an element of one list stands in another: by what is the same at the start and at the end; between them where an
/// equal one is nearest, else at the same distance from the start.
///
/// The new list is not empty. Cost: linear.
fn carried<T: PartialEq>(old: &[T], new: &[T], at: usize) -> usize {
    let last = new.len().saturating_sub(1);
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    if at < start {
        return at;
    }
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    if at + end >= old.len() {
        return (at + new.len() - old.len()).min(last);
    }
    let middle = start..new.len() - end;
    let equal = middle.clone().filter(|&index| new[index] == old[at]).min_by_key(|index| index.abs_diff(at));
    equal.unwrap_or_else(|| at.clamp(start, middle.end.saturating_sub(1).max(start)).min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, at: usize, expected: usize) {
        let split = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(carried(&split(old), &split(new), at), expected);
    }

    #[test]
    fn what_stays_and_what_is_shifted() {
        check("abcd", "abcd", 2, 2);
        check("abcd", "aXbcd", 0, 0);
        check("abcd", "aXbcd", 2, 3);
        check("abcd", "acd", 3, 2);
        check("abcd", "abXd", 2, 2);
    }

    #[test]
    fn what_moved_is_found() {
        check("abcdef", "adbcXf", 1, 2);
        check("abcdef", "aecdbf", 4, 1);
    }

    #[test]
    fn what_is_gone_leaves_its_place() {
        check("abcd", "ab", 3, 1);
        check("abcd", "Xb", 0, 0);
        check("abcd", "ad", 2, 1);
        check("abcd", "z", 2, 0);
    }
}
