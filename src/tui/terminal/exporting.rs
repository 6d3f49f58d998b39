//! Writes what the reader asks for into a file, and has a browser show it if that is asked.

use std::path::Path;

use super::Save;
use crate::tui::export::written;
use crate::tui::state::{ExportChoice, Reader};

/// Writes what is chosen, opens it if that is asked, and says where it is.
///
/// # Errors
///
/// Why nothing was written, in a line.
pub(super) fn write(
    reader: &Reader,
    choice: ExportChoice,
    path: &str,
    opens: bool,
    save: Save<'_>,
) -> Result<String, String> {
    let text = written(reader, choice).map_err(|error| format!("not written: {error}"))?;
    let place = save(Path::new(path), &text).map_err(|cause| format!("not written: {cause}; another name?"))?;
    Ok(match opens.then(|| open::that_detached(&place)) {
        None => format!("written: {place}, {}", size(text.len())),
        Some(Ok(())) => format!("written, and handed to what shows such files here: {place}"),
        Some(Err(_)) => format!("written: {place}; nothing here shows such files, open it in a browser"),
    })
}

/// Says how much was written.
fn size(bytes: usize) -> String {
    if bytes < 10_000 { format!("{bytes} bytes") } else { format!("{} kB", bytes / 1000) }
}
