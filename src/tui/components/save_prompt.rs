//! The line in which a name is typed for an article that was pasted.
//!
//! ```text
//!      save as  pasted 1.txt▏                                              Enter save   Esc close
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::field::{self, Field};
use crate::keys::{Code, Hint, Key};
use crate::letters::letter;
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::footer::Footer;
use crate::tui::state::{Effect, Reader};
use crate::wrap;

/// What stands before what is typed.
const LABEL: &str = "save as  ";

/// The columns that are kept for what is typed.
const TYPED: usize = 20;

/// The line in which a name is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavePrompt {
    field: Field,
    /// What the article is called in the story.
    source: String,
}

impl SavePrompt {
    /// Opens the line for the article in the focused pane; if that was not pasted, says so.
    pub fn open(reader: &mut Reader) -> Option<Self> {
        let article = reader.pair.shown[reader.position.focus];
        let source = reader.pair.story.articles()[article].source.clone();
        if !reader.pasted.sources.contains(&source) {
            reader.status.notice = Some(format!("{} was not pasted: there is nothing to save", letter(article)));
            return None;
        }
        Some(Self { field: Field::new(&format!("{source}.txt")), source })
    }

    /// Returns what stands beside what is typed.
    fn beside(&self, reader: &Reader) -> Footer {
        let typed = wrap::width(LABEL) + wrap::width(self.field.text()).min(TYPED);
        Footer::beside_typed(reader.rows.screen.width, typed, &[], self.all_hints(reader))
    }

    /// Has it saved under the name that is typed.
    fn save(&self, reader: &mut Reader) -> Outcome {
        let path = self.field.text().trim().to_owned();
        if path.is_empty() {
            reader.status.notice = Some("a file needs a name".to_owned());
            return Outcome::Stay;
        }
        reader.outbox.effects.push(Effect::Save { source: self.source.clone(), path });
        Outcome::Close
    }
}

impl Component for SavePrompt {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        match key.code {
            _ if reader.leaves(key) => return Outcome::Quit,
            Code::Enter => return self.save(reader),
            Code::Esc => return Outcome::Close,
            _ => self.field.press(key),
        };
        Outcome::Stay
    }

    fn paste(&mut self, _: &mut Reader, text: &str) {
        self.field.paste(text);
    }

    fn placement(&self, _: &Reader) -> Placement {
        Placement::Line
    }

    fn typed_at(&self, reader: &Reader) -> Option<Position> {
        Some(field::cursor(
            &self.field,
            field::prompt_area(reader, LABEL, &self.beside(reader)),
            reader.settings.reordering,
        ))
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        field::draw_prompt(reader, LABEL, &self.field, &self.beside(reader), buffer);
    }

    // Where letters are typed these keys are always the same.
    fn hints(&self, _: &Reader) -> Vec<Hint> {
        let keys = [(Code::Enter, "save"), (Code::Esc, "close")];
        keys.map(|(code, meaning)| Hint::fixed(&[Key::plain(code)], meaning)).to_vec()
    }

    fn help(&self, _: &Reader) -> Vec<HelpLine> {
        vec![
            HelpLine::heading("Save the pasted article of this pane"),
            HelpLine::new("a b c …", "the name of the file, from the folder that the program was started in"),
            HelpLine::new("Enter", "save it, as it was pasted; no file that is there already is touched"),
            HelpLine::new("Ctrl-U Ctrl-W", "delete what is typed, its last word"),
            HelpLine::new("Esc", "close; nothing is saved"),
        ]
    }

    fn is_typed_in(&self) -> bool {
        true
    }

    fn footer(&self, reader: &Reader) -> Option<Footer> {
        Some(self.beside(reader))
    }
}
