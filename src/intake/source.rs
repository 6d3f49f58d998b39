//! Where a story's articles were read, to read them again.
//!
//! ```text
//!     folder ─► read ─► articles, and a stamp of each file
//!                            … a file is written …
//!               has_news: its stamp is another one than was read, or was told last     (its text is not looked at)
//!               read: the same names again
//! ```
//!
//! What cannot be read twice (standard input, a pipe, an address) stays as it was read, and so does what was pasted.

use std::path::PathBuf;
use std::sync::Arc;

use super::files::{ReadOptions, read_again, too_few};
use super::folder::PASSED_OVER;
use super::pasted::{PastedArticle, PastedArticles};
use super::stamp::WatchedFile;
use super::{Intake, LeftOutWay, Trouble, notes};
use crate::article::{Article, Patterns};

/// Holds the names that a story was opened by, and what its files looked like then.
#[derive(Clone, Debug, Default)]
pub struct Source {
    names: Vec<PathBuf>,
    files: Vec<WatchedFile>,
    /// What was pasted, or is to be; these articles stand after those of the files.
    pasted: PastedArticles,
    patterns: Option<Arc<Patterns>>,
    shows_left_out: bool,
}

impl Source {
    /// Returns the source of what was read by these names.
    #[must_use]
    pub fn new(names: &[PathBuf], intake: &Intake) -> Self {
        let Intake { files, patterns, shows_left_out, pasted, .. } = intake;
        let (files, pasted, patterns) = (files.clone(), pasted.clone(), patterns.clone());
        Self { names: names.to_vec(), files, pasted, patterns, shows_left_out: *shows_left_out }
    }

    /// Makes an article of what was pasted, plain text with or without a front matter, in a story of so many articles. It
    /// stands where one was waited for, else after all others.
    ///
    /// Cost: linear in the text.
    ///
    /// # Errors
    ///
    /// In a line, that there is no text in it, that it is more than a file may hold, or that the story has as many articles
    /// as it may.
    pub fn paste(&mut self, text: &str, articles: usize) -> Result<PastedArticle, String> {
        self.pasted.take(text, articles, self.patterns.as_deref().unwrap_or_else(|| Patterns::known()))
    }

    /// Returns what was pasted, cleaned, by the name of its article.
    #[must_use]
    pub fn pasted_text(&self, name: &str) -> Option<&str> {
        self.pasted.text(name)
    }

    /// Notes whether what is left out of pages is shown, for when they are read again.
    pub fn show_left_out(&mut self, is_shown: bool) {
        self.shows_left_out = is_shown;
    }

    /// Tells whether there is nothing to read again: the story came with the program.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Tells whether the file of an article, by its index, is another one than was read, and another one than when this
    /// was last so: each change is told once. One that is gone has not changed: it may be on its way back.
    pub fn has_news(&mut self, index: usize) -> bool {
        self.files.get_mut(index).is_some_and(WatchedFile::has_news)
    }

    /// Reads the articles again, by the same names, and returns what there is to say of them too. Those that cannot be
    /// read twice are taken from `kept`; `way` is how what is left out of pages can be seen.
    ///
    /// # Errors
    ///
    /// As [`super::read`] does; and if one of the `needed` articles, by what they are called, is no longer among them.
    /// What is said of an article begins with what it is called, and a colon.
    pub fn read(
        &mut self,
        kept: &[Article],
        needed: &[&str],
        way: &LeftOutWay,
    ) -> Result<(Vec<Article>, Option<String>), String> {
        let options = ReadOptions {
            patterns: self.patterns.clone(),
            shows_left_out: self.shows_left_out,
            ..ReadOptions::default()
        };
        let mut intake = read_again(&self.names, kept, &options).map_err(|trouble: Trouble| trouble.to_string())?;
        intake.articles.extend(self.pasted.articles().cloned());
        let is_gone = |name: &&str| intake.articles.iter().all(|article| article.source != **name);
        if let Some(name) = needed.iter().copied().find(is_gone) {
            return Err(why_gone(&intake.passed_over, name));
        }
        let gone = kept.iter().map(|article| article.source.as_str()).filter(is_gone);
        let gone: Vec<String> = gone.map(|name| why_gone(&intake.passed_over, name)).collect();
        if intake.articles.len() < 2 {
            return Err(too_few(&self.names, &intake).to_string());
        }
        let is_needed = |index: &usize| needed.contains(&intake.articles[*index].source.as_str());
        let mut wanted: Vec<usize> = (0..intake.articles.len()).filter(is_needed).collect();
        intake.limit(&mut wanted);
        let notice = notes::in_one_line(gone.into_iter().chain(intake.notes(way)));
        self.files = intake.files;
        Ok((intake.articles, notice))
    }
}

