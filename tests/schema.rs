//! The JSON Schema that is generated, held against what is written as JSON.
#![cfg(feature = "tui")]

use std::collections::BTreeSet;
use std::fs;

use assert_cmd::Command;
use diptych::align::Pass;
use diptych::comparison::Relation;
use diptych::draft::Kind;
use diptych::evidence::compared::{DateKind, FigureKind};
use diptych::evidence::figures::Exactness;
use diptych::evidence::ledger::QuotationKind;
use diptych::evidence::quotations::Manner;
use diptych::evidence::said_by::SpeakerKind;
use diptych::intake::bundled;
use diptych::story::naming::Finding;
use jsonschema::Validator;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Runs the binary in a folder and returns the JSON that it writes.
#[track_caller]
fn run(folder: &TempDir, arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    let output = command.current_dir(folder).args(arguments).output().expect("the binary starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {said}");
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder can be made")
}

fn schema() -> Value {
    run(&folder(), &["--generate", "schema"])
}

fn validator(schema: &Value) -> Validator {
    jsonschema::meta::validate(schema).expect("it is a schema");
    jsonschema::draft202012::new(schema).expect("it can be used")
}

/// What is wrong with a document, in lines; nothing if it is valid.
fn trouble(validator: &Validator, document: &Value) -> Vec<String> {
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[track_caller]
fn is_valid(validator: &Validator, document: &Value) {
    assert_eq!(trouble(validator, document), Vec::<String>::new());
}

/// The whole of a bundled story.
fn bundled(name: &str) -> Value {
    run(&folder(), &["--story", name, "--format", "json"])
}

/// Compares texts, each in a file of its own.
#[track_caller]
fn compared(texts: &[&str]) -> Value {
    let folder = folder();
    let names: Vec<String> = (1..=texts.len()).map(|number| format!("{number}.txt")).collect();
    for (name, text) in names.iter().zip(texts) {
        fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    let names = names.iter().map(String::as_str);
    run(&folder, &["--format", "json"].into_iter().chain(names).collect::<Vec<_>>())
}

/// The words that a definition allows, each of which has a description.
fn words(schema: &Value, name: &str) -> BTreeSet<String> {
    let list = schema["$defs"][name]["oneOf"].as_array().unwrap_or_else(|| panic!("{name} lists its words"));
    let word = |entry: &Value| {
        assert!(entry["description"].is_string(), "{name}: {entry}");
        entry["const"].as_str().expect("a word").to_owned()
    };
    list.iter().map(word).collect()
}

fn set(words: &[&str]) -> BTreeSet<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn no_definition_is_renamed() {
    let schema = schema();
    let known = schema["$defs"].as_object().expect("definitions by name");
    let names = [
        "Article",
        "Because",
        "Block",
        "BlockKind",
        "Change",
        "Comparison",
        "Credit",
        "Finding",
        "Link",
        "Parts",
        "Pass",
        "Passage",
        "Quoted",
        "Relation",
        "Segment",
        "SegmentKind",
        "Shared",
        "Sharing",
        "Sides",
        "Source",
        "Story",
        "Trace",
        "Evidence",
        "Quotation",
        "Said",
        "Speaker",
        "Against",
        "Figures",
        "Figure",
        "Dates",
        "Date",
        "Name",
        "Place",
        "ListedWords",
        "Swap",
        "BlockPlace",
    ];
    let gone: Vec<&str> = names.into_iter().filter(|&name| !known.contains_key(name)).collect();
    assert!(gone.is_empty(), "{gone:?} of {:?}", known.keys());
}

#[test]
fn bundled_stories_and_all_their_pairs_are_valid() {
    let validator = validator(&schema());
    let names = bundled::names();
    assert!(names.len() >= 3, "{names:?}");
    for name in names {
        let whole = bundled(name);
        is_valid(&validator, &whole);
        for pair in whole["comparisons"].as_array().expect("a list") {
            let letter = |side: &str| pair[side].as_str().expect("a letter").to_owned();
            let (left, right) = (letter("left"), letter("right"));
            let pair = run(&folder(), &["--story", name, "--left", &left, "--right", &right, "--format", "json"]);
            assert_eq!(pair["comparisons"].as_array().map(Vec::len), Some(1), "{name} {left} {right}");
            is_valid(&validator, &pair);
        }
    }
}

#[test]
fn hostile_texts_are_valid() {
    let validator = validator(&schema());
    let boats = "Ferries\n\nThe council voted on Tuesday to order three ferries.\n\nNobody spoke.\n";
    let long = "The same seven words stand here again. ".repeat(300);
    let many = "Nobody spoke.\n\n".repeat(200);
    let texts = [
        "\u{202E}The council\u{200B} voted\u{2066} to order three ferries.",
        "a\u{0301}\u{0301}\u{0301} e\u{0308}\u{200D} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{FFFD}\u{FEFF}",
        "\u{65B0}\u{3057}\u{3044}\u{8239}\u{304C}\u{6765}\u{305F}\u{3002}\n\n\u{E000}\u{10FFFD}",
        "\u{1B}[31mThe council\u{1B}[0m voted \\ \" { } \u{2028} \t on Tuesday.",
        "!\n\n?\n\n\u{2026}\n",
        &long,
        &many,
        boats,
    ];
    for text in texts {
        is_valid(&validator, &compared(&[text, boats]));
        is_valid(&validator, &compared(&[text, text]));
        is_valid(&validator, &compared(&[boats, text, "Read more\n\nNothing is alike here.\n"]));
    }
    is_valid(&validator, &compared(&texts));
}

#[test]
fn what_is_written_otherwise_is_not_valid() {
    let validator = validator(&schema());
    let document = bundled("counter-espionage");
    is_valid(&validator, &document);
    let required = [
        ("", "schema"),
        ("", "articles"),
        ("", "comparisons"),
        ("/articles/0", "outlet"),
        ("/articles/0/blocks/0", "text"),
        ("/comparisons/0", "shared"),
        ("/comparisons/0/links/0", "because"),
        ("/comparisons/0/shared", "longest_run"),
        ("/comparisons/0/links/0/segments/left/0", "block"),
        ("/evidence", "quotations"),
        ("/evidence/quotations/0/said/0", "speaker"),
        ("/evidence/figures/0/said/0", "value"),
        ("/evidence/dates/0/said/0", "anchor"),
        ("/evidence/names/0", "said"),
        ("/evidence/verbs/0", "list"),
        ("/evidence/wording/0", "of"),
        ("/story", "source"),
        ("/story/sharing/0", "in"),
        ("/story/passages/0", "blocks"),
        ("/story/source/articles/0", "own"),
    ];
    for (at, field) in required {
        let mut other = document.clone();
        let record = other.pointer_mut(at).and_then(Value::as_object_mut).expect(at);
        let value = record.remove(field).expect(field);
        record.insert(format!("{field}_renamed"), value);
        assert_eq!(trouble(&validator, &other).len(), 1, "{at} {field}");
    }
    let values = [
        ("/schema", json!("diptych/2")),
        ("/articles/0/blocks/0/kind", json!("picture")),
        ("/articles/0/blocks/0/number", json!(0)),
        ("/comparisons/0/links/0/relation", json!("alike")),
        ("/comparisons/0/links/0/similarity", json!(1.5)),
        ("/comparisons/0/links/0/because/pass", json!("guessed")),
        ("/comparisons/0/links/0/segments/left/0/kind", json!("other")),
        ("/comparisons/0/links/0/segments/left/0/change", json!("colour")),
        ("/comparisons/0/shared/left", json!(null)),
        ("/evidence/quotations/0/kind", json!("copied")),
        ("/evidence/quotations/0/said/0/manner", json!("loud")),
        ("/evidence/figures/0/kind", json!("false")),
        ("/evidence/dates/0/kind", json!("late")),
        ("/story", json!(null)),
    ];
    for (at, value) in values {
        let (parent, field) = at.rsplit_once('/').expect("a path");
        let mut other = document.clone();
        other.pointer_mut(parent).expect(at)[field] = value;
        assert!(!trouble(&validator, &other).is_empty(), "{at}");
    }
}

#[test]
fn fields_and_words_to_come_are_valid() {
    let validator = validator(&schema());
    let mut document = bundled("ferry");
    document["evidence"]["notes"] = json!([]);
    document["lessons"] = json!({ "boxes": [] });
    document["comparisons"][0]["links"][0]["because"]["pass"] = json!("by hand");
    document["articles"][0]["blocks"][0]["later"] = json!(true);
    is_valid(&validator, &document);
}

#[test]
fn the_words_of_the_schema_are_those_that_are_written() {
    let schema = schema();
    let relations = [Relation::Verbatim, Relation::Edited, Relation::Reworded, Relation::Headline];
    assert_eq!(words(&schema, "Relation"), set(&relations.map(Relation::name)));
    let kinds = [Kind::Headline, Kind::Heading, Kind::Byline, Kind::Caption, Kind::Paragraph, Kind::Furniture];
    assert_eq!(words(&schema, "BlockKind"), set(&kinds.map(Kind::name)));
    let passes =
        [Pass::InOrder, Pass::Crossing, Pass::Joined, Pass::Between, Pass::Headline, Pass::ByHand].map(Pass::name);
    assert_eq!(words(&schema, "Pass"), set(&passes));
    let findings = [Finding::Named, Finding::NotNamed, Finding::NoName];
    assert_eq!(words(&schema, "Finding"), set(&findings.map(Finding::name)));
    let kinds = [
        QuotationKind::Altered,
        QuotationKind::Reattributed,
        QuotationKind::Trimmed,
        QuotationKind::Verbatim,
        QuotationKind::OneOutlet,
    ];
    assert_eq!(words(&schema, "QuotationKind"), set(&kinds.map(QuotationKind::name)));
    let manners = [Manner::Direct, Manner::Partial, Manner::Scare, Manner::Title];
    assert_eq!(words(&schema, "Manner"), set(&manners.map(Manner::name)));
    let kinds = [SpeakerKind::Named, SpeakerKind::Official, SpeakerKind::Unnamed, SpeakerKind::Pronoun];
    assert_eq!(words(&schema, "SpeakerKind"), set(&kinds.map(SpeakerKind::name)));
    let kinds =
        [FigureKind::Differs, FigureKind::Scale, FigureKind::Agrees, FigureKind::SameFigure, FigureKind::OneOutlet];
    assert_eq!(words(&schema, "FigureKind"), set(&kinds.map(FigureKind::name)));
    let kinds = [DateKind::Agrees, DateKind::Differs, DateKind::OneOutlet, DateKind::NoDate];
    assert_eq!(words(&schema, "DateKind"), set(&kinds.map(DateKind::name)));
    let exactness = [Exactness::Plain, Exactness::About, Exactness::AtLeast, Exactness::AtMost];
    assert_eq!(words(&schema, "Exactness"), set(&exactness.map(Exactness::name)));
    assert_eq!(words(&schema, "Change"), set(&["wording", "spelling", "case", "punctuation"]));
    assert_eq!(words(&schema, "SegmentKind"), set(&["shared", "moved", "elsewhere", "only"]));
    assert_eq!(schema["properties"]["schema"]["const"], "diptych/1");
}

#[test]
fn every_field_is_described_and_no_record_is_closed() {
    let schema = schema();
    let definitions = schema["$defs"].as_object().expect("a table").iter().map(|(name, of)| (name.as_str(), of));
    for (name, record) in definitions.chain([("the document", &schema)]) {
        assert!(record["description"].is_string(), "{name}");
        assert!(record.get("additionalProperties").is_none(), "{name}");
        for (field, value) in record["properties"].as_object().into_iter().flatten() {
            assert!(value["description"].is_string(), "{name}: {field}");
        }
    }
}

/// Whether a description says what a number of such a kind counts, and from where.
fn says_its_unit(schema: &Value, description: &str) -> bool {
    match schema["type"].as_str() {
        Some("array") => says_its_unit(&schema["items"], description),
        Some("object") => says_its_unit(&schema["additionalProperties"], description),
        Some("number") => description.contains("0 to 1") || description.contains("unit"),
        Some("integer") if schema["minimum"] == 1 || description.contains("umbers of") => {
            description.contains("from 1")
        }
        Some("integer") => ["words", "characters"].iter().any(|unit| description.to_lowercase().contains(unit)),
        _ => true,
    }
}

#[test]
fn every_number_says_its_unit() {
    let schema = schema();
    let definitions = schema["$defs"].as_object().expect("a table").iter().map(|(name, of)| (name.as_str(), of));
    let mut numbers = 0;
    for (name, record) in definitions.chain([("the document", &schema)]) {
        for (field, value) in record["properties"].as_object().into_iter().flatten() {
            let description = value["description"].as_str().unwrap_or_default();
            assert!(says_its_unit(value, description), "{name}: {field}: {description}");
            numbers += usize::from(value["type"] == "integer" || value["type"] == "number");
        }
    }
    assert!(numbers > 20, "{numbers}");
}

/// Every key of a document stands in the schema.
fn is_known(schema: &Value, of: &Value, document: &Value, at: &str) {
    // What may be null as well is one of two.
    let of = of["anyOf"].as_array().and_then(|either| either.iter().find(|one| one["$ref"].is_string())).unwrap_or(of);
    let of = match of["$ref"].as_str() {
        Some(name) => &schema["$defs"][name.trim_start_matches("#/$defs/")],
        None => of,
    };
    match document {
        Value::Object(fields) => {
            for (field, value) in fields {
                let known =
                    if of["properties"].is_object() { &of["properties"][field] } else { &of["additionalProperties"] };
                assert!(known.is_object(), "{at}/{field} is not in the schema");
                is_known(schema, known, value, &format!("{at}/{field}"));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                is_known(schema, &of["items"], item, &format!("{at}/{index}"));
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_is_written_that_the_schema_does_not_have() {
    let schema = schema();
    for name in bundled::names() {
        is_known(&schema, &schema, &bundled(name), name);
    }
}

#[test]
fn the_schema_that_is_published_is_the_one_that_is_generated() {
    let published = include_str!("../docs/schema.json");
    let output = Command::new(env!("CARGO_BIN_EXE_diptych")).args(["--generate", "schema"]).output();
    let generated = String::from_utf8(output.expect("the binary starts").stdout).expect("it is UTF-8");
    let line = published.lines().zip(generated.lines()).position(|(one, other)| one != other);
    assert!(
        published == generated,
        "line {:?} of docs/schema.json: `cargo run -- --generate schema -o docs/schema.json --force` makes it anew",
        line.map(|line| line + 1)
    );
}
