use super::*;
use crate::article::Article;
use crate::evidence::Evidence;
use crate::letters::letter;
use crate::pair::Pair;
use crate::story::Story;

mod alone;
mod days;
mod told;

/// Checks how the figures of two articles stand to each other, each entry as `kind: A words; B words`.
#[track_caller]
fn check(texts: [&str; 2], expected: &[&str]) {
    assert_eq!(entries(texts), expected);
}

fn entries(texts: [&str; 2]) -> Vec<String> {
    entries_of(&texts)
}

fn entries_of(texts: &[&str]) -> Vec<String> {
    drawn_of(texts, |entry| &entry.said, |entry, words| vec![format!("{}: {}", entry.kind.name(), words.join("; "))])
}

fn drawn_of(
    texts: &[&str],
    figures: impl Fn(&FigureEntry) -> &Vec<usize>,
    draw: impl Fn(&FigureEntry, Vec<String>) -> Vec<String>,
) -> Vec<String> {
    let story = Story::new("", texts.iter().map(|text| Article::read("a.txt", text)).collect());
    let mut answers = Answers::default();
    for right in 1..texts.len() {
        for left in 0..right {
            answers.add(&story, Pair::new(left, right), &story.compare(Pair::new(left, right)));
        }
    }
    let evidence = Evidence::of(&story, &(0..texts.len()).collect::<Vec<_>>(), &answers);
    let words = |figure: &usize| {
        let place = &evidence.figures[*figure].place;
        let text = &story.articles()[place.article].blocks[place.block].text[place.range.clone()];
        format!("{} {text}", letter(place.article))
    };
    let drawn = |entry: &FigureEntry| draw(entry, figures(entry).iter().map(words).collect());
    evidence.figure_entries.iter().flat_map(drawn).collect()
}

const LEFT: &str =
    "The contract, worth 41 million crowns, went to the Dunnock yard in Ostrey, one of five bidders for the ferries.";

#[test]
fn figures_of_one_thing() {
    let other = |worth: &str| LEFT.replace("41 million crowns", worth);
    check(
        [LEFT, &other("47 million crowns")],
        &["differs: A 41 million crowns; B 47 million crowns", "agrees: A five bidders; B five bidders"],
    );
    check(
        [LEFT, &other("41 billion crowns")],
        &["scale: A 41 million crowns; B 41 billion crowns", "agrees: A five bidders; B five bidders"],
    );
    check(
        [LEFT, &other("41,000,000 crowns")],
        &["agrees: A 41 million crowns; B 41,000,000 crowns", "agrees: A five bidders; B five bidders"],
    );
    check(
        [LEFT, &other("about 41.5 million crowns")],
        &[
            "one outlet: A 41 million crowns",
            "agrees: A five bidders; B five bidders",
            "one outlet: B about 41.5 million crowns",
        ],
    );
}

/// Returns the letters of the first entry of some articles of which each is worth something else.
fn letters_of(worth: &[&str]) -> Option<Vec<usize>> {
    let texts = worth.iter().map(|worth| LEFT.replace("41 million crowns", worth));
    let story = Story::new("", texts.map(|text| Article::read("a.txt", &text)).collect());
    let mut answers = Answers::default();
    for right in 1..worth.len() {
        for left in 0..right {
            answers.add(&story, Pair::new(left, right), &story.compare(Pair::new(left, right)));
        }
    }
    let evidence = Evidence::of(&story, &(0..worth.len()).collect::<Vec<_>>(), &answers);
    alike_figures(&evidence.figures, &evidence.figure_entries[0])
}

#[test]
fn a_row_that_differs_says_which_of_it_are_the_same() {
    let (one, other) = ("41 million crowns", "47 million crowns");
    assert_eq!(letters_of(&[one, other, "47,000,000 crowns"]), Some(vec![0, 1, 1]));
    assert_eq!(letters_of(&[one, other]), None);
    assert_eq!(letters_of(&[one, other, "52 million crowns"]), None);
    assert_eq!(letters_of(&[one, one]), None);
    // What is about so much is the same as either, and these two are not the same.
    assert_eq!(
        letters_of(&["about 47 million crowns", "46 million crowns", "48 million crowns", one]),
        Some(vec![0, 0, 1, 2])
    );
}

#[test]
fn a_number_of_nothing_agrees_only_in_the_same_words() {
    let left = "The board of Holm met at the quay in Ostrey, the keeper of the lamp was heard for hours, and it then spent 120 on oil.";
    let same =
        "The board of Holm met at the quay in Ostrey, the keeper of the lamp was heard, and it then spent 120 on oil.";
    let other = "The board of Holm met at the quay in Ostrey, the keeper of the lamp was heard for 120, and it left.";
    check([left, same], &["agrees: A 120; B 120"]);
    check([left, other], &["same figure: A 120; B 120"]);
}

