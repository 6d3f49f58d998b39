//! Signals while output is written.
//!
//! ```text
//!     SIGXFSZ                     an error of the write instead of the end of the process
//!     SIGHUP, SIGINT, SIGQUIT,    the file in the making is removed, then the process ends as usual
//!     SIGTERM, SIGXCPU
//! ```

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, Once, PoisonError};

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use super::atomic::AtomicFile;

/// The file in the making.
static DRAFT: Mutex<Option<PathBuf>> = Mutex::new(None);

/// The signals that end a process which takes no care of them, and that somebody sends.
const ENDING: [i32; 5] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU];

/// Lets a write beyond the limit on the size of files fail; by default the system ends the process without a word.
pub fn survive_file_size_limit() {
    // Without it the process ends as it would have.
    let _ = flag::register(SIGXFSZ, Arc::default());
}

/// Begins a file that is removed if a signal ends the process before [`settle`].
pub fn create(create: impl FnOnce() -> io::Result<AtomicFile>) -> io::Result<AtomicFile> {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Without it a hidden file is left behind.
        let _ = listen();
    });
    // A signal that comes meanwhile waits until the name is known.
    let mut draft = DRAFT.lock().unwrap_or_else(PoisonError::into_inner);
    let file = create()?;
    *draft = Some(file.draft().to_path_buf());
    Ok(file)
}

/// Says that no file is in the making any more.
pub fn settle() {
    *DRAFT.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

fn listen() -> io::Result<()> {
    let ignored = ignored();
    let mut signals = Signals::new(ENDING.iter().filter(|&&signal| ignored >> (signal - 1) & 1 == 0))?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let draft = DRAFT.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(path) = &*draft {
                let _ = fs::remove_file(path);
            }
            let _ = low_level::emulate_default_handler(signal);
        }
    })?;
    Ok(())
}

/// Returns the signals that the process was started to ignore, as by `nohup`: a bit each. Where the system does not
/// say, SIGHUP is taken to be one.
fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(1 << (SIGHUP - 1))
}
