//! The quotations of an entry, held against one of them.
//!
//! ```text
//!     A  “We waited too long. It was late,” said Ada Quill.
//!     B  “We waited too long,” said Ada Quill. “It was late.”      the same words, in two parts
//!     C  “We waited,” said Ada Quill. “It was late.”               the first part is trimmed
//! ```

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::alike::are_one;
use super::units::{Unit, bytes, common, forms};
use super::{QuotationKind, Said, SameWords, Table};
use crate::evidence::negation;
use crate::evidence::said_by::{self, Speaker};
use crate::evidence::tongue::Tongue;
use crate::words::Form;

/// Quotations of an article that follow each other, or one.
type Chain = Range<usize>;

/// Says how each quotation of an entry stands: in its order. Cost: that of comparing each with one of them.
pub(super) fn against_each_other(group: &[usize], table: Table<'_>) -> Vec<Said> {
    let chains = chains(group, table);
    let base = base(group, &chains, table);
    let said = against(&chains, &base, table);
    // What has more than the base, and all of it, is the better base.
    let has_more = |own: &&Said| !own.differs.is_empty() && own.left_out.is_empty();
    let Some(more) = said.iter().find(has_more).map(|own| own.quotation) else { return said };
    let other = chains.iter().find(|chain| chain.contains(&more)).cloned().unwrap_or(more..more + 1);
    let better = against(&chains, &other, table);
    let changed = |said: &[Said]| said.iter().filter(|own| !own.differs.is_empty()).count();
    if changed(&better) < changed(&said) { better } else { said }
}

/// Joins what follows each other in an article, and does not say the same.
fn chains(group: &[usize], table: Table<'_>) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for &k in group {
        match chains.last_mut() {
            Some(chain) if chain.end == k && table.goes_on(k - 1) && !repeats(chain, k, table) => chain.end = k + 1,
            _ => chains.push(k..k + 1),
        }
    }
    chains
}

fn repeats(chain: &Chain, k: usize, table: Table<'_>) -> bool {
    let own = forms(&table.units[k]);
    chain.clone().any(|other| are_one(&own, &forms(&table.units[other])))
}

/// The words of a chain, each with the quotation that has it.
fn words<'a>(chain: &Chain, table: Table<'a>) -> Vec<(usize, &'a Unit)> {
    chain.clone().flat_map(|k| table.units[k].iter().map(move |unit| (k, unit))).collect()
}

fn forms_of(chain: &Chain, table: Table<'_>) -> Vec<Form> {
    words(chain, table).into_iter().map(|(_, unit)| unit.form).collect()
}

/// Chooses what the others are held against: the longest that has all the words that most of them have, the first of these.
fn base(group: &[usize], chains: &[Chain], table: Table<'_>) -> Chain {
    let parts = chains.iter().filter(|chain| chain.len() > 1).flat_map(|chain| chain.clone().map(|k| k..k + 1));
    let all: Vec<(Chain, Vec<Form>)> =
        chains.iter().cloned().chain(parts).map(|chain| (chain.clone(), forms_of(&chain, table))).collect();
    let mut counts: FxHashMap<&[Form], usize> = FxHashMap::default();
    for (_, own) in &all {
        *counts.entry(own).or_default() += 1;
    }
    let rank = |(chain, own): &(Chain, Vec<Form>)| (counts[&own[..]], own.len(), std::cmp::Reverse(chain.start));
    let most = all.iter().max_by_key(|own| rank(own));
    let Some((_, core)) = most else { return group[0]..group[0] + 1 };
    let has_core = |(_, own): &&(Chain, Vec<Form>)| common(core, own) == core.len();
    let longest = all.iter().filter(has_core).max_by_key(|own| (own.1.len(), rank(own)));
    longest.or(most).map_or(group[0]..group[0] + 1, |(chain, _)| chain.clone())
}

/// Holds every chain against the base: as a whole, or each of its parts if that changes fewer words.
fn against(chains: &[Chain], base: &Chain, table: Table<'_>) -> Vec<Said> {
    let held = |chain: &Chain| {
        let whole = hold(chain, base, table);
        if chain.len() == 1 || whole.iter().all(|own| own.differs.is_empty()) {
            return whole;
        }
        let parts: Vec<Said> = chain.clone().flat_map(|k| hold(&(k..k + 1), base, table)).collect();
        let changed = |said: &[Said]| -> usize {
            said.iter().flat_map(|own| own.differs.iter().chain(&own.left_out)).map(ExactSizeIterator::len).sum()
        };
        if changed(&whole) <= changed(&parts) { whole } else { parts }
    };
    chains.iter().flat_map(held).collect()
}

/// What is told of a quotation while its chain is held against the base.
#[derive(Default)]
struct Held {
    differs: Vec<Range<usize>>,
    /// By the quotation of the base that has it.
    left_out: Vec<(usize, Range<usize>)>,
    /// How many words of each quotation of the base stand here.
    kept: FxHashMap<usize, usize>,
}

