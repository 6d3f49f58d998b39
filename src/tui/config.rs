//! The configuration: text to options and keys, and a line for whatever is not understood.
//!
//! ```text
//!     theme = "nigth"                 2: theme: there is no "nigth"; the nearest is "night"
//!     ascii = true               ──►  ascii is on
//!     [keys]
//!     quit = "j"                      5: quit: j is taken by row-down
//!     map = ["<F2>", "m"]             F2 and m open the map
//! ```
//!
//! Reading never fails: what is understood is used, the rest keeps its default. No file is opened here.

mod dump;
mod mend;
mod options;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::model::{First, Settings};
use crate::keys::{Action, BINDINGS, Key, Keymap, Wanted, parse_one};
use crate::layout::{Arrangement, Folding, Folds, PageSetup};
use crate::present::{Markings, Marks};
use crate::wrap::Ambiguous;

pub use dump::dump;
pub use options::{ambiguous_widths, colors, foldings, marks, views};

/// What is asked for; `None` where nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The bundled story that opens without arguments.
    pub story: Option<String>,
    /// What is on the screen first.
    pub view: Option<First>,
    /// How the two articles are set.
    pub arrangement: Option<Arrangement>,
    /// The theme by name, or the one that asks the terminal.
    pub theme: Option<String>,
    /// Whether colours are used.
    pub color: Option<Color>,
    /// What is marked.
    pub marks: Option<Marks>,
    /// What is folded.
    pub fold: Option<Folding>,
    /// Whether differences of spelling, case and punctuation are shown.
    pub small: Option<bool>,
    /// The columns of the widest line.
    pub measure: Option<u16>,
    /// How far the gutter is shifted to the right, in columns.
    pub shift: Option<i16>,
    /// Columns of the page.
    pub width: Option<u16>,
    /// Rows of the page.
    pub height: Option<u16>,
    /// Whether signs and lines are of ASCII.
    pub ascii: Option<bool>,
    /// How wide the terminal draws what can be narrow or wide.
    pub ambiguous: Option<Ambiguous>,
    /// Whether the place is kept from one day to the next.
    pub remember: Option<bool>,
    /// Which keys do what.
    pub keymap: Option<Keymap>,
}

/// Whether colours are used.
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

/// Something in a configuration that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl Config {
    /// This one, and where it asks for nothing, another one.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        Self {
            story: self.story.or(other.story),
            view: self.view.or(other.view),
            arrangement: self.arrangement.or(other.arrangement),
            theme: self.theme.or(other.theme),
            color: self.color.or(other.color),
            marks: self.marks.or(other.marks),
            fold: self.fold.or(other.fold),
            small: self.small.or(other.small),
            measure: self.measure.or(other.measure),
            shift: self.shift.or(other.shift),
            width: self.width.or(other.width),
            height: self.height.or(other.height),
            ascii: self.ascii.or(other.ascii),
            ambiguous: self.ambiguous.or(other.ambiguous),
            remember: self.remember.or(other.remember),
            keymap: self.keymap.or(other.keymap),
        }
    }

    /// What the reader has set when it opens.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let default = Settings::default();
        let (setup, markings) = (default.setup, default.markings);
        Settings {
            setup: PageSetup {
                width: self.width.map_or(setup.width, usize::from),
                height: self.height.map_or(setup.height, usize::from),
                measure: self.measure.map_or(setup.measure, usize::from),
                arrangement: self.arrangement.unwrap_or(setup.arrangement),
                shift: self.shift.map_or(setup.shift, isize::from),
                ascii: self.ascii.unwrap_or(setup.ascii),
                ambiguous: self.ambiguous.unwrap_or(setup.ambiguous),
            },
            markings: Markings {
                marks: self.marks.unwrap_or(markings.marks),
                small: self.small.unwrap_or(markings.small),
            },
            folds: self.fold.map_or(default.folds, Folds::of),
            ..default
        }
    }
}

/// Reads a configuration, and reports what of it is not understood, by line.
#[must_use]
pub fn read(text: &str) -> (Config, Vec<Report>) {
    let (text, reports) = mend::mend(text);
    let (table, _) = DeTable::parse_recoverable(&text);
    let mut reading = Reading { text: &text, config: Config::default(), wanted: Vec::new(), reports };
    for (name, value) in in_order(table.get_ref()) {
        reading.option(name, value);
    }
    reading.done()
}

