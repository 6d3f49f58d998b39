//! Arguments to work to exit status.

mod cli;
mod home;
mod look;

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use clap::Parser;

use cli::{Args, Format};
use diptych::article::Article;
use diptych::comparison::Comparison;
use diptych::intake::{self, Source, bundled, clean};
use diptych::pair::Pair;
use diptych::report::{self, text::Manner};
use diptych::signs;
use diptych::story::presence::Filter;
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
        size: size(&config),
        first: config.view.unwrap_or_default(),
        ..Opening::new(Arc::new(story), shown)
    };
    match (format, keys) {
        (Format::Svg, keys) => write(args, &svg::svg(&tui::play(opening, &keys.unwrap_or_default()).1), 0),
        (Format::Tui | Format::Text, Some(keys)) => write(args, &dump::text(&tui::play(opening, &keys).1), 0),
        (Format::Json, _) => write_json(args, &opening),
        (Format::Text, None) if opening.first == First::Story => {
            let Settings { ascii, ambiguous, .. } = opening.settings;
            let base = args.left.as_ref().map(|_| opening.shown.left);
            let text = report::story::write(&opening.story, base, passages, usize::from(opening.size.0));
            let is_plain = signs::are_exchanged(ascii, ambiguous);
            write(args, &if is_plain { signs::plain_text(ambiguous, &text) } else { text }, 0)
        }
        (Format::Text, None) => {
            let Opening { story, shown, settings, size, .. } = opening;
            let manner = Manner {
                arrangement: settings.arrangement,
                width: usize::from(size.0),
                is_marked: settings.marks != Marks::Nothing,
                small: settings.small,
                ascii: settings.ascii,
                ambiguous: settings.ambiguous,
            };
            let comparison = story.compare(shown);
            write_with(args, |out| report::text::write(out, &story, shown, &comparison, manner))?;
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

/// A story that was opened.
struct Opened {
    story: Story,
    /// Where it was read.
    source: Source,
    /// The articles to show.
    shown: Pair<usize>,
    /// What to say of articles that were left out.
    left_out: Option<String>,
}

/// Opens the story that the arguments name, or the first one that comes with the program.
fn open(args: &Args, config: &Config) -> Result<Opened> {
    if args.paths.is_empty() {
        let name = config.story.as_deref().unwrap_or(bundled::FIRST);
        let articles = bundled::read(name)
            .with_context(|| format!("{name}: no such story; there are {}", bundled::names().join(", ")))?;
        let shown = shown(args, &articles)?;
        return Ok(Opened { story: Story::new(name, articles), source: Source::default(), shown, left_out: None });
    }
    let mut intake = intake::read(&args.paths)?;
    if let Some(path) = args.output.as_ref().filter(|path| intake.has_read(path)) {
        bail!("{}: an article of the story; nothing was written", path.display());
    }
    let Pair { left, right } = shown(args, &intake.articles)?;
    let mut places = [left, right];
    let left_out = intake.limit(&mut places);
    for line in intake.passed_over.iter().chain(&left_out) {
        say(line);
    }
    let source = Source::new(&args.paths, &intake);
    let shown = Pair::new(places[0], places[1]);
    Ok(Opened { story: Story::new(name_of(&args.paths), intake.articles), source, shown, left_out })
}

/// The passages that are asked for.
fn filter(name: &str, story: &Story) -> Result<Filter> {
    let is_known = |filter: &Filter| match filter {
        Filter::OnlyIn(article) | Filter::NotIn(article) => *article < story.articles().len(),
        _ => true,
    };
    let filter = Filter::named(name).filter(is_known);
    filter.ok_or_else(|| {
        anyhow!("{name}: no such passages; there are {}, X a letter, N blocks", Filter::NAMES.join(", "))
    })
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

/// Lets something be written to the file asked for, else to standard output. A reader that has left is no trouble.
fn write_with(args: &Args, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let Some(path) = &args.output else {
        let mut out = BufWriter::new(io::stdout().lock());
        return match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(anyhow!("standard output: {}", intake::plain(&error))),
            Ok(()) => Ok(()),
        };
    };
    let cause = |error| anyhow!("{}: cannot be written: {}", path.display(), intake::plain(&error));
    let mut out = BufWriter::new(File::create(path).map_err(cause)?);
    write(&mut out).and_then(|()| out.flush()).map_err(cause)
}
