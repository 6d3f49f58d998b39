//! Where output goes: to standard output, or to a file that is written whole or not at all.
//!
//! ```text
//!     no -o                              standard output
//!     -o FILE ─► OutputTarget ─► Descriptor, Special   written straight
//!                     └──► File                  AtomicFile: beside it, and renamed
//! ```
//!
//! The program's own files are written in the same way.

pub mod atomic;
#[cfg(unix)]
mod signals;
pub mod target;

use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

use anyhow::{Result, anyhow, bail};

use crate::user_files;
use atomic::{Access, AtomicFile};
use diptych::intake::{self, clean};
use diptych::options::{Format, Options};
use diptych::tui::{NotSaved, Replaces};
use target::OutputTarget;

/// The bytes that are written at once.
const AT_ONCE: usize = 1 << 16;

#[cfg(unix)]
pub use signals::survive_file_size_limit;

/// Does nothing: no signal tells of such a limit here.
#[cfg(not(unix))]
pub fn survive_file_size_limit() {}

/// Says one line on standard error, if anybody listens.
pub fn say(line: &str) {
    let _ = writeln!(io::stderr(), "diptych: {}", clean::line(line));
}

/// Checks, before any work is done, that output can go where the arguments want it. Nothing is opened.
///
/// # Errors
///
/// An article of the story and the configuration in use are never written, another file that is there only if that is
/// asked for.
pub fn check(args: &Options) -> Result<()> {
    args.output.as_deref().map_or(Ok(()), |path| target(args, path, args.force).map(drop))
}

/// Returns the format that the ending of the file to be written asks for; `None` if it has none, and for what is no regular
/// file: a descriptor, a device, a pipe.
///
/// # Errors
///
/// An ending that is not known, and what the system says.
pub fn format_by_ending(path: &Path) -> Result<Option<Format>> {
    match OutputTarget::resolve(path).map_err(|error| cannot(path, &error))? {
        OutputTarget::File { .. } => Format::of_file(path).map_err(|cause| anyhow!("{}: {cause}", path.display())),
        OutputTarget::Descriptor(_) | OutputTarget::Special(_) => Ok(None),
    }
}

/// Tells whether a file is written, and not standard output, a descriptor, a device or a pipe.
pub fn is_file(args: &Options) -> bool {
    let target = args.output.as_deref().map(OutputTarget::resolve);
    matches!(target, Some(Ok(OutputTarget::File { .. })))
}

/// Lets something be written where the arguments want it. A reader that has left is no trouble.
///
/// # Errors
///
/// As [`check`], and what the system says; then a file that was there is as it was.
pub fn write(args: &Options, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let Some(name) = &args.output else { return write_out(write) };
    match target(args, name, args.force)? {
        OutputTarget::File { path, old } => replace(&path, old, write).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => exists(name),
            _ => cannot(name, &error),
        }),
        OutputTarget::Descriptor(path) | OutputTarget::Special(path) => {
            let error = target::open(&path).and_then(|out| write_to(out, write)).err().filter(is_trouble);
            error.map_or(Ok(()), |error| Err(cannot(name, &error)))
        }
    }
}

/// Writes a text to a file, whole or not at all, and returns where that is. A `~` is the reader's own folder, and a name without an
/// ending gets that of a text.
///
/// # Errors
///
/// A file of that name unless it is to be replaced, what [`check`] never lets be written, and what the system says.
pub fn save_text(args: &Options, path: &Path, text: &str, replaces: Replaces) -> Result<String, NotSaved> {
    let home = std::env::home_dir().zip(path.strip_prefix("~").ok()).map(|(home, rest)| home.join(rest));
    let mut path = home.unwrap_or_else(|| path.to_path_buf());
    if path.extension().is_none() && path.file_name().is_some() {
        path.set_extension("txt");
    }
    let trouble = |error: anyhow::Error| NotSaved::Trouble(format!("{error:#}"));
    let taken = || NotSaved::Taken(format!("{}: a file of that name is there already", path.display()));
    match OutputTarget::resolve(&path).map_err(|error| trouble(cannot(&path, &error)))? {
        OutputTarget::File { old: None, .. } => {}
        OutputTarget::File { .. } if replaces == Replaces::File => {}
        OutputTarget::File { .. } => return Err(taken()),
        _ => return Err(NotSaved::Trouble(format!("{}: no file", path.display()))),
    }
    if let OutputTarget::File { path: full, old } = target(args, &path, replaces == Replaces::File).map_err(trouble)? {
        replace(&full, old, |out| out.write_all(text.as_bytes())).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => taken(),
            _ => trouble(cannot(&path, &error)),
        })?;
    }
    Ok(path.canonicalize().unwrap_or_else(|_| path.clone()).display().to_string())
}

/// Lets something be written to standard output. A reader that has left is no trouble.
///
/// # Errors
///
/// What the system says; and that standard output was closed when the program was started.
pub fn write_out(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let error = target::standard_output().and_then(|out| write_to(out, write)).err().filter(is_trouble);
    error.map_or(Ok(()), |error| Err(anyhow!("standard output: {}", intake::plain(&error))))
}

/// Tells whether an error is more than a reader that has left.
fn is_trouble(error: &io::Error) -> bool {
    error.kind() != ErrorKind::BrokenPipe
}

/// Returns what a path leads to, if it may be written; a file that is there only if it is to be replaced.
fn target(args: &Options, path: &Path, replaces: bool) -> Result<OutputTarget> {
    let target = OutputTarget::resolve(path).map_err(|error| cannot(path, &error))?;
    // Whoever opened a descriptor may just have made its file, in the folder of the articles.
    let is_empty = || fs::metadata(path).is_ok_and(|file| file.len() == 0);
    let is_new = matches!(target, OutputTarget::Descriptor(_)) && is_empty();
    if !is_new && intake::reads(&args.paths, path) {
        bail!("{}: a file that the story is read from; nothing was written", path.display());
    }
    if args.clusters.as_ref().is_some_and(|clusters| intake::is_same(clusters, path) || lies_in(path, clusters)) {
        bail!("{}: a file that the story is read from; nothing was written", path.display());
    }
    if !is_new
        && user_files::configuration_file(args.config.as_deref()).is_some_and(|used| intake::is_same(&used, path))
    {
        bail!("{}: the configuration in use; nothing was written", path.display());
    }
    if matches!(target, OutputTarget::File { old: Some(_), .. }) && !replaces {
        return Err(exists(path));
    }
    Ok(target)
}

/// Tells whether a file lies in a folder, which may be named by another way.
fn lies_in(path: &Path, folder: &Path) -> bool {
    let ends = [path, folder].map(fs::canonicalize);
    matches!(ends, [Ok(path), Ok(folder)] if folder.is_dir() && path.starts_with(&folder))
}

fn write_to(out: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(AT_ONCE, out);
    write(&mut out).and_then(|()| out.flush())
}

fn replace(
    path: &Path,
    old: Option<fs::Metadata>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let create = || AtomicFile::create(path, old, Access::Usual);
    #[cfg(unix)]
    let file = signals::create(create);
    #[cfg(not(unix))]
    let file = create();
    let mut file = file?;
    let written = write_to(&mut file, write).and_then(|()| file.commit());
    #[cfg(unix)]
    signals::settle();
    written
}

fn exists(path: &Path) -> anyhow::Error {
    anyhow!("{}: a file of that name is there already; --force replaces it", path.display())
}

fn cannot(path: &Path, error: &io::Error) -> anyhow::Error {
    anyhow!("{}: cannot be written: {}", path.display(), intake::plain(error))
}
