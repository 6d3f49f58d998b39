//! The values that have a name, each with the word for it on the command line and in the configuration alike, and how a
//! value becomes that of a field.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::spec::{Choice, Value};
use crate::intake::bundled;
use crate::layout::{Arrangement, Folding};
use crate::present::markings::Marks;
use crate::present::tables::{Notation, TableKind};
use crate::wrap::Ambiguous;

/// Gives the most columns, and the most rows, that are drawn: a screen of that size takes some hundred megabytes.
pub const LARGEST_PAGE: u16 = 2000;

/// Values with their names and, where the name does not say all, what they are.
type NamedValues<T> = [(&'static str, &'static str, T)];

/// Says what is on the screen first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StartView {
    /// The two articles.
    #[default]
    Reader,
    /// Their map.
    Map,
    /// The whole story.
    Story,
}

/// Says what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The reader in a terminal.
    Tui,
    /// Two columns of text, the marks as signs.
    Text,
    /// The comparison for scripts.
    Json,
    /// A page for a browser.
    Html,
    /// A link, a shared run or a passage a line, for scripts.
    Jsonl,
    /// The same as comma-separated values, for a spreadsheet.
    Csv,
    /// The same between tabs.
    Tsv,
    /// A table for a page or a mail.
    Markdown,
    /// The reader's screen as a picture.
    Svg,
    /// The articles, one a line, for passim.
    Passim,
}

impl Format {
    /// Returns how a table is written in it; `None` if it is no format of tables.
    #[must_use]
    pub const fn notation(self) -> Option<Notation> {
        match self {
            Self::Jsonl => Some(Notation::JsonLines),
            Self::Csv => Some(Notation::Csv),
            Self::Tsv => Some(Notation::Tsv),
            Self::Tui | Self::Text | Self::Json | Self::Html | Self::Markdown | Self::Svg | Self::Passim => None,
        }
    }

    /// Returns the ending of the files that it is written into.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Tui | Self::Text => "txt",
            Self::Json => "json",
            Self::Html => "html",
            Self::Jsonl | Self::Passim => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "md",
            Self::Svg => "svg",
        }
    }

    /// Tells whether it is written for programs, which heed no configuration of a reader.
    #[must_use]
    pub const fn is_for_programs(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl | Self::Csv | Self::Tsv | Self::Passim)
    }
}

/// Says whether colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// Unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Also under `NO_COLOR`.
    Always,
    /// Attributes alone.
    Never,
}

/// Says who reorders text that runs from right to left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bidi {
    /// The terminal if it is known to, else the program.
    #[default]
    Auto,
    /// The terminal.
    Terminal,
    /// The program.
    Program,
}

/// Says what can be generated from the table of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generated {
    /// The manual page.
    Man,
    /// Completions for bash.
    Bash,
    /// Completions for zsh.
    Zsh,
    /// Completions for fish.
    Fish,
    /// Completions for `PowerShell`.
    PowerShell,
    /// Completions for Nushell.
    Nushell,
    /// The JSON Schema of what is written as JSON.
    Schema,
}

/// Names all themes, in the order of the key that goes through them.
pub const THEME_NAMES: [&str; 5] = ["night", "paper", "projector", "terminal", "mono"];

/// Gives the theme that asks the terminal whether it is light or dark, and is `paper` or `night`.
pub const THEME_AUTO: &str = "auto";

pub(super) const VIEWS: &NamedValues<StartView> =
    &[("reader", "", StartView::Reader), ("map", "", StartView::Map), ("story", "", StartView::Story)];

pub(super) const FORMATS: &NamedValues<Format> = &[
    ("tui", "The reader in a terminal", Format::Tui),
    ("text", "Two columns of text, the marks as signs", Format::Text),
    ("json", "The comparison for scripts", Format::Json),
    ("html", "A page for a browser, which loads nothing", Format::Html),
    ("jsonl", "A link, a shared run or a passage a line, for scripts", Format::Jsonl),
    ("csv", "The same for a spreadsheet", Format::Csv),
    ("tsv", "The same between tabs", Format::Tsv),
    ("markdown", "A table for a page or a mail", Format::Markdown),
    ("svg", "A picture: the whole comparison, or a screen of the reader", Format::Svg),
    ("passim", "The articles, one a line, for passim", Format::Passim),
];

/// The endings of files, each with the format that is written into such a file if none is asked for.
const ENDINGS: [(&str, Format); 11] = [
    ("csv", Format::Csv),
    ("htm", Format::Html),
    ("html", Format::Html),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("markdown", Format::Markdown),
    ("md", Format::Markdown),
    ("ndjson", Format::Jsonl),
    ("svg", Format::Svg),
    ("tsv", Format::Tsv),
    ("txt", Format::Text),
];

impl Format {
    /// Returns the format that the ending of a file's name asks for, in small letters or capitals; `None` for a name without one.
    ///
    /// # Errors
    ///
    /// What is wrong with an ending that is not known, with those that are.
    pub fn of_file(name: &Path) -> Result<Option<Self>, String> {
        // A name that is nothing but an ending (".html") asks for it as well; other hidden names have none.
        let hidden = name.file_name().and_then(|name| name.to_str()?.strip_prefix('.'));
        let bare = hidden.filter(|hidden| ENDINGS.iter().any(|(known, _)| known.eq_ignore_ascii_case(hidden)));
        let Some(ending) = name.extension().map(|ending| ending.to_string_lossy()).or(bare.map(Cow::Borrowed)) else {
            return Ok(None);
        };
        let found = ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(&ending));
        let known = || ENDINGS.map(|(known, _)| format!(".{known}")).join(", ");
        let unknown = || format!("no format goes with .{ending}; there are {}, or name one with --format", known());
        found.map(|&(_, format)| Some(format)).ok_or_else(unknown)
    }
}

