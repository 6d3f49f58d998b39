//! What stands under a picture, and who took it; who else worked on a report.
//!
//! ```text
//!     A ferry at its berth. Photograph: Ann Example/NEWSFOTO       Tage Lund / NEWSFOTO
//!     Ada Holm, ministre des ports (Photo Tageblatt)               Image copyright Newsfoto Image caption …
//!     Additional reporting by Bo Sample; Editing by Cy Sample      Tom Vale contributed to this report.
//! ```

use jiff::civil::Date;

use super::contributions::{is_contribution, is_sign_off};
use super::credits::{ends_with_credit, is_credit};
use super::lines::{ends_sentence, is_of_at_most};
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;

/// Tells whether a line of sixty words at most is a caption, or credits a picture or a colleague.
pub(super) fn is_caption(text: &str, patterns: &Patterns) -> bool {
    is_credit(text, patterns)
        || is_dated_scene(text, patterns)
        || ends_with_credit(text, patterns)
        || is_contribution(text, patterns)
        || is_sign_off(text, patterns)
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
