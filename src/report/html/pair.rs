//! Two articles: their heads, their map, the legend, and the grid of what stands level.

use std::cell::LazyCell;
use std::io;

use maud::{Markup, PreEscaped, html};

use super::anchors::Anchors;
use super::band;
use super::block::{BlockPrinter, Folded};
use super::marks::MarkPrinter;
use super::tongue::Tongue;
use super::{heads, legend, map};
use crate::comparison::Comparison;
use crate::layout::Bands;
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::summary::Summary;
use crate::present::{BandPresenter, labels};
use crate::report::pair_setup::PairSetup;
use crate::story::Story;

/// Prints two articles of a story.
pub(super) struct PairPrinter<'s> {
    pub story: &'s Story,
    pub shown: Pair<usize>,
    pub comparison: &'s Comparison,
    pub setup: PairSetup<'s>,
    pub anchors: Anchors,
    /// Whether the page has nothing else.
    pub is_alone: bool,
}

impl PairPrinter<'_> {
    /// Writes what came of comparing the two. Cost: linear in the texts.
    ///
    /// # Errors
    ///
    /// If what it is written to takes no more.
    pub(super) fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self { story, shown, comparison, setup: PairSetup { page: setup, markings, folds }, anchors, .. } = self;
        let (articles, letters, comparison) = (story.pair(*shown), shown.map(letter), *comparison);
        let bands = Bands::new(comparison, articles.map(|article| article.blocks.len()));
        let summary = Summary { articles, comparison, letters: &letters };
        let tongues = articles.map(Tongue::of);
        out.write_all(self.head(summary, &tongues).0.as_bytes())?;
        // Names are weighed only where anything is related.
        let rests_on = LazyCell::new(|| story.evidence(*shown));
        let related = |side: Side, block: usize| {
            let there = comparison.related.of(side, block).map(|other| {
                let (own, named) = (vec![block], labels::blocks(&letters[side.other()], &[other], ""));
                let blocks = if side == Side::Left { Pair::new(own, vec![other]) } else { Pair::new(vec![other], own) };
                (other, labels::related(&named, &rests_on(&blocks)))
            });
            there.collect::<Vec<_>>()
        };
        let presenter = BandPresenter { articles, comparison, bands: &bands, markings: *markings };
        let marks = MarkPrinter { letters: &letters, anchors, elsewhere: &comparison.elsewhere, setup: *setup };
        let level = if self.is_alone { 2 } else { 3 };
        let blocks = BlockPrinter { marks, tongues: &tongues, anchors, setup: *setup, level, related: &related };
        for (index, homes) in folds.folded(&bands, comparison).into_iter().enumerate() {
            let folded = Folded { homes, echoes: folds.folds_echo(index) };
            out.write_all(band::band(&presenter.band(index), blocks, *setup, folded).0.as_bytes())?;
        }
        out.write_all(b"</div></div>")?;
        if markings.excerpts {
            let of = |side: Side| heads::source(&letters[side], articles[side], &tongues[side], *setup);
            out.write_all(html! { @for side in Side::BOTH { (of(side)) } }.0.as_bytes())?;
        }
        out.write_all(b"</section>\n")
    }

    /// Prints all that stands above the grid, which is left open.
    fn head(&self, summary: Summary<'_>, tongues: &Pair<Tongue>) -> Markup {
        let Self { story, shown, setup: PairSetup { page: setup, markings, .. }, anchors, .. } = self;
        let words = shown.map(|article| story.lengths(article).collect::<Vec<_>>());
        let names = heads::names(summary, tongues);
        let has_related = markings.related && summary.related().is_some();
        html! {
            (PreEscaped("<section class=\"pair\" id=\"")) (anchors.section()) (PreEscaped("\">"))
            @if self.is_alone { h1 { (names) } } @else { h2 { (names) } }
            div.heads { @for side in Side::BOTH { (heads::head(side, summary, tongues, *setup)) } }
            @if let Some(languages) = summary.languages() { p.note { (setup.signs(languages)) } }
            (map::map(summary, words.as_ref().map(Vec::as_slice), anchors, *setup))
            (legend::legend(*markings, summary.letters, has_related, *setup))
            (PreEscaped("<div class=\"grid\">"))
            div.top {
                div.names {
                    p.relation {}
                    @for side in Side::BOTH {
                        p.side { b { (summary.letters[side]) } " " (tongues[side].name(summary.articles[side].label())) }
                    }
                }
            }
            (PreEscaped("<div class=\"bands\">"))
        }
    }
}