/// Returns why an article is not among those that were read again.
fn why_gone(passed_over: &[String], name: &str) -> String {
    let line = passed_over.iter().find(|line| line.starts_with(&format!("{name}: ")));
    let cause = line.map(|line| line.strip_suffix(PASSED_OVER).unwrap_or(line).to_owned());
    cause.unwrap_or_else(|| format!("{name}: no longer there"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Two articles in a folder, read.
    fn read() -> (tempfile::TempDir, Source, Vec<Article>) {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (name, text) in [("a.txt", "Three boats were withdrawn."), ("b.txt", "Tickets will not rise.")] {
            fs::write(folder.path().join(name), text).expect("it can be written");
        }
        let names = [folder.path().to_path_buf()];
        let intake = super::super::read(&names).expect("it can be read");
        let source = Source::new(&names, &intake);
        (folder, source, intake.articles)
    }

    #[test]
    fn a_change_is_seen_and_read() {
        let (folder, mut source, articles) = read();
        assert!(!source.is_empty() && !source.has_news(0) && !source.has_news(1));
        fs::write(folder.path().join("b.txt"), "Tickets will rise before spring.").expect("it can be written");
        assert!(!source.has_news(0) && source.has_news(1) && !source.has_news(2));
        assert!(!source.has_news(1), "once is enough");
        fs::write(folder.path().join("b.txt"), "Tickets will rise before the spring.").expect("it can be written");
        assert!(source.has_news(1), "another change is told again");
        fs::write(folder.path().join("b.txt"), "Tickets will rise before spring.").expect("it can be written");
        let (again, notice) = source.read(&articles, &[], &LeftOutWay::Option).expect("it can be read");
        assert_eq!(notice, None);
        assert_eq!(again[0], articles[0]);
        assert_eq!(again[1].blocks[0].text, "Tickets will rise before spring.");
        assert!(!source.has_news(1));
    }

    #[test]
    fn what_is_gone_is_said() {
        let (folder, mut source, articles) = read();
        let needed = articles[1].source.clone();
        fs::remove_file(folder.path().join("b.txt")).expect("it is there");
        assert!(!source.has_news(1));
        let trouble = source.read(&articles, &[], &LeftOutWay::Option).expect_err("one is too few");
        assert!(trouble.ends_with("two are needed to compare"), "{trouble}");
        assert_eq!(source.read(&articles, &[&needed], &LeftOutWay::Option), Err(format!("{needed}: no longer there")));
        fs::write(folder.path().join("c.txt"), "Two members voted against it.").expect("it can be written");
        let trouble = source.read(&articles, &[&needed], &LeftOutWay::Option).expect_err("b is gone");
        assert!(trouble.ends_with("b.txt: no longer there"), "{trouble}");
        fs::write(folder.path().join("b.txt"), [0, 1, 2]).expect("it can be written");
        let trouble = source.read(&articles, &[&needed], &LeftOutWay::Option).expect_err("b is no text");
        assert_eq!(trouble, format!("{needed}: a binary file, not text"));
        fs::write(folder.path().join("b.txt"), "").expect("it can be written");
        assert_eq!(source.read(&articles, &[&needed], &LeftOutWay::Option), Err(format!("{needed}: no text in it")));
        let (again, notice) = source.read(&articles, &[&articles[0].source], &LeftOutWay::Option).expect("a and c");
        assert_eq!((again.len(), notice), (2, Some(format!("{needed}: no text in it"))));
    }

    #[test]
    fn what_is_taken_out_is_said_again() {
        let (folder, mut source, articles) = read();
        fs::write(folder.path().join("b.txt"), "Tickets will\x01 rise.").expect("it can be written");
        let (again, notice) = source.read(&articles, &[], &LeftOutWay::Option).expect("it can be read");
        assert_eq!(notice, Some(format!("{}: 1 control character taken out", again[1].source)));
    }

    #[test]
    fn a_bundled_story_has_no_files() {
        let mut source = Source::default();
        assert!(source.is_empty() && !source.has_news(0));
    }
}
