//! Documents made here, and what is read of them.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::archive::LARGEST_PART;
use super::*;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Deck"><w:name w:val="Deck"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:styleId="Verborgen"><w:name w:val="Verborgen"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style></w:styles>"#;

/// How deeply paragraphs are nested that are too many.
const DEEP: usize = 100_000;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("it is written to memory");
        writer.write_all(text.as_bytes()).expect("it is written to memory");
    }
    writer.finish().expect("it is written to memory").into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let document = format!("{HEAD}{body}</w:body></w:document>");
    archive(&[(BODY, &document), ("word/styles.xml", STYLES)])
}

fn paragraph(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
}

fn blocks(body: &str) -> Vec<(String, Option<Kind>)> {
    let draft = read(&document(body)).expect("it is a document");
    draft.blocks.into_iter().map(|block| (block.text, block.kind)).collect()
}

fn texts(body: &str) -> Vec<String> {
    blocks(body).into_iter().map(|(text, _)| text).collect()
}

#[test]
fn styles_say_what_a_paragraph_is() {
    let body = [
        paragraph("Titel", "New boats for Holm"),
        paragraph("Deck", "What it costs"),
        paragraph("Beschriftung", "The quay in March"),
        paragraph("Ring", "The council voted."),
        paragraph("Titel", "Another title"),
    ];
    let kinds: Vec<_> = blocks(&body.concat()).into_iter().map(|(_, kind)| kind).collect();
    let (headline, heading, caption) = (Some(Kind::Headline), Some(Kind::Heading), Some(Kind::Caption));
    assert_eq!(kinds, [headline, heading, caption, None, heading]);
    let body = [paragraph("berschrift2", "New boats"), paragraph("x", "The council voted.")];
    assert_eq!(blocks(&body.concat())[0].1, headline);
    let outlined = r#"<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Cost</w:t></w:r></w:p>"#;
    assert_eq!(blocks(&[paragraph("x", "The council voted."), outlined.to_owned()].concat())[1].1, heading);
}

#[test]
fn runs_join_and_what_is_deleted_or_hidden_is_counted() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">Three </w:t></w:r><w:ins><w:r><w:t>new </w:t></w:r></w:ins>
        <w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:del><w:r><w:t>worn </w:t></w:r></w:del>
        <w:hyperlink><w:r><w:t>boats</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r>
        <w:r><w:rPr><w:rStyle w:val="Verborgen"/></w:rPr><w:t> too</w:t></w:r>
        <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> &amp; &#8220;piers&#x201D;</w:t></w:r></w:p>"#;
    let draft = read(&document(body)).expect("it is a document");
    assert_eq!(draft.blocks[0].text, "Three new boats & “piers”");
    assert_eq!(draft.remarks, ["2 deletions left out", "2 hidden passages left out"]);
}

#[test]
fn what_was_moved_is_read_where_it_stands_now_and_counted_as_deleted() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}<w:moveFromRangeStart/><w:moveFrom>{}</w:moveFrom><w:moveFromRangeEnd/></w:p>\
         <w:p><w:moveTo>{}</w:moveTo></w:p>",
        run("Tickets stay."),
        run("Three boats."),
        run("Three boats.")
    );
    let draft = read(&document(&body)).expect("it is a document");
    assert_eq!(texts(&body), ["Tickets stay.", "Three boats."]);
    assert_eq!(draft.remarks, ["1 deletion left out"]);
}

#[test]
fn rows_are_blocks_and_line_breaks_part_where_there_are_two() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    let table = format!("<w:tbl>{}{}</w:tbl>", row(&["Boat", "Crowns"]), row(&["Gull", "", "41 million"]));
    assert_eq!(texts(&table), ["Boat · Crowns", "Gull · 41 million"]);
    let broken =
        "<w:p><w:r><w:t>One line</w:t><w:br/><w:t>and its end.</w:t><w:br/><w:br/><w:t>Another.</w:t></w:r></w:p>";
    assert_eq!(texts(broken), ["One line and its end.", "Another."]);
    let verse = "<w:p><w:r><w:t>The tide went out,</w:t><w:br/><w:t>the boats lay dry,</w:t><w:br/><w:t>and nobody came.</w:t></w:r></w:p>";
    assert_eq!(texts(verse), ["The tide went out,", "the boats lay dry,", "and nobody came."]);
    let in_row = format!("<w:tbl><w:tr><w:tc>{verse}</w:tc></w:tr></w:tbl>");
    assert_eq!(texts(&in_row), ["The tide went out, the boats lay dry, and nobody came."]);
    let tab = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>";
    assert_eq!(texts(tab), ["a b\u{2011}c"]);
}

