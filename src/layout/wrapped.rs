//! The lines of what is set, band by band.
//!
//! ```text
//!     band    blocks        lines of a side                 homes    echoes
//!     7       12            │The contract,│worth 41 …│      12: 0..2
//!     8       13, (15)      │Three boats│were …│lost.│     13: 2..4  15: 4..5
//! ```
//!
//! They stand one after another, so that there is nothing to allocate for a block. Who goes through the bands once
//! forgets the lines of each when it is done with.

use std::ops::Range;
use std::sync::OnceLock;

use super::page_setup::ECHO_INDENT;
use super::weave::{self, Woven};
use super::{Arrangement, Bands, Home, PlacedBlock, Work};
use crate::article::Article;
use crate::comparison::{Comparison, Link};
use crate::pair::{Pair, Side};
use crate::wrap::{Direction, Levels, LineRange};

/// Holds a woven paragraph with its lines.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// What was woven, without its text.
    pub woven: Woven,
    /// Its text, with brackets if they were asked for.
    pub text: String,
    /// Its lines.
    pub lines: Vec<LineRange>,
    /// Its levels, if any letter runs from right to left.
    pub levels: Option<Box<Levels>>,
}

/// Holds the lines of some bands.
#[derive(Clone, Debug, Default)]
pub struct Wrapped {
    lines: Pair<Vec<LineRange>>,
    /// Where among them those of each block at home are, and of those that also stand as echoes.
    homes: Pair<Vec<Range<u32>>>,
    echoes: Pair<Vec<Range<u32>>>,
    /// The levels of each block that was asked for.
    levels: Pair<Vec<OnceLock<Option<Box<Levels>>>>>,
    paragraphs: Vec<Paragraph>,
    /// Where among them those of each link are (inline).
    woven: Vec<Range<u32>>,
}

impl Wrapped {
    /// Makes room for the bands' lines; there are none yet.
    pub(crate) fn new(bands: &Bands, comparison: &Comparison) -> Self {
        let none = || bands.home.as_ref().map(|home| vec![0..0; home.len()]);
        let woven = vec![0..0; comparison.links.len()];
        let levels = bands.home.as_ref().map(|home| vec![OnceLock::new(); home.len()]);
        Self { homes: none(), echoes: none(), levels, woven, ..Self::default() }
    }

    /// Wraps what stands in a band. Inline, what is linked is woven, and nothing stands twice.
    ///
    /// Cost: linear in the text.
    pub(crate) fn add(&mut self, work: Work<'_>, band: usize) {
        let Work { bands, comparison, setup, .. } = work;
        let is_inline = setup.arrangement == Arrangement::Inline;
        for side in Side::BOTH {
            for &cell in &bands.bands[band].placed[side] {
                if !is_inline || comparison.link_of(side, cell.block).is_none() {
                    self.wrap(work, side, cell);
                }
            }
        }
        if let Some(index) = bands.bands[band].link.filter(|_| is_inline) {
            let link = &comparison.links[index];
            if bands.home.left[link.blocks.left[0]] == band {
                let start = self.paragraphs.len();
                self.paragraphs.extend(woven(link, work));
                self.woven[index] = span(start, self.paragraphs.len());
            }
        }
    }

    /// Wraps a block; an echo is narrower by its indent.
    fn wrap(&mut self, work: Work<'_>, side: Side, cell: PlacedBlock) {
        let (indent, of) = match cell.home {
            Home::Here => (0, &mut self.homes),
            Home::Above | Home::Below => (ECHO_INDENT, &mut self.echoes),
        };
        let lines = &mut self.lines[side];
        let start = lines.len();
        let columns = work.setup.measures[side].saturating_sub(indent);
        let text = work.texts.text(side, cell.block);
        work.setup.ambiguous.wrap_onto(text, columns, lines);
        of[side][cell.block] = span(start, lines.len());
    }

    /// Forgets the lines of all bands so far; where they were is no longer to be asked.
    pub(crate) fn clear(&mut self) {
        self.lines.left.clear();
        self.lines.right.clear();
        self.paragraphs.clear();
    }

    /// Returns the lines of a block, at home or as an echo.
    #[must_use]
    pub fn lines(&self, side: Side, cell: PlacedBlock) -> &[LineRange] {
        let of = if cell.home == Home::Here { &self.homes } else { &self.echoes };
        of[side].get(cell.block).map_or(&[], |span| &self.lines[side][widened(span)])
    }

    /// Returns the levels of a block, whose article and text are given; `None` if it runs from left to right throughout.
    ///
    /// Cost: linear in the text when a block is first asked for, as few are of a long article; then a look.
    #[must_use]
    pub fn levels(&self, (side, block): (Side, usize), article: &Article, text: &str) -> Option<&Levels> {
        self.levels[side].get(block)?.get_or_init(|| levels(article, text)).as_deref()
    }

    /// Returns the paragraphs of a woven link.
    #[must_use]
    pub fn paragraphs(&self, link: usize) -> &[Paragraph] {
        self.woven.get(link).map_or(&[], |span| &self.paragraphs[widened(span)])
    }
}

fn span(start: usize, end: usize) -> Range<u32> {
    let narrow = |index: usize| u32::try_from(index).expect("there are fewer lines than bytes");
    narrow(start)..narrow(end)
}

const fn widened(span: &Range<u32>) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// Weaves a link and wraps its paragraphs.
fn woven(link: &Link, work: Work<'_>) -> Vec<Paragraph> {
    let Work { comparison, texts, setup, .. } = work;
    let paragraph = |mut woven: Woven| {
        let bracketed = setup.brackets.map(|notation| woven.bracketed(&comparison.elsewhere, notation));
        let text = bracketed.unwrap_or_else(|| std::mem::take(&mut woven.text));
        let lines = setup.ambiguous.wrap(&text, setup.measures.left);
        let levels = levels(texts.articles.left, &text);
        Paragraph { woven, text, lines, levels }
    };
    weave::weave(link, texts.articles, setup.small).into_iter().map(paragraph).collect()
}

/// Returns the levels of a text of an article.
fn levels(article: &Article, text: &str) -> Option<Box<Levels>> {
    Levels::of(text, Direction::of_article(article)).map(Box::new)
}
