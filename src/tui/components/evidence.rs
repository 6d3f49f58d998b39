//! What of the block at the cursor is evidence, and what answers it in other outlets, in a box.
//!
//! ```text
//!     ┌─ Evidence in A¶4 ────────────────────────────────────────────────┐
//!     │ Quotations                                                       │
//!     │   “We waited too long” · same words · Ada Quill: said · rule: …  │
//!     │     B¶6 other words · speaker not stated                         │
//!     │ Names                                                            │
//!     │   …                                                              │
//!     └──────────────────────────────────────────────────────────────────┘
//! ```
//!
//! The same key marks all of it in the text, and once more takes the marks off.

use ratatui::buffer::Buffer;

use super::boxed::BoxedText;
use crate::keys::{Action, Hint, Key};
use crate::pages::{Facts, Figures, People, Quotations, Words, evidence_of_block};
use crate::present::{EvidenceKind, labels};
use crate::tui::component::{Component, HelpLine, Outcome, Placement, key_lines};
use crate::tui::state::{Reader, SideBlock};
use crate::tui::theme::Theme;

/// The evidence of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockEvidence {
    at: SideBlock,
    shown: BoxedText,
}

impl BlockEvidence {
    /// Opens the evidence of the block at the cursor, and asks for it if it is not known; `None` if it is marked in the text, and
    /// is no more.
    pub fn open(reader: &mut Reader) -> Option<Self> {
        if reader.settings.marks_evidence {
            reader.mark_evidence(false);
            return None;
        }
        reader.ask_for_evidence();
        let mut view = Self { at: reader.here(), shown: BoxedText::default() };
        view.fill(reader);
        Some(view)
    }

    fn fill(&mut self, reader: &Reader) {
        let letters = reader.pair.letters();
        let title = format!(" Evidence in {} ", labels::blocks(&letters[self.at.side], &[self.at.block], ""));
        self.shown = BoxedText::new(title, sentences(reader, self.at));
    }
}

/// Returns what there is to say of a block.
fn sentences(reader: &Reader, at: SideBlock) -> Vec<String> {
    let facts: Facts<'_> = reader.page_facts();
    if facts.evidence.is_none() {
        let progress = reader.facts.progress_text();
        return vec![progress.unwrap_or_else(|| "all pairs are to be read first".to_owned())];
    }
    let place = (reader.pair.shown[at.side], at.block);
    let groups = [
        ("Quotations", evidence_of_block(&Quotations, &facts, place)),
        ("Names", evidence_of_block(&People, &facts, place)),
        ("Figures and dates", evidence_of_block(&Figures, &facts, place)),
        ("Words", evidence_of_block(&Words, &facts, place)),
    ];
    let some = groups.into_iter().filter(|(_, sentences)| !sentences.is_empty());
    let all: Vec<String> = some
        .flat_map(|(heading, sentences)| {
            std::iter::once(heading.to_owned()).chain(sentences.into_iter().map(|sentence| format!("  {sentence}")))
        })
        .collect();
    let kind = reader.pair.articles()[at.side].blocks[at.block].kind;
    match all.is_empty() {
        true if kind.is_aside() => vec![format!(
            "nothing is looked for here: this block is read as {}; evidence is of headlines, headings and paragraphs",
            kind.name()
        )],
        true => vec!["no quotation, name, figure or date was found in this block, and no word of a list".to_owned()],
        false => all,
    }
}

impl Component for BlockEvidence {
    fn key(&mut self, reader: &mut Reader, key: Key) -> Outcome {
        if self.shown.goes_on(reader, key) {
            return Outcome::Stay;
        }
        if reader.asked(key) == Some(Action::WordLists) {
            return Outcome::OpenOver(Action::WordLists);
        }
        if reader.asked(key) == Some(Action::Evidence) {
            reader.mark_evidence(true);
        } else if reader.facts.evidence.is_none() {
            reader.stop_job();
        }
        Outcome::Close
    }

    /// Shows what was found out.
    fn refresh(&mut self, reader: &mut Reader) {
        self.at = reader.here();
        reader.ask_for_evidence();
        self.fill(reader);
    }

    fn placement(&self, reader: &Reader) -> Placement {
        self.shown.placement(reader)
    }

    fn draw(&self, reader: &Reader, buffer: &mut Buffer) {
        self.shown.draw(reader, buffer);
    }

    fn hints(&self, reader: &Reader) -> Vec<Hint> {
        let more = self.shown.has_more(reader).then_some((Action::RowDown, "more"));
        let keys = [more, Some((Action::Close, "close")), Some((Action::Evidence, "mark all of it"))];
        keys.into_iter().flatten().filter_map(|(action, does)| Hint::new(&reader.keymap, &[action], does)).collect()
    }

    fn help(&self, reader: &Reader) -> Vec<HelpLine> {
        const KEYS: [(&[Action], &str); 4] = [
            (&[Action::RowDown, Action::RowUp], "further down and up, where there is more than room for it"),
            (&[Action::Evidence], "mark all evidence in the text; once more: take the marks off"),
            (&[Action::WordLists], "lists of words that mark, on and off"),
            (&[Action::Close], "close; any other key too"),
        ];
        let looks = EvidenceKind::ALL.map(|kind| HelpLine::new(Theme::evidence_attribute(kind), meaning(kind)));
        let words = [
            HelpLine::heading("What of a block is evidence"),
            HelpLine::new("B¶6 …", "below an entry: how it stands in another outlet"),
            HelpLine::new(
                "rule: …",
                "the rule by which the speaker was found; the page of quotations explains all signs",
            ),
            HelpLine::new("listed in …", "the list that has the word, and the class in it"),
            HelpLine::heading(""),
            HelpLine::heading("Marked in the text"),
        ];
        let keys = [HelpLine::heading("")].into_iter().chain(key_lines(reader, &KEYS));
        words.into_iter().chain(looks).chain(keys).collect()
    }
}

const fn meaning(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Quotation => "in marks: a quotation",
        EvidenceKind::Name => "a name of a person, a body or a place",
        EvidenceKind::Figure => "a figure or a date",
        EvidenceKind::Word => "a word of a list: a reporting verb, a hedge, a vague source",
    }
}