#[test]
fn a_cell_of_several_paragraphs_of_text_keeps_them() {
    let run = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let cell = |paragraphs: &[String]| format!("<w:tc>{}</w:tc>", paragraphs.concat());
    let table = |cells: &[String]| format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cells.concat());
    let long = "The council voted on Tuesday night to order three ferries for the crossing.";
    let beside = cell(&[run("In the box"), run("Eleven to four."), "<w:p/>".to_owned()]);
    let set_out = table(&[cell(&[paragraph("berschrift2", "New boats"), run(long)]), beside.clone()]);
    let (headline, none) = (Some(Kind::Headline), None);
    let expected = [("New boats", headline), (long, none), ("In the box", none), ("Eleven to four.", none)];
    assert_eq!(blocks(&set_out), expected.map(|(text, kind)| (text.to_owned(), kind)));
    let broken = run(&format!("{long}</w:t><w:br/><w:br/><w:t>Nobody sailed."));
    assert_eq!(texts(&table(&[cell(&[broken, run("Fares stay.")])])), [long, "Nobody sailed.", "Fares stay."]);
    // An address in a cell, and a long one alone, are a row.
    let data = table(&[beside, cell(&[run("12 Quay Street"), run("Kelsmouth")]), cell(&[run(long)])]);
    assert_eq!(texts(&data), [format!("In the box Eleven to four. · 12 Quay Street Kelsmouth · {long}")]);
    // A table in a cell is a row of it.
    let inner = table(&[cell(&[run("Gull")]), cell(&[run("1987")])]);
    assert_eq!(texts(&table(&[cell(&[run(long), inner, run("Three.")])])), [long, "Gull · 1987", "Three."]);
}

#[test]
fn paragraphs_that_are_lines_are_joined() {
    let lines = [
        "KELSMOUTH - The council voted 11 to 4 on Tuesday night to order",
        "three ferries for the crossing, which has had none that runs in",
        "winter since the old boats were withdrawn, and to lower fares",
        "for all who live on the island.",
        "",
        "Nobody had asked the pilots, who said on Monday that they would",
        "not sail before a contract is signed.",
    ];
    let document_of = |lines: &[&str]| document(&lines.iter().map(|line| paragraph("x", line)).collect::<String>());
    let draft = read(&document_of(&lines)).expect("it is a document");
    let joined = [lines[..4].join(" "), lines[5..].join(" ")];
    assert_eq!(draft.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), joined);
    assert_eq!(draft.remarks, ["6 paragraphs that were lines joined"]);
    let apart = |lines: &[&str]| {
        let draft = read(&document_of(lines)).expect("it is a document");
        assert_eq!(draft.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), lines);
    };
    let marked = lines.map(|line| line.replace("council", "*council*"));
    let marked: Vec<&str> = marked.iter().map(String::as_str).collect();
    let draft = read(&document_of(&marked)).expect("it is a document");
    assert_eq!(draft.remarks, ["6 paragraphs that were lines joined", "1 pair of marks of emphasis taken off"]);
    // Verses, short as they are, items, and paragraphs.
    apart(&["the tide went out,", "the boats lay dry,", "and nobody came", "to the quay that day", "or the next"]);
    apart(&["We need", "three boats", "one pier that is long enough for the larger of them", "a crew", "tea"]);
    apart(&["The council voted on Tuesday night.", "The mayor said that she was glad of it.", "Nobody else was."]);
}

