//! How exact a figure is said to be where words have no spaces.

use super::super::Exactness;

/// Words before a number, and what they say; a number behind others than these is as exact as it stands.
const BEFORE: [(&str, Exactness); 37] = [
    ("大约", Exactness::About),
    ("大約", Exactness::About),
    ("约", Exactness::About),
    ("約", Exactness::About),
    ("近", Exactness::About),
    ("将近", Exactness::About),
    ("將近", Exactness::About),
    ("接近", Exactness::About),
    ("大概", Exactness::About),
    ("およそ", Exactness::About),
    ("ほぼ", Exactness::About),
    ("ざっと", Exactness::About),
    ("超过", Exactness::AtLeast),
    ("超過", Exactness::AtLeast),
    ("至少", Exactness::AtLeast),
    ("逾", Exactness::AtLeast),
    ("少なくとも", Exactness::AtLeast),
    ("不少于", Exactness::AtLeast),
    ("不少於", Exactness::AtLeast),
    ("不低于", Exactness::AtLeast),
    ("不低於", Exactness::AtLeast),
    ("最少", Exactness::AtLeast),
    ("起码", Exactness::AtLeast),
    ("高于", Exactness::AtLeast),
    ("多于", Exactness::AtLeast),
    ("最低", Exactness::AtLeast),
    ("最多", Exactness::AtMost),
    ("不到", Exactness::AtMost),
    ("不足", Exactness::AtMost),
    ("最大", Exactness::AtMost),
    ("至多", Exactness::AtMost),
    ("不超过", Exactness::AtMost),
    ("不超過", Exactness::AtMost),
    ("不多于", Exactness::AtMost),
    ("不高于", Exactness::AtMost),
    ("低于", Exactness::AtMost),
    ("少于", Exactness::AtMost),
];

/// Words behind a unit.
const BEHIND: [(&str, Exactness); 18] = [
    ("以上", Exactness::AtLeast),
    ("余り", Exactness::AtLeast),
    ("あまり", Exactness::AtLeast),
    ("を超える", Exactness::AtLeast),
    ("を超え", Exactness::AtLeast),
    ("を超す", Exactness::AtLeast),
    ("を上回る", Exactness::AtLeast),
    ("以下", Exactness::AtMost),
    ("以内", Exactness::AtMost),
    ("未満", Exactness::AtMost),
    ("足らず", Exactness::AtMost),
    ("を下回る", Exactness::AtMost),
    ("に満たない", Exactness::AtMost),
    ("左右", Exactness::About),
    ("上下", Exactness::About),
    ("前後", Exactness::About),
    ("ほど", Exactness::About),
    ("程度", Exactness::About),
];

/// Characters behind a unit that say so where the word ends behind them: 100人弱, 3000人超.
const BEHIND_ALONE: [(char, Exactness); 4] =
    [('超', Exactness::AtLeast), ('余', Exactness::AtLeast), ('強', Exactness::About), ('弱', Exactness::About)];

/// Words of bounds that leave out the number itself.
const STRICT: [&str; 15] = [
    "超",
    "逾",
    "高于",
    "多于",
    "余",
    "あまり",
    "上回",
    "不到",
    "不足",
    "低于",
    "少于",
    "未満",
    "足らず",
    "下回",
    "満たない",
];

/// Tells whether the words of a figure bound it without the number itself: 3000人超, and not 3000人以上. Cost: linear in them.
pub(in super::super) fn is_strict(words: &str) -> bool {
    let is_so = STRICT.iter().any(|word| words.contains(word));
    is_so && !["不超", "不多", "不高", "不少于", "不少於", "不低"].iter().any(|word| words.starts_with(word))
}

/// How many bytes before a number say how exact it is, and how: 约三百人, 约有三百人.
pub(super) fn said_before(before: &str) -> (usize, Exactness) {
    let there_are = before.strip_suffix(['有', '为', '為', '是']);
    let own = |before: &str| {
        let found = BEFORE.iter().filter(|(word, _)| before.ends_with(word)).max_by_key(|(word, _)| word.len());
        let found = found.filter(|(word, _)| !is_end_of_word(&before[..before.len() - word.len()], word));
        found.map(|(word, exactness)| (word.len(), *exactness))
    };
    let behind = || there_are.and_then(|rest| own(rest).map(|(word, exact)| (word + before.len() - rest.len(), exact)));
    own(before).or_else(behind).unwrap_or((0, Exactness::Plain))
}

/// Tells whether a character that says about only ends another word: 最近3人, 契約3件, 节约3亿元.
fn is_end_of_word(before: &str, word: &str) -> bool {
    let with: &[char] = match word {
        "近" => &['最', '附', '付', '邻', '隣', '鄰'],
        "约" | "約" => &[
            '节', '節', '契', '予', '预', '預', '条', '條', '制', '公', '合', '签', '簽', '規', '规', '解', '密', '違',
            '违',
        ],
        _ => &[],
    };
    before.ends_with(with)
}

/// How exact a figure is by the words behind its unit, and what follows these.
pub(super) fn said_behind(rest: &str) -> Option<(Exactness, &str)> {
    let found = BEHIND.iter().filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len());
    if let Some((word, exactness)) = found {
        return Some((*exactness, &rest[word.len()..]));
    }
    let (sign, exactness) = BEHIND_ALONE.iter().find(|(sign, _)| rest.starts_with(*sign))?;
    let rest = &rest[sign.len_utf8()..];
    // 強制, 弱者 and 超過 are other words.
    let is_apart = rest.chars().next().is_none_or(|next| !next.is_alphanumeric() || ('ぁ'..='ゖ').contains(&next));
    is_apart.then_some((*exactness, rest))
}
