//! Figures and dates: each once, with the outlets that have it, in their own words.

use super::Facts;
use super::evidence::{Column, Detail, Entry, EntryPlace, EvidenceList, EvidencePage};
use crate::evidence::compared::{
    DateEntry, DateKind, FigureKind, alike_dates, alike_figures, is_scaled_in, value_letter,
};
use crate::evidence::dates::{DateMention, Period, Season};
use crate::evidence::figures::{Exactness, Figure};
use crate::evidence::{Evidence, Place};
use crate::letters::letter;
use crate::present::{Role, labels, sentences};

/// Shows the figures and dates of the story.
pub type FiguresPage = EvidencePage<Figures>;

/// Lists the figures and then the dates: of either those first that differ.
#[derive(Clone, Copy, Debug)]
pub struct Figures;

const DIFFERS: &str = "≠";
const SCALE: &str = "×";
const AGREES: &str = "=";
const SAME: &str = "+";
const ALONE: &str = "◦";
const NO_DATE: &str = "·";

/// Of figures the entries come first; those of dates are counted on.
fn date_entry(evidence: &Evidence, key: usize) -> Option<&DateEntry> {
    evidence.date_entries.get(key.checked_sub(evidence.figure_entries.len())?)
}

/// Returns the figure or the date at a place of an entry.
fn item<'e>(evidence: &'e Evidence, (entry, nth): (&Entry, usize)) -> Item<'e> {
    if let Some(own) = date_entry(evidence, entry.key) {
        return Item::Date(own.kind, &evidence.dates[own.said[nth]]);
    }
    let own = &evidence.figure_entries[entry.key];
    let figure = own.said.get(nth).unwrap_or_else(|| &own.also[nth - own.said.len()]);
    Item::Figure(&evidence.figures[*figure])
}

/// What stands at a place.
enum Item<'e> {
    Figure(&'e Figure),
    Date(DateKind, &'e DateMention),
}

/// Returns an entry of places that stand to each other in one way.
fn entry<'e>(key: usize, (sign, word): (&'static str, &'static str), places: impl Iterator<Item = &'e Place>) -> Entry {
    let places: Vec<&Place> = places.collect();
    let place = |(rank, own): (usize, &&Place)| {
        let against = places.first().filter(|first| first.article != own.article);
        EntryPlace { place: (*own).clone(), sign, word, rank, against: against.map(|first| (*first).clone()) }
    };
    Entry { key, places: places.iter().enumerate().map(place).collect() }
}

