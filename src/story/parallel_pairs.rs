//! Work on every two articles, or on each: shared out among the processors, watched, and stopped when nobody wants it any more.
//!
//! ```text
//!     pairs     AB AC AD AE BC BD BE CD CE DE        4 of 10 … 8 of 10 …
//!     hand 1    ─────       ─────       ─────        each takes the next few that nobody has taken
//!     hand 2          ─────       ─────       ──
//! ```
//!
//! What each hand gathers is handed back hand by hand, so who uses it puts it in order: the result must not depend on
//! who was first.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use crate::pair::Pair;

/// The pairs that a hand takes at once: few enough that all hands end together, and that a stop is heard soon.
const HANDFUL: usize = 8;

/// With fewer pairs a second hand costs more than it does.
const FEW: usize = 16;

/// Holds how far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The pairs that are done.
    pub done: usize,
    /// All of them.
    pub all: usize,
}

/// Watches the work: it is told how far it is, by any hand, and says whether it is to go on.
pub type Watch<'w> = &'w (dyn Fn(Progress) -> bool + Sync);

/// Watches nothing, and lets everything go on.
#[must_use]
pub const fn unwatched(_: Progress) -> bool {
    true
}

/// Returns every two of so many articles, by index.
pub(crate) fn every_pair(count: usize) -> Vec<Pair<usize>> {
    (0..count).flat_map(|left| (left + 1..count).map(move |right| Pair::new(left, right))).collect()
}

/// Does something with each of some pairs, or other parts, and returns what each hand gathered; `None` if it was stopped.
pub(crate) fn gathered<P: Copy + Sync, G: Default + Send>(
    pairs: &[P],
    watch: Watch<'_>,
    work: impl Fn(&mut G, P) + Sync,
) -> Option<Vec<G>> {
    let (next, done, is_stopped) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicBool::new(false));
    let hand = || {
        let mut gathered = G::default();
        while !is_stopped.load(Ordering::Relaxed) {
            let first = next.fetch_add(HANDFUL, Ordering::Relaxed);
            let Some(taken) = pairs.get(first..(first + HANDFUL).min(pairs.len())).filter(|taken| !taken.is_empty())
            else {
                break;
            };
            for &pair in taken {
                work(&mut gathered, pair);
            }
            let done = done.fetch_add(taken.len(), Ordering::Relaxed) + taken.len();
            if !watch(Progress { done, all: pairs.len() }) {
                is_stopped.store(true, Ordering::Relaxed);
            }
        }
        gathered
    };
    let hands = thread::available_parallelism().map_or(1, NonZero::get).min(pairs.len() / HANDFUL);
    let gathered = if hands < 2 || pairs.len() < FEW { vec![hand()] } else { on_hands(hands, &hand) };
    (!is_stopped.into_inner()).then_some(gathered)
}

fn on_hands<G: Send>(hands: usize, hand: &(impl Fn() -> G + Sync)) -> Vec<G> {
    thread::scope(|scope| {
        let running: Vec<_> = (0..hands).map(|_| scope.spawn(hand)).collect();
        let ended = running.into_iter().map(thread::ScopedJoinHandle::join);
        ended.map(|hand| hand.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

/// The pairs for which something is found before the first of it is handed on.
const AT_ONCE: usize = 256;

/// Finds something for each of some pairs of articles, ascending, and hands it on pair by pair, in their order. What was handed on takes
/// no more room.
///
/// Cost: that of finding it, shared out among the processors.
///
/// # Errors
///
/// What taking it says.
pub(crate) fn for_each_in_order<T: Send, E>(
    pairs: &[Pair<usize>],
    find: impl Fn(Pair<usize>) -> T + Sync,
    mut take: impl FnMut(Pair<usize>, T) -> Result<(), E>,
) -> Result<(), E> {
    for pairs in pairs.chunks(AT_ONCE) {
        for (pair, found) in each(pairs, &unwatched, &find).unwrap_or_default() {
            take(pair, found)?;
        }
    }
    Ok(())
}

/// Does something with each of some pairs, or other parts; the results come in the order of these. `None` if it was stopped.
pub(crate) fn each<P: Copy + Sync, T: Send>(
    pairs: &[P],
    watch: Watch<'_>,
    work: impl Fn(P) -> T + Sync,
) -> Option<Vec<(P, T)>> {
    let places: Vec<usize> = (0..pairs.len()).collect();
    let hands = gathered(&places, watch, |found: &mut Vec<_>, place| found.push((place, work(pairs[place]))))?;
    let mut found: Vec<(usize, T)> = hands.into_iter().flatten().collect();
    found.sort_unstable_by_key(|(place, _)| *place);
    Some(found.into_iter().map(|(place, result)| (pairs[place], result)).collect())
}

/// Does something with each of some parts, unwatched; the results come in the order of these.
pub(crate) fn in_each<P: Copy + Sync, T: Send>(parts: &[P], work: impl Fn(P) -> T + Sync) -> impl Iterator<Item = T> {
    each(parts, &unwatched, work).into_iter().flatten().map(|(_, result)| result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_once_and_in_order() {
        for count in [0, 1, 2, 3, 7, 30] {
            let pairs = every_pair(count);
            let found = each(&pairs, &unwatched, |pair| pair.left * 100 + pair.right).expect("nobody stops it");
            let expected: Vec<_> = pairs.iter().map(|&pair| (pair, pair.left * 100 + pair.right)).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn the_last_word_is_all() {
        let last = AtomicUsize::new(0);
        let watch = |progress: Progress| {
            assert_eq!(progress.all, 435);
            last.fetch_max(progress.done, Ordering::Relaxed);
            true
        };
        assert!(each(&every_pair(30), &watch, |_| ()).is_some());
        assert_eq!(last.into_inner(), 435);
    }

    #[test]
    fn a_stop_is_heard_after_a_handful() {
        let worked = AtomicUsize::new(0);
        let count = |_| worked.fetch_add(1, Ordering::Relaxed);
        assert_eq!(each(&every_pair(200), &|progress| progress.done < 20, count), None);
        // Every other hand may be within its own.
        let hands = thread::available_parallelism().map_or(1, NonZero::get);
        assert!(worked.into_inner() <= 20 + HANDFUL * (hands + 1));
    }
}
