//! The law: nothing is called "only here" or "not found" that stands in the other article, in a run of five and more words.
//!
//! Words are compared here by rules of their own: lower case, letters and digits, hyphens and apostrophes within. Where texts are not our own, a run has six
//! words, since a hyphen or an apostrophe may be cut otherwise.

use std::collections::HashSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use diptych::article::{Article, Kind};
use diptych::comparison::Comparison;
use diptych::diff::{Change, Mark};
use diptych::intake::bundled;
use diptych::keys;
use diptych::pair::{Pair, Side};
use diptych::story::passage_lists::{ListKind, passage_lists};
use diptych::story::{Passages, Story};
use diptych::tui::components::Why;
use diptych::tui::state::{Message, Opening};
use diptych::tui::{Model, draw, dump, play};
use proptest::prelude::*;

/// The words of a text.
fn words(text: &str) -> Vec<String> {
    let text = text.replace(['’', '‘'], "'").replace(['‐', '‑'], "-");
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'');
    let words = words.map(|word| word.trim_matches(['-', '\'']).to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

/// The runs of so many words that stand in a block of an article which is no furniture.
fn runs(article: &Article, length: usize) -> HashSet<Vec<String>> {
    let blocks = article.blocks.iter().filter(|block| block.kind != Kind::Furniture);
    blocks.flat_map(|block| words(&block.text).windows(length).map(<[String]>::to_vec).collect::<Vec<_>>()).collect()
}

/// What is said to stand on a side alone: the runs of text.
fn only(articles: Pair<&Article>, comparison: &Comparison, side: Side) -> Vec<String> {
    let text = |(block, range): (usize, Range<usize>)| articles[side].blocks[block].text[range].to_owned();
    only_at(articles, comparison, side).into_iter().map(text).collect()
}

/// Where that stands: the block, and the bytes of its text.
fn only_at(articles: Pair<&Article>, comparison: &Comparison, side: Side) -> Vec<(usize, Range<usize>)> {
    let article = articles[side];
    let linked = comparison.links.iter().flat_map(|link| link.wording.segments[side].clone());
    let alone = (0..article.blocks.len())
        .filter(|&block| comparison.link_of(side, block).is_none() && article.blocks[block].kind != Kind::Furniture);
    let alone = alone.flat_map(|block| comparison.elsewhere.segments_alone(article, side, block));
    let only = linked.chain(alone).filter(|segment| segment.mark == Mark::Only(Change::Wording));
    only.map(|segment| (segment.block, segment.range)).collect()
}

/// Runs that are said to stand on one side alone and stand on the other.
fn breaches(story: &Story, shown: Pair<usize>, length: usize) -> Vec<String> {
    let (articles, comparison) = (story.pair(shown), story.compare(shown));
    let of_side = |side: Side| {
        let there = runs(articles[side.other()], length);
        let said = only(articles, &comparison, side);
        said.iter()
            .flat_map(|text| words(text).windows(length).map(<[String]>::to_vec).collect::<Vec<_>>())
            .filter(|run| there.contains(run))
            .map(|run| run.join(" "))
            .collect::<Vec<_>>()
    };
    [of_side(Side::Left), of_side(Side::Right)].concat()
}

fn story(texts: &[String]) -> Story {
    let name = |index: usize| format!("{index}.txt");
    Story::new("test", texts.iter().enumerate().map(|(index, text)| Article::read(&name(index), text)).collect())
}

/// A sentence of nine words, whose first says which it is.
fn sentence(number: usize) -> String {
    const VERBS: [&str; 5] = ["saw", "left", "closed", "painted", "counted"];
    const THINGS: [&str; 7] = ["boats", "gulls", "piers", "ropes", "lamps", "crates", "nets"];
    format!(
        "Witness{number} {} the {} near harbour{} and {} in town{}.",
        VERBS[number % 5],
        THINGS[number % 7],
        number % 3,
        THINGS[(number + 3) % 7],
        number % 11
    )
}

/// Articles of paragraphs of sentences, some of which are repeated, moved, split or merged.
fn article() -> impl Strategy<Value = String> {
    let paragraph = prop::collection::vec((0_usize..24).prop_map(sentence), 1..5).prop_map(|all| all.join(" "));
    prop::collection::vec(paragraph, 1..7).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

proptest! {
    #[test]
    fn nothing_is_called_only_here_that_stands_there(left in article(), right in article()) {
        let story = story(&[left, right]);
        prop_assert_eq!(breaches(&story, Pair::new(0, 1), 5), Vec::<String>::new());
        prop_assert_eq!(breaches(&story, Pair::new(1, 0), 5), Vec::<String>::new());
    }

    #[test]
    fn what_is_elsewhere_for_one_side_is_not_only_on_the_other(left in article(), right in article()) {
        let story = story(&[left, right]);
        let comparison = story.compare(Pair::new(0, 1));
        let articles = story.pair(Pair::new(0, 1));
        for side in Side::BOTH {
            let there = only_at(articles, &comparison, side.other());
            for run in &comparison.elsewhere.runs[side] {
                for (&block, &start) in run.at.iter().zip(&run.starts) {
                    // What is generated is written the same on both sides.
                    let end = start + run.whole.len();
                    let text = &articles[side.other()].blocks[block].text;
                    prop_assert_eq!(&text[start..end], &articles[side].blocks[run.block].text[run.whole.clone()]);
                    let is_within = |(at, range): &&(usize, Range<usize>)| {
                        *at == block && range.start.max(start) < range.end.min(end)
                    };
                    let only = there.iter().find(is_within).map(|(_, range)| &text[range.clone()]);
                    prop_assert_eq!(only, None, "{:?}", run);
                }
            }
        }
    }

    #[test]
    fn no_list_calls_not_found_what_stands_there(texts in prop::collection::vec(article(), 3..5)) {
        let story = story(&texts);
        let passages = Passages::new(&story);
        let there: Vec<_> = story.articles().iter().map(|article| runs(article, 5)).collect();
        for (of, article) in story.articles().iter().enumerate() {
            for list in passage_lists(&story, &passages, of) {
                let others: Vec<usize> = match list.which {
                    ListKind::InAll | ListKind::QuotedHere | ListKind::NamedHere => continue,
                    ListKind::OnlyHere => (0..texts.len()).filter(|&other| other != of).collect(),
                    ListKind::NotIn(other) => vec![other],
                };
                for &block in &list.blocks {
                    let passage = &passages.passages[passages.of_block(of, block).expect("it is in one")];
                    // A passage is listed if of one of its blocks ten words remain, or if nothing of it stands there.
                    let is_listed = passage.in_article(of).iter().any(|&block| {
                        let own = words(&article.blocks[block].text);
                        let mut covered = vec![false; own.len()];
                        for (start, run) in own.windows(5).enumerate() {
                            if others.iter().any(|&other| there[other].contains(run)) {
                                covered[start..start + 5].fill(true);
                            }
                        }
                        let remaining = covered.iter().filter(|&&covered| !covered).count();
                        remaining == own.len() || remaining >= 10
                    });
                    prop_assert!(is_listed, "{:?} of {of}: ¶{}", list.which, block + 1);
                }
            }
        }
    }
}

#[test]
fn words_glued_by_a_full_stop_are_the_same_in_capitals() {
    let of = |left: &str, right: &str| {
        let texts =
            [format!("The board met.\n\n{left}\n\nIt rained."), format!("Gulls came.\n\n{right}\n\nSnow fell.")];
        breaches(&story(&texts), Pair::new(0, 1), 5)
    };
    let glued = "Divers counted worms in recent months.On the quay somebody sang for them.";
    for (own, there) in [(glued.to_owned(), glued.to_uppercase()), (glued.to_uppercase(), glued.replace(".On", ". On"))]
    {
        let there =
            format!("{} The mayor, who had asked for it, said so twice.", there.split(" quay").next().unwrap_or(""));
        assert_eq!(of(&own, &there), Vec::<String>::new(), "{own} {there}");
        let comparison = story(&[own, there]).compare(Pair::new(0, 1));
        assert!(comparison.sharing.longest_run >= 7, "{comparison:?}");
    }
}

#[test]
fn the_bundled_stories_keep_it() {
    for name in bundled::names() {
        let story = Story::new(name, bundled::read(name).expect("it is bundled"));
        for left in 0..story.articles().len() {
            for right in (0..story.articles().len()).filter(|&right| right != left) {
                assert_eq!(breaches(&story, Pair::new(left, right), 6), Vec::<String>::new(), "{name} {left} {right}");
            }
        }
    }
}

/// The folders below one that hold an `a.txt` and a `b.txt`.
fn pairs_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path.join("a.txt").exists() && path.join("b.txt").exists() {
                found.push(path.clone());
            }
            pairs_below(&path, found);
        }
    }
}

