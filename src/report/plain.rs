//! The comparison as plain text for those who hear it: one thing after the other, without columns, lines around anything and signs.
//!
//! ```text
//!     A paragraph 4 and B paragraph 5, edited, moved.
//!     A paragraph 4: The contract, worth 41 million crowns, went to the Dunnock yard.
//!     Only A: “41”.
//!     B paragraph 5: The contract, worth 47 million crowns, went to the Dunnock yard.
//!     Only B: “47”.
//!
//!     A paragraph 5, only here: Nobody asked the fishermen.
//! ```
//!
//! A text stands whole on a line of its own, whatever the width; who reads it out says where it ends.

use std::cell::LazyCell;
use std::io;

use super::pair_setup::PairSetup;
use super::told::ToldStory;
use crate::comparison::Comparison;
use crate::layout::linear::{Told, linear};
use crate::layout::{Bands, Folding, Home, PageSetup, PlacedBlock};
use crate::letters::letter;
use crate::pages::{PageChoice, Sheet, SheetCell};
use crate::pair::{Pair, Side};
use crate::present::summary::Summary;
use crate::present::{BandPresenter, excerpts, sentences};
use crate::story::presence::Filter;
use crate::story::{Story, StoryScope};
use crate::wrap::without_isolates;

/// Writes two articles of a story, and what came of comparing them, in sentences.
///
/// Cost: linear in their texts.
///
/// # Errors
///
/// If what it is written to takes no more.
///
/// # Panics
///
/// If an index is beyond the last article.
pub fn write(
    out: &mut dyn io::Write,
    story: &Story,
    shown: Pair<usize>,
    comparison: &Comparison,
    PairSetup { page: setup, markings, folds }: PairSetup<'_>,
) -> io::Result<()> {
    let (articles, letters) = (story.pair(shown), shown.map(letter));
    let bands = Bands::new(comparison, articles.map(|article| article.blocks.len()));
    let summary = Summary { articles, comparison, letters: &letters };
    let presenter = BandPresenter { articles, comparison, bands: &bands, markings };
    // Names are weighed only where anything is related.
    let rests_on = LazyCell::new(|| story.evidence(shown));
    for side in Side::BOTH {
        writeln!(out, "{}", summary.introduction(side))?;
    }
    if let Some(languages) = summary.languages() {
        writeln!(out, "{languages}.")?;
    }
    writeln!(out, "{}", sentences::order(&letters))?;
    if folds.folding > Folding::Echoes {
        writeln!(out, "{}", sentences::folded(folds.folding))?;
    }
    let folded = folds.folded(&bands, comparison);
    let say = |out: &mut dyn io::Write, named: &str, side: Side, block: usize| {
        let spans = presenter.block(side, PlacedBlock { block, home: Home::Here }).spans;
        let text = &articles[side].blocks[block].text;
        if folded[bands.home[side][block]] {
            return writeln!(out, "{named}: {}", excerpts::first_words(text, setup));
        }
        if markings.excerpts {
            writeln!(out, "{named}: {}", excerpts::first_words(text, setup))?;
        } else {
            writeln!(out, "{named}: {text}")?;
        }
        for marked in summary.marked(&spans, setup) {
            writeln!(out, "{marked}")?;
        }
        for other in comparison.related.of(side, block).filter(|_| markings.related) {
            let blocks = Pair::from_fn(|of| vec![if of == side { block } else { other }]);
            writeln!(out, "{}", summary.related_to(side, other, &rests_on(&blocks)))?;
        }
        Ok::<_, io::Error>(())
    };
    for told in linear(comparison, &bands) {
        writeln!(out)?;
        match told {
            Told::Alone(side, block) => say(out, &summary.alone(side, block), side, block)?,
            Told::Link { link, blocks, is_continued } => {
                writeln!(out, "{}", summary.linked(&comparison.links[link], is_continued))?;
                for (side, blocks) in blocks.sides() {
                    for &block in blocks {
                        say(out, &summary.named(side, &[block]), side, block)?;
                    }
                }
            }
        }
    }
    writeln!(out, "\n{}", sentences::end(&letters))?;
    if markings.excerpts {
        for side in Side::BOTH {
            writeln!(out, "{}", sentences::source(&letters[side], articles[side]))?;
        }
    }
    Ok(())
}

/// Writes the pages of a story in sentences, a line for each of their rows, seen from the article that is named, else from the one that
/// is proposed; excerpts have where each article was published.
///
/// Cost: that of aligning every two articles.
///
/// # Errors
///
/// If what it is written to takes no more.
///
/// # Panics
///
/// If an index is beyond the last article.
pub fn write_story(
    out: &mut dyn io::Write,
    story: &Story,
    scope: StoryScope,
    filter: Filter,
    setup: PageSetup,
    is_excerpt: bool,
) -> io::Result<()> {
    let told = ToldStory::new(story, scope);
    writeln!(out, "{}", story.name)?;
    let choice = PageChoice { filter, is_excerpt, ..PageChoice::default() };
    told.for_each_sheet(&choice, setup, |sheet, _| write_sheet(out, sheet))?;
    if is_excerpt {
        writeln!(out)?;
        for (index, article) in story.articles().iter().enumerate() {
            writeln!(out, "{}", sentences::source(&letter(index), article))?;
        }
    }
    Ok(())
}

fn write_sheet(out: &mut dyn io::Write, sheet: &Sheet<'_>) -> io::Result<()> {
    writeln!(out, "\n{}", sentences::ended(&without_isolates(&sheet.title)))?;
    for note in sheet.said_notes() {
        writeln!(out, "{}", sentences::ended(&without_isolates(&sentences::capitalised(note))))?;
    }
    for row in (0..sheet.count).map(|index| sheet.row(index)) {
        let cells = row.iter().enumerate().map(|(index, cell)| said(cell, sheet.head.get(index)));
        let cells: Vec<String> = cells.filter(|said| !said.is_empty()).collect();
        match cells.split_first() {
            Some((first, rest)) if !rest.is_empty() => {
                writeln!(out, "{first}: {}", sentences::ended(&rest.join("; ")))?;
            }
            _ => writeln!(out, "{}", sentences::ended(&cells.concat()))?,
        }
    }
    Ok(())
}

/// Returns what a cell says in words, behind what its column is called if it does not say that itself.
fn said(cell: &SheetCell, head: Option<&SheetCell>) -> String {
    let text = match (&cell.said, head.map(|head| &*head.text).filter(|head| !head.is_empty())) {
        (Some(said), _) => said.clone(),
        (None, Some(head)) => format!("{head} {}", cell.text),
        (None, None) => cell.text.clone(),
    };
    let text = without_isolates(&text).into_owned();
    cell.letter.map_or(text.clone(), |article| format!("{} {text}", letter(article)))
}
