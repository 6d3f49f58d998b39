//! A bound on grapheme clusters, so that no cell of a screen holds a whole text.
//!
//! ```text
//!     e + 2,000 accents, with or without joiners between      8 accents are left
//!     man ZWJ man ZWJ man …                                   a joiner goes where the 17th code point would be joined
//!     ka virama ka virama ka …                                so does a virama; the letters stay
//!     100 leading consonants of Hangul                        15 are left: nothing parts them
//! ```
//!
//! Whether a character belongs to the cluster before it is asked of the rules (UAX #29) only where one of the two may:
//! all others are letters and signs that stand for themselves.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::GraphemeCursor;

/// Gives the most code points of a grapheme cluster. The longest in use have fourteen: families of emoji with the
/// colour of everyone's skin, and the conjuncts of Sanskrit with their accents.
pub const LONGEST: usize = 16;

/// The most marks on one letter; no written language needs more.
const MARKS: usize = 8;

/// Holds the grapheme cluster at the end of a growing text.
#[derive(Debug)]
pub(super) struct Clusters {
    /// Where it begins in the text, in bytes.
    start: usize,
    /// Its code points.
    length: usize,
    /// The marks since its last letter.
    marks: usize,
    /// Whether a simple character after it surely begins another one.
    is_closed: bool,
}

impl Default for Clusters {
    fn default() -> Self {
        Self { start: 0, length: 0, marks: 0, is_closed: true }
    }
}

impl Clusters {
    /// Takes note of simple characters and line ends, so many bytes at the end of a text.
    pub fn pass(&mut self, text: &str, length: usize) {
        let last = text.chars().next_back().map_or(0, char::len_utf8);
        let at = text.len() - last;
        if last == length && !self.is_closed && self.joins(text, at) {
            self.length += 1; // there is room: what joins letters leaves it
        } else {
            (self.start, self.length) = (at, 1);
        }
        self.marks = 0;
        self.is_closed = true;
    }

    /// Takes note of the character at the end of a text, or refuses it because its cluster would be too long.
    pub fn admit(&mut self, text: &str, c: char) -> bool {
        let at = text.len() - c.len_utf8();
        let is_plain_mark = is_plain_mark(c);
        let is_mark = is_plain_mark || is_combining_mark(c);
        let is_joined = if is_plain_mark { at > 0 && !text[..at].ends_with('\n') } else { self.joins(text, at) };
        if !is_joined {
            *self = Self { start: at, length: 1, marks: usize::from(is_mark), is_closed: is_plain_mark };
            return true;
        }
        // What may join a letter to the cluster leaves room for it.
        let is_letter = c.is_alphanumeric() && !is_mark && !is_prepended(c);
        let most = if is_letter && !is_leading(c) { LONGEST } else { LONGEST - 1 };
        if self.length >= most || (is_mark && self.marks >= MARKS) {
            return false;
        }
        self.length += 1;
        self.is_closed &= is_plain_mark;
        self.marks = if is_letter { 0 } else { self.marks + usize::from(is_mark) };
        true
    }

    /// Takes note of so many tags after the text, or refuses them.
    pub fn admit_all(&mut self, tags: usize) -> bool {
        let has_room = self.length + tags < LONGEST;
        if has_room {
            self.length += tags;
            self.is_closed = false;
        }
        has_room
    }

    /// Tells whether the character at a byte belongs to the cluster before it.
    fn joins(&self, text: &str, at: usize) -> bool {
        let cluster = &text[self.start..];
        let mut cursor = GraphemeCursor::new(at - self.start, cluster.len(), true);
        !cursor.is_boundary(cluster, 0).expect("a cluster is whole from its beginning on")
    }
}

