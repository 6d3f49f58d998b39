//! Who wrote it, as it stands above (or below) a report.
//!
//! ```text
//!     By Ann Example, Coast Wire        Von Anna Beispiel und Bo Probe        BY ANN EXAMPLE, Staff writer
//!     Autor: Anna Przykład              מאת דנה כהן                           本报记者 张三
//!     Von dort aus fuhr er weiter       no byline: its words are no names
//! ```

use super::dates;
use super::lines::ends_sentence;
use super::names::{are_agencies, are_names, are_people, is_of_name, is_paper, is_role, stands_for_house};
use super::page_furniture::is_handle;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;
use crate::unicode::dashes;
use crate::unicode::scripts::{is_hiragana, is_spaceless};

/// The most words of a byline, and the most characters of a name in a script without spaces.
const MOST_WORDS: usize = 20;
const LONGEST_NAME: usize = 24;

/// Tells whether a line says who wrote the report: a word for that, and then nothing but names, places, roles and dates.
pub(super) fn is_byline(text: &str, patterns: &Patterns) -> bool {
    let text = without_handle(without_address(text)).trim_start_matches('〔').trim_end_matches('〕');
    if ends_sentence(without_initial(text)) || text.split_whitespace().nth(MOST_WORDS).is_some() {
        return false;
    }
    if let Some(name) = reporter(text, patterns) {
        return is_spaceless_name(name);
    }
    let Some(names) = patterns.after(PatternKind::Byline, text) else {
        let name = patterns.before(PatternKind::Byline, text);
        return name.is_some_and(|name| !name.is_empty() && name.chars().count() <= LONGEST_NAME);
    };
    let first = text.split_whitespace().next().unwrap_or("");
    let is_plain = first.eq_ignore_ascii_case("by") || first.ends_with([':', '：']);
    if names.starts_with(is_spaceless) {
        return is_spaceless_name(names);
    }
    let mut parts = parts(names, patterns);
    let Some(people) = parts.next() else { return false };
    let people = behind_role(people, patterns).unwrap_or(people);
    let is_single = || is_plain && are_names(people, 1, patterns) && !patterns.is(PatternKind::Particle, people);
    let people = before_role(people, patterns).unwrap_or(people);
    let are_written = are_people(people, patterns) || stands_for_house(people, patterns) || is_single();
    let is_plain_list = is_plain && are_names(people, 14, patterns) && are_some_people(people, patterns);
    (are_written || is_plain_list || is_role(people, patterns) && are_names(people, 3, patterns))
        && !is_of_dates(people, patterns)
        && parts.all(|part| is_addition(part, patterns))
}

/// The most words in front of a name that say what somebody is.
const ROLE_WORDS: usize = 4;

/// Returns the name behind what somebody is: `unserer Korrespondentin Anna Beispiel`, `notre envoyé spécial Jean Exemple`. Words before
/// the name have small letters, unless they say that themselves.
fn behind_role<'t>(people: &'t str, patterns: &Patterns) -> Option<&'t str> {
    let is_role = |word: &&str| patterns.is(PatternKind::Role, word);
    let is_before = |word: &&str| word.chars().all(|c| !c.is_uppercase()) || is_role(word);
    let before = || people.split(' ').take_while(is_before);
    let name = people.get(before().map(|word| word.len() + 1).sum()..)?;
    (before().count() <= ROLE_WORDS && before().any(|word| is_role(&word)) && are_people(name, patterns))
        .then_some(name)
}

/// Returns the names before what somebody is, where that has small letters and no mark before it: `Coast Wire staff`, `Ann Example
/// chief reporter`.
fn before_role<'t>(people: &'t str, patterns: &Patterns) -> Option<&'t str> {
    let is_small = |word: &&str| word.chars().all(|c| !c.is_uppercase()) && word.contains(char::is_lowercase);
    let behind: Vec<&str> = people.rsplit(' ').take(ROLE_WORDS).take_while(is_small).collect();
    let role = *behind.first()?;
    let start = behind.last()?.as_ptr().addr() - people.as_ptr().addr();
    let names = people[..start].trim_end();
    (patterns.is(PatternKind::Role, role)
        && !names.is_empty()
        && (are_people(names, patterns) || are_agencies(names, patterns)))
    .then_some(names)
}

