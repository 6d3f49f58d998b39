//! Short ways to ask a node of a page.

use dom_query::NodeRef;

use crate::formats::html_lines::LINES;

/// Returns the name of an element in lower case; of anything else it is empty.
pub(super) fn name(node: &NodeRef<'_>) -> String {
    node.element_ref().map(|element| element.name.local.to_string()).unwrap_or_default()
}

/// Returns an attribute that says something.
pub(super) fn attribute(node: &NodeRef<'_>, name: &str) -> Option<String> {
    let value = node.attr(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Tells whether an element is of a class, as a predicate on each of its names in lower case.
pub(super) fn has_class(node: &NodeRef<'_>, is: impl Fn(&str) -> bool) -> bool {
    node.class().is_some_and(|classes| classes.split_whitespace().any(|class| is(&class.to_ascii_lowercase())))
}

/// Tells whether an element is not shown, by its own attributes.
pub(super) fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = || node.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    node.has_attr("hidden")
        || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
        || ["display:none", "visibility:hidden"].iter().any(|hides| style().contains(hides))
}

/// Tells whether an element begins a line of its own by its style, whatever its name.
pub(super) fn is_set_block(node: &NodeRef<'_>) -> bool {
    let is_block = |rule: &str| {
        let (key, value) = rule.split_once(':').unwrap_or_default();
        let value = value.trim().trim_end_matches("!important").trim_end();
        key.trim().eq_ignore_ascii_case("display")
            && ["block", "flex", "grid"].iter().any(|set| set.eq_ignore_ascii_case(value))
    };
    node.attr("style").is_some_and(|style| style.split(';').any(is_block))
}

/// Tells whether an element has others in it that begin a line.
pub(super) fn has_lines(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|inner| LINES.contains(&name(&inner).as_str()))
}

/// How many elements above one are looked at for a link that all of it stands in.
const LINK_DEPTH: usize = 6;

/// Tells whether an element stands in a link, as the title of another article does with what stands below it.
pub(super) fn is_in_link(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(LINK_DEPTH)).any(|above| above.has_name("a") && above.has_attr("href"))
}

/// Tells whether an element stands inside of another that is so.
///
/// Cost: linear in its depth; what asks it of many has to bound them.
pub(super) fn is_inside(node: &NodeRef<'_>, is: impl Fn(&str) -> bool) -> bool {
    node.ancestors_it(None).any(|above| above.element_ref().is_some_and(|element| is(&element.name.local)))
}

/// Gathers the text nodes below a node, each with a state that its ancestors give; none of those below an element that
/// gives none.
pub(super) fn texts<'a, S: Copy>(
    node: &NodeRef<'a>,
    state: S,
    enter: &impl Fn(S, &NodeRef<'a>) -> Option<S>,
    found: &mut Vec<(NodeRef<'a>, S)>,
) {
    if node.is_text() {
        found.push((*node, state));
    } else if let Some(state) = enter(state, node) {
        node.children_it(false).for_each(|child| texts(&child, state, enter, found));
    }
}
