//! The binary: what it writes, where, and how it ends.
#![cfg(feature = "tui")]

mod desk;

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

use desk::{BOATS, Desk, Run, trouble};

#[track_caller]
fn ends(words: &str, status: i32) {
    let run = Desk::new().run(words);
    assert_eq!((run.status, run.err.as_str()), (status, ""), "{words}");
}

// How it ends

#[test]
fn two_alike_end_with_0() {
    ends("a.txt b.txt", 0);
    ends("--format text a.txt b.txt", 0);
    ends("--format json a.txt b.txt", 0);
}

#[test]
fn two_unlike_end_with_1() {
    ends("a.txt c.txt", 1);
    ends("--format text a.txt c.txt", 1);
    ends("--format json a.txt c.txt", 1);
}

#[test]
fn a_file_and_itself_end_with_0_whatever_stands_in_it() {
    let desk = Desk::new()
        .put("page.txt", format!("{BOATS}\nRead more\n\nMarch 3, 2026\n\n* * *\n\nNobody voted against it.\n\n}}}}\n"))
        .put("marks.txt", "* * *\n\n\u{2042}\n\n\u{1F6A2}\n");
    for name in ["page.txt", "marks.txt"] {
        for format in ["text", "json"] {
            let run = desk.run(&format!("--format {format} {name} {name}"));
            assert_eq!((run.status, run.err.as_str()), (0, ""), "{format} {name}: {}", run.out);
        }
        let text = desk.run(&format!("{name} {name}")).out;
        let alone = text.lines().skip(5).filter(|line| line.contains("< ") || line.contains(" >"));
        assert_eq!(alone.collect::<Vec<_>>(), Vec::<&str>::new(), "nothing of it stands alone");
    }
}

#[test]
fn the_same_words_cut_otherwise_end_with_0() {
    let desk = Desk::new().put("cut.txt", BOATS.replace(" on Tuesday", "\n\non Tuesday"));
    assert_eq!(desk.run("a.txt cut.txt").status, 0);
    assert_eq!(desk.run("--format json a.txt cut.txt").status, 0);
}

#[test]
fn two_chosen_of_more_end_as_two() {
    ends(". --left A --right B", 0);
    ends(". --left A --right C", 1);
    ends(". --format json --left A --right B", 0);
    ends(". --format json --left C --right B", 1);
}

#[test]
fn more_than_two_end_with_0() {
    ends(".", 0);
    ends("--format json .", 0);
    ends(". --left C", 0);
    ends("--story ferry", 0);
}

#[test]
fn screens_end_with_0() {
    ends("--keys j a.txt c.txt", 0);
    ends("--format svg a.txt c.txt", 0);
    ends("--format svg --keys j a.txt c.txt", 0);
}

#[test]
fn what_is_no_answer_to_whether_they_differ_ends_with_0() {
    ends("--format markdown a.txt b.txt", 0);
    ends("--format markdown a.txt c.txt", 0);
    ends("--format markdown .", 0);
    ends("--format html a.txt c.txt", 0);
    ends("--format html .", 0);
}

#[test]
fn markdown_is_of_the_two_that_are_shown() {
    let desk = Desk::new();
    let two = desk.run("--format markdown a.txt c.txt").out;
    assert!(two.starts_with("# a and c\n\n- A  a ") && two.contains(" [three] ") && two.contains(" {four} "), "{two}");
    let of_three = desk.run("--format markdown . --left A --right C").out;
    assert_eq!(
        of_three,
        two.replace("B\u{B6}", "C\u{B6}")
            .replace("- B  c", "- C  c")
            .replace("| B c |", "| C c |")
            .replace("in B:", "in C:")
    );
    let plain = desk.run("--format markdown --marks none --ascii a.txt c.txt").out;
    assert!(plain.contains("| B#2 The council voted on Tuesday to order four ferries") && plain.is_ascii(), "{plain}");
}

#[test]
fn markdown_of_a_story_has_its_pages_and_its_pairs() {
    let desk = Desk::new();
    let headings = |words: &str| {
        let run = desk.run(&format!("--format markdown {words}"));
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{words}");
        run.out.lines().filter(|line| line.starts_with("## ")).map(|line| line[3..].to_owned()).collect::<Vec<_>>()
    };
    let all = headings(".");
    assert_eq!(all[0], "Shared wording", "{all:?}");
    assert!(all.iter().any(|line| line.starts_with("Headlines")), "{all:?}");
    assert_eq!(all[all.len() - 3..], ["A a and B b", "A a and C c", "B b and C c"]);
    let of_one = headings(". --right C");
    assert_eq!(of_one[of_one.len() - 2..], ["A a and C c", "B b and C c"]);
    assert!(of_one.iter().all(|line| line != "A a and B b"), "{of_one:?}");
}

