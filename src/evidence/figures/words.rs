//! Numbers in words: of English, German, French and Spanish.
//!
//! ```text
//!     two hundred and fifty     zweihundertfünfzig     deux cents     treinta y cinco     half a million     a dozen
//! ```

use super::super::ends::is_end;
use super::super::tokens::Token;
use super::super::tongue::Tongue;
use super::super::word_set::WordPlaces;
use super::Exactness;
use super::parts;
use super::rounds::{self, ARTICLES, and_a_half, are_dozens, half_behind};
use super::scales;

/// The words of a language: each of a list is worth its place in it, or that times ten, or that times a hundred; words for one are not
/// among them, since they stand for much else.
struct Words {
    /// From two.
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
    // Read by rules of their own, since seventy is sixty and ten.
    tens: WordPlaces::in_row(""),
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
        let unit = |word: &str| if is_one(word) { Some(1.0) } else { self.one(word) };
        let plain = || self.one(word).or_else(|| self.ten(word));
        let hundred = || at(&self.hundreds, &word.replace("ientas", "ientos")).map(|place| (place + 1.0) * 100.0);
        let drawn = || {
            let (tens, ones) = word.split_once('-')?;
            Some(self.ten(tens)? + unit(ones).filter(|ones| *ones < 10.0)?)
        };
        let in_one = || {
            let (ones, tens) = word.split_once("und")?;
            Some(unit(ones).filter(|ones| *ones < 10.0)? + self.ten(tens)?)
        };
        let of_twenty = || {
            unit(&word.strip_prefix("veinti")?.replace('ó', "o").replace('é', "e").replace('ú', "u"))
                .filter(|one| *one < 10.0)
                .map(|one| one + 20.0)
        };
        plain().or_else(hundred).or_else(drawn).or_else(in_one).or_else(of_twenty)
    }

    /// The worth of a word that German makes of several: `zweihundertfünfzig`, `dreitausend`.
    fn compound(&self, word: &str) -> Option<f64> {
        if word == "anderthalb" {
            return Some(1.5);
        }
        if let Some(whole) = word.strip_suffix("einhalb") {
            let whole = if whole == "ein" { Some(1.0) } else { self.worth(whole) };
            return whole.map(|whole| whole + 0.5);
        }
        let one = |part: &str| if part.is_empty() || part == "ein" { Some(1.0) } else { self.worth(part) };
        let rest = |part: &str| match part.strip_prefix("und").unwrap_or(part) {
            "" => Some(0.0),
            "eins" | "ein" | "eine" => Some(1.0),
            part => self.compound(part),
        };
        if let Some((count, more)) = word.split_once("tausend") {
            let count = if count.is_empty() { 1.0 } else { self.compound(count).or_else(|| one(count))? };
            return Some(count * 1000.0 + rest(more)?);
        }
        if let Some((count, more)) = word.split_once("hundert") {
            return Some(one(count)? * 100.0 + rest(more)?);
        }
        self.worth(word)
    }

    /// Reads the words below a thousand that some tokens begin with, and how many they are. Cost: constant.
    fn part(&self, tokens: &[Token<'_>], code: &str) -> Option<(f64, usize)> {
        let first = &tokens.first()?.folded;
        match code {
            "de" => self.compound(&first.replace("dreissig", "dreißig")).map(|value| (value, 1)),
            "fr" => french(tokens),
            // "Por ciento" alone is no number.
            "es" if **first == *"ciento" => {
                let next = &tokens.get(1)?.folded;
                let one = || is_one(next).then_some(1.0);
                let value = self.worth(next).or_else(one).filter(|value| *value < 100.0)?;
                Some((value + 100.0, 2))
            }
            _ => self.worth(first).map(|value| (value, 1)),
        }
    }
}

/// Tells whether a word is one, where it stands behind other words of a number.
fn is_one(word: &str) -> bool {
    matches!(word, "one" | "ein" | "un" | "uno" | "una" | "une")
}

/// The most words of a French number below a hundred: `quatre vingt dix sept`.
const FRENCH_WORDS: usize = 4;

