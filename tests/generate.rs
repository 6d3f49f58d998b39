//! What is generated: the manual page and completions of shells, from the table of options. The schema of JSON is held
//! against what is written in `schema.rs`.
#![cfg(feature = "tui")]

use std::fs;
use std::process::Command;

use diptych::keys::BINDINGS;
use diptych::options::{OPTIONS, OptionKind, OptionSpec};
use tempfile::TempDir;

/// Generates something and returns it.
#[track_caller]
fn generate(kind: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_diptych")).args(["--generate", kind]).output().expect("it starts");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{kind}");
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

/// The kinds that are made of the table of options.
fn kinds_of_options() -> impl Iterator<Item = &'static str> {
    kinds().into_iter().filter(|&kind| kind != "schema")
}

fn kinds() -> Vec<&'static str> {
    let option = OPTIONS.iter().find(|option| option.name == "generate").expect("it is in the table");
    option.kind.choices().iter().map(|choice| choice.name).collect()
}

/// Whether a text has a word, and not only longer ones that begin with it.
fn has_word(text: &str, word: &str) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || c == '-';
    text.match_indices(word).any(|(at, _)| !text[at + word.len()..].starts_with(goes_on))
}

#[test]
fn every_kind_names_every_option_and_its_values() {
    for kind in kinds_of_options() {
        let text = generate(kind);
        let text = text.replace(r"\-", "-");
        let prefix = if kind == "fish" { "-l " } else { "--" };
        for flag in OPTIONS.iter().flat_map(OptionSpec::flags).chain(["help", "version"]) {
            assert!(has_word(&text, &format!("{prefix}{flag}")), "{kind}: {flag}");
        }
        // What completes options in PowerShell leaves values to the shell.
        if kind != "powershell" {
            for choice in OPTIONS.iter().flat_map(|option| option.kind.choices()) {
                assert!(has_word(&text, choice.name), "{kind}: {}", choice.name);
            }
        }
    }
}

#[test]
fn the_same_is_generated_each_time_and_goes_to_a_file_as_well() {
    let folder = TempDir::new().expect("a folder can be made");
    for kind in kinds() {
        let path = folder.path().join(kind);
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        let output = command.args(["--generate", kind, "-o"]).arg(&path).output().expect("it starts");
        assert_eq!((output.status.code(), output.stdout, output.stderr), (Some(0), vec![], vec![]), "{kind}");
        assert_eq!(fs::read_to_string(path).expect("it was written"), generate(kind), "{kind}");
    }
}

#[test]
fn a_kind_that_is_not_there_is_trouble() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_diptych")).args(["--generate", "elvish"]).output().expect("it starts");
    let line = "diptych: invalid value 'elvish' for '--generate <KIND>' [possible values: man, bash, zsh, fish, \
                powershell, nushell, schema]\n";
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(2), line));
    assert_eq!(output.stdout, b"");
}

#[test]
fn the_manual_page_has_every_section_key_and_default() {
    let page = generate("man").replace(r"\-", "-").replace(r"\*(Aq", "'");
    let sections: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    let expected =
        ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "KEYS", "FILES", "ENVIRONMENT", "\"EXIT STATUS\"", "EXAMPLES"];
    assert_eq!(sections, expected);
    for binding in BINDINGS {
        assert!(page.contains(binding.help), "{}", binding.name);
    }
    for option in OPTIONS {
        let entry = option.entry().unwrap_or_default();
        let range = if let OptionKind::Number { .. } = option.kind { option.kind.values() } else { String::new() };
        assert!(page.contains(&entry) && page.contains(&range), "{}", option.name);
    }
    for name in ["NO_COLOR", "COLUMNS", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "config.toml", "places.json"] {
        assert!(page.contains(name), "{name}");
    }
    for status in ["0", "1", "2"] {
        assert!(page.contains(&format!("\\fB{status}\\fR\n")), "{status}");
    }
}

/// Runs a program on a generated file; `None` if the program is not there.
fn run(program: &str, args: &[&str], kind: &str) -> Option<(String, String)> {
    let folder = TempDir::new().expect("a folder can be made");
    let path = folder.path().join(kind);
    fs::write(&path, generate(kind)).expect("a file can be written");
    let Ok(output) = Command::new(program).args(args).arg(&path).output() else {
        println!("skipped: there is no {program}");
        return None;
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{program}: {}", text(&output.stderr));
    Some((text(&output.stdout), text(&output.stderr)))
}

#[cfg(unix)]
#[test]
fn shells_take_their_completions() {
    for shell in ["bash", "zsh", "fish"] {
        if let Some(output) = run(shell, &["-n"], shell) {
            assert_eq!(output, (String::new(), String::new()), "{shell}");
        }
    }
}

#[cfg(unix)]
#[test]
fn groff_sets_the_manual_page_without_a_warning() {
    if let Some((page, warnings)) = run("groff", &["-man", "-Tutf8", "-Kutf8", "-ww", "-P-c"], "man") {
        assert_eq!(warnings, "");
        assert!(page.contains("Draws the reader's screen after three keys."), "{page}");
    }
}

#[cfg(unix)]
#[test]
fn bash_completes_options_and_values() {
    let script = r#"
        source "$0" || exit
        complete_words() {
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
            _diptych diptych "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            echo "${COMPREPLY[@]}"
        }
        complete_words diptych --no-
        complete_words diptych --theme p
        complete_words diptych --story ""
    "#;
    if let Some((words, trouble)) = run("bash", &["-c", script], "bash") {
        let stories = diptych::intake::bundled::names().join(" ");
        let expected = format!("--no-small-differences --no-ascii --no-remember\npaper projector\n{stories}\n");
        assert_eq!((words, trouble), (expected, String::new()));
    }
}
