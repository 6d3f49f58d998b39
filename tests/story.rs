//! What can be seen of a whole story: facts of the bundled one, which were written into it.

use diptych::article::Article;
use diptych::intake::bundled;
use diptych::layout::PageSetup;
use diptych::pair::Pair;
use diptych::report::story_text;
use diptych::run_index::RUN;
use diptych::story::credit::{self, Quoted};
use diptych::story::lineage::{self, WordParts};
use diptych::story::naming::{self, Finding};
use diptych::story::presence::Filter;
use diptych::story::proposal::{self, Proposal};
use diptych::story::{AnalysisBuilder, Matrix, Passage, Passages, Story, StoryAnalysis, StoryPins};
use diptych::wrap::{self, Ambiguous};

fn espionage() -> Story {
    Story::new("counter-espionage", bundled::read("counter-espionage").expect("it is bundled"))
}

fn story(texts: &[&str]) -> Story {
    let article = |(place, text): (usize, &&str)| Article::read(&format!("{place}.txt"), text);
    Story::new("-", texts.iter().enumerate().map(article).collect())
}

fn proposed(texts: &[&str]) -> Option<Proposal> {
    let story = story(texts);
    proposal::propose(&story, &Matrix::new(&story))
}

#[test]
fn shares_are_those_that_were_written() {
    let matrix = Matrix::new(&espionage());
    for (of, percent) in [(1, 69.0), (2, 1.0), (3, 5.0), (4, 55.0)] {
        let share = matrix.share(of, 0) * 100.0;
        assert!((share - percent).abs() <= 2.0, "{of}: {share}");
    }
}

#[test]
fn the_matrix_is_that_of_the_pairs() {
    let story = espionage();
    let matrix = Matrix::new(&story);
    for of in 0..5 {
        for within in (0..5).filter(|&within| within != of) {
            let sharing = story.compare(Pair::new(of, within)).sharing;
            assert_eq!(matrix.cell(of, within).shared, sharing.shared.left);
            let longest = Some(sharing.longest_run).filter(|&words| words >= RUN).unwrap_or(0);
            assert_eq!(matrix.cell(of, within).longest_run, longest);
        }
    }
}

#[test]
fn what_is_compared_already_gives_the_same() {
    let story = espionage();
    let mut builder = AnalysisBuilder::default();
    for pair in (0..5).flat_map(|left| (left + 1..5).map(move |right| Pair::new(left, right))) {
        builder.add(&story, pair, &story.compare(pair));
    }
    let (found, known) = (StoryAnalysis::new(&story), builder.build(&story));
    assert_eq!((found.matrix, found.passages, found.order), (known.matrix, known.passages, known.order));
}

#[test]
fn who_watches_can_stop_it() {
    let story = espionage();
    assert!(StoryAnalysis::new_watched(&story, &StoryPins::default(), &|_| false).is_none());
    assert!(story.seen_from_watched(0, &StoryPins::default(), &|_| false).is_none());
}

#[test]
fn filters_have_names() {
    for (name, filter) in [
        ("all", Some(Filter::Everything)),
        ("in-all", Some(Filter::InAll)),
        ("in-some", Some(Filter::InSome)),
        ("only-C", Some(Filter::OnlyIn(2))),
        ("not-b", Some(Filter::NotIn(1))),
        ("not-B-E", Some(Filter::NotInAny([1, 4].into_iter().collect()))),
        ("not-B-", None),
        ("not-B-ZZZ", None),
        ("moved-0", Some(Filter::MovedBy(0))),
        ("moved-x", None),
        ("only", None),
        ("", None),
    ] {
        assert_eq!(Filter::named(name), filter, "{name}");
    }
}

#[test]
fn relatives_stand_together() {
    let order = Matrix::new(&espionage()).order();
    let place = |article: usize| order.iter().position(|&other| other == article).expect("all are in it");
    assert_eq!(order.len(), 5);
    assert!(place(0).abs_diff(place(1)) <= 2 && place(0).abs_diff(place(4)) <= 2);
    assert!(place(2) >= 3 || place(3) >= 3);
}

#[test]
fn who_shares_nothing_stands_last() {
    let [one, other] = ["One two three four five six seven.", "The ferries were withdrawn on a Monday in March."];
    let both = format!("{one}\n{other}");
    let alone = "Nobody had thought of asking any of the fishermen about it.";
    let order = Matrix::new(&story(&[alone, one, "Red green blue.", &both, other])).order();
    assert_eq!(order[3..], [0, 2], "{order:?}");
}

