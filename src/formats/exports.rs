//! What archives of newspapers set above and below an article that they export, as text or as a document.
//!
//! ```text
//!     Nexis                              ProQuest                            Factiva
//!     The Larnholm Herald     outlet     Author: Ann Example     byline      Boats for Larnholm
//!     June 16, 2026 Tuesday   date       ProQuest document link  furniture   By Ann Example
//!     SECTION: NEWS; Pg. 4    furniture  Full text: The …        text        812 words               furniture
//!     LENGTH: 812 words       furniture  Publication title: …    outlet      16 June 2026            date
//!     BYLINE: Ann Example     byline     ProQuest document ID: … furniture   Larnholm Herald         outlet
//!     Load-Date: June 17      furniture  Database: ProQuest …    furniture   LARHER                  furniture
//! ```
//!
//! A text is such an export only if a line says so that no report has: how many words it is long beside another label of Nexis, a
//! document of `ProQuest`, words, day, outlet and code of Factiva in a row and the document with that code below. Else nothing
//! is changed. What says headline, byline or outlet is stated, unless that was done above the text; the rest is furniture, shown
//! as it stands.

use super::line_breaks::ends_sentence;
use crate::draft::{Draft, DraftBlock, Kind};

/// Says what a labelled line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Headline,
    Byline,
    Outlet,
    Language,
    /// How many words the report is long.
    Length,
    /// The label goes, what follows it is text.
    Text,
    /// A line of the archive.
    Page,
}

/// The labels of Nexis in several languages, in lower case.
const NEXIS: [(&str, Role); 34] = [
    ("headline", Role::Headline),
    ("titre", Role::Headline),
    ("überschrift", Role::Headline),
    ("byline", Role::Byline),
    ("autor", Role::Byline),
    ("auteur", Role::Byline),
    ("length", Role::Length),
    ("länge", Role::Length),
    ("longueur", Role::Length),
    ("longitud", Role::Length),
    ("lengte", Role::Length),
    ("section", Role::Page),
    ("rubrik", Role::Page),
    ("rubrique", Role::Page),
    ("sección", Role::Page),
    ("sectie", Role::Page),
    ("dateline", Role::Page),
    ("load-date", Role::Page),
    ("update", Role::Page),
    ("date-chargement", Role::Page),
    ("laaddatum", Role::Page),
    ("language", Role::Page),
    ("sprache", Role::Page),
    ("langue", Role::Page),
    ("publication-type", Role::Page),
    ("type-publication", Role::Page),
    ("journal-code", Role::Page),
    ("distribution", Role::Page),
    ("acc-no", Role::Page),
    ("document-type", Role::Page),
    ("subject", Role::Page),
    ("organization", Role::Page),
    ("geographic", Role::Page),
    ("industry", Role::Page),
];

/// The labels of `ProQuest`, in lower case.
const PROQUEST: [(&str, Role); 28] = [
    ("author", Role::Byline),
    ("full text", Role::Text),
    ("publication title", Role::Outlet),
    ("publication info", Role::Page),
    ("abstract", Role::Page),
    ("links", Role::Page),
    ("subject", Role::Page),
    ("location", Role::Page),
    ("people", Role::Page),
    ("company / organization", Role::Page),
    ("title", Role::Page),
    ("pages", Role::Page),
    ("publication year", Role::Page),
    ("publication date", Role::Page),
    ("year", Role::Page),
    ("section", Role::Page),
    ("publisher", Role::Page),
    ("place of publication", Role::Page),
    ("country of publication", Role::Page),
    ("publication subject", Role::Page),
    ("issn", Role::Page),
    ("source type", Role::Page),
    ("language of publication", Role::Language),
    ("document type", Role::Page),
    ("proquest document id", Role::Page),
    ("document url", Role::Page),
    ("last updated", Role::Page),
    ("database", Role::Page),
];

/// The longest label, in bytes.
const LABEL: usize = 30;

