//! Bodies and countries that stand under several names, which are one.
//!
//! ```text
//!     U.S. · US · USA · United States     UK · U.K. · United Kingdom · Britain     EU · European Union     UN · United Nations
//! ```

/// The forms of each, in small letters; the first is by what they are known.
const FORMS: [&[&str]; 4] = [
    &["united states", "u.s", "us", "u.s.a", "usa", "united states of america"],
    &["united kingdom", "u.k", "uk", "britain", "great britain"],
    &["european union", "e.u", "eu"],
    &["united nations", "u.n", "un"],
];

/// Returns the words of a body that stands under another name, or under that one; `Us` is none, and `UN` is.
pub(super) fn body(words: &[String], text: &str) -> Option<Vec<String>> {
    let joined = words.join(" ");
    let forms = FORMS.iter().find(|forms| forms.contains(&&*joined))?;
    // Two letters are capitals both.
    let is_short = joined.len() < 4;
    (!is_short || !text.chars().any(char::is_lowercase) || text.ends_with("’s") || text.ends_with("'s"))
        .then(|| forms[0].split(' ').map(str::to_owned).collect())
}

/// Returns all forms of a body, by its words; nothing for another name.
pub(super) fn forms(words: &[String]) -> &'static [&'static str] {
    let joined = words.join(" ");
    FORMS.iter().find(|forms| forms[0] == joined).map_or(&[], |forms| &forms[1..])
}
