//! Dates in Chinese and Japanese.
//!
//! ```text
//!     2026年6月15日     6月15日     昨天 · 昨日     星期一 · 周一 · 月曜日     2026年 · 今年: that year
//!     ２０２６年        the same in figures of full width
//!     二〇二六年六月十五日 · 令和8年6月15日 · 民國115年      the same in ideographs, and in the years of an era
//!     町は12日、        that day of the month of the report, if it is past
//! ```

mod around;

use std::ops::Range;

use jiff::civil::Date;

use super::period::{Period, PeriodForm};
use super::{DateForm, Tense};
use crate::unicode::scripts::is_spaceless;

/// Days from that of the report, what is longer first; "today" means nowadays too.
const RELATIVE: [(&str, i8); 6] =
    [("大前天", -3), ("一昨日", -2), ("おととい", -2), ("昨天", -1), ("昨日", -1), ("前天", -2)];

/// Characters beside `前天` by which it is none: of `目前天气` the first belongs to the word before it.
const NOT_BEFORE: [char; 7] = ['目', '面', '以', '之', '提', '日', '年'];
const NOT_BEHIND: [char; 7] = ['气', '氣', '空', '下', '文', '候', '色'];

/// Words of time that are no day: years and months from that of the report.
const YEARS: [(&str, i8); 7] =
    [("一昨年", -2), ("再来年", 2), ("今年", 0), ("去年", -1), ("昨年", -1), ("来年", 1), ("明年", 1)];
const MONTHS: [(&str, i8); 7] =
    [("上上月", -2), ("再来月", 2), ("今月", 0), ("本月", 0), ("先月", -1), ("上月", -1), ("来月", 1)];
const VAGUE: [&str; 3] = ["先週", "上周", "来週"];

