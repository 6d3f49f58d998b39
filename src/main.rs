//! Arguments to work to exit status.

mod agreement;
mod bidi_choice;
mod cli;
mod corpus_writing;
mod generate;
mod help;
mod output;
mod story_opening;
mod theme_choice;
mod user_files;
mod writing;

use std::collections::HashMap;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};

use cli::Arguments;
use diptych::intake::{self, ShelfStory};
use diptych::keys;
use diptych::options::{self, Bidi, Format, LARGEST_PAGE, Options, StartView};
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::story::presence::Filter;
use diptych::tui::kept::Kept;
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
    agreement::check_alone(&args)?;
    if args.dump_config {
        return writing::bare(&args, &options::dump());
    }
    if let Some(kind) = args.generate {
        return writing::bare(&args, &generate::generate(kind)?);
    }
    let keys = args.keys.as_deref().map(read_keys).transpose()?;
    let format = args.format.map_or_else(|| default_format(&args), Ok)?;
    agreement::check_page(&args, format, keys.is_some())?;
    let (mut args, reports) = configuration(arguments, args, format)?;
    args.format = Some(format);
    let is_reader = format == Format::Tui && keys.is_none();
    let may_paste = keys.is_some() || is_reader;
    if args.paste && !may_paste {
        bail!("--paste: only the reader takes what is pasted; without it, {INPUT} is standard input");
    }
    agreement::check(&args, format, keys.is_some())?;
    if format == Format::Passim {
        return corpus_writing::write(&args);
    }
    let OpenedStory { story, source, shown, awaited, messages, paths, shelf } = open(&args, is_reader)?;
    if args.passages.is_some() && matches!(format, Format::Html | Format::Markdown) && writing::is_of_two(&args, &story)
    {
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
            writing::picture(&args, opening)
        }
        (Format::Svg, keys) => writing::bare(&args, &svg::svg(&tui::play(opening, &keys.unwrap_or_default()).1)),
        (Format::Tui | Format::Text, Some(keys)) => writing::bare(&args, &dump::text(&tui::play(opening, &keys).1)),
        (Format::Tui, None) => read(&args, opening, counts_start, remembers),
        (format, _) => writing::report(&args, format, opening, passages),
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
    let save = |path: &Path, text: &str, replaces| output::save_text(args, path, text, replaces);
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
