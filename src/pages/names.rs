//! The names of articles in a column of a page, after their letters.
//!
//! ```text
//!     A Harbour Ledger       B Independent Morning Ch…      C …ronicle of the Quay
//! ```

use crate::article::Article;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::present::labels;
use crate::present::names::shortened;
use crate::story::Story;

/// Returns the columns that the names of all articles take, a space after them, at most so many.
pub(super) fn width(story: &Story, most: usize, setup: PageSetup) -> usize {
    let columns = |article: usize| setup.columns(&full(story, article)) + 1;
    (0..story.articles().len()).map(columns).max().unwrap_or(0).min(most)
}

/// Returns the names of all articles, each in so many columns with a space at its end.
pub(super) fn names(story: &Story, columns: usize, setup: PageSetup) -> Vec<String> {
    let whole: Vec<&str> = story.articles().iter().map(Article::label).collect();
    let rooms: Vec<usize> = (0..whole.len()).map(|article| columns.saturating_sub(letter(article).len() + 2)).collect();
    let short = shortened(&whole, &rooms, setup).into_iter().enumerate();
    let name = |(article, label): (usize, String)| {
        let label = labels::set_off(&story.articles()[article], &label);
        setup.fitted(&format!("{} {label}", letter(article)), columns.saturating_sub(1)) + " "
    };
    short.map(name).collect()
}

fn full(story: &Story, article: usize) -> String {
    format!("{} {}", letter(article), story.articles()[article].label())
}

#[cfg(test)]
mod tests {
    use super::*;

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
