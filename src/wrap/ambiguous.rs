//! Characters that some terminals draw in two columns.
//!
//! Unicode calls them ambiguous (UAX #11): old fonts for Chinese, Japanese and Korean drew them as wide as their own.
//!
//! ```text
//!     Narrow    “né”        4 columns
//!     Wide      “ né ”      7
//! ```
//!
//! The width tables in use count signs of this class as wide, but letters as narrow, so that an é of one and of two
//! characters are alike. Terminals do not: they go by the class. So the letters stand here.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Says how wide a terminal draws what Unicode calls of ambiguous width, as curly quotation marks, é and lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One column, as nearly all do.
    #[default]
    Narrow,
    /// Two columns, as some do that are set up for Chinese, Japanese or Korean.
    Wide,
}

/// Holds how far it is sure what fits on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    pub bytes: usize,
    pub columns: usize,
    /// Whether what follows does not fit; else it may.
    pub is_full: bool,
}

impl Ambiguous {
    /// Returns the display width of a text in columns.
    #[must_use]
    pub fn width(self, text: &str) -> usize {
        if text.is_ascii() {
            return text.len();
        }
        let by_characters = text.chars().map(|c| self.alone(c)).sum::<Option<usize>>();
        by_characters.unwrap_or_else(|| text.graphemes(true).map(|cluster| self.cluster_width(cluster)).sum())
    }

    /// Returns how far it is sure, from its beginning on, what fits of a text on so many columns. Cost: linear in that.
    pub(super) fn reach(self, text: &str, columns: usize) -> Reach {
        let (mut at, mut left) = (0, columns);
        loop {
            let rest = &text.as_bytes()[at..];
            let next = &rest[..rest.len().min(left)];
            let ascii = if next.is_ascii() { next.len() } else { next.iter().take_while(|b| b.is_ascii()).count() };
            (at, left) = (at + ascii, left - ascii);
            if left == 0 {
                return Reach { bytes: at, columns, is_full: true };
            }
            let other = text[at..].chars().next();
            match other.and_then(|other| Some((other.len_utf8(), self.alone(other)?))) {
                Some((bytes, width)) if width <= left => (at, left) = (at + bytes, left - width),
                known => return Reach { bytes: at, columns: columns - left, is_full: known.is_some() },
            }
        }
    }

    /// Returns the columns of a character that takes as many whatever stands beside it.
    const fn alone(self, c: char) -> Option<usize> {
        match c {
            ' '..='~' => Some(1),
            _ if is_wide(c) => Some(2),
            _ if is_plain(c) && matches!(self, Self::Narrow) => Some(1),
            _ => None,
        }
    }

    /// Returns the display width of one grapheme cluster: 0 to 2, seldom more.
    #[must_use]
    pub fn cluster_width(self, cluster: &str) -> usize {
        if cluster.len() == 1 {
            return 1;
        }
        // Half-width voicing marks extend their letter, but terminals draw them in a column of their own.
        let marks = cluster.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
        marks
            + match self {
                Self::Narrow => cluster.width(),
                Self::Wide if is_letter(cluster) => 2,
                Self::Wide => cluster.width_cjk(),
            }
    }
}

/// Tells whether a character is one column wide whatever stands beside it, where what can be narrow is: letters of
/// Latin, Greek, Cyrillic, Hebrew and Arabic, and the dashes and quotation marks of print.
const fn is_plain(c: char) -> bool {
    let is_letter = matches!(c, '\u{AE}'..='\u{24F}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{52F}');
    let is_arabic = matches!(c, '\u{60C}' | '\u{61B}' | '\u{61F}'..='\u{64A}' | '\u{660}'..='\u{669}');
    let is_more_arabic = matches!(c, '\u{671}'..='\u{6D3}' | '\u{6F0}'..='\u{6F9}');
    let is_punctuation = matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{2010}'..='\u{2027}');
    let is_hebrew = matches!(c, '\u{5D0}'..='\u{5EA}');
    is_punctuation || is_letter || is_hebrew || is_arabic || is_more_arabic
}

/// Tells whether a character is two columns wide whatever stands beside it: kana, ideographs, syllables of Korean, and
/// the punctuation that is as wide.
const fn is_wide(c: char) -> bool {
    let is_letter = matches!(c, '\u{3041}'..='\u{3096}' | '\u{309B}'..='\u{30FF}' | '\u{AC00}'..='\u{D7A3}');
    let is_ideograph = matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}');
    is_letter || is_ideograph || matches!(c, '\u{3001}'..='\u{3029}' | '\u{FF01}'..='\u{FF60}')
}

/// Tells whether a cluster is a letter or a modifier of ambiguous width.
fn is_letter(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    let Some(code) = chars.next().map(u32::from) else { return false };
    let index = LETTERS.partition_point(|&(_, last)| last < code);
    chars.next().is_none() && LETTERS.get(index).is_some_and(|&(first, _)| first <= code)
}

