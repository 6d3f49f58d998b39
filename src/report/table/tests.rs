use super::*;
use crate::article::Article;
use crate::pair::{Pair, Side};
use crate::present::tables::{Notation, TableKind};

/// Writes a table of a story of three.
fn written(kind: TableKind, notation: Notation) -> String {
    chosen(TableChoice { kind, ..TableChoice::default() }, notation)
}

/// Writes what is chosen of a story of three.
fn chosen(choice: TableChoice, notation: Notation) -> String {
    let shared = "The council voted eleven to four for the new boats on Monday";
    let texts = [
        format!("{shared}.\n\n=1+1 is what the harbour master, \"Ada\", wrote on the wall of the customs house."),
        format!("Nobody came to the inn where the clerk waits for the mail.\n\n{shared}, it said."),
        format!("{shared} at noon."),
    ];
    let articles =
        ["wire.txt", "ledger.txt", "post.txt"].into_iter().zip(&texts).map(|(name, text)| Article::read(name, text));
    let articles = articles.collect();
    let story = Story::new("-", articles);
    let mut out = Vec::new();
    write(&mut out, &story, choice, notation).expect("memory takes all");
    String::from_utf8(out).expect("it is text")
}

#[test]
fn links_are_rows() {
    let csv = written(TableKind::Links, Notation::Csv);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], format!("\u{feff}{}", links::COLUMNS.join(",")));
    assert!(lines[1].starts_with("A,B,1,2,edited,"), "{csv}");
    assert!(lines[1].contains(",\"The council voted eleven to four for the new boats on Monday, it said.\""), "{csv}");
    assert_eq!(lines.iter().filter(|line| line.starts_with("B,C,2,1,")).count(), 1, "{csv}");
}

#[test]
fn runs_are_rows_the_longest_first() {
    let tsv = written(TableKind::Runs, Notation::Tsv);
    let rows: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == runs::COLUMNS.len()), "{tsv}");
    assert_eq!(&rows[1][..5], ["A", "B", "1", "2", "12"], "{tsv}");
    assert_eq!(rows[1][5], "The council voted eleven to four for the new boats on Monday");
}

#[test]
fn passages_are_rows_of_all_articles() {
    let tsv = written(TableKind::Passages, Notation::Tsv);
    let rows: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0], ["passage", "articles", "A", "B", "C", "partly", "by", "by_alone", "text", "outlets"]);
    let [voted, wall] = ["The council", "'=1+1 is what the harbour master, \"Ada\", wrote"]
        .map(|text| rows.iter().find(|row| row[8].starts_with(text)).unwrap_or_else(|| panic!("{text}\n{tsv}")));
    assert_eq!((voted[1], &voted[2..5]), ("3", &["1", "2", "1"][..]));
    assert_eq!((wall[1], &wall[2..5]), ("1", &["2", "", ""][..]));
}

#[test]
fn places_of_quotations_are_rows() {
    let texts = [
        "“We waited far too long for the new planks of the pier,” said Ada Quill.",
        "“We waited far too long for the old planks of the pier,” Bo Osk said. It was “late” again.",
    ];
    let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
    let mut out = Vec::new();
    let choice = TableChoice { kind: TableKind::Quotations, ..TableChoice::default() };
    write(&mut out, &story, choice, Notation::Tsv).expect("memory takes all");
    let tsv = String::from_utf8(out).expect("it is UTF-8");
    let rows: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0], quotations::COLUMNS);
    let altered = rows.iter().find(|row| row[4] == "altered").unwrap_or_else(|| panic!("{tsv}"));
    assert_eq!(altered[0..2], ["1", "altered"], "{tsv}");
    let said = rows.iter().find(|row| row[2] == "B").unwrap_or_else(|| panic!("{tsv}"));
    assert_eq!((said[7], said[10], said[11]), ("Bo Osk", "said", "subject and verb after it"), "{tsv}");
    let late = rows.iter().find(|row| row[6] == "late").unwrap_or_else(|| panic!("{tsv}"));
    assert_eq!((late[4], late[5], late[7]), ("one outlet", "scare", ""), "{tsv}");
}

