//! Comments of note programs, which are there for who writes the note: left out, and counted.
//!
//! ```text
//!     The boats %% check this %% left.       The boats left.
//!     %%
//!     To do: ask the harbour master.         a block of them, to the mark that ends a line
//!     %%
//!     It rose by 5 %% and 6 %%.              text: the marks stand behind figures
//!     100 boats %% left.                     text: the mark has no end
//! ```

use std::borrow::Cow;

use memchr::memmem;

/// Begins and ends a comment.
const MARK: &str = "%%";

/// Returns a document without its comments, and how many there were. Code keeps them.
///
/// Cost: linear in the text.
pub(super) fn leave_out(source: &str) -> (Cow<'_, str>, usize) {
    if memmem::find(source.as_bytes(), MARK.as_bytes()).is_none() {
        return (Cow::Borrowed(source), 0);
    }
    let mut reader =
        CommentReader { rest: source, kept: String::with_capacity(source.len()), ..CommentReader::default() };
    while !reader.rest.is_empty() {
        reader.line();
    }
    (Cow::Owned(reader.kept), reader.count)
}

#[derive(Default)]
struct CommentReader<'s> {
    rest: &'s str,
    kept: String,
    count: usize,
    is_code: bool,
    /// Whether no block that begins later has an end.
    has_open_block: bool,
}

impl CommentReader<'_> {
    /// Takes a line, or a block of comment that it begins.
    fn line(&mut self) {
        let end = memchr::memchr(b'\n', self.rest.as_bytes()).map_or(self.rest.len(), |at| at + 1);
        let (line, after) = self.rest.split_at(end);
        let bare = line.trim();
        self.is_code ^= bare.starts_with("```") || bare.starts_with("~~~");
        if !self.is_code && !self.has_open_block && bare.starts_with(MARK) && bare.matches(MARK).count() == 1 {
            if let Some(length) = block(after) {
                self.count += 1;
                self.kept.push('\n');
                self.rest = &after[length..];
                return;
            }
            self.has_open_block = true;
        }
        self.rest = after;
        if self.is_code { self.kept.push_str(line) } else { self.inline(line) }
    }

    /// Keeps a line without the comments in it.
    fn inline(&mut self, line: &str) {
        let mut rest = line;
        while let Some(start) = rest.find(MARK) {
            let (before, inside) = (&rest[..start], &rest[start + MARK.len()..]);
            let is_opening =
                !inside.starts_with('%') && !before.trim_end().ends_with(|c: char| c.is_numeric() || c == '%');
            let is_code = before.matches('`').count() % 2 == 1;
            match inside.find(MARK).filter(|_| is_opening && !is_code) {
                Some(end) => {
                    self.count += 1;
                    self.kept.push_str(before);
                    rest = &inside[end + MARK.len()..];
                    if self.kept.is_empty() || self.kept.ends_with([' ', '\n']) {
                        rest = rest.trim_start_matches(' ');
                    }
                }
                None => break,
            }
        }
        self.kept.push_str(rest);
    }
}

/// Returns the length of a block of comment, its last line with it; `None` if no line ends it.
fn block(text: &str) -> Option<usize> {
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        length += line.len();
        if line.trim_end().ends_with(MARK) {
            return Some(length);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_are_counted() {
        for (text, expected, count) in [
            ("The boats %% check this %% left.", "The boats left.", 1),
            ("%% to do %% The %%a%%boats left. %%b%%\n", "The boats left. \n", 3),
            ("One.\n\n%%\nTo do: ask.\n\nAnd ask again.\n%%\n\nTwo.", "One.\n\n\n\nTwo.", 1),
            ("One.\n%% To do:\nask. %%\nTwo.", "One.\n\nTwo.", 1),
        ] {
            assert_eq!(leave_out(text), (Cow::Borrowed(expected), count), "{text}");
        }
    }

    #[test]
    fn what_is_no_clear_comment_stays() {
        for text in [
            "It rose by 5 %% and by 6 %% in March.",
            "Boats %% left.\n\nTwo %",
            "%%\nOne.\n\nTwo.",
            "`%% a %%` is one",
            "```\n%% a %%\n%%\nb\n%%\n```\n",
            "%%%% a %%%%",
            "100 %",
        ] {
            assert_eq!(leave_out(text), (Cow::Borrowed(text), 0), "{text}");
        }
    }

    #[test]
    fn cost_is_linear() {
        for unit in ["%%\na\n", "%% a\n", "a %% ", "%%a`", "%", "%%a%%"] {
            let start = std::time::Instant::now();
            let _ = leave_out(&unit.repeat(200_000));
            assert!(start.elapsed().as_secs() < 5, "{unit}");
        }
    }
}
