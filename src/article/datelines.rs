//! Where a report was filed, when, and by which agency: what stands before its first words.
//!
//! ```text
//!     HARBOUR TOWN (Coast Wire) – The ministry said …        dateline, credit, body
//!     NEW HOLM: The ministry …         PARIS, 12 jan (AFP) - Le ministère …
//!     MOSCOW, January 12. /TASS/. The ministry …             新华社北京1月12日电 …
//!     date 2026-03-18 (ledger.example) – The council …       a scraper's prefix with a date, body
//!     MPs – all of them – said so.                           no dateline
//! ```

use std::ops::Range;

use super::Block;
use super::folding::{digit, fold};
use super::lines::{is_of_at_most, is_of_capitals};
use super::names::are_agencies;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;
use crate::draft::Kind;
use crate::unicode::dashes;

/// How far into a text a dateline may reach, in characters, and how many words it may have.
const DATELINE_CHARS: usize = 90;
const DATELINE_WORDS: usize = 12;

/// Notes where the first paragraph's body begins, and returns what stands before it.
pub(super) fn mark_dateline(blocks: &mut [Block], patterns: &Patterns) -> Option<String> {
    let first = blocks.iter().position(|block| block.kind == Kind::Paragraph)?;
    let end = dateline(&blocks[first].text, patterns).or_else(|| {
        let end = before_mark(&blocks[first].text, patterns)?;
        // Speakers of a transcript are set in capitals with a colon too.
        let mut others = blocks[first + 1..].iter().filter(|block| block.kind == Kind::Paragraph);
        let is_transcript = others.any(|block| before_mark(&block.text, patterns).is_some());
        (!is_transcript).then_some(end)
    })?;
    // A line that is nothing but a dateline is left as it is.
    (end < blocks[first].text.len()).then(|| {
        blocks[first].dateline = end;
        blocks[first].text[..end].to_owned()
    })
}

/// Tells whether a text begins with a dateline.
pub(super) fn begins(text: &str, patterns: &Patterns) -> bool {
    dateline(text, patterns).or_else(|| before_mark(text, patterns)).is_some_and(|end| end < text.len())
}

/// Returns the length of the dateline in bytes, its marks and spaces counted; one before a colon is told apart.
fn dateline(text: &str, patterns: &Patterns) -> Option<usize> {
    bracketed(text)
        .or_else(|| of_asia(text))
        .or_else(|| before_agency(text, patterns))
        .or_else(|| before_slashes(text, patterns))
        .or_else(|| before_bar(text, patterns))
        .or_else(|| before_spaced_dash(text, patterns))
        .or_else(|| before_long_dash(text, patterns))
}

/// Returns the length of what may be a dateline, or the name of who speaks.
fn before_mark(text: &str, patterns: &Patterns) -> Option<usize> {
    before_colon(text, patterns)
        .or_else(|| before_stop_and_dash(text, patterns))
        .or_else(|| before_stop(text, patterns))
}

/// Returns as much of a text as a dateline can have.
fn reach(text: &str) -> &str {
    // As a rule each character is a byte there.
    if text.as_bytes().get(..DATELINE_CHARS).is_some_and(<[u8]>::is_ascii) {
        return &text[..DATELINE_CHARS];
    }
    &text[..text.char_indices().nth(DATELINE_CHARS).map_or(text.len(), |(at, _)| at)]
}

