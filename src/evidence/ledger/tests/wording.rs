//! What is the same wording, and what is another one.

use super::*;

#[test]
fn a_part_that_is_the_same_is_not_trimmed_because_another_part_differs() {
    let two = |last: &str| format!("“The harbour is full,” said Ada Quill on Monday. “We cannot take another {last}.”");
    let whole = "“The harbour is full. We cannot take another ship,” said Ada Quill on Monday.";
    check(
        &[&two("ship"), whole, &two("boat")],
        &["altered: A verbatim; A verbatim; B verbatim; C verbatim; C altered +boat -ship"],
    );
}

#[test]
fn a_contraction_is_the_same_words() {
    let said = |words: &str| format!("“{words}, and the whole island knows it,” said Ada Quill.");
    let same = "verbatim: A verbatim; B verbatim";
    check(&[&said("We won’t tolerate it"), &said("We will not tolerate it")], &[same]);
    check(&[&said("We're late"), &said("We are late")], &[same]);
    check(
        &[&said("We won’t tolerate it"), &said("We will tolerate it")],
        &["altered: A verbatim; B altered +will -won’t"],
    );
    let few = |words: &str| format!("Minister Ada Quill said: “{words}.”");
    check(&[&few("We won’t tolerate it"), &few("We will not tolerate it")], &[same]);
}

#[test]
fn a_contraction_outside_of_the_marks_is_no_change_either() {
    let more = "The rule reaches “nets, ropes, lamps and charts that don’t concern the port” and offers no test.";
    let less = "The rule reaches “nets, ropes, lamps and charts” that don’t concern the port, as it seems.";
    check(&[more, less], &["verbatim: A verbatim; B verbatim"]);
    check(&[more, &less.replace("don’t", "do not")], &["verbatim: A verbatim; B verbatim"]);
    let before = "Those that don’t “concern the port, its nets, ropes and lamps” stay.";
    let whole = "Those “that don’t concern the port, its nets, ropes and lamps” stay.";
    check(&[whole, before], &["verbatim: A verbatim; B verbatim"]);
}

#[test]
fn what_a_headline_goes_on_with_is_not_said() {
    let long = "“We were lied to over the dump,” Ada Quill said.";
    let lead = "The board of the port met on the quay for all of that evening.";
    let headline = format!("Mayor: ‘We were lied to’ over the dump\n\n{lead}\n\n{long}");
    let articles = [&headline, long].map(|text| Article::read("a.txt", text));
    let story = Story::new("", articles.into());
    let evidence = Evidence::of(&story, &[0, 1], &Answers::default());
    let kinds: Vec<_> = evidence.ledger[0].said.iter().map(|own| own.kind.name()).collect();
    assert_eq!(kinds, ["trimmed", "verbatim", "verbatim"]);
}

#[test]
fn two_statements_of_two_who_differ_are_two() {
    check(
        &["“He is a free man,” said Tom Hart.", "“I am a free man,” said Osric Penn."],
        &["one outlet: A one outlet", "one outlet: B one outlet"],
    );
    check(
        &["“He is a very free man,” said Tom Hart.", "“He is a free man,” said Osric Penn."],
        &["re-attributed: A verbatim; B re-attributed -very"],
    );
}

#[test]
fn a_lost_negation_of_a_language_that_nothing_shows() {
    let said = |words: &str| {
        Article::read("a.txt", &format!("Am Montag sagte Kanzler Uwe Holm in Ostrey: „{words}.“ Viele hörten zu."))
    };
    let story = Story::new("", vec![said("Wir schaffen das nicht allein"), said("Wir schaffen das allein")]);
    let evidence = Evidence::of(&story, &[0, 1], &Answers::default());
    assert_eq!(evidence.ledger[0].kind, QuotationKind::Altered);
}

#[test]
fn what_another_outlet_tells_in_the_same_words_without_marks() {
    let told = "The crews left the quay without a word to the board of the port, and nobody came back.";
    let quoted = "“The crews left the quay without a word to the board of the port,” said Ada Quill.";
    check(&[told, quoted], &["one outlet: B one outlet (A1)"]);
    check(&[quoted, told], &["one outlet: A one outlet (B1)"]);
    let of_another = told.replace(", and nobody came back", ", said Osric Penn");
    check(&[&of_another, quoted], &["re-attributed: B re-attributed (A1)"]);
    // Some words between are no change of what is quoted, and what an outlet says itself is no other outlet's.
    check(&[&told.replace("without a word", "without so much as a word"), quoted], &["one outlet: B one outlet"]);
    check(&["Bread was dear.", &format!("{quoted}\n\n{told}")], &["one outlet: B one outlet"]);
    check(&["They left the quay.", "“They left the quay,” said Ada Quill."], &["one outlet: B one outlet"]);
}

#[test]
fn the_same_words_in_another_order() {
    let of = |texts: [&str; 2]| {
        let articles = texts.map(|text| Article::read("a.txt", text));
        let story = Story::new("", articles.into());
        let evidence = Evidence::of(&story, &[0, 1], &Answers::default());
        evidence.ledger[0]
            .said
            .iter()
            .map(|said| (said.kind.name(), said.same == Some(SameWords::Reordered)))
            .collect::<Vec<_>>()
    };
    let asked = "“Is this the end of the club?” asked Ada Quill on Monday.";
    let said = "“This is the end of the club,” said Ada Quill on Monday.";
    assert_eq!(of([asked, said]), [("verbatim", false), ("altered", true)]);
    assert_eq!(of([asked, &said.replace("end", "start")]), [("verbatim", false), ("altered", false)]);
}
