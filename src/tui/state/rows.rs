//! The pair that is read, set for the present width.

use crate::layout::Layout;
use crate::layout::map::Map;
use crate::layout::ruler::Notch;
use crate::pair::Pair;
use crate::tui::screen::Screen;

/// Holds the rows of both sides, and what stands at them.
#[derive(Debug)]
pub struct PairRows {
    /// How the screen is parted.
    pub screen: Screen,
    /// The columns that what is open beside the text would have; 0 if nothing is.
    pub panel: u16,
    /// The rows.
    pub layout: Layout,
    /// The pair as a picture.
    pub map: Map,
    /// What stands at each row of the ruler.
    pub ruler: Vec<Notch>,
    /// For each stop its row.
    pub stop_rows: Vec<usize>,
    /// For each side the row at which each block is at home.
    pub home_rows: Pair<Vec<usize>>,
}

impl PairRows {
    /// Holds no rows yet, on a screen.
    #[must_use]
    pub fn new(screen: Screen) -> Self {
        Self {
            screen,
            panel: 0,
            layout: Layout::default(),
            map: Map::default(),
            ruler: Vec::new(),
            stop_rows: Vec::new(),
            home_rows: Pair::default(),
        }
    }
}
