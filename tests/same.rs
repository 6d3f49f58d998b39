//! When two texts are the same: the same words and marks in the same order, however they are cut and whatever stands
//! between.

use diptych::article::{Article, Kind};
use diptych::comparison::{Comparison, Relation};
use diptych::intake::clean;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use proptest::prelude::*;

const FIRST: &str = "The harbour board asked on Monday for bids on four new boats, to be built before the ice comes.";
const SECOND: &str = "A quarter of the members stayed away from the vote, which took less than ten minutes.";
const THIRD: &str = "Nobody had counted the passengers since the bridge at Holm was closed two winters ago.";

fn story(left: &str, right: &str) -> Story {
    Story::new("case", [left, right].map(|text| Article::read("-", &clean::text(text))).to_vec())
}

fn is_same(left: &str, right: &str) -> bool {
    let story = story(left, right);
    let is_same = story.is_same(Pair::new(0, 1));
    assert_eq!(is_same, story.is_same(Pair::new(1, 0)), "the sides make no difference: {left:?} {right:?}");
    is_same
}

fn compare(left: &str, right: &str) -> Comparison {
    story(left, right).compare(Pair::new(0, 1))
}

/// Draws the links of two texts: `left-right`, blocks from 1, `=` verbatim, `~` others, `^` moved.
fn drawn(left: &[&str], right: &[&str]) -> String {
    let draw = |comparison: Comparison, is_swapped: bool| {
        let numbers =
            |blocks: &[usize]| blocks.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(",");
        let mut links: Vec<_> = comparison
            .links
            .into_iter()
            .map(|link| (link.blocks.swap_if(is_swapped), link.relation, link.moved))
            .collect();
        links.sort_by_key(|(blocks, ..)| blocks.left[0]);
        let link = |(blocks, relation, moved): &(Pair<Vec<usize>>, Relation, bool)| {
            let sign = if *relation == Relation::Verbatim { "=" } else { "~" };
            let moved = if *moved { "^" } else { "" };
            format!("{}{sign}{}{moved}", numbers(&blocks.left), numbers(&blocks.right))
        };
        links.iter().map(link).collect::<Vec<_>>().join(" ")
    };
    let (left, right) = (left.join("\n\n"), right.join("\n\n"));
    let there = draw(compare(&left, &right), false);
    assert_eq!(there, draw(compare(&right, &left), true), "swapping the sides mirrors the links");
    there
}

#[test]
fn whatever_the_kinds_of_its_blocks_are() {
    for text in [
        format!("New boats\n\n{FIRST}\n\nRead more\n\n{SECOND}"),
        format!("New boats\n\nMarch 3, 2026\n\nBy Ann Example\n\n{FIRST}\n\nPhoto: Ann Example\n\n{SECOND}"),
        format!("{FIRST}\n\n* * *\n\n{SECOND}\n\n}}}}\n\n---\n\n{THIRD}\n\n\u{2042}\n\n\u{2022}\n\n\u{1F6A2}"),
        format!("---\noutlet: Coast Wire\ntitle: New boats\n---\n{FIRST}\n\n{FIRST}\n\n{FIRST}"),
        "* * *\n\n* * *\n\n---".to_owned(),
        "Read more\n\nShare\n\nRead more".to_owned(),
        "\u{1F6A2}".to_owned(),
        "?!".to_owned(),
        ".\n\n.\n\n.\n\n,".to_owned(),
    ] {
        assert!(is_same(&text, &text), "{text}");
    }
}

#[test]
fn however_it_is_cut_and_classed() {
    let blocks = ["New boats", FIRST, "Read more", "* * *", SECOND, THIRD];
    let whole = blocks.join("\n\n");
    assert!(is_same(&whole, &blocks.join("\n")));
    assert!(is_same(&whole, &blocks.join(" ")));
    assert!(is_same(&whole, &whole.replacen(", ", ",\n\n", 3)));
    assert!(is_same(&whole, &format!("---\noutlet: Coast Wire\ntitle: New boats\n---\n{}", blocks[1..].join("\n\n"))));
}

#[test]
fn whatever_the_shapes_of_quotation_marks_dashes_and_spaces() {
    let plain = "\"We waited\" - he said -- \"and the boat's late.\"";
    let set = "\u{201C}We\u{A0}waited\u{201D} \u{2013} he  said \u{2014} \u{201E}and the boat\u{2019}s\tlate.\u{201C}";
    assert!(is_same(plain, set));
}

