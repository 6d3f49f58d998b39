//! No module uses one that uses it.
//!
//! What is read are `use` lines and paths of every file, outside comments and tests; method calls are not seen. A file
//! may name types of the file that declares it, never its functions or constants: those belong in a file that both can
//! use.

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
    "common_words",
    "function_words",
    "list_choice",
    "draft",
    "decoding",
    "formats",
    "article",
    "intake",
    "keys",
    "wrap",
    "search",
    "words",
    "background",
    "run_index",
    "align",
    "diff",
    "sharing",
    "elsewhere",
    "comparison",
    "story",
    "evidence",
    "layout",
    "present",
    "pages",
    "options",
    "report",
    "tui",
    BINARY,
];

/// The modules of the reader in the terminal. None uses a later one.
const FLOORS: &[&str] = &[
    "mouse",
    "kept",
    "places",
    "pins",
    "screen",
    "theme",
    "terminal_background",
    "state",
    "geometry",
    "update",
    "component",
    "paint",
    "components",
    "view",
    "model",
    "dump",
    "svg",
    "page",
    "export",
    "terminal",
];

static GRAPH: LazyLock<Graph> = LazyLock::new(|| Graph::of_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));

#[test]
fn no_file_uses_one_that_uses_it() {
    assert_eq!(GRAPH.circles(), BTreeSet::new(), "files use each other in a circle");
}

#[test]
fn no_file_uses_functions_or_constants_of_the_one_that_declares_it() {
    assert_eq!(GRAPH.of_parents(), BTreeSet::new(), "these belong in a file that both can use");
}

#[test]
fn no_module_uses_a_later_one() {
    for (parent, order) in [("", ORDER), ("tui", FLOORS)] {
        let listed: BTreeSet<_> = order.iter().copied().collect();
        assert_eq!(GRAPH.modules(parent), listed, "every module has its place in the order");
        assert_eq!(GRAPH.upward(parent, order), BTreeSet::new());
    }
}
