//! What a story of many outlets costs: time on all processors, and the most memory that it took.
//!
//! ```text
//! cargo run --release --example many -- 100                  outlets of 1,000 words each
//! cargo run --release --example many -- 100 200 FOLDER       … of 200 words, written into a folder
//! ```

#[path = "../benches/many/mod.rs"]
mod many;

use std::path::Path;
use std::time::Instant;
use std::{env, fs, io};

use diptych::article::Article;
use diptych::story::{Perspective, Story, StoryAnalysis};

fn main() -> io::Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let number = |place: usize, otherwise| args.get(place).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (count, words) = (number(0, 100), number(1, 1000));
    let reports = many::reports(count, words);
    if let Some(folder) = args.get(2) {
        return write(Path::new(folder), &reports);
    }
    measure(&reports);
    Ok(())
}

fn write(folder: &Path, reports: &[String]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    reports.iter().enumerate().try_for_each(|(place, text)| fs::write(folder.join(format!("{place:03}.txt")), text))
}

fn measure(reports: &[String]) {
    let bytes: usize = reports.iter().map(String::len).sum();
    let start = Instant::now();
    let articles = reports.iter().enumerate().map(|(place, text)| Article::read(&format!("{place:03}.txt"), text));
    let story = Story::new("many", articles.collect());
    let read = (start.elapsed(), peak());
    let analysis = StoryAnalysis::new(&story);
    let seen = (start.elapsed(), peak());
    let perspective = Perspective::new(&story, &analysis, analysis.first_base());
    let all = (start.elapsed(), peak());
    println!(
        "{} articles, {:.1} MB of text, {} passages",
        reports.len(),
        bytes as f64 / 1e6,
        perspective.presence.rows.len()
    );
    for (name, (time, peak)) in [("read", read), ("every pair", seen), ("from one", all)] {
        println!("{name:12} {:6} ms  {peak:5} MB at most", time.as_millis());
    }
}

/// The most memory that was taken so far, in MB; 0 where the system doesn't tell.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).map_or(0, |kilobytes| kilobytes / 1024)
}
