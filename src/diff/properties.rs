//! What holds of every difference, whatever the texts.

use proptest::prelude::*;

use super::*;
use crate::words::Form;

/// Compares two texts as wholes, checks what must hold, and returns the wording.
fn checked(left: &str, right: &str) -> Result<Wording, TestCaseError> {
    let articles = Pair::new(left, right).map(|text| Article::read("-", text));
    let mut lexicon = Lexicon::default();
    let readings = articles.as_ref().map(|article| lexicon.read(article));
    let all = articles.as_ref().map(|article| (0..article.blocks.len()).collect::<Vec<_>>());
    let wording = diff(articles.as_ref(), readings.as_ref(), &lexicon, all.as_ref().map(Vec::as_slice));
    for (side, article) in articles.sides() {
        for (k, block) in article.blocks.iter().enumerate() {
            let own = wording.segments[side].iter().filter(|segment| segment.block == k);
            let joined: String = own.map(|segment| &block.text[segment.range.clone()]).collect();
            prop_assert_eq!(&joined, &block.text);
        }
    }
    let marked = |side: Side, mark: Mark| -> Vec<Form> {
        let segments = wording.segments[side].iter().filter(|segment| segment.mark == mark);
        let within = |segment: &Segment| {
            let range = segment.range.clone();
            let tokens = readings[side].blocks[segment.block].iter();
            let inner = tokens.filter(move |token| range.contains(&token.range().start));
            inner.map(|token| lexicon.folds(token.form).typography).collect::<Vec<_>>()
        };
        segments.flat_map(within).collect()
    };
    prop_assert_eq!(marked(Side::Left, Mark::Shared), marked(Side::Right, Mark::Shared));
    let moved = Pair::from_fn(|side| {
        let mut forms = marked(side, Mark::Moved);
        forms.sort_unstable();
        forms
    });
    prop_assert_eq!(&moved.left, &moved.right);
    let same = wording.segments.iter().flatten().all(|segment| segment.mark == Mark::Shared);
    prop_assert_eq!(same, wording.differences.is_empty());
    let places = |side: Side| wording.differences.iter().map(move |difference| difference.at[side].start);
    prop_assert!(places(Side::Left).is_sorted());
    Ok(wording)
}

fn only_shared(wording: &Wording) -> bool {
    wording.segments.iter().flatten().all(|segment| segment.mark == Mark::Shared)
}

/// Sentences of few words, so that much is common by chance and much is ambiguous.
fn sentences() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "the",
        "The",
        "boats",
        "boat",
        "said",
        "says",
        "harbour",
        "harbor",
        "“quay”",
        "41",
        "of",
        "(old)",
        "a",
        "Mr.",
        "council,",
        "ferry-boat",
        "ferryboat",
        "灯台は",
        "三月",
        "«",
        "»",
        "–",
    ]);
    let sentence = prop::collection::vec(word, 1..9).prop_map(|words| words.join(" ") + ".");
    prop::collection::vec(sentence, 0..8)
}

proptest! {
    #[test]
    fn any_texts(left in "\\PC*", right in "\\PC*") {
        checked(&left, &right)?;
    }

    #[test]
    fn alike_texts(left in sentences(), right in sentences()) {
        checked(&left.join(" "), &right.join("\n\n"))?;
    }

    #[test]
    fn sentences_in_another_order(
        (left, right) in sentences().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        checked(&left.join(" "), &right.join(" "))?;
    }

    #[test]
    fn the_same_text(text in "\\PC*|([a-z“”.,é灯 ]|\n)*") {
        prop_assert!(only_shared(&checked(&text, &text)?));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn long_texts(words in prop::collection::vec(0..6_u8, 600..1200), others in prop::collection::vec(0..6_u8, 600..1200)) {
        let text = |words: &[u8]| words.iter().map(|&word| ["a ", "b, ", "c. ", "d “", "e” ", "f "][usize::from(word)]).collect::<String>();
        checked(&text(&words), &text(&others))?;
    }
}

/// Words of which some stand in both texts and more than once, and most do not, so that there are equal ways to tell what is common.
fn ambiguous() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(prop_oneof![1 => 0..12_u32, 2 => 12..4000_u32], 20..80)
}

proptest! {
    #[test]
    fn what_was_read_before_decides_nothing(
        left in ambiguous(), right in ambiguous(), others in prop::collection::vec(0..4000_u32, 1000),
    ) {
        let text = |words: &[u32]| words.iter().map(|word| format!("w{word}q ")).collect::<String>();
        let articles = Pair::new(left, right).map(|words| Article::read("-", &text(&words)));
        let wording = |before: &str, order: [Side; 2]| {
            let mut lexicon = Lexicon::default();
            lexicon.read_text(before);
            let mut readings = Pair::<Reading>::default();
            for side in order {
                readings[side] = lexicon.read(&articles[side]);
            }
            let all = articles.as_ref().map(|article| (0..article.blocks.len()).collect::<Vec<_>>());
            diff(articles.as_ref(), readings.as_ref(), &lexicon, all.as_ref().map(Vec::as_slice))
        };
        let first = wording("", [Side::Left, Side::Right]);
        prop_assert_eq!(&first, &wording("", [Side::Right, Side::Left]));
        prop_assert_eq!(&first, &wording(&text(&others), [Side::Left, Side::Right]));
    }
}