#[test]
fn more_than_so_many_and_fewer_are_not_held_against_each_other() {
    let other = |worth: &str| LEFT.replace("41 million crowns", worth);
    let bidders = "agrees: A five bidders; B five bidders";
    check(
        [&other("more than 41 million crowns"), &other("less than 41 million crowns")],
        &["same figure: A more than 41 million crowns; B less than 41 million crowns", bidders],
    );
    check(
        [&other("up to 41 million crowns"), &other("47 million crowns")],
        &["one outlet: A up to 41 million crowns", bidders, "one outlet: B 47 million crowns"],
    );
}

#[test]
fn of_so_many_of_others_neither_differs() {
    let jobs = |count: &str| {
        format!("The Dunnock yard in Ostrey is to cut {count} jobs before the winter, the owner of it said.")
    };
    check(
        [&jobs("1,200 of 5,000"), &jobs("1,200")],
        &["same figure: A 1,200; B 1,200 jobs", "one outlet: A 5,000 jobs"],
    );
}

#[test]
fn ranges_and_thousands_in_other_writing() {
    let homes = |count: &str| {
        format!("The flood of Tuesday night reached {count} homes beside the quay of Ostrey, the harbour office said.")
    };
    check([&homes("between 40 and 60"), &homes("40 to 60")], &["agrees: A between 40 and 60 homes; B 40 to 60 homes"]);
    check([&homes("25 000"), &homes("25,000")], &["agrees: A 25 000 homes; B 25,000 homes"]);
    // A thousand in some languages, and one and a fifth in others.
    check([&homes("1.200"), &homes("1200")], &["one outlet: B 1200 homes"]);
}

#[test]
fn figures_in_writing_without_spaces() {
    check(
        ["渡船の建造費は2億4千万円で、31メートルの船が3隻できる。", "渡船は31メートルの船で、建造費は2億円で、高い。"],
        &["differs: A 2億4千万円; B 2億円", "agrees: A 31メートル; B 31メートル", "one outlet: A 3隻"],
    );
}

#[test]
fn other_things_are_no_conflict() {
    let other = LEFT.replace("41 million crowns", "41 thousand boats");
    check(
        [LEFT, &other],
        &[
            "one outlet: A 41 million crowns",
            "agrees: A five bidders; B five bidders",
            "one outlet: B 41 thousand boats",
        ],
    );
    check(
        [LEFT, "A baker of Morrey sold 12 million crowns of bread to the sailors, and closed his shop."],
        &["one outlet: A 41 million crowns", "one outlet: A five bidders", "one outlet: B 12 million crowns"],
    );
}

#[test]
fn amounts_in_other_currencies_never_differ() {
    let other = |worth: &str| LEFT.replace("41 million crowns", worth);
    let bidders = "agrees: A five bidders; B five bidders";
    check(
        [&other("$41 million"), &other("€47 million")],
        &["one outlet: A $41 million", bidders, "one outlet: B €47 million"],
    );
    check([&other("US$41m"), &other("41 million dollars")], &["agrees: A US$41m; B 41 million dollars", bidders]);
    check([&other("A$41m"), &other("US$47m")], &["one outlet: A A$41m", bidders, "one outlet: B US$47m"]);
}

#[test]
fn what_was_done_to_so_many_is_asked_for() {
    let texts = |one: &str, other: &str| {
        let text = |words: &str| {
            format!(
                "The storm over the harbour of Dunnock {words} on Monday night, said the board of the port of Ostrey on the quay."
            )
        };
        [text(one), text(other)]
    };
    let [one, other] = texts("killed 3 people", "injured 40 people");
    check([&one, &other], &["one outlet: A 3 people", "one outlet: B 40 people"]);
    let [one, other] = texts("killed 3 people", "killed 4 people");
    check([&one, &other], &["differs: A 3 people; B 4 people"]);
    let [one, other] = texts("killed 3 people and injured 5 people", "injured 3 people and killed 5 people");
    let found = entries([&one, &other]);
    assert!(found.iter().all(|entry| !entry.starts_with("agrees") && !entry.starts_with("differs")), "{found:?}");
}

/// Checks that two sentences of one form are said to have nothing in common or against each other, but what stands in both.
#[track_caller]
fn check_apart(form: &str, one: &[&str], other: &[&str]) {
    let text = |words: &[&str]| words.iter().fold(form.to_owned(), |text, word| text.replacen('_', word, 1));
    let found = entries([&text(one), &text(other)]);
    let is_claim = |entry: &&String| !entry.starts_with("one outlet") && !entry.starts_with("same figure");
    assert_eq!(found.iter().find(is_claim), None, "{form} {one:?} {other:?}");
}

