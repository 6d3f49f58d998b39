//! The measure that lines were wrapped at.
//!
//! Whoever wraps a text, an editor or a person, sets as many words on a line as fit. So a line within a paragraph and the first
//! word of the next are wider together than the measure:
//!
//! ```text
//!     The boats were taken out of           │
//!     service in the last days of March.    │ would have had room for "service"? No: 27 + 1 + 7 > 34
//! ```
//!
//! Lines that each are a paragraph, a verse or an item have no such thing in common. What is asked are the breaks that lie
//! within a sentence beyond doubt, since the next line begins with a small letter: if four of five are near the measure, it is
//! one, and how near nine of ten are is how ragged the text is. A short text may have hardly any such break, as a German one whose
//! nouns have capitals: there blank lines or indents show which breaks lie within a paragraph, and each of them has to fit.
//!
//! Whoever sets two spaces behind a full stop needs room for both before the next word.

use super::line::{Begin, End, Line};
use crate::unicode::scripts::joins_lines;

/// The narrowest measure in columns, and that of scripts without spaces.
const NARROWEST: (usize, usize) = (20, 8);

/// A measure that a single break is enough to tell, in columns.
const TOLD_BY_ONE: std::ops::RangeInclusive<usize> = 40..=84;

/// Holds a measure in columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    width: usize,
    /// How many columns nearly all lines within paragraphs leave free at most; -1 where none could have held more.
    slack: isize,
    /// How many columns stand between two sentences.
    gap: usize,
}

