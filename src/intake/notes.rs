//! What of a file is not in the article that was made of it, in a line for each file.
//!
//! ```text
//!     a.txt: 2 control characters taken out
//!     b.md: 3 lines of its front matter are not used: rating, mood
//!     c.eml: 1 line of its head is not used: date; 2 lines of the mail are left out; --show-left-out shows them
//! ```

use super::Intake;
use super::clean::{self, Removed};
use crate::article::{Article, Kind, Patterns};
use crate::unicode::scripts::count_words;

/// The most keys of a front matter that are named.
const KEYS: usize = 8;

/// The most characters of what a file or a library has to say.
const LONGEST: usize = 200;

/// Returns a remark in one line that is cleaned and bounded, whatever was quoted in it.
pub(super) fn remark(text: &str) -> String {
    let mut line = clean::line(text);
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

impl Intake {
    /// Returns the lines of the articles that there is something to say of, after those of the whole story.
    pub fn notes(&self) -> impl Iterator<Item = &str> + Clone {
        self.remarks.iter().chain(self.notes.iter().flatten()).map(String::as_str)
    }

    /// Returns all that is to be said inside the reader, what matters most first: how many articles are `left_out`, what was
    /// passed over, and the notes.
    pub fn messages<'a>(&'a self, left_out: Option<&'a String>) -> impl Iterator<Item = &'a str> {
        left_out.into_iter().chain(&self.passed_over).map(String::as_str).chain(self.notes())
    }
}

/// Returns the first of some lines, and how many more there are.
pub(super) fn in_one_line<'l>(lines: impl Iterator<Item = &'l str> + Clone) -> Option<String> {
    let first = lines.clone().next()?;
    Some(match lines.count() {
        1 => first.to_owned(),
        count => format!("{first} (and {} more)", count - 1),
    })
}

/// Returns what is to be said of an article: how it was read, and what of its file is not in it; `None` if nothing is.
pub(super) fn note(article: &Article, removed: &Removed, remarks: &[String]) -> Option<String> {
    let removed = (!removed.is_empty()).then(|| removed.to_string());
    let remarks = remarks.iter().map(|text| remark(text));
    let others = (article.others > 0).then(|| others(article));
    let parts: Vec<String> = remarks.chain(others).chain(removed).chain(unused(article)).collect();
    (!parts.is_empty()).then(|| format!("{}: {}", article.source, parts.join("; ")))
}

/// Says that a file holds several articles.
pub(super) fn others(article: &Article) -> String {
    format!("{} articles in it, and only the first is read; save each in a file of its own", article.others + 1)
}

/// The fewest words of an article that states that it is not free to read, and is no stub.
const FEW: usize = 200;

/// Says that an article looks like a stub: it says so itself, or is short, and not free to read by what its source states
/// or says beside it.
pub(super) fn stub(article: &Article, is_paid: bool, patterns: &Patterns) -> Option<String> {
    let paragraphs = || article.blocks.iter().filter(|block| block.kind == Kind::Paragraph);
    let mut counts = paragraphs().map(|block| count_words(&block.text));
    if article.is_cut_off(patterns) {
        let words: usize = counts.sum();
        return Some(format!("looks like a stub: it says itself that the rest is for subscribers, {words} words"));
    }
    let mut words = 0;
    // Nearly all articles have more, in their first paragraphs.
    if counts.any(|count| {
        words += count;
        words >= FEW
    }) {
        return None;
    }
    let beside = || article.is_cut_off_beside(patterns);
    (is_paid || beside()).then(|| format!("looks like a stub: not free to read, {words} words"))
}

/// Adds how much a page or a mail has beside the article, which is said as well.
pub(super) fn with_left_out(article: &Article, note: Option<String>) -> Option<String> {
    let whole = match article.others {
        0 if article.is_mail => "mail",
        0 => "page",
        _ => "file",
    };
    let left_out = match article.left_out.len() {
        0 => return note,
        1 => format!("1 line of the {whole} is left out; --show-left-out shows it"),
        lines => format!("{lines} lines of the {whole} are left out; --show-left-out shows them"),
    };
    Some(note.map_or_else(|| format!("{}: {left_out}", article.source), |note| format!("{note}; {left_out}")))
}