#[test]
fn pages_as_text_are_seen_from_the_outlet_that_is_named() {
    let desk = Desk::new();
    for words in ["--left C", "--right C", "--left C --right A"] {
        let run = desk.run(&format!(". --view story --format text {words}"));
        assert!(run.out.contains("Passages, seen from C"), "{words}: {}", run.out);
    }
}

#[test]
fn text_of_a_story_says_what_of_it_is_written() {
    let desk = Desk::new();
    let run = desk.run("a.txt b.txt c.txt -o two.txt");
    assert_eq!(run.status, 0);
    let line = "diptych: written: A a and B b, two of 3; --left and --right name others, --view story writes the pages of all, \
        html and markdown pages and pairs\n";
    assert_eq!(run.err, line);
    for words in [
        "a.txt b.txt c.txt --left A --right C -o other.txt",
        "a.txt b.txt -o pair.txt",
        "a.txt b.txt c.txt --view story -o story.txt",
    ] {
        assert_eq!(desk.run(words).err, "", "{words}");
    }
}

#[test]
fn plain_text_ends_as_text_and_nothing_else_is_plain() {
    for words in ["--plain a.txt b.txt", "--plain --format text ."] {
        ends(words, 0);
    }
    ends("--plain a.txt c.txt", 1);
    let desk = Desk::new();
    for words in ["--format json", "--format html", "-o a.md", "--keys q", "--format tui"] {
        trouble(
            &desk.run(&format!("--plain a.txt c.txt {words}")),
            "--plain: only text is written so, and no screen; add --format text",
        );
    }
    let line = desk.run("--plain a.txt b.txt c.txt -o two.txt").err;
    assert!(line.contains("written: A a and B b, two of 3"), "{line}");
    let story = desk.run("a.txt b.txt c.txt --plain --view story --left C --passages in-all");
    assert_eq!((story.status, story.err.as_str()), (0, ""));
    assert!(story.out.contains("\nPassages, seen from C.\nShown: in all outlets"), "{}", story.out);
}

#[test]
fn a_page_is_of_two_or_of_the_whole_story() {
    let desk = Desk::new();
    let pairs = |words: &str| desk.run(&format!("--format html {words}")).out.matches("class=\"pair\"").count();
    let counts = ["a.txt c.txt", ". --left A --right C", ".", ". --left C", ". --right C"].map(pairs);
    assert_eq!(counts, [1, 1, 3, 2, 2]);
    let named = |words: &str| desk.run(&format!("--format html . {words}")).out.contains("seen from C");
    assert!(named("--left C") && named("--right C") && !named(""));
}

#[cfg(unix)]
#[test]
fn a_file_name_makes_nothing_of_its_own_in_markdown() {
    let desk = Desk::new().put("x\n# y | <b>.txt", BOATS);
    let markdown = Run::of(&mut desk.command(&["--format", "markdown", "x\n# y | <b>.txt", "a.txt"])).out;
    let headings = markdown.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(headings, 1, "{markdown}");
    assert!(!markdown.contains("<b>"), "{markdown}");
}

#[test]
fn help_and_version_are_no_trouble() {
    ends("--help", 0);
    ends("--version", 0);
}

// Trouble

#[test]
fn a_file_that_is_missing() {
    trouble(&Desk::new().run("a.txt nope.txt"), "nope.txt: no such file or folder");
}

#[test]
fn a_folder_without_articles() {
    let endings = diptych::formats::known_endings();
    let line = format!(
        "folder: no articles in this folder ({endings} files are articles; README, LICENSE and LESSON are none)"
    );
    trouble(&Desk::new().put("folder/README.md", BOATS).run("folder"), &line);
}

#[test]
fn a_binary_file() {
    trouble(&Desk::new().put("d.txt", "a\0b").run("a.txt d.txt"), "d.txt: a binary file, not text");
}

#[test]
fn another_encoding() {
    let run = Desk::new().put("d.txt", b"caf\xe9 in the harbour").run("a.txt d.txt");
    assert_eq!((run.status, run.err.as_str()), (1, "diptych: d.txt: read as windows-1252\n"));
    assert!(run.out.contains("café in the harbour"), "{}", run.out);
}