impl Measure {
    /// Returns the measure of some stretches of lines that touch; `None` if they were not wrapped.
    ///
    /// Cost: linear in the lines, but for sorting them by width.
    pub fn of_all<'l, 't: 'l>(stretches: impl Iterator<Item = &'l [Line<'t>]> + Clone) -> Option<Self> {
        let near = |width: usize| width.cast_signed() / 4;
        // In a script without small letters a headline goes on as well as any line, but for the indent of what follows.
        let is_any = |_: &[Line<'_>]| true;
        let is_level = |two: &[Line<'_>]| two[1].indent <= two[0].indent;
        Self::find(stretches.clone(), is_any, near)
            .or_else(|| Self::find(stretches.clone(), is_level, near))
            .or_else(|| Self::of_few(stretches))
    }

    /// Does the same of a single stretch, and asks for more: all that it has must fit what it shows.
    pub fn of_one(stretch: &[Line<'_>]) -> Option<Self> {
        let certain = stretch.windows(2).filter(|two| two[0].runs_on_into(&two[1])).count();
        if certain < 2 {
            return None;
        }
        Self::find(std::iter::once(stretch), |_| true, |width| width.cast_signed() / 24)
    }

    fn find<'l, 't: 'l>(
        stretches: impl Iterator<Item = &'l [Line<'t>]> + Clone,
        counts: impl Fn(&[Line<'_>]) -> bool + Clone,
        near: impl Fn(usize) -> isize,
    ) -> Option<Self> {
        let breaks = stretches.clone().flat_map(|lines| lines.windows(2)).filter(|two| counts(two));
        let certain: Vec<(usize, usize)> = breaks
            .clone()
            .filter(|two| two[0].runs_on_into(&two[1]))
            .map(|two| (two[0].width, two[0].with_first_of(&two[1])))
            .collect();
        let all = breaks.count();
        // A list of words in small letters has no sentence; verses and items seldom go on in small letters.
        let has_sentence = stretches.clone().flatten().any(|line| line.end == End::Sentence);
        // Thai has no mark at the end of one.
        let is_unmarked = !has_sentence && stretches.clone().flatten().all(Line::is_unmarked);
        // Blank lines or indents have to show its paragraphs.
        let has_paragraphs = || are_apart(stretches.clone()) || first_lines(stretches.clone()).is_some();
        let has_sentence = has_sentence || is_unmarked && has_paragraphs();
        if certain.is_empty() || certain.len() * 8 < all || !has_sentence {
            return None;
        }
        let touching = stretches.clone().filter(|lines| lines.len() > 1).flatten();
        let mut widths: Vec<usize> = touching.map(|line| line.width).collect();
        widths.sort_unstable_by(|a, b| b.cmp(a));
        let is_spaceless = stretches.clone().flatten().next().is_some_and(|line| line.text.starts_with(joins_lines));
        let narrowest = if is_spaceless { NARROWEST.1 } else { NARROWEST.0 };
        // A line that is too wide, as a heading or an address, is no measure.
        let count = widths.len();
        let mut tried = vec![0, 1, 2, 3, count / 32, count / 16, count / 8];
        tried.retain(|&at| at == 0 || at * 4 <= count);
        tried.sort_unstable();
        let mut candidates: Vec<usize> = tried.into_iter().filter_map(|at| widths.get(at).copied()).collect();
        candidates.dedup();
        let measured = candidates.into_iter().filter(|&width| width >= narrowest);
        let gap = gap(stretches.clone());
        measured.filter_map(|width| Self::at(width, &certain, near(width), gap)).find(|measure| {
            // In a script without spaces a line of a head is as open as one that goes on, but hardly as wide.
            let is_wide = is_spaceless && measure.width >= 2 * TOLD_BY_ONE.start() / 3;
            if is_unmarked && !TOLD_BY_ONE.contains(&measure.width) {
                return false;
            }
            certain.len() > 1 || (TOLD_BY_ONE.contains(&measure.width) && measure.slack < 0 && all <= 2) || is_wide
        })
    }

    /// Returns the measure of a width, if four of five certain breaks are near it.
    fn at(width: usize, certain: &[(usize, usize)], near: isize, gap: usize) -> Option<Self> {
        let left = |&(own, filled): &(usize, usize)| {
            if own > width { -1 } else { (width.cast_signed() - filled.cast_signed()).max(-1) }
        };
        let mut free: Vec<isize> = certain.iter().map(left).filter(|&free| free <= near).collect();
        if free.len() * 5 < certain.len() * 4 {
            return None;
        }
        free.sort_unstable();
        Some(Self { width, slack: free[(free.len() - 1) * 9 / 10], gap })
    }

    /// Returns the measure of a text with few breaks, if all that lie within paragraphs fit it and no line is wider.
    fn of_few<'l, 't: 'l>(stretches: impl Iterator<Item = &'l [Line<'t>]> + Clone) -> Option<Self> {
        /// The fewest lines that come near a wide measure, and how near.
        const NEAR: (usize, usize, usize) = (3, 3, 4);
        /// The fewest lines that begin paragraphs by their indents or go on with one.
        const INDENTED: usize = 5;
        /// The narrowest line that is hardly a heading, in columns.
        const WIDE: usize = 56;
        let lines = || stretches.clone().flatten();
        if lines().any(|line| !line.may_be_wrapped() || joins_lines(line.text.chars().next().unwrap_or(' '))) {
            return None;
        }
        let first_lines = first_lines(stretches.clone());
        let is_indented = first_lines.is_some();
        let within = || {
            let is_within = move |two: &&[Line<'_>]| !is_indented || two[1].indent == 0;
            stretches.clone().flat_map(|lines| lines.windows(2)).filter(is_within)
        };
        let certain = within().filter(|two| two[0].runs_on_into(&two[1])).count();
        // Where none begins with a small letter, indents show what goes on, if there are some; or blank lines do, if each stretch ends a
        // sentence, and no line within one does or is as short as headings are.
        let is_one = |lines: &[Line<'_>]| {
            let Some((last, before)) = lines.split_last() else { return true };
            last.end == End::Sentence && before.iter().all(|line| line.end != End::Sentence && line.width >= WIDE)
        };
        let are_parted = || !is_indented && within().next().is_some() && stretches.clone().all(is_one);
        let is_told = || first_lines.is_some_and(|count| count + within().count() >= INDENTED) || are_parted();
        if certain == 0 && !is_told() {
            return None;
        }
        // A headline above the text may be wider.
        let touching = stretches.clone().filter(|lines| lines.len() > 1).flatten();
        let sentences = lines().filter(|line| line.end == End::Sentence);
        let width = touching.chain(sentences).map(|line| line.width).max()?;
        let measure = Self { width, slack: -1, gap: gap(stretches.clone()) };
        let near = lines().filter(|line| line.width * NEAR.2 >= width * NEAR.1).count();
        let is_usual = TOLD_BY_ONE.contains(&width) || width > *TOLD_BY_ONE.end() && near >= NEAR.0;
        let has_sentence = || lines().any(|line| line.end == End::Sentence);
        (is_usual && has_sentence() && within().all(|two| measure.is_full(&two[0], &two[1]))).then_some(measure)
    }

    /// Tells whether it fits its stretches closer than another one does the same text, measured otherwise: the lines leave less room,
    /// or fewer of those that end no sentence leave some.
    pub fn is_closer_than(&self, other: &Self, own: &[&[Line<'_>]], others: &[&[Line<'_>]]) -> bool {
        let free = |measure: &Self, stretches: &[&[Line<'_>]]| {
            let breaks = stretches.iter().flat_map(|lines| lines.windows(2));
            breaks.filter(|two| two[0].end != End::Sentence && !measure.is_full(&two[0], &two[1])).count()
        };
        self.slack < other.slack || self.slack == other.slack && free(self, own) < free(other, others)
    }

    /// Returns how many columns a line leaves free that the next one's first word could have taken; negative if none.
    fn free(&self, line: &Line<'_>, next: &Line<'_>) -> isize {
        let gap = if line.end == End::Sentence { self.gap - 1 } else { 0 };
        self.width.cast_signed() - (line.with_first_of(next) + gap).cast_signed()
    }

    /// Tells whether a line ends because it is full.
    pub fn is_full(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        line.end == End::Hyphen || self.free(line, next) <= self.slack
    }

    /// Tells whether a line ends long before the measure.
    pub fn is_short(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        !self.is_full(line, next) && self.free(line, next) * 4 > self.width.cast_signed()
    }

    /// Tells whether a full line that ends a sentence rather ends a paragraph than not, in a stretch that has more of them.
    ///
    /// The last line of a paragraph happens to be full as often as the next word is long in the measure; within a paragraph a
    /// sentence ends at a line's end as often as at any other space.
    pub fn ends_with_full_lines(&self, stretch: &[Line<'_>]) -> bool {
        let ends = |two: &&[Line<'_>]| {
            two[0].end == End::Sentence && two[1].begin != Begin::Small && !self.is_full(&two[0], &two[1])
        };
        let paragraphs = stretch.windows(2).filter(ends).count();
        if paragraphs < 2 {
            return false;
        }
        let full = stretch.windows(2).filter(|two| self.is_full(&two[0], &two[1])).count() as f64;
        let first: usize = stretch.iter().map(|line| line.first).sum();
        let chance =
            (first as f64 / stretch.len() as f64 + (1 + self.gap) as f64 + self.slack as f64) / self.width as f64;
        let sum = |(ends, spaces): (usize, usize), line: (usize, usize)| (ends + line.0, spaces + line.1);
        let (inside, spaces) = stretch.iter().map(Line::ends_inside).fold((0, 0), sum);
        let within = full * inside as f64 / spaces.max(1) as f64;
        paragraphs as f64 * chance / (1.0 - chance).max(0.1) > within
    }

    /// Tells whether lines end well before the measure within paragraphs.
    pub const fn is_ragged(&self) -> bool {
        self.slack >= 0
    }

    /// Tells whether the certain breaks of a stretch fit the measure, most of them.
    pub fn fits(&self, stretch: &[Line<'_>]) -> bool {
        let certain = || stretch.windows(2).filter(|two| two[0].runs_on_into(&two[1]));
        let near = certain().filter(|two| self.free(&two[0], &two[1]) * 4 <= self.width.cast_signed()).count();
        near * 5 >= certain().count() * 3
    }

    /// Tells whether the measure is that of running text rather than of a column of few words.
    pub fn is_of_a_page(&self) -> bool {
        self.width >= *TOLD_BY_ONE.start()
    }
}

/// Counts the lines that are set in, if all are first lines of paragraphs: as far in as each other, and before nearly all a sentence
/// ends.
fn first_lines<'l, 't: 'l>(stretches: impl Iterator<Item = &'l [Line<'t>]> + Clone) -> Option<usize> {
    /// The fewest such lines, and how far in one is at most, in columns.
    const FEWEST: usize = 2;
    const FARTHEST: usize = 8;
    let indents = || stretches.clone().flatten().map(|line| line.indent).filter(|&indent| indent > 0);
    let first = indents().next().filter(|&first| first <= FARTHEST)?;
    let before = || stretches.clone().flat_map(|lines| lines.windows(2)).filter(|two| two[1].indent > 0);
    let ended = before().filter(|two| two[0].end == End::Sentence || two[0].is_unmarked()).count();
    let are_first = indents().all(|indent| indent == first) && ended * 4 >= before().count() * 3;
    Some(indents().count()).filter(|&count| are_first && count >= FEWEST)
}

/// Tells whether blank lines part more than one stretch of lines that touch.
fn are_apart<'l, 't: 'l>(stretches: impl Iterator<Item = &'l [Line<'t>]>) -> bool {
    stretches.filter(|lines| lines.len() > 1).nth(1).is_some()
}

/// Returns how many columns stand between two sentences of a line: two, where most are set so and blank lines or indents show
/// paragraphs. Where nothing does, a line without room for the second space ends a paragraph as often as not.
fn gap<'l, 't: 'l>(stretches: impl Iterator<Item = &'l [Line<'t>]> + Clone) -> usize {
    let lines = || stretches.clone().flatten();
    if !lines().any(|line| line.text.contains("  ")) {
        return 1;
    }
    let (single, double) = lines().map(Line::gaps_inside).fold((0, 0), |sum, own| (sum.0 + own.0, sum.1 + own.1));
    1 + usize::from(double > single && (are_apart(stretches.clone()) || first_lines(stretches.clone()).is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Measure> {
        let lines: Vec<Line<'_>> = text.lines().map(|line| Line::new(line, 0)).collect();
        Measure::of_all(lines.split(Line::is_blank))
    }

    #[test]
    fn wrapped_lines_have_a_measure() {
        let text = "The boats were taken out of\nservice in the last days of\nMarch by the harbour master.";
        assert_eq!(of(text), None, "one break tells little");
        let text = format!("{text}\n\nThey are to come back in\nthe autumn.");
        assert_eq!(of(&text), Some(Measure { width: 28, slack: -1, gap: 1 }));
        assert_eq!(of("灯台は三月\nに閉じられ\nた。"), Some(Measure { width: 10, slack: -1, gap: 1 }));
    }

    #[test]
    fn few_breaks_have_one_if_all_of_them_fit() {
        let blank = "Nach einer Sturmnacht hat der Rat am Dienstag den Hafen geschlossen.\nNiemand wurde verletzt.\n\n\
                     Die Boote liegen bis Sonntag fest, und auf der Insel wird in vielen\nHäusern das Brot knapp.\n\n\
                     „Das kommt vor“, sagte im Rathaus von Holm auf die Frage der Zeitung\ndie Bürgermeisterin.";
        assert_eq!(of(blank), Some(Measure { width: 68, slack: -1, gap: 1 }));
        let indented = "   Nach einer Sturmnacht hat der Rat den Hafen\nGroßholms geschlossen. Verletzt wurde niemand.\n   \
                        Die Boote liegen fest, und der Rat bittet die\nBewohner um Geduld.\n   Auf der Insel fehlt Brot.";
        assert_eq!(of(indented).map(|measure| measure.width), Some(48));
        // One of the lines would have had room.
        assert_eq!(of(&indented.replace(" der Rat bittet die", "")), None);
        let wide = "The harbour of Holm was closed on Monday evening, and all of the boats but one were in it when an engineer\n\
                    found a crack in the lock.\n\nIt is to be mended before the summer, the council said, and for the time being \
                    nobody will get out.\nCarriages go round by Larn.\n\nThe fish market will be held on the meadow above the quay, \
                    at no charge to those who sell there.";
        assert_eq!(of(wide).map(|measure| measure.width), Some(106));
        assert_eq!(of(&format!("{wide}\n\n{}", "So it is. ".repeat(20))), None, "a paragraph a line");
    }

    #[test]
    fn two_spaces_between_sentences_need_room() {
        let text = "The boats were taken out of\nservice.  Nobody said so at\nthat time.  They lie there.\n\n\
                    Ask in the autumn, they say.\nTell no one before it is.";
        assert_eq!(of(text).map(|measure| measure.gap), Some(2));
        assert_eq!(of(&text.replace("  ", " ")).map(|measure| measure.gap), Some(1));
        // Nothing but room shows paragraphs here.
        assert_eq!(of(&text.replace("\n\n", "\n")).map(|measure| measure.gap), Some(1));
    }

    #[test]
    fn other_lines_have_none() {
        for text in [
            "The boats left.\nNobody was hurt.\nThe town waits.",
            "three eggs\na cup of sugar and a little butter\nflour",
            "The boats left and nobody\nwas\nhurt when it came to the end of\na day.",
            "",
            "One line.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
