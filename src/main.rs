//! Arguments to work to exit status.

mod cli;
mod home;
mod look;
mod opened;

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use clap::Parser;

use cli::{Args, Format};
use diptych::comparison::Comparison;
use diptych::intake::{self, clean};
use diptych::keys;
use diptych::report::{self, story_text};
use diptych::story::Story;
use diptych::story::presence::Filter;
use diptych::tui::config::{self, Config};
use diptych::tui::model::{First, Memory, Opening, Settings, bundled as bundled_key};
use diptych::tui::{self, dump, svg};
use opened::{Opened, filter, open};

/// The exit status for trouble; 0 and 1 are the same and different, as of diff.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let trouble = |cause: &str| {
        say(cause);
        ExitCode::from(TROUBLE)
    };
    match Args::try_parse() {
        Ok(args) => work(&args).map_or_else(|error| trouble(&format!("{error:#}")), ExitCode::from),
        Err(error) if error.use_stderr() => trouble(&cli::cause(&error)),
        Err(asked) => {
            // Help and version; a reader that has left is no trouble.
            let _ = asked.print();
            ExitCode::SUCCESS
        }
    }
}

/// Says one line on standard error, if anybody listens.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "diptych: {}", clean::line(line));
}

/// Does what the arguments ask for and returns the exit status.
fn work(args: &Args) -> Result<u8> {
    if args.dump_config {
        return write(args, &config::dump(), 0);
    }
    let keys = args.keys.as_deref().map(read_keys).transpose()?;
    let format = args.format.unwrap_or_else(|| default_format(args));
    let (config, notice) = configuration(args, format);
    let Opened { story, source, shown, left_out } = open(args, &config)?;
    let passages = args.passages.as_deref().map_or(Ok(Filter::default()), |name| filter(name, &story))?;
    let is_reader = format == Format::Tui && args.keys.is_none();
    let memory = (is_reader && config.remember.unwrap_or(true)).then(|| memory(args, &story));
    let opening = Opening {
        settings: config.settings(),
        theme: look::theme(&config, is_reader),
        keymap: config.keymap.clone().unwrap_or_default(),
        notice: left_out.or(notice),
        memory,
        first: config.view.unwrap_or_default(),
        ..Opening::new(Arc::new(story), shown)
    };
    let (width, height) = size(&config);
    let opening = opening.sized(width, height);
    match (format, keys) {
        (Format::Svg, keys) => write(args, &svg::svg(&tui::play(opening, &keys.unwrap_or_default()).1), 0),
        (Format::Tui | Format::Text, Some(keys)) => write(args, &dump::text(&tui::play(opening, &keys).1), 0),
        (Format::Json, _) => write_json(args, &opening),
        (Format::Text, None) if opening.first == First::Story => {
            let base = args.left.as_ref().map(|_| opening.shown.left);
            write(args, &story_text::write(&opening.story, base, passages, opening.settings.setup), 0)
        }
        (Format::Text, None) => {
            let Opening { story, shown, settings: Settings { setup, markings, .. }, .. } = opening;
            let comparison = story.compare(shown);
            write_with(args, |out| report::text::write(out, &story, shown, &comparison, setup, markings))?;
            let status = status(args, &story, &comparison);
            // The program ends, and the system takes back in one go what would be given back piece by piece.
            std::mem::forget((story, comparison));
            Ok(status)
        }
        (Format::Tui, None) => {
            if let Some(path) = &args.output {
                bail!("{}: the reader is for a terminal; name another --format", path.display());
            }
            if !io::stdout().is_terminal() {
                bail!("standard output: no terminal to read in");
            }
            let left = tui::run(opening, source).map_err(|error| anyhow!("terminal: {}", intake::plain(&error)))?;
            if let Err(line) = home::keep(&left.places) {
                say(&line);
            }
            Ok(left.status)
        }
    }
}

fn default_format(args: &Args) -> Format {
    if args.output.is_none() && io::stdout().is_terminal() { Format::Tui } else { Format::Text }
}

