//! A page of evidence, set for a width: its head, and a line for each entry with a cell for each article in sight.

use super::choice::{filter, filter_after, shown};
use super::entries::{Cell, Entry, EntryPlace, EvidenceList};
use super::places::in_article;
use crate::evidence::Evidence;
use crate::keys::Action;
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::page::{SHORT, TableColumns};
use crate::pages::passages::filter_name;
use crate::pages::{ColumnWindow, Facts, PageChoice, PresentedPage};
use crate::present::{Line, Role, Sign, Span, labels, sentences};
use crate::story::presence::Filter;
use crate::wrap::isolates::in_lines;

/// The columns by which lines below an entry are set back, and those that say more of the line above.
const INDENT: usize = 2;
const DEEPER: usize = 4;

/// What the page is made of.
#[derive(Clone, Copy)]
pub(super) struct Table<'a, L> {
    pub list: L,
    pub facts: Facts<'a>,
    pub evidence: &'a Evidence,
    pub setup: PageSetup,
}

impl<'a, L: EvidenceList> Table<'a, L> {
    /// Returns the page. Cost: linear in the entries for the filter, and in the cells that are asked for.
    pub(super) fn present(self, choice: PageChoice, window: ColumnWindow) -> PresentedPage<'a> {
        let setup = self.setup;
        let count = self.facts.story.articles().len();
        let TableColumns { columns, cell, words, is_wide } = TableColumns::new(window, &choice, count, setup.width);
        let entries = shown(&self.list, &self.facts, self.evidence, &choice);
        let mut head = self.heading(&choice);
        head.push(Line::new());
        let all = match filter(&self.facts, &choice) {
            Filter::Everything => entries.len(),
            _ => self.list.entries(&self.facts, self.evidence).len(),
        };
        let in_sight = if columns.len() == count {
            format!(" {}", L::COUNTED[usize::from(all != 1)])
        } else {
            format!(" · columns {}–{} of {count}", columns.start + 1, columns.end)
        };
        let counted = setup.fitted(&setup.signs(format!("{} of {all}{in_sight}", entries.len())), words);
        let mut names = vec![Span::new(counted, Role::Faint)];
        names.extend(columns.clone().map(|column| {
            let letter = letter(self.facts.article_at(column));
            Span::new(format!("{letter:>cell$}"), Role::Heading)
        }));
        head.push(names);
        if entries.is_empty() {
            head.extend(setup.faint(&self.nothing(&choice, all)));
        }
        let (items, shown) = (entries.len(), columns.clone());
        let item = move |line: usize| {
            let entry = &entries[line];
            let mut spans = vec![Span::new(setup.fitted(&self.name(entry), words - 1) + " ", Role::Text)];
            spans.extend(shown.clone().map(|column| {
                let Cell { text, role, .. } = self.cell(entry, self.facts.article_at(column), is_wide);
                let text = setup.clipped(&text, cell - 1);
                let spaces = cell.saturating_sub(setup.columns(&text));
                let role = if window.sets_off(&choice, line, column) { Role::Chosen } else { role };
                Span::new(" ".repeat(spaces) + &text, role)
            }));
            let is_whole = window.sets_off_item(&choice, line) || window == ColumnWindow::From(0);
            let below = if is_whole { self.below(entry) } else { Vec::new() };
            std::iter::once(spans).chain(below).collect()
        };
        PresentedPage::new(head, items, item).with_columns(columns, words, cell)
    }

    /// Returns the words that name an entry; those of an article are set off.
    fn name(&self, entry: &Entry) -> String {
        match self.list.named(&self.facts, self.evidence, entry) {
            (Some(article), words) => labels::set_off(&self.facts.story.articles()[article], &words).into_owned(),
            (None, words) => words,
        }
    }

    /// Returns what an article has of an entry.
    pub(super) fn cell(&self, entry: &Entry, article: usize, is_wide: bool) -> Cell {
        let own: Vec<&EntryPlace> = in_article(&entry.places, article).collect();
        let named = letter(article);
        let is_own = |index: &usize| entry.places[*index].place.article == article;
        let ranked = (0..entry.places.len()).filter(is_own).min_by_key(|&index| entry.places[index].rank);
        let Some(first) = ranked else {
            let said = format!("{} {named}", L::ABSENT);
            let text = self.setup.signs(Sign::Absent.sign());
            return Cell { text, said, role: Role::Faint, is_there: false };
        };
        let mut blocks: Vec<usize> = own.iter().map(|own| own.place.block).collect();
        blocks.sort_unstable();
        blocks.dedup();
        let letters = self.list.letters_of(self.evidence, entry, article);
        let sign: String = entry.places[first].sign.chars().chain(letters.iter().copied()).collect();
        let text = match &blocks[..] {
            blocks if is_wide => labels::blocks(&sign, blocks, ","),
            [first_block, _, ..] => format!("{sign}{}+", first_block + 1),
            blocks => format!("{sign}{}", labels::numbers(blocks, "")),
        };
        let at = sentences::blocks(&named, &self.facts.story.articles()[article], &blocks);
        let stands = match &letters[..] {
            [values @ .., last] if !values.is_empty() => {
                let values: Vec<String> = values.iter().map(char::to_string).collect();
                format!("{}, values {} and {last}", entry.places[first].word, values.join(", "))
            }
            _ => self.list.stands(self.evidence, (entry, first)),
        };
        let said = if stands.is_empty() { at } else { format!("{at}, {stands}") };
        let is_first = L::SIGNS.first().is_some_and(|(sign, ..)| *sign == entry.places[first].sign);
        let role = if is_first { Role::Sign } else { Role::Text };
        Cell { text: self.setup.signs(text), said, role, is_there: true }
    }

    /// Returns the lines below an entry: what is told of each of its places.
    fn below(&self, entry: &Entry) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for (index, own) in entry.places.iter().enumerate() {
            let at = (entry, index);
            let brief = self.list.brief(&self.facts, self.evidence, at);
            let place = labels::blocks(&letter(own.place.article), &[own.place.block], "");
            let parts = [self.list.stands(self.evidence, at), brief].into_iter().filter(|part| !part.is_empty());
            let parts = parts.collect::<Vec<_>>().join(" · ");
            lines.extend(self.indented(&format!("{place} {parts}"), INDENT, Role::Text));
            for detail in self.list.details(&self.facts, self.evidence, at) {
                lines.extend(self.indented(&detail.text, DEEPER, detail.role));
            }
        }
        lines
    }

    fn indented(&self, text: &str, indent: usize, role: Role) -> Vec<Line<'static>> {
        let room = self.setup.width.saturating_sub(indent).clamp(1, self.setup.measure.max(1));
        let text = self.setup.signs(text.trim());
        let lines = in_lines(self.setup.wrap(&text, room));
        lines.map(|line| vec![Span::new(" ".repeat(indent) + &line, role)]).collect()
    }

    /// Says what is shown, and explains the signs where there is room.
    fn heading(&self, choice: &PageChoice) -> Vec<Line<'static>> {
        let setup = self.setup;
        let named = Span::new(L::TITLE, Role::Heading);
        let shown = filter_name(filter(&self.facts, choice));
        let dotted = setup.span(format!(" · {shown}"), Role::Text);
        let fits = setup.columns(&named.text) + setup.columns(&dotted.text) <= setup.width;
        let mut head = if fits { vec![vec![named, dotted]] } else { vec![vec![named]] };
        if self.facts.screen.is_none() || setup.height >= SHORT {
            head.extend(setup.legend(Self::explained()));
        }
        if let Some(remark) = self.list.remark(&self.facts) {
            head.extend(setup.faint(&setup.signs(remark)));
        }
        head
    }

    /// Explains the signs, each in a few words.
    pub(super) fn explained() -> Vec<String> {
        let own = L::SIGNS.iter().map(|(sign, word, _)| format!("{sign} {word}"));
        own.chain([format!("{} {}", Sign::Absent.sign(), L::ABSENT_MEANS)]).collect()
    }

    /// Says that nothing is shown, and which key shows what comes next.
    fn nothing(&self, choice: &PageChoice, all: usize) -> String {
        if all == 0 {
            return format!("none: no {} found", L::COUNTED[1]);
        }
        let keymap = self.facts.screen.map(|screen| screen.keymap);
        let next = filter_name(filter_after(filter(&self.facts, choice), self.facts.article_at(choice.column)));
        let key = keymap.and_then(|keymap| keymap.hint(Action::Fold, &format!("shows: {next}")));
        let parts: Vec<String> = ["none".to_owned()].into_iter().chain(key).collect();
        self.setup.signs(parts.join("; "))
    }
}