/// Tells whether a line that has no word for it names who wrote the report: names, and a role, an agency or the outlet.
pub(super) fn is_bare_byline(text: &str, outlet: Option<&str>, patterns: &Patterns) -> bool {
    let text = without_address(text);
    if ends_sentence(without_initial(text)) || text.split_whitespace().nth(MOST_WORDS).is_some() {
        return false;
    }
    if has_role_behind(text, patterns) {
        return true;
    }
    let mut parts = parts(text, patterns);
    let is_house = |part: &str| {
        let is_own = outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(part));
        is_own || are_agencies(part, patterns) || is_role(part, patterns) || is_paper(part, patterns)
    };
    parts.next().is_some_and(|people| are_people(people, patterns) && !is_of_dates(people, patterns)) && {
        let rest: Vec<&str> = parts.collect();
        rest.iter().any(|part| is_house(part)) && rest.iter().all(|part| is_house(part) || is_addition(part, patterns))
    }
}

/// The most words of a name and a role that no mark parts.
const UNPARTED: usize = 8;

/// `Ann Example Coast correspondent`, `Ann Example Coast Reporter @annexample`: tells whether a role follows a name, with nothing that parts
/// them. It ends in small letters, as hardly a heading does, or the name that somebody has in a network follows.
fn has_role_behind(text: &str, patterns: &Patterns) -> bool {
    let mut words: Vec<&str> = text.split_whitespace().take(UNPARTED + 1).collect();
    let has_handle = words.last().is_some_and(|word| word.len() > 2 && word.starts_with('@'));
    words.truncate(words.len() - usize::from(has_handle));
    let Some(role) = words.last().filter(|_| words.len() <= UNPARTED) else { return false };
    let is_role = patterns.is(PatternKind::Role, role) && (has_handle || role.starts_with(char::is_lowercase));
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    let mut names = words[..words.len().saturating_sub(1)].iter();
    is_role && words.len() > 2 && names.clone().take(2).all(is_name) && names.all(|word| is_of_name(word, patterns))
}

/// Tells whether a line below a byline goes on with it: `Political editor`, `Coast Wire, Holm`.
pub(super) fn goes_on_byline(text: &str, outlet: Option<&str>, patterns: &Patterns) -> bool {
    if ends_sentence(without_initial(text)) || text.split_whitespace().nth(MOST_WORDS).is_some() {
        return false;
    }
    let is_own = |part: &str| outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(part));
    let is_house = |part: &str| is_own(part) || are_agencies(part, patterns) || is_role(part, patterns);
    let mut parts = parts(text, patterns);
    parts.next().is_some_and(is_house) && parts.all(|part| is_house(part) || are_names(part, 4, patterns))
}

/// Returns the date that stands in a byline.
pub(super) fn date_in<'t>(text: &'t str, patterns: &Patterns) -> Option<&'t str> {
    let is_date = |part: &&str| dates::date_line(part, patterns, None).is_some_and(|date| date.is_full);
    let after_comma = || text.match_indices(',').map(|(at, _)| text[at + 1..].trim()).find(is_date);
    bars(text).skip(1).find(is_date).or_else(after_comma)
}

/// Returns a line without the address of mail at its end, and what sets that off: `By Ann Example, ann@wire.example`.
pub(super) fn without_address(text: &str) -> &str {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let is_part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+'))
    };
    let address = last.trim_matches(['(', ')', '<', '>', '[', ']']);
    if !address.split_once('@').is_some_and(|(name, site)| is_part(name) && is_part(site) && site.contains('.')) {
        return text;
    }
    text[..text.len() - last.len()].trim_end_matches(is_mark)
}

