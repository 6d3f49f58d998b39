//! The one table of keys: it feeds dispatch, help and footer.
//!
//! A [`Key`] is what was pressed, an [`Action`] what it asks for. [`parse`] reads keys as they are written on the
//! command line: `"jj<Tab>]<Enter>"`.

/// A key as it was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

impl Key {
    const fn plain(code: Code) -> Self {
        Self { code, ctrl: false }
    }

    const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true }
    }
}

/// Which key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// F1 to F12.
    F(u8),
}

/// What a key asks the reader to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// One row down.
    RowDown,
    /// One row up.
    RowUp,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the first row.
    Start,
    /// To the last row.
    End,
    /// To the next difference.
    NextDifference,
    /// To the previous difference.
    PreviousDifference,
    /// To the next match of the search.
    NextMatch,
    /// To the previous match of the search.
    PreviousMatch,
    /// To the next block at home in the focused pane.
    NextBlock,
    /// To the previous block at home in the focused pane.
    PreviousBlock,
    /// To the other place of what moved.
    Follow,
    /// Back from where it led.
    Back,
    /// Focus on the other pane.
    OtherPane,
    /// Focus on the left pane.
    LeftPane,
    /// Focus on the right pane.
    RightPane,
    /// The outlet with this place, from 0, into the focused pane.
    Outlet(usize),
    /// The next outlet into the focused pane.
    NextOutlet,
    /// The previous outlet into the focused pane.
    PreviousOutlet,
    /// The list of outlets and stories.
    Picker,
    /// Exchange the sides.
    Swap,
    /// The next arrangement.
    Arrange,
    /// The focused pane alone, or both.
    Single,
    /// The left pane narrower.
    Narrower,
    /// The left pane wider.
    Wider,
    /// Lock or free the panes.
    Lock,
    /// One row down in the other pane.
    OtherDown,
    /// One row up in the other pane.
    OtherUp,
    /// Fold what comes next.
    Fold,
    /// Mark what comes next.
    Marks,
    /// Show or hide differences of spelling, case and punctuation.
    Small,
    /// The next theme.
    Theme,
    /// The next marked run of the focused pane.
    NextRun,
    /// The previous marked run of the focused pane.
    PreviousRun,
    /// Why the link at the cursor stands.
    Why,
    /// Search in both panes.
    Search,
    /// The palette of all actions.
    Palette,
    /// The map of the pair.
    Map,
    /// The whole story.
    Story,
    /// Headlines and leads of all outlets.
    Headlines,
    /// What stands in this outlet alone.
    List,
    /// Copy the block at the cursor.
    Copy,
    /// Copy it with where it stands.
    CopyCited,
    /// Read the articles again from disk.
    Reload,
    /// Give the mouse to the terminal, or take it back.
    Mouse,
    /// Leave the terminal for a while.
    Suspend,
    /// The help.
    Help,
    /// Close what is open over the text.
    Close,
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Quit,
}

/// A row of the table.
#[derive(Debug)]
pub struct Binding {
    /// The keys, the first one the one to name.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// The keys as a person writes them.
    pub shown: &'static str,
    /// What it does, for the help.
    pub help: &'static str,
    /// Which part of the help it stands in.
    pub group: Group,
}

/// The parts of the help.
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
    /// All of them, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Moving, Self::Differences, Self::Outlets, Self::Panes, Self::Program];

    /// Its heading.
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

const fn bind(keys: &'static [Key], action: Action, shown: &'static str, help: &'static str, group: Group) -> Binding {
    Binding { keys, action, shown, help, group }
}

