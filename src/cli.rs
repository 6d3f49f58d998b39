//! The command line, made from the table of options.
//!
//! ```text
//!     OPTIONS ─► command() ─► clap ─► Arguments ─► Options
//! ```
//!
//! `-h` is a line an option, `--help` all that there is to say ([`help`]).

use std::ffi::OsStr;
use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::help;
use diptych::options::{self, Choice, OPTIONS, OptionKind, OptionSpec, Options, Value};

/// What the paths are called, which are no option.
const PATHS: &str = "paths";

/// Holds the arguments of a command line.
#[derive(Debug)]
pub struct Arguments(ArgMatches);

impl Arguments {
    /// Reads the command line of the process.
    ///
    /// # Errors
    ///
    /// What is wrong with it, or the help or version that is asked for.
    pub fn parse() -> Result<Self, clap::Error> {
        command().try_get_matches().map(Self)
    }

    /// Sets what is asked for, and leaves everything else as it is.
    ///
    /// # Errors
    ///
    /// A line that names an option and says what is wrong with its value.
    pub fn apply(&self, options: &mut Options) -> Result<()> {
        options.paths = self.0.get_many::<PathBuf>(PATHS).into_iter().flatten().cloned().collect();
        for option in OPTIONS {
            if let Some(value) = self.value(option) {
                (option.set)(options, value).map_err(|what| anyhow!("--{}: {what}", option.name))?;
            }
        }
        Ok(())
    }

    /// Returns the value that is asked for; `None` if nothing is.
    fn value(&self, option: &OptionSpec) -> Option<Value<'_>> {
        let (matches, name) = (&self.0, option.name);
        match option.kind {
            OptionKind::Flag => matches.get_flag(name).then_some(Value::Switch(true)),
            OptionKind::Switch { negation, .. } => {
                let [on, off] = [matches.get_flag(name), matches.get_flag(negation)];
                (on || off).then_some(Value::Switch(on))
            }
            OptionKind::Choice(_) | OptionKind::Name(_) | OptionKind::Text => {
                matches.get_one::<String>(name).map(|text| Value::Text(text))
            }
            OptionKind::Number { .. } => matches.get_one(name).copied().map(Value::Number),
            OptionKind::Path => matches.get_one::<PathBuf>(name).map(|path| Value::Path(path)),
        }
    }
}

/// Returns the whole command line, for clap and for what is generated from it.
pub fn command() -> Command {
    Command::new(env!("CARGO_PKG_NAME"))
        .version(env!("CARGO_PKG_VERSION"))
        .long_version(help::version())
        .about(env!("CARGO_PKG_DESCRIPTION"))
        .term_width(help::WIDTH)
        .after_help(help::short_end())
        .after_long_help(help::long_end())
        .arg(paths())
        .args(OPTIONS.iter().flat_map(args))
}

fn paths() -> Arg {
    Arg::new(PATHS)
        .value_name("FOLDER|ARTICLE")
        .help("A folder, or two and more articles; `-` is standard input")
        .long_help("A folder of articles, or of stories; or two and more articles. `-` is standard input, `https://…` is fetched.")
        .action(ArgAction::Append)
        .num_args(1..)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::AnyPath)
}

/// Returns an option as clap knows it: one argument, or the two flags of a switch. The short help has the flag alone
/// that changes what counts by default.
fn args(option: &'static OptionSpec) -> Vec<Arg> {
    let args = match option.kind {
        OptionKind::Flag if option.requires.is_empty() => vec![flag(option.name, option.help)],
        OptionKind::Flag => vec![flag(option.name, option.help).requires(option.requires)],
        OptionKind::Switch { reset, .. } => {
            let names = option.flags();
            let flags = names.iter().zip([option.help, reset]).zip(names.iter().rev());
            let flags = flags.map(|((name, help), other)| flag(name, help).overrides_with(other)).enumerate();
            flags.map(|(index, flag)| flag.hide_short_help(index > 0)).collect()
        }
        _ => vec![taking_a_value(option)],
    };
    let headed = |arg: Arg| {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        arg.long_help(help::in_full(option, &help)).help_heading(option.topic.title())
    };
    args.into_iter().map(headed).collect()
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

fn taking_a_value(option: &'static OptionSpec) -> Arg {
    let arg = Arg::new(option.name).long(option.name).value_name(option.value_name).help(option.help);
    // Values stand in the long help, as it says them; a line of the short one has no room.
    let arg = arg.hide_possible_values(true);
    let arg = if let Some(short) = option.short { arg.short(short) } else { arg };
    match option.kind {
        OptionKind::Choice(_) => arg.value_parser(OneOf(choices(option))),
        OptionKind::Number { least, most } => {
            arg.value_parser(value_parser!(i64).range(least..=most)).allow_hyphen_values(least < 0)
        }
        OptionKind::Path => arg.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath),
        OptionKind::Name(_) | OptionKind::Text | OptionKind::Flag | OptionKind::Switch { .. } => arg,
    }
}