/// The entries of a table in the order of the file.
fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

/// A configuration being read.
struct Reading<'t> {
    text: &'t str,
    config: Config,
    /// The keys that are wanted, and where.
    wanted: Vec<(Wanted, Range<usize>)>,
    reports: Vec<Report>,
}

impl Reading<'_> {
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.as_bytes().iter().take(span.start);
        before.filter(|&&byte| byte == b'\n').count() + 1
    }

    fn report(&mut self, span: Range<usize>, what: String) {
        let line = self.line(&span);
        self.reports.push(Report { line, what });
    }

    fn option(&mut self, name: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) {
        let (span, name) = (name.span(), name.get_ref().as_ref());
        if name == "keys" {
            match value.get_ref().as_table() {
                Some(keys) => self.keys(keys),
                None => self.report(span, "keys: a table of actions is wanted".to_owned()),
            }
        } else if let Err(what) = options::read(name, value.get_ref(), &mut self.config) {
            self.report(span, what);
        }
    }

    fn keys(&mut self, table: &DeTable<'_>) {
        for (name, value) in in_order(table) {
            let (span, name) = (name.span(), name.get_ref().as_ref());
            if let Some(binding) = BINDINGS.iter().find(|binding| binding.name == name) {
                self.want(binding.action, name, value, span);
            } else {
                let nearest = nearest(name, BINDINGS.iter().map(|binding| binding.name));
                self.report(span, format!("no action is called {name:?}{nearest}"));
            }
        }
    }

    /// Reads the keys that are wanted for an action: one, or a list of them.
    fn want(&mut self, action: Action, name: &str, value: &Spanned<DeValue<'_>>, span: Range<usize>) {
        let texts = match value.get_ref() {
            DeValue::Array(texts) => texts.iter().collect(),
            _ => vec![value],
        };
        let mut keys = Vec::new();
        for text in &texts {
            match key(text.get_ref()) {
                Ok(key) => keys.push(key),
                Err(what) => self.report(text.span(), format!("{name}: {what}")),
            }
        }
        // An empty list takes all keys away; a list of nothing but mistakes takes none.
        if texts.is_empty() || !keys.is_empty() {
            self.wanted.push((Wanted { action, keys }, span));
        }
    }

    fn done(mut self) -> (Config, Vec<Report>) {
        let (wanted, spans): (Vec<Wanted>, Vec<_>) = std::mem::take(&mut self.wanted).into_iter().unzip();
        let (keymap, conflicts) = Keymap::with(&wanted);
        for conflict in conflicts {
            let action = wanted[conflict.wanted].action;
            let by = if conflict.taken_by == action { "named twice".to_owned() } else { taken_by(conflict.taken_by) };
            let what = format!("{}: {} is {by}", name(action), conflict.key.shown());
            self.report(spans[conflict.wanted].clone(), what);
        }
        self.config.keymap = (!wanted.is_empty()).then_some(keymap);
        self.reports.sort_by_key(|report| report.line);
        (self.config, self.reports)
    }
}

fn name(action: Action) -> &'static str {
    BINDINGS.iter().find(|binding| binding.action == action).map_or("", |binding| binding.name)
}

fn taken_by(action: Action) -> String {
    format!("taken by {}", name(action))
}

/// Reads a key as it is written.
fn key(value: &DeValue<'_>) -> Result<Key, String> {
    let text = value.as_str().ok_or_else(|| format!("a key in quotation marks is wanted, not {}", a(value)))?;
    parse_one(text).ok_or_else(|| format!("{text:?} is not one key; keys are written \"j\", \"<Space>\", \"<C-d>\""))
}

/// What kind of value it is, with its article.
fn a(value: &DeValue<'_>) -> String {
    let kind = value.type_str();
    let article = if kind.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{article} {kind}")
}

/// `; the nearest is …` if one of the names is near, that is within a third of the letters.
fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> String {
    let distance = |other: &&str| strsim::osa_distance(name, other);
    let near = names.min_by_key(distance).filter(|near| distance(near) <= near.len().max(5) / 3 + 1);
    near.map_or_else(String::new, |near| format!("; the nearest is {near:?}"))
}

#[cfg(test)]
mod tests;