#[test]
fn an_empty_file() {
    trouble(&Desk::new().put("d.txt", "").run("a.txt d.txt"), "d.txt: no text in it");
    trouble(&Desk::new().put("d.txt", " \n\u{FEFF}\n\u{A0}").run("a.txt d.txt"), "d.txt: no text in it");
    trouble(&Run::of(Desk::new().command(&["a.txt", "-"]).write_stdin("")), "-: no text in it");
}

#[test]
fn one_article_only() {
    trouble(&Desk::new().run("a.txt"), "a.txt: one article only; two are needed to compare");
    let export =
        |name: &str| format!("{name}\n\nSection: NEWS\n\nLength: 12 words\n\nIt is said.\n\nEnd of Document\n\n");
    let of_two = Desk::new().put("export.txt", [export("Boats"), export("Nets")].concat());
    let says = "export.txt: 2 articles in it, and only the first is read; save each in a file of its own";
    trouble(&of_two.run("export.txt"), &format!("{says}; two files are needed to compare"));
    assert!(of_two.run("--show-left-out export.txt a.txt").err.contains(says));
    let desk = Desk::new().put("folder/a.txt", BOATS).put("folder/b.txt", "\0");
    trouble(&desk.run("folder"), "folder: one article only; two are needed to compare");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new().put("folder/a.txt", BOATS);
    let allow = |mode| fs::set_permissions(desk.path("folder"), fs::Permissions::from_mode(mode));
    allow(0o000).expect("it is our own");
    if fs::read_dir(desk.path("folder")).is_ok() {
        println!("skipped: nothing is forbidden to root");
    } else {
        trouble(&desk.run("folder"), "folder: permission denied");
    }
    allow(0o700).expect("it is our own");
}

#[test]
fn one_article_on_both_sides() {
    trouble(&Desk::new().run(". --left A --right a.txt"), "A: on both sides; name two articles");
}

#[test]
fn an_article_that_is_not_there() {
    let line = "Q: no article of that letter, file name or name shown; there are A a, B b, C c";
    trouble(&Desk::new().run(". --left Q"), line);
}

#[test]
fn an_article_that_could_be_two() {
    let outlet = |name: &str| format!("---\noutlet: {name}\n---\n{BOATS}");
    let desk = Desk::new().put("1.txt", outlet("Coast Wire")).put("2.txt", outlet("Coast Post"));
    trouble(&desk.run("1.txt 2.txt --right coast"), "coast: not one article only; A and B match");
    let desk = Desk::new().put("folder/a.txt", BOATS);
    trouble(&desk.run("a.txt folder/a.txt --right a.txt"), "a.txt: not one article only; A and B match");
}

#[test]
fn a_story_that_is_not_there() {
    let line = "boats: no such story; there are ferry, counter-espionage, lighthouse";
    trouble(&Desk::new().run("--story boats"), line);
}

#[test]
fn a_key_that_is_not_there() {
    let line = "--keys: unknown key <Foo>; a plain < is written <lt>";
    for format in ["text", "svg", "json", "html", "markdown"] {
        trouble(&Desk::new().run(&format!("a.txt b.txt --keys j<Foo> --format {format}")), line);
    }
}

#[test]
fn no_terminal_for_the_reader() {
    trouble(&Desk::new().run("--format tui"), "standard output: no terminal to read in");
    trouble(&Desk::new().run("--format tui -o out"), "out: the reader is for a terminal; name another --format");
}

#[test]
fn values_that_options_do_not_take() {
    for (words, line) in [
        (
            "--format pdf",
            "invalid value 'pdf' for '--format <FORMAT>' [possible values: tui, text, json, html, jsonl, csv, tsv, markdown, svg, passim]",
        ),
        ("--width 0", "invalid value '0' for '--width <N>': 0 is not in 1..=2000"),
        ("--color red", "invalid value 'red' for '--color <WHEN>' [possible values: auto, always, never]"),
        ("--left", "a value is required for '--left <X>' but none was supplied"),
        ("--nope", "unexpected argument '--nope' found; try --help"),
        ("--story ferry a.txt", "ferry: no such story in a.txt; there is none"),
        ("--story ferry a.txt b.txt", "--story: chooses a story of one folder; 2 paths are named"),
    ] {
        trouble(&Desk::new().run(words), line);
    }
}

