//! Why two blocks are linked, a sentence for each reason.
//!
//! ```text
//!     Why A¶4 and B¶7 are linked
//!     edited: 29 of 35 words on the left and 29 of 34 on the right are shared
//!     moved: it stands outside the order that most words keep
//!     found by its words alone, across the order; chance that they belong together, …: 98 %
//!     rests most on: spies · with easy ways to report · praise and prizes
//! ```

use super::labels;
use crate::align::Pass;
use crate::align::related::NearBlock;
use crate::article::Article;
use crate::comparison::{Link, Relation};
use crate::diff::Spot;
use crate::elsewhere::{Elsewhere, ElsewhereRun};
use crate::layout::BlockStatus;
use crate::pair::{Pair, Side};

/// How many words of a run are shown at most.
const SHOWN: usize = 12;

/// Says which blocks it is about.
#[must_use]
pub fn title(letters: &Pair<String>, link: &Link) -> String {
    let named = Pair::from_fn(|side| labels::blocks(&letters[side], &link.blocks[side], ","));
    format!("Why {} and {} are linked", named.left, named.right)
}

/// Says which block in no link it is about.
#[must_use]
pub fn title_alone(letter: &str, block: usize) -> String {
    format!("Why {} is in no link", labels::blocks(letter, &[block], ""))
}

/// Says what stands on each side at a difference: `here: A “undertook”, B “promised”`, `here: A “the”, B nothing`.
///
/// # Panics
///
/// If a spot is beyond the text of its article.
#[must_use]
pub fn changed(articles: Pair<&Article>, at: &Pair<Spot>, letters: &Pair<String>) -> String {
    let side = |side: Side| {
        let words = words_at(articles[side], &at[side]);
        if words.is_empty() {
            return format!("{} nothing", letters[side]);
        }
        format!("{} “{}”", letters[side], labels::set_off(articles[side], &first_words(&words)))
    };
    format!("here: {}", Side::BOTH.map(side).join(", "))
}

/// Returns the text of a spot, which may go on in further blocks.
fn words_at(article: &Article, spot: &Spot) -> String {
    let (first, last) = (spot.start.0, spot.end.0);
    let part = |block: usize| {
        let text = article.blocks[block].text.as_str();
        let start = if block == first { spot.start.1 } else { 0 };
        let end = if block == last { spot.end.1 } else { text.len() };
        text[start..end].trim()
    };
    let parts = if spot.is_empty() { Vec::new() } else { (first..=last).map(part).collect() };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns a text, or its first words if it is long.
fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [first @ .., _, _] if first.len() > SHOWN => format!("{} …", first[..SHOWN].join(" ")),
        words => words.join(" "),
    }
}

/// Says of runs of a side's block where they stand too: `A¶2 “three boats were withdrawn in March”: 6 words, also at B¶5`.
/// The letters are that of the side and that of the other one.
#[must_use]
pub fn elsewhere(article: &Article, text: &str, runs: &[ElsewhereRun], [own, letter]: [&str; 2]) -> Vec<String> {
    let run = |run: &ElsewhereRun| {
        let range = run.range.start.min(run.whole.start)..run.range.end.max(run.whole.end);
        let shown = first_words(&text[range]);
        let here = labels::blocks(own, &[run.block], "");
        let shown = labels::set_off(article, &shown);
        format!("{here} “{shown}”: {} words, {}", run.whole_words, labels::also_at(letter, &run.at))
    };
    ElsewhereRun::by_run(runs).filter_map(|parts| parts.first()).map(run).collect()
}

/// Says what a block says again: `said again: A¶2 says it already`, `said again: it stands at B¶3`.
#[must_use]
pub fn again(elsewhere: &Elsewhere, letters: &Pair<String>, side: Side, block: usize) -> String {
    let (own, there) = (elsewhere.said_in(side, block), elsewhere.places_of(side, block));
    let says = (!own.is_empty()).then(|| {
        let verb = if own.len() == 1 { "says" } else { "say" };
        let when = if own.iter().all(|&own| own < block) { "already" } else { "too" };
        format!("{} {verb} it {when}", labels::blocks(&letters[side], own, ","))
    });
    let stands = match there.as_slice() {
        [] => format!("no run of five of its words was found in {}", letters[side.other()]),
        there => {
            let part = if elsewhere.stands_there(side, block) { "it" } else { "part of it" };
            format!("{part} stands at {}", labels::blocks(&letters[side.other()], there, ","))
        }
    };
    format!("said again: {}", says.into_iter().chain([stands]).collect::<Vec<_>>().join("; "))
}

/// Says what there is to say of a block in no link that is not said again, besides the runs that stand elsewhere.
#[must_use]
pub fn alone(status: BlockStatus, letter: &str) -> String {
    match status {
        BlockStatus::Partly => "the rest of its wording was not found there".to_owned(),
        BlockStatus::Aside => "furniture, a byline or a caption".to_owned(),
        _ => format!("no run of five of its words was found in {letter}, and no block there is linked with it"),
    }
}

