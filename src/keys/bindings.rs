//! The table of keys: every action with its name, its help and the keys that it has by default.

use super::action::Action;
use super::notation::Code;
use super::sequence::KeySequence;

/// Holds a row of the table.
#[derive(Debug)]
pub struct Binding {
    /// The keys that it has by default, the first one the one to name.
    pub keys: &'static [KeySequence],
    /// What they ask for.
    pub action: Action,
    /// The action's name in the configuration; it stays as it is.
    pub name: &'static str,
    /// What it does, for the help; empty for those that another row speaks for.
    pub help: &'static str,
    /// Which part of the help it stands in.
    pub group: Group,
}

/// Names a part of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Moving through the text.
    Moving,
    /// From difference to difference.
    Differences,
    /// Outlets.
    Outlets,
    /// How the panes are set.
    Panes,
    /// The rest.
    Program,
}

impl Group {
    /// Lists all of them, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Moving, Self::Differences, Self::Outlets, Self::Panes, Self::Program];

    /// Returns its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Moving => "Moving",
            Self::Differences => "Differences and links",
            Self::Outlets => "Outlets",
            Self::Panes => "Panes and marks",
            Self::Program => "Program",
        }
    }
}

const fn bind(
    keys: &'static [KeySequence],
    action: Action,
    name: &'static str,
    help: &'static str,
    group: Group,
) -> Binding {
    Binding { keys, action, name, help, group }
}

