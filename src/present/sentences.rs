//! What is told of a pair where nothing but words can tell it: without columns, signs and looks.
//!
//! ```text
//!     A is Coast Wire, 2026-06-16: 352 words, 69 percent of them in B too, in runs of five and more.
//!
//!     A paragraph 4 and B paragraph 5, edited, moved.
//!     A paragraph 4: The contract, worth 41 million crowns, …
//!     Only A: “41”.
//! ```

use super::summary::Summary;
use super::{Role, Sign, Span, brackets, labels, spoken};
use crate::align::Pass;
use crate::article::{Article, Kind};
use crate::comparison::Link;
use crate::layout::{BlockStatus, Folding, PageSetup};
use crate::pair::{Pair, Side};

/// Lists words: `a, b and c`.
#[must_use]
pub fn list(words: &[String]) -> String {
    match words {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        words => words.concat(),
    }
}

/// Returns words with a capital at the beginning.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// Returns words with a full stop, if they end without a mark.
#[must_use]
pub fn ended(words: &str) -> String {
    let stop = if words.ends_with(char::is_alphanumeric) { "." } else { "" };
    format!("{words}{stop}")
}

/// Names blocks of an article, by index, with what they are: `A paragraphs 4 and 5`, `A headline 1, paragraph 2`.
///
/// # Panics
///
/// If an index is beyond the last block.
#[must_use]
pub fn blocks(letter: &str, article: &Article, blocks: &[usize]) -> String {
    let kind = |block: usize| article.blocks[block].kind;
    let alike = blocks.chunk_by(|one, next| kind(*one) == kind(*next)).map(|alike| {
        let numbers: Vec<String> = alike.iter().map(|block| (block + 1).to_string()).collect();
        format!("{} {}", noun(kind(alike[0]), alike.len() > 1), list(&numbers))
    });
    format!("{letter} {}", alike.collect::<Vec<_>>().join(", "))
}

const fn noun(kind: Kind, is_many: bool) -> &'static str {
    match (kind, is_many) {
        (Kind::Headline, false) => "headline",
        (Kind::Headline, true) => "headlines",
        (Kind::Heading, false) => "heading",
        (Kind::Heading, true) => "headings",
        (Kind::Byline, false) => "byline",
        (Kind::Byline, true) => "bylines",
        (Kind::Caption, false) => "caption",
        (Kind::Caption, true) => "captions",
        (Kind::Paragraph, false) => "paragraph",
        (Kind::Paragraph, true) => "paragraphs",
        (Kind::Furniture, _) => "page furniture",
    }
}

/// Says how what is told is ordered.
#[must_use]
pub fn order(letters: &Pair<String>) -> String {
    let Pair { left, right } = letters;
    format!(
        "Told in the order of {left}, each block once, by its number in its article: what answers it in {right} stands with it, and \
        what {right} has alone where it stands there. Below a text is said what of it is marked."
    )
}

/// Says what is told by its first words alone.
#[must_use]
pub fn folded(folding: Folding) -> String {
    let what = folding.name().trim_start_matches("folded: ");
    format!("Folded to the first words, without what of it is marked: {what}.")
}

/// Says where an article was published, as far as that is stated: `Source of A: Coast Wire, “Kelsmouth votes”, 2026-06-16,
/// https://wire.example/ferries`.
#[must_use]
pub fn source(letter: &str, article: &Article) -> String {
    let headline = article.headline.as_ref().map(|headline| format!("“{headline}”"));
    let stated = [headline.as_deref(), article.date.as_deref(), article.web_address()].into_iter().flatten();
    stated.fold(format!("Source of {letter}: {}", article.label()), |said, part| said + ", " + part)
}

/// Says that all was told.
#[must_use]
pub fn end(letters: &Pair<String>) -> String {
    format!("End of {} and {}.", letters.left, letters.right)
}