/// `HOLM (Wire) – …`
fn before_spaced_dash(text: &str, patterns: &Patterns) -> Option<usize> {
    let Range { start, end } = spaced_dash(reach(text))?;
    let prefix = &text[..start];
    // `(ANSA) - ROMA, 12 GEN - …`: the agency comes first.
    if let Some(inside) = prefix.strip_prefix('(').and_then(|prefix| prefix.strip_suffix(')'))
        && are_agencies(inside, patterns)
        && let Some(second) = spaced_dash(reach(&text[end..]))
        && is_dateline(&text[end..end + second.start], patterns)
    {
        return Some(end + second.end);
    }
    // A second dash closes an insertion: "MPs – all of them – said" has no dateline.
    let inserted = text[end..].chars().take(DATELINE_CHARS).collect::<String>().contains(&text[start..end]);
    let dateline = (!inserted && is_dateline(prefix, patterns)).then_some(end)?;
    // `МОСКВА, 12 янв — РИА Новости. …`
    let agency = patterns.after_agency(&text[dateline..]).and_then(|rest| rest.strip_prefix(". "));
    Some(agency.map_or(dateline, |rest| text.len() - rest.len()))
}

/// Returns the first dash between spaces, these included.
fn spaced_dash(text: &str) -> Option<Range<usize>> {
    let is_spaced_dash = |&at: &usize| {
        let word = text[at + 1..].split_once(' ').map_or("", |(word, _)| word);
        let mut chars = word.chars();
        word == "--" || chars.next().is_some_and(dashes::is_dash) && chars.next().is_none()
    };
    let start = memchr::memchr_iter(b' ', text.as_bytes()).find(is_spaced_dash)?;
    Some(start..start + 2 + text[start + 1..].find(' ')?)
}

/// `【東京共同】…`, `［東京　12日　ロイター］ - …`, `（東京＝共同）…`
fn bracketed(text: &str) -> Option<usize> {
    let marks = [('【', '】'), ('［', '］'), ('（', '）')];
    let (open, close) = marks.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let (place, rest) = text[open.len_utf8()..].split_once(close)?;
    // What stands in round brackets may be anything, but for a place and a house.
    if place.chars().count() > 24 || open == '（' && !place.contains('＝') {
        return None;
    }
    let body = rest.trim_start();
    let body = match body.strip_prefix(dashes::is_dash) {
        Some(after) if rest.len() > body.len() => after.trim_start(),
        _ => rest,
    };
    Some(text.len() - body.len())
}

/// `新华社北京1月12日电（记者张三）…`, `(서울=연합뉴스) 홍길동 기자 = …`, `[서울=뉴시스] …`
fn of_asia(text: &str) -> Option<usize> {
    let reach = reach(text);
    if text.starts_with(['(', '['])
        && let Some(at) = reach.find("기자 = ").filter(|_| reach.contains('='))
    {
        return Some(at + "기자 = ".len());
    }
    let (end, mark) = ["日电", "日電", "日讯", "日訊"]
        .into_iter()
        .filter_map(|mark| Some((reach.find(mark)? + mark.len(), mark)))
        .min()?;
    let before = &text[..end - mark.len()];
    let fits = before.chars().count() <= 30 && before.chars().next_back().is_some_and(|c| digit(c).is_some());
    if !fits || before.contains(['，', '。', ',']) {
        return None;
    }
    // `（中央社記者張三台北12日電）…`
    let rest = text[end..].trim_start();
    let mut rest = if text.starts_with(['（', '(']) { rest.trim_start_matches(['）', ')', ' ']) } else { rest };
    for (open, close) in [('（', '）'), ('(', ')')] {
        if let Some((inside, after)) = rest.strip_prefix(open).and_then(|inside| inside.split_once(close))
            && inside.chars().count() <= 30
        {
            rest = after.trim_start();
        }
    }
    Some(text.len() - rest.trim_start_matches([':', '：', ' ', '　']).len())
}

