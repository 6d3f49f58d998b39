//! What is found out about the whole story, away from the reader.
//!
//! ```text
//!     v ─► Errand ─► Effect::Find ─► a thread ─► Counted … Found ─► the page
//!             ▲
//!             └ stop: Esc, another story, read again, quit
//! ```
//!
//! Nobody sets out before the whole story is asked for, and then once: most sittings stay with the pair, and thirty
//! laptops that all compare a hundred articles for nobody would be warm and slow. Five articles take less than a frame
//! when they are asked for, so that nothing is gained by having done it; a hundred take a second or two, once, and the
//! reader goes on meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Effect, Message, Model, Overlay};
use crate::keys::Action;
use crate::story::{Perspective, Progress, Story, StoryAnalysis};

/// Something to find out about the whole story.
#[derive(Clone, Debug)]
pub struct Errand {
    number: u32,
    story: Arc<Story>,
    /// What is known of all pairs already.
    analysis: Option<Arc<StoryAnalysis>>,
    /// The article to see the story from; else the one that is proposed.
    base: Option<usize>,
    is_stopped: Arc<AtomicBool>,
}

impl PartialEq for Errand {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && Arc::ptr_eq(&self.story, &other.story)
    }
}

impl Eq for Errand {}

/// What was found out.
#[derive(Clone, Debug)]
pub struct Findings {
    analysis: Arc<StoryAnalysis>,
    perspective: Arc<Perspective>,
}

impl Errand {
    /// Finds it out, and says now and then how far it is; `None` if it was stopped. Meant for a thread of its own.
    ///
    /// Cost: that of comparing every two articles, shared out among the processors.
    #[must_use]
    pub fn run(&self, count: &(dyn Fn(Progress) + Sync)) -> Option<Findings> {
        let watch = |progress| {
            let goes_on = !self.is_stopped.load(Ordering::Relaxed);
            if goes_on {
                count(progress);
            }
            goes_on
        };
        let analysis = match &self.analysis {
            Some(analysis) => Arc::clone(analysis),
            None => Arc::new(StoryAnalysis::new_watched(&self.story, &watch)?),
        };
        let base = self.base.unwrap_or_else(|| analysis.first_base());
        // Seeing it from one article takes as long as so many pairs; those who wait have heard of all of them by then.
        let quiet = |progress| if self.analysis.is_some() { watch(progress) } else { !self.is_stopped() };
        let perspective = Perspective::new_watched(&self.story, &analysis, base, &quiet)?;
        (!self.is_stopped()).then(|| Findings { analysis, perspective: Arc::new(perspective) })
    }

    /// What to tell the model of how far it is.
    #[must_use]
    pub const fn counted(&self, progress: Progress) -> Message {
        Message::Counted(self.number, progress)
    }

    /// What to tell the model when it is found out.
    #[must_use]
    pub const fn found(&self, findings: Findings) -> Message {
        Message::Found(self.number, findings)
    }

    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }
}

/// What is known of the whole story, and what is being found out.
#[derive(Debug, Default)]
pub struct Known {
    /// All pairs.
    pub analysis: Option<Arc<StoryAnalysis>>,
    /// The story seen from one article.
    pub perspective: Option<Arc<Perspective>>,
    errand: Option<Errand>,
    progress: Option<Progress>,
    /// How many errands there were: what comes from an earlier one than the last is not wanted any more.
    errands: u32,
}

impl Known {
    /// The article that the story is seen from, by place.
    #[must_use]
    pub fn base(&self) -> Option<usize> {
        self.perspective.as_ref().map(|perspective| perspective.presence.base)
    }

