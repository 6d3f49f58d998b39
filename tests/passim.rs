//! What passim takes, and what it gives: articles one a line, and clusters read back as stories to open.
#![cfg(feature = "tui")]

mod desk;

use std::fs;

use serde_json::{Value, json};

use desk::{BOATS, Desk, Run, trouble};

/// A folder of articles with another one in it.
fn papers() -> Desk {
    let quay =
        "---\noutlet: Orla Wire\ndate: 2026-03-17\n---\nNobody works on the quay now, the council said on Tuesday.\n";
    Desk::new()
        .put("papers/2.txt", BOATS)
        .put("papers/10.txt", BOATS.replace("three", "four"))
        .put("papers/strike/a.txt", quay)
        .put("papers/strike/b.txt", quay.replace("Orla Wire", "Tern Post").replace("Tuesday", "Friday"))
}

/// The lines of JSON that a run writes.
#[track_caller]
fn lines(run: &Run) -> Vec<Value> {
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
    run.out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

/// A passage as passim writes it.
fn passage(cluster: u64, id: &str, text: &str) -> String {
    let line = json!({
        "uid": -7_156_201_483_552_113_234_i64, "cluster": cluster, "begin": 0, "end": text.len(),
        "src": [{ "uid": 1, "begin": 0, "end": 9 }], "size": 2, "pboiler": 0.0, "id": id, "series": "Orla Wire", "text": text
    });
    format!("{line}\n")
}

/// What passim would write of these articles: two clusters of two of them, and one of three.
fn clusters() -> String {
    [
        passage(8_589_934_592, "2.txt", "The council voted on Tuesday to order three ferries for the crossing."),
        passage(8_589_934_592, "10.txt", "The council voted on Tuesday to order four ferries for the crossing."),
        passage(8_589_934_592, "strike/a.txt", "the council said on Tuesday"),
        passage(3, "strike/b.txt", "Nobody works on the quay now"),
        passage(3, "strike/a.txt", "Nobody works on the quay now"),
        passage(4, "strike/a.txt", "the council said on"),
        passage(4, "strike/b.txt", "the council said on"),
        passage(5, "2.txt", "alone"),
        passage(5, "gone.txt", "alone"),
    ]
    .concat()
}

#[test]
fn a_folder_and_those_in_it_are_a_line_an_article() {
    let documents = lines(&papers().run("--format passim papers"));
    let ids: Vec<&str> = documents.iter().filter_map(|document| document["id"].as_str()).collect();
    assert_eq!(ids, ["2.txt", "10.txt", "strike/a.txt", "strike/b.txt"]);
    assert_eq!(documents[0]["text"].as_str(), Some(BOATS.trim_end().replace("\n\n", "\n").as_str()));
    assert_eq!((&documents[0]["series"], documents[0].get("date")), (&json!("2"), None));
    assert_eq!((&documents[2]["series"], &documents[2]["date"]), (&json!("Orla Wire"), &json!("2026-03-17")));
}

#[test]
fn the_story_that_comes_with_the_program_is_written_without_arguments() {
    let documents = lines(&Desk::new().run("--format passim"));
    assert_eq!((documents.len(), &documents[0]["id"]), (4, &json!("ferry/1-coast-wire.txt")));
}

#[test]
fn more_articles_are_written_than_a_story_has() {
    let desk =
        (0..520).fold(Desk::new(), |desk, n| desk.put(&format!("many/{n}.txt"), format!("The boat number {n} left.")));
    assert_eq!(lines(&desk.run("--format passim many")).len(), 520);
}

#[test]
fn what_is_no_article_is_passed_over_in_a_folder_and_trouble_by_name() {
    let desk = papers().put("papers/3.txt", [0, 1, 2]);
    let run = desk.run("--format passim papers");
    assert_eq!((run.status, run.out.lines().count()), (0, 4));
    assert_eq!(run.err, "diptych: papers/3.txt: a binary file, not text; passed over\n");
    let run = desk.run("--format passim papers/2.txt papers/3.txt -o out.jsonl");
    trouble(&run, "papers/3.txt: a binary file, not text");
    assert!(!desk.path("out.jsonl").exists(), "no half of a corpus is left");
    trouble(&desk.run("--format passim -"), "-: no folder and no file; --format passim writes what lies in these");
    let line = "--format passim: writes every article that is named, and takes no --left, --right and --clusters";
    trouble(&desk.run("--format passim papers --left A"), line);
}

#[test]
fn clusters_are_stories_to_choose_from() {
    for (name, at) in [("found.json", "found.json"), ("out/out.json/part-00000-x.json", "out"), ("p/part-00000", "p")] {
        let desk = papers().put(name, clusters());
        let run = desk.run(&format!("papers --clusters {at} --format json"));
        let story: Value = serde_json::from_str(&run.out).expect("it is JSON");
        let sources: Vec<&str> = story["articles"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|article| article["source"].as_str())
            .collect();
        assert_eq!(sources, ["papers/2.txt", "papers/10.txt", "papers/strike/a.txt"], "the largest one opens");
        assert_eq!(run.err, format!("diptych: {at}: 1 of its documents is not in papers\n"));
        // Two clusters of the same articles are one story, by the number of the first.
        let story = desk.run(&format!("papers --clusters {at} --story 3 --format json"));
        let story: Value = serde_json::from_str(&story.out).expect("it is JSON");
        assert_eq!(story["articles"][1]["outlet"], "Tern Post");
        let run = desk.run(&format!("papers --clusters {at} --story 9"));
        trouble(&run, "9: no such story in papers; there are 8589934592, 3");
    }
}

#[test]
fn the_reader_lists_them_and_opens_another_one() {
    let desk = papers().put("found.json", clusters());
    let run = Run::of(&mut desk.command(&[
        "papers",
        "--clusters",
        "found.json",
        "--keys",
        "o",
        "--width",
        "90",
        "--height",
        "24",
    ]));
    assert!(
        run.out.contains("[story: cluster 8589934592 · 3 articles · The council voted on Tuesday to"),
        "{}",
        run.out
    );
    assert!(run.out.contains("story: cluster 3 and 1 more · 2 articles · Nobody works on the quay now"), "{}", run.out);
    let keys = "ocluster 3<Enter>";
    let run = Run::of(&mut desk.command(&["papers", "--clusters", "found.json", "--keys", keys, "--width", "90"]));
    assert!(run.out.starts_with(" cluster 3 and 1 more · 2 articles · Nobody works o…"), "{}", run.out);
    assert!(run.out.contains("Tern Post"), "{}", run.out);
}

#[test]
fn what_is_written_comes_back() {
    let desk = papers();
    let documents = lines(&desk.run("--format passim papers"));
    let passages: String =
        documents.iter().map(|document| passage(1, document["id"].as_str().expect("a name"), "x")).collect();
    let story = desk.put("found.json", passages).json("papers --clusters found.json");
    assert_eq!(story["articles"].as_array().map(Vec::len), Some(4));
}

#[test]
fn what_is_broken_is_one_line() {
    let good = passage(1, "2.txt", "x") + &passage(1, "10.txt", "x");
    let check = |bytes: &[u8], line: &str| {
        let run = papers().put("found.json", bytes).run("papers --clusters found.json");
        trouble(&run, &format!("found.json: {line}"));
    };
    check(b"", "no clusters in it");
    check(b"\n\n", "no clusters in it");
    check((good.clone() + "{\"cluster\":1,\"id\":\"a").as_bytes(), "line 3: no JSON, cut short");
    check(b"{\"cluster\" 1}\n", "line 1: no JSON, column 12");
    check(b"\xff\xfe\n", "line 1: no JSON object");
    check(b"[1, 2]\n", "line 1: no JSON object");
    check("[".repeat(100_000).as_bytes(), "line 1: no JSON object");
    check(
        b"{\"id\":\"2.txt\",\"text\":\"x\"}\n",
        "line 1: no field \"cluster\"; a cluster's passages are what passim writes to out.json",
    );
    check(b"{\"cluster\":1}\n", "line 1: no field \"id\"");
    check(b"PAR1\0\0", "Parquet, which is not read; try: passim --output-format json");
    check(b"\x1f\x8b\x08\0", "compressed; try: gunzip FILE");
    check(b"BZh91AY", "compressed; try: bunzip2 FILE");
    let long = format!("{{\"cluster\":1,\"id\":\"2.txt\",\"text\":\"{}\"}}\n", "x".repeat(17 << 20));
    check(long.as_bytes(), "line 1: longer than 16 MB");
    let none = passage(1, "a.txt", "x") + &passage(1, "b.txt", "x");
    check(
        none.as_bytes(),
        "none of 1 clusters has two articles of papers; 2 of its documents are not there, such as a.txt",
    );
    let desk = papers().put("empty/x.json", "");
    trouble(&desk.run("papers --clusters empty"), "empty: no part of passim's output in it (out.json/part-…)");
    trouble(&desk.run("papers --clusters nope"), "nope: no such file or folder");
    for words in ["--clusters empty", "a.txt b.txt --clusters empty", "papers papers --clusters empty"] {
        trouble(&desk.run(words), "--clusters: name the one folder in which the articles lie");
    }
    fs::create_dir_all(desk.path("p/out.parquet")).expect("it can be made");
    trouble(&desk.run("papers --clusters p"), "p: Parquet, which is not read; try: passim --output-format json");
}

#[test]
fn nothing_outside_of_the_folder_is_read_and_nothing_hostile_is_shown() {
    let desk = papers();
    let outside = desk.path("a.txt").display().to_string();
    let hostile = "\u{1B}[31m<b>\u{202E}x\u{7}\ny";
    let passages: String =
        ["../a.txt", "strike/../../a.txt", outside.as_str(), "/etc/passwd", "", ".", "strike", "2.txt\0"]
            .iter()
            .map(|id| passage(1, id, "x"))
            .chain(["2.txt", "./2.txt", "10.txt"].map(|id| passage(2, id, hostile)))
            .collect();
    let desk = desk.put("found.json", passages);
    let run = desk.run("papers --clusters found.json --format json");
    assert_eq!(run.err, "diptych: found.json: 8 of its documents are not in papers\n");
    let story: Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(story["articles"].as_array().map(Vec::len), Some(2), "one file is one article, whatever it is called");
    let run = Run::of(&mut desk.command(&["papers", "--clusters", "found.json", "--keys", "o", "--width", "90"]));
    assert!(run.out.contains("cluster 2 · 2 articles · <b>x y"), "{}", run.out);
    assert!(!run.out.contains(['\u{1B}', '\u{202E}', '\u{7}']), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_not_followed() {
    let desk = papers();
    std::os::unix::fs::symlink(desk.path("a.txt"), desk.path("papers/out.txt")).expect("it can be made");
    let passages = passage(1, "out.txt", "x") + &passage(1, "2.txt", "x");
    let run = desk.put("found.json", passages).run("papers --clusters found.json");
    let line =
        "found.json: none of 1 clusters has two articles of papers; 1 of its documents is not there, such as out.txt";
    trouble(&run, line);
}

#[test]
fn the_largest_stories_are_listed() {
    let desk =
        (0..50).fold(Desk::new(), |desk, n| desk.put(&format!("many/{n}.txt"), format!("The boat number {n} left.")));
    let mut passages = String::new();
    let mut cluster = 0;
    for a in 0..50 {
        for b in a + 1..50 {
            cluster += 1;
            passages += &passage(cluster, &format!("{a}.txt"), "x");
            passages += &passage(cluster, &format!("{b}.txt"), "x");
        }
    }
    let run = desk.put("found.json", passages).run("many --clusters found.json --story 1000 --format json");
    assert_eq!(run.err, "diptych: found.json: the 1000 largest of 1225 stories are listed\n");
    assert!(run.status < 2 && !run.out.is_empty());
}

#[test]
fn what_passim_wrote_is_not_written_over() {
    let desk = papers().put("found.json", clusters());
    let run = desk.run("papers --clusters found.json --format json -o found.json --force");
    trouble(&run, "found.json: a file that the story is read from; nothing was written");
    // What passim wrote may be a folder: none of its files is touched.
    fs::create_dir(desk.path("out.json")).expect("it can be made");
    fs::copy(desk.path("found.json"), desk.path("out.json/part-0.json")).expect("it can be copied");
    let run = desk.run("papers --clusters out.json --format json -o out.json/part-0.json --force");
    trouble(&run, "out.json/part-0.json: a file that the story is read from; nothing was written");
}
