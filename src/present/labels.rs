//! What is said of blocks and bands: in the gutter, on lines that stand for something, in a status line.
//!
//! ```text
//!     ↓13 ~        the label of an echo, the sign of its band's relation
//!     A¶3,4        blocks, by the letter of their article and their numbers
//! ```

use std::borrow::Cow;
use std::ops::Range;

use super::Sign;
use crate::align::Pass;
use crate::article::{Article, Block};
use crate::background::Identified;
use crate::comparison::{Comparison, Link};
use crate::layout::stops::{Stop, What};
use crate::layout::{Band, Bands, BlockStatus, Home, PlacedBlock, RowCell};
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::story::Story;
use crate::wrap::{self, Direction};

/// Holds what stands beside the first line of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where the home of an echo is: `↑`, `↓`; of what is at home, `⋯` if it is related to something there, else a space.
    pub place: &'static str,
    /// The block's number, from 1.
    pub number: usize,
    /// For a block in no link `<` or `>`, `⊏` if part of it stands elsewhere there, of any block `″` if it is said
    /// again; else a space.
    pub sign: &'static str,
}

/// Returns the label of a cell, with or without the sign of what is related.
#[must_use]
pub fn label(
    articles: Pair<&Article>,
    comparison: &Comparison,
    (side, cell): (Side, PlacedBlock),
    shows_related: bool,
) -> Label {
    let place = match cell.home {
        Home::Here if shows_related && comparison.related.has(side, cell.block) => Sign::Related.sign(),
        Home::Here => " ",
        Home::Above => Sign::Above.sign(),
        Home::Below => Sign::Below.sign(),
    };
    let status = BlockStatus::new(articles, comparison, side, cell.block);
    let again = || comparison.elsewhere.is_again(side, cell.block).then_some(Sign::Again);
    let sign = Sign::of_status(status, side).or_else(again).map_or(" ", Sign::sign);
    Label { place, number: cell.block + 1, sign }
}

/// Returns the sign of the relation between the sides of a band, `&` if they are linked by hand; a space for a stretch and for
/// headlines.
#[must_use]
pub fn sign(comparison: &Comparison, band: &Band) -> &'static str {
    band.link.map_or(" ", |link| Sign::of_link(&comparison.links[link]).sign())
}

/// Returns how a block of a side stands in the other article, as a sign: that of its relation, `&` if it is linked by hand, `⊏` or `″` if what it says
/// stands elsewhere there, `–` if it was not found; `None` for what counts for nothing, and for headlines that face each
/// other whatever they say.
#[must_use]
pub fn standing(articles: Pair<&Article>, comparison: &Comparison, side: Side, block: usize) -> Option<Sign> {
    if let Some(link) = comparison.link_of(side, block) {
        return Some(Sign::of_link(&comparison.links[link])).filter(|&sign| sign != Sign::Headline);
    }
    match BlockStatus::new(articles, comparison, side, block) {
        BlockStatus::Alone => Some(Sign::Absent),
        // Said again for its own article: what the other one has of it is another question.
        BlockStatus::Again if !comparison.elsewhere.stands_there(side, block) => {
            let has_part = !comparison.elsewhere.in_block(side, block).is_empty();
            Some(if has_part { Sign::Partly } else { Sign::Absent })
        }
        status => Sign::of_status(status, side),
    }
}

/// Sets words of an article off from what stands around them, if anything in them runs from right to left: they run as the
/// article's language says, else as their first letter.
#[must_use]
pub fn set_off<'t>(article: &Article, words: &'t str) -> Cow<'t, str> {
    wrap::isolated(words, Direction::of_text(words, Direction::of_article(article)))
}

/// Returns the words of a block in a list: without a dateline.
#[must_use]
pub fn words(block: &Block) -> &str {
    block.text[block.dateline..].trim_start()
}

/// Returns the words of a block in a list of what is not found somewhere: if only some bytes of it are not, these: `… a retired
/// captain …`.
#[must_use]
pub fn remaining_words(block: &Block, remains: Option<Range<usize>>) -> Cow<'_, str> {
    let all = words(block);
    let Some(remains) = remains else { return Cow::Borrowed(all) };
    let has_words = |text: &str| text.contains(char::is_alphanumeric);
    let start = remains.start.max(block.dateline);
    if start >= remains.end {
        return Cow::Borrowed(all);
    }
    let before = if has_words(&block.text[block.dateline..start]) { "… " } else { "" };
    let (end, after) =
        if has_words(&block.text[remains.end..]) { (remains.end, " …") } else { (block.text.len(), "") };
    Cow::Owned(format!("{before}{}{after}", block.text[start..end].trim()))
}

