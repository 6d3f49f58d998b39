//! Whether a line may break between two characters of ordinary prose.
//!
//! ```text
//!     "a b"  ÷    between letters with a space between, and so for nearly all; but not before what closes
//!     "a-b"  ÷    after a hyphen inside a word
//!     "a.b"  ×
//!     "a灯"  ?    another character has a part in it: the full rules know
//! ```
//!
//! The classes are those of UAX #14 that news are made of. For any other character, and for the few pairs that hang on
//! what stands beyond them, the verdict is to ask.

/// What is known of a place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A line may break there.
    Break,
    /// It may not.
    Join,
    /// The full rules have to be asked.
    Ask,
}

/// What a character is where lines break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// AL: letters, and signs that are as letters.
    Letter,
    /// NU: digits.
    Digit,
    /// OP: what opens.
    Open,
    /// QU: quotation marks that open.
    OpenQuote,
    /// QU: quotation marks that close, and the apostrophe.
    CloseQuote,
    /// QU: quotation marks of one shape.
    Quote,
    /// IS: points between words and inside numbers.
    Point,
    /// CP: round and square brackets that close.
    Bracket,
    /// CL: what else closes.
    Brace,
    /// EX: points that end a sentence with force.
    Exclamation,
    /// IN: the ellipsis.
    Ellipsis,
    /// HY: the hyphen.
    Hyphen,
    /// BA: the dash as long as an n.
    Dash,
    /// B2: the dash as long as an m.
    LongDash,
    /// PR, PO: what stands before and after numbers.
    Unit,
    /// SY: the slash.
    Slash,
    /// SP: the space.
    Space,
    /// Whatever the full rules are for.
    Other,
}

use Class::{
    Brace, Bracket, CloseQuote, Dash, Digit, Ellipsis, Exclamation, Hyphen, Letter, LongDash, Open, OpenQuote, Other,
    Point, Quote, Slash, Space, Unit,
};

/// What is known of the place before the character that begins at a byte, which is not the first one.
///
/// Cost: linear in the spaces before it.
pub(super) fn verdict(text: &[u8], at: usize) -> Verdict {
    let after = class(text, at).0;
    let bare = at - text[..at].iter().rev().take_while(|&&b| b == b' ').count();
    let before = class_before(text, bare);
    if before == Other || after == Other {
        Verdict::Ask
    } else if after == Space {
        Verdict::Join
    } else if bare < at {
        apart(before, after)
    } else {
        together(text, at, before, after)
    }
}

/// The verdict on two characters with only spaces between.
const fn apart(before: Class, after: Class) -> Verdict {
    match (before, after) {
        (Open, _) | (LongDash, LongDash) | (_, Point | Bracket | Brace | Exclamation | Slash) => Verdict::Join,
        (OpenQuote, _) | (_, CloseQuote) => Verdict::Ask,
        _ => Verdict::Break,
    }
}

/// The verdict on two characters with nothing between, which is at a byte.
fn together(text: &[u8], at: usize, before: Class, after: Class) -> Verdict {
    let breaks = match after {
        _ if matches!(before, Open | OpenQuote | CloseQuote | Quote) => false,
        Letter => matches!(before, Brace | Exclamation | Ellipsis | Hyphen | Dash | LongDash | Slash),
        Digit => matches!(before, Brace | Exclamation | Ellipsis | Dash | LongDash),
        Unit => !matches!(before, Letter | Digit | Brace | Bracket),
        Open => !matches!(before, Letter | Digit | Unit),
        LongDash => before != LongDash,
        _ => false,
    };
    if !breaks {
        return Verdict::Join;
    }
    // A hyphen that begins a word belongs to it, and after Hebrew all is otherwise.
    let is_known = match before {
        Hyphen => !matches!(class_before(text, at - 1), Space | Other),
        Dash => class_before(text, at - DASH.len()) != Other,
        _ => true,
    };
    if is_known { Verdict::Break } else { Verdict::Ask }
}

/// How far it is from a character to the next one that does not simply go on with its word or its spaces.
pub(super) fn run(text: &[u8], at: usize) -> usize {
    let rest = text[at..].iter();
    match text[at] {
        b' ' => rest.take_while(|&&b| b == b' ').count(),
        byte if is_of_word(byte) => rest.take_while(|&&b| is_of_word(b)).count(),
        _ => class(text, at).1,
    }
}

