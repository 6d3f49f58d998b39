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

mod documents;
mod labels;

use labels::{LABEL, NEXIS, PROQUEST, Role, labelled};

use crate::draft::{Draft, DraftBlock, Kind};

/// States what an export says of its article, and sets its other lines apart; nothing where a text is none. Of several documents
/// the first is kept.
///
/// Cost: linear in the blocks.
pub(super) fn settle(draft: &mut Draft) {
    documents::keep_first(draft, |blocks| is_nexis(blocks) || is_proquest(blocks) || factiva(blocks).is_some());
    if is_nexis(&draft.blocks) {
        nexis(draft);
    } else if is_proquest(&draft.blocks) {
        take(draft, PROQUEST);
        set_apart(&mut draft.blocks, |text| text.starts_with("Copyright: ") || says(text, &["proquest document link"]));
    } else if let Some(at) = factiva(&draft.blocks) {
        let end = draft.blocks.len();
        let outlet = draft.blocks[at + 2].text.clone();
        draft.outlet.get_or_insert(outlet);
        let copyright = (at + 3..end.min(at + 8)).find(|&k| is_copyright(&draft.blocks[k].text)).unwrap_or(at + 3);
        draft.blocks[at..=copyright].iter_mut().for_each(|block| block.kind = Some(Kind::Furniture));
        set_apart(&mut draft.blocks[copyright..], |text| document(text).is_some());
    } else {
        return;
    }
    let end = draft.blocks.iter().position(|block| is_end(&block.text)).unwrap_or(draft.blocks.len());
    draft.blocks[end..].iter_mut().for_each(|block| block.kind = Some(Kind::Furniture));
}

/// Tells whether a line ends a document.
fn is_end(text: &str) -> bool {
    says(text, &["end of document", "document end"]) || document(text).is_some()
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
    let mut labels = blocks.iter().filter_map(|block| labelled(&block.text, NEXIS));
    let count = labels.clone().count();
    count >= 2 && labels.any(|(role, value)| role == Role::Length && is_length(value))
}

fn is_proquest(blocks: &[DraftBlock]) -> bool {
    let is_document = |text: &str| {
        says(text, &["proquest document link"]) || text.to_lowercase().starts_with("proquest document id: ")
    };
    let has_text = blocks.iter().any(|block| matches!(labelled(&block.text, PROQUEST), Some((Role::Text, _))));
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
    let is_line = |block: &DraftBlock| labelled(&block.text, NEXIS).is_some() || is_copyright(&block.text);
    let head = draft.blocks.iter().position(is_line).unwrap_or(0);
    set_apart(&mut draft.blocks, |text| says(text, &["body", "graphic"]) || documents::count(text).is_some());
    if let Some(day) = (1..head).find(|&k| has_day(&draft.blocks[k].text)) {
        let is_edition = |text: &str| text.ends_with("Edition") || text.ends_with("Ausgabe");
        let outlet = &draft.blocks[day - 1];
        // Without another line that is the headline, the name above the day may be it.
        let is_other = |k: usize| k != day && k + 1 != day && draft.blocks[k].kind.is_none();
        let has_headline = draft.title.is_some()
            || (0..head).any(|k| is_other(k) && !is_edition(&draft.blocks[k].text))
            || draft.blocks.iter().any(|block| matches!(labelled(&block.text, NEXIS), Some((Role::Headline, _))));
        if has_headline && outlet.kind.is_none() && is_name(&outlet.text) {
            let name = outlet.text.clone();
            draft.outlet.get_or_insert(name);
            draft.blocks[day - 1].kind = Some(Kind::Furniture);
        }
        set_apart(&mut draft.blocks[day..head], |text| text.len() <= 2 * LABEL && is_edition(text));
    }
    take(draft, NEXIS);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str) -> Draft {
        let blocks = text.lines().map(|line| DraftBlock { text: line.to_owned(), kind: None }).collect();
        let mut draft = Draft { blocks, ..Draft::default() };
        settle(&mut draft);
        draft
    }

    /// Returns what is stated of a text, a line each, and its blocks, with a mark before those of the archive.
    fn read(text: &str) -> String {
        let draft = settled(text);
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
    fn of_several_documents_the_first_is_read() {
        let nexis = |name: &str| {
            format!(
                "{name} Herald\nJune 16, 2026 Tuesday\nBoats for {name}\nBYLINE: Ann Example\nSECTION: NEWS\nLENGTH: 12 words\n\
                 The council of {name} said so.\nLOAD-DATE: June 17, 2026"
            )
        };
        let proquest = |name: &str| {
            format!(
                "Boats for {name}\nAuthor: Ann Example\nProQuest document link\nFull text: The council of {name} said so.\n\
                 Publication title: {name} Herald\nDatabase: Papers\n____"
            )
        };
        let factiva = |name: &str| {
            format!(
                "Boats for {name}\n12 words\n16 June 2026\n{name} Herald\n{name}\nThe council of {name} said so.\n\
                 Document {name}0020260616em6g0001"
            )
        };
        let names = ["LARN", "HOLM", "TULL"];
        let counted = |format: &dyn Fn(usize, &str) -> String| {
            let all: Vec<String> = names.iter().enumerate().map(|(k, name)| format(k + 1, name)).collect();
            (all[0].clone(), all.join("\n"))
        };
        for (first, all) in [
            counted(&|k, name| format!("{k} of 3 DOCUMENTS\n{}", nexis(name))),
            counted(&|_, name| format!("{}\nEnd of Document", nexis(name))),
            counted(&|k, name| format!("Document {k} of 3\n{}", proquest(name))),
            counted(&|_, name| factiva(name)),
        ] {
            assert_eq!(read(&all), read(&first));
            let draft = settled(&all);
            assert_eq!((draft.others, draft.left_out.len()), (2, all.lines().count() - first.lines().count()), "{all}");
            assert_eq!(settled(&first).others, 0);
        }
    }

    #[test]
    fn what_stands_behind_the_end_is_no_text() {
        let text = "Boats for Larnholm\nSection: NEWS\nLength: 12 words\nThe council said so.\nEnd of Document\nSearched by Ann.\n";
        let expected = "Boats for Larnholm\n- Section: NEWS\n- Length: 12 words\nThe council said so.\n- End of Document\n- Searched by Ann.\n";
        assert_eq!(read(text), expected);
    }

    #[test]
    fn other_texts_stay() {
        for text in [
            "Boats\nLength: 30 metres\nSection: the bow\nThe council said so.\n",
            "Boats\nLength: 812 words\nThe council said so.\n",
            "Subject: ferries\nFull text: see below\nThe council said so.\n",
            "Boats\nDocument 1 of 2\nThe council said so.\nDocument 2 of 2\nIt did.\nEnd of Document\nSo it is.\n",
            "812 words\n16 June 2026\nHerald\nCODE\nThe council said so.\nDocument OTHER0020260616em6g0001\n",
            "",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
