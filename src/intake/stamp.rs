//! What a file looked like when it was read.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Holds a file that was read, and what it looked like before.
#[derive(Clone, Debug)]
pub(super) struct WatchedFile {
    path: PathBuf,
    stamp: Option<Stamp>,
    /// What it looked like when its change was reported.
    reported: Option<Stamp>,
}

impl WatchedFile {
    /// Looks at a file that is about to be read.
    pub(super) fn new(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self { stamp: Stamp::read(&path), path, reported: None }
    }

    /// Tells whether it is another one than was read, and than when this was last so. One that is gone is none: it may
    /// be on its way back.
    pub(super) fn has_news(&mut self) -> bool {
        let now = Stamp::read(&self.path).filter(|_| self.stamp.is_some());
        let is_news = now.is_some() && now != self.stamp && now != self.reported;
        if is_news {
            self.reported = now;
        }
        is_news
    }

    /// Returns what is not read a second time, whatever becomes of it.
    pub(super) fn once(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), stamp: None, reported: None }
    }
}

/// What tells a file from what it was before, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    written: Option<SystemTime>,
    size: u64,
}

impl Stamp {
    /// Looks at a file; `None` for what is no file, or none any more.
    fn read(path: &Path) -> Option<Self> {
        let data = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Self { written: data.modified().ok(), size: data.len() })
    }
}
