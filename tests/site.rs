//! The site: every link leads somewhere, nothing is loaded from elsewhere, no text stands twice. And the links of the
//! README and of the pages under `docs/`, where they are read as they are.
#![allow(dead_code, reason = "the command uses more")]

#[path = "../examples/site/render.rs"]
mod render;
#[path = "../examples/site/sections.rs"]
mod sections;
#[path = "../examples/site/site.rs"]
mod site;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Parser, Tag};
use site::Site;

/// Sections of the README that are about the project and not about its use.
const NOT_ON_THE_SITE: [&str; 3] = ["diptych", "Working on it", "License"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn built() -> Site {
    site::read(root()).unwrap_or_else(|error| panic!("{error}"))
}

/// The values of an attribute on a page.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let begin = format!(" {attribute}=\"");
    html.split(begin.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let site = built();
    let ids: BTreeMap<&str, Vec<&str>> =
        site.pages.iter().map(|page| (page.file.as_str(), values(&page.html, "id"))).collect();
    let mut links = 0;
    for page in &site.pages {
        for link in values(&page.html, "href").into_iter().chain(values(&page.html, "src")) {
            links += 1;
            if link.starts_with("https://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
            let file = if file.is_empty() { page.file.as_str() } else { file };
            match ids.get(file) {
                Some(ids) => assert!(anchor.is_none_or(|anchor| ids.contains(&anchor)), "{}: {link}", page.file),
                None => assert!(anchor.is_none() && site.files.contains_key(file), "{}: {link}", page.file),
            }
        }
        let own = &ids[page.file.as_str()];
        assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len(), "{}: a name is given twice", page.file);
    }
    assert!(links > 150, "{links}");
}

#[test]
fn nothing_runs_and_nothing_is_loaded_from_elsewhere() {
    for page in &built().pages {
        for element in ["<script", "<iframe", "<link", "<object", "@import", "url("] {
            assert!(!page.html.contains(element), "{}: {element}", page.file);
        }
        assert!(values(&page.html, "src").iter().all(|source| source.starts_with("screenshots/")), "{}", page.file);
        assert!(page.html.contains("default-src 'none'") && page.html.contains("<html lang=\"en\">"), "{}", page.file);
        assert!(!page.html.contains("&lt;!-- "), "{}: a comment is shown", page.file);
    }
}

#[test]
fn every_section_of_the_readme_stands_on_one_page() {
    let readme = fs::read_to_string(root().join("README.md")).expect("it is there");
    let site = built();
    let all: String = site.pages.iter().map(|page| page.html.as_str()).collect();
    for section in sections::sections(&readme) {
        let times = all.matches(&format!(" id=\"{}\"", section.slug)).count();
        let expected = usize::from(!NOT_ON_THE_SITE.contains(&section.title.as_str()));
        // The first page is called as the README is.
        assert_eq!(times, if section.title == "diptych" { 1 } else { expected }, "{}", section.title);
    }
    assert!(all.contains("it does not judge: it shows what stands where"), "what stands above the sections is there");
}

#[test]
fn every_page_under_docs_is_on_the_site() {
    let mut names: Vec<String> = fs::read_dir(root().join("docs"))
        .expect("it is there")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".md").map(str::to_owned))
        .collect();
    names.sort();
    let mut pages = site::PAGES.to_vec();
    pages.sort_unstable();
    assert_eq!(names, pages);
}

#[test]
fn a_link_that_leads_nowhere_and_a_section_that_is_not_there_are_said() {
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    };
    let readme = "# x\n\nAbove.\n\n## One\n\n[two](#two)\n\n### Two\n\nText <b>x</b>.\n\n```sh\n# no heading\n```\n";
    put("README.md", readme);
    for name in site::PAGES {
        put(&format!("docs/{name}.md"), "# Page\n");
    }
    let error = || site::read(folder.path()).err().map(|error| error.to_string()).unwrap_or_default();
    assert_eq!(error(), "");
    put("docs/start.md", "# Page\n\n<!-- README: One -->\n");
    let site = site::read(folder.path()).expect("all links are alive");
    assert!(site.pages[1].html.contains("href=\"start.html#two\""), "{}", site.pages[1].html);
    assert!(site.pages[1].html.contains("Text &lt;b&gt;x&lt;/b&gt;."), "{}", site.pages[1].html);
    // Taken on its own it is no part of the section around it, and links to it follow.
    put("docs/keys.md", "# Page\n\n<!-- README: Two -->\n");
    let site = site::read(folder.path()).expect("all links are alive");
    assert!(site.pages[1].html.contains("href=\"keys.html#two\"") && !site.pages[1].html.contains("id=\"two\""));
    put("docs/story.md", "# Page\n\n<!-- README: Two -->\n");
    assert!(error().starts_with("two pages take the same section"), "{}", error());
    put("docs/story.md", "# Page\n\n<!-- README: Three -->\n");
    assert_eq!(error(), "README.md: no section Three");
    for link in [
        "gone.md",
        "start.md#gone",
        "#gone",
        "../gone.png",
        "../../x",
        "../Cargo.toml",
        "http://plain.example/",
        "javascript:x",
    ] {
        put("docs/story.md", &format!("# Page\n\n[x]({link})\n"));
        assert_eq!(error(), format!("story.html: a link that leads nowhere: {link}"));
    }
}

#[test]
fn the_site_is_written_to_a_folder() {
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let site = built();
    site.write(&folder.path().join("site")).expect("it can be written");
    let schema = fs::read(folder.path().join("site/schema.json")).expect("it is copied");
    assert_eq!(schema, fs::read(root().join("docs/schema.json")).expect("it is there"));
    for page in &site.pages {
        assert!(folder.path().join("site").join(&page.file).is_file(), "{}", page.file);
    }
}

#[test]
fn links_between_the_documents_of_the_repository_are_alive() {
    let mut documents: Vec<String> = site::PAGES.iter().map(|name| format!("docs/{name}.md")).collect();
    documents.extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"].map(str::to_owned));
    let mut links = 0;
    for name in &documents {
        let text = fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        for event in Parser::new_ext(&text, sections::options()) {
            let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else { continue };
            if dest_url.starts_with("https://") {
                continue;
            }
            links += 1;
            let (path, anchor) =
                dest_url.split_once('#').map_or((&*dest_url, None), |(path, anchor)| (path, Some(anchor)));
            let folder = Path::new(name).parent().unwrap_or(Path::new(""));
            let file = if path.is_empty() { root().join(name) } else { root().join(folder).join(path) };
            assert!(file.exists(), "{name}: {dest_url}");
            if let Some(anchor) = anchor {
                let there = fs::read_to_string(&file).unwrap_or_default();
                let mut found = sections::sections(&there).into_iter().map(|section| section.slug);
                // A section that a page takes stands in the README.
                let taken =
                    |anchor: &str| there.contains("<!-- README") && all_slugs().iter().any(|slug| slug == anchor);
                assert!(found.any(|slug| slug == anchor) || taken(anchor), "{name}: {dest_url}");
            }
        }
    }
    assert!(links > 20, "{links}");
}

fn all_slugs() -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).expect("it is there");
    sections::sections(&readme).into_iter().map(|section| section.slug).collect()
}
