use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::keys::Action;
use crate::layout::Folding;
use crate::list_choice::ListName;
use crate::wrap::Ambiguous;

/// Returns what is reported of a text, as `2: what`.
fn reports(text: &str) -> Vec<String> {
    read(text).1.iter().map(|report| format!("{}: {}", report.line, report.what)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(reports(text), expected, "{text}");
}

/// Returns a value that an option can take, as TOML.
#[track_caller]
fn some(option: &OptionSpec, is_first: bool) -> String {
    match option.kind {
        OptionKind::Flag | OptionKind::Switch { .. } => is_first.to_string(),
        OptionKind::Choice(choices) | OptionKind::Name(choices) => {
            let choices = choices();
            let choice = if is_first { choices.first() } else { choices.last() };
            format!("{:?}", choice.expect("there are values").name)
        }
        OptionKind::Number { least, most } => if is_first { least } else { most }.to_string(),
        OptionKind::Text | OptionKind::Path => format!("{:?}", if is_first { "x" } else { "y" }),
    }
}

fn in_file() -> impl Iterator<Item = &'static OptionSpec> {
    OPTIONS.iter().filter(|option| option.scope == Scope::Both)
}

#[test]
fn options_are_read() {
    let text = "arrangement = \"stacked\"\ntheme = \"paper\"\ncolor = \"never\"\nmarks = \"shared\"\nfold = \"echoes\"\n\
                small-differences = false\nrelated = \"off\"\nshift = -4\nmeasure = 60\nwidth = 0x50\nheight = 30\nascii = true\nstory = \"ferry\"\n\
                ambiguous-width = \"wide\"\nbidi = \"program\"\nremember = false\nview = \"map\"\n";
    let expected = Options {
        story: Some("ferry".to_owned()),
        view: StartView::Map,
        arrangement: Arrangement::Stacked,
        theme: "paper",
        color: Color::Never,
        marks: Marks::Shared,
        fold: Folding::Echoes,
        small: false,
        related: false,
        measure: 60,
        shift: -4,
        width: Some(80),
        height: Some(30),
        ascii: true,
        ambiguous: Ambiguous::Wide,
        bidi: Bidi::Program,
        remember: false,
        ..Options::default()
    };
    assert_eq!(read(text), (expected, vec![]));
    assert_eq!(text.lines().count(), in_file().count());
}

#[test]
fn nothing_asks_for_nothing() {
    assert_eq!(read(""), (Options::default(), vec![]));
}

#[test]
fn the_defaults_of_the_table_are_those_of_options() {
    for option in in_file().filter(|option| !option.default.is_empty()) {
        let (options, reports) = read(&option.entry().expect("it has a default"));
        assert_eq!((options, reports), (Options::default(), vec![]), "{}", option.name);
        let other = [true, false].map(|is_first| read(&format!("{} = {}", option.name, some(option, is_first))).0);
        assert_ne!(other[0], other[1], "{} sets nothing", option.name);
    }
    for option in OPTIONS.iter().filter(|option| option.scope == Scope::CommandLine) {
        assert_eq!(option.default, "", "{}", option.name);
    }
}

#[test]
fn every_option_sets_a_field_of_its_own() {
    let mut seen = Vec::new();
    for option in in_file() {
        let one = read(&format!("{} = {}", option.name, some(option, true)));
        let other = read(&format!("{} = {}", option.name, some(option, false)));
        assert_eq!((one.1, other.1), (vec![], vec![]), "{}", option.name);
        for options in [one.0, other.0].into_iter().filter(|options| *options != Options::default()) {
            assert!(!seen.contains(&options), "{}", option.name);
            seen.push(options);
        }
    }
    assert!(seen.len() >= in_file().count());
}

#[test]
fn every_option_has_a_name_of_its_own_and_is_explained() {
    let mut seen = HashSet::from(["help", "version"]);
    for option in OPTIONS {
        assert!(option.flags().into_iter().all(|flag| seen.insert(flag)), "{}", option.name);
        assert!(
            option.help.starts_with(|c: char| c.is_ascii_uppercase()) && !option.help.ends_with('.'),
            "{}",
            option.name
        );
        assert!(option.description().starts_with(|c: char| c.is_ascii_lowercase()), "{}", option.name);
        let takes_a_value = !matches!(option.kind, OptionKind::Flag | OptionKind::Switch { .. });
        assert_eq!(takes_a_value, !option.value_name.is_empty(), "{}", option.name);
        if let OptionKind::Switch { negation, .. } = option.kind {
            assert_eq!(negation, format!("no-{}", option.name));
        }
    }
}

#[test]
fn a_value_of_another_kind_is_none() {
    let values = [Value::Switch(true), Value::Number(-40_000), Value::Text("\u{0}"), Value::Path("x".as_ref())];
    for option in OPTIONS {
        let mut options = Options::default();
        let taken = values.iter().filter(|value| (option.set)(&mut options, **value).is_ok()).count();
        let expected = match option.kind {
            OptionKind::Choice(_) | OptionKind::Number { .. } => 0,
            _ => 1,
        };
        assert_eq!(taken, expected, "{}", option.name);
    }
}

