//! No module uses one that uses it.
//!
//! What is read are `use` lines and paths of every file, outside comments and tests; method calls are not seen. A file
//! may name types of the file that declares it, never its functions or constants: those belong in a file that both can
//! use.
//!
//! The circles that there still are stand in [`CIRCLES`]. The list may only shrink: what is not in it fails, and so
//! does a line that is no longer true.

mod graph;
mod source;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use graph::Graph;
use source::BINARY;

/// The modules of the library, and the binary. None uses a later one.
const ORDER: &[&str] = &[
    "pair",
    "letters",
    "increasing_subsequence",
    "unicode",
    "draft",
    "formats",
    "article",
    "intake",
    "keys",
    "wrap",
    "search",
    "words",
    "align",
    "diff",
    "sharing",
    "comparison",
    "story",
    "layout",
    "present",
    "pages",
    "options",
    "report",
    "tui",
    BINARY,
];

/// Uses against the direction: without them there is no circle.
const CIRCLES: &[&str] = &[
    "tui::aside uses tui::model",
    "tui::hit uses tui::model",
    "tui::hit::over uses tui::model",
    "tui::hit::over uses tui::view",
    "tui::pages uses tui::model",
    "tui::tabs uses tui::model",
];

static GRAPH: LazyLock<Graph> = LazyLock::new(|| Graph::of_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));

#[test]
fn no_file_uses_one_that_uses_it() {
    let new = GRAPH.circles(CIRCLES);
    assert!(new.is_empty(), "files use each other in a circle: {new:#?}");
    let all = GRAPH.circles(&[]);
    let gone: Vec<_> = CIRCLES.iter().filter(|line| !all.contains(**line)).collect();
    assert!(gone.is_empty(), "no longer part of a circle, take these lines out of CIRCLES: {gone:#?}");
}

#[test]
fn no_file_uses_functions_or_constants_of_the_one_that_declares_it() {
    assert_eq!(GRAPH.of_parents(), BTreeSet::new(), "these belong in a file that both can use");
}

#[test]
fn no_module_uses_a_later_one() {
    assert_eq!(GRAPH.modules(), ORDER.iter().copied().collect(), "every module has its place in ORDER");
    assert_eq!(GRAPH.upward(ORDER), BTreeSet::new());
}