#[test]
fn however_letters_of_other_scripts_are_typed() {
    for spellings in [
        // Gershayim, geresh and maqaf, and what keyboards have for them.
        &["דובר צה״ל מסר", "דובר צה\"ל מסר", "דובר צה”ל מסר", "דובר צה''ל מסר", "דובר צה’’ל מסר"][..],
        &["ג׳ורג׳ לוי, רח׳ הים", "ג'ורג' לוי, רח' הים", "ג’ורג’ לוי, רח’ הים"],
        &["״הסירות״ של בית־הנמל", "\"הסירות\" של בית-הנמל", "”הסירות“ של בית\u{2011}הנמל"],
        // Kana with signs apart, halves of a vowel of Thai.
        &["三隻のフェリーを結ぶ港がある。", "三隻のフェリーを結ふ\u{3099}港か\u{3099}ある。"],
        &["น้ำท่วมทำให้เรือหยุด", "น\u{E49}\u{E4D}\u{E32}ท่วมท\u{E4D}\u{E32}ให้เรือหยุด", "น\u{E4D}\u{E49}\u{E32}ท่วมทำให้เรือหยุด"],
        // A space where others keep letters from joining.
        &["قایق\u{200C}ها می\u{200C}روند", "قایق ها می روند"],
    ] {
        for two in spellings.windows(2) {
            assert!(is_same(two[0], two[1]), "{two:?}");
        }
    }
}

#[test]
fn a_word_a_mark_or_a_sign_more_is_a_difference() {
    for (left, right) in [
        (FIRST.to_owned(), FIRST.replace("four", "five")),
        (FIRST.to_owned(), FIRST.replace("Monday", "monday")),
        (FIRST.to_owned(), FIRST.replace("harbour", "harbor")),
        (FIRST.to_owned(), FIRST.replace("boats,", "boats")),
        (FIRST.to_owned(), format!("{FIRST}\n\nRead more")),
        (FIRST.to_owned(), format!("{FIRST}\n\n* * *")),
        (format!("{FIRST}\n\n{SECOND}"), format!("{SECOND}\n\n{FIRST}")),
        (format!("{FIRST}\n\nRead more"), format!("{FIRST}\n\nShare this")),
        ("\u{1F6A2}".to_owned(), "\u{1F682}".to_owned()),
        ("* * *".to_owned(), "* *".to_owned()),
        ("\u{2042}".to_owned(), "\u{2022}".to_owned()),
    ] {
        assert!(!is_same(&left, &right), "{left} | {right}");
    }
}

#[test]
fn blocks_without_words_are_linked_between_linked_neighbours() {
    assert_eq!(drawn(&[FIRST, "* * *", SECOND], &[FIRST, "* * *", SECOND]), "1=1 2=2 3=3");
    assert_eq!(drawn(&[FIRST, "* * *", SECOND, "}}"], &[FIRST, "\u{1F6A2}", SECOND, "}}"]), "1=1 3=3 4=4");
    // What is alone beside them does not matter.
    assert_eq!(drawn(&[FIRST, "---", THIRD], &[FIRST, SECOND, "\u{2014}", THIRD]), "1=1 2=3 3=4");
    // Several in a gap are paired in order.
    assert_eq!(drawn(&[FIRST, "*", "*", "}}", SECOND], &[FIRST, "*", "}}", SECOND]), "1=1 2=2 4=3 5=4");
    // At the beginning, at the end, and where there is nothing else.
    assert_eq!(drawn(&["* * *", FIRST, "* * *"], &["* * *", FIRST, "* * *"]), "1=1 2=2 3=3");
    assert_eq!(drawn(&["* * *", "}}", "* * *"], &["* * *", "* * *"]), "1=1 3=2");
}

#[test]
fn blocks_without_words_in_other_gaps_stand_alone() {
    assert_eq!(drawn(&[FIRST, "* * *", SECOND, THIRD], &[FIRST, SECOND, "* * *", THIRD]), "1=1 3=2 4=4");
    // Texts that have nothing to do with each other have nothing to lie between.
    assert_eq!(drawn(&[FIRST, "* * *", SECOND], &[THIRD, "* * *", THIRD]), "");
    assert_eq!(drawn(&["New boats", "* * *", FIRST], &["Old bridges", "* * *", THIRD]), "1~1");
}

