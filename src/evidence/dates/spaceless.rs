//! Dates in Chinese and Japanese.
//!
//! ```text
//!     2026年6月15日     6月15日     昨天 · 昨日     星期一 · 周一 · 月曜日     2026年: own words alone
//! ```

use std::ops::Range;

use jiff::civil::Date;

use super::DateForm;

/// Days from that of the report; "today" means nowadays too.
const RELATIVE: [(&str, i8); 3] = [("昨天", -1), ("昨日", -1), ("前天", -2)];

/// Words before a day by which it is another one.
const OTHER: [&str; 11] = ["上", "下", "本", "每", "毎週", "毎", "来週", "先週", "次の", "下个", "上个"];

/// Finds the dates of a text, behind a byte. Cost: linear.
pub(super) fn dates(text: &str, from: usize) -> Vec<(DateForm, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let own = if c.is_ascii_digit() { of_numbers(text, at) } else { of_words(text, at) };
        let next = at + c.len_utf8();
        at = match own {
            Some((form, end)) => {
                found.push((form, at..end));
                end
            }
            // The rest of a number begins none.
            None if c.is_ascii_digit() => {
                text[at..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| at + length)
            }
            None => next,
        };
    }
    found
}

/// Reads a number with a word behind it, and where that ends.
fn part(text: &str, at: usize, words: &[&str]) -> Option<(i16, usize)> {
    let rest = text.get(at..)?;
    let length = rest.find(|c: char| !c.is_ascii_digit()).filter(|length| (1..=4).contains(length))?;
    let word = words.iter().find(|word| rest[length..].starts_with(**word))?;
    Some((rest[..length].parse().ok()?, at + length + word.len()))
}

fn of_numbers(text: &str, at: usize) -> Option<(DateForm, usize)> {
    let year = part(text, at, &["年"]).filter(|(year, _)| (1500..2200).contains(year));
    let is_span = |end: usize| text[end..].starts_with(['間', '间', '半', '前', '后', '後', '度', '代', '来']);
    let month = part(text, year.map_or(at, |(_, end)| end), &["月"]).filter(|(month, _)| (1..=12).contains(month));
    let Some((month, behind)) = month else {
        return year.filter(|(_, end)| !is_span(*end)).map(|(_, end)| (DateForm::Vague, end));
    };
    let day = part(text, behind, &["日", "号", "號"]).filter(|(_, end)| !is_span(*end));
    let Some((day, end)) = day else { return Some((DateForm::Vague, behind)) };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let form = match year {
        Some((year, _)) => Date::new(year, month, day).map_or(DateForm::Vague, DateForm::Day),
        // A leap year has all days.
        None if Date::new(2024, month, day).is_ok() => DateForm::MonthDay(month, day),
        None => DateForm::Vague,
    };
    Some((form, end))
}

fn of_words(text: &str, at: usize) -> Option<(DateForm, usize)> {
    let rest = &text[at..];
    if let Some((word, days)) = RELATIVE.iter().find(|(word, _)| rest.starts_with(word)) {
        return Some((DateForm::Relative(*days), at + word.len()));
    }
    let (day, length) = weekday(rest)?;
    let is_other = OTHER.iter().any(|word| text[..at].ends_with(word));
    Some((if is_other { DateForm::Vague } else { DateForm::Weekday(day) }, at + length))
}

fn weekday(rest: &str) -> Option<(i8, usize)> {
    let place = |names: &str, c: char| names.chars().position(|own| own == c).and_then(|at| i8::try_from(at + 1).ok());
    let first = rest.chars().next()?;
    if let Some(day) = place("月火水木金土日", first).filter(|_| rest[first.len_utf8()..].starts_with("曜日"))
    {
        return Some((day, first.len_utf8() + "曜日".len()));
    }
    let word = ["星期", "礼拜", "禮拜"].into_iter().find(|word| rest.starts_with(word))?;
    let name = rest[word.len()..].chars().next()?;
    let day = place("一二三四五六日", name).or_else(|| (name == '天').then_some(7))?;
    Some((day, word.len() + name.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_what_is_none() {
        let text = "2026年6月15日、6月16日晚、昨天、星期一、月曜日、上星期二、6月、2026年、3年間、13月5日";
        let found = dates(text, 0);
        let words: Vec<&str> = found.iter().map(|(_, range)| &text[range.clone()]).collect();
        assert_eq!(words, ["2026年6月15日", "6月16日", "昨天", "星期一", "月曜日", "星期二", "6月", "2026年"]);
        let forms: Vec<DateForm> = found.into_iter().map(|(form, _)| form).collect();
        let day = Date::new(2026, 6, 15).map_or(DateForm::Vague, DateForm::Day);
        let (vague, monday) = (DateForm::Vague, DateForm::Weekday(1));
        assert_eq!(
            forms,
            [day, DateForm::MonthDay(6, 16), DateForm::Relative(-1), monday, monday, vague, vague, vague]
        );
    }
}
