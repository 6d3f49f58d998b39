//! What a line of a text looks like to who asks whether the next one goes on with it.
//!
//! ```text
//!        replace the boats, “and more,” he       indent 3, width 37, first word 7 wide; begins small, ends open
//!     said.                                      indent 0, width 5, first word 5 wide; begins small, ends a sentence
//! ```

use unicode_width::UnicodeWidthChar;

use crate::unicode::scripts::{ends_in_greek_question, joins_lines};
use crate::unicode::{dashes, notes, quotes};

/// The widest line that somebody may have wrapped, in columns: small print across a page. What is wider is a paragraph of its
/// own.
const WIDEST: usize = 140;

/// Holds a line, trimmed, and its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// Its text without white space around it; empty where nothing stands in it.
    pub text: &'t str,
    /// How far in it begins, in columns.
    pub indent: usize,
    /// How many characters stand before its text.
    inset: usize,
    /// Where it ends, in columns.
    pub width: usize,
    /// How wide its first word is; in a script without spaces its first letter, with the punctuation that may begin no line.
    pub first: usize,
    /// How it begins.
    pub begin: Begin,
    /// How it ends.
    pub end: End,
    /// How often it is quoted, as mail is.
    pub depth: usize,
}

/// Says how a line begins, opening marks passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begin {
    /// With a small letter, or a mark that begins no line: hardly the beginning of a paragraph.
    Small,
    /// With a letter of a script that has no small ones.
    Caseless,
    /// With a capital, a figure or a mark.
    Other,
}

/// Says how a line ends, closing marks passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// As sentences do, or with a colon.
    Sentence,
    /// With a hyphen behind a letter or a figure.
    Hyphen,
    /// Within a sentence, as far as can be seen.
    Open,
}

impl<'t> Line<'t> {
    /// Looks at a line.
    pub fn new(raw: &'t str, depth: usize) -> Self {
        let text = raw.trim();
        let mut line =
            Line { text, indent: 0, inset: 0, width: 0, first: 0, begin: Begin::Other, end: End::Open, depth };
        // No character takes more than four bytes; where a wide line ends is never asked.
        if text.is_empty() || text.len() > 4 * WIDEST {
            return line;
        }
        let inset = || raw[..raw.len() - raw.trim_start().len()].chars();
        line.indent = inset().map(|c| c.width().unwrap_or(1)).sum();
        line.inset = inset().count();
        line.width = line.indent + width(text);
        line.first = first_width(text);
        line.begin = begin(text);
        line.end = end(text);
        line
    }

    /// Returns it as who counts characters measures it: each has as many columns as are given, the marks of Thai or Hindi too,
    /// which show above a letter, and the spaces of Korean.
    ///
    /// Cost: linear in the line.
    pub fn by_characters(mut self, columns: usize) -> Self {
        if !self.is_blank() && !self.is_wide() {
            let parts = self.text.split([' ', '\u{3000}']).next().unwrap_or("");
            let is_of_letters = self.first < width(parts);
            self.indent = self.inset * columns;
            self.width = self.characters() * columns;
            self.first = if is_of_letters { self.first } else { parts.chars().count() * columns };
        }
        self
    }

    /// Tells whether nothing stands in it.
    pub const fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Tells whether it is about as wide as people wrap running text.
    pub const fn is_of_usual_width(&self) -> bool {
        self.width >= 40 && self.width <= 84
    }

    /// Tells whether it is wider than anybody wraps a text.
    pub const fn is_wide(&self) -> bool {
        !self.text.is_empty() && (self.width == 0 || self.width > WIDEST)
    }

    /// Tells whether it may be a part of a wrapped paragraph. A long address is never broken.
    pub fn may_be_wrapped(&self) -> bool {
        let is_address = || !self.text.contains(|c: char| c == ' ' || joins_lines(c));
        !self.is_blank() && self.width > 0 && (self.width <= WIDEST || is_address())
    }

    /// Returns how many columns a line has that this one and the first word of the next would fill.
    pub fn with_first_of(&self, next: &Line<'_>) -> usize {
        let gap = usize::from(self.end != End::Hyphen && !self.is_joined_to(next));
        self.width + gap + next.first
    }

    /// Tells whether no space stands between its end and the next line: both are of a script that has none.
    pub fn is_joined_to(&self, next: &Line<'_>) -> bool {
        self.text.ends_with(joins_lines) && next.text.starts_with(joins_lines)
    }

    /// Tells whether its end or the beginning of the next line is of a script that has no spaces.
    pub fn touches(&self, next: &Line<'_>) -> bool {
        self.text.ends_with(joins_lines) || next.text.starts_with(joins_lines)
    }

    /// Tells whether it is of a script that sets neither spaces between words nor marks at the ends of sentences: Thai, Lao.
    pub fn is_unmarked(&self) -> bool {
        self.text.starts_with(is_unmarked)
    }

