//! Numbers of Chinese and Japanese: digits of either width, ideographs, and scales behind both.
//!
//! ```text
//!     1.2亿 · 2億4千万 · 三百 · 一千零五 · １２０
//! ```

use super::super::scales::plain;

/// The longest number in characters: more are no number.
const LONGEST: usize = 24;

pub(super) fn digit(c: char) -> Option<f64> {
    let is_wide = ('０'..='９').contains(&c);
    if is_wide {
        return Some(f64::from(u32::from(c) - u32::from('０')));
    }
    c.to_digit(10).map(f64::from)
}

pub(super) fn han(c: char) -> Option<f64> {
    "一二三四五六七八九".chars().position(|own| own == c).map(|at| at as f64 + 1.0).or(match c {
        '两' | '兩' => Some(2.0),
        '〇' | '零' => Some(0.0),
        _ => None,
    })
}

pub(super) fn small_scale(c: char) -> Option<f64> {
    [('十', 10.0), ('百', 100.0), ('千', 1000.0)].into_iter().find(|(own, _)| *own == c).map(|(_, scale)| scale)
}

pub(super) fn great_scale(c: char) -> Option<f64> {
    let scales = [('万', 1e4), ('萬', 1e4), ('亿', 1e8), ('億', 1e8), ('兆', 1e12)];
    scales.into_iter().find(|(own, _)| *own == c).map(|(_, scale)| scale)
}

/// Tells whether a character is part of a number that has no scale by the ten thousand.
pub(super) fn is_part(c: char) -> bool {
    digit(c).is_some() || han(c).is_some() || small_scale(c).is_some()
}

/// Tells whether a number begins with a character, behind a mark.
pub(super) fn begins(c: char) -> bool {
    digit(c).is_some() || han(c).is_some()
}

/// Where the run of characters ends that numbers are written with; so long a run at the most.
pub(super) fn number_end(text: &str, start: usize) -> usize {
    let goes_on = |c: char| is_part(c) || great_scale(c).is_some() || matches!(c, '.' | ',' | '．' | '，' | '・');
    let rest = text[start..].char_indices().take_while(|(_, c)| goes_on(*c));
    let run: Vec<(usize, char)> = rest.collect();
    // A mark at the end is one of the sentence; of "5，6" it stands between two numbers.
    let last = run.iter().rposition(|(_, c)| !matches!(c, '.' | ',' | '．' | '，' | '・')).unwrap_or(0);
    start + run[last].0 + run[last].1.len_utf8()
}

/// Returns where the number ends that a point in words draws to the number before it.
pub(super) fn behind_point(text: &str, end: usize) -> Option<usize> {
    let rest = text[end..].strip_prefix(['点', '點'])?;
    let from = text.len() - rest.len();
    rest.starts_with(begins).then(|| number_end(text, from))
}

/// Reads what a number is worth: digits with marks, ideographs with scales, both with scales.
pub(super) fn value(number: &str) -> Option<f64> {
    if number.chars().count() > LONGEST {
        return None;
    }
    let (mut sum, mut part, mut own) = (0.0, 0.0, None::<f64>);
    let mut characters = number.chars().peekable();
    let mut last = f64::INFINITY;
    // The scale behind which one figure alone may be so many of the next lower one: 一百二, 1万2.
    let mut open = 0.0;
    while let Some(c) = characters.next() {
        if digit(c).is_some() {
            let mut written = String::from(c);
            while let Some(next) =
                characters.peek().filter(|c| digit(**c).is_some() || matches!(c, '.' | ',' | '．' | '，'))
            {
                written.push(*next);
                characters.next();
            }
            own = own.is_none().then(|| digits(&written))?;
            open = if written.chars().count() > 1 { 0.0 } else { open };
        } else if let Some(value) = han(c) {
            // A nought only keeps a place: 一千零五.
            open = if value == 0.0 { 0.0 } else { open };
            own = own.is_none_or(|own| own == 0.0).then_some(Some(value))?;
        } else if let Some(scale) = small_scale(c) {
            part += own.take().unwrap_or(1.0) * scale;
            open = scale;
        } else if let Some(scale) = great_scale(c) {
            if scale >= last || own.is_none() && part == 0.0 || is_open(open, own) {
                return None;
            }
            last = scale;
            sum += (part + own.take().unwrap_or(0.0)) * scale;
            part = 0.0;
            open = scale;
        } else {
            return None;
        }
    }
    (!is_open(open, own)).then(|| plain(sum + part + own.unwrap_or(0.0)))
}

/// Tells whether one figure behind a scale may be so many ones or so many of the next lower scale.
fn is_open(scale: f64, own: Option<f64>) -> bool {
    scale >= 100.0 && own.is_some_and(|own| own > 0.0)
}

/// Reads digits with marks between them, of either width.
fn digits(written: &str) -> Option<f64> {
    let plain = |c: char| match (digit(c), c) {
        (Some(_), '０'..='９') => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        (None, '．') => '.',
        (None, '，') => ',',
        _ => c,
    };
    let plain: String = written.chars().map(plain).collect();
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let parts: Vec<&str> = whole.split(',').collect();
    let is_one = parts.len() == 1 || parts[1..].iter().all(|part| part.len() == 3) && parts[0].len() <= 3;
    let is_rest = rest.bytes().all(|b| b.is_ascii_digit());
    (is_one && is_rest).then(|| format!("{}.{rest}0", parts.concat()).parse().ok())?
}
