//! The signs around the text, each with its ASCII form and its meanings: the one table of them.
//!
//! ```text
//!     sign   ascii   word      short                long
//!     <      <       only here only on that side    only on that side: its wording was not found on the other
//! ```
//!
//! The footer of a first-time reader, the help, the legends of map, pages and text, and the README's table are all made
//! of it or held against it. The signs of a page's own picture, as the shades of a bar, stand with that page.

use crate::align::Pass;
use crate::comparison::{Link, Relation};
use crate::layout::BlockStatus;
use crate::pair::Side;

/// Names a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Linked blocks have the same words.
    Verbatim,
    /// Linked blocks share at least half of the shorter side's words.
    Edited,
    /// Linked blocks share fewer.
    Reworded,
    /// Two headlines face each other.
    Headline,
    /// A block stands on the left alone.
    OnlyLeft,
    /// A block stands on the right alone.
    OnlyRight,
    /// The own place of a block is above.
    Above,
    /// The own place of a block is below.
    Below,
    /// An echo stands here.
    Echo,
    /// A line answers the one at the cursor.
    Answer,
    /// Something moved, on the ruler; the partner of what moved stands level, on the map.
    MovedEither,
    /// Either side has something alone, on the ruler.
    EitherAlone,
    /// A line of a block that stands on the left alone.
    BarLeft,
    /// A line of a block that stands on the right alone.
    BarRight,
    /// The other side is longer.
    Filler,
    /// The article ends.
    End,
    /// A passage was not found in an article.
    Absent,
    /// A passage is linked with the base's by way of a third article.
    ByWay,
    /// Part of a block that is in no link stands elsewhere in the other article.
    Partly,
    /// A block in no link says what another block says.
    Again,
    /// A block has something in common with another than those it is linked with.
    Related,
    /// Blocks are linked by hand.
    ByHand,
}

/// Holds what there is to say of a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignText {
    /// The sign, one column wide.
    pub sign: &'static str,
    /// What stands for it where only ASCII is drawn.
    pub ascii: &'static str,
    /// The signs that are explained together, with a space between them; empty for those that explain themselves.
    pub together: &'static str,
    /// Its meaning where there is hardly any room.
    pub word: &'static str,
    /// Its meaning in a few words.
    pub short: &'static str,
    /// Its meaning in full.
    pub long: &'static str,
}

