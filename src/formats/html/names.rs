//! What names, titles and addresses of a page say, without what stands around them.

use dom_query::Document;

use super::line::folded;
use crate::unicode::scripts::joins_lines;

/// Words for "by" before a name, and the languages in which they are certain.
const BY: [(&str, &str); 9] = [
    ("by", "en"),
    ("written by", "en"),
    ("von", "de"),
    ("par", "fr"),
    ("por", "es"),
    ("por", "pt"),
    ("di", "it"),
    ("door", "nl"),
    ("av", "sv"),
];

/// What a publishing system puts where nobody is named.
const NOBODY: [&str; 9] = ["admin", "administrator", "author", "editor", "root", "user", "webmaster", "none", "null"];

/// What stands between a title and the name of its site.
const SEPARATORS: [&str; 9] = ["|", "-", "–", "—", "·", "::", "»", "•", "/"];

/// The same in Chinese and Japanese, with no space beside it.
const WIDE_BAR: char = '｜';

/// Reads a value as text: one line, without markup and with its entities as characters.
pub(super) fn plain(value: &str) -> Option<String> {
    let text = if value.contains(['&', '<']) { Document::fragment(value).text().to_string() } else { value.to_owned() };
    let text = folded(&text);
    (!text.is_empty()).then_some(text)
}

/// Joins the names of authors; those of nobody, and addresses, are none.
pub(super) fn byline<'n>(names: impl IntoIterator<Item = &'n str>, language: Option<&str>) -> Option<String> {
    let mut known: Vec<String> = Vec::new();
    for name in names.into_iter().filter_map(|name| author(name, language)) {
        if !known.contains(&name) {
            known.push(name);
        }
    }
    (!known.is_empty()).then(|| known.join(", "))
}

fn author(name: &str, language: Option<&str>) -> Option<String> {
    let name = plain(name)?;
    let name = without_by(&name, language).trim_matches([' ', ',', ';', '|']);
    let is_address = name.contains("://") || name.contains('@') || name.starts_with("www.") || name.starts_with('/');
    let is_nobody = NOBODY.iter().any(|nobody| nobody.eq_ignore_ascii_case(name));
    let is_name = !is_address && !is_nobody && name.contains(char::is_alphabetic) && name.chars().count() <= 200;
    is_name.then(|| name.to_owned())
}

/// Takes "By" off a name. Such a word can be part of a name in another language, as "Di", so where the page is in another
/// one, two words must be left.
fn without_by<'n>(name: &'n str, language: Option<&str>) -> &'n str {
    let is_in = |of: &str| {
        language.is_some_and(|tag| tag.split(['-', '_']).next().is_some_and(|main| main.eq_ignore_ascii_case(of)))
    };
    let certain = |(rest, of): &(&str, &str)| *of == "en" || is_in(of) || rest.split_whitespace().nth(1).is_some();
    after_by(name).filter(certain).map(|(rest, _)| rest).next().unwrap_or(name)
}

/// Returns what follows a word for "by" at the start of a line, and the language of that word.
fn after_by(line: &str) -> impl Iterator<Item = (&str, &'static str)> {
    BY.iter().filter_map(move |(by, of)| {
        let start = line.get(..by.len()).filter(|start| start.eq_ignore_ascii_case(by))?;
        let rest = &line[start.len()..];
        let rest = rest
            .starts_with([' ', ':', '\u{A0}'])
            .then(|| rest.trim_start_matches([' ', ':', '\u{A0}']))
            .filter(|rest| !rest.is_empty())?;
        Some((rest, *of))
    })
}

/// Tells whether a line begins with "By" and what may be a name: it says who wrote, as far as its beginning shows.
pub(super) fn begins_with_by(line: &str) -> bool {
    after_by(line).any(|(rest, _)| is_name_like(rest.split_whitespace().next().unwrap_or("")))
}

/// Tells whether a line is "By" and names of two words or more, and nothing else.
pub(super) fn is_by_people(line: &str) -> bool {
    let is_people = |rest: &str| {
        let words = || rest.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
        let names = words().filter(|word| is_name_like(word)).count();
        names > 1 && words().all(|word| is_name_like(word) || BETWEEN.contains(&word))
    };
    after_by(line).any(|(rest, _)| is_people(rest))
}

/// What stands between names, and inside of them.
const BETWEEN: [&str; 14] = ["and", "&", "und", "et", "y", "e", "en", "och", "de", "van", "von", "der", "di", "da"];

