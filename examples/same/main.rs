//! Compares what two builds of the program write, byte for byte.
//!
//! ```text
//! just same OLD NEW [FOLDER …]
//! cargo run --example same -- OLD NEW [FOLDER …]
//!
//!     ferry: diptych --story ferry --keys ']]i' --width 80 --height 24
//!       standard output, line 7
//!         old: │ why          Three boats · March │
//!         new: │ why          March · three boats │
//!     1,743 command lines, 1 differs
//! ```
//!
//! OLD and NEW are binaries. Both run the same command lines, each in a folder of its own that holds the same files,
//! and without anybody's configuration; standard output, standard error, the exit status and a file that is written
//! must be equal. The stories are those that come with the program, some texts of our own ([`texts`]), and every folder
//! with two texts or more below each FOLDER, of which a bounded number is taken.
//!
//! The exit status is 0 if nothing differs, 1 if something does, and 2 if the programs cannot be run.

mod commands;
mod keys;
mod run;
mod stories;
mod texts;

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{env, thread};

use anyhow::{Context, Result, bail};

use commands::Command;
use run::Programs;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [old, new, folders @ ..] = &arguments[..] else {
        eprintln!("usage: same OLD NEW [FOLDER …]");
        return ExitCode::from(2);
    };
    match compare(old, new, folders) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) => {
            eprintln!("same: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs all command lines and prints those that differ. Returns how many do.
fn compare(old: &Path, new: &Path, folders: &[PathBuf]) -> Result<usize> {
    let programs = Programs::new([old, new])?;
    if folders.is_empty() {
        println!("no FOLDER is given: only the stories of the program and texts made here are compared");
    }
    let mut commands = commands::of_the_program();
    for folder in folders {
        let path = folder.canonicalize().with_context(|| folder.display().to_string())?;
        let found = stories::below(&path)?;
        if found.is_empty() {
            bail!("{}: no folder with two texts in it, or few more", folder.display());
        }
        println!("{}: {} stories", folder.display(), found.len());
        commands.extend(found.iter().flat_map(|story| commands::of_folder(story)));
    }
    let differ = run_all(&programs, &commands)?;
    println!(
        "{} command lines, {}",
        commands.len(),
        if differ == 0 { "all the same".into() } else { format!("{differ} differ") }
    );
    Ok(differ)
}

/// Runs command lines on all processors. Prints each difference as it is found, and returns how many there are.
fn run_all(programs: &Programs, commands: &[Command]) -> Result<usize> {
    let next = AtomicUsize::new(0);
    let differ = AtomicUsize::new(0);
    let trouble = Mutex::new(None);
    let work = || {
        while let Some(command) = commands.get(next.fetch_add(1, Ordering::Relaxed)) {
            match programs.difference(command) {
                Ok(None) => {}
                Ok(Some(difference)) => {
                    println!("{command}\n{difference}");
                    differ.fetch_add(1, Ordering::Relaxed);
                }
                Err(error) => {
                    next.store(commands.len(), Ordering::Relaxed);
                    *trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                }
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, NonZero::get) {
            scope.spawn(work);
        }
    });
    let trouble = trouble.into_inner().unwrap_or_else(PoisonError::into_inner);
    trouble.map_or(Ok(differ.into_inner()), Err)
}
