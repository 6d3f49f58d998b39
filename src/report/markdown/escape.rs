//! What an article says, so that it is read as text and as nothing else.
//!
//! ```text
//!     a|b *c* <d> [e](f)         a\|b \*c\* \<d\> \[e\]\(f)
//!     www.g.org  h@i.org  #12    www\.g.org  h@<!-- -->i.org  \#<!-- -->12
//! ```
//!
//! Source: the `CommonMark` specification, and that of GitHub on tables, strikethrough and autolinks. A backslash is
//! written as an entity, since in a table two of them before `|` are read in more ways than one; and a backslash does
//! not keep an address of mail from becoming a link, nor what GitHub takes for a person, an issue or a picture, an empty comment does.

/// Adds a text to a cell. What stands in the cell already is looked back at, so that it can be added in parts.
///
/// Cost: linear in the text.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        let is_address = match c {
            '/' => out.ends_with([':', '/']),
            '.' => ends_with_www(out),
            '(' => out.ends_with(']'),
            _ => false,
        };
        if would_refer(out, c) {
            out.push_str("<!-- -->");
        }
        match c {
            '\\' => out.push_str("&#92;"),
            '|' | '*' | '_' | '`' | '<' | '>' | '#' | '[' | ']' | '&' | '~' | '$' => out.extend(['\\', c]),
            _ if is_address => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
}

/// Escapes a text that stands by itself.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

/// Tells whether a character completes what a site that shows Markdown replaces by a link or a picture: `@name`, `#12`, `GH-12`,
/// `:anchor:`. No backslash keeps it from that.
fn would_refer(out: &str, c: char) -> bool {
    match c {
        ':' => {
            let before =
                out.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '\\' | '_' | '+' | '-'));
            let name = &out[before.len()..];
            before.ends_with(':') && name.contains(|c: char| c.is_ascii_alphabetic() || c == '+' || c == '-')
        }
        '0'..='9' if out.ends_with('@') => true,
        '0'..='9' => out.ends_with("\\#") || ends_with_gh(out),
        c => out.ends_with('@') && !c.is_whitespace(),
    }
}

fn ends_with_gh(out: &str) -> bool {
    let before = out.as_bytes().strip_suffix(b"-").and_then(|bytes| bytes.split_last_chunk::<2>());
    before.is_some_and(|(before, gh)| {
        gh.eq_ignore_ascii_case(b"gh") && !before.last().is_some_and(u8::is_ascii_alphanumeric)
    })
}

/// Writes an address as a link to itself. It has no white space; what would end it early is written as addresses have it.
pub(super) fn address(address: &str) -> String {
    format!("<{}>", address.replace('<', "%3C").replace('>', "%3E"))
}

fn ends_with_www(out: &str) -> bool {
    out.as_bytes().last_chunk::<3>().is_some_and(|end| end.eq_ignore_ascii_case(b"www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_read_as_markdown_is_escaped() {
        for (text, expected) in [
            ("a|b", r"a\|b"),
            (r"a\|b", r"a&#92;\|b"),
            ("*b* _i_ `c` ~~s~~", r"\*b\* \_i\_ \`c\` \~\~s\~\~"),
            ("<b>x</b> <!-- y", r"\<b\>x\</b\> \<!-- y"),
            ("[t](u) ![i](j)", r"\[t\]\(u) !\[i\]\(j)"),
            ("# h &amp; $5", r"\# h \&amp; \$5"),
            ("https://x.org", r"https:\/\/x.org"),
            ("WWW.x.org, wwf.x.org", r"WWW\.x.org, wwf.x.org"),
            ("ann@x.org, at 5 @ 6", "ann@<!-- -->x.org, at 5 @ 6"),
            ("(as it is)", "(as it is)"),
            ("@annexample @4you", "@<!-- -->annexample @<!-- -->4you"),
            ("quay #12 or # 12", r"quay \#<!-- -->12 or \# 12"),
            ("GH-7, gh-7, high-7", "GH-<!-- -->7, gh-<!-- -->7, high-7"),
            (":anchor: :+1: 12:30:45 a: b:", ":anchor<!-- -->: :+1<!-- -->: 12:30:45 a: b:"),
            (":ferry_boat:", r":ferry\_boat<!-- -->:"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn an_address_is_a_link_and_ends_where_it_ends() {
        assert_eq!(address("https://wire.example/a|b"), "<https://wire.example/a|b>");
        assert_eq!(address("https://x/><script>"), "<https://x/%3E%3Cscript%3E>");
    }

    #[test]
    fn what_is_added_in_parts_is_no_other() {
        let text = "see www.x.org, ftp://y.org or ann@z.org, #12, GH-7 :anchor:";
        for at in 0..=text.len() {
            let mut out = String::new();
            push_escaped(&mut out, &text[..at]);
            push_escaped(&mut out, &text[at..]);
            assert_eq!(out, escaped(text));
        }
    }
}