fn is_name_like(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && !word.contains(|c: char| c.is_numeric())
}

/// Takes the name of its site off the end of a title, and off its beginning.
pub(super) fn without_site(title: &str, sites: &[&str]) -> String {
    let mut title = title;
    while let Some(rest) = sites.iter().find_map(|site| without_end(title, site).or_else(|| without_start(title, site)))
    {
        title = rest;
    }
    title.to_owned()
}

fn without_start<'t>(title: &'t str, site: &str) -> Option<&'t str> {
    let start =
        title.get(..site.len()).filter(|start| !site.is_empty() && start.to_lowercase() == site.to_lowercase())?;
    let rest = title[start.len()..].strip_prefix(char::is_whitespace)?.trim_start();
    let rest = SEPARATORS.iter().find_map(|separator| rest.strip_prefix(separator))?;
    let parted = rest.trim_start();
    (parted.len() < rest.len() && !parted.is_empty()).then_some(parted)
}

/// The most words before a colon that are no part of a title: `Print:`.
const LABEL: usize = 2;

/// The most parts of a title that are looked at.
const PARTS: usize = 6;

/// Returns what a title says without some of its parts at either end, the longest first, itself before all: `Coast Wire - New boats |
/// News`, `New boats | News`, `Coast Wire - New boats`, `New boats` …. A colon parts as well: `Print: New boats`.
pub(super) fn parts_of_title(title: &str) -> Vec<&str> {
    let mut cuts: Vec<(usize, usize)> = vec![(0, 0)];
    for (at, word) in title.split_whitespace().map(|word| (word.as_ptr().addr() - title.as_ptr().addr(), word)) {
        let is_bar = SEPARATORS.contains(&word) && at > 0;
        let end = at + word.len();
        let is_label =
            word.len() > 1 && word.ends_with([':', '：']) && title[..end].split_whitespace().nth(LABEL).is_none();
        if is_bar || is_label {
            cuts.push((if is_bar { at } else { end }, end));
        }
    }
    cuts.extend(title.match_indices(WIDE_BAR).map(|(at, bar)| (at, at + bar.len())));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.truncate(PARTS);
    cuts.push((title.len(), title.len()));
    let from = |k: usize| cuts.iter().skip(k + 1).map(move |to| (k, to.0));
    let ranges = (0..cuts.len()).flat_map(from).filter(|(k, to)| cuts[*k].1 <= *to);
    let mut parts: Vec<&str> =
        ranges.map(|(k, to)| title[cuts[k].1..to].trim().trim_end_matches([':', '：'])).collect();
    parts.retain(|part| !part.is_empty());
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts
}

/// The longest line that says who has the rights to a page, in bytes.
const LONGEST_RIGHTS: usize = 400;

/// Returns who has the rights to a page, in small letters, and what follows: of `© 2026 Coast Wire. All rights reserved`.
pub(super) fn after_copyright(text: &str) -> Option<String> {
    let text = text.trim_start();
    if text.len() > LONGEST_RIGHTS {
        return None;
    }
    let lower = folded(text).to_lowercase();
    let is_mark = |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '-' | '–' | ',' | '.' | ':');
    let mut rest = lower.as_str();
    for sign in ["copyright", "©", "(c)", "copyright", "by"] {
        rest = rest.strip_prefix(sign).unwrap_or(rest).trim_start_matches(is_mark);
    }
    (["copyright", "©", "(c)"].iter().any(|sign| lower.starts_with(sign)) && !rest.is_empty()).then(|| rest.to_owned())
}

/// Tells whether a headline can stand for a stated one: the name of a section is shorter.
pub(super) fn is_telling(headline: &str) -> bool {
    headline.split_whitespace().nth(2).is_some() || headline.chars().filter(|c| joins_lines(*c)).count() > 5
}

fn without_end<'t>(title: &'t str, site: &str) -> Option<&'t str> {
    let at = title.len().checked_sub(site.len())?;
    let end = title.get(at..).filter(|end| !site.is_empty() && end.to_lowercase() == site.to_lowercase())?;
    let rest = title[..title.len() - end.len()].trim_end();
    if let Some(parted) = rest.strip_suffix(WIDE_BAR) {
        return Some(parted.trim_end()).filter(|parted| !parted.is_empty());
    }
    let rest = SEPARATORS.iter().find_map(|separator| rest.strip_suffix(separator))?;
    let parted = rest.trim_end();
    (parted.len() < rest.len() && !parted.is_empty()).then_some(parted)
}

