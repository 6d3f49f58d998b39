//! The manual page: what the command line says, and what it leaves to the reader and to the environment.

use std::io;

use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};

use crate::help;
use diptych::keys::{BINDINGS, Group, Keymap};
use diptych::options::OPTIONS;

const USAGE: &str = "diptych [OPTION]... [FOLDER|ARTICLE]...";

const DESCRIPTION: &str = "\
Sets two reports of one event beside each other, links the paragraphs that answer each other (also those that were \
moved, split or merged), and marks the wording that each of them has alone. In the reader, single keys lead from \
difference to difference and from outlet to outlet. Without a terminal the comparison is written as text, as JSON or \
as a picture.

It compares wording, not meaning, and says nothing on who is right. Articles are text files, one paragraph a line or \
with blank lines between paragraphs; a folder holds those on one event. Without arguments, a story that comes with the \
program is opened.";

const KEYS: &str = "\
These are the keys of the reader; any action can be given other ones in the configuration. There and after --keys a \
character stands for itself, and other keys are written <Tab> <S-Tab> <Enter> <Esc> <Space> <BS> <Up> <Down> <Left> \
<Right> <PgUp> <PgDn> <Home> <End> <F1> <C-d> <lt>.";

const FILES: [(&str, &str); 2] = [
    (
        "$XDG_CONFIG_HOME/diptych/config.toml",
        "Options and keys, else ~/.config/diptych/config.toml. What is not understood is said line by line, and the rest \
         is used. The command line comes before it. --dump-config prints all that can stand there.",
    ),
    (
        "$XDG_STATE_HOME/diptych/places.json",
        "Where stories were left, else ~/.local/state/diptych/places.json: names of files, a block and a byte, never a \
         text. --no-remember neither reads nor writes it.",
    ),
];

const ENVIRONMENT: [(&str, &str); 6] = [
    ("NO_COLOR", "If set and not empty, no colours are used unless --color always is given."),
    ("COLUMNS", "Columns of the page, where no terminal says more than 0 and no --width is given."),
    ("TERM, COLORTERM", "How many colours the terminal has."),
    ("COLORFGBG", "Whether the terminal is light or dark, if it does not answer when it is asked."),
    ("XDG_CONFIG_HOME", "The folder of configurations instead of ~/.config."),
    ("XDG_STATE_HOME", "The folder of states instead of ~/.local/state."),
];

/// Writes the manual page as roff.
///
/// # Errors
///
/// None in practice: it is written to memory.
pub fn page(command: Command) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    title(&command).to_writer(&mut out)?;
    let man = Man::new(command.long_about(DESCRIPTION).override_usage(USAGE).mut_args(in_full));
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    keys().to_writer(&mut out)?;
    section("FILES", &FILES).to_writer(&mut out)?;
    section("ENVIRONMENT", &ENVIRONMENT).to_writer(&mut out)?;
    section("EXIT STATUS", &help::STATUS).to_writer(&mut out)?;
    section("EXAMPLES", &help::EXAMPLES).to_writer(&mut out)?;
    Ok(out)
}

/// Names the page. It has no date, so that the same program always writes the same page.
fn title(command: &Command) -> Roff {
    let source = format!("{} {}", command.get_name(), command.get_version().unwrap_or_default());
    let mut roff = Roff::new();
    roff.control("TH", [command.get_name(), "1", "\"\"", &source, "User Commands"]);
    roff
}

/// Says of an option all that there is to say. Values that are explained stand in a list of their own.
fn in_full(arg: Arg) -> Arg {
    let arg = arg.help_heading(None::<&str>);
    let Some(option) = OPTIONS.iter().find(|option| option.flags().iter().any(|flag| arg.get_id() == flag)) else {
        return arg;
    };
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let arg = if help::is_explained(option) { arg.hide_possible_values(false) } else { arg };
    arg.long_help(help::sentences(option, &help))
}

/// Returns the keys of the reader as they are without a configuration.
fn keys() -> Roff {
    let (mut roff, keymap) = (Roff::new(), Keymap::default());
    roff.control("SH", ["KEYS"]);
    roff.text([roman(KEYS)]);
    for group in Group::ALL {
        roff.control("SS", [group.title()]);
        for binding in BINDINGS.iter().filter(|binding| binding.group == group && !binding.help.is_empty()) {
            entry(&mut roff, &keymap.shown_in_help(binding), binding.help);
        }
    }
    roff
}

fn section(title: &str, entries: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (name, text) in entries {
        entry(&mut roff, name, text);
    }
    roff
}

/// Returns a term, and below it, indented, what it is.
fn entry(roff: &mut Roff, term: &str, text: &str) {
    let line: [Inline; 1] = [bold(term)];
    roff.control("TP", []).text(line).text([roman(text)]);
}
