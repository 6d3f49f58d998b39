//! What of an article stands in quotation marks.
//!
//! ```text
//!     “We waited too long,” said Ada Quill.       direct: a sentence of its own
//!     The yard was “late again”, she said.        partial: words inside another's sentence
//!     The “experts” stayed away.                  scare: a word or two in marks, said by nobody in particular
//!     She wrote “The Tide Tables of Morrey”.      title
//! ```
//!
//! Marks are those of many languages; an apostrophe is none. A quotation that no mark closes goes on in the
//! next paragraph, if that opens with a mark again. What stands within a quotation is part of it.

use std::ops::Range;

use super::tokens::{Token, tokens};
use crate::article::{Article, Kind};
use crate::unicode::quotes::{self, QuoteForm};

/// Holds what stands between two quotation marks in a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The index of the block.
    pub block: usize,
    /// Where it stands in the block's text, marks included, in bytes.
    pub range: Range<usize>,
    /// The same without its marks.
    pub inner: Range<usize>,
    /// How it is set into its sentence.
    pub manner: Manner,
    /// Whether a word before it says that it is a title: titled, the film.
    pub is_named: bool,
    /// How many words it has.
    pub words: usize,
    /// Whether no mark closes it, so that it goes on in the next paragraph.
    pub is_open: bool,
    /// Whether it goes on with the last quotation of the paragraph before.
    pub continues: bool,
}

/// Says how a quotation is set into its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Manner {
    /// It is a sentence, or begins as one.
    Direct,
    /// It is part of somebody else's sentence.
    Partial,
    /// A word or two, in marks of distance or of a term.
    Scare,
    /// The title of a work, a law, a campaign.
    Title,
}

impl Manner {
    /// Returns the manner's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Partial => "partial",
            Self::Scare => "scare",
            Self::Title => "title",
        }
    }
}

/// A word or two in marks are no statement by themselves.
const FEW: usize = 2;

/// Words after which a title stands.
const TITLED: [&str; 14] = [
    "titled",
    "entitled",
    "headlined",
    "film",
    "movie",
    "book",
    "novel",
    "song",
    "show",
    "series",
    "album",
    "musical",
    "essay",
    "play",
];

/// Finds the quotations of an article, in reading order: those in headlines, headings and paragraphs. Cost: linear in the text.
#[must_use]
pub fn quotations(article: &Article) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut open: Option<usize> = None;
    for (block, own) in article.blocks.iter().enumerate() {
        if !matches!(own.kind, Kind::Paragraph | Kind::Headline | Kind::Heading) {
            continue;
        }
        let first = found.len();
        found.extend(in_text(block, &own.text));
        let begins = found.get(first).is_some_and(|quotation| own.text[..quotation.range.start].trim().is_empty());
        if begins && open == block.checked_sub(1) && open.is_some() {
            found[first].continues = true;
            found[first].manner = Manner::Direct;
        }
        open = found[first..].last().filter(|quotation| quotation.is_open).map(|_| block);
    }
    found
}

/// Finds the outermost quotations of a text, in order.
fn in_text(block: usize, text: &str) -> Vec<Quotation> {
    let mut ranges = quotes::quotations(text);
    ranges.sort_unstable_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    ranges.retain(|range| {
        let is_outer = range.start >= end;
        end = end.max(range.end);
        is_outer
    });
    ranges.into_iter().filter_map(|range| quotation(block, text, range)).collect()
}

fn quotation(block: usize, text: &str, range: Range<usize>) -> Option<Quotation> {
    let quoted = &text[range.clone()];
    let opening = quoted.chars().next()?;
    let mark = quotes::mark(opening)?;
    let closing = quoted.chars().next_back().filter(|c| mark.closers.contains(*c) && quoted.len() > opening.len_utf8());
    let inner = range.start + opening.len_utf8()..range.end - closing.map_or(0, char::len_utf8);
    let said = &text[inner.clone()];
    if said.trim().is_empty() {
        return None;
    }
    let inner = inner.start + said.len() - said.trim_start().len()..inner.end - (said.len() - said.trim_end().len());
    let inner_tokens = tokens(&text[inner.clone()]);
    let words = inner_tokens.iter().filter(|token| token.is_word).count();
    if words == 0 {
        return None;
    }
    let is_named = mark.form == QuoteForm::Title || is_named(&text[..range.start]);
    let manner = if is_named { Manner::Title } else { manner(&text[..range.start], &inner_tokens, words) };
    Some(Quotation { block, range, inner, manner, is_named, words, is_open: closing.is_none(), continues: false })
}

