//! What is on the screen, or the whole story, as a file for others: the printers of the command line, with the marks, the folds and
//! the pair that are on the screen.

use std::io;

use super::page::page;
use super::state::{ExportChoice, Exported, Opening, Reader, Reordering, Settings};
use super::svg::svg;
use crate::layout::PageSetup;
use crate::options::Format;
use crate::present::Markings;
use crate::report::request::{Printer, ReportRequest};
use crate::story::presence::Filter;
use crate::story::{Story, StoryPins, StoryScope};

/// The columns of a text and of a picture: two columns that are read well, whatever the screen has.
const COLUMNS: usize = 120;

/// Writes what is chosen.
///
/// Cost: that of the format; of a story that of comparing every two articles.
///
/// # Errors
///
/// None but what a writer into memory can have.
pub fn written(reader: &Reader, choice: ExportChoice) -> io::Result<String> {
    let (pinned, shown) = (as_shown(reader), reader.pair.shown);
    let story = pinned.as_ref().unwrap_or(&reader.pair.story);
    let setup = PageSetup { width: COLUMNS, ..reader.settings.setup };
    let printer = match (choice.format, choice.what) {
        (Format::Svg, _) => return Ok(picture(reader)),
        (Format::Html, _) => Printer::Html,
        (Format::Markdown, _) => Printer::Markdown,
        (Format::Json, _) => Printer::Json,
        (_, Exported::Story) if choice.is_plain => Printer::PlainPages,
        (_, Exported::Pair) if choice.is_plain => Printer::Plain,
        (format, _) => format.notation().map_or(Printer::Text, Printer::Table),
    };
    let request = ReportRequest {
        story,
        shown,
        scope: match choice.what {
            Exported::Pair => StoryScope::Two(shown),
            Exported::Story => StoryScope::All,
        },
        passages: Filter::default(),
        table: choice.table,
        setup,
        markings: Markings { excerpts: choice.is_excerpt, ..reader.settings.markings },
        folds: &reader.settings.folds,
    };
    let mut out = Vec::new();
    request.write(printer, &mut out)?;
    String::from_utf8(out).map_err(io::Error::other)
}

/// Returns the story with what is opposite by hand in it, and with the lists that mark on the screen; `None` if it has both. Cost: that of
/// reading its words.
fn as_shown(reader: &Reader) -> Option<Story> {
    let (story, pins) = (&reader.pair.story, reader.pins.of_story());
    let lists = &reader.settings.lists;
    let is_other = **pins != StoryPins::default() || lists != story.lists();
    is_other.then(|| {
        let copy = Story::new(&story.name, story.articles().to_vec());
        copy.with_lists(lists.clone()).with_pins((**pins).clone())
    })
}

/// Returns the two articles as one tall picture, as wide as the screen.
fn picture(reader: &Reader) -> String {
    let settings = Settings { reordering: Reordering::Picture, ..reader.settings.clone() };
    let opening = Opening {
        settings,
        theme: reader.theme.clone(),
        pins: reader.pins.all().clone(),
        ..Opening::new(reader.pair.story.clone(), reader.pair.shown)
    };
    let (width, height) = reader.rows.screen.full();
    svg(&page(opening.sized(width, height)).cells)
}
