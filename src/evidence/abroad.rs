//! What no speaker has in German, French and Spanish, where the phrases of a sentence are read by rules made for English.
//!
//! ```text
//!     sagte │ Ada Quill │ dem Sender             whom it is said to is no part
//!     hatte │ Ada Quill │ gesagt                 an auxiliary is none either
//!     dijo a la prensa Ada Quill                 not stated: it begins with somebody else
//!     se dijo, hieß es, il a été dit             not stated: nobody says it
//! ```

use std::ops::Range;

use super::tokens::Token;

/// The small words of a language by which its speakers are told, each kind with spaces between.
#[derive(Debug)]
pub(super) struct SmallWords {
    /// Pronouns for somebody who speaks: nothing goes on behind them.
    pronouns: &'static str,
    /// What stands for nobody, or for whom it is said to, at the beginning.
    nobody: &'static str,
    /// Auxiliaries that may stand between who speaks and the verb.
    perfect: &'static str,
    /// Other verbs that no phrase has, auxiliaries of the passive among them.
    verbs: &'static str,
    /// Prepositions that no speaker begins with.
    openers: &'static str,
    /// Words that a phrase ends before unless a preposition or "and" stands before them.
    ends: &'static str,
    /// The same behind a name.
    ends_names: &'static str,
    /// Prepositions and conjunctions that a phrase goes on behind.
    goes_on: &'static str,
    /// First forms of verbs whose object is who speaks.
    quoting: &'static str,
}

const LANGUAGES: [(&str, SmallWords); 3] = [
    (
        "de",
        SmallWords {
            pronouns: "er sie ich wir ihr",
            nobody: "es man niemand keiner dem den einem einen ihm ihnen ihn ihr mir uns mich sich so wie",
            perfect: "hat hatte hatten haben habe habt hätte",
            verbs: "wurde wurden wird werden worden ist war waren sind sei seien will wollen wollte kann können konnte soll \
                sollen sollte muss müssen musste darf",
            openers: "auf in im an am bei beim nach mit zu zum zur aus laut für von vom über unter vor wegen seit durch gegen \
                ohne trotz während als wenn weil dass ob",
            ends: "dem den das die einem einen ein eine am im montag dienstag mittwoch donnerstag freitag samstag sonntag gestern \
                heute auf in an bei aus nach laut gegenüber während vor seit mit ohne gegen trotz wegen zufolge zu zum zur beim im",
            ends_names: "der dem den die das einer einem",
            goes_on: "und oder von vom für der des",
            quoting: "zitieren",
        },
    ),
    (
        "fr",
        SmallWords {
            pronouns: "il elle ils elles je nous",
            nobody: "on personne se lui leur me y en ce cela ça",
            perfect: "a ont avait avaient aurait",
            verbs: "été est sont était étaient être fut furent sera veut veulent peut peuvent doit doivent va vont voulait fait",
            openers: "au aux à dans en sur sous par pour avec selon chez depuis après avant lors d'après dès",
            ends: "le la les un une ce cette au aux à dans en sur par \
                après avant pendant durant lors depuis devant malgré sans contre chez vers selon sous avec lundi mardi mercredi jeudi vendredi samedi dimanche hier",
            ends_names: "le la les un une",
            goes_on: "et ou de du des d pour",
            quoting: "citer",
        },
    ),
    (
        "es",
        SmallWords {
            pronouns: "él ella ellos ellas yo nosotros",
            nobody: "se le les lo me nos nadie según como así",
            perfect: "ha han había habían habría",
            verbs: "sido fue fueron es son era eran está están será quiere quieren puede pueden debe deben va van hace quería",
            openers: "a al en con por para desde ante tras sobre durante contra hacia sin",
            ends: "el la los las un una a al en ante por \
                tras durante sobre desde contra hacia sin con según antes después lunes martes miércoles jueves viernes sábado domingo ayer hoy",
            ends_names: "el la los las un una",
            goes_on: "y e o de del para",
            quoting: "citar",
        },
    ),
];

impl SmallWords {
    /// Returns the words of a language (ISO 639-1); `None` for English, and for one that has no rules for speakers.
    pub fn of(language: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|(code, _)| *code == language).map(|(_, words)| words)
    }

    /// Tells whether a verb, by its first form, is one whose object is who speaks: the paper quoted the captain.
    pub fn is_quoting(&self, lemma: &str) -> bool {
        self.quoting == lemma
    }

    /// Tells whether a word is an auxiliary that may stand between who speaks and the verb: a déclaré, ha dicho.
    pub fn is_perfect(&self, token: &Token<'_>) -> bool {
        token.is_among(self.perfect)
    }

    /// Tells whether only what goes with a verb stands between who speaks and the verb, so that the one is the subject of the other.
    /// Cost: linear in these words.
    pub fn leads_to_verb(&self, between: &[Token<'_>]) -> bool {
        between.iter().all(|token| self.is_perfect(token) || token.text == ",")
            && between.iter().filter(|token| token.text == ",").count() != 1
    }

    /// Returns the part of a phrase that names who speaks; `None` if it may be somebody else, or nobody. Cost: linear in the phrase.
    pub fn speaker(&self, tokens: &[Token<'_>], found: Range<usize>) -> Option<Range<usize>> {
        let start = found.start + usize::from(self.is_perfect(&tokens[found.start]));
        let first = tokens.get(start).filter(|_| start < found.end)?;
        if first.is_among(self.pronouns) {
            return Some(start..start + 1);
        }
        if first.is_among(self.nobody) || first.is_among(self.openers) {
            return None;
        }
        let is_name = first.is_capital() && !first.is_among(self.ends) && !first.is_among(self.ends_names);
        let is_end = |k: &usize| {
            let (token, before) = (&tokens[*k], &tokens[*k - 1]);
            let ends = token.is_among(self.ends) || is_name && token.is_among(self.ends_names);
            ends && token.is_small() && !before.is_among(self.goes_on)
        };
        let end = (start + 1..found.end).find(is_end).unwrap_or(found.end);
        let own = start..end;
        let is_small_word =
            |token: &Token<'_>| !token.is_word || token.is_among(self.ends) || token.is_among(self.ends_names);
        let has_verb = tokens[own.clone()].iter().any(|token| token.is_among(self.verbs) || self.is_perfect(token));
        let is_named = !tokens[own.clone()].iter().all(|token| is_small_word(token) || token.is("der"));
        (!has_verb && is_named).then_some(own)
    }
}