#[test]
fn options_that_would_do_nothing_are_refused() {
    let height = "--height: only a screen has a height; add --format svg, or --keys";
    let width = "--width: only a screen and text in columns are set to a width; add --format text";
    let map = "--view map: only a screen shows the map, and html draws it beside the text; add --format svg";
    for (words, line) in [
        ("--format text --height 30", height),
        ("-o page.html --height 30", height),
        ("--format json --width 90", width),
        ("--plain --width 90", "--width: only a screen and text in columns are set to a width; leave out --plain"),
        ("--format csv --view map", map),
        ("--format markdown --view map", map),
        ("--generate man --format html", "--generate: what it prints is of no article; leave out --format"),
        ("--generate bash ferry", "--generate: what it prints is of no article; leave out an article"),
        ("--dump-config --story ferry", "--dump-config: what it prints is of no article; leave out --story"),
        ("--dump-config --generate man", "--generate: --dump-config prints something else; one of them"),
    ] {
        trouble(&Desk::new().run(words), line);
    }
    let desk = Desk::new().put("own.toml", "width = 60\nheight = 20\nview = \"map\"\n");
    let run = desk.run("--config own.toml --format html --story ferry");
    assert_eq!((run.status, run.err.as_str()), (0, ""), "a configuration is for all that is written");
}

// What is read

fn sources(json: &Value) -> Vec<&str> {
    let articles = json["articles"].as_array().expect("there are articles");
    articles.iter().map(|article| article["source"].as_str().expect("a source is text")).collect()
}

#[test]
fn a_folder_holds_text_files_by_name() {
    let mut desk = Desk::new();
    for name in ["README.md", "readme.txt", "License.md", "LESSON.txt", ".hidden.txt", "x.pdf", "x.png", "x"] {
        desk = desk.put(&format!("folder/{name}"), BOATS);
    }
    for name in ["c.MD", "a.txt", "b.markdown", "deeper.txt/x.txt"] {
        desk = desk.put(&format!("folder/{name}"), BOATS);
    }
    assert_eq!(sources(&desk.json("folder")), ["folder/a.txt", "folder/b.markdown", "folder/c.MD"]);
}

#[test]
fn files_keep_the_order_asked_for() {
    assert_eq!(sources(&Desk::new().json("c.txt a.txt b.txt")), ["c.txt", "a.txt", "b.txt"]);
}

#[test]
fn a_binary_file_of_a_folder_is_passed_over_with_a_line() {
    let run = Desk::new().put("b.txt", "a\0b").run(".");
    assert_eq!((run.status, run.err.as_str()), (1, "diptych: ./b.txt: a binary file, not text; passed over\n"));
}

#[test]
fn standard_input_is_an_article() {
    let desk = Desk::new();
    let run = Run::of(desk.command(&["a.txt", "-"]).write_stdin(BOATS));
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let run = Run::of(desk.command(&["-", "c.txt", "--format", "json"]).write_stdin(BOATS));
    assert_eq!(run.status, 1);
    assert_eq!(sources(&serde_json::from_str(&run.out).expect("it is JSON")), ["-", "c.txt"]);
}

#[test]
fn saved_in_other_ways_it_reads_the_same() {
    let kept = [format!("\u{FEFF}{BOATS}"), BOATS.replace('\n', "\r\n"), BOATS.replace('\n', "\u{85}")];
    for other in kept {
        let desk = Desk::new().put("b.txt", &other);
        let json = desk.json("a.txt b.txt");
        assert_eq!(json["articles"][0]["blocks"], json["articles"][1]["blocks"], "{other:?}");
        assert_eq!(desk.run("a.txt b.txt").status, 0, "{other:?}");
    }
}

#[test]
fn no_break_spaces_are_spaces() {
    for space in ["\u{A0}", "\u{202F}", "\u{2007}", " \u{A0}"] {
        let desk = Desk::new().put("b.txt", BOATS.replace(' ', space));
        assert_eq!(desk.run("a.txt b.txt").status, 0, "{space:?}");
    }
}

#[test]
fn a_byte_order_mark_hides_no_front_matter() {
    let desk = Desk::new().put("b.txt", format!("\u{FEFF}---\r\noutlet: Coast Wire\r\n---\r\n{BOATS}"));
    assert_eq!(desk.json("a.txt b.txt")["articles"][1]["outlet"], "Coast Wire");
}

#[test]
fn sides_are_named_by_letter_file_or_outlet() {
    let desk = Desk::new();
    for (left, right, ids) in [
        ("c", "A", ["C", "A"]),
        ("2-harbour-ledger.txt", "ferry/1-coast-wire.txt", ["B", "A"]),
        ("slack", "MORREY", ["D", "C"]),
    ] {
        let json = desk.json(&format!("--story ferry --left {left} --right {right}"));
        let comparison = &json["comparisons"][0];
        assert_eq!([&comparison["left"], &comparison["right"]], ids, "{left} {right}");
    }
}

