//! From match to match through the whole story.
//!
//! The matches of the article in focus come first, from row to row; past its last one the next outlet that has any comes into its
//! place, or, if it stands opposite already, into focus:
//!
//! ```text
//!     A │ B     n n n ─► B in focus ─► n n ─► C into its pane: "in C, 6 of 12 · ' back" ─► …
//!     A │ C     ' ─► A │ B
//! ```

use crate::letters::letter;
use crate::tui::state::{Reader, SearchFindings, SearchScope};

impl Reader {
    /// Halts at the next match, or at the previous one; if the whole story is searched, past those of the article in focus in
    /// the next outlet that has any.
    pub(in crate::tui) fn next_match_in_scope(&mut self, forward: bool) {
        if self.search.scope == SearchScope::Pair || self.has_match_here(forward) {
            self.next_match(forward);
            return;
        }
        let here = self.pair.shown[self.position.focus];
        match (self.search.story.counts().is_some(), self.search.story.next(here, forward)) {
            (true, Some(article)) => self.go_on_in(article, forward),
            (true, None) => self.next_match(forward),
            (false, _) => {
                self.search.story.awaits = Some(forward);
                self.status.notice = Some(self.matches_counted());
            }
        }
    }

    /// Takes how often each outlet has what is searched, and goes on to the next one if that was waited for.
    pub(in crate::tui) fn take_counts(&mut self, findings: SearchFindings) {
        self.search.story.take(findings);
        if self.search.story.counts().is_some()
            && let Some(forward) = self.search.story.awaits.take()
        {
            self.status.notice = None;
            self.next_match_in_scope(forward);
        }
    }

    /// Goes to the first match of another outlet, or to its last one.
    fn go_on_in(&mut self, article: usize, forward: bool) {
        let (focus, here) = (self.position.focus, self.pair.shown[self.position.focus]);
        self.note_jump();
        if self.pair.shown[focus.other()] == article {
            self.focus_on(focus.other());
        } else {
            self.exchange(focus, article);
        }
        self.search_at_edge(forward);
        let edge = if forward { 0 } else { usize::MAX };
        let Some(at) = self.match_beyond(edge, forward) else { return };
        self.open_fold_at(at);
        self.halt_at_match(at);
        let around = match forward {
            true if article < here => ", from the first again",
            false if article > here => ", from the last again",
            _ => "",
        };
        let count = self.match_number().unwrap_or_else(|| self.matches_counted());
        self.say_with_back(format!("in {}, {count}{around}", letter(article)));
    }
}
