//! The words beside a figure, without their form: by these two figures are told to be of one thing.
//!
//! ```text
//!     the storm killed 3 people on Monday night      before: kill
//!     12 were hurt                                   behind: hurt, and the figure is the subject
//! ```

use std::ops::Range;

use super::super::ends::is_end;
use super::super::tokens::Token;
use super::Next;

/// How many words around a figure tell what it is of.
const AROUND: usize = 6;

/// Returns the words around a figure of more than so many letters, without their form.
pub(super) fn around(tokens: &[Token<'_>], figure: Range<usize>, letters: usize) -> Vec<String> {
    let before = &tokens[figure.start.saturating_sub(AROUND)..figure.start];
    let after = &tokens[figure.end.min(tokens.len())..(figure.end + AROUND).min(tokens.len())];
    let telling = before
        .iter()
        .chain(after)
        .filter(|token| token.is_word && token.text.chars().count() > letters && !is_end(token));
    telling.map(|token| crate::words::stem(&token.folded)).collect()
}

/// Words of times, which stand next to anything.
const TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday night morning evening afternoon noon midnight today yesterday \
    tomorrow week month year weeks months years day days hour hours montag dienstag mittwoch donnerstag freitag samstag sonntag nacht morgen \
    abend heute gestern lundi mardi mercredi jeudi vendredi samedi dimanche nuit matin soir hier lunes martes miércoles jueves viernes sábado \
    domingo noche mañana tarde hoy ayer";

/// Verbs by which a figure is what something is said of.
const OF_SUBJECT: &str =
    "is are was were be been has have had sind waren wurden haben sont ont été étaient son eran fueron han";

/// Returns the words next to a figure, up to the end of its clause.
pub(super) fn next(tokens: &[Token<'_>], figure: Range<usize>) -> Next {
    let tells = |token: &&Token<'_>| {
        token.text.chars().count() > 2
            && !is_end(token)
            && !token.is_among(TIMES)
            && !token.is_among("between entre zwischen")
            && !token.is_figure()
    };
    let stem = |token: &Token<'_>| crate::words::stem(&token.folded);
    let before = tokens[..figure.start].iter().rev().take(AROUND).take_while(|token| token.is_word);
    let after = || tokens[figure.end.min(tokens.len())..].iter().take(AROUND).take_while(|token| token.is_word);
    Next {
        before: before.into_iter().find(tells).map(stem),
        behind: after().find(tells).map(stem),
        is_subject: after().next().is_some_and(|token| token.is_among(OF_SUBJECT)),
        ..Next::default()
    }
}
