//! What marks and signs mean.

use maud::{Markup, html};

use super::marks;
use crate::layout::PageSetup;
use crate::pair::Pair;
use crate::present::{Markings, Sign, spoken};

/// The signs that are explained, those of what is related where anything is.
const SIGNS: [Sign; 7] =
    [Sign::Verbatim, Sign::Edited, Sign::Reworded, Sign::OnlyLeft, Sign::Partly, Sign::Again, Sign::Above];

/// Prints the legend: each mark in its own look, each sign with its meaning.
pub(super) fn legend(markings: Markings, letters: &Pair<String>, has_related: bool, setup: PageSetup) -> Markup {
    let related = has_related.then_some(Sign::Related);
    html! {
        ul.legend {
            @for role in spoken::marks(markings) {
                li { span class=(marks::class(role)) { (spoken::meaning(role, letters).unwrap_or_default()) } }
            }
            @for text in SIGNS.into_iter().chain(related).map(Sign::text) {
                li { b.sign { (setup.signs(text.together)) } " " (text.short) }
            }
        }
    }
}
