use std::fmt::Write;

use super::search::{Run, longest_first};
use super::*;
use crate::comparison::Comparison;
use crate::story::Story;
use crate::words::Lexicon;

fn story(texts: &[&str]) -> Story {
    let name = |index: usize| format!("{index}.txt");
    Story::new("test", texts.iter().enumerate().map(|(index, text)| Article::read(&name(index), text)).collect())
}

fn compared(left: &str, right: &str) -> (Story, Comparison) {
    let story = story(&[left, right]);
    let comparison = story.compare(Pair::new(0, 1));
    (story, comparison)
}

/// Draws a side, a line for each block: `[only here]`, `(=elsewhere=)` and the numbers of the blocks that have it, `″` before
/// what is said again, `|` between segments that are shared.
fn drawn(story: &Story, comparison: &Comparison, side: Side) -> String {
    let article = story.pair(Pair::new(0, 1))[side];
    let mut out = String::new();
    for (block, text) in article.blocks.iter().enumerate() {
        if comparison.elsewhere.is_again(side, block) {
            out.push('″');
        }
        let link = comparison.link_of(side, block).map(|link| &comparison.links[link]);
        let segments = link.map_or_else(
            || comparison.elsewhere.segments_alone(article, side, block),
            |link| link.wording.segments[side].iter().filter(|segment| segment.block == block).cloned().collect(),
        );
        for segment in segments {
            let own = text.text[segment.range.clone()].trim();
            match segment.mark {
                Mark::Elsewhere => {
                    let runs = comparison.elsewhere.in_block(side, block).iter();
                    let run = runs
                        .filter(|run| segment.range.start <= run.range.start)
                        .find(|run| run.range.end <= segment.range.end);
                    let at = run.map_or(&[][..], |run| &run.at).iter().map(|at| (at + 1).to_string());
                    write!(out, "(={own}=){} ", at.collect::<Vec<_>>().join(",")).expect("a string takes all");
                }
                Mark::Only(_) => write!(out, "[{own}] ").expect("a string takes all"),
                Mark::Shared | Mark::Moved => write!(out, "{own} ").expect("a string takes all"),
            }
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}

#[track_caller]
fn check(left: &str, right: &str, expected: Pair<&str>) {
    let (story, comparison) = compared(left, right);
    for side in Side::BOTH {
        assert_eq!(drawn(&story, &comparison, side), expected[side], "{side:?}");
    }
    let swapped = story.compare(Pair::new(1, 0));
    assert_eq!(swapped.elsewhere.swap(), comparison.elsewhere, "the sides make no difference");
}

const QUAY: &str = "The quay at Holm was closed on Sunday because its planks were rotten.";
const MAYOR: &str = "Mayor Edda Brandt wants to hear from the builders before the end of the month.";
const DIVERS: &str = "Divers had found worms in nineteen of its forty oak piles.";

#[test]
fn a_sentence_that_went_to_another_paragraph_is_elsewhere() {
    check(
        &format!("{QUAY} {DIVERS}\n\n{MAYOR}"),
        &format!("{QUAY}\n\n{MAYOR} {DIVERS}"),
        Pair::new(&format!("{QUAY} (={DIVERS}=)2\n{MAYOR}\n"), &format!("{QUAY}\n{MAYOR} (={DIVERS}=)1\n")),
    );
}

#[test]
fn a_paragraph_said_twice_is_said_again() {
    check(
        &format!("{QUAY}\n\n{MAYOR}\n\n{QUAY}"),
        &format!("{QUAY}\n\n{MAYOR}"),
        Pair::new(&format!("{QUAY}\n{MAYOR}\n″(={QUAY}=)1\n"), &format!("{QUAY}\n{MAYOR}\n")),
    );
}

#[test]
fn what_one_article_repeats_and_the_other_lacks_is_only_here_once() {
    check(
        &format!("{MAYOR}\n\n{QUAY}\n\n{QUAY}"),
        MAYOR,
        Pair::new(&format!("{MAYOR}\n[{QUAY}]\n″[{QUAY}]\n"), &format!("{MAYOR}\n")),
    );
}

#[test]
fn runs_of_four_words_stand_nowhere() {
    let (_, comparison) = compared("Rain fell on every roof.", "Rain fell on every second field near the river.");
    assert_eq!(comparison.elsewhere.runs, Pair::default());
}

#[test]
fn furniture_is_no_place_to_stand() {
    let article = format!("{MAYOR}\n\nAdvertisement");
    let (_, comparison) = compared(&article, &format!("{QUAY}\n\nAdvertisement"));
    assert_eq!(comparison.elsewhere.runs, Pair::default());
}

#[test]
fn of_runs_that_overlap_the_longest_wins() {
    let runs = |all: &[(usize, usize)]| {
        let taken = longest_first(all.iter().map(|&(start, end)| Run::whole(start..end, 100 + start)).collect());
        for (probe, there) in taken.iter().map(Run::probe) {
            assert!(probe.len() >= 5 && there == 100 + probe.start, "{taken:?}");
        }
        taken.into_iter().map(|run| (run.words.start, run.words.end)).collect::<Vec<_>>()
    };
    assert_eq!(runs(&[(0, 6), (4, 20)]), [(0, 4), (4, 20)]);
    assert_eq!(runs(&[(0, 10), (4, 20)]), [(0, 4), (4, 20)]);
    assert_eq!(runs(&[(0, 10), (5, 20)]), [(0, 5), (5, 20)]);
    assert_eq!(runs(&[(0, 12), (7, 20), (15, 30)]), [(0, 12), (12, 15), (15, 30)]);
    assert_eq!(runs(&[(0, 5), (5, 10)]), [(0, 5), (5, 10)]);
    assert_eq!(runs(&[]), []);
}

#[test]
fn what_is_wholly_elsewhere_is_no_difference_any_more() {
    let (_, comparison) = compared(&format!("{QUAY} {DIVERS}\n\n{MAYOR}"), &format!("{QUAY}\n\n{MAYOR} {DIVERS}"));
    let differences: usize = comparison.links.iter().map(|link| link.wording.differences.len()).sum();
    assert_eq!(differences, 0);
}

#[test]
fn many_equal_words_end_in_time() {
    let left = "la ".repeat(20_000);
    let right = format!("{}end of it all.\n\n{}", "la ".repeat(9_000), "la la lo ".repeat(3_000));
    let (_, comparison) = compared(&left, &right);
    let words: usize = comparison.elsewhere.runs.iter().flatten().map(|run| run.words).sum();
    assert!(words < 100_000, "{words}");
}

#[test]
fn what_remains_of_a_difference_is_one_and_the_run_is_none() {
    let (_, comparison) = compared(
        &format!("{QUAY} {DIVERS} Zebras graze. {MAYOR}\n\nNobody was asked. {DIVERS}"),
        &format!("{QUAY} {MAYOR}\n\nNobody was asked. {DIVERS}"),
    );
    let left: Vec<Spot> = comparison
        .links
        .iter()
        .flat_map(|link| &link.wording.differences)
        .map(|difference| difference.at.left.clone())
        .collect();
    let start = QUAY.len() + DIVERS.len() + 2;
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(left[0].start.1 + 2 >= start && left[0].end.1 <= start + "Zebras graze.".len() + 1, "{left:?}");
}

#[test]
fn a_run_names_a_block_however_often_its_beginning_stands() {
    let head = "in the early morning hours";
    let filler: String = (0..40).map(|number| format!("Crate{number} left {head}.\n\n")).collect();
    let left = format!("{QUAY}\n\nThe pilot saw {head} seven grey seals asleep.");
    let right = format!("{QUAY}\n\nHe was glad that {head} seven grey seals asleep were counted.\n\n{filler}");
    let (_, comparison) = compared(&left, &right);
    for run in comparison.elsewhere.runs.iter().flatten() {
        assert!(!run.at.is_empty(), "{run:?}");
    }
}

#[test]
fn of_equal_blocks_the_one_that_counts_may_have_been_said_before() {
    let (_, comparison) = compared(&format!("{QUAY} {DIVERS} It will stay so for weeks.\n\n{QUAY}\n\n{QUAY}"), MAYOR);
    assert_eq!(comparison.elsewhere.again.left, [false, true, true]);
    let (_, comparison) = compared("Yes we can.\n\nNo idea why.\n\nYes we can.\n\nYes we can.", MAYOR);
    assert_eq!(comparison.elsewhere.again.left, [false, false, true, true]);
    let (_, comparison) = compared(&format!("{}\n\n{}", "ha ".repeat(40), "ha ".repeat(200)), MAYOR);
    assert_eq!(comparison.elsewhere.again.left, [false, true]);
}

/// Draws a block as its segments, `|` between them: what stands elsewhere is the words "divers … piles" with its marks.
fn cut(text: &str) -> String {
    let right = "Seals slept. It is said that divers had found worms in nineteen of its piles, alas";
    let articles = Pair::new(text, right).map(|text| Article::read("-", text));
    let mut lexicon = Lexicon::default();
    let runs = articles.as_ref().map(|article| {
        let reading = lexicon.read(article);
        RunIndex::new(article, &reading, &lexicon)
    });
    let elsewhere = find(articles.as_ref(), runs.as_ref(), &mut []);
    let segments = elsewhere.segments_alone(&articles.left, Side::Left, 0);
    assert!(segments.iter().any(|segment| segment.mark == Mark::Elsewhere), "{text}");
    segments.into_iter().map(|segment| &text[segment.range]).collect::<Vec<_>>().join("|")
}

#[test]
fn marks_that_open_and_close_a_run_and_spaces_around_belong_to_it() {
    let late = "It was late and the inn had closed.";
    for (before, own, after) in [
        ("", " Divers had found worms in nineteen of its piles. ", "They walked home."),
        ("", " “Divers had found worms in nineteen of its piles!” ", "They walked home."),
        ("", " (Divers had found worms in nineteen of its piles), ", "they walked home."),
        ("", " «\u{A0}Divers had found worms in nineteen of its piles\u{A0}» ", "they walked home."),
        ("", " « Divers had found worms in nineteen of its piles ! » ", "they walked home."),
        ("", " »Divers had found worms in nineteen of its piles« ", "they walked home."),
        ("", " ¿Divers had found worms in nineteen of its piles?* ", "They walked home."),
        (" –", " Divers had found worms in nineteen of its piles ", "– they walked home."),
        (" The", " divers had found worms in nineteen of its piles ", "“of oak”, they said."),
        (" The", " divers had found worms in nineteen of its piles", "/beams of oak, they said."),
        (" (The", " divers had found worms in nineteen of its piles) ", "(of oak), they said."),
    ] {
        let text = format!("{late}{before}{own}{after}");
        assert_eq!(cut(&text), format!("{late}{before}|{own}|{after}"));
    }
}

#[test]
fn in_a_link_too_what_one_side_has_alone_begins_after_the_stop_of_what_stands_elsewhere() {
    let (story, comparison) =
        compared(&format!("{QUAY} {DIVERS} They walked home.\n\n{MAYOR}"), &format!("{QUAY}\n\n{MAYOR} {DIVERS}"));
    let text = &story.articles()[0].blocks[0].text;
    let segments = comparison.links[0].wording.segments.left.iter();
    let cut: Vec<&str> = segments.map(|segment| &text[segment.range.clone()]).collect();
    assert_eq!(cut, [&format!("{QUAY} "), &format!("{DIVERS} "), "They walked home."]);
    assert_eq!(comparison.elsewhere.in_block(Side::Left, 0)[0].range, QUAY.len() + 1..QUAY.len() + 1 + DIVERS.len());
}

/// Links the first blocks of two texts, and draws these: `[only here]`, `(=elsewhere=)`; with what the differences hold.
fn first_linked(left: &str, right: &str) -> (Pair<String>, Vec<Pair<String>>) {
    let articles = Pair::new(left, right).map(|text| Article::read("-", text));
    let articles = articles.as_ref();
    let mut lexicon = Lexicon::default();
    let readings = articles.map(|article| lexicon.read(article));
    let runs = Pair::from_fn(|side| RunIndex::new(articles[side], &readings[side], &lexicon));
    let blocks = Pair::new(&[0][..], &[0][..]);
    let mut wording = diff::diff(articles, readings.as_ref(), &lexicon, blocks);
    let elsewhere = find(articles, runs.as_ref(), &mut [Linked { blocks, moved: false, wording: &mut wording }]);
    let text = |side: Side, segment: &Segment| articles[side].blocks[0].text[segment.range.clone()].trim().to_owned();
    let drawn = Pair::from_fn(|side| {
        let segments = wording.segments[side].iter().map(|segment| match segment.mark {
            Mark::Elsewhere => {
                let run = elsewhere.run_in(side, 0, &segment.range).expect("a mark is of a run");
                assert!(run.whole_words >= RUN && run.whole_words >= run.words, "{run:?}");
                format!("(={}=)", text(side, segment))
            }
            Mark::Only(_) => format!("[{}]", text(side, segment)),
            Mark::Shared | Mark::Moved => text(side, segment),
        });
        segments.collect::<Vec<_>>().join(" ")
    });
    let spot = |side: Side, at: &Spot| articles[side].blocks[0].text[at.start.1..at.end.1].trim().to_owned();
    let differences = wording.differences.iter();
    let differences = differences.map(|difference| Pair::from_fn(|side| spot(side, &difference.at[side]))).collect();
    (drawn, differences)
}

#[test]
fn what_of_a_run_is_matched_here_stays_shared_and_the_rest_is_elsewhere() {
    let said = "We hold that the old quay of Holm and the new pier of Strand were shut by the county on Sunday";
    let (drawn, _) = first_linked(
        &format!("He told the Wire that the quay of Holm and the pier of Strand were shut by order.\n\n{said}"),
        &format!("{said}, says a note."),
    );
    assert_eq!(
        drawn.right,
        "(=We hold=) that the (=old=) quay of Holm and the (=new=) pier of Strand were shut by \
         (=the county on Sunday,=) [says a note] ."
    );
    assert_eq!(drawn.left, "[He told the Wire] that the quay of Holm and the pier of Strand were shut by [order] .");
}

#[test]
fn what_is_matched_with_the_very_place_does_not_stand_elsewhere() {
    // The gulls are matched, and so "grey" is only here, though the run goes on beside it.
    let (drawn, _) = first_linked(
        "Nine grey gulls sat on the old pier and slept.",
        "Nine white gulls sat on the old pier and slept.",
    );
    assert_eq!(
        drawn,
        Pair::new(
            "Nine [grey] gulls sat on the old pier and slept.",
            "Nine [white] gulls sat on the old pier and slept."
        )
        .map(str::to_owned)
    );
}

#[test]
fn what_one_stop_has_of_one_side_alone_goes_over_nothing_that_both_have() {
    let (drawn, differences) = first_linked(
        "On Tuesday evening the harbour council at last asked for three new boats to replace the ones that were taken out in March.",
        "the ones that were taken out in March\n\nThey at last asked for three new boats to replace nothing.",
    );
    assert_eq!(
        drawn.left,
        "[On Tuesday evening] the [harbour council] (=at last asked for three new boats to replace=) [the] ones that were \
         taken out in March [.]"
    );
    let left: Vec<&str> = differences.iter().map(|difference| difference.left.as_str()).collect();
    assert_eq!(left[..3], ["On Tuesday evening", "harbour council", "the"], "{left:?}");
}
