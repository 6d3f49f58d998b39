//! Lines to paragraphs, by what the lines look like.
//!
//! ```text
//!     a paragraph a line:        wrapped, blank lines or     wrapped, by indents:       short lines that belong
//!     nothing is joined          none between                                           apart: nothing is joined
//!
//!     One long line.             One line that is            ␣␣One line that is         Harbour Office
//!     Another long line.         wrapped at a width.         wrapped at a width.        12 Quay Street
//!                                Another one that            ␣␣Another one that         By Ann Example
//!                                is.                         is.
//! ```
//!
//! A blank line parts, and each stretch of lines that touch is looked at by itself: it is joined only where the stretch, or the
//! whole text, was wrapped at a measure ([`Measure`]). There a line goes on with the one above if that one is full, or if it
//! begins with a small letter; it begins a paragraph if the line above ends a sentence with room to spare, by its indent, or by
//! what it begins with ([`markers`]).

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use super::furniture::{self, Standing};
use super::head;
use super::indents::Indents;
use super::line::{Begin, End, Line};
use super::markers;
use super::measure::Measure;
use super::spacing;
use super::verses;
use crate::draft::Kind;
use crate::function_words::leads_on;
use crate::unicode::scripts::is_joiner;

/// Holds the lines of a block.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    pub lines: Vec<Line<'t>>,
    pub kind: Option<Kind>,
}

/// The most lines of a head.
const HEAD: usize = 5;

/// Parts lines into paragraphs, in their order; a line of a page that cuts a paragraph comes after it.
///
/// Cost: linear in the text.
pub(super) fn of<'t>(lines: &[Line<'t>]) -> Vec<Paragraph<'t>> {
    let mut rest = lines;
    let mut paragraphs = Vec::new();
    for count in head::blocks(lines) {
        let (block, after) = rest.split_at(count);
        let lines = block.iter().filter(|line| !line.is_blank()).copied().collect();
        paragraphs.push(Paragraph { lines, kind: None });
        rest = after;
    }
    paragraphs.extend(below_head(rest));
    paragraphs
}

/// Parts the lines below a head whose blocks are known.
fn below_head<'t>(lines: &[Line<'t>]) -> Vec<Paragraph<'t>> {
    let spaced = spacing::single_spaced(lines).and_then(|lines| measured_paragraphs(&lines));
    spaced.or_else(|| measured_paragraphs(lines)).unwrap_or_else(|| between_print_lines(lines))
}

/// Parts lines that have a measure. In a script without small letters a headline that touches goes on as well as any line: where
/// all lines together have no measure, the others are asked alone.
fn measured_paragraphs<'t>(lines: &[Line<'t>]) -> Option<Vec<Paragraph<'t>>> {
    if let Some((lines, measure)) = measured(lines) {
        return Some(wrapped(&lines, &measure));
    }
    let above = lines.iter().take_while(|line| line.is_blank()).count();
    let [first, others @ ..] = &lines[above..] else { return None };
    let next = others.first().filter(|next| next.begin == Begin::Caseless && first.end == End::Open)?;
    let (others, measure) = measured(others).filter(|(_, measure)| !measure.is_full(first, next))?;
    let mut paragraphs = vec![Paragraph { lines: vec![*first], kind: None }];
    paragraphs.extend(wrapped(&others, &measure));
    Some(paragraphs)
}

/// Parts lines that were wrapped at a measure.
fn wrapped<'t>(lines: &[Line<'t>], measure: &Measure) -> Vec<Paragraph<'t>> {
    let standings = furniture::standings(lines, measure);
    let mut paragraphs = Vec::new();
    let mut flow: Vec<Line<'t>> = Vec::with_capacity(lines.len());
    let mut pages: Vec<Line<'t>> = Vec::new();
    // The pages that a stretch is cut by come after the paragraph that they cut, which is known once it is parted.
    let mut cuts: Vec<(usize, Vec<Line<'t>>)> = Vec::new();
    let alone = |line: &Line<'t>, kind| Paragraph { lines: vec![*line], kind };
    for (line, standing) in lines.iter().zip(standings) {
        if standing == Standing::Inside {
            pages.extend((!line.is_blank()).then_some(*line));
            continue;
        }
        if !pages.is_empty() {
            cuts.push((flow.len(), std::mem::take(&mut pages)));
        }
        if standing == Standing::Text {
            flow.push(*line);
            continue;
        }
        let kind = (standing == Standing::Page).then_some(Kind::Furniture);
        part(&mut flow, &mut cuts, measure, &mut paragraphs);
        paragraphs.push(alone(line, kind));
    }
    part(&mut flow, &mut cuts, measure, &mut paragraphs);
    paragraphs
}

