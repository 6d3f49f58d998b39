//! Words whose loss turns the sense of what is said.
//!
//! ```text
//!     “We do not want a yard.”              “We want a yard.”      do not: what it negates is kept
//!     “We waited, and did not know it.”     “We waited.”           none: it went with what it negates
//! ```

use std::ops::Range;

use super::tokens::{Token, has_word, tokens};

/// Words that negate, by language (ISO 639-1). Those of other scripts than the Latin are looked for in every text.
const NEGATIONS: [(&str, &str); 13] = [
    (
        "en",
        "not never no nor neither none nobody nothing nowhere without cannot hardly scarcely barely doubt doubts doubted deny denies denied \
            unlikely",
    ),
    (
        "de",
        "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder kaum bezweifle bezweifelt bezweifeln",
    ),
    ("fr", "ne pas jamais aucun aucune rien personne ni sans nullement guère doute"),
    ("es", "no nunca jamás ni tampoco nadie nada ningún ninguno ninguna sin apenas dudo duda dudan"),
    ("it", "non mai né nessun nessuno nessuna niente nulla senza"),
    ("pt", "não nunca jamais nem ninguém nada nenhum nenhuma sem"),
    ("nl", "niet geen nooit niemand niets noch zonder"),
    ("sv", "inte aldrig ingen inget inga ej utan"),
    ("da", "ikke aldrig ingen intet ej uden"),
    ("pl", "nie nigdy nikt nic ani bez żaden żadna żadne"),
    ("ru", "не ни нет никогда никто ничего без"),
    ("ar", "لا لم لن ليس ليست غير بدون"),
    ("zh", "不 没 沒 没有 沒有 未 非 无 無 别 從不 从不"),
];
const OF_OWN_SCRIPTS: [&str; 3] = ["ru", "ar", "zh"];

/// Words behind which another clause begins, whatever was negated before.
const JOINS: &str = "and but or yet und aber oder sondern et mais ou y e pero o sino и но а или";

/// Words that begin a clause which is left out as a whole.
const OPENS: &str =
    "who whom whose which that because although though while when where if weil obwohl qui que quien porque который";

/// Words behind a negation that take its force.
const SPARED: &str = "only just merely least doubt nur bloß zuletzt seulement doute solo sólo solamente duda";

/// How far behind a negation what it negates may begin, in words.
const REACH: usize = 6;

/// Tells whether a run of words that is left out of what some bytes of a text say takes a negation with it and leaves what that
/// negates: words of the same clause are kept. Where the language is not known, words of all languages negate. Cost: linear in the run.
pub(super) fn is_lost(language: Option<&str>, text: &str, whole: &Range<usize>, run: &Range<usize>) -> bool {
    let own = tokens(&text[run.clone()]);
    let next = tokens(&text[run.end..whole.end]).into_iter().next();
    let goes_on = next.filter(|next| next.is_word && !next.is_among(JOINS));
    let is_clause = own.first().is_some_and(|first| first.is_among(OPENS));
    let stands_apart = tokens(&text[whole.start..run.start]).last().is_none_or(|last| !last.is_word);
    let parts = |token: &Token<'_>| !token.is_word || token.is_among(JOINS);
    (0..own.len()).filter(|at| negates(language, &own[*at])).any(|at| {
        let behind = &without_aside(&own[at + 1..]);
        // "No doubt", "sans doute": sure of it.
        let is_sure = at > 0 && own[at].is_among(SPARED) && negates(language, &own[at - 1]);
        let is_spared =
            is_sure || behind.first().copied().or(goes_on.as_ref()).is_some_and(|next| next.is_among(SPARED));
        let before_what_it_negates =
            goes_on.is_some() && !is_clause && behind.len() <= REACH && !behind.iter().any(|token| parts(token));
        // As in German.
        let behind_what_it_negates = behind.is_empty() && at <= 1 && !stands_apart && !own.iter().any(parts);
        !is_spared && (before_what_it_negates || behind_what_it_negates)
    })
}

/// Leaves out what commas part from its clause before that goes on: `not, and this is important, want`. Of a negation the comma behind
/// which stands a join, and a second comma with which the run ends or goes on.
fn without_aside<'s, 't>(behind: &'s [Token<'t>]) -> Vec<&'s Token<'t>> {
    let comma = |token: &Token<'_>| matches!(token.text, "," | "–" | "—" | "(" | ")");
    let second = behind.iter().skip(1).position(comma).map(|at| at + 2);
    match second {
        Some(from) if behind.first().is_some_and(comma) => behind[from..].iter().collect(),
        _ => behind.iter().collect(),
    }
}

/// Tells whether a word negates.
fn negates(language: Option<&str>, token: &Token<'_>) -> bool {
    let is_in = |(code, words): &(&str, &str)| {
        language.is_none_or(|language| *code == language || OF_OWN_SCRIPTS.contains(code))
            && has_word(words, &token.folded)
    };
    let is_sure = language.is_some() || !token.is_among(OF_SOME);
    let is_english = language.is_none_or(|language| language == "en");
    token.is_word && is_sure && (NEGATIONS.iter().any(is_in) || is_english && token.folded.ends_with("n't"))
}

/// Words that negate in one language and say something else in another.
const OF_SOME: &str = "noch apenas ej ani barely personne";

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks what is left out of a text, the run between bars: `We |do not |want it`.
    #[track_caller]
    fn check(language: &str, drawn: &str, expected: bool) {
        let parts: Vec<&str> = drawn.split('|').collect();
        let text = parts.concat();
        let run = parts[0].len()..parts[0].len() + parts[1].trim_end().len();
        let language = Some(language).filter(|language| !language.is_empty());
        assert_eq!(is_lost(language, &text, &(0..text.len()), &run), expected, "{drawn}");
    }

    #[test]
    fn what_it_negates_is_kept() {
        check("en", "We |do not |want a yard.", true);
        check("en", "|Not |all of the boats are late.", true);
        check("en", "We |don’t think |the yard is late.", true);
        check("de", "Wir wollen die Werft |nicht|.", true);
        check("de", "Es gibt |keine |Gefahr.", true);
        check("fr", "Nous ne voulons |pas |payer.", true);
        check("es", "El puerto |no |cierra.", true);
        check("ar", "المرفأ |لا |يغلق اليوم", true);
        check("zh", "港口|不|会关闭", true);
        check("en", "|I doubt that |it will close.", true);
        check("en", "The yard is |hardly |safe.", true);
        check("en", "We |do not, and this is important, |want a yard.", true);
        check("de", "Die Werft ist |kaum |sicher.", true);
    }

    #[test]
    fn in_a_language_that_nothing_shows() {
        for drawn in [
            "Wir wollen das |nicht |allein.",
            "Nous ne voulons |pas |payer.",
            "El puerto |no |cierra.",
            "They |don’t |close.",
        ] {
            check("", drawn, true);
        }
        check("", "Wir warten |noch |lange.", false);
        check("en", "Wir wollen das |nicht |allein.", false);
    }

    #[test]
    fn it_went_with_what_it_negates() {
        check("en", "We waited too long|, and did not know it|, and paid.", false);
        check("en", "We waited, and |did not know it, and |the island paid.", false);
        check("en", "The board |that did not meet |decided it.", false);
        check("en", "We waited for a boat |that nobody wants|.", false);
        check("en", "|No, |we waited.", false);
        check("en", "|No doubt |it will close.", false);
        check("fr", "|Sans doute |il ferme.", false);
        check("en", "It is |not only |late but dear.", false);
        check("de", "Wir warten|, weil niemand kommt|.", false);
        check("fr", "|Non, |le port ferme.", false);
    }
}
