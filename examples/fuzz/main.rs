//! Broken and hostile inputs of all formats, and of the printers of pages, Markdown, plain text and tables: none may end the program, take long, or bring what steers a terminal.
//!
//! ```text
//! just fuzz 1000000 7
//! cargo run --release --example fuzz -- N SEED           N inputs, those of the seeds SEED, SEED + 1, …
//! cargo run --release --example fuzz -- 1 SEED           the one input of that seed
//!
//!     reader           inputs     read     mean ms   worst ms  its seed
//!     page             111112    60391        0.31       84.0     40231
//!     panics 0, leaks 0, slow 0
//! ```
//!
//! A reader is chosen by the seed. Its input is put together from fragments of its format and changed: bytes flipped, cut
//! out, repeated up to the bound of 64 kB, characters put in that are of note. The same seed makes the same input. The
//! exit status is 1 if an input ends in a panic, takes longer than a second, or leaks.

mod fragments;
mod inputs;
mod printers;
#[path = "../../benches/pairs/random.rs"]
mod random;
mod readers;
mod trial;

use std::env;
use std::process::ExitCode;

use trial::{Report, SLOW, run};

fn main() -> ExitCode {
    let mut numbers = env::args().skip(1).map(|text| text.parse());
    let (Ok(count), Ok(seed)) = (numbers.next().unwrap_or(Ok(1_000_000)), numbers.next().unwrap_or(Ok(1))) else {
        eprintln!("fuzz: two numbers are wanted: how many inputs, and the seed of the first one");
        return ExitCode::from(2);
    };
    let report = run(count, seed);
    print(&report);
    if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print(report: &Report) {
    println!("{:<16} {:>9} {:>9} {:>11} {:>10}  its seed", "reader", "inputs", "read", "mean ms", "worst ms");
    for (reader, tally) in &report.tallies {
        let ms = |seconds: f64| seconds * 1000.0;
        let mean = ms(tally.total.as_secs_f64()) / tally.inputs.max(1) as f64;
        let worst = ms(tally.worst.as_secs_f64());
        let (inputs, read) = (tally.inputs, tally.read);
        println!("{reader:<16} {inputs:>9} {read:>9} {mean:>11.3} {worst:>10.1}  {}", tally.worst_seed);
    }
    let slow = format!("longer than {SLOW:?}");
    for (what, faults) in [("panic", &report.panics), ("leak", &report.leaks), (&slow, &report.slow)] {
        for (seed, line) in faults {
            println!("{what} at seed {seed}: {line}");
        }
    }
    let counts = [report.panics.len(), report.leaks.len(), report.slow.len()];
    println!("panics {}, leaks {}, slow {}", counts[0], counts[1], counts[2]);
}
