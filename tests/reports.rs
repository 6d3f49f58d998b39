//! Five real reports of one event, where they are at hand beside the project: what a careful reader found in them.
//!
//! Blocks are named by the letter of the report and the number of the block. The reports belong to their outlets and
//! are no part of the project; these tests are ignored unless they are asked for, as `.ci/run` does where the reports
//! are.
#![cfg(feature = "tui")]

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

/// Compares the five reports with each other.
fn reports() -> Value {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
    let output = command.arg(folder).args(["--format", "json"]).output().expect("the binary starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn article<'j>(reports: &'j Value, id: &str) -> &'j Value {
    list(&reports["articles"]).iter().find(|article| article["id"] == id).expect("there are five")
}

fn pair<'j>(reports: &'j Value, left: &str, right: &str) -> &'j Value {
    let is = |pair: &&Value| pair["left"] == left && pair["right"] == right;
    list(&reports["comparisons"]).iter().find(is).expect("every pair is compared")
}

fn numbers(value: &Value) -> Vec<u64> {
    list(value).iter().filter_map(Value::as_u64).collect()
}

/// The links of a pair but for that of its headlines, in the left one's order.
fn links<'j>(reports: &'j Value, left: &str, right: &str) -> Vec<&'j Value> {
    list(&pair(reports, left, right)["links"]).iter().filter(|link| link["relation"] != "headline").collect()
}

/// The link that a block of the left is in.
fn link_of<'j>(reports: &'j Value, left: &str, right: &str, block: u64) -> &'j Value {
    let mut links = links(reports, left, right).into_iter();
    links.find(|link| numbers(&link["left"]).contains(&block)).expect("the block is linked")
}

