//! How many articles a story may have, and what is notice of those left out.
//!
//! ```text
//!     a.txt b.txt … 500th.txt │ 501st.txt … left.txt …      --left left.txt
//!     ────────────────────────┘             ────┐
//!     a.txt b.txt … 499th.txt, left.txt ◄───────┘
//! ```
//!
//! Every two articles are compared for the whole story, so that three times as many take nine times as long. Five
//! hundred of a thousand words take half a minute on two cores, in the background, and 85 MB.

use super::Intake;

/// Gives the most articles of a story.
pub const MOST: usize = 500;

impl Intake {
    /// Leaves out what is more than a story may have: the last ones, but none of those that are wanted, by index; where
    /// they stand then is put in their stead. Returns a line that says so, and how to choose; `None` if nothing is left
    /// out.
    pub fn limit(&mut self, wanted: &mut [usize]) -> Option<String> {
        let all = self.articles.len();
        if all <= MOST {
            return None;
        }
        let is_wanted = |index: usize| wanted.contains(&index);
        let free = MOST.saturating_sub((0..all).filter(|&index| is_wanted(index)).count());
        let others = (0..all).filter(|&index| !is_wanted(index)).take(free);
        let last = others.last().map_or(0, |index| index + 1);
        let kept: Vec<bool> = (0..all).map(|index| index < last || is_wanted(index)).collect();
        for index in wanted {
            *index = kept[..*index].iter().filter(|kept| **kept).count();
        }
        keep(&mut self.articles, &kept);
        keep(&mut self.notes, &kept);
        keep(&mut self.files, &kept);
        Some(format!(
            "{all} articles: the first {} are read, {} are left out; name the files, or a folder with fewer, to choose",
            self.articles.len(),
            all - self.articles.len()
        ))
    }
}

fn keep<T>(items: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    items.retain(|_| kept.next() == Some(&true));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::intake::LeftOutWay;
    use crate::intake::stamp::WatchedFile;

    /// Returns the names that are kept of so many articles.
    fn kept(count: usize, wanted: [usize; 2]) -> (Vec<String>, Option<String>) {
        let mut indices = wanted;
        let mut intake = Intake::default();
        for index in 0..count {
            let article = Article::read(&index.to_string(), "Text.");
            intake.take((article, Some(index.to_string())), WatchedFile::once("-"));
        }
        let notice = intake.limit(&mut indices);
        assert_eq!(intake.articles.len(), intake.files.len());
        let notes = intake.notes(&LeftOutWay::Option);
        assert!(notes.eq(intake.articles.iter().map(|article| article.source.clone())));
        assert_eq!(indices.map(|index| intake.articles[index].source.clone()), wanted.map(|index| index.to_string()));
        (intake.articles.into_iter().map(|article| article.source).collect(), notice)
    }

    #[test]
    fn as_many_as_may_be_are_kept() {
        assert_eq!(kept(MOST, [0, 1]).1, None);
        assert_eq!(kept(MOST, [0, 1]).0.len(), MOST);
    }

    #[test]
    fn of_more_the_first_ones_are() {
        let (names, notice) = kept(712, [0, 1]);
        assert_eq!((names.len(), names[499].as_str()), (MOST, "499"));
        let notice = notice.expect("something is left out");
        assert!(notice.starts_with("712 articles: the first 500 are read, 212 are left out"), "{notice}");
    }

    #[test]
    fn what_is_wanted_is_kept() {
        let (names, _) = kept(600, [599, 7]);
        assert_eq!(names.len(), MOST);
        assert_eq!((names[498].as_str(), names[499].as_str()), ("498", "599"));
    }
}
