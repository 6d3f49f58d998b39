//! What a reader sees of a difference, drawn.

use super::*;

/// Draws both sides: `[only left]`, `{only right}`; spelling, case and punctuation after a sign `~`, `^`, `.`.
fn drawn(left: &str, right: &str) -> Pair<String> {
    let articles = Pair::new(left, right).map(|text| Article::read("-", text));
    let mut lexicon = Lexicon::default();
    let readings = articles.as_ref().map(|article| lexicon.read(article));
    let all = articles.as_ref().map(|article| (0..article.blocks.len()).collect::<Vec<_>>());
    let wording = diff(articles.as_ref(), readings.as_ref(), &lexicon, all.as_ref().map(Vec::as_slice));
    Pair::from_fn(|side| {
        let brackets = if side == Side::Left { ["[", "]"] } else { ["{", "}"] };
        let text = |segment: &Segment| &articles[side].blocks[segment.block].text[segment.range.clone()];
        let draw = |segment: &Segment| match segment.mark {
            Mark::Shared => text(segment).to_owned(),
            Mark::Moved => format!("<{}>", text(segment)),
            Mark::Only(change) => {
                let sign = match change {
                    Change::Wording => "",
                    Change::Spelling => "~",
                    Change::Case => "^",
                    Change::Punctuation => ".",
                };
                format!("{}{sign}{}{}", brackets[0], text(segment), brackets[1])
            }
        };
        wording.segments[side].iter().map(draw).collect()
    })
}

#[track_caller]
fn check(left: &str, right: &str) {
    let bare = |text: &str| {
        let unsigned =
            ["[~", "[^", "[.", "{~", "{^", "{."].iter().fold(text.to_owned(), |text, sign| text.replace(sign, ""));
        unsigned.replace(['[', ']', '{', '}', '<', '>'], "")
    };
    assert_eq!(drawn(&bare(left), &bare(right)), Pair::new(left.to_owned(), right.to_owned()));
}

#[test]
fn a_word() {
    check("The [cat] sat on the mat.", "The {dog} sat on the mat.");
}

#[test]
fn more_on_one_side() {
    check("The cat sat on the mat.", "The {old} cat sat on the mat {in the hall}.");
}

#[test]
fn spelling_case_and_punctuation_are_told_apart() {
    check(
        "To [~popularize] the work in [~defense] of the state[., ][^The] state said so.",
        "To {~popularise} the work in {~defence} of the state{.: }{^the} state said so.",
    );
}

#[test]
fn typography_is_shared() {
    check("A system “normal” for China’s masses – said", "A system 'normal' for China's masses -- said");
}

#[test]
fn a_lone_small_word_is_part_of_the_phrase() {
    check(
        "The boats [were taken to the yard] on Monday morning.",
        "The boats {lay idle at the quay} on Monday morning.",
    );
}

#[test]
fn unlike_texts_are_different_as_a_whole() {
    check("[The harbour council met in the hall.]", "{Nobody knows what the price of fish will be.}");
}

#[test]
fn japanese() {
    check("灯台は[三月]に閉じられた。", "灯台は{四月の末}に閉じられた。");
}
