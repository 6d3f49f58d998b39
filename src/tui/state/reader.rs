//! The state of the reader, whole.

use std::ops::Range;
use std::sync::Arc;

use super::{
    Anchor, Bookmark, Effect, Library, OpenPair, Opening, PairRows, Pins, PlaceMemory, Pointer, Position, Pressed,
    Search, SearchJob, Settings, SideBlock, StandingJob, Status, StoryFacts, Viewport,
};
use crate::elsewhere::ElsewhereRun;
use crate::keys::{Action, Key, Keymap};
use crate::layout::stops::{Stop, What};
use crate::layout::{Arrangement, Band, RowCell};
use crate::pair::{Pair, Side};
use crate::present::{Sign, labels};
use crate::tui::screen::Screen;
use crate::tui::theme::Theme;

/// Holds what is known, and where the reader is.
#[derive(Debug)]
pub struct Reader {
    /// What is read, whatever the width.
    pub pair: OpenPair,
    /// The same at the present width.
    pub rows: PairRows,
    /// Where in the rows the reader is.
    pub position: Position,
    /// What the reader has set.
    pub settings: Settings,
    /// What is searched, and where it was found.
    pub search: Search,
    /// What the mouse is at.
    pub pointer: Pointer,
    /// What was pressed and has come to nothing yet.
    pub pressed: Pressed,
    /// What is known of the whole story.
    pub facts: StoryFacts,
    /// The stories that can be opened.
    pub library: Library,
    /// What is set opposite by hand, and what is marked for that.
    pub pins: Pins,
    /// What was pasted, and what is to be.
    pub pasted: Pasted,
    /// Where stories were left; `None` if places are not kept.
    pub memory: Option<PlaceMemory>,
    /// What there is to say.
    pub status: Status,
    /// What the loop is to do.
    pub outbox: Outbox,
    /// How everything looks.
    pub theme: Theme,
    /// Which keys do what.
    pub keymap: Keymap,
}

/// Holds what was pasted, and what is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// What the pasted articles are called, in all stories.
    pub sources: Vec<String>,
    /// Those of them that are in no file.
    pub unsaved: Vec<String>,
    /// Whether it was said that these are lost when the reader is left.
    pub is_warned: bool,
    /// How many articles are still to be pasted: the place to do so opens until there is none.
    pub awaited: usize,
}

/// Holds what the loop is to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    /// What it is to do outside, in this order; it takes them away.
    pub effects: Vec<Effect>,
    /// The article that it is to compare with others in the background; a later one takes its place.
    pub comparison: Option<StandingJob>,
    /// What it is to count in all articles in the background; a later one takes its place.
    pub search: Option<SearchJob>,
    /// Whether the reader has left.
    pub has_quit: bool,
}

impl Reader {
    /// Holds a story that is not compared and not set yet.
    #[must_use]
    pub fn new(opening: Opening) -> Self {
        let Opening {
            story,
            shelf,
            shown,
            settings,
            theme,
            keymap,
            messages,
            greets,
            memory,
            pins,
            awaited,
            source: _,
            first: _,
            asks_ground: _,
        } = opening;
        Self {
            library: Library::new(Arc::clone(&story), &shelf),
            pins: Pins::new(pins, &story),
            pair: OpenPair::new(story, shown),
            rows: PairRows::new(Screen::new(settings.setup, 0)),
            position: Position::default(),
            settings,
            search: Search::default(),
            pointer: Pointer::default(),
            pressed: Pressed::default(),
            facts: StoryFacts::default(),
            pasted: Pasted { awaited, ..Pasted::default() },
            memory,
            status: Status::new(messages, greets),
            outbox: Outbox::default(),
            theme,
            keymap,
        }
    }

    /// Tells whether a line explains the signs: there is room for it where there are rules.
    #[must_use]
    pub const fn shows_greeting(&self) -> bool {
        self.status.is_greeting && self.rows.screen.has_rules()
    }

    /// Returns where the focused pane is.
    #[must_use]
    pub fn viewport(&self) -> Viewport {
        self.position.viewports[self.position.focus]
    }

    /// Tells whether both sides are at the same rows: the panes are locked, or there is one column.
    #[must_use]
    pub fn is_in_step(&self) -> bool {
        self.settings.is_locked || self.rows.screen.columns.arrangement != Arrangement::Facing
    }

    /// Returns the band that the cursor is in.
    #[must_use]
    pub fn band(&self) -> Option<&Band> {
        self.pair.bands.bands.get(self.rows.layout.rows.get(self.viewport().cursor)?.band)
    }

    /// Returns the block that the reader is at in a pane, by index: that of the cursor's band, else the last one above. It may be
    /// out of sight; what is seen at the cursor is [`Self::here`].
    #[must_use]
    pub fn block(&self, side: Side) -> usize {
        let home_rows = &self.rows.home_rows[side];
        let above = || home_rows.partition_point(|&row| row <= self.viewport().cursor).saturating_sub(1);
        self.anchor_on(side).map_or_else(above, |anchor| self.block_of(anchor, side))
    }

