//! Quotation marks, what closes them, and apostrophes.
//!
//! The same shape opens in one language and closes in another:
//!
//! ```text
//!     “x”  English      „x“  German      „x”  Polish      ”x”  Swedish      'x'  "x"  typewriter
//!     «x»  French       »x«  Danish      ‘x’  ‚x‘         「x」  『x』  Japanese      《x》  〈x〉  titles
//!     ״x״  Hebrew, which writes the same two marks within words
//! ```
//!
//! These are the characters with Unicode's property `Quotation_Mark`, the grave accent, which stands for one on old
//! typewriters, geresh and gershayim of Hebrew, and the angle brackets that set off titles in East Asia.

use std::ops::Range;

use super::{dashes, scripts};
use QuoteForm::{Double, Single, Title};
use Use::{Closes, Either, Opens, UsuallyCloses, UsuallyOpens};

/// Holds a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct QuoteMark {
    /// What a typewriter has for it.
    pub form: QuoteForm,
    /// Which end of a quotation it stands at.
    pub at: Use,
    /// What closes a quotation that it opens.
    pub closers: &'static str,
}

/// Says what a quotation mark is on a typewriter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteForm {
    /// `"`
    Double,
    /// `'`
    Single,
    /// None: what sets off the title of a work.
    Title,
}

/// Says which end of a quotation a mark stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It opens.
    Opens,
    /// It closes.
    Closes,
    /// It opens in most languages.
    UsuallyOpens,
    /// It closes in most languages.
    UsuallyCloses,
    /// It does either.
    Either,
}

/// Returns what is known of a quotation mark, `None` for any other character.
pub(crate) const fn mark(c: char) -> Option<QuoteMark> {
    let (form, at, closers) = match c {
        '"' => (Double, Either, "\""),
        '\u{FF02}' => (Double, Either, "\u{FF02}"),
        '“' => (Double, UsuallyOpens, "”"),
        '”' => (Double, UsuallyCloses, "”"),
        '„' | '\u{2E42}' => (Double, UsuallyOpens, "“”"),
        '‟' => (Double, Either, "”"),
        '«' => (Double, UsuallyOpens, "»"),
        '»' => (Double, UsuallyCloses, "«»"),
        '「' => (Double, Opens, "」"),
        '『' => (Double, Opens, "』"),
        '｢' => (Double, Opens, "｣"),
        '〝' => (Double, Opens, "〞〟"),
        '\u{FE41}' => (Double, Opens, "\u{FE42}"),
        '\u{FE43}' => (Double, Opens, "\u{FE44}"),
        '」' | '』' | '｣' | '〞' | '〟' | '\u{FE42}' | '\u{FE44}' => (Double, Closes, ""),
        '״' => (Double, Either, "״"),
        '\'' => (Single, Either, "'"),
        '׳' => (Single, Either, "׳"),
        '\u{FF07}' => (Single, Either, "\u{FF07}"),
        '`' => (Single, Either, "'`"),
        '‘' => (Single, UsuallyOpens, "’"),
        '’' => (Single, UsuallyCloses, ""),
        '‚' => (Single, UsuallyOpens, "‘’"),
        '‛' => (Single, Either, "’"),
        '‹' => (Single, UsuallyOpens, "›"),
        '›' => (Single, UsuallyCloses, "‹›"),
        '《' => (Title, Opens, "》"),
        '〈' => (Title, Opens, "〉"),
        '》' | '〉' => (Title, Closes, ""),
        _ => return None,
    };
    Some(QuoteMark { form, at, closers })
}

/// Tells whether a character is a quotation mark of any kind.
pub(crate) const fn is_quotation_mark(c: char) -> bool {
    mark(c).is_some()
}

/// Returns what a quotation mark is on a typewriter; `None` if it has none, or is no quotation mark.
pub(crate) const fn typewriter(c: char) -> Option<char> {
    match mark(c) {
        Some(QuoteMark { form: Double, .. }) => Some('"'),
        Some(QuoteMark { form: Single, .. }) => Some('\''),
        Some(QuoteMark { form: Title, .. }) | None => None,
    }
}

/// Tells whether a character is written for an apostrophe inside a word.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '׳' | '\u{FF07}')
}

/// Tells whether a mark at a place opens by the spaces around it; `None` if they do not say.
///
/// What stands before is a space, the beginning of the text, a bracket or a dash, or what stands after is a space or
/// the end; both or neither say nothing.
pub(crate) fn opens_by_spaces(text: &str, mark: &Range<usize>) -> Option<bool> {
    let is_bound = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '{') || dashes::parts_clauses(c);
    let before = text[..mark.start].chars().next_back().is_none_or(is_bound);
    let after = text[mark.end..].chars().next().is_none_or(char::is_whitespace);
    (before != after).then_some(before)
}

/// A quotation that was opened.
struct Opened {
    start: usize,
    mark: QuoteMark,
}

/// How deeply quotations may stand in each other.
const NESTED: usize = 64;

