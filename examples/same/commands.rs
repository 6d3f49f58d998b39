//! Command lines that both programs must answer alike.

use std::ffi::OsString;
use std::fmt;
use std::path::Path;

use crate::keys;

/// How a command line is to end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// With what was asked for.
    Done,
    /// With an error: the exit status is 2.
    Trouble,
}

/// A command line.
pub struct Command {
    /// The arguments.
    pub arguments: Vec<OsString>,
    /// What stands in the environment.
    pub environment: Vec<(&'static str, &'static str)>,
    /// What is read from standard input.
    pub input: &'static str,
    /// How it is to end.
    pub ending: Ending,
}

impl Command {
    /// Takes arguments, separated by spaces; an argument that has some itself is pushed after.
    fn new(words: &str) -> Self {
        let arguments = words.split_whitespace().map(Into::into).collect();
        Self { arguments, environment: Vec::new(), input: "", ending: Ending::Done }
    }

    fn with(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Plays keys on a page of a size.
    fn keys(words: &str, keys: &str, (width, height): (u16, u16)) -> Self {
        Self::new(&format!("{words} --width {width} --height {height} --keys")).with(keys)
    }

    fn trouble(self) -> Self {
        Self { ending: Ending::Trouble, ..self }
    }

    /// The file that it writes.
    pub fn file(&self) -> Option<&OsString> {
        let option = self.arguments.iter().position(|argument| argument == "-o" || argument == "--output")?;
        self.arguments.get(option + 1).filter(|_| self.ending == Ending::Done)
    }
}

/// The command line as a shell takes it.
impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.environment {
            write!(f, "{name}={value} ")?;
        }
        f.write_str("diptych")?;
        for argument in &self.arguments {
            let text = argument.to_string_lossy();
            let is_plain = |c: char| c.is_alphanumeric() || "-_./=,+".contains(c);
            if !text.is_empty() && text.chars().all(is_plain) {
                write!(f, " {text}")?;
            } else {
                write!(f, " '{}'", text.replace('\'', r"'\''"))?;
            }
        }
        if self.input.is_empty() { Ok(()) } else { write!(f, " < {:?}", self.input) }
    }
}

/// The bundled stories and those that [`crate::texts`] writes, as arguments.
const STORIES: [&str; 5] = ["--story ferry", "--story counter-espionage", "--story lighthouse", "quotes", "scripts"];

const WIDTHS: [u16; 5] = [40, 66, 80, 120, 200];
const SIZES: [(u16, u16); 3] = [(80, 24), (100, 30), (46, 14)];
const ARRANGEMENTS: [&str; 3] = ["facing", "inline", "stacked"];

/// Command lines that need nothing but the program.
pub fn of_the_program() -> Vec<Command> {
    let mut commands = Vec::new();
    commands.extend(STORIES.iter().flat_map(|story| of_text(story)));
    commands.extend(STORIES.iter().flat_map(|story| of_story(story)));
    commands.extend(STORIES.iter().flat_map(|story| of_printers(story)));
    commands.extend(of_keys());
    commands.extend(of_looks());
    commands.extend(DONE.iter().map(|words| Command::new(words)));
    commands.extend(TROUBLE.iter().map(|words| Command::new(words).trouble()));
    commands.extend(of_words());
    commands
}

/// Text and JSON of two articles.
fn of_text(story: &str) -> Vec<Command> {
    let mut commands = Vec::new();
    for arrangement in ARRANGEMENTS {
        let text = format!("{story} --format text --arrangement {arrangement}");
        for width in WIDTHS {
            commands.push(Command::new(&format!("{text} --width {width}")));
            commands.push(Command::new(&format!("{text} --width {width} --ascii")));
        }
        for marks in
            ["--marks shared", "--marks none", "--no-small-differences", "--ambiguous-width wide", "--measure 30"]
        {
            commands.push(Command::new(&format!("{text} --width 100 {marks}")));
        }
    }
    commands.push(Command::new(&format!("{story} --format text --left B --right A")));
    commands.push(Command::new(&format!("{story} --format json")));
    commands.push(Command::new(&format!("{story} --format json --left B --right A")));
    commands
}

/// What is given on: pages, Markdown, plain text, tables and excerpts of them.
fn of_printers(story: &str) -> Vec<Command> {
    let formats = ["--format html", "--format markdown", "--plain", "--plain --view story"];
    let options = [
        "",
        "--left B",
        "--right A",
        "--left B --right A",
        "--ascii",
        "--marks shared",
        "--marks none",
        "--no-small-differences",
        "--related off",
        "--excerpts",
    ];
    let tables = ["csv", "tsv", "jsonl"].into_iter().flat_map(|format| {
        let table = |kind: &str| format!("--format {format} --table {kind}");
        [table("links"), table("runs"), table("passages"), table("passages --passages in-all")]
    });
    let of_tables = tables.flat_map(|table| ["", "--left B", "--excerpts"].map(|option| format!("{table} {option}")));
    let of_formats = formats.iter().flat_map(|format| options.map(|option| format!("{format} {option}")));
    let others = ["--format text --excerpts", "--format text --view story --excerpts", "--format json --excerpts"];
    let others = others.map(str::to_owned).into_iter();
    of_formats.chain(of_tables).chain(others).map(|words| Command::new(&format!("{story} {words}"))).collect()
}

