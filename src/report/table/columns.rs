//! What columns are called, and what they hold.

use std::borrow::Cow;

/// A column: its name, and what it holds.
pub(super) type Column = (&'static str, &'static str);

/// Returns their names.
pub(super) fn names(columns: &[Column]) -> Vec<Cow<'static, str>> {
    columns.iter().map(|(name, _)| Cow::Borrowed(*name)).collect()
}
