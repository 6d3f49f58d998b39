//! What stands around a date by which it is no day for sure, or none at all.
//!
//! ```text
//!     Black Friday · the Monday Club · lunes de Pascua · Schwarzer Freitag                 a name: no date
//!     before Monday · bis zum 6. Juli · jusqu’à lundi · on or about July 6                 a bound, or about a day
//!     a year ago on July 6 · Lundi de la semaine dernière · am Montag vor einer Woche      another week or year
//!     a Monday in March · the first Monday of May                                          one of several
//!     the September 11 attacks                                                             of a year that the words do not say
//! ```

use std::ops::Range;

use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::super::word_set::WordSet;
use super::DateForm;
use super::calendar::{month, weekday};

/// Returns a date as what stands around it lets it be: as it was read, as no day for sure, or as none. Cost: constant.
pub(super) fn checked(
    tokens: &[Token<'_>],
    (form, range): (DateForm, Range<usize>),
    tongue: Tongue<'_>,
) -> Option<(DateForm, Range<usize>)> {
    let is_weekday = matches!(form, DateForm::Weekday(_) | DateForm::OpenWeekday(..));
    let is_month_day = matches!(form, DateForm::MonthDay(..) | DateForm::NearMonthDay(..));
    // USA Today.
    let is_paper = || {
        let is_capital = |k: Option<usize>| k.and_then(|k| tokens.get(k)).is_some_and(Token::is_capital);
        tongue.code == "en" && is_capital(Some(range.start)) && is_capital(range.start.checked_sub(1))
    };
    let is_name =
        is_weekday && is_of_name(tokens, &range, tongue) || matches!(form, DateForm::Relative(_)) && is_paper();
    if is_name {
        return None;
    }
    let is_open = is_weekday || is_month_day || matches!(form, DateForm::Relative(_));
    // A bound of a longer time still says which time that is.
    let is_day = !matches!(form, DateForm::Vague | DateForm::Period(_));
    let form = match form {
        _ if is_day && is_bound(tokens, &range) => DateForm::Vague,
        _ if is_open && is_of_other_time(tokens, &range, tongue) => DateForm::Vague,
        _ if is_weekday && is_of_several(tokens, &range, tongue) => DateForm::Vague,
        DateForm::MonthDay(month, day) | DateForm::NearMonthDay(month, day) if names_attacks(tokens, &range) => {
            // Those of 2001 are told of in every year.
            if (month, day) == (9, 11) { DateForm::Vague } else { DateForm::NearMonthDay(month, day) }
        }
        form => form,
    };
    Some((form, range))
}

/// Words before a day of the week that make a name of both.
static BEFORE_NAME: WordSet = WordSet::new(
    "black good bloody ash holy easter palm whit shrove maundy cyber super giving fat ruby spy red blue wild casual man \
    schwarzer schwarzen weißer weißen blauer blauen heiliger fetter",
);

/// Words behind one that do so, and those that may stand between.
static BEHIND_NAME: WordSet = WordSet::new(
    "saint saints gras noir noire pâques pentecôte cendres rameaux ascension l'ascension fou santo santa negro pascua pascuas ramos ceniza gloria \
    resurrección carnaval pentecostés",
);
const OF_NAME: &str = "de des la l' du del";

/// Words before a day of the week that are no part of a name, though they begin a sentence; English leaves "on" out before a day.
static BEFORE_DAY: WordSet = WordSet::new(
    "on late early this that then since until till by from before after but yet both through at or about around next last \
    every each another first second third fourth fifth previous following",
);

/// Tells whether a day of the week belongs to a name: no day is told of.
fn is_of_name(tokens: &[Token<'_>], range: &Range<usize>, tongue: Tongue<'_>) -> bool {
    let day =
        tokens[range.clone()].iter().position(|token| weekday(token, tongue).is_some()).unwrap_or(0) + range.start;
    let before = day.checked_sub(1).map(|k| &tokens[k]);
    let is_behind = || {
        let from = (day + 1..tokens.len()).find(|k| !tokens[*k].is_among(OF_NAME));
        from.is_some_and(|k| k <= day + 3 && tokens[k].is_among(&BEHIND_NAME))
    };
    // "The Monday Club met", "Sunday Mirror"; but "on Monday Quill said", and in German every noun has a capital.
    let is_drawn = || {
        let next = tokens.get(day + 1).filter(|next| next.is_capital());
        let is_alone = next.is_some_and(|next| month(next, tongue).is_none() && weekday(next, tongue).is_none());
        let is_article = |before: &Token<'_>| before.is_among("the a an its our their in of for with to and");
        let is_told =
            before.is_some_and(|before| before.is_among(&BEFORE_DAY) || before.is_small() && !is_article(before));
        tongue.code == "en" && is_alone && !tokens[day].is_genitive() && !is_told
    };
    let is_called = before.is_some_and(|before| before.is_capital() && before.is_among(&BEFORE_NAME));
    is_called || is_drawn() || matches!(tongue.code, "fr" | "es") && is_behind()
}

/// Words before a date by which it is a bound of a time, or by which it is about that day; of several words the last.
static BOUND: WordSet = WordSet::new(
    "before after by until till about around circa vor nach bis gegen um avant après d'ici jusqu'à jusqu'au vers tras hasta hacia",
);

/// The same of two words, behind which an article may stand.
const BOUNDS: [[&str; 2]; 14] = [
    ["prior", "to"],
    ["ahead", "of"],
    ["later", "than"],
    ["earlier", "than"],
    ["bis", "zum"],
    ["avant", "le"],
    ["antes", "del"],
    ["antes", "de"],
    ["después", "del"],
    ["después", "de"],
    ["autour", "du"],
    ["alrededor", "del"],
    ["a", "partir"],
    ["environ", "le"],
];

/// Tells whether a date only bounds a time; "before Monday's vote" names the day of the vote.
fn is_bound(tokens: &[Token<'_>], range: &Range<usize>) -> bool {
    if tokens[range.end - 1].is_genitive() {
        return false;
    }
    let is_article = |k: usize| tokens[k].is_one_of(&["the", "dem", "den", "zum", "le", "el"]);
    let ends: [Option<usize>; 2] = [Some(range.start), range.start.checked_sub(1).filter(|k| is_article(*k))];
    ends.into_iter().flatten().any(|end| {
        let two = |words: &[&str; 2]| end > 1 && tokens[end - 2].is(words[0]) && tokens[end - 1].is(words[1]);
        end > 0 && tokens[end - 1].is_among(&BOUND) || BOUNDS.iter().any(two)
    })
}

/// Words between a date and what says that it is of another week or year.
static JOINS: WordSet = WordSet::new(
    "on the of in at a an one two three four five six seven eight nine ten eleven twelve several few some many couple just about exactly \
    almost nearly more than over early late night morning afternoon evening before \
    am im in der dem den einem einer eines ein eine zwei drei vier fünf sechs sieben acht neun zehn wenigen einigen mehreren rund etwa genau \
    le la l' du de y un une deux trois quatre cinq six sept huit neuf dix quelques plusieurs environ \
    el los las del en una dos tres cuatro cinco seis siete ocho nueve diez varios varias unos unas",
);

/// Times by which a day is another one; of days and hours nobody reckons so.
static UNITS: WordSet = WordSet::new(
    "week weeks month months year years decade decades century fortnight \
    woche wochen monat monate monaten jahr jahre jahren jahres jahrzehnt jahrzehnten \
    semaine semaines mois an ans année années décennie siècle semana semanas mes meses año años década siglo l'an l'année",
);

/// Words that say which of them.
static WHICH: WordSet = WordSet::new(
    "ago last previous past following next earlier later \
    vor letzten letzter letzte letztes vergangenen vergangener vergangene voriger vorigen vorvergangenen nächsten nächster nächste kommenden \
    kommender zuvor später il a dernière dernier passée passé précédente précédent prochaine prochain suivante suivant \
    hace pasada pasado anterior próxima próximo siguiente atrás viene",
);

/// How many tokens around a date are looked through.
const NEAR: usize = 8;

/// Tells whether a date is of another week or year, by what stands next to it: nothing but the words of such a time.
fn is_of_other_time(tokens: &[Token<'_>], range: &Range<usize>, tongue: Tongue<'_>) -> bool {
    let is_of_time = |token: &&Token<'_>| {
        let bare = token.bare();
        let is_number = token.is_figure() && token.text.len() <= 3;
        token.text == "," || is_number || [&JOINS, &UNITS, &WHICH].iter().any(|words| has(words, bare))
    };
    let says = |run: &[&Token<'_>]| {
        // "The worst in the last ten years": the time up to now.
        let is_up_to_now = run.iter().any(|token| token.is_among("last past letzten vergangenen"))
            && run.iter().any(|token| token.is_among("weeks months years decades wochen monaten jahren jahrzehnten"));
        // "Lundi, il a dit": no time is said. "A" alone is an article of English, and "y" is "and" in Spanish.
        let which = |token: &&&Token<'_>| {
            let is_other = token.is_one_of(&["a", "il"]) && tongue.code != "fr";
            has(&WHICH, token.bare()) && !is_other
        };
        run.iter().any(|token| has(&UNITS, token.bare())) && run.iter().any(|token| which(&token)) && !is_up_to_now
    };
    let before: Vec<&Token<'_>> = tokens[..range.start].iter().rev().take(NEAR).take_while(is_of_time).collect();
    let behind: Vec<&Token<'_>> = tokens[range.end..].iter().take(NEAR).take_while(is_of_time).collect();
    let is_of_week =
        |token: &Token<'_>| token.is_one_of(&["vorwoche", "vorjahr", "vorjahres", "antepasada", "antepasado"]);
    says(&before) || says(&behind) || tokens[range.end..].iter().take(3).any(is_of_week) || ago_yesterday(tokens, range)
}

fn has(words: &WordSet, word: &str) -> bool {
    super::super::tokens::has_word(words, word)
}

/// Yesterday a week ago; a week ago yesterday.
fn ago_yesterday(tokens: &[Token<'_>], range: &Range<usize>) -> bool {
    range.start > 0 && tokens[range.start - 1].is("ago")
}

/// Words before a day of the week by which it is one of several.
static ONE_OF: WordSet = WordSet::new(
    "a an any some another first second third fourth fifth final ein einem einen eines erster ersten zweiten dritten vierten irgendeinem un \
    premier deuxième second troisième quatrième primer segundo tercer cuarto algún",
);

/// Tells whether a day of the week is one of several: `a Monday in March`.
fn is_of_several(tokens: &[Token<'_>], range: &Range<usize>, tongue: Tongue<'_>) -> bool {
    let is_one = range.start > 0 && tokens[range.start - 1].is_among(&ONE_OF);
    let joins = tokens.get(range.end).is_some_and(|next| next.is_among("in of im en de du del"));
    let is_of_month = joins && tokens.get(range.end + 1).is_some_and(|next| month(next, tongue).is_some());
    is_one || is_of_month
}

/// What has the name of its day.
static ATTACKS: WordSet = WordSet::new(
    "attack attacks bombing bombings massacre hijacking hijackings hijackers riot uprising coup anschlag anschläge anschlägen attentate \
    attentaten terroranschläge terroranschlägen attentat attentats attaque attaques atentado atentados ataque ataques",
);

/// Tells whether a day is only the name of attacks: `the September 11 attacks`, `die Anschläge vom 11. September`.
fn names_attacks(tokens: &[Token<'_>], range: &Range<usize>) -> bool {
    let is_behind =
        tokens.get(range.end..).is_some_and(|behind| behind.iter().take(2).any(|next| next.is_among(&ATTACKS)));
    let joins = |k: usize| tokens[k].is_among("of vom du del de am");
    let before = range.start.checked_sub(1).filter(|k| joins(*k)).and_then(|k| k.checked_sub(1));
    is_behind || before.is_some_and(|k| tokens[k].is_among(&ATTACKS))
}

#[cfg(test)]
mod tests {
    use super::super::super::tokens::tokens;
    use super::super::of_tokens;
    use super::*;

    /// Reads the dates of a text, each with whether a day may be found for it.
    #[track_caller]
    fn check(code: &str, cases: &[(&str, &[(&str, bool)])]) {
        for (text, expected) in cases {
            let tokens = tokens(text);
            let found = of_tokens(&tokens, Tongue::known(code));
            let drawn: Vec<(&str, bool)> = found
                .iter()
                .map(|(form, range)| {
                    (&text[tokens[range.start].start..tokens[range.end - 1].end()], !matches!(form, DateForm::Vague))
                })
                .collect();
            assert_eq!(drawn, *expected, "{text}");
        }
    }

    #[test]
    fn names_that_have_a_day_are_none() {
        check(
            "en",
            &[
                ("Shops opened on Black Friday and shut on Good Friday.", &[]),
                ("The Monday Club met. Ruby Tuesday opened.", &[]),
                ("It was told to Ostrey Today, the paper.", &[]),
                ("The board said Monday Osric Penn had left.", &[("Monday", true)]),
                ("On Monday Osric Penn met the board.", &[("Monday", true)]),
                ("The board said late Monday it had met.", &[("Monday", true)]),
                ("The good news came on Monday.", &[("Monday", true)]),
            ],
        );
        check("de", &[("Am Schwarzen Freitag fielen die Kurse. Am Freitag stiegen sie.", &[("Freitag", true)])]);
        check("fr", &[("Le lundi de Pâques et le vendredi saint, le port a fermé ; lundi aussi.", &[("lundi", true)])]);
        check("es", &[("El lunes de Pascua y el Viernes Santo cerró el puerto; el lunes abrió.", &[("lunes", true)])]);
    }

    #[test]
    fn bounds_and_days_that_are_about_are_none_for_sure() {
        check(
            "en",
            &[
                ("It sank before Monday.", &[("Monday", false)]),
                ("It sank prior to July 6.", &[("July 6", false)]),
                ("It sank on or about July 6.", &[("July 6", false)]),
                ("It sank by July 6, 2026, before Monday's vote.", &[("July 6, 2026", false), ("Monday's", true)]),
                ("It sank on July 6 after a fire.", &[("July 6", true)]),
                ("It sails before the autumn of 2027.", &[("autumn of 2027", true)]),
            ],
        );
        check("de", &[("Es sank vor dem 6. Juli und nach Montag.", &[("6. Juli", false), ("Montag", false)])]);
        check("fr", &[("Il a coulé avant le 6 juillet, vers lundi.", &[("6 juillet", false), ("lundi", false)])]);
        check("es", &[("Se hundió antes del 6 de julio.", &[("6 de julio", false)])]);
    }

    #[test]
    fn another_week_or_year_has_another_day() {
        check(
            "en",
            &[
                ("A year ago on July 6 it sank.", &[("July 6", false)]),
                ("On Monday, a week ago, it sank.", &[("Monday", false)]),
                ("Two weeks ago on Monday it sank.", &[("Monday", false)]),
                ("It sank on Monday two years ago.", &[("Monday", false)]),
                ("It sank on Monday of last week.", &[("Monday", false), ("last week", false)]),
                ("Two days ago, on Monday, it sank.", &[("Monday", true)]),
                ("It was the worst in the last ten years on Monday.", &[("Monday", true)]),
                ("It sank on Monday, two years and a day old.", &[("Monday", true)]),
            ],
        );
        check(
            "de",
            &[
                ("Vor einem Jahr, am 6. Juli, sank es.", &[("6. Juli", false)]),
                ("Am Montag vor einer Woche sank es.", &[("Montag", false)]),
                ("Es sank am Montag der vergangenen Woche.", &[("Montag", false)]),
            ],
        );
        check(
            "fr",
            &[
                ("Il y a un an, le 6 juillet, il a coulé.", &[("6 juillet", false)]),
                ("Lundi de la semaine dernière, il a coulé.", &[("Lundi", false)]),
                ("Lundi, il a coulé.", &[("Lundi", true)]),
            ],
        );
        check(
            "es",
            &[
                ("Hace un año, el 6 de julio, se hundió.", &[("6 de julio", false)]),
                ("El lunes de la semana pasada se hundió.", &[("lunes", false)]),
            ],
        );
    }

    #[test]
    fn one_of_several_and_the_names_of_attacks_have_no_day() {
        check(
            "en",
            &[
                (
                    "It sank on a Monday in March, not on the first Monday.",
                    &[("Monday", false), ("March", false), ("Monday", false)],
                ),
                ("The September 11 attacks were named.", &[("September 11", false)]),
                ("The boat sank on September 11.", &[("September 11", true)]),
            ],
        );
        check("de", &[("Die Anschläge vom 11. September wurden genannt.", &[("11. September", false)])]);
        check("es", &[("Se recordaron los atentados del 11 de septiembre.", &[("11 de septiembre", false)])]);
        check("fr", &[("Les attentats du 11 septembre étaient cités.", &[("11 septembre", false)])]);
    }

    #[test]
    fn two_days_from_the_report_are_told_from_one() {
        for (code, text, days) in [
            ("en", "The day before yesterday it sank.", -2),
            ("en", "It opens the day after tomorrow.", 2),
            ("en", "Yesterday it sank.", -1),
            ("de", "Vorgestern sank es.", -2),
            ("fr", "Avant-hier il a coulé.", -2),
            ("es", "Antes de ayer se hundió.", -2),
            ("es", "Ayer se hundió.", -1),
        ] {
            let forms: Vec<DateForm> =
                of_tokens(&tokens(text), Tongue::known(code)).into_iter().map(|(form, _)| form).collect();
            assert_eq!(forms, [DateForm::Relative(days)], "{text}");
        }
        check("en", &[("A week ago yesterday it sank.", &[("yesterday", false)])]);
    }
}