/// `Madrid, 12 ene (EFE).- …`, `PARIS (AFP)- …`, `LONDON (Reuters) …`, `(CNN) …`
fn before_agency(text: &str, patterns: &Patterns) -> Option<usize> {
    let reach = reach(text);
    let open = reach.find('(')?;
    let close = open + reach[open..].find(')')?;
    if !are_agencies(&text[open + 1..close], patterns) {
        return None;
    }
    let prefix = text[..open].trim_end();
    let after = &text[close + 1..];
    let rest = after.trim_start_matches(|c: char| matches!(c, '.' | ':' | ' ' | '\u{A0}' | '_') || dashes::is_dash(c));
    let marks = &after[..after.len() - rest.len()];
    // A wire had no dash, and set `_` for one.
    let has_mark = marks.contains([':', '.', '_']) || marks.contains(dashes::is_dash);
    let is_place = prefix.is_empty() || is_dateline(&text[..=close], patterns);
    // Where no mark says so, capitals must; a script without them must name a day.
    let has_figure = prefix.contains(|c: char| digit(c).is_some());
    let stands_out = |word: &str| {
        is_of_capitals(word)
            || !word.contains(char::is_alphabetic)
            || has_figure
                && (is_month(word, patterns) || !word.contains(|c: char| c.is_lowercase() || c.is_uppercase()))
    };
    // `Holm, June 17 (AP) The ministry …`: a place and a day before an agency.
    let has_place_and_day = || {
        is_place && has_figure && prefix.contains(',') && prefix.split_whitespace().any(|word| is_month(word, patterns))
    };
    let is_clear = has_mark || prefix.split_whitespace().all(stands_out) || has_place_and_day();
    // `(ANSA) - ROMA, 12 GEN - …` goes on.
    let goes_on = prefix.is_empty() && marks.contains(dashes::is_dash) && spaced_dash(self::reach(rest)).is_some();
    (is_place && is_clear && !goes_on && !rest.is_empty()).then_some(text.len() - rest.len())
}

/// `MOSCOW, January 12. /TASS/. …`
fn before_slashes(text: &str, patterns: &Patterns) -> Option<usize> {
    let reach = reach(text);
    let open = reach.find(" /")?;
    let (agency, rest) = text[open + 2..].split_once('/')?;
    let rest = rest.trim_start_matches(|c: char| c == '.' || c == ' ' || dashes::is_dash(c));
    let is_house = agency.chars().count() <= 20
        && (are_agencies(agency, patterns) || agency.split_whitespace().all(is_of_capitals));
    let is_place = is_dateline(text[..open].trim_end_matches('.'), patterns);
    (is_house && is_place && !rest.is_empty()).then_some(text.len() - rest.len())
}

/// `KIEL taz | …`, `BERLIN dpa/taz | …`: a place in capitals, and a house.
fn before_bar(text: &str, patterns: &Patterns) -> Option<usize> {
    let at = reach(text).find(" | ")?;
    let (place, house) = text[..at].rsplit_once(' ')?;
    let is_place = place.split(' ').all(|word| is_of_capitals(word) || word.split('/').all(is_of_capitals));
    let rest = text[at + " | ".len()..].trim_start();
    let is_only = !rest.contains(" | ") && !rest.is_empty();
    (is_place && is_of_at_most(place, 3) && are_agencies(house, patterns) && is_only).then_some(text.len() - rest.len())
}

/// `Madrid.- …`, `Ciudad de Holm, 16 jun.- …`: as Spanish agencies set it.
fn before_stop_and_dash(text: &str, patterns: &Patterns) -> Option<usize> {
    let at = reach(text).find(".- ")?;
    let prefix = &text[..at];
    let is_of_place = |word: &str| {
        word.starts_with(char::is_uppercase) || patterns.is(PatternKind::Place, word) || is_month(word, patterns)
    };
    let (place, day) = prefix.split_once(',').unwrap_or((prefix, ""));
    let has_only_day =
        day.split_whitespace().all(|word| is_month(word, patterns) || word.chars().all(|c| digit(c).is_some()));
    let fits = place.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && place.split(' ').all(is_of_place)
        && is_of_at_most(place, 4)
        && has_only_day
        && !LABELS.iter().any(|label| place.eq_ignore_ascii_case(label))
        && ![PatternKind::Section, PatternKind::Furniture].into_iter().any(|kind| patterns.is(kind, place));
    let rest = text[at + ".- ".len()..].trim_start();
    (fits && rest.starts_with(begins_sentence)).then_some(text.len() - rest.len())
}

