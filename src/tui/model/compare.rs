//! From two articles to rows: what is done anew when something of it is another.
//!
//! ```text
//!     other articles   compare ─┐
//!     sides exchanged  mirror ──┴─► set: bands, shares ─► find_stops ─► lay_out ─► find_rows
//!     other marks                                         find_stops ─► lay_out
//!     other width                                                       lay_out
//! ```

use super::Model;
use crate::layout::ruler;
use crate::layout::stops::{self, Stop};
use crate::layout::{Bands, Folds, Layout, PageSetup, RowSetup, Texts};
use crate::pair::{Pair, Side};
use crate::present::Marks;
use crate::tui::aside;
use crate::tui::screen::Screen;

impl Model {
    /// Compares the two articles anew, and lays them out.
    pub(super) fn compare(&mut self) {
        self.pair.comparison = self.pair.story.compare(self.pair.shown);
        self.set();
    }

    /// Exchanges the sides of what is known of the two, and lays them out.
    pub(super) fn mirror(&mut self) {
        self.pair.shown = self.pair.shown.swap();
        self.pair.comparison = std::mem::take(&mut self.pair.comparison).swap();
        self.set();
    }

    /// Sets what was compared into bands, and lays them out.
    fn set(&mut self) {
        let blocks = self.pair.articles().map(|article| article.blocks.len());
        self.pair.bands = Bands::new(&self.pair.comparison, blocks);
        self.settings.folds = Folds::new(self.settings.folds.folding);
        self.find_shares();
        self.find_stops();
        self.lay_out();
        self.search_again();
    }

    /// Finds anew where "next difference" halts.
    pub(super) fn find_stops(&mut self) {
        let (comparison, bands) = (&self.pair.comparison, &self.pair.bands);
        self.pair.stops = match self.settings.markings.marks {
            Marks::Shared => stops::shared(comparison, bands),
            Marks::Differences | Marks::Nothing => {
                stops::stops(self.pair.story.pair(self.pair.shown), comparison, bands, self.settings.markings.small)
            }
        };
        self.stop = None;
        self.run = None;
    }

    /// Lays the pair out for the present width.
    pub(super) fn lay_out(&mut self) {
        self.pointer.let_go();
        let articles = self.pair.story.pair(self.pair.shown);
        let blocks = articles.map(|article| article.blocks.len());
        let panel = if self.has_aside() { aside::WIDTH } else { 0 };
        let setup = PageSetup { arrangement: self.arrangement(), ..self.settings.setup };
        self.screen = Screen::beside(panel, setup, blocks.left.max(blocks.right));
        let columns = self.screen.columns;
        let row_setup = RowSetup {
            arrangement: columns.arrangement,
            measures: columns.measures,
            folds: &self.settings.folds,
            small: self.settings.markings.small,
            brackets: false,
            ambiguous: setup.ambiguous,
        };
        self.layout = Layout::new(&self.pair.bands, &self.pair.comparison, Texts::new(articles), row_setup);
        let height = usize::from(self.screen.body_height());
        self.ruler = ruler::ruler(articles, &self.pair.comparison, &self.pair.bands, &self.layout, height);
        self.set_map();
        self.find_rows(blocks);
    }

    /// Finds on which rows the stops and the homes are.
    fn find_rows(&mut self, blocks: Pair<usize>) {
        let row = |band, side, block, byte| self.layout.row_at(&self.pair.bands, band, side, block, byte);
        let shown = |band: usize| self.layout.rows_of(band).start;
        let stop = |stop: &Stop| row(stop.band, stop.side, stop.at.0, stop.at.1).unwrap_or_else(|| shown(stop.band));
        self.stop_rows = self.pair.stops.iter().map(stop).collect();
        let home = |side: Side, block: usize| {
            let band = self.pair.bands.home[side][block];
            row(band, side, block, 0).unwrap_or_else(|| shown(band))
        };
        self.home_rows = Pair::from_fn(|side| (0..blocks[side]).map(|block| home(side, block)).collect());
    }
}