#[test]
fn the_wire_is_proposed_as_the_source() {
    let proposal = proposal::propose(&espionage(), &Matrix::new(&espionage())).expect("wording is shared");
    assert_eq!((proposal.article, proposal.articles), (0, 2));
}

#[test]
fn nothing_is_proposed_where_nothing_is_shared() {
    assert_eq!(proposed(&["One two three.", "Four five six."]), None);
}

#[test]
fn every_block_is_at_home_in_one_passage() {
    let story = espionage();
    let passages = Passages::new(&story);
    for (article, read) in story.articles().iter().enumerate() {
        for (block, text) in read.blocks.iter().enumerate() {
            let is_home = |passage: &&Passage| passage.is_home(article) && passage.in_article(article).contains(&block);
            let holding = passages.passages.iter().filter(is_home).count();
            assert!(holding <= 1);
            assert!(holding == 1 || text.kind.is_aside());
            assert_eq!(passages.of_block(article, block).is_some(), holding == 1);
        }
    }
}

#[test]
fn the_lead_of_the_wire_is_found_in_two_others() {
    let passages = Passages::new(&espionage());
    let lead = &passages.passages[passages.of_block(0, 3).expect("the lead is in a passage")];
    assert_eq!(lead.in_article(1), [6]);
    assert_eq!(lead.in_article(4), [8]);
    assert!(lead.in_article(2).is_empty());
}

#[test]
fn what_was_dropped_is_in_the_wire_alone() {
    let passages = Passages::new(&espionage());
    for block in 10..14 {
        let passage = &passages.passages[passages.of_block(0, block).expect("it is in a passage")];
        assert!(passage.in_article(1).is_empty() && passage.in_article(4).is_empty(), "A¶{}", block + 1);
    }
}

#[test]
fn the_first_article_keeps_its_order() {
    let passages = Passages::new(&espionage());
    let wire: Vec<usize> =
        passages.passages.iter().filter_map(|passage| passage.in_article(0).first().copied()).collect();
    assert!(wire.is_sorted(), "{wire:?}");
}

#[test]
fn parts_add_up_to_the_words() {
    let story = espionage();
    for (article, parts) in lineage::parts(&story.seen_from(0)) {
        assert_eq!(parts.total(), story.words(article));
        assert_eq!(parts.of_source(), Matrix::new(&story).cell(article, 0).shared);
    }
}

#[test]
fn parts_tell_where_words_stand_besides() {
    let source = "One two three four five six seven eight nine ten.";
    let other = "The harbour was closed by a storm on Monday night.";
    let own = "Nobody had thought of asking any of the fishermen about it.";
    let story = story(&[source, &format!("{source}\n{other}\n{own}"), other]);
    let parts = lineage::parts(&story.seen_from(0));
    let expected = (1, WordParts { verbatim: 10, others: 10, own: 11, ..WordParts::default() });
    assert_eq!(parts[0], expected);
}

#[test]
fn a_spelling_that_two_share_against_the_source_is_a_trace() {
    let traces = lineage::traces(&espionage().seen_from(0));
    let spelling = traces.iter().find(|trace| trace.source == "popularize").expect("it was written so");
    assert_eq!((spelling.others.as_str(), spelling.articles.as_slice()), ("popularise", &[1, 4][..]));
}

#[test]
fn credits_are_found_or_not() {
    let wire = "---\noutlet: Coast Wire\n---\nThe harbour council of the town ordered three new ferries on Tuesday to \
                replace the boats that were withdrawn in March after cracks were found.";
    let body = wire.rsplit('\n').next().expect("it has lines");
    let (named, plain) = (format!("{body}\nSo the Coast Wire reported."), format!("{body}\nSo it is."));
    let story = story(&[wire, &named, &plain, &format!("“{body}” said Coast Wire’s man.")]);
    let found = |article: usize| {
        let quoted: Vec<bool> =
            credit::credits(&story.seen_from(0), article).iter().map(|credit| credit.quoted == Quoted::Whole).collect();
        (naming::naming(&story.articles()[0], &story.articles()[article]), quoted)
    };
    let (naming, quoted) = found(1);
    assert_eq!((naming.finding(), naming.blocks, quoted), (Finding::Named, vec![1], vec![false]));
    assert_eq!(naming.found, ["Coast Wire"]);
    let (naming, quoted) = found(2);
    assert_eq!((naming.finding(), naming.blocks, quoted), (Finding::NotNamed, vec![], vec![false]));
    let (naming, quoted) = found(3);
    assert_eq!((naming.finding(), naming.blocks, quoted), (Finding::Named, vec![0], vec![true]));
    let unnamed = naming::naming(&story.articles()[2], &story.articles()[1]);
    assert_eq!((unnamed.finding(), unnamed.names), (Finding::NoName, vec![]));
}

