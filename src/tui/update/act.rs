//! What an action does to the reader, if nothing opens for it.

use crate::keys::Action;
use crate::pair::Side;
use crate::tui::state::{Effect, Reader};

/// What the key that closes ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closes {
    /// The mark of a pin.
    Mark,
    /// The search.
    Search,
    /// The marks of evidence.
    Evidence,
    /// The line that explains the signs.
    Signs,
    /// The halt at a difference.
    Stop,
    /// What is found out in the background, if anything is.
    Job,
}

impl Reader {
    /// Begins something new: what was said of the last key is gone, and so is the selection.
    pub(in crate::tui) fn begin(&mut self) {
        self.status.before = self.status.said().map(|(said, _)| said.to_owned());
        self.status.notice = None;
        self.search.story.awaits = None;
        self.pointer.release();
    }

    /// Does what an action asks for. What opens something over the text is no business of the reader's.
    pub(in crate::tui) fn act(&mut self, action: Action) {
        if !action.is_motion() {
            self.status.jump = None;
        }
        match action {
            Action::NextMatch if self.search.typed().is_some() => self.next_match_in_scope(true),
            Action::PreviousMatch if self.search.typed().is_some() => self.next_match_in_scope(false),
            Action::NextMatch | Action::NextDifference => self.next_stop(),
            Action::PreviousMatch | Action::PreviousDifference => self.previous_stop(),
            Action::NextRun => self.next_run(),
            Action::PreviousRun => self.previous_run(),
            Action::NextBlock => self.next_block(),
            Action::PreviousBlock => self.previous_block(),
            Action::Follow => self.follow(),
            Action::Related => self.toggle_related(),
            Action::Back => self.back(),
            Action::Forth => self.forth(),
            Action::SearchWord => self.search_word(true),
            Action::SearchWordBack => self.search_word(false),
            Action::Outlet(article) => self.show_outlet(article),
            Action::NextOutlet => self.show_next_outlet(1),
            Action::PreviousOutlet => self.show_next_outlet(-1),
            Action::Swap => {
                self.note_jump();
                self.swap();
            }
            Action::Theme => {
                self.theme = self.theme.next();
                self.status.notice = Some(format!("theme: {}", self.theme.name));
            }
            Action::Pin => self.pin(),
            Action::Close => self.close(),
            Action::Signs => self.toggle_greeting(),
            Action::Copy => self.copy(false),
            Action::CopyCited => self.copy(true),
            Action::Reload => self.outbox.effects.push(Effect::Reload),
            Action::LeftOut => self.outbox.effects.push(Effect::LeftOut),
            Action::Mouse => self.toggle_mouse(),
            Action::Suspend => self.outbox.effects.push(Effect::Suspend),
            Action::Redraw => self.outbox.effects.push(Effect::Redraw),
            Action::Quit => self.outbox.has_quit = true,
            _ => self.act_on_panes(action),
        }
    }

    /// Takes the line away that explains the signs.
    pub(in crate::tui) fn dismiss_greeting(&mut self) {
        self.status.is_greeting = false;
        self.status.is_dismissed = true;
        self.status.notice = self.keymap.hint(Action::Help, "explains the signs");
    }

    /// Returns what the key that closes ends from here, what was begun last first.
    #[must_use]
    pub fn closes(&self) -> Closes {
        match () {
            () if self.pins.marked.is_some() => Closes::Mark,
            () if self.search.typed().is_some() => Closes::Search,
            () if self.settings.marks_evidence => Closes::Evidence,
            () if self.shows_greeting() => Closes::Signs,
            () if self.position.stop.is_some() => Closes::Stop,
            () => Closes::Job,
        }
    }

    /// Does what [`Self::closes`] says.
    fn close(&mut self) {
        match self.closes() {
            Closes::Mark => {
                self.forget_mark();
            }
            Closes::Search => {
                self.end_search();
                self.status.notice = Some("search ended".to_owned());
            }
            Closes::Evidence => self.mark_evidence(false),
            Closes::Signs => self.dismiss_greeting(),
            Closes::Stop => self.position.stop = None,
            Closes::Job => self.stop_job(),
        }
    }

    /// Shows the line again that explains the signs, or takes it away.
    fn toggle_greeting(&mut self) {
        if !self.rows.screen.has_rules() {
            self.status.notice = Some("no row is free for the signs".to_owned());
        } else if self.status.is_greeting {
            self.dismiss_greeting();
        } else {
            self.status.is_greeting = true;
            self.status.is_dismissed = false;
        }
    }

    /// Moves, or sets how the panes are shown.
    fn act_on_panes(&mut self, action: Action) {
        let page = isize::from(self.rows.screen.body_height().max(2).cast_signed());
        match action {
            Action::RowDown => self.scroll(1),
            Action::RowUp => self.scroll(-1),
            Action::HalfDown => self.scroll(page / 2),
            Action::HalfUp => self.scroll(-page / 2),
            Action::PageDown => self.scroll(page - 1),
            Action::PageUp => self.scroll(1 - page),
            Action::Start => self.go_to_start(),
            Action::End => self.go_to_end(),
            Action::RowToMiddle => self.set_depth(usize::from(self.rows.screen.body_height()) / 2),
            Action::RowToTop => self.set_depth(0),
            Action::RowToEnd => self.set_depth(usize::from(self.rows.screen.body_height()).saturating_sub(1)),
            Action::OtherDown => self.scroll_other(1),
            Action::OtherUp => self.scroll_other(-1),
            Action::OtherPane => self.focus_on(self.position.focus.other()),
            Action::LeftPane => self.focus_on(Side::Left),
            Action::RightPane => self.focus_on(Side::Right),
            Action::Arrange => self.arrange(),
            Action::Single => self.toggle_single(),
            Action::Narrower => self.shift(-4),
            Action::Wider => self.shift(4),
            Action::Lock => self.toggle_lock(),
            Action::Fold => self.fold(),
            Action::Marks => self.next_marks(),
            Action::Small => self.toggle_small(),
            _ => {}
        }
    }
}
