//! The files of places and of pins: read when the reader opens, written when it ends.
//!
//! ```text
//!     what is there                  when the reader opens          when it ends
//!     nothing                        no place is known              made
//!     places                         known                          what others kept meanwhile is read, then replaced
//!     a file that is broken          said                           put aside as places.json.bak, .bak.2 …, and said
//!     anything else                  said; no place is kept         left as it is
//! ```
//!
//! Anything else is a device, a pipe, a folder, a file that can't be read or is of another kind, and a link to what is
//! not places: those are somebody else's. Whoever writes holds a lock, so that two readers that end together lose
//! nothing. Pins are kept in the same way, in a file beside it.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use etcetera::base_strategy::{BaseStrategy, Xdg};
use fs4::{FileExt, TryLockError};

use super::files::{NO_FILE, bytes, shown};
use crate::output::atomic::{Access, AtomicFile};
use crate::output::target::OutputTarget;
use diptych::intake::{self, clean};
use diptych::tui::kept::{Kept, Unread};

/// The largest file that is read, in bytes: each of 200 stories may be of hundreds of files, by name.
const LARGEST: u64 = 32 << 20;

/// How long to wait for other readers that write, and how long until the next look whether they have.
const PATIENCE: Duration = Duration::from_secs(2);
const LOOK: Duration = Duration::from_millis(5);

/// What is at the path of a file, if something can be kept there.
enum KeptFile<K> {
    Nothing(PathBuf),
    Whole(PathBuf, Metadata, K),
    /// A file that is not what was written, and why; not through a link.
    Broken(PathBuf, Metadata, String),
}

/// Reads what was kept, and says in a line what is wrong with the file. `None` if nothing can be kept.
pub fn read<K: Kept>() -> (Option<K>, Option<String>) {
    let Some(path) = file::<K>() else { return Default::default() };
    match find(&path) {
        Ok(KeptFile::Nothing(_)) => (Some(K::default()), None),
        Ok(KeptFile::Whole(_, _, known)) => (Some(known), None),
        Ok(KeptFile::Broken(_, _, cause)) => {
            (Some(K::default()), Some(format!("{}: {cause}; no {} is known", shown(&path), K::ONE)))
        }
        Err(cause) => {
            (None, Some(format!("{}: {cause}; it is left as it is, and no {} is kept", shown(&path), K::ONE)))
        }
    }
}

/// Keeps something in its file beside what other readers have kept meanwhile. Returns a line if it could not be
/// kept, or if a broken file was put aside for it. Nothing is written if nothing is new.
pub fn keep<K: Kept>(kept: &K) -> Option<String> {
    if kept.is_empty() {
        return None;
    }
    let Some(path) = file::<K>() else { return Some(format!("no home folder is known; {}", K::LOST)) };
    match keep_at(&path, kept) {
        Ok(None) => None,
        Ok(Some(aside)) => Some(format!("{}: no {} could be read in it; it is now {aside}", shown(&path), K::MANY)),
        Err(cause) => Some(format!("{}: {cause}; {}", shown(&path), K::LOST)),
    }
}

fn file<K: Kept>() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.state_dir()?.join("diptych").join(K::FILE))
}

/// Returns the name under which a broken file was put aside, if one was.
fn keep_at<K: Kept>(path: &Path, kept: &K) -> Result<Option<String>, String> {
    create_folder(path).map_err(|error| intake::plain(&error))?;
    let _lock = lock(&path.with_extension("lock")).map_err(|error| format!("its lock: {}", intake::plain(&error)))?;
    let (path, old, mut all, is_broken) = match find::<K>(path)? {
        KeptFile::Nothing(path) => (path, None, K::default(), false),
        KeptFile::Whole(path, old, known) => (path, Some(old), known, false),
        KeptFile::Broken(path, old, _) => (path, Some(old), K::default(), true),
    };
    if !all.keep_all(kept) {
        return Ok(None);
    }
    let write = || {
        let mut file = AtomicFile::create(&path, old, Access::Private)?;
        file.write_all(all.write().as_bytes())?;
        let aside = is_broken.then(|| keep_aside(&path)).transpose()?;
        file.commit()?;
        Ok(aside)
    };
    write().map_err(|error| intake::plain(&error))
}

