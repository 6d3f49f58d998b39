//! How long comparing takes on large and on hostile texts.
//!
//! ```text
//! cargo run --release --example scale
//! ```

use std::time::Instant;

use diptych::article::Article;
use diptych::pair::Pair;
use diptych::story::Story;

/// A small generator of numbers that are the same each time (Marsaglia, "Xorshift RNGs", 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    /// Paragraphs of some sixty words; nearly half of them come from three hundred that every text has.
    fn paragraphs(&mut self, kind: &str, count: usize) -> Vec<String> {
        let word = |numbers: &mut Self| match numbers.below(20) {
            0..9 => format!("w{}", numbers.below(300)),
            _ => format!("{kind}{}", numbers.below(9000)),
        };
        (0..count).map(|_| (0..60).map(|_| word(self)).collect::<Vec<_>>().join(" ") + ".").collect()
    }

    fn shuffled(&mut self, mut items: Vec<String>) -> Vec<String> {
        for k in (1..items.len()).rev() {
            let other = self.below(k + 1);
            items.swap(k, other);
        }
        items
    }
}

fn main() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let text = numbers.paragraphs("a", 2000);
    let reordered = numbers.shuffled(text.clone());
    let one = vec![text.join(" ")];
    let other = vec![reordered.join(" ")];
    let again = |count: usize| vec!["The ferry lies at its berth and nobody knows why.".to_owned(); count];
    let few: Vec<String> = (0..10_000).map(|k| text[k % 50].clone()).collect();
    let turned: Vec<String> = (0..10_000).map(|k| text[k * 7 % 50].clone()).collect();
    report("2,000 unrelated paragraphs", &text, &numbers.paragraphs("b", 2000));
    report("2,000 paragraphs, reordered", &text, &reordered);
    report("a sentence 20,000 times", &again(20_000), &again(19_000));
    report("50 paragraphs 200 times, in another order", &few, &turned);
    report("one paragraph of 120,000 words, reordered", &one, &other);
    report("one paragraph, and its parts", &one, &text);
}

fn report(name: &str, left: &[String], right: &[String]) {
    let article = |blocks: &[String]| Article::read("-", &blocks.join("\n\n"));
    let articles = vec![article(left), article(right)];
    let start = Instant::now();
    let story = Story::new("scale", articles);
    let read = start.elapsed();
    let found = story.compare(Pair::new(0, 1));
    println!(
        "{name:44} read {:4} ms  compared {:4} ms  {} links{}",
        read.as_millis(),
        start.elapsed().saturating_sub(read).as_millis(),
        found.links.len(),
        if found.coarse { ", coarse" } else { "" }
    );
}
