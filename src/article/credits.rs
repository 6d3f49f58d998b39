//! Who took a picture.
//!
//! ```text
//!     Foto: Anna Beispiel/dpa          Tage Lund / NEWSFOTO          Foto Ansa          新华社记者 李明 摄
//!     The port at dawn. ANN EXAMPLE (AFP)          El puerto. EFE/Ana Ejemplo          Le port. © Jean Exemple, Reuters
//! ```

use super::contributions::is_of_few_letters;
use super::folding::large_word_starts;
use super::lines::{ends_sentence, is_of_at_most, is_of_capitals};
use super::names::{are_agencies, are_names, are_people};
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

/// One of which each of these has, and each other word by which a picture is credited.
const ROOTS: [&str; 4] = ["photo", "image", "picture", "写真"];

/// The most words of a line that is a credit.
const SHORT: usize = 12;

/// Tells whether a line of sixty words at most is a credit, or begins as one.
pub(super) fn is_credit(text: &str, patterns: &Patterns) -> bool {
    is_of_at_most(text, SHORT) && !ends_sentence(text) && is_short_credit(&text.to_lowercase())
        || begins_as_credit(text, patterns)
        || is_photo_of_house(text, patterns)
        || is_name_and_house(text, patterns)
        || is_taken_by(text, patterns)
}

/// Tells whether a line of sixty words at most ends with a credit.
pub(super) fn ends_with_credit(text: &str, patterns: &Patterns) -> bool {
    ends_in_credit(text, patterns) || ends_in_brackets(text, patterns) || ends_in_house(text, patterns)
}

/// `Meridian Photo, File`, `Picture: Ann Example`: a picture's credit, in lower case.
fn is_short_credit(lower: &str) -> bool {
    if !ROOTS.iter().any(|root| memchr::memmem::find(lower.as_bytes(), root.as_bytes()).is_some()) {
        return false;
    }
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
    let labelled =
        |at: usize| patterns.after(PatternKind::Credit, &text[at..]).is_some_and(|rest| are_credited(rest, patterns));
    let glued = |at: usize| {
        let Some(rest) = text[at..].strip_prefix("Credit") else { return false };
        let rest = rest.trim_start_matches(['.', '…', ' ', ':']);
        let before = text[..at].trim_end();
        let ends = before.is_empty() || ends_sentence(before);
        ends && rest.starts_with(char::is_uppercase) && are_credited(rest, patterns)
    };
    large_word_starts(text).any(labelled) || memchr::memchr_iter(b'C', text.as_bytes()).any(glued)
}

/// The most bytes of who is credited: a line of few words may be long.
const LONGEST: usize = 480;

/// Tells whether what follows a label is who is credited: names, and houses after slashes.
fn are_credited(rest: &str, patterns: &Patterns) -> bool {
    let rest = rest.trim_end_matches(['.', ')', ' ']);
    if rest.is_empty() || rest.len() > LONGEST {
        return false;
    }
    // `ntv.de, ako/dpa`: those who wrote it are known by a few letters, beside an agency.
    let (mut has_agency, mut has_code) = (false, false);
    for part in rest.split(['/', ',', '|', '©']).map(str::trim).filter(|part| !part.is_empty()) {
        if are_agencies(part, patterns) {
            has_agency = true;
        } else if !are_names(part, 8, patterns) {
            if !is_site(part) && !is_of_few_letters(part) {
                return false;
            }
            has_code = true;
        }
    }
    has_agency || !has_code
}