/// The articles that `--left` and `--right` choose, by id.
#[track_caller]
fn chosen(desk: &Desk, left: &str, right: &str) -> String {
    let json = desk.json(&format!(". --left {left} --right {right}"));
    let id = |side: &str| json["comparisons"][0][side].as_str().expect("an id is text").to_owned();
    id("left") + &id("right")
}

#[test]
fn sides_are_named_as_the_screen_names_them() {
    let desk = Desk { folder: tempfile::tempdir().expect("a folder can be made") }
        .put("cafe\u{301} noir.txt", BOATS)
        .put("harbour-ledger.txt", BOATS)
        .put("harbour.txt", BOATS)
        .put("wire.txt", format!("---\noutlet: Coast Wire\n---\n{BOATS}"));
    for (left, right, ids) in [
        // A part of what a file without an outlet is called, in any case.
        ("noir", "ledger", "AB"),
        ("NOIR", "Harbour-Led", "AB"),
        // However the accent is written.
        ("CAF\u{C9}", "wire", "AD"),
        // The whole name before a part of it.
        ("harbour", "coast", "CD"),
        ("HARBOUR", "b", "CB"),
        // An exact file name before the name shown.
        ("harbour.txt", "wire.txt", "CD"),
    ] {
        assert_eq!(chosen(&desk, left, right), ids, "{left} {right}");
    }
    let run = Run::of(&mut desk.command(&[".", "--left", "d coast wire", "--right", "A", "--format", "json"]));
    assert!(run.out.contains("\"left\": \"D\""), "{}{}", run.out, run.err);
    trouble(&desk.run(". --left rbo"), "rbo: not one article only; B and C match");
    let there = "there are A cafe\u{301} noir, B harbour-ledger, C harbour, D Coast Wire";
    let line = format!("quay: no article of that letter, file name or name shown; {there}");
    trouble(&desk.run(". --left quay"), &line);
}

#[test]
fn one_side_named_leaves_the_first_other() {
    let heads = |words: &str| {
        let run = Desk::new().run(words);
        run.out.lines().take(2).filter_map(|line| line.chars().next()).collect::<String>()
    };
    assert_eq!(heads("."), "AB");
    assert_eq!(heads(". --left A"), "AB");
    assert_eq!(heads(". --left B"), "BA");
    assert_eq!(heads(". --left C"), "CA");
    assert_eq!(heads(". --right A"), "BA");
    assert_eq!(heads(". --right C"), "AC");
}

// Nothing from outside steers the terminal

const HOSTILE: &str =
    "\x1b]0;owned\x07\x1b[2J\u{9B}31m\u{9D}0;owned\u{9C}\u{202E}\u{2066}\x08\x7f\x1bPq\x1b\\\u{90}q\u{9C}\x1bc";

/// Whether a character does more than show itself.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[track_caller]
fn is_tame(text: &str) {
    let wild = text.chars().find(|&c| c != '\n' && steers(c));
    assert_eq!(wild, None, "{text:?}");
}

#[track_caller]
fn all_strings_are_tame(json: &Value) {
    match json {
        Value::String(text) => assert_eq!(text.chars().find(|&c| steers(c)), None, "{text:?}"),
        Value::Array(values) => values.iter().for_each(all_strings_are_tame),
        Value::Object(fields) => fields.values().for_each(all_strings_are_tame),
        _ => {}
    }
}

const FORMATS: [&[&str]; 6] = [
    &["--format", "text"],
    &["--format", "text", "--width", "40"],
    &["--format", "json"],
    &["--format", "svg"],
    &["--keys", "]?"],
    &["--keys", "o"],
];

#[track_caller]
fn every_format_is_tame(desk: &Desk, sources: &[&str]) {
    for format in FORMATS {
        let run = Run::of(&mut desk.command(&[sources, format].concat()));
        assert!(run.status < 2 && !run.out.is_empty(), "{}", run.err);
        is_tame(&run.out);
        is_tame(&run.err);
        if let Ok(json) = serde_json::from_str(&run.out) {
            all_strings_are_tame(&json);
        }
    }
}

#[test]
fn hostile_text_is_tamed_in_every_format() {
    let text = format!(
        "---\noutlet: Coast{HOSTILE} Wire\nbyline: {HOSTILE}Ann\ndate: {HOSTILE}soon\n---\n\
         Harbour{HOSTILE} orders\n\nThe council{HOSTILE} voted.\n"
    );
    let desk = Desk::new().put("a.txt", text);
    every_format_is_tame(&desk, &["a.txt", "c.txt"]);
    // The sequences of ASCII are gone; what is no more than damage leaves what stands around it.
    let outlet = "Coast\u{FFFD}31m\u{FFFD}0;owned\u{FFFD}\u{FFFD}q\u{FFFD} Wire";
    assert_eq!(desk.json("a.txt c.txt")["articles"][0]["outlet"], outlet);
}

