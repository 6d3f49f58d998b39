//! Quotations that are nowhere else quoted, held against the running text of all articles.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::alike::{CANDIDATES, COMMON, LIKE_WORDS, RUN};
use super::units::{Unit, bytes, common, differences, forms, words_of};
use super::{AttributedQuotation, Place, QuotationKind, Said, SameWords};
use crate::evidence::told::told_blocks;
use crate::story::Story;
use crate::words::Form;

/// A quotation is held against running text if this part of its words stands there in a stretch of the same length.
const IN_TEXT: f64 = 0.75;

/// The running text of a story, by the runs of three words that quotations have.
pub(super) struct RunningText {
    /// The words of each block of each article, and for each whether it is quoted.
    blocks: Vec<((usize, usize), Vec<Unit>)>,
    /// Where each run of a quotation stands: block by its index here, and word.
    runs: FxHashMap<[Form; RUN], Vec<(usize, usize)>>,
}

impl RunningText {
    pub fn new((story, articles): (&Story, &[usize]), quotations: &[AttributedQuotation], units: &[Vec<Unit>]) -> Self {
        let long = units.iter().filter(|units| units.len() >= LIKE_WORDS);
        let wanted: FxHashSet<[Form; RUN]> = long.flat_map(|units| runs(units).collect::<Vec<_>>()).collect();
        let mut quoted: FxHashMap<(usize, usize), Vec<Range<usize>>> = FxHashMap::default();
        for own in quotations.iter().filter(|own| own.quotation.words >= LIKE_WORDS) {
            quoted.entry((own.article, own.quotation.block)).or_default().push(own.quotation.range.clone());
        }
        let mut text = Self { blocks: Vec::new(), runs: FxHashMap::default() };
        for (article, own) in articles.iter().map(|&article| (article, &story.articles()[article])) {
            for (block, content) in told_blocks(own) {
                let mut units = words_of(story, article, block, &(0..content.text.len()));
                let ranges = quoted.get(&(article, block)).map_or(&[][..], Vec::as_slice);
                // Both are in order.
                let mut ranges = ranges.iter().peekable();
                units.retain(|unit| {
                    while ranges.next_if(|range| range.end <= unit.range.start).is_some() {}
                    ranges.peek().is_none_or(|range| unit.range.end <= range.start)
                });
                let index = text.blocks.len();
                for (at, run) in runs(&units).enumerate().filter(|(_, run)| wanted.contains(run)) {
                    text.runs.entry(run).or_default().push((index, at));
                }
                text.blocks.push(((article, block), units));
            }
        }
        text
    }

    /// Holds a quotation of an article against running text: what it changes of the stretch that has most of its words; of one that stands
    /// in another article word for word, where. `None` if it is short, if it stands so in its own article, or if nothing has enough of it.
    pub fn held(&self, (k, article): (usize, usize), units: &[Unit]) -> Option<Said> {
        if units.len() < LIKE_WORDS {
            return None;
        }
        let mut votes: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for (at, run) in runs(units).enumerate() {
            let places = self.runs.get(&run).map_or(&[][..], Vec::as_slice);
            for &(block, there) in places.iter().take(COMMON) {
                // Stretches begin within a few words of each other.
                *votes.entry((block, (there + units.len() - at) / 4)).or_default() += 1;
            }
        }
        let mut candidates: Vec<((usize, usize), usize)> = votes.into_iter().collect();
        candidates.sort_by_key(|&(place, votes)| (std::cmp::Reverse(votes), place));
        let own = forms(units);
        let mut best: Option<(usize, Said)> = None;
        let mut is_whole_somewhere = false;
        for ((index, start), _) in candidates.into_iter().take(CANDIDATES) {
            let (place, words) = &self.blocks[index];
            let start = (start * 4).saturating_sub(units.len());
            let stretch = &words[start.min(words.len())..(start + units.len() + 4).min(words.len())];
            let common = common(&own, &forms(stretch));
            if common == own.len() {
                is_whole_somewhere = true;
                let at = forms(stretch).windows(own.len()).position(|run| run == own);
                if let Some(at) = at.filter(|_| place.0 != article) {
                    let range = bytes(&stretch[at..at + own.len()])?;
                    let place = Place { article: place.0, block: place.1, range };
                    let held = against_text(k, QuotationKind::OneOutlet, place);
                    return Some(Said { same: Some(SameWords::InRunningText), ..held });
                }
                continue;
            }
            if (common as f64) < IN_TEXT * own.len() as f64 || best.as_ref().is_some_and(|(most, _)| *most >= common) {
                continue;
            }
            let (differs, mut left_out) = differences(units, stretch);
            // What stands around the stretch is not left out.
            let (first, last) = bounds(&own, stretch)?;
            left_out.retain(|range| first <= range.start && range.end <= last);
            let place = Place { article: place.0, block: place.1, range: first..last };
            best = Some((common, Said { differs, left_out, ..against_text(k, QuotationKind::Altered, place) }));
        }
        best.filter(|_| !is_whole_somewhere).map(|(_, said)| said)
    }
}

/// Says that a quotation is held against running text, of which no word is told yet.
const fn against_text(quotation: usize, kind: QuotationKind, place: Place) -> Said {
    Said {
        quotation,
        kind,
        against: Some(place),
        is_against_text: true,
        differs: Vec::new(),
        left_out: Vec::new(),
        other_speaker: None,
        is_not_stated_there: false,
        same: None,
    }
}

/// Returns where the words of a stretch begin and end that a quotation has too, in bytes.
fn bounds(own: &[Form], stretch: &[Unit]) -> Option<(usize, usize)> {
    let ops = capture_diff_slices(Algorithm::Myers, own, &forms(stretch));
    let mut equal = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. })).map(DiffOp::new_range);
    let first = equal.next()?;
    let last = equal.next_back().unwrap_or_else(|| first.clone());
    Some((stretch[first.start].range.start, stretch[last.end - 1].range.end))
}

fn runs(units: &[Unit]) -> impl Iterator<Item = [Form; RUN]> + '_ {
    units.windows(RUN).map(|run| [run[0].form, run[1].form, run[2].form])
}
