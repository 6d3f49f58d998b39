//! The reader, and what is open over the text: no drawing, no terminal.
//!
//! ```text
//!     Message ─► what is open, on top of the others ─► Outcome ─┐
//!             └► the reader, if nothing is open                 └► closed, opened, done
//! ```

use std::any::Any;

use super::component::{Component, Outcome, asks_for_help};
use super::components::{Export, OPENERS, Why, help};
use super::mouse::{Mouse, MouseKind};
use super::state::{Effect, Message, Opening, Reader};
use super::view;
use crate::keys::{Action, Code, Key, KeyMatch, KeySequence};
use crate::options::StartView;

/// Holds everything that the screen shows.
#[derive(Debug)]
pub struct Model {
    /// What is known, and where the reader is.
    pub reader: Reader,
    /// What is open over the text, the one on top last.
    layers: Vec<Box<dyn Component>>,
}

impl Model {
    /// Opens a story at its first row, or where it was left.
    #[must_use]
    pub fn new(opening: Opening) -> Self {
        let first = opening.first;
        let mut model = Self { reader: Reader::new(opening), layers: Vec::new() };
        model.reader.load_pair();
        model.reader.resume();
        match first {
            StartView::Reader => {}
            StartView::Map => model.act(Action::Map),
            StartView::Story => model.act(Action::Story),
        }
        model.await_paste();
        model.reader.to_own_row();
        model.reader.settle_focus();
        model.reader.find_answer();
        model.reader.find_related();
        model.reader.find_standings();
        model
    }

    /// Returns what is open over the text, the one on top last.
    #[must_use]
    pub fn layers(&self) -> &[Box<dyn Component>] {
        &self.layers
    }

    /// Returns a component that is open, by its type.
    #[must_use]
    pub fn open<C: Component>(&self) -> Option<&C> {
        self.layers.iter().find_map(|layer| (layer.as_ref() as &dyn Any).downcast_ref())
    }

    /// Lets something happen.
    pub fn update(&mut self, message: Message) {
        let keeps_notice = message.is_from_outside();
        let before = self.reader.status.notice.clone();
        if matches!(message, Message::Key(_) | Message::Mouse(_) | Message::Paste(_)) {
            self.reader.status.knows_columns = self.reader.rows.screen.columns.is_narrow;
        }
        self.meet(message);
        let status = &mut self.reader.status;
        if status.notice.is_some() && status.notice != status.jump {
            status.jump = None;
        }
        if keeps_notice && let Some(notice) = status.notice.clone().filter(|notice| before.as_ref() != Some(notice)) {
            status.keep(notice);
        }
        self.reader.settle_focus();
        self.reader.find_answer();
        self.reader.find_related();
        self.reader.find_standings();
    }

    fn meet(&mut self, message: Message) {
        let reader = &mut self.reader;
        match message {
            Message::Key(key) => self.press(key),
            Message::Mouse(mouse) => self.point(mouse),
            Message::Paste(text) => {
                reader.forget_keys();
                match self.layers.last_mut() {
                    Some(top) => top.paste(reader, &text),
                    None => reader.status.notice = reader.paste_hint(),
                }
            }
            Message::Pasted(article, said) => {
                reader.show_pasted(article, said);
                self.await_paste();
            }
            Message::Finished(id, findings) => {
                if let Some(was_long) = reader.facts.take(id, findings) {
                    self.show_findings(was_long);
                }
            }
            Message::Reloaded(story) => {
                reader.reload(story);
                self.refresh();
            }
            Message::Compared(findings) => reader.facts.standings.take(findings),
            Message::Searched(findings) => reader.take_counts(findings),
            Message::Resize(width, height) => reader.resize(width, height),
            Message::Progress(id, progress) => reader.facts.note_progress(id, progress),
            Message::Changed(side) => reader.note_change(side),
            Message::Unread(cause) => reader.note_unread(&cause),
            Message::Exported(said) => {
                reader.status.keep(said.clone());
                reader.status.notice = Some(said);
                // The line with its name was kept in case it could not be written.
                if self.layers.last().is_some_and(|top| (top.as_ref() as &dyn Any).is::<Export>()) {
                    self.layers.pop();
                }
            }
            Message::Trouble(cause) => reader.status.notice = Some(cause),
        }
    }

    /// Runs on the spot what is to be found out. In a terminal a thread does so; a screen without one waits for it, so that
    /// the same keys always give the same screen.
    pub fn run_jobs(&mut self) {
        let is_job = |effect: &Effect| matches!(effect, Effect::Start(_));
        while let Some(index) = self.reader.outbox.effects.iter().position(is_job) {
            if let Effect::Start(job) = self.reader.outbox.effects.remove(index)
                && let Some(findings) = job.run(&|_| ())
            {
                self.update(Message::Finished(job.id, findings));
            }
        }
        while let Some(found) = self.reader.outbox.comparison.take().and_then(|job| job.run()) {
            self.update(Message::Compared(found));
        }
        while let Some(found) = self.reader.outbox.search.take().and_then(|job| job.run()) {
            self.update(Message::Searched(found));
        }
    }