/// What the arguments and the configuration ask for, and what to say of the latter inside the reader.
///
/// Keys that are played give the same screen for everyone, and what is written for programs does not depend on it.
fn configuration(args: &Args, format: Format) -> (Config, Option<String>) {
    if args.keys.is_some() || format == Format::Json {
        return (args.asked(), None);
    }
    let (config, reports) = home::configuration(args.config.as_deref());
    for report in &reports {
        say(report);
    }
    let notice = match &reports[..] {
        [] => None,
        [report] => Some(report.clone()),
        [report, rest @ ..] => Some(format!("{report} (and {} more)", rest.len())),
    };
    (args.asked().over(config), notice)
}

/// What is known of places in stories. Who asks for articles gets them at their beginning.
fn memory(args: &Args, story: &Story) -> Memory {
    let (known, report) = home::places();
    if let Some(line) = report {
        say(&line);
    }
    let recalls = args.left.is_none() && args.right.is_none();
    Memory::new(&story.name, key(&args.paths, &story.name), recalls, known)
}

/// What a story is kept by: its folder or its files, else its name among those that come with the program; `None` if
/// standard input is part of it.
fn key(paths: &[PathBuf], name: &str) -> Option<String> {
    if paths.is_empty() {
        return Some(bundled_key(name));
    }
    let path = |path: &PathBuf| Some(path.canonicalize().ok()?.to_string_lossy().into_owned());
    Some(paths.iter().map(path).collect::<Option<Vec<_>>>()?.join("\n"))
}

/// The page: as asked for, else the terminal if it says more than 0, else `COLUMNS`, else 80 by 24.
fn size(config: &Config) -> (u16, u16) {
    // Where there is no terminal, asking for its size would start other programs that know of none either.
    let terminal = io::stdout().is_terminal().then(crossterm::terminal::size).and_then(Result::ok);
    let columns =
        || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|&columns| columns > 0);
    let width = config.width.or_else(|| terminal.map(|size| size.0).filter(|&width| width > 0)).or_else(columns);
    let height = config.height.or_else(|| terminal.map(|size| size.1).filter(|&height| height > 0));
    (width.unwrap_or(80), height.unwrap_or(24))
}

fn read_keys(text: &str) -> Result<Vec<keys::Key>> {
    keys::parse(text).context("--keys")
}

/// Whether exactly two articles were asked for, so that the exit status tells whether they differ.
fn is_of_two(args: &Args, story: &Story) -> bool {
    story.articles().len() == 2 || (args.left.is_some() && args.right.is_some())
}

/// The exit status: whether they differ, if two articles were asked for and no file is written.
fn status(args: &Args, story: &Story, comparison: &Comparison) -> u8 {
    u8::from(args.output.is_none() && is_of_two(args, story) && !comparison.is_same())
}

fn write_json(args: &Args, opening: &Opening) -> Result<u8> {
    let Opening { story, shown, .. } = opening;
    let is_of_two = is_of_two(args, story);
    let places = if is_of_two { vec![shown.left, shown.right] } else { (0..story.articles().len()).collect() };
    if !is_of_two {
        write_with(args, |out| report::json::write(out, story, &places).map(drop))?;
        return Ok(0);
    }
    // Whether they differ is known also where nobody reads to the end.
    let mut text = Vec::new();
    let is_same = report::json::write(&mut text, story, &places)?;
    write_with(args, |out| out.write_all(&text))?;
    Ok(u8::from(args.output.is_none() && !is_same))
}

/// Writes to the file asked for, else to standard output, and returns the status.
fn write(args: &Args, text: &str, status: u8) -> Result<u8> {
    write_with(args, |out| out.write_all(text.as_bytes()))?;
    Ok(status)
}

/// The bytes that are written at once.
const AT_ONCE: usize = 1 << 16;

/// Lets something be written to the file asked for, else to standard output. A reader that has left is no trouble.
fn write_with(args: &Args, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let Some(path) = &args.output else {
        let mut out = BufWriter::with_capacity(AT_ONCE, io::stdout().lock());
        return match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(anyhow!("standard output: {}", intake::plain(&error))),
            Ok(()) => Ok(()),
        };
    };
    let cause = |error| anyhow!("{}: cannot be written: {}", path.display(), intake::plain(&error));
    let mut out = BufWriter::with_capacity(AT_ONCE, File::create(path).map_err(cause)?);
    write(&mut out).and_then(|()| out.flush()).map_err(cause)
}
