//! Pages that are broken on purpose: each is read or refused, within bounded time.

use std::time::{Duration, Instant};

use diptych::formats::html;
use proptest::prelude::*;

use super::PAGES;

/// The time that a page may take, in a build for tests on a busy machine. In one for use all of these take less than a
/// second.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn what_takes_long_is_refused_or_read_in_time() {
    let many = |piece: &str, count: usize| piece.repeat(count);
    let numbered =
        |piece: &str, count: usize| (0..count).map(|k| piece.replace('#', &k.to_string())).collect::<String>();
    let pages = [
        ("elements", many("<div>", 100_000)),
        ("nested to the bound", many("<div>", 490) + &many("<p>word, word, word, word, word, word</p>", 5_000)),
        ("tables", many("<table><tr><td>", 5_000)),
        ("tables to the bound", many("<table><tr><td>", 95) + &many("<p>one, two, three, four, five</p>", 5_000)),
        ("lists", many("<ul><li>", 249) + &many("<li>one, two, three, four, five, six", 5_000)),
        ("attributes", format!("<p {}>a</p>", numbered("a#=b ", 100_000))),
        ("attributes of many", many(&format!("<p {}>a</p>", numbered("a#=b ", 900)), 200)),
        ("attributes of the body", numbered("<body a#=b>", 20_000)),
        ("formatting", numbered("<p><font size=#>", 10_000)),
        ("formatting to the bound", numbered("<p><font size=#></p>", 300) + &many("<p>a</p>", 2_000)),
        ("closed where it stands wrong", many("<b><div></b><i></div>", 5_000)),
        ("links", many("<a href=x>one, two, three</a> ", 50_000)),
        ("items", many("<li>one, two, three, four, five</li>", 30_000)),
        ("breaks", many("a<br><br>", 50_000)),
        ("inline", many("<div><span>one</span> two, </div>", 30_000)),
        ("comments", many("<!--", 100_000)),
        ("tags without an end", many("<a b='", 100_001)),
        ("entities", many("&amp;", 200_000)),
        ("entities to the bound", many("&amp;", 50_000)),
        ("JSON", format!("<script type='application/ld+json'>{}</script><p>a", many("[", 500_000))),
        ("JSON of many", many("<script type='application/ld+json'>{\"@type\":\"Article\"}</script>", 10_000)),
        ("facts", many("<meta name=author content=a><a rel=author>b</a><time datetime=2000>", 20_000)),
        ("properties", many("<i itemprop=author><b itemprop=name>a</b></i>", 20_000)),
        ("foreign", many("<svg><desc/><g/>", 5_000)),
        ("headlines in headlines", many("<h1><div>", 200) + &many("word ", 200_000)),
        ("headlines", format!("<title>{}</title>{}", many("a b c ", 100_000), many("<h1>a b c</h1>", 20_000))),
        ("bylines in bylines", many("<div class='author headline standfirst'>", 40) + &many("<b></b>", 10_000) + "a"),
        ("names", many(&format!("<p class='{}'>a b c.</p>", many("a-b ", 400)), 2_000)),
        ("boxes", format!("<article>{}</article>", many("<aside><p>one, two, three, four, five.</p></aside>", 5_000))),
        ("lines", format!("<p>{}", many("one two<br>", 20_000))),
        ("quoted", many("<q>a</q>", 40_000)),
        ("preformatted", format!("<pre>{}", many("a\n\n", 100_000))),
    ];
    for (name, page) in pages {
        let start = Instant::now();
        let read = html::read(page.as_bytes());
        let took = start.elapsed();
        println!("{name:<30} {:>8.1} ms  {:?}", took.as_secs_f64() * 1000.0, read.map(|draft| draft.blocks.len()));
        assert!(took < LONGEST, "{name}: {took:?}");
    }
}

#[test]
fn archives_in_archives_are_refused() {
    let part = |k: usize| format!("Content-Type: multipart/mixed; boundary=b{k}\r\n\r\n--b{k}\r\n");
    let archive: String = (0..10_000).map(part).collect();
    let start = Instant::now();
    assert!(html::mhtml::read(archive.as_bytes()).is_err());
    assert!(start.elapsed() < LONGEST);
}

/// A change to a page.
#[derive(Clone, Debug)]
enum Change {
    Cut(usize, usize),
    Repeat(usize, usize, usize),
    Insert(usize, Vec<u8>),
}

fn change() -> impl Strategy<Value = Change> {
    let pieces = prop::sample::select(vec![
        "<div>",
        "</div>",
        "<table><tr><td>",
        "</table>",
        "<b>",
        "</i>",
        "<p hidden>",
        "<figure>",
        "<svg>",
        "<template>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "<pre>",
        "<q>",
        "<br><br>",
        "<select>",
        "\"",
        "'",
        ">",
        "<",
        "&#0;",
        "&#x202E;",
        "\0",
        "<![CDATA[",
        "<?xml?>",
        "<frameset>",
        "<plaintext>",
        "<body x>",
        "{\"@graph\":[",
        "<math><mi>",
        "<a href=javascript:x>",
        "<noscript>",
    ]);
    let piece = prop_oneof![3 => pieces.prop_map(|piece| piece.as_bytes().to_vec()), 1 => prop::collection::vec(any::<u8>(), 0..8)];
    prop_oneof![
        (0usize..8000, 0usize..600).prop_map(|(at, length)| Change::Cut(at, length)),
        (0usize..8000, 0usize..80, 1usize..60).prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        (0usize..8000, piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
    ]
}

fn changed(page: &str, changes: &[Change]) -> Vec<u8> {
    let mut bytes = page.as_bytes().to_vec();
    for change in changes {
        let length = bytes.len();
        let within = |at: usize| at.min(length);
        match change {
            Change::Cut(at, cut) => drop(bytes.drain(within(*at)..within(at + cut))),
            Change::Repeat(at, piece, times) => {
                let piece = bytes[within(*at)..within(at + piece)].repeat(*times);
                bytes.splice(within(*at)..within(*at), piece);
            }
            Change::Insert(at, piece) => drop(bytes.splice(within(*at)..within(*at), piece.iter().copied())),
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_change_to_a_page_does_harm(page in prop::sample::select(PAGES.to_vec()), changes in prop::collection::vec(change(), 1..12)) {
        let start = Instant::now();
        let read = html::read(&changed(page, &changes));
        prop_assert!(start.elapsed() < LONGEST);
        for block in read.iter().flat_map(|draft| draft.blocks.iter().chain(&draft.left_out)) {
            prop_assert!(!block.text.trim().is_empty());
            prop_assert!(!block.text.contains(['\n', '\r', '\t', '\u{2028}']), "{:?}", block.text);
        }
    }
}
