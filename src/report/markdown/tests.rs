use proptest::prelude::*;

use super::pair::BREAK;
use super::*;
use crate::article::Article;
use crate::pair::Side;
use crate::present::Marks;

/// Two articles as Markdown.
fn written(texts: [&str; 2], setup: PageSetup, markings: Markings) -> String {
    let [left, right] = texts;
    let story = Story::new("", vec![Article::read("left.txt", left), Article::read("right.txt", right)]);
    let mut out = Vec::new();
    write(&mut out, &story, Pair::new(0, 1), PairSetup::unfolded(setup, markings)).expect("memory takes all");
    String::from_utf8(out).expect("it is UTF-8")
}

/// Returns the rows of the table, each as its cells.
fn rows(markdown: &str) -> Vec<Vec<String>> {
    let lines = markdown.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    lines.take_while(|line| line.starts_with('|')).map(cells).collect()
}

/// Returns the cells of a row: between the `|` that no backslash stands before.
fn cells(line: &str) -> Vec<String> {
    let line = line.replace(r"\|", "\u{0}");
    let inner = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')).expect("a row");
    inner.split('|').map(|cell| cell.trim().replace('\u{0}', r"\|")).collect()
}

const LEFT: &str = "---\noutlet: Quay Wire\ndate: 2026-05-04\n---\nCouncil buys three boats\n\n\
    The council voted eleven to four on Monday evening to buy three boats for the crossing.\n\n\
    The yard in Ostrey was paid 41 million crowns for them, and the first is due in spring.\n\n\
    Nobody asked the fishermen.\n\nRead more\n";
const RIGHT: &str = "---\noutlet: Shore *Post*\n---\nA vote at last\n\n\
    The yard in Ostrey was paid 47 million crowns for them, and the first is due in spring.\n\n\
    The council voted eleven to four on Monday evening to buy three boats for the crossing.\n";

