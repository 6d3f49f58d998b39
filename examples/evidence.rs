//! How long the evidence of a story of many articles takes: `cargo run --release --example evidence -- FOLDER [COPIES]`.
//!
//! The articles of the folder (`.txt`) are taken in turn until there are so many, 100 unless said. Two times are told: of comparing every
//! two of them, which says what answers what, and of the evidence itself.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use diptych::article::Article;
use diptych::evidence::Evidence;
use diptych::evidence::links::Answers;
use diptych::story::{Story, parallel_pairs::unwatched};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("evidence FOLDER [COPIES]");
        std::process::exit(2);
    };
    let count = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(100);
    let entries = fs::read_dir(&folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    let read = |path: &PathBuf| fs::read_to_string(path).ok().map(|text| Article::read("a.txt", &text));
    let texts: Vec<Article> = paths.iter().filter_map(read).collect();
    let articles: Vec<Article> = texts.iter().cycle().take(count).cloned().collect();
    let story = Story::new("", articles);
    let words: usize = (0..count).map(|article| story.words(article)).sum();
    let chosen: Vec<usize> = (0..count).collect();
    let start = Instant::now();
    let answers = Answers::of_story(&story, story.pins(), &unwatched).expect("nobody stops it");
    let compared = start.elapsed();
    let start = Instant::now();
    let evidence = Evidence::of(&story, &chosen, &answers);
    let found = start.elapsed();
    println!(
        "{count} articles, {words} words: {} quotations, {} names; every two compared in {compared:?}, evidence in {found:?}",
        evidence.quotations.len(),
        evidence.names.names.len()
    );
}
