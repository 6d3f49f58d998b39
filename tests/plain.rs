//! Text for those who hear it: everything once, in order, in words.

use std::path::Path;

use diptych::article::Article;
use diptych::intake::{bundled, read};
use diptych::layout::PageSetup;
use diptych::letters::letter;
use diptych::pair::{Pair, Side};
use diptych::present::{Markings, Marks, sentences};
use diptych::report::pair_setup::PairSetup;
use diptych::report::plain;
use diptych::story::presence::Filter;
use diptych::story::{Story, StoryScope};
use insta::assert_snapshot;

/// The stories that come with the program, and the reports beside the project if they are there.
/// A quotation in other words than running text has, which gives them to somebody else.
const QUAY: [&str; 3] = [
    "The quay of Ostrey\n\nA quay that lasts far beyond the winter of the next year must be built, wrote the Board of Ports in a letter.",
    "A letter about the quay\n\nAda Quill, the mayor of Ostrey, has read it.\n\nThe yard must “build a quay that lasts far beyond the winter \
     of the next year,” the Wire reports citing Ada Quill.",
    "Bread and boats\n\nNobody on the island has sold a loaf since the boats were laid up for the winter.",
];

fn stories() -> Vec<Story> {
    let bundled = bundled::names().into_iter();
    let mut stories: Vec<Story> =
        bundled.map(|name| Story::new(name, bundled::read(name).expect("it is bundled"))).collect();
    stories.push(Story::new("quay", QUAY.map(|text| Article::read("a.txt", text)).into()));
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if reports.is_dir() {
        stories.push(Story::new("reports", read(&[reports]).expect("they can be read").articles));
    } else {
        eprintln!("passed over: {} is not there", reports.display());
    }
    stories
}

fn of_two(story: &Story, shown: Pair<usize>, setup: PageSetup, markings: Markings) -> String {
    let mut out = Vec::new();
    plain::write(&mut out, story, shown, &story.compare(shown), PairSetup::unfolded(setup, markings))
        .expect("memory takes all");
    String::from_utf8(out).expect("it is UTF-8")
}

fn of_story(story: &Story, scope: StoryScope) -> String {
    let mut out = Vec::new();
    plain::write_story(&mut out, story, scope, Filter::Everything, PageSetup::default(), false)
        .expect("memory takes all");
    String::from_utf8(out).expect("it is UTF-8")
}

/// The signs of the program, none of which is heard.
const SIGNS: &str = "¶↑↓⇢⊏″⋯≈≋┊┃│·■▸◇↕";

/// Checks that there is nothing but words: no line or shade is drawn, no sign stands for one, nothing steers a terminal.
#[track_caller]
fn check_words(text: &str) {
    let is_drawn = |c: char| ('\u{2500}'..='\u{259f}').contains(&c) || SIGNS.contains(c);
    let is_control = |c: char| c.is_control() && c != '\n' || ('\u{2066}'..='\u{2069}').contains(&c);
    let found = text.lines().find(|line| line.contains(|c| is_drawn(c) || is_control(c)));
    assert_eq!(found, None);
}

/// Finds where a block's text stands whole, behind its name.
fn place(text: &str, name: &str, block: &str) -> Vec<usize> {
    let is_it = |line: &str| {
        let is_named =
            |named: &str| named.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(", "));
        line.split_once(": ").is_some_and(|(named, rest)| is_named(named) && rest == block)
    };
    text.lines().enumerate().filter(|(_, line)| is_it(line)).map(|(at, _)| at).collect()
}

#[test]
fn every_block_stands_once_and_whole_the_left_in_its_order() {
    for story in stories() {
        for left in 0..story.articles().len() {
            for right in (0..story.articles().len()).filter(|&right| right != left) {
                let shown = Pair::new(left, right);
                for marks in [Marks::Differences, Marks::Shared, Marks::Nothing] {
                    let text = of_two(&story, shown, PageSetup::default(), Markings { marks, ..Markings::default() });
                    check_words(&text);
                    let places = Side::BOTH.map(|side| {
                        let article = &story.articles()[shown[side]];
                        let of_block = |block: usize| {
                            let name = sentences::blocks(&letter(shown[side]), article, &[block]);
                            let found = place(&text, &name, &article.blocks[block].text);
                            assert_eq!(found.len(), 1, "{} {name}", story.name);
                            found[0]
                        };
                        (0..article.blocks.len()).map(of_block).collect::<Vec<_>>()
                    });
                    assert!(places[0].is_sorted(), "{} {left} {right}", story.name);
                }
            }
        }
    }
}

#[test]
fn a_place_of_evidence_is_a_sentence_and_what_says_nothing_is_left_out() {
    let story = Story::new("ferry", bundled::read("ferry").expect("it is bundled"));
    let text = of_story(&story, StoryScope::default());
    let lines: Vec<&str> = text.lines().collect();
    for expected in [
        "B paragraph 5: “47 million crowns”; differs, value b; value: 47000000; counted: crowns.",
        "D paragraph 8: “47 million crowns”; differs, value b; value: 47000000; counted: crowns.",
        "A paragraph 3: “Tuesday”; agrees; value: 2026-06-16; by the date of A.",
        "A paragraph 4: Dunnock; introduced as “Dunnock”; times named: 2.",
        "A paragraph 10: “said”; other words.",
    ] {
        assert!(lines.contains(&expected), "{expected}");
    }
    assert!(lines.iter().all(|line| !line.contains(" ;") && !line.ends_with("; ")), "{text}");
}

