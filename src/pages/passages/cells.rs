//! The cells of the page of passages: what stands in an article, as a sign, a number and a shade.
//!
//! ```text
//!     =¶10   ~¶7   ≈¶1   ⇢¶4   ⊏    ¶4    –
//!     ████   ▓▓▓   ▒▒▒   ░░░   ░░░  ╌╌╌          the shade: a ground, or these where there are no colours
//! ```

use super::items::Item;
use crate::letters::letter;
use crate::pages::Facts;
use crate::present::{Role, Shade, Sign, Span, labels, sentences};
use crate::story::presence::{Presence, PresenceRelation};

/// Says how a cell is set: its columns, whether they are many, and whether it is the chosen one.
#[derive(Clone, Copy)]
pub(super) struct CellSetup {
    pub columns: usize,
    pub is_wide: bool,
    pub is_chosen: bool,
}

/// Returns the cell of an item in an article.
pub(super) fn cell(
    facts: &Facts<'_>,
    presence: &Presence,
    (item, article): (Item, usize),
    set: CellSetup,
) -> Span<'static> {
    let Carried { text, relation, shade } = carried(facts, presence, (item, article), set.is_wide);
    let role = match (set.is_chosen, relation, shade.filter(|_| facts.screen.is_some())) {
        (true, ..) => Role::Chosen,
        (false, _, Some(shade)) => Role::Carried(shade),
        (false, None, None) => Role::Faint,
        (false, Some(_), None) if article == presence.base => Role::Heading,
        (false, Some(_), None) => Role::Text,
    };
    Span::new(text, role)
}

/// What an article has of an item.
pub(super) struct Carried {
    pub text: String,
    pub relation: Option<PresenceRelation>,
    pub shade: Option<Shade>,
}

/// Returns what an article has of an item, in full or as briefly as it can be said.
pub(super) fn carried(
    facts: &Facts<'_>,
    presence: &Presence,
    (item, article): (Item, usize),
    is_wide: bool,
) -> Carried {
    let blocks = item.blocks(facts.story, presence, article);
    let relation = match item {
        Item::Passage(passage) => presence.cell(passage, article).map(|cell| cell.relation),
        Item::Headlines | Item::Leads => Some(PresenceRelation::Here),
        Item::Alone(_) => None,
    };
    let relation = relation.filter(|_| !blocks.is_empty());
    let is_partly = matches!(item, Item::Passage(passage) if presence.is_partly_in(passage, article));
    let text = if is_partly { Sign::Partly.sign().to_owned() } else { text(relation, &blocks, is_wide) };
    let shade = match item {
        Item::Passage(_) if is_partly => Some(Shade::Light),
        Item::Passage(_) => relation.map(|relation| shade(relation, article == presence.base)),
        _ => None,
    };
    Carried { text, relation, shade }
}

/// Returns what a cell shows: `~¶3,4`, and `~3+` where there is little room.
fn text(relation: Option<PresenceRelation>, blocks: &[usize], is_wide: bool) -> String {
    let Some(relation) = relation else { return Sign::Absent.sign().to_owned() };
    let sign = sign(relation).map_or("", Sign::sign);
    match blocks {
        blocks if is_wide => labels::blocks(sign, blocks, ","),
        [first, _, ..] => format!("{sign}{}+", first + 1),
        blocks => format!("{sign}{}", labels::numbers(blocks, "")),
    }
}

/// Says what "not found" means.
pub(super) const ABSENT: &str = "not found: no such wording; the matter may stand there in other words";

/// Says what an article has of an item: `B paragraph 5, edited`, `D not found`.
pub(super) fn said(facts: &Facts<'_>, presence: &Presence, (item, article): (Item, usize)) -> String {
    let (named, of) = (letter(article), &facts.story.articles()[article]);
    let Carried { relation, shade, .. } = carried(facts, presence, (item, article), true);
    let how = match relation {
        None if shade.is_some() => return format!("{named} {}", Sign::Partly.text().word),
        // An article that has no headline lacks no wording.
        None if matches!(item, Item::Headlines | Item::Leads) => return format!("{named} has none"),
        None => return format!("{named} {}", Sign::Absent.text().word),
        Some(PresenceRelation::ByWay(other)) => Some(format!("by way of {}", letter(other))),
        Some(relation) => sign(relation).map(|sign| sign.text().short.to_owned()),
    };
    let blocks = sentences::blocks(&named, of, &item.blocks(facts.story, presence, article));
    how.into_iter().fold(blocks, |blocks, how| format!("{blocks}, {how}"))
}

/// Returns the sign of how a passage stands; none where it simply stands there.
const fn sign(relation: PresenceRelation) -> Option<Sign> {
    match relation {
        PresenceRelation::Here => None,
        PresenceRelation::Verbatim => Some(Sign::Verbatim),
        PresenceRelation::Edited => Some(Sign::Edited),
        PresenceRelation::Reworded => Some(Sign::Reworded),
        PresenceRelation::ByWay(_) => Some(Sign::ByWay),
    }
}

/// Returns the shade of how a passage stands; the base has its own words.
const fn shade(relation: PresenceRelation, is_base: bool) -> Shade {
    match relation {
        PresenceRelation::Verbatim => Shade::Full,
        PresenceRelation::Here if is_base => Shade::Full,
        PresenceRelation::Here => Shade::Plain,
        PresenceRelation::Edited => Shade::Dark,
        PresenceRelation::Reworded => Shade::Medium,
        PresenceRelation::ByWay(_) => Shade::Light,
    }
}

/// The signs that the head explains, each with its shade.
const EXPLAINED: [(Sign, Option<Shade>); 5] = [
    (Sign::Edited, Some(Shade::Dark)),
    (Sign::Reworded, Some(Shade::Medium)),
    (Sign::ByWay, Some(Shade::Light)),
    (Sign::Partly, Some(Shade::Light)),
    (Sign::Absent, None),
];

/// Explains the signs, a stretch for each, seen from the article of a letter: the text, and the shade of what it explains.
pub(super) fn explained(base: &str) -> Vec<(String, Option<Shade>)> {
    let same = (format!("{} in {base}'s words", Sign::Verbatim.sign()), Some(Shade::Full));
    let others = EXPLAINED.map(|(sign, shade)| (format!("{} {}", sign.sign(), sign.text().short), shade));
    std::iter::once(same).chain(others).collect()
}

/// Explains the one shade that comes without a sign, seen from the article of a letter.
pub(super) fn unsigned(base: &str) -> (String, Option<Shade>) {
    (format!("there, but not in {base}"), Some(Shade::Plain))
}