/// Words that Spanish sets before a full stop and a dash where lists and interviews go on.
const LABELS: [&str; 9] =
    ["pregunta", "respuesta", "primero", "primera", "segundo", "único", "única", "nota", "artículo"];

fn begins_sentence(c: char) -> bool {
    c.is_uppercase() || matches!(c, '¿' | '¡' | '«' | '“' | '"')
}

/// `LONDON—The …`, `PARIS (AFP)— Le …`
fn before_long_dash(text: &str, patterns: &Patterns) -> Option<usize> {
    let reach = reach(text);
    let at = reach.find('—')?;
    let prefix = text[..at].trim_end();
    let letters = prefix.chars().filter(|c| c.is_alphabetic()).count();
    let is_clear = letters > 2 && prefix.split_whitespace().all(|word| is_of_capitals(word.trim_matches(',')));
    let rest = text[at + '—'.len_utf8()..].trim_start();
    let closed = rest.chars().take(DATELINE_CHARS).any(|c| c == '—');
    (is_clear && !closed && is_dateline(prefix, patterns)).then_some(text.len() - rest.len())
}

/// `NEW HOLM: …`: a place in capitals.
fn before_colon(text: &str, patterns: &Patterns) -> Option<usize> {
    let reach = reach(text);
    let at = reach.find(':')?;
    let (prefix, rest) = (&text[..at], &text[at + 1..]);
    let place = prefix.split(['(', ',']).next().unwrap_or("").trim();
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let of_capitals = place.split([' ', '-', '/']).all(|word| is_of_capitals(word) || word.len() <= 2);
    let is_label = |kind| patterns.has(kind, prefix) || patterns.has(kind, &text[..=at]);
    let kinds = [
        PatternKind::Section,
        PatternKind::Furniture,
        PatternKind::Photo,
        PatternKind::Credit,
        PatternKind::Published,
        PatternKind::Updated,
        PatternKind::Byline,
        PatternKind::Agency,
    ];
    let fits = letters >= 4
        && of_capitals
        && place.split_whitespace().count() <= 4
        && rest.starts_with(' ')
        && is_dateline(prefix, patterns)
        && !kinds.into_iter().any(is_label);
    fits.then(|| text.len() - rest.trim_start().len())
}

/// `HOLM. Der Senat …`: a place in capitals, and a full stop, as newspapers of German set it.
fn before_stop(text: &str, patterns: &Patterns) -> Option<usize> {
    let at = reach(text).find(". ")?;
    let (place, rest) = (&text[..at], text[at + ". ".len()..].trim_start());
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let is_label = [PatternKind::Section, PatternKind::Furniture, PatternKind::Photo, PatternKind::Abbreviation]
        .into_iter()
        .any(|kind| patterns.has(kind, place) || patterns.is(kind, &text[..=at]));
    let is_place = letters >= 4 && is_of_at_most(place, 2) && place.split([' ', '-', '/']).all(is_of_capitals);
    // What all is set in capitals has no place that stands out; nor has what begins as no sentence does.
    let mut words = rest.split_whitespace();
    let begins = words.next().is_some_and(|word| word.starts_with(begins_sentence) && !is_of_capitals(word));
    let goes_on = words.next().is_some_and(|word| !is_of_capitals(word));
    (is_place && begins && goes_on && !is_label && !place.contains('.')).then_some(text.len() - rest.len())
}

/// Tells whether a word names a month.
pub(super) fn is_month(word: &str, patterns: &Patterns) -> bool {
    let folded = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    patterns.dates().get(&folded).is_some_and(|word| word.months != 0)
}

