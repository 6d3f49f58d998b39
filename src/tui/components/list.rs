//! A list to choose from, with a line that filters it.
//!
//! ```text
//!     ›led▏                                     what is typed; letters of a word may stand apart
//!       B  Harbour Ledger   New boats by …      what was typed is set off in what it matches
//!       E  Freelance        The tender failed
//! ```
//!
//! Every word that is typed must match one field of a line; the best lines come first. The matching is that of `nucleo`.

pub mod drawing;

use std::ops::Range;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

use super::field::Field;
use crate::keys::{Code, Hint, Key};
use crate::search::sign;
use crate::tui::component::HelpLine;
use crate::wrap;

/// The characters of a field that are matched; a hostile headline is not read to its end.
const LONGEST: usize = 400;

/// What a word gains that is a whole field: the letter of an outlet comes before words that begin with it.
const WHOLE: u32 = 40;

/// What a word gains in a field that names the line: what is called so comes before what has it in its headline.
const NAMED: u32 = 20;

/// Returns the hints of a list of so many lines whose chosen one is taken to do something, if anything can be taken: where letters
/// are typed these keys are always the same.
#[must_use]
pub fn hints(takes: &'static str, lines: usize, can_take: bool) -> Vec<Hint> {
    let [up, down, enter, esc] = [Code::Up, Code::Down, Code::Enter, Code::Esc].map(Key::plain);
    let keys = [
        Some(Hint::typing("to filter")),
        (lines > 1).then(|| Hint::fixed(&[up, down], "choose")),
        can_take.then(|| Hint::fixed(&[enter], takes)),
        Some(Hint::fixed(&[esc], "close")),
    ];
    keys.into_iter().flatten().collect()
}

/// Returns the help of a list's keys; taking a line does what is said.
#[must_use]
pub fn help(takes: &'static str) -> Vec<HelpLine> {
    vec![
        HelpLine::heading("Keys"),
        HelpLine::new("a b c …", "filter: each word must be in a field of the line; its letters may stand apart"),
        HelpLine::new("↑ ↓", "choose; Ctrl-P and Ctrl-N too"),
        HelpLine::new("PgUp PgDn", "choose by a page"),
        HelpLine::new("Enter", takes),
        HelpLine::new("Ctrl-U Ctrl-W", "delete what is typed, its last word"),
        HelpLine::new("Esc", "close"),
        HelpLine::new("click", "chooses; again: takes"),
    ]
}

/// Lines to choose from, those that pass the filter, and the chosen one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    field: Field,
    entries: Vec<Vec<String>>,
    folded: Vec<Vec<Utf32String>>,
    widest: Vec<usize>,
    hits: Vec<FilteredLine>,
    chosen: usize,
    /// The fields that name a line.
    names: &'static [usize],
}

/// A line that passes the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilteredLine {
    /// The line's index among all.
    pub entry: usize,
    /// For each of its fields which characters matched, by index, ascending.
    pub marks: Vec<Vec<u32>>,
}

/// What a key or a click did to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOutcome {
    /// Something in the list, or nothing.
    Stayed,
    /// A line was taken, by its index among all; `None` if none passes the filter.
    Took(Option<usize>),
    /// The list is to be closed.
    Closed,
}

impl List {
    /// Creates a list of lines by their fields, one of the lines chosen.
    #[must_use]
    pub fn new(entries: Vec<Vec<String>>, chosen: usize) -> Self {
        let folded = entries.iter().map(|fields| fields.iter().map(|field| fold(field)).collect()).collect();
        let mut widest = vec![0; entries.iter().map(Vec::len).max().unwrap_or(0)];
        for (field, text) in entries.iter().flat_map(|fields| fields.iter().enumerate()) {
            widest[field] = wrap::width(text).max(widest[field]);
        }
        let mut list =
            Self { field: Field::default(), entries, folded, widest, hits: Vec::new(), chosen: 0, names: &[] };
        list.filter();
        list.choose(chosen);
        list
    }

    /// Lets some fields name the lines: a word that is found there counts for more.
    #[must_use]
    pub fn named_by(self, names: &'static [usize]) -> Self {
        Self { names, ..self }
    }

    /// Returns what is typed.
    #[must_use]
    pub const fn field(&self) -> &Field {
        &self.field
    }

    /// Returns all lines.
    #[must_use]
    pub fn entries(&self) -> &[Vec<String>] {
        &self.entries
    }

    /// Returns the columns that a field needs in all lines.
    #[must_use]
    pub fn widest(&self, field: usize) -> usize {
        self.widest.get(field).copied().unwrap_or(0)
    }

    /// Returns the lines that pass the filter, the best one first.
    #[must_use]
    pub fn hits(&self) -> &[FilteredLine] {
        &self.hits
    }