/// Returns the last tokens of what stands before a quotation.
fn last_tokens(before: &str) -> Vec<Token<'_>> {
    let start = before.char_indices().rev().nth(79).map_or(0, |(at, _)| at);
    tokens(&before[start..])
}

/// Tells whether the word before a quotation says that it is a title.
fn is_named(before: &str) -> bool {
    let before = last_tokens(before);
    before.iter().rev().take(2).find(|token| token.is_word).is_some_and(|word| word.is_one_of(&TITLED))
}

/// Tells how a quotation is set into its sentence, by what it says and what stands before it.
fn manner(before: &str, inner: &[Token<'_>], words: usize) -> Manner {
    let before = last_tokens(before);
    if is_title(inner, words) {
        return Manner::Title;
    }
    let ends = inner.last().is_some_and(|last| matches!(last.text, "." | "," | "!" | "?" | "…" | "。"));
    let begins = inner.iter().find(|token| token.is_word).is_some_and(|word| !word.is_small());
    let stands_alone = before.last().is_none_or(|last| !last.is_word);
    match (words <= FEW, begins) {
        (true, _) if !(ends && stands_alone) => Manner::Scare,
        (_, true) if stands_alone || ends && words > FEW => Manner::Direct,
        _ if ends && stands_alone => Manner::Direct,
        _ => Manner::Partial,
    }
}

/// Tells whether all words are written as those of a title: with capitals but for small words between.
fn is_title(inner: &[Token<'_>], words: usize) -> bool {
    let is_long = |token: &&Token<'_>| token.is_word && token.text.chars().count() > 3;
    let capitals = inner.iter().filter(|token| token.is_capital()).count();
    words > 1
        && capitals > 1
        // German writes every noun with a capital; a title begins with one.
        && inner.iter().find(|token| token.is_word).is_some_and(|first| !first.is_small())
        && inner.iter().filter(is_long).all(|token| token.is_capital() || token.is_figure())
        && inner.iter().filter(|token| token.text == "." || token.text == ",").count() == 0
        && (words > 2 || inner.iter().all(|token| !token.is_word || token.is_capital()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks what is found in some paragraphs: manner, words, `>` if it goes on and `<` if it continues.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::read("a.txt", text);
        let drawn = |quotation: &Quotation| {
            let said = &article.blocks[quotation.block].text[quotation.inner.clone()];
            let (open, before) = (if quotation.is_open { ">" } else { "" }, if quotation.continues { "<" } else { "" });
            format!("{}{before} {said} {open}", quotation.manner.name()).trim().to_owned()
        };
        assert_eq!(quotations(&article).iter().map(drawn).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn manners() {
        check(
            "The quay is old, and nobody mends it. “We waited too long,” said Ada Quill.",
            &["direct We waited too long,"],
        );
        check(
            "The yard was “late again and again”, she said in the evening of a long day.",
            &["partial late again and again"],
        );
        check("The so-called “experts” stayed away from the meeting on Monday evening.", &["scare experts"]);
        check(
            "She wrote “The Tide Tables of Morrey” in 1989, and it sold two copies.",
            &["title The Tide Tables of Morrey"],
        );
        check(
            "Das Gesetz sei „ein Schlag ins Gesicht der Schiffer“, sagte Ada Quill am Abend.",
            &["partial ein Schlag ins Gesicht der Schiffer"],
        );
        check("A paper titled “Why it sank” was handed out before the meeting of the board.", &["title Why it sank"]);
        check("Everybody was asked, and said so on the evening of that day. “No,” he said.", &["direct No,"]);
    }

    #[test]
    fn marks_of_languages_nesting_and_brackets() {
        check(
            "Der Rat der Stadt tagte lange. „Es war Zeit, endlich ‚ja‘ zu sagen“, sagte sie.",
            &["direct Es war Zeit, endlich ‚ja‘ zu sagen"],
        );
        check(
            "Le conseil a voté hier soir. « C’est l’heure de [tout] changer », a dit Ada Quill.",
            &["direct C’est l’heure de [tout] changer"],
        );
        check("The boats’ hulls aren’t the ferry’s, and ’tis so, the skippers’ union said on Monday.", &[]);
        check(
            "The order must “build a yard that makes it “normal” to wait,” the paper reports today.",
            &["partial build a yard that makes it “normal” to wait,"],
        );
    }

    #[test]
    fn a_quotation_goes_on_over_paragraphs() {
        let text = "“The board wants to hear everything, and that takes years,” he said.\n\n\
            “It takes patience, and a long list of all those who lent an ear.\n\n“And it costs.”";
        check(
            text,
            &[
                "direct The board wants to hear everything, and that takes years,",
                "direct It takes patience, and a long list of all those who lent an ear. >",
                "direct< And it costs.",
            ],
        );
    }
}
