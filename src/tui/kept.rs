//! What the program keeps from one day to the next, each in a file of its own. No file is opened here.
//!
//! ```text
//!     places.json     where stories were left           pins.json     which blocks were set opposite by hand
//! ```

/// Why nothing is read in a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// It is not what was written: what should be in it, and what is wrong.
    #[error("no {0} can be read in it ({1})")]
    Broken(&'static str, String),
    /// Another program's, or of a later version than the one named.
    #[error("of another kind than {0}")]
    OtherSchema(&'static str),
}

/// What is kept in a file.
pub trait Kept: Default {
    /// The name of the file.
    const FILE: &'static str;
    /// What one thing in it is called.
    const ONE: &'static str;
    /// What several are called.
    const MANY: &'static str;
    /// What is said if those of a sitting cannot be kept.
    const LOST: &'static str;

    /// Reads what [`Self::write`] wrote. What of it is not understood is left out.
    ///
    /// # Errors
    ///
    /// If nothing of it can be read.
    fn read(text: &str) -> Result<Self, Unread>;

    /// Writes it as JSON.
    fn write(&self) -> String;

    /// Takes in what another reader has kept, and tells whether any of it is news.
    fn keep_all(&mut self, others: &Self) -> bool;

    /// Tells whether there is nothing in it.
    fn is_empty(&self) -> bool;
}

/// Reads a text as JSON of a schema.
///
/// # Errors
///
/// If it is no JSON, or of another schema; `what` should be in it.
pub(super) fn read_json(text: &str, schema: &'static str, what: &'static str) -> Result<serde_json::Value, Unread> {
    let value: serde_json::Value =
        serde_json::from_str(text).map_err(|error| Unread::Broken(what, error.to_string()))?;
    match value.get("schema").and_then(serde_json::Value::as_str) {
        Some(other) if other != schema => Err(Unread::OtherSchema(schema)),
        _ => Ok(value),
    }
}