impl Summary<'_> {
    /// Says who a side is, and how much of it the other one has: `A is Coast Wire, 2026-06-16: 352 words, 69 percent of them in B too`.
    #[must_use]
    pub fn introduction(self, side: Side) -> String {
        let (article, sharing, other) = (self.articles[side], &self.comparison.sharing, &self.letters[side.other()]);
        let date = article.date.as_ref().map_or_else(String::new, |date| format!(", {date}"));
        let address = article.web_address().map_or_else(String::new, |address| format!(" Its address: {address}"));
        let quoted = if sharing.quoted[side] == 0 {
            String::new()
        } else {
            format!(", {:.0} percent inside quotation marks", sharing.quoted_shares()[side] * 100.0)
        };
        format!(
            "{} is {}{date}: {} words, {:.0} percent of them in {other} too, in runs of five and more{quoted}.{address}",
            self.letters[side],
            article.label(),
            sharing.words[side],
            sharing.shares()[side] * 100.0,
        )
    }

    /// Names some blocks of a side.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last block.
    #[must_use]
    pub fn named(self, side: Side, indices: &[usize]) -> String {
        blocks(&self.letters[side], self.articles[side], indices)
    }

    /// Says what linked blocks are to each other: `A paragraph 4 and B paragraph 5, edited, moved.`
    #[must_use]
    pub fn linked(self, link: &Link, is_continued: bool) -> String {
        let named = Side::BOTH.map(|side| self.named(side, &link.blocks[side])).join(" and ");
        let more = [
            Sign::of_relation(link.relation).text().short,
            if link.pass == Pass::ByHand { Sign::ByHand.text().short } else { "" },
            if link.moved { Sign::Above.text().word } else { "" },
            if is_continued { "continued" } else { "" },
        ];
        more.into_iter().filter(|word| !word.is_empty()).fold(named, |said, word| said + ", " + word) + "."
    }

    /// Names a block in no link and says how it stands: `A paragraph 6, only here`.
    ///
    /// # Panics
    ///
    /// If the index is beyond the last block of the side.
    #[must_use]
    pub fn alone(self, side: Side, block: usize) -> String {
        let status = BlockStatus::new(self.articles, self.comparison, side, block);
        let word = Sign::of_status(status, side).map(|sign| format!(", {}", sign.text().word));
        self.named(side, &[block]) + &word.unwrap_or_default()
    }

    /// Says what of a block's text is marked, a sentence for each kind of mark, in the order in which they begin: `Only A: “41”, “in the
    /// yard”.`
    ///
    /// Cost: linear in the spans.
    #[must_use]
    pub fn marked(self, spans: &[Span<'_>], setup: PageSetup) -> Vec<String> {
        let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
        for span in spans {
            let Some(meaning) = spoken::meaning(span.role, self.letters) else { continue };
            let (_, bare, _) = brackets::trimmed(&span.text);
            let said = [&*setup.signs("“"), bare, &setup.signs("”"), &self.places(span)].concat();
            match kinds.iter_mut().find(|(known, _)| *known == meaning) {
                Some((_, runs)) => runs.push(said),
                None => kinds.push((meaning, vec![said])),
            }
        }
        kinds.into_iter().map(|(meaning, runs)| format!("{}: {}.", capitalised(&meaning), runs.join(", "))).collect()
    }

    /// Says where a run stands that stands elsewhere: ` in B paragraph 5`; nothing of others.
    fn places(self, span: &Span<'_>) -> String {
        let (Role::Elsewhere(side), Some(at)) = (span.role, &span.at) else { return String::new() };
        let run = self.comparison.elsewhere.first_within(side, at.block, &at.bytes);
        run.map_or_else(String::new, |run| format!(" in {}", self.named(side.other(), &run.at)))
    }

    /// Says what a block is related to, by what words: `Related to B paragraph 4: Ostrey, crowns.`
    ///
    /// # Panics
    ///
    /// If an index is beyond the last block of its side.
    #[must_use]
    pub fn related_to(self, side: Side, other: usize, words: &[String]) -> String {
        capitalised(&labels::related(&self.named(side.other(), &[other]), words)) + "."
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, DraftBlock};

    #[test]
    fn blocks_are_named_by_what_they_are() {
        let block = |kind| DraftBlock { text: "Some words of the quay at Holm.".to_owned(), kind: Some(kind) };
        let kinds = [Kind::Headline, Kind::Byline, Kind::Paragraph, Kind::Paragraph, Kind::Furniture];
        let draft = Draft { blocks: kinds.map(block).to_vec(), ..Draft::default() };
        let article = Article::from_draft("-", draft);
        let named = |indices: &[usize]| blocks("C", &article, indices);
        assert_eq!(named(&[3]), "C paragraph 4");
        assert_eq!(named(&[0, 1, 2, 3]), "C headline 1, byline 2, paragraphs 3 and 4");
        assert_eq!(named(&[4]), "C page furniture 5");
    }

    #[test]
    fn words_are_listed() {
        let listed = |words: &[&str]| list(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        assert_eq!([&[][..], &["a"], &["a", "b"], &["a", "b", "c"]].map(listed), ["", "a", "a and b", "a, b and c"]);
        assert_eq!(["in A", "in A.", "why?", ""].map(ended), ["in A.", "in A.", "why?", ""]);
        assert_eq!([capitalised("edited"), capitalised("")], ["Edited", ""]);
    }
}