/// Eras of Japan and of Taiwan: the year before the first of each, and the last one of it.
const ERAS: [(&str, i16, i16); 7] = [
    ("令和", 2018, 99),
    ("平成", 1988, 31),
    ("昭和", 1925, 64),
    ("大正", 1911, 15),
    ("明治", 1867, 45),
    ("民国", 1911, 199),
    ("民國", 1911, 199),
];

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
        let own = if digit(c).is_some() {
            of_numbers(text, at)
        } else {
            of_era(text, at).or_else(|| of_ideographs(text, at)).or_else(|| of_words(text, at))
        };
        let next = at + c.len_utf8();
        at = match own {
            Some((form, end)) => {
                found.push((around::checked(form, &text[..at], &text[end..]), at..end));
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
    behind_year(text, at, year)
}

/// `令和8年6月15日`: the words say all of it, if the era has such a year.
fn of_era(text: &str, at: usize) -> Option<(DateForm, usize)> {
    let (era, before, last) = ERAS.iter().find(|(era, ..)| text[at..].starts_with(era))?;
    let from = at + era.len();
    let first = || text[from..].starts_with("元年").then_some((1, from + "元年".len()));
    let (year, end) = part(text, from, &["年"]).or_else(first)?;
    let year = Some(year).filter(|year| (1..=*last).contains(year)).map(|year| year + before)?;
    let (form, end) = behind_year(text, at, Some((year, end)))?;
    // Until then the months were those of the moon.
    let is_of_moon = year < 1873 && !matches!(form, DateForm::Period(PeriodForm::Known(Period::Year(_))));
    Some((if is_of_moon { DateForm::Vague } else { form }, end))
}

/// `二〇二六年六月十五日`, `六月十五日`: a year is written by its figures, a day by its number.
fn of_ideographs(text: &str, at: usize) -> Option<(DateForm, usize)> {
    if !text[at..].starts_with(is_ideograph) || text[..at].ends_with(is_ideograph) {
        return None;
    }
    let year = || {
        // A row of more figures is no year, whatever it comes to.
        let digits: Vec<i16> = text[at..].chars().map_while(figure).take(5).collect();
        let end = at + "一".len() * digits.len();
        let year = (digits.len() == 4).then(|| digits.iter().fold(0, |year, digit| year * 10 + digit))?;
        let is_one = text[end..].starts_with('年') && (1500..2200).contains(&year);
        is_one.then_some((year, end + "年".len()))
    };
    // Four ideographs in a row are the figures of a year; a lesser number is none of a year for sure.
    if text[at..].chars().take(4).filter_map(figure).count() == 4 {
        return behind_year(text, at, Some(year()?));
    }
    let (_, month) = month_at(text, at)?;
    day_at(text, month).and_then(|_| behind_year(text, at, None))
}

/// A figure of a year in ideographs.
fn figure(c: char) -> Option<i16> {
    let place = "零一二三四五六七八九".chars().position(|own| own == c).or((c == '〇').then_some(0));
    place.and_then(|place| i16::try_from(place).ok())
}

fn is_ideograph(c: char) -> bool {
    figure(c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '第')
}

/// A number below a hundred in ideographs with a word behind it: `十五日`.
fn ideographs(text: &str, at: usize, words: &[&str]) -> Option<(i16, usize)> {
    let rest = text.get(at..)?;
    let length = rest.find(|c: char| !is_ideograph(c))?;
    let number: Vec<char> = rest[..length].chars().collect();
    let one = |c: char| figure(c).filter(|value| *value > 0);
    let value = match number[..] {
        ['十'] => 10,
        [ones] => one(ones)?,
        ['十', ones] => 10 + one(ones)?,
        [tens, '十'] => one(tens)? * 10,
        [tens, '十', ones] => one(tens)? * 10 + one(ones)?,
        _ => return None,
    };
    let word = words.iter().find(|word| rest[length..].starts_with(**word))?;
    Some((value, at + length + word.len()))
}

fn month_at(text: &str, at: usize) -> Option<(i16, usize)> {
    let month = part(text, at, &["月"]).or_else(|| ideographs(text, at, &["月"]));
    month.filter(|(month, _)| (1..=12).contains(month))
}

fn day_at(text: &str, at: usize) -> Option<(i16, usize)> {
    const DAYS: [&str; 3] = ["日", "号", "號"];
    let day = part(text, at, &DAYS).or_else(|| ideographs(text, at, &DAYS));
    day.filter(|(_, end)| !is_span(text, *end))
}

fn is_span(text: &str, end: usize) -> bool {
    text[end..].starts_with(['間', '间', '半', '前', '后', '後', '度', '代', '来'])
}

/// Reads what stands behind a year, or where there is none at a place: the month, and the day.
fn behind_year(text: &str, at: usize, year: Option<(i16, usize)>) -> Option<(DateForm, usize)> {
    let known = |period: Period| DateForm::Period(PeriodForm::Known(period));
    let Some((month, behind)) = month_at(text, year.map_or(at, |(_, end)| end)) else {
        let Some((year, end)) = year else { return day_alone(text, at) };
        return (!is_span(text, end)).then_some((known(Period::Year(year)), end));
    };
    let month = i8::try_from(month).ok()?;
    let Some((day, end)) = day_at(text, behind) else {
        let form = year.map_or(DateForm::Vague, |(year, _)| known(Period::Month(year, month)));
        return Some((form, behind));
    };
    let day = i8::try_from(day).ok()?;
    let form = match year {
        Some((year, _)) => Date::new(year, month, day).map_or(DateForm::Vague, DateForm::Day),
        // A leap year has all days.
        None if Date::new(2024, month, day).is_err() => DateForm::Vague,
        None if tense(text, at) == Tense::Past => DateForm::MonthDay(month, day),
        None => DateForm::NearMonthDay(month, day),
    };
    Some((form, end))
}

/// Tells of when the sentence around a place is: Japanese has its verb at the end, Chinese a word beside it. Cost: linear in the sentence, of so
/// many bytes at the most.
fn tense(text: &str, at: usize) -> Tense {
    let is_end = |c: char| matches!(c, '。' | '！' | '？' | '\n');
    let boundary =
        |byte: usize| (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0);
    let near = boundary(at.saturating_sub(SENTENCE));
    let start = text[near..at].rfind(is_end).map(|start| near + start);
    let from = start.unwrap_or(near);
    let behind = &text[at..boundary(at + SENTENCE)];
    let to = behind.find(is_end).map_or(at + behind.len(), |end| at + end);
    let sentence = text[from..to].trim_end_matches(['」', '』', '”', '）', ')']);
    let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    let is_japanese = sentence.contains(|c: char| ('ぁ'..='ゖ').contains(&c));
    if is_japanese {
        return if sentence.ends_with('た') || sentence.ends_with("んだ") { Tense::Past } else { Tense::Open };
    }
    if has(&["将", "將", "拟", "擬", "计划", "計劃", "预计", "預計", "即将"]) {
        return Tense::Coming;
    }
    if has(&["了", "已", "曾"]) { Tense::Past } else { Tense::Open }
}

/// How far around a date its sentence is read, in bytes.
const SENTENCE: usize = 600;

fn of_words(text: &str, at: usize) -> Option<(DateForm, usize)> {
    let rest = &text[at..];
    let is_of_words =
        |word: &str| word == "前天" && (text[..at].ends_with(NOT_BEFORE) || rest[word.len()..].starts_with(NOT_BEHIND));
    if let Some((word, days)) =
        RELATIVE.iter().find(|(word, _)| rest.starts_with(word)).filter(|(word, _)| !is_of_words(word))
    {
        return Some((DateForm::Relative(*days), at + word.len()));
    }
    let said = |list: &[(&str, i8)]| {
        list.iter().find(|(word, _)| rest.starts_with(word)).map(|(word, count)| (*count, at + word.len()))
    };
    if let Some((count, end)) = said(&YEARS) {
        // 昨年12月, 昨年の12月, 今年6月15日.
        let joined = if text[end..].starts_with(['の', '的']) { end + "の".len() } else { end };
        let month = month_at(text, joined).and_then(|(month, behind)| Some((i8::try_from(month).ok()?, behind)));
        if let Some((month, behind)) = month {
            let day = day_at(text, behind).and_then(|(day, end)| Some((i8::try_from(day).ok()?, end)));
            let whole = day.map(|(day, end)| (DateForm::MonthDayOf(month, day, count), end));
            return whole.or(Some((DateForm::Period(PeriodForm::MonthOf(month, count)), behind)));
        }
        return Some((DateForm::Period(PeriodForm::Years(count)), end));
    }
    if let Some((count, end)) = said(&MONTHS) {
        return Some((DateForm::Period(PeriodForm::Months(count)), end));
    }
    if let Some(word) = VAGUE.iter().find(|word| rest.starts_with(**word)) {
        return Some((DateForm::Vague, at + word.len()));
    }
    let (day, length) = weekday(rest)?;
    let is_other = OTHER.iter().any(|word| text[..at].ends_with(word));
    let form = match tense(text, at) {
        _ if is_other => DateForm::Vague,
        Tense::Past => DateForm::Weekday(day),
        tense => DateForm::OpenWeekday(day, tense),
    };
    Some((form, at + length))
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
        let known = |year: i16| DateForm::Period(PeriodForm::Known(Period::Year(year)));
        let this_year = DateForm::Period(PeriodForm::Years(0));
        check(
            "港は１９１２年に開き、６月１５日に閉じた。町は12日、再開を決めた。今年は祭りもある。",
            &[
                ("１９１２年", known(1912)),
                ("６月１５日", DateForm::MonthDay(6, 15)),
                ("12日", DateForm::DayOfMonth(12)),
                ("今年", this_year),
            ],
        );
        check("3日間、1日1回、10日後、同12日、毎月12日、45日、船は2日に来た。", &[]);
        check("九九九九九九九九人が来た。九九九九九年。", &[]);
    }

    #[test]
    fn ideographs_and_the_years_of_eras() {
        let day = |year: i16, month: i8, day: i8| Date::new(year, month, day).map_or(DateForm::Vague, DateForm::Day);
        let known = |period: Period| DateForm::Period(PeriodForm::Known(period));
        check(
            "二〇二六年六月十五日に閉じ、二〇二四年に開いた。六月十五日と、令和8年6月15日、平成元年、民國115年6月、明治3年2月1日。",
            &[
                ("二〇二六年六月十五日", day(2026, 6, 15)),
                ("二〇二四年", known(Period::Year(2024))),
                ("六月十五日", DateForm::NearMonthDay(6, 15)),
                ("令和8年6月15日", day(2026, 6, 15)),
                ("平成元年", known(Period::Year(1989))),
                ("民國115年6月", known(Period::Month(2026, 6))),
                ("明治3年2月1日", DateForm::Vague),
            ],
        );
        // An era has no such year; neither numbers in a row nor months that are counted are dates.
        check("平成50年、二〇二四人、三四月、三个月、第二〇二四年、一九三年、明治時代。", &[]);
    }

    #[test]
    fn another_time_a_bound_and_two_days_from_the_report() {
        let relative = DateForm::Relative;
        check("一昨日、船は沈んだ。", &[("一昨日", relative(-2))]);
        check("大前天船沉了，目前天气很好，前天也好。", &[("大前天", relative(-3)), ("前天", relative(-2))]);
        check("一昨年の6月に沈んだ。", &[("一昨年の6月", DateForm::Period(PeriodForm::MonthOf(6, -2)))]);
        check("昨年の7月6日に沈んだ。", &[("昨年の7月6日", DateForm::MonthDayOf(7, 6, -1))]);
        for (text, words) in [
            ("一年前的7月6日船沉了。", "7月6日"),
            ("1年前の7月6日に船が沈んだ。", "7月6日"),
            ("1年前、7月6日に船が沈んだ。", "7月6日"),
            ("星期一之前船沉了。", "星期一"),
            ("7月6日までに船が沈んだ。", "7月6日"),
            ("7月6日ごろ船が沈んだ。", "7月6日"),
        ] {
            check(text, &[(words, DateForm::Vague)]);
        }
        check("先週の月曜日に船が沈んだ。", &[("先週", DateForm::Vague), ("月曜日", DateForm::Vague)]);
        check("7月6日に船が沈んだ。", &[("7月6日", DateForm::MonthDay(7, 6))]);
    }

    #[test]
    fn whether_it_was_is_told_by_the_end_of_the_sentence_or_by_a_word() {
        let year = |months: i8| DateForm::Period(PeriodForm::MonthOf(months, -1));
        check(
            "船は月曜日に沈んだ。町は火曜日に会を開く。昨年12月と今年6月15日。",
            &[
                ("月曜日", DateForm::Weekday(1)),
                ("火曜日", DateForm::OpenWeekday(2, Tense::Open)),
                ("昨年12月", year(12)),
                ("今年6月15日", DateForm::MonthDayOf(6, 15, 0)),
            ],
        );
        check(
            "渡船星期一沉没了。议会星期五将开会。",
            &[("星期一", DateForm::Weekday(1)), ("星期五", DateForm::OpenWeekday(5, Tense::Coming))],
        );
    }

    #[test]
    fn days_and_what_is_none() {
        let text = "2026年6月15日、6月16日晚、昨天、星期一、月曜日、上星期二、6月、2026年、3年間、13月5日";
        let found = dates(text, 0);
        let words: Vec<&str> = found.iter().map(|(_, range)| &text[range.clone()]).collect();
        assert_eq!(words, ["2026年6月15日", "6月16日", "昨天", "星期一", "月曜日", "星期二", "6月", "2026年"]);
        let forms: Vec<DateForm> = found.into_iter().map(|(form, _)| form).collect();
        let day = Date::new(2026, 6, 15).map_or(DateForm::Vague, DateForm::Day);
        let (vague, monday) = (DateForm::Vague, DateForm::OpenWeekday(1, Tense::Open));
        assert_eq!(
            forms,
            [
                day,
                DateForm::NearMonthDay(6, 16),
                DateForm::Relative(-1),
                monday,
                monday,
                vague,
                vague,
                DateForm::Period(PeriodForm::Known(Period::Year(2026)))
            ]
        );
    }
}
