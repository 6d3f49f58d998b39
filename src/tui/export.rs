//! What is on the screen, or the whole story, as a file for others: the printers of the command line, with the marks, the folds and
//! the pair that are on the screen.

use std::io;

use super::page::page;
use super::state::{ExportChoice, Exported, Opening, Reader, Reordering, Settings};
use super::svg::svg;
use crate::layout::PageSetup;
use crate::options::Format;
use crate::present::Markings;
use crate::present::tables::TableKind;
use crate::report::{self, json::JsonChoice, table::TableChoice};
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
    let (pinned, shown) = (pinned(reader), reader.pair.shown);
    let story = pinned.as_ref().unwrap_or(&reader.pair.story);
    let setup = PageSetup { width: COLUMNS, ..reader.settings.setup };
    let markings = Markings { excerpts: choice.is_excerpt, ..reader.settings.markings };
    let scope = match choice.what {
        Exported::Pair => StoryScope::Two(shown),
        Exported::Story => StoryScope::All,
    };
    let mut out = Vec::new();
    match (choice.format, choice.what) {
        (Format::Html, Exported::Pair) => {
            report::html::write(&mut out, story, shown, setup, markings, &reader.settings.folds)?;
        }
        (Format::Html, Exported::Story) => {
            report::html::write_story(&mut out, story, scope, Filter::default(), setup, markings)?;
        }
        (Format::Markdown, Exported::Pair) => report::markdown::write(&mut out, story, shown, setup, markings)?,
        (Format::Markdown, Exported::Story) => {
            report::markdown::write_story(&mut out, story, scope, Filter::default(), setup, markings)?;
        }
        (Format::Json, _) => {
            let json = JsonChoice { related: markings.related, excerpts: markings.excerpts };
            report::json::write(&mut out, story, &scope.articles(story.articles().len()), json)?;
        }
        (Format::Svg, _) => return Ok(picture(reader)),
        (format, _) => match format.notation() {
            Some(notation) => {
                let choice = TableChoice {
                    kind: TableKind::default(),
                    scope,
                    passages: Filter::default(),
                    is_excerpt: markings.excerpts,
                };
                report::table::write(&mut out, story, choice, notation)?;
            }
            None if choice.is_plain && choice.what == Exported::Story => {
                report::plain::write_story(&mut out, story, scope, Filter::default(), setup, markings.excerpts)?;
            }
            None if choice.is_plain => {
                report::plain::write(&mut out, story, shown, &reader.pair.comparison, setup, markings)?;
            }
            None => report::text::write(&mut out, story, shown, &reader.pair.comparison, setup, markings)?,
        },
    }
    String::from_utf8(out).map_err(io::Error::other)
}

/// Returns the story with what is opposite by hand in it; `None` if nothing is. Cost: that of reading its words.
fn pinned(reader: &Reader) -> Option<Story> {
    let (story, pins) = (&reader.pair.story, reader.pins.of_story());
    let is_pinned = **pins != StoryPins::default();
    is_pinned.then(|| {
        let copy = Story::new(&story.name, story.articles().to_vec());
        copy.with_lists(story.lists().clone()).with_pins((**pins).clone())
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
