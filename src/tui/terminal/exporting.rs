//! Writes what the reader asks for into a file, and has a browser show it if that is asked.

use std::path::Path;

use super::{NotSaved, Replaces, Save};
use crate::tui::export::written;
use crate::tui::state::{AfterExport, ExportChoice, Reader};

/// Writes what is chosen, opens it if that is asked, and says where it is.
///
/// # Errors
///
/// Why nothing was written, in a line.
pub(super) fn write(
    reader: &Reader,
    choice: ExportChoice,
    path: &str,
    then: AfterExport,
    save: Save<'_>,
) -> Result<String, String> {
    let text = written(reader, choice).map_err(|error| format!("not written: {error}"))?;
    let replaces = if then == AfterExport::Replaced { Replaces::File } else { Replaces::Nothing };
    let place = save(Path::new(path), &text, replaces).map_err(|cause| match cause {
        NotSaved::Taken(cause) => format!("not written: {cause} · Ctrl-R replaces it"),
        NotSaved::Trouble(cause) => format!("not written: {cause}; another name?"),
    })?;
    Ok(match (then == AfterExport::Opened).then(|| open::that_detached(&place)) {
        None => format!("written: {place}, {}", size(text.len())),
        Some(Ok(())) => format!("written, and handed to what shows such files here: {place}"),
        Some(Err(_)) => format!("written: {place}; nothing here shows such files, open it in a browser"),
    })
}

/// Says how much was written.
fn size(bytes: usize) -> String {
    if bytes < 10_000 { format!("{bytes} bytes") } else { format!("{} kB", bytes / 1000) }
}
