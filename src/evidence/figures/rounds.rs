//! Words for dozens, for about so many, and for halves.
//!
//! ```text
//!     a dozen     12      half a dozen · media docena · une demi-douzaine     6      deux douzaines · 2 dozen     24
//!     une centaine · un centenar      about 100
//!     two and a half · 2½      2.5          deux millions et demi · two million and a half      2,500,000
//! ```

use super::super::tokens::Token;

/// The words before a scale that make it one: `a million`.
pub(super) const ARTICLES: [&str; 7] = ["a", "one", "eine", "ein", "un", "una", "une"];

/// Tells whether a word is a dozen; several are none by themselves: "des douzaines".
pub(super) fn is_dozen(token: &Token<'_>) -> bool {
    token.is_one_of(&["dozen", "dutzend", "douzaine", "docena"])
}

/// Tells whether a word is a dozen or several, behind a number.
pub(super) fn are_dozens(token: &Token<'_>) -> bool {
    is_dozen(token) || token.is_one_of(&["douzaines", "docenas"])
}

/// What dozens are worth, and how many tokens say it, where no number stands before them.
pub(super) fn dozen(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let first = tokens.first()?;
    let is = |k: usize, words: &[&str]| tokens.get(k).is_some_and(|token| token.is_one_of(words));
    let dozen = |k: usize| tokens.get(k).is_some_and(is_dozen);
    let is_half = first.is_one_of(&["half-dozen", "demi-douzaine"]);
    let is_article = first.is_one_of(&ARTICLES);
    match () {
        () if is_half => Some((6.0, 1)),
        () if is_article && is(1, &["half-dozen", "demi-douzaine"]) => Some((6.0, 2)),
        () if is(0, &["half"]) && is(1, &["a"]) && dozen(2) => Some((6.0, 3)),
        () if is(0, &["halbes", "media"]) && dozen(1) => Some((6.0, 2)),
        () if is_article && is(1, &["halbes", "half"]) && dozen(2) => Some((6.0, 3)),
        () if is_article && dozen(1) => Some((12.0, 2)),
        () if is_dozen(first) => Some((12.0, 1)),
        () => None,
    }
}

/// Words for about so many, behind "a"; those that mean something else as well ("quinzaine", "quarantaine") are not among them.
const ROUND: [(&str, f64); 10] = [
    ("dizaine", 10.0),
    ("vingtaine", 20.0),
    ("trentaine", 30.0),
    ("cinquantaine", 50.0),
    ("soixantaine", 60.0),
    ("centaine", 100.0),
    ("millier", 1000.0),
    ("decena", 10.0),
    ("veintena", 20.0),
    ("centenar", 100.0),
];

/// How many tokens say about so many, and how many that is: `une centaine`.
pub(super) fn about(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let [article, word, ..] = tokens else { return None };
    let value = ROUND.iter().find(|(round, _)| word.is(round)).map(|(_, value)| *value);
    value.filter(|_| article.is_one_of(&["un", "une", "una"])).map(|value| (value, 2))
}

/// Half of what goes before, and how many tokens that has: `and a half`.
pub(super) fn and_a_half(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let is =
        |words: &[&str]| tokens.len() >= words.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word));
    let phrases = [
        &["and", "a", "half"][..],
        &["et", "demi"],
        &["et", "demie"],
        &["y", "medio"],
        &["y", "media"],
        &["und", "eine", "halbe"],
    ];
    phrases.into_iter().find(|words| is(words)).map(|words| (0.5, words.len()))
}

/// The same behind a scale or behind what is counted, where it may be half of something else: `and a half dozen`, `and a half of them`.
pub(super) fn half_behind(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let (half, length) = and_a_half(tokens)?;
    let is_other = tokens.get(length).is_some_and(|next| next.is("of") || is_dozen(next));
    (!is_other).then_some((half, length))
}

/// What a fraction is worth that is drawn to figures as a sign of its own: `2½`.
pub(super) fn drawn_fraction(figures: &Token<'_>, next: Option<&Token<'_>>) -> Option<f64> {
    let sign = next.filter(|next| figures.end() == next.start)?;
    [("½", 0.5), ("¼", 0.25), ("¾", 0.75)].into_iter().find(|(own, _)| sign.text == *own).map(|(_, value)| value)
}

/// Reads one of a time and half of it, which stands behind: `a year and a half`, `un an et demi`; what it is, and how many tokens it has.
pub(super) fn one_and_a_half<'t>(tokens: &[Token<'t>]) -> Option<(&'t str, usize)> {
    let [article, unit, ..] = tokens else { return None };
    let is_one = article.is_one_of(&ARTICLES) || article.is("an");
    let is_time =
        unit.is_one_of(&["year", "month", "week", "hour", "mile", "an", "mois", "heure", "año", "mes", "hora"]);
    let (_, half) = half_behind(tokens.get(2..)?).filter(|_| is_one && is_time)?;
    Some((unit.text, 2 + half))
}

/// What is told in halves behind what is counted, by which it is compared.
pub(super) fn of_time(key: &str) -> bool {
    const TIMES: [&str; 5] = ["year", "month", "week", "hour", "mile"];
    const OTHERS: [&str; 6] = ["ans", "mois", "heures", "años", "meses", "horas"];
    TIMES.contains(&key) || OTHERS.iter().any(|other| crate::words::stem(other) == key)
}
