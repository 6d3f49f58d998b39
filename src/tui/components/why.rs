//! Why a link stands: what it rests on, in a box.
//!
//! ```text
//!     ┌─ Why A¶4 and B¶7 are linked ─────────────────────────────────────┐
//!     │ edited: 29 of 35 words here and 29 of 34 there are shared        │
//!     │ moved: outside the order that most words keep                    │
//!     │ found by its words alone, across the order; chance …: 98 %       │
//!     │ rests on: spies, with easy ways to report, praise and prizes     │
//!     └──────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;

use super::boxed::BoxedText;
use crate::keys::{Action, Hint, Key};
use crate::layout::BlockStatus;
use crate::layout::stops::What;
use crate::pair::{Pair, Side};
use crate::present::{labels, reasons};
use crate::tui::component::{Component, HelpLine, Outcome, Placement, key_lines};
use crate::tui::state::{Reader, SideBlock};
use crate::wrap;

/// Why the link at the cursor stands, or why a block is in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What it rests on, each a sentence.
    reasons: BoxedText,
    /// The related block that a key goes to, named.
    related: Option<String>,
    /// What the last line goes on saying, if it is not where the reader is in the text.
    under: Option<String>,
}

/// The least chance at which a block is named as near besides the nearest one.
const NAMED_FROM: f64 = 0.01;

impl Why {
    /// Opens the reason of the link at the cursor, or what there is to say of the block in no link; before it what the last line had
    /// no room for.
    ///
    /// Cost: linear in the two texts, whose rare words are weighed once more.
    pub fn open(reader: &Reader) -> Self {
        let mut why = Self::linked(reader).unwrap_or_else(|| Self::alone(reader));
        let keys = Hint::help(&reader.keymap, false).map_or(0, |hint| wrap::width(&hint.to_string()));
        let changed = match reader.halted().map(|stop| &stop.what) {
            Some(What::Changed(at)) => Some(reasons::changed(reader.pair.articles(), at, &reader.pair.letters())),
            _ => None,
        };
        why.reasons.begin_with(reader.cut_from_last_line(keys).into_iter().chain(changed));
        why
    }

    /// Opens what there is to say where something else is open: all of what that says in the last line, which may have no room for
    /// it; of what lies beside the text, the reason at the cursor, from which no key leads on. `None` for what covers the text and
    /// says nothing.
    pub fn over(reader: &Reader, open: &dyn Component) -> Option<Self> {
        match (open.caption(reader).filter(|said| !said.is_empty()), open.placement(reader)) {
            (Some(said), _) => {
                let under = Some(said.clone());
                let reasons = BoxedText::new(" What is chosen ".to_owned(), vec![said]);
                Some(Self { reasons, related: None, under })
            }
            (None, Placement::Panel) => Some(Self { related: None, ..Self::open(reader) }),
            (None, _) => None,
        }
    }

    /// Opens the reason of the link at the cursor, if there is one.
    fn linked(reader: &Reader) -> Option<Self> {
        let pair = &reader.pair;
        let letters = pair.letters();
        let link = reader.band().and_then(|band| band.link)?;
        let link = &pair.comparison.links[link];
        let related = Self::first_related(reader);
        let mut reasons = reasons::reasons(link, &pair.story.rests_on(pair.shown, &link.blocks));
        for side in Side::BOTH {
            let article = pair.articles()[side];
            let again = link.blocks[side].iter().filter(|&&block| pair.comparison.elsewhere.is_again(side, block));
            reasons.extend(again.map(|&block| {
                let said = reasons::again(&pair.comparison.elsewhere, &letters, side, block);
                format!("{} is {said}", labels::blocks(&letters[side], &[block], ""))
            }));
            reasons.extend(link.blocks[side].iter().flat_map(|&block| {
                let runs = pair.comparison.elsewhere.in_block(side, block);
                reasons::elsewhere(article, &article.blocks[block].text, runs, [&letters[side], &letters[side.other()]])
            }));
        }
        for side in Side::BOTH {
            let blocks = link.blocks[side].iter().map(|&block| SideBlock { side, block });
            // What two blocks of the link have in common with each other was said.
            let is_outside = |there: usize| !link.blocks[side.other()].contains(&there);
            reasons.extend(blocks.flat_map(|at| Self::related(reader, at, is_outside)));
        }
        reasons.extend(reader.narrowness());
        Some(Self {
            reasons: BoxedText::new(format!(" {} ", reasons::title(&letters, link)), reasons),
            related,
            under: None,
        })
    }

