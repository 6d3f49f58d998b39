//! How a person calls the looks of a theme, for its legends and its help: made of the looks themselves, so that they cannot say
//! what is not seen.
//!
//! ```text
//!     underlined       wording that only the left has
//!     broken line      under it, in faint italics: wording that stands elsewhere on the other side
//! ```

use ratatui::style::{Modifier, Style};

use super::{Theme, Underline};
use crate::pair::Side;
use crate::present::Role;

impl Theme {
    /// Returns all looks of an article's wording that is marked, and what each means: the attributes, or the form of the line under
    /// it, then the meaning.
    #[must_use]
    pub fn looks(&self) -> Vec<(String, String)> {
        let looks = |role: Role| self.look(role);
        let set_in = |role: Role| {
            let words = self.set_in(role);
            if words.is_empty() { "under it".to_owned() } else { format!("under it, {words}") }
        };
        let small = match (set_in(Role::Small(Side::Left)), set_in(Role::Small(Side::Right))) {
            (left, right) if left == right => left,
            (left, right) => format!("{left}; of the right {}", right.trim_start_matches("under it, ")),
        };
        let meaning = |meaning: &str| meaning.to_owned();
        vec![
            (looks(Role::Only(Side::Left)), meaning("wording that only the left has")),
            (looks(Role::Only(Side::Right)), meaning("wording that only the right has")),
            (looks(Role::MovedWithin), meaning("wording that both have, moved within the link")),
            (
                looks(Role::Elsewhere(Side::Left)),
                format!("{}: wording that stands elsewhere on the other side", set_in(Role::Elsewhere(Side::Left))),
            ),
            (looks(Role::Small(Side::Left)), format!("{small}: the same in another spelling, case or punctuation")),
            (looks(Role::Shared), meaning("wording that both have, where that is marked")),
        ]
    }

    /// Names what each side has alone: `underlined / bold: only here`.
    #[must_use]
    pub fn only_named(&self) -> String {
        let [left, right] = Side::BOTH.map(|side| self.look(Role::Only(side)));
        format!("{left} / {right}: only here")
    }

    /// Names what both sides have, where that is marked.
    #[must_use]
    pub fn shared_named(&self) -> String {
        format!("{}: both have it", self.look(Role::Shared))
    }

    /// Names the other marks of differences, each behind a gap; spelling only where it is marked.
    #[must_use]
    pub fn others_named(&self, has_small: bool) -> String {
        let moved = Some((Role::MovedWithin, "moved within"));
        let elsewhere = Some((Role::Elsewhere(Side::Left), "elsewhere there"));
        let small = has_small.then_some((Role::Small(Side::Left), "spelling"));
        let named = [moved, elsewhere, small].into_iter().flatten();
        named.map(|(role, meaning)| format!("   {}: {meaning}", self.look(role))).collect()
    }

    /// Returns the attributes of a role, or the form of its underline if that is not whole.
    fn look(&self, role: Role) -> String {
        match Self::underline(role) {
            Underline::Broken => "broken line".to_owned(),
            Underline::Dotted => "dotted line".to_owned(),
            Underline::Solid => words(self.style(role)),
        }
    }

    /// Returns the attributes of a role but its underline: `in faint italics`, `bold`.
    fn set_in(&self, role: Role) -> String {
        let style = self.style(role);
        let is_faint = style.add_modifier.contains(Modifier::DIM)
            || style.fg.is_some() && style.fg == self.aside.fg && style.fg != self.text.fg;
        let faint = if is_faint { "faint" } else { "" };
        let slant = if style.add_modifier.contains(Modifier::ITALIC) { "in italics" } else { "" };
        let bold = if style.add_modifier.contains(Modifier::BOLD) { "bold" } else { "" };
        let said = [faint, bold, slant].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        said.replace("faint in italics", "in faint italics")
    }
}

/// What attributes are called.
const WORDS: [(Modifier, &str); 3] =
    [(Modifier::BOLD, "bold"), (Modifier::UNDERLINED, "underlined"), (Modifier::ITALIC, "italics")];

fn words(style: Style) -> String {
    let has = |attribute: &&(Modifier, &str)| style.add_modifier.contains(attribute.0);
    WORDS.iter().filter(has).map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::THEME_NAMES;
    use crate::tui::theme::Depth;

    fn said(name: &str) -> String {
        let theme = Theme::named(name).expect("it is named");
        theme.looks().into_iter().map(|(look, meaning)| format!("{look} | {meaning}\n")).collect()
    }

    #[test]
    fn the_words_are_those_of_the_theme() {
        assert_eq!(
            said("night"),
            "underlined | wording that only the left has\n\
             bold | wording that only the right has\n\
             italics | wording that both have, moved within the link\n\
             broken line | under it, in faint italics: wording that stands elsewhere on the other side\n\
             dotted line | under it, faint; of the right faint bold: the same in another spelling, case or punctuation\n\
             bold underlined | wording that both have, where that is marked\n"
        );
        assert!(said("mono").contains("bold underlined | wording that both have, moved within the link\n"));
        assert!(said("mono").contains("| under it, in faint italics: "));
    }

    #[test]
    fn nothing_is_called_faint_where_nothing_is() {
        let said = said("projector");
        assert!(!said.contains("faint"), "{said}");
        assert!(said.contains("broken line | under it, in italics: wording that stands elsewhere"), "{said}");
        assert!(said.contains("dotted line | under it; of the right bold: the same"), "{said}");
    }

    #[test]
    fn every_look_has_a_name_in_every_theme() {
        for name in THEME_NAMES {
            for depth in [Depth::True, Depth::Indexed, Depth::Sixteen, Depth::Nothing] {
                let theme = Theme::named(name).expect("it is named").at(depth);
                assert!(
                    theme.looks().iter().all(|(look, _)| !look.is_empty()),
                    "{name} {depth:?}: {:?}",
                    theme.looks()
                );
                let mut wording: Vec<String> = theme.looks().into_iter().map(|(look, _)| look).take(5).collect();
                wording.sort();
                wording.dedup();
                assert_eq!(wording.len(), 5, "{name} {depth:?}: two marks of differences have one name");
            }
        }
    }
}
