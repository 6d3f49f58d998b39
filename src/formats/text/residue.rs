//! What extraction and typing leave behind in running text, put right where it is certain.
//!
//! ```text
//!     the town&#8217;s &amp; the island&rsquo;s        the town’s & the island’s        entities of HTML
//!     it was _never_ said, *not once*                 it was never said, not once     marks of emphasis
//! ```
//!
//! What is put right is counted, so that it can be said. What is no entity with its semicolon, and what is no pair of marks
//! around words, stays as it is.

use std::borrow::Cow;

/// Counts what was put right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mended {
    pub entities: usize,
    pub emphasis: usize,
}

/// The longest entity between `&` and `;`, in bytes.
const ENTITY: usize = 10;

/// The longest stretch that is emphasized, in bytes.
const STRETCH: usize = 600;

/// Entities by their names in HTML: those that news are written with.
const ENTITIES: [(&str, char); 64] = [
    ("AElig", 'Æ'),
    ("Aring", 'Å'),
    ("Auml", 'Ä'),
    ("Ccedil", 'Ç'),
    ("Eacute", 'É'),
    ("Oslash", 'Ø'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("aelig", 'æ'),
    ("agrave", 'à'),
    ("amp", '&'),
    ("apos", '\''),
    ("aring", 'å'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("bdquo", '„'),
    ("bull", '•'),
    ("ccedil", 'ç'),
    ("cent", '¢'),
    ("copy", '©'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("egrave", 'è'),
    ("euml", 'ë'),
    ("euro", '€'),
    ("frac12", '½'),
    ("gt", '>'),
    ("hellip", '…'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("iuml", 'ï'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsaquo", '‹'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", '\u{A0}'),
    ("ndash", '–'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("oslash", 'ø'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rsaquo", '›'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("szlig", 'ß'),
    ("times", '×'),
    ("trade", '™'),
    ("uacute", 'ú'),
    ("uuml", 'ü'),
];

/// Puts a block's text right, and counts what was.
///
/// Cost: linear in the text.
pub(super) fn mend(text: String, mended: &mut Mended) -> String {
    // Some write "&amp;rsquo;": what was an entity once was made one again.
    let once = entities(&text, &mut mended.entities);
    let twice = entities(&once, &mut mended.entities);
    let plain = emphasis(&twice, &mut mended.emphasis);
    match plain {
        Cow::Borrowed(same) if same.len() == text.len() => text,
        plain => plain.into_owned(),
    }
}

/// Decodes the entities of a text.
fn entities<'t>(text: &'t str, count: &mut usize) -> Cow<'t, str> {
    let mut decoded = String::new();
    let mut copied = 0;
    for at in memchr::memchr_iter(b'&', text.as_bytes()) {
        let inside = &text[at + 1..];
        let end = inside.bytes().take(ENTITY + 1).position(|b| b == b';');
        let Some((end, c)) = end.and_then(|end| Some((end, entity(&inside[..end])?))) else { continue };
        decoded.push_str(&text[copied..at]);
        // Nothing that shows nothing; a space stands for itself only between words.
        match c {
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' => {}
            c if c.is_whitespace() && (decoded.is_empty() || decoded.ends_with(char::is_whitespace)) => {}
            c => decoded.push(c),
        }
        copied = at + end + 2;
        *count += 1;
    }
    if copied == 0 {
        return text.into();
    }
    decoded.push_str(&text[copied..]);
    let trimmed = decoded.trim();
    if trimmed.is_empty() { text.into() } else { trimmed.to_owned().into() }
}

/// Returns what stands for an entity, without `&` and `;`.
fn entity(name: &str) -> Option<char> {
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit());
            let code = match hexadecimal {
                Some(digits) if is_number(digits) => u32::from_str_radix(digits, 16).ok()?,
                None if is_number(number) => number.parse().ok()?,
                _ => return None,
            };
            char::from_u32(code)?
        }
        None if name == "shy" => '\u{AD}',
        None => ENTITIES[ENTITIES.binary_search_by_key(&name, |(name, _)| name).ok()?].1,
    };
    is_harmless(c).then_some(c)
}

/// Tells whether a character steers nothing and belongs to no other one: letters, spaces, punctuation and signs, and what shows
/// nothing and is left out.
const fn is_harmless(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{52F}' | '\u{5D0}'..='\u{5EA}'
        | '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}' | '\u{1E00}'..='\u{1FFF}' | '\u{2002}'..='\u{200B}'
        | '\u{2010}'..='\u{2027}' | '\u{202F}'..='\u{205E}' | '\u{20A0}'..='\u{20C0}' | '\u{2100}'..='\u{27BF}'
        | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30A0}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FB00}'..='\u{FB06}' | '\u{FEFF}')
}

