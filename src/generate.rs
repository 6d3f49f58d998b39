//! What is generated from the table of options: the manual page, and what completes options in a shell. The schema of
//! JSON goes the same way.

mod manual;

use anyhow::{Context, Result};
use clap::{Arg, Command};
use clap_complete::{Generator, Shell};
use clap_complete_nushell::Nushell;

use crate::cli;
use diptych::options::{Generated, OPTIONS, OptionKind};
use diptych::report::json;

/// Generates one of them.
///
/// # Errors
///
/// None in practice: all of it is written to memory, as UTF-8.
pub fn generate(kind: Generated) -> Result<String> {
    let command = cli::command().mut_args(with_names);
    let bytes = match kind {
        Generated::Man => manual::page(command).context("the manual page")?,
        Generated::Bash => completions(Shell::Bash, command),
        Generated::Zsh => completions(Shell::Zsh, command),
        Generated::Fish => completions(Shell::Fish, command),
        Generated::PowerShell => completions(Shell::PowerShell, command),
        Generated::Nushell => completions(Nushell, command),
        Generated::Schema => json::schema().into_bytes(),
    };
    String::from_utf8(bytes).context("what is generated")
}

/// Lets names be completed that the command line does not check.
fn with_names(arg: Arg) -> Arg {
    let option = OPTIONS.iter().find(|option| arg.get_id() == option.name);
    match option {
        Some(option) if matches!(option.kind, OptionKind::Name(_)) => arg.value_parser(cli::choices(option)),
        _ => arg,
    }
}

/// Generates what completes the command in a shell.
fn completions(shell: impl Generator, mut command: Command) -> Vec<u8> {
    let mut out = Vec::new();
    let name = command.get_name().to_owned();
    clap_complete::generate(shell, &mut command, name, &mut out);
    out
}