/// Letters and modifier symbols of the class `A`, first and last of each run.
///
/// Source: `EastAsianWidth.txt` of the Unicode Character Database, 14.0.
const LETTERS: [(u32, u32); 61] = [
    (0x00A8, 0x00A8),
    (0x00AA, 0x00AA),
    (0x00B4, 0x00B4),
    (0x00B8, 0x00B8),
    (0x00BA, 0x00BA),
    (0x00C6, 0x00C6),
    (0x00D0, 0x00D0),
    (0x00D8, 0x00D8),
    (0x00DE, 0x00E1),
    (0x00E6, 0x00E6),
    (0x00E8, 0x00EA),
    (0x00EC, 0x00ED),
    (0x00F0, 0x00F0),
    (0x00F2, 0x00F3),
    (0x00F8, 0x00FA),
    (0x00FC, 0x00FC),
    (0x00FE, 0x00FE),
    (0x0101, 0x0101),
    (0x0111, 0x0111),
    (0x0113, 0x0113),
    (0x011B, 0x011B),
    (0x0126, 0x0127),
    (0x012B, 0x012B),
    (0x0131, 0x0133),
    (0x0138, 0x0138),
    (0x013F, 0x0142),
    (0x0144, 0x0144),
    (0x0148, 0x014B),
    (0x014D, 0x014D),
    (0x0152, 0x0153),
    (0x0166, 0x0167),
    (0x016B, 0x016B),
    (0x01CE, 0x01CE),
    (0x01D0, 0x01D0),
    (0x01D2, 0x01D2),
    (0x01D4, 0x01D4),
    (0x01D6, 0x01D6),
    (0x01D8, 0x01D8),
    (0x01DA, 0x01DA),
    (0x01DC, 0x01DC),
    (0x0251, 0x0251),
    (0x0261, 0x0261),
    (0x02C4, 0x02C4),
    (0x02C7, 0x02C7),
    (0x02C9, 0x02CB),
    (0x02CD, 0x02CD),
    (0x02D0, 0x02D0),
    (0x02D8, 0x02DB),
    (0x02DD, 0x02DD),
    (0x02DF, 0x02DF),
    (0x0391, 0x03A1),
    (0x03A3, 0x03A9),
    (0x03B1, 0x03C1),
    (0x03C3, 0x03C9),
    (0x0401, 0x0401),
    (0x0410, 0x044F),
    (0x0451, 0x0451),
    (0x207F, 0x207F),
    (0x2113, 0x2113),
    (0x2126, 0x2126),
    (0x212B, 0x212B),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_by_itself_is_as_wide_beside_others() {
        for widths in [Ambiguous::Narrow, Ambiguous::Wide] {
            for c in ' '..='\u{FFFF}' {
                let Some(alone) = widths.alone(c) else { continue };
                let text = format!("灯{c}a{c}");
                let clusters: Vec<usize> = text.graphemes(true).map(|cluster| widths.cluster_width(cluster)).collect();
                assert_eq!(clusters, [2, alone, 1, alone], "{c:?}");
            }
        }
    }

    #[test]
    fn what_can_be_wide_takes_two_columns_where_it_is() {
        assert_eq!((Ambiguous::Narrow.width("“né”"), Ambiguous::Wide.width("“né”")), (4, 7));
        assert_eq!((Ambiguous::Narrow.width("灯 ab"), Ambiguous::Wide.width("灯 ab")), (5, 5));
        let text = "“Three” boats";
        let lines: Vec<&str> = Ambiguous::Wide.wrap(text, 8).iter().map(|line| &text[line.range()]).collect();
        assert_eq!(lines, ["“Three", "” boats"]);
    }

    #[test]
    fn plain_characters_are_clusters_of_one_column() {
        let plain: String = ('\0'..='\u{FFFF}').filter(|&c| is_plain(c)).collect();
        let is_one = |cluster: &str| cluster.chars().count() == 1 && Ambiguous::Narrow.cluster_width(cluster) == 1;
        assert!(plain.graphemes(true).all(is_one));
    }

    #[test]
    fn letters_are_of_ambiguous_width_too() {
        assert_eq!((Ambiguous::Narrow.width("Дé"), Ambiguous::Wide.width("Дé")), (2, 4));
        // Of two characters, the first is a plain letter and the second takes no column.
        assert_eq!(Ambiguous::Wide.width("e\u{301}"), 1);
        assert_eq!(Ambiguous::Wide.width("ŵ"), 1);
        assert!(LETTERS.is_sorted_by(|a, b| a.1 < b.0) && LETTERS.iter().all(|(first, last)| first <= last));
    }
}