#[test]
fn figures_of_two_things_neither_agree_nor_differ() {
    let fund = "The fund of the town holds _ crowns for the harbour of Holm, its keeper said.";
    check_apart(fund, &["between 20 and 30 million"], &["25 million"]);
    let census = "The town of Holm has 3 schools, and there are _ _ than in the spring, the census shows.";
    check_apart(&census.replace("3 schools", "schools"), &["300", "more"], &["300", "fewer"]);
    check_apart(
        "The clerks of Holm counted _ ballots _ the plan of the harbour board.",
        &["1,204", "for"],
        &["1,198", "against"],
    );
    check_apart("The price of gas _ cents to _ cents in the town on Monday.", &["rose 3", "40"], &["fell 3", "37"]);
    for [one, other] in [["12", "14"], ["12", "12"]] {
        check_apart(
            "The _ quay of Holm cost _ crowns to build, the treasurer of the town said to all.",
            &["old", one],
            &["new", other],
        );
        check_apart(
            "In _ the yard of Dunnock built _ boats, the harbour office of the town said.",
            &["2024", one],
            &["2025", other],
        );
        check_apart(
            "The storm left _ homes of the town without _ for the night, the harbour office said.",
            &[one, "power"],
            &[other, "water"],
        );
        check_apart(
            "The firm is to _ _ workers in Dunnock before the spring, its owner said.",
            &["hire", "200"],
            &["fire", "200"],
        );
        check_apart(
            "Prices of _ in the market hall of Holm rose _ per cent within a year, traders of the town said.",
            &["bread", one],
            &["fuel", other],
        );
        check_apart(
            "The pool of Holm had _ visitors in _, the keeper of its gate told the town.",
            &[one, "July"],
            &[other, "August"],
        );
        check_apart(
            "The pool of Holm had _ visitors a _ this summer, the keeper of its gate told the town.",
            &[one, "day"],
            &[other, "week"],
        );
        check_apart(
            "The storm at the quay of Holm _ _ people, the harbour police told the town.",
            &["killed", one],
            &["injured", other],
        );
        check_apart(
            "Some _ people were _ when the crane at the quay of the town fell over.",
            &[one, "killed"],
            &[other, "hurt"],
        );
        check_apart(
            "In _ _ boats were lost in the storm of the night, the harbour office said.",
            &["Holm", one],
            &["Ostrey", other],
        );
    }
    check_apart(
        "昨夜の火事について、港の警察は住民_したと発表した。原因は調べている。",
        &["3人が死亡"],
        &["3人が負傷"],
    );
}

#[test]
fn what_stands_the_other_way_round_is_of_either() {
    for form in [
        "The firm of the harbour made a profit of _ crowns in the spring and sales of _ crowns, its owner said.",
        "Bread in the hall of Holm costs _ crowns and fuel costs _ crowns, traders of the town said.",
        "The ferry can carry _ crowns of cargo but had _ crowns of it when it sank off Dunnock.",
        "Holm will get _ new trams in spring and _ new trams in autumn, the mayor of the town said.",
    ] {
        check_apart(form, &["200", "500"], &["500", "200"]);
    }
    let both =
        "Prices of _ in the hall of Holm rose by 3 per cent and prices of _ by 5 per cent, traders of the town said.";
    check_apart(both, &["bread", "fuel"], &["fuel", "bread"]);
    check_apart("_の建造費は_円だと町は昨日の会で話した。", &["渡船", "2億"], &["桟橋", "3億"]);
    check_apart("_の建造費は_円だと町は昨日の会で話した。", &["渡船", "2億"], &["桟橋", "2億"]);
    check_apart("昨天的会议上镇长说，_造价_元，明年开工。", &["渡船", "2亿"], &["码头", "2亿"]);
    let costs = "In the hall of Holm _ cost 2 crowns and _ 3 crowns, traders of the town said.";
    check_apart(costs, &["loaves", "eggs"], &["eggs", "loaves"]);
    let turnout = "Turnout in the vote of Holm was _ per cent, down from _ per cent in the spring.";
    check_apart(turnout, &["52", "60"], &["60", "65"]);
}

#[test]
fn other_things_said_of_so_many_never_differ() {
    let told = |what: &str| format!("昨夜の火事について、港の警察は住民{what}したと発表した。原因は調べている。");
    check([&told("3人が死亡"), &told("5人が負傷")], &["one outlet: A 3人", "one outlet: B 5人"]);
    check([&told("3人が負傷"), &told("5人が負傷")], &["differs: A 3人; B 5人"]);
}
