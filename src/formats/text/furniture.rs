//! Numbers of pages and running heads that cut a paragraph.
//!
//! ```text
//!     saying that the                        saying that the old boats could …
//!                                        →
//!     Page 12 of 20                          Page 12 of 20                       furniture, after the paragraph
//!
//!     old boats could have been repaired
//! ```
//!
//! A page ends in the middle of a sentence: the line above is full and ends no sentence, and the line below begins with a small
//! letter, or in Chinese with any; or the number of a page stands between them. What stands between them and is only a number, recurs in the text but for its figures, or begins or ends with the
//! number of a page or a day in figures, belongs to the page. A running head has its parts the other way round on a left page. Where only blank lines stand there, the paragraph goes on as well. A line that was met
//! so is furniture wherever else it recurs, and so is the number of the page before or after one of those; what a browser prints at the
//! edges of pages is ([`print_lines`]), and a first line that says name and day of a newspaper, set apart.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::line::{Begin, End, Line};
use super::measure::Measure;
use crate::formats::exports::has_day;

/// The most lines between two pages, blank ones included.
const MOST: usize = 12;

/// The widest running head, in columns.
const WIDEST: usize = 100;

/// Says what a line is to the lines around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A line of text, or a blank one.
    Text,
    /// A line of a page, which stands apart.
    Page,
    /// A line of a page, or a blank one, in the middle of a paragraph that goes on below.
    Inside,
    /// A line that is only a number, which stands apart.
    Alone,
}

/// Tells what each line of a wrapped text is.
///
/// Cost: linear in the text.
pub(super) fn standings(lines: &[Line<'_>], measure: &Measure) -> Vec<Standing> {
    let keys: Vec<Option<String>> = lines.iter().map(key).collect();
    let heads: Vec<Option<Cow<'_, str>>> = keys.iter().map(|key| Some(head(key.as_deref()?))).collect();
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for head in heads.iter().flatten() {
        *counts.entry(head).or_default() += 1;
    }
    // What is said twice is text that goes on; a line of a page does not.
    let is_own = |k: usize| {
        let next = lines.get(k + 1).filter(|next| !next.is_blank());
        lines[k].begin != Begin::Small && next.is_none_or(|next| !measure.is_full(&lines[k], next))
    };
    let printed = print_lines(lines);
    let is_known = |k: usize, known: &FxHashSet<&str>| {
        // On the page of a newspaper the parts of a running head stand far from each other.
        let is_head = is_own(k) || lines[k].text.contains(APART);
        is_head && heads[k].as_deref().is_some_and(|head| known.contains(head))
    };
    let recurs = |k: usize| {
        let is_number = || keys[k].as_deref().is_some_and(is_number);
        printed[k] || is_number() || heads[k].as_deref().is_some_and(|head| counts[head] > 1 && is_own(k))
    };
    // A running head that is met once, as on a left page.
    let is_blank = |k: Option<usize>| k.and_then(|k| lines.get(k)).is_some_and(Line::is_blank);
    let is_numbered = |k: usize| {
        let has_number = |key: &str| {
            key.split_once(' ').is_some_and(|(first, _)| is_figures(first))
                || key.rsplit_once(' ').is_some_and(|(_, last)| is_figures(last))
        };
        // The number of the page may stand right above.
        let is_below_number = || k.checked_sub(1).is_some_and(|above| keys[above].as_deref().is_some_and(is_number));
        (is_blank(k.checked_sub(1)) || is_below_number())
            && is_blank(k.checked_add(1))
            && is_own(k)
            && keys[k].as_deref().is_some_and(has_number)
    };
    let mut standings = vec![Standing::Text; lines.len()];
    let mut known: FxHashSet<&str> = FxHashSet::default();
    let mut k = 0;
    while k < lines.len() {
        let gap = lines[k + 1..].iter().zip(k + 1..).take(MOST);
        let length = gap.take_while(|&(line, at)| line.is_blank() || recurs(at) || is_numbered(at)).count();
        let next = k + 1 + length;
        let is_sure = || {
            lines[next].begin == Begin::Small
                || lines[k].is_joined_to(&lines[next])
                || (k + 1..next).any(|at| keys[at].as_deref().is_some_and(is_number))
                || (k + 1..next).all(|at| lines[at].is_blank() || recurs(at))
        };
        if length > 0 && next < lines.len() && goes_on(lines, k, next, measure) && is_sure() {
            for at in k + 1..next {
                standings[at] = Standing::Inside;
                known.extend(heads[at].as_deref());
            }
            k = next;
        } else {
            k += 1;
        }
    }
    for (k, key) in keys.iter().enumerate() {
        if printed[k] && standings[k] == Standing::Text {
            standings[k] = Standing::Page;
        }
        let Some(key) = key.as_deref().filter(|_| standings[k] == Standing::Text) else { continue };
        if is_known(k, &known) {
            standings[k] = Standing::Page;
        } else if is_own(k) && is_number(key) {
            standings[k] = Standing::Alone;
        }
    }
    set_numbers(lines, &mut standings);
    standings
}

/// Makes lines of pages of numbers that stand alone, where the page before or after has one, and of one in the middle of the last line.
fn set_numbers(lines: &[Line<'_>], standings: &mut [Standing]) {
    /// How far in such a line begins at least, in columns.
    const FAR: usize = 12;
    let is_page = |standing: Standing| matches!(standing, Standing::Page | Standing::Inside);
    let pages = lines.iter().zip(&*standings).filter(|(_, standing)| is_page(**standing)).map(|(line, _)| *line);
    let mut numbers: FxHashSet<u32> = pages.flat_map(|line| figures(line.text)).collect();
    let last = lines.iter().rposition(|line| !line.is_blank());
    for (k, standing) in standings.iter_mut().enumerate().filter(|(_, standing)| **standing == Standing::Alone) {
        let Some(number) = figures(lines[k].text).next() else { continue };
        let is_next =
            number.checked_sub(1).is_some_and(|before| numbers.contains(&before)) || numbers.contains(&(number + 1));
        if is_next || Some(k) == last && lines[k].indent >= FAR {
            numbers.insert(number);
            *standing = Standing::Page;
        }
    }
}

/// Returns the numbers of a line that may be those of pages.
fn figures(text: &str) -> impl Iterator<Item = u32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| (1..=3).contains(&digits.len()));
    digits.filter_map(|digits| digits.parse().ok())
}

