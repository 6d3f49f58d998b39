//! The date of the issue that stands in the running heads of a newspaper's pages, beside its name.
//!
//! ```text
//!     THE HARBOUR LEDGER Wednesday 18 March 2026         above the headline
//!     4 THE HARBOUR LEDGER 18 March 2026                 on a page of several
//!     -2- / HARBOUR LEDGER Wednesday, March 18, 2026     beside the number of a page
//!     Bus Fares Rise 2 April 2026                        once among links: no date of the article's own
//! ```

use super::dates::{DateLine, date_line, is_candidate, leading_dates};
use super::folding::{fold, word_starts};
use super::known::Known;
use super::lines::is_of_at_most;
use super::names::are_names;
use super::page_lines::is_bare;
use super::{Block, Kind};

/// The most words of a running head, and of the name of a paper in it.
const HEAD: usize = 14;
const NAME: usize = 7;

/// Returns the date that the running heads of an article's pages have, if all have the same, and one of them stands above the
/// headline or beside the number of a page, or several are there.
///
/// Cost: linear in the blocks; dates are read in short lines of the page alone.
pub(super) fn date(blocks: &[Block], known: Known<'_>) -> Option<String> {
    let headline = blocks.iter().position(|block| block.kind == Kind::Headline);
    let title = headline.map(|headline| fold(&blocks[headline].text)).filter(|title| !title.is_empty());
    let says_headline = |text: &str| title.as_ref().is_some_and(|title| fold(text).contains(title));
    let is_page = |k: usize| blocks.get(k).is_some_and(|block| block.kind == Kind::Furniture && is_bare(&block.text));
    let mut found: Option<DateLine> = None;
    let (mut count, mut is_placed) = (0, false);
    for (k, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == Kind::Furniture) {
        let Some(date) = issue(&block.text, known).filter(|_| !says_headline(&block.text)) else { continue };
        if found.as_ref().is_some_and(|found| found.date != date.date) {
            return None;
        }
        count += 1;
        is_placed |= headline.is_some_and(|headline| k < headline) || is_page(k + 1) || k > 0 && is_page(k - 1);
        found = Some(date);
    }
    found.filter(|_| count > 1 || is_placed).map(|found| found.date)
}

/// Tells whether the first line of a text is a running head for certain: what a headline does not have, the number of a page or a day of the
/// week, stands in it.
pub(super) fn is_running_head(text: &str, known: Known<'_>) -> bool {
    let is_weekday = |word: &str| {
        let word = known.patterns.dates().get(&fold(word.trim_matches(|c: char| !c.is_alphanumeric())));
        word.is_some_and(|word| word.is_weekday)
    };
    let has_more = || text.split_whitespace().any(is_weekday) || without_number(text).len() < text.len();
    is_of_at_most(text, HEAD) && has_more() && issue(text, known).is_some()
}

/// Reads a line that is the name of a paper and a whole date, in either order, perhaps with the number of a page.
fn issue(text: &str, known: Known<'_>) -> Option<DateLine> {
    // A browser that prints a page sets the time of that beside its title.
    let has_clock =
        || text.as_bytes().windows(3).any(|w| w[0].is_ascii_digit() && w[1] == b':' && w[2].is_ascii_digit());
    if !is_of_at_most(text, HEAD) || !is_candidate(text) || has_clock() {
        return None;
    }
    let Known { patterns, language, .. } = known;
    let is_mark = |c: char| !c.is_alphanumeric();
    let text = text.trim_matches(is_mark);
    let is_paper = |name: &str| {
        let name = without_number(name.trim_matches(is_mark)).trim_matches(is_mark);
        are_names(name, NAME, patterns) && !name.contains(|c: char| c.is_ascii_digit())
    };
    let whole = |date: &DateLine| date.is_full && !date.is_update;
    let behind = || {
        word_starts(text).filter(|&at| at > 0 && is_paper(&text[..at])).find_map(|at| {
            let date = &text[at..];
            [date, without_last_number(date)]
                .into_iter()
                .find_map(|date| date_line(date, patterns, language).filter(whole))
        })
    };
    let before = || {
        let dates = [text, without_number(text)].into_iter().flat_map(|text| leading_dates(text, patterns, language));
        dates.into_iter().find(|(date, name)| whole(date) && is_paper(name)).map(|(date, _)| date)
    };
    before().or_else(behind)
}

/// Returns a text without the number of a page at either end of it.
fn without_number(text: &str) -> &str {
    let first = text.split_once(' ').filter(|(number, _)| is_page_number(number)).map_or(text, |(_, rest)| rest);
    without_last_number(first)
}

fn without_last_number(text: &str) -> &str {
    text.rsplit_once(' ').filter(|(_, number)| is_page_number(number)).map_or(text, |(rest, _)| rest)
}

/// Tells whether a word is the number of a page, and no year: three figures at most.
fn is_page_number(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::article::Article;

    fn date(text: &str) -> Option<String> {
        Article::read("a.txt", text).date
    }

    const BODY: &str = "The council of Holm will ask for two new ferries before the spring, its members said.\n\n";

    #[test]
    fn the_date_of_an_issue_stands_beside_the_name_of_the_paper() {
        for head in [
            "THE HARBOUR LEDGER Wednesday 18 March 2026",
            "18 March 2026 THE HARBOUR LEDGER 3",
            "3 The Harbour Ledger, Wednesday, March 18, 2026",
        ] {
            let text = format!("{head}\n\nHolm wants two new ferries\n\n{BODY}{BODY}");
            assert_eq!(date(&text).as_deref(), Some("2026-03-18"), "{head}");
        }
        let pages = format!(
            "Holm wants two new ferries\n\n{BODY}Two of its members, who were\n\n-2-\n\nHARBOUR LEDGER Wednesday, March 18, 2026\n\nagainst it, left.\n\n{BODY}"
        );
        assert_eq!(date(&pages).as_deref(), Some("2026-03-18"));
    }

    #[test]
    fn no_date_that_is_no_issue_s() {
        let links = format!("Holm wants two new ferries\n\n{BODY}{BODY}Most read\n\nBus Fares Rise 2 April 2026\n");
        assert_eq!(date(&links), None);
        let headline = format!("Holm Votes 2 April 2026\n\n{BODY}{BODY}");
        assert_eq!(Article::read("a.txt", &headline).headline.as_deref(), Some("Holm Votes 2 April 2026"));
        let printed = "2 April 2026 Holm wants two new ferries";
        assert_eq!(date(&format!("{printed}\n\nHolm wants two new ferries\n\n{BODY}{BODY}{printed}\n")), None);
        let two = format!(
            "THE LEDGER 18 March 2026\n\nHolm wants two new ferries\n\n{BODY}-2-\n\nTHE LEDGER 19 March 2026\n\n{BODY}"
        );
        assert_eq!(date(&two), None);
    }
}
