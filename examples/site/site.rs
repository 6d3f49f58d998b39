//! The pages of the site, and where their links lead.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use super::render;
use super::sections::{Section, sections};

/// The document that pages take parts of.
const README: &str = "README.md";

/// The pages in their order, each a file of `docs/` without its ending.
pub const PAGES: [&str; 11] =
    ["index", "start", "reading", "keys", "story", "files", "scripts", "lessons", "alignment", "claims", "corpora"];

/// What a page takes from the README begins so, and names a section; without a name it is what stands above the first
/// one.
const TAKES: &str = "<!-- README";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Holds a page, as it is written.
#[derive(Debug)]
pub struct Page {
    /// Its file.
    pub file: String,
    /// Its first heading.
    pub title: String,
    /// The sections of the README that it takes.
    pub takes: Vec<String>,
    /// All of it.
    pub html: String,
}

/// Holds the site.
#[derive(Debug)]
pub struct Site {
    /// Its pages, in their order.
    pub pages: Vec<Page>,
    /// Files that are copied, by where they go; each with its bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Writes all of it to a folder, which is made if it is not there. What else lies there stays.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let pages = self.pages.iter().map(|page| (&page.file, page.html.as_bytes()));
        for (name, bytes) in pages.chain(self.files.iter().map(|(name, bytes)| (name, bytes.as_slice()))) {
            let path = folder.join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(path, bytes)?;
        }
        Ok(())
    }
}

/// A piece of a page: text of its own, or a section of the README.
struct Piece<'a> {
    /// The folder that its links are seen from.
    base: &'static str,
    markdown: String,
    /// How many levels its headings stand too deep.
    raised: usize,
    section: Option<&'a Section>,
}

/// Reads the pages of a repository.
///
/// # Errors
///
/// A page or a section that is not there, a section that two pages take, a link that leads nowhere.
pub fn read(root: &Path) -> Result<Site> {
    let readme = text(root, README)?;
    let parts = sections(&readme);
    let sources: Vec<(&str, String)> =
        PAGES.iter().map(|&name| Ok((name, text(root, &format!("docs/{name}.md"))?))).collect::<Result<_>>()?;
    let taken: Vec<Vec<&str>> = sources.iter().map(|(_, source)| takes(source).collect()).collect();
    let all: Vec<&str> = taken.concat();
    let set: BTreeSet<&str> = all.iter().copied().collect();
    if set.len() < all.len() {
        return Err(format!("two pages take the same section: {all:?}").into());
    }
    let mut site = Site { pages: Vec::new(), files: BTreeMap::new() };
    let pieces: Vec<Vec<Piece<'_>>> =
        sources.iter().map(|(_, source)| pieces(source, &readme, &parts, &set)).collect::<Result<_>>()?;
    let titles: Vec<(String, String)> = sources
        .iter()
        .map(|(name, source)| {
            let title = sections(source).first().map(|section| section.title.clone());
            Ok((format!("{name}.html"), title.ok_or_else(|| format!("docs/{name}.md: no heading"))?))
        })
        .collect::<Result<_>>()?;
    let places = places(&titles, &pieces);
    for (index, (file, title)) in titles.iter().enumerate() {
        let mut links = Links { root, own: file, places: &places, files: &mut site.files };
        let body = pieces[index].iter().map(|piece| links.render(piece)).collect::<Result<String>>()?;
        let takes = taken[index].iter().map(|&name| name.to_owned()).collect();
        let html = render::page(file, title, &titles, &body);
        site.pages.push(Page { file: file.clone(), title: title.clone(), takes, html });
    }
    Ok(site)
}

fn text(root: &Path, name: &str) -> Result<String> {
    fs::read_to_string(root.join(name)).map_err(|error| format!("{name}: {error}").into())
}

/// Names the sections that a page takes.
fn takes(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(taken)
}

fn taken(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(TAKES)?.trim_end().strip_suffix("-->")?;
    Some(rest.trim_start_matches(':').trim())
}

