//! Compares two texts and prints their links, what each side has alone in marks.
//!
//! ```text
//! cargo run --example compare -- "$(cat one.txt)" "$(cat two.txt)"
//!
//!     A¶4 ~ B¶2  edited, moved
//!       A  Tickets will not rise before [spring], said Ines Varga, who runs the harbour.
//!       B  Tickets will not rise before [autumn], said Ines Varga, who runs the harbour.
//! ```
//!
//! A line of a text is a paragraph. What stands in `[ ]` the other side does not have, what stands in `( )` it has in
//! another place.

use std::error::Error;
use std::io::{self, Write};

use diptych::article::Article;
use diptych::comparison::Link;
use diptych::diff::Mark;
use diptych::pair::{Pair, Side};
use diptych::story::Story;

fn main() -> Result<(), Box<dyn Error>> {
    let texts: Vec<String> = std::env::args().skip(1).collect();
    let [left, right] = &texts[..] else { return Err("name two texts".into()) };
    Ok(compare(Pair::new(left, right), &mut io::stdout().lock())?)
}

/// Writes the links of two texts, those of the left one's order, and then the paragraphs that are in none.
///
/// # Errors
///
/// What `out` says.
pub fn compare(texts: Pair<&str>, out: &mut dyn Write) -> io::Result<()> {
    // The names are those by which messages and exports would call the two.
    let names = Pair::new("A", "B");
    let articles = vec![Article::read(names.left, texts.left), Article::read(names.right, texts.right)];
    let story = Story::new("two texts", articles);
    // Articles are named by their indices in the story.
    let shown = Pair::new(0, 1);
    let comparison = story.compare(shown);

    for link in &comparison.links {
        let numbers = names.zip(link.blocks.as_ref()).map(|(name, blocks)| {
            let numbers: Vec<String> = blocks.iter().map(|block| (block + 1).to_string()).collect();
            format!("{name}¶{}", numbers.join(","))
        });
        let moved = if link.moved { ", moved" } else { "" };
        writeln!(out, "{} ~ {}  {}{moved}", numbers.left, numbers.right, link.relation.name())?;
        for side in Side::BOTH {
            writeln!(out, "  {}  {}", names[side], marked(link, side, story.pair(shown)[side]))?;
        }
    }
    for side in Side::BOTH {
        for (block, text) in story.pair(shown)[side].blocks.iter().enumerate() {
            if comparison.link_of(side, block).is_none() {
                writeln!(out, "{}¶{} in no link\n  {}  {}", names[side], block + 1, names[side], text.text)?;
            }
        }
    }
    Ok(())
}

/// Joins the segments of one side of a link: they are the text of its blocks.
fn marked(link: &Link, side: Side, article: &Article) -> String {
    let segments = link.wording.segments[side].iter().map(|segment| {
        let text = &article.blocks[segment.block].text[segment.range.clone()];
        match segment.mark {
            Mark::Shared => text.to_owned(),
            Mark::Moved | Mark::Elsewhere => format!("({text})"),
            Mark::Only(_) => format!("[{text}]"),
        }
    });
    segments.collect()
}
