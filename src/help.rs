//! What the command line says of itself: the ends of `-h` and `--help`, options in full, examples, exit statuses, the
//! version.
//!
//! The manual page says the same ([`generate`](crate::generate)).

use std::sync::LazyLock;

use diptych::keys::{Action, Keymap};
use diptych::options::{OptionKind, OptionSpec, Scope};

use crate::user_files;

/// The columns that the help is set to, whatever the terminal has: what is read there is sent to others as well.
pub const WIDTH: usize = 80;

/// What to try first, and what it does.
pub const EXAMPLES: [(&str, &str); 5] = [
    ("diptych FOLDER", "Reads every article of a folder, by name: A, B, C …"),
    ("diptych FOLDER --left A --right E", "Begins with two of them."),
    ("diptych --format text one.txt two.txt", "Writes two columns, the marks as signs, and ends as diff does."),
    ("diptych -o ferry.html FOLDER", "Writes a page for a browser, in one file that loads nothing."),
    ("diptych --format svg --keys ']]]' -o picture.svg FOLDER", "Draws the reader's screen after three keys."),
];

/// How the program ends.
pub const STATUS: [(&str, &str); 3] = [
    ("0", "All went well; of two articles as text or JSON: they have the same words."),
    ("1", "Of two articles as text or JSON: they differ."),
    ("2", "Trouble: one line on standard error names the file and the cause."),
];

/// The keys to start with, and what each does.
const FIRST_KEYS: [(Action, &str); 3] =
    [(Action::NextDifference, "next difference"), (Action::Picker, "other outlets"), (Action::Help, "help")];

/// What the program was built with, beside what it always has.
const FEATURES: [(&str, bool); 4] = [
    ("cjk", cfg!(feature = "cjk")),
    ("docx", cfg!(feature = "docx")),
    ("fetch", cfg!(feature = "fetch")),
    ("html", cfg!(feature = "html")),
];

/// Returns the version, and in a second line the features that the program was built with, and those that it lacks.
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let sign = |is_in: bool| if is_in { '+' } else { '-' };
        let features: Vec<String> = FEATURES.iter().map(|&(name, is_in)| format!("{}{name}", sign(is_in))).collect();
        format!("{}\nfeatures: {}", env!("CARGO_PKG_VERSION"), features.join(" "))
    });
    &VERSION
}

/// Returns the last lines of `-h`.
pub fn short_end() -> String {
    format!("Without arguments, a story that comes with the program is opened.\n{}\n--help says more.", keys())
}

/// Returns what `--help` says after the options.
pub fn long_end() -> String {
    let place = user_files::usual_configuration();
    let place = place.map(|path| {
        let what = if path.exists() { "Here it is" } else { "Here it would be" };
        format!("{what} {}.", path.display())
    });
    [
        format!("Examples:{}", EXAMPLES.map(|(words, what)| format!("\n  {words}\n          {what}")).concat()),
        keys(),
        format!(
            "Configuration:\n  $XDG_CONFIG_HOME/diptych/config.toml, else ~/.config/diptych/config.toml.\n  {}\n  \
             --dump-config prints all that can stand there.",
            place.unwrap_or_default()
        ),
        format!("Exit status:{}", STATUS.map(|(status, what)| format!("\n  {status}  {what}")).concat()),
    ]
    .join("\n\n")
}

/// Names the keys to start with.
fn keys() -> String {
    let keymap = Keymap::default();
    let keys = FIRST_KEYS.map(|(action, what)| format!("{} {what}", keymap.first(action).unwrap_or_default()));
    let quit = keymap.first(Action::Quit).unwrap_or_default();
    format!("Keys to start with: {}; {quit} quits.", keys.join(" · "))
}

/// Says of an option all that there is to say, with its values; `help` is what the flag does in a few words.
pub fn in_full(option: &OptionSpec, help: &str) -> String {
    let choices = if is_explained(option) { option.kind.choices() } else { Vec::new() };
    let width = choices.iter().map(|choice| choice.name.len()).max().unwrap_or(0);
    let values = choices.iter().map(|choice| format!("\n  {:width$}  {}", choice.name, choice.help));
    format!("{}{}", sentences(option, help), values.collect::<String>())
}

/// Says the same without values that are explained.
pub fn sentences(option: &OptionSpec, help: &str) -> String {
    let beside = || format!("{}: {}", sentence(option), option.kind.values());
    let text = match option.kind {
        OptionKind::Switch { .. } => help.to_owned(),
        OptionKind::Number { .. } => beside(),
        OptionKind::Choice(_) | OptionKind::Name(_) if !is_explained(option) => beside(),
        _ => sentence(option),
    };
    format!("{text}.{}", in_file(option))
}

/// Tells whether an option has values that say what they are.
pub fn is_explained(option: &OptionSpec) -> bool {
    option.kind.choices().iter().any(|choice| !choice.help.is_empty())
}

/// Returns what an option is, with a capital first and without a full stop.
fn sentence(option: &OptionSpec) -> String {
    let mut text = option.description();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Returns how an option stands in the configuration.
fn in_file(option: &OptionSpec) -> String {
    match (option.scope, option.entry()) {
        (Scope::CommandLine, _) => String::new(),
        (Scope::Both, None) => " Also in the configuration.".to_owned(),
        (Scope::Both, Some(entry)) => format!(" In the configuration, by default: {entry}"),
    }
}
