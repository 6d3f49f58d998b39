//! What is known of the whole story, and what is being found out about it in the background.
//!
//! Nothing is computed of the whole story before it is asked for, and then once: most sittings stay with the pair, and thirty
//! laptops that all compare a hundred articles for nobody would be warm and slow. What the tabs say of the block in focus
//! ([`Standings`]) is compared unasked, as little of it as the tabs show. Five articles take less than a frame
//! when they are asked for, so that nothing is gained by having done it; a hundred take a second or two, once, and the
//! reader goes on meanwhile.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Standings;
use crate::evidence::Evidence;
use crate::evidence::links::Answers;
use crate::letters::letter;
use crate::list_choice::ListChoice;
use crate::present::EvidenceMarks;
use crate::story::{Perspective, Progress, SharedWording, Story, StoryAnalysis, StoryPins};

/// Names a job: what comes from an earlier one than the last is not wanted any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JobId(u32);

/// Something to find out about the whole story.
#[derive(Clone, Debug)]
pub struct Job {
    /// Which job it is.
    pub id: JobId,
    story: Arc<Story>,
    /// What is set opposite by hand.
    pins: Arc<StoryPins>,
    /// What is known of all pairs already.
    analysis: Option<Arc<StoryAnalysis>>,
    /// The wording that they have in common, if that is known already.
    wording: Option<Arc<SharedWording>>,
    /// The evidence, if that is known already.
    evidence: Option<Arc<FoundEvidence>>,
    /// The article to see the story from; else the one that is proposed.
    base: Option<usize>,
    /// With which lists of words the evidence is wanted, if it is.
    lists: Option<ListChoice>,
    is_stopped: Arc<AtomicBool>,
}

impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Arc::ptr_eq(&self.story, &other.story)
    }
}

impl Eq for Job {}

/// What was found out.
#[derive(Clone, Debug)]
pub struct Findings {
    analysis: Arc<StoryAnalysis>,
    wording: Arc<SharedWording>,
    perspective: Arc<Perspective>,
    evidence: Option<Arc<FoundEvidence>>,
}

/// The evidence of the whole story.
#[derive(Debug)]
pub struct FoundEvidence {
    /// What can be pointed at in the outlets' own words.
    pub evidence: Evidence,
    /// Where in each block it stands.
    pub marks: EvidenceMarks,
    /// What answers what, which lists of words have no part in.
    answers: Arc<Answers>,
    /// The lists that it was found with.
    lists: ListChoice,
}

impl FoundEvidence {
    /// Finds it. Cost: near linear in the text.
    fn new(story: &Story, answers: Arc<Answers>, lists: &ListChoice) -> Self {
        let evidence = Evidence::of_all_with(story, &answers, lists);
        Self { marks: EvidenceMarks::new(&evidence), evidence, answers, lists: lists.clone() }
    }
}

impl Job {
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
        let known = self.evidence.as_ref();
        let mut answers = known.map(|known| Arc::clone(&known.answers));
        let analysis = match &self.analysis {
            Some(analysis) => Arc::clone(analysis),
            None if self.lists.is_some() && answers.is_none() => {
                let (analysis, found) = Answers::with_analysis(&self.story, &self.pins, &watch)?;
                answers = Some(Arc::new(found));
                Arc::new(analysis)
            }
            None => Arc::new(StoryAnalysis::new_watched(&self.story, &self.pins, &watch)?),
        };
        let evidence = match &self.lists {
            Some(lists) if known.is_none_or(|known| known.lists != *lists) => {
                let answers = match answers {
                    Some(answers) => answers,
                    None => Arc::new(Answers::of_story(&self.story, &self.pins, &watch)?),
                };
                Some(Arc::new(FoundEvidence::new(&self.story, answers, lists)))
            }
            _ => self.evidence.clone(),
        };
        let base = self.base.unwrap_or_else(|| analysis.first_base());
        // Seeing it from one article takes as long as so many pairs; those who wait have heard of all of them by then.
        let quiet = |progress| if self.analysis.is_some() { watch(progress) } else { !self.is_stopped() };
        let wording = match &self.wording {
            Some(wording) => Arc::clone(wording),
            None => Arc::new(SharedWording::new_watched(&self.story, &analysis.matrix, &|_| !self.is_stopped())?),
        };
        let perspective = Perspective::new_watched(&self.story, &analysis, base, &self.pins, &quiet)?;
        (!self.is_stopped()).then(|| Findings { analysis, wording, perspective: Arc::new(perspective), evidence })
    }

    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }
}

