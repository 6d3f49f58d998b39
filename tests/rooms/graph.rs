//! Which file uses which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::source::{self, BINARY, Source};

/// The files of the library and of the binary by module, `align::chain`, `main::cli`.
#[derive(Debug, Default)]
pub struct Graph {
    /// For each file the items that it uses of other files.
    uses: BTreeMap<String, BTreeSet<Use>>,
    /// For each file those that it declares.
    children: BTreeMap<String, Vec<String>>,
}

/// An item of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    /// The file, by module.
    file: String,
    /// What is used of it; empty for the module itself.
    item: String,
}

impl Graph {
    /// Reads the library and the binary in a folder of sources.
    pub fn of_folder(folder: &Path) -> Self {
        let mut sources = BTreeMap::new();
        gather(folder, "lib.rs", &mut Vec::new(), &mut sources);
        gather(folder, "main.rs", &mut vec![BINARY.to_owned()], &mut sources);
        Self::new(&sources)
    }

    /// Makes the graph from what was read of each module's file.
    pub fn new(sources: &BTreeMap<Vec<String>, Source>) -> Self {
        let mut graph = Self::default();
        for (module, source) in sources {
            let of = |path: &source::Path| {
                let length = (0..=path.len()).rev().find(|&length| sources.contains_key(&path[..length])).unwrap_or(0);
                Use { file: path[..length].join("::"), item: path.get(length).cloned().unwrap_or_default() }
            };
            let name = module.join("::");
            let uses = source.paths.iter().map(of).filter(|used| used.file != name && !used.file.is_empty());
            let child = |child: &String| [&module[..], std::slice::from_ref(child)].concat().join("::");
            graph.children.insert(name.clone(), source.children.iter().map(child).collect());
            graph.uses.insert(name.clone(), uses.collect());
        }
        graph
    }

    /// Returns the modules that a module declares, those of the crate itself and the binary if it is empty.
    pub fn modules(&self, parent: &str) -> BTreeSet<&str> {
        self.uses.keys().filter_map(|file| child(file, parent)).collect()
    }

    /// The files that a file uses or declares, but for types of the files that declare it.
    fn next<'g>(&'g self, file: &'g str) -> impl Iterator<Item = &'g str> {
        let uses = self.uses.get(file).into_iter().flatten().map(|used| used.file.as_str());
        let children = self.children.get(file).into_iter().flatten().map(String::as_str);
        uses.filter(|other| !is_below(file, other)).chain(children)
    }

    /// Finds uses that are part of a circle, each as `file uses other`.
    pub fn circles(&self) -> BTreeSet<String> {
        let leads: BTreeMap<&str, BTreeSet<&str>> =
            self.uses.keys().map(|file| (file.as_str(), self.reachable(file))).collect();
        let mut found = BTreeSet::new();
        for file in leads.keys() {
            let next = self.next(file).filter(|other| leads.get(other).is_some_and(|back| back.contains(file)));
            found.extend(next.map(|other| line(file, other)));
        }
        found
    }

    fn reachable<'g>(&'g self, file: &'g str) -> BTreeSet<&'g str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![file];
        while let Some(file) = open.pop() {
            open.extend(self.next(file).filter(|other| reached.insert(*other)));
        }
        reached
    }

    /// Finds functions and constants of a file that a file below it uses, each as `file uses other::item`.
    pub fn of_parents(&self) -> BTreeSet<String> {
        let below = self.all().filter(|(file, used)| is_below(file, &used.file));
        let items = below.filter(|(_, used)| !used.item.is_empty() && !is_type(&used.item));
        items.map(|(file, used)| line(file, &format!("{}::{}", used.file, used.item))).collect()
    }

    /// Finds uses of a later module of a parent by an earlier one, each as `file uses module`.
    pub fn upward(&self, parent: &str, order: &[&str]) -> BTreeSet<String> {
        let index = |file| child(file, parent).and_then(|name| order.iter().position(|module| *module == name));
        let upward = self.all().filter(
            |(file, used)| matches!((index(file), index(&used.file)), (Some(below), Some(above)) if below < above),
        );
        upward.filter_map(|(file, used)| Some(line(file, child(&used.file, parent)?))).collect()
    }

    fn all(&self) -> impl Iterator<Item = (&str, &Use)> {
        self.uses.iter().flat_map(|(file, uses)| uses.iter().map(move |used| (file.as_str(), used)))
    }
}

