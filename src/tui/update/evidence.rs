//! Evidence marked in the text.

use crate::keys::Action;
use crate::tui::state::Reader;

impl Reader {
    /// Asks for the evidence of the story, if it is not known.
    pub(in crate::tui) fn ask_for_evidence(&mut self) {
        self.facts.wants_evidence = true;
        self.ask(self.facts.base());
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
