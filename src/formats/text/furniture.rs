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
//! letter. What stands between them and is only a number, or recurs in the text but for its figures, belongs to the page. Where
//! only blank lines stand there, the paragraph goes on as well. A line that was met so is furniture wherever else it recurs.

use rustc_hash::{FxHashMap, FxHashSet};

use super::line::{Begin, End, Line};
use super::measure::Measure;

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
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for key in keys.iter().flatten() {
        *counts.entry(key).or_default() += 1;
    }
    // What is said twice is text that goes on; a line of a page does not.
    let is_own = |k: usize| {
        let next = lines.get(k + 1).filter(|next| !next.is_blank());
        lines[k].begin != Begin::Small && next.is_none_or(|next| !measure.is_full(&lines[k], next))
    };
    let recurs = |k: usize| keys[k].as_deref().is_some_and(|key| is_number(key) || (counts[key] > 1 && is_own(k)));
    let mut standings = vec![Standing::Text; lines.len()];
    let mut known: FxHashSet<&str> = FxHashSet::default();
    let mut k = 0;
    while k < lines.len() {
        let gap = lines[k + 1..].iter().zip(k + 1..).take(MOST);
        let length = gap.take_while(|&(line, at)| line.is_blank() || recurs(at)).count();
        let next = k + 1 + length;
        if length > 0 && next < lines.len() && goes_on(lines, k, next, measure) {
            for at in k + 1..next {
                standings[at] = Standing::Inside;
                known.extend(keys[at].as_deref());
            }
            k = next;
        } else {
            k += 1;
        }
    }
    for (k, key) in keys.iter().enumerate() {
        let Some(key) = key.as_deref().filter(|_| standings[k] == Standing::Text) else { continue };
        if is_own(k) && known.contains(key) {
            standings[k] = Standing::Page;
        } else if is_own(k) && is_number(key) {
            standings[k] = Standing::Alone;
        }
    }
    standings
}

/// Tells whether a paragraph goes on behind a gap.
fn goes_on(lines: &[Line<'_>], above: usize, below: usize, measure: &Measure) -> bool {
    let (line, next) = (&lines[above], &lines[below]);
    if line.is_blank() || !line.may_be_wrapped() || !next.may_be_wrapped() || line.depth != next.depth {
        return false;
    }
    let is_cut = line.end != End::Sentence && measure.is_full(line, next) && measure.is_of_a_page();
    let has_page = lines[above + 1..below].iter().any(|line| !line.is_blank());
    let is_wrapped = || {
        let touches = |k: Option<usize>| k.and_then(|k| lines.get(k)).is_some_and(|line| !line.is_blank());
        touches(above.checked_sub(1)) || touches(below.checked_add(1))
    };
    let begins =
        if has_page { next.begin != Begin::Other || is_wrapped() } else { next.begin == Begin::Small && is_wrapped() };
    is_cut && begins
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
