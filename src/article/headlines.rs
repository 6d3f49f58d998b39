//! Which line is the headline, and which only say it again or name a part of the newspaper.
//!
//! ```text
//!     Opinion | Politics                             furniture
//!     Will the harbour toll survive the winter?      headline, though it ends as a sentence
//!     Will the harbour toll survive the winter?      furniture: said again
//!     The council put off its vote on Tuesday …      paragraph
//! ```

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::datelines::{self, is_month};
use super::folding::bare;
use super::lines::{ends_open, ends_sentence, goes_on, is_item, is_of_at_most, last_word, without_closing};
use super::names::is_paper;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;
use crate::draft::Kind;
use crate::function_words::leads_on;
use crate::unicode::scripts::is_spaceless;

/// The widest headline, in columns; and the most words of one that ends as a sentence does.
const WIDEST: usize = 200;
const MOST_WORDS: usize = 20;
const MOST_WORDS_OF_QUESTION: usize = 14;

/// Finds the headline: the first line that has words, if it is no sentence of the report.
pub(super) fn name_headline(texts: &[String], kinds: &mut [Kind], patterns: &Patterns) {
    let has_words = |k: &usize| kinds[*k] != Kind::Furniture && texts[*k].contains(char::is_alphanumeric);
    let mut candidates = (0..texts.len()).filter(has_words);
    let Some(first) = candidates.next() else { return };
    let next = candidates.next();
    if kinds[first] == Kind::Paragraph && texts.len() > 1 && is_headline(first, next, texts, kinds, patterns) {
        kinds[first] = Kind::Headline;
    }
}

fn is_headline(first: usize, next: Option<usize>, texts: &[String], kinds: &[Kind], patterns: &Patterns) -> bool {
    let text = &texts[first];
    // "TRANSCRIPT: the meeting in June": a single word and a colon are a dateline only before a sentence.
    let is_labelled_line = || {
        let label = text.split_once(": ").map(|(label, _)| label);
        label.is_some_and(|label| label.chars().all(char::is_alphabetic))
            && !ends_sentence(text)
            && next.is_some_and(|next| !goes_on(&texts[next]))
    };
    let is_dateline = || datelines::begins(text, patterns) && !is_labelled_line();
    if ends_open(text) || text.width() > WIDEST || is_dateline() {
        return false;
    }
    let Some(next) = next else { return !ends_sentence(text) };
    let is_broken = leads_on(text) || goes_on(&texts[next]) && patterns.is(PatternKind::Function, last_word(text));
    if !ends_sentence(text) {
        return !is_broken;
    }
    let later = (next + 1..texts.len()).find(|&k| kinds[k] == Kind::Paragraph);
    // Of a sentence that is said again and again none is the headline.
    let is_other = |k: usize| bare(&texts[k]) != bare(text) && is_body(&texts[k], text);
    let is_said_again = bare(text) == bare(&texts[next]) && later.is_some_and(is_other);
    let is_of_head = |k: usize| kinds[k].is_aside();
    let is_answered = is_of_head(next) || is_said_again || is_body(&texts[next], text);
    // In an interview without a headline, the next question follows the answer.
    let is_question = |text: &str| without_closing(text).ends_with(['?', '？', '؟']);
    let is_interview = is_question(text)
        && later.is_some_and(|k| {
            is_question(&texts[k]) && is_of_at_most(&texts[k], MOST_WORDS) && bare(&texts[k]) != bare(text)
        });
    // "Q: …", "A. …"; "U.S. …" is no label.
    let labels = [text.split_once(':'), text.split_once(". ")];
    let is_labelled = labels.into_iter().flatten().any(|(label, _)| label.chars().count() == 1);
    if is_item(text) || is_labelled || !is_of_at_most(text, MOST_WORDS) || !is_answered || is_interview {
        return false;
    }
    // A picture may stand below a first sentence as well.
    let is_signed = |k: usize| matches!(kinds[k], Kind::Byline | Kind::Furniture);
    // Of lines that end as sentences of a report do, more must say that this one is none.
    let is_clear = is_said_again || (first + 1..=next).any(is_signed) || datelines::begins(&texts[next], patterns);
    match without_closing(text).chars().next_back() {
        Some('.') if text.ends_with("...") => is_clear || is_of_at_most(text, 14),
        Some('.') => {
            is_clear
                || is_short_beside(text, &texts[next], patterns)
                || is_in_title_case(text, patterns)
                || ends_in_abbreviation(text, patterns) && is_of_at_most(text, 14)
        }
        Some('。' | '।') => is_clear,
        _ => is_clear || is_of_at_most(text, MOST_WORDS_OF_QUESTION) || is_in_title_case(text, patterns),
    }
}

/// The most words of a headline that is a sentence as a report has them, and how many times as wide what follows is.
const SHORT: usize = 7;
const TIMES: usize = 3;

/// `Harbour board closes market.`: tells whether a sentence is short and has none of the small words that headlines leave out, what follows
/// is long and has some, and nobody says it. `The boats are gone.` begins a story as well.
fn is_short_beside(text: &str, next: &str, patterns: &Patterns) -> bool {
    let has_small = |text: &str| {
        let mut words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        words.any(|word| patterns.is(PatternKind::Function, word))
    };
    let is_said = text.contains(crate::unicode::quotes::is_quotation_mark);
    // "August 26th, 17—.": above a letter.
    let is_date = || text.split_whitespace().any(|word| is_month(word, patterns));
    (3..=SHORT).contains(&text.split_whitespace().count())
        && !is_date()
        && next.width() >= TIMES * text.width()
        && !is_said
        && !has_small(text)
        && has_small(next)
}

