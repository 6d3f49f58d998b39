//! What the reader can give to others: what is written of the two articles, or of the whole story, and in which format.

use std::path::Path;

use super::Reader;
use crate::letters::letter;
use crate::options::Format;
use crate::present::tables::TableKind;

/// Of what something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exported {
    /// The two articles on the screen.
    Pair,
    /// All articles.
    Story,
}

/// Says what becomes of what is written, and of a file that has its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterExport {
    /// It is kept; nothing is written where a file is.
    Kept,
    /// The same, and a browser is asked to show it.
    Opened,
    /// It stands in place of such a file.
    Replaced,
}

/// What is written, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportChoice {
    /// Of what.
    pub what: Exported,
    /// As what.
    pub format: Format,
    /// What the rows of a table are.
    pub table: TableKind,
    /// Whether text is written in sentences, for those who hear it.
    pub is_plain: bool,
    /// Whether each block is kept to its first words and its marked runs.
    pub is_excerpt: bool,
}

/// What can be written, whether in sentences, with what it is, what is wanted most first.
const PAGES: &[(Exported, Format, bool, &str)] = &[
    (Exported::Pair, Format::Html, false, "page for a browser"),
    (Exported::Story, Format::Html, false, "page for a browser"),
    (Exported::Pair, Format::Markdown, false, "tables for a page or a mail"),
    (Exported::Story, Format::Markdown, false, "tables for a page or a mail"),
    (Exported::Pair, Format::Text, false, "two columns, marks as signs"),
    (Exported::Pair, Format::Text, true, "sentences without columns, to be heard"),
    (Exported::Story, Format::Text, true, "its pages in sentences, to be heard"),
    (Exported::Pair, Format::Svg, false, "one tall picture, as on this screen"),
    (Exported::Pair, Format::Json, false, "the comparison for scripts"),
    (Exported::Story, Format::Json, false, "every pair for scripts"),
];

/// The tables that can be written, with what their rows are, of what; all of them are for a spreadsheet.
const TABLES: &[(Exported, TableKind, &str)] = &[
    (Exported::Pair, TableKind::Links, "links as rows for a spreadsheet"),
    (Exported::Story, TableKind::Links, "links as rows for a spreadsheet"),
    (Exported::Story, TableKind::Quotations, "quotations as rows for a spreadsheet"),
    (Exported::Story, TableKind::Figures, "figures and dates as rows for a spreadsheet"),
    (Exported::Story, TableKind::People, "names as rows for a spreadsheet"),
    (Exported::Story, TableKind::Words, "words as rows for a spreadsheet"),
];

impl ExportChoice {
    /// Returns what can be written of an open story, each with what it is. Of two articles alone every pair is the pair.
    pub fn all(reader: &Reader) -> impl Iterator<Item = (Self, &'static str)> {
        let has_others = reader.pair.story.articles().len() > 2;
        let new = |what, format, table| Self { what, format, table, is_plain: false, is_excerpt: false };
        let pages = PAGES.iter().map(move |&(what, format, is_plain, meaning)| {
            (Self { is_plain, ..new(what, format, TableKind::default()) }, meaning)
        });
        let tables = TABLES.iter().map(move |&(what, table, meaning)| (new(what, Format::Csv, table), meaning));
        let is_of_pair = |choice: &Self| {
            choice.format == Format::Json || choice.table == TableKind::Links && choice.format == Format::Csv
        };
        pages
            .chain(tables)
            .filter(move |(choice, _)| has_others || choice.what == Exported::Pair || !is_of_pair(choice))
    }

    /// Names what is written: `A and B`, `all 5 outlets`.
    #[must_use]
    pub fn named(self, reader: &Reader) -> String {
        let pair = &reader.pair;
        match self.what {
            Exported::Pair => format!("{} and {}", letter(pair.shown.left), letter(pair.shown.right)),
            Exported::Story if pair.story.articles().len() == 2 => "the story of both".to_owned(),
            Exported::Story => format!("all {} outlets", pair.story.articles().len()),
        }
    }

    /// Returns a name for the file: `ferry-A-B.html`. What may stand in no name of a file is a hyphen there.
    #[must_use]
    pub fn file_name(self, reader: &Reader) -> String {
        let pair = &reader.pair;
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let name: String = pair.story.name.chars().map(|c| if is_plain(c) { c } else { '-' }).collect();
        let name = name.trim_matches(['-', '.']);
        let name = if name.is_empty() { "story" } else { name };
        let ending = self.format.ending();
        match self.what {
            Exported::Pair => format!("{name}-{}-{}.{ending}", letter(pair.shown.left), letter(pair.shown.right)),
            Exported::Story if self.table != TableKind::Links => format!("{name}-{}.{ending}", self.table.name()),
            Exported::Story => format!("{name}.{ending}"),
        }
    }

    /// Tells whether excerpts can be written of it: a picture shows the screen as it is.
    #[must_use]
    pub fn has_excerpts(self) -> bool {
        self.format != Format::Svg
    }

    /// Returns the ending of a name, if files of that ending hold something else.
    #[must_use]
    pub fn format_of_another(self, name: &str) -> Option<&str> {
        let (_, ending) = name.rsplit_once('.')?;
        let format = Format::of_file(Path::new(name)).ok().flatten()?;
        (format.ending() != self.format.ending()).then_some(ending)
    }

    /// Tells whether a browser shows it.
    #[must_use]
    pub const fn is_for_browsers(self) -> bool {
        matches!(self.format, Format::Html | Format::Svg)
    }
}
