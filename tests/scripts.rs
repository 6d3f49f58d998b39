//! What scripts do with what is written: the lines of jq in the README, and the notebook under `examples/`. Where jq
//! or pandas is missing, a line says what is skipped.
#![cfg(all(feature = "tui", unix))]

use std::collections::BTreeSet;
use std::env;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

const NOTEBOOK: &str = include_str!("../examples/links.ipynb");

/// A program to run in a folder, with `diptych` on its path.
fn program(name: &str, folder: &Path) -> Command {
    let own = Path::new(env!("CARGO_BIN_EXE_diptych")).parent().expect("it lies in a folder").to_path_buf();
    let others = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([own].into_iter().chain(env::split_paths(&others))).expect("a path can be joined");
    let mut command = Command::new(name);
    command.current_dir(folder).env("PATH", path).env("XDG_CONFIG_HOME", folder);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What a program writes, which is something, and no trouble.
#[track_caller]
fn written(what: &str, output: &Output) -> String {
    let (out, trouble) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success() && trouble.is_empty() && !out.trim().is_empty(), "{what}\n{out}{trouble}");
    out
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder can be made")
}

/// The lines of jq in the README, which are asked of the folder of a story.
fn questions() -> Vec<String> {
    let readme = include_str!("../README.md");
    let list = readme.split_once("<!-- jq -->").and_then(|(_, rest)| rest.split_once("<!-- end of jq -->"));
    let lines = list.expect("the lines stand between two marks").0.lines();
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/ferry");
    let story = format!("'{}'", story.display());
    lines.filter(|line| line.starts_with("diptych ")).map(|line| line.replace("FOLDER", &story)).collect()
}

#[test]
fn each_line_of_jq_answers_its_question() {
    let folder = folder();
    if program("jq", folder.path()).arg("--version").output().is_err() {
        println!("skipped: there is no jq");
        return;
    }
    let questions = questions();
    let answers = questions.iter().map(|line| {
        let answer = written(line, &program("bash", folder.path()).args(["-c", line]).output().expect("bash is there"));
        // The first line of each, and how many there are.
        let first: String = answer.lines().next().unwrap_or_default().chars().take(60).collect();
        format!("{}: {}", answer.lines().count(), first.trim_end())
    });
    insta::assert_snapshot!(answers.collect::<Vec<_>>().join("\n"), @r"
    12: A in B: 73 %
    1: none: no source stands out
    9: A¶9 B¶14 “We waited too long, we knew that we were waiting,
    3: A B No one was hurt, and none of the boats had taken on wate
    1: 26 words in A and C: Every hull will be inspected twice a ye
    2: Kelsmouth votes for a new ferry fleet
    11: 4 “Every hull will be inspected twice a year from now on, an
    20: Nine years of waiting, one evening to decide
    ");
}

/// The cells of the notebook that are code, as text.
fn code() -> Vec<String> {
    let notebook: Value = serde_json::from_str(NOTEBOOK).expect("it is JSON");
    let cells = notebook["cells"].as_array().expect("it has cells").iter().filter(|cell| cell["cell_type"] == "code");
    let lines = |cell: &Value| cell["source"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    cells.map(lines).collect()
}

#[test]
fn the_notebook_is_of_nbformat_4() {
    // What nbformat 4.5 asks of every notebook, as far as this one uses it.
    let schema = json!({
        "type": "object",
        "required": ["metadata", "nbformat", "nbformat_minor", "cells"],
        "additionalProperties": false,
        "properties": {
            "metadata": { "type": "object" },
            "nbformat": { "const": 4 },
            "nbformat_minor": { "type": "integer", "minimum": 5 },
            "cells": { "type": "array", "items": { "oneOf": [
                {
                    "required": ["id", "cell_type", "metadata", "source"],
                    "additionalProperties": false,
                    "properties": {
                        "cell_type": { "const": "markdown" }, "id": { "$ref": "#/$defs/id" },
                        "metadata": { "type": "object" }, "source": { "$ref": "#/$defs/source" }
                    }
                },
                {
                    "required": ["id", "cell_type", "metadata", "source", "outputs", "execution_count"],
                    "additionalProperties": false,
                    "properties": {
                        "cell_type": { "const": "code" }, "id": { "$ref": "#/$defs/id" },
                        "metadata": { "type": "object" }, "source": { "$ref": "#/$defs/source" },
                        "outputs": { "const": [] }, "execution_count": { "const": null }
                    }
                }
            ] } }
        },
        "$defs": {
            "id": { "type": "string", "pattern": "^[a-zA-Z0-9-_]+$", "minLength": 1, "maxLength": 64 },
            "source": { "type": "array", "items": { "type": "string" } }
        }
    });
    let notebook: Value = serde_json::from_str(NOTEBOOK).expect("it is JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("it is a schema");
    let trouble: Vec<String> = validator.iter_errors(&notebook).map(|error| error.to_string()).collect();
    assert!(trouble.is_empty(), "{trouble:#?}");
    let cells = notebook["cells"].as_array().expect("it has cells");
    let ids: BTreeSet<&str> = cells.iter().filter_map(|cell| cell["id"].as_str()).collect();
    assert_eq!(ids.len(), cells.len(), "no two cells have the same name");
}

#[test]
fn the_commands_of_the_notebook_write_the_tables_that_it_reads() {
    let folder = folder();
    let mut commands = 0;
    for line in code().iter().flat_map(|cell| cell.lines()).filter_map(|line| line.strip_prefix('!')) {
        let output = program("bash", folder.path()).args(["-c", line]).output().expect("bash is there");
        assert!(output.status.success() && output.stderr.is_empty(), "{line}: {}", text(&output.stderr));
        commands += 1;
    }
    assert_eq!(commands, 3);
    for (name, columns) in [
        (
            "links",
            &["left", "right", "left_blocks", "right_blocks", "relation", "moved", "similarity", "shared_words"][..],
        ),
        ("runs", &["left", "right", "left_block", "right_block", "words", "left_text"]),
        ("passages", &["articles", "A", "B", "C", "D", "text"]),
    ] {
        let rows = std::fs::read_to_string(folder.path().join(format!("{name}.jsonl"))).expect("it was written");
        for row in rows.lines() {
            let row: Value = serde_json::from_str(row).expect("it is JSON");
            assert!(columns.iter().all(|&column| row.get(column).is_some()), "{name}: {row}");
        }
    }
}

#[test]
fn the_notebook_runs_from_top_to_bottom() {
    let folder = folder();
    let python = |script: &str| program("python3", folder.path()).args(["-c", script]).output();
    if !python("import pandas").is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no pandas");
        return;
    }
    let line = |line: &str| match line.strip_prefix('!') {
        Some(command) => format!("subprocess.run({command:?}, shell=True, check=True)\n"),
        None => format!("{line}\n"),
    };
    let script: String = code().iter().flat_map(|cell| cell.lines()).map(line).collect();
    written("the notebook", &python(&format!("import subprocess\n{script}")).expect("python3 is there"));
}
