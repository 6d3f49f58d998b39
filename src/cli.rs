//! The command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use diptych::layout;
use diptych::tui::theme::Theme;

/// Read two reports of one event side by side.
#[derive(Debug, Parser)]
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
    #[arg(long, value_enum, default_value_t = View::Reader)]
    pub view: View,
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
    #[arg(long, value_enum, default_value_t = Arrangement::Facing)]
    pub arrangement: Arrangement,
    /// How everything looks
    #[arg(long, value_name = "NAME", value_parser = themes())]
    pub theme: Option<String>,
    /// Whether colours are used
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,
}

/// The themes by name, and the one that asks the terminal.
fn themes() -> Vec<&'static str> {
    std::iter::once(Theme::AUTO).chain(Theme::NAMES).collect()
}

/// What is on the screen first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// Two articles side by side
    Reader,
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
    /// One column: of each band the left, then the right
    Stacked,
}

impl From<Arrangement> for layout::Arrangement {
    fn from(arrangement: Arrangement) -> Self {
        match arrangement {
            Arrangement::Facing => Self::Facing,
            Arrangement::Stacked => Self::Stacked,
        }
    }
}

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// Unless NO_COLOR is set
    Auto,
    /// Also under NO_COLOR
    Always,
    /// Attributes alone
    Never,
}
