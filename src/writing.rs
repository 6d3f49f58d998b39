//! What the program writes and ends with where no reader opens.

use anyhow::Result;

use crate::output;
use diptych::letters::letter;
use diptych::options::{Format, Options, StartView};
use diptych::pair::{Pair, Side};
use diptych::report::request::{Printer, ReportRequest};
use diptych::story::presence::Filter;
use diptych::story::{Story, StoryScope};
use diptych::tui::page::{Page, page};
use diptych::tui::state::{Opening, Settings};
use diptych::tui::svg;

/// Writes a story in a format, and returns the exit status; a screen and a corpus are no report.
pub fn report(args: &Options, format: Format, opening: Opening, passages: Filter) -> Result<u8> {
    let is_pages = opening.first == StartView::Story;
    let printer = match (format, args.plain, is_pages) {
        (Format::Html, ..) => Printer::Html,
        (Format::Markdown, ..) => Printer::Markdown,
        (Format::Json, ..) => Printer::Json,
        (_, true, true) => Printer::PlainPages,
        (_, true, false) => Printer::Plain,
        (_, false, true) if format == Format::Text => Printer::Pages,
        _ => match format.notation() {
            Some(notation) => Printer::Table(notation),
            None => Printer::Text,
        },
    };
    let Opening { story, shown, settings: Settings { setup, markings, folds, .. }, .. } = &opening;
    let request = ReportRequest {
        story,
        shown: *shown,
        scope: scope(args, story, *shown, is_pages && matches!(printer, Printer::Html | Printer::Markdown)),
        passages,
        table: args.table.unwrap_or_default(),
        setup: *setup,
        markings: *markings,
        folds,
    };
    output::write(args, |out| request.write(printer, out))?;
    if matches!(printer, Printer::Plain | Printer::Text) {
        say_which(args, story, *shown);
    }
    let tells = matches!(printer, Printer::Json | Printer::Plain | Printer::Text);
    let status = if tells { status(args, story, *shown) } else { 0 };
    // The program ends, and the system takes back in one go what would be given back piece by piece.
    std::mem::forget(opening);
    Ok(status)
}

/// Writes two articles as one tall picture, and says so if it ends before they do.
pub fn picture(args: &Options, opening: Opening) -> Result<u8> {
    let Page { cells, rows: (shown, all) } = page(opening);
    if shown < all {
        output::say(&format!("the picture has the first {shown} of {all} rows; --format html has all of them"));
    }
    bare(args, &svg::svg(&cells))
}

/// Writes a text to the file asked for, else to standard output, and returns the status.
pub fn bare(args: &Options, text: &str) -> Result<u8> {
    output::write(args, |out| out.write_all(text.as_bytes()))?;
    Ok(0)
}

/// Tells whether exactly two articles were asked for, so that the exit status tells whether they differ.
pub fn is_of_two(args: &Options, story: &Story) -> bool {
    story.articles().len() == 2 || (args.left.is_some() && args.right.is_some())
}

/// Returns of which articles is written: the two that were asked for; one that was, with each of the others; else all. Two articles are a
/// story where its pages are asked for.
fn scope(args: &Options, story: &Story, shown: Pair<usize>, is_pages: bool) -> StoryScope {
    match (&args.left, &args.right) {
        _ if is_of_two(args, story) && !(is_pages && story.articles().len() == 2) => StoryScope::Two(shown),
        (Some(_), _) => StoryScope::With(Side::Left, shown.left),
        (None, Some(_)) => StoryScope::With(Side::Right, shown.right),
        (None, None) => StoryScope::All,
    }
}

/// Returns the exit status: whether they differ, if two articles were asked for.
fn status(args: &Options, story: &Story, shown: Pair<usize>) -> u8 {
    u8::from(is_of_two(args, story) && !story.is_same(shown))
}

/// Says what of a story stands in a file of text, which is of two articles, and how to get the rest.
fn say_which(args: &Options, story: &Story, shown: Pair<usize>) {
    if !output::is_file(args) || is_of_two(args, story) {
        return;
    }
    let name = |article: usize| format!("{} {}", letter(article), story.articles()[article].label());
    let Pair { left, right } = shown.map(name);
    let count = story.articles().len();
    output::say(&format!(
        "written: {left} and {right}, two of {count}; --left and --right name others, --view story writes the pages of all, \
        html and markdown pages and pairs"
    ));
}
