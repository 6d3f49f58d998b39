//! The text of an element as a browser shows it, in one line.
//!
//! ```text
//!     <h1><span class="kicker">Ferries</span>Three<br>boats</h1>     Ferries Three boats
//! ```

use dom_query::NodeRef;

use super::dom::{has_class, is_set_block, name};
use super::line::Line;
use crate::formats::html_lines::LINES;

/// What the classes of a label in a headline, of a credit in a caption, of who wrote an article and when, and of text for those
/// who hear a page are named for.
const LABELS: [&str; 9] = ["badge", "category", "eyebrow", "flag", "kicker", "label", "overline", "section", "tag"];
const CREDITS: [&str; 3] = ["copyright", "credit", "source"];
const META: [&str; 3] = ["author", "byline", "date"];
const HEARD: [&str; 4] = ["screen-reader", "sr-only", "visually-hidden", "visuallyhidden"];

/// The longest line that is asked for, in bytes: no headline and no name is longer.
const LONGEST: usize = 4096;

/// Returns what an element shows; nothing where it shows nothing, or more than a line.
///
/// Cost: linear in the elements inside of it, whatever their text.
pub(super) fn text(node: &NodeRef<'_>) -> Option<String> {
    line(node, Looks::Heading)
}

/// Returns what a line that says who wrote an article shows.
///
/// Cost: as that of [`text`].
pub(super) fn byline(node: &NodeRef<'_>) -> Option<String> {
    line(node, Looks::Byline)
}

/// What a line is, and so which elements in it are set off by their looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    /// Running text: names and dates of the article, buttons, and links behind links.
    Text,
    /// A headline or a caption: labels and credits too.
    Heading,
    /// Names, dates and roles beside each other: each element.
    Byline,
}

fn line(node: &NodeRef<'_>, looks: Looks) -> Option<String> {
    let mut line = Line::default();
    let is_whole = gather(node, looks, &mut line).is_some();
    Some(line.take()).filter(|text| is_whole && !text.is_empty())
}

/// Adds the text of a node to a line; `None` if that becomes too long.
fn gather(node: &NodeRef<'_>, looks: Looks, line: &mut Line) -> Option<()> {
    if node.is_text() {
        let text = node.text();
        line.push(Some(&*text).filter(|text| text.len() <= LONGEST)?);
        return (line.len() <= LONGEST).then_some(());
    }
    let name = name(node);
    if matches!(name.as_str(), "script" | "style" | "template" | "rt" | "rp" | "rtc") {
        return Some(());
    }
    let is_line = name == "br" || LINES.contains(&name.as_str()) || is_set_block(node);
    let is_apart = is_apart(node, &name, looks);
    let set_off = |line: &mut Line| match (is_line, is_apart) {
        (true, _) => line.part(),
        (_, true) => line.part_words(),
        _ => {}
    };
    set_off(line);
    if is_item(node, &name) {
        line.part_items();
    }
    node.children_it(false).try_for_each(|child| gather(&child, looks, line))?;
    set_off(line);
    Some(())
}

/// Tells whether an element stands right behind another one, and no text of their line beside the two: only style sheets say whether a
/// browser sets a blank between them.
pub(super) fn is_item(node: &NodeRef<'_>, name: &str) -> bool {
    let is_no_text =
        |beside: Option<NodeRef<'_>>| beside.is_none_or(|beside| beside.is_element() || !beside.is_nonempty_text());
    let Some(before) = node.prev_sibling().filter(NodeRef::is_element) else { return false };
    matches!(name, "span" | "a" | "b" | "strong" | "em" | "i" | "small")
        && is_no_text(before.prev_sibling())
        && is_no_text(node.next_sibling())
}

/// Tells whether an element in a line is set off from the words around it by its looks alone.
pub(super) fn is_apart(node: &NodeRef<'_>, name: &str, looks: Looks) -> bool {
    let is_named = |parts: &[&str]| has_class(node, |class| parts.iter().any(|part| class.contains(part)));
    match name {
        "time" | "button" | "label" => true,
        "a" => node.prev_element_sibling().is_some_and(|before| before.has_name("a")),
        "span" | "small" | "cite" | "em" | "strong" | "b" | "i" => {
            let is_of_heading = || looks == Looks::Heading && (is_named(&LABELS) || is_named(&CREDITS));
            looks == Looks::Byline || is_named(&HEARD) || is_named(&META) || is_of_heading()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    #[test]
    fn words_never_run_together() {
        for (html, expected) in [
            ("<span class=kicker>Ferries</span>Three<br>boats", "Ferries Three boats"),
            ("<span>Three</span><span>boats</span>", "Threeboats"),
            ("Three <b class=tag-x>boats</b>, all old", "Three boats, all old"),
            ("<a>One</a><a>two</a>", "One two"),
            (
                "<span>Ann Example</span><span>Coast reporter</span><span>@annexample</span>",
                "Ann Example Coast reporter @annexample",
            ),
            ("<span>Ann Example</span><span>4 May</span>", "Ann Example 4 May"),
            ("<span>سامي الحداد</span><span>الثلاثاء</span>", "سامي الحداد الثلاثاء"),
            ("<span>2025年5月14日</span><span>17時40分</span><span>社会部</span>", "2025年5月14日 17時40分 社会部"),
            ("<span>港の</span><span>船</span>", "港の船"),
            ("<span>Ann Mc</span><span>Example</span>", "Ann McExample"),
            ("The <span>boat</span><span>Man</span> left", "The boatMan left"),
            ("Ann Example<time>1 August</time>", "Ann Example 1 August"),
            ("<div>One</div>two<p>three", "One two three"),
            ("<script>no</script>", ""),
        ] {
            let page = Document::fragment(html);
            assert_eq!(text(&page.root()).unwrap_or_default(), expected, "{html}");
        }
    }
}
