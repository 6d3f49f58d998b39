//! Numbers in words: of English, German, French and Spanish.
//!
//! ```text
//!     two hundred and fifty     zweihundertfünfzig     deux cents     treinta y cinco     half a million     a dozen
//! ```

use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::super::word_set::WordPlaces;
use super::scales;

/// The words of a language: each of a list is worth its place in it, or that times ten, or that times a hundred; words for one are not
/// among them, since they stand for much else.
struct Words {
    /// From two; `_` where there is no word of its own.
    ones: WordPlaces,
    /// From twenty.
    tens: WordPlaces,
    /// From a hundred.
    hundreds: WordPlaces,
    /// What stands between the parts of a number.
    and: &'static str,
}

static ENGLISH: Words = Words {
    ones: WordPlaces::in_row(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    ),
    tens: WordPlaces::in_row("twenty thirty forty fifty sixty seventy eighty ninety"),
    hundreds: WordPlaces::in_row(""),
    and: "and",
};

static GERMAN: Words = Words {
    ones: WordPlaces::in_row(
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    ),
    tens: WordPlaces::in_row("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
    hundreds: WordPlaces::in_row(""),
    and: "",
};

static FRENCH: Words = Words {
    ones: WordPlaces::in_row(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    ),
    tens: WordPlaces::in_row("vingt trente quarante cinquante soixante _ quatre-vingts _"),
    hundreds: WordPlaces::in_row(""),
    and: "",
};

static SPANISH: Words = Words {
    ones: WordPlaces::in_row(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    ),
    tens: WordPlaces::in_row("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
    hundreds: WordPlaces::in_row(
        "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
    ),
    and: "y",
};

impl Words {
    fn of(code: &str) -> &'static Self {
        match code {
            "de" => &GERMAN,
            "fr" => &FRENCH,
            "es" => &SPANISH,
            _ => &ENGLISH,
        }
    }

    fn one(&self, word: &str) -> Option<f64> {
        at(&self.ones, word).map(|place| place + 2.0)
    }

    fn ten(&self, word: &str) -> Option<f64> {
        at(&self.tens, word).map(|place| (place + 2.0) * 10.0)
    }

    /// The worth of a word below a thousand: `twenty-two`, `einundzwanzig`, `veintidós`.
    fn worth(&self, word: &str) -> Option<f64> {
        let unit = |word: &str| if matches!(word, "one" | "ein" | "un" | "uno") { Some(1.0) } else { self.one(word) };
        let plain = || self.one(word).or_else(|| self.ten(word));
        let hundred = || at(&self.hundreds, word).map(|place| (place + 1.0) * 100.0);
        let drawn = || {
            let (tens, ones) = word.split_once('-')?;
            Some(self.ten(tens)? + unit(ones).filter(|ones| *ones < 10.0)?)
        };
        let in_one = || {
            let (ones, tens) = word.split_once("und")?;
            Some(unit(ones).filter(|ones| *ones < 10.0)? + self.ten(tens)?)
        };
        let of_twenty =
            || self.one(&word.strip_prefix("veinti")?.replace('ó', "o").replace('é', "e")).map(|one| one + 20.0);
        plain().or_else(hundred).or_else(drawn).or_else(in_one).or_else(of_twenty)
    }

    /// The worth of a word that German makes of several: `zweihundertfünfzig`, `dreitausend`.
    fn compound(&self, word: &str) -> Option<f64> {
        let one = |part: &str| if part.is_empty() || part == "ein" { Some(1.0) } else { self.worth(part) };
        let rest = |part: &str| if part.is_empty() { Some(0.0) } else { self.compound(part) };
        if let Some((count, more)) = word.split_once("tausend") {
            let count = if count.is_empty() { 1.0 } else { self.compound(count).or_else(|| one(count))? };
            return Some(count * 1000.0 + rest(more)?);
        }
        if let Some((count, more)) = word.split_once("hundert") {
            return Some(one(count)? * 100.0 + rest(more)?);
        }
        self.worth(word)
    }
}

fn at(list: &WordPlaces, word: &str) -> Option<f64> {
    list.place(word).filter(|_| word != "_").map(|place| place as f64)
}

/// The words before a scale that make it one: `a million`.
const ARTICLES: [&str; 7] = ["a", "one", "eine", "ein", "un", "una", "une"];

/// Half of what follows, and how many tokens that has: `and a half`.
pub(super) fn and_a_half(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let is =
        |words: &[&str]| tokens.len() >= words.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word));
    if is(&["and", "a", "half"]) {
        return Some((0.5, 3));
    }
    (is(&["et", "demi"]) || is(&["y", "medio"]) || is(&["y", "media"])).then_some((0.5, 2))
}

