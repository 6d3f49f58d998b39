//! Lines of a head that begin with the date and go on with who wrote the report, or where it comes from.
//!
//! ```text
//!     16.06.2026, 14:30 Uhr | Lesezeit: 3 Min. | Von Anna Beispiel       a byline with a date
//!     Posted on June 3, 2026 by admin                                    a byline with a date
//!     By Ann Example 16 June 2026, 2.30pm 4 min read                     the same
//!     2026年06月16日 22:14 来源：新华社                                    a date
//!     12 January 2010, by boat                                           no line of this kind
//! ```

use super::bylines::{date_in, is_byline};
use super::dates::{self, DateLine, date_line, is_bar_or_space, leading_dates};
use super::folding::word_starts;
use super::lines::is_of_at_most;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;

/// The most words that may follow the date.
const MOST_WORDS: usize = 16;

/// Holds what a line says that begins with a date, or is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeadLine<'t> {
    /// The date.
    pub date: DateLine,
    /// Who wrote it, with the word for that.
    pub byline: Option<&'t str>,
}

/// Reads a line that is a date, or begins with one and says nothing else but who wrote it and what belongs to the page.
pub(super) fn head_line<'t>(text: &'t str, patterns: &Patterns, language: Option<&str>) -> Option<HeadLine<'t>> {
    if !dates::is_candidate(text) {
        return None;
    }
    if let Some(date) = date_line(text, patterns, language) {
        return Some(HeadLine { date, byline: None });
    }
    if let Some(date) =
        behind_place(text, patterns).and_then(|rest| date_line(rest, patterns, language)).filter(|date| date.is_full)
    {
        return Some(HeadLine { date, byline: None });
    }
    let leading = leading_dates(text, patterns, language).into_iter().find_map(|(date, rest)| {
        (date.is_full && is_addition(rest, patterns))
            .then(|| HeadLine { date, byline: parts(rest).find(|part| is_author(part, patterns)) })
    });
    leading.or_else(|| {
        patterns.after(PatternKind::Byline, text)?;
        let (before, date) = trailing_date(text, patterns, language)?;
        is_author(before, patterns).then_some(HeadLine { date, byline: Some(before) })
    })
}

/// Returns the date that a line ends with, perhaps with what belongs to the page behind it, and what stands before: of
/// `By Ann Example 4 March 2026, 6.58am 4 min read`, which no mark parts.
pub(super) fn trailing_date<'t>(
    text: &'t str,
    patterns: &Patterns,
    language: Option<&str>,
) -> Option<(&'t str, DateLine)> {
    if !dates::is_candidate(text) || date_in(text, patterns).is_some() {
        return None;
    }
    let date = |rest: &str| {
        let of_page = || {
            let dates = leading_dates(rest, patterns, language).into_iter();
            dates.filter(|(_, rest)| is_addition(rest, patterns)).map(|(date, _)| date).next()
        };
        date_line(rest, patterns, language).or_else(of_page).filter(|date| date.is_full)
    };
    // What is left of a date without its first word may be one as well, so the longest counts.
    word_starts(text).filter(|&at| at > 0).find_map(|at| {
        let (before, rest) = (text[..at].trim_end(), &text[at..]);
        let is_unparted = before.contains(char::is_alphabetic) && !before.ends_with(is_bar_or_space);
        is_unparted.then(|| date(rest)).flatten().map(|date| (before, date))
    })
}

/// `Madrid - 17 MAR 2026`, `Warszawa, 17 marca 2026`: what follows the name of a place: a few words without figures, each with a
/// capital, in a script that has some.
fn behind_place<'t>(text: &'t str, patterns: &Patterns) -> Option<&'t str> {
    /// The most words of a place.
    const PLACE: usize = 3;
    if !is_of_at_most(text, MOST_WORDS) {
        return None;
    }
    let end = [", ", " - ", " – ", " — ", " | ", " · ", " • "]
        .into_iter()
        .filter_map(|mark| Some((text.find(mark)?, mark.len())))
        .min()?;
    let (place, rest) = (&text[..end.0], &text[end.0 + end.1..]);
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_numeric());
    (is_of_at_most(place, PLACE) && place.split(' ').all(is_name) && !is_author(place, patterns)).then_some(rest)
}

