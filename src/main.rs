//! Arguments to work to exit status.

mod bidi_choice;
mod cli;
mod corpus_writing;
mod generate;
mod help;
mod output;
mod story_opening;
mod theme_choice;
mod user_files;

use std::collections::HashMap;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};

use cli::Arguments;
use diptych::intake::{self, ShelfStory};
use diptych::keys;
use diptych::letters::letter;
use diptych::options::{self, Bidi, Format, LARGEST_PAGE, Options, StartView};
use diptych::pair::{Pair, Side};
use diptych::present::tables::{Notation, TableKind};
use diptych::report::json::JsonChoice;
use diptych::report::table::TableChoice;
use diptych::report::{self, story_text};
use diptych::story::presence::Filter;
use diptych::story::{Story, StoryScope};
use diptych::tui::kept::Kept;
use diptych::tui::page::Page;
use diptych::tui::pins::SavedPins;
use diptych::tui::places::Places;
use diptych::tui::state::memory::bundled as bundled_key;
use diptych::tui::state::{Opening, PlaceMemory, Reordering, Settings};
use diptych::tui::{self, dump, svg};
use story_opening::{OpenedStory, filter, open};

/// Says that what is asked for stands on the pages of a story, which are not written.
const NO_PAGES: &str =
    "two articles are written without the pages of their story, which list them; name one of them, or none";

/// What names standard input.
const INPUT: &str = "-";

/// The exit status for trouble; 0 and 1 are the same and different, as of diff.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    output::survive_file_size_limit();
    let trouble = |cause: &str| {
        output::say(cause);
        ExitCode::from(TROUBLE)
    };
    match Arguments::parse() {
        Ok(arguments) => work(&arguments).map_or_else(|error| trouble(&format!("{error:#}")), ExitCode::from),
        Err(error) if error.use_stderr() => trouble(&cli::cause(&error)),
        Err(asked) => {
            let help = asked.render();
            let has_colors =
                io::stdout().is_terminal() && anstyle_query::term_supports_ansi_color() && !anstyle_query::no_color();
            let help = if has_colors { help.ansi().to_string() } else { help.to_string() };
            let printed = output::write_out(|out| out.write_all(help.as_bytes()));
            printed.map_or_else(|error| trouble(&format!("{error:#}")), |()| ExitCode::SUCCESS)
        }
    }
}

/// Does what the arguments ask for and returns the exit status.
fn work(arguments: &Arguments) -> Result<u8> {
    let mut args = Options::default();
    arguments.apply(&mut args)?;
    output::check(&args)?;
    if args.dump_config {
        return write(&args, &options::dump(), 0);
    }
    if let Some(kind) = args.generate {
        return write(&args, &generate::generate(kind)?, 0);
    }
    let keys = args.keys.as_deref().map(read_keys).transpose()?;
    let format = args.format.map_or_else(|| default_format(&args), Ok)?;
    let (mut args, reports) = configuration(arguments, args, format)?;
    args.format = Some(format);
    let is_reader = format == Format::Tui && keys.is_none();
    let may_paste = keys.is_some() || is_reader;
    if args.paste && !may_paste {
        bail!("--paste: only the reader takes what is pasted; without it, {INPUT} is standard input");
    }
    if args.table.is_some() && format.notation().is_none() {
        bail!("--table: only the formats jsonl, csv and tsv are tables; add --format csv");
    }
    if args.plain && (format != Format::Text || keys.is_some()) {
        bail!("--plain: only text is written so, and no screen; add --format text");
    }
    if keys.is_some() && !matches!(format, Format::Tui | Format::Text | Format::Svg) {
        bail!("--keys: only a screen is printed after them, as text or svg; add --format svg");
    }
    if args.excerpts && (keys.is_some() || matches!(format, Format::Tui | Format::Svg | Format::Passim)) {
        bail!(
            "--excerpts: only what is written to be given on is shortened, no screen and no corpus; add --format html"
        );
    }
    if args.passages.is_some() && !lists_passages(&args, format) {
        bail!(
            "--passages: only html, markdown, the text of --view story and the table of passages list them; add --table passages"
        );
    }
    if format == Format::Passim {
        return corpus_writing::write(&args);
    }
    let OpenedStory { story, source, shown, awaited, messages, paths, shelf } = open(&args, is_reader)?;
    if args.passages.is_some() && matches!(format, Format::Html | Format::Markdown) && is_of_two(&args, &story) {
        bail!("--passages: {NO_PAGES}");
    }
    let passages = args.passages.as_deref().map_or(Ok(Filter::default()), |name| filter(name, &story))?;
    let remembers = is_reader && args.remember;
    let (places, pins) = (known::<Places>(remembers), known::<SavedPins>(remembers));
    // Keys that are played know of no earlier start.
    let greets = places.as_ref().is_none_or(Places::greets);
    let counts_start = greets && places.is_some();
    let memory = places.filter(|_| awaited == 0).map(|known| memory(&args, &paths, &shelf, &story, known));
    let messages = messages.into_iter().chain(reports).collect();
    let pins = pins.unwrap_or_default();
    let opening =
        Opening { memory, pins, shelf, source, awaited, greets, ..opening(&args, story, shown, messages, is_reader) };
    match (format, keys) {
        (Format::Svg, None) if args.height.is_none() && opening.first == StartView::Reader => {
            write_page(&args, opening)
        }
        (Format::Svg, keys) => write(&args, &svg::svg(&tui::play(opening, &keys.unwrap_or_default()).1), 0),
        (Format::Tui | Format::Text, Some(keys)) => write(&args, &dump::text(&tui::play(opening, &keys).1), 0),
        (Format::Json, _) => write_json(&args, &opening),
        (Format::Html, _) => write_html(&args, &opening, passages),
        (Format::Passim, _) => corpus_writing::write(&args),
        (Format::Jsonl | Format::Csv | Format::Tsv, _) => match format.notation() {
            Some(notation) => write_table(&args, &opening, passages, notation),
            None => Ok(0),
        },
        (Format::Markdown, _) => write_markdown(&args, &opening, passages),
        (Format::Text, None) if args.plain => write_plain(&args, &opening, passages),
        (Format::Text, None) if opening.first == StartView::Story => {
            let base = scope(&args, &opening.story, opening.shown).base();
            let pages = if args.excerpts { story_text::write_excerpts } else { story_text::write };
            write(&args, &pages(&opening.story, base, passages, opening.settings.setup), 0)
        }
        (Format::Text, None) => write_text(&args, opening),
        (Format::Tui, None) => read(&args, opening, counts_start, remembers),
    }
}

