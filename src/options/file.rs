//! The configuration: text to options, keys and patterns, and a line for whatever is not understood.
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

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::mend::mend;
use super::nearest::nearest;
use super::spec::{OptionKind, OptionSpec, Scope, Value};
use super::table::OPTIONS;
use super::{ConfigReport, Options};
use crate::article::PatternKind;
use crate::keys::{Action, BINDINGS, Conflict, KeySequence, Keymap, Wanted};
use crate::list_choice::ListName;

/// Reads a configuration, and reports what of it is not understood, by line. What it does not mention is as by default.
#[must_use]
pub fn read(text: &str) -> (Options, Vec<ConfigReport>) {
    let (text, reports) = mend(text);
    let (table, _) = DeTable::parse_recoverable(&text);
    let mut reader = ConfigReader { text: &text, options: Options::default(), wanted: Vec::new(), reports };
    for (name, value) in in_order(table.get_ref()) {
        reader.option(name, value);
    }
    reader.done()
}

/// Returns the entries of a table in the order of the file.
fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

/// A configuration being read.
struct ConfigReader<'t> {
    text: &'t str,
    options: Options,
    /// The keys that are wanted, and where.
    wanted: Vec<(Wanted, Range<usize>)>,
    reports: Vec<ConfigReport>,
}

impl ConfigReader<'_> {
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.as_bytes().iter().take(span.start);
        before.filter(|&&byte| byte == b'\n').count() + 1
    }

    fn report(&mut self, span: Range<usize>, what: String) {
        let line = self.line(&span);
        self.reports.push(ConfigReport { line, what });
    }

    fn option(&mut self, name: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>) {
        let (span, name) = (name.span(), name.get_ref().as_ref());
        if name == "keys" {
            match value.get_ref().as_table() {
                Some(keys) => self.keys(keys),
                None => self.report(span, "keys: a table of actions is wanted".to_owned()),
            }
        } else if name == "patterns" {
            match value.get_ref().as_table() {
                Some(patterns) => self.patterns(patterns),
                None => self.report(span, "patterns: a table of kinds of lines is wanted".to_owned()),
            }
        } else if name == "lists" {
            match value.get_ref().as_table() {
                Some(lists) => self.lists(lists),
                None => self.report(span, "lists: a table of lists of words is wanted".to_owned()),
            }
        } else if let Err(what) = set(name, value.get_ref(), &mut self.options) {
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
            match self::keys(text.get_ref()) {
                Ok(sequence) => keys.push(sequence),
                Err(what) => self.report(text.span(), format!("{name}: {what}")),
            }
        }
        // An empty list takes all keys away; a list of nothing but mistakes takes none.
        if texts.is_empty() || !keys.is_empty() {
            self.wanted.push((Wanted { action, keys }, span));
        }
    }

    /// Reads what heads, feet and furniture are told by: of each kind one pattern, or a list of them.
    fn patterns(&mut self, table: &DeTable<'_>) {
        for (name, value) in in_order(table) {
            let (span, name) = (name.span(), name.get_ref().as_ref());
            let Some(kind) = PatternKind::ADDABLE.into_iter().find(|kind| kind.name() == name) else {
                let nearest = nearest(name, PatternKind::ADDABLE.iter().map(|kind| kind.name()));
                self.report(span, format!("no patterns are called {name:?}{nearest}"));
                continue;
            };
            let texts = match value.get_ref() {
                DeValue::Array(texts) => texts.iter().collect(),
                _ => vec![value],
            };
            for pattern in &texts {
                match text(pattern.get_ref()) {
                    Ok(text) if text.chars().any(char::is_alphanumeric) => {
                        self.options.patterns.push((kind, text.to_owned()));
                    }
                    Ok(text) => self.report(pattern.span(), format!("{name}: {text:?} has no words")),
                    Err(what) => self.report(pattern.span(), format!("{name}: {what}")),
                }
            }
        }
    }

    /// Reads which lists of words mark nothing, and what is added to them: `false`, or lines as in the files of the lists.
    fn lists(&mut self, table: &DeTable<'_>) {
        for (name, value) in in_order(table) {
            let (span, name) = (name.span(), name.get_ref().as_ref());
            let Some(list) = ListName::of_name(name) else {
                let nearest = nearest(name, ListName::ALL.iter().map(|list| list.name()));
                self.report(span, format!("no list is called {name:?}{nearest}"));
                continue;
            };
            match value.get_ref() {
                DeValue::Boolean(true) => {}
                DeValue::Boolean(false) => self.options.lists.off.push(list),
                DeValue::Array(lines) => {
                    let lines: Vec<_> =
                        lines.iter().map(|line| text(line.get_ref()).map_err(|what| (line.span(), what))).collect();
                    let mut file: Vec<&str> = lines.iter().filter_map(|line| line.as_ref().ok().copied()).collect();
                    if list == ListName::Labels {
                        self.without_single_labels(value.span(), &mut file);
                    }
                    self.options.lists.added.push((list, file.join("\n")));
                    for (span, what) in lines.into_iter().filter_map(Result::err) {
                        self.report(span, format!("{name}: {what}"));
                    }
                }
                other => {
                    let what = format!("{name}: false, or lines of words in a list are wanted, not {}", a(other));
                    self.report(value.span(), what);
                }
            }
        }
    }

    /// Takes out the lines of one word, which make no pair, and says so.
    fn without_single_labels(&mut self, span: Range<usize>, file: &mut Vec<&str>) {
        file.retain(|line| {
            let is_one = !line.trim().starts_with(['[', '#']) && !line.contains(',');
            if is_one {
                let wanted = "words that stand for each other are wanted, parted by commas";
                self.report(span.clone(), format!("labels: {line:?} is no pair: {wanted}"));
            }
            !is_one
        });
    }

    fn done(mut self) -> (Options, Vec<ConfigReport>) {
        let (wanted, spans): (Vec<Wanted>, Vec<_>) = std::mem::take(&mut self.wanted).into_iter().unzip();
        let (keymap, conflicts) = Keymap::with(&wanted);
        for conflict in conflicts {
            let action = wanted[conflict.wanted].action;
            let what = format!("{}: {}", name(action), clash(&conflict, action));
            self.report(spans[conflict.wanted].clone(), what);
        }
        self.options.keymap = keymap;
        self.reports.sort_by_key(|report| report.line);
        (self.options, self.reports)
    }
}

