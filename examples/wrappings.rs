//! Wraps texts as people do, reads them again, and says how many come back.
//!
//! ```text
//!     cargo run --example wrappings                 the bundled stories
//!     cargo run --example wrappings -- FOLDER …     texts with a paragraph a line, in these folders and those within
//! ```
//!
//! The first column is the share of texts of which every paragraph comes back, the second that of paragraphs. With `--wrong`
//! the first paragraph of each text that comes back otherwise is shown.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use diptych::draft::Kind;
use diptych::formats::text;
use diptych::intake::{bundled, clean};

const WIDTHS: [usize; 5] = [50, 65, 72, 80, 110];

/// Says what stands between paragraphs, and what is done to lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Line,
    LineApart,
    Blank,
    Touching,
    Indented,
    Hanging,
    Ragged,
    RaggedTouching,
    Hyphenated,
    HyphenatedTouching,
    Pages,
    PagesTouching,
    Quoted,
}

const WAYS: [Way; 13] = [
    Way::Line,
    Way::LineApart,
    Way::Blank,
    Way::Touching,
    Way::Indented,
    Way::Hanging,
    Way::Ragged,
    Way::RaggedTouching,
    Way::Hyphenated,
    Way::HyphenatedTouching,
    Way::Pages,
    Way::PagesTouching,
    Way::Quoted,
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let shows = arguments.iter().any(|argument| argument == "--wrong");
    let mut texts = Vec::new();
    for folder in arguments.iter().filter(|argument| !argument.starts_with("--")) {
        gather(Path::new(folder), &mut texts);
    }
    if texts.is_empty() {
        let stories = bundled::names().into_iter().filter_map(bundled::read).flatten();
        texts.extend(stories.map(|article| article.blocks.into_iter().map(|block| block.text).collect()));
    }
    println!("{} texts, {} paragraphs", texts.len(), texts.iter().map(Vec::len).sum::<usize>());
    for way in WAYS {
        let widths = if matches!(way, Way::Line | Way::LineApart) { &WIDTHS[..1] } else { &WIDTHS[..] };
        let columns: Vec<String> = widths.iter().map(|&width| measured(&texts, way, width, shows)).collect();
        println!("{:<20} {}", format!("{way:?}"), columns.join("   "));
    }
}

/// Gathers the paragraphs of all texts of a folder.
fn gather(folder: &Path, texts: &mut Vec<Vec<String>>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "txt")
            && let Ok(raw) = std::fs::read_to_string(&path)
        {
            let cleaned = clean::text(&raw);
            // White space is folded as it is read.
            let lines = cleaned.lines().flat_map(|line| text::read(line).blocks).map(|block| block.text);
            texts.push(lines.collect());
        }
    }
}

fn measured(texts: &[Vec<String>], way: Way, width: usize, shows: bool) -> String {
    let (mut whole, mut right, mut all) = (0, 0, 0);
    for paragraphs in texts {
        let wrapped = wrapped(paragraphs, way, width);
        let draft = text::read(&clean::text(&wrapped));
        let blocks = draft.blocks.into_iter().filter(|block| block.kind != Some(Kind::Furniture));
        let blocks: Vec<String> = blocks.map(|block| block.text).filter(|text| !is_page(text)).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for block in &blocks {
            *counts.entry(block).or_default() += 1;
        }
        let came = paragraphs.iter().filter(|paragraph| {
            let count = counts.entry(paragraph).or_default();
            let is_there = *count > 0;
            *count = count.saturating_sub(1);
            is_there
        });
        right += came.count();
        all += paragraphs.len();
        whole += usize::from(&blocks == paragraphs);
        if shows && let Some(k) = (0..blocks.len()).find(|&k| blocks.get(k) != paragraphs.get(k)) {
            println!("{way:?} {width}:\n  {}\n  {}", blocks[k], paragraphs.get(k).map_or("", String::as_str));
        }
    }
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    format!("{width}: {:5.1} {:5.1}", share(whole, texts.len()), share(right, all))
}

fn wrapped(paragraphs: &[String], way: Way, width: usize) -> String {
    match way {
        Way::Line => return paragraphs.join("\n"),
        Way::LineApart => return paragraphs.join("\n\n"),
        _ => {}
    }
    let mut lines = Vec::new();
    let mut random = Random(7);
    for paragraph in paragraphs {
        let (first, others) = match way {
            Way::Indented => ("   ", ""),
            Way::Hanging => ("", "   "),
            Way::Quoted => ("> ", "> "),
            _ => ("", ""),
        };
        let ragged = matches!(way, Way::Ragged | Way::RaggedTouching);
        let hyphenated = matches!(way, Way::Hyphenated | Way::HyphenatedTouching);
        let own = wrap(paragraph, [first, others], width, ragged, hyphenated, &mut random);
        let is_apart = matches!(way, Way::Blank | Way::Ragged | Way::Hyphenated | Way::Pages);
        if !lines.is_empty() && is_apart {
            lines.push(String::new());
        } else if !lines.is_empty() && way == Way::Quoted {
            lines.push(">".to_owned());
        }
        lines.extend(own);
    }
    if matches!(way, Way::Pages | Way::PagesTouching) { paged(&lines) } else { lines.join("\n") }
}

/// The running head that is set.
const HEAD: &str = "Westhaven Ledger, weekend edition";

fn is_page(text: &str) -> bool {
    text == HEAD || text.bytes().all(|b| b.is_ascii_digit())
}

/// Sets the number of the page and a running head after each fourteen lines.
fn paged(lines: &[String]) -> String {
    let pages: Vec<String> = lines.chunks(14).map(|page| page.join("\n")).collect();
    let mut text = format!("{HEAD}\n\n");
    for (number, page) in pages.iter().enumerate() {
        if number > 0 {
            text.extend(["\n\n", &number.to_string(), "\n\u{C}", HEAD, "\n\n"]);
        }
        text.push_str(page);
    }
    text
}

fn wrap(
    paragraph: &str,
    [first, others]: [&str; 2],
    width: usize,
    ragged: bool,
    hyphenated: bool,
    random: &mut Random,
) -> Vec<String> {
    use unicode_width::UnicodeWidthStr;

    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    // A script without spaces is wrapped between any two letters.
    let is_spaceless = paragraph.contains(['の', '的', '之', '、']);
    let units: Vec<String> = if is_spaceless {
        paragraph.chars().map(String::from).collect()
    } else {
        paragraph.split(' ').map(str::to_owned).collect()
    };
    let gap = usize::from(!is_spaceless);
    let mut limit = width;
    for unit in units {
        let mut unit = unit;
        if !is_empty && line.width() + gap + unit.width() > limit {
            let room = limit.saturating_sub(line.width() + 2);
            if hyphenated
                && unit.chars().all(char::is_alphabetic)
                && unit.is_ascii()
                && room >= 3
                && unit.len() >= room + 3
            {
                line.push(' ');
                line.push_str(&unit[..room]);
                line.push('-');
                unit = unit[room..].to_owned();
            }
            lines.push(std::mem::replace(&mut line, others.to_owned()));
            is_empty = true;
            limit = if ragged { width - random.below(width / 6) } else { width };
        }
        if !is_empty && !is_spaceless {
            line.push(' ');
        }
        line.push_str(&unit);
        is_empty = false;
    }
    lines.push(line);
    lines
}

/// Draws numbers, the same ones each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }
}