/// Tells whether a character belongs to no cluster but its own next to such characters: letters and signs of most
/// scripts. Others may do so too. All of them are kept as they are.
pub(super) const fn is_simple(c: char) -> bool {
    // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Thai, Georgian; signs; kana, ideographs, syllables
    // of Korean, full and half widths; emoji.
    matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{58F}'
        | '\u{5D0}'..='\u{5F4}' | '\u{606}'..='\u{60F}' | '\u{61B}' | '\u{61D}'..='\u{64A}' | '\u{660}'..='\u{66F}'
        | '\u{671}'..='\u{6D5}' | '\u{6EE}'..='\u{6FF}' | '\u{904}'..='\u{939}' | '\u{958}'..='\u{961}' | '\u{964}'..='\u{980}'
        | '\u{E01}'..='\u{E30}' | '\u{E3F}'..='\u{E46}' | '\u{10A0}'..='\u{10FF}' | '\u{1E00}'..='\u{1FFE}'
        | '\u{2000}'..='\u{200A}' | '\u{2010}'..='\u{2027}' | '\u{202F}'..='\u{205F}' | '\u{2070}'..='\u{20CF}'
        | '\u{2100}'..='\u{2BFF}' | '\u{2E80}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF9D}' | '\u{FFFC}' | '\u{FFFD}'
        | '\u{1F300}'..='\u{1F3F3}' | '\u{1F3F5}'..='\u{1F3FA}' | '\u{1F400}'..='\u{1FAFF}' | '\u{20000}'..='\u{2FFFD}'
        | '\u{30000}'..='\u{3FFFD}')
}

/// Tells whether a character is a mark that joins nothing to its letter: accents, points and vowels of those scripts.
const fn is_plain_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{93C}' | '\u{93E}'..='\u{94C}' | '\u{E31}' | '\u{E34}'..='\u{E3A}'
        | '\u{E47}'..='\u{E4E}' | '\u{3099}' | '\u{309A}')
}

/// Tells whether a character is a leading consonant of Hangul, to which syllables are joined.
const fn is_leading(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{A960}'..='\u{A97C}')
}

