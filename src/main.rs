//! Arguments to work to exit status.

mod cli;
mod home;
mod look;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use anyhow::{Context, Result, anyhow, bail};
use clap::Parser;

use cli::{Args, Format};
use diptych::article::Article;
use diptych::comparison::Comparison;
use diptych::intake::{self, Source, bundled, clean};
use diptych::pair::Pair;
use diptych::report::{self, text::Manner};
use diptych::signs;
use diptych::story::{Story, letter, place_of_letter};
use diptych::tui::config::{self, Config};
use diptych::tui::model::{First, Marks, Memory, Opening, Settings, bundled as bundled_key};
use diptych::tui::{self, dump, keys, svg};

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
    let (story, source) = story(args, &config)?;
    let shown = shown(args, story.articles())?;
    let is_reader = format == Format::Tui && args.keys.is_none();
    let memory = (is_reader && config.remember.unwrap_or(true)).then(|| memory(args, &story));
    let opening = Opening {
        settings: config.settings(),
        theme: look::theme(&config, is_reader),
        keymap: config.keymap.clone().unwrap_or_default(),
        notice,
        memory,
        size: size(&config),
        first: config.view.unwrap_or_default(),
        ..Opening::new(Rc::new(story), shown)
    };
    match (format, keys) {
        (Format::Svg, keys) => write(args, &svg::svg(&tui::play(opening, &keys.unwrap_or_default()).1), 0),
        (Format::Tui | Format::Text, Some(keys)) => write(args, &dump::text(&tui::play(opening, &keys).1), 0),
        (Format::Json, _) => write_json(args, &opening),
        (Format::Text, None) if opening.first == First::Story => {
            let Settings { ascii, ambiguous, .. } = opening.settings;
            let text = report::story::write(&opening.story, usize::from(opening.size.0));
            let is_plain = signs::are_exchanged(ascii, ambiguous);
            write(args, &if is_plain { signs::plain_text(ambiguous, &text) } else { text }, 0)
        }
        (Format::Text, None) => {
            let Opening { story, shown, settings, size, .. } = opening;
            let manner = Manner {
                arrangement: settings.arrangement,
                width: usize::from(size.0),
                measure: settings.measure,
                is_marked: settings.marks != Marks::Nothing,
                small: settings.small,
                ascii: settings.ascii,
                ambiguous: settings.ambiguous,
            };
            let comparison = story.compare(shown);
            let text = report::text::write(&story, shown, &comparison, manner);
            let status = status(args, &story, &comparison);
            write(args, &text, status)
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

/// Opens the story that the arguments name, or the first one that comes with the program, and says where it was read.
fn story(args: &Args, config: &Config) -> Result<(Story, Source)> {
    if args.paths.is_empty() {
        let name = config.story.as_deref().unwrap_or(bundled::FIRST);
        let articles = bundled::read(name)
            .with_context(|| format!("{name}: no such story; there are {}", bundled::names().join(", ")))?;
        return Ok((Story::new(name, articles), Source::default()));
    }
    let intake = intake::read(&args.paths)?;
    if let Some(path) = args.output.as_ref().filter(|path| intake.has_read(path)) {
        bail!("{}: an article of the story; nothing was written", path.display());
    }
    for line in &intake.passed_over {
        say(line);
    }
    let source = Source::new(&args.paths, &intake);
    Ok((Story::new(name_of(&args.paths), intake.articles), source))
}

/// What to call a story of one's own: its folder.
fn name_of(paths: &[PathBuf]) -> String {
    let folder = match paths {
        [folder] => folder.canonicalize().ok(),
        [first, ..] => first.canonicalize().ok().and_then(|path| path.parent().map(Path::to_path_buf)),
        [] => None,
    };
    let name =
        folder.as_deref().and_then(Path::file_name).map_or_else(|| "articles".into(), |name| name.to_string_lossy());
    clean::line(&name)
}

/// Which two articles to show: those asked for, else the first two.
fn shown(args: &Args, articles: &[Article]) -> Result<Pair<usize>> {
    if let [only] = articles {
        bail!("{}: one article only; two are needed to compare", only.source);
    }
    let asked = Pair::new(&args.left, &args.right);
    let find = |name: &Option<String>| name.as_deref().map(|name| find(articles, &clean::line(name))).transpose();
    let (left, right) = (find(asked.left)?, find(asked.right)?);
    let first_but = |other: Option<usize>| usize::from(other == Some(0));
    let left = left.unwrap_or_else(|| first_but(right));
    let right = right.unwrap_or_else(|| {
        if left == 0 {
            1
        } else if left == 1 && args.left.is_some() {
            0
        } else {
            usize::from(left == 0)
        }
    });
    if left == right {
        bail!("{}: on both sides; name two articles", letter(left));
    }
    Ok(Pair::new(left, right))
}

/// Finds an article by letter, else by its exact file name, else by a unique part of its outlet's name.
fn find(articles: &[Article], name: &str) -> Result<usize> {
    if let Some(place) = place_of_letter(name).filter(|&place| place < articles.len()) {
        return Ok(place);
    }
    let file = |article: &Article| article.source == name || article.source.rsplit('/').next() == Some(name);
    let part = Some(name.to_lowercase()).filter(|part| !part.is_empty());
    let outlet = |article: &Article| {
        let outlet = article.outlet.as_ref().map(|outlet| outlet.to_lowercase());
        outlet.zip(part.as_ref()).is_some_and(|(outlet, part)| outlet.contains(part))
    };
    for matches in [&file as &dyn Fn(&Article) -> bool, &outlet] {
        let mut found = (0..articles.len()).filter(|&place| matches(&articles[place]));
        match (found.next(), found.next()) {
            (Some(place), None) => return Ok(place),
            (Some(first), Some(second)) => {
                bail!("{name}: not one article only; {} and {} match", letter(first), letter(second))
            }
            _ => {}
        }
    }
    bail!("{name}: no article of that letter, file name or outlet; there are {}", listed(articles))
}

fn listed(articles: &[Article]) -> String {
    let named = articles.iter().enumerate().map(|(place, article)| format!("{} {}", letter(place), article.label()));
    named.collect::<Vec<_>>().join(", ")
}

/// The page: as asked for, else the terminal if it says more than 0, else `COLUMNS`, else 80 by 24.
fn size(config: &Config) -> (u16, u16) {
    let terminal = crossterm::terminal::size().ok().filter(|_| io::stdout().is_terminal());
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
    let places =
        if is_of_two(args, story) { vec![shown.left, shown.right] } else { (0..story.articles().len()).collect() };
    let compared = report::json::compare(story, &places);
    let status = compared.first().map_or(0, |(_, comparison)| status(args, story, comparison));
    write(args, &report::json::write(story, &places, &compared), status)
}

/// Writes to the file asked for, else to standard output, and returns the status.
fn write(args: &Args, text: &str, status: u8) -> Result<u8> {
    let Some(path) = &args.output else {
        let mut out = io::stdout().lock();
        return match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(status),
            Err(error) => Err(anyhow!("standard output: {}", intake::plain(&error))),
            Ok(()) => Ok(status),
        };
    };
    let cause = |error| anyhow!("{}: cannot be written: {}", path.display(), intake::plain(&error));
    std::fs::write(path, text).map_err(cause)?;
    Ok(status)
}
