//! Sets text and signs on the pages of the story.
//!
//! ```text
//!     █ 63%·45   “Only here …”        the usual signs
//!     # 63%.45   “Only here ~”        where only ASCII is drawn, or signs would be too wide: not the articles' own words
//! ```

use super::{Line, Role, Span, ascii};
use crate::layout::PageSetup;
use crate::wrap::isolates::in_lines;

impl PageSetup {
    /// Returns our own words and signs, exchanged if they are to be. All signs stay one column wide.
    pub(crate) fn signs(self, text: impl Into<String>) -> String {
        let text = text.into();
        if self.are_exchanged() { ascii::plain_text(self.ambiguous, &text) } else { text }
    }

    /// Returns a stretch of our own.
    pub(crate) fn span(self, text: impl Into<String>, role: Role) -> Span<'static> {
        Span::new(self.signs(text), role)
    }

    /// Returns the same stretch with our signs exchanged if they are to be.
    pub(crate) fn set(self, span: Span<'_>) -> Span<'static> {
        self.span(span.text.into_owned(), span.role)
    }

    /// Returns what is not ours: cut to so many columns, with an ellipsis if it is cut, and filled up with spaces.
    pub(crate) fn fitted(self, text: &str, columns: usize) -> String {
        let cut = self.clipped(text, columns);
        let spaces = columns.saturating_sub(self.columns(&cut));
        cut + &" ".repeat(spaces)
    }

    /// Does the same without the spaces.
    pub(crate) fn clipped(self, text: &str, columns: usize) -> String {
        self.ambiguous.clipped(text, columns, self.ellipsis())
    }

    /// Does the same, and cuts behind a word where one ends in its latter half.
    pub(crate) fn clipped_at_word(self, text: &str, columns: usize) -> String {
        let cut = self.clipped(text, columns);
        if cut.len() >= text.len() && cut == text {
            return cut;
        }
        let end = cut.rfind(' ').filter(|&at| at > cut.len() / 2);
        end.map_or_else(|| cut.clone(), |at| format!("{} {}", &cut[..at], self.ellipsis()))
    }

    /// Returns what stands for what is cut away, in one column.
    pub(crate) fn ellipsis(self) -> &'static str {
        if self.are_exchanged() { "~" } else { "…" }
    }

    /// Returns the columns that a text takes.
    pub(crate) fn columns(self, text: &str) -> usize {
        self.ambiguous.width(text)
    }

    /// Wraps a text to so many columns.
    pub(crate) fn wrap(self, text: &str, columns: usize) -> impl Iterator<Item = &str> {
        self.ambiguous.wrap(text, columns).into_iter().map(|line| &text[line.range()])
    }

    /// Returns a text in as many lines as it takes.
    pub(crate) fn lines(self, text: &str, role: Role) -> impl Iterator<Item = Line<'static>> + use<'_> {
        in_lines(self.wrap(text, self.width)).map(move |line| vec![Span::new(line.into_owned(), role)])
    }

    /// Does the same in faint lines.
    pub(crate) fn faint(self, text: &str) -> impl Iterator<Item = Line<'static>> + use<'_> {
        self.lines(text, Role::Faint)
    }

    /// Sets stretches behind what stands on a line already, a gap before each; what does not fit begins a line of its
    /// own, set back as far as it fits there.
    pub(crate) fn flowed(
        self,
        first: Line<'static>,
        others: impl IntoIterator<Item = Span<'static>>,
        indent: usize,
    ) -> Vec<Line<'static>> {
        const GAP: usize = 2;
        let spaces = |columns: usize| Span::new(" ".repeat(columns), Role::Text);
        let mut columns: usize = first.iter().map(|span| self.columns(&span.text)).sum();
        let (mut lines, mut line) = (Vec::new(), first);
        for span in others {
            let width = self.columns(&span.text);
            if columns + GAP + width <= self.width {
                line.push(spaces(GAP));
                columns += GAP;
            } else {
                columns = indent.min(self.width.saturating_sub(width));
                lines.push(std::mem::replace(&mut line, vec![spaces(columns)]));
            }
            line.push(span);
            columns += width;
        }
        lines.push(line);
        lines
    }

    /// Explains signs in faint lines, an entry for each, with a gap between two of them that is wider than any in them; what does
    /// not fit begins a line.
    pub(crate) fn legend(self, entries: impl IntoIterator<Item = String>) -> Vec<Line<'static>> {
        const GAP: usize = 3;
        let (mut lines, mut line) = (Vec::new(), String::new());
        for entry in entries {
            if !line.is_empty() && self.columns(&line) + GAP + self.columns(&entry) > self.width {
                lines.extend(self.faint(&std::mem::take(&mut line)));
            }
            let gap = if line.is_empty() { 0 } else { GAP };
            line += &(" ".repeat(gap) + &self.signs(entry));
        }
        lines.extend(self.faint(&line));
        lines
    }

    /// Sets stretches one behind another; what does not fit begins a line, and what is wider than one goes on in more.
    pub(crate) fn run_on(self, stretches: impl IntoIterator<Item = Span<'static>>) -> Vec<Line<'static>> {
        let (mut lines, mut line, mut columns) = (Vec::new(), Line::new(), 0);
        for span in stretches {
            let width = self.columns(&span.text);
            if columns > 0 && columns + width > self.width {
                lines.push(std::mem::take(&mut line));
                columns = 0;
            }
            if width > self.width {
                let role = span.role;
                let text = span.text.into_owned();
                lines.extend(self.wrap(&text, self.width).map(|part| vec![Span::new(part.to_owned(), role)]));
                continue;
            }
            columns += width;
            line.push(span);
        }
        lines.extend((!line.is_empty()).then_some(line));
        lines
    }

    fn are_exchanged(self) -> bool {
        ascii::are_exchanged(self.ascii, self.ambiguous)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_entry_of_a_legend_runs_into_the_next() {
        let shown = |width: usize| {
            let setup = PageSetup { width, ..PageSetup::default() };
            let lines = setup.legend(["= same words", "~ edited", "– not found"].map(String::from));
            lines.iter().map(|line| line.iter().map(|span| &*span.text).collect()).collect::<Vec<String>>()
        };
        assert_eq!(shown(60), ["= same words   ~ edited   – not found"]);
        assert_eq!(shown(30), ["= same words   ~ edited", "– not found"]);
        assert_eq!(shown(12), ["= same words", "~ edited", "– not found"]);
        assert_eq!(shown(7), ["= same", "words", "~", "edited", "– not", "found"]);
    }
}
