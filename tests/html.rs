//! Pages for a browser: what they hold, and that nothing in them runs or is loaded.
#![cfg(feature = "html")]

use std::collections::{HashMap, HashSet};
use std::path::Path;

use diptych::article::Article;
use diptych::draft::{Draft, DraftBlock};
use diptych::intake::{bundled, read};
use diptych::layout::PageSetup;
use diptych::pair::{Pair, Side};
use diptych::present::{Markings, Marks};
use diptych::report::html;
use diptych::report::pair_setup::PairSetup;
use diptych::story::presence::Filter;
use diptych::story::{Story, StoryScope};
use dom_query::{Document, NodeRef};

/// All elements that a page is made of.
const ELEMENTS: &str = "a b bdi body details div h1 h2 h3 head html i li main meta p path rect section span style summary svg \
    table tbody td th thead title tr ul";

/// All attributes that elements have.
const ATTRIBUTES: &str = "aria-hidden aria-level charset class colspan content d dir height href http-equiv id lang name \
    preserveaspectratio rel role scope tabindex viewbox width x y";

/// The stories that come with the program, and the reports beside the project if they are there.
fn stories() -> Vec<Story> {
    let mut stories: Vec<Story> = bundled::names()
        .into_iter()
        .map(|name| Story::new(name, bundled::read(name).expect("it is bundled")))
        .collect();
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if reports.is_dir() {
        let found = read(&[reports]).expect("they can be read");
        stories.push(Story::new("reports", found.articles));
    } else {
        eprintln!("passed over: {} is not there", reports.display());
    }
    stories
}

/// Returns the page of two articles of a story.
fn page(story: &Story, shown: Pair<usize>, markings: Markings) -> String {
    let mut out = Vec::new();
    html::write(&mut out, story, shown, PairSetup::unfolded(PageSetup::default(), markings)).expect("it takes all");
    String::from_utf8(out).expect("it is UTF-8")
}

/// Returns the page of a whole story, as seen from an article if one is named.
fn whole(story: &Story, named: Option<usize>) -> String {
    let mut out = Vec::new();
    let (setup, markings) = (PageSetup::default(), Markings::default());
    let scope = named.map_or(StoryScope::All, |one| StoryScope::With(Side::Left, one));
    html::write_story(&mut out, story, scope, Filter::Everything, setup, markings).expect("it takes all");
    String::from_utf8(out).expect("it is UTF-8")
}

fn elements(document: &Document) -> Vec<NodeRef<'_>> {
    document.select("*").nodes().to_vec()
}

fn attribute(node: &NodeRef<'_>, name: &str) -> Option<String> {
    node.attr(name).map(|value| value.to_string())
}

/// Wants a page to be made of known elements and attributes alone, to load nothing, and to link to its own places and the web.
#[track_caller]
fn check_inert(html: &str) {
    let document = Document::from(html);
    let known: HashSet<&str> = ELEMENTS.split_whitespace().collect();
    let attributes: HashSet<&str> = ATTRIBUTES.split_whitespace().collect();
    let ids: Vec<String> = elements(&document).iter().filter_map(|node| attribute(node, "id")).collect();
    let places: HashSet<&str> = ids.iter().map(String::as_str).collect();
    assert_eq!(ids.len(), places.len(), "places have names of their own");
    for node in elements(&document) {
        let name = node.node_name().expect("an element has a name").to_string();
        assert!(known.contains(name.as_str()), "<{name}>");
        for attribute in node.attrs() {
            let attribute = attribute.name.local.to_lowercase();
            assert!(attributes.contains(attribute.as_str()), "<{name} {attribute}>");
        }
        if let Some(href) = attribute(&node, "href") {
            let is_place = href.strip_prefix('#').is_some_and(|place| places.contains(place));
            assert!(is_place || href.starts_with("http://") || href.starts_with("https://"), "{href}");
        }
        if let Some(kind) = attribute(&node, "http-equiv") {
            assert_eq!(kind, "Content-Security-Policy");
        }
    }
    let style = document.select("style").text().to_string();
    assert!(
        !style.contains("url(") && !style.contains("@import") && !style.contains('<'),
        "the style sheet loads nothing"
    );
    assert_eq!(document.select("style").length(), 1);
    assert_eq!(document.select("meta[http-equiv]").length(), 1);
}

