//! All options and keys, written out: as a configuration, and as the list of the README.

use std::fmt::Write;

use super::spec::{OptionSpec, Scope};
use super::table::OPTIONS;
use crate::article::PatternKind;
use crate::keys::{BINDINGS, Binding, Group};
use crate::list_choice::ListName;

const HEAD: &str = "\
# Every option of diptych, and every key, as they are without a configuration.
# The file that is read: $XDG_CONFIG_HOME/diptych/config.toml, else ~/.config/diptych/config.toml.
# What is asked for on the command line comes before what stands here.
";

const KEYS: &str = "
# One key, or two that are pressed one after the other (\"zz\", \"<C-w>h\"), or a list of those; an empty list leaves an
# action without any. A key that begins two others does nothing by itself. Written are the character itself, or
# <Tab> <S-Tab> <Enter> <Esc> <Space> <BS> <Up> <Down> <Left> <Right> <PgUp> <PgDn> <Home> <End> <F1> <C-d> <lt>.
# Esc always closes and Ctrl-C always quits.
[keys]
";

const PATTERNS: &str = "
# Words by which lines around a report are told, beside those that the program knows. \"extra\" is a whole line, in which
# # is any number; \"extra:\" begins a line, and a mark follows; \"extra…\" begins one, whatever follows; \"…extra\" ends it.
# Case and accents do not count.
[patterns]
";

const LISTS: &str = "
# Lists of words that evidence is marked by: true, false (nothing is marked by it), or lines that are added to it: words with their
# forms, parted by commas, and before them their class in brackets: [\"[neutral]\", \"burble, burbles\"].
[lists]
";

/// Writes all options of the configuration and all keys as a file that can be read again.
#[must_use]
pub fn dump() -> String {
    let mut out = HEAD.to_owned();
    for option in by_topic().into_iter().filter(|option| option.scope == Scope::Both) {
        let entry = option.entry().unwrap_or_else(|| format!("# {} =", option.name));
        let _ = writeln!(out, "\n# {}: {}\n{entry}", option.description(), option.kind.values());
    }
    out.push_str(KEYS);
    for group in Group::ALL {
        let _ = writeln!(out, "\n# {}", group.title());
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let _ = writeln!(out, "{}", line(binding));
        }
    }
    out.push_str(PATTERNS);
    for kind in PatternKind::ADDABLE {
        let _ = writeln!(out, "{:<18}  # {}", format!("{} = []", kind.name()), kind.help());
    }
    out.push_str(LISTS);
    for list in ListName::ALL {
        let _ = writeln!(out, "{:<18}  # {}", format!("{} = true", list.name().replace(' ', "-")), list.help());
    }
    out
}

/// Lists all options, those on one topic together.
fn by_topic() -> Vec<&'static OptionSpec> {
    let mut options: Vec<_> = OPTIONS.iter().collect();
    options.sort_by_key(|option| option.topic);
    options
}

/// `next-difference = ["]", "n"]      # next difference`.
fn line(binding: &Binding) -> String {
    let keys: Vec<String> = binding.keys.iter().map(|key| format!("{:?}", key.to_string())).collect();
    let keys = if let [key] = &keys[..] { key.clone() } else { format!("[{}]", keys.join(", ")) };
    let entry = format!("{} = {keys}", binding.name);
    if binding.help.is_empty() { entry } else { format!("{entry:<44}  # {}", binding.help) }
}

/// Writes all options as the table of the README.
#[must_use]
pub fn readme() -> String {
    let mut out = "| option | | in `config.toml` |\n|---|---|---|\n".to_owned();
    for option in by_topic() {
        let _ = writeln!(out, "| {} | {} | {} |", flags(option), meaning(option), in_file(option));
    }
    out
}

/// `` `-o`, `--output FILE` ``.
fn flags(option: &OptionSpec) -> String {
    let short = option.short.map(|short| format!("`-{short}`"));
    let value = if option.value_name.is_empty() { String::new() } else { format!(" {}", option.value_name) };
    let long = option.flags().into_iter().map(|flag| format!("`--{flag}{value}`"));
    short.into_iter().chain(long).collect::<Vec<_>>().join(", ")
}

/// Returns what it is, and its values.
fn meaning(option: &OptionSpec) -> String {
    let choices: Vec<String> = option.kind.choices().iter().map(|choice| format!("`{}`", choice.name)).collect();
    let values =
        if choices.is_empty() && !option.value_name.is_empty() { option.kind.values() } else { choices.join(", ") };
    if values.is_empty() { option.description() } else { format!("{}: {values}", option.description()) }
}

/// Returns how it stands in the configuration by default, or that it does not.
fn in_file(option: &OptionSpec) -> String {
    match option.scope {
        Scope::CommandLine => "–".to_owned(),
        Scope::Both => format!("`{}`", option.entry().unwrap_or_else(|| format!("{} =", option.name))),
    }
}
