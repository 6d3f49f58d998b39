//! How deep a page nests, counted over its tags without building its tree.
//!
//! A parser of HTML closes elements that are not closed, keeps others open whose end stands in the wrong place, and opens
//! `<b>` and its like again in every paragraph that follows. What that can cost is what is counted here, after the rules
//! of the HTML standard (section 13.2.6), and never less than it by more than a factor.

/// What closes itself where its next sibling or its parent's end stands. It nests only inside of others, which are counted.
const SELF_CLOSING: [&str; 21] = [
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rb", "rp", "rt",
    "rtc", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// What has no content.
const VOID: [&str; 17] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "wbr",
];

/// What is opened again after the end of a block that it was open in.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// What the end of an inline element does not reach across.
const BLOCKS: [&str; 42] = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "main",
    "marquee",
    "menu",
    "nav",
    "object",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "template",
    "ul",
    "iframe",
    "noscript",
];

/// Tells whether a name, in lower case, is that of an element without content.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Holds which elements are open at a place in a page.
#[derive(Default)]
pub(super) struct OpenElements {
    open: Vec<String>,
    /// The tags of formatting elements whose end has not come. A parser opens three of the same again, and no more.
    formatting: Vec<String>,
    reopened: usize,
    foreign: usize,
}

impl OpenElements {
    /// Returns how many elements are open, but for those that close themselves.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Tells whether an element of a name is open.
    pub(super) fn has(&self, is: impl Fn(&str) -> bool) -> bool {
        self.open.iter().any(|name| is(name))
    }

    /// Returns how many elements the parser may have had to open again.
    pub(super) fn reopened(&self) -> usize {
        self.reopened
    }

    /// Notes a start tag: its name in lower case, the tag as it stands, and whether it ends in `/>`.
    pub(super) fn start(&mut self, name: &str, tag: &str, is_closed: bool) {
        self.reopened += self.formatting.len();
        let is_html = BLOCKS.contains(&name) || FORMATTING.contains(&name);
        if is_void(name) || SELF_CLOSING.contains(&name) || (is_closed && self.foreign > 0 && !is_html) {
            return;
        }
        if FORMATTING.contains(&name) {
            let mut same = (0..self.formatting.len()).filter(|&k| self.formatting[k] == tag);
            if let (Some(first), 2..) = (same.next(), same.count()) {
                self.formatting.remove(first);
            }
            self.formatting.push(tag.to_owned());
        }
        self.foreign += usize::from(is_foreign(name));
        self.open.push(name.to_owned());
    }

    /// Notes an end tag by its name in lower case.
    pub(super) fn end(&mut self, name: &str) {
        if FORMATTING.contains(&name) {
            self.end_formatting(name);
        }
        let Some(at) = self.open.iter().rposition(|open| open == name) else { return };
        if BLOCKS.contains(&name) || !self.open[at..].iter().any(|open| BLOCKS.contains(&open.as_str())) {
            let closed = self.open.drain(at..);
            self.foreign -= closed.filter(|open| is_foreign(open)).count();
        } else if FORMATTING.contains(&name) {
            self.open.remove(at);
        }
    }

    fn end_formatting(&mut self, name: &str) {
        let is_of = |tag: &String| {
            let rest = tag
                .get(1..)
                .and_then(|tag| tag.get(name.len()..).filter(|_| tag[..name.len()].eq_ignore_ascii_case(name)));
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        };
        if let Some(at) = self.formatting.iter().rposition(is_of) {
            self.formatting.remove(at);
        }
    }
}

fn is_foreign(name: &str) -> bool {
    matches!(name, "svg" | "math")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the depth and what is opened again after some tags, of which one with a slash before its name is an end.
    fn after(tags: &str) -> (usize, usize) {
        let mut open = OpenElements::default();
        for tag in tags.split_whitespace() {
            match tag.strip_prefix('/') {
                Some(name) => open.end(name),
                None => open.start(tag.trim_end_matches('/'), &format!("<{tag}>"), tag.ends_with('/')),
            }
        }
        (open.depth(), open.reopened())
    }

    #[test]
    fn elements_close_as_a_parser_closes_them() {
        for (tags, depth) in [
            ("div div /div", 1),
            ("p p p li li br img", 0),
            ("div span /div", 0),
            ("span div /span", 2),
            ("b div /b", 1),
            ("svg path/ path/ /svg", 0),
            ("div/ div/", 2),
            ("/div /b", 0),
        ] {
            assert_eq!(after(tags).0, depth, "{tags}");
        }
    }

    #[test]
    fn what_is_opened_again_is_counted() {
        assert_eq!(after("b /b p p p").1, 0);
        assert_eq!(after("b i p p").1, 1 + 2 + 2);
        assert_eq!(after("b b b b b p").1, 1 + 2 + 3 + 3 + 3);
    }
}
