//! From two articles to rows: what is done anew when something of it is another.
//!
//! ```text
//!     other articles   compare ─┐
//!     sides exchanged  mirror ──┴─► set: bands, shares ─► find_stops ─► update_layout ─► find_rows
//!     other marks                                         find_stops ─► update_layout
//!     other width                                                       update_layout
//! ```

use crate::layout::map::Map;
use crate::layout::ruler;
use crate::layout::stops::{self, Stop};
use crate::layout::{Bands, Folds, Layout, PageSetup, RowSetup, Texts};
use crate::pair::{Pair, Side};
use crate::present::Marks;
use crate::tui::screen::Screen;
use crate::tui::state::Reader;

impl Reader {
    /// Compares the two articles anew, and lays them out.
    pub(in crate::tui) fn load_pair(&mut self) {
        self.pair.comparison = self.pair.story.compare_pinned(self.pair.shown, self.pins.of_story());
        self.rebuild_pair();
    }

    /// Exchanges the sides of what is known of the two, and lays them out.
    pub(in crate::tui) fn swap_pair(&mut self) {
        self.pair.shown = self.pair.shown.swap();
        self.pair.comparison = std::mem::take(&mut self.pair.comparison).swap();
        self.rebuild_pair();
    }

    /// Sets what was compared into bands, and lays them out.
    fn rebuild_pair(&mut self) {
        let blocks = self.pair.articles().map(|article| article.blocks.len());
        self.pair.bands = Bands::new(&self.pair.comparison, blocks);
        self.settings.folds = Folds::new(self.settings.folds.folding);
        self.position.related = None;
        self.pair.forget_in_common();
        self.find_shares();
        self.find_stops();
        self.update_layout();
        self.search_again();
    }

    /// Finds anew where "next difference" halts.
    pub(in crate::tui) fn find_stops(&mut self) {
        let (comparison, bands) = (&self.pair.comparison, &self.pair.bands);
        self.pair.stops = match self.settings.markings.marks {
            Marks::Shared => stops::shared(comparison, bands),
            Marks::Differences | Marks::Nothing => {
                stops::stops(self.pair.story.pair(self.pair.shown), comparison, bands, self.settings.markings.small)
            }
        };
        self.position.stop = None;
        self.position.run = None;
    }

    /// Lays the pair out for the present width.
    pub(in crate::tui) fn update_layout(&mut self) {
        self.pointer.release();
        let articles = self.pair.story.pair(self.pair.shown);
        let blocks = articles.map(|article| article.blocks.len());
        let setup = PageSetup { arrangement: self.arrangement(), ..self.settings.setup };
        self.rows.screen = Screen::beside(self.rows.panel, setup, blocks.left.max(blocks.right));
        let columns = self.rows.screen.columns;
        self.status.knows_columns &= columns.is_narrow;
        let row_setup = RowSetup {
            arrangement: columns.arrangement,
            measures: columns.measures,
            folds: &self.settings.folds,
            small: self.settings.markings.small,
            brackets: None,
            ambiguous: setup.ambiguous,
        };
        self.rows.layout = Layout::new(&self.pair.bands, &self.pair.comparison, Texts::new(articles), row_setup);
        let height = usize::from(self.rows.screen.body_height());
        self.rows.ruler = ruler::ruler(articles, &self.pair.comparison, &self.pair.bands, &self.rows.layout, height);
        self.set_map();
        self.find_rows(blocks);
    }

    /// Sets the pair on the rows between the lines around the text. Cost: linear in the blocks.
    fn set_map(&mut self) {
        let words = self.pair.shown.map(|article| self.pair.story.lengths(article).collect::<Vec<_>>());
        let links = self.pair.comparison.links.iter().map(|link| link.blocks.as_ref().map(Vec::as_slice));
        self.rows.map = Map::of(words.as_ref().map(Vec::as_slice), links, usize::from(self.rows.screen.body_height()));
    }

    /// Finds on which rows the stops and the homes are.
    fn find_rows(&mut self, blocks: Pair<usize>) {
        let row = |band, side, block, byte| self.rows.layout.row_at(&self.pair.bands, band, side, block, byte);
        let shown = |band: usize| self.rows.layout.rows_of(band).start;
        let stop = |stop: &Stop| row(stop.band, stop.side, stop.at.0, stop.at.1).unwrap_or_else(|| shown(stop.band));
        self.rows.stop_rows = self.pair.stops.iter().map(stop).collect();
        let home = |side: Side, block: usize| {
            let band = self.pair.bands.home[side][block];
            row(band, side, block, 0).unwrap_or_else(|| shown(band))
        };
        self.rows.home_rows = Pair::from_fn(|side| (0..blocks[side]).map(|block| home(side, block)).collect());
    }
}