/// Takes marks of emphasis off.
fn emphasis<'t>(text: &'t str, count: &mut usize) -> Cow<'t, str> {
    if memchr::memchr2(b'_', b'*', text.as_bytes()).is_none() {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut copied = 0;
    // The last run of each mark that may open.
    let mut open: [Option<(usize, usize)>; 2] = [None; 2];
    let mut at = 0;
    let mut taken: Vec<(usize, usize)> = Vec::new();
    while let Some(found) = memchr::memchr2(b'_', b'*', &text.as_bytes()[at..]) {
        let start = at + found;
        let mark = text.as_bytes()[start];
        let length = text.as_bytes()[start..].iter().take_while(|&&b| b == mark).count();
        at = start + length;
        let place = usize::from(mark == b'*');
        let [before, after] = [text[..start].chars().next_back(), text[at..].chars().next()];
        let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | '*' | '/' | '\\'));
        let is_inner = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !matches!(c, '_' | '*'));
        // "__init__.py" is one word.
        let goes_on = after == Some('.') && text[at + 1..].starts_with(char::is_alphanumeric);
        let (opens, closes) = (is_edge(before) && is_inner(after), is_inner(before) && is_edge(after) && !goes_on);
        match open[place] {
            Some((from, same)) if closes && same == length && start - from <= STRETCH => {
                taken.extend([(from, length), (start, length)]);
                *count += 1;
                open[place] = None;
            }
            _ => open[place] = (opens && length <= 3).then_some((start, length)),
        }
    }
    taken.sort_unstable();
    for (start, length) in taken {
        plain.push_str(&text[copied..start]);
        copied = start + length;
    }
    if copied == 0 {
        return text.into();
    }
    plain.push_str(&text[copied..]);
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, (entities, emphasis): (usize, usize)) {
        let mut mended = Mended::default();
        assert_eq!(mend(text.to_owned(), &mut mended), expected);
        assert_eq!(mended, Mended { entities, emphasis }, "{text}");
    }

    #[test]
    fn entities_are_in_order() {
        assert!(ENTITIES.is_sorted_by_key(|(name, _)| name));
        assert!(ENTITIES.iter().all(|&(_, c)| is_harmless(c)));
    }

    #[test]
    fn entities_are_decoded() {
        check("the town&#8217;s &amp; the island&rsquo;s", "the town’s & the island’s", (3, 0));
        check("&#x2019;&nbsp;x&amp;rsquo;", "’\u{A0}x’", (4, 0));
        check("in&shy;ves&#8203;tigation", "investigation", (2, 0));
    }

    #[test]
    fn what_is_none_stays() {
        for text in
            ["A&B; C", "AT&T", "&foo; & bar;", "&#xZZ;", "&#8238;", "&#27;", "&#0;", "&#1;", "& amp;", "&;", "&#;"]
        {
            check(text, text, (0, 0));
        }
    }

    #[test]
    fn emphasis_is_taken_off() {
        check("it was _never_ said, *not once*.", "it was never said, not once.", (0, 2));
        check("**All of it**, “_so_”", "All of it, “so”", (0, 2));
        check("_The whole of a sentence._", "The whole of a sentence.", (0, 1));
    }

    #[test]
    fn other_marks_stay() {
        for text in [
            "snake_case_name",
            "5 * 3 * 2",
            "a*b*c",
            "* an item",
            "price* and *tax",
            "* * *",
            "__init__.py",
            "____",
            "f*** it",
            "/_x_/y",
        ] {
            check(text, text, (0, 0));
        }
    }
}