/// Returns a line without the name that somebody has in a network at its end: `By Ann Example @annexample`.
pub(super) fn without_handle(text: &str) -> &str {
    let before = text.rsplit_once(' ').filter(|(_, last)| is_handle(last));
    before.map_or(text, |(before, _)| before.trim_end_matches(is_mark))
}

/// Tells whether a character parts what stands in a byline.
pub(super) fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '|' | '·' | '•' | '∙' | '/' | ':') || dashes::is_dash(c)
}

/// Returns a text without the full stop of a name cut short at its end: `Ann Example Jr.`, `Ann E.`
fn without_initial(text: &str) -> &str {
    let word = text.rsplit([' ', '\u{A0}']).next().unwrap_or("");
    let is_initial = word.strip_suffix('.').is_some_and(|word| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.count() <= 1
    });
    if is_initial { text.trim_end_matches('.') } else { text }
}

/// Returns what follows `记者`, where a mark, a space or a short name follows.
fn reporter<'t>(text: &'t str, patterns: &Patterns) -> Option<&'t str> {
    // The word for it is one of Chinese.
    if text.starts_with(|c: char| c.is_ascii()) {
        return None;
    }
    let longest = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(4);
    let end = longest.filter(|&end| patterns.is(PatternKind::Reporter, &text[..end])).last()?;
    Some(&text[end..])
}

/// `张三`, ` 张三 李四`, `：張三／台北報導`
fn is_spaceless_name(name: &str) -> bool {
    let mut pieces = name
        .split(|c: char| c.is_whitespace() || matches!(c, '、' | '/' | '／' | ':' | '：' | '|' | '，' | ','))
        .filter(|piece| !piece.is_empty());
    let is_piece = |piece: &str| {
        let count = piece.chars().count();
        let is_report = ["报道", "報導", "報道", "摄", "攝", "文", "图"].iter().any(|end| piece.ends_with(end));
        // Names of Japanese with letters for sounds in them are longer.
        let longest = if piece.chars().any(is_hiragana) { 6 } else { 4 };
        (2..=longest).contains(&count) || is_report && count <= 8
    };
    pieces.clone().count() > 0 && name.chars().count() <= LONGEST_NAME && pieces.all(is_piece)
}

/// Parts a byline at its commas, bars and dashes; a date that follows a comma stays whole.
fn parts<'t>(text: &'t str, patterns: &'t Patterns) -> impl Iterator<Item = &'t str> {
    bars(text).flat_map(move |part| {
        let mut rest = Some(part);
        std::iter::from_fn(move || {
            let text = rest?;
            if dates::date_line(text, patterns, None).is_some() {
                rest = None;
                return Some(text);
            }
            let (part, after) =
                text.split_once([',', '，', '،', ';']).map_or((text, None), |(a, b)| (a, Some(b.trim())));
            rest = after;
            Some(part.trim())
        })
    })
}

/// Parts a text at bars, bullets and dashes between spaces.
fn bars(text: &str) -> impl Iterator<Item = &str> {
    let is_bar = |c: char| matches!(c, '|' | '·' | '•' | '∙' | '›');
    let at_bars = text.split(is_bar);
    let at_dashes = |part: &'_ str| {
        let cut = part.char_indices().find(|&(at, c)| {
            dashes::is_dash(c) && part[..at].ends_with(' ') && part[at + c.len_utf8()..].starts_with(' ')
        });
        cut.map_or((0, 0), |(at, c)| (at, at + c.len_utf8()))
    };
    at_bars
        .flat_map(move |part| {
            let (end, start) = at_dashes(part);
            if start == 0 { [part, ""] } else { [&part[..end], &part[start..]] }
        })
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Tells whether one of several names is of two words, or all are of capitals.
fn are_some_people(text: &str, patterns: &Patterns) -> bool {
    let words = || text.split_whitespace().filter(|word| !patterns.is(PatternKind::Conjunction, word));
    let large = |word: &&str| word.chars().next().is_some_and(|c| !c.is_lowercase());
    let conjunctions = text.split_whitespace().count() - words().count();
    words().filter(large).count() > 1 + conjunctions
}

