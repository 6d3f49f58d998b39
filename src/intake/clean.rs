//! Nothing from outside may steer the terminal, and nothing that can be read may vanish.
//!
//! A report, a file name or an error message may hold escape sequences, control characters, marks that turn the
//! direction of the text, or a hundred accents on one letter. All of it is taken out when it is read, so that no
//! later room has to think of it:
//!
//! ```
//! use diptych::intake::clean;
//!
//! assert_eq!(clean::text("one\x1b[31m red\x1b]0;title\x07 word\r\nnext"), "one red word\nnext");
//! assert_eq!(clean::line("two\nlines\u{202E}"), "two lines");
//! ```
//!
//! What becomes of a character, and whether it is counted, so that it can be said ([`counted`]):
//!
//! ```text
//!     ESC [ 31 m    ESC ] 0 ; title BEL     taken out whole, counted; without an end ESC ] alone is taken out
//!     U+0000–U+001F, U+007F                 taken out, counted; line ends, tabs and page breaks are no such characters
//!     U+0080–U+009F                         shown as U+FFFD, counted: they come of a wrong decoding, and steer nothing
//!     U+0085                                ends a line where it is the only one of these, and nothing else ends lines
//!     U+FDD0–U+FDEF, U+FFFE, U+FFFF, …      noncharacters: shown as U+FFFD, counted
//!     U+E0001–U+E007F                       tags: kept where they make a flag of U+1F3F4, else taken out, counted
//!     a ninth mark, a 17th code point       of one grapheme cluster: taken out, counted
//!     U+00AD, U+200B, U+FEFF, U+202E, …     show nothing: taken out; this changes no word, and is not counted
//!     U+00AD before a line end              divides a word: the line ends behind the whole word
//! ```

mod clusters;
mod removed;
mod sequences;

use std::borrow::Cow;
use std::str::Chars;

pub use clusters::LONGEST;
pub use removed::Removed;

use crate::unicode::ascii_scan;
use crate::unicode::dashes::SOFT_HYPHEN;
use clusters::{Clusters, is_simple};

/// The flag that tags make another one of (UTS #51, emoji tag sequences).
const FLAG: char = '\u{1F3F4}';

/// What ends the tags of a flag.
const END_OF_TAGS: char = '\u{E007F}';

/// Cleans a text: lines end with `\n`, tabs are spaces, and control characters, terminal sequences, invisible
/// and direction-turning characters are gone; but for a soft hyphen at the end of a line, which who joins the lines takes off.
/// What is clean is not copied.
///
/// Cost: linear in the text.
#[must_use]
pub fn text(raw: &str) -> Cow<'_, str> {
    counted(raw).0
}

/// Cleans a text as [`text`] does, and counts what was taken out of it.
///
/// Cost: linear in the text.
#[must_use]
pub fn counted(raw: &str) -> (Cow<'_, str>, Removed) {
    Cleaning::new(raw).finish()
}

/// Cleans what must stay on one line: a name, a message.
///
/// Other than in a text, nothing is taken out whole, so that the rest of a name can be recognised and the cause after
/// it read: each control character leaves a `\u{FFFD}`.
#[must_use]
pub fn line(raw: &str) -> String {
    text(&one_line(raw)).into_owned()
}

/// Cleans what is being typed, as [`line()`] does. The tags of a flag come one by one; those at the end of the text are
/// kept as long as the others may still come.
#[must_use]
pub fn typed(raw: &str) -> String {
    let raw = one_line(raw);
    Cleaning { is_growing: true, ..Cleaning::new(&raw) }.finish().0.into_owned()
}

fn one_line(raw: &str) -> String {
    let shown = |c: char| match c {
        '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() && c.is_whitespace() => ' ',
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    raw.chars().map(shown).collect()
}

/// A text that is being cleaned.
struct Cleaning<'r> {
    raw: &'r str,
    /// What is left of it, once it is other than the text.
    clean: Option<String>,
    clusters: Clusters,
    removed: Removed,
    /// Whether U+0085 ends lines, once it is asked.
    has_next_lines: Option<bool>,
    /// Whether more text may follow.
    is_growing: bool,
}

impl<'r> Cleaning<'r> {
    fn new(raw: &'r str) -> Self {
        let (clusters, removed) = (Clusters::default(), Removed::default());
        Self { raw, clean: None, clusters, removed, has_next_lines: None, is_growing: false }
    }

