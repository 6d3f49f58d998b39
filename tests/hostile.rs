//! What damaged and hostile texts come to: nothing steers the terminal, nothing vanishes without a word.
#![cfg(feature = "tui")]

use std::fs;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;
use unicode_segmentation::UnicodeSegmentation;

const BOATS: &str = "The council voted on Tuesday to order three ferries for the crossing.\n\nNobody spoke.\n";

/// A folder with files to compare.
struct Desk(TempDir);

/// What a run wrote.
struct Written {
    status: Option<i32>,
    out: String,
    said: String,
}

impl Desk {
    /// `a.txt` holds a text, `b.txt` another one.
    fn of(text: &str) -> Self {
        Self(TempDir::new().expect("a folder can be made")).put("a.txt", text).put("b.txt", BOATS)
    }

    fn put(self, name: &str, text: &str) -> Self {
        fs::write(self.0.path().join(name), text).expect("a file can be written");
        self
    }

    fn run(&self, arguments: &[&str]) -> Written {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.current_dir(&self.0).args(arguments).env("XDG_CONFIG_HOME", self.0.path()).env_remove("COLUMNS");
        let output = command.output().expect("the binary starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is UTF-8");
        Written { status: output.status.code(), out: text(output.stdout), said: text(output.stderr) }
    }

    fn json(&self) -> Value {
        let Written { out, said, .. } = self.run(&["--format", "json", "a.txt", "b.txt"]);
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out} {said}"))
    }

    /// The texts of the blocks of `a.txt`.
    fn blocks(&self) -> Vec<String> {
        let json = self.json();
        let blocks = json["articles"][0]["blocks"].as_array().expect("a list").iter();
        blocks.map(|block| block["text"].as_str().expect("a text").to_owned()).collect()
    }

    /// What is said of the files on standard error.
    fn said(&self) -> String {
        self.run(&["--format", "text", "a.txt", "b.txt"]).said
    }
}

#[test]
fn a_wrong_decoding_costs_no_word() {
    // Quotation marks and an ellipsis of UTF-8 that were read as Latin-1.
    let (open, close) = ("\u{E2}\u{80}\u{9C}", "\u{E2}\u{80}\u{9D}");
    let desk = Desk::of(&format!(
        "The clerk rose. {open}We waited,{close} she said\u{E2}\u{80}\u{A6} and sat down.\n\nNobody spoke.\n"
    ));
    assert_eq!(desk.blocks(), ["The clerk rose. “We waited,” she said… and sat down.", "Nobody spoke."]);
    assert_eq!(desk.said(), "diptych: a.txt: 3 places that were decoded with the wrong table are mended\n");
    // One that cannot be told, with what is said of it.
    let desk = Desk::of("The boats\u{E2}\u{90} left.\n\nNobody spoke.\n");
    assert_eq!(desk.blocks()[0], "The boats\u{E2}\u{FFFD} left.");
    let said = "diptych: a.txt: 1 control character shown as \u{FFFD}; the file may have been decoded wrongly\n";
    assert_eq!(desk.said(), said);
    // Where other sequences of these characters would begin, too; some are signs of windows-1252.
    for c in '\u{80}'..='\u{9F}' {
        let shown = Desk::of(&format!("The boats{c} left.\nNobody spoke.\n")).blocks()[0].clone();
        let sign = shown.strip_prefix("The boats").and_then(|rest| rest.strip_suffix(" left."));
        assert!(sign.is_some_and(|sign| "�€…‘’“”•–—™".contains(sign)), "{shown}");
    }
}

#[test]
fn sequences_go_whole_and_are_said() {
    let desk = Desk::of("The \x1b[31mthree\x1b[0m boats\x1b]0;title\x07 left\x08.\n\nNobody\x1b]0;spoke.\n");
    assert_eq!(desk.blocks(), ["The three boats left.", "Nobody0;spoke."]);
    assert_eq!(desk.said(), "diptych: a.txt: 2 control characters and 3 terminal sequences taken out\n");
    let screen = desk.run(&["--keys", "", "--width", "120", "a.txt", "b.txt"]);
    assert!(screen.out.contains("a.txt: 2 control characters and 3 terminal sequences taken out"), "{}", screen.out);
    assert_eq!(screen.said, desk.said());
}

