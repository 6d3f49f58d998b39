//! The lines of a part of the table of patterns by hash.
//!
//! A line is looked up in the table where it stands, by halving, since most reports are read in less time than an index takes
//! to make. Of a text of very many short lines each is looked up more than once: there the index pays.

use rustc_hash::{FxHashMap, FxHashSet};

use super::pattern_table::{Lines, Start};

/// Holds the whole lines of a part, and where its beginnings are that begin in some way.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    whole: FxHashSet<&'static str>,
    beginnings: FxHashMap<(u8, Start), Lines>,
}

impl Index {
    /// Reads a part. Cost: linear in its lines.
    pub fn of(lines: Lines) -> Self {
        let mut index = Self::default();
        for (line, from) in lines.each_with_rest() {
            match line.as_bytes() {
                [b'=', ..] => _ = index.whole.insert(&line[1..]),
                [sign, ..] => {
                    for start in Start::all(&line[1..]) {
                        index.beginnings.entry((*sign, start)).or_insert(from);
                    }
                }
                [] => {}
            }
        }
        index
    }

    /// Tells whether a text is a whole line.
    pub fn has_whole(&self, text: &str) -> bool {
        self.whole.contains(text)
    }

    /// Returns the lines from the first one on that has a sign and begins so; none if no line does.
    pub fn from(&self, sign: u8, start: Start) -> Lines {
        self.beginnings.get(&(sign, start)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::pattern_kind::KINDS;
    use super::super::pattern_table::parts;
    use super::*;

    #[test]
    fn it_finds_what_halving_finds() {
        for part in parts().take(KINDS) {
            let index = Index::of(part.lines);
            for line in part.lines.all() {
                let (sign, text) = (line.as_bytes()[0], &line[1..]);
                assert_eq!(index.has_whole(text), part.lines.has(b'=', text), "{line}");
                for start in Start::all(text) {
                    let found = index.from(sign, start).while_beginning(sign, start);
                    assert!(sign == b'=' || found.eq(part.lines.beginning(sign, start)), "{line}");
                }
            }
        }
    }
}
