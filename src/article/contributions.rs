//! Who else worked on a report, and the agencies by which it is signed.
//!
//! ```text
//!     Additional reporting by Bo Sample; Editing by Cy Sample      Mit Material der dpa
//!     Tom Vale contributed to this report.                         (SZ/dpa/ako)          AFP
//! ```

use super::lines::{is_of_at_most, is_of_capitals};
use super::names::{are_agencies, are_names};
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;

/// `Tom Vale contributed to this report.`, `Reporting by Ann Example; Editing by Bo Sample`
pub(super) fn is_contribution(text: &str, patterns: &Patterns) -> bool {
    /// How many words of such a line are no names, at most: "in Holm with", "editing by".
    const OTHERS: usize = 4;
    /// How many of these say something: "editing".
    const TELLING: usize = 1;
    /// How many words it has at most.
    const CONTRIBUTION: usize = 40;
    if !is_of_at_most(text, CONTRIBUTION) || !patterns.has(PatternKind::Contribution, text) {
        return false;
    }
    let Some(rest) = patterns.after(PatternKind::Contribution, text) else { return true };
    let is_house = |word: &str| are_agencies(word.trim_end_matches(['.', ',']), patterns);
    let is_other = |word: &&str| !are_names(word, 1, patterns) && !word.eq_ignore_ascii_case("by") && !is_house(word);
    let others = || rest.split_whitespace().filter(is_other);
    let is_telling =
        |word: &&str| ![PatternKind::Function, PatternKind::Particle].into_iter().any(|kind| patterns.is(kind, word));
    others().count() <= OTHERS
        && others().filter(is_telling).count() <= TELLING
        && !rest.split_whitespace().take(3).all(|word| is_other(&word))
}

/// Agencies whose names say more than that: houses that reports are about, and words.
const NAMED: [&str; 3] = ["bbc", "cnn", "forum"];

/// `AFP`, `(ANSA)`, `(SZ/dpa/ako)`, `dpa/AFP`: agencies alone, or with a few letters for others who wrote it.
pub(super) fn is_sign_off(text: &str, patterns: &Patterns) -> bool {
    let bare = text.trim_start_matches(['(', '（', '[']).trim_end_matches([')', '）', ']']);
    if bare.contains(char::is_whitespace) || bare.is_empty() {
        return false;
    }
    let is_agency = |part: &str| are_agencies(part, patterns);
    let is_bracketed = bare.len() < text.len();
    if !bare.contains('/') {
        let is_clear = bare == "Reuters" || is_of_capitals(bare) && bare.chars().nth(2).is_some();
        let is_named = NAMED.iter().any(|name| bare.eq_ignore_ascii_case(name));
        return (is_bracketed || is_clear) && !is_named && is_agency(bare);
    }
    let mut parts = bare.split('/');
    parts.clone().count() <= 5
        && parts.clone().any(is_agency)
        && parts.all(|part| is_agency(part) || is_of_few_letters(part))
}

/// `ako`, `SZ`: tells whether a word may stand for who wrote a report.
pub(super) fn is_of_few_letters(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let is_level = letters().all(char::is_lowercase) || letters().all(char::is_uppercase);
    (2..=4).contains(&word.chars().count()) && letters().count() == word.chars().count() && is_level
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_signed_by_agencies() {
        let patterns = Patterns::known();
        for text in
            ["AFP", "EFE", "Reuters", "(ANSA)", "（新华社）", "(SZ/dpa/ako)", "dpa/AFP/reu", "ako/dpa", "spo/dpa/AFP"]
        {
            assert!(is_sign_off(text, patterns), "{text}");
        }
        for text in
            ["BBC", "Forum", "PA", "(SZ)", "SZ/ako", "and/or", "Kiel/dpa", "AFP says so", "(dpa) - Boats", "()", ""]
        {
            assert!(!is_sign_off(text, patterns), "{text}");
        }
    }

    #[test]
    fn colleagues_and_agencies_are_named() {
        let patterns = Patterns::known();
        for text in [
            "Mit Material der dpa",
            "Mit Informationen von Reuters und AFP",
            "— with a report from Reuters",
            "Contributed by Ann Example",
        ] {
            assert!(is_contribution(text, patterns), "{text}");
        }
        for text in ["Mit Material der Werft wurde das Boot gebaut", "With a report from the council it ended"] {
            assert!(!is_contribution(text, patterns), "{text}");
        }
    }
}