    fn finish(mut self) -> (Cow<'r, str>, Removed) {
        let mut rest = self.raw.chars();
        loop {
            let plain = plain(rest.as_str());
            rest = rest.as_str()[plain.len()..].chars();
            let at = self.raw.len() - rest.as_str().len();
            self.keep_plain(plain, at);
            let Some(c) = rest.next() else { break };
            let is_at_end = c == SOFT_HYPHEN && goes_on_below(rest.as_str());
            let shown = if is_at_end { Some(c) } else { self.shown(c, &mut rest) };
            if shown != Some(c) {
                self.differ(at);
            }
            if shown.is_some_and(|shown| self.keep(shown, at)) && c == FLAG {
                self.keep_tags(&mut rest);
            }
        }
        (self.clean.map_or(Cow::Borrowed(self.raw), Cow::Owned), self.removed)
    }

    /// Notes that the text differs from what is left of it, from a byte on.
    fn differ(&mut self, at: usize) {
        if self.clean.is_none() {
            let mut clean = String::with_capacity(self.raw.len());
            clean.push_str(&self.raw[..at]);
            self.clean = Some(clean);
        }
    }

    /// Keeps plain text that ends at a byte.
    fn keep_plain(&mut self, plain: &str, end: usize) {
        if let Some(clean) = &mut self.clean {
            clean.push_str(plain);
        }
        if !plain.is_empty() {
            self.clusters.pass(self.clean.as_deref().unwrap_or(&self.raw[..end]), plain.len());
        }
    }

    /// Keeps a character that stands at a byte, unless its cluster is too long already; whether it is kept.
    fn keep(&mut self, c: char, at: usize) -> bool {
        let is_kept = if let Some(clean) = &mut self.clean {
            clean.push(c);
            let is_kept = self.clusters.admit(clean, c);
            if !is_kept {
                clean.pop();
            }
            is_kept
        } else {
            self.clusters.admit(&self.raw[..at + c.len_utf8()], c)
        };
        if !is_kept {
            self.differ(at);
            self.removed.piled += 1;
        }
        is_kept
    }

    /// Keeps the tags after a flag if they make another flag of it.
    fn keep_tags(&mut self, rest: &mut Chars<'_>) {
        let is_tag = |c: &char| matches!(c, '\u{E0020}'..='\u{E007E}');
        let tags = rest.clone().take(LONGEST).take_while(is_tag).count();
        let end = rest.clone().nth(tags);
        let is_whole = end == Some(END_OF_TAGS) || (end.is_none() && self.is_growing);
        let length = tags + usize::from(end.is_some());
        if tags == 0 || !is_whole || !self.clusters.admit_all(length) {
            return;
        }
        for c in rest.by_ref().take(length) {
            if let Some(clean) = &mut self.clean {
                clean.push(c);
            }
        }
    }

    /// Returns what is to be seen of a character that is not plain; `None` for one that goes, with what belongs to it.
    fn shown(&mut self, c: char, rest: &mut Chars<'_>) -> Option<char> {
        match c {
            '\u{0B}' | '\u{0C}' | '\u{2028}' | '\u{2029}' => return Some('\n'),
            '\u{85}' if *self.has_next_lines.get_or_insert_with(|| ends_lines(self.raw)) => return Some('\n'),
            '\r' => {
                if rest.as_str().starts_with('\n') {
                    rest.next();
                }
                return Some('\n');
            }
            '\t' => return Some(' '),
            '\x1b' if sequences::skip(rest) => self.removed.sequences += 1,
            '\u{80}'..='\u{9F}' => {
                self.removed.damaged += 1;
                return Some(char::REPLACEMENT_CHARACTER);
            }
            _ if is_noncharacter(c) => {
                self.removed.noncharacters += 1;
                return Some(char::REPLACEMENT_CHARACTER);
            }
            '\u{E0001}' | '\u{E0020}'..='\u{E007F}' => self.removed.tags += 1,
            _ if c.is_control() => self.removed.controls += 1,
            _ => return Some(c).filter(|&c| !is_unseen(c)),
        }
        None
    }
}

