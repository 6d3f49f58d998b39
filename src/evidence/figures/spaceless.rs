//! Figures in Chinese and Japanese, whose words have no spaces between them.
//!
//! ```text
//!     約20人        20 人, about         1.2亿元      120,000,000 元        百分之二十    20 %
//!     20人以上      20 人, at least      2億4千万円   240,000,000 円        三百人        300 人
//!     4年ぶり       4 年                 3割          30 %                 148段         148 段
//!     6月15日 · 第三 · 数百人 · 二十国集团      none: a date, a place in a row, some hundreds, a name
//! ```
//!
//! What is counted is told by the words that count (people, boats, money); behind other words a number says nothing for sure.

pub(super) mod exact;
mod numbers;

use std::ops::Range;

use super::Exactness;
use crate::unicode::scripts::is_spaceless;
use exact::{said_before, said_behind};
use numbers::{begins, behind_point, digit, great_scale, is_part, number_end, small_scale, value};

/// A figure: where it stands, in bytes, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SpacelessFigure {
    pub range: Range<usize>,
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// What is counted, as it stands; empty if nothing says it.
    pub unit: &'static str,
    /// By what it is compared.
    pub key: &'static str,
    pub exactness: Exactness,
}

/// Words that count, and by what their figures are compared; a word stands before those that it begins with.
const COUNTERS: [(&str, &str); 83] = [
    ("人次", "人次"),
    ("人民币", "yuan"),
    ("人", "人"),
    ("名", "人"),
    ("日元", "yen"),
    ("日圓", "yen"),
    ("円", "yen"),
    ("美元", "$"),
    ("ドル", "$"),
    ("欧元", "€"),
    ("歐元", "€"),
    ("ユーロ", "€"),
    ("英镑", "£"),
    ("港元", "HK$"),
    ("元", "yuan"),
    ("隻", "隻"),
    ("艘", "艘"),
    ("条船", "条船"),
    ("台", "台"),
    ("辆", "辆"),
    ("輛", "辆"),
    ("両", "両"),
    ("架", "架"),
    ("座", "座"),
    ("棟", "棟"),
    ("栋", "棟"),
    ("户", "户"),
    ("戶", "户"),
    ("世帯", "世帯"),
    ("件", "件"),
    ("起", "起"),
    ("家", "家"),
    ("所", "所"),
    ("軒", "軒"),
    ("校", "校"),
    ("公里", "km"),
    ("千米", "km"),
    ("キロメートル", "km"),
    ("平方公里", "km²"),
    ("平方米", "m²"),
    ("平方メートル", "m²"),
    ("キロ", "キロ"),
    ("センチメートル", "cm"),
    ("センチ", "cm"),
    ("厘米", "cm"),
    ("メートル", "m"),
    ("米", "m"),
    ("公斤", "kg"),
    ("千克", "kg"),
    ("キログラム", "kg"),
    ("吨", "t"),
    ("噸", "t"),
    ("トン", "t"),
    ("年間", "年"),
    ("年", "年"),
    ("か月", "か月"),
    ("カ月", "か月"),
    ("ヶ月", "か月"),
    ("个月", "个月"),
    ("個月", "个月"),
    ("日間", "日間"),
    ("分钟", "分钟"),
    ("分鐘", "分钟"),
    ("分間", "分钟"),
    ("亩", "亩"),
    ("公顷", "ha"),
    ("公頃", "ha"),
    ("ヘクタール", "ha"),
    ("平方キロメートル", "km²"),
    ("平方キロ", "km²"),
    ("リットル", "リットル"),
    ("票", "票"),
    ("頭", "頭"),
    ("匹", "匹"),
    ("小时", "小时"),
    ("小時", "小时"),
    ("時間", "小时"),
    ("パーセント", "%"),
    ("％", "%"),
    ("%", "%"),
    ("割", "%"),
    ("倍", "倍"),
    ("段", "段"),
];

/// Characters before a number by which it is none: places in a row, some of ten, parts of an hour, of a name or of an address.
const NOT_BEHIND: &str = "第数數几幾上下每毎何";

/// Finds the figures of a text, behind a byte. Cost: linear.
pub(super) fn figures(text: &str, from: usize) -> Vec<SpacelessFigure> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let begins = is_part(c);
        let end = if begins { number_end(text, at) } else { at + c.len_utf8() };
        // 三点五亿, 3点5亿: of a fraction in words, or of a time of day, neither part is a number of its own.
        if let Some(behind) = begins.then(|| behind_point(text, end)).flatten() {
            at = behind;
            continue;
        }
        if begins && let Some(figure) = figure(text, at, end) {
            at = figure.range.end.max(end);
            found.push(figure);
        } else {
            at = end;
        }
    }
    found
}

