//! The reader's own files: where they are, read and written.
//!
//! ```text
//!     $XDG_CONFIG_HOME/diptych/config.toml     else ~/.config/…           the configuration
//! ```
//!
//! The same places on every system; nothing that is wrong with them keeps the reader from opening.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, Xdg};

use diptych::intake::clean;
use diptych::tui::config::{self, Config};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 << 10;

/// Reads the configuration that is asked for, else the one in its usual place if there is one, and says in a line each
/// what of it is not understood.
pub fn configuration(asked: Option<&Path>) -> (Config, Vec<String>) {
    let usual = || Xdg::new().ok().map(|home| home.config_dir().join("diptych").join("config.toml"));
    let Some(path) = asked.map(Path::to_path_buf).or_else(usual) else { return Default::default() };
    if asked.is_none() && !path.exists() {
        return Default::default();
    }
    let name = shown(&path);
    let bytes = match bytes(&path) {
        Ok(bytes) => bytes,
        Err(cause) => return (Config::default(), vec![format!("{name}: {cause}; the defaults are used")]),
    };
    let text = String::from_utf8_lossy(&bytes);
    let (config, reports) = config::read(text.strip_prefix('\u{FEFF}').unwrap_or(&text));
    let mut lines: Vec<String> =
        reports.into_iter().map(|report| format!("{name}:{}: {}", report.line, report.what)).collect();
    if let Err(error) = std::str::from_utf8(&bytes) {
        let line = bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() + 1;
        lines.insert(0, format!("{name}:{line}: not UTF-8 text"));
    }
    (config, lines.iter().map(|line| clean::line(line)).collect())
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
fn cause(error: &std::io::Error) -> String {
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
