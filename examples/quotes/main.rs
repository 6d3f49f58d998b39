//! How surely speakers of quotations are found: measured on articles in which others marked who says what.
//!
//!     cargo run --example quotes -- FOLDER [--wrong]
//!
//! FOLDER has `gold.jsonl`, an article a line (`name`, and `quotations` with `text`, `block`, `source` and perhaps `outside`), and
//! `texts/NAME.txt`. One half of the articles, by the hash of their names, is for fitting rules; what is reported is the other
//! half. `--wrong` shows what of the half for fitting is wrong or missing. With `--all` both halves are one.

mod heads;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use diptych::article::Article;
use diptych::evidence::attribution::Attribution;
use diptych::evidence::quotations::{Quotation, quotations};
use diptych::evidence::rules::Rule;
use diptych::evidence::speakers::attributions;
use diptych::evidence::word_lists::WordLists;
use serde_json::Value;

/// Counts of one row.
#[derive(Clone, Copy, Default)]
struct Tally {
    gold: usize,
    found: usize,
    sourced: usize,
    answered: usize,
    right: usize,
}

/// The quotations of one article by gold, and by the program.
struct Measured<'a> {
    article: &'a Article,
    quotations: Vec<Quotation>,
    attributions: Vec<Option<Attribution>>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.first() else {
        eprintln!("quotes FOLDER [--wrong] [--all] [--unsure]");
        std::process::exit(2);
    };
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    let gold = fs::read_to_string(Path::new(folder).join("gold.jsonl")).expect("the folder has gold.jsonl");
    let mut halves = [BTreeMap::<String, Tally>::new(), BTreeMap::new()];
    for line in gold.lines() {
        let entry: Value = serde_json::from_str(line).expect("a line is an object");
        let name = entry["name"].as_str().expect("an article has a name");
        let half = if has("--all") { 1 } else { usize::from(hash(name) >> 32 & 1 != 0) };
        let path = Path::new(folder).join("texts").join(format!("{name}.txt"));
        let text = fs::read_to_string(path).expect("the text is there");
        measure(&entry, &text, &mut halves[half], has("--wrong") && half == 0, has("--unsure"));
    }
    for (title, rows) in ["for fitting", "reported"].iter().zip(&halves) {
        if !rows.is_empty() {
            print(title, rows);
        }
    }
}

/// FNV-1a.
fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn measure(entry: &Value, text: &str, rows: &mut BTreeMap<String, Tally>, shows_wrong: bool, unsure: bool) {
    let article = Article::read("a.txt", text);
    let found = quotations(&article);
    let lists = WordLists::known("en");
    let (attributions, _) = attributions(&article, &found, lists);
    let measured = Measured { article: &article, quotations: found, attributions };
    let paragraphs: Vec<String> =
        text.split("\n\n").map(heads::squashed).filter(|paragraph| !paragraph.is_empty()).collect();
    for gold in entry["quotations"].as_array().expect("a list") {
        if !gold["outside"].is_null() {
            continue;
        }
        let said = gold["text"].as_str().expect("a text");
        let words = heads::words(said);
        let paragraph = gold["block"].as_u64().and_then(|block| paragraphs.get(block as usize));
        let matched = measured.matching(&words, paragraph);
        let answer = matched.and_then(|k| measured.attributions[k].as_ref());
        let answer = answer.filter(|answer| unsure || answer.rule.is_sure());
        let source = gold["source"].as_str().unwrap_or("");
        let speaker =
            answer.map(|answer| measured.article.blocks[answer.block].text[answer.speaker.clone()].to_owned());
        let is_right = speaker.as_ref().is_some_and(|speaker| heads::is_same(source, speaker));
        let mut names = vec!["all".to_owned()];
        names.extend((words.len() >= 4).then(|| "four words and more".to_owned()));
        names.extend(answer.map(|answer| format!("  {}", answer.rule.name())));
        for name in names {
            let row = rows.entry(name).or_default();
            row.gold += 1;
            row.found += usize::from(matched.is_some());
            row.sourced += usize::from(!source.is_empty() && matched.is_some());
            row.answered += usize::from(!source.is_empty() && answer.is_some());
            row.right += usize::from(!source.is_empty() && is_right);
        }
        if shows_wrong && !is_right && !source.is_empty() {
            let rule = answer.map_or("unanswered", |answer| answer.rule.name());
            let rule = if matched.is_none() { "missing" } else { rule };
            println!(
                "[{rule}] “{}” gold {source:?} program {:?}",
                said.chars().take(50).collect::<String>(),
                speaker.unwrap_or_default()
            );
            if let Some(k) = matched {
                let own = &measured.quotations[k];
                let text = &measured.article.blocks[own.block].text;
                println!("      {}", around(text, own));
            }
        }
    }
}

/// A quotation with what stands around it.
fn around(text: &str, own: &Quotation) -> String {
    let before: String =
        text[..own.range.start].chars().rev().take(160).collect::<Vec<_>>().into_iter().rev().collect();
    let after: String = text[own.range.end..].chars().take(120).collect();
    let said: String = text[own.range.clone()].chars().take(30).collect();
    format!("…{before}⟦{said}⟧{after}…")
}

impl Measured<'_> {
    /// Finds the quotation that has four fifths of some words in order, in the same paragraph before any other.
    fn matching(&self, words: &[String], paragraph: Option<&String>) -> Option<usize> {
        let rank = |k: &usize| {
            let own = &self.quotations[*k];
            let text = &self.article.blocks[own.block].text;
            let said = heads::words(&text[own.inner.clone()]);
            let common = heads::common(words, &said);
            let is_same = paragraph.is_some_and(|paragraph| heads::squashed(text) == *paragraph);
            let covers = common * 5 >= words.len() * 4 && common > 0 && (is_same || words.len() >= 4);
            covers.then_some((is_same, common * 1000 / said.len().max(1)))
        };
        (0..self.quotations.len()).filter_map(|k| Some((rank(&k)?, std::cmp::Reverse(k)))).max().map(|(_, k)| k.0)
    }
}

fn print(title: &str, rows: &BTreeMap<String, Tally>) {
    println!("{title:32} {:>5} {:>7} {:>9} {:>7}", "gold", "found", "answered", "right");
    let share = |part: usize, whole: usize| {
        if whole == 0 { "-".to_owned() } else { format!("{:.3}", part as f64 / whole as f64) }
    };
    let mut names: Vec<&String> = rows.keys().collect();
    let order = |name: &str| Rule::ALL.iter().position(|rule| rule.name() == name.trim()).map_or(0, |k| k + 1);
    names.sort_by_key(|name| (order(name), name.len()));
    for name in names {
        let row = rows[name];
        println!(
            "{name:32} {:5} {:>7} {:>9} {:>7}",
            row.gold,
            share(row.found, row.gold),
            share(row.answered, row.sourced),
            share(row.right, row.answered)
        );
    }
}
