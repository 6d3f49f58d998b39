//! Whole runs of the program: memory, and CPU time in floors.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use diptych::pair::Pair;
use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::time::TimeValLike;

use super::targets::{Targets, median};
use super::{Result, pairs};

/// How often each program is run.
const RUNS: usize = 11;

const MOST_FLOORS: f64 = 3.0;
const MOST_MEGABYTES: f64 = 10.0;

/// Prints memory and ratios.
pub fn measure(targets: &mut Targets) -> Result<()> {
    let programs = Programs::find()?;
    // Memory first: a child's highest mark begins at what its parent holds when it is started.
    memory(&programs, targets)?;
    ratios(&programs, targets)
}

/// The programs that are measured.
struct Programs {
    floor: PathBuf,
    diptych: PathBuf,
}

impl Programs {
    /// Those built with this one: it stands in `examples/`, the program itself in the folder above.
    fn find() -> Result<Self> {
        let here = std::env::current_exe()?;
        let examples = here.parent().ok_or("this program stands in no folder")?;
        let programs = Self { floor: examples.join("floor"), diptych: examples.join("../diptych") };
        for path in [&programs.floor, &programs.diptych] {
            if !path.is_file() {
                return Err(format!("{}: not built", path.display()).into());
            }
        }
        Ok(programs)
    }

    fn floor(&self, paths: &Pair<PathBuf>) -> Command {
        let mut command = Command::new(&self.floor);
        command.args(paths.iter());
        command
    }

    fn text(&self, paths: &[&Path]) -> Command {
        let mut command = Command::new(&self.diptych);
        command.args(["--format", "text", "--width", "120"]).args(paths);
        command
    }
}

/// Runs a program to its end and returns the processor time that it took.
fn run(mut command: Command) -> Result<Duration> {
    let before = processor_time(&getrusage(UsageWho::RUSAGE_CHILDREN)?);
    let status = command.stdout(Stdio::null()).status()?;
    if status.code().is_none_or(|code| code >= 2) {
        return Err(format!("{command:?}: {status}").into());
    }
    Ok(processor_time(&getrusage(UsageWho::RUSAGE_CHILDREN)?).saturating_sub(before))
}

fn processor_time(usage: &Usage) -> Duration {
    let total = usage.user_time() + usage.system_time();
    Duration::from_micros(total.num_microseconds().unsigned_abs())
}

/// The most memory that text mode holds on a story of ordinary length.
fn memory(programs: &Programs, targets: &mut Targets) -> Result<()> {
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/ferry");
    run(programs.text(&[&story]))?;
    let held = megabytes(getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss());
    let missed = targets.hold("memory in MB", held, MOST_MEGABYTES);
    println!("memory of text mode, articles/ferry      {held:9.1} MB   at most {MOST_MEGABYTES}{missed}");
    Ok(())
}

/// Linux counts in kilobytes, others in bytes.
fn megabytes(counted: i64) -> f64 {
    let unit = if cfg!(target_vendor = "apple") { 1.0 } else { 1024.0 };
    counted as f64 * unit / 1e6
}

/// Text mode against the floor.
fn ratios(programs: &Programs, targets: &mut Targets) -> Result<()> {
    println!("\ntext mode                      floor         text   ratio");
    ratio(programs, "100 kB", 100_000)?;
    println!();
    let large = ratio(programs, "1 MB", 1_000_000)?;
    println!("   at most {MOST_FLOORS}{}", targets.hold("text mode on 1 MB in floors", large, MOST_FLOORS));
    Ok(())
}

fn ratio(programs: &Programs, name: &str, bytes: usize) -> Result<f64> {
    let folder = Folder::new()?;
    let paths = folder.write(&pairs::pair(bytes))?;
    let (mut floors, mut texts) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        floors.push(run(programs.floor(&paths))?);
        texts.push(run(programs.text(&[&paths.left, &paths.right]))?);
    }
    let (floor, text) = (median(floors), median(texts));
    let ratio = text / floor;
    print!("  {name:<22} {floor:9.2} ms {text:9.2} ms {ratio:7.2}");
    Ok(ratio)
}

/// A folder that goes when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self> {
        let path = std::env::temp_dir().join(format!("diptych-ratios-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    fn write(&self, pair: &Pair<String>) -> Result<Pair<PathBuf>> {
        let paths = Pair::new("left.txt", "right.txt").map(|name| self.0.join(name));
        for (path, text) in paths.iter().zip(pair.iter()) {
            std::fs::write(path, text)?;
        }
        Ok(paths)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Nobody is left to be told if it can't be removed.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