    /// Opens what there is to say of the block in no link at the cursor.
    fn alone(reader: &Reader) -> Self {
        let pair = &reader.pair;
        let SideBlock { side, block } = reader.here();
        let (letters, there) = (pair.letters(), side.other());
        let status = BlockStatus::new(pair.articles(), &pair.comparison, side, block);
        let article = pair.articles()[side];
        let text = &article.blocks[block].text;
        let runs = pair.comparison.elsewhere.in_block(side, block);
        let mut reasons = reasons::elsewhere(article, text, runs, [&letters[side], &letters[there]]);
        reasons.push(match status {
            BlockStatus::Again => reasons::again(&pair.comparison.elsewhere, &letters, side, block),
            status => reasons::alone(status, &letters[there]),
        });
        let mut near = pair.story.nearest_to(pair.shown, reader.pins.of_story(), side, block);
        let (mut is_first, is_asked) = (true, matches!(status, BlockStatus::Alone | BlockStatus::Partly));
        near.retain(|near| is_asked && (std::mem::take(&mut is_first) || near.score >= NAMED_FROM));
        reasons.extend(near.iter().map(|near| {
            let words = pair.story.rests_on(pair.shown, &Pair::seen_from(side, vec![block], vec![near.block]));
            reasons::nearest(near, &letters[there], &words)
        }));
        let is_new = |there: usize| near.iter().all(|near| near.block != there);
        reasons.extend(Self::related(reader, SideBlock { side, block }, is_new));
        reasons.extend(pair.comparison.languages.map(|languages| labels::languages(languages, &letters)));
        reasons.extend(reader.narrowness());
        let (title, related) = (reasons::title_alone(&letters[side], block), Self::first_related(reader));
        Self { reasons: BoxedText::new(format!(" {title} "), reasons), related, under: None }
    }

    /// Says what a block has in common with those that it is related to, if they are to be named.
    fn related(reader: &Reader, at: SideBlock, is_named: impl Fn(usize) -> bool) -> Vec<String> {
        let letters = reader.pair.letters();
        let own = labels::blocks(&letters[at.side], &[at.block], "");
        let hints = reader.related_to(at).map_or_else(Vec::new, |related| related.hints);
        let hints = hints.into_iter().filter(|(there, _)| is_named(*there));
        let hint = |(there, words): (usize, Vec<String>)| {
            reasons::related([&own, &labels::blocks(&letters[at.side.other()], &[there], "")], &words)
        };
        hints.map(hint).collect()
    }

    /// Names the related block that a key goes to.
    fn first_related(reader: &Reader) -> Option<String> {
        let related = reader.position.related.as_ref()?;
        let (there, _) = related.hints.first()?;
        Some(labels::blocks(&reader.pair.letters()[related.at.side.other()], &[*there], ""))
    }
}

impl Component for Why {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        // What has more than there is room for is gone through; else any key closes it.
        if self.reasons.goes_on(reader, key) {
            return Outcome::Stay;
        }
        if self.related.is_some() && reader.asked(key) == Some(Action::Follow) {
            reader.follow_related();
        }
        Outcome::Close
    }

    fn placement(&self, reader: &Reader) -> Placement {
        self.reasons.placement(reader)
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        self.reasons.draw(reader, buffer);
    }

    fn caption(&self, _: &Reader) -> Option<String> {
        self.under.clone()
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        let follow = |named: &String| Hint::new(&reader.keymap, &[Action::Follow], format!("to {named}"));
        let close = Hint::new(&reader.keymap, &[Action::Close], "close");
        let more =
            self.reasons.has_more(reader).then(|| Hint::new(&reader.keymap, &[Action::RowDown], "more")).flatten();
        more.into_iter().chain(self.related.as_ref().and_then(follow)).chain(close).collect()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        const KEYS: [(&[Action], &str); 3] = [
            (&[Action::RowDown, Action::RowUp], "further down and up, where there is more than room for it"),
            (&[Action::Follow], "to the related block, if one is named"),
            (&[Action::Close], "close; any other key too"),
        ];
        let words = [
            HelpLine::heading("Why these blocks are linked"),
            HelpLine::new("A¶3 of 14 · …", "first of all what the last line had no room for, whole"),
            HelpLine::new(
                "29 of 35 words",
                "so many of the block's words stand in phrases that both have, in one order",
            ),
            HelpLine::new("moved", "the link is outside the order that most words keep"),
            HelpLine::new(
                "chance 98 %",
                "that the blocks belong together, by what they have in common, if both articles tell of one event",
            ),
            HelpLine::new("needs 52 %", "from that chance on two blocks are linked; below it they may be related"),
            HelpLine::new(
                "rests on",
                "the rarest words in common, forms of one word too: they count most, marked as shared or not",
            ),
            HelpLine::new("elsewhere", "runs of five words and more that stand in another block there"),
            HelpLine::new("nearest", "of a block in no link: the block there that comes next to answering it"),
            HelpLine::new("related", "a hint and no link: names, figures, rare words in common"),
            HelpLine::heading(""),
        ];
        words.into_iter().chain(key_lines(reader, &KEYS)).collect()
    }
}