#[cfg(unix)]
#[test]
fn hostile_names_are_tamed_in_every_format() {
    let name = format!("x{HOSTILE}\n.txt");
    let desk = Desk::new().put(&name, BOATS).put(&format!("{HOSTILE}/a.txt"), BOATS).put("0\x1b.txt", "\0");
    every_format_is_tame(&desk, &[&name, "c.txt"]);
    every_format_is_tame(&desk, &[HOSTILE, "c.txt"]);
    every_format_is_tame(&desk, &["."]);
}

#[cfg(unix)]
#[test]
fn an_article_is_found_by_its_hostile_name() {
    let name = "x\x1b[31m.txt";
    let run = Run::of(&mut Desk::new().put(name, BOATS).command(&[".", "--left", name, "--right", "A"]));
    assert_eq!((run.status, run.err.as_str()), (0, "diptych: ./x\u{FFFD}[31m.txt says the same as a.txt\n"));
}

#[test]
fn hostile_names_are_tamed_in_messages_and_nothing_is_lost() {
    let desk = Desk::new();
    let name = "x\x1b]0;owned\n\u{9B}y\u{202E}";
    let key = format!("<{name}>");
    let out = format!("no/{name}");
    for (args, line) in [
        (vec![name, "a.txt"], "x�]0;owned �y: no such file or folder"),
        (
            vec![".", "--left", name],
            "x�]0;owned �y: no article of that letter, file name or name shown; there are A a, B b, C c",
        ),
        (vec!["--story", name], "x�]0;owned �y: no such story; there are ferry, counter-espionage, lighthouse"),
        (vec!["--keys", &key], "--keys: unknown key <x�]0;owned �y>; a plain < is written <lt>"),
        (vec![".", "-o", &out], "no/x�]0;owned �y: cannot be written: no such file or folder"),
    ] {
        trouble(&Run::of(&mut desk.command(&args)), line);
    }
    let run = Run::of(&mut desk.command(&["--format", name]));
    assert_eq!((run.status, run.err.lines().count()), (2, 1));
    is_tame(&run.err);
}

// What is written

#[test]
fn no_color_and_never_leave_ink_and_paper() {
    let desk = Desk::new();
    let colours = |args: &[&str], no_color: Option<&str>| {
        let mut command = desk.command(&[&["--format", "svg", "a.txt", "c.txt"], args].concat());
        command.envs(no_color.map(|value| ("NO_COLOR", value)));
        let svg = Run::of(&mut command).out;
        let mut colours: Vec<_> = svg.split('#').skip(1).map(|rest| rest[..6].to_owned()).collect();
        colours.sort_unstable();
        colours.dedup();
        colours
    };
    let ink_and_paper = ["1c1c1c", "ffffff"];
    assert_eq!(colours(&[], Some("1")), ink_and_paper);
    assert_eq!(colours(&["--color", "never"], None), ink_and_paper);
    assert_eq!(colours(&["--theme", "night"], Some("1")), ink_and_paper);
    assert!(colours(&[], None).len() > 4);
    assert!(colours(&[], Some("")).len() > 4);
    assert!(colours(&["--color", "always"], Some("1")).len() > 4);
}

#[test]
fn a_broken_pipe_ends_quietly() {
    for format in ["text", "json", "html", "markdown", "svg"] {
        let (reader, writer) = io::pipe().expect("pipes are known here");
        drop(reader);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_diptych"));
        let run = command.args(["--story", "ferry", "--format", format]).stdout(writer).output().expect("it starts");
        assert_eq!((run.status.code(), run.stderr.as_slice()), (Some(0), &[][..]), "{format}");
    }
}

#[test]
fn a_page_is_as_wide_as_asked_for() {
    for columns in [20, 60, 80, 140] {
        let page = Desk::new().run(&format!("--story lighthouse --width {columns}")).out;
        let widest = page.lines().map(diptych::wrap::width).max();
        assert!(widest <= Some(columns), "{columns}: {widest:?}");
    }
}

#[test]
fn width_is_asked_for_else_columns_else_80() {
    let desk = Desk::new();
    let page = |columns: &str, words: &str| {
        let args: Vec<_> = words.split_whitespace().collect();
        Run::of(desk.command(&args).env("COLUMNS", columns)).out
    };
    assert_eq!(page("60", "--story ferry"), page("", "--story ferry --width 60"));
    assert_eq!(page("60", "--story ferry --width 120"), page("", "--story ferry --width 120"));
    for none in ["", "0", "-3", "wide", "99999999"] {
        assert_eq!(page(none, "--story ferry"), page("", "--story ferry --width 80"), "{none:?}");
    }
}