/// Tells whether all parts of what follows the date say who wrote it, or belong to the page.
fn is_addition(rest: &str, patterns: &Patterns) -> bool {
    let is_of_page = |part: &str| is_of_at_most(part, MOST_WORDS) && patterns.has(PatternKind::Furniture, part);
    parts(rest).next().is_some() && parts(rest).all(|part| is_author(part, patterns) || is_of_page(part))
}

/// Parts what follows the date at its bars.
fn parts(rest: &str) -> impl Iterator<Item = &str> {
    let is_bar = |c: char| matches!(c, '/' | ',');
    let parts = rest.split(['|', '·', '•', '∙']).map(move |part| part.trim().trim_start_matches(is_bar).trim());
    parts.filter(|part| !part.is_empty())
}

fn is_author(part: &str, patterns: &Patterns) -> bool {
    is_byline(part, patterns) || is_of_role(part, patterns)
}

/// `by admin`: what somebody is who writes, in small letters.
fn is_of_role(part: &str, patterns: &Patterns) -> bool {
    patterns.after(PatternKind::Byline, part).is_some_and(|who| patterns.is(PatternKind::Role, who))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_and_what_follows_it() {
        for (line, date, byline) in [
            ("12 January 2010", "2010-01-12", None),
            ("16.06.2026, 14:30 Uhr | Lesezeit: 3 Min. | Von Anna Beispiel", "2026-06-16", Some("Von Anna Beispiel")),
            ("Posted on June 3, 2026 by admin", "2026-06-03", Some("by admin")),
            ("June 3, 2026 By Ann Example and Bo Sample", "2026-06-03", Some("By Ann Example and Bo Sample")),
            ("Publié le 16 juin 2026 à 14h30 par Anne Exemple", "2026-06-16", Some("par Anne Exemple")),
            ("16/06/2026 14:30 - Por Ana Exemplo", "2026-06-16", Some("Por Ana Exemplo")),
            ("16 giugno 2026, di Anna Esempio", "2026-06-16", Some("di Anna Esempio")),
            ("16 июня 2026 г., 14:30 | Автор: Анна Примерова", "2026-06-16", Some("Автор: Анна Примерова")),
            (
                "By Ann Example and Bo Sample 3 June 2026, 6.58am 4 min read",
                "2026-06-03",
                Some("By Ann Example and Bo Sample"),
            ),
            ("By Ann Example June 3, 2026", "2026-06-03", Some("By Ann Example")),
            ("By ANN EXAMPLE Updated 3 June 2026 at 07:12 GMT", "2026-06-03", Some("By ANN EXAMPLE")),
            ("Von Anna Beispiel 16.06.2026, 14:30 Uhr", "2026-06-16", Some("Von Anna Beispiel")),
            ("2026年06月16日 22:14 来源：新华社", "2026-06-16", None),
            ("2026-06-16 22:14 记者 张三", "2026-06-16", Some("记者 张三")),
            ("2026年6月16日 14時32分 印刷", "2026-06-16", None),
            ("June 3, 2026 Leave a comment", "2026-06-03", None),
            ("Madrid - 17 MAR 2026 - 14:05 CET", "2026-03-17", None),
            ("Nowy Targ, 17 marca 2026", "2026-03-17", None),
            ("LONDON, March 17, 2026", "2026-03-17", None),
            ("Ann Example · 17 March 2026", "2026-03-17", None),
            ("Hafen • 17.03.2026, 14:30 Uhr", "2026-03-17", None),
        ] {
            let read = head_line(line, Patterns::known(), None);
            assert_eq!(read.map(|read| (read.date.date, read.byline)), Some((date.to_owned(), byline)), "{line}");
        }
    }

    #[test]
    fn what_says_more_is_none() {
        for line in [
            "12 January 2010, by boat",
            "12 January 2010 by the council of Holm",
            "12 January by Ann Example",
            "12 January 2010 in Holm",
            "Holm, 12 January",
            "The boats left, 12 January 2010",
            "Am 16. Juni 2026 von Anna Beispiel eröffnet",
            "2010年1月12日、船は沈んだ",
            "By Ann Example",
            "By the quay on 3 June 2026",
            "Von Holm aus am 3. Juni 2026",
        ] {
            assert_eq!(head_line(line, Patterns::known(), None), None, "{line}");
        }
    }
}
