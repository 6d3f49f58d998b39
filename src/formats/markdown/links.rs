//! Addresses in a document: which are those of the article, and which are none.
//!
//! ```text
//!     [1]: https://wire.example/1              where a link leads to; it is not shown
//!     [Applause]: loud                         would be one too, and vanish: a sentence
//!     Source: <https://wire.example/1>         the article's own address, as clippers set it
//!     [Read original](https://wire.example/1)
//! ```

use std::borrow::Cow;

use super::inline::Line;

/// What stands before an article's own address, or is shown for it; in lower case.
const LABELS: [&str; 16] = [
    "article url",
    "clipped from",
    "link",
    "original",
    "original article",
    "original link",
    "original source",
    "original url",
    "permalink",
    "read original",
    "saved from",
    "source",
    "source url",
    "url",
    "view original",
    "web page",
];

/// Returns the address of a line that is there for nothing else.
pub(super) fn reference(line: &Line) -> Option<String> {
    let is_label = |label: &str| LABELS.contains(&label.trim().trim_end_matches(':').to_lowercase().as_str());
    let text = line.text.as_str();
    if let [(shown, address)] = line.links.as_slice() {
        let before = text.strip_suffix(shown.as_str()).map(str::trim_end)?;
        let is_own_name = shown.contains('.') && !shown.contains(' ') && address.contains(shown.as_str());
        let is_alone = before.is_empty() && (is_label(shown) || is_own_name);
        let is_labelled = before.ends_with(':') && is_label(before);
        return (is_address(address) && (is_alone || is_labelled)).then(|| address.clone());
    }
    let (label, address) = text.rsplit_once(' ').unwrap_or(("", text));
    let is_one =
        line.links.is_empty() && is_address(address) && (label.is_empty() || label.ends_with(':') && is_label(label));
    is_one.then(|| address.to_owned())
}

fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("www."))
}

/// Tells whether a text is tags and nothing else: `#clippings #boats`.
pub(super) fn is_tags(text: &str) -> bool {
    let is_tag = |word: &str| word.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphabetic));
    !text.is_empty() && text.split(' ').all(is_tag)
}

/// Returns a document in which a sentence that looks like the address of a link is none.
pub(super) fn keep_sentences(source: &str) -> Cow<'_, str> {
    let mut kept: Option<String> = None;
    let (mut copied, mut is_code) = (0, false);
    for at in memchr::memmem::find_iter(source.as_bytes(), b"]:") {
        // Between two such marks code may begin and end.
        let start = memchr::memrchr(b'\n', &source.as_bytes()[copied..at]).map_or(copied, |before| copied + before + 1);
        for line in source[copied..start].lines() {
            let line = line.trim_start_matches([' ', '>']);
            is_code ^= line.starts_with("```") || line.starts_with("~~~");
        }
        let line = &source[start..at];
        let mark = line.trim_start_matches([' ', '>']);
        let is_definition = mark.starts_with('[') && !mark.starts_with("[^") && !mark[1..].contains(['[', ']']);
        let target = || source[at + 2..].lines().next().unwrap_or("").split_whitespace().next().unwrap_or("");
        if is_definition && !is_code && !is_target(target()) {
            let text = kept.get_or_insert_default();
            text.push_str(&source[copied..start + line.len() - mark.len()]);
            text.push('\\');
            text.push_str(mark);
        } else if let Some(text) = &mut kept {
            text.push_str(&source[copied..at]);
        }
        copied = at;
    }
    match kept {
        Some(mut text) => {
            text.push_str(&source[copied..]);
            Cow::Owned(text)
        }
        None => Cow::Borrowed(source),
    }
}

/// Tells whether a word may be where a link leads to.
fn is_target(word: &str) -> bool {
    let inner = word.trim_matches('.');
    word.starts_with(['<', '#', '/', '.']) || inner.contains([':', '/']) || inner.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_look_like_addresses_are_kept() {
        for text in
            ["[1]: https://wire.example", "[a]: <b c>", "[a]: ./b.md", "[^1]: loud", "a [b]: c", "```\n[a]: b\n```", ""]
        {
            assert_eq!(keep_sentences(text), text);
        }
        assert_eq!(keep_sentences("[Applause]: loud"), "\\[Applause]: loud");
        assert_eq!(
            keep_sentences("One.\n\n> [Ed.]: sic\n\n[1]: /x\n[b]: c"),
            "One.\n\n> \\[Ed.]: sic\n\n[1]: /x\n\\[b]: c"
        );
    }

    #[test]
    fn addresses_of_the_article_are_told() {
        let line = |text: &str, shown: Option<&str>| Line {
            text: text.to_owned(),
            links: shown.iter().map(|shown| ((*shown).to_owned(), "https://wire.example/1".to_owned())).collect(),
            ..Line::default()
        };
        for (text, shown) in [
            ("https://wire.example/1", None),
            ("Source: https://wire.example/1", None),
            ("https://wire.example/1", Some("https://wire.example/1")),
            ("wire.example", Some("wire.example")),
            ("Source: Coast Wire", Some("Coast Wire")),
            ("Read original", Some("Read original")),
        ] {
            assert_eq!(reference(&line(text, shown)).as_deref(), Some("https://wire.example/1"), "{text}");
        }
        for (text, shown) in [
            ("The council met.", None),
            ("The council: https://wire.example/1", None),
            ("Coast Wire", Some("Coast Wire")),
            ("Source Coast Wire", Some("Coast Wire")),
            ("Source: Coast Wire said so", Some("Coast Wire")),
        ] {
            assert_eq!(reference(&line(text, shown)), None, "{text}");
        }
        assert!(is_tags("#clippings #boats/new") && !is_tags("#1 boat") && !is_tags("#boats leave") && !is_tags(""));
    }
}
