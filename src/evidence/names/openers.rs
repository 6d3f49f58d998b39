//! Words that open sentences of French and Spanish with a capital, and name nobody.
//!
//! ```text
//!     Il estime les pertes …      Nous ne prendrons …      Ella dijo que …
//! ```

use super::super::tokens::{Token, has_word};
use super::super::word_set::WordSet;

static FRENCH: WordSet = WordSet::new(
    "il elle ils elles nous vous je tu on ce c'est cela ça ceci cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes dans pour par sur \
    avec sans sous vers chez après avant pendant depuis durant malgré contre entre mais ou où donc car si quand lorsque comme que qui quoi \
    pourquoi comment ne plus moins très tout tous toute toutes aucun aucune chaque plusieurs certains certaines deux trois quatre cinq six sept huit dix lors \
    ainsi alors puis enfin ici là même en au aux à y quelque quelques beaucoup peu rien personne d'après dès quant selon hier demain aujourd'hui pas non oui \
    jamais toujours encore seul seule seuls",
);

static SPANISH: WordSet = WordSet::new(
    "él ella ellos ellas nosotros nosotras yo tú usted ustedes esto eso este esta estos estas ese esa esos aquel aquella su sus mi nuestro nuestra en por \
    para con sin sobre según después antes desde hasta durante entre hacia contra tras pero y o si cuando como donde que quien quienes no ni también \
    además así luego entonces aquí allí hoy mañana ayer muchos muchas todos todas todo algunos algunas cada dos tres cuatro cinco seis siete ocho nueve diez hay \
    se lo le les nos al más menos muy nada nadie nunca siempre sí aunque mientras solo sólo",
);

/// Tells whether a word opens sentences in a language (ISO 639-1) and names nobody there, also drawn to the next word: qu'il. Cost:
/// constant.
pub(super) fn is_opener_of(code: &str, token: &Token<'_>) -> bool {
    let words = match code {
        "fr" => &FRENCH,
        "es" => &SPANISH,
        _ => return false,
    };
    has_word(words, &token.folded)
}
