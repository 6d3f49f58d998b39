//! Quotations: each once, with how it stands in every outlet, who says it there, with which verb, and by which rule that was found.

use super::Facts;
use super::evidence::{Column, Detail, Entry, EntryPlace, EvidenceList, EvidencePage};
use crate::evidence::ledger::{QuotationKind, Said, SameWords};
use crate::evidence::quotations::Manner;
use crate::evidence::rules::Rule;
use crate::evidence::said_by::{Speaker, SpeakerKind};
use crate::evidence::{AttributedQuotation, Evidence, Place};
use crate::letters::letter;
use crate::present::{Role, labels, sentences};
use crate::wrap::clipped;

/// Shows the quotations of the story.
pub type QuotationsPage = EvidencePage<Quotations>;

/// Lists the quotations: those first that differ from outlet to outlet, and last words in marks that are no statement.
#[derive(Clone, Copy, Debug)]
pub struct Quotations;

const ALTERED: &str = "≠";
const REATTRIBUTED: &str = "⇄";
const TRIMMED: &str = "⊏";
const VERBATIM: &str = "=";
const ALONE: &str = "◦";

impl EvidenceList for Quotations {
    const NAME: &'static str = "quotations";
    const TITLE: &'static str = "Quotations";
    const COUNTED: [&'static str; 2] = ["quotation", "quotations"];
    const ABSENT: &'static str = "not quoted in";
    const ABSENT_MEANS: &'static str = "not quoted there; the matter may stand there without marks";
    const SIGNS: &'static [(&'static str, &'static str, &'static str)] = &[
        (
            ALTERED,
            "other words",
            "other words: some are others than there or stand in another order, or a negation is left out",
        ),
        (
            REATTRIBUTED,
            "another speaker",
            "another speaker: the same words, and somebody else is named, who is shown; or running text there tells the same in its own \
             words, which are shown too",
        ),
        (TRIMMED, "shorter", "shorter: words are left out, none is another and no negation"),
        (VERBATIM, "same words", "same words as in another outlet"),
        (ALONE, "in one outlet alone", "quoted in one outlet alone"),
    ];
    const TERMS: &'static [(&'static str, &'static str)] = &[
        (
            "said",
            "the verb with which the outlet quotes, or what stands for it, as a whole: had said, was cited as saying",
        ),
        ("cited: “…”", "not the outlet quotes whoever is named, but somebody whom it names does: with these words"),
        (
            "rule: …",
            "the rule by which the speaker was found; the README says how often each is right: subject and verb after it, the \
             paragraph goes on, according to …",
        ),
        ("speaker not stated", "nothing says it, or no rule is sure enough"),
        ("he (Ada Quill)", "a pronoun as it stands, and whom it stands for where that is told"),
        ("official, unnamed", "a body or one who speaks for it; somebody without a name"),
        ("in running text", "held against words there that stand in no quotation marks, which are shown"),
        ("title, in marks", "a title; a word or two in marks, said by nobody in particular"),
    ];
    const COLUMNS: &'static [(&'static str, &'static str)] = &[
        ("quotation", "“{}”"),
        ("how it stands", "{}"),
        ("who says it", "who says it: {}"),
        ("with which words", "with which words: {}"),
        ("rule", "found by the rule: {}"),
        ("which words differ", "{}"),
    ];

    fn entries(&self, _: &Facts<'_>, evidence: &Evidence) -> Vec<Entry> {
        let mut keys: Vec<usize> = (0..evidence.ledger.len()).collect();
        keys.sort_by_key(|&key| {
            let own = &evidence.ledger[key];
            (own.said.iter().all(|said| !is_statement(&evidence.quotations[said.quotation])), own.kind)
        });
        let place = |said: &Said| EntryPlace {
            place: evidence.quotations[said.quotation].place(),
            sign: sign(said.kind),
            word: word_of(said),
            rank: said.kind as usize,
            against: said.against.clone(),
        };
        let entry = |key: usize| Entry { key, places: evidence.ledger[key].said.iter().map(place).collect() };
        keys.into_iter().map(entry).collect()
    }

    fn remark(&self, facts: &Facts<'_>) -> Option<String> {
        labels::unknown_languages(facts.story, "speakers may be missing")
    }

    fn named(&self, facts: &Facts<'_>, evidence: &Evidence, entry: &Entry) -> (Option<usize>, String) {
        let said = &evidence.ledger[entry.key].said;
        // Of one that is kept by some, the words that they kept.
        let kept = said.iter().find(|said| said.kind == QuotationKind::Verbatim).unwrap_or(&said[0]);
        let own = &evidence.quotations[kept.quotation];
        (Some(own.article), format!("“{}”", text(facts, own)))
    }

    fn brief(&self, facts: &Facts<'_>, evidence: &Evidence, at: (&Entry, usize)) -> String {
        let own = quotation(evidence, at);
        let manner = manner(own);
        let parts = match (who(facts, own), rule(own)) {
            (Some(who), rule) => {
                let is_cited = own.attribution.as_ref().is_some_and(|found| found.rule == Rule::Citing);
                let shown =
                    |verb: String| if is_cited { format!(" · cited: “{verb}”") } else { format!(": {verb}") };
                let verb = verb(facts, own).map_or_else(String::new, shown);
                vec![Some(format!("{who}{verb}")), rule.map(|rule| format!("rule: {rule}")), manner]
            }
            (None, _) if is_statement(own) => vec![Some(NOT_STATED.to_owned()), manner],
            (None, _) => vec![manner],
        };
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn details(&self, facts: &Facts<'_>, evidence: &Evidence, (entry, index): (&Entry, usize)) -> Vec<Detail> {
        let said = &evidence.ledger[entry.key].said[index];
        let own = &evidence.quotations[said.quotation];
        let is_said = said.kind == QuotationKind::Verbatim && {
            // The same words need not stand there twice.
            let first = evidence.ledger[entry.key].said.iter().position(|said| said.kind == QuotationKind::Verbatim);
            first != Some(index)
        };
        let whole = labels::set_off(&facts.story.articles()[own.article], text(facts, own));
        let whole = (!is_said).then(|| Detail { text: format!("“{whole}”"), role: Role::Faint });
        let differs = differs(facts, own, said, (shown_block, " · ")).map(|text| Detail { text, role: Role::Text });
        let there =
            said.against.as_ref().filter(|_| said.is_against_text && said.same != Some(SameWords::InRunningText)).map(
                |place| {
                    let article = &facts.story.articles()[place.article];
                    let words = clipped(article.blocks[place.block].text[place.range.clone()].trim(), THERE);
                    Detail {
                        text: format!("{}: {}", shown_block(facts, place), labels::set_off(article, &words)),
                        role: Role::Faint,
                    }
                },
            );
        whole.into_iter().chain(differs).chain(there).collect()
    }

    fn compared(&self, facts: &Facts<'_>, evidence: &Evidence, (entry, index): (&Entry, usize)) -> Option<String> {
        let said = &evidence.ledger[entry.key].said[index];
        differs(facts, &evidence.quotations[said.quotation], said, (shown_block, " · "))
    }

    fn cells(&self, facts: &Facts<'_>, evidence: &Evidence, (entry, index): (&Entry, usize)) -> Vec<Column> {
        let said = &evidence.ledger[entry.key].said[index];
        let own = &evidence.quotations[said.quotation];
        let who = match &own.speaker {
            Some(speaker) => Column::Words(named(speaker)),
            None => Column::Whole(if is_statement(own) { NOT_STATED.to_owned() } else { String::new() }),
        };
        vec![
            Column::Words(text(facts, own).to_owned()),
            Column::Ours(word_of(said).to_owned()),
            who,
            Column::Words(cue(facts, own).unwrap_or_default()),
            Column::Ours(rule(own).unwrap_or_default().to_owned()),
            Column::Said(
                differs(facts, own, said, (shown_block, " · ")).unwrap_or_default(),
                differs(facts, own, said, (said_block, "; ")).unwrap_or_default(),
            ),
        ]
    }
}

