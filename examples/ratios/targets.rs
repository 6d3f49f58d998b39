//! What is measured against what it may be.

use std::time::Duration;

/// The targets that were missed so far.
#[derive(Default)]
pub struct Targets {
    pub missed: Vec<String>,
}

impl Targets {
    /// Notes if a value is above its target, and says so in a word.
    pub fn hold(&mut self, name: &str, value: f64, most: f64) -> &'static str {
        if value <= most {
            return "";
        }
        self.missed.push(format!("{name}: {value:.2} instead of {most} at most"));
        "  MISSED"
    }
}

/// The middle one, in milliseconds.
pub fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0.0, milliseconds)
}

/// The longest one, in milliseconds.
pub fn most(times: &[Duration]) -> f64 {
    times.iter().max().map_or(0.0, milliseconds)
}

fn milliseconds(time: &Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
