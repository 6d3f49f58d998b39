//! Inputs from fragments: put together, changed, and bounded.

use crate::fragments::CHARACTERS;
use crate::random::Random;
use crate::readers::Reader;

/// The most bytes of an input.
pub const LARGEST: usize = 64 << 10;

/// Makes an input for a reader.
pub fn input(reader: &Reader, random: &mut Random) -> Vec<u8> {
    let mut bytes = reader.head.as_bytes().to_vec();
    for _ in 0..=few(random, 5) {
        bytes.extend(random.one_of(reader.fragments).bytes());
        bytes.extend(random.one_of(&["\n", "\n\n", "", " ", "\r\n"]).bytes());
    }
    for _ in 0..few(random, 4) {
        change(&mut bytes, reader, random);
        bytes.truncate(LARGEST);
    }
    let choice = random.below(1 << 20);
    (reader.packed)(bytes, choice)
}

/// A number that is small more often than large: below two to the power of so many.
fn few(random: &mut Random, doublings: usize) -> usize {
    let limit = 1 << random.below(doublings + 1);
    random.below(limit)
}

/// Changes a place.
fn change(bytes: &mut Vec<u8>, reader: &Reader, random: &mut Random) {
    let from = random.below(bytes.len() + 1);
    let to = from + few(random, 10).min(bytes.len() - from);
    match random.below(9) {
        0 => bytes[from..to].iter_mut().for_each(|byte| *byte ^= 1 << random.below(8)),
        1 => drop(bytes.drain(from..to)),
        2 => bytes.truncate(from),
        3 => {
            let piece = bytes[from..to].to_vec();
            insert(bytes, &piece, times(piece.len(), random), random);
        }
        4 => {
            let piece = random.one_of(reader.fragments);
            insert(bytes, piece.as_bytes(), times(piece.len(), random), random);
        }
        5 => {
            let piece = random.one_of(CHARACTERS);
            insert(bytes, piece.as_bytes(), times(piece.len(), random), random);
        }
        6 => {
            let piece = [random.one_of(reader.fragments), random.one_of(CHARACTERS)].concat();
            insert(bytes, piece.as_bytes(), 1 + few(random, 6), random);
        }
        7 => {
            let piece = random.one_of(&b"<>[](){}\"'`*_#|-=:;&%!\\/\n\t \0"[..]);
            insert(bytes, &[piece], times(1, random), random);
        }
        _ => {
            let piece = bytes.drain(from..to).collect::<Vec<u8>>();
            insert(bytes, &piece, 1, random);
        }
    }
}

/// How often a piece of so many bytes is set: mostly once, now and then up to the bound.
fn times(length: usize, random: &mut Random) -> usize {
    if random.chance(60) { 1 } else { 1 + few(random, 16).min(LARGEST / length.max(1)) }
}

fn insert(bytes: &mut Vec<u8>, piece: &[u8], times: usize, random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let piece = piece.repeat(times);
    bytes.splice(at..at, piece);
}
