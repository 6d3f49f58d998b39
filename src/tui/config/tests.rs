use proptest::prelude::*;

use super::*;

/// What is reported of a text, as `2: what`.
fn reports(text: &str) -> Vec<String> {
    read(text).1.iter().map(|report| format!("{}: {}", report.line, report.what)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(reports(text), expected, "{text}");
}

#[test]
fn options_are_read() {
    let text = "arrangement = \"stacked\"\ntheme = \"paper\"\ncolor = \"never\"\nmarks = \"shared\"\nfold = \"echoes\"\n\
                small-differences = false\nshift = -4\nmeasure = 60\nwidth = 0x50\nheight = 30\nascii = true\nstory = \"ferry\"\n\
                ambiguous-width = \"wide\"\nremember = false\nview = \"map\"\n";
    let expected = Config {
        story: Some("ferry".to_owned()),
        view: Some(First::Map),
        arrangement: Some(Arrangement::Stacked),
        theme: Some("paper".to_owned()),
        color: Some(Color::Never),
        marks: Some(Marks::Shared),
        fold: Some(Folding::Echoes),
        small: Some(false),
        measure: Some(60),
        shift: Some(-4),
        width: Some(80),
        height: Some(30),
        ascii: Some(true),
        ambiguous: Some(Ambiguous::Wide),
        remember: Some(false),
        keymap: None,
    };
    assert_eq!(read(text), (expected, vec![]));
    assert_eq!(text.lines().count(), options::OPTIONS.len());
}

#[test]
fn nothing_asks_for_nothing() {
    assert_eq!(read(""), (Config::default(), vec![]));
    assert_eq!(Config::default().settings(), Settings::default());
}

#[test]
fn one_comes_before_another() {
    let (one, other) = (read("ascii = true\n").0, read("ascii = false\nshift = 2\n").0);
    let both = one.over(other);
    assert_eq!((both.ascii, both.shift, both.marks), (Some(true), Some(2), None));
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
    check("xyzzy = 1", &["1: unknown option \"xyzzy\""]);
    check("left = \"A\"", &["1: \"left\" belongs on the command line"]);
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
    let text = "[keys]\nquit = \"<Foo>\"\nmap = [\"jj\", \"<F2>\"]\ntheme = 3\n";
    check(
        text,
        &[
            "2: quit: \"<Foo>\" is not one key; keys are written \"j\", \"<Space>\", \"<C-d>\"",
            "3: map: \"jj\" is not one key; keys are written \"j\", \"<Space>\", \"<C-d>\"",
            "4: theme: a key in quotation marks is wanted, not an integer",
        ],
    );
    let keymap = read(text).0.keymap.expect("keys were asked for");
    assert_eq!((keymap.shown(Action::Map), keymap.shown(Action::Quit)), ("F2".to_owned(), "q Ctrl-C".to_owned()));
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
    let keymap = read(text).0.keymap.expect("keys were asked for");
    assert_eq!(keymap.shown(Action::Theme), "T");
    assert_eq!(keymap.shown(Action::Map), "m");
}

#[test]
fn a_line_that_is_no_toml_is_one_report_and_the_rest_is_used() {
    for broken in
        ["theme = nigth", "theme = \"night", "theme", "= 3", "theme = [\"night\"", "\"", "[keys", "a = 1 b = 2"]
    {
        let text = format!("# first\n{broken}\nascii = true\n");
        let (config, reports) = read(&text);
        assert_eq!(config, Config { ascii: Some(true), ..Config::default() }, "{broken}");
        assert_eq!(reports.iter().map(|report| report.line).collect::<Vec<_>>(), [2], "{broken}: {reports:?}");
    }
}

#[test]
fn an_option_named_twice_is_said() {
    let (config, reports) = read("ascii = true\nascii = false\n");
    assert_eq!((config.ascii, reports.len(), reports[0].line), (Some(true), 1, 2));
}

#[test]
fn the_dump_is_read_without_a_report_and_changes_nothing() {
    let (config, reports) = read(&dump());
    assert_eq!(reports, []);
    assert_eq!(config.settings(), Settings::default());
    assert_eq!(config.keymap, Some(Keymap::default()));
    assert_eq!((config.theme.as_deref(), config.color, config.remember), (Some("auto"), Some(Color::Auto), Some(true)));
    for option in options::OPTIONS {
        assert!(
            dump().contains(&format!("\n{} = ", option.name)) || dump().contains(&format!("\n# {} =", option.name))
        );
    }
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