/// The whole story as text.
fn of_story(story: &str) -> Vec<Command> {
    let text = format!("{story} --view story --format text");
    let passages = ["all", "in-all", "in-some", "only-A", "only-B", "not-A", "not-B", "moved-1", "moved-3"];
    let passages = passages.iter().map(|which| format!("{text} --passages {which}"));
    let bases = ["A", "B"].iter().map(|left| format!("{text} --left {left}"));
    let widths = [40, 60, 120, 180].iter().map(|width| format!("{text} --width {width}"));
    let others = ["--ascii", "--ambiguous-width wide --width 70", "--measure 40 --left B --passages not-A"];
    let others = others.iter().map(|other| format!("{text} {other}"));
    passages.chain(bases).chain(widths).chain(others).map(|words| Command::new(&words)).collect()
}

/// Played keys. What each key does once is seen at one size by turns and as a picture, which tells colours; the ways at
/// all sizes.
fn of_keys() -> Vec<Command> {
    let story = "--story counter-espionage";
    let mut commands = Vec::new();
    let mut once = |keys: String| {
        let size = SIZES[commands.len() % SIZES.len()];
        commands.push(Command::keys(&format!("{story} --format svg"), &keys, size));
    };
    for key in keys::TEXT {
        once((*key).to_owned());
        once(format!("]}}]{key}"));
    }
    for overlay in keys::OVERLAYS {
        for key in keys::IN_OVERLAY {
            once(format!("{overlay}{key}"));
        }
    }
    for (k, way) in keys::WAYS.iter().enumerate() {
        for size in SIZES {
            commands.push(Command::keys(story, way, size));
        }
        let others = ["--story ferry", "--story lighthouse", "quotes", "scripts"];
        commands.push(Command::keys(
            &format!("{} --format svg", others[k % others.len()]),
            way,
            SIZES[k % SIZES.len()],
        ));
        let (other, size) = (others[(k + 1) % others.len()], [(132, 40), (24, 8), (80, 24)][k % 3]);
        commands.push(Command::keys(&format!("{other} --ascii"), way, size));
    }
    commands
}

/// What an option makes of the screen, as a picture.
fn of_looks() -> Vec<Command> {
    let svg = "--story ferry --format svg --width 90 --height 30";
    let mut commands: Vec<Command> = LOOKS.iter().map(|look| Command::new(&format!("{svg} {look}"))).collect();
    for theme in ["night", "paper", "projector", "terminal", "mono", "auto"] {
        for keys in ["", "]", "m", "v", "v<Tab>", "L", "/the", "?"] {
            commands.push(Command::new(&format!("{svg} --theme {theme} --keys")).with(keys));
        }
        commands.push(Command::new(&format!("{svg} --theme {theme} --color never")));
    }
    let no_color = Command::new(svg);
    commands.push(Command { environment: vec![("NO_COLOR", "1")], ..no_color });
    commands.push(Command { environment: vec![("COLUMNS", "64")], ..Command::new("--story ferry --format text") });
    commands
}

const LOOKS: &[&str] = &[
    "",
    "--view map",
    "--view story",
    "--view reader",
    "--color never",
    "--color always",
    "--arrangement inline",
    "--arrangement stacked",
    "--marks shared",
    "--marks none",
    "--no-small-differences",
    "--small-differences",
    "--fold echoes",
    "--fold alike",
    "--fold alone",
    "--fold linked",
    "--fold all",
    "--shift 8",
    "--shift -20",
    "--measure 25",
    "--ascii",
    "--ascii --view map",
    "--ambiguous-width wide",
    "--left C --right B",
];

