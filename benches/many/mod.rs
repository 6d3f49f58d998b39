//! Made-up stories of many outlets: a wire, and what each outlet makes of it.
//!
//! ```text
//!     wire      1   2   3   4   5   6   7   8
//!     outlet 1      2   ~   o   o   o   8   o     about half is the wire's, edited; the rest its own
//!     outlet 2  o   o   o   o   o   o   o   o     every fourth has none of it
//! ```

#[path = "../pairs/writer.rs"]
mod writer;

use writer::{Paragraph, Writer, page};

/// The seed of all stories.
const SEED: u64 = 1848;

/// The bytes of a word and the space after it, about.
const WORD: usize = 7;

/// Makes so many reports of about so many words each, the wire first.
#[must_use]
pub fn reports(count: usize, words: usize) -> Vec<String> {
    let mut writer = Writer::new(SEED);
    let headline = writer.headline();
    let wire = writer.report(words * WORD);
    let outlet = |place: usize| match place {
        0 => page(&headline, &wire),
        _ if place % 4 == 3 => page(&writer.headline(), &writer.report(words * WORD)),
        _ => page(&format!("{headline}, says {}", writer.headline()), &mixed(&mut writer, &wire, words)),
    };
    (0..count).map(outlet).collect()
}

/// About half of the wire, edited, among paragraphs of one's own.
fn mixed(writer: &mut Writer, wire: &[Paragraph], words: usize) -> Vec<Paragraph> {
    let start = writer.random.below(wire.len() / 2 + 1);
    let mut report = writer.edition(&wire[start..(start + wire.len() / 2).min(wire.len())]);
    for own in writer.report(words * WORD / 2) {
        report.insert(writer.random.below(report.len() + 1), own);
    }
    report
}