    /// Tells whether the end of it lies within a word of Thai or Lao, or at least at no space: a sign that stands at no beginning or no
    /// end of a word, or a line as wide as any beside it, in characters.
    pub fn divides_word(&self, next: &Line<'_>, widest: usize) -> bool {
        if !self.text.ends_with(is_unmarked) || !next.text.starts_with(is_unmarked) {
            return false;
        }
        let leads = self.text.ends_with(|c| matches!(c, '\u{E40}'..='\u{E44}' | '\u{EC0}'..='\u{EC4}'));
        let follows = |c| matches!(c, '\u{E30}'..='\u{E3A}' | '\u{E45}'..='\u{E4E}' | '\u{EB0}'..='\u{EBD}' | '\u{EC6}'..='\u{ECE}');
        leads || next.text.starts_with(follows) || self.characters() >= widest
    }

    /// Returns how many characters it has, those before its text with them.
    pub fn characters(&self) -> usize {
        self.inset + self.text.chars().count()
    }

    /// Counts the ends of sentences inside it that a capital follows, and its spaces.
    pub fn ends_inside(&self) -> (usize, usize) {
        let words = || self.text.split(' ').filter(|word| !word.is_empty());
        let is_end =
            |(word, next): &(&str, &str)| word.len() > 3 && end(word) == End::Sentence && begin(next) == Begin::Other;
        let ends = words().zip(words().skip(1)).filter(is_end).count();
        (ends, words().count().saturating_sub(1))
    }

    /// Counts the ends of sentences inside it that a capital follows behind one space, and behind two.
    pub fn gaps_inside(&self) -> (usize, usize) {
        let (mut single, mut double) = (0, 0);
        let mut before = "";
        let mut spaces = 0;
        for word in self.text.split(' ') {
            if word.is_empty() {
                spaces += 1;
                continue;
            }
            if before.len() > 3 && end(before) == End::Sentence && !before.ends_with(':') && begin(word) == Begin::Other
            {
                single += usize::from(spaces == 0);
                double += usize::from(spaces == 1);
            }
            (before, spaces) = (word, 0);
        }
        (single, double)
    }

    /// Tells whether the next line surely goes on with the same sentence, if their words are running text.
    pub fn runs_on_into(&self, next: &Line<'_>) -> bool {
        match next.begin {
            Begin::Small => self.end != End::Sentence,
            // Some end lines with a comma that are verses, or paragraphs cut short.
            Begin::Caseless => self.end == End::Open && !self.text.ends_with(['、', '，', ',', '；', '،', '؛']),
            Begin::Other => false,
        }
    }
}

/// The fewest letters that show that a text has only capitals.
const CAPITALS: usize = 200;

/// Takes capitals for letters of a script without small ones where a text has hardly any others, as wires wrote it: there a
/// capital says nothing of where a sentence begins.
///
/// Cost: linear in the text.
pub(super) fn level_capitals(lines: &mut [Line<'_>]) {
    let (mut large, mut small) = (0_usize, 0_usize);
    for line in lines.iter() {
        large += line.text.chars().filter(|c| c.is_uppercase()).count();
        small += line.text.chars().filter(|c| c.is_lowercase()).count();
        // A text of a usual kind shows it soon.
        if small > CAPITALS && small > large {
            return;
        }
    }
    if large < CAPITALS || small * 50 > large {
        return;
    }
    let begins_large = |text: &str| text.trim_start_matches(opens).starts_with(char::is_uppercase);
    for line in lines.iter_mut().filter(|line| line.begin == Begin::Other && begins_large(line.text)) {
        line.begin = Begin::Caseless;
    }
}

/// Returns how wide a text is; in ASCII, which has a column a byte, without looking at each character.
fn width(text: &str) -> usize {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return text.len();
    }
    // Who wraps a text counts characters: letters that a font joins are two.
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

fn first_width(text: &str) -> usize {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return 0 };
    if joins_lines(first) {
        let closes = |c: &char| joins_lines(*c) && !c.is_alphanumeric();
        let closing: usize = chars.take(2).take_while(closes).filter_map(UnicodeWidthChar::width).sum();
        return first.width().unwrap_or(0) + closing;
    }
    // A no-break space keeps two words on one line.
    let parts = |c: char| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}');
    text.split(parts).next().map_or(0, width)
}

/// Tells whether a character is of Thai or Lao.
const fn is_unmarked(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}')
}

/// Tells whether a mark of Chinese or Japanese stands at no beginning of a line, so that whoever counts letters left it there.
const fn closes(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '」' | '』' | '）' | '》' | '】')
}

/// Tells whether a mark may stand before the first letter of a line.
fn opens(c: char) -> bool {
    quotes::is_quotation_mark(c) || matches!(c, '(' | '[' | '（' | '¿' | '¡' | '—' | '–')
}

fn begin(text: &str) -> Begin {
    if text.starts_with(closes) {
        return Begin::Small;
    }
    match text.trim_start_matches(opens).chars().next() {
        Some(c) if c.is_lowercase() => Begin::Small,
        Some(c) if c.is_alphabetic() && !c.is_uppercase() => Begin::Caseless,
        _ => Begin::Other,
    }
}