fn unused(article: &Article) -> Option<String> {
    let unused = &article.unused;
    let mut keys: Vec<&str> = unused.keys.iter().map(String::as_str).take(KEYS).collect();
    keys.extend((unused.keys.len() > KEYS).then_some("…"));
    let head = if article.is_mail { "head" } else { "front matter" };
    let lines = match unused.lines {
        0 => return None,
        1 => format!("1 line of its {head} is"),
        lines => format!("{lines} lines of its {head} are"),
    };
    Some(remark(&format!("{lines} not used: {}", keys.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note_of(text: &str) -> Option<String> {
        let (text, removed) = clean::counted(text);
        note(&Article::read("a.md", &text), &removed, &[])
    }

    #[test]
    fn what_is_not_in_the_article_is_said() {
        let front = "---\ntitle: X\nrating:\n- one\nmood: good\n---\n";
        assert_eq!(note_of("The boats left."), None);
        assert_eq!(note_of("The\x01 boats\x02 left.").as_deref(), Some("a.md: 2 control characters taken out"));
        let expected = "a.md: 3 lines of its front matter are not used: rating, mood";
        assert_eq!(note_of(&format!("{front}The boats left.")).as_deref(), Some(expected));
        let both = format!("a.md: 1 terminal sequence taken out{}", expected.replace("a.md: ", "; "));
        assert_eq!(note_of(&format!("{front}The \x1b[31mboats left.")), Some(both));
        let one = "a.md: 1 line of its front matter is not used: rating";
        assert_eq!(note_of("---\ntitle: X\nrating: one\n---\nThe boats left.").as_deref(), Some(one));
    }

    #[test]
    fn a_mail_is_called_one() {
        let mail = "From: Ann Example <ann@wire.example>\nTo: bo@wire.example\nSubject: Fwd: Boats\n\nFor you.\n\n\
                    ---------- Forwarded message ---------\nFrom: Cy Example\nDate: soon\nSubject: Boats\n\nThe boats left.";
        let article = Article::read("a.txt", mail);
        let note = with_left_out(&article, note(&article, &Removed::default(), &[]));
        let expected =
            "a.txt: 1 line of its head is not used: date; 2 lines of the mail are left out; --show-left-out shows them";
        assert_eq!(note.as_deref(), Some(expected));
    }

    #[test]
    fn of_several_articles_in_a_file_the_first_is_read() {
        let text = |name: &str| {
            format!(
                "{name}\nHerald of {name}\nJune 16, 2026\nSection: NEWS\nLength: 12 words\nBody\nIt is said.\nEnd of Document\n"
            )
        };
        let article = Article::read("a.txt", &format!("{}{}", text("Holm"), text("Larn")));
        let note = with_left_out(&article, note(&article, &Removed::default(), &[]));
        let expected = "a.txt: 2 articles in it, and only the first is read; save each in a file of its own; \
                        8 lines of the file are left out; --show-left-out shows them";
        assert_eq!(note.as_deref(), Some(expected));
    }

    #[test]
    fn how_it_was_read_comes_first() {
        let (text, removed) = clean::counted("The\x01 boats left.");
        let note = note(&Article::read("a.txt", &text), &removed, &["read as windows-1252".to_owned()]);
        assert_eq!(note.as_deref(), Some("a.txt: read as windows-1252; 1 control character taken out"));
    }

    #[test]
    fn no_more_keys_are_named_than_fit_a_line() {
        let fields: String = ('a'..='z').map(|key| format!("{key}: value\n")).collect();
        let note = note_of(&format!("---\ntitle: X\n{fields}---\nThe boats left.")).expect("most keys are not known");
        assert!(note.ends_with("26 lines of its front matter are not used: a, b, c, d, e, f, g, h, …"), "{note}");
    }

    #[test]
    fn no_remark_is_longer_than_can_be_read() {
        assert_eq!(remark("two\nlines"), "two lines");
        assert_eq!(remark(&"é".repeat(10_000)), "é".repeat(LONGEST) + "…");
        let text = format!("+++\ntitle = 'X'\n{} = 1\n+++\nThe boats left.", "a".repeat(5_000));
        assert!(note_of(&text).is_some_and(|note| note.chars().count() < 300));
    }

    #[test]
    fn what_matters_most_is_said_first() {
        let mut intake = Intake::default();
        assert_eq!(intake.messages(None).count(), 0);
        intake.notes = vec![None, Some("b: 1".to_owned()), Some("c: 2".to_owned())];
        intake.passed_over = vec!["d: no text".to_owned()];
        let left_out = "5 left out".to_owned();
        assert_eq!(intake.messages(Some(&left_out)).collect::<Vec<_>>(), ["5 left out", "d: no text", "b: 1", "c: 2"]);
    }

    #[test]
    fn of_more_lines_the_first_is_said() {
        let said = |lines: &[&'static str]| in_one_line(lines.iter().copied());
        assert_eq!(said(&[]), None);
        assert_eq!(said(&["b: 1"]).as_deref(), Some("b: 1"));
        assert_eq!(said(&["b: 1", "c: 2"]).as_deref(), Some("b: 1 (and 1 more)"));
    }
}
