//! Going back to where a story was left, and keeping where it is left now.
//!
//! ```text
//!     known   read from the file when the reader opens        resume: kept before known
//!     kept    the stories that were left in this sitting       remember: where the reader is, unless nobody moved
//! ```

use crate::keys::Action;
use crate::tui::places::{Saved, file_name};
use crate::tui::state::Reader;

impl Reader {
    /// Keeps where the reader is, if places are kept and it is not where the story opened.
    pub fn remember(&mut self) {
        let Some(saved) = self.saved() else { return };
        let Some(memory) = &mut self.memory else { return };
        if memory.start.as_ref() != Some(&saved)
            && let Some(key) = memory.key(&self.pair.story.name)
        {
            memory.kept.keep(&key, &saved);
        }
    }

    /// Returns where the reader is, for another day.
    #[must_use]
    pub fn saved(&self) -> Option<Saved> {
        let anchor = self.anchor(self.position.focus)?;
        let articles = self.pair.shown.map(|article| file_name(self.pair.story.articles(), article).to_owned());
        Some(Saved { articles, side: anchor.side, block: anchor.block, byte: anchor.byte })
    }

    /// Goes to where the open story was left, if that is known and both articles are still there.
    pub(in crate::tui) fn resume(&mut self) {
        if let Some(saved) = self.left_at() {
            self.go_to(&saved);
        }
        let start = self.saved();
        if let Some(memory) = &mut self.memory {
            memory.start = start;
            memory.recalls = true;
        }
    }

    fn left_at(&self) -> Option<Saved> {
        let memory = self.memory.as_ref().filter(|memory| memory.recalls)?;
        let key = memory.key(&self.pair.story.name)?;
        memory.kept.saved(&key).or_else(|| memory.known.saved(&key)).cloned()
    }

    fn go_to(&mut self, saved: &Saved) {
        let Some(shown) = saved.find(self.pair.story.articles()) else { return };
        if shown != self.pair.shown {
            self.pair.shown = shown;
            self.load_pair();
        }
        self.position.focus = saved.side;
        let last = self.pair.articles()[saved.side].blocks.len() - 1;
        let block = saved.block.min(last);
        let depth = usize::from(self.rows.screen.body_height()) / 3;
        self.to_home(saved.side, (block, saved.byte, depth));
        if self.status.notice.is_none() && self.viewport().top > 0 {
            let start = self.keymap.hint(Action::Start, "goes to its start");
            self.status.notice =
                Some(["as you left it".to_owned()].into_iter().chain(start).collect::<Vec<_>>().join("; "));
        }
    }
}