#[test]
#[ignore = "reads texts from ../shared/gold; .ci/run runs it where they are"]
fn texts_of_others_keep_it() {
    let mut folders = Vec::new();
    pairs_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold"), &mut folders);
    assert!(!folders.is_empty(), "the texts are there");
    for folder in folders {
        let text = |name: &str| fs::read_to_string(folder.join(name)).expect("it can be read");
        let texts = [text("a.txt"), text("b.txt")];
        let story = story(&texts);
        for (article, text) in story.articles().iter().zip(&texts) {
            let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()).count();
            assert_eq!(article.blocks.len(), paragraphs, "a paragraph is a block: {}", folder.display());
        }
        let found = breaches(&story, Pair::new(0, 1), 6);
        assert_eq!(found, Vec::<String>::new(), "{}", folder.display());
        for hint in story.compare(Pair::new(0, 1)).related.iter() {
            let words = story.rests_on(Pair::new(0, 1), &hint.map(|block| vec![block]));
            assert!(!words.is_empty(), "a hint says what it rests on: {hint:?} of {}", folder.display());
        }
    }
}

const LEFT: &str = "Quay closed\n\nThe quay at Holm was closed on Sunday because its planks were rotten. Divers had found \
                    worms in nineteen of its forty oak piles.\n\nMayor Edda Brandt wants to hear from the builders before \
                    the end of the month.\n\nNobody was asked about the price of the repair, which is to be paid by the \
                    county and by nobody else.";
