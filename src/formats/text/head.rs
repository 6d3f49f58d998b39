//! The head of a text, where its lines are known: a headline that was broken over lines, who wrote the report, and the day.
//!
//! ```text
//!     Harbour board votes                          one headline: narrower by far than what follows, and the sentence
//!     to close the old fish                        goes on at the end of a line
//!     market in September
//!     By Ann Example                               a line of its own
//!     17 June 2026, 8:14 am                        a line of its own
//!     The harbour board of Kelsmouth voted on …    not looked at
//! ```
//!
//! A headline is set narrower than the text below it, so its ends of lines say nothing of the measure of that; they are taken off
//! before the rest is measured.

use super::line::{Begin, End, Line};
use super::markers;
use crate::formats::exports::has_day;
use crate::function_words::leads_on;

/// The most lines of a headline.
const HEADLINE: usize = 4;

/// The widest line of a headline that was broken over some, in columns.
const WIDEST: usize = 60;

/// The most lines of a head below the headline.
const BELOW: usize = 4;

/// How many lines are looked at for how wide the text is.
const LOOKED_AT: usize = 24;

/// Returns the number of lines of each block that a text begins with, blank lines above the first included; empty where it has
/// no head that is clear.
///
/// Cost: constant, but for blank lines above the text.
pub(super) fn blocks(lines: &[Line<'_>]) -> Vec<usize> {
    let above = lines.iter().take_while(|line| line.is_blank()).count();
    let lines = &lines[above..];
    let headline = headline(lines);
    let below = lines[headline..].iter().take(BELOW).take_while(|line| !line.is_blank());
    let below = below.enumerate().take_while(|(k, _)| is_head_line(&lines[headline..], *k)).count();
    // A single line is a headline anyway, unless the head goes on below it.
    let is_clear = headline > 1 || headline == 1 && below > 0 && lines.len() > 1 + below;
    let mut blocks = Vec::new();
    if is_clear {
        blocks.push(above + headline);
        blocks.extend(std::iter::repeat_n(1, below));
    }
    blocks
}

/// Counts the lines of a headline: one, if no end of a line is sure to lie within it.
fn headline(lines: &[Line<'_>]) -> usize {
    let Some(first) = lines.first().filter(|first| may_be_first(first)) else { return 0 };
    let is_narrow = |count: usize| {
        let widest = lines[..count].iter().map(|line| line.width).max().unwrap_or(0);
        let below =
            lines[count..].iter().take(LOOKED_AT).map(|line| if line.is_wide() { usize::MAX } else { line.width });
        widest <= WIDEST && below.max().is_some_and(|below| below / 3 >= widest.div_ceil(2))
    };
    let mut count = 1;
    let mut joined = 1;
    while count < lines.len().min(HEADLINE) {
        let (line, next) = (&lines[count - 1], &lines[count]);
        if next.is_blank()
            || next.depth != line.depth
            || line.end == End::Sentence
            || is_head_line(lines, count)
            || markers::is_item(next.text)
        {
            break;
        }
        if !is_narrow(count + 1) {
            break;
        }
        count += 1;
        if goes_on(line, next) {
            joined = count;
        }
    }
    // Below the last line that is sure another headline may stand; between those above it no line would have had room.
    let widest = lines[..joined].iter().map(|line| line.width).max().unwrap_or(first.width);
    let is_full = |two: &[Line<'_>]| goes_on(&two[0], &two[1]) || two[0].with_first_of(&two[1]) > widest;
    let last = &lines[joined - 1];
    let runs_into_text = lines.get(joined).is_some_and(|next| !next.is_blank() && goes_on(last, next));
    let is_one = lines[..joined].windows(2).all(is_full) && !runs_into_text && !last.text.ends_with('.');
    if is_one { joined } else { 1 }
}

/// Tells whether a text may begin with a line as a headline does.
fn may_be_first(line: &Line<'_>) -> bool {
    let is_open = line.end == End::Open || line.text.ends_with(['?', '!', '…']);
    // A rule is none.
    line.may_be_wrapped()
        && line.text.contains(char::is_alphanumeric)
        && is_open
        && line.begin != Begin::Small
        && !markers::is_item(line.text)
}

/// Tells whether a sentence is sure to go on in the next line.
fn goes_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    let begins_with_figure = || next.text.starts_with(|c: char| c.is_ascii_digit());
    match line.end {
        End::Sentence => false,
        End::Hyphen => true,
        // "12 Quay Street," stands in an address.
        End::Open if line.text.ends_with([',', ';']) => {
            !begins_with_figure() && !line.text.starts_with(|c: char| c.is_ascii_digit())
        }
        End::Open => next.begin == Begin::Small && !names_author(next.text) || leads_on(line.text),
    }
}

/// Tells whether a line of a head below the headline says who wrote the report, or the day: a line that ends long before those of
/// the text, and the next one begins anew.
fn is_head_line(lines: &[Line<'_>], k: usize) -> bool {
    let line = &lines[k];
    let next = lines.get(k + 1);
    let begins_anew = next.is_none_or(|next| next.is_blank() || next.begin != Begin::Small);
    let widest = lines[k..].iter().take(LOOKED_AT).map(|line| line.width).max().unwrap_or(0);
    let leaves_room =
        next.is_none_or(|next| next.is_blank() || next.is_wide() || line.with_first_of(next) * 4 <= widest * 3);
    line.end != End::Sentence && begins_anew && leaves_room && (is_byline(line.text) || is_day(line.text))
}

/// The most words of a line that names who wrote the report.
const BYLINE: usize = 8;

/// Words that such a line begins with.
const BY: [&str; 12] = ["By", "by", "BY", "Von", "VON", "Par", "PAR", "Por", "POR", "Di", "Door", "Av"];

/// `By Ann Example`, `Von Anna Beispiel und Bo Muster, Holm`: names alone behind the word for it.
fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_by = words.next().is_some_and(|word| BY.contains(&word));
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "and" | "und" | "et" | "y" | "e" | "en" | "och" | "&")
            || matches!(word, "van" | "von" | "de" | "da" | "del" | "der" | "di" | "du")
    };
    let count = words.clone().count();
    is_by && (1..BYLINE).contains(&count) && words.all(is_name)
}