/// Command lines that are done.
const DONE: &[&str] = &[
    "--help",
    "-h",
    "--version",
    "--dump-config",
    "--generate man",
    "--generate bash",
    "--generate zsh",
    "--generate fish",
    "--generate powershell",
    "--generate nushell",
    "--generate schema",
    "",
    "--width 60",
    "quotes/a.txt quotes/b.txt",
    "quotes/a.txt quotes/a-copy.txt",
    "--format json quotes/a.txt quotes/a-copy.txt",
    "--format text hostile",
    "--format text hostile --width 40 --arrangement inline",
    "--format json hostile",
    "--format svg hostile",
    "--format text hostile --view story",
    "--format html hostile",
    "--format markdown hostile",
    "--plain hostile",
    "--format csv hostile",
    "--format text front --width 70",
    "--format json front",
    "--format text front --view story",
    "--format text mixed",
    "--format json same-name/one/report.txt quotes/b.txt quotes/a.txt --left a.txt",
    "--config good.toml --format text quotes",
    "--config good.toml --format svg quotes",
    "--config bad-values.toml --format text quotes",
    "--config bad-keys.toml --format svg quotes",
    "--config broken.toml --format text quotes",
    "--config missing.toml --format text quotes",
    "--config good.toml --format text --width 50 --arrangement facing --no-ascii quotes",
    "--config good.toml --format json quotes",
    "-o written.txt --format text quotes",
    "-o written.json --format json quotes",
    "-o written.svg --format svg quotes",
    "-o written-config.toml --dump-config",
    "-o written-story.txt --view story --format text quotes",
    "-o written-keys.txt --keys m quotes",
    "--keys j --format tui quotes",
    ".",
    "bytes/latin.txt quotes/a.txt",
    "--format text twins --left A --right B",
    "--format text quotes --left b.txt",
    "--format text front --right harbour",
    "--format text same-name/one/report.txt same-name/two/report.txt",
];

/// Command lines that end with an error.
const TROUBLE: &[&str] = &[
    "missing.txt",
    "quotes/a.txt missing.txt",
    "missing-folder",
    "empty",
    "single",
    "quotes/a.txt",
    "bytes/binary.txt quotes/a.txt",
    "bytes",
    "blank/a.txt blank/b.txt",
    "- -",
    "--story nowhere",
    "--story ferry quotes",
    "--story ferry --left Z",
    "--story ferry --left nobody",
    "--story ferry --left A --right A",
    "--story ferry --right morrey --left morrey",
    "twins --left twin",
    "twins --right the",
    "--story ferry --view nothing",
    "--story ferry --passages some --view story --format text",
    "--story ferry --passages only-Z --view story --format text",
    "--story ferry --passages moved- --view story --format text",
    "--story ferry --format pdf",
    "--story ferry --plain --format json",
    "--story ferry --excerpts --format svg",
    "--story ferry --passages in-all --format json",
    "--format tui",
    "--format tui -o written.txt",
    "--width 0",
    "--width 2001",
    "--width wide",
    "--height 0",
    "--height -3",
    "--keys <Nokey>",
    "--keys <C-",
    "--keys",
    "--arrangement woven",
    "--theme dusk",
    "--color sometimes",
    "--marks all",
    "--fold some",
    "--measure 19",
    "--measure 401",
    "--shift 201",
    "--shift far",
    "--ambiguous-width broad",
    "--config",
    "--no-such-option",
    "--ascii=yes",
    "-x",
    "-o",
    "-o missing-folder/out.txt --format text quotes",
    "-o quotes/a.txt --format text quotes",
    "-o empty --format text quotes",
    "--width 20 --width 30",
];

/// Command lines with words that hold spaces, or with standard input.
fn of_words() -> Vec<Command> {
    let input = "From standard input\n\nThe council voted \u{201c}yes\u{201d} on Tuesday.\n";
    vec![
        Command { input, ..Command::new("--format text - quotes/a.txt") },
        Command { input, ..Command::new("--format json quotes/a.txt -") },
        Command { input, ..Command::new("--format text --left - - quotes/a.txt") },
        Command { input: "", ..Command::new("--format text - quotes/a.txt") }.trouble(),
        Command::new("--story ferry --format text --left").with("Slack Water"),
        Command::new("--story ferry --format text --left").with("").trouble(),
        Command::new("--story ferry --format text --left").with("no such outlet").trouble(),
        Command::new("--format text").with("a folder \u{e9}"),
        Command::new("").with("a missing \u{1b}[31m folder").trouble(),
    ]
}

/// Command lines for a folder of articles.
pub fn of_folder(folder: &Path) -> Vec<Command> {
    let command = |words: &str| Command::new(words).with(folder);
    let mut commands: Vec<Command> = FOLDER.iter().map(|words| command(words)).collect();
    let ways = ["]]]i", "mjj", "v<Tab>j", "v<Tab><Tab>", "Lj", "s]]", "==", "/the<Enter>n"];
    for (k, way) in ways.iter().enumerate() {
        let (width, height) = SIZES[k % SIZES.len()];
        let format = ["text", "svg"][k % 2];
        commands.push(command(&format!("--format {format} --width {width} --height {height} --keys {way}")));
    }
    commands
}

const FOLDER: &[&str] = &[
    "--format json",
    "--format text --width 100",
    "--format text --width 60 --ascii --arrangement inline",
    "--format text --width 80 --arrangement stacked --marks shared",
    "--view story --format text --width 90",
];
