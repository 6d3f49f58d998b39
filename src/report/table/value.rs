//! What a cell holds.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// What a cell holds; it is a type of its own in JSON, and text in a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'v> {
    /// Words of ours, such as a letter or a relation.
    Name(Cow<'v, str>),
    /// Words of an article.
    Text(Cow<'v, str>),
    Count(usize),
    /// From 0 to 1.
    Share(f64),
    Truth(bool),
    /// Numbers of blocks, from 1; parted by spaces in a table.
    Blocks(Vec<usize>),
    /// Names, parted by spaces in a table.
    Names(Vec<String>),
}

impl Value<'_> {
    /// Returns it as the text of a cell.
    pub(super) fn cell(&self) -> Cow<'_, str> {
        match self {
            Value::Name(name) => Cow::Borrowed(name),
            Value::Text(text) => inert(text),
            Value::Count(count) => Cow::Owned(count.to_string()),
            Value::Share(share) => Cow::Owned(share.to_string()),
            Value::Truth(is_so) => Cow::Borrowed(if *is_so { "true" } else { "false" }),
            Value::Blocks(blocks) => Cow::Owned(blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
            Value::Names(names) => Cow::Owned(names.join(" ")),
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Name(text) | Value::Text(text) => text.serialize(serializer),
            Value::Count(count) => count.serialize(serializer),
            Value::Share(share) => share.serialize(serializer),
            Value::Truth(is_so) => is_so.serialize(serializer),
            Value::Blocks(blocks) => blocks.serialize(serializer),
            Value::Names(names) => names.serialize(serializer),
        }
    }
}

/// Returns a text that no spreadsheet takes for a formula: an apostrophe before it says that it is none.
///
/// Source: OWASP, "CSV Injection"; the wide forms are those of East Asian keyboards.
fn inert(text: &str) -> Cow<'_, str> {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    if text.trim_start_matches(' ').starts_with(begins) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_text() {
        for formula in ["=1+1", "+41 boats", "-3 degrees", "@sum", "＝1", "  =1", "\t=1"] {
            assert_eq!(Value::Text(formula.into()).cell(), format!("'{formula}"));
        }
        for text in ["a = b", "3 - 4", "– a dash", "", "'=1"] {
            assert_eq!(Value::Text(text.into()).cell(), text);
        }
    }

    #[test]
    fn lists_are_parted_by_spaces() {
        assert_eq!(Value::Blocks(vec![4, 5]).cell(), "4 5");
        assert_eq!(Value::Names(vec!["E by B".to_owned()]).cell(), "E by B");
        assert_eq!(Value::Share(0.5).cell(), "0.5");
    }
}
