//! What can be written into a file, and the line in which its name is typed.
//!
//! ```text
//!     ┌─ Write ────────────────────────────────────────────────┐
//!     │ ›                                                      │
//!     │  whole texts, which belong to their outlets · Ctrl-X e…│
//!     │▸ html  A and B         page for a browser              │
//!     │  html  all 5 outlets   page for a browser              │
//!     └────────────────────────────────────────────────────────┘
//!      write to  ferry-A-B.html▏         Ctrl-O write and open   Enter write   Esc back
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::field::{self, Field};
use super::list::drawing::{self, GAP, marked};
use super::list::{self, List, ListOutcome};
use crate::keys::{Code, Hint, Key};
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::geometry::footer::Footer;
use crate::tui::paint::put::put_within;
use crate::tui::screen::columns;
use crate::tui::state::{AfterExport, Effect, ExportChoice, Reader};
use crate::wrap::{self, Direction};

/// What stands before the name that is typed.
const LABEL: &str = "write to  ";

/// The columns that are kept for what is typed.
const TYPED: usize = 20;

/// The columns that are free around what was wrong.
const ROUND_NOTICE: usize = 5;

/// The fields of a line: format, of what, what it is.
const FIELDS: [usize; 3] = [0, 1, 2];

/// What can be written, and the name of the file once something is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    list: List,
    choices: Vec<ExportChoice>,
    /// What is chosen, and its name as it is typed so far.
    named: Option<(ExportChoice, Field)>,
    /// Whether excerpts are to be written.
    excerpts: bool,
}

impl Export {
    /// Lists what can be written of what is open.
    #[must_use]
    pub fn open(reader: &Reader) -> Self {
        let entry = |(choice, meaning): (ExportChoice, &'static str)| {
            (vec![choice.format.ending().to_owned(), choice.named(reader), meaning.to_owned()], choice)
        };
        let (entries, choices) = ExportChoice::all(reader).map(entry).unzip();
        Self { list: List::new(entries, 0), choices, named: None, excerpts: false }
    }

    /// Does what a key or a click in the list came to.
    fn settle(&mut self, reader: &mut Reader, pressed: ListOutcome) -> Outcome {
        match pressed {
            ListOutcome::Stayed => {}
            ListOutcome::Closed => return Outcome::Close,
            ListOutcome::Took(entry) => match entry.and_then(|entry| self.choices.get(entry).copied()) {
                Some(choice) => self.named = Some((choice, Field::new(&choice.file_name(reader)))),
                None => reader.status.notice = Some("nothing to write has what is typed".to_owned()),
            },
        }
        Outcome::Stay
    }

    /// Lets a key do what it does in the line in which the name is typed.
    fn press(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        let Some((choice, field)) = &mut self.named else { return Outcome::Stay };
        let then = match key {
            OPEN if choice.is_for_browsers() => Some(AfterExport::Opened),
            REPLACE => Some(AfterExport::Replaced),
            Key { code: Code::Enter, .. } => Some(AfterExport::Kept),
            _ => None,
        };
        choice.is_excerpt = self.excerpts && choice.has_excerpts();
        match then {
            Some(then) => return Self::write(reader, *choice, field.text(), then),
            None if key.code == Code::Esc => self.named = None,
            None => {
                field.press(key);
            }
        }
        Outcome::Stay
    }

    /// Asks for a file, unless its name says that it holds something else. The line stays open until that is written, so that no name is
    /// lost.
    fn write(reader: &mut Reader, choice: ExportChoice, name: &str, then: AfterExport) -> Outcome {
        let path = name.trim().to_owned();
        if path.is_empty() {
            reader.status.notice = Some("a file needs a name".to_owned());
        } else if let Some(other) = choice.format_of_another(&path) {
            let ending = choice.format.ending();
            reader.status.notice =
                Some(format!("{ending} is written here: for .{other} Esc, and choose it in the list"));
        } else {
            reader.outbox.effects.push(Effect::Export { choice, path, then });
        }
        Outcome::Stay
    }

    /// Returns what stands beside the name that is typed.
    fn beside(&self, reader: &Reader) -> Option<Footer> {
        let (_, field) = self.named.as_ref()?;
        let typed = wrap::width(LABEL) + wrap::width(field.text()).min(TYPED);
        // What was wrong with a name is said beside it, and matters more than the keys.
        let room = usize::from(reader.rows.screen.width).saturating_sub(typed + ROUND_NOTICE);
        let said: Vec<String> = reader.status.notice.iter().flat_map(|notice| forms(notice, room)).collect();
        let hints = if said.is_empty() { self.all_hints(reader) } else { Vec::new() };
        Some(Footer::beside_typed(reader.rows.screen.width, typed, &said, hints))
    }

    fn size(&self, reader: &Reader) -> BoxSize {
        let columns = FIELDS.iter().map(|&field| self.list.widest(field) + GAP).sum::<usize>();
        drawing::size(reader, &self.list, columns, " Write into a file ".to_owned())
    }
}

/// The key that writes and has a browser show what is written.
const OPEN: Key = Key { code: Code::Char('o'), ctrl: true };

/// The key that writes also where a file of that name is.
const REPLACE: Key = Key { code: Code::Char('r'), ctrl: true };

/// The key that chooses between whole texts and excerpts.
const EXCERPTS: Key = Key { code: Code::Char('x'), ctrl: true };