fn line(file: &str, used: &str) -> String {
    format!("{file} uses {used}")
}

/// Returns the module of a parent that a file stands in; the crate itself is the empty one.
fn child<'f>(file: &'f str, parent: &str) -> Option<&'f str> {
    let rest = if parent.is_empty() { file } else { file.strip_prefix(parent)?.strip_prefix("::")? };
    rest.split("::").next().filter(|name| !name.is_empty())
}

/// Reads the file of a module and those below it.
fn gather(folder: &Path, name: &str, module: &mut Vec<String>, into: &mut BTreeMap<Vec<String>, Source>) {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let source = source::read(&file, module);
    for child in &source.children {
        module.push(child.clone());
        let below = module.iter().filter(|part| *part != BINARY).cloned().collect::<Vec<_>>();
        gather(folder, &format!("{}.rs", below.join("/")), module, into);
        module.pop();
    }
    into.insert(module.clone(), source);
}

/// Whether a file is declared by another one, or by one that is.
fn is_below(file: &str, other: &str) -> bool {
    file.strip_prefix(other).is_some_and(|rest| rest.starts_with("::"))
}

/// Whether a name is that of a type: it begins with a capital and has more than capitals.
fn is_type(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && (name.len() == 1 || name.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A graph of files, each with the modules that it declares and the paths that it names.
    fn graph(files: &[(&str, &str, &str)]) -> Graph {
        let parts = |text: &str| text.split("::").map(str::to_owned).collect::<Vec<_>>();
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let source = |children: &str, paths: &str| Source {
            children: words(children),
            paths: words(paths).iter().map(|path| parts(path)).collect(),
        };
        Graph::new(&files.iter().map(|(file, children, paths)| (parts(file), source(children, paths))).collect())
    }

    #[test]
    fn a_circle_is_found() {
        let graph = graph(&[("a", "", "b::f"), ("b", "", "c"), ("c", "", "a::X"), ("d", "", "a::f b")]);
        assert_eq!(Vec::from_iter(graph.circles()), ["a uses b", "b uses c", "c uses a"]);
    }

    #[test]
    fn a_file_may_name_types_of_the_one_that_declares_it_and_nothing_else() {
        let graph = graph(&[("a", "b", "a::b::f"), ("a::b", "", "a::Type a::function a::CONSTANT a::Type::new")]);
        assert_eq!(graph.circles(), BTreeSet::new());
        assert_eq!(Vec::from_iter(graph.of_parents()), ["a::b uses a::CONSTANT", "a::b uses a::function"]);
    }

    #[test]
    fn a_circle_through_what_a_file_declares_is_one() {
        let graph = graph(&[("a", "b", ""), ("a::b", "", "c"), ("c", "", "a::Type")]);
        assert_eq!(Vec::from_iter(graph.circles()), ["a uses a::b", "a::b uses c", "c uses a"]);
    }

    #[test]
    fn what_is_used_upward_is_found() {
        let graph = graph(&[("a", "b", ""), ("a::b", "", "c::f"), ("c", "", "a")]);
        assert_eq!(Vec::from_iter(graph.upward("", &["a", "c"])), ["a::b uses c"]);
        assert_eq!(Vec::from_iter(graph.upward("", &["c", "a"])), ["c uses a"]);
        assert_eq!(Vec::from_iter(graph.modules("")), ["a", "c"]);
    }

    #[test]
    fn what_is_used_upward_within_a_module_is_found() {
        let graph = graph(&[("t", "a b", ""), ("t::a", "", "t::b::f u"), ("t::b", "", ""), ("u", "", "")]);
        assert_eq!(Vec::from_iter(graph.upward("t", &["a", "b"])), ["t::a uses b"]);
        assert_eq!(graph.upward("t", &["b", "a"]), BTreeSet::new());
        assert_eq!(Vec::from_iter(graph.modules("t")), ["a", "b"]);
    }
}
