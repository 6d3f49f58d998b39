//! What `packaging/` and the workflow of a release rest on. Packages themselves are made and tried by `packaging/try`,
//! which takes builds of its own.
#![cfg(feature = "tui")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn scripts() -> Vec<PathBuf> {
    let mut scripts: Vec<PathBuf> = fs::read_dir(path("packaging"))
        .expect("it is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    scripts.sort();
    scripts
}

/// The assets of the Debian package: source and place.
fn assets() -> Vec<(String, String)> {
    let manifest = text("Cargo.toml");
    let list =
        manifest.split_once("\nassets = [\n").and_then(|(_, rest)| rest.split_once("\n]")).expect("there is a list").0;
    let asset = |line: &str| {
        let mut fields = line.split('"').skip(1).step_by(2).map(str::to_owned);
        fields.next().zip(fields.next()).unwrap_or_else(|| panic!("{line}"))
    };
    list.lines().map(asset).collect()
}

#[cfg(unix)]
#[test]
fn scripts_are_sound_and_can_be_run() {
    use std::os::unix::fs::PermissionsExt;
    let names: Vec<String> =
        scripts().iter().map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["cargo", "common.sh", "debian", "static", "try"]);
    for script in scripts() {
        let output = Command::new("bash").arg("-n").arg(&script).output().expect("bash is there");
        assert!(output.status.success(), "{}: {}", script.display(), String::from_utf8_lossy(&output.stderr));
        let is_sourced = script.extension().is_some_and(|ending| ending == "sh");
        let mode = fs::metadata(&script).expect("it is there").permissions().mode();
        assert!(is_sourced || mode & 0o111 != 0, "{}", script.display());
    }
}

#[test]
fn the_debian_package_has_what_is_made_for_it() {
    let common = text("packaging/common.sh");
    let assets = assets();
    for (source, _) in &assets {
        match source.strip_prefix("target/release/") {
            Some("diptych") => {}
            Some(extra) => {
                let name = extra.strip_prefix("extras/").unwrap_or_else(|| panic!("{source}: nobody makes it"));
                assert!(common.contains(&format!("\"$2/{name}\"")), "{name}");
            }
            None => assert!(path(source).is_file(), "{source}"),
        }
    }
    for place in ["usr/bin/", "man1", "bash-completion", "zsh", "fish", "doc"] {
        assert!(assets.iter().any(|(_, to)| to.contains(place)), "{place}");
    }
}

#[test]
fn every_kind_that_is_generated_is_packed() {
    let common = text("packaging/common.sh");
    let option = diptych::options::OPTIONS.iter().find(|option| option.name == "generate").expect("it is in the table");
    for kind in option.kind.choices().iter().filter(|kind| kind.name != "schema") {
        assert!(common.contains(&format!("--generate {} ", kind.name)), "{}", kind.name);
    }
}

#[test]
fn the_release_runs_what_is_there() {
    let workflow = text(".github/workflows/release.yml");
    let words = workflow.split_whitespace().filter(|word| word.starts_with("packaging/"));
    let named: Vec<&str> = words.collect();
    assert!(named.len() > 1 && named.iter().all(|name| path(name).is_file()), "{named:?}");
    let tries = text("packaging/try");
    for line in workflow.lines().filter(|line| line.contains("kinds:")) {
        let kinds = line.rsplit("kinds:").next().unwrap_or_default();
        for kind in kinds.split(|c: char| !c.is_ascii_alphabetic()).filter(|kind| !kind.is_empty()) {
            assert!(tries.contains(&format!("try_{kind}()")), "{kind}");
        }
    }
}

#[test]
fn what_the_readme_offers_is_tried() {
    let readme = text("README.md");
    for word in readme.split(|c: char| c.is_whitespace() || c == '`').filter(|word| word.starts_with("packaging/")) {
        assert!(path(word.trim_end_matches('/')).exists(), "{word}");
    }
}
