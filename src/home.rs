//! The reader's own files: where they are, read and written.
//!
//! ```text
//!     $XDG_CONFIG_HOME/diptych/config.toml     else ~/.config/…           the configuration
//!     $XDG_STATE_HOME/diptych/places.json      else ~/.local/state/…      where stories were left
//! ```
//!
//! The same places on every system; nothing that is wrong with them keeps the reader from opening.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, Xdg};

use diptych::intake::clean;
use diptych::options::{self, Options};
use diptych::tui::places::Places;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 << 10;

/// Reads the configuration that is asked for, else the one in its usual place if there is one, and says in a line each
/// what of it is not understood.
pub fn configuration(asked: Option<&Path>) -> (Options, Vec<String>) {
    let usual = || Xdg::new().ok().map(|home| home.config_dir().join("diptych").join("config.toml"));
    let Some(path) = asked.map(Path::to_path_buf).or_else(usual) else { return Default::default() };
    if asked.is_none() && !path.exists() {
        return Default::default();
    }
    let name = shown(&path);
    let bytes = match bytes(&path) {
        Ok(bytes) => bytes,
        Err(cause) => return (Options::default(), vec![format!("{name}: {cause}; the defaults are used")]),
    };
    let text = String::from_utf8_lossy(&bytes);
    let (options, reports) = options::read(text.strip_prefix('\u{FEFF}').unwrap_or(&text));
    let mut lines: Vec<String> =
        reports.into_iter().map(|report| format!("{name}:{}: {}", report.line, report.what)).collect();
    if let Err(error) = std::str::from_utf8(&bytes) {
        let line = bytes[..error.valid_up_to()].split(|&byte| byte == b'\n').count();
        lines.insert(0, format!("{name}:{line}: not UTF-8 text"));
    }
    (options, lines.iter().map(|line| clean::line(line)).collect())
}

fn places_file() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.state_dir()?.join("diptych").join("places.json"))
}

/// Reads where stories were left; if that can't be read, none, and a line that says so.
pub fn places() -> (Places, Option<String>) {
    let Some(path) = places_file().filter(|path| path.exists()) else { return Default::default() };
    match read_places(&path) {
        Ok(places) => (places, None),
        Err(cause) => (Places::default(), Some(format!("{}: {cause}; no place is known", shown(&path)))),
    }
}

fn read_places(path: &Path) -> Result<Places, String> {
    let text = String::from_utf8(bytes(path)?).map_err(|_| "not UTF-8 text".to_owned())?;
    Places::read(&text).map_err(|cause| clean::line(&cause))
}

/// Keeps places in the file beside those that other readers have kept meanwhile. Nothing is written if nothing is new; a
/// file that can't be read is put aside as `places.json.bak` first.
///
/// # Errors
///
/// A line that names the file and the cause.
pub fn keep(kept: &Places) -> Result<(), String> {
    let Some(path) = places_file().filter(|_| !kept.is_empty()) else { return Ok(()) };
    // Where the file is a link, what it leads to is replaced and not the link.
    let path = path.canonicalize().unwrap_or(path);
    let known = if path.exists() { read_places(&path) } else { Ok(Places::default()) };
    let mut places = known.clone().unwrap_or_default();
    if !places.keep_all(kept) {
        return Ok(());
    }
    let aside = || if known.is_err() { fs::rename(&path, path.with_extension("json.bak")) } else { Ok(()) };
    let written = aside().and_then(|()| replace(&path, &places.write()));
    written.map_err(|error| format!("{}: {}; the place is not kept", shown(&path), cause(&error)))
}

/// Writes a file beside another one and puts it in its place in one step, so that there is never half a file.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    create(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Makes a folder that is nobody else's, as the XDG Base Directory Specification asks for.
fn create(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// The bytes of a file, or in a few words why there are none.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    match file {
        Err(error) => Err(cause(&error)),
        Ok(_) if bytes.len() as u64 > LARGEST => Err(format!("larger than {} kB", LARGEST >> 10)),
        Ok(_) => Ok(bytes),
    }
}

/// The system's message without its number.
fn cause(error: &io::Error) -> String {
    let message = error.to_string().to_lowercase();
    message.split(" (os error").next().unwrap_or_default().to_owned()
}

/// A path for a person: what stands in the home folder begins with `~`.
fn shown(path: &Path) -> String {
    let home = etcetera::home_dir().ok();
    let within =
        home.as_deref().filter(|home| home.components().count() > 1).and_then(|home| path.strip_prefix(home).ok());
    let path = within.map_or_else(|| path.to_path_buf(), |within| PathBuf::from("~").join(within));
    clean::line(&path.to_string_lossy())
}
