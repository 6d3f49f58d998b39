//! Two builds of the program, and how they run.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};
use std::{env, fs, thread};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::commands::{Command, Ending};
use crate::texts;

/// What is kept of the environment: what a program needs to start at all.
const KEPT: [&str; 3] = ["PATH", "SystemRoot", "LD_LIBRARY_PATH"];

/// The two builds. Each is copied, so that a build in the meantime changes nothing, under a name that both share, since
/// the help says it.
pub struct Programs {
    folders: [TempDir; 2],
}

/// What a run came to.
#[derive(PartialEq, Eq)]
struct Outcome {
    output: Vec<u8>,
    error: Vec<u8>,
    status: process::ExitStatus,
    file: Option<Vec<u8>>,
}

impl Programs {
    /// Sets both up, each in a folder with the same texts.
    pub fn new(binaries: [&Path; 2]) -> Result<Self> {
        let folder = |binary: &Path| -> Result<TempDir> {
            let folder = TempDir::new()?;
            fs::copy(binary, program(&folder)).with_context(|| binary.display().to_string())?;
            fs::create_dir(folder.path().join("home"))?;
            texts::write(&texts_of(&folder))?;
            Ok(folder)
        };
        Ok(Self { folders: [folder(binaries[0])?, folder(binaries[1])?] })
    }

    /// Runs a command line with both. Returns what differs, drawn, or what is wrong with a line that neither knows.
    pub fn difference(&self, command: &Command) -> Result<Option<String>> {
        let [old, new] = [outcome(&self.folders[0], command)?, outcome(&self.folders[1], command)?];
        if old != new {
            return Ok(Some(drawn(&old, &new)));
        }
        let is_trouble = old.status.code().is_none_or(|status| status > 1);
        let wrong = match command.ending {
            Ending::Done if is_trouble => "both fail, so that nothing is compared",
            Ending::Trouble if !is_trouble => "an error was expected of both",
            _ => return Ok(None),
        };
        Ok(Some(format!("  {wrong}: {}", String::from_utf8_lossy(&old.error).trim_end())))
    }
}

fn program(folder: &TempDir) -> PathBuf {
    folder.path().join("diptych").with_extension(env::consts::EXE_EXTENSION)
}

fn texts_of(folder: &TempDir) -> PathBuf {
    folder.path().join("texts")
}

fn outcome(folder: &TempDir, command: &Command) -> Result<Outcome> {
    let mut process = process::Command::new(program(folder));
    process.current_dir(texts_of(folder)).args(&command.arguments).env_clear();
    process.envs(KEPT.iter().filter_map(|name| Some((name, env::var_os(name)?))));
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "USERPROFILE"] {
        process.env(name, folder.path().join("home"));
    }
    process.envs(command.environment.iter().copied());
    process.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = process.spawn().context("the program cannot be started")?;
    let input = child.stdin.take();
    let output = thread::scope(|scope| {
        // A program that reads nothing closes its end, which is no trouble.
        scope.spawn(move || input.map(|mut input| input.write_all(command.input.as_bytes())));
        child.wait_with_output()
    })?;
    let file = command.file().map(|name| texts_of(folder).join(name));
    let file = file.and_then(|path| {
        let bytes = fs::read(&path).ok();
        let _ = fs::remove_file(&path);
        bytes
    });
    Ok(Outcome { output: output.stdout, error: without_notes(&output.stderr), status: output.status, file })
}

/// Takes out what the segmenter says of missing models in a debug build, and only there.
fn without_notes(error: &[u8]) -> Vec<u8> {
    error
        .split_inclusive(|&byte| byte == b'\n')
        .filter(|line| !line.starts_with(b"ICU4X data error: "))
        .flatten()
        .copied()
        .collect()
}

/// Draws where two outcomes differ: of each stream the first line that does.
fn drawn(old: &Outcome, new: &Outcome) -> String {
    let mut text = String::new();
    if old.status != new.status {
        let _ = writeln!(text, "  exit status\n    old: {}\n    new: {}", old.status, new.status);
    }
    let none = Vec::new();
    let streams = [
        ("standard output", &old.output, &new.output),
        ("standard error", &old.error, &new.error),
        ("file", old.file.as_ref().unwrap_or(&none), new.file.as_ref().unwrap_or(&none)),
    ];
    for (name, old, new) in streams.into_iter().filter(|(_, old, new)| old != new) {
        let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
        let same = old.lines().zip(new.lines()).take_while(|(old, new)| old == new).count();
        let line = |text: &str| text.lines().nth(same).map_or("nothing".to_owned(), |line| format!("{line:?}"));
        let _ = writeln!(text, "  {name}, line {}\n    old: {}\n    new: {}", same + 1, line(&old), line(&new));
    }
    text.truncate(text.trim_end().len());
    text
}
