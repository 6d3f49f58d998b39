//! What the help says of the map.

use super::bars::MOVED;
use crate::keys::Action;
use crate::present::Sign;
use crate::tui::component::{HelpLine, key_lines};
use crate::tui::state::Reader;

/// What the keys do on the map.
const KEYS: [(&[Action], &str); 14] = [
    (&[Action::RowDown, Action::RowUp], "next, previous block of this side"),
    (&[Action::HalfDown, Action::HalfUp], "by rows of the map"),
    (&[Action::PageDown, Action::PageUp], "by half of the map"),
    (&[Action::Start, Action::End], "first, last block"),
    (
        &[Action::LeftPane, Action::RightPane, Action::OtherPane],
        "across, along the link, else along the strongest thin line",
    ),
    (&[Action::NextDifference, Action::PreviousDifference], "to what moved or stands alone"),
    (&[Action::Follow], "into the text, at the chosen block"),
    (&[Action::NextOutlet, Action::PreviousOutlet], "another outlet into this pane; digits too"),
    (&[Action::Swap], "exchange the sides"),
    (&[Action::Back], "back to the outlets before"),
    (&[Action::Why], "all of what the last line says"),
    (&[Action::Theme], "next theme"),
    (&[Action::Map, Action::Close], "back to the text"),
    (&[Action::Help], "this help"),
];

/// What the help says of the signs on the map.
const PICTURE: [(&str, &str); 3] = [
    ("▇█", "a block, as long as its words; wider if it is alone"),
    (MOVED, "a block that moved"),
    ("╎", "furniture, a byline, a caption"),
];
const MORE: [(&str, &str); 5] = [
    ("⠶⠶", "the chosen link"),
    ("15+1", "one more block begins on that row; the chosen one is shown, else a linked one"),
    ("[ ┌ │ └", "what is in sight in the text"),
    ("click", "on a block: chooses it; again: goes there"),
    ("wheel", "next, previous block"),
];

/// Returns what the help says of the signs on the map that stand in the text as well.
fn signs() -> [HelpLine; 5] {
    let (above, level, only) = (Sign::Above.text(), Sign::MovedEither.text(), Sign::OnlyLeft.text());
    let relations = [Sign::Verbatim, Sign::Edited, Sign::Reworded].map(Sign::text);
    [
        HelpLine::new(
            format!("⠤⠤ {} {}", above.together, level.sign),
            format!("{}: an unbroken line; where its partner is", above.word),
        ),
        HelpLine::new("⠄⠄", "linked in order: a dotted line"),
        HelpLine::new(
            "⠤⠄ ⠤⠄",
            "dashes: no link, but in common: five words in a row and more, a quotation, names that few blocks have, or related; the strongest",
        ),
        HelpLine::new(only.together, only.short),
        HelpLine::new(relations.map(|text| text.sign).join(" "), relations.map(|text| text.short).join(", ")),
    ]
}

/// Returns the help of the map.
pub(super) fn lines(reader: &Reader) -> Vec<HelpLine> {
    let line = |(sign, meaning)| HelpLine::new(sign, meaning);
    let mut lines = vec![HelpLine::heading("Signs of the map")];
    lines.extend(PICTURE.map(line));
    lines.extend(signs());
    lines.extend(MORE.map(line));
    lines.extend([HelpLine::heading(""), HelpLine::heading("Keys")]);
    lines.extend(key_lines(reader, &KEYS));
    lines
}
