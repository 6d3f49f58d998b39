//! What a file says of itself above its text, as people, note programs and site generators write it.
//!
//! ```text
//!     ---                               YAML between --- and --- (or ...), TOML between +++ and +++
//!     # saved by hand
//!     title: 'Council''s vote'
//!     source: "https://wire.example/1"  an address here, an outlet where it is none
//!     author:
//!       - "[[Ann Example]]"             links of note programs are taken off
//!     rating: 4                         a key that is not known here
//!     ---
//! ```
//!
//! Dialogue between two rules has colons as well. So the lines are front matter only if a key that is known here is
//! among them with a value that fits it, and more lines have known keys than have none; else they are text. `Note:`,
//! `By:` and `Source:` begin sentences as well, and do not count for that. A line that is not understood costs that
//! line. Lines that are not used are named, so that none vanishes without a word; but for those whose keys are known to
//! say nothing of the article (see `fields`).

mod fields;
mod title_block;
mod toml;
mod value;
mod yaml;

use crate::draft::Draft;
use fields::Fields;

/// Splits the front matter from the text below it. What is not fenced, has no known key, or holds more lines that are
/// none of front matter, is text.
///
/// Cost: linear in the front matter, or in the text where its fence has no end.
pub(super) fn split(text: &str) -> (Draft, &str) {
    try_split(text).unwrap_or((Draft::default(), text))
}

fn try_split(text: &str) -> Option<(Draft, &str)> {
    let text = text.trim_start_matches('\n');
    let (fence, below) = text.split_once('\n')?;
    let (read, ends): (fn(&str) -> value::Entries<'_>, &[&str]) = match fence.trim() {
        "---" => (yaml::entries, &["---", "..."]),
        "+++" => (toml::entries, &["+++"]),
        _ => return unfenced(text).or_else(|| of_reader(text)).or_else(|| title_block::split(text)),
    };
    let Some((front, rest)) = fenced(below, ends) else { return unclosed(below) };
    if front.trim().is_empty() {
        return Some((Draft::default(), rest));
    }
    let draft = Fields::read(read(front))?;
    Some((draft, rest))
}

/// Splits a head without a fence, as exports and some Markdown have it, from the text below a blank line: it begins with a title,
/// and all its lines have keys that are known, of which at least one says who, where or when.
///
/// ```text
///     Title: Boats for the island
///     Author: Ann Example
/// ```
fn unfenced(text: &str) -> Option<(Draft, &str)> {
    /// The most lines of such a head.
    const MOST: usize = 16;
    let (head, rest) = text.split_once("\n\n")?;
    let names = |line: &str, wanted: &[&str]| {
        line.split_once(": ").is_some_and(|(key, _)| wanted.iter().any(|known| key.eq_ignore_ascii_case(known)))
    };
    let lines = || head.lines().take(MOST + 1);
    let is_head = lines().next().is_some_and(|line| names(line, &["title", "headline"]))
        && (2..=MOST).contains(&lines().count())
        && lines().all(|line| line.split_once(": ").is_some_and(|(key, _)| fields::is_known(key)))
        && lines().any(|line| names(line, &["author", "byline", "date", "published", "publisher", "url"]));
    if !is_head {
        return None;
    }
    Some((Fields::read(yaml::entries(head))?, rest))
}

/// Splits a head whose fence has no end from the text: it begins with a title, and the lines with keys that are known go on to the text;
/// two at least, and one of them says who, where or when.
///
/// ```text
///     ---
///     title: Boats for the island
///     date: 2026-06-17
///     The council voted on Tuesday …
/// ```
fn unclosed(below: &str) -> Option<(Draft, &str)> {
    let is_keyed = |line: &str| line.split_once([':', '=']).is_some_and(|(key, _)| fields::is_known(key.trim_end()));
    let end = below.split_inclusive('\n').take_while(|line| is_keyed(line)).map(str::len).sum();
    let (front, rest) = below.split_at(end);
    // The head that needs no fence ends with a blank line.
    let head = format!("{}\n\n", front.trim_end());
    let (draft, _) = unfenced(&head)?;
    Some((draft, rest))
}

