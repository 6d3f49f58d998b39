//! How a stretch of a block's text is set: neutral spans with a class for the role, and hidden words around marks for
//! those who hear the page.
//!
//! ```text
//!     worth <span class="only left"><i>[only A: </i>41<i> ]</i></span> million    <i>: only heard
//!     … <span class="elsewhere">was signed on Monday</span><a class="at" href="#b7">B¶7</a>
//! ```
//!
//! White space at the ends of a run stands outside: a line is not drawn under it, and what is heard is parted by it. Without the hidden
//! words and the references the spans join to the block's text.

use maud::{Markup, html};

use super::anchors::Anchors;
use crate::elsewhere::Elsewhere;
use crate::layout::PageSetup;
use crate::pair::{Pair, Side};
use crate::present::{Role, Span, brackets, labels, spoken};

/// Prints the spans of one pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkPrinter<'p> {
    pub letters: &'p Pair<String>,
    pub anchors: &'p Anchors,
    pub elsewhere: &'p Elsewhere,
    pub setup: PageSetup,
}

impl MarkPrinter<'_> {
    /// Sets a line of spans; an echo does not repeat where wording stands elsewhere.
    pub(super) fn line(self, spans: &[Span<'_>], is_echo: bool) -> Markup {
        html! { @for span in spans { (self.span(span, is_echo)) } }
    }

    fn span(self, span: &Span<'_>, is_echo: bool) -> Markup {
        let Some([before, after]) = spoken::around(span.role, self.letters) else {
            // What stands in no article is a sign of ours.
            let sign = span.at.is_none().then(|| self.setup.signs(&*span.text));
            return html! { @if let Some(sign) = sign { span.faint { (sign) } } @else if span.role == Role::Aside { span.aside { (span.text) } } @else { (span.text) } };
        };
        let (space, bare, end) = brackets::trimmed(&span.text);
        html! {
            (space)
            span class=(class(span.role)) { (heard(&before)) (bare) (heard(&after)) }
            @if !is_echo { (self.references(span)) }
            (end)
        }
    }

    /// Links a stretch that stands elsewhere to where that is.
    fn references(self, span: &Span<'_>) -> Markup {
        let (Role::Elsewhere(side), Some(at)) = (span.role, &span.at) else { return html! {} };
        let other: Side = side.other();
        let run = self.elsewhere.first_within(side, at.block, &at.bytes);
        html! {
            @for &block in run.into_iter().flat_map(|run| &run.at) {
                a.at dir="ltr" href=(self.anchors.to_block(other, block)) { (labels::blocks(&self.letters[other], &[block], "")) }
            }
        }
    }
}

/// Sets words that are heard and not seen. They say nothing of the direction of the text around them: what has one of its own is
/// passed over where that is told by the first letter.
pub(super) fn heard(words: &str) -> Markup {
    html! { i dir="ltr" { (words) } }
}

/// Returns the classes of a role; empty for text that is not set in any way.
pub(super) const fn class(role: Role) -> &'static str {
    match role {
        Role::Only(Side::Left) => "only left",
        Role::Only(Side::Right) => "only right",
        Role::Small(Side::Left) => "small left",
        Role::Small(Side::Right) => "small right",
        Role::MovedWithin => "within",
        Role::Elsewhere(_) => "elsewhere",
        Role::Shared => "shared",
        Role::Aside => "aside",
        Role::Heading => "strong",
        Role::Faint => "faint",
        _ => "",
    }
}
