//! A number that leaves out what it counts, since that was said just before: `six crossings a day instead of fourteen`.

use super::super::ends::is_end;
use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::context::Words;
use super::numbers::number;
use super::{Exactness, Figure, Next};

/// Words between a figure and another one of the same thing.
const INSTEAD: [&[&str]; 6] = [
    &["instead", "of"],
    &["rather", "than"],
    &["statt"],
    &["au", "lieu", "de"],
    &["en", "lugar", "de"],
    &["en", "vez", "de"],
];

/// How many tokens may stand between what is counted and these words: `a day`.
const BETWEEN: usize = 4;

/// Returns the figure of a number behind such words, and the token behind it; nothing if something is counted behind it, or if no figure that
/// counts stands before. Cost: constant.
pub(super) fn figure(
    (tokens, words): (&[Token<'_>], &Words),
    at: usize,
    before: Option<&Figure>,
    tongue: Tongue<'_>,
) -> Option<(Figure, usize)> {
    let stands = |phrase: &&&[&str]| {
        let from = at.checked_sub(phrase.len());
        from.is_some_and(|from| phrase.iter().zip(&tokens[from..at]).all(|(word, token)| token.is(word)))
    };
    let from = at - INSTEAD.iter().find(stands)?.len();
    let before = before.filter(|before| !before.unit.is_empty())?;
    let number = number(tokens.get(at..)?, tongue, false).filter(|number| number.is_sure)?;
    let end = at + number.tokens;
    let is_near = |k: &usize| tokens[*k].end() <= before.place.range.end;
    let counted = (from.saturating_sub(BETWEEN + 1)..from).rev().find(is_near)?;
    let is_one_clause = tokens[counted + 1..from].iter().all(|token| token.is_word && !token.is_figure());
    let is_alone = tokens.get(end).is_none_or(|next| !next.is_word || is_end(next));
    (is_one_clause && is_alone).then(|| {
        let range = tokens[at].start..tokens[end - 1].end();
        let figure = Figure {
            place: super::Place { range, ..before.place.clone() },
            value: number.value,
            upper: None,
            unit: before.unit.clone(),
            key: before.key.clone(),
            exactness: Exactness::Plain,
            is_strict: false,
            around: before.around.clone(),
            next: Next { before: Some(tokens[from].folded.clone().into_owned()), ..Next::default() },
            context: words.around(at..end),
        };
        (figure, end)
    })
}