#[test]
fn a_screen_has_the_rows_asked_for() {
    let rows = |words: &str| Desk::new().run(words).out.lines().count();
    assert_eq!(rows("--keys j"), 24);
    assert_eq!(rows("--keys j --height 50"), 50);
    assert_eq!(rows("--keys j --width 1 --height 1"), 1);
}

#[test]
fn a_screen_is_the_last_before_quitting() {
    let desk = Desk::new();
    let screen = |keys: &str| desk.run(&format!("--keys {keys}")).out;
    assert_eq!(screen("jjq"), screen("jj"));
    assert_eq!(screen("jjqG?"), screen("jj"));
    assert_eq!(screen("jj<C-c>"), screen("jj"));
    assert_ne!(screen("jj?"), screen("jj"));
}

// JSON

/// The block numbers of a side of a link.
fn numbers(link: &Value, side: &str) -> Vec<usize> {
    let numbers = link[side].as_array().expect("a list").iter().map(|number| number.as_u64().expect("a number"));
    numbers.map(|number| usize::try_from(number).expect("it is small")).collect()
}

fn is_one_of(value: &Value, names: &[&str]) -> bool {
    value.as_str().is_some_and(|name| names.contains(&name))
}

#[test]
fn articles_are_of_the_schema() {
    let json = Desk::new().json("--story counter-espionage");
    assert_eq!(json["schema"], "diptych/1");
    for (article, id) in json["articles"].as_array().expect("a list").iter().zip(["A", "B", "C", "D", "E"]) {
        assert_eq!(article["id"], id);
        assert!(article["source"].is_string() && article["words"].is_u64());
        for field in ["outlet", "headline", "byline", "date"] {
            assert!(article[field].is_string() || article.get(field) == Some(&Value::Null), "{field}");
        }
        for (block, number) in article["blocks"].as_array().expect("a list").iter().zip(1_u64..) {
            assert_eq!(block["number"], number);
            let kinds = ["headline", "heading", "byline", "caption", "paragraph", "furniture"];
            assert!(is_one_of(&block["kind"], &kinds), "{block}");
            assert!(block["text"].as_str().is_some_and(|text| !text.is_empty()));
        }
    }
}

#[test]
fn comparisons_are_of_the_schema() {
    let json = Desk::new().json("--story counter-espionage");
    let unit = |value: &Value| value.as_f64().is_some_and(|number| (0.0..=1.0).contains(&number));
    for comparison in json["comparisons"].as_array().expect("a list") {
        let shared = &comparison["shared"];
        assert!(unit(&shared["left"]) && unit(&shared["right"]) && shared["longest_run"].is_u64());
        for link in comparison["links"].as_array().expect("a list") {
            assert!(is_one_of(&link["relation"], &["verbatim", "edited", "reworded", "headline"]), "{link}");
            assert!(link["moved"].is_boolean() && unit(&link["similarity"]), "{link}");
            for segment in ["left", "right"].iter().flat_map(|side| link["segments"][side].as_array().expect("a list"))
            {
                assert!(segment["block"].is_u64() && segment["text"].is_string(), "{segment}");
                let changes = ["wording", "spelling", "case", "punctuation"];
                let change = segment.get("change");
                assert!(is_one_of(&segment["kind"], &["shared", "only", "moved", "elsewhere"]), "{segment}");
                assert_eq!(segment["kind"] == "elsewhere", segment["at"].is_array(), "{segment}");
                assert_eq!(segment["kind"] == "only", change.is_some_and(|change| is_one_of(change, &changes)));
            }
        }
    }
}

#[test]
fn links_are_disjoint_and_their_segments_join_to_the_blocks() {
    let json = Desk::new().json("--story counter-espionage");
    let article = |id: &Value| {
        json["articles"].as_array().expect("a list").iter().find(|article| article["id"] == *id).expect("it is there")
    };
    for comparison in json["comparisons"].as_array().expect("a list") {
        for side in ["left", "right"] {
            let mut seen = Vec::new();
            for link in comparison["links"].as_array().expect("a list") {
                for number in numbers(link, side) {
                    let segments = link["segments"][side].as_array().expect("a list").iter();
                    let of_block = segments.filter(|segment| segment["block"] == number);
                    let joined: String = of_block.filter_map(|segment| segment["text"].as_str()).collect();
                    assert_eq!(joined, article(&comparison[side])["blocks"][number - 1]["text"]);
                    seen.push(number);
                }
            }
            let linked = seen.len();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), linked, "{} {}", comparison["left"], comparison["right"]);
        }
    }
}