/// The meanings of a sign: those that are explained together with it, then a word, a few words, all of them.
type Meanings = [&'static str; 4];

const fn signed(sign: &'static str, ascii: &'static str, meanings: Meanings) -> SignText {
    let [together, word, short, long] = meanings;
    SignText { sign, ascii, together, word, short, long }
}

/// Signs that explain themselves.
const NONE: Meanings = ["", "", "", ""];

const VERBATIM: Meanings = ["=", "same", "same words", "same words; only quotation marks, dashes, spaces may differ"];
const EDITED: Meanings =
    ["~", "edited", "edited", "edited: at least half of the shorter side's words stand in phrases that both have"];
const REWORDED: Meanings = ["≈", "reworded", "reworded", "reworded: fewer do; single words in common are not counted"];
const ONLY: Meanings =
    ["< >", "only here", "only on that side", "only on that side: its wording was not found on the other"];
const MOVED: Meanings = ["↑ ↓", "moved", "its own place is there", "moved: its own place is further up or down"];
const ECHO: Meanings = ["┊", "echo", "set again here", "an echo: set again beside its partner"];
const ANSWER: Meanings = ["┃", "answer", "answers the cursor", "beside what answers the line at the cursor"];
const PARTLY: Meanings = [
    "⊏",
    "partly elsewhere",
    "part of it elsewhere there",
    "in no link, and part of its wording stands elsewhere there",
];
const AGAIN: Meanings =
    ["″", "said again", "said again", "said again: it stands elsewhere there, or was said before here"];
const RELATED: Meanings = [
    "⋯",
    "related",
    "has names, figures, rare words in common",
    "related, a hint and no link: names, figures, rare words in common",
];
const BY_HAND: Meanings = ["&", "by hand", "set opposite by hand", "linked by hand: you set the two opposite"];
const RULER: Meanings = [
    "↕ ◇",
    "moved, alone",
    "moved; either side has something alone",
    "on the ruler at the edge: moved; either side has something alone",
];

const BAR: Meanings =
    ["▌ ▐", "only here", "along what that side alone has", "along the lines of what that side alone has"];

/// All signs, in the order of [`Sign`].
static SIGNS: [SignText; 22] = [
    signed("=", "=", VERBATIM),
    signed("~", "~", EDITED),
    signed("≈", "%", REWORDED),
    signed(" ", " ", ["", "headlines", "", ""]),
    signed("<", "<", ONLY),
    signed(">", ">", ONLY),
    signed("↑", "^", MOVED),
    signed("↓", "v", MOVED),
    signed("┊", ":", ECHO),
    signed("┃", "I", ANSWER),
    signed("↕", "!", RULER),
    signed("◇", "&", RULER),
    signed("▌", "<", BAR),
    signed("▐", ">", BAR),
    signed("╱", "/", NONE),
    signed("■", "#", NONE),
    signed("–", "-", ["", "not found", "its wording was not found", ""]),
    signed("⇢", "@", ["", "by way", "linked by way of a third outlet", ""]),
    signed("⊏", "(", PARTLY),
    signed("″", "\"", AGAIN),
    signed("⋯", "+", RELATED),
    signed("&", "&", BY_HAND),
];

/// Gives the signs that a reader has to know, one of those that are explained together, in the order of the help.
pub const EXPLAINED: [Sign; 13] = [
    Sign::Verbatim,
    Sign::Edited,
    Sign::Reworded,
    Sign::ByHand,
    Sign::OnlyLeft,
    Sign::BarLeft,
    Sign::Partly,
    Sign::Again,
    Sign::Related,
    Sign::Above,
    Sign::Echo,
    Sign::Answer,
    Sign::MovedEither,
];

impl Sign {
    /// Returns what there is to say of it.
    #[must_use]
    pub fn text(self) -> &'static SignText {
        &SIGNS[self as usize]
    }

    /// Returns the sign itself.
    #[must_use]
    pub fn sign(self) -> &'static str {
        self.text().sign
    }

    /// Returns the sign of a relation.
    #[must_use]
    pub const fn of_relation(relation: Relation) -> Self {
        match relation {
            Relation::Verbatim => Self::Verbatim,
            Relation::Edited => Self::Edited,
            Relation::Reworded => Self::Reworded,
            Relation::Headline => Self::Headline,
        }
    }

    /// Returns the sign of a link: of its relation, or that it is made by hand.
    #[must_use]
    pub fn of_link(link: &Link) -> Self {
        if link.pass == Pass::ByHand { Self::ByHand } else { Self::of_relation(link.relation) }
    }

    /// Returns the sign of a block in no link, by how it stands; `None` for one that counts for nothing, and for linked ones.
    #[must_use]
    pub const fn of_status(status: BlockStatus, side: Side) -> Option<Self> {
        match status {
            BlockStatus::Alone => Some(Self::only(side)),
            BlockStatus::Partly => Some(Self::Partly),
            BlockStatus::Again => Some(Self::Again),
            BlockStatus::Aside | BlockStatus::Alike | BlockStatus::Differs | BlockStatus::Moved => None,
        }
    }

    /// Returns the bar along the lines of what a side has alone.
    #[must_use]
    pub const fn bar(side: Side) -> Self {
        match side {
            Side::Left => Self::BarLeft,
            Side::Right => Self::BarRight,
        }
    }

    /// Returns the sign of what a side has alone.
    #[must_use]
    pub const fn only(side: Side) -> Self {
        match side {
            Side::Left => Self::OnlyLeft,
            Side::Right => Self::OnlyRight,
        }
    }
}

/// Says how much is said of a sign where there is little room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignForm {
    /// A word.
    Word,
    /// A few words.
    Short,
    /// The word, then the few.
    Both,
}

impl SignText {
    /// Explains the sign and those that are explained together with it: `< > only here`.
    #[must_use]
    pub fn explained(&self, form: SignForm) -> String {
        let Self { together, word, short, .. } = self;
        match form {
            SignForm::Word => format!("{together} {word}"),
            SignForm::Short => format!("{together} {short}"),
            SignForm::Both => format!("{together} {word}, {short}"),
        }
    }
}

