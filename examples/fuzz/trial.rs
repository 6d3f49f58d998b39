//! Inputs by their seeds on all processors, each timed, and no panic let through.

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::inputs::input;
use crate::random::Random;
use crate::readers::READERS;

/// The longest that an input may take.
pub const SLOW: Duration = Duration::from_secs(1);

/// How many seeds a thread takes at a time.
const SHARE: u64 = 64;

/// The most characters of what is said of a fault.
const LINE: usize = 300;

/// What became of the inputs of a reader.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub inputs: u64,
    /// How many of them were no trouble.
    pub read: u64,
    pub total: Duration,
    pub worst: Duration,
    pub worst_seed: u64,
}

/// What became of all inputs: faults by seed, each with what is to be said of it.
#[derive(Debug, Default)]
pub struct Report {
    pub tallies: BTreeMap<&'static str, Tally>,
    pub panics: Vec<(u64, String)>,
    pub leaks: Vec<(u64, String)>,
    pub slow: Vec<(u64, String)>,
}

impl Report {
    /// Tells whether there was no fault.
    pub fn is_sound(&self) -> bool {
        self.panics.is_empty() && self.leaks.is_empty() && self.slow.is_empty()
    }

    fn add(&mut self, other: Self) {
        for (name, more) in other.tallies {
            let tally = self.tallies.entry(name).or_default();
            tally.inputs += more.inputs;
            tally.read += more.read;
            tally.total += more.total;
            if more.worst > tally.worst {
                (tally.worst, tally.worst_seed) = (more.worst, more.worst_seed);
            }
        }
        self.panics.extend(other.panics);
        self.leaks.extend(other.leaks);
        self.slow.extend(other.slow);
    }

    /// Tries the input of a seed.
    fn take(&mut self, seed: u64) {
        let mut random = Random(seed);
        let reader = &READERS[random.below(READERS.len())];
        let bytes = input(reader, &mut random);
        let begin = Instant::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| (reader.read)(&bytes)));
        let mut took = begin.elapsed();
        if took > SLOW {
            took = again(&bytes, reader.read).min(took);
            self.slow
                .extend((took > SLOW).then(|| (seed, format!("{}, {took:?}, {} bytes", reader.name, bytes.len()))));
        }
        let tally = self.tallies.entry(reader.name).or_default();
        tally.inputs += 1;
        tally.total += took;
        if took >= tally.worst {
            (tally.worst, tally.worst_seed) = (took, seed);
        }
        match outcome {
            Ok(Ok(None)) => tally.read += 1,
            Ok(Ok(Some(leak))) => self.leaks.push((seed, shortened(&format!("{}: {leak}", reader.name)))),
            Ok(Err(())) => {}
            Err(panic) => self.panics.push((seed, shortened(&format!("{}: {}", reader.name, message(&*panic))))),
        }
    }
}

/// Takes the time once more, as a busy machine may have held up the first try.
fn again(bytes: &[u8], read: fn(&[u8]) -> Result<Option<String>, ()>) -> Duration {
    let begin = Instant::now();
    let _ = panic::catch_unwind(|| read(bytes));
    begin.elapsed()
}

fn message(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no text")
}

fn shortened(text: &str) -> String {
    text.escape_debug().take(LINE).collect()
}

/// Tries so many inputs, from a seed on. Panics are gathered, and not written.
pub fn run(count: u64, seed: u64) -> Report {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let next = AtomicU64::new(0);
    let work = || {
        let mut report = Report::default();
        loop {
            let from = next.fetch_add(SHARE, Ordering::Relaxed);
            if from >= count {
                return report;
            }
            (from..count.min(from + SHARE)).for_each(|place| report.take(seed.wrapping_add(place)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut all = Report::default();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            all.add(thread.join().expect("panics are caught"));
        }
    });
    panic::set_hook(hook);
    for faults in [&mut all.panics, &mut all.leaks, &mut all.slow] {
        faults.sort();
    }
    all
}
