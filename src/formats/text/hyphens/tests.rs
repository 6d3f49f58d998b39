use super::*;

#[track_caller]
fn check(text: &str, expected: &[bool]) {
    let lines: Vec<Line<'_>> = text.lines().map(|line| Line::new(line, 0)).collect();
    let hyphens = Hyphens::of(&lines);
    let hyphened = lines.windows(2).filter(|two| two[0].end == End::Hyphen);
    let kept: Vec<bool> = hyphened.map(|two| hyphens.tell(two[0].text, two[1].text) != Hyphen::Divides).collect();
    assert_eq!(kept, expected, "{text}");
}

#[test]
fn words_that_stand_elsewhere() {
    check("An investi-\ngation began.", &[false]);
    check("The ferry-\nboat. A ferry-boat.", &[true]);
    check("The ferry-\nboat. A ferryboat, a ferry and a boat.", &[false]);
    check("The ferry-\nboat. A ferry and a boat.", &[true]);
    check("The govern-\nment’s view.", &[false]);
}

#[test]
fn compounds_of_english() {
    check("The long-\nstanding debts and long-\ning", &[true, false]);
    check("A three-\nyear plan", &[true]);
}

#[test]
fn a_capital_or_a_figure_keeps_it() {
    check("The Franco-\nGerman plan, COVID-\n19", &[true, true]);
}

#[test]
fn a_word_that_is_cut_short_keeps_it_before_a_space() {
    let compounds = Some(Compounds::of(&FxHashSet::default()));
    let hyphens = Hyphens { habit: Habit::Divides, compounds, ..Hyphens::default() };
    let tell = |text: &str, next: &str| hyphens.tell(text, next);
    assert_eq!(tell("für Ost-", "und Westdeutschland"), Hyphen::Suspended);
    assert_eq!(tell("the pre-", "and post-war years"), Hyphen::Suspended);
    assert_eq!(tell("in 2019-", "2020"), Hyphen::Joins);
    assert_eq!(tell("Ver-", "bund"), Hyphen::Divides);
}

#[test]
fn capitals_and_single_letters_keep_it() {
    check("Die EU-\nweite Regel, das US-\namerikanische, die IT-\ngestützte, E-\nmails", &[true; 4]);
    check("The U.S.-\nled force, conhecê-\no", &[true; 2]);
    check("Die Ris-\nse der Fäh-\nre", &[false; 2]);
}

#[test]
fn compounds_within_lines_explain_those_at_their_ends() {
    let text = "The sea-green boat, a tide-swept quay, the wind-\nworn hut, a rope-bound crate and a salt-caked rail.";
    check(text, &[true]);
    check("The sea-green boat and the wo-\nden hut of the fis-\nherman at the har-\nbour", &[false; 3]);
}

#[test]
fn a_hyphen_that_is_set_twice_is_one() {
    assert!(is_doubled("-feira") && !is_doubled("- feira") && !is_doubled("-Feira") && !is_doubled("--x"));
}

#[test]
fn a_text_that_divides_no_words_keeps_it() {
    check(&format!("The cost-\nsaving plan\n{}", "Another line.\n".repeat(90)), &[true]);
}
