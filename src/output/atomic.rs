//! A file that is there whole or not at all.
//!
//! ```text
//!     create   .diptych-x7Kq2a beside it      what stood there stands
//!     write    …                              also after an error, which takes the new file away
//!     commit   synchronised, then renamed     in one step
//! ```

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// Says who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Whoever the process lets read what it makes (its umask).
    Usual,
    /// Its owner alone.
    Private,
}

/// Holds a file in the making. Dropped before it is committed, it leaves nothing behind.
#[derive(Debug)]
pub struct AtomicFile {
    file: NamedTempFile,
    path: PathBuf,
    old: Option<Metadata>,
}

impl AtomicFile {
    /// Begins a file at a path that is no link: in the stead of the `old` one, whose permissions and owner it keeps,
    /// else a new one.
    ///
    /// # Errors
    ///
    /// What the system says; also if the old file may not be written, or none can be made beside it.
    pub fn create(path: &Path, old: Option<Metadata>, access: Access) -> io::Result<Self> {
        if old.is_some() {
            // A new file could take the place of one that nobody may write.
            OpenOptions::new().append(true).open(path)?;
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = Builder::new();
        builder.prefix(".diptych-");
        // What was private is at no time to be read by others.
        #[cfg(unix)]
        if access == Access::Usual && old.is_none() {
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        }
        #[cfg(not(unix))]
        let _ = access;
        let file = builder.tempfile_in(folder).map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied => io::Error::other("its folder may not be written"),
            _ => error,
        })?;
        Ok(Self { file, path: path.to_path_buf(), old })
    }

    /// Returns where it stands until it is committed.
    pub fn draft(&self) -> &Path {
        self.file.path()
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    ///
    /// What the system says; [`ErrorKind::AlreadyExists`] if it is a new file and one of its name was made meanwhile.
    pub fn commit(self) -> io::Result<()> {
        let Self { file, path, old } = self;
        let Some(old) = old else {
            file.as_file().sync_all()?;
            return commit_new(file, &path);
        };
        keep_permissions(file.as_file(), &old)?;
        file.as_file().sync_all()?;
        file.persist(&path)?;
        Ok(())
    }
}

impl Write for AtomicFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn commit_new(file: NamedTempFile, path: &Path) -> io::Result<()> {
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        // Some file systems know no renaming that spares what is there, and no hard links either.
        Err(error) if error.error.kind() != ErrorKind::AlreadyExists && fs::symlink_metadata(path).is_err() => {
            error.file.persist(path)?;
            Ok(())
        }
        Err(error) => Err(error.error),
    }
}

/// Gives a file the owner, the group and the mode of an old one, as far as that is allowed. Nobody may read it who
/// might not read the old one.
#[cfg(unix)]
fn keep_permissions(file: &fs::File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let new = file.metadata()?;
    let mut mode = old.mode() & 0o7777;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) && fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
        // Of another owner: no bits that run it as its owner or group.
        mode &= 0o777;
        if fchown(file, None, Some(old.gid())).is_err() {
            // Of another group: no more than everybody may.
            mode &= 0o707 | (mode & 0o007) << 3;
        }
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

/// Tells nothing: a file has no such permissions here.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it can fail elsewhere")]
fn keep_permissions(_file: &fs::File, _old: &Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> usize {
        fs::read_dir(folder).map(Iterator::count).expect("it is there")
    }

    #[test]
    fn what_is_not_committed_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut file = AtomicFile::create(&folder.path().join("new"), None, Access::Usual).expect("there is room");
        file.write_all(b"half").expect("there is room");
        assert_eq!(names(folder.path()), 1);
        drop(file);
        assert_eq!(names(folder.path()), 0);
    }

    #[test]
    fn what_was_made_meanwhile_is_kept() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("new");
        let file = AtomicFile::create(&path, None, Access::Usual).expect("there is room");
        fs::write(&path, "theirs").expect("there is room");
        assert_eq!(file.commit().map_err(|error| error.kind()), Err(ErrorKind::AlreadyExists));
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "theirs");
        assert_eq!(names(folder.path()), 1);
    }
}
