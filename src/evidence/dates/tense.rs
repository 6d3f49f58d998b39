//! Whether a sentence tells what was or what is to come: a day of the week is one of either week.
//!
//! ```text
//!     en   The vote was on Monday.            told          The vote is due on Monday.         to come
//!          They said on Monday it will end.   told          The vote is on Monday.             not sure
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
    "will would could might may can must next coming shall going planned upcoming later soon plan planning set tomorrow expected scheduled plans meets begins starts opens due until till wait \
    deadline soll sollen wird werden will wollen bis ab morgen kommenden kommende nächsten nächste sera seront doit doivent va vont \
    prochain prochaine demain jusqu'à va van debe deben próximo próxima mañana hasta será serán",
);

/// Words by which a sentence tells what was, where their endings do not show it.
const PAST: [(&str, &str); 4] = [
    (
        "en",
        "said told was were had did took came went began fell rose won lost met held found gave got kept left led made paid ran sank saw sent \
        shot sold spoke stood struck threw wrote drew drove flew grew lay broke brought built bought caught chose swept tore slept became \
        fled hid sought spent stole swore withdrew overturned shut thought heard felt taught fought",
    ),
    (
        "de",
        "hat haben hatte hatten war waren wurde wurden kam kamen ging gingen gab gaben sprach sprachen fand fanden schloss schlossen begann \
        begannen stand standen lag lagen schrieb schrieben rief riefen trat traten traf trafen lief liefen starb starben verlor verloren stieg \
        stiegen sank sanken fiel fielen brach brachen schlug schlugen zog zogen hielt hielten blieb blieben ließ ließen wies wiesen nannte worden \
        gewesen gesunken gestorben angekommen eingetroffen gekentert verunglückt ausgebrochen abgestürzt erschien erschienen beschloss \
        beschlossen erhielt erhielten nahm nahmen verließ verließen bekam bekamen",
    ),
    (
        "fr",
        "a ont avait avaient était étaient fut furent s'est mort morts morte partis arrivé arrivés arrivée tombé tombés décédé décédée",
    ),
    (
        "es",
        "ha han había habían fue fueron era eran estaba estaban dijo dijeron hubo tuvo tuvieron hizo hicieron puso pusieron quiso vino vinieron \
        dio dieron vio vieron pudo supo trajo produjo murió",
    ),
];

/// How far around a date its sentence is read, in tokens.
const AROUND: usize = 60;

/// Whether something was or is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::evidence) enum Tense {
    /// It was.
    Past,
    /// Nothing says which.
    Open,
    /// It is to come.
    Coming,
}

/// Tells of when the sentence around a date is. A verb of the past just before the date tells it whatever else the sentence tells: "said on
/// Monday that the pool will open". Cost: linear in the sentence, of so many tokens at the most.
pub(super) fn tense(tokens: &[Token<'_>], at: usize, tongue: Tongue<'_>) -> Tense {
    let (sentence, own) = sentence(tokens, at, tongue);
    if is_behind_past(sentence, own, tongue) || begins_past(sentence, own, tongue) {
        return Tense::Past;
    }
    let is_coming = |k: usize| comes(sentence, k, tongue);
    if (0..sentence.len()).any(is_coming) {
        return Tense::Coming;
    }
    if sentence.iter().any(|token| is_told(token, tongue)) { Tense::Past } else { Tense::Open }
}

/// Words between a verb and its date.
const BETWEEN: &str = "on late early of last the am den vom le ce el este in at";

/// How many tokens before a verb may say that it tells of what is to come: "will not be opened on Monday".
const AUXILIARIES: usize = 4;

/// Tells whether a verb of the past stands just before the date.
fn is_behind_past(sentence: &[Token<'_>], own: usize, tongue: Tongue<'_>) -> bool {
    let is_between = |k: &usize| sentence[*k].is_among(BETWEEN);
    let Some(verb) = (0..own).rev().find(|k| !is_between(k)) else { return false };
    let before = verb.saturating_sub(AUXILIARIES)..verb;
    let is_open = before.clone().any(|k| comes(sentence, k, tongue) || sentence[k].is_one_of(&["be", "to", "been"]));
    // A annoncé, ha anunciado.
    let is_participle = match tongue.code {
        "fr" => ends(&sentence[verb], &["é", "ée", "és", "ées"]),
        "es" => ends(&sentence[verb], &["ado", "ido"]),
        _ => false,
    };
    let has_auxiliary = verb > 0 && is_told(&sentence[verb - 1], tongue);
    let is_past = is_told(&sentence[verb], tongue) || is_participle && has_auxiliary;
    is_past && !is_open && !comes(sentence, verb, tongue)
}

/// Tells whether the date begins the sentence, and the first verb behind it that tells of a time tells of what was.
fn begins_past(sentence: &[Token<'_>], own: usize, tongue: Tongue<'_>) -> bool {
    let begins = sentence[..own].iter().all(|token| token.is_among(BETWEEN) || !token.is_word);
    let first = (own + 1..sentence.len()).find(|&k| comes(sentence, k, tongue) || is_told(&sentence[k], tongue));
    begins && first.is_some_and(|k| !comes(sentence, k, tongue))
}

/// Tells whether a token of a sentence says that it tells of what is to come.
fn comes(sentence: &[Token<'_>], k: usize, tongue: Tongue<'_>) -> bool {
    let next = || sentence.get(k + 1);
    // Is to open, to be opened.
    let is_to = || {
        tongue.code == "en"
            && (sentence[k].is_one_of(&["is", "are"]) && next().is_some_and(|next| next.is("to"))
                || sentence[k].is("to") && next().is_some_and(|next| next.is("be")))
    };
    // "May 5" and "Will Osk" tell of nothing to come.
    let is_name = tongue.code == "en" && sentence[k].is_capital();
    !is_name && sentence[k].is_among(&COMING) || is_future(&sentence[k], tongue) || is_to()
}

/// Tells whether a token is a verb of the past.
fn is_told(token: &Token<'_>, tongue: Tongue<'_>) -> bool {
    let words = PAST.iter().find(|(code, _)| *code == tongue.code).map(|(_, words)| *words);
    words.is_some_and(|words| has_word(words, without_elided(&token.folded))) || is_past(token, tongue)
}

/// Returns the sentence around a token, and where in it that stands.
fn sentence<'t, 's>(tokens: &'s [Token<'t>], at: usize, tongue: Tongue<'_>) -> (&'s [Token<'t>], usize) {
    // "Am 3. September", "am 3.9. begann": there a full stop ends nothing.
    let is_of_day = |k: usize| {
        let next = tokens.get(k + 1);
        k > 0 && tokens[k - 1].is_figure() && next.is_some_and(|next| next.is_small() || month(next, tongue).is_some())
    };
    let is_end = |k: &usize| matches!(tokens[*k].text, "!" | "?") || tokens[*k].text == "." && !is_of_day(*k);
    let (first, last) = (at.saturating_sub(AROUND), (at + AROUND).min(tokens.len()));
    let start = (first..at).rev().find(is_end).map_or(first, |k| k + 1);
    let end = (at..last).find(is_end).unwrap_or(last);
    (&tokens[start..end.max(at + 1).min(tokens.len())], at - start)
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
        "en" => {
            ends(token, &["ed"])
                && !token.is_among("need feed seed speed indeed exceed proceed succeed breed bleed hundred sacred wicked naked kindred based used")
        }
        "fr" => ends(token, &["èrent", "irent", "ait", "aient"]),
        "es" => ends(token, &["ó", "aron", "ieron"]),
        _ => false,
    }
}