/// Returns what an inline line says of a block whose link is woven elsewhere, in so many columns: `B¶6 is woven at A¶4,
/// above`, and where there is less room at least `A¶4`.
#[must_use]
pub fn woven_at(
    comparison: &Comparison,
    bands: &Bands,
    letters: Pair<&str>,
    (side, block): (Side, usize),
    columns: usize,
) -> String {
    let Some(link) = comparison.link_of(side, block) else { return String::new() };
    let first = comparison.links[link].blocks.left[0];
    let direction = if bands.home.left[first] < bands.home[side][block] { "above" } else { "below" };
    let home = blocks(letters.left, &[first], "");
    let forms = [
        format!("{} is woven at {home}, {direction}", blocks(letters[side], &[block], "")),
        format!("woven at {home}, {direction}"),
        format!("at {home}, {direction}"),
        format!("at {home}"),
        home,
    ];
    fitting(forms, columns)
}

/// Returns the block that a cell begins to show: that whose label stands there.
#[must_use]
pub fn begun_by(
    cell: RowCell,
    placed: &[PlacedBlock],
    comparison: &Comparison,
    link: Option<usize>,
) -> Option<PlacedBlock> {
    let of = |block: usize| placed.iter().copied().find(|placed| placed.block == block);
    match cell {
        RowCell::Text { index, line: 0 } => placed.get(index).copied(),
        RowCell::Fold { first, .. } => of(first).or(Some(PlacedBlock { block: first, home: Home::Here })),
        RowCell::Named { block } => of(block),
        RowCell::Woven { paragraph, line: 0 } => of(*comparison.links.get(link?)?.blocks.left.get(paragraph)?),
        _ => None,
    }
}

/// Returns the numbers of blocks, from 1: `3,4`.
#[must_use]
pub fn numbers(blocks: &[usize], separator: &str) -> String {
    blocks.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(separator)
}

/// Names blocks of an article: `A¶3,4`.
#[must_use]
pub fn blocks(letter: &str, blocks: &[usize], separator: &str) -> String {
    format!("{letter}¶{}", numbers(blocks, separator))
}

/// Names blocks of an article, those that follow each other by the first and the last: `A¶3–5,7`.
#[must_use]
pub fn runs_of_blocks(letter: &str, blocks: &[usize]) -> String {
    let runs = blocks.chunk_by(|before, block| before + 1 == *block).map(|run| match run {
        [first, .., last] => format!("{}–{}", first + 1, last + 1),
        run => numbers(run, ""),
    });
    format!("{letter}¶{}", runs.collect::<Vec<_>>().join(","))
}

/// Says where to read a block that is not set again here: `↓ see B¶6`.
#[must_use]
pub fn see(letter: &str, label: Label) -> String {
    format!("{} see {}", label.place, blocks(letter, &[label.number - 1], "")).trim_start().to_owned()
}

/// Names blocks one by one: `¶3 ¶4`.
#[must_use]
pub fn each_block(blocks: &[usize]) -> String {
    blocks.iter().map(|block| format!("¶{}", block + 1)).collect::<Vec<_>>().join(" ")
}

/// Says what stands at the end of an article, in so many columns: `■ end of A`, and where there is less room `■ A`.
#[must_use]
pub fn end_of(letter: &str, columns: usize) -> String {
    let sign = Sign::End.sign();
    fitting([format!("{sign} end of {letter}"), format!("{sign} {letter}")], columns)
}

/// Returns the first of some forms that fits in so many columns, else the last one, cut.
fn fitting<const N: usize>(forms: [String; N], columns: usize) -> String {
    let fits = |form: &&String| wrap::width(form) <= columns;
    let form = forms.iter().find(fits).or(forms.last()).map_or("", String::as_str);
    wrap::clipped(form, columns)
}

/// The columns that the first words of a fold want.
const FOLDED_WORDS: usize = 8;

/// Says what a fold holds, before the first of its words, in so many columns with these: `▸ 3 blocks, ¶5–7: `, `▸ ¶5–7 `, `▸ `; of an
/// echo `▸ ┊ `.
#[must_use]
pub fn fold((first, last): (usize, usize), is_echo: bool, columns: usize) -> String {
    if is_echo {
        return format!("▸ {} ", Sign::Echo.sign());
    }
    let range = format!("¶{}–{}", first + 1, last + 1);
    let forms = match last - first + 1 {
        1 => ["▸ 1 block: ".to_owned(), "▸ ".to_owned()].to_vec(),
        count => [format!("▸ {count} blocks, {range}: "), format!("▸ {range} ")].to_vec(),
    };
    let fits = |form: &String| wrap::width(form) + FOLDED_WORDS <= columns;
    forms.into_iter().find(fits).unwrap_or_else(|| "▸ ".to_owned())
}

