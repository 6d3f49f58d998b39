//! No module uses one that uses it.
//!
//! What is read are `use` lines and paths of every file, outside comments and tests; method calls are not seen. A file
//! may name types of the file that declares it, never its functions or constants: those belong in a file that both can
//! use.
//!
//! What does not hold yet is listed: [`CIRCLES`] and [`PARENTS`]. The lists may only shrink: what is not in them fails,
//! and so does a line that is no longer true.

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

/// Functions and constants of a file that a file which it declares uses.
const PARENTS: &[&str] = &[
    "tui::view::aside uses tui::view::fill",
    "tui::view::aside uses tui::view::put",
    "tui::view::aside uses tui::view::put_within",
    "tui::view::body uses tui::view::cut_at",
    "tui::view::body uses tui::view::fill",
    "tui::view::body uses tui::view::put",
    "tui::view::body uses tui::view::put_within",
    "tui::view::chrome uses tui::view::fill",
    "tui::view::chrome uses tui::view::put",
    "tui::view::chrome uses tui::view::put_within",
    "tui::view::help uses tui::view::put",
    "tui::view::help uses tui::view::put_within",
    "tui::view::list uses tui::view::put",
    "tui::view::list uses tui::view::put_within",
    "tui::view::map uses tui::view::fill",
    "tui::view::map uses tui::view::put",
    "tui::view::map::bars uses tui::view::put",
    "tui::view::overlay uses tui::view::cut_at",
    "tui::view::overlay uses tui::view::fill",
    "tui::view::overlay uses tui::view::put",
    "tui::view::overlay uses tui::view::put_within",
    "tui::view::ruler uses tui::view::put",
    "tui::view::search uses tui::view::fill",
    "tui::view::search uses tui::view::put",
    "tui::view::signs uses tui::view::put",
    "tui::view::whole uses tui::view::fill",
    "tui::view::whole uses tui::view::put_within",
    "tui::view::why uses tui::view::put_within",
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
    let found = GRAPH.of_parents();
    let known: BTreeSet<String> = PARENTS.iter().map(|line| (*line).to_owned()).collect();
    let new: Vec<_> = found.difference(&known).collect();
    assert!(new.is_empty(), "these belong in a file that both can use: {new:#?}");
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(gone.is_empty(), "no longer so, take these lines out of PARENTS: {gone:#?}");
}

#[test]
fn no_module_uses_a_later_one() {
    assert_eq!(GRAPH.modules(), ORDER.iter().copied().collect(), "every module has its place in ORDER");
    assert_eq!(GRAPH.upward(ORDER), BTreeSet::new());
}
