//! What the words around figures tell of what they count.

use super::*;

#[test]
fn so_much_for_each_is_held_against_no_sum() {
    let toll = "The new toll of the harbour will cost _ in Holm, the treasurer of the town said on Monday to all.";
    for each in ["per family", "for every household", "a year", "per tonne", "each"] {
        check_apart(toll, &[&format!("3,000 crowns {each}")], &["3 million crowns"]);
        check_apart(toll, &[&format!("3,000 crowns {each}")], &["4,000 crowns"]);
        let each = |count: &str| toll.replace('_', &format!("{count} crowns {each}"));
        check([&each("3,000"), &each("4,000")], &["differs: A 3,000 crowns; B 4,000 crowns"]);
    }
    check_apart(
        "El plan del agua cuesta _ en Villa Holm, dijo la alcaldesa.",
        &["3.000 euros por familia"],
        &["3 millones de euros"],
    );
    check_apart(
        "Der Plan für das Wasser kostet in Holm _, sagte der Kämmerer.",
        &["3000 Euro pro Haushalt"],
        &["3 Millionen Euro"],
    );
}

#[test]
fn what_is_said_of_a_bare_number_tells_what_it_counts() {
    let ship = |saved: &str, missing: &str| {
        format!(
            "The ship Orrin sank off Dunnock with 86 people aboard; {saved} were saved and {missing} are missing, the harbour said."
        )
    };
    check(
        [&ship("61", "25"), &ship("61", "15")],
        &["agrees: A 86 people; B 86 people", "agrees: A 61; B 61", "differs: A 25; B 15"],
    );
    let hurt = |count: &str, what: &str| {
        format!(
            "A cart fell into the quarry near Ostrey in the fog, said the keeper of the road. Another {count} were {what}."
        )
    };
    check([&hurt("22", "hurt"), &hurt("20", "hurt")], &["differs: A 22; B 20"]);
    check([&hurt("22", "hurt"), &hurt("20", "found")], &["one outlet: A 22", "one outlet: B 20"]);
    let homes = "Of the homes at the quay of Holm _, the harbour office of the town said.";
    check_apart(homes, &["30 of 300 have power"], &["30 lack power"]);
    check_apart(homes, &["30 have power"], &["30 have no power"]);
    check_apart(homes, &["30 have power"], &["40 have no power"]);
}

#[test]
fn a_number_of_another_thing_that_both_tell_of_is_no_doubt() {
    let saved = |one: &str, other: &str| {
        format!(
            "{one} children were saved from the river at Holm on Monday. {other} fishermen were thanked by the mayor."
        )
    };
    check(
        [&saved("Two", "Three"), &saved("Three", "Two")],
        &["differs: A Two children; B Three children", "differs: A Three fishermen; B Two fishermen"],
    );
}

#[test]
fn records_measures_and_what_is_said_more_are_of_one_thing() {
    let heat = |degrees: &str, year: &str| {
        format!("The water at the quay of Holm reached {degrees} degrees on Monday, the highest since {year}.")
    };
    check([&heat("21.5", "1976"), &heat("25.1", "1967")], &["differs: A 21.5 degrees; B 25.1 degrees"]);
    check_apart(
        "Since _ the yard of Dunnock built _ boats, the harbour office of the town said.",
        &["1976", "30"],
        &["1967", "40"],
    );
    let tea = |weight: &str, worth: &str| {
        format!("The watch of Ostrey seized {weight} of tea worth {worth} crowns at the quay on Monday.")
    };
    let found = entries([&tea("1.2 tonnes", "60 million"), &tea("1,200 kilos", "60,000")]);
    assert!(found.contains(&"scale: A 60 million crowns; B 60,000 crowns".to_owned()), "{found:?}");
    let other = tea("1,200 kilos", "60,000").replace("tea", "salt");
    let found = entries([&tea("1.2 tonnes", "60 million"), &other]);
    assert!(found.iter().all(|entry| entry.starts_with("one outlet")), "{found:?}");
    check(
        [
            "The mayor opened the bridge of Holm. The repair cost 12 million crowns, and a feast was held on the quay.",
            "The bridge of Holm was opened by the mayor. The repair of the bridge cost 12 million crowns, and a feast was held on the quay.",
        ],
        &["agrees: A 12 million crowns; B 12 million crowns"],
    );
}

#[test]
fn what_was_done_to_so_many_stands_before_or_behind_them() {
    let firm = |told: &str| {
        format!("The yard of Dunnock closed its old slip on Monday after {told}, the harbour office said.")
    };
    check(
        [&firm("1,300 posts were cut by the owner"), &firm("the owner cut 13,000 posts")],
        &["differs: A 1,300 posts; B 13,000 posts"],
    );
    check(
        [&firm("1,300 posts were saved by the owner"), &firm("the owner cut 13,000 posts")],
        &["one outlet: A 1,300 posts", "one outlet: B 13,000 posts"],
    );
}

#[test]
fn so_many_since_a_day_are_held_against_no_others() {
    let held = |count: &str, since: &str| {
        format!(
            "The watch of Holm said {count} were held at the gate{since} after the fair of the harbour, and the hall was closed."
        )
    };
    check([&held("20", ""), &held("25", " since May")], &["one outlet: A 20", "one outlet: B 25"]);
    check([&held("20", ""), &held("25", "")], &["differs: A 20; B 25"]);
    check([&held("20", " since May"), &held("25", " since May")], &["differs: A 20; B 25"]);
}

#[test]
fn what_stands_opposite_near_two_numbers_parts_them() {
    for (one, other) in [
        (
            "The new ferry of Holm is 40 metres long and made of steel.",
            "The new ferry of Holm is 12 metres wide and made of steel.",
        ),
        (
            "Before the storm 120 houses stood on the quay of Holm.",
            "After the storm 90 houses stood on the quay of Holm.",
        ),
        ("In May there were 120 ferries at the quay of Holm.", "In June there were 90 ferries at the quay of Holm."),
        (
            "Revenue of the ferry rose to 12 million crowns in Holm.",
            "Revenue of the ferry rose by 12 million crowns in Holm.",
        ),
        (
            "The bridge of Holm was 12 million crowns over budget.",
            "The bridge of Holm was 12 million crowns under budget.",
        ),
        (
            "The ferry had 12 male crew members on the quay of Holm.",
            "The ferry had 15 female crew members on the quay of Holm.",
        ),
        (
            "The rate of employment in Holm is at 12 percent now.",
            "The rate of unemployment in Holm is at 12 percent now.",
        ),
    ] {
        let is_claim = |entry: &String| !entry.starts_with("one outlet") && !entry.starts_with("same figure");
        assert_eq!(entries([one, other]).into_iter().find(is_claim), None, "{one}");
    }
    let long = |metres: &str| format!("The new ferry of Holm is {metres} metres long and made of steel.");
    check([&long("40"), &long("40")], &["agrees: A 40 metres; B 40 metres"]);
    check([&long("40"), &long("42")], &["differs: A 40 metres; B 42 metres"]);
    let rose = |count: &str| format!("Revenue of the ferry rose to {count} million crowns in Holm.");
    check([&rose("12"), &rose("12")], &["agrees: A 12 million crowns; B 12 million crowns"]);
}
