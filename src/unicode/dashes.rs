//! Dashes and hyphens.
//!
//! ```text
//!     -  U+2010  U+2011       hyphens: they join words, and lines that end within one
//!     ־  ֊                    maqaf of Hebrew, hyphen of Armenian: they join words
//!     ‒ – — ―                 dashes: they part clauses
//!     −  U+FF0D               minus signs, also written for either
//! ```

/// The soft hyphen: where a word may be divided. Cleaning leaves it only at the end of a line, where it divides one for sure.
pub(crate) const SOFT_HYPHEN: char = '\u{AD}';

/// Tells whether a character is a dash, a hyphen or a minus sign.
pub(crate) const fn is_dash(c: char) -> bool {
    joins_words(c) || parts_clauses(c) || matches!(c, '−' | '\u{FF0D}')
}

/// Tells whether a character is a hyphen.
pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Tells whether a character is written between words that it makes one of.
pub(crate) const fn joins_words(c: char) -> bool {
    is_hyphen(c) || matches!(c, '\u{58A}' | '\u{5BE}')
}

/// Tells whether a character is a dash that parts clauses.
pub(crate) const fn parts_clauses(c: char) -> bool {
    matches!(c, '\u{2012}' | '–' | '—' | '\u{2015}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_are_told_from_other_marks() {
        let all: String = ('\0'..=char::MAX).filter(|&c| is_dash(c)).collect();
        assert_eq!(all, "-\u{58A}\u{5BE}\u{2010}\u{2011}\u{2012}–—\u{2015}−\u{FF0D}");
        assert!(all.chars().all(|c| !(joins_words(c) && parts_clauses(c))));
    }
}