/// How far it is back to the beginning of the character before a byte, or of its word, or of its spaces.
pub(super) fn run_before(text: &[u8], at: usize) -> usize {
    let rest = text[..at].iter().rev();
    match text[at - 1] {
        b' ' => rest.take_while(|&&b| b == b' ').count(),
        byte if is_of_word(byte) => rest.take_while(|&&b| is_of_word(b)).count(),
        _ => at - start_before(text, at),
    }
}

/// Whether a byte is a letter or a digit of ASCII: no line breaks between them.
const fn is_of_word(byte: u8) -> bool {
    matches!(CLASSES[byte as usize], Letter | Digit)
}

/// The class of the character that ends at a byte; for the beginning of the text that of the full rules.
fn class_before(text: &[u8], end: usize) -> Class {
    if end == 0 { Other } else { class(text, start_before(text, end)).0 }
}

/// Where the character begins that ends at a byte.
fn start_before(text: &[u8], end: usize) -> usize {
    let rest = text[..end].iter().rev().take_while(|&&b| b & 0xC0 == 0x80).count();
    end - rest - 1
}

/// The class of the character that begins at a byte, and its length in bytes.
pub(super) fn class(text: &[u8], at: usize) -> (Class, usize) {
    match text[at..] {
        [byte @ 0..0x80, ..] => (CLASSES[usize::from(byte)], 1),
        [0xC3, 0x97 | 0xB7, ..] | [0xD2, 0x83..=0x89, ..] => (Other, 2), // × ÷, marks that combine
        [0xC3..=0xC9 | 0xCE..=0xD3, ..] => (Letter, 2),                  // À to ɏ, Greek, Cyrillic
        [0xE2, 0x80, last, ..] => (punctuation(last), 3),
        [0xC2..0xE0, ..] => (Other, 2),
        [0xE0..0xF0, ..] => (Other, 3),
        _ => (Other, 4),
    }
}

/// The class of a character of the block of general punctuation, by its last byte.
const fn punctuation(last: u8) -> Class {
    match last {
        0x98 | 0x9C => OpenQuote,  // ‘ “
        0x99 | 0x9D => CloseQuote, // ’ ”
        0x9A | 0x9E => Open,       // ‚ „
        0x93 => Dash,
        0x94 => LongDash,
        0xA6 => Ellipsis,
        _ => Other,
    }
}

const DASH: &str = "–";

/// The classes of ASCII characters, by their byte.
const CLASSES: [Class; 256] = {
    let mut classes = [Other; 256];
    let mut b = 0_u8;
    while b < 128 {
        classes[b as usize] = match b {
            b' ' => Space,
            b'(' | b'[' | b'{' => Open,
            b'\'' | b'"' => Quote,
            b'.' | b',' | b';' | b':' => Point,
            b')' | b']' => Bracket,
            b'}' => Brace,
            b'!' | b'?' => Exclamation,
            b'-' => Hyphen,
            b'%' | b'$' | b'+' | b'\\' => Unit,
            b'/' => Slash,
            b'0'..=b'9' => Digit,
            b'|' | b'\0'..=0x1F | 0x7F => Other,
            _ => Letter,
        };
        b += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with what is known of each place, where it is not that no line breaks there.
    fn drawn(text: &str) -> String {
        let sign = |at: usize| match verdict(text.as_bytes(), at) {
            _ if at == 0 => "",
            Verdict::Break => "÷",
            Verdict::Join => "",
            Verdict::Ask => "?",
        };
        text.char_indices().map(|(at, c)| format!("{}{c}", sign(at))).collect()
    }

    #[test]
    fn prose_is_known() {
        assert_eq!(drawn("“Co-op’s, it  said"), "“Co-÷op’s, ÷it  ÷said");
        assert_eq!(drawn("in 1990–95 (or so…)"), "in ÷1990–÷95 ÷(or ÷so…)");
        assert_eq!(drawn("late – or—not $1.5/kg"), "late ÷– ÷or÷—÷not ÷$1.5/÷kg");
    }

    #[test]
    fn what_hangs_on_more_is_to_be_asked() {
        assert_eq!(drawn("a -b"), "a ÷-?b");
        assert_eq!(drawn("a灯 ’90"), "a?灯? ?’90");
    }
}