/// Tells whether a line ends, and one with text comes below, or a column ends and another stands beside it: there a soft hyphen is
/// seen, and who joins lines needs it.
fn goes_on_below(rest: &str) -> bool {
    let is_space = |c: char| matches!(c, ' ' | '\t');
    let line = rest.trim_start_matches(is_space);
    let below = line.strip_prefix("\r\n").or_else(|| line.strip_prefix(['\n', '\r']));
    let is_column = || rest.starts_with("  ") && line.starts_with(char::is_alphanumeric);
    is_column() || below.is_some_and(|below| below.trim_start_matches(is_space).starts_with(char::is_alphabetic))
}

/// Returns the text that comes first of which nothing goes and nothing is piled up, its lines included: all that is
/// read but a few characters.
fn plain(text: &str) -> &str {
    let mut length = 0;
    loop {
        length += ascii_scan::printable(&text.as_bytes()[length..]);
        length += match text[length..].chars().next() {
            Some('\n') => 1,
            Some(c) if is_simple(c) => c.len_utf8(),
            _ => return &text[..length],
        };
    }
}

/// Tells whether U+0085 is a line end in a text, as on mainframes: it is the only one of its kind, and there are no
/// other line ends. Else it is, as the others, half of a letter or an ellipsis that was decoded wrongly.
fn ends_lines(text: &str) -> bool {
    let is_other = |c: char| c == '\n' || (matches!(c, '\u{80}'..='\u{9F}') && c != '\u{85}');
    !text.contains(is_other)
}

/// Code points that are no characters and never will be (the Unicode Standard, 23.7); XML has no place for some of
/// them.
const fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || c as u32 & 0xFFFE == 0xFFFE
}

