//! Dates between paragraphs: of the days that are told of, and not of the report.
//!
//! ```text
//!     How the port was closed               headline
//!     2 March 2020                          heading: of the days that follow it is the first
//!     The port office sent …                paragraph
//!     12 March 2020                         heading
//!     The last boat left …                  paragraph
//!     Published 20 March 2020               furniture: it has a label, and stands at the foot
//! ```

use super::dates::DateLine;
use super::known::Known;
use super::lines::{ends_sentence, is_of_at_most};
use crate::draft::Kind;

/// How many dates between paragraphs make a chronology, whose first date may stand above its first paragraph.
const CHRONOLOGY: usize = 2;

/// The most words of a sentence that may stand between the headline and the date of the report.
const STANDFIRST: usize = 45;

/// Makes headings of lines that are a date without a label, and stand between paragraphs.
///
/// Cost: linear in the blocks.
pub(super) fn set_dates_into_text(texts: &[String], kinds: &mut [Kind], known: Known<'_>) {
    let is_body = |k: &usize| kinds[*k] == Kind::Paragraph && ends_sentence(&texts[*k]);
    let Some(first) = (0..texts.len()).find(is_body) else { return };
    let last = (first..texts.len()).rfind(is_body).unwrap_or(first);
    let bare = |k: usize| {
        let date = (kinds[k] == Kind::Furniture).then(|| known.date_line(&texts[k]))?;
        date.filter(|date| date.is_full && !date.is_labelled)
    };
    let mut between: Vec<(usize, DateLine)> = (first + 1..last).filter_map(|k| Some((k, bare(k)?))).collect();
    if between.len() >= CHRONOLOGY {
        let above = first.checked_sub(1).and_then(|k| Some((k, bare(k)?)));
        // A report is published after what it tells of.
        between.extend(above.filter(|(_, date)| date.date < between[0].1.date));
    } else {
        // The date of the report itself may stand below a standfirst.
        let is_below_standfirst =
            |k: usize| is_of_at_most(&texts[first], STANDFIRST) && !(first + 1..k).any(|k| kinds[k] == Kind::Paragraph);
        between.retain(|(k, _)| !is_below_standfirst(*k));
    }
    for (k, _) in between {
        let is_answered = kinds.get(k + 1) == Some(&Kind::Paragraph);
        kinds[k] = if is_answered { Kind::Heading } else { Kind::Paragraph };
    }
}
