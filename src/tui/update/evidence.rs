//! Evidence marked in the text.

use crate::keys::Action;
use crate::list_choice::ListName;
use crate::tui::state::Reader;

impl Reader {
    /// Asks for the evidence of the story, if it is not known.
    pub(in crate::tui) fn ask_for_evidence(&mut self) {
        self.facts.wants_evidence = true;
        self.ask(self.facts.base());
    }

    /// Switches a list of words off, or on again, and finds the evidence anew. Returns whether it is on.
    pub(in crate::tui) fn switch_list(&mut self, list: ListName) -> bool {
        let off = &mut self.settings.lists.off;
        let was_off = off.contains(&list);
        if was_off {
            off.retain(|other| *other != list);
        } else {
            off.push(list);
        }
        self.ask_for_evidence();
        was_off
    }

    /// Marks all evidence in the text, by kind, in place of what differs or is shared; or takes the marks off.
    pub(in crate::tui) fn mark_evidence(&mut self, is_marked: bool) {
        self.settings.marks_evidence = is_marked;
        if is_marked {
            self.ask_for_evidence();
        }
        let off = self.keymap.hint(Action::Evidence, "takes it off");
        let said = if is_marked { "marked: evidence" } else { "evidence is not marked any more" };
        self.status.say([said.to_owned()].into_iter().chain(off.filter(|_| is_marked)));
    }
}