/// States what an export says of its article, and sets its other lines apart; nothing where a text is none.
///
/// Cost: linear in the blocks.
pub(super) fn settle(draft: &mut Draft) {
    if is_nexis(&draft.blocks) {
        nexis(draft);
    } else if is_proquest(&draft.blocks) {
        take(draft, &PROQUEST);
        set_apart(&mut draft.blocks, |text| text.starts_with("Copyright: ") || says(text, &["proquest document link"]));
    } else if let Some(at) = factiva(&draft.blocks) {
        let end = draft.blocks.len();
        let outlet = draft.blocks[at + 2].text.clone();
        draft.outlet.get_or_insert(outlet);
        let copyright = (at + 3..end.min(at + 8)).find(|&k| is_copyright(&draft.blocks[k].text)).unwrap_or(at + 3);
        draft.blocks[at..=copyright].iter_mut().for_each(|block| block.kind = Some(Kind::Furniture));
        set_apart(&mut draft.blocks[copyright..], |text| document(text).is_some());
    }
}

/// Returns the role and the value of a line with a label.
fn labelled<'t>(text: &'t str, labels: &[(&str, Role)]) -> Option<(Role, &'t str)> {
    let colon = text.bytes().take(LABEL).position(|byte| byte == b':')?;
    let label = text[..colon].trim_end().to_lowercase();
    let (_, role) = labels.iter().find(|(known, _)| *known == label)?;
    let value = text[colon + 1..].trim();
    let may_be_sentence = matches!(role, Role::Text | Role::Headline) || label == "abstract";
    (may_be_sentence || !is_sentence(value)).then_some((*role, value))
}

/// Tells whether what follows a label is a sentence of a report: "People: that is what the port needs, said the mayor."
fn is_sentence(value: &str) -> bool {
    /// The words of one at the least.
    const WORDS: usize = 8;
    ends_sentence(value) && value.split_whitespace().nth(WORDS - 1).is_some()
}

/// Tells whether a text is one of some, whatever its case.
fn says(text: &str, some: &[&str]) -> bool {
    text.len() <= LABEL && some.contains(&text.to_lowercase().as_str())
}

/// `812 words`, `1,204 words`
fn is_length(value: &str) -> bool {
    const WORDS: [&str; 8] = ["words", "word", "wörter", "mots", "palabras", "parole", "palavras", "woorden"];
    value.split_once(' ').is_some_and(|(count, words)| {
        let is_figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        count.starts_with(|c: char| c.is_ascii_digit()) && count.chars().all(is_figure) && says(words, &WORDS)
    })
}

fn is_copyright(text: &str) -> bool {
    ["Copyright ", "(c) ", "© "].iter().any(|begin| text.starts_with(begin))
}

fn is_nexis(blocks: &[DraftBlock]) -> bool {
    let mut labels = blocks.iter().filter_map(|block| labelled(&block.text, &NEXIS));
    let count = labels.clone().count();
    count >= 2 && labels.any(|(role, value)| role == Role::Length && is_length(value))
}

fn is_proquest(blocks: &[DraftBlock]) -> bool {
    let is_document = |text: &str| {
        says(text, &["proquest document link"]) || text.to_lowercase().starts_with("proquest document id: ")
    };
    let has_text = blocks.iter().any(|block| matches!(labelled(&block.text, &PROQUEST), Some((Role::Text, _))));
    has_text && blocks.iter().any(|block| block.text.len() <= 2 * LABEL && is_document(&block.text))
}

/// Returns where words, day, outlet and code stand in a row, if the document with that code stands below.
fn factiva(blocks: &[DraftBlock]) -> Option<usize> {
    let is_row = |four: &[DraftBlock]| {
        let [length, day, outlet, code] = four else { return false };
        let is_code = (2..=10).contains(&code.text.len())
            && code.text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        is_length(&length.text) && has_day(&day.text) && is_name(&outlet.text) && is_code
    };
    let at = blocks.windows(4).take(16).position(is_row)?;
    let code = blocks[at + 3].text.as_str();
    let is_document = |block: &DraftBlock| document(&block.text).is_some_and(|own| own.starts_with(code));
    blocks[at + 4..].iter().any(is_document).then_some(at)
}

/// `Document LARHER0020260616em6g0001`
fn document(text: &str) -> Option<&str> {
    let code = text.strip_prefix("Document ")?;
    let is_code = |code: &str| code.len() >= 12 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_code(code) && code.contains(|c: char| c.is_ascii_digit())).then_some(code)
}

/// Tells whether a line of a few words has the numbers of a year and of a day, as one that says when has.
pub(super) fn has_day(text: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let days = |word: &str| word.len() <= 2 && figures(word);
    words().count() <= 7 && words().any(|word| is_year(word) && figures(word)) && words().any(days)
}

