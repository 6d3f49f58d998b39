//! People in Japanese, which has no capitals: only who stands there with an address and an age is one for sure.
//!
//! ```text
//!     元船員の浜名勇作さん(68)      浜名勇作, with what stands before の
//!     運転手さん · お母さん          nobody by name
//! ```

use std::ops::Range;

/// What somebody is called behind the name.
const ADDRESSES: [&str; 3] = ["さん", "氏", "くん"];

/// How many characters a name has at the least and at the most, and a noun before it.
const NAME: Range<usize> = 2..7;
const NOUN: Range<usize> = 2..13;

/// Finds people in a text, in bytes: the name, and with it what says who that is. Cost: linear.
pub(super) fn people(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut found: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for address in ADDRESSES {
        for (at, _) in text.match_indices(address) {
            let Some(age) = age(&text[at + address.len()..]) else { continue };
            let Some(start) = ideographs(&text[..at], &NAME) else { continue };
            let noun = text[..start].strip_suffix('の').and_then(|before| ideographs(before, &NOUN));
            found.push((start..at, noun.unwrap_or(start)..at + address.len() + age));
        }
    }
    found.sort_by_key(|(name, _)| name.start);
    found
}

/// Returns how many bytes an age in brackets has that a text begins with: `(68)`, `（６８）`.
fn age(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['(', '（'])?;
    let end = inner.find([')', '）'])?;
    let is_age = (1..=3).contains(&inner[..end].chars().count()) && inner[..end].chars().all(char::is_numeric);
    let close = inner[end..].chars().next().map_or(0, char::len_utf8);
    is_age.then_some(text.len() - inner.len() + end + close)
}

/// Returns where the ideographs begin that a text ends with, if there are so many of them.
fn ideographs(text: &str, count: &Range<usize>) -> Option<usize> {
    let is_ideograph = |c: &char| matches!(c, '一'..='龯' | '々' | '〆' | 'ヶ');
    let own: Vec<usize> = text.chars().rev().take_while(is_ideograph).take(count.end).map(char::len_utf8).collect();
    count.contains(&own.len()).then(|| text.len() - own.iter().sum::<usize>())
}

#[cfg(test)]
mod tests {
    use super::people;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let drawn = people(text).into_iter().map(|(name, described)| format!("{}: {}", &text[name], &text[described]));
        assert_eq!(drawn.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_address_and_an_age_make_somebody() {
        check("町の元漁師の霧島千春さん(71)は話した。", &["霧島千春: 元漁師の霧島千春さん(71)"]);
        check(
            "宿を営む霧島千春さん（７１）と汐見太一氏(40)。",
            &["霧島千春: 霧島千春さん（７１）", "汐見太一: 汐見太一氏(40)"],
        );
        for text in
            ["運転手さんは来た。", "お母さん(71)は来た。", "霧島千春さん(町長)は来た。", "さん(71)", "霧島千春さん(71"]
        {
            check(text, &[]);
        }
    }
}