impl EvidenceList for Figures {
    const NAME: &'static str = "figures";
    const TITLE: &'static str = "Figures and dates";
    const COUNTED: [&'static str; 2] = ["figure or date", "figures and dates"];
    const ABSENT: &'static str = "no such figure or date in";
    const ABSENT_MEANS: &'static str = "not found there; it may stand there in other words";
    const SIGNS: &'static [(&'static str, &'static str, &'static str)] = &[
        (
            DIFFERS,
            "differs",
            "differs: linked blocks count the same in the same words, or name different days in the same words",
        ),
        (SCALE, "by a power of a thousand", "the same but for a power of a thousand: millions here, thousands there"),
        (AGREES, "agrees", "agrees: the same figure where blocks answer each other; the same day in whatever form"),
        (
            SAME,
            "in others too",
            "the same number of the same thing, or of none that is said, stands in others too; nothing says for sure that it is of one thing",
        ),
        (ALONE, "in one outlet alone", "in one outlet alone; others may count something else"),
        (NO_DATE, "day not stated", "a date of which no rule is sure on which day it is"),
    ];
    const TERMS: &'static [(&'static str, &'static str)] = &[
        ("about, at least", "as the outlet says it: an exact figure and one that is about so much may agree"),
        (
            "day from B, year from B¶4",
            "the words do not say all of it: day or year are those of that report's date, or of that block",
        ),
        (
            "≠a ≠b +ab",
            "values of a row that differs: those with one letter are the same; who gives two has both letters",
        ),
        (
            "day not stated",
            "the outlet's own words, and nothing that they could be counted from; \"year not stated\" where the day is said, and no year",
        ),
    ];
    const COLUMNS: &'static [(&'static str, &'static str)] = &[
        ("as it stands", "“{}”"),
        ("how it stands", "{}"),
        ("value", "value: {}"),
        ("of what", "counted: {}"),
        ("day or year from", "by the date of {}"),
    ];

    fn entries(&self, _: &Facts<'_>, evidence: &Evidence) -> Vec<Entry> {
        let mut figures: Vec<usize> = (0..evidence.figure_entries.len()).collect();
        figures.sort_by_key(|&key| evidence.figure_entries[key].kind);
        let mut dates: Vec<usize> = (0..evidence.date_entries.len()).collect();
        dates.sort_by_key(|&key| rank(evidence.date_entries[key].kind));
        let figure = |key: usize| {
            let own = &evidence.figure_entries[key];
            let places = own.said.iter().chain(&own.also).map(|&said| &evidence.figures[said].place);
            let mut entry = entry(key, of_figures(own.kind), places);
            // Of several that differ one may be another one of them but for its scale.
            for nth in (1..own.said.len()).filter(|&nth| is_scaled_in(&evidence.figures, own, nth)) {
                (entry.places[nth].sign, entry.places[nth].word) = of_figures(FigureKind::Scale);
            }
            // What others have beside it is neither the same for sure nor another.
            for place in &mut entry.places[own.said.len()..] {
                (place.sign, place.word) = of_figures(FigureKind::SameFigure);
            }
            entry
        };
        let date = |key: usize| {
            let own = &evidence.date_entries[key];
            let places = own.said.iter().map(|&said| &evidence.dates[said].place);
            let mut entry = entry(key + evidence.figure_entries.len(), of_dates(own.kind), places);
            // "1 July" says which day, and not of which year.
            for (place, &said) in entry.places.iter_mut().zip(&own.said) {
                if own.kind == DateKind::NoDate && evidence.dates[said].lacks_year_alone() {
                    place.word = "year not stated";
                }
            }
            entry
        };
        figures.into_iter().map(figure).chain(dates.into_iter().map(date)).collect()
    }

    fn named(&self, facts: &Facts<'_>, _: &Evidence, entry: &Entry) -> (Option<usize>, String) {
        let own = &entry.places[0].place;
        (Some(own.article), words(facts, own).to_owned())
    }

    fn brief(&self, facts: &Facts<'_>, evidence: &Evidence, at: (&Entry, usize)) -> String {
        let own = format!("“{}”", set_off(facts, &at.0.places[at.1].place));
        match item(evidence, at) {
            Item::Figure(_) => own,
            Item::Date(kind, date) => {
                let day = date.value.map(|day| day.to_string()).filter(|_| kind != DateKind::NoDate);
                let day = day.or(date.period.map(said_period));
                let anchor = anchor(date).map(|anchor| format!("{} from {anchor}", counted_from(date)));
                [Some(own), day, anchor].into_iter().flatten().collect::<Vec<_>>().join(" · ")
            }
        }
    }

    /// Returns the words around it: what is counted is told by these.
    fn details(&self, facts: &Facts<'_>, _: &Evidence, (entry, nth): (&Entry, usize)) -> Vec<Detail> {
        let place = &entry.places[nth].place;
        let article = &facts.story.articles()[place.article];
        let around = around(&article.blocks[place.block].text, place);
        vec![Detail { text: labels::set_off(article, &around).into_owned(), role: Role::Faint }]
    }

    fn letters(&self, evidence: &Evidence, entry: &Entry) -> Option<Vec<char>> {
        let values = match date_entry(evidence, entry.key) {
            Some(own) => alike_dates(&evidence.dates, own),
            None => alike_figures(&evidence.figures, &evidence.figure_entries[entry.key]),
        };
        values.map(|values| values.into_iter().map(value_letter).collect())
    }

    fn cells(&self, facts: &Facts<'_>, evidence: &Evidence, (entry, nth): (&Entry, usize)) -> Vec<Column> {
        let own = &entry.places[nth];
        let stands = Column::Words(words(facts, &own.place).to_owned());
        let (value, of, from) = match item(evidence, (entry, nth)) {
            Item::Figure(figure) => (value(figure), figure.unit.clone(), [String::new(), String::new()]),
            Item::Date(_, date) => (
                date.value.map(|day| day.to_string()).or(date.period.map(said_period)).unwrap_or_default(),
                String::new(),
                [anchor(date).unwrap_or_default(), said_anchor(facts, date)],
            ),
        };
        let [from, said] = from;
        let how = Column::Ours(self.stands(evidence, (entry, nth)));
        vec![stands, how, Column::Ours(value), Column::Words(of), Column::Said(from, said)]
    }
}

