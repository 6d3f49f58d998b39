//! What stands under a picture, and who took it; who else worked on a report.
//!
//! ```text
//!     A ferry at its berth. Photograph: Ann Example/NEWSFOTO       Tage Lund / NEWSFOTO
//!     Ada Holm, ministre des ports (Photo Tageblatt)               Image copyright Newsfoto Image caption …
//!     Additional reporting by Bo Sample; Editing by Cy Sample      Tom Vale contributed to this report.
//! ```

use jiff::civil::Date;

use super::folding::word_starts;
use super::lines::{ends_sentence, is_of_at_most, is_of_capitals};
use super::names::{are_agencies, are_names};
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;

/// Words by which a picture is credited, wherever they stand in a short line.
const CREDITS: [&str; 12] = [
    "ap photo",
    "photo:",
    "photo by",
    "photos:",
    "photo credit",
    "photograph:",
    "picture:",
    "image:",
    "image credit",
    "file photo",
    "getty images",
    "写真",
];

/// The most words of a line that is a credit.
const SHORT: usize = 12;

/// Tells whether a line of sixty words at most is a caption, or credits a picture or a colleague.
pub(super) fn is_caption(text: &str, patterns: &Patterns) -> bool {
    is_of_at_most(text, SHORT) && !ends_sentence(text) && is_short_credit(&text.to_lowercase())
        || is_dated_scene(text, patterns)
        || begins_as_credit(text, patterns)
        || ends_in_credit(text, patterns)
        || ends_in_brackets(text, patterns)
        || is_name_and_house(text, patterns)
        || is_contribution(text, patterns)
}

/// `Meridian Photo, File`, `Picture: Ann Example`: a picture's credit, in lower case.
fn is_short_credit(lower: &str) -> bool {
    let named =
        lower.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "photo" | "photos" | "photograph"));
    CREDITS.iter().any(|credit| lower.contains(credit)) || (is_of_at_most(lower, 6) && named)
}

/// `Image copyright Newsfoto Image caption The minister …`, `Foto: Anna Beispiel`, `Photo: the ferry in March.`
fn begins_as_credit(text: &str, patterns: &Patterns) -> bool {
    let Some(rest) = patterns.after(PatternKind::Credit, text) else { return false };
    let label = text[..text.len() - rest.len()].trim_end().trim_end_matches([':', '：', '=', '＝', '/', '／']);
    let is_picture = label.split_whitespace().any(|word| patterns.is(PatternKind::Photo, word))
        || patterns.is(PatternKind::Photo, label);
    // "Image copyright law is changing": a sentence goes on.
    let goes_on =
        rest.starts_with(char::is_lowercase) && !text[..text.len() - rest.len()].trim_end().ends_with([':', '：']);
    is_picture && !goes_on || are_credited(rest, patterns)
}

/// `… at the port. Photograph: Mandy Oak/AFP`, `… at the port.CreditJune Doe/Newsfoto`
fn ends_in_credit(text: &str, patterns: &Patterns) -> bool {
    let labelled = |at: usize| {
        let label = &text[at..];
        let begins = !label.as_bytes()[0].is_ascii_lowercase() && !label.starts_with(char::is_lowercase);
        begins && patterns.after(PatternKind::Credit, label).is_some_and(|rest| are_credited(rest, patterns))
    };
    let glued = |at: usize| {
        let Some(rest) = text[at..].strip_prefix("Credit") else { return false };
        let rest = rest.trim_start_matches(['.', '…', ' ', ':']);
        let before = text[..at].trim_end();
        let ends = before.is_empty() || ends_sentence(before);
        ends && rest.starts_with(char::is_uppercase) && are_credited(rest, patterns)
    };
    word_starts(text).skip(1).any(labelled) || memchr::memchr_iter(b'C', text.as_bytes()).any(glued)
}

/// Tells whether what follows a label is who is credited: names, and houses after slashes.
fn are_credited(rest: &str, patterns: &Patterns) -> bool {
    let rest = rest.trim_end_matches(['.', ')', ' ']);
    !rest.is_empty()
        && rest.split(['/', ',', '|', '©']).all(|part| {
            let part = part.trim();
            part.is_empty() || are_names(part, 8, patterns) || are_agencies(part, patterns)
        })
}