/// `by Ann Example at`: tells whether the word for who wrote the report and a name begin a line.
pub(super) fn names_author(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_by = words.next().is_some_and(|word| BY.contains(&word));
    is_by && words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// `17 June 2026, 8:14 am`, `Tuesday, 16 June 2026`
fn is_day(text: &str) -> bool {
    let has_figure_first = || {
        let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.by_ref().take(3).any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    };
    has_day(text) && has_figure_first()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a head above a text that is wrapped at some 60 columns.
    fn read(head: &str) -> Vec<usize> {
        let text = format!(
            "{head}\nThe council of Larn voted on Monday to mend the two old locks,\nwhich have not been opened since the spring of 1999, and to\n\
             ask for bids."
        );
        let lines: Vec<Line<'_>> = text.lines().map(|line| Line::new(line, 0)).collect();
        blocks(&lines)
    }

    #[test]
    fn a_headline_of_some_lines_is_one_block() {
        for head in [
            "Council to mend both\nof the old locks\nat Larn",
            "COUNCIL VOTES TODAY\nTO MEND THE LOCKS;\nNOBODY AGAINST IT",
            "Rat will die\nSchleusen von Larn\nbald ausbessern",
            "Town Votes for Locks,\nNot for a Bridge,\nafter Nine Years",
        ] {
            assert_eq!(read(head), [3], "{head}");
            assert_eq!(read(&format!("{head}\n")), [3], "{head}");
            assert_eq!(read(&format!("\n{head}\nBy Ann Example\nMonday, 3 May 2027")), [4, 1, 1], "{head}");
        }
    }

    #[test]
    fn names_and_days_stand_apart() {
        assert_eq!(read("Council to mend the locks\nBy Ann Example\n3 May 2027, 8:14 am"), [1, 1, 1]);
        assert_eq!(read("Rat will Schleusen ausbessern\nVon Anna Beispiel und Bo Muster"), [1, 1]);
    }

    #[test]
    fn other_lines_are_no_head() {
        for head in [
            "Council to mend the locks",
            "Council to mend the locks\nWork begins in May\nNo tolls before winter",
            "Larn Harbour Office,\n12 Quay Street\nLarn",
            "The locks are old.\nNobody knows how old.",
            "two eggs,\na cup of flour\nand some milk",
            "The council of Larn, which has met on every Monday since the\nspring,",
            "---\ntitle: Locks",
            "Council to mend the locks\nby Ann Example at",
            "Council to mend the locks\nBy boat to the island and back",
        ] {
            assert!(read(head).is_empty(), "{head}: {:?}", read(head));
        }
    }
}