/// `ntv.de`
fn is_site(part: &str) -> bool {
    part.contains('.') && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
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
        // `Ann Example/The Harbour Times`
        let is_paper = part.starts_with("The ") && part.split_whitespace().nth(2).is_some() && !text.contains(" /");
        are_agencies(part, patterns) || is_photo || is_paper || part.split_whitespace().all(is_of_capitals)
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

/// `Foto Ansa`, `Beeld ANP`: what a picture is called, and whose it is.
fn is_photo_of_house(text: &str, patterns: &Patterns) -> bool {
    let parts = text.split_once(' ');
    parts.is_some_and(|(photo, house)| patterns.is(PatternKind::Photo, photo) && are_agencies(house, patterns))
}

/// `新华社记者 李明 摄`: a short line that ends with the word for it.
fn is_taken_by(text: &str, patterns: &Patterns) -> bool {
    /// The most characters of such a line.
    const LONGEST: usize = 30;
    let who = patterns.before(PatternKind::Credit, text).map(str::trim);
    who.is_some_and(|who| !who.is_empty())
        && text.chars().nth(LONGEST).is_none()
        && !text.contains(['，', '。', '、', ','])
}

/// The most words of who is credited at the end of a caption.
const TAIL: usize = 8;

/// `The port at dawn. ANN EXAMPLE / AFP`, `… este lunes. ANA EJEMPLO (EFE)`, `… EFE/Ana Ejemplo`, `… © Jean Exemple, Reuters`:
/// what follows the last sentence of a caption, or is all of it.
fn ends_in_house(text: &str, patterns: &Patterns) -> bool {
    if ends_sentence(text.trim_end_matches(')')) {
        return false;
    }
    let is_signed = |tail: &str| {
        is_of_at_most(tail, TAIL)
            && (is_name_and_house(tail, patterns)
                || is_house_and_name(tail, patterns)
                || is_name_of_house(tail, patterns))
    };
    let of_rights = || {
        let (_, who) = text.rsplit_once("© ")?;
        Some(
            is_of_at_most(who, TAIL)
                && who.split([',', '/', '|']).any(|part| are_agencies(part, patterns))
                && are_credited(who, patterns),
        )
    };
    // An initial has a full stop too: "Ann B. Example".
    let ends = memchr::memmem::rfind_iter(text.as_bytes(), b". ").take(TAIL);
    ends.map(|end| &text[end + 2..]).chain([text]).any(is_signed) || of_rights() == Some(true)
}

/// `EFE/Ana Ejemplo`
fn is_house_and_name(text: &str, patterns: &Patterns) -> bool {
    text.split_once('/').is_some_and(|(house, name)| {
        let name = name.trim();
        are_agencies(house, patterns)
            && (2..=4).contains(&name.split_whitespace().count())
            && are_people(name, patterns)
    })
}

/// `ANA EJEMPLO (EFE)`
fn is_name_of_house(text: &str, patterns: &Patterns) -> bool {
    let parts = text.strip_suffix(')').and_then(|text| text.split_once(" ("));
    parts.is_some_and(|(name, house)| {
        are_agencies(house, patterns)
            && (2..=4).contains(&name.split_whitespace().count())
            && are_people(name, patterns)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_of_houses() {
        let patterns = Patterns::known();
        for text in [
            "Foto Ansa",
            "Beeld ANP",
            "Bildrechte: dpa",
            "新华社记者 李明 摄",
            "Ann Example/The Harbour Times",
            "Quelle: ntv.de, ako/dpa",
            "Legenda da foto, A balsa no porto",
        ] {
            assert!(is_credit(text, patterns), "{text}");
        }
        for text in [
            "Foto und Film",
            "Beeld van de haven",
            "Ann Example/The Times",
            "他在港口拍摄了一部关于渡轮的电影，并拍",
            "Either/The Old Port",
        ] {
            assert!(!is_credit(text, patterns), "{text}");
        }
    }

    #[test]
    fn who_is_credited_is_no_long_text() {
        let patterns = Patterns::known();
        for again in ["ab/", "a.b/"] {
            let text = |count: usize| format!("Quelle: {}dpa", again.repeat(count));
            assert!(is_credit(&text(2), patterns) && !is_credit(&text(10_000), patterns), "{again}");
        }
        // It would take minutes to look at all of it for each beginning.
        assert!(ends_with_credit(&format!("x.{}", "CreditAB/dpa.".repeat(10_000)), patterns));
    }

    #[test]
    fn credits_at_the_end_of_captions() {
        let patterns = Patterns::known();
        for text in [
            "El ferry, en el puerto de Holm, este lunes. ANA EJEMPLO (EFE)",
            "ANA EJEMPLO (EFE)",
            "Imagen de archivo del ferry. EFE/Ana Ejemplo",
            "Le port de Holm, le 3 octobre. © Jean Exemple, Reuters",
            "Le ferry, à quai, le 3 octobre 2025. JEAN EXEMPLE / AFP",
        ] {
            assert!(ends_with_credit(text, patterns), "{text}");
        }
        for text in [
            "The mayor spoke to the agency (EFE)",
            "She wrote to the agency. The answer came from Ann Example (EFE).",
            "The port is closed. The Council (EFE) said so",
            "Holm (AFP)",
            "He said that it was either/or. Nobody else did",
            "She owns the rights © since March",
        ] {
            assert!(!ends_with_credit(text, patterns), "{text}");
        }
    }
}
