//! What is said around the text of a pair: who they are, what the marks mean, what moved.
//!
//! ```text
//!     A  Coast Wire · 2026-06-16 · 352 words, 69 % in B
//!     [only left] {only right} _case, punctuation or spelling_ …      = same words ~ edited …
//!     moved: A¶4 B¶6, A¶9 B¶4
//! ```

use super::brackets::{self, Brackets};
use super::signs::{self, SignForm};
use super::{Markings, Marks, Sign, labels};
use crate::article::Article;
use crate::comparison::Comparison;
use crate::layout::{BRACKETS, ELSEWHERE, Folding, MOVED, SMALL};
use crate::pair::{Pair, Side};

/// Says what there is to say of a pair as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Summary<'a> {
    /// The two articles.
    pub articles: Pair<&'a Article>,
    /// What came of comparing them.
    pub comparison: &'a Comparison,
    /// Their letters.
    pub letters: &'a Pair<String>,
}

impl Summary<'_> {
    /// Says who a side is, how much of it the other has, and what of that stands inside quotation marks:
    /// `A  Coast Wire · 2026-06-16 · 352 words, 69 % in B, 12 % quoted`.
    #[must_use]
    pub fn head(self, side: Side) -> String {
        let article = self.articles[side];
        let date = article.date.as_ref().map_or_else(String::new, |date| format!(" · {date}"));
        format!("{}  {}{date} · {}", self.letters[side], article.label(), self.counts(side))
    }

    /// Says how many words a side has, and how much of it the other one has: `352 words, 69 % in B, 12 % quoted`.
    #[must_use]
    pub fn counts(self, side: Side) -> String {
        let sharing = &self.comparison.sharing;
        let quoted = sharing.quoted_shares()[side] * 100.0;
        let quoted = if sharing.quoted[side] == 0 { String::new() } else { format!(", {quoted:.0} % quoted") };
        let share = sharing.shares()[side] * 100.0;
        format!("{} words, {share:.0} % in {}{quoted}", sharing.words[side], self.letters[side.other()])
    }

    /// Says where a side was published, as far as that is stated: `A  Coast Wire, “Kelsmouth votes”, 2026-06-16`; without its address.
    #[must_use]
    pub fn source(self, side: Side) -> String {
        source(&self.letters[side], self.articles[side])
    }

    /// Says that the two are in different languages, if tables of words are known for both.
    #[must_use]
    pub fn languages(self) -> Option<String> {
        Some(labels::languages(self.comparison.languages?, self.letters))
    }

    /// Names the blocks that are related beyond the links: `related: A¶3 B¶5`; `None` if none are.
    ///
    /// Cost: linear in them.
    #[must_use]
    pub fn related(self) -> Option<String> {
        let named = self.comparison.related.iter().map(|pair| {
            let blocks = Pair::from_fn(|side| labels::blocks(&self.letters[side], &[pair[side]], ""));
            format!("{} {}", blocks.left, blocks.right)
        });
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| format!("related: {}", named.join(", ")))
    }

    /// Names the links that moved: `moved: A¶4 B¶6`.
    ///
    /// Cost: linear in the links.
    #[must_use]
    pub fn moves(self) -> String {
        let moved = self.comparison.links.iter().filter(|link| link.moved);
        let named = moved.map(|link| {
            let blocks = Pair::from_fn(|side| labels::blocks(&self.letters[side], &link.blocks[side], ","));
            format!("{} {}", blocks.left, blocks.right)
        });
        let named: Vec<String> = named.collect();
        if named.is_empty() { "moved: none".to_owned() } else { format!("moved: {}", named.join(", ")) }
    }
}

/// Says where an article was published, as far as that is stated: `A  Coast Wire, “Kelsmouth votes”, 2026-06-16`; without its address.
#[must_use]
pub fn source(letter: &str, article: &Article) -> String {
    let headline = article.headline.as_ref().map_or_else(String::new, |headline| format!(", “{headline}”"));
    let date = article.date.as_ref().map_or_else(String::new, |date| format!(", {date}"));
    format!("{letter}  {}{headline}{date}", article.label())
}

const ONLY_LEFT: (Brackets, &str) = (BRACKETS.left, "only left");
const ONLY_RIGHT: (Brackets, &str) = (BRACKETS.right, "only right");
const SMALL_ONES: (Brackets, &str) = (SMALL, "case, punctuation or spelling");
const MOVED_WITHIN: (Brackets, &str) = (MOVED, "moved within its link");
const STANDS_ELSEWHERE: (Brackets, &str) = ([ELSEWHERE[0], "=¶n)"], "elsewhere there, in ¶n");

/// Lists the brackets that stand for marks in a text without looks, each with its meaning.
#[must_use]
pub fn brackets(markings: Markings) -> &'static [(Brackets, &'static str)] {
    match markings.marks {
        Marks::Differences if markings.small => &[ONLY_LEFT, ONLY_RIGHT, SMALL_ONES, MOVED_WITHIN, STANDS_ELSEWHERE],
        Marks::Differences => &[ONLY_LEFT, ONLY_RIGHT, MOVED_WITHIN, STANDS_ELSEWHERE],
        Marks::Shared => &[(brackets::SHARED, "in both")],
        Marks::Nothing => &[],
    }
}

/// Says what is folded to its first words, behind what else signs mean: ` ▸ folded: what is alike`; nothing where echoes alone are.
#[must_use]
pub fn folded(folding: Folding) -> String {
    if folding > Folding::Echoes { format!(" ▸ {}", folding.name()) } else { String::new() }
}

/// Says what signs beside the text mean: `= same words ~ edited …`; that of what is related only where something is.
#[must_use]
pub fn signs(signs: &[Sign], has_related: bool) -> String {
    let related = has_related.then_some(&Sign::Related);
    let signs: Vec<(Sign, SignForm)> = signs.iter().chain(related).map(|&sign| (sign, SignForm::Short)).collect();
    signs::legend(&signs, " ")
}