/// Tells whether what follows the names is a place, a house, a role, a name more or a date.
fn is_addition(part: &str, patterns: &Patterns) -> bool {
    are_names(part, 8, patterns)
        || is_role(part, patterns)
        || are_agencies(part, patterns)
        || dates::date_line(part, patterns, None).is_some()
        || patterns.has(PatternKind::Furniture, part)
}

/// Tells whether all words are names of months or days: `By Monday`.
fn is_of_dates(words: &str, patterns: &Patterns) -> bool {
    words.split_whitespace().all(|word| {
        let word = patterns.dates().get(&super::folding::fold(word));
        word.is_some_and(|word| word.months != 0 || word.is_weekday)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_mail_may_stand_behind_the_name() {
        for line in [
            "By Ann Example ann@wire.example",
            "By Ann Example | ann.e@wire.example",
            "By Ann Example (ann@wire.example)",
            "BY ANN EXAMPLE, <ann@wire.example>",
            "Von Anna Beispiel – anna-b@wire.example",
            "홍보기 기자 hong@wire.example",
            "〔記者張三／台北報導〕",
            "社会部　田島みどり",
        ] {
            assert!(is_byline(line, Patterns::known()), "{line}");
        }
        assert!(is_bare_byline("Ann Example, Staff writer, ann@wire.example", None, Patterns::known()));
        for line in
            ["By then they wrote to ann@wire.example", "Write to ann@wire.example", "ann@wire.example", "By @ann"]
        {
            assert!(!is_byline(line, Patterns::known()), "{line}");
        }
        assert_eq!(without_address("By Ann Example | ann@wire.example"), "By Ann Example");
        assert_eq!(without_address("By Ann Example @ann"), "By Ann Example @ann");
    }

    #[test]
    fn the_paper_may_stand_behind_the_name() {
        let is_one = |line| is_bare_byline(line, None, Patterns::known());
        assert!(is_one("Ann Example | Holm Courier") && is_one("Anna Beispiel, Holmer Zeitung"));
        assert!(!is_one("Ann Example | Holm Harbour") && !is_one("Holm Courier"));
        assert!(is_byline("अंजलि वर्मा द्वारा", Patterns::known()));
    }

    #[test]
    fn what_somebody_is_may_stand_behind_the_name_with_no_mark() {
        let is_one = |line| is_bare_byline(line, None, Patterns::known());
        for line in
            ["Ann Example Coast correspondent", "Ann Example reporter", "Ann Example Coast Reporter @annexample"]
        {
            assert!(is_one(line), "{line}");
        }
        for line in [
            "Mayor Fires Harbour Chief",
            "Mayor fires harbour chief",
            "Ann Example @annexample",
            "Coast correspondent",
            "reporter",
        ] {
            assert!(!is_one(line), "{line}");
        }
    }

    #[test]
    fn what_somebody_is_may_stand_before_the_name() {
        for line in [
            "Von unserer Korrespondentin Anna Beispiel, Holm",
            "Von unserem Reporter Bo Probe",
            "Door onze redacteur Anna Voorbeeld",
            "Par notre envoyé spécial Jean Exemple",
            "Por nuestra corresponsal Ana Ejemplo",
            "By staff writer Ann Example",
            "By Coast Wire staff",
            "By Ann Example staff writer",
            "By Ann Example and Bo Sample chief reporters, Holm",
            "Av vår korrespondent Anna Exempel",
        ] {
            assert!(is_byline(line, Patterns::known()), "{line}");
        }
        for line in [
            "Von unserem Reporter begleitet",
            "Von Amsterdam aus berichtet Redakteur Bo Probe weiter",
            "Door onze redacteur werd gezegd",
            "Par notre port",
            "By Holm staff were told",
            "By the harbour staff",
        ] {
            assert!(!is_byline(line, Patterns::known()), "{line}");
        }
    }
}