pub(super) const TABLES: &NamedValues<TableKind> = &[
    (TableKind::Links.name(), "A row for each link of every two articles", TableKind::Links),
    (TableKind::Runs.name(), "A row for each run of five words and more that two articles share", TableKind::Runs),
    (
        TableKind::Passages.name(),
        "A row for each passage of the story, with its blocks in every article",
        TableKind::Passages,
    ),
    (
        TableKind::Quotations.name(),
        "A row for each place of each quotation: how it stands there, who says it, by which rule",
        TableKind::Quotations,
    ),
    (
        TableKind::Figures.name(),
        "A row for each place of each figure and date: its value, and whether they agree",
        TableKind::Figures,
    ),
    (
        TableKind::People.name(),
        "A row for each outlet that has a name: how it introduces whom it names",
        TableKind::People,
    ),
    (
        TableKind::Words.name(),
        "A row for each place of words that are swapped, and of words of lists",
        TableKind::Words,
    ),
];

pub(super) const ARRANGEMENTS: &NamedValues<Arrangement> = &[
    (Arrangement::Facing.name(), "Two columns, linked blocks level", Arrangement::Facing),
    (Arrangement::Inline.name(), "One column: each link woven once", Arrangement::Inline),
    (Arrangement::Stacked.name(), "One column: of each band the left, then the right", Arrangement::Stacked),
];

pub(super) const COLORS: &NamedValues<Color> =
    &[("auto", "", Color::Auto), ("always", "", Color::Always), ("never", "", Color::Never)];

pub(super) const MARKS: &NamedValues<Marks> =
    &[("differences", "", Marks::Differences), ("shared", "", Marks::Shared), ("none", "", Marks::Nothing)];

pub(super) const RELATED: &NamedValues<bool> = &[("on", "", true), ("off", "", false)];

pub(super) const FOLDINGS: &NamedValues<Folding> = &[
    ("nothing", "", Folding::Nothing),
    ("echoes", "", Folding::Echoes),
    ("alike", "", Folding::Alike),
    ("alone", "", Folding::Alone),
    ("linked", "", Folding::Linked),
    ("all", "", Folding::All),
];

pub(super) const AMBIGUOUS_WIDTHS: &NamedValues<Ambiguous> =
    &[("narrow", "", Ambiguous::Narrow), ("wide", "", Ambiguous::Wide)];

pub(super) const BIDIS: &NamedValues<Bidi> = &[
    ("auto", "The terminal if it is known to, else the program", Bidi::Auto),
    ("terminal", "The terminal, as GNOME Terminal and Konsole do", Bidi::Terminal),
    ("program", "The program, for kitty, foot, xterm and others", Bidi::Program),
];

pub(super) const GENERATED: &NamedValues<Generated> = &[
    ("man", "", Generated::Man),
    ("bash", "", Generated::Bash),
    ("zsh", "", Generated::Zsh),
    ("fish", "", Generated::Fish),
    ("powershell", "", Generated::PowerShell),
    ("nushell", "", Generated::Nushell),
    ("schema", "", Generated::Schema),
];

/// Lists the stories that come with the program.
pub(super) fn stories() -> Vec<Choice> {
    bundled::names().into_iter().map(bare).collect()
}

/// Lists the themes, the one that asks the terminal first.
pub(super) fn themes() -> Vec<Choice> {
    std::iter::once(THEME_AUTO).chain(THEME_NAMES).map(bare).collect()
}

fn bare(name: &'static str) -> Choice {
    Choice { name, help: "" }
}

/// Lists values without what they stand for.
pub(super) fn choices<T>(named: &NamedValues<T>) -> Vec<Choice> {
    named.iter().map(|&(name, help, _)| Choice { name, help }).collect()
}

/// Puts a value into its field, if it is one.
pub(super) fn put<T, F: From<T>>(field: &mut F, value: Result<T, String>) -> Result<(), String> {
    *field = F::from(value?);
    Ok(())
}

pub(super) fn choice<T: Copy>(named: &NamedValues<T>, value: Value<'_>) -> Result<T, String> {
    let name = name(value)?;
    let found = named.iter().find(|(other, ..)| *other == name).map(|&(.., value)| value);
    found.ok_or_else(|| format!("there is no {name:?}"))
}

pub(super) fn theme(value: Value<'_>) -> Result<&'static str, String> {
    let name = name(value)?;
    let found = themes().into_iter().find(|theme| theme.name == name).map(|theme| theme.name);
    found.ok_or_else(|| format!("there is no {name:?}"))
}

fn name(value: Value<'_>) -> Result<&str, String> {
    if let Value::Text(name) = value { Ok(name) } else { Err("a text is wanted".to_owned()) }
}

pub(super) fn text(value: Value<'_>) -> Result<String, String> {
    name(value).map(str::to_owned)
}

pub(super) fn path(value: Value<'_>) -> Result<PathBuf, String> {
    if let Value::Path(path) = value { Ok(path.to_path_buf()) } else { Err("a path is wanted".to_owned()) }
}

pub(super) fn switch(value: Value<'_>) -> Result<bool, String> {
    if let Value::Switch(is_on) = value { Ok(is_on) } else { Err("true or false is wanted".to_owned()) }
}

pub(super) fn number<T: TryFrom<i64>>(value: Value<'_>) -> Result<T, String> {
    let Value::Number(number) = value else { return Err("a whole number is wanted".to_owned()) };
    T::try_from(number).map_err(|_| format!("{number} is out of range"))
}
