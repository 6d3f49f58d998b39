//! The parts of a document: entries of an archive (ZIP).

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that a part may have when it is unpacked.
pub(super) const LARGEST_PART: u64 = 16 << 20;

/// Holds the archive of a document.
pub(super) struct Archive<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Archive<'b> {
    /// Opens one; `None` if the bytes are none.
    pub(super) fn of(bytes: &'b [u8]) -> Option<Self> {
        ZipArchive::new(Cursor::new(bytes)).ok().map(Self)
    }

    /// Returns the text of a part; `None` if there is none of that name.
    ///
    /// # Errors
    ///
    /// If it cannot be unpacked, is too large, or no UTF-8.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        let bytes = self.bytes(name)?;
        let text = bytes.map(String::from_utf8).transpose();
        text.map_err(|_| format!("{name} in it is not UTF-8"))
    }

    /// Returns the bytes of a part; `None` if there is none of that name.
    ///
    /// # Errors
    ///
    /// If it cannot be unpacked, or is too large.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let file = match self.0.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(format!("{name} in it cannot be unpacked")),
        };
        let mut bytes = Vec::new();
        file.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| format!("{name} in it cannot be unpacked"))?;
        if bytes.len() as u64 > LARGEST_PART {
            return Err(format!("{name} in it is larger than {} MB", LARGEST_PART >> 20));
        }
        Ok(Some(bytes))
    }
}
