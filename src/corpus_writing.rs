//! The articles of a corpus, written one a line for passim: read, written and forgotten, so that their number does not
//! count.

use std::io::{self, Write};
use std::sync::Arc;

use anyhow::{Context, Result, bail};

use crate::output::{self, say};
use diptych::article::Patterns;
use diptych::intake::corpus::{self, CorpusFile};
use diptych::intake::{ReadOptions, bundled};
use diptych::options::Options;
use diptych::report::passim;

/// How many lines are said of files, at most.
const MOST_LINES: usize = 50;

/// Writes the articles that the arguments name, or those of a story that comes with the program, and returns the exit
/// status. A file of a folder that is no article is passed over with a line, one that is named is trouble.
pub fn write(args: &Options) -> Result<u8> {
    if args.left.is_some() || args.right.is_some() || args.clusters.is_some() {
        bail!("--format passim: writes every article that is named, and takes no --left, --right and --clusters");
    }
    if args.paths.is_empty() {
        let name = args.story.as_deref().unwrap_or(bundled::FIRST);
        let articles = bundled::read(name)
            .with_context(|| format!("{name}: no such story; there are {}", bundled::names().join(", ")))?;
        output::write(args, |out| {
            articles.iter().try_for_each(|article| passim::write(out, &article.source, article))
        })?;
        return Ok(0);
    }
    if let Some(other) = args.paths.iter().find(|path| !path.is_dir() && !path.is_file()) {
        bail!("{}: no folder and no file; --format passim writes what lies in these", other.display());
    }
    let files = corpus::files(&args.paths)?;
    let patterns = (!args.patterns.is_empty()).then(|| Arc::new(Patterns::with(&args.patterns)));
    let options = ReadOptions { patterns, ..ReadOptions::default() };
    let mut said = Said::default();
    let mut trouble = None;
    let written = output::write(args, |out| {
        trouble = write_all(out, &files, &options, &mut said)?;
        // A file that is written in part is given up.
        if trouble.is_none() { Ok(()) } else { Err(io::Error::other("an article is missing")) }
    });
    said.end();
    trouble.map_or(written, Err).map(|()| 0)
}

/// Writes all of them; returns what is wrong with one that was named, where it stops.
fn write_all(
    out: &mut dyn Write,
    files: &[CorpusFile],
    options: &ReadOptions<'_>,
    said: &mut Said,
) -> io::Result<Option<anyhow::Error>> {
    let mut bytes = Vec::new();
    for file in files {
        match file.read(&mut bytes, options) {
            Ok((article, note)) => {
                if let Some(note) = note {
                    said.say(&note);
                }
                passim::write(out, &file.id, &article)?;
            }
            Err(trouble) if file.is_named => return Ok(Some(trouble.into())),
            Err(trouble) => said.say(&format!("{trouble}; passed over")),
        }
    }
    Ok(None)
}

/// Counts the lines that are said.
#[derive(Default)]
struct Said(usize);

impl Said {
    fn say(&mut self, line: &str) {
        self.0 += 1;
        if self.0 <= MOST_LINES {
            say(line);
        }
    }

    /// Says how many more there were.
    fn end(&self) {
        if self.0 > MOST_LINES {
            say(&format!("… and {} more lines of this kind", self.0 - MOST_LINES));
        }
    }
}
