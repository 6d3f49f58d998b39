//! Sets text and signs on the pages of the story.
//!
//! ```text
//!     █ 63%·45   “Only here …”        the usual signs
//!     # 63%.45   “Only here ~”        where only ASCII is drawn, or signs would be too wide: not the articles' own words
//! ```

use super::{Line, Role, Span};
use crate::layout::PageSetup;
use crate::present::ascii;

impl PageSetup {
    /// Our own words and signs, exchanged if they are to be. All signs stay one column wide.
    pub(super) fn signs(self, text: impl Into<String>) -> String {
        let text = text.into();
        if self.are_exchanged() { ascii::plain_text(self.ambiguous, &text) } else { text }
    }

    /// A stretch of our own.
    pub(super) fn span(self, text: impl Into<String>, role: Role) -> Span {
        Span { text: self.signs(text), role }
    }

    /// The same stretch with our signs exchanged if they are to be.
    pub(super) fn set(self, span: Span) -> Span {
        self.span(span.text, span.role)
    }

    /// What is not ours: cut to so many columns, with an ellipsis if it is cut, and filled up with spaces.
    pub(super) fn fitted(self, text: &str, columns: usize) -> String {
        let cut = self.clipped(text, columns);
        let spaces = columns.saturating_sub(self.columns(&cut));
        cut + &" ".repeat(spaces)
    }

    /// The same without the spaces.
    pub(super) fn clipped(self, text: &str, columns: usize) -> String {
        self.ambiguous.clipped(text, columns, self.ellipsis())
    }

    /// What stands for what is cut away, in one column.
    pub(super) fn ellipsis(self) -> &'static str {
        if self.are_exchanged() { "~" } else { "…" }
    }

    /// The columns that a text takes.
    pub(super) fn columns(self, text: &str) -> usize {
        self.ambiguous.width(text)
    }

    /// Wraps a text to so many columns.
    pub(super) fn wrap(self, text: &str, columns: usize) -> impl Iterator<Item = &str> {
        self.ambiguous.wrap(text, columns).into_iter().map(|line| &text[line.range()])
    }

    /// A text in as many lines as it takes.
    pub(super) fn lines(self, text: &str, role: Role) -> impl Iterator<Item = Line> {
        self.wrap(text, self.width).map(move |line| vec![super::span(line, role)])
    }

    /// The same in faint lines.
    pub(super) fn faint(self, text: &str) -> impl Iterator<Item = Line> {
        self.lines(text, Role::Faint)
    }

    /// Sets stretches behind what stands on a line already, a gap before each; what does not fit begins a line of its own, set
    /// back.
    pub(super) fn flowed(self, first: Line, others: impl IntoIterator<Item = Span>, indent: usize) -> Vec<Line> {
        const GAP: usize = 2;
        let spaces = |columns: usize| super::span(" ".repeat(columns), Role::Plain);
        let mut columns: usize = first.iter().map(|span| self.columns(&span.text)).sum();
        let (mut lines, mut line) = (Vec::new(), first);
        for span in others {
            let width = self.columns(&span.text);
            if columns + GAP + width <= self.width {
                line.push(spaces(GAP));
                columns += GAP;
            } else {
                lines.push(std::mem::replace(&mut line, vec![spaces(indent)]));
                columns = indent;
            }
            line.push(span);
            columns += width;
        }
        lines.push(line);
        lines
    }

    fn are_exchanged(self) -> bool {
        ascii::are_exchanged(self.ascii, self.ambiguous)
    }
}
