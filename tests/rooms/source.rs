//! What a source file names of other modules.
//!
//! ```text
//!     align/x.rs    use super::{model, passes::Found as F};      align::model, align::passes::Found
//!                   F::new(model::score(1))                      align::passes::Found::new, align::model::score
//!     opened.rs     use diptych::story; use crate::say;          story, main::say
//! ```

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, File, ImplItem, Item, ItemUse, Macro, Meta, UseTree, Visibility};

/// A path by its names, from the crate: `["story", "credit", "LONG"]`. That of the crate itself is empty.
pub type Path = Vec<String>;

/// A file as far as modules are concerned.
#[derive(Debug, Default)]
pub struct Source {
    /// The modules that it declares and whose text stands in files of their own.
    pub children: Vec<String>,
    /// The paths that it names, from the crate, outside comments and tests. Others than those of the crate are left
    /// out.
    pub paths: Vec<Path>,
}

/// The name of the library, which is also how the binary calls it.
const LIBRARY: &str = env!("CARGO_PKG_NAME");

/// What the module of the binary's first file is called here; its other modules stand below.
pub const BINARY: &str = "main";

/// Reads the file of a module.
pub fn read(file: &File, module: &[String]) -> Source {
    let mut imports = Imports { module: module.to_vec(), ..Imports::default() };
    imports.visit_file(file);
    let mut paths = Paths { imports: &imports, module: module.to_vec(), found: Vec::new() };
    paths.visit_file(file);
    let mut found = paths.found;
    found.sort();
    found.dedup();
    Source { paths: found, children: imports.children }
}

/// Whether something is there for tests only.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string();
            let mut words = condition.split(|c: char| !c.is_alphanumeric());
            words.clone().all(|word| word != "not") && words.any(|word| word == "test")
        }
        _ => false,
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// What the names of a file stand for: modules that it declares, and what it imports.
#[derive(Default)]
struct Imports {
    module: Path,
    /// Names, each with the path from the crate.
    names: BTreeMap<String, Path>,
    children: Vec<String>,
}

impl Imports {
    /// Returns the path from the crate that a path in a module stands for; `None` if it leads elsewhere.
    fn resolved(&self, path: &[String], module: &[String]) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        let mut from = match first.as_str() {
            "crate" => module.iter().take(1).filter(|root| *root == BINARY).cloned().collect(),
            "self" => module.to_vec(),
            "super" => module[..module.len().checked_sub(1)?].to_vec(),
            LIBRARY => Path::new(),
            name => self.names.get(name)?.clone(),
        };
        for name in rest {
            match name.as_str() {
                "super" => drop(from.pop()),
                "self" => {}
                _ => from.push(name.clone()),
            }
        }
        Some(from)
    }
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(attributes(item)) {
            return;
        }
        if let Item::Mod(inner) = item {
            let name = inner.ident.to_string();
            let path = [&self.module[..], std::slice::from_ref(&name)].concat();
            self.names.insert(name.clone(), path);
            if inner.content.is_none() {
                self.children.push(name);
            } else {
                self.module.push(name);
                visit::visit_item(self, item);
                self.module.pop();
            }
            return;
        }
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for (path, name) in leaves(&item.tree) {
            if let Some(path) = self.resolved(&path, &self.module) {
                self.names.insert(name, path);
            }
        }
    }
}

/// The paths of a `use`, each with the name that it gets.
fn leaves(tree: &UseTree) -> Vec<(Path, String)> {
    match tree {
        UseTree::Path(path) => {
            let first = path.ident.to_string();
            let under = |(rest, name): (Path, String)| {
                let name = if rest == ["self"] && name == "self" { first.clone() } else { name };
                ([vec![first.clone()], rest].concat(), name)
            };
            leaves(&path.tree).into_iter().map(under).collect()
        }
        UseTree::Name(name) => vec![(vec![name.ident.to_string()], name.ident.to_string())],
        UseTree::Rename(rename) => vec![(vec![rename.ident.to_string()], rename.rename.to_string())],
        UseTree::Glob(_) => vec![(vec!["*".to_owned()], "*".to_owned())],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
    }
}

/// The paths that are named.
struct Paths<'i> {
    imports: &'i Imports,
    module: Path,
    found: Vec<Path>,
}

impl Paths<'_> {
    fn add(&mut self, path: &[String]) {
        self.found.extend(self.imports.resolved(path, &self.module));
    }

    /// Finds paths in what is handed to a macro.
    fn scan(&mut self, tokens: TokenStream) {
        let mut path = Path::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.add(&std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.add(&std::mem::take(&mut path));
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.scan(group.stream());
                    }
                }
            }
        }
        self.add(&path);
    }
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(attributes(item)) {
            return;
        }
        match item {
            Item::Mod(inner) if inner.content.is_some() => {
                self.module.push(inner.ident.to_string());
                visit::visit_item(self, item);
                self.module.pop();
            }
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        if !matches!(item, ImplItem::Fn(function) if is_test(&function.attrs)) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for (path, _) in leaves(&item.tree) {
            self.add(&path);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Path = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(&names);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.scan(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    /// `pub(super)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paths that a file names, joined.
    fn paths(module: &str, text: &str) -> Vec<String> {
        let module: Path = module.split("::").map(str::to_owned).collect();
        let file = syn::parse_file(text).expect("it is Rust");
        read(&file, &module).paths.iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn groups_and_new_names_are_read() {
        let text = "use crate::a::{self, b::{c, D as E}, f::*};";
        assert_eq!(paths("x", text), ["a", "a::b::D", "a::b::c", "a::f::*"]);
        assert_eq!(paths("x", "pub(crate) use crate::a::b;"), ["a::b"]);
        assert_eq!(paths("x::y::z", "pub use super::super::a; use self::b;"), ["x::a", "x::y::z::b"]);
    }

    #[test]
    fn paths_in_code_are_read_by_the_names_that_are_imported() {
        let text =
            "use super::{model, passes::Found as F};\nfn f() -> F { F::new(model::score(1), crate::pair::LEFT) }";
        let found =
            ["align::model", "align::model::score", "align::passes::Found", "align::passes::Found::new", "pair::LEFT"];
        assert_eq!(paths("align::x", text), found);
    }

    #[test]
    fn paths_in_macros_are_read() {
        let text = "use super::b;\nfn f() { write!(x, \"{} {}\", crate::a::letter(1), [b::C; 2]); }";
        assert_eq!(paths("x::y", text), ["a::letter", "x::b", "x::b::C"]);
    }

    #[test]
    fn modules_of_the_file_are_read_in_their_place() {
        let text = "mod inner { pub fn g() { super::f(); super::super::h() } }\nfn f() { inner::g() }";
        assert_eq!(paths("x::y", text), ["x::h", "x::y::f", "x::y::inner::g"]);
    }

    #[test]
    fn tests_comments_and_visibility_name_nothing() {
        let text = "//! crate::a\n#[cfg(test)]\nmod tests { use crate::b; }\n#[cfg(all(test, unix))]\nuse crate::c;\n\
                    /// [`crate::d`]\npub(in crate::e) fn f() {}\nimpl X { #[cfg(test)] fn g() { crate::h() } }";
        assert_eq!(paths("x", text), [""; 0]);
        assert_eq!(paths("x", "#[cfg(not(test))]\nuse crate::b;"), ["b"]);
    }

    #[test]
    fn the_binary_names_the_library_and_itself() {
        assert_eq!(paths("main::opened", "use diptych::story;\nuse crate::say;\nuse std::fs;"), ["main::say", "story"]);
    }
}