/// All keys.
pub const BINDINGS: &[Binding] = {
    use Action as A;
    use Group::{Differences, Moving, Outlets, Panes, Program};
    &[
        bind(&[Key::char('j'), Key::plain(Code::Down)], A::RowDown, "j ↓", "row down", Moving),
        bind(&[Key::char('k'), Key::plain(Code::Up)], A::RowUp, "k ↑", "row up", Moving),
        bind(&[Key::char('d'), Key::ctrl('d')], A::HalfDown, "d", "half a page down", Moving),
        bind(&[Key::char('u'), Key::ctrl('u')], A::HalfUp, "u", "half a page up", Moving),
        bind(
            &[Key::char('f'), Key::char(' '), Key::plain(Code::PageDown), Key::ctrl('f')],
            A::PageDown,
            "f Space PgDn",
            "page down",
            Moving,
        ),
        bind(&[Key::char('b'), Key::plain(Code::PageUp), Key::ctrl('b')], A::PageUp, "b PgUp", "page up", Moving),
        bind(&[Key::char('g'), Key::plain(Code::Home)], A::Start, "g Home", "to the start", Moving),
        bind(&[Key::char('G'), Key::plain(Code::End)], A::End, "G End", "to the end", Moving),
        bind(&[Key::char('}')], A::NextBlock, "}", "next block of this pane", Moving),
        bind(&[Key::char('{')], A::PreviousBlock, "{", "previous block of this pane", Moving),
        bind(&[Key::char(']')], A::NextDifference, "]", "next difference", Differences),
        bind(&[Key::char('[')], A::PreviousDifference, "[", "previous difference", Differences),
        bind(&[Key::char(')')], A::NextRun, ")", "next marked run of this pane", Differences),
        bind(&[Key::char('(')], A::PreviousRun, "(", "previous marked run of this pane", Differences),
        bind(&[Key::char('i')], A::Why, "i", "why these blocks are linked", Differences),
        bind(&[Key::plain(Code::Enter)], A::Follow, "Enter", "to the other place of what moved", Differences),
        bind(&[Key::char('\'')], A::Back, "'", "back from there", Differences),
        bind(&[Key::char('1')], A::Outlet(0), "1–9", "that outlet into this pane", Outlets),
        bind(&[Key::char('2')], A::Outlet(1), "", "", Outlets),
        bind(&[Key::char('3')], A::Outlet(2), "", "", Outlets),
        bind(&[Key::char('4')], A::Outlet(3), "", "", Outlets),
        bind(&[Key::char('5')], A::Outlet(4), "", "", Outlets),
        bind(&[Key::char('6')], A::Outlet(5), "", "", Outlets),
        bind(&[Key::char('7')], A::Outlet(6), "", "", Outlets),
        bind(&[Key::char('8')], A::Outlet(7), "", "", Outlets),
        bind(&[Key::char('9')], A::Outlet(8), "", "", Outlets),
        bind(&[Key::char('.')], A::NextOutlet, ".", "next outlet into this pane", Outlets),
        bind(&[Key::char(',')], A::PreviousOutlet, ",", "previous outlet into this pane", Outlets),
        bind(&[Key::char('o')], A::Picker, "o", "list of outlets and stories; typing filters it", Outlets),
        bind(&[Key::plain(Code::Tab), Key::plain(Code::BackTab)], A::OtherPane, "Tab", "other pane", Panes),
        bind(&[Key::char('h'), Key::plain(Code::Left)], A::LeftPane, "h ←", "left pane", Panes),
        bind(&[Key::char('l'), Key::plain(Code::Right)], A::RightPane, "l →", "right pane", Panes),
        bind(&[Key::char('x')], A::Swap, "x", "exchange the sides", Outlets),
        bind(&[Key::char('s')], A::Arrange, "s", "next arrangement", Panes),
        bind(&[Key::char('|')], A::Single, "|", "this pane alone, or both", Panes),
        bind(&[Key::char('<')], A::Narrower, "<", "left pane narrower", Panes),
        bind(&[Key::char('>')], A::Wider, ">", "left pane wider", Panes),
        bind(&[Key::char('S')], A::Lock, "S", "lock or free the panes", Panes),
        bind(&[Key::char('J')], A::OtherDown, "J", "row down in the other pane", Panes),
        bind(&[Key::char('K')], A::OtherUp, "K", "row up in the other pane", Panes),
        bind(&[Key::char('=')], A::Fold, "=", "fold: echoes, what is alike, what is alone, all", Panes),
        bind(&[Key::char('w')], A::Marks, "w", "mark what differs, what is shared, nothing", Panes),
        bind(&[Key::char('c')], A::Small, "c", "spelling, case, punctuation shown or not", Panes),
        bind(&[Key::char('/')], A::Search, "/", "search in both panes", Moving),
        bind(&[Key::char('n')], A::NextMatch, "n", "next match; without a search, next difference", Moving),
        bind(&[Key::char('N')], A::PreviousMatch, "N", "previous match, or difference", Moving),
        bind(&[Key::char('m')], A::Map, "m", "map of the pair", Moving),
        bind(&[Key::char('v')], A::Story, "v", "the whole story: sharing, passages, source", Outlets),
        bind(&[Key::char('H')], A::Headlines, "H", "headlines and leads of all outlets", Outlets),
        bind(&[Key::char('L')], A::List, "L", "what stands in this outlet alone", Outlets),
        bind(&[Key::char(':')], A::Palette, ":", "all actions by name; :12 goes to block 12", Program),
        bind(&[Key::char('y')], A::Copy, "y", "copy the block", Program),
        bind(&[Key::char('Y')], A::CopyCited, "Y", "copy it with outlet, date and number", Program),
        bind(&[Key::char('r')], A::Reload, "r", "read the files again", Program),
        bind(&[Key::char('M')], A::Mouse, "M", "mouse to the terminal, and back", Program),
        bind(&[Key::ctrl('z')], A::Suspend, "Ctrl-Z", "leave for a while", Program),
        bind(&[Key::char('t')], A::Theme, "t", "next theme", Program),
        bind(&[Key::ctrl('l')], A::Redraw, "Ctrl-L", "draw anew", Program),
        bind(&[Key::char('?'), Key::plain(Code::F(1))], A::Help, "? F1", "this help", Program),
        bind(&[Key::plain(Code::Esc)], A::Close, "Esc", "close what is open", Program),
        bind(&[Key::char('q'), Key::ctrl('c')], A::Quit, "q Ctrl-C", "quit", Program),
    ]
};

