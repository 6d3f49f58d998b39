//! Whether a line may break between two characters of ordinary prose.
//!
//! ```text
//!     "a b"  ÷    between letters with a space between, and so for nearly all; but not before what closes
//!     "a-b"  ÷    after a hyphen inside a word
//!     "a.b"  ×
//!     "灯台" ÷    between ideographs
//!     "aก"   ?    another character has a part in it: the full rules know
//! ```
//!
//! For characters that are not of a class, and for the few pairs that hang on what stands beyond them, the verdict is
//! to ask.

use super::classes::LineBreakClass::{
    self, Brace, Bracket, CloseQuote, Dash, Digit, Ellipsis, Exclamation, Hebrew, Hyphen, Ideograph, Letter, LongDash,
    NonStarter, Open, OpenQuote, Other, Point, Quote, Slash, Space, Unit, WideOpen,
};
use super::classes::{class, class_before, is_of_word, spaces, spaces_before, start_before};

/// Says what is known of a place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A line may break there.
    Break,
    /// It may not.
    Join,
    /// The full rules have to be asked.
    Ask,
}

/// Returns what is known of the place before the character that begins at a byte, which is not the first one; of Korean
/// words stay whole.
///
/// Cost: linear in the spaces before it.
pub(super) fn verdict(text: &[u8], at: usize, is_korean: bool) -> Verdict {
    let after = class(text, at).0;
    let bare = at - spaces_before(text, at);
    let before = class_before(text, bare);
    if before == Other || after == Other {
        Verdict::Ask
    } else if after == Space {
        Verdict::Join
    } else if bare < at {
        apart(before, after)
    } else if is_korean && (before == Hebrew || after == Hebrew) {
        Verdict::Ask
    } else if (before, after) == (Slash, Hebrew) {
        Verdict::Join
    } else {
        // But for what a slash and a hyphen do beside it, Hebrew is letters.
        let [before, after] = [before, after].map(|class| if class == Hebrew { Letter } else { class });
        if is_korean && matches!(after, Letter | Digit | Ideograph) {
            together_in_korean(text, at, before, after)
        } else {
            together(text, at, before, after)
        }
    }
}

/// Returns the verdict on two characters with only spaces between.
const fn apart(before: LineBreakClass, after: LineBreakClass) -> Verdict {
    match (before, after) {
        (Open | WideOpen, _)
        | (_, Point | Bracket | Brace | Exclamation | Slash)
        | (Bracket | Brace, NonStarter)
        | (LongDash, LongDash) => Verdict::Join,
        (OpenQuote, _) | (_, CloseQuote) => Verdict::Ask,
        _ => Verdict::Break,
    }
}

/// Returns the verdict on two characters with nothing between, which is at a byte.
fn together(text: &[u8], at: usize, before: LineBreakClass, after: LineBreakClass) -> Verdict {
    let breaks = match after {
        _ if matches!(before, Open | WideOpen | OpenQuote | CloseQuote | Quote) => false,
        Letter if matches!(before, Hyphen | Slash) => true,
        Letter | Digit => {
            matches!(before, Ideograph | NonStarter | Brace | Exclamation | Ellipsis | Dash | LongDash)
        }
        Unit => !matches!(before, Letter | Digit | Brace | Bracket),
        Open => !matches!(before, Letter | Digit | Unit),
        WideOpen => before != Unit,
        LongDash => before != LongDash,
        Ideograph => true,
        _ => false,
    };
    if !breaks {
        return Verdict::Join;
    }
    let is_known = match before {
        // A hyphen that begins a word belongs to it, and after Hebrew all is otherwise.
        Hyphen => !matches!(class_before(text, at - 1), Space | Hebrew | Other),
        Dash => !matches!(class_before(text, at - DASH.len()), Hebrew | Other),
        // Some units stand before numbers, some after.
        Unit => after != Ideograph,
        Ideograph => after != Unit,
        _ => true,
    };
    if is_known { Verdict::Break } else { Verdict::Ask }
}

/// Does the same in a text of Korean, where what may go on with a word comes after.
fn together_in_korean(text: &[u8], at: usize, before: LineBreakClass, after: LineBreakClass) -> Verdict {
    match before {
        Letter | Digit | Ideograph | Hyphen => Verdict::Join,
        NonStarter => Verdict::Ask,
        _ => together(text, at, before, after),
    }
}

const DASH: &str = "–";

/// Returns how far it is from a character to the next one that does not simply go on with its word or its spaces.
pub(super) fn run(text: &[u8], at: usize) -> usize {
    match text[at] {
        b' ' => spaces(text, at),
        byte if is_of_word(byte) => text[at..].iter().take_while(|&&b| is_of_word(b)).count(),
        _ => class(text, at).1,
    }
}

/// Returns how far it is back to the beginning of the character before a byte, or of its word, or of its spaces.
pub(super) fn run_before(text: &[u8], at: usize) -> usize {
    match text[at - 1] {
        b' ' => spaces_before(text, at),
        byte if is_of_word(byte) => text[..at].iter().rev().take_while(|&&b| is_of_word(b)).count(),
        _ => at - start_before(text, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a text with what is known of each place, where it is not that no line breaks there.
    fn drawn(text: &str) -> String {
        let sign = |at: usize| match verdict(text.as_bytes(), at, false) {
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
    fn ideographs_stand_for_themselves() {
        assert_eq!(drawn("灯台は「閉じた」。"), "灯÷台÷は÷「閉÷じ÷た」。");
        assert_eq!(drawn("ニュースA"), "ニュー÷ス÷A");
    }

    #[test]
    fn hebrew_is_letters_but_beside_a_slash_or_a_hyphen() {
        assert_eq!(drawn("שלום, (או) א/ב"), "שלום, ÷(או) ÷א/ב");
        assert_eq!(drawn("א-ב"), "א-?ב");
    }

    #[test]
    fn what_hangs_on_more_is_to_be_asked() {
        assert_eq!(drawn("a -b"), "a ÷-?b");
        assert_eq!(drawn("aש\u{5B8} ’90"), "aש?\u{5B8}? ?’90");
    }
}
