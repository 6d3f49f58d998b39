//! What an article says, so that it is read as text and as nothing else.
//!
//! ```text
//!     a|b *c* <d> [e](f)         a\|b \*c\* \<d\> \[e\]\(f)
//!     www.g.org  h@i.org         www\.g.org  h@<!-- -->i.org
//! ```
//!
//! Source: the `CommonMark` specification, and that of GitHub on tables, strikethrough and autolinks. A backslash is
//! written as an entity, since in a table two of them before `|` are read in more ways than one; and a backslash does
//! not keep an address of mail from becoming a link, an empty comment does.

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
        if out.ends_with('@') && !c.is_whitespace() {
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
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn what_is_added_in_parts_is_no_other() {
        let text = "see www.x.org, ftp://y.org or ann@z.org";
        for at in 0..=text.len() {
            let mut out = String::new();
            push_escaped(&mut out, &text[..at]);
            push_escaped(&mut out, &text[at..]);
            assert_eq!(out, escaped(text));
        }
    }
}
