mod introductions;

use super::*;

/// Checks the names of some articles, each as `Name: A1 first description; B2 …`, by those with a space or a description.
#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    check_in("en", texts, expected);
}

#[track_caller]
fn check_in(code: &str, texts: &[&str], expected: &[&str]) {
    let lead = "The board of the port met on the quay for all of the evening, and it was late.\n\n";
    let articles: Vec<Article> = texts.iter().map(|text| Article::read("a.txt", &format!("{lead}{text}"))).collect();
    let lists: Vec<_> = (0..articles.len()).map(|index| (index, WordLists::known(code))).collect();
    let tongues: Vec<_> = (0..articles.len()).map(|index| (index, Tongue::known(code))).collect();
    let names = names(&articles, &lists, &tongues);
    let drawn = |name: &Name| {
        let first = name.introductions().map(|mention| {
            let text = &articles[mention.article].blocks[mention.block].text[mention.described.clone()];
            format!("{}{} {text}", crate::letters::letter(mention.article), mention.block)
        });
        format!("{} {}: {}", name.name, name.mentions.len(), first.collect::<Vec<_>>().join("; "))
    };
    assert_eq!(names.names.iter().map(drawn).collect::<Vec<_>>(), expected);
}

#[test]
fn runs_of_capitals_and_sentence_openers() {
    check(
        &[
            "Boats were late. The Ministry of Ports in Ostrey said so. Chinese boats, and the Morrey Institute for Tides and Fog, were not.",
        ],
        &[
            "Ministry of Ports 1: A1 The Ministry of Ports",
            "Ostrey 1: A1 Ostrey",
            "Morrey Institute for Tides and Fog 1: A1 the Morrey Institute for Tides and Fog",
        ],
    );
}

#[test]
fn one_bearer_of_a_surname_and_two() {
    check(
        &[
            "Minister of Ports Ada Quill wrote it. It was late, Quill said, and Mr. Bo Osk agreed with her.",
            "Bo Quill, a baker in town, stayed at home, as Mr. Quill always does. She met Osk, it was said.",
            "It was Quill who said so, and nobody else. They knew port minister Ada Quill well.",
            "Nobody saw Quill again on that evening of rain.",
        ],
        &[
            "Ada Quill 4: A1 Minister of Ports Ada Quill; C1 Quill",
            "Bo Osk 2: A1 Mr. Bo Osk; B1 Osk",
            "Bo Quill 2: B1 Bo Quill, a baker in town",
            "Quill 1: D1 Quill",
        ],
    );
}

#[test]
fn months_short_forms_lists_and_introductions() {
    check(
        &[
            "President Ana Ruiz met April Jones, the harbour chief, in the United States in May. The EU was told, said Bo Osk, Ada Marsh and \
             Tom Aske. The harbour master, Edda Munro, told the council so. Opposition was strong, and the Government knew of it.",
            "Ms Ruiz met Ms. Jones in the US, said the European Union. Tom Aske, who runs the mill, was late.",
        ],
        &[
            "Ana Ruiz 2: A1 President Ana Ruiz; B1 Ms Ruiz",
            "April Jones 2: A1 April Jones, the harbour chief; B1 Ms. Jones",
            "United States 2: A1 the United States; B1 the US",
            "European Union 2: A1 The EU; B1 the European Union",
            "Bo Osk 1: A1 Bo Osk",
            "Ada Marsh 1: A1 Ada Marsh",
            "Tom Aske 2: A1 Tom Aske; B1 Tom Aske, who runs the mill",
            "Edda Munro 1: A1 The harbour master, Edda Munro",
        ],
    );
}

#[test]
fn who_stands_in_a_headline_alone_is_named_there() {
    let of = |text: &str| Article::read("a.txt", text);
    let articles = [
        of(
            "---\ntitle: Port chief meets the council\n---\nThe skipper Ada Quill told the council in Ostrey so on the quay.",
        ),
        of(
            "---\ntitle: Quill Warns Council Over Boats\n---\nOSTREY (AP) - The skipper told the council so on the quay, late at night.",
        ),
    ];
    let lists: Vec<_> = (0..2).map(|index| (index, WordLists::known("en"))).collect();
    let tongues: Vec<_> = (0..2).map(|index| (index, Tongue::known("en"))).collect();
    let names = names(&articles, &lists, &tongues);
    let found =
        names.names.iter().map(|name| (&*name.name, name.mentions.iter().map(|own| own.article).collect::<Vec<_>>()));
    assert_eq!(found.collect::<Vec<_>>(), [("Ada Quill", vec![0, 1]), ("Ostrey", vec![0, 1])]);
}

#[test]
fn kinds_of_places_are_no_part_of_a_german_name() {
    check_in(
        "de",
        &["Das teilte die Stadt Ostrey mit. Der Rat war in Ostrey nicht bekannt, sagte der Landkreis Holm am Abend."],
        &["Ostrey 2: A1 Stadt Ostrey", "Holm 1: A1 der Landkreis Holm"],
    );
}

#[test]
fn nouns_of_german_are_no_names() {
    check_in(
        "de",
        &[
            "Die Opposition tadelte den Beschluss der Regierung, und Bürgermeister Karl Brandt verteidigte ihn. Nach Angaben der Polizei sank \
           ein Boot der EU. Später sprach Brandt mit Vertretern über 1,5 Millionen Euro.",
        ],
        &["Karl Brandt 2: A1 Bürgermeister Karl Brandt", "EU 1: A1 der EU"],
    );
}