/// So many columns of running text are shown that a quotation is held against.
const THERE: usize = 240;

/// What is said where no rule names a speaker.
pub(super) const NOT_STATED: &str = "speaker not stated";

fn quotation<'e>(evidence: &'e Evidence, (entry, index): (&Entry, usize)) -> &'e AttributedQuotation {
    &evidence.quotations[evidence.ledger[entry.key].said[index].quotation]
}

/// Tells whether somebody is said to say it: a title and a word or two in marks are nobody's.
fn is_statement(own: &AttributedQuotation) -> bool {
    own.speaker.is_some() || matches!(own.quotation.manner, Manner::Direct | Manner::Partial)
}

pub(crate) const fn sign(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Altered => ALTERED,
        QuotationKind::Reattributed => REATTRIBUTED,
        QuotationKind::Trimmed => TRIMMED,
        QuotationKind::Verbatim => VERBATIM,
        QuotationKind::OneOutlet => ALONE,
    }
}

/// Says how a quotation stands, on a screen.
pub(crate) const fn word(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Altered => "other words",
        QuotationKind::Reattributed => "another speaker",
        QuotationKind::Trimmed => "shorter",
        QuotationKind::Verbatim => "same words",
        QuotationKind::OneOutlet => "in one outlet alone",
    }
}

/// Says the same of a place, where it may be both.
const fn word_of(said: &Said) -> &'static str {
    let is_reordered = matches!(said.same, Some(SameWords::Reordered));
    match (said.kind, said.other_speaker.is_some()) {
        (QuotationKind::Altered, true) if is_reordered => "another order of words, another speaker",
        (QuotationKind::Altered, false) if is_reordered => "another order of words",
        (QuotationKind::Altered, true) => "other words, another speaker",
        (kind, _) => word(kind),
    }
}