#[test]
fn what_is_clean_is_no_news() {
    let desk = Desk::of("\u{FEFF}The\tboats left.\r\n\r\nNo\u{AD}body \u{200B}spoke \u{2764}\u{FE0F}.\r\n");
    assert_eq!(desk.blocks(), ["The boats left.", "Nobody spoke \u{2764}."]);
    assert_eq!(desk.said(), "");
}

#[test]
fn each_file_of_a_folder_is_said() {
    let desk = Desk::of("The boats\x01 left.\n").put("c.txt", "---\ntitle: X\nrating: Y\n---\nThe\u{FFFE} boats.\n");
    let said = desk.run(&["--format", "text", "."]).said;
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    assert!(lines[0].ends_with("a.txt: 1 control character taken out"), "{said}");
    let front = "1 line of its front matter is not used: rating";
    assert!(lines[1].ends_with(&format!("c.txt: 1 noncharacter shown as \u{FFFD}; {front}")), "{said}");
    let screen = desk.run(&["--keys", "", "--width", "120", "."]).out;
    let first = "2 messages, :messages shows all · ";
    assert!(screen.contains(first) && screen.contains("a.txt: 1 control character taken out"), "{screen}");
}

#[test]
fn dialogue_between_rules_is_text() {
    let dialogue = ["---", "Clerk: Why now?", "Master: The boats are old.", "---", "Nobody spoke."];
    let desk = Desk::of(&dialogue.join("\n"));
    assert_eq!(desk.blocks(), dialogue);
    assert_eq!(desk.said(), "");
    let said = ["---", "The master said: no.", "Nobody knows why: it rained.", "---", "Nobody spoke."];
    assert_eq!(Desk::of(&said.join("\n")).blocks(), said);
    // A known key among lines that are none of front matter.
    let mixed = ["---", "title: Boats", "The master said: no.", "---", "Nobody spoke."];
    assert_eq!(Desk::of(&mixed.join("\n")).blocks(), mixed);
}

#[test]
fn front_matter_says_what_of_it_is_not_used() {
    let desk = Desk::of("---\ntitle: Boats by spring\nmayor: we will build\nmood:\n  - boats\n---\nNobody spoke.\n");
    assert_eq!(desk.blocks(), ["Boats by spring", "Nobody spoke."]);
    assert_eq!(desk.said(), "diptych: a.txt: 3 lines of its front matter are not used: mayor, mood\n");
}

/// Whether all characters may stand in XML 1.0.
fn is_in_xml(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..))
}

