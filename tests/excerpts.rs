//! What is written to be given on, kept to the first words of each block and its marked runs.

mod desk;

use desk::{Desk, Run};
use diptych::intake::bundled;

/// How each story is written; the pages of a story, too.
const WRITTEN: [&str; 12] = [
    "--format text --left A --right B",
    "--format text --left A --right B --arrangement inline --width 60",
    "--format text --view story",
    "--format html",
    "--format markdown",
    "--plain --left A --right B",
    "--plain --view story",
    "--format json",
    "--format csv",
    "--format tsv --table passages",
    "--format jsonl --table runs",
    "--format jsonl --marks shared",
];

/// The words that may stand in a row: those at the beginning of a block, a marked run, and one that they share.
const MOST: usize = 38;

/// Returns a page without its elements.
fn without_elements(page: &str) -> String {
    let texts = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.collect()
}

/// Returns the words of a text, without what marks and lines add.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn run(desk: &Desk, words: &str) -> Run {
    let run = desk.run(words);
    assert_eq!(run.err, "", "{words}");
    run
}

#[test]
fn no_more_of_a_block_is_given_than_an_excerpt() {
    let desk = Desk::new();
    for name in ["ferry", "counter-espionage"] {
        let articles = bundled::read(name).expect("it is bundled");
        let blocks = articles.iter().flat_map(|article| &article.blocks);
        let long: Vec<String> = blocks
            .map(|block| words(&block.text))
            .filter(|words| words.len() > MOST)
            .map(|words| words.join(" "))
            .collect();
        assert!(!long.is_empty(), "{name} has no long paragraph");
        for format in WRITTEN {
            let whole = run(&desk, &format!("--story {name} {format}"));
            let excerpt = run(&desk, &format!("--story {name} --excerpts {format}"));
            assert_eq!(excerpt.status, whole.status, "{format}");
            let is_page = format == "--format html";
            let written = if is_page { without_elements(&excerpt.out) } else { excerpt.out };
            let written = words(&written).join(" ");
            for block in &long {
                let words: Vec<&str> = block.split(' ').collect();
                let given = words.windows(MOST).find(|window| written.contains(&window.join(" ")));
                assert_eq!(given, None, "{name} {format}");
            }
        }
    }
}

#[test]
fn marks_and_first_words_are_there_and_where_it_was_published() {
    let desk = Desk::new();
    let ferry = |format: &str| run(&desk, &format!("--story ferry --left A --right B --excerpts {format}")).out;
    let source = "A  Coast Wire, “Kelsmouth votes for a new ferry fleet”, 2026-06-16";
    for format in ["--format text --width 160", "--format markdown"] {
        let written = ferry(format);
        assert!(written.contains("The contract, worth [41] million crowns, went"), "{written}");
        assert!(written.contains("[undertook] …") && written.contains(source), "{written}");
    }
    let plain = ferry("--plain");
    assert!(plain.contains("went to the Dunnock yard in …\nOnly A: “41”, “undertook”.\n"), "{plain}");
    assert!(
        plain.contains("Source of A: Coast Wire, “Kelsmouth votes for a new ferry fleet”, 2026-06-16\n"),
        "{plain}"
    );
    let ascii = ferry("--format markdown --ascii");
    assert!(ascii.contains("{, when} ~ {came to light} ~") && !ascii.contains('…'), "{ascii}");
    let html = run(&desk, "--story ferry --excerpts --format html").out;
    assert_eq!(html.matches("class=\"source\"").count(), 4 + 6 * 2, "under the pages, and under each pair");
    let json = desk.json("--story ferry --excerpts");
    assert_eq!(json["excerpts"], true);
    let edited = &json["comparisons"][0]["links"][2]["segments"]["left"];
    let texts: Vec<&str> =
        edited.as_array().into_iter().flatten().filter_map(|segment| segment["text"].as_str()).collect();
    assert_eq!(texts, ["The contract, worth ", "41", "…", "undertook", "…"]);
    assert!(desk.json("--story ferry").get("excerpts").is_none());
}

#[test]
fn a_screen_is_no_excerpt() {
    let desk = Desk::new();
    for words in ["--keys q", "--format svg", "--format tui", "--format passim"] {
        let run = desk.run(&format!("--story ferry --excerpts {words}"));
        let line = "diptych: --excerpts: only what is written to be given on is shortened, no screen and no corpus; add --format html\n";
        assert_eq!((run.status, run.err.as_str()), (2, line), "{words}");
    }
}