fn manner(own: &AttributedQuotation) -> Option<String> {
    match own.quotation.manner {
        Manner::Title => Some("title".to_owned()),
        Manner::Scare => Some("a word or two in marks".to_owned()),
        Manner::Direct | Manner::Partial => None,
    }
}

fn text<'f>(facts: &Facts<'f>, own: &AttributedQuotation) -> &'f str {
    &facts.story.articles()[own.article].blocks[own.quotation.block].text[own.quotation.inner.clone()]
}

/// Names a speaker as the outlet does, with the name where that is told: `he (Ada Quill)`.
fn named(speaker: &Speaker) -> String {
    match &speaker.name {
        Some(name) if !speaker.text.contains(name.as_str()) => format!("{} ({name})", speaker.text),
        _ => speaker.text.clone(),
    }
}

/// Says who is quoted, and how named: `a spokesman, official`.
pub(crate) fn who(facts: &Facts<'_>, own: &AttributedQuotation) -> Option<String> {
    own.speaker.as_ref().map(|speaker| speaker_of(facts, own.article, speaker))
}

fn speaker_of(facts: &Facts<'_>, article: usize, speaker: &Speaker) -> String {
    let named = labels::set_off(&facts.story.articles()[article], &named(speaker)).into_owned();
    let kind = match speaker.kind {
        SpeakerKind::Official | SpeakerKind::Unnamed => format!(", {}", speaker.kind.name()),
        SpeakerKind::Named | SpeakerKind::Pronoun => String::new(),
    };
    named + &kind
}

fn cue(facts: &Facts<'_>, own: &AttributedQuotation) -> Option<String> {
    let attribution = own.attribution.as_ref()?;
    let text = &facts.story.articles()[own.article].blocks[attribution.block].text;
    let words = attribution.cue.iter().chain(&attribution.cue_goes_on).map(|words| text[words.clone()].trim());
    let words: Vec<&str> = words.collect();
    (!words.is_empty()).then(|| words.join(" … "))
}

pub(crate) fn verb(facts: &Facts<'_>, own: &AttributedQuotation) -> Option<String> {
    cue(facts, own).map(|cue| labels::set_off(&facts.story.articles()[own.article], &cue).into_owned())
}

pub(crate) fn rule(own: &AttributedQuotation) -> Option<&'static str> {
    own.attribution.as_ref().map(|attribution| attribution.rule.name())
}

/// Names the block of a place: `A¶4`, and in words `A paragraph 4`.
pub(crate) fn shown_block(_: &Facts<'_>, place: &Place) -> String {
    labels::blocks(&letter(place.article), &[place.block], "")
}

pub(crate) fn said_block(facts: &Facts<'_>, place: &Place) -> String {
    sentences::blocks(&letter(place.article), &facts.story.articles()[place.article], &[place.block])
}

/// Says which words differ from those that a quotation is held against, and who else says them there: `“much” stands here, and not at
/// A¶4 · said by the council, official at A¶4`.
pub(crate) fn differs(
    facts: &Facts<'_>,
    own: &AttributedQuotation,
    said: &Said,
    (block, between): (fn(&Facts<'_>, &Place) -> String, &str),
) -> Option<String> {
    let against = said.against.as_ref()?;
    let articles = facts.story.articles();
    let listed = |article: usize, block: usize, ranges: &[std::ops::Range<usize>]| {
        let text = &articles[article].blocks[block].text;
        let words = ranges.iter().map(|range| labels::set_off(&articles[article], &text[range.clone()]).into_owned());
        words.map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ")
    };
    let named = block(facts, against);
    let there = if said.is_against_text { format!("{named}, in running text") } else { named.clone() };
    let here = listed(own.article, own.quotation.block, &said.differs);
    let gone = listed(against.article, against.block, &said.left_out);
    let stand = |ranges: &[std::ops::Range<usize>]| if ranges.len() > 1 { "stand" } else { "stands" };
    let words = match (here.is_empty(), gone.is_empty()) {
        (false, false) if said.same == Some(SameWords::Reordered) => {
            Some(format!("the same words stand in another order at {there}"))
        }
        (false, true) => Some(format!("{here} {} here, and not at {there}", stand(&said.differs))),
        (true, false) => Some(format!("{gone} {} at {there}, and not here", stand(&said.left_out))),
        (false, false) => Some(format!("{here} {} here; {gone} at {there}", stand(&said.differs))),
        (true, true) => {
            (said.same == Some(SameWords::InRunningText)).then(|| format!("the same words stand at {there}"))
        }
    };
    // Once is enough.
    let there = if words.is_some() { named } else { there };
    let other = said.other_speaker.as_ref().map(|speaker| speaker_of(facts, against.article, speaker));
    let other = other.map(|other| format!("said by {other} at {there}"));
    let other = other.or(said.is_not_stated_there.then(|| format!("{NOT_STATED} at {there}")));
    let all: Vec<String> = words.into_iter().chain(other).collect();
    (!all.is_empty()).then(|| all.join(between))
}