    /// Returns the index of the chosen line among those that pass.
    #[must_use]
    pub const fn chosen(&self) -> usize {
        self.chosen
    }

    /// Returns which of the passing lines are in sight in so many rows: the chosen one in their middle.
    #[must_use]
    pub fn in_sight(&self, rows: usize) -> Range<usize> {
        let first = self.chosen.saturating_sub(rows / 2).min(self.hits.len().saturating_sub(rows));
        first..(first + rows).min(self.hits.len())
    }

    /// Lets a key choose, filter, take or close; there is room for so many lines.
    pub fn press(&mut self, key: Key, rows: usize) -> ListOutcome {
        let page = rows.saturating_sub(1).max(1);
        match (key.code, key.ctrl) {
            (Code::Enter, _) => return ListOutcome::Took(self.hits.get(self.chosen).map(|hit| hit.entry)),
            (Code::Esc, _) => return ListOutcome::Closed,
            (Code::Up, _) | (Code::Char('p'), true) => self.choose(self.chosen.saturating_sub(1)),
            (Code::Down, _) | (Code::Char('n'), true) => self.choose(self.chosen + 1),
            (Code::PageUp, _) => self.choose(self.chosen.saturating_sub(page)),
            (Code::PageDown, _) => self.choose(self.chosen + page),
            _ => {
                if self.field.press(key) {
                    self.filter();
                }
            }
        }
        ListOutcome::Stayed
    }

    /// Chooses one of the lines that pass; if it is the chosen one already, takes it.
    pub fn point(&mut self, line: usize) -> ListOutcome {
        if line == self.chosen {
            return ListOutcome::Took(self.hits.get(line).map(|hit| hit.entry));
        }
        self.choose(line);
        ListOutcome::Stayed
    }

    /// Takes pasted text into the filter.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.filter();
    }

    fn choose(&mut self, line: usize) {
        self.chosen = line.min(self.hits.len().saturating_sub(1));
    }

    /// Finds the lines that pass, and chooses the best one.
    fn filter(&mut self) {
        let text: String = self.field.text().chars().map(sign).collect();
        let atoms = Pattern::new(&text, CaseMatching::Smart, Normalization::Smart, AtomKind::Fuzzy).atoms;
        let mut matcher = Matcher::new(Config::DEFAULT);
        let hits = self.folded.iter().enumerate().filter_map(|(entry, fields)| {
            let (score, marks) = rate(&atoms, fields, self.names, &mut matcher)?;
            Some((score, FilteredLine { entry, marks }))
        });
        let mut hits: Vec<(u32, FilteredLine)> = hits.collect();
        hits.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        self.hits = hits.into_iter().map(|(_, hit)| hit).collect();
        self.chosen = 0;
    }
}

/// Returns what is matched of a field: it has as many characters, as they are seen, as the field.
fn fold(field: &str) -> Utf32String {
    let text: String = field.chars().take(LONGEST).map(sign).collect();
    Utf32String::from(text)
}

