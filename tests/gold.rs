//! How good the alignment is on the bundled stories, and on small cases with a name.
//!
//! The tables in `tests/gold` are made by hand: a line a link. Run with `--nocapture` to see precision and recall.

use std::collections::{BTreeMap, BTreeSet};

use diptych::article::Article;
use diptych::comparison::{Comparison, Relation};
use diptych::intake::bundled;
use diptych::letters::index_of_letter;
use diptych::pair::Pair;
use diptych::story::Story;

/// What must be held, over all pairs of all stories. One paragraph, which tells the same in all other words, is missed
/// in each of the three pairs that have it, and one half of another is linked with a third block that says the same.
const PRECISION: f64 = 0.98;
const RECALL: f64 = 0.93;

/// A line of a table.
struct Line {
    blocks: Pair<Vec<usize>>,
    relation: String,
    moved: bool,
}

impl Line {
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        pairs(&self.blocks)
    }
}

fn pairs(blocks: &Pair<Vec<usize>>) -> impl Iterator<Item = (usize, usize)> {
    blocks.left.iter().flat_map(|&left| blocks.right.iter().map(move |&right| (left, right)))
}

/// The lines of a table by pair of letters.
fn table(text: &str) -> BTreeMap<String, Vec<Line>> {
    let mut lines: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [pair, left, right, relation, moved] = cells[..] else { panic!("five cells: {line}") };
        let numbers = |cell: &str| cell.split(',').map(|number| number.parse().expect("a number")).collect();
        let blocks = Pair::new(numbers(left), numbers(right));
        let line = Line { blocks, relation: relation.to_owned(), moved: moved == "moved" };
        lines.entry(pair.to_owned()).or_default().push(line);
    }
    lines
}

/// Links that the table has and were found, that it has not, and that were missed; headlines apart.
#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn of(lines: &[Line], found: &Comparison) -> Self {
        let gold: BTreeSet<(usize, usize)> = lines.iter().flat_map(Line::pairs).collect();
        let open = lines.iter().filter(|line| line.relation == "?" || line.relation == "headline");
        let open: BTreeSet<(usize, usize)> = open.flat_map(Line::pairs).collect();
        let links = found.links.iter().filter(|link| link.relation != Relation::Headline);
        let links: BTreeSet<(usize, usize)> =
            links.flat_map(|link| pairs(&link.blocks)).map(|(left, right)| (left + 1, right + 1)).collect();
        Self {
            right: links.intersection(&gold).filter(|pair| !open.contains(pair)).count(),
            wrong: links.difference(&gold).count(),
            missed: gold.difference(&links).filter(|pair| !open.contains(pair)).count(),
        }
    }

    fn shares(&self) -> (f64, f64) {
        let share = |of: usize| if of == 0 { 1.0 } else { self.right as f64 / of as f64 };
        (share(self.right + self.wrong), share(self.right + self.missed))
    }
}

#[test]
fn bundled_stories() {
    let mut all = Tally::default();
    for (name, text) in [
        ("ferry", include_str!("gold/ferry.tsv")),
        ("counter-espionage", include_str!("gold/counter-espionage.tsv")),
        ("lighthouse", include_str!("gold/lighthouse.tsv")),
    ] {
        let story = Story::new(name, bundled::read(name).expect("a bundled story"));
        for (letters, lines) in table(text) {
            let (left, right) = letters.split_once('-').expect("two letters");
            let place = |letter: &str| index_of_letter(letter).expect("a letter");
            let found = story.compare(Pair::new(place(left), place(right)));
            let tally = Tally::of(&lines, &found);
            let (precision, recall) = tally.shares();
            println!("{name:18} {letters}  precision {precision:.3}  recall {recall:.3}");
            all.right += tally.right;
            all.wrong += tally.wrong;
            all.missed += tally.missed;
            names_moved(&letters, &lines, &found);
        }
    }
    let (precision, recall) = all.shares();
    println!("all of it              precision {precision:.3}  recall {recall:.3}");
    assert!(precision >= PRECISION, "precision {precision:.3}");
    assert!(recall >= RECALL, "recall {recall:.3}");
}

/// What was found as the table has it is moved if the table says so.
#[track_caller]
fn names_moved(letters: &str, lines: &[Line], found: &Comparison) {
    for line in lines.iter().filter(|line| line.relation != "?" && line.relation != "headline") {
        let from_one = |blocks: &Vec<usize>| blocks.iter().map(|block| block + 1).collect::<Vec<_>>();
        let link = found.links.iter().find(|link| link.blocks.as_ref().map(from_one) == line.blocks);
        if let Some(link) = link {
            assert_eq!(link.moved, line.moved, "{letters} {:?}", line.blocks);
        }
    }
}

/// Paragraphs that have nothing to do with each other, to make cases of.
const TEXT: [&str; 8] = [
    "Three ferries were withdrawn from the Morrey crossing in March after cracks were found in their hulls.",
    "The ministry asked for bids on Tuesday and said that the winner would be named before the autumn budget.",
    "Passengers have waited up to two hours at the quay, and the bakery by the landing has opened earlier.",
    "Tickets will cost four crowns until spring; season cards bought in January stay valid on the replacement buses.",
    "The yard at Holm, which built the old boats in 1987, has said that it would take on ninety welders.",
    "A marine biologist counted fewer porpoises in the sound, although nobody knows whether propellers are to blame.",
    "Opposition members called the delay a scandal and demanded to see the letters between engineers and the minister.",
    "Winter timetables appear on the harbour office door, where a volunteer copies them out in large print.",
];