#[test]
fn who_is_not_stated_is_said_without_a_question_and_each_absence_with_its_words() {
    let texts = ["“The quay is far too old for us.” The board met.", "The board met in the evening."];
    let text = of_story(&Story::new("", texts.map(|text| Article::read("a.txt", text)).into()), StoryScope::default());
    assert!(text.contains("; speaker not stated") && !text.contains("who says it: speaker"), "{text}");
    assert!(text.contains("“not quoted in”: not quoted there;") && text.contains("not quoted in B"), "{text}");
}

#[test]
fn the_pages_of_a_story_are_words() {
    for story in stories().into_iter().filter(|story| story.articles().len() > 2) {
        for scope in [StoryScope::All, StoryScope::With(Side::Left, 2)] {
            let text = of_story(&story, scope);
            check_words(&text);
            for title in
                ["\nShared wording.\n", "\nPassages, seen from ", "\nWords that stand in ", "\nHeadlines and leads.\n"]
            {
                assert_eq!(text.matches(title).count(), 1, "{title}");
            }
            assert!(!text.contains("..\n") && !text.contains(": .") && !text.contains("; ;"), "{text}");
        }
    }
}

const WIRE: &str = "---\noutlet: Quay Wire\ndate: 2026-05-04\nurl: https://wire.example/boats\n---\n\
    Council buys three boats\n\n\
    The council voted eleven to four on Monday evening to buy three boats for the crossing.\n\n\
    The yard in Ostrey was paid 41 million crowns for them, and the first is due in spring.\n\n\
    Nobody at the customs house would believe that the mayor had signed the order in June, when it was shut.\n\n\
    Read more\n";

const POST: &str = "---\noutlet: Shore Post\n---\nA vote at last\n\n\
    The yard in Ostrey was paid 47 million crowns for them, and the first is due in spring.\n\n\
    The council voted eleven to four on Monday evening to buy three boats for the crossing.\n\n\
    A retired captain keeps bees behind the lighthouse; he heard that the mayor had signed the order in June, he says, and that fish is \
    dear.\n";

#[test]
fn what_the_two_are_to_each_other_is_said_in_sentences() {
    let articles = [("wire.txt", WIRE), ("post.txt", POST)].map(|(name, text)| Article::read(name, text));
    let story = Story::new("-", articles.to_vec());
    let text = of_two(&story, Pair::new(0, 1), PageSetup::default(), Markings::default());
    assert_snapshot!(text, @"
    A is Quay Wire, 2026-05-04: 54 words, 78 percent of them in B too, in runs of five and more. Its address: https://wire.example/boats
    B is Shore Post: 60 words, 70 percent of them in A too, in runs of five and more.
    Told in the order of A, each block once, by its number in its article: what answers it in B stands with it, and what B has alone where it stands there. Below a text is said what of it is marked.

    A headline 1 and B headline 1.
    A headline 1: Council buys three boats
    Related to B paragraph 3: council, three boats.
    B headline 1: A vote at last

    A paragraph 2 and B paragraph 3, same words, moved.
    A paragraph 2: The council voted eleven to four on Monday evening to buy three boats for the crossing.
    B paragraph 3: The council voted eleven to four on Monday evening to buy three boats for the crossing.
    Related to A headline 1: council, three boats.

    A paragraph 3 and B paragraph 2, edited.
    A paragraph 3: The yard in Ostrey was paid 41 million crowns for them, and the first is due in spring.
    Only A: “41”.
    B paragraph 2: The yard in Ostrey was paid 47 million crowns for them, and the first is due in spring.
    Only B: “47”.

    A paragraph 4 and B paragraph 4, reworded.
    A paragraph 4: Nobody at the customs house would believe that the mayor had signed the order in June, when it was shut.
    Only A: “Nobody at the customs house would believe”, “when it was shut”.
    B paragraph 4: A retired captain keeps bees behind the lighthouse; he heard that the mayor had signed the order in June, he says, and that fish is dear.
    Only B: “A retired captain keeps bees behind the lighthouse; he heard”, “he says, and that fish is dear”.

    A page furniture 5: Read more

    End of A and B.
    ");
    let ascii = of_two(&story, Pair::new(0, 1), PageSetup { ascii: true, ..PageSetup::default() }, Markings::default());
    assert!(ascii.is_ascii(), "{ascii}");
}

#[test]
fn what_stands_elsewhere_is_said_with_where() {
    let texts = [
        "Nobody at the customs house would believe that three boats lay there in June when it was shut.\n\n\
        The quay is red since three boats lay there in June, and nobody knows why.",
        "The quay is red since three boats lay there in June, and nobody knows why.\n\nFish is dear.",
    ];
    let story = Story::new("-", texts.map(|text| Article::read("-", text)).to_vec());
    let text = of_two(&story, Pair::new(0, 1), PageSetup::default(), Markings::default());
    let told = "A paragraph 1, partly elsewhere: Nobody at the customs house would believe that three boats lay there in June when it \
        was shut.\nElsewhere in B: “three boats lay there in June” in B paragraph 1.\n";
    assert!(text.contains(told), "{text}");
    assert!(text.contains("\n\nB paragraph 2, only here: Fish is dear.\n"), "{text}");
}

#[test]
fn an_article_without_a_headline_lacks_no_wording() {
    let texts = [
        "Boats at last\n\nThe council voted eleven to four on Monday evening to buy three boats for the crossing.",
        "The council voted eleven to four on Monday evening to buy three boats for the crossing, and fish is dear.",
    ];
    let story = Story::new("-", texts.map(|text| Article::read("-", text)).to_vec());
    let text = of_story(&story, StoryScope::All);
    assert!(text.contains("\nHeadlines: A headline 1; B has none.\n"), "{text}");
    assert!(text.contains("\nLeads: A paragraph 2; B paragraph 1.\n"), "{text}");
}