/// Finds what stands in quotation marks, the marks included, in the order in which the quotations end.
///
/// A closing mark ends the last quotation that it can close, and those opened within. A quotation that nothing closes
/// goes on in the next paragraph if no other mark comes after the one that opens it; a single mark must begin the text
/// then, since it may be an apostrophe. The apostrophe of "the boats’ hulls" cannot be told from a closing mark. Cost:
/// linear in the text.
pub(crate) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<Opened> = Vec::new();
    let mut last = None;
    // Most characters are told by their bytes: of ASCII these three are marks.
    let mut of_ascii = memchr::memchr3_iter(b'"', b'\'', b'`', text.as_bytes());
    let may_be_mark = |&(_, byte): &(usize, u8)| matches!(byte, b'"' | b'\'' | b'`' | 0xC0..);
    let mut of_any = text.bytes().enumerate().filter(may_be_mark).map(|(start, _)| start);
    let places: &mut dyn Iterator<Item = usize> = if text.is_ascii() { &mut of_ascii } else { &mut of_any };
    for start in places {
        let Some((c, mark)) = text[start..].chars().next().and_then(|c| Some((c, mark(c)?))) else { continue };
        let range = start..start + c.len_utf8();
        if is_within_word(text, &range, mark.form) {
            continue;
        }
        let opens = opens_by_spaces(text, &range);
        // In French a space stands before a mark that closes as well.
        let may_close = opens != Some(true) || matches!(mark.at, Closes | UsuallyCloses);
        // Quotations are not nested deeper: what opened long before and never closed is no partner.
        let recent = open.len().saturating_sub(NESTED);
        let closes = open[recent..].iter().rposition(|open| open.mark.closers.contains(c)).map(|at| recent + at);
        if let Some(first) = closes.filter(|_| may_close) {
            found.push(open[first].start..range.end);
            open.truncate(first);
        } else if may_open(mark, opens) && !(mark.form == Single && text[range.end..].starts_with(char::is_numeric)) {
            open.push(Opened { start, mark });
        } else {
            continue;
        }
        last = Some(start);
    }
    let goes_on = open.pop().filter(|open| Some(open.start) == last && (open.mark.form != Single || open.start == 0));
    found.extend(goes_on.map(|open| open.start..text.len()));
    found
}

/// Tells whether a mark opens a quotation, which has nothing to close.
fn may_open(mark: QuoteMark, by_spaces: Option<bool>) -> bool {
    match mark.at {
        _ if mark.closers.is_empty() => false,
        Opens => true,
        UsuallyOpens => by_spaces != Some(false),
        Either if mark.form == Double => by_spaces != Some(false),
        Either | UsuallyCloses => by_spaces == Some(true),
        Closes => false,
    }
}

/// Tells whether a mark stands between two letters or digits as an apostrophe, or between two letters of Hebrew as the mark of an
/// abbreviation.
fn is_within_word(text: &str, mark: &Range<usize>, form: QuoteForm) -> bool {
    let is_of_word: fn(char) -> bool = match form {
        Single => char::is_alphanumeric,
        Double => scripts::is_hebrew,
        Title => return false,
    };
    let before = text[..mark.start].chars().next_back();
    let after = text[mark.end..].chars().next();
    before.is_some_and(is_of_word) && after.is_some_and(is_of_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_closes_is_a_mark_that_can() {
        for c in '\0'..=char::MAX {
            let Some(QuoteMark { form, at, closers }) = mark(c) else { continue };
            assert_eq!(at == Closes || c == '’', closers.is_empty(), "{c}");
            for closer in closers.chars() {
                let close = mark(closer).expect("it is a mark");
                assert!(close.form == form && close.at != Opens, "{c} {closer}");
            }
            assert!(!is_apostrophe(c) || form == Single, "{c}");
        }
    }

    #[test]
    fn marks_have_their_form() {
        assert_eq!(['“', '»', '』', '｢'].map(typewriter), [Some('"'); 4]);
        assert_eq!(['‘', '’', '›', '`'].map(typewriter), [Some('\''); 4]);
        assert_eq!(['《', '〉', 'ʼ', '´', 'a'].map(typewriter), [None; 5]);
    }

    /// Returns a text in which `{` and `}` stand before and after each quotation.
    #[track_caller]
    fn check(drawn: &str) {
        let text = drawn.replace(['{', '}'], "");
        let mut again = String::new();
        let found = quotations(&text);
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            again.extend(found.iter().filter(|range| range.end == at).map(|_| '}'));
            again.extend(found.iter().filter(|range| range.start == at).map(|_| '{'));
            again.extend(text[at..].chars().next());
        }
        assert_eq!(again, drawn);
    }

    #[test]
    fn quotations_of_many_languages() {
        check("{“It was time,”} she said. {“Go.”}");
        check("{‘It was time,’} she said, {‘and it isn’t now’}.");
        check("{\"It was time,\"} she said. {\"Go.\"} A {'ferry'} isn't {'a boat'}.");
        check("{„Es war Zeit“}, sagte sie, {‚endlich‘}, und {»jetzt«}.");
        check("Elle a dit : {« C’est l’heure »}, puis {‹ oui ›}.");
        check("Hon sade: {”Det var dags”}. {„Czas”}, {»nu»}.");
        check("{「閉じた」}と市長。{《日報》}と{〈灯台〉}、{“旧”}、{〝新〟}。");
        check("He said:{\"It was time.\"}");
    }

    #[test]
    fn a_quotation_may_hold_another() {
        check("{“She told me {‘wait’}, and I did,”} he said.");
        check("{“A {“b”} c”}");
        check("{“‘Twas time, he said.”}");
    }

    #[test]
    fn a_quotation_may_go_on_in_the_next_paragraph() {
        check("{“It was time. We went.}");
        check("{‘It was time. We went.}");
        check("It was {\"time. We went.}");
        check("It was “time. {“We”} went.");
    }

    #[test]
    fn apostrophes_and_inches_quote_nothing() {
        check("The boats’ hulls of the ’90s, the ‘90s and the '90s aren't the ferry's.");
        check("A 6\" pipe, {\"new\"}, and a 7\" one.");
        check("It was ‘time. We went.");
    }
}