/// Tells whether passages are listed in what is written, so that it can be asked for which.
fn lists_passages(args: &Options, format: Format) -> bool {
    match format {
        Format::Html | Format::Markdown => true,
        Format::Text => args.view == StartView::Story && args.keys.is_none(),
        Format::Jsonl | Format::Csv | Format::Tsv => args.table == Some(TableKind::Passages),
        Format::Tui | Format::Passim | Format::Json | Format::Svg => false,
    }
}

/// Returns what the reader opens with: two articles of a story, as the options ask for.
fn opening(args: &Options, story: Story, shown: Pair<usize>, messages: Vec<String>, is_reader: bool) -> Opening {
    let (theme, asks_ground) = theme_choice::theme(args, is_reader);
    let mut settings = Settings::from(args);
    if is_reader && args.bidi == Bidi::Auto {
        settings.reordering = bidi_choice::from_environment();
    } else if args.format == Some(Format::Svg) {
        settings.reordering = Reordering::Picture;
    }
    let opening = Opening {
        settings,
        theme,
        asks_ground,
        keymap: args.keymap.clone(),
        messages,
        first: args.view,
        ..Opening::new(Arc::new(story), shown)
    };
    let (width, height) = size(args);
    opening.sized(width, height)
}

/// Opens the reader in the terminal, keeps where it was left and pins if anything is to be kept, counts that start if it is to be
/// counted, and returns the exit status.
fn read(args: &Options, opening: Opening, counts_start: bool, keeps: bool) -> Result<u8> {
    if let Some(path) = &args.output {
        bail!("{}: the reader is for a terminal; name another --format", path.display());
    }
    if !io::stdout().is_terminal() {
        bail!("standard output: no terminal to read in");
    }
    if theme_choice::is_dumb() {
        bail!("terminal: TERM is dumb, and the reader needs more; name another --format");
    }
    let save = |path: &Path, text: &str| output::save_text(path, text).map_err(|error| format!("{error:#}"));
    let left = tui::run(opening, &save).map_err(|error| anyhow!("terminal: {}", intake::plain(&error)))?;
    let mut kept = left.places;
    if counts_start {
        kept.count_start(left.is_dismissed);
    }
    let pins = keeps.then(|| user_files::kept::keep(&left.pins)).flatten();
    user_files::kept::keep(&kept).iter().chain(&pins).for_each(|line| output::say(line));
    Ok(left.status)
}

/// Returns what is written if nothing else is asked for: what the ending of the file says; the reader at a terminal that can
/// move its cursor; else text.
fn default_format(args: &Options) -> Result<Format> {
    if let Some(path) = &args.output {
        return Ok(output::format_by_ending(path)?.unwrap_or(Format::Text));
    }
    if args.plain || !io::stdout().is_terminal() {
        return Ok(Format::Text);
    }
    if args.keys.is_none() && theme_choice::is_dumb() {
        output::say("TERM is dumb, and the reader needs more of a terminal: written as text");
        return Ok(Format::Text);
    }
    Ok(Format::Tui)
}