    fn press(&mut self, key: Key) {
        if self.layers.last().is_some_and(|top| !top.takes_sequences()) {
            self.reader.forget_keys();
            self.reader.begin();
            self.hand_on(key);
            return;
        }
        let (keys, was_pending) = (self.reader.sequence(key), self.reader.pressed.pending.is_some());
        let said = self.reader.status.notice.clone();
        let shown = self.reader.pair.shown;
        self.reader.begin();
        match self.reader.keymap.find(keys) {
            KeyMatch::Prefix => return self.reader.await_second(key),
            // It cancels the first key, and nothing else.
            KeyMatch::Action(Action::Close) if was_pending && keys.last().code == Code::Esc => {}
            KeyMatch::Nothing if was_pending => self.reader.say_idle(keys, said.as_deref()),
            found => {
                let is_used = self.hand_on(key);
                if !is_used {
                    self.reader.say_idle(keys, said.as_deref());
                }
                if self.layers.is_empty() {
                    let action = if let KeyMatch::Action(action) = found { Some(action) } else { None };
                    self.reader.note_count(keys, action, shown != self.reader.pair.shown);
                }
            }
        }
        self.reader.pressed.pending = None;
    }

    /// Hands a key to what is open on top, else to the reader. Returns whether it did anything.
    fn hand_on(&mut self, key: Key) -> bool {
        if self.opens_help(key) {
            return true;
        }
        if let Some(top) = self.layers.last_mut() {
            self.reader.status.jump = None;
            let outcome = top.key(&mut self.reader, key);
            self.settle(outcome);
            return outcome != Outcome::Ignored || self.opens_why(key);
        }
        let Some(action) = self.reader.asked(key) else { return false };
        // Who leaves at once has a key for that.
        if key.ctrl || action != Action::Quit {
            self.act(action);
        } else {
            self.quit();
        }
        true
    }

    /// Leaves, unless what was pasted would be lost and the reader was not told.
    fn quit(&mut self) {
        if !self.reader.warns_of_unsaved() {
            self.act(Action::Quit);
        }
    }

    fn point(&mut self, mouse: Mouse) {
        let (columns, rows) = self.reader.rows.screen.full();
        // Terminals and libraries err, and name a place that the screen does not have.
        if mouse.column >= columns || mouse.row >= rows {
            return;
        }
        if let Some(keys) = self.hint_at(mouse) {
            keys.keys().for_each(|key| self.press(key));
            return;
        }
        self.reader.forget_keys();
        if let Some(top) = self.layers.last_mut() {
            self.reader.status.jump = None;
            let outcome = top.mouse(&mut self.reader, mouse);
            self.settle(outcome);
        } else {
            self.reader.point(mouse);
        }
    }

    /// Returns the keys that a click on a hint in the last line presses.
    fn hint_at(&self, mouse: Mouse) -> Option<KeySequence> {
        let screen = self.reader.rows.screen;
        let is_on_it = mouse.kind == MouseKind::Press && mouse.row + 1 == screen.height && !screen.is_too_small();
        is_on_it.then(|| view::footer(&self.reader, &self.layers).keys_at(mouse.column))?
    }

    /// Opens the page of the help that what is open over the text has, if a key asks for it.
    fn opens_help(&mut self, key: Key) -> bool {
        let asked = self.layers.last().filter(|top| asks_for_help(top.as_ref(), &self.reader, key));
        let Some(top) = asked else { return false };
        let page = help::of_component(&self.reader, top.as_ref());
        self.layers.push(Box::new(page));
        true
    }

    /// Opens all of what the last line says of what is open, if a key asks for it that has no other use there.
    fn opens_why(&mut self, key: Key) -> bool {
        let asked = self.layers.last().filter(|_| self.reader.asked(key) == Some(Action::Why));
        let Some(why) = asked.and_then(|top| Why::over(&self.reader, top.as_ref())) else { return false };
        self.layers.push(Box::new(why));
        true
    }

    /// Does what a key or the mouse came to in what is open.
    fn settle(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Stay | Outcome::Ignored => {}
            Outcome::OpenOver(action) => self.act(action),
            Outcome::Close => {
                self.layers.pop();
            }
            Outcome::CloseAndAct(Action::Quit) => {
                self.layers.pop();
                self.quit();
            }
            Outcome::CloseAndAct(action) => {
                self.layers.pop();
                self.act(action);
            }
            Outcome::Quit => self.reader.outbox.has_quit = true,
        }
    }

    fn act(&mut self, action: Action) {
        match OPENERS.iter().find(|(opening, _)| *opening == action) {
            Some((_, open)) => {
                self.reader.status.jump = None;
                self.layers.extend(open(&mut self.reader));
            }
            None => self.reader.act(action),
        }
    }

    /// Opens the place to paste an article if one is waited for.
    fn await_paste(&mut self) {
        if self.reader.pasted.awaited > 0 {
            self.act(Action::Paste);
        }
    }

    /// Shows what was found out where it is asked for; else says that it is there, if it took long.
    fn show_findings(&mut self, was_long: bool) {
        self.refresh();
        if self.layers.is_empty() && was_long {
            let hint = self.reader.keymap.hint(Action::Story, "shows the whole story: all pairs are read");
            self.reader.status.notice = hint;
        }
    }

    fn refresh(&mut self) {
        for layer in &mut self.layers {
            layer.refresh(&mut self.reader);
        }
    }
}
