//! The same words of others: who surely is somebody else.

use super::*;

fn by(who: &str) -> String {
    format!("“We waited too long, and all of us knew it, and the island paid for it,” {who}.")
}

const SAME: &str = "verbatim: A verbatim; B verbatim";
const OTHER: &str = "re-attributed: A verbatim; B re-attributed";

#[test]
fn each_place_is_held_against_every_other_one_whatever_their_order() {
    let [he, quill, hart] = ["he said", "said Ada Quill", "said Tom Hart"].map(by);
    check(&[&he, &quill, &hart], &["re-attributed: A verbatim; B verbatim; C re-attributed"]);
    check(&[&quill, &hart, &he], &["re-attributed: A verbatim; B re-attributed; C verbatim"]);
    check(&[&quill, &he, &hart], &["re-attributed: A verbatim; B verbatim; C re-attributed"]);
    check(&[&he, &quill, &quill], &["verbatim: A verbatim; B verbatim; C verbatim"]);
    check(&[&he, &quill, &hart, &quill], &["re-attributed: A verbatim; B verbatim; C re-attributed; D verbatim"]);
}

#[test]
fn who_has_no_name_is_nobody_else() {
    for (one, other) in [
        ("said an official", "said two people familiar with the matter"),
        ("said residents of Morrey", "local people told the Post"),
        ("said a spokesman", "the harbour board said"),
        ("said an official", "the harbour board said"),
    ] {
        check(&[&by(one), &by(other)], &[SAME]);
        check(&[&by(other), &by(one)], &[SAME]);
    }
    check(&[&by("the ministry said"), &by("the bureau said")], &[OTHER]);
}

#[test]
fn a_body_and_who_is_called_by_it_may_be_the_same() {
    check(&[&by("the union said"), &by("said union boss Ada Quill")], &[SAME]);
    check(&[&by("the government said"), &by("said Minister Ada Quill")], &[SAME]);
    check(&[&by("the ministry said"), &by("said Minister Ada Quill")], &[OTHER]);
    check(&[&by("the council said"), &by("said union boss Ada Quill")], &[OTHER]);
    check(&[&by("the fire department said"), &by("said fire chief Ada Quill")], &[SAME]);
    check(&[&by("the court said"), &by("said Judge Ada Quill")], &[SAME]);
    check(&[&by("the court said"), &by("said Captain Ada Quill")], &[OTHER]);
    // However a name is written.
    check(&[&by("said José Rune"), &by("said Jose Rune")], &[SAME]);
    check(&[&by("the Defence Ministry said"), &by("the Defense Ministry said")], &[SAME]);
}

#[test]
fn who_speaks_in_french_and_spanish_ends_before_what_goes_on() {
    let french = "---\nlanguage: fr\n---\n\nLa grève du port a pris fin jeudi. « Personne ne perdra son bateau cette année », a dit ";
    let spanish =
        "---\nlanguage: es\n---\n\nLa huelga del puerto terminó el jueves. «Nadie perderá su barco en este año», dijo ";
    for (lead, one, other, rest) in [
        (french, "la capitaine Claire Morin", "le directeur Marc Dumas", "après les débats"),
        (spanish, "la capitana Clara Peña", "el director Marcos Ruiz", "tras los debates"),
    ] {
        let texts = [one, other].map(|who| Article::read("a.txt", &format!("{lead}{who} {rest}.")));
        let story = Story::new("", texts.into());
        let evidence = Evidence::of(&story, &[0, 1], &Answers::default());
        let speakers: Vec<_> =
            evidence.quotations.iter().map(|own| own.speaker.as_ref().map(|own| own.text.as_str())).collect();
        assert_eq!(speakers, [Some(one), Some(other)]);
        assert_eq!(evidence.ledger[0].kind, QuotationKind::Reattributed);
    }
}