/// Tells whether a line may be the name of an outlet.
fn is_name(text: &str) -> bool {
    text.split(' ').count() <= 8 && !text.ends_with(['.', '?', '!', ':']) && !is_copyright(text)
}

/// Takes the labelled lines: what they say is stated, and they go or are set apart.
fn take(draft: &mut Draft, labels: &[(&str, Role)]) {
    let Draft { blocks, title, byline, outlet, .. } = draft;
    blocks.retain_mut(|block| {
        let Some((role, value)) = labelled(&block.text, labels) else { return true };
        let stated = match role {
            Role::Headline => &mut *title,
            Role::Byline => &mut *byline,
            Role::Outlet => &mut *outlet,
            Role::Text if value.is_empty() => {
                block.kind = Some(Kind::Furniture);
                return true;
            }
            Role::Text => {
                block.text = value.to_owned();
                return true;
            }
            Role::Length | Role::Language | Role::Page => {
                block.kind = Some(Kind::Furniture);
                return true;
            }
        };
        if stated.is_some() || value.is_empty() {
            block.kind = Some(Kind::Furniture);
            return true;
        }
        *stated = Some(value.to_owned());
        false
    });
}

/// Makes lines furniture.
fn set_apart(blocks: &mut [DraftBlock], is_of_archive: impl Fn(&str) -> bool) {
    for block in blocks.iter_mut().filter(|block| is_of_archive(&block.text)) {
        block.kind = Some(Kind::Furniture);
    }
}

