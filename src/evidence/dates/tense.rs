//! Whether a sentence tells what was or what is to come: a day of the week is one of either week.
//!
//! ```text
//!     en   The vote was on Monday.            told          The vote is due on Monday.         to come
//!     de   Der Rat tagte am Montag.           told          Das Bad öffnet am Montag.          not sure
//!     fr   Le conseil s’est réuni lundi.      told          Le bac reprendra lundi.            to come
//!     es   El consejo se reunió el lunes.     told          El puerto abrirá el lunes.         to come
//! ```

use super::super::tokens::{Token, has_word};
use super::super::tongue::Tongue;
use super::super::word_set::WordSet;
use super::calendar::month;

/// Words by which a sentence tells what is to come.
static COMING: WordSet = WordSet::new(
    "will next coming shall going tomorrow expected scheduled plans meets begins starts opens due until till wait \
    deadline soll sollen wird werden will wollen bis ab morgen kommenden kommende nächsten nächste sera seront doit doivent va vont \
    prochain prochaine demain jusqu'à va van debe deben próximo próxima mañana hasta será serán",
);

/// Words by which a sentence tells what was, where the present may tell of either.
const PAST: [(&str, &str); 3] = [
    (
        "de",
        "hat haben hatte hatten war waren wurde wurden kam kamen ging gingen gab gaben sprach fand fanden schloss begann stand lag",
    ),
    ("fr", "a ont avait avaient était étaient fut furent s'est"),
    ("es", "ha han había habían fue fueron era eran estaba estaban dijo hubo tuvo hizo"),
];

/// How far around a date its sentence is read, in tokens.
const AROUND: usize = 60;

/// Tells whether the sentence around a token may tell of what is to come. Cost: linear in the sentence, of so many tokens at the most.
pub(super) fn may_come(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> bool {
    if is_announced(tokens, at, tongue) {
        return true;
    }
    let sentence = sentence(tokens, at, tongue);
    let Some((_, words)) = PAST.iter().find(|(code, _)| *code == tongue.code) else { return false };
    let is_told = |token: &Token<'_>| has_word(words, without_elided(&token.folded)) || is_past(token, tongue);
    !sentence.iter().any(is_told)
}

/// Tells whether the sentence around a token says that it tells of what is to come. Cost: linear in the sentence, of so many tokens at
/// the most.
pub(super) fn is_announced(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> bool {
    sentence(tokens, at, tongue).iter().any(|token| token.is_among(&COMING) || is_future(token, tongue))
}

fn sentence<'t, 's>(tokens: &'s [Token<'t>], at: usize, tongue: Tongue<'_>) -> &'s [Token<'t>] {
    // "Am 3. September", "am 3.9. begann": there a full stop ends nothing.
    let is_of_day = |k: usize| {
        let next = tokens.get(k + 1);
        k > 0 && tokens[k - 1].is_figure() && next.is_some_and(|next| next.is_small() || month(next, tongue).is_some())
    };
    let is_end = |k: &usize| matches!(tokens[*k].text, "!" | "?") || tokens[*k].text == "." && !is_of_day(*k);
    let (first, last) = (at.saturating_sub(AROUND), (at + AROUND).min(tokens.len()));
    let start = (first..at).rev().find(is_end).map_or(first, |k| k + 1);
    let end = (at..last).find(is_end).unwrap_or(last);
    &tokens[start..end]
}

fn ends(token: &Token<'_>, endings: &[&str]) -> bool {
    token.is_small() && token.folded.chars().count() > 4 && endings.iter().any(|ending| token.folded.ends_with(ending))
}

/// Tells whether a word has an ending of the future.
fn is_future(token: &Token<'_>, tongue: Tongue<'_>) -> bool {
    match tongue.code {
        "fr" => ends(token, &["era", "ira", "dra", "vra", "ura", "ront"]),
        "es" => ends(token, &["rá", "rán", "remos"]),
        _ => false,
    }
}

/// Leaves out a pronoun that is drawn to a verb: `l'a`; "s'est" tells of what was, and "est" alone may not.
fn without_elided(folded: &str) -> &str {
    folded.split_once('\'').map_or(folded, |(_, verb)| if verb == "est" { folded } else { verb })
}

/// Tells whether a word has an ending of the past.
fn is_past(token: &Token<'_>, tongue: Tongue<'_>) -> bool {
    match tongue.code {
        "de" => {
            ends(token, &["te", "ten"])
                && !token.is_among("heute bitte hätte hätten sollte sollten könnte könnten letzte letzten")
        }
        "fr" => ends(token, &["èrent", "irent", "ait", "aient"]),
        "es" => ends(token, &["ó", "aron", "ieron"]),
        _ => false,
    }
}
