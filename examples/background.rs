//! Makes the tables of common words from lists of words.
//!
//! ```text
//! cargo run --example background -- LISTS
//! ```
//!
//! The folder `LISTS` holds one file for each language, `en.txt`, a word a line and the commonest first, as they stand in
//! `langdata/en/en.wordlist` of <https://github.com/tesseract-ocr/langdata> (Apache License 2.0) without figures and
//! punctuation. Of each the first thousand words are written to `src/common_words/en.txt`, as the stems that the aligner finds them
//! by, each once. The file `NOTICE` names the source.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// How many words of a language count.
const WORDS: usize = 1000;

fn main() {
    let Some(lists) = std::env::args().nth(1) else {
        eprintln!("usage: background LISTS");
        std::process::exit(2);
    };
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/common_words");
    for table in fs::read_dir(&tables).expect("the folder of the tables is there").filter_map(Result::ok) {
        let list = Path::new(&lists).join(table.file_name());
        let Ok(words) = fs::read_to_string(&list) else {
            eprintln!("background: {}: no such list; the table stays as it is", list.display());
            continue;
        };
        let mut seen = HashSet::new();
        let stems = words.lines().map(str::trim).filter(|word| !word.is_empty()).take(WORDS).map(diptych::words::stem);
        let lines: String = stems.filter(|stem| seen.insert(stem.clone())).map(|stem| stem + "\n").collect();
        fs::write(table.path(), lines).expect("the table can be written");
    }
}
