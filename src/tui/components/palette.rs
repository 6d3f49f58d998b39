//! All actions by name, and blocks by number.
//!
//! ```text
//!     :fold       the actions that have it in what they do, or are called so
//!     :q          leaves
//!     :12         block 12 of the focused pane
//!     :B12  :b¶12 block 12 of B, in whichever pane it is
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::drawing::{self, GAP, marked};
use super::list::{self, List, ListOutcome};
use crate::keys::{Action, BINDINGS, Binding, Hint, Key};
use crate::letters::index_of_letter;
use crate::pair::Side;
use crate::present::labels;
use crate::tui::component::{Component, HelpLine, Outcome, Placement};
use crate::tui::geometry::boxes::BoxSize;
use crate::tui::paint::put::put_within;
use crate::tui::screen::columns;
use crate::tui::state::{Reader, SideBlock};
use crate::wrap::Direction;

/// The list of actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionPalette {
    /// What each does, its keys, and its names, which are not shown: who types a whole name means it.
    pub list: List,
    actions: Vec<Action>,
}

impl ActionPalette {
    /// Lists all actions.
    #[must_use]
    pub fn new(reader: &Reader) -> Self {
        let bindings = BINDINGS.iter().filter(|binding| !matches!(binding.action, Action::Palette | Action::Close));
        let named = bindings.filter_map(|binding| Some((named(reader, binding)?, binding.action)));
        let (entries, actions) = named.unzip();
        Self { list: List::new(entries, 0), actions }
    }

    /// Does what a key or a click came to.
    fn settle(&self, reader: &mut Reader, pressed: ListOutcome) -> Outcome {
        let entry = match pressed {
            ListOutcome::Stayed => return Outcome::Stay,
            ListOutcome::Closed => return Outcome::Close,
            ListOutcome::Took(entry) => entry,
        };
        let action = entry.and_then(|entry| self.actions.get(entry).copied());
        // A number is never meant for an action that happens to have it in its name.
        match (block_named(reader, self.list.field().text()), action) {
            (Some(Ok(SideBlock { side, block })), _) => reader.go_to_block(side, block),
            (Some(Err(unknown)), _) => reader.status.notice = Some(unknown),
            (None, Some(action)) => return Outcome::CloseAndAct(action),
            (None, None) => {
                reader.status.notice = Some("no action has what is typed".to_owned());
                return Outcome::Stay;
            }
        }
        Outcome::Close
    }

    fn size(&self, reader: &Reader) -> BoxSize {
        let columns = self.list.widest(0) + GAP + self.list.widest(1);
        drawing::size(reader, &self.list, columns, " Actions ".to_owned())
    }
}

impl Component for ActionPalette {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        if reader.leaves(key) {
            return Outcome::Quit;
        }
        let pressed = self.list.press(key, drawing::rows(reader.rows.screen.height, self.list.entries().len()));
        self.settle(reader, pressed)
    }

    fn click(&mut self, reader: &mut Reader, at: Position) -> Outcome {
        let area = self.size(reader).outer(&reader.rows.screen);
        let Some(line) = drawing::line_at(&self.list, area, at) else { return Outcome::Stay };
        let pressed = self.list.point(line);
        self.settle(reader, pressed)
    }

    fn paste(&mut self, _: &mut Reader, text: &str) {
        self.list.paste(text);
    }

    fn placement(&self, reader: &Reader) -> Placement {
        Placement::Box(self.size(reader).outer(&reader.rows.screen))
    }

    fn typed_at(&self, reader: &Reader) -> Option<Position> {
        let filters = block_named(reader, self.list.field().text()).is_none();
        Some(drawing::cursor(reader, &self.list, filters, &self.size(reader)))
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        let list = &self.list;
        let aim = block_named(reader, list.field().text());
        let area = drawing::open(reader, list, aim.is_none(), &self.size(reader), buffer);
        let hint = "a number goes to that block: 12, B12";
        put_within(buffer, area.x + 1, area.y + 1, area.width.saturating_sub(1), hint, reader.theme.hint);
        let keys = columns(list.widest(1));
        if let Some(aim) = aim {
            let shown = |SideBlock { side, block }| {
                let name = labels::blocks(&reader.pair.letters()[side], &[block], "");
                format!("{name}  {}", reader.pair.articles()[side].blocks[block].text)
            };
            let text = aim.map_or_else(|unknown| unknown, shown);
            put_within(buffer, area.x, area.y + 2, area.width, &text, reader.theme.chosen);
            return;
        }
        drawing::each_line(reader, list, area, buffer, &mut |hit, line, style, buffer| {
            let [name, shown] = [0, 1].map(|field| (&list.entries()[hit.entry][field], &hit.marks[field]));
            let left = line.width.saturating_sub(keys + columns(GAP));
            marked(reader, (name.0, Direction::LeftToRight), name.1, Rect { width: left, ..line }, style, buffer);
            let area = Rect { x: line.x + left + columns(GAP), width: keys.min(line.width), ..line };
            marked(reader, (shown.0, Direction::LeftToRight), shown.1, area, style, buffer);
        });
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        match block_named(reader, self.list.field().text()) {
            Some(aim) => list::hints("go there", 0, aim.is_ok()),
            None => list::hints("do", self.list.hits().len(), !self.list.hits().is_empty()),
        }
    }

    fn help(&self, _: &Reader) -> Vec<HelpLine> {
        let blocks = [
            HelpLine::heading("Actions"),
            HelpLine::new("12", "goes to block 12 of the pane in focus"),
            HelpLine::new("B12", "goes to block 12 of B"),
            HelpLine::heading(""),
        ];
        blocks.into_iter().chain(list::help("do it")).collect()
    }

    fn is_typed_in(&self) -> bool {
        true
    }
}