/// The texts of the blocks of a page, without the words that are only heard and without references.
struct Texts {
    /// Of each that is at home, by its place.
    homes: HashMap<String, String>,
    /// Of each echo, with the place that it links to.
    echoes: Vec<(String, String)>,
}

impl Texts {
    fn new(html: &str) -> Self {
        let document = Document::from(html);
        document.select("i, .at").remove();
        let text_of = |block: &NodeRef<'_>| {
            let texts = block.children_it(false).filter(|child| child.has_class("text"));
            texts.map(|text| text.text().to_string()).collect::<Vec<_>>().join("|")
        };
        let home = |block: &NodeRef<'_>| (attribute(block, "id").expect("it has one"), text_of(block));
        let echo = |echo: &NodeRef<'_>| {
            let href = echo.descendants().iter().find_map(|node| attribute(node, "href")).expect("an echo links home");
            (href[1..].to_owned(), text_of(echo))
        };
        Self {
            homes: document.select(".block[id]").nodes().iter().map(home).collect(),
            echoes: document.select(".echo").nodes().iter().map(echo).collect(),
        }
    }

    /// Wants every block of a pair to have one home with its text.
    #[track_caller]
    fn check(&self, story: &Story, shown: Pair<usize>, ids: impl Fn(usize, usize) -> String) {
        for article in [shown.left, shown.right] {
            for (index, block) in story.articles()[article].blocks.iter().enumerate() {
                assert_eq!(self.homes.get(&ids(article, index)), Some(&block.text), "{} {index}", story.name);
            }
        }
    }

    /// Wants so many homes, and every echo to have the text of the home that it links to.
    #[track_caller]
    fn check_all(&self, homes: usize) {
        assert_eq!(self.homes.len(), homes);
        for (place, text) in &self.echoes {
            assert_eq!(self.homes.get(place), Some(text), "{place}");
        }
    }
}

/// Counts the blocks of a pair.
fn blocks(story: &Story, shown: Pair<usize>) -> usize {
    story.articles()[shown.left].blocks.len() + story.articles()[shown.right].blocks.len()
}

/// Wants a page of two articles to have each of their blocks, and the echoes to say what these say.
#[track_caller]
fn check_blocks(html: &str, story: &Story, shown: Pair<usize>) {
    let texts = Texts::new(html);
    texts.check(story, shown, alone);
    texts.check_all(blocks(story, shown));
}

/// Wants the same of a page with several pairs.
#[track_caller]
fn check_pairs(html: &str, story: &Story, pairs: impl Iterator<Item = Pair<usize>>) {
    let (texts, mut homes) = (Texts::new(html), 0);
    for pair in pairs {
        texts.check(story, pair, among(pair));
        homes += blocks(story, pair);
    }
    texts.check_all(homes);
}

fn letter(article: usize) -> char {
    char::from(b'a' + u8::try_from(article).expect("they are few"))
}

fn alone(article: usize, block: usize) -> String {
    format!("{}{}", letter(article), block + 1)
}

#[test]
fn every_block_has_one_home_and_every_mark_joins_to_its_text() {
    for story in stories() {
        for shown in [Pair::new(0, 1), Pair::new(story.articles().len() - 1, 0)] {
            for marks in [Marks::Differences, Marks::Shared, Marks::Nothing] {
                let html = page(&story, shown, Markings { marks, ..Markings::default() });
                check_inert(&html);
                check_blocks(&html, &story, shown);
            }
        }
    }
}

/// Names a block of a pair among others.
fn among(pair: Pair<usize>) -> impl Fn(usize, usize) -> String {
    move |article, block| format!("{}-{}-{}", letter(pair.left), letter(pair.right), alone(article, block))
}

fn pairs(articles: usize) -> impl Iterator<Item = Pair<usize>> {
    (0..articles).flat_map(move |left| (left + 1..articles).map(move |right| Pair::new(left, right)))
}