const RIGHT: &str = "Rotten planks\n\nThe quay at Holm was closed on Sunday because its planks were rotten.\n\nMayor Edda \
                     Brandt wants to hear from the builders before the end of the month. Divers had found worms in \
                     nineteen of its forty oak piles.\n\nFishermen mend their nets on the shore.";

fn reader(typed: &str) -> (Model, String) {
    reader_of([LEFT, RIGHT], typed)
}

fn reader_of(texts: [&str; 2], typed: &str) -> (Model, String) {
    let story = story(&texts.map(str::to_owned));
    let opening = Opening::new(story.into(), Pair::new(0, 1)).sized(100, 30);
    let (model, screen) = play(opening, &keys::parse(typed).expect("the keys are known"));
    let screen = dump::marked(&screen, &model.reader.theme);
    (model, screen)
}

#[test]
fn what_stands_elsewhere_is_marked_and_a_stop() {
    let (model, screen) = reader("");
    assert!(screen.contains("(=Divers had found"), "{screen}");
    let (model_at, screen) = reader("]]");
    let stop = model_at.reader.position.stop.map(|stop| stop + 1);
    assert_eq!(stop, Some(2), "the headlines differ first");
    assert!(screen.contains("also at B¶3"), "{screen}");
    assert_eq!(model.reader.pair.stops.len(), 5, "{:#?}", model.reader.pair.stops);
}

#[test]
fn enter_goes_to_where_it_stands_and_back() {
    let (model, screen) = reader("]]<Enter>");
    assert_eq!((model.reader.position.focus, model.reader.block(Side::Right)), (Side::Right, 2), "{screen}");
    assert!(screen.contains("the wording stands at B¶3 · ' back"), "{screen}");
    let (model, _) = reader("]]<Enter>'");
    assert_eq!((model.reader.position.focus, model.reader.block(Side::Left)), (Side::Left, 1));
}