/// Tells whether words look like place, date and credit: each begins with a capital, a digit or a bracket (or is a small
/// word inside names of places, or the name of a month), and one of them is all capitals or bracketed, or they name a
/// place and a day.
fn is_dateline(prefix: &str, patterns: &Patterns) -> bool {
    let words: Vec<&str> = prefix.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    let has_end_bracket = prefix.trim_end().ends_with([')', '）']);
    let mut depth = 0_usize;
    let mut in_brackets = Vec::with_capacity(words.len());
    for word in &words {
        in_brackets.push(depth > 0 || word.starts_with(['(', '（']));
        depth += word.matches(['(', '（']).count();
        depth = depth.saturating_sub(word.matches([')', '）']).count());
    }
    let is_month = |word: &str| is_month(word, patterns);
    let stands_out = |word: &&str| word.starts_with(['(', '（']) || is_of_capitals(word);
    let begins = |(index, word): (usize, &&str)| {
        // `'s-Holm` begins with a small letter.
        let word_part = word.strip_prefix("'s-").or_else(|| word.strip_prefix("’s-")).unwrap_or(word);
        let large = word_part.chars().find(|c| !matches!(c, '\'' | '’' | '«' | '“' | '"')).is_some_and(|c| {
            let is_caseless = has_end_bracket && c.is_alphabetic() && !c.is_lowercase();
            c.is_uppercase() || is_caseless || digit(c).is_some() || matches!(c, '(' | '（')
        });
        let is_small = || index > 0 && patterns.is(PatternKind::Place, word);
        large || is_small() || is_month(word) || *word == "date" || in_brackets[index]
    };
    let bracket = || {
        let (Some(open), Some(close)) = (prefix.find(['(', '（']), prefix.rfind([')', '）'])) else { return true };
        let inside = prefix.get(open..close).unwrap_or("").trim_start_matches(['(', '（']);
        // "(of all places)" is no agency.
        inside.split('/').any(|part| are_agencies(part, patterns))
            || !inside.starts_with(char::is_lowercase)
            || inside.contains('.')
    };
    let has_day =
        || words.iter().any(|word| is_month(word)) && words.iter().any(|word| word.chars().any(|c| digit(c).is_some()));
    let place_and_day = || {
        let is_plain = !patterns.is(PatternKind::Function, first) && !words.contains(&"on");
        words.len() >= 3 && words[0].len() > 2 && first.ends_with([',', '.']) && is_plain && has_day()
    };
    words.len() <= DATELINE_WORDS
        && words.iter().enumerate().all(begins)
        && (words.iter().any(stands_out) || place_and_day())
        && bracket()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_dateline(text: &str, prefix: Option<&str>) {
        let patterns = Patterns::known();
        let end = dateline(text, patterns).or_else(|| before_mark(text, patterns));
        assert_eq!(end.map(|end| &text[..end]), prefix);
    }

    #[test]
    fn datelines() {
        check_dateline("HARBOUR TOWN (Wire) – The ministry said", Some("HARBOUR TOWN (Wire) – "));
        check_dateline("OSLO, March 3 (AB) - Boats", Some("OSLO, March 3 (AB) - "));
        check_dateline("New Port NTN — Boats", Some("New Port NTN — "));
        check_dateline("New Port NTN -- Boats", Some("New Port NTN -- "));
        check_dateline("New Port NTN \u{2015} Boats", Some("New Port NTN \u{2015} "));
        check_dateline("New-Port NTN --- Boats", None);
        check_dateline("date 2026-03-18 (ledger.example) – The council", Some("date 2026-03-18 (ledger.example) – "));
        check_dateline("KIEL taz | Der Senat", Some("KIEL taz | "));
        check_dateline("【港町共同】船は", Some("【港町共同】"));
    }

    /// Each is written with a bar where its body begins.
    #[test]
    fn datelines_of_agencies() {
        for drawn in [
            "NEW HOLM: |The ministry said",
            "HOLM. |Der Senat hat",
            "NEU HOLM. |Der Senat hat",
            "Holm, June 17 (IANS) |The ministry said",
            "NEW HOLM, June 16 (PTI) |The ministry said",
            "नई दिल्ली, 16 जून (भाषा) |परिषद ने",
            "Madrid.- |El consejo",
            "Ciudad de Holm, 16 jun.- |El consejo",
            "Roma, 16 giu. (askanews) - |Il consiglio",
            "[서울=뉴시스] 홍길동 기자 = |항구",
            "RIO DE TARN: |The ministry said",
            "Rio de Tarn (AP) — |The ministry said",
            "PARIS, 12 jan (AFP) - |Le ministère a annoncé",
            "Paris, le 12 janvier 2010 (AFP) – |Le ministère",
            "Berlin (dpa) - |Der Senat",
            "Berlin/Holm (dpa/tmn) - |Der Senat",
            "Berlin, 12. Januar 2010 – |Der Senat",
            "WIEN (APA) – |Der Senat",
            "MOSCOW, January 12. /TASS/. |The ministry",
            "МОСКВА, 12 января. /ТАСС/. |Министерство",
            "МОСКВА, 12 янв — РИА Новости. |Министерство",
            "BEIJING, Jan. 12 (Xinhua) -- |The ministry",
            "LONDON — |The ministry",
            "LONDON—|The ministry",
            "LONDON (Reuters) |The ministry",
            "PARIS (AFP)- |Le ministère",
            "(CNN) |The ministry",
            "(CNN) -- |The ministry",
            "Madrid, 12 ene (EFE).- |El ministerio",
            "Lisboa, 12 jan 2010 (Lusa) - |O ministério",
            "(ANSA) - ROMA, 12 GEN - |Il ministero",
            "'s-Holm (ANP) - |Het ministerie",
            "WARSZAWA (PAP) – |Ministerstwo",
            "ΑΘΗΝΑ — |Το υπουργείο",
            "القاهرة (رويترز) - |قالت الوزارة",
            "दिल्ली, 12 जनवरी (भाषा) - |मंत्रालय",
            "新华社北京1月12日电 |部门说",
            "新华社北京1月12日电（记者张三）|部门说",
            "（中央社記者張三台北12日電）|部門說",
            "［港町　12日　ロイター］ - |省は",
            "（港町＝共同）|省は",
            "New Holm (AP) _ |The ministry said",
            "HOLM/TARN, June 16, 2026 /PRNewswire/ -- |The ministry said",
            "HOLM (TT) |Ministeriet",
            "(서울=연합뉴스) 홍길동 기자 = |정부는",
        ] {
            let text = drawn.replace('|', "");
            let prefix = drawn.split('|').next();
            check_dateline(&text, prefix);
        }
    }

    #[test]
    fn insertions_are_no_datelines() {
        for text in [
            "MPs – all of them – said so.",
            "The Ministry – so it said – has boats.",
            "The Ministry (of all places) – so it said – has boats.",
            "The Ministry (of all places) – it said so.",
            "Peter – who else.",
            "Boats.",
            "Berlin: the city has boats.",
            "BREAKING: The city has boats.",
            "UPDATE: The city has boats.",
            "PHOTOS: The city has boats.",
            "EU: The city has boats.",
            "NATO U.S. boats.",
            "EU. The city has boats.",
            "BREAKING. The city has boats.",
            "STOP. THE CITY HAS BOATS.",
            "He came, in June 2017 (AP) he said so",
            "On January 12 – a Tuesday, the boats came.",
            "Then, on Jan. 12 – the boats came.",
            "The agency Reuters (Reuters) said so.",
            "北京1月12日，部门说",
            "संस्था (भाषा) ने कहा",
            "KIEL | Der Senat",
            "KIEL taz | POLITIK | HAFEN",
            "Pregunta.- ¿Por qué ahora?",
            "Artículo 5.- El consejo",
            "Se aprobó.- El consejo",
            "",
        ] {
            check_dateline(text, None);
        }
    }
}
