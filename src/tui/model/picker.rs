//! The list of outlets and stories.

use super::{Model, Overlay};
use crate::keys::Key;
use crate::letters::letter;
use crate::tui::list::{self, List, Pressed};

/// The list, and what is known of the outlets in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    /// Outlets, then stories. The fields of a line: letter, outlet, headline, date, file name; of a story the next one only.
    pub list: List,
    shares: Vec<Option<String>>,
}

/// How many words are compared for one key: what is not yet known then waits for the next one.
const WORDS_A_KEY: usize = 100_000;

impl Picker {
    /// The field of a story's name.
    pub const STORY: usize = 5;

    /// How many in a hundred of an outlet's words the article in the other pane has too, if that is known.
    #[must_use]
    pub fn share(&self, entry: usize) -> Option<&str> {
        self.shares.get(entry)?.as_deref()
    }
}

impl Model {
    /// Opens the list at the outlet in the focused pane.
    pub(super) fn open_picker(&mut self) {
        let outlets = self.pair.story.articles().iter().enumerate().map(|(place, article)| {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let file = article.source.rsplit('/').next().unwrap_or_default().to_owned();
            vec![letter(place), article.label().to_owned(), text(&article.headline), text(&article.date), file]
        });
        let stories = self.shelf.names().map(|name| {
            let mut fields = vec![String::new(); Picker::STORY];
            fields.push(format!("story: {name}"));
            fields
        });
        let here = self.pair.shown[self.focus];
        let list = List::of(outlets.chain(stories).collect(), here);
        let mut shares = vec![None; self.pair.story.articles().len()];
        shares[here] = Some(hundredths(self.pair.comparison.sharing.shares()[self.focus]));
        self.overlay = Some(Overlay::Picker(Picker { list, shares }));
        self.reckon_shares();
    }

    pub(super) fn press_in_picker(&mut self, key: Key) {
        let height = self.screen.height;
        let Some(Overlay::Picker(Picker { list, .. })) = &mut self.overlay else { return };
        let pressed = list.press(key, list::rows(height, list.entries().len()));
        self.after_picker(pressed);
    }

    /// Does what a key or a click in the list of outlets and stories came to.
    pub(super) fn after_picker(&mut self, pressed: Pressed) {
        match pressed {
            Pressed::Stayed => self.reckon_shares(),
            Pressed::Closed => self.overlay = None,
            Pressed::Took(None) => self.notice = Some("nothing to take: no line has what is typed".to_owned()),
            Pressed::Took(Some(entry)) => {
                self.overlay = None;
                self.choose(entry);
            }
        }
    }

    /// Finds how much wording the outlets in sight share with the article in the other pane.
    pub(super) fn reckon_shares(&mut self) {
        let opposite = self.pair.shown[self.focus.other()];
        let Some(Overlay::Picker(Picker { list, shares })) = &mut self.overlay else { return };
        let sight = list.in_sight(list::rows(self.screen.height, list.entries().len()));
        let entries = list.hits()[sight].iter().map(|hit| hit.entry);
        let unknown = entries.filter(|&entry| entry != opposite && shares.get(entry).is_some_and(Option::is_none));
        let mut words = 0;
        let affordable = |place: &usize| {
            let is_affordable = words < WORDS_A_KEY;
            words += self.pair.story.words(*place);
            is_affordable
        };
        let places: Vec<usize> = unknown.take_while(affordable).collect();
        if places.is_empty() {
            return;
        }
        for (place, share) in places.iter().zip(self.pair.story.shares(&places, opposite)) {
            shares[*place] = Some(hundredths(share));
        }
    }
}

fn hundredths(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
