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
//! A text is such an export only if lines say so that no report has: how many words it is long beside another label of Nexis; a
//! document of `ProQuest`, or its outlet and two more of its labels, beside a text; words, day, outlet and code of Factiva in a row
//! and the document with that code below. Else nothing is changed. What says headline, byline, outlet or date is stated, unless that
//! was done above the text; the rest is furniture, shown as it stands.

mod documents;
mod factiva;
mod labels;
mod lines;
mod nexis;
mod proquest;

use crate::draft::{Draft, Kind};
pub(super) use lines::has_day;
use lines::is_end;

/// States what an export says of its article, and sets its other lines apart; nothing where a text is none. Of several documents
/// the first is kept.
///
/// Cost: linear in the blocks.
pub(super) fn settle(draft: &mut Draft) {
    documents::keep_first(draft, |blocks| {
        nexis::is_export(blocks) || proquest::is_export(blocks) || factiva::row(blocks).is_some()
    });
    if nexis::is_export(&draft.blocks) {
        nexis::settle(draft);
    } else if proquest::is_export(&draft.blocks) {
        proquest::settle(draft);
    } else if let Some(at) = factiva::row(&draft.blocks) {
        factiva::settle(draft, at);
    } else {
        return;
    }
    let end = draft.blocks.iter().position(|block| is_end(&block.text)).unwrap_or(draft.blocks.len());
    draft.blocks[end..].iter_mut().for_each(|block| block.kind = Some(Kind::Furniture));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::DraftBlock;

    fn settled(text: &str) -> Draft {
        let blocks = text.lines().map(|line| DraftBlock { text: line.to_owned(), kind: None }).collect();
        let mut draft = Draft { blocks, ..Draft::default() };
        settle(&mut draft);
        draft
    }

    /// Returns what is stated of a text, a line each, and its blocks, with a mark before those of the archive.
    fn read(text: &str) -> String {
        let draft = settled(text);
        let said =
            [("headline", draft.title), ("byline", draft.byline), ("outlet", draft.outlet), ("date", draft.date)];
        let said = said.into_iter().filter_map(|(name, text)| Some(format!("{name} = {}\n", text?)));
        let mark = |block: &DraftBlock| match block.kind {
            None => "",
            Some(Kind::Furniture) => "- ",
            Some(Kind::Headline) => "# ",
            Some(Kind::Caption) => "| ",
            Some(_) => "@ ",
        };
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
            "byline = Ann Example\noutlet = Larnholm Herald\n# Boats for Larnholm\n- ProQuest document link\n\
             The council said so.\nIt did.\n- Subject: Ferries\n- ProQuest document ID: 123456\n\
             - Copyright: Copyright Larn Ltd\n"
        );
    }

    #[test]
    fn proquest_with_a_head_of_the_whole_file() {
        let report = "____\nReport Information from ProQuest\n17 June 2026 09:14\n____\n";
        let head = "Document 1 of 1\nBoats for Larnholm\nAuthor: Example, Ann\n\
                    Publication info: Larnholm Herald; Larnholm (UK) [Larnholm (UK)] 16 Jun 2026: 3.\n\
                    https://www.proquest.example/docview/1\nAbstract: Boats are ordered.\n";
        let text = "Full text: The council said so.\nIt did.\n";
        let foot =
            "Title: Boats for Larnholm\nPublication title: Larnholm Herald; Larnholm (UK)\nDatabase: Papers\n____\n";
        let apart = "- Publication info: Larnholm Herald; Larnholm (UK) [Larnholm (UK)] 16 Jun 2026: 3.\n\
                     - https://www.proquest.example/docview/1\n- Abstract: Boats are ordered.\n\
                     The council said so.\nIt did.\n- Title: Boats for Larnholm\n\
                     - Publication title: Larnholm Herald; Larnholm (UK)\n- Database: Papers\n- ____\n";
        let said = "byline = Example, Ann\noutlet = Larnholm Herald\ndate = 16 Jun 2026\n";
        let above = "- ____\n- Report Information from ProQuest\n- 17 June 2026 09:14\n- ____\n";
        let rest = format!("- Document 1 of 1\n# Boats for Larnholm\n{apart}");
        assert_eq!(read(&[report, head, text, foot].concat()), [said, above, &rest].concat());
        assert_eq!(read(&[head, text, foot].concat()), [said, &rest].concat());
    }

    #[test]
    fn proquest_with_labels_alone() {
        assert_eq!(
            read(
                "Title: Boats for Larnholm\nAuthor: Example, Ann\n\
                 Publication info: Larnholm Herald, Late Edition; Larnholm (UK) [Larnholm (UK)]. 15 Jun 2026: 3.\n\
                 ABSTRACT\nBoats are ordered.\nFULL TEXT\nThe council said so.\nPublication date: Jun 16, 2026\nDatabase: Papers"
            ),
            "headline = Boats for Larnholm\nbyline = Example, Ann\noutlet = Larnholm Herald, Late Edition\ndate = Jun 16, 2026\n\
             - Publication info: Larnholm Herald, Late Edition; Larnholm (UK) [Larnholm (UK)]. 15 Jun 2026: 3.\n\
             - ABSTRACT\n- Boats are ordered.\n- FULL TEXT\nThe council said so.\n- Database: Papers\n"
        );
    }

    #[test]
    fn nexis_with_all_its_labels() {
        let text = |highlight: &str, graphic: &str| {
            format!(
                "Larnholm Herald\nJune 16, 2026 Tuesday\nBoats for Larnholm\nSECTION: NEWS\nLENGTH: 12 words\n{highlight}\n\
                 The council said so.\n{graphic}\nClassification\nCompany: LARN LTD (90%)\nLoad-Date: June 17, 2026\n\
                 Copyright 2026 Larn Ltd\nAll Rights Reserved\nEnd of Document"
            )
        };
        let read_as = |highlight: &str, graphic: &str| {
            format!(
                "outlet = Larnholm Herald\n- Larnholm Herald\nJune 16, 2026 Tuesday\nBoats for Larnholm\n- SECTION: NEWS\n\
                 - LENGTH: 12 words\n{highlight}\nThe council said so.\n{graphic}\n- Classification\n- Company: LARN LTD (90%)\n\
                 - Load-Date: June 17, 2026\nCopyright 2026 Larn Ltd\n- All Rights Reserved\n- End of Document\n"
            )
        };
        assert_eq!(
            read(&text("HIGHLIGHT: Seven votes to two\nBODY:", "GRAPHIC: The boats")),
            read_as("Seven votes to two\n- BODY:", "| The boats")
        );
        assert_eq!(read(&text("Body", "Graphic\nThe boats")), read_as("- Body", "- Graphic\n| The boats"));
        // What only looks like a label is text.
        let text = text("State: we never said so.", "GRAPHIC: The boats");
        assert!(read(&text).contains("\nState: we never said so.\n"));
    }

    #[test]
    fn factiva_with_a_name_and_a_publisher() {
        let text = |above: &str| {
            format!(
                "{above}\n12 words\n16 June 2026\nLarnholm Herald\nLARHER\n3\nEnglish\nCopyright 2026. Larn Papers Ltd.\n\
                 The council said so.\nLarn Papers Ltd\nDocument LARHER0020260616em6g0001"
            )
        };
        let below = "- 12 words\n- 16 June 2026\n- Larnholm Herald\n- LARHER\n- 3\n- English\n- Copyright 2026. Larn Papers Ltd.\n\
                     The council said so.\n- Larn Papers Ltd\n- Document LARHER0020260616em6g0001\n";
        assert_eq!(
            read(&text("News\nNew boats ordered for Larnholm\nAnn Example")),
            format!(
                "byline = Ann Example\noutlet = Larnholm Herald\nNews\nNew boats ordered for Larnholm\n@ Ann Example\n{below}"
            )
        );
        // A headline below a section is no name.
        assert_eq!(
            read(&text("Local News\nBoats Ordered")),
            format!("outlet = Larnholm Herald\nLocal News\nBoats Ordered\n{below}")
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
