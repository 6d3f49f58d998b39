//! Stories that passim found: its clusters of passages, read back as articles of a folder.
//!
//! ```text
//!     out.json/part-00000-….json      {"cluster":3,"id":"1.txt",…}        the articles 1.txt and strike/2.txt of the folder,
//!                                     {"cluster":3,"id":"strike/2.txt"}    a story called "cluster 3 · 2 articles · Three boats …"
//! ```
//!
//! Clusters of the same articles are one story, which is called by the first of them. Nothing outside of the folder is
//! ever read, whatever a line says.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use super::files::inside;
use super::{Cause, ShelfStory, Trouble, clean, natural};
use crate::formats::passim;

/// The folder in which passim puts its parts.
const OUT: &str = "out.json";

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 16 << 20;

/// How many stories are listed: the largest.
const MOST: usize = 1_000;

/// The letters of a passage that stand in the name of its story.
const SHOWN: usize = 40;

/// Holds the stories that passim found.
#[derive(Debug)]
pub struct ClusterStories {
    /// Those with most articles first.
    pub stories: Vec<ShelfStory>,
    /// What there is to say of the rest, a line each.
    pub remarks: Vec<String>,
}

/// Reads the clusters of a file, or of the folder that passim wrote, as stories of the articles in a folder.
///
/// Cost: linear in the file, which is read line by line; a look at each document that it names.
///
/// # Errors
///
/// A file that cannot be read or is none of passim's, with its line; clusters of which none has two articles of the
/// folder.
pub fn stories(file: &Path, folder: &Path) -> Result<ClusterStories, Trouble> {
    let mut clusters = Clusters {
        folder,
        documents: HashMap::new(),
        known: Vec::new(),
        places: HashMap::new(),
        by_name: HashMap::new(),
        all: Vec::new(),
    };
    for part in parts(file)? {
        clusters.read(&part)?;
    }
    clusters.stories(file)
}

/// Lists the files that passim wrote.
fn parts(file: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let trouble = |path: &Path, cause: Cause| cause.of(path.to_string_lossy());
    if !file.is_dir() {
        return Ok(vec![file.to_path_buf()]);
    }
    let out = file.join(OUT);
    let folder = if out.is_dir() { out } else { file.to_path_buf() };
    let listing = fs::read_dir(&folder).map_err(|error| trouble(&folder, error.into()))?;
    let mut parts: Vec<(String, PathBuf)> = listing
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_string_lossy().into_owned();
            (name.starts_with("part-") && path.is_file()).then_some((name, path))
        })
        .collect();
    parts.sort_by(|a, b| natural::compare(&a.0, &b.0));
    if parts.is_empty() {
        let what = if file.join("out.parquet").is_dir() {
            PARQUET
        } else {
            "no part of passim's output in it (out.json/part-…)"
        };
        return Err(trouble(file, Cause::Foreign(what.to_owned())));
    }
    Ok(parts.into_iter().map(|(_, path)| path).collect())
}

const PARQUET: &str = "Parquet, which is not read; try: passim --output-format json";

/// Says what bytes are that no text begins with.
fn foreign(head: &[u8]) -> Option<&'static str> {
    match head {
        [b'P', b'A', b'R', b'1', ..] => Some(PARQUET),
        [0x1f, 0x8b, ..] => Some("compressed; try: gunzip FILE"),
        [b'B', b'Z', b'h', ..] => Some("compressed; try: bunzip2 FILE"),
        _ => None,
    }
}

/// Holds what is read of clusters so far. Documents and clusters are numbered in their order.
struct Clusters<'f> {
    folder: &'f Path,
    /// The number of a document that lies in the folder by its name; `None` for one that does not.
    documents: HashMap<String, Option<usize>>,
    /// Where those are that do.
    known: Vec<PathBuf>,
    /// Their numbers by where they are in the end, whatever links and names lead there.
    places: HashMap<PathBuf, usize>,
    by_name: HashMap<String, usize>,
    all: Vec<Cluster>,
}

/// Holds a cluster.
struct Cluster {
    name: String,
    /// The documents that have a passage of it, ascending.
    documents: Vec<usize>,
    /// How its first passage begins.
    text: String,
}

