//! What one outlet alone has, and what stands in others too.

use super::*;

/// Returns the words that stand beside the entries of some articles.
fn also_of(texts: &[&str]) -> Vec<String> {
    drawn_of(texts, |entry| &entry.also, |_, words| words)
}

#[test]
fn of_several_that_differ_one_may_be_another_but_for_its_scale() {
    let texts = ["2.3 billion crowns", "3.2 billion crowns", "2.3 million crowns"];
    let texts = texts.map(|worth| LEFT.replace("41 million crowns", worth));
    let story = Story::new("", texts.map(|text| Article::read("a.txt", &text)).into());
    let mut answers = Answers::default();
    for (left, right) in [(0, 1), (0, 2), (1, 2)] {
        answers.add(&story, Pair::new(left, right), &story.compare(Pair::new(left, right)));
    }
    let evidence = Evidence::of(&story, &[0, 1, 2], &answers);
    let entry = &evidence.figure_entries[0];
    assert_eq!((entry.kind, entry.said.len()), (FigureKind::Differs, 3));
    assert_eq!([0, 1, 2].map(|nth| is_scaled_in(&evidence.figures, entry, nth)), [false, false, true]);
}

#[test]
fn the_same_figure_in_blocks_that_do_not_answer_each_other() {
    let bread = "A baker of Morrey sold 12 million crowns of bread to the sailors, and closed his shop.";
    let nets = "Nets were mended in the north by women whom 12 million crowns from the fund had been promised to.";
    check([bread, nets], &["same figure: A 12 million crowns; B 12 million crowns"]);
    // A great number alone is looked for too, whichever of them comes first.
    check([bread, &nets.replace("crowns", "")], &["same figure: A 12 million crowns; B 12 million"]);
    // Other currencies are other figures.
    check(
        [&bread.replace("crowns", "dollars"), nets],
        &["one outlet: A 12 million dollars", "one outlet: B 12 million crowns"],
    );
    // However it is bounded, the number stands there.
    check(
        [&bread.replace("12 million", "less than 12 million"), nets],
        &["same figure: A less than 12 million crowns; B 12 million crowns"],
    );
}

#[test]
fn no_outlet_alone_has_a_number_that_another_one_has_too() {
    let bread = |count: &str| format!("A baker of Morrey gave bread to {count} in the gale, and then closed his shop.");
    let nets = |count: &str| format!("Nets were mended in the north while {count} were without a boat, and it rained.");
    for [one, other] in [
        ["at least 14 sailors", "14 sailors"],
        ["more than 14 sailors", "14"],
        ["thirty", "30 sailors"],
        ["two of the sailors", "two sailors"],
        ["fifty", "50"],
    ] {
        check([&bread(one), &nets(other)], &[&format!("same figure: A {one}; B {other}")]);
        check([&bread(other), &nets(one)], &[&format!("same figure: A {other}; B {one}")]);
    }
    // Another thing, another number, or a share, which nobody leaves the sign out of.
    for [one, other] in [["14 sailors", "14 bakers"], ["14 sailors", "15 sailors"], ["14 per cent", "14"]] {
        check([&bread(one), &nets(other)], &[&format!("one outlet: A {one}"), &format!("one outlet: B {other}")]);
    }
}

#[test]
fn bounds_that_may_both_hold_neither_agree_nor_differ() {
    let homes = |count: &str| {
        format!("The flood of Tuesday night reached {count} homes beside the quay of Ostrey, the harbour office said.")
    };
    let alone =
        |count: [&str; 2]| [format!("one outlet: A {} homes", count[0]), format!("one outlet: B {} homes", count[1])];
    for counts in
        [["as many as 40", "fewer than 50"], ["at least 30", "at least 35"], ["more than 30", "fewer than 50"]]
    {
        assert_eq!(entries([&homes(counts[0]), &homes(counts[1])]), alone(counts));
    }
    for [one, other] in [["at least 30", "more than 30"], ["at least 30", "30"], ["up to 30", "fewer than 30"]] {
        let same = format!("same figure: A {one} homes; B {other} homes");
        check([&homes(one), &homes(other)], &[&same]);
    }
    for [one, other] in [["at least 30", "no fewer than 30"], ["more than 30", "over 30"]] {
        let agrees = format!("agrees: A {one} homes; B {other} homes");
        check([&homes(one), &homes(other)], &[&agrees]);
    }
    // In a row that differs none of them is one of its values.
    let crowns = |worth: &str| format!("{worth} crowns");
    assert_eq!(letters_of(&[&crowns("41"), &crowns("47"), &crowns("more than 47")]), None);
}

#[test]
fn who_gives_both_numbers_of_a_row_has_both_there() {
    let other = LEFT.replace("41 million", "47 million");
    let both = "For hulls and engines the bill is 41 million crowns, and 47 million crowns with lamps, says a clerk who knows.";
    assert_eq!(also_of(&[LEFT, &other, both]), ["C 41 million crowns", "C 47 million crowns"]);
}

#[test]
fn a_bare_number_joins_no_two_things_that_are_counted() {
    let bread = "A baker of Morrey sold 12,000 loaves to the sailors, and closed his shop.";
    let nets = "Nets were mended in the north by women whom 12,000 from the fund had been promised to.";
    let hens = "Whoever keeps fowl in the hills feeds 12,000 hens, by a count of last winter that nobody checked.";
    let together = ["same figure: A 12,000 loaves; B 12,000", "same figure: B 12,000; C 12,000 hens"];
    assert_eq!(entries_of(&[bread, nets, hens]), together);
    // Whichever of them comes first.
    let first = ["same figure: A 12,000; B 12,000 loaves", "same figure: A 12,000; C 12,000 hens"];
    assert_eq!(entries_of(&[nets, bread, hens]), first);
    let alone = ["one outlet: A 12,000 loaves", "one outlet: B 12,000 hens"];
    assert_eq!(entries_of(&[bread, hens]), alone);
}
