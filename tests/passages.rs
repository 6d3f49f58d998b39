//! Passages agree with the reader: what the links of every two articles say is what tables and lists say, block by block.

mod made;

use diptych::article::Article;
use diptych::comparison::Relation;
use diptych::layout::PageSetup;
use diptych::pair::{Pair, Side};
use diptych::report::story_text;
use diptych::story::passage_lists::{ListKind, passage_lists};
use diptych::story::presence::{Filter, Presence, PresenceRelation};
use diptych::story::{Passages, Story};
use insta::assert_snapshot;
use proptest::prelude::*;

use made::{BEES, MAYOR, QUAY, SCHOOL, WORMS};

fn story(texts: &[String]) -> Story {
    let name = |index: usize| format!("{index}.txt");
    Story::new("-", texts.iter().enumerate().map(|(index, text)| Article::read(&name(index), text)).collect())
}

/// A story of articles with paragraphs of some sentences each.
fn told(articles: &[&[&[&str]]]) -> Story {
    let paragraphs = |article: &&[&[&str]]| article.iter().map(|all| all.join(" ")).collect::<Vec<_>>().join("\n\n");
    story(&articles.iter().map(paragraphs).collect::<Vec<_>>())
}

/// The lists of an article: `only here ¶2`.
fn lists(story: &Story, of: usize) -> Vec<String> {
    let drawn = |(which, blocks): (ListKind, Vec<usize>)| {
        let name = match which {
            ListKind::InAll => "in all".to_owned(),
            ListKind::QuotedHere | ListKind::NamedHere => "evidence".to_owned(),
            ListKind::OnlyHere => "only here".to_owned(),
            ListKind::NotIn(other) => format!("not in {}", "ABCD".get(other..=other).unwrap_or("?")),
        };
        let blocks: Vec<String> = blocks.iter().map(|block| format!(" ¶{}", block + 1)).collect();
        name + &blocks.concat()
    };
    let lists = passage_lists(story, &Passages::new(story), of);
    lists.into_iter().map(|list| drawn((list.which, list.blocks))).collect()
}

