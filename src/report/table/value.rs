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
    /// Nothing is known of it: an empty cell, and null in JSON.
    Missing,
    Count(usize),
    /// A figure of an article.
    Number(f64),
    /// From 0 to 1.
    Share(f64),
    Truth(bool),
    /// Numbers of blocks, from 1; parted by spaces in a table.
    Blocks(Vec<usize>),
    /// Names, parted by spaces in a table.
    Names(Vec<String>),
    /// What articles are called; parted by semicolons in a table.
    Outlets(Vec<String>),
}

impl Value<'_> {
    /// Returns it as the text of a cell, which has quotation marks of ours around it where it needs them, or never has.
    pub(super) fn cell(&self, is_quoted: bool) -> Cow<'_, str> {
        match self {
            Value::Name(name) => Cow::Borrowed(name),
            Value::Text(text) => inert(text, is_quoted),
            Value::Missing => Cow::Borrowed(""),
            Value::Count(count) => Cow::Owned(count.to_string()),
            Value::Number(number) => Cow::Owned(number.to_string()),
            Value::Share(share) => Cow::Owned(share.to_string()),
            Value::Truth(is_so) => Cow::Borrowed(if *is_so { "true" } else { "false" }),
            Value::Blocks(blocks) => Cow::Owned(blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")),
            Value::Names(names) => Cow::Owned(names.join(" ")),
            Value::Outlets(names) => Cow::Owned(inert(&names.join("; "), is_quoted).into_owned()),
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Name(text) | Value::Text(text) => text.serialize(serializer),
            Value::Missing => serializer.serialize_none(),
            Value::Count(count) => count.serialize(serializer),
            Value::Number(number) => super::super::numbers::number(*number).serialize(serializer),
            Value::Share(share) => share.serialize(serializer),
            Value::Truth(is_so) => is_so.serialize(serializer),
            Value::Blocks(blocks) => blocks.serialize(serializer),
            Value::Names(names) | Value::Outlets(names) => names.serialize(serializer),
        }
    }
}

/// Returns a text that no spreadsheet takes for a formula: an apostrophe before it says that it is none. Where cells have no
/// quotation marks of ours, one at the beginning of a text would be read as one, up to the next in whichever cell that is, and what
/// follows it could be a formula after all.
///
/// Source: OWASP, "CSV Injection"; the wide forms are those of East Asian keyboards.
fn inert(text: &str, is_quoted: bool) -> Cow<'_, str> {
    let begins = |c: char| match c {
        '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠' => true,
        '"' => !is_quoted,
        _ => false,
    };
    if text.trim_start_matches([' ', '\n']).starts_with(begins) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cell of a text.
    fn cell(text: &str, is_quoted: bool) -> String {
        Value::Text(text.into()).cell(is_quoted).into_owned()
    }

    #[test]
    fn a_formula_is_text() {
        for formula in ["=1+1", "+41 boats", "-3 degrees", "@sum", "＝1", "  =1", "\t=1", "\n=1"] {
            assert_eq!([true, false].map(|is_quoted| cell(formula, is_quoted)), [0, 1].map(|_| format!("'{formula}")));
        }
        for text in ["a = b", "3 - 4", "– a dash", "", "'=1"] {
            assert_eq!([true, false].map(|is_quoted| cell(text, is_quoted)), [text, text]);
        }
    }

    #[test]
    fn a_mark_that_would_be_taken_for_ours_is_text() {
        for text in ["\"=1+1\", she wrote", "\"", " \"a"] {
            assert_eq!((cell(text, true), cell(text, false)), (text.to_owned(), format!("'{text}")));
        }
        assert_eq!(cell("an \"inn\"", false), "an \"inn\"");
    }

    #[test]
    fn lists_are_parted_by_spaces() {
        assert_eq!(Value::Blocks(vec![4, 5]).cell(true), "4 5");
        assert_eq!(Value::Names(vec!["E by B".to_owned()]).cell(true), "E by B");
        let outlets = ["=Wire", "Harbour Ledger"].map(str::to_owned).to_vec();
        assert_eq!(Value::Outlets(outlets).cell(true), "'=Wire; Harbour Ledger");
        assert_eq!(Value::Share(0.5).cell(true), "0.5");
    }
}
