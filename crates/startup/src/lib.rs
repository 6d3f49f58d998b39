//! What the program was given before its runtime mends it.
//!
//! ```text
//!     diptych … >&-            descriptor 1 is closed ─► look ─► the runtime opens /dev/null there ─► main
//!     diptych … >/dev/null     descriptor 1 is open   ─► look ─► nothing to mend                   ─► main
//! ```
//!
//! In `main` the two look alike: whatever is written vanishes without an error. No mark of the descriptor tells them
//! apart for sure either; the runtime opens `/dev/null` for reading and writing, and so do Python and Node for a child
//! whose output nobody wants. So it is looked at before. This is a crate of its own because `ctor` allows itself what
//! the program forbids.

#[cfg(unix)]
mod before {
    use std::sync::atomic::{AtomicBool, Ordering};

    static IS_CLOSED: AtomicBool = AtomicBool::new(false);

    // One system call and one store: nothing of the runtime is there yet.
    ctor::declarative::ctor! {
        #[ctor(unsafe)]
        fn look() {
            let is_closed = rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err();
            IS_CLOSED.store(is_closed, Ordering::Relaxed);
        }
    }

    pub(super) fn is_closed() -> bool {
        IS_CLOSED.load(Ordering::Relaxed)
    }
}

/// Tells whether standard output was closed when the program was started.
#[cfg(unix)]
#[must_use]
pub fn is_stdout_closed() -> bool {
    before::is_closed()
}

/// Tells whether standard output was closed when the program was started: here that can't be known, and writing fails.
#[cfg(not(unix))]
#[must_use]
pub fn is_stdout_closed() -> bool {
    false
}