#[test]
fn pictures_are_xml_whatever_is_in_text_names_and_keys() {
    let odd = "\u{FFFF}\u{FFFE}\u{FDD0}\u{1FFFF}\u{9D}\u{1}";
    let desk = Desk::of(&format!("---\noutlet: Wire{odd}\ntitle: Boats{odd}\n---\nThe boats{odd} left.\n"));
    let picture = desk.run(&["--format", "svg", "a.txt", "b.txt"]).out;
    assert!(picture.ends_with("</svg>\n") && is_in_xml(&picture), "{picture}");
    for keys in [format!("/x{odd}y"), format!("o{odd}"), format!(":{odd}")] {
        let picture = desk.run(&["--format", "svg", "--keys", &keys, "a.txt", "b.txt"]).out;
        assert!(picture.ends_with("</svg>\n") && is_in_xml(&picture), "{picture}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_are_cleaned_as_texts() {
    let desk = Desk::of(BOATS).put("c\u{FFFF}\u{2028}\u{E0041}d.txt", "The boats\x01 left.\n");
    let written = desk.run(&["--format", "json", "a.txt", "c\u{FFFF}\u{2028}\u{E0041}d.txt"]);
    assert_eq!(written.said, "diptych: c\u{FFFD} d.txt: 1 control character taken out\n");
    assert!(written.out.contains("\"c\u{FFFD} d.txt\""), "{}", written.out);
}

#[test]
fn what_is_typed_is_cleaned_as_what_is_read() {
    let desk = Desk::of(BOATS);
    for keys in ["/x\u{2028}y\u{2029}z", "ox\u{2028}y\u{2029}z", ":x\u{2028}y\u{2029}z"] {
        let screen = desk.run(&["--keys", keys, "a.txt", "b.txt"]).out;
        assert!(!screen.contains(['\u{2028}', '\u{2029}']) && screen.contains("x y z"), "{screen}");
        let odd = keys.replace(['\u{2028}', '\u{2029}'], "\u{FFFF}\u{E0041}\u{202E}");
        let screen = desk.run(&["--keys", &odd, "a.txt", "b.txt"]).out;
        assert!(!screen.contains(['\u{FFFF}', '\u{E0041}', '\u{202E}']), "{screen}");
    }
}

#[test]
fn no_cell_holds_a_whole_text() {
    for unit in [
        "\u{301}\u{200D}",
        "\u{1161}",
        "\u{1100}",
        "\u{11A8}",
        "\u{600}",
        "\u{915}\u{94D}\u{200D}",
        "\u{915}\u{94D}",
        "\u{1F468}\u{200D}",
        "\u{200C}",
        "\u{E33}",
    ] {
        let desk = Desk::of(&format!("The boats.\n\nword e{} end\n", unit.repeat(2000)));
        for arguments in [&["--format", "text", "--width", "80"][..], &["--keys", "", "--width", "80"]] {
            let written = desk.run(&[arguments, &["a.txt", "b.txt"]].concat()).out;
            let longest = written.graphemes(true).map(|cluster| cluster.chars().count()).max();
            // A sign that is put before a cluster may be joined by it.
            assert!(longest.is_some_and(|longest| longest <= 17), "{longest:?} {}", unit.escape_unicode());
        }
        assert!(desk.blocks()[1].ends_with(" end"));
    }
}

#[test]
fn what_is_piled_up_is_said() {
    let desk = Desk::of(&format!("The boats.\n\nword e{} end\n", "\u{301}\u{200D}".repeat(100)));
    assert_eq!(desk.said(), "diptych: a.txt: 186 characters piled on others taken out\n");
}

#[test]
fn what_differs_by_what_joins_it_differs() {
    let tags =
        |tags: &str| tags.chars().map(|c| char::from_u32(0xE0000 + u32::from(c)).expect("a tag")).collect::<String>();
    let flag = |region: &str| format!("\u{1F3F4}{}\u{E007F}", tags(region));
    for (left, right) in [
        (flag("gbeng"), flag("gbsct")),
        (flag("gbeng"), "\u{1F3F4}".to_owned()),
        ("\u{1F1E9}\u{1F1EA}".to_owned(), "\u{1F1EB}\u{1F1F7}".to_owned()),
        ("\u{1F44D}\u{1F3FB}".to_owned(), "\u{1F44D}\u{1F3FF}".to_owned()),
        ("\u{1F469}\u{200D}\u{1F680}".to_owned(), "\u{1F469}\u{1F680}".to_owned()),
        ("1\u{20E3}".to_owned(), "1".to_owned()),
    ] {
        let text = |sign: &str| format!("The {sign} left the harbour.\n");
        let desk = Desk::of(&text(&left)).put("b.txt", &text(&right));
        let written = desk.run(&["--format", "text", "--width", "120", "a.txt", "b.txt"]);
        assert_eq!(written.status, Some(1), "{}", left.escape_unicode());
        assert!(written.out.contains(&left) && written.out.contains(&right), "{}", written.out);
        assert_eq!(written.said, "");
        let same = Desk::of(&text(&left)).put("b.txt", &text(&left));
        assert_eq!(same.run(&["--format", "text", "a.txt", "b.txt"]).status, Some(0));
    }
}

#[test]
fn marks_with_nothing_between_them_are_no_quotation() {
    for marks in ["“ ”", "\" \"", "« »", "„ “", "「\u{3000}」", "“”", "‘ ’", "“\u{a0}”"] {
        let desk = Desk::of(&format!("The harbour board met on Monday.\n\nHe said {marks} to me.\n"));
        for arguments in [
            &["--format", "json", "a.txt", "b.txt"][..],
            &["--format", "text", "--view", "story", "a.txt", "b.txt"],
            &["--format", "csv", "--table", "quotations", "a.txt", "b.txt"],
            &["--format", "html", "a.txt", "b.txt"],
            &["--keys", "eeL", "--width", "80", "--height", "24", "a.txt", "b.txt"],
            &["--keys", "v<Tab><Tab><Tab><Tab>", "--width", "80", "--height", "24", "a.txt", "b.txt"],
        ] {
            let written = desk.run(arguments);
            assert!(matches!(written.status, Some(0 | 1)), "{marks} {arguments:?}: {}", written.said);
        }
    }
}
