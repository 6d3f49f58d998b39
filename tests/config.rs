//! The program with files of its own: configuration and places.
#![cfg(feature = "tui")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use assert_cmd::Command;
use diptych::article::Article;
use diptych::keys;
use diptych::options;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::kept::Kept;
use diptych::tui::places::{Places, Saved};
use diptych::tui::state::{Message, Opening, PlaceMemory};
use diptych::wrap::Ambiguous;
use tempfile::TempDir;

/// A home of its own, so that nobody's configuration is read.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("there is room for a folder"))
    }

    fn with(configuration: &str) -> Self {
        let home = Self::new();
        home.write("config/diptych/config.toml", configuration);
        home
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    /// Runs the program, and returns its status, output and what it says of trouble.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::cargo_bin("diptych").expect("it is built");
        command.env_clear().env("HOME", self.0.path()).args(arguments);
        command.env("XDG_CONFIG_HOME", self.path("config")).env("XDG_STATE_HOME", self.path("state"));
        let output = command.output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it writes UTF-8");
        (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
    }
}

/// How many columns the widest line has.
fn widest(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
}

#[test]
fn the_command_line_comes_before_the_file_and_the_file_before_the_default() {
    let home = Home::with("arrangement = \"stacked\"\nwidth = 100\n");
    let is_facing = |text: &str| text.contains("│  1    1 │");
    let (_, of_file, said) = home.run(&[]);
    assert_eq!(said, "");
    assert!(!is_facing(&of_file), "{of_file}");
    assert!(is_facing(&home.run(&["--arrangement", "facing"]).1));
    assert!(is_facing(&Home::new().run(&["--width", "100"]).1));
    assert!((90..=100).contains(&widest(&of_file)), "{}", widest(&of_file));
    assert!(widest(&home.run(&["--width", "60"]).1) <= 60);
}

#[test]
fn what_is_not_understood_is_said_line_by_line_and_the_rest_is_used() {
    let home = Home::with("thme = \"night\"\nwidth = 60\nascii = tru\n[keys]\nmap = \"j\"\n");
    let (status, text, said) = home.run(&[]);
    let lines: Vec<&str> = said.lines().collect();
    let name = home.path("config/diptych/config.toml");
    let shown = "~/config/diptych/config.toml";
    let said = |line: &str, what: &str| format!("diptych: {shown}:{line}: {what}");
    assert!(name.exists());
    assert_eq!(
        lines,
        [
            said("1", "unknown option \"thme\"; the nearest is \"theme\""),
            said("3", "ascii: a text stands in quotation marks"),
            said("5", "map: j is taken by row-down"),
        ]
    );
    assert_eq!(status, 0);
    assert!(widest(&text) <= 60, "{text}");
}

