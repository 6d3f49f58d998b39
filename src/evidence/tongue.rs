//! What evidence knows of the language of an article: its code, and with which marks it writes numbers.
//!
//! ```text
//!     en           1,200 is a thousand and two hundred     1.200 either
//!     de, fr, es   1.200 is                                1,200 either
//!     not known    neither is said
//! ```

use crate::story::Story;

/// The language of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tongue<'l> {
    /// Its code (ISO 639-1); `en` where nothing shows another one, empty where its words fit one that is not known.
    pub code: &'l str,
    /// With which mark it parts thousands, if that is known.
    pub thousands: Option<char>,
    /// Whether anything states or shows the language.
    is_known: bool,
}

/// Languages that part thousands with a comma, and fractions with a point.
const WITH_COMMA: [&str; 8] = ["en", "zh", "ja", "ko", "th", "he", "hi", "ga"];

/// Languages that do it the other way.
const WITH_POINT: [&str; 20] = [
    "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "nn", "no", "fi", "pl", "cs", "ru", "uk", "tr", "ro", "el",
    "id",
];

/// Countries that write numbers as English does, though their language does not elsewhere.
const AS_ENGLISH: [&str; 12] = ["MX", "US", "GT", "HN", "SV", "NI", "PA", "DO", "PR", "PE", "LI", "CH"];

impl<'l> Tongue<'l> {
    /// Returns the language of an article of a story. Cost: constant.
    pub fn of(story: &'l Story, article: usize) -> Self {
        let own = &story.articles()[article];
        let code = story.language(article);
        let stated = own.language.as_deref();
        let region = stated.and_then(|tag| tag.split(['-', '_']).find(|part| part.len() == 2 && is_region(part)));
        let is_known = story.is_language_known(article);
        let thousands = match region {
            Some(region) if AS_ENGLISH.contains(&region) => Some(',').filter(|_| !matches!(region, "LI" | "CH")),
            _ => of_code(code),
        };
        Self { code, thousands: thousands.filter(|_| is_known), is_known }
    }

    /// Returns a language by its code, as if that were stated.
    pub fn known(code: &'l str) -> Self {
        Self { code, thousands: of_code(code), is_known: true }
    }

    /// Returns the code of the language; `None` where nothing states or shows it, or shows one that no list is of.
    pub const fn code_if_known(&self) -> Option<&'l str> {
        if self.is_known && !self.code.is_empty() { Some(self.code) } else { None }
    }
}

fn is_region(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_uppercase())
}

fn of_code(code: &str) -> Option<char> {
    match code {
        code if WITH_COMMA.contains(&code) => Some(','),
        code if WITH_POINT.contains(&code) => Some('.'),
        _ => None,
    }
}