/// Returns the values of an option that have a name.
pub fn choices(option: &OptionSpec) -> PossibleValuesParser {
    PossibleValuesParser::new(option.kind.choices().iter().map(possible))
}

fn possible(choice: &Choice) -> PossibleValue {
    let value = PossibleValue::new(choice.name);
    if choice.help.is_empty() { value } else { value.help(choice.help) }
}

/// Takes one of some values, and names the option also where a value is not UTF-8.
#[derive(Clone)]
struct OneOf(PossibleValuesParser);

impl TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        self.0.parse_ref(command, arg, OsStr::new(&*value.to_string_lossy()))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

/// Says in one line what is wrong with the command line, and which name is the nearest to one that is not known.
pub fn cause(error: &clap::Error) -> String {
    let message = error.render().to_string();
    let (first, _) = message.split_once("\n\n").unwrap_or((&message, ""));
    let mut line = first.trim_start_matches("error:").split_whitespace().collect::<Vec<_>>().join(" ");
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.as_str(),
        _ => "",
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            line.push_str(&nearest_flag(said(ContextKind::InvalidArg)));
            line.push_str("; try --help");
        }
        ErrorKind::InvalidValue => {
            let option =
                |option: &&OptionSpec| said(ContextKind::InvalidArg).starts_with(&format!("--{} ", option.name));
            let choices = OPTIONS.iter().find(option).map(|option| option.kind.choices()).unwrap_or_default();
            let names = choices.iter().map(|choice| choice.name);
            line.push_str(&options::nearest(said(ContextKind::InvalidValue), names));
        }
        _ => {}
    }
    line
}

/// Says which flag is the nearest to one that is not known; nothing if none is near, and of a single letter.
fn nearest_flag(unknown: &str) -> String {
    let name = unknown.strip_prefix("--").and_then(|name| name.split('=').next());
    let flags = OPTIONS.iter().flat_map(OptionSpec::flags).chain(["help", "version"]);
    let near = name.and_then(|name| options::nearest_name(name, flags));
    near.map_or_else(String::new, |near| format!("; the nearest is '--{near}'"))
}

#[cfg(test)]
mod tests {
    use diptych::options::{self, Scope};

    use super::*;

    /// Reads the command line; what is wrong with it is an error of clap's.
    fn arguments(words: &[&str]) -> Result<Arguments, String> {
        let words = ["diptych"].iter().chain(words);
        command().try_get_matches_from(words).map(Arguments).map_err(|error| cause(&error))
    }

    /// Sets what the command line asks for in options that are there already.
    #[track_caller]
    fn over(mut options: Options, words: &[&str]) -> Options {
        let arguments = arguments(words).unwrap_or_else(|cause| panic!("{words:?}: {cause}"));
        arguments.apply(&mut options).unwrap_or_else(|error| panic!("{words:?}: {error}"));
        options
    }

    /// Two values that an option can take, each as on the command line and as in the configuration.
    fn values(option: &OptionSpec) -> [(String, String); 2] {
        let name = option.name;
        match option.kind {
            OptionKind::Flag | OptionKind::Switch { .. } => {
                [(format!("--{name}"), format!("{name} = true")), (format!("--no-{name}"), format!("{name} = false"))]
            }
            OptionKind::Choice(_) | OptionKind::Name(_) => {
                let choices = option.kind.choices();
                let ends = [choices.first(), choices.last()].map(|choice| choice.expect("there are values").name);
                ends.map(|value| (format!("--{name}={value}"), format!("{name} = {value:?}")))
            }
            OptionKind::Number { least, most } => {
                [least, most].map(|value| (format!("--{name}={value}"), format!("{name} = {value}")))
            }
            OptionKind::Text | OptionKind::Path => {
                ["x", "y"].map(|value| (format!("--{name}={value}"), format!("{name} = {value:?}")))
            }
        }
    }

    #[test]
    fn the_command_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn without_arguments_everything_is_as_by_default() {
        assert_eq!(over(Options::default(), &[]), Options::default());
    }