/// Characters that show nothing and change how others show: byte order marks, direction and variation
/// selectors, soft hyphens, zero-width spaces.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    /// Returns the tags after U+1F3F4 that make another flag of it.
    fn flag(tags: &str) -> String {
        let tag = |c: char| char::from_u32(0xE0000 + u32::from(c)).expect("ASCII has tags");
        [FLAG].into_iter().chain(tags.chars().map(tag)).chain([END_OF_TAGS]).collect()
    }

    #[test]
    fn unseen_characters_go() {
        assert_eq!(text("\u{FEFF}a\u{202E}b\u{2066}c\u{AD}d\u{200B}e\u{2764}\u{FE0F}"), "abcde\u{2764}");
        assert_eq!(text("a\tb\r\nc\rd\u{2028}e\u{0C}f"), "a b\nc\nd\ne\nf");
        assert!(counted("\u{FEFF}a\u{202E}b\tc\r\nd\u{FE0F}").1.is_empty());
    }

    #[test]
    fn a_soft_hyphen_before_a_line_end_stays() {
        assert_eq!(text("in\u{AD}\nvesti\u{AD}gation into\nit"), "in\u{AD}\nvestigation into\nit");
        assert_eq!(text("Mon\u{AD} \r\n  day\r\nin"), "Mon\u{AD} \n  day\nin");
        assert_eq!(text("ev\u{AD}\nery\u{AD}\nwhere, so\tit"), "ev\u{AD}\nery\u{AD}\nwhere, so it");
        assert_eq!(text("Mon\u{AD}\n\nday \u{AD}"), "Mon\n\nday ");
        assert_eq!(text("Mon\u{AD}  The\u{AD} boat"), "Mon\u{AD}  The boat");
        assert_eq!(text("Mon\u{AD}\né\u{301}day"), "Mon\u{AD}\né\u{301}day");
    }

    #[test]
    fn simple_characters_are_kept() {
        let simple: String = ('\0'..=char::MAX).filter(|&c| is_simple(c)).collect();
        assert!(simple.chars().all(|c| !(c.is_control() || is_unseen(c) || is_noncharacter(c) || c == FLAG)));
        assert!(matches!(text(&simple), Cow::Borrowed(_)));
    }

    #[test]
    fn a_wrong_decoding_costs_no_word() {
        // A quotation in UTF-8 that was read as Latin-1.
        let raw = "\u{E2}\u{80}\u{9C}We waited,\u{E2}\u{80}\u{9D} she said.\u{9B}31m The boats\u{90} left.";
        let (clean, removed) = counted(raw);
        assert_eq!(
            clean,
            "\u{E2}\u{FFFD}\u{FFFD}We waited,\u{E2}\u{FFFD}\u{FFFD} she said.\u{FFFD}31m The boats\u{FFFD} left."
        );
        assert_eq!(removed, Removed { damaged: 6, ..Removed::default() });
    }

    #[test]
    fn the_next_line_of_mainframes_ends_lines_where_nothing_else_does() {
        assert_eq!(counted("One.\u{85}Two.\u{85}"), ("One.\nTwo.\n".into(), Removed::default()));
        assert_eq!(text("Wait\u{85} he said.\nTwo."), "Wait\u{FFFD} he said.\nTwo.");
        assert_eq!(text("\u{C3}\u{85}re\u{80}"), "\u{C3}\u{FFFD}re\u{FFFD}");
    }

    #[test]
    fn noncharacters_are_shown_as_such() {
        let raw = "a\u{FFFF}b\u{FFFE}c\u{FDD0}d\u{FDEF}e\u{1FFFE}f\u{10FFFF}g";
        let expected = "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{FFFD}g";
        assert_eq!(counted(raw), (expected.into(), Removed { noncharacters: 6, ..Removed::default() }));
        assert_eq!(line(raw), expected);
        let left = ('\0'..=char::MAX).filter(|&c| is_noncharacter(c));
        assert_eq!(left.count(), 66);
    }

    #[test]
    fn control_characters_are_counted() {
        let (clean, removed) = counted("a\x08b\x7Fc\x01\x02");
        assert_eq!((&*clean, removed), ("abc", Removed { controls: 4, ..Removed::default() }));
    }

    #[test]
    fn flags_keep_their_tags() {
        for flag in [flag("gbeng"), flag("gbsct"), flag("usca")] {
            let text_ = format!("a {flag}\u{1F469} b\x01");
            assert_eq!(text(&text_), text_.replace('\x01', ""));
            assert_eq!(line(&flag), flag);
            assert_eq!(flag.graphemes(true).count(), 1);
        }
        assert_ne!(text(&flag("gbeng")), text(&flag("gbwls")));
    }

    #[test]
    fn stray_tags_go() {
        let (england, long) = (flag("gbeng"), flag(&"a".repeat(40)));
        let open = england.trim_end_matches(END_OF_TAGS);
        let none = Removed::default();
        assert_eq!(counted(open), ("\u{1F3F4}".into(), Removed { tags: 5, ..none }));
        assert_eq!(counted(&long), ("\u{1F3F4}".into(), Removed { tags: 41, ..none }));
        assert_eq!(counted(&england.replace(FLAG, "a")), ("a".into(), Removed { tags: 6, ..none }));
        assert_eq!(counted(&flag("")), ("\u{1F3F4}".into(), Removed { tags: 1, ..none }));
        assert_eq!(counted("a\u{E0001}b"), ("ab".into(), Removed { tags: 1, ..none }));
        assert_eq!(typed(open), open);
        assert_eq!(typed(&format!("{open}a")), "\u{1F3F4}a");
    }

    #[test]
    fn a_line_loses_nothing_that_can_be_read() {
        assert_eq!(
            line("a\x1b]0;b\u{9B}c: no such\r\n\u{85}file\u{202E}\u{2028}"),
            "a\u{FFFD}]0;b\u{FFFD}c: no such   file "
        );
    }

    /// Any text, and more often such as this room is for.
    const HOSTILE: &str = "(\\PC|[\\x00-\\x1f\\x7f\u{80}-\u{9f}]|[a\\]\\[PX^_;0 \\x1b\\x07\\\\\u{9C}\u{9D}\u{85}\u{FFFF}\u{FDD0}\u{1F3F4}\u{E0067}\u{E007F}])*";

    proptest! {
        #[test]
        fn no_control_character_is_left(raw in HOSTILE) {
            prop_assert!(text(&raw).chars().all(|c| c == '\n' || !(c.is_control() || is_noncharacter(c))));
            let is_odd = |c: char| c.is_control() || is_noncharacter(c) || c == '\u{2028}';
            prop_assert!(!line(&raw).contains(is_odd));
        }

        #[test]
        fn what_is_clean_stays(raw in HOSTILE) {
            let once = text(&raw);
            let (again, removed) = counted(&once);
            prop_assert!(removed.is_empty());
            prop_assert!(matches!(again, Cow::Borrowed(same) if same == once));
        }

        #[test]
        fn letters_outside_of_sequences_stay(raw in "([a-z\u{E9}\u{706F} \n\x01\u{80}\u{85}\u{90}\u{98}-\u{9F}\u{FFFF}\u{E0067}\u{202E}]|\x1b\\](\n|\u{E9}))*") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(letters(&text(&raw)), letters(&raw));
        }
    }
}