/// Returns what the arguments and the configuration ask for, and what to say of the latter inside the reader.
///
/// Keys that are played give the same screen for everyone, and what is written for programs does not depend on the reader's own
/// file: there only one that is named counts.
fn configuration(arguments: &Arguments, asked: Options, format: Format) -> Result<(Options, Vec<String>)> {
    if asked.config.is_none() && (asked.keys.is_some() || format.is_for_programs()) {
        return Ok((asked, Vec::new()));
    }
    let (mut args, reports) = user_files::configuration(asked.config.as_deref());
    for report in &reports {
        output::say(report);
    }
    if !asked.paths.is_empty() {
        // The story of the configuration is one that comes with the program, for when nothing is named.
        args.story = None;
    }
    arguments.apply(&mut args)?;
    Ok((args, reports))
}

/// Reads what was kept before, if that `is_wanted` and something can be kept.
fn known<K: Kept>(is_wanted: bool) -> Option<K> {
    if !is_wanted {
        return None;
    }
    let (known, report) = user_files::kept::read();
    if let Some(line) = report {
        output::say(&line);
    }
    known
}

/// Returns what is known of places for the stories that can be opened. Who asks for articles gets them at their beginning.
fn memory(args: &Options, paths: &[PathBuf], shelf: &[ShelfStory], story: &Story, known: Places) -> PlaceMemory {
    let recalls = args.left.is_none() && args.right.is_none();
    let mut folders = HashMap::new();
    let others = shelf.iter().filter_map(|other| Some((other.name.clone(), shelf_key(other, &mut folders)?)));
    PlaceMemory::new(&story.name, key(paths, &story.name), recalls, known).with_folders(others.collect())
}

/// Returns what a story is kept by: its folder or its files, else its name among those that come with the program;
/// `None` if standard input is part of it.
fn key(paths: &[PathBuf], name: &str) -> Option<String> {
    if paths.is_empty() {
        return Some(bundled_key(name));
    }
    let path = |path: &PathBuf| Some(path.canonicalize().ok()?.to_string_lossy().into_owned());
    Some(paths.iter().map(path).collect::<Option<Vec<_>>>()?.join("\n"))
}

/// Returns what a story beside the one that is open is kept by, as [`key`] does. Each folder is looked for once: a
/// thousand stories of files may lie in one.
fn shelf_key(story: &ShelfStory, folders: &mut HashMap<PathBuf, Option<PathBuf>>) -> Option<String> {
    if let [_] = story.paths[..] {
        return key(&story.paths, &story.name);
    }
    let path = |path: &PathBuf| {
        let folder = path.parent()?;
        if !folders.contains_key(folder) {
            folders.insert(folder.to_path_buf(), folder.canonicalize().ok());
        }
        let full = folders.get(folder)?.as_ref()?.join(path.file_name()?);
        Some(full.to_string_lossy().into_owned())
    };
    Some(story.paths.iter().map(path).collect::<Option<Vec<_>>>()?.join("\n"))
}

/// Returns the size of the page: as asked for, else the terminal if it says more than 0, else `COLUMNS`, else 80 by 24.
fn size(args: &Options) -> (u16, u16) {
    // Where there is no terminal, asking for its size would start other programs that know of none either.
    let terminal = io::stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
    let columns =
        || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|&columns| columns > 0);
    let width = args.width.or_else(|| terminal.map(|size| size.0).filter(|&width| width > 0)).or_else(columns);
    let height = args.height.or_else(|| terminal.map(|size| size.1).filter(|&height| height > 0));
    (width.unwrap_or(80).min(LARGEST_PAGE), height.unwrap_or(24).min(LARGEST_PAGE))
}

fn read_keys(text: &str) -> Result<Vec<keys::Key>> {
    keys::parse(text).context("--keys")
}

/// Tells whether exactly two articles were asked for, so that the exit status tells whether they differ.
fn is_of_two(args: &Options, story: &Story) -> bool {
    story.articles().len() == 2 || (args.left.is_some() && args.right.is_some())
}

/// Returns the articles of which is written: the two that were asked for, else all.
fn articles(args: &Options, story: &Story, shown: Pair<usize>) -> Vec<usize> {
    if is_of_two(args, story) { vec![shown.left, shown.right] } else { (0..story.articles().len()).collect() }
}

