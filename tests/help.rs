//! What the command line says of itself: `-h`, `--help`, `--version`, and what is not known.
#![cfg(feature = "tui")]

mod desk;

use std::path::Path;

use desk::{Desk, Run, trouble};
use diptych::options::{OPTIONS, OptionKind, OptionSpec};

/// The columns that every line of the help fits into.
const WIDTH: usize = 80;

/// What is printed without trouble.
#[track_caller]
fn printed(words: &str) -> String {
    let desk = Desk::new();
    // A short path, which fits into a line.
    let run = Run::of(desk.command(&[words]).env("XDG_CONFIG_HOME", "/c"));
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{words}");
    run.out
}

/// The flags that an option has on the command line, as they are typed.
fn flags() -> impl Iterator<Item = String> {
    OPTIONS.iter().flat_map(OptionSpec::flags).chain(["help", "version"]).map(|flag| format!("--{flag}"))
}

#[track_caller]
fn fits(help: &str) {
    let wide: Vec<&str> = help.lines().filter(|line| line.chars().count() > WIDTH).collect();
    assert!(wide.is_empty(), "{wide:#?}");
}

#[test]
fn the_short_help_is_a_line_an_option() {
    let help = printed("-h");
    fits(&help);
    for option in OPTIONS {
        // Of a switch the flag that asks for what counts by default is in the long help.
        let flag = format!("--{}", option.flags()[0]);
        let mut lines = help.lines().filter(|line| line.split([' ', ',']).any(|word| word == flag));
        let line = lines.next().unwrap_or_else(|| panic!("{flag}"));
        assert!(line.ends_with(option.help) && lines.next().is_none(), "{line}");
        assert!(!option.help.is_empty() && option.help.starts_with(char::is_uppercase), "{flag}");
    }
    let options = help.lines().filter(|line| line.trim_start().starts_with('-'));
    assert_eq!(options.filter(|line| !line.starts_with("--help")).count(), OPTIONS.len() + 2, "{help}");
    assert!(help.ends_with("--help says more.\n"), "{help}");
}

#[test]
fn the_long_help_says_all() {
    let help = printed("--help");
    fits(&help);
    let joined = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for option in OPTIONS {
        assert!(option.flags().iter().all(|flag| help.contains(&format!("--{flag}"))), "{}", option.name);
        if !matches!(option.kind, OptionKind::Switch { .. }) {
            assert!(joined.to_lowercase().contains(&option.description().to_lowercase()), "{}", option.name);
        }
        for choice in option.kind.choices() {
            assert!(joined.contains(choice.name) && joined.contains(choice.help), "{} {}", option.name, choice.name);
        }
    }
    for heading in ["Examples:", "Keys to start with: ]", "Configuration:", "Exit status:"] {
        assert!(help.contains(&format!("\n{heading}")), "{heading}");
    }
    for status in 0..3 {
        assert!(help.contains(&format!("\n  {status}  ")), "{status}");
    }
}

#[test]
fn the_long_help_names_where_the_configuration_is() {
    let desk = Desk::new();
    let help = |place: &Path| {
        let mut command = desk.command(&["--help"]);
        Run::of(command.env("XDG_CONFIG_HOME", place)).out
    };
    let place = desk.path("settings");
    let file = place.join("diptych").join("config.toml");
    // A path is one word to whoever reads it, however long; lines end where it does.
    let said = help(&place).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&format!("Here it would be {}.", file.display())), "{said}");
    let desk = Desk::new().put("settings/diptych/config.toml", "ascii = true\n");
    let place = desk.path("settings");
    let said = Run::of(desk.command(&["--help"]).env("XDG_CONFIG_HOME", &place)).out;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&format!("Here it is {}.", place.join("diptych").join("config.toml").display())), "{said}");
}

#[test]
fn the_version_says_what_it_was_built_with() {
    let sign = |is_in: bool| if is_in { '+' } else { '-' };
    let features = [
        ("cjk", cfg!(feature = "cjk")),
        ("docx", cfg!(feature = "docx")),
        ("fetch", cfg!(feature = "fetch")),
        ("html", cfg!(feature = "html")),
    ];
    let listed: Vec<String> = features.iter().map(|&(name, is_in)| format!("{}{name}", sign(is_in))).collect();
    let first = format!("diptych {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(printed("--version"), format!("{first}features: {}\n", listed.join(" ")));
    assert_eq!(printed("-V"), first);
    // Those that can be left out of the program are the default features but the program itself.
    let manifest = include_str!("../Cargo.toml");
    let default = manifest.lines().find_map(|line| line.strip_prefix("default = ")).expect("there are some");
    let named: Vec<&str> = default.split('"').skip(1).step_by(2).filter(|&name| name != "tui").collect();
    assert_eq!(named, features.map(|(name, _)| name));
}

#[test]
fn an_option_that_is_not_known_gets_the_nearest_in_one_line() {
    let unknown = |word: &str, nearest: &str| {
        let name = word.split('=').next().unwrap_or(word);
        trouble(&Desk::new().run(word), &format!("unexpected argument '{name}' found{nearest}; try --help"));
    };
    unknown("--bogus", "");
    unknown("-z", "");
    unknown("--thme", "; the nearest is '--theme'");
    unknown("--them=night", "; the nearest is '--theme'");
    unknown("--ouput=x", "; the nearest is '--output'");
    unknown("--difference", "; the nearest is '--small-differences'");
    unknown("--versoin", "; the nearest is '--version'");
    unknown("--HELP", "; the nearest is '--help'");
    // With the last letter twice, each is the nearest to itself.
    for flag in flags() {
        let last = flag.chars().last().expect("it has letters");
        unknown(&format!("{flag}{last}"), &format!("; the nearest is '{flag}'"));
    }
}

#[test]
fn a_value_that_is_not_known_gets_the_nearest() {
    let line = "invalid value 'nigth' for '--theme <NAME>' [possible values: auto, night, paper, projector, terminal, \
                mono]; the nearest is \"night\"";
    trouble(&Desk::new().run("--theme nigth"), line);
}
