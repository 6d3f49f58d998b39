//! What a mark means, in words: for those who do not see how a run is set, and for legends.
//!
//! ```text
//!     worth 41 million        seen: 41 in a hue, underlined
//!     worth [only A: 41 ] million        heard
//! ```

use super::{Markings, Marks, Role};
use crate::pair::{Pair, Side};

/// Says what a mark means, the articles by their letters: `only A`; `None` for what is not marked.
#[must_use]
pub fn meaning(role: Role, letters: &Pair<String>) -> Option<String> {
    match role {
        Role::Only(side) => Some(format!("only {}", letters[side])),
        Role::Small(_) => Some("case, punctuation or spelling".to_owned()),
        Role::MovedWithin => Some("moved within its link".to_owned()),
        Role::Elsewhere(side) => Some(format!("elsewhere in {}", letters[side.other()])),
        Role::Shared => Some("in both".to_owned()),
        _ => None,
    }
}

/// Returns the words that stand before a marked run and behind it where it is heard: `[only A: ` and ` ]`; `None` for what
/// is not marked.
#[must_use]
pub fn around(role: Role, letters: &Pair<String>) -> Option<[String; 2]> {
    meaning(role, letters).map(|meaning| [format!("[{meaning}: "), " ]".to_owned()])
}

/// Lists the marks that a text can have, in the order of legends.
#[must_use]
pub fn marks(markings: Markings) -> Vec<Role> {
    let differences = [
        Some(Role::Only(Side::Left)),
        Some(Role::Only(Side::Right)),
        markings.small.then_some(Role::Small(Side::Left)),
        Some(Role::MovedWithin),
        Some(Role::Elsewhere(Side::Left)),
        Some(Role::Elsewhere(Side::Right)),
    ];
    match markings.marks {
        Marks::Differences => differences.into_iter().flatten().collect(),
        Marks::Shared => vec![Role::Shared],
        Marks::Nothing => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::brackets;

    #[test]
    fn every_mark_that_has_brackets_is_said_in_words() {
        let letters = Pair::new("A".to_owned(), "C".to_owned());
        for marks_of in [Marks::Differences, Marks::Shared, Marks::Nothing] {
            for role in marks(Markings { marks: marks_of, ..Markings::default() }) {
                assert!(brackets::of_role(role).is_some() && meaning(role, &letters).is_some(), "{role:?}");
            }
        }
        let said = |role| around(role, &letters).map(|[before, after]| before + "…" + &after);
        assert_eq!(said(Role::Only(Side::Right)).as_deref(), Some("[only C: … ]"));
        assert_eq!(said(Role::Elsewhere(Side::Right)).as_deref(), Some("[elsewhere in A: … ]"));
        assert_eq!(said(Role::Text), None);
    }

    #[test]
    fn what_is_not_marked_is_not_explained() {
        let quiet = marks(Markings { small: false, ..Markings::default() });
        assert!(!quiet.contains(&Role::Small(Side::Left)));
        assert_eq!(marks(Markings { marks: Marks::Nothing, ..Markings::default() }), []);
    }
}
