//! The least that a program which compares two texts has to do, to measure others against: read two files, check that
//! they are UTF-8, segment their words by UAX #29 and hash them.
//!
//! ```text
//! cargo run --release --example floor -- LEFT RIGHT
//! ```

use std::error::Error;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;
use unicode_segmentation::UnicodeSegmentation;

fn main() -> Result<(), Box<dyn Error>> {
    let mut hasher = FxHasher::default();
    let mut words = 0_usize;
    for path in std::env::args_os().skip(1) {
        let text = String::from_utf8(std::fs::read(path)?)?;
        for word in text.unicode_words() {
            word.hash(&mut hasher);
            words += 1;
        }
    }
    println!("{words} words, {:016x}", hasher.finish());
    Ok(())
}
