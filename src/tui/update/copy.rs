//! Taking text out.
//!
//! ```text
//!     y    Three boats were withdrawn in March after cracks were found in their hulls.
//!     Y    “Three boats were withdrawn in March …” (B¶7, Harbour Ledger, 2026-06-16)
//! ```
//!
//! It is sent to the terminal; where that takes no clipboard, or where nobody knows, the loop does otherwise and says so.

use std::ops::RangeInclusive;

use crate::article::Article;
use crate::layout::RowCell;
use crate::tui::state::message::{SENT, TOO_LARGE};
use crate::tui::state::{CopiedText, Effect, Reader, SideBlock};
use crate::words;

impl Reader {
    /// Copies the block at the cursor, with where it stands if it is to be cited; of a fold, all that is folded.
    pub(in crate::tui) fn copy(&mut self, is_cited: bool) {
        if self.says_unseen() {
            return;
        }
        let SideBlock { side, .. } = self.here();
        let article = self.pair.articles()[side];
        let blocks = self.blocks_at_cursor();
        let name = format!("{}¶{}", self.pair.letters()[side], numbers(&blocks));
        let Some(blocks) = article.blocks.get(blocks) else { return };
        let text = blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n");
        let words = words::count(&text);
        if is_cited {
            let cited = format!("“{text}” ({})", citation(&name, article));
            self.send_to_clipboard(cited, words, format!("{name} with its place"));
        } else {
            self.send_to_clipboard(text, words, name);
        }
    }

    /// Returns the blocks at the cursor: one, or those of a fold.
    fn blocks_at_cursor(&self) -> RangeInclusive<usize> {
        let SideBlock { side, block } = self.here();
        let half = self.rows.layout.rows.get(self.viewport().cursor).map(|row| row.cells[side]);
        if let Some(RowCell::Fold { first, last }) = half { first..=last } else { block..=block }
    }

    /// Hands a selected text to the clipboard.
    pub(in crate::tui) fn copy_text(&mut self, text: String) {
        let words = words::count(&text);
        self.send_to_clipboard(text, words, "selection".to_owned());
    }

    /// Hands a text to the clipboard, and says what became of it.
    fn send_to_clipboard(&mut self, text: String, words: usize, name: String) {
        let size = [counted(words, "word"), counted(text.len(), "byte")].join(", ");
        let copied = CopiedText { text, name, size };
        self.status.notice = Some(copied.message(if copied.is_too_large() { TOO_LARGE } else { SENT }));
        self.outbox.effects.push(Effect::Copy(copied));
    }
}

/// `1 word`, `12 words`.
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// `7`, or `7–9`.
fn numbers(blocks: &RangeInclusive<usize>) -> String {
    let (first, last) = (blocks.start() + 1, blocks.end() + 1);
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// `B¶7, Harbour Ledger, 2026-06-16`: what is not known is left out, and a file stands for an unknown outlet.
fn citation(name: &str, article: &Article) -> String {
    let file = || article.source.rsplit('/').next().filter(|name| *name != "-");
    let parts = [Some(name), article.outlet.as_deref().or_else(file), article.date.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_leave_out_what_is_not_known() {
        let article = |text| Article::read("folder/a.txt", text);
        let full = article("---\noutlet: Ledger\ndate: 2026-06-16\n---\nThree boats were withdrawn.");
        assert_eq!(citation("B¶7", &full), "B¶7, Ledger, 2026-06-16");
        assert_eq!(citation("B¶7", &article("Three boats were withdrawn.")), "B¶7, a.txt");
        let nameless = Article::read("-", "Three boats were withdrawn.");
        assert_eq!(citation("A¶1", &nameless), "A¶1");
    }
}