/// `Ada Holm, ministre des ports (Photo Tageblatt)`
fn ends_in_brackets(text: &str, patterns: &Patterns) -> bool {
    let Some(inside) = text.trim_end_matches(['.', ' ']).strip_suffix([')', '）', ']']) else { return false };
    let Some(start) = inside.rfind(['(', '（', '[']) else { return false };
    let inside = inside[start..].trim_start_matches(['(', '（', '[']);
    let words = || inside.split(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '/' | ',' | '='));
    let is_photo = |word: &str| !word.is_empty() && patterns.is(PatternKind::Photo, word);
    let is_named = || {
        words()
            .filter(|word| !is_photo(word))
            .all(|word| word == "by" || are_names(word, 1, patterns) || word.is_empty())
    };
    words().take(3).any(is_photo) && (is_named() || patterns.after(PatternKind::Credit, inside).is_some())
}

/// `Tage Lund / NEWSFOTO`, `Tage Lund/Newsfoto/Getty Images`
fn is_name_and_house(text: &str, patterns: &Patterns) -> bool {
    if !has_slash(text) || ends_sentence(text) || !is_of_at_most(text, SHORT) {
        return false;
    }
    let parts: Vec<&str> = text.split(['/', '／']).map(str::trim).collect();
    let is_part = |part: &&str| {
        let has_figures = part.contains(|c: char| c.is_numeric());
        !part.is_empty() && !has_figures && (are_names(part, 4, patterns) || are_agencies(part, patterns))
    };
    let is_house = |part: &&str| {
        let is_photo = part.split_whitespace().any(|word| patterns.is(PatternKind::Photo, word));
        are_agencies(part, patterns) || is_photo || part.split_whitespace().all(is_of_capitals)
    };
    let is_person = (2..=4).contains(&parts[0].split_whitespace().count());
    let of_capitals = text.split_whitespace().all(|word| word.chars().all(|c| !c.is_lowercase()));
    let is_known = parts[1..].iter().any(|part| are_agencies(part, patterns));
    is_person
        && (2..=4).contains(&parts.len())
        && parts.iter().all(is_part)
        && (is_known || !of_capitals)
        && parts[1..].iter().any(is_house)
}

fn has_slash(text: &str) -> bool {
    memchr::memchr(b'/', text.as_bytes()).is_some() || !text.is_ascii() && text.contains('／')
}

/// `Tom Vale contributed to this report.`, `Reporting by Ann Example; Editing by Bo Sample`
fn is_contribution(text: &str, patterns: &Patterns) -> bool {
    /// How many words of such a line are no names, at most: "in Holm with", "editing by".
    const OTHERS: usize = 4;
    /// How many words it has at most.
    const CONTRIBUTION: usize = 40;
    if !is_of_at_most(text, CONTRIBUTION) || !patterns.has(PatternKind::Contribution, text) {
        return false;
    }
    let Some(rest) = patterns.after(PatternKind::Contribution, text) else { return true };
    let is_other = |word: &&str| !are_names(word, 1, patterns) && !word.eq_ignore_ascii_case("by");
    rest.split_whitespace().filter(is_other).count() <= OTHERS
        && !rest.split_whitespace().take(3).all(|word| is_other(&word))
}

/// Tells whether a line is a caption. A caption tells in one sentence and in the present what is to be seen, and ends
/// with the day it was seen on: "A ferry lies at its berth in Westhaven on March 3, 2026." One that is a whole sentence has a
/// verb of what pictures show, or none of the past, since a report may well end so: "The mayor opened the pier on March 3,
/// 2026."
fn is_dated_scene(text: &str, patterns: &Patterns) -> bool {
    let body = text.trim_end_matches(['.', ')', ' ']);
    let last_words = memchr::memrchr_iter(b' ', body.as_bytes()).nth(2).unwrap_or(0);
    if !body.as_bytes()[last_words..].iter().any(u8::is_ascii_digit) || !is_of_at_most(body, 45) {
        return false; // no date at its end, as in nearly all that is read
    }
    let words: Vec<&str> = body.split_whitespace().collect();
    let one_sentence = !body.contains(". ") || body.matches(". ").count() == usize::from(has_short_month(&words));
    let end = words.len().saturating_sub(3);
    words.len() >= 6
        && one_sentence
        && is_english_date(&words[end..])
        && !words.iter().any(|word| PAST.contains(word))
        && (!ends_sentence(text)
            || words.windows(2).any(|two| is_scene(two[0], two[1], patterns))
            || !words[..end].iter().any(|word| tells_past(word) || is_scheduled(word)))
}

/// Words that tell of the past, or of what is to come.
const PAST: [&str; 60] = [
    "was",
    "were",
    "had",
    "said",
    "told",
    "announced",
    "began",
    "will",
    "met",
    "took",
    "gave",
    "went",
    "came",
    "held",
    "left",
    "made",
    "saw",
    "won",
    "lost",
    "fell",
    "rose",
    "became",
    "sent",
    "led",
    "ran",
    "struck",
    "broke",
    "found",
    "sold",
    "bought",
    "spoke",
    "stood",
    "sat",
    "got",
    "kept",
    "paid",
    "grew",
    "drew",
    "knew",
    "thought",
    "wrote",
    "built",
    "caught",
    "brought",
    "fought",
    "flew",
    "threw",
    "drove",
    "rode",
    "sank",
    "swam",
    "shot",
    "hung",
    "wore",
    "chose",
    "froze",
    "would",
    "could",
    "should",
    "did",
];

