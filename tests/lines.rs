//! Lines of plain text: heads above the text, and what is wrapped in scripts of other kinds.

use diptych::article::Article;
use diptych::intake::clean;

/// Returns what an article says of itself, and its blocks behind their kinds.
fn read(raw: &str) -> (Article, Vec<String>) {
    let article = Article::read("a.txt", &clean::text(raw));
    let blocks = article.blocks.iter().map(|block| format!("{}: {}", block.kind.name(), block.text)).collect();
    (article, blocks)
}

/// Checks blocks with their kinds.
#[track_caller]
fn check(raw: &str, expected: &[&str]) {
    assert_eq!(read(raw).1, expected, "{raw}");
}

const BODY: &str = "The council of Larn voted on Monday to mend the two old locks,\nwhich have not been opened since 1999, and to ask for \
                    bids.\n\nSix of its eight members were for it. The others, Otto Quill and\nBerit Sund, said that a bridge would \
                    cost less and would be re-\npaired by the county.\n\nThe locks were built for ships of wood. A canal with a long-\n\
                    term plan would need others, the engineer wrote.";

const PARAGRAPHS: [&str; 3] = [
    "paragraph: The council of Larn voted on Monday to mend the two old locks, which have not been opened since 1999, and to ask for \
     bids.",
    "paragraph: Six of its eight members were for it. The others, Otto Quill and Berit Sund, said that a bridge would cost less and \
     would be repaired by the county.",
    "paragraph: The locks were built for ships of wood. A canal with a long-term plan would need others, the engineer wrote.",
];

#[test]
fn a_broken_headline_says_nothing_of_the_text_below() {
    for head in [
        "Council to mend both\nof the old locks\nat Larn by May",
        "COUNCIL OF LARN TO\nMEND OLD LOCKS;\nTWO AGAINST IT",
    ] {
        let headline = format!("headline: {}", head.replace('\n', " "));
        check(&format!("{head}\n\n{BODY}"), &[&[headline.as_str()], &PARAGRAPHS[..]].concat());
        let expected = [&[headline.as_str(), "byline: By Ann Example"], &PARAGRAPHS[..]].concat();
        check(&format!("{head}\n\nBy Ann Example\n\n{BODY}"), &expected);
        check(&format!("{head}\nBy Ann Example\n{BODY}"), &expected);
    }
}

#[test]
fn who_wrote_and_when_stand_apart_above_a_text_that_touches() {
    let (article, blocks) =
        read(&format!("Council to mend the old locks of Larn\nBy Ann Example\n3 May 2027, 8:14 am\n{BODY}"));
    assert_eq!(article.date.as_deref(), Some("2027-05-03"));
    assert_eq!(article.byline.as_deref(), Some("By Ann Example"));
    assert_eq!(blocks[0], "headline: Council to mend the old locks of Larn");
    assert_eq!(blocks[3..], PARAGRAPHS);
    // Hardly narrower than the text: as wide as its lines at fifty columns.
    let narrow = "Council of Larn is to mend both of the old locks\nBy Ann Example\nThe council of Larn voted on Monday to mend the\n\
                  two old locks, which have not been opened since\nthe year 1999.\nSix of its eight members were for it, and two\nwere not.";
    let blocks = read(narrow).1;
    assert_eq!(blocks[..2], ["headline: Council of Larn is to mend both of the old locks", "byline: By Ann Example"]);
    assert_eq!(blocks.len(), 4);
}
