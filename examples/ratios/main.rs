//! What the program costs: CPU time of text mode as a multiple of `floor.rs`, CPU time from a key
//! to its frame, and memory.
//!
//! ```text
//! cargo build --release --bins --examples
//! cargo run --release --example ratios [-- [--check] [--keys]]
//! ```
//!
//! Times are of the processor and medians of runs that take turns, so that a busy machine changes the ratios little.
//! With `--check` the exit status is 1 if a target is missed; with `--keys` only keys are measured.

#[path = "../../benches/pairs/mod.rs"]
#[allow(dead_code, clippy::duplicate_mod, reason = "the benches use the rest of it")]
mod pairs;

#[path = "../../benches/many/mod.rs"]
#[allow(dead_code, clippy::duplicate_mod, reason = "the two modules have a writer each")]
mod many;

#[cfg(unix)]
mod frames;
#[cfg(unix)]
mod programs;
#[cfg(unix)]
mod targets;
#[cfg(unix)]
mod walks;

use std::error::Error;
use std::process::ExitCode;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[cfg(unix)]
fn main() -> Result<ExitCode> {
    let is_asked = |option: &str| std::env::args().skip(1).any(|argument| argument == option);
    let mut targets = targets::Targets::default();
    if !is_asked("--keys") {
        programs::measure(&mut targets)?;
    }
    walks::measure(&mut targets)?;
    for target in &targets.missed {
        eprintln!("missed: {target}");
    }
    Ok(if is_asked("--check") && !targets.missed.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

#[cfg(not(unix))]
fn main() -> Result<ExitCode> {
    Err("processor time is measured on Unix only".into())
}
