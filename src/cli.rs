//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, ValueEnum};

use diptych::layout;
use diptych::layout::Folding;
use diptych::present::Marks;
use diptych::tui::config::{self, Color, Config};
use diptych::tui::model::First;
use diptych::tui::theme::Theme;
use diptych::wrap::Ambiguous;

/// Read two reports of one event side by side.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "flags that come in twos")]
#[command(version, about, after_help = "Without arguments, a story that comes with the program is opened.")]
pub struct Args {
    /// A folder of articles, or two and more articles; `-` is standard input
    #[arg(value_name = "FOLDER|ARTICLE")]
    pub paths: Vec<PathBuf>,
    /// The article on the left: by letter, file name or outlet
    #[arg(long, value_name = "X")]
    pub left: Option<String>,
    /// The article on the right: by letter, file name or outlet
    #[arg(long, value_name = "X")]
    pub right: Option<String>,
    /// A story that comes with the program
    #[arg(long, value_name = "NAME", conflicts_with = "paths")]
    pub story: Option<String>,
    /// What is on the screen first
    #[arg(long, value_name = "VIEW", value_parser = named(config::views()))]
    pub view: Option<First>,
    /// Which passages the whole story lists as text: all, in-all, in-some, only-X, not-X, moved-N
    #[arg(long, value_name = "WHICH")]
    pub passages: Option<String>,
    /// What is written: the reader at a terminal, else text
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Write there instead of standard output
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Columns of the page
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=2000))]
    pub width: Option<u16>,
    /// Rows of the page
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=2000))]
    pub height: Option<u16>,
    /// Play these keys into the reader without a terminal, and print the screen
    #[arg(long, value_name = "KEYS")]
    pub keys: Option<String>,
    /// How the two articles are set
    #[arg(long, value_enum)]
    pub arrangement: Option<Arrangement>,
    /// How everything looks
    #[arg(long, value_name = "NAME", value_parser = themes())]
    pub theme: Option<String>,
    /// Whether colours are used
    #[arg(long, value_name = "WHEN", value_parser = named(config::colors()))]
    pub color: Option<Color>,
    /// What is marked
    #[arg(long, value_name = "WHAT", value_parser = named(config::marks()))]
    pub marks: Option<Marks>,
    /// What is folded
    #[arg(long, value_name = "WHAT", value_parser = named(config::foldings()))]
    pub fold: Option<Folding>,
    /// Hide differences of spelling, case and punctuation
    #[arg(long, overrides_with = "small_differences")]
    no_small_differences: bool,
    /// Show them, whatever the configuration says
    #[arg(long, overrides_with = "no_small_differences")]
    small_differences: bool,
    /// Columns of the widest line of an article; 80 unless asked for
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=400))]
    pub measure: Option<u16>,
    /// Columns by which the left pane is wider, and the right one narrower
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = clap::value_parser!(i16).range(-200..=200))]
    pub shift: Option<i16>,
    /// Draw lines and signs with ASCII alone
    #[arg(long, overrides_with = "no_ascii")]
    ascii: bool,
    /// Draw them as usual, whatever the configuration says
    #[arg(long, overrides_with = "ascii")]
    no_ascii: bool,
    /// How wide the terminal draws what can be narrow or wide, as “ or é
    #[arg(long, value_name = "WIDTH", value_parser = named(config::ambiguous_widths()))]
    pub ambiguous_width: Option<Ambiguous>,
    /// Neither go to the place where the story was left nor keep it
    #[arg(long, overrides_with = "remember")]
    no_remember: bool,
    /// Do both, whatever the configuration says
    #[arg(long, overrides_with = "no_remember")]
    remember: bool,
    /// Read the configuration there
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Print all options and keys as a configuration file
    #[arg(long)]
    pub dump_config: bool,
}

impl Args {
    /// What is asked for of what a configuration can ask for as well.
    pub fn asked(&self) -> Config {
        Config {
            story: self.story.clone(),
            view: self.view,
            arrangement: self.arrangement.map(Into::into),
            theme: self.theme.clone(),
            color: self.color,
            marks: self.marks,
            fold: self.fold,
            small: switch(self.small_differences, self.no_small_differences),
            measure: self.measure,
            shift: self.shift,
            width: self.width,
            height: self.height,
            ascii: switch(self.ascii, self.no_ascii),
            ambiguous: self.ambiguous_width,
            remember: switch(self.remember, self.no_remember),
            keymap: None,
        }
    }
}

/// What two flags say that exclude each other.
fn switch(on: bool, off: bool) -> Option<bool> {
    (on || off).then_some(on)
}

/// Reads one of the values that have a name.
fn named<T: Copy + Send + Sync + 'static>(all: Vec<(&'static str, T)>) -> impl TypedValueParser<Value = T> {
    let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
    PossibleValuesParser::new(names).try_map(move |name| {
        let found = all.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| *value).ok_or("none of them")
    })
}

/// The themes by name, and the one that asks the terminal.
fn themes() -> Vec<&'static str> {
    std::iter::once(Theme::AUTO).chain(Theme::NAMES).collect()
}

/// Says in one line what is wrong with the command line.
pub fn cause(error: &clap::Error) -> String {
    let said = error.render().to_string();
    let (first, _) = said.split_once("\n\n").unwrap_or((&said, ""));
    first.trim_start_matches("error:").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The reader in a terminal
    Tui,
    /// Two columns of text, the marks as signs
    Text,
    /// The comparison for scripts
    Json,
    /// The reader's screen as a picture
    Svg,
}

/// How the two articles are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Arrangement {
    /// Two columns, linked blocks level
    Facing,
    /// One column: each link woven once
    Inline,
    /// One column: of each band the left, then the right
    Stacked,
}

impl From<Arrangement> for layout::Arrangement {
    fn from(arrangement: Arrangement) -> Self {
        match arrangement {
            Arrangement::Facing => Self::Facing,
            Arrangement::Inline => Self::Inline,
            Arrangement::Stacked => Self::Stacked,
        }
    }
}