#[test]
fn a_story_has_its_pages_and_every_pair() {
    for story in stories().into_iter().filter(|story| story.articles().len() > 2) {
        let html = whole(&story, None);
        check_inert(&html);
        let document = Document::from(html.as_str());
        let titles = document.select("main > section.sheet > h2").nodes().len();
        assert_eq!(titles, 8, "sharing, passages, source, headlines, quotations, people, figures, words");
        check_pairs(&html, &story, pairs(story.articles().len()));
        let sharing = document.select("section.sheet").nodes()[0];
        let links = sharing.descendants().iter().filter(|node| node.has_name("a")).count();
        assert_eq!(links, story.articles().len() * (story.articles().len() - 1), "each cell links to its pair");
    }
}

#[test]
fn of_an_article_that_is_named_the_pairs_are_on_the_page() {
    let story = Story::new("ferry", bundled::read("ferry").expect("it is bundled"));
    let html = whole(&story, Some(2));
    check_inert(&html);
    let document = Document::from(html.as_str());
    let sections = document.select("section.pair").nodes().len();
    assert_eq!(sections, story.articles().len() - 1);
    let others = (0..story.articles().len()).filter(|&other| other != 2);
    check_pairs(&html, &story, others.map(|other| Pair::new(2, other)));
    assert_eq!(document.select("#a-b").length(), 0);
    assert!(document.select("p.note").text().contains("What follows are the pairs of C"));
}

#[test]
fn a_story_of_many_articles_is_as_long_as_its_text() {
    let article = |n: usize| {
        let own =
            |block: usize| format!("Boat {n} was seen at quay {block} of Holm by clerk {n} on day {}.", n * 7 + block);
        let shared = "The harbour office said on Tuesday that three boats were withdrawn in March.".to_owned();
        let blocks: Vec<String> = (0..4).map(own).chain([shared]).collect();
        Article::read(&format!("{n}.txt"), &blocks.join("\n\n"))
    };
    let length = |count: usize| {
        let html = whole(&Story::new("many", (0..count).map(article).collect()), None);
        if count < 100 {
            check_inert(&html);
        }
        html.len()
    };
    let (some, many) = (length(30), length(120));
    assert!(many < some * 5, "{some} bytes for 30 articles, {many} for 120");
}

/// Texts that would break out of wherever they are set.
const HOSTILE: [&str; 8] = [
    "</style><script>alert(1)</script> was said on the quay of Holm by the harbour office.",
    "<img src=x onerror=alert(1)> The council voted on Tuesday to order three ferries for the crossing.",
    "\"><a href=\"javascript:alert(1)\">x</a> ' onclick='alert(1) and the first of them is due in spring.",
    "\u{202e}The harbour office\u{2066} turned around, \u{2069}\u{202c} and was not seen again on the quay of Holm.",
    "<!-- --> ]]> <![CDATA[ &lt;b&gt; &amp;amp; &#60;i> was written on the wall of the customs house in March.",
    "</p></div></section></main></body></html><base href=\"https://evil.example/\"> fish is dear at Holm this year.",
    "{{7*7}} ${alert(1)} <%= 1 %> url(https://evil.example/x) @import \"x\"; expression(alert(1)) at the quay.",
    "<meta http-equiv=refresh content=\"0;url=https://evil.example/\"><iframe src=x></iframe> said the treasurer.",
];

fn hostile(outlet: &str, address: &str, order: &[usize]) -> Article {
    let blocks = order.iter().map(|&index| DraftBlock { text: HOSTILE[index].to_owned(), kind: None }).collect();
    Article::from_draft(
        "<b>\"'&.txt",
        Draft {
            outlet: Some(outlet.to_owned()),
            title: Some(format!("{outlet} orders <u>ferries</u>")),
            date: Some("2026-06-16".to_owned()),
            language: Some("en\" onload=\"x".to_owned()),
            address: Some(address.to_owned()),
            blocks,
            ..Draft::default()
        },
    )
}

