//! The configuration that everything has by default, written out.

use std::fmt::Write;

use super::options::OPTIONS;
use crate::keys::{BINDINGS, Binding, Group};

const HEAD: &str = "\
# Every option of diptych, and every key, as they are without a configuration.
# The file that is read: $XDG_CONFIG_HOME/diptych/config.toml, else ~/.config/diptych/config.toml.
# What is asked for on the command line comes before what stands here.
";

const KEYS: &str = "
# One key, or a list of keys; an empty list leaves an action without any. Written are the character itself, or
# <Tab> <S-Tab> <Enter> <Esc> <Space> <BS> <Up> <Down> <Left> <Right> <PgUp> <PgDn> <Home> <End> <F1> <C-d> <lt>.
# Esc always closes and Ctrl-C always quits.
[keys]
";

/// Writes all options and keys as a file that can be read again.
#[must_use]
pub fn dump() -> String {
    let mut out = HEAD.to_owned();
    for option in OPTIONS {
        let values = (option.values)();
        let _ = write!(out, "\n# {}: {values}\n", option.help);
        let _ = if option.default.is_empty() {
            writeln!(out, "# {} =", option.name)
        } else {
            writeln!(out, "{} = {}", option.name, option.default)
        };
    }
    out.push_str(KEYS);
    for group in Group::ALL {
        let _ = writeln!(out, "\n# {}", group.title());
        for binding in BINDINGS.iter().filter(|binding| binding.group == group) {
            let _ = writeln!(out, "{}", line(binding));
        }
    }
    out
}

/// `next-difference = ["]", "n"]      # next difference`.
fn line(binding: &Binding) -> String {
    let keys: Vec<String> = binding.keys.iter().map(|key| format!("{:?}", key.to_string())).collect();
    let keys = if let [key] = &keys[..] { key.clone() } else { format!("[{}]", keys.join(", ")) };
    let entry = format!("{} = {keys}", binding.name);
    if binding.help.is_empty() { entry } else { format!("{entry:<44}  # {}", binding.help) }
}
