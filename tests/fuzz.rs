//! A short run of the inputs that `cargo run --release --example fuzz` tries: no panic, no leak.
#![cfg(all(feature = "docx", feature = "html"))]
#![allow(dead_code, reason = "the command uses more")]

#[path = "../examples/fuzz/fragments.rs"]
mod fragments;
#[path = "../examples/fuzz/inputs.rs"]
mod inputs;
#[path = "../examples/fuzz/printers.rs"]
mod printers;
#[path = "../benches/pairs/random.rs"]
mod random;
#[path = "../examples/fuzz/readers.rs"]
mod readers;
#[path = "../examples/fuzz/trial.rs"]
mod trial;

#[test]
fn broken_inputs_do_no_harm() {
    let report = trial::run(2_000, 1);
    // How long an input takes is measured in a build for use.
    assert!(report.panics.is_empty() && report.leaks.is_empty(), "{:?} {:?}", report.panics, report.leaks);
    assert!(report.tallies.len() == readers::READERS.len() && report.tallies.values().all(|tally| tally.read > 0));
}

#[test]
fn the_same_seed_makes_the_same_input() {
    for (k, reader) in readers::READERS.iter().enumerate() {
        let make = || inputs::input(reader, &mut random::Random(k as u64));
        assert!(make() == make() && make().len() <= 2 * inputs::LARGEST, "{}", reader.name);
    }
}