/// Reads the longest French number below a hundred, whether hyphens or spaces stand between its words: `soixante et onze`.
fn french(tokens: &[Token<'_>]) -> Option<(f64, usize)> {
    let longest = tokens.len().min(FRENCH_WORDS);
    (1..=longest).rev().find_map(|length| {
        let words: Vec<&str> = tokens[..length].iter().map(|token| &*token.folded).collect();
        Some((below_hundred(&words.join("-"))?, length))
    })
}

/// Returns the worth of a French number below a hundred whose words hyphens join: tens of one kind go on with ones, of the other kind with
/// ten to nineteen as well.
fn below_hundred(word: &str) -> Option<f64> {
    const SCORES: [(&str, f64); 3] = [("quatre-vingts", 80.0), ("quatre-vingt", 80.0), ("soixante", 60.0)];
    const TENS: [(&str, f64); 7] = [
        ("vingt", 20.0),
        ("trente", 30.0),
        ("quarante", 40.0),
        ("cinquante", 50.0),
        ("septante", 70.0),
        ("huitante", 80.0),
        ("nonante", 90.0),
    ];
    if let Some(value) = FRENCH.one(word) {
        return Some(value);
    }
    let tens = SCORES.iter().map(|ten| (ten, 20.0)).chain(TENS.iter().map(|ten| (ten, 10.0)));
    let behind = |((ten, value), room): (&(&str, f64), f64)| {
        let rest = word.strip_prefix(ten)?;
        if rest.is_empty() {
            return Some(*value);
        }
        let rest = rest.strip_prefix('-')?;
        // Et un, et onze; no other number has the word.
        let (rest, has_and) = rest.strip_prefix("et-").map_or((rest, false), |rest| (rest, true));
        let ones = if is_one(rest) { 1.0 } else { FRENCH.one(rest)? };
        (ones < room && (!has_and || ones == 1.0 || ones == 11.0)).then_some(value + ones)
    };
    tens.into_iter().find_map(behind)
}

fn at(list: &WordPlaces, word: &str) -> Option<f64> {
    list.place(word).map(|place| place as f64)
}

/// A number in words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct InWords {
    /// What it is worth, if it is sure.
    pub value: f64,
    /// How many tokens it has.
    pub tokens: usize,
    /// Whether a scale is part of it.
    pub has_scale: bool,
    /// How exact its word is: `une centaine` is about so many.
    pub exactness: Exactness,
    /// Whether all of its words were understood: of `twelve five` and `two point five million` they are not.
    pub is_sure: bool,
}

impl InWords {
    fn new(value: f64, tokens: usize, has_scale: bool) -> Self {
        Self { value, tokens, has_scale, exactness: Exactness::Plain, is_sure: true }
    }
}