#[test]
fn every_pair_is_compared() {
    let pairs = |words: &str| {
        let json = Desk::new().json(words);
        let id = |value: &Value| value.as_str().expect("an id is text").to_owned();
        let comparisons = json["comparisons"].as_array().expect("a list").clone();
        comparisons.iter().map(|pair| id(&pair["left"]) + &id(&pair["right"])).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(pairs("a.txt b.txt"), "AB");
    assert_eq!(pairs("."), "AB AC BC");
    assert_eq!(pairs(". --left C"), "AB AC BC");
    assert_eq!(pairs(". --left C --right A"), "CA");
}

#[test]
fn two_chosen_articles_keep_their_letters() {
    let json = Desk::new().json(". --left C --right A");
    let ids: Vec<_> = json["articles"].as_array().expect("a list").iter().map(|article| &article["id"]).collect();
    assert_eq!(ids, ["C", "A"]);
    assert_eq!(sources(&json), ["./c.txt", "./a.txt"]);
}

#[test]
fn nothing_is_made_up_in_json() {
    let json = Desk::new().json("a.txt c.txt");
    for field in ["outlet", "byline", "date"] {
        assert_eq!(json["articles"][0][field], Value::Null, "{field}");
    }
    assert!(Path::new(sources(&json)[0]).is_relative());
}

#[test]
fn the_widest_line_can_be_set() {
    let widest = |option: &str| {
        let run = Desk::new().run(&format!("--format text --arrangement stacked --width 200 --story ferry {option}"));
        // Gutter and text, without heads and the line that explains the signs.
        let rows = run.out.lines().skip_while(|line| !line.is_empty());
        rows.take_while(|line| !line.starts_with("moved: ")).map(|line| line.chars().count()).max().unwrap_or(0)
    };
    let gutter = 10;
    assert!((70..=80 + gutter).contains(&widest("")), "{}", widest(""));
    assert!((35..=40 + gutter).contains(&widest("--measure 40")));
    assert!((100..=120 + gutter).contains(&widest("--measure 120")));
    trouble(&Desk::new().run("--measure 5"), "invalid value '5' for '--measure <COLUMNS>': 5 is not in 20..=400");
}

/// A row a line, and a table only where a format has one.
#[test]
fn tables_for_spreadsheets_and_scripts() {
    let desk = Desk::new();
    let run = desk.run("--story ferry --format csv");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with(
        "\u{feff}left,right,left_blocks,right_blocks,relation,moved,similarity,shared_words,left_text,right_text,\
        left_outlet,right_outlet\nA,B,"
    ));
    let pairs = |words: &str| {
        let run = desk.run(&format!("--story ferry --format tsv {words}"));
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{words}");
        let mut pairs: Vec<String> = run.out.lines().skip(1).map(|line| line[..3].replace('\t', "")).collect();
        pairs.dedup();
        pairs.join(" ")
    };
    assert_eq!(pairs("--left C"), "CA CB CD");
    assert_eq!(pairs("--right C --table runs"), "AC BC");
    assert_eq!(pairs("--left B --right A"), "BA");
    let run = desk.run("--story ferry --format jsonl --table passages");
    assert!(run.out.lines().all(|line| line.starts_with("{\"passage\":") && line.ends_with('}')), "{}", run.out);
    let run = desk.run("--story ferry --format json --table runs");
    assert_eq!(
        (run.status, run.err.as_str()),
        (2, "diptych: --table: only the formats jsonl, csv and tsv are tables; add --format csv\n")
    );
    let count = |which: &str| {
        desk.run(&format!("--story ferry --format tsv --table passages --passages {which}")).out.lines().count()
    };
    assert!(1 < count("in-all") && count("in-all") < count("all"));
    for words in ["--format csv", "--format jsonl --table runs", "--format json", "--format text", "--keys q"] {
        let refused = "--passages: only html, markdown, the text of --view story and the table of passages list them; add --table passages";
        trouble(&desk.run(&format!("--story ferry --passages in-all {words}")), refused);
    }
    for format in ["html", "markdown"] {
        let refused = "--passages: two articles are written without the pages of their story, which list them; name one of them, or none";
        trouble(&desk.run(&format!("--story ferry --left A --right B --passages in-all --format {format}")), refused);
        assert_eq!(desk.run(&format!("--story ferry --left A --passages in-all --format {format}")).status, 0);
    }
}
