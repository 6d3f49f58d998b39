//! Days that agree and days that differ.

use super::*;

/// Returns how the dates of two articles stand to each other.
fn date_kinds(texts: [&str; 2]) -> Vec<DateKind> {
    let story = Story::new("", texts.map(|text| Article::read("a.txt", text)).into());
    let mut answers = Answers::default();
    answers.add(&story, Pair::new(0, 1), &story.compare(Pair::new(0, 1)));
    let evidence = Evidence::of(&story, &[0, 1], &answers);
    evidence.date_entries.iter().map(|entry| entry.kind).collect()
}

#[test]
fn dates_that_differ_are_one_entry() {
    let text = |verb: &str, day: &str| {
        format!(
            "The board of the harbour of Dunnock {verb} the new ferry yard on {day} with a feast for all of the island."
        )
    };
    let opened = text("opened", "4 March 2026");
    assert_eq!(date_kinds([&opened, &text("opened", "5 March 2026")]), [DateKind::Differs]);
    let apart = [DateKind::OneOutlet, DateKind::OneOutlet];
    assert_eq!(date_kinds([&opened, &text("closed", "5 March 2026")]), apart);
    let born = |name: &str, day: &str| {
        format!("{name} was born on {day} in the harbour of Dunnock, the board of the island said.")
    };
    assert_eq!(date_kinds([&born("Ada Quill", "4 March 1980"), &born("Bo Osk", "5 May 1981")]), apart);
}

#[test]
fn days_of_several_in_a_block_differ_behind_the_same_words() {
    use DateKind::{Agrees, Differs, NoDate, OneOutlet};
    let pact = |verb: &str, day: &str, then: &str| {
        format!(
            "The pact of Holm and Ostrey was {verb} on {day} in the hall of Dunnock. It takes effect {then}, said the board."
        )
    };
    let signed = pact("signed", "3 May 2024", "on 1 July 2024");
    assert_eq!(date_kinds([&signed, &pact("signed", "4 May 2024", "on 1 July 2024")]), [Differs, Agrees]);
    assert_eq!(date_kinds([&signed, &pact("signed", "4 May 2024", "in summer")]), [Differs, OneOutlet]);
    assert_eq!(
        date_kinds([&pact("signed", "3 May 2024", "on 1 July"), &pact("signed", "4 May 2024", "in July")])[0],
        Differs
    );
    assert!(date_kinds([&pact("signed", "3 May 2024", "on 1 July"), &signed]).contains(&NoDate));
    // Wherever the words around are cut.
    let [one, other] = ["3 May 2024", "4 May 2024"]
        .map(|day| pact("signed", day, "on 1 July 2024").replace("Holm and Ostrey", "Holm with Upper Ostrey"));
    assert_eq!(date_kinds([&one, &other]), [Differs, Agrees]);
    let broken = pact("broken", "4 May 2024", "on 1 July 2024");
    assert_eq!(date_kinds([&signed, &broken]), [OneOutlet, Agrees, OneOutlet]);
    // The same days the other way round differ in nothing.
    let turned = pact("signed", "1 July 2024", "on 3 May 2024");
    assert_eq!(date_kinds([&signed, &turned]), [Agrees, Agrees]);
}