/// Reads a number in words. Cost: linear in its words.
pub(super) fn number(tokens: &[Token<'_>], tongue: Tongue<'_>) -> Option<InWords> {
    let words = Words::of(tongue.code);
    let found = read(tokens, tongue, words)?;
    let found = behind_comma(tokens, tongue, words, found).unwrap_or(found);
    // What may go on behind "and" is less than the last scale.
    let room = [1e9, 1e6, 1e3].into_iter().find(|scale| found.has_scale && found.value % scale == 0.0).unwrap_or(0.0);
    let more = unread(&tokens[found.tokens..], tongue, words, room);
    Some(InWords { tokens: found.tokens + more, is_sure: found.is_sure && more == 0, ..found })
}

/// Reads `three thousand, two hundred workers`: a lesser part with a scale of its own goes on behind a comma. It is sure only where what is
/// counted stands behind it.
fn behind_comma(tokens: &[Token<'_>], tongue: Tongue<'_>, words: &Words, found: InWords) -> Option<InWords> {
    let from = tokens.get(found.tokens).filter(|comma| comma.text == ",").map(|_| found.tokens + 1)?;
    let room = [1e9, 1e6, 1e3].into_iter().find(|scale| found.value % scale == 0.0)?;
    let second = read(&tokens[from..], tongue, words)?;
    let goes_on = tongue.code == "en" && found.has_scale && second.has_scale && second.value < room;
    let length = from + second.tokens;
    let is_counted = tokens.get(length).is_some_and(|next| next.is_small() && !is_end(next));
    goes_on.then(|| InWords {
        is_sure: found.is_sure && second.is_sure && is_counted,
        ..InWords::new(found.value + second.value, length, true)
    })
}

/// Counts the words of number that go on behind one that was read: they belong to it, and what both say is not known.
fn unread(tokens: &[Token<'_>], tongue: Tongue<'_>, words: &Words, room: f64) -> usize {
    let mut length = 0;
    // Mille et une nuits; eine Million und zweihunderttausend.
    if let Some(rest) =
        tokens.get(1..).filter(|_| matches!(tongue.code, "de" | "fr") && tokens[0].is_one_of(&["et", "und"]))
        && let Some(own) = tokens.get(1)
        && (room > 0.0 && is_one(&own.folded) && tokens[0].is("et")
            || read(rest, tongue, words).is_some_and(|second| second.value < room))
    {
        length = 2;
    }
    while let Some(token) = tokens.get(length) {
        let is_mark = token.is_one_of(&["point", "komma", "virgule", "coma"]);
        let from = if is_mark { length + 1 } else { length };
        let of_scale = || (length > 0).then(|| scales::scale(token, tongue)).flatten().map(|_| (0.0, 1));
        let Some((_, more)) = tokens.get(from..).and_then(|rest| words.part(rest, tongue.code)).or_else(of_scale)
        else {
            break;
        };
        length = from + more;
    }
    length
}

fn read(tokens: &[Token<'_>], tongue: Tongue<'_>, words: &Words) -> Option<InWords> {
    let first = tokens.first()?;
    let next = tokens.get(1);
    let scale = |token: Option<&Token<'_>>| token.and_then(|token| scales::scale(token, tongue));
    if let Some((value, tokens)) = rounds::dozen(tokens) {
        return Some(InWords::new(value, tokens, false));
    }
    if let Some((value, tokens)) = rounds::about(tokens) {
        return Some(InWords { exactness: Exactness::About, ..InWords::new(value, tokens, false) });
    }
    if let Some((value, length)) = parts::of_scale(tokens, tongue) {
        return Some(InWords::new(value, length, true));
    }
    let worth = |from: usize| tokens.get(from..).and_then(|rest| words.part(rest, tongue.code));
    let is_article = first.is_one_of(&ARTICLES);
    // "Mil barcos": a thousand needs no word before it there.
    let is_bare = matches!(tongue.code, "es" | "fr") && first.is_one_of(&["mil", "mille", "cent"]);
    // What the scales from a million on have, what a thousand has, and how great the last scale was.
    let (mut sum, mut thousands, mut room_behind) = (0.0, 0.0, 0.0);
    let (mut part, mut length) = match worth(0) {
        // One and a half million.
        _ if is_article => match and_a_half(&tokens[1..]).filter(|_| is_one(&first.folded)) {
            Some((_, more)) => (scale(tokens.get(1 + more)).map(|_| 1.0)?, 1),
            None => (scale(next).map(|_| 1.0)?, 1),
        },
        _ if first.is("cent") && is_bare => (100.0, 1),
        _ if is_bare => (1.0, 0),
        Some(read) => read,
        None => return None,
    };
    let mut has_scale = false;
    let mut before_and = None;
    if let Some((half, more)) = and_a_half(&tokens[length..]) {
        part += half;
        length += more;
    }
    if tokens.get(length).is_some_and(are_dozens) {
        return Some(InWords::new(part * 12.0, length + 1, false));
    }
    while let Some(token) = tokens.get(length) {
        if let Some(scale) = scale(Some(token)) {
            has_scale = true;
            length += 1;
            // "Mille cent" is a thousand and a hundred.
            if scale < 1e3 && part == 0.0 {
                part = scale;
            } else if scale < 1e3 && part < 100.0 {
                part *= scale;
            } else {
                // "Mil millones", "dos mil quinientos millones": a scale is of all that stands before it and has none that is greater.
                let own = thousands + part;
                if (1e3..1e6).contains(&scale) && part > 0.0 && (thousands == 0.0 || scale < room_behind) {
                    thousands += part * scale;
                } else if scale >= 1e6 && own > 0.0 && (sum == 0.0 || scale < room_behind) {
                    sum += own * scale;
                    thousands = 0.0;
                } else if scale >= 1e6 && own == 0.0 && sum > 0.0 {
                    sum *= scale;
                } else if let Some((value, length)) = before_and {
                    // Between two million and three million.
                    return Some(InWords::new(value, length, true));
                } else {
                    // A million three billion: what both say is not known.
                    return Some(InWords { is_sure: false, ..InWords::new(0.0, length, true) });
                }
                part = 0.0;
                room_behind = scale;
                // Two million and a half, deux millions et demi.
                if let Some((half, more)) = half_behind(&tokens[length..]).filter(|_| scale >= 1e6) {
                    return Some(InWords::new(scales::plain(sum + half * scale), length + more, true));
                }
            }
            continue;
        }
        // Two hundred and fifty, twenty five, treinta y cinco; but not "twelve and five".
        let joins = !words.and.is_empty() && token.is(words.and);
        let at = if joins { length + 1 } else { length };
        // One has a place there, which it has not at the beginning.
        let one = || tokens.get(at).filter(|one| is_one(&one.folded)).map(|_| (1.0, 1));
        let Some((value, more)) = worth(at).or_else(one) else { break };
        let tens = part % 100.0;
        let room = if part == 0.0 && has_scale {
            // Eine Million zweihunderttausend.
            room_behind
        } else if part >= 1000.0 && part % 1000.0 == 0.0 {
            1000.0
        } else if part >= 100.0 && part % 100.0 == 0.0 {
            100.0
        } else if (20.0..100.0).contains(&tens) && tens % 10.0 == 0.0 && (joins == (tongue.code == "es")) {
            10.0
        } else {
            break;
        };
        // "Two hundred and one of them said" has a clause of its own for one.
        let is_apart = value == 1.0 && joins && tokens.get(at + 1).is_some_and(|next| next.is("of"));
        if value >= room || joins && tongue.code == "en" && room < 100.0 || is_apart {
            break;
        }
        if joins && part == 0.0 && has_scale {
            before_and = Some((sum + thousands, length));
        }
        part += value;
        length = at + more;
    }
    Some(InWords::new(sum + thousands + part, length, has_scale))
}