/// Lists all actions with their names and the keys that they have by default.
pub const BINDINGS: &[Binding] = {
    use Action as A;
    use Group::{Differences, Moving, Outlets, Panes, Program};
    // Each entry is one key, or two.
    use KeySequence as Key;
    &[
        bind(&[Key::char('j'), Key::plain(Code::Down), Key::ctrl('e')], A::RowDown, "row-down", "row down", Moving),
        bind(&[Key::char('k'), Key::plain(Code::Up), Key::ctrl('y')], A::RowUp, "row-up", "row up", Moving),
        bind(&[Key::char('d'), Key::ctrl('d')], A::HalfDown, "half-page-down", "half a page down", Moving),
        bind(&[Key::char('u'), Key::ctrl('u')], A::HalfUp, "half-page-up", "half a page up", Moving),
        bind(
            &[Key::char('f'), Key::char(' '), Key::plain(Code::PageDown), Key::ctrl('f')],
            A::PageDown,
            "page-down",
            "page down",
            Moving,
        ),
        bind(&[Key::char('b'), Key::plain(Code::PageUp), Key::ctrl('b')], A::PageUp, "page-up", "page up", Moving),
        bind(&[Key::char('g'), Key::plain(Code::Home)], A::Start, "start", "to the start", Moving),
        bind(&[Key::char('G'), Key::plain(Code::End)], A::End, "end", "to the end", Moving),
        bind(&[Key::chars('z', 'z')], A::RowToMiddle, "row-to-middle", "row to the middle", Moving),
        bind(&[Key::chars('z', 't')], A::RowToTop, "row-to-top", "row to the top", Moving),
        bind(&[Key::chars('z', 'b')], A::RowToEnd, "row-to-end", "row to the end", Moving),
        bind(&[Key::char('}')], A::NextBlock, "next-block", "next block of this pane", Moving),
        bind(&[Key::char('{')], A::PreviousBlock, "previous-block", "previous block of this pane", Moving),
        bind(&[Key::char(']')], A::NextDifference, "next-difference", "next difference", Differences),
        bind(&[Key::char('[')], A::PreviousDifference, "previous-difference", "previous difference", Differences),
        bind(&[Key::char(')')], A::NextRun, "next-run", "next marked run of this pane", Differences),
        bind(&[Key::char('(')], A::PreviousRun, "previous-run", "previous marked run of this pane", Differences),
        bind(&[Key::char('i')], A::Why, "why", "why these blocks are linked", Differences),
        bind(&[Key::char('e')], A::Evidence, "evidence", "evidence: quotations, figures; again: marked", Differences),
        bind(&[Key::char('W')], A::WordLists, "word-lists", "lists of words that mark, on and off", Differences),
        bind(&[Key::char('&')], A::Pin, "pin", "mark a block; set it opposite the marked one", Differences),
        bind(
            &[Key::plain(Code::Enter)],
            A::Follow,
            "follow",
            "to where it has moved, or to what is related",
            Differences,
        ),
        bind(
            &[Key::char('\''), Key::char('`'), Key::ctrl('o')],
            A::Back,
            "back",
            "back from a jump, and to the outlets before",
            Differences,
        ),
        bind(&[Key::char('"')], A::Forth, "forth", "forth again, after that", Differences),
        bind(&[Key::char('1')], A::Outlet(0), "outlet-1", "that outlet into this pane", Outlets),
        bind(&[Key::char('2')], A::Outlet(1), "outlet-2", "", Outlets),
        bind(&[Key::char('3')], A::Outlet(2), "outlet-3", "", Outlets),
        bind(&[Key::char('4')], A::Outlet(3), "outlet-4", "", Outlets),
        bind(&[Key::char('5')], A::Outlet(4), "outlet-5", "", Outlets),
        bind(&[Key::char('6')], A::Outlet(5), "outlet-6", "", Outlets),
        bind(&[Key::char('7')], A::Outlet(6), "outlet-7", "", Outlets),
        bind(&[Key::char('8')], A::Outlet(7), "outlet-8", "", Outlets),
        bind(&[Key::char('9')], A::Outlet(8), "outlet-9", "", Outlets),
        bind(&[Key::char('.')], A::NextOutlet, "next-outlet", "next outlet into this pane", Outlets),
        bind(&[Key::char(',')], A::PreviousOutlet, "previous-outlet", "previous outlet into this pane", Outlets),
        bind(&[Key::char('o')], A::Picker, "outlets", "list of outlets and stories; typing filters it", Outlets),
        bind(&[Key::plain(Code::Tab), Key::plain(Code::BackTab)], A::OtherPane, "other-pane", "other pane", Panes),
        bind(&[Key::char('h'), Key::plain(Code::Left)], A::LeftPane, "left-pane", "left pane", Panes),
        bind(&[Key::char('l'), Key::plain(Code::Right)], A::RightPane, "right-pane", "right pane", Panes),
        bind(&[Key::char('x')], A::Swap, "swap", "exchange the sides", Outlets),
        bind(&[Key::char('s')], A::Arrange, "arrangement", "next arrangement", Panes),
        bind(&[Key::char('|')], A::Single, "single-pane", "this pane alone, or both", Panes),
        bind(&[Key::char('<')], A::Narrower, "narrower", "left pane narrower", Panes),
        bind(&[Key::char('>')], A::Wider, "wider", "left pane wider", Panes),
        bind(&[Key::char('S')], A::Lock, "lock", "lock or free the panes", Panes),
        bind(&[Key::char('J')], A::OtherDown, "other-row-down", "row down in the other pane", Panes),
        bind(&[Key::char('K')], A::OtherUp, "other-row-up", "row up in the other pane", Panes),
        bind(&[Key::char('=')], A::Fold, "fold", "fold: echoes, what is alike, alone, in both, all", Panes),
        bind(&[Key::char('w')], A::Marks, "marks", "mark what differs, what is shared, nothing", Panes),
        bind(&[Key::char('c')], A::Small, "small-differences", "spelling, case, punctuation shown or not", Panes),
        bind(&[Key::char('+')], A::Related, "related", "hints at related blocks shown or not", Panes),
        bind(&[Key::char('-')], A::LeftOut, "left-out", "what is left out of pages shown or not", Panes),
        bind(&[Key::char('/')], A::Search, "search", "search in both panes, Tab: whole story", Moving),
        bind(&[], A::SearchStory, "search-story", "search in the whole story", Moving),
        bind(&[Key::char('n')], A::NextMatch, "next-match", "next match; without a search, next difference", Moving),
        bind(&[Key::char('N')], A::PreviousMatch, "previous-match", "previous match, or difference", Moving),
        bind(&[Key::char('*')], A::SearchWord, "search-word", "search the word here, downwards", Moving),
        bind(&[Key::char('#')], A::SearchWordBack, "search-word-back", "the same, upwards", Moving),
        bind(&[Key::char('m')], A::Map, "map", "map of the pair", Moving),
        bind(&[Key::char('v')], A::Story, "story", "the whole story: shares, quotations, figures", Outlets),
        bind(&[Key::char('H')], A::Headlines, "headlines", "headlines and leads of all outlets", Outlets),
        bind(&[Key::char('L')], A::List, "alone", "lists: in all, only here, not found in …", Outlets),
        bind(&[Key::char(':')], A::Palette, "palette", "all actions by name; :12 goes to block 12", Program),
        bind(&[Key::char('E')], A::Export, "export", "write a page, a table or a picture into a file", Program),
        bind(&[Key::char('y')], A::Copy, "copy", "copy the block", Program),
        bind(&[Key::char('Y')], A::CopyCited, "copy-cited", "copy it with outlet, date and number", Program),
        bind(&[Key::char('r')], A::Reload, "reload", "read the files again", Program),
        bind(&[], A::Paste, "paste", "paste an article, which is kept in memory", Outlets),
        bind(&[], A::Save, "save", "save the pasted article of this pane", Outlets),
        bind(&[Key::char('M')], A::Mouse, "mouse", "mouse to the terminal, and back", Program),
        bind(&[], A::Messages, "messages", "what was said that matters, once more", Program),
        bind(&[], A::Signs, "signs", "the line of signs, shown or hidden", Program),
        bind(&[Key::ctrl('z')], A::Suspend, "suspend", "leave for a while", Program),
        bind(&[Key::char('t')], A::Theme, "theme", "next theme", Program),
        bind(&[Key::ctrl('l')], A::Redraw, "redraw", "draw anew", Program),
        bind(&[Key::char('?'), Key::plain(Code::F(1))], A::Help, "help", "this help", Program),
        bind(&[Key::plain(Code::Esc)], A::Close, "close", "close what is open", Program),
        bind(&[Key::char('q'), Key::ctrl('c'), Key::chars('Z', 'Z')], A::Quit, "quit", "quit", Program),
    ]
};

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_is_bound_twice_or_begins_another_binding() {
        let all: Vec<KeySequence> = BINDINGS.iter().flat_map(|binding| binding.keys).copied().collect();
        for (index, one) in all.iter().enumerate() {
            assert!(all[index + 1..].iter().all(|other| !one.clashes_with(*other)), "{one}");
        }
    }

    #[test]
    fn every_action_has_a_name_of_its_own() {
        let mut seen = HashSet::new();
        for binding in BINDINGS {
            assert!(seen.insert(binding.name), "{}", binding.name);
            let is_kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(!binding.name.is_empty() && binding.name.chars().all(is_kebab), "{}", binding.name);
        }
    }

    #[test]
    fn every_binding_is_explained_or_one_of_a_row() {
        for binding in BINDINGS {
            assert!(!binding.help.is_empty() || matches!(binding.action, Action::Outlet(_)), "{}", binding.name);
        }
    }
}
