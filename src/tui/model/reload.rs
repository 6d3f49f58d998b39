//! Articles that are others on disk, and the place in them.
//!
//! ```text
//!     before          after                        the place: a block and a character of it
//!     1 headline      1 headline
//!     2 a             2 new
//!     3 b  ◄──        3 a
//!     4 c             4 b  ◄──                     what stands before and after says how far it moved
//!                     5 c
//! ```

use std::sync::Arc;

use super::{Eye, Model};
use crate::article::Article;
use crate::keys::Action;
use crate::layout::Home;
use crate::pair::{Pair, Side};
use crate::story::Story;

/// Where an eye was in its text.
#[derive(Clone, Copy, Debug)]
struct Kept {
    side: Side,
    block: usize,
    byte: usize,
    depth: usize,
    is_echo: bool,
}

impl Model {
    /// Goes on with a story that was read again. The shown outlets stay, and so does the place in each pane; if one of them
    /// is gone, everything stays as it was.
    pub(super) fn reload(&mut self, story: Arc<Story>) {
        let found = self.pair.shown.map(|place| found_again(&self.pair.story, place, &story));
        let Pair { left: Some(left), right: Some(right) } = found else {
            self.notice = Some("an article on the screen is gone; the ones read before stay".to_owned());
            return;
        };
        self.pair.stale.clear();
        self.pointer.let_go();
        let is_same = story.articles() == self.pair.story.articles();
        let before = std::mem::replace(&mut self.pair.story, story);
        self.shelf.replace(&before, &self.pair.story);
        if is_same {
            self.notice = Some("read again: nothing has changed".to_owned());
            return;
        }
        self.forget_known();
        let kept = Pair::from_fn(|side| self.kept(before.pair(self.pair.shown), side));
        let old = before.pair(self.pair.shown);
        self.pair.shown = Pair::new(left, right);
        self.carry_trail(&before);
        self.compare();
        let focus = self.focus;
        for side in [focus.other(), focus] {
            self.go_on(side, old, kept[side]);
        }
        self.notice = Some(format!("read again: {} articles", self.pair.story.articles().len()));
    }

    /// Where an eye is: in its own text, else in the other one; the block last above, if there is neither.
    fn kept(&self, articles: Pair<&Article>, eye: Side) -> Kept {
        let Eye { top, cursor } = self.eyes[eye];
        let Some(place) = self.place_of(eye) else {
            return Kept { side: eye, block: 0, byte: 0, depth: cursor.saturating_sub(top), is_echo: false };
        };
        let is_echo = self.pair.bands.home[place.side].get(place.block).is_some_and(|&home| home != place.band);
        let byte = place.byte.min(articles[place.side].blocks[place.block].text.len());
        Kept { side: place.side, block: place.block, byte, depth: place.depth, is_echo }
    }

    /// Brings an eye to where its text stands now.
    fn go_on(&mut self, eye: Side, before: Pair<&Article>, kept: Kept) {
        let (old, new) = (before[kept.side], self.pair.articles()[kept.side]);
        let (block, byte) = carried_place(old, new, (kept.block, kept.byte));
        let home = self.pair.bands.home[kept.side][block];
        let is_echo_in = |band: &usize| {
            let cells = &self.pair.bands.bands[*band].placed[kept.side];
            kept.is_echo && cells.iter().any(|cell| cell.block == block && cell.home != Home::Here)
        };
        let band = (0..self.pair.bands.bands.len()).find(is_echo_in).unwrap_or(home);
        self.return_to(eye, Some(super::Place { side: kept.side, band, block, byte, depth: kept.depth }));
    }

    /// Says why the articles could not be read again: of one on the screen with its letter. What was read before stays.
    pub(super) fn note_unread(&mut self, said: &str) {
        let letters = self.pair.letters();
        let of_side = |side: Side| {
            let cause = said.strip_prefix(self.pair.articles()[side].source.as_str())?.strip_prefix(": ")?;
            Some(format!("{}: {cause}; what was read before stays", letters[side]))
        };
        self.notice = Some(Side::BOTH.into_iter().find_map(of_side).unwrap_or_else(|| said.to_owned()));
    }

    /// Notes that the article in a pane is another one on disk, or once more another one.
    pub(super) fn note_change(&mut self, side: Side) {
        let place = self.pair.shown[side];
        if !self.pair.stale.contains(&place) {
            self.pair.stale.push(place);
        }
        self.notice = self.staleness();
    }

    /// What to say of shown articles that are others on disk.
    #[must_use]
    pub fn staleness(&self) -> Option<String> {
        let letters = self.pair.letters();
        let reads = |what: &str| self.keymap.hint(Action::Reload, &format!("reads {what} again"));
        let said = |who: &str, what: &str| match reads(what) {
            Some(hint) => format!("{who} changed on disk: {hint}"),
            None => format!("{who} changed on disk"),
        };
        let stale = Side::BOTH.into_iter().filter(|&side| self.pair.stale.contains(&self.pair.shown[side]));
        match stale.map(|side| letters[side].as_str()).collect::<Vec<_>>().as_slice() {
            [] => None,
            [one] => Some(said(one, "it")),
            both => Some(said(&both.join(" and "), "them")),
        }
    }
}

/// Where an article of a story stands in the story that was read anew, by what it is called; in its place, if it can be.
pub(super) fn found_again(before: &Story, place: usize, now: &Story) -> Option<usize> {
    let source = &before.articles()[place].source;
    let is_it = |article: &Article| article.source == *source;
    let stays = now.articles().get(place).is_some_and(is_it);
    if stays { Some(place) } else { now.articles().iter().position(is_it) }
}

/// Where a block and a byte of it stand in an article that was read anew. Cost: linear in its text.
pub(super) fn carried_place(old: &Article, new: &Article, (block, byte): (usize, usize)) -> (usize, usize) {
    let [old, new] =
        [old, new].map(|article| article.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>());
    let there = carried(&old, &new, block);
    (there, carried(old[block].as_bytes(), new[there].as_bytes(), byte))
}

/// Where an element of one list stands in another: by what is the same at the start and at the end; between them where an
/// equal one is nearest, else at the same distance from the start.
///
/// The new list is not empty. Cost: linear.
fn carried<T: PartialEq>(old: &[T], new: &[T], at: usize) -> usize {
    let last = new.len().saturating_sub(1);
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    if at < start {
        return at;
    }
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    if at + end >= old.len() {
        return (at + new.len() - old.len()).min(last);
    }
    let middle = start..new.len() - end;
    let equal = middle.clone().filter(|&place| new[place] == old[at]).min_by_key(|place| place.abs_diff(at));
    equal.unwrap_or_else(|| at.clamp(start, middle.end.saturating_sub(1).max(start)).min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, at: usize, expected: usize) {
        let split = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(carried(&split(old), &split(new), at), expected);
    }

    #[test]
    fn what_stays_and_what_is_shifted() {
        check("abcd", "abcd", 2, 2);
        check("abcd", "aXbcd", 0, 0);
        check("abcd", "aXbcd", 2, 3);
        check("abcd", "acd", 3, 2);
        check("abcd", "abXd", 2, 2);
    }

    #[test]
    fn what_moved_is_found() {
        check("abcdef", "adbcXf", 1, 2);
        check("abcdef", "aecdbf", 4, 1);
    }

    #[test]
    fn what_is_gone_leaves_its_place() {
        check("abcd", "ab", 3, 1);
        check("abcd", "Xb", 0, 0);
        check("abcd", "ad", 2, 1);
        check("abcd", "z", 2, 0);
    }
}