/// Returns what was wrong, then without what is said first, at last cut to so many columns: `not written: new.html: a file of that name
/// is there · Ctrl-R replaces it`, `Ctrl-R replaces it`.
fn forms(notice: &str, room: usize) -> Vec<String> {
    let starts =
        [": ", " · "].into_iter().flat_map(|sign| notice.match_indices(sign).map(|(at, sign)| at + sign.len()));
    let shorter = starts.map(|start| notice[start..].to_owned());
    let mut forms: Vec<String> = std::iter::once(notice.to_owned()).chain(shorter).collect();
    forms.push(wrap::clipped(forms.last().map_or("", String::as_str), room));
    forms
}

impl Component for Export {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        if reader.leaves(key) {
            return Outcome::Quit;
        }
        if key == EXCERPTS {
            self.excerpts = !self.excerpts;
            return Outcome::Stay;
        }
        if self.named.is_some() {
            return self.press(reader, key);
        }
        let pressed = self.list.press(key, drawing::rows(reader.rows.screen.height, self.list.entries().len()));
        self.settle(reader, pressed)
    }

    fn click(&mut self, reader: &mut Reader, at: Position) -> Outcome {
        if self.named.is_some() {
            return Outcome::Stay;
        }
        let area = self.size(reader).outer(&reader.rows.screen);
        let Some(line) = drawing::line_at(&self.list, area, at) else { return Outcome::Stay };
        let pressed = self.list.point(line);
        self.settle(reader, pressed)
    }

    fn paste(&mut self, _: &mut Reader, text: &str) {
        match &mut self.named {
            Some((_, field)) => field.paste(text),
            None => self.list.paste(text),
        }
    }

    fn placement(&self, reader: &Reader) -> Placement {
        match self.named {
            Some(_) => Placement::Line,
            None => Placement::Box(self.size(reader).outer(&reader.rows.screen)),
        }
    }

    fn typed_at(&self, reader: &Reader) -> Option<Position> {
        match (&self.named, self.beside(reader)) {
            (Some((_, field)), Some(beside)) => {
                Some(field::cursor(field, field::prompt_area(reader, LABEL, &beside), reader.settings.reordering))
            }
            _ => Some(drawing::cursor(reader, &self.list, true, &self.size(reader))),
        }
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        if let (Some((_, field)), Some(beside)) = (&self.named, self.beside(reader)) {
            field::draw_prompt(reader, LABEL, field, &beside, buffer);
            return;
        }
        let area = drawing::open(reader, &self.list, true, &self.size(reader), buffer);
        let hint = if self.excerpts {
            "first words and marked runs of each block · Ctrl-X whole texts"
        } else {
            "whole texts, which belong to their outlets · Ctrl-X excerpts"
        };
        put_within(buffer, area.x + 1, area.y + 1, area.width.saturating_sub(1), hint, reader.theme.hint);
        drawing::each_line(reader, &self.list, area, buffer, &mut |hit, line, style, buffer| {
            let mut x = line.x;
            for field in FIELDS {
                let text = &self.list.entries()[hit.entry][field];
                let width = line.right().saturating_sub(x);
                let area = Rect { x, width, ..line };
                marked(reader, (text, Direction::LeftToRight), &hit.marks[field], area, style, buffer);
                x = (x + columns(self.list.widest(field) + GAP)).min(line.right());
            }
        });
    }

    fn hints(&self, _: &Reader) -> Vec<Hint> {
        let Some((choice, _)) = &self.named else {
            return list::hints("choose its name", self.list.hits().len(), !self.list.hits().is_empty());
        };
        let open = choice.is_for_browsers().then(|| Hint::fixed(&[OPEN], "write and open"));
        let cut = if self.excerpts { "whole texts" } else { "excerpts" };
        let excerpts = choice.has_excerpts().then(|| Hint::fixed(&[EXCERPTS], cut));
        let keys = [(Code::Enter, "write"), (Code::Esc, "back")];
        excerpts
            .into_iter()
            .chain(open)
            .chain(keys.map(|(code, meaning)| Hint::fixed(&[Key::plain(code)], meaning)))
            .collect()
    }

    fn help(&self, _: &Reader) -> Vec<HelpLine> {
        if self.named.is_some() {
            return vec![
                HelpLine::heading("The name of the file"),
                HelpLine::new("a b c …", "the name, from the folder that the program was started in"),
                HelpLine::new("Enter", "write it; no file that is there already is touched"),
                HelpLine::new(
                    "Ctrl-R",
                    "write it in place of a file of that name; never of one that the story is read from",
                ),
                HelpLine::new("Ctrl-O", "write it, and have a browser show it: a page or a picture"),
                HelpLine::new("Ctrl-X", "whole texts, or excerpts: the first words of each block and its marked runs"),
                HelpLine::new("Ctrl-U Ctrl-W", "delete what is typed, its last word"),
                HelpLine::new("Esc", "back to the list; nothing is written"),
            ];
        }
        let formats = [
            HelpLine::heading("Write into a file"),
            HelpLine::new(
                "A and B",
                "the two articles on the screen, with the marks that are shown, and what you set opposite by hand",
            ),
            HelpLine::new("all … outlets", "the pages of the story, and every pair"),
            HelpLine::new("html", "one file for a browser; it loads nothing, can be printed and read on a phone"),
            HelpLine::new("svg", "a picture of the whole comparison, folded and arranged as on the screen"),
            HelpLine::new("Ctrl-X", "whole texts, or excerpts: the first words of each block and its marked runs"),
            HelpLine::heading(""),
        ];
        formats.into_iter().chain(list::help("choose a name for the file")).collect()
    }

    fn is_typed_in(&self) -> bool {
        true
    }

    fn footer(&self, reader: &Reader) -> Option<Footer> {
        self.beside(reader)
    }
}