#[test]
fn hostile_text_stays_text() {
    let left = hostile("</title><script>x</script>", "javascript:alert(1)//", &[0, 1, 2, 3, 4, 5, 6, 7]);
    let right = hostile("\"><svg onload=x>", "https://wire.example/\"><script>", &[3, 1, 0, 7, 5, 2, 4]);
    let story = Story::new("</style><script>x</script>", vec![left, right]);
    let shown = Pair::new(0, 1);
    let html = page(&story, shown, Markings::default());
    check_inert(&html);
    check_blocks(&html, &story, shown);
    let links: Vec<String> = Document::from(html.as_str())
        .select(".address a")
        .nodes()
        .iter()
        .filter_map(|link| attribute(link, "href"))
        .collect();
    assert_eq!(links, ["https://wire.example/\"><script>"], "what is no address of the web is no link");
    assert_eq!(html.matches("<script").count(), 0);
    let third = hostile("`<x>`", "data:text/html,<script>x</script>", &[6, 0, 3]);
    let articles = story.articles().iter().cloned().chain([third]).collect();
    let story = Story::new("</title></style><script>x</script>", articles);
    let html = whole(&story, None);
    check_inert(&html);
    check_pairs(&html, &story, pairs(3));
}

#[test]
fn text_and_names_say_their_language_and_direction() {
    let text = "ספינה חדשה נכנסה לנמל בבוקר יום שלישי, אמר דובר הרשות.";
    let he = Article::read("a.txt", &format!("---\noutlet: הנמל\nlanguage: he\n---\n\n{text}"));
    let unknown = Article::read("b.txt", &format!("---\noutlet: Quay Post\n---\n\n{text}"));
    let html = page(&Story::new("-", vec![he, unknown]), Pair::new(0, 1), Markings::default());
    let document = Document::from(html.as_str());
    let set = |place: &str| {
        let text = document.select(&format!("#{place} > .text"));
        [text.attr("lang"), text.attr("dir")].map(|value| value.map(|value| value.to_string()).unwrap_or_default())
    };
    assert_eq!([set("a1"), set("b1")], [["he", "rtl"], ["", "auto"]].map(|both| both.map(str::to_owned)));
    assert_eq!(document.select("h1 bdi[lang=he]").text().to_string(), "הנמל");
}

#[test]
fn what_moved_stands_at_both_places_and_each_leads_to_the_other() {
    let left = "The yard of Holm was paid 41 million crowns.\n\nDivers had found cracks below the waterline in March.";
    let right = "Divers had found cracks below the waterline in March.\n\nThe yard of Holm was paid 47 million crowns.";
    let story = Story::new("-", vec![Article::read("a", left), Article::read("b", right)]);
    let html = page(&story, Pair::new(0, 1), Markings::default());
    let bands = html.lines().skip_while(|line| !line.contains("class=\"bands\"")).take(2).collect::<Vec<_>>();
    let first = bands[0].split_once("<div class=\"bands\">").map_or("", |(_, band)| band);
    let expected = "<div class=\"band linked\"><p class=\"relation\">~ edited, moved</p><div class=\"side left\">\
        <div class=\"block\" id=\"a1\"><span class=\"label\"><a class=\"number\" href=\"#a1\"><span class=\"where\">A¶</span>1</a></span>\
        <p class=\"text\" dir=\"auto\">The yard of Holm was paid <span class=\"only left\"><i dir=\"ltr\">[only A: </i>41\
        <i dir=\"ltr\"> ]</i></span> million crowns.</p></div></div><div class=\"side right\"><details class=\"block echo\">\
        <summary class=\"label\"><a class=\"number\" href=\"#b2\">↓<span class=\"where\"> see B¶</span>2</a></summary>\
        <p class=\"text\" dir=\"auto\">The yard of Holm was paid <span class=\"only right\"><i dir=\"ltr\">[only B: </i>47\
        <i dir=\"ltr\"> ]</i></span> million crowns.</p></details></div></div>";
    assert_eq!(first, expected);
    assert!(bands[1].contains("= same"), "{}", bands[1]);
}

