//! The list of outlets and stories.

mod drawing;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::list::drawing as list_drawing;
use super::list::{self, List, ListOutcome};
use crate::keys::{Hint, Key};
use crate::letters::letter;
use crate::pair::Side;
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::state::Reader;

/// How many words are compared for one key: what is not yet known then waits for the next one.
const WORDS_A_KEY: usize = 100_000;

/// The list, and what is known of the outlets in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    /// Outlets, then stories. The fields of a line: letter, outlet, headline, date, file name; of a story the next one only.
    pub list: List,
    /// For each outlet how many in a hundred of its words the article in the other pane has too, if that is known.
    shares: Vec<Option<String>>,
}

/// What a line of the list stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PickerEntry {
    /// An outlet of the open story, by index.
    Outlet(usize),
    /// A story of the library, by index.
    Story(usize),
}

impl Picker {
    /// The field of a story's name.
    const STORY: usize = 5;

    /// The fields that name an outlet or a story: letter, outlet, file name, the name of the story.
    const NAMES: [usize; 4] = [0, 1, 4, Self::STORY];

    /// Lists outlets and stories, the outlet in the focused pane chosen.
    #[must_use]
    pub fn new(reader: &Reader) -> Self {
        let pair = &reader.pair;
        let outlets = pair.story.articles().iter().enumerate().map(|(index, article)| {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            let file = article.source.rsplit('/').next().unwrap_or_default().to_owned();
            vec![letter(index), article.label().to_owned(), text(&article.headline), text(&article.date), file]
        });
        let stories = reader.library.names().map(|name| {
            let mut fields = vec![String::new(); Self::STORY];
            fields.push(format!("story: {name}"));
            fields
        });
        let focus = reader.position.focus;
        let here = pair.shown[focus];
        let mut shares = vec![None; pair.story.articles().len()];
        shares[here] = Some(hundredths(pair.comparison.sharing.shares()[focus]));
        let mut picker =
            Self { list: List::new(outlets.chain(stories).collect(), here).named_by(&Self::NAMES), shares };
        picker.find_shares(reader);
        picker
    }

    fn choice(&self, line: usize) -> PickerEntry {
        line.checked_sub(self.shares.len()).map_or(PickerEntry::Outlet(line), PickerEntry::Story)
    }

    /// Returns how many in a hundred of an outlet's words the article in the other pane has too, if that is known.
    fn share(&self, article: usize) -> Option<&str> {
        self.shares.get(article)?.as_deref()
    }

    /// Does what a key or a click came to.
    fn settle(&mut self, reader: &mut Reader, pressed: ListOutcome) -> Outcome {
        match pressed {
            ListOutcome::Stayed => {
                self.find_shares(reader);
                return Outcome::Stay;
            }
            ListOutcome::Closed => return Outcome::Close,
            ListOutcome::Took(None) => {
                reader.status.notice = Some("nothing to take: no line has what is typed".to_owned());
                return Outcome::Stay;
            }
            ListOutcome::Took(Some(line)) => match self.choice(line) {
                PickerEntry::Outlet(article) => reader.show_outlet(article),
                PickerEntry::Story(index) => reader.open_story(index),
            },
        }
        Outcome::Close
    }

    /// Finds how much wording the outlets in sight share with the article in the other pane.
    fn find_shares(&mut self, reader: &Reader) {
        let pair = &reader.pair;
        let opposite = pair.shown[reader.position.focus.other()];
        let Self { list, shares } = self;
        let sight = list.in_sight(list_drawing::rows(reader.rows.screen.height, list.entries().len()));
        let entries = list.hits()[sight].iter().map(|hit| hit.entry);
        let unknown = entries.filter(|&entry| entry != opposite && shares.get(entry).is_some_and(Option::is_none));
        let mut words = 0;
        let affordable = |article: &usize| {
            let is_affordable = words < WORDS_A_KEY;
            words += pair.story.words(*article);
            is_affordable
        };
        let articles: Vec<usize> = unknown.take_while(affordable).collect();
        if articles.is_empty() {
            return;
        }
        for (article, share) in articles.iter().zip(pair.story.shares(&articles, opposite)) {
            shares[*article] = Some(hundredths(share));
        }
    }

    fn size(&self, reader: &Reader) -> BoxSize {
        let side = if reader.position.focus == Side::Left { "left" } else { "right" };
        list_drawing::size(reader, &self.list, drawing::width(&self.list), format!(" Into the {side} pane "))
    }
}

impl Component for Picker {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        if reader.leaves(key) {
            return Outcome::Quit;
        }
        let rows = list_drawing::rows(reader.rows.screen.height, self.list.entries().len());
        let pressed = self.list.press(key, rows);
        self.settle(reader, pressed)
    }

    fn click(&mut self, reader: &mut Reader, at: Position) -> Outcome {
        let area = self.size(reader).outer(&reader.rows.screen);
        let Some(line) = list_drawing::line_at(&self.list, area, at) else { return Outcome::Stay };
        let pressed = self.list.point(line);
        self.settle(reader, pressed)
    }

    fn paste(&mut self, reader: &mut Reader, text: &str) {
        self.list.paste(text);
        self.find_shares(reader);
    }

    fn placement(&self, reader: &Reader) -> Placement {
        Placement::Box(self.size(reader).outer(&reader.rows.screen))
    }

    fn typed_at(&self, reader: &Reader) -> Option<Position> {
        Some(list_drawing::cursor(reader, &self.list, true, &self.size(reader)))
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        let area = list_drawing::open(reader, &self.list, true, &self.size(reader), buffer);
        drawing::draw(reader, self, area, buffer);
    }

    fn hints(&self, _: &Reader) -> Vec<Hint> {
        list::hints("take", self.list.hits().len(), !self.list.hits().is_empty())
    }

    fn help(&self, _: &Reader) -> Vec<HelpLine> {
        let fields = [
            HelpLine::heading("Outlets and stories"),
            HelpLine::new("in B", "so many in a hundred of the outlet's words stand in B, in runs of five and more"),
            HelpLine::new("342 w", "words of its paragraphs, without datelines"),
            HelpLine::new("[A]", "the outlet is in the pane in focus already"),
            HelpLine::new("(B)", "it is in the other pane: taking it exchanges the sides"),
            HelpLine::new("story: …", "another story, which opens where it was left"),
            HelpLine::new("[story: …]", "the story that is open"),
            HelpLine::new("▸", "what is chosen: at first the outlet in the pane in focus"),
            HelpLine::heading(""),
        ];
        fields.into_iter().chain(list::help("take the outlet into this pane, or open the story")).collect()
    }

    fn is_typed_in(&self) -> bool {
        true
    }
}

fn hundredths(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
