//! Columns side by side, as a page of a newspaper has them and `pdftotext -layout` keeps them.
//!
//! ```text
//!     Three old ferries were     The operator said that        Three old ferries were
//!     taken out of service on    a fault in the steering       taken out of service on
//!     Tuesday, and the island    had been found in two    →    Tuesday, and the island
//!     has no other way to the    of them; it will take         has no other way to the
//!     mainland for now.          a week to mend.               mainland for now.
//!                                                              The operator said that …
//! ```
//!
//! Lines in a row that leave the same columns free have two texts side by side, if on both sides of that gutter stand words
//! enough, and sentences go on from line to line there, as they do not in tables, lists, verses and questions with their
//! answers. What is on either side of a gutter may have another one.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::furniture::is_page_head;
use super::line::{End, Line};
use crate::unicode::scripts::joins_lines;

/// The narrowest gutter, in columns.
const GUTTER: usize = 2;

/// The fewest lines with text on both sides of a gutter, and of another one in a column.
const LINES: (usize, usize) = (6, 3);

/// How many words such lines have at least on either side, on the average.
const WORDS: usize = 3;

/// On either side a sentence goes on behind one line in so many at least.
const GOING_ON: usize = 4;

/// The most lines that are looked at in one go: more than a page has.
const PAGE: usize = 256;

/// How often columns are parted into columns at most.
const DEEPEST: usize = 4;

/// The most lines of other columns between two of one that touch.
const BETWEEN: usize = 8;

/// The longest line that may have columns, in bytes.
const LONGEST: usize = 400;

/// The most gaps of a line that are tried.
const TRIED: usize = 6;

/// Puts columns one below the other, and counts the places where that was done. Text without columns is not copied.
///
/// Cost: linear in the text.
pub(super) fn apart(text: &str) -> (Cow<'_, str>, usize) {
    if memchr::memmem::find_iter(text.as_bytes(), b"  ").nth(LINES.0 - 1).is_none() {
        return (Cow::Borrowed(text), 0);
    }
    let by = |width: Width| -> Vec<Row<'_>> { text.split('\n').map(|line| Row::new(line, width)).collect() };
    let mut rows = by(characters);
    // Some set as many spaces as characters are missing, others as many as cells, of which a letter of East Asia has two.
    if text.contains(joins_lines) {
        let in_cells = by(UnicodeWidthStr::width);
        if most_aligned(&in_cells) > most_aligned(&rows) {
            rows = in_cells;
        }
    }
    let mut lines = Vec::new();
    let places = put(&rows, 0, &mut lines);
    if places == 0 { (Cow::Borrowed(text), 0) } else { (Cow::Owned(lines.join("\n")), places) }
}

/// Counts the lines of the column, but for the first, in which most pieces begin.
fn most_aligned(rows: &[Row<'_>]) -> usize {
    let mut counts = [0; LONGEST];
    for piece in rows.iter().flat_map(|row| row.pieces.iter().skip(1)) {
        if let Some(count) = counts.get_mut(piece.columns.start) {
            *count += 1;
        }
    }
    counts.into_iter().max().unwrap_or(0)
}

/// Says how many columns a text takes.
type Width = fn(&str) -> usize;

fn characters(text: &str) -> usize {
    text.chars().count()
}

/// Words of a line that stand apart from others by more than a space.
#[derive(Clone, Debug)]
struct Piece<'t> {
    text: &'t str,
    columns: Range<usize>,
}

/// A line, parted where more than one space stands.
#[derive(Clone, Debug)]
struct Row<'t> {
    raw: &'t str,
    pieces: Vec<Piece<'t>>,
    /// Whether it is too long to have columns, or the head of a page, whose parts are none.
    is_long: bool,
}

impl<'t> Row<'t> {
    fn new(raw: &'t str, columns: Width) -> Self {
        let mut row = Self { raw, pieces: Vec::new(), is_long: raw.len() > LONGEST || is_page_head(raw) };
        if row.is_long {
            return row;
        }
        let mut column = 0;
        for part in raw.split("  ") {
            let own = part.trim();
            let width = columns(part);
            if !own.is_empty() {
                let start = column + columns(&part[..part.len() - part.trim_start().len()]);
                row.pieces.push(Piece { text: own, columns: start..start + columns(own) });
            }
            column += width + 2;
        }
        row
    }