/// Returns of which articles is written: the two that were asked for; one that was, with each of the others; else all.
fn scope(args: &Options, story: &Story, shown: Pair<usize>) -> StoryScope {
    match (&args.left, &args.right) {
        _ if is_of_two(args, story) => StoryScope::Two(shown),
        (Some(_), _) => StoryScope::With(Side::Left, shown.left),
        (None, Some(_)) => StoryScope::With(Side::Right, shown.right),
        (None, None) => StoryScope::All,
    }
}

/// Returns the exit status: whether they differ, if two articles were asked for.
fn status(args: &Options, story: &Story, shown: Pair<usize>) -> u8 {
    u8::from(is_of_two(args, story) && !story.is_same(shown))
}

fn write_json(args: &Options, opening: &Opening) -> Result<u8> {
    let Opening { story, shown, .. } = opening;
    let articles = articles(args, story, *shown);
    let choice = JsonChoice { related: args.related, excerpts: args.excerpts };
    output::write(args, |out| report::json::write(out, story, &articles, choice))?;
    Ok(status(args, story, *shown))
}

fn write_html(args: &Options, opening: &Opening, passages: Filter) -> Result<u8> {
    let Opening { story, shown, settings: Settings { setup, markings, folds, .. }, .. } = opening;
    output::write(args, |out| match scope(args, story, *shown) {
        StoryScope::Two(pair) => report::html::write(out, story, pair, *setup, *markings, folds),
        scope => report::html::write_story(out, story, scope, passages, *setup, *markings),
    })?;
    Ok(0)
}

fn write_table(args: &Options, opening: &Opening, passages: Filter, notation: Notation) -> Result<u8> {
    let Opening { story, shown, .. } = opening;
    let (kind, scope) = (args.table.unwrap_or_default(), scope(args, story, *shown));
    let choice = TableChoice { kind, scope, passages, is_excerpt: args.excerpts };
    output::write(args, |out| report::table::write(out, story, choice, notation))?;
    Ok(0)
}

fn write_markdown(args: &Options, opening: &Opening, passages: Filter) -> Result<u8> {
    let Opening { story, shown, settings: Settings { setup, markings, .. }, .. } = opening;
    output::write(args, |out| match scope(args, story, *shown) {
        StoryScope::Two(pair) => report::markdown::write(out, story, pair, *setup, *markings),
        scope => report::markdown::write_story(out, story, scope, passages, *setup, *markings),
    })?;
    Ok(0)
}

fn write_plain(args: &Options, opening: &Opening, passages: Filter) -> Result<u8> {
    let Opening { story, shown, settings: Settings { setup, markings, .. }, .. } = opening;
    if opening.first == StartView::Story {
        let scope = scope(args, story, *shown);
        output::write(args, |out| report::plain::write_story(out, story, scope, passages, *setup, args.excerpts))?;
        return Ok(0);
    }
    let comparison = story.compare(*shown);
    output::write(args, |out| report::plain::write(out, story, *shown, &comparison, *setup, *markings))?;
    say_which(args, story, *shown);
    Ok(status(args, story, *shown))
}

fn write_text(args: &Options, opening: Opening) -> Result<u8> {
    let Opening { story, shown, settings: Settings { setup, markings, .. }, .. } = opening;
    let comparison = story.compare(shown);
    output::write(args, |out| report::text::write(out, &story, shown, &comparison, setup, markings))?;
    say_which(args, &story, shown);
    let status = status(args, &story, shown);
    // The program ends, and the system takes back in one go what would be given back piece by piece.
    std::mem::forget((story, comparison));
    Ok(status)
}

/// Writes two articles as one tall picture, and says so if it ends before they do.
fn write_page(args: &Options, opening: Opening) -> Result<u8> {
    let Page { cells, rows: (shown, all) } = tui::page::page(opening);
    if shown < all {
        output::say(&format!("the picture has the first {shown} of {all} rows; --format html has all of them"));
    }
    write(args, &svg::svg(&cells), 0)
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

/// Writes to the file asked for, else to standard output, and returns the status.
fn write(args: &Options, text: &str, status: u8) -> Result<u8> {
    output::write(args, |out| out.write_all(text.as_bytes()))?;
    Ok(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_kept_by_the_same_whether_it_is_open_or_beside_the_one_that_is() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = |name: &str| folder.path().join(name);
        std::fs::create_dir(path("below")).expect("it can be made");
        for name in ["a.txt", "b.txt", "below/c.txt"] {
            std::fs::write(path(name), "The boats left.").expect("it can be written");
        }
        let mut folders = HashMap::new();
        for paths in [vec![path("a.txt"), path("b.txt"), path("below/c.txt")], vec![path("below")]] {
            let story = ShelfStory { name: "x".to_owned(), own: "x".to_owned(), paths: paths.clone() };
            assert_eq!(shelf_key(&story, &mut folders), key(&paths, "x"));
            assert!(key(&paths, "x").is_some());
        }
    }
}
