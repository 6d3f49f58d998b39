//! Plain text whose lines a program wrapped, and which says so: `format=flowed` (RFC 3676).
//!
//! ```text
//!     The council voted on Tuesday ␣       ends with a space: goes on in the next line
//!     to order three ferries.              does not: the paragraph ends
//!     >From the quay                       ␣From: a space before what might be taken for something else goes
//! ```

/// Returns a text whose lines end where its paragraphs do. `deletes` says that the space at a line's end is no part of the text.
///
/// Cost: linear in the text.
pub(super) fn joined(text: &str, deletes: bool) -> String {
    let mut joined = String::with_capacity(text.len());
    // How many marks of quotation the line above has, if it goes on.
    let mut open: Option<usize> = None;
    for (k, line) in text.split('\n').enumerate() {
        let bare = line.trim_start_matches('>');
        let depth = line.len() - bare.len();
        let bare = bare.strip_prefix(' ').unwrap_or(bare);
        let is_signature = bare == "-- ";
        if open != Some(depth) || is_signature {
            joined.push_str(if k > 0 { "\n" } else { "" });
            joined.push_str(&line[..depth]);
            joined.push_str(if depth > 0 { " " } else { "" });
        }
        let flows = bare.ends_with(' ') && !is_signature;
        joined.push_str(if flows && deletes { &bare[..bare.len() - 1] } else { bare });
        open = flows.then_some(depth);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_line_that_ends_with_a_space_goes_on() {
        let text =
            "The council voted \nto order \nferries.\n\n From the quay\n> They \n> sail.\n>> So \n> they do.\n-- \nAnn";
        let expected =
            "The council voted to order ferries.\n\nFrom the quay\n> They sail.\n>> So \n> they do.\n-- \nAnn";
        assert_eq!(joined(text, false), expected);
        assert_eq!(joined("渡船は \n三隻 \n-- \n", true), "渡船は三隻\n-- \n");
        assert_eq!(joined("", false), "");
    }
}
