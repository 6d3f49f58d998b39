//! The dates and times of day in a line that consists of words of dates: how they are written, whatever the language.
//!
//! ```text
//!     18 March 2026      March 18, 2026      18.03.2026      2026年3月18日      18-Mar-26
//!     03/04/2026         as it stands: nothing says which is the month
//!     18 March           as it stands: the year is not said
//! ```

use jiff::civil::Date;

use super::date_tokens::{Token, TokenKind, Unit};
use super::date_words::DateWord;

/// How many years the calendar of Thailand is ahead, and from which year on a year is one of it.
pub(super) const BUDDHIST: u32 = 543;
const FIRST_BUDDHIST: u32 = 2400;

/// Says how much of a date stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Day, month and year.
    Full,
    /// A day and a month, or figures of which any can be the year.
    Partial,
}

/// Says in which order figures stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

/// Returns the order of figures that the language of the article states, or that the words of the line do.
fn order(tokens: &[Token], language: Option<&str>) -> Order {
    let tag = language.unwrap_or("").to_ascii_lowercase().replace('_', "-");
    let mut words = tokens.iter().filter_map(Token::word);
    match tag.split('-').next().unwrap_or("") {
        "en" if tag == "en-us" => Order::MonthFirst,
        "en" if tag.len() > 2 && !matches!(tag.as_str(), "en-ca" | "en-ph") => Order::DayFirst,
        "" | "en" | "zh" | "ja" | "ko" | "fil" if !words.any(DateWord::is_day_first) => Order::Unknown,
        _ => Order::DayFirst,
    }
}

/// A line being read.
pub(super) struct Reader<'l> {
    line: &'l str,
    tokens: &'l [Token],
    order: Order,
    /// Whether it is of Thai, which counts years from the death of the Buddha.
    is_thai: bool,
    /// The index of the token that is read next.
    pub at: usize,
}

impl<'l> Reader<'l> {
    /// Begins to read a line that consists of these tokens.
    pub fn new(line: &'l str, tokens: &'l [Token], language: Option<&str>) -> Self {
        let is_thai = line.contains(|c| matches!(c, '\u{E01}'..='\u{E4E}'));
        Self { line, tokens, order: order(tokens, language), is_thai, at: 0 }
    }

    fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.tokens.get(at)?.kind {
            TokenKind::Number(value, figures) => Some((value, figures)),
            _ => None,
        }
    }

    /// Returns a number of one or two figures.
    fn short(&self, at: usize) -> Option<u32> {
        self.number(at).filter(|(_, figures)| *figures <= 2).map(|(value, _)| value)
    }

    fn year(&self, at: usize) -> Option<u32> {
        let (year, _) = self.number(at).filter(|(value, figures)| *figures == 4 && (1600..3000).contains(value))?;
        Some(if self.is_thai && year >= FIRST_BUDDHIST { year - BUDDHIST } else { year })
    }

    /// Returns the year that an era and a number say, and where what follows begins: `令和8年`.
    fn year_of_era(&self, at: usize) -> Option<(u32, usize)> {
        let TokenKind::Era(first) = self.tokens.get(at)?.kind else { return None };
        let year = self.short(at + 1).filter(|year| *year > 0 && self.unit(at + 2, Unit::Year))?;
        Some((first + year - 1, at + 2))
    }

    /// Passes over the year of an era that stands in brackets behind the same year: `2026年（令和8年）`.
    fn same_year(&self, at: usize) -> usize {
        let is_open = matches!(self.mark(at), Some('(' | '（'));
        let inner = is_open.then(|| self.year_of_era(at + 1)).flatten();
        inner.filter(|(_, end)| matches!(self.mark(end + 1), Some(')' | '）'))).map_or(at, |(_, end)| end + 2)
    }

    fn mark(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            TokenKind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    fn unit(&self, at: usize, unit: Unit) -> bool {
        matches!(self.tokens.get(at), Some(Token { kind: TokenKind::Unit(other), .. }) if *other == unit)
    }

    /// Returns a word that names a month, or several that languages call alike.
    fn month(&self, at: usize) -> Option<DateWord> {
        self.tokens.get(at)?.word().filter(|word| word.months != 0)
    }

    fn is_clock(&self, at: Option<usize>) -> bool {
        at.and_then(|at| self.tokens.get(at)?.word()).is_some_and(|word| word.is_clock)
    }

    /// Passes over what can stand between the parts of a date: `12. de`, `12th of`.
    fn between(&self, at: usize) -> usize {
        let is_between = |at: &usize| match self.tokens.get(*at).map(|token| token.kind) {
            Some(TokenKind::Mark(mark)) => matches!(mark, '.' | ',' | 'º' | '°' | 'ª' | '-' | '/' | '،' | '\'' | '’'),
            Some(TokenKind::Word(word)) => word.months == 0 && word.is_inside,
            _ => false,
        };
        (at..at + 4).find(|at| !is_between(at)).unwrap_or(at + 4)
    }

    /// Passes over a month, and the same by another name: `كانون الثاني/يناير`.
    fn months(&self, at: usize) -> Option<(DateWord, usize)> {
        let month = self.month(at)?;
        let again = matches!(self.mark(at + 1), Some('/' | '(' | '-'))
            && self.month(at + 2).is_some_and(|again| again.months == month.months);
        let close = if again && self.mark(at + 3) == Some(')') { 4 } else { 3 };
        Some((month, if again { at + close } else { at + 1 }))
    }

    /// Reads a date, if one begins here: ISO 8601, else as it stands.
    pub fn date(&mut self) -> Option<(String, Certainty)> {
        let start = self.at;
        let (end, date) = self
            .year_first()
            .or_else(|| self.day_and_name())
            .or_else(|| self.name_and_day())
            .or_else(|| self.in_figures())?;
        self.at = end;
        let stands = self.tokens[start].bytes.start..self.tokens[end - 1].bytes.end;
        match date {
            Found::Date(date) => Some((date.to_string(), Certainty::Full)),
            Found::Ambiguous => Some((self.line[stands].to_owned(), Certainty::Full)),
            Found::Partial => Some((self.line[stands].to_owned(), Certainty::Partial)),
        }
    }

    /// `2026-03-18`, `2026年3月18日`, `令和8年3月18日`, `2026. március 18.`
    fn year_first(&self) -> Option<(usize, Found)> {
        let (year, after) = self.year_of_era(self.at).or_else(|| Some((self.year(self.at)?, self.at + 1)))?;
        if self.unit(after, Unit::Year) {
            let at = self.same_year(after + 1);
            let month = self.short(at).filter(|_| self.unit(at + 1, Unit::Month))?;
            let day = self.short(at + 2).filter(|_| self.unit(at + 3, Unit::Day))?;
            return Some((at + 4, Found::of(year, i8::try_from(month).ok(), day)?));
        }
        if let Some(mark) = self.mark(self.at + 1).filter(|mark| matches!(mark, '-' | '/' | '.'))
            && let Some(month) = self.short(self.at + 2)
            && self.mark(self.at + 3) == Some(mark)
            && let Some(day) = self.short(self.at + 4)
        {
            return Some((self.at + 5, Found::of(year, i8::try_from(month).ok(), day)?));
        }
        let (month, after) = self.months(self.between(self.at + 1))?;
        let at = self.between(after);
        Some((at + 1, Found::of(year, month.month(), self.short(at)?)?))
    }

    /// Returns a year of two figures, where a hyphen or an apostrophe stands before it: `18-Mar-26`, `18 March ’26`. From 69
    /// on it is of the last century (POSIX, `strptime`).
    fn short_year(&self, at: usize) -> Option<u32> {
        let (value, _) = self.number(at).filter(|(_, figures)| *figures == 2)?;
        let is_dated = match self.mark(at.checked_sub(1)?)? {
            '\'' | '’' => true,
            '-' => self.mark(self.at + 1) == Some('-'),
            _ => false,
        };
        is_dated.then_some(if value < 69 { 2000 + value } else { 1900 + value })
    }

    /// `18 March 2026`, `18. März 2026`, `18 de marzo de 2026`, `18-Mar-26`
    fn day_and_name(&self) -> Option<(usize, Found)> {
        let day = self.short(self.at)?;
        let (month, after) = self.months(self.between(self.at + 1))?;
        let at = self.between(after);
        if let Some(year) = self.year(at).or_else(|| self.short_year(at)) {
            return Some((at + 1, Found::of(year, month.month(), day)?));
        }
        Some((after, Found::partial(day)?))
    }

    /// `March 18, 2026`
    fn name_and_day(&self) -> Option<(usize, Found)> {
        let (month, after) = self.months(self.at)?;
        let at = self.between(after);
        let day = self.short(at)?;
        let after_day = self.between(at + 1);
        // `mar. 12 janvier 2010`: short for a day, and not for a month.
        if self.month(after_day).is_some() {
            return None;
        }
        if let Some(year) = self.year(after_day) {
            return Some((after_day + 1, Found::of(year, month.month(), day)?));
        }
        Some((at + 1, Found::partial(day)?))
    }

    /// `18.03.2026`, `18/03/2026`, `03/18/2026`, `18.03.26`
    fn in_figures(&self) -> Option<(usize, Found)> {
        let (first, second) = (self.short(self.at)?, self.short(self.at + 2)?);
        let mark = self.mark(self.at + 1).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        if self.mark(self.at + 3) != Some(mark) {
            return None;
        }
        let end = self.at + 5;
        let Some(year) = self.year(self.at + 4) else {
            let fits = first.max(second) <= 31 && first.min(second) <= 12;
            return (fits && self.short(self.at + 4)? <= 99).then_some((end, Found::Partial));
        };
        let day_first = Found::of(year, i8::try_from(second).ok(), first);
        let month_first = Found::of(year, i8::try_from(first).ok(), second);
        let found = match (day_first, month_first) {
            (Some(day_first), Some(month_first)) if day_first != month_first => match self.order {
                _ if mark == '.' => day_first,
                Order::DayFirst => day_first,
                Order::MonthFirst => month_first,
                Order::Unknown => Found::Ambiguous,
            },
            (day_first, month_first) => day_first.or(month_first)?,
        };
        Some((end, found))
    }

    /// Passes over a time of day, or the difference of a time zone: `14:32`, `14h32`, `2 p.m.`, `+01:00`.
    pub fn time(&mut self) -> bool {
        let Some((value, figures)) = self.number(self.at) else { return false };
        let before = self.at.checked_sub(1);
        let is_shift = before.and_then(|at| self.mark(at)).is_some_and(|mark| matches!(mark, '+' | '-' | '−'));
        let parts = (self.at + 1..).step_by(2).take_while(|&at| {
            let is_apart = matches!(self.mark(at), Some(':' | '.' | '：')) || self.is_clock(Some(at));
            is_apart && self.number(at + 1).is_some_and(|(value, figures)| value < 1_000_000 && figures != 4)
        });
        let more = parts.count().min(3);
        let stands_alone = self.is_clock(Some(self.at + 1)) || self.is_clock(before) || is_shift;
        let fits = value <= 24 && figures <= 2 && (more > 0 || stands_alone) || figures == 4 && is_shift;
        if fits {
            self.at += 1 + 2 * more;
        }
        fits
    }

    /// Passes over a mark or a word that is neither a number nor the name of a month alone.
    pub fn word(&mut self) -> bool {
        let fits = match self.tokens[self.at].kind {
            TokenKind::Word(word) => word.is_inside || word.is_clock,
            TokenKind::Mark(_) => true,
            TokenKind::Number(..) | TokenKind::Unit(_) | TokenKind::Era(_) => false,
        };
        self.at += usize::from(fits);
        fits
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Date(Date),
    /// A full date that can be read in two ways.
    Ambiguous,
    Partial,
}

impl Found {
    /// Returns a date, if there is such a day; the month is unknown where languages call two months alike.
    fn of(year: u32, month: Option<i8>, day: u32) -> Option<Self> {
        let (year, day) = (i16::try_from(year).ok()?, i8::try_from(day).ok()?);
        let Some(month) = month else { return (1..=31).contains(&day).then_some(Self::Ambiguous) };
        Date::new(year, month, day).ok().map(Self::Date)
    }

    fn partial(day: u32) -> Option<Self> {
        (1..=31).contains(&day).then_some(Self::Partial)
    }
}