/// Cuts a page into its pieces. A section that a page takes by itself is no part of the one that it stands in.
fn pieces<'a>(source: &str, readme: &str, parts: &'a [Section], all: &BTreeSet<&str>) -> Result<Vec<Piece<'a>>> {
    let own = |markdown: String| Piece { base: "docs", markdown, raised: 0, section: None };
    let mut pieces = vec![own(String::new())];
    for line in source.lines() {
        let Some(name) = taken(line) else {
            match pieces.last_mut() {
                Some(last) if last.base == "docs" => last.markdown.extend([line, "\n"]),
                _ => pieces.push(own(format!("{line}\n"))),
            }
            continue;
        };
        let piece = |markdown, raised, section| Piece { base: "", markdown, raised, section };
        if name.is_empty() {
            // What stands between the title and the first section.
            let body = parts.first().map_or(0, |title| title.body);
            let end = parts.get(1).map_or(readme.len(), |next| next.start);
            pieces.push(piece(readme[body..end].to_owned(), 0, None));
            continue;
        }
        let section =
            parts.iter().find(|part| part.title == name).ok_or_else(|| format!("{README}: no section {name}"))?;
        let inside = |part: &&Section| part.start > section.start && part.end <= section.end;
        let mut markdown = readme[section.start..section.end].to_owned();
        for part in parts.iter().rev().filter(inside).filter(|part| all.contains(part.title.as_str())) {
            markdown.replace_range(part.start - section.start..part.end - section.start, "");
        }
        pieces.push(piece(markdown, section.level.saturating_sub(2), Some(section)));
    }
    Ok(pieces)
}

/// Where each heading of the README stands: page and name; and each heading of a page, by `page#name`.
fn places(titles: &[(String, String)], pieces: &[Vec<Piece<'_>>]) -> BTreeMap<String, String> {
    let mut places = BTreeMap::new();
    for ((file, _), pieces) in titles.iter().zip(pieces) {
        for piece in pieces {
            // A section that is named again on its own has the name that the README gives it.
            let first = piece.section.map(|section| section.slug.clone());
            for (index, section) in sections(&piece.markdown).into_iter().enumerate() {
                let slug = first.clone().filter(|_| index == 0).unwrap_or(section.slug);
                let from = if piece.base.is_empty() { README } else { file.as_str() };
                places.insert(format!("{from}#{slug}"), format!("{file}#{slug}"));
                places.insert(format!("{file}#{slug}"), format!("{file}#{slug}"));
            }
        }
        places.insert(file.clone(), file.clone());
    }
    places
}

/// What links of a page lead to.
struct Links<'s> {
    root: &'s Path,
    own: &'s str,
    places: &'s BTreeMap<String, String>,
    files: &'s mut BTreeMap<String, Vec<u8>>,
}

impl Links<'_> {
    fn render(&mut self, piece: &Piece<'_>) -> Result<String> {
        render::body(&piece.markdown, piece.raised, |link| self.target(piece.base, link))
    }

    /// Returns where a link leads on the site; what it names is copied there, if that is no page.
    fn target(&mut self, base: &str, link: &str) -> Result<String> {
        if link.starts_with("https://") {
            return Ok(link.to_owned());
        }
        let dead = || format!("{}: a link that leads nowhere: {link}", self.own);
        let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
        let path = joined(base, path).ok_or_else(dead)?;
        let page = match path.strip_prefix("docs/").and_then(|name| name.strip_suffix(".md")) {
            _ if link.starts_with('#') && base.is_empty() => Some(README.to_owned()),
            _ if link.starts_with('#') => Some(self.own.to_owned()),
            Some(name) => Some(format!("{name}.html")),
            None => (path == README).then(|| README.to_owned()),
        };
        if let Some(page) = page {
            let place = match anchor {
                Some(anchor) => format!("{page}#{anchor}"),
                None if page == README => "index.html".to_owned(),
                None => page,
            };
            return self.places.get(&place).cloned().ok_or_else(|| dead().into());
        }
        let name = path.strip_prefix("docs/").unwrap_or(&path).to_owned();
        if !["docs/", "screenshots/"].iter().any(|folder| path.starts_with(folder)) {
            return Err(dead().into());
        }
        let bytes = fs::read(self.root.join(&path)).map_err(|_| dead())?;
        self.files.insert(name.clone(), bytes);
        Ok(name)
    }
}

/// Joins a link to the folder that it is seen from; `None` if it leads out of the repository.
fn joined(base: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