/// What is known of the whole story, and what is being found out.
#[derive(Debug, Default)]
pub struct StoryFacts {
    /// All pairs.
    pub analysis: Option<Arc<StoryAnalysis>>,
    /// The wording that the articles have in common.
    pub wording: Option<Arc<SharedWording>>,
    /// The story seen from one article.
    pub perspective: Option<Arc<Perspective>>,
    /// The evidence, if it was asked for.
    pub evidence: Option<Arc<FoundEvidence>>,
    /// Whether that is wanted: by a page that shows it, or by a key.
    pub wants_evidence: bool,
    /// The articles whose own passages are unfolded on the page of passages, by index.
    pub unfolded: BTreeSet<usize>,
    /// How the blocks of the articles in focus stand in other outlets.
    pub standings: Standings,
    /// The distance in blocks that was last chosen on a page, if one was.
    pub distance: Option<usize>,
    /// How many times everything was forgotten.
    pub forgotten: u32,
    job: Option<Job>,
    progress: Option<Progress>,
    last: JobId,
}

impl StoryFacts {
    /// Returns the article that the story is seen from, by index.
    #[must_use]
    pub fn base(&self) -> Option<usize> {
        self.perspective.as_ref().map(|perspective| perspective.presence.base)
    }

    /// Returns whether something is being found out.
    #[must_use]
    pub const fn is_waiting(&self) -> bool {
        self.job.is_some()
    }

    /// Says how far it is, if it takes more than a moment: `reading all pairs: 812 of 4,950`.
    #[must_use]
    pub fn progress_text(&self) -> Option<String> {
        let (Progress { done, all }, job) = (self.progress?, self.job.as_ref()?);
        let what = match (&job.analysis, job.base) {
            (Some(_), Some(base)) => format!("reading all pairs with {}", letter(base)),
            _ => "reading all pairs".to_owned(),
        };
        Some(format!("{what}: {} of {}", grouped(done), grouped(all)))
    }

    /// Makes the job that finds out what is not known yet of a story, seen from an article or from the one that is
    /// proposed, and the evidence with some lists of words if it is wanted; `None` if nothing is missing, or is being found out already.
    pub fn ask(
        &mut self,
        story: &Arc<Story>,
        pins: &Arc<StoryPins>,
        base: Option<usize>,
        lists: &ListChoice,
    ) -> Option<Job> {
        // Who has set out to read all pairs brings them, whatever is wanted besides.
        if self.is_waiting() && self.analysis.is_none() {
            return None;
        }
        let is_known = self.analysis.as_ref().is_some_and(|analysis| {
            let base = base.unwrap_or_else(|| analysis.first_base());
            let is_of = |found: &Arc<FoundEvidence>| found.lists == *lists;
            self.base() == Some(base) && (self.evidence.as_ref().is_some_and(is_of) || !self.wants_evidence)
        });
        self.stop();
        if is_known {
            return None;
        }
        self.last = JobId(self.last.0 + 1);
        let job = Job {
            id: self.last,
            story: Arc::clone(story),
            pins: Arc::clone(pins),
            analysis: self.analysis.clone(),
            wording: self.wording.clone(),
            evidence: self.evidence.clone(),
            base,
            lists: self.wants_evidence.then(|| lists.clone()),
            is_stopped: Arc::default(),
        };
        self.job = Some(job.clone());
        Some(job)
    }

    /// Notes how far a job is.
    pub fn note_progress(&mut self, id: JobId, progress: Progress) {
        if self.job.as_ref().is_some_and(|job| job.id == id) {
            // Several threads count, and one may be heard late.
            self.progress = self.progress.filter(|before| before.done > progress.done).or(Some(progress));
        }
    }

    /// Takes what was found out, unless it is not wanted any more. Returns whether it took more than a moment; `None` if
    /// it is not wanted.
    pub fn take(&mut self, id: JobId, findings: Findings) -> Option<bool> {
        self.job.take_if(|job| job.id == id)?;
        let was_long = self.progress.take().is_some();
        self.wording = Some(findings.wording);
        self.evidence = findings.evidence;
        (self.analysis, self.perspective) = (Some(findings.analysis), Some(findings.perspective));
        Some(was_long)
    }

    /// Stops what is being found out. Returns whether there was anything.
    pub fn stop(&mut self) -> bool {
        self.progress = None;
        let job = self.job.take();
        if let Some(job) = &job {
            job.is_stopped.store(true, Ordering::Relaxed);
        }
        job.is_some()
    }

    /// Forgets everything: the story is another one. Returns whether something was being found out.
    pub fn forget(&mut self) -> bool {
        let was_waiting = self.stop();
        (self.analysis, self.perspective, self.distance) = (None, None, None);
        (self.wording, self.evidence) = (None, None);
        self.unfolded.clear();
        self.standings.forget();
        self.forgotten += 1;
        was_waiting
    }
}

impl Drop for StoryFacts {
    fn drop(&mut self) {
        self.stop();
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
        for (number, text) in [(0, "0"), (999, "999"), (4950, "4,950"), (1_000_000, "1,000,000")] {
            assert_eq!(grouped(number), text);
        }
    }
}