/// Returns a full address, that of the original where it is one of an archive of the web.
pub(super) fn address(value: &str) -> Option<String> {
    let value = value.trim();
    let archived =
        value.find("web.archive.org/web/").and_then(|at| value[at..].find("/http").map(|from| &value[at + from + 1..]));
    let address = archived.unwrap_or(value);
    let is_full = ["http://", "https://"].iter().any(|start| address.starts_with(start));
    (is_full && !address.contains(char::is_whitespace)).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_is_left_of_a_byline() {
        for (name, language, expected) in [
            ("By Ann Example", None, Some("Ann Example")),
            ("BY ANN EXAMPLE ", None, Some("ANN EXAMPLE")),
            ("By: Ann &amp; Bo <b>Example</b>", None, Some("Ann & Bo Example")),
            ("Von Ann Beispiel", Some("de-AT"), Some("Ann Beispiel")),
            ("Par Anne", Some("fr"), Some("Anne")),
            ("Por Ana Ejemplo", None, Some("Ana Ejemplo")),
            ("Di Esempio", Some("en"), Some("Di Esempio")),
            ("Byron Example", None, Some("Byron Example")),
            ("Admin", None, None),
            ("https://ledger.example/ann", None, None),
            ("ann@ledger.example", None, None),
            ("By", None, Some("By")),
            (" \n", None, None),
        ] {
            assert_eq!(byline([name], language).as_deref(), expected, "{name}");
        }
        assert_eq!(
            byline(["Ann Example", "By Bo Other", "Ann Example"], None).as_deref(),
            Some("Ann Example, Bo Other")
        );
    }

    #[test]
    fn the_site_is_taken_off_a_title() {
        for (title, expected) in [
            ("New boats | Harbour Ledger", "New boats"),
            ("New boats - HARBOUR ledger", "New boats"),
            ("New boats – News | Harbour Ledger", "New boats – News"),
            ("All about the Harbour Ledger", "All about the Harbour Ledger"),
            ("Non-Harbour Ledger", "Non-Harbour Ledger"),
            ("Harbour Ledger", "Harbour Ledger"),
            ("Harbour Ledger - New boats", "New boats"),
            ("HARBOUR LEDGER | New boats – Harbour Ledger", "New boats"),
            ("Harbour Ledger-New boats", "Harbour Ledger-New boats"),
            ("Harbour Ledger -", "Harbour Ledger -"),
            ("新しい船｜harbour ledger", "新しい船"),
            ("| Harbour Ledger", "| Harbour Ledger"),
        ] {
            assert_eq!(without_site(title, &["Harbour Ledger"]), expected);
        }
        assert_eq!(without_site("İİİ - İ", &["i̇", "x"]), "İİİ - İ");
    }

    #[test]
    fn a_title_has_parts() {
        assert_eq!(
            parts_of_title("Coast Wire - New boats | News"),
            [
                "Coast Wire - New boats | News",
                "Coast Wire - New boats",
                "New boats | News",
                "Coast Wire",
                "New boats",
                "News"
            ]
        );
        assert_eq!(parts_of_title("Print: New boats"), ["Print: New boats", "New boats", "Print"]);
        assert_eq!(parts_of_title("A plan for boats: New boats"), ["A plan for boats: New boats"]);
        assert_eq!(parts_of_title("新しい船｜港日報"), ["新しい船｜港日報", "新しい船", "港日報"]);
        assert_eq!(parts_of_title("Half-price boats"), ["Half-price boats"]);
        assert_eq!(parts_of_title("- a | "), ["- a |", "- a"]);
        assert!(parts_of_title("").is_empty());
        assert!(parts_of_title(&"a | ".repeat(1_000)).len() <= 21);
    }

    #[test]
    fn addresses_are_full_and_those_of_originals() {
        let archived = "https://web.archive.org/web/20230801000000/https://ledger.example/a";
        assert_eq!(address(archived).as_deref(), Some("https://ledger.example/a"));
        assert_eq!(address(" http://a.example/b?c=d ").as_deref(), Some("http://a.example/b?c=d"));
        assert_eq!(address("/a/b"), None);
        assert_eq!(address("javascript:alert(1)"), None);
    }
}
