//! Times longer than a day: what their words say, and which year, month or season that is.
//!
//! ```text
//!     in 2017 · 2017年 · １９０６年      2017 · 1906               whatever the report
//!     June 2024 · autumn of 2027        2024-06 · 2027-23         as ISO 8601-2 writes seasons
//!     last year · June of last year     2025 · 2025-06            by the date of the report, of 2026
//!     last October                      2025-10                   in a report before October; in November it may be of either year
//! ```

use std::fmt;

use jiff::Span;
use jiff::civil::Date;

/// A year, or a month or a season of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A year of the common era.
    Year(i16),
    /// A month of one, from 1.
    Month(i16, i8),
    /// A season of one.
    Season(i16, Season),
}

/// A season that lies in one year: of a winter nothing says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Autumn.
    Autumn,
}

/// Writes it as ISO 8601 does, seasons as its second part has them: `2017`, `2024-06`, `2027-23`.
impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Season(year, season) => write!(out, "{year:04}-{}", *season as u8 + 21),
        }
    }
}

/// What words say of such a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::evidence) enum PeriodForm {
    /// All of it.
    Known(Period),
    /// So many years from that of the report.
    Years(i8),
    /// So many months from that of the report.
    Months(i8),
    /// A month of the year that is so many from that of the report.
    MonthOf(i8, i8),
    /// The last month of a name.
    LastMonth(i8),
}

impl PeriodForm {
    /// Tells whether it is reckoned from the date of the report.
    pub(super) const fn is_relative(self) -> bool {
        !matches!(self, Self::Known(_))
    }

    /// Returns which time it is, in a report of a day, if there is one; `None` where that may be either of two. Cost: constant.
    pub(super) fn period(self, report: Option<Date>) -> Option<Period> {
        match self {
            Self::Known(period) => Some(period),
            Self::Years(years) => Some(Period::Year(report?.year() + i16::from(years))),
            Self::Months(months) => {
                let day = report?.first_of_month().checked_add(Span::new().months(months)).ok()?;
                Some(Period::Month(day.year(), day.month()))
            }
            Self::MonthOf(month, years) => Some(Period::Month(report?.year() + i16::from(years), month)),
            // In November "last October" may be of a year ago, or the one that is just over.
            Self::LastMonth(month) => {
                report.filter(|report| month > report.month()).map(|report| Period::Month(report.year() - 1, month))
            }
        }
    }
}
