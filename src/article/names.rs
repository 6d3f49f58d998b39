//! Names of people and of agencies, as they stand in bylines and credits: words with a capital, and small ones between.

use super::folding::is_of_word;
use super::lines::is_of_capitals;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;

/// Tells whether a word is of a name: it begins with a capital (or has no letters, or is of a script without capitals),
/// or is small and stands inside names.
pub(super) fn is_of_name(word: &str, patterns: &Patterns) -> bool {
    let is_large = |part: &str| part.chars().find(|c| is_of_word(*c)).is_none_or(|c| !c.is_lowercase());
    // `d’Ormes`, `al-Example`.
    let last_part = || word.rsplit(['\'', '’', '-']).next().is_some_and(|part| !part.is_empty() && is_large(part));
    is_large(word)
        || last_part()
        || patterns.is(PatternKind::Particle, word)
        || patterns.is(PatternKind::Conjunction, word)
}

/// Tells whether words are names and nothing else, of so many words at most.
pub(super) fn are_names(words: &str, most: usize, patterns: &Patterns) -> bool {
    let mut count = 0;
    words.split_whitespace().all(|word| {
        count += 1;
        count <= most && is_of_name(word, patterns)
    }) && count > 0
}

/// Tells whether words name an agency, or several with slashes between them.
pub(super) fn are_agencies(words: &str, patterns: &Patterns) -> bool {
    !words.trim().is_empty()
        && words.split('/').all(|part| part.trim().is_empty() || patterns.is(PatternKind::Agency, part.trim()))
}

/// Tells whether words name one person or several: at least one of them by two words.
pub(super) fn are_people(words: &str, patterns: &Patterns) -> bool {
    let mut people = vec![0_usize];
    for word in words.split_whitespace() {
        if patterns.is(PatternKind::Conjunction, word) && word.chars().all(|c| !c.is_uppercase()) {
            people.push(0);
        } else if is_of_name(word, patterns) {
            let is_small = word.chars().all(|c| !c.is_uppercase()) && word.contains(char::is_lowercase);
            *people.last_mut().expect("one at least is counted") += usize::from(!is_small);
        } else {
            return false;
        }
    }
    people.iter().any(|&count| count >= 2) && people.iter().all(|&count| (1..=5).contains(&count))
}

/// Tells whether words say what somebody is who writes: `Staff writer`, `correspondante à Berlin`.
pub(super) fn is_role(words: &str, patterns: &Patterns) -> bool {
    let mut parts = words.split_whitespace();
    parts.clone().count() <= 6 && parts.any(|word| patterns.is(PatternKind::Role, word))
}

/// Tells whether a word is all capitals or an agency.
pub(super) fn stands_for_house(words: &str, patterns: &Patterns) -> bool {
    are_agencies(words, patterns) || words.split_whitespace().all(is_of_capitals) && !words.trim().is_empty()
}

/// The most words of the name of a newspaper.
const PAPER: usize = 5;

/// `Holm Courier`, `Le Courrier de Holm`: tells whether words are the name of a newspaper: all with a capital, and the first or the last one a
/// word for such, perhaps behind an article.
pub(super) fn is_paper(words: &str, patterns: &Patterns) -> bool {
    let is_word = |word: &&str| patterns.is(PatternKind::Paper, word);
    let first = words.split(' ').find(|word| !patterns.is(PatternKind::Place, word));
    let has_word = first.as_ref().is_some_and(is_word) || words.rsplit(' ').next().as_ref().is_some_and(is_word);
    let is_of_name = |word: &str| is_of_name(word, patterns) || patterns.is(PatternKind::Place, word);
    has_word && (2..=PAPER).contains(&words.split(' ').count()) && words.split(' ').all(is_of_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let patterns = Patterns::known();
        for people in ["Ann Example", "Jean d’Ormes", "Ann van der Example and Bob Sample", "ΑΝΝΑ ΠΑΡΑΔΕΙΓΜΑ"]
        {
            assert!(are_people(people, patterns), "{people}");
        }
        for other in ["Ann", "Menschen und Maschinen", "Ann Example said", "", "A B C D E F"] {
            assert!(!are_people(other, patterns), "{other}");
        }
        assert!(are_agencies("dpa/AFP", patterns) && !are_agencies("", patterns));
        for paper in
            ["Holm Courier", "The Holm Courier", "HOLM HERALD", "Le Courrier de Holm", "Holmer Zeitung", "Il Giornale"]
        {
            assert!(is_paper(paper, patterns), "{paper}");
        }
        for other in ["Courier", "Holm courier late", "Courier brings herald news", "Holm buys a courier", ""] {
            assert!(!is_paper(other, patterns), "{other}");
        }
        assert!(is_role("Staff writer", patterns) && !is_role("in the harbour", patterns));
    }
}
