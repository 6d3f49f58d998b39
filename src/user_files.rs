//! The reader's own files: where they are, read and written.
//!
//! ```text
//!     $XDG_CONFIG_HOME/diptych/config.toml     else ~/.config/…           the configuration
//!     $XDG_STATE_HOME/diptych/places.json      else ~/.local/state/…      where stories were left
//!     $XDG_STATE_HOME/diptych/pins.json        else ~/.local/state/…      which blocks were set opposite by hand
//! ```
//!
//! The same places on every system; nothing that is wrong with them keeps the reader from opening.

mod files;
pub mod kept;

use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, Xdg};

use crate::output::target::OutputTarget;
use diptych::intake::{self, clean};
use diptych::options::{self, Options};
use files::{NO_FILE, bytes, shown};

/// The largest configuration that is read, in bytes.
const LARGEST: u64 = 256 << 10;

/// Returns where the configuration is: as asked for, else in its usual place if there is one.
pub fn configuration_file(asked: Option<&Path>) -> Option<PathBuf> {
    let usual = || usual_configuration().filter(|path| path.exists());
    asked.map(Path::to_path_buf).or_else(usual)
}

/// Returns the usual place of the configuration, whether there is one or not; `None` for a reader without a folder of
/// their own.
pub fn usual_configuration() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.config_dir().join("diptych").join("config.toml"))
}

/// Reads the configuration that is asked for, else the one in its usual place if there is one, and says in a line each
/// what of it is not understood.
pub fn configuration(asked: Option<&Path>) -> (Options, Vec<String>) {
    let Some(path) = configuration_file(asked) else { return Default::default() };
    let name = shown(&path);
    let bytes = match readable(&path).and_then(|()| bytes(&path, LARGEST)) {
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

/// Tells whether a file can be opened without waiting for somebody, as one would at a named pipe; else a few words on
/// it. A pipe of the shell's is open already, and `/dev/null` is how one asks for none.
fn readable(path: &Path) -> Result<(), String> {
    match OutputTarget::resolve(path).map_err(|error| intake::plain(&error))? {
        OutputTarget::Special(special) if special != Path::new("/dev/null") => Err(NO_FILE.to_owned()),
        _ => Ok(()),
    }
}