#[test]
fn a_document_in_a_document_is_read_in_its_place() {
    let chunk = |id: &str| format!(r#"<w:altChunk r:id="{id}"/>"#);
    let body = [paragraph("x", "Before."), chunk("a"), chunk("b"), paragraph("x", "After."), chunk("gone"), chunk("c")];
    let document = format!("{HEAD}{}</w:body></w:document>", body.concat());
    let relationships = r#"<Relationships xmlns="r"><Relationship Id="a" Target="chunk.htm"/>
        <Relationship Id="b" Target="/word/chunk.txt"/><Relationship Id="c" Target="../chunk.rtf"/></Relationships>"#;
    let page = "<html><body><p>The council voted on Tuesday.</p><p>Nobody had asked the pilots.</p></body></html>";
    let parts = [
        (BODY, document.as_str()),
        ("word/_rels/document.xml.rels", relationships),
        ("word/chunk.htm", page),
        ("word/chunk.txt", "Title: Fares\nAuthor: Ann Example\n\nFares stay."),
        ("chunk.rtf", "{\\rtf1 Boats}"),
    ];
    let draft = read(&archive(&parts)).expect("it is a document");
    let texts: Vec<&str> = draft.blocks.iter().map(|block| block.text.as_str()).collect();
    if cfg!(feature = "html") {
        let expected = [
            "Before.",
            "The council voted on Tuesday.",
            "Nobody had asked the pilots.",
            "Fares",
            "Ann Example",
            "Fares stay.",
            "After.",
        ];
        assert_eq!(texts, expected);
        assert_eq!(draft.remarks, ["2 documents in it are not read"]);
    } else {
        assert_eq!(texts, ["Before.", "Fares", "Ann Example", "Fares stay.", "After."]);
        assert_eq!(draft.remarks, ["3 documents in it are not read"]);
    }
}

#[test]
fn a_text_box_is_read_once() {
    let inner = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>\
         </mc:AlternateContent></w:r><w:r><w:t>Beside it.</w:t></w:r></w:p>"
    );
    assert_eq!(texts(&body), ["In the box.", "Beside it."]);
}

#[test]
fn notes_come_at_the_end_and_comments_are_counted() {
    let document = format!("{HEAD}{}</w:body></w:document>", paragraph("x", "The council voted."));
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>—</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>Eleven to four.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let comments = r#"<w:comments xmlns:w="w"><w:comment w:id="0"><w:p/></w:comment></w:comments>"#;
    let parts = [(BODY, document.as_str()), (NOTES[0], notes), ("word/comments.xml", comments)];
    let draft = read(&archive(&parts)).expect("it is a document");
    let texts: Vec<&str> = draft.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["The council voted.", "Eleven to four."]);
    assert_eq!(draft.remarks, ["1 comment left out"]);
}

#[test]
fn what_is_no_document_is_refused_in_a_few_words() {
    let refused = |bytes: &[u8]| read(bytes).expect_err("it is no document");
    assert_eq!(refused(b"Three boats."), "not a Word document");
    assert_eq!(refused(&archive(&[("a.txt", "Three boats.")])), "not a Word document");
    assert_eq!(refused(&archive(&[(BODY, "<w:p><w:r></w:p>")])), "its text is not well-formed");
    let deep = "<w:p>".repeat(DEEP) + &"</w:p>".repeat(DEEP);
    assert!(refused(&document(&deep)).starts_with("nested too deeply"));
    let huge = " ".repeat(usize::try_from(LARGEST_PART).expect("it is small") + 1);
    assert_eq!(refused(&archive(&[(BODY, &huge)])), "word/document.xml in it is larger than 16 MB");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        at in any::<prop::sample::Index>(),
    ) {
        let _ = read(&bytes);
        // A document with a byte of it changed.
        let mut whole = document(&[paragraph("Titel", "New boats"), paragraph("x", "The council voted.")].concat());
        let at = at.index(whole.len());
        whole[at] ^= bytes.first().copied().unwrap_or(1) | 1;
        let _ = read(&whole);
    }
}

#[test]
fn signs_of_a_font_of_symbols_are_said() {
    let body = r#"<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:t> Three boats</w:t><w:sym w:font="Arial" w:char="2192"/></w:r></w:p>"#;
    let draft = read(&document(body)).expect("it is a document");
    assert_eq!(texts(body), ["\u{FFFD} Three boats→"]);
    assert_eq!(draft.remarks, ["1 sign of a font of symbols shown as \u{FFFD}"]);
}