#[test]
fn a_page_says_where_a_name_stands_and_no_verdict() {
    let wire = "---\noutlet: Coast Wire\n---\nThe harbour council of the town ordered three new ferries on Tuesday to \
                replace the boats that were withdrawn in March after cracks were found.";
    let body = wire.rsplit('\n').next().expect("it has lines");
    let story = story(&[wire, &format!("{body}\nSo the Coast Wire reported."), body]);
    let setup = PageSetup { width: 100, ..PageSetup::default() };
    let written = story_text::write(&story, Some(0), Filter::Everything, setup);
    let one_line = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let named = "A's name ‘Coast Wire’ stands at ¶2; the one run of 20 words and more stands outside quotation marks";
    assert!(one_line.contains(named), "{written}");
    assert!(one_line.contains("A's name ‘Coast Wire’ was not found in this text; the one run"), "{written}");
    assert!(!one_line.contains("credit"), "{written}");
}

/// Three reports of one event by reporters of their own, who were told the same sentence.
const INDEPENDENT: [&str; 3] = [
    "Tunnel closed for the night\n\nWater came through the roof of the Arn tunnel late on Friday.\n\n“Nobody drives \
     through there before I have seen it dry,” said the engineer Vera Mott.\n\nTrains go over the pass instead.",
    "Wet feet under the mountain\n\nFor an hour Jon Salis stood in his cab and watched the puddle grow.\n\nThe town's \
     engineer had the last word: “Nobody drives through there before I have seen it dry.”\n\nSalis walked home.",
    "What does a tunnel cost?\n\nThe canton has put off repairs three times since the winter of 2016.\n\nIts \
     parliament will hear about that in May.",
];

#[test]
fn independent_reports_have_no_source() {
    let matrix = Matrix::new(&story(&INDEPENDENT));
    assert_eq!((matrix.cell(1, 0).shared, matrix.cell(1, 0).quoted), (10, 10));
    assert_eq!(proposed(&INDEPENDENT), None);
}

#[test]
fn of_two_copies_of_each_other_none_stands_out() {
    let body = "The harbour council of the town ordered three new ferries on Tuesday to replace the boats that were \
                withdrawn in March after cracks were found in their hulls by divers of the harbour office, who had \
                been sent down because a passenger had heard a noise.";
    let other = "Nobody in the town had anything to say about that on the next day.";
    assert_eq!(proposed(&[body, body, other]), None);
    let longer = format!(
        "{body}\n\nThe first of them is to sail in the autumn of the year after next, if the yard \
                          keeps its word, and the last one a year later; until then the old boats that can still be \
                          sailed will go twice a day and not four times as they did before the spring of this year."
    );
    let half = longer.split("\n\n").nth(1).expect("it has two paragraphs");
    let proposal = proposed(&[body, &longer, half]).expect("one has both");
    assert_eq!((proposal.article, proposal.articles), (1, 2));
}

/// Three paragraphs of forty words and more.
const PARAGRAPHS: [&str; 3] = [
    "The dam above the village of Ober had leaked since the winter before last, and the keeper wrote it down every week in a \
     book that nobody in the office of works had asked for, until a walker slipped on the wet stones below it in May.",
    "Engineers of the canton lowered the water by nine metres within two days, took out the old gate with a crane that had to \
     come over the pass by night, and found that the sill under it had cracked from one bank to the other.",
    "Until it is mended the mills in the valley will have to buy their power from the railways, which have some to spare in \
     summer but none from October on, as their director told the mayors of the seven villages at a meeting on Thursday.",
];

/// Puts a front matter with a date before paragraphs.
fn dated(date: &str, paragraphs: &[&str]) -> String {
    format!("---\ndate: {date}\n---\n{}", paragraphs.join("\n\n"))
}

#[test]
fn who_quotes_another_is_not_its_source() {
    let text = PARAGRAPHS.join(" ");
    let (one, two) = (format!("The Mountain Post wrote: “{text}”"), format!("It had said in May: “{text}”"));
    assert_eq!(proposed(&[&text, &one, &two]), None);
    assert_eq!(proposed(&[&one, &text, &two]), None);
}

#[test]
fn what_is_said_again_is_said_once() {
    let [dam, works, power] = PARAGRAPHS;
    let once = [dam, works].join("\n\n");
    let again = [dam, works, "Nobody knows who pays.", dam, works].join("\n\n");
    assert_eq!(proposed(&[&once, &again, power]), None);
    assert_eq!(proposed(&[&again, &once, &once]), None, "what tells them apart stands in no third one");
}