/// Parts lines that were not wrapped; what a browser printed at the edges of pages stands apart.
fn between_print_lines<'t>(lines: &[Line<'t>]) -> Vec<Paragraph<'t>> {
    let printed = furniture::print_lines(lines);
    let mut paragraphs = Vec::new();
    let mut rest = lines;
    for stretch in printed.chunk_by(|a, b| a == b) {
        let (lines, after) = rest.split_at(stretch.len());
        rest = after;
        if stretch[0] {
            let page = |line: &Line<'t>| Paragraph { lines: vec![*line], kind: Some(Kind::Furniture) };
            paragraphs.extend(lines.iter().map(page));
        } else {
            paragraphs.extend(by_stretch(lines, None));
        }
    }
    paragraphs
}

/// Parts the lines of a flow, and sets the lines of pages after the paragraphs that they cut.
fn part<'t>(
    flow: &mut Vec<Line<'t>>,
    cuts: &mut Vec<(usize, Vec<Line<'t>>)>,
    measure: &Measure,
    paragraphs: &mut Vec<Paragraph<'t>>,
) {
    let mut seen = 0;
    let mut waiting = cuts.drain(..).peekable();
    let is_filled = |line: &&Line<'_>| !line.is_blank();
    // Blank lines are no part of paragraphs: places count the others.
    let filled: Vec<usize> = std::iter::once(0)
        .chain(flow.iter().scan(0, |count, line| {
            *count += usize::from(is_filled(&line));
            Some(*count)
        }))
        .collect();
    for paragraph in by_stretch(flow, Some(measure)) {
        seen += paragraph.lines.len();
        paragraphs.push(paragraph);
        while let Some((_, pages)) = waiting.next_if(|(at, _)| filled[*at] < seen) {
            let page = |line| Paragraph { lines: vec![line], kind: Some(Kind::Furniture) };
            paragraphs.extend(pages.into_iter().map(page));
        }
    }
    for (_, pages) in waiting {
        paragraphs.extend(pages.into_iter().map(|line| Paragraph { lines: vec![line], kind: Some(Kind::Furniture) }));
    }
    flow.clear();
}

/// Parts lines into stretches, and these into paragraphs.
fn by_stretch<'t>(lines: &[Line<'t>], measure: Option<&Measure>) -> Vec<Paragraph<'t>> {
    let mut paragraphs: Vec<Paragraph<'t>> = Vec::new();
    let mut stretches = stretches(lines).peekable();
    let mut before = None;
    while let Some(stretch) = stretches.next() {
        let is_first = paragraphs.is_empty();
        let is_head = is_first && is_head(stretch) && stretches.peek().is_some();
        let above = paragraphs.last().filter(|above| above.lines.len() > 1).and_then(|above| above.lines.last());
        let beside = [before.replace(stretch), stretches.peek().copied()];
        let begins = match verses::from(stretch, above, beside) {
            Some(first) => {
                let above = beginnings(&stretch[..first.max(1)], measure, is_first, is_head);
                above.into_iter().chain(std::iter::repeat(true)).take(stretch.len()).collect()
            }
            None => beginnings(stretch, measure, is_first, is_head),
        };
        let widest = stretch.iter().map(|line| line.width).max().unwrap_or(0);
        for (k, (line, begins)) in stretch.iter().zip(begins).enumerate() {
            match paragraphs.last_mut() {
                Some(paragraph) if !begins => {
                    paragraph.lines.push(*line);
                    paragraph.kind = None;
                }
                _ => {
                    let is_cut = k + 1 < stretch.len()
                        && (k > 0 || !is_first)
                        && !is_head
                        && is_cut(line, &stretch[k + 1], widest);
                    let kind = is_cut.then_some(Kind::Paragraph);
                    paragraphs.push(Paragraph { lines: vec![*line], kind });
                }
            }
        }
    }
    paragraphs
}