/// Says how each quotation of a chain stands against the base. Cost: that of comparing their words.
pub(super) fn hold(chain: &Chain, base: &Chain, table: Table<'_>) -> Vec<Said> {
    let (own, there) = (words(chain, table), words(base, table));
    let mut held: Vec<Held> = chain.clone().map(|_| Held::default()).collect();
    let ops = capture_diff_slices(Algorithm::Myers, &forms_of(chain, table), &forms_of(base, table));
    for (index, op) in ops.iter().enumerate() {
        let (old, new) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            for (mine, theirs) in old.zip(new) {
                *held[own[mine].0 - chain.start].kept.entry(there[theirs].0).or_default() += 1;
            }
            continue;
        }
        let edges = [index == 0, index + 1 == ops.len()];
        if !stands_outside(&own[old.clone()], base, edges, table) {
            for part in own[old.clone()].chunk_by(|one, next| one.0 == next.0) {
                held[part[0].0 - chain.start].differs.extend(bytes_of(part));
            }
        }
        if !stands_outside(&there[new.clone()], chain, edges, table) {
            // What is left out between two parts is told of the first one.
            let at = old.start.saturating_sub(1).min(own.len().saturating_sub(1));
            for part in there[new].chunk_by(|one, next| one.0 == next.0) {
                let gone = bytes_of(part).map(|range| (part[0].0, range));
                held[own[at].0 - chain.start].left_out.extend(gone);
            }
        }
    }
    chain.clone().zip(held).map(|(k, held)| told(k, held, base, table)).collect()
}

/// Tells whether words before the first or behind the last that is common stand there too, outside of the marks.
fn stands_outside(words: &[(usize, &Unit)], chain: &Chain, edges: [bool; 2], table: Table<'_>) -> bool {
    let units: Vec<Unit> = words.iter().map(|(_, unit)| (*unit).clone()).collect();
    let ends = [chain.start, chain.end - 1];
    !units.is_empty() && (0..2).any(|end| edges[end] && table.stand_outside(ends[end], end == 0, &units))
}

fn bytes_of(words: &[(usize, &Unit)]) -> Option<Range<usize>> {
    let units: Vec<Unit> = words.iter().map(|(_, unit)| (*unit).clone()).collect();
    bytes(&units)
}

fn told(k: usize, held: Held, base: &Chain, table: Table<'_>) -> Said {
    let is_left_out = !held.left_out.is_empty();
    let most =
        held.kept.iter().max_by_key(|&(there, count)| (*count, std::cmp::Reverse(*there))).map(|(there, _)| *there);
    let there = held.left_out.first().map(|(there, _)| *there).or(most).unwrap_or(base.start);
    let block = |k: usize| table.quotations[k].quotation.block;
    let gone = held.left_out.into_iter().filter(|(other, _)| block(*other) == block(there));
    let left_out: Vec<Range<usize>> = gone.map(|(_, range)| range).collect();
    let speakers: Option<(&Speaker, &Speaker)> =
        table.quotations[k].speaker.as_ref().zip(table.quotations[there].speaker.as_ref());
    let other_speaker = speakers.filter(|(own, other)| said_by::differ(own, other)).map(|(_, other)| other.clone());
    let kind = match (held.differs.is_empty(), !is_left_out) {
        (false, false) => QuotationKind::Altered,
        (true, false) if loses_negation(there, &left_out, table) => QuotationKind::Altered,
        _ if other_speaker.is_some() => QuotationKind::Reattributed,
        (true, false) => QuotationKind::Trimmed,
        // What has more words than the base and all of the base's is no change of it.
        (_, true) => QuotationKind::Verbatim,
    };
    let against = (!base.contains(&k)).then(|| table.quotations[there].place());
    let same = is_reordered((k, &held.differs), (there, &left_out), table).then_some(SameWords::Reordered);
    let (is_against_text, is_not_stated_there, differs) = (false, false, held.differs);
    Said { quotation: k, kind, against, is_against_text, differs, left_out, other_speaker, is_not_stated_there, same }
}

/// Tells whether the words that differ here are those that are left out there.
fn is_reordered(
    (k, differs): (usize, &[Range<usize>]),
    (there, left_out): (usize, &[Range<usize>]),
    table: Table<'_>,
) -> bool {
    let words = |k: usize, ranges: &[Range<usize>]| {
        let is_inside =
            |unit: &&Unit| ranges.iter().any(|range| range.start <= unit.range.start && unit.range.end <= range.end);
        let mut words: Vec<Form> = table.units[k].iter().filter(is_inside).map(|unit| unit.form).collect();
        words.sort_unstable();
        words
    };
    !differs.is_empty() && words(k, differs) == words(there, left_out)
}

/// Tells whether what is left out of a quotation turns the sense of what is kept.
fn loses_negation(there: usize, left_out: &[Range<usize>], table: Table<'_>) -> bool {
    let own = &table.quotations[there];
    let text = &table.story.articles()[own.article].blocks[own.quotation.block].text;
    let language = Tongue::of(table.story, own.article).code_if_known();
    left_out.iter().any(|run| {
        let is_inside = own.quotation.inner.start <= run.start && run.end <= own.quotation.inner.end;
        is_inside && negation::is_lost(language, text, &own.quotation.inner, run)
    })
}