    /// Returns the columns that are free between its pieces.
    fn gaps(&self) -> impl Iterator<Item = Range<usize>> {
        self.pieces.windows(2).map(|two| two[0].columns.end..two[1].columns.start)
    }

    /// Returns of some columns those that are free in the line, the most that lie together.
    fn free_of(&self, gutter: &Range<usize>) -> Range<usize> {
        let starts = std::iter::once(0).chain(self.pieces.iter().map(|piece| piece.columns.end));
        let ends = self.pieces.iter().map(|piece| piece.columns.start).chain([usize::MAX]);
        let free = starts.zip(ends).map(|(start, end)| start.max(gutter.start)..end.min(gutter.end));
        free.max_by_key(ExactSizeIterator::len).unwrap_or(0..0)
    }

    /// Returns what stands on either side of a gutter.
    fn parted(&self, gutter: &Range<usize>) -> (Self, Self) {
        let right = self.pieces.partition_point(|piece| piece.columns.start < gutter.end);
        let side = |pieces: &[Piece<'t>]| Self { pieces: pieces.to_vec(), ..*self };
        (side(&self.pieces[..right]), side(&self.pieces[right..]))
    }

    /// Returns the column of its first word.
    fn start(&self) -> Option<usize> {
        self.pieces.first().map(|piece| piece.columns.start)
    }

    /// Returns it some columns further to the left.
    fn moved(&self, columns: usize) -> Self {
        let piece = |piece: &Piece<'t>| {
            let Range { start, end } = piece.columns;
            Piece { columns: start.saturating_sub(columns)..end.saturating_sub(columns), ..*piece }
        };
        Self { pieces: self.pieces.iter().map(piece).collect(), ..*self }
    }

    const fn is_blank(&self) -> bool {
        self.pieces.is_empty() && !self.is_long
    }

    /// Returns its text, as far in as it stands behind a column; its parts stay as far from each other as they are.
    fn text(&self, column: usize) -> String {
        if self.is_long {
            return self.raw.to_owned();
        }
        let mut text = String::new();
        let mut end = column;
        for Piece { text: own, columns } in &self.pieces {
            text.extend(std::iter::repeat_n(' ', columns.start.saturating_sub(end)));
            text.push_str(own);
            end = columns.end;
        }
        text
    }
}

/// Lines in a row that have a gutter.
struct Region {
    rows: Range<usize>,
    gutter: Range<usize>,
}