#[test]
fn named_values_keep_the_order_of_their_keys() {
    let names = |name: &str| {
        let option = OPTIONS.iter().find(|option| option.name == name).expect("it is in the table");
        option.kind.choices().iter().map(|choice| choice.name).collect::<Vec<_>>()
    };
    let read_as = |name: &str, value: &str| read(&format!("{name} = {value:?}")).0;
    let foldings: Vec<_> = names("fold").iter().map(|value| read_as("fold", value).fold).collect();
    assert_eq!(foldings, Folding::ALL);
    let arrangements: Vec<_> =
        names("arrangement").iter().map(|value| read_as("arrangement", value).arrangement).collect();
    assert_eq!(arrangements, Arrangement::ALL);
}

#[test]
fn numbers_are_of_their_range() {
    for option in in_file() {
        let OptionKind::Number { least, most } = option.kind else { continue };
        for number in [least - 1, most + 1, i64::MIN, i64::MAX] {
            let line = format!("1: {}: a whole number from {least} to {most} is wanted", option.name);
            check(&format!("{} = {number}", option.name), &[&line]);
        }
        for number in [least, most] {
            check(&format!("{} = {number}", option.name), &[]);
        }
    }
}

#[test]
fn what_is_unknown_is_named_with_the_nearest() {
    check("\nthme = \"night\"\n", &["2: unknown option \"thme\"; the nearest is \"theme\""]);
    check("theme = \"nigth\"", &["1: theme: there is no \"nigth\"; the nearest is \"night\""]);
    check("marks = \"everything\"", &["1: marks: there is no \"everything\"; there are differences, shared, none"]);
    check("[key]\nquit = \"Q\"", &["1: unknown option \"key\"; the nearest is \"keys\""]);
    check(
        "[keys]\nnext-diference = \"]\"",
        &["2: no action is called \"next-diference\"; the nearest is \"next-difference\""],
    );
    let unknown = |name: &str| format!("2: no action is called {name:?}");
    for (name, near) in
        [("outlets_list", "outlets"), ("Next_Difference", "next-difference"), ("messages-list", "messages")]
    {
        let expected = format!("{}; the nearest is {near:?}", unknown(name));
        check(&format!("[keys]\n{name} = \"x\""), &[&expected]);
    }
    check("[keys]\nnext = \"x\"", &["2: no action is called \"next\"; the nearest is \"next-run\""]);
    check("[keys]\nzoom = \"x\"", &[&unknown("zoom")]);
    check("fold = alike", &["1: fold: a text stands in quotation marks"]);
    check("xyzzy = 1", &["1: unknown option \"xyzzy\""]);
    for option in OPTIONS.iter().filter(|option| option.scope == Scope::CommandLine && option.name != "keys") {
        check(&format!("{} = \"A\"", option.name), &[&format!("1: {:?} belongs on the command line", option.name)]);
    }
}

#[test]
fn what_is_no_value_for_an_option_is_said() {
    check("ascii = 1", &["1: ascii: true or false is wanted, not an integer"]);
    check(
        "width = 0\nheight = \"20\"",
        &["1: width: a whole number from 1 to 2000 is wanted", "2: height: a whole number from 1 to 2000 is wanted"],
    );
    check("theme = true", &["1: theme: one of auto, night, paper, projector, terminal, mono is wanted, not a boolean"]);
    check("keys = 3", &["1: keys: a table of actions is wanted"]);
}

#[test]
fn what_is_no_key_is_said() {
    let text = "[keys]\nquit = \"<Foo>\"\nmap = [\"jjj\", \"<F2>\"]\ntheme = 3\n";
    check(
        text,
        &[
            "2: quit: \"<Foo>\" is not one key, or two; keys are written \"j\", \"zz\", \"<Space>\", \"<C-d>\"",
            "3: map: \"jjj\" is not one key, or two; keys are written \"j\", \"zz\", \"<Space>\", \"<C-d>\"",
            "4: theme: a key in quotation marks is wanted, not an integer",
        ],
    );
    let keymap = read(text).0.keymap;
    assert_eq!((keymap.shown(Action::Map), keymap.shown(Action::Quit)), ("F2".to_owned(), "q Ctrl-C ZZ".to_owned()));
}

#[test]
fn conflicts_are_said_and_the_rest_is_used() {
    let text = "keys.theme = [\"j\", \"T\"]\nkeys.map = \"T\"\nkeys.other-pane = [\"<Tab>\", \"<C-i>\"]\nkeys.lock = \"<Esc>\"\n";
    check(
        text,
        &[
            "1: theme: j is taken by row-down",
            "2: map: T is taken by theme",
            "3: other-pane: Tab is named twice",
            "4: lock: Esc is taken by close",
        ],
    );
    let keymap = read(text).0.keymap;
    assert_eq!(keymap.shown(Action::Theme), "T");
    assert_eq!(keymap.shown(Action::Map), "m");
}