/// Tells whether a line is so long that the first word of the next one, which ends a sentence, had no room on it: it is no heading.
fn is_cut(line: &Line<'_>, next: &Line<'_>, widest: usize) -> bool {
    // What has such marks, or names who wrote the report, may be of another kind.
    let is_text = || !line.text.contains(['|', '/', ':', '©', '(']) && !head::names_author(line.text);
    ends_for_room(line, next, widest) && is_text()
}

/// Returns the stretches of lines that touch and may belong together; what is too wide to be wrapped is one of its own.
fn stretches<'l, 't>(lines: &'l [Line<'t>]) -> impl Iterator<Item = &'l [Line<'t>]> + Clone {
    lines.chunk_by(belong).filter(|stretch| !stretch[0].is_blank())
}

/// Returns the measure of all lines, and these as they are measured: in columns, or in characters where that fits better.
fn measured<'l, 't>(lines: &'l [Line<'t>]) -> Option<(Cow<'l, [Line<'t>]>, Measure)> {
    let in_columns = measure(lines);
    let in_characters = by_characters(lines).and_then(|lines| measure(&lines).map(|measure| (lines, measure)));
    match (in_columns, in_characters) {
        (None, None) => None,
        (Some(measure), None) => Some((Cow::Borrowed(lines), measure)),
        (Some(measure), Some((other_lines, other)))
            if !other.is_closer_than(&measure, &running(&other_lines), &running(lines)) =>
        {
            Some((Cow::Borrowed(lines), measure))
        }
        (_, Some((lines, measure))) => Some((Cow::Owned(lines), measure)),
    }
}

/// Returns lines as who counts characters measures them, where these and columns are not the same: letters that are two columns wide
/// beside others, or signs above letters that have none.
fn by_characters<'t>(lines: &[Line<'t>]) -> Option<Vec<Line<'t>>> {
    let texts = || lines.iter().filter(|line| !line.text.is_ascii() && !line.is_wide()).map(|line| line.text);
    let letters = || texts().flat_map(str::chars).filter(|c| c.is_alphabetic());
    let wide = letters().filter(|&c| c.width() == Some(2)).count();
    let are_wide = wide * 2 > letters().count();
    let has_marks = || texts().flat_map(str::chars).any(|c| c.width() == Some(0) && !is_joiner(c));
    (are_wide || has_marks()).then(|| lines.iter().map(|line| line.by_characters(1 + usize::from(are_wide))).collect())
}

/// Returns the measure of all lines. It is told by stretches: the end of a line before an item of a list says nothing of one.
fn measure(lines: &[Line<'_>]) -> Option<Measure> {
    Measure::of_all(running(lines).into_iter())
}

/// Returns the stretches of lines that touch, parted before the items of lists.
fn running<'l, 't>(lines: &'l [Line<'t>]) -> Vec<&'l [Line<'t>]> {
    let goes_on = |a: &Line<'_>, b: &Line<'_>| belong(a, b) && !markers::is_item(b.text);
    lines.chunk_by(goes_on).filter(|stretch| !stretch[0].is_blank()).collect()
}

fn belong(a: &Line<'_>, b: &Line<'_>) -> bool {
    a.is_blank() == b.is_blank() && a.depth == b.depth && a.may_be_wrapped() && b.may_be_wrapped()
}

