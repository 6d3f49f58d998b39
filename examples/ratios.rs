//! What the program costs: CPU time of text mode as a multiple of `floor.rs`, CPU time from a key
//! to its frame, and memory.
//!
//! ```text
//! cargo build --release --bins --examples
//! cargo run --release --example ratios [-- --check]
//! ```
//!
//! Times are of the processor and medians of runs that take turns, so that a busy machine changes the ratios little. With
//! `--check` the exit status is 1 if a target is missed.

#[path = "../benches/pairs/mod.rs"]
mod pairs;

use std::error::Error;
use std::process::ExitCode;

#[cfg(unix)]
fn main() -> Result<ExitCode, Box<dyn Error>> {
    let is_checked = std::env::args().skip(1).any(|argument| argument == "--check");
    let missed = unix::measure()?;
    for target in &missed {
        eprintln!("missed: {target}");
    }
    Ok(if is_checked && !missed.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

#[cfg(not(unix))]
fn main() -> Result<ExitCode, Box<dyn Error>> {
    Err("processor time is measured on Unix only".into())
}

#[cfg(unix)]
mod unix {
    use std::error::Error;
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use diptych::pair::Pair;
    use diptych::tui::keys;
    use diptych::tui::model::{Message, Model};
    use diptych::tui::view::view;
    use nix::sys::resource::{Usage, UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    use nix::time::{ClockId, clock_gettime};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::pairs;

    type Result<T> = std::result::Result<T, Box<dyn Error>>;

    /// How often each program is run.
    const RUNS: usize = 11;

    /// How often each key is pressed.
    const PRESSES: usize = 200;

    const SCREEN: (u16, u16) = (200, 60);

    const MOST_FLOORS: f64 = 3.0;
    const MOST_MILLISECONDS: f64 = 2.0;
    const MOST_MEGABYTES: f64 = 10.0;

    /// Prints everything, and returns what is above its target.
    pub fn measure() -> Result<Vec<String>> {
        let programs = Programs::find()?;
        let mut targets = Targets::default();
        // Memory first: a child's highest mark begins at what its parent holds when it is started.
        memory(&programs, &mut targets)?;
        ratios(&programs, &mut targets)?;
        frames(&mut targets)?;
        Ok(targets.missed)
    }

    /// The targets that were missed so far.
    #[derive(Default)]
    struct Targets {
        missed: Vec<String>,
    }

    impl Targets {
        /// Ends a line with the target, and notes if it is missed.
        fn hold(&mut self, name: &str, value: f64, most: f64) {
            let is_missed = value > most;
            println!("   at most {most}{}", if is_missed { "  MISSED" } else { "" });
            if is_missed {
                self.missed.push(format!("{name}: {value:.2} instead of {most} at most"));
            }
        }
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
        print!("memory of text mode, articles/ferry      {held:9.1} MB");
        targets.hold("memory in MB", held, MOST_MEGABYTES);
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
        targets.hold("text mode on 1 MB in floors", large, MOST_FLOORS);
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

    /// The middle one, in milliseconds.
    fn median(mut times: Vec<Duration>) -> f64 {
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64() * 1e3
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

    /// From a key to its frame.
    fn frames(targets: &mut Targets) -> Result<()> {
        println!("\nkey to frame, 1 MB, 200×60    median         most");
        let mut reader = Reader::new();
        for key in ["j", "]", "}", "<Space>", "G", "<Enter>", "<Tab>", "t", "?"] {
            let median = reader.key(key, PRESSES)?;
            targets.hold(key, median, MOST_MILLISECONDS);
        }
        for key in ["x", "s"] {
            reader.key(key, RUNS)?;
            println!();
        }
        reader.resize()?;
        println!();
        Ok(())
    }

    /// A reader without a terminal.
    struct Reader {
        model: Model,
        buffer: Buffer,
    }

    impl Reader {
        fn new() -> Self {
            let buffer = Buffer::empty(Rect::new(0, 0, SCREEN.0, SCREEN.1));
            Self { model: Model::new(pairs::opening(1_000_000, SCREEN)), buffer }
        }

        /// Presses a key again and again from the first row on.
        fn key(&mut self, written: &str, presses: usize) -> Result<f64> {
            let key = keys::parse(written)?[0];
            for key in keys::parse("<Esc>g")? {
                self.model.update(Message::Key(key));
            }
            self.times(written, presses, |_| Message::Key(key))
        }

        fn resize(&mut self) -> Result<f64> {
            self.times("another width", RUNS, |k| Message::Resize(SCREEN.0 - u16::from(k % 2 == 0), SCREEN.1))
        }

        /// Prints the median and the most of the milliseconds that a message took, and returns the median.
        fn times(&mut self, name: &str, count: usize, message: impl Fn(usize) -> Message) -> Result<f64> {
            let mut times = (0..count).map(|k| self.frame(message(k))).collect::<Result<Vec<_>>>()?;
            times.sort_unstable();
            let most = times.last().map_or(0.0, Duration::as_secs_f64) * 1e3;
            let median = median(times);
            print!("  {name:<22} {median:9.3} ms {most:9.3} ms        ");
            Ok(median)
        }

        fn frame(&mut self, message: Message) -> Result<Duration> {
            let before = clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)?;
            self.model.update(message);
            self.buffer.reset();
            view(&self.model, &mut self.buffer);
            let after = clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)?;
            Ok((Duration::from(after)).saturating_sub(Duration::from(before)))
        }
    }
}