/// Takes an export of Nexis: what has no label stands above the first line that has one.
fn nexis(draft: &mut Draft) {
    let is_line = |block: &DraftBlock| labelled(&block.text, &NEXIS).is_some() || is_copyright(&block.text);
    let head = draft.blocks.iter().position(is_line).unwrap_or(0);
    let is_counted = |text: &str| {
        let is_of = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        text.strip_suffix(" DOCUMENTS").is_some_and(|text| text.split(" of ").all(is_of))
    };
    set_apart(&mut draft.blocks, |text| {
        says(text, &["body", "end of document", "graphic", "document end"]) || is_counted(text)
    });
    if let Some(day) = (1..head).find(|&k| has_day(&draft.blocks[k].text)) {
        let is_edition = |text: &str| text.ends_with("Edition") || text.ends_with("Ausgabe");
        let outlet = &draft.blocks[day - 1];
        // Without another line that is the headline, the name above the day may be it.
        let is_other = |k: usize| k != day && k + 1 != day && draft.blocks[k].kind.is_none();
        let has_headline = draft.title.is_some()
            || (0..head).any(|k| is_other(k) && !is_edition(&draft.blocks[k].text))
            || draft.blocks.iter().any(|block| matches!(labelled(&block.text, &NEXIS), Some((Role::Headline, _))));
        if has_headline && outlet.kind.is_none() && is_name(&outlet.text) {
            let name = outlet.text.clone();
            draft.outlet.get_or_insert(name);
            draft.blocks[day - 1].kind = Some(Kind::Furniture);
        }
        set_apart(&mut draft.blocks[day..head], |text| text.len() <= 2 * LABEL && is_edition(text));
    }
    take(draft, &NEXIS);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what is stated of a text, a line each, and its blocks, with a mark before those of the archive.
    fn read(text: &str) -> String {
        let blocks = text.lines().map(|line| DraftBlock { text: line.to_owned(), kind: None }).collect();
        let mut draft = Draft { blocks, ..Draft::default() };
        settle(&mut draft);
        let said = [("headline", draft.title), ("byline", draft.byline), ("outlet", draft.outlet)];
        let said = said.into_iter().filter_map(|(name, text)| Some(format!("{name} = {}\n", text?)));
        let mark = |block: &DraftBlock| if block.kind == Some(Kind::Furniture) { "- " } else { "" };
        let blocks = draft.blocks.iter().map(|block| format!("{}{}\n", mark(block), block.text));
        said.chain(blocks).collect()
    }

    #[test]
    fn nexis_with_the_headline_first() {
        assert_eq!(
            read(
                "Boats for Larnholm\nThe Larnholm Herald\nJune 16, 2026 Tuesday\nCity Edition\nCopyright 2026 Larn Ltd\n\
                 Section: NEWS; Pg. 4\nLength: 812 words\nByline: Ann Example\nBody\nThe council said so.\n\
                 Load-Date: June 17, 2026\nEnd of Document"
            ),
            "byline = Ann Example\noutlet = The Larnholm Herald\nBoats for Larnholm\n- The Larnholm Herald\n\
             June 16, 2026 Tuesday\n- City Edition\nCopyright 2026 Larn Ltd\n- Section: NEWS; Pg. 4\n\
             - Length: 812 words\n- Body\nThe council said so.\n- Load-Date: June 17, 2026\n- End of Document\n"
        );
    }

    #[test]
    fn a_sentence_behind_a_word_that_is_a_label_is_text() {
        let sentence = "Industry: that is what the port lives by, said the mayor on Tuesday.";
        let head = "Boats for Larnholm\nSection: NEWS; Pg. 4\nLength: 812 words\n";
        assert_eq!(
            read(&format!("{head}{sentence}\nIndustry: FERRIES (90%); PORTS (78%)")),
            format!(
                "Boats for Larnholm\n- Section: NEWS; Pg. 4\n- Length: 812 words\n{sentence}\n\
                 - Industry: FERRIES (90%); PORTS (78%)\n"
            )
        );
    }

    #[test]
    fn nexis_with_the_outlet_first() {
        assert_eq!(
            read(
                "1 of 20 DOCUMENTS\nHolmer Bote\n16. Juni 2026 Dienstag\nNeue Boote für Holm\nAUTOR: Anna Beispiel\n\
                 RUBRIK: LOKALES; S. 4\nLÄNGE: 1.204 Wörter\nDer Rat hat es gesagt.\nUPDATE: 17. Juni 2026"
            ),
            "byline = Anna Beispiel\noutlet = Holmer Bote\n- 1 of 20 DOCUMENTS\n- Holmer Bote\n16. Juni 2026 Dienstag\n\
             Neue Boote für Holm\n- RUBRIK: LOKALES; S. 4\n- LÄNGE: 1.204 Wörter\nDer Rat hat es gesagt.\n\
             - UPDATE: 17. Juni 2026\n"
        );
        assert_eq!(
            read("HEADLINE: Boats\nSECTION: NEWS\nLENGTH: 12 words\nThe council said so."),
            "headline = Boats\n- SECTION: NEWS\n- LENGTH: 12 words\nThe council said so.\n"
        );
    }

    #[test]
    fn proquest() {
        assert_eq!(
            read(
                "Boats for Larnholm\nAuthor: Ann Example\nProQuest document link\nFull text: The council said so.\n\
                 It did.\nSubject: Ferries\nPublication title: Larnholm Herald\nProQuest document ID: 123456\n\
                 Copyright: Copyright Larn Ltd"
            ),
            "byline = Ann Example\noutlet = Larnholm Herald\nBoats for Larnholm\n- ProQuest document link\n\
             The council said so.\nIt did.\n- Subject: Ferries\n- ProQuest document ID: 123456\n\
             - Copyright: Copyright Larn Ltd\n"
        );
    }

    #[test]
    fn factiva() {
        assert_eq!(
            read(
                "Bateaux pour Holm\nPar Anne Exemple\n812 mots\n16 juin 2026\nLe Courrier de Holm\nCOURHO\n4\nFrench\n\
                 (c) 2026 Courrier SA\nLe conseil l’a dit.\nDocument COURHO0020260616em6g0001"
            ),
            "outlet = Le Courrier de Holm\nBateaux pour Holm\nPar Anne Exemple\n- 812 mots\n- 16 juin 2026\n\
             - Le Courrier de Holm\n- COURHO\n- 4\n- French\n- (c) 2026 Courrier SA\nLe conseil l’a dit.\n\
             - Document COURHO0020260616em6g0001\n"
        );
    }

    #[test]
    fn other_texts_stay() {
        for text in [
            "Boats\nLength: 30 metres\nSection: the bow\nThe council said so.\n",
            "Boats\nLength: 812 words\nThe council said so.\n",
            "Subject: ferries\nFull text: see below\nThe council said so.\n",
            "812 words\n16 June 2026\nHerald\nCODE\nThe council said so.\nDocument OTHER0020260616em6g0001\n",
            "",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
