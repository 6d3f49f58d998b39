//! The `evidence` object: what can be pointed at, in the outlets' own words.

use serde::Serialize;

use crate::article::Article;
use crate::evidence::ledger::{QuotationEntry, Said};
use crate::evidence::names::Name;
use crate::evidence::{AttributedQuotation, Evidence, Place};
use crate::letters::letter;
use crate::story::Story;

#[cfg(feature = "schema")]
use crate::evidence::{ledger::QuotationKind, quotations::Manner, said_by::SpeakerKind};

/// What can be pointed at, in the outlets' own words.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Evidence"))]
pub(super) struct EvidenceRecord<'s> {
    /// The quotations; the same one in several outlets once.
    quotations: Vec<QuotationRecord<'s>>,
    /// The names of people, bodies and places, each with how every article introduces it.
    names: Vec<NameRecord<'s>>,
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
    /// The number of the block.
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
    /// The reporting verb, or what stands for it.
    cue: Option<&'s str>,
    /// The rule that found who says it.
    rule: Option<&'static str>,
    /// What it is held against, if something of it is altered or left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<AgainstRecord<'s>>,
    /// The words that stand here and not there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differs: Vec<&'s str>,
    /// The words that stand there and not here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<&'s str>,
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
    /// The number of the block.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// The words there.
    text: &'s str,
    /// Whether they stand in quotation marks there.
    quoted: bool,
}

/// A name.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Name"))]
struct NameRecord<'s> {
    /// The name at its fullest.
    name: &'s str,
    /// Where each article that has it introduces it.
    said: Vec<PlaceRecord<'s>>,
}

/// Words at a place.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Place"))]
struct PlaceRecord<'s> {
    /// The letter of the article.
    article: String,
    /// The number of the block.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    block: usize,
    /// The words.
    text: &'s str,
}

/// Returns the evidence of a story as it is written.
pub(super) fn record<'s>(story: &'s Story, evidence: &'s Evidence) -> EvidenceRecord<'s> {
    EvidenceRecord {
        quotations: evidence.ledger.iter().map(|entry| quotation(story, evidence, entry)).collect(),
        names: evidence.names.names.iter().map(|own| name(story, own)).collect(),
    }
}

fn quotation<'s>(story: &'s Story, evidence: &'s Evidence, entry: &'s QuotationEntry) -> QuotationRecord<'s> {
    let said = entry.said.iter().map(|said| said_record(story.articles(), &evidence.quotations[said.quotation], said));
    QuotationRecord { kind: entry.kind.name(), said: said.collect() }
}

fn said_record<'s>(articles: &'s [Article], own: &'s AttributedQuotation, said: &'s Said) -> SaidRecord<'s> {
    let block = own.quotation.block;
    let text = articles[own.article].blocks[block].text.as_str();
    let speaker = own.speaker.as_ref().map(|speaker| SpeakerRecord {
        text: &speaker.text,
        name: speaker.name.as_deref(),
        kind: speaker.kind.name(),
    });
    let cue = own.attribution.as_ref().and_then(|attribution| {
        let at = &articles[own.article].blocks[attribution.block].text;
        attribution.cue.clone().map(|cue| &at[cue])
    });
    let is_changed = !said.differs.is_empty() || !said.left_out.is_empty() || said.is_against_text;
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
        }),
        differs: said.differs.iter().map(|range| &text[range.clone()]).collect(),
        left_out: said.left_out.iter().map(|range| &there[range.clone()]).collect(),
    }
}

fn words_at<'s>(articles: &'s [Article], place: &Place) -> &'s str {
    &articles[place.article].blocks[place.block].text[place.range.clone()]
}

fn name<'s>(story: &'s Story, own: &'s Name) -> NameRecord<'s> {
    let said = own.first_mentions().map(|mention| PlaceRecord {
        article: letter(mention.article),
        block: mention.block + 1,
        text: &story.articles()[mention.article].blocks[mention.block].text[mention.described.clone()],
    });
    NameRecord { name: &own.name, said: said.collect() }
}