/// Splits a head as a service writes it that makes Markdown of pages: its lines may have blank ones between, and a line of its own
/// ends it.
///
/// ```text
///     Title: Boats for the island
///
///     URL Source: https://wire.example/1
///
///     Markdown Content:
/// ```
fn of_reader(text: &str) -> Option<(Draft, &str)> {
    /// The longest such head, in bytes.
    const MOST: usize = 8_192;
    const END: &str = "\nMarkdown Content:\n";
    let head = &text.as_bytes()[..text.len().min(MOST)];
    let end = memchr::memmem::find(head, END.as_bytes()).filter(|_| text.starts_with("Title: "))?;
    let (front, rest) = (&text[..end], &text[end + END.len()..]);
    let lines = || front.lines().filter(|line| !line.trim().is_empty());
    let is_keyed = |line: &str| line.split_once(": ").is_some_and(|(key, _)| key.split(' ').count() <= 4);
    let has_source = lines().any(|line| line.starts_with("URL Source: "));
    if !has_source || !lines().all(is_keyed) {
        return None;
    }
    Some((Fields::read(yaml::entries(front))?, rest))
}

/// Splits a text at the first line that is one of the ends of a fence.
fn fenced<'t>(text: &'t str, ends: &[&str]) -> Option<(&'t str, &'t str)> {
    let mut at = 0;
    while at < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length);
        if ends.contains(&text[at..end].trim_end()) {
            return Some((&text[..at], text.get(end + 1..).unwrap_or("")));
        }
        at = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Unused;

    fn front(lines: &str) -> Draft {
        let text = format!("---\n{lines}\n---\nText.");
        let (front, body) = split(&text);
        assert_eq!(body, "Text.", "{lines}");
        front
    }

    fn unused(lines: &str) -> (usize, Vec<String>) {
        let unused = front(lines).unused;
        (unused.lines, unused.keys)
    }

    fn keys(lines: usize, keys: &[&str]) -> (usize, Vec<String>) {
        (lines, keys.iter().map(|&key| key.to_owned()).collect())
    }

    /// Returns outlet, title, byline, date, language and address, `-` for each that is unknown.
    fn stated(lines: &str) -> String {
        let Draft { outlet, title, byline, date, language, address, .. } = front(lines);
        let fields = [outlet, title, byline, date, language, address];
        fields.map(|field| field.unwrap_or_else(|| "-".to_owned())).join(" / ")
    }

    #[test]
    fn takes_the_fields_it_knows() {
        let (front, body) = split(
            "---\noutlet: Coast Wire\nTitle: \"Boats: new ones\"\nurl: https://wire.example/1\nnote: y\n---\n\nText.",
        );
        assert_eq!(front.outlet.as_deref(), Some("Coast Wire"));
        assert_eq!(front.title.as_deref(), Some("Boats: new ones"));
        assert_eq!(front.unused, Unused::default());
        assert_eq!(body, "\nText.");
    }

    #[test]
    fn a_head_without_a_fence() {
        let text = "Title: Boats: new ones\nAuthor: Ann Example\nSite name: Coast Wire\n\nText.";
        let (front, body) = split(text);
        let said = [front.title, front.byline, front.outlet].map(Option::unwrap_or_default);
        assert_eq!(
            (said.as_slice(), body),
            (["Boats: new ones", "Ann Example", "Coast Wire"].map(str::to_owned).as_slice(), "Text.")
        );
        for text in [
            "Title: The boats\n\nText.",
            "Title: The boats\nMayor: We waited.\nAuthor: Ann\n\nText.",
            "Author: Ann\nTitle: The boats\n\nText.",
            "Title: The boats\nNote: they are old.\n\nText.",
        ] {
            assert_eq!(split(text).1, text);
        }
    }

    #[test]
    fn a_head_of_a_service_that_reads_pages() {
        let text = "Title: Schiffe: neue\n\nURL Source: https://wire.example/1\n\nPublished Time: 2026-06-16\n\n\
                    Markdown Content:\nText.";
        let (front, body) = split(text);
        let said = [front.title, front.address, front.date].map(Option::unwrap_or_default);
        assert_eq!(said, ["Schiffe: neue", "https://wire.example/1", "2026-06-16"].map(str::to_owned));
        assert_eq!((front.unused, body), (Unused::default(), "Text."));
        for text in [
            "Title: Boats\n\nMarkdown Content:\nText.",
            "Title: Boats\n\nURL Source: https://wire.example/1\n\nText.",
            "Title: Boats\n\nThey left.\n\nURL Source: https://wire.example/1\n\nMarkdown Content:\nText.",
        ] {
            assert_eq!(split(text).1, text);
        }
    }

    #[test]
    fn an_empty_front_matter_goes() {
        for text in ["---\n---\nText.", "---\n\n---\nText.", "+++\n+++\nText."] {
            assert_eq!(split(text), (Draft::default(), "Text."), "{text}");
        }
    }

    #[test]
    fn keys_of_several_words() {
        assert_eq!(
            stated("site name: Coast Wire\ntitle: X\npublication date: 2026-06-16"),
            "Coast Wire / X / - / 2026-06-16 / - / -"
        );
    }

    #[test]
    fn takes_dates_as_they_stand() {
        let date = |line: &str| front(line).date;
        for (line, expected) in [
            ("date: 1 August 2023", "1 August 2023"),
            ("date: last Tuesday", "last Tuesday"),
            ("date: 2026-06-16T10:00:00Z", "2026-06-16T10:00:00Z"),
            ("date: '2026-06-16'", "2026-06-16"),
            ("date: \"[[2026-06-16]]\"", "2026-06-16"),
            ("pubDate: Tue, 16 Jun 2026 10:00:00 +0200", "2026-06-16"),
            ("published: 2026-06-16T10:00:00 (UTC +02:00)", "2026-06-16T10:00:00"),
        ] {
            assert_eq!(date(line).as_deref(), Some(expected), "{line}");
        }
        assert_eq!(date("date:"), None);
    }

    #[test]
    fn keys_of_note_programs_and_generators() {
        for (lines, expected) in [
            ("author: Ann\ntitle: X", "- / X / Ann / - / - / -"),
            ("authors: [Ann, Ben]", "- / - / Ann, Ben / - / - / -"),
            (
                "author:\n  - \"[[Ann Example]]\"\n  - \"[[Ben|Ben Example]]\"",
                "- / - / Ann Example, Ben Example / - / - / -",
            ),
            ("title: X\nby: Ann\ncreator: Ben", "- / X / Ben / - / - / -"),
            ("title: X\nbyline: ~\nauthor: Ann", "- / X / Ann / - / - / -"),
            ("author: Ann\nbyline: By Ann Example", "- / - / By Ann Example / - / - / -"),
            ("published: 2026-06-16\ncreated: 2026-06-17", "- / - / - / 2026-06-16 / - / -"),
            ("published: 2026-06-16\ndate: 2026-06-15", "- / - / - / 2026-06-15 / - / -"),
            ("created: 2026-06-17\nmodified: 2026-06-18", "- / - / - / - / - / -"),
            ("publish-date: 2026-06-16", "- / - / - / 2026-06-16 / - / -"),
            ("source: https://wire.example/1", "- / - / - / - / - / https://wire.example/1"),
            ("title: X\nsource: Coast Wire", "Coast Wire / X / - / - / - / -"),
            ("title: X\nsource: \"[[Coast Wire]]\"", "Coast Wire / X / - / - / - / -"),
            (
                "title: X\nsource:\n  name: Wire\n  url: https://wire.example",
                "Wire / X / - / - / - / https://wire.example",
            ),
            (
                "url: https://wire.example/1\nsource: https://other.example",
                "- / - / - / - / - / https://wire.example/1",
            ),
            ("title: X\nsite: Wire\npublisher: Coast Press", "Coast Press / X / - / - / - / -"),
            ("site_name: Wire\nlang: en_GB", "Wire / - / - / - / en-GB / -"),
            ("title: X\nlink: https://wire.example/1", "- / X / - / - / - / https://wire.example/1"),
            (
                "title: |\n  X: one\n  # and two\ndescription: >\n  Three\n  boats",
                "- / X: one # and two / - / - / - / -",
            ),
            ("headline: X", "- / X / - / - / - / -"),
        ] {
            assert_eq!(stated(lines), expected, "{lines}");
            assert_eq!(unused(lines), keys(0, &[]), "{lines}");
        }
    }

    #[test]
    fn the_end_may_be_three_dots_or_pluses() {
        assert_eq!(split("---\ntitle: X\n...\nText.").1, "Text.");
        assert_eq!(split("---  \ntitle: X\n---").1, "");
        assert_eq!(split("\n---\ntitle: |\n  ---\n---\nText."), (front("title: |\n  ---"), "Text."));
        let (draft, body) = split("+++\ntitle = 'X'\ndate = 2026-06-16\n[taxonomies]\ntags = ['a']\n+++\nText.");
        assert_eq!((draft.title.as_deref(), draft.date.as_deref(), body), (Some("X"), Some("2026-06-16"), "Text."));
        assert_eq!(draft.unused, Unused { lines: 2, keys: vec!["taxonomies".to_owned()] });
    }

    #[test]
    fn unfenced_or_broken_front_matter_is_text() {
        for text in
            ["outlet: X\n", "---\noutlet: X\n", "---\nno field\n---\n", "", "---", "+++", "+++\nno field\n+++\nText."]
        {
            assert_eq!(split(text).1, text);
        }
        let odd = "---\noutlet: X\nThe harbour master waits: nobody came.\n---\nText.";
        assert_eq!(split(odd).1, odd);
        let item = "---\n- a list\noutlet: X\n---\nText.";
        assert_eq!(split(item).1, item);
    }

    #[test]
    fn a_fence_without_an_end_ends_with_its_keys() {
        let (draft, body) = split("---\ntitle: Boats\ndate: 2026-06-16\nThe council: it voted.\n\nMore.");
        assert_eq!((draft.title.as_deref(), draft.date.as_deref()), (Some("Boats"), Some("2026-06-16")));
        assert_eq!(body, "The council: it voted.\n\nMore.");
        for text in [
            "---\ntitle: Boats\nThe council voted.",
            "---\nThe council voted.\n\nMore.",
            "---\ndate: 2026\nauthor: A\nText.",
        ] {
            assert_eq!(split(text).1, text);
        }
    }

    #[test]
    fn a_line_that_is_not_understood_costs_that_line() {
        assert_eq!(stated("title: X\nby hand\ndate: 2026-06-16"), "- / X / - / 2026-06-16 / - / -");
        assert_eq!(unused("title: X\nby hand\ndate: 2026-06-16"), keys(1, &["a line without a key"]));
        assert_eq!(stated("title: a: b\noutlet: *x\ndate: 2026-06-16"), "- / a: b / - / 2026-06-16 / - / -");
        assert_eq!(unused("title: X\nauthor:\n  - \"Ann\n  - Ben"), keys(1, &["author"]));
        assert_eq!(stated("title: \"Unclosed\ndate: 2026-06-16"), "- / - / - / 2026-06-16 / - / -");
        assert_eq!(unused("title: \"Unclosed\ndate: 2026-06-16"), keys(1, &["title"]));
    }

    #[test]
    fn dialogue_between_rules_is_text() {
        for dialogue in [
            "Q: Why now?\nA: The boats are old.",
            "Master: No.\nClerk: Yes.",
            "The clerk said: no.",
            "The mayor said: we will build.\nNobody knows why: it rained.",
            "12: noon",
            ": x",
            "Note: he was absent.",
            "URL: see the annex",
            "Language: is a virus.",
            "Note: we waited.\nClerk: Yes.",
            "By: nobody.",
            "Source: the harbour office told us.",
            "Author: Why now?\nMayor: The boats are old.",
            "Published: he never was.\nPublisher: No.",
            "Created: long ago.\nSaved: nobody.",
        ] {
            for fence in ["---", "+++"] {
                let text = format!("{fence}\n{dialogue}\n{fence}\nRest.");
                assert_eq!(split(&text).1, text);
            }
        }
    }

    #[test]
    fn what_is_not_used_is_named() {
        assert_eq!(unused("title: X\nrating:\n  - one\n  - two\nmood: good"), keys(4, &["rating", "mood"]));
        assert_eq!(unused("# by hand\ntitle: X"), keys(1, &["a comment"]));
        assert_eq!(unused("title: X\ntitle: Y\nbyline:\n- Ann"), keys(1, &["title"]));
        assert_eq!(unused("title: X\n\ndate: 2026-03-17"), keys(0, &[]));
        assert_eq!(unused("language: pt-BR\nurl: wire.example/1"), keys(0, &[]));
        assert_eq!(unused("title: X\nlanguage: is a virus\nurl: see the annex"), keys(2, &["language", "url"]));
        assert_eq!(unused("title: X\nsite: https://wire.example"), keys(1, &["site"]));
    }

    #[test]
    fn hostile_front_matter_is_bounded() {
        let texts = [
            format!("---\n{}", "title: x\n".repeat(7_000)),
            format!("---\n{}---\n", "title: x\n".repeat(7_000)),
            format!("---\n{}---\n", "title: [[[[\n".repeat(6_000)),
            format!("---\ntitle: x\n{}---\n", "a: b\n".repeat(13_000)),
            format!("---\nauthor:\n{}---\n", "- [a\n".repeat(13_000)),
            format!("---\ntitle: {}\n---\n", "[[".repeat(32_000)),
            format!("---\ntitle: {}\n---\n", "[x](".repeat(16_000)),
            format!("---\na: &a [x,x]\n{}---\n", "title: [*a,*a,*a]\n".repeat(3_000)),
            format!("---\n{}: x\n---\n", "a".repeat(64_000)),
            format!("+++\n{}+++\n", "title = 'x'\n".repeat(5_000)),
            format!("+++\n{}+++\n", "title = x\n".repeat(6_000)),
        ];
        for text in texts {
            let start = std::time::Instant::now();
            split(&text);
            assert!(
                start.elapsed().as_secs() < if cfg!(debug_assertions) { 5 } else { 1 },
                "{} took {:?}",
                &text[..24],
                start.elapsed()
            );
        }
    }
}
