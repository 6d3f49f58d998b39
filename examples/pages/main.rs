//! Measures how pages are read against what is expected of them.
//!
//! ```text
//! just pages FOLDER
//! cargo run --release --example pages -- FOLDER
//!
//!     page                            F1  headings     lists  captions      ms  headline byline date outlet
//!     001                         1.0000       5/5       7/7       1/1     2.1  =        =      –    =
//!     130 pages                    .9981   812/812 1204/1204   301/301     4.0  …
//! ```
//!
//! FOLDER holds a folder a page with `source.html` and `expected.html`, and perhaps `expected-metadata.json`, as the tests of
//! Mozilla's readability do; or files `NAME.html` and `NAME.txt`. F1 is that of the words of all blocks. A heading, an item
//! of a list and a caption are kept if a block of that kind has their words. Some expected texts have what readers of the page said, which
//! is no part of a report and is left out here: the last line says what the first two figures are without it. Of the facts, `=` is as expected, `+` found
//! though not expected, `~` another, `-` missing.

mod expected;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use diptych::draft::{Draft, Kind};
use diptych::formats::html;

use expected::Expected;

fn main() -> Result<()> {
    let Some(folder) = std::env::args_os().nth(1) else { bail!("name a folder of pages") };
    let pages = pages(Path::new(&folder))?;
    println!(
        "{:<28} {:>6} {:>9} {:>9} {:>9} {:>7}  headline byline date outlet",
        "page", "F1", "headings", "lists", "captions", "ms"
    );
    let rows: Vec<Row> =
        pages.iter().filter_map(|(source, expected)| row(source, expected).transpose()).collect::<Result<_>>()?;
    for row in &rows {
        println!("{}", row.line());
    }
    let all = Row::of_all(&rows);
    println!("{}", all.line());
    if all.has_comments {
        println!("{}", all.own_line());
    }
    Ok(())
}

/// Lists pages and what is expected of them.
fn pages(folder: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let inside = (path.join("source.html"), path.join("expected.html"));
        if inside.0.is_file() {
            pages.push(inside);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            pages.push((path.clone(), path.with_extension("txt")));
        }
    }
    pages.sort();
    Ok(pages)
}

struct Row {
    name: String,
    f1: f64,
    headings: (usize, usize),
    /// The same two, of what is expected without comments of readers, and whether there are any.
    own_f1: f64,
    own_headings: (usize, usize),
    has_comments: bool,
    items: (usize, usize),
    captions: (usize, usize),
    milliseconds: f64,
    facts: String,
}

impl Row {
    fn line(&self) -> String {
        let of = |(found, all): (usize, usize)| format!("{found}/{all}");
        let name: String = self.name.chars().take(28).collect();
        format!(
            "{name:<28} {:>6.4} {:>9} {:>9} {:>9} {:>7.1}  {}",
            self.f1,
            of(self.headings),
            of(self.items),
            of(self.captions),
            self.milliseconds,
            self.facts
        )
    }

    /// Writes the figures without comments of readers.
    fn own_line(&self) -> String {
        let (found, all) = self.own_headings;
        format!("{:<28} {:>6.4} {:>9}", "without readers' comments", self.own_f1, format!("{found}/{all}"))
    }

    fn of_all(rows: &[Self]) -> Self {
        let sum = |part: fn(&Self) -> (usize, usize)| {
            rows.iter().map(part).fold((0, 0), |all, own| (all.0 + own.0, all.1 + own.1))
        };
        let facts: Vec<String> = (0..4)
            .map(|k| {
                let signs =
                    |sign: &str| rows.iter().filter(|row| row.facts.split_whitespace().nth(k) == Some(sign)).count();
                format!("={} ~{} -{} +{}", signs("="), signs("~"), signs("-"), signs("+"))
            })
            .collect();
        Self {
            name: format!("{} pages", rows.len()),
            f1: mean(rows, |row| row.f1),
            headings: sum(|row| row.headings),
            own_f1: mean(rows, |row| row.own_f1),
            own_headings: sum(|row| row.own_headings),
            has_comments: rows.iter().any(|row| row.has_comments),
            items: sum(|row| row.items),
            captions: sum(|row| row.captions),
            milliseconds: rows.iter().map(|row| row.milliseconds).fold(0.0, f64::max),
            facts: facts.join("  "),
        }
    }
}

fn mean(rows: &[Row], part: fn(&Row) -> f64) -> f64 {
    rows.iter().map(part).sum::<f64>() / rows.len() as f64
}

/// Measures a page; nothing if no text is expected.
fn row(source: &Path, expected: &Path) -> Result<Option<Row>> {
    let name = if source.ends_with("source.html") { source.parent() } else { Some(source) };
    let name = name.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let Ok(expected) = Expected::read(expected) else { return Ok(None) };
    let bytes = fs::read(source)?;
    let start = Instant::now();
    let draft = html::read(&bytes);
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
    let draft = draft.unwrap_or_else(|refused| {
        eprintln!("{name}: {refused}");
        Draft::default()
    });
    let text: Vec<&str> = draft.blocks.iter().map(|block| block.text.as_str()).collect();
    if std::env::var_os("PAGES_SHOW").is_some_and(|shown| *shown == *name) {
        for block in &draft.blocks {
            eprintln!("{:?}\t{}", block.kind, block.text);
        }
        eprintln!("---- left out");
        draft.left_out.iter().for_each(|block| eprintln!("{}", block.text));
    }
    let kept = |wanted: &[String], is: fn(Option<Kind>) -> bool| {
        let blocks = draft.blocks.iter().filter(|block| is(block.kind));
        let mut blocks: Vec<String> = blocks.map(|block| expected::words(&block.text).join(" ")).collect();
        blocks.extend(draft.title.iter().map(|title| expected::words(title).join(" ")));
        let missing: Vec<&String> = wanted.iter().filter(|text| !blocks.contains(text)).collect();
        if std::env::var_os("PAGES_MISSING").is_some() {
            for text in &missing {
                eprintln!("{name}: missing: {text}");
            }
        }
        (wanted.len() - missing.len(), wanted.len())
    };
    let words = |title: Option<&str>| {
        expected::words(&title.into_iter().chain(text.iter().copied()).collect::<Vec<_>>().join("\n"))
    };
    // The headline is part of some expected texts, and of others not.
    let best = |wanted: &[String]| f1(&words(None), wanted).max(f1(&words(draft.title.as_deref()), wanted));
    let is_heading = |kind: Option<Kind>| kind == Some(Kind::Heading);
    Ok(Some(Row {
        f1: best(&expected.words),
        headings: kept(&expected.headings, is_heading),
        own_f1: best(&expected.own_words()),
        own_headings: kept(&expected.own_headings(), is_heading),
        has_comments: !expected.said_words.is_empty(),
        items: kept(&expected.items, |kind| matches!(kind, Some(Kind::Paragraph | Kind::Caption))),
        captions: kept(&expected.captions, |kind| kind == Some(Kind::Caption)),
        milliseconds,
        facts: expected.facts(&draft, &name),
        name,
    }))
}

/// Returns the F1 of two bags of words.
fn f1(found: &[String], expected: &[String]) -> f64 {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in expected {
        *left.entry(word).or_default() += 1;
    }
    let mut both = 0;
    for word in found {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            both += 1;
        }
    }
    if found.is_empty() && expected.is_empty() {
        1.0
    } else {
        2.0 * f64::from(both) / (found.len() + expected.len()) as f64
    }
}
