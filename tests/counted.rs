//! What is counted as what, and that it is said, at three sizes: on the pages of the story, in the lists of an outlet, and at the
//! stops of the text.

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::state::Opening;
use insta::assert_snapshot;

use made::{BEES, MAYOR, QUAY, SCHOOL, SIZES, WORMS, press, shown};

/// A reader of a story of articles with paragraphs of some sentences each, on a screen of a size.
fn opened(articles: &[&[&[&str]]], (width, height): (u16, u16), typed: &str) -> Model {
    let names = ["Holm Wire", "Island Post", "Pier Notes", "Dairy Sheet", "Reef Mail"];
    let article = |(index, paragraphs): (usize, &&[&[&str]])| {
        let text = paragraphs.iter().map(|all| all.join(" ")).collect::<Vec<_>>().join("\n\n");
        Article::read(&format!("{index}.txt"), &format!("---\noutlet: {}\n---\n\n{text}\n", names[index]))
    };
    let story = Story::new("holm", articles.iter().enumerate().map(article).collect());
    let mut model = Model::new(Opening::new(Arc::new(story), Pair::new(0, 1)).sized(width, height));
    press(&mut model, typed);
    model
}

/// Lines of the screens after keys, at each size: those with one of some words, each without what surrounds it.
fn lines(articles: &[&[&[&str]]], typed: &str, words: &[&str]) -> String {
    let of = |size| {
        let screen = shown(&opened(articles, size, typed));
        let found = screen.lines().filter(|line| words.iter().any(|word| line.contains(word)));
        found.map(|line| line.trim().to_owned()).collect::<Vec<_>>().join("\n")
    };
    SIZES.map(of).join("\n\n")
}

/// The last line after keys, at each size.
fn last_lines(articles: &[&[&[&str]]], typed: &str) -> String {
    let last = |size| shown(&opened(articles, size, typed)).lines().last().unwrap_or_default().trim_end().to_owned();
    SIZES.map(last).join("\n")
}

/// B makes one paragraph of two sentences: A has the first one, C the second one.
const HALVES: &[&[&[&str]]] = &[&[&[QUAY], &[BEES]], &[&[QUAY, WORMS], &[SCHOOL]], &[&[WORMS], &[MAYOR]]];

#[test]
fn what_is_not_counted_as_in_all_is_said() {
    assert_snapshot!(lines(HALVES, "v<Tab>=", &["seen from A", "counted", "passages  ", "none"]), @"
    Passages, seen from A · in all outlets
    0 of 4 passages                                                                                                          A       B       C
    none; 1 passage is not counted: an outlet has it only by way of a third one (⇢), without A's words; = shows those in some outlets, this

    Passages, seen from A · in all outlets
    0 of 4 passages                                              A       B       C
    none; 1 passage is not counted: an outlet has it only by way of a third one

    Passages, seen from A · in all outlets
    0 of 4 passages           A       B       C
    none; 1 passage is not counted: an outlet
    ");
    assert_snapshot!(last_lines(HALVES, "v<Tab>==ll"), @"
    C Pier Notes: ¶1, by way of B, without A's wording: not counted        v close   1–9 seen from   = filter   Tab page   Enter read   ? help
    C Pier Notes: ¶1, by way of B, without A's wording: not counted         ? help
    C Pier Notes: ¶1, by way of B, wit…  ? help
    ");
    assert_snapshot!(lines(HALVES, "L", &["in all", "only here"]), @"
    ▸A Holm Wire                 36 w · 56 % in B             B Island Post                  52 w · 38 % in A │   in all                      0
    ──────────────────────────────────────────────┬─────────┬─────────────────────────────────────────────────│ ▾ only here                   1

    The quay at Holm was closed on    │  1 ~  1 │   in all                        0
    Sunday because its oak planks     │         │ ▾ only here                     1

    in all                                  0
    ▾ only here                               1
    ");
}

/// A has three paragraphs of its own, between them furniture that B has too, and a caption that takes its words from a
/// paragraph of B.
const ASIDES: &[&[&[&str]]] = &[
    &[
        &[WORMS],
        &[BEES],
        &["Advertisement"],
        &[SCHOOL],
        &["Photo: Divers had found worms in nineteen of the forty piles. T. Lund/Pier Notes"],
        &[MAYOR],
    ],
    &[&[WORMS], &["Advertisement"]],
];

#[test]
fn a_run_of_blocks_alone_is_of_what_was_not_found() {
    let told = ["]", "]]", "]]]", "]]]]"].map(|typed| last_lines(ASIDES, typed).lines().next().map(str::to_owned));
    let told: Vec<String> = told.into_iter().flatten().collect();
    let expected =
        ["· not found in B: A¶2,4, 2 blocks ", "· also at B¶1 ", "· not found in B ", "no further difference below "];
    assert!(told.iter().zip(expected).all(|(line, expected)| line.contains(expected)), "{told:#?}");
}
