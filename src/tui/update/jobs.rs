//! What is found out about the whole story, away from the reader.
//!
//! ```text
//!     v ─► Job ─► Effect::Start ─► a thread ─► Progress … Finished ─► the page
//!           ▲
//!           └ stop: Esc, another story, read again, quit
//! ```

use crate::pages::{Facts, ScreenFacts};
use crate::tui::state::{Effect, Reader, StoryFacts};

impl Reader {
    /// Asks for what is not known yet of the whole story, seen from an article or from the one that is proposed.
    pub(in crate::tui) fn ask(&mut self, base: Option<usize>) {
        if let Some(job) = self.facts.ask(&self.pair.story, self.pins.of_story(), base, &self.settings.lists) {
            self.outbox.effects.push(Effect::Start(job));
        }
    }

    /// Forgets what is known of a story that is another one now; what was being found out is asked for anew.
    pub(in crate::tui) fn forget_facts(&mut self) {
        // What hops take along is a paragraph of the articles before.
        self.position.carried = None;
        self.facts.wants_evidence = self.settings.marks_evidence;
        if self.facts.forget() || self.settings.marks_evidence {
            self.ask(None);
        }
    }

    /// Stops what is being found out, and says so.
    pub(in crate::tui) fn stop_job(&mut self) {
        if self.facts.stop() {
            self.status.notice = Some("stopped reading all pairs".to_owned());
        }
    }

    /// Returns what is known of the story.
    pub(in crate::tui) fn page_facts(&self) -> Facts<'_> {
        let StoryFacts { analysis, wording, perspective, evidence, unfolded, .. } = &self.facts;
        let (analysis, perspective, evidence) =
            (analysis.as_deref(), perspective.as_deref(), evidence.as_ref().map(|found| &found.evidence));
        let here = (self.position.focus, self.block(self.position.focus));
        let screen = ScreenFacts { wording: wording.as_deref(), unfolded, keymap: &self.keymap, here };
        let (story, shown) = (&self.pair.story, self.pair.shown);
        Facts { story, analysis, perspective, evidence, shown, screen: Some(screen) }
    }
}
