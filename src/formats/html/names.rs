//! What names, titles and addresses of a page say, without what stands around them.

use dom_query::Document;

use super::line::folded;

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

/// Takes the name of its site off the end of a title.
pub(super) fn without_site(title: &str, sites: &[&str]) -> String {
    let mut title = title;
    while let Some(rest) = sites.iter().find_map(|site| without_end(title, site)) {
        title = rest;
    }
    title.to_owned()
}

fn without_end<'t>(title: &'t str, site: &str) -> Option<&'t str> {
    let at = title.len().checked_sub(site.len())?;
    let end = title.get(at..).filter(|end| !site.is_empty() && end.to_lowercase() == site.to_lowercase())?;
    let rest = title[..title.len() - end.len()].trim_end();
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
            ("| Harbour Ledger", "| Harbour Ledger"),
        ] {
            assert_eq!(without_site(title, &["Harbour Ledger"]), expected);
        }
        assert_eq!(without_site("İİİ - İ", &["i̇", "x"]), "İİİ - İ");
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