/// Says what a stop is.
#[must_use]
pub fn stop(stop: &Stop, letters: &Pair<String>) -> String {
    match &stop.what {
        What::Moved => Sign::Above.text().word.to_owned(),
        // A run of blocks alone is one stop: the next key leaves all of it.
        What::Alone(blocks) if blocks.len() > 1 => {
            let there = &letters[stop.side.other()];
            let own = runs_of_blocks(&letters[stop.side], blocks);
            format!("not found in {there}: {own}, {} blocks", blocks.len())
        }
        What::Alone(..) => format!("not found in {}", letters[stop.side.other()]),
        What::Changed(at) if at.right.is_empty() => format!("only in {}", letters.left),
        What::Changed(at) if at.left.is_empty() => format!("only in {}", letters.right),
        What::Changed(_) => "differs".to_owned(),
        What::Shared(_, words) => format!("{words} words in both"),
        What::Elsewhere(_, at) => also_at(&letters[stop.side.other()], at),
    }
}

/// Says where else wording stands: `also at B¶5,7`.
#[must_use]
pub fn also_at(letter: &str, at: &[usize]) -> String {
    format!("also at {}", blocks(letter, at, ","))
}

/// The words that are named of what two related blocks have in common, where there is little room.
const IN_COMMON: usize = 3;

/// Says what is related to a block that is named, and some of the words in common: `related to B¶4: Suthers, Aurora`.
#[must_use]
pub fn related(named: &str, words: &[String]) -> String {
    let words = &words[..words.len().min(IN_COMMON)];
    if words.is_empty() { format!("related to {named}") } else { format!("related to {named}: {}", words.join(", ")) }
}

/// Says that two articles are in different languages: `A English, B German: names and figures alone compare`; of a language that is
/// not sure its letters: `A English, B in Cyrillic letters: little but figures compares`.
#[must_use]
pub fn languages(languages: Pair<Identified>, letters: &Pair<String>) -> String {
    let named = languages.map(|identified| match identified.language() {
        Some(language) => language.to_owned(),
        None => format!("in {} letters", identified.script()),
    });
    let named = Pair::from_fn(|side| format!("{} {}", letters[side], named[side]));
    let is_alike = languages.left.has_letters_of(languages.right);
    let what = if is_alike { "names and figures alone compare" } else { "little but figures compares" };
    format!("{}, {}: {what}", named.left, named.right)
}

/// Says of which articles of a story the language is not known, and what follows from that: `language not known: A, D; speakers may be
/// missing`; `None` where all are known. Cost: linear in the articles.
#[must_use]
pub fn unknown_languages(story: &Story, what: &str) -> Option<String> {
    let unknown = (0..story.articles().len()).filter(|index| !story.is_language_known(*index));
    let letters: Vec<String> = unknown.map(letter).collect();
    (!letters.is_empty()).then(|| format!("language not known: {}; {what}", letters.join(", ")))
}

/// Says what a link is, seen from one of its sides: `edited, moved: B¶6`, `reworded, by hand, B¶6`.
#[must_use]
pub fn link_from(link: &Link, side: Side, letters: &Pair<String>) -> String {
    let by_hand = if link.pass == Pass::ByHand { "by hand, " } else { "" };
    let moved = if link.moved { "moved: " } else { "" };
    let there = blocks(&letters[side.other()], &link.blocks[side.other()], ",");
    format!("{}, {by_hand}{moved}{there}", link.relation.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_that_follow_each_other_are_named_by_the_first_and_the_last() {
        let named = |blocks: &[usize]| runs_of_blocks("A", blocks);
        assert_eq!([&[2][..], &[2, 3], &[2, 3, 4, 6, 8, 9]].map(named), ["A¶3", "A¶3–4", "A¶3–5,7,9–10"]);
    }

    #[test]
    fn where_there_is_less_room_less_is_said() {
        let end = |columns| end_of("AB", columns);
        assert_eq!([11, 10, 4, 3].map(end), ["■ end of AB", "■ AB", "■ AB", "■ …"]);
        let forms = ["a long form", "short"].map(str::to_owned);
        assert_eq!(
            [11, 10, 5, 4, 0].map(|columns| fitting(forms.clone(), columns)),
            ["a long form", "short", "short", "sho…", ""]
        );
    }
}