/// Tells whether a character joins what follows to itself (UAX #29, `Prepend`, of Unicode 16).
const fn is_prepended(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{D4E}' | '\u{110BD}'
        | '\u{110CD}' | '\u{111C2}' | '\u{111C3}' | '\u{113D1}' | '\u{1193F}' | '\u{11941}'
        | '\u{11A84}'..='\u{11A89}' | '\u{11D46}' | '\u{11F02}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::super::text;
    use super::*;

    /// Returns the code points of the longest cluster of a text.
    fn longest(text: &str) -> usize {
        text.graphemes(true).map(|cluster| cluster.chars().count()).max().unwrap_or(0)
    }

    #[test]
    fn simple_characters_are_clusters_of_their_own() {
        let simple: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_simple(c)).collect();
        for around in ['a', '\u{915}', '\u{AC00}', '\u{1F469}', '\u{660}', '\u{706F}'] {
            assert!(is_simple(around));
            let text: String = simple.iter().flat_map(|&c| [c, c, around]).collect();
            let joined = text.graphemes(true).find(|cluster| cluster.chars().count() > 1);
            assert_eq!(joined, None, "{}", joined.unwrap_or_default().escape_unicode());
        }
    }

    #[test]
    fn plain_marks_join_themselves_alone() {
        for mark in ('\0'..=char::MAX).filter(|&c| is_plain_mark(c)) {
            assert!(is_combining_mark(mark), "{}", mark.escape_unicode());
            for around in ['a', '\u{915}', '\u{AC00}', '\u{1F469}', '\u{660}', '\u{706F}', '\u{E01}', mark] {
                let text: String = ['a', mark, around].iter().collect();
                let joined = text.graphemes(true).next().map(|cluster| cluster.chars().count());
                assert_eq!(joined, Some(if around == mark { 3 } else { 2 }), "{}", text.escape_unicode());
            }
        }
    }

    #[test]
    fn prepended_characters_join_what_follows() {
        let joins = |c: &char| [*c, 'a'].iter().collect::<String>().graphemes(true).count() == 1;
        let joining: String = ('\0'..=char::MAX).filter(joins).collect();
        let prepended: String = ('\0'..=char::MAX).filter(|&c| is_prepended(c)).collect();
        assert_eq!(joining.escape_unicode().to_string(), prepended.escape_unicode().to_string());
    }

    #[test]
    fn piled_marks_are_capped() {
        let mark = |count: usize| "\u{301}".repeat(count);
        assert_eq!(text(&format!("e{}x\u{301}", mark(100))), format!("e{}x\u{301}", mark(MARKS)));
        let parted = "\u{301}\u{200B}\u{301}\u{FE0F}".repeat(50);
        assert_eq!(text(&format!("e{parted}")), format!("e{}", mark(MARKS)));
        let joined = format!("e{} next", "\u{301}\u{200D}".repeat(2000));
        assert_eq!(text(&joined), format!("e{} next", "\u{301}\u{200D}".repeat(7)));
    }

    #[test]
    fn nothing_resets_the_bound() {
        for unit in [
            "\u{1161}",
            "\u{1100}",
            "\u{11A8}",
            "\u{600}",
            "\u{200D}",
            "\u{200C}",
            "\u{FF9E}",
            "\u{E33}",
            "\u{94D}",
            "\u{903}",
            "\u{1F468}\u{200D}",
            "\u{915}\u{94D}",
            "\u{915}\u{94D}\u{200D}",
            "\u{1F3FB}",
            "\u{1F468}\u{1F3FB}\u{200D}",
            "\u{301}\u{200D}",
        ] {
            for base in ["", "e", "\u{AC00}", "\u{1F468}", "\u{1F3F4}"] {
                for after in ["a", "\u{706F}", "\u{301}", "\u{AC00}", "\u{1F468}"] {
                    let raw = format!("{base}{}{after}\u{301}\u{301}", unit.repeat(60));
                    let clean = text(&raw);
                    assert!(longest(&clean) <= LONGEST, "{} {}", longest(&clean), clean.escape_unicode());
                }
            }
        }
    }

    #[test]
    fn what_joins_goes_and_letters_stay() {
        let letters = |text: &str, letter: char| text.chars().filter(|&c| c == letter).count();
        assert_eq!(letters(&text(&"\u{1F468}\u{200D}".repeat(60)), '\u{1F468}'), 60);
        assert_eq!(letters(&text(&"\u{915}\u{94D}".repeat(60)), '\u{915}'), 60);
        assert_eq!(letters(&text(&("\u{600}".repeat(60) + "a")), 'a'), 1);
    }

    #[test]
    fn what_is_written_stays() {
        for written in [
            // The family of four with the colour of everyone's skin, and a kiss.
            "\u{1F468}\u{1F3FD}\u{200D}\u{1F469}\u{1F3FD}\u{200D}\u{1F467}\u{1F3FD}\u{200D}\u{1F466}\u{1F3FD}",
            "\u{1F469}\u{1F3FD}\u{200D}\u{2764}\u{200D}\u{1F48B}\u{200D}\u{1F468}\u{1F3FD}",
            // kartsnya with a vowel, a nasal and an accent; a stack of Tibetan; Hebrew with its points; Hangul of old.
            "\u{930}\u{94D}\u{924}\u{94D}\u{938}\u{94D}\u{928}\u{94D}\u{92F}\u{93E}\u{901}\u{951}",
            "\u{F67}\u{F90}\u{FB5}\u{FA8}\u{FB3}\u{FBA}\u{FBC}\u{FBB}\u{F82}",
            "\u{5E9}\u{5C1}\u{5BC}\u{5B8}\u{591}\u{5BD}",
            "\u{1112}\u{1161}\u{11AB}",
        ] {
            assert!(matches!(text(written), std::borrow::Cow::Borrowed(_)), "{}", written.escape_unicode());
            assert_eq!(written.graphemes(true).count(), 1, "{}", written.escape_unicode());
        }
    }

    proptest! {
        #[test]
        fn no_cluster_is_longer(raw in "([a\u{E9}\u{600}\u{1100}\u{1161}\u{11A8}\u{AC00}\u{915}\u{94D}\u{93C}\u{301}\u{200C}\u{200D}\u{1F468}\u{1F3FB}\u{1F3F4}\u{1F1E9}\u{E0067}\u{E007F}\u{E33}\u{200B}\n ]|\u{301}{5,20}|\u{1100}{5,20}){0,60}") {
            let clean = text(&raw);
            prop_assert!(longest(&clean) <= LONGEST);
            prop_assert_eq!(text(&clean).into_owned(), clean.into_owned());
        }
    }
}
