//! The labels before lines of an export, and what they say.
//!
//! ```text
//!     SECTION: NEWS; Pg. 4                   a line of the archive
//!     BYLINE: Ann Example                    who wrote it
//!     Industry: that is what we live by, said the mayor on Tuesday.      a sentence, and no label
//! ```

use crate::formats::line_breaks::ends_sentence;

/// Says what a labelled line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Headline,
    Byline,
    Outlet,
    /// Outlet, place and day in one.
    Publication,
    Date,
    Language,
    /// How many words the report is long.
    Length,
    /// The label goes, what follows it is text.
    Text,
    /// The label goes, what follows it stands under a picture.
    Caption,
    /// Terms of an index, each with its weight: `LARN LTD (90%)`.
    Terms,
    /// A line of the archive.
    Page,
}

/// The labels of Nexis in several languages, in lower case.
pub(super) const NEXIS: &[(&str, Role)] = &[
    ("headline", Role::Headline),
    ("titre", Role::Headline),
    ("überschrift", Role::Headline),
    ("byline", Role::Byline),
    ("autor", Role::Byline),
    ("auteur", Role::Byline),
    ("length", Role::Length),
    ("länge", Role::Length),
    ("longueur", Role::Length),
    ("longitud", Role::Length),
    ("lengte", Role::Length),
    ("section", Role::Page),
    ("rubrik", Role::Page),
    ("rubrique", Role::Page),
    ("sección", Role::Page),
    ("sectie", Role::Page),
    ("dateline", Role::Page),
    ("highlight", Role::Text),
    ("body", Role::Text),
    ("graphic", Role::Caption),
    ("load-date", Role::Page),
    ("update", Role::Page),
    ("date-chargement", Role::Page),
    ("laaddatum", Role::Page),
    ("language", Role::Page),
    ("sprache", Role::Page),
    ("langue", Role::Page),
    ("publication-type", Role::Page),
    ("type-publication", Role::Page),
    ("journal-code", Role::Page),
    ("distribution", Role::Page),
    ("acc-no", Role::Page),
    ("document-type", Role::Page),
    ("subject", Role::Page),
    ("organization", Role::Page),
    ("geographic", Role::Page),
    ("industry", Role::Page),
    ("company", Role::Terms),
    ("ticker", Role::Terms),
    ("person", Role::Terms),
    ("city", Role::Terms),
    ("state", Role::Terms),
    ("country", Role::Terms),
];

/// The labels of `ProQuest`, in lower case.
pub(super) const PROQUEST: &[(&str, Role)] = &[
    ("author", Role::Byline),
    ("full text", Role::Text),
    ("publication title", Role::Outlet),
    ("publication info", Role::Publication),
    ("abstract", Role::Page),
    ("links", Role::Page),
    ("subject", Role::Page),
    ("location", Role::Page),
    ("people", Role::Page),
    ("company / organization", Role::Page),
    ("title", Role::Headline),
    ("pages", Role::Page),
    ("publication year", Role::Page),
    ("publication date", Role::Date),
    ("year", Role::Page),
    ("section", Role::Page),
    ("publisher", Role::Page),
    ("place of publication", Role::Page),
    ("country of publication", Role::Page),
    ("publication subject", Role::Page),
    ("issn", Role::Page),
    ("source type", Role::Page),
    ("language of publication", Role::Language),
    ("document type", Role::Page),
    ("proquest document id", Role::Page),
    ("document url", Role::Page),
    ("last updated", Role::Page),
    ("database", Role::Page),
    ("copyright", Role::Page),
];

/// The longest label, in bytes.
pub(super) const LABEL: usize = 30;

/// Returns the role and the value of a line with a label.
pub(super) fn labelled<'t>(text: &'t str, labels: &[(&str, Role)]) -> Option<(Role, &'t str)> {
    let colon = text.bytes().take(LABEL).position(|byte| byte == b':')?;
    let label = text[..colon].trim_end().to_lowercase();
    let (_, role) = labels.iter().find(|(known, _)| *known == label)?;
    let value = text[colon + 1..].trim();
    let may_be_sentence = matches!(role, Role::Text | Role::Caption | Role::Headline | Role::Publication)
        || matches!(label.as_str(), "abstract" | "copyright");
    let is_label = match role {
        Role::Terms => value.contains("%)"),
        _ => may_be_sentence || !is_sentence(value),
    };
    is_label.then_some((*role, value))
}

/// Tells whether what follows a label is a sentence of a report: "People: that is what the port needs, said the mayor."
fn is_sentence(value: &str) -> bool {
    /// The words of one at the least.
    const WORDS: usize = 8;
    ends_sentence(value) && value.split_whitespace().nth(WORDS - 1).is_some()
}
