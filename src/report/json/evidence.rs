//! The `evidence` object: what can be pointed at, in the outlets' own words.

use serde::Serialize;

use crate::article::Article;
use crate::evidence::compared::{DateEntry, FigureEntry, alike_dates, alike_figures, value_letter};
use crate::evidence::ledger::{QuotationEntry, Said};
use crate::evidence::marks::Mark;
use crate::evidence::names::Name;
use crate::evidence::said_by::Speaker;
use crate::evidence::swaps::Swap;
use crate::evidence::{AttributedQuotation, Evidence, Place};
use crate::letters::letter;
use crate::present::excerpts;
use crate::report::numbers::number;
use crate::story::Story;

#[cfg(feature = "schema")]
use crate::evidence::compared::{DateKind, FigureKind};
#[cfg(feature = "schema")]
use crate::evidence::{figures::Exactness, ledger::QuotationKind, quotations::Manner, said_by::SpeakerKind};

/// What can be pointed at, in the outlets' own words.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Evidence"))]
pub(super) struct EvidenceRecord<'s> {
    /// The quotations; the same one in several outlets once.
    quotations: Vec<QuotationRecord<'s>>,
    /// The figures; those that count one thing in blocks that answer each other together.
    figures: Vec<FigureEntryRecord<'s>>,
    /// The dates; those of one day together.
    dates: Vec<DateEntryRecord<'s>>,
    /// The names of people, bodies and places, each with how every article introduces it.
    names: Vec<NameRecord<'s>>,
    /// Words of the outlets' own that stand in a list: reporting verbs, hedges and the rest.
    verbs: Vec<MarkRecord<'s>>,
    /// What stands in one outlet where another has something else, most often first.
    wording: Vec<SwapRecord<'s>>,
}

/// A quotation with all places where it stands.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Quotation"))]
struct QuotationRecord<'s> {
    /// The first kind that any place has.
    #[cfg_attr(feature = "schema", schemars(with = "QuotationKind"))]
    kind: &'static str,
    /// Where it is quoted.
    said: Vec<SaidRecord<'s>>,
}

/// A quotation at one place.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Said"))]
struct SaidRecord<'s> {
    /// The letter of the article.
    article: String,
    /// The number of the block, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// How many characters of the block stand before it.
    from: usize,
    /// What is quoted, without its marks.
    text: &'s str,
    /// How it stands here.
    #[cfg_attr(feature = "schema", schemars(with = "QuotationKind"))]
    kind: &'static str,
    /// How it is set into its sentence.
    #[cfg_attr(feature = "schema", schemars(with = "Manner"))]
    manner: &'static str,
    /// Who says it; null where it is not stated or not sure.
    speaker: Option<SpeakerRecord<'s>>,
    /// The reporting verb with its auxiliaries, or what stands for it; where somebody else cites the speaker, who does and with which words.
    cue: Option<&'s str>,
    /// The rule that found who says it.
    rule: Option<&'static str>,
    /// What it is held against, if something of it is altered or left out, or somebody else says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<AgainstRecord<'s>>,
    /// The words that stand here and not there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differs: Vec<&'s str>,
    /// The words that stand there and not here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<&'s str>,
}

/// Keeps of what is quoted no more than excerpts have of a marked run.
pub(super) fn shorten(record: &mut EvidenceRecord<'_>) {
    for said in record.quotations.iter_mut().flat_map(|entry| &mut entry.said) {
        said.text = excerpts::run_within(said.text);
        if let Some(against) = &mut said.against {
            against.text = excerpts::run_within(against.text);
        }
        for words in said.differs.iter_mut().chain(&mut said.left_out) {
            *words = excerpts::run_within(words);
        }
    }
}

/// Who says something.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Speaker"))]
struct SpeakerRecord<'s> {
    /// The words that say it, as they stand.
    text: &'s str,
    /// The name at its fullest, or of a pronoun the words that it stands for; null where nothing says it.
    name: Option<&'s str>,
    /// How the speaker is named.
    #[cfg_attr(feature = "schema", schemars(with = "SpeakerKind"))]
    kind: &'static str,
}

/// What a quotation is held against.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Against"))]
struct AgainstRecord<'s> {
    /// The letter of the article.
    article: String,
    /// The number of the block, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// The words there.
    text: &'s str,
    /// Whether they stand in quotation marks there.
    quoted: bool,
    /// Who says it there, if that is somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<SpeakerRecord<'s>>,
}

/// Figures that count one thing.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Figures"))]
struct FigureEntryRecord<'s> {
    /// How they stand to each other.
    #[cfg_attr(feature = "schema", schemars(with = "FigureKind"))]
    kind: &'static str,
    /// What is counted, as the first of them has it; null if nothing says it.
    unit: Option<&'s str>,
    /// Where they stand.
    said: Vec<FigureRecord<'s>>,
}

