//! Where the reader is, in words: what the last line says, as far as there is room, and the box of reasons what was cut.

use crate::keys::Action;
use crate::layout::Folding;
use crate::layout::stops::What;
use crate::present::labels;
use crate::tui::state::status::joined;
use crate::tui::state::{Reader, SideBlock};
use crate::wrap;

impl Reader {
    /// Says where the reader is, what matters most first: `A¶2 of 14`, `difference 3 of 22`, `moved: ¶6 there`.
    #[must_use]
    pub fn place_said(&self) -> Vec<String> {
        let SideBlock { side, block } = self.here();
        let letters = self.pair.letters();
        let blocks = self.pair.articles()[side].blocks.len();
        // Who is in the other pane now is to know it before the next key acts there.
        let now = if self.position.has_crossed { "now in " } else { "" };
        let away = self.away().map_or_else(String::new, |away| format!("{away}: "));
        let mut parts = vec![format!("{now}{away}{} of {blocks}", labels::blocks(&letters[side], &[block], ""))];
        let stops = self.pair.stops.len();
        let what = self.settings.markings.marks.stop();
        match self.position.stop {
            None if self.search.typed().is_some() => match self.match_position() {
                Some(position) => parts = vec![position],
                None => parts.push(self.matches_counted()),
            },
            Some(stop) => {
                parts.push(format!("{what} {} of {stops}", stop + 1));
                // That a link is moved is said with where it leads.
                let stop = &self.pair.stops[stop];
                parts.extend((stop.what != What::Moved).then(|| labels::stop(stop, &letters)));
            }
            None => parts.push(format!("{stops} {what}{}", if stops == 1 { "" } else { "s" })),
        }
        parts.extend(self.folded());
        let is_told = self.position.stop.is_some();
        if let Some((side, run)) = self.elsewhere_here().filter(|_| !is_told) {
            parts.push(labels::also_at(&letters[side.other()], &run.at));
        }
        // Of the block that is named: the band of the cursor may have scrolled away.
        if let Some(link) = self.pair.comparison.link_of(side, block) {
            parts.push(labels::link_from(&self.pair.comparison.links[link], side, &letters));
        }
        parts.extend(self.facts.progress_text());
        parts.extend(self.pair.comparison.languages.map(|languages| labels::languages(languages, &letters)));
        parts.extend(self.staleness());
        parts
    }

    /// Says what is folded, and which key folds something else: `14 blocks folded, = next`; `None` if nothing is.
    fn folded(&self) -> Option<String> {
        if self.settings.folds.folding == Folding::Nothing {
            return None;
        }
        let what = match self.rows.layout.folded_blocks(&self.pair.bands) {
            0 => "echoes folded".to_owned(),
            1 => "1 block folded".to_owned(),
            count => format!("{count} blocks folded"),
        };
        let key = self.keymap.hint(Action::Fold, "next");
        Some([what].into_iter().chain(key).collect::<Vec<_>>().join(", "))
    }

    /// Returns what was said of the last key and where the reader is, each if the last line had not room for all of it beside so
    /// many columns of keys.
    #[must_use]
    pub fn cut_from_last_line(&self, keys: usize) -> Vec<String> {
        let width = usize::from(self.rows.screen.width);
        let said = self.status.before.clone().filter(|said| wrap::width(said) + 2 > width);
        let place = joined(self.mark_said().into_iter().chain(self.place_said()));
        said.into_iter().chain(Some(place).filter(|place| wrap::width(place) + keys + 4 > width)).collect()
    }
}
