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

/// By what a reader sees what is left out of pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOutWay {
    /// `--show-left-out`, where the program ends with its output.
    Option,
    /// A key of the reader, as a person reads it.
    Key(String),
}

impl LeftOutWay {
    /// Says that so many `lines` can be seen.
    fn says(&self, lines: usize) -> String {
        let them = if lines == 1 { "it" } else { "them" };
        match self {
            Self::Option => format!("--show-left-out shows {them}"),
            Self::Key(key) => format!("press {key} to see {them}"),
        }
    }
}

impl Intake {
    /// Returns the lines of the articles that there is something to say of, after those of the whole story.
    pub fn notes<'a>(&'a self, way: &'a LeftOutWay) -> impl Iterator<Item = String> + 'a {
        let of_articles = self.articles.iter().zip(&self.notes);
        let notes = of_articles.filter_map(|(article, note)| with_left_out(article, note.as_deref(), way));
        self.remarks.iter().cloned().chain(notes)
    }

    /// Returns all that there is to say, what matters most first: how many articles are `left_out`, what was passed over, and the
    /// notes.
    pub fn messages<'a>(
        &'a self,
        left_out: Option<&'a String>,
        way: &'a LeftOutWay,
    ) -> impl Iterator<Item = String> + 'a {
        left_out.into_iter().chain(&self.passed_over).cloned().chain(self.notes(way))
    }
}

/// Returns the first of some lines, and how many more there are.
pub(super) fn in_one_line(mut lines: impl Iterator<Item = String>) -> Option<String> {
    let first = lines.next()?;
    Some(match lines.count() {
        0 => first,
        more => format!("{first} (and {more} more)"),
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
pub(super) fn with_left_out(article: &Article, note: Option<&str>, way: &LeftOutWay) -> Option<String> {
    if article.shows_left_out {
        return note.map(str::to_owned);
    }
    let whole = match article.others {
        0 if article.is_mail => "mail",
        0 => "page",
        _ => "file",
    };
    let left_out = match article.left_out.len() {
        0 => return note.map(str::to_owned),
        1 => format!("1 line of the {whole} is left out; {}", way.says(1)),
        lines => format!("{lines} lines of the {whole} are left out; {}", way.says(lines)),
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
        let note = note(&article, &Removed::default(), &[]);
        let note = with_left_out(&article, note.as_deref(), &LeftOutWay::Option);
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
        let note = note(&article, &Removed::default(), &[]);
        let note = with_left_out(&article, note.as_deref(), &LeftOutWay::Option);
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
        let way = LeftOutWay::Option;
        assert_eq!(intake.messages(None, &way).count(), 0);
        intake.articles = ["a", "b", "c"].map(|name| Article::read(name, "Text.")).into();
        intake.notes = vec![None, Some("b: 1".to_owned()), Some("c: 2".to_owned())];
        intake.passed_over = vec!["d: no text".to_owned()];
        let left_out = "5 left out".to_owned();
        let said: Vec<String> = intake.messages(Some(&left_out), &way).collect();
        assert_eq!(said, ["5 left out", "d: no text", "b: 1", "c: 2"]);
    }

    #[test]
    fn inside_the_reader_a_key_shows_what_is_left_out() {
        let mail = "From: Ann Example\nSubject: Boats\n\nFor you.\n\n---------- Forwarded message ---------\n\
                    From: Cy Example\nDate: 16 June 2026\nSubject: Boats\n\nThe boats left.";
        let mut article = Article::read("a.txt", mail);
        let key = LeftOutWay::Key("F7".to_owned());
        let said = with_left_out(&article, None, &key);
        assert_eq!(said.as_deref(), Some("a.txt: 2 lines of the mail are left out; press F7 to see them"));
        article.show_left_out(true);
        assert_eq!(with_left_out(&article, None, &key), None);
    }

    #[test]
    fn of_more_lines_the_first_is_said() {
        let said = |lines: &[&str]| in_one_line(lines.iter().map(|&line| line.to_owned()));
        assert_eq!(said(&[]), None);
        assert_eq!(said(&["b: 1"]).as_deref(), Some("b: 1"));
        assert_eq!(said(&["b: 1", "c: 2"]).as_deref(), Some("b: 1 (and 1 more)"));
    }
}
