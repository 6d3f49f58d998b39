//! Writes the links of every two articles of a folder, a line each, the fields parted by tabs.
//!
//! ```text
//! cargo run --example links -- articles/ferry
//!
//!     A    B    12    9    verbatim    moved    1.00    Two of the thirteen …    Two of the thirteen …
//!     A    B    5     6,7  edited      -        0.93    The Guillemot, the …    The Guillemot, the …
//!     …
//! ```
//!
//! The fields: letters of the two articles, numbers of the linked paragraphs on either side (from 1, parted by
//! commas), relation, whether it is moved, similarity from 0 to 1, and both texts. `diptych --format tsv` writes such
//! a table with a head; this is how to write one of one's own.

use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;

use diptych::intake;
use diptych::letters::letter;
use diptych::pair::Pair;
use diptych::story::Story;

fn main() -> Result<(), Box<dyn Error>> {
    let names: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if names.is_empty() {
        return Err("name a folder of articles, or two and more articles".into());
    }
    let story = Story::new("folder", intake::read(&names)?.articles);
    Ok(links(&story, &mut io::stdout().lock())?)
}

/// Writes the links of every two articles of a story, in the order of the left one.
///
/// # Errors
///
/// What `out` says.
pub fn links(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    let count = story.articles().len();
    for left in 0..count {
        for right in left + 1..count {
            let pair = Pair::new(left, right);
            for link in &story.compare(pair).links {
                let letters = pair.map(letter);
                let numbers = link
                    .blocks
                    .as_ref()
                    .map(|blocks| blocks.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(","));
                let texts = pair.zip(link.blocks.as_ref()).map(|(article, blocks)| {
                    let texts = blocks.iter().map(|&block| story.articles()[article].blocks[block].text.as_str());
                    // Text has no tabs once it is read; a line end would begin another row.
                    texts.collect::<Vec<_>>().join(" ").replace(['\t', '\n'], " ")
                });
                let moved = if link.moved { "moved" } else { "-" };
                writeln!(
                    out,
                    "{}\t{}\t{}\t{}\t{}\t{moved}\t{:.2}\t{}\t{}",
                    letters.left,
                    letters.right,
                    numbers.left,
                    numbers.right,
                    link.relation.name(),
                    link.similarity,
                    texts.left,
                    texts.right
                )?;
            }
        }
    }
    Ok(())
}