#[test]
fn third_articles_tell_a_source_from_its_copies() {
    let [dam, works, power] = PARAGRAPHS;
    let (whole, one, other) = (PARAGRAPHS.join("\n\n"), [dam, works].join("\n\n"), [works, power].join("\n\n"));
    let proposal = proposed(&[&one, &whole, &other]).expect("both have of it what the other has not");
    assert_eq!((proposal.article, proposal.articles), (1, 2));
    // Of two that share wording neither stands out, however long they are.
    assert_eq!(proposed(&[&whole, dam, "Nothing of it stands in this."]), None);
    // The third has nearly as much from the one as from the other.
    let mixed = [power, dam].join("\n\n");
    assert_eq!(proposed(&[&one, &other, &mixed]), None);
}

#[test]
fn what_is_dated_later_is_no_source() {
    let [dam, works, power] = PARAGRAPHS;
    let proposed_on = |days: [&str; 3]| {
        let texts = [dated(days[0], &[dam, works]), dated(days[1], &PARAGRAPHS), dated(days[2], &[works, power])];
        proposed(&texts.each_ref().map(String::as_str)).map(|proposal| proposal.article)
    };
    assert_eq!(proposed_on(["2024-05-03", "2024-05-02", "2024-05-03"]), Some(1));
    assert_eq!(proposed_on(["2024-05-02", "2024-05-02", "2024-05-03"]), Some(1));
    assert_eq!(proposed_on(["2024-05-01", "2024-05-02", "2024-05-03"]), None);
    assert_eq!(proposed_on(["spring", "2024-05-02", "2024-05-03"]), Some(1), "what names no day says nothing");
}

#[test]
fn words_of_a_headline_are_not_only_here() {
    let headline = "Canton lowers the water behind the leaking dam above the village of Ober by nine metres";
    let told = "It is certain now: the canton lowers the water behind the leaking dam above the village of Ober by nine \
                metres, and the mills get no power.";
    let story = story(&[
        &format!("{headline}\n\nThe keeper had written it down in a book."),
        &format!("Dark mills\n\n{told}"),
        "A walk in May\n\nThe stones below the dam are wet, and the flowers are out.",
    ]);
    // The headline is linked with what says it.
    let edited = WordParts { edited: 16, own: 11, ..WordParts::default() };
    assert_eq!(lineage::parts(&story.seen_from(0))[0], (1, edited));
    // They may stand in the headline of a third article as well.
    let others = WordParts { others: 16, own: 11, ..WordParts::default() };
    assert_eq!(lineage::parts(&story.seen_from(2))[1], (1, others));
}

#[test]
fn a_profile_says_where_the_shared_wording_stands() {
    let story = espionage();
    let runs = story.compare(Pair::new(0, 4)).sharing.runs.right;
    let profile = lineage::profile(&story, 4, &runs, 10);
    assert_eq!(profile.len(), 10);
    // The wire's text stands in the second half, down to the comment at the end.
    assert!(profile[5..9].iter().all(|&share| share > 0.8), "{profile:?}");
    assert!(profile[0] < 0.4 && profile[9] < 0.6, "{profile:?}");
}

#[test]
fn no_line_of_a_page_is_wider_than_asked_for() {
    for story in [espionage(), story(&["One boat\n\nIt lies idle.", "Two boats\n\nThey sail."])] {
        for width in 30..=90 {
            let setup = PageSetup { width, ..PageSetup::default() };
            let written = story_text::write(&story, None, Filter::Everything, setup);
            let wide = written.lines().find(|line| wrap::width(line) > width);
            assert_eq!(wide, None, "at {width}");
        }
    }
}

#[test]
fn where_signs_are_exchanged_the_words_stay() {
    let text = "Паром “Заря” снова ходит\n\nLa traversée reprend – enfin – à midi, selon le capitaine du port, qui parle de « patience ».";
    let other = "Another headline\n\nThe crossing is open again, the master of the port says; nothing of the rest is said here.";
    let story = story(&[text, other]);
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        for width in [60, 90] {
            let setup = PageSetup { width, ascii: true, ambiguous, ..PageSetup::default() };
            let written = story_text::write(&story, None, Filter::Everything, setup);
            assert!(written.contains("Паром") && written.contains("traversée"), "{written}");
            assert!(written.lines().all(|line| ambiguous.width(line) <= width), "{written}");
            assert!(!written.contains(['…', '¶', '█', '·']), "{written}");
        }
    }
}