/// Returns how well the words match the fields of a line, and where; `None` if one of them matches none.
fn rate(
    atoms: &[Atom],
    fields: &[Utf32String],
    names: &[usize],
    matcher: &mut Matcher,
) -> Option<(u32, Vec<Vec<u32>>)> {
    let mut marks = vec![Vec::new(); fields.len()];
    let mut total = 0;
    for atom in atoms {
        let mut best: Option<(u32, usize, Vec<u32>)> = None;
        for (index, field) in fields.iter().enumerate() {
            let mut at = Vec::new();
            let Some(score) = atom.indices(field.slice(..), matcher, &mut at) else { continue };
            let whole = if at.len() == field.len() { WHOLE } else { 0 };
            let named = if names.contains(&index) { NAMED } else { 0 };
            let score = u32::from(score) + whole + named;
            if best.as_ref().is_none_or(|best| score > best.0) {
                best = Some((score, index, at));
            }
        }
        let (score, index, at) = best?;
        total += score;
        marks[index].extend(at);
    }
    for marks in &mut marks {
        marks.sort_unstable();
        marks.dedup();
    }
    Some((total, marks))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;
    use crate::keys::parse;

    fn list() -> List {
        let lines = [
            ["A", "Coast Wire", "New boats for the island"],
            ["B", "Harbour Ledger", "A town that waits"],
            ["C", "Böotien heute", "It’s the quay’s turn"],
        ];
        List::new(lines.map(|fields| fields.map(str::to_owned).to_vec()).to_vec(), 1)
    }

    /// Returns the passing lines after keys: their matched characters in brackets, the chosen one with `>`.
    fn pressed(keys: &str) -> Vec<String> {
        let mut list = list();
        for key in parse(keys).expect("the keys are known") {
            list.press(key, 2);
        }
        let draw = |text: &str, marks: &[u32]| {
            let mark = |(index, cluster): (usize, &str)| {
                if marks.iter().any(|&mark| mark as usize == index) {
                    format!("[{cluster}]")
                } else {
                    cluster.to_owned()
                }
            };
            text.graphemes(true).enumerate().map(mark).collect::<String>().replace("][", "")
        };
        let line = |(index, hit): (usize, &FilteredLine)| {
            let fields = list.entries[hit.entry].iter().zip(&hit.marks).map(|(text, marks)| draw(text, marks));
            format!("{}{}", if index == list.chosen { ">" } else { " " }, fields.collect::<Vec<_>>().join("|"))
        };
        list.hits.iter().enumerate().map(line).collect()
    }

    #[test]
    fn without_a_filter_all_in_order() {
        assert_eq!(
            pressed(""),
            [
                " A|Coast Wire|New boats for the island",
                ">B|Harbour Ledger|A town that waits",
                " C|Böotien heute|It’s the quay’s turn"
            ]
        );
        assert_eq!(pressed("x<BS>").len(), 3);
        assert_eq!(pressed("  ").len(), 3);
    }

    #[test]
    fn letters_may_stand_apart_and_every_word_must_match() {
        assert_eq!(pressed("hled"), [">B|[H]arbour [Led]ger|A town that waits"]);
        assert_eq!(pressed("town led"), [">B|Harbour [Led]ger|A [town] that waits"]);
        assert_eq!(pressed("town wire"), Vec::<String>::new());
        assert_eq!(pressed("boot")[0], ">C|[Böot]ien heute|It’s the quay’s turn");
        assert_eq!(pressed("böot").len(), 1);
        assert_eq!(pressed("it's"), [">C|Böotien heute|[It’s] the quay’s turn"]);
    }

    #[test]
    fn a_whole_field_comes_first() {
        assert_eq!(pressed("b")[0], ">[B]|Harbour Ledger|A town that waits");
        assert_eq!(pressed("c")[0], ">[C]|Böotien heute|It’s the quay’s turn");
    }

    #[test]
    fn what_is_called_so_comes_before_what_has_it_elsewhere() {
        let lines = [["boat", "the Ledger waits"], ["ledger", "boats"]];
        let list = || List::new(lines.map(|fields| fields.map(str::to_owned).to_vec()).to_vec(), 0);
        let first = |mut list: List, typed: &str| {
            list.paste(typed);
            list.hits[0].entry
        };
        assert_eq!([first(list(), "ledge"), first(list().named_by(&[0]), "ledge")], [0, 1]);
        assert_eq!(first(list().named_by(&[1]), "boat"), 0, "a whole field counts for more");
    }

    #[test]
    fn choosing() {
        let chosen = |keys: &str| pressed(keys).iter().position(|line| line.starts_with('>'));
        assert_eq!(chosen("<Down>"), Some(2));
        assert_eq!(chosen("<Down><Down><Down>"), Some(2));
        assert_eq!(chosen("<Up><C-p>"), Some(0));
        assert_eq!(chosen("<C-n><PgUp><PgUp><PgUp>"), Some(0));
        assert_eq!(chosen("<PgUp><PgDn><PgDn>"), Some(2));
        assert_eq!(chosen("zzz<Down>"), None);
    }

    #[test]
    fn taking_and_closing() {
        let key = |code| Key { code, ctrl: false };
        assert_eq!(list().press(key(Code::Enter), 3), ListOutcome::Took(Some(1)));
        assert_eq!(list().press(key(Code::Esc), 3), ListOutcome::Closed);
        let mut list = list();
        list.paste("no\nsuch line");
        assert_eq!(list.press(key(Code::Enter), 3), ListOutcome::Took(None));
    }

    #[test]
    fn the_chosen_line_is_in_sight() {
        let lines = (0..500).map(|line| vec![line.to_string()]).collect();
        let mut list = List::new(lines, 0);
        for line in [0, 1, 7, 250, 498, 499] {
            list.choose(line);
            for rows in [1, 2, 9, 600] {
                let sight = list.in_sight(rows);
                assert!(sight.contains(&line) && sight.len() == rows.min(500), "{line} of {rows}: {sight:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_filter_of_any_lines(fields in prop::collection::vec("[a-cé’灯🇩👩‍\u{301} ^!$]{0,9}", 0..6), typed in "\\PC{0,9}") {
            let lines = fields.iter().map(|field| vec![field.clone(), typed.clone()]).collect();
            let mut list = List::new(lines, 3);
            list.paste(&typed);
            for hit in &list.hits {
                for (text, marks) in list.entries[hit.entry].iter().zip(&hit.marks) {
                    prop_assert!(marks.iter().all(|&mark| (mark as usize) < text.graphemes(true).count()));
                }
            }
        }
    }
}
