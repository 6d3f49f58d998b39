//! What stands around a date of Chinese or Japanese by which it is no day for sure.
//!
//! ```text
//!     一年前的7月6日 · 1年前の7月6日 · 先週の月曜日      another year or week
//!     星期一之前 · 7月6日までに · 7月6日ごろ            a bound, or about a day
//! ```

use super::super::DateForm;

/// Words before a date by which it is of another week, month or year.
const OTHER_TIME: [&str; 29] = [
    "年前",
    "周前",
    "週前",
    "週間前",
    "星期前",
    "个月前",
    "個月前",
    "か月前",
    "カ月前",
    "ヶ月前",
    "去年",
    "昨年",
    "翌年",
    "前年",
    "一昨年",
    "先週",
    "前週",
    "翌週",
    "来週",
    "再来週",
    "先々週",
    "上周",
    "上週",
    "下周",
    "下週",
    "上个月",
    "上個月",
    "先月",
    "来月",
];

/// What may stand between.
const JOINS: [char; 5] = ['の', '的', '、', '，', ' '];

/// Words behind one by which it bounds a time, or is about that day.
const BOUND: [&str; 15] = [
    "之前",
    "以前",
    "前に",
    "までに",
    "まで",
    "以降",
    "之后",
    "之後",
    "以后",
    "以後",
    "过后",
    "左右",
    "ごろ",
    "頃",
    "前后",
];

/// Returns what a date is by what stands before it and behind it. Cost: constant.
pub(super) fn checked(form: DateForm, before: &str, behind: &str) -> DateForm {
    let is_whole = matches!(form, DateForm::Day(_) | DateForm::Vague | DateForm::Period(_) | DateForm::MonthDayOf(..));
    let before = before.trim_end_matches(JOINS);
    let is_other = !is_whole && OTHER_TIME.iter().any(|word| before.ends_with(word));
    let is_bound = !matches!(form, DateForm::Period(_)) && BOUND.iter().any(|word| behind.starts_with(word));
    if is_other || is_bound { DateForm::Vague } else { form }
}