    /// Returns the block that is seen at the cursor: what the last line speaks of and what keys act on. Of two panes it is one of the
    /// pane in focus, if any of it is on the screen ([`Self::sees_here`]); in one column that of the row, whichever side it is of; else
    /// the one in the cursor's band; else what stands nearest.
    ///
    /// Cost: linear in the rows of the screen.
    #[must_use]
    pub fn here(&self) -> SideBlock {
        let (focus, cursor) = (self.position.focus, self.viewport().cursor);
        let is_facing = self.rows.screen.columns.arrangement == Arrangement::Facing;
        let is_others = self.rows.layout.is_others(cursor, focus);
        let own = SideBlock { side: focus, block: self.block(focus) };
        if self.is_in_sight(own) && (is_facing || !is_others) {
            return own;
        }
        let first = if is_others && !is_facing { focus.other() } else { focus };
        let sides = if is_facing { &[first][..] } else { &[first, first.other()][..] };
        sides.iter().find_map(|&side| self.in_band(side)).unwrap_or_else(|| {
            let nearest =
                self.rows_around().find_map(|row| sides.iter().find_map(|&side| self.anchor_at(row, 0, side)));
            nearest.map_or(own, |Anchor { side, block, .. }| SideBlock { side, block })
        })
    }

    /// Tells whether anything of [`Self::here`] is on the screen: a pane may show nothing but filler.
    #[must_use]
    pub fn sees_here(&self) -> bool {
        self.is_in_sight(self.here())
    }

