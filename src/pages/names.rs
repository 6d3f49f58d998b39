//! The names of articles in a column of a page: short, and told from each other.
//!
//! ```text
//!     A Harbour Ledger           B Independent Morning Ch…      as much of the beginning as has room
//!     C …ronicle of the Quay     D …ronicle of the Town         of those that begin alike the end
//! ```

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::layout::PageSetup;
use crate::letters::letter;
use crate::story::Story;

/// Returns the columns that the names of all articles take, a space after them, at most so many.
pub(super) fn width(story: &Story, most: usize, setup: PageSetup) -> usize {
    let columns = |article: usize| setup.columns(&full(story, article)) + 1;
    (0..story.articles().len()).map(columns).max().unwrap_or(0).min(most)
}

/// Returns the names of all articles, each in so many columns with a space at its end.
pub(super) fn names(story: &Story, columns: usize, setup: PageSetup) -> Vec<String> {
    let room = |article: usize| columns.saturating_sub(letter(article).len() + 2);
    let begin = |article: usize| setup.clipped(story.articles()[article].label(), room(article));
    let mut alike: HashMap<String, usize> = HashMap::new();
    for article in 0..story.articles().len() {
        *alike.entry(begin(article)).or_default() += 1;
    }
    let name = |article: usize| {
        let (begin, label) = (begin(article), story.articles()[article].label());
        let is_told = alike.get(&begin) == Some(&1) || begin == label;
        let label = if is_told { begin } else { end(label, room(article), setup) };
        setup.fitted(&format!("{} {label}", letter(article)), columns.saturating_sub(1)) + " "
    };
    (0..story.articles().len()).map(name).collect()
}

fn full(story: &Story, article: usize) -> String {
    format!("{} {}", letter(article), story.articles()[article].label())
}

/// Returns the end of a text in so many columns, after an ellipsis.
fn end(text: &str, columns: usize, setup: PageSetup) -> String {
    let mut free = columns.saturating_sub(1);
    let mut start = text.len();
    for (at, cluster) in text.grapheme_indices(true).rev() {
        let Some(left) = free.checked_sub(setup.ambiguous.cluster_width(cluster)) else { break };
        (free, start) = (left, at);
    }
    if columns == 0 { String::new() } else { format!("{}{}", setup.ellipsis(), text[start..].trim_start()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[track_caller]
    fn check(outlets: &[&str], columns: usize, expected: &[&str]) {
        let article = |outlet: &&str| Article::read("-", &format!("---\noutlet: {outlet}\n---\nText."));
        let story = Story::new("-", outlets.iter().map(article).collect());
        let setup = PageSetup::default();
        let names = names(&story, columns, setup);
        assert!(names.iter().all(|name| setup.columns(name) == columns), "{names:?}");
        assert_eq!(names.iter().map(|name| name.trim_end()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn names_that_fit_or_begin_otherwise() {
        check(&["Ledger", "Post"], 12, &["A Ledger", "B Post"]);
        check(&["Harbour Ledger", "Morrey Post"], 10, &["A Harbou…", "B Morrey…"]);
    }

    #[test]
    fn names_that_begin_alike() {
        check(&["Chronicle of Quay", "Chronicle of Town"], 12, &["A …of Quay", "B …of Town"]);
        check(&["灯台新聞東", "灯台新聞西", "Post"], 9, &["A …聞東", "B …聞西", "C Post"]);
        check(&["Same", "Same"], 12, &["A Same", "B Same"]);
    }

    #[test]
    fn no_room_at_all() {
        check(&["Chronicle"], 2, &["…"]);
        check(&["Chronicle"], 1, &[""]);
    }
}