fn end(text: &str) -> End {
    let closes = |c: char| quotes::is_quotation_mark(c) || matches!(c, ')' | ']' | '）' | ' ' | '*' | '_');
    let bare = text.trim_end_matches(closes);
    let mut before = bare.chars().rev();
    match before.next() {
        Some(dashes::SOFT_HYPHEN) => End::Hyphen,
        Some(';' | '\u{37E}') if ends_in_greek_question(bare) => End::Sentence,
        Some('.') if bare.len() == text.len() && is_cut_short(bare) => End::Open,
        Some('.' | '!' | '?' | '…' | ':' | '。' | '！' | '？' | '：' | '।' | '؟' | '۔' | '։' | '។' | '။') => {
            End::Sentence
        }
        Some(c)
            if dashes::is_hyphen(c) && bare.len() == text.len() && is_before_hyphen(before.next(), before.next()) =>
        {
            End::Hyphen
        }
        // A mark of a note behind the full stop.
        Some('\u{B9}' | '\u{B2}' | '\u{B3}' | '\u{2074}'..='\u{2079}' | '†') if before.next() == Some('.') => {
            End::Sentence
        }
        Some(c) if c.is_alphanumeric() && ends_with_note(text) => End::Sentence,
        _ => End::Open,
    }
}

/// Tells whether a hyphen belongs to what stands before it: a letter, a figure, or the full stop of capitals ("the U.S.-").
fn is_before_hyphen(last: Option<char>, before: Option<char>) -> bool {
    last.is_some_and(char::is_alphanumeric) || last == Some('.') && before.is_some_and(char::is_uppercase)
}

/// Words that a full stop cuts short and a name follows, so that hardly a sentence ends with them.
const TITLES: [&str; 36] = [
    "Adm", "Bros", "Capt", "Cmdr", "Col", "Cpl", "Dña", "Dott", "Dr", "Fr", "Frl", "Gen", "Gov", "Hon", "Hr", "Lt",
    "Maj", "Messrs", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Mt", "Pres", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens",
    "Sgt", "Sig", "Sra", "Srta", "St",
];

/// `after what Mr.`, `the U.S.`, `said J.`: whether a sentence goes on behind a full stop rather than ends there.
fn is_cut_short(bare: &str) -> bool {
    let word = bare.rsplit(char::is_whitespace).next().unwrap_or("").trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(word) = word.strip_suffix('.') else { return false };
    let are_initials = || {
        !word.is_empty()
            && word.split('.').all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase))
    };
    TITLES.contains(&word) || are_initials()
}

/// `… in their hulls.[12]`
fn ends_with_note(text: &str) -> bool {
    let split = text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
    split.is_some_and(|(text, note)| text.ends_with(['.', '!', '?', '”', '"']) && notes::is_note(note))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_of_lines() {
        let line = Line::new("   replace the boats, “and more,” he ", 0);
        assert_eq!((line.indent, line.width, line.first), (3, 36, 7));
        assert_eq!((line.begin, line.end), (Begin::Small, End::Open));
        assert!(Line::new(" \u{A0}", 0).is_blank() && !Line::new("", 0).may_be_wrapped());
    }

    #[test]
    fn a_no_break_space_keeps_words_together() {
        assert_eq!(Line::new("40\u{A0}millions d’euros", 0).first, 11);
        assert_eq!(Line::new("«\u{202F}Oui\u{202F}», dit-il", 0).first, 8);
    }

    #[test]
    fn ends_of_sentences() {
        for text in [
            "so.",
            "so.”",
            "so?)",
            "so:",
            "そう。",
            "so.[12]",
            "so.[note 4]",
            "so.[a]",
            "so.³",
            "so.*",
            "كذا؟",
            "so. . .",
        ] {
            assert_eq!(end(text), End::Sentence, "{text}");
        }
        for text in ["so", "so,", "so –", "so [12]", "3 -", "so,”"] {
            assert_eq!(end(text), End::Open, "{text}");
        }
        for text in ["after what Mr.", "in the U.S.", "said J.", "(Sen."] {
            assert_eq!(end(text), End::Open, "{text}");
        }
        assert_eq!(end("investi-"), End::Hyphen);
        assert_eq!(end("in 2019-"), End::Hyphen);
        assert_eq!(end("investi\u{2010}"), End::Hyphen);
        assert_eq!((end("the U.S.-"), end("etc.-")), (End::Hyphen, End::Open));
    }

    #[test]
    fn beginnings() {
        for (text, expected) in [
            ("so", Begin::Small),
            ("“so", Begin::Small),
            ("So", Begin::Other),
            ("3", Begin::Other),
            ("灯", Begin::Caseless),
        ] {
            assert_eq!(begin(text), expected, "{text}");
        }
    }

    #[test]
    fn a_long_address_is_a_line_like_others() {
        assert!(Line::new(&"a".repeat(200), 0).may_be_wrapped());
        assert!(!Line::new(&"a b".repeat(70), 0).may_be_wrapped());
    }
}
