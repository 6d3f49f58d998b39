//! The head of a source, by which two descriptions of a speaker are compared: surnames, then the nouns that phrases end with.

const PRONOUNS: [&str; 11] = [
    "he him his himself",
    "she her hers herself",
    "they them their theirs themselves",
    "it its itself",
    "i me my mine myself",
    "we us our ours ourselves",
    "you your yours yourself",
    "who whom whose",
    "that",
    "this",
    "one",
];
const STOP: &str = "who whose whom which that where when of in at for from with to on by about as near inside outside after before during \
    against among between familiar close present is was were are has had last";
const PART: &str = "one some many several most two three both none all each another any few half others";
const THE: &str = "the a an this that these those his her their its our my your";
const SUFFIX: &str = "jr sr ii iii iv phd md esq";

fn among(word: &str, words: &str) -> bool {
    words.split_whitespace().any(|own| own == word)
}

fn pronoun(word: &str) -> Option<&'static str> {
    PRONOUNS.iter().take(10).find(|forms| among(word, forms)).and_then(|forms| forms.split(' ').next())
}

fn is_stop(word: &str) -> bool {
    among(word, STOP) || pronoun(word).is_some()
}

/// White space folded.
pub fn squashed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text in small letters; an apostrophe stands within them.
pub fn words(text: &str) -> Vec<String> {
    let plain = text.replace('’', "'").to_lowercase();
    let of_word = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
    plain
        .split(|c| !of_word(c))
        .map(|word| word.trim_matches('\'').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// How many words two texts have in common, in the same order.
pub fn common(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut last = 0;
        for (k, y) in b.iter().enumerate() {
            let now = if x == y { last + 1 } else { row[k + 1].max(row[k]) };
            last = std::mem::replace(&mut row[k + 1], now);
        }
    }
    row[b.len()]
}

/// Tells whether a source and a speaker have a head in common; a pronoun must be the same one.
pub fn is_same(source: &str, speaker: &str) -> bool {
    let (wanted, given) = (heads(source), heads(speaker));
    if wanted.iter().any(|head| PRONOUNS.iter().take(10).any(|forms| forms.split(' ').next() == Some(head))) {
        return wanted == given;
    }
    wanted.iter().any(|head| given.contains(head))
}

/// Words with the marks that names have inside: `Tzu-yun`, `U.S`.
fn named(text: &str) -> Vec<&str> {
    let of_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '-');
    let trim = |c: char| !c.is_alphanumeric();
    text.split(|c| !of_word(c)).map(|word| word.trim_matches(trim)).filter(|word| !word.is_empty()).collect()
}

fn heads(source: &str) -> Vec<String> {
    let mut text = source.replace('’', "'");
    for (open, close) in [('(', ')'), ('[', ']')] {
        while let Some(start) = text.find(open) {
            let Some(length) = text[start..].find(close) else { break };
            text.replace_range(start..=start + length, " ");
        }
    }
    let whole: Vec<String> = named(&text).iter().map(|word| word.to_lowercase()).collect();
    let is_pronoun = |word: &String| pronoun(word).is_some() || among(word, "all both also");
    if !whole.is_empty() && whole.iter().all(is_pronoun) {
        return vec![pronoun(&whole[0]).map_or_else(|| whole[0].clone(), str::to_owned)];
    }
    let parted = text.replace(" - ", ",").replace(" and ", ",").replace(" or ", ",").replace(" & ", ",");
    let mut found: Vec<(bool, String)> = Vec::new();
    for part in parted.split([',', ';', ':', '—', '–']) {
        let mut words = named(part);
        if words.len() > 2 && among(&words[0].to_lowercase(), PART) && words[1].eq_ignore_ascii_case("of") {
            words.drain(..2);
        }
        let end = phrase_end(&words);
        let mut phrase = words[..end].to_vec();
        let rest = words.get(end + 1..).unwrap_or_default();
        if end < words.len() && matches!(words[end], "of" | "for") && named_after_place(rest) {
            phrase = rest.to_vec();
        }
        phrase.retain(|word| !among(&word.to_lowercase(), SUFFIX) && !word.chars().all(|c| c.is_ascii_digit()));
        let Some(last) = phrase.last() else { continue };
        let low = last.to_lowercase();
        if !among(&low, THE) && !is_stop(&low) {
            let bare = low.strip_suffix("'s").or_else(|| low.strip_suffix('\'')).unwrap_or(&low);
            found.push((last.starts_with(char::is_lowercase), bare.to_owned()));
        }
    }
    found.sort_by_key(|(is_small, _)| *is_small);
    if found.is_empty() {
        whole.last().cloned().into_iter().collect()
    } else {
        found.into_iter().map(|(_, head)| head).collect()
    }
}

fn phrase_end(words: &[&str]) -> usize {
    let end = (1..words.len()).find(|&k| is_stop(&words[k].to_lowercase()) && words[k] != "US").unwrap_or(words.len());
    let mut bare = (1..end).filter(|&k| !among(&words[k - 1].to_lowercase(), THE));
    let is_small = |word: &str| word.len() >= 5 && word.bytes().all(|b| b.is_ascii_lowercase());
    bare.find(|&k| {
        k < end - 1 && is_small(words[k]) && words[k].ends_with("ing")
            || k == end - 1 && end < words.len() && is_small(words[k]) && words[k].ends_with("ed")
    })
    .unwrap_or(end)
}

fn named_after_place(rest: &[&str]) -> bool {
    let low = rest.iter().position(|word| word.chars().all(|c| !c.is_uppercase())).unwrap_or(rest.len());
    low > 0
        && low + 1 < rest.len()
        && !is_stop(rest[low])
        && !among(&rest[0].to_lowercase(), THE)
        && rest[low + 1..].iter().all(|word| word.starts_with(char::is_uppercase))
}
