//! The table of options: it feeds reading, suggestions and the dump.

use toml::de::DeValue;

use super::{Color, Config, a, nearest};
use crate::intake::bundled;
use crate::layout::{Arrangement, Folding};
use crate::present::Marks;
use crate::tui::model::First;
use crate::tui::theme::Theme;
use crate::wrap::Ambiguous;

/// An option of the file.
pub(super) struct Known {
    pub name: &'static str,
    /// Its default as TOML; empty if it has none.
    pub default: &'static str,
    pub help: &'static str,
    /// What it can be, for a person.
    pub values: fn() -> String,
    read: fn(&DeValue<'_>, &mut Config) -> Result<(), String>,
}

/// All options but the keys.
pub(super) const OPTIONS: &[Known] = &[
    Known {
        name: "story",
        default: "",
        help: "the story that opens without arguments",
        values: || listed(&stories()),
        read: |value, config| set(&mut config.story, choice(value, &stories())),
    },
    Known {
        name: "view",
        default: "\"reader\"",
        help: "what is on the screen first",
        values: || listed(&views()),
        read: |value, config| set(&mut config.view, choice(value, &views())),
    },
    Known {
        name: "arrangement",
        default: "\"facing\"",
        help: "how the two articles are set",
        values: || listed(&arrangements()),
        read: |value, config| set(&mut config.arrangement, choice(value, &arrangements())),
    },
    Known {
        name: "theme",
        default: "\"auto\"",
        help: "how everything looks; auto asks the terminal whether it is light or dark",
        values: || listed(&themes()),
        read: |value, config| set(&mut config.theme, choice(value, &themes())),
    },
    Known {
        name: "color",
        default: "\"auto\"",
        help: "whether colours are used; auto: unless NO_COLOR is set",
        values: || listed(&colors()),
        read: |value, config| set(&mut config.color, choice(value, &colors())),
    },
    Known {
        name: "marks",
        default: "\"differences\"",
        help: "what is marked",
        values: || listed(&marks()),
        read: |value, config| set(&mut config.marks, choice(value, &marks())),
    },
    Known {
        name: "fold",
        default: "\"nothing\"",
        help: "what is folded",
        values: || listed(&foldings()),
        read: |value, config| set(&mut config.fold, choice(value, &foldings())),
    },
    Known {
        name: "small-differences",
        default: "true",
        help: "whether differences of spelling, case and punctuation are shown",
        values: truths,
        read: |value, config| set(&mut config.small, truth(value)),
    },
    Known {
        name: "measure",
        default: "80",
        help: "columns of the widest line of an article",
        values: || "20 to 400".to_owned(),
        read: |value, config| set(&mut config.measure, number(value, 20, 400)),
    },
    Known {
        name: "shift",
        default: "0",
        help: "columns by which the left pane is wider and the right one narrower",
        values: || "-200 to 200".to_owned(),
        read: |value, config| set(&mut config.shift, number(value, -200, 200)),
    },
    Known {
        name: "width",
        default: "",
        help: "columns of the page that text and svg are written to; else those of the terminal",
        values: || "1 to 2000".to_owned(),
        read: |value, config| set(&mut config.width, number(value, 1, 2000)),
    },
    Known {
        name: "height",
        default: "",
        help: "rows of that page",
        values: || "1 to 2000".to_owned(),
        read: |value, config| set(&mut config.height, number(value, 1, 2000)),
    },
    Known {
        name: "ascii",
        default: "false",
        help: "whether lines and signs are drawn with ASCII; the articles stay as they are",
        values: truths,
        read: |value, config| set(&mut config.ascii, truth(value)),
    },
    Known {
        name: "ambiguous-width",
        default: "\"narrow\"",
        help: "how wide the terminal draws what can be narrow or wide, as “ or é",
        values: || listed(&ambiguous_widths()),
        read: |value, config| set(&mut config.ambiguous, choice(value, &ambiguous_widths())),
    },
    Known {
        name: "remember",
        default: "true",
        help: "whether the place in a story is kept from one day to the next",
        values: truths,
        read: |value, config| set(&mut config.remember, truth(value)),
    },
];

/// Options that a file cannot have.
const ELSEWHERE: [&str; 6] = ["left", "right", "format", "output", "config", "dump-config"];

/// Reads an option into a configuration.
///
/// # Errors
///
/// One line about what is wrong with its name or its value.
pub(super) fn read(name: &str, value: &DeValue<'_>, config: &mut Config) -> Result<(), String> {
    if ELSEWHERE.contains(&name) {
        return Err(format!("{name:?} belongs on the command line"));
    }
    let Some(known) = OPTIONS.iter().find(|known| known.name == name) else {
        let names = OPTIONS.iter().map(|known| known.name).chain(["keys"]);
        return Err(format!("unknown option {name:?}{}", nearest(name, names)));
    };
    (known.read)(value, config).map_err(|what| format!("{name}: {what}"))
}

/// A value by the name that it has in files and on the command line.
type Named<T> = (&'static str, T);

fn stories() -> Vec<Named<String>> {
    bundled::names().into_iter().map(|name| (name, name.to_owned())).collect()
}

fn arrangements() -> Vec<Named<Arrangement>> {
    Arrangement::ALL.iter().map(|&arrangement| (arrangement.name(), arrangement)).collect()
}

fn themes() -> Vec<Named<String>> {
    std::iter::once(Theme::AUTO).chain(Theme::NAMES).map(|name| (name, name.to_owned())).collect()
}

/// What can be on the screen first, by name.
#[must_use]
pub fn views() -> Vec<Named<First>> {
    vec![("reader", First::Reader), ("map", First::Map), ("story", First::Story)]
}

/// Whether colours are used, by name.
#[must_use]
pub fn colors() -> Vec<Named<Color>> {
    vec![("auto", Color::Auto), ("always", Color::Always), ("never", Color::Never)]
}

/// What can be marked, by name.
#[must_use]
pub fn marks() -> Vec<Named<Marks>> {
    vec![("differences", Marks::Differences), ("shared", Marks::Shared), ("none", Marks::Nothing)]
}

/// What can be folded, by name.
#[must_use]
pub fn foldings() -> Vec<Named<Folding>> {
    ["nothing", "echoes", "alike", "alone", "linked", "all"].into_iter().zip(Folding::ALL).collect()
}

/// How wide the terminal can draw what is of ambiguous width, by name.
#[must_use]
pub fn ambiguous_widths() -> Vec<Named<Ambiguous>> {
    vec![("narrow", Ambiguous::Narrow), ("wide", Ambiguous::Wide)]
}

fn set<T>(place: &mut Option<T>, value: Result<T, String>) -> Result<(), String> {
    *place = Some(value?);
    Ok(())
}

fn choice<T: Clone>(value: &DeValue<'_>, all: &[Named<T>]) -> Result<T, String> {
    let Some(wanted) = value.as_str() else {
        return Err(format!("one of {} is wanted, not {}", listed(all), a(value)));
    };
    let found = all.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone());
    found.ok_or_else(|| {
        let near = nearest(wanted, all.iter().map(|(name, _)| *name));
        let known = if near.is_empty() { format!("; there are {}", listed(all)) } else { near };
        format!("there is no {wanted:?}{known}")
    })
}

fn truth(value: &DeValue<'_>) -> Result<bool, String> {
    value.as_bool().ok_or_else(|| format!("true or false is wanted, not {}", a(value)))
}

fn number<T: TryFrom<i64>>(value: &DeValue<'_>, least: i64, most: i64) -> Result<T, String> {
    let number = value.as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
    let fits = number.filter(|number| (least..=most).contains(number)).and_then(|number| T::try_from(number).ok());
    fits.ok_or_else(|| format!("a whole number from {least} to {most} is wanted"))
}

fn listed<T>(all: &[Named<T>]) -> String {
    all.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn truths() -> String {
    "true, false".to_owned()
}