fn find<K: Kept>(path: &Path) -> Result<KeptFile<K>, String> {
    match OutputTarget::resolve(path).map_err(|error| intake::plain(&error))? {
        OutputTarget::File { path, old: None } => Ok(KeptFile::Nothing(path)),
        OutputTarget::File { path: file, old: Some(old) } => match known(&bytes(&file, LARGEST)?) {
            Ok(known) => Ok(KeptFile::Whole(file, old, known)),
            Err(Unread::Broken(..)) if file != path => Err(format!("a link to a file that is not of {}", K::MANY)),
            Err(error @ Unread::Broken(..)) => Ok(KeptFile::Broken(file, old, clean::line(&error.to_string()))),
            Err(error @ Unread::OtherSchema(_)) => Err(error.to_string()),
        },
        OutputTarget::Descriptor(_) | OutputTarget::Special(_) => Err(NO_FILE.to_owned()),
    }
}

fn known<K: Kept>(bytes: &[u8]) -> Result<K, Unread> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::Broken(K::MANY, "not UTF-8 text".to_owned()))?;
    K::read(text)
}

/// Gives a file a second name, none that is taken: `places.json.bak`, `places.json.bak.2`, … Returns it.
fn keep_aside(path: &Path) -> io::Result<String> {
    let number = |number: usize| if number == 1 { String::new() } else { format!(".{number}") };
    for aside in (1..).map(|count| path.with_extension(format!("json.bak{}", number(count)))) {
        match fs::hard_link(path, &aside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            // Some file systems know no hard links.
            Err(_) if fs::symlink_metadata(&aside).is_ok() => continue,
            Err(_) => fs::rename(path, &aside)?,
            Ok(()) => {}
        }
        return Ok(aside.file_name().unwrap_or_default().to_string_lossy().into_owned());
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Makes the folder of a file, one that is nobody else's, as the XDG Base Directory Specification asks for.
fn create_folder(file: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    file.parent().map_or(Ok(()), |folder| builder.recursive(true).create(folder))
}

/// Waits until no other reader holds a lock, and holds it until the file is dropped. Where the file system knows of no
/// locks there is none.
fn lock(path: &Path) -> io::Result<File> {
    if !matches!(OutputTarget::resolve(path)?, OutputTarget::File { path: file, .. } if file == path) {
        return Err(io::Error::other(NO_FILE));
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    let end = Instant::now() + PATIENCE;
    loop {
        match FileExt::try_lock(&file) {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if Instant::now() < end => thread::sleep(LOOK),
            Err(TryLockError::WouldBlock) => return Err(io::Error::other("held by another program")),
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diptych::pair::{Pair, Side};
    use diptych::tui::places::{Places, Saved};

    fn places(story: &str) -> Places {
        let articles = Pair::new("a.txt".to_owned(), "b.txt".to_owned());
        let mut places = Places::default();
        places.keep(story, &Saved { articles, side: Side::Left, block: 3, byte: 7 });
        places
    }

    #[test]
    fn readers_that_end_together_lose_nothing() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("diptych/places.json");
        let stories: Vec<String> = (0..24).map(|story| format!("story {story}")).collect();
        thread::scope(|scope| {
            let keep = |story: &String| keep_at(&path, &places(story));
            let ended: Vec<_> = stories.iter().map(|story| scope.spawn(move || keep(story))).collect();
            for ended in ended {
                assert_eq!(ended.join().expect("it ends"), Ok(None));
            }
        });
        let Ok(KeptFile::Whole(_, _, kept)) = find::<Places>(&path) else { panic!("no places were kept") };
        let lost: Vec<&String> = stories.iter().filter(|story| kept.saved(story).is_none()).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn a_broken_file_is_put_aside_under_a_free_name() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("places.json");
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is there");
        for (broken, aside) in
            [("first", "places.json.bak"), ("second", "places.json.bak.2"), ("third", "places.json.bak.3")]
        {
            fs::write(&path, broken).expect("there is room");
            assert_eq!(keep_at(&path, &places(broken)), Ok(Some(aside.to_owned())));
            assert_eq!(read(aside), broken);
            assert!(read("places.json").contains(broken));
        }
        assert_eq!(read("places.json.bak"), "first");
    }
}