const fn of_figures(kind: FigureKind) -> (&'static str, &'static str) {
    match kind {
        FigureKind::Differs => (DIFFERS, "differs"),
        FigureKind::Scale => (SCALE, "by a power of a thousand"),
        FigureKind::Agrees => (AGREES, "agrees"),
        FigureKind::SameFigure => (SAME, "in others too"),
        FigureKind::OneOutlet => (ALONE, "in one outlet alone"),
    }
}

const fn of_dates(kind: DateKind) -> (&'static str, &'static str) {
    match kind {
        DateKind::Agrees => (AGREES, "agrees"),
        DateKind::Differs => (DIFFERS, "differs"),
        DateKind::OneOutlet => (ALONE, "in one outlet alone"),
        DateKind::NoDate => (NO_DATE, "day not stated"),
    }
}

const fn rank(kind: DateKind) -> usize {
    match kind {
        DateKind::Differs => 0,
        DateKind::Agrees => 1,
        DateKind::OneOutlet => 2,
        DateKind::NoDate => 3,
    }
}

fn words<'f>(facts: &Facts<'f>, place: &Place) -> &'f str {
    &facts.story.articles()[place.article].blocks[place.block].text[place.range.clone()]
}

fn set_off(facts: &Facts<'_>, place: &Place) -> String {
    labels::set_off(&facts.story.articles()[place.article], words(facts, place)).into_owned()
}

/// Names what a day or a year was taken from: `B`, `B¶4`.
fn anchor(own: &DateMention) -> Option<String> {
    let (article, block) = own.anchor?;
    let named = letter(article);
    Some(block.map_or(named.clone(), |block| labels::blocks(&named, &[block], "")))
}

/// Says what of a date was taken from there.
fn counted_from(own: &DateMention) -> &'static str {
    if own.period.is_some() || own.lacks_year_alone() { "year" } else { "day" }
}

/// Says a year, a month or a season: `2017`, `2024-06`, `autumn 2027`.
fn said_period(period: Period) -> String {
    match period {
        Period::Season(year, Season::Spring) => format!("spring {year}"),
        Period::Season(year, Season::Summer) => format!("summer {year}"),
        Period::Season(year, Season::Autumn) => format!("autumn {year}"),
        Period::Year(_) | Period::Month(..) => period.to_string(),
    }
}

/// Names it in words.
fn said_anchor(facts: &Facts<'_>, own: &DateMention) -> String {
    let Some((article, block)) = own.anchor else { return String::new() };
    let named = letter(article);
    block.map_or(named.clone(), |block| sentences::blocks(&named, &facts.story.articles()[article], &[block]))
}

/// Returns the value of a figure as it is counted with: `41000000`, `at least 3`, `3–5`.
fn value(figure: &Figure) -> String {
    let exactness = match figure.exactness {
        Exactness::Plain => String::new(),
        Exactness::About => "about ".to_owned(),
        Exactness::AtLeast => "at least ".to_owned(),
        Exactness::AtMost => "at most ".to_owned(),
    };
    let upper = figure.upper.map_or_else(String::new, |upper| format!("–{upper}"));
    format!("{exactness}{}{upper}", figure.value)
}

/// How many bytes of the text around a figure are shown on either side, about.
const AROUND: usize = 40;

/// Returns some words around a place: `… a contract of 41 million crowns for the …`.
fn around(text: &str, place: &Place) -> String {
    let before = text[..place.range.start].char_indices().rev().map(|(at, _)| at);
    let start = before.take_while(|at| place.range.start - at <= AROUND).last().unwrap_or(place.range.start);
    // Where a word is cut the rest of it is left out.
    let start = if start == 0 {
        0
    } else {
        text[start..place.range.start].find(' ').map_or(place.range.start, |at| start + at + 1)
    };
    let after = text[place.range.end..].char_indices().map(|(at, c)| place.range.end + at + c.len_utf8());
    let end = after.take_while(|end| end - place.range.end <= AROUND).last().unwrap_or(place.range.end);
    let end = if end == text.len() {
        end
    } else {
        text[place.range.end..end].rfind(' ').map_or(place.range.end, |at| place.range.end + at)
    };
    let mark = |is_cut: bool| if is_cut { "… " } else { "" };
    let behind = if end < text.len() { " …" } else { "" };
    format!("{}{}{behind}", mark(start > 0), text[start..end].trim())
}