    #[test]
    fn every_option_says_the_same_on_the_command_line_and_in_the_file_and_the_former_counts() {
        for option in OPTIONS.iter().filter(|option| option.scope == Scope::Both) {
            let values = values(option);
            for (one, other) in [(&values[0], &values[1]), (&values[1], &values[0])] {
                let alone = over(Options::default(), &[&one.0]);
                assert_eq!(options::read(&one.1), (alone.clone(), vec![]), "{}", option.name);
                let (file, reports) = options::read(&other.1);
                assert_eq!((over(file.clone(), &[&one.0]), reports), (alone.clone(), vec![]), "{}", option.name);
                assert_eq!(over(file.clone(), &[]), file, "{}", option.name);
                assert_ne!(file, alone, "{}", option.name);
            }
        }
    }

    #[test]
    fn every_option_of_the_command_line_alone_sets_a_field_of_its_own() {
        let mut seen = vec![Options::default()];
        for option in OPTIONS.iter().filter(|option| option.scope == Scope::CommandLine) {
            let required =
                OPTIONS.iter().find(|other| other.name == option.requires).map(|other| values(other)[0].0.clone());
            let words: Vec<String> = [values(option)[0].0.clone()].into_iter().chain(required).collect();
            let options = over(Options::default(), &words.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(!seen.contains(&options), "{}", option.name);
            seen.push(options);
        }
    }

    #[test]
    fn of_the_two_flags_of_a_switch_the_last_one_counts() {
        for option in OPTIONS {
            let OptionKind::Switch { negation, .. } = option.kind else { continue };
            let (on, off) = (format!("--{}", option.name), format!("--{negation}"));
            let [yes, no] = [&on, &off].map(|flag| over(Options::default(), &[flag]));
            assert_ne!(yes, no);
            assert_eq!(over(Options::default(), &[&off, &on]), yes);
            assert_eq!(over(Options::default(), &[&on, &off]), no);
            assert_eq!(over(Options::default(), &[&on, &off, &on]), yes);
        }
    }

    #[test]
    fn what_an_option_does_not_take_is_said_with_its_name() {
        for option in OPTIONS {
            let named = format!("'--{} <{}>'", option.name, option.value_name);
            let cause = |value: &str| {
                let words = format!("--{}={value}", option.name);
                arguments(&[&words]).err().unwrap_or_default()
            };
            match option.kind {
                OptionKind::Number { least, most } => {
                    for number in [least - 1, most + 1] {
                        let line = format!("invalid value '{number}' for {named}: {number} is not in {least}..={most}");
                        assert_eq!(cause(&number.to_string()), line);
                    }
                    assert_eq!(cause("x"), format!("invalid value 'x' for {named}: invalid digit found in string"));
                }
                OptionKind::Choice(_) => {
                    let values = option.kind.values();
                    assert_eq!(cause("x"), format!("invalid value 'x' for {named} [possible values: {values}]"));
                }
                OptionKind::Flag | OptionKind::Switch { .. } => {
                    let flag = format!("'--{}'", option.name);
                    assert_eq!(cause("x"), format!("unexpected value 'x' for {flag} found; no more were expected"));
                }
                OptionKind::Name(_) | OptionKind::Text | OptionKind::Path => assert_eq!(cause("x"), ""),
            }
        }
    }

    #[test]
    fn paths_are_kept_in_their_order() {
        let options = over(Options::default(), &["b", "--ascii", "a", "--", "--left"]);
        assert_eq!(options.paths, ["b", "a", "--left"].map(PathBuf::from));
        let options = over(Options::default(), &["folder", "--story", "strike"]);
        assert_eq!((options.paths, options.story.as_deref()), (vec![PathBuf::from("folder")], Some("strike")));
    }

    #[cfg(unix)]
    #[test]
    fn a_value_that_is_not_utf_8_is_said_with_its_option() {
        use std::os::unix::ffi::OsStrExt;
        for option in OPTIONS.iter().filter(|option| matches!(option.kind, OptionKind::Choice(_))) {
            let name = format!("--{}", option.name);
            let words = ["diptych".as_ref(), name.as_ref(), OsStr::from_bytes(b"\xff")];
            let error = command().try_get_matches_from(words).expect_err("no value has such a name");
            let begin = format!("invalid value '\u{FFFD}' for '--{} <{}>'", option.name, option.value_name);
            assert!(cause(&error).starts_with(&begin), "{}", cause(&error));
        }
        let words = ["diptych".as_ref(), "-o".as_ref(), OsStr::from_bytes(b"\xff"), OsStr::from_bytes(b"\xfe")];
        let arguments = Arguments(command().try_get_matches_from(words).expect("paths are bytes"));
        let mut options = Options::default();
        arguments.apply(&mut options).expect("paths are bytes");
        let path = |bytes| Some(PathBuf::from(OsStr::from_bytes(bytes)));
        assert_eq!((options.output, options.paths.pop()), (path(b"\xff"), path(b"\xfe")));
    }
}