/// What stands between the parts of a running head, at the least.
const APART: &str = "   ";

/// Tells which lines a browser set at the edges of printed pages: the address and the number of the page at the foot, and, where
/// there is a foot, day, time and title at the head.
///
/// ```text
///     16/06/2026, 14:30        Boats for Larnholm – Coast Wire
///     https://wire.example/boats                            1/3
/// ```
///
/// Cost: linear in the lines.
pub(super) fn print_lines(lines: &[Line<'_>]) -> Vec<bool> {
    let feet: Vec<bool> = lines.iter().map(|line| is_print_foot(line.text)).collect();
    let has_foot = feet.contains(&true);
    let mut printed: Vec<bool> =
        feet.into_iter().zip(lines).map(|(is_foot, line)| is_foot || has_foot && is_print_head(line.text)).collect();
    if let Some(first) = lines.iter().position(|line| !line.is_blank()).filter(|&first| is_page_head(lines[first].text))
    {
        printed[first] = true;
    }
    printed
}

/// `THE HARBOUR LEDGER          Tuesday 16 June 2026`, `16 June 2026    THE HARBOUR LEDGER    3`: the name of a newspaper in capitals
/// and the day, far from each other.
pub(super) fn is_page_head(text: &str) -> bool {
    if !text.contains(APART) {
        return false;
    }
    let parts = || text.split(APART).map(str::trim).filter(|part| !part.is_empty());
    let is_name = |part: &str| part.contains(char::is_uppercase) && !part.contains(char::is_lowercase);
    let rest = |part: &&str| !is_name(part) && !part.chars().all(|c| c.is_ascii_digit());
    let others = || parts().filter(rest);
    (2..=3).contains(&parts().count()) && parts().any(is_name) && others().count() == 1 && others().all(has_day)
}

/// `https://wire.example/boats 1/3`
fn is_print_foot(text: &str) -> bool {
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    let number = |text: &str| text.parse::<u16>().ok();
    let pages = || text.rsplit_once(' ')?.1.split_once('/').and_then(|(page, of)| Some((number(page)?, number(of)?)));
    is_address && text.split_whitespace().count() == 2 && pages().is_some_and(|(page, of)| (1..=of).contains(&page))
}

/// `16/06/2026, 14:30 Boats for Larnholm – Coast Wire`, `6/16/26, 2:30 PM Boats`
fn is_print_head(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let mut is_of = |marks: [char; 3], count: usize| {
        let word = words.next().unwrap_or("").trim_end_matches(',');
        word.chars().all(|c| c.is_ascii_digit() || marks.contains(&c)) && word.matches(marks).count() == count
    };
    is_of(['/', '.', '-'], 2) && is_of([':', '.', ':'], 1) && words.next().is_some()
}

/// Tells whether a paragraph goes on behind a gap.
fn goes_on(lines: &[Line<'_>], above: usize, below: usize, measure: &Measure) -> bool {
    let (line, next) = (&lines[above], &lines[below]);
    if line.is_blank() || !line.may_be_wrapped() || !next.may_be_wrapped() || line.depth != next.depth {
        return false;
    }
    let is_cut = line.end != End::Sentence && measure.is_full(line, next) && measure.is_of_a_page();
    let has_page = lines[above + 1..below].iter().any(|line| !line.is_blank());
    let touches = |k: Option<usize>| k.and_then(|k| lines.get(k)).is_some_and(|line| !line.is_blank());
    let is_wrapped = || touches(above.checked_sub(1)) || touches(below.checked_add(1));
    // A line that nothing touches is full by chance if it is a heading, but hardly above the end of a sentence.
    let is_end = || !measure.is_ragged() && next.end == End::Sentence;
    // A paragraph of Chinese ends with a mark, and a heading has none.
    let is_within = || line.is_joined_to(next) && (touches(above.checked_sub(1)) || line.text.contains(['，', '。']));
    let begins = match next.begin {
        Begin::Small => has_page || is_wrapped(),
        Begin::Caseless => has_page || is_within(),
        Begin::Other => has_page && (is_wrapped() || is_end()),
    };
    is_cut && begins
}

/// Returns the words of a running head with figures in the order of the alphabet: on left and right pages they stand the other way
/// round. Other lines stay.
fn head(key: &str) -> Cow<'_, str> {
    let mut words: Vec<&str> = key.split_whitespace().collect();
    if words.len() < 3 || !key.contains('#') || is_number(key) {
        return key.into();
    }
    words.sort_unstable();
    words.join(" ").into()
}

/// Returns a line with each figure as `#`, if it may be a line of a page.
fn key(line: &Line<'_>) -> Option<String> {
    if line.is_blank() || line.width == 0 || line.width > WIDEST || line.end == End::Sentence {
        return None;
    }
    let mut key = String::with_capacity(line.text.len());
    for c in line.text.chars() {
        if !c.is_numeric() {
            key.push(c);
        } else if !key.ends_with('#') {
            key.push('#');
        }
    }
    Some(key)
}

/// `#`, `#.#.#`, `#-#-#`: the number of a page, or a day.
fn is_figures(word: &str) -> bool {
    word.starts_with('#') && word.ends_with('#') && word.chars().all(|c| matches!(c, '#' | '.' | '/' | '-'))
}

/// `#`, `- # -`, `# / #`, `Page # of #`: the number of a page, its figures as `#`.
fn is_number(key: &str) -> bool {
    let words = key.split_whitespace();
    let letters = key.chars().filter(|c| c.is_alphabetic()).count();
    let figures = key.matches('#').count();
    (figures == 1 && letters == 0 || figures <= 2 && figures > 0 && letters <= 10)
        && words.count() <= 4
        && key.chars().all(|c| {
            c.is_alphabetic() || matches!(c, '#' | ' ' | '-' | '–' | '—' | '|' | '/' | '.' | '[' | ']' | '(' | ')')
        })
        && (letters == 0 || key.ends_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_browsers_print() {
        for text in ["https://wire.example/boats 1/3", "http://wire.example/ 12/12"] {
            assert!(is_print_foot(text), "{text}");
        }
        for text in ["https://wire.example/boats", "https://wire.example/boats 4/3", "https://a.example and 1/3", "1/3"]
        {
            assert!(!is_print_foot(text), "{text}");
        }
        for text in ["16/06/2026, 14:30 Boats – Coast Wire", "6/16/26, 2:30 PM Boats", "16.06.26, 14:30 Boats"] {
            assert!(is_print_head(text), "{text}");
        }
        for text in ["16/06/2026", "16/06/2026, 14:30", "16/06/2026, Boats", "The boats", ""] {
            assert!(!is_print_head(text), "{text}");
        }
    }

    #[test]
    fn numbers_of_pages() {
        for text in ["12", "- 12 -", "— 3 —", "[4]", "12/20", "Page 12 of 20", "Seite 3", "p. 4", "3 | 8"] {
            let key = key(&Line::new(text, 0));
            assert!(key.as_deref().is_some_and(is_number), "{text}");
        }
        for text in ["the old boats", "12 boats", "The council ordered 12", "1.", "12 %", "$12"] {
            let key = key(&Line::new(text, 0));
            assert!(!key.as_deref().is_some_and(is_number), "{text}");
        }
    }
}
