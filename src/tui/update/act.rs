//! What an action does to the reader, if nothing opens for it.

use crate::keys::Action;
use crate::pair::Side;
use crate::tui::state::{Effect, Reader};

impl Reader {
    /// Begins something new: what was said of the last key is gone, and so is the selection.
    pub(in crate::tui) fn begin(&mut self) {
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

    /// Forgets the mark, else takes away what explains the signs, else ends what the reader halted at, else the search.
    fn close(&mut self) {
        if self.forget_mark() {
            return;
        }
        if self.shows_greeting() {
            self.dismiss_greeting();
            return;
        }
        if self.position.stop.take().is_some() {
            return;
        }
        if self.end_search() {
            self.status.notice = Some("search ended".to_owned());
        } else {
            self.stop_job();
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
