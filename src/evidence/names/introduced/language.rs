//! The small words of a language by which introductions are told: English, German, French, Spanish.

use super::super::super::tokens::Token;

/// The small words of a language, each kind with spaces between.
#[derive(Debug)]
pub(in crate::evidence::names) struct Language {
    /// Words that a description begins with: the, a, its.
    pub determiners: &'static str,
    /// Words that begin a clause of somebody.
    pub who: &'static str,
    /// The same of something.
    pub which: &'static str,
    /// Words between the last two of a list.
    pub and: &'static str,
    /// Prepositions inside a description that belong to its noun.
    pub of: &'static str,
    /// Prepositions that a sentence opens with, and that no description has as its first word.
    pub prepositions: &'static str,
    /// First words of phrases of two that are prepositions: because of, près de.
    pub no_nouns: &'static str,
    /// Verbs with which a sentence goes on.
    pub verbs: &'static str,
}

const ENGLISH: Language = Language {
    determiners: "a an the its his her their our my your another one",
    who: "who",
    which: "which",
    and: "and or",
    of: "of for at in from to",
    // Those of the grammar of English are asked beside these.
    prepositions: "",
    no_nouns: "because instead thanks together out due contrary prior such",
    verbs: "",
};

const LANGUAGES: [(&str, Language); 4] = [
    ("en", ENGLISH),
    (
        "de",
        Language {
            determiners: "der die das dem den ein eine einem einen einer sein seine ihr ihre",
            who: "",
            which: "",
            and: "und oder",
            of: "des der von vom für in im am beim",
            prepositions: "auf in im an am bei beim nach mit zu zum zur aus für von vom über unter vor wegen seit durch \
                gegen ohne trotz während als wenn weil dass ob wie",
            no_nouns: "so",
            verbs: "ist sind war waren wird wurde wurden hat hatte hatten haben kann will soll muss sagte sagt",
        },
    ),
    (
        "fr",
        Language {
            determiners: "le la les un une son sa ses leur leurs notre l",
            who: "qui",
            which: "",
            and: "et ou",
            of: "de du des d à au",
            prepositions: "au aux à dans en sur sous par pour avec chez depuis après avant lors d'après dès quand comme si",
            no_nouns: "près loin à cause lors autour hors faute grâce lieu au en avant afin quant",
            verbs: "a ont est sont était étaient avait avaient sera fut va doit peut veut dit",
        },
    ),
    (
        "es",
        Language {
            determiners: "el la los las un una su sus nuestro nuestra",
            who: "que quien quienes",
            which: "",
            and: "y e o",
            of: "de del al",
            prepositions: "a al en con por para desde ante tras sobre durante contra hacia sin cuando como si",
            no_nouns: "cerca lejos antes después además dentro fuera delante detrás debajo encima alrededor pesar",
            verbs: "ha han es son fue fueron era eran había habían será está están va debe puede quiere dice dijo",
        },
    ),
];

impl Language {
    /// Returns the words of a language (ISO 639-1); `None` for one whose introductions are not read.
    pub fn of(code: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|(own, _)| *own == code).map(|(_, words)| words)
    }

    /// Tells whether its rules are those of English.
    pub fn is_english(&self) -> bool {
        self.who == ENGLISH.who
    }

    /// Tells whether all its nouns have capitals, as those of German.
    pub fn has_capital_nouns(&self) -> bool {
        self.who.is_empty()
    }

    /// Tells whether a word is a determiner, also one that is drawn to the next word: l'île.
    pub fn is_determiner(&self, token: &Token<'_>) -> bool {
        token.is_among(self.determiners) || self.is_drawn(token)
    }

    fn is_drawn(&self, token: &Token<'_>) -> bool {
        self.who == "qui" && token.folded.starts_with("l'")
    }

    /// Tells whether a word is a preposition inside a description, also one that is drawn to the next word.
    pub fn is_of(&self, token: &Token<'_>) -> bool {
        token.is_among(self.of) || self.who == "qui" && token.folded.starts_with("d'")
    }
}