#[test]
fn blocks_without_words_decide_nothing_about_what_moved() {
    assert_eq!(drawn(&[FIRST, SECOND, THIRD], &[SECOND, THIRD, FIRST]), "1=3^ 2=1 3=2");
    let (left, right) = ([FIRST, "*", SECOND, "*", THIRD, "*"], [SECOND, "*", THIRD, "*", FIRST, "*"]);
    assert_eq!(drawn(&left, &right), "1=5^ 3=1 4=2 5=3 6=4");
}

#[test]
fn a_link_of_blocks_without_words_says_why() {
    let story = story(&format!("{FIRST}\n\n* * *"), &format!("{FIRST}\n\n* * *"));
    let comparison = story.compare(Pair::new(0, 1));
    let link = &comparison.links[1];
    assert_eq!(
        (link.pass.name(), link.similarity, link.relation, link.moved),
        ("between", 1.0, Relation::Verbatim, false)
    );
    assert_eq!(story.rests_on(Pair::new(0, 1), &link.blocks), Vec::<String>::new());
}

/// What makes trouble as a block.
fn block() -> impl Strategy<Value = String> {
    let nasty = [
        FIRST,
        SECOND,
        THIRD,
        "New boats",
        "New boats",
        "Read more",
        "Share",
        "March 3, 2026",
        "2026-03-03",
        "By Ann Example",
        "Photo: Ann Example",
        "A boat lies at its berth in Holm on March 3, 2026.",
        "* * *",
        "***",
        "---",
        "}}",
        "?!",
        ",",
        ".",
        "...",
        "-",
        "\u{2042}",
        "\u{2022}",
        "\u{1F6A2}",
        "\u{1F468}\u{200D}\u{1F469}",
        "\u{301}",
        "\u{706F}\u{53F0}\u{306F}\u{4E09}\u{6708}\u{3002}",
        "a",
        "a",
        "41",
        "The The The",
        "\u{201C}",
        "title: New boats",
    ];
    prop_oneof![prop::sample::select(nasty.to_vec()).prop_map(str::to_owned), "\\PC{0,20}"]
}

fn text() -> impl Strategy<Value = String> {
    let breaks = prop::sample::select(vec!["\n", "\n\n", "\r\n\r\n", " "]);
    let matter = prop::sample::select(vec!["", "---\ntitle: New boats\noutlet: Coast Wire\n---\n", "---\n"]);
    (matter, prop::collection::vec((block(), breaks), 1..24)).prop_map(|(matter, blocks)| {
        blocks.into_iter().fold(matter.to_owned(), |text, (block, end)| text + &block + end)
    })
}

proptest! {
    #[test]
    fn any_text_and_itself(text in "(\\PC|[\n\t ])*") {
        prop_assert!(is_same(&text, &text));
    }

    #[test]
    fn any_blocks_and_themselves(text in text()) {
        prop_assert!(is_same(&text, &text));
        let story = story(&text, &text);
        let comparison = story.compare(Pair::new(0, 1));
        for (block, of) in story.articles()[0].blocks.iter().enumerate() {
            let is_linked = Side::BOTH.iter().all(|&side| comparison.link_of(side, block).is_some());
            prop_assert!(of.kind == Kind::Furniture || is_linked, "{}: {:?}", block + 1, of);
        }
    }

    #[test]
    fn another_cut(blocks in prop::collection::vec(prop::sample::select(vec![FIRST, SECOND, THIRD, "New boats", "Read more", "* * *", "March 3, 2026"]), 1..12)) {
        prop_assert!(is_same(&blocks.join("\n\n"), &blocks.join(" ")));
    }

    #[test]
    fn one_word_more(text in text(), word in "[a-z]{1,9}") {
        let longer = format!("{text}\n\n{word}");
        prop_assert!(!is_same(&text, &longer));
    }

    #[test]
    fn the_sides_are_mirrored(left in text(), right in text()) {
        prop_assert_eq!(compare(&left, &right), compare(&right, &left).swap());
    }
}

#[test]
fn a_mark_that_stands_alone_counts() {
    assert!(!is_same("The \u{301} bell rang.", "The bell rang."));
    assert!(!is_same("The \u{64E} bell rang.", "The bell rang."));
    assert!(is_same("The \u{301} bell rang.", "The \u{301}  bell rang."));
}