#[track_caller]
fn are_linked(reports: &Value, left: &str, right: &str, expected: &[(u64, u64)]) {
    let found: Vec<_> =
        links(reports, left, right).iter().map(|link| (numbers(&link["left"]), numbers(&link["right"]))).collect();
    // Two headlines may be linked by what they say, and a link may hold more than the pair that must be found.
    let without_headlines: Vec<_> =
        found.iter().filter(|(left, right)| (left, right) != (&vec![1], &vec![1])).collect();
    let holds = |link: &&(Vec<u64>, Vec<u64>), (left, right)| link.0.contains(&left) && link.1.contains(&right);
    for &pair in expected {
        assert!(found.iter().any(|link| holds(&link, pair)), "{left}–{right}: {pair:?} in {found:?}");
    }
    assert_eq!(without_headlines.len(), expected.len(), "{left}–{right}: {found:?}");
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn e_carries_seven_blocks_of_a_in_their_order() {
    let reports = reports();
    are_linked(&reports, "A", "E", &[(4, 9), (5, 10), (6, 11), (7, 12), (8, 13), (9, 14), (10, 15)]);
    let links = links(&reports, "A", "E");
    assert!(links.iter().all(|link| link["moved"] == false));
    let body = links.iter().filter(|link| numbers(&link["left"]) != [1]);
    let relations: Vec<_> = body.map(|link| &link["relation"]).collect();
    assert_eq!(relations, ["edited", "verbatim", "edited", "verbatim", "verbatim", "verbatim", "verbatim"]);
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn one_word_of_a6_is_spelt_otherwise_in_e11() {
    let reports = reports();
    let segments = &link_of(&reports, "A", "E", 6)["segments"];
    for (side, word) in [("left", "popularize"), ("right", "popularise")] {
        let marked: Vec<_> = list(&segments[side]).iter().filter(|segment| segment["kind"] != "shared").collect();
        let [marked] = marked.as_slice() else { panic!("{marked:?}") };
        assert_eq!((marked["text"].as_str().map(str::trim), &marked["change"]), (Some(word), &"spelling".into()));
    }
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn b_tells_a_in_another_order() {
    let reports = reports();
    are_linked(&reports, "A", "B", &[(4, 6), (5, 2), (6, 7), (7, 8), (8, 9), (9, 4), (10, 5), (15, 3)]);
    assert_eq!(link_of(&reports, "A", "B", 8)["relation"], "verbatim");
    assert!(links(&reports, "A", "B").iter().filter(|link| link["moved"] == true).count() >= 4);
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn c_is_independent_of_a_but_for_the_headlines() {
    let reports = reports();
    // What both tell in words of their own may be found, and nothing else.
    let allowed =
        [(4, 3), (4, 7), (5, 4), (5, 5), (5, 6), (5, 7), (6, 13), (6, 16), (7, 16), (7, 18), (11, 21), (15, 6)];
    for link in list(&pair(&reports, "A", "C")["links"]) {
        for (left, right) in numbers(&link["left"]).into_iter().zip(numbers(&link["right"]).into_iter().cycle()) {
            assert!((left, right) == (1, 1) || allowed.contains(&(left, right)), "A¶{left}–C¶{right}");
        }
    }
    let links = list(&pair(&reports, "A", "C")["links"]);
    let headlines = links.iter().find(|link| numbers(&link["left"]).contains(&1)).expect("they face each other");
    assert_eq!((numbers(&headlines["left"]), numbers(&headlines["right"])), (vec![1], vec![1]));
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn d_quotes_two_blocks_of_a() {
    let reports = reports();
    let there = |block| numbers(&link_of(&reports, "A", "D", block)["right"]);
    assert!([vec![3], vec![2, 3]].contains(&there(5)), "{:?}", there(5));
    assert_eq!(there(6), [7]);
    // What both tell in their own words may be linked or not. One link too many is known: A9 and D11 name two people of one
    // family name, which their words do not tell.
    let may = [(4, 1), (5, 2), (5, 3), (6, 7), (7, 7), (15, 4)];
    let told = |link: &&Value| {
        let (left, right) = (numbers(&link["left"]), numbers(&link["right"]));
        left.iter().all(|&left| right.iter().all(|&right| may.contains(&(left, right))))
    };
    let others: Vec<_> = links(&reports, "A", "D").into_iter().filter(|link| !told(link)).collect();
    assert!(others.len() <= 1 && others.iter().all(|link| numbers(&link["left"]) == [9]), "{others:?}");
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn b_and_e_are_siblings() {
    let reports = reports();
    are_linked(&reports, "B", "E", &[(2, 10), (4, 14), (5, 15), (6, 9), (7, 11), (8, 12), (9, 13)]);
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn verbatim_means_that_nothing_is_marked() {
    let reports = reports();
    let links = list(&reports["comparisons"]).iter().flat_map(|pair| list(&pair["links"]));
    for link in links.filter(|link| link["relation"] == "verbatim") {
        let mut segments = ["left", "right"].iter().flat_map(|side| list(&link["segments"][side]));
        assert!(segments.all(|segment| segment["kind"] == "shared"), "{link}");
    }
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn wording_is_shared_as_counted_by_hand() {
    let reports = reports();
    for (left, right, of_left, of_right) in
        [("A", "B", Some(63.0), 70.0), ("A", "E", Some(63.0), 54.0), ("A", "D", None, 4.5), ("A", "C", None, 1.6)]
    {
        let shared = &pair(&reports, left, right)["shared"];
        let percent = |side: &str| 100.0 * shared[side].as_f64().expect("a share is a number");
        assert!((percent("right") - of_right).abs() <= 2.0, "{right} in {left}: {}", percent("right"));
        if let Some(of_left) = of_left {
            assert!((percent("left") - of_left).abs() <= 2.0, "{left} in {right}: {}", percent("left"));
        }
    }
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn words_are_those_of_the_body() {
    let reports = reports();
    let words = |id: &str| article(&reports, id)["words"].as_u64().expect("a count is a number");
    assert!(words("A").abs_diff(342) <= 3, "{}", words("A"));
    assert!(words("B").abs_diff(304) <= 3, "{}", words("B"));
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn what_is_no_text_of_the_report_is_set_aside() {
    let reports = reports();
    for (id, block, kind) in [
        ("A", 1, "headline"),
        ("A", 3, "caption"),
        ("C", 2, "byline"),
        ("C", 26, "caption"),
        ("C", 31, "furniture"),
        ("C", 32, "furniture"),
        ("E", 3, "byline"),
        ("E", 17, "furniture"),
        ("E", 18, "furniture"),
    ] {
        assert_eq!(article(&reports, id)["blocks"][block - 1]["kind"], kind, "{id}{block}");
    }
    for (id, block) in [("A", 2), ("E", 2)] {
        assert_ne!(article(&reports, id)["blocks"][block - 1]["kind"], "paragraph", "{id}{block}");
    }
}

#[test]
#[ignore = "reads five real reports from ../shared/articles; .ci/run runs it where they are"]
fn a_date_under_a_picture_is_not_the_date_of_the_report() {
    let reports = reports();
    assert_eq!((&article(&reports, "A")["date"], &article(&reports, "C")["date"]), (&Value::Null, &Value::Null));
}
