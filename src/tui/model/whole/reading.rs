//! From the whole story into the text.

use crate::layout::{Folding, Folds};
use crate::pair::{Pair, Side};
use crate::story::Passage;
use crate::tui::model::{Model, Page};

/// How deep on the screen a block stands that was gone to.
const DEPTH: usize = 3;

impl Model {
    /// Opens the reader on what is chosen.
    pub(super) fn read_chosen(&mut self) {
        let Some(view) = &self.overview else { return };
        match view.page {
            Page::Sharing => self.read_cell(),
            Page::Passages => {
                let (Some(whole), Some(from)) = (&self.known.analysis, &self.known.perspective) else { return };
                let shown = from.presence.shown(view.filter);
                if let Some(passage) = shown.get(view.row).and_then(|&place| whole.passages.passages.get(place)) {
                    let passage = passage.clone();
                    self.read_passage(&passage);
                }
            }
            Page::Source => self.read_lineage(),
            Page::Headlines => {
                let chosen = view.row;
                let other = if self.shown.left == chosen { self.shown.right } else { self.shown.left };
                self.read(Pair::new(chosen, other), None);
            }
        }
    }

    /// Reads the article of a row of the matrix beside that of the column, at the first run that the two share.
    fn read_cell(&mut self) {
        let (Some(view), Some(whole)) = (&self.overview, &self.known.analysis) else { return };
        let (Some(&of), Some(&within)) = (whole.order.get(view.row), whole.order.get(view.column)) else { return };
        if of == within {
            self.notice = Some("one article: choose another column".to_owned());
        } else {
            self.read(Pair::new(of, within), None);
        }
    }

    /// Reads a passage in the base and in the chosen article, at the block that it begins with.
    fn read_passage(&mut self, passage: &Passage) {
        let (Some(view), Some(base)) = (&self.overview, self.known.base()) else { return };
        let column = view.column;
        let mut having = passage.blocks.iter().map(|(article, _)| *article);
        // Beside the base itself stands whoever else has the passage.
        let other = if column == base { having.find(|&article| article != base) } else { Some(column) };
        let other = other.or_else(|| Some(self.shown.right).filter(|&place| place != base));
        let pair = Pair::new(base, other.unwrap_or(usize::from(base == 0)));
        let at = |side: Side| passage.in_article(pair[side]).first().map(|&block| (side, block));
        match (at(Side::Left).or_else(|| at(Side::Right)), passage.blocks.first()) {
            // Neither the base nor the chosen article has it: it is read where it stands.
            (None, Some((article, blocks))) => self.read(Pair::new(base, *article), Some((Side::Right, blocks[0]))),
            (at, _) => self.read(pair, at),
        }
    }

    /// Reads an article beside the source at the first run that they share, or what others have alike against it.
    fn read_lineage(&mut self) {
        let (Some(view), Some(from)) = (&self.overview, &self.known.perspective) else { return };
        let base = from.presence.base;
        if let Some(lineage) = from.lineages.get(view.row) {
            self.read(Pair::new(base, lineage.article), None);
            if let Some(block) = self.comparison.sharing.runs.right.first().map(|run| run.block) {
                self.focus = Side::Right;
                self.to_home(Side::Right, (block, 0, DEPTH));
            }
        } else if let Some(trace) = from.traces.get(view.row - from.lineages.len()) {
            let (article, block) = (trace.articles[0], trace.block);
            self.read(Pair::new(base, article), Some((Side::Left, block)));
        }
    }

    /// Reads the chosen article beside the source with what both have folded, so that its own is left.
    pub(super) fn read_own_alone(&mut self) {
        let (Some(view), Some(from)) = (&self.overview, &self.known.perspective) else { return };
        let Some(article) = from.lineages.get(view.row).map(|lineage| lineage.article) else { return };
        let pair = Pair::new(from.presence.base, article);
        self.settings.folds = Folds::of(Folding::Linked);
        self.read(pair, None);
        self.lay_out();
        self.focus = Side::Right;
        self.to_row(0);
        self.notice = Some(Folding::Linked.name().to_owned());
    }

    /// Closes the whole story and reads two articles, at a block of one of them if it is named.
    fn read(&mut self, pair: Pair<usize>, at: Option<(Side, usize)>) {
        self.overlay = None;
        self.note_jump();
        if pair != self.shown {
            self.shown = pair;
            self.compare();
        }
        let (side, block) = at.unwrap_or((Side::Left, 0));
        self.focus = side;
        self.to_home(side, (block, 0, usize::from(at.is_some()) * DEPTH));
    }
}
