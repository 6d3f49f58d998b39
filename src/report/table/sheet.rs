//! Where rows are written.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::ser::{SerializeMap, Serializer};

use super::value::Value;
use crate::layout::PageSetup;
use crate::present::excerpts;
use crate::story::Story;

/// Says that what follows is UTF-8: without it spreadsheets take it for the encoding of the system, and spoil what is no ASCII.
const ENCODING_MARK: &[u8] = "\u{feff}".as_bytes();

/// Takes the names of columns, then rows of as many values.
pub(super) trait Sheet {
    /// Names the columns; once, before any row.
    fn head(&mut self, names: &[Cow<'static, str>]) -> io::Result<()>;

    /// Writes a row.
    fn row(&mut self, values: &[Value<'_>]) -> io::Result<()>;

    /// Writes what is left.
    fn finish(&mut self) -> io::Result<()>;
}

/// Writes rows with a sign between the cells.
pub(super) struct SeparatedSheet<'o> {
    out: csv::Writer<&'o mut dyn Write>,
    /// Whether cells may have quotation marks around them, and more than one line.
    is_quoted: bool,
}

impl<'o> SeparatedSheet<'o> {
    /// With commas, and quotation marks around cells where they are needed; behind the [`ENCODING_MARK`].
    ///
    /// # Errors
    ///
    /// What `out` says.
    pub(super) fn csv(out: &'o mut dyn Write) -> io::Result<Self> {
        out.write_all(ENCODING_MARK)?;
        Ok(Self { out: csv::Writer::from_writer(out), is_quoted: true })
    }

    /// With tabs, and every cell as it is.
    pub(super) fn tsv(out: &'o mut dyn Write) -> Self {
        let style = csv::QuoteStyle::Never;
        let out = csv::WriterBuilder::new().delimiter(b'\t').quote_style(style).from_writer(out);
        Self { out, is_quoted: false }
    }

    fn write(&mut self, cells: &mut dyn Iterator<Item = Cow<'_, str>>) -> io::Result<()> {
        for cell in cells {
            let is_plain = self.is_quoted || !cell.contains(['\t', '\n', '\r']);
            let cell = if is_plain { cell } else { Cow::Owned(cell.replace(['\t', '\n', '\r'], " ")) };
            self.out.write_field(cell.as_bytes())?;
        }
        Ok(self.out.write_record(None::<&[u8]>)?)
    }
}

impl Sheet for SeparatedSheet<'_> {
    fn head(&mut self, names: &[Cow<'static, str>]) -> io::Result<()> {
        self.write(&mut names.iter().map(|name| Cow::Borrowed(&**name)))
    }

    fn row(&mut self, values: &[Value<'_>]) -> io::Result<()> {
        let is_quoted = self.is_quoted;
        self.write(&mut values.iter().map(|value| value.cell(is_quoted)))
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes an object a line.
pub(super) struct JsonSheet<'o> {
    out: &'o mut dyn Write,
    names: Vec<Cow<'static, str>>,
}

impl<'o> JsonSheet<'o> {
    pub(super) fn new(out: &'o mut dyn Write) -> Self {
        Self { out, names: Vec::new() }
    }
}

impl Sheet for JsonSheet<'_> {
    fn head(&mut self, names: &[Cow<'static, str>]) -> io::Result<()> {
        self.names = names.to_vec();
        Ok(())
    }

    fn row(&mut self, values: &[Value<'_>]) -> io::Result<()> {
        let mut serializer = serde_json::Serializer::new(&mut *self.out);
        let mut object = serializer.serialize_map(Some(values.len()))?;
        for (name, value) in self.names.iter().zip(values) {
            object.serialize_entry(name, value)?;
        }
        object.end()?;
        self.out.write_all(b"\n")
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Joins the texts of some blocks of an article, a line for each; of an excerpt their first words.
pub(super) fn texts(story: &Story, article: usize, blocks: &[usize], is_excerpt: bool) -> String {
    let text = |block: &usize| {
        let text = &*story.articles()[article].blocks[*block].text;
        if is_excerpt { excerpts::first_words(text, PageSetup::default()) } else { Cow::Borrowed(text) }
    };
    blocks.iter().map(text).collect::<Vec<_>>().join("\n")
}