/// Verbs of what is to come on a day, in the present: "The council meets again on March 3, 2026."
const SCHEDULED: [&str; 30] = [
    "meets",
    "opens",
    "begins",
    "starts",
    "ends",
    "expires",
    "falls",
    "rises",
    "takes",
    "votes",
    "leaves",
    "goes",
    "comes",
    "returns",
    "decides",
    "rules",
    "becomes",
    "closes",
    "elects",
    "increases",
    "changes",
    "drops",
    "resumes",
    "runs",
    "applies",
    "lapses",
    "is",
    "are",
    "has",
    "have",
];

/// Tells whether a word is one of these verbs, of one or of many.
fn is_scheduled(word: &str) -> bool {
    let is_form =
        |verb: &&str| *verb == word || [verb.strip_suffix('s'), verb.strip_suffix("es")].contains(&Some(word));
    SCHEDULED.iter().any(is_form)
}

/// Tells whether a word may be a verb of the past, of those that are regular: "opened", but not "Red".
fn tells_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.starts_with(|c: char| c.is_lowercase())
}

/// Verbs of what pictures show, in the present, that are hardly ever nouns.
const SCENES: [&str; 80] = [
    "lies",
    "stands",
    "sits",
    "waits",
    "speaks",
    "holds",
    "attends",
    "gestures",
    "gathers",
    "greets",
    "listens",
    "watches",
    "poses",
    "flies",
    "carries",
    "leans",
    "kneels",
    "hugs",
    "prepares",
    "inspects",
    "arrives",
    "walks",
    "looks",
    "sails",
    "hangs",
    "shakes",
    "waves",
    "smiles",
    "embraces",
    "reacts",
    "celebrates",
    "protests",
    "chants",
    "prays",
    "marches",
    "sings",
    "dances",
    "cries",
    "weeps",
    "wears",
    "pushes",
    "pulls",
    "climbs",
    "crouches",
    "jumps",
    "stares",
    "points",
    "peers",
    "pedals",
    "paddles",
    "swims",
    "floats",
    "burns",
    "smoulders",
    "smolders",
    "billows",
    "battles",
    "extinguishes",
    "searches",
    "sifts",
    "patrols",
    "guards",
    "disembarks",
    "queues",
    "addresses",
    "delivers",
    "answers",
    "talks",
    "chats",
    "exits",
    "enters",
    "drives",
    "rides",
    "casts",
    "displays",
    "reads",
    "pours",
    "sweeps",
    "drapes",
    "lights",
];

/// Tells whether a word, by the one before it, is a verb of what a picture shows.
fn is_scene(before: &str, word: &str, patterns: &Patterns) -> bool {
    if matches!(before, "is" | "are") {
        return matches!(word, "seen" | "pictured" | "shown" | "photographed") || word.ends_with("ing");
    }
    let is_form = |verb: &&str| {
        let of_many = verb.strip_suffix("ies").is_some_and(|stem| word.strip_suffix('y') == Some(stem));
        *verb == word || of_many || [verb.strip_suffix('s'), verb.strip_suffix("es")].contains(&Some(word))
    };
    // "is to speak", "may arrive", "the walks"
    let is_other = || {
        matches!(before, "may" | "might" | "can" | "could" | "should" | "must")
            || patterns.is(PatternKind::Function, before)
    };
    SCENES.iter().any(is_form) && !is_other()
}

/// Tells whether the date at the end has its month cut short with a full stop: "Oct. 8, 2019".
fn has_short_month(words: &[&str]) -> bool {
    words.len() >= 3 && words[words.len() - 3..].iter().any(|word| word.ends_with('.'))
}

/// `March 3, 2026`, `3 March 2026`, `Oct. 8, 2019`: the words that tell a past from a present are English ones too.
fn is_english_date(words: &[&str]) -> bool {
    let word = |word: &&str| match word.trim_end_matches([',', '.']) {
        "Sept" => "Sep".to_owned(),
        word => word.to_owned(),
    };
    let date = words.iter().map(word).collect::<Vec<_>>().join(" ");
    let formats = ["%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y"];
    formats.iter().any(|format| Date::strptime(format, &date).is_ok_and(|date| date.year() >= 1600))
}