/// Returns what an action does and its keys; `None` for an outlet that there is not.
fn named(reader: &Reader, binding: &Binding) -> Option<Vec<String>> {
    let keys = reader.keymap.shown(binding.action);
    if let Action::Outlet(article) = binding.action {
        let outlet = reader.pair.story.articles().get(article)?.label();
        return Some(vec![format!("{outlet} into this pane"), keys, binding.name.to_owned()]);
    }
    let mut fields = vec![binding.help.to_owned(), keys, binding.name.to_owned()];
    // What other programs call it.
    fields.extend((binding.action == Action::Quit).then(|| "q".to_owned()));
    Some(fields)
}

/// Returns the block that a number means, or why there is none; `None` if what is typed
/// is no number of a block, such as `Channel 4`.
fn block_named(reader: &Reader, typed: &str) -> Option<Result<SideBlock, String>> {
    let (name, number) = read_block(typed)?;
    let letters = reader.pair.letters();
    let side = match Side::BOTH.into_iter().find(|&side| letters[side].eq_ignore_ascii_case(name)) {
        Some(side) => side,
        None if name.is_empty() => reader.position.focus,
        None => {
            let is_outlet = index_of_letter(name).is_some_and(|article| article < reader.pair.story.articles().len());
            let is_letter = is_outlet || name.len() == 1;
            return is_letter.then(|| Err(format!("{} is in neither pane", name.to_ascii_uppercase())));
        }
    };
    let count = reader.pair.articles()[side].blocks.len();
    let block = number.checked_sub(1).filter(|&block| block < count);
    let blocks = if count == 1 { "block" } else { "blocks" };
    Some(block.map(|block| SideBlock { side, block }).ok_or_else(|| format!("{} has {count} {blocks}", letters[side])))
}

/// Reads `12`, `B12` or `b¶12` as a letter, perhaps empty, and a number.
fn read_block(typed: &str) -> Option<(&str, usize)> {
    let typed = typed.trim();
    let (name, digits) = typed.split_at(typed.find(|c: char| c.is_ascii_digit())?);
    let name = name.strip_suffix('¶').unwrap_or(name).trim();
    let is_number = digits.bytes().all(|b| b.is_ascii_digit()) && name.bytes().all(|b| b.is_ascii_alphabetic());
    is_number.then(|| (name, digits.parse().unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_as_typed() {
        for (typed, block) in [
            ("12", Some(("", 12))),
            (" ¶3 ", Some(("", 3))),
            ("B12", Some(("B", 12))),
            ("b¶7", Some(("b", 7))),
            ("AB 1", Some(("AB", 1))),
            ("99999999999999999999999", Some(("", usize::MAX))),
            ("", None),
            ("fold", None),
            ("12a", None),
            ("é1", None),
            ("1 2", None),
        ] {
            assert_eq!(read_block(typed), block, "{typed}");
        }
    }
}