/// Sets an option to the value that a file gives it.
///
/// # Errors
///
/// One line about what is wrong with its name or its value.
fn set(name: &str, value: &DeValue<'_>, options: &mut Options) -> Result<(), String> {
    let Some(option) = OPTIONS.iter().find(|option| option.name == name) else {
        let names = OPTIONS.iter().filter(|option| option.scope == Scope::Both).map(|option| option.name);
        return Err(format!("unknown option {name:?}{}", nearest(name, names.chain(["keys", "patterns", "lists"]))));
    };
    if option.scope == Scope::CommandLine {
        return Err(format!("{name:?} belongs on the command line"));
    }
    let value = self::value(option, value).and_then(|value| (option.set)(options, value));
    value.map_err(|what| format!("{name}: {what}"))
}

/// Reads a value that an option can take.
fn value<'v>(option: &OptionSpec, value: &'v DeValue<'_>) -> Result<Value<'v>, String> {
    match option.kind {
        OptionKind::Flag | OptionKind::Switch { .. } => truth(value).map(Value::Switch),
        OptionKind::Choice(_) | OptionKind::Name(_) => choice(option, value).map(Value::Text),
        OptionKind::Number { least, most } => number(value, least, most).map(Value::Number),
        OptionKind::Text => text(value).map(Value::Text),
        OptionKind::Path => text(value).map(|text| Value::Path(text.as_ref())),
    }
}

fn choice<'v>(option: &OptionSpec, value: &'v DeValue<'_>) -> Result<&'v str, String> {
    let listed = option.kind.values();
    let wanted = value.as_str().ok_or_else(|| format!("one of {listed} is wanted, not {}", a(value)))?;
    let choices = option.kind.choices();
    if choices.iter().any(|choice| choice.name == wanted) {
        return Ok(wanted);
    }
    let near = nearest(wanted, choices.iter().map(|choice| choice.name));
    let known = if near.is_empty() { format!("; there are {listed}") } else { near };
    Err(format!("there is no {wanted:?}{known}"))
}

fn truth(value: &DeValue<'_>) -> Result<bool, String> {
    value.as_bool().ok_or_else(|| format!("true or false is wanted, not {}", a(value)))
}

fn number(value: &DeValue<'_>, least: i64, most: i64) -> Result<i64, String> {
    let number = value.as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
    let fits = number.filter(|number| (least..=most).contains(number));
    fits.ok_or_else(|| format!("a whole number from {least} to {most} is wanted"))
}

fn text<'v>(value: &'v DeValue<'_>) -> Result<&'v str, String> {
    value.as_str().ok_or_else(|| format!("a text in quotation marks is wanted, not {}", a(value)))
}

fn name(action: Action) -> &'static str {
    BINDINGS.iter().find(|binding| binding.action == action).map_or("", |binding| binding.name)
}

/// Says why an action cannot have keys: `j is taken by row-down`, `jj begins with j: taken by row-down`.
fn clash(conflict: &Conflict, action: Action) -> String {
    let Conflict { keys, blocked_by, taken_by, .. } = *conflict;
    let by = if taken_by == action { "named too".to_owned() } else { format!("taken by {}", name(taken_by)) };
    let [shown, other] = [keys, blocked_by].map(KeySequence::shown);
    match () {
        () if keys == blocked_by && taken_by == action => format!("{shown} is named twice"),
        () if keys == blocked_by => format!("{shown} is {by}"),
        () if blocked_by.begins(keys) => format!("{shown} begins with {other}: {by}"),
        () if keys.begins(blocked_by) => format!("{shown} begins {other}: {by}"),
        () => format!("{shown} has {other} in it, which always works"),
    }
}

/// Reads one key or two as they are written.
fn keys(value: &DeValue<'_>) -> Result<KeySequence, String> {
    let text = value.as_str().ok_or_else(|| format!("a key in quotation marks is wanted, not {}", a(value)))?;
    KeySequence::parse(text).ok_or_else(|| {
        format!("{text:?} is not one key, or two; keys are written \"j\", \"zz\", \"<Space>\", \"<C-d>\"")
    })
}

/// Returns what kind of value it is, with its article.
fn a(value: &DeValue<'_>) -> String {
    let kind = value.type_str();
    let article = if kind.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{article} {kind}")
}