impl Region {
    /// Returns the lines from one on that leave a gap of it free.
    fn from(rows: &[Row<'_>], start: usize, gap: Range<usize>) -> Self {
        let mut region = Self { rows: start..start + 1, gutter: gap };
        for (at, row) in rows.iter().enumerate().skip(start + 1).take(PAGE) {
            let free = row.free_of(&region.gutter);
            if row.is_long || free.len() < GUTTER || (row.is_blank() && rows[at - 1].is_blank()) {
                break;
            }
            region.gutter = free;
            if !row.is_blank() {
                region.rows.end = at + 1;
            }
        }
        region
    }

    /// Returns where the words of a line on the right begin among its pieces.
    fn right(&self, row: &Row<'_>) -> usize {
        row.pieces.partition_point(|piece| piece.columns.start < self.gutter.end)
    }

    /// Tells whether a line has words on both sides.
    fn has_both(&self, row: &Row<'_>) -> bool {
        (1..row.pieces.len()).contains(&self.right(row))
    }

    /// Returns it with what of it is sure to be of the columns: up to the last line with words on both sides, and what goes on
    /// below on one of them; and with what stands above it on the right alone.
    fn settled(mut self, rows: &[Row<'_>], from: usize) -> Self {
        let last = self.rows.clone().rev().find(|&at| self.has_both(&rows[at])).unwrap_or(self.rows.start);
        let below = &rows[last..self.rows.end];
        let touching = below.iter().take_while(|row| !row.is_blank()).count();
        // A column that is longer goes on behind a blank line if a paragraph is wrapped there.
        if !below[touching..].split(Row::is_blank).any(go_on) {
            self.rows.end = last + touching;
        }
        let is_right = |at: &usize| !rows[*at].pieces.is_empty() && self.right(&rows[*at]) == 0;
        let above = (from..self.rows.start).rev().take_while(is_right).count();
        self.rows.start -= above;
        self
    }

    /// Tells whether on either side stands running text, in some lines at least.
    fn is_of_texts(&self, rows: &[Row<'_>], least: usize) -> bool {
        let (mut lines, mut left, mut right) = (0, 0, 0);
        for row in &rows[self.rows.clone()] {
            let own = self.right(row);
            if self.has_both(row) {
                lines += 1;
                left += words(&row.pieces[..own]);
                right += words(&row.pieces[own..]);
            }
        }
        let (one, other): (Vec<_>, Vec<_>) = rows[self.rows.clone()].iter().map(|row| row.parted(&self.gutter)).unzip();
        lines >= least && left.min(right) >= WORDS * lines && go_on(&one) && go_on(&other)
    }
}

/// Tells whether the lines of a column are those of sentences, which go on from one to the next. Blank ones between are passed
/// over: another column may have lines there.
fn go_on(rows: &[Row<'_>]) -> bool {
    let texts: Vec<String> = rows.iter().filter(|row| !row.pieces.is_empty()).map(|row| row.text(0)).collect();
    let lines: Vec<Line<'_>> = texts.iter().map(|text| Line::new(text, 0)).collect();
    let going_on = lines.windows(2).filter(|two| two[0].runs_on_into(&two[1])).count();
    going_on > 0 && going_on * GOING_ON + 1 >= lines.len()
}

/// Counts words that are letters for the most part, as those of a running text are; in a script without spaces two letters are
/// one.
fn words(pieces: &[Piece<'_>]) -> usize {
    let spaceless: usize =
        pieces.iter().map(|piece| piece.text.chars().filter(|c| c.is_alphanumeric() && joins_lines(*c)).count()).sum();
    if spaceless > 0 {
        return spaceless / 2;
    }
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() * 2 > word.chars().count();
    pieces.iter().flat_map(|piece| piece.text.split(' ')).filter(is_word).count()
}

/// Adds the lines of rows, columns one below the other, and returns how often that was done.
fn put(rows: &[Row<'_>], depth: usize, lines: &mut Vec<String>) -> usize {
    // Up to which row they are added, and from which one columns are looked for.
    let (mut added, mut at, mut places) = (0, 0, 0);
    let least = if depth == 0 { LINES.0 } else { LINES.1 };
    while at < rows.len() {
        let gaps = rows[at].gaps().take(if depth < DEEPEST { TRIED } else { 0 });
        let regions: Vec<Region> = gaps.map(|gap| Region::from(rows, at, gap)).collect();
        let last = regions.iter().map(|region| region.rows.end).max().unwrap_or(at + 1);
        let texts = regions.into_iter().filter(|region| region.is_of_texts(rows, least));
        // Of gutters that go as far the first one: what is on either side of it may have others.
        let Some(region) = texts.rev().max_by_key(|region| region.rows.end) else {
            at = last;
            continue;
        };
        let region = region.settled(rows, added);
        lines.extend(rows[added..region.rows.start].iter().map(|row| row.text(0)));
        let (left, right): (Vec<_>, Vec<_>) =
            rows[region.rows.clone()].iter().map(|row| row.parted(&region.gutter)).unzip();
        let (left, right) = (without_others(&left, &right), without_others(&right, &left));
        lines.push(String::new());
        places += 1 + put(&moved(&left), depth + 1, lines);
        // A paragraph goes on at the top of the next column, unless it ends.
        if lines.last().is_some_and(|line| Line::new(line, 0).end == End::Sentence) {
            lines.push(String::new());
        }
        let mut others = Vec::new();
        places += put(&moved(&right), depth + 1, &mut others);
        lines.extend(others.into_iter().skip_while(String::is_empty));
        lines.push(String::new());
        (added, at) = (region.rows.end, region.rows.end);
    }
    lines.extend(rows[added..].iter().map(|row| row.text(0)));
    places
}

/// Returns the lines of a column without those that are only there since another one has lines between its own.
///
/// ```text
///     One that is wrapped          One that is wrapped
///                  Another one     at a width.
///     at a width.             →
///                  that is.
/// ```
///
/// Where every other column has a line at most beside or between two lines of this one, they touch.
fn without_others<'t>(own: &[Row<'t>], other: &[Row<'t>]) -> Vec<Row<'t>> {
    let mut rows: Vec<Row<'t>> = Vec::with_capacity(own.len());
    let mut last: Option<usize> = None;
    for at in (0..own.len()).filter(|&at| !own[at].is_blank()) {
        if let Some(last) = last.filter(|last| last + 1 < at) {
            let is_gap = has_gap(&other[last..=at]);
            rows.extend(is_gap.then(|| own[last + 1].clone()));
        }
        rows.push(own[at].clone());
        last = Some(at);
    }
    rows
}

/// Tells whether a line between two others is blank, or has words of a column that has some in another line too: two of a
/// column are farther from each other than a line of this one.
fn has_gap(rows: &[Row<'_>]) -> bool {
    let overlap = |a: &Piece<'_>, b: &Piece<'_>| a.columns.start < b.columns.end && b.columns.start < a.columns.end;
    let have_both = |a: &Row<'_>, b: &Row<'_>| a.pieces.iter().any(|a| b.pieces.iter().any(|b| overlap(a, b)));
    let [first, between @ .., last] = rows else { return true };
    let goes_on = |(k, row): (usize, &Row<'_>)| {
        let others = [first, last].into_iter().chain(&between[k + 1..]);
        row.is_blank() || others.into_iter().any(|other| have_both(row, other))
    };
    between.len() > BETWEEN || between.iter().enumerate().any(goes_on)
}

/// Returns rows as far to the left as they go together.
fn moved<'t>(rows: &[Row<'t>]) -> Vec<Row<'t>> {
    let first = rows.iter().filter_map(Row::start).min().unwrap_or(0);
    rows.iter().map(|row| row.moved(first)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sets columns side by side.
    fn beside(columns: &[&[&str]]) -> String {
        let width = |column: &&[&str]| column.iter().map(|line| line.chars().count()).max().unwrap_or(0) + 3;
        let count = columns.iter().map(|column| column.len()).max().unwrap_or(0);
        let line = |k: usize| {
            let cells = columns.iter().map(|column| {
                let text = column.get(k).copied().unwrap_or("");
                format!("{text}{}", " ".repeat(width(column) - text.chars().count()))
            });
            cells.collect::<String>().trim_end().to_owned()
        };
        (0..count).map(line).collect::<Vec<_>>().join("\n")
    }

    const ONE: [&str; 7] = [
        "Three old ferries were",
        "taken out of service on",
        "Tuesday, and the island",
        "has no other way to the",
        "mainland for now.",
        "",
        "Nobody was hurt, said the",
    ];
    const TWO: [&str; 7] = [
        "harbour’s spokeswoman.",
        "",
        "The operator said that a",
        "fault in the steering had",
        "been found in two of them",
        "and will take a week and",
        "more to mend.",
    ];
    const THREE: [&str; 5] = [
        "“We were not told,” said a",
        "member of the council who",
        "did not want to be named",
        "because the talks with the",
        "company have begun.",
    ];

    #[test]
    fn columns_are_read_one_after_the_other() {
        let text = format!("Ferries stay in port\n\n{}\n\n\nThe Herald", beside(&[&ONE, &TWO, &THREE]));
        let column = |lines: &[&str]| lines.join("\n");
        let expected = format!(
            "Ferries stay in port\n\n\n{}\n{}\n\n{}\n\n\n\n\nThe Herald",
            column(&ONE),
            column(&TWO),
            column(&THREE)
        );
        assert_eq!(apart(&text), (Cow::Owned(expected), 2));
    }

    #[test]
    fn lines_between_those_of_another_column_touch() {
        let width = 30;
        let right = |text: &str| format!("{}{text}", " ".repeat(width));
        let both = |left: &str, text: &str| format!("{left}{}{text}", " ".repeat(width - left.chars().count()));
        let mut lines: Vec<String> = ONE[..5].iter().zip(THREE).map(|(one, three)| both(one, three)).collect();
        lines.push(both("It opened on Monday", "The mayor was away for"));
        lines.push("after a year of".to_owned());
        for (left, text) in
            [("work on the pier", "the day, and will"), ("in the old", "not say why."), ("harbour.", "He is ill.")]
        {
            lines.extend([right(text), left.to_owned()]);
        }
        let text = lines.join("\n");
        let (text, places) = apart(&text);
        assert_eq!(places, 1);
        let expected = "mainland for now.\nIt opened on Monday\nafter a year of\nwork on the pier\nin the old\nharbour.\n\n“We were not told";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn what_stands_below_comes_last_and_what_stands_above_on_the_right_belongs_there() {
        let two =
            [&TWO[2..], &["Nobody knows why, and", "nobody was asked for", "more than what was", "said at noon."]]
                .concat();
        let beside = beside(&[&ONE, &two[2..]]);
        let above: Vec<String> = two[..2].iter().map(|line| format!("{}{line}", " ".repeat(28))).collect();
        let text = format!("{}\n{beside}\n\nDear Sir,\n\nthe boats are late.", above.join("\n"));
        let (text, places) = apart(&text);
        let expected = format!("\n{}\n{}\n\n\nDear Sir,\n\nthe boats are late.", ONE.join("\n"), two.join("\n"));
        assert_eq!((text.as_ref(), places), (expected.as_str(), 1));
    }

    #[test]
    fn columns_of_a_script_without_spaces_are_told_by_characters_and_by_cells() {
        let left = [
            "灯台は三月に閉じられ、船は",
            "港に入れなくなったと市は",
            "火曜日に発表した。",
            "住民は夏までに直すよう",
            "求めているが、費用は",
            "まだ決まっていない。",
        ];
        let right = [
            "議会では二人が反対し、",
            "古い灯台は残すべきだと",
            "述べたが、技師は危険が",
            "大きいと説明した。",
            "次の会議は来月に開かれ",
            "る予定だという。",
        ];
        let beside = |columns: Width| {
            let line = |(left, right): (&&str, &&str)| format!("{left}{}{right}", " ".repeat(30 - columns(left)));
            left.iter().zip(&right).map(line).collect::<Vec<_>>().join("\n")
        };
        let expected = format!("\n{}\n\n{}\n", left.join("\n"), right.join("\n"));
        for columns in [characters, UnicodeWidthStr::width as Width] {
            assert_eq!(apart(&beside(columns)), (Cow::Owned(expected.clone()), 1));
        }
    }

    #[test]
    fn rows_that_each_say_something_are_no_columns() {
        let questions = [
            "Did you see it?",
            "And where was it?",
            "Who was with you?",
            "What time was it?",
            "Were you afraid?",
            "Is that all?",
        ];
        let answers = [
            "I did see the boat.",
            "It lay at the quay.",
            "My brother and his wife.",
            "It was about nine.",
            "No, I was glad.",
            "It is.",
        ];
        let text = beside(&[&questions, &answers]);
        assert_eq!(apart(&text), (Cow::Borrowed(text.as_str()), 0));
    }

    #[test]
    fn tables_and_lists_are_no_columns() {
        let names = ["Anna", "Bo", "Cilla", "Dan", "Eva", "Finn", "Gro"];
        let table = beside(&[&names, &ONE, &["12", "13", "14", "15", "16", "17", "18"]]);
        assert_eq!(apart(&table), (Cow::Borrowed(table.as_str()), 0));
        // Too few lines to be sure.
        let few = beside(&[&ONE[..5], &TWO[2..7]]);
        assert_eq!(apart(&few), (Cow::Borrowed(few.as_str()), 0));
    }
}
