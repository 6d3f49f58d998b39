//! Reports that several tests read, and what they do with a reader.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::layout::RowCell;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::state::{Message, Opening, Reader};
use diptych::tui::{Model, draw, dump};

/// The sizes that walks are taken at: a large screen, the usual one, and about the smallest.
pub const SIZES: [(u16, u16); 3] = [(140, 40), (80, 24), (45, 15)];

/// Sentences of a report, of which no two have five words in a row in common.
pub const QUAY: &str =
    "The quay at Holm was closed on Sunday because its oak planks were rotten and two of them had broken.";
pub const WORMS: &str =
    "Divers had found worms in nineteen of the forty piles below the waterline of the eastern pier.";
pub const MAYOR: &str =
    "Mayor Edda Brandt wants to hear from the builders before the county sends its surveyor in autumn.";
pub const BEES: &str = "A retired pilot sells honey in the old customs house on three mornings of the week.";
pub const SCHOOL: &str = "The island has four classrooms, one nurse and a library that opens whenever somebody rings.";

/// A short report.
pub const WIRE: &str = "---\noutlet: Coast Wire\ntitle: New boats for the island\ndate: 2026-06-16\n---\n
The ministry said on Tuesday that three ferries would be renewed before the next winter.

Tickets will not rise before spring, the treasurer said, whatever the price of oil.

Three boats were withdrawn in March after cracks were found in their hulls.

Two members of the council voted against the order.
";

/// A short one of an outlet that waits.
pub const LEDGER: &str = "---\noutlet: Ledger\ntitle: A town that waits\n---\n
Three boats were withdrawn in March after cracks were found in their hulls.

The ministry promised on Tuesday that three ferries would be renewed before the next summer.

Nobody at the quay believes a word of it, says the harbour master.

Two members of the council voted against the order.

Read more
";

/// One that has nothing to do with them.
pub const NOTES: &str =
    "---\noutlet: Notes\ntitle: Gulls\n---\n\nThe gulls came back to the chimney of the old dairy.\n";

/// The story `harbour` of texts by the names of their files.
pub fn harbour(texts: &[(&str, &str)]) -> Arc<Story> {
    let articles = texts.iter().map(|(name, text)| Article::read(name, text)).collect();
    Arc::new(Story::new("harbour", articles))
}

/// A reader of it that opens with the first two, on a screen of a size.
pub fn opening(texts: &[(&str, &str)], (width, height): (u16, u16)) -> Opening {
    Opening::new(harbour(texts), Pair::new(0, 1)).sized(width, height)
}

/// The whole screen as text, with signs for what is set off.
pub fn shown(model: &Model) -> String {
    let (width, height) = model.reader.rows.screen.full();
    dump::marked(&draw(model, width, height), &model.reader.theme)
}

/// What the last line says for now.
pub fn notice(model: &Model) -> &str {
    model.reader.status.notice.as_deref().unwrap_or_default()
}

/// Presses keys one by one, and waits for what they ask for.
pub fn press(model: &mut Model, typed: &str) {
    for key in keys::parse(typed).expect("the keys are known") {
        model.update(Message::Key(key));
        model.run_jobs();
    }
}

/// The blocks of which something stands on a row, by side.
pub fn blocks_on(reader: &Reader, row: usize) -> Vec<(Side, usize)> {
    let layout = &reader.rows.layout;
    let Some(shown) = layout.rows.get(row) else { return Vec::new() };
    let band = &reader.pair.bands.bands[shown.band];
    let of_side = |side: Side| match shown.cells[side] {
        RowCell::Text { index, .. } => vec![(side, band.placed[side][index].block)],
        RowCell::Named { block } => vec![(side, block)],
        RowCell::Fold { first, last } => (first..=last).map(|block| (side, block)).collect(),
        // Both sides of the link are woven into one text.
        RowCell::Woven { .. } => {
            let link = band.link.map(|link| &reader.pair.comparison.links[link].blocks);
            let of = |side: Side| {
                link.into_iter().flat_map(move |blocks| blocks[side].iter().map(move |&block| (side, block)))
            };
            Side::BOTH.into_iter().flat_map(of).collect()
        }
        _ => Vec::new(),
    };
    Side::BOTH.into_iter().flat_map(of_side).collect()
}
