//! What a path leads to that is to be written.
//!
//! ```text
//!     out.json ─► latest.json ─► 7.json       File: what a link leads to is replaced, the link stays
//!     /dev/stdout ─► /proc/self/fd/1          Descriptor: open already
//!     /dev/null, a named pipe                 Special: has nothing to lose
//! ```

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{self, Path, PathBuf};

/// How many links are followed; as many as Linux follows.
const MOST_LINKS: usize = 40;

/// Says what a path leads to once its links are followed.
#[derive(Debug)]
pub enum OutputTarget {
    /// A file descriptor of this process.
    Descriptor(PathBuf),
    /// What is neither a regular file nor a folder: a device, a pipe, a socket.
    Special(PathBuf),
    /// A regular file, or where one can be made.
    File {
        /// Where it is, not through a link.
        path: PathBuf,
        /// What is known of the file that is there; `None` if there is none.
        old: Option<Metadata>,
    },
}

impl OutputTarget {
    /// Follows links and looks at what is there. Nothing is opened.
    ///
    /// # Errors
    ///
    /// What the system says; and that it is a folder.
    pub fn resolve(path: &Path) -> io::Result<Self> {
        let path = follow(path)?;
        if is_descriptor(&path) {
            return Ok(Self::Descriptor(path));
        }
        match fs::metadata(&path) {
            Ok(data) if data.is_dir() => Err(ErrorKind::IsADirectory.into()),
            Ok(data) if data.is_file() => Ok(Self::File { path, old: Some(data) }),
            Ok(_) => Ok(Self::Special(path)),
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            Err(_) if names_a_folder(&path) => Err(ErrorKind::IsADirectory.into()),
            Err(_) => Ok(Self::File { path, old: None }),
        }
    }
}

/// Opens what is no regular file.
///
/// A descriptor may be of a regular file that holds something: it is written at its end, as through the descriptor.
pub fn open(path: &Path) -> io::Result<Box<dyn Write>> {
    let number = path.file_name().filter(|_| is_descriptor(path)).and_then(|name| name.to_str());
    Ok(match number {
        Some("1") => Box::new(standard_output()?),
        Some("2") => Box::new(io::stderr()),
        // Opened anew, what is open for reading alone could be written.
        Some(number) if is_read_only(number) => return Err(io::Error::other("it is open for reading alone")),
        _ => Box::new(OpenOptions::new().append(true).open(path)?),
    })
}

/// Opens standard output with all its errors: the library's own says nothing of one that is open for reading alone.
///
/// # Errors
///
/// What the system says; and that it was closed when the program was started, in whose place the runtime opened
/// `/dev/null`.
#[cfg(unix)]
pub fn standard_output() -> io::Result<fs::File> {
    if diptych_startup::is_stdout_closed() {
        return Err(io::Error::other("it is closed"));
    }
    Ok(fs::File::from(std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned()?))
}

/// Opens standard output, which writes to a console here as that needs it.
#[cfg(not(unix))]
pub fn standard_output() -> io::Result<io::Stdout> {
    Ok(io::stdout())
}

fn follow(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            // What a descriptor is a link to need not be a path, also if it is another process's.
            Ok(link) if !is_descriptor(&path) && (link.is_absolute() || !path.starts_with("/proc")) => {
                path = path.parent().unwrap_or(Path::new("")).join(link);
            }
            _ => return Ok(path),
        }
    }
    Err(io::Error::other("too many levels of symbolic links"))
}

/// Tells whether a path is an entry of a folder in which the system lists the descriptors of this process. Those of
/// another one are links to files like any other.
fn is_descriptor(path: &Path) -> bool {
    let folder = path.parent().and_then(|folder| folder.canonicalize().ok());
    let own = ["/dev/fd", "/proc/self/fd"].map(|own| Path::new(own).canonicalize().unwrap_or_else(|_| own.into()));
    folder.is_some_and(|folder| own.contains(&folder))
}

/// Tells whether the system says of a descriptor that it is open for reading alone. Linux does (proc(5), fdinfo);
/// elsewhere opening it anew asks for what the descriptor may.
fn is_read_only(number: &str) -> bool {
    let info = fs::read_to_string(format!("/proc/self/fdinfo/{number}")).unwrap_or_default();
    let flags = info.lines().find_map(|line| line.strip_prefix("flags:"));
    flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok()).is_some_and(|flags| flags % 4 == 0)
}

/// Tells whether a path can only be that of a folder: `out/`, `out/.`.
fn names_a_folder(path: &Path) -> bool {
    let text = path.as_os_str().to_string_lossy();
    let text = text.strip_suffix('.').unwrap_or(&text);
    text.ends_with(path::is_separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_only_be_a_folder() {
        for (path, is_folder) in [("out/", true), ("out/.", true), ("out", false), ("out.", false), (".out", false)] {
            assert_eq!(names_a_folder(Path::new(path)), is_folder, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_to_what_is_not_there_yet() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = |name: &str| folder.path().join(name);
        for (name, to) in
            [("a", "b"), ("b", "c"), ("x", "y"), ("y", "x"), ("out", "/dev/stdout"), ("null", "/dev/null")]
        {
            std::os::unix::fs::symlink(to, path(name)).expect("links are known here");
        }
        assert!(
            matches!(OutputTarget::resolve(&path("a")), Ok(OutputTarget::File { path: to, old: None }) if to == path("c"))
        );
        assert!(OutputTarget::resolve(&path("x")).is_err());
        assert!(matches!(OutputTarget::resolve(&path("out")), Ok(OutputTarget::Descriptor(_))));
        assert!(matches!(OutputTarget::resolve(&path("null")), Ok(OutputTarget::Special(_))));
        assert_eq!(
            OutputTarget::resolve(folder.path()).map(drop).map_err(|error| error.kind()),
            Err(ErrorKind::IsADirectory)
        );
    }
}
