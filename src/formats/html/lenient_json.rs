//! JSON as pages have it: with control characters in strings, comments, commas too many, and several values in a row.

use serde_json::Value;

/// Reads all values of a text, up to one that cannot be mended.
///
/// Cost: linear in the text.
pub(super) fn values(text: &str) -> Vec<Value> {
    let mended = mended(text);
    serde_json::Deserializer::from_str(&mended).into_iter::<Value>().map_while(Result::ok).collect()
}

/// Mends what can be read in one way only.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(end) = comment(rest) {
            rest = &rest[end..];
        } else if c == '"' {
            let end = string(rest, &mut mended);
            rest = &rest[end..];
        } else {
            rest = &rest[c.len_utf8()..];
            match c {
                '}' | ']' => {
                    let kept = mended.trim_end().trim_end_matches(',').len();
                    mended.truncate(kept);
                    mended.push(c);
                }
                ';' | '\u{FEFF}' => {}
                _ => mended.push(c),
            }
        }
    }
    mended
}

/// Returns the length of a comment that a text begins with, or of the frame that a script is set into.
fn comment(text: &str) -> Option<usize> {
    let until = |end: &str| text.find(end).map_or(text.len(), |at| at + end.len());
    if text.starts_with("/*") {
        return Some(until("*/"));
    }
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    ["<!--", "-->", "<![CDATA[", "]]>"].into_iter().find(|frame| text.starts_with(frame)).map(str::len)
}

/// Adds the string that a text begins with, and returns its length.
fn string(text: &str, mended: &mut String) -> usize {
    mended.push('"');
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => {
                mended.push('"');
                return at + 1;
            }
            '\\' => match chars.next() {
                Some((_, escaped @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u'))) => {
                    mended.extend(['\\', escaped]);
                }
                Some((_, other)) => mended.push(if other.is_control() { ' ' } else { other }),
                None => {}
            },
            c if c.is_control() => mended.push(' '),
            c => mended.push(c),
        }
    }
    mended.push('"');
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_broken_in_one_way_is_mended() {
        for (text, expected) in [
            ("{\"a\": \"one\ntwo\tthree\u{1}\"}", "{\"a\":\"one two three \"}"),
            ("{\"a\": [1, 2,], \"b\": 3 , }", "{\"a\":[1,2],\"b\":3}"),
            ("<!-- {\"a\": 1} -->", "{\"a\":1}"),
            ("//<![CDATA[\n{\"a\": \"b // c\"}\n//]]>", "{\"a\":\"b // c\"}"),
            ("/* note */ {\"a\": \"it\\'s \\\"b\\\" \\u00e9\"};", "{\"a\":\"it's \\\"b\\\" é\"}"),
            ("{\"a\": 1}\n{\"b\": 2}", "{\"a\":1}{\"b\":2}"),
            ("{\"a\": 1} {\"b\": ", "{\"a\":1}"),
            ("{\"a\": \"b", ""),
            ("", ""),
        ] {
            let values: String = values(text).iter().map(Value::to_string).collect();
            assert_eq!(values, expected, "{text}");
        }
        assert!(values(&"[".repeat(100_000)).is_empty());
    }
}