/// A figure at one place.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Figure"))]
struct FigureRecord<'s> {
    /// The letter of the article.
    article: String,
    /// The number of the block, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// How many characters of the block stand before it.
    from: usize,
    /// Its words, with what is counted.
    text: &'s str,
    /// What it is worth, in its unit; of a range the lower end.
    value: serde_json::Number,
    /// The upper end of a range, in its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<serde_json::Number>,
    /// How exact it is said to be.
    #[cfg_attr(feature = "schema", schemars(with = "Exactness"))]
    exactness: &'static str,
    /// In an entry that differs, and of which some are the same: a letter that these share.
    #[serde(skip_serializing_if = "Option::is_none")]
    alike: Option<char>,
}

/// Dates of one day, or dates that differ.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Dates"))]
struct DateEntryRecord<'s> {
    /// How they stand to each other.
    #[cfg_attr(feature = "schema", schemars(with = "DateKind"))]
    kind: &'static str,
    /// The day as in ISO 8601; null where no rule is sure, or they differ.
    value: Option<String>,
    /// Where they stand.
    said: Vec<DateRecord<'s>>,
}

/// A date at one place.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Date"))]
struct DateRecord<'s> {
    /// The letter of the article.
    article: String,
    /// The number of the block, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// How many characters of the block stand before it.
    from: usize,
    /// Its words.
    text: &'s str,
    /// The day as in ISO 8601; null where no rule is sure.
    value: Option<String>,
    /// The year, month or season, where it is longer than a day, as in ISO 8601 and its second part: `2017`, `2024-06`, `2027-23` (21 is
    /// spring, 22 summer, 23 autumn).
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    /// The article, or the block of one, that the day or the year is taken from; null where the words say all of it.
    anchor: Option<String>,
    /// In an entry that differs, and of which some are of one day: a letter that these share.
    #[serde(skip_serializing_if = "Option::is_none")]
    alike: Option<char>,
}

/// A name.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Name"))]
struct NameRecord<'s> {
    /// The name at its fullest.
    name: &'s str,
    /// Where each article that has it introduces it.
    said: Vec<IntroductionRecord<'s>>,
}

/// How an article introduces whom it names.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Place"))]
struct IntroductionRecord<'s> {
    /// The letter of the article.
    article: String,
    /// The number of the block, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// The name with the words that say whose it is, where they stand first; else the name where it stands first.
    text: &'s str,
    /// Whether these words go on in the text behind the last one of them here.
    cut: bool,
}

/// A word, or a run of words, of a list.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ListedWords"))]
struct MarkRecord<'s> {
    /// The letter of the article.
    article: String,
    /// The number of the block, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// How many characters of the block stand before it.
    from: usize,
    /// The words as they stand.
    text: &'s str,
    /// The list that has them.
    list: &'static str,
    /// Their class in the list.
    class: &'s str,
}

/// What is swapped between two articles.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Swap"))]
struct SwapRecord<'s> {
    /// The words of the left article, in small letters.
    left: &'s str,
    /// Those of the right one.
    right: &'s str,
    /// Whether only the spelling differs.
    spelling: bool,
    /// The letters of the two.
    of: [String; 2],
    /// Where they stand, one of either for each time.
    at: Vec<BlockPlace>,
}

/// A block.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "BlockPlace"))]
struct BlockPlace {
    /// The letter of the article.
    article: String,
    /// The number of the block, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
}

/// Returns the evidence of a story as it is written.
pub(super) fn record<'s>(story: &'s Story, evidence: &'s Evidence) -> EvidenceRecord<'s> {
    EvidenceRecord {
        quotations: evidence.ledger.iter().map(|entry| quotation(story, evidence, entry)).collect(),
        figures: evidence.figure_entries.iter().map(|entry| figures(story, evidence, entry)).collect(),
        dates: evidence.date_entries.iter().map(|entry| dates(story, evidence, entry)).collect(),
        names: evidence.names.names.iter().map(|own| name(story, own)).collect(),
        verbs: evidence.marks.iter().map(|own| mark(story, own)).collect(),
        wording: evidence.swaps.iter().map(swap).collect(),
    }
}

fn quotation<'s>(story: &'s Story, evidence: &'s Evidence, entry: &'s QuotationEntry) -> QuotationRecord<'s> {
    let said = entry.said.iter().map(|said| said_record(story.articles(), &evidence.quotations[said.quotation], said));
    QuotationRecord { kind: entry.kind.name(), said: said.collect() }
}