#[test]
fn a_pair_is_one_table() {
    insta::assert_snapshot!(written([LEFT, RIGHT], PageSetup::default(), Markings::default()), @r"
    # Quay Wire and Shore \*Post\*

    - A  Quay Wire · 2026-05-04 · 38 words, 87 % in B: Council buys three boats
    - B  Shore \*Post\* · 34 words, 97 % in A: A vote at last
    - [only left] {only right} \_case, punctuation or spelling\_ \<moved within its link> (=elsewhere there, in ¶n=¶n) = same words ~ edited ≈ reworded < > only on that side ⊏ part of it elsewhere there ″ said again ↑ ↓ its own place is there ⋯ has names, figures, rare words in common

    | A Quay Wire | | B Shore \*Post\* |
    |---|---|---|
    | A¶1 ⋯ (headline) Council buys three boats | headlines | B¶1 (headline) A vote at last |
    | A¶2 The council voted eleven to four on Monday evening to buy three boats for the crossing. | = same, moved | ↓ see B¶3 |
    | A¶3 The yard in Ostrey was paid [41] million crowns for them, and the first is due in spring. | ~ edited | B¶2 The yard in Ostrey was paid {47} million crowns for them, and the first is due in spring. |
    | A¶4 < Nobody asked the fishermen.<br>A¶5 (furniture) Read more | < only here |  |
    | ↑ see A¶2 | = same, moved | B¶3 ⋯ The council voted eleven to four on Monday evening to buy three boats for the crossing. |

    moved: A¶2 B¶3

    related: A¶1 B¶3
    ");
}

/// The pages and the pairs of a story of three as Markdown.
#[test]
fn a_story_is_its_pages_and_a_table_a_pair() {
    let third = "---\noutlet: Mole | Mail\nurl: https://mole.example/<a>?b|c\n---\n\
        Fish is dear in Holm, and nobody knows why that should be so in a year like this.\n";
    let articles = [("1.txt", LEFT), ("2.txt", RIGHT), ("3.txt", third)].map(|(name, text)| Article::read(name, text));
    let story = Story::new("boats *and* fish", articles.to_vec());
    let written = |scope| {
        let mut out = Vec::new();
        let (setup, markings) = (PageSetup::default(), Markings::default());
        write_story(&mut out, &story, scope, Filter::Everything, setup, markings).expect("memory takes all");
        String::from_utf8(out).expect("it is UTF-8")
    };
    let all = written(StoryScope::All);
    let headings: Vec<&str> = all.lines().filter(|line| line.starts_with('#')).collect();
    insta::assert_snapshot!(headings.join("\n"), @r"
    # boats \*and\* fish
    ## Shared wording
    ## Passages, seen from A
    ### A Quay Wire alone: 1 passage, 4 words
    ### C Mole \| Mail alone: 1 passage, 18 words
    ## Words that stand in A too
    ### Alike in other outlets, unlike A
    ## Headlines and leads
    ## Quotations
    ## People and places
    ### People and places, place by place
    ## Figures and dates
    ### Figures and dates, place by place
    ## Words
    ### Words, place by place
    ## A Quay Wire and B Shore \*Post\*
    ## A Quay Wire and C Mole \| Mail
    ## B Shore \*Post\* and C Mole \| Mail
    ");
    assert_eq!(all.matches("[only left]").count(), 1, "the marks are explained once");
    assert!(all.contains("<https://mole.example/%3Ca%3E?b|c>"), "{all}");
    // Every row has the cells of the head of its table.
    for table in all.split("\n\n").filter(|part| part.starts_with('|')) {
        let counts: Vec<usize> = table.lines().map(|line| cells(line).len()).collect();
        assert!(counts.iter().all(|count| *count == counts[0]), "{table}");
    }
    let of_one = written(StoryScope::With(Side::Right, 2));
    assert!(of_one.contains("What follows are the pairs of C") && !of_one.contains("## A Quay Wire and B"), "{of_one}");
}

#[test]
fn a_story_of_many_articles_is_as_long_as_its_text() {
    let article = |n: usize| {
        let own =
            |block: usize| format!("Boat {n} was seen at quay {block} of Holm by clerk {n} on day {}.", n * 7 + block);
        let shared = "The harbour office said on Tuesday that three boats were withdrawn in March.".to_owned();
        Article::read(&format!("{n}.txt"), &(0..4).map(own).chain([shared]).collect::<Vec<_>>().join("\n\n"))
    };
    let length = |count: usize| {
        let story = Story::new("many", (0..count).map(article).collect());
        let (mut out, setup, markings) = (Vec::new(), PageSetup::default(), Markings::default());
        write_story(&mut out, &story, StoryScope::All, Filter::Everything, setup, markings).expect("memory takes all");
        out.len()
    };
    let (some, many) = (length(15), length(60));
    // Pages of evidence have a column for each outlet, and here a row for what each has alone.
    assert!(many < some * 7, "{some} bytes for 15 articles, {many} for 60");
}

#[test]
fn signs_can_be_of_ascii_and_the_text_stays() {
    let setup = PageSetup { ascii: true, ..PageSetup::default() };
    let texts = ["Boats cost 41 \u{201C}million\u{201D} now.", "Boats cost 47 \u{201C}million\u{201D} now."];
    let markdown = written(texts, setup, Markings::default());
    let expected = [
        "A#1 Boats cost [41] \u{201C}million\u{201D} now.",
        "~ edited",
        "B#1 Boats cost {47} \u{201C}million\u{201D} now.",
    ];
    assert_eq!(rows(&markdown), [expected]);
    assert!(markdown.contains(" % reworded ") && markdown.contains("^ v its own place"), "{markdown}");
}

#[test]
fn what_is_marked_is_what_was_asked_for() {
    let texts = [
        "The colour of the three new boats for the crossing is red.",
        "The color of the three new boats for the crossing is green.",
    ];
    let left = |marks, small| {
        let markdown = written(texts, PageSetup::default(), Markings { marks, small, ..Markings::default() });
        let legend = markdown.lines().nth(4).expect("a legend").replace("- ", "");
        (legend.split(" = ").next().unwrap_or_default().to_owned(), rows(&markdown)[0][0].clone())
    };
    let (only, others) = ("[only left] {only right}", r"\<moved within its link> (=elsewhere there, in ¶n=¶n)");
    let own = |legend: &str, text: &str| (legend.to_owned(), format!("A\u{B6}1 {text}"));
    assert_eq!(
        left(Marks::Differences, true),
        own(
            &format!(r"{only} \_case, punctuation or spelling\_ {others}"),
            r"The \_colour\_ of the three new boats for the crossing is [red]."
        )
    );
    assert_eq!(
        left(Marks::Differences, false),
        own(&format!("{only} {others}"), "The colour of the three new boats for the crossing is [red].")
    );
    assert_eq!(
        left(Marks::Shared, true),
        own("==in both==", "The colour ==of the three new boats for the crossing is== red.")
    );
    let (legend, text) = left(Marks::Nothing, true);
    assert!(legend.starts_with("= same words"), "{legend}");
    assert_eq!(text, "A\u{B6}1 The colour of the three new boats for the crossing is red.");
}

#[test]
fn what_stands_elsewhere_says_where() {
    let texts = [
        "Nobody at the customs house would believe that three boats lay there in June when it was shut.\n\n\
        The quay is red since three boats lay there in June, and nobody knows why.",
        "The quay is red since three boats lay there in June, and nobody knows why.\n\nFish is dear.",
    ];
    let markdown = written(texts, PageSetup { ascii: true, ..PageSetup::default() }, Markings::default());
    let expected =
        "A#1 ( Nobody at the customs house would believe that (=three boats lay there in June=B#1) when it was shut.";
    assert_eq!(rows(&markdown)[0][0], expected);
}

#[test]
fn a_mark_and_what_stands_behind_it_make_no_link() {
    let texts = [
        "The council paid the yard 41(http://x.org) for three boats.",
        "The council paid the yard 47(http://x.org) for three boats.",
    ];
    let markdown = written(texts, PageSetup::default(), Markings::default());
    assert_eq!(rows(&markdown)[0][0], r"A¶1 The council paid the yard [41]\(http:\/\/x.org) for three boats.");
}

#[test]
fn nothing_makes_a_table_too() {
    let markdown = written(["", ""], PageSetup::default(), Markings::default());
    assert_eq!(rows(&markdown), Vec::<Vec<String>>::new());
    assert!(markdown.ends_with("|---|---|---|\n\nmoved: none\n"), "{markdown}");
}

/// Texts full of what Markdown reads, some of them in both.
fn hostile() -> impl Strategy<Value = [String; 2]> {
    const PIECES: [&str; 19] = [
        "boats",
        "crossing",
        "council",
        "|",
        "|---|",
        "\\",
        "**x**",
        "<b>",
        "<!--",
        "[a](b)",
        "(c)",
        "# h",
        "&lt;",
        "`c`",
        "www.x.org",
        "http://y.org",
        "a@b.c",
        "~~",
        "$x$",
    ];
    let piece = prop::sample::select(&PIECES[..]);
    let line = prop::collection::vec((piece, prop::sample::select(&["", " "][..])), 1..8)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect::<String>());
    let lines = prop::collection::vec(line, 1..6);
    (lines.clone(), lines, any::<bool>()).prop_map(|(left, mut right, shares)| {
        if shares {
            right.extend(left.iter().rev().cloned());
        }
        [left.join("\n\n"), right.join("\n\n")]
    })
}

#[test]
fn marks_that_touch_are_no_link() {
    let (told, lost) =
        ("Boats were tied up at the quay all week, said the master", "We lost the bridge in the storm of June.");
    let left = format!("{told} yesterday\u{2014}we lost the bridge in the storm.\n\n{lost}");
    let right = format!("{told}.\n\n{lost}");
    let (left, right) = (left.as_str(), right.as_str());
    let markdown = written([left, right], PageSetup::default(), Markings::default());
    assert!(markdown.contains(r"\(=we lost the bridge") && !markdown.contains("]("), "{markdown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_block_stands_once_at_home(texts in hostile()) {
        let markings = Markings { marks: Marks::Nothing, ..Markings::default() };
        let rows = rows(&written([&texts[0], &texts[1]], PageSetup::default(), markings));
        let articles = [Article::read("left.txt", &texts[0]), Article::read("right.txt", &texts[1])];
        prop_assert!(rows.iter().all(|row| row.len() == 3));
        for (column, letter, article) in [(0, 'A', &articles[0]), (2, 'B', &articles[1])] {
            let cells = rows.iter().flat_map(|row| row[column].split(BREAK));
            let home: Vec<&str> = cells.filter(|cell| cell.starts_with(&format!("{letter}\u{B6}"))).collect();
            prop_assert_eq!(home.len(), article.blocks.len());
            for (index, (cell, block)) in home.iter().zip(&article.blocks).enumerate() {
                prop_assert!(cell.starts_with(&format!("{letter}\u{B6}{}", index + 1)), "{}", cell);
                prop_assert!(cell.ends_with(&format!(" {}", escaped(&block.text))), "{}", cell);
            }
        }
    }

    #[test]
    fn what_an_article_says_is_text(texts in hostile()) {
        let markdown = written([&texts[0], &texts[1]], PageSetup::default(), Markings::default());
        for cell in rows(&markdown).iter().flatten() {
            let text = cell.replace(BREAK, "").replace("<!-- -->", "\u{0}");
            let mut before = ' ';
            for (at, c) in text.char_indices() {
                // The sign of a block alone; no tag begins so.
                let is_sign = text[at..].starts_with("< ") && before == ' ';
                let reads = "*_`<|".contains(c) && before != '\\' && !is_sign;
                prop_assert!(!reads, "{:?} in {}", c, cell);
                prop_assert!(!(before == '@' && c.is_alphanumeric()), "{}", cell);
                before = c;
            }
            for address in ["](", "://", "www."] {
                prop_assert!(!text.contains(address), "{} in {}", address, cell);
            }
        }
    }
}