#[test]
fn enter_goes_to_the_words_however_they_are_written() {
    let quay = "The quay at Holm was closed on Sunday because its planks were rotten.";
    let mayor = "Mayor Edda Brandt wants to hear from the builders before the end of the month.";
    for (own, there) in [
        ("The pilot\u{2019}s bees don't sting", "The pilot's bees don\u{2019}t sting"),
        ("The pilot\u{2019}s caf\u{e9} sells grey honey", "The pilot's cafe\u{301} sells grey honey"),
        ("All \u{fb01}sh of \u{fb01}nn were grey", "All fish of finn were grey"),
        ("In \u{201c}Holm\u{201d}, bees (nine) sleep", "In Holm bees nine sleep"),
    ] {
        let left = format!("{quay} {own} near the old customs house.\n\n{mayor}");
        let right = format!("{quay}\n\n{mayor} {there} near the old customs house.");
        let (model, screen) = reader_of([&left, &right], "]<Enter>");
        assert!(screen.contains("the wording stands at B¶2"), "{screen}");
        let place = model.reader.anchor_on(Side::Right).expect("it is at some words");
        // The line where they begin, which is not that of the block.
        assert!(place.block == 1 && (30..=mayor.len() + 1).contains(&place.byte), "{place:?}: {screen}");
    }
}

#[test]
fn the_reason_names_both_places() {
    let (mut model, screen) = reader("]]i");
    assert!(model.open::<Why>().is_some() && screen.contains("Why A¶2 and B¶2 are linked"), "{screen}");
    assert!(screen.contains("“Divers had found worms") && screen.contains("also at B¶3"), "{screen}");
    model.update(Message::Resize(40, 12));
    assert!(dump::text(&draw(&model, 40, 12)).contains("Why A¶2"), "it fits a small screen as well");
}

#[test]
fn of_a_block_in_no_link_the_reason_says_that_too() {
    let (model, screen) = reader(":B4<Enter>i");
    assert!(model.open::<Why>().is_some(), "{screen}");
    assert!(screen.contains("Why B¶4 is in no link") && screen.contains("no run of five of its words"), "{screen}");
}

/// The text of the box that `i` opens, its lines joined.
fn reason(model: &Model, screen: &str) -> String {
    assert!(model.open::<Why>().is_some(), "{screen}");
    let inside = screen.lines().filter_map(|line| line.split_once("│ ")?.1.rsplit_once(" │"));
    inside.map(|(line, _)| line.trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn of_what_is_said_again_the_reason_names_where() {
    let [bees, rain, mayor] = [
        "A retired pilot sells honey in the old customs house on three mornings of the week.",
        "It rained on the harbour of Strand until the lamps of the inn went out one by one.",
        "Mayor Edda Brandt wants to hear from the builders before the end of the month.",
    ];
    // The other outlet has none of it.
    let left = [rain, bees, mayor, bees].join("\n\n");
    let (model, screen) = reader_of([&left, rain], ":4<Enter>i");
    let said = reason(&model, &dump::text(&draw(&model, 100, 30)));
    assert!(
        said.contains("said again: A¶2 says it already; no run of five of its words was found in B"),
        "{said} {screen}"
    );
    assert!(screen.contains("(2–B 1"), "{screen}");
    let (_, screen) = reader_of([&left, rain], ":4<Enter><Enter>");
    assert!(screen.contains("A¶4 is said again: A¶2 says it already"), "{screen}");
    // It has it, once.
    let right = [rain, bees].join("\n\n");
    let (model, screen) = reader_of([&left, &right], ":4<Enter>i");
    let said = reason(&model, &dump::text(&draw(&model, 100, 30)));
    assert!(said.contains("said again: A¶2 says it already; it stands at B¶2"), "{said}");
    assert!(screen.contains("(2″B 1"), "{screen}");
}