/// Draws the links of two texts: `left-right`, blocks from 1, `^` moved, `!` facing headlines only.
fn drawn(left: &[&str], right: &[&str]) -> String {
    let article = |blocks: &[&str]| Article::read("-", &blocks.join("\n\n"));
    let story = Story::new("case", vec![article(left), article(right)]);
    let found = story.compare(Pair::new(0, 1));
    let mirrored = story.compare(Pair::new(1, 0));
    assert_eq!(found.links.len(), mirrored.links.len(), "swapping the sides mirrors the result");
    let numbers = |blocks: &[usize]| blocks.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(",");
    let links = found.links.iter().map(|link| {
        let sign = match (link.relation, link.moved) {
            (Relation::Headline, _) => "!",
            (_, true) => "^",
            _ => "",
        };
        format!("{}-{}{sign}", numbers(&link.blocks.left), numbers(&link.blocks.right))
    });
    links.collect::<Vec<_>>().join(" ")
}

#[test]
fn moved_and_edited() {
    let edited =
        "Cracks in their hulls had three ferries withdrawn from the Morrey crossing as early as March, it said.";
    let right = [TEXT[1], TEXT[2], TEXT[3], TEXT[4], edited];
    assert_eq!(drawn(&TEXT[..5], &right), "1-5^ 2-1 3-2 4-3 5-4");
}

#[test]
fn swapped_neighbours() {
    let right = [TEXT[0], TEXT[2], TEXT[1], TEXT[3]];
    assert_eq!(drawn(&TEXT[..4], &right), "1-1 2-3^ 3-2 4-4");
}

#[test]
fn split() {
    let (first, second) = TEXT[1].split_once(" and said").expect("two halves");
    let second = format!("It said{second}");
    let right = [TEXT[0], first, &second, TEXT[2], TEXT[3]];
    assert_eq!(drawn(&TEXT[..4], &right), "1-1 2-2,3 3-4 4-5");
}

#[test]
fn merged() {
    let merged = format!("{} {}", TEXT[1], TEXT[2]);
    let right = [TEXT[0], &merged, TEXT[3], TEXT[4]];
    assert_eq!(drawn(&TEXT[..5], &right), "1-1 2,3-2 4-3 5-4");
}

#[test]
fn split_and_moved() {
    let (first, second) = TEXT[1].split_once(" and said").expect("two halves");
    let second = format!("It said{second}");
    let right = [TEXT[0], TEXT[2], TEXT[3], TEXT[4], first, &second];
    assert_eq!(drawn(&TEXT[..5], &right), "1-1 2-5,6^ 3-2 4-3 5-4");
}

#[test]
fn repeated_boilerplate_stays_with_its_neighbours() {
    let again = "Sign here for letters from the harbour office.";
    let left = [TEXT[0], again, TEXT[1], again, TEXT[2], again];
    let right = [TEXT[0], again, TEXT[1], TEXT[2], again, TEXT[3]];
    assert_eq!(drawn(&left, &right), "1-1 2-2 3-3 5-4 6-5");
}

#[test]
fn one_word_headline() {
    let left = ["Stranded", TEXT[0], TEXT[1], TEXT[2]];
    let right = ["New boats by spring", TEXT[0], TEXT[1], TEXT[2]];
    assert_eq!(drawn(&left, &right), "1-1! 2-2 3-3 4-4");
}

#[test]
fn a_heading_is_no_partner_of_a_paragraph_that_has_its_words() {
    let left = [TEXT[0], "Passengers at the quay", TEXT[1], TEXT[4]];
    let right = [TEXT[0], TEXT[2], TEXT[1], TEXT[4]];
    assert_eq!(drawn(&left, &right), "1-1 3-3 4-4");
}

#[test]
fn a_quotation_continued_over_two_paragraphs() {
    let left = [
        TEXT[0],
        "“Nobody told us anything,” said the baker. “We opened at four because people were cold, and we sold out by six.”",
        TEXT[1],
    ];
    let right = [
        TEXT[0],
        "“Nobody told us anything,” said the baker.",
        "“We opened at four because people were cold, and we sold out by six.”",
        TEXT[1],
    ];
    assert_eq!(drawn(&left, &right), "1-1 2-2,3 3-4");
}

#[test]
fn a_block_that_is_a_prefix_of_another() {
    let longer = format!("{} {}", TEXT[0], TEXT[5]);
    let left = [TEXT[0], &longer, TEXT[1], TEXT[2]];
    let right = [TEXT[0], &longer, TEXT[1], TEXT[2]];
    assert_eq!(drawn(&left, &right), "1-1 2-2 3-3 4-4");
}

#[test]
fn nothing_in_common() {
    assert_eq!(drawn(&TEXT[..4], &TEXT[4..]), "");
}

#[test]
fn a_sentence_again_and_again() {
    let article = |count: usize| Article::read("-", &vec!["The ferry lies at its berth."; count].join("\n\n"));
    let found = Story::new("case", vec![article(900), article(800)]).compare(Pair::new(0, 1));
    assert!(found.coarse, "it says that it is coarser");
    assert_eq!(found.links.len(), 800);
    assert!(found.links.iter().all(|link| link.relation == Relation::Verbatim && !link.moved));
}

#[test]
fn every_link_says_why() {
    let article = |blocks: &[&str]| Article::read("-", &blocks.join("\n\n"));
    let story = Story::new("case", vec![article(&TEXT[..4]), article(&TEXT[1..5])]);
    let found = story.compare(Pair::new(0, 1));
    assert_eq!(found.links.len(), 3);
    for link in &found.links {
        assert!(link.score > 0.5 && link.score <= 1.0);
        let words = story.rests_on(Pair::new(0, 1), &link.blocks);
        assert!(!words.is_empty() && words.len() <= 6);
    }
}