/// The rows of the table of passages, seen from an article.
fn table(story: &Story, base: usize, filter: Filter) -> String {
    let setup = PageSetup { width: 70, ..PageSetup::default() };
    let written = story_text::write(story, Some(base), filter, setup);
    let rows = written.lines().skip_while(|line| !line.contains(" passages")).skip(1);
    let rows = rows.filter(|line| !line.starts_with("Headlines") && !line.starts_with("Leads"));
    rows.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn of_a_merged_paragraph_each_part_is_where_it_is() {
    let story = told(&[&[&[QUAY], &[WORMS], &[SCHOOL]], &[&[QUAY], &[BEES]], &[&[QUAY, WORMS]]]);
    assert_snapshot!(table(&story, 0, Filter::Everything), @"
    The quay at Holm was closed on Sunday becaus…       ¶1     =¶1     =¶1
    B: A retired pilot sells honey in the old cu…        –       –      ¶2
    Divers had found worms in nineteen of the fo…       ¶2     =¶1       –
    The island has four classrooms, one nurse an…       ¶3       –       –
    ");
    assert_eq!(lists(&story, 0), ["in all ¶1", "only here ¶3", "not in B ¶2 ¶3", "not in C ¶3"]);
    assert_eq!(lists(&story, 1), ["in all ¶1", "only here ¶2", "not in A ¶2", "not in C ¶2"]);
    assert_eq!(lists(&story, 2), ["in all ¶1", "only here", "not in A", "not in B"]);
    // Seen from the merged paragraph, a link joins it to B: of its second part nobody says that B lacks it.
    assert_snapshot!(table(&story, 2, Filter::NotIn(1)), @"A: The island has four classrooms, one nurse…       ¶3       –       –");
    // Seen from the merged paragraph, both parts answer it.
    assert_snapshot!(table(&story, 2, Filter::Everything), @"
    The quay at Holm was closed on Sunday becaus…    =¶1,2      ¶1     ~¶1
    B: A retired pilot sells honey in the old cu…        –       –      ¶2
    A: Divers had found worms in nineteen of the…      =¶2      ¶1       –
    A: The island has four classrooms, one nurse…       ¶3       –       –
    ");
}

#[test]
fn bylines_and_captions_are_no_passages() {
    let with = |text: &str| format!("The quay is closed\n\nBy Ann Example\n\n{text}");
    let story = story(&[with(QUAY), with(QUAY), format!("Boats at Holm\n\n{BEES}")]);
    assert!(!table(&story, 0, Filter::Everything).contains("Example"), "{}", table(&story, 0, Filter::Everything));
    assert_eq!(lists(&story, 0)[3], "not in C ¶3");
}

#[test]
fn blocks_that_answer_one_together_are_one_passage_wherever_they_stand() {
    let story = told(&[&[&[QUAY], &[BEES], &[WORMS], &[MAYOR]], &[&[QUAY, WORMS, MAYOR], &[SCHOOL]]]);
    assert_eq!(lists(&story, 0), ["in all ¶1", "only here ¶2", "not in B ¶2"]);
    assert_eq!(lists(&story, 1), ["in all ¶1", "only here ¶2", "not in A ¶2"]);
    assert_snapshot!(table(&story, 0, Filter::InAll), @"The quay at Holm was closed on Sunday because its oa…   ¶1,3,4     =¶1");
}

#[test]
fn a_part_that_is_linked_besides_is_told_from_the_others() {
    // B is the sum of A's paragraphs; C has each of them, in another order.
    let story = told(&[&[&[QUAY], &[WORMS]], &[&[QUAY, WORMS]], &[&[WORMS], &[QUAY]]]);
    assert_snapshot!(table(&story, 0, Filter::Everything), @"
    The quay at Holm was closed on Sunday becaus…       ¶1     =¶1     =¶2
    Divers had found worms in nineteen of the fo…       ¶2     =¶1     =¶1
    ");
    assert_eq!(lists(&story, 0), ["in all ¶1 ¶2", "only here", "not in B", "not in C"]);
    assert_eq!(lists(&story, 1), ["in all ¶1", "only here", "not in A", "not in C"]);
}

#[test]
fn what_is_missing_is_named_by_what_remains() {
    let stock = "At the end of a long and windy day";
    let one = format!("{stock} the pilot carried forty jars of honey up the hill to the children of the school.");
    let other = format!("Nobody could say, {stock}, why the new lamps on the mole had gone out after an hour of rain.");
    let story = story(&[one, other]);
    assert_snapshot!(table(&story, 0, Filter::OnlyIn(0)), @"… the pilot carried forty jars of honey up the hill …       ¶1       ⊏");
    assert_snapshot!(table(&story, 0, Filter::NotIn(0)), @"B: … why the new lamps on the mole had gone out afte…        ⊏      ¶1");
}

#[test]
fn of_part_elsewhere_is_told_what_stands_in_the_row() {
    let stock = "At the end of a long and windy day";
    let quay =
        format!("{stock} the quay at Holm was closed because its oak planks were rotten and two of them had broken.");
    let lamps = format!("Nobody could say, {stock}, why the new lamps on the mole had gone out after an hour of rain.");
    let story = story(&[QUAY.to_owned(), quay, lamps]);
    assert_snapshot!(table(&story, 0, Filter::InSome), @"The quay at Holm was closed on Sunday becaus…       ¶1     ~¶1       –");
    assert_snapshot!(table(&story, 1, Filter::InSome), @"At the end of a long and windy day the quay …      ~¶1      ¶1       ⊏");
}

#[test]
fn what_came_by_way_of_another_outlet_counts_only_where_wording_of_it_stands() {
    // B makes one paragraph of two sentences: A has the first one, C the second one.
    let halves = |last: &[&'static str]| told(&[&[&[QUAY], &[BEES]], &[&[QUAY, WORMS], &[SCHOOL]], &[last, &[MAYOR]]]);
    let story = halves(&[WORMS]);
    assert_snapshot!(table(&story, 0, Filter::InSome), @"The quay at Holm was closed on Sunday becaus…       ¶1     ~¶1     ⇢¶1");
    assert!(table(&story, 0, Filter::InAll).starts_with("none; 1 passage is not counted"));
    assert_eq!(lists(&story, 0), ["in all", "only here ¶2", "not in B ¶2", "not in C ¶2"]);
    // Both halves answer the paragraph that has both.
    assert_snapshot!(table(&story, 1, Filter::InAll), @"The quay at Holm was closed on Sunday becaus…      ~¶1      ¶1     ~¶1");
    assert_eq!(lists(&story, 1)[0], "in all ¶1");
    // Five words in a row of A's stand in C, too little for a link.
    let story = halves(&[WORMS, "Its oak planks were rotten and the mayor knew."]);
    assert_snapshot!(table(&story, 0, Filter::InAll), @"The quay at Holm was closed on Sunday becaus…      ~¶1     ⇢¶1      ¶1");
    assert_eq!(lists(&story, 0)[0], "in all ¶1");
}

/// Blocks of two articles, each by the article and from 0, between which there is a link that says something of their wording.
fn links(story: &Story) -> Vec<[(usize, usize); 2]> {
    let count = story.articles().len();
    let pairs = (0..count).flat_map(|left| (left + 1..count).map(move |right| Pair::new(left, right)));
    let of_pair = |pair: Pair<usize>| {
        let links = story.compare(pair).links.into_iter().filter(|link| link.relation != Relation::Headline);
        let ends = links.flat_map(|link| {
            let Pair { left, right } = link.blocks;
            left.into_iter().flat_map(move |left| right.clone().into_iter().map(move |right| (left, right)))
        });
        ends.map(|(left, right)| [(pair[Side::Left], left), (pair[Side::Right], right)]).collect::<Vec<_>>()
    };
    let found: Vec<_> = pairs.flat_map(of_pair).collect();
    found.iter().flat_map(|&[one, other]| [[one, other], [other, one]]).collect()
}

/// What passages say that links do not, or the other way round.
fn untrue(story: &Story) -> Vec<String> {
    let (links, passages, count) = (links(story), Passages::new(story), story.articles().len());
    let is_linked = |(article, block): (usize, usize), other: usize| {
        links.iter().any(|[from, to]| *from == (article, block) && to.0 == other)
    };
    let are_linked = |(one, blocks): (usize, &[usize]), (other, there): (usize, &[usize])| {
        links
            .iter()
            .any(|[from, to]| from.0 == one && blocks.contains(&from.1) && to.0 == other && there.contains(&to.1))
    };
    let mut untrue = Vec::new();
    for base in 0..count {
        let presence = Presence::new(&story.seen_from(base), &passages);
        let home_row = |block: usize| passages.of_block(base, block);
        let cell_of = |block: usize, other: usize| home_row(block).and_then(|row| presence.cell(row, other));
        for (index, row) in presence.rows.iter().enumerate() {
            let own = presence.cell(index, base);
            for cell in row.iter().filter(|cell| cell.article != base) {
                let Some(own) = own else { continue };
                let there = (cell.article, cell.blocks.as_slice());
                let is_so = match cell.relation {
                    PresenceRelation::ByWay(other) => {
                        let by = passages.passages[index].in_article(other);
                        passages.passages[index].is_home(other)
                            && are_linked((other, by), there)
                            && !are_linked((base, &own.blocks), there)
                    }
                    PresenceRelation::Here => false,
                    _ => are_linked((base, &own.blocks), there),
                };
                if !is_so {
                    untrue.push(format!("{index} from {base}: {cell:?}"));
                }
            }
        }
        for [from, to] in links.iter().filter(|[from, _]| from.0 == base) {
            let is_shown = cell_of(from.1, to.0).is_some_and(|cell| cell.blocks.contains(&to.1));
            if !is_shown || !home_row(from.1).is_some_and(|row| presence.is_shown(row, Filter::Everything)) {
                untrue.push(format!("{from:?} and {to:?} are linked"));
            }
        }
        for list in passage_lists(story, &passages, base) {
            let on_page = presence.shown(Filter::InAll).len();
            if list.which == ListKind::InAll && list.blocks.len() != on_page {
                untrue.push(format!("in all from {base}: {on_page} on the page, {:?} in the list", list.blocks));
            }
            for &block in &list.blocks {
                let mut others = (0..count).filter(|&other| other != base);
                let is_so = match list.which {
                    ListKind::OnlyHere => !others.any(|other| is_linked((base, block), other)),
                    ListKind::NotIn(other) => !is_linked((base, block), other),
                    ListKind::QuotedHere | ListKind::NamedHere => false,
                    ListKind::InAll => others.all(|other| {
                        let row = home_row(block).expect("it is listed");
                        cell_of(block, other).is_some() && !presence.is_by_way_alone(row, other)
                    }),
                };
                if !is_so {
                    untrue.push(format!("{:?} of {base}: ¶{}", list.which, block + 1));
                }
            }
        }
    }
    untrue
}

/// Sentences of which reports are made, some of them with a stock phrase in common.
const SENTENCES: [&str; 9] = [
    QUAY,
    WORMS,
    MAYOR,
    BEES,
    SCHOOL,
    "Fares to the mainland stay as they are until Easter, the treasurer told a meeting in the fire station.",
    "Because of the rotten oak planks the Holm quay has been shut since Sunday; two had broken.",
    "Worms sat in nineteen piles of the eastern pier, divers say, all of them below the waterline.",
    "Nobody on the island can remember a winter in which the mail boat stayed away for eleven days.",
];

/// Articles of paragraphs of these sentences: repeated, moved, split, merged, with furniture between them.
fn article() -> impl Strategy<Value = String> {
    let sentence = (0..SENTENCES.len()).prop_map(|index| SENTENCES[index].to_owned());
    let paragraph = prop::collection::vec(sentence, 1..4).prop_map(|all| all.join(" "));
    let block = prop_oneof![9 => paragraph, 1 => Just("Advertisement".to_owned())];
    prop::collection::vec(block, 1..7).prop_map(|blocks| blocks.join("\n\n"))
}

proptest! {
    #[test]
    fn passages_say_what_the_links_say(texts in prop::collection::vec(article(), 2..5)) {
        prop_assert_eq!(untrue(&story(&texts)), Vec::<String>::new(), "{:#?}", texts);
    }
}

#[test]
fn those_of_the_bundled_stories_do() {
    for name in diptych::intake::bundled::names() {
        let articles = diptych::intake::bundled::read(name).expect("it is bundled");
        assert_eq!(untrue(&Story::new(name, articles)), Vec::<String>::new(), "{name}");
    }
}

/// The row of a passage of several blocks begins with the first; of the second one part stands in an outlet that has not the passage.
#[test]
fn a_cell_speaks_of_all_blocks_of_a_passage() {
    let story = story(&[
        [QUAY, BEES, WORMS, MAYOR].join("\n\n"),
        [QUAY, WORMS, MAYOR].join(" "),
        format!(
            "{SCHOOL} Its song of the waterline of the eastern pier is sung at weddings, at harvests and whenever a teacher leaves."
        ),
    ]);
    assert_snapshot!(table(&story, 0, Filter::InSome), @"The quay at Holm was closed on Sunday becaus…   ¶1,3,4     =¶1       ⊏");
}