/// Tells whether what follows a line that may be a headline is running text, and more of it than the line has.
fn is_body(next: &str, line: &str) -> bool {
    // A script without spaces says as much in fewer columns.
    let least = if next.starts_with(is_spaceless) { 40 } else { 60 };
    ends_sentence(next) && next.width() > line.width() && next.width() > least
}

/// Tells whether the words are set with capitals as in headlines of English: all but small ones, and four at least.
fn is_in_title_case(text: &str, patterns: &Patterns) -> bool {
    let telling = || text.split_whitespace().filter(|word| !patterns.is(PatternKind::Function, word));
    let is_large = |word: &&str| word.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| !c.is_lowercase());
    let has_small = telling().any(|word| word.contains(char::is_lowercase));
    telling().count() >= 4 && has_small && telling().all(|word| is_large(&word))
}

/// Tells whether the full stop belongs to the last word: `E.U.`, `D.C.`, `Jr.`
fn ends_in_abbreviation(text: &str, patterns: &Patterns) -> bool {
    let mut words = without_closing(text).rsplit([' ', '\u{A0}']);
    let (last, before) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    // "u. a.", "m. m.": letters that spaces part are one abbreviation.
    let is_letter = |word: &str| word.strip_suffix('.').is_some_and(|bare| bare.chars().count() == 1);
    let word = if is_letter(last) && is_letter(before) { Cow::Owned([before, last].concat()) } else { last.into() };
    let Some(bare) = word.strip_suffix('.') else { return false };
    let of_letters = bare.contains('.')
        && bare.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic));
    of_letters || patterns.is(PatternKind::Abbreviation, &word)
}

/// Sets aside what stands in the head and says the headline again, or names a part of the newspaper.
pub(super) fn set_repeats_and_sections_aside(texts: &[String], kinds: &mut [Kind], head: usize, patterns: &Patterns) {
    let Some(headline) = kinds.iter().position(|kind| *kind == Kind::Headline) else { return };
    let said = bare(&texts[headline]);
    // The first line of running text from the headline on.
    let body = (headline..texts.len()).find(|&k| is_body(&texts[k], "")).unwrap_or(texts.len());
    let last = head.max(body).max(headline + 2).min(texts.len());
    for k in (0..last).filter(|&k| k != headline) {
        let is_line = matches!(kinds[k], Kind::Paragraph | Kind::Heading | Kind::Caption);
        let is_near = k < head || (headline..body).contains(&k) || k == headline + 1;
        if is_line && is_near && texts[k].width() <= 2 * WIDEST && says_again(&texts[k], &texts[headline], &said)
            || is_line && k < head && is_section(&texts[k], patterns)
        {
            kinds[k] = Kind::Furniture;
        }
    }
}

/// Makes the first line that could be one the headline where the one found is the name of a part of the newspaper, or its own.
pub(super) fn pass_over_sections(texts: &[String], kinds: &mut [Kind], patterns: &Patterns) {
    for k in 0..texts.len().saturating_sub(1) {
        if kinds[k].is_aside() {
            continue;
        }
        let mut next = (k + 1..texts.len()).filter(|&next| !kinds[next].is_aside());
        let (Some(next), Some(after)) = (next.next(), next.next()) else { return };
        let is_line = !ends_sentence(&texts[next]) || is_headline(next, Some(after), texts, kinds, patterns);
        // Above a headline, which has more words, stands the name of who published it.
        let words = |k: usize| texts[k].split_whitespace().count();
        let is_paper = || is_paper(&texts[k], patterns) && words(next) > words(k);
        if kinds[k] != Kind::Paragraph || !is_line || !(is_section(&texts[k], patterns) || is_paper()) {
            return;
        }
        kinds[k] = Kind::Furniture;
    }
}

/// `World`, `Opinion | Politics`, `News > Harbour > World`, `Home / News / Local`
fn is_section(text: &str, patterns: &Patterns) -> bool {
    if !is_of_at_most(text, 8) || ends_sentence(text) && !text.ends_with('.') {
        return false;
    }
    let is_name = |part: &str| patterns.is(PatternKind::Section, part);
    let parts = text.split(['|', '/', '>', '›', '»', '·', '•', '—', '–', ':', '&']).map(str::trim);
    let mut parts = parts.filter(|part| !part.is_empty()).peekable();
    // A path begins with the first page of all.
    let is_path = text.contains(['|', '/', '>', '›', '»', '·', '•']);
    parts.next_if(|part| is_path && patterns.is(PatternKind::Furniture, part));
    is_name(text) || parts.peek().is_some() && parts.all(is_name)
}

/// Tells whether a line says what the headline says, perhaps with the name of the outlet behind it or before.
fn says_again(text: &str, headline: &str, said: &str) -> bool {
    let own = bare(text);
    if own == said {
        return !own.is_empty();
    }
    let is_longer = |long: &str, short: &str| {
        let rest = long.strip_prefix(short).map(|rest| rest.trim_start_matches(['"', '”', '’', '»']));
        let mark = rest.map(str::trim_start).and_then(|rest| rest.chars().next());
        let is_set_off = mark.is_some_and(|c| c == '|' || crate::unicode::dashes::is_dash(c));
        is_set_off && rest.is_some_and(|rest| rest.starts_with(' ') && rest.split_whitespace().count() <= 6)
    };
    is_longer(text, headline) || is_longer(headline, text) && is_of_at_most(headline, 40)
}