/// Tells whether a number goes on from one before it: groups that spaces part, or the upper end of what was not read as a range: `120 300人`,
/// `20、30人`, `20人或30人`.
fn is_second(before: &str) -> bool {
    let apart = before.trim_end();
    if apart.len() < before.len() {
        return apart.ends_with(|c| digit(c).is_some());
    }
    let Some(first) = JOINS.iter().find_map(|join| before.strip_suffix(join)).or_else(|| before.strip_suffix(TO))
    else {
        return false;
    };
    let bare = COUNTERS.iter().filter_map(|(word, _)| first.strip_suffix(word)).min_by_key(|bare| bare.len());
    let has_counter = bare.is_some_and(|bare| bare.ends_with(is_part)) && !before.ends_with('、');
    first.ends_with(is_part) || has_counter
}

/// Reads the figure that a number is, or the range that it begins. Cost: constant.
fn figure(text: &str, start: usize, end: usize) -> Option<SpacelessFigure> {
    range(text, start, end).or_else(|| lone(text, start, end))
}

/// Reads the figure of one number. Cost: constant.
fn lone(text: &str, start: usize, end: usize) -> Option<SpacelessFigure> {
    let before = &text[..start];
    let last = before.chars().next_back();
    if !is_free(before) {
        return None;
    }
    let number = &text[start..end];
    let rest = &text[end..];
    if let Some(figure) = hundredth(text, start, end) {
        return Some(figure);
    }
    let mut value = value(number)?;
    // "300多人": more than these.
    let (more, rest) = match ["多", "余", "餘", "余り"].iter().find_map(|more| rest.strip_prefix(more)) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let rest = rest.strip_prefix(['个', '個']).filter(|rest| rest.starts_with('人')).unwrap_or(rest);
    let counter = COUNTERS.iter().filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len());
    let is_scaled = number.chars().any(|c| great_scale(c).is_some());
    let is_han = !number.chars().any(|c| digit(c).is_some());
    let (unit, key) = match counter {
        Some((word, key)) => (*word, *key),
        // Nothing says what: a number by the ten thousand says how much for sure.
        None if is_scaled && !rest.starts_with(['分', '里', '国', '國']) => ("", ""),
        None => return None,
    };
    // "一人" is somebody alone, and "千人" about so many.
    let has_scale = number.chars().any(|c| small_scale(c).is_some()) || is_scaled;
    if is_han
        && (number.chars().count() < 2 && !is_counted_boat(unit, number) || !has_scale && number.chars().count() > 1)
    {
        return None;
    }
    // Of other scripts the rules for words are.
    let is_near = |c: Option<char>| c.is_some_and(|c| is_spaceless(c) || matches!(c, '％' | '%' | '、' | '。' | '，'));
    if !is_near(rest.chars().next()) && !is_near(last) || matches!(unit, "%") && !is_near(last) {
        return None;
    }
    let rest = &rest[unit.len()..];
    // 1人当たり: so much for each.
    if ["当たり", "あたり", "につき"].iter().any(|each| rest.starts_with(each)) {
        return None;
    }
    if is_of_word(unit, rest) || unit == "年" && !is_span_of_years(value, before, rest) {
        return None;
    }
    // A tenth is told in parts of a hundred, as everywhere else; "3割5分" has more behind it.
    let unit = if unit == "割" {
        if rest.starts_with(|c| digit(c).is_some()) {
            return None;
        }
        value *= 10.0;
        "%"
    } else {
        unit
    };
    let (behind, rest) = said_behind(rest).map_or((None, rest), |(exactness, rest)| (Some(exactness), rest));
    let (word, exactness) = said_before(before);
    let exactness = behind.or(more.then_some(Exactness::AtLeast)).unwrap_or(exactness);
    Some(SpacelessFigure { range: start - word..text.len() - rest.len(), value, upper: None, unit, key, exactness })
}

/// Tells whether a number may stand behind a text: not in a row, a name or an address, nor as the second part of another.
fn is_free(before: &str) -> bool {
    let is_bound = |c: char| NOT_BEHIND.contains(c) || c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | ':' | '.');
    !before.ends_with(is_bound) && !is_second(before)
}

/// Tells whether a single ideograph counts for sure: three boats, five houses.
fn is_counted_boat(unit: &str, number: &str) -> bool {
    !number.starts_with('一') && matches!(unit, "隻" | "艘" | "名" | "辆" | "輛" | "架" | "座" | "棟" | "栋" | "台")
}

