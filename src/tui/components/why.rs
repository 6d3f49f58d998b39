//! Why a link stands: what it rests on, in a box.
//!
//! ```text
//!     ┌─ Why A¶4 and B¶7 are linked ─────────────────────────────────────┐
//!     │ edited: 29 of 35 words here and 29 of 34 there are shared        │
//!     │ moved: outside the order that most words keep                    │
//!     │ found where it crosses the order, by its words; odds 98 in 100   │
//!     │ rests on: spies, with easy ways to report, praise and prizes     │
//!     └──────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;

use crate::keys::Key;
use crate::layout::BlockStatus;
use crate::pair::Side;
use crate::present::reasons;
use crate::tui::component::{Component, Outcome, Placement};
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::paint::frame;
use crate::tui::paint::put::put_within;
use crate::tui::state::Reader;
use crate::wrap;

/// The widest line in the box.
const MEASURE: usize = 70;

/// Why the link at the cursor stands, or why a block is in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    title: String,
    /// What it rests on, each a sentence.
    reasons: Vec<String>,
}

impl Why {
    /// Opens the reason of the link at the cursor, or what there is to say of the block in no link; if there is neither,
    /// says so.
    ///
    /// Cost: linear in the two texts, whose rare words are weighed once more.
    pub fn open(reader: &mut Reader) -> Option<Self> {
        let pair = &reader.pair;
        let letters = pair.letters();
        let Some(link) = reader.band().and_then(|band| band.link) else {
            let why = Self::alone(reader);
            if why.is_none() {
                reader.status.notice = Some("no link here".to_owned());
            }
            return why;
        };
        let link = &pair.comparison.links[link];
        let mut reasons = reasons::reasons(link, &pair.story.rests_on(pair.shown, &link.blocks));
        for side in Side::BOTH {
            let blocks = &pair.articles()[side].blocks;
            reasons.extend(link.blocks[side].iter().flat_map(|&block| {
                let runs = pair.comparison.elsewhere.in_block(side, block);
                reasons::elsewhere(&blocks[block].text, runs, [&letters[side], &letters[side.other()]])
            }));
        }
        Some(Self { title: format!(" {} ", reasons::title(&letters, link)), reasons })
    }

    /// Opens what there is to say of the block in no link at the cursor.
    fn alone(reader: &Reader) -> Option<Self> {
        let pair = &reader.pair;
        let focus = reader.position.focus;
        let anchor = [focus, focus.other()].into_iter().find_map(|side| reader.anchor_on(side))?;
        let (side, block) = (anchor.side, anchor.block);
        let (letters, there) = (pair.letters(), side.other());
        let status = BlockStatus::new(pair.articles(), &pair.comparison, side, block);
        let text = &pair.articles()[side].blocks[block].text;
        let runs = pair.comparison.elsewhere.in_block(side, block);
        let mut reasons = reasons::elsewhere(text, runs, [&letters[side], &letters[there]]);
        reasons.push(reasons::alone(status, &letters[there]));
        if matches!(status, BlockStatus::Alone | BlockStatus::Partly) {
            let near = pair.story.nearest_to(pair.shown, side, block);
            reasons.extend(near.first().map(|near| reasons::nearest(near, &letters[there])));
        }
        Some(Self { title: format!(" {} ", reasons::title_alone(&letters[side], block)), reasons })
    }

    /// Wraps the reasons for the screen.
    fn lines(&self, reader: &Reader) -> Vec<&str> {
        let measure = MEASURE.min(usize::from(reader.rows.screen.width).saturating_sub(4)).max(1);
        let wrapped = |text: &'_ String| wrap::wrap(text, measure);
        self.reasons.iter().flat_map(|text| wrapped(text).into_iter().map(|line| &text[line.range()])).collect()
    }

    fn size(&self, lines: &[&str]) -> BoxSize {
        let columns = lines.iter().map(|line| wrap::width(line)).max().unwrap_or(0);
        BoxSize { columns, lines: lines.len(), title: self.title.clone() }
    }
}

impl Component for Why {
    fn key(&mut self, _: &mut Reader, _: Key) -> Outcome {
        Outcome::Close
    }

    fn placement(&self, reader: &Reader) -> Placement {
        Placement::Box(self.size(&self.lines(reader)).outer(&reader.rows.screen))
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        let lines = self.lines(reader);
        let area = frame::draw(&self.size(&lines), reader, buffer);
        for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
            put_within(buffer, area.x, y, area.width, line, reader.theme.text);
        }
    }

    fn hints(&self, _: &Reader) -> Vec<String> {
        vec!["Esc close".to_owned()]
    }
}