#[test]
fn lists_of_words_mark_what_the_file_says() {
    let home = Home::with("");
    home.write("lists.toml", "[lists]\nhedges = false\nreporting = [\"[neutral]\", \"burble, burbles\"]\n");
    home.write("a.txt", "Holm waits\n\nThe boats may be late on Monday, the council burbles and says.\n");
    home.write("b.txt", "Holm waits\n\nThe boats were late on Monday, as the council had said.\n");
    let [a, b, lists] = ["a.txt", "b.txt", "lists.toml"].map(|name| home.path(name).display().to_string());
    let marked = |options: &[&str]| {
        let json = home.run(&[&["--format", "json", &a, &b], options].concat()).1;
        let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        let verbs = json["evidence"]["verbs"].as_array().expect("they are marks").iter();
        verbs.map(|mark| mark["text"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marked(&[]), ["may", "says", "said"]);
    assert_eq!(marked(&["--config", &lists]), ["burbles", "says", "said"]);
}

#[test]
fn a_file_that_cannot_be_read_is_one_line() {
    let home = Home::new();
    fs::create_dir_all(home.path("config/diptych/config.toml")).expect("a folder can be made");
    for arguments in [&[][..], &["--config", "/nowhere/at/all.toml"]] {
        let (status, text, said) = home.run(arguments);
        assert_eq!((status, said.lines().count()), (0, 1), "{said}");
        assert_ne!(text, "", "the defaults give a text");
        assert!(said.starts_with("diptych: ") && said.contains("the defaults are used"), "{said}");
    }
    home.write("latin", "width = 60 # caf\u{e9}\n");
    fs::write(home.path("latin"), b"# caf\xe9\nwidth = 60\n").expect("a file can be written");
    let (_, text, said) = home.run(&["--config", &home.path("latin").to_string_lossy()]);
    assert_eq!(said, "diptych: ~/latin:1: not UTF-8 text\n");
    assert!(widest(&text) <= 60, "{text}");
}

#[test]
fn another_file_can_be_named() {
    let home = Home::with("width = 60\n");
    home.write("other.toml", "width = 90\n");
    let (_, text, said) = home.run(&["--config", &home.path("other.toml").to_string_lossy()]);
    assert_eq!(said, "");
    assert!(widest(&text) > 80, "{text}");
}

#[test]
fn keys_that_are_played_read_neither_configuration_nor_places() {
    let home = Home::with("ascii = true\nnonsense\n[keys]\nquit = \"j\"\n");
    home.write("state/diptych/places.json", "nonsense");
    let (status, screen, said) = home.run(&["--keys", "jj]", "--width", "80", "--height", "24"]);
    let (_, plain, _) = Home::new().run(&["--keys", "jj]", "--width", "80", "--height", "24"]);
    assert_eq!((status, said.as_str()), (0, ""));
    assert_eq!(screen, plain);
}

#[test]
fn text_follows_it() {
    let home = Home::with("width = 100\n");
    let text = |options: &[&str]| home.run(&[&["--format", "text"], options].concat()).1;
    let usual = text(&[]);
    assert!(usual.contains('│') && usual.contains("[only left]") && usual.contains("{47}"), "{usual}");
    let ascii = text(&["--ascii"]);
    assert!(!ascii.contains(['│', '≈', '·', '┊', '↓', '¶']) && ascii.contains("|v"), "{ascii}");
    assert_eq!(ascii.lines().count(), usual.lines().count());
    for arrangement in ["facing", "inline", "stacked"] {
        let plain = text(&["--marks", "none", "--arrangement", arrangement]);
        assert!(!plain.contains(['[', '{']) && plain.contains("47"), "{plain}");
        let wide = text(&["--ambiguous-width", "wide", "--arrangement", arrangement]);
        let widest = wide.lines().map(|line| Ambiguous::Wide.width(line)).max();
        assert!(widest.is_some_and(|widest| (60..=100).contains(&widest)), "{widest:?}\n{wide}");
    }
}

#[test]
fn what_is_on_the_screen_first_can_be_set() {
    let home = Home::with("view = \"story\"\n");
    assert!(home.run(&[]).1.starts_with("Shared wording"));
    assert_eq!(home.run(&["--view", "reader"]).1, Home::new().run(&[]).1);
}

#[test]
fn what_is_written_for_programs_does_not_depend_on_it() {
    let home = Home::with("nonsense\nwidth = 60\n");
    let (_, json, said) = home.run(&["--format", "json"]);
    assert_eq!(said, "");
    assert_eq!(json, Home::new().run(&["--format", "json"]).1);
}

#[test]
fn what_is_written_for_programs_depends_on_one_that_is_named() {
    let home = Home::with("");
    home.write("named.toml", "[patterns]\nfurniture = \"aus dem hafen…\"\n");
    home.write("a.txt", "Neue Boote\n\nAus dem Hafen von Holm\n\nDer Rat hat am Dienstag neue Boote bestellt.\n");
    home.write("b.txt", "Boote\n\nDer Rat hat am Dienstag neue Boote bestellt.\n");
    let [a, b, named] = ["a.txt", "b.txt", "named.toml"].map(|name| home.path(name).to_string_lossy().into_owned());
    let (_, json, said) = home.run(&["--format", "json", "--config", &named, &a, &b]);
    assert_eq!((json.matches("furniture").count(), said.as_str()), (1, ""));
    assert_eq!(home.run(&["--format", "json", &a, &b]).1.matches("furniture").count(), 0);
}

#[test]
fn the_dump_is_a_configuration_that_changes_nothing() {
    let (status, dump, said) = Home::new().run(&["--dump-config"]);
    assert_eq!((status, said.as_str(), options::read(&dump).1), (0, "", vec![]));
    let (_, text, said) = Home::with(&dump).run(&[]);
    assert_eq!(said, "");
    assert_eq!(text, Home::new().run(&[]).1);
}

#[test]
fn every_option_of_the_file_is_one_of_the_command_line() {
    let (_, help, _) = Home::new().run(&["--help"]);
    let (_, dump, _) = Home::new().run(&["--dump-config"]);
    let options = dump.split("[keys]").next().unwrap_or_default();
    let named = options.lines().filter_map(|line| line.trim_start_matches("# ").split_once(" ="));
    let names: Vec<&str> = named.map(|(name, _)| name).filter(|name| !name.contains(' ')).collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        assert!(help.contains(&format!("--{name}")), "{name}");
    }
}

#[test]
fn the_readme_lists_all_options() {
    let readme = include_str!("../README.md");
    let list = readme.split_once("<!-- options -->").and_then(|(_, rest)| rest.split_once("<!-- end of options -->"));
    let list = list.expect("the list stands between two marks").0.trim();
    let expected = options::readme();
    let is_same = list.lines().eq(expected.lines());
    assert!(is_same, "between the marks of the README stands:\n\n{list}\n\nand should stand:\n\n{expected}");
}

fn story() -> Arc<Story> {
    let text =
        |word: &str| (1..40).map(|n| format!("The {word} paragraph number {n} says so.\n\n")).collect::<String>();
    let articles = [("x/a.txt", "first"), ("x/b.txt", "second"), ("x/c.txt", "third")];
    Arc::new(Story::new("x", articles.iter().map(|(name, word)| Article::read(name, &text(word))).collect()))
}

/// Reads a story with keys and returns the model.
fn read(memory: PlaceMemory, size: (u16, u16), typed: &str) -> Model {
    let opening = Opening { memory: Some(memory), ..Opening::new(story(), Pair::new(0, 1)) }.sized(size.0, size.1);
    let mut model = Model::new(opening);
    for key in keys::parse(typed).expect("the keys are known") {
        model.update(Message::Key(key));
    }
    model.reader.remember();
    model
}

fn memory(known: Places, recalls: bool) -> PlaceMemory {
    PlaceMemory::new("x", Some("/x".to_owned()), recalls, known)
}

fn kept(model: &Model) -> Places {
    model.reader.memory.as_ref().expect("places are kept").kept.clone()
}

#[test]
fn a_story_opens_where_it_was_left_at_any_width() {
    let left = read(memory(Places::default(), true), (100, 24), "<Tab>3}}}}}");
    let known = kept(&left);
    let block = left.reader.block(Side::Right);
    assert!(block >= 4);
    for size in [(100, 24), (60, 12), (200, 60)] {
        let again = read(memory(known.clone(), true), size, "");
        assert_eq!(
            (again.reader.pair.shown, again.reader.position.focus, again.reader.block(Side::Right)),
            (Pair::new(0, 2), Side::Right, block)
        );
        assert!(kept(&again).is_empty(), "nobody moved, so nothing is news");
    }
    let asked = read(memory(known, false), (100, 24), "");
    assert_eq!((asked.reader.pair.shown, asked.reader.viewport().cursor), (Pair::new(0, 1), 0));
}

#[test]
fn what_is_gone_is_not_gone_to() {
    let mut known = Places::default();
    let articles = Pair::new("a.txt".to_owned(), "gone.txt".to_owned());
    known.keep("/x", &Saved { articles, side: Side::Right, block: 9, byte: 0 });
    assert_eq!(read(memory(known, true), (100, 24), "").reader.viewport().cursor, 0);
    let mut known = Places::default();
    let articles = Pair::new("b.txt".to_owned(), "a.txt".to_owned());
    known.keep("/x", &Saved { articles, side: Side::Left, block: 9_999, byte: 9_999 });
    let model = read(memory(known, true), (100, 24), "");
    assert_eq!(
        (model.reader.pair.shown, model.reader.block(Side::Left)),
        (Pair::new(1, 0), model.reader.pair.articles().left.blocks.len() - 1)
    );
}

#[test]
fn who_never_moves_keeps_nothing() {
    assert!(kept(&read(memory(Places::default(), true), (100, 24), "?<Esc>tw")).is_empty());
}

#[test]
fn stories_are_kept_apart_in_one_sitting() {
    // Down in the first story, then another one from the list of outlets and stories, and back.
    let model = read(memory(Places::default(), true), (100, 24), "}}}o<PgDn><PgDn><Enter>jj");
    let known = kept(&model);
    assert_ne!(model.reader.pair.story.name, "x");
    assert!(known.saved("/x").is_some() && known.saved(&format!("bundled:{}", model.reader.pair.story.name)).is_some());
    assert_eq!(read(memory(known, true), (100, 24), "").reader.block(Side::Left), 3);
}

#[test]
fn no_words_of_the_articles_are_kept() {
    let text = kept(&read(memory(Places::default(), true), (100, 24), "}}}}")).write();
    assert!(text.contains("a.txt") && !text.contains("paragraph"), "{text}");
}