/// Returns what a key asks for, if anything.
#[must_use]
pub fn action(key: Key) -> Option<Action> {
    BINDINGS.iter().find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
}

/// Keys that could not be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown key <{0}>; a plain < is written <lt>")]
pub struct UnknownKey(String);

/// Reads keys as written: characters stand for themselves, others in angle brackets: `<Tab>`, `<S-Tab>`, `<Enter>`,
/// `<Esc>`, `<Space>`, `<BS>`, `<Up>`, `<Down>`, `<Left>`, `<Right>`, `<PgUp>`, `<PgDn>`, `<Home>`, `<End>`, `<F1>`,
/// `<C-d>`, `<lt>`.
///
/// # Errors
///
/// A name in brackets that no key has.
pub fn parse(text: &str) -> Result<Vec<Key>, UnknownKey> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '<' {
            let (name, after) = rest.split_once('>').ok_or_else(|| UnknownKey(rest.to_owned()))?;
            keys.push(named(name).ok_or_else(|| UnknownKey(name.to_owned()))?);
            rest = after;
        } else {
            keys.push(Key::char(c));
        }
    }
    Ok(keys)
}

fn named(name: &str) -> Option<Key> {
    let code = match name {
        "Tab" => Code::Tab,
        "S-Tab" => Code::BackTab,
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "Space" => Code::Char(' '),
        "BS" => Code::Backspace,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Home" => Code::Home,
        "End" => Code::End,
        "lt" => Code::Char('<'),
        _ => {
            let function =
                name.strip_prefix('F').and_then(|number| number.parse().ok()).filter(|n| (1..=12).contains(n));
            let mut held = name.strip_prefix("C-").into_iter().flat_map(str::chars);
            return match (function, held.next(), held.next()) {
                (Some(number), ..) => Some(Key::plain(Code::F(number))),
                (None, Some(c), None) => Some(Key::ctrl(c)),
                _ => None,
            };
        }
    };
    Some(Key::plain(code))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn keys_as_written() {
        let keys = parse("j<Tab><C-d><lt>é<F1>").expect("all are known");
        let expected = [
            Key::char('j'),
            Key::plain(Code::Tab),
            Key::ctrl('d'),
            Key::char('<'),
            Key::char('é'),
            Key::plain(Code::F(1)),
        ];
        assert_eq!(keys, expected);
        for unknown in ["<Foo>", "<", "<C->", "<F13>", "<C-dd>"] {
            assert!(parse(unknown).is_err(), "{unknown}");
        }
    }

    #[test]
    fn no_key_is_bound_twice() {
        let mut seen = HashSet::new();
        assert!(BINDINGS.iter().flat_map(|binding| binding.keys).all(|key| seen.insert(*key)));
    }

    #[test]
    fn every_binding_is_explained_or_one_of_a_row() {
        for binding in BINDINGS {
            assert_eq!(binding.shown.is_empty(), binding.help.is_empty(), "{:?}", binding.action);
            assert!(!binding.shown.is_empty() || matches!(binding.action, Action::Outlet(_)));
        }
    }
}
