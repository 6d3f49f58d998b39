//! Articles that are others on disk, read again.

use std::sync::Arc;

use super::carry::{carried_place, found_again};
use crate::article::Article;
use crate::keys::Action;
use crate::layout::Home;
use crate::pair::{Pair, Side};
use crate::story::Story;
use crate::tui::state::{Anchor, Reader, Viewport};

/// Holds where a viewport was in its text.
#[derive(Clone, Copy, Debug)]
struct Kept {
    side: Side,
    block: usize,
    byte: usize,
    depth: usize,
    is_echo: bool,
}

impl Reader {
    /// Goes on with a story that was read again. The shown outlets stay, and so does the place in each pane; if one of them
    /// is gone, everything stays as it was.
    pub(in crate::tui) fn reload(&mut self, story: Arc<Story>) {
        let found = self.pair.shown.map(|article| found_again(&self.pair.story, article, &story));
        let Pair { left: Some(left), right: Some(right) } = found else {
            self.status.notice = Some("an article on the screen is gone; the ones read before stay".to_owned());
            return;
        };
        self.pair.stale.clear();
        self.pointer.release();
        let is_same = story.articles() == self.pair.story.articles();
        let before = std::mem::replace(&mut self.pair.story, story);
        self.library.replace(&before, &self.pair.story);
        if is_same {
            self.carry_trail(&before);
            self.status.notice = Some("read again: nothing has changed".to_owned());
            return;
        }
        self.pins.open(&self.pair.story);
        self.carry_mark(&before);
        self.forget_facts();
        let kept = Pair::from_fn(|side| self.kept(before.pair(self.pair.shown), side));
        let old = before.pair(self.pair.shown);
        self.pair.shown = Pair::new(left, right);
        self.carry_trail(&before);
        self.load_pair();
        let focus = self.position.focus;
        for side in [focus.other(), focus] {
            self.go_on(side, old, kept[side]);
        }
        self.status.notice = Some(format!("read again: {} articles", self.pair.story.articles().len()));
    }

    /// Says how to make an article of what is pasted: where nothing is typed, it is no command.
    pub(in crate::tui) fn paste_hint(&self) -> Option<String> {
        self.keymap.hint(Action::Palette, "and paste makes an article of what is pasted")
    }

    /// Says, once, that what was pasted and not saved is lost when the reader is left; whether there is any.
    pub(in crate::tui) fn warns_of_unsaved(&mut self) -> bool {
        let unsaved = &self.pasted.unsaved;
        if unsaved.is_empty() || std::mem::replace(&mut self.pasted.is_warned, true) {
            return false;
        }
        let what =
            if unsaved.len() == 1 { format!("{} is", unsaved[0]) } else { format!("{} articles are", unsaved.len()) };
        self.status.notice = Some(format!("{what} in no file: :save writes it, the same key again drops it and quits"));
        true
    }

    /// Shows an article that was pasted: it stands where one was waited for, else it comes into the focused pane.
    pub(in crate::tui) fn show_pasted(&mut self, article: usize, said: String) {
        let source = self.pair.story.articles()[article].source.clone();
        self.pasted.unsaved.push(source.clone());
        self.pasted.sources.push(source);
        self.pasted.is_warned = false;
        self.pasted.awaited = self.pasted.awaited.saturating_sub(1);
        match Side::BOTH.into_iter().find(|&side| self.pair.shown[side] == article) {
            Some(side) => self.focus_on(side),
            None => self.show_outlet(article),
        }
        self.status.notice = Some(said);
    }

    /// Returns where a viewport is: in its own text, else in the other one; the block last above, if there is neither.
    fn kept(&self, articles: Pair<&Article>, side: Side) -> Kept {
        let Viewport { top, cursor } = self.position.viewports[side];
        let Some(anchor) = self.anchor(side) else {
            return Kept { side, block: 0, byte: 0, depth: cursor.saturating_sub(top), is_echo: false };
        };
        let is_echo = self.pair.bands.home[anchor.side].get(anchor.block).is_some_and(|&home| home != anchor.band);
        let byte = anchor.byte.min(articles[anchor.side].blocks[anchor.block].text.len());
        Kept { side: anchor.side, block: anchor.block, byte, depth: anchor.depth, is_echo }
    }

    /// Moves a viewport to where its text stands now.
    fn go_on(&mut self, side: Side, before: Pair<&Article>, kept: Kept) {
        let (old, new) = (before[kept.side], self.pair.articles()[kept.side]);
        let (block, byte) = carried_place(old, new, (kept.block, kept.byte));
        let home = self.pair.bands.home[kept.side][block];
        let is_echo_in = |band: &usize| {
            let cells = &self.pair.bands.bands[*band].placed[kept.side];
            kept.is_echo && cells.iter().any(|cell| cell.block == block && cell.home != Home::Here)
        };
        let band = (0..self.pair.bands.bands.len()).find(is_echo_in).unwrap_or(home);
        self.return_to(side, Some(Anchor { side: kept.side, band, block, byte, depth: kept.depth }));
    }

    /// Says why the articles could not be read again: of one on the screen with its letter. What was read before stays.
    pub(in crate::tui) fn note_unread(&mut self, message: &str) {
        let letters = self.pair.letters();
        let of_side = |side: Side| {
            let cause = message.strip_prefix(self.pair.articles()[side].source.as_str())?.strip_prefix(": ")?;
            Some(format!("{}: {cause}; what was read before stays", letters[side]))
        };
        self.status.notice = Some(Side::BOTH.into_iter().find_map(of_side).unwrap_or_else(|| message.to_owned()));
    }

    /// Notes that the article in a pane is another one on disk, or once more another one.
    pub(in crate::tui) fn note_change(&mut self, side: Side) {
        let article = self.pair.shown[side];
        if !self.pair.stale.contains(&article) {
            self.pair.stale.push(article);
        }
        self.status.notice = self.staleness();
    }

    /// Returns what to say of shown articles that are others on disk.
    #[must_use]
    pub fn staleness(&self) -> Option<String> {
        let letters = self.pair.letters();
        let reads = |what: &str| self.keymap.hint(Action::Reload, &format!("reads {what} again"));
        let message = |who: &str, what: &str| match reads(what) {
            Some(hint) => format!("{who} changed on disk: {hint}"),
            None => format!("{who} changed on disk"),
        };
        let stale = Side::BOTH.into_iter().filter(|&side| self.pair.stale.contains(&self.pair.shown[side]));
        match stale.map(|side| letters[side].as_str()).collect::<Vec<_>>().as_slice() {
            [] => None,
            [one] => Some(message(one, "it")),
            both => Some(message(&both.join(" and "), "them")),
        }
    }
}