#[test]
fn places_of_figures_names_and_words_are_rows() {
    let texts = [
        "The yard said on 4 March 2026 that it would build 41 boats for Mayor Ada Quill of Holm.",
        "The yard claimed on 4 March 2026 that it would build 47 boats for Ada Quill of Holm.",
    ];
    let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
    let rows = |kind| {
        let mut out = Vec::new();
        write(&mut out, &story, TableChoice { kind, ..TableChoice::default() }, Notation::Tsv)
            .expect("memory takes all");
        let tsv = String::from_utf8(out).expect("it is UTF-8");
        tsv.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let figures = rows(TableKind::Figures);
    assert_eq!(figures[0], figures::COLUMNS);
    let of =
        |text: &str| figures.iter().filter(|row| row[5] == text).map(|row| row[2..5].join(" ")).collect::<Vec<_>>();
    assert_eq!(of("41 boats"), ["differs A 1"], "{figures:?}");
    assert_eq!(of("4 March 2026"), ["agrees A 1", "agrees B 1"], "{figures:?}");
    let day = figures.iter().find(|row| row[1] == "date").expect("there is one");
    assert_eq!((day[6].as_str(), day[10].as_str()), ("", "2026-03-04"));
    assert!(figures.iter().any(|row| row[6] == "47" && row[8].starts_with("boat")), "{figures:?}");
    let people = rows(TableKind::People);
    assert_eq!(people[0], people::COLUMNS);
    let quill: Vec<String> = people.iter().filter(|row| row[1] == "Ada Quill").map(|row| row[2..5].join(" ")).collect();
    assert_eq!(quill, ["A 1 Mayor Ada Quill of Holm", "B 1 Ada Quill of Holm"], "{people:?}");
    let words = rows(TableKind::Words);
    assert_eq!(words[0], words::COLUMNS);
    let said = words.iter().find(|row| row[4] == "said" && row[1] == "other words").expect("it is swapped");
    assert_eq!(said[2..7], ["A", "1", "said", "B1", "claimed"]);
    assert!(words.iter().any(|row| row[1] == "in a list" && row[4] == "claimed" && row[7] == "reporting"), "{words:?}");
}

#[test]
fn a_line_is_an_object() {
    for kind in [
        TableKind::Links,
        TableKind::Runs,
        TableKind::Passages,
        TableKind::Quotations,
        TableKind::Figures,
        TableKind::People,
        TableKind::Words,
    ] {
        let rows = written(kind, Notation::Tsv).lines().count() - 1;
        let lines = written(kind, Notation::JsonLines);
        let objects: Vec<serde_json::Value> =
            lines.lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect();
        assert_eq!(objects.len(), rows, "{kind:?}");
        let names: Vec<String> = written(kind, Notation::Tsv)
            .lines()
            .next()
            .into_iter()
            .flat_map(|head| head.split('\t').map(str::to_owned))
            .collect();
        assert!(objects.iter().all(|object| names.iter().all(|name| object.get(name).is_some())), "{lines}");
    }
    let links = written(TableKind::Links, Notation::JsonLines);
    assert!(
        links.starts_with(
            r#"{"left":"A","right":"B","left_blocks":[1],"right_blocks":[2],"relation":"edited","moved":"#
        )
    );
    // A formula is one in a spreadsheet alone.
    assert!(written(TableKind::Passages, Notation::JsonLines).contains(r#""text":"=1+1"#));
}

#[test]
fn a_quotation_between_tabs_takes_no_other_cell_with_it() {
    let texts = [
        "\"=1+1\" is on the wall of the customs house, the master wrote.",
        "\"=1+1\" is on the wall of the customs house.",
    ];
    let story = Story::new("-", texts.iter().map(|text| Article::read("-", text)).collect());
    let mut out = Vec::new();
    write(&mut out, &story, TableChoice::default(), Notation::Tsv).expect("memory takes all");
    // As whoever knows of quotation marks reads it.
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_reader(&out[..]);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("rows of as many cells")).collect();
    let cells: Vec<&str> = rows.iter().flat_map(|row| [&row[8], &row[9]]).collect();
    assert_eq!(cells, texts.map(|text| format!("'{text}")));
}

/// Returns the rows of a table between tabs, each as its cells, without the names.
fn rows(choice: TableChoice) -> Vec<Vec<String>> {
    let tsv = chosen(choice, Notation::Tsv);
    tsv.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn an_article_that_is_named_stands_on_its_side() {
    for kind in [TableKind::Links, TableKind::Runs] {
        let pairs = |scope| {
            let all = rows(TableChoice { kind, scope, ..TableChoice::default() });
            let mut pairs: Vec<String> = all.iter().map(|row| row[..2].concat()).collect();
            pairs.dedup();
            pairs.join(" ")
        };
        assert_eq!(pairs(StoryScope::All), "AB AC BC");
        assert_eq!(pairs(StoryScope::With(Side::Left, 1)), "BA BC");
        assert_eq!(pairs(StoryScope::With(Side::Right, 1)), "AB CB");
        assert_eq!(pairs(StoryScope::Two(Pair::new(2, 0))), "CA");
    }
}

#[test]
fn outlets_are_called_by_their_names_too() {
    let links = rows(TableChoice::default());
    assert_eq!(links[0][10..], ["wire", "ledger"]);
    let runs = rows(TableChoice { kind: TableKind::Runs, ..TableChoice::default() });
    assert_eq!(runs[0][7..], ["wire", "ledger"]);
    let kind = TableKind::Passages;
    let passages = rows(TableChoice { kind, ..TableChoice::default() });
    let names: Vec<&str> = passages.iter().map(|row| &*row[9]).collect();
    assert_eq!(names, ["ledger", "wire; ledger; post", "wire"]);
    let json = written(kind, Notation::JsonLines);
    assert!(json.contains(r#""outlets":["wire","ledger","post"]"#), "{json}");
}

#[test]
fn passages_that_are_asked_for_have_a_row() {
    let texts = |passages| {
        let scope = StoryScope::With(Side::Left, 1);
        let all = rows(TableChoice { kind: TableKind::Passages, scope, passages, ..TableChoice::default() });
        all.iter().map(|row| row[8].split(' ').take(2).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(texts(Filter::Everything), ["Nobody came", "The council", "'=1+1 is"]);
    assert_eq!(texts(Filter::InAll), ["The council"]);
    assert_eq!(texts(Filter::OnlyIn(1)), ["Nobody came"]);
}

#[test]
fn a_spreadsheet_is_told_the_encoding_and_nobody_else() {
    for kind in [TableKind::Links, TableKind::Runs, TableKind::Passages] {
        let begins = |notation| written(kind, notation).starts_with('\u{feff}');
        assert_eq!([Notation::Csv, Notation::Tsv, Notation::JsonLines].map(begins), [true, false, false]);
    }
}