/// Reads a number in words: what it is worth, how many tokens it has, and whether a scale is part of it. Cost: constant.
pub(super) fn number(tokens: &[Token<'_>], tongue: Tongue<'_>) -> Option<(f64, usize, bool)> {
    let first = tokens.first()?;
    let next = tokens.get(1);
    let scale = |token: Option<&Token<'_>>| token.and_then(|token| scales::scale(token, tongue));
    let is_dozen = |token: Option<&Token<'_>>| {
        token.is_some_and(|token| token.is_one_of(&["dozen", "dutzend", "douzaine", "docena"]))
    };
    if first.is("half") && next.is_some_and(|next| next.is("a")) {
        let third = tokens.get(2);
        return if is_dozen(third) { Some((6.0, 3, false)) } else { scale(third).map(|scale| (scale / 2.0, 3, true)) };
    }
    if is_dozen(Some(first)) {
        return Some((12.0, 1, false));
    }
    let words = Words::of(tongue.code);
    let worth = |token: &Token<'_>| {
        let is_german = tongue.code == "de";
        if is_german { words.compound(&token.folded) } else { words.worth(&token.folded) }
    };
    let is_article = first.is_one_of(&ARTICLES);
    if is_article && is_dozen(next) {
        return Some((12.0, 2, false));
    }
    // "Mil barcos": a thousand needs no word before it there.
    let is_bare = matches!(tongue.code, "es" | "fr") && first.is_one_of(&["mil", "mille", "cent"]);
    let mut sum = 0.0;
    let (mut part, mut length) = match worth(first) {
        _ if is_article => (scale(next).map(|_| 1.0)?, 1),
        _ if first.is("cent") && is_bare => (100.0, 1),
        _ if is_bare => (1.0, 0),
        Some(value) => (value, 1),
        None => return None,
    };
    if is_dozen(next) {
        return Some((part * 12.0, 2, false));
    }
    let mut has_scale = false;
    if let Some((half, more)) = and_a_half(&tokens[length..]) {
        part += half;
        length += more;
    }
    while let Some(token) = tokens.get(length) {
        if let Some(scale) = scale(Some(token)) {
            has_scale = true;
            length += 1;
            if scale < 1e3 && part < 100.0 {
                part *= scale;
            } else {
                // Mil millones.
                sum = if part == 0.0 { sum * scale } else { sum + part * scale };
                part = 0.0;
            }
            continue;
        }
        // Two hundred and fifty, twenty five, treinta y cinco; but not "twelve and five".
        let joins = !words.and.is_empty() && token.is(words.and);
        let at = if joins { length + 1 } else { length };
        let Some(value) = tokens.get(at).and_then(worth) else { break };
        let room = if part == 0.0 && sum > 0.0 {
            1000.0
        } else if part >= 100.0 && part % 100.0 == 0.0 {
            100.0
        } else if (20.0..100.0).contains(&part) && part % 10.0 == 0.0 && (joins == (tongue.code == "es")) {
            10.0
        } else {
            break;
        };
        if value >= room || joins && tongue.code == "en" && room < 100.0 {
            break;
        }
        part += value;
        length = at + 1;
    }
    Some((sum + part, length, has_scale))
}