    /// Whether something is being found out.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        self.errand.is_some()
    }

    /// How far it is, if it takes more than a moment: `reading all pairs: 812 of 4,950`.
    #[must_use]
    pub fn said(&self) -> Option<String> {
        let (Progress { done, all }, errand) = (self.progress?, self.errand.as_ref()?);
        let what = match (&errand.analysis, errand.base) {
            (Some(_), Some(base)) => format!("reading all pairs with {}", crate::letters::letter(base)),
            _ => "reading all pairs".to_owned(),
        };
        Some(format!("{what}: {} of {}", grouped(done), grouped(all)))
    }

    /// Stops what is being found out; whether there was anything.
    pub(super) fn stop(&mut self) -> bool {
        self.progress = None;
        let errand = self.errand.take();
        if let Some(errand) = &errand {
            errand.is_stopped.store(true, Ordering::Relaxed);
        }
        errand.is_some()
    }

    /// Forgets everything: the story is another one.
    fn forget(&mut self) {
        self.stop();
        (self.analysis, self.perspective) = (None, None);
    }
}

impl Drop for Known {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Model {
    /// Asks for what is not known yet of the whole story, seen from an article or from the one that is proposed.
    pub(super) fn ask(&mut self, base: Option<usize>) {
        let known = &mut self.known;
        // Who has set out to read all pairs brings them, whatever is wanted besides.
        if known.is_waiting() && known.analysis.is_none() {
            return;
        }
        if let Some(analysis) = &known.analysis {
            let base = base.unwrap_or_else(|| analysis.first_base());
            if known.base() == Some(base) {
                known.stop();
                return;
            }
        }
        known.stop();
        known.errands += 1;
        let errand = Errand {
            number: known.errands,
            story: Arc::clone(&self.pair.story),
            analysis: known.analysis.clone(),
            base,
            is_stopped: Arc::default(),
        };
        known.errand = Some(errand.clone());
        self.effects.push(Effect::Find(errand));
    }

    /// Notes how far an errand is.
    pub(super) fn note_progress(&mut self, number: u32, progress: Progress) {
        let known = &mut self.known;
        if known.errand.as_ref().is_some_and(|errand| errand.number == number) {
            // Several hands count, and one may be heard late.
            known.progress = known.progress.filter(|before| before.done > progress.done).or(Some(progress));
        }
    }

    /// Takes what was found out, unless it is not wanted any more.
    pub(super) fn take_findings(&mut self, number: u32, findings: Findings) {
        if self.known.errand.as_ref().is_none_or(|errand| errand.number != number) {
            return;
        }
        let was_long = self.known.progress.is_some();
        self.known.errand = None;
        self.known.progress = None;
        self.known.analysis = Some(findings.analysis);
        self.known.perspective = Some(findings.perspective);
        match self.overlay {
            Some(Overlay::Story) => self.show_findings(),
            Some(Overlay::Aside(_)) => self.fill_aside(),
            None if was_long => {
                self.notice = self.keymap.hint(Action::Story, "shows the whole story: all pairs are read");
            }
            _ => {}
        }
    }

    /// Forgets what is known of a story that is another one now; what is open over the text is asked for anew.
    pub(super) fn forget_known(&mut self) {
        let is_wanted = self.known.is_waiting() || self.overlay == Some(Overlay::Story);
        self.known.forget();
        if let Some(view) = self.overview.as_mut().filter(|_| is_wanted) {
            view.base = None;
            (view.choice.item, view.choice.column) = (0, 0);
            self.ask(None);
        } else {
            self.overview = None;
        }
    }

    /// Finds out on the spot what is asked for. In a terminal a thread does so; a screen without one waits for it, so that
    /// the same keys always give the same screen.
    pub fn settle(&mut self) {
        while let Some(place) = self.effects.iter().position(|effect| matches!(effect, Effect::Find(_))) {
            if let Effect::Find(errand) = self.effects.remove(place)
                && let Some(findings) = errand.run(&|_| ())
            {
                self.update(errand.found(findings));
            }
        }
    }
}

/// `4,950`
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_off() {
        for (number, said) in [(0, "0"), (999, "999"), (4950, "4,950"), (1_000_000, "1,000,000")] {
            assert_eq!(grouped(number), said);
        }
    }
}