/// Explains signs on one line, with a gap between two of them.
#[must_use]
pub fn legend(signs: &[(Sign, SignForm)], gap: &str) -> String {
    signs.iter().map(|(sign, form)| sign.text().explained(*form)).collect::<Vec<_>>().join(gap)
}

/// Returns the forms in which the signs are explained to a first-time reader, the longest first.
#[must_use]
pub fn greetings() -> [String; 4] {
    use Sign::{Above, Echo, Edited, OnlyLeft, Reworded, Verbatim};
    use SignForm::{Both, Short, Word};
    let long = [(Verbatim, Short), (Edited, Short), (Reworded, Short), (OnlyLeft, Short), (Above, Both), (Echo, Short)];
    let middle = [(Verbatim, Word), (Edited, Word), (Reworded, Word), (OnlyLeft, Short), (Above, Word)];
    let words = [(Verbatim, Word), (Edited, Word), (Reworded, Word), (OnlyLeft, Word), (Above, Word)];
    let least = [(Verbatim, Word), (Edited, Word), (OnlyLeft, Word), (Above, Word)];
    [legend(&long, "   "), legend(&middle, "   "), legend(&words, "  "), legend(&least, "  ")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::ascii;
    use crate::wrap;

    const ALL: [Sign; 22] = [
        Sign::Verbatim,
        Sign::Edited,
        Sign::Reworded,
        Sign::Headline,
        Sign::OnlyLeft,
        Sign::OnlyRight,
        Sign::Above,
        Sign::Below,
        Sign::Echo,
        Sign::Answer,
        Sign::MovedEither,
        Sign::EitherAlone,
        Sign::BarLeft,
        Sign::BarRight,
        Sign::Filler,
        Sign::End,
        Sign::Absent,
        Sign::ByWay,
        Sign::Partly,
        Sign::Again,
        Sign::Related,
        Sign::ByHand,
    ];

    #[test]
    fn every_sign_is_one_column_and_has_the_ascii_that_is_drawn() {
        for sign in ALL {
            let text = sign.text();
            assert_eq!(wrap::width(text.sign), 1, "{sign:?}");
            let drawn = text.sign.chars().next().and_then(ascii::ascii).unwrap_or(text.sign);
            assert_eq!(text.ascii, drawn, "{sign:?}");
        }
    }

    #[test]
    fn the_table_is_in_the_order_of_the_signs() {
        let drawn: Vec<&str> = ALL.iter().map(|sign| sign.sign()).collect();
        assert_eq!(drawn.concat(), "=~≈ <>↑↓┊┃↕◇▌▐╱■–⇢⊏″⋯&");
    }

    #[test]
    fn what_is_explained_together_has_one_meaning() {
        for sign in ALL.into_iter().filter(|sign| !sign.text().together.is_empty()) {
            let SignText { sign: own, together, long, .. } = *sign.text();
            assert!(together.split(' ').any(|other| other == own), "{own}");
            let explained = EXPLAINED.iter().filter(|explained| explained.text().together == together);
            assert_eq!(explained.map(|explained| explained.text().long).collect::<Vec<_>>(), [long], "{own}");
        }
    }

    #[test]
    fn a_first_time_reader_is_told_as_much_as_has_room() {
        assert_eq!(
            greetings(),
            [
                "= same words   ~ edited   ≈ reworded   < > only on that side   ↑ ↓ moved, its own place is there   \
                 ┊ set again here",
                "= same   ~ edited   ≈ reworded   < > only on that side   ↑ ↓ moved",
                "= same  ~ edited  ≈ reworded  < > only here  ↑ ↓ moved",
                "= same  ~ edited  < > only here  ↑ ↓ moved",
            ]
        );
    }

    #[test]
    fn the_readme_explains_every_sign_as_the_help_does() {
        let readme = include_str!("../../README.md");
        for sign in EXPLAINED {
            let SignText { together, long, .. } = sign.text();
            let signs: Vec<String> = together.split(' ').map(|sign| format!("`{sign}`")).collect();
            let row = format!("| {} | {long} |", signs.join(" "));
            assert!(readme.lines().any(|line| line == row), "no line of the README is: {row}");
        }
    }
}