/// Tells whether a word that counts only begins a longer one: 20家具, 3起来, 元 of 元日.
fn is_of_word(unit: &str, rest: &str) -> bool {
    let next = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    match unit {
        "人" => next(&["民", "口", "権", "权", "才", "材", "生", "間", "间", "工", "物"]),
        "元" => next(&["日", "旦", "首", "素", "年"]),
        "名" => next(&["前", "称", "字", "古屋", "誉"]),
        "家" => next(&["具", "庭", "族", "人"]),
        "起" => next(&["来", "來", "点", "源", "初"]),
        "米" => next(&["国", "軍", "兵", "国人"]),
        "台" => next(&["風", "风", "湾", "灣", "上", "詞"]),
        "所" => next(&["得", "有", "在", "属"]),
        "件" => next(&["名"]),
        "校" => next(&["長", "长", "園", "园", "舎"]),
        "座" => next(&["席", "位", "談"]),
        _ => false,
    }
}

/// Words behind years that are a span, and names of eras, in which a number of years is a year.
const SPANS: [&str; 7] = ["ぶり", "前", "後", "后", "以上", "余り", "越し"];
const ERAS: [&str; 12] =
    ["令和", "平成", "昭和", "大正", "明治", "西暦", "公元", "民国", "民國", "紀元前", "公元前", "学"];

/// Tells whether years are so many: by the words behind them, or since no year that is told of has three figures; "98年" may be a year.
fn is_span_of_years(value: f64, before: &str, rest: &str) -> bool {
    let is_told = SPANS.iter().any(|word| rest.starts_with(word));
    let is_many = (100.0..1000.0).contains(&value);
    let goes_on = rest.starts_with(|c| digit(c).is_some())
        || ["度", "代", "級", "级", "生", "目", "次"].iter().any(|word| rest.starts_with(word));
    value < 1500.0 && (is_told || is_many) && !goes_on && !ERAS.iter().any(|era| before.ends_with(era))
}

/// What stands between the ends of a range.
const TO: [char; 10] = ['至', '到', '〜', '～', '~', '-', '－', '–', '―', '—'];

/// Words between two numbers of which one is meant, or between the ends of a range.
const JOINS: [&str; 7] = ["或者", "或", "から", "ないし", "乃至", "か", "、"];

/// Reads `20〜30人`, `20人至30人`: the upper end says what is counted.
fn range(text: &str, start: usize, end: usize) -> Option<SpacelessFigure> {
    let joins = |rest: &'_ str| {
        let word = JOINS.iter().find(|join| rest.starts_with(**join)).map(|join| join.len());
        word.or_else(|| rest.chars().next().filter(|c| TO.contains(c)).map(char::len_utf8))
    };
    if !is_free(&text[..start]) {
        return None;
    }
    let counted = COUNTERS.iter().filter(|(word, _)| text[end..].starts_with(word)).max_by_key(|(word, _)| word.len());
    let unit = counted.map_or(0, |(word, _)| word.len());
    let rest = &text[end + unit..];
    // "20人、30隻" are two figures.
    let rest = &rest[joins(rest).filter(|_| unit == 0 || !rest.starts_with('、'))?..];
    let from = text.len() - rest.len();
    rest.chars().next().filter(|c| begins(*c))?;
    let lower = value(&text[start..end])?;
    // The figure is read as if it stood behind the sign, alone; what goes on behind it too is no range.
    let own = lone(&text[from..], 0, number_end(text, from) - from)?;
    let behind = &text[from + own.range.end..];
    let goes_on = joins(behind).is_some_and(|join| !behind.starts_with('、') && behind[join..].starts_with(begins));
    if goes_on {
        return None;
    }
    let (word, exactness) = said_before(&text[..start]);
    let upper = own.value;
    // 2〜3億円: the scale is of both.
    let scale = if upper >= 1e4 && lower < 1e3 { if upper >= 1e8 { 1e8 } else { 1e4 } } else { 1.0 };
    let is_of_one = counted.is_none_or(|(_, key)| *key == own.key);
    let is_range = lower * scale < upper && is_of_one;
    is_range.then(|| SpacelessFigure {
        range: start - word..from + own.range.end,
        value: super::scales::plain(lower * scale),
        upper: Some(upper),
        exactness: if own.exactness == Exactness::Plain { exactness } else { own.exactness },
        ..own
    })
}

/// Reads `百分之二十`: its first character is the number that was found.
fn hundredth(text: &str, start: usize, end: usize) -> Option<SpacelessFigure> {
    let rest = (&text[start..end] == "百").then(|| text[end..].strip_prefix("分之"))??;
    let from = text.len() - rest.len();
    let to = rest.chars().next().filter(|c| is_part(*c));
    let to = to.map(|_| number_end(text, from)).filter(|to| behind_point(text, *to).is_none())?;
    let (word, exactness) = said_before(&text[..start]);
    Some(SpacelessFigure {
        range: start - word..to,
        value: value(&text[from..to])?,
        upper: None,
        unit: "%",
        key: "%",
        exactness,
    })
}

#[cfg(test)]
mod tests;
