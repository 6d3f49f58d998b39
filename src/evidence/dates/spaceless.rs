//! Dates in Chinese and Japanese.
//!
//! ```text
//!     2026年6月15日     6月15日     昨天 · 昨日     星期一 · 周一 · 月曜日     2026年 · 今年: own words alone
//!     ２０２６年        the same in figures of full width
//!     町は12日、        that day of the month of the report, if it is past
//! ```

use std::ops::Range;

use jiff::civil::Date;

use super::DateForm;
use crate::unicode::scripts::is_spaceless;

/// Days from that of the report; "today" means nowadays too.
const RELATIVE: [(&str, i8); 3] = [("昨天", -1), ("昨日", -1), ("前天", -2)];

/// Words of time that are no day.
const VAGUE: [&str; 13] =
    ["今年", "去年", "昨年", "来年", "明年", "今月", "本月", "先月", "上月", "来月", "先週", "上周", "来週"];

/// Words behind a day of a month by which it is one, and no span: hours, and marks.
const OF_DAY: [&str; 16] =
    ["、", "，", "午前", "午後", "朝", "昼", "夕", "夜", "深夜", "未明", "早朝", "正午", "上午", "下午", "晚", "凌晨"];

/// Words before a day of a month by which it is of another one.
const OTHER_MONTH: [&str; 7] = ["月", "毎月", "同", "每月", "翌", "前", "号"];

/// Words before a day by which it is another one.
const OTHER: [&str; 11] = ["上", "下", "本", "每", "毎週", "毎", "来週", "先週", "次の", "下个", "上个"];

/// Finds the dates of a text, behind a byte. Cost: linear.
pub(super) fn dates(text: &str, from: usize) -> Vec<(DateForm, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let own = if digit(c).is_some() { of_numbers(text, at) } else { of_words(text, at) };
        let next = at + c.len_utf8();
        at = match own {
            Some((form, end)) => {
                found.push((form, at..end));
                end
            }
            // The rest of a number begins none.
            None if digit(c).is_some() => {
                text[at..].find(|c: char| digit(c).is_none()).map_or(text.len(), |length| at + length)
            }
            None => next,
        };
    }
    found
}

/// Reads a number with a word behind it, and where that ends.
fn part(text: &str, at: usize, words: &[&str]) -> Option<(i16, usize)> {
    let rest = text.get(at..)?;
    let length = rest.find(|c: char| digit(c).is_none())?;
    let digits: String = rest[..length].chars().filter_map(digit).collect();
    let word = words.iter().find(|word| rest[length..].starts_with(**word))?;
    let is_one = (1..=4).contains(&digits.len());
    Some((digits.parse().ok().filter(|_| is_one)?, at + length + word.len()))
}

/// A figure of either width, as the one of a single width.
fn digit(c: char) -> Option<char> {
    let wide = u32::from(c).checked_sub(u32::from('０')).filter(|own| *own < 10);
    wide.and_then(|own| char::from_digit(own, 10)).or(Some(c).filter(char::is_ascii_digit))
}

/// Reads `12日、`: a day without its month.
fn day_alone(text: &str, at: usize) -> Option<(DateForm, usize)> {
    let (day, end) = part(text, at, &["日"])?;
    let before = &text[..at];
    let is_of_other = OTHER_MONTH.iter().any(|word| before.ends_with(word))
        || before.ends_with(|c: char| !is_spaceless(c) && !matches!(c, '、' | '。' | '，' | '「'));
    let is_day = (1..=31).contains(&day) && OF_DAY.iter().any(|word| text[end..].starts_with(word));
    let day = i8::try_from(day).ok().filter(|_| is_day && !is_of_other)?;
    Some((DateForm::DayOfMonth(day), end))
}

fn of_numbers(text: &str, at: usize) -> Option<(DateForm, usize)> {
    let year = part(text, at, &["年"]).filter(|(year, _)| (1500..2200).contains(year));
    let is_span = |end: usize| text[end..].starts_with(['間', '间', '半', '前', '后', '後', '度', '代', '来']);
    let month = part(text, year.map_or(at, |(_, end)| end), &["月"]).filter(|(month, _)| (1..=12).contains(month));
    let Some((month, behind)) = month else {
        if year.is_none() {
            return day_alone(text, at);
        }
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
    if let Some(word) = VAGUE.iter().find(|word| rest.starts_with(**word)) {
        return Some((DateForm::Vague, at + word.len()));
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

    #[track_caller]
    fn check(text: &str, expected: &[(&str, DateForm)]) {
        let found = dates(text, 0);
        let drawn: Vec<(&str, DateForm)> = found.iter().map(|(form, range)| (&text[range.clone()], *form)).collect();
        assert_eq!(drawn, expected, "{text}");
    }

    #[test]
    fn figures_of_full_width_and_days_without_their_month() {
        let vague = DateForm::Vague;
        check(
            "港は１９１２年に開き、６月１５日に閉じた。町は12日、再開を決めた。今年は祭りもある。",
            &[
                ("１９１２年", vague),
                ("６月１５日", DateForm::MonthDay(6, 15)),
                ("12日", DateForm::DayOfMonth(12)),
                ("今年", vague),
            ],
        );
        check("3日間、1日1回、10日後、同12日、毎月12日、45日、船は2日に来た。", &[]);
    }

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
