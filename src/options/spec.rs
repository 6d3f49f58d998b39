//! What an entry of the table of options says.

use std::path::Path;

use super::Options;

/// Holds an option.
#[derive(Debug)]
pub struct OptionSpec {
    /// What it is called: `--name` on the command line, `name` in the configuration.
    pub name: &'static str,
    /// The letter that is short for it on the command line.
    pub short: Option<char>,
    /// What its value is called on the command line; empty if it takes none there.
    pub value_name: &'static str,
    /// What it does, in a few words: a line of `-h`, which has 80 columns, and what completions say. Of a switch that
    /// is the one of its two flags that changes what counts by default.
    pub help: &'static str,
    /// What it is, for `--help`, the configuration, the manual page and the README; empty if `help` says it all.
    pub long_help: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// What it takes.
    pub kind: OptionKind,
    /// What counts if nothing is asked for, as TOML; empty if there is no such value.
    pub default: &'static str,
    /// The option without which it says nothing on the command line; empty if there is none.
    pub requires: &'static str,
    /// Where it can stand.
    pub scope: Scope,
    /// Sets its field.
    ///
    /// # Errors
    ///
    /// What is wrong with a value that is none of `kind`.
    pub set: fn(&mut Options, Value<'_>) -> Result<(), String>,
}

/// Says what an option takes.
#[derive(Clone, Copy, Debug)]
pub enum OptionKind {
    /// Nothing: `--x`.
    Flag,
    /// Yes or no: `--x` and `--no-x`, `true` and `false`.
    Switch {
        /// What the flag is called that says no: `no-x`.
        negation: &'static str,
        /// What the flag does that asks for the default.
        reset: &'static str,
    },
    /// One of some values.
    Choice(fn() -> Vec<Choice>),
    /// One of some names. The command line takes any text, since what is opened by it knows better what to say.
    Name(fn() -> Vec<Choice>),
    /// A whole number from one to another, both included.
    Number {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// Any text.
    Text,
    /// The path of a file.
    Path,
}

/// Holds a value and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it is called.
    pub name: &'static str,
    /// What it is; empty if the name says that.
    pub help: &'static str,
}

/// Says where an option can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// On the command line alone.
    CommandLine,
    /// There and in the configuration.
    Both,
}

/// Says what an option is about, in the order of the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// What is opened.
    Story,
    /// How the articles are set.
    Text,
    /// What is written, and how large it is.
    Page,
    /// The terminal and the program's own files.
    Program,
}

/// Names a value as it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'v> {
    /// Yes or no.
    Switch(bool),
    /// A whole number.
    Number(i64),
    /// A text, or the name of a value.
    Text(&'v str),
    /// The path of a file.
    Path(&'v Path),
}

impl Topic {
    /// Returns its heading in the help of the command line.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Story => "What is opened",
            Self::Text => "How it is set",
            Self::Page => "What is written",
            Self::Program => "The terminal and the program",
        }
    }
}

impl OptionSpec {
    /// Returns what it is in full, with a small letter first.
    #[must_use]
    pub fn description(&self) -> String {
        let mut text = if self.long_help.is_empty() { self.help } else { self.long_help }.to_owned();
        if let Some(first) = text.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        text
    }

    /// Names its flags of the command line without the hyphens, the one first that changes what counts by default.
    #[must_use]
    pub fn flags(&self) -> Vec<&'static str> {
        match self.kind {
            OptionKind::Switch { negation, .. } if self.default == "true" => vec![negation, self.name],
            OptionKind::Switch { negation, .. } => vec![self.name, negation],
            _ => vec![self.name],
        }
    }

    /// Writes how it stands in the configuration by default; `None` if it cannot stand there or is not set.
    #[must_use]
    pub fn entry(&self) -> Option<String> {
        let is_set = self.scope == Scope::Both && !self.default.is_empty();
        is_set.then(|| format!("{} = {}", self.name, self.default))
    }
}

impl OptionKind {
    /// Lists the values that have a name, none if any text or number will do.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        match self {
            Self::Choice(choices) | Self::Name(choices) => choices(),
            _ => Vec::new(),
        }
    }

    /// Says what values there are: `auto, always, never`, `20 to 400`; empty if any will do.
    #[must_use]
    pub fn values(&self) -> String {
        match self {
            Self::Switch { .. } => "true, false".to_owned(),
            Self::Number { least, most } => format!("{least} to {most}"),
            _ => self.choices().iter().map(|choice| choice.name).collect::<Vec<_>>().join(", "),
        }
    }
}