#[test]
fn a_line_that_is_no_toml_is_one_report_and_the_rest_is_used() {
    for broken in
        ["theme = nigth", "theme = \"night", "theme", "= 3", "theme = [\"night\"", "\"", "[keys", "a = 1 b = 2"]
    {
        let text = format!("# first\n{broken}\nascii = true\n");
        let (options, reports) = read(&text);
        assert_eq!(options, Options { ascii: true, ..Options::default() }, "{broken}");
        assert_eq!(reports.iter().map(|report| report.line).collect::<Vec<_>>(), [2], "{broken}: {reports:?}");
    }
}

#[test]
fn an_option_named_twice_is_said() {
    let (options, reports) = read("ascii = true\nascii = false\n");
    assert!(options.ascii, "{reports:?}");
    assert_eq!(reports.iter().map(|report| report.line).collect::<Vec<_>>(), [2]);
}

#[test]
fn lists_of_words_are_switched_off_and_added_to() {
    let text = "[lists]\nhedges = false\nvague-sources = false\nreporting = [\"[neutral]\", \"burble, burbles\", 3]\nintent = true\n\
                hedge = false\nlabels = 7\n";
    let (options, reports) = read(text);
    assert_eq!(options.lists.off, [ListName::Hedges, ListName::VagueSources]);
    assert_eq!(options.lists.added, [(ListName::Reporting, "[neutral]\nburble, burbles".to_owned())]);
    let said: Vec<_> = reports.iter().map(|report| (report.line, report.what.as_str())).collect();
    assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 6, 7], "{said:?}");
    assert_eq!(said[1].1, "no list is called \"hedge\"; the nearest is \"hedges\"");
    assert_eq!(read("lists = 1").1[0].what, "lists: a table of lists of words is wanted");
    let (options, reports) = read("[lists]\nlabels = [\"[power]\", \"board\", \"quay, pier\"]");
    assert_eq!(options.lists.added, [(ListName::Labels, "[power]\nquay, pier".to_owned())]);
    assert!(reports[0].what.starts_with("labels: \"board\" is no pair"), "{}", reports[0].what);
}

#[test]
fn patterns_are_added_by_kind() {
    let text = "[patterns]\nfurniture = [\"harbour extra\", 3, \"…\"]\nbyline = \"penned by…\"\nfurnitur = \"x\"\n";
    let (options, reports) = read(text);
    let patterns: Vec<_> = options.patterns.iter().map(|(kind, text)| (kind.name(), text.as_str())).collect();
    assert_eq!(patterns, [("furniture", "harbour extra"), ("byline", "penned by…")]);
    let reports: Vec<String> = reports.iter().map(|report| format!("{}: {}", report.line, report.what)).collect();
    assert_eq!(
        reports,
        [
            "2: furniture: a text in quotation marks is wanted, not an integer",
            "2: furniture: \"…\" has no words",
            "4: no patterns are called \"furnitur\"; the nearest is \"furniture\"",
        ]
    );
    let (_, reports) = read("patterns = 1");
    assert_eq!(reports[0].what, "patterns: a table of kinds of lines is wanted");
}

#[test]
fn the_dump_is_read_without_a_report_and_changes_nothing() {
    assert_eq!(read(&dump()), (Options::default(), vec![]));
    for option in in_file() {
        let is_there = |line: String| dump().lines().any(|other| other == line);
        assert!(is_there(option.entry().unwrap_or_else(|| format!("# {} =", option.name))), "{}", option.name);
    }
}

#[test]
fn the_list_of_the_readme_has_every_option() {
    let list = readme();
    for flag in OPTIONS.iter().flat_map(OptionSpec::flags) {
        let is_there = [format!("`--{flag}`"), format!("`--{flag} ")].iter().any(|flag| list.contains(flag));
        assert!(is_there, "{flag}");
    }
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(list.lines().all(|line| columns(line) == 4), "{list}");
}

proptest! {
    #[test]
    fn no_text_is_refused(text in "[a-z\\[\\]\"'=\n.,{}#é<>-]{0,80}") {
        let (_, reports) = read(&text);
        let lines = text.split('\n').count();
        prop_assert!(reports.iter().all(|report| (1..=lines).contains(&report.line)));
    }

    #[test]
    fn nor_is_a_damaged_dump(cut in 0_usize..2000, with in "[\"\\[\\]={}\n#]{0,3}") {
        let mut text = dump();
        let mut at = cut.min(text.len());
        while !text.is_char_boundary(at) {
            at += 1;
        }
        text.insert_str(at, &with);
        let _ = read(&text);
    }
}