impl Clusters<'_> {
    fn read(&mut self, part: &Path) -> Result<(), Trouble> {
        let trouble = |cause: Cause| cause.of(part.to_string_lossy());
        let mut lines = BufReader::new(File::open(part).map_err(|error| trouble(error.into()))?);
        if let Some(what) = lines.fill_buf().map_err(|error| trouble(error.into())).map(foreign)? {
            return Err(trouble(Cause::Foreign(what.to_owned())));
        }
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            let read = lines.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', &mut line);
            if read.map_err(|error| trouble(error.into()))? == 0 {
                break;
            }
            let wrong = |what: String| trouble(Cause::Format(format!("line {number}: {what}")));
            if line.len() as u64 > LONGEST_LINE {
                return Err(wrong(format!("longer than {} MB", LONGEST_LINE >> 20)));
            }
            if !line.trim_ascii().is_empty() {
                self.take(passim::read(&line).map_err(wrong)?);
            }
        }
        Ok(())
    }

    fn take(&mut self, passage: passim::ClusterPassage) {
        let passim::ClusterPassage { cluster, id, text } = passage;
        let Self { folder, documents, known, places, by_name, all } = self;
        let document = *documents.entry(id).or_insert_with_key(|id| {
            let (path, full) = inside(folder, id).ok()?;
            Some(match places.entry(full) {
                Entry::Occupied(place) => *place.get(),
                Entry::Vacant(place) => {
                    known.push(path);
                    *place.insert(known.len() - 1)
                }
            })
        });
        let index = *by_name.entry(cluster).or_insert_with_key(|name| {
            all.push(Cluster { name: clean::line(name), documents: Vec::new(), text: shown(&text) });
            all.len() - 1
        });
        if let Some(document) = document
            && let Err(at) = all[index].documents.binary_search(&document)
        {
            all[index].documents.insert(at, document);
        }
    }

    /// Makes a story of each set of articles that a cluster has.
    fn stories(self, file: &Path) -> Result<ClusterStories, Trouble> {
        let Self { folder, documents, known, all, .. } = self;
        let absent = || documents.iter().filter(|(_, document)| document.is_none()).map(|(id, _)| id);
        let missing = absent().count();
        let count = all.len();
        // For each set of articles the first cluster that has it, and how many have.
        let mut found: FxHashMap<Vec<usize>, (usize, Cluster)> = FxHashMap::default();
        let mut order = Vec::new();
        for cluster in all.into_iter().filter(|cluster| cluster.documents.len() > 1) {
            let set = cluster.documents.clone();
            found.entry(set).and_modify(|(count, _)| *count += 1).or_insert_with_key(|set| {
                order.push(set.clone());
                (1, cluster)
            });
        }
        if order.is_empty() {
            let example = absent().min().map_or_else(String::new, |id| format!(", such as {}", clean::line(id)));
            let what = match count {
                0 => "no clusters in it".to_owned(),
                _ => format!(
                    "none of {count} clusters has two articles of {}; {} not there{}",
                    folder.display(),
                    missed(missing),
                    example
                ),
            };
            return Err(Cause::Format(what).of(file.to_string_lossy()));
        }
        order.sort_by_key(|set| std::cmp::Reverse((set.len(), found[set].0)));
        let (mut stories, mut remarks) = (Vec::new(), Vec::new());
        let shown = clean::line(&file.to_string_lossy());
        if order.len() > MOST {
            remarks.push(format!("{shown}: the {MOST} largest of {} stories are listed", order.len()));
        }
        if missing > 0 {
            remarks.push(format!("{shown}: {} not in {}", missed(missing), folder.display()));
        }
        for set in order.into_iter().take(MOST) {
            let Some((count, Cluster { name, text, .. })) = found.remove(&set) else { continue };
            let clusters = if count == 1 { String::new() } else { format!(" and {} more", count - 1) };
            let mut paths: Vec<PathBuf> = set.iter().map(|&document| known[document].clone()).collect();
            paths.sort_by(|a, b| natural::compare(&a.to_string_lossy(), &b.to_string_lossy()));
            stories.push(ShelfStory {
                name: format!("cluster {name}{clusters} · {} articles · {text}", set.len()),
                own: name,
                paths,
            });
        }
        Ok(ClusterStories { stories, remarks })
    }
}

/// Returns how a passage begins, in a line.
fn shown(text: &str) -> String {
    // No more of it is cleaned than can be shown.
    let start: String = text.chars().take(4 * SHOWN).collect();
    let line = clean::line(&clean::text(&start).split_whitespace().collect::<Vec<_>>().join(" "));
    let cut = line.char_indices().nth(SHOWN).map(|(at, _)| &line[..at]);
    cut.map_or_else(|| line.clone(), |cut| format!("{} …", cut.rsplit_once(' ').map_or(cut, |(words, _)| words)))
}

/// Counts documents of a file of clusters: `1 of its documents is`.
fn missed(count: usize) -> String {
    format!("{count} of its documents {}", if count == 1 { "is" } else { "are" })
}