#[test]
fn what_stands_elsewhere_leads_there() {
    let left = "Nobody at the customs house would believe that three boats lay there in June when it was shut.\n\n\
        The quay's colour is red since three boats lay there in June, and nobody knows why that is so.";
    let right = "The quay's colour is red since three boats lay there in June, and nobody knows why that is so.\n\nFish is dear.";
    let story = Story::new("-", vec![Article::read("a", left), Article::read("b", right)]);
    let html = page(&story, Pair::new(0, 1), Markings::default());
    let document = Document::from(html.as_str());
    let run = document.select("#a1 .elsewhere").text().to_string();
    assert_eq!(run, "[elsewhere in B: three boats lay there in June ]");
    let link = document.select("#a1 .at");
    assert_eq!((link.attr("href").as_deref(), &*link.text()), (Some("#b1"), "B¶1"));
    let quiet = page(&story, Pair::new(0, 1), Markings { marks: Marks::Nothing, ..Markings::default() });
    assert_eq!(Document::from(quiet.as_str()).select(".text i, .at").length(), 0);
}

#[test]
fn words_that_are_heard_turn_no_text_around() {
    let left = Article::read("a", "סירה חדשה נכנסה לנמל בבוקר יום שלישי, אמר דובר הרשות.");
    let right = Article::read("b", "ספינה ישנה נכנסה לנמל בבוקר יום שלישי, אמר דובר הרשות.");
    let html = page(&Story::new("-", vec![left, right]), Pair::new(0, 1), Markings::default());
    let document = Document::from(html.as_str());
    let text = document.select("#a1 > .text");
    assert!(text.text().starts_with("[only A: "), "the text begins with a mark");
    assert_eq!(text.attr("dir").as_deref(), Some("auto"));
    // What has a direction of its own does not count for that of the text around it.
    assert!(document.select(".text i, .text .at").nodes().iter().all(|node| node.has_attr("dir")));
}

#[test]
fn marks_are_said_in_words_that_are_heard() {
    let left = Article::read("a", "The yard of Holm was paid 41 million crowns for the boats on Monday.");
    let right = Article::read("b", "The yard of Holm was paid 47 million crowns for the boats on Monday.");
    let html = page(&Story::new("-", vec![left, right]), Pair::new(0, 1), Markings::default());
    let text = |place: &str| Document::from(html.as_str()).select(&format!("#{place} > .text")).text().to_string();
    assert_eq!(text("a1"), "The yard of Holm was paid [only A: 41 ] million crowns for the boats on Monday.");
    assert_eq!(text("b1"), "The yard of Holm was paid [only B: 47 ] million crowns for the boats on Monday.");
}

#[test]
fn a_page_is_as_long_as_its_text() {
    let block = |n: usize| {
        format!("Report {n} of the harbour office at Holm says that boat {n} was seen at quay {n} on day {n}.")
    };
    let length = |blocks: usize| {
        let left = (0..blocks).map(block).collect::<Vec<_>>().join("\n\n");
        let right = (0..blocks).map(|n| block(blocks - n)).collect::<Vec<_>>().join("\n\n");
        let story = Story::new("-", vec![Article::read("a", &left), Article::read("b", &right)]);
        page(&story, Pair::new(0, 1), Markings::default()).len()
    };
    let (one, four) = (length(100), length(400));
    assert!(four < one * 5, "{one} bytes for 100 blocks, {four} for 400");
}

#[test]
fn a_title_sets_off_names_that_run_the_other_way() {
    let texts = ["הנמל", "Harbour Ledger"]
        .map(|name| format!("---\noutlet: {name}\n---\n\nBoats\n\nThree boats were ordered in Holm.\n"));
    let story = Story::new("Holm", texts.map(|text| Article::read("a.txt", &text)).into());
    let document = Document::from(page(&story, Pair::new(0, 1), Markings::default()));
    let title = document.select("head > title").text().to_string();
    assert_eq!(title, "\u{2067}הנמל\u{2069} and Harbour Ledger");
}

#[test]
fn many_outlets_are_listed_in_lines() {
    let text = "Boats\n\nThe council of Holm ordered three new ferries on Tuesday.\n";
    let articles = (0..30).map(|index| Article::read(&format!("{index:02}.txt"), text)).collect();
    let document = Document::from(whole(&Story::new("Holm", articles), None));
    let widths = document.select(".sheet tr").nodes().iter().map(|row| row.element_children().len()).max();
    assert!(widths.is_some_and(|most| most < 12), "{widths:?}");
    let listed = document.select("td.list").nodes().iter().map(|list| list.element_children().len()).max();
    assert_eq!(listed, Some(30), "each outlet is there");
}