/// Tells whether a stretch is a head: a few lines, of which none but the first ends a sentence.
fn is_head(stretch: &[Line<'_>]) -> bool {
    stretch.len() <= HEAD && stretch[1..].iter().all(|line| line.end != End::Sentence)
}

/// Returns which lines of a stretch begin a paragraph; the first stretch of a text begins with a headline, if with anything.
fn beginnings(stretch: &[Line<'_>], measure: Option<&Measure>, is_first: bool, is_head: bool) -> Vec<bool> {
    if are_centred(stretch) {
        return vec![true; stretch.len()];
    }
    let own = measure.is_none_or(|measure| !measure.fits(stretch)).then(|| Measure::of_one(stretch)).flatten();
    let Some(measure) = own.as_ref().or(measure.filter(|measure| measure.fits(stretch))) else {
        return unmeasured(stretch);
    };
    let marked = markers::counting(stretch, measure);
    let indents = Indents::of(stretch, measure);
    let ends_full = indents == Indents::None && measure.ends_with_full_lines(stretch);
    let mut item = None;
    let mut beginnings = vec![true];
    for (k, two) in stretch.windows(2).enumerate() {
        let (line, next) = (&two[0], &two[1]);
        if marked[k] {
            item = Some(line.indent);
        }
        let begins = if marked[k + 1] || k == 0 && is_first && is_wide_headline(stretch) {
            true
        } else if item.is_some_and(|item| next.indent > item) {
            false
        } else if let Some(begins) = indents.tell(line, next) {
            begins
        } else if is_head && line.end == End::Open && next.begin != Begin::Small {
            !measure.is_full(line, next) || is_head_line(next.text)
        } else {
            parts(line, next, measure, ends_full)
        };
        if begins {
            item = None;
        }
        beginnings.push(begins);
    }
    beginnings
}

/// Tells whether the first line is a headline that was not wrapped as the others were: it is wider than any of them by far.
fn is_wide_headline(stretch: &[Line<'_>]) -> bool {
    let [first, others @ ..] = stretch else { return false };
    let widest = others.iter().map(|line| line.width).max().unwrap_or(0);
    let goes_on = others.first().is_some_and(|next| next.begin == Begin::Small);
    others.len() > HEAD && first.width > widest + widest / 8 && first.end == End::Open && !goes_on
}

/// Tells whether lines are set around the middle, as those of a title page: each far in, and none ends where another does.
fn are_centred(stretch: &[Line<'_>]) -> bool {
    /// How far in such a line begins at least, in columns.
    const FAR: usize = 12;
    let middle = |line: &Line<'_>| line.indent + line.width;
    let is_one = |two: &[Line<'_>]| two[0].indent != two[1].indent && middle(&two[0]).abs_diff(middle(&two[1])) <= 2;
    stretch.len() > 1 && stretch.iter().all(|line| line.indent >= FAR) && stretch.windows(2).all(is_one)
}

/// Returns which lines begin a paragraph where no measure shows: all, but for those of an item of a list that stand below its
/// first word, and the second line of what somebody says, if other lines say who speaks too.
fn unmeasured(stretch: &[Line<'_>]) -> Vec<bool> {
    let widest = stretch.iter().map(|line| line.width).max().unwrap_or(0);
    let is_transcript = stretch.iter().filter(|line| markers::is_spoken(line.text)).nth(1).is_some();
    let is_said = |line: &Line<'_>, next: &Line<'_>| {
        is_transcript
            && markers::is_spoken(line.text)
            && !markers::is_spoken(next.text)
            && ends_for_room(line, next, widest)
    };
    let mut item = None;
    let begins = |k: usize| {
        let line = &stretch[k];
        let own = markers::item_column(line);
        let goes_on =
            own.is_none() && (line.indent > 0 && item == Some(line.indent) || k > 0 && is_said(&stretch[k - 1], line));
        if !goes_on {
            item = own;
        }
        !goes_on
    };
    (0..stretch.len()).map(begins).collect()
}

/// Tells whether a line may go on in the next one, which ends a sentence and whose first word had no room on it.
fn ends_for_room(line: &Line<'_>, next: &Line<'_>, widest: usize) -> bool {
    line.end == End::Open && next.end == End::Sentence && line.is_of_usual_width() && line.with_first_of(next) > widest
}

/// Tells whether a paragraph ends between two lines of a wrapped stretch.
fn parts(line: &Line<'_>, next: &Line<'_>, measure: &Measure, ends_full: bool) -> bool {
    if next.begin == Begin::Small {
        return false;
    }
    if measure.is_full(line, next) {
        return ends_full && line.end == End::Sentence;
    }
    if line.end == End::Open && leads_on(line.text) {
        return false;
    }
    // A heading, a verse, a line of an address ends no sentence, and has room to spare.
    line.end == End::Sentence || !measure.is_ragged() || measure.is_short(line, next)
}

/// `By Ann Example`, `Published on 16 June 2026`.
fn is_head_line(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_by = words
        .next()
        .is_some_and(|word| matches!(word, "By" | "by" | "BY" | "Von" | "VON" | "Par" | "Por" | "Di" | "Door"));
    let is_short = text.split_whitespace().nth(8).is_none();
    is_short && (is_by || text.contains(|c: char| c.is_ascii_digit()))
}