/// Says what two related blocks have in common, of which both are named: `A¶9 and B¶12 are related, a hint and no link; in
/// common: Suthers · Aurora · 134-63`.
#[must_use]
pub fn related(named: [&str; 2], words: &[String]) -> String {
    let [own, there] = named;
    let words = if words.is_empty() { String::new() } else { format!("; in common: {}", words.join(" · ")) };
    format!("{own} and {there} are related, a hint and no link{words}")
}

/// Says which block of the other side a block comes nearest to, and what it lacks: `nearest there: B¶5; chance that
/// they belong together 40 %, a link needs 70 %; in common: crowns · spring`. The letter is that of the other side.
#[must_use]
pub fn nearest(near: &NearBlock, letter: &str, words: &[String]) -> String {
    let there = labels::blocks(letter, &[near.block], "");
    let slight = if near.is_slight { "; one of the two is a headline or a few words only" } else { "" };
    let linked = if near.is_linked { format!(", and {there} is linked already") } else { String::new() };
    let common = if words.is_empty() { String::new() } else { format!("; in common: {}", words.join(" · ")) };
    format!(
        "nearest there: {there}; chance that they belong together {}, a link needs {:.0} %{slight}{linked}{common}",
        percent(near.score),
        near.needed * 100.0
    )
}

/// Writes a chance as whole per cent. None is certain: `over 99 %`, `under 1 %`.
fn percent(chance: f64) -> String {
    match (chance * 100.0).round() {
        most if most > 99.0 => "over 99 %".to_owned(),
        least if least < 1.0 => "under 1 %".to_owned(),
        percent => format!("{percent} %"),
    }
}

/// Lists what a link rests on, of which `rests_on` are the words that tell the most.
#[must_use]
pub fn reasons(link: &Link, rests_on: &[String]) -> Vec<String> {
    let words = link.wording.words;
    let counts = format!(
        "{} of {} words on the left and {} of {} on the right are shared",
        words.left.shared, words.left.all, words.right.shared, words.right.all
    );
    let mut reasons = vec![match link.relation {
        Relation::Verbatim => "verbatim: only quotation marks, dashes and spaces may differ".to_owned(),
        // What is compared is wording in one order; a name that both have may stand in it anywhere.
        relation if words.iter().all(|side| side.shared == 0) && !rests_on.is_empty() => {
            format!("{}: no wording is marked as shared; names and few words in common are not", relation.name())
        }
        relation => format!("{}: {counts}", relation.name()),
    }];
    if link.moved {
        reasons.push("moved: it stands outside the order that most words keep".to_owned());
    }
    let is_wordless = words.left.all == 0;
    let pass = match link.pass {
        _ if is_wordless && link.pass == Pass::Between => {
            "without words, and the same between neighbours that are linked"
        }
        // Links that came later carry more words in another order.
        Pass::InOrder if link.moved => "found among the blocks that keep order, before the others were",
        Pass::InOrder => "found in the best order of all blocks",
        Pass::Crossing => "found by its words alone, across the order",
        Pass::Joined => "several blocks: one explains what the other leaves unexplained",
        Pass::Between => "left over between neighbours that are linked",
        Pass::Headline => "two headlines that nothing else claims face each other, whatever they say",
        Pass::ByHand => "linked by hand: a reader set the two opposite",
    };
    let odds = format!("; chance that they belong together, if both tell of one event: {}", percent(link.score));
    let has_odds = !matches!(link.pass, Pass::Headline | Pass::ByHand) && !is_wordless;
    reasons.push(format!("{pass}{}", if has_odds { &odds } else { "" }));
    if !rests_on.is_empty() {
        reasons.push(format!("rests most on: {}", rests_on.join(" · ")));
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_block_is_said_with_what_is_in_the_way() {
        let near = NearBlock { block: 4, score: 0.4, needed: 0.7, is_slight: false, is_linked: false };
        let plain = "nearest there: B¶5; chance that they belong together 40 %, a link needs 70 %";
        assert_eq!(nearest(&near, "B", &[]), plain);
        let words = ["crowns", "spring"].map(str::to_owned);
        assert_eq!(nearest(&near, "B", &words), format!("{plain}; in common: crowns · spring"));
        assert_eq!(
            nearest(&NearBlock { is_linked: true, ..near }, "B", &[]),
            format!("{plain}, and B¶5 is linked already")
        );
        let slight = NearBlock { score: 0.9, is_slight: true, ..near };
        assert!(nearest(&slight, "B", &[]).ends_with("; one of the two is a headline or a few words only"));
    }

    #[test]
    fn no_chance_is_certain() {
        assert_eq!([1.0, 0.994, 0.5, 0.004].map(percent), ["over 99 %", "99 %", "50 %", "under 1 %"]);
    }
}