    /// Says of [`Self::here`] where it is, if nothing of it is on the screen: `above`, `below`.
    #[must_use]
    pub fn away(&self) -> Option<&'static str> {
        let SideBlock { side, block } = self.here();
        let is_below = self.rows.home_rows[side].get(block).is_some_and(|&row| row >= self.sight().end);
        (!self.sees_here()).then_some(if is_below { "below" } else { "above" })
    }

    /// Returns the row on the screen that has text of a side and is nearest to the cursor, those above it first.
    pub(in crate::tui) fn own_row_in_sight(&self, side: Side) -> Option<usize> {
        self.rows_around().find(|&row| self.rows.layout.rows[row].part(side).is_text())
    }

    /// Returns the rows on the screen but the cursor's: those above it from there, then those below.
    fn rows_around(&self) -> impl Iterator<Item = usize> + use<> {
        let (sight, cursor) = (self.sight(), self.viewport().cursor);
        (sight.start..cursor).rev().chain(cursor + 1..sight.end)
    }

    /// Tells whether a line of a block is on the screen. Cost: linear in the rows of the screen.
    #[must_use]
    pub fn is_in_sight(&self, at: SideBlock) -> bool {
        self.sight().any(|row| self.is_on(row, at))
    }

    /// Tells whether anything of a block stands on a row.
    pub(in crate::tui) fn is_on(&self, row: usize, at: SideBlock) -> bool {
        self.anchor_at(row, 0, at.side).is_some_and(|anchor| self.block_of(anchor, at.side) == at.block)
    }

    /// Returns the block of a side that stands in the cursor's band, if a line of it there is on the screen.
    fn in_band(&self, side: Side) -> Option<SideBlock> {
        let sight = self.sight();
        let band = self.rows.layout.rows_of(self.rows.layout.rows.get(self.viewport().cursor)?.band);
        let rows = band.start.max(sight.start)..band.end.min(sight.end);
        let anchor = self.anchor_among(rows, self.viewport(), side)?;
        Some(SideBlock { side, block: self.block_of(anchor, side) })
    }

    /// Returns the rows that are on the screen in the focused pane.
    pub(in crate::tui) fn sight(&self) -> Range<usize> {
        let top = self.viewport().top;
        top..(top + usize::from(self.rows.screen.body_height())).min(self.rows.layout.rows.len())
    }

    /// Returns the block of a side at a place: where both are woven into one text, the place may be one of the other side's.
    fn block_of(&self, anchor: Anchor, side: Side) -> usize {
        if anchor.side == side {
            return anchor.block;
        }
        let comparison = &self.pair.comparison;
        let link = comparison.link_of(anchor.side, anchor.block).map(|link| &comparison.links[link].blocks);
        let partner = link.and_then(|blocks| {
            let at = blocks[anchor.side].iter().position(|&block| block == anchor.block)?;
            blocks[side].get(at).or_else(|| blocks[side].last())
        });
        partner.copied().unwrap_or(0)
    }

    /// Returns what the reader halted at: a marked run or a stop.
    #[must_use]
    pub fn halted(&self) -> Option<&Stop> {
        self.position.run.as_ref().or_else(|| self.pair.stops.get(self.position.stop?))
    }

    /// Returns the run at the reader that stands elsewhere in the other article, and the side that has it: the one they
    /// halted at, else the first one on the line at the cursor.
    #[must_use]
    pub fn elsewhere_here(&self) -> Option<(Side, &ElsewhereRun)> {
        let elsewhere = &self.pair.comparison.elsewhere;
        if let Some(Stop { side, what: What::Elsewhere(spot, _), .. }) = self.halted() {
            let runs = elsewhere.in_block(*side, spot.start.0).iter();
            return runs.map(|run| (*side, run)).find(|(_, run)| run.range.start == spot.start.1);
        }
        let row = self.rows.layout.rows.get(self.viewport().cursor)?;
        let side = self.here().side;
        let RowCell::Text { index, line } = row.cells[side] else { return None };
        let placed = *self.pair.bands.bands[row.band].placed[side].get(index)?;
        let shown = self.rows.layout.lines(side, placed).get(line)?.range();
        let meets = |run: &&ElsewhereRun| run.range.start < shown.end && shown.start < run.range.end;
        elsewhere.in_block(side, placed.block).iter().find(meets).map(|run| (side, run))
    }

    /// Says why there is one column, if two were wanted: `one column: two need 80`.
    #[must_use]
    pub fn narrowness(&self) -> Option<String> {
        let screen = &self.rows.screen;
        screen.columns.is_narrow.then(|| format!("one column: two need {}", screen.facing_width()))
    }

    /// Returns the stories of the library, and which of them is open.
    pub fn stories(&self) -> impl Iterator<Item = (&str, bool)> {
        self.library.names().map(|name| (name, name == self.pair.story.name))
    }

    /// Returns the share of an outlet's words that stand in the focused one too, 0 to 1, if it is known.
    #[must_use]
    pub fn share(&self, article: usize) -> Option<f64> {
        self.pair.shares[self.position.focus].get(article).copied().flatten()
    }

    /// Returns the sign of a block in another outlet, if it is known and there is anything to say.
    #[must_use]
    pub fn sign_in(&self, article: usize, of: SideBlock) -> Option<Sign> {
        let SideBlock { side, block } = of;
        if article == self.pair.shown[side] {
            return None;
        }
        if article == self.pair.shown[side.other()] {
            return labels::standing(self.pair.articles(), &self.pair.comparison, side, block);
        }
        self.facts.standings.sign(self.pair.shown[side], article, block)
    }

    /// Returns whether a key leaves the program also where letters are typed.
    #[must_use]
    pub fn leaves(&self, key: Key) -> bool {
        key.ctrl && self.keymap.action(key) == Some(Action::Quit)
    }

    /// Returns the place that a pane is at: in its own text, if that stands in the band, else in the other's.
    #[must_use]
    pub fn anchor(&self, side: Side) -> Option<Anchor> {
        let text = if self.is_in_step() { self.position.focus } else { side };
        let viewport = self.position.viewports[side];
        self.anchor_in(viewport, text).or_else(|| self.anchor_in(viewport, text.other()))
    }

    /// Returns the place at or next above the cursor in its band on a side, or the first one below.
    #[must_use]
    pub fn anchor_on(&self, side: Side) -> Option<Anchor> {
        self.anchor_in(self.viewport(), side)
    }

    /// Returns where the reader is, to go back to.
    #[must_use]
    pub fn bookmark(&self) -> Bookmark {
        let Position { focus, stop, viewports, .. } = self.position;
        let anchors = Pair::from_fn(|side| self.anchor(side));
        Bookmark { size: self.rows.screen.full(), focus, stop, viewports, anchors }
    }

    fn anchor_in(&self, viewport: Viewport, side: Side) -> Option<Anchor> {
        let band = self.rows.layout.rows.get(viewport.cursor)?.band;
        self.anchor_among(self.rows.layout.rows_of(band), viewport, side)
    }

    /// Returns the place at or next above a cursor among some rows around it on a side, or the first one below.
    fn anchor_among(&self, rows: Range<usize>, viewport: Viewport, side: Side) -> Option<Anchor> {
        let mut rows = (rows.start..=viewport.cursor).rev().chain(viewport.cursor + 1..rows.end);
        rows.find_map(|row| self.anchor_at(row, row.saturating_sub(viewport.top), side))
    }

    /// Returns the place that stands on a side of a row, so many rows below the first one on the screen; `None` if it has no text
    /// there.
    fn anchor_at(&self, row: usize, depth: usize, side: Side) -> Option<Anchor> {
        let layout = &self.rows.layout;
        let band = layout.rows.get(row)?.band;
        match layout.rows[row].part(side) {
            RowCell::Text { index, line } => {
                let cell = self.pair.bands.bands[band].placed[side][index];
                let byte = layout.lines(side, cell).get(line)?.range().start;
                Some(Anchor { side, band, block: cell.block, byte, depth })
            }
            RowCell::Woven { paragraph, line } => {
                let shown = layout.paragraph(self.pair.bands.bands[band].link?, paragraph)?;
                let start = shown.lines.get(line)?.range().start;
                let (side, (block, byte)) = [side, side.other()]
                    .into_iter()
                    .find_map(|side| Some((side, shown.woven.place_at(start, side)?)))?;
                Some(Anchor { side, band, block, byte, depth })
            }
            RowCell::Named { block } => Some(Anchor { side, band, block, byte: 0, depth }),
            RowCell::Fold { first, .. } => Some(Anchor { side, band, block: first, byte: 0, depth }),
            _ => None,
        }
    }
}
