//! What a path leads to that is no file to be read: opening or reading it could wait for ever.
//!
//! ```text
//!     /proc/kmsg, /sys/…       called a regular file, and read from the kernel, perhaps when something happens
//!     /dev/random, /dev/tty    a device
//!     /dev/null                an article without text, as git has it beside a file that was added or deleted
//!     <(pbpaste), a FIFO       a pipe: read, as its writer is there; in a folder it is none of the articles
//! ```

use std::fs::Metadata;
use std::path::Path;

/// Names where standard input can be looked up as a file.
pub(super) const INPUT: &str = "/dev/stdin";

/// Names what stands in for a file that is not there: git sets it beside one that was added or deleted.
pub(super) const NOTHING: &str = "/dev/null";

/// Where the kernel shows what it knows as files.
#[cfg(target_os = "linux")]
const OF_THE_KERNEL: [&str; 2] = ["/proc", "/sys"];
#[cfg(not(target_os = "linux"))]
const OF_THE_KERNEL: [&str; 0] = [];

/// Devices that hold no reader up: standard input under its names, and nothing at all.
const HARMLESS: [&str; 4] = [INPUT, "/dev/fd/0", "/proc/self/fd/0", NOTHING];

/// Returns why a path that is named is not opened; `None` if it may be: a regular file or a pipe, or what is not there.
pub(super) fn refusal(path: &Path) -> Option<&'static str> {
    let data = path.metadata().ok()?;
    if is_device(&data) && !HARMLESS.iter().any(|harmless| path == Path::new(harmless)) {
        Some("a device, no file")
    } else if data.is_file() && is_of_the_kernel(path) {
        Some("a file of the kernel, no article")
    } else {
        None
    }
}

fn is_of_the_kernel(path: &Path) -> bool {
    path.canonicalize().is_ok_and(|full| OF_THE_KERNEL.iter().any(|root| full.starts_with(root)))
}

#[cfg(unix)]
fn is_device(data: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    data.file_type().is_char_device() || data.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_: &Metadata) -> bool {
    false
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn devices_and_files_of_the_kernel_are_told() {
        for (path, expected) in [
            ("/proc/kmsg", Some("a file of the kernel, no article")),
            ("/proc/self/status", Some("a file of the kernel, no article")),
            ("/dev/zero", Some("a device, no file")),
            ("/dev/null", None),
            ("/dev/stdin", None),
            ("/gone", None),
            (env!("CARGO_MANIFEST_DIR"), None),
            (concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"), None),
        ] {
            assert_eq!(refusal(Path::new(path)), expected, "{path}");
        }
    }
}