fn said_record<'s>(articles: &'s [Article], own: &'s AttributedQuotation, said: &'s Said) -> SaidRecord<'s> {
    let block = own.quotation.block;
    let text = articles[own.article].blocks[block].text.as_str();
    let speaker = own.speaker.as_ref().map(speaker_record);
    let cue = own.attribution.as_ref().and_then(|attribution| {
        let at = &articles[own.article].blocks[attribution.block].text;
        attribution.cue.clone().map(|cue| &at[cue])
    });
    let is_changed = !said.differs.is_empty() || !said.left_out.is_empty() || said.is_against_text;
    let is_changed = is_changed || said.other_speaker.is_some();
    let against = said.against.as_ref().filter(|_| is_changed);
    let there = against.map_or("", |place| &articles[place.article].blocks[place.block].text);
    SaidRecord {
        article: letter(own.article),
        block: block + 1,
        from: text[..own.quotation.inner.start].chars().count(),
        text: &text[own.quotation.inner.clone()],
        kind: said.kind.name(),
        manner: own.quotation.manner.name(),
        speaker,
        cue,
        rule: own.attribution.as_ref().map(|attribution| attribution.rule.name()),
        against: against.map(|place| AgainstRecord {
            article: letter(place.article),
            block: place.block + 1,
            text: words_at(articles, place),
            quoted: !said.is_against_text,
            speaker: said.other_speaker.as_ref().map(speaker_record),
        }),
        differs: said.differs.iter().map(|range| &text[range.clone()]).collect(),
        left_out: said.left_out.iter().map(|range| &there[range.clone()]).collect(),
    }
}

fn speaker_record(speaker: &Speaker) -> SpeakerRecord<'_> {
    SpeakerRecord { text: &speaker.text, name: speaker.name.as_deref(), kind: speaker.kind.name() }
}

fn figures<'s>(story: &'s Story, evidence: &'s Evidence, entry: &FigureEntry) -> FigureEntryRecord<'s> {
    let articles = story.articles();
    let alike = letters(alike_figures(&evidence.figures, entry));
    let said = entry.said.iter().enumerate().map(|(nth, &figure)| {
        let own = &evidence.figures[figure];
        FigureRecord {
            article: letter(own.place.article),
            block: own.place.block + 1,
            from: characters_before(articles, &own.place),
            text: words_at(articles, &own.place),
            value: number(own.value),
            upper: own.upper.map(number),
            exactness: own.exactness.name(),
            alike: alike.get(nth).copied(),
        }
    });
    // Who leaves out what is counted may stand first.
    let unit = entry.said.iter().map(|&figure| evidence.figures[figure].unit.as_str()).find(|unit| !unit.is_empty());
    FigureEntryRecord { kind: entry.kind.name(), unit, said: said.collect() }
}

fn dates<'s>(story: &'s Story, evidence: &'s Evidence, entry: &DateEntry) -> DateEntryRecord<'s> {
    let articles = story.articles();
    let alike = letters(alike_dates(&evidence.dates, entry));
    let said = entry.said.iter().enumerate().map(|(nth, &date)| {
        let own = &evidence.dates[date];
        let anchor = own
            .anchor
            .map(|(article, block)| letter(article) + &block.map(|block| (block + 1).to_string()).unwrap_or_default());
        DateRecord {
            article: letter(own.place.article),
            block: own.place.block + 1,
            from: characters_before(articles, &own.place),
            text: words_at(articles, &own.place),
            value: own.value.map(|value| value.to_string()),
            period: own.period.map(|period| period.to_string()),
            anchor,
            alike: alike.get(nth).copied(),
        }
    });
    DateEntryRecord { kind: entry.kind.name(), value: entry.value.map(|value| value.to_string()), said: said.collect() }
}

fn letters(values: Option<Vec<usize>>) -> Vec<char> {
    values.unwrap_or_default().into_iter().map(value_letter).collect()
}

fn characters_before(articles: &[Article], place: &Place) -> usize {
    articles[place.article].blocks[place.block].text[..place.range.start].chars().count()
}

fn words_at<'s>(articles: &'s [Article], place: &Place) -> &'s str {
    &articles[place.article].blocks[place.block].text[place.range.clone()]
}

fn name<'s>(story: &'s Story, own: &'s Name) -> NameRecord<'s> {
    let said = own.introductions().map(|mention| IntroductionRecord {
        article: letter(mention.article),
        block: mention.block + 1,
        text: &story.articles()[mention.article].blocks[mention.block].text[mention.described.clone()],
        cut: mention.is_cut,
    });
    NameRecord { name: &own.name, said: said.collect() }
}

fn mark<'s>(story: &'s Story, own: &'s Mark) -> MarkRecord<'s> {
    MarkRecord {
        article: letter(own.place.article),
        block: own.place.block + 1,
        from: characters_before(story.articles(), &own.place),
        text: words_at(story.articles(), &own.place),
        list: own.list.name(),
        class: &own.class,
    }
}

fn swap(own: &Swap) -> SwapRecord<'_> {
    let place = |place: &Place| BlockPlace { article: letter(place.article), block: place.block + 1 };
    SwapRecord {
        left: &own.words.left,
        right: &own.words.right,
        spelling: own.is_spelling,
        of: [letter(own.articles.left), letter(own.articles.right)],
        at: own.at.iter().flat_map(|both| [place(&both.left), place(&both.right)]).collect(),
    }
}
